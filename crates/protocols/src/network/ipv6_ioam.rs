//! In-situ OAM in an option of IPv6, RFC 9486: traces of what nodes on the way noted (RFC 9197 section 4.4).

use super::{ipv6::*, ipv6_options};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, names};

names! {
    pub(super) OPTION_TYPES {
        0 => "Pre-allocated Trace", 1 => "Incremental Trace", 2 => "Proof of Transit", 3 => "Edge to Edge",
    }
}

/// How the remark on a wrong length begins.
pub(super) const INVALID: &str = "IOAM Option: Invalid length";

/// Bytes of a trace's header.
const HEADER: usize = 8;
const SNAPSHOT: u64 = 0x00_0002;

/// What a node may note: its bit in the trace's type, the bit's field, its name, and the fields it consists of; a name
/// stands over several.
struct Note {
    bit: u64,
    field: Field,
    name: &'static str,
    parts: &'static [(Field, usize)],
}

macro_rules! notes {
    ($($bit:literal $field:ident $name:literal [$($part:ident $n:literal),*];)*) => {
        &[$(Note { bit: $bit, field: $field, name: $name, parts: &[$(($part, $n)),*] }),*]
    };
}

static NOTES: &[Note] = notes! {
    0x80_0000 IOAM_BIT0 "Hop_Lim and Node ID (short)" [IOAM_NODE_HLIM 1, IOAM_NODE_ID 3];
    0x40_0000 IOAM_BIT1 "Ingress and Egress IDs (short)" [IOAM_NODE_IIF 2, IOAM_NODE_EIF 2];
    0x20_0000 IOAM_BIT2 "Timestamp seconds" [IOAM_NODE_TSS 4];
    0x10_0000 IOAM_BIT3 "Timestamp fraction" [IOAM_NODE_TSF 4];
    0x08_0000 IOAM_BIT4 "Transit delay" [IOAM_NODE_TRDELAY 4];
    0x04_0000 IOAM_BIT5 "IOAM-Namespace specific data (short)" [IOAM_NODE_NSDATA 4];
    0x02_0000 IOAM_BIT6 "Queue depth" [IOAM_NODE_QDEPTH 4];
    0x01_0000 IOAM_BIT7 "Checksum complement" [IOAM_NODE_CSUM 4];
    0x00_8000 IOAM_BIT8 "Hop_Lim and Node ID (wide)" [IOAM_NODE_HLIM 1, IOAM_NODE_ID_WIDE 7];
    0x00_4000 IOAM_BIT9 "Ingress and Egress IDs (wide)" [IOAM_NODE_IIF_WIDE 4, IOAM_NODE_EIF_WIDE 4];
    0x00_2000 IOAM_BIT10 "IOAM-Namespace specific data (wide)" [IOAM_NODE_NSDATA_WIDE 8];
    0x00_1000 IOAM_BIT11 "Buffer occupancy" [IOAM_NODE_BUFOCCUP 4];
    0x00_0ffc IOAM_UNDEF "Undefined" [IOAM_NODE_UNDEFINED 4];
    0x00_0002 IOAM_BIT22 "Opaque State Snapshot" [];
    0x00_0001 IOAM_TYPE_RSV "Reserved" [];
};

/// The option behind its length.
pub(super) fn option<S: Sink>(cx: &mut Cx<'_, S>, length_item: Item, len: usize, c: &mut Cursor<'_>) -> Step {
    let end = c.pos() + len;
    cx.field(IOAM_RSV, c, 1)?;
    let kind = cx.u8(IOAM_OPT_TYPE, c)?;
    let span = c.span(end.saturating_sub(c.pos()));
    let item = cx.line(span, |o| _ = o.s(OPTION_TYPES.or(u64::from(kind), "Unknown Option-Type")));
    if kind > 1 {
        return Ok(());
    }
    cx.under(item, |cx| trace(cx, length_item, len, c))
}

