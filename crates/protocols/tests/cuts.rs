//! Frames that the capture cut: what is said of them ends where the bytes do.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

const LIMITED: &str = "[Packet size limited during capture]";

/// The first `n` bytes of a frame, as a capture with that snap length has it.
fn cut(frame: &[u8], n: usize) -> Shown {
    let n = n.min(frame.len());
    dissect(&registry(), &meta(1, &frame[..n], frame.len()), &frame[..n], &[])
}

/// The headers before a payload of TCP or UDP in these frames.
const TCP: usize = 14 + 20 + 20;
const UDP: usize = 14 + 20 + 8;

#[test]
fn a_transport_is_known_by_both_its_ports() {
    for (frame, name) in [(tcp(80, b"GET / HTTP/1.1\r\n\r\n"), "TCP"), (udp(53, &[0; 20]), "UDP")] {
        let before = cut(&frame, 14 + 20 + 3);
        before.columns("IPv4", LIMITED).lacks(&format!("{}.srcport", name.to_lowercase()));
        let behind = cut(&frame, 14 + 20 + 4);
        assert_eq!(behind.protocol, name);
        assert!(behind.names(&format!("{}.dstport", name.to_lowercase())));
    }
}

#[test]
fn a_segment_without_a_byte_of_its_payload_is_one_of_tcp_alone() {
    let frame = tcp(80, b"GET / HTTP/1.1\r\n\r\n");
    let s = cut(&frame, TCP);
    assert_eq!(s.protocol, "TCP");
    assert!(!s.info.contains(LIMITED), "{}", s.info);
    s.lacks("data");
}

#[test]
fn first_lines_are_said_when_they_have_an_end() {
    let frame = tcp(80, b"GET /index HTTP/1.1\r\nHost: a\r\n\r\n");
    let line = TCP + b"GET /index HTTP/1.1".len();
    // A carriage return alone is no end yet.
    for n in [1, 2, 3, 10, line - TCP, line + 1 - TCP] {
        let s = cut(&frame, TCP + n);
        assert_eq!(s.protocol, "TCP", "{n}");
        assert!(s.info.ends_with(LIMITED) && !s.info.contains("index"), "{n}: {}", s.info);
    }
    cut(&frame, line + 2).columns("HTTP", &format!("GET /index HTTP/1.1 {LIMITED}"));
}

#[test]
fn in_datagrams_a_value_may_be_cut_and_a_name_not() {
    let text = b"M-SEARCH * HTTP/1.1\r\nHost: 239.255.255.250\r\nMAN: x\r\n\r\n";
    let frame = udp(1900, text);
    let at = |part: &[u8]| UDP + text.windows(part.len()).position(|w| w == part).unwrap() + part.len();
    cut(&frame, at(b"Host: 239")).columns("SSDP", "M-SEARCH * HTTP/1.1 ");
    cut(&frame, at(b"\r\nMA")).columns("SSDP", &format!("M-SEARCH * HTTP/1.1 {LIMITED}"));
}

#[test]
fn answers_show_codes_that_are_whole() {
    let frame = tcp_between(25, 40000, b"220 ready\r\n");
    for (n, info) in [(1, "S: "), (2, "S: "), (3, "S: 220"), (4, "S: 220 "), (9, "S: 220 ready")] {
        let s = cut(&frame, TCP + n);
        assert!(s.info.starts_with(info) && (n > 2 || s.info == info), "{n}: {}", s.info);
    }
}

#[test]
fn an_imap_line_without_an_end_names_the_protocol_alone() {
    let frame = tcp_between(143, 40000, b"* OK ready\r\n");
    let s = cut(&frame, TCP + 6);
    assert_eq!(s.protocol, "IMAP");
    assert!(!s.info.contains("OK"), "{}", s.info);
    s.lacks("imap.line");
}

#[test]
fn options_of_ip_are_read_before_where_it_goes() {
    let mut frame = ipv4(17, &[0; 8]);
    // Twelve bytes of options behind the header.
    frame[14] = 0x48;
    let total = (frame.len() - 14 + 12) as u16;
    frame[16..18].copy_from_slice(&total.to_be_bytes());
    frame.splice(34..34, [1; 12]);
    let s = cut(&frame, 14 + 20 + 4);
    assert!(s.names("ip.src") && !s.names("ip.dst"));
    assert_eq!(s.info, LIMITED);
}

#[test]
fn the_source_of_ipv6_is_shown_without_its_destination() {
    let mut frame = vec![0; 12];
    frame.extend([0x86, 0xdd, 0x60, 0, 0, 0, 0, 8, 59, 64]);
    frame.extend([0x20; 16]);
    frame.extend([0x30; 16]);
    frame.extend([0; 8]);
    let s = cut(&frame, 14 + 24);
    s.has("ipv6.src", &"20".repeat(16)).lacks("ipv6.dst");
}

#[test]
fn a_packet_number_of_quic_needs_the_bytes_behind_it() {
    // An Initial packet of version 1: identifiers of eight bytes and one, no token, a length, and what is protected.
    let mut packet = vec![0xc3, 0, 0, 0, 1, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 9, 0, 0x41, 0x00];
    let head = packet.len();
    packet.resize(head + 256, 0x55);
    let frame = udp(443, &packet);
    let s = cut(&frame, UDP + head + 19);
    s.has("quic.header_form", "1").lacks("quic.dcid");
    assert_eq!(s.protocol, "QUIC");
    assert!(s.info.ends_with(LIMITED) && !s.info.contains("Initial"), "{}", s.info);
    let s = cut(&frame, UDP + head + 20);
    assert!(s.names("quic.dcid") && s.info.starts_with("Initial, DCID=0102030405060708"), "{}", s.info);
    // It is one of QUIC from the length of the second identifier on.
    assert_eq!(cut(&frame, UDP + 14).protocol, "UDP");
    assert_eq!(cut(&frame, UDP + 15).protocol, "QUIC");
}

#[test]
fn padding_that_was_cut_is_told_of_in_columns_too() {
    // Eighteen bytes of payload are missing to sixty: zeros fill the frame up.
    let mut frame = udp(9999, b"four");
    frame.resize(60, 0);
    for n in [47, 50, 59] {
        let s = cut(&frame, n);
        assert!(s.info.ends_with(LIMITED), "{n}: {}", s.info);
        s.lacks("eth.padding");
    }
    cut(&frame, 60).has("eth.padding", &"00".repeat(14));
}
