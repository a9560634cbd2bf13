//! What a cipher suite is made of, as its name says.

use super::super::SUITES;

/// Hash functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::application) enum Hash {
    Sha1,
    Sha256,
    Sha384,
}

impl Hash {
    /// Bytes of a digest.
    pub(in crate::application) const fn len(self) -> usize {
        match self {
            Hash::Sha1 => 20,
            Hash::Sha256 => 32,
            Hash::Sha384 => 48,
        }
    }
}

/// How records are encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::application) enum Cipher {
    /// AES in Galois/Counter Mode (RFC 5288).
    Gcm,
    /// AES in counter mode with CBC-MAC, and the bytes of its tag (RFC 6655).
    Ccm(usize),
    /// ChaCha20 with Poly1305 (RFC 7905).
    ChaCha,
    /// AES in cipher block chaining, with a code of this hash (RFC 5246, 6.2.3.2).
    Cbc(Hash),
}

/// A cipher suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::application) struct Suite {
    pub(in crate::application) cipher: Cipher,
    /// Bytes of the key.
    pub(in crate::application) key: usize,
    /// The hash that keys are derived with, from TLS 1.2 on.
    pub(in crate::application) hash: Hash,
}

/// The suite of this number, when its records can be decrypted here.
pub(in crate::application) fn of(number: u16) -> Option<Suite> {
    let name = SUITES.find(u64::from(number))?;
    // What stands before is how keys are exchanged and signed.
    let name = name.split_once("_WITH_").map_or_else(|| name.strip_prefix("TLS_"), |(_, n)| Some(n))?;
    let aes = |rest: &str| {
        let hash = if rest.ends_with("_SHA384") { Hash::Sha384 } else { Hash::Sha256 };
        let cipher = if rest.starts_with("GCM_") {
            Cipher::Gcm
        } else if rest.starts_with("CCM_8") {
            Cipher::Ccm(8)
        } else if rest.starts_with("CCM") {
            Cipher::Ccm(16)
        } else {
            Cipher::Cbc(match rest {
                "CBC_SHA" => Hash::Sha1,
                "CBC_SHA256" => Hash::Sha256,
                "CBC_SHA384" => Hash::Sha384,
                _ => return None,
            })
        };
        Some((cipher, hash))
    };
    if name == "CHACHA20_POLY1305_SHA256" {
        return Some(Suite { cipher: Cipher::ChaCha, key: 32, hash: Hash::Sha256 });
    }
    let (rest, key) = match name.strip_prefix("AES_128_") {
        Some(rest) => (rest, 16),
        None => (name.strip_prefix("AES_256_")?, 32),
    };
    aes(rest).map(|(cipher, hash)| Suite { cipher, key, hash })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_suites_are_made_of() {
        let is = |n, cipher, key, hash| assert_eq!(of(n), Some(Suite { cipher, key, hash }), "{n:#x}");
        is(0x1301, Cipher::Gcm, 16, Hash::Sha256);
        is(0x1302, Cipher::Gcm, 32, Hash::Sha384);
        is(0x1303, Cipher::ChaCha, 32, Hash::Sha256);
        is(0x1304, Cipher::Ccm(16), 16, Hash::Sha256);
        is(0x1305, Cipher::Ccm(8), 16, Hash::Sha256);
        is(0xc02b, Cipher::Gcm, 16, Hash::Sha256);
        is(0xc02c, Cipher::Gcm, 32, Hash::Sha384);
        is(0xcca9, Cipher::ChaCha, 32, Hash::Sha256);
        is(0xc0ac, Cipher::Ccm(16), 16, Hash::Sha256);
        is(0xc0af, Cipher::Ccm(8), 32, Hash::Sha256);
        is(0x002f, Cipher::Cbc(Hash::Sha1), 16, Hash::Sha256);
        is(0xc024, Cipher::Cbc(Hash::Sha384), 32, Hash::Sha384);
        for none in [0, 0x0004, 0x000a, 0x0041, 0xffff] {
            assert_eq!(of(none), None, "{none:#x}");
        }
    }
}
