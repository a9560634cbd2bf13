//! Token Ring, IEEE 802.5, with its source routes.

use requin_wire::{AddrKind, Cursor, Cx, Names, Out, Sink, Step, Value, names, proto};

proto! {
    TR "tr" "Token-Ring" "TR" Link
    on [Link 6]
    fields {
        AC "tr.ac" "Access Control": U8 Hex;
        PRIORITY "tr.priority" "Priority": U8 Dec & 0xe0;
        FRAME "tr.frame" "Frame": Bool(8) & 0x10 = Names::Bools("Frame", "Token");
        MONITOR_CNT "tr.monitor_cnt" "Monitor Count": U8 Dec & 0x8;
        PRIORITY_RESERVATION "tr.priority_reservation" "Priority Reservation": U8 Dec & 0x7;
        FC "tr.fc" "Frame Control": U8 Hex;
        FRAME_TYPE "tr.frame_type" "Frame Type": U8 Dec & 0xc0 = FRAME_TYPE_NAMES;
        FRAME_PCF "tr.frame_pcf" "Frame PCF": U8 Dec & 0xf = FRAME_PCF_NAMES;
        DST "tr.dst" "Destination": Ether;
        SRC "tr.src" "Source": Ether;
        ADDR "tr.addr" "Source or Destination Address": Ether;
        SR "tr.sr" "Source Routed": Bool(8);
        RIF_BYTES "tr.rif_bytes" "RIF Bytes": U8 Dec;
        BROADCAST "tr.broadcast" "Broadcast Type": U8 Dec = BROADCAST_NAMES;
        MAX_FRAME_SIZE "tr.max_frame_size" "Maximum Frame Size": U8 Dec = MAX_FRAME_SIZE_NAMES;
        DIRECTION "tr.direction" "Direction": U8 Dec = DIRECTION_NAMES;
        RIF "tr.rif" "Ring-Bridge Pairs": Str;
        RIF_RING "tr.rif.ring" "RIF Ring": U16 Hex;
        RIF_BRIDGE "tr.rif.bridge" "RIF Bridge": U8 Hex;
        RIF_EXTRA "tr.rif.extra" "Extra RIF bytes beyond spec": Bytes;
    }
}

names! {
    FRAME_TYPE_NAMES {
        0 => "MAC",
        1 => "LLC",
        2 => "Reserved",
    }
    FRAME_PCF_NAMES {
        0 => "Normal buffer",
        1 => "Express buffer",
        2 => "Purge",
        3 => "Claim Token",
        4 => "Beacon",
        5 => "Active Monitor Present",
        6 => "Standby Monitor Present",
    }
    BROADCAST_NAMES {
        0 => "Non-broadcast",
        32 => "Non-broadcast",
        64 => "Non-broadcast",
        96 => "Non-broadcast",
        128 => "All-routes broadcast",
        160 => "All-routes broadcast",
        192 => "Single-route broadcast",
        224 => "Single-route broadcast",
    }
    MAX_FRAME_SIZE_NAMES {
        0 => "516",
        16 => "1500",
        32 => "2052",
        48 => "4472",
        64 => "8144",
        80 => "11407",
        96 => "17800",
        112 => "65535",
    }
    DIRECTION_NAMES {
        0 => "From originating station (-->)",
        128 => "To originating station (<--)",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("TR");
    let whole = c;
    let h = *c.peek_array::<14>()?;
    // The first bit of the source says that a route follows.
    let routed = h[8] & 0x80 != 0;
    cx.info(|o| _ = o.s("Token-Ring ").s(FRAME_TYPE_NAMES.or(u64::from(h[1] >> 6), "Unknown")));
    let mut source = [0; 6];
    source.copy_from_slice(&h[8..14]);
    source[0] &= 0x7f;
    cx.addresses(AddrKind::Ether, &source, &h[2..8]);
    let (_, item) = cx.flags(AC, &mut c, 1, &[PRIORITY, FRAME, MONITOR_CNT, PRIORITY_RESERVATION])?;
    if h[0] & 0x10 != 0 {
        cx.append(item, |o| _ = o.s(", Frame"));
    }
    let (_, item) = cx.flags(FC, &mut c, 1, &[FRAME_TYPE, FRAME_PCF])?;
    cx.append(item, |o| {
        o.s(", Frame Type: ").s(FRAME_TYPE_NAMES.or(u64::from(h[1] >> 6), "Unknown"));
        o.s(", Frame PCF: ").s(FRAME_PCF_NAMES.or(u64::from(h[1] & 15), "Unknown"));
    });
    cx.peek(DST, &c, 6)?;
    let item = cx.field(ADDR, &mut c, 6)?;
    cx.hide(item);
    cx.peek(SRC, &c, 6)?;
    let item = cx.peek(ADDR, &c, 6)?;
    cx.hide(item);
    cx.add(SR, c.span(1), Value::U(u64::from(routed)));
    c.skip(6)?;
    if routed {
        route(cx, &mut c)?;
    }
    cx.proto_len(whole.left() - c.left());
    cx.call(if h[1] >> 6 == 1 { super::llc::ID } else { crate::meta::data::ID }, c)
}

/// The most bytes of a route that the standard knows.
const MAX_ROUTE: usize = 18;

/// The rings and the bridges between them that the frame goes by.
fn route<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let h = *c.peek_array::<2>()?;
    let len = usize::from(h[0] & 0x1f);
    let route = c.take_all(len.max(2))?;
    cx.add(RIF_BYTES, route.span(1), Value::U(len as u64));
    cx.add(BROADCAST, route.span(1), Value::U(u64::from(h[0] & 0xe0)));
    let mut at = route;
    at.skip(1)?;
    cx.add(MAX_FRAME_SIZE, at.span(1), Value::U(u64::from(h[1] & 0x70)));
    cx.add(DIRECTION, at.span(1), Value::U(u64::from(h[1] & 0x80)));
    at.skip(1)?;
    let known = at.within(len.min(MAX_ROUTE).saturating_sub(2));
    let pairs = known.rest();
    if pairs.len() >= 2 {
        let backwards = h[1] & 0x80 != 0;
        cx.add_str(RIF, known.span(pairs.len()), |o| pairs_text(o, pairs, backwards));
        let mut each = known;
        while each.left() >= 2 {
            let pair = each.peek_u16(0)?;
            let item = cx.add(RIF_RING, each.span(2), Value::U(u64::from(pair >> 4)));
            cx.hide(item);
            each.skip(1)?;
            if each.left() > 1 {
                let item = cx.add(RIF_BRIDGE, each.span(1), Value::U(u64::from(pair & 15)));
                cx.hide(item);
            }
            each.skip(1)?;
        }
    }
    if len > MAX_ROUTE {
        let mut extra = route;
        extra.skip(MAX_ROUTE)?;
        cx.field(RIF_EXTRA, &mut extra, len - MAX_ROUTE)?;
    }
    Ok(())
}

/// Rings and bridges in the order in which the frame comes by them.
fn pairs_text(o: &mut Out<'_>, pairs: &[u8], backwards: bool) {
    let mut words: Vec<u16> = pairs.chunks_exact(2).map(|b| u16::from_be_bytes([b[0], b[1]])).collect();
    if backwards {
        words.reverse();
    }
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            // The bridge between two rings stands with the first of them as they are written.
            let with = if backwards { *word } else { words[i - 1] };
            o.s("-").x(with & 15, 1).s("-");
        }
        o.x(word >> 4, 3);
    }
}
