//! Keys that everyone can derive: those of Initial packets (RFC 9001, 5; RFC 9369, 3.3).

use aes::Aes128;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes128Gcm, Nonce, Tag};
use hkdf::Hkdf;
use sha2::Sha256;

/// The second version of QUIC, whose labels differ (RFC 9369).
const V2: [u32; 2] = [0x6b33_43cf, 0x709a_50c4];

/// Salts by the versions they belong to, newest first.
const SALTS: [[u8; 20]; 9] = [
    // Version 1.
    [
        0x38, 0x76, 0x2c, 0xf7, 0xf5, 0x59, 0x34, 0xb3, 0x4d, 0x17, 0x9a, 0xe6, 0xa4, 0xc8, 0x0c, 0xad, 0xcc,
        0xbb, 0x7f, 0x0a,
    ],
    // Version 2.
    [
        0x0d, 0xed, 0xe3, 0xde, 0xf7, 0x00, 0xa6, 0xdb, 0x81, 0x93, 0x81, 0xbe, 0x6e, 0x26, 0x9d, 0xcb, 0xf9,
        0xbd, 0x2e, 0xd9,
    ],
    // Drafts 29 to 32.
    [
        0xaf, 0xbf, 0xec, 0x28, 0x99, 0x93, 0xd2, 0x4c, 0x9e, 0x97, 0x86, 0xf1, 0x9c, 0x61, 0x11, 0xe0, 0x43,
        0x90, 0xa8, 0x99,
    ],
    // Drafts 23 to 28.
    [
        0xc3, 0xee, 0xf7, 0x12, 0xc7, 0x2e, 0xbb, 0x5a, 0x11, 0xa7, 0xd2, 0x43, 0x2b, 0xb4, 0x63, 0x65, 0xbe,
        0xf9, 0xf5, 0x02,
    ],
    // Drafts 21 and 22.
    [
        0x7f, 0xbc, 0xdb, 0x0e, 0x7c, 0x66, 0xbb, 0xe9, 0x19, 0x3a, 0x96, 0xcd, 0x21, 0x51, 0x9e, 0xbd, 0x7a,
        0x02, 0x64, 0x4a,
    ],
    // Drafts 17 to 20.
    [
        0xef, 0x4f, 0xb0, 0xab, 0xb4, 0x74, 0x70, 0xc4, 0x1b, 0xef, 0xcf, 0x80, 0x31, 0x33, 0x4f, 0xae, 0x48,
        0x5e, 0x09, 0xa0,
    ],
    // Google's Q050.
    [
        0x50, 0x45, 0x74, 0xef, 0xd0, 0x66, 0xfe, 0x2f, 0x9d, 0x94, 0x5c, 0xfc, 0xdb, 0xd3, 0xa7, 0xf0, 0xd3,
        0xb5, 0x6b, 0x45,
    ],
    // Google's T050.
    [
        0x7f, 0xf5, 0x79, 0xe5, 0xac, 0xd0, 0x72, 0x91, 0x55, 0x80, 0x30, 0x4c, 0x43, 0xa2, 0x36, 0x7c, 0x60,
        0x48, 0x83, 0x10,
    ],
    // Google's T051.
    [
        0x7a, 0x4e, 0xde, 0xf4, 0xe7, 0xcc, 0xee, 0x5f, 0xa4, 0x50, 0x6c, 0x19, 0x12, 0x4f, 0xc8, 0xcc, 0xda,
        0x6e, 0x03, 0x3d,
    ],
];

/// Numbers of the salts that a version may use, likeliest first.
fn salts(version: u32) -> &'static [usize] {
    match version {
        0x0000_0001 => &[0],
        0x6b33_43cf | 0x709a_50c4 => &[1],
        0x5130_3530 => &[6],
        0x5430_3530 => &[7],
        0x5430_3531 => &[8],
        v if v >> 8 == 0x00ff_0000 => match v & 0xff {
            33.. => &[0],
            29..=32 => &[2],
            23..=28 => &[3],
            21 | 22 => &[4],
            _ => &[5],
        },
        // Facebook's, and those that only provoke a negotiation.
        0xface_b001 => &[4, 3],
        0xface_b002..=0xface_b00f => &[3, 2],
        _ => &[0, 2, 3],
    }
}

/// Keys of one direction.
struct Keys {
    key: [u8; 16],
    iv: [u8; 12],
    hp: [u8; 16],
}

fn expand(prk: &Hkdf<Sha256>, label: &str, out: &mut [u8]) {
    // HkdfLabel (RFC 8446, 7.1) with an empty context.
    let mut info = Vec::with_capacity(10 + label.len());
    info.extend((out.len() as u16).to_be_bytes());
    info.push((6 + label.len()) as u8);
    info.extend(b"tls13 ");
    info.extend(label.as_bytes());
    info.push(0);
    // Fails only for outputs of more than 8,160 bytes.
    let _ = prk.expand(&info, out);
}

