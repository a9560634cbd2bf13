//! `-T pdml`: the whole tree as XML.

use crate::escape::{self, Xml};
use crate::fields::Picked;
use crate::format::{FieldFormat, Formats, Labels, Shape, Zone, absolute, civil};
use crate::json::needs_tree;
use crate::options::{Options, Ready};
use crate::pieces::{self, hand_on};
use crate::put;
use requin_engine::{Full, Needs, Printer};
use requin_wire::digits::Short;
use requin_wire::{Base, Field, FieldType, Node, Out, Registry, Value, View};

/// Writes frames as PDML.
pub struct Pdml {
    options: Options,
    ready: Ready<Xml>,
    picked: Option<Picked>,
}

impl Pdml {
    /// A printer of PDML.
    #[must_use]
    pub fn new(options: Options) -> Pdml {
        Pdml::with_fields(options, Vec::new())
    }

    /// A printer of these fields alone (`-e`), of the whole tree when there are none.
    #[must_use]
    pub fn with_fields(options: Options, fields: Vec<String>) -> Pdml {
        let picked = (!fields.is_empty()).then(|| Picked::new(options.clone(), fields));
        Pdml { options, ready: Ready::default(), picked }
    }
}

#[inline]
fn indent(out: &mut Vec<u8>, level: usize) {
    put::indent(out, 2 * level);
}

impl Printer for Pdml {
    fn needs(&self, registry: &Registry) -> Needs {
        self.ready.get(registry, &self.options);
        self.picked.as_ref().map_or_else(needs_tree, |p| p.needs(registry))
    }

    fn header(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(
            b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
              <?xml-stylesheet type=\"text/xsl\" href=\"pdml2html.xsl\"?>\n\
              <!-- You can find pdml2html.xsl in /usr/share/wireshark or at \
              https://gitlab.com/wireshark/wireshark/-/raw/master/pdml2html.xsl. -->\n\
              <pdml version=\"0\" creator=\"requin/",
        );
        out.extend_from_slice(env!("CARGO_PKG_VERSION").as_bytes());
        out.extend_from_slice(b"\" time=\"");
        c_time(out, self.options.made.secs, &self.options.zone);
        out.extend_from_slice(b"\" capture_file=\"");
        escape::xml(out, self.options.capture_file.as_bytes());
        out.extend_from_slice(b"\">\n");
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        self.frame_in_pieces(view, out, &mut |_| {});
    }

    fn frame_in_pieces(&self, view: &View<'_>, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let formats = self.ready.get(view.registry, &self.options);
        out.extend_from_slice(b"<packet>\n");
        general(formats, view, out);
        match &self.picked {
            Some(picked) => fields(picked, view, out),
            None => Labels::of(formats, view, |labels| tree(formats, labels, view, out, full)),
        }
        out.extend_from_slice(b"</packet>\n\n\n");
    }

    fn footer(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"</pdml>\n");
    }
}

/// A date as `ctime` of C writes it: `Sat Nov 21 09:34:33 2026`.
fn c_time(out: &mut Vec<u8>, secs: i64, zone: &Zone) {
    let local = secs.saturating_add(zone.seconds(secs));
    let c = civil(local);
    let day = local.div_euclid(86_400).rem_euclid(7) as usize;
    let names: [&[u8]; 7] = [b"Thu", b"Fri", b"Sat", b"Sun", b"Mon", b"Tue", b"Wed"];
    out.extend_from_slice(names.get(day).copied().unwrap_or_default());
    out.push(b' ');
    out.extend_from_slice(c.month_name().as_bytes());
    out.push(b' ');
    put::uint_right(out, u64::from(c.day), 2);
    out.push(b' ');
    c.clock(&mut Out::new(out));
    out.push(b' ');
    c.year(&mut Out::new(out));
}

