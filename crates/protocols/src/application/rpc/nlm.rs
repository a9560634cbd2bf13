//! Network Lock Manager, X/Open XNFS chapter 10: locks of files over NFS.

use super::{Asked, nfs, xdr};
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    NLM "nlm" "Network Lock Manager Protocol" "NLM" App
    on []
    fields {
        PROCEDURE_V1 "nlm.procedure_v1" "V1 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        PROCEDURE_V2 "nlm.procedure_v2" "V2 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        PROCEDURE_V3 "nlm.procedure_v3" "V3 Procedure": U32 Dec = PROCEDURE_V3_NAMES;
        PROCEDURE_V4 "nlm.procedure_v4" "V4 Procedure": U32 Dec = PROCEDURE_V3_NAMES;
        COOKIE "nlm.cookie" "cookie": Bytes;
        BLOCK "nlm.block" "block": Bool = Names::Bools("Yes", "No");
        EXCLUSIVE "nlm.exclusive" "exclusive": Bool = Names::Bools("Yes", "No");
        LOCK "nlm.lock" "lock": None;
        LOCK_CALLER_NAME "nlm.lock.caller_name" "caller_name": Str;
        LOCK_OWNER "nlm.lock.owner" "owner": Bytes;
        LOCK_SVID "nlm.lock.svid" "svid": U32 Dec;
        LOCK_L_OFFSET64 "nlm.lock.l_offset64" "l_offset": U64 Dec;
        LOCK_L_OFFSET "nlm.lock.l_offset" "l_offset": U32 Dec;
        LOCK_L_LEN64 "nlm.lock.l_len64" "l_len": U64 Dec;
        LOCK_L_LEN "nlm.lock.l_len" "l_len": U32 Dec;
        RECLAIM "nlm.reclaim" "reclaim": Bool = Names::Bools("Yes", "No");
        STATE "nlm.state" "state": U32 Dec;
        STAT "nlm.stat" "stat": U32 Dec = STAT_NAMES;
        TEST_STAT "nlm.test_stat" "test_stat": None;
        TEST_STAT_STAT "nlm.test_stat.stat" "stat": U32 Dec = STAT_NAMES;
        HOLDER "nlm.holder" "holder": None;
        SHARE "nlm.share" "share": None;
        SHARE_MODE "nlm.share.mode" "mode": U32 Dec = SHARE_MODE_NAMES;
        SHARE_ACCESS "nlm.share.access" "access": U32 Dec = SHARE_ACCESS_NAMES;
        SHARE_NAME "nlm.share.name" "name": Str;
        SEQUENCE "nlm.sequence" "sequence": I32 Dec;
        MSG_IN "nlm.msg_in" "Request MSG in": U32 Dec;
        RES_IN "nlm.res_in" "Reply RES in": U32 Dec;
        TIME "nlm.time" "Time from request": RelTime;
    }
}

names! {
    PROCEDURE_V1_NAMES {
        0 => "NULL",
        1 => "TEST",
        2 => "LOCK",
        3 => "CANCEL",
        4 => "UNLOCK",
        5 => "GRANTED",
        6 => "TEST_MSG",
        7 => "LOCK_MSG",
        8 => "CANCEL_MSG",
        9 => "UNLOCK_MSG",
        10 => "GRANTED_MSG",
        11 => "TEST_RES",
        12 => "LOCK_RES",
        13 => "CANCEL_RES",
        14 => "UNLOCK_RES",
        15 => "GRANTED_RES",
    }
    PROCEDURE_V3_NAMES {
        0 => "NULL",
        1 => "TEST",
        2 => "LOCK",
        3 => "CANCEL",
        4 => "UNLOCK",
        5 => "GRANTED",
        6 => "TEST_MSG",
        7 => "LOCK_MSG",
        8 => "CANCEL_MSG",
        9 => "UNLOCK_MSG",
        10 => "GRANTED_MSG",
        11 => "TEST_RES",
        12 => "LOCK_RES",
        13 => "CANCEL_RES",
        14 => "UNLOCK_RES",
        15 => "GRANTED_RES",
        20 => "SHARE",
        21 => "UNSHARE",
        22 => "NM_LOCK",
        23 => "FREE_ALL",
    }
    STAT_NAMES {
        0 => "NLM_GRANTED",
        1 => "NLM_DENIED",
        2 => "NLM_DENIED_NOLOCKS",
        3 => "NLM_BLOCKED",
        4 => "NLM_DENIED_GRACE_PERIOD",
        5 => "NLM_DEADLCK",
        6 => "NLM_ROFS",
        7 => "NLM_STALE_FH",
        8 => "NLM_BIG",
        9 => "NLM_FAILED",
    }
    SHARE_MODE_NAMES {
        0 => "deny none",
        1 => "deny read",
        2 => "deny write",
        3 => "deny read/write",
    }
    SHARE_ACCESS_NAMES {
        0 => "no access",
        1 => "read-only",
        2 => "write-only",
        3 => "read/write",
    }
}

