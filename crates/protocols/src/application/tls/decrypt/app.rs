//! Which protocol is inside.

use crate::application::{ftp, http, http2, irc, ldap, mail, mqtt, nntp, sip};
use requin_wire::{Cursor, FRAME, Ports, ProtoId};

/// The protocol of a name in ALPN (RFC 7301).
pub(super) fn of_alpn(name: &[u8]) -> Option<ProtoId> {
    Some(match name {
        b"h2" => http2::ID,
        b"http/1.1" | b"http/1.0" | b"http/0.9" => http::ID,
        b"ftp" => ftp::ID,
        b"imap" => mail::imap::ID,
        b"pop3" => mail::pop::ID,
        b"mqtt" => mqtt::ID,
        b"nntp" => nntp::ID,
        b"irc" => irc::ID,
        b"sip/2" => sip::ID,
        b"dot" => crate::application::dns::ID,
        _ => return None,
    })
}

/// By the first words, or by the server's port: that of the protocol over TLS, or the one where TLS is asked for.
pub(super) fn find(ports: Ports, side: usize, text: &[u8]) -> Option<ProtoId> {
    let c = Cursor::new(text, text.len(), FRAME);
    if text.starts_with(b"PRI * HTTP/2.0\r\n") {
        return Some(http2::ID);
    }
    if http::looks_like(&c, ports) {
        return Some(http::ID);
    }
    Some(match if side == 0 { ports.dst } else { ports.src } {
        443 => http::ID,
        25 | 465 | 587 => mail::smtp::ID,
        110 | 995 => mail::pop::ID,
        143 | 993 => mail::imap::ID,
        119 | 563 => nntp::ID,
        389 | 636 => ldap::ID,
        853 => crate::application::dns::ID,
        21 | 990 => ftp::ID,
        5061 => sip::ID,
        6697 => irc::ID,
        8883 => mqtt::ID,
        _ => return None,
    })
}
