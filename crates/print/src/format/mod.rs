//! How a field's value is shown: as filters take it (the `show` of PDML, the value in JSON), and as a line
//! of the tree. Everything that a field decides by itself is made ready once, in a table by field number.

mod address;
mod label;
mod show;
mod time;

pub use address::{address, mac};
pub use label::LABEL_LENGTH;
pub(crate) use show::until_nul;
pub(crate) use time::decimals;
pub use time::{Civil, Zone, absolute, civil, relative};

use crate::escape::{self, STYLES};
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
    /// RFC 9562.
    Guid,
    /// Dotted numbers from BER; whether it is relative.
    Oid(bool),
    /// `1111.2222.3333.00-00`
    SysId,
}

/// What is made ready for a field.
pub struct FieldFormat {
    /// What is fixed about it.
    pub def: &'static FieldDef,
    /// How its value is written for filters.
    pub shape: Shape,
    /// `Label: `, or `Label` when there is no value; for each style.
    head: [Box<[u8]>; STYLES],
    /// `.... 0... = ` with the masked bits as `0`.
    picture: Box<[u8]>,
    /// Label lines for false and true, for each style.
    bools: Option<[[Box<[u8]>; STYLES]; 2]>,
    /// Digits of a hexadecimal number in the label.
    label_hex: u8,
    /// The name as attribute or key: it never needs escaping.
    pub abbr: &'static [u8],
}

/// The table of all fields.
pub struct Formats {
    fields: Vec<FieldFormat>,
    /// The zone of times that are shown in local time.
    pub zone: Zone,
    /// Whether manufacturers' names stand for the first half of hardware addresses.
    resolve_mac: bool,
}

impl Formats {
    /// Makes everything ready.
    #[must_use]
    pub fn new(registry: &Registry, zone: Zone) -> Formats {
        let fields = registry.fields().iter().map(|def| FieldFormat::new(def)).collect();
        Formats { fields, zone, resolve_mac: registry.prefs.resolve_mac }
    }

    /// What is ready for a field.
    #[inline]
    #[must_use]
    pub fn field(&self, field: Field) -> &FieldFormat {
        self.fields.get(usize::from(field.0)).unwrap_or(&self.fields[0])
    }
}

impl FieldFormat {
    fn new(def: &'static FieldDef) -> FieldFormat {
        let shape = shape(def);
        let mut head = def.label.as_bytes().to_vec();
        if shape != Shape::Empty {
            head.extend_from_slice(b": ");
        }
        let picture = picture(def);
        let bools = (shape == Shape::Bool).then(|| {
            [false, true].map(|set| {
                let mut line: Vec<u8> =
                    picture.iter().map(|b| if *b == b'0' && set { b'1' } else { *b }).collect();
                line.extend_from_slice(&head);
                line.extend_from_slice(match def.names {
                    Names::Bools(yes, no) => if set { yes } else { no }.as_bytes(),
                    _ if set => b"True",
                    _ => b"False",
                });
                styles(&line)
            })
        });
        let bits = if def.mask == 0 { 0 } else { def.mask.count_ones() };
        let label_hex = if bits == 0 { hex_width(def.kind) } else { bits.div_ceil(4) as u8 };
        FieldFormat {
            def,
            shape,
            head: styles(&head),
            picture: picture.into(),
            bools,
            label_hex,
            abbr: def.abbr.as_bytes(),
        }
    }
}

fn styles(text: &[u8]) -> [Box<[u8]>; STYLES] {
    [escape::text, escape::text_xml, escape::text_json].map(|escape| {
        let mut out = Vec::new();
        escape(&mut out, text);
        out.into()
    })
}

/// Digits of a number of this type when all are shown. Beyond four bytes it is always sixteen.
fn hex_width(kind: FieldType) -> u8 {
    match kind.width() {
        0 => 8,
        n @ 1..=4 => 2 * n,
        _ => 16,
    }
}

fn shape(def: &FieldDef) -> Shape {
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
        T::F32 | T::F64 => Shape::Float,
        T::AbsTime => Shape::AbsTime(def.base),
        T::RelTime => Shape::RelTime,
        T::Str | T::StrZ | T::UintStr | T::StrZPad | T::StrZTrunc => Shape::Str,
        T::Bytes | T::UintBytes => Shape::Bytes(separator(def.base).unwrap_or(b':')),
        T::Ipv4 => Shape::Ipv4,
        T::Ipv6 => Shape::Ipv6,
        T::Ether | T::Eui64 | T::Fcwwn | T::Ax25 | T::Vines => Shape::Ether,
        T::Ipx => Shape::Ipx,
        T::Guid => Shape::Guid,
        T::Oid => Shape::Oid(false),
        T::RelOid => Shape::Oid(true),
        T::SysId => Shape::SysId,
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
    for bit in (0..width.min(64)).rev() {
        out.push(if def.mask >> bit & 1 != 0 { b'0' } else { b'.' });
        if bit % 4 == 0 && bit != 0 {
            out.push(b' ');
        }
    }
    out.extend_from_slice(b" = ");
    out
}
