//! A verdict each, with segments made by hand.

mod common;

use common::*;
use requin_wire::{TcpFacts, Time};

/// A handshake of 100 ms; the first end goes on at 101, the second at 501.
fn handshake() -> Vec<Seg> {
    vec![seg(0, 0, S, 100, 0, 0), seg(50, 1, S | A, 500, 101, 0), seg(100, 0, A, 101, 501, 0)]
}

/// The facts of the last segments, after a handshake.
fn after(segments: &[Seg]) -> Vec<TcpFacts> {
    let mut all = handshake();
    all.extend_from_slice(segments);
    facts(&all).iter().skip(3).map(|f| f.tcp).collect()
}

/// All flags that are verdicts.
const VERDICTS: u32 = (TcpFacts::REUSED_PORTS << 1) - 1;

fn verdicts(segments: &[Seg]) -> Vec<u32> {
    after(segments).iter().map(|t| t.flags & VERDICTS).collect()
}

#[test]
fn the_usual_course_has_no_verdicts() {
    let t = after(&[
        seg(200, 0, A | P, 101, 501, 50),
        seg(250, 1, A, 501, 151, 20),
        seg(300, 0, A, 151, 521, 0),
        seg(310, 0, A | F, 151, 521, 0),
        seg(320, 1, A | F, 521, 152, 0),
        seg(330, 0, A, 152, 522, 0),
    ]);
    assert!(t.iter().all(|t| t.flags & VERDICTS == 0), "{t:?}");
    assert_eq!((t[1].acks_frame, t[1].ack_rtt), (4, Time::new(0, 50_000_000)));
    assert_eq!(t[0].initial_rtt, Time::new(0, 100_000_000));
    assert_eq!((t[0].bytes_in_flight, t[0].push_bytes), (50, 50));
    assert_eq!((t[2].acks_frame, t[4].acks_frame, t[5].acks_frame), (5, 7, 8));
}

#[test]
fn a_gap_is_a_lost_segment_and_what_fills_it_soon_is_out_of_order() {
    let v = verdicts(&[
        seg(200, 0, A, 101, 501, 10),
        seg(210, 0, A, 121, 501, 10),
        seg(220, 0, A, 111, 501, 10),
        seg(230, 0, A, 131, 501, 10),
        seg(240, 1, A, 501, 141, 0),
    ]);
    assert_eq!(v, [0, TcpFacts::LOST_SEGMENT, TcpFacts::OUT_OF_ORDER, 0, 0]);
}

#[test]
fn what_comes_again_late_is_a_retransmission_with_its_wait() {
    let t =
        after(&[seg(200, 0, A, 101, 501, 10), seg(210, 0, A, 111, 501, 10), seg(900, 0, A, 101, 501, 10)]);
    assert_eq!(t[2].flags & VERDICTS, TcpFacts::RETRANSMISSION);
    assert_eq!((t[2].rto, t[2].rto_frame), (Time::new(0, 700_000_000), 4));
    // The end of the newest segment is no reordering, however soon.
    let v = verdicts(&[seg(200, 0, A, 101, 501, 10), seg(201, 0, A, 101, 501, 10)]);
    assert_eq!(v, [0, TcpFacts::RETRANSMISSION]);
}

#[test]
fn after_two_duplicates_it_is_fast() {
    let t = after(&[
        seg(200, 0, A, 101, 501, 10),
        seg(210, 0, A, 121, 501, 10),
        seg(220, 1, A, 501, 111, 0),
        seg(221, 1, A, 501, 111, 0),
        seg(222, 1, A, 501, 111, 0),
        seg(230, 0, A, 111, 501, 10),
    ]);
    assert_eq!(t[3].flags & VERDICTS, TcpFacts::DUPLICATE_ACK);
    assert_eq!((t[3].dup_ack_num, t[4].dup_ack_num), (1, 2));
    assert_eq!((t[3].dup_ack_frame, t[4].dup_ack_frame), (6, 6));
    assert_eq!(t[5].flags & VERDICTS, TcpFacts::FAST_RETRANSMISSION);
}