fn keys(version: u32, salt: &[u8; 20], dcid: &[u8], from_server: bool) -> Option<Keys> {
    let initial = Hkdf::<Sha256>::new(Some(salt), dcid);
    let mut secret = [0; 32];
    expand(&initial, if from_server { "server in" } else { "client in" }, &mut secret);
    keys_of(version, &secret)
}

/// The keys that a secret gives.
fn keys_of(version: u32, secret: &[u8]) -> Option<Keys> {
    let prk = Hkdf::<Sha256>::from_prk(secret).ok()?;
    let mut k = Keys { key: [0; 16], iv: [0; 12], hp: [0; 16] };
    let [key, iv, hp] = if V2.contains(&version) {
        ["quicv2 key", "quicv2 iv", "quicv2 hp"]
    } else {
        ["quic key", "quic iv", "quic hp"]
    };
    expand(&prk, key, &mut k.key);
    expand(&prk, iv, &mut k.iv);
    expand(&prk, hp, &mut k.hp);
    Some(k)
}

/// A packet whose protection was taken off.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// The first byte as it was before it was masked.
    pub first: u8,
    /// The packet number, as much of it as was sent.
    pub number: u32,
    /// Bytes that the packet number takes.
    pub number_len: usize,
    /// The frames; `None` when the tag does not fit, as in packets that were cut.
    pub payload: Option<Vec<u8>>,
}

/// Opens an Initial packet. `packet` begins with its first byte and ends with the packet; the packet number
/// stands at `at`. `dcid` is the connection identifier that the client chose first. When no key opens it,
/// the header is given as the likeliest key has it.
pub(super) fn open(version: u32, packet: &[u8], at: usize, dcid: &[u8], from_server: bool) -> Option<Opened> {
    let mut likeliest = None;
    for salt in salts(version).iter().filter_map(|n| SALTS.get(*n)) {
        let opened = open_with(&keys(version, salt, dcid, from_server)?, packet, at);
        match opened {
            Some(o) if o.payload.is_some() => return Some(o),
            o => likeliest = likeliest.or(o),
        }
    }
    likeliest
}

/// Opens a packet with a traffic secret of TLS_AES_128_GCM_SHA256. `expected` is the number that comes next.
pub(super) fn open_secret(
    version: u32,
    secret: &[u8],
    packet: &[u8],
    at: usize,
    expected: u64,
) -> Option<(Opened, u64)> {
    let k = keys_of(version, secret)?;
    let (opened, number) = unprotect(&k, packet, at, expected)?;
    opened.payload.is_some().then_some((opened, number))
}

/// The whole number of which the last bytes were sent (RFC 9000, A.3).
fn whole_number(sent: u64, len: usize, expected: u64) -> u64 {
    let window = 1u64 << (8 * len.min(4));
    let candidate = expected & !(window - 1) | sent;
    if candidate + window / 2 <= expected && candidate < (1 << 62) - window {
        candidate + window
    } else if candidate > expected + window / 2 && candidate >= window {
        candidate - window
    } else {
        candidate
    }
}

fn open_with(k: &Keys, packet: &[u8], at: usize) -> Option<Opened> {
    unprotect(k, packet, at, 0).map(|o| o.0)
}

/// Takes off both protections of a packet; its whole number too.
fn unprotect(k: &Keys, packet: &[u8], at: usize, expected: u64) -> Option<(Opened, u64)> {
    let sample = packet.get(at + 4..)?.first_chunk::<16>()?;
    let mut block = Array(*sample);
    Aes128::new(&Array(k.hp)).encrypt_block(&mut block);
    let mask = block.0;
    // Of a long header four bits are masked, of a short one five.
    let bits = if packet.first()? & 0x80 != 0 { 0x0f } else { 0x1f };
    let first = packet.first()? ^ (mask[0] & bits);
    let number_len = usize::from(first & 3) + 1;
    let mut header = packet.get(..at + number_len)?.to_vec();
    *header.first_mut()? = first;
    let mut number = 0;
    for (b, m) in header.iter_mut().skip(at).zip(mask.iter().skip(1)) {
        *b ^= m;
        number = number << 8 | u32::from(*b);
    }
    let whole =
        if expected == 0 { u64::from(number) } else { whole_number(u64::from(number), number_len, expected) };
    let mut nonce = k.iv;
    for (n, b) in nonce.iter_mut().skip(4).zip(whole.to_be_bytes()) {
        *n ^= b;
    }
    let payload = packet.get(at + number_len..).and_then(|body| body.split_last_chunk::<16>());
    let payload = payload.and_then(|(sealed, tag)| {
        let mut payload = sealed.to_vec();
        let cipher = Aes128Gcm::new(&Array(k.key));
        let buffer = payload.as_mut_slice().into();
        cipher.decrypt_inout_detached(&Nonce::from(nonce), &header, buffer, &Tag::from(*tag)).ok()?;
        Some(payload)
    });
    Some((Opened { first, number, number_len, payload }, whole))
}

