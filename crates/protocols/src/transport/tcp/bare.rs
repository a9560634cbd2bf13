//! What the Info column says of segments of which no protocol above has anything to say.

use super::{Header, URG, analysis, goes_on, options, stream, summary};
use crate::application::http;
use crate::bare::Above;
use requin_wire::{Cursor, Dissection, Out, StreamPart, Table, TcpFacts, Transport, TransportFacts};

/// Leaves it in `out`. `false`, and nothing changed: the segment has to be dissected.
pub(crate) fn info<'c>(
    above: &Above<'_>,
    known: Option<&TransportFacts>,
    t: &Transport,
    bytes: &[u8],
    payload: impl FnOnce() -> Cursor<'c>,
    out: &mut Dissection,
) -> bool {
    let Some((h, rest)) = t.header.of(bytes).split_first_chunk::<20>() else { return false };
    let [_, _, _, _, behind_ports @ .., _, _, _, _] = h;
    let none = TransportFacts::default();
    let (ports, room) = ((t.src_port, t.dst_port), h.len() + rest.len() + t.payload_len as usize);
    let relative = above.registry.prefs.relative_seq;
    let head = Header::read(ports, behind_ports, room, false, known, &none, relative);
    let facts = head.facts;
    if head.is(URG) || t.payload_len > 0 && t.payload.len == 0 {
        return false;
    }
    let mut midst = false;
    if t.payload_len == 0 || goes_on(head.flags, facts) {
        let part = &facts.stream_part;
        if *part == StreamPart::default() {
            let goes_above = t.payload_len > 0 && !facts.tcp.has(TcpFacts::KEEP_ALIVE);
            if goes_above && !above.is_nobody(Table::Tcp, facts.app, &payload()) {
                return false;
            }
        } else if !part.again {
            midst = is_midst(part, facts, t.payload_len);
            if !midst {
                return false;
            }
        }
    }
    let stamps = options::stamps(rest);
    if !rest.is_empty() && stamps.is_none() {
        return false;
    }
    out.clear();
    let o = &mut Out::new(&mut out.columns.info.text);
    if analysis::has_verdicts(&head) {
        analysis::verdicts_before(o, &head);
    }
    summary(o, &head, stamps);
    if midst {
        o.s(" ").s(stream::SEGMENT_OF);
    }
    true
}

/// Whether all of a segment belongs to a message that goes on, and the message's protocol says nothing of it.
fn is_midst(part: &StreamPart, facts: &TransportFacts, len: u32) -> bool {
    let all = len > 0 && part.ends == 0 && part.tail == 0 && part.pending >= len;
    all && match facts.app {
        Some(http::ID) => part.inside && part.opening == 0,
        Some(app) if stream::opens(app) => part.inside,
        _ => part.opening == 0,
    }
}
