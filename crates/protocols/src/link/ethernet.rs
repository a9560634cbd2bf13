//! Ethernet, IEEE 802.3: type frames (Ethernet II) and length frames.

use requin_wire::{AddrKind, Cursor, Cx, Field, Names, Sink, Step, Value, be, proto};

proto! {
    ETH "eth" "Ethernet" "Ethernet" Link
    on [Link 1]
    fields {
        DST "eth.dst" "Destination": Ether;
        DST_RESOLVED "eth.dst_resolved" "Destination (resolved)": Str;
        DST_OUI "eth.dst.oui" "Destination OUI": U24 Oui;
        DST_OUI_RESOLVED "eth.dst.oui_resolved" "Destination OUI (resolved)": Str;
        DST_LG "eth.dst.lg" "LG bit": Bool(24) & 0x0002_0000 = LOCAL;
        DST_IG "eth.dst.ig" "IG bit": Bool(24) & 0x0001_0000 = MULTICAST;
        SRC "eth.src" "Source": Ether;
        SRC_RESOLVED "eth.src_resolved" "Source (resolved)": Str;
        SRC_OUI "eth.src.oui" "Source OUI": U24 Oui;
        SRC_OUI_RESOLVED "eth.src.oui_resolved" "Source OUI (resolved)": Str;
        SRC_LG "eth.src.lg" "LG bit": Bool(24) & 0x0002_0000 = LOCAL;
        SRC_IG "eth.src.ig" "IG bit": Bool(24) & 0x0001_0000 = MULTICAST;
        ADDR "eth.addr" "Address": Ether;
        ADDR_RESOLVED "eth.addr_resolved" "Address (resolved)": Str;
        ADDR_OUI "eth.addr.oui" "Address OUI": U24 Oui;
        ADDR_OUI_RESOLVED "eth.addr.oui_resolved" "Address OUI (resolved)": Str;
        LG "eth.lg" "LG bit": Bool(24) & 0x0002_0000 = LOCAL;
        IG "eth.ig" "IG bit": Bool(24) & 0x0001_0000 = MULTICAST;
        TYPE "eth.type" "Type": U16 Hex = super::ethertype::NAMES;
        LEN "eth.len" "Length": U16 Dec;
        PADDING "eth.padding" "Padding": Bytes;
        TRAILER "eth.trailer" "Trailer": Bytes;
        FCS "eth.fcs" "Frame check sequence": U32 Hex;
    }
}

/// Names of the local/global bit.
pub const LOCAL: Names = Names::Bools(
    "Locally administered address (this is NOT the factory default)",
    "Globally unique address (factory default)",
);
/// Names of the individual/group bit.
pub const MULTICAST: Names =
    Names::Bools("Group address (multicast/broadcast)", "Individual address (unicast)");

const DST_ROWS: [Field; 6] = [DST, DST_RESOLVED, DST_OUI, DST_OUI_RESOLVED, DST_LG, DST_IG];
const SRC_ROWS: [Field; 6] = [SRC, SRC_RESOLVED, SRC_OUI, SRC_OUI_RESOLVED, SRC_LG, SRC_IG];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Ethernet");
    cx.proto_len(14);
    let h = c.peek_array::<14>()?;
    cx.addresses(AddrKind::Ether, &h[6..12], &h[..6]);
    let kind = u16::from_be_bytes([h[12], h[13]]);
    let ethernet2 = kind >= 0x600;
    let item = cx.proto_item();
    cx.label(item, |o| {
        o.s(if ethernet2 { "Ethernet II, Src: " } else { "IEEE 802.3 Ethernet " });
        if ethernet2 {
            o.hex_bytes(&h[6..12], b':').s(", Dst: ").hex_bytes(&h[..6], b':');
        }
    });
    if cx.wants_any(DST, IG) {
        address(cx, &c, &DST_ROWS);
        let mut s = c;
        s.skip(6)?;
        address(cx, &s, &SRC_ROWS);
    }
    c.skip(12)?;
    let kind = cx.u16(TYPE, &mut c)?;
    super::ethertype::carry(cx, kind, c)
}

/// An address and all that is concluded from it.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, rows: &[Field; 6]) {
    let Ok(a) = c.peek_array::<6>() else { return };
    let [full, resolved, oui, _oui_resolved, lg, ig] = *rows;
    let (whole, half) = (c.span(6), c.span(3));
    let prefix = be(&a[..3]);
    let item = cx.add(full, whole, Value::Bytes(whole));
    cx.label(item, |o| {
        o.s(if full == DST { "Destination: " } else { "Source: " }).hex_bytes(a, b':');
    });
    cx.under(item, |cx| {
        let name = |cx: &mut Cx<'_, S>, field: Field| {
            let it = cx.add_str(field, whole, |o| _ = o.hex_bytes(a, b':'));
            cx.hide(it);
        };
        name(cx, resolved);
        cx.hidden(oui, half, Value::U(prefix));
        cx.add(ADDR, whole, Value::Bytes(whole));
        name(cx, ADDR_RESOLVED);
        cx.hidden(ADDR_OUI, half, Value::U(prefix));
        let bit = |cx: &mut Cx<'_, S>, field: Field, any: Field, set: bool| {
            cx.add(field, half, Value::U(u64::from(set)));
            cx.hidden(any, half, Value::U(u64::from(set)));
        };
        bit(cx, lg, LG, a[0] & 2 != 0);
        bit(cx, ig, IG, a[0] & 1 != 0);
    });
}
