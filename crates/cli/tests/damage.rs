//! Packets whose lengths and types can't be true, made by hand: what is taken for a protocol, and where it stops.

#![allow(clippy::expect_used, clippy::unwrap_used)] // a test may give up

mod support;
use support::{stdout, tempdir};

/// The number of an Internet protocol.
const TCP: u8 = 6;
const UDP: u8 = 17;
const SCTP: u8 = 132;

/// Writes a capture of packets between 10.0.0.1 and 10.0.0.2; `true`: from the first.
fn write(name: &str, protocol: u8, packets: &[(bool, Vec<u8>)]) -> String {
    let mut out = Vec::new();
    for word in [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 65535, 101] {
        out.extend(word.to_le_bytes());
    }
    for (i, (forward, payload)) in packets.iter().enumerate() {
        let len = 20 + payload.len();
        for word in [i as u32, 0, len as u32, len as u32] {
            out.extend(word.to_le_bytes());
        }
        out.extend([0x45, 0, (len >> 8) as u8, len as u8, 0, i as u8, 0, 0, 64, protocol, 0, 0]);
        let ends = if *forward { [1, 2] } else { [2, 1] };
        ends.iter().for_each(|n| out.extend([10, 0, 0, *n]));
        out.extend(payload);
    }
    let path = format!("{}/{name}.pcap", tempdir(&format!("damage-{name}")));
    std::fs::write(&path, out).expect("the capture is written");
    path
}

fn datagram(src: u16, dst: u16, payload: &[u8]) -> (bool, Vec<u8>) {
    let mut out = Vec::new();
    for n in [src, dst, 8 + payload.len() as u16, 0] {
        out.extend(n.to_be_bytes());
    }
    out.extend(payload);
    (true, out)
}

/// Segments of one conversation between port 40000 and port 443, in order.
fn segments(payloads: &[(bool, Vec<u8>)]) -> Vec<(bool, Vec<u8>)> {
    let mut next = [1000u32, 5000];
    let mut segment = |forward: bool, flags: u8, payload: &[u8]| {
        let (mine, theirs) = if forward { (0, 1) } else { (1, 0) };
        let ports = [40000u16, 443];
        let mut out = Vec::new();
        out.extend(ports[mine].to_be_bytes());
        out.extend(ports[theirs].to_be_bytes());
        out.extend(next[mine].to_be_bytes());
        out.extend(next[theirs].to_be_bytes());
        out.extend([0x50, flags, 0xff, 0xff, 0, 0, 0, 0]);
        out.extend(payload);
        next[mine] += payload.len() as u32 + u32::from(flags >> 1 & 1);
        (forward, out)
    };
    let mut all = vec![segment(true, 2, &[]), segment(false, 0x12, &[]), segment(true, 0x10, &[])];
    all.extend(payloads.iter().map(|(forward, payload)| segment(*forward, 0x18, payload)));
    all
}

/// The protocol of each packet, and what the Info column says.
fn columns(file: &str) -> Vec<String> {
    let text = stdout(&["-n", "-r", file, "-T", "fields", "-e", "_ws.col.Protocol", "-e", "_ws.col.Info"]);
    text.lines().map(|line| line.replace('\t', " ")).collect()
}

fn stun(kind: u16, len: u16, attributes: &[u8]) -> (bool, Vec<u8>) {
    let mut m = kind.to_be_bytes().to_vec();
    m.extend(len.to_be_bytes());
    m.extend([0x21, 0x12, 0xa4, 0x42]);
    m.extend(b"abcdefghijkl");
    m.extend(attributes);
    datagram(5000, 6000, &m)
}

#[test]
fn a_message_of_stun_fills_its_datagram() {
    let software = b"\x80\x22\0\x04None";
    let file = write(
        "stun",
        UDP,
        &[
            stun(1, 8, software),
            stun(1, 4, software),
            stun(1, 16, software),
            // A method that nobody knows, and one that can't be given out to one who asks.
            stun(0x0150, 8, software),
            stun(0x0401, 8, software),
            stun(1, 8, b"\x80\x22\0\x09None"),
        ],
    );
    assert_eq!(
        columns(&file),
        [
            "STUN Binding Request",
            "UDP 5000 → 6000 Len=28",
            "UDP 5000 → 6000 Len=28",
            "STUN Unknown Error Response",
            "UDP 5000 → 6000 Len=28",
            "STUN Binding Request",
        ]
    );
    let tree = stdout(&["-n", "-r", &file, "-Y", "frame.number == 6", "-V"]);
    assert!(tree.contains("Attribute Length: 12 (bogus, goes past the end of the message)"), "{tree}");
}

