//! Colours of frames: Wireshark's default rules, and how a terminal is told.

use crate::put;
use requin_engine::Needs;
use requin_wire::{Registry, View};

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// A rule: frames that pass the filter get the colours. The first that fits decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColorRule {
    /// What the rule is called.
    pub name: &'static str,
    /// A display filter.
    pub filter: &'static str,
    /// The text's colour.
    pub foreground: Rgb,
    /// The ground's colour.
    pub background: Rgb,
}

/// Wireshark's default rules, in order.
pub static COLOR_RULES: &[ColorRule] = &[
    rule(
        "Bad TCP",
        "tcp.analysis.flags && !tcp.analysis.window_update && !tcp.analysis.keep_alive && !tcp.analysis.keep_alive_ack",
        0xf78787,
        0x12272e,
    ),
    rule("HSRP State Change", "hsrp.state != 8 && hsrp.state != 16", 0xfffc9c, 0x12272e),
    rule("Spanning Tree Topology  Change", "stp.type == 0x80", 0xfffc9c, 0x12272e),
    rule("OSPF State Change", "ospf.msg != 1", 0xfffc9c, 0x12272e),
    rule("ICMP errors", "icmp.type in { 3..5, 11 } || icmpv6.type in { 1..4 }", 0xb7f774, 0x12272e),
    rule("ARP", "arp", 0x12272e, 0xfaf0d7),
    rule("ICMP", "icmp || icmpv6", 0x12272e, 0xfce0ff),
    rule("TCP RST", "tcp.flags.reset eq 1", 0xfffc9c, 0xa40000),
    rule("SCTP ABORT", "sctp.chunk_type eq ABORT", 0xfffc9c, 0xa40000),
    rule(
        "TTL low or unexpected",
        "(ip.dst != 224.0.0.0/4 && ip.ttl < 5 && !pim && !ospf) || (ip.dst == 224.0.0.0/24 && ip.dst != 224.0.0.251 && ip.ttl != 1 && !(vrrp || carp))",
        0xecf0eb,
        0xa40000,
    ),
    rule(
        "Checksum Errors",
        "eth.fcs.status==\"Bad\" || ip.checksum.status==\"Bad\" || tcp.checksum.status==\"Bad\" || udp.checksum.status==\"Bad\" || sctp.checksum.status==\"Bad\" || mstp.checksum.status==\"Bad\" || cdp.checksum.status==\"Bad\" || edp.checksum.status==\"Bad\" || wlan.fcs.status==\"Bad\" || stt.checksum.status==\"Bad\"",
        0xf78787,
        0x12272e,
    ),
    rule("SMB", "smb || nbss || nbns || netbios", 0x12272e, 0xfeffd0),
    rule("HTTP", "http || tcp.port == 80 || http2", 0x12272e, 0xe4ffc7),
    rule("DCERPC", "dcerpc", 0x12272e, 0xc797ff),
    rule(
        "Routing",
        "hsrp || eigrp || ospf || bgp || cdp || vrrp || carp || gvrp || igmp || ismp",
        0x12272e,
        0xfff3d6,
    ),
    rule("TCP SYN/FIN", "tcp.flags & 0x02 || tcp.flags.fin == 1", 0x12272e, 0xa0a0a0),
    rule("TCP", "tcp", 0x12272e, 0xe7e6ff),
    rule("UDP", "udp", 0x12272e, 0xdaeeff),
    rule("Broadcast", "eth[0] & 1", 0xbabdb6, 0xffffff),
    rule("System Event", "systemd_journal || sysdig", 0x2d6f9a, 0xe6e6e6),
];

const fn rule(name: &'static str, filter: &'static str, foreground: u32, background: u32) -> ColorRule {
    ColorRule { name, filter, foreground: rgb(foreground), background: rgb(background) }
}

const fn rgb(v: u32) -> Rgb {
    let [_, r, g, b] = v.to_be_bytes();
    [r, g, b]
}

/// What colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// 24 bits.
    True,
    /// The 256 colours of xterm.
    Indexed,
}

