//! Tagged parameters, called elements since: a number, a length, and what the number says.

mod extended;
mod fast;
mod fixed;
mod he;
mod ht;
mod measure;
mod mesh;
mod multiple;
pub(super) mod neighbor;
pub(super) mod networks;
mod power;
mod rates;
pub(super) mod rsn;
mod simple;
mod traffic;
mod twt;
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
    /// The action of the self-protected frame it stands in.
    pub action: Option<u8>,
}

impl Tag {
    /// Says that the length is wrong, in words.
    pub fn bad<S: Sink>(&self, cx: &mut Cx<'_, S>, text: impl FnOnce(&mut Out<'_>)) {
        cx.expert_with(TAG_LENGTH_BAD, self.length, self.span, text);
    }

    /// Says that the length is wrong, in words where `#` stands for it.
    pub fn wrong<S: Sink>(&self, cx: &mut Cx<'_, S>, words: &str) {
        self.bad(cx, |o| match words.split_once('#') {
            Some((before, after)) => _ = o.s(before).u(self.len as u64).s(after),
            None => _ = o.s(words),
        });
    }

    /// What tags inside of it are told of the frame.
    pub fn head(&self) -> Head {
        Head { kind: self.kind, action: self.action, ..Head::default() }
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
        one(cx, &mut c, head)?;
    }
    Ok(())
}

/// Shows a tag and passes over it.
///
/// # Errors
/// Whatever stopped it.
pub(super) fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &Head) -> Step {
    one_of(cx, c, head, None)
}

/// The same for a tag whose number should be one of these.
///
/// # Errors
/// Whatever stopped it.
pub(super) fn one_of<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    head: &Head,
    numbers: Option<&[u8]>,
) -> Step {
    let [number, len] = *c.peek_array::<2>()?;
    if number == EXTENSION {
        return he::one(cx, c, head);
    }
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
        let tag = Tag { item, number: number_item, length, span, len, kind: head.kind, action: head.action };
        let expected = numbers.is_none_or(|n| n.contains(&number));
        if !expected {
            cx.expert_with(TAG_NUMBER_UNEXPECTED_IE, number_item, span, |o| {
                o.s("Unexpected Element ID ").u(number);
            });
        }
        let cut = len > c.left();
        if cut {
            tag.bad(cx, |o| _ = o.s("Tag Length is longer than remaining payload"));
        }
        // What is there is shown.
        let body = c.take(len.min(c.left()));
        if !expected {
            return Ok(());
        }
        let shown = show(cx, number, body, &tag);
        if cut {
            return shown.map_err(|_| requin_wire::Stop::Contained);
        }
        shown?;
        // A tag that takes nothing counts as one that nobody reads.
        if len == 0 && !EMPTY.contains(&number) && !is_unread(number) {
            unknown(cx, body, &tag, number)
        } else {
            Ok(())
        }
    })
}

/// The number of tags that are told apart by a second one.
const EXTENSION: u8 = 255;

/// Tags that may be empty.
const EMPTY: [u8; 37] = [
    0, 2, 3, 6, 7, 8, 9, 10, 14, 15, 16, 32, 33, 34, 35, 37, 45, 53, 54, 55, 61, 62, 63, 64, 65, 70, 71, 72,
    74, 75, 76, 114, 127, 167, 191, 192, 195,
];

