//! Monitor mode: an interface beside the wireless one that gets every frame of the radio, with a radiotap header.
//!
//! It is made through nl80211, the kernel's interface to wireless devices, and goes away with the [`Monitor`].

use super::interfaces::interfaces;
use super::netlink::{Netlink, attributes, number, put};
use crate::error::{Error, MONITOR};
use crate::interface::{Interface, find};
use requin_file::LinkType;
use std::io;

// Generic netlink's own family (linux/genetlink.h).
const CONTROL: u16 = 0x10;
const GET_FAMILY: u8 = 3;
const FAMILY_ID: u16 = 1;
const FAMILY_NAME: u16 = 2;

// nl80211 (linux/nl80211.h).
const NEW_INTERFACE: u8 = 7;
const DEL_INTERFACE: u8 = 8;
const ATTR_INDEX: u16 = 3;
const ATTR_NAME: u16 = 4;
const ATTR_TYPE: u16 = 5;
const TYPE_MONITOR: u32 = 6;

/// Names that are tried for the new interface.
const NAMES: u32 = 64;

/// A monitor interface; it is removed when this is dropped.
pub(crate) struct Monitor {
    netlink: Netlink,
    family: u16,
    index: u32,
    /// Its name.
    pub name: String,
}

/// Whether an interface is in monitor mode already.
fn is_on(interface: &Interface) -> bool {
    let radio = [LinkType::IEEE802_11_RADIOTAP, LinkType::IEEE802_11_PRISM, LinkType::IEEE802_11_AVS];
    radio.contains(&interface.link) || interface.link == LinkType::IEEE802_11
}

/// A monitor interface beside the one of this name; none when it is in monitor mode itself.
pub(crate) fn beside(name: &str) -> Result<Option<Monitor>, Error> {
    let interface = find(&interfaces()?, name)?;
    if is_on(&interface) { Ok(None) } else { Monitor::of(&interface).map(Some) }
}

/// A generic message: command and version, then attributes.
fn message(command: u8, fill: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut body = vec![command, 1, 0, 0];
    fill(&mut body);
    body
}

impl Monitor {
    /// Makes one beside a wireless interface, and switches it on.
    fn of(interface: &Interface) -> Result<Monitor, Error> {
        let name = interface.name.as_str();
        let failed = |e: io::Error| Error::system(name, MONITOR, e);
        let mut netlink = Netlink::open(libc::NETLINK_GENERIC).map_err(failed)?;
        let cannot =
            || Error::Cannot { name: name.to_owned(), what: format!("{MONITOR}: it is not wireless") };
        let family = family(&mut netlink).map_err(|_| cannot())?;
        for n in 0..NAMES {
            let new = format!("requin{n}");
            let body = message(NEW_INTERFACE, |b| {
                put(b, ATTR_INDEX, &interface.index.to_ne_bytes());
                put(b, ATTR_NAME, format!("{new}\0").as_bytes());
                put(b, ATTR_TYPE, &TYPE_MONITOR.to_ne_bytes());
            });
            let mut index = 0;
            let made = netlink.request(family, 0, &body, |_, answer| {
                let of = attributes(answer.get(4..).unwrap_or_default());
                index = of.filter(|a| a.0 == ATTR_INDEX).map(|a| number(a.1) as u32).last().unwrap_or(index);
            });
            match made {
                Ok(()) => {
                    if index == 0 {
                        index = interfaces()?.iter().find(|i| i.name == new).map_or(0, |i| i.index);
                    }
                    let monitor = Monitor { netlink, family, index, name: new };
                    switch_on(index).map_err(failed)?;
                    return Ok(monitor);
                }
                Err(e) if matches!(e.raw_os_error(), Some(libc::EEXIST | libc::ENFILE)) => {}
                // Its driver has no wireless part, or one that can't.
                Err(e) if matches!(e.raw_os_error(), Some(libc::ENODEV | libc::EOPNOTSUPP)) => {
                    return Err(cannot());
                }
                Err(e) => return Err(failed(e)),
            }
        }
        Err(failed(io::Error::from_raw_os_error(libc::EEXIST)))
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        let body = message(DEL_INTERFACE, |b| put(b, ATTR_INDEX, &self.index.to_ne_bytes()));
        // It may be gone already.
        let _ = self.netlink.request(self.family, 0, &body, |_, _| {});
    }
}

/// The number that nl80211 has in this kernel.
fn family(netlink: &mut Netlink) -> io::Result<u16> {
    let body = message(GET_FAMILY, |b| put(b, FAMILY_NAME, b"nl80211\0"));
    let mut found = None;
    netlink.request(CONTROL, 0, &body, |_, answer| {
        let of = attributes(answer.get(4..).unwrap_or_default());
        found = of.filter(|a| a.0 == FAMILY_ID).map(|a| number(a.1) as u16).last().or(found);
    })?;
    found.ok_or_else(|| io::Error::from_raw_os_error(libc::ENOENT))
}

/// Switches an interface on: `struct ifinfomsg` with the flag that is to change.
fn switch_on(index: u32) -> io::Result<()> {
    let on = (libc::IFF_UP as u32).to_ne_bytes();
    let body = [&[0; 4][..], &index.to_ne_bytes(), &on, &on].concat();
    Netlink::open(libc::NETLINK_ROUTE)?.request(libc::RTM_NEWLINK, 0, &body, |_, _| {})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_laid_out() {
        let m = message(DEL_INTERFACE, |b| put(b, ATTR_INDEX, &7u32.to_ne_bytes()));
        let mut wanted = vec![8, 1, 0, 0];
        wanted.extend(8u16.to_ne_bytes());
        wanted.extend(3u16.to_ne_bytes());
        wanted.extend(7u32.to_ne_bytes());
        assert_eq!(m, wanted);
    }

    #[test]
    fn generic_netlink_answers() {
        // Whether there is nl80211 or not, the kernel says so.
        let mut netlink = Netlink::open(libc::NETLINK_GENERIC).unwrap();
        match family(&mut netlink) {
            Ok(id) => assert!(id > CONTROL),
            Err(e) => assert_eq!(e.raw_os_error(), Some(libc::ENOENT)),
        }
    }

    #[test]
    fn loopback_has_no_radio() {
        let lo = Interface { name: "lo".into(), index: 1, ..Interface::any() };
        let said = Monitor::of(&lo).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(said.starts_with("lo can't switch to monitor mode"), "{said}");
    }
}
