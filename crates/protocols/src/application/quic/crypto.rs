//! Protection of packets (RFC 9001, 5; RFC 9369, 3.3), and the keys that everyone can derive: those of Initial ones.

use crate::application::tls::decrypt::{Cipher, Hash, Suite, aead, expand};
use aes::cipher::consts::U16;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256};
use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes128Gcm, Nonce, Tag};
use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};
use hkdf::Hkdf;
use sha2::{Sha256, Sha384};

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
        v if v & 0x0f0f_0f0f == 0x0a0a_0a0a => &[2, 0, 3],
        _ => &[0, 2, 3],
    }
}

/// Keys of one direction. What a suite does not use stays zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Keys {
    pub suite: Suite,
    pub key: [u8; 32],
    pub iv: [u8; 12],
    /// That of the header, which stays when keys are updated (RFC 9001, 6).
    pub hp: [u8; 32],
}

/// The suite of Initial packets: TLS_AES_128_GCM_SHA256.
const INITIAL_SUITE: Suite = Suite { cipher: Cipher::Gcm, key: 16, hash: Hash::Sha256 };

fn keys(version: u32, salt: &[u8; 20], dcid: &[u8], from_server: bool) -> Option<Keys> {
    let initial = Hkdf::<Sha256>::new(Some(salt), dcid);
    let mut secret = [0; 32];
    let label: &[u8] = if from_server { b"server in" } else { b"client in" };
    initial.expand(&info(label, secret.len()), &mut secret).ok()?;
    Keys::of(is_v2(version), INITIAL_SUITE, &secret)
}

/// HkdfLabel (RFC 8446, 7.1) with an empty context.
fn info(label: &[u8], len: usize) -> Vec<u8> {
    let mut info = Vec::with_capacity(10 + label.len());
    info.extend((len as u16).to_be_bytes());
    info.push((6 + label.len()) as u8);
    info.extend(b"tls13 ");
    info.extend(label);
    info.push(0);
    info
}

type Expand = Box<dyn Fn(&[u8], &mut [u8])>;

/// HKDF-Expand-Label with a secret, which is made ready once.
fn expander(hash: Hash, secret: &[u8]) -> Option<Expand> {
    // Expanding fails only for outputs of more than 255 digests.
    Some(match hash {
        Hash::Sha1 => return None,
        Hash::Sha256 => {
            let prk = Hkdf::<Sha256>::from_prk(secret).ok()?;
            Box::new(move |label, to| _ = prk.expand(&info(label, to.len()), to))
        }
        Hash::Sha384 => {
            let prk = Hkdf::<Sha384>::from_prk(secret).ok()?;
            Box::new(move |label, to| _ = prk.expand(&info(label, to.len()), to))
        }
    })
}

/// Whether a version's labels are those of version 2.
pub(super) fn is_v2(version: u32) -> bool {
    V2.contains(&version)
}

/// The secret that keys are updated with (RFC 9001, 6.1).
pub(super) fn next_secret(v2: bool, hash: Hash, secret: &[u8]) -> Vec<u8> {
    expand(hash, secret, if v2 { b"quicv2 ku" } else { b"quic ku" }, hash.len())
}

/// A header whose protection was taken off.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// The first byte as it was before it was masked.
    pub first: u8,
    /// The whole packet number, and how many bytes of it were sent.
    pub number: u64,
    pub number_len: usize,
    /// All of the header as it was.
    bytes: Vec<u8>,
}

impl Keys {
    /// The keys that a secret gives; `None` when it has not the length that the suite's secrets have.
    pub fn of(v2: bool, suite: Suite, secret: &[u8]) -> Option<Keys> {
        let [key, iv, hp]: [&[u8]; 3] = if v2 {
            [b"quicv2 key", b"quicv2 iv", b"quicv2 hp"]
        } else {
            [b"quic key", b"quic iv", b"quic hp"]
        };
        if secret.len() != suite.hash.len() || matches!(suite.cipher, Cipher::Cbc(_)) {
            return None;
        }
        let mut k = Keys { suite, key: [0; 32], iv: [0; 12], hp: [0; 32] };
        let expand = expander(suite.hash, secret)?;
        expand(key, k.key.get_mut(..suite.key)?);
        expand(iv, &mut k.iv);
        expand(hp, k.hp.get_mut(..suite.key)?);
        Some(k)
    }

