//! Link types as libpcap numbers them on this system (DLT_…). Most have the number that capture files use
//! (LINKTYPE_…); old ones differ, some from system to system.

use pcap::Linktype;
use requin_file::LinkType;

/// `DLT_RAW`.
const RAW: i32 = if cfg!(target_os = "openbsd") { 14 } else { 12 };

/// Pairs of the system's number and that of capture files, where these differ.
const OTHERS: &[(i32, u16)] = &[
    (RAW, 101),
    // ATM with LLC, SLIP and PPP of BSD/OS, classical IP over ATM.
    (11, 100),
    (15, 102),
    (16, 103),
    (19, 106),
    #[cfg(target_os = "openbsd")]
    (12, 108),
    #[cfg(target_os = "openbsd")]
    (13, 109),
    // State of the packet filter (pfsync), and packets with Apple's header of their process.
    #[cfg(any(target_os = "openbsd", target_os = "netbsd", target_os = "macos"))]
    (18, 246),
    #[cfg(target_os = "freebsd")]
    (121, 246),
    #[cfg(any(target_os = "macos", target_os = "ios"))]
    (149, 258),
];

/// The link type of capture files.
pub(crate) fn of_system(number: Linktype) -> Option<LinkType> {
    let other = OTHERS.iter().find(|(own, _)| *own == number.0).map(|(_, file)| *file);
    other.or_else(|| u16::try_from(number.0).ok()).map(LinkType)
}

/// The system's number.
pub(crate) fn to_system(link: LinkType) -> Linktype {
    let other = OTHERS.iter().find(|(_, file)| *file == link.0).map(|(own, _)| *own);
    Linktype(other.unwrap_or_else(|| i32::from(link.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_ip_has_another_number() {
        assert_eq!(
            (of_system(Linktype(RAW)), to_system(LinkType::RAW)),
            (Some(LinkType::RAW), Linktype(RAW))
        );
        for same in [LinkType::NULL, LinkType::ETHERNET, LinkType::LINUX_SLL2, LinkType::IEEE802_11_RADIOTAP]
        {
            assert_eq!(
                (of_system(Linktype(i32::from(same.0))), to_system(same).0),
                (Some(same), same.0.into())
            );
        }
        assert_eq!(of_system(Linktype(-1)), None);
    }
}