/// What the capture says of the frame, as a protocol.
fn general(formats: &Formats<Xml>, view: &View<'_>, out: &mut Vec<u8>) {
    let m = view.meta;
    let size = u64::from(m.captured);
    let mut end = Vec::with_capacity(16);
    end.extend_from_slice(b"\" size=\"");
    put::uint(&mut end, size);
    out.extend_from_slice(b"  <proto name=\"geninfo\" pos=\"0\" showname=\"General information");
    out.extend_from_slice(&end);
    out.extend_from_slice(b"\">\n    <field name=\"num\" pos=\"0\" show=\"");
    put::uint(out, m.number);
    out.extend_from_slice(b"\" showname=\"Number\" value=\"");
    put::hex(out, m.number, 1);
    out.extend_from_slice(&end);
    out.extend_from_slice(b"\"/>\n    <field name=\"len\" pos=\"0\" show=\"");
    put::uint(out, u64::from(m.original));
    out.extend_from_slice(b"\" showname=\"Frame Length\" value=\"");
    put::hex(out, u64::from(m.original), 1);
    out.extend_from_slice(&end);
    out.extend_from_slice(b"\"/>\n    <field name=\"caplen\" pos=\"0\" show=\"");
    put::uint(out, size);
    out.extend_from_slice(b"\" showname=\"Captured Length\" value=\"");
    put::hex(out, size, 1);
    out.extend_from_slice(&end);
    out.extend_from_slice(b"\"/>\n    <field name=\"timestamp\" pos=\"0\" show=\"");
    absolute(out, m.time, Base::Local, &formats.zone);
    out.extend_from_slice(b"\" showname=\"Captured Time\" value=\"");
    put::int(out, m.time.secs);
    out.push(b'.');
    put::uint_zeros(out, u64::from(m.time.nanos), 9);
    out.extend_from_slice(&end);
    out.extend_from_slice(b"\"/>\n  </proto>\n");
}

/// Only the fields that were asked for.
fn fields(picked: &Picked, view: &View<'_>, out: &mut Vec<u8>) {
    for i in 0..picked.len() {
        picked.each(view, i, |text| {
            out.extend_from_slice(b"  <field name=\"");
            escape::xml(out, picked.name(i).as_bytes());
            out.extend_from_slice(b"\" value=\"");
            escape::xml(out, text);
            out.extend_from_slice(b"\"/>\n");
        });
    }
}

/// What has to be closed when the subtree of a node ends.
#[derive(Clone, Copy)]
enum Close {
    /// `</proto>`
    Proto,
    /// `</field>`
    Field,
    /// `</field>` of the bytes that no protocol claims, and the protocol that was made around it.
    Data,
    /// `/>` was written already, but a protocol was made around the field.
    Wrapper,
    /// Nothing.
    Nothing,
}

/// A line that closes something, with the most spaces that are copied together with it before it.
struct Closing<const N: usize>([u8; N]);

/// Spaces before the line.
const BEFORE: usize = 64;

impl<const N: usize> Closing<N> {
    const fn new(text: &[u8]) -> Closing<N> {
        let mut line = [b' '; N];
        let mut i = 0;
        while i < text.len() {
            line[BEFORE + i] = text[i];
            i += 1;
        }
        Closing(line)
    }

    /// Appends the line, `len` bytes long, at a level.
    #[inline]
    fn write(&self, len: usize, level: usize, out: &mut Vec<u8>) {
        let near = (2 * level).min(BEFORE);
        indent(out, level - near / 2);
        put::padded(out, self.0.get(BEFORE - near..).unwrap_or_default(), near + len);
    }
}

static PROTO: Closing<{ BEFORE + 9 + put::PADDING }> = Closing::new(b"</proto>\n");
static FIELD: Closing<{ BEFORE + 9 + put::PADDING }> = Closing::new(b"</field>\n");

fn close(out: &mut Vec<u8>, level: usize, how: Close) {
    match how {
        Close::Proto => PROTO.write(9, level, out),
        Close::Field => FIELD.write(9, level, out),
        Close::Data => out.extend_from_slice(b"  </field>\n  </proto>\n"),
        Close::Wrapper => out.extend_from_slice(b"  </proto>\n"),
        Close::Nothing => {}
    }
}

