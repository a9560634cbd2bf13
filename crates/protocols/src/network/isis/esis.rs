//! End systems to intermediate systems, ISO 9542.

use super::NLPID_NAMES;
use super::clv;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Value, names, proto};

proto! {
    ESIS "esis" "ISO 9542 ESIS Routeing Information Exchange Protocol" "ESIS" Network
    on []
    fields {
        NLPI "esis.nlpi" "Network Layer Protocol Identifier": U8 Hex = NLPID_NAMES;
        LENGTH "esis.length" "PDU Length": U8 Dec;
        VER "esis.ver" "Version": U8 Dec;
        RES "esis.res" "Reserved(==0)": U8 Dec;
        TYPE "esis.type" "PDU Type": U8 Dec & 0x1f = TYPE_NAMES;
        HTIME "esis.htime" "Holding Time": U16 Dec;
        CHKSUM "esis.chksum" "Checksum": U16 Hex;
        CHKSUM_STATUS "esis.chksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        NUMBER_OF_SOURCE_ADDRESSES "esis.number_of_source_addresses" "Number of Source Addresses (SA, Format: NSAP)": U8 Dec;
        SAL "esis.sal" "SAL": U8 Dec;
        SA "esis.sa" "SA": Str;
        NETL "esis.netl" "NETL": U8 Dec;
        DAL "esis.dal" "DAL": U8 Dec;
        BSNPAL "esis.bsnpal" "BSNPAL": U8 Dec;
        NET "esis.net" "NET": Str;
        DA "esis.da" "DA": Str;
        BSNPA "esis.bsnpa" "BSNPA": SysId;
    }
    experts {
        VER_UNKNOWN "esis.ver.unknown" Warn Protocol "Unknown ESIS version";
        LENGTH_INVALID "esis.length.invalid" Error Malformed "Bogus ESIS length";
        TYPE_UNKNOWN "esis.type.unknown" Warn Protocol "Unknown ESIS packet type";
        BAD_CHECKSUM "esis.bad_checksum" Error Checksum "Bad checksum";
    }
}

names! {
    TYPE_NAMES {
        2 => "ES HELLO",
        4 => "IS HELLO",
        6 => "RD REQUEST",
    }
}

/// Bytes of the fixed part.
const HEAD: usize = 9;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("ESIS");
    cx.info_clear();
    let start = c;
    let h = *c.peek_array::<9>()?;
    let (len, kind) = (usize::from(h[1]), h[4] & 0x1f);
    cx.u8(NLPI, &mut c)?;
    let item = cx.field(LENGTH, &mut c, 1)?;
    if len < HEAD {
        cx.expert_with(LENGTH_INVALID, item, c.span(0), |o| {
            o.s("Bogus ESIS length (").u(len as u64).s(", must be at least ").u(HEAD as u64).s(")");
        });
    }
    let item = cx.field(VER, &mut c, 1)?;
    if h[2] != 1 {
        cx.expert_with(VER_UNKNOWN, item, c.span(0), |o| {
            o.s("Unknown ESIS version (").u(h[2]).s(" vs 1)");
        });
    }
    cx.u8(RES, &mut c)?;
    let item = cx.field(TYPE, &mut c, 1)?;
    let known = matches!(kind, 2 | 4 | 6);
    if !known {
        cx.expert(TYPE_UNKNOWN, item, c.span(0));
    }
    let name = TYPE_NAMES.find(u64::from(kind));
    cx.info(|o| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown (").hex(kind, 1).s(")"),
    });
    let hold = u16::from_be_bytes([h[5], h[6]]);
    let item = cx.field(HTIME, &mut c, 2)?;
    cx.label(item, |o| _ = o.s("Holding Time: ").u(hold).s(" seconds"));
    if h[7] == 0 && h[8] == 0 {
        let item = cx.field(CHKSUM, &mut c, 2)?;
        cx.label(item, |o| _ = o.s("Checksum: [missing]"));
        cx.set_generated(item);
    } else {
        let covered = start.peek_bytes(0, len).ok();
        let good = covered.and_then(|b| clv::fletcher(b, 7)).map(|(_, good)| good);
        let item = cx.field(CHKSUM, &mut c, 2)?;
        let span = c.span(0);
        let (text, status) = match good {
            Some(true) => (" [correct]", 1),
            Some(false) => (" [incorrect]", 0),
            None => (" [unverified]", 2),
        };
        cx.append(item, |o| _ = o.s(text));
        if status == 0 {
            cx.expert(BAD_CHECKSUM, item, span);
        }
        cx.generated(CHKSUM_STATUS, span, Value::U(status));
    }
    if !known || len < HEAD {
        return Ok(());
    }
    let mut c = c.within(len - HEAD);
    match kind {
        2 => end_system(cx, &mut c),
        4 => {
            let line = cx.line(c.span(c.left()), |o| _ = o.s("### Network Entity Title Section ###"));
            cx.under(line, |cx| -> Step {
                address(cx, &mut c, NETL, NET)?;
                options(cx, &mut c)
            })
        }
        _ => redirect(cx, &mut c),
    }
}

