//! How keys come from secrets: the pseudorandom functions of TLS 1.0 to 1.2 (RFC 2246 and 5246, 5), and the key
//! schedule of TLS 1.3 (RFC 8446, 7).

use super::suite::{Cipher, Hash, Suite};
use hmac::{Hmac, KeyInit, Mac};

/// Keys of one direction. What a suite does not use stays zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Keys {
    pub(super) mac: [u8; 48],
    pub(super) key: [u8; 32],
    /// The fixed part of the nonce, or the vector of the next record (TLS 1.0).
    pub(super) iv: [u8; 16],
}

impl Default for Keys {
    fn default() -> Keys {
        Keys { mac: [0; 48], key: [0; 32], iv: [0; 16] }
    }
}

fn code<M: Mac + KeyInit>(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    // Keys may have any length.
    let Ok(mut m) = <M as KeyInit>::new_from_slice(key) else { return Vec::new() };
    parts.iter().for_each(|p| m.update(p));
    m.finalize().into_bytes().to_vec()
}

/// HMAC (RFC 2104) of several parts.
pub(super) fn hmac(hash: Hash, key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    match hash {
        Hash::Sha1 => code::<Hmac<sha1::Sha1>>(key, parts),
        Hash::Sha256 => code::<Hmac<sha2::Sha256>>(key, parts),
        Hash::Sha384 => code::<Hmac<sha2::Sha384>>(key, parts),
    }
}

/// P_hash: so many bytes of a secret and a seed.
fn p(hash: impl Fn(&[u8], &[&[u8]]) -> Vec<u8>, secret: &[u8], seed: &[u8], len: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(len + 48);
    let mut a = hash(secret, &[seed]);
    while out.len() < len && !a.is_empty() {
        out.extend(hash(secret, &[&a, seed]));
        a = hash(secret, &[&a]);
    }
    out.resize(len, 0);
    out
}

/// The pseudorandom function; `hash` counts from TLS 1.2 on.
fn prf(version: u16, hash: Hash, secret: &[u8], seed: &[u8], len: usize) -> Vec<u8> {
    if version >= 0x0303 {
        return p(|k, parts| hmac(hash, k, parts), secret, seed, len);
    }
    // Each hash has one half of the secret, the middle byte of an odd one both.
    let half = secret.len().div_ceil(2);
    let (first, second) =
        (secret.get(..half).unwrap_or_default(), secret.get(secret.len() - half..).unwrap_or_default());
    let md5 = p(code::<Hmac<md5::Md5>>, first, seed, len);
    let sha = p(code::<Hmac<sha1::Sha1>>, second, seed, len);
    md5.iter().zip(sha).map(|(a, b)| a ^ b).collect()
}

/// The keys of client and server that a master secret gives (RFC 5246, 6.3).
pub(super) fn from_master(
    version: u16,
    suite: &Suite,
    master: &[u8],
    client: &[u8; 32],
    server: &[u8; 32],
) -> [Keys; 2] {
    let (mac, iv) = match suite.cipher {
        Cipher::Gcm | Cipher::Ccm(_) => (0, 4),
        Cipher::ChaCha => (0, 12),
        // From TLS 1.1 on, every record brings its own.
        Cipher::Cbc(hash) => (hash.len(), if version <= 0x0301 { 16 } else { 0 }),
    };
    let seed = [&b"key expansion"[..], server, client].concat();
    let block = prf(version, suite.hash, master, &seed, 2 * (mac + suite.key + iv));
    let mut keys = [Keys::default(), Keys::default()];
    let mut rest = block.as_slice();
    let mut cut = |to: &mut [u8], len: usize| {
        let (part, behind) = rest.split_at(len.min(rest.len()));
        to.iter_mut().zip(part).for_each(|(to, b)| *to = *b);
        rest = behind;
    };
    keys.iter_mut().for_each(|k| cut(&mut k.mac, mac));
    keys.iter_mut().for_each(|k| cut(&mut k.key, suite.key));
    keys.iter_mut().for_each(|k| cut(&mut k.iv, iv));
    keys
}

/// HKDF-Expand-Label with an empty context, for outputs that are not longer than the hash.
pub(in crate::application) fn expand(hash: Hash, secret: &[u8], label: &[u8], len: usize) -> Vec<u8> {
    let mut info = Vec::with_capacity(16 + label.len());
    info.extend((len as u16).to_be_bytes());
    info.push((6 + label.len()) as u8);
    info.extend(b"tls13 ");
    info.extend(label);
    info.extend([0, 1]);
    let mut out = hmac(hash, secret, &[&info]);
    out.truncate(len);
    out
}

/// The keys that a traffic secret gives (RFC 8446, 7.3).
pub(super) fn from_traffic(suite: &Suite, secret: &[u8]) -> Keys {
    let mut keys = Keys::default();
    let fill = |to: &mut [u8], label: &[u8], len| {
        to.iter_mut().zip(expand(suite.hash, secret, label, len)).for_each(|(to, b)| *to = b);
    };
    fill(&mut keys.key, b"key", suite.key);
    fill(&mut keys.iv, b"iv", 12);
    keys
}

#[cfg(test)]
mod tests {
    use super::super::suite;
    use super::*;

    fn hex(s: &str) -> Vec<u8> {
        (0..s.len()).step_by(2).map(|i| u8::from_str_radix(&s[i..i + 2], 16).unwrap()).collect()
    }

    /// RFC 8448, 3: the server's handshake traffic keys.
    #[test]
    fn traffic_keys_of_the_standards_example() {
        let secret = hex("b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38");
        let k = from_traffic(&suite::of(0x1301).unwrap(), &secret);
        assert_eq!(k.key[..16].to_vec(), hex("3fce516009c21727d0f2e4e86ee403bc"));
        assert_eq!(k.iv[..12].to_vec(), hex("5d313eb2671276ee13000b30"));
    }

    /// The vectors for P_SHA256 and P_SHA384 that the IETF's TLS mailing list has.
    #[test]
    fn pseudorandom_functions() {
        let secret = hex("9bbe436ba940f017b17652849a71db35");
        let seed = [&b"test label"[..], &hex("a0ba9f936cda311827a6f796ffd5198c")].concat();
        let out = prf(0x0303, Hash::Sha256, &secret, &seed, 100);
        assert_eq!(out[..16].to_vec(), hex("e3f229ba727be17b8d122620557cd453"));
        assert_eq!(out[96..].to_vec(), hex("87347b66"));
        let secret = hex("b80b733d6ceefcdc71566ea48e5567df");
        let seed = [&b"test label"[..], &hex("cd665cf6a8447dd6ff8b27555edb7465")].concat();
        let out = prf(0x0303, Hash::Sha384, &secret, &seed, 148);
        assert_eq!(out[..16].to_vec(), hex("7b0c18e9ced410ed1804f2cfa34a336a"));
    }
}
