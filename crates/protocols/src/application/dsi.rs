//! Data Stream Interface: what carries the Apple Filing Protocol over TCP.

use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Key, Names, Past, Pdu, Sink, Step, Stop, names, proto};

proto! {
    DSI "dsi" "Data Stream Interface" "DSI" App
    on [Tcp 548]
    frames sized [pdu_len]
    remember [remember]
    fields {
        FLAGS "dsi.flags" "Flags": U8 Hex = FLAGS_NAMES;
        DSI_COMMAND "dsi.command" "Command": U8 Dec = COMMAND_NAMES;
        REQUESTID "dsi.requestid" "Request ID": U16 Dec;
        DATA_OFFSET "dsi.data_offset" "Data offset": I32 Dec;
        ERROR_CODE "dsi.error_code" "Error code": I32 Dec = ERROR_CODE_NAMES;
        LENGTH "dsi.length" "Length": U32 Dec = Names::Unit(" bytes", " bytes");
        RESERVED "dsi.reserved" "Reserved": U32 Hex;
        OPEN_TYPE "dsi.open_type" "Option": U8 Dec = OPEN_TYPE_NAMES;
        OPEN_LEN "dsi.open_len" "Length": U8 Dec;
        OPEN_QUANTUM "dsi.open_quantum" "Quantum": U32 Dec;
        ATTN_FLAG "dsi.attn_flag" "Flags": U16 Hex & 0xf000 = ATTN_FLAG_NAMES;
        ATTN_FLAG_SHUTDOWN "dsi.attn_flag.shutdown" "Shutdown": Bool(16) & 0x8000;
        ATTN_FLAG_CRASH "dsi.attn_flag.crash" "Crash": Bool(16) & 0x4000;
        ATTN_FLAG_MSG "dsi.attn_flag.msg" "Message": Bool(16) & 0x2000;
        ATTN_FLAG_RECONNECT "dsi.attn_flag.reconnect" "Don't reconnect": Bool(16) & 0x1000;
        ATTN_FLAG_BITMAP "dsi.attn_flag.bitmap" "Bitmap": U16 Hex & 0xfff;
    }
}

names! {
    FLAGS_NAMES {
        0 => "Request",
        1 => "Reply",
    }
    COMMAND_NAMES {
        1 => "CloseSession",
        2 => "Command",
        3 => "GetStatus",
        4 => "OpenSession",
        5 => "Tickle",
        6 => "Write",
        7 => "Unknown",
    }
    pub(super) ERROR_CODE_NAMES {
        0 => "success",
        4294962249 => "user already logged on",
        4294962250 => "password fails policy check",
        4294962251 => "password needs to be changed",
        4294962252 => "shared folder in trash.",
        4294962253 => "folder being shared is inside a shared folder.",
        4294962254 => "password expired",
        4294962255 => "password too short",
        4294962256 => "same password/can't change password",
        4294962257 => "non-existent file id",
        4294962258 => "source file == destination file",
        4294962259 => "catalog has changed",
        4294962260 => "different volume",
        4294962261 => "file already has an id",
        4294962262 => "file thread not found",
        4294962263 => "share point contains a share point",
        4294962264 => "object locked",
        4294962265 => "volume locked",
        4294962266 => "wrong icon type",
        4294962267 => "couldn't find directory",
        4294962268 => "can't rename",
        4294962269 => "server is going down",
        4294962270 => "too many files open",
        4294962271 => "object is the wrong type",
        4294962272 => "command not supported",
        4294962273 => "user not authenticated",
        4294962274 => "session closed",
        4294962275 => "range overlap",
        4294962276 => "no range lock",
        4294962277 => "parameter error",
        4294962278 => "object not found",
        4294962279 => "object already exists",
        4294962280 => "no response by server at that address",
        4294962281 => "no more locks",
        4294962282 => "misc. err",
        4294962283 => "LockErr",
        4294962284 => "ItemNotFound",
        4294962285 => "volume doesn't support directories",
        4294962286 => "FileBusy",
        4294962287 => "end of file",
        4294962288 => "disk full",
        4294962289 => "directory not empty",
        4294962290 => "file synchronization locks conflict",
        4294962291 => "can't move file",
        4294962292 => "invalid bitmap",
        4294962293 => "bad afp version number",
        4294962294 => "uam doesn't exist",
        4294962295 => "logincont",
        4294962296 => "permission denied",
        4294966224 => "session closed (ASP)",
        4294966228 => "no more sessions available",
    }
    OPEN_TYPE_NAMES {
        0 => "Server quantum",
        1 => "Attention quantum",
        2 => "Replay cache size",
    }
    ATTN_FLAG_NAMES {
        0 => "Reserved",
        1 => "Reserved",
        2 => "Server message",
        3 => "Server notification, cf. extended bitmap",
        4 => "Server is shutting down, internal error",
        8 => "Server is shutting down",
        16 => "Server is shutting down, message",
        17 => "Server is shutting down, message,no reconnect",
    }
}

