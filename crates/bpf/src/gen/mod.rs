//! Conditions from an expression and a link type.

mod arith;
mod encap;
mod kind;
mod layer;
mod link;
mod net;

use crate::Options;
use crate::ast::{Ast, Prim, Proto};
use crate::cond::{Cmp, Cond};
use crate::error::Error;
use crate::expr::{Pool, Size};
use crate::link::Family;
use crate::program::ancillary;
use layer::{Layer, Slots, test};
use std::ops::Range;

/// What is carried through an expression, in the order of its text: keywords such as `vlan` change what the
/// primitives after them speak of.
pub(crate) struct Gen<'a> {
    pub pool: Pool,
    slots: Slots,
    options: &'a Options,
    /// The layers that a primitive looks at. More than one only with [`Options::everywhere`].
    layers: Vec<Layer>,
    span: Range<usize>,
}

impl<'a> Gen<'a> {
    /// `spill` keeps the length of a radio header in memory rather than computing it again.
    pub fn new(options: &'a Options, spill: bool) -> Self {
        let (mut pool, mut slots) = (Pool::default(), Slots::default());
        let layer = Layer::outermost(&mut pool, &mut slots, options, spill);
        let mut it = Self { pool, slots, options, layers: vec![layer], span: 0..0 };
        if options.everywhere {
            it.look_everywhere();
        }
        it
    }

    pub fn condition(&mut self, ast: &Ast) -> Result<Cond, Error> {
        match ast {
            Ast::Prim(prim, span) => {
                self.span = span.clone();
                self.primitive(prim)
            }
            Ast::Not(inner) => Ok(self.condition(inner)?.not()),
            Ast::Chain(first, rest) => {
                let first = self.condition(first)?;
                let mut parts = Vec::with_capacity(rest.len());
                for (and, part) in rest {
                    parts.push((*and, self.condition(part)?));
                }
                Ok(Cond::Chain(Box::new(first), parts))
            }
        }
    }

    fn refuse<T>(&self, reason: impl Into<String>) -> Result<T, Error> {
        Err(Error::link(self.span.clone(), reason))
    }

    fn wrong<T>(&self, reason: impl Into<String>) -> Result<T, Error> {
        Err(Error::syntax(self.span.clone(), reason))
    }

    /// What `ask` says of any of the layers that are looked at.
    fn each(&mut self, ask: impl Fn(&mut Self, &Layer) -> Result<Cond, Error>) -> Result<Cond, Error> {
        let layers = self.layers.clone();
        let mut found = Vec::with_capacity(layers.len());
        let mut refused = None;
        for layer in &layers {
            match ask(self, layer) {
                Ok(cond) => found.push(cond),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        match refused {
            Some(error) if found.is_empty() => Err(error),
            _ => Ok(Cond::any(found)),
        }
    }

    fn primitive(&mut self, prim: &Prim) -> Result<Cond, Error> {
        match prim {
            Prim::Id { quals, value } => self.identifier(quals, value),
            Prim::Proto(proto) => self.each(|it, layer| it.protocol(layer, *proto)),
            Prim::Compare { a, rel, b } => self.each(|it, layer| it.compare(layer, a, *rel, b)),
            Prim::Broadcast(proto) => self.each(|it, layer| match proto {
                None | Some(Proto::Link) => it.link_broadcast(layer),
                Some(Proto::Ip) => it.ip_broadcast(layer),
                Some(_) => it.wrong("only link-layer and IP broadcasts can be asked for"),
            }),
            Prim::Multicast(proto) => self.each(|it, layer| match proto {
                None | Some(Proto::Link) => it.link_multicast(layer),
                Some(Proto::Ip) => it.ip_multicast(layer),
                Some(Proto::Ip6) => it.ip6_multicast(layer),
                Some(_) => it.wrong("only link-layer, IP and IPv6 multicasts can be asked for"),
            }),
            Prim::Less(length) => {
                let len = self.pool.len();
                Ok(test(&mut self.pool, Cmp::Gt, len, *length).not())
            }
            Prim::Greater(length) => {
                let len = self.pool.len();
                Ok(test(&mut self.pool, Cmp::Ge, len, *length))
            }
            Prim::Byte { index, op, value } => self.each(|it, layer| it.byte(layer, *index, op, *value)),
            Prim::Inbound => self.direction(true),
            Prim::Outbound => self.direction(false),
            Prim::IfIndex(index) => match self.options.link.family() {
                _ if self.options.kernel => {
                    let number = self.pool.load(Size::W, None, ancillary::INTERFACE);
                    Ok(test(&mut self.pool, Cmp::Eq, number, *index))
                }
                Family::Sll2 => {
                    let place = self.pool.load(Size::W, None, 4);
                    Ok(test(&mut self.pool, Cmp::Eq, place, *index))
                }
                _ => self.refuse(format!(
                    "packets of {} do not say which interface they came from",
                    self.options.link
                )),
            },
            Prim::Vlan(id) => self.vlan(*id),
            Prim::Mpls(label) => self.mpls(*label),
            Prim::PppoeDiscovery => self.each(|it, layer| it.kind_is(layer, 0x8863)),
            Prim::PppoeSession(session) => self.pppoe_session(*session),
            Prim::Geneve(vni) => self.geneve(*vni),
            Prim::Llc(kind) => self.each(|it, layer| it.llc(layer, kind.as_deref())),
            Prim::WlanType { kind, subtype } => {
                self.each(|it, layer| it.wlan_type(layer, kind.as_ref(), subtype.as_ref()))
            }
            Prim::WlanDir(dir) => self.each(|it, layer| it.wlan_dir(layer, dir)),
            Prim::Foreign { word, needs } => {
                self.refuse(format!("'{word}' can only be asked of {needs}, not of {}", self.options.link))
            }
        }
    }

    /// Cooked sockets give no link header to look into.
    fn needs_link_header(&self, layer: &Layer) -> Result<(), Error> {
        if self.options.kernel && matches!(layer.family, Family::Sll | Family::Sll2) {
            return self.refuse(
                "the link header cannot be filtered by while packets are captured on this interface",
            );
        }
        Ok(())
    }

    fn byte(&mut self, layer: &Layer, index: u32, op: &str, value: u32) -> Result<Cond, Error> {
        self.needs_link_header(layer)?;
        let header = layer.header;
        let place = header.load(&mut self.pool, Size::B, index);
        let pool = &mut self.pool;
        let cond = match op {
            "=" => test(pool, Cmp::Eq, place, value),
            "<" => test(pool, Cmp::Ge, place, value).not(),
            ">" => test(pool, Cmp::Gt, place, value),
            "&" => test(pool, Cmp::Set, place, value),
            _ => {
                // Any bit of either: of the value, or of the byte.
                let either = pool.constant(value);
                let either = pool.bin(crate::expr::Op::Or, place, either);
                test(pool, Cmp::Eq, either, 0).not()
            }
        };
        Ok(Cond::all([layer.prepare_header(), cond]))
    }

    fn direction(&mut self, inbound: bool) -> Result<Cond, Error> {
        // Type 4: sent by the machine that captured.
        let outgoing = match self.options.link.family() {
            _ if self.options.kernel => self.pool.load(Size::H, None, ancillary::PACKET_TYPE),
            Family::Sll => self.pool.load(Size::H, None, 0),
            Family::Sll2 => self.pool.load(Size::B, None, 10),
            _ => {
                return self.refuse(format!(
                    "packets of {} do not say whether they came in or went out",
                    self.options.link
                ));
            }
        };
        let sent = test(&mut self.pool, Cmp::Eq, outgoing, 4);
        Ok(if inbound { sent.not() } else { sent })
    }
}