fn tree(
    formats: &Formats<Xml>,
    labels: &mut Labels<'_, Xml>,
    view: &View<'_>,
    out: &mut Vec<u8>,
    full: &mut Full<'_>,
) {
    let nodes = view.nodes();
    let expert = view.registry.expert_fields().map(|f| f[0]);
    let data = view.registry.proto_named("data").map(|p| Field(p.base));
    // How to close every level that is open: its index is the depth.
    let mut open = [Close::Nothing; 256];
    let mut depth = 0usize;
    // A field at the top of the tree gets a protocol around it, which moves all below one level down.
    let mut extra = 0usize;
    // Expert items' details stand at the beginning of the frame, wherever the item does.
    let mut expert_depth = usize::MAX;
    for (i, node) in nodes.iter().enumerate() {
        hand_on(out, full);
        let at = usize::from(node.depth);
        while depth > at {
            depth -= 1;
            close(out, depth + 1 + if depth == 0 { 0 } else { extra }, open[depth & 255]);
        }
        if at <= expert_depth {
            expert_depth = usize::MAX;
        }
        let f = formats.field(node.field);
        let is_expert = Some(node.field) == expert;
        let is_proto = f.kind == FieldType::Protocol && !is_expert;
        let parent = nodes.get(i + 1).is_some_and(|n| usize::from(n.depth) > at);
        if at == 0 {
            extra = 0;
        }
        let is_data = Some(node.field) == data;
        if at == 0 && (!is_proto || is_data) {
            out.extend_from_slice(b"  <proto name=\"fake-field-wrapper\">\n");
            extra = 1;
        }
        let level = 1 + at + extra;
        let span = if expert_depth == usize::MAX { node.span } else { requin_wire::Span::default() };
        if is_data {
            indent(out, level);
            out.extend_from_slice(b"<field name=\"data\" value=\"");
            pieces::hex_pairs(out, view.span(node.span), full);
            out.extend_from_slice(b"\">\n");
            let how = if at == 0 { Close::Data } else { Close::Field };
            open[at & 255] = how;
            depth = at + 1;
            continue;
        }
        if node.field == Field::TEXT {
            indent(out, level);
            out.extend_from_slice(b"<field name=\"\" show=\"");
            labels.write(f, node, 0, out);
            place(out, node, span.start);
            if node.span.len > 0 {
                out.extend_from_slice(b"\" value=\"");
                pieces::hex_pairs(out, view.span(node.span), full);
            }
        } else {
            formats.open_behind(f, 2 * level, out);
            labels.write(f, node, 0, out);
            if node.has(Node::HIDDEN) {
                out.extend_from_slice(b"\" hide=\"yes");
            }
            place(out, node, span.start);
            if f.kind != FieldType::Protocol {
                values(formats, f, view, node, out, full);
            }
        }
        if is_expert {
            expert_depth = at;
        }
        let how = if parent {
            out.extend_from_slice(b"\">\n");
            match (is_proto, extra == 1 && at == 0) {
                (true, _) => Close::Proto,
                (false, true) => Close::Data,
                (false, false) => Close::Field,
            }
        } else {
            out.extend_from_slice(b"\"/>\n");
            if extra == 1 && at == 0 { Close::Wrapper } else { Close::Nothing }
        };
        open[at & 255] = how;
        depth = at + 1;
    }
    while depth > 0 {
        depth -= 1;
        close(out, depth + 1 + if depth == 0 { 0 } else { extra }, open[depth & 255]);
    }
}

#[inline]
fn place(out: &mut Vec<u8>, node: &Node, start: u32) {
    Short::<56>::append(out, |t| {
        put::small(t.s(b"\" size=\""), node.span.len.into());
        put::small(t.s(b"\" pos=\""), start.into());
    });
}

/// The attributes show, value and unmaskedvalue.
#[inline]
fn values(
    formats: &Formats<Xml>,
    f: &FieldFormat,
    view: &View<'_>,
    node: &Node,
    out: &mut Vec<u8>,
    full: &mut Full<'_>,
) {
    out.extend_from_slice(b"\" show=\"");
    match (f.shape, node.value) {
        (Shape::Empty, _) => {
            out.extend_from_slice(b"\" value=\"");
            return;
        }
        (Shape::Str, Value::Str(span)) => {
            pieces::text(out, crate::format::until_nul(view.span(span)), escape::xml, full);
        }
        (Shape::Bytes(sep), Value::Bytes(span)) => pieces::hex_with(out, view.span(span), sep, full),
        (Shape::Char, _) => {
            let mut text = Vec::new();
            formats.show_as(f, view, node, &mut text);
            escape::xml(out, &text);
        }
        _ => _ = formats.show_as(f, view, node, out),
    }
    if node.span.len == 0 {
        return;
    }
    out.extend_from_slice(b"\" value=\"");
    if f.def.mask != 0 {
        match node.value {
            Value::U(v) => put::hex_upper(out, v, 1),
            Value::I(v) => put::hex_upper(out, u64::from(v as u32), 1),
            _ => {}
        }
        out.extend_from_slice(b"\" unmaskedvalue=\"");
    }
    pieces::hex_pairs(out, view.span(node.span), full);
}
