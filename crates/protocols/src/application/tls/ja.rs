//! Fingerprints of hellos: JA3 and JA3S, which are MD5 digests of the numbers that a hello offers, and
//! JA4, which sorts them first.
//!
//! JA4 is written only where it is asked for by name: it is no part of the tree that `-V` prints.

use super::*;
use md5::{Digest, Md5};
use requin_wire::{Cursor, Cx, Sink};
use sha2::Sha256;
use std::fmt::Write;

/// Whether a number is one of those that only keep servers tolerant (RFC 8701).
fn is_grease(v: u16) -> bool {
    v & 0x0f0f == 0x0a0a && v >> 8 == v & 0xff
}

fn u16s(b: &[u8]) -> impl Iterator<Item = u16> + '_ {
    b.chunks_exact(2).filter_map(|c| c.first_chunk::<2>()).map(|c| u16::from_be_bytes(*c))
}

/// What a client offers.
#[derive(Default)]
struct Offer<'a> {
    version: u16,
    suites: &'a [u8],
    extensions: Vec<(u16, &'a [u8])>,
}

fn split(b: &[u8], n: usize) -> (&[u8], &[u8]) {
    b.split_at(n.min(b.len()))
}

fn prefixed(b: &[u8], size: usize) -> (&[u8], &[u8]) {
    let (len, rest) = split(b, size);
    split(rest, requin_wire::be(len) as usize)
}

fn extensions(b: &[u8]) -> Vec<(u16, &[u8])> {
    let (mut b, _) = prefixed(b, 2);
    let mut all = Vec::new();
    while b.len() >= 4 {
        let kind = requin_wire::be(b.get(..2).unwrap_or_default()) as u16;
        let (content, rest) = prefixed(b.get(2..).unwrap_or_default(), 2);
        all.push((kind, content));
        b = rest;
    }
    all
}

fn offer(b: &[u8], dtls: bool) -> Offer<'_> {
    let version = requin_wire::be(b.get(..2).unwrap_or_default()) as u16;
    let (_, mut rest) = prefixed(b.get(34..).unwrap_or_default(), 1);
    if dtls {
        rest = prefixed(rest, 1).1;
    }
    let (suites, rest) = prefixed(rest, 2);
    let (_, rest) = prefixed(rest, 1);
    Offer { version, suites, extensions: extensions(rest) }
}

fn join(out: &mut String, numbers: impl Iterator<Item = u16>) {
    for (i, n) in numbers.enumerate() {
        _ = write!(out, "{}{n}", if i == 0 { "" } else { "-" });
    }
}

fn ja3(o: &Offer<'_>) -> String {
    let mut t = format!("{},", o.version);
    join(&mut t, u16s(o.suites).filter(|v| !is_grease(*v)));
    t.push(',');
    join(&mut t, o.extensions.iter().map(|e| e.0).filter(|v| !is_grease(*v)));
    t.push(',');
    let find = |kind: u16| o.extensions.iter().find(|e| e.0 == kind).map_or(&[][..], |e| e.1);
    join(&mut t, u16s(prefixed(find(10), 2).0).filter(|v| !is_grease(*v)));
    t.push(',');
    join(&mut t, prefixed(find(11), 1).0.iter().map(|b| u16::from(*b)));
    t
}

fn md5_hex(text: &str) -> String {
    Md5::digest(text.as_bytes()).iter().fold(String::new(), |mut s, b| {
        _ = write!(s, "{b:02x}");
        s
    })
}

/// The first twelve digits of SHA-256, or zeros for nothing.
fn sha_12(text: &str) -> String {
    if text.is_empty() {
        return "000000000000".to_owned();
    }
    Sha256::digest(text.as_bytes()).iter().take(6).fold(String::new(), |mut s, b| {
        _ = write!(s, "{b:02x}");
        s
    })
}

fn hex_list(v: &[u16]) -> String {
    v.iter().enumerate().fold(String::new(), |mut s, (i, n)| {
        _ = write!(s, "{}{n:04x}", if i == 0 { "" } else { "," });
        s
    })
}

/// JA4 and JA4_r: transport, version, whether a name is there, counts, first and last character of the
/// first ALPN value; then suites; then extensions and signature algorithms.
fn ja4(o: &Offer<'_>, transport: char) -> (String, String) {
    let find = |kind: u16| o.extensions.iter().find(|e| e.0 == kind).map(|e| e.1);
    let best =
        find(43).and_then(|b| u16s(prefixed(b, 1).0).filter(|v| !is_grease(*v)).max()).unwrap_or(o.version);
    let version = match best {
        0x0304 => "13",
        0x0303 => "12",
        0x0302 => "11",
        0x0301 => "10",
        0x0300 => "s3",
        0x0002 => "s2",
        0xfeff => "d1",
        0xfefd => "d2",
        0xfefc => "d3",
        _ => "00",
    };
    let mut suites: Vec<u16> = u16s(o.suites).filter(|v| !is_grease(*v)).collect();
    let all: Vec<u16> = o.extensions.iter().map(|e| e.0).filter(|v| !is_grease(*v)).collect();
    let alpn = find(16).map(|b| prefixed(prefixed(b, 2).0, 1).0).unwrap_or_default();
    let ends = match (alpn.first(), alpn.last()) {
        (Some(a), Some(z)) if a.is_ascii_alphanumeric() && z.is_ascii_alphanumeric() => {
            format!("{}{}", char::from(*a), char::from(*z))
        }
        (Some(a), Some(z)) => format!("{:x}{:x}", a >> 4, z & 15),
        _ => "00".to_owned(),
    };
    let sni = if find(0).is_some() { 'd' } else { 'i' };
    let head = format!("{transport}{version}{sni}{:02}{:02}{ends}", suites.len().min(99), all.len().min(99));
    suites.sort_unstable();
    let mut kinds: Vec<u16> = all.into_iter().filter(|v| !matches!(v, 0 | 16)).collect();
    kinds.sort_unstable();
    let schemes: Vec<u16> =
        find(13).map(|b| u16s(prefixed(b, 2).0).filter(|v| !is_grease(*v)).collect()).unwrap_or_default();
    let (suites, mut tail) = (hex_list(&suites), hex_list(&kinds));
    if !schemes.is_empty() {
        tail.push('_');
        tail.push_str(&hex_list(&schemes));
    }
    (format!("{head}_{}_{}", sha_12(&suites), sha_12(&tail)), format!("{head}_{suites}_{tail}"))
}

