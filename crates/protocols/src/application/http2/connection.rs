//! What a connection remembers: the tables of both directions, header blocks and bodies in several frames.

use super::hpack::{self, Pair, Table};
use super::*;
use crate::application::{dns, media, pieces::Pieces};
use requin_wire::{Cursor, Cx, Key, Past, Remembered, Sink, Step, fnv1a};

/// Bytes of a block in several frames that are put together at most.
const LONGEST: usize = 32 << 10;
/// The same of a body, and how many frames it may have come in.
const LONGEST_BODY: usize = 1 << 20;
const MOST_PARTS: usize = 1024;
const DNS_MEDIA: &[u8] = b"application/dns-message";

/// What is kept: by direction, and for streams by their number too.
#[derive(Clone, Copy)]
#[repr(u64)]
enum Kept {
    Table,
    Block,
    Media,
    /// The list of a body's parts.
    Body,
    /// One of them, by its number.
    Part,
}

fn key(what: Kept, forward: bool, stream: u32) -> Key {
    Key::here((what as u64) << 33 | u64::from(forward) << 32 | u64::from(stream))
}

/// What tells a frame from others of the same packet: how it begins, its length included.
fn sum(frame: &[u8]) -> u64 {
    fnv1a(frame.get(..HEAD + 64).unwrap_or(frame))
}

fn value(past: &Past<'_>, bytes: Vec<u8>) -> Remembered {
    Remembered { frame: past.now.frame, time: past.now.time, bytes: bytes.into() }
}

/// Sees every frame in order.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((len, kind, flags, stream)) = head(pdu) else { return };
    let Some(mut body) = pdu.get(HEAD..HEAD + len) else { return };
    if flags & PADDED != 0 && matches!(kind, DATA_FRAME | HEADERS_FRAME | PUSH_PROMISE) {
        let Some((pad, rest)) = body.split_first() else { return };
        let Some(n) = rest.len().checked_sub(usize::from(*pad)) else { return };
        body = rest.get(..n).unwrap_or_default();
    }
    match kind {
        DATA_FRAME => data(past, pdu, body, flags, stream),
        HEADERS_FRAME => {
            let skip = if flags & WITH_PRIORITY != 0 { 5 } else { 0 };
            block(past, pdu, body.get(skip..).unwrap_or_default(), flags, stream, true);
        }
        PUSH_PROMISE => block(past, pdu, body.get(4..).unwrap_or_default(), flags, stream, true),
        CONTINUATION => block(past, pdu, body, flags, stream, false),
        _ => {}
    }
}

/// A header block, or a part of one.
fn block(past: &mut Past<'_>, pdu: &[u8], part: &[u8], flags: u8, stream: u32, begins: bool) {
    let forward = past.now.forward;
    let unfinished = key(Kept::Block, forward, 0);
    let before = if begins { None } else { past.get(&unfinished) };
    let joined = before.as_ref().map(|b| [&*b.bytes, part].concat());
    let bytes = joined.as_deref().unwrap_or(part);
    if flags & END_HEADERS == 0 {
        // One that is too long is given up, and with it what it says for the table.
        if bytes.len() <= LONGEST {
            let kept = value(past, bytes.to_vec());
            past.keep(&unfinished, kept);
        }
        return;
    }
    past.remove(&unfinished);
    let table_key = key(Kept::Table, forward, 0);
    let kept = past.get(&table_key);
    let mut table = kept.as_ref().map(|r| Table::read(&r.bytes)).unwrap_or_default();
    let pairs = table.block(bytes);
    if table.changed() {
        let kept = value(past, table.write());
        past.keep(&table_key, kept);
    }
    if let Some((_, media)) = pairs.iter().find(|p| p.0 == b"content-type") {
        let encoding = pairs.iter().find(|p| p.0 == b"content-encoding").map(|p| &*p.1);
        let mut kept = Vec::new();
        hpack::push(&mut kept, media, encoding.unwrap_or_default());
        let kept = value(past, kept);
        past.keep(&key(Kept::Media, forward, stream), kept);
    }
    let own: &[u8] = if joined.is_some() { bytes } else { &[] };
    let mut note = (own.len() as u32).to_be_bytes().to_vec();
    note.extend(own);
    for (name, value) in &pairs {
        hpack::push(&mut note, name, value);
    }
    let note = value(past, note);
    past.note(sum(pdu), &note);
    if flags & END_STREAM != 0 {
        Parts::of(past, forward, stream).forget(past);
    }
}

