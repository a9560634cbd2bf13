//! Built-in types and how they are encoded: OPC 10000-6 section 5.2.

use super::*;
use requin_wire::{Item, Time, Value};

/// How deep values may stand in each other.
const DEEPEST: u8 = 20;
/// Seconds from 1601 to 1970.
const EPOCH: i64 = 11_644_473_600;
const MASK_OF_NODE: u8 = 0x0f;
const DIAGNOSTICS: &[Field] = &[
    DIAG_HAS_SYMBOLIC_ID,
    DIAG_HAS_NAMESPACE,
    DIAG_HAS_LOCALIZEDTEXT,
    DIAG_HAS_LOCALE,
    DIAG_HAS_ADDITIONAL_INFO,
    DIAG_HAS_INNER_STATUSCODE,
    DIAG_HAS_INNER_DIAGNOSTIC_CODE,
];
const VALUES: &[Field] = &[
    DATAVALUE_HAS_VALUE,
    DATAVALUE_HAS_STATUSCODE,
    DATAVALUE_HAS_SOURCE_TIMESTAMP,
    DATAVALUE_HAS_SERVER_TIMESTAMP,
    DATAVALUE_HAS_SOURCE_PICOSECONDS,
    DATAVALUE_HAS_SERVER_PICOSECONDS,
];

