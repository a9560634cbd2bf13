//! Transmission Control Protocol, RFC 9293.
//!
//! What a segment means depends on the ones before it: relative numbers, window scaling and analysis
//! come from the conversation's facts.

mod analysis;
pub(crate) mod bare;
mod fields;
pub mod mptcp;
pub(crate) mod names;
mod options;
mod stream;

pub(crate) use analysis::{NEED_VERDICT, VERDICTS};
pub use fields::*;

use super::later::{self, Later};
use crate::application::http;
use names::{FLAG_NAMES, LETTERS, complete};
use requin_wire::{
    Cursor, Cx, Item, Out, Sink, Span, Step, Stop, StreamPart, Table, TcpFacts, Transport, TransportFacts,
    TransportKind, Value, block,
};

block! {
    /// The ports.
    PORTS[4]: SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2
}

const FIN: u16 = 0x01;
const SYN: u16 = 0x02;
const RST: u16 = 0x04;
const ACK_FLAG: u16 = 0x10;
const URG: u16 = 0x20;

/// A segment's header, and what is known of its conversation.
pub(super) struct Header<'f> {
    src: u16,
    dst: u16,
    seq_raw: u32,
    ack_raw: u32,
    /// As shown: relative to the first one when that is known and wished.
    seq: u32,
    ack: u32,
    /// What the fourth word of the header holds of flags, 12 bits.
    flags: u16,
    window: u16,
    /// Bytes of payload, when the packet is long enough for its header.
    len: Option<u32>,
    relative: bool,
    quoted: bool,
    facts: &'f TransportFacts,
    known: bool,
}

impl<'f> Header<'f> {
    /// Reads what is behind the ports, `room` being all there is of the packet on the wire. `facts` are those of the
    /// conversation, or `none` stands for them; `relative`: numbers are to count from the first one.
    #[inline(always)]
    fn read(
        (src, dst): (u16, u16),
        h: &[u8; 12],
        room: usize,
        quoted: bool,
        facts: Option<&'f TransportFacts>,
        none: &'f TransportFacts,
        relative: bool,
    ) -> Header<'f> {
        let seq_raw = u32::from_be_bytes([h[0], h[1], h[2], h[3]]);
        let ack_raw = u32::from_be_bytes([h[4], h[5], h[6], h[7]]);
        let flags = u16::from_be_bytes([h[8], h[9]]) & 0x0fff;
        let len = room.checked_sub(header_len(h)).map(|n| n as u32);
        let known = facts.unwrap_or(none);
        let relative = relative && facts.is_some();
        let part = relative && !quoted && len.is_some();
        Header {
            src,
            dst,
            seq_raw,
            ack_raw,
            seq: if part { seq_raw.wrapping_sub(known.tcp.base_seq) } else { seq_raw },
            ack: if part && flags & ACK_FLAG != 0 {
                ack_raw.wrapping_sub(known.tcp.base_ack)
            } else {
                ack_raw
            },
            flags,
            window: u16::from_be_bytes([h[10], h[11]]),
            len,
            relative,
            quoted,
            facts: known,
            known: facts.is_some(),
        }
    }

    fn is(&self, flags: u16) -> bool {
        self.flags & flags != 0
    }

    /// Whether it is whole and has nothing out of the ordinary.
    fn is_plain(&self, all: &Cursor<'_>, header_len: usize) -> bool {
        let captured = header_len >= 20 && all.captured() >= header_len;
        captured && self.len.is_some() && !self.quoted && !self.is(URG)
    }

    /// Whether the ECN flags are the counter of Accurate ECN.
    fn is_ace(&self) -> bool {
        self.facts.tcp.has(TcpFacts::ACCURATE_ECN) && !self.is(SYN)
    }

    fn ace(&self) -> u16 {
        self.flags >> 6 & 7
    }

    /// The window as it counts.
    fn scaled(&self) -> u64 {
        let shift = if self.is(SYN) || self.quoted { 0 } else { self.facts.tcp.scale.clamp(0, 14) };
        u64::from(self.window) << shift
    }

    /// The names of flags that nearly all segments have, and how long they are.
    fn usual_names(&self) -> Option<([u8; 8], usize)> {
        Some(match self.flags {
            _ if self.is_ace() => return None,
            0x010 => (*b"ACK     ", 3),
            0x018 => (*b"PSH, ACK", 8),
            0x002 => (*b"SYN     ", 3),
            0x012 => (*b"SYN, ACK", 8),
            0x011 => (*b"FIN, ACK", 8),
            0x014 => (*b"RST, ACK", 8),
            0x004 => (*b"RST     ", 3),
            _ => return None,
        })
    }

    fn names(&self, o: &mut Out<'_>) {
        if let Some((names, len)) = self.usual_names() {
            o.bytes(names.get(..len).unwrap_or(&names));
            return;
        }
        let ace = self.is_ace();
        let shown = if ace { self.flags & !0x1c0 } else { self.flags };
        if shown & 0x0fff == 0 && !ace {
            o.s("<None>");
        }
        let mut sep = "";
        for (bit, name) in FLAG_NAMES.iter().enumerate() {
            if shown >> bit & 1 != 0 {
                o.s(sep).s(name);
                sep = ", ";
            }
        }
        if ace {
            o.s(sep).s("ACE=").u(self.ace());
            sep = ", ";
        }
        if shown & 0x0e00 != 0 {
            o.s(sep).s("Reserved");
        }
    }
}

