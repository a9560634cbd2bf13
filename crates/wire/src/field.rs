//! Fields: the public language of packets, with Wireshark's names, types and bases.

use crate::{Out, Value};

/// A field by its number in the registry. Numbers are fixed when the program is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub u16);

impl Field {
    /// Not a field: a line of text in the tree.
    pub const TEXT: Field = Field(0);
}

/// The type of a field's value (Wireshark's FT_ types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum FieldType {
    Protocol,
    None,
    Bool,
    Char,
    U8,
    U16,
    U24,
    U32,
    U40,
    U48,
    U56,
    U64,
    I8,
    I16,
    I24,
    I32,
    I40,
    I48,
    I56,
    I64,
    F32,
    F64,
    AbsTime,
    RelTime,
    Str,
    StrZ,
    UintStr,
    StrZPad,
    StrZTrunc,
    Bytes,
    UintBytes,
    Ipv4,
    Ipv6,
    Ether,
    Ipx,
    Framenum,
    Guid,
    Oid,
    RelOid,
    SysId,
    Eui64,
    Fcwwn,
    Ax25,
    Vines,
    /// An expert item: a field of type none that carries a severity and a group.
    Expert,
}

impl FieldType {
    /// Bytes that a value of this type takes in a header, 0 when it varies.
    #[must_use]
    pub const fn width(self) -> u8 {
        use FieldType as T;
        match self {
            T::Char | T::U8 | T::I8 => 1,
            T::U16 | T::I16 => 2,
            T::U24 | T::I24 => 3,
            T::U32 | T::I32 | T::F32 | T::Ipv4 | T::Ipx | T::Framenum => 4,
            T::U40 | T::I40 => 5,
            T::U48 | T::I48 | T::Ether | T::Vines => 6,
            T::U56 | T::I56 | T::Ax25 => 7,
            T::U64 | T::I64 | T::F64 | T::Eui64 | T::Fcwwn => 8,
            T::Ipv6 | T::Guid => 16,
            _ => 0,
        }
    }

    /// Whether values are unsigned integers.
    #[must_use]
    pub const fn is_uint(self) -> bool {
        use FieldType as T;
        matches!(
            self,
            T::Char | T::U8 | T::U16 | T::U24 | T::U32 | T::U40 | T::U48 | T::U56 | T::U64 | T::Framenum
        )
    }

    /// Whether values are signed integers.
    #[must_use]
    pub const fn is_int(self) -> bool {
        use FieldType as T;
        matches!(self, T::I8 | T::I16 | T::I24 | T::I32 | T::I40 | T::I48 | T::I56 | T::I64)
    }

    /// Whether values are text.
    #[must_use]
    pub const fn is_str(self) -> bool {
        use FieldType as T;
        matches!(self, T::Str | T::StrZ | T::UintStr | T::StrZPad | T::StrZTrunc)
    }
}

/// How a value is displayed (Wireshark's BASE_ values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// As the type is shown without one.
    None,
    /// Decimal.
    Dec,
    /// Hexadecimal, as wide as the type.
    Hex,
    /// Octal.
    Oct,
    /// Decimal, then hexadecimal in brackets.
    DecHex,
    /// Hexadecimal, then decimal in brackets.
    HexDec,
    /// The field's function writes the whole text.
    Custom,
    /// A UDP port, with its service name.
    PtUdp,
    /// A TCP port, with its service name.
    PtTcp,
    /// A DCCP port, with its service name.
    PtDccp,
    /// An SCTP port, with its service name.
    PtSctp,
    /// A manufacturer's prefix.
    Oui,
    /// Bytes separated by dots.
    Dot,
    /// Bytes separated by dashes.
    Dash,
    /// Bytes separated by colons.
    Colon,
    /// Bytes separated by spaces.
    Space,
    /// An IPv4 value that is a mask.
    NetMask,
    /// Absolute time in the local zone.
    Local,
    /// Absolute time in UTC.
    Utc,
    /// Absolute time in UTC as day of the year.
    DoyUtc,
    /// An NTP time in UTC, where zero means none.
    NtpUtc,
}