pub(super) fn procedures(version: u32) -> Names {
    match version {
        1 | 2 => PROCEDURE_V1_NAMES,
        3 | 4 => PROCEDURE_V3_NAMES,
        _ => Names::None,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asked = Asked::of(cx);
    cx.protocol("NLM");
    let field = match asked.version {
        1 => PROCEDURE_V1,
        2 => PROCEDURE_V2,
        3 => PROCEDURE_V3,
        _ => PROCEDURE_V4,
    };
    asked.show(cx, field, &c);
    let (c, wide) = (&mut c, asked.version == 4);
    match (asked.procedure, asked.reply) {
        (0 | 6..=15, true) => Ok(()),
        // TEST and its message.
        (1 | 6, false) => {
            cookie(cx, c)?;
            xdr::boolean(cx, EXCLUSIVE, c)?;
            lock(cx, wide, c)
        }
        // LOCK, NM_LOCK.
        (2 | 7 | 22, false) => {
            cookie(cx, c)?;
            xdr::boolean(cx, BLOCK, c)?;
            xdr::boolean(cx, EXCLUSIVE, c)?;
            lock(cx, wide, c)?;
            xdr::boolean(cx, RECLAIM, c)?;
            cx.u32(STATE, c).map(|_| ())
        }
        // CANCEL.
        (3 | 8, false) => {
            cookie(cx, c)?;
            xdr::boolean(cx, BLOCK, c)?;
            xdr::boolean(cx, EXCLUSIVE, c)?;
            lock(cx, wide, c)
        }
        // UNLOCK, GRANTED.
        (4 | 9, false) => {
            cookie(cx, c)?;
            lock(cx, wide, c)
        }
        (5 | 10, false) => {
            cookie(cx, c)?;
            xdr::boolean(cx, EXCLUSIVE, c)?;
            lock(cx, wide, c)
        }
        (1, true) | (11, false) => {
            cookie(cx, c)?;
            test_result(cx, wide, c)
        }
        (2..=5 | 22, true) | (12..=15, false) => {
            cookie(cx, c)?;
            cx.u32(STAT, c).map(|_| ())
        }
        (20 | 21, false) => share(cx, c),
        (20 | 21, true) => {
            cookie(cx, c)?;
            cx.u32(STAT, c)?;
            cx.field(SEQUENCE, c, 4).map(|_| ())
        }
        (23, false) => {
            xdr::text(cx, "Name", SHARE_NAME, c)?;
            cx.u32(STATE, c).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn cookie<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::opaque(cx, "cookie", COOKIE, c).map(|_| ())
}

/// Whose lock it is, of which file, from where to where.
fn lock<S: Sink>(cx: &mut Cx<'_, S>, wide: bool, c: &mut Cursor<'_>) -> Step {
    xdr::part_of(cx, LOCK, c, |cx, c, _| {
        xdr::text(cx, "caller_name", LOCK_CALLER_NAME, c)?;
        let (handle, _) = nfs::handle(cx, "fh", c)?;
        cx.info_add(|o| _ = o.s(" FH:").hex(handle, 8));
        xdr::opaque(cx, "owner", LOCK_OWNER, c)?;
        let svid = cx.u32(LOCK_SVID, c)?;
        cx.info_add(|o| _ = o.s(" svid:").u(svid));
        range(cx, wide, c)
    })
}

fn range<S: Sink>(cx: &mut Cx<'_, S>, wide: bool, c: &mut Cursor<'_>) -> Step {
    let (from, len) = if wide {
        (cx.u64(LOCK_L_OFFSET64, c)?, cx.u64(LOCK_L_LEN64, c)?)
    } else {
        (u64::from(cx.u32(LOCK_L_OFFSET, c)?), u64::from(cx.u32(LOCK_L_LEN, c)?))
    };
    cx.info_add(|o| _ = o.s(" pos:").u(from).c(b'-').u(len));
    Ok(())
}

fn test_result<S: Sink>(cx: &mut Cx<'_, S>, wide: bool, c: &mut Cursor<'_>) -> Step {
    xdr::part_of(cx, TEST_STAT, c, |cx, c, _| {
        // One holds the lock already.
        if cx.u32(TEST_STAT_STAT, c)? != 1 {
            return Ok(());
        }
        xdr::part_of(cx, HOLDER, c, |cx, c, _| {
            xdr::boolean(cx, EXCLUSIVE, c)?;
            cx.u32(LOCK_SVID, c)?;
            xdr::opaque(cx, "owner", LOCK_OWNER, c)?;
            range(cx, wide, c)
        })
    })
}

fn share<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cookie(cx, c)?;
    xdr::part_of(cx, SHARE, c, |cx, c, _| {
        xdr::text(cx, "caller_name", LOCK_CALLER_NAME, c)?;
        nfs::handle(cx, "fh", c)?;
        xdr::opaque(cx, "owner", LOCK_OWNER, c)?;
        cx.u32(SHARE_MODE, c)?;
        cx.u32(SHARE_ACCESS, c).map(|_| ())
    })?;
    xdr::boolean(cx, RECLAIM, c).map(|_| ())
}
