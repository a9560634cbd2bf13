//! Trivial File Transfer Protocol, RFC 1350, with the options of RFC 2347 to 2349 and 7440.

use crate::application::text;
use requin_wire::{
    Cursor, Cx, Expected, Item, Past, Ports, Sink, Span, Step, TransportKind, Value, names, proto,
};

proto! {
    TFTP "tftp" "Trivial File Transfer Protocol" "TFTP" App
    on [Udp 69]
    looks_like [Udp looks_like => [0..=0]]
    remember beyond [remember]
    fields {
        OPCODE "tftp.opcode" "Opcode": U16 Dec = OPCODE_NAMES;
        SOURCE_FILE "tftp.source_file" "Source File": StrZ;
        DESTINATION_FILE "tftp.destination_file" "Destination File": StrZ;
        REQUEST_FRAME "tftp.request_frame" "Request frame": Framenum;
        TYPE "tftp.type" "Type": StrZ;
        BLOCK "tftp.block" "Block": U16 Dec;
        BLOCK_FULL "tftp.block.full" "Full Block Number": U32 Dec;
        ERROR_CODE "tftp.error.code" "Error code": U16 Dec = ERROR_CODE_NAMES;
        ERROR_MESSAGE "tftp.error.message" "Error message": StrZ;
        OPTION_NAME "tftp.option.name" "Option name": StrZ;
        OPTION_VALUE "tftp.option.value" "Option value": StrZ;
        DATA "tftp.data" "Data": Bytes;
    }
    experts {
        ERROR "tftp.error" Warn Response "TFTP ERROR packet";
        BLOCK_WRAP "tftp.block.wrap" Note Sequence "TFTP block number is about to wrap";
    }
}

names! {
    OPCODE_NAMES {
        1 => "Read Request", 2 => "Write Request", 3 => "Data Packet", 4 => "Acknowledgement",
        5 => "Error Code", 6 => "Option Acknowledgement", 255 => "Information (MSDP)",
    }
    ERROR_CODE_NAMES {
        0 => "Not defined", 1 => "File not found", 2 => "Access violation",
        3 => "Disk full or allocation exceeded", 4 => "Illegal TFTP Operation", 5 => "Unknown transfer ID",
        6 => "File already exists", 7 => "No such user", 8 => "Option negotiation failed",
    }
}

const READ: u16 = 1;
const WRITE: u16 = 2;
const DATA_PACKET: u16 = 3;
const ACKNOWLEDGEMENT: u16 = 4;
const ERROR_CODE_PACKET: u16 = 5;
const OPTIONS: u16 = 6;
const INFORMATION: u16 = 255;

/// How many bytes a block has when no option says otherwise.
const BLOCK_SIZE: u64 = 512;

/// Requests are known by a name and a mode.
fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let Ok(kind) = c.peek_u16(0) else { return false };
    if !matches!(kind, READ | WRITE) {
        return false;
    }
    let mut parts = c.rest().get(2..).unwrap_or_default().split(|b| *b == 0);
    let (Some(name), Some(mode), Some(_)) = (parts.next(), parts.next(), parts.next()) else { return false };
    !name.is_empty()
        && name.iter().all(|b| b.is_ascii_graphic() || *b == b' ')
        && [&b"netascii"[..], b"octet", b"mail"].iter().any(|m| m.eq_ignore_ascii_case(mode))
}

/// Remembers the size of blocks that the server grants and the number of the last block, and lets the answer
/// be known: it comes from a port that nobody knew before.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((kind, rest)) = pdu.split_first_chunk::<2>() else { return };
    match u16::from_be_bytes(*kind) {
        kind @ (READ | WRITE) => {
            // A request whose texts are not ASCII is no beginning of a transfer.
            if !rest.is_ascii() {
                return;
            }
            let now = past.now;
            let whom = Expected {
                kind: TransportKind::Udp,
                addr: now.src,
                port: now.ports.src,
                peer: Some(now.dst),
            };
            let name = rest.split(|b| *b == 0).next().unwrap_or_default();
            past.expect(&whom, ID, &[&[kind as u8], name].concat());
        }
        OPTIONS => {
            let mut parts = rest.split(|b| *b == 0);
            while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
                if name.eq_ignore_ascii_case(b"blksize") {
                    past.state[0] = text::number(value).unwrap_or_default();
                }
            }
        }
        DATA_PACKET | ACKNOWLEDGEMENT => {
            if let Some(block) = rest.first_chunk::<2>() {
                past.state[1] = full_block(past.state[1], u16::from_be_bytes(*block));
            }
        }
        _ => {}
    }
}

/// The number that a block would have if numbers had more than 16 bits: the one next to the last block's.
fn full_block(last: u64, block: u16) -> u64 {
    let ahead = block.wrapping_sub(last as u16);
    let behind = u64::from(ahead.wrapping_neg());
    if ahead < 0x8000 || behind > last { last + u64::from(ahead) } else { last - behind }
}

