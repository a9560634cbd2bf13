//! Asking the kernel for its interfaces and their addresses, and being told when these change (rtnetlink(7)).

use super::sys;
use std::io;
use std::os::fd::OwnedFd;

/// Bytes of a message's head: `struct nlmsghdr`.
const HEAD: usize = 16;
/// A dump has no message larger than this.
const MESSAGE: usize = 64 << 10;
/// Seconds to wait for the kernel's answer.
const PATIENCE: libc::time_t = 5;

const DONE: u16 = 3;
const ERROR: u16 = 2;

fn u16_at(b: &[u8], at: usize) -> u16 {
    b.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u16::from_ne_bytes(*b))
}

fn u32_at(b: &[u8], at: usize) -> u32 {
    b.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_ne_bytes(*b))
}

/// Number in an attribute, of up to eight bytes in the machine's order.
pub(crate) fn number(value: &[u8]) -> u64 {
    match *value {
        [a] => u64::from(a),
        [a, b] => u64::from(u16::from_ne_bytes([a, b])),
        _ => match (value.first_chunk::<8>(), value.first_chunk::<4>()) {
            (Some(b), _) => u64::from_ne_bytes(*b),
            (None, Some(b)) => u64::from(u32::from_ne_bytes(*b)),
            _ => 0,
        },
    }
}

/// Text in an attribute.
pub(crate) fn text(value: &[u8]) -> String {
    let end = value.iter().position(|b| *b == 0).unwrap_or(value.len());
    String::from_utf8_lossy(value.get(..end).unwrap_or_default()).into_owned()
}

/// The attributes of a message: type without flags, and value.
pub(crate) fn attributes(mut rest: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let length = usize::from(u16_at(rest, 0));
        let value = rest.get(4..length)?;
        let kind = u16_at(rest, 2) & 0x3fff;
        rest = rest.get(length.next_multiple_of(4)..).unwrap_or_default();
        Some((kind, value))
    })
}

/// Adds an attribute to a message.
pub(crate) fn put(out: &mut Vec<u8>, kind: u16, value: &[u8]) {
    out.extend((value.len() as u16 + 4).to_ne_bytes());
    out.extend(kind.to_ne_bytes());
    out.extend(value);
    out.resize(out.len().next_multiple_of(4), 0);
}

/// A netlink socket.
pub(crate) struct Netlink {
    fd: OwnedFd,
    sequence: u32,
    buffer: Vec<u8>,
}

impl Netlink {
    /// For messages of a protocol, such as `NETLINK_ROUTE`.
    pub(crate) fn open(protocol: libc::c_int) -> io::Result<Netlink> {
        let fd = sys::socket(libc::AF_NETLINK, libc::SOCK_RAW, protocol)?;
        let patience = libc::timeval { tv_sec: PATIENCE, tv_usec: 0 };
        sys::set(&fd, libc::SOL_SOCKET, libc::SO_RCVTIMEO, &patience)?;
        sys::bind_netlink(&fd, 0)?;
        Ok(Netlink { fd, sequence: 0, buffer: vec![0; MESSAGE] })
    }

    /// Sends a request and calls `each` with type and body of every message of the answer.
    ///
    /// With `libc::NLM_F_DUMP` in `flags` the answer goes on until the kernel says that it is done; otherwise
    /// until it acknowledges.
    pub(crate) fn request(
        &mut self,
        kind: u16,
        flags: libc::c_int,
        body: &[u8],
        mut each: impl FnMut(u16, &[u8]),
    ) -> io::Result<()> {
        self.sequence += 1;
        let flags = (libc::NLM_F_REQUEST | libc::NLM_F_ACK | flags) as u16;
        let mut message = Vec::with_capacity(HEAD + body.len());
        message.extend((u32::try_from(HEAD + body.len()).unwrap_or(0)).to_ne_bytes());
        message.extend(kind.to_ne_bytes());
        message.extend(flags.to_ne_bytes());
        message.extend(self.sequence.to_ne_bytes());
        message.extend(0u32.to_ne_bytes());
        message.extend(body);
        sys::send(&self.fd, &message)?;
        loop {
            // Each turn takes a message away from the socket, or fails when none comes in time.
            let got = sys::receive(&self.fd, &mut self.buffer, true)?;
            let mut rest = self.buffer.get(..got).unwrap_or_default();
            while rest.len() >= HEAD {
                let length = (u32_at(rest, 0) as usize).clamp(HEAD, rest.len());
                let body = rest.get(HEAD..length).unwrap_or_default();
                if u32_at(rest, 8) == self.sequence {
                    match u16_at(rest, 4) {
                        DONE => return Ok(()),
                        ERROR => match u32_at(body, 0).cast_signed() {
                            0 => return Ok(()),
                            e => return Err(io::Error::from_raw_os_error(e.saturating_neg())),
                        },
                        kind => each(kind, body),
                    }
                }
                rest = rest.get(length.next_multiple_of(4)..).unwrap_or_default();
            }
        }
    }
}

/// Tells when interfaces change.
pub(crate) struct Changes {
    fd: OwnedFd,
    buffer: Vec<u8>,
}

impl Changes {
    /// From now on.
    pub(crate) fn watch() -> io::Result<Changes> {
        let fd = sys::socket(libc::AF_NETLINK, libc::SOCK_RAW, libc::NETLINK_ROUTE)?;
        sys::bind_netlink(&fd, libc::RTMGRP_LINK as u32)?;
        Ok(Changes { fd, buffer: vec![0; MESSAGE] })
    }

    /// To wait for.
    pub(crate) fn fd(&self) -> &OwnedFd {
        &self.fd
    }

    /// Whether something has changed since the last time.
    pub(crate) fn any(&mut self) -> bool {
        let mut some = false;
        // What the messages say is asked for anew, since some may have been lost.
        for _ in 0..1024 {
            match sys::receive(&self.fd, &mut self.buffer, false) {
                Ok(_) => some = true,
                Err(e) if e.raw_os_error() == Some(libc::ENOBUFS) => some = true,
                Err(_) => break,
            }
        }
        some
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_end() {
        let mut bytes = Vec::new();
        put(&mut bytes, 3, b"eth0\0");
        put(&mut bytes, 0x8001, &7u32.to_ne_bytes());
        let all: Vec<(u16, &[u8])> = attributes(&bytes).collect();
        assert_eq!(all, [(3, &b"eth0\0"[..]), (1, &7u32.to_ne_bytes()[..])]);
        assert_eq!((text(all[0].1), number(all[1].1)), ("eth0".to_owned(), 7));
        assert_eq!(attributes(&[0, 0, 0, 0, 0]).count(), 0);
        assert_eq!(attributes(&[255, 255, 0, 0, 0]).count(), 0);
    }

    #[test]
    fn loopback_is_there() {
        let mut names = Vec::new();
        let mut netlink = Netlink::open(libc::NETLINK_ROUTE).unwrap();
        netlink
            .request(libc::RTM_GETLINK, libc::NLM_F_DUMP, &[0; 16], |_, body| {
                names.extend(attributes(&body[16..]).filter(|a| a.0 == libc::IFLA_IFNAME).map(|a| text(a.1)));
            })
            .unwrap();
        assert!(names.contains(&"lo".to_owned()), "{names:?}");
    }
}
