//! Taking the protection off a record (RFC 5246, 6.2.3; RFC 7366; RFC 8446, 5.2).

use super::keys::{Keys, hmac};
use super::suite::{Cipher, Hash, Suite};
use aes::cipher::{Array, BlockCipherDecrypt};
use aes::{Aes128, Aes256};
use aes_gcm::aead::{AeadInOut, KeyInit, Nonce, Tag};
use aes_gcm::{Aes128Gcm, Aes256Gcm};
use ccm::Ccm;
use ccm::consts::{U8, U12, U16};
use chacha20poly1305::ChaCha20Poly1305;

/// A record on its way to be opened.
pub(super) struct Sealed<'a> {
    pub(super) version: u16,
    /// The code is over what is encrypted (RFC 7366).
    pub(super) then_mac: bool,
    pub(super) seq: u64,
    /// Its header.
    pub(super) head: &'a [u8; 5],
    pub(super) body: &'a [u8],
}

/// What a record says, and of which type it is; `None` when these keys don't open it. In TLS 1.0, the keys take over
/// the vector of the next record.
pub(super) fn open(s: &Sealed<'_>, suite: &Suite, keys: &mut Keys) -> Option<(u8, Vec<u8>)> {
    if s.version >= 0x0304 {
        let mut text = aead(suite, &keys.key, &mixed(&keys.iv, s.seq), s.head, s.body)?;
        // Zeros may stand behind the type.
        let at = text.iter().rposition(|b| *b != 0)?;
        let kind = text.get(at).copied()?;
        text.truncate(at);
        return Some((kind, text));
    }
    let kind = s.head[0];
    let text = match suite.cipher {
        Cipher::Cbc(hash) => cbc(s, hash, suite, keys)?,
        Cipher::ChaCha => {
            let nonce = mixed(&keys.iv, s.seq);
            aead(suite, &keys.key, &nonce, &about(s, s.body.len().checked_sub(16)?), s.body)?
        }
        Cipher::Gcm | Cipher::Ccm(_) => {
            let (explicit, sealed) = s.body.split_first_chunk::<8>()?;
            let tag = if let Cipher::Ccm(tag) = suite.cipher { tag } else { 16 };
            let mut nonce = [0; 12];
            nonce.iter_mut().zip(keys.iv.iter().take(4).chain(explicit)).for_each(|(n, b)| *n = *b);
            aead(suite, &keys.key, &nonce, &about(s, sealed.len().checked_sub(tag)?), sealed)?
        }
    };
    Some((kind, text))
}

/// The vector with the sequence number in it (RFC 8446, 5.3).
fn mixed(iv: &[u8; 16], seq: u64) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce.iter_mut().zip(iv).for_each(|(n, b)| *n = *b);
    nonce.iter_mut().skip(4).zip(seq.to_be_bytes()).for_each(|(n, b)| *n ^= b);
    nonce
}

/// What the code of a record with so many bytes is over, too.
fn about(s: &Sealed<'_>, len: usize) -> [u8; 13] {
    let mut a = [0; 13];
    let [kind, hi, lo, ..] = *s.head;
    let words = s.seq.to_be_bytes().into_iter().chain([kind, hi, lo]).chain((len as u16).to_be_bytes());
    a.iter_mut().zip(words).for_each(|(a, b)| *a = b);
    a
}

