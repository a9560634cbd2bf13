//! How a field's value is shown: as filters take it (the `show` of PDML, the value in JSON), and as a line
//! of the tree. Everything that a field decides by itself is made ready once, in a table by field number.

mod address;
mod label;
mod lately;
mod show;
mod time;

pub use address::{address, mac};
pub use label::LABEL_LENGTH;
pub(crate) use label::Labels;
pub(crate) use show::until_nul;
pub(crate) use time::decimals;
pub use time::{Civil, Zone, absolute, civil, relative};

use crate::escape::{Plain, Style};
use crate::put;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};

use requin_wire::{Base, Field, FieldDef, FieldType, Names, Registry};

/// How values of a field are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No value of its own.
    Empty,
    /// Unsigned, decimal.
    Dec,
    /// Unsigned, hexadecimal with at least so many digits.
    Hex(u8),
    /// Signed.
    Int,
    /// 0 or 1.
    Bool,
    /// A character in single quotes.
    Char,
    /// Dotted.
    Ipv4,
    /// Eight hexadecimal digits.
    Ipx,
    /// A floating-point number of single precision.
    Single,
    /// A floating-point number.
    Float,
    /// A point in time.
    AbsTime(Base),
    /// A duration in seconds.
    RelTime,
    /// Text.
    Str,
    /// Bytes with this between them.
    Bytes(u8),
    /// RFC 5952.
    Ipv6,
    /// Six bytes with colons, or whatever else is written so.
    Ether,
    /// The call sign and the number of a station of amateur radio.
    Station,
    /// RFC 9562.
    Guid,
    /// Dotted numbers from BER; whether it is relative.
    Oid(bool),
    /// `1111.2222.3333.00-00`
    SysId,
}

/// A text in the table's store.
#[derive(Clone, Copy, Default)]
#[repr(C, packed(2))]
struct Text {
    start: u32,
    len: u16,
}

/// Spaces that stand before ready texts that begin lines: a line and its indentation are copied at once.
const BEFORE: usize = 26;

/// How the line of a field is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// It is ready, whatever the value.
    Head,
    /// It is ready for false and for true.
    Bool,
    /// The label, then a decimal number.
    Dec,
    /// The label, then a hexadecimal number with `0x` before it.
    Hex,
    /// The label, then an IPv4 address.
    Ipv4,
    /// The label, then a duration.
    Duration,
    /// There are few values, or the same come again and again: lines made lately are kept.
    Lately,
    /// The same for a hardware address.
    Address,
    /// Anything else.
    Made,
}

impl How {
    fn of(def: &FieldDef, shape: Shape) -> How {
        let small = def.mask != 0 || def.kind.width() == 1;
        let named = matches!(def.names, Names::Table(_) | Names::Special(_) | Names::Ranges(_));
        match shape {
            Shape::Empty => How::Head,
            Shape::Bool => How::Bool,
            Shape::Dec | Shape::Hex(_) if named || small => How::Lately,
            Shape::Dec if matches!(def.names, Names::None) && matches!(def.base, Base::Dec) => How::Dec,
            Shape::Hex(_) if matches!((def.names, def.base), (Names::None, Base::Hex)) => How::Hex,
            Shape::Ipv4 if def.mask == 0 => How::Ipv4,
            Shape::RelTime if def.mask == 0 => How::Duration,
            Shape::Ether if def.kind == FieldType::Ether => How::Address,
            _ => How::Made,
        }
    }
}

/// What is made ready for a field. Frames have hundreds of fields, and there are thousands: the smaller this is, the
/// more of them stay in the cache.
pub struct FieldFormat {
    /// What is fixed about it.
    pub def: &'static FieldDef,
    /// `Label: `, or `Label` when there is no value.
    head: Text,
    /// Label lines for false and true; of what is no truth value, `.... 0... = ` with the masked bits as `0`.
    with: [Text; 2],
    /// What opens the field in an output.
    open: Text,
    /// Its type.
    pub kind: FieldType,
    /// How its value is written for filters.
    pub shape: Shape,
    how: How,
    /// Digits of a hexadecimal number in the label.
    label_hex: u8,
}