/// A network address behind its length.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, length: Field, field: Field) -> Step {
    let n = c.peek_u8(0)?;
    let item = cx.field(length, c, 1)?;
    cx.append(item, |o| _ = o.s(if n == 1 { " octet" } else { " octets" }));
    let n = usize::from(n);
    let bytes = c.peek_bytes(0, n)?;
    cx.add_str(field, c.span(n), |o| write_nsap(o, bytes));
    c.skip(n)
}

fn end_system<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.peek_u8(0)?;
    let item = cx.field(NUMBER_OF_SOURCE_ADDRESSES, c, 1)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..n {
            address(cx, c, SAL, SA)?;
        }
        Ok(())
    })?;
    options(cx, c)
}

fn redirect<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(c.peek_u8(0)?);
    let line = cx.line(c.span(1 + n), |o| _ = o.s("### Destination Address Section ###"));
    cx.under(line, |cx| address(cx, c, DAL, DA))?;
    let n = usize::from(c.peek_u8(0)?);
    let line = cx.line(c.span(1 + n), |o| _ = o.s("###  Subnetwork Address Section ###"));
    cx.under(line, |cx| -> Step {
        let item = cx.field(BSNPAL, c, 1)?;
        cx.append(item, |o| _ = o.s(if n == 1 { " octet" } else { " octets" }));
        cx.field(BSNPA, c, n).map(|_| ())
    })?;
    let n = c.peek_u8(0)?;
    let line = cx.line(c.span(1), |o| {
        o.s(if n == 0 {
            "### No Network Entity Title Section ###"
        } else {
            "### Network Entity Title Section ###"
        });
    });
    cx.under(line, |cx| -> Step {
        if n == 0 {
            c.skip(1)?;
        } else {
            address(cx, c, NETL, NET)?;
        }
        options(cx, c)
    })
}

fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    let line = cx.line(c.span(n), |o| _ = o.s("### Option Section ###"));
    cx.under(line, |cx| super::options(cx, c, line))
}

/// A network address as tshark writes it: an area, and the system and selector where they are told apart.
fn write_nsap(o: &mut Out<'_>, bytes: &[u8]) {
    let country = |b: &[u8]| matches!(b.first(), Some(0x39 | 0x47));
    let n = bytes.len();
    match n {
        0 => _ = o.s("<Invalid length of NSAP>"),
        20 => {
            let (area, rest) = bytes.split_at_checked(13).unwrap_or((bytes, &[]));
            if country(bytes) {
                write_gosip(o, area)
            } else {
                write_plain(o, area)
            };
            let (system, selector) = rest.split_at_checked(6).unwrap_or((rest, &[]));
            clv::write_system(o, system);
            o.s("[").hex_bytes(selector, 0).s("]");
        }
        13 | 14 if country(bytes) => write_gosip(o, bytes),
        _ => write_plain(o, bytes),
    }
}

fn write_plain(o: &mut Out<'_>, bytes: &[u8]) {
    let at = match bytes.len() {
        3 => 1,
        n if n > 4 => 4,
        n => n,
    };
    let (head, rest) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    o.hex_bytes(head, 0);
    if !rest.is_empty() {
        o.s(".").hex_bytes(rest, 0);
    }
}

fn write_gosip(o: &mut Out<'_>, bytes: &[u8]) {
    for (i, b) in bytes.iter().enumerate() {
        o.s(match i {
            0 => "[",
            1 | 4 | 7 | 11 => "|",
            3 | 9 => "][",
            2 | 5 | 6 | 8 | 10 | 12 => ":",
            _ => "]-[",
        });
        o.x(*b, 2);
    }
    o.s("]");
}
