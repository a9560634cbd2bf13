//! Stream indexes, relative numbers, window scaling, completeness.

mod common;

use common::*;
use requin_wire::TcpFacts;

fn streams(segments: &[Seg]) -> Vec<u32> {
    facts(segments).iter().map(|f| f.stream).collect()
}

#[test]
fn a_syn_with_another_number_begins_another_stream() {
    let all = [
        seg(0, 0, S, 100, 0, 0),
        seg(1, 1, S | A, 500, 101, 0),
        // The same SYN again, even after the connection was closed.
        seg(2, 0, F | A, 101, 501, 0),
        seg(3, 0, S, 100, 0, 0),
        // Another one.
        seg(4, 0, S, 900, 0, 0),
        seg(5, 1, S | A, 7500, 901, 0),
        // And one from the other end.
        seg(6, 1, S, 1, 0, 0),
    ];
    assert_eq!(streams(&all), [0, 0, 0, 0, 1, 1, 2]);
    let f = facts(&all);
    assert!(f[4].tcp.has(TcpFacts::REUSED_PORTS) && f[6].tcp.has(TcpFacts::REUSED_PORTS));
    assert_eq!(f[4].tcp.completeness, 1);
    assert_eq!((f[4].first, f[5].first), (f[4].first, f[4].first));
    assert!(f[4].forward && !f[5].forward && f[6].forward);
}

#[test]
fn numbers_are_relative_to_the_first_seen() {
    let f = facts(&[seg(0, 0, S, 100, 0, 0), seg(1, 1, S | A, 500, 101, 0), seg(2, 0, A, 101, 501, 0)]);
    let relative = |i: usize, seq: u32, ack: u32| {
        (seq.wrapping_sub(f[i].tcp.base_seq), ack.wrapping_sub(f[i].tcp.base_ack))
    };
    assert_eq!(relative(1, 500, 101), (0, 1));
    assert_eq!(relative(2, 101, 501), (1, 1));
    // Without a SYN, the first is 1 on both sides.
    let f = facts(&[seg(0, 0, A, 100, 777, 10), seg(1, 1, A, 777, 110, 0)]);
    assert_eq!((f[0].tcp.base_seq, f[0].tcp.base_ack), (99, 776));
    assert_eq!((f[1].tcp.base_seq, f[1].tcp.base_ack), (776, 99));
}

#[test]
fn an_answer_with_another_number_begins_its_side_anew() {
    let f = facts(&[
        seg(0, 0, S, 100, 0, 0),
        seg(1, 1, S | A, 500, 101, 0),
        seg(2, 1, S | A, 8500, 101, 0),
        seg(3, 0, A, 101, 8501, 0),
    ]);
    assert_eq!(f[2].stream, 0);
    assert!(f[2].tcp.has(TcpFacts::REUSED_PORTS));
    assert_eq!((f[2].tcp.base_seq, f[3].tcp.base_ack), (8500, 8500));
}

#[test]
fn windows_are_scaled_when_both_sides_agree() {
    let ws = |shift: &'static [u8]| [seg(0, 0, S, 100, 0, 0).options(shift)];
    let scales = |first: &'static [u8], second: &'static [u8]| {
        let f = facts(&[
            ws(first)[0],
            seg(1, 1, S | A, 500, 101, 0).options(second),
            seg(2, 0, A, 101, 501, 0),
            seg(3, 1, A, 501, 101, 0),
        ]);
        (f[2].tcp.scale, f[3].tcp.scale)
    };
    assert_eq!(scales(&[3, 3, 7, 1], &[3, 3, 2, 1]), (7, 2));
    assert_eq!(scales(&[3, 3, 15, 1], &[3, 3, 14, 1]), (14, 14));
    assert_eq!(scales(&[3, 3, 7, 1], &[1, 1, 1, 1]), (-2, -2));
    assert_eq!(scales(&[1, 1, 1, 1], &[3, 3, 7, 1]), (-2, -2));
    // What was agreed stands, whatever comes in mid-conversation.
    let f = facts(&[
        seg(0, 0, S, 100, 0, 0).options(&[3, 3, 7, 1]),
        seg(1, 1, S | A, 500, 101, 0).options(&[3, 3, 2, 1]),
        seg(2, 1, S | A, 501, 101, 40),
        seg(3, 0, A, 101, 541, 0),
        seg(4, 1, A, 541, 101, 0),
    ]);
    assert_eq!((f[3].tcp.scale, f[4].tcp.scale), (7, 2));
    let f = facts(&[seg(0, 0, A, 1, 1, 0), seg(1, 1, A, 1, 1, 0)]);
    assert_eq!((f[0].tcp.scale, f[1].tcp.scale), (-1, -1));
}