/// Checks the tag at the end of a Retry packet (RFC 9001, 5.8); `None` when the version's key is not known.
pub(super) fn retry_is_sound(version: u32, packet: &[u8], odcid: &[u8]) -> Option<bool> {
    let (key, nonce): ([u8; 16], [u8; 12]) = match version {
        1 => (
            [0xbe, 0x0c, 0x69, 0x0b, 0x9f, 0x66, 0x57, 0x5a, 0x1d, 0x76, 0x6b, 0x54, 0xe3, 0x68, 0xc8, 0x4e],
            [0x46, 0x15, 0x99, 0xd3, 0x5d, 0x63, 0x2b, 0xf2, 0x23, 0x98, 0x25, 0xbb],
        ),
        0x6b33_43cf => (
            [0x8f, 0xb4, 0xb0, 0x1b, 0x56, 0xac, 0x48, 0xe2, 0x60, 0xfb, 0xcb, 0xce, 0xad, 0x7c, 0xcc, 0x92],
            [0xd8, 0x69, 0x69, 0xbc, 0x2d, 0x7c, 0x6d, 0x99, 0x90, 0xef, 0xb0, 0x4a],
        ),
        _ => return None,
    };
    let (said, tag) = packet.split_last_chunk::<16>()?;
    let mut pseudo = Vec::with_capacity(1 + odcid.len() + said.len());
    pseudo.push(odcid.len() as u8);
    pseudo.extend_from_slice(odcid);
    pseudo.extend_from_slice(said);
    let cipher = Aes128Gcm::new(&Array(key));
    let mut nothing = [0u8; 0];
    Some(
        cipher
            .decrypt_inout_detached(
                &Nonce::from(nonce),
                &pseudo,
                nothing.as_mut_slice().into(),
                &Tag::from(*tag),
            )
            .is_ok(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(s: &str) -> Vec<u8> {
        (0..s.len()).step_by(2).map(|i| u8::from_str_radix(&s[i..i + 2], 16).unwrap()).collect()
    }

    /// RFC 9001, A.1.
    #[test]
    fn keys_of_the_standards_example() {
        let dcid = hex("8394c8f03e515708");
        let k = keys(1, &SALTS[0], &dcid, false).unwrap();
        assert_eq!(k.key.to_vec(), hex("1f369613dd76d5467730efcbe3b1a22d"));
        assert_eq!(k.iv.to_vec(), hex("fa044b2f42a3fd3b46fb255c"));
        assert_eq!(k.hp.to_vec(), hex("9f50449e04a0e810283a1e9933adedd2"));
        let k = keys(1, &SALTS[0], &dcid, true).unwrap();
        assert_eq!(k.key.to_vec(), hex("cf3a5331653c364c88f0f379b6067e37"));
    }

    /// RFC 9001, A.3: the server's Initial.
    #[test]
    fn the_servers_initial_of_the_standards_example() {
        let packet = hex(concat!(
            "cf000000010008f067a5502a4262b5004075c0d95a482cd0991cd25b0aac406a5816b6394100f37a1c69797554780bb3",
            "8cc5a99f5ede4cf73c3ec2493a1839b3dbcba3f6ea46c5b7684df3548e7ddeb9c3bf9c73cc3f3bded74b562bfb19fb84",
            "022f8ef4cdd93795d77d06edbb7aaf2f58891850abbdca3d20398c276456cbc42158407dd074ee"
        ));
        let o = open(1, &packet, 18, &hex("8394c8f03e515708"), true).unwrap();
        assert_eq!((o.first, o.number, o.number_len), (0xc1, 1, 2));
        assert_eq!(o.payload.unwrap()[..5], [0x02, 0, 0, 0, 0]);
        let opened =
            |packet: &[u8], dcid| open(1, packet, 18, &hex(dcid), true).is_some_and(|o| o.payload.is_some());
        assert!(!opened(&packet, "8394c8f03e515709"));
        for n in 0..packet.len() {
            assert!(!opened(&packet[..n], "8394c8f03e515708"));
        }
    }

    /// RFC 9000, A.3.
    #[test]
    fn numbers_are_made_whole() {
        assert_eq!(whole_number(0x9b32, 2, 0xa82f_30eb), 0xa82f_9b32);
        assert_eq!(
            (whole_number(3, 1, 0), whole_number(2, 1, 0xff), whole_number(0xfe, 1, 0x101)),
            (3, 0x102, 0xfe)
        );
    }

    /// RFC 9001, A.4.
    #[test]
    fn a_retry_is_verified() {
        let packet = hex("ff000000010008f067a5502a4262b5746f6b656e04a265ba2eff4d829058fb3f0f2496ba");
        assert_eq!(retry_is_sound(1, &packet, &hex("8394c8f03e515708")), Some(true));
        assert_eq!(retry_is_sound(1, &packet, &hex("8394c8f03e515700")), Some(false));
    }
}
