//! The three things a dissection can be for.

use crate::{Cursor, Cx, Entry, Field, Step};

/// What a dissection is for. There are exactly three, and every dissector is built for each.
pub trait Sink: Sized + 'static {
    /// Whether any fields are taken.
    const FIELDS: bool;
    /// Whether all fields are taken.
    const ALL: bool;

    /// The function of a protocol that was built for this sink.
    fn function(entry: &Entry) -> for<'a, 'b> fn(&mut Cx<'a, Self>, Cursor<'b>) -> Step;
}

/// Layers and transport headers only; the code for fields is compiled away.
pub enum Outline {}

/// The fields (and columns) that were asked for.
pub enum Pick {}

/// Everything, with places and nesting.
pub enum Tree {}

impl Sink for Outline {
    const FIELDS: bool = false;
    const ALL: bool = false;

    fn function(entry: &Entry) -> for<'a, 'b> fn(&mut Cx<'a, Self>, Cursor<'b>) -> Step {
        entry.outline()
    }
}

impl Sink for Pick {
    const FIELDS: bool = true;
    const ALL: bool = false;

    fn function(entry: &Entry) -> for<'a, 'b> fn(&mut Cx<'a, Self>, Cursor<'b>) -> Step {
        entry.pick()
    }
}

impl Sink for Tree {
    const FIELDS: bool = true;
    const ALL: bool = true;

    fn function(entry: &Entry) -> for<'a, 'b> fn(&mut Cx<'a, Self>, Cursor<'b>) -> Step {
        entry.tree()
    }
}

/// What is asked of a dissection.
#[derive(Clone)]
pub struct Want {
    fields: Box<[u64; 1024]>,
    /// Whether dissectors shall write the Protocol and Info columns.
    pub columns: bool,
    /// Whether nodes shall get labels of their own.
    pub labels: bool,
    /// Nothing above the transport is wanted: only carriers are entered there.
    pub transport_is_enough: bool,
    /// Beside the fields, only which protocol stands right above the transport matters: what this one carries may be
    /// left out where no field that is wanted can be.
    pub above_is_enough: bool,
    /// The tree is made for somebody who does not show hidden nodes: those that come easily are left out.
    pub without_hidden: bool,
}

impl Default for Want {
    fn default() -> Want {
        Want {
            fields: Box::new([0; 1024]),
            columns: false,
            labels: false,
            transport_is_enough: false,
            above_is_enough: false,
            without_hidden: false,
        }
    }
}

impl Want {
    /// Nothing yet.
    #[must_use]
    pub fn nothing() -> Want {
        Want::default()
    }

    /// Everything: for [`Tree`], which takes all fields anyway.
    #[must_use]
    pub fn everything() -> Want {
        Want { columns: true, labels: true, ..Want::default() }
    }

    /// Asks for a field too.
    pub fn add(&mut self, field: Field) {
        if let Some(word) = self.fields.get_mut(usize::from(field.0 >> 6)) {
            *word |= 1 << (field.0 & 63);
        }
    }

    /// Whether the field is asked for.
    #[inline(always)]
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.fields[usize::from(field.0 >> 6)] >> (field.0 & 63) & 1 != 0
    }

    /// Whether any field from `first` to `last` is asked for.
    #[inline(always)]
    #[must_use]
    pub fn any(&self, first: Field, last: Field) -> bool {
        let (a, b) = (usize::from(first.0 >> 6), usize::from(last.0 >> 6));
        let from = u64::MAX << (first.0 & 63);
        let to = u64::MAX >> (63 - (last.0 & 63));
        if a == b {
            return self.fields[a] & from & to != 0;
        }
        self.fields[a] & from != 0
            || self.fields[b] & to != 0
            || (a + 1..b).any(|i| self.fields.get(i).is_some_and(|w| *w != 0))
    }

    /// The fields asked for, ascending.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        (0..=u16::MAX).map(Field).filter(|f| self.has(*f))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_fields() {
        let mut w = Want::nothing();
        w.add(Field(64));
        w.add(Field(200));
        assert!(w.has(Field(64)) && !w.has(Field(63)) && !w.has(Field(65)));
        assert!(w.any(Field(0), Field(64)) && w.any(Field(64), Field(64)) && !w.any(Field(0), Field(63)));
        assert!(
            w.any(Field(65), Field(300)) && !w.any(Field(65), Field(199)) && !w.any(Field(201), Field(65535))
        );
        assert_eq!(w.fields().collect::<Vec<_>>(), [Field(64), Field(200)]);
    }
}
