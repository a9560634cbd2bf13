//! The interfaces of this machine.

use super::netlink::{Netlink, attributes, number, text};
use super::{ethtool, link, sys};
use crate::Error;
use crate::interface::{Address, Counters, Interface, State};
use requin_file::LinkType;
use std::net::IpAddr;

// Attributes of `RTM_NEWLINK` (linux/if_link.h).
const ADDRESS: u16 = 1;
const NAME: u16 = 3;
const MTU: u16 = 4;
const OPERSTATE: u16 = 16;
const ALIAS: u16 = 20;
const STATS64: u16 = 23;
// Attributes of `RTM_NEWADDR` (linux/if_addr.h).
const PREFIXED: u16 = 1;
const LOCAL: u16 = 2;

/// Bytes of `struct ifinfomsg`.
const LINK_HEAD: usize = 16;
/// Bytes of `struct ifaddrmsg`.
const ADDRESS_HEAD: usize = 8;

/// The interfaces of this machine, and `any`; those that work stand first.
///
/// # Errors
/// When the kernel does not tell them.
pub fn interfaces() -> Result<Vec<Interface>, Error> {
    let failed = |source| Error::System { name: "interfaces".into(), what: "asking for them", source };
    let mut list = links().map_err(failed)?;
    list.push(Interface::any());
    list.sort_by_key(Interface::rank);
    Ok(list)
}

/// The interfaces that the kernel has.
fn links() -> std::io::Result<Vec<Interface>> {
    let mut netlink = Netlink::open(libc::NETLINK_ROUTE)?;
    let mut list = Vec::new();
    netlink.request(libc::RTM_GETLINK, libc::NLM_F_DUMP, &[0; LINK_HEAD], |kind, body| {
        if kind == libc::RTM_NEWLINK {
            list.extend(of_message(body));
        }
    })?;
    netlink.request(libc::RTM_GETADDR, libc::NLM_F_DUMP, &[0; ADDRESS_HEAD], |kind, body| {
        if kind == libc::RTM_NEWADDR {
            add_address(body, &mut list);
        }
    })?;
    if let Ok(fd) = sys::socket(libc::AF_INET, libc::SOCK_DGRAM, 0) {
        for one in &mut list {
            one.driver = ethtool::driver(&fd, &one.name);
        }
    }
    Ok(list)
}

fn of_message(body: &[u8]) -> Option<Interface> {
    let (head, rest) = body.split_at_checked(LINK_HEAD)?;
    let hardware = number(head.get(2..4)?) as u16;
    let flags = number(head.get(8..12)?) as i32;
    let (kind, whole) = link::of_hardware(hardware);
    let mut one = Interface {
        index: number(head.get(4..8)?) as u32,
        up: flags & libc::IFF_UP != 0,
        loopback: flags & libc::IFF_LOOPBACK != 0,
        link: if whole { kind } else { LinkType::LINUX_SLL },
        others: Vec::new(),
        state: State::Unknown,
        ..Interface::any()
    };
    for (kind, value) in attributes(rest) {
        match kind {
            NAME => one.name = text(value),
            ADDRESS => one.hardware = value.to_vec(),
            MTU => one.mtu = number(value) as u32,
            ALIAS => one.description = Some(text(value)),
            OPERSTATE => one.state = State::from_number(value.first().copied().unwrap_or(0)),
            STATS64 => one.counters = counters(value),
            _ => {}
        }
    }
    if one.loopback && one.description.is_none() {
        one.description = Some("Loopback".into());
    }
    Some(one)
}

/// `struct rtnl_link_stats64`: numbers of 64 bits.
fn counters(value: &[u8]) -> Counters {
    let at = |i: usize| value.get(i * 8..i * 8 + 8).map_or(0, number);
    Counters {
        received: at(0),
        sent: at(1),
        received_bytes: at(2),
        sent_bytes: at(3),
        errors: at(4) + at(5),
        dropped: at(6) + at(7),
        missed: at(14),
    }
}

fn add_address(body: &[u8], list: &mut [Interface]) {
    let Some((head, rest)) = body.split_at_checked(ADDRESS_HEAD) else { return };
    let (prefix, index) = (head.get(1).copied().unwrap_or(0), head.get(4..8).map_or(0, number) as u32);
    let mut found = None;
    for (kind, value) in attributes(rest) {
        let address = match value.len() {
            4 => value.first_chunk::<4>().map(|b| IpAddr::from(*b)),
            16 => value.first_chunk::<16>().map(|b| IpAddr::from(*b)),
            _ => None,
        };
        // On links between two points the other one is that of the peer.
        if kind == LOCAL || kind == PREFIXED && found.is_none() {
            found = address;
        }
    }
    if let (Some(address), Some(one)) = (found, list.iter_mut().find(|i| i.index == index)) {
        one.addresses.push(Address { address, prefix });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interface::find;

    #[test]
    fn the_list_has_loopback_and_any() {
        let list = interfaces().unwrap();
        let lo = find(&list, "lo").unwrap();
        assert!(lo.loopback && lo.index > 0 && lo.link == LinkType::ETHERNET);
        let any = find(&list, "any").unwrap();
        assert_eq!((any.index, any.link), (0, LinkType::LINUX_SLL2));
        assert_eq!(find(&list, "1").unwrap().name, list[0].name);
        assert!(find(&list, "0").is_err() && find(&list, "nosuch0").is_err());
    }
}
