//! VLAN tags: IEEE 802.1Q, and 802.1ad for the provider's.

use super::ethertype::{Below, carry_padded};
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    VLAN "vlan" "802.1Q Virtual LAN" "VLAN" Link
    on [Ether 0x8100, Ether 0x9100, Ether 0x9200]
    fields {
        PRIORITY "vlan.priority" "Priority": U16 Dec & 0xe000 = PRIORITIES;
        CFI "vlan.cfi" "CFI": Bool(16) & 0x1000 = Names::Bools("Non-canonical", "Canonical");
        DEI "vlan.dei" "DEI": Bool(16) & 0x1000 = Names::Bools("Eligible", "Ineligible");
        ID_FIELD "vlan.id" "ID": U16 Dec & 0x0fff;
        ETYPE "vlan.etype" "Type": U16 Hex = super::ethertype::NAMES;
        LEN "vlan.len" "Length": U16 Dec;
        TRAILER "vlan.trailer" "Trailer": Bytes;
    }
    experts {
        LEN_PAST_END "vlan.len.past_end" Error Malformed "Length field value goes past the end of the payload";
        TOO_MANY_TAGS "vlan.too_many_tags" Warn Undecoded "Too many nested VLAN tags";
    }
}

names! {
    PRIORITIES {
        0 => "Best Effort (default)", 1 => "Background", 2 => "Excellent Effort", 3 => "Critical Applications",
        4 => "Video, < 100ms latency and jitter", 5 => "Voice, < 10ms latency and jitter",
        6 => "Internetwork Control", 7 => "Network Control",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("VLAN");
    cx.info_clear();
    cx.proto_len(4);
    let tci = c.peek_u16(0)?;
    let (priority, dei, id) = (tci >> 13, tci >> 12 & 1, tci & 0x0fff);
    cx.info(|o| _ = o.s("PRI: ").u(priority).s("  DEI: ").u(dei).s("  ID: ").u(id));
    cx.proto_append(|o| _ = o.s(", PRI: ").u(priority).s(", DEI: ").u(dei).s(", ID: ").u(id));
    for field in [PRIORITY, DEI, ID_FIELD] {
        cx.peek(field, &c, 2)?;
    }
    c.skip(2)?;
    let kind = c.peek_u16(0)?;
    let item = cx.proto_item();
    let below = Below { item, trailer: TRAILER, all, fcs: Some(0) };
    if kind > 1500 {
        cx.field(ETYPE, &mut c, 2)?;
        return carry_padded(cx, kind, c, below);
    }
    let len_item = cx.field(LEN, &mut c, 2)?;
    if usize::from(kind) > c.left() {
        cx.expert(LEN_PAST_END, len_item, all.span(0));
    }
    let raw_ipx = c.peek_bytes(0, 2).is_ok_and(|b| b == [0xff, 0xff]);
    super::ethernet::length_frame(cx, usize::from(kind), raw_ipx, c, below)
}

/// IEEE 802.1ad.
pub mod ad {
    use super::super::backbone;
    use super::super::ethertype::{Below, carry_padded};
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        IEEE8021AD "ieee8021ad" "IEEE 802.1ad" "802.1ad" Link
        on [Ether 0x88a8]
        fields {
            PRIORITY "ieee8021ad.priority" "Priority": U16 Dec & 0xe000;
            DEI "ieee8021ad.dei" "DEI": U16 Dec & 0x1000;
            ID_FIELD "ieee8021ad.id" "ID": U16 Dec & 0x0fff;
            CVID "ieee8021ad.cvid" "ID": U16 Dec & 0x0fff;
            SVID "ieee8021ad.svid" "ID": U16 Dec & 0x0fff;
        }
    }

    /// The type of both tags.
    const AD: u16 = 0x88a8;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let all = c;
        cx.protocol("802.1ad");
        cx.info_clear();
        cx.proto_len(4);
        let tci = c.peek_u16(0)?;
        let (priority, dei, id) = (tci >> 13, tci >> 12 & 1, tci & 0x0fff);
        cx.info(|o| _ = o.s("PRI: ").u(priority).s("  DROP: ").u(dei).s(" ID: ").u(id));
        cx.proto_append(|o| _ = o.s(", ID: ").u(id));
        for field in [PRIORITY, DEI] {
            cx.peek(field, &c, 2)?;
        }
        let double = c.peek_u16(2)? == AD;
        cx.peek(if double { SVID } else { ID_FIELD }, &c, 2)?;
        c.skip(2)?;
        let mut kind = c.peek_u16(0)?;
        if double {
            // The customer's tag has the same type as the provider's.
            c.skip(2)?;
            let inner = c.peek_u16(0)? & 0x0fff;
            cx.proto_len(8);
            let item = cx.proto_item();
            cx.label(item, |o| _ = o.s("IEEE 802.1ad, S-VID: ").u(id).s(", C-VID: ").u(inner));
            for field in [PRIORITY, DEI, CVID] {
                cx.peek(field, &c, 2)?;
            }
            c.skip(2)?;
            kind = c.peek_u16(0)?;
        }
        cx.field(backbone::ETYPE, &mut c, 2)?;
        let item = cx.proto_item();
        carry_padded(cx, kind, c, Below { item, trailer: backbone::TRAILER, all, fcs: Some(0) })
    }
}
