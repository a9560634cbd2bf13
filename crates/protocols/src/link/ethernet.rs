//! Ethernet, IEEE 802.3: type frames (Ethernet II) and length frames.

use super::ethertype::{Below, behind, carry_padded};
use super::oui;
use requin_wire::{Addr, AddrKind, Cursor, Cx, Field, Names, Sink, Step, Stop, Value, be, proto};

proto! {
    ETH "eth" "Ethernet" "Ethernet" Link
    on [Link 1, Ether 0x6558]
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
        FCS_STATUS "eth.fcs.status" "FCS Status": U8 None = crate::transport::CHECKSUM_STATES;
    }
    experts {
        SRC_NOT_GROUP "eth.src_not_group" Warn Protocol "Source MAC must not be a group address: IEEE 802.3-2002, Section 3.2.3(b)";
        INVALID_LENTYPE "eth.invalid_lentype.expert" Warn Protocol "Invalid length/type";
        LEN_PAST_END "eth.len.past_end" Error Malformed "Length field value goes past the end of the payload";
        PADDING_BAD "eth.padding_bad" Note Protocol "Padding identification may be inaccurate and impact trailer dissector";
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
const ADDR_ROWS: [Field; 6] = [ADDR, ADDR_RESOLVED, ADDR_OUI, ADDR_OUI_RESOLVED, LG, IG];

/// The greatest number in the type field that is a length.
const MAX_LENGTH: u16 = 1500;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("Ethernet");
    cx.proto_len(14);
    let h = match c.peek_array::<14>() {
        Ok(h) => h,
        Err(stop) => {
            partial_addresses(cx, &c);
            cx.drop_node();
            return Err(stop);
        }
    };
    // A header that was cut leaves what a tunnel around it says.
    cx.info_clear();
    cx.addresses(AddrKind::Ether, &h[6..12], &h[..6]);
    let kind = u16::from_be_bytes([h[12], h[13]]);
    if kind == super::fabricpath::ETHERTYPE && h[6] & 2 != 0 {
        // The outer header is FabricPath's own.
        let item = cx.proto_item();
        cx.hide(item);
        return cx.call(super::fabricpath::ID, c);
    }
    if super::isl::begins(h) {
        let item = cx.proto_item();
        cx.hide(item);
        return cx.next_pdu(super::isl::ID, c);
    }
    let resolve = cx.registry.prefs.resolve_mac;
    // A length of zero is no length, but a type that says nothing.
    let has_length = (1..=MAX_LENGTH).contains(&kind);
    let unknown = (MAX_LENGTH + 1..0x600).contains(&kind);
    // IPX straight behind the length begins with its checksum, which is never used.
    let raw_ipx = has_length && c.peek_bytes(14, 2).is_ok_and(|b| b == [0xff, 0xff]);
    let item = cx.proto_item();
    cx.label(item, |o| {
        if !has_length {
            o.s(if unknown { "Ethernet (Unknown), Src: " } else { "Ethernet II, Src: " });
            if let (Some(src), Some(dst)) = (h[6..].first_chunk::<6>(), h.first_chunk::<6>()) {
                oui::named(o, src, resolve);
                o.s(", Dst: ");
                oui::named(o, dst, resolve);
            }
        } else {
            o.s("IEEE 802.3 Ethernet ").s(if raw_ipx { "Raw " } else { "" });
        }
    });
    if !has_length {
        cx.info(|o| _ = o.s(if unknown { "Ethernet Unknown" } else { "Ethernet II" }));
    }
    if cx.wants_any(DST, IG) || cx.wants(SRC_NOT_GROUP) || cx.wants_experts() {
        address(cx, &c, &DST_ROWS, "Destination");
        let mut s = c;
        s.skip(6)?;
        address(cx, &s, &SRC_ROWS, "Source");
    }
    c.skip(12)?;
    // A frame that is carried by another layer comes without its check sequence; in that of ISL it stays.
    let below = cx.out.layers.len().checked_sub(2).and_then(|i| cx.out.layers.get(i));
    let fcs = match below.map(|l| l.proto) {
        Some(super::isl::ID) => Some(4),
        _ if cx.out.layers.len() <= 2 => cx.meta.fcs_len,
        _ => Some(0),
    };
    let below = Below { item, trailer: TRAILER, all, fcs };
    if !has_length {
        let kind = cx.u16(TYPE, &mut c)?;
        if unknown {
            let data = c;
            return cx.call(crate::meta::data::ID, data);
        }
        return carry_padded(cx, kind, c, below);
    }
    let len_item = cx.field(LEN, &mut c, 2)?;
    if usize::from(kind) > c.left() {
        cx.expert(LEN_PAST_END, len_item, all.span(0));
    }
    length_frame(cx, usize::from(kind), raw_ipx, c, below)
}

