//! The loose encoding: whether there is an object, its type, and its members one behind the other.

use super::*;
use requin_wire::{Stop, Value};

/// How deep objects may stand in each other.
pub(super) const DEPTH: u8 = 8;

/// The fields from `first` to `last`, each encoded as its type says; whether all of them were understood.
pub(super) fn fields<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    first: Field,
    last: Field,
    depth: u8,
) -> Result<bool, Stop> {
    for number in first.0..=last.0 {
        if c.is_empty() {
            break;
        }
        let field = Field(number);
        match kind(field) {
            FieldType::U8 => _ = cx.field(field, c, 1)?,
            FieldType::U32 | FieldType::I32 => _ = cx.field(field, c, 4)?,
            FieldType::I64 => _ = cx.field(field, c, 8)?,
            FieldType::StrZ => string(cx, c, field)?,
            FieldType::Bytes => {
                if field == CONNECTIONINFO_BROKERPATH && c.peek_u8(0)? != 0 {
                    // An array of objects; shown as bytes when there is none.
                    return Ok(false);
                }
                bytes(cx, c, field)?;
            }
            _ => {
                if !object(cx, c, field, depth)? {
                    return Ok(false);
                }
            }
        }
    }
    Ok(true)
}

/// A string, if there is one.
fn string<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    if c.peek_u8(0)? == 0 {
        cx.add_bytes(field, c.span(1), b"");
        return c.skip(1);
    }
    let n = usize::from(c.peek_u16(1)?);
    c.skip(3)?;
    cx.bytes(field, c, n).map(|_| ())
}

/// Bytes, if there are any.
fn bytes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    if c.peek_u8(0)? == 0 {
        return cx.bytes(field, c, 1).map(|_| ());
    }
    let n = c.peek_u32(1)? as usize;
    c.skip(5)?;
    cx.bytes(field, c, n).map(|_| ())
}

/// An object, if there is one; whether all of it was understood.
fn object<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, depth: u8) -> Result<bool, Stop> {
    let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
    let item = cx.add(field, c.span(1), Value::None);
    match c.peek_u8(0)? {
        0 => {
            c.skip(1)?;
            return Ok(true);
        }
        1 => {}
        _ => return Ok(false),
    }
    if ARRAYS.contains(&field) {
        return array(c);
    }
    let id = c.peek_u8(1)?;
    let Some(name) = TYPE_NAMES.find(u64::from(id)).filter(|_| id >= 23) else { return Ok(false) };
    cx.append(item, |o| _ = o.s(": ").s(name));
    c.skip(2)?;
    let whole = cx.under(item, |cx| members(cx, c, id, depth))?;
    cx.end_at(item, c);
    Ok(whole)
}

/// Fields that hold any number of objects.
const ARRAYS: [Field; 7] = [
    BROKERINFO_PEERBROKERINFOS,
    CONSUMERINFO_BROKERPATH,
    CONSUMERINFO_NETWORKCONSUMERPATH,
    PRODUCERINFO_BROKERPATH,
    DESTINATIONINFO_BROKERPATH,
    MESSAGE_BROKERPATH,
    MESSAGE_CLUSTER,
];

/// Only arrays of nothing are understood: what they hold has no field.
fn array(c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let none = c.peek_u16(1)? == 0;
    c.skip(3)?;
    Ok(none)
}

fn members<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: u8, depth: u8) -> Result<bool, Stop> {
    let (first, last) = match id {
        23..=29 => {
            cx.u32(COMMAND_ID, c)?;
            cx.u8(COMMAND_RESPONSE_REQUIRED, c)?;
            (MESSAGE_PRODUCERID, MESSAGE_BROKEROUTTIME)
        }
        100..=103 => (DESTINATION_NAME, DESTINATION_NAME),
        110 => {
            // From version 10 on, a string for people comes before the producer.
            match c.peek_bytes(0, 2)? {
                [1, 123] => {}
                [0, _] => c.skip(1)?,
                _ => {
                    let n = usize::from(c.peek_u16(1)?);
                    c.skip(3 + n)?;
                }
            }
            (MESSAGEID_PRODUCERID, MESSAGEID_BROKERSEQUENCEID)
        }
        111 => (LOCALTRANSACTIONID_VALUE, LOCALTRANSACTIONID_CONNECTIONID),
        120 => (CONNECTIONID_VALUE, CONNECTIONID_VALUE),
        121 => (SESSIONID_CONNECTIONID, SESSIONID_VALUE),
        122 => (CONSUMERID_CONNECTIONID, CONSUMERID_SESSIONID),
        123 => (PRODUCERID_CONNECTIONID, PRODUCERID_SESSIONID),
        124 => (BROKERID_VALUE, BROKERID_VALUE),
        _ => return Ok(false),
    };
    fields(cx, c, first, last, depth)
}

/// Keys and what they stand for, each with its type.
pub(super) fn map<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
    let size = c.peek_u32(0)?;
    let item = cx.add(TYPE_OBJECT, c.span(usize::MAX), Value::None);
    cx.append(item, |o| _ = o.s(": Map (Size : ").u(size).s(")"));
    c.skip(4)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..size {
            if c.is_empty() {
                break;
            }
            let entry = cx.add(MAP_ENTRY, c.span(0), Value::None);
            let end = cx.under(entry, |cx| -> Step {
                let n = usize::from(c.peek_u16(0)?);
                c.skip(2)?;
                cx.bytes(MAP_KEY, c, n)?;
                value(cx, c, depth)
            });
            cx.end_at(entry, c);
            end?;
        }
        Ok(())
    })
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let id = c.peek_u8(0)?;
    c.skip(1)?;
    let (field, n) = match id {
        0 => return Ok(()),
        1 => (TYPE_BOOLEAN, 1),
        2 => (TYPE_BYTE, 1),
        3 => (TYPE_CHAR, 2),
        4 => (TYPE_SHORT, 2),
        5 => (TYPE_INTEGER, 4),
        6 => (TYPE_LONG, 8),
        7 => (TYPE_DOUBLE, 8),
        8 => (TYPE_FLOAT, 4),
        9 => {
            let n = usize::from(c.peek_u16(0)?);
            c.skip(2)?;
            return cx.bytes(TYPE_STRING, c, n).map(|_| ());
        }
        10 => {
            let n = c.peek_u32(0)? as usize;
            c.skip(4)?;
            return cx.bytes(TYPE_BYTES, c, n).map(|_| ());
        }
        11 => return map(cx, c, depth),
        // What follows can't be found without knowing how long this is.
        _ => return Err(Stop::Malformed),
    };
    cx.field(field, c, n).map(|_| ())
}
