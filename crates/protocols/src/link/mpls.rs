//! Multiprotocol Label Switching, RFC 3032: the stack of labels, and what its bottom one leads to.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Table, proto};

proto! {
    MPLS "mpls" "MultiProtocol Label Switching Header" "MPLS" Network
    on [Ether 0x8847, Ether 0x8848, Ppp 0x0281, Ppp 0x0283, IpProto 137]
    fields {
        LABEL "mpls.label" "MPLS Label": U32 DecHex & 0xfffff000 = LABEL_NAMES;
        EXP "mpls.exp" "MPLS Experimental Bits": U32 Dec & 0xe00;
        BOTTOM "mpls.bottom" "MPLS Bottom Of Label Stack": U32 Dec & 0x100;
        TTL "mpls.ttl" "MPLS TTL": U32 Dec & 0xff;
    }
}

const LABEL_NAMES: Names = Names::Special(&[
    (0, "IPv4 Explicit-Null"),
    (1, "Router Alert"),
    (2, "IPv6 Explicit-Null"),
    (3, "Implicit-Null"),
    (7, "Entropy Label Indicator (ELI)"),
    (13, "Generic Associated Channel Label (GAL)"),
    (14, "OAM Alert"),
]);

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MPLS");
    cx.info(|o| _ = o.s("MPLS Label Switched Packet"));
    cx.proto_len(4);
    let word = c.peek_u32(0)?;
    let (label, exp, bottom, ttl) = (word >> 12, word >> 9 & 7, word >> 8 & 1, word & 255);
    cx.proto_append(|o| {
        o.s(", Label: ").u(label);
        if let Some(name) = LABEL_NAMES.find(u64::from(label)).filter(|_| label < 16) {
            o.s(" (").s(name).s(")");
        }
        o.s(", Exp: ").u(exp).s(", S: ").u(bottom).s(", TTL: ").u(ttl);
    });
    cx.peek(LABEL, &c, 4)?;
    for field in [EXP, BOTTOM, TTL] {
        cx.peek(field, &c, 4)?;
    }
    c.skip(4)?;
    if bottom == 0 {
        // One label after the other: each is a layer of its own.
        return cx.call(ID, c);
    }
    if cx.dispatch(Table::MplsLabel, label, c)? {
        return Ok(());
    }
    let first = c.peek_u8(0)?;
    match first >> 4 {
        4 => cx.call(crate::network::ipv4::ID, c),
        6 => cx.call(crate::network::ipv6::ID, c),
        1 => control_channel(cx, c),
        0 if c.peek_u8(1).is_ok_and(|b| b == 0) => pseudowire(cx, c),
        _ => cx.call(super::ethernet::ID, c),
    }
}

/// An associated channel (RFC 4385): its header, then what its type leads to.
fn control_channel<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u16(2)?;
    c.skip(4)?;
    match kind {
        0x0021 => cx.call(crate::network::ipv4::ID, c),
        0x0057 => cx.call(crate::network::ipv6::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// An Ethernet pseudowire with a control word (RFC 4448), told by its zeros.
fn pseudowire<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.left() < 18 {
        return cx.call(crate::meta::data::ID, c);
    }
    cx.call(control_word::ID, c)
}

/// The control word of Ethernet pseudowires, RFC 4448 section 4.6.
pub mod control_word {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PWETHCW "pwethcw" "PW Ethernet Control Word" "Ethernet PW (with CW)" Link
        on []
        fields {
            SEQUENCE_NUMBER "pweth.cw.sequence_number" "PW sequence number (ethernet)": U16 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("Ethernet PW (with CW)");
        cx.info_clear();
        cx.proto_len(4);
        c.skip(2)?;
        let number = c.peek_u16(0)?;
        let item = cx.field(SEQUENCE_NUMBER, &mut c, 2)?;
        cx.label(item, |o| _ = o.s("Sequence Number: ").u(number));
        cx.call(super::super::ethernet::ID, c)
    }
}
