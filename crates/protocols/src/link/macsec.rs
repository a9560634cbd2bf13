//! The security tag of MACsec, IEEE 802.1AE.

use crate::common::{SET, run};
use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    MACSEC "macsec" "802.1AE Security tag" "MACSEC" Link
    on [Ether 0x88e5]
    fields {
        TCI "macsec.TCI" "TCI": U8 Hex & 0xfc;
        TCI_V "macsec.TCI.V" "VER": U8 Hex & 0x80;
        TCI_ES "macsec.TCI.ES" "ES": Bool(8) & 0x40 = SET;
        TCI_SC "macsec.TCI.SC" "SC": Bool(8) & 0x20 = SET;
        TCI_SCB "macsec.TCI.SCB" "SCB": Bool(8) & 0x10 = SET;
        TCI_E "macsec.TCI.E" "E": Bool(8) & 0x8 = SET;
        TCI_C "macsec.TCI.C" "C": Bool(8) & 0x4 = SET;
        AN "macsec.AN" "AN": U8 Hex & 0x3;
        SL "macsec.SL" "Short length": U8 Dec;
        PN "macsec.PN" "Packet number": U32 Dec;
        SCI_SYSTEM_IDENTIFIER "macsec.SCI.system_identifier" "System Identifier": Ether;
        SCI_PORT_IDENTIFIER "macsec.SCI.port_identifier" "Port Identifier": U16 Dec;
        ETYPE "macsec.etype" "Ethertype": U16 Hex;
        ICV "macsec.ICV" "ICV": Bytes;
    }
}

/// Bytes of the integrity check value.
const ICV_LEN: usize = 16;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let tci = c.peek_u8(0)?;
    let (version, es, sc, encrypted) = (tci >> 7, tci & 0x40 != 0, tci & 0x20 != 0, tci & 0x0c != 0);
    // An end station's tag needs no channel identifier of its own.
    let channel = if sc { 8 } else { 0 };
    if version != 0 || es && sc || c.left() < 6 + channel + ICV_LEN + if encrypted { 0 } else { 2 } {
        return Err(requin_wire::Stop::NotMine);
    }
    cx.protocol("MACSEC");
    cx.info(|o| _ = o.s("MACsec frame"));
    let named = [(0x40, "ES"), (0x20, "SC"), (0x10, "SCB"), (0x08, "E"), (0x04, "C")];
    let item = cx.peek(TCI, &c, 1)?;
    cx.append(item, |o| {
        o.s(", VER: ").hex(version, 1);
        for (_, name) in named.iter().filter(|n| tci & n.0 != 0) {
            o.s(", ").s(name);
        }
    });
    cx.under(item, |cx| -> Step {
        for bit in [TCI_V, TCI_ES, TCI_SC, TCI_SCB, TCI_E, TCI_C] {
            cx.peek(bit, &c, 1)?;
        }
        Ok(())
    })?;
    run(cx, &mut c, &[(AN, 1)])?;
    let short = usize::from(cx.u8(SL, &mut c)?);
    cx.u32(PN, &mut c)?;
    if sc {
        run(cx, &mut c, &[(SCI_SYSTEM_IDENTIFIER, 6), (SCI_PORT_IDENTIFIER, 2)])?;
    }
    let kind = if encrypted { None } else { Some(cx.u16(ETYPE, &mut c)?) };
    let mut n = c.left() - ICV_LEN;
    let counted = short.saturating_sub(if encrypted { 0 } else { 2 });
    if short != 0 {
        n = n.min(counted);
    }
    let payload = c.take(n);
    if !c.is_cut() {
        cx.peek(ICV, &c, ICV_LEN)?;
    }
    cx.proto_len(0);
    match kind {
        Some(kind) => super::ethertype::bare(cx, kind, payload),
        None => cx.call(crate::meta::data::ID, payload),
    }
}