    /// What headers are masked with (RFC 9001, 5.4.3 and 5.4.4).
    pub fn mask(&self, sample: &[u8; 16]) -> [u8; 5] {
        fn block<C: BlockCipherEncrypt<BlockSize = U16> + KeyInit>(key: &[u8], sample: &[u8; 16]) -> [u8; 5] {
            let mut block = Array(*sample);
            if let Ok(c) = C::new_from_slice(key) {
                c.encrypt_block(&mut block);
            }
            let [a, b, c, d, e, ..] = block.0;
            [a, b, c, d, e]
        }
        match (self.suite.cipher, self.hp.first_chunk::<16>()) {
            (Cipher::ChaCha, _) => {
                let [a, b, c, d, nonce @ ..] = *sample;
                let mut cipher = ChaCha20::new(&Array(self.hp), &Array(nonce));
                let mut mask = [0; 5];
                // The position counts bytes, the sample's counter blocks of 64.
                if cipher.try_seek(u64::from(u32::from_le_bytes([a, b, c, d])) * 64).is_ok() {
                    _ = cipher.try_apply_keystream(&mut mask);
                }
                mask
            }
            (_, Some(short)) if self.suite.key == 16 => block::<Aes128>(short, sample),
            _ => block::<Aes256>(&self.hp, sample),
        }
    }

    /// Takes the protection off a packet's header. The packet number stands at `at`; `expected` is the one that
    /// comes next in its space.
    pub fn header(&self, packet: &[u8], at: usize, expected: u64) -> Option<Header> {
        let sample = packet.get(at.checked_add(4)?..)?.first_chunk::<16>()?;
        let mask = self.mask(sample);
        // Of a long header four bits are masked, of a short one five.
        let bits = if packet.first()? & 0x80 != 0 { 0x0f } else { 0x1f };
        let first = packet.first()? ^ (mask[0] & bits);
        let number_len = usize::from(first & 3) + 1;
        let mut bytes = packet.get(..at + number_len)?.to_vec();
        *bytes.first_mut()? = first;
        let mut sent = 0;
        for (b, m) in bytes.iter_mut().skip(at).zip(mask.iter().skip(1)) {
            *b ^= m;
            sent = sent << 8 | u64::from(*b);
        }
        Some(Header { first, number: whole_number(sent, number_len, expected), number_len, bytes })
    }

    /// Takes the protection off a packet's payload: `None` when its tag does not fit.
    pub fn payload(&self, h: &Header, packet: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = self.iv;
        for (n, b) in nonce.iter_mut().skip(4).zip(h.number.to_be_bytes()) {
            *n ^= b;
        }
        aead(&self.suite, &self.key, &nonce, &h.bytes, packet.get(h.bytes.len()..)?)
    }
}

/// A packet whose protection was taken off.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// The first byte as it was before it was masked.
    pub first: u8,
    /// The packet number.
    pub number: u64,
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
    let h = k.header(packet, at, 0)?;
    let payload = k.payload(&h, packet);
    Some(Opened { first: h.first, number: h.number, number_len: h.number_len, payload })
}

