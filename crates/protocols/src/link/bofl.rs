//! Breath of Life, by which bridges of Wellfleet see whether a link lives.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    BOFL "bofl" "Wellfleet Breath of Life" "BOFL" Link
    on [Ether 0x8102]
    fields {
        PDU "bofl.pdu" "PDU": U32 Hex;
        SEQUENCE "bofl.sequence" "Sequence": U32 Dec;
        PADDING "bofl.padding" "Padding": Bytes;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BOFL");
    cx.info_clear();
    let pdu = c.peek_u32(0)?;
    cx.info(|o| _ = o.s("PDU: ").hex(pdu, 8));
    cx.field(PDU, &mut c, 4)?;
    let number = c.peek_u32(0)?;
    cx.info_add(|o| _ = o.s(" Sequence: ").u(number));
    cx.field(SEQUENCE, &mut c, 4)?;
    let n = c.left();
    if n > 0 {
        cx.field(PADDING, &mut c, n)?;
    }
    Ok(())
}
