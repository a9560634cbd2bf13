//! Paths to objects: CIP volume 1, appendix C.

use super::names::*;
use super::*;
use requin_wire::{Field, Item};

/// A padded path.
#[derive(Clone, Copy)]
pub(super) struct Path<'p>(pub &'p [u8]);

/// A segment of a path, with its bytes.
struct Segment<'p> {
    bytes: &'p [u8],
    what: What<'p>,
}

enum What<'p> {
    /// Number of the port, extended or not; the link's address.
    Port {
        extended: bool,
        address: &'p [u8],
    },
    /// Kind and value, of so many bytes at the end of the segment.
    Logical {
        kind: u8,
        value: u32,
        width: usize,
    },
    Key(&'p [u8]),
    Network(&'p [u8]),
    /// Length of the name in the first byte.
    Symbol(&'p [u8]),
    Data {
        symbol: bool,
        data: &'p [u8],
    },
    Unknown,
}

const CLASS_ID: u8 = 0;
const INSTANCE_ID: u8 = 1;
const ATTRIBUTE_ID: u8 = 4;
const SPECIAL: u8 = 5;
const SERVICE_ID: u8 = 6;

impl<'p> Segment<'p> {
    /// The segment that begins these bytes.
    fn of(b: &'p [u8]) -> Option<Segment<'p>> {
        let &first = b.first()?;
        let even = |n: usize| n.div_ceil(2) * 2;
        let (len, what) = match first >> 5 {
            0 => {
                let long = first & 0x10 != 0;
                let port_16 = if first & 15 == 15 { 2 } else { 0 };
                let at = 1 + usize::from(long) + port_16;
                let n = if long { usize::from(*b.get(1)?) } else { 1 };
                (even(at + n), What::Port { extended: long, address: b.get(at..at + n)? })
            }
            1 => {
                let kind = first >> 2 & 7;
                match (kind, first & 3) {
                    (SPECIAL, 0) => {
                        let n = match b.get(1)? {
                            4 => 9,
                            5 => 13,
                            _ => 1,
                        };
                        (1 + n, What::Key(b.get(1..1 + n)?))
                    }
                    (SPECIAL, _) | (SERVICE_ID, 1..) | (7, _) | (_, 3) => (b.len(), What::Unknown),
                    (_, 0) => (2, What::Logical { kind, value: u32::from(*b.get(1)?), width: 1 }),
                    (_, 1) => {
                        let v = u16::from_le_bytes(*b.get(2..)?.first_chunk()?);
                        (4, What::Logical { kind, value: u32::from(v), width: 2 })
                    }
                    _ => {
                        let value = u32::from_le_bytes(*b.get(2..)?.first_chunk()?);
                        (6, What::Logical { kind, value, width: 4 })
                    }
                }
            }
            2 => {
                let n = if first & 0x10 != 0 { 1 + 2 * usize::from(*b.get(1)?) } else { 1 };
                (1 + n, What::Network(b.get(1..1 + n)?))
            }
            3 => {
                let n = usize::from(first & 0x1f);
                if n == 0 { (b.len(), What::Unknown) } else { (even(1 + n), What::Symbol(b.get(1..1 + n)?)) }
            }
            4 => {
                let n = usize::from(*b.get(1)?);
                match first & 0x1f {
                    0 => (2 + 2 * n, What::Data { symbol: false, data: b.get(2..2 + 2 * n)? }),
                    17 => (2 + even(n), What::Data { symbol: true, data: b.get(2..2 + n)? }),
                    _ => (b.len(), What::Unknown),
                }
            }
            _ => (b.len(), What::Unknown),
        };
        Some(Segment { bytes: b.get(..len).unwrap_or(b), what })
    }
}

impl<'p> Path<'p> {
    /// Its segments with their offsets. Every one takes a byte away, so there is an end.
    fn segments(self) -> impl Iterator<Item = (usize, Segment<'p>)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let s = Segment::of(self.0.get(at..)?)?;
            let from = at;
            at += s.bytes.len().max(1);
            Some((from, s))
        })
    }

    fn logical(self, wanted: u8) -> Option<u32> {
        self.segments().find_map(|(_, s)| match s.what {
            What::Logical { kind, value, .. } if kind == wanted => Some(value),
            _ => None,
        })
    }

    /// The class it leads to.
    pub(super) fn class(self) -> Option<u32> {
        self.logical(CLASS_ID)
    }

    pub(super) fn instance(self) -> Option<u32> {
        self.logical(INSTANCE_ID)
    }

    pub(super) fn attribute(self) -> Option<u32> {
        self.logical(ATTRIBUTE_ID)
    }

    /// Writes what stands before a service in the Info column: the name of a symbol, or else the class.
    pub(super) fn target(self, o: &mut Out<'_>) {
        let mut named = false;
        for (_, s) in self.segments() {
            if let What::Data { symbol: true, data } = s.what {
                o.s(if named { "." } else { "'" }).text(data);
                named = true;
            }
        }
        if named {
            o.s("' - ");
        } else if let Some(class) = self.class() {
            class_name(o, class);
            o.s(" - ");
        }
    }

    /// Adds the path. `from` is where its bytes lie in the frame; without it, it is that of a request.
    pub(super) fn show<S: Sink>(self, cx: &mut Cx<'_, S>, name: &str, from: Option<&Cursor<'_>>) {
        if !S::FIELDS {
            return;
        }
        let line = cx.line(from.map_or(Span::default(), |c| c.span(self.0.len())), |o| {
            o.s(name).s(": ");
            self.write(o);
        });
        if from.is_none() {
            cx.set_generated(line);
        }
        cx.under(line, |cx| {
            let p = Put { from, at: 0 };
            if let Some(c) = from {
                let span = c.span(self.0.len());
                cx.hidden(EPATH, span, Value::Bytes(span));
            }
            let object = (self.class(), self.instance());
            for (at, s) in self.segments() {
                s.show(cx, Put { at, ..p }, object);
            }
        });
    }

    fn write(self, o: &mut Out<'_>) {
        for (i, (_, s)) in self.segments().enumerate() {
            o.s(if i > 0 { ", " } else { "" });
            match s.what {
                What::Port { address, extended } => {
                    let port = s.bytes.first().map_or(0, |b| b & 15);
                    match PORT_NAMES.find(u64::from(port)) {
                        Some(name) => o.s("Port: ").s(name),
                        None => o.s("Port: ").u(port),
                    };
                    o.s(", Address: ");
                    match address {
                        [one] if !extended => o.u(*one),
                        text => o.text(text),
                    };
                }
                What::Logical { kind, value, width } => logical_text(o, kind, value, width, self),
                What::Key(_) => _ = o.s("[Key]"),
                What::Symbol(name) => _ = o.text(name),
                What::Data { symbol: true, data } => _ = o.text(data),
                What::Data { .. } => _ = o.s("[Data]"),
                What::Network(_) | What::Unknown => {}
            }
        }
    }
}

pub(super) fn class_name(o: &mut Out<'_>, class: u32) {
    match CLASS_NAMES.find(u64::from(class)) {
        Some(name) => o.s(name),
        None => o.s("Class (").hex(class, 2).c(b')'),
    };
}

fn logical_text(o: &mut Out<'_>, kind: u8, value: u32, width: usize, path: Path<'_>) {
    let name = match kind {
        CLASS_ID => match CLASS_NAMES.find(u64::from(value)) {
            Some(name) => {
                o.s(name);
                return;
            }
            None => "Class",
        },
        INSTANCE_ID => "Instance",
        2 => "Member",
        3 => "Connection Point",
        ATTRIBUTE_ID => {
            o.s("Attribute: ").u(value);
            if let Some(name) = attributes::name(path.class(), path.instance(), value) {
                o.s(" (").s(name).c(b')');
            }
            return;
        }
        _ => {
            o.s("Service ID: ").hex(value, 1);
            return;
        }
    };
    // In capitals, as in the names of parts.
    o.s(name).s(": 0x");
    for shift in (0..2 * width.max(1)).rev() {
        let digit = b"0123456789ABCDEF".get((value >> (4 * shift) & 15) as usize);
        o.c(*digit.unwrap_or(&b'0'));
    }
}

/// Where fields of a path are put: into the frame, or beside it.
#[derive(Clone, Copy)]
struct Put<'c, 'b> {
    from: Option<&'c Cursor<'b>>,
    at: usize,
}

impl Put<'_, '_> {
    fn span(self, at: usize, n: usize) -> Span {
        self.from.map_or(Span::default(), |c| Span::new(c.source(), c.pos() + self.at + at, n))
    }

    fn value<S: Sink>(self, cx: &mut Cx<'_, S>, field: Field, at: usize, n: usize, value: u64) -> Item {
        let span = self.span(at, n);
        match self.from {
            Some(_) => cx.add(field, span, Value::U(value)),
            None => cx.generated(field, span, Value::U(value)),
        }
    }

    fn bytes<S: Sink>(self, cx: &mut Cx<'_, S>, field: Field, at: usize, bytes: &[u8]) -> Item {
        let span = self.span(at, bytes.len());
        let item = cx.add_bytes(field, span, bytes);
        if self.from.is_none() {
            cx.set_generated(item);
        }
        item
    }
}

/// The little-endian number of the bytes at an offset.
fn number(b: &[u8], at: usize, n: usize) -> u64 {
    requin_wire::le(b.get(at..at + n).unwrap_or_default())
}

impl Segment<'_> {
    fn show<S: Sink>(&self, cx: &mut Cx<'_, S>, p: Put<'_, '_>, object: (Option<u32>, Option<u32>)) {
        let first = self.bytes.first().copied().unwrap_or_default();
        let item = p.value(cx, PATH_SEGMENT, 0, 1, u64::from(first));
        cx.label(item, |o| {
            o.s("Path Segment: ").hex(first, 2).s(" (");
            self.kind_name(o, first);
            o.c(b')');
        });
        cx.under(item, |cx| {
            p.value(cx, PATH_SEGMENT_TYPE, 0, 1, u64::from(first >> 5));
            match &self.what {
                What::Port { extended, address } => {
                    p.value(cx, EX_LINKADDRESS, 0, 1, u64::from(*extended));
                    p.value(cx, PORT, 0, 1, u64::from(first & 15));
                    let at = 1 + usize::from(*extended);
                    if *extended {
                        p.value(cx, LINKADDRESS_SIZE, 1, 1, address.len() as u64);
                        p.bytes(cx, LINKADDRESS_STRING, at, address);
                    } else {
                        p.value(cx, LINKADDRESS_BYTE, at, 1, number(address, 0, 1));
                    }
                }
                What::Logical { kind, value, width } => {
                    logical_head(cx, p, first);
                    let fields = match *kind {
                        CLASS_ID => [CLASS, CLASS16, CLASS32],
                        INSTANCE_ID => [INSTANCE, INSTANCE16, INSTANCE32],
                        2 => [MEMBER, MEMBER16, MEMBER32],
                        3 => [CONNPOINT, CONNPOINT16, CONNPOINT32],
                        ATTRIBUTE_ID => [ATTRIBUTE, ATTRIBUTE16, ATTRIBUTE32],
                        _ => [SERVICEID; 3],
                    };
                    let field = fields.get(width / 2).copied().unwrap_or(SERVICEID);
                    let item = p.value(cx, field, self.bytes.len() - width, *width, u64::from(*value));
                    if *kind == ATTRIBUTE_ID
                        && let Some(name) = attributes::name(object.0, object.1, *value)
                    {
                        cx.append(item, |o| _ = o.s(" (").s(name).c(b')'));
                    }
                }
                What::Key(b) => {
                    logical_head(cx, p, first);
                    key(cx, p, b);
                }
                What::Network(b) => network(cx, p, first & 0x1f, b),
                What::Symbol(name) => {
                    p.value(cx, SYMBOL_SIZE, 0, 1, u64::from(first & 0x1f));
                    p.bytes(cx, ASCII_SYMBOL, 1, name);
                }
                What::Data { symbol, data } => {
                    p.value(cx, super::DATA_SEGMENT_TYPE, 0, 1, u64::from(first & 0x1f));
                    if *symbol {
                        p.value(cx, DATA_SEGMENT_SIZE, 1, 1, data.len() as u64);
                        p.bytes(cx, SYMBOL, 2, data);
                    } else {
                        p.value(cx, DATA_SEGMENT_SIZE_WORDS, 1, 1, data.len() as u64 / 2);
                        if p.from.is_some() {
                            p.bytes(cx, DATA_SEGMENT_DATA, 2, data);
                        }
                    }
                }
                What::Unknown => {
                    cx.expert(UNSUPPORTED_SEGMENT, item, p.span(0, 1));
                }
            }
        });
    }

    fn kind_name(&self, o: &mut Out<'_>, first: u8) {
        let width = ["8-Bit ", "16-Bit ", "32-Bit ", ""].get(usize::from(first & 3)).copied().unwrap_or("");
        match &self.what {
            What::Port { .. } => o.s("Port Segment"),
            What::Logical { kind, .. } => {
                let kinds =
                    ["Class", "Instance", "Member", "Connection Point", "Attribute", "", "Service ID"];
                o.s(width).s(kinds.get(usize::from(*kind)).copied().unwrap_or("")).s(" Segment")
            }
            What::Key(b) => {
                o.s("Electronic Key Segment) (VendorID: ").hex(number(b, 1, 2), 4).s(", DevTyp: 0x");
                for shift in [12, 8, 4, 0] {
                    let digit = b"0123456789ABCDEF".get((number(b, 3, 2) >> shift & 15) as usize);
                    o.c(*digit.unwrap_or(&b'0'));
                }
                o.s(", ").u(number(b, 7, 1) & 0x7f).c(b'.').u(number(b, 8, 1))
            }
            What::Network(_) => o.s(NETWORK_SEGMENT_TYPE_NAMES.or(u64::from(first & 0x1f), "Reserved")),
            What::Symbol(_) => o.s("Symbolic Segment"),
            What::Data { .. } => o.s(DATA_SEGMENT_TYPE_NAMES.or(u64::from(first & 0x1f), "Reserved")),
            What::Unknown => o.s(PATH_SEGMENT_TYPE_NAMES.or(u64::from(first >> 5), "Reserved")),
        };
    }
}

