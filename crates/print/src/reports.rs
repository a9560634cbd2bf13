//! Lists of protocols and fields: `-G` as tshark prints it, and our own.

use crate::escape;
use crate::put;
use requin_wire::{Base, Field, FieldDef, FieldType, Names, Registry};

/// `-G protocols`: name, short name, filter name.
#[must_use]
pub fn g_protocols(registry: &Registry) -> String {
    let mut out = Vec::new();
    for p in registry.protos() {
        line(&mut out, &[p.name, p.short, p.abbr]);
    }
    text(out)
}

/// `-G fields`: protocols (`P`) and fields (`F`) with type, protocol, base, mask.
#[must_use]
pub fn g_fields(registry: &Registry) -> String {
    let mut out = Vec::new();
    for p in registry.protos() {
        line(&mut out, &["P", p.name, p.abbr]);
    }
    for (field, def) in all(registry) {
        let owner = registry.proto(registry.owner(field)).map_or("", |p| p.abbr);
        let mut mask = Vec::new();
        put::hex(&mut mask, def.mask, 1);
        let mask = format!("0x{}", text(mask));
        line(&mut out, &["F", def.label, def.abbr, type_name(def.kind), owner, &base_name(def), &mask, ""]);
    }
    text(out)
}

/// `-G values`: names of values (`V`), of ranges (`R`), of true and false (`T`).
#[must_use]
pub fn g_values(registry: &Registry) -> String {
    let mut out = Vec::new();
    for (_, def) in all(registry) {
        match def.names {
            Names::Table(table) | Names::Special(table) => {
                for (value, name) in table {
                    line(&mut out, &["V", def.abbr, &number(def, *value), name]);
                }
            }
            Names::Ranges(table) => {
                for (first, last, name) in table {
                    line(&mut out, &["R", def.abbr, &format!("0x{first:x}"), &format!("0x{last:x}"), name]);
                }
            }
            Names::Bools(yes, no) => line(&mut out, &["T", def.abbr, yes, no]),
            Names::None | Names::Unit(..) | Names::Custom(_) => {}
        }
    }
    text(out)
}

/// `requin fields [GLOB]`: name, type, label of the fields whose names fit, by name.
#[must_use]
pub fn fields_report(registry: &Registry, glob: Option<&str>) -> String {
    let fits = |name: &str| glob.is_none_or(|g| matches(g.as_bytes(), name.as_bytes()));
    let mut rows: Vec<[&str; 3]> = all(registry)
        .filter(|(_, def)| fits(def.abbr))
        .map(|(_, def)| [def.abbr, plain_type(def.kind), def.label])
        .collect();
    rows.sort_unstable();
    rows.dedup();
    table(&rows)
}

/// `requin protocols`: filter name, short name, name, by name.
#[must_use]
pub fn protocols_report(registry: &Registry) -> String {
    let mut rows: Vec<[&str; 3]> = registry.protos().iter().map(|p| [p.abbr, p.short, p.name]).collect();
    rows.sort_unstable();
    table(&rows)
}

/// All fields but protocols.
fn all(registry: &Registry) -> impl Iterator<Item = (Field, &'static FieldDef)> {
    let field = |(i, def): (usize, &&'static FieldDef)| (Field(i as u16), *def);
    registry
        .fields()
        .iter()
        .enumerate()
        .map(field)
        .filter(|(_, def)| !def.abbr.is_empty() && def.kind != FieldType::Protocol)
}

fn line(out: &mut Vec<u8>, cells: &[&str]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(b'\t');
        }
        escape::control(out, cell.as_bytes());
    }
    out.push(b'\n');
}

fn text(out: Vec<u8>) -> String {
    String::from_utf8_lossy(&out).into_owned()
}

/// Rows whose columns are aligned, two spaces between them.
fn table(rows: &[[&str; 3]]) -> String {
    let width = |i: usize| rows.iter().map(|r| r[i].chars().count()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1));
    rows.iter().map(|[a, b, c]| format!("{a:first$}  {b:second$}  {c}\n")).collect()
}

