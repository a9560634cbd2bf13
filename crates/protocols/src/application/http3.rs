//! HTTP/3, RFC 9114: streams and frames. Header fields, which QPACK (RFC 9204) compresses, are read with the tables that the
//! ordered pass keeps: see [`learn`].

use super::http2::hpack;
use super::qpack::{self, Table};
use super::tls::{varint, varint_field};
use requin_wire::{
    Cursor, Cx, FRAME, Field, FieldType, Item, Key, Names, Past, Sink, Step, Stop, Value, names, proto,
};

proto! {
    HTTP3 "http3" "Hypertext Transfer Protocol Version 3" "HTTP3" App
    on []
    fields {
        STREAM_TYPE "http3.stream_type" "Stream Type": U64 Hex = STREAM_TYPES;
        PUSH_ID "http3.push_id" "Push ID": U64 Dec;
        FRAME_TYPE "http3.frame_type" "Type": U64 Hex = FRAME_TYPES;
        FRAME_LENGTH "http3.frame_length" "Length": U64 Dec;
        FRAME_PAYLOAD "http3.frame_payload" "Frame Payload": Bytes;
        SETTINGS "http3.settings" "Settings": None;
        SETTINGS_ID "http3.settings.id" "Settings Identifier": U64 Hex = SETTINGS_IDS;
        SETTINGS_VALUE "http3.settings.value" "Settings Value": U64 Dec;
        SETTINGS_QPACK_MAX_TABLE_CAPACITY "http3.settings.qpack.max_table_capacity" "Max Table Capacity": U64 Dec;
        SETTINGS_MAX_FIELD_SECTION_SIZE "http3.settings.max_field_section_size" "Max header list size": U64 Dec;
        SETTINGS_QPACK_BLOCKED_STREAMS "http3.settings.qpack.blocked_streams" "Blocked Streams": U64 Dec;
        SETTINGS_EXTENDED_CONNECT "http3.settings.extended_connect" "Extended CONNECT": U64 Dec;
        PRIORITY_UPDATE_ELEMENT_ID "http3.priority_update_element_id" "Priority Update Element ID": U64 Dec;
        PRIORITY_UPDATE_FIELD_VALUE "http3.priority_update_field_value" "Priority Update Field Value": Str;
        HEADERS_COUNT "http3.headers.count" "Headers Count": U64 Dec;
        HEADER "http3.headers.header" "Header": None;
        HEADER_NAME_LENGTH "http3.headers.header.name.length" "Name Length": U64 Dec;
        HEADER_NAME "http3.headers.header.name" "Name": Str;
        HEADER_VALUE_LENGTH "http3.headers.header.value.length" "Value Length": U64 Dec;
        HEADER_VALUE "http3.headers.header.value" "Value": Str;
        AUTHORITY "http3.headers.authority" ":authority": Str;
        METHOD "http3.headers.method" ":method": Str;
        PATH "http3.headers.path" ":path": Str;
        SCHEME "http3.headers.scheme" ":scheme": Str;
        STATUS "http3.headers.status" ":status": U16 Dec;
        CONTENT_ENCODING "http3.headers.content_encoding" "content-encoding": Str;
        CONTENT_LENGTH "http3.headers.content_length" "content-length": U64 Dec;
        CONTENT_TYPE "http3.headers.content_type" "content-type": Str;
        COOKIE "http3.headers.cookie" "cookie": Str;
        LOCATION "http3.headers.location" "location": Str;
        REFERER "http3.headers.referer" "referer": Str;
        SERVER "http3.headers.server" "server": Str;
        SET_COOKIE "http3.headers.set_cookie" "set-cookie": Str;
        USER_AGENT "http3.headers.user_agent" "user-agent": Str;
    }
    experts {
        UNKNOWN_STREAM_TYPE "http3.unknown_stream_type" Warn Undecoded "An unknown stream type was encountered";
    }
}

names! {
    /// Unidirectional streams (RFC 9114, 6.2; RFC 9204, 4.2).
    STREAM_TYPES { 0 => "Control Stream", 1 => "Push Stream", 2 => "QPACK Encoder Stream", 3 => "QPACK Decoder Stream" }
    /// Settings (RFC 9114, 7.2.4.1; RFC 9204, 5). That of RFC 9220 has no name in tshark.
    SETTINGS_IDS { 1 => "Max Table Capacity", 6 => "Max Field Section Size", 7 => "Blocked Streams" }
}

