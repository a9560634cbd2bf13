//! The columns of the summary.

use super::Cx;
use crate::{Field, FieldType, Out, Sink};

impl<S: Sink> Cx<'_, S> {
    /// Whether columns are being written.
    #[inline(always)]
    #[must_use]
    pub fn wants_columns(&self) -> bool {
        S::FIELDS && self.columns
    }

    /// Sets the Protocol column.
    #[inline(always)]
    pub fn protocol(&mut self, name: &str) {
        if self.wants_columns() {
            let c = &mut self.out.columns.protocol;
            c.text.truncate(c.fence);
            c.text.extend_from_slice(name.as_bytes());
        }
    }

    /// Sets the Protocol column to a text that has to be written.
    #[inline(always)]
    pub fn protocol_with(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.protocol;
            c.text.truncate(c.fence);
            text(&mut Out::new(&mut c.text));
        }
    }

    /// Adds to the Protocol column: `HTTP` becomes `HTTP/JSON`.
    #[inline(always)]
    pub fn protocol_add(&mut self, text: &str) {
        if self.wants_columns() {
            self.out.columns.protocol.text.extend_from_slice(text.as_bytes());
        }
    }

    /// Sets the Info column (what is behind its fence stays).
    #[inline(always)]
    pub fn info(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            c.text.truncate(c.fence);
            text(&mut Out::new(&mut c.text));
        }
    }

    /// Adds to the Info column.
    #[inline(always)]
    pub fn info_add(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            text(&mut Out::new(&mut self.out.columns.info.text));
        }
    }

    /// Adds to the Info column, behind `sep` when something stands there already.
    #[inline(always)]
    pub fn info_sep(&mut self, sep: &str, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            if !c.text.is_empty() {
                c.text.extend_from_slice(sep.as_bytes());
            }
            text(&mut Out::new(&mut c.text));
        }
    }

    /// Puts text before what the Info column says.
    pub fn info_before(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            let mut t = Vec::new();
            text(&mut Out::new(&mut t));
            c.fence = if c.fence > 0 { c.fence + t.len() } else { 0 };
            c.text.splice(..0, t);
        }
    }

    /// Puts text before what the Info column says, and protects that.
    pub fn info_before_fenced(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            let mut t = Vec::new();
            text(&mut Out::new(&mut t));
            c.fence += t.len();
            c.text.splice(..0, t);
        }
    }

    /// Empties the Info column down to its fence.
    #[inline(always)]
    pub fn info_clear(&mut self) {
        self.info(|_| ());
    }

    /// Protects what the Info column says so far: setting it anew keeps it.
    #[inline(always)]
    pub fn info_fence(&mut self) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            c.fence = c.text.len();
        }
    }

    /// The field's type is text.
    #[must_use]
    pub fn is_str(&self, field: Field) -> bool {
        matches!(self.registry.field(field).kind, FieldType::Str | FieldType::StrZ)
    }
}
