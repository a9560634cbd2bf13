//! Hosts, networks, ports and protocols.

use super::Gen;
use super::kind::types;
use super::layer::{Layer, Place, test};
use crate::ast::{Dir, Proto, Quals, Type, Value};
use crate::cond::{Cmp, Cond, Test};
use crate::error::Error;
use crate::expr::{Id, Op, Size};
use crate::link::Family;
use crate::names;
use crate::services;
use std::net::{IpAddr, Ipv6Addr};

const TCP: u32 = 6;
const UDP: u32 = 17;
const SCTP: u32 = 132;
/// Extension headers that `ip6 protochain` follows at most: one more than RFC 8200 expects in a packet.
const IP6_HEADERS: u32 = 8;
/// Authentication headers that `ip protochain` follows at most.
const IP_HEADERS: u32 = 3;

/// The number that two to four numbers with dots make, and how many bits they are.
fn dotted(text: &str) -> Option<(u32, u32)> {
    let mut value = 0u32;
    let mut bits = 0u32;
    for part in text.split('.') {
        let part = crate::lex::value(part).ok().filter(|&part| part <= 255)?;
        value = (value << 8) | part;
        bits = bits.saturating_add(8);
    }
    Some((value, bits))
}

/// A mask of so many leading ones.
fn mask(bits: u32) -> u32 {
    u32::MAX.checked_shl(32u32.saturating_sub(bits)).unwrap_or(0)
}

fn shift_up(value: u32, bits: u32) -> u32 {
    value.checked_shl(32u32.saturating_sub(bits)).unwrap_or(0)
}