#[test]
fn a_datagram_of_dtls_is_made_of_records() {
    let record = |len: u8, body: &[u8]| {
        let mut r = vec![20, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, len];
        r.extend(body);
        r
    };
    let two = [record(1, &[1]), record(1, &[1])].concat();
    let file = write(
        "dtls",
        UDP,
        &[
            datagram(5000, 6000, &two),
            datagram(5000, 6000, &record(2, &[1])),
            datagram(5000, 6000, &[record(1, &[1]), vec![0; 14]].concat()),
            datagram(5000, 6000, &[record(1, &[1]), vec![0; 3]].concat()),
        ],
    );
    let columns = columns(&file);
    assert_eq!(columns[0], "DTLSv1.2 Change Cipher Spec, Change Cipher Spec");
    assert!(columns[1..].iter().all(|c| c.starts_with("UDP ")), "{columns:?}");
}

#[test]
fn names_and_records_of_dns_that_cannot_be_end_a_message() {
    let query = |name: &[u8], behind: &[u8]| {
        let mut m = vec![0, 1, 1, 0, 0, 1, 0, u8::from(!behind.is_empty()), 0, 0, 0, 0];
        m.extend(name);
        m.extend([0, 1, 0, 1]);
        m.extend(behind);
        datagram(5000, 53, &m)
    };
    let file = write(
        "dns",
        UDP,
        &[
            query(b"\x03www\x80bcd\0", &[]),
            query(b"\x03www\x42bcd\0", &[]),
            query(b"\x42www\0", &[]),
            query(b"\x01a\0", b"\xc0\x0c\0\x01\0\x01\0\0\0\x05\0\x40\x01\x02\x03\x04"),
            query(b"\x01a\0", b"\xc0\x0c\0\x01\0\x01\0\0\0\x05\0\x04\x01\x02\x03\x04"),
        ],
    );
    assert_eq!(
        columns(&file),
        [
            "DNS Standard query 0x0001[Malformed Packet]",
            "DNS Standard query 0x0001 Unknown (25187) <Unknown extended label>",
            "DNS Standard query 0x0001[Malformed Packet]",
            "DNS Standard query 0x0001 A a A[Malformed Packet]",
            "DNS Standard query 0x0001 A a A 1.2.3.4",
        ]
    );
    // Nothing is shown of a record that goes past the end, nor is a message repeated that can't be read.
    let tree = stdout(&["-n", "-r", &file, "-Y", "frame.number == 4", "-V"]);
    assert!(!tree.contains("Data length") && !tree.contains("retransmission"), "{tree}");
}

/// A packet with this tag and these chunks.
fn sctp(forward: bool, tag: u32, chunks: &[u8]) -> (bool, Vec<u8>) {
    let mut p = vec![0x13, 0x88, 0x13, 0x88];
    p.extend(tag.to_be_bytes());
    p.extend([0; 4]);
    p.extend(chunks);
    (forward, p)
}

fn data(tsn: u8) -> Vec<u8> {
    vec![0, 3, 0, 18, 0, 0, 1, tsn, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7, 0, 0]
}

fn sack(tsn: u8) -> Vec<u8> {
    vec![3, 0, 0, 16, 0, 0, 1, tsn, 0, 0, 16, 0, 0, 0, 0, 0]
}

#[test]
fn numbers_of_sctp_belong_to_a_tag() {
    let file = write(
        "tags",
        SCTP,
        &[
            sctp(true, 0xa, &data(20)),
            sctp(false, 0xb, &sack(20)),
            sctp(true, 0xa, &data(22)),
            // Another tag: another association, of which nothing is known.
            sctp(true, 0xc, &data(23)),
            sctp(false, 0xd, &sack(23)),
        ],
    );
    assert_eq!(
        columns(&file),
        [
            "SCTP DATA (TSN=0) ",
            "SCTP SACK (Ack=0, Arwnd=4096) ",
            "SCTP DATA (TSN=2) ",
            "SCTP DATA (TSN=0) ",
            "SCTP SACK (Ack=0, Arwnd=4096) ",
        ]
    );
}

#[test]
fn chunks_that_go_past_the_packet_are_malformed() {
    let mut long = sack(20);
    long[3] = 40;
    let unknown = [170, 0, 0, 8, 1, 2, 3, 4];
    let tail = [data(20), vec![0; 3]].concat();
    let file = write("chunks", SCTP, &[sctp(true, 1, &long), sctp(true, 2, &unknown), sctp(true, 3, &tail)]);
    let tree = stdout(&["-n", "-r", &file, "-V"]);
    for line in [
        "[Expert Info (Error/Malformed): Chunk length (40) is longer than remaining data (16) in the packet.]",
        "Cumulative TSN ACK (absolute): 276",
        "RESERVED chunk (Type: 170, value length: 4 bytes)",
        "Chunk value: 01020304",
    ] {
        assert!(tree.contains(line), "{line}: {tree}");
    }
    assert_eq!(tree.matches("[Malformed Packet: SCTP]").count(), 2, "{tree}");
    // Of damaged packets it is not said whose they are.
    assert_eq!(tree.matches("Association index").count(), 1, "{tree}");
}