/// Shows the file and the request of a transfer.
fn transfer<S: Sink>(cx: &mut Cx<'_, S>, here: Span) {
    if !S::FIELDS {
        return;
    }
    let Some(request) = cx.announced() else { return };
    let Some((kind, name)) = request.bytes.split_first() else { return };
    let read = u16::from(*kind) == READ;
    // Wireshark calls it the destination whichever way the file goes.
    let item = cx.add_str(DESTINATION_FILE, here, |o| _ = o.bytes(name));
    cx.set_generated(item);
    let item = cx.generated(REQUEST_FRAME, here, Value::U(request.frame));
    cx.label(item, |o| _ = o.s(if read { "Read" } else { "Write" }).s(" Request in frame ").u(request.frame));
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("TFTP");
    let kind = cx.u16(OPCODE, &mut c)?;
    match OPCODE_NAMES.find(u64::from(kind)) {
        Some(name) => cx.info(|o| _ = o.s(name)),
        None => cx.info(|o| _ = o.s("Unknown (0x").x(kind, 4).s(")")),
    }
    if !matches!(kind, READ | WRITE | INFORMATION) {
        transfer(cx, c.span(0));
    }
    match kind {
        READ | WRITE => {
            let file = cx.strz(if kind == READ { SOURCE_FILE } else { DESTINATION_FILE }, &mut c)?;
            cx.info_add(|o| _ = o.s(", File: ").text(file));
            let mode = cx.strz(TYPE, &mut c)?;
            cx.info_add(|o| _ = o.s(", Transfer type: ").text(mode));
            options(cx, &mut c)
        }
        OPTIONS => options(cx, &mut c),
        INFORMATION => {
            let name = cx.strz(SOURCE_FILE, &mut c)?;
            cx.info_add(|o| _ = o.s(", File: ").text(name));
            Ok(())
        }
        DATA_PACKET => {
            let block = block(cx, &mut c, kind)?;
            let size = match cx.state()[0] {
                0 => BLOCK_SIZE,
                n => n,
            };
            let last = (c.left() as u64) < size;
            cx.info_add(|o| _ = o.s(", Block: ").u(block).s(if last { " (last)" } else { "" }));
            if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
        }
        ACKNOWLEDGEMENT => {
            let block = block(cx, &mut c, kind)?;
            cx.info_add(|o| _ = o.s(", Block: ").u(block));
            Ok(())
        }
        ERROR_CODE_PACKET => {
            let code = cx.u16(ERROR_CODE, &mut c)?;
            cx.info_add(|o| {
                o.s(", Code: ");
                match ERROR_CODE_NAMES.find(u64::from(code)) {
                    Some(name) => o.s(name),
                    None => o.s("Unknown (").u(code).s(")"),
                };
            });
            let message = cx.strz(ERROR_MESSAGE, &mut c)?;
            cx.info_add(|o| _ = o.s(", Message: ").text(message));
            cx.expert(ERROR, Item::NONE, c.span(0));
            Ok(())
        }
        _ => {
            let n = c.left();
            cx.bytes(DATA, &mut c, n)?;
            Ok(())
        }
    }
}

fn block<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u16) -> Result<u64, requin_wire::Stop> {
    let here = c.span(0);
    let raw = c.peek_u16(0)?;
    let item = cx.field(BLOCK, c, 2)?;
    if raw == u16::MAX && kind == DATA_PACKET {
        cx.expert(BLOCK_WRAP, item, here);
    }
    let block = full_block(cx.state()[1], raw);
    cx.generated(BLOCK_FULL, here, Value::U(block));
    Ok(block)
}

fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() > 0 {
        let begin = *c;
        let rest = c.rest();
        let mut parts = rest.split(|b| *b == 0);
        let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let len = name.len() + value.len() + 2;
        let mut pair = c.take_all(len)?;
        let item = cx.line(begin.span(len), |o| _ = o.s("Option: ").text(name).s(" = ").text(value));
        cx.under(item, |cx| -> Step {
            cx.strz(OPTION_NAME, &mut pair)?;
            cx.strz(OPTION_VALUE, &mut pair).map(|_| ())
        })?;
        cx.info_add(|o| _ = o.s(", ").text(name).s("=").text(value));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_known_by_their_mode() {
        let known = |bytes: &[u8]| looks_like(&Cursor::new(bytes, bytes.len(), 0), Ports::default());
        assert!(known(b"\0\x01file.bin\0Octet\0"));
        assert!(!known(b"\0\x01file.bin\0other\0"));
        assert!(!known(b"\0\x03\0\x01octet\0"));
        assert!(!known(b"\0\x01\0octet\0"));
    }

    #[test]
    fn block_numbers_go_on_where_sixteen_bits_end() {
        let all = [(1, 1), (2, 2), (65535, 65535), (0, 65536), (1, 65537), (0, 65536), (1, 65537)];
        let mut last = 0;
        for (block, full) in all {
            last = full_block(last, block);
            assert_eq!(last, full);
        }
    }
}
