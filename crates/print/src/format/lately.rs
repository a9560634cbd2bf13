//! Lines that were made lately, for fields of few values: flags, types, codes. They are a thread's own and change
//! nothing of what is written: a line depends on nothing but its field and the value.

use super::BEFORE;
use crate::put;
use requin_wire::Field;
use std::cell::RefCell;

/// Lines that are kept.
const KEPT: usize = 512;
/// The longest of them, in bytes.
const LONGEST: usize = 102;
/// Bytes of an entry's text: the spaces before the line, the line, and what has to be behind it.
const TEXT: usize = BEFORE + LONGEST + put::PADDING;

/// A line, and what it says.
struct Entry {
    value: u64,
    field: Field,
    /// Bytes of the line; 0 for none.
    len: u8,
    text: [u8; TEXT],
}

/// The lines.
pub(super) struct Lately {
    /// The table of formats they were made with; the lines of another one say the same in another way.
    of: u64,
    entries: Vec<Entry>,
}

thread_local! {
    static LATELY: RefCell<Lately> = const { RefCell::new(Lately { of: 0, entries: Vec::new() }) };
}

impl Lately {
    /// Lends this thread's lines of a table.
    pub(super) fn lend<R>(of: u64, f: impl FnOnce(&mut Lately) -> R) -> R {
        LATELY.with_borrow_mut(|lately| {
            if lately.of != of {
                lately.of = of;
                lately.entries.clear();
                let empty = || Entry { value: 0, field: Field::TEXT, len: 0, text: [b' '; TEXT] };
                lately.entries.resize_with(KEPT, empty);
            }
            f(lately)
        })
    }

    /// Appends the line of a field with this value behind so many spaces (at most [`BEFORE`]); if it isn't kept,
    /// `make` makes it.
    #[inline]
    pub(super) fn line(
        &mut self,
        field: Field,
        value: u64,
        indent: usize,
        out: &mut Vec<u8>,
        make: impl FnOnce(&mut Vec<u8>),
    ) {
        let spread = (value ^ u64::from(field.0) << 40).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let place = (spread >> 48) as usize % KEPT;
        let Some(entry) = self.entries.get_mut(place) else { return make(out) };
        if entry.field == field && entry.value == value && entry.len > 0 {
            let from = entry.text.get(BEFORE.wrapping_sub(indent)..).unwrap_or_default();
            return put::padded(out, from, indent + usize::from(entry.len));
        }
        let start = out.len() + indent;
        make(out);
        let line = out.get(start..).unwrap_or_default();
        if line.len() <= LONGEST
            && let Some(place) = entry.text.get_mut(BEFORE..BEFORE + line.len())
        {
            place.copy_from_slice(line);
            (entry.field, entry.value, entry.len) = (field, value, line.len() as u8);
        }
    }
}
