//! Tagged parameters, called elements since: a number, a length, and what the number says.

mod extended;
mod ht;
mod rates;
pub(super) mod rsn;
mod simple;
mod vendor;
mod vht;

use super::*;
use requin_wire::{Item, Span};

/// A tag that is being shown.
#[derive(Clone, Copy)]
pub(super) struct Tag {
    /// Its node.
    pub item: Item,
    /// The node of its number.
    pub number: Item,
    /// The node of its length.
    pub length: Item,
    /// All of it.
    pub span: Span,
    /// Its length.
    pub len: usize,
    /// Type and subtype of the frame it stands in.
    pub kind: u16,
}

impl Tag {
    /// Says that the length is wrong, in words.
    pub fn bad<S: Sink>(&self, cx: &mut Cx<'_, S>, text: impl FnOnce(&mut Out<'_>)) {
        cx.expert_with(TAG_LENGTH_BAD, self.length, self.span, text);
    }

    /// Says that the length should be another: true when it is not among `allowed`.
    pub fn not<S: Sink>(&self, cx: &mut Cx<'_, S>, what: &str, right: usize) -> bool {
        let wrong = self.len != right;
        if wrong {
            self.bad(cx, |o| _ = o.s(what).s(" ").u(self.len as u64).s(" wrong, must be = ").u(right as u64));
        }
        wrong
    }
}

/// Shows all tags up to the end.
///
/// # Errors
/// Whatever stopped one of them.
pub(super) fn all<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: &Head) -> Step {
    // A tag has at least two bytes: every turn moves on.
    while !c.is_empty() {
        one(cx, &mut c, head.kind)?;
    }
    Ok(())
}

/// Shows a tag and passes over it.
///
/// # Errors
/// Whatever stopped it.
pub(super) fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u16) -> Step {
    let [number, len] = *c.peek_array::<2>()?;
    let len = usize::from(len);
    let span = c.span(2 + len);
    let item = cx.add(TAG, span, Value::None);
    cx.label(item, |o| {
        o.s("Tag: ");
        match names::TAG_NUMBER.find(u64::from(number)) {
            Some(name) => o.s(name),
            None => o.s("Unknown (").u(number).s(")"),
        };
    });
    cx.under(item, |cx| -> Step {
        let number_item = cx.field(TAG_NUMBER, c, 1)?;
        let length = cx.field(TAG_LENGTH, c, 1)?;
        let tag = Tag { item, number: number_item, length, span, len, kind };
        if len > c.left() {
            tag.bad(cx, |o| _ = o.s("Tag Length is longer than remaining payload"));
            // What is there is shown.
            let shown = show(cx, number, *c, &tag);
            c.advance(c.left());
            return shown.map_err(|_| requin_wire::Stop::Contained);
        }
        let body = c.take(len);
        show(cx, number, body, &tag)
    })
}

fn show<S: Sink>(cx: &mut Cx<'_, S>, number: u8, c: Cursor<'_>, tag: &Tag) -> Step {
    match number {
        0 => simple::ssid(cx, c, tag),
        1 => rates::show(cx, c, tag, SUPPORTED_RATES),
        50 => rates::show(cx, c, tag, EXTENDED_SUPPORTED_RATES),
        3 => simple::ds(cx, c, tag),
        5 => simple::tim(cx, c, tag),
        7 => simple::country(cx, c, tag),
        11 => simple::qbss_load(cx, c, tag),
        16 => simple::challenge(cx, c),
        32 => simple::power_constraint(cx, c, tag),
        33 => simple::power_capability(cx, c, tag),
        35 => simple::tpc_report(cx, c, tag),
        36 => simple::supported_channels(cx, c, tag),
        37 => simple::channel_switch(cx, c, tag),
        42 | 47 => simple::erp(cx, c, tag),
        45 => ht::capabilities(cx, c, tag, false),
        61 => ht::information(cx, c, tag),
        48 => rsn::show(cx, c, tag),
        54 => simple::mobility_domain(cx, c, tag),
        59 => simple::operating_classes(cx, c, tag),
        70 => extended::rm_enabled(cx, c, tag),
        101 => simple::link_identifier(cx, c, tag),
        107 => simple::interworking(cx, c, tag),
        113 => simple::mesh_configuration(cx, c, tag),
        114 => simple::mesh_id(cx, c, tag),
        127 => extended::capabilities(cx, c, tag),
        133 => simple::ccx1(cx, c, tag),
        191 => vht::capabilities(cx, c, tag),
        192 => vht::operation(cx, c, tag),
        150 | 221 => vendor::show(cx, c, tag),
        225 => simple::reachable_address(cx, c),
        51 => simple::channel_report(cx, c, tag),
        56 => simple::timeout(cx, c, tag),
        90 => simple::max_idle(cx, c),
        199 => simple::operating_mode(cx, c),
        244 => extended::rsn_extension(cx, c, tag),
        _ if UNREAD.contains(&number) => unknown(cx, c, tag, number),
        _ if names::TAG_NUMBER.find(u64::from(number)).is_none() => unknown(cx, c, tag, number),
        _ => Ok(()),
    }
}

/// Tags that have a name, but nobody reads.
const UNREAD: [u8; 47] = [
    4, 57, 58, 73, 78, 79, 80, 81, 82, 86, 87, 88, 89, 94, 95, 96, 97, 99, 100, 109, 112, 115, 116, 121, 122,
    123, 124, 128, 136, 139, 141, 142, 149, 164, 165, 166, 170, 171, 174, 175, 182, 183, 206, 237, 239, 241,
    242,
];

/// A tag that nobody reads.
fn unknown<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, number: u8) -> Step {
    cx.expert_with(TAG_DATA_UNDECODED, tag.number, tag.span, |o| {
        o.s("Dissector for 802.11 IE Tag (");
        match names::TAG_NUMBER.find(u64::from(number)) {
            Some(name) => o.s(name),
            None => o.s("(").u(number).s(")"),
        };
        o.s(") code not implemented, Contact Wireshark developers if you want this supported");
    });
    if tag.len > 0 {
        cx.field(TAG_DATA, &mut c, tag.len)?;
    }
    cx.append(tag.item, |o| _ = o.s(": Undecoded"));
    Ok(())
}
