//! Commands of the core protocol that name files and directories, searches, and what has nothing but bytes.

use super::levels::{dos_time, file_attributes8, search_attributes, unix_time};
use super::open::read_fid;
use super::*;

/// Bytes of a resume key, and of an entry with its key ([MS-CIFS] section 2.2.4.58).
const KEY: usize = 21;
const ENTRY: usize = 43;

pub(super) fn any<S: Sink>(
    cx: &mut Cx<'_, S>,
    p: &mut Parts<'_>,
    m: &Message<'_>,
    command: u8,
    response: bool,
) -> Step {
    use super::command as is;
    let w = &mut p.words;
    match (command, response) {
        (is::CREATE_DIRECTORY | is::DELETE_DIRECTORY | is::CHECK_DIRECTORY, false) => {
            let mut b = p.bytes(cx)?;
            named(cx, &mut b, m, DIR_NAME, ", Directory: ")
        }
        (is::QUERY_INFORMATION, false) => {
            let mut b = p.bytes(cx)?;
            named(cx, &mut b, m, FILE, ", Path: ")
        }
        (is::QUERY_INFORMATION, true) if p.count >= 10 => {
            levels::file_attributes16(cx, w)?;
            unix_time(cx, LAST_WRITE_TIME, w)?;
            cx.u32_le(FILE_SIZE, w)?;
            cx.bytes(RESERVED, w, 10)?;
            p.bytes(cx).map(|_| ())
        }
        (is::DELETE, false) if p.count >= 1 => {
            search_attributes(cx, w)?;
            let mut b = p.bytes(cx)?;
            named(cx, &mut b, m, FILE, ", Path: ")
        }
        (is::RENAME, false) if p.count >= 1 => {
            search_attributes(cx, w)?;
            let mut b = p.bytes(cx)?;
            cx.u8(BUFFER_FORMAT, &mut b)?;
            let old = string(cx, &mut b, m, OLD_FILE)?;
            cx.u8(BUFFER_FORMAT, &mut b)?;
            let new = string(cx, &mut b, m, FILE)?;
            cx.info_add(|o| {
                o.s(", Old Name: ").text(old.as_bytes()).s(", New Name: ").text(new.as_bytes());
            });
            Ok(())
        }
        (is::ECHO, _) if p.count >= 1 => {
            cx.u16_le(if response { ECHO_SEQ_NUM } else { ECHO_COUNT }, w)?;
            let mut b = p.bytes(cx)?;
            unknown(cx, &mut b, ECHO_DATA)
        }
        (is::QUERY_DISK, true) if p.count >= 5 => {
            for field in [UNITS, BPU, BLOCKSIZE, FREE_UNITS] {
                cx.u16_le(field, w)?;
            }
            cx.bytes(RESERVED, w, 2)?;
            p.bytes(cx).map(|_| ())
        }
        (is::SEARCH, false) if p.count >= 2 => search(cx, p, m),
        (is::SEARCH, true) if p.count >= 1 => found(cx, p),
        (is::FIND_CLOSE, false) if p.count >= 1 => {
            cx.u16_le(SEARCH_ID, w)?;
            p.bytes(cx).map(|_| ())
        }
        (is::LOCKING_ANDX, false) if p.count >= 8 => locking(cx, p, m),
        (is::LOGOFF, _) => p.bytes(cx).map(|_| ()),
        _ => {
            unknown(cx, w, WORD_PARAMETERS)?;
            let mut b = p.bytes(cx)?;
            unknown(cx, &mut b, BYTE_PARAMETERS)
        }
    }
}

/// A name behind its format.
fn named<S: Sink>(
    cx: &mut Cx<'_, S>,
    b: &mut Cursor<'_>,
    m: &Message<'_>,
    field: Field,
    before: &str,
) -> Step {
    cx.u8(BUFFER_FORMAT, b)?;
    let name = string(cx, b, m, field)?;
    cx.info_add(|o| _ = o.s(before).text(name.as_bytes()));
    Ok(())
}

