//! What a control connection is about: the directory, and the data connections that it announces.

use super::{PORT, data, extended_passive_port, extended_port_of, passive_of};
use crate::application::{text, tls};
use requin_wire::{Addr, AddrKind, Expected, Key, Past, TransportKind};
use std::net::IpAddr;

/// The directory.
const DIRECTORY: u64 = 0;
/// What a response is waited for that changes it.
const PENDING: u64 = 1;
/// The data connection that was announced last.
const CHANNEL: u64 = 2;
/// A path longer than this is cut.
const LONGEST: usize = 1000;
/// In the first word: the client asked for TLS.
const TLS: u64 = 1;
/// In the first word: the client asked for the directory.
const PRINT: u64 = 2;

/// The key of the note with the directory.
pub(super) const NOTE_DIRECTORY: u64 = 0;

/// Commands that a data connection carries something for.
const TRANSFERS: &[&[u8]] = &[b"RETR", b"STOR", b"STOU", b"APPE", b"LIST", b"NLST", b"MLSD"];

/// What is known of a data connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Channel {
    /// Frame that announced it.
    pub(super) setup: u64,
    /// How: PORT, PASV and so on.
    pub(super) method: String,
    /// Frame of the command that it is for, 0 for none, and its line.
    pub(super) command: (u64, Vec<u8>),
    /// The directory then.
    pub(super) directory: Vec<u8>,
    ends: Vec<(IpAddr, u16)>,
}

impl Channel {
    fn write(&self) -> Vec<u8> {
        let mut b = Vec::new();
        b.extend_from_slice(&self.setup.to_be_bytes());
        b.extend_from_slice(&self.command.0.to_be_bytes());
        for part in [self.method.as_bytes(), &self.command.1, &self.directory] {
            let part = part.get(..LONGEST).unwrap_or(part);
            b.extend_from_slice(&(part.len() as u16).to_be_bytes());
            b.extend_from_slice(part);
        }
        for (ip, port) in &self.ends {
            b.extend_from_slice(&port.to_be_bytes());
            match ip {
                IpAddr::V4(ip) => b.extend_from_slice(&ip.to_ipv6_mapped().octets()),
                IpAddr::V6(ip) => b.extend_from_slice(&ip.octets()),
            }
        }
        b
    }

    pub(super) fn read(b: &[u8]) -> Option<Channel> {
        let (frames, mut rest) = b.split_at_checked(16)?;
        let (setup, command) = frames.split_at(8);
        let mut part = || -> Option<Vec<u8>> {
            let (len, more) = rest.split_at_checked(2)?;
            let (part, more) = more.split_at_checked(requin_wire::be(len) as usize)?;
            rest = more;
            Some(part.to_vec())
        };
        let (method, line, directory) = (part()?, part()?, part()?);
        let ends = rest.chunks_exact(18).filter_map(|e| {
            let (port, ip) = e.split_at(2);
            let ip = std::net::Ipv6Addr::from(*ip.first_chunk::<16>()?);
            Some((IpAddr::V6(ip).to_canonical(), requin_wire::be(port) as u16))
        });
        Some(Channel {
            setup: requin_wire::be(setup),
            method: String::from_utf8(method).ok()?,
            command: (requin_wire::be(command), line),
            directory,
            ends: ends.collect(),
        })
    }
}

fn addr(ip: IpAddr) -> Addr {
    match ip {
        IpAddr::V4(ip) => Addr::new(AddrKind::Ipv4, &ip.octets()),
        IpAddr::V6(ip) => Addr::new(AddrKind::Ipv6, &ip.octets()),
    }
}

fn ip_of(a: &Addr) -> Option<IpAddr> {
    match a.kind {
        AddrKind::Ipv4 => a.bytes.first_chunk::<4>().map(|b| IpAddr::from(*b)),
        AddrKind::Ipv6 => a.bytes.first_chunk::<16>().map(|b| IpAddr::from(*b)),
        _ => None,
    }
}

/// Sees what goes over a control connection, in order.
pub(super) fn remember(past: &mut Past<'_>, bytes: &[u8]) {
    let request = past.now.ports.dst == PORT;
    let mut at = 0;
    while let Some((line, next)) = text::line(bytes, at) {
        at = next;
        if request {
            command(past, line);
        } else {
            response(past, line);
        }
    }
    let directory = past.get(&Key::here(DIRECTORY)).unwrap_or_else(|| past.this(&[]));
    past.note(NOTE_DIRECTORY, &directory);
}

fn command(past: &mut Past<'_>, line: &[u8]) {
    let end = line.iter().position(|b| *b == b' ').unwrap_or(line.len());
    let (word, arg) = line.split_at(end);
    let (word, arg) = (word.to_ascii_uppercase(), text::trim(arg));
    past.state[0] = 0;
    past.remove(&Key::here(PENDING));
    match word.as_slice() {
        b"CWD" => past.set(&Key::here(PENDING), arg),
        b"CDUP" => past.set(&Key::here(PENDING), b".."),
        b"PWD" | b"XPWD" => past.state[0] = PRINT,
        b"AUTH" if [&b"TLS"[..], b"SSL", b"TLS-C"].iter().any(|m| m.eq_ignore_ascii_case(arg)) => {
            past.state[0] = TLS;
        }
        b"PORT" => {
            if let Some((ip, port)) = passive_of(arg) {
                announce(past, "PORT", vec![(IpAddr::from(ip.to_be_bytes()), port)]);
            }
        }
        b"EPRT" => {
            if let Some((_, ip, port)) = extended_port_of(arg) {
                announce(past, "EPRT", vec![(ip, port as u16)]);
            }
        }
        word if TRANSFERS.contains(&word) => {
            // The connection that was announced is for this.
            let channel = past.get(&Key::here(CHANNEL)).and_then(|c| Channel::read(&c.bytes));
            if let Some(mut channel) = channel {
                channel.command = (past.now.frame, line.to_vec());
                channel.directory =
                    past.get(&Key::here(DIRECTORY)).map(|d| d.bytes.to_vec()).unwrap_or_default();
                expect(past, &channel);
            }
        }
        _ => (),
    }
}

