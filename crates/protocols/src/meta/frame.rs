//! The frame: what the capture says of a packet, and the beginning of its dissection.

use requin_wire::{
    Cursor, Cx, Dissection, FRAME, Facts, Meta, Out, Registry, Sink, Span, Step, Stop, Table, Time, Value,
    Want, proto,
};

proto! {
    FRAME "frame" "Frame" "Frame" Link
    on []
    fields {
        SECTION_NUMBER "frame.section_number" "Section number": U32 Dec;
        INTERFACE_ID "frame.interface_id" "Interface id": U32 Dec;
        ENCAP_TYPE "frame.encap_type" "Encapsulation type": I16 Dec;
        TIME "frame.time" "Arrival Time": AbsTime Local;
        OFFSET_SHIFT "frame.offset_shift" "Time shift for this packet": RelTime;
        TIME_EPOCH "frame.time_epoch" "Epoch Time": RelTime;
        TIME_DELTA "frame.time_delta" "Time delta from previous captured frame": RelTime;
        TIME_DELTA_DISPLAYED "frame.time_delta_displayed" "Time delta from previous displayed frame": RelTime;
        TIME_RELATIVE "frame.time_relative" "Time since reference or first frame": RelTime;
        NUMBER "frame.number" "Frame Number": U32 Dec;
        LEN "frame.len" "Frame length on the wire": U32 Dec;
        CAP_LEN "frame.cap_len" "Frame length stored into the capture file": U32 Dec;
        MARKED "frame.marked" "Frame is marked": Bool = crate::common::TRUE;
        IGNORED "frame.ignored" "Frame is ignored": Bool = crate::common::TRUE;
        PROTOCOLS "frame.protocols" "Protocols in frame": Str;
    }
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
    // The frame is a protocol like any other, but for what it leaves in case of a stop.
    _ = cx.call(ID, Cursor::new(bytes, meta.original.max(meta.captured) as usize, FRAME));
    cx.settle();
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let me = cx.proto_item();
    let whole = Span { start: 0, len: 0, source: FRAME };
    let m = cx.meta;
    let frame = cx.place();
    if cx.wants_any(SECTION_NUMBER, PROTOCOLS) || cx.wants_labels() {
        cx.label(me, |o| {
            o.s("Frame ").u(m.number).s(": ");
            bytes_and_bits(o, m.original);
            o.s(" on wire");
            o.s(", ");
            bytes_and_bits(o, m.captured);
            o.s(" captured");
        });
        cx.add(ENCAP_TYPE, whole, Value::I(1));
        cx.add(TIME, whole, m.time.into());
        cx.generated(OFFSET_SHIFT, whole, Time::ZERO.into());
        cx.add(TIME_EPOCH, whole, m.time.into());
        cx.generated(TIME_DELTA, whole, m.time.since(m.previous).into());
        cx.generated(TIME_DELTA_DISPLAYED, whole, m.time.since(m.previous_displayed).into());
        cx.generated(TIME_RELATIVE, whole, m.time.since(m.first).into());
        cx.add(NUMBER, whole, Value::U(m.number));
        let item = cx.add(LEN, whole, Value::U(u64::from(m.original)));
        cx.label(item, |o| {
            o.s("Frame Length: ");
            bytes_and_bits(o, m.original);
        });
        let item = cx.add(CAP_LEN, whole, Value::U(u64::from(m.captured)));
        cx.label(item, |o| {
            o.s("Capture Length: ");
            bytes_and_bits(o, m.captured);
        });
        cx.generated(MARKED, whole, Value::U(0));
        cx.generated(IGNORED, whole, Value::U(0));
    }
    // Its value is known at the end only.
    let protocols = cx.generated(PROTOCOLS, whole, Value::None);
    let step = match cx.dispatch(Table::Link, u32::from(m.link), c) {
        Ok(true) => Ok(()),
        Ok(false) => cx.call(super::data::ID, c),
        Err(stop) => Err(stop),
    };
    mark(cx, step, &c);
    cx.return_to(frame);
    if protocols.is_some() {
        let mut layers = std::mem::take(&mut cx.out.layers);
        let text = cx.registry;
        let value = cx.keep(|o| {
            let mut first = true;
            for l in layers.iter().skip(1) {
                let Some(p) = text.proto(l.proto) else { continue };
                o.s(if first { "" } else { ":" }).s(p.abbr);
                first = false;
            }
        });
        std::mem::swap(&mut cx.out.layers, &mut layers);
        cx.set_value(protocols, value);
    }
    Ok(())
}

fn bytes_and_bits(o: &mut Out<'_>, n: u32) {
    o.u(n).s(if n == 1 { " byte (" } else { " bytes (" }).u(u64::from(n) * 8).s(" bits)");
}

/// Leaves the marker of a frame that was cut or broke its protocol.
fn mark<S: Sink>(cx: &mut Cx<'_, S>, step: Step, c: &Cursor<'_>) {
    let Err(stop) = step else { return };
    let name = cx.registry.proto(cx.proto()).map_or("Frame", |p| p.short);
    let span = c.span(0);
    match stop {
        Stop::Cut => {
            cx.info_add(|o| _ = o.s("[Packet size limited during capture]"));
            let item = cx.marker(super::short::ID, span);
            cx.label(item, |o| _ = o.s("[Packet size limited during capture: ").s(name).s(" truncated]"));
        }
        _ => {
            cx.info_add(|o| _ = o.s("[Malformed Packet]"));
            let item = cx.marker(super::malformed::ID, span);
            cx.label(item, |o| _ = o.s("[Malformed Packet: ").s(name).s("]"));
            cx.under(item, |cx| cx.expert_here(super::malformed::EXPERT, span, |_| ()));
        }
    }
}
