//! `--ndjson`: requin's own JSON. An object a line; every key stands once.
//!
//! `layers` are the protocols from the outside in. All other keys are names of fields. A field of the frame
//! itself has one value; any other can occur more than once (layers repeat in tunnels), so its value is
//! always an array. Numbers are numbers, whatever base a tree shows them in; flags are booleans; bytes are
//! hexadecimal digits; points in time are ISO 8601 in UTC, durations seconds. What only repeats other
//! fields for filters (`ip.addr`) is left out unless it is asked for. [`schema`] says it for programs.

use crate::columns::field_named;
use crate::ek::iso_time;
use crate::escape::{self, Json};
use crate::fields::Picked;
use crate::format::{Shape, relative, until_nul};
use crate::options::{Options, Ready};
use crate::pieces::{self, hand_on};
use crate::put;
use foldhash::fast::RandomState;
use requin_engine::{Full, Needs, Printer};
use requin_wire::{Field, FieldType, Node, ProtoId, Registry, Value, View, Want};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Writes a JSON object for each frame.
pub struct Ndjson {
    options: Options,
    ready: Ready<Json>,
    keys: OnceLock<Keys>,
    picked: Option<Picked>,
    wanted: Vec<String>,
}

/// What is made ready of the keys.
struct Keys {
    fields: Vec<Key>,
    /// Texts of the keys, one behind the other.
    store: Vec<u8>,
    /// Protocol of expert items, whose texts are written though the tree hides them.
    expert: Option<ProtoId>,
}

/// What is made ready for a field.
#[derive(Clone, Copy)]
struct Key {
    /// Where `,"name":` begins in the store; a bracket stands behind it when there may be more than one value.
    start: u32,
    /// Bytes of it, 0 for fields that are not written.
    len: u16,
    /// The first field that has its name.
    same: u16,
    /// How its value is written.
    shape: Shape,
    /// Whether the field has one value.
    single: bool,
}

const _: () = assert!(size_of::<Key>() <= 12);

/// Chains of the nodes that have the same field.
#[derive(Default)]
struct Chains {
    /// For each field, the run it was last seen in and its last node there.
    last: Vec<(u32, u32)>,
    /// For each node, the next with the same field; 0 for none.
    next: Vec<u32>,
    /// The first nodes.
    firsts: Vec<u32>,
    run: u32,
}

thread_local! {
    static CHAINS: RefCell<Chains> = RefCell::new(Chains::default());
}

impl Ndjson {
    /// A printer of these fields, of all when there are none.
    #[must_use]
    pub fn new(options: Options, fields: Vec<String>) -> Ndjson {
        let columns: Vec<String> = fields.iter().filter(|f| f.starts_with("_ws.col.")).cloned().collect();
        let picked = (!columns.is_empty()).then(|| Picked::new(options.clone(), columns));
        Ndjson { options, ready: Ready::default(), keys: OnceLock::new(), picked, wanted: fields }
    }

    fn keys(&self, registry: &Registry) -> &Keys {
        self.keys.get_or_init(|| {
            let expert = registry.expert_fields().map(|f| registry.owner(f[0]));
            let fields = registry.fields().len();
            let mut firsts = HashMap::with_capacity_and_hasher(fields, RandomState::default());
            let mut store = Vec::with_capacity(64 * fields);
            let make = |(i, def): (usize, &&requin_wire::FieldDef)| {
                let same = *firsts.entry(def.abbr).or_insert(i as u16);
                let start = store.len();
                let single = is_single(registry, Field(i as u16));
                if def.kind != FieldType::Protocol && !def.abbr.is_empty() {
                    store.extend_from_slice(b",\"");
                    escape::json(&mut store, def.abbr.as_bytes());
                    store.extend_from_slice(if single { b"\":" } else { b"\":[" });
                }
                let len = (store.len() - start) as u16;
                Key { start: start as u32, len, same, shape: Shape::of(def), single }
            };
            let fields = registry.fields().iter().enumerate().map(make).collect();
            store.resize(store.len() + put::PADDING, 0);
            Keys { fields, store, expert }
        })
    }

