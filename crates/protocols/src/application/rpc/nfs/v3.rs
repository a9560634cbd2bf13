//! Version 3, RFC 1813.

use super::*;

const MODE_BITS: &[Field] = &[
    MODE3_SUID,
    MODE3_SGID,
    MODE3_STICKY,
    MODE3_RUSR,
    MODE3_WUSR,
    MODE3_XUSR,
    MODE3_RGRP,
    MODE3_WGRP,
    MODE3_XGRP,
    MODE3_ROTH,
    MODE3_WOTH,
    MODE3_XOTH,
];
const ATIMES: [Field; 3] = [ATIME, ATIME_SEC, ATIME_NSEC];
const MTIMES: [Field; 3] = [MTIME, MTIME_SEC, MTIME_NSEC];
const CTIMES: [Field; 3] = [CTIME, CTIME_SEC, CTIME_NSEC];

/// Procedures by their numbers.
mod procedure {
    pub const GETATTR: u32 = 1;
    pub const SETATTR: u32 = 2;
    pub const LOOKUP: u32 = 3;
    pub const ACCESS: u32 = 4;
    pub const READLINK: u32 = 5;
    pub const READ: u32 = 6;
    pub const WRITE: u32 = 7;
    pub const CREATE: u32 = 8;
    pub const MKDIR: u32 = 9;
    pub const SYMLINK: u32 = 10;
    pub const MKNOD: u32 = 11;
    pub const REMOVE: u32 = 12;
    pub const RMDIR: u32 = 13;
    pub const RENAME: u32 = 14;
    pub const LINK: u32 = 15;
    pub const READDIR: u32 = 16;
    pub const READDIRPLUS: u32 = 17;
    pub const FSSTAT: u32 = 18;
    pub const FSINFO: u32 = 19;
    pub const PATHCONF: u32 = 20;
    pub const COMMIT: u32 = 21;
}
use procedure::*;

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, asked: Asked, c: &mut Cursor<'_>) -> Step {
    let name = PROCEDURE_V3_NAMES.or(u64::from(asked.procedure), "Unknown");
    cx.proto_append(|o| _ = o.s(", ").s(name).s(if asked.reply { " Reply" } else { " Call" }));
    if asked.reply { result(cx, asked, c) } else { arguments(cx, asked.procedure, c) }
}

