//! Values that own what they hold.

use requin_wire::Time;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The value of a field.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// The field has none: a protocol, a label.
    #[default]
    None,
    /// Whether a flag is set.
    Bool(bool),
    /// An unsigned integer.
    Uint(u64),
    /// A signed integer.
    Int(i64),
    /// A floating-point number.
    Float(f64),
    /// Text; bytes that are not UTF-8 are replaced.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An IPv4 or IPv6 address.
    Ip(IpAddr),
    /// A hardware address.
    Mac([u8; 6]),
    /// A point in time since 1970-01-01 UTC, or a duration.
    Time(Time),
}

impl Value {
    /// Makes a value of one in a dissection; `bytes` are those its span leads to.
    pub(crate) fn new(kind: requin_wire::FieldType, value: requin_wire::Value, bytes: &[u8]) -> Value {
        use requin_wire::{FieldType as T, Value as V};
        match (kind, value) {
            (T::Bool, V::U(v)) => Value::Bool(v != 0),
            (T::Ipv4, V::U(v)) => Value::Ip(IpAddr::V4(Ipv4Addr::from(v as u32))),
            (T::Ipv6, V::Bytes(_)) => match bytes.first_chunk::<16>() {
                Some(a) => Value::Ip(IpAddr::V6(Ipv6Addr::from(*a))),
                None => Value::Bytes(bytes.to_vec()),
            },
            (T::Ether, V::Bytes(_)) => match bytes.first_chunk::<6>() {
                Some(a) => Value::Mac(*a),
                None => Value::Bytes(bytes.to_vec()),
            },
            (_, V::None) => Value::None,
            (_, V::U(v)) => Value::Uint(v),
            (_, V::I(v)) => Value::Int(v),
            (_, V::F(v)) => Value::Float(v),
            (_, V::Str(_)) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
            (_, V::Bytes(_)) => Value::Bytes(bytes.to_vec()),
            (_, V::Time(secs, nanos)) => Value::Time(Time { secs, nanos }),
        }
    }

    /// The number of an unsigned integer or flag.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Value::Uint(v) => Some(*v),
            Value::Bool(v) => Some(u64::from(*v)),
            Value::Int(v) => u64::try_from(*v).ok(),
            _ => None,
        }
    }

    /// The text of a text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Text(t) => Some(t),
            _ => None,
        }
    }

    /// The address of an IPv4 or IPv6 address.
    #[must_use]
    pub fn as_ip(&self) -> Option<IpAddr> {
        match self {
            Value::Ip(a) => Some(*a),
            _ => None,
        }
    }
}
