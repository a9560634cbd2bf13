//! Whatever comes in whatever order, the bounds hold.

mod common;

use common::*;
use proptest::prelude::*;
use requin_flow::{Flow, Options};
use requin_wire::TcpFacts;

#[test]
fn a_million_half_open_connections_stay_within_bounds() {
    let registry = requin_protocols::registry();
    let options = Options { memory: 1 << 20, analysis_memory: 1 << 20, ..Options::default() };
    let mut flow = Flow::new(&registry, options);
    let mut all = Vec::new();
    for i in 0..1_000_000u32 {
        let ports = (i as u16, (i >> 16) as u16);
        feed(&mut flow, u64::from(i) + 1, &Seg { ports, ..seg(u64::from(i), 0, S, i, 0, 0) }, &mut all);
        all.clear();
    }
    assert!(flow.conversations().len() <= (1 << 20) / 64, "{}", flow.conversations().len());
    let e = flow.evicted();
    assert_eq!(e.conversations as usize, 1_000_000 - flow.conversations().len());
    assert_eq!(flow.warnings().len(), 1);
}

#[test]
fn analysis_that_was_forgotten_is_owned_up_to_when_it_is_missed() {
    let registry = requin_protocols::registry();
    let mut flow = Flow::new(&registry, Options { analysis_memory: 1 << 20, ..Options::default() });
    let mut all = Vec::new();
    for round in 0..2u32 {
        for i in 0..50_000u16 {
            let s = Seg { ports: (i, 9), ..seg(u64::from(round), 0, A, 100 + round, 1, 1) };
            feed(&mut flow, u64::from(i) + 1, &s, &mut all);
            all.clear();
        }
        // Nobody came back in the first round.
        assert_eq!(flow.evicted().analyses > 0, round == 1);
    }
    assert_eq!((flow.evicted().conversations, flow.warnings().len()), (0, 1));
    assert!(flow.conversations().analysis_heap() < 1 << 20);
}

#[test]
fn endless_segments_out_of_order_stay_within_bounds() {
    let registry = requin_protocols::registry();
    let mut flow = Flow::new(&registry, Options::default());
    let mut all = Vec::new();
    // Every other segment is missing and nothing is ever acknowledged.
    for i in 0..200_000u32 {
        feed(&mut flow, u64::from(i) + 1, &seg(u64::from(i), 0, A, i.wrapping_mul(20), 1, 10), &mut all);
        all.clear();
    }
    assert!(flow.conversations().analysis_heap() < 1 << 20, "{}", flow.conversations().analysis_heap());
}

#[test]
fn an_idle_conversation_goes_before_a_busy_one() {
    let registry = requin_protocols::registry();
    let mut flow = Flow::new(&registry, Options { memory: 0, ..Options::default() });
    let mut all = Vec::new();
    feed(&mut flow, 1, &seg(0, 0, S, 1, 0, 0), &mut all);
    for i in 0..20_000u16 {
        let other = Seg { ports: (i, 9), ..seg(1, 0, S, 1, 0, 0) };
        feed(&mut flow, 2, &other, &mut all);
        feed(&mut flow, 3, &seg(1, 0, A, 2, 1, 1), &mut all);
        assert_eq!(all.last().map(|f| f.stream), Some(0));
        all.clear();
    }
    assert!(flow.evicted().conversations > 10_000);
}

fn any_segment() -> impl Strategy<Value = Seg> {
    let near = prop_oneof![0u32..300, (u32::MAX - 200)..=u32::MAX, any::<u32>()];
    (0u8..2, 0u8..64, near.clone(), near, 0u32..40, any::<u16>(), 0u16..3, any::<bool>()).prop_map(
        |(way, flags, seq, ack, len, window, port, quoted)| Seg {
            window,
            ports: (1000 + port, 2000),
            quoted: quoted && port == 2,
            ..seg(0, way, flags, seq, ack, len)
        },
    )
}

proptest! {
    #[test]
    fn any_order_gives_facts_that_make_sense(
        segments in proptest::collection::vec(any_segment(), 1..200),
        steps in proptest::collection::vec(0u64..5000, 200),
    ) {
        let registry = requin_protocols::registry();
        let mut flow = Flow::new(&registry, Options { memory: 0, analysis_memory: 0, ..Options::default() });
        let (mut all, mut ms) = (Vec::new(), 0);
        for (i, (s, step)) in segments.iter().zip(&steps).enumerate() {
            ms += step;
            let number = i as u64 + 1;
            feed(&mut flow, number, &Seg { ms, ..*s }, &mut all);
            prop_assert_eq!(all.len(), i + 1);
            let f = all[i];
            prop_assert!(f.tcp.acks_frame < number && f.tcp.rto_frame < number && f.tcp.dup_ack_frame < number);
            prop_assert!(f.first <= f.previous);
            prop_assert!((-2..=14).contains(&f.tcp.scale));
            prop_assert!(f.tcp.completeness < 64);
            // Only one way of coming again.
            let again = f.tcp.flags & (TcpFacts::RETRANSMISSION | TcpFacts::FAST_RETRANSMISSION
                | TcpFacts::SPURIOUS_RETRANSMISSION | TcpFacts::OUT_OF_ORDER);
            prop_assert!(again.count_ones() <= 1);
            prop_assert!(f.tcp.has(TcpFacts::DUPLICATE_ACK) == (f.tcp.dup_ack_num > 0));
        }
        prop_assert!(flow.conversations().len() <= 3);
    }

    #[test]
    fn facts_never_depend_on_what_comes_later(
        segments in proptest::collection::vec(any_segment(), 2..60),
        cut in 1usize..59,
    ) {
        let whole = facts(&segments);
        let cut = cut.min(segments.len());
        let part = facts(&segments[..cut]);
        prop_assert_eq!(format!("{part:?}"), format!("{:?}", &whole[..cut]));
    }
}