    /// Appends a value.
    fn value(&self, shape: Shape, view: &View<'_>, node: &Node, out: &mut Vec<u8>, full: &mut Full<'_>) {
        hand_on(out, full);
        match (shape, node.value) {
            (Shape::Bool, Value::U(v)) => out.extend_from_slice(if v != 0 { b"true" } else { b"false" }),
            (Shape::Dec | Shape::Hex(_), Value::U(v)) => put::uint(out, v),
            (Shape::Int, Value::I(v)) => put::int(out, v),
            (Shape::RelTime, Value::Time(..)) => relative(out, node.value.as_time().unwrap_or_default(), 9),
            (Shape::Single | Shape::Float, Value::F(v)) if v.is_finite() => {
                put::shortest(out, v);
            }
            (Shape::Single | Shape::Float, _) => out.extend_from_slice(b"null"),
            (Shape::Empty, _) => out.extend_from_slice(b"true"),
            (shape, v) => {
                out.push(b'"');
                match (shape, v) {
                    (Shape::Str, Value::Str(span)) => {
                        pieces::text(out, until_nul(view.span(span)), escape::json, full);
                    }
                    (Shape::Bytes(_), Value::Bytes(span)) => pieces::hex_pairs(out, view.span(span), full),
                    (Shape::AbsTime(_), Value::Time(..)) => iso_time(out, v.as_time().unwrap_or_default()),
                    (Shape::Char, Value::U(c)) => {
                        escape::json(out, char::from(c as u8).encode_utf8(&mut [0; 4]).as_bytes());
                    }
                    _ => _ = self.ready.get(view.registry, &self.options).show(view, node, out),
                }
                out.push(b'"');
            }
        }
    }
}

/// Whether a frame has at most one value of the field.
fn is_single(registry: &Registry, field: Field) -> bool {
    let owner = registry.proto(registry.owner(field)).map_or("", |p| p.abbr);
    owner == "frame" && !registry.field(field).abbr.contains("comment")
}

impl Printer for Ndjson {
    fn needs(&self, registry: &Registry) -> Needs {
        self.keys(registry);
        let mut needs = Needs::default();
        if let Some(picked) = &self.picked {
            needs = picked.needs(registry);
        }
        if self.wanted.is_empty() {
            let mut want = Want::everything();
            (want.columns, want.labels) = (false, false);
            want.without_hidden = true;
            return Needs { tree: true, want, displayed: true, ..Needs::default() };
        }
        for f in self.wanted.iter().flat_map(|n| field_named(registry, n)) {
            needs.displayed |= registry.field(f).abbr == "frame.time_delta_displayed";
            needs.want.add(f);
        }
        needs
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        self.frame_in_pieces(view, out, &mut |_| {});
    }

    fn frame_in_pieces(&self, view: &View<'_>, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let keys = self.keys(view.registry);
        out.extend_from_slice(b"{\"layers\":[");
        let mut comma = false;
        // The first is the frame.
        for layer in view.dissection.layers.iter().skip(1) {
            let Some(proto) = view.registry.proto(layer.proto) else { continue };
            out.extend_from_slice(if comma { b",\"" } else { b"\"" });
            comma = true;
            out.extend_from_slice(proto.abbr.as_bytes());
            out.push(b'"');
        }
        out.push(b']');
        CHAINS.with_borrow_mut(|chains| {
            let hidden = !self.wanted.is_empty();
            chains.link(view, keys, hidden);
            for first in &chains.firsts {
                let Some(node) = view.nodes().get(*first as usize) else { continue };
                let Some(key) = keys.fields.get(usize::from(node.field.0)).copied() else { continue };
                put::padded(out, keys.store.get(key.start as usize..).unwrap_or_default(), key.len.into());
                if key.single {
                    self.value(key.shape, view, node, out, full);
                    continue;
                }
                let mut at = *first as usize;
                while let Some(node) = view.nodes().get(at) {
                    self.value(key.shape, view, node, out, full);
                    match chains.next.get(at) {
                        None | Some(0) => break,
                        Some(n) => at = *n as usize,
                    }
                    out.push(b',');
                }
                out.push(b']');
            }
        });
        if let Some(picked) = &self.picked {
            for i in 0..picked.len() {
                picked.each(view, i, |text| {
                    out.extend_from_slice(b",\"");
                    escape::json(out, picked.name(i).as_bytes());
                    out.extend_from_slice(b"\":\"");
                    escape::json(out, text);
                    out.push(b'"');
                });
            }
        }
        out.extend_from_slice(b"}\n");
    }
}

