//! What is known of an interface.

use crate::{Error, Options};
use requin_file::{LinkType, Resolution};
use std::fmt;
use std::net::IpAddr;

/// Name of the interface that stands for all of them.
pub const ANY: &str = "any";

/// An interface of this machine, or `any`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// Its name, such as `eth0`.
    pub name: String,
    /// Its number in the kernel; 0 for `any`.
    pub index: u32,
    /// What it is in words.
    pub description: Option<String>,
    /// Whether it can be used.
    pub state: State,
    /// It is switched on.
    pub up: bool,
    /// It leads back to this machine.
    pub loopback: bool,
    /// Its hardware address.
    pub hardware: Vec<u8>,
    /// Its IP addresses.
    pub addresses: Vec<Address>,
    /// Bytes that a packet may have.
    pub mtu: u32,
    /// What captured frames begin with.
    pub link: LinkType,
    /// Other link types that it can be asked for.
    pub others: Vec<LinkType>,
    /// The driver of the kernel.
    pub driver: Option<String>,
    /// Packets by now.
    pub counters: Counters,
}

/// An address and the length of its network's prefix in bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address.
    pub address: IpAddr,
    /// Bits of the prefix.
    pub prefix: u8,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

/// Whether an interface can be used (RFC 2863's ifOperStatus).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// The kernel does not say, as for loopback.
    #[default]
    Unknown,
    /// Ready.
    Up,
    /// Switched off, or no carrier.
    Down,
    /// An interface below it is down.
    LowerDown,
    /// Waits for something, such as authentication.
    Dormant,
    /// Being tested.
    Testing,
    /// Parts are missing.
    NotPresent,
}

impl State {
    /// From the number that the kernel has for it.
    #[must_use]
    pub fn from_number(number: u8) -> State {
        match number {
            1 => State::NotPresent,
            2 => State::Down,
            3 => State::LowerDown,
            4 => State::Testing,
            5 => State::Dormant,
            6 => State::Up,
            _ => State::Unknown,
        }
    }

    /// In a word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Unknown => "unknown",
            State::Up => "up",
            State::Down => "down",
            State::LowerDown => "lower-down",
            State::Dormant => "dormant",
            State::Testing => "testing",
            State::NotPresent => "not-present",
        }
    }
}

/// What an interface has counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Packets received.
    pub received: u64,
    /// Bytes received.
    pub received_bytes: u64,
    /// Packets sent.
    pub sent: u64,
    /// Bytes sent.
    pub sent_bytes: u64,
    /// Packets that were received with errors, or could not be sent.
    pub errors: u64,
    /// Packets that were dropped on either way.
    pub dropped: u64,
    /// Packets that the device had no room for: no capture can have seen them.
    pub missed: u64,
}

impl Interface {
    /// The interface that stands for all of them.
    #[must_use]
    pub fn any() -> Interface {
        Interface {
            name: ANY.to_owned(),
            index: 0,
            description: None,
            state: State::Up,
            up: true,
            loopback: false,
            hardware: Vec::new(),
            addresses: Vec::new(),
            mtu: 0,
            link: LinkType::LINUX_SLL2,
            others: vec![LinkType::LINUX_SLL],
            driver: None,
            counters: Counters::default(),
        }
    }

    /// The hardware address as text; empty when there is none.
    #[must_use]
    pub fn hardware_text(&self) -> String {
        self.hardware.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(":")
    }

    /// Whether packets can come.
    #[must_use]
    pub fn works(&self) -> bool {
        self.up && !matches!(self.state, State::Down | State::LowerDown | State::NotPresent)
    }

    /// Orders interfaces as people expect them: those that work first, loopback and `any` behind the others, then
    /// by the number at the end of the name.
    pub(crate) fn rank(&self) -> (bool, bool, bool, bool, u64) {
        let any = self.name == ANY;
        let connected = matches!(self.state, State::Up | State::Unknown);
        let digits = self.name.len() - self.name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let number = self.name.get(self.name.len() - digits..).and_then(|d| d.parse().ok()).unwrap_or(0);
        (!self.up, !connected, self.loopback, any, number)
    }

    /// The mask of its first IPv4 network; 0 when it has none.
    pub(crate) fn netmask(&self) -> u32 {
        let v4 = self.addresses.iter().find(|a| a.address.is_ipv4());
        v4.and_then(|a| u32::MAX.checked_shl(32 - u32::from(a.prefix.min(32)))).unwrap_or(0)
    }

    /// What a capture file says of it.
    pub(crate) fn described(
        &self,
        link: LinkType,
        options: &Options,
        resolution: Resolution,
    ) -> requin_file::Interface {
        let mut one = requin_file::Interface::new(link, options.snaplen);
        one.resolution = resolution;
        one.name = Some(self.name.clone());
        one.description.clone_from(&self.description);
        one.filter = options.filter.clone().filter(|f| !f.trim().is_empty());
        one.os = crate::machine().os;
        one
    }

    /// The link type to capture it with: what was asked for, or its own.
    pub(crate) fn choose_link(&self, wanted: Option<LinkType>) -> Result<LinkType, Error> {
        let Some(link) = wanted else { return Ok(self.link) };
        if link == self.link || self.others.contains(&link) {
            return Ok(link);
        }
        let called = |l: LinkType| l.name().map_or_else(|| l.0.to_string(), str::to_owned);
        let known: Vec<String> =
            std::iter::once(&self.link).chain(&self.others).map(|l| called(*l)).collect();
        let what = format!("be captured as {}; there is {}", called(link), known.join(", "));
        Err(Error::Cannot { name: self.name.clone(), what })
    }
}

/// The interface of a name, or of a number in the list.
pub(crate) fn find(list: &[Interface], name: &str) -> Result<Interface, Error> {
    if let Some(one) = list.iter().find(|i| i.name == name) {
        return Ok(one.clone());
    }
    let numbered = name.parse::<usize>().ok().and_then(|n| list.get(n.checked_sub(1)?));
    numbered.cloned().ok_or_else(|| Error::NoInterface {
        name: name.to_owned(),
        known: list.iter().map(|i| i.name.clone()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, up: bool, loopback: bool) -> Interface {
        Interface { name: name.into(), up, loopback, ..Interface::any() }
    }

    #[test]
    fn working_interfaces_come_first() {
        let mut list = [
            named("ifb1", false, false),
            named("lo", true, true),
            named("eth10", true, false),
            Interface::any(),
        ]
        .to_vec();
        list.push(named("eth2", true, false));
        list.sort_by_key(Interface::rank);
        let names: Vec<&str> = list.iter().map(|i| i.name.as_str()).collect();
        assert_eq!(names, ["eth2", "eth10", "any", "lo", "ifb1"]);
    }

    #[test]
    fn masks() {
        let mut one = Interface::any();
        assert_eq!(one.netmask(), 0);
        one.addresses.push(Address { address: IpAddr::from([10, 0, 0, 1]), prefix: 20 });
        assert_eq!(one.netmask(), 0xffff_f000);
        one.addresses[0].prefix = 0;
        assert_eq!(one.netmask(), 0);
    }
}
