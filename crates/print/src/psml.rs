//! `-T psml`: the columns as XML.

use crate::columns::{Column, Columns, escape_tail};
use crate::escape;
use crate::options::Options;
use requin_engine::{Needs, Printer};
use requin_wire::{Registry, View};

/// Writes the columns of frames as PSML.
pub struct Psml {
    columns: Columns,
}

impl Psml {
    /// A printer of PSML with the usual columns.
    #[must_use]
    pub fn new(options: Options) -> Psml {
        Psml::with_columns(options, Column::usual())
    }

    /// A printer of PSML with these columns.
    #[must_use]
    pub fn with_columns(options: Options, columns: Vec<Column>) -> Psml {
        Psml { columns: Columns::new(options, columns) }
    }
}

impl Printer for Psml {
    fn needs(&self, registry: &Registry) -> Needs {
        self.columns.needs(registry)
    }

    fn header(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(
            b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<psml version=\"0\" creator=\"requin/",
        );
        out.extend_from_slice(env!("CARGO_PKG_VERSION").as_bytes());
        out.extend_from_slice(b"\">\n<structure>\n");
        for c in self.columns.list() {
            section(out, c.title.as_bytes());
        }
        out.extend_from_slice(b"</structure>\n\n");
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(b"<packet>\n");
        for i in 0..self.columns.list().len() {
            out.extend_from_slice(b"<section>");
            let start = out.len();
            self.columns.write(i, view, out);
            if !escape::is_xml(out.get(start..).unwrap_or_default()) {
                escape_tail(out, start, escape::xml);
            }
            out.extend_from_slice(b"</section>\n");
        }
        out.extend_from_slice(b"</packet>\n\n");
    }

    fn footer(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"</psml>\n");
    }
}

fn section(out: &mut Vec<u8>, text: &[u8]) {
    out.extend_from_slice(b"<section>");
    escape::xml(out, text);
    out.extend_from_slice(b"</section>\n");
}
