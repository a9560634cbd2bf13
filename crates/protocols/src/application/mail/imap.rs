//! Internet Message Access Protocol, RFC 9051.

use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Stop, Value, proto};

proto! {
    IMAP "imap" "Internet Message Access Protocol" "IMAP" App
    on [Tcp 143]
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

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let request = cx.ports.dst == PORT;
    cx.protocol("IMAP");
    let rest = c.rest();
    let (first, _) = text::line(rest, 0).unwrap_or((rest, rest.len()));
    if !request && !is_response(first) {
        // The middle of a literal.
        return Err(Stop::NotMine);
    }
    let item = cx.add(ISREQUEST, c.span(0), Value::U(u64::from(request)));
    cx.hide(item);
    cx.set_generated(item);
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        cx.info(|o| _ = o.s(if request { "Request: " } else { "Response: " }).text(line));
        let item = cx.add(LINE, c.span(next), Value::Str(c.span(next)));
        // Lines that begin with a star or a plus answer nothing by name.
        if !line.is_empty() && !matches!(line.first(), Some(b'*' | b'+')) {
            cx.under(item, |cx| tagged(cx, &c, line, request));
        }
        c.advance(next);
        if let Some(n) = literal(line).filter(|_| !request) {
            if n > c.left() {
                break;
            }
            let body = c.take(n);
            if line.windows(5).any(|w| w.eq_ignore_ascii_case(b"FETCH")) && n > 0 {
                cx.call(super::imf::ID, body)?;
                cx.info_fence();
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
        let Some(next) = rest.next().filter(|w| !w.1.is_empty()) else { return };
        (from, word) = next;
        add(cx, RESPONSE_COMMAND, from, word.len());
        let item = add(cx, COMMAND, from, word.len());
        cx.hide(item);
        return;
    }
    if word.eq_ignore_ascii_case(b"UID") {
        let item = cx.add(REQUEST_COMMAND_UID, at(from, word.len()), Value::U(1));
        cx.hide(item);
        let Some(next) = rest.next() else { return };
        (from, word) = next;
    }
    add(cx, REQUEST_COMMAND, from, word.len());
    let item = add(cx, COMMAND, from, word.len());
    cx.hide(item);
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