/// How long the header says it is, in bytes.
fn header_len(behind_ports: &[u8; 12]) -> usize {
    usize::from(behind_ports[8] >> 4) * 4
}

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.first(c.peek_bytes(0, 4))?;
    cx.protocol("TCP");
    cx.info_clear();

    let p = cx.block(&PORTS, &mut c)?;
    let (src, dst) = (u16::from_be_bytes([p[0], p[1]]), u16::from_be_bytes([p[2], p[3]]));
    let ports = |o: &mut Out<'_>| _ = o.u(src).s(" → ").u(dst);
    cx.proto_append(|o| _ = o.s(", Src Port: ").u(src).s(", Dst Port: ").u(dst));
    let quoted = cx.is_quoted();
    if quoted && S::FIELDS {
        // Of a quotation, the sequence number is all there is sure to be.
        cx.peek_at(SEQ, &c, 0, 4)?;
    }
    let h = match c.array::<12>() {
        Ok(h) => h,
        Err(stop) => {
            cx.info(ports);
            return Err(stop);
        }
    };
    let header_len = header_len(h);
    let room = all.left();
    let len = room.checked_sub(header_len).map(|n| n as u32);

    let mut body = all;
    body.advance(header_len.max(20));
    let facts = cx.transport(Transport {
        kind: TransportKind::Tcp,
        // A segment that is too short for its header is no part of the conversation either.
        quoted: len.is_none(),
        src: cx.out.columns.src,
        dst: cx.out.columns.dst,
        src_port: src,
        dst_port: dst,
        header: all.span(header_len.max(20)),
        payload: body.span(usize::MAX),
        payload_len: len.unwrap_or(0),
    });
    if !S::FIELDS {
        // What those who look at the header find there ends this one's way as well.
        return match len {
            _ if header_len < 20 => Ok(()),
            None => Err(Stop::Short),
            Some(_) => above(cx, facts, body),
        };
    }
    let none = TransportFacts::default();
    let relative = cx.registry.prefs.relative_seq;
    let head = Header::read((src, dst), h, room, quoted, facts, &none, relative);
    let (known, flags) = (head.facts, head.flags);
    let columns_only =
        !S::ALL && !cx.wants_any(PROTO, fields::LAST) && !cx.wants_experts() && !cx.wants_labels();
    let n = body.captured();
    if columns_only && head.is_plain(&all, header_len) {
        return match columns(cx, &all, &head, header_len)? {
            _ if n > 0 && !goes_on(flags, known) => Ok(()),
            None => above(cx, facts, body),
            Some((later, stamps)) => {
                let step = above(cx, facts, body);
                later::settle(cx, later, |o| summary(o, &head, stamps));
                step
            }
        };
    }
    cx.info(ports);
    if !dissect_header(cx, &all, &head, header_len)? {
        return Ok(());
    }
    if n > 0 {
        if head.is(RST) && !quoted {
            let span = body.span(n);
            cx.add(RESET_CAUSE, span, Value::Str(span));
            return Ok(());
        }
        let item = cx.add(PAYLOAD, body.span(n), Value::Bytes(body.span(n)));
        let len = body.left();
        cx.label(item, |o| {
            o.s("TCP payload (").u(len as u64).s(if len == 1 { " byte)" } else { " bytes)" });
        });
        if known.tcp.has(TcpFacts::SPURIOUS_RETRANSMISSION) {
            // It was acknowledged: nobody waits for it.
            return Ok(());
        }
        if analysis::is_repeated(known) {
            if body.is_cut() {
                return Ok(());
            }
            let item = cx.add(SEGMENT_DATA, body.span(n), Value::Bytes(body.span(n)));
            cx.label(item, |o| {
                o.s("Retransmitted TCP segment data (").u(len as u64);
                o.s(if len == 1 { " byte)" } else { " bytes)" });
            });
            return Ok(());
        }
        if known.tcp.has(TcpFacts::OUT_OF_ORDER) {
            // What came late is of no use by itself.
            return Ok(());
        }
    }
    above(cx, facts, body)
}

