//! The frame: what the capture says of a packet, and the beginning of its dissection.

use requin_wire::{
    Cursor, Cx, Dissection, FRAME, Facts, Item, Meta, Out, Registry, Sink, Span, Step, Table, Time, Value,
    Want, names, proto,
};

proto! {
    FRAME "frame" "Frame" "Frame" Link
    on []
    fields {
        SECTION_NUMBER "frame.section_number" "Section number": U32 Dec;
        INTERFACE_ID "frame.interface_id" "Interface id": U32 Dec;
        INTERFACE_NAME "frame.interface_name" "Interface name": Str;
        INTERFACE_DESCRIPTION "frame.interface_description" "Interface description": Str;
        PACKET_FLAGS "frame.packet_flags" "Packet flags": U32 Hex;
        DIRECTION "frame.packet_flags_direction" "Direction": U32 Hex & 0x0000_0003 = DIRECTIONS;
        RECEPTION_TYPE "frame.packet_flags_reception_type" "Reception type": U32 Dec & 0x0000_001c = RECEPTIONS;
        FCS_LENGTH "frame.packet_flags_fcs_length" "FCS length": U32 Dec & 0x0000_01e0;
        RESERVED "frame.packet_flags_reserved" "Reserved": U32 Dec & 0x0000_fe00;
        CRC_ERROR "frame.packet_flags_crc_error" "CRC error": Bool(32) & 0x0100_0000 = crate::common::SET;
        TOO_LONG "frame.packet_flags_packet_too_error" "Packet too long error": Bool(32) & 0x0200_0000 = crate::common::SET;
        TOO_SHORT "frame.packet_flags_packet_too_short_error" "Packet too short error": Bool(32) & 0x0400_0000 = crate::common::SET;
        GAP_ERROR "frame.packet_flags_wrong_inter_frame_gap_error" "Wrong interframe gap error": Bool(32) & 0x0800_0000 = crate::common::SET;
        UNALIGNED "frame.packet_flags_unaligned_frame_error" "Unaligned frame error": Bool(32) & 0x1000_0000 = crate::common::SET;
        DELIMITER_ERROR "frame.packet_flags_start_frame_delimiter_error" "Start frame delimiter error": Bool(32) & 0x2000_0000 = crate::common::SET;
        PREAMBLE_ERROR "frame.packet_flags_preamble_error" "Preamble error": Bool(32) & 0x4000_0000 = crate::common::SET;
        SYMBOL_ERROR "frame.packet_flags_symbol_error" "Symbol error": Bool(32) & 0x8000_0000 = crate::common::SET;
        ENCAP_TYPE "frame.encap_type" "Encapsulation type": I16 Dec = super::encap::NAMES;
        TIME "frame.time" "Arrival Time": AbsTime Local;
        OFFSET_SHIFT "frame.offset_shift" "Time shift for this packet": RelTime;
        TIME_EPOCH "frame.time_epoch" "Epoch Time": RelTime;
        TIME_DELTA "frame.time_delta" "Time delta from previous captured frame": RelTime;
        TIME_DELTA_DISPLAYED "frame.time_delta_displayed" "Time delta from previous displayed frame": RelTime;
        TIME_RELATIVE "frame.time_relative" "Time since reference or first frame": RelTime;
        NUMBER "frame.number" "Frame Number": U32 Dec;
        LEN "frame.len" "Frame length on the wire": U32 Dec;
        CAP_LEN "frame.cap_len" "Frame length stored into the capture file": U32 Dec;
        DROP_COUNT "frame.drop_count" "Drop Count": U64 Dec;
        MARKED "frame.marked" "Frame is marked": Bool = crate::common::TRUE;
        IGNORED "frame.ignored" "Frame is ignored": Bool = crate::common::TRUE;
        P2P_DIR "frame.p2p_dir" "Point-to-Point Direction": I8 Dec = P2P_DIRECTIONS;
        PROTOCOLS "frame.protocols" "Protocols in frame": Str;
        COMMENT "frame.comment" "Comment": Str;
    }
    experts {
        COMMENT_EXPERT "frame.comment.expert" Comment Comments "Formatted comment";
        TIME_INVALID "frame.time_invalid" Note Sequence "Arrival Time: Fractional second out of range (0-1000000000)";
        LEN_LT_CAPLEN "frame.len_lt_caplen" Error Malformed "Frame length is less than captured length";
    }
}

names! {
    DIRECTIONS { 0 => "Unknown", 1 => "Inbound", 2 => "Outbound" }
    RECEPTIONS { 0 => "Not specified", 1 => "Unicast", 2 => "Multicast", 3 => "Broadcast", 4 => "Promiscuous" }
    P2P_DIRECTIONS { 0 => "Sent", 1 => "Received" }
}

