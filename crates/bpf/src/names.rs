//! Names that stand for numbers: constants of headers, IP protocols, Ethernet types, services; and the
//! names that only the machine knows (hosts, networks, MAC addresses), which are asked for when allowed.

use crate::services::{SCTP, SERVICES, TCP, UDP};
use std::fs;
use std::net::{IpAddr, Ipv4Addr, ToSocketAddrs};

/// Where names come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// The tables in this library, then the machine's: the resolver for hosts, `/etc/services`,
    /// `/etc/protocols`, `/etc/networks`, `/etc/ethers`.
    #[default]
    System,
    /// Only the tables in this library: no file is read and no question is sent.
    BuiltIn,
}

/// A named constant of a header: an offset (`tcpflags`) or a value (`tcp-syn`).
pub(crate) fn constant(name: &str) -> Option<u32> {
    CONSTANTS.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
}

const CONSTANTS: &[(&str, u32)] = &[
    ("icmptype", 0),
    ("icmpcode", 1),
    ("icmp-echoreply", 0),
    ("icmp-unreach", 3),
    ("icmp-sourcequench", 4),
    ("icmp-redirect", 5),
    ("icmp-echo", 8),
    ("icmp-routeradvert", 9),
    ("icmp-routersolicit", 10),
    ("icmp-timxceed", 11),
    ("icmp-paramprob", 12),
    ("icmp-tstamp", 13),
    ("icmp-tstampreply", 14),
    ("icmp-ireq", 15),
    ("icmp-ireqreply", 16),
    ("icmp-maskreq", 17),
    ("icmp-maskreply", 18),
    ("icmp6type", 0),
    ("icmp6code", 1),
    ("icmp6-destinationunreach", 1),
    ("icmp6-destinationrunreach", 1),
    ("icmp6-packettoobig", 2),
    ("icmp6-timeexceeded", 3),
    ("icmp6-parameterproblem", 4),
    ("icmp6-echo", 128),
    ("icmp6-echoreply", 129),
    ("icmp6-multicastlistenerquery", 130),
    ("icmp6-multicastlistenerreportv1", 131),
    ("icmp6-multicastlistenerdone", 132),
    ("icmp6-routersolicit", 133),
    ("icmp6-routeradvert", 134),
    ("icmp6-neighborsolicit", 135),
    ("icmp6-neighboradvert", 136),
    ("icmp6-redirect", 137),
    ("icmp6-routerrenum", 138),
    ("icmp6-nodeinformationquery", 139),
    ("icmp6-nodeinformationresponse", 140),
    ("icmp6-ineighbordiscoverysolicit", 141),
    ("icmp6-ineighbordiscoveryadvert", 142),
    ("icmp6-multicastlistenerreportv2", 143),
    ("icmp6-homeagentdiscoveryrequest", 144),
    ("icmp6-homeagentdiscoveryreply", 145),
    ("icmp6-mobileprefixsolicit", 146),
    ("icmp6-mobileprefixadvert", 147),
    ("icmp6-certpathsolicit", 148),
    ("icmp6-certpathadvert", 149),
    ("icmp6-multicastrouteradvert", 151),
    ("icmp6-multicastroutersolicit", 152),
    ("icmp6-multicastrouterterm", 153),
    ("tcpflags", 13),
    ("tcp-fin", 0x01),
    ("tcp-syn", 0x02),
    ("tcp-rst", 0x04),
    ("tcp-push", 0x08),
    ("tcp-ack", 0x10),
    ("tcp-urg", 0x20),
    ("tcp-ece", 0x40),
    ("tcp-cwr", 0x80),
];

/// IP protocols by name (IANA's registry of assigned internet protocol numbers).
const IP_PROTOCOLS: &[(&str, u32)] = &[
    ("ip", 0),
    ("hopopt", 0),
    ("icmp", 1),
    ("igmp", 2),
    ("ggp", 3),
    ("ipencap", 4),
    ("ipv4", 4),
    ("st", 5),
    ("tcp", 6),
    ("cbt", 7),
    ("egp", 8),
    ("igp", 9),
    ("igrp", 9),
    ("pup", 12),
    ("udp", 17),
    ("mux", 18),
    ("hmp", 20),
    ("xns-idp", 22),
    ("rdp", 27),
    ("iso-tp4", 29),
    ("dccp", 33),
    ("xtp", 36),
    ("ddp", 37),
    ("idpr-cmtp", 38),
    ("ipv6", 41),
    ("sdrp", 42),
    ("ipv6-route", 43),
    ("ipv6-frag", 44),
    ("idrp", 45),
    ("rsvp", 46),
    ("gre", 47),
    ("dsr", 48),
    ("esp", 50),
    ("ah", 51),
    ("skip", 57),
    ("ipv6-icmp", 58),
    ("icmp6", 58),
    ("icmpv6", 58),
    ("ipv6-nonxt", 59),
    ("ipv6-opts", 60),
    ("rspf", 73),
    ("vmtp", 81),
    ("eigrp", 88),
    ("ospf", 89),
    ("ospfigp", 89),
    ("ax.25", 93),
    ("ipip", 94),
    ("etherip", 97),
    ("encap", 98),
    ("pim", 103),
    ("ipcomp", 108),
    ("vrrp", 112),
    ("carp", 112),
    ("pgm", 113),
    ("l2tp", 115),
    ("isis", 124),
    ("sctp", 132),
    ("fc", 133),
    ("mobility-header", 135),
    ("udplite", 136),
    ("mpls-in-ip", 137),
    ("manet", 138),
    ("hip", 139),
    ("shim6", 140),
    ("wesp", 141),
    ("rohc", 142),
    ("ethernet", 143),
];

