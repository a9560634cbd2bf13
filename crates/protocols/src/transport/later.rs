//! What a transport says in the Info column, written only when nobody above says something else: most of it would be
//! written in vain.

use requin_wire::{Cx, Out, Sink};

/// Stands for the text meanwhile: columns are UTF-8, which has no such byte.
const MARK: u8 = 0xff;

/// More layers than a transport right below the frame's headers has: further packets may follow inside.
const MOST_LAYERS: usize = 5;

/// Puts the transport's text off, if that can be done: until [`settle`], a byte stands for it. The column has to be
/// empty, but for what is fenced.
#[inline]
pub(super) fn put_off<S: Sink>(cx: &mut Cx<'_, S>) -> bool {
    let can = cx.wants_columns() && cx.out.layers.len() <= MOST_LAYERS && cx.out.transports.len() <= 1;
    if can {
        cx.out.columns.info.text.push(MARK);
    }
    can
}

/// Writes a text that was put off, unless another took its place.
#[inline]
pub(super) fn settle<S: Sink>(cx: &mut Cx<'_, S>, text: impl FnOnce(&mut Out<'_>)) {
    let column = &mut cx.out.columns.info.text;
    let Some(at) = memchr::memchr(MARK, column) else { return };
    if at + 1 == column.len() {
        column.truncate(at);
        return text(&mut Out::new(column));
    }
    let behind = column.split_off(at + 1);
    column.truncate(at);
    text(&mut Out::new(column));
    column.extend_from_slice(&behind);
}