#[test]
fn what_was_acknowledged_comes_again_in_vain() {
    let v =
        verdicts(&[seg(200, 0, A, 101, 501, 10), seg(250, 1, A, 501, 111, 0), seg(900, 0, A, 101, 501, 10)]);
    assert_eq!(v, [0, 0, TcpFacts::SPURIOUS_RETRANSMISSION]);
}

#[test]
fn acknowledging_the_unseen_is_said_once() {
    let v = verdicts(&[
        seg(200, 0, A, 101, 501, 10),
        seg(250, 1, A, 501, 201, 5),
        seg(260, 1, A, 506, 201, 5),
        seg(270, 0, A, 201, 511, 0),
        seg(280, 1, A, 511, 301, 5),
    ]);
    assert_eq!(v, [0, TcpFacts::ACK_LOST_SEGMENT, 0, TcpFacts::LOST_SEGMENT, TcpFacts::ACK_LOST_SEGMENT]);
}

/// Data, gaps in it and acknowledgments of all there is, a letter each: `D`, `_`, `A`; data of the other side and their
/// acknowledgment: `Q`, `q`. Which of the acknowledgments are of something that was not seen.
fn unseen(course: &str) -> String {
    let (mut segments, mut said) = (Vec::new(), Vec::new());
    let (mut seq, mut seen, mut back) = (101, 101, 501);
    for (c, ms) in course.chars().zip(200..) {
        match c {
            'D' => {
                segments.push(seg(ms, 0, A, seq, back, 100));
                seq += 100;
                seen = seq;
            }
            'A' => segments.push(seg(ms, 1, A, back, seq, 0)),
            'Q' => {
                segments.push(seg(ms, 1, A, back, seq, 10));
                back += 10;
            }
            'q' => segments.push(seg(ms, 0, A, seen, back, 0)),
            _ => seq += 100,
        }
        said.extend((c != '_').then_some(c));
    }
    let told = verdicts(&segments).into_iter().map(|v| v & TcpFacts::ACK_LOST_SEGMENT != 0);
    said.into_iter().zip(told).map(|(c, told)| if told { '!' } else { c }).collect()
}

#[test]
fn gaps_are_told_of_each_time_and_what_lies_beyond_all_that_was_seen_once() {
    // As tshark tells it: the first acknowledgment of nothing that was seen counts, and all behind a gap.
    assert_eq!(unseen("DADA_ADADADA_ADADA"), "DADA!D!DADAAD!DA");
    assert_eq!(unseen("DA_DADA_DADA_ADADA_A"), "DAD!DAD!DA!D!DAA");
    // Until that side acknowledges something new.
    assert_eq!(unseen("_ADADAQq_A"), "!D!DAQq!");
    assert_eq!(unseen("_ADADAQ_A"), "!D!DAQA");
    // An acknowledgment of its own that comes twice has the same effect.
    assert_eq!(unseen("qD_A"), "qDA");
}

#[test]
fn windows_close_and_open() {
    let t = after(&[
        seg(200, 0, A, 101, 501, 1000),
        seg(210, 1, A, 501, 1101, 0).window(0),
        seg(500, 0, A, 1101, 501, 1),
        seg(510, 1, A, 501, 1101, 0).window(0),
        seg(800, 1, A, 501, 1101, 0).window(500),
    ]);
    let v: Vec<u32> = t.iter().map(|t| t.flags & VERDICTS).collect();
    assert_eq!(v[0], TcpFacts::WINDOW_FULL);
    assert_eq!(v[1], TcpFacts::ZERO_WINDOW);
    assert_eq!(v[2], TcpFacts::ZERO_WINDOW_PROBE);
    assert_eq!(v[3], TcpFacts::ZERO_WINDOW | TcpFacts::ZERO_WINDOW_PROBE_ACK);
    assert_eq!(v[4], TcpFacts::WINDOW_UPDATE);
}

#[test]
fn keep_alives_are_no_retransmissions() {
    let v = verdicts(&[
        seg(200, 0, A, 101, 501, 10),
        seg(210, 1, A, 501, 111, 0),
        seg(9000, 0, A, 110, 501, 1),
        seg(9010, 1, A, 501, 111, 0),
        seg(18000, 0, A, 110, 501, 0),
    ]);
    assert_eq!(v, [0, 0, TcpFacts::KEEP_ALIVE, TcpFacts::KEEP_ALIVE_ACK, TcpFacts::KEEP_ALIVE]);
}

