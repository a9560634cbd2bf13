//! What the first segment of a PDU says of it.

mod support;

use support::*;

/// The Info column of the first of two segments.
fn opening(port: u16, first: &[u8], rest: &[u8]) -> String {
    let f = Talk::tcp(port).client(first).client(rest).shown();
    assert_eq!(f[0].protocol, "TCP");
    assert!(!f[1].info.contains("TCP segment"), "{}", f[1].info);
    f[0].info.clone()
}

#[test]
fn messages_of_smb_are_session_messages() {
    let head = b"\0\0\0\x48\xfeSMB\x40\0\0\0\0\0\0\0\x0d\0\0\0";
    let mut rest = [0; 56];
    rest[48] = 4;
    assert_eq!(opening(445, head, &rest), "Session message [TCP segment of a reassembled PDU]");
}

#[test]
fn kerberos_says_nothing_of_ports() {
    let (head, rest) = (b"\0\0\0\x08\x7e\x06\x30", b"\x04\xa0\x02\x02\0");
    assert_eq!(opening(88, head, rest), "[TCP segment of a reassembled PDU]");
}

#[test]
fn other_protocols_leave_it_to_tcp() {
    let info = opening(389, b"\x30\x05\x02", b"\x01\x01\x42\0");
    assert!(info.contains("Len=3") && info.ends_with("[TCP segment of a reassembled PDU]"), "{info}");
}