/// Frames (RFC 9114, 7.2; RFC 9218, 7).
const FRAME_TYPES: Names = Names::Ranges(&[
    (0, 0, "DATA"),
    (1, 1, "HEADERS"),
    (2, 2, "Reserved"),
    (3, 3, "CANCEL_PUSH"),
    (4, 4, "SETTINGS"),
    (5, 5, "PUSH_PROMISE"),
    (6, 6, "Reserved"),
    (7, 7, "GOAWAY"),
    (8, 9, "Reserved"),
    (13, 13, "MAX_PUSH_ID"),
    (14, 14, "Reserved"),
    (0xf0700, 0xf0701, "PRIORITY_UPDATE"),
]);
const HEADERS_FRAME: u64 = 1;
const SETTINGS_FRAME: u64 = 4;
const PUSH_PROMISE: u64 = 5;
const PUSH_STREAM: u64 = 1;
const ENCODER_STREAM: u64 = 2;
/// QPACK_MAX_TABLE_CAPACITY (RFC 9204, 5).
const MAX_TABLE_CAPACITY: u64 = 1;

/// The field of a header that has one of its own.
fn field_of(name: &[u8]) -> Option<Field> {
    Some(match name {
        b":authority" => AUTHORITY,
        b":method" => METHOD,
        b":path" => PATH,
        b":scheme" => SCHEME,
        b":status" => STATUS,
        b"content-encoding" => CONTENT_ENCODING,
        b"content-length" => CONTENT_LENGTH,
        b"content-type" => CONTENT_TYPE,
        b"cookie" => COOKIE,
        b"location" => LOCATION,
        b"referer" => REFERER,
        b"server" => SERVER,
        b"set-cookie" => SET_COOKIE,
        b"user-agent" => USER_AGENT,
        _ => return None,
    })
}

/// Whether ALPN's name is that of HTTP/3 or a draft of it.
pub(super) fn is_alpn(name: &[u8]) -> bool {
    name == b"h3" || name.strip_prefix(b"h3-").is_some_and(|n| n.iter().all(u8::is_ascii_digit))
}

/// Numbers that stand for nothing, so that ends get used to not knowing some (RFC 9114, 7.2.8).
fn is_grease(n: u64) -> bool {
    n >= 0x21 && (n - 0x21).is_multiple_of(0x1f)
}

fn number(c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let (v, n) = varint(c)?;
    c.skip(n)?;
    Ok(v)
}

/// What begins a unidirectional stream: its length, and whether frames follow. `None`: more is to come.
pub(super) fn stream_head(bytes: &[u8]) -> Option<(usize, bool)> {
    let mut c = Cursor::new(bytes, bytes.len(), FRAME);
    let start = c.pos();
    let kind = number(&mut c).ok()?;
    if kind == PUSH_STREAM {
        number(&mut c).ok()?;
    }
    Some((c.pos() - start, kind <= PUSH_STREAM))
}

/// How many bytes are in whole frames, and how long the frame is that begins behind them, as far as that is said.
pub(super) fn whole_frames(bytes: &[u8]) -> (usize, Option<u64>) {
    let mut c = Cursor::new(bytes, bytes.len(), FRAME);
    let start = c.pos();
    let mut at = 0;
    while !c.is_empty() {
        let head = number(&mut c).and_then(|_| number(&mut c));
        let Ok(len) = head else { return (at, None) };
        let total = ((c.pos() - start - at) as u64).saturating_add(len);
        if usize::try_from(len).ok().is_none_or(|len| c.skip(len).is_err()) {
            return (at, Some(total));
        }
        at = c.pos() - start;
    }
    (at, None)
}

/// It is nowhere but in QUIC's streams: see [`in_quic`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// What a part of a stream is to those who keep its connection's tables.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// Which connection, and which way.
    pub connection: u32,
    pub from_server: bool,
    /// The stream.
    pub id: u64,
    /// Its type stands first; frames follow.
    pub typed: bool,
    pub framed: bool,
}

/// What is kept for a direction: its table, the number of its encoder's stream, and what it lets the other one's table have.
#[derive(Clone, Copy)]
#[repr(u64)]
enum Kept {
    Table = 1 << 43,
    Encoder = 2 << 43,
    Allowed = 3 << 43,
}