#[test]
fn push_bytes_count_from_the_last_push() {
    let t =
        after(&[seg(200, 0, A, 101, 501, 10), seg(201, 0, A | P, 111, 501, 10), seg(202, 0, A, 121, 501, 7)]);
    assert_eq!(t.iter().map(|t| t.push_bytes).collect::<Vec<_>>(), [10, 20, 7]);
    assert_eq!(t.iter().map(|t| t.bytes_in_flight).collect::<Vec<_>>(), [10, 20, 27]);
}

#[test]
fn a_partial_acknowledgment_leaves_the_rest_in_flight() {
    let t = after(&[
        seg(200, 0, A, 101, 501, 100),
        seg(210, 1, A, 501, 151, 0),
        seg(220, 0, A, 201, 501, 10),
        seg(230, 1, A, 501, 211, 0),
    ]);
    assert_eq!((t[1].acks_frame, t[2].bytes_in_flight, t[3].acks_frame), (0, 60, 6));
}

#[test]
fn selectively_acknowledged_bytes_are_not_in_flight() {
    let sack: &[u8] = &[1, 1, 5, 10, 0, 0, 0, 121, 0, 0, 0, 131];
    let t = after(&[
        seg(200, 0, A, 101, 501, 10),
        seg(201, 0, A, 111, 501, 10),
        seg(202, 0, A, 121, 501, 10),
        seg(210, 1, A, 501, 111, 0).options(sack),
        seg(220, 0, A, 131, 501, 10),
    ]);
    assert_eq!(t[4].bytes_in_flight, 20);
}

#[test]
fn sequence_numbers_wrap() {
    let start = u32::MAX - 5;
    let t: Vec<TcpFacts> = facts(&[
        seg(0, 0, S, start, 0, 0),
        seg(50, 1, S | A, 500, start.wrapping_add(1), 0),
        seg(100, 0, A, start.wrapping_add(1), 501, 100),
        seg(110, 0, A, start.wrapping_add(101), 501, 100),
        seg(150, 1, A, 501, start.wrapping_add(201), 0),
        seg(900, 0, A, start.wrapping_add(101), 501, 100),
    ])
    .iter()
    .map(|f| f.tcp)
    .collect();
    assert_eq!((t[3].bytes_in_flight, t[4].acks_frame), (200, 4));
    assert_eq!(t[3].flags & VERDICTS, 0);
    assert_eq!(t[5].flags & VERDICTS, TcpFacts::SPURIOUS_RETRANSMISSION);
}

#[test]
fn a_probe_of_a_closed_window_is_in_flight_and_what_it_acknowledges_counts() {
    let t = after(&[
        seg(200, 1, A, 501, 101, 0).window(0),
        seg(500, 0, A | P, 101, 501, 1),
        seg(510, 1, A, 501, 102, 0).window(0),
        seg(900, 0, A | P, 102, 601, 1),
    ]);
    assert_eq!(t[1].flags & VERDICTS, TcpFacts::ZERO_WINDOW_PROBE);
    assert_eq!((t[1].bytes_in_flight, t[2].acks_frame), (1, 5));
    // It acknowledges 100 bytes that were not seen.
    assert_eq!(t[3].flags & TcpFacts::ACK_LOST_SEGMENT, TcpFacts::ACK_LOST_SEGMENT);
}

#[test]
fn the_window_of_a_syn_is_not_scaled() {
    let f = facts(&[
        seg(0, 0, S, 100, 0, 0).options(&[3, 3, 2, 1]),
        seg(1, 1, S | A, 500, 101, 0).window(100).options(&[3, 3, 2, 1]),
        seg(2, 0, A, 101, 501, 100),
        seg(3, 1, A, 501, 201, 0).window(100),
        seg(4, 0, A, 201, 501, 100),
        seg(5, 0, A, 301, 501, 300),
    ]);
    let full: Vec<bool> = f.iter().map(|f| f.tcp.flags & TcpFacts::WINDOW_FULL != 0).collect();
    assert_eq!(full, [false, false, true, false, false, true]);
}
