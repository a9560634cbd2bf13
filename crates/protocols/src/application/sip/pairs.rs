//! Transactions: which request a response answers, what is sent again, and which streams a body announces.

use super::fields::*;
use super::headers;
use crate::application::rtp::offer;
use crate::application::text;
use requin_wire::{Cx, Key, Past, Remembered, Sink, Span, Value};

/// Where requests are kept, and responses.
const REQUEST: u64 = 0;
const RESPONSE: u64 = 1;
/// Notes: the request that is answered, the message that is sent again, the BYE that a call ends with.
const ANSWERS: u64 = 0;
const AGAIN: u64 = 1;
const RELEASES: u64 = 2;

/// The note with the call that a session description is of.
pub const DESCRIBES: u64 = 3;

/// What of a message tells its transaction.
struct Told<'b> {
    status: Option<u64>,
    call_id: &'b [u8],
    number: &'b [u8],
    method: &'b [u8],
}

fn told(head: &[u8]) -> Option<Told<'_>> {
    let (line, _) = text::line(head, 0).unwrap_or((head, head.len()));
    let status = line.strip_prefix(b"SIP/2.0 ").and_then(|rest| text::number(rest.get(..3)?));
    let cseq = headers::value(head, b"cseq", b"")?;
    let mut words = cseq.split(|b| *b == b' ').filter(|w| !w.is_empty());
    let (number, method) = (words.next()?, words.next()?);
    Some(Told { status, call_id: headers::value(head, b"call-id", b"i")?, number, method })
}

/// The key of a note: several messages of a frame are told apart by what they begin with.
fn note_key(what: u64, head: &[u8]) -> u64 {
    requin_wire::fnv1a(head) & !7 | what
}

fn head_of(bytes: &[u8]) -> &[u8] {
    bytes.get(..headers::end_of_head(bytes).unwrap_or(bytes.len())).unwrap_or(bytes)
}

/// Remembers transactions, and announces streams.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let start = pdu.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
    let pdu = pdu.get(start..).unwrap_or_default();
    // A head that the capture cut is not read.
    let cut = past.now.reported > pdu.len() + start && super::headers::end_of_head(pdu).is_none();
    if cut || !super::begins(pdu) {
        return;
    }
    let head = head_of(pdu);
    if !headers::readable(head) {
        return;
    }
    let Some(t) = told(head) else { return };
    let (src, dst) = (past.now.src, past.now.dst);
    let key = |kind: u64, from| Key::pair(kind).at(from, 0).and(t.call_id).and(t.number);
    let mut again = false;
    match t.status {
        None if t.method == b"ACK" => {
            if let Some(invite) = past.get(&key(REQUEST, &src).and(b"INVITE")) {
                past.note(note_key(ANSWERS, head), &invite);
            }
        }
        None => again = once(past, head, &key(REQUEST, &src).and(t.method), t.method != b"CANCEL"),
        Some(code) => {
            if let Some(request) = past.get(&key(REQUEST, &dst).and(t.method)) {
                past.note(note_key(ANSWERS, head), &request);
                if t.method == b"BYE" && (200..300).contains(&code) {
                    past.note(note_key(RELEASES, head), &request);
                }
            }
            let told = code != 100 && t.method != b"CANCEL";
            once(past, head, &key(RESPONSE, &src).and(t.method).and(&code.to_be_bytes()), told);
        }
    }
    let described = headers::value(head, b"content-type", b"c")
        .is_some_and(|v| v.get(..15).is_some_and(|t| t.eq_ignore_ascii_case(b"application/sdp")));
    if described {
        let call = past.this(t.call_id);
        past.note(DESCRIBES, &call);
    }
    if described && !again {
        offer::announce(past, pdu.get(head.len()..).unwrap_or_default(), t.call_id);
    }
}

/// Remembers a message, or notes that it came before, where that is `told`: then it is `true`. What goes from hop to
/// hop (CANCEL, 100 Trying) is none that is sent again, as tshark has it.
fn once(past: &mut Past<'_>, head: &[u8], key: &Key, told: bool) -> bool {
    match past.get(key) {
        Some(first) => {
            if told {
                past.note(note_key(AGAIN, head), &first);
            }
            true
        }
        None => {
            past.set(key, &[]);
            false
        }
    }
}

/// Shows what belongs together, under the first line.
pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, head: &[u8], span: Span) {
    if !cx.wants_any(RESEND, RELEASE_TIME) {
        return;
    }
    let here = Span { len: 0, ..span };
    let millis = |since: &Remembered| {
        // Seconds and their parts are subtracted apart, and each is cut to whole milliseconds.
        let (now, then) = (cx.meta.time, since.time);
        let parts = (i64::from(now.nanos) - i64::from(then.nanos)) / 1_000_000;
        let whole = now.secs.saturating_sub(then.secs).saturating_mul(1000);
        u64::try_from(whole.saturating_add(parts)).unwrap_or(0)
    };
    let again = cx.recalled(note_key(AGAIN, head));
    let answers = cx.recalled(note_key(ANSWERS, head)).map(|r| (r.frame, millis(r)));
    let releases = cx.recalled(note_key(RELEASES, head)).map(millis);
    cx.generated(RESEND, here, Value::U(u64::from(again.is_some())));
    if let Some(first) = again {
        cx.generated(RESEND_ORIGINAL, here, Value::U(first.frame));
    }
    if let Some((frame, time)) = answers {
        cx.generated(RESPONSE_REQUEST, here, Value::U(frame));
        cx.generated(RESPONSE_TIME, here, Value::U(time));
    }
    if let Some(time) = releases {
        cx.generated(RELEASE_TIME, here, Value::U(time));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transactions_are_told_by_call_and_number() {
        let head = b"SIP/2.0 486 Busy Here\r\ni: abc@host\r\nCSeq:  7   INVITE\r\n\r\n";
        let t = told(head).expect("it is whole");
        assert_eq!(
            (t.status, t.call_id, t.number, t.method),
            (Some(486), &b"abc@host"[..], &b"7"[..], &b"INVITE"[..])
        );
        assert!(told(b"BYE sip:a SIP/2.0\r\nCSeq: 1 BYE\r\n\r\n").is_none());
    }
}
