//! Link-layer primitives: MAC addresses, broadcasts, LLC, and what 802.11 has of its own.

use super::Gen;
use super::kind::types;
use super::layer::{Kind, Layer, Place, test};
use crate::ast::{Dir, Value};
use crate::cond::{Cmp, Cond};
use crate::error::Error;
use crate::expr::{Pool, Size};
use crate::link::Family;

/// A MAC address at a place.
fn mac_at(pool: &mut Pool, place: Place, more: u32, mac: [u8; 6]) -> Cond {
    let [a, b, c, d, e, f] = mac;
    let low = place.is(pool, Size::W, more.wrapping_add(2), u32::from_be_bytes([c, d, e, f]));
    let high = place.is(pool, Size::H, more, u32::from(u16::from_be_bytes([a, b])));
    Cond::all([low, high])
}

impl Gen<'_> {
    /// Puts what a link header needs before a question about it.
    fn of_header(&self, layer: &Layer, cond: Cond) -> Cond {
        Cond::all([layer.prepare_header(), layer.has_header.clone().unwrap_or(Cond::Always), cond])
    }

    /// A MAC address in the direction.
    pub(super) fn mac(&mut self, layer: &Layer, mac: [u8; 6], dir: Option<Dir>) -> Result<Cond, Error> {
        let cond = match layer.family {
            Family::Ethernet => {
                let (dst, src) = (
                    mac_at(&mut self.pool, layer.header, 0, mac),
                    mac_at(&mut self.pool, layer.header, 6, mac),
                );
                match dir.unwrap_or(Dir::Either) {
                    Dir::Src => src,
                    Dir::Dst => dst,
                    Dir::Either => Cond::any([src, dst]),
                    Dir::Both => Cond::all([src, dst]),
                    _ => return self.refuse("addr1 to addr4, ra and ta are addresses of 802.11 only"),
                }
            }
            Family::Wlan => self.wlan_mac(layer, mac, dir),
            _ => return self.refuse(format!("packets of {} have no MAC addresses to filter by", layer.link)),
        };
        Ok(self.of_header(layer, cond))
    }

    fn wlan_mac(&mut self, layer: &Layer, mac: [u8; 6], dir: Option<Dir>) -> Cond {
        let address = |pool: &mut Pool, number: u32| {
            let off = match number {
                1 => 4,
                2 => 10,
                3 => 16,
                _ => 24,
            };
            mac_at(pool, layer.header, off, mac)
        };
        let pool = &mut self.pool;
        // Control frames that have only the address of the receiver: CTS and ACK.
        let one_address = |pool: &mut Pool| {
            Cond::all([
                layer.header.masked(pool, Size::B, 0, 0x0c, 0x04),
                Cond::any([
                    layer.header.masked(pool, Size::B, 0, 0xf0, 0xc0),
                    layer.header.masked(pool, Size::B, 0, 0xf0, 0xd0),
                ]),
            ])
        };
        match dir.unwrap_or(Dir::Either) {
            Dir::Src => {
                let control = layer.header.has(pool, Size::B, 0, 0x04);
                let data = layer.header.has(pool, Size::B, 0, 0x08);
                let from_ds = layer.header.has(pool, Size::B, 1, 0x02);
                let to_ds = layer.header.has(pool, Size::B, 1, 0x01);
                let (second, third, fourth) = (address(pool, 2), address(pool, 3), address(pool, 4));
                let by_ds = Cond::choose(from_ds, Cond::choose(to_ds, fourth, third), second.clone());
                Cond::all([control.not(), Cond::choose(data, by_ds, second)])
            }
            Dir::Dst => {
                let control = layer.header.has(pool, Size::B, 0, 0x04);
                let data = layer.header.has(pool, Size::B, 0, 0x08);
                let to_ds = layer.header.has(pool, Size::B, 1, 0x01);
                let (first, third) = (address(pool, 1), address(pool, 3));
                Cond::all([
                    control.not(),
                    Cond::choose(data, Cond::choose(to_ds, third, first.clone()), first),
                ])
            }
            Dir::Either => {
                let (src, dst) =
                    (self.wlan_mac(layer, mac, Some(Dir::Src)), self.wlan_mac(layer, mac, Some(Dir::Dst)));
                Cond::any([src, dst])
            }
            Dir::Both => {
                let (src, dst) =
                    (self.wlan_mac(layer, mac, Some(Dir::Src)), self.wlan_mac(layer, mac, Some(Dir::Dst)));
                Cond::all([src, dst])
            }
            Dir::Addr1 => address(pool, 1),
            Dir::Addr2 => Cond::all([one_address(pool).not(), address(pool, 2)]),
            Dir::Addr3 => {
                Cond::all([layer.header.masked(pool, Size::B, 0, 0x0c, 0x04).not(), address(pool, 3)])
            }
            Dir::Addr4 => Cond::all([layer.header.masked(pool, Size::B, 1, 0x03, 0x03), address(pool, 4)]),
            Dir::Ra => Cond::all([layer.header.has(pool, Size::B, 0, 0x08), address(pool, 1)]),
            Dir::Ta => Cond::all([
                layer.header.has(pool, Size::B, 0, 0x08),
                one_address(pool).not(),
                address(pool, 2),
            ]),
        }
    }

    pub(super) fn link_broadcast(&mut self, layer: &Layer) -> Result<Cond, Error> {
        match layer.family {
            Family::Ethernet | Family::Wlan => self.mac(layer, [0xff; 6], Some(Dir::Dst)),
            _ => self.refuse(format!("{} has no link-layer broadcasts", layer.link)),
        }
    }

    pub(super) fn link_multicast(&mut self, layer: &Layer) -> Result<Cond, Error> {
        let pool = &mut self.pool;
        let cond = match layer.family {
            Family::Ethernet => layer.header.has(pool, Size::B, 0, 1),
            Family::Wlan => {
                let control = layer.header.has(pool, Size::B, 0, 0x04);
                let data = layer.header.has(pool, Size::B, 0, 0x08);
                let to_ds = layer.header.has(pool, Size::B, 1, 0x01);
                let (first, third) =
                    (layer.header.has(pool, Size::B, 4, 1), layer.header.has(pool, Size::B, 16, 1));
                Cond::all([
                    control.not(),
                    Cond::choose(data, Cond::choose(to_ds, third, first.clone()), first),
                ])
            }
            _ => return self.refuse(format!("{} has no link-layer multicasts", layer.link)),
        };
        Ok(self.of_header(layer, cond))
    }

    /// Whether there is an LLC header, and which kind of PDU it says.
    pub(super) fn llc(&mut self, layer: &Layer, kind: Option<&str>) -> Result<Cond, Error> {
        let there = match (layer.family, layer.kind) {
            (Family::Ethernet, kind) => {
                let pool = &mut self.pool;
                let field = match kind {
                    Kind::At(place) => place.load(pool, Size::H, 0),
                    Kind::Value(id) => id,
                    Kind::None => return Ok(Cond::Never),
                };
                let is_length = test(pool, Cmp::Gt, field, types::LARGEST_LENGTH).not();
                // NetWare without LLC starts with these two bytes.
                let netware = layer.payload.is(pool, Size::H, 0, 0xffff);
                Cond::all([layer.prepare(), is_length, netware.not()])
            }
            (Family::Wlan, _) => {
                let data = self.is_data(layer);
                if kind.is_some() { Cond::all([data, layer.prepare()]) } else { data }
            }
            _ => return self.refuse(format!("'llc' cannot be asked of {}", layer.link)),
        };
        let Some(kind) = kind else { return Ok(there) };
        let pool = &mut self.pool;
        // The control field is the third byte. Unnumbered PDUs are compared without their poll bit.
        let control = layer.payload;
        let cond = match kind {
            "i" => control.has(pool, Size::B, 2, 0x01).not(),
            "s" => control.masked(pool, Size::B, 2, 0x03, 0x01),
            "u" => control.masked(pool, Size::B, 2, 0x03, 0x03),
            "rr" => control.masked(pool, Size::B, 2, 0x0f, 0x01),
            "rnr" => control.masked(pool, Size::B, 2, 0x0f, 0x05),
            "rej" => control.masked(pool, Size::B, 2, 0x0f, 0x09),
            "ui" => control.masked(pool, Size::B, 2, 0xef, 0x03),
            "ua" => control.masked(pool, Size::B, 2, 0xef, 0x63),
            "disc" => control.masked(pool, Size::B, 2, 0xef, 0x43),
            "sabme" => control.masked(pool, Size::B, 2, 0xef, 0x6f),
            "test" => control.masked(pool, Size::B, 2, 0xef, 0xe3),
            "xid" => control.masked(pool, Size::B, 2, 0xef, 0xaf),
            "frmr" => control.masked(pool, Size::B, 2, 0xef, 0x87),
            _ => return self.wrong(format!("'{}' is no kind of LLC PDU", kind.escape_default())),
        };
        Ok(Cond::all([there, cond]))
    }

    fn needs_wlan(&self, layer: &Layer, what: &str) -> Result<(), Error> {
        if layer.family == Family::Wlan {
            Ok(())
        } else {
            self.refuse(format!("{what} can be asked of 802.11 only, not of {}", layer.link))
        }
    }

    pub(super) fn wlan_type(
        &mut self,
        layer: &Layer,
        kind: Option<&Value>,
        subtype: Option<&Value>,
    ) -> Result<Cond, Error> {
        self.needs_wlan(layer, "frame types")?;
        let mut mask = 0;
        let mut bits = 0;
        let mut known_type = None;
        if let Some(kind) = kind {
            let value = match kind {
                Value::Num(n) => *n,
                Value::Name(name) => match wlan_type_of(name) {
                    Some(value) => value,
                    None => return self.wrong(format!("'{}' is no 802.11 type", name.escape_default())),
                },
                _ => return self.wrong("this is no 802.11 type"),
            };
            if value & !0x0c != 0 {
                return self.wrong(format!("{value} is no 802.11 type: use mgt (0), ctl (4) or data (8)"));
            }
            known_type = Some(value);
            mask |= 0x0c;
            bits |= value;
        }
        if let Some(subtype) = subtype {
            let (value, of) = match subtype {
                Value::Num(n) if n & !0xf0 == 0 => (*n, None),
                Value::Num(n) => {
                    return self.wrong(format!("{n} is no 802.11 subtype: it has bits besides 0xf0"));
                }
                Value::Name(name) => {
                    let found = SUBTYPES
                        .iter()
                        .find(|(known, of, _)| *known == name && known_type.is_none_or(|kind| kind == *of));
                    match found {
                        Some(&(_, of, value)) => (value, Some(of)),
                        None => {
                            return self
                                .wrong(format!("'{}' is no such 802.11 subtype", name.escape_default()));
                        }
                    }
                }
                _ => return self.wrong("this is no 802.11 subtype"),
            };
            mask |= 0xf0;
            bits |= value;
            if let Some(of) = of {
                mask |= 0x0c;
                bits |= of;
            }
        }
        let cond = layer.header.masked(&mut self.pool, Size::B, 0, mask, bits);
        Ok(Cond::all([layer.prepare_header(), cond]))
    }

    pub(super) fn wlan_dir(&mut self, layer: &Layer, dir: &Value) -> Result<Cond, Error> {
        self.needs_wlan(layer, "frame directions")?;
        let value = match dir {
            Value::Num(n) => *n,
            Value::Name(name) => match name.to_ascii_lowercase().as_str() {
                "nods" => 0,
                "tods" => 1,
                "fromds" => 2,
                "dstods" => 3,
                _ => return self.wrong(format!("'{}' is no 802.11 direction", name.escape_default())),
            },
            _ => return self.wrong("this is no 802.11 direction"),
        };
        let cond = layer.header.masked(&mut self.pool, Size::B, 1, 0x03, value);
        Ok(Cond::all([layer.prepare_header(), cond]))
    }
}