/// A body in several frames: each part is kept by itself, so that a body in many costs no more than one in few.
struct Parts {
    forward: bool,
    stream: u32,
    /// As [`pieces`] has it.
    list: Vec<u8>,
    count: usize,
}

impl Parts {
    fn of(past: &Past<'_>, forward: bool, stream: u32) -> Parts {
        let list = past.get(&key(Kept::Body, forward, stream)).map_or(Vec::new(), |r| r.bytes.to_vec());
        let count = list.len() / pieces::LISTED;
        Parts { forward, stream, list, count }
    }

    fn key(&self, n: usize) -> Key {
        key(Kept::Part, self.forward, self.stream).and(&(n as u32).to_be_bytes())
    }

    fn len(&self) -> usize {
        pieces::total(&self.list)
    }

    fn add(&mut self, past: &mut Past<'_>, part: &[u8]) {
        let kept = value(past, part.to_vec());
        past.keep(&self.key(self.count), kept);
        pieces::push(&mut self.list, past.now.frame, part.len());
        self.count += 1;
        let kept = value(past, self.list.clone());
        past.keep(&key(Kept::Body, self.forward, self.stream), kept);
    }

    /// All bytes; `None` when some had to go.
    fn join(&self, past: &Past<'_>) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(self.len());
        for n in 0..self.count {
            bytes.extend_from_slice(&past.get(&self.key(n))?.bytes);
        }
        Some(bytes)
    }

    fn forget(&self, past: &mut Past<'_>) {
        (0..self.count).for_each(|n| past.remove(&self.key(n)));
        past.remove(&key(Kept::Body, self.forward, self.stream));
    }
}

/// Part of a body. Those of streams with a content type are put together.
fn data(past: &mut Past<'_>, pdu: &[u8], part: &[u8], flags: u8, stream: u32) {
    let forward = past.now.forward;
    let media_key = key(Kept::Media, forward, stream);
    let Some(media) = past.get(&media_key) else { return };
    let mut parts = Parts::of(past, forward, stream);
    if parts.len() + part.len() > LONGEST_BODY || parts.count >= MOST_PARTS {
        parts.forget(past);
        past.remove(&media_key);
        return;
    }
    let several = parts.count > 0;
    if flags & END_STREAM == 0 {
        if !part.is_empty() {
            parts.add(past, part);
        }
        return;
    }
    let joined = parts.join(past);
    parts.forget(past);
    past.remove(&media_key);
    let Some(mut bytes) = joined else { return };
    let mut list = std::mem::take(&mut parts.list);
    if !part.is_empty() {
        pieces::push(&mut list, past.now.frame, part.len());
        bytes.extend_from_slice(part);
    }
    if hpack::pairs(&media.bytes).first().is_some_and(|m| m.0 == DNS_MEDIA) && bytes.len() <= 0xffff {
        // As if it came over a stream of its own, where its length stands before it; which query it answers, the stream
        // tells.
        let mut message = (bytes.len() as u16).to_be_bytes().to_vec();
        message.extend(&bytes);
        past.carried(dns::ID, &message, &mut [u64::from(stream), 0]);
    }
    let mut note = (media.bytes.len() as u32).to_be_bytes().to_vec();
    note.extend(&*media.bytes);
    if several {
        note.extend(pieces::write(&list, &bytes));
    }
    let note = value(past, note);
    past.note(sum(pdu), &note);
}

