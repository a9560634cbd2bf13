//! Internet Message Access Protocol, RFC 9051.

use crate::application::{text, tls};
use requin_wire::{Cursor, Cx, Field, Key, Past, Pdu, Sink, Span, Step, Stop, Value, proto};

proto! {
    IMAP "imap" "Internet Message Access Protocol" "IMAP" App
    on [Tcp 143]
    frames [frames]
    remember [remember]
    fields {
        ISREQUEST "imap.isrequest" "Request": Bool;
        LINE "imap.line" "Line": StrZ;
        REQUEST "imap.request" "Request": StrZ;
        REQUEST_TAG "imap.request_tag" "Request Tag": StrZ;
        RESPONSE "imap.response" "Response": StrZ;
        RESPONSE_TAG "imap.response_tag" "Response Tag": StrZ;
        REQUEST_COMMAND "imap.request.command" "Request Command": StrZ;
        RESPONSE_COMMAND "imap.response.command" "Response Command": StrZ;
        RESPONSE_STATUS "imap.response.status" "Response Status": StrZ;
        TAG "imap.tag" "Tag": StrZ;
        COMMAND "imap.command" "Command": StrZ;
        REQUEST_FOLDER "imap.request.folder" "Request Folder": StrZ;
        REQUEST_COMMAND_UID "imap.request.command.uid" "Request isUID": Bool;
        REQUEST_USERNAME "imap.request.username" "Request Username": StrZ;
        REQUEST_PASSWORD "imap.request.password" "Request Password": StrZ;
        RESPONSE_TO "imap.response_to" "Request In": Framenum;
        TIME "imap.time" "Response Time": RelTime;
    }
}

const PORT: u16 = 143;
/// A line of more bytes is not put together.
const LONGEST_LINE: usize = 64 << 10;

/// How far whole lines reach, a server's with the literals that they announce: a client's line is whole where it waits
/// for the server to ask for its literal.
fn frames(bytes: &[u8], forward: bool, _: &[u64; 2]) -> Pdu {
    let (mut end, mut at) = (0, 0);
    while let Some((line, next)) = text::line(bytes, at) {
        let literal_of = literal(line).filter(|_| !forward);
        let next = next.saturating_add(literal_of.unwrap_or(0));
        if next > bytes.len() {
            return if end > 0 { Pdu::Len(end) } else { Pdu::More(next) };
        }
        at = next;
        // A response goes on behind a literal.
        if literal_of.is_none() {
            end = next;
        }
    }
    match end {
        0 if bytes.len() > LONGEST_LINE => Pdu::AsItComes,
        0 => Pdu::More(bytes.len() + 1),
        end => Pdu::Len(end),
    }
}

/// A number that stands for a tag.
fn tag_number(tag: &[u8]) -> u64 {
    // Tags are few and short.
    requin_wire::fnv1a(tag)
}

/// Remembers commands by their tags, and notes on a status which command it is of.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let request = past.now.ports.dst == PORT;
    let mut at = 0;
    while let Some((line, next)) = text::line(pdu, at) {
        at = next.saturating_add(literal(line).unwrap_or(0));
        let mut words = line.split(|b| *b == b' ');
        let tag = words.next().unwrap_or_default();
        if tag.is_empty() || tag == b"*" || tag == b"+" {
            continue;
        }
        let key = Key::here(0).and(tag);
        if request {
            let tls = words.next().is_some_and(|w| w.eq_ignore_ascii_case(b"STARTTLS"));
            past.set(&key, if tls { &[1] } else { &[] });
        } else if let Some(command) = past.get(&key) {
            past.note(tag_number(tag), &command);
            if !command.bytes.is_empty() && words.next().is_some_and(|w| w.eq_ignore_ascii_case(b"OK")) {
                past.hand_over(tls::ID);
            }
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let request = cx.ports.dst == PORT;
    cx.protocol("IMAP");
    let rest = c.rest();
    let (first, _) = text::line(rest, 0).unwrap_or((rest, rest.len()));
    if !request && !is_response(first) && !c.is_cut() {
        // The middle of a literal; what it belongs to can't be told where the capture cuts.
        return Err(Stop::NotMine);
    }
    if c.is_cut() && text::line(rest, 0).is_none_or(|(_, next)| next == rest.len() && !rest.ends_with(b"\n"))
    {
        // The first line has no end: nothing but the name of the protocol is said.
        cx.withdraw();
        return Ok(());
    }
    let item = cx.add(ISREQUEST, c.span(0), Value::U(u64::from(request)));
    cx.hide(item);
    cx.set_generated(item);
    let imap = cx.proto_item();
    let mut mailed = false;
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        // Of a line that the capture cut, the summary says nothing.
        if !mailed && (next > line.len() || !c.is_cut()) {
            cx.info(|o| _ = o.s(if request { "Request: " } else { "Response: " }).text(line));
        }
        // Messages stand behind all lines.
        cx.under(imap, |cx| {
            let item = cx.add(LINE, c.span(next), Value::Str(c.span(next)));
            // Lines that begin with a star answer nothing by name.
            if !line.is_empty() && line.first() != Some(&b'*') {
                cx.under(item, |cx| tagged(cx, &c, line, request));
            }
        });
        c.advance(next);
        if let Some(n) = literal(line).filter(|_| !request) {
            if n > c.left() {
                break;
            }
            let body = c.take(n);
            if line.windows(5).any(|w| w.eq_ignore_ascii_case(b"FETCH")) && n > 0 {
                cx.call(super::imf::ID, body)?;
                mailed = true;
            }
        }
    }
    Ok(())
}