/// Opens what a suite sealed with a nonce, and with what the code is over too; `key` may have room behind.
pub(in crate::application) fn aead(
    suite: &Suite,
    key: &[u8; 32],
    nonce: &[u8; 12],
    about: &[u8],
    sealed: &[u8],
) -> Option<Vec<u8>> {
    let key = key.get(..suite.key)?;
    match (suite.cipher, suite.key) {
        (Cipher::Gcm, 16) => with::<Aes128Gcm>(key, nonce, about, sealed, 16),
        (Cipher::Gcm, _) => with::<Aes256Gcm>(key, nonce, about, sealed, 16),
        (Cipher::Ccm(8), 16) => with::<Ccm<Aes128, U8, U12>>(key, nonce, about, sealed, 8),
        (Cipher::Ccm(8), _) => with::<Ccm<Aes256, U8, U12>>(key, nonce, about, sealed, 8),
        (Cipher::Ccm(_), 16) => with::<Ccm<Aes128, U16, U12>>(key, nonce, about, sealed, 16),
        (Cipher::Ccm(_), _) => with::<Ccm<Aes256, U16, U12>>(key, nonce, about, sealed, 16),
        (Cipher::ChaCha, _) => with::<ChaCha20Poly1305>(key, nonce, about, sealed, 16),
        (Cipher::Cbc(_), _) => None,
    }
}

fn with<A: AeadInOut + KeyInit>(
    key: &[u8],
    nonce: &[u8; 12],
    about: &[u8],
    sealed: &[u8],
    tag: usize,
) -> Option<Vec<u8>> {
    let cipher = A::new_from_slice(key).ok()?;
    let (text, tag) = sealed.split_at_checked(sealed.len().checked_sub(tag)?)?;
    let (nonce, tag) = (Nonce::<A>::try_from(&nonce[..]).ok()?, Tag::<A>::try_from(tag).ok()?);
    let mut text = text.to_vec();
    cipher.decrypt_inout_detached(&nonce, about, text.as_mut_slice().into(), &tag).ok()?;
    Some(text)
}

const BLOCK: usize = 16;

fn cbc(s: &Sealed<'_>, hash: Hash, suite: &Suite, keys: &mut Keys) -> Option<Vec<u8>> {
    let mac = keys.mac.get(..hash.len())?;
    let mut sealed = s.body;
    if s.then_mac {
        let (first, code) = sealed.split_at_checked(sealed.len().checked_sub(hash.len())?)?;
        if hmac(hash, mac, &[&about(s, first.len()), first]) != code {
            return None;
        }
        sealed = first;
    }
    let mut iv = keys.iv;
    if s.version > 0x0301 {
        let (own, rest) = sealed.split_first_chunk::<BLOCK>()?;
        (iv, sealed) = (*own, rest);
    }
    let next = *sealed.last_chunk::<BLOCK>()?;
    let mut text = chain(keys.key.get(..suite.key)?, &iv, sealed)?;
    // The last byte says how many bytes before it are as it is.
    let padding = usize::from(*text.last()?);
    let end = text.len().checked_sub(padding + 1)?;
    if text.iter().skip(end).any(|b| usize::from(*b) != padding) {
        return None;
    }
    text.truncate(end);
    if !s.then_mac {
        let end = end.checked_sub(hash.len())?;
        let code = text.split_off(end);
        if hmac(hash, mac, &[&about(s, end), &text]) != code {
            return None;
        }
    }
    if s.version <= 0x0301 {
        keys.iv = next;
    }
    Some(text)
}

/// Cipher block chaining, undone.
fn chain(key: &[u8], iv: &[u8; BLOCK], sealed: &[u8]) -> Option<Vec<u8>> {
    fn with<C: BlockCipherDecrypt<BlockSize = U16> + aes::cipher::KeyInit>(
        key: &[u8],
        iv: &[u8; BLOCK],
        sealed: &[u8],
    ) -> Option<Vec<u8>> {
        let cipher = C::new_from_slice(key).ok()?;
        let (blocks, []) = sealed.as_chunks::<BLOCK>() else { return None };
        let mut text = Vec::with_capacity(sealed.len());
        let mut before = iv;
        for b in blocks {
            let mut block = Array(*b);
            cipher.decrypt_block(&mut block);
            text.extend(block.0.iter().zip(before).map(|(a, b)| a ^ b));
            before = b;
        }
        Some(text)
    }
    if key.len() == 16 { with::<Aes128>(key, iv, sealed) } else { with::<Aes256>(key, iv, sealed) }
}
