//! What a packet carries above the link layer: how each link type says it.

use super::Gen;
use super::layer::{Kind, Layer, Place, test};
use crate::cond::{Cmp, Cond};
use crate::error::Error;
use crate::expr::{Id, Size};
use crate::link::Family;

/// Ethernet types and, below 1501, LLC service access points.
pub(crate) mod types {
    pub const IP: u32 = 0x0800;
    pub const ARP: u32 = 0x0806;
    pub const RARP: u32 = 0x8035;
    pub const IP6: u32 = 0x86dd;
    pub const ATALK: u32 = 0x809b;
    pub const AARP: u32 = 0x80f3;
    pub const DECNET: u32 = 0x6003;
    pub const LAT: u32 = 0x6004;
    pub const SCA: u32 = 0x6007;
    pub const MOPDL: u32 = 0x6001;
    pub const MOPRC: u32 = 0x6002;
    pub const IPX_TYPE: u32 = 0x8137;
    pub const MPLS: u32 = 0x8847;
    pub const PPPOE_SESSION: u32 = 0x8864;
    pub const ISO: u32 = 0xfe;
    pub const IPX: u32 = 0xe0;
    pub const STP: u32 = 0x42;
    pub const NETBEUI: u32 = 0xf0;
    /// Largest value of the field that is a length and no type.
    pub const LARGEST_LENGTH: u32 = 1500;
}

