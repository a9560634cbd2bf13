//! RADIUS, RFC 2865 and its successors.

mod attributes;
mod fields;
mod vendors;

use crate::application::enterprises::ENTERPRISES;
use crate::application::text;
use attributes::{Attribute, Kind};
use fields::*;
pub use fields::{COUNT, DEF, ID};
use requin_wire::{
    Cursor, Cx, Field, FieldType, Item, Key, Names, Out, Past, Remembered, Sink, Span, Step, Stop, Value,
};

const HEADER: usize = 20;

/// What a note on a message says.
const ANSWERS: u64 = 1;
const AGAIN: u64 = 2;
const ANSWERED: u64 = 3;

/// Whether messages of this code are tied together, and whether they are requests (RFC 2865, 2866, 5176).
fn part_of_pair(code: u8) -> Option<bool> {
    match code {
        1 | 4 | 40 | 43 => Some(true),
        2 | 3 | 5 | 11 | 41 | 42 | 44 | 45 => Some(false),
        _ => None,
    }
}

/// Remembers requests, and notes on a response which one it answers; and on either what it repeats.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    // What an error message quotes was said before.
    if past.now.quoted {
        return;
    }
    let Some((&[code, id, _, _], rest)) = pdu.split_first_chunk::<4>() else { return };
    let (Some(authenticator), Some(request)) = (rest.get(..16), part_of_pair(code)) else { return };
    // What is kept with a request: its authenticator, and the frame with its response.
    let (key, response) = (Key::here(u64::from(id)), Key::here(0x100 | u64::from(id)));
    let earlier = past.get(&key);
    if request {
        match earlier {
            // The identifier is used again for other requests: only the same one is the same.
            Some(first) if *first.bytes == *authenticator => {
                past.note(AGAIN, &first);
                if let Some(answer) = past.get(&response) {
                    past.note(ANSWERED, &answer);
                }
            }
            _ => {
                past.set(&key, authenticator);
                past.remove(&response);
            }
        }
    } else if let Some(first) = earlier {
        past.note(ANSWERS, &first);
        match past.get(&response) {
            Some(before) => past.note(AGAIN, &before),
            None => past.set(&response, &[]),
        }
    }
}

