//! Opening and closing of files, [MS-CIFS] sections 2.2.4.5, 2.2.4.41 and 2.2.4.64.

use super::common::{
    ACCESS_BITS, CREATE_BITS, SHARE_BITS, access_mask, create_options, flags, recalled_flags, share_access,
};
use super::levels::{file_attributes16, search_attributes, unix_time};
use super::*;

/// The number of an open file, with what is known of it.
pub(super) fn fid<S: Sink>(cx: &mut Cx<'_, S>, span: Span, id: u16, m: &Message<'_>, generated: bool) {
    let item = cx.add(FID, span, Value::U(id.into()));
    if generated {
        cx.set_generated(item);
    }
    let (Some(file), Some(opened)) = (m.known.file, m.known.opened()) else { return };
    cx.append(item, |o| _ = o.s(" (").text(opened.text()).s(")"));
    cx.under(item, |cx| {
        cx.generated(FID_OPENED_IN, span, Value::U(file.frame));
        if let Some(closed) = m.known.closed {
            cx.generated(FID_CLOSED_IN, span, Value::U(closed.frame));
        }
        let it = cx.add_bytes(FILE, span, opened.text());
        cx.set_generated(it);
        recalled_flags(cx, CREATE_FLAGS, span, opened.open(0), &CREATE_FLAG_BITS);
        recalled_flags(cx, ACCESS_MASK, span, opened.open(1), ACCESS_BITS);
        recalled_flags(cx, FILE_ATTRIBUTE, span, opened.open(2), &volume::ATTRIBUTE_BITS);
        let sharing = opened.open(3);
        let it = recalled_flags(cx, SHARE_ACCESS, span, sharing, SHARE_BITS);
        for (bit, name) in [(1, ", Read"), (2, ", Write"), (4, ", Delete")] {
            if sharing & bit != 0 {
                cx.append(it, |o| _ = o.s(name));
            }
        }
        recalled_flags(cx, CREATE_OPTIONS, span, opened.open(4), CREATE_BITS);
        cx.generated(CREATE_DISPOSITION, span, Value::U(opened.open(5)));
    });
}

/// Reads the number of an open file.
pub(super) fn read_fid<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    m: &Message<'_>,
) -> Result<u16, Stop> {
    let id = requin_wire::le(c.peek_bytes(0, 2)?) as u16;
    fid(cx, c.span(2), id, m, false);
    c.skip(2)?;
    cx.info_add(|o| _ = o.s(", FID: ").hex(id, 4));
    Ok(id)
}

const CREATE_FLAG_BITS: [Field; 4] = [NT_CREATE_OPLOCK, NT_CREATE_BATCH_OPLOCK, NT_CREATE_DIR, NT_CREATE_EXT];

pub(super) fn nt_create<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    cx.bytes(RESERVED, w, 1)?;
    cx.uint_le(FILE_NAME_LEN, w, 2)?;
    cx.flags_le(CREATE_FLAGS, w, 4, &CREATE_FLAG_BITS)?;
    cx.u32_le(RFID, w)?;
    access_mask(cx, w)?;
    cx.u64_le(ALLOC_SIZE64, w)?;
    volume::file_attributes(cx, w)?;
    share_access(cx, w)?;
    cx.u32_le(CREATE_DISPOSITION, w)?;
    create_options(cx, w)?;
    cx.u32_le(IMPERSONATION_LEVEL, w)?;
    flags(cx, SECURITY_FLAGS, w, 1, &[SECURITY_FLAGS_CONTEXT_TRACKING, SECURITY_FLAGS_EFFECTIVE_ONLY])?;
    path(cx, p, m)
}

/// The name of a file in the bytes.
fn path<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let mut b = p.bytes(cx)?;
    let path = string(cx, &mut b, m, FILE)?;
    cx.info_add(|o| _ = o.s(", Path: ").text(path.as_bytes()));
    Ok(())
}