/// A part of a structure.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A number of so many bytes, a truth value, an enumeration.
    Number(Field, usize),
    Text(Field),
    Octets(Field),
    Time(Field),
    NodeId(&'static str),
    ExpandedNodeId(&'static str),
    QualifiedName(&'static str),
    LocalizedText(&'static str),
    Variant(&'static str),
    DataValue(&'static str),
    Diagnostics(&'static str),
    Object(&'static str),
    /// Its name, the name of its type, its parts.
    Structure(&'static str, &'static str, &'static [Part]),
    /// Its name, the name of its elements' type, an element.
    Array(&'static str, &'static str, &'static Part),
}

/// The length before text, bytes or elements; `None` for what is not there.
fn length(c: &mut Cursor<'_>) -> Result<Option<usize>, Stop> {
    let n = i32::from_le_bytes(*c.array::<4>()?);
    Ok(usize::try_from(n).ok())
}

pub(super) fn string<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    sized(cx, c, field, ["[OpcUa Null String]", "[OpcUa Empty String]"])
}

pub(super) fn byte_string<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    sized(cx, c, field, ["[OpcUa Null ByteString]", "[OpcUa Empty ByteString]"])
}

/// Text or bytes behind their length; what is said when they are not there, or when there are none.
fn sized<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, said: [&str; 2]) -> Step {
    let [null, empty] = said;
    let said = match length(c)? {
        None => null,
        Some(0) => empty,
        Some(n) => return cx.bytes(field, c, n).map(|_| ()),
    };
    let item = cx.peek(field, c, 0)?;
    cx.append(item, |o| _ = o.s(said));
    Ok(())
}

/// A count of 100 nanoseconds since 1601.
fn time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let n = i64::from_le_bytes(*c.peek_array::<8>()?);
    let secs = n.div_euclid(10_000_000) - EPOCH;
    let nanos = 100 * n.rem_euclid(10_000_000) as u32;
    cx.add(field, c.span(8), Time::new(secs, nanos).into());
    c.skip(8)
}

fn mask<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, bits: &[Field]) -> Result<u8, Stop> {
    let (raw, item) = cx.flags(field, c, 1, bits)?;
    crate::common::say_bits(cx, item, raw, bits);
    Ok(raw as u8)
}

/// A node's identifier, behind its mask.
fn identifier<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, mask: u8) -> Step {
    match mask & MASK_OF_NODE {
        0 => return cx.uint_le(NODEID_NUMERIC, c, 1).map(|_| ()),
        1 => {
            cx.uint_le(NODEID_NSINDEX, c, 1)?;
            return cx.uint_le(NODEID_NUMERIC, c, 2).map(|_| ());
        }
        2..=5 => {}
        _ => return Err(Stop::Malformed),
    }
    cx.u16_le(NODEID_NSINDEX, c)?;
    match mask & MASK_OF_NODE {
        2 => cx.u32_le(NODEID_NUMERIC, c).map(|_| ()),
        3 => string(cx, c, NODEID_STRING),
        4 => cx.field_le(NODEID_GUID, c, 16).map(|_| ()),
        _ => byte_string(cx, c, NODEID_BYTESTRING),
    }
}

fn node_id<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mask = cx.u8(NODEID_ENCODINGMASK, c)?;
    identifier(cx, c, mask)
}

fn expanded_node_id<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<Option<u32>, Stop> {
    let mask = c.peek_u8(0)?;
    let (_, item) = cx.flags(
        EXPANDEDNODEID_MASK,
        c,
        1,
        &[NODEID_ENCODINGMASK, EXPANDEDNODEID_HAS_SERVER_INDEX, EXPANDEDNODEID_HAS_NAMESPACE_URI],
    )?;
    cx.append(item, |o| {
        let kind = u64::from(mask & MASK_OF_NODE);
        o.s(", EncodingMask: ").s(SERVICENODEID_ENCODINGMASK_NAMES.or(kind, "Unknown"));
    });
    let number = match (mask & MASK_OF_NODE, c.rest()) {
        (0, [n, ..]) => Some(u32::from(*n)),
        (1, [0, a, b, ..]) => Some(u32::from(u16::from_le_bytes([*a, *b]))),
        _ => None,
    };
    identifier(cx, c, mask)?;
    if mask & 0x80 != 0 {
        string(cx, c, NODEID_STRING)?;
    }
    if mask & 0x40 != 0 {
        cx.u32_le(EXPANDEDNODEID_SERVERINDEX, c)?;
    }
    Ok(number)
}

fn diagnostics<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, deep: u8) -> Step {
    let has = mask(cx, c, DIAG_MASK, DIAGNOSTICS)?;
    for (bit, field) in [(1, DIAG_SYMBOLICID), (2, DIAG_NAMESPACE), (8, DIAG_LOCALE), (4, DIAG_LOCALIZEDTEXT)]
    {
        if has & bit != 0 {
            cx.uint_le(field, c, 4)?;
        }
    }
    if has & 0x10 != 0 {
        string(cx, c, DIAG_ADDITIONALINFO)?;
    }
    if has & 0x20 != 0 {
        cx.u32_le(DIAG_INNERSTATUSCODE, c)?;
    }
    if has & 0x40 != 0 {
        named(cx, c, "Inner DiagnosticInfo", "DiagnosticInfo", |cx, c| {
            if deep > DEEPEST { Err(Stop::TooDeep) } else { diagnostics(cx, c, deep + 1) }
        })?;
    }
    Ok(())
}

fn data_value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, deep: u8) -> Step {
    let has = mask(cx, c, DATAVALUE_MASK, VALUES)?;
    if has & 1 != 0 {
        named(cx, c, "Value", "Variant", |cx, c| variant(cx, c, deep + 1))?;
    }
    if has & 2 != 0 {
        number(cx, c, STATUSCODE, 4)?;
    }
    if has & 4 != 0 {
        time(cx, c, DATAVALUE_SOURCETIMESTAMP)?;
    }
    if has & 0x10 != 0 {
        cx.u16_le(DATAVALUE_SOURCEPICOSECONDS, c)?;
    }
    if has & 8 != 0 {
        time(cx, c, DATAVALUE_SERVERTIMESTAMP)?;
    }
    if has & 0x20 != 0 {
        cx.u16_le(DATAVALUE_SERVERPICOSECONDS, c)?;
    }
    Ok(())
}