/// Whether the payload of a whole segment, if it has any, is handed to the protocol above.
fn goes_on(flags: u16, facts: &TransportFacts) -> bool {
    !(flags & RST != 0 || analysis::is_repeated(facts) || facts.tcp.has(TcpFacts::OUT_OF_ORDER))
}

/// What the columns say of a plain header, when nobody wants its fields. What is put off until the protocol above had
/// its turn is given back.
fn columns<S: Sink>(
    cx: &mut Cx<'_, S>,
    all: &Cursor<'_>,
    h: &Header<'_>,
    header_len: usize,
) -> Result<Option<(Later, options::Stamps)>, Stop> {
    let stamps = options::stamps(all.peek_bytes(20, header_len - 20).unwrap_or_default());
    let known = header_len == 20 || stamps.is_some();
    if known && cx.out.columns.info.text.is_empty() {
        // Verdicts stand first, and stay whoever says something else.
        if analysis::has_verdicts(h) {
            cx.info_add(|o| analysis::verdicts_before(o, h));
            cx.info_fence();
        }
        if h.len > Some(0)
            && goes_on(h.flags, h.facts)
            && let Some(later) = later::put_off(cx)
        {
            return Ok(Some((later, stamps)));
        }
        cx.info_add(|o| summary(o, h, stamps));
        return Ok(None);
    }
    cx.info(|o| summary(o, h, stamps));
    if !known {
        let mut c = *all;
        c.skip(20)?;
        options::dissect(cx, c.within(header_len - 20), h, header_len - 20)?;
    }
    if analysis::has_verdicts(h) {
        cx.info_before_fenced(|o| analysis::verdicts_before(o, h));
    }
    Ok(None)
}

/// The Info column of a plain segment.
fn summary(o: &mut Out<'_>, h: &Header<'_>, stamps: options::Stamps) {
    let Some((names, len)) = h.usual_names() else {
        o.u(h.src).s(" → ").u(h.dst).s(" [");
        h.names(o);
        o.s("] Seq=").u(h.seq);
        if h.is(ACK_FLAG) {
            o.s(" Ack=").u(h.ack);
        }
        o.s(" Win=").u(h.scaled()).s(" Len=").u(h.len.unwrap_or(0));
        if let Some((value, echo)) = stamps {
            o.s(" TSval=").u(value).s(" TSecr=").u(echo);
        }
        return;
    };
    o.short::<160>(|t| {
        t.u(h.src).s(b" \xe2\x86\x92 ").u(h.dst).s(b" [").first(names, len).s(b"] Seq=").u(h.seq);
        if h.is(ACK_FLAG) {
            t.s(b" Ack=").u(h.ack);
        }
        t.s(b" Win=").u(h.scaled()).s(b" Len=").u(h.len.unwrap_or(0));
        if let Some((value, echo)) = stamps {
            t.s(b" TSval=").u(value).s(b" TSecr=").u(echo);
        }
    });
}

