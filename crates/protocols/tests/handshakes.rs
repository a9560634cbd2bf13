//! Handshakes that aren't encrypted, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

/// A message of Google's QUIC with these tags and values, in the first stream of a connection.
fn message(name: &[u8; 4], tags: &[(&[u8; 4], &[u8])]) -> Shown {
    let mut list = list(tags);
    let mut body = [&name[..], &(tags.len() as u16).to_le_bytes(), &[0; 2]].concat();
    body.append(&mut list);
    let mut packet = [&[9][..], &[5, 0, 0, 0, 0, 0, 0, 0], b"Q035", &[1], &[0; 12], &[0xa0, 1]].concat();
    packet.extend((body.len() as u16).to_le_bytes());
    packet.append(&mut body);
    let frame = udp_between(40000, 443, &packet);
    dissect(&registry(), &meta(1, &frame, frame.len()), &frame, &[])
}

fn list(tags: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let (mut heads, mut values) = (Vec::new(), Vec::new());
    for (tag, value) in tags {
        values.extend(*value);
        heads.extend(*tag);
        heads.extend((values.len() as u32).to_le_bytes());
    }
    heads.append(&mut values);
    heads
}

#[test]
fn tags_of_a_client_have_values_by_their_own_fields() {
    let s = message(
        b"CHLO",
        &[
            (b"SNI\0", b"h.example"),
            (b"VER\0", b"Q035"),
            (b"CCS\0", &[1, 2, 3, 4, 5, 6, 7, 8]),
            (b"AEAD", b"AESGNONE"),
            (b"ICSL", &[30, 0, 0, 0]),
            (b"PUBS", &[32, 0, 0, 1, 2]),
            (b"CTIM", &[0, 0xf1, 0x53, 0x65, 0, 0, 0, 0]),
            (b"NEW?", b"\x07"),
        ],
    );
    s.columns("GQUIC", "Client Hello, PKN: 1, CID: 5");
    s.has("gquic.tag.sni", "h.example").has("gquic.tag.version", "Q035").has("gquic.tag.icsl", "30");
    s.has("gquic.tag.ccs", "72623859790382856");
    assert_eq!(s.all("gquic.tag.aead"), ["AESG", "NONE"]);
    assert_eq!(s.all("gquic.tag.pubs"), ["32", "131328"]);
    s.has("gquic.tag.unknown", "07").has("gquic.tag.undecoded", "");
    assert_eq!(s.count("gquic.tag.ctim"), 1);
    s.lacks("gquic.tag.unknown.data");
}

#[test]
fn a_server_says_why_and_how_it_is_configured() {
    let config = [b"SCFG", &1u32.to_le_bytes()[..], &list(&[(b"OBIT", b"12345678")])].concat();
    let s = message(
        b"REJ\0",
        &[
            (b"RREJ", &[17, 0, 0, 0]),
            (b"SCFG", &config),
            (b"CADR", &[2, 0, 192, 0, 2, 1, 80, 0]),
            (b"EXPY", &[9; 7]),
        ],
    );
    s.columns("GQUIC", "Rejection, PKN: 1, CID: 5");
    s.has("gquic.tag.rrej", "17").has("gquic.tag.scfg.number", "1").has("gquic.tag.obit", "3132333435363738");
    s.has("gquic.tag.caddr.addr.ipv4", "3221225985").has("gquic.tag.caddr.port", "80");
    // A number that is too short is nothing that is known.
    s.lacks("gquic.tag.expy");
    s.has("gquic.tag.unknown.data", "");
}

#[test]
fn configurations_in_configurations_come_to_an_end() {
    let mut inner = b"SCFG\x01\0\0\0PAD\0\0\0\0\0".to_vec();
    for _ in 0..50 {
        inner = [b"SCFG", &1u32.to_le_bytes()[..], &list(&[(b"SCFG", &inner)])].concat();
    }
    let s = message(b"REJ\0", &[(b"SCFG", &inner)]);
    assert_eq!(s.count("gquic.tag.scfg"), 5);
}