/// Fingerprints of a client hello.
pub(super) fn client<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, body: Cursor<'_>) {
    let (full, short) = (k.f(HANDSHAKE_JA3_FULL), k.f(HANDSHAKE_JA3));
    let named = !cx.wants_tree() && cx.wants_any(HANDSHAKE_JA4, HANDSHAKE_JA4_R);
    if !(cx.wants(full) || cx.wants(short) || named) {
        return;
    }
    let o = offer(body.rest(), k == Kind::Dtls);
    let span = body.span(0);
    let text = ja3(&o);
    let item = cx.add_str(full, span, |w| _ = w.s(&text));
    cx.set_generated(item);
    let item = cx.add_str(short, span, |w| _ = w.s(&md5_hex(&text)));
    cx.set_generated(item);
    if named {
        let transport = match k {
            Kind::Tls => 't',
            Kind::Dtls => 'd',
            Kind::Quic => 'q',
        };
        let (hash, raw) = ja4(&o, transport);
        let item = cx.add_str(HANDSHAKE_JA4, span, |w| _ = w.s(&hash));
        cx.set_generated(item);
        let item = cx.add_str(HANDSHAKE_JA4_R, span, |w| _ = w.s(&raw));
        cx.set_generated(item);
    }
}

/// Fingerprints of a server hello: version, suite, extensions.
pub(super) fn server<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, body: Cursor<'_>) {
    let (full, short) = (k.f(HANDSHAKE_JA3S_FULL), k.f(HANDSHAKE_JA3S));
    if !(cx.wants(full) || cx.wants(short)) {
        return;
    }
    let b = body.rest();
    let version = requin_wire::be(b.get(..2).unwrap_or_default()) as u16;
    let rest = match session::draft_of(version) {
        0 | 22.. => prefixed(b.get(34..).unwrap_or_default(), 1).1,
        _ => b.get(34..).unwrap_or_default(),
    };
    let (suite, rest) = split(rest, 2);
    let rest = if matches!(session::draft_of(version), 0 | 22..) { split(rest, 1).1 } else { rest };
    let mut text = format!("{version},{},", requin_wire::be(suite));
    join(&mut text, extensions(rest).iter().map(|e| e.0));
    let item = cx.add_str(full, body.span(0), |w| _ = w.s(&text));
    cx.set_generated(item);
    let item = cx.add_str(short, body.span(0), |w| _ = w.s(&md5_hex(&text)));
    cx.set_generated(item);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hello() -> Vec<u8> {
        let mut b = vec![3, 3];
        b.extend([7; 32]);
        b.push(0);
        b.extend([0, 6, 0x0a, 0x0a, 0x13, 1, 0x00, 0x2f]);
        b.extend([1, 0]);
        let mut e = Vec::new();
        e.extend([0x1a, 0x1a, 0, 0]);
        e.extend([0, 10, 0, 6, 0, 4, 0x2a, 0x2a, 0, 29]);
        e.extend([0, 11, 0, 2, 1, 0]);
        e.extend([0, 16, 0, 5, 0, 3, 2, b'h', b'2']);
        e.extend([0, 43, 0, 3, 2, 3, 4]);
        e.extend([0, 13, 0, 4, 0, 2, 4, 3]);
        b.extend((e.len() as u16).to_be_bytes());
        b.extend(e);
        b
    }

    #[test]
    fn fingerprints_leave_grease_out() {
        let b = hello();
        let o = offer(&b, false);
        assert_eq!(ja3(&o), "771,4865-47,10-11-16-43-13,29,0");
        let (hash, raw) = ja4(&o, 't');
        assert_eq!(raw, "t13i0205h2_002f,1301_000a,000b,000d,002b_0403");
        assert!(hash.starts_with("t13i0205h2_") && hash.len() == 36, "{hash}");
    }

    #[test]
    fn cut_hellos_do_no_harm() {
        let b = hello();
        for n in 0..b.len() {
            let o = offer(&b[..n], n % 2 == 0);
            ja3(&o);
            ja4(&o, 't');
        }
        assert_eq!(md5_hex("abc"), "900150983cd24fb0d6963f7d28e17f72");
    }
}
