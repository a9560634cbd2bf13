//! PPP's multilink protocol, RFC 1990: frames in fragments over several links, or each whole in one.

use crate::common::YES;
use crate::link::ppp;
use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

proto! {
    MP "mp" "PPP Multilink Protocol" "PPP MP" Link
    on [Ppp 61]
    fields {
        FRAG "mp.frag" "Fragment": U8 Hex & 0xfc;
        SEQ "mp.seq" "Sequence number": U24 Dec;
        SEQUENCE_NUM_CLS "mp.sequence_num_cls" "Class": U8 Dec & 0x3c;
        SSEQ "mp.sseq" "Short Sequence number": U16 Dec & 0xfff;
        PAYLOAD "mp.payload" "Payload": Bytes;
        FIRST "mp.first" "First fragment": Bool(8) & 0x80 = YES;
        LAST "mp.last" "Last fragment": Bool(8) & 0x40 = YES;
        SEQUENCE_NUM_RESERVED "mp.sequence_num_reserved" "Reserved": Bool(8) & 0x3;
        FRAGMENTS "mp.fragments" "Message fragments": None;
        FRAGMENT "mp.fragment" "Message fragment": Framenum;
        FRAGMENT_COUNT "mp.fragment.count" "Message fragment count": U32 Dec;
        REASSEMBLED_LENGTH "mp.reassembled.length" "Reassembled length": U32 Dec;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("PPP MP");
    cx.info_clear();
    cx.info(|o| _ = o.s("PPP Multilink"));
    cx.proto_len(4);
    let flags = c.peek_u8(0)?;
    cx.flags(FRAG, &mut c, 1, &[FIRST, LAST, SEQUENCE_NUM_CLS, SEQUENCE_NUM_RESERVED])?;
    let number = cx.u24(SEQ, &mut c)?;
    if c.is_empty() {
        return Ok(());
    }
    if flags & 0xc0 != 0xc0 {
        cx.info_add(|o| _ = o.s(" (PPP MP Unreassembled fragment ").u(number).s(")"));
        let n = c.left();
        return cx.bytes(PAYLOAD, &mut c, n).map(|_| ());
    }
    // First and last at once: it is whole.
    let all = c.span(c.left());
    let item = cx.add(FRAGMENTS, all, Value::None);
    cx.under(item, |cx| {
        cx.add(FRAGMENT, all, Value::U(cx.meta.number));
        cx.generated(FRAGMENT_COUNT, c.span(0), Value::U(1));
        cx.generated(REASSEMBLED_LENGTH, c.span(0), Value::U(c.left() as u64));
    });
    cx.call(ppp::ID, c)
}
