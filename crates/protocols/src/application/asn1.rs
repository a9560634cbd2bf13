//! Types of ASN.1 (X.680) as tables, and how they are read in the basic encoding (X.690).

use super::ber::{self, Class, Element, wrong_field};
use super::x509::ber::BITSTRING_PADDING;
use super::x509::{generalized_time, oid};
use requin_wire::{Cursor, Cx, Field, FieldType, Item, Sink, Step, Stop, Value};

/// How deep types may stand in each other.
const MAX_DEPTH: u8 = 40;

/// No field: what is inside is shown without a node around it.
pub const NO_FIELD: Field = Field(0);

/// How an element is known.
#[derive(Clone, Copy)]
pub enum Tag {
    /// By a tag of class context in place of the type's own.
    Context(u32),
    /// By a tag of class context around the type's own.
    Explicit(u32),
    /// By a tag of class application in place of the type's own.
    Application(u32),
    /// By the tag of a type of ASN.1 itself.
    Universal(u32),
    /// By the tags of the alternatives of a choice, or not at all.
    Own,
}

/// A member of a sequence, an alternative of a choice, or what a list is of.
pub struct Member {
    /// How it is known.
    pub tag: Tag,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it is shown as.
    pub field: Field,
    /// Its type.
    pub kind: &'static Type,
}

/// A type.
pub enum Type {
    /// INTEGER, ENUMERATED; whether it has a sign tells the field.
    Int,
    /// BOOLEAN.
    Bool,
    /// NULL.
    Null,
    /// OCTET STRING and texts, as the field has it.
    Octets,
    /// OBJECT IDENTIFIER.
    Oid,
    /// GeneralizedTime.
    Time,
    /// BIT STRING, and the fields of its bits.
    Bits(&'static [Field]),
    /// SEQUENCE.
    Seq(&'static [Member]),
    /// SET.
    Set(&'static [Member]),
    /// SEQUENCE OF, SET OF.
    List(&'static Member),
    /// CHOICE: numbers of alternatives, and the alternatives.
    Choice(&'static [(u32, Member)]),
    /// What the protocol reads itself.
    Other(u8),
    /// What nothing is shown of.
    Hidden,
}

/// A member that is always there.
pub const fn must(tag: Tag, field: Field, kind: &'static Type) -> Member {
    Member { tag, optional: false, field, kind }
}

/// A member that may be left out.
pub const fn may(tag: Tag, field: Field, kind: &'static Type) -> Member {
    Member { tag, optional: true, field, kind }
}

/// What a protocol adds to its tables.
pub trait Reader {
    /// Reads what is [`Type::Other`].
    ///
    /// # Errors
    /// Whatever stops the dissector.
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, which: u8, field: Field, e: &Element<'_>) -> Step;

    /// Is told of every value that has been read, with its node.
    fn told<S: Sink>(&mut self, _cx: &mut Cx<'_, S>, _field: Field, _e: &Element<'_>, _item: Item) {}
}

/// For protocols whose tables say everything.
pub struct Plain;

impl Reader for Plain {
    fn other<S: Sink>(&mut self, _: &mut Cx<'_, S>, _: u8, _: Field, _: &Element<'_>) -> Step {
        Ok(())
    }
}

/// Reads the element at the cursor as this member, whatever its tag is.
///
/// # Errors
/// When it ends too early, is of another type, or is nested too deeply.
pub fn read<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    member: &'static Member,
    c: &mut Cursor<'_>,
    reader: &mut R,
) -> Step {
    let e = Element::read(c)?;
    one(cx, member, &e, reader, 0)
}

/// Reads the members of a SEQUENCE whose content stands at the cursor.
///
/// # Errors
/// As [`read`].
pub fn members<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    members: &'static [Member],
    c: Cursor<'_>,
    reader: &mut R,
) -> Step {
    sequence(cx, members, c, reader, 0)
}

/// Whether the element can be this member.
fn matches(member: &Member, e: &Element<'_>) -> bool {
    let (class, tag) = match (member.tag, member.kind) {
        (Tag::Own, Type::Choice(of)) => return of.iter().any(|m| matches(&m.1, e)),
        (Tag::Own, _) => return true,
        (tag, _) => class_of(tag),
    };
    e.class == class && e.tag == tag
}

fn class_of(tag: Tag) -> (Class, u32) {
    match tag {
        Tag::Context(n) | Tag::Explicit(n) => (Class::Context, n),
        Tag::Application(n) => (Class::Application, n),
        Tag::Universal(n) => (Class::Universal, n),
        Tag::Own => (Class::Universal, 0),
    }
}

fn one<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    member: &'static Member,
    e: &Element<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    if depth > MAX_DEPTH {
        return Err(Stop::TooDeep);
    }
    match member.tag {
        Tag::Explicit(_) => {
            let inner = Element::read(&mut { e.body })?;
            value(cx, member.field, member.kind, &inner, reader, depth + 1)
        }
        _ => value(cx, member.field, member.kind, e, reader, depth + 1),
    }
}

fn value<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    field: Field,
    kind: &'static Type,
    e: &Element<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    let item = match kind {
        Type::Int => int(cx, field, e),
        Type::Bool => cx.add(field, e.content(), Value::U(u64::from(e.uint() != 0))),
        Type::Null => cx.add(field, e.content(), Value::None),
        Type::Octets => octets(cx, field, e)?,
        Type::Oid => oid::add(cx, field, e.content(), &oid::dotted(e.body.rest())),
        Type::Time => match generalized_time(e.body.rest()) {
            Some(time) => cx.add(field, e.content(), time.into()),
            None => Item::NONE,
        },
        Type::Bits(named) => bits(cx, field, named, e)?,
        Type::Seq(of) | Type::Set(of) => {
            let item = node(cx, field, e, Value::None);
            reader.told(cx, field, e, item);
            return cx.under(item, |cx| match kind {
                Type::Set(_) => set(cx, of, e.body, reader, depth),
                _ => sequence(cx, of, e.body, reader, depth),
            });
        }
        Type::List(of) => {
            let item = list_node(cx, field, &e.body);
            return cx.under(item, |cx| -> Step {
                let mut c = e.body;
                while !c.is_empty() {
                    let e = Element::read(&mut c)?;
                    one(cx, of, &e, reader, depth)?;
                }
                Ok(())
            });
        }
        Type::Choice(of) => {
            let Some((n, member)) = of.iter().find(|m| matches(&m.1, e)) else {
                return Ok(());
            };
            let item = node(cx, field, e, Value::U(u64::from(*n)));
            return cx.under(item, |cx| one(cx, member, e, reader, depth));
        }
        Type::Other(which) => return reader.other(cx, *which, field, e),
        Type::Hidden => return Ok(()),
    };
    reader.told(cx, field, e, item);
    Ok(())
}

fn node<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, value: Value) -> Item {
    if field == NO_FIELD { Item::NONE } else { cx.add(field, e.content(), value) }
}

