//! Segments with many PDUs: each is shown, however many there are.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

#[test]
fn thousands_of_pdus_are_shown_as_one_layer() {
    let acknowledged = [0x40, 2, 0, 1].repeat(5000);
    let s = show(&tcp(1883, &acknowledged));
    assert_eq!((s.count("mqtt.msgtype"), s.is_malformed()), (5000, false));
    assert_eq!(s.layers.iter().filter(|l| **l == "mqtt").count(), 1);
    // Rows that are copied into a table.
    let rows = [b'd', 0, 0, 0, 6, b'1', b'\n'].repeat(3000);
    let s = show(&tcp(5432, &rows));
    assert_eq!((s.count("pgsql.copydata"), s.is_malformed()), (3000, false));
    // Pieces that are asked for: 13 bytes each.
    let mut requests = Vec::new();
    for piece in 0u32..500 {
        requests.extend([0, 0, 0, 5, 4]);
        requests.extend(piece.to_be_bytes());
    }
    let s = show(&tcp_between(6881, 6881, &requests));
    assert_eq!((s.count("bittorrent.piece.index"), s.is_malformed()), (500, false));
}

#[test]
fn pdus_with_layers_of_their_own_are_shown_up_to_a_bound() {
    let alive = |n| show(&tcp(139, &[0x85, 0, 0, 0].repeat(n)));
    let s = alive(500);
    assert_eq!((s.count("nbss.type"), s.is_malformed()), (500, false));
    assert_eq!(s.layers.iter().filter(|l| **l == "nbss").count(), 500);
    let s = alive(5000);
    assert!((900..1100).contains(&s.count("nbss.type")), "{}", s.count("nbss.type"));
}

#[test]
fn what_begins_no_pdu_takes_nothing_from_those_before() {
    let s = show(&tcp(1883, &[0x40, 2, 0, 1, 0x40, 2, 0, 2, 0x40, 0xff]));
    assert_eq!((s.all("mqtt.msgid"), s.is_malformed()), (vec!["1", "2"], false));
    // A PDU that stops in the middle stops the rest.
    let short = [0x10, 4, 0, 4, b'M', b'Q', 0x40, 2, 0, 1];
    let s = show(&tcp(1883, &short));
    assert!(s.is_malformed() && s.count("mqtt.msgid") == 0);
}
