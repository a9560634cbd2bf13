//! `-T ek`: JSON for the bulk interface of Elasticsearch, two lines a frame.

use crate::escape::{self, Json as Style};
use crate::fields::Picked;
use crate::format::{Formats, Shape, civil, decimals, until_nul};
use crate::json::{JsonParts, date, name, needs_tree, raw_bytes, subtree};
use crate::options::{Options, Ready};
use crate::pieces::{self, hand_on};
use crate::put;
use requin_engine::{Full, Needs, Printer};
use requin_wire::{Field, FieldType, Node, Out, Registry, Time, Value, View};
use std::sync::OnceLock;

/// Writes frames as Elasticsearch takes them.
pub struct Ek {
    options: Options,
    parts: JsonParts,
    ready: Ready<Style>,
    keys: OnceLock<Vec<Box<[u8]>>>,
    picked: Option<Picked>,
}

impl Ek {
    /// A printer for Elasticsearch.
    #[must_use]
    pub fn new(options: Options) -> Ek {
        Ek::with(options, JsonParts::default())
    }

    /// A printer of these parts.
    #[must_use]
    pub fn with(options: Options, parts: JsonParts) -> Ek {
        let picked = (!parts.fields.is_empty()).then(|| Picked::new(options.clone(), parts.fields.clone()));
        Ek { options, parts, ready: Ready::default(), keys: OnceLock::new(), picked }
    }

    /// Keys of all fields: the protocol's name, then the field's; dots mean something else there.
    fn keys(&self, registry: &Registry) -> &[Box<[u8]>] {
        self.keys.get_or_init(|| {
            let key = |(i, def): (usize, &&requin_wire::FieldDef)| {
                let owner = registry.proto(registry.owner(Field(i as u16))).map_or("", |p| p.abbr);
                let text = match (i, def.kind) {
                    (0, _) => "text".to_string(),
                    (_, FieldType::Protocol) => def.abbr.to_string(),
                    _ => format!("{owner}_{}", def.abbr),
                };
                text.replace('.', "_").into_bytes().into_boxed_slice()
            };
            registry.fields().iter().enumerate().map(key).collect()
        })
    }
}

impl Printer for Ek {
    fn needs(&self, registry: &Registry) -> Needs {
        self.ready.get(registry, &self.options);
        self.keys(registry);
        self.picked.as_ref().map_or_else(needs_tree, |p| p.needs(registry))
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        self.frame_in_pieces(view, out, &mut |_| {});
    }

    fn frame_in_pieces(&self, view: &View<'_>, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let formats = self.ready.get(view.registry, &self.options);
        out.extend_from_slice(b"{\"index\":{\"_index\":\"packets-");
        date(&self.options, view, out);
        out.extend_from_slice(b"\",\"_type\":\"doc\"}}\n{\"timestamp\":\"");
        let t = view.meta.time;
        put::int(out, t.secs.saturating_mul(1000).saturating_add(i64::from(t.nanos / 1_000_000)));
        out.extend_from_slice(b"\",\"layers\":{");
        if let Some(picked) = &self.picked {
            fields(picked, view, out);
        } else {
            let writer = Writer { formats, parts: &self.parts, keys: self.keys(view.registry), view };
            let top: Vec<usize> = children(view.nodes(), 0..view.nodes().len(), 0).collect();
            let mut comma = false;
            writer.nodes(&top, self.parts.protocols.is_none(), &mut comma, out, full);
        }
        out.extend_from_slice(b"}}\n");
    }
}

/// Only the fields that were asked for.
fn fields(picked: &Picked, view: &View<'_>, out: &mut Vec<u8>) {
    let mut comma = false;
    for i in 0..picked.len() {
        let mut first = true;
        picked.each(view, i, |text| {
            if first {
                next(&mut comma, out);
                out.push(b'"');
                escape::json(out, picked.name(i).replace('.', "_").as_bytes());
                out.extend_from_slice(b"\":[");
            } else {
                out.push(b',');
            }
            first = false;
            out.push(b'"');
            escape::json(out, text);
            out.push(b'"');
        });
        if !first {
            out.push(b']');
        }
    }
}

#[inline]
fn next(comma: &mut bool, out: &mut Vec<u8>) {
    if *comma {
        out.push(b',');
    }
    *comma = true;
}

/// The nodes of `range` at `depth`.
fn children(nodes: &[Node], range: std::ops::Range<usize>, depth: usize) -> impl Iterator<Item = usize> + '_ {
    range.filter(move |i| nodes.get(*i).is_some_and(|n| usize::from(n.depth) == depth))
}

/// A point in time in UTC as ISO 8601 has it.
pub(crate) fn iso_time(out: &mut Vec<u8>, t: Time) {
    let c = civil(t.secs);
    c.year(&mut Out::new(out));
    out.push(b'-');
    put::uint_zeros(out, u64::from(c.month), 2);
    out.push(b'-');
    put::uint_zeros(out, u64::from(c.day), 2);
    out.push(b'T');
    c.clock(&mut Out::new(out));
    decimals(out, t.nanos, 9);
    out.push(b'Z');
}

