//! Multiprotocol Label Switching, RFC 3032: the stack of labels, and what its bottom one leads to.

use requin_wire::{Cursor, Cx, Item, Names, Sink, Step, Stop, Table, proto};

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

/// Generic Associated Channel Label, RFC 5586.
const GAL: u32 = 13;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MPLS");
    cx.info(|o| _ = o.s("MPLS Label Switched Packet"));
    cx.proto_len(4);
    let mut item = cx.proto_item();
    // The stack is one layer, and every label a node of its own.
    let label = loop {
        let word = c.peek_u32(0)?;
        cx.under(item, |cx| label(cx, &c, item, word))?;
        c.skip(4)?;
        if word >> 8 & 1 != 0 {
            break word >> 12;
        }
        if c.is_empty() {
            return Err(Stop::Short);
        }
        item = cx.marker(ID, c.span(4));
    };
    if cx.dispatch(Table::MplsLabel, label, c)? {
        return Ok(());
    }
    let first = c.peek_u8(0)?;
    if label == GAL {
        return cx.call(channel::ID, c);
    }
    match first >> 4 {
        4 => cx.call(crate::network::ipv4::ID, c),
        6 => cx.call(crate::network::ipv6::ID, c),
        1 => cx.call(channel::ID, c),
        0 => pseudowire(cx, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// One label.
fn label<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, item: Item, word: u32) -> Step {
    let (label, exp, bottom, ttl) = (word >> 12, word >> 9 & 7, word >> 8 & 1, word & 255);
    cx.append(item, |o| {
        o.s(", Label: ").u(label);
        if let Some(name) = LABEL_NAMES.find(u64::from(label)).filter(|_| label < 16) {
            o.s(" (").s(name).s(")");
        }
        o.s(", Exp: ").u(exp).s(", S: ").u(bottom).s(", TTL: ").u(ttl);
    });
    for field in [LABEL, EXP, BOTTOM, TTL] {
        cx.peek(field, c, 4)?;
    }
    Ok(())
}

/// An Ethernet pseudowire (RFC 4448), with a control word or without: what begins at the addresses of known makers is the
/// frame.
fn pseudowire<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.layer_only(heuristic::ID, &c);
    if c.left() < 14 {
        return cx.call(crate::meta::data::ID, c);
    }
    let known = |at: usize| {
        [at, at + 6]
            .iter()
            .filter(|at| c.peek_bytes(**at, 6).is_ok_and(|a| super::oui::maker(a).is_some()))
            .count()
    };
    if c.left() < 18 || known(0) == 2 && known(4) != 2 {
        return cx.call(no_control_word::ID, c);
    }
    cx.call(control_word::ID, c)
}

/// Where it was guessed whether there is a control word.
pub mod heuristic {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PWETHHEURISTIC "pwethheuristic" "Ethernet PW (CW heuristic)" "Ethernet PW (CW heuristic)" Link
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::pseudowire(cx, c)
    }
}

/// Ethernet pseudowires without a control word.
pub mod no_control_word {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PWETHNOCW "pwethnocw" "Ethernet PW (no CW)" "Ethernet PW (no CW)" Link
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        cx.drop_node();
        cx.call(super::super::ethernet::ID, c)
    }
}

/// Associated channels of pseudowires, sections and paths (RFC 4385 section 5, RFC 5586 section 3).
pub mod channel {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        PWACH "pwach" "PW Associated Channel Header" "PW Associated Channel" Network
        on []
        fields {
            VER "pwach.ver" "Channel Version": U8 Dec & 0xf;
            RES "pwach.res" "Reserved": U8 Hex;
            CHANNEL_TYPE "pwach.channel_type" "Channel Type": U16 Hex = TYPES;
        }
    }

    names! { TYPES {
        0 => "Reserved",
        1 => "Management Communication Channel (MCC)",
        2 => "Signaling Communication Channel (SCC)",
        7 => "BFD Control, PW-ACH-encapsulated (BFD Without IP/UDP Headers)",
        10 => "MPLS Direct Loss Measurement (DLM)",
        11 => "MPLS Inferred Loss Measurement (ILM)",
        12 => "MPLS Delay Measurement (DM)",
        13 => "MPLS Direct Loss and Delay Measurement (DLM+DM)",
        14 => "MPLS Inferred Loss and Delay Measurement (ILM+DM)",
        33 => "IPv4 packet",
        34 => "MPLS-TP CC message",
        35 => "MPLS-TP CV message",
        36 => "Protection State Coordination Protocol (PSC)",
        37 => "On-Demand CV",
        38 => "LI",
        39 => "Pseudo-Wire OAM",
        40 => "MAC Withdraw OAM Msg",
        87 => "IPv6 packet",
        88 => "Fault OAM",
        32760 => "Reserved for Experimental Use",
        32761 => "Reserved for Experimental Use",
        32762 => "Reserved for Experimental Use",
        32763 => "Reserved for Experimental Use",
        32764 => "Reserved for Experimental Use",
        32765 => "Reserved for Experimental Use",
        32766 => "Reserved for Experimental Use",
        32767 => "Reserved for Experimental Use",
        35074 => "MPLS-TP OAM",
    } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("PW Associated Channel");
        cx.info_clear();
        cx.proto_len(4);
        let kind = c.peek_u16(2)?;
        for (field, n) in [(VER, 1), (RES, 1), (CHANNEL_TYPE, 2)] {
            cx.field(field, &mut c, n)?;
        }
        match kind {
            0x0007 => cx.call(crate::network::bfd::ID, c),
            0x0021 => cx.call(crate::network::ipv4::ID, c),
            0x0057 => cx.call(crate::network::ipv6::ID, c),
            _ => cx.call(crate::meta::data::ID, c),
        }
    }
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
