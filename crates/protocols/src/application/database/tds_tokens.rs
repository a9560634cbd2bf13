//! Tokens of TDS' responses: messages, columns and rows, and that a command is done.

use super::tds::*;
use super::tds_types;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value};

const RETURN_STATUS: u8 = 0x79;
const COLUMNS: u8 = 0x81;
const ROW_TOKEN: u8 = 0xd1;
/// tshark doesn't read it.
const RETURN_VALUE: u8 = 0xac;
const ERROR_TOKEN: u8 = 0xaa;
const INFO_TOKEN: u8 = 0xab;
const LOGIN_ACK: u8 = 0xad;
const ENV_CHANGE: u8 = 0xe3;
/// What any token may begin with: done, messages, columns, rows, order, status and values of procedures.
const TOKENS: &[u8] = &[
    0x79, 0x81, 0xa4, 0xa5, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae, 0xd1, 0xd2, 0xe3, 0xed, 0xee, 0xfd, 0xfe,
    0xff,
];

/// Shows tokens up to the first one that is not read.
pub(super) fn tokens<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut columns = Vec::new();
    while !c.is_empty() {
        match c.peek_u8(0)? {
            RETURN_STATUS => {
                let item = cx.add(RETURNSTATUS, c.span(5), Value::None);
                c.skip(1)?;
                cx.under(item, |cx| cx.u32_le(RETURNSTATUS_VALUE, c))?;
            }
            COLUMNS => match tds_types::columns(cx, c)? {
                Some(found) => columns = found,
                None => return Ok(()),
            },
            ROW_TOKEN if !columns.is_empty() => tds_types::row(cx, c, &columns)?,
            0xfd => done(cx, c, [DONE, DONE_STATUS, DONE_CURCMD, DONE_DONEROWCOUNT64, DONE_DONEROWCOUNT])?,
            0xfe => done(
                cx,
                c,
                [DONEPROC, DONEPROC_STATUS, DONEPROC_CURCMD, DONEPROC_DONEROWCOUNT64, DONEPROC_DONEROWCOUNT],
            )?,
            0xff => done(
                cx,
                c,
                [
                    DONEINPROC,
                    DONEINPROC_STATUS,
                    DONEINPROC_CURCMD,
                    DONEINPROC_DONEROWCOUNT64,
                    DONEINPROC_DONEROWCOUNT,
                ],
            )?,
            kind @ (ERROR_TOKEN | INFO_TOKEN | LOGIN_ACK | ENV_CHANGE) => {
                let len = requin_wire::le(c.peek_bytes(1, 2)?) as usize;
                let mut one = c.take(3 + len);
                let field = match kind {
                    ERROR_TOKEN => ERROR,
                    INFO_TOKEN => INFO,
                    LOGIN_ACK => LOGINACK,
                    _ => ENVCHANGE,
                };
                let item = cx.add(field, one.span(3 + len), Value::None);
                one.skip(1)?;
                cx.under(item, |cx| match kind {
                    ERROR_TOKEN => message(cx, &mut one, ERROR_FIELDS),
                    INFO_TOKEN => message(cx, &mut one, INFO_FIELDS),
                    LOGIN_ACK => {
                        cx.u16_le(LOGINACK_LENGTH, &mut one)?;
                        cx.u8(LOGINACK_INTERFACE, &mut one)?;
                        cx.u32(LOGINACK_TDSVERSION, &mut one)?;
                        let n = usize::from(one.peek_u8(0)?);
                        one.skip(1)?;
                        text(cx, LOGINACK_PROGNAME, &mut one, n)
                    }
                    _ => {
                        cx.u16_le(ENVCHANGE_LENGTH, &mut one)?;
                        cx.u8(ENVCHANGE_TYPE, &mut one).map(|_| ())
                    }
                })?;
            }
            // What is of another version ends it too.
            RETURN_VALUE => {
                cx.add(UNKNOWN_TDS_TOKEN, c.span(usize::MAX), Value::None);
                return Ok(());
            }
            _ => return Ok(()),
        }
    }
    Ok(())
}

