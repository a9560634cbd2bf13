//! Secure Shell, RFC 4253: versions and key exchange; what is encrypted stays so.

use crate::application::text;
use md5::{Digest, Md5};
use requin_wire::{Cursor, Cx, Field, Item, Ports, ProtoId, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    SSH "ssh" "SSH Protocol" "SSH" App
    on [Tcp 22, SctpPort 22]
    looks_like [Tcp looks_like => [b'S'..=b'S']]
    track [remember]
    fields {
        MESSAGE_CODE "ssh.message_code" "Message Code": U8 Dec = MESSAGES;
        PROTOCOL "ssh.protocol" "Protocol": Str;
        PACKET_LENGTH "ssh.packet_length" "Packet Length": U32 Dec;
        PACKET_LENGTH_ENCRYPTED "ssh.packet_length_encrypted" "Packet Length (encrypted)": Bytes;
        PADDING_LENGTH "ssh.padding_length" "Padding Length": U8 Dec;
        PAYLOAD "ssh.payload" "Payload": Bytes;
        ENCRYPTED_PACKET "ssh.encrypted_packet" "Encrypted Packet": Bytes;
        PADDING_STRING "ssh.padding_string" "Padding String": Bytes;
        SEQ_NUM "ssh.seq_num" "Sequence number": U32 Dec;
        DIRECTION "ssh.direction" "Direction": Bool;
        COOKIE "ssh.cookie" "Cookie": Bytes;
        KEX_ALGORITHMS "ssh.kex_algorithms" "kex_algorithms string": Str;
        SERVER_HOST_KEY_ALGORITHMS "ssh.server_host_key_algorithms" "server_host_key_algorithms string": Str;
        ENCRYPTION_ALGORITHMS_CLIENT_TO_SERVER "ssh.encryption_algorithms_client_to_server" "encryption_algorithms_client_to_server string": Str;
        ENCRYPTION_ALGORITHMS_SERVER_TO_CLIENT "ssh.encryption_algorithms_server_to_client" "encryption_algorithms_server_to_client string": Str;
        MAC_ALGORITHMS_CLIENT_TO_SERVER "ssh.mac_algorithms_client_to_server" "mac_algorithms_client_to_server string": Str;
        MAC_ALGORITHMS_SERVER_TO_CLIENT "ssh.mac_algorithms_server_to_client" "mac_algorithms_server_to_client string": Str;
        COMPRESSION_ALGORITHMS_CLIENT_TO_SERVER "ssh.compression_algorithms_client_to_server" "compression_algorithms_client_to_server string": Str;
        COMPRESSION_ALGORITHMS_SERVER_TO_CLIENT "ssh.compression_algorithms_server_to_client" "compression_algorithms_server_to_client string": Str;
        LANGUAGES_CLIENT_TO_SERVER "ssh.languages_client_to_server" "languages_client_to_server string": Str;
        LANGUAGES_SERVER_TO_CLIENT "ssh.languages_server_to_client" "languages_server_to_client string": Str;
        KEX_ALGORITHMS_LENGTH "ssh.kex_algorithms_length" "kex_algorithms length": U32 Dec;
        SERVER_HOST_KEY_ALGORITHMS_LENGTH "ssh.server_host_key_algorithms_length" "server_host_key_algorithms length": U32 Dec;
        ENCRYPTION_ALGORITHMS_CLIENT_TO_SERVER_LENGTH "ssh.encryption_algorithms_client_to_server_length" "encryption_algorithms_client_to_server length": U32 Dec;
        ENCRYPTION_ALGORITHMS_SERVER_TO_CLIENT_LENGTH "ssh.encryption_algorithms_server_to_client_length" "encryption_algorithms_server_to_client length": U32 Dec;
        MAC_ALGORITHMS_CLIENT_TO_SERVER_LENGTH "ssh.mac_algorithms_client_to_server_length" "mac_algorithms_client_to_server length": U32 Dec;
        MAC_ALGORITHMS_SERVER_TO_CLIENT_LENGTH "ssh.mac_algorithms_server_to_client_length" "mac_algorithms_server_to_client length": U32 Dec;
        COMPRESSION_ALGORITHMS_CLIENT_TO_SERVER_LENGTH "ssh.compression_algorithms_client_to_server_length" "compression_algorithms_client_to_server length": U32 Dec;
        COMPRESSION_ALGORITHMS_SERVER_TO_CLIENT_LENGTH "ssh.compression_algorithms_server_to_client_length" "compression_algorithms_server_to_client length": U32 Dec;
        LANGUAGES_CLIENT_TO_SERVER_LENGTH "ssh.languages_client_to_server_length" "languages_client_to_server length": U32 Dec;
        LANGUAGES_SERVER_TO_CLIENT_LENGTH "ssh.languages_server_to_client_length" "languages_server_to_client length": U32 Dec;
        FIRST_KEX_PACKET_FOLLOWS "ssh.first_kex_packet_follows" "First KEX Packet Follows": U8 Dec;
        KEX_RESERVED "ssh.kex.reserved" "Reserved": Bytes;
        KEX_HASSH_ALGORITHMS "ssh.kex.hassh_algorithms" "hasshAlgorithms": Str;
        KEX_HASSH "ssh.kex.hassh" "hassh": Str;
        KEX_HASSHSERVER_ALGORITHMS "ssh.kex.hasshserver_algorithms" "hasshServerAlgorithms": Str;
        KEX_HASSHSERVER "ssh.kex.hasshserver" "hasshServer": Str;
        HOST_KEY_LENGTH "ssh.host_key.length" "Host key length": U32 Dec;
        HOST_KEY_TYPE_LENGTH "ssh.host_key.type_length" "Host key type length": U32 Dec;
        HOST_KEY_TYPE "ssh.host_key.type" "Host key type": Str;
        HOST_KEY_RSA_N "ssh.host_key.rsa.n" "RSA modulus (N)": Bytes;
        HOST_KEY_RSA_E "ssh.host_key.rsa.e" "RSA public exponent (e)": Bytes;
        HOST_KEY_ECDSA_ID "ssh.host_key.ecdsa.id" "ECDSA elliptic curve identifier": Str;
        HOST_KEY_ECDSA_ID_LENGTH "ssh.host_key.ecdsa.id_length" "ECDSA elliptic curve identifier length": U32 Dec;
        HOST_KEY_ECDSA_Q "ssh.host_key.ecdsa.q" "ECDSA public key (Q)": Bytes;
        HOST_KEY_ECDSA_Q_LENGTH "ssh.host_key.ecdsa.q_length" "ECDSA public key length": U32 Dec;
        HOST_KEY_EDDSA_KEY "ssh.host_key.eddsa.key" "EdDSA public key": Bytes;
        HOST_KEY_EDDSA_KEY_LENGTH "ssh.host_key.eddsa.key_length" "EdDSA public key length": U32 Dec;
        HOST_SIG_LENGTH "ssh.host_sig.length" "Host signature length": U32 Dec;
        HOST_SIG_TYPE_LENGTH "ssh.host_sig.type_length" "Host signature type length": U32 Dec;
        HOST_SIG_TYPE "ssh.host_sig.type" "Host signature type": Str;
        HOST_SIG_DATA "ssh.host_sig.data" "Host signature data": Bytes;
        HOST_SIG_RSA "ssh.host_sig.rsa" "RSA signature": Bytes;
        DH_E "ssh.dh.e" "DH client e": Bytes;
        DH_F "ssh.dh.f" "DH server f": Bytes;
        DH_GEX_MIN "ssh.dh_gex.min" "DH GEX Min": U32 Dec;
        DH_GEX_NBITS "ssh.dh_gex.nbits" "DH GEX Number of Bits": U32 Dec;
        DH_GEX_MAX "ssh.dh_gex.max" "DH GEX Max": U32 Dec;
        DH_GEX_P "ssh.dh_gex.p" "DH GEX modulus (P)": Bytes;
        DH_GEX_G "ssh.dh_gex.g" "DH GEX base (G)": Bytes;
        ECDH_Q_C "ssh.ecdh.q_c" "ECDH client's ephemeral public key (Q_C)": Bytes;
        ECDH_Q_C_LENGTH "ssh.ecdh.q_c_length" "ECDH client's ephemeral public key length": U32 Dec;
        ECDH_Q_S "ssh.ecdh.q_s" "ECDH server's ephemeral public key (Q_S)": Bytes;
        ECDH_Q_S_LENGTH "ssh.ecdh.q_s_length" "ECDH server's ephemeral public key length": U32 Dec;
        MPINT_LENGTH "ssh.mpint_length" "Multi Precision Integer Length": U32 Dec;
    }
    experts {
        PACKET_DECODE_ERROR "ssh.packet_decode.error" Warn Protocol "Packet decoded length not equal to packet length";
        KEY_LENGTH_ERROR "ssh.key_length.error" Error Protocol "Invalid key length";
    }
}

