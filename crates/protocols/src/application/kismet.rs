//! Kismet's client and server protocol: lines of text.

use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Span, Step, Time, Value, proto};

proto! {
    KISMET "kismet" "Kismet Client/Server Protocol" "kismet" App
    on [Tcp 2501]
    fields {
        RESPONSE "kismet.response" "Response": Bool;
        REQUEST "kismet.request" "Request": Bool;
        VERSION "kismet.version" "Version": Str;
        START_TIME "kismet.start_time" "Start time": Str;
        SERVER_NAME "kismet.server_name" "Server name": Str;
        BUILD_REVISION "kismet.build_revision" "Build revision": Str;
        UNKNOWN_FIELD "kismet.unknown_field" "Unknown field": Str;
        EXTENDED_VERSION_STRING "kismet.extended_version_string" "Extended version string": Str;
        TIME "kismet.time" "Time": AbsTime Utc;
    }
    experts {
        TIME_INVALID "kismet.time.invalid" Warn Protocol "Invalid time";
    }
}

const PORT: u16 = 2501;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // Lines begin with `*` (what the server tells) or `!` (what is asked for).
    if !matches!(c.peek_u8(0)?, b'*' | b'!') {
        return Err(requin_wire::Stop::NotMine);
    }
    cx.protocol("kismet");
    let request = cx.ports.dst == PORT;
    let first = text::line(c.rest(), 0).map_or(c.rest(), |l| l.0);
    cx.info(|o| _ = o.s(if request { "Request: " } else { "Response: " }).text(first));
    cx.generated(if request { REQUEST } else { RESPONSE }, c.span(0), Value::U(1));
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        let item = cx.line(c.span(next), |o| _ = o.text(line));
        if !request {
            cx.under(item, |cx| response(cx, &c, line));
        }
        c.advance(next);
    }
    Ok(())
}

/// The words of a line behind the first, with their places.
fn words(line: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    line.split(|b| *b == b' ').map(move |word| {
        let from = at;
        at += word.len() + 1;
        (from, word)
    })
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8]) {
    let place = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
    let mut words = words(line);
    match words.next() {
        Some((_, b"*KISMET:")) => {
            let fields =
                [VERSION, START_TIME, SERVER_NAME, BUILD_REVISION, UNKNOWN_FIELD, EXTENDED_VERSION_STRING];
            for (field, (from, word)) in fields.into_iter().zip(words) {
                // Names stand between bytes of 1.
                let bare = word.strip_prefix(&[1]).and_then(|w| w.strip_suffix(&[1])).unwrap_or(word);
                cx.add_str(field, place(from, word.len()), |o| _ = o.bytes(bare));
            }
        }
        Some((_, b"*TIME:")) => {
            let Some((from, word)) = words.next() else { return };
            let span = place(from, word.len());
            match text::number(word).and_then(|n| i64::try_from(n).ok()) {
                Some(secs) => {
                    let item = cx.add(TIME, span, Value::Time(secs, 0));
                    cx.label(item, |o| text::absolute(o.s("Time: "), Time::new(secs, 0), false));
                }
                None => cx.expert(TIME_INVALID, cx.proto_item(), span),
            }
        }
        _ => (),
    }
}