/// A trace: its header, room for more, and what nodes noted, the last one first.
fn trace<S: Sink>(cx: &mut Cx<'_, S>, length_item: Item, len: usize, c: &mut Cursor<'_>) -> Step {
    let room = len.saturating_sub(2 + HEADER);
    cx.field(IOAM_TRACE_NS, c, 2)?;
    let lengths = c.peek_u16(0)?;
    let (node, free) = (4 * usize::from(lengths >> 11), 4 * usize::from(lengths & 0x7f));
    let node_item = cx.peek(IOAM_TRACE_NODELEN, c, 1)?;
    let span = c.span(2);
    let mut flags = *c;
    let bits = [IOAM_FLAG_O, IOAM_FLAG_L, IOAM_FLAG_A, IOAM_FLAG_RSV];
    let (raw, item) = cx.flags(IOAM_TRACE_FLAGS, &mut flags, 2, &bits)?;
    let names = [(0x400, "Overflow"), (0x200, "Loopback"), (0x100, "Active"), (0x80, "Reserved")];
    ipv6_options::listed(cx, item, raw, &names);
    let free_item = cx.peek_at(IOAM_TRACE_REMLEN, c, 1, 1)?;
    c.skip(2)?;
    let noted = c.peek_uint(0, 3)?;
    let mut type_bits = [IOAM_BIT0; 15];
    for (to, note) in type_bits.iter_mut().zip(NOTES) {
        *to = note.field;
    }
    let (_, type_item) = cx.flags(IOAM_TRACE_TYPE, c, 3, &type_bits)?;
    cx.append(type_item, |o| {
        for note in NOTES.iter().filter(|n| noted & n.bit != 0) {
            o.s(", ").s(note.name);
        }
    });
    cx.field(IOAM_TRACE_RSV, c, 1)?;
    if node == 0 {
        cx.expert(IOAM_INVALID_NODELEN, node_item, span);
        return Ok(());
    }
    if free > room {
        cx.expert_with(IOAM_INVALID_REMLEN, free_item, span, |o| {
            o.s("IOAM RemLen: Invalid length (").u(free as u64).s(" bytes)");
        });
        return Ok(());
    }
    // Snapshots are as long as they say.
    if noted & SNAPSHOT == 0 && !(room - free).is_multiple_of(node) {
        ipv6_options::invalid(cx, length_item, span, INVALID, len);
    }
    let data = cx.line(c.span(room), |o| _ = o.s("Trace Data"));
    let end = c.pos() + room;
    cx.under(data, |cx| -> Step {
        if free > 0 {
            cx.field(IOAM_TRACE_FREE_SPACE, c, free)?;
        }
        let mut n = 1u32;
        while c.pos() + node <= end {
            let begin = *c;
            let item = cx.line(c.span(node), |o| _ = o.s("Node ").u(n));
            let whole = cx.under(item, |cx| node_notes(cx, noted, node, c))?;
            if !whole {
                cx.expert(IOAM_INVALID_TYPE, type_item, span);
                *c = begin;
                break;
            }
            cx.set_len(item, c.pos() - begin.pos());
            n += 1;
        }
        Ok(())
    })
}

/// What one node noted; whether that took as many bytes as nodes are said to take.
fn node_notes<S: Sink>(
    cx: &mut Cx<'_, S>,
    noted: u64,
    node: usize,
    c: &mut Cursor<'_>,
) -> Result<bool, requin_wire::Stop> {
    let begin = c.pos();
    for note in NOTES.iter().filter(|n| noted & n.bit != 0) {
        // Every undefined bit stands for four bytes.
        let times = (noted & note.bit).count_ones();
        for _ in 0..times {
            if let [(field, n)] = note.parts {
                cx.field(*field, c, *n)?;
            } else if !note.parts.is_empty() {
                let bytes = note.parts.iter().map(|p| p.1).sum();
                let item = cx.line(c.span(bytes), |o| _ = o.s(note.name));
                cx.under(item, |cx| crate::common::run(cx, c, note.parts))?;
            }
        }
    }
    if c.pos() - begin != node {
        return Ok(false);
    }
    if noted & SNAPSHOT != 0 {
        let len = 4 * usize::from(c.peek_u8(0)?);
        let item = cx.line(c.span(4 + len), |o| _ = o.s("Opaque State Snapshot"));
        cx.under(item, |cx| -> Step {
            cx.field(IOAM_OSS_LEN, c, 1)?;
            cx.field(IOAM_OSS_SCID, c, 3)?;
            if len > 0 {
                cx.field(IOAM_OSS_DATA, c, len)?;
            }
            Ok(())
        })?;
    }
    Ok(true)
}