names! {
    MESSAGES {
        1 => "Disconnect", 2 => "Ignore", 3 => "Unimplemented", 4 => "Debug", 5 => "Service Request",
        6 => "Service Accept", 20 => "Key Exchange Init", 21 => "New Keys",
        30 => "Diffie-Hellman Key Exchange Init", 31 => "Diffie-Hellman Key Exchange Reply",
        32 => "Diffie-Hellman Group Exchange Init", 33 => "Diffie-Hellman Group Exchange Reply",
        34 => "Diffie-Hellman Group Exchange Request",
    }
}

/// The version of who sent the conversation's first packet was seen; the other one's is the next bit.
const VERSION: u64 = 1;
/// The same of keys that were taken into use.
const KEYS: u64 = 4;
/// A group was agreed upon first (RFC 4419).
const GROUP_EXCHANGE: u64 = 16;
/// The server answered the key exchange.
const ANSWERED: u64 = 32;
/// Where the counts of packets stand: 16 bits for who sent the first packet, then as many for the other.
const COUNT_AT: u32 = 16;

fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().starts_with(b"SSH-2.0-") || c.rest().starts_with(b"SSH-1.")
}

/// The longest packet that implementations take; RFC 4253, 6.1 asks for 35,000 bytes at least.
const LONGEST: usize = 256 * 1024;

