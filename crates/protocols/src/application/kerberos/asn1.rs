//! Sequences of ASN.1 (X.690) by their members, which all have explicit tags in RFC 4120.

use super::address;
use super::messages;
use super::names;
use super::padata;
use super::*;
use crate::application::ber::{Class, Element as Ber, wrong_field};
use crate::application::x509::der::{self, Element};
use crate::application::x509::{ber, integer, plain, sequence_of, span, time};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value};

/// How deep messages may stand in each other.
const MAX_DEPTH: u32 = 24;

/// A member of a sequence.
pub(super) struct Member {
    /// Number of its tag, of class context.
    pub tag: u8,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it is.
    pub kind: Kind,
}

/// What a member is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// INTEGER.
    Int(Field),
    /// The type of the message.
    Type(Field),
    /// The type of the error.
    Error(Field),
    /// KerberosString, Realm.
    Text(Field),
    /// OCTET STRING.
    Bytes(Field),
    /// KerberosTime.
    Time(Field),
    /// BOOLEAN.
    Bool(Field),
    /// BIT STRING, and the field of each of its bits, bytewise.
    Bits(Field, &'static [&'static [Field]]),
    /// SEQUENCE.
    Seq(Field, &'static [Member]),
    /// SEQUENCE OF integers or texts.
    List(Field, Field),
    /// Ticket, which has a tag of its own.
    Ticket(Field),
    /// SEQUENCE OF Ticket.
    Tickets(Field, Field),
    /// SEQUENCE OF PA-DATA.
    PaData(Field),
    /// HostAddress.
    Address(Field),
    /// SEQUENCE OF HostAddress.
    Addresses(Field),
    /// Data whose form the error tells.
    ErrorData(Field),
    /// A message in an OCTET STRING.
    Message(Field),
}

/// A member that is always there.
pub(super) const fn must(tag: u8, kind: Kind) -> Member {
    Member { tag, optional: false, kind }
}

/// A member that may be left out.
pub(super) const fn may(tag: u8, kind: Kind) -> Member {
    Member { tag, optional: true, kind }
}

/// What was told so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    /// Whether the Info column is this protocol's.
    pub outermost: bool,
    /// The type of the message.
    pub kind: i64,
    /// The error.
    pub error: i64,
    /// How many messages and sequences this one stands in.
    pub depth: u32,
}

/// A SEQUENCE at the cursor: its node, and its members under it.
pub(super) fn sequence<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    members: &'static [Member],
    c: &mut Cursor<'_>,
    told: &mut Told,
) -> Result<Item, Stop> {
    let body = der::expect(c, der::SEQUENCE)?.body;
    let item = cx.add(field, span(&body), Value::None);
    cx.under(item, |cx| all(cx, item, members, body, told))?;
    Ok(item)
}

/// The members of a SEQUENCE at the cursor, without a node for it.
pub(super) fn bare<S: Sink>(
    cx: &mut Cx<'_, S>,
    members: &'static [Member],
    c: &mut Cursor<'_>,
    told: &mut Told,
) -> Step {
    let body = der::expect(c, der::SEQUENCE)?.body;
    all(cx, Item::NONE, members, body, told)
}

fn all<S: Sink>(
    cx: &mut Cx<'_, S>,
    above: Item,
    members: &'static [Member],
    mut c: Cursor<'_>,
    told: &mut Told,
) -> Step {
    if told.depth >= MAX_DEPTH {
        return Err(Stop::TooDeep);
    }
    told.depth += 1;
    for m in members {
        let have = match der::peek(&c) {
            Some(have) => have,
            None if c.cuts(1) => return Err(Stop::Cut),
            None => break,
        };
        if have == 0xa0 | m.tag {
            let e = der::next(&mut c)?;
            member(cx, above, m.kind, e.body, told)?;
        } else if !m.optional {
            // Said and passed over; what follows may be the next member.
            let e = der::next(&mut c)?;
            wrong(cx, &e, "SEQUENCE", Class::Context, u32::from(m.tag));
        }
    }
    told.depth -= 1;
    Ok(())
}

/// Says that another element was expected.
pub(super) fn wrong<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, of: &str, class: Class, tag: u32) {
    let found = match e.id >> 6 {
        0 => Class::Universal,
        1 => Class::Application,
        2 => Class::Context,
        _ => Class::Private,
    };
    let at = span(&e.whole);
    let ber = Ber {
        class: found,
        tag: e.number,
        constructed: e.is_constructed(),
        body: e.body,
        whole: e.whole,
        span: at,
    };
    wrong_field(cx, &ber, of, class, tag);
}

