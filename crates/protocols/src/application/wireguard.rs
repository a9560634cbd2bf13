//! WireGuard (<https://www.wireguard.com/protocol/>): what can be seen without keys.

use requin_wire::{Cursor, Cx, Item, Key, Out, Past, Ports, Sink, Step, Stop, Value, names, proto};

proto! {
    WG "wg" "WireGuard Protocol" "WireGuard" App
    on []
    looks_like [Udp looks_like => [1..=4]]
    remember beyond [remember] for [STREAM, RESPONSE_TO]
    fields {
        TYPE "wg.type" "Type": U8 Dec = TYPES;
        RESERVED "wg.reserved" "Reserved": Bytes;
        SENDER "wg.sender" "Sender": U32 Hex;
        EPHEMERAL "wg.ephemeral" "Ephemeral": Str;
        ENCRYPTED_STATIC "wg.encrypted_static" "Encrypted Static": None;
        STATIC "wg.static" "Static Public Key": Str;
        ENCRYPTED_TIMESTAMP "wg.encrypted_timestamp" "Encrypted Timestamp": None;
        TIMESTAMP_TAI64_LABEL "wg.timestamp.tai64_label" "TAI64 Label": U64 Dec;
        TIMESTAMP_NANOSECONDS "wg.timestamp.nanoseconds" "Nanoseconds": U32 Dec;
        TIMESTAMP_VALUE "wg.timestamp.value" "Timestamp": AbsTime;
        MAC1 "wg.mac1" "mac1": Bytes;
        MAC2 "wg.mac2" "mac2": Bytes;
        RECEIVER "wg.receiver" "Receiver": U32 Hex;
        ENCRYPTED_EMPTY "wg.encrypted_empty" "Encrypted Empty": None;
        HANDSHAKE_OK "wg.handshake_ok" "Handshake decryption successful": Bool;
        NONCE "wg.nonce" "Nonce": Bytes;
        ENCRYPTED_COOKIE "wg.encrypted_cookie" "Encrypted Cookie": Bytes;
        COUNTER "wg.counter" "Counter": U64 Dec;
        ENCRYPTED_PACKET "wg.encrypted_packet" "Encrypted Packet": None;
        STREAM "wg.stream" "Stream index": U32 Dec;
        RESPONSE_IN "wg.response_in" "Response in Frame": Framenum;
        RESPONSE_TO "wg.response_to" "Response to Frame": Framenum;
        RECEIVER_PUBKEY "wg.receiver_pubkey" "Receiver Static Public Key": Str;
        RECEIVER_PUBKEY_KNOWN_PRIVKEY "wg.receiver_pubkey.known_privkey" "Has Private Key": Bool;
        EPHEMERAL_KNOWN_PRIVKEY "wg.ephemeral.known_privkey" "Has Private Key": Bool;
        STATIC_KNOWN_PUBKEY "wg.static.known_pubkey" "Known Public Key": Bool;
        STATIC_KNOWN_PRIVKEY "wg.static.known_privkey" "Has Private Key": Bool;
    }
    experts {
        BAD_PACKET_LENGTH "wg.bad_packet_length" Error Malformed "Packet length is too small";
        KEEPALIVE "wg.keepalive" Chat Sequence "This is a Keepalive message";
        DECRYPTION_ERROR "wg.decryption_error" Warn Decryption "Packet data decryption failed";
    }
}

names! {
    TYPES {
        1 => "Handshake Initiation", 2 => "Handshake Response", 3 => "Cookie Reply", 4 => "Transport Data",
    }
}

const INITIATION: u8 = 1;
const RESPONSE: u8 = 2;
const COOKIE: u8 = 3;
const DATA: u8 = 4;
/// A transport packet whose content is only its authentication tag.
const EMPTY: usize = 32;

/// Whether type, the reserved bytes and the length fit together.
fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let Ok(h) = c.peek_array::<4>() else { return false };
    if h[1..] != [0; 3] {
        return false;
    }
    match h[0] {
        INITIATION => c.left() == 148,
        RESPONSE => c.left() == 92,
        COOKIE => c.left() == 64,
        // Content is padded to 16 bytes, but not beyond the MTU: any length may be.
        DATA => c.left() >= EMPTY,
        _ => false,
    }
}

/// Base64 (RFC 4648, 4).
fn base64(o: &mut Out<'_>, bytes: &[u8]) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for chunk in bytes.chunks(3) {
        let n = requin_wire::be(chunk) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            if i <= chunk.len() {
                o.c(DIGITS[(n >> (18 - 6 * i) & 63) as usize]);
            } else {
                o.c(b'=');
            }
        }
    }
}

