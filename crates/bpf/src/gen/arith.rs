//! Arithmetic on parts of the packet.

use super::Gen;
use super::kind::types;
use super::layer::{Layer, Place};
use crate::ast::{Arith, Proto, Rel};
use crate::cond::{Cmp, Cond, Test};
use crate::error::Error;
use crate::expr::{Id, Op, Size};
use crate::link::Link;

impl Gen<'_> {
    pub(super) fn compare(&mut self, layer: &Layer, a: &Arith, rel: Rel, b: &Arith) -> Result<Cond, Error> {
        let mut guards = Vec::new();
        let a = self.arithmetic(layer, a, &mut guards)?;
        let b = self.arithmetic(layer, b, &mut guards)?;
        let cond = match rel {
            Rel::Eq => Cond::Test(Test { cmp: Cmp::Eq, a, b }),
            Rel::Ne => Cond::Test(Test { cmp: Cmp::Eq, a, b }).not(),
            Rel::Gt => Cond::Test(Test { cmp: Cmp::Gt, a, b }),
            Rel::Ge => Cond::Test(Test { cmp: Cmp::Ge, a, b }),
            Rel::Lt => Cond::Test(Test { cmp: Cmp::Ge, a, b }).not(),
            Rel::Le => Cond::Test(Test { cmp: Cmp::Gt, a, b }).not(),
        };
        guards.push(cond);
        Ok(Cond::all(guards))
    }

    /// The value, and in `guards` what must hold for it to exist.
    fn arithmetic(&mut self, layer: &Layer, arith: &Arith, guards: &mut Vec<Cond>) -> Result<Id, Error> {
        Ok(match arith {
            Arith::Num(n) => self.pool.constant(*n),
            Arith::Len => self.pool.len(),
            Arith::Neg(inner) => {
                let inner = self.arithmetic(layer, inner, guards)?;
                self.pool.neg(inner)
            }
            Arith::Bin { op, a, b, span } => {
                let a = self.arithmetic(layer, a, guards)?;
                let b = self.arithmetic(layer, b, guards)?;
                // What is constant only after folding is refused like what is written so.
                match (op, self.pool.constant_of(b)) {
                    (Op::Div | Op::Mod, Some(0)) => {
                        return Err(Error::syntax(span.clone(), "division by zero"));
                    }
                    (Op::Lsh | Op::Rsh, Some(k)) if k > 31 => {
                        return Err(Error::syntax(span.clone(), "shift by more than 31 bits"));
                    }
                    _ => {}
                }
                self.pool.bin(*op, a, b)
            }
            Arith::Load { proto, index, size, span } => {
                let index = self.arithmetic(layer, index, guards)?;
                self.span = span.clone();
                let place = self.header_of(layer, *proto, guards)?;
                let base = match place.base {
                    Some(base) => self.pool.bin(Op::Add, index, base),
                    None => index,
                };
                let size = match size {
                    1 => Size::B,
                    2 => Size::H,
                    _ => Size::W,
                };
                self.pool.load(size, Some(base), place.off)
            }
        })
    }

    /// Where the header of a protocol is, and in `guards` what must hold for it to be there.
    fn header_of(&mut self, layer: &Layer, proto: Proto, guards: &mut Vec<Cond>) -> Result<Place, Error> {
        Ok(match proto {
            Proto::Link => {
                self.needs_link_header(layer)?;
                guards.push(layer.prepare_header());
                guards.push(layer.has_header.clone().unwrap_or(Cond::Always));
                layer.header
            }
            Proto::Radio => match layer.link {
                Link::RADIOTAP | Link::PRISM | Link::AVS => Place::at(0),
                _ => return self.refuse(format!("packets of {} have no radio header", layer.link)),
            },
            Proto::Ip
            | Proto::Ip6
            | Proto::Arp
            | Proto::Rarp
            | Proto::Atalk
            | Proto::Decnet
            | Proto::Lat
            | Proto::Sca
            | Proto::Moprc
            | Proto::Mopdl => {
                guards.push(self.protocol(layer, proto)?);
                layer.net
            }
            Proto::Tcp
            | Proto::Udp
            | Proto::Sctp
            | Proto::Icmp
            | Proto::Igmp
            | Proto::Igrp
            | Proto::Pim
            | Proto::Vrrp
            | Proto::Carp => {
                guards.push(self.kind_is(layer, types::IP)?);
                guards.push(self.protocol(layer, proto)?);
                guards.push(self.first_fragment(layer));
                self.ip_payload(layer)
            }
            Proto::Icmp6 => {
                guards.push(self.kind_is(layer, types::IP6)?);
                guards.push(layer.net.is(&mut self.pool, Size::B, 6, 58));
                layer.net.plus(40)
            }
            other => return self.refuse(format!("parts of '{}' cannot be addressed", other.word())),
        })
    }
}
