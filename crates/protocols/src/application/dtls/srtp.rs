//! DTLS as the handshake of SRTP, RFC 5764: what the server agrees to, for the packets that follow.

use super::{gather, record};
use crate::application::rtp::setup::{self, Method, Srtp};
use crate::application::{stun, tls};
use requin_wire::{Cx, Key, Past, Sink};

/// Where the agreement is kept.
const AGREED: u64 = 0;
/// The extension with it.
const USE_SRTP: u16 = 14;
const SERVER_HELLO: u8 = 2;

/// Keeps parts of the handshake's messages and what a server agrees to, and notes it on packets of RTP and RTCP.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    match pdu.first() {
        Some(0..=3) => past.inner(stun::ID, pdu, pdu.len()),
        Some(128..=191) => {
            if let Some(agreed) = past.get(&Key::here(AGREED)) {
                past.note(setup::NOTE, &agreed);
            }
        }
        Some(&tls::HANDSHAKE_RECORD) if record::begins(pdu) => {
            gather::remember(past, pdu);
            // A ServerHello is the first message of its flight.
            let message = pdu.get(13..).unwrap_or_default();
            if message.first() == Some(&SERVER_HELLO)
                && let Some(srtp) = agreement(message.get(12..).unwrap_or_default())
            {
                past.set(&Key::here(AGREED), &setup::write(Method::DtlsSrtp, Some(srtp), &[], &[]));
            }
        }
        _ => (),
    }
}

/// What the extension of a ServerHello says (RFC 5764 section 4.1.1).
fn agreement(hello: &[u8]) -> Option<Srtp> {
    let session = usize::from(*hello.get(34)?);
    // Version and random, session identifier, cipher suite, compression, length of the extensions.
    let mut rest = hello.get(35 + session + 3 + 2..)?;
    loop {
        let ([a, b, c, d], body) = rest.split_first_chunk::<4>()?;
        let (body, more) = body.split_at_checked(usize::from(u16::from_be_bytes([*c, *d])))?;
        if u16::from_be_bytes([*a, *b]) == USE_SRTP {
            let [_, _, high, low, mki, ..] = body else { return None };
            return Some(Srtp::of_profile(u16::from_be_bytes([*high, *low]), *mki));
        }
        rest = more;
    }
}

/// Whether the packet is one of a stream that the handshake agreed on.
pub(super) fn is_agreed<S: Sink>(cx: &Cx<'_, S>) -> bool {
    cx.recalled(setup::NOTE).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_found_among_extensions() {
        let mut hello = vec![0xfe, 0xfd];
        hello.extend_from_slice(&[0; 32]);
        hello.extend_from_slice(&[2, 9, 9, 0xc0, 0x2f, 0, 0, 13]);
        hello.extend_from_slice(&[0, 23, 0, 0, 0, 14, 0, 5, 0, 2, 0, 2, 0]);
        assert_eq!(agreement(&hello), Some(Srtp { mki: 0, tags: [4, 10] }));
        for n in 0..hello.len() {
            assert_eq!(agreement(hello.get(..n).unwrap_or_default()), None);
        }
    }
}