fn search<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    cx.u16_le(MAXCOUNT, &mut p.words)?;
    search_attributes(cx, &mut p.words)?;
    let mut b = p.bytes(cx)?;
    named(cx, &mut b, m, FILE, ", File: ")?;
    cx.u8(BUFFER_FORMAT, &mut b)?;
    let len = cx.u16_le(RESUME_KEY_LEN, &mut b)?;
    if len > 0 { resume_key(cx, &mut b) } else { Ok(()) }
}

fn resume_key<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Cursor<'_>) -> Step {
    let line = cx.line(b.span(KEY), |o| _ = o.s("Resume Key"));
    cx.under(line, |cx| {
        cx.bytes(RESERVED, b, 1)?;
        cx.bytes(FILE, b, 11)?;
        cx.bytes(RESUME_SERVER_COOKIE, b, 5)?;
        cx.bytes(RESUME_CLIENT_COOKIE, b, 4).map(|_| ())
    })
}

fn found<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>) -> Step {
    let count = cx.uint_le(COUNT_OF, &mut p.words, 2)?;
    let mut b = p.bytes(cx)?;
    cx.u8(BUFFER_FORMAT, &mut b)?;
    cx.u16_le(DATA_LEN, &mut b)?;
    for _ in 0..count {
        let line = cx.line(b.span(ENTRY), |o| _ = o.s("Directory Information"));
        cx.under(line, |cx| -> Step {
            resume_key(cx, &mut b)?;
            file_attributes8(cx, &mut b)?;
            dos_time(cx, LAST_WRITE_TIME, LAST_WRITE_SMB_DATE, LAST_WRITE_SMB_TIME, &mut b)?;
            cx.u32_le(FILE_SIZE, &mut b)?;
            let mut name = b.take_all(13)?;
            ascii(cx, &mut name, FILE).map(|_| ())
        })?;
    }
    Ok(())
}

/// Locks and what is unlocked ([MS-CIFS] section 2.2.4.32).
fn locking<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    read_fid(cx, w, m)?;
    let bits =
        [LOCK_TYPE_LARGE, LOCK_TYPE_CANCEL, LOCK_TYPE_CHANGE, LOCK_TYPE_OPLOCK_RELEASE, LOCK_TYPE_SHARED];
    let (kind, _) = common::flags_item(cx, LOCK_TYPE, w, 1, &bits)?;
    cx.u8(LOCKING_OPLOCK_LEVEL, w)?;
    transaction::timeout(cx, w)?;
    let unlocks = cx.u16_le(LOCKING_NUM_UNLOCKS, w)?;
    let locks = cx.u16_le(LOCKING_NUM_LOCKS, w)?;
    let mut b = p.bytes(cx)?;
    let wide = kind & 0x10 != 0;
    for (title, one, n) in [("Unlocks", "Unlock", unlocks), ("Locks", "Lock", locks)] {
        if n == 0 {
            continue;
        }
        let line = cx.line(b.span(usize::MAX), |o| _ = o.s(title));
        cx.under(line, |cx| -> Step {
            for _ in 0..n {
                let line = cx.line(b.span(if wide { 20 } else { 10 }), |o| _ = o.s(one));
                cx.under(line, |cx| lock(cx, &mut b, wide))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn lock<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Cursor<'_>, wide: bool) -> Step {
    cx.u16_le(PID, b)?;
    if !wide {
        cx.uint_le(LOCK_OFFSET, b, 4)?;
        return cx.uint_le(LOCK_LENGTH, b, 4).map(|_| ());
    }
    cx.bytes(RESERVED, b, 2)?;
    // The upper half comes first.
    for field in [LOCK_OFFSET, LOCK_LENGTH] {
        let (high, low) = (requin_wire::le(b.peek_bytes(0, 4)?), requin_wire::le(b.peek_bytes(4, 4)?));
        cx.add(field, b.span(8), Value::U(high << 32 | low));
        b.skip(8)?;
    }
    Ok(())
}
