//! What is known of a stream before its first packet: who announced it, what its payload types mean, and
//! whether it is encrypted.

use requin_wire::{Expected, Past, Remembered, TransportKind};

/// The key of the note with it on a packet of RTP or RTCP.
pub const NOTE: u64 = 0;

/// How a stream was announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// In a session description (RFC 8866).
    Sdp,
    /// In a Transport header of RTSP (RFC 2326 section 12.39).
    Rtsp,
    /// By the handshake of DTLS (RFC 5764).
    DtlsSrtp,
}

impl Method {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Method::Sdp => "SDP",
            Method::Rtsp => "RTSP",
            Method::DtlsSrtp => "DTLS-SRTP",
        }
    }
}

/// How SRTP (RFC 3711) protects the packets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Srtp {
    /// Length of the master key identifier, in bytes.
    pub mki: u8,
    /// Length of the authentication tag of RTP packets, in bytes; that of RTCP packets.
    pub tags: [u8; 2],
}

impl Srtp {
    /// By the number of a protection profile in DTLS (IANA's registry "DTLS-SRTP Protection Profiles").
    #[must_use]
    pub fn of_profile(profile: u16, mki: u8) -> Srtp {
        let tags = match profile {
            2 | 6 | 0xc | 0xe => [4, 10],
            7 | 8 | 0xf | 0x10 => [16, 16],
            9 | 10 => [32, 16],
            _ => [10, 10],
        };
        Srtp { mki, tags }
    }
}

/// What is known of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup<'a> {
    /// How it was announced.
    pub method: Method,
    /// How it is encrypted, if it is.
    pub srtp: Option<Srtp>,
    /// The call that it belongs to, empty when there is none.
    pub call_id: &'a [u8],
    /// Encoding names of payload types, each behind its number and its length.
    pub(in crate::application) payloads: &'a [u8],
}

impl<'a> Setup<'a> {
    /// From what was remembered.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<Setup<'a>> {
        let (head, rest) = bytes.split_first_chunk::<6>()?;
        let [method, secure, mki, tag, rtcp_tag, len] = *head;
        let (call_id, payloads) = rest.split_at_checked(usize::from(len))?;
        let method = match method {
            0 => Method::Sdp,
            1 => Method::Rtsp,
            2 => Method::DtlsSrtp,
            _ => return None,
        };
        let srtp = (secure != 0).then_some(Srtp { mki, tags: [tag, rtcp_tag] });
        Some(Setup { method, srtp, call_id, payloads })
    }

    /// The encoding name of a payload type.
    #[must_use]
    pub fn payload(&self, kind: u8) -> Option<&'a [u8]> {
        let mut rest = self.payloads;
        while let Some(([k, len], more)) = rest.split_first_chunk::<2>() {
            let (name, more) = more.split_at_checked(usize::from(*len))?;
            if *k == kind {
                return Some(name);
            }
            rest = more;
        }
        None
    }
}

/// Writes what is known of a stream; texts are cut to 255 bytes.
#[must_use]
pub fn write(method: Method, srtp: Option<Srtp>, call_id: &[u8], payloads: &[(u8, &[u8])]) -> Vec<u8> {
    let short = |text: &[u8]| text.len().min(255) as u8;
    let s = srtp.unwrap_or(Srtp { mki: 0, tags: [0; 2] });
    let mut out = vec![method as u8, u8::from(srtp.is_some()), s.mki, s.tags[0], s.tags[1], short(call_id)];
    out.extend_from_slice(call_id.get(..255).unwrap_or(call_id));
    for (kind, name) in payloads {
        out.extend_from_slice(&[*kind, short(name)]);
        out.extend_from_slice(name.get(..255).unwrap_or(name));
    }
    out
}

/// What announced the conversation's end that the packet goes to, or else the one that it comes from.
#[must_use]
pub fn of(past: &Past<'_>) -> Option<Remembered> {
    let now = &past.now;
    let ends = [(now.dst, now.ports.dst, now.src), (now.src, now.ports.src, now.dst)];
    ends.into_iter().find_map(|(addr, port, peer)| {
        let end = |peer| Expected { kind: TransportKind::Udp, addr, port, peer };
        past.expected(&end(Some(peer))).or_else(|| past.expected(&end(None)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let srtp = Some(Srtp { mki: 4, tags: [4, 10] });
        let bytes = write(Method::Sdp, srtp, b"call@host", &[(96, b"opus"), (101, b"telephone-event")]);
        let setup = Setup::read(&bytes).expect("it is whole");
        assert_eq!((setup.method, setup.srtp, setup.call_id), (Method::Sdp, srtp, &b"call@host"[..]));
        assert_eq!(setup.payload(101), Some(&b"telephone-event"[..]));
        assert_eq!(setup.payload(0), None);
        for n in 0..bytes.len() {
            let cut = Setup::read(bytes.get(..n).unwrap_or_default());
            assert!(cut.is_none_or(|s| s.payload(101).is_none()));
        }
    }
}
