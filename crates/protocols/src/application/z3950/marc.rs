//! Records of libraries, ISO 2709 and MARC 21.

use super::*;

/// Bytes of the leader.
const LEADER: usize = 24;
const FIELD_END: u8 = 0x1e;
const SUBFIELD: u8 = 0x1f;

const LEADER_FIELDS: [(Field, usize); 15] = [
    (MARC_LEADER_LENGTH, 5),
    (MARC_LEADER_STATUS, 1),
    (MARC_LEADER_TYPE, 1),
    (MARC_LEADER_BIBLEVEL, 1),
    (MARC_LEADER_CONTROL, 1),
    (MARC_LEADER_ENCODING, 1),
    (MARC_LEADER_INDICATOR_COUNT, 1),
    (MARC_LEADER_SUBFIELD_COUNT, 1),
    (MARC_LEADER_DATA_OFFSET, 5),
    (MARC_LEADER_ENCODING_LEVEL, 1),
    (MARC_LEADER_DESCRIPTIVE_CATALOGING, 1),
    (MARC_LEADER_MULTIPART_LEVEL, 1),
    (MARC_LEADER_LENGTH_OF_FIELD_LENGTH, 1),
    (MARC_LEADER_STARTING_CHARACTER_POSITION_LENGTH, 1),
    (MARC_LEADER_IMPLEMENTATION_DEFINED_LENGTH, 1),
];

/// A number in digits.
fn digits(b: &[u8]) -> usize {
    b.iter().take_while(|d| d.is_ascii_digit()).fold(0, |n, d| n * 10 + usize::from(d & 15))
}

/// One record: its leader, the directory of its fields, and these.
pub(super) fn record<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let root = cx.add(MARC, c.span(c.left()), Value::None);
    cx.under(root, |cx| -> Step {
        let data = digits(c.peek_bytes(12, 5)?);
        let item = cx.add(MARC_LEADER, c.span(LEADER), Value::None);
        cx.under(item, |cx| -> Step {
            for (field, n) in &LEADER_FIELDS {
                cx.field(*field, &mut c, *n)?;
            }
            Ok(())
        })?;
        c = all;
        c.skip(LEADER)?;
        let entries = c;
        let item = cx.add(MARC_DIRECTORY, c.span(data.saturating_sub(LEADER)), Value::None);
        cx.under(item, |cx| -> Step {
            while c.peek_u8(0)? != FIELD_END {
                let item = cx.add(MARC_DIRECTORY_ENTRY, c.span(12), Value::None);
                cx.under(item, |cx| {
                    crate::common::run(
                        cx,
                        &mut c,
                        &[
                            (MARC_DIRECTORY_ENTRY_TAG, 3),
                            (MARC_DIRECTORY_ENTRY_LENGTH, 4),
                            (MARC_DIRECTORY_ENTRY_STARTING_POSITION, 5),
                        ],
                    )
                })?;
            }
            cx.field(MARC_DIRECTORY_TERMINATOR, &mut c, 1).map(|_| ())
        })?;
        let mut body = all;
        body.skip(data)?;
        let item = cx.add(MARC_FIELDS, body.span(body.left().saturating_sub(1)), Value::None);
        cx.under(item, |cx| fields(cx, entries, body))?;
        let mut end = all;
        end.skip(all.left().saturating_sub(1))?;
        cx.field(MARC_TERMINATOR, &mut end, 1).map(|_| ())
    })
}

/// The fields in the order of the directory.
fn fields<S: Sink>(cx: &mut Cx<'_, S>, mut entries: Cursor<'_>, body: Cursor<'_>) -> Step {
    while entries.peek_u8(0)? != FIELD_END {
        let entry = *entries.peek_array::<12>()?;
        entries.skip(12)?;
        let (tag, rest) = entry.split_at(3);
        let (len, at) = rest.split_at(4);
        let mut one = body;
        one.skip(digits(at))?;
        let one = one.take_all(digits(len))?;
        let item = cx.add(MARC_FIELD, one.span(one.left()), Value::None);
        cx.append(item, |o| _ = o.s(" Tag ").text(tag));
        cx.under(item, |cx| field(cx, one, tag.starts_with(b"00")))?;
    }
    Ok(())
}

fn field<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, control: bool) -> Step {
    let upto = |c: &Cursor<'_>| {
        let b = c.rest();
        b.iter().position(|b| matches!(*b, SUBFIELD | FIELD_END)).unwrap_or(b.len())
    };
    if control {
        let n = upto(&c);
        cx.field(MARC_FIELD_CONTROL, &mut c, n)?;
    } else {
        cx.field(MARC_FIELD_INDICATOR1, &mut c, 1)?;
        cx.field(MARC_FIELD_INDICATOR2, &mut c, 1)?;
        // Every turn takes a mark and a tag.
        while c.peek_u8(0)? == SUBFIELD {
            cx.field(MARC_FIELD_SUBFIELD_INDICATOR, &mut c, 1)?;
            cx.field(MARC_FIELD_SUBFIELD_TAG, &mut c, 1)?;
            let n = upto(&c);
            cx.field(MARC_FIELD_SUBFIELD, &mut c, n)?;
        }
    }
    cx.field(MARC_FIELD_TERMINATOR, &mut c, 1).map(|_| ())
}
