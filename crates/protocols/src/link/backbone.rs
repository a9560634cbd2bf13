//! Provider backbone bridges (IEEE 802.1ah): customers' frames behind a service instance tag.

use super::ethertype::{self, Below, carry_padded};
use requin_wire::{AddrKind, Cursor, Cx, Sink, Step, Value, proto};

proto! {
    IEEE8021AH "ieee8021ah" "IEEE 802.1ah" "802.1ah" Link
    on [Ether 0x88e7]
    fields {
        PRIORITY "ieee8021ah.priority" "Priority": U32 Dec & 0xe0000000;
        DROP "ieee8021ah.drop" "DROP": U32 Dec & 0x10000000;
        NCA "ieee8021ah.nca" "NCA": U32 Dec & 0x8000000;
        RES1 "ieee8021ah.res1" "RES1": U32 Dec & 0x4000000;
        RES2 "ieee8021ah.res2" "RES2": U32 Dec & 0x3000000;
        ISID "ieee8021ah.isid" "I-SID": U32 Dec & 0xffffff;
        CDST "ieee8021ah.cdst" "C-Destination": Ether;
        CSRC "ieee8021ah.csrc" "C-Source": Ether;
        ETYPE "ieee8021ah.etype" "Type": U16 Hex = ethertype::NAMES;
        TRAILER "ieee8021ah.trailer" "Trailer": Bytes;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("802.1ah");
    cx.info_clear();
    cx.proto_len(18);
    let h = c.peek_array::<16>()?;
    let tag = c.peek_u32(0)?;
    let isid = tag & 0x00ff_ffff;
    let (dst, src) = (&h[4..10], &h[10..16]);
    cx.info(|o| {
        o.s("PRI: ").u(tag >> 29).s("  Drop: ").u(tag >> 28 & 1).s("  NCA: ").u(tag >> 27 & 1);
        o.s("  Res1: ").u(tag >> 26 & 1).s("  Res2: ").u(tag >> 24 & 3).s("  I-SID: ").u(isid);
    });
    let resolve = cx.registry.prefs.resolve_mac;
    cx.proto_append(|o| {
        o.s(", I-SID: ").u(isid);
        for (before, address) in [(", C-Src: ", src), (", C-Dst: ", dst)] {
            if let Some(address) = address.first_chunk::<6>() {
                super::oui::named(o.s(before), address, resolve);
            }
        }
    });
    cx.addresses(AddrKind::Ether, src, dst);
    let tagged = c.span(4);
    let line = cx.add(PROTO, tagged, Value::Bytes(tagged));
    cx.label(line, |o| _ = o.s("I-Tag, I-SID: ").u(isid));
    cx.under(line, |cx| -> Step {
        for field in [PRIORITY, DROP, NCA, RES1, RES2, ISID] {
            cx.peek(field, &c, 4)?;
        }
        Ok(())
    })?;
    c.skip(4)?;
    cx.field(CDST, &mut c, 6)?;
    cx.field(CSRC, &mut c, 6)?;
    let kind = cx.u16(ETYPE, &mut c)?;
    let item = cx.proto_item();
    carry_padded(cx, kind, c, Below { item, trailer: TRAILER, all, fcs: Some(0) })
}
