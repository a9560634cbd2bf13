//! `-T fields`: the values of chosen fields, a line for each frame.

use crate::columns::{Column, Columns, field_named};
use crate::escape::{self, Plain};
use crate::format::{Formats, Shape};
use crate::options::Options;
use requin_engine::{Needs, Printer};
use requin_wire::{Field, FieldType, Registry, View};
use std::sync::OnceLock;

/// Fields and columns by name, and their values.
pub(crate) struct Picked {
    names: Vec<String>,
    columns: Columns,
    what: OnceLock<Vec<What>>,
}

/// What a name stands for.
enum What {
    Fields(Vec<Field>),
    Column(usize),
}

/// The column that `_ws.col.NAME` means: by its title, or the name newer Wiresharks have for it.
fn column(list: &[Column], name: &str) -> Option<usize> {
    let rest = name.strip_prefix("_ws.col.")?;
    let title = match rest.to_ascii_lowercase().as_str() {
        "number" => "No.",
        "def_src" => "Source",
        "def_dst" => "Destination",
        "def_length" | "packet_length" => "Length",
        _ => rest,
    };
    list.iter().position(|c| c.title.eq_ignore_ascii_case(title))
}

impl Picked {
    pub(crate) fn new(options: Options, names: Vec<String>) -> Picked {
        Picked { names, columns: Columns::new(options, Column::usual()), what: OnceLock::new() }
    }

    pub(crate) fn with_columns(options: Options, names: Vec<String>, columns: Vec<Column>) -> Picked {
        let columns = if columns.is_empty() { Column::usual() } else { columns };
        Picked { names, columns: Columns::new(options, columns), what: OnceLock::new() }
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    pub(crate) fn name(&self, i: usize) -> &str {
        self.names.get(i).map_or("", |n| n)
    }

    fn what(&self, registry: &Registry) -> &[What] {
        self.what.get_or_init(|| {
            self.names
                .iter()
                .map(|name| match column(self.columns.list(), name) {
                    Some(i) => What::Column(i),
                    None if name == "text" => What::Fields(vec![Field::TEXT]),
                    None => What::Fields(field_named(registry, name).collect()),
                })
                .collect()
        })
    }

    /// Names that stand for nothing.
    pub(crate) fn unknown(&self, registry: &Registry) -> Vec<String> {
        let known = |what: &What| !matches!(what, What::Fields(f) if f.is_empty());
        let what = self.what(registry);
        self.names.iter().zip(what).filter(|(_, w)| !known(w)).map(|(n, _)| n.clone()).collect()
    }

    pub(crate) fn needs(&self, registry: &Registry) -> Needs {
        self.columns.ready.get(registry, &self.columns.options);
        let mut needs = Needs { nodes_alone: true, ..Needs::default() };
        let mut columns = None;
        for what in self.what(registry) {
            match what {
                What::Column(_) => columns = Some(self.columns.needs(registry)),
                What::Fields(fields) => {
                    for f in fields {
                        let def = registry.field(*f);
                        // Lines of text are only there in the tree.
                        needs.tree |= *f == Field::TEXT;
                        needs.want.labels |= *f == Field::TEXT || def.kind == FieldType::Protocol;
                        needs.displayed |= def.abbr == "frame.time_delta_displayed";
                        needs.want.add(*f);
                    }
                }
            }
        }
        if let Some(c) = columns {
            needs.want.columns |= c.want.columns;
            needs.displayed |= c.displayed;
            c.want.fields().for_each(|f| needs.want.add(f));
        }
        needs
    }

    /// Calls `f` with every value of the `i`th name.
    pub(crate) fn each(&self, view: &View<'_>, i: usize, mut f: impl FnMut(&[u8])) {
        let formats = self.columns.ready.get(view.registry, &self.columns.options);
        let mut text = Vec::new();
        match self.what(view.registry).get(i) {
            Some(What::Column(c)) => {
                self.columns.write(*c, view, &mut text);
                f(&text);
            }
            Some(What::Fields(fields)) => {
                for node in view.nodes().iter().filter(|n| fields.contains(&n.field)) {
                    text.clear();
                    value(formats, view, node, &mut text);
                    f(&text);
                }
            }
            None => {}
        }
    }
}

/// A value as `-e` prints it, not escaped.
fn value(formats: &Formats<Plain>, view: &View<'_>, node: &requin_wire::Node, out: &mut Vec<u8>) {
    let f = formats.field(node.field);
    match f.kind {
        FieldType::Protocol => formats.label(view, node, out),
        FieldType::None | FieldType::Expert if node.field == Field::TEXT => {
            formats.label(view, node, out);
        }
        FieldType::None | FieldType::Expert => out.push(b'1'),
        _ => _ = formats.show_packed(f, view, node, out),
    }
}

/// How [`Fields`] prints (`-E`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldsStyle {
    /// The names stand in the first line (`header=y`).
    pub header: bool,
    /// Between fields (`separator`).
    pub separator: u8,
    /// Around values (`quote`).
    pub quote: Option<u8>,
    /// Which of a field's values (`occurrence`).
    pub occurrence: Occurrence,
    /// Between the values of a field (`aggregator`).
    pub aggregator: u8,
    /// The output begins with U+FEFF (`bom=y`).
    pub bom: bool,
}