/// The next plain packet: its length and message, and where it ends.
fn plain(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let head = bytes.get(at..)?.first_chunk::<6>()?;
    let len = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
    (2..=LONGEST).contains(&len).then_some((head[5], at + 4 + len))
}

fn remember(state: &mut [u64; 2], forward: bool, payload: &[u8], _: usize) -> Option<ProtoId> {
    let side = if forward { 0 } else { 1 };
    let mut at = 0;
    if payload.starts_with(b"SSH-") {
        state[0] |= VERSION << side;
        at = text::line(payload, 0)?.1;
    }
    while state[0] & KEYS << side == 0 {
        let Some((message, end)) = plain(payload, at) else { break };
        let shift = COUNT_AT + 16 * side;
        let count = state[0] >> shift & 0xffff;
        state[0] = state[0] & !(0xffff << shift) | ((count + 1) & 0xffff) << shift;
        match message {
            21 => state[0] |= KEYS << side,
            33 => state[0] |= GROUP_EXCHANGE | ANSWERED,
            32 | 34 => state[0] |= GROUP_EXCHANGE,
            31 => state[0] |= ANSWERED,
            _ => (),
        }
        at = end;
    }
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let server = cx.ports.src == 22 || cx.ports.dst != 22 && cx.ports.src < cx.ports.dst;
    // What is remembered goes by direction: the client need not have sent the conversation's first packet.
    let side = u32::from(cx.conversation().map_or(server, |f| !f.forward));
    let client = if server { 1 - side } else { side };
    let state = cx.state()[0];
    let version = c.rest().starts_with(b"SSH-");
    // The client says which version it is; until then nothing can be known of packets.
    let before = state & VERSION << client != 0;
    let told = before || version && !server;
    cx.protocol(if before { "SSHv2" } else { "SSH" });
    // Who speaks is said when all was read: not when the capture cut it.
    let cut = c.is_cut();
    cx.info(|o| {
        if !cut {
            o.s(if server { "Server: " } else { "Client: " });
        }
    });
    if version {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        let span = c.span(line.len());
        cx.info_add(|o| _ = o.s("Protocol (").text(line).s(")"));
        cx.add(PROTOCOL, span, Value::Str(span));
        c.advance(next);
    }
    let mut keys = state >> side & KEYS != 0;
    let mut number = (state >> (COUNT_AT + 16 * side)) & 0xffff;
    let mut first = !version;
    let mut handshake = state & ANSWERED != 0 && state & GROUP_EXCHANGE == 0;
    while !c.is_empty() {
        let begin = c;
        // What is no plain packet, or can't be known to be one, is taken for an encrypted one.
        let known = plain(c.rest(), 0).filter(|p| told && MESSAGES.find(u64::from(p.0)).is_some());
        if keys || known.is_none() {
            let step = encrypted(cx, &mut c, told, told && handshake && keys, first);
            if cut && step.is_err() {
                // The summary knows all there is to say; the tree would have had the bytes as well.
                cx.info_before(|o| _ = o.s(if server { "Server: " } else { "Client: " }));
                return cx.enclosed(|_| step);
            }
            step?;
            break;
        }
        let len = c.peek_u32(0)? as usize;
        if len + 4 > c.left() {
            if c.pos() == begin.pos() && first {
                // The rest comes in a later segment.
                return Err(Stop::NotMine);
            }
            break;
        }
        let mut packet = c.take(4 + len);
        let item = cx.line(packet.span(4 + len), |o| _ = o.s("SSH Version 2"));
        let message = packet.peek_u8(5)?;
        cx.under(item, |cx| plain_packet(cx, &mut packet, server, number, first))?;
        keys |= message == 21;
        handshake |= message == 31 && state & GROUP_EXCHANGE == 0;
        number += 1;
        first = false;
    }
    let item = cx.add(DIRECTION, begin_of(&c), Value::U(u64::from(server)));
    cx.set_generated(item);
    cx.label(item, |o| {
        _ = o.s("Direction: ").s(if server { "server-to-client" } else { "client-to-server" })
    });
    Ok(())
}

