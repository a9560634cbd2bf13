//! Settings of RDP's clients and servers, [MS-RDPBCGR] sections 2.2.1.3 and 2.2.1.4: blocks with a type and a length.

use super::rdp::*;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value};

/// Type and length that a block begins with, its length counting them too.
const HEAD: usize = 4;

/// What a client asks for.
pub(super) fn client<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.info(|o| _ = o.s("ClientData"));
    let item = cx.add(CLIENT_DATA, c.span(c.left()), Value::None);
    cx.under(item, |cx| blocks(cx, c))
}

/// What a server grants.
pub(super) fn server<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.info(|o| _ = o.s("ServerData"));
    let item = cx.add(SERVER_DATA, c.span(c.left()), Value::None);
    cx.under(item, |cx| blocks(cx, c))
}

fn blocks<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while c.left() >= HEAD {
        let number = |at: usize| c.peek_bytes(at, 2).map(requin_wire::le);
        let (kind, len) = (number(0)?, number(2)? as usize);
        if len < HEAD {
            return Ok(());
        }
        let mut block = c.take(len);
        let node = match kind {
            0xc001 => CLIENT_CORE_DATA,
            0xc002 => CLIENT_SECURITY_DATA,
            0xc003 => CLIENT_NETWORK_DATA,
            0xc004 => CLIENT_CLUSTER_DATA,
            0x0c01 => SERVER_CORE_DATA,
            0x0c02 => SERVER_SECURITY_DATA,
            0x0c03 => SERVER_NETWORK_DATA,
            _ => {
                // What is not known is passed over, its head being shown.
                little(cx, &mut block, &[(HEADER_TYPE, 2), (HEADER_LENGTH, 2)])?;
                continue;
            }
        };
        let item = cx.add(node, block.span(block.left()), Value::None);
        cx.under(item, |cx| -> Step {
            little(cx, &mut block, &[(HEADER_TYPE, 2), (HEADER_LENGTH, 2)])?;
            match kind {
                0xc001 => core(cx, &mut block),
                0xc002 => {
                    let n = block.left().min(4);
                    cx.bytes(ENCRYPTION_METHODS, &mut block, n)?;
                    let n = block.left().min(4);
                    cx.bytes(EXT_ENCRYPTION_METHODS, &mut block, n).map(|_| ())
                }
                0xc003 => channels(cx, &mut block),
                0xc004 => little(cx, &mut block, &[(CLUSTER_FLAGS, 4), (REDIRECTED_SESSION_ID, 4)]),
                0x0c01 => {
                    little(cx, &mut block, &[(VERSION_MAJOR, 2), (VERSION_MINOR, 2)])?;
                    if block.is_empty() {
                        return Ok(());
                    }
                    little(cx, &mut block, &[(CLIENT_REQUESTED_PROTOCOLS, 4)])
                }
                0x0c02 => security(cx, &mut block),
                _ => granted(cx, &mut block),
            }
        })?;
    }
    Ok(())
}

/// Numbers one behind the other, their low byte first.
fn little<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &[(Field, usize)]) -> Step {
    for (field, n) in fields {
        cx.uint_le(*field, c, *n)?;
    }
    Ok(())
}