fn arguments<S: Sink>(cx: &mut Cx<'_, S>, procedure: u32, c: &mut Cursor<'_>) -> Step {
    match procedure {
        GETATTR | READLINK => object(cx, "object", c),
        FSSTAT | FSINFO | PATHCONF => {
            let (hash, _) = handle(cx, "object", c)?;
            cx.info_add(|o| _ = o.s(", FH: ").hex(hash, 8));
            cx.proto_append(|o| _ = o.s(" DH: ").hex(hash, 8));
            Ok(())
        }
        SETATTR => {
            object(cx, "object", c)?;
            new_attributes(cx, "new_attributes", c)?;
            guard(cx, c)
        }
        LOOKUP => place(cx, "what", ", DH: ", c),
        ACCESS => {
            let (hash, _) = handle(cx, "object", c)?;
            say(cx, |o| _ = o.s(", FH: ").hex(hash, 8));
            access_check(cx, c)
        }
        READ => {
            object(cx, "file", c)?;
            let (offset, count) = (cx.u64(OFFSET3, c)?, cx.u32(COUNT3, c)?);
            say(cx, |o| _ = o.s(" Offset: ").u(offset).s(" Len: ").u(count));
            Ok(())
        }
        WRITE => {
            object(cx, "file", c)?;
            let (offset, count) = (cx.u64(OFFSET3, c)?, cx.u32(COUNT3, c)?);
            let stable = cx.u32(WRITE_STABLE, c)?;
            say(cx, |o| {
                o.s(" Offset: ").u(offset).s(" Len: ").u(count).c(b' ');
                o.s(WRITE_STABLE_NAMES.or(u64::from(stable), "Unknown"));
            });
            xdr::opaque(cx, "Data", DATA, c).map(|_| ())
        }
        CREATE => {
            place(cx, "where", ", DH: ", c)?;
            let mode = cx.u32(CREATEMODE, c)?;
            say(cx, |o| _ = o.s(" Mode: ").s(CREATEMODE_NAMES.or(u64::from(mode), "Unknown")));
            match mode {
                0 | 1 => new_attributes(cx, "obj_attributes", c),
                2 => cx.field(VERIFIER, c, 8).map(|_| ()),
                _ => Ok(()),
            }
        }
        MKDIR => {
            place(cx, "where", ", DH: ", c)?;
            new_attributes(cx, "attributes", c)
        }
        SYMLINK => {
            place(cx, "where", ", From DH: ", c)?;
            new_attributes(cx, "symlink_attributes", c)?;
            let to = xdr::text(cx, "To", SYMLINK_TO, c)?;
            say(cx, |o| _ = o.s(" To ").text(to));
            Ok(())
        }
        MKNOD => {
            place(cx, "where", ", FH: ", c)?;
            let kind = cx.u32(TYPE, c)?;
            say(cx, |o| _ = o.s(" ").s(TYPE_NAMES.or(u64::from(kind), "Unknown type")));
            if matches!(kind, 3 | 4 | 6 | 7) {
                new_attributes(cx, if kind < 5 { "dev_attributes" } else { "pipe_attributes" }, c)?;
            }
            if matches!(kind, 3 | 4) { device(cx, "spec", c) } else { Ok(()) }
        }
        REMOVE | RMDIR => place(cx, "object", ", DH: ", c),
        RENAME => {
            place(cx, "from", ", From DH: ", c)?;
            place(cx, "to", " To DH: ", c)
        }
        LINK => {
            let (hash, _) = handle(cx, "file", c)?;
            say_handle(cx, ", From DH: ", hash, |_| ());
            place(cx, "link", " To DH: ", c)
        }
        READDIR => {
            object(cx, "dir", c)?;
            cx.u64(COOKIE3, c)?;
            verifier(cx, c)?;
            cx.u32(COUNT3, c).map(|_| ())
        }
        READDIRPLUS => {
            object(cx, "dir", c)?;
            cx.u64(COOKIE3, c)?;
            verifier(cx, c)?;
            cx.u32(COUNT3_DIRCOUNT, c)?;
            cx.u32(COUNT3_MAXCOUNT, c).map(|_| ())
        }
        COMMIT => {
            object(cx, "file", c)?;
            cx.u64(OFFSET3, c)?;
            cx.u32(COUNT3, c).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn result<S: Sink>(cx: &mut Cx<'_, S>, asked: Asked, c: &mut Cursor<'_>) -> Step {
    let procedure = asked.procedure;
    let at = *c;
    let status = status_of(cx, STATUS3, c)?;
    cx.hidden(STATUS, at.span(4), Value::U(u64::from(status)));
    let ok = status == 0;
    match procedure {
        GETATTR if ok => {
            let s = attributes(cx, "obj_attributes", c)?;
            say(cx, |o| s.write(o));
        }
        SETATTR => changed(cx, "obj_wcc", c)?,
        LOOKUP => {
            if ok {
                let (hash, _) = handle(cx, "object", c)?;
                say_handle(cx, ", FH: ", hash, |_| ());
                post_op(cx, "obj_attributes", c)?;
            }
            post_op(cx, "dir_attributes", c)?;
        }
        ACCESS => {
            post_op(cx, "obj_attributes", c)?;
            if ok {
                access_rights(cx, Some(asked.rights).filter(|r| *r != 0), c)?;
            }
        }
        READLINK => {
            post_op(cx, "symlink_attributes", c)?;
            if ok {
                let path = xdr::text(cx, "Data", READLINK_DATA, c)?;
                say(cx, |o| _ = o.s(" Path: ").text(path));
            }
        }
        READ => {
            post_op(cx, "file_attributes", c)?;
            if ok {
                let n = cx.u32(COUNT3, c)?;
                say(cx, |o| _ = o.s(" Len: ").u(n));
                xdr::boolean(cx, READ_EOF, c)?;
                xdr::opaque(cx, "Data", DATA, c)?;
            }
        }
        WRITE => {
            changed(cx, "file_wcc", c)?;
            if ok {
                let n = cx.u32(COUNT3, c)?;
                let stable = cx.u32(WRITE_COMMITTED, c)?;
                say(cx, |o| {
                    o.s(" Len: ").u(n).c(b' ').s(WRITE_STABLE_NAMES.or(u64::from(stable), "Unknown"));
                });
                verifier(cx, c)?;
            }
        }
        CREATE | MKDIR | SYMLINK | MKNOD => {
            if ok {
                handle_follows(cx, "obj", c)?;
                post_op(cx, "obj_attributes", c)?;
            }
            changed(cx, "dir_wcc", c)?;
        }
        REMOVE | RMDIR => changed(cx, "dir_wcc", c)?,
        RENAME => {
            changed(cx, "fromdir_wcc", c)?;
            changed(cx, "todir_wcc", c)?;
        }
        LINK => {
            post_op(cx, "file_attributes", c)?;
            changed(cx, "linkdir_wcc", c)?;
        }
        READDIR | READDIRPLUS => {
            post_op(cx, "dir_attributes", c)?;
            if ok {
                verifier(cx, c)?;
                xdr::list(cx, c, |cx, c| entry(cx, procedure == READDIRPLUS, c))?;
                cx.u32(READDIR_EOF, c)?;
            }
        }
        FSSTAT => {
            post_op(cx, "obj_attributes", c)?;
            if ok {
                for field in [
                    FSSTAT3_RESOK_TBYTES,
                    FSSTAT3_RESOK_FBYTES,
                    FSSTAT3_RESOK_ABYTES,
                    FSSTAT3_RESOK_TFILES,
                    FSSTAT3_RESOK_FFILES,
                    FSSTAT3_RESOK_AFILES,
                ] {
                    cx.u64(field, c)?;
                }
                cx.u32(FSSTAT_INVARSEC, c)?;
            }
        }
        FSINFO => {
            post_op(cx, "obj_attributes", c)?;
            if ok {
                fsinfo(cx, c)?;
            }
        }
        PATHCONF => {
            post_op(cx, "obj_attributes", c)?;
            if ok {
                cx.u32(PATHCONF_LINKMAX, c)?;
                cx.u32(PATHCONF_NAME_MAX, c)?;
                for field in [
                    PATHCONF_NO_TRUNC,
                    PATHCONF_CHOWN_RESTRICTED,
                    PATHCONF_CASE_INSENSITIVE,
                    PATHCONF_CASE_PRESERVING,
                ] {
                    xdr::boolean(cx, field, c)?;
                }
            }
        }
        COMMIT => {
            changed(cx, "file_wcc", c)?;
            if ok {
                verifier(cx, c)?;
            }
        }
        _ => (),
    }
    if !ok {
        let name = STATUS3_NAMES.or(u64::from(status), "Unknown error");
        cx.info_add(|o| _ = o.s(" Error: ").s(name));
        cx.proto_append(|o| _ = o.s("  Error: ").s(name));
    }
    Ok(())
}

fn fsinfo<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for field in [
        FSINFO_RTMAX,
        FSINFO_RTPREF,
        FSINFO_RTMULT,
        FSINFO_WTMAX,
        FSINFO_WTPREF,
        FSINFO_WTMULT,
        FSINFO_DTPREF,
    ] {
        cx.u32(field, c)?;
    }
    cx.u64(FSINFO_MAXFILESIZE, c)?;
    time(cx, [DTIME, DTIME_SEC, DTIME_NSEC], c)?;
    let bits = [
        FSINFO_PROPERTIES_SETATTR,
        FSINFO_PROPERTIES_PATHCONF,
        FSINFO_PROPERTIES_SYMLINKS,
        FSINFO_PROPERTIES_HARDLINKS,
    ];
    named_flags(cx, FSINFO_PROPERTIES, c, 4, &bits)
}

/// The handle of what the procedure is about.
fn object<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    let (hash, _) = handle(cx, name, c)?;
    say_handle(cx, ", FH: ", hash, |_| ());
    Ok(())
}

/// A name in a directory.
fn place<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, before: &'static str, c: &mut Cursor<'_>) -> Step {
    let (hash, file) = xdr::part(cx, name, c, |cx, c, _| {
        let (hash, _) = handle(cx, "dir", c)?;
        Ok((hash, xdr::text(cx, "Name", NAME, c)?.to_vec()))
    })?;
    say_handle(cx, before, hash, |o| _ = o.c(b'/').text(&file));
    Ok(())
}