fn ipc_state<S: Sink>(cx: &mut Cx<'_, S>, w: &mut Cursor<'_>) -> Step {
    let bits = [
        IPC_STATE_NONBLOCKING,
        IPC_STATE_ENDPOINT,
        IPC_STATE_PIPE_TYPE,
        IPC_STATE_READ_MODE,
        IPC_STATE_ICOUNT,
    ];
    flags(cx, IPC_STATE, w, 2, &bits).map(|_| ())
}

pub(super) fn nt_created<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    if p.count < 34 {
        return p.bytes(cx).map(|_| ());
    }
    cx.u8(OPLOCK_LEVEL, w)?;
    read_fid(cx, w, m)?;
    cx.u32_le(CREATE_ACTION, w)?;
    volume::times(cx, w)?;
    volume::file_attributes(cx, w)?;
    cx.u64_le(ALLOC_SIZE64, w)?;
    cx.u64_le(END_OF_FILE, w)?;
    cx.u16_le(FILE_TYPE, w)?;
    ipc_state(cx, w)?;
    cx.u8(IS_DIRECTORY, w)?;
    if p.count == 42 {
        cx.field_le(VOLUME_GUID, w, 16)?;
        cx.u64_le(CREATE_FILE_ID_64B, w)?;
        for title in ["Maximal Access Rights", "Guest Maximal Access Rights"] {
            let line = cx.line(w.span(4), |o| _ = o.s(title));
            cx.under(line, |cx| access_mask(cx, w))?;
        }
    }
    p.bytes(cx).map(|_| ())
}

fn desired<S: Sink>(cx: &mut Cx<'_, S>, w: &mut Cursor<'_>, field: Field) -> Step {
    let bits = [ACCESS_WRITETHROUGH, ACCESS_CACHING, ACCESS_LOCALITY, ACCESS_SHARING, ACCESS_MODE];
    flags(cx, field, w, 2, &bits).map(|_| ())
}

pub(super) fn open<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    let bits = [OPEN_FLAGS_ADD_INFO, OPEN_FLAGS_EX_OPLOCK, OPEN_FLAGS_BATCH_OPLOCK];
    cx.flags_le(OPEN_FLAGS, w, 2, &bits)?;
    desired(cx, w, ACCESS_DESIRED)?;
    search_attributes(cx, w)?;
    file_attributes16(cx, w)?;
    unix_time(cx, CREATE_TIME, w)?;
    flags(cx, OPEN_FUNCTION, w, 2, &[OPEN_FUNCTION_CREATE, OPEN_FUNCTION_OPEN])?;
    cx.u32_le(ALLOC_SIZE, w)?;
    transaction::timeout(cx, w)?;
    cx.bytes(RESERVED, w, 4)?;
    path(cx, p, m)
}

pub(super) fn opened<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    if p.count >= 15 {
        read_fid(cx, w, m)?;
        file_attributes16(cx, w)?;
        unix_time(cx, LAST_WRITE_TIME, w)?;
        cx.u32_le(FILE_SIZE, w)?;
        desired(cx, w, ACCESS_GRANTED)?;
        cx.u16_le(FILE_TYPE, w)?;
        ipc_state(cx, w)?;
        flags(cx, OPEN_ACTION, w, 2, &[OPEN_ACTION_LOCK, OPEN_ACTION_OPEN])?;
        cx.u32_le(SERVER_FID, w)?;
        cx.bytes(RESERVED, w, 2)?;
    }
    p.bytes(cx).map(|_| ())
}

pub(super) fn close<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    if p.count >= 3 {
        read_fid(cx, &mut p.words, m)?;
        unix_time(cx, LAST_WRITE_TIME, &mut p.words)?;
    }
    p.bytes(cx).map(|_| ())
}

pub(super) fn flush<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    if p.count >= 1 {
        read_fid(cx, &mut p.words, m)?;
    }
    p.bytes(cx).map(|_| ())
}
