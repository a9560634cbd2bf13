//! `-T json` and `-T jsonraw`: the tree as tshark writes it in JSON.

use crate::escape::{self, Json as Style};
use crate::fields::Picked;
use crate::format::{FieldFormat, Formats, Shape, civil, until_nul};
use crate::options::{Options, Ready};
use crate::pieces::{self, hand_on};
use crate::put;
use requin_engine::{Full, Needs, Printer};
use requin_wire::digits::Short;
use requin_wire::{Field, FieldType, Node, Out, Registry, Value, View, Want};

/// What [`Json`] and [`Ek`](crate::Ek) write of each frame.
#[derive(Clone, Debug, Default)]
pub struct JsonParts {
    /// Also the bytes of each field (`-x`).
    pub raw: bool,
    /// The bytes of fields instead of their values (`-T jsonraw`).
    pub raw_only: bool,
    /// Only what belongs to these protocols (`-j`), or these with all below them (`-J`).
    pub protocols: Option<ProtocolFilter>,
    /// A key stands once; values that repeat become arrays (`--no-duplicate-keys`).
    pub unique_keys: bool,
    /// Only these fields (`-e`), each an array of values.
    pub fields: Vec<String>,
}

/// Which parts of the tree are written.
#[derive(Clone, Debug)]
pub struct ProtocolFilter {
    /// Names of protocols and fields.
    pub names: Vec<String>,
    /// Also everything below them (`-J`).
    pub children: bool,
}

impl ProtocolFilter {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n == name)
    }
}

/// Writes frames as an array of JSON objects.
pub struct Json {
    options: Options,
    parts: JsonParts,
    ready: Ready<Style>,
    picked: Option<Picked>,
}

impl Json {
    /// A printer of JSON.
    #[must_use]
    pub fn new(options: Options) -> Json {
        Json::with(options, JsonParts::default())
    }

    /// A printer of these parts.
    #[must_use]
    pub fn with(options: Options, parts: JsonParts) -> Json {
        let picked = (!parts.fields.is_empty()).then(|| Picked::new(options.clone(), parts.fields.clone()));
        Json { options, parts, ready: Ready::default(), picked }
    }
}

/// What a printer of the whole tree needs.
pub(crate) fn needs_tree() -> Needs {
    let mut want = Want::everything();
    want.columns = false;
    Needs { tree: true, want, displayed: true, ..Needs::default() }
}

/// Spaces before a node of this depth.
#[inline]
fn indent(out: &mut Vec<u8>, depth: usize) {
    put::indent(out, 8 + 2 * depth);
}

impl Printer for Json {
    fn needs(&self, registry: &Registry) -> Needs {
        self.ready.get(registry, &self.options);
        self.picked.as_ref().map_or_else(needs_tree, |p| p.needs(registry))
    }

    fn header(&self, out: &mut Vec<u8>) {
        out.push(b'[');
    }

    fn between(&self) -> &[u8] {
        b","
    }

    fn footer(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\n]\n");
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        self.frame_in_pieces(view, out, &mut |_| {});
    }

    fn frame_in_pieces(&self, view: &View<'_>, out: &mut Vec<u8>, full: &mut Full<'_>) {
        out.extend_from_slice(b"\n  {\n    \"_index\": \"packets-");
        date(&self.options, view, out);
        out.extend_from_slice(
            b"\",\n    \"_type\": \"doc\",\n    \"_score\": null,\n    \"_source\": {\n      \"layers\": {\n",
        );
        let formats = self.ready.get(view.registry, &self.options);
        let writer =
            Writer { formats, parts: &self.parts, view, expert: view.registry.expert_fields().map(|f| f[0]) };
        if let Some(picked) = &self.picked {
            writer.picked(picked, out);
        } else if self.parts.unique_keys {
            writer.children(0..view.nodes().len(), 0, false, out, full);
        } else {
            match self.parts.raw || self.parts.raw_only || self.parts.protocols.is_some() {
                true => writer.stream::<true>(out, full),
                false => writer.stream::<false>(out, full),
            }
        }
        out.extend_from_slice(b"\n      }\n    }\n  }");
    }
}

/// The local date of a frame, as indexes are named.
pub(crate) fn date(options: &Options, view: &View<'_>, out: &mut Vec<u8>) {
    let secs = view.meta.time.secs;
    let c = civil(secs.saturating_add(options.zone.seconds(secs)));
    c.year(&mut Out::new(out));
    out.push(b'-');
    put::uint_zeros(out, u64::from(c.month), 2);
    out.push(b'-');
    put::uint_zeros(out, u64::from(c.day), 2);
}