impl Palette {
    /// What the environment says of the terminal: its `COLORTERM` and `TERM`.
    #[must_use]
    pub fn of(colorterm: &str, term: &str) -> Palette {
        if matches!(colorterm, "truecolor" | "24bit") || term.contains("direct") {
            Palette::True
        } else {
            Palette::Indexed
        }
    }

    /// Appends the sequence that sets both colours.
    pub fn set(self, foreground: Rgb, background: Rgb, out: &mut Vec<u8>) {
        for (what, colour) in [(b'3', foreground), (b'4', background)] {
            out.extend_from_slice(&[0x1b, b'[', what, b'8', b';']);
            match self {
                Palette::True => {
                    out.push(b'2');
                    for part in colour {
                        out.push(b';');
                        put::uint(out, u64::from(part));
                    }
                }
                Palette::Indexed => {
                    out.extend_from_slice(b"5;");
                    put::uint(out, u64::from(indexed(colour)));
                }
            }
            out.push(b'm');
        }
    }

    /// Appends the sequences that let the ground reach the edge, and end all colours.
    pub fn reset(self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\x1b[K\x1b[0m");
    }
}

/// The nearest of xterm's 240 fixed colours: a cube of 6 × 6 × 6, and 24 greys.
#[must_use]
pub fn indexed(colour: Rgb) -> u8 {
    let level = |v: u8| -> (u8, u8) {
        // 0, 95, 135, 175, 215, 255
        let i = if v < 48 {
            0
        } else if v < 115 {
            1
        } else {
            (v - 35) / 40
        };
        (i, if i == 0 { 0 } else { 55 + 40 * i })
    };
    let [(r, rv), (g, gv), (b, bv)] = colour.map(level);
    let sum = colour.iter().map(|v| u16::from(*v)).sum::<u16>() / 3;
    let grey = (sum.saturating_sub(3) / 10).min(23) as u8;
    let grey_value = 8 + 10 * grey;
    let far = |to: Rgb| -> u32 { colour.iter().zip(to).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    if far([grey_value; 3]) < far([rv, gv, bv]) { 232 + grey } else { 16 + 36 * r + 6 * g + b }
}

/// Chooses the colours of a frame. The filters behind it are compiled elsewhere.
pub trait Paint: Send + Sync {
    /// Adds what is needed to choose.
    fn needs(&self, registry: &Registry, needs: &mut Needs);

    /// Foreground and background, if any rule fits.
    fn colours(&self, view: &View<'_>) -> Option<(Rgb, Rgb)>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_of_256() {
        assert_eq!(indexed([0, 0, 0]), 16);
        assert_eq!(indexed([255, 255, 255]), 231);
        assert_eq!(indexed([255, 0, 0]), 196);
        assert_eq!(indexed([8, 8, 8]), 232);
        assert_eq!(indexed([0xa0; 3]), 247);
        // The nearest of all by exhaustion.
        for c in [[0x12u8, 0x27, 0x2e], [0xe7, 0xe6, 0xff], [0xa4, 0, 0], [0xf7, 0x87, 0x87], [1, 254, 77]] {
            let value = |i: u8| -> Rgb {
                if i >= 232 {
                    return [8 + 10 * (i - 232); 3];
                }
                let n = i - 16;
                [n / 36, n / 6 % 6, n % 6].map(|l| if l == 0 { 0 } else { 55 + 40 * l })
            };
            let far =
                |i: u8| -> u32 { c.iter().zip(value(i)).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
            let best = (16..=255).map(far).min().unwrap();
            assert_eq!(far(indexed(c)), best, "{c:?}");
        }
    }

    #[test]
    fn sequences() {
        let mut out = Vec::new();
        Palette::True.set([1, 2, 3], [4, 5, 6], &mut out);
        Palette::Indexed.set([0, 0, 0], [255, 255, 255], &mut out);
        assert_eq!(out, b"\x1b[38;2;1;2;3m\x1b[48;2;4;5;6m\x1b[38;5;16m\x1b[48;5;231m");
        assert_eq!(Palette::of("truecolor", "xterm"), Palette::True);
        assert_eq!(Palette::of("", "xterm-256color"), Palette::Indexed);
    }
}