fn wlan_type_of(name: &str) -> Option<u32> {
    match name.to_ascii_lowercase().as_str() {
        "mgt" | "management" => Some(0x00),
        "ctl" | "control" => Some(0x04),
        "data" => Some(0x08),
        _ => None,
    }
}

/// Name, type, subtype in the upper four bits (IEEE 802.11, table of type and subtype combinations).
const SUBTYPES: &[(&str, u32, u32)] = &[
    ("assoc-req", 0, 0x00),
    ("assocreq", 0, 0x00),
    ("assoc-resp", 0, 0x10),
    ("assocresp", 0, 0x10),
    ("reassoc-req", 0, 0x20),
    ("reassocreq", 0, 0x20),
    ("reassoc-resp", 0, 0x30),
    ("reassocresp", 0, 0x30),
    ("probe-req", 0, 0x40),
    ("probereq", 0, 0x40),
    ("probe-resp", 0, 0x50),
    ("proberesp", 0, 0x50),
    ("beacon", 0, 0x80),
    ("atim", 0, 0x90),
    ("disassoc", 0, 0xa0),
    ("disassociation", 0, 0xa0),
    ("auth", 0, 0xb0),
    ("authentication", 0, 0xb0),
    ("deauth", 0, 0xc0),
    ("deauthentication", 0, 0xc0),
    ("ps-poll", 4, 0xa0),
    ("rts", 4, 0xb0),
    ("cts", 4, 0xc0),
    ("ack", 4, 0xd0),
    ("cf-end", 4, 0xe0),
    ("cf-end-ack", 4, 0xf0),
    ("data", 8, 0x00),
    ("data-cf-ack", 8, 0x10),
    ("data-cf-poll", 8, 0x20),
    ("data-cf-ack-poll", 8, 0x30),
    ("null", 8, 0x40),
    ("cf-ack", 8, 0x50),
    ("cf-poll", 8, 0x60),
    ("cf-ack-poll", 8, 0x70),
    ("qos-data", 8, 0x80),
    ("qos-data-cf-ack", 8, 0x90),
    ("qos-data-cf-poll", 8, 0xa0),
    ("qos-data-cf-ack-poll", 8, 0xb0),
    ("qos", 8, 0xc0),
    ("qos-cf-poll", 8, 0xe0),
    ("qos-cf-ack-poll", 8, 0xf0),
];
