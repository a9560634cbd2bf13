//! Attributes of files: RFC 8881 section 5.

use super::*;

/// The first one that is only recommended, beside the handle.
const FIRST_RECOMMENDED: u32 = 12;
const HANDLE: u32 = 19;
/// Which attributes an exclusive creation takes.
const EXCLUSIVE: u32 = 75;

/// A bitmap of attributes; calls `f` for each that is set, after showing it.
fn bitmap<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    mut f: impl FnMut(&mut Cx<'_, S>, u32) -> Step,
) -> Step {
    let words = c.peek_u32(0)?;
    c.skip(4)?;
    let all = c.rest().as_chunks::<4>().0.iter().take(words as usize);
    let several = all.filter(|word| **word != [0; 4]).count() > 1;
    for i in 0..(words as usize).min(c.left() / 4) as u32 {
        let mask = c.peek_u32(0)?;
        if mask == 0 {
            c.skip(4)?;
            continue;
        }
        let at = c.span(4);
        let item = cx.field(ATTR_MASK, c, 4)?;
        let set = || (0..32).filter(move |bit| mask >> bit & 1 != 0).map(move |bit| 32 * i + bit);
        cx.label(item, |o| {
            o.s("Attr mask");
            if several {
                o.c(b'[').u(i).c(b']');
            }
            o.s(": ").hex(mask, 8);
            for (n, attribute) in set().enumerate() {
                o.s(if n == 0 { " (" } else { ", " }).s(ATTR_NAMES.or(u64::from(attribute), "Unknown"));
            }
            o.c(b')');
        });
        cx.under(item, |cx| -> Step {
            cx.hidden(ATTR_COUNT, at, Value::U(u64::from(mask.count_ones())));
            for attribute in set() {
                let line = cx.add(ATTR, Span { len: 0, ..at }, Value::U(u64::from(attribute)));
                cx.label(line, |o| {
                    let kind = match attribute {
                        0..FIRST_RECOMMENDED | HANDLE | EXCLUSIVE => "reqd",
                        _ => "reco",
                    };
                    o.s(kind).s("_attr: ").s(ATTR_NAMES.or(u64::from(attribute), "Unknown"));
                    o.s(" (").u(attribute).c(b')');
                });
                cx.under(line, |cx| f(cx, attribute))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Attributes that are asked for.
pub(super) fn wanted<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    bitmap(cx, c, |_, _| Ok(()))
}

/// Attributes with their values, which stand behind the bitmap.
pub(super) fn values<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let words = c.peek_u32(0)? as usize;
    let mut at = *c;
    at.skip(words.saturating_add(1).saturating_mul(4))?;
    let n = at.peek_u32(0)? as usize;
    at.skip(4)?;
    let mut body = at.take(n);
    let mut lost = false;
    bitmap(cx, c, |cx, attribute| {
        // Behind one that is not read nothing is found.
        if !lost {
            lost = !value(cx, attribute, &mut body)?;
        }
        Ok(())
    })?;
    *c = at;
    c.skip((n.wrapping_neg() & 3).min(c.left()))
}

/// The value of an attribute; `false` when it is not read.
fn value<S: Sink>(cx: &mut Cx<'_, S>, attribute: u32, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let field = match attribute {
        0 | 75 => {
            wanted(cx, c)?;
            return Ok(true);
        }
        1 => NFS_FTYPE4,
        2 => FATTR4_FH_EXPIRE_TYPE,
        3 => CHANGEID4,
        4 => FATTR4_SIZE,
        8 => {
            xdr::part(cx, "fattr4_fsid", c, |cx, c, _| {
                cx.u64(FSID4_MAJOR, c)?;
                cx.u64(FSID4_MINOR, c).map(|_| ())
            })?;
            return Ok(true);
        }
        10 => FATTR4_LEASE_TIME,
        11 => NFSSTAT4,
        13 => {
            let bits = [
                FATTR4_ACLSUPPORT_ALLOW_ACL,
                FATTR4_ACLSUPPORT_DENY_ACL,
                FATTR4_ACLSUPPORT_AUDIT_ACL,
                FATTR4_ACLSUPPORT_ALARM_ACL,
            ];
            named_flags(cx, FATTR4_ACLSUPPORT, c, 4, &bits)?;
            return Ok(true);
        }
        19 => {
            handle(cx, "fattr4_filehandle", c)?;
            return Ok(true);
        }
        20 => FATTR4_FILEID,
        21 => FATTR4_FILES_AVAIL,
        22 => FATTR4_FILES_FREE,
        23 => FATTR4_FILES_TOTAL,
        27 => FATTR4_MAXFILESIZE,
        28 => FATTR4_MAXLINK,
        29 => FATTR4_MAXNAME,
        30 => FATTR4_MAXREAD,
        31 => FATTR4_MAXWRITE,
        33 => {
            named_flags(cx, MODE, c, 4, v2::MODE_BITS)?;
            return Ok(true);
        }
        35 => FATTR4_NUMLINKS,
        36 => {
            xdr::text(cx, "fattr4_owner", FATTR4_OWNER, c)?;
            return Ok(true);
        }
        37 => {
            xdr::text(cx, "fattr4_owner_group", FATTR4_OWNER_GROUP, c)?;
            return Ok(true);
        }
        38 => FATTR4_QUOTA_HARD,
        39 => FATTR4_QUOTA_SOFT,
        40 => FATTR4_QUOTA_USED,
        41 => {
            cx.u32(SPECDATA1, c)?;
            cx.u32(SPECDATA2, c)?;
            return Ok(true);
        }
        42 => FATTR4_SPACE_AVAIL,
        43 => FATTR4_SPACE_FREE,
        44 => FATTR4_SPACE_TOTAL,
        45 => FATTR4_SPACE_USED,
        47 | 49..=53 => {
            parts::moment(cx, c)?;
            return Ok(true);
        }
        48 | 54 => {
            if cx.u32(SET_IT, c)? == 1 {
                parts::moment(cx, c)?;
            }
            return Ok(true);
        }
        55 => FATTR4_MOUNTED_ON_FILEID,
        62 => {
            let n = cx.u32(super::super::super::ARRAY_LEN, c)?;
            for _ in 0..(n as usize).min(c.left() / 4) {
                cx.u32(LAYOUTTYPE, c)?;
            }
            return Ok(true);
        }
        65 => FATTR4_LAYOUT_BLKSIZE,
        _ => return flag(cx, attribute, c),
    };
    cx.field(field, c, 0)?;
    Ok(true)
}

/// The value of an attribute that is true or false.
fn flag<S: Sink>(cx: &mut Cx<'_, S>, attribute: u32, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let field = match attribute {
        5 => FATTR4_LINK_SUPPORT,
        6 => FATTR4_SYMLINK_SUPPORT,
        7 => FATTR4_NAMED_ATTR,
        9 => FATTR4_UNIQUE_HANDLES,
        14 => FATTR4_ARCHIVE,
        15 => FATTR4_CANSETTIME,
        16 => FATTR4_CASE_INSENSITIVE,
        17 => FATTR4_CASE_PRESERVING,
        18 => FATTR4_CHOWN_RESTRICTED,
        25 => FATTR4_HIDDEN,
        26 => FATTR4_HOMOGENEOUS,
        34 => FATTR4_NO_TRUNC,
        46 => FATTR4_SYSTEM,
        _ => return Ok(false),
    };
    xdr::boolean(cx, field, c)?;
    Ok(true)
}
