//! Streams that a session description announces (RFC 8866, RFC 3551, RFC 3605, RFC 4568, RFC 5761).

use super::setup::{self, Method, Srtp};
use crate::application::{dtls, rtcp, t38, text};
use requin_wire::{Addr, AddrKind, Expected, Past, TransportKind};
use std::net::IpAddr;

/// Media that one description may announce.
const MOST: usize = 64;
/// Payload types that one of them may name.
const MOST_PAYLOADS: usize = 128;

/// A stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Media<'b> {
    port: u16,
    transport: &'b [u8],
    addr: Option<IpAddr>,
    /// Port of RTCP where it is not the next one, and its address.
    rtcp: Option<(u16, Option<IpAddr>)>,
    /// RTCP comes between the same ports.
    mux: bool,
    srtp: Option<Srtp>,
    payloads: Vec<(u8, &'b [u8])>,
}

/// The address in `IN IP4 192.0.2.1/127`.
fn address(value: &[u8]) -> Option<IpAddr> {
    let word = value.split(|b| *b == b' ').nth(2)?;
    let plain = word.split(|b| *b == b'/').next()?;
    let ip: IpAddr = std::str::from_utf8(plain).ok()?.trim().parse().ok()?;
    (!ip.is_unspecified()).then_some(ip)
}

/// How long the tag and the key identifier are that `1 AES_CM_128_HMAC_SHA1_80 inline:key|2^20|1:4` speaks of.
fn crypto(value: &[u8]) -> Option<Srtp> {
    let mut words = value.split(|b| *b == b' ');
    let suite = words.nth(1)?;
    let mki = words.next()?.split(|b| *b == b'|').find_map(|part| {
        let colon = part.iter().position(|b| *b == b':')?;
        text::number(part.get(..colon)?)?;
        text::number(part.get(colon + 1..)?)
    });
    let tags = match suite {
        s if s.ends_with(b"_32") => [4, 10],
        s if s.starts_with(b"AEAD_") => [16, 16],
        _ => [10, 10],
    };
    Some(Srtp { mki: mki.and_then(|n| u8::try_from(n).ok()).unwrap_or(0), tags })
}

fn media(body: &[u8]) -> Vec<Media<'_>> {
    let mut all: Vec<Media<'_>> = Vec::new();
    let mut session = None;
    let mut at = 0;
    while let Some((line, next)) = text::line(body, at) {
        at = next;
        let Some(([kind, b'='], value)) = line.split_first_chunk::<2>() else { continue };
        if *kind == b'm' {
            if all.len() >= MOST {
                break;
            }
            let mut words = value.split(|b| *b == b' ').skip(1);
            let port = words.next().and_then(|w| text::number(w.split(|b| *b == b'/').next()?));
            let transport = words.next().unwrap_or_default();
            let port = port.and_then(|p| u16::try_from(p).ok()).unwrap_or(0);
            all.push(Media { port, transport, ..Media::default() });
            continue;
        }
        let Some(m) = all.last_mut() else {
            if *kind == b'c' {
                session = address(value);
            }
            continue;
        };
        match *kind {
            b'c' => m.addr = address(value),
            b'a' => {
                let colon = value.iter().position(|b| *b == b':').unwrap_or(value.len());
                let (name, rest) = value.split_at(colon);
                let rest = rest.get(1..).unwrap_or_default();
                let first = rest.split(|b| *b == b' ').next().unwrap_or_default();
                match name {
                    b"rtpmap" if m.payloads.len() < MOST_PAYLOADS => {
                        let kind = text::number(first).and_then(|n| u8::try_from(n).ok());
                        let name = rest.get(first.len() + 1..).unwrap_or_default();
                        let name = name.split(|b| *b == b'/').next().unwrap_or_default();
                        m.payloads.extend(kind.map(|k| (k, name)));
                    }
                    b"rtcp" => {
                        let port = text::number(first).and_then(|n| u16::try_from(n).ok());
                        let addr = rest.get(first.len()..).and_then(address_behind);
                        m.rtcp = port.map(|p| (p, addr));
                    }
                    b"rtcp-mux" => m.mux = true,
                    b"crypto" => m.srtp = m.srtp.or_else(|| crypto(rest)),
                    _ => (),
                }
            }
            _ => (),
        }
    }
    for m in &mut all {
        m.addr = m.addr.or(session);
    }
    all
}

/// The address in ` IN IP4 192.0.2.1`, behind a port.
fn address_behind(rest: &[u8]) -> Option<IpAddr> {
    address(rest.strip_prefix(b" ")?)
}

/// Says which conversations a description announces: those of its sender's ends.
pub fn announce(past: &mut Past<'_>, body: &[u8], call_id: &[u8]) {
    for m in media(body) {
        let Some(addr) = m.addr.filter(|_| m.port != 0) else { continue };
        let secure = m.transport.ends_with(b"/SAVP") || m.transport.ends_with(b"/SAVPF");
        let what = setup::write(Method::Sdp, m.srtp.filter(|_| secure), call_id, &m.payloads);
        let end =
            |ip: IpAddr, port| Expected { kind: TransportKind::Udp, addr: addr_of(ip), port, peer: None };
        if m.transport.starts_with(b"UDP/TLS/RTP/") {
            // A handshake comes first, between the same ports.
            past.expect(&end(addr, m.port), dtls::ID, &what);
        } else if m.transport.starts_with(b"RTP/") {
            past.expect(&end(addr, m.port), super::ID, &what);
        } else {
            if m.transport.eq_ignore_ascii_case(b"udptl") {
                past.expect(&end(addr, m.port), t38::ID, &what);
            }
            continue;
        }
        let (port, ip) = m.rtcp.unwrap_or((m.port.saturating_add(1), None));
        if !m.mux && port != m.port && port != 0 {
            past.expect(&end(ip.unwrap_or(addr), port), rtcp::ID, &what);
        }
    }
}

/// As conversations know it.
#[must_use]
pub fn addr_of(ip: IpAddr) -> Addr {
    match ip {
        IpAddr::V4(ip) => Addr::new(AddrKind::Ipv4, &ip.octets()),
        IpAddr::V6(ip) => Addr::new(AddrKind::Ipv6, &ip.octets()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_of_a_description() {
        let body = b"v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 0 96\r\na=rtpmap:96 opus/48000/2\r\n\
            m=video 4002/2 RTP/SAVPF 97\r\nc=IN IP6 2001:db8::1\r\na=rtcp:5003 IN IP4 192.0.2.2\r\na=rtcp-mux\r\n\
            a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:abc|2^20|1:4\r\nm=audio 0 RTP/AVP 0\r\nc=IN IP4 0.0.0.0\r\n";
        let all = media(body);
        assert_eq!(all.len(), 3);
        assert_eq!((all[0].port, all[0].addr), (4000, Some(IpAddr::from([192, 0, 2, 1]))));
        assert_eq!(all[0].payloads, [(96, &b"opus"[..])]);
        assert_eq!(all[1].addr, "2001:db8::1".parse().ok());
        assert_eq!(all[1].rtcp, Some((5003, Some(IpAddr::from([192, 0, 2, 2])))));
        assert!(all[1].mux);
        assert_eq!(all[1].srtp, Some(Srtp { mki: 4, tags: [4, 10] }));
        assert_eq!((all[2].port, all[2].transport), (0, &b"RTP/AVP"[..]));
        assert!(media(b"m=\r\na=rtpmap:\r\nc=\r\n=\r\nm").len() == 1);
    }
}