/// Shows what belongs together.
fn pair<S: Sink>(cx: &mut Cx<'_, S>, id: u8, request: bool, here: Span) {
    if !S::FIELDS {
        return;
    }
    if let Some(Remembered { frame, time, .. }) = cx.recalled(ANSWERS) {
        let item = cx.generated(REQFRAME, here, Value::U(*frame));
        cx.label(item, |o| _ = o.s("This is a response to a request in frame ").u(*frame));
        cx.generated(TIME, here, cx.meta.time.since(*time).into());
    }
    if let Some(answer) = cx.recalled(ANSWERED) {
        let item = cx.generated(RSPFRAME, here, Value::U(answer.frame));
        cx.label(item, |o| _ = o.s("The response to this request is in frame ").u(answer.frame));
    }
    if let Some(first) = cx.recalled(AGAIN) {
        let item = cx.generated(DUP, here, Value::U(id.into()));
        cx.hide(item);
        cx.generated(if request { REQ_DUP } else { RSP_DUP }, here, Value::U(first.frame));
        cx.info_add(|o| _ = o.s(if request { ", Duplicate Request" } else { ", Duplicate Response" }));
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (code, id, len) = (c.peek_u8(0)?, c.peek_u8(1)?, usize::from(c.peek_u16(2)?));
    if len < HEADER || CODES.find(u64::from(code)).is_none() {
        return Err(Stop::NotMine);
    }
    cx.protocol("RADIUS");
    let name = CODES.or(u64::from(code), "Unknown");
    cx.info(|o| _ = o.s(name).s(" id=").u(id));
    cx.proto_len(len);
    cx.u8(CODE, &mut c)?;
    let item = cx.field(IDENTIFIER, &mut c, 1)?;
    cx.label(item, |o| _ = o.s("Packet identifier: ").hex(id, 1).s(" (").u(id).s(")"));
    cx.u16(LENGTH, &mut c)?;
    cx.bytes(AUTHENTICATOR, &mut c, 16)?;
    let request = match code {
        1 | 4 | 7 | 21 | 23 | 26 | 33 | 40 | 43 | 129 => Some(REQ),
        2 | 3 | 5 | 8 | 9 | 11 | 22 | 24 | 27 | 34 | 41 | 42 | 44 | 45 | 130..=132 => Some(RSP),
        _ => None,
    };
    if let Some(field) = request.filter(|_| !cx.is_quoted()) {
        let item = cx.add(field, c.span(0), Value::U(1));
        cx.hide(item);
        cx.set_generated(item);
    }
    pair(cx, id, request == Some(REQ), c.span(0));
    let n = (len - HEADER).min(c.left());
    if n == 0 {
        return Ok(());
    }
    // Nothing is shown of attributes of which any was cut.
    if c.cuts(n) {
        return Err(Stop::Cut);
    }
    let item = cx.line(c.span(n), |o| _ = o.s("Attribute Value Pairs"));
    let mut pairs = c.take(n);
    let mut eap = Eap::default();
    cx.under(item, |cx| -> Step {
        // Every turn takes an attribute's head, or all that is left.
        while !pairs.is_empty() {
            attribute(cx, &mut pairs, &mut eap)?;
        }
        Ok(())
    })
}

const VENDOR_SPECIFIC: u8 = 26;
const EAP_MESSAGE: u8 = 79;
/// Attributes whose second type is behind their length, RFC 6929: those of the last two may go on in the next one.
const EXTENDED: std::ops::RangeInclusive<u8> = 241..=246;
const LONG: std::ops::RangeInclusive<u8> = 245..=246;

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, eap: &mut Eap) -> Step {
    let (kind, len) = (c.peek_u8(0)?, c.peek_u8(1).map_or(0, usize::from));
    if c.left() < 2 || len < 2 || len > c.left() {
        let text = |o: &mut Out<'_>| match c.left() {
            0 | 1 => _ = o.s("Not enough room in packet for AVP header"),
            _ if len < 2 => _ = o.s("AVP too short: length ").u(len as u64).s(" < 2"),
            _ => _ = o.s("Not enough room in packet for AVP"),
        };
        let item = cx.line(c.span(2), text);
        cx.expert_with(INVALID_LENGTH, item, c.span(0), text);
        c.advance(c.left());
        return Ok(());
    }
    if EXTENDED.contains(&kind) && len < 3 {
        let text = |o: &mut Out<'_>| _ = o.s("Extended AVP too short: length ").u(len as u64).s(" < 3");
        let item = cx.line(c.span(2), text);
        cx.expert_with(INVALID_LENGTH, item, c.span(0), text);
        c.advance(c.left());
        return Ok(());
    }
    let second = c.peek_u8(2).unwrap_or(0);
    let known = match kind {
        _ if !EXTENDED.contains(&kind) => attributes::find(kind),
        241 => attributes::find_extended(second),
        _ => None,
    };
    let span = c.span(len);
    let item = cx.add(AVP, span, Value::Bytes(span));
    cx.label(item, |o| {
        o.s("AVP: t=").s(match kind {
            VENDOR_SPECIFIC => "Vendor-Specific",
            EAP_MESSAGE => "EAP-Message",
            3 => "CHAP-Password",
            56 => "Egress-VLANID",
            58 => "Egress-VLAN-Name",
            _ if EXTENDED.contains(&kind) && second == VENDOR_SPECIFIC => "Extended-Vendor-Specific-",
            _ => known.map_or("Unknown-Attribute", |k| k.name),
        });
        if EXTENDED.contains(&kind) {
            if second == VENDOR_SPECIFIC {
                o.u(kind - 240);
            }
            o.s("(").u(kind).s(".").u(second);
        } else {
            o.s("(").u(kind);
        }
        o.s(") l=").u(len as u64);
    });
    cx.under(item, |cx| -> Step {
        cx.u8(AVP_TYPE, c)?;
        cx.u8(AVP_LENGTH, c)?;
        let mut d = c.take(len - 2);
        match kind {
            VENDOR_SPECIFIC => vendor(cx, item, &mut d),
            3 => chap(cx, item, &mut d),
            56 => egress_vlan(cx, item, &d),
            58 => egress_name(cx, item, &mut d),
            EAP_MESSAGE => eap.fragment(cx, item, d, c.peek_u8(0).is_ok_and(|next| next == EAP_MESSAGE)),
            _ if EXTENDED.contains(&kind) => {
                cx.u8(AVP_EXTENDED_TYPE, &mut d)?;
                if LONG.contains(&kind) {
                    cx.u8(AVP_EXTENDED_MORE, &mut d)?;
                }
                if second == VENDOR_SPECIFIC {
                    extended_vendor(cx, item, &mut d)
                } else {
                    value(cx, item, &mut d, known)
                }
            }
            _ => value(cx, item, &mut d, known),
        }
    })
}