/// What there is of the addresses in a header that was cut.
#[cold]
fn partial_addresses<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    if let Ok(dst) = c.peek_bytes(0, 6) {
        cx.out.columns.dst = Addr::new(AddrKind::Ether, dst);
    }
    if let Ok(src) = c.peek_bytes(6, 6) {
        cx.out.columns.src = Addr::new(AddrKind::Ether, src);
    }
}

/// The payload of a frame with a length instead of a type; what is longer is padding.
///
/// # Errors
/// None: a stop of the payload is marked before the trailer is looked at.
pub fn length_frame<S: Sink>(
    cx: &mut Cx<'_, S>,
    len: usize,
    raw_ipx: bool,
    mut c: Cursor<'_>,
    below: Below<'_>,
) -> Step {
    // A check sequence that is certain is no part of the payload.
    let all = c;
    let room = all.left().saturating_sub(usize::from(below.fcs.unwrap_or(0)));
    let body = c.take(len.min(room));
    let place = cx.place();
    let step = if raw_ipx {
        match cx.registry.proto_named("ipx").map(|p| p.id) {
            Some(id) => cx.call(id, body),
            None => cx.call(crate::meta::data::ID, body),
        }
    } else {
        cx.call(super::llc::ID, body)
    };
    if !S::FIELDS {
        return step;
    }
    // A payload that was cut, and didn't say so itself, or a trailer without a byte of it.
    let lost = if body.is_cut() { step.is_ok() } else { c.captured() == 0 && !c.is_empty() };
    if step.is_err() {
        crate::meta::mark(cx, step, &body);
        cx.return_to(place);
    }
    let step = if lost { Err(Stop::Cut) } else { behind(cx, c, below) };
    crate::meta::mark(cx, step, &c);
    Ok(())
}

/// An address and all that is concluded from it.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, rows: &[Field; 6], label: &'static str) {
    let Ok(a) = c.peek_array::<6>() else { return };
    let whole = c.span(6);
    let resolve = cx.registry.prefs.resolve_mac;
    let item = cx.add(rows[0], whole, Value::Bytes(whole));
    cx.label(item, |o| {
        o.s(label).s(": ");
        oui::address(o, a, resolve);
        if resolve {
            o.s(" (").hex_bytes(a, b':').s(")");
        }
    });
    cx.under(item, |cx| {
        names(cx, c, rows);
        if rows[0] == SRC && a[0] & 1 != 0 {
            cx.expert(SRC_NOT_GROUP, item, whole);
        }
        let it = cx.add(ADDR, whole, Value::Bytes(whole));
        if resolve {
            cx.label(it, |o| {
                o.s("Address: ");
                oui::address(o, a, true);
                o.s(" (").hex_bytes(a, b':').s(")");
            });
        }
        names(cx, c, &ADDR_ROWS);
        let half = c.span(3);
        for (at, mask) in [(4, 2), (5, 1)] {
            let set = Value::U(u64::from(a[0] & mask != 0));
            cx.add(rows[at], half, set);
            cx.hidden(ADDR_ROWS[at], half, set);
        }
    });
}

/// The hidden names of an address.
fn names<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, rows: &[Field; 6]) {
    let Ok(a) = c.peek_array::<6>() else { return };
    let (whole, half) = (c.span(6), c.span(3));
    let resolve = cx.registry.prefs.resolve_mac;
    if !cx.wants_hidden() {
        return;
    }
    let it = cx.add_str(rows[1], whole, |o| oui::address(o, a, resolve));
    cx.hide(it);
    if !(cx.wants(rows[2]) || cx.wants(rows[3])) {
        return;
    }
    // Whoever holds the first three bytes, even when parts of the rest were given on.
    let maker = oui::maker(&a[..3]);
    let it = cx.add(rows[2], half, Value::U(be(&a[..3])));
    cx.hide(it);
    if let Some(m) = maker {
        let it = cx.add_str(rows[3], whole, |o| _ = o.s(m.long));
        cx.hide(it);
    }
}
