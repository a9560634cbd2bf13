//! Reading and writing, [MS-CIFS] sections 2.2.4.11, 2.2.4.12, 2.2.4.42 and 2.2.4.43.

use super::common::flags;
use super::open::read_fid;
use super::*;
use crate::application::dcerpc;

fn unit(bytes: impl Into<u64>) -> &'static str {
    if bytes.into() == 1 { " byte" } else { " bytes" }
}

pub(super) fn any<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>, command: u8) -> Step {
    use super::command as is;
    match (command, m.response, p.count) {
        (is::READ_ANDX, false, 10..) => read(cx, p, m),
        (is::READ_ANDX, true, 12..) => read_response(cx, p, m),
        (is::WRITE_ANDX, false, 12..) => write(cx, p, m),
        (is::WRITE_ANDX, true, 6..) => {
            let w = &mut p.words;
            let low = cx.u16_le(COUNT_LOW, w)?;
            cx.uint_le(REMAINING, w, 2)?;
            let high = cx.u16_le(COUNT_HIGH, w)?;
            cx.bytes(RESERVED, w, 2)?;
            let len = u64::from(low) | u64::from(high) << 16;
            moved(cx, w, m.asked().map_or(0, |a| a.transfer().0), len);
            cx.info_add(|o| _ = o.s(", ").u(len).s(unit(len)));
            p.bytes(cx).map(|_| ())
        }
        (is::READ | is::WRITE, false, 5..) => core(cx, p, m, command),
        (is::READ | is::WRITE, true, 1..) => core_response(cx, p, m, command),
        _ => p.bytes(cx).map(|_| ()),
    }
}

/// Where in the file, and how much: said once, whatever numbers the message has for it.
fn moved<S: Sink>(cx: &mut Cx<'_, S>, w: &Cursor<'_>, offset: u64, len: u64) {
    cx.generated(FILE_RW_OFFSET, w.span(0), Value::U(offset));
    cx.generated(FILE_RW_LENGTH, w.span(0), Value::U(len));
}

fn told<S: Sink>(cx: &mut Cx<'_, S>, offset: u64, len: u64) {
    cx.info_add(|o| _ = o.s(", ").u(len).s(unit(len)).s(" at offset ").u(offset));
}

fn read<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    read_fid(cx, w, m)?;
    let low = cx.u32_le(OFFSET, w)?;
    let count = cx.u16_le(MAXCOUNT_LOW, w)?;
    cx.u16_le(MINCOUNT, w)?;
    let more = requin_wire::le(w.peek_bytes(0, 2)?);
    cx.uint_le(MAXCOUNT_HIGH, w, 4)?;
    cx.uint_le(REMAINING, w, 2)?;
    let high = if p.count >= 12 { cx.u32_le(OFFSET_HIGH, w)? } else { 0 };
    let offset = u64::from(low) | u64::from(high) << 32;
    // All ones say that it is no number.
    let len = u64::from(count) | if more == 0xffff { 0 } else { more << 16 };
    moved(cx, w, offset, len);
    told(cx, offset, len);
    p.bytes(cx).map(|_| ())
}

/// Bytes of a file, behind padding; or remote procedure calls that a named pipe carries.
fn data<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>, at: usize, len: usize) -> Step {
    cx.u16_le(BCC, &mut p.after)?;
    let here = p.after.pos() - m.all.pos();
    let padding = at.saturating_sub(here);
    if padding > 0 && padding <= p.after.left() {
        cx.bytes(PADDING, &mut p.after, padding)?;
    }
    let mut found = p.after.take(len);
    if found.is_empty() {
        return Ok(());
    }
    if dcerpc::connected(&found, cx.ports) {
        return cx.call(dcerpc::ID, found);
    }
    unknown(cx, &mut found, FILE_DATA)
}

fn read_response<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    let start = *w;
    cx.uint_le(REMAINING, w, 2)?;
    cx.u16_le(DCM, w)?;
    cx.bytes(RESERVED, w, 2)?;
    let low = cx.u16_le(DATA_LEN_LOW, w)?;
    let at = cx.u16_le(DATA_OFFSET, w)?;
    let high = requin_wire::le(w.peek_bytes(0, 2)?);
    cx.uint_le(DATA_LEN_HIGH, w, 4)?;
    cx.bytes(RESERVED, w, 6)?;
    let len = u64::from(low) | high << 16;
    moved(cx, &start, m.asked().map_or(0, |a| a.transfer().0), len);
    cx.info_add(|o| _ = o.s(", ").u(len).s(unit(len)));
    data(cx, p, m, at.into(), len as usize)
}

fn write<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    read_fid(cx, w, m)?;
    let low = cx.u32_le(OFFSET, w)?;
    cx.bytes(RESERVED, w, 4)?;
    let bits = [
        WRITE_MODE_CONNECTIONLESS,
        WRITE_MODE_MESSAGE_START,
        WRITE_MODE_RAW,
        WRITE_MODE_RETURN_REMAINING,
        WRITE_MODE_WRITE_THROUGH,
    ];
    flags(cx, WRITE_MODE, w, 2, &bits)?;
    cx.uint_le(REMAINING, w, 2)?;
    let long = cx.u16_le(DATA_LEN_HIGH, w)?;
    let short = cx.u16_le(DATA_LEN_LOW, w)?;
    let at = cx.u16_le(DATA_OFFSET, w)?;
    let high = if p.count >= 14 { cx.u32_le(OFFSET_HIGH, w)? } else { 0 };
    let (offset, len) = (u64::from(low) | u64::from(high) << 32, u64::from(short) | u64::from(long) << 16);
    moved(cx, w, offset, len);
    told(cx, offset, len);
    data(cx, p, m, at.into(), len as usize)
}

/// Reading and writing in the core protocol.
fn core<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>, command: u8) -> Step {
    let w = &mut p.words;
    read_fid(cx, w, m)?;
    let count = cx.uint_le(COUNT_OF, w, 2)?;
    let offset = cx.u32_le(OFFSET, w)?;
    moved(cx, w, offset.into(), count);
    cx.uint_le(REMAINING, w, 2)?;
    told(cx, offset.into(), count);
    block(cx, p, command == command::WRITE)
}

fn core_response<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>, command: u8) -> Step {
    let w = &mut p.words;
    let count = cx.uint_le(COUNT_OF, w, 2)?;
    moved(cx, w, m.asked().map_or(0, |a| a.transfer().0), count);
    cx.info_add(|o| _ = o.s(", ").u(count).s(unit(count)));
    if command == command::READ {
        cx.bytes(RESERVED, w, 8)?;
    }
    block(cx, p, command == command::READ)
}

/// Bytes of a file behind their format and length.
fn block<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, carries: bool) -> Step {
    let mut b = p.bytes(cx)?;
    if !carries || b.is_empty() {
        return Ok(());
    }
    cx.u8(BUFFER_FORMAT, &mut b)?;
    cx.u16_le(DATA_LEN, &mut b)?;
    unknown(cx, &mut b, FILE_DATA)
}