/// Ethernet types, and LLC service access points where a protocol has no type, by name.
const ETHER_PROTOCOLS: &[(&str, u32)] = &[
    ("ip", 0x0800),
    ("ip6", 0x86dd),
    ("arp", 0x0806),
    ("rarp", 0x8035),
    ("aarp", 0x80f3),
    ("atalk", 0x809b),
    ("decnet", 0x6003),
    ("iso", 0xfe),
    ("ipx", 0xe0),
    ("lat", 0x6004),
    ("loopback", 0x9000),
    ("mopdl", 0x6001),
    ("moprc", 0x6002),
    ("netbeui", 0xf0),
    ("pup", 0x0200),
    ("sca", 0x6007),
    ("sprite", 0x0500),
    ("stp", 0x42),
    ("trail", 0x1000),
    ("vexp", 0x805b),
    ("vprod", 0x805c),
    ("xns", 0x0600),
    ("bootp", 0x0600),
];

/// The Ethernet type (above 1500) or LLC service access point (below) of a name.
pub(crate) fn ether_protocol(name: &str) -> Option<u32> {
    ETHER_PROTOCOLS.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
}

/// The fields of a line of a table such as `/etc/services`, without its comment.
fn rows(path: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines()
        .map(|line| {
            line.split('#').next().unwrap_or_default().split_whitespace().map(str::to_owned).collect()
        })
        .filter(|fields: &Vec<String>| fields.len() >= 2)
        .collect()
}

impl Names {
    /// The number of an IP protocol.
    pub(crate) fn ip_protocol(self, name: &str) -> Option<u32> {
        let known = IP_PROTOCOLS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map(|&(_, value)| value).or_else(|| {
            self.table("/etc/protocols")
                .into_iter()
                .find(|row| row.iter().enumerate().any(|(i, field)| i != 1 && field == name))
                .and_then(|row| row.get(1)?.parse().ok())
        })
    }

    fn table(self, path: &str) -> Vec<Vec<String>> {
        match self {
            Names::System => rows(path),
            Names::BuiltIn => Vec::new(),
        }
    }

    /// The port of a service and the transports it is registered for.
    pub(crate) fn service(self, name: &str) -> Option<(u16, u8)> {
        let mut found: Option<(u16, u8)> = None;
        for row in self.table("/etc/services") {
            let is_it = row.iter().enumerate().any(|(i, field)| i != 1 && field == name);
            let Some((port, transport)) =
                row.get(1).filter(|_| is_it).and_then(|field| field.split_once('/'))
            else {
                continue;
            };
            let (Ok(port), Some(bit)) = (port.parse::<u16>(), transport_bit(transport)) else { continue };
            match &mut found {
                None => found = Some((port, bit)),
                Some((had, bits)) if *had == port => *bits |= bit,
                // The same name with another port for another transport: the first counts.
                Some(_) => {}
            }
        }
        found.or_else(|| {
            let wanted = name.to_ascii_lowercase();
            SERVICES.iter().find(|(known, _, _)| *known == wanted).map(|&(_, port, bits)| (port, bits))
        })
    }

    /// All addresses of a host.
    pub(crate) fn host(self, name: &str) -> Vec<IpAddr> {
        if self == Names::BuiltIn {
            return Vec::new();
        }
        let mut out: Vec<IpAddr> = Vec::new();
        for address in (name, 0).to_socket_addrs().into_iter().flatten() {
            if !out.contains(&address.ip()) {
                out.push(address.ip());
            }
        }
        out
    }

    /// The MAC address of a host, from `/etc/ethers`.
    pub(crate) fn mac(self, name: &str) -> Option<[u8; 6]> {
        let row =
            self.table("/etc/ethers").into_iter().find(|row| row.get(1).is_some_and(|host| host == name))?;
        let mut mac = [0u8; 6];
        let mut parts = row.first()?.split(':');
        for byte in &mut mac {
            *byte = u8::from_str_radix(parts.next()?, 16).ok()?;
        }
        parts.next().is_none().then_some(mac)
    }

    /// The number of a network and its mask, from `/etc/networks`.
    pub(crate) fn network(self, name: &str) -> Option<(u32, u32)> {
        let row = self
            .table("/etc/networks")
            .into_iter()
            .find(|row| row.iter().enumerate().any(|(i, field)| i != 1 && field == name))?;
        let mut number = u32::from(row.get(1)?.parse::<Ipv4Addr>().ok()?);
        let mut mask = u32::MAX;
        // The mask follows from the bytes that are there: a network is written with trailing zeros.
        while number != 0 && mask << 8 != 0 && number & !(mask << 8) == 0 {
            mask <<= 8;
        }
        number &= mask;
        Some((number, mask))
    }
}

fn transport_bit(name: &str) -> Option<u8> {
    match name {
        "tcp" => Some(TCP),
        "udp" => Some(UDP),
        "sctp" => Some(SCTP),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables() {
        assert_eq!(constant("tcp-cwr"), Some(0x80));
        assert_eq!(Names::BuiltIn.ip_protocol("ospf"), Some(89));
        assert_eq!(Names::BuiltIn.service("domain"), Some((53, TCP | UDP)));
        assert_eq!(Names::BuiltIn.service("no-such-service"), None);
        assert_eq!(ether_protocol("ip6"), Some(0x86dd));
        assert!(Names::BuiltIn.host("localhost").is_empty());
    }

    #[test]
    fn services_are_sorted() {
        assert!(SERVICES.windows(2).all(|pair| pair[0].0 <= pair[1].0));
    }
}
