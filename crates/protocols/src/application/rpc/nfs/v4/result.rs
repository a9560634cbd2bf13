//! Results of operations.

use super::*;

/// Shows one; `false` when it is not read.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    op: u32,
    known: &mut Known,
    c: &mut Cursor<'_>,
) -> Result<bool, Stop> {
    let at = *c;
    let status = status_of(cx, NFSSTAT4, c)?;
    cx.hidden(STATUS, at.span(4), Value::U(u64::from(status)));
    if status != 0 {
        known.say(|o| _ = o.s(" Status: ").s(NFSSTAT4_NAMES.or(u64::from(status), "Unknown")));
        // SETATTR tells what it did all the same; nothing follows an operation that failed.
        return Ok(false);
    }
    match op {
        // ACCESS.
        3 => {
            let supported = c.peek_u32(0)?;
            let item = cx.field(ACCESS_SUPPORTED, &mut c.clone(), 4)?;
            cx.under(item, |cx| {
                for (field, bit) in SUPPORTED.iter().zip(RIGHTS).filter(|(_, r)| supported & r.3 != 0) {
                    cx.add(*field, c.span(4), Value::U(u64::from(bit.3 != 0)));
                }
            });
            c.skip(4)?;
            let given = c.peek_u32(0)?;
            let item = cx.field(ACCESS_RIGHTS, &mut c.clone(), 4)?;
            rights(cx, item, supported, given, false, c);
            known.say(|o| {
                if supported & !given != 0 {
                    short(o, ", [Access Denied:", supported & !given);
                }
                if supported & given != 0 {
                    short(o, ", [Allowed:", supported & given);
                }
            });
            c.skip(4)?;
        }
        // CLOSE: the state is gone. OPEN_CONFIRM, OPEN_DOWNGRADE, LOCKU, LOCK.
        4 | 12 | 14 | 20 | 21 => _ = parts::stateid(cx, c)?,
        5 => _ = cx.u64(VERIFIER4, c)?,
        // CREATE.
        6 => {
            parts::change_info(cx, "change_info", c)?;
            attributes::wanted(cx, c)?;
        }
        9 => attributes::values(cx, c)?,
        10 => _ = handle(cx, "Filehandle", c)?,
        // LINK, REMOVE.
        11 | 28 => parts::change_info(cx, "change_info", c)?,
        18 => return open(cx, known, c),
        // READ.
        25 => {
            cx.u32(EOF, c)?;
            let n = c.peek_u32(0)?;
            cx.add(READ_DATA_LENGTH, c.span(4), Value::U(u64::from(n)));
            xdr::opaque(cx, "Data", DATA, c)?;
        }
        26 => directory(cx, c)?,
        27 => {
            let to = xdr::text(cx, "Name", SYMLINK_LINKTEXT, c)?;
            known.say(|o| _ = o.c(b' ').text(to));
        }
        // RENAME.
        29 => {
            parts::change_info(cx, "source_cinfo", c)?;
            parts::change_info(cx, "target_cinfo", c)?;
        }
        33 | 52 => return security(cx, c),
        34 => attributes::wanted(cx, c)?,
        35 => {
            cx.u64(CLIENTID, c)?;
            cx.u64(VERIFIER4, c)?;
        }
        // WRITE.
        38 => {
            cx.u32(COUNT4, c)?;
            cx.u32(STABLE_HOW4, c)?;
            cx.u64(VERIFIER4, c)?;
        }
        42 => exchange_id(cx, c)?,
        43 => {
            cx.bytes(SESSION_ID4, c, 16)?;
            cx.u32(SEQID, c)?;
            named_flags(cx, CREATE_SESSION_FLAGS, c, 4, call::SESSION_BITS)?;
            parts::channel(cx, "csr_fore_chan_attrs", c)?;
            parts::channel(cx, "csr_back_chan_attrs", c)?;
        }
        // SEQUENCE.
        53 => {
            cx.bytes(SESSION_ID4, c, 16)?;
            for field in [SEQID, SLOTID, HIGH_SLOTID, TARGET_HIGH_SLOTID] {
                cx.u32(field, c)?;
            }
            named_flags(cx, SEQUENCE_FLAGS, c, 4, SEQUENCE_BITS)?;
        }
        // These give their status alone.
        7 | 8 | 13 | 15..=17 | 19 | 22..=24 | 30..=32 | 36 | 37 | 44 | 45 | 57 | 58 => (),
        _ => return Ok(false),
    }
    Ok(true)
}

const SUPPORTED: &[Field] = &[
    ACCESS_SUPP_READ,
    ACCESS_SUPP_LOOKUP,
    ACCESS_SUPP_MODIFY,
    ACCESS_SUPP_EXTEND,
    ACCESS_SUPP_DELETE,
    ACCESS_SUPP_EXECUTE,
    ACCESS_SUPP_XATTR_READ,
    ACCESS_SUPP_XATTR_WRITE,
    ACCESS_SUPP_XATTR_LIST,
];
const SEQUENCE_BITS: &[Field] = &[
    SEQUENCE_FLAGS_CB_PATH_DOWN,
    SEQUENCE_FLAGS_CB_GSS_CONTEXTS_EXPIRING,
    SEQUENCE_FLAGS_CB_GSS_CONTEXTS_EXPIRED,
    SEQUENCE_FLAGS_EXPIRED_ALL_STATE_REVOKED,
    SEQUENCE_FLAGS_EXPIRED_SOME_STATE_REVOKED,
    SEQUENCE_FLAGS_ADMIN_STATE_REVOKED,
    SEQUENCE_FLAGS_RECALLABLE_STATE_REVOKED,
    SEQUENCE_FLAGS_LEASE_MOVED,
    SEQUENCE_FLAGS_RESTART_RECLAIM_NEEDED,
    SEQUENCE_FLAGS_CB_PATH_DOWN_SESSION,
    SEQUENCE_FLAGS_BACKCHANNEL_FAULT,
    SEQUENCE_FLAGS_DEVID_CHANGED,
    SEQUENCE_FLAGS_DEVID_DELETED,
];

