//! Version 2, RFC 1094.

use super::*;

pub(super) const MODE_BITS: &[Field] = &[
    MODE_NAME,
    MODE_SET_USER_ID,
    MODE_SET_GROUP_ID,
    MODE_SAVE_SWAP_TEXT,
    MODE_READ_OWNER,
    MODE_WRITE_OWNER,
    MODE_EXEC_OWNER,
    MODE_READ_GROUP,
    MODE_WRITE_GROUP,
    MODE_EXEC_GROUP,
    MODE_READ_OTHER,
    MODE_WRITE_OTHER,
    MODE_EXEC_OTHER,
];
/// What stands where an attribute is not set.
const NONE: u32 = u32::MAX;

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, asked: Asked, c: &mut Cursor<'_>) -> Step {
    let name = PROCEDURE_V2_NAMES.or(u64::from(asked.procedure), "Unknown");
    cx.proto_append(|o| _ = o.s(", ").s(name).s(if asked.reply { " Reply" } else { " Call" }));
    if asked.reply { result(cx, asked.procedure, c) } else { arguments(cx, asked.procedure, c) }
}

fn arguments<S: Sink>(cx: &mut Cx<'_, S>, procedure: u32, c: &mut Cursor<'_>) -> Step {
    match procedure {
        // GETATTR, READLINK, STATFS.
        1 | 5 | 17 => object(cx, "object", c),
        // SETATTR.
        2 => {
            object(cx, "file", c)?;
            new_attributes(cx, c)
        }
        // LOOKUP.
        4 => place(cx, "where", ", DH: ", c),
        // READ.
        6 => {
            object(cx, "file", c)?;
            let (offset, count) = (cx.u32(READ_OFFSET, c)?, cx.u32(READ_COUNT, c)?);
            let total = cx.u32(READ_TOTALCOUNT, c)?;
            say(cx, |o| {
                o.s(" Offset: ").u(offset).s(" Count: ").u(count).s(" TotalCount: ").u(total);
            });
            Ok(())
        }
        // WRITE.
        8 => {
            object(cx, "file", c)?;
            let (begin, offset) = (cx.u32(WRITE_BEGINOFFSET, c)?, cx.u32(WRITE_OFFSET, c)?);
            let total = cx.u32(WRITE_TOTALCOUNT, c)?;
            say(cx, |o| {
                o.s(" BeginOffset: ").u(begin).s(" Offset: ").u(offset).s(" TotalCount: ").u(total);
            });
            xdr::opaque(cx, "Data", DATA, c).map(|_| ())
        }
        // CREATE, MKDIR.
        9 | 14 => {
            place(cx, "where", ", DH: ", c)?;
            new_attributes(cx, c)
        }
        // REMOVE, RMDIR.
        10 | 15 => place(cx, "where", ", DH: ", c),
        // RENAME.
        11 => {
            place(cx, "from", ", From DH: ", c)?;
            place(cx, "to", " To DH: ", c)
        }
        // LINK.
        12 => {
            let hash = handle_of_32(cx, "from", c)?;
            say_handle(cx, ", From DH: ", hash, |_| ());
            place(cx, "to", " To DH: ", c)
        }
        // SYMLINK.
        13 => {
            place(cx, "from", ", From DH: ", c)?;
            let to = xdr::text(cx, "To", SYMLINK_TO, c)?;
            say(cx, |o| _ = o.s(" To ").text(to));
            new_attributes(cx, c)
        }
        // READDIR.
        16 => {
            object(cx, "dir", c)?;
            cx.u32(READDIR_COOKIE, c)?;
            cx.u32(READDIR_COUNT, c).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn result<S: Sink>(cx: &mut Cx<'_, S>, procedure: u32, c: &mut Cursor<'_>) -> Step {
    // ROOT and WRITECACHE give nothing.
    if matches!(procedure, 3 | 7) {
        return Ok(());
    }
    let at = *c;
    let status = status_of(cx, STATUS2, c)?;
    cx.hidden(STATUS, at.span(4), Value::U(u64::from(status)));
    if status != 0 {
        let name = STATUS2_NAMES.or(u64::from(status), "Unknown error");
        cx.info_add(|o| _ = o.s(" Error: ").s(name));
        cx.proto_append(|o| _ = o.s("  Error: ").s(name));
        return Ok(());
    }
    match procedure {
        // GETATTR, SETATTR, WRITE.
        1 | 2 | 8 => attributes(cx, "attributes", c),
        // LOOKUP, CREATE, MKDIR.
        4 | 9 | 14 => {
            let hash = handle_of_32(cx, "file", c)?;
            say_handle(cx, ", FH: ", hash, |_| ());
            attributes(cx, "attributes", c)
        }
        5 => {
            let path = xdr::text(cx, "Data", READLINK_DATA, c)?;
            say(cx, |o| _ = o.s(" Path: ").text(path));
            Ok(())
        }
        6 => {
            attributes(cx, "attributes", c)?;
            xdr::opaque(cx, "Data", DATA, c).map(|_| ())
        }
        16 => {
            xdr::list(cx, c, entry)?;
            cx.u32(READDIR_EOF, c).map(|_| ())
        }
        17 => {
            for field in [STATFS_TSIZE, STATFS_BSIZE, STATFS_BLOCKS, STATFS_BFREE, STATFS_BAVAIL] {
                cx.u32(field, c)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part_of(cx, READDIR_ENTRY, c, |cx, c, item| {
        cx.u32(READDIR_ENTRY_FILEID, c)?;
        let name = xdr::text(cx, "Name", READDIR_ENTRY_NAME, c)?;
        cx.label(item, |o| _ = o.s("Entry: name ").text(name));
        cx.u32(READDIR_ENTRY_COOKIE, c).map(|_| ())
    })
}

fn object<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    let hash = handle_of_32(cx, name, c)?;
    say_handle(cx, ", FH: ", hash, |_| ());
    Ok(())
}

fn place<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, before: &'static str, c: &mut Cursor<'_>) -> Step {
    let (hash, file) = xdr::part(cx, name, c, |cx, c, _| {
        let hash = handle_of_32(cx, "dir", c)?;
        Ok((hash, xdr::text(cx, "Name", NAME, c)?.to_vec()))
    })?;
    say_handle(cx, before, hash, |o| _ = o.c(b'/').text(&file));
    Ok(())
}

/// A point in time of seconds and microseconds.
fn micros<S: Sink>(cx: &mut Cx<'_, S>, [all, secs, micros]: [Field; 3], c: &mut Cursor<'_>) -> Step {
    let (s, u) = (c.peek_u32(0)?, c.peek_u32(4)?);
    let item = cx.add(all, c.span(8), Value::Time(i64::from(s), u.min(999_999) * 1000));
    cx.under(item, |cx| -> Step {
        cx.u32(secs, c)?;
        cx.u32(micros, c).map(|_| ())
    })
}

/// All attributes of a file.
pub(in crate::application::rpc) fn attributes<S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    c: &mut Cursor<'_>,
) -> Step {
    xdr::part(cx, name, c, |cx, c, _| {
        cx.u32(FTYPE, c)?;
        named_flags(cx, MODE, c, 4, MODE_BITS)?;
        for field in [
            FATTR_NLINK,
            FATTR_UID,
            FATTR_GID,
            FATTR_SIZE,
            FATTR_BLOCKSIZE,
            FATTR_RDEV,
            FATTR_BLOCKS,
            FATTR_FSID,
            FATTR_FILEID,
        ] {
            cx.u32(field, c)?;
        }
        micros(cx, [ATIME, ATIME_SEC, ATIME_USEC], c)?;
        micros(cx, [MTIME, MTIME_SEC, MTIME_USEC], c)?;
        micros(cx, [CTIME, CTIME_SEC, CTIME_USEC], c)
    })
}

/// Attributes that are set; those that are not have all bits.
fn new_attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, "attributes", c, |cx, c, _| {
        for (field, name) in [(MODE, "mode"), (FATTR_UID, "uid"), (FATTR_GID, "gid"), (FATTR_SIZE, "size")] {
            if c.peek_u32(0)? == NONE {
                let item = cx.field(field, c, 4)?;
                cx.label(item, |o| _ = o.s(name).s(": no value"));
            } else if field == MODE {
                named_flags(cx, MODE, c, 4, MODE_BITS)?;
            } else {
                cx.u32(field, c)?;
            }
        }
        let times = [([ATIME, ATIME_SEC, ATIME_USEC], "atime"), ([MTIME, MTIME_SEC, MTIME_USEC], "mtime")];
        for (fields, name) in times {
            if c.peek_u32(0)? == NONE {
                c.peek_bytes(0, 8)?;
                let item = cx.add(fields[0], c.span(8), Value::Time(i64::from(NONE), 0));
                cx.label(item, |o| _ = o.s(name).s(": no value"));
                c.skip(8)?;
            } else {
                micros(cx, fields, c)?;
            }
        }
        Ok(())
    })
}