/// The header with its options, times and analysis. `false` when it leads no further.
fn dissect_header<S: Sink>(
    cx: &mut Cx<'_, S>,
    all: &Cursor<'_>,
    h: &Header<'_>,
    header_len: usize,
) -> Result<bool, Stop> {
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);
    cx.info_add(|o| {
        o.s(" [");
        h.names(o);
        o.s("] Seq=").u(h.seq);
        if h.is(ACK_FLAG) {
            o.s(" Ack=").u(h.ack);
        }
        o.s(" Win=").u(h.scaled());
    });
    cx.proto_append(|o| _ = o.s(", Seq: ").u(h.seq));
    if h.known {
        cx.generated(STREAM, at(0, 0), Value::U(u64::from(h.facts.stream)));
        let item = cx.generated(COMPLETENESS, at(0, 0), Value::U(u64::from(h.facts.tcp.completeness)));
        cx.label(item, |o| {
            complete(o.s("Conversation completeness: "), h.facts.tcp.completeness);
        });
    }
    match h.len {
        Some(len) if !h.quoted => {
            cx.generated(LEN, at(0, 0), Value::U(u64::from(len)));
        }
        None => {
            let text = "Short segment. Segment/fragment does not contain a full TCP header (might be NMAP or \
                        someone else deliberately sending unusual packets)";
            let item = cx.line(at(0, 0), |o| _ = o.s(text));
            cx.expert_with(SHORT_SEGMENT, item, at(0, 0), |o| _ = o.s(text));
        }
        Some(_) => {}
    }
    if !h.quoted {
        let item = cx.add(SEQ, at(4, 4), Value::U(u64::from(h.seq)));
        note_relative(cx, item, h.relative, "sequence");
        cx.add(SEQ_RAW, at(4, 4), Value::U(u64::from(h.seq_raw)));
    }
    cx.proto_len(header_len.max(20));
    let bits = |o: &mut Out<'_>| {
        for bit in (0..4).rev() {
            o.u((header_len as u64 / 4) >> bit & 1);
        }
        o.s(" .... = Header Length: ").u(header_len as u64).s(" bytes (").u(header_len as u64 / 4).s(")");
    };
    if header_len < 20 {
        cx.proto_len(20.min(all.captured()));
        let item = cx.add(HDR_LEN, at(12, 1), Value::U(header_len as u64));
        cx.label(item, bits);
        cx.expert_with(BOGUS_HEADER_LENGTH, item, at(12, 1), |o| {
            o.s("Bogus TCP header length (").u(header_len as u64).s(", must be at least 20)");
        });
        cx.info_add(|o| {
            o.s(", bogus TCP header length (").u(header_len as u64).s(", must be at least 20)");
        });
        return Ok(false);
    }
    if let (Some(len), false) = (h.len, h.quoted) {
        let ends = u32::from(h.is(FIN | SYN));
        let next = h.seq.wrapping_add(len).wrapping_add(ends);
        let item = cx.generated(NXTSEQ, at(0, 0), Value::U(u64::from(next)));
        note_relative(cx, item, h.relative, "sequence");
    }
    acknowledgment(cx, h, &at);
    let item = cx.add(HDR_LEN, at(12, 1), Value::U(header_len as u64));
    cx.label(item, bits);
    flags(cx, h, all)?;
    cx.add(WINDOW_SIZE_VALUE, at(14, 2), Value::U(u64::from(h.window)));
    cx.generated(WINDOW_SIZE, at(14, 2), Value::U(h.scaled()));
    if h.known && !h.is(SYN) {
        let scale = h.facts.tcp.scale;
        let factor = if scale < 0 { i64::from(scale) } else { 1 << scale.clamp(0, 14) };
        let item = cx.generated(WINDOW_SIZE_SCALEFACTOR, at(14, 2), Value::I(factor));
        cx.append(item, |o| {
            o.s(match scale {
                -1 => " (unknown)",
                -2 => " (no window scaling used)",
                _ => "",
            });
        });
    }
    let mut c = *all;
    c.skip(16)?;
    let item = cx.peek_at(CHECKSUM, &c, 0, 2)?;
    cx.append(item, |o| _ = o.s(" [unverified]"));
    cx.generated(CHECKSUM_STATUS, at(16, 0), Value::U(2));
    c.skip(2)?;
    let urgent = c.peek_u16(0)?;
    let item = cx.add(URGENT_POINTER, at(18, 2), Value::U(u64::from(urgent)));
    if urgent != 0 && !h.is(URG) {
        cx.expert(URGENT_POINTER_NON_ZERO, item, at(18, 2));
    }
    if h.is(URG) {
        cx.info_add(|o| _ = o.s(" Urg=").u(urgent));
    }
    if let Some(len) = h.len {
        cx.info_add(|o| _ = o.s(" Len=").u(len));
        if !h.quoted {
            cx.proto_append(|o| _ = o.s(", Len: ").u(len));
        }
    }
    c.skip(2)?;
    let options = match header_len > 20 {
        true => options::dissect(cx, c.within(header_len - 20), h, header_len - 20),
        false => Ok(()),
    };
    analysis::times(cx, h, at(0, 0));
    options?;
    if h.len.is_none() {
        // What the header promises is not there.
        return Err(Stop::Short);
    }
    analysis::dissect(cx, h, at(0, 0));
    Ok(true)
}

