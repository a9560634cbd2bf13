//! Internet Protocol version 4, RFC 791.

use crate::common::SET;
use requin_wire::{AddrKind, Cursor, Cx, Names, Sink, Span, Step, Stop, Table, Value, block, names, proto};

proto! {
    IP "ip" "Internet Protocol Version 4" "IPv4" Network
    on [Ether 0x0800, IpProto 4]
    fields {
        VERSION "ip.version" "Version": U8 Dec & 0xf0;
        HDR_LEN "ip.hdr_len" "Header Length": U8 Dec & 0x0f;
        DSFIELD "ip.dsfield" "Differentiated Services Field": U8 Hex;
        DSCP "ip.dsfield.dscp" "Differentiated Services Codepoint": U8 Dec & 0xfc = DSCP_NAMES;
        ECN "ip.dsfield.ecn" "Explicit Congestion Notification": U8 Dec & 0x03 = ECN_NAMES;
        LEN "ip.len" "Total Length": U16 Dec;
        ID_FIELD "ip.id" "Identification": U16 HexDec;
        FLAGS "ip.flags" "Flags": U8 Hex & 0xe0;
        FLAGS_RB "ip.flags.rb" "Reserved bit": Bool(8) & 0x80 = SET;
        FLAGS_DF "ip.flags.df" "Don't fragment": Bool(8) & 0x40 = SET;
        FLAGS_MF "ip.flags.mf" "More fragments": Bool(8) & 0x20 = SET;
        FRAG_OFFSET "ip.frag_offset" "Fragment Offset": U16 Dec & 0x1fff;
        TTL "ip.ttl" "Time to Live": U8 Dec;
        PROTOCOL "ip.proto" "Protocol": U8 Dec = super::PROTOCOLS;
        CHECKSUM "ip.checksum" "Header Checksum": U16 Hex;
        CHECKSUM_STATUS "ip.checksum.status" "Header checksum status": U8 None = crate::transport::CHECKSUM_STATES;
        SRC "ip.src" "Source Address": Ipv4;
        DST "ip.dst" "Destination Address": Ipv4;
        ADDR "ip.addr" "Source or Destination Address": Ipv4;
        SRC_HOST "ip.src_host" "Source Host": Str;
        DST_HOST "ip.dst_host" "Destination Host": Str;
        HOST "ip.host" "Source or Destination Host": Str;
    }
}

names! {
    DSCP_NAMES { 0 => "Default", 46 => "Expedited Forwarding" }
    ECN_NAMES { 0 => "Not ECN-Capable Transport", 1 => "ECN-Capable Transport codepoint '01'",
        2 => "ECN-Capable Transport codepoint '10'", 3 => "Congestion Experienced" }
    ECN_SHORT { 0 => "Not-ECT", 1 => "ECT(1)", 2 => "ECT(0)", 3 => "CE" }
}
const DSCP_SHORT: Names = Names::Table(&[(0, "CS0"), (46, "EF PHB")]);

block! {
    /// What stands before the flags.
    HEAD[2]: DSFIELD @1, > DSCP @1, > ECN @1
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("IPv4");
    cx.info_clear();
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);
    let h = c.peek_array::<20>()?;
    let header_len = usize::from(h[0] & 15) * 4;
    if h[0] >> 4 != 4 || header_len < 20 {
        return Err(Stop::Malformed);
    }
    cx.proto_len(header_len);
    let total = usize::from(u16::from_be_bytes([h[2], h[3]]));
    let frag = u16::from_be_bytes([h[6], h[7]]);
    let (src, dst) =
        (u32::from_be_bytes([h[12], h[13], h[14], h[15]]), u32::from_be_bytes([h[16], h[17], h[18], h[19]]));
    cx.addresses(AddrKind::Ipv4, &h[12..16], &h[16..20]);
    cx.proto_append(|o| _ = o.s(", Src: ").ipv4(src).s(", Dst: ").ipv4(dst));
    if cx.wants_any(VERSION, HOST) {
        cx.peek_at(VERSION, &c, 0, 1)?;
        let item = cx.add(HDR_LEN, at(0, 1), Value::U(header_len as u64));
        cx.label(item, |o| {
            o.s(".... ");
            for bit in (0..4).rev() {
                o.u(h[0] >> bit & 1);
            }
            o.s(" = Header Length: ").u(header_len as u64).s(" bytes (").u(header_len as u64 / 4).s(")");
        });
        let mut f = c;
        f.skip(1)?;
        let (_, item) = cx.flags(DSFIELD, &mut f, 1, &[DSCP, ECN])?;
        cx.append(item, |o| {
            o.s(" (DSCP: ").s(DSCP_SHORT.or(u64::from(h[1] >> 2), "Unknown"));
            o.s(", ECN: ").s(ECN_SHORT.or(u64::from(h[1] & 3), "")).s(")");
        });
        cx.peek_at(LEN, &c, 2, 2)?;
        cx.peek_at(ID_FIELD, &c, 4, 2)?;
        let mut f = c;
        f.skip(6)?;
        let (_, item) = cx.flags(FLAGS, &mut f, 1, &[FLAGS_RB, FLAGS_DF, FLAGS_MF])?;
        let _ = item;
        let item = cx.add(FRAG_OFFSET, at(6, 2), Value::U(u64::from(frag & 0x1fff) * 8));
        let _ = item;
        cx.peek_at(TTL, &c, 8, 1)?;
        cx.peek_at(PROTOCOL, &c, 9, 1)?;
        let item = cx.peek_at(CHECKSUM, &c, 10, 2)?;
        cx.append(item, |o| _ = o.s(" [validation disabled]"));
        cx.generated(CHECKSUM_STATUS, at(10, 0), Value::U(2));
        for (field, host, place, address) in [(SRC, SRC_HOST, 12, src), (DST, DST_HOST, 16, dst)] {
            let span = at(place, 4);
            cx.add(field, span, Value::U(u64::from(address)));
            cx.hidden(ADDR, span, Value::U(u64::from(address)));
            for name in [host, HOST] {
                let it = cx.add_str(name, span, |o| _ = o.ipv4(address));
                cx.hide(it);
                cx.set_generated(it);
            }
        }
    }
    // Offloading leaves the length zero in captures of the sending host: all that is left, then.
    let mut body = if total == 0 { all } else { all.within(total) };
    body.advance(header_len);
    if frag & 0x1fff != 0 {
        cx.fragmented = true;
        return cx.call(crate::meta::data::ID, body);
    }
    if frag & 0x2000 != 0 {
        cx.fragmented = true;
    }
    if body.is_empty() || cx.dispatch(Table::IpProto, u32::from(h[9]), body)? {
        return Ok(());
    }
    cx.info(|o| _ = o.s(super::PROTOCOLS.or(u64::from(h[9]), "Unknown")).s(" (").u(h[9]).s(")"));
    cx.call(crate::meta::data::ID, body)
}
