//! A packet put together from fragments: its tree, and a source of its own.

use crate::application::pieces::piece;
use requin_wire::{Assembled, Cursor, Cx, Field, Part, Sink, Span, Step, Value};

/// The fields that tell of fragments, which each version of IP has.
pub(super) struct Rows {
    /// The version.
    pub(super) name: &'static str,
    /// What the source of the payload's bytes is called.
    pub(super) source: &'static str,
    /// The list, whether its value is the payload, and one of it.
    pub(super) list: Field,
    pub(super) list_is_bytes: bool,
    pub(super) fragment: Field,
    pub(super) error: Field,
    pub(super) overlap: Field,
    pub(super) conflict: Field,
    pub(super) multiple_tails: Field,
    pub(super) too_long: Field,
    pub(super) count: Field,
    pub(super) length: Field,
    pub(super) data: Field,
}

/// Shows where a payload came from, and goes on in it.
///
/// # Errors
/// Whatever stops what is inside.
pub(super) fn inside<S: Sink>(
    cx: &mut Cx<'_, S>,
    rows: &'static Rows,
    whole: &Assembled,
    go_on: impl FnOnce(&mut Cx<'_, S>, Cursor<'_>) -> Step,
) -> Step {
    cx.with_source(rows.source, whole.bytes.clone(), |cx, c| {
        let outer = std::mem::replace(&mut cx.fragmented, false);
        list(cx, rows, whole, c.span(usize::MAX));
        let step = go_on(cx, c);
        cx.fragmented = outer;
        step
    })
    .unwrap_or(Ok(()))
}

fn list<S: Sink>(cx: &mut Cx<'_, S>, rows: &'static Rows, whole: &Assembled, all: Span) {
    if !S::FIELDS {
        return;
    }
    let value = if rows.list_is_bytes { Value::Bytes(all) } else { Value::None };
    let top = cx.generated(rows.list, all, value);
    cx.label_in_pieces(top, |o| {
        o.u(whole.parts.len() as u64).s(" ").s(rows.name).s(if whole.parts.len() == 1 {
            " Fragment ("
        } else {
            " Fragments ("
        });
        o.u(all.len).s(" bytes): ");
        for (i, p) in whole.parts.iter().enumerate() {
            o.s(if i == 0 { "#" } else { ", #" }).u(p.frame).s("(").u(p.len).s(")");
        }
    });
    cx.under(top, |cx| {
        for p in &whole.parts {
            let wrong = p.flags & (Part::CONFLICT | Part::MULTIPLE_TAILS | Part::TOO_LONG) != 0;
            let field = if wrong { rows.error } else { rows.fragment };
            let (start, len) = (p.offset.min(all.len), p.len.min(all.len.saturating_sub(p.offset)));
            let span = Span { start, len, ..all };
            let item = cx.generated(field, span, Value::U(p.frame));
            cx.label(item, |o| piece(o, p.frame, p.offset, p.len));
            cx.under(item, |cx| {
                for (flag, field) in [
                    (Part::OVERLAP, rows.overlap),
                    (Part::CONFLICT, rows.conflict),
                    (Part::MULTIPLE_TAILS, rows.multiple_tails),
                    (Part::TOO_LONG, rows.too_long),
                ] {
                    if p.has(flag) {
                        cx.generated(field, span, Value::U(1));
                    }
                }
            });
        }
        let none = Span { len: 0, ..all };
        cx.generated(rows.count, none, Value::U(whole.parts.len() as u64));
        cx.generated(rows.length, none, Value::U(u64::from(all.len)));
        cx.generated(rows.data, all, Value::Bytes(all));
    });
}
