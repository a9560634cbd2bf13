//! MikroTik Neighbor Discovery Protocol: types, lengths and values behind a number.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    MNDP "mndp" "Mikrotik Neighbor Discovery Protocol" "MNDP" App
    on [Udp 5678]
    fields {
        TLV_TYPE "mndp.tlv.type" "TlvType": U16 Dec;
        TLV_LENGTH "mndp.tlv.length" "TlvLength": U16 Dec;
        TLV_DATA "mndp.tlv.data" "TlvData": Bytes;
        HEADER_UNKNOWN "mndp.header.unknown" "Header Unknown": Bytes;
        HEADER_SEQNO "mndp.header.seqno" "SeqNo": U16 Dec;
        MAC "mndp.mac" "MAC-Address": Ether;
        SOFTWAREID "mndp.softwareid" "Software-ID": Str;
        VERSION "mndp.version" "Version": Str;
        IDENTITY "mndp.identity" "Identity": Str;
        UPTIME "mndp.uptime" "Uptime": RelTime;
        PLATFORM "mndp.platform" "Platform": Str;
        BOARD "mndp.board" "Board": Str;
        UNPACK "mndp.unpack" "Unpack": U8 Dec = UNPACK_NAMES;
        IPV6ADDRESS "mndp.ipv6address" "IPv6-Address": Ipv6;
        INTERFACENAME "mndp.interfacename" "Interface name": Str;
        IPV4ADDRESS "mndp.ipv4address" "IPv4-Address": Ipv4;
    }
}

names! {
    UNPACK_NAMES {
        1 => "None",
    }
}

names! {
    TLVS {
        1 => "MAC-Address", 5 => "Identity", 7 => "Version", 8 => "Platform", 10 => "Uptime", 11 => "Software-ID",
        12 => "Board", 14 => "Unpack", 15 => "IPv6-Address", 16 => "Interface name", 17 => "IPv4-Address",
    }
}

const PORT: u16 = 5678;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // Both ends use the port; whoever just asks sends four zeros, which is not shown.
    if cx.ports.src != PORT || cx.ports.dst != PORT || c.left() < 8 || c.peek_u16(6)? as usize > c.left() - 8
    {
        return Err(Stop::NotMine);
    }
    cx.protocol("MNDP");
    cx.bytes(HEADER_UNKNOWN, &mut c, 2)?;
    cx.u16(HEADER_SEQNO, &mut c)?;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let name = TLVS.or(kind.into(), "Unknown");
        let line = cx.line(c.span(4 + len), |o| {
            o.s("T ").u(kind).s(", L ").u(len as u64).s(": ").s(name);
        });
        cx.under(line, |cx| tlv(cx, &mut c, kind, len, name))?;
    }
    Ok(())
}

fn tlv<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u16, len: usize, name: &str) -> Step {
    let item = cx.field(TLV_TYPE, c, 2)?;
    cx.append(item, |o| _ = o.s(" = ").s(name));
    cx.u16(TLV_LENGTH, c)?;
    let field = match kind {
        1 => MAC,
        5 => IDENTITY,
        7 => VERSION,
        8 => PLATFORM,
        10 => {
            let secs = requin_wire::le(c.peek_bytes(0, 4)?);
            cx.add(UPTIME, c.span(4), Value::Time(i64::try_from(secs).unwrap_or(0), 0));
            return c.skip(len);
        }
        11 => SOFTWAREID,
        12 => BOARD,
        14 => UNPACK,
        15 => IPV6ADDRESS,
        16 => INTERFACENAME,
        17 => IPV4ADDRESS,
        _ => TLV_DATA,
    };
    cx.field(field, c, len).map(|_| ())
}
