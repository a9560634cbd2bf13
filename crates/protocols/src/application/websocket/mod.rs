//! WebSocket, RFC 6455, with permessage-deflate, RFC 7692.

mod frame;
mod message;

use crate::application::media::text_lines;
use crate::application::pieces;
use crate::common::TRUE;
use frame::Frame;
use message::remember;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Value, names, proto};

proto! {
    WEBSOCKET "websocket" "WebSocket" "WebSocket" App
    on []
    frames sized [frames]
    remember [remember]
    fields {
        FIN "websocket.fin" "Fin": Bool(8) & 0x80 = TRUE;
        RSV "websocket.rsv" "Reserved": U8 Hex & 0x70;
        PMC "websocket.pmc" "Per-Message Compressed": Bool(8) & 0x40 = TRUE;
        OPCODE "websocket.opcode" "Opcode": U8 Dec & 0x0f = OPCODES;
        MASK "websocket.mask" "Mask": Bool(8) & 0x80 = TRUE;
        PAYLOAD_LENGTH "websocket.payload_length" "Payload length": U8 Dec & 0x7f;
        PAYLOAD_LENGTH_EXT_16 "websocket.payload_length_ext_16" "Extended Payload length (16 bits)": U16 Dec;
        PAYLOAD_LENGTH_EXT_64 "websocket.payload_length_ext_64" "Extended Payload length (64 bits)": U64 Dec;
        MASKING_KEY "websocket.masking_key" "Masking-Key": Bytes;
        PAYLOAD "websocket.payload" "Payload": None;
        MASKED_PAYLOAD "websocket.masked_payload" "Masked payload": None;
        PAYLOAD_CONTINUE "websocket.payload.continue" "Continue": Bytes;
        PAYLOAD_TEXT "websocket.payload.text" "Text": Str;
        PAYLOAD_CLOSE "websocket.payload.close" "Close": None;
        PAYLOAD_CLOSE_STATUS_CODE "websocket.payload.close.status_code" "Status code": U16 Dec = CLOSE_CODES;
        PAYLOAD_CLOSE_REASON "websocket.payload.close.reason" "Reason": Str;
        PAYLOAD_PING "websocket.payload.ping" "Ping": Bytes;
        PAYLOAD_PONG "websocket.payload.pong" "Pong": Bytes;
        PAYLOAD_UNKNOWN "websocket.payload.unknown" "Unknown": Bytes;
        FRAGMENTS "websocket.fragments" "Reassembled websocket Fragments": None;
        FRAGMENT "websocket.fragment" "Websocket Fragment": Framenum;
        FRAGMENT_COUNT "websocket.fragment.count" "Fragment count": U32 Dec;
        REASSEMBLED_LENGTH "websocket.reassembled.length" "Reassembled websocket Payload length": U32 Dec;
    }
    experts {
        UNKNOWN_OPCODE "websocket.payload.unknown.expert" Note Undecoded "Dissector for Websocket Opcode";
        DECOMPRESSION_FAILED "websocket.decompression.failed.expert" Warn Protocol "Decompression failed";
    }
}

names! {
    OPCODES {
        0 => "Continuation", 1 => "Text", 2 => "Binary", 8 => "Connection Close", 9 => "Ping", 10 => "Pong",
    }
    CLOSE_CODES {
        1000 => "Normal Closure", 1001 => "Going Away", 1002 => "Protocol error", 1003 => "Unsupported Data",
        1004 => "---Reserved----", 1005 => "No Status Rcvd", 1006 => "Abnormal Closure",
        1007 => "Invalid frame payload data", 1008 => "Policy Violation", 1009 => "Message Too Big",
        1010 => "Mandatory Ext.", 1011 => "Internal Server", 1015 => "TLS handshake",
    }
}

const CONTINUATION: u8 = 0;
const TEXT: u8 = 1;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// How far the frame reaches that begins these bytes.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match Frame::read(bytes) {
        Some(f) => Pdu::Len(f.len()),
        None => Pdu::More(bytes.len() + 1),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if cx.nth() == 1 {
        cx.layer_below(super::http::ID, &c);
    }
    cx.protocol("WebSocket");
    let Some(f) = Frame::read(c.rest()) else {
        return c.skip(c.captured() + 1);
    };
    let this = c.take(f.len());
    one(cx, this, &f)?;
    if c.is_empty() {
        return Ok(());
    }
    cx.next_layer(ID, c)
}