/// A length, so many bytes, and the rest.
fn two(note: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = note.split_first_chunk::<4>()?;
    rest.split_at_checked(u32::from_be_bytes(*len) as usize)
}

/// A header block that ends in a frame.
pub(super) struct Block<'a> {
    /// All of it when it began in another frame.
    pub bytes: &'a [u8],
    pub pairs: Vec<Pair>,
}

impl<'a> Block<'a> {
    pub fn of<S: Sink>(cx: &Cx<'a, S>, frame: &Cursor<'_>) -> Option<Block<'a>> {
        let (bytes, pairs) = two(&cx.recalled(sum(frame.rest()))?.bytes)?;
        Some(Block { bytes, pairs: hpack::pairs(pairs) })
    }
}

/// A body that ends in a frame.
pub(super) struct Body<'a, 'c> {
    /// Content type and content encoding.
    media: Pair,
    /// What was put together, unless all of it is in this frame.
    pub whole: Option<Pieces<'a>>,
    here: Cursor<'c>,
}

const PIECES: pieces::Fields = pieces::Fields {
    all: BODY_FRAGMENTS,
    part: BODY_FRAGMENT,
    count: BODY_FRAGMENT_COUNT,
    length: BODY_REASSEMBLED_LENGTH,
    data: BODY_REASSEMBLED_DATA,
    names: ("Body fragment", "Body fragments"),
};

impl<'a, 'c> Body<'a, 'c> {
    pub fn of<S: Sink>(cx: &Cx<'a, S>, frame: &Cursor<'_>, here: Cursor<'c>) -> Option<Body<'a, 'c>> {
        let (media, whole) = two(&cx.recalled(sum(frame.rest()))?.bytes)?;
        Some(Body { media: hpack::pairs(media).pop()?, whole: Pieces::read(whole), here })
    }

    /// Where it came from.
    pub fn list<S: Sink>(&self, cx: &mut Cx<'_, S>) {
        let Some(whole) = &self.whole else { return };
        let show = |cx: &mut Cx<'_, S>, c: Cursor<'_>| {
            whole.tree(cx, &c, &PIECES);
            let all = c.span(c.left());
            cx.add(DATA_DATA, all, Value::Bytes(all));
        };
        _ = cx.with_source("Reassembled body", whole.bytes.to_vec(), show);
    }

    /// Hands it on by its media type.
    pub fn show<S: Sink>(&self, cx: &mut Cx<'_, S>) -> Step {
        match &self.whole {
            Some(w) if !w.bytes.is_empty() => {
                let show = |cx: &mut Cx<'_, S>, c: Cursor<'_>| self.decoded(cx, c);
                cx.with_source("Reassembled body", w.bytes.to_vec(), show).unwrap_or(Ok(()))
            }
            None if !self.here.is_empty() => self.decoded(cx, self.here),
            _ => Ok(()),
        }
    }

    fn decoded<S: Sink>(&self, cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        if self.media.1.is_empty() || self.media.1.eq_ignore_ascii_case(b"identity") {
            return self.hand_on(cx, c);
        }
        let (kind, codings) = &self.media;
        let begin = if kind == DNS_MEDIA { None } else { http::beginning(cx, codings, kind, c.rest()) };
        match begin.or_else(|| http::undo_coding(&self.media.1, c.rest())) {
            Some(bytes) => cx
                .with_source("Uncompressed entity body", bytes, |cx, c| self.hand_on(cx, c))
                .unwrap_or(Ok(())),
            None => Ok(()),
        }
    }

    fn hand_on<S: Sink>(&self, cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        cx.set_media(&self.media.0);
        if self.media.0 == DNS_MEDIA {
            let step = cx.call_nested(dns::ID, c);
            cx.set_media(b"");
            cx.protocol("DoH");
            return step;
        }
        if let Some(id) = cx.media_protocol() {
            return cx.call_nested(id, c);
        }
        cx.call_nested(media::ID, c)
    }
}