/// Length, number, state, class; text, server and procedure, each with its length; the line.
type Message = [Field; 11];

const ERROR_FIELDS: Message = [
    ERROR_LENGTH,
    ERROR_NUMBER,
    ERROR_STATE,
    ERROR_CLASS,
    ERROR_MSGTEXT_LENGTH,
    ERROR_MSGTEXT,
    ERROR_SERVERNAME_LENGTH,
    ERROR_SERVERNAME,
    ERROR_PROCNAME_LENGTH,
    ERROR_PROCNAME,
    ERROR_LINENUMBER,
];
const INFO_FIELDS: Message = [
    INFO_LENGTH,
    INFO_NUMBER,
    INFO_STATE,
    INFO_CLASS,
    INFO_MSGTEXT_LENGTH,
    INFO_MSGTEXT,
    INFO_SERVERNAME_LENGTH,
    INFO_SERVERNAME,
    INFO_PROCNAME_LENGTH,
    INFO_PROCNAME,
    INFO_LINENUMBER,
];

fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, f: Message) -> Step {
    cx.u16_le(f[0], c)?;
    cx.u32_le(f[1], c)?;
    cx.u8(f[2], c)?;
    cx.u8(f[3], c)?;
    let n = usize::from(cx.u16_le(f[4], c)?);
    text(cx, f[5], c, n)?;
    for (len, field) in [(f[6], f[7]), (f[8], f[9])] {
        let n = usize::from(cx.u8(len, c)?);
        if n > 0 {
            text(cx, field, c, n)?;
        }
    }
    // Two bytes, or four from version 7.2 on.
    let line = requin_wire::le(c.peek_bytes(0, 2)?);
    cx.add(f[10], c.span(2), Value::U(line));
    Ok(())
}

/// `n` characters of two bytes each, little-endian.
pub(super) fn text<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, n: usize) -> Step {
    let bytes = c.peek_bytes(0, 2 * n)?;
    let text = crate::application::smb::text16(bytes);
    cx.add_bytes(field, c.span(2 * n), text.as_bytes());
    c.skip(2 * n)
}

/// That a command, a procedure or a command in one is done, and how many rows it counted.
fn done<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, f: [Field; 5]) -> Step {
    // The count has eight bytes from version 7.2 on, four before; a token or nothing follows.
    let ends = |n: usize| c.left() == n || c.peek_u8(n).is_ok_and(|b| TOKENS.contains(&b));
    let wide = ends(13) || !ends(9);
    let item = cx.add(f[0], c.span(if wide { 13 } else { 9 }), Value::None);
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        // Not all of them mean something in each.
        let bits: &[Field] = match f[0] {
            DONE => &[
                DONE_STATUS_MORE,
                DONE_STATUS_ERROR,
                DONE_STATUS_INXACT,
                DONE_STATUS_PROC,
                DONE_STATUS_COUNT,
                DONE_STATUS_ATTN,
                DONE_STATUS_EVENT,
                DONE_STATUS_SRVERROR,
            ],
            DONEINPROC => &[
                DONE_STATUS_MORE,
                DONE_STATUS_ERROR,
                DONE_STATUS_INXACT,
                DONE_STATUS_COUNT,
                DONE_STATUS_ATTN,
                DONE_STATUS_EVENT,
                DONE_STATUS_SRVERROR,
            ],
            _ => &[
                DONE_STATUS_MORE,
                DONE_STATUS_ERROR,
                DONE_STATUS_INXACT,
                DONE_STATUS_PROC,
                DONE_STATUS_COUNT,
                DONE_STATUS_ATTN,
                DONE_STATUS_EVENT,
                DONE_STATUS_RPCINBATCH,
                DONE_STATUS_SRVERROR,
            ],
        };
        let (raw, item) = cx.flags_le(f[1], c, 2, bits)?;
        crate::common::say_bits(cx, item, raw, bits);
        cx.u16_le(f[2], c)?;
        if wide { cx.u64_le(f[3], c).map(|_| ()) } else { cx.u32_le(f[4], c).map(|_| ()) }
    })
}
