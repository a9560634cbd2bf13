//! The ends of conversations.

use requin_wire::{Addr, AddrKind, Out, Transport};
use std::net::IpAddr;

/// An address and a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct End {
    /// The address.
    pub addr: Addr,
    /// The port.
    pub port: u16,
}

impl End {
    /// No end at all.
    pub const NONE: End = End { addr: Addr { kind: AddrKind::None, bytes: [0; 16] }, port: 0 };

    /// Who sent a transport header.
    #[must_use]
    pub fn sender(t: &Transport) -> End {
        End { addr: t.src, port: t.src_port }
    }

    /// To whom it was sent.
    #[must_use]
    pub fn receiver(t: &Transport) -> End {
        End { addr: t.dst, port: t.dst_port }
    }

    /// An address of the Internet Protocol with a port.
    #[must_use]
    pub fn ip(addr: IpAddr, port: u16) -> End {
        let addr = match addr {
            IpAddr::V4(a) => Addr::new(AddrKind::Ipv4, &a.octets()),
            IpAddr::V6(a) => Addr::new(AddrKind::Ipv6, &a.octets()),
        };
        End { addr, port }
    }

    /// Writes the address alone.
    pub fn write_addr(&self, out: &mut Vec<u8>) {
        let mut o = Out::new(out);
        let [b0, b1, b2, b3, b4, b5, ..] = self.addr.bytes;
        match self.addr.kind {
            // Texts are places in the buffers of a frame that is gone.
            AddrKind::None | AddrKind::Text => {}
            AddrKind::Ipv4 => _ = o.ipv4(u32::from_be_bytes([b0, b1, b2, b3])),
            AddrKind::Ipv6 => _ = o.ipv6(&self.addr.bytes),
            AddrKind::Ether => _ = o.hex_bytes(&[b0, b1, b2, b3, b4, b5], b':'),
        }
    }

    /// Writes address and port, an IPv6 address in brackets.
    pub fn write(&self, out: &mut Vec<u8>) {
        let wide = self.addr.kind == AddrKind::Ipv6;
        out.extend_from_slice(if wide { b"[" } else { b"" });
        self.write_addr(out);
        out.extend_from_slice(if wide { b"]:" } else { b":" });
        Out::new(out).u(self.port);
    }

    /// The address as text.
    #[must_use]
    pub fn addr_text(&self) -> String {
        let mut out = Vec::new();
        self.write_addr(&mut out);
        String::from_utf8_lossy(&out).into_owned()
    }
}

impl std::fmt::Display for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = Vec::new();
        self.write(&mut out);
        f.write_str(&String::from_utf8_lossy(&out))
    }
}