fn record(kind: u8, version: u16, body: &[u8]) -> Vec<u8> {
    let mut r = vec![kind];
    r.extend(version.to_be_bytes());
    r.extend((body.len() as u16).to_be_bytes());
    r.extend(body);
    r
}

/// A hello with these extensions, of which it says that they have so many bytes.
fn hello(kind: u8, len: u16, extensions: &[u8]) -> Vec<u8> {
    let mut b = vec![3, 3];
    b.extend([7; 32]);
    b.push(0);
    b.extend(if kind == 1 { &[0, 2, 0xc0, 0x2f, 1, 0][..] } else { &[0xc0, 0x2f, 0][..] });
    b.extend(len.to_be_bytes());
    b.extend(extensions);
    let mut m = vec![kind, 0, 0, b.len() as u8];
    m.extend(b);
    record(22, 0x0303, &m)
}

#[test]
fn lengths_in_hellos_that_cannot_be() {
    // An extension that ends behind the packet, one that ends behind its list, and a list that ends behind its message.
    let far = hello(1, 8, &[0, 10, 1, 0, 0, 2, 0, 29]);
    let near = [hello(1, 8, &[0, 10, 0, 8, 0, 2, 0, 29]), record(20, 0x0303, &[1])].concat();
    let list = hello(1, 20, &[0, 23, 0, 0]);
    for (name, hello, shown, absent) in [
        ("far", far, "[Malformed Packet: TLS]", "Extension: supported_groups"),
        ("near", near, "Vector length 8 is too large, truncating it to 4", "Supported Group: "),
        ("list", list, "Vector length 20 is too large, truncating it to 4", "Extension: "),
    ] {
        let file = write(name, TCP, &segments(&[(true, hello)]));
        let tree = stdout(&["-n", "-r", &file, "-Y", "frame.number == 4", "-V"]);
        assert!(tree.contains(shown), "{shown}: {tree}");
        assert!(!tree.contains(absent), "{absent}: {tree}");
        assert_eq!(tree.contains("Change Cipher Spec Message"), name == "near", "{tree}");
    }
}

#[test]
fn records_are_not_asked_for_their_version_twice() {
    let (client, server) = (hello(1, 0, &[]), hello(2, 0, &[]));
    let odd = record(23, 0x0909, &[5; 30]);
    let (head, rest) = odd.split_at(3);
    let file = write(
        "versions",
        TCP,
        &segments(&[
            (true, client),
            (false, server),
            (true, odd.clone()),
            (false, head.to_vec()),
            (false, rest.to_vec()),
            (true, record(99, 0x0303, &[5; 30])),
            (true, record(21, 0x0303, &[9, 9])),
        ]),
    );
    let all = columns(&file);
    assert_eq!(all[5], "TLSv1.2 Application Data");
    assert!(all[6].starts_with("TCP "), "{all:?}");
    assert_eq!(
        &all[7..],
        [
            "TLSv1.2 Application Data",
            "TLSv1.2 Ignored Unknown Record",
            "TLSv1.2 Alert (Level: Unknown, Description: Unknown)",
        ]
    );
}

#[test]
fn packets_of_ssh_are_plain_once_the_client_said_its_version() {
    let new_keys = vec![0, 0, 0, 12, 10, 21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let mut packets = segments(&[
        (false, b"SSH-2.0-server\r\n".to_vec()),
        (false, new_keys.clone()),
        (true, b"SSH-2.0-client\r\n".to_vec()),
        (true, new_keys),
    ]);
    // The same conversation to the port of SSH.
    for (forward, segment) in &mut packets {
        let at = if *forward { 2 } else { 0 };
        segment[at..at + 2].copy_from_slice(&22u16.to_be_bytes());
    }
    let all = columns(&write("ssh", TCP, &packets));
    assert_eq!(
        &all[3..],
        [
            "SSH Server: Protocol (SSH-2.0-server)",
            "SSH Server: Encrypted packet (len=16)",
            "SSH Client: Protocol (SSH-2.0-client)",
            "SSHv2 Client: New Keys",
        ]
    );
}

#[test]
fn names_of_netbios_that_no_encoding_gives() {
    let mut query = vec![0, 1, 1, 16, 0, 1, 0, 0, 0, 0, 0, 0, 32];
    query.extend(b"FHEPFCELEHFCEPFFFACACACACACACAA\x03");
    query.extend([0, 0, 32, 0, 1]);
    let tree = stdout(&["-n", "-r", &write("netbios", UDP, &[datagram(137, 137, &query)]), "-V"]);
    assert!(
        tree.contains("Illegal NetBIOS name (2nd character not between A and Z in first-level encoding)"),
        "{tree}"
    );
}