const _: () = assert!(size_of::<FieldFormat>() <= 40);

/// The table of all fields, in the style of an output.
pub struct Formats<S = Plain> {
    fields: Vec<FieldFormat>,
    /// Ready texts, one behind the other.
    store: Vec<u8>,
    /// The zone of times that are shown in local time.
    pub zone: Zone,
    /// Whether manufacturers' names stand for the first half of hardware addresses.
    resolve_mac: bool,
    /// Tells this table from others.
    id: u64,
    style: PhantomData<fn() -> S>,
}

/// The number of the table that is made next.
static NEXT: AtomicU64 = AtomicU64::new(1);

impl<S: Style> Formats<S> {
    /// Makes everything ready.
    #[must_use]
    pub fn new(registry: &Registry, zone: Zone) -> Formats<S> {
        let mut store = Vec::with_capacity(96 * registry.fields().len());
        let expert = registry.expert_fields().map(|f| f[0].0);
        let make = |(i, def): (usize, &&'static FieldDef)| {
            // Expert items are protocols by type and fields by their place in the tree.
            let protocol = def.kind == FieldType::Protocol && expert != Some(i as u16);
            FieldFormat::new::<S>(def, protocol, &mut store)
        };
        let fields = registry.fields().iter().enumerate().map(make).collect();
        store.resize(store.len() + put::PADDING, 0);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Formats { fields, store, zone, resolve_mac: registry.prefs.resolve_mac, id, style: PhantomData }
    }

    /// What is ready for a field.
    #[inline]
    #[must_use]
    pub fn field(&self, field: Field) -> &FieldFormat {
        self.fields.get(usize::from(field.0)).unwrap_or(&self.fields[0])
    }

    /// Appends what opens a field in this output, up to its label or value.
    #[inline]
    pub fn open(&self, f: &FieldFormat, out: &mut Vec<u8>) {
        self.ready(f.open, out);
    }

    /// The same behind so many spaces.
    #[inline]
    pub(crate) fn open_behind(&self, f: &FieldFormat, indent: usize, out: &mut Vec<u8>) {
        if indent > BEFORE || S::LINES {
            put::indent(out, indent);
            return self.ready(f.open, out);
        }
        self.behind(f.open, indent, out);
    }

    /// A ready text and so many of the spaces before it.
    #[inline(always)]
    fn behind(&self, text: Text, indent: usize, out: &mut Vec<u8>) {
        let from = self.store.get((text.start as usize).wrapping_sub(indent)..).unwrap_or_default();
        put::padded(out, from, text.len as usize + indent);
    }

    #[inline(always)]
    fn ready(&self, text: Text, out: &mut Vec<u8>) {
        let from = self.store.get(text.start as usize..).unwrap_or_default();
        put::padded(out, from, text.len as usize);
    }
}

impl FieldFormat {
    fn new<S: Style>(def: &'static FieldDef, protocol: bool, store: &mut Vec<u8>) -> FieldFormat {
        let mut keep = |line: bool, write: &dyn Fn(&mut Vec<u8>)| {
            if line {
                put::indent(store, BEFORE);
            }
            let start = store.len();
            write(store);
            Text { start: start as u32, len: (store.len() - start) as u16 }
        };
        let shape = Shape::of(def);
        let bits = picture(def);
        let head = |out: &mut Vec<u8>| {
            S::text(out, def.label.as_bytes());
            if shape != Shape::Empty {
                out.extend_from_slice(b": ");
            }
        };
        let with = if shape == Shape::Bool {
            [false, true].map(|set| {
                keep(S::LINES, &|out| {
                    out.extend(bits.iter().map(|b| if *b == b'0' && set { b'1' } else { *b }));
                    head(out);
                    let name = match def.names {
                        Names::Bools(yes, no) => {
                            if set {
                                yes
                            } else {
                                no
                            }
                        }
                        _ if set => "True",
                        _ => "False",
                    };
                    S::text(out, name.as_bytes());
                })
            })
        } else if bits.is_empty() {
            [Text::default(); 2]
        } else {
            [keep(S::LINES, &|out| out.extend_from_slice(&bits)), Text::default()]
        };
        let masked = if def.mask == 0 { 0 } else { def.mask.ilog2() + 1 - def.mask.trailing_zeros() };
        FieldFormat {
            def,
            kind: def.kind,
            shape,
            how: How::of(def, shape),
            head: keep(S::LINES, &head),
            with,
            open: keep(!S::LINES, &|out| S::open(out, def.abbr, protocol)),
            label_hex: match (masked, def.bits) {
                (0, _) => hex_width(def.kind),
                (_, 0) => masked.div_ceil(4) as u8,
                (_, bits) => bits.div_ceil(4),
            },
        }
    }
}

