//! Anything In Anything: IPv6 through UDP, with a signature (draft-massar-v6ops-ayiya).

use requin_wire::{Cursor, Cx, Sink, Step, Table, Value, names, proto};

proto! {
    AYIYA "ayiya" "AYIYA" "AYIYA" Carrier
    on [Udp 5072]
    fields {
        IDLEN "ayiya.idlen" "Identity field length": U8 Hex(8) & 0xf0;
        IDTYPE "ayiya.idtype" "Identity field type": U8 Hex(8) & 0x0f = IDENTITIES;
        SIGLEN "ayiya.siglen" "Signature Length": U8 Hex(8) & 0xf0;
        HASHMETHOD "ayiya.hashmethod" "Hash method": U8 Hex(8) & 0x0f = HASHES;
        AUTHMETHOD "ayiya.authmethod" "Authentication method": U8 Hex(8) & 0xf0 = AUTHENTICATIONS;
        OPCODE "ayiya.opcode" "Operation Code": U8 Hex(8) & 0x0f = OPCODES;
        NEXTHEADER "ayiya.nextheader" "Next Header": U8 Hex = super::PROTOCOLS;
        EPOCH "ayiya.epoch" "Epoch": AbsTime;
        IDENTITY "ayiya.identity" "Identity": Bytes;
        SIGNATURE "ayiya.signature" "Signature": Bytes;
    }
}

names! {
    IDENTITIES { 0 => "None", 1 => "Integer", 2 => "ASCII string" }
    HASHES { 0 => "No hash", 1 => "MD5", 2 => "SHA1" }
    AUTHENTICATIONS {
        0 => "No authentication",
        1 => "Hash using a Shared Secret",
        2 => "Hash using a public/private key method",
    }
    OPCODES {
        0 => "No Operation / Heartbeat",
        1 => "Forward",
        2 => "Echo Request",
        3 => "Echo Request and Forward",
        4 => "Echo Response",
        5 => "MOTD",
        6 => "Query Request",
        7 => "Query Response",
    }
}

const FORWARD: u8 = 1;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = c.peek_array::<8>()?;
    let identity = 1_usize << (h[0] >> 4);
    let signature = usize::from(h[1] >> 4) * 4;
    let opcode = h[2] & 0x0f;
    cx.protocol("AYIYA");
    cx.info(|o| _ = o.s(OPCODES.or(u64::from(opcode), "Unknown")));
    cx.proto_len(8 + identity + signature);
    for pair in [[IDLEN, IDTYPE], [SIGLEN, HASHMETHOD], [AUTHMETHOD, OPCODE]] {
        for field in pair {
            cx.peek(field, &c, 1)?;
        }
        c.skip(1)?;
    }
    cx.field(NEXTHEADER, &mut c, 1)?;
    let seconds = c.peek_u32(0)?;
    cx.add(EPOCH, c.span(4), Value::Time(i64::from(seconds), 0));
    c.skip(4)?;
    cx.field(IDENTITY, &mut c, identity)?;
    if signature > 0 {
        cx.field(SIGNATURE, &mut c, signature)?;
    }
    if opcode == FORWARD {
        if cx.dispatch(Table::IpProto, u32::from(h[3]), c)? {
            return Ok(());
        }
        return cx.call(crate::meta::data::ID, c);
    }
    Ok(())
}