#[test]
fn completeness_is_that_before_the_frame() {
    let f = facts(&[
        seg(0, 0, S, 100, 0, 0),
        seg(1, 1, S | A, 500, 101, 0),
        seg(2, 0, A, 101, 501, 0),
        seg(3, 0, A, 101, 501, 5),
        seg(4, 1, F | A, 501, 106, 0),
        seg(5, 0, R, 106, 0, 0),
        seg(6, 0, R, 106, 0, 0),
    ]);
    assert_eq!(f.iter().map(|f| f.tcp.completeness).collect::<Vec<_>>(), [0, 1, 3, 7, 15, 31, 63]);
    // Of a conversation whose beginning is missing, the first segment does not count.
    let f = facts(&[
        seg(0, 0, A, 1, 1, 9),
        seg(1, 0, A, 10, 1, 9),
        seg(2, 1, A, 1, 19, 0),
        seg(3, 1, A, 1, 19, 0),
    ]);
    assert_eq!(f.iter().map(|f| f.tcp.completeness).collect::<Vec<_>>(), [0, 0, 8, 12]);
}

#[test]
fn what_comes_with_a_syn_counts_unless_the_ports_are_used_again() {
    let f = facts(&[
        seg(0, 0, S, 100, 0, 3),
        seg(1, 1, S | A, 500, 101, 0),
        seg(2, 0, S, 9000, 0, 3),
        seg(3, 0, A, 9100, 0, 0),
    ]);
    assert_eq!(f.iter().map(|f| f.tcp.completeness).collect::<Vec<_>>(), [0, 9, 1, 1]);
    assert_eq!(f[2].stream, 1);
}

#[test]
fn a_header_that_ends_too_early_tells_its_numbers_alone() {
    let bogus = Seg { bogus: true, ..seg(1, 1, S | A, 500, 101, 0) };
    let f = facts(&[seg(0, 0, S, 100, 0, 0).options(&[3, 3, 7, 1]), bogus, seg(2, 0, A, 101, 501, 0)]);
    assert_eq!((f[1].tcp.base_seq, f[2].tcp.base_ack), (500, 500));
    // It neither answered nor refused to scale windows.
    assert_eq!((f[2].tcp.completeness, f[2].tcp.scale), (1, 7));
}

#[test]
fn quoted_headers_find_conversations_without_moving_them() {
    let quoted = Seg { quoted: true, ..seg(1, 0, A, 5000, 1, 10) };
    let f = facts(&[seg(0, 0, S, 100, 0, 0), quoted, seg(2, 1, S | A, 500, 101, 0)]);
    assert_eq!((f[1].stream, f[1].tcp.base_seq), (0, 0));
    assert_eq!(f[2].tcp.base_ack, 100);
    assert_eq!(f[2].tcp.flags & !TcpFacts::BYTES_IN_FLIGHT, 0);
}

#[test]
fn the_side_that_closes_first_is_known() {
    let f = facts(&[
        seg(0, 0, A, 1, 1, 0),
        seg(1, 1, F | A, 1, 1, 0),
        seg(2, 0, F | A, 1, 2, 0),
        seg(3, 1, F | A, 1, 1, 0),
    ]);
    assert!(f[1].tcp.has(TcpFacts::FIN_ACTIVE) && f[3].tcp.has(TcpFacts::FIN_ACTIVE));
    assert!(f[2].tcp.has(TcpFacts::FIN_PASSIVE));
}

/// Who is the client does not depend on where the capture begins.
#[test]
fn an_answer_goes_backward_though_it_comes_first() {
    let ways = |all: &[Seg]| facts(all).iter().map(|f| f.forward).collect::<Vec<_>>();
    assert_eq!(ways(&[seg(0, 1, S | A, 500, 101, 0), seg(1, 0, A, 101, 501, 0)]), [false, true]);
    let from = |ports: (u16, u16)| Seg { ports, ..seg(0, 0, A | P, 500, 101, 9) };
    let back = |ports: (u16, u16)| Seg { ports, ..seg(1, 1, A, 101, 509, 0) };
    // A server's port and a client's.
    for ports in [(143, 40_000), (80, 5_000), (3_306, 50_000)] {
        assert_eq!(ways(&[from(ports), back(ports)]), [false, true], "{ports:?}");
    }
    // A client first, or ports that tell nothing.
    for ports in [(40_000, 143), (5_000, 80), (22, 23), (50_000, 40_000), (8_080, 9_090)] {
        assert_eq!(ways(&[from(ports), back(ports)]), [true, false], "{ports:?}");
    }
}