fn response(past: &mut Past<'_>, line: &[u8]) {
    let Some(code) = line.get(..3).and_then(text::number).filter(|_| line.get(3) != Some(&b'-')) else {
        return;
    };
    let arg = line.get(4..).unwrap_or_default();
    match code {
        227 => {
            if let Some((ip, port)) = super::passive_text(arg).and_then(passive_of) {
                // Behind a translator of addresses, it is where the response comes from.
                let mut ends = vec![(IpAddr::from(ip.to_be_bytes()), port)];
                ends.extend(ip_of(&past.now.src).filter(|here| *here != ends[0].0).map(|here| (here, port)));
                announce(past, "PASV", ends);
            }
        }
        229 => {
            if let (Some(port), Some(ip)) = (extended_passive_port(arg), ip_of(&past.now.src)) {
                announce(past, "EPASV", vec![(ip, port as u16)]);
            }
        }
        234 if past.state[0] & TLS != 0 => past.hand_over(tls::ID),
        200..=250 => {
            if let Some(to) = past.get(&Key::here(PENDING)) {
                let from = past.get(&Key::here(DIRECTORY));
                let path = join(from.as_ref().map(|d| &*d.bytes).unwrap_or_default(), &to.bytes);
                past.set(&Key::here(DIRECTORY), path.get(..LONGEST).unwrap_or(&path));
                past.remove(&Key::here(PENDING));
            }
        }
        257 if past.state[0] & PRINT != 0 => {
            if let Some(path) = quoted(arg) {
                past.set(&Key::here(DIRECTORY), path.get(..LONGEST).unwrap_or(&path));
            }
        }
        _ => past.remove(&Key::here(PENDING)),
    }
}

fn announce(past: &mut Past<'_>, method: &str, ends: Vec<(IpAddr, u16)>) {
    let channel = Channel { setup: past.now.frame, method: method.to_string(), ends, ..Channel::default() };
    expect(past, &channel);
}

fn expect(past: &mut Past<'_>, channel: &Channel) {
    let bytes = channel.write();
    past.set(&Key::here(CHANNEL), &bytes);
    for (ip, port) in &channel.ends {
        let end = Expected { kind: TransportKind::Tcp, addr: addr(*ip), port: *port, peer: None };
        past.expect(&end, data::ID, &bytes);
    }
}

/// Where a change of directory leads.
fn join(from: &[u8], to: &[u8]) -> Vec<u8> {
    if to.starts_with(b"/") || (from.is_empty() && to != b"..") {
        return to.to_vec();
    }
    let absolute = from.starts_with(b"/");
    let mut parts: Vec<&[u8]> = Vec::new();
    for part in from.split(|b| *b == b'/').chain(to.split(|b| *b == b'/')) {
        match part {
            b"" | b"." => (),
            b".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    let mut path = if absolute { b"/".to_vec() } else { Vec::new() };
    path.extend_from_slice(&parts.join(&b'/'));
    path
}

/// The path in a response to PWD: in quotation marks, with those in it doubled (RFC 959 appendix II).
fn quoted(arg: &[u8]) -> Option<Vec<u8>> {
    let mut rest = arg.strip_prefix(b"\"")?.iter();
    let mut path = Vec::new();
    loop {
        match rest.next()? {
            b'"' => match rest.as_slice().first() {
                Some(b'"') => {
                    rest.next();
                    path.push(b'"');
                }
                _ => return Some(path),
            },
            b => path.push(*b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories() {
        assert_eq!(join(b"/a/b", b"c"), b"/a/b/c");
        assert_eq!(join(b"/a/b/", b"../c"), b"/a/c");
        assert_eq!(join(b"/a", b"../../.."), b"/");
        assert_eq!(join(b"", b"pub/"), b"pub/");
        assert_eq!(join(b"pub/", b"x"), b"pub/x");
        assert_eq!(quoted(b"\"/q\"\"uote\" is it").as_deref(), Some(&b"/q\"uote"[..]));
        assert_eq!(quoted(b"\"/open"), None);
        assert_eq!(quoted(b"none"), None);
    }

    #[test]
    fn channels_are_written_and_read() {
        let c = Channel {
            setup: 3,
            method: "PASV".to_string(),
            command: (4, b"RETR x".to_vec()),
            directory: b"/d".to_vec(),
            ends: vec![(IpAddr::from([10, 0, 0, 1]), 1024), ("2001:db8::1".parse().unwrap(), 7)],
        };
        assert_eq!(Channel::read(&c.write()), Some(c.clone()));
        assert_eq!(Channel::read(&[0; 15]), None);
    }
}