/// Wireshark's number of a type, which stands behind raw bytes.
fn type_number(kind: FieldType) -> u8 {
    use FieldType as T;
    match kind {
        T::None | T::Expert => 0,
        T::Protocol => 1,
        T::Bool => 2,
        T::Char => 3,
        T::U8 => 4,
        T::U16 => 5,
        T::U24 => 6,
        T::U32 => 7,
        T::U40 => 8,
        T::U48 => 9,
        T::U56 => 10,
        T::U64 => 11,
        T::I8 => 12,
        T::I16 => 13,
        T::I24 => 14,
        T::I32 => 15,
        T::I40 => 16,
        T::I48 => 17,
        T::I56 => 18,
        T::I64 => 19,
        T::F32 => 22,
        T::F64 => 23,
        T::AbsTime => 24,
        T::RelTime => 25,
        T::Str => 26,
        T::StrZ => 27,
        T::UintStr => 28,
        T::Ether => 29,
        T::Bytes => 30,
        T::UintBytes => 31,
        T::Ipv4 => 32,
        T::Ipv6 => 33,
        T::Ipx => 34,
        T::Framenum => 35,
        T::Guid => 36,
        T::Oid => 37,
        T::Eui64 => 38,
        T::Ax25 => 39,
        T::Vines => 40,
        T::RelOid => 41,
        T::SysId => 42,
        T::StrZPad => 43,
        T::Fcwwn => 44,
        T::StrZTrunc => 45,
    }
}

/// The bytes of a node in hexadecimal; for masked fields their value.
pub(crate) fn raw_bytes(
    view: &View<'_>,
    f: &FieldFormat,
    node: &Node,
    out: &mut Vec<u8>,
    full: &mut Full<'_>,
) {
    match node.value {
        Value::U(v) if f.def.mask != 0 => put::hex(out, v, 1),
        Value::I(v) if f.def.mask != 0 => put::hex(out, v as u64, 1),
        _ => pieces::hex_pairs(out, view.span(node.span), full),
    }
}

struct Writer<'a> {
    formats: &'a Formats<Style>,
    parts: &'a JsonParts,
    view: &'a View<'a>,
    expert: Option<Field>,
}

