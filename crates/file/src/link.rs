//! Link types: what the first bytes of a frame are.

use crate::link_table::TABLE;
use std::fmt;

/// A LINKTYPE number: what kind of link-layer header a frame begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LinkType(pub u16);

/// Wireshark's name for a link type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encap {
    /// The number in `frame.encap_type`.
    pub number: u16,
    /// The short name, as `editcap -T` takes it.
    pub name: &'static str,
    /// The long name, as `capinfos` prints it.
    pub description: &'static str,
}

/// `Per packet`: what Wireshark calls a file whose interfaces differ in link type.
pub const PER_PACKET: Encap = Encap { number: u16::MAX, name: "per-packet", description: "Per packet" };

/// `Unknown`: what Wireshark calls a link type that it does not know.
pub const UNKNOWN: Encap = Encap { number: 0, name: "unknown", description: "Unknown" };

pub(crate) struct Row {
    pub(crate) link: u16,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    pub(crate) encap: Option<Encap>,
}

impl LinkType {
    /// BSD loopback: the address family in the host's byte order.
    pub const NULL: LinkType = LinkType(0);
    /// Ethernet.
    pub const ETHERNET: LinkType = LinkType(1);
    /// Token Ring.
    pub const TOKEN_RING: LinkType = LinkType(6);
    /// ARCNET with BSD headers.
    pub const ARCNET_BSD: LinkType = LinkType(7);
    /// SLIP.
    pub const SLIP: LinkType = LinkType(8);
    /// PPP.
    pub const PPP: LinkType = LinkType(9);
    /// FDDI.
    pub const FDDI: LinkType = LinkType(10);
    /// RFC 1483 ATM.
    pub const ATM_RFC1483: LinkType = LinkType(100);
    /// IPv4 or IPv6 without a link-layer header.
    pub const RAW: LinkType = LinkType(101);
    /// PPP in HDLC-like framing, or Cisco HDLC.
    pub const PPP_HDLC: LinkType = LinkType(50);
    /// PPP over Ethernet session.
    pub const PPP_ETHER: LinkType = LinkType(51);
    /// Cisco HDLC.
    pub const C_HDLC: LinkType = LinkType(104);
    /// IEEE 802.11.
    pub const IEEE802_11: LinkType = LinkType(105);
    /// Frame Relay.
    pub const FRELAY: LinkType = LinkType(107);
    /// OpenBSD loopback: the address family in network byte order.
    pub const LOOP: LinkType = LinkType(108);
    /// Linux cooked capture, version 1.
    pub const LINUX_SLL: LinkType = LinkType(113);
    /// Apple LocalTalk.
    pub const LTALK: LinkType = LinkType(114);
    /// OpenBSD packet filter log.
    pub const PFLOG: LinkType = LinkType(117);
    /// IEEE 802.11 with a Prism header.
    pub const IEEE802_11_PRISM: LinkType = LinkType(119);
    /// RFC 2625 IP over Fibre Channel.
    pub const IP_OVER_FC: LinkType = LinkType(122);
    /// Solaris ATM with a 4-byte header.
    pub const SUNATM: LinkType = LinkType(123);
    /// IEEE 802.11 with a radiotap header.
    pub const IEEE802_11_RADIOTAP: LinkType = LinkType(127);
    /// IEEE 802.11 with an AVS header.
    pub const IEEE802_11_AVS: LinkType = LinkType(163);
    /// Bluetooth HCI UART.
    pub const BLUETOOTH_HCI_H4: LinkType = LinkType(187);
    /// USB with a Linux header.
    pub const USB_LINUX: LinkType = LinkType(189);
    /// Per-Packet Information header.
    pub const PPI: LinkType = LinkType(192);
    /// IEEE 802.15.4 with FCS.
    pub const IEEE802_15_4: LinkType = LinkType(195);
    /// Bluetooth HCI UART with a 4-byte direction.
    pub const BLUETOOTH_HCI_H4_WITH_PHDR: LinkType = LinkType(201);
    /// PPP with a direction byte.
    pub const PPP_WITH_DIR: LinkType = LinkType(204);
    /// USB with a padded Linux header.
    pub const USB_LINUX_MMAPPED: LinkType = LinkType(220);
    /// Solaris IPNET.
    pub const IPNET: LinkType = LinkType(226);
    /// CAN with SocketCAN headers.
    pub const CAN_SOCKETCAN: LinkType = LinkType(227);
    /// IPv4.
    pub const IPV4: LinkType = LinkType(228);
    /// IPv6.
    pub const IPV6: LinkType = LinkType(229);
    /// IEEE 802.15.4 without FCS.
    pub const IEEE802_15_4_NOFCS: LinkType = LinkType(230);
    /// D-Bus.
    pub const DBUS: LinkType = LinkType(231);
    /// Linux netfilter log.
    pub const NFLOG: LinkType = LinkType(239);
    /// IP over InfiniBand.
    pub const IPOIB: LinkType = LinkType(242);
    /// USB with a USBPcap header.
    pub const USBPCAP: LinkType = LinkType(249);
    /// Linux netlink.
    pub const NETLINK: LinkType = LinkType(253);
    /// Apple PKTAP.
    pub const PKTAP: LinkType = LinkType(258);
    /// Linux vsock.
    pub const VSOCK: LinkType = LinkType(271);
    /// Linux cooked capture, version 2.
    pub const LINUX_SLL2: LinkType = LinkType(276);
    /// Elektrobit High Speed Capture and Replay.
    pub const EBHSCR: LinkType = LinkType(279);