/// Says behind the name of an attribute that its value has no length that its type may have.
fn wrong<S: Sink>(cx: &mut Cx<'_, S>, item: Item, what: &str) -> Step {
    cx.append(item, |o| _ = o.s(" val=[").s(what).s("]"));
    Ok(())
}

/// CHAP's identifier and response, RFC 2865 section 5.3.
fn chap<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>) -> Step {
    const LENGTH: usize = 17;
    if d.left() != LENGTH {
        return wrong(cx, item, "wrong length for CHAP-Password");
    }
    let password = cx.peek(CHAP_PASSWORD, d, LENGTH)?;
    cx.append(item, |o| _ = o.s(" val=").hex_bytes(d.rest(), 0));
    cx.under(password, |cx| -> Step {
        cx.u8(CHAP_IDENT, d)?;
        cx.bytes(CHAP_STRING, d, LENGTH - 1)?;
        Ok(())
    })
}

/// A VLAN that is allowed on a port, RFC 4675 section 2.1.
fn egress_vlan<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &Cursor<'_>) -> Step {
    if d.left() != 4 {
        return wrong(cx, item, "wrong length for Egress-VLANID ");
    }
    let word = d.peek_u32(0)?;
    cx.append(item, |o| {
        o.s(" val=").s(EGRESS_VLAN_NAME_TAG_NAMES.or(u64::from(word >> 24), "Unknown"));
        o.s(", Vlan ID: ").u(word & 0xfff);
    });
    for field in [EGRESS_VLANID_TAG, EGRESS_VLANID_PAD, EGRESS_VLANID] {
        cx.peek(field, d, 4)?;
    }
    Ok(())
}

/// The same by name, RFC 4675 section 2.3.
fn egress_name<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>) -> Step {
    if d.left() < 2 {
        return wrong(cx, item, "wrong length for Egress-VLAN-Name ");
    }
    let tag = cx.u8(EGRESS_VLAN_NAME_TAG, d)?;
    let (span, name) = (d.span(d.left()), d.rest());
    let end = memchr::memchr(0, name).unwrap_or(name.len());
    cx.append(item, |o| {
        o.s(" val=").s(EGRESS_VLAN_NAME_TAG_NAMES.or(u64::from(tag), "Unknown"));
        o.s(", Vlan Name: ").text(name.get(..end).unwrap_or_default());
    });
    let shown = cx.field(EGRESS_VLAN_NAME, d, name.len())?;
    text::stray(cx, shown, span, name);
    Ok(())
}

/// EAP in attributes, RFC 3579: a packet may be longer than one of them.
#[derive(Default)]
struct Eap {
    /// What the attributes before this one hold.
    before: Vec<u8>,
    parts: u32,
}

