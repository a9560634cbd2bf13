//! General Inter-ORB Protocol (CORBA): headers, and the number and operation of requests.

use requin_wire::{Cursor, Cx, Pdu, Ports, Sink, Step, Stop, Value, names, proto};

proto! {
    GIOP "giop" "General Inter-ORB Protocol" "GIOP" App
    on []
    looks_like [Tcp accepts => [b'G'..=b'G']]
    frames sized [frames]
    fields {
        MAGIC_FIELD "giop.magic" "Magic": Str;
        MAJOR_VERSION "giop.major_version" "Major Version": U8 Dec;
        MINOR_VERSION "giop.minor_version" "Minor Version": U8 Dec;
        FLAGS "giop.flags" "Message Flags": U8 Hex;
        FLAGS_ZIOP_ENABLED "giop.flags.ziop_enabled" "ZIOP Enabled": Bool(8) & 0x8;
        FLAGS_ZIOP_SUPPORTED "giop.flags.ziop_supported" "ZIOP Supported": Bool(8) & 0x4;
        FLAGS_FRAGMENT "giop.flags.fragment" "Fragment": Bool(8) & 0x2;
        FLAGS_LITTLE_ENDIAN "giop.flags.little_endian" "Little Endian": Bool(8) & 0x1;
        TYPE "giop.type" "Message type": U8 Dec = TYPE_NAMES;
        LEN "giop.len" "Message size": U32 Dec;
        REQUEST_ID "giop.request_id" "Request id": U32 Dec;
        REPLYSTATUS "giop.replystatus" "Reply status": U32 Dec = REPLYSTATUS_NAMES;
    }
}

names! {
    TYPE_NAMES {
        0 => "Request",
        1 => "Reply",
        2 => "CancelRequest",
        3 => "LocateRequest",
        4 => "LocateReply",
        5 => "CloseConnection",
        6 => "MessageError",
        7 => "Fragment",
    }
    REPLYSTATUS_NAMES {
        0 => "No Exception",
        1 => "User Exception",
        2 => "System Exception",
        3 => "Location Forward",
        4 => "Location Forward Perm",
        5 => "Needs Addressing Mode",
    }
}

const HEAD: usize = 12;
const MAGIC: &[u8] = b"GIOP";
const LONGEST: usize = 1 << 20;
const REPLY: u8 = 1;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.left() >= HEAD && c.rest().starts_with(MAGIC)
}

/// Length of the body, in the byte order that a flag tells.
fn length(h: &[u8; HEAD]) -> usize {
    let n = [h[8], h[9], h[10], h[11]];
    let n = if h[6] & 1 != 0 { u32::from_le_bytes(n) } else { u32::from_be_bytes(n) };
    (n as usize).min(LONGEST)
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<HEAD>() {
        Some(h) if h.starts_with(MAGIC) => Pdu::Len(HEAD + length(h)),
        None if MAGIC.starts_with(bytes.get(..4).unwrap_or(bytes)) => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    if !h.starts_with(MAGIC) {
        return Err(Stop::NotMine);
    }
    cx.protocol("GIOP");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let little = h[6] & 1 != 0;
    let size = length(&h);
    let kind = h[7];
    cx.info_sep(", ", |o| {
        o.s("GIOP ").u(u64::from(h[4])).s(".").u(u64::from(h[5])).s(" ");
        o.s(TYPE_NAMES.or(u64::from(kind), "Unknown message type"));
    });
    let mut one = c.take(HEAD + size);
    cx.proto_len(one.left());
    let item = cx.line(one.span(HEAD), |o| _ = o.s("GIOP Header"));
    cx.under(item, |cx| -> Step {
        cx.field(MAGIC_FIELD, &mut one, 4)?;
        let item = cx.line(one.span(2), |o| {
            o.s("Version: ").u(u64::from(h[4])).s(".").u(u64::from(h[5]));
        });
        cx.under(item, |cx| -> Step {
            cx.u8(MAJOR_VERSION, &mut one)?;
            cx.u8(MINOR_VERSION, &mut one)?;
            let bits = [FLAGS_ZIOP_ENABLED, FLAGS_ZIOP_SUPPORTED, FLAGS_FRAGMENT, FLAGS_LITTLE_ENDIAN];
            let (raw, item) = cx.flags(FLAGS, &mut one, 1, &bits)?;
            crate::common::say_bits(cx, item, raw, &bits);
            cx.append(item, |o| _ = o.s(if little { "" } else { ", (Big Endian)" }));
            Ok(())
        })?;
        cx.u8(TYPE, &mut one)?;
        cx.add(LEN, one.span(4), Value::U(size as u64));
        one.skip(4)
    })?;
    let number = |c: &Cursor<'_>| -> Result<u64, Stop> {
        let b = *c.peek_array::<4>()?;
        Ok(u64::from(if little { u32::from_le_bytes(b) } else { u32::from_be_bytes(b) }))
    };
    // Before version 1.2, a list of contexts stands before the number.
    if (h[4], h[5]) >= (1, 2) && kind <= REPLY && one.left() >= 4 {
        let id = number(&one)?;
        cx.info_add(|o| _ = o.s(", s=").u(size as u64).s(" id=").u(id));
        let part = if kind == REPLY { " Reply" } else { " Request" };
        let line =
            cx.at_top(|cx| cx.line(one.span(one.left()), |o| _ = o.s("General Inter-ORB Protocol").s(part)));
        cx.under(line, |cx| -> Step {
            cx.add(REQUEST_ID, one.span(4), Value::U(id));
            one.skip(4)?;
            if kind == REPLY && one.left() >= 4 {
                cx.add(REPLYSTATUS, one.span(4), Value::U(number(&one)?));
            }
            Ok(())
        })?;
    }
    if c.left() >= HEAD && c.rest().starts_with(MAGIC) { cx.next_pdu(ID, c) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_in_the_order_of_the_flag() {
        let big = *b"GIOP\x01\x02\x00\x00\x00\x00\x00\x05";
        let little = *b"GIOP\x01\x02\x01\x00\x05\x00\x00\x00";
        assert_eq!((length(&big), length(&little)), (5, 5));
        assert!(matches!(frames(&big, true, &[0; 2]), Pdu::Len(17)));
        assert!(matches!(frames(b"GI", true, &[0; 2]), Pdu::More(HEAD)));
    }
}
