//! E-Tag: IEEE 802.1BR, bridge port extension.

use super::ethertype::{Below, carry_padded};
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    ETAG "etag" "802.1BR E-Tag" "ETAG" Link
    on [Ether 0x893f]
    fields {
        PCP "etag.pcp" "E-PCP": U16 Dec & 0xe000 = PRIORITIES;
        DEI "etag.dei" "E-DEI": U16 Dec & 0x1000;
        IECID_BASE "etag.iecid_base" "Ingress_E-CID_base": U16 Hex & 0x0fff;
        RESV "etag.resv" "Reserved": U16 Dec & 0xc000;
        GROUP "etag.group" "GRP": U16 Dec & 0x3000 = GROUPS;
        ECID_BASE "etag.ecid_base" "E-CID_base": U16 Hex & 0x0fff;
        IECID_EXT "etag.iecid_ext" "Ingress_E-CID_ext": U8 Hex;
        ECID_EXT "etag.ecid_ext" "E-CID_ext": U8 Hex;
        ETYPE "etag.etype" "Type": U16 Hex = super::ethertype::NAMES;
        TRAILER "etag.trailer" "Trailer": Bytes;
    }
}

names! {
    PRIORITIES {
        0 => "Best Effort (default)", 1 => "Background", 2 => "Spare", 3 => "Excellent Effort",
        4 => "Controlled Load", 5 => "Video, < 100ms latency and jitter", 6 => "Voice, < 10ms latency and jitter",
        7 => "Network Control",
    }
    GROUPS {
        0 => "Point-to-point", 1 => "Point-to-multipoint", 2 => "Point-to-multipoint", 3 => "Point-to-multipoint",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("802.1BR E-Tag");
    cx.info_clear();
    cx.proto_len(8);
    let (ingress, target, ext) = (c.peek_u16(0)?, c.peek_u16(2)?, c.peek_u16(4)?);
    // The extension stands above the twelve bits of the base.
    let ingress_id = u32::from(ext >> 8) << 12 | u32::from(ingress & 0x0fff);
    let target_id = u32::from(ext & 0xff) << 12 | u32::from(target & 0x0fff);
    let tci = u64::from(ingress) << 32 | u64::from(target) << 16 | u64::from(ext);
    cx.proto_append(|o| {
        o.s(", TCI: 0x").x(tci, 12).s(" Ingress_E-CID: ").u(ingress_id).s(" E-CID: ").u(target_id);
    });
    for field in [PCP, DEI, IECID_BASE] {
        cx.peek(field, &c, 2)?;
    }
    c.skip(2)?;
    for field in [RESV, GROUP, ECID_BASE] {
        cx.peek(field, &c, 2)?;
    }
    c.skip(2)?;
    cx.field(IECID_EXT, &mut c, 1)?;
    cx.field(ECID_EXT, &mut c, 1)?;
    let kind = cx.u16(ETYPE, &mut c)?;
    let item = cx.proto_item();
    carry_padded(cx, kind, c, Below { item, trailer: TRAILER, all, fcs: Some(0) })
}