/// Digits of a number of this type when all are shown. Beyond four bytes it is always sixteen.
fn hex_width(kind: FieldType) -> u8 {
    match kind.width() {
        0 => 8,
        n @ 1..=4 => 2 * n,
        _ => 16,
    }
}

impl Shape {
    /// That of a field.
    pub(crate) fn of(def: &FieldDef) -> Shape {
        use FieldType as T;
        match def.kind {
            T::Protocol | T::None | T::Expert => Shape::Empty,
            T::Bool => Shape::Bool,
            T::Char => Shape::Char,
            T::U8 | T::U16 | T::U24 | T::U32 => match def.base {
                Base::Hex | Base::HexDec => Shape::Hex(hex_width(def.kind)),
                _ => Shape::Dec,
            },
            // Beyond four bytes, names or units make it decimal.
            T::U40 | T::U48 | T::U56 | T::U64 => match def.base {
                Base::Hex | Base::HexDec if matches!(def.names, Names::None) => Shape::Hex(16),
                _ => Shape::Dec,
            },
            T::Framenum => Shape::Dec,
            T::I8 | T::I16 | T::I24 | T::I32 | T::I40 | T::I48 | T::I56 | T::I64 => Shape::Int,
            T::F32 => Shape::Single,
            T::F64 => Shape::Float,
            T::AbsTime => Shape::AbsTime(def.base),
            T::RelTime => Shape::RelTime,
            T::Str | T::StrZ | T::UintStr | T::StrZPad | T::StrZTrunc => Shape::Str,
            T::Bytes | T::UintBytes => Shape::Bytes(separator(def.base).unwrap_or(b':')),
            T::Ipv4 => Shape::Ipv4,
            T::Ipv6 => Shape::Ipv6,
            T::Ax25 => Shape::Station,
            T::Ether | T::Eui64 | T::Fcwwn | T::Vines => Shape::Ether,
            T::Ipx => Shape::Ipx,
            T::Guid => Shape::Guid,
            T::Oid => Shape::Oid(false),
            T::RelOid => Shape::Oid(true),
            T::SysId => Shape::SysId,
        }
    }
}

fn separator(base: Base) -> Option<u8> {
    match base {
        Base::Dot => Some(b'.'),
        Base::Dash => Some(b'-'),
        Base::Colon => Some(b':'),
        Base::Space => Some(b' '),
        _ => None,
    }
}

/// The bits of a masked field as a picture, nothing for others.
fn picture(def: &FieldDef) -> Vec<u8> {
    let mut out = Vec::new();
    if def.mask == 0 {
        return out;
    }
    let width = match def.kind.width() {
        0 if def.bits > 0 => usize::from(def.bits),
        0 => (64 - def.mask.leading_zeros() as usize).div_ceil(8) * 8,
        n => 8 * usize::from(n),
    };
    let width = width.min(64);
    for place in 0..width {
        if place % 4 == 0 && place != 0 {
            out.push(b' ');
        }
        out.push(if def.mask >> (width - 1 - place) & 1 != 0 { b'0' } else { b'.' });
    }
    out.extend_from_slice(b" = ");
    out
}