fn open<S: Sink>(cx: &mut Cx<'_, S>, known: &mut Known, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    parts::said_stateid(cx, known, c)?;
    parts::change_info(cx, "change_info", c)?;
    let bits = [
        OPEN_RFLAGS_CONFIRM,
        OPEN_RFLAGS_LOCKTYPE_POSIX,
        OPEN_RFLAGS_PRESERVE_UNLINKED,
        OPEN_RFLAGS_MAY_NOTIFY_LOCK,
    ];
    named_flags(cx, OPEN_RFLAGS, c, 4, &bits)?;
    attributes::wanted(cx, c)?;
    let kind = c.peek_u32(0)?;
    let item = cx.field(OPEN_DELEGATION_TYPE, c, 4)?;
    cx.under(item, |cx| -> Result<bool, Stop> {
        match kind {
            0 => return Ok(true),
            1 | 2 => (),
            3 => {
                // Whether the server will tell later is said for two of the reasons.
                let why = cx.u32(OPEN_WHY_NO_DELEGATION, c)?;
                if matches!(why, 1 | 2) {
                    c.skip(4)?;
                }
                return Ok(true);
            }
            _ => return Ok(false),
        }
        parts::stateid(cx, c)?;
        xdr::boolean(cx, RECALL, c)?;
        if kind == 2 {
            if cx.u32(OPEN_LIMIT_BY, c)? == 1 {
                cx.u64(FILESIZE, c)?;
            } else {
                cx.u32(NUM_BLOCKS, c)?;
                cx.u32(BYTES_PER_BLOCK, c)?;
            }
        }
        let item = cx.field(ACETYPE4, c, 4)?;
        cx.under(item, |cx| -> Step {
            let bits = [
                ACEFLAG4_FILE_INHERIT,
                ACEFLAG4_DIR_INHERIT,
                ACEFLAG4_NO_PROP_INHERIT,
                ACEFLAG4_INHERIT_ONLY,
                ACEFLAG4_SUCCESSFUL_ACCESS,
                ACEFLAG4_FAILED_ACCESS,
                ACEFLAG4_ID_GROUP,
                ACEFLAG4_INHERITED_ACE,
            ];
            named_flags(cx, ACEFLAGS4, c, 4, &bits)?;
            let mask = c.peek_u32(0)?;
            let at = c.span(4);
            let item = cx.field(ACEMASK4, c, 4)?;
            cx.under(item, |cx| {
                for bit in (0..32).filter(|b| mask >> b & 1 != 0) {
                    cx.add(ACE_PERM4, at, Value::U(1 << bit));
                }
            });
            xdr::text(cx, "Who", WHO, c).map(|_| ())
        })?;
        Ok(true)
    })
}

fn directory<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u64(VERIFIER4, c)?;
    xdr::part(cx, "Directory Listing", c, |cx, c, _| {
        // Every entry takes at least its mark away.
        while xdr::boolean(cx, VALUE_FOLLOWS, c)? {
            xdr::part(cx, "Entry: ", c, |cx, c, line| {
                cx.u64(COOKIE4, c)?;
                let name = xdr::text(cx, "Name", ENTRY_NAME, c)?;
                cx.append(line, |o| _ = o.text(name));
                attributes::values(cx, c)
            })?;
        }
        xdr::boolean(cx, DIRLIST4_EOF, c).map(|_| ())
    })
}

/// Methods of authentication that a directory allows.
fn security<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    xdr::part_of(cx, FLAVORS_INFO, c, |cx, c, _| {
        let n = cx.u32(super::super::super::ARRAY_LEN, c)?;
        for _ in 0..(n as usize).min(c.left() / 4) {
            let flavor = c.peek_u32(0)?;
            let item = cx.field(SECINFO_FLAVOR, c, 4)?;
            if flavor == 6 {
                cx.under(item, |cx| {
                    xdr::opaque(cx, "oid", SECINFO_FLAVOR_INFO_RPCSEC_GSS_INFO_OID, c).map(|_| ())
                })?;
                cx.under(item, |cx| -> Step {
                    cx.u32(SECINFO_FLAVOR_INFO_RPCSEC_GSS_INFO_QOP, c)?;
                    cx.u32(SECINFO_RPCSEC_GSS_INFO_SERVICE, c).map(|_| ())
                })?;
            }
        }
        Ok(true)
    })
}

fn exchange_id<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u64(CLIENTID, c)?;
    cx.u32(SEQID, c)?;
    named_flags(cx, EXCHANGE_ID_REPLY_FLAGS, c, 4, call::EXCHANGE_BITS)?;
    if cx.u32(EXCHANGE_ID_STATE_PROTECT, c)? != 0 {
        return Ok(());
    }
    xdr::part(cx, "eir_server_owner", c, |cx, c, _| {
        cx.u64(MINORID4, c)?;
        xdr::opaque(cx, "major ID", MAJORID4, c).map(|_| ())
    })?;
    xdr::opaque(cx, "server scope", SCOPE, c)?;
    parts::implementation(cx, "eir_server_impl_id", c)
}