/// Takes in what a stream goes on with, in the order of the capture: instructions to a table, and what a table may have. Gives
/// the header fields of its frames, each section's behind its length, when a section needs the table.
pub(super) fn learn(past: &mut Past<'_>, part: Part, bytes: &[u8]) -> Option<Vec<u8>> {
    let key = |what: Kept, from_server: bool| {
        Key::anywhere(what as u64 | u64::from(from_server)).and(&part.connection.to_be_bytes())
    };
    let (table_key, encoder) = (key(Kept::Table, part.from_server), key(Kept::Encoder, part.from_server));
    let table =
        |past: &Past<'_>| past.get(&table_key).and_then(|r| Table::read(&r.bytes)).unwrap_or_default();
    let mut c = Cursor::new(bytes, bytes.len(), FRAME);
    let mut kind = None;
    if part.typed {
        kind = Some(number(&mut c).ok()?);
        if kind == Some(PUSH_STREAM) {
            number(&mut c).ok()?;
        }
    }
    if !part.framed {
        if kind == Some(ENCODER_STREAM) {
            past.set_number(&encoder, part.id);
        } else if kind.is_some() || past.get(&encoder).is_none_or(|e| e.number() != part.id) {
            return None;
        }
        if !c.is_empty() {
            let mut table = table(past);
            table.instructions(c.rest());
            let kept = past.this(&[]);
            past.keep(&table_key, requin_wire::Remembered { bytes: table.write().into(), ..kept });
        }
        return None;
    }
    let (mut note, mut known, mut needs) = (Vec::new(), None, false);
    while !c.is_empty() {
        let (kind, len) = (number(&mut c).ok()?, number(&mut c).ok()?);
        let mut payload = c.take_all(usize::try_from(len).ok()?).ok()?;
        match kind {
            HEADERS_FRAME | PUSH_PROMISE => {
                if kind == PUSH_PROMISE {
                    number(&mut payload).ok()?;
                }
                let allowed = past.get(&key(Kept::Allowed, !part.from_server)).map(|n| n.number());
                let table = known.get_or_insert_with(|| table(past));
                let mut pairs = Vec::new();
                if let Some(all) = table.section(payload.rest(), allowed) {
                    all.iter().for_each(|(name, value)| hpack::push(&mut pairs, name, value));
                    needs = true;
                }
                note.extend((pairs.len() as u32).to_be_bytes());
                note.extend(pairs);
            }
            SETTINGS_FRAME => {
                while let (Ok(id), Ok(value)) = (number(&mut payload), number(&mut payload)) {
                    if id == MAX_TABLE_CAPACITY {
                        past.set_number(&key(Kept::Allowed, part.from_server), value);
                    }
                }
            }
            _ => {}
        }
    }
    needs.then_some(note)
}

/// What a stream goes on with: `typed` when its type stands first, `framed` when frames follow.
pub(super) fn in_quic<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    id: u64,
    (typed, framed): (bool, bool),
    // What [`learn`] gave.
    mut fields: &[u8],
) -> Step {
    cx.layer_only(ID, &c);
    cx.protocol("HTTP3");
    let all = c.span(usize::MAX);
    cx.at_top(|cx| {
        let top = if cx.wants_tree() { cx.add(PROTO, all, Value::Bytes(all)) } else { Item::NONE };
        cx.under(top, |cx| {
            if typed && !c.is_empty() {
                stream_type(cx, &mut c, id)?;
            }
            while framed && !c.is_empty() {
                frame(cx, &mut c, &mut fields)?;
            }
            Ok(())
        })
    })
}

fn stream_type<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: u64) -> Step {
    let at = *c;
    let (kind, item) = varint_field(cx, STREAM_TYPE, c)?;
    if is_grease(kind) {
        cx.label(item, |o| _ = o.s("Stream Type: Reserved (0x").x(kind, 1).s(")"));
    } else if kind == PUSH_STREAM {
        varint_field(cx, PUSH_ID, c)?;
    } else if STREAM_TYPES.find(kind).is_none() {
        let here = at.span(0);
        let text = |o: &mut requin_wire::Out<'_>| {
            o.s("Unknown stream type 0x").x(kind, 1).s(" on Stream ID 0x").x(id, 1);
        };
        let line = cx.line(here, text);
        cx.expert_with(UNKNOWN_STREAM_TYPE, line, here, text);
    }
    Ok(())
}