fn begin_of(c: &Cursor<'_>) -> Span {
    c.span(0)
}

/// A packet that is encrypted; `told`: the version is known.
fn encrypted<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    told: bool,
    decryptable: bool,
    first: bool,
) -> Step {
    let n = c.left();
    let cut = c.captured() < n;
    let item = if told { cx.line(c.span(n), |o| _ = o.s("SSH Version 2")) } else { Item::NONE };
    // With the handshake at hand only the secrets are missing, and nothing is claimed of the bytes.
    if !decryptable {
        cx.info_add(|o| {
            _ = o.s(if first { "" } else { ", " }).s("Encrypted packet (len=").u(n as u64).s(")")
        });
        cx.under(item, |cx| {
            if c.captured() >= 4 || !cut {
                let length = c.span(4);
                cx.add(PACKET_LENGTH_ENCRYPTED, length, Value::Bytes(length));
            }
            let mut rest = *c;
            rest.advance(4);
            // Of a packet that the capture cut, its length alone.
            if !rest.is_empty() && !cut {
                let span = rest.span(rest.left());
                cx.add(ENCRYPTED_PACKET, span, Value::Bytes(span));
            }
        });
        if cut {
            return Err(Stop::Cut);
        }
    }
    c.advance(n);
    Ok(())
}

fn plain_packet<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    server: bool,
    number: u64,
    first: bool,
) -> Step {
    let len = cx.u32(PACKET_LENGTH, c)? as usize;
    let padding = usize::from(cx.u8(PADDING_LENGTH, c)?);
    // Of a packet that the capture cut, tshark shows no more than that.
    if c.is_cut() {
        return Err(Stop::Cut);
    }
    let mut payload = c.take(len.saturating_sub(1 + padding));
    let message = payload.peek_u8(0)?;
    let whole = payload.span(payload.left());
    let kind = kind_of(&payload, message);
    cx.info_add(|o| _ = o.s(if first { "" } else { ", " }).s(kind.name(message)));
    let exchange = matches!(message, 20..=21 | 30..=49);
    let top = if exchange { cx.line(whole, |o| _ = o.s("Key Exchange")) } else { Item::NONE };
    cx.under(top, |cx| -> Step {
        let item = cx.field(MESSAGE_CODE, &mut payload, 1)?;
        cx.label(item, |o| _ = o.s("Message Code: ").s(kind.name(message)).s(" (").u(message).s(")"));
        match (message, kind) {
            (20, _) => key_exchange_init(cx, &mut payload, server)?,
            (30 | 32, Kind::Ecdh) => counted(cx, &mut payload, ECDH_Q_C_LENGTH, ECDH_Q_C)?,
            (30 | 32, _) => mpint(cx, &mut payload, DH_E)?,
            (31 | 33, Kind::Group) => {
                mpint(cx, &mut payload, DH_GEX_P)?;
                mpint(cx, &mut payload, DH_GEX_G)?;
            }
            (31 | 33, kind) => {
                host_key(cx, &mut payload)?;
                if kind == Kind::Ecdh {
                    counted(cx, &mut payload, ECDH_Q_S_LENGTH, ECDH_Q_S)?;
                } else {
                    mpint(cx, &mut payload, DH_F)?;
                }
                host_signature(cx, &mut payload)?;
            }
            (34, _) => {
                cx.u32(DH_GEX_MIN, &mut payload)?;
                cx.u32(DH_GEX_NBITS, &mut payload)?;
                cx.u32(DH_GEX_MAX, &mut payload)?;
            }
            _ => (),
        }
        Ok(())
    })?;
    if !payload.is_empty() {
        let n = payload.left();
        cx.bytes(PAYLOAD, &mut payload, n)?;
    }
    cx.bytes(PADDING_STRING, c, padding.min(c.left()))?;
    cx.add(SEQ_NUM, c.span(0), Value::U(number));
    Ok(())
}