fn show<S: Sink>(cx: &mut Cx<'_, S>, number: u8, c: Cursor<'_>, tag: &Tag) -> Step {
    match number {
        0 => simple::ssid(cx, c, tag),
        1 => rates::show(cx, c, tag, SUPPORTED_RATES),
        50 => rates::show(cx, c, tag, EXTENDED_SUPPORTED_RATES),
        3 => simple::ds(cx, c, tag),
        4 if tag.len == 6 => simple::contention_free(cx, c),
        4 => {
            tag.wrong(cx, "Tag length # wrong, must be = 6");
            unknown(cx, c, tag, number)
        }
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
        9 => simple::hopping_table(cx, c, tag),
        10 => simple::request(cx, c, tag),
        12 => traffic::access(cx, c, tag),
        13 => traffic::specification(cx, c, tag),
        14 => traffic::classification(cx, c, tag),
        15 => traffic::schedule(cx, c, tag),
        34 => {
            tag.not(cx, "Tag Length", 0);
            Ok(())
        }
        38 => measure::request(cx, c, tag),
        39 => measure::report(cx, c, tag),
        41 => simple::frequency_selection(cx, c, tag),
        52 => neighbor::report(cx, c, tag),
        55 => fast::transition(cx, c, tag),
        57 if tag.len == 4 => fast::resources(cx, c, tag),
        57 => {
            tag.wrong(cx, "RIC Data Length must be 4 bytes");
            unknown(cx, c, tag, number)
        }
        66 => multiple::pilot(cx, c, tag),
        67 => multiple::admission(cx, c, tag),
        68 if tag.len < 20 => simple::access_delay(cx, c, tag),
        68 => simple::wapi(cx, c, tag),
        69 => simple::time_advertisement(cx, c),
        71 => multiple::networks(cx, c, tag),
        75 => fast::resource(cx, c, tag),
        83 => multiple::capability(cx, c, tag),
        84 => multiple::names(cx, c, tag),
        85 => multiple::index(cx, c),
        91 => simple::filters(cx, c, tag),
        98 => simple::bytes(cx, TIME_ZONE, c),
        108 => networks::advertisement(cx, c),
        110 => networks::qos_map(cx, c, tag),
        111 => networks::consortium(cx, c, tag),
        117 => mesh::peering(cx, c, tag),
        120 => mesh::beacon_timing(cx, c),
        130 => mesh::path_request(cx, c),
        131 => mesh::path_reply(cx, c),
        132 => mesh::path_error(cx, c),
        137 => mesh::proxy_update(cx, c, tag),
        148 => multiple::dmg(cx, c, tag),
        145 => simple::availability(cx, c, tag),
        152 => simple::change(cx, c, tag),
        154 if tag.len == 0 => Err(requin_wire::Stop::Malformed),
        154 if !tag.len.is_multiple_of(5) => {
            tag.wrong(cx, "Tag Length # wrong, must be multiple of 5");
            Ok(())
        }
        173 => simple::symbol(cx, c, tag),
        177 if tag.len != 10 => {
            tag.wrong(cx, "Tag Length # wrong, must be 10");
            Ok(())
        }
        160 => simple::next_coordinators(cx, c, tag),
        195 => power::envelope(cx, c, tag),
        196 => simple::wrapper(cx, c, tag),
        201 => neighbor::reduced(cx, c),
        206 if tag.len == 9 => power::fine_timing(cx, c),
        206 => unknown(cx, c, tag, number),
        216 => twt::target(cx, c, tag),
        228 if tag.len >= 8 => simple::announcements(cx, c, tag),
        228 => unknown(cx, c, tag, number),
        231 => simple::bytes(cx, S1G_SECTORIZED_GROUP_LIST, c),
        240 => simple::fast_setup(cx, c, tag),
        _ if is_unread(number) => unknown(cx, c, tag, number),
        _ => {
            let mut c = c;
            fixed::show(cx, &mut c, tag, number).unwrap_or(Ok(()))
        }
    }
}

/// Whether nobody reads a tag.
fn is_unread(number: u8) -> bool {
    UNREAD.contains(&number) || names::TAG_NUMBER.find(u64::from(number)).is_none()
}

/// Tags that have a name, but nobody reads.
const UNREAD: [u8; 44] = [
    58, 73, 78, 79, 80, 81, 82, 86, 87, 88, 89, 94, 95, 96, 97, 99, 100, 109, 112, 115, 116, 121, 122, 123,
    124, 128, 136, 139, 141, 142, 149, 164, 165, 166, 170, 171, 174, 175, 182, 183, 237, 239, 241, 242,
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
    cx.field(TAG_DATA, &mut c, tag.len)?;
    cx.append(tag.item, |o| _ = o.s(": Undecoded"));
    Ok(())
}
