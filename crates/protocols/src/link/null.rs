//! Loopback of the BSDs: the address family in the host's byte order, or in network order.

use requin_wire::{Cursor, Cx, Sink, Step, Table, Value, be, le, names, proto};

proto! {
    NULL "null" "Null/Loopback" "Null" Link
    on [Link 0, Link 108]
    fields {
        TYPE "null.type" "Type": U16 Hex = super::ethertype::NAMES;
        FAMILY "null.family" "Family": U32 Dec = FAMILIES;
    }
}

names! {
    FAMILIES {
        2 => "IP", 7 => "OSI", 16 => "AppleTalk", 23 => "Netware IPX/SPX", 24 => "IPv6", 28 => "IPv6", 30 => "IPv6",
    }
}

const OPEN_BSD: u16 = 108;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(4);
    if cx.first(c.peek_array::<2>())? == &[0xff, 0x03] {
        cx.protocol("N/A");
        cx.info_clear();
        return cx.call(super::ppp::ID, c);
    }
    cx.protocol("N/A");
    cx.info(|o| _ = o.s("Null/Loopback"));
    let h = cx.first(c.peek_array::<4>())?;
    if matches!(h, [0x0f | 0x8f, 0x00, ..]) {
        // An address of Cisco's HDLC, and an ethertype.
        let kind = u16::from_be_bytes([h[2], h[3]]);
        cx.add(TYPE, c.span(4), Value::U(u64::from(kind)));
        c.skip(4)?;
        return super::ethertype::bare(cx, kind, c);
    }
    let (big, little) = (be(h), le(h));
    // Families are small numbers: the half that is zero tells the byte order.
    let family = if cx.meta.link == OPEN_BSD || big < 0x1_0000 { big } else { little };
    if family < 0x1_0000 && family > 1500 {
        cx.add(TYPE, c.span(4), Value::U(family));
        c.skip(4)?;
        return super::ethertype::carry(cx, family as u16, c);
    }
    cx.add(FAMILY, c.span(4), Value::U(family));
    c.skip(4)?;
    if family < 0x1_0000 && cx.dispatch(Table::Null, family as u32, c)? {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, c)
}