/// Dissects one frame.
fn one<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, f: &Frame) -> Step {
    cx.proto_len(f.header);
    cx.info(|o| {
        o.s("WebSocket ").s(OPCODES.or(f.opcode.into(), "Unknown Opcode"));
        o.s(if f.fin { " [FIN] " } else { "[FRAGMENT]  " }).s(if f.key.is_some() { "[MASKED]" } else { "" });
    });
    let note = message::Note::of(cx);
    cx.peek_at(FIN, &c, 0, 1)?;
    cx.peek_at(RSV, &c, 0, 1)?;
    if note.deflate() {
        cx.peek_at(PMC, &c, 0, 1)?;
    }
    cx.peek_at(OPCODE, &c, 0, 1)?;
    cx.peek_at(MASK, &c, 1, 1)?;
    let short = c.peek_u8(1)? & 0x7f;
    let item = cx.peek_at(PAYLOAD_LENGTH, &c, 1, 1)?;
    c.skip(2)?;
    match short {
        126 => {
            cx.append(item, |o| _ = o.s(" Extended Payload Length (16 bits)"));
            cx.field(PAYLOAD_LENGTH_EXT_16, &mut c, 2)?;
        }
        127 => {
            cx.append(item, |o| _ = o.s(" Extended Payload Length (64 bits)"));
            cx.field(PAYLOAD_LENGTH_EXT_64, &mut c, 8)?;
        }
        _ => (),
    }
    if f.key.is_some() {
        cx.field(MASKING_KEY, &mut c, 4)?;
    }
    let here = c.span(c.left());
    if c.is_empty() {
        return Ok(());
    }
    if let Some(key) = f.key {
        cx.add(MASKED_PAYLOAD, here, Value::None);
        let plain = frame::unmask(c.rest(), key);
        let cut = c.left() > c.captured();
        cx.with_source("Unmasked data", plain, |cx, c| payload(cx, c, f, &note)).unwrap_or(Ok(()))?;
        // What the capture cut off is missing from the plain text too.
        return if cut { c.skip(c.captured() + 1) } else { Ok(()) };
    }
    payload(cx, c, f, &note)
}

/// Dissects what a frame carries.
fn payload<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, f: &Frame, note: &message::Note<'_>) -> Step {
    let all = c.span(usize::MAX);
    let item = cx.add(PAYLOAD, all, Value::None);
    match f.opcode {
        CLOSE => cx.under(item, |cx| close(cx, c)),
        PING | PONG => {
            let field = if f.opcode == PING { PAYLOAD_PING } else { PAYLOAD_PONG };
            cx.under(item, |cx| _ = cx.add(field, all, Value::Bytes(all)));
            Ok(())
        }
        CONTINUATION if !f.fin => {
            cx.at_top(|cx| _ = cx.add(PAYLOAD_CONTINUE, all, Value::Bytes(all)));
            Ok(())
        }
        TEXT | BINARY if !f.fin => Ok(()),
        CONTINUATION | TEXT | BINARY => {
            let whole = note.assembled();
            let opcode = whole.as_ref().map_or(f.opcode, |w| w.opcode);
            if let Some(whole) = whole {
                let bytes = whole.pieces.bytes.to_vec();
                return cx
                    .with_source("Reassembled websocket", bytes, |cx, c| {
                        cx.at_top(|cx| whole.pieces.tree(cx, &c, &PIECES));
                        plain(cx, c, item, opcode, note, whole.compressed)
                    })
                    .unwrap_or(Ok(()));
            }
            plain(cx, c, item, opcode, note, f.compressed)
        }
        code => {
            cx.under(item, |cx| {
                let it = cx.add(PAYLOAD_UNKNOWN, all, Value::Bytes(all));
                cx.expert_with(UNKNOWN_OPCODE, it, all, |o| {
                    o.s("Dissector for Websocket Opcode (").u(code);
                    o.s(") code not implemented, Contact Wireshark developers if you want this supported");
                });
            });
            Ok(())
        }
    }
}

/// A whole message, decompressed when it has to be.
fn plain<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: Cursor<'_>,
    item: requin_wire::Item,
    opcode: u8,
    note: &message::Note<'_>,
    compressed: bool,
) -> Step {
    if compressed && note.deflate() {
        let Some(text) = note.decompressed() else {
            cx.expert(DECOMPRESSION_FAILED, item, c.span(0));
            return data(cx, c, item, opcode);
        };
        let text = text.to_vec();
        return cx
            .with_source("Decompressed payload", text, |cx, c| data(cx, c, item, opcode))
            .unwrap_or(Ok(()));
    }
    data(cx, c, item, opcode)
}

fn data<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, item: requin_wire::Item, opcode: u8) -> Step {
    let all = c.span(usize::MAX);
    if opcode == TEXT {
        cx.under(item, |cx| _ = cx.add(PAYLOAD_TEXT, all, Value::Str(all)));
        cx.set_media(b"");
        return cx.call(text_lines::ID, c);
    }
    cx.call(crate::meta::data::ID, c)
}

fn close<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(PAYLOAD_CLOSE, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        cx.field(PAYLOAD_CLOSE_STATUS_CODE, &mut c, 2)?;
        if !c.is_empty() {
            let n = c.left();
            cx.add(PAYLOAD_CLOSE_REASON, c.span(n), Value::Str(c.span(n)));
        }
        Ok(())
    })
}

/// The fields that tell where a message came from.
const PIECES: pieces::Fields = pieces::Fields {
    all: FRAGMENTS,
    part: FRAGMENT,
    count: FRAGMENT_COUNT,
    length: REASSEMBLED_LENGTH,
    data: requin_wire::Field(0),
    names: ("Reassembled websocket Fragment", "Reassembled websocket Fragments"),
};
