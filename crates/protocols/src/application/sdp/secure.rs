//! Attributes that tell how media get through: candidates of ICE (RFC 8839) and keys of SRTP (RFC 4568).

use super::*;

/// The words of a value, and where they begin.
fn spaced(value: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    value.split(|b| *b == b' ').filter_map(move |word| {
        let from = at;
        at += word.len() + 1;
        (!word.is_empty()).then_some((from, word))
    })
}

/// A transport address that was found, RFC 8839 section 5.1. What is behind its type is not shown.
pub(super) fn candidate<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let fields = [
        ICE_CANDIDATE_FOUNDATION,
        ICE_CANDIDATE_COMPONENTID,
        ICE_CANDIDATE_TRANSPORT,
        ICE_CANDIDATE_PRIORITY,
        ICE_CANDIDATE_ADDRESS,
        ICE_CANDIDATE_PORT,
    ];
    let mut words = spaced(value);
    for (field, (from, word)) in fields.into_iter().zip(words.by_ref()) {
        let s = part(span, from, word.len());
        cx.add(field, s, Value::Str(s));
    }
    // Before the type stands `typ`.
    let Some((from, kind)) = words.nth(1) else { return };
    let s = part(span, from, kind.len());
    let item = cx.add(ICE_CANDIDATE_TYPE, s, Value::Str(s));
    let meaning = match kind {
        b"host" => "Host candidate",
        b"srflx" => "Server reflexive candidate",
        b"prflx" => "Peer reflexive candidate",
        b"relay" => "Relayed candidate",
        _ => return,
    };
    cx.append(item, |o| _ = o.s(" (").s(meaning).s(")"));
}

/// How media are encrypted, RFC 4568 section 9.1: of the keys, the first.
pub(super) fn crypto<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let mut words = spaced(value);
    let Some((from, tag)) = words.next() else { return };
    if let Some(n) = text::number(tag) {
        cx.add(CRYPTO_TAG, part(span, from, tag.len()), Value::U(n));
    }
    let Some((from, suite)) = words.next() else { return };
    let s = part(span, from, suite.len());
    cx.add(CRYPTO_SUITE, s, Value::Str(s));
    let Some((from, keys)) = words.next() else { return };
    let len = keys.iter().position(|b| *b == b';').unwrap_or(keys.len());
    let (first, here) = (keys.get(..len).unwrap_or_default(), part(span, from, len));
    let Some(key) = first.strip_prefix(b"inline:") else { return };
    let item = cx.line(here, |o| _ = o.s("Key parameters"));
    cx.under(item, |cx| key_parameters(cx, key, part(here, 7, key.len()), suite));
}

/// A key with its salt, how long it may be used, and its number.
fn key_parameters<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, suite: &[u8]) {
    /// Bytes of the key and of the salt, of the suites that RFC 4568 has.
    const KEY: usize = 16;
    const SALT: usize = 14;
    let mut parts = value.split(|b| *b == b'|');
    let key = parts.next().unwrap_or_default();
    let s = part(span, 0, key.len());
    let bytes = text::base64(key);
    cx.add_bytes(KEY_AND_SALT, s, &bytes);
    let known = [&b"AES_CM_128_HMAC_SHA1_80"[..], b"AES_CM_128_HMAC_SHA1_32", b"F8_128_HMAC_SHA1_80"];
    if let Some((key, salt)) = bytes.split_first_chunk::<KEY>()
        && known.contains(&suite)
        && salt.len() == SALT
    {
        cx.add_bytes(CRYPTO_MASTER_KEY, s, key);
        cx.add_bytes(CRYPTO_MASTER_SALT, s, salt);
    }
    let Some(lifetime) = parts.next() else { return };
    let at = key.len() + 1;
    let s = part(span, at, lifetime.len());
    cx.add(CRYPTO_LIFETIME, s, Value::Str(s));
    let Some(number) = parts.next() else { return };
    let at = at + lifetime.len() + 1;
    let colon = number.iter().position(|b| *b == b':').unwrap_or(number.len());
    let s = part(span, at, colon);
    cx.add(CRYPTO_MKI, s, Value::Str(s));
    if colon < number.len() {
        let s = part(span, at + colon + 1, number.len() - colon - 1);
        cx.add(CRYPTO_MKI_LENGTH, s, Value::Str(s));
    }
}