fn ephemeral<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let key = c.peek_bytes(0, 32)?;
    let at = c.span(32);
    let item = cx.add_str(EPHEMERAL, at, |o| base64(o, key));
    cx.under(item, |cx| cx.generated(EPHEMERAL_KNOWN_PRIVKEY, at, Value::U(0)));
    c.skip(32)
}

fn skip<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: requin_wire::Field,
    c: &mut Cursor<'_>,
    n: usize,
) -> Result<Item, Stop> {
    let item = cx.add(field, c.span(n), Value::None);
    c.skip(n)?;
    Ok(item)
}

/// How many handshakes began.
const COUNT_OF: u64 = 0;
/// The handshake of which this is one side's index.
const INDEX: u64 = 1;

/// Handshakes are numbered as they begin; who answers one, and what is sent afterwards, names the index of the other side.
fn remember(past: &mut Past<'_>, p: &[u8]) {
    let word = |at: usize| p.get(at..at + 4).map_or([0; 4], |b| *b.first_chunk().unwrap_or(&[0; 4]));
    let index = |at: usize| Key::anywhere(INDEX).and(&word(at));
    let found = match p.first() {
        Some(&INITIATION) => {
            let count = past.get(&Key::anywhere(COUNT_OF)).map_or(0, |n| n.number());
            past.set_number(&Key::anywhere(COUNT_OF), count + 1);
            past.set_number(&index(4), count);
            past.get(&index(4))
        }
        Some(&RESPONSE) => {
            let found = past.get(&index(8));
            if let Some(handshake) = &found {
                past.keep(&index(4), handshake.clone());
            }
            found
        }
        Some(&COOKIE | &DATA) => past.get(&index(4)),
        _ => None,
    };
    if let Some(handshake) = found {
        past.note(0, &handshake);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let at = c.span(0);
    message(cx, c)?;
    if let Some(handshake) = cx.recalled(0) {
        cx.generated(STREAM, at, Value::U(handshake.number()));
        if c.peek_u8(0)? == RESPONSE {
            cx.generated(RESPONSE_TO, at, Value::U(handshake.frame));
        }
    }
    Ok(())
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !looks_like(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    let total = c.left();
    let kind = c.peek_u8(0)?;
    cx.protocol("WireGuard");
    cx.info(|o| _ = o.s(TYPES.or(u64::from(kind), "")));
    cx.u8(TYPE, &mut c)?;
    cx.field(RESERVED, &mut c, 3)?;
    let index = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field, name: &str| -> Result<u32, Stop> {
        let v = cx.u32_le(field, c)?;
        cx.info_add(|o| {
            o.s(", ").s(name).s("=0x");
            for shift in (0..8).rev() {
                let digit = (v >> (4 * shift) & 15) as u8;
                o.c(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 });
            }
        });
        Ok(v)
    };
    match kind {
        INITIATION => {
            index(cx, &mut c, SENDER, "sender")?;
            ephemeral(cx, &mut c)?;
            skip(cx, ENCRYPTED_STATIC, &mut c, 48)?;
            skip(cx, ENCRYPTED_TIMESTAMP, &mut c, 28)?;
        }
        RESPONSE => {
            index(cx, &mut c, SENDER, "sender")?;
            index(cx, &mut c, RECEIVER, "receiver")?;
            ephemeral(cx, &mut c)?;
            skip(cx, ENCRYPTED_EMPTY, &mut c, 16)?;
        }
        COOKIE => {
            index(cx, &mut c, RECEIVER, "receiver")?;
            cx.field(NONCE, &mut c, 24)?;
            cx.field(ENCRYPTED_COOKIE, &mut c, 32)?;
            return Ok(());
        }
        _ => {
            if total == EMPTY {
                cx.info(|o| _ = o.s("Keepalive"));
            }
            index(cx, &mut c, RECEIVER, "receiver")?;
            let counter = cx.u64_le(COUNTER, &mut c)?;
            cx.info_add(|o| {
                o.s(", counter=").u(counter);
                if total > EMPTY {
                    o.s(", datalen=").u((total - EMPTY) as u64);
                }
            });
            let n = c.left();
            let at = c.span(n);
            let item = cx.add(ENCRYPTED_PACKET, at, Value::None);
            if total == EMPTY {
                cx.expert(KEEPALIVE, item, at);
            }
            return Ok(());
        }
    }
    cx.field(MAC1, &mut c, 16)?;
    cx.field(MAC2, &mut c, 16).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648, 10.
    #[test]
    fn base64_of_the_standards_examples() {
        for (bytes, want) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            let mut buf = Vec::new();
            base64(&mut Out::new(&mut buf), bytes.as_bytes());
            assert_eq!(buf, want.as_bytes());
        }
    }
}
