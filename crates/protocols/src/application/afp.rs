//! Apple Filing Protocol: which commands are asked for and answered, and parameters of volumes.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Time, Value, names, proto};

proto! {
    AFP "afp" "Apple Filing Protocol" "AFP" App
    on []
    fields {
        COMMAND "afp.command" "Command": U8 Dec = COMMAND_NAMES;
        PAD "afp.pad" "Pad": None;
        RESPONSE_TO "afp.response_to" "Response to": Framenum;
        TIME "afp.time" "Time from request": RelTime;
        VOL_BITMAP "afp.vol_bitmap" "Bitmap": U16 Hex;
        VOL_BITMAP_ATTRIBUTES "afp.vol_bitmap.attributes" "Attributes": Bool(16) & 0x1;
        VOL_ATTRIBUTES "afp.vol_attributes" "Attributes": U16 Hex;
        VOL_BITMAP_SIGNATURE "afp.vol_bitmap.signature" "Signature": Bool(16) & 0x2;
        VOL_BITMAP_CREATE_DATE "afp.vol_bitmap.create_date" "Creation date": Bool(16) & 0x4;
        VOL_BITMAP_MOD_DATE "afp.vol_bitmap.mod_date" "Modification date": Bool(16) & 0x8;
        VOL_BITMAP_BACKUP_DATE "afp.vol_bitmap.backup_date" "Backup date": Bool(16) & 0x10;
        VOL_BITMAP_ID "afp.vol_bitmap.id" "ID": Bool(16) & 0x20;
        VOL_BITMAP_BYTES_FREE "afp.vol_bitmap.bytes_free" "Bytes free": Bool(16) & 0x40;
        VOL_BITMAP_BYTES_TOTAL "afp.vol_bitmap.bytes_total" "Bytes total": Bool(16) & 0x80;
        VOL_BITMAP_NAME "afp.vol_bitmap.name" "Name": Bool(16) & 0x100;
        VOL_BITMAP_EX_BYTES_FREE "afp.vol_bitmap.ex_bytes_free" "Extended bytes free": Bool(16) & 0x200;
        VOL_BITMAP_EX_BYTES_TOTAL "afp.vol_bitmap.ex_bytes_total" "Extended bytes total": Bool(16) & 0x400;
        VOL_BITMAP_BLOCK_SIZE "afp.vol_bitmap.block_size" "Block size": Bool(16) & 0x800;
        VOL_NAME "afp.vol_name" "Volume": UintStr;
        VOL_ID "afp.vol_id" "Volume id": U32 Dec;
        VOL_SIGNATURE "afp.vol_signature" "Signature": U16 Dec = VOL_SIGNATURE_NAMES;
        VOL_NAME_OFFSET "afp.vol_name_offset" "Volume name offset": U16 Dec;
        VOL_CREATION_DATE "afp.vol_creation_date" "Creation date": AbsTime;
        VOL_MODIFICATION_DATE "afp.vol_modification_date" "Modification date": AbsTime;
        VOL_BACKUP_DATE "afp.vol_backup_date" "Backup date": AbsTime;
        VOL_BYTES_FREE "afp.vol_bytes_free" "Bytes free": U32 Dec;
        VOL_BYTES_TOTAL "afp.vol_bytes_total" "Bytes total": U32 Dec;
        VOL_EX_BYTES_FREE "afp.vol_ex_bytes_free" "Extended bytes free": U64 Dec;
        VOL_EX_BYTES_TOTAL "afp.vol_ex_bytes_total" "Extended bytes total": U64 Dec;
        VOL_BLOCK_SIZE "afp.vol_block_size" "Block size": U32 Dec;
    }
}

names! {
    COMMAND_NAMES {
        1 => "FPByteRangeLock",
        2 => "FPCloseVol",
        3 => "FPCloseDir",
        4 => "FPCloseFork",
        5 => "FPCopyFile",
        6 => "FPCreateDir",
        7 => "FPCreateFile",
        8 => "FPDelete",
        9 => "FPEnumerate",
        10 => "FPFlush",
        11 => "FPFlushFork",
        14 => "FPGetForkParms",
        15 => "FPGetSrvrInfo",
        16 => "FPGetSrvrParms",
        17 => "FPGetVolParms",
        18 => "FPLogin",
        19 => "FPLoginCont",
        20 => "FPLogout",
        21 => "FPMapID",
        22 => "FPMapName",
        23 => "FPMoveAndRename",
        24 => "FPOpenVol",
        25 => "FPOpenDir",
        26 => "FPOpenFork",
        27 => "FPRead",
        28 => "FPRename",
        29 => "FPSetDirParms",
        30 => "FPSetFileParms",
        31 => "FPSetForkParms",
        32 => "FPSetVolParms",
        33 => "FPWrite",
        34 => "FPGetFileDirParms",
        35 => "FPSetFileDirParms",
        36 => "FPChangePassword",
        37 => "FPGetUserInfo",
        38 => "FPGetSrvrMsg",
        39 => "FPCreateID",
        40 => "FPDeleteID",
        41 => "FPResolveID",
        42 => "FPExchangeFiles",
        43 => "FPCatSearch",
        48 => "FPOpenDT",
        49 => "FPCloseDT",
        51 => "FPGetIcon",
        52 => "FPGetIconInfo",
        53 => "FPAddAPPL",
        54 => "FPRemoveAPPL",
        55 => "FPGetAPPL",
        56 => "FPAddComment",
        57 => "FPRemoveComment",
        58 => "FPGetComment",
        59 => "FPByteRangeLockExt",
        60 => "FPReadExt",
        61 => "FPWriteExt",
        63 => "FPLoginExt",
        64 => "FPGetSessionToken",
        65 => "FPDisconnectOldSession",
        66 => "FPEnumerateExt",
        67 => "FPCatSearchExt",
        68 => "FPEnumerateExt2",
        69 => "FPGetExtAttr",
        70 => "FPSetExtAttr",
        71 => "FPRemoveExtAttr",
        73 => "FPGetACL",
        74 => "FPSetACL",
        75 => "FPAccess",
        76 => "FPSpotlightRPC",
        78 => "FPSyncDir",
        79 => "FPSyncFork",
        122 => "FPZzzzz",
        192 => "FPAddIcon",
    }
    VOL_SIGNATURE_NAMES {
        1 => "Flat",
        2 => "Fixed Directory ID",
        3 => "Variable Directory ID (deprecated)",
    }
}

