//! ISO transport over TCP: the frames of RFC 1006, and the class 0 of X.224 inside them.

use requin_wire::{Cursor, Cx, Pdu, Ports, Sink, Step, proto};

proto! {
    TPKT "tpkt" "TPKT Heuristic (for RDP)" "TPKT Heuristic (for RDP)" App
    on [Tcp 102, Tcp 1720]
    looks_like [Tcp accepts => [3..=3]]
    frames [pdu_len]
    remember [super::osi::remember]
    fields {
        VERSION "tpkt.version" "Version": U8 Dec;
        RESERVED "tpkt.reserved" "Reserved": U8 Dec;
        LENGTH "tpkt.length" "Length": U16 Dec;
        CONTINUATION_DATA "tpkt.continuation_data" "Continuation data": Bytes;
    }
}

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [3, _, a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(4)),
        [3] | [3, _] | [3, _, _] => Pdu::More(4),
        [] => Pdu::More(4),
        _ => Pdu::AsItComes,
    }
}

/// Version 3, nothing reserved, and a transport PDU that fits its frame.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    let [3, 0, a, b, li, kind, more @ ..] = c.rest() else { return false };
    if *li == 8 {
        // Q.931, the message that begins a call, with a call reference of two bytes.
        let len = usize::from(u16::from_be_bytes([*a, *b]));
        return *kind == 2 && len <= c.left() && matches!(more, [_, _, 1..=0x7f, ..]);
    }
    let (len, li) = (usize::from(u16::from_be_bytes([*a, *b])), usize::from(*li));
    len >= 7
        && len <= c.left()
        && li + 5 <= len
        && (matches!(kind & 0xf0, 0xe0 | 0xd0) && li >= 6
            || *kind == 0x80 && li == 6
            || *kind == 0xf0 && li == 2)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? != 3 {
        cx.protocol("TPKT");
        cx.info(|o| _ = o.s("Continuation"));
        let n = c.left();
        return cx.bytes(CONTINUATION_DATA, &mut c, n).map(|_| ());
    }
    let len = usize::from(c.peek_u16(2)?);
    cx.protocol("TPKT");
    cx.proto_len(4);
    cx.label(cx.proto_item(), |o| _ = o.s("TPKT, Version: 3, Length: ").u(len as u64));
    let mut one = c.take(len.max(4));
    cx.u8(VERSION, &mut one)?;
    cx.u8(RESERVED, &mut one)?;
    cx.u16(LENGTH, &mut one)?;
    if !one.is_empty() {
        let q931 = super::q931::begins(one.rest());
        cx.call(if q931 { super::q931::ID } else { super::cotp::ID }, one)?;
    }
    if c.is_empty() { Ok(()) } else { cx.next_layer(ID, c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_connection_requests() {
        let cr = [3u8, 0, 0, 11, 6, 0xe0, 0, 0, 0, 0, 0];
        assert!(accepts(&Cursor::new(&cr, cr.len(), 0), Ports::default()));
        assert!(!accepts(&Cursor::new(&[3, 0, 0, 200, 6, 0xe0], 6, 0), Ports::default()));
        assert_eq!(pdu_len(&cr, true, &[0; 2]), Pdu::Len(11));
    }
}
