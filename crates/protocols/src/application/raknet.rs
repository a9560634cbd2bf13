//! RakNet, the transport of games: messages before a connection, then packets of messages.

use requin_wire::{Cursor, Cx, Ports, Sink, Step, names, proto};

proto! {
    RAKNET "raknet" "RakNet game networking protocol" "RakNet" App
    on []
    looks_like [Udp accepts]
    fields {
        OFFLINE_MESSAGE_ID "raknet.offline.message.id" "RakNet Offline Message ID": U8 Hex = OFFLINE_MESSAGE_ID_NAMES;
        OFFLINE_MESSAGE_DATA_ID "raknet.offline_message.data_id" "RakNet Offline message data ID": Bytes;
    }
}

names! {
    OFFLINE_MESSAGE_ID_NAMES {
        1 => "Unconnected Ping",
        2 => "Unconnected Ping Open Connections",
        5 => "Open Connection Request 1",
        6 => "Open Connection Reply 1",
        7 => "Open Connection Request 2",
        8 => "Open Connection Reply 2",
        13 => "Out Of Band Internal",
        17 => "Connection Attempt Failed",
        18 => "Already Connected",
        20 => "No Free Incoming Connections",
        23 => "Connection Banned",
        25 => "Incompatible Protocol Version",
        26 => "IP Recently Connected",
        28 => "Unconnected Pong",
    }
}

/// What messages outside connections hold.
const OFFLINE: [u8; 16] =
    [0, 0xff, 0xff, 0, 0xfe, 0xfe, 0xfe, 0xfe, 0xfd, 0xfd, 0xfd, 0xfd, 0x12, 0x34, 0x56, 0x78];

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    let b = c.rest();
    [1, 9, 17].iter().any(|at| b.get(*at..at + 16) == Some(&OFFLINE))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("RakNet");
    cx.info_clear();
    let id = c.peek_u8(0)?;
    if accepts(&c, cx.ports) {
        let name = OFFLINE_MESSAGE_ID_NAMES.or(u64::from(id), "Unknown");
        cx.info(|o| _ = o.s(name));
        cx.proto_append(|o| _ = o.s(", Offline message ID 0x").x(id, 1));
        cx.u8(OFFLINE_MESSAGE_ID, &mut c)?;
        let at = c.rest().windows(16).position(|w| w == OFFLINE).unwrap_or_default();
        c.skip(at)?;
        cx.bytes(OFFLINE_MESSAGE_DATA_ID, &mut c, 16)?;
        return Ok(());
    }
    // Acknowledgements and packets of a connection.
    cx.info(|o| {
        o.s(match id & 0xe0 {
            0xc0 => "ACK",
            0xa0 => "NAK",
            0x80 => "Data packet",
            _ => "Packet",
        });
    });
    Ok(())
}