/// One member; `above` is the node of the sequence.
fn member<S: Sink>(cx: &mut Cx<'_, S>, above: Item, kind: Kind, mut c: Cursor<'_>, told: &mut Told) -> Step {
    let plain_value = matches!(
        kind,
        Kind::Int(_)
            | Kind::Type(_)
            | Kind::Error(_)
            | Kind::Text(_)
            | Kind::Bytes(_)
            | Kind::Time(_)
            | Kind::Bool(_)
            | Kind::Bits(..)
    );
    // Nothing is shown of a value that was cut.
    if plain_value && c.is_cut() {
        return Err(Stop::Cut);
    }
    match kind {
        Kind::Int(f) => _ = integer(cx, f, &der::expect(&mut c, der::INTEGER)?),
        Kind::Type(f) => {
            let e = der::expect(&mut c, der::INTEGER)?;
            integer(cx, f, &e);
            told.kind = e.int().unwrap_or(0);
            if told.outermost && told.depth == 1 {
                messages::info(cx, told.kind);
            }
        }
        Kind::Error(f) => {
            let e = der::expect(&mut c, der::INTEGER)?;
            integer(cx, f, &e);
            told.error = e.int().unwrap_or(0);
            if told.outermost && told.error != 0 {
                messages::error_info(cx, told.error);
            }
        }
        Kind::Text(f) | Kind::Bytes(f) => _ = plain(cx, f, &der::next(&mut c)?),
        Kind::Time(f) => _ = time(cx, f, &der::expect(&mut c, der::GENERALIZED_TIME)?),
        Kind::Bool(f) => {
            let e = der::expect(&mut c, der::BOOLEAN)?;
            cx.add(f, span(&e.body), Value::U(u64::from(e.body.peek_u8(0)? != 0)));
        }
        Kind::Bits(f, bits) => flags(cx, f, bits, &der::expect(&mut c, der::BIT_STRING)?)?,
        Kind::Seq(f, members) => _ = sequence(cx, f, members, &mut c, told)?,
        Kind::List(f, each) => {
            let mut list = der::expect(&mut c, der::SEQUENCE)?.body;
            let item = sequence_of(cx, f, &list);
            let numbers = cx.registry.field(each).kind.is_int();
            cx.under(item, |cx| -> Step {
                while !list.is_empty() {
                    let e = der::next(&mut list)?;
                    _ = if numbers { integer(cx, each, &e) } else { plain(cx, each, &e) };
                }
                Ok(())
            })?;
        }
        Kind::Ticket(f) => messages::ticket(cx, f, &mut c, told)?,
        Kind::Tickets(f, each) => {
            let mut list = der::expect(&mut c, der::SEQUENCE)?.body;
            let item = sequence_of(cx, f, &list);
            cx.under(item, |cx| -> Step {
                while !list.is_empty() {
                    messages::ticket(cx, each, &mut list, told)?;
                }
                Ok(())
            })?;
        }
        Kind::PaData(f) => {
            let list = der::expect(&mut c, der::SEQUENCE)?.body;
            let item = sequence_of(cx, f, &list);
            cx.under(item, |cx| padata::list(cx, list, told))?;
        }
        Kind::Address(f) => address::one(cx, f, &[above], &mut c)?,
        Kind::Addresses(f) => {
            let mut list = der::expect(&mut c, der::SEQUENCE)?.body;
            let item = sequence_of(cx, f, &list);
            cx.under(item, |cx| -> Step {
                while !list.is_empty() {
                    address::one(cx, HOST_ADDRESS_ELEMENT, &[item], &mut list)?;
                }
                Ok(())
            })?;
        }
        Kind::ErrorData(f) => {
            let e = der::expect(&mut c, der::OCTET_STRING)?;
            let item = plain(cx, f, &e);
            cx.under(item, |cx| padata::of_error(cx, item, e.body, told))?;
        }
        Kind::Message(f) => {
            let e = der::expect(&mut c, der::OCTET_STRING)?;
            let item = plain(cx, f, &e);
            let mut inner = e.body;
            if der::peek(&inner).is_some_and(messages::is_known) {
                cx.under(item, |cx| messages::message(cx, &mut inner, told))?;
            }
        }
    }
    Ok(())
}

/// A BIT STRING, whose bits are shown as far as its bytes go.
fn flags<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    bits: &'static [&'static [Field]],
    e: &Element<'_>,
) -> Step {
    let mut b = e.body;
    cx.field(ber::BITSTRING_PADDING, &mut b, 1)?;
    let item = cx.add(field, span(&b), Value::Bytes(span(&b)));
    cx.under(item, |cx| -> Step {
        for byte in bits {
            if b.is_empty() {
                break;
            }
            for bit in *byte {
                cx.peek(*bit, &b, 1)?;
            }
            b.skip(1)?;
        }
        Ok(())
    })
}

/// The name of a type, for labels.
pub(super) fn padata_name(kind: i64) -> Option<&'static str> {
    names::PADATA_TYPES.find(kind as u64)
}
