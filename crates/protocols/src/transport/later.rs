//! What a transport says in the Info column, written only when nobody above says something else: most of it would be
//! written in vain.

use requin_wire::{Cx, Out, Sink};

/// Stands for the text meanwhile: columns are UTF-8, which has no such byte.
const MARK: u8 = 0xff;

/// More layers than a transport right below the frame's headers has: further packets may follow inside.
const MOST_LAYERS: usize = 5;

/// A text that was put off: where the byte is that stands for it.
#[derive(Clone, Copy)]
pub(super) struct Later(usize);

/// Puts the transport's text off, if that can be done: until [`settle`], a byte stands for it. The column has to be
/// empty, but for what is fenced.
#[inline]
pub(super) fn put_off<S: Sink>(cx: &mut Cx<'_, S>) -> Option<Later> {
    let can = cx.wants_columns() && cx.out.layers.len() <= MOST_LAYERS && cx.out.transports.len() <= 1;
    can.then(|| {
        let column = &mut cx.out.columns.info.text;
        column.push(MARK);
        Later(column.len() - 1)
    })
}

/// Writes a text that was put off, unless another took its place.
#[inline]
pub(super) fn settle<S: Sink>(cx: &mut Cx<'_, S>, later: Later, text: impl FnOnce(&mut Out<'_>)) {
    // Only transports move what stands in the column.
    let moved = cx.out.transports.len() > 1;
    let column = &mut cx.out.columns.info.text;
    let at = if moved { memchr::memchr(MARK, column) } else { Some(later.0) };
    let Some(at) = at.filter(|at| column.get(*at) == Some(&MARK)) else { return };
    let behind = column.len() - at - 1;
    if behind == 0 {
        column.truncate(at);
        return text(&mut Out::new(column));
    }
    text(&mut Out::new(column));
    column.remove(at);
    column.get_mut(at..).unwrap_or_default().rotate_left(behind);
}