/// Text in UTF-16 that a zero ends, in a place of `n` bytes.
fn wide<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, n: usize) -> Step {
    let bytes = c.peek_bytes(0, n)?;
    let units = bytes.chunks_exact(2).map(|u| requin_wire::le(u) as u16).take_while(|u| *u != 0);
    let text: String =
        char::decode_utf16(units).map(|ch| ch.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    cx.add_str(field, c.span(n), |o| _ = o.s(&text));
    c.skip(n)
}

/// TS_UD_CS_CORE. Fields behind the names came with later versions, each needing those before it.
fn core<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    little(
        cx,
        c,
        &[
            (VERSION_MAJOR, 2),
            (VERSION_MINOR, 2),
            (DESKTOP_WIDTH, 2),
            (DESKTOP_HEIGHT, 2),
            (COLOR_DEPTH, 2),
            (SASSEQUENCE, 2),
            (KEYBOARD_LAYOUT, 4),
            (CLIENT_BUILD, 4),
        ],
    )?;
    wide(cx, CLIENT_NAME, c, 32)?;
    little(cx, c, &[(KEYBOARD_TYPE, 4), (KEYBOARD_SUBTYPE, 4), (KEYBOARD_FUNCTIONKEY, 4)])?;
    cx.bytes(IME_FILE_NAME, c, 64)?;
    for (field, n) in [
        (POST_BETA2COLOR_DEPTH, 2),
        (CLIENT_PRODUCT_ID, 2),
        (SERIAL_NUMBER, 4),
        (HIGH_COLOR_DEPTH, 2),
        (SUPPORTED_COLOR_DEPTHS, 2),
        (EARLY_CAPABILITY_FLAGS, 2),
        (CLIENT_DIG_PRODUCT_ID, 64),
        (CONNECTION_TYPE, 1),
        (PAD1OCTET, 1),
        (SERVER_SELECTED_PROTOCOL, 4),
    ] {
        if c.is_empty() {
            return Ok(());
        }
        if n == 64 { wide(cx, field, c, n)? } else { _ = cx.uint_le(field, c, n)? }
    }
    Ok(())
}

/// TS_UD_CS_NET.
fn channels<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.uint_le(CHANNEL_COUNT, c, 4)?;
    let list = cx.add(CHANNEL_DEF_ARRAY, c.span(c.left()), Value::None);
    cx.under(list, |cx| -> Step {
        while !c.is_empty() {
            let item = cx.add(CHANNEL_DEF, c.span(12), Value::None);
            cx.under(item, |cx| -> Step {
                let name = c.peek_bytes(0, 8)?.split(|b| *b == 0).next().unwrap_or_default();
                cx.add_bytes(NAME, c.span(8), name);
                c.skip(8)?;
                let bits = [
                    OPTIONS_INITIALIZED,
                    OPTIONS_ENCRYPT_RDP,
                    OPTIONS_ENCRYPT_SC,
                    OPTIONS_ENCRYPT_CS,
                    OPTIONS_PRIORITY_HIGH,
                    OPTIONS_PRIORITY_MED,
                    OPTIONS_PRIORITY_LOW,
                    OPTIONS_COMPRESS_RDP,
                    OPTIONS_COMPRESS,
                    OPTIONS_SHOWPROTOCOL,
                    OPTIONS_REMOTECONTROLPERSISTENT,
                ];
                cx.flags_le(OPTIONS, c, 4, &bits).map(|_| ())
            })?;
        }
        Ok(())
    })
}

/// TS_UD_SC_SEC1.
fn security<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let method = cx.uint_le(ENCRYPTION_METHOD, c, 4)?;
    let level = cx.uint_le(ENCRYPTION_LEVEL, c, 4)?;
    cx.info_add(|o| {
        o.s(" Encryption: ").s(ENCRYPTION_METHOD_NAMES.or(method, "Unknown"));
        o.s(" (").s(ENCRYPTION_LEVEL_NAMES.or(level, "Unknown")).s(")");
    });
    if c.is_empty() {
        return Ok(());
    }
    let random = cx.uint_le(SERVER_RANDOM_LEN, c, 4)? as usize;
    let certificate = cx.uint_le(SERVER_CERT_LEN, c, 4)? as usize;
    if random > 0 {
        cx.bytes(SERVER_RANDOM, c, random)?;
    }
    if certificate > 0 {
        cx.bytes(SERVER_CERTIFICATE, c, certificate)?;
    }
    Ok(())
}

/// TS_UD_SC_NET.
fn granted<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16_le(MCSCHANNEL_ID, c)?;
    let count = usize::from(cx.u16_le(CHANNEL_COUNT, c)?);
    if count == 0 {
        return Ok(());
    }
    let mut list = c.take(2 * count);
    let item = cx.add(CHANNEL_ID_ARRAY, list.span(list.left()), Value::None);
    cx.under(item, |cx| -> Step {
        while !list.is_empty() {
            cx.u16_le(MCSCHANNEL_ID, &mut list)?;
        }
        Ok(())
    })?;
    // An odd number of channels is padded.
    Ok(())
}
