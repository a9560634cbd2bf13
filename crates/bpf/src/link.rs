//! Link types, by the numbers that capture files use (the LINKTYPE registry).

use std::fmt;

/// A link type, by its number in capture files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link(pub u16);

impl Link {
    /// BSD loopback: the address family in the byte order of the capturing machine.
    pub const NULL: Link = Link(0);
    /// Ethernet.
    pub const ETHERNET: Link = Link(1);
    /// PPP, with or without address and control bytes.
    pub const PPP: Link = Link(9);
    /// Raw IP, as some systems number it.
    pub const RAW_12: Link = Link(12);
    /// Raw IP, as OpenBSD numbers it.
    pub const RAW_14: Link = Link(14);
    /// PPP in HDLC-like framing.
    pub const PPP_SERIAL: Link = Link(50);
    /// PPPoE session packets.
    pub const PPP_ETHER: Link = Link(51);
    /// Raw IP, version 4 or 6.
    pub const RAW: Link = Link(101);
    /// Cisco HDLC.
    pub const C_HDLC: Link = Link(104);
    /// IEEE 802.11 without a radio header.
    pub const IEEE802_11: Link = Link(105);
    /// OpenBSD loopback: the address family in network byte order.
    pub const LOOP: Link = Link(108);
    /// Linux cooked capture, version 1.
    pub const LINUX_SLL: Link = Link(113);
    /// IEEE 802.11 after a Prism header.
    pub const PRISM: Link = Link(119);
    /// IEEE 802.11 after a radiotap header.
    pub const RADIOTAP: Link = Link(127);
    /// IEEE 802.11 after an AVS header.
    pub const AVS: Link = Link(163);
    /// Raw IPv4.
    pub const IPV4: Link = Link(228);
    /// Raw IPv6.
    pub const IPV6: Link = Link(229);
    /// Linux cooked capture, version 2.
    pub const LINUX_SLL2: Link = Link(276);

    /// The link type of a name: as people say it (`ethernet`, `raw`, `sll2`, `radiotap` …), as tcpdump's
    /// `-y` takes it (`EN10MB`, `LINUX_SLL2` …), or a number. Case does not matter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Link> {
        let name = name.trim();
        if let Ok(number) = name.parse::<u16>() {
            return Some(Link(number));
        }
        let mut wanted = name.to_ascii_lowercase().replace('_', "-");
        for prefix in ["dlt-", "linktype-"] {
            if let Some(rest) = wanted.strip_prefix(prefix) {
                wanted = rest.to_owned();
            }
        }
        NAMES.iter().find(|(_, names, _)| names.contains(&wanted.as_str())).map(|&(link, _, _)| link)
    }

    /// What the link type is called in a sentence.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|&&(link, _, _)| link == self).map_or("this link type", |&(_, _, name)| name)
    }

    pub(crate) fn family(self) -> Family {
        match self {
            Link::ETHERNET => Family::Ethernet,
            Link::RAW | Link::RAW_12 | Link::RAW_14 => Family::Raw,
            Link::IPV4 => Family::Ipv4,
            Link::IPV6 => Family::Ipv6,
            Link::NULL => Family::Null,
            Link::LOOP => Family::Loop,
            Link::LINUX_SLL => Family::Sll,
            Link::LINUX_SLL2 => Family::Sll2,
            Link::PPP | Link::PPP_SERIAL | Link::PPP_ETHER => Family::Ppp,
            Link::C_HDLC => Family::Hdlc,
            Link::IEEE802_11 | Link::RADIOTAP | Link::PRISM | Link::AVS => Family::Wlan,
            _ => Family::Unknown,
        }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMES.iter().find(|&&(link, _, _)| link == *self) {
            Some((_, _, name)) => f.write_str(name),
            None => write!(f, "link type {}", self.0),
        }
    }
}

/// How a link type says what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    Ethernet,
    Raw,
    Ipv4,
    Ipv6,
    Null,
    Loop,
    Sll,
    Sll2,
    Ppp,
    Hdlc,
    Wlan,
    Unknown,
}

const NAMES: &[(Link, &[&str], &str)] = &[
    (Link::NULL, &["null", "loopback"], "BSD loopback"),
    (Link::ETHERNET, &["ethernet", "ether", "en10mb", "eth"], "Ethernet"),
    (Link::PPP, &["ppp"], "PPP"),
    (Link::RAW_12, &["raw12"], "raw IP"),
    (Link::RAW_14, &["raw14"], "raw IP"),
    (Link::PPP_SERIAL, &["ppp-serial", "ppp-hdlc"], "PPP over serial"),
    (Link::PPP_ETHER, &["ppp-ether", "pppoe"], "PPPoE"),
    (Link::RAW, &["raw", "ip", "rawip"], "raw IP"),
    (Link::C_HDLC, &["c-hdlc", "chdlc", "cisco-hdlc"], "Cisco HDLC"),
    (Link::IEEE802_11, &["ieee802-11", "802.11", "wlan"], "802.11"),
    (Link::LOOP, &["loop"], "OpenBSD loopback"),
    (Link::LINUX_SLL, &["linux-sll", "sll", "cooked"], "Linux cooked v1"),
    (Link::PRISM, &["prism-header", "prism", "ieee802-11-prism"], "802.11 plus Prism header"),
    (Link::RADIOTAP, &["ieee802-11-radio", "ieee802-11-radiotap", "radiotap"], "802.11 plus radiotap header"),
    (Link::AVS, &["ieee802-11-radio-avs", "ieee802-11-avs", "avs"], "802.11 plus AVS header"),
    (Link::IPV4, &["ipv4"], "raw IPv4"),
    (Link::IPV6, &["ipv6"], "raw IPv6"),
    (Link::LINUX_SLL2, &["linux-sll2", "sll2", "any"], "Linux cooked v2"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers() {
        assert_eq!(Link::from_name("EN10MB"), Some(Link::ETHERNET));
        assert_eq!(Link::from_name("LINUX_SLL2"), Some(Link::LINUX_SLL2));
        assert_eq!(Link::from_name("DLT_IEEE802_11_RADIO"), Some(Link::RADIOTAP));
        assert_eq!(Link::from_name("228"), Some(Link::IPV4));
        assert_eq!(Link::from_name("nonsense"), None);
        assert_eq!(Link(4711).to_string(), "link type 4711");
    }
}
