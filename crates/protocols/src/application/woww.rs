//! World of Warcraft, between clients and worlds: what is said before headers are encrypted.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    WOWW "woww" "World of Warcraft World" "WOWW" App
    on [Tcp 8085]
    fields {
        SIZE "woww.size" "Size": U16 HexDec;
        OPCODE "woww.opcode" "Opcode": U32 Hex = OPCODE_NAMES;
        CHALLENGE_SEED "woww.challenge_seed" "Challenge Seed": U32 Hex;
        SERVER_ID "woww.server.id" "Server Id": U32 Dec;
        BUILD "woww.build" "Client Build": U32 Dec;
        CLIENT_PROOF "woww.client_proof" "Client Proof": Bytes;
        DECOMPRESSED_ADDON_SIZE "woww.decompressed_addon_size" "Decompressed Addon Size": U32 Dec;
        ADDON_INFO "woww.addon_info" "Compressed Addon Info": Bytes;
        ACCOUNT_NAME "woww.account.name" "Account Name": StrZ;
    }
}

names! {
    OPCODE_NAMES { 492 => "SMSG_AUTH_CHALLENGE", 493 => "CMSG_AUTH_SESSION" }
}

const PORT: u16 = 8085;
const CHALLENGE: u32 = 492;
const SESSION: u32 = 493;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("WOWW");
    // The numbers of clients are wider than those of servers.
    let from_client = cx.ports.dst == PORT;
    let width = if from_client { 4 } else { 2 };
    let opcode = c.peek_bytes(2, width).map_or(0, |b| requin_wire::le(b) as u32);
    if opcode != if from_client { SESSION } else { CHALLENGE } {
        cx.info(|o| _ = o.s("Session Key Not Known Yet"));
        return Ok(());
    }
    let name = OPCODE_NAMES.or(u64::from(opcode), "");
    cx.info(|o| _ = o.s(name));
    let line = cx.add(PROTO, c.span(2 + usize::from(c.peek_u16(0)?)), requin_wire::Value::None);
    cx.label(line, |o| _ = o.s(name));
    cx.under(line, |cx| {
        cx.u16(SIZE, &mut c)?;
        cx.uint_le(OPCODE, &mut c, width)?;
        if !from_client {
            return cx.u32_le(CHALLENGE_SEED, &mut c).map(|_| ());
        }
        cx.u32_le(BUILD, &mut c)?;
        cx.u32_le(SERVER_ID, &mut c)?;
        cx.strz(ACCOUNT_NAME, &mut c)?;
        cx.u32_le(CHALLENGE_SEED, &mut c)?;
        cx.bytes(CLIENT_PROOF, &mut c, 20)?;
        cx.u32_le(DECOMPRESSED_ADDON_SIZE, &mut c)?;
        let n = c.left();
        cx.bytes(ADDON_INFO, &mut c, n).map(|_| ())
    })
}
