//! What the conversation tells of a segment: times, and the analysis of sequence numbers.

use super::*;
use requin_wire::Field;

/// When the segment came, in its conversation.
pub(super) fn times<S: Sink>(cx: &mut Cx<'_, S>, h: &Header<'_>, here: Span) {
    if !h.known || !cx.wants_any(TIME_RELATIVE, TIME_DELTA) {
        return;
    }
    let item = cx.line(here, |o| _ = o.s("Timestamps"));
    cx.set_generated(item);
    let now = cx.meta.time;
    cx.under(item, |cx| {
        cx.generated(TIME_RELATIVE, here, now.since(h.facts.first).into());
        cx.generated(TIME_DELTA, here, now.since(h.facts.previous).into());
    });
}

/// Whether the segment brings what the stream had before, so that nobody above shall see it again.
pub(super) fn is_repeated(facts: &TransportFacts) -> bool {
    facts.tcp.flags & TcpFacts::REPEATED != 0
}

/// A verdict: its flag, expert item, and text before the Info column.
type Verdict = (u32, Field, &'static str);

/// Verdicts that stand before the duplicate acknowledgments in the tree.
const FIRST: [Verdict; 11] = [
    (TcpFacts::RETRANSMISSION, ANALYSIS_RETRANSMISSION, "[TCP Retransmission] "),
    (TcpFacts::FAST_RETRANSMISSION, ANALYSIS_FAST_RETRANSMISSION, "[TCP Fast Retransmission] "),
    (TcpFacts::SPURIOUS_RETRANSMISSION, ANALYSIS_SPURIOUS_RETRANSMISSION, "[TCP Spurious Retransmission] "),
    (TcpFacts::OUT_OF_ORDER, ANALYSIS_OUT_OF_ORDER, "[TCP Out-Of-Order] "),
    (TcpFacts::REUSED_PORTS, ANALYSIS_REUSED_PORTS, "[TCP Port numbers reused] "),
    (TcpFacts::LOST_SEGMENT, ANALYSIS_LOST_SEGMENT, "[TCP Previous segment not captured] "),
    (TcpFacts::ACK_LOST_SEGMENT, ANALYSIS_ACK_LOST_SEGMENT, "[TCP ACKed unseen segment] "),
    (TcpFacts::WINDOW_UPDATE, ANALYSIS_WINDOW_UPDATE, "[TCP Window Update] "),
    (TcpFacts::WINDOW_FULL, ANALYSIS_WINDOW_FULL, "[TCP Window Full] "),
    (TcpFacts::KEEP_ALIVE, ANALYSIS_KEEP_ALIVE, "[TCP Keep-Alive] "),
    (TcpFacts::KEEP_ALIVE_ACK, ANALYSIS_KEEP_ALIVE_ACK, "[TCP Keep-Alive ACK] "),
];
/// Those that stand behind.
const LAST: [Verdict; 3] = [
    (TcpFacts::ZERO_WINDOW_PROBE, ANALYSIS_ZERO_WINDOW_PROBE, "[TCP ZeroWindowProbe] "),
    (TcpFacts::ZERO_WINDOW, ANALYSIS_ZERO_WINDOW, "[TCP ZeroWindow] "),
    (TcpFacts::ZERO_WINDOW_PROBE_ACK, ANALYSIS_ZERO_WINDOW_PROBE_ACK, "[TCP ZeroWindowProbeAck] "),
];
/// All verdicts.
pub(crate) const VERDICTS: u32 = TcpFacts::REPEATED
    | TcpFacts::OUT_OF_ORDER
    | TcpFacts::LOST_SEGMENT
    | TcpFacts::ACK_LOST_SEGMENT
    | TcpFacts::DUPLICATE_ACK
    | TcpFacts::ZERO_WINDOW
    | TcpFacts::ZERO_WINDOW_PROBE
    | TcpFacts::ZERO_WINDOW_PROBE_ACK
    | TcpFacts::WINDOW_UPDATE
    | TcpFacts::WINDOW_FULL
    | TcpFacts::KEEP_ALIVE
    | TcpFacts::KEEP_ALIVE_ACK
    | TcpFacts::REUSED_PORTS;

/// Fields that only a segment with a verdict has.
pub(crate) const NEED_VERDICT: [Field; 20] = [
    ANALYSIS_FLAGS,
    ANALYSIS_DUPLICATE_ACK_NUM,
    ANALYSIS_DUPLICATE_ACK_FRAME,
    ANALYSIS_RTO,
    ANALYSIS_RTO_FRAME,
    ANALYSIS_DUPLICATE_ACK,
    ANALYSIS_RETRANSMISSION,
    ANALYSIS_FAST_RETRANSMISSION,
    ANALYSIS_SPURIOUS_RETRANSMISSION,
    ANALYSIS_OUT_OF_ORDER,
    ANALYSIS_REUSED_PORTS,
    ANALYSIS_LOST_SEGMENT,
    ANALYSIS_ACK_LOST_SEGMENT,
    ANALYSIS_WINDOW_UPDATE,
    ANALYSIS_WINDOW_FULL,
    ANALYSIS_KEEP_ALIVE,
    ANALYSIS_KEEP_ALIVE_ACK,
    ANALYSIS_ZERO_WINDOW_PROBE,
    ANALYSIS_ZERO_WINDOW,
    ANALYSIS_ZERO_WINDOW_PROBE_ACK,
];

/// The SEQ/ACK analysis.
pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, h: &Header<'_>, here: Span) {
    let t = &h.facts.tcp;
    // The handshake's time alone makes no analysis.
    let figures = t.acks_frame != 0
        || t.flags & (TcpFacts::BYTES_IN_FLIGHT | TcpFacts::PUSH_BYTES | TcpFacts::ANALYSED) != 0;
    if !figures && t.flags & VERDICTS == 0 {
        return;
    }
    if !h.known {
        return;
    }
    let item = cx.generated(ANALYSIS, here, Value::None);
    cx.under(item, |cx| {
        if t.acks_frame != 0 {
            cx.generated(ANALYSIS_ACKS_FRAME, here, Value::U(t.acks_frame));
            if t.ack_rtt != requin_wire::Time::ZERO {
                cx.generated(ANALYSIS_ACK_RTT, here, t.ack_rtt.into());
            }
        }
        if t.initial_rtt != requin_wire::Time::ZERO {
            cx.generated(ANALYSIS_INITIAL_RTT, here, t.initial_rtt.into());
        }
        if t.has(TcpFacts::BYTES_IN_FLIGHT) {
            cx.generated(ANALYSIS_BYTES_IN_FLIGHT, here, Value::U(t.bytes_in_flight.into()));
        }
        if t.has(TcpFacts::PUSH_BYTES) {
            cx.generated(ANALYSIS_PUSH_BYTES_SENT, here, Value::U(t.push_bytes.into()));
        }
        if t.flags & VERDICTS != 0 {
            verdicts(cx, t, here);
        }
    });
}