impl Writer<'_> {
    /// Writes all nodes one after the other; keys repeat as they come. `PARTS`: not all of each node, or more.
    fn stream<const PARTS: bool>(&self, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let nodes = self.view.nodes();
        // Objects that are open, which is the depth of the nodes inside the last.
        let mut open = 0usize;
        let mut comma = false;
        // Nodes below this depth are left out.
        let mut skip = usize::MAX;
        // Nodes below this depth are all wanted.
        let mut all = usize::MAX;
        let mut in_expert = usize::MAX;
        for (i, node) in nodes.iter().enumerate() {
            let depth = usize::from(node.depth);
            if PARTS && depth > skip {
                continue;
            }
            hand_on(out, full);
            skip = usize::MAX;
            if PARTS && depth <= all {
                all = usize::MAX;
            }
            if PARTS && depth <= in_expert {
                in_expert = if Some(node.field) == self.expert { depth } else { usize::MAX };
            }
            while open > depth {
                open -= 1;
                out.push(b'\n');
                indent(out, open);
                out.push(b'}');
                comma = true;
            }
            let parent = nodes.get(i + 1).is_some_and(|n| n.depth > node.depth);
            let f = self.formats.field(node.field);
            if PARTS && (self.parts.raw || self.parts.raw_only) {
                self.raw(f, node, depth, in_expert != usize::MAX, &mut comma, out, full);
            }
            let object = f.shape == Shape::Empty;
            if !(PARTS && self.parts.raw_only || object && parent) {
                self.next_key(f, node, depth, &mut comma, out);
                self.value(f, node, out, full);
            }
            if !parent {
                continue;
            }
            next(&mut comma, depth, out);
            self.key(f, node, if object { b"" } else { b"_tree" }, out);
            out.extend_from_slice(b"{\n");
            comma = false;
            open = depth + 1;
            if PARTS && let Some(filter) = &self.parts.protocols {
                if all == usize::MAX && !filter.has(name(f)) {
                    self.filtered(f, depth + 1, out);
                    comma = true;
                    skip = depth;
                } else if filter.children && all == usize::MAX {
                    all = depth;
                }
            }
        }
        while open > 0 {
            open -= 1;
            out.push(b'\n');
            indent(out, open);
            out.push(b'}');
        }
    }

    fn filtered(&self, f: &FieldFormat, depth: usize, out: &mut Vec<u8>) {
        indent(out, depth);
        out.extend_from_slice(b"\"filtered\": \"");
        out.extend_from_slice(name(f).as_bytes());
        out.push(b'"');
    }

    /// The beginning of a line, and the key.
    #[inline]
    fn next_key(&self, f: &FieldFormat, node: &Node, depth: usize, comma: &mut bool, out: &mut Vec<u8>) {
        if node.field == Field::TEXT {
            next(comma, depth, out);
            return self.key(f, node, b"", out);
        }
        if std::mem::replace(comma, true) {
            out.extend_from_slice(b",\n");
        }
        self.formats.open_behind(f, 8 + 2 * depth, out);
    }

    /// `"name": `
    #[inline]
    fn key(&self, f: &FieldFormat, node: &Node, suffix: &[u8], out: &mut Vec<u8>) {
        if node.field != Field::TEXT && suffix.is_empty() {
            return self.formats.open(f, out);
        }
        out.push(b'"');
        if node.field == Field::TEXT {
            self.formats.label(self.view, node, out);
        } else {
            out.extend_from_slice(f.def.abbr.as_bytes());
        }
        out.extend_from_slice(suffix);
        out.extend_from_slice(b"\": ");
    }

    #[inline]
    fn value(&self, f: &FieldFormat, node: &Node, out: &mut Vec<u8>, full: &mut Full<'_>) {
        match (f.shape, node.value) {
            (Shape::Dec, Value::U(v)) => {
                return Short::<32>::append(out, |t| _ = put::small(t.s(b"\""), v).s(b"\""));
            }
            (Shape::Bool, Value::U(v)) => {
                return out.extend_from_slice(if v != 0 { b"\"1\"" } else { b"\"0\"" });
            }
            _ => {}
        }
        out.push(b'"');
        match (f.shape, node.value) {
            (Shape::Empty, _) => {
                if f.kind == FieldType::Protocol {
                    self.formats.label(self.view, node, out);
                }
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

    fn raw(
        &self,
        f: &FieldFormat,
        node: &Node,
        depth: usize,
        no_bytes: bool,
        comma: &mut bool,
        out: &mut Vec<u8>,
        full: &mut Full<'_>,
    ) {
        if node.field == Field::TEXT || self.parts.raw && !self.parts.raw_only && node.span.len == 0 {
            return;
        }
        next(comma, depth, out);
        self.key(f, node, b"_raw", out);
        self.raw_value(f, node, depth, no_bytes, out, full);
    }

    /// Bytes, where they begin, how many, mask, type.
    fn raw_value(
        &self,
        f: &FieldFormat,
        node: &Node,
        depth: usize,
        no_bytes: bool,
        out: &mut Vec<u8>,
        full: &mut Full<'_>,
    ) {
        out.extend_from_slice(b"[\n");
        if !no_bytes {
            indent(out, depth + 1);
            out.push(b'"');
            raw_bytes(self.view, f, node, out, full);
            out.extend_from_slice(b"\",\n");
        }
        let start = if no_bytes { 0 } else { node.span.start };
        let numbers =
            [u64::from(start), u64::from(node.span.len), f.def.mask, u64::from(type_number(f.kind))];
        for (i, n) in numbers.into_iter().enumerate() {
            indent(out, depth + 1);
            put::uint(out, n);
            out.extend_from_slice(if i < 3 { b",\n" } else { b"\n" });
        }
        indent(out, depth);
        out.push(b']');
    }

    /// Only the fields that were asked for.
    fn picked(&self, picked: &Picked, out: &mut Vec<u8>) {
        let mut comma = false;
        for i in 0..picked.len() {
            let mut first = true;
            picked.each(self.view, i, |text| {
                if first {
                    next(&mut comma, 0, out);
                    out.push(b'"');
                    escape::json(out, picked.name(i).as_bytes());
                    out.extend_from_slice(b"\": [\n");
                } else {
                    out.extend_from_slice(b",\n");
                }
                first = false;
                indent(out, 1);
                out.push(b'"');
                escape::json(out, text);
                out.push(b'"');
            });
            if !first {
                out.push(b'\n');
                indent(out, 0);
                out.push(b']');
            }
        }
    }

    /// The nodes of `range` at `depth`, those of one key together.
    fn children(
        &self,
        range: std::ops::Range<usize>,
        depth: usize,
        all: bool,
        out: &mut Vec<u8>,
        full: &mut Full<'_>,
    ) {
        let mut comma = false;
        for group in groups(self.view, range, depth) {
            self.group(&group, depth, all, &mut comma, out, full);
        }
    }

    fn group(
        &self,
        group: &[usize],
        depth: usize,
        all: bool,
        comma: &mut bool,
        out: &mut Vec<u8>,
        full: &mut Full<'_>,
    ) {
        let nodes = self.view.nodes();
        let Some(first) = group.first().and_then(|i| nodes.get(*i)) else { return };
        let f = self.formats.field(first.field);
        let object = f.shape == Shape::Empty;
        let parents: Vec<usize> = group.iter().copied().filter(|i| subtree(nodes, *i).len() > 1).collect();
        let no_bytes = Some(first.field) == self.expert;
        let has_raw = self.parts.raw_only
            || self.parts.raw && group.iter().any(|i| nodes.get(*i).is_some_and(|n| n.span.len > 0));
        if has_raw && first.field != Field::TEXT {
            next(comma, depth, out);
            self.key(f, first, b"_raw", out);
            self.many(group, depth, out, full, |i, depth, out, full| {
                if let Some(n) = nodes.get(i) {
                    self.raw_value(f, n, depth, no_bytes, out, full);
                }
            });
        }
        if !self.parts.raw_only && (!object || parents.is_empty()) {
            next(comma, depth, out);
            self.key(f, first, b"", out);
            self.many(group, depth, out, full, |i, _, out, full| {
                if let Some(n) = nodes.get(i) {
                    self.value(f, n, out, full);
                }
            });
        }
        if parents.is_empty() {
            return;
        }
        next(comma, depth, out);
        self.key(f, first, if object { b"" } else { b"_tree" }, out);
        self.many(&parents, depth, out, full, |i, depth, out, full| {
            out.extend_from_slice(b"{\n");
            match &self.parts.protocols {
                Some(filter) if !all && !filter.has(name(f)) => self.filtered(f, depth + 1, out),
                filter => {
                    let all = all || filter.as_ref().is_some_and(|f| f.children);
                    let inside = subtree(nodes, i);
                    // Indentation follows the arrays, so the depth is that of the text, not of the tree.
                    Nested { writer: self, extra: depth }.children(
                        inside.start + 1..inside.end,
                        all,
                        out,
                        full,
                    );
                }
            }
            out.push(b'\n');
            indent(out, depth);
            out.push(b'}');
        });
    }

    /// One value as it is, several as an array.
    fn many(
        &self,
        group: &[usize],
        depth: usize,
        out: &mut Vec<u8>,
        full: &mut Full<'_>,
        mut write: impl FnMut(usize, usize, &mut Vec<u8>, &mut Full<'_>),
    ) {
        let [only] = group else {
            out.extend_from_slice(b"[\n");
            for (nth, i) in group.iter().enumerate() {
                if nth > 0 {
                    out.extend_from_slice(b",\n");
                }
                indent(out, depth + 1);
                write(*i, depth + 1, out, full);
                hand_on(out, full);
            }
            out.push(b'\n');
            indent(out, depth);
            out.push(b']');
            return;
        };
        write(*only, depth, out, full);
        hand_on(out, full);
    }
}

/// The inside of an object in an array or under a key.
struct Nested<'a, 'w> {
    writer: &'a Writer<'w>,
    extra: usize,
}

impl Nested<'_, '_> {
    fn children(&self, range: std::ops::Range<usize>, all: bool, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let mut comma = false;
        let Some(first) = self.writer.view.nodes().get(range.start) else { return };
        for group in groups(self.writer.view, range, usize::from(first.depth)) {
            self.writer.group(&group, self.extra + 1, all, &mut comma, out, full);
        }
    }
}

#[inline]
fn next(comma: &mut bool, depth: usize, out: &mut Vec<u8>) {
    if *comma {
        out.extend_from_slice(b",\n");
    }
    *comma = true;
    indent(out, depth);
}

pub(crate) fn name(f: &FieldFormat) -> &'static str {
    if f.def.abbr.is_empty() { "text" } else { f.def.abbr }
}

/// The indexes of a node and all below it.
pub(crate) fn subtree(nodes: &[Node], i: usize) -> std::ops::Range<usize> {
    let depth = nodes.get(i).map_or(0, |n| n.depth);
    let len = nodes.iter().skip(i + 1).take_while(|n| n.depth > depth).count();
    i..i + 1 + len
}

/// The nodes of `range` at `depth`, those with one key together, in the order of their first.
pub(crate) fn groups(view: &View<'_>, range: std::ops::Range<usize>, depth: usize) -> Vec<Vec<usize>> {
    let nodes = view.nodes();
    let mut all: Vec<(u16, &[u8], usize)> = range
        .filter_map(|i| Some((i, nodes.get(i)?)))
        .filter(|(_, n)| usize::from(n.depth) == depth)
        .map(|(i, n)| {
            let label = if n.field == Field::TEXT { view.dissection.label(n) } else { b"" };
            (n.field.0, label, i)
        })
        .collect();
    all.sort_unstable();
    let mut groups: Vec<Vec<usize>> =
        all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).map(|g| g.iter().map(|e| e.2).collect()).collect();
    groups.sort_unstable();
    groups
}
