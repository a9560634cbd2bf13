//! What stations tell of their logical links, IEEE 802.2: the basic format of exchange identification.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    BASICXID "basicxid" "Logical-Link Control Basic Format XID" "Basic Format XID" Network
    on []
    fields {
        LLC_XID_FORMAT "basicxid.llc.xid.format" "XID Format": U8 Hex = LLC_XID_FORMAT_NAMES;
        LLC_XID_TYPES "basicxid.llc.xid.types" "LLC Types/Classes": U8 Hex = LLC_XID_TYPES_NAMES;
        LLC_XID_WSIZE "basicxid.llc.xid.wsize" "Receive Window Size": U8 Dec;
    }
}

names! {
    LLC_XID_FORMAT_NAMES { 129 => "LLC basic format" }
    LLC_XID_TYPES_NAMES {
        1 => "Type 1 LLC (Class I LLC)", 2 => "Type 2 LLC", 3 => "Type 1 and Type 2 LLCs (Class II LLC)",
        4 => "Type 3 LLC", 5 => "Type 1 and Type 3 LLCs (Class III LLC)", 6 => "Type 2 and Type 3 LLCs",
        7 => "Type 1 and Type 2 and Type 3 LLCs (Class IV LLC)",
    }
}

/// The only format.
pub(super) const FORMAT: u8 = 0x81;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("XID");
    let [format, types, window] = *c.peek_array::<3>()?;
    cx.info(|o| {
        o.s("Basic Format; ").s(LLC_XID_TYPES_NAMES.or(u64::from(types & 0x1f), "Unknown"));
        o.s("; Window Size ").u(window >> 1);
    });
    cx.add(LLC_XID_FORMAT, c.span(1), Value::U(u64::from(format)));
    c.skip(1)?;
    cx.add(LLC_XID_TYPES, c.span(1), Value::U(u64::from(types & 0x1f)));
    c.skip(1)?;
    cx.add(LLC_XID_WSIZE, c.span(1), Value::U(u64::from(window >> 1)));
    Ok(())
}
