//! Link types of hardware types, and the pseudo headers of cooked captures.

use requin_file::LinkType;

/// What frames of a hardware type (`ARPHRD_…`) begin with, and whether the kernel gives them with that header.
/// Where it does not (`false`), or where headers differ from driver to driver, captures are cooked.
pub(crate) fn of_hardware(hardware: u16) -> (LinkType, bool) {
    match hardware {
        // Ethernet, loopback.
        1 | 772 => (LinkType::ETHERNET, true),
        // CAN.
        280 => (LinkType::CAN_SOCKETCAN, true),
        // 802.11, with Prism's header, with radiotap.
        801 => (LinkType::IEEE802_11, true),
        802 => (LinkType::IEEE802_11_PRISM, true),
        803 => (LinkType::IEEE802_11_RADIOTAP, true),
        // 802.15.4 and its monitor, whose frames come without a checksum.
        804 | 805 => (LinkType::IEEE802_15_4_NOFCS, true),
        // vsock's monitor.
        826 => (LinkType::VSOCK, true),
        // IP in IP, IPv6 in IPv4, GRE, raw IP, none at all (tun, WireGuard).
        519 | 768 | 769 | 776 | 778 | 823 | 0xfffe => (LinkType::RAW, true),
        _ => (LinkType::LINUX_SLL, false),
    }
}

/// What the kernel says of a frame beside its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beside {
    /// Ethernet type.
    pub protocol: u16,
    /// Index of the interface.
    pub interface: u32,
    /// Hardware type of the interface.
    pub hardware: u16,
    /// Whom it is for: 0 us, 1 all, 2 a group, 3 somebody else, 4 sent by us.
    pub packet_type: u8,
    /// Bytes of the sender's address.
    pub address_len: u8,
    /// The sender's address.
    pub address: [u8; 8],
}

/// Bytes of the header of version 2 of cooked captures.
pub(crate) const SLL2: usize = 20;
/// Bytes of the header of version 1.
pub(crate) const SLL: usize = 16;

/// The header of version 2.
pub(crate) fn sll2(b: &Beside) -> [u8; SLL2] {
    let mut h = [0; SLL2];
    h[0..2].copy_from_slice(&b.protocol.to_be_bytes());
    h[4..8].copy_from_slice(&b.interface.to_be_bytes());
    h[8..10].copy_from_slice(&b.hardware.to_be_bytes());
    h[10] = b.packet_type;
    h[11] = b.address_len;
    h[12..20].copy_from_slice(&b.address);
    h
}

/// The header of version 1.
pub(crate) fn sll(b: &Beside) -> [u8; SLL] {
    let mut h = [0; SLL];
    h[0..2].copy_from_slice(&u16::from(b.packet_type).to_be_bytes());
    h[2..4].copy_from_slice(&b.hardware.to_be_bytes());
    h[4..6].copy_from_slice(&u16::from(b.address_len).to_be_bytes());
    h[6..14].copy_from_slice(&b.address);
    h[14..16].copy_from_slice(&b.protocol.to_be_bytes());
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    const BESIDE: Beside = Beside {
        protocol: 0x0800,
        interface: 3,
        hardware: 1,
        packet_type: 4,
        address_len: 6,
        address: [2, 0, 0, 0, 0, 9, 0, 0],
    };

    #[test]
    fn headers() {
        assert_eq!(sll2(&BESIDE), [8, 0, 0, 0, 0, 0, 0, 3, 0, 1, 4, 6, 2, 0, 0, 0, 0, 9, 0, 0]);
        assert_eq!(sll(&BESIDE), [0, 4, 0, 1, 0, 6, 2, 0, 0, 0, 0, 9, 0, 0, 8, 0]);
    }
}