fn note_relative<S: Sink>(cx: &mut Cx<'_, S>, item: Item, relative: bool, what: &str) {
    if relative {
        cx.append(item, |o| _ = o.s("    (relative ").s(what).s(" number)"));
    }
}

fn acknowledgment<S: Sink>(cx: &mut Cx<'_, S>, h: &Header<'_>, at: &impl Fn(usize, usize) -> Span) {
    let item = cx.add(ACK, at(8, 4), Value::U(u64::from(h.ack)));
    if h.is(ACK_FLAG) {
        cx.proto_append(|o| _ = o.s(", Ack: ").u(h.ack));
        note_relative(cx, item, h.relative, "ack");
        for (flag, expert) in
            [(TcpFacts::TFO_ACCEPTED, ANALYSIS_TFO_ACK), (TcpFacts::TFO_IGNORED, ANALYSIS_TFO_IGNORED)]
        {
            if h.facts.tcp.has(flag) {
                cx.expert(expert, item, at(8, 4));
            }
        }
    } else if h.ack_raw != 0 {
        cx.expert(ACK_NONZERO, item, at(8, 4));
    }
    cx.add(ACK_RAW, at(8, 4), Value::U(u64::from(h.ack_raw)));
}

fn flags<S: Sink>(cx: &mut Cx<'_, S>, h: &Header<'_>, all: &Cursor<'_>) -> Step {
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);
    if !cx.wants_any(FLAGS, FLAGS_STR)
        && !cx.wants_any(CONNECTION_FIN_ACTIVE, CONNECTION_RST)
        && !cx.wants_experts()
    {
        return Ok(());
    }
    let mut c = *all;
    c.skip(12)?;
    let item = cx.peek_at(FLAGS, &c, 0, 2)?;
    cx.label(item, |o| {
        o.s("Flags: ").hex(h.flags, 3).s(" (");
        h.names(o);
        o.s(")");
    });
    let last = cx.under(item, |cx| -> Result<Item, Stop> {
        cx.peek_at(FLAGS_RES, &c, 0, 2)?;
        if h.is_ace() {
            let ace = cx.add(FLAGS_ACE, at(12, 2), Value::U(u64::from(h.ace())));
            cx.label(ace, |o| {
                o.s("...").u(h.ace() >> 2 & 1).c(b' ').u(h.ace() >> 1 & 1).u(h.ace() & 1);
                o.s(".. .... = ACE: ").u(h.ace());
            });
        } else {
            for bit in [FLAGS_AE, FLAGS_CWR, FLAGS_ECE] {
                cx.peek_at(bit, &c, 0, 2)?;
            }
        }
        for bit in [FLAGS_URG, FLAGS_ACK, FLAGS_PUSH] {
            cx.peek_at(bit, &c, 0, 2)?;
        }
        let it = cx.peek_at(FLAGS_RESET, &c, 0, 2)?;
        if h.is(RST) {
            cx.expert(CONNECTION_RST, it, at(13, 1));
        }
        let it = cx.peek_at(FLAGS_SYN, &c, 0, 2)?;
        if h.is(SYN) {
            let (expert, words, port) = if h.is(ACK_FLAG) {
                (CONNECTION_SYNACK, "Connection establish acknowledge (SYN+ACK): server port ", h.src)
            } else {
                (CONNECTION_SYN, "Connection establish request (SYN): server port ", h.dst)
            };
            cx.expert_with(expert, it, at(13, 1), |o| _ = o.s(words).u(port));
        }
        let it = cx.peek_at(FLAGS_FIN, &c, 0, 2)?;
        if h.is(FIN) {
            cx.expert(CONNECTION_FIN, it, at(13, 1));
        }
        let mut last = item;
        if cx.wants(FLAGS_STR) {
            let text = cx.keep(|o| {
                for (bit, letter) in LETTERS.iter().enumerate().rev() {
                    if h.flags >> bit & 1 != 0 {
                        o.c(*letter);
                    } else {
                        o.s("·");
                    }
                }
            });
            last = cx.generated(FLAGS_STR, at(12, 2), text);
        }
        Ok(last)
    })?;
    if h.facts.tcp.has(TcpFacts::FIN_ACTIVE) {
        cx.expert(CONNECTION_FIN_ACTIVE, last, at(12, 2));
    }
    if h.facts.tcp.has(TcpFacts::FIN_PASSIVE) {
        cx.expert(CONNECTION_FIN_PASSIVE, last, at(12, 2));
    }
    Ok(())
}