const GET_VOLUME_PARAMETERS: u8 = 17;
/// Seconds from the epoch of Unix to the year 2000, from which times count.
const EPOCH: i64 = 946_684_800;

const BITMAP: [Field; 12] = [
    VOL_BITMAP_ATTRIBUTES,
    VOL_BITMAP_SIGNATURE,
    VOL_BITMAP_CREATE_DATE,
    VOL_BITMAP_MOD_DATE,
    VOL_BITMAP_BACKUP_DATE,
    VOL_BITMAP_ID,
    VOL_BITMAP_BYTES_FREE,
    VOL_BITMAP_BYTES_TOTAL,
    VOL_BITMAP_NAME,
    VOL_BITMAP_EX_BYTES_FREE,
    VOL_BITMAP_EX_BYTES_TOTAL,
    VOL_BITMAP_BLOCK_SIZE,
];

/// Bytes of DSI's header, which stands right before.
const HEAD: usize = 16;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let below = c.pos().checked_sub(HEAD).and_then(|at| c.whole().get(at..)?.first_chunk::<HEAD>());
    let Some(&[flags, _, high, low, e0, e1, e2, e3, ..]) = below else { return Err(Stop::NotMine) };
    let reply = flags == super::dsi::REPLY;
    let (id, error) = (u16::from_be_bytes([high, low]), i32::from_be_bytes([e0, e1, e2, e3]));
    let request = if reply { cx.recalled_by(super::dsi::ID, u64::from(id)) } else { None };
    let command = match (reply, request) {
        (false, _) => c.peek_u8(0)?,
        (true, Some(request)) => request.bytes.first().copied().unwrap_or_default(),
        // Nobody knows what this answers.
        (true, None) => return Err(Stop::NotMine),
    };
    cx.protocol("AFP");
    let name = COMMAND_NAMES.or(u64::from(command), "Unknown function");
    cx.info(|o| {
        o.s(name).s(if reply { " reply" } else { " request" });
        if reply && error != 0 {
            o.s(": ").s(super::dsi::ERROR_CODE_NAMES.or(error as u32 as u64, "Unknown error"));
            o.s(" (").i(error).s(")");
        }
    });
    if let Some(request) = request {
        cx.add(COMMAND, c.span(0), Value::U(u64::from(command)));
        cx.generated(RESPONSE_TO, c.span(0), Value::U(request.frame));
        cx.generated(TIME, c.span(0), cx.meta.time.since(request.time).into());
    } else {
        cx.u8(COMMAND, &mut c)?;
    }
    match command {
        GET_VOLUME_PARAMETERS if reply && error == 0 => volume(cx, c),
        GET_VOLUME_PARAMETERS if !reply => {
            cx.field(PAD, &mut c, 1)?;
            let id = cx.uint(VOL_ID, &mut c, 2)?;
            cx.info_add(|o| _ = o.s(": Vol=").u(id));
            cx.flags(VOL_BITMAP, &mut c, 2, &BITMAP).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn date<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let seconds = c.peek_u32(0)? as i32;
    cx.add(field, c.span(4), Time::new(EPOCH + i64::from(seconds), 0).into());
    c.skip(4)
}

/// The parameters of a volume that the bitmap names, in its order; the name stands behind all others.
fn volume<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (bits, _) = cx.flags(VOL_BITMAP, &mut c, 2, &BITMAP)?;
    let mut named = false;
    for bit in (0..12).filter(|bit| bits >> bit & 1 != 0) {
        match bit {
            0 => _ = cx.field(VOL_ATTRIBUTES, &mut c, 2)?,
            1 => _ = cx.field(VOL_SIGNATURE, &mut c, 2)?,
            2 => date(cx, &mut c, VOL_CREATION_DATE)?,
            3 => date(cx, &mut c, VOL_MODIFICATION_DATE)?,
            4 => date(cx, &mut c, VOL_BACKUP_DATE)?,
            5 => _ = cx.field(VOL_ID, &mut c, 2)?,
            6 => _ = cx.field(VOL_BYTES_FREE, &mut c, 4)?,
            7 => _ = cx.field(VOL_BYTES_TOTAL, &mut c, 4)?,
            8 => {
                named = true;
                cx.u16(VOL_NAME_OFFSET, &mut c)?;
            }
            9 => _ = cx.field(VOL_EX_BYTES_FREE, &mut c, 8)?,
            10 => _ = cx.field(VOL_EX_BYTES_TOTAL, &mut c, 8)?,
            _ => _ = cx.field(VOL_BLOCK_SIZE, &mut c, 4)?,
        }
    }
    if !named {
        return Ok(());
    }
    let n = usize::from(c.peek_u8(0)?);
    c.skip(1)?;
    cx.bytes(VOL_NAME, &mut c, n).map(|_| ())
}