/// Whether a name fits a pattern with `*` and `?`. Without any, the pattern may stand anywhere in the name.
#[must_use]
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    if !pattern.iter().any(|b| matches!(b, b'*' | b'?')) {
        return name.windows(pattern.len().max(1)).any(|w| w.eq_ignore_ascii_case(pattern));
    }
    // Where to go on when what follows the last star does not fit: one more byte goes to the star.
    let (mut p, mut n, mut retry) = (0, 0, None);
    while n < name.len() {
        match (pattern.get(p), name.get(n)) {
            (Some(b'*'), _) => {
                p += 1;
                retry = Some((p, n));
            }
            (Some(a), Some(b)) if *a == b'?' || a.eq_ignore_ascii_case(b) => {
                p += 1;
                n += 1;
            }
            _ => match retry {
                Some((after, from)) => {
                    retry = Some((after, from + 1));
                    (p, n) = (after, from + 1);
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).unwrap_or_default().iter().all(|b| *b == b'*')
}

/// A value in its field's base.
fn number(def: &FieldDef, value: u64) -> String {
    match def.base {
        _ if def.kind.is_int() => (value as i64).to_string(),
        Base::Hex | Base::HexDec => format!("0x{value:x}"),
        Base::Oct => format!("0{value:o}"),
        _ => value.to_string(),
    }
}

/// The base as Wireshark calls it: numbers have one, flags have the width of their picture.
fn base_name(def: &FieldDef) -> String {
    use FieldType as T;
    if def.kind == T::Bool {
        return def.bits.to_string();
    }
    if !(def.kind.is_uint() || def.kind.is_int()) || def.kind == T::Framenum {
        return String::new();
    }
    match def.base {
        Base::Dec => "BASE_DEC",
        Base::Hex => "BASE_HEX",
        Base::Oct => "BASE_OCT",
        Base::DecHex => "BASE_DEC_HEX",
        Base::HexDec => "BASE_HEX_DEC",
        Base::Custom => "BASE_CUSTOM",
        Base::PtUdp => "BASE_PT_UDP",
        Base::PtTcp => "BASE_PT_TCP",
        Base::PtDccp => "BASE_PT_DCCP",
        Base::PtSctp => "BASE_PT_SCTP",
        Base::Oui => "BASE_OUI",
        _ => "BASE_NONE",
    }
    .into()
}

/// The type as Wireshark calls it.
#[must_use]
pub fn type_name(kind: FieldType) -> &'static str {
    use FieldType as T;
    match kind {
        T::Protocol => "FT_PROTOCOL",
        T::None | T::Expert => "FT_NONE",
        T::Bool => "FT_BOOLEAN",
        T::Char => "FT_CHAR",
        T::U8 => "FT_UINT8",
        T::U16 => "FT_UINT16",
        T::U24 => "FT_UINT24",
        T::U32 => "FT_UINT32",
        T::U40 => "FT_UINT40",
        T::U48 => "FT_UINT48",
        T::U56 => "FT_UINT56",
        T::U64 => "FT_UINT64",
        T::I8 => "FT_INT8",
        T::I16 => "FT_INT16",
        T::I24 => "FT_INT24",
        T::I32 => "FT_INT32",
        T::I40 => "FT_INT40",
        T::I48 => "FT_INT48",
        T::I56 => "FT_INT56",
        T::I64 => "FT_INT64",
        T::F32 => "FT_FLOAT",
        T::F64 => "FT_DOUBLE",
        T::AbsTime => "FT_ABSOLUTE_TIME",
        T::RelTime => "FT_RELATIVE_TIME",
        T::Str => "FT_STRING",
        T::StrZ => "FT_STRINGZ",
        T::UintStr => "FT_UINT_STRING",
        T::StrZPad => "FT_STRINGZPAD",
        T::StrZTrunc => "FT_STRINGZTRUNC",
        T::Bytes => "FT_BYTES",
        T::UintBytes => "FT_UINT_BYTES",
        T::Ipv4 => "FT_IPv4",
        T::Ipv6 => "FT_IPv6",
        T::Ether => "FT_ETHER",
        T::Ipx => "FT_IPXNET",
        T::Framenum => "FT_FRAMENUM",
        T::Guid => "FT_GUID",
        T::Oid => "FT_OID",
        T::RelOid => "FT_REL_OID",
        T::SysId => "FT_SYSTEM_ID",
        T::Eui64 => "FT_EUI64",
        T::Fcwwn => "FT_FCWWN",
        T::Ax25 => "FT_AX25",
        T::Vines => "FT_VINES",
    }
}

/// The type in words.
fn plain_type(kind: FieldType) -> &'static str {
    use FieldType as T;
    match kind {
        T::Protocol => "protocol",
        T::None | T::Expert => "label",
        T::Bool => "boolean",
        T::Char => "character",
        T::U8 => "unsigned 8",
        T::U16 => "unsigned 16",
        T::U24 => "unsigned 24",
        T::U32 => "unsigned 32",
        T::U40 => "unsigned 40",
        T::U48 => "unsigned 48",
        T::U56 => "unsigned 56",
        T::U64 => "unsigned 64",
        T::I8 => "signed 8",
        T::I16 => "signed 16",
        T::I24 => "signed 24",
        T::I32 => "signed 32",
        T::I40 => "signed 40",
        T::I48 => "signed 48",
        T::I56 => "signed 56",
        T::I64 => "signed 64",
        T::F32 => "float",
        T::F64 => "double",
        T::AbsTime => "date and time",
        T::RelTime => "duration",
        T::Str | T::StrZ | T::UintStr | T::StrZPad | T::StrZTrunc => "string",
        T::Bytes | T::UintBytes => "bytes",
        T::Ipv4 => "IPv4",
        T::Ipv6 => "IPv6",
        T::Ether => "Ethernet",
        T::Ipx => "IPX network",
        T::Framenum => "frame number",
        T::Guid => "GUID",
        T::Oid | T::RelOid => "OID",
        T::SysId => "system ID",
        T::Eui64 => "EUI-64",
        T::Fcwwn => "WWN",
        T::Ax25 => "AX.25",
        T::Vines => "VINES",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, fits) in [
            ("tcp.*", "tcp.port", true),
            ("tcp.*", "xtcp.port", false),
            ("*.port", "tcp.srcport", false),
            ("*port", "tcp.srcport", true),
            ("t?p.*t*", "tcp.port", true),
            ("t?p.*x*", "tcp.port", false),
            ("port", "tcp.srcport", true),
            ("*", "", true),
            ("?", "", false),
        ] {
            assert_eq!(matches(pattern.as_bytes(), name.as_bytes()), fits, "{pattern} {name}");
        }
    }

    #[test]
    fn as_tshark_lists_them() {
        let registry = requin_protocols::registry();
        let fields = g_fields(&registry);
        for line in [
            "P\tUser Datagram Protocol\tudp\n",
            "F\tSource Port\ttcp.srcport\tFT_UINT16\ttcp\tBASE_PT_TCP\t0x0\t\n",
            "F\tSyn\ttcp.flags.syn\tFT_BOOLEAN\ttcp\t12\t0x2\t\n",
            "F\tArrival Time\tframe.time\tFT_ABSOLUTE_TIME\tframe\t\t0x0\t\n",
        ] {
            assert!(fields.contains(line), "{line}");
        }
        assert!(g_protocols(&registry).contains("Internet Protocol Version 4\tIPv4\tip\n"));
        let values = g_values(&registry);
        assert!(
            values.contains("V\teth.type\t0x800\tIPv4\n")
                && values.contains("T\tip.flags.df\tSet\tNot set\n")
        );
        let some = fields_report(&registry, Some("udp.*port"));
        assert!(some.lines().count() == 3 && some.starts_with("udp.dstport"), "{some}");
    }
}