/// Whether a line is a server's: untagged, a request to go on, or the status of a command.
fn is_response(line: &[u8]) -> bool {
    if line.starts_with(b"* ") || line.starts_with(b"+") {
        return true;
    }
    let status = line.split(|b| *b == b' ').nth(1).unwrap_or_default();
    [&b"OK"[..], b"NO", b"BAD"].iter().any(|s| s.eq_ignore_ascii_case(status))
}

/// Bytes of the literal that a line announces at its end: `{310}`.
fn literal(line: &[u8]) -> Option<usize> {
    let open = line.iter().rposition(|b| *b == b'{')?;
    let digits = line.get(open + 1..)?.strip_suffix(b"}")?;
    usize::try_from(text::number(digits.strip_suffix(b"+").unwrap_or(digits))?).ok()
}

/// The words of a line and where they begin.
fn words(line: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    line.split(|b| *b == b' ').map(move |word| {
        let from = at;
        at += word.len() + 1;
        (from, word)
    })
}

fn tagged<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8], request: bool) {
    let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
    let add = |cx: &mut Cx<'_, S>, field: Field, from: usize, len: usize| {
        cx.add(field, at(from, len), Value::Str(at(from, len)))
    };
    add(cx, if request { REQUEST } else { RESPONSE }, 0, line.len());
    let mut rest = words(line);
    let Some((from, tag)) = rest.next() else { return };
    add(cx, if request { REQUEST_TAG } else { RESPONSE_TAG }, from, tag.len());
    let item = add(cx, TAG, from, tag.len());
    cx.hide(item);
    let Some((mut from, mut word)) = rest.next().filter(|w| !w.1.is_empty()) else { return };
    if !request {
        add(cx, RESPONSE_STATUS, from, word.len());
        if let Some(command) = cx.recalled(tag_number(tag)) {
            let here = c.span(0);
            cx.generated(RESPONSE_TO, here, Value::U(command.frame));
            cx.generated(TIME, here, cx.meta.time.since(command.time).into());
        }
        let Some(next) = rest.next().filter(|w| !w.1.is_empty()) else { return };
        (from, word) = next;
        add(cx, RESPONSE_COMMAND, from, word.len());
        let item = add(cx, COMMAND, from, word.len());
        cx.hide(item);
        return;
    }
    let mut uid = false;
    if word.eq_ignore_ascii_case(b"UID") {
        cx.add(REQUEST_COMMAND_UID, at(from, word.len()), Value::U(1));
        let item = add(cx, COMMAND, from, word.len());
        cx.hide(item);
        uid = true;
        let Some(next) = rest.next() else { return };
        (from, word) = next;
    }
    add(cx, REQUEST_COMMAND, from, word.len());
    if !uid {
        let item = add(cx, COMMAND, from, word.len());
        cx.hide(item);
    }
    if word.eq_ignore_ascii_case(b"LOGIN") {
        let Some((from, user)) = rest.next() else { return };
        add(cx, REQUEST_USERNAME, from, user.len());
        let Some((from, password)) = rest.next() else { return };
        let quoted = usize::from(password.starts_with(b"\""));
        let len =
            password.len().saturating_sub(quoted + usize::from(quoted > 0 && password.ends_with(b"\"")));
        add(cx, REQUEST_PASSWORD, from + quoted, len);
    } else if [
        &b"SELECT"[..],
        b"EXAMINE",
        b"CREATE",
        b"DELETE",
        b"SUBSCRIBE",
        b"UNSUBSCRIBE",
        b"STATUS",
        b"APPEND",
    ]
    .iter()
    .any(|f| f.eq_ignore_ascii_case(word))
        && let Some((from, folder)) = rest.next()
    {
        add(cx, REQUEST_FOLDER, from, folder.len());
    }
}
