//! Yellow pages, version 2: maps of a domain, and what stands in them (Sun's NIS).

use super::{Asked, xdr};
use crate::common::YES;
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    YPSERV "ypserv" "Yellow Pages Service" "YPSERV" App
    on []
    fields {
        PROCEDURE_V1 "ypserv.procedure_v1" "V1 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        PROCEDURE_V2 "ypserv.procedure_v2" "V2 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        DOMAIN "ypserv.domain" "Domain": Str;
        SERVESDOMAIN "ypserv.servesdomain" "Serves Domain": Bool = YES;
        MAP "ypserv.map" "Map Name": Str;
        PEER "ypserv.peer" "Peer Name": Str;
        MORE "ypserv.more" "More": Bool = YES;
        ORDERNUM "ypserv.ordernum" "Order Number": U32 Dec;
        TRANSID "ypserv.transid" "Host Transport ID": Ipv4;
        PROG "ypserv.prog" "Program Number": U32 Dec;
        PORT "ypserv.port" "Port": U32 Dec;
        KEY "ypserv.key" "Key": Str;
        VALUE "ypserv.value" "Value": Str;
        STATUS "ypserv.status" "Status": I32 Dec = STATUS_NAMES;
        MAP_PARMS "ypserv.map_parms" "YP Map Parameters": None;
        XFRSTAT "ypserv.xfrstat" "Xfrstat": I32 Dec = XFRSTAT_NAMES;
    }
}

names! {
    PROCEDURE_V1_NAMES {
        0 => "NULL", 1 => "DOMAIN", 2 => "DOMAIN_NONACK", 3 => "MATCH", 4 => "FIRST", 5 => "NEXT", 6 => "XFR", 7 => "CLEAR",
        8 => "ALL", 9 => "MASTER", 10 => "ORDER", 11 => "MAPLIST",
    }
    STATUS_NAMES {
        0 => "YP_FALSE", 1 => "YP_TRUE", 2 => "YP_NOMORE", 4294967288 => "YP_VERS", 4294967289 => "YP_BADARGS",
        4294967290 => "YP_YPERR", 4294967291 => "YP_BADDB", 4294967292 => "YP_BADOP", 4294967293 => "YP_NOKEY",
        4294967294 => "YP_NODOM", 4294967295 => "YP_NOMAP",
    }
    XFRSTAT_NAMES {
        1 => "YPXFR_SUCC", 2 => "YPXFR_AGE", 4294967282 => "YPXFR_REFUSED", 4294967283 => "YPXFR_XFRERR",
        4294967284 => "YPXFR_FORCE", 4294967285 => "YPXFR_CLEAR", 4294967286 => "YPXFR_SKEW",
        4294967287 => "YPXFR_FILE", 4294967288 => "YPXFR_DBM", 4294967289 => "YPXFR_BADARGS",
        4294967290 => "YPXFR_YPERR", 4294967291 => "YPXFR_MADDR", 4294967292 => "YPXFR_RPC",
        4294967293 => "YPXFR_RSRC", 4294967294 => "YPXFR_NODOM", 4294967295 => "YPXFR_NOMAP",
    }
}

pub(super) fn procedures(version: u32) -> Names {
    match version {
        1 | 2 => PROCEDURE_V1_NAMES,
        _ => Names::None,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asked = Asked::of(cx);
    cx.protocol("YPSERV");
    asked.show(cx, if asked.version == 1 { PROCEDURE_V1 } else { PROCEDURE_V2 }, &c);
    if asked.version != 2 {
        return Ok(());
    }
    if asked.reply { results(cx, asked.procedure, &mut c) } else { arguments(cx, asked.procedure, &mut c) }
}

fn arguments<S: Sink>(cx: &mut Cx<'_, S>, procedure: u32, c: &mut Cursor<'_>) -> Step {
    match procedure {
        1 | 2 | 11 => xdr::text(cx, "Domain", DOMAIN, c).map(|_| ()),
        3 | 5 => {
            let (domain, map) = named(cx, c)?;
            let key = xdr::text(cx, "Key", KEY, c)?;
            if procedure == 3 {
                cx.info_add(|o| _ = o.s(" ").text(domain).s("/").text(map).s("/").text(key));
                cx.proto_append(|o| _ = o.s(" ").text(domain).s("/").text(map).s("/").text(key));
            }
            Ok(())
        }
        4 | 8 | 9 => named(cx, c).map(|_| ()),
        10 => {
            let (domain, map) = named(cx, c)?;
            cx.info_add(|o| _ = o.s(" ").text(domain).s("/").text(map));
            cx.proto_append(|o| _ = o.s(" ").text(domain).s("/").text(map));
            Ok(())
        }
        6 => {
            xdr::part_of(cx, MAP_PARMS, c, |cx, c, _| {
                named(cx, c)?;
                cx.u32(ORDERNUM, c)?;
                xdr::text(cx, "Peer Name", PEER, c).map(|_| ())
            })?;
            cx.field(TRANSID, c, 4)?;
            cx.u32(PROG, c)?;
            cx.u32(PORT, c).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn named<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
) -> Result<(&'b [u8], &'b [u8]), requin_wire::Stop> {
    Ok((xdr::text(cx, "Domain", DOMAIN, c)?, xdr::text(cx, "Map Name", MAP, c)?))
}

fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let status = c.peek_u32(0)?;
    cx.field(STATUS, c, 4)?;
    // The negative ones are errors.
    if status >> 31 != 0 {
        let name = STATUS_NAMES.or(u64::from(status), "Unknown");
        cx.info_add(|o| _ = o.s(" ").s(name));
        cx.proto_append(|o| _ = o.s(" Error:").s(name));
    }
    Ok(())
}

fn results<S: Sink>(cx: &mut Cx<'_, S>, procedure: u32, c: &mut Cursor<'_>) -> Step {
    match procedure {
        1 | 2 => xdr::boolean(cx, SERVESDOMAIN, c).map(|_| ()),
        3 => {
            status(cx, c)?;
            let value = xdr::text(cx, "Value", VALUE, c)?;
            cx.info_add(|o| _ = o.s(" ").text(value));
            cx.proto_append(|o| _ = o.s(" ").text(value));
            Ok(())
        }
        4 | 5 => {
            status(cx, c)?;
            entry(cx, c)
        }
        6 => {
            cx.field(TRANSID, c, 4)?;
            cx.field(XFRSTAT, c, 4).map(|_| ())
        }
        8 => {
            // Each turn takes at least the boolean away.
            while xdr::boolean(cx, MORE, c)? {
                status(cx, c)?;
                entry(cx, c)?;
            }
            Ok(())
        }
        9 => {
            status(cx, c)?;
            xdr::text(cx, "Peer Name", PEER, c).map(|_| ())
        }
        10 => {
            status(cx, c)?;
            let order = cx.u32(ORDERNUM, c)?;
            cx.info_add(|o| _ = o.s(" ").hex(order, 8));
            cx.proto_append(|o| _ = o.s(" ").hex(order, 8));
            Ok(())
        }
        11 => {
            status(cx, c)?;
            while xdr::boolean(cx, MORE, c)? {
                xdr::text(cx, "Map Name", MAP, c)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::text(cx, "Value", VALUE, c)?;
    xdr::text(cx, "Key", KEY, c).map(|_| ())
}
