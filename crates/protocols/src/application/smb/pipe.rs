//! What is done with a named pipe in one transaction ([MS-CIFS] section 2.2.5).

use super::Message;
use super::open::{fid, read_fid};
use requin_wire::{Cursor, Cx, Item, Sink, Step, Stop, Value, names, proto};

proto! {
    SMB_PIPE "smb_pipe" "SMB Pipe Protocol" "SMB Pipe" App
    on []
    fields {
        FUNCTION "smb_pipe.function" "Function": U16 Hex = FUNCTIONS;
        PRIORITY "smb_pipe.priority" "Priority": U16 Dec;
    }
}

names! {
    FUNCTIONS {
        0x01 => "SetNmPHandState", 0x11 => "RawReadNmPipe", 0x21 => "QNmPHandState", 0x22 => "QNmPipeInfo",
        0x23 => "PeekNamedPipe", 0x26 => "TransactNmPipe", 0x31 => "RawWriteNmPipe", 0x53 => "WaitNamedPipe",
        0x54 => "CallNamedPipe",
    }
}

const WAIT: u16 = 0x53;
const CALL: u16 = 0x54;

/// Transactions are shown where they are carried: see [`request`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// What is asked for: a function, and the file or its priority.
pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let at = c.span(4);
    cx.at_top(|cx| {
        let item: Item = cx.add(PROTO, at, Value::Bytes(at));
        cx.under(item, |cx| {
            let function = cx.u16_le(FUNCTION, &mut c)?;
            if matches!(function, WAIT | CALL) {
                cx.u16_le(PRIORITY, &mut c).map(|_| ())
            } else {
                read_fid(cx, &mut c, m).map(|_| ())
            }
        })
    })
}

/// Of which function and file a response is.
pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, m: &Message<'_>, function: u16) {
    let at = c.span(0);
    cx.at_top(|cx| {
        let item: Item = cx.add(PROTO, at, Value::Bytes(at));
        cx.under(item, |cx| {
            cx.add(FUNCTION, at, Value::U(function.into()));
            if let Some(file) = m.asked().and_then(|a| a.file()) {
                fid(cx, at, file, m, true);
            }
        });
    });
}
