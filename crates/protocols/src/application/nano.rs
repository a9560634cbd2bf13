//! Nano's network protocol: announcements of peers, blocks and votes in datagrams.

use requin_wire::{Cursor, Cx, Field, Sink, Step, be, le, names, proto};

proto! {
    NANO "nano" "Nano Cryptocurrency Protocol" "Nano" App
    on [Udp 7075]
    fields {
        MAGIC_NUMBER "nano.magic_number" "Magic Number": Str;
        VERSION_MAX "nano.version_max" "Maximum Version": U8 DecHex;
        VERSION_USING "nano.version_using" "Using Version": U8 DecHex;
        VERSION_MIN "nano.version_min" "Minimum Version": U8 DecHex;
        PACKET_TYPE "nano.packet_type" "Packet Type": U8 DecHex = PACKET_TYPE_NAMES;
        EXTENSIONS "nano.extensions" "Extensions Field": U16 Hex;
        EXTENSIONS_BLOCK_TYPE "nano.extensions.block_type" "Block Type": U16 Hex & 0xf00 = EXTENSIONS_BLOCK_TYPE_NAMES;
        KEEPALIVE_PEER_IP "nano.keepalive.peer_ip" "Peer IP Address": Ipv6;
        KEEPALIVE_PEER_PORT "nano.keepalive.peer_port" "Peer Port": U16 Dec;
        BLOCK_HASH_PREVIOUS "nano.block.hash_previous" "Previous Block Hash": Bytes;
        BLOCK_HASH_SOURCE "nano.block.hash_source" "Source Block Hash": Bytes;
        BLOCK_SIGNATURE "nano.block.signature" "Signature": Bytes;
        BLOCK_WORK "nano.block.work" "Work": Bytes;
        BLOCK_DESTINATION_ACCOUNT "nano.block.destination_account" "Destination Account": Bytes;
        BLOCK_BALANCE "nano.block.balance" "Balance": Bytes;
        BLOCK_ACCOUNT "nano.block.account" "Account": Bytes;
        BLOCK_REPRESENTATIVE_ACCOUNT "nano.block.representative_account" "Representative Account": Bytes;
        BLOCK_LINK "nano.block.link" "Link": Bytes;
        VOTE_ACCOUNT "nano.vote.account" "Account": Bytes;
        VOTE_SIGNATURE "nano.vote.signature" "Signature": Bytes;
        VOTE_SEQUENCE "nano.vote.sequence" "Sequence": U64 DecHex;
    }
}

names! {
    PACKET_TYPE_NAMES {
        0 => "Invalid", 1 => "Not A Type", 2 => "Keepalive", 3 => "Publish", 4 => "Confirm Req", 5 => "Confirm Ack",
        6 => "Bulk Pull", 7 => "Bulk Push", 8 => "Frontier Req", 9 => "Bulk Pull Blocks",
    }
    EXTENSIONS_BLOCK_TYPE_NAMES {
        0 => "Invalid", 1 => "Not A Block", 2 => "Send", 3 => "Receive", 4 => "Open", 5 => "Change", 6 => "State",
    }
}

const PEERS: usize = 8;
const KEEPALIVE: u8 = 2;
const PUBLISH: u8 = 3;
const CONFIRM_REQ: u8 = 4;
const CONFIRM_ACK: u8 = 5;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Nano");
    cx.info_clear();
    let line = cx.line(c.span(8), |o| _ = o.s("Nano Protocol Header"));
    let (kind, block) = cx.under(line, |cx| header(cx, &mut c))?;
    let name = PACKET_TYPE_NAMES.find(kind.into());
    let block_name = EXTENSIONS_BLOCK_TYPE_NAMES.or(block, "Unknown");
    let said = |o: &mut requin_wire::Out<'_>| _ = o.s(name.unwrap_or_default()).s(" (").s(block_name).s(")");
    match kind {
        KEEPALIVE => keepalive(cx, &mut c),
        PUBLISH | CONFIRM_REQ => {
            cx.info(said);
            self::block(cx, &mut c, block)
        }
        CONFIRM_ACK => {
            cx.info(said);
            let line = cx.line(c.span(104), |o| _ = o.s("Vote"));
            cx.under(line, |cx| -> Step {
                cx.bytes(VOTE_ACCOUNT, &mut c, 32)?;
                cx.bytes(VOTE_SIGNATURE, &mut c, 64)?;
                cx.u64_le(VOTE_SEQUENCE, &mut c).map(|_| ())
            })?;
            self::block(cx, &mut c, block)
        }
        _ => {
            cx.info(|o| {
                match name {
                    Some(name) => o.s(name),
                    None => o.s("Unknown (").u(kind).s(")"),
                };
            });
            Ok(())
        }
    }
}