fn verifier<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.field(VERIFIER, c, 8)?;
    cx.label(item, |o| _ = o.s("Verifier: Opaque Data"));
    Ok(())
}

fn mode<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let (mode, item) = cx.flags(MODE3, c, 4, MODE_BITS)?;
    cx.append(item, |o| {
        let names = [
            "S_ISUID", "S_ISGID", "S_ISVTX", "S_IRUSR", "S_IWUSR", "S_IXUSR", "S_IRGRP", "S_IWGRP",
            "S_IXGRP", "S_IROTH", "S_IWOTH", "S_IXOTH",
        ];
        for (i, name) in names.iter().enumerate() {
            if mode >> (11 - i) & 1 != 0 {
                o.s(", ").s(name);
            }
        }
    });
    Ok(mode as u32)
}

fn device<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, name, c, |cx, c, line| {
        let (major, minor) = (cx.u32(SPECDATA1, c)?, cx.u32(SPECDATA2, c)?);
        cx.append(line, |o| _ = o.s(": ").u(major).c(b',').u(minor));
        Ok(())
    })
}

/// All attributes of a file.
fn attributes<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Result<Summary, Stop> {
    xdr::part(cx, name, c, |cx, c, line| {
        let kind = cx.u32(FATTR3_TYPE, c)?;
        let mode = mode(cx, c)?;
        cx.u32(FATTR3_NLINK, c)?;
        let (uid, gid) = (cx.u32(FATTR3_UID, c)?, cx.u32(FATTR3_GID, c)?);
        cx.u64(FATTR3_SIZE, c)?;
        cx.u64(FATTR3_USED, c)?;
        device(cx, "rdev", c)?;
        cx.u64(FATTR3_FSID, c)?;
        cx.u64(FATTR3_FILEID, c)?;
        for fields in [ATIMES, MTIMES, CTIMES] {
            time(cx, fields, c)?;
        }
        let s = Summary { kind, mode, uid, gid };
        cx.append(line, |o| s.write(o));
        Ok(s)
    })
}

