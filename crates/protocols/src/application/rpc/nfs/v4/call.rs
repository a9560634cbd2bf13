//! Arguments of operations.

use super::*;

/// Shows them; `false` when they are not read.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    op: u32,
    known: &mut Known,
    c: &mut Cursor<'_>,
) -> Result<bool, Stop> {
    match op {
        // ACCESS.
        3 => {
            known.say_handle(" FH: ");
            let asked = c.peek_u32(0)?;
            let item = cx.field(ACCESS_CHECK, &mut c.clone(), 4)?;
            rights(cx, item, asked, asked, true, c);
            known.say(|o| short(o, ", [Check:", asked));
            c.skip(4)?;
        }
        // CLOSE.
        4 => {
            cx.u32(SEQID, c)?;
            parts::said_stateid(cx, known, c)?;
        }
        // COMMIT.
        5 => {
            known.say_handle(" FH: ");
            let (offset, count) = (cx.u64(OFFSET4, c)?, cx.u32(COUNT4, c)?);
            known.say(|o| _ = o.s(" Offset: ").u(offset).s(" Len: ").u(count));
        }
        // CREATE.
        6 => {
            let kind = cx.u32(NFS_FTYPE4, c)?;
            match kind {
                5 => _ = xdr::text(cx, "linkdata", SYMLINK_LINKTEXT, c)?,
                3 | 4 => {
                    cx.u32(SPECDATA1, c)?;
                    cx.u32(SPECDATA2, c)?;
                }
                _ => (),
            }
            component(cx, known, " DH: ", c)?;
            attributes::values(cx, c)?;
        }
        7 => _ = cx.u64(CLIENTID, c)?,
        // DELEGRETURN.
        8 => parts::said_stateid(cx, known, c)?,
        // GETATTR, VERIFY, NVERIFY.
        9 => {
            known.say_handle(" FH: ");
            attributes::wanted(cx, c)?;
        }
        17 | 37 => attributes::values(cx, c)?,
        // GETFH, LOOKUPP, PUTPUBFH, PUTROOTFH, READLINK, RESTOREFH, SAVEFH.
        10 | 16 | 23 | 24 | 27 | 31 | 32 => (),
        // LINK, LOOKUP, REMOVE, SECINFO.
        11 | 15 | 28 | 33 => component(cx, known, " DH: ", c)?,
        12 => lock(cx, known, c)?,
        // LOCKT.
        13 => {
            known.say_handle(" FH: ");
            cx.u32(LOCKTYPE4, c)?;
            parts::range(cx, known, c)?;
            parts::owner(cx, LOCK_OWNER4, c)?;
        }
        // LOCKU.
        14 => {
            known.say_handle(" FH: ");
            cx.u32(LOCKTYPE4, c)?;
            cx.u32(SEQID, c)?;
            parts::stateid(cx, c)?;
            parts::range(cx, known, c)?;
        }
        18 => open(cx, known, c)?,
        19 => _ = xdr::boolean(cx, OPENATTR4_CREATEDIR, c)?,
        // OPEN_CONFIRM.
        20 => {
            parts::stateid(cx, c)?;
            cx.u32(SEQID, c)?;
        }
        // OPEN_DOWNGRADE.
        21 => {
            parts::said_stateid(cx, known, c)?;
            cx.u32(SEQID, c)?;
            cx.u32(OPEN4_SHARE_ACCESS, c)?;
            cx.u32(OPEN4_SHARE_DENY, c)?;
        }
        // PUTFH.
        22 => {
            let (hash, _) = handle(cx, "FileHandle", c)?;
            known.handle = Some(hash);
        }
        // READ.
        25 => {
            parts::said_stateid(cx, known, c)?;
            let (offset, count) = (cx.u64(OFFSET4, c)?, cx.u32(COUNT4, c)?);
            known.say(|o| _ = o.s(" Offset: ").u(offset).s(" Len: ").u(count));
        }
        // READDIR.
        26 => {
            known.say_handle(" FH: ");
            cx.u64(COOKIE4, c)?;
            cx.u64(COOKIE_VERF4, c)?;
            cx.u32(DIRCOUNT, c)?;
            cx.u32(MAXCOUNT, c)?;
            attributes::wanted(cx, c)?;
        }
        // RENAME.
        29 => {
            let from = xdr::text(cx, "Name", PATHNAME_COMPONENT, c)?;
            let to = xdr::text(cx, "Name", PATHNAME_COMPONENT, c)?;
            known.say(|o| _ = o.s(" From: ").text(from).s(" To: ").text(to));
        }
        // RENEW, DESTROY_CLIENTID.
        30 | 57 => {
            let id = cx.u64(CLIENTID, c)?;
            if op == 30 {
                known.say(|o| _ = o.s(" CID: ").hex((id >> 48) as u16, 4));
            }
        }
        // SETATTR.
        34 => {
            known.say_handle(" FH: ");
            parts::stateid(cx, c)?;
            attributes::values(cx, c)?;
        }
        35 => set_client(cx, c)?,
        36 => {
            cx.u64(CLIENTID, c)?;
            cx.u64(VERIFIER4, c)?;
        }
        // WRITE.
        38 => {
            parts::said_stateid(cx, known, c)?;
            let offset = cx.u64(OFFSET4, c)?;
            cx.u32(STABLE_HOW4, c)?;
            let n = c.peek_u32(0)?;
            cx.add(WRITE_DATA_LENGTH, c.span(4), Value::U(u64::from(n)));
            known.say(|o| _ = o.s(" Offset: ").u(offset).s(" Len: ").u(n));
            xdr::opaque(cx, "Data", DATA, c)?;
        }
        42 => exchange_id(cx, c)?,
        43 => return create_session(cx, c),
        44 => _ = cx.bytes(SESSION_ID4, c, 16)?,
        // FREE_STATEID.
        45 => _ = parts::stateid(cx, c)?,
        52 => _ = cx.u32(SECINFO_STYLE, c)?,
        // SEQUENCE.
        53 => {
            cx.bytes(SESSION_ID4, c, 16)?;
            cx.u32(SEQID, c)?;
            cx.u32(SLOTID, c)?;
            cx.u32(HIGH_SLOTID, c)?;
            xdr::boolean(cx, CACHETHIS4, c)?;
        }
        58 => _ = xdr::boolean(cx, RECLAIM_ONE_FS4, c)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// A name in the current directory.
fn component<S: Sink>(cx: &mut Cx<'_, S>, known: &mut Known, before: &str, c: &mut Cursor<'_>) -> Step {
    let name = xdr::text(cx, "Name", PATHNAME_COMPONENT, c)?;
    known.say_handle(before);
    known.say(|o| _ = o.c(b'/').text(name));
    Ok(())
}

fn lock<S: Sink>(cx: &mut Cx<'_, S>, known: &mut Known, c: &mut Cursor<'_>) -> Step {
    known.say_handle(" FH: ");
    cx.u32(LOCKTYPE4, c)?;
    xdr::boolean(cx, LOCK_RECLAIM, c)?;
    parts::range(cx, known, c)?;
    if xdr::boolean(cx, LOCK_LOCKER_NEW_LOCK_OWNER, c)? {
        cx.u32(SEQID, c)?;
        parts::stateid(cx, c)?;
        cx.u32(LOCK_SEQID, c)?;
        parts::owner(cx, LOCK_OWNER4, c)
    } else {
        parts::stateid(cx, c)?;
        cx.u32(LOCK_SEQID, c).map(|_| ())
    }
}

fn open<S: Sink>(cx: &mut Cx<'_, S>, known: &mut Known, c: &mut Cursor<'_>) -> Step {
    cx.u32(SEQID, c)?;
    cx.u32(OPEN4_SHARE_ACCESS, c)?;
    cx.u32(OPEN4_SHARE_DENY, c)?;
    parts::owner(cx, OPEN_OWNER4, c)?;
    let create = c.peek_u32(0)? == 1;
    let item = cx.field(OPEN_OPENTYPE, c, 4)?;
    if create {
        cx.under(item, |cx| -> Step {
            let mode = cx.u32(CREATEMODE4, c)?;
            if mode >= 2 {
                cx.u64(VERIFIER4, c)?;
            }
            if mode != 2 { attributes::values(cx, c) } else { Ok(()) }
        })?;
    }
    let claim = c.peek_u32(0)?;
    let item = cx.field(OPEN_CLAIM_TYPE, c, 4)?;
    cx.under(item, |cx| match claim {
        0 | 3 => component(cx, known, " DH: ", c),
        1 => cx.u32(OPEN_DELEGATION_TYPE, c).map(|_| ()),
        2 => {
            parts::stateid(cx, c)?;
            component(cx, known, " DH: ", c)
        }
        5 => parts::stateid(cx, c).map(|_| ()),
        _ => Ok(()),
    })
}

fn set_client<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, "client", c, |cx, c, _| {
        cx.u64(VERIFIER4, c)?;
        xdr::opaque(cx, "id", NFS_CLIENT_ID4_ID, c).map(|_| ())
    })?;
    xdr::part(cx, "callback", c, |cx, c, _| {
        cx.u32(CB_PROGRAM, c)?;
        xdr::part(cx, "cb_location", c, |cx, c, _| {
            xdr::text(cx, "r_netid", R_NETID, c)?;
            xdr::text(cx, "r_addr", R_ADDR, c).map(|_| ())
        })
    })?;
    cx.u32(CALLBACK_IDENT, c).map(|_| ())
}

