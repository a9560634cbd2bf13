//! What is not a protocol on the wire: the frame itself, data nobody claims, markers.

pub mod comment;
pub mod data;
pub mod encap;
pub mod expert;
pub mod frame;
pub mod malformed;
pub mod short;
pub mod string;
pub mod unreassembled;

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop};

/// Whether no field at all is wanted, of whatever protocol. It takes a while to tell: for work that is long.
#[must_use]
pub fn only_columns<S: Sink>(cx: &Cx<'_, S>) -> bool {
    let last = u16::try_from(cx.registry.fields().len()).unwrap_or(u16::MAX);
    !cx.wants_labels() && !cx.wants_any(Field(0), Field(last))
}

/// Leaves the marker of a packet that was cut or broke its protocol, at the top of the tree. A layer that
/// has something to say behind its payload (a trailer) calls it for the payload's stop; the frame calls
/// it for all others.
pub fn mark<S: Sink>(cx: &mut Cx<'_, S>, step: Step, c: &Cursor<'_>) {
    mark_as(cx, step, c, cx.proto());
}

/// As [`mark`], and names another protocol than the one that is being dissected.
pub fn mark_as<S: Sink>(cx: &mut Cx<'_, S>, step: Step, c: &Cursor<'_>, who: requin_wire::ProtoId) {
    let Err(stop) = step else { return };
    if !S::FIELDS {
        return;
    }
    let name = cx.registry.proto(who).map_or("Frame", |p| p.short);
    let span = c.span(0);
    match stop {
        Stop::Cut => {
            cx.info_add(|o| _ = o.s("[Packet size limited during capture]"));
            let item = cx.marker(short::ID, span);
            cx.label(item, |o| _ = o.s("[Packet size limited during capture: ").s(name).s(" truncated]"));
        }
        Stop::Short if cx.fragmented => {
            cx.info_add(|o| _ = o.s("[BoundErrorUnreassembled Packet]"));
            let item = cx.marker(unreassembled::ID, span);
            cx.label(item, |o| _ = o.s("[BoundError Unreassembled Packet: ").s(name).s("]"));
            cx.under(item, |cx| cx.expert_here(unreassembled::EXPERT, span, |_| ()));
        }
        _ => {
            let why = match stop {
                Stop::Contained => ": length of contained item exceeds length of containing item",
                _ => "",
            };
            cx.info_add(|o| _ = o.s("[Malformed Packet").s(why).s("]"));
            let item = cx.marker(malformed::ID, span);
            cx.label(item, |o| _ = o.s("[Malformed Packet: ").s(name).s(why).s("]"));
            cx.under(item, |cx| cx.expert_here(malformed::EXPERT, span, |_| ()));
        }
    }
}