/// A value of a built-in type.
fn built_in(kind: u8) -> Option<Part> {
    Some(match kind {
        1 => Part::Number(BOOLEAN, 1),
        2 => Part::Number(SBYTE, 1),
        3 => Part::Number(BYTE, 1),
        4 => Part::Number(INT16, 2),
        5 => Part::Number(UINT16, 2),
        6 => Part::Number(INT32, 4),
        7 => Part::Number(UINT32, 4),
        8 => Part::Number(INT64, 8),
        9 => Part::Number(UINT64, 8),
        10 => Part::Number(FLOAT, 4),
        11 => Part::Number(DOUBLE, 8),
        12 => Part::Text(STRING),
        13 => Part::Time(DATETIME),
        14 => Part::Number(GUID, 16),
        15 => Part::Octets(BYTESTRING),
        16 => Part::Octets(XMLELEMENT),
        17 => Part::NodeId("Value"),
        18 => Part::ExpandedNodeId("Value"),
        19 => Part::Number(STATUSCODE, 4),
        20 => Part::QualifiedName("Value"),
        21 => Part::LocalizedText("Value"),
        22 => Part::Object("Value"),
        23 => Part::DataValue("Value"),
        24 => Part::Variant("Value"),
        25 => Part::Diagnostics("Value"),
        _ => return None,
    })
}

fn variant<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, deep: u8) -> Step {
    if deep > DEEPEST {
        return Err(Stop::TooDeep);
    }
    let what = c.peek_u8(0)?;
    let (kind, many) = (what & 0x3f, what & 0x80 != 0);
    let item = cx.field(VARIANT_HAS_VALUE, c, 1)?;
    cx.label(item, |o| {
        o.s("Variant Type: ");
        o.s(match what & 0xc0 {
            0xc0 => "Matrix of ",
            0x80 => "Array of ",
            _ => "",
        });
        o.s(VARIANT_HAS_VALUE_NAMES.or(u64::from(kind), "Unknown")).s(" (").hex(what, 2).c(b')');
    });
    if kind == 0 {
        return Ok(());
    }
    let Some(part) = built_in(kind) else { return Err(Stop::Malformed) };
    if !many {
        return one(cx, c, &part, deep + 1);
    }
    let name = VARIANT_HAS_VALUE_NAMES.or(u64::from(kind), "Unknown");
    let start = *c;
    let line = cx.line(c.span(0), |o| _ = o.s(name).s(": Array of ").s(name));
    cx.under(line, |cx| array(cx, c, &part, "", deep + 1))?;
    cx.set_len(line, c.pos() - start.pos());
    if what & 0x40 != 0 {
        let start = *c;
        let line = cx.line(c.span(0), |o| _ = o.s("ArrayDimensions"));
        cx.under(line, |cx| array(cx, c, &Part::Number(INT32, 4), "", deep + 1))?;
        cx.set_len(line, c.pos() - start.pos());
    }
    Ok(())
}

/// A line with a name and a type, and what is under it.
fn named<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    name: &str,
    kind: &str,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'_>) -> Step,
) -> Step {
    let start = *c;
    let line: Item = cx.line(c.span(0), |o| _ = o.s(name).s(": ").s(kind));
    cx.under(line, |cx| f(cx, c))?;
    cx.set_len(line, c.pos() - start.pos());
    Ok(())
}

/// Elements. Each takes bytes away, or the array ends.
fn array<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, part: &Part, kind: &str, deep: u8) -> Step {
    let n = i32::from_le_bytes(*c.peek_array::<4>()?);
    cx.add(VARIANT_ARRAYSIZE, c.span(4), Value::I(i64::from(n)));
    c.skip(4)?;
    for i in 0..n.max(0) {
        match *part {
            Part::Structure(_, _, parts) => {
                let start = *c;
                let line = cx.line(c.span(0), |o| _ = o.c(b'[').i(i).s("]: ").s(kind));
                cx.under(line, |cx| all(cx, c, parts, deep))?;
                cx.set_len(line, c.pos() - start.pos());
            }
            _ => {
                let own = cx.wants_labels().then(|| format!("[{i}]"));
                called(cx, c, part, own.as_deref(), deep)?;
            }
        }
    }
    Ok(())
}

