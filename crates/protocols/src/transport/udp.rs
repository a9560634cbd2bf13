//! User Datagram Protocol, RFC 768.

use requin_wire::{Cursor, Cx, Sink, Span, Step, Transport, TransportKind, Value, block, proto};

proto! {
    UDP "udp" "User Datagram Protocol" "UDP" Transport
    on [IpProto 17]
    fields {
        SRCPORT "udp.srcport" "Source Port": U16 PtUdp;
        DSTPORT "udp.dstport" "Destination Port": U16 PtUdp;
        PORT "udp.port" "Source or Destination Port": U16 PtUdp;
        LENGTH "udp.length" "Length": U16 Dec;
        CHECKSUM "udp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "udp.checksum.status" "Checksum Status": U8 None = super::CHECKSUM_STATES;
        STREAM "udp.stream" "Stream index": U32 Dec;
        TIME_RELATIVE "udp.time_relative" "Time since first frame": RelTime;
        TIME_DELTA "udp.time_delta" "Time since previous frame": RelTime;
        PAYLOAD "udp.payload" "Payload": Bytes;
    }
    experts {
        BAD_LENGTH "udp.length.bad" Error Malformed "Bad length value";
        ZERO_CHECKSUM "udp.checksum.zero" Error Checksum "Illegal checksum value (0)";
    }
}

block! {
    /// The header.
    HEAD[8]: SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2, LENGTH @4
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("UDP");
    cx.info_clear();
    cx.proto_len(8);
    let h = cx.block(&HEAD, &mut c)?;
    let (src, dst) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    let (length, checksum) =
        (usize::from(u16::from_be_bytes([h[4], h[5]])), u16::from_be_bytes([h[6], h[7]]));
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);
    cx.proto_append(|o| _ = o.s(", Src Port: ").u(src).s(", Dst Port: ").u(dst));
    cx.info(|o| _ = o.u(src).s(" → ").u(dst).s(" Len=").u(length.saturating_sub(8) as u64));

    // A length of zero is a jumbogram (RFC 2675): the payload is all that is left.
    if (1..8).contains(&length) || length > all.left() && !cx.is_quoted() && !cx.fragmented {
        let said = length;
        let room = all.left();
        cx.expert_with(BAD_LENGTH, requin_wire::Item::NONE, at(4, 2), |o| {
            o.s("Bad length value ").u(said as u64);
            o.s(if said < 8 { " < 8" } else { " > IP payload length" });
        });
        cx.info_add(|o| {
            o.s(" [BAD UDP LENGTH ").u(said as u64);
            if said < 8 {
                o.s(" < 8]")
            } else {
                o.s(" > IP PAYLOAD LENGTH] Len=").u(room.saturating_sub(8) as u64)
            };
        });
        if length < 8 {
            return Ok(());
        }
    }
    let body = if length == 0 { c } else { c.take(length - 8) };
    let facts = cx.transport(Transport {
        kind: TransportKind::Udp,
        quoted: false,
        src: cx.out.columns.src,
        dst: cx.out.columns.dst,
        src_port: src,
        dst_port: dst,
        header: all.span(8),
        payload: body.span(usize::MAX),
        payload_len: body.left() as u32,
    });
    let sum = cx.add(CHECKSUM, at(6, 2), Value::U(u64::from(checksum)));
    // An IPv4 sender may leave the checksum out.
    let missing = checksum == 0;
    cx.append(sum, |o| _ = o.s(if missing { " [zero-value ignored]" } else { " [unverified]" }));
    cx.generated(CHECKSUM_STATUS, at(6, 0), Value::U(if missing { 3 } else { 2 }));
    if let Some(facts) = facts {
        cx.generated(STREAM, body.span(0), Value::U(u64::from(facts.stream)));
        if cx.wants_any(TIME_RELATIVE, TIME_DELTA) {
            let times = cx.line(at(0, 0), |o| _ = o.s("Timestamps"));
            cx.set_generated(times);
            let now = cx.meta.time;
            cx.under(times, |cx| {
                cx.generated(TIME_RELATIVE, at(0, 0), now.since(facts.first).into());
                cx.generated(TIME_DELTA, at(0, 0), now.since(facts.previous).into());
            });
        }
    }
    if body.captured() > 0 {
        let n = body.captured();
        let payload = cx.add(PAYLOAD, body.span(n), Value::Bytes(body.span(n)));
        cx.label(payload, |o| {
            _ = o.s("UDP payload (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" })
        });
    }
    if body.is_empty() {
        return Ok(());
    }
    let app = facts.and_then(|f| f.app);
    if cx.by_port(requin_wire::Table::Udp, app, body)? {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, body)
}

/// Fields that are read from the datagram alone, whatever came before it.
pub const PURE: &[requin_wire::Field] =
    &[PROTO, SRCPORT, DSTPORT, PORT, LENGTH, CHECKSUM, CHECKSUM_STATUS, PAYLOAD];