/// Which key exchange a message belongs to: their numbers overlap, their forms do not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Dh,
    Ecdh,
    Group,
    GroupReply,
}

impl Kind {
    fn name(self, message: u8) -> &'static str {
        match (message, self) {
            (30, Kind::Ecdh) => "Elliptic Curve Diffie-Hellman Key Exchange Init",
            (31, Kind::Ecdh) => "Elliptic Curve Diffie-Hellman Key Exchange Reply",
            (31, Kind::Group) => "Diffie-Hellman Group Exchange Group",
            (message, _) => MESSAGES.or(u64::from(message), "Unknown"),
        }
    }
}

/// Points on curves, also beside post-quantum secrets, have few lengths; other numbers are much longer.
fn is_point(len: u32) -> bool {
    matches!(len, 32 | 56 | 65 | 97 | 133 | 1039 | 1071 | 1190 | 1216 | 1120 | 1249 | 1633 | 1665)
}

fn kind_of(payload: &Cursor<'_>, message: u8) -> Kind {
    let len = payload.peek_u32(1).unwrap_or(0);
    match message {
        30 if is_point(len) => Kind::Ecdh,
        31 | 33 => {
            // A reply begins with the host key, whose own first part names its type.
            let named = payload.peek_u32(5).is_ok_and(|n| n > 0 && n < 64 && n + 4 <= len)
                && payload.peek_u8(9).is_ok_and(|b| b.is_ascii_lowercase());
            let behind = payload.peek_u32(5 + len as usize).unwrap_or(0);
            match (named, message) {
                (false, _) => Kind::Group,
                (true, 33) => Kind::GroupReply,
                (true, _) if is_point(behind) => Kind::Ecdh,
                _ => Kind::Dh,
            }
        }
        _ => Kind::Dh,
    }
}

fn mpint<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    counted(cx, c, MPINT_LENGTH, field)
}

fn counted<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, length: Field, field: Field) -> Step {
    let n = cx.u32(length, c)? as usize;
    cx.bytes(field, c, n)?;
    Ok(())
}

const LISTS: [(Field, Field); 10] = [
    (KEX_ALGORITHMS_LENGTH, KEX_ALGORITHMS),
    (SERVER_HOST_KEY_ALGORITHMS_LENGTH, SERVER_HOST_KEY_ALGORITHMS),
    (ENCRYPTION_ALGORITHMS_CLIENT_TO_SERVER_LENGTH, ENCRYPTION_ALGORITHMS_CLIENT_TO_SERVER),
    (ENCRYPTION_ALGORITHMS_SERVER_TO_CLIENT_LENGTH, ENCRYPTION_ALGORITHMS_SERVER_TO_CLIENT),
    (MAC_ALGORITHMS_CLIENT_TO_SERVER_LENGTH, MAC_ALGORITHMS_CLIENT_TO_SERVER),
    (MAC_ALGORITHMS_SERVER_TO_CLIENT_LENGTH, MAC_ALGORITHMS_SERVER_TO_CLIENT),
    (COMPRESSION_ALGORITHMS_CLIENT_TO_SERVER_LENGTH, COMPRESSION_ALGORITHMS_CLIENT_TO_SERVER),
    (COMPRESSION_ALGORITHMS_SERVER_TO_CLIENT_LENGTH, COMPRESSION_ALGORITHMS_SERVER_TO_CLIENT),
    (LANGUAGES_CLIENT_TO_SERVER_LENGTH, LANGUAGES_CLIENT_TO_SERVER),
    (LANGUAGES_SERVER_TO_CLIENT_LENGTH, LANGUAGES_SERVER_TO_CLIENT),
];

