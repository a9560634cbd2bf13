//! What the Info column says of segments of which no protocol above has anything to say.

use super::{ACK_FLAG, Header, URG, analysis, goes_on, options, stream, summary};
use crate::application::{http, tls};
use crate::bare::Above;
use requin_wire::{Cursor, Dissection, Out, StreamPart, Table, Transport, TransportFacts};

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
    let none = TransportFacts::default();
    let facts = known.unwrap_or(&none);
    let flags = u16::from_be_bytes([h[12], h[13]]) & 0x0fff;
    if flags & URG != 0 || t.payload_len > 0 && t.payload.len == 0 {
        return false;
    }
    let mut midst = false;
    if t.payload_len == 0 || goes_on(flags, facts) {
        let part = &facts.stream_part;
        if *part == StreamPart::default() {
            if t.payload_len > 0 && !above.is_nobody(Table::Tcp, facts.app, &payload()) {
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
    let relative = known.is_some() && above.registry.prefs.relative_seq;
    let (seq_raw, ack_raw) =
        (u32::from_be_bytes([h[4], h[5], h[6], h[7]]), u32::from_be_bytes([h[8], h[9], h[10], h[11]]));
    let head = Header {
        src: t.src_port,
        dst: t.dst_port,
        seq_raw,
        ack_raw,
        seq: if relative { seq_raw.wrapping_sub(facts.tcp.base_seq) } else { seq_raw },
        ack: if relative && flags & ACK_FLAG != 0 {
            ack_raw.wrapping_sub(facts.tcp.base_ack)
        } else {
            ack_raw
        },
        flags,
        window: u16::from_be_bytes([h[14], h[15]]),
        len: Some(t.payload_len),
        relative,
        quoted: false,
        facts,
        known: known.is_some(),
    };
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
        Some(tls::ID) => part.inside,
        _ => true,
    }
}