/// Whether the analysis has something to say in the Info column.
pub(super) fn has_verdicts(h: &Header<'_>) -> bool {
    h.known && h.facts.tcp.flags & VERDICTS != 0
}

/// What [`verdicts`] puts before the Info column, bit by bit: the last one stands first.
pub(super) fn verdicts_before(o: &mut Out<'_>, h: &Header<'_>) {
    let t = &h.facts.tcp;
    let one = |o: &mut Out<'_>, v: &Verdict| {
        if t.has(v.0) {
            o.s(v.2);
        }
    };
    LAST.iter().rev().for_each(|v| one(o, v));
    if t.has(TcpFacts::DUPLICATE_ACK) {
        o.s("[TCP Dup ACK ").u(t.dup_ack_frame).s("#").u(t.dup_ack_num).s("] ");
    }
    FIRST.iter().rev().for_each(|v| one(o, v));
}

fn verdicts<S: Sink>(cx: &mut Cx<'_, S>, t: &TcpFacts, here: Span) {
    let flags = cx.generated(ANALYSIS_FLAGS, here, Value::None);
    let one = |cx: &mut Cx<'_, S>, (flag, expert, text): Verdict| {
        if t.has(flag) {
            cx.under(flags, |cx| {
                cx.expert_here(expert, here, |_| ());
                if flag & (TcpFacts::FAST_RETRANSMISSION | TcpFacts::SPURIOUS_RETRANSMISSION) != 0 {
                    // Whatever kind it is, it is one.
                    cx.expert_here(ANALYSIS_RETRANSMISSION, here, |_| ());
                }
            });
            cx.info_before_fenced(|o| _ = o.s(text));
        }
    };
    for v in FIRST.into_iter().take(4) {
        one(cx, v);
    }
    if t.rto_frame != 0 {
        cx.under(flags, |cx| {
            cx.generated(ANALYSIS_RTO, here, t.rto.into());
            cx.generated(ANALYSIS_RTO_FRAME, here, Value::U(t.rto_frame));
        });
    }
    for v in FIRST.into_iter().skip(4) {
        one(cx, v);
    }
    if t.has(TcpFacts::DUPLICATE_ACK) {
        cx.under(flags, |cx| {
            let item = cx.generated(ANALYSIS_DUPLICATE_ACK, here, Value::None);
            cx.label(item, |o| _ = o.s("This is a TCP duplicate ack"));
        });
        cx.info_before_fenced(|o| {
            o.s("[TCP Dup ACK ").u(t.dup_ack_frame).s("#").u(t.dup_ack_num).s("] ");
        });
    }
    for v in LAST {
        one(cx, v);
    }
    if t.has(TcpFacts::DUPLICATE_ACK) {
        // The numbers stand beside the flags, the remark under the second of them.
        cx.generated(ANALYSIS_DUPLICATE_ACK_NUM, here, Value::U(t.dup_ack_num.into()));
        let item = cx.generated(ANALYSIS_DUPLICATE_ACK_FRAME, here, Value::U(t.dup_ack_frame));
        cx.expert_with(ANALYSIS_DUPLICATE_ACK, item, here, |o| {
            o.s("Duplicate ACK (#").u(t.dup_ack_num).s(")");
        });
    }
}