    fn row(self) -> Option<&'static Row> {
        TABLE.binary_search_by_key(&self.0, |row| row.link).ok().and_then(|at| TABLE.get(at))
    }

    /// Wireshark's encapsulation for this link type, `None` when Wireshark 4.0 does not know it.
    #[must_use]
    pub fn encap(self) -> Option<Encap> {
        self.row().and_then(|row| row.encap)
    }

    /// The name that `tcpdump -L` prints, such as `EN10MB`; `None` when it has none.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        self.row().map(|row| row.name).filter(|name| !name.is_empty())
    }

    /// What it is, in a few words, such as `Ethernet`.
    #[must_use]
    pub fn description(self) -> Option<&'static str> {
        self.row().map(|row| row.description)
    }

    /// The link type of a name, in upper or lower case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<LinkType> {
        let upper = name.to_ascii_uppercase();
        let name = upper.strip_prefix("DLT_").or_else(|| upper.strip_prefix("LINKTYPE_")).unwrap_or(&upper);
        // Some names stand for two numbers, the older of which depended on the system.
        let rows = TABLE.iter().filter(|row| row.name == name && !name.is_empty());
        rows.max_by_key(|row| row.link).map(|row| LinkType(row.link))
    }

    /// How many bytes at the head of a frame describe it rather than belong to it.
    ///
    /// Wireshark takes them away before it counts: `frame.len` and `frame.cap_len` are without them. They stay
    /// part of a [`Record`](crate::Record), so that nothing is lost in copying.
    #[must_use]
    pub fn pseudo_header(self, data: &[u8]) -> usize {
        let len = match self.0 {
            123 | 139 | 201 | 254 => 4,
            144 | 177 => 16,
            196 | 209 => 5,
            204 => 1,
            245 => 2,
            197 => return erf_header(data).min(data.len()),
            _ => 0,
        };
        len.min(data.len())
    }

    /// The largest packet that Wireshark accepts, in bytes.
    #[must_use]
    pub fn max_packet(self) -> u32 {
        match self {
            LinkType::DBUS | LinkType::USBPCAP => 128 * 1024 * 1024,
            LinkType::EBHSCR => 32 * 1024 * 1024,
            _ => 262_144,
        }
    }
}

/// Endace ERF: 16 bytes, 8 more for each extension header, 2 before Ethernet.
fn erf_header(data: &[u8]) -> usize {
    let Some(&kind) = data.get(8) else { return 0 };
    let mut len = 16;
    let mut more = kind & 0x80 != 0;
    while more {
        let Some(&next) = data.get(len) else { return data.len() };
        more = next & 0x80 != 0;
        len += 8;
    }
    match kind & 0x7f {
        2 | 11 | 16 | 20 => len + 2,
        5..=9 | 12 | 17 | 18 => len + 4,
        _ => len,
    }
}

impl fmt::Display for LinkType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row() {
            Some(row) if !row.name.is_empty() => write!(f, "{} ({})", row.name, row.description),
            Some(row) => f.write_str(row.description),
            None => write!(f, "{}", self.0),
        }
    }
}

impl From<u16> for LinkType {
    fn from(number: u16) -> LinkType {
        LinkType(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_says_what_wireshark_says() {
        assert!(TABLE.windows(2).all(|pair| pair[0].link < pair[1].link));
        let cooked = LinkType::LINUX_SLL.encap().unwrap();
        assert_eq!((cooked.number, cooked.description), (25, "Linux cooked-mode capture v1"));
        assert_eq!(LinkType::ETHERNET.to_string(), "EN10MB (Ethernet)");
        assert_eq!(LinkType::from_name("raw"), Some(LinkType::RAW));
        assert_eq!(LinkType::from_name("dlt_linux_sll2"), Some(LinkType::LINUX_SLL2));
        assert_eq!(LinkType::from_name(""), None);
        assert!(LinkType(60_000).encap().is_none());
    }

    #[test]
    fn pseudo_headers_never_exceed_the_frame() {
        assert_eq!(LinkType::SUNATM.pseudo_header(&[0; 9]), 4);
        assert_eq!(LinkType::SUNATM.pseudo_header(&[0; 3]), 3);
        assert_eq!(LinkType(197).pseudo_header(&[0x82; 40]), 40);
        let mut erf = [0u8; 40];
        erf[8] = 0x82;
        assert_eq!(LinkType(197).pseudo_header(&erf), 26);
    }
}