struct Writer<'a> {
    formats: &'a Formats<Style>,
    parts: &'a JsonParts,
    keys: &'a [Box<[u8]>],
    view: &'a View<'a>,
}

impl Writer<'_> {
    /// Writes nodes, those of one field together, each group followed by what is below it.
    fn nodes(&self, list: &[usize], all: bool, comma: &mut bool, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let nodes = self.view.nodes();
        let mut sorted: Vec<(u16, usize)> =
            list.iter().filter_map(|i| Some((nodes.get(*i)?.field.0, *i))).collect();
        sorted.sort_unstable();
        let mut groups: Vec<&[(u16, usize)]> = sorted.chunk_by(|a, b| a.0 == b.0).collect();
        groups.sort_unstable_by_key(|g| g.first().map_or(0, |e| e.1));
        for group in groups {
            let indexes: Vec<usize> = group.iter().map(|e| e.1).collect();
            let Some(first) = indexes.first().and_then(|i| nodes.get(*i)) else { continue };
            self.group(first.field, &indexes, all, comma, out, full);
        }
    }

    fn group(
        &self,
        field: Field,
        list: &[usize],
        all: bool,
        comma: &mut bool,
        out: &mut Vec<u8>,
        full: &mut Full<'_>,
    ) {
        let nodes = self.view.nodes();
        let f = self.formats.field(field);
        let proto = f.kind == FieldType::Protocol;
        let listed = all || self.parts.protocols.as_ref().is_none_or(|p| p.has(name(f)));
        let raw = self.parts.raw && field != Field::TEXT && listed;
        if raw && list.iter().any(|i| nodes.get(*i).is_some_and(|n| n.span.len > 0)) {
            self.key(field, b"_raw", comma, out);
            many(list, out, full, |i, out, full| {
                out.push(b'"');
                if let Some(n) = nodes.get(i) {
                    raw_bytes(self.view, f, n, out, full);
                }
                out.push(b'"');
            });
        }
        self.key(field, b"", comma, out);
        let below = |i: usize| {
            let inside = subtree(nodes, i);
            let depth = nodes.get(i).map_or(0, |n| usize::from(n.depth)) + 1;
            children(nodes, inside.start + 1..inside.end, depth)
        };
        let all_below = all || listed && self.parts.protocols.as_ref().is_some_and(|p| p.children);
        many(list, out, full, |i, out, full| match nodes.get(i) {
            Some(_) if !listed => {
                out.extend_from_slice(b"{\"filtered\":\"");
                out.extend_from_slice(name(f).as_bytes());
                out.extend_from_slice(b"\"}");
            }
            Some(_) if proto => {
                out.push(b'{');
                let mut comma = false;
                let inside: Vec<usize> = below(i).collect();
                self.nodes(&inside, all_below, &mut comma, out, full);
                out.push(b'}');
            }
            Some(n) => self.value(n, out, full),
            None => {}
        });
        if !proto && listed {
            let inside: Vec<usize> = list.iter().flat_map(|i| below(*i)).collect();
            if !inside.is_empty() {
                self.nodes(&inside, all_below, comma, out, full);
            }
        }
    }

    fn key(&self, field: Field, suffix: &[u8], comma: &mut bool, out: &mut Vec<u8>) {
        next(comma, out);
        out.push(b'"');
        out.extend_from_slice(self.keys.get(usize::from(field.0)).map_or(b"", |k| k));
        out.extend_from_slice(suffix);
        out.extend_from_slice(b"\":");
    }

    fn value(&self, node: &Node, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let f = self.formats.field(node.field);
        match (f.shape, node.value) {
            (Shape::Empty, _) if node.field != Field::TEXT => out.extend_from_slice(b"null"),
            (Shape::Bool, Value::U(v)) => out.extend_from_slice(if v != 0 { b"true" } else { b"false" }),
            (shape, value) => {
                out.push(b'"');
                match (shape, value) {
                    (Shape::Empty, _) => self.formats.label(self.view, node, out),
                    (Shape::AbsTime(_), Value::Time(..)) => {
                        iso_time(out, value.as_time().unwrap_or_default());
                    }
                    (Shape::Str, Value::Str(span)) => {
                        pieces::text(out, until_nul(self.view.span(span)), escape::json, full);
                    }
                    (Shape::Bytes(sep), Value::Bytes(span)) => {
                        pieces::hex_with(out, self.view.span(span), sep, full);
                    }
                    (Shape::Char, _) => {
                        let mut text = Vec::new();
                        self.formats.show_as(f, self.view, node, &mut text);
                        escape::json(out, &text);
                    }
                    _ => _ = self.formats.show_as(f, self.view, node, out),
                }
                out.push(b'"');
            }
        }
    }
}

/// One value as it is, several as an array.
fn many(
    list: &[usize],
    out: &mut Vec<u8>,
    full: &mut Full<'_>,
    mut write: impl FnMut(usize, &mut Vec<u8>, &mut Full<'_>),
) {
    if let [only] = list {
        write(*only, out, full);
        return hand_on(out, full);
    }
    for (nth, i) in list.iter().enumerate() {
        out.push(if nth == 0 { b'[' } else { b',' });
        write(*i, out, full);
        hand_on(out, full);
    }
    out.push(b']');
}
