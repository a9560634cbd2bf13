//! What lines of the tree say beside names and values of fields, and where they stand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// An element of BER with a short length.
fn ber(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&[tag, body.len() as u8], &body[..]].concat()
}

#[test]
fn filters_stand_under_their_texts() {
    let is = |name: &[u8]| ber(0xa3, &[&ber(4, &[name]), &ber(4, &[b"1"])]);
    let all = ber(0xa0, &[&is(b"a"), &is(b"b"), &ber(0xa2, &[&is(b"c")])]);
    let zero = ber(2, &[&[0]]);
    let (scope, never) = (ber(10, &[&[2]]), ber(10, &[&[0]]));
    let rest = [&scope[..], &never, &zero, &zero, &ber(1, &[&[0]]), &all, &ber(0x30, &[])].concat();
    let search = ber(0x63, &[&ber(4, &[b""]), &rest]);
    let shown = show(&tcp(389, &ber(0x30, &[&ber(2, &[&[1]]), &search])));
    let outer = shown.depth_of("Filter: (&(&(a=1)(b=1))(!(c=1)))");
    assert_eq!(shown.depth_of("and: (&(&(a=1)(b=1))(!(c=1)))"), outer + 2);
    assert_eq!(shown.depth_of(" items"), outer + 3);
    assert_eq!(shown.depth_of("Filter: (a=1)"), outer + 4);
    assert_eq!(shown.depth_of("Filter: (c=1)"), outer + 6);
}

#[test]
fn versions_of_isakmp_have_their_names() {
    let message = |kind: u8, version: u8, body: &[u8]| {
        let len = (28 + 4 + body.len() as u32).to_be_bytes();
        let head = [&[1; 8][..], &[0; 8], &[kind, version, 37, 0], &[0; 4], &len].concat();
        udp(500, &[&head, &[0, 0, 0, 4 + body.len() as u8][..], body].concat())
    };
    let second = show(&message(41, 0x20, &[3, 0, 0, 14]));
    second.says("Protocol ID: ESP (3)");
    second.says("Notify Message Type: NO_PROPOSAL_CHOSEN (14)");
    let first = show(&message(11, 0x10, &[0, 0, 0, 1, 3, 0, 0, 14]));
    first.says("Notify Message Type: NO-PROPOSAL-CHOSEN (14)");
}

/// A frame of DNP3's data link with these user data.
fn dnp3(data: &[u8]) -> Vec<u8> {
    let with_sum = |bytes: &[u8]| {
        let sum = !bytes.iter().fold(0u16, |sum, b| {
            (0..8).fold(sum ^ u16::from(*b), |sum, _| sum >> 1 ^ if sum & 1 != 0 { 0xa6bc } else { 0 })
        });
        [bytes, &sum.to_le_bytes()].concat()
    };
    let head = with_sum(&[5, 0x64, 5 + data.len() as u8, 0xc4, 1, 0, 2, 0]);
    let chunks: Vec<u8> = data.chunks(16).flat_map(with_sum).collect();
    udp(20000, &[head, chunks].concat())
}

#[test]
fn points_tell_their_quality_and_value() {
    // Two binary inputs with their flags, in a response.
    let shown = show(&dnp3(&[0xc0, 0xc3, 129, 0x90, 1, 1, 2, 0, 0, 1, 0x81, 0x4a]));
    shown.says(", First, Final(FIR, FIN, Sequence 3)");
    shown.says(", Device Restart, Time Sync Required, Function Code not implemented");
    shown.says("RESPONSE Data Objects");
    shown.says("Point Number 0 (Quality: Online), Value: 1");
    shown.says("Point Number 1 (Quality: Offline, Restart, Remote Force), Value: 0");
    // A counter, and an analog value.
    let counter = show(&dnp3(&[0xc0, 0xc0, 129, 0, 0, 20, 1, 0, 0, 0, 0x21, 5, 0, 0, 0]));
    counter.says("Point Number 0 (Quality: Online, Roll-over), Count: 5");
    let analog = show(&dnp3(&[0xc0, 0xc0, 129, 0, 0, 30, 5, 0, 0, 0, 1, 0xcd, 0xcc, 0x20, 0x41]));
    analog.says("Point Number 0 (Quality: Online), Value: 10.05");
    // Of indications, the point's number tells which.
    let written = show(&dnp3(&[0xc0, 0xc0, 2, 80, 1, 0, 7, 7, 0]));
    written.says("WRITE Request Data Objects");
    written.says("Point Number 7 (Device Restart), Value: 0");
}

/// A call of NFS version 3.
fn nfs(procedure: u8, arguments: &[u8]) -> Shown {
    let words = [1, 0, 2, 100_003, 3, u32::from(procedure), 0, 0, 0, 0];
    let head: Vec<u8> = words.iter().flat_map(|w| w.to_be_bytes()).collect();
    show(&udp(2049, &[&head, arguments].concat()))
}

#[test]
fn headings_of_nfs_tell_the_handle() {
    let handle = [&[0, 0, 0, 4][..], b"abcd"].concat();
    nfs(1, &handle).says(", GETATTR Call FH: 0xed82cd11");
    nfs(19, &handle).says(", FSINFO Call DH: 0xed82cd11");
    let named = [&handle[..], &[0, 0, 0, 1], b"x\0\0\0"].concat();
    nfs(3, &named).says(", LOOKUP Call DH: 0xed82cd11/x");
}
