//! What can be done with values of which type.

use requin_wire::FieldType as T;

/// Types whose values can be compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Whole numbers, with and without a sign.
    Number,
    Bool,
    Float,
    Ipv4,
    Ipv6,
    Bytes,
    Text,
    AbsTime,
    RelTime,
    Protocol,
    /// No values: it is there or it is not.
    None,
}

/// The class of a type.
pub(crate) fn class(kind: T) -> Class {
    match kind {
        T::Protocol => Class::Protocol,
        T::None | T::Expert => Class::None,
        T::Bool => Class::Bool,
        T::F32 | T::F64 => Class::Float,
        T::AbsTime => Class::AbsTime,
        T::RelTime => Class::RelTime,
        T::Ipv4 => Class::Ipv4,
        T::Ipv6 => Class::Ipv6,
        k if k.is_uint() || k.is_int() || k == T::Ipx => Class::Number,
        k if k.is_str() => Class::Text,
        _ => Class::Bytes,
    }
}

/// Whether values can be compared with `==`, `<` and the like.
pub(crate) fn can_compare(kind: T) -> bool {
    class(kind) != Class::None
}

/// Whether values can be searched with `contains`.
pub(crate) fn can_contain(kind: T) -> bool {
    match class(kind) {
        Class::Text | Class::Protocol => true,
        Class::Bytes => !matches!(kind, T::Guid | T::Eui64),
        _ => false,
    }
}

/// Whether values can be searched with `matches`.
pub(crate) fn can_match(kind: T) -> bool {
    can_contain(kind) && !matches!(kind, T::Oid | T::RelOid | T::SysId)
}

/// Whether parts of values can be taken.
pub(crate) fn can_slice(kind: T) -> bool {
    match class(kind) {
        Class::Text | Class::Protocol | Class::Ipv4 | Class::Ipv6 => true,
        Class::Bytes => !matches!(kind, T::Guid | T::Eui64),
        _ => false,
    }
}

/// Whether bits of values can be masked.
pub(crate) fn can_mask(kind: T) -> bool {
    match class(kind) {
        Class::Number | Class::Ipv4 | Class::Ipv6 => true,
        Class::Bytes => matches!(kind, T::Bytes | T::UintBytes | T::Ether),
        _ => false,
    }
}

/// Whether values can be added and subtracted.
pub(crate) fn can_add(kind: T) -> bool {
    matches!(class(kind), Class::Number | Class::Float | Class::RelTime)
}

/// Whether values can be multiplied and divided.
pub(crate) fn can_multiply(kind: T) -> bool {
    matches!(class(kind), Class::Number | Class::Float)
}

/// Whether values can be written as text by `string()`.
pub(crate) fn can_write(kind: T) -> bool {
    match class(kind) {
        Class::Number | Class::Float | Class::Ipv4 | Class::Ipv6 => true,
        Class::Bytes => !matches!(kind, T::Bytes | T::UintBytes),
        _ => false,
    }
}

/// How messages call a type.
pub(crate) fn name(kind: T) -> &'static str {
    match kind {
        T::Protocol => "Protocol",
        T::None | T::Expert => "Label",
        T::Bool => "Boolean",
        T::Char => "Character (8 bits)",
        T::U8 => "Unsigned integer (1 byte)",
        T::U16 => "Unsigned integer (2 bytes)",
        T::U24 => "Unsigned integer (3 bytes)",
        T::U32 => "Unsigned integer (4 bytes)",
        T::U40 => "Unsigned integer (5 bytes)",
        T::U48 => "Unsigned integer (6 bytes)",
        T::U56 => "Unsigned integer (7 bytes)",
        T::U64 => "Unsigned integer (8 bytes)",
        T::I8 => "Signed integer (1 byte)",
        T::I16 => "Signed integer (2 bytes)",
        T::I24 => "Signed integer (3 bytes)",
        T::I32 => "Signed integer (4 bytes)",
        T::I40 => "Signed integer (5 bytes)",
        T::I48 => "Signed integer (6 bytes)",
        T::I56 => "Signed integer (7 bytes)",
        T::I64 => "Signed integer (8 bytes)",
        T::F32 => "Floating point (single-precision)",
        T::F64 => "Floating point (double-precision)",
        T::AbsTime => "Date and time",
        T::RelTime => "Time offset",
        T::Str | T::StrZ | T::UintStr | T::StrZPad | T::StrZTrunc => "Character string",
        T::Bytes | T::UintBytes => "Byte sequence",
        T::Ipv4 => "IPv4 address",
        T::Ipv6 => "IPv6 address",
        T::Ether => "Ethernet or other MAC address",
        T::Ipx => "IPX network number",
        T::Framenum => "Frame number",
        T::Guid => "Globally Unique Identifier",
        T::Oid => "ASN.1 object identifier",
        T::RelOid => "ASN.1 relative object identifier",
        T::SysId => "OSI System-ID",
        T::Eui64 => "EUI64 address",
        T::Fcwwn => "Fibre Channel WWN",
        T::Ax25 => "AX.25 address",
        T::Vines => "VINES address",
    }
}

/// Bits of a number's type, 32 for those that are computed.
pub(crate) fn bits(kind: T) -> u32 {
    match kind {
        T::Char | T::U8 | T::I8 => 8,
        T::U16 | T::I16 => 16,
        T::U24 | T::I24 => 24,
        T::U40 | T::I40 => 40,
        T::U48 | T::I48 => 48,
        T::U56 | T::I56 => 56,
        T::U64 | T::I64 => 64,
        _ => 32,
    }
}