/// Attributes that a reply may leave out.
pub(in crate::application::rpc) fn post_op<S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    c: &mut Cursor<'_>,
) -> Step {
    xdr::part(cx, name, c, |cx, c, line| {
        if cx.u32(ATTRIBUTES_FOLLOW, c)? == 1 {
            let s = attributes(cx, "attributes", c)?;
            cx.append(line, |o| s.write(o));
        }
        Ok(())
    })
}

/// What was before and what is after: for weak cache consistency.
fn changed<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, name, c, |cx, c, _| {
        xdr::part(cx, "before", c, |cx, c, _| {
            if cx.u32(ATTRIBUTES_FOLLOW, c)? != 1 {
                return Ok(());
            }
            xdr::part(cx, "attributes", c, |cx, c, _| {
                cx.u64(WCC_ATTR_SIZE, c)?;
                time(cx, MTIMES, c)?;
                time(cx, CTIMES, c)
            })
        })?;
        post_op(cx, "after", c)
    })
}

fn handle_follows<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, name, c, |cx, c, _| {
        if cx.u32(HANDLE_FOLLOW, c)? == 1 {
            handle(cx, "handle", c)?;
        }
        Ok(())
    })
}

/// Attributes that are set, each by itself.
fn new_attributes<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, name, c, |cx, c, _| {
        for (name, field) in [("mode", MODE3), ("uid", UID3), ("gid", GID3), ("size", SET_SIZE)] {
            xdr::part(cx, name, c, |cx, c, line| {
                let set = c.peek_u32(0)?;
                let said = if set == 1 { "value follows" } else { "no value" };
                let item = cx.field(SET_IT, c, 4)?;
                cx.label(item, |o| _ = o.s("set_it: ").s(said).s(" (").u(set).c(b')'));
                cx.append(line, |o| _ = o.s(": ").s(said));
                match (set == 1, name) {
                    (false, _) => Ok(()),
                    (true, "mode") => mode(cx, c).map(|_| ()),
                    (true, _) => cx.field(field, c, 0).map(|_| ()),
                }
            })?;
        }
        for (name, fields) in [("atime", ATIMES), ("mtime", MTIMES)] {
            xdr::part(cx, name, c, |cx, c, line| {
                let how = c.peek_u32(0)?;
                let said = match how {
                    0 => "don't change",
                    1 => "set to server time",
                    2 => "set to client time",
                    _ => "Unknown",
                };
                let item = cx.field(SET_IT, c, 4)?;
                cx.label(item, |o| _ = o.s("set_it: ").s(said).s(" (").u(how).c(b')'));
                cx.append(line, |o| _ = o.s(": ").s(said));
                if how == 2 { time(cx, fields, c) } else { Ok(()) }
            })?;
        }
        Ok(())
    })
}

/// The time of change that the object has to have.
fn guard<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, "guard", c, |cx, c, line| {
        let check = cx.u32(SATTRGUARD3, c)?;
        cx.append(line, |o| _ = o.s(if check == 1 { ": value follows" } else { ": no value" }));
        if check == 1 { time(cx, CTIMES, c) } else { Ok(()) }
    })
}

/// An entry of a directory.
fn entry<S: Sink>(cx: &mut Cx<'_, S>, plus: bool, c: &mut Cursor<'_>) -> Step {
    xdr::part_of(cx, READDIR_ENTRY, c, |cx, c, item| {
        cx.u64(if plus { READDIRPLUS_ENTRY_FILEID } else { READDIR_ENTRY3_FILEID }, c)?;
        let field = if plus { READDIRPLUS_ENTRY_NAME } else { READDIR_ENTRY3_NAME };
        let name = xdr::text(cx, "Name", field, c)?;
        cx.label(item, |o| _ = o.s("Entry: name ").text(name));
        cx.info_add(|o| _ = o.c(b' ').text(name));
        cx.u64(if plus { READDIRPLUS_ENTRY_COOKIE } else { READDIR_ENTRY3_COOKIE }, c)?;
        if plus {
            post_op(cx, "name_attributes", c)?;
            handle_follows(cx, "name_handle", c)?;
        }
        Ok(())
    })
}