/// Checks the tag at the end of a Retry packet (RFC 9001, 5.8); `None` when the version's key is not known.
pub(super) fn retry_is_sound(version: u32, packet: &[u8], odcid: &[u8]) -> Option<bool> {
    let (key, nonce): ([u8; 16], [u8; 12]) = match version {
        1 | 0xff00_0021 | 0xff00_0022 => (
            [0xbe, 0x0c, 0x69, 0x0b, 0x9f, 0x66, 0x57, 0x5a, 0x1d, 0x76, 0x6b, 0x54, 0xe3, 0x68, 0xc8, 0x4e],
            [0x46, 0x15, 0x99, 0xd3, 0x5d, 0x63, 0x2b, 0xf2, 0x23, 0x98, 0x25, 0xbb],
        ),
        0x6b33_43cf => (
            [0x8f, 0xb4, 0xb0, 0x1b, 0x56, 0xac, 0x48, 0xe2, 0x60, 0xfb, 0xcb, 0xce, 0xad, 0x7c, 0xcc, 0x92],
            [0xd8, 0x69, 0x69, 0xbc, 0x2d, 0x7c, 0x6d, 0x99, 0x90, 0xef, 0xb0, 0x4a],
        ),
        0xff00_001d..=0xff00_0020 => (
            [0xcc, 0xce, 0x18, 0x7e, 0xd0, 0x9a, 0x09, 0xd0, 0x57, 0x28, 0x15, 0x5a, 0x6c, 0xb9, 0x6b, 0xe1],
            [0xe5, 0x49, 0x30, 0xf9, 0x7f, 0x21, 0x36, 0xf0, 0x53, 0x0a, 0x8c, 0x1c],
        ),
        0xff00_0019..=0xff00_001c => (
            [0x4d, 0x32, 0xec, 0xdb, 0x2a, 0x21, 0x33, 0xc8, 0x41, 0xe4, 0x04, 0x3d, 0xf2, 0x7d, 0x44, 0x30],
            [0x4d, 0x16, 0x11, 0xd0, 0x55, 0x13, 0xa5, 0x52, 0xc5, 0x87, 0xd5, 0x75],
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
        assert_eq!(k.key[..16].to_vec(), hex("1f369613dd76d5467730efcbe3b1a22d"));
        assert_eq!(k.iv.to_vec(), hex("fa044b2f42a3fd3b46fb255c"));
        assert_eq!(k.hp[..16].to_vec(), hex("9f50449e04a0e810283a1e9933adedd2"));
        let k = keys(1, &SALTS[0], &dcid, true).unwrap();
        assert_eq!(k.key[..16].to_vec(), hex("cf3a5331653c364c88f0f379b6067e37"));
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

    const CHACHA: Suite = Suite { cipher: Cipher::ChaCha, key: 32, hash: Hash::Sha256 };

    /// RFC 9001, A.5: a packet with a short header, and the secret that would come next.
    #[test]
    fn the_chacha20_packet_of_the_standards_example() {
        let secret = hex("9ac312a7f877468ebe69422748ad00a15443f18203a07d6060f688f30f21632b");
        let k = Keys::of(false, CHACHA, &secret).unwrap();
        assert_eq!(k.key.to_vec(), hex("c6d98ff3441c3fe1b2182094f69caa2ed4b716b65488960a7a984979fb23e1c8"));
        assert_eq!(k.iv.to_vec(), hex("e0459b3474bdd0e44a41c144"));
        assert_eq!(k.hp.to_vec(), hex("25a282b9e82f06f21f488917a4fc8f1b73573685608597d0efcb076b0ab7a7a4"));
        let ku = next_secret(false, Hash::Sha256, &secret);
        assert_eq!(ku, hex("1223504755036d556342ee9361d253421a826c9ecdf3c7148684b36b714881f9"));
        let packet = hex("4cfe4189655e5cd55c41f69080575d7999c25a5bfb");
        assert_eq!(
            k.mask(&hex("5e5cd55c41f69080575d7999c25a5bfb").try_into().unwrap()).to_vec(),
            hex("aefefe7d03")
        );
        let h = k.header(&packet, 1, 654_360_560).unwrap();
        assert_eq!((h.first, h.number, h.number_len), (0x42, 654_360_564, 3));
        assert_eq!(k.payload(&h, &packet), Some(vec![1]));
        // Without the numbers before it, the number is another, and so is the nonce.
        let h = k.header(&packet, 1, 0).unwrap();
        assert_eq!((h.number, k.payload(&h, &packet)), (0xbff4, None));
        for n in 0..packet.len() {
            assert!(
                k.header(&packet[..n], 1, 654_360_560).is_none_or(|h| k.payload(&h, &packet[..n]).is_none())
            );
        }
    }

    /// RFC 9369, A.5: the same in version 2.
    #[test]
    fn the_chacha20_packet_of_version_2() {
        let secret = hex("9ac312a7f877468ebe69422748ad00a15443f18203a07d6060f688f30f21632b");
        let k = Keys::of(true, CHACHA, &secret).unwrap();
        assert_eq!(k.key.to_vec(), hex("3bfcddd72bcf02541d7fa0dd1f5f9eeea817e09a6963a0e6c7df0f9a1bab90f2"));
        assert_eq!(k.iv.to_vec(), hex("a6b5bc6ab7dafce30ffff5dd"));
        assert_eq!(k.hp.to_vec(), hex("d659760d2ba434a226fd37b35c69e2da8211d10c4f12538787d65645d5d1b8e2"));
        let ku = next_secret(true, Hash::Sha256, &secret);
        assert_eq!(ku, hex("c69374c49e3d2a9466fa689e49d476db5d0dfbc87d32ceeaa6343fd0ae4c7d88"));
        let packet = hex("5558b1c60ae7b6b932bc27d786f4bc2bb20f2162ba");
        let h = k.header(&packet, 1, 654_360_560).unwrap();
        assert_eq!((h.number, k.payload(&h, &packet)), (654_360_564, Some(vec![1])));
    }

    /// Secrets of another length belong to another hash.
    #[test]
    fn secrets_fit_the_suite() {
        assert_eq!(Keys::of(false, CHACHA, &[1; 48]), None);
        assert_eq!(Keys::of(false, Suite { cipher: Cipher::Cbc(Hash::Sha256), ..CHACHA }, &[1; 32]), None);
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