/// The type of the packet, and of its block.
fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<(u8, u64), requin_wire::Stop> {
    let network = match c.peek_bytes(0, 2)? {
        b"RA" => "Nano Test Network",
        b"RB" => "Nano Beta Network",
        b"RC" => "Nano Production Network",
        _ => "Unknown",
    };
    let magic = cx.peek(MAGIC_NUMBER, c, 2)?;
    let text = c.bytes(2)?;
    cx.label(magic, |o| _ = o.s("Magic Number: ").s(network).s(" (").text(text).s(")"));
    cx.u8(VERSION_MAX, c)?;
    cx.u8(VERSION_USING, c)?;
    cx.u8(VERSION_MIN, c)?;
    let kind = cx.u8(PACKET_TYPE, c)?;
    let (raw, item) = cx.flags_le(EXTENSIONS, c, 2, &[EXTENSIONS_BLOCK_TYPE])?;
    let block = raw >> 8 & 15;
    cx.append(item, |o| _ = o.s(", Block Type: ").s(EXTENSIONS_BLOCK_TYPE_NAMES.or(block, "Unknown")));
    Ok((kind, block))
}

fn keepalive<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(18 * PEERS), |o| _ = o.s("Peer List"));
    let mut known = 0u32;
    cx.under(line, |cx| -> Step {
        for _ in 0..PEERS {
            let ip = c.peek_bytes(0, 16)?;
            let port = le(c.peek_bytes(16, 2)?);
            let none = ip.iter().all(|b| *b == 0);
            known += u32::from(!none);
            let line = cx.line(c.span(18), |o| {
                o.s("Peer: ");
                match ip.strip_prefix(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]) {
                    _ if none => o.s("(none)"),
                    Some(four) => o.ipv4(be(four) as u32).s(":").u(port),
                    None => o.s("[").ipv6(ip).s("]:").u(port),
                };
            });
            cx.under(line, |cx| -> Step {
                cx.field(KEEPALIVE_PEER_IP, c, 16)?;
                cx.u16_le(KEEPALIVE_PEER_PORT, c).map(|_| ())
            })?;
        }
        Ok(())
    })?;
    cx.info(|o| _ = o.s("Keepalive (").u(known).s(if known == 1 { " peer)" } else { " peers)" }));
    Ok(())
}

fn block<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u64) -> Step {
    let (name, fields): (_, &[(Field, usize)]) = match kind {
        2 => {
            ("Send Block", &[(BLOCK_HASH_PREVIOUS, 32), (BLOCK_DESTINATION_ACCOUNT, 32), (BLOCK_BALANCE, 16)])
        }
        3 => ("Receive Block", &[(BLOCK_HASH_PREVIOUS, 32), (BLOCK_HASH_SOURCE, 32)]),
        4 => (
            "Open Block",
            &[(BLOCK_HASH_SOURCE, 32), (BLOCK_REPRESENTATIVE_ACCOUNT, 32), (BLOCK_ACCOUNT, 32)],
        ),
        5 => ("Change Block", &[(BLOCK_HASH_PREVIOUS, 32), (BLOCK_REPRESENTATIVE_ACCOUNT, 32)]),
        6 => (
            "State Block",
            &[
                (BLOCK_ACCOUNT, 32),
                (BLOCK_HASH_PREVIOUS, 32),
                (BLOCK_REPRESENTATIVE_ACCOUNT, 32),
                (BLOCK_BALANCE, 16),
                (BLOCK_LINK, 32),
            ],
        ),
        _ => return Ok(()),
    };
    let len = 72 + fields.iter().map(|f| f.1).sum::<usize>();
    let line = cx.line(c.span(len), |o| _ = o.s(name));
    cx.under(line, |cx| -> Step {
        crate::common::run(cx, c, fields)?;
        crate::common::run(cx, c, &[(BLOCK_SIGNATURE, 64), (BLOCK_WORK, 8)])
    })
}
