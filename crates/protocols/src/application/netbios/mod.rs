//! NetBIOS over TCP/IP, RFC 1001 and RFC 1002.

pub mod datagram;
pub mod name_service;
pub mod netbeui;
pub mod session;

use requin_wire::{Cursor, Names, Out, Stop, names};

names! {
    /// What the last byte of a name says.
    pub SERVICES {
        0x00 => "Workstation/Redirector", 0x01 => "Browser", 0x02 => "Workstation/Redirector",
        0x03 => "Messenger service/Main name", 0x05 => "Forwarded name", 0x06 => "RAS Server service",
        0x1b => "Domain Master Browser", 0x1c => "Domain Controllers", 0x1d => "Local Master Browser",
        0x1e => "Browser Election Service", 0x1f => "Net DDE Service", 0x20 => "Server service",
        0x21 => "RAS client service", 0x22 => "Exchange Interchange (MSMail Connector)",
        0x23 => "Exchange Store", 0x24 => "Exchange Directory", 0x2b => "Lotus Notes Server service",
        0x30 => "Modem sharing server service", 0x31 => "Modem sharing client service",
        0x43 => "SMS Clients Remote Control", 0x44 => "SMS Administrators Remote Control Tool",
        0x45 => "SMS Clients Remote Chat", 0x46 => "SMS Clients Remote Transfer",
        0x4c => "DEC Pathworks TCP/IP Service on Windows NT", 0x52 => "DEC Pathworks TCP/IP Service on Windows NT",
        0x6a => "Microsoft Exchange IMC", 0x87 => "Microsoft Exchange MTA", 0xbe => "Network Monitor Agent",
        0xbf => "Network Monitor Application",
    }
}

/// The kinds of nodes, RFC 1002 section 4.2.1.
pub(super) const NODES: Names = Names::Table(&[(0, "B-node"), (1, "P-node"), (2, "M-node"), (3, "H-node")]);

/// A name, with the encoding of RFC 1001 section 14.1 undone.
#[derive(Clone, Copy, Debug)]
pub(super) struct NetbiosName {
    bytes: [u8; 16],
    /// What the first-level encoding has that it can't have (RFC 1001, 14.1).
    pub(super) illegal: Option<&'static str>,
    /// Whether the encoding was broken.
    pub(super) bad: bool,
}

/// Names may be compressed as those of DNS are: pointers that are followed.
const MAX_JUMPS: usize = 16;

const ILLEGAL: [&str; 2] = [
    "Illegal NetBIOS name (1st character not between A and Z in first-level encoding)",
    "Illegal NetBIOS name (2nd character not between A and Z in first-level encoding)",
];

impl NetbiosName {
    /// Reads the name at the cursor, in the message that begins at offset `base` of the source.
    pub(super) fn read(c: &mut Cursor<'_>, base: usize) -> Result<NetbiosName, Stop> {
        let mut at = *c;
        let mut end = None;
        for _ in 0..MAX_JUMPS {
            let len = at.peek_u8(0)?;
            if len & 0xc0 == 0xc0 {
                let to = usize::from(at.peek_u16(0)? & 0x3fff);
                end.get_or_insert(at.pos() + 2);
                let whole = at.whole().get(base..).unwrap_or_default();
                at = Cursor::new(whole, whole.len(), at.source());
                at.advance(to);
                continue;
            }
            let text = at.peek_bytes(1, usize::from(len))?;
            let mut name = NetbiosName { bytes: [b' '; 16], illegal: None, bad: len != 32 };
            for (to, pair) in name.bytes.iter_mut().zip(text.chunks_exact(2)) {
                let [high, low] = pair else { continue };
                let (high, low) = (high.wrapping_sub(b'A'), low.wrapping_sub(b'A'));
                name.bad |= high > 15 || low > 15;
                *to = high << 4 | low;
                // Letters behind P are no half of a byte, but letters.
                let illegal = if high > 25 { Some(ILLEGAL[0]) } else { (low > 25).then_some(ILLEGAL[1]) };
                if illegal.is_some() {
                    name.illegal = illegal;
                    break;
                }
            }
            // Scope labels up to the root.
            let mut rest = at;
            rest.skip(1 + usize::from(len))?;
            for _ in 0..MAX_JUMPS {
                let n = rest.peek_u8(0)?;
                if n & 0xc0 == 0xc0 {
                    rest.skip(2)?;
                    break;
                }
                rest.skip(1 + usize::from(n))?;
                if n == 0 {
                    break;
                }
            }
            let end = end.unwrap_or(rest.pos());
            let n = end.saturating_sub(c.pos());
            c.skip(n)?;
            return Ok(name);
        }
        Err(Stop::Malformed)
    }

    /// Writes the name and its last byte: `WORKGROUP<1d>`.
    pub(super) fn write(&self, o: &mut Out<'_>) {
        if let Some(illegal) = self.illegal {
            o.s(illegal);
            return;
        }
        write_name(o, self.bytes.get(..15).unwrap_or_default());
        o.s("<").x(self.bytes[15], 2).s(">");
    }

    /// Writes what the last byte says, in brackets; nothing for the name that means everybody.
    pub(super) fn write_service(&self, o: &mut Out<'_>) {
        if self.illegal.is_some() {
            return;
        }
        if let (Some(service), false) = (SERVICES.find(u64::from(self.bytes[15])), self.bytes[0] == b'*') {
            o.s(" (").s(service).s(")");
        }
    }
}

/// Writes the characters of a name without the spaces behind it.
pub(super) fn write_name(o: &mut Out<'_>, bytes: &[u8]) {
    let len = bytes.len() - bytes.iter().rev().take_while(|b| **b == b' ').count();
    for b in bytes.get(..len).unwrap_or_default() {
        if (0x20..0x7f).contains(b) {
            o.c(*b);
        } else {
            o.s("<").x(*b, 2).s(">");
        }
    }
}