/// Which of a field's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// The first.
    First,
    /// The last.
    Last,
    /// All.
    All,
}

impl Default for FieldsStyle {
    fn default() -> FieldsStyle {
        FieldsStyle {
            header: false,
            separator: b'\t',
            quote: None,
            occurrence: Occurrence::All,
            aggregator: b',',
            bom: false,
        }
    }
}

impl FieldsStyle {
    /// Takes one more option of `-E` into account, such as `separator=,`.
    ///
    /// # Errors
    /// When there is no such option, with those that are.
    pub fn add(&mut self, option: &str) -> Result<(), String> {
        let (name, value) = option.split_once('=').unwrap_or((option, ""));
        let yes = || match value {
            "y" | "Y" => Ok(true),
            "n" | "N" => Ok(false),
            _ => Err(format!("-E {name} takes y or n, not \"{value}\"")),
        };
        let byte = || match value.as_bytes() {
            b"/t" => Ok(b'\t'),
            b"/s" => Ok(b' '),
            [c] => Ok(*c),
            _ => Err(format!("-E {name} takes /t, /s or one character, not \"{value}\"")),
        };
        match name {
            "header" => self.header = yes()?,
            "bom" => self.bom = yes()?,
            // Values are always escaped: nothing of a packet may steer a terminal.
            "escape" => _ = yes()?,
            "separator" => self.separator = byte()?,
            "aggregator" => self.aggregator = byte()?,
            "quote" => {
                self.quote = match value {
                    "d" => Some(b'"'),
                    "s" => Some(b'\''),
                    "n" => None,
                    _ => return Err(format!("-E quote takes d, s or n, not \"{value}\"")),
                }
            }
            "occurrence" => {
                self.occurrence = match value {
                    "f" => Occurrence::First,
                    "l" => Occurrence::Last,
                    "a" => Occurrence::All,
                    _ => return Err(format!("-E occurrence takes f, l or a, not \"{value}\"")),
                }
            }
            _ => {
                return Err(format!(
                    "-E has no \"{name}\": bom, header, separator, occurrence, aggregator, quote, escape"
                ));
            }
        }
        Ok(())
    }
}

/// Writes the values of fields, a line for each frame.
pub struct Fields {
    style: FieldsStyle,
    picked: Picked,
}

impl Fields {
    /// A printer of these fields; `columns` are what names such as `_ws.col.Info` mean, tshark's when empty.
    #[must_use]
    pub fn new(options: Options, style: FieldsStyle, names: Vec<String>, columns: Vec<Column>) -> Fields {
        Fields { style, picked: Picked::with_columns(options, names, columns) }
    }

    /// Names that no field has.
    #[must_use]
    pub fn unknown(&self, registry: &Registry) -> Vec<String> {
        self.picked.unknown(registry)
    }

    /// Appends the values of one name.
    #[inline]
    fn values(&self, formats: &Formats<Plain>, what: &What, view: &View<'_>, out: &mut Vec<u8>) {
        let fields = match what {
            What::Column(i) => {
                self.quote(out);
                self.picked.columns.write(*i, view, out);
                return self.quote(out);
            }
            What::Fields(fields) => fields,
        };
        let mut found = view.nodes().iter().filter(|n| fields.contains(&n.field));
        let Some(mut node) = found.next() else { return };
        self.quote(out);
        if self.style.occurrence == Occurrence::Last {
            node = found.next_back().unwrap_or(node);
        }
        loop {
            let start = out.len();
            value(formats, view, node, out);
            // Only texts can hold what has to be escaped.
            let f = formats.field(node.field);
            if matches!(f.shape, Shape::Str)
                && !out.get(start..).unwrap_or_default().iter().all(|b| (0x20..0x7f).contains(b))
            {
                crate::columns::escape_tail(out, start, escape::control);
            }
            match found.next() {
                Some(n) if self.style.occurrence == Occurrence::All => node = n,
                _ => break,
            }
            out.push(self.style.aggregator);
        }
        self.quote(out);
    }

    #[inline]
    fn quote(&self, out: &mut Vec<u8>) {
        out.extend(self.style.quote);
    }
}

impl Printer for Fields {
    fn needs(&self, registry: &Registry) -> Needs {
        self.picked.needs(registry)
    }

    fn header(&self, out: &mut Vec<u8>) {
        if self.style.bom {
            out.extend_from_slice("\u{feff}".as_bytes());
        }
        if self.style.header {
            for i in 0..self.picked.len() {
                if i > 0 {
                    out.push(self.style.separator);
                }
                out.extend_from_slice(self.picked.name(i).as_bytes());
            }
            out.push(b'\n');
        }
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        let formats = self.picked.columns.ready.get(view.registry, &self.picked.columns.options);
        for (i, what) in self.picked.what(view.registry).iter().enumerate() {
            if i > 0 {
                out.push(self.style.separator);
            }
            self.values(formats, what, view, out);
        }
        out.push(b'\n');
    }
}