impl Gen<'_> {
    /// The number that says what the payload is.
    fn kind_value(&mut self, kind: Kind) -> Option<Id> {
        match kind {
            Kind::At(place) => Some(place.load(&mut self.pool, Size::H, 0)),
            Kind::Value(id) => Some(id),
            Kind::None => None,
        }
    }

    /// Whether the layer carries the protocol of an Ethernet type or service access point.
    pub(super) fn kind_is(&mut self, layer: &Layer, kind: u32) -> Result<Cond, Error> {
        if layer.labels > 0 {
            return self.after_mpls(layer, kind);
        }
        let cond = match layer.family {
            Family::Ethernet => {
                let Some(field) = self.kind_value(layer.kind) else { return Ok(Cond::Never) };
                self.by_type_or_llc(layer.payload, kind, field)
            }
            Family::Sll | Family::Sll2 => {
                let Some(field) = self.kind_value(layer.kind) else { return Ok(Cond::Never) };
                self.by_cooked(layer.payload, kind, field)
            }
            Family::Wlan => return Ok(self.by_wlan(layer, kind)),
            Family::Ppp => {
                let Some(field) = self.kind_value(layer.kind) else { return Ok(Cond::Never) };
                let kind = ppp_protocol(kind);
                test(&mut self.pool, Cmp::Eq, field, kind)
            }
            Family::Hdlc => {
                let Some(field) = self.kind_value(layer.kind) else { return Ok(Cond::Never) };
                let kind = if kind == types::ISO { 0xfefe } else { kind };
                test(&mut self.pool, Cmp::Eq, field, kind)
            }
            Family::Raw => {
                let version = match kind {
                    types::IP => 0x40,
                    types::IP6 => 0x60,
                    _ => return Ok(Cond::Never),
                };
                layer.net.masked(&mut self.pool, Size::B, 0, 0xf0, version)
            }
            Family::Ipv4 if kind == types::IP => Cond::Always,
            Family::Ipv6 if kind == types::IP6 => Cond::Always,
            Family::Ipv4 | Family::Ipv6 => return Ok(Cond::Never),
            Family::Null | Family::Loop => self.by_address_family(layer, kind),
            Family::Unknown => {
                return self.refuse(format!("{}: nothing is known of what its packets carry", layer.link));
            }
        };
        Ok(Cond::all([layer.prepare(), cond]))
    }

    /// Ethernet: a type, or a length and an LLC header.
    fn by_type_or_llc(&mut self, payload: Place, kind: u32, field: Id) -> Cond {
        let pool = &mut self.pool;
        let is_type = |pool: &mut _, kind| test(pool, Cmp::Eq, field, kind);
        let is_length = test(pool, Cmp::Gt, field, types::LARGEST_LENGTH).not();
        match kind {
            types::ISO | types::NETBEUI => {
                Cond::all([is_length, payload.is(pool, Size::H, 0, (kind << 8) | kind)])
            }
            types::IPX => Cond::any([
                is_type(pool, types::IPX_TYPE),
                Cond::all([
                    is_length,
                    Cond::any([
                        snap(pool, payload, 0, types::IPX_TYPE),
                        payload.is(pool, Size::B, 0, types::IPX),
                        payload.is(pool, Size::H, 0, 0xffff),
                    ]),
                ]),
            ]),
            types::ATALK => {
                Cond::any([is_type(pool, kind), Cond::all([is_length, snap(pool, payload, 0x08_0007, kind)])])
            }
            types::AARP => {
                Cond::any([is_type(pool, kind), Cond::all([is_length, snap(pool, payload, 0, kind)])])
            }
            sap if sap <= types::LARGEST_LENGTH => Cond::all([is_length, payload.is(pool, Size::B, 0, sap)]),
            kind => is_type(pool, kind),
        }
    }

    /// Linux cooked captures: a type, or 1 for IPX without LLC, or 4 for an LLC header.
    fn by_cooked(&mut self, payload: Place, kind: u32, field: Id) -> Cond {
        let pool = &mut self.pool;
        let is_type = |pool: &mut _, kind| test(pool, Cmp::Eq, field, kind);
        let is_llc = is_type(pool, 4);
        match kind {
            types::ISO | types::NETBEUI => {
                Cond::all([is_llc, payload.is(pool, Size::H, 0, (kind << 8) | kind)])
            }
            types::IPX => Cond::any([
                is_type(pool, types::IPX_TYPE),
                is_type(pool, 1),
                Cond::all([
                    is_llc,
                    Cond::any([
                        payload.is(pool, Size::B, 0, types::IPX),
                        snap(pool, payload, 0, types::IPX_TYPE),
                    ]),
                ]),
            ]),
            types::ATALK => {
                Cond::any([is_type(pool, kind), Cond::all([is_llc, snap(pool, payload, 0x08_0007, kind)])])
            }
            types::AARP => {
                Cond::any([is_type(pool, kind), Cond::all([is_llc, snap(pool, payload, 0, kind)])])
            }
            sap if sap <= types::LARGEST_LENGTH => Cond::all([is_llc, payload.is(pool, Size::B, 0, sap)]),
            kind => is_type(pool, kind),
        }
    }

    /// IEEE 802.11: data frames carry an LLC header.
    fn by_wlan(&mut self, layer: &Layer, kind: u32) -> Cond {
        let is_data = self.is_data(layer);
        let pool = &mut self.pool;
        let payload = layer.payload;
        let in_llc = match kind {
            types::ISO | types::NETBEUI => payload.is(pool, Size::H, 0, (kind << 8) | kind),
            types::ATALK => snap(pool, payload, 0x08_0007, kind),
            sap if sap <= types::LARGEST_LENGTH => payload.is(pool, Size::B, 0, sap),
            // After keywords that go inwards the type is where they left it.
            kind => match layer.kind {
                Kind::At(place) => place.is(pool, Size::H, 0, kind),
                _ => payload.is(pool, Size::H, 6, kind),
            },
        };
        Cond::all([is_data, layer.prepare(), in_llc])
    }

    /// Whether an 802.11 frame is a data frame.
    pub(super) fn is_data(&mut self, layer: &Layer) -> Cond {
        let pool = &mut self.pool;
        let other = layer.header.has(pool, Size::B, 0, 0x04);
        let data = layer.header.has(pool, Size::B, 0, 0x08);
        Cond::all([layer.prepare_header(), other.not(), data])
    }

    /// BSD loopback: a number of the operating system's, which for IPv6 is another on each.
    fn by_address_family(&mut self, layer: &Layer, kind: u32) -> Cond {
        let families: &[u32] = match kind {
            types::IP => &[2],
            types::IP6 => &[30, 24, 28],
            _ => return Cond::Never,
        };
        let network_order = layer.family == Family::Loop || layer.big_endian;
        let field = self.pool.load(Size::W, None, 0);
        let pool = &mut self.pool;
        Cond::any(families.iter().map(|&number| {
            test(pool, Cmp::Eq, field, if network_order { number } else { number.swap_bytes() })
        }))
    }

    /// Behind MPLS labels nothing says what follows; its first bits are guessed from.
    fn after_mpls(&mut self, layer: &Layer, kind: u32) -> Result<Cond, Error> {
        let version = match kind {
            types::IP => 0x40,
            types::IP6 => 0x60,
            _ => return self.refuse("only IP and IPv6 can be told apart behind MPLS labels"),
        };
        let pool = &mut self.pool;
        let bottom = layer.net.has(pool, Size::B, 2u32.wrapping_sub(4), 1);
        let version = layer.net.masked(pool, Size::B, 0, 0xf0, version);
        Ok(Cond::all([layer.prepare(), bottom, version]))
    }
}

/// The number that PPP has for an Ethernet type.
pub(crate) fn ppp_protocol(kind: u32) -> u32 {
    match kind {
        types::IP => 0x21,
        types::IP6 => 0x57,
        types::DECNET => 0x27,
        types::ATALK => 0x29,
        types::ISO => 0x23,
        types::STP => 0x31,
        types::IPX => 0x2b,
        0x0600 => 0x25,
        types::MPLS => 0x0281,
        other => other,
    }
}

/// An LLC header in the form that extends it by an organisation and a type.
fn snap(pool: &mut crate::expr::Pool, payload: Place, organisation: u32, kind: u32) -> Cond {
    // The last word is asked first: it tells more packets apart.
    let last = payload.is(pool, Size::W, 4, ((organisation & 0xffff) << 16) | kind);
    let first = payload.is(pool, Size::W, 0, 0xaaaa_0300 | (organisation >> 16));
    Cond::all([last, first])
}