impl Eap {
    fn fragment<S: Sink>(&mut self, cx: &mut Cx<'_, S>, item: Item, d: Cursor<'_>, more: bool) -> Step {
        let n = d.left();
        cx.peek(EAP_FRAGMENT, &d, n)?;
        self.parts += 1;
        let (parts, more) = (self.parts, more || n == 0);
        cx.append(item, |o| _ = o.s(if more { " Segment[" } else { " Last Segment[" }).u(parts).s("]"));
        if more {
            self.before.extend_from_slice(d.rest());
            return Ok(());
        }
        let mut before = std::mem::take(&mut self.before);
        self.parts = 0;
        if before.is_empty() {
            return packet(cx, d);
        }
        before.extend_from_slice(d.rest());
        cx.with_source("Reassembled EAP", before, |cx, whole| packet(cx, whole)).unwrap_or(Ok(()))
    }
}

/// An EAP packet: the columns stay those of RADIUS.
fn packet<S: Sink>(cx: &mut Cx<'_, S>, d: Cursor<'_>) -> Step {
    match cx.enclosed(|cx| cx.call_nested(crate::wireless::eap::ID, d)) {
        Err(Stop::NotMine) => Ok(()),
        step => step,
    }
}

/// The tag that may come first, RFC 2868: greater bytes belong to the value.
fn tag<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, field: Field) -> Result<bool, Stop> {
    const LAST: u8 = 0x1f;
    let Ok(tag) = d.peek_u8(0) else {
        let line = cx.line(d.span(0), |o| _ = o.s("AVP too short for tag"));
        cx.expert_with(INVALID_LENGTH, line, d.span(0), |o| _ = o.s("AVP too short for tag"));
        return Ok(false);
    };
    if tag <= LAST {
        cx.append(item, |o| _ = o.s(" Tag=").hex(tag, 2));
        cx.u8(field, d)?;
    }
    Ok(true)
}

/// Shows a value, and writes it behind the name of its attribute.
fn value<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, known: Option<&Attribute>) -> Step {
    let (field, kind) = known.map_or((UNKNOWN_ATTRIBUTE, Kind::Plain), |a| (a.field, a.kind));
    if let Kind::Tagged(by) | Kind::TaggedEncrypted(by) = kind
        && !tag(cx, item, d, by)?
    {
        return Ok(());
    }
    let (n, bytes) = (d.left(), d.rest());
    let def = cx.registry.field(field);
    match (kind, def.kind) {
        (Kind::Encrypted | Kind::TaggedEncrypted(_), _) => cx.append(item, |o| _ = o.s(" val=Encrypted")),
        (Kind::Prefix, _) => {
            if let Some(what) = prefix_fault(bytes) {
                return wrong(cx, item, what);
            }
            cx.append(item, |o| prefix(o.s(" val="), bytes));
        }
        (_, FieldType::Str) => {
            cx.append(item, |o| _ = o.s(" val=").text(bytes));
            let span = d.span(n);
            let shown = cx.field(field, d, n)?;
            text::stray(cx, shown, span, bytes);
            return Ok(());
        }
        (_, FieldType::Bytes) if n == 0 => return wrong(cx, item, "wrong length"),
        (_, FieldType::Bytes) => cx.append(item, |o| _ = o.s(" val=").hex_bytes(bytes, 0)),
        (_, FieldType::Ipv4) if n != 4 => return wrong(cx, item, "wrong length for IP address"),
        (_, FieldType::Ipv4) => cx.append(item, |o| _ = o.s(" val=").ipv4(requin_wire::be(bytes) as u32)),
        (_, FieldType::Ipv6) if n != 16 => return wrong(cx, item, "wrong length for IPv6 address"),
        (_, FieldType::Ipv6) => cx.append(item, |o| _ = o.s(" val=").ipv6(bytes)),
        (_, FieldType::AbsTime) if n != 4 => return wrong(cx, item, "wrong length for timestamp"),
        (_, FieldType::AbsTime) => {
            cx.add(field, d.span(4), Value::Time(requin_wire::be(bytes) as i64, 0));
            return Ok(());
        }
        _ => return number(cx, item, d, field),
    }
    cx.field(field, d, n).map(|_| ())
}