/// Dissects a frame: all its layers, and the marker where it is cut or malformed.
pub fn dissect_frame<S: Sink>(
    registry: &Registry,
    want: &Want,
    meta: &Meta,
    facts: &Facts<'_>,
    bytes: &[u8],
    out: &mut Dissection,
) {
    out.clear();
    let mut cx = Cx::<S>::new(meta, facts, registry, want, out);
    let c = Cursor::new(bytes, meta.original.max(meta.captured) as usize, FRAME);
    if !facts.notes.comments.is_empty() && S::FIELDS {
        _ = cx.call(super::comment::ID, c);
        cx.out.layers.clear();
    }
    // The frame is a protocol like any other, but for what it leaves in case of a stop.
    _ = cx.call(ID, c);
    cx.settle();
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let frame = cx.place();
    let mut protocols = Item::NONE;
    if cx.wants_any(SECTION_NUMBER, LEN_LT_CAPLEN) || cx.wants_labels() || cx.wants_experts() {
        record(cx);
        // Its value is known at the end only.
        protocols = cx.generated(PROTOCOLS, Span::default(), Value::None);
    }
    let link = u32::from(cx.meta.link);
    let step = match cx.dispatch(Table::Link, link, c) {
        Ok(true) => Ok(()),
        Ok(false) => {
            cx.protocol("UNKNOWN");
            let encap = cx.meta.encap;
            cx.info(|o| _ = o.s("WTAP_ENCAP = ").u(encap));
            cx.call(super::data::ID, c)
        }
        Err(stop) => Err(stop),
    };
    super::mark(cx, step, &c);
    cx.return_to(frame);
    if protocols.is_some() {
        let layers = std::mem::take(&mut cx.out.layers);
        let registry = cx.registry;
        let value = cx.keep(|o| {
            let mut first = true;
            for l in layers.iter().skip(1) {
                let Some(p) = registry.proto(l.proto) else { continue };
                o.s(if first { "" } else { ":" }).s(p.abbr);
                first = false;
            }
        });
        cx.out.layers = layers;
        cx.set_value(protocols, value);
    }
    Ok(())
}

/// What the capture's record of the packet says.
fn record<S: Sink>(cx: &mut Cx<'_, S>) {
    let whole = Span::default();
    let m = cx.meta;
    let notes = cx.facts.notes;
    let direction = m.packet_flags.map_or(0, |f| f & 3);
    let me = cx.proto_item();
    cx.label(me, |o| {
        o.s("Frame ").u(m.number).s(": ");
        for (n, what, after) in [(m.original, " on wire (", ", "), (m.captured, " captured (", "")] {
            o.u(n)
                .s(if n == 1 { " byte" } else { " bytes" })
                .s(what)
                .u(n.wrapping_mul(8))
                .s(" bits)")
                .s(after);
        }
        if m.has_interface {
            o.s(" on interface ");
            o.s(if notes.interface.is_empty() { "unknown" } else { notes.interface })
                .s(", id ")
                .u(m.interface);
        }
        o.s(match direction {
            1 => " (inbound)",
            2 => " (outbound)",
            _ => "",
        });
    });
    if m.section != 0 {
        cx.add(SECTION_NUMBER, whole, Value::U(u64::from(m.section)));
    }
    if m.has_interface {
        let name = if notes.interface.is_empty() { "unknown" } else { notes.interface };
        let item = cx.add(INTERFACE_ID, whole, Value::U(u64::from(m.interface)));
        cx.append(item, |o| _ = o.s(" (").s(name).s(")"));
        cx.under(item, |cx| {
            cx.add_str(INTERFACE_NAME, whole, |o| _ = o.s(name));
            if !notes.interface_description.is_empty() {
                cx.add_str(INTERFACE_DESCRIPTION, whole, |o| _ = o.s(notes.interface_description));
            }
        });
    }
    if let Some(flags) = m.packet_flags {
        packet_flags(cx, flags);
    }
    cx.add(ENCAP_TYPE, whole, Value::I(i64::from(m.encap)));
    if m.has_time {
        cx.add(TIME, whole, m.time.into());
        cx.generated(OFFSET_SHIFT, whole, Time::ZERO.into());
        cx.add(TIME_EPOCH, whole, m.time.into());
        cx.generated(TIME_DELTA, whole, m.time.since(m.previous).into());
        cx.generated(TIME_DELTA_DISPLAYED, whole, m.time.since(m.previous_displayed).into());
        cx.generated(TIME_RELATIVE, whole, m.time.since(m.first).into());
    }
    cx.add(NUMBER, whole, Value::U(m.number));
    let item = cx.add(LEN, whole, Value::U(u64::from(m.original)));
    cx.label(item, |o| {
        o.s("Frame Length: ");
        bytes_and_bits(o, m.original);
    });
    if m.original < m.captured {
        cx.expert(LEN_LT_CAPLEN, item, whole);
    }
    let item = cx.add(CAP_LEN, whole, Value::U(u64::from(m.captured)));
    cx.label(item, |o| {
        o.s("Capture Length: ");
        bytes_and_bits(o, m.captured);
    });
    if let Some(n) = m.dropped {
        cx.add(DROP_COUNT, whole, Value::U(n));
    }
    cx.generated(MARKED, whole, Value::U(0));
    cx.generated(IGNORED, whole, Value::U(0));
    match direction {
        1 => _ = cx.add(P2P_DIR, whole, Value::I(1)),
        2 => _ = cx.add(P2P_DIR, whole, Value::I(0)),
        _ => {}
    }
}

/// The flags of a packet block.
fn packet_flags<S: Sink>(cx: &mut Cx<'_, S>, flags: u32) {
    let whole = Span::default();
    let item = cx.add(PACKET_FLAGS, whole, Value::U(u64::from(flags)));
    cx.under(item, |cx| {
        for field in [
            DIRECTION,
            RECEPTION_TYPE,
            FCS_LENGTH,
            RESERVED,
            CRC_ERROR,
            TOO_LONG,
            TOO_SHORT,
            GAP_ERROR,
            UNALIGNED,
            DELIMITER_ERROR,
            PREAMBLE_ERROR,
            SYMBOL_ERROR,
        ] {
            let mask = cx.registry.field(field).mask;
            cx.add(field, whole, Value::U(requin_wire::masked(u64::from(flags), mask)));
        }
    });
}

/// `1 byte (8 bits)`; the bits are counted in 32 bits, as Wireshark does.
fn bytes_and_bits(o: &mut Out<'_>, n: u32) {
    o.u(n).s(if n == 1 { " byte (" } else { " bytes (" }).u(n.wrapping_mul(8)).s(" bits)");
}