/// Bytes of the header.
const HEAD: usize = 16;
const COMMAND: u8 = 2;
const OPEN: u8 = 4;
const WRITE: u8 = 6;
const ATTENTION: u8 = 8;
pub(super) const REPLY: u8 = 1;

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(8..12) {
        Some([a, b, c, d]) => Pdu::Len(HEAD + u32::from_be_bytes([*a, *b, *c, *d]) as usize),
        _ => Pdu::More(HEAD),
    }
}

/// What a reply answers is told by its number alone.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some([flags, command, high, low, ..]) = pdu.first_chunk::<HEAD>() else { return };
    if !matches!(*command, COMMAND | WRITE) {
        return;
    }
    let id = u64::from(u16::from_be_bytes([*high, *low]));
    let key = Key::here(id);
    if *flags != REPLY {
        past.set(&key, pdu.get(HEAD..pdu.len().min(HEAD + 16)).unwrap_or_default());
    } else if let Some(request) = past.get(&key) {
        past.note(id, &request);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = pdu_len(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, packet)
}

fn packet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    cx.protocol("DSI");
    let h = *c.peek_array::<HEAD>()?;
    if h[0] > 1 {
        return Err(Stop::NotMine);
    }
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let (reply, command, id) = (h[0] == REPLY, h[1], u16::from_be_bytes([h[2], h[3]]));
    cx.info(|o| {
        o.s(if reply { "Reply " } else { "Request " });
        match COMMAND_NAMES.find(u64::from(command)) {
            Some(name) => o.s(name),
            None => o.s("Unknown function (").hex(command, 2).s(")"),
        };
        o.s(" (").u(id).s(")");
    });
    crate::common::run(cx, &mut c, &[(FLAGS, 1), (DSI_COMMAND, 1), (REQUESTID, 2)])?;
    cx.field(if reply { ERROR_CODE } else { DATA_OFFSET }, &mut c, 4)?;
    let len = cx.u32(LENGTH, &mut c)? as usize;
    cx.u32(RESERVED, &mut c)?;
    let mut body = c.take_all(len)?;
    match command {
        OPEN if len > 0 => {
            let item = cx.line(body.span(len), |o| _ = o.s("Open Session"));
            cx.under(item, |cx| {
                crate::common::run(cx, &mut body, &[(OPEN_TYPE, 1), (OPEN_LEN, 1), (OPEN_QUANTUM, 4)])
            })
        }
        ATTENTION if len >= 2 => {
            let item = cx.line(body.span(len), |o| _ = o.s("Attention"));
            let bits =
                [ATTN_FLAG_SHUTDOWN, ATTN_FLAG_CRASH, ATTN_FLAG_MSG, ATTN_FLAG_RECONNECT, ATTN_FLAG_BITMAP];
            cx.under(item, |cx| cx.flags(ATTN_FLAG, &mut body, 2, &bits).map(|_| ()))
        }
        COMMAND | WRITE => {
            cx.proto_len(HEAD);
            match cx.offer(super::afp::ID, body)? {
                true => Ok(()),
                false if body.is_empty() => Ok(()),
                false => cx.call(crate::meta::data::ID, body),
            }
        }
        _ => Ok(()),
    }
}
