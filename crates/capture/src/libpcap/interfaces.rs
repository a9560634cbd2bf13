//! The interfaces of this machine, as libpcap lists them.

use super::dlt;
use super::handle;
use crate::Error;
use crate::interface::{ANY, Address, Counters, Interface, State};
use pcap::{Active, Capture, ConnectionStatus, Device};
use requin_file::LinkType;
use std::net::IpAddr;

/// The interfaces of this machine; those that work stand first. Hardware addresses, MTUs, drivers and counters
/// are not known to libpcap. Link types are known of interfaces that are up and that we may open.
///
/// # Errors
/// When libpcap can't list them.
pub fn interfaces() -> Result<Vec<Interface>, Error> {
    let mut list = devices()?;
    for one in list.iter_mut().filter(|i| i.up) {
        if let Ok(capture) = handle::look(&one.name) {
            (one.link, one.others) = links(&capture, one.link);
        }
    }
    Ok(list)
}

/// The same without opening any: link types are the usual ones.
pub(crate) fn devices() -> Result<Vec<Interface>, Error> {
    let list = Device::list().map_err(|e| Error::System {
        name: "interfaces".into(),
        what: "asking for them",
        source: std::io::Error::other(super::text(&e)),
    })?;
    let mut list: Vec<Interface> = list.into_iter().map(of_device).collect();
    list.sort_by_key(Interface::rank);
    Ok(list)
}

/// An interface of which only the name is known.
pub(crate) fn unseen(name: &str) -> Interface {
    of_device(Device::from(name))
}

fn of_device(device: Device) -> Interface {
    let (up, loopback) = (device.flags.is_up(), device.flags.is_loopback());
    let link = usual(&device.name, loopback);
    Interface {
        index: 0,
        description: device.desc.or_else(|| loopback.then(|| "Loopback".into())),
        state: match device.flags.connection_status {
            ConnectionStatus::Connected => State::Up,
            ConnectionStatus::Disconnected => State::Down,
            ConnectionStatus::Unknown | ConnectionStatus::NotApplicable => State::Unknown,
        },
        up,
        loopback,
        hardware: Vec::new(),
        addresses: device
            .addresses
            .iter()
            .map(|a| Address { address: a.addr, prefix: prefix(a.addr, a.netmask) })
            .collect(),
        mtu: 0,
        link,
        others: Vec::new(),
        driver: None,
        counters: Counters::default(),
        name: device.name,
    }
}

/// What frames of an interface begin with on this system as a rule.
fn usual(name: &str, loopback: bool) -> LinkType {
    match (name, loopback) {
        (ANY, _) => LinkType::LINUX_SLL2,
        (_, true) if cfg!(target_os = "openbsd") => LinkType::LOOP,
        (_, true) if !cfg!(target_os = "linux") => LinkType::NULL,
        _ => LinkType::ETHERNET,
    }
}

/// Bits of an address that are its network's.
fn prefix(address: IpAddr, mask: Option<IpAddr>) -> u8 {
    let ones = match (address, mask) {
        (_, Some(IpAddr::V4(m))) => u32::from(m).leading_ones(),
        (_, Some(IpAddr::V6(m))) => u128::from(m).leading_ones(),
        (IpAddr::V4(_), None) => 32,
        (IpAddr::V6(_), None) => 128,
    };
    ones as u8
}

/// The link type that a handle has, or the better one of two, and the others that it can have.
pub(crate) fn links(capture: &Capture<Active>, usual: LinkType) -> (LinkType, Vec<LinkType>) {
    let own = dlt::of_system(capture.get_datalink()).unwrap_or(usual);
    let all = capture.list_datalinks().unwrap_or_default();
    let mut all: Vec<LinkType> = all.into_iter().filter_map(dlt::of_system).collect();
    // libpcap begins with the older one for the sake of old programs; it lacks the interface.
    let newer = own == LinkType::LINUX_SLL && all.contains(&LinkType::LINUX_SLL2);
    let link = if newer { LinkType::LINUX_SLL2 } else { own };
    all.push(own);
    all.sort_unstable();
    all.dedup();
    all.retain(|l| *l != link);
    (link, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_of_masks() {
        let v4 = |s: &str| s.parse::<IpAddr>().unwrap();
        assert_eq!(prefix(v4("10.0.0.1"), Some(v4("255.255.240.0"))), 20);
        assert_eq!(prefix(v4("::1"), Some(v4("ffff:ffff::"))), 32);
        assert_eq!((prefix(v4("::1"), None), prefix(v4("10.0.0.1"), None)), (128, 32));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_list_has_loopback_and_any() {
        let list = devices().unwrap();
        let lo = list.iter().find(|i| i.name == "lo").unwrap();
        assert!(lo.loopback && lo.up);
        assert!(lo.addresses.iter().any(|a| a.to_string() == "127.0.0.1/8"), "{:?}", lo.addresses);
        assert_eq!(list.iter().filter(|i| i.name == ANY).count(), 1);
    }
}