/// The protocol above.
fn above<S: Sink>(cx: &mut Cx<'_, S>, facts: Option<&TransportFacts>, body: Cursor<'_>) -> Step {
    if facts.is_some_and(|f| f.tcp.has(TcpFacts::KEEP_ALIVE)) {
        // Its byte is none of the stream's.
        return if body.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, body) };
    }
    let part = facts.map(|f| f.stream_part).unwrap_or_default();
    if S::FIELDS && part != StreamPart::default() {
        return stream::above(cx, facts, part, body);
    }
    if body.captured() == 0 {
        return Ok(());
    }
    if body.is_cut() {
        // It can't be put together with others, so that what is missing may be in those.
        cx.fragmented = true;
        hand_on(cx, facts, body)?;
        cx.fragmented = false;
        return Ok(());
    }
    hand_on(cx, facts, body)
}

/// Hands bytes to the protocol above, or to data.
fn hand_on<S: Sink>(cx: &mut Cx<'_, S>, facts: Option<&TransportFacts>, body: Cursor<'_>) -> Step {
    stream::sizes(cx, facts, &body);
    let app = facts.and_then(|f| f.app);
    // HTTP says nothing of what is none of its messages, as tshark has it, yet leaves it to nobody else.
    if cx.by_port(Table::Tcp, app, body)? || http::is_expected(cx, app) {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, body)
}