/// A number; of results the best one is named.
fn number<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    let good = n == 4 && requin_wire::le(c.peek_bytes(0, n)?) == 0;
    let item = cx.field_le(field, c, n)?;
    if good && matches!(field, STATUSCODE | RESULTS | SERVICERESULT) {
        cx.append(item, |o| _ = o.s(" [Good]"));
    }
    Ok(())
}

/// An object whose type is named by a node.
fn object<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, deep: u8) -> Step {
    let mut kind = None;
    named(cx, c, "TypeId", "ExpandedNodeId", |cx, c| {
        kind = expanded_node_id(cx, c)?;
        Ok(())
    })?;
    let has = mask(cx, c, EXTOBJ_MASK, &[EXTOBJ_HAS_BINARY_BODY, EXTOBJ_HAS_XML_BODY])?;
    if has & 3 == 0 {
        return Ok(());
    }
    let Some((name, parts)) = kind.and_then(services::object).filter(|_| has & 1 != 0) else {
        return byte_string(cx, c, BYTESTRING);
    };
    let n = length(c)?.unwrap_or_default();
    let mut body = c.take_all(n)?;
    named(cx, &mut body, name, name, |cx, c| all(cx, c, parts, deep + 1))
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, part: &Part, deep: u8) -> Step {
    called(cx, c, part, None, deep)
}

/// The same with a name of its own, where it has a line for that.
fn called<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, part: &Part, own: Option<&str>, deep: u8) -> Step {
    if deep > DEEPEST {
        return Err(Stop::TooDeep);
    }
    match *part {
        Part::Number(field, n) => number(cx, c, field, n),
        Part::Text(field) => string(cx, c, field),
        Part::Octets(field) => byte_string(cx, c, field),
        Part::Time(field) => time(cx, c, field),
        Part::NodeId(name) => named(cx, c, own.unwrap_or(name), "NodeId", node_id),
        Part::ExpandedNodeId(name) => {
            named(cx, c, own.unwrap_or(name), "ExpandedNodeId", |cx, c| expanded_node_id(cx, c).map(|_| ()))
        }
        Part::QualifiedName(name) => named(cx, c, own.unwrap_or(name), "QualifiedName", |cx, c| {
            cx.u16_le(QUALNAME_ID, c)?;
            string(cx, c, QUALNAME_NAME)
        }),
        Part::LocalizedText(name) => named(cx, c, own.unwrap_or(name), "LocalizedText", |cx, c| {
            let has = mask(cx, c, LOCTEXT_MASK, &[LOCTEXT_HAS_LOCALE_INFORMATION, LOCTEXT_HAS_TEXT])?;
            if has & 1 != 0 {
                string(cx, c, LOCTEXT_LOCALE)?;
            }
            if has & 2 != 0 { string(cx, c, LOCTEXT_TEXT) } else { Ok(()) }
        }),
        Part::Variant(name) => named(cx, c, own.unwrap_or(name), "Variant", |cx, c| variant(cx, c, deep + 1)),
        Part::DataValue(name) => {
            named(cx, c, own.unwrap_or(name), "DataValue", |cx, c| data_value(cx, c, deep + 1))
        }
        Part::Diagnostics(name) => {
            named(cx, c, own.unwrap_or(name), "DiagnosticInfo", |cx, c| diagnostics(cx, c, deep + 1))
        }
        Part::Object(name) => {
            named(cx, c, own.unwrap_or(name), "ExtensionObject", |cx, c| object(cx, c, deep + 1))
        }
        Part::Structure(name, kind, parts) => {
            named(cx, c, own.unwrap_or(name), kind, |cx, c| all(cx, c, parts, deep + 1))
        }
        Part::Array(name, kind, part) => {
            let start = *c;
            let line = cx.line(c.span(0), |o| _ = o.s(name).s(": Array of ").s(kind));
            cx.under(line, |cx| array(cx, c, part, kind, deep + 1))?;
            cx.set_len(line, c.pos() - start.pos());
            Ok(())
        }
    }
}

/// The parts of a structure.
pub(super) fn all<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, parts: &[Part], deep: u8) -> Step {
    parts.iter().try_for_each(|part| one(cx, c, part, deep))
}