impl Gen<'_> {
    /// A primitive made of qualifiers and an identifier.
    pub(super) fn identifier(&mut self, quals: &Quals, value: &Value) -> Result<Cond, Error> {
        let kind = quals.kind.unwrap_or(Type::Host);
        match kind {
            Type::Host | Type::Net => self.host_or_net(quals, kind, value),
            Type::Port => {
                let (first, transports) = match value {
                    Value::Num(port) => (self.port_number(*port)?, 0),
                    Value::Name(name) => self.service(name)?,
                    _ => return self.modifies("port", value),
                };
                self.ports(quals, first, first, transports)
            }
            Type::PortRange => {
                let (first, last, transports) = match value {
                    Value::Num(port) => (self.port_number(*port)?, *port, 0),
                    Value::Name(name) => self.port_range(name)?,
                    _ => return self.modifies("portrange", value),
                };
                self.ports(quals, first.min(last), first.max(last), transports)
            }
            Type::Gateway => self.gateway(quals, value),
            Type::Proto | Type::ProtoChain => self.proto_number(quals, kind, value),
        }
    }

    fn modifies(&self, word: &str, value: &Value) -> Result<Cond, Error> {
        let what = match value {
            Value::V6(_) | Value::V6Cidr(..) => "an IPv6 address",
            Value::Mac(_) => "a MAC address",
            Value::Dotted(_) | Value::Cidr(..) | Value::Masked(..) => "an IPv4 address",
            Value::Num(_) => "a number",
            Value::Name(_) => "a name",
        };
        self.wrong(format!("'{word}' cannot be {what}"))
    }

    fn port_number(&self, port: u32) -> Result<u32, Error> {
        if port > 0xffff {
            return self.wrong(format!("port {port} is greater than 65535"));
        }
        Ok(port)
    }

    fn service(&self, name: &str) -> Result<(u32, u8), Error> {
        match self.options.names.service(name) {
            Some((port, transports)) => Ok((u32::from(port), transports)),
            None => Err(Error::name(self.span.clone(), format!("unknown port '{}'", name.escape_default()))),
        }
    }

    /// `first-last`, each a number or a name, or one of those alone.
    fn port_range(&self, text: &str) -> Result<(u32, u32, u8), Error> {
        let one = |text: &str| -> Option<(u32, u8)> {
            if text.bytes().all(|b| b.is_ascii_digit()) {
                return text.parse().ok().filter(|&port| port <= 0xffff).map(|port| (port, 0));
            }
            self.options.names.service(text).map(|(port, transports)| (u32::from(port), transports))
        };
        // Names have dashes too, so every dash may be the one between.
        for (at, _) in text.match_indices('-') {
            let (first, last) =
                (text.get(..at).unwrap_or_default(), text.get(at.saturating_add(1)..).unwrap_or_default());
            if let (false, false, Some((first, a)), Some((last, b))) =
                (first.is_empty(), last.is_empty(), one(first), one(last))
            {
                // A name that has one transport only restricts the range to it; two that differ do not.
                let transports = if a == 0 || b == 0 || a == b { a | b } else { 0 };
                return Ok((first, last, transports));
            }
        }
        match one(text) {
            Some((port, transports)) => Ok((port, port, transports)),
            None => Err(Error::name(
                self.span.clone(),
                format!("'{}' is no range of ports", text.escape_default()),
            )),
        }
    }

    /// Ports in a range. `transports` are those that the service's name is registered for, 0 for a number.
    fn ports(&mut self, quals: &Quals, first: u32, last: u32, transports: u8) -> Result<Cond, Error> {
        let named: &[u32] = match transports {
            services::TCP => &[TCP],
            services::UDP => &[UDP],
            services::SCTP => &[SCTP],
            _ => &[SCTP, TCP, UDP],
        };
        let one = match quals.proto {
            None => None,
            Some(Proto::Tcp) => Some(TCP),
            Some(Proto::Udp) => Some(UDP),
            Some(Proto::Sctp) => Some(SCTP),
            Some(other) => {
                return self.wrong(format!("'{}' has no ports: use tcp, udp or sctp", other.word()));
            }
        };
        let wanted: Vec<u32> = match one {
            Some(one) if named.contains(&one) => vec![one],
            Some(one) => {
                return Err(Error::name(
                    self.span.clone(),
                    format!(
                        "this service is not one of {}",
                        if one == TCP {
                            "TCP"
                        } else if one == UDP {
                            "UDP"
                        } else {
                            "SCTP"
                        }
                    ),
                ));
            }
            None => named.to_vec(),
        };
        let dir = quals.dir;
        if !matches!(dir, None | Some(Dir::Src | Dir::Dst | Dir::Either | Dir::Both)) {
            return self.wrong("addr1 to addr4, ra and ta are no directions of ports");
        }
        self.each(|it, layer| {
            let v6 = it.kind_is(layer, types::IP6)?;
            let transport = it.next_header_in(layer.net, 6, &wanted);
            let ports = it.port_in(layer.net.plus(40), first, last, dir);
            let v6 = Cond::all([v6, transport, ports]);
            let v4 = it.kind_is(layer, types::IP)?;
            let transport = it.next_header_in(layer.net, 9, &wanted);
            let whole = it.first_fragment(layer);
            let body = it.ip_payload(layer);
            let ports = it.port_in(body, first, last, dir);
            let v4 = Cond::all([v4, transport, whole, ports]);
            Ok(Cond::any([v6, v4]))
        })
    }

    fn next_header_in(&mut self, net: Place, off: u32, wanted: &[u32]) -> Cond {
        let pool = &mut self.pool;
        Cond::any(wanted.iter().map(|&number| net.is(pool, Size::B, off, number)))
    }

    fn port_in(&mut self, body: Place, first: u32, last: u32, dir: Option<Dir>) -> Cond {
        let mut one = |off: u32| {
            let pool = &mut self.pool;
            let port = body.load(pool, Size::H, off);
            if first == last {
                return test(pool, Cmp::Eq, port, first);
            }
            let low = test(pool, Cmp::Ge, port, first);
            Cond::all([low, test(pool, Cmp::Gt, port, last).not()])
        };
        let (src, dst) = (one(0), one(2));
        match dir {
            Some(Dir::Src) => src,
            Some(Dir::Dst) => dst,
            Some(Dir::Both) => Cond::all([src, dst]),
            _ => Cond::any([src, dst]),
        }
    }

    /// The packet is no later fragment, so that it has a transport header.
    pub(super) fn first_fragment(&mut self, layer: &Layer) -> Cond {
        layer.net.has(&mut self.pool, Size::H, 6, 0x1fff).not()
    }

    /// Where the payload of an IPv4 packet is: behind a header whose length the packet says.
    pub(super) fn ip_payload(&mut self, layer: &Layer) -> Place {
        let net = layer.net;
        let length = match net.base {
            None => self.pool.msh(net.off),
            Some(base) => {
                let first = net.load(&mut self.pool, Size::B, 0);
                let (low, two) = (self.pool.constant(0x0f), self.pool.constant(2));
                let low = self.pool.bin(Op::And, first, low);
                let length = self.pool.bin(Op::Lsh, low, two);
                self.pool.bin(Op::Add, length, base)
            }
        };
        Place { base: Some(length), off: net.off }
    }

    fn host_or_net(&mut self, quals: &Quals, kind: Type, value: &Value) -> Result<Cond, Error> {
        match value {
            Value::Mac(mac) => {
                if kind != Type::Host || quals.proto != Some(Proto::Link) {
                    return self.wrong("a MAC address needs 'ether' before it: 'ether host …'");
                }
                self.each(|it, layer| it.mac(layer, *mac, quals.dir))
            }
            Value::Num(n) => {
                if quals.proto == Some(Proto::Decnet) {
                    return self.each(|it, layer| it.decnet(layer, *n, quals.dir));
                }
                let (mut address, mut mask) = (*n, u32::MAX);
                if kind == Type::Net {
                    // `net 10` is 10.0.0.0/8.
                    while address != 0 && address & 0xff00_0000 == 0 {
                        address <<= 8;
                        mask <<= 8;
                    }
                }
                self.v4(quals, kind, address, mask)
            }
            Value::Dotted(text) => {
                if quals.proto == Some(Proto::Decnet) {
                    let address = text.split_once('.').and_then(|(area, node)| {
                        let (area, node) = (area.parse::<u32>().ok()?, node.parse::<u32>().ok()?);
                        (area < 64 && node < 1024).then_some((area << 10) | node)
                    });
                    let Some(address) = address else {
                        return self.wrong(format!("'{text}' is no DECnet address such as 10.123"));
                    };
                    return self.each(|it, layer| it.decnet(layer, address, quals.dir));
                }
                let Some((address, bits)) = dotted(text) else {
                    return self.wrong(format!("'{text}' is no IPv4 address"));
                };
                self.v4(quals, kind, shift_up(address, bits), mask(bits))
            }
            Value::Cidr(text, length) => {
                let Some((address, bits)) = dotted(text) else {
                    return self.wrong(format!("'{text}' is no IPv4 network"));
                };
                self.masked(quals, kind, shift_up(address, bits), mask(*length), &format!("{text}/{length}"))
            }
            Value::Masked(text, mask_text) => {
                let (Some((address, bits)), Some((mask, mask_bits))) = (dotted(text), dotted(mask_text))
                else {
                    return self.wrong(format!("'{text}' with the mask '{mask_text}' is no IPv4 network"));
                };
                let shown = format!("{text} mask {mask_text}");
                self.masked(quals, kind, shift_up(address, bits), shift_up(mask, mask_bits), &shown)
            }
            Value::V6(address) => self.v6(quals, *address, 128),
            Value::V6Cidr(address, length) => {
                if kind == Type::Host && *length != 128 {
                    return self.wrong("a mask is for networks only: use 'net'");
                }
                let bits = u128::from(*address);
                let mask = u128::MAX.checked_shl(128u32.saturating_sub(*length)).unwrap_or(0);
                if bits & !mask != 0 {
                    return self.wrong(format!("{address}/{length} has bits set beyond its mask"));
                }
                self.v6(quals, *address, *length)
            }
            Value::Name(name) => self.named(quals, kind, name),
        }
    }

    fn masked(
        &mut self,
        quals: &Quals,
        kind: Type,
        address: u32,
        mask: u32,
        shown: &str,
    ) -> Result<Cond, Error> {
        if kind != Type::Net {
            return self.wrong("a mask is for networks only: use 'net'");
        }
        if address & !mask != 0 {
            return self.wrong(format!("{shown} has bits set beyond its mask"));
        }
        self.v4(quals, kind, address, mask)
    }

    fn named(&mut self, quals: &Quals, kind: Type, name: &str) -> Result<Cond, Error> {
        let shown = name.escape_default();
        if quals.proto == Some(Proto::Link) {
            return match self.options.names.mac(name) {
                Some(mac) => self.each(|it, layer| it.mac(layer, mac, quals.dir)),
                None => Err(Error::name(self.span.clone(), format!("unknown ether host '{shown}'"))),
            };
        }
        if kind == Type::Net {
            return match self.options.names.network(name) {
                Some((address, mask)) => self.v4(quals, kind, address, mask),
                None => Err(Error::name(self.span.clone(), format!("unknown network '{shown}'"))),
            };
        }
        let found = self.options.names.host(name);
        let mut parts = Vec::new();
        let is_v6_only = quals.proto == Some(Proto::Ip6);
        let is_v4_only = matches!(quals.proto, Some(Proto::Ip | Proto::Arp | Proto::Rarp));
        for address in found {
            match address {
                IpAddr::V4(address) if !is_v6_only => {
                    parts.push(self.v4(quals, kind, u32::from(address), u32::MAX)?);
                }
                IpAddr::V6(address) if !is_v4_only => parts.push(self.v6(quals, address, 128)?),
                _ => {}
            }
        }
        if parts.is_empty() {
            return Err(Error::name(self.span.clone(), format!("unknown host '{shown}'")));
        }
        Ok(Cond::any(parts))
    }

    fn v4(&mut self, quals: &Quals, kind: Type, address: u32, mask: u32) -> Result<Cond, Error> {
        let dir = quals.dir;
        if !matches!(dir, None | Some(Dir::Src | Dir::Dst | Dir::Either | Dir::Both)) {
            return self
                .wrong("addr1 to addr4, ra and ta are addresses of 802.11 only: use 'wlan' before them");
        }
        let what = kind.word();
        self.each(|it, layer| match quals.proto {
            None => {
                let ip = it.v4_at(layer, types::IP, 12, 16, address, mask, dir)?;
                if layer.labels > 0 {
                    return Ok(ip);
                }
                let arp = it.v4_at(layer, types::ARP, 14, 24, address, mask, dir)?;
                let rarp = it.v4_at(layer, types::RARP, 14, 24, address, mask, dir)?;
                Ok(Cond::any([ip, arp, rarp]))
            }
            Some(Proto::Ip) => it.v4_at(layer, types::IP, 12, 16, address, mask, dir),
            Some(Proto::Arp) => it.v4_at(layer, types::ARP, 14, 24, address, mask, dir),
            Some(Proto::Rarp) => it.v4_at(layer, types::RARP, 14, 24, address, mask, dir),
            Some(Proto::Link) => it.wrong(format!("'ether {what}' needs a MAC address")),
            Some(Proto::Ip6) => it.wrong(format!("'ip6 {what}' needs an IPv6 address")),
            Some(other) => {
                it.wrong(format!("'{}' has no addresses of its own: use ip, arp or rarp", other.word()))
            }
        })
    }

    fn v4_at(
        &mut self,
        layer: &Layer,
        kind: u32,
        src: u32,
        dst: u32,
        address: u32,
        mask: u32,
        dir: Option<Dir>,
    ) -> Result<Cond, Error> {
        let is_kind = self.kind_is(layer, kind)?;
        let pool = &mut self.pool;
        let mut one = |off: u32| layer.net.masked(pool, Size::W, off, mask, address);
        let (src, dst) = (one(src), one(dst));
        let addresses = match dir {
            _ if mask == 0 => Cond::Always,
            Some(Dir::Src) => src,
            Some(Dir::Dst) => dst,
            Some(Dir::Both) => Cond::all([src, dst]),
            _ => Cond::any([src, dst]),
        };
        Ok(Cond::all([is_kind, addresses]))
    }

    fn v6(&mut self, quals: &Quals, address: Ipv6Addr, length: u32) -> Result<Cond, Error> {
        match quals.proto {
            None | Some(Proto::Ip6) => {}
            Some(other) => {
                return self.wrong(format!("'{}' cannot qualify an IPv6 address", other.word()));
            }
        }
        let dir = quals.dir;
        if !matches!(dir, None | Some(Dir::Src | Dir::Dst | Dir::Either | Dir::Both)) {
            return self.wrong("addr1 to addr4, ra and ta are addresses of 802.11 only");
        }
        let bits = u128::from(address);
        let mask = u128::MAX.checked_shl(128u32.saturating_sub(length)).unwrap_or(0);
        self.each(|it, layer| {
            let is_ip6 = it.kind_is(layer, types::IP6)?;
            let mut one = |off: u32| {
                let mut parts = Vec::with_capacity(4);
                for word in 0..4u32 {
                    let shift = 96u32.saturating_sub(word.saturating_mul(32));
                    let of =
                        |value: u128| u32::try_from((value >> shift) & u128::from(u32::MAX)).unwrap_or(0);
                    if of(mask) != 0 {
                        let at = off.saturating_add(word.saturating_mul(4));
                        parts.push(layer.net.masked(&mut it.pool, Size::W, at, of(mask), of(bits)));
                    }
                }
                Cond::all(parts)
            };
            let (src, dst) = (one(8), one(24));
            let addresses = match dir {
                Some(Dir::Src) => src,
                Some(Dir::Dst) => dst,
                Some(Dir::Both) => Cond::all([src, dst]),
                _ => Cond::any([src, dst]),
            };
            Ok(Cond::all([is_ip6, addresses]))
        })
    }

    /// A DECnet address, in the short and the long header, each with and without a byte of padding.
    fn decnet(&mut self, layer: &Layer, address: u32, dir: Option<Dir>) -> Result<Cond, Error> {
        let is_decnet = self.kind_is(layer, types::DECNET)?;
        let pool = &mut self.pool;
        // Addresses are little-endian.
        let swapped = ((address & 0xff) << 8) | (address >> 8);
        let net = layer.net;
        let mut one = |short: u32, long: u32| {
            Cond::any([
                Cond::all([net.masked(pool, Size::B, 2, 0x07, 0x02), net.is(pool, Size::H, short, swapped)]),
                Cond::all([
                    net.masked(pool, Size::H, 2, 0xff07, 0x8102),
                    net.is(pool, Size::H, short.saturating_add(1), swapped),
                ]),
                Cond::all([net.masked(pool, Size::B, 2, 0x07, 0x06), net.is(pool, Size::H, long, swapped)]),
                Cond::all([
                    net.masked(pool, Size::H, 2, 0xff07, 0x8106),
                    net.is(pool, Size::H, long.saturating_add(1), swapped),
                ]),
            ])
        };
        let (src, dst) = (one(5, 17), one(3, 9));
        let addresses = match dir {
            Some(Dir::Src) => src,
            Some(Dir::Dst) => dst,
            Some(Dir::Both) => Cond::all([src, dst]),
            _ => Cond::any([src, dst]),
        };
        Ok(Cond::all([is_decnet, addresses]))
    }

    /// The packet went through a host: its MAC address is there, but not its IP address.
    fn gateway(&mut self, quals: &Quals, value: &Value) -> Result<Cond, Error> {
        if quals.dir.is_some() {
            return self.wrong("'gateway' has no direction");
        }
        if !matches!(quals.proto, None | Some(Proto::Ip | Proto::Arp | Proto::Rarp)) {
            return self.wrong("'gateway' can be qualified by ip, arp and rarp only");
        }
        let Value::Name(name) = value else {
            return self
                .wrong("'gateway' needs the name of a host, since it is about its MAC and its IP address");
        };
        let shown = name.escape_default();
        let Some(mac) = self.options.names.mac(name) else {
            return Err(Error::name(self.span.clone(), format!("the MAC address of '{shown}' is not known")));
        };
        let here = self.each(|it, layer| it.mac(layer, mac, Some(Dir::Either)))?;
        let host =
            self.named(&Quals { dir: None, kind: Some(Type::Host), proto: quals.proto }, Type::Host, name)?;
        Ok(Cond::all([here, host.not()]))
    }

    fn proto_number(&mut self, quals: &Quals, kind: Type, value: &Value) -> Result<Cond, Error> {
        if quals.dir.is_some() {
            return self.wrong(format!("'{}' has no direction", kind.word()));
        }
        let unknown = |it: &Self, name: &str| {
            Err(Error::name(it.span.clone(), format!("unknown protocol '{}'", name.escape_default())))
        };
        let number = match (value, quals.proto) {
            (Value::Num(n), _) => *n,
            (Value::Name(name), Some(Proto::Link)) => match names::ether_protocol(name) {
                Some(number) => number,
                None => return unknown(self, name),
            },
            (Value::Name(name), Some(Proto::Iso)) => match name.as_str() {
                "esis" | "es-is" => ESIS,
                "isis" | "is-is" => ISIS,
                "clnp" => CLNP,
                _ => return unknown(self, name),
            },
            (Value::Name(name), _) => match self.options.names.ip_protocol(name) {
                Some(number) => number,
                None => return unknown(self, name),
            },
            _ => return self.modifies(kind.word(), value),
        };
        let chain = kind == Type::ProtoChain;
        self.each(|it, layer| match (quals.proto, chain) {
            (None, false) => {
                let v4 = it.ip_proto(layer, number)?;
                Ok(Cond::any([v4, it.ip6_proto(layer, number)?]))
            }
            (None, true) => {
                let v4 = it.ip_chain(layer, number)?;
                Ok(Cond::any([v4, it.ip6_chain(layer, number)?]))
            }
            (Some(Proto::Ip), false) => it.ip_proto(layer, number),
            (Some(Proto::Ip), true) => it.ip_chain(layer, number),
            (Some(Proto::Ip6), false) => it.ip6_proto(layer, number),
            (Some(Proto::Ip6), true) => it.ip6_chain(layer, number),
            (Some(Proto::Link), false) => it.kind_is(layer, number),
            (Some(Proto::Iso), false) => it.iso_proto(layer, number),
            (Some(Proto::Isis), false) => {
                let isis = it.iso_proto(layer, ISIS)?;
                let at = it.iso_payload(layer);
                Ok(Cond::all([isis, at.is(&mut it.pool, Size::B, 4, number)]))
            }
            (Some(other), _) => {
                it.wrong(format!("'{}' encapsulates no other protocol by number", other.word()))
            }
        })
    }

    fn ip_proto(&mut self, layer: &Layer, number: u32) -> Result<Cond, Error> {
        let is_ip = self.kind_is(layer, types::IP)?;
        Ok(Cond::all([is_ip, layer.net.is(&mut self.pool, Size::B, 9, number)]))
    }

    /// The protocol of an IPv6 packet, behind a fragment header too.
    fn ip6_proto(&mut self, layer: &Layer, number: u32) -> Result<Cond, Error> {
        let is_ip6 = self.kind_is(layer, types::IP6)?;
        let pool = &mut self.pool;
        let direct = layer.net.is(pool, Size::B, 6, number);
        let fragment = layer.net.is(pool, Size::B, 6, 44);
        let behind = layer.net.is(pool, Size::B, 40, number);
        Ok(Cond::all([is_ip6, Cond::any([direct, Cond::all([fragment, behind])])]))
    }

    fn ip_chain(&mut self, layer: &Layer, number: u32) -> Result<Cond, Error> {
        let is_ip = self.kind_is(layer, types::IP)?;
        let next = layer.net.load(&mut self.pool, Size::B, 9);
        let body = self.ip_payload(layer);
        let chain = self.chain(body, next, number, &[], IP_HEADERS);
        Ok(Cond::all([is_ip, chain]))
    }

    fn ip6_chain(&mut self, layer: &Layer, number: u32) -> Result<Cond, Error> {
        let is_ip6 = self.kind_is(layer, types::IP6)?;
        let next = layer.net.load(&mut self.pool, Size::B, 6);
        // Hop-by-hop options, routing, fragment, destination options.
        let chain = self.chain(layer.net.plus(40), next, number, &[0, 60, 43, 44], IP6_HEADERS);
        Ok(Cond::all([is_ip6, chain]))
    }

    /// Follows headers that say their length and what follows, a fixed number of times, since a program
    /// cannot go back.
    fn chain(&mut self, at: Place, next: Id, number: u32, headers: &[u32], left: u32) -> Cond {
        let found = test(&mut self.pool, Cmp::Eq, next, number);
        let Some(left) = left.checked_sub(1) else { return found };
        // The first two bytes: what follows, and a length (in 8 bytes less one; in 4 less two for AH).
        let follows = at.load(&mut self.pool, Size::B, 0);
        let length = at.load(&mut self.pool, Size::B, 1);
        let start = at.value(&mut self.pool);
        let (next_slot, at_slot) = (self.slots.next(), self.slots.next());
        let mut jump = |factor: u32, more: u32| {
            let pool = &mut self.pool;
            let (factor, more) = (pool.constant(factor), pool.constant(more));
            let bytes = pool.bin(Op::Mul, length, factor);
            let to = pool.bin(Op::Add, bytes, start);
            pool.bin(Op::Add, to, more)
        };
        let (by_eight, by_four) = (jump(8, 8), jump(4, 8));
        let is_ah = test(&mut self.pool, Cmp::Eq, next, 51);
        let pool = &mut self.pool;
        let is_header = Cond::any(headers.iter().map(|&header| test(pool, Cmp::Eq, next, header)));
        let step = Cond::choose(
            is_ah,
            Cond::Let(at_slot, by_four),
            Cond::all([is_header, Cond::Let(at_slot, by_eight)]),
        );
        let next_value = self.pool.mem(next_slot);
        let place = Place { base: Some(self.pool.mem(at_slot)), off: 0 };
        let rest = self.chain(place, next_value, number, headers, left);
        Cond::any([found, Cond::all([step, Cond::Let(next_slot, follows), rest])])
    }

    /// A protocol that stands alone.
    pub(super) fn protocol(&mut self, layer: &Layer, proto: Proto) -> Result<Cond, Error> {
        let both = |it: &mut Self, number| {
            let v4 = it.ip_proto(layer, number)?;
            // Behind labels, as everywhere, either version will do.
            Ok(Cond::any([v4, it.ip6_proto(layer, number)?]))
        };
        match proto {
            Proto::Ip => self.kind_is(layer, types::IP),
            Proto::Ip6 => self.kind_is(layer, types::IP6),
            Proto::Arp => self.kind_is(layer, types::ARP),
            Proto::Rarp => self.kind_is(layer, types::RARP),
            Proto::Atalk => self.kind_is(layer, types::ATALK),
            Proto::Aarp => self.kind_is(layer, types::AARP),
            Proto::Decnet => self.kind_is(layer, types::DECNET),
            Proto::Lat => self.kind_is(layer, types::LAT),
            Proto::Sca => self.kind_is(layer, types::SCA),
            Proto::Moprc => self.kind_is(layer, types::MOPRC),
            Proto::Mopdl => self.kind_is(layer, types::MOPDL),
            Proto::Stp => self.kind_is(layer, types::STP),
            Proto::Ipx => self.kind_is(layer, types::IPX),
            Proto::Netbeui => self.kind_is(layer, types::NETBEUI),
            Proto::Iso => self.kind_is(layer, types::ISO),
            Proto::Tcp => both(self, TCP),
            Proto::Udp => both(self, UDP),
            Proto::Sctp => both(self, SCTP),
            Proto::Pim => both(self, 103),
            Proto::Ah => both(self, 51),
            Proto::Esp => both(self, 50),
            Proto::Icmp => self.ip_proto(layer, 1),
            Proto::Igmp => self.ip_proto(layer, 2),
            Proto::Igrp => self.ip_proto(layer, 9),
            Proto::Vrrp | Proto::Carp => self.ip_proto(layer, 112),
            Proto::Icmp6 => self.ip6_proto(layer, 58),
            Proto::Esis => self.iso_proto(layer, ESIS),
            Proto::Isis => self.iso_proto(layer, ISIS),
            Proto::Clnp => self.iso_proto(layer, CLNP),
            Proto::IsisL1 => self.isis_pdu(layer, &[26, 24, 18, 15, 17]),
            Proto::IsisL2 => self.isis_pdu(layer, &[27, 25, 20, 16, 17]),
            Proto::IsisIih => self.isis_pdu(layer, &[17, 15, 16]),
            Proto::IsisLsp => self.isis_pdu(layer, &[18, 20]),
            Proto::IsisSnp => self.isis_pdu(layer, &[26, 27, 24, 25]),
            Proto::IsisCsnp => self.isis_pdu(layer, &[24, 25]),
            Proto::IsisPsnp => self.isis_pdu(layer, &[26, 27]),
            Proto::Link => {
                self.wrong("the link layer alone says nothing: add 'host', 'proto', 'broadcast' …")
            }
            Proto::Radio => self.wrong("'radio' is for parts of the radio header: radio[0]"),
        }
    }

    /// Where an OSI packet is: behind the LLC header, without the extension that others have.
    fn iso_payload(&self, layer: &Layer) -> Place {
        match layer.family {
            Family::Ethernet | Family::Wlan | Family::Sll | Family::Sll2 => layer.payload.plus(3),
            _ => layer.net,
        }
    }

    fn iso_proto(&mut self, layer: &Layer, number: u32) -> Result<Cond, Error> {
        let is_iso = self.kind_is(layer, types::ISO)?;
        let at = self.iso_payload(layer);
        Ok(Cond::all([is_iso, at.is(&mut self.pool, Size::B, 0, number)]))
    }

    fn isis_pdu(&mut self, layer: &Layer, kinds: &[u32]) -> Result<Cond, Error> {
        let isis = self.iso_proto(layer, ISIS)?;
        let at = self.iso_payload(layer);
        let pool = &mut self.pool;
        let pdu = Cond::any(kinds.iter().map(|&kind| at.is(pool, Size::B, 4, kind)));
        Ok(Cond::all([isis, pdu]))
    }

    /// The host part of the destination is all zeros or all ones.
    pub(super) fn ip_broadcast(&mut self, layer: &Layer) -> Result<Cond, Error> {
        let is_ip = self.kind_is(layer, types::IP)?;
        let hosts = !self.options.netmask;
        let pool = &mut self.pool;
        let zeros = layer.net.masked(pool, Size::W, 16, hosts, 0);
        let ones = layer.net.masked(pool, Size::W, 16, hosts, hosts);
        Ok(Cond::all([is_ip, Cond::any([zeros, ones])]))
    }

    pub(super) fn ip_multicast(&mut self, layer: &Layer) -> Result<Cond, Error> {
        let is_ip = self.kind_is(layer, types::IP)?;
        let first = layer.net.load(&mut self.pool, Size::B, 16);
        let b = self.pool.constant(224);
        Ok(Cond::all([is_ip, Cond::Test(Test { cmp: Cmp::Ge, a: first, b })]))
    }

    pub(super) fn ip6_multicast(&mut self, layer: &Layer) -> Result<Cond, Error> {
        let is_ip6 = self.kind_is(layer, types::IP6)?;
        Ok(Cond::all([is_ip6, layer.net.is(&mut self.pool, Size::B, 24, 255)]))
    }
}

/// Network layer protocol identifiers (ISO/IEC TR 9577).
const CLNP: u32 = 0x81;
const ESIS: u32 = 0x82;
const ISIS: u32 = 0x83;