fn key_exchange_init<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, server: bool) -> Step {
    let start = *c;
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Algorithms"));
    let step = cx.under(item, |cx| -> Step {
        cx.bytes(COOKIE, c, 16)?;
        let mut lists: [&[u8]; 10] = [&[]; 10];
        for (list, (length, field)) in lists.iter_mut().zip(LISTS) {
            let n = cx.u32(length, c)? as usize;
            *list = cx.bytes(field, c, n)?;
        }
        cx.u8(FIRST_KEX_PACKET_FOLLOWS, c)?;
        cx.bytes(KEX_RESERVED, c, 4)?;
        // What the offer is known by: https://github.com/salesforce/hassh
        if cx.wants_any(KEX_HASSH_ALGORITHMS, KEX_HASSHSERVER) {
            let way = usize::from(server);
            let parts = [lists[0], lists[2 + way], lists[4 + way], lists[6 + way]];
            let mut joined = Vec::new();
            for (i, part) in parts.iter().enumerate() {
                if i > 0 {
                    joined.push(b';');
                }
                joined.extend_from_slice(part);
            }
            let hash = Md5::digest(&joined);
            let (names, sum) = if server {
                (KEX_HASSHSERVER_ALGORITHMS, KEX_HASSHSERVER)
            } else {
                (KEX_HASSH_ALGORITHMS, KEX_HASSH)
            };
            let item = cx.add_bytes(names, c.span(0), &joined);
            cx.set_generated(item);
            let item = cx.add_str(sum, c.span(0), |o| _ = o.hex_bytes(&hash, 0));
            cx.set_generated(item);
        }
        Ok(())
    });
    cx.set_len(item, c.pos() - start.pos());
    step
}

/// The name at the front of keys and signatures.
fn type_name<'b>(c: &Cursor<'b>) -> &'b [u8] {
    let n = c.peek_u32(4).unwrap_or(0) as usize;
    c.peek_bytes(8, n).unwrap_or_default()
}

fn host_key<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let name = type_name(c);
    let n = c.peek_u32(0)? as usize;
    let item = cx.line(c.span(4 + n), |o| _ = o.s("KEX host key (type: ").text(name).s(")"));
    cx.under(item, |cx| -> Step {
        let n = cx.u32(HOST_KEY_LENGTH, c)? as usize;
        let mut key = c.take_all(n)?;
        counted(cx, &mut key, HOST_KEY_TYPE_LENGTH, HOST_KEY_TYPE)?;
        if name == b"ssh-rsa" {
            mpint(cx, &mut key, HOST_KEY_RSA_E)?;
            mpint(cx, &mut key, HOST_KEY_RSA_N)?;
        } else if name.starts_with(b"ecdsa-sha2-") {
            counted(cx, &mut key, HOST_KEY_ECDSA_ID_LENGTH, HOST_KEY_ECDSA_ID)?;
            counted(cx, &mut key, HOST_KEY_ECDSA_Q_LENGTH, HOST_KEY_ECDSA_Q)?;
        } else if name.starts_with(b"ssh-ed") {
            counted(cx, &mut key, HOST_KEY_EDDSA_KEY_LENGTH, HOST_KEY_EDDSA_KEY)?;
        }
        Ok(())
    })
}

fn host_signature<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let name = type_name(c);
    let n = c.peek_u32(0)? as usize;
    let item = cx.line(c.span(4 + n), |o| _ = o.s("KEX host signature (type: ").text(name).s(")"));
    cx.under(item, |cx| -> Step {
        let length = cx.field(HOST_SIG_LENGTH, c, 4)?;
        let mut signature = c.take_all(n)?;
        let from = signature.pos();
        counted(cx, &mut signature, HOST_SIG_TYPE_LENGTH, HOST_SIG_TYPE)?;
        if name == b"ssh-rsa" {
            mpint(cx, &mut signature, HOST_SIG_RSA)?;
        }
        let read = 4 + signature.pos() - from;
        if name != b"ssh-rsa" {
            cx.expert_with(PACKET_DECODE_ERROR, length, signature.span(0), |o| {
                o.s("Decoded ").u(read as u64).s(" bytes, but packet legnth is ").u(n as u64).s(" bytes");
            });
            if name.starts_with(b"rsa-") {
                let rest = signature.left();
                cx.bytes(HOST_SIG_DATA, &mut signature, rest)?;
            }
        }
        Ok(())
    })
}