fn logical_head<S: Sink>(cx: &mut Cx<'_, S>, p: Put<'_, '_>, first: u8) {
    p.value(cx, LOGICAL_SEGMENT_TYPE, 0, 1, u64::from(first >> 2 & 7));
    if first >> 2 & 7 < SPECIAL {
        p.value(cx, LOGICAL_SEGMENT_FORMAT, 0, 1, u64::from(first & 3));
    }
}

/// An electronic key: which device it has to be.
fn key<S: Sink>(cx: &mut Cx<'_, S>, p: Put<'_, '_>, b: &[u8]) {
    p.value(cx, EKEY_FORMAT, 1, 1, number(b, 0, 1));
    if b.len() < 9 {
        return;
    }
    p.value(cx, EKEY_VENDOR, 2, 2, number(b, 1, 2));
    p.value(cx, EKEY_DEVTYPE, 4, 2, number(b, 3, 2));
    p.value(cx, EKEY_PRODUCT_CODE, 6, 2, number(b, 5, 2));
    let major = number(b, 7, 1);
    let item = p.value(cx, EKEY_COMPATIBILITY, 8, 1, major);
    cx.label(item, |o| {
        o.s("Compatibility: ").s(EKEY_COMP_BIT_NAMES.or(major >> 7, ""));
        o.s(", Major Revision: ").u(major & 0x7f);
    });
    cx.under(item, |cx| {
        p.value(cx, EKEY_COMP_BIT, 8, 1, major >> 7);
        p.value(cx, EKEY_MAJOR_REV, 8, 1, major & 0x7f);
    });
    p.value(cx, EKEY_MINOR_REV, 9, 1, number(b, 8, 1));
    if b.len() >= 13 {
        p.value(cx, EKEY_SERIAL_NUMBER, 10, 4, number(b, 9, 4));
    }
}

fn network<S: Sink>(cx: &mut Cx<'_, S>, p: Put<'_, '_>, kind: u8, b: &[u8]) {
    p.value(cx, super::NETWORK_SEGMENT_TYPE, 0, 1, u64::from(kind));
    let field = match kind {
        1 => NETWORK_SEGMENT_SCHEDULE,
        2 => NETWORK_SEGMENT_FIXED_TAG,
        3 => NETWORK_SEGMENT_PROD_INHIBIT,
        16.. => NETWORK_SEGMENT_LENGTH,
        _ => return,
    };
    p.value(cx, field, 1, 1, number(b, 0, 1));
}