impl Chains {
    /// Links the nodes that are written.
    fn link(&mut self, view: &View<'_>, keys: &Keys, hidden: bool) {
        let nodes = view.nodes();
        self.firsts.clear();
        self.next.clear();
        self.next.resize(nodes.len(), 0);
        self.run = self.run.wrapping_add(1);
        if self.run == 0 || self.last.len() != keys.fields.len() {
            self.last.clear();
            self.last.resize(keys.fields.len(), (0, 0));
            self.run = 1;
        }
        for (i, node) in nodes.iter().enumerate() {
            let Some(key) = keys.fields.get(usize::from(node.field.0)).filter(|k| k.len > 0) else {
                continue;
            };
            if !hidden && node.has(Node::HIDDEN) && Some(view.registry.owner(node.field)) != keys.expert {
                continue;
            }
            let Some(last) = self.last.get_mut(usize::from(key.same)) else { continue };
            if last.0 == self.run {
                if let Some(next) = self.next.get_mut(last.1 as usize) {
                    *next = i as u32;
                }
            } else {
                self.firsts.push(i as u32);
            }
            *last = (self.run, i as u32);
        }
    }
}

/// A JSON Schema (2020-12) of the objects that [`Ndjson`] writes.
#[must_use]
pub fn schema(registry: &Registry) -> String {
    let mut out = b"{\n\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\n\
        \"title\":\"A frame as requin --ndjson writes it\",\n\"type\":\"object\",\n\"additionalProperties\":false,\n\
        \"required\":[\"layers\"],\n\"properties\":{\n\
        \"layers\":{\"title\":\"Protocols from the outside in\",\"type\":\"array\",\"items\":{\"type\":\"string\"}}"
        .to_vec();
    for title in ["No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"] {
        out.extend_from_slice(b",\n\"_ws.col.");
        out.extend_from_slice(title.as_bytes());
        out.extend_from_slice(b"\":{\"type\":\"string\"}");
    }
    let mut seen = HashSet::new();
    for (i, def) in registry.fields().iter().enumerate() {
        if def.abbr.is_empty() || def.kind == FieldType::Protocol || !seen.insert(def.abbr) {
            continue;
        }
        out.extend_from_slice(b",\n\"");
        escape::json(&mut out, def.abbr.as_bytes());
        out.extend_from_slice(b"\":{\"title\":\"");
        escape::json(&mut out, def.label.as_bytes());
        out.extend_from_slice(b"\",");
        let same: Vec<Field> = field_named(registry, def.abbr).collect();
        let single = is_single(registry, Field(i as u16));
        if !single {
            out.extend_from_slice(b"\"type\":\"array\",\"minItems\":1,\"items\":{");
        }
        let mut kinds: Vec<&str> = same.iter().map(|f| json_type(registry, *f)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        match kinds.as_slice() {
            [one] => out.extend_from_slice(one.as_bytes()),
            // A name that several protocols use with different types.
            many => {
                out.extend_from_slice(b"\"anyOf\":[");
                for (n, kind) in many.iter().enumerate() {
                    out.extend_from_slice(if n > 0 { b",{" } else { b"{" });
                    out.extend_from_slice(kind.as_bytes());
                    out.push(b'}');
                }
                out.push(b']');
            }
        }
        out.extend_from_slice(if single { b"}" } else { b"}}" });
    }
    out.extend_from_slice(b"\n}\n}\n");
    String::from_utf8_lossy(&out).into_owned()
}

fn json_type(registry: &Registry, field: Field) -> &'static str {
    use FieldType as T;
    let def = registry.field(field);
    match def.kind {
        T::Bool => "\"type\":\"boolean\"",
        T::None | T::Expert | T::Protocol => "\"const\":true",
        T::Ipx => "\"type\":\"string\"",
        k if k.is_uint() && k != T::Char => "\"type\":\"integer\",\"minimum\":0",
        k if k.is_int() => "\"type\":\"integer\"",
        T::F32 | T::F64 => "\"type\":[\"number\",\"null\"]",
        T::RelTime => "\"type\":\"number\"",
        T::AbsTime => "\"type\":\"string\",\"format\":\"date-time\"",
        T::Bytes | T::UintBytes => "\"type\":\"string\",\"pattern\":\"^([0-9a-f]{2})*$\"",
        _ => "\"type\":\"string\"",
    }
}