/// A number of up to four bytes, or of eight: more than its field's, where it has no names.
fn number<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &Cursor<'_>, field: Field) -> Step {
    const LONG: usize = 8;
    let n = d.left();
    if !matches!(n, 1..=4 | LONG) {
        cx.append(item, |o| _ = o.s(" val=[unhandled integer length(").u(n as u64).s(")]"));
        return Ok(());
    }
    let def = cx.registry.field(field);
    let raw = d.peek_uint(0, n)?;
    let shown = cx.add(field, d.span(n), Value::U(raw));
    if n == LONG {
        cx.label(shown, |o| _ = o.s(def.label).s(": ").u(raw));
        cx.append(item, |o| _ = o.s(" val=").u(raw));
    } else if matches!(def.names, Names::None) {
        cx.append(item, |o| _ = o.s(" val=").u(raw));
    } else {
        let name = def.names.find(raw).unwrap_or("Unknown");
        cx.append(item, |o| _ = o.s(" val=").s(name).s("(").u(raw).s(")"));
    }
    Ok(())
}

/// What is wrong with an IPv6 prefix (RFC 3162 section 2.3): a byte that is zero, its length in bits, its bytes.
fn prefix_fault(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [reserved, bits, address @ ..] if address.len() <= 16 => match (reserved, bits) {
            (1.., _) => Some("invalid reserved byte for IPv6 prefix"),
            (_, 129..) => Some("invalid IPv6 prefix length"),
            _ => None,
        },
        _ => Some("wrong length for IPv6 prefix"),
    }
}

fn prefix(o: &mut Out<'_>, bytes: &[u8]) {
    let Some((&[_, bits], sent)) = bytes.split_first_chunk::<2>() else { return };
    let mut address = [0; 16];
    for (to, from) in address.iter_mut().zip(sent) {
        *to = *from;
    }
    o.ipv6(&address).s("/").u(bits);
}

/// Who an attribute of a vendor is of; `None` when there is no room for that.
fn of_vendor<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>) -> Result<Option<u32>, Stop> {
    if d.left() < 4 {
        let text = |o: &mut Out<'_>| _ = o.s("AVP too short; no room for vendor ID");
        cx.expert_with(INVALID_LENGTH, item, d.span(0), text);
        return Ok(None);
    }
    let id = cx.u32(AVP_VENDOR_ID, d)?;
    let name = ENTERPRISES.or(u64::from(id), "Unknown");
    cx.append(item, |o| _ = o.s(" vnd=").s(name).s("(").u(id).s(")"));
    Ok(Some(id))
}

/// Attributes of vendors, RFC 2865 section 5.26.
fn vendor<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>) -> Step {
    let Some(id) = of_vendor(cx, item, d)? else { return Ok(()) };
    while !d.is_empty() {
        let (kind, len) = (d.peek_u8(0)?, usize::from(d.peek_u8(1)?));
        if len < 2 || len > d.left() {
            return Err(Stop::Malformed);
        }
        let known = vendors::find(id, kind);
        let name = known.map_or("Unknown-Attribute", |a| a.name);
        let item = cx.line(d.span(len), |o| {
            o.s("VSA: t=").s(name).s("(").u(kind).s(") l=").u(len as u64);
        });
        cx.under(item, |cx| -> Step {
            cx.u8(AVP_VENDOR_TYPE, d)?;
            cx.u8(AVP_VENDOR_LEN, d)?;
            value(cx, item, &mut d.take(len - 2), known)
        })?;
    }
    Ok(())
}

/// Attributes of vendors in the space of RFC 6929 section 2.4: one in each.
fn extended_vendor<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>) -> Step {
    if of_vendor(cx, item, d)?.is_none() || d.is_empty() {
        return Ok(());
    }
    let (kind, len) = (d.peek_u8(0)?, d.left());
    let item = cx.line(d.span(len), |o| _ = o.s("EVS: t=Unknown-Attribute(").u(kind).s(") l=").u(len as u64));
    cx.under(item, |cx| -> Step {
        cx.u8(AVP_VENDOR_TYPE, d)?;
        value(cx, item, d, None)
    })
}
