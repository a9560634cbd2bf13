//! Cisco FabricPath: an Ethernet frame inside another whose addresses name switches.

use super::ethernet::{LOCAL, MULTICAST};
use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, proto};

proto! {
    CFP "cfp" "Cisco FabricPath" "CFP" Link
    on []
    fields {
        S_HMAC "cfp.s_hmac" "Source HMAC": None;
        D_HMAC "cfp.d_hmac" "Destination HMAC": None;
        D_HMAC_MC "cfp.d_hmac_mc" "MC Destination": Ether;
        EID "cfp.eid" "End Node ID": U24 DecHex & 0xfc_c000;
        UL "cfp.ul" "U/L bit": Bool(24) & 0x02_0000 = LOCAL;
        IG "cfp.ig" "I/G bit": Bool(24) & 0x01_0000 = MULTICAST;
        OOODL "cfp.ooodl" "OOO/DL Bit": Bool(24) & 0x00_1000 = Names::Bools("Out of order delivery (If DA) or Do not learn (If SA)", "Deliver in order (If DA) or Learn (If SA)");
        SWID "cfp.swid" "switch-id": U24 DecHex & 0x00_0fff;
        SSWID "cfp.sswid" "sub-switch-id": U8 DecHex;
        LID "cfp.lid" "Source LID": U16 DecHex;
        ETYPE "cfp.etype" "FP Ethertype": U16 Hex = super::ethertype::NAMES;
        FTAG "cfp.ftag" "FTAG": U16 Dec & 0xffc0;
        TTL "cfp.ttl" "TTL": U16 Dec & 0x003f;
        FCS "cfp.fcs" "Frame check sequence": U32 Hex;
        FCS_STATUS "cfp.fcs.status" "FCS status": U8 None = crate::transport::CHECKSUM_STATES;
    }
}

/// Ethertype of the outer frame.
pub const ETHERTYPE: u16 = 0x8903;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CFP");
    cx.proto_len(16);
    let h = c.peek_array::<16>()?;
    let text = |o: &mut requin_wire::Out<'_>, a: &[u8]| {
        let switch = requin_wire::be(a.get(1..3).unwrap_or_default()) & 0x0fff;
        o.x(switch, 3).c(b'.').x(a.get(3).copied().unwrap_or(0), 2).c(b'.');
        o.x(requin_wire::be(a.get(4..6).unwrap_or_default()), 4);
    };
    let resolve = cx.registry.prefs.resolve_mac;
    cx.proto_append(|o| {
        o.s(", Src: ");
        text(o, &h[6..12]);
        o.s(", Dst: ");
        if let (1, Some(group)) = (h[0] & 1, h.first_chunk::<6>()) {
            super::oui::named(o, group, resolve);
        } else {
            text(o, &h[..6]);
        }
    });
    for (field, name, at) in [(D_HMAC, "Destination: ", 0), (S_HMAC, "Source: ", 6)] {
        // A group keeps its own address.
        if at == 0 && h[0] & 1 != 0 {
            cx.field(D_HMAC_MC, &mut c, 6)?;
            continue;
        }
        let item = cx.add(field, c.span(6), Value::None);
        cx.label(item, |o| {
            o.s(name);
            text(o, h.get(at..at + 6).unwrap_or_default());
        });
        cx.under(item, |cx| -> Step {
            for field in [EID, UL, IG, OOODL] {
                cx.peek(field, &c, 3)?;
            }
            cx.field(SWID, &mut c, 3)?;
            cx.field(SSWID, &mut c, 1)?;
            cx.field(LID, &mut c, 2)?;
            Ok(())
        })?;
    }
    cx.field(ETYPE, &mut c, 2)?;
    cx.peek(FTAG, &c, 2)?;
    cx.field(TTL, &mut c, 2)?;
    // The outer frame's check sequence ends what was captured.
    let inner = c.take(c.left().saturating_sub(4));
    if let Ok(item) = cx.peek(FCS, &c, 4) {
        cx.append(item, |o| _ = o.s(" [unverified]"));
        cx.generated(FCS_STATUS, c.span(0), Value::U(2));
    }
    cx.call(super::ethernet::ID, inner)
}