/// Names of a field's values.
#[derive(Clone, Copy)]
pub enum Names {
    /// No names.
    None,
    /// Number and name, ascending by number.
    Table(&'static [(u64, &'static str)]),
    /// The same for few values that mean something else than their number: all others are that number.
    Special(&'static [(u64, &'static str)]),
    /// First, last and name, ascending.
    Ranges(&'static [(u64, u64, &'static str)]),
    /// Names of true and false.
    Bools(&'static str, &'static str),
    /// A unit, for one and for many, written behind the number as it stands.
    Unit(&'static str, &'static str),
    /// Writes the whole text of a value (base custom).
    Custom(fn(Value, &mut Out<'_>)),
}

impl Names {
    /// The names of a table as those of few values: all others are their number.
    #[must_use]
    pub const fn special(self) -> Names {
        match self {
            Names::Table(names) => Names::Special(names),
            other => other,
        }
    }

    /// The name of `value`, if it has one.
    #[must_use]
    pub fn find(&self, value: u64) -> Option<&'static str> {
        match self {
            Names::Table(t) | Names::Special(t) => match t.get(usize::try_from(value).ok()?) {
                // Most tables count from zero without a gap.
                Some((v, name)) if *v == value => Some(name),
                _ => t.binary_search_by_key(&value, |(v, _)| *v).ok().and_then(|i| t.get(i)).map(|e| e.1),
            },
            Names::Ranges(t) => {
                let i = t.partition_point(|(first, _, _)| *first <= value).checked_sub(1)?;
                t.get(i).filter(|(_, last, _)| value <= *last).map(|e| e.2)
            }
            Names::Bools(yes, no) => Some(if value != 0 { yes } else { no }),
            Names::None | Names::Unit(..) | Names::Custom(_) => None,
        }
    }

    /// The name of `value`, or `other`.
    #[must_use]
    pub fn or(&self, value: u64, other: &'static str) -> &'static str {
        self.find(value).unwrap_or(other)
    }

    /// The value that bears `name`, compared without regard to ASCII case.
    #[must_use]
    pub fn value_of(&self, name: &str) -> Option<u64> {
        match self {
            Names::Table(t) | Names::Special(t) => {
                t.iter().find(|(_, n)| n.eq_ignore_ascii_case(name)).map(|e| e.0)
            }
            Names::Ranges(t) => t.iter().find(|(_, _, n)| n.eq_ignore_ascii_case(name)).map(|e| e.0),
            Names::Bools(yes, no) => {
                if yes.eq_ignore_ascii_case(name) {
                    Some(1)
                } else if no.eq_ignore_ascii_case(name) {
                    Some(0)
                } else {
                    None
                }
            }
            _ => None,
        }
    }
}

impl std::fmt::Debug for Names {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Names::None => f.write_str("None"),
            Names::Table(t) => write!(f, "Table({})", t.len()),
            Names::Special(t) => write!(f, "Special({})", t.len()),
            Names::Ranges(t) => write!(f, "Ranges({})", t.len()),
            Names::Bools(y, n) => write!(f, "Bools({y}, {n})"),
            Names::Unit(a, b) => write!(f, "Unit({a}, {b})"),
            Names::Custom(_) => f.write_str("Custom"),
        }
    }
}

/// How grave an expert item is; the numbers are Wireshark's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub enum Severity {
    /// A remark of the packet's author.
    Comment = 0x0010_0000,
    /// The usual course of things.
    Chat = 0x0020_0000,
    /// Worth a look.
    Note = 0x0040_0000,
    /// Unusual.
    Warn = 0x0060_0000,
    /// A serious problem.
    Error = 0x0080_0000,
}

impl Severity {
    /// As it stands in the tree.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Comment => "Comment",
            Severity::Chat => "Chat",
            Severity::Note => "Note",
            Severity::Warn => "Warning",
            Severity::Error => "Error",
        }
    }
}

/// What an expert item is about; the numbers are Wireshark's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
#[allow(missing_docs)]
pub enum Group {
    Checksum = 0x0100_0000,
    Sequence = 0x0200_0000,
    Response = 0x0300_0000,
    Request = 0x0400_0000,
    Undecoded = 0x0500_0000,
    Reassemble = 0x0600_0000,
    Malformed = 0x0700_0000,
    Debug = 0x0800_0000,
    Protocol = 0x0900_0000,
    Security = 0x0a00_0000,
    Comments = 0x0b00_0000,
    Decryption = 0x0c00_0000,
    Assumption = 0x0d00_0000,
    Deprecated = 0x0e00_0000,
}

impl Group {
    /// As it stands in the tree.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Group::Checksum => "Checksum",
            Group::Sequence => "Sequence",
            Group::Response => "Response",
            Group::Request => "Request",
            Group::Undecoded => "Undecoded",
            Group::Reassemble => "Reassemble",
            Group::Malformed => "Malformed",
            Group::Debug => "Debug",
            Group::Protocol => "Protocol",
            Group::Security => "Security",
            Group::Comments => "Comment",
            Group::Decryption => "Decryption",
            Group::Assumption => "Assumption",
            Group::Deprecated => "Deprecated",
        }
    }
}

/// All that is fixed about a field.
#[derive(Debug)]
pub struct FieldDef {
    /// The name in filters: `tcp.srcport`.
    pub abbr: &'static str,
    /// The label in the tree: `Source Port`.
    pub label: &'static str,
    /// The type of its values.
    pub kind: FieldType,
    /// How they are displayed.
    pub base: Base,
    /// Bits of the bytes it is read from, 0 for all.
    pub mask: u64,
    /// For masked booleans: how many bits the label's bit picture is wide, 0 for the bytes' width. For masked numbers:
    /// how many bits the hexadecimal digits of the label stand for, 0 for the mask's.
    pub bits: u8,
    /// Names of its values.
    pub names: Names,
    /// For expert items: severity and group.
    pub expert: Option<(Severity, Group)>,
}