fn frame<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &mut &[u8]) -> Step {
    let (kind, item) = varint_field(cx, FRAME_TYPE, c)?;
    if is_grease(kind) {
        cx.label(item, |o| _ = o.s("Type: Reserved (0x").x(kind, 1).s(")"));
    } else {
        cx.info_add(|o| _ = o.s(", ").s(FRAME_TYPES.or(kind, "Unknown")));
    }
    let (len, _) = varint_field(cx, FRAME_LENGTH, c)?;
    let len = usize::try_from(len).unwrap_or(usize::MAX);
    if len == 0 {
        return Ok(());
    }
    let mut payload = c.take_all(len)?;
    let all = payload.span(len);
    cx.add(FRAME_PAYLOAD, all, Value::Bytes(all));
    match kind {
        SETTINGS_FRAME => {
            while !payload.is_empty() {
                setting(cx, &mut payload)?;
            }
        }
        HEADERS_FRAME | PUSH_PROMISE => {
            if kind == PUSH_PROMISE {
                varint_field(cx, PUSH_ID, &mut payload)?;
            }
            let known = next_section(fields);
            if cx.wants_any(HEADERS_COUNT, USER_AGENT) {
                section(cx, &payload, &known);
            }
        }
        0xf0700 | 0xf0701 => {
            varint_field(cx, PRIORITY_UPDATE_ELEMENT_ID, &mut payload)?;
            let n = payload.left();
            if n > 0 {
                cx.field(PRIORITY_UPDATE_FIELD_VALUE, &mut payload, n)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// The fields of the next section in what [`learn`] gave; none when it needs no table.
fn next_section(fields: &mut &[u8]) -> Vec<hpack::Pair> {
    let Some((len, rest)) = fields.split_first_chunk::<4>() else { return Vec::new() };
    let Some((own, rest)) = rest.split_at_checked(u32::from_be_bytes(*len) as usize) else {
        return Vec::new();
    };
    *fields = rest;
    hpack::pairs(own)
}

/// The header fields of a section. Those that stand in a table which nobody knows are left out.
fn section<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, known: &[hpack::Pair]) {
    let lines = qpack::lines(c.rest());
    cx.generated(HEADERS_COUNT, c.span(0), Value::U(lines.len() as u64));
    for (n, line) in lines.into_iter().enumerate() {
        let known = known.get(n).filter(|p| !p.0.is_empty()).cloned();
        let Some((name, value)) = known.or(line.pair) else { continue };
        let mut at = *c;
        at.advance(line.at.0);
        let span = at.span(line.at.1 - line.at.0);
        let item = cx.add(HEADER, span, Value::None);
        cx.label(item, |o| _ = o.s("Header: ").text(&name).s(": ").text(&value));
        cx.under(item, |cx| {
            cx.add(HEADER_NAME_LENGTH, span, Value::U(name.len() as u64));
            cx.add_bytes(HEADER_NAME, span, &name);
            cx.add(HEADER_VALUE_LENGTH, span, Value::U(value.len() as u64));
            cx.add_bytes(HEADER_VALUE, span, &value);
            let Some(field) = field_of(&name) else { return };
            if matches!(cx.registry.field(field).kind, FieldType::U16 | FieldType::U64) {
                cx.add(field, span, Value::U(super::text::number(&value).unwrap_or(0)));
            } else {
                cx.add_bytes(field, span, &value);
            }
        });
    }
}

fn setting<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let whole = cx.add(SETTINGS, c.span(0), Value::None);
    cx.under(whole, |cx| -> Step {
        let (id, item) = varint_field(cx, SETTINGS_ID, c)?;
        let at = *c;
        let (value, _) = varint_field(cx, SETTINGS_VALUE, c)?;
        let field: Option<Field> = match id {
            1 => Some(SETTINGS_QPACK_MAX_TABLE_CAPACITY),
            6 => Some(SETTINGS_MAX_FIELD_SECTION_SIZE),
            7 => Some(SETTINGS_QPACK_BLOCKED_STREAMS),
            8 => Some(SETTINGS_EXTENDED_CONNECT),
            _ => None,
        };
        if is_grease(id) {
            cx.label(item, |o| _ = o.s("Type: GREASE (0x").x(id, 1).s(")"));
            cx.append(whole, |o| _ = o.s(" - GREASE"));
        } else {
            cx.append(whole, |o| _ = o.s(" - ").s(SETTINGS_IDS.or(id, "Unknown")));
        }
        if let Some(field) = field {
            cx.append(whole, |o| _ = o.s(": ").u(value));
            cx.add(field, at.span(c.pos() - at.pos()), Value::U(value));
        }
        Ok(())
    })?;
    cx.end_at(whole, c);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_cut_into_frames() {
        let bytes = [0, 2, 7, 7, 0x40, 0x40, 0, 1, 0x40, 3, 1, 2];
        assert_eq!(whole_frames(&bytes), (7, Some(6)));
        assert_eq!(whole_frames(&bytes[..9]), (7, None));
        assert_eq!(whole_frames(&bytes[..7]), (7, None));
        assert_eq!(whole_frames(&bytes[..3]), (0, Some(4)));
        assert_eq!(whole_frames(&[0, 0xff, 255, 255, 255, 255, 255, 255, 255]), (0, Some((1 << 62) + 8)));
        assert_eq!(
            (stream_head(&[0, 4]), stream_head(&[1]), stream_head(&[1, 5])),
            (Some((1, true)), None, Some((2, true)))
        );
        assert_eq!((stream_head(&[0x40]), stream_head(&[2, 9])), (None, Some((1, false))));
    }

    #[test]
    fn names_of_alpn() {
        assert!(is_alpn(b"h3") && is_alpn(b"h3-29"));
        assert!(!is_alpn(b"h2") && !is_alpn(b"h3-Q050") && !is_alpn(b"hq-29"));
    }
}