/// The node of a list: its value is the number of items.
fn list_node<S: Sink>(cx: &mut Cx<'_, S>, field: Field, body: &Cursor<'_>) -> Item {
    if field == NO_FIELD || !cx.wants(field) {
        return Item::NONE;
    }
    let mut c = *body;
    let mut n = 0u64;
    while !c.is_empty() && Element::read(&mut c).is_ok() {
        n += 1;
    }
    let item = cx.add(field, body.span(body.left()), Value::U(n));
    cx.append(item, |o| _ = o.s(if n == 1 { " item" } else { " items" }));
    item
}

fn int<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Item {
    let kind = cx.registry.field(field).kind;
    let n = e.int();
    let value = match kind {
        FieldType::Bytes => Value::Bytes(e.content()),
        FieldType::U64 => Value::U(n as u64),
        k if k.is_int() => Value::I(n),
        _ => Value::U(u64::from(n as u32)),
    };
    cx.add(field, e.content(), value)
}

fn octets<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Result<Item, Stop> {
    let n = e.body.left();
    cx.peek(field, &e.body, n)
}

/// A string of bits, whose first byte says how many of the last are unused; named ones that are not there are not set.
fn bits<S: Sink>(cx: &mut Cx<'_, S>, field: Field, named: &[Field], e: &Element<'_>) -> Result<Item, Stop> {
    let mut c = e.body;
    cx.field(BITSTRING_PADDING, &mut c, 1)?;
    let n = c.left();
    let item = cx.peek(field, &c, n)?;
    cx.under(item, |cx| {
        for row in named.chunks(8) {
            let (byte, at) = (c.peek_u8(0).unwrap_or(0), c.span(1));
            for (i, field) in row.iter().enumerate() {
                if *field != NO_FIELD {
                    cx.add(*field, at, Value::U(u64::from(byte >> (7 - i) & 1)));
                }
            }
            c.advance(1);
        }
    });
    Ok(item)
}

fn sequence<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    of: &'static [Member],
    mut c: Cursor<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    for member in of {
        if c.is_empty() {
            break;
        }
        let mut after = c;
        let e = Element::read(&mut after)?;
        if matches(member, &e) {
            c = after;
            one(cx, member, &e, reader, depth)?;
        } else if !member.optional {
            // Said and passed over; what follows may be the next member.
            c = after;
            let (class, tag) = class_of(member.tag);
            wrong_field(cx, &e, "SEQUENCE", class, tag);
        }
    }
    Ok(())
}

fn set<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    of: &'static [Member],
    mut c: Cursor<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    while !c.is_empty() {
        let e = Element::read(&mut c)?;
        if let Some(member) = of.iter().find(|m| matches(m, &e)) {
            one(cx, member, &e, reader, depth)?;
        }
    }
    Ok(())
}

/// INTEGER.
pub const INTEGER: Tag = Tag::Universal(ber::INTEGER);
/// BIT STRING.
pub const BIT_STRING: Tag = Tag::Universal(3);
/// OCTET STRING.
pub const OCTET_STRING: Tag = Tag::Universal(ber::OCTET_STRING);
/// OBJECT IDENTIFIER.
pub const OBJECT_IDENTIFIER: Tag = Tag::Universal(ber::OBJECT_IDENTIFIER);
/// SEQUENCE.
pub const SEQUENCE: Tag = Tag::Universal(ber::SEQUENCE);
/// SET.
pub const SET: Tag = Tag::Universal(17);
