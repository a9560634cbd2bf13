//! Service Location Protocol, versions 1 (RFC 2165) and 2 (RFC 2608): the header.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    SRVLOC "srvloc" "Service Location Protocol" "SRVLOC" App
    on [Udp 427, Tcp 427]
    fields {
        XID "srvloc.xid" "XID": U24 Dec;
        LANGTAG "srvloc.langtag" "Lang Tag": Str;
        LANGTAGLEN "srvloc.langtaglen" "Lang Tag Len": U16 Dec;
        NEXTEXTOFF "srvloc.nextextoff" "Next Extension Offset": U24 Dec;
        FUNCTION "srvloc.function" "Function": U8 Dec = FUNCTION_NAMES;
        PKTLEN "srvloc.pktlen" "Packet Length": U24 Dec;
        VERSION "srvloc.version" "Version": U8 Dec;
        FLAGS_V1 "srvloc.flags_v1" "Flags": U8 Hex;
        FLAGS_V2 "srvloc.flags_v2" "Flags": U16 Hex;
        LANGUAGE "srvloc.language" "Language": Str;
        ENCODING "srvloc.encoding" "Encoding": U16 Dec = ENCODING_NAMES;
    }
}

names! {
    FUNCTION_NAMES {
        1 => "Service Request",
        2 => "Service Reply",
        3 => "Service Registration",
        4 => "Service Deregister",
        5 => "Service Acknowledge",
        6 => "Attribute Request",
        7 => "Attribute Reply",
        8 => "DA Advertisement",
        9 => "Service Type Request",
        10 => "Service Type Reply",
        11 => "SA Advertisement",
    }
    ENCODING_NAMES {
        3 => "US-ASCII",
        4 => "ISO 8859-1",
        27 => "ISO 10646 UTF-1",
        28 => "ISO 646 basic:1983",
        30 => "ISO 646 IRV:1983",
        106 => "UTF-8",
        1000 => "Unicode",
        1012 => "UTF-7",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SRVLOC");
    cx.info_clear();
    let (version, function) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let name = FUNCTION_NAMES.or(u64::from(function), "Unknown Function");
    cx.info(|o| _ = o.s(name));
    run(cx, &mut c, &[(VERSION, 1), (FUNCTION, 1)])?;
    if version < 2 {
        cx.add(PKTLEN, c.span(2), Value::U(c.peek_u16(0)?.into()));
        c.skip(2)?;
        cx.u8(FLAGS_V1, &mut c)?;
        c.skip(1)?;
        cx.bytes(LANGUAGE, &mut c, 2)?;
        cx.u16(ENCODING, &mut c)?;
        let id = c.peek_u16(0)?;
        cx.info_add(|o| _ = o.s(", V1 Transaction ID - ").u(id));
        cx.add(XID, c.span(2), Value::U(id.into()));
        return Ok(());
    }
    cx.u24(PKTLEN, &mut c)?;
    cx.u16(FLAGS_V2, &mut c)?;
    cx.u24(NEXTEXTOFF, &mut c)?;
    let id = c.peek_u16(0)?;
    cx.info_add(|o| _ = o.s(", V2 XID - ").u(id));
    cx.add(XID, c.span(2), Value::U(id.into()));
    c.skip(2)?;
    let len = cx.u16(LANGTAGLEN, &mut c)?;
    cx.bytes(LANGTAG, &mut c, usize::from(len)).map(|_| ())
}