pub(super) const EXCHANGE_BITS: &[Field] = &[
    EXCHANGE_ID_FLAGS_CONFIRMED_R,
    EXCHANGE_ID_FLAGS_CONFIRMED_REC_A,
    EXCHANGE_ID_FLAGS_PNFS_DS,
    EXCHANGE_ID_FLAGS_PNFS_MDS,
    EXCHANGE_ID_FLAGS_NON_PNFS,
    EXCHANGE_ID_FLAGS_BIND_PRINC,
    EXCHANGE_ID_FLAGS_MOVED_MIGR,
    EXCHANGE_ID_FLAGS_MOVED_REFER,
];
pub(super) const SESSION_BITS: &[Field] =
    &[CREATE_SESSION_FLAGS_PERSIST, CREATE_SESSION_FLAGS_CONN_BACK_CHAN, CREATE_SESSION_FLAGS_CONN_RDMA];

fn exchange_id<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, "eia_clientowner", c, |cx, c, _| {
        cx.u64(VERIFIER4, c)?;
        xdr::opaque(cx, "Data", DATA, c)?;
        named_flags(cx, EXCHANGE_ID_CALL_FLAGS, c, 4, EXCHANGE_BITS)
    })?;
    // What protects states with keys is not read.
    if cx.u32(EXCHANGE_ID_STATE_PROTECT, c)? != 0 {
        return Ok(());
    }
    parts::implementation(cx, "eia_client_impl_id", c)
}

fn create_session<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    cx.u64(CLIENTID, c)?;
    cx.u32(SEQID, c)?;
    named_flags(cx, CREATE_SESSION_FLAGS, c, 4, SESSION_BITS)?;
    parts::channel(cx, "csa_fore_chan_attrs", c)?;
    parts::channel(cx, "csa_back_chan_attrs", c)?;
    cx.u32(CB_PROGRAM, c)?;
    let n = c.peek_u32(0)?;
    c.skip(4)?;
    for _ in 0..(n as usize).min(c.left() / 4) {
        match cx.u32(FLAVOR4, c)? {
            0 => (),
            1 => {
                cx.u32(STAMP4, c)?;
                xdr::text(cx, "machine name", MACHINENAME4, c)?;
                cx.u32(UID4, c)?;
                cx.u32(GID4, c)?;
                let n = c.peek_u32(0)? as usize;
                c.skip(4)?;
                c.skip(n.saturating_mul(4))?;
            }
            _ => return Ok(false),
        }
    }
    Ok(true)
}
