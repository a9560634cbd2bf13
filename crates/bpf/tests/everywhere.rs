//! Looking inside encapsulations, with frames made here.
#![allow(clippy::expect_used)]

use requin_bpf::{KERNEL_MAX, Link, Options, Program};

const OUTER: [u8; 12] = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2];
const INNER: [u8; 12] = [2, 0, 0, 0, 0, 3, 2, 0, 0, 0, 0, 4];

fn v4(protocol: u8, payload: &[u8], last: u8) -> Vec<u8> {
    [&[0x45, 0, 0, 0, 0, 0, 0, 0, 64, protocol, 0, 0, 10, 0, 0, last, 10, 0, 0, 99][..], payload].concat()
}

fn v6(protocol: u8, payload: &[u8]) -> Vec<u8> {
    let mut header = vec![0x60, 0, 0, 0, 0, 0, protocol, 64];
    header.extend([0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    header.extend([0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    [&header[..], payload].concat()
}

fn ports(from: u16, to: u16) -> Vec<u8> {
    [&from.to_be_bytes()[..], &to.to_be_bytes(), &[0; 16]].concat()
}

fn frame(macs: [u8; 12], tags: &[(u16, u16)], kind: u16, payload: &[u8]) -> Vec<u8> {
    let mut frame = macs.to_vec();
    for (kind, id) in tags {
        frame.extend(kind.to_be_bytes());
        frame.extend(id.to_be_bytes());
    }
    frame.extend(kind.to_be_bytes());
    frame.extend(payload);
    frame.resize(frame.len().max(60), 0);
    frame
}

fn pppoe(protocol: u16, payload: &[u8]) -> Vec<u8> {
    [&[0x11, 0, 0, 7, 0, 0][..], &protocol.to_be_bytes(), payload].concat()
}

/// MPLS labels 100, 101 … in front of a packet.
fn mpls(labels: u32, packet: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for n in 0..labels {
        out.extend(((100 + n) << 12 | u32::from(n + 1 == labels) << 8 | 64).to_be_bytes());
    }
    [&out[..], packet].concat()
}

fn vxlan(inner: &[u8]) -> Vec<u8> {
    [&40_000u16.to_be_bytes()[..], &4789u16.to_be_bytes(), &[0, 0, 0, 0], &[8, 0, 0, 0, 0, 0, 42, 0], inner]
        .concat()
}

/// The IPv4 packet in every encapsulation that is looked into, with a name for each.
fn wrapped(packet: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let plain = frame(OUTER, &[], 0x0800, packet);
    let inner = frame(INNER, &[], 0x0800, packet);
    let tagged_inner = frame(INNER, &[(0x8100, 9)], 0x0800, packet);
    let labelled_inner = frame(INNER, &[], 0x8847, &mpls(2, packet));
    vec![
        ("plain", plain),
        ("vlan", frame(OUTER, &[(0x8100, 5)], 0x0800, packet)),
        ("qinq", frame(OUTER, &[(0x88a8, 5), (0x8100, 6)], 0x0800, packet)),
        ("three tags", frame(OUTER, &[(0x88a8, 5), (0x8100, 6), (0x8100, 7)], 0x0800, packet)),
        ("pppoe", frame(OUTER, &[], 0x8864, &pppoe(0x21, packet))),
        ("vlan pppoe", frame(OUTER, &[(0x8100, 5)], 0x8864, &pppoe(0x21, packet))),
        ("vxlan", frame(OUTER, &[], 0x0800, &v4(17, &vxlan(&inner), 77))),
        ("vxlan over ip6", frame(OUTER, &[], 0x86dd, &v6(17, &vxlan(&inner)))),
        ("vxlan in vlan", frame(OUTER, &[(0x8100, 5)], 0x0800, &v4(17, &vxlan(&inner), 77))),
        ("vlan in vxlan", frame(OUTER, &[], 0x0800, &v4(17, &vxlan(&tagged_inner), 77))),
        ("vxlan in pppoe", frame(OUTER, &[], 0x8864, &pppoe(0x21, &v4(17, &vxlan(&inner), 77)))),
        ("mpls", frame(OUTER, &[], 0x8847, &mpls(1, packet))),
        ("mpls mpls mpls", frame(OUTER, &[], 0x8847, &mpls(3, packet))),
        ("vlan mpls", frame(OUTER, &[(0x8100, 5)], 0x8847, &mpls(2, packet))),
        ("vxlan in mpls", frame(OUTER, &[], 0x8847, &mpls(1, &v4(17, &vxlan(&inner), 77)))),
        ("mpls in vxlan", frame(OUTER, &[], 0x0800, &v4(17, &vxlan(&labelled_inner), 77))),
    ]
}

fn compile(expression: &str, optimize: bool) -> Program {
    let options = Options { everywhere: true, optimize, ..Options::new(Link::ETHERNET) };
    requin_bpf::compile(expression, &options).expect("compiles")
}

fn takes(expression: &str, packet: &[u8]) -> bool {
    let wire = u32::try_from(packet.len()).expect("fits");
    let short = compile(expression, true).matches(packet, wire) != 0;
    let simple = compile(expression, false).matches(packet, wire) != 0;
    assert_eq!(short, simple, "{expression}");
    short
}

#[test]
fn inside_everything() {
    let packet = v4(6, &ports(1234, 80), 1);
    for (name, frame) in wrapped(&packet) {
        for expression in [
            "port 80",
            "tcp",
            "tcp dst port 80",
            "host 10.0.0.1",
            "net 10.0.0.0/24",
            "src 10.0.0.1 and tcp[2:2] = 80",
            "ip[9] = 6",
            "not port 81",
            "not host 10.0.0.2",
            "not arp",
        ] {
            assert!(takes(expression, &frame), "{name}: {expression}");
        }
        for expression in ["port 81", "not port 80", "not tcp", "icmp", "host 10.0.0.2", "arp", "sctp", "stp"]
        {
            assert!(!takes(expression, &frame), "{name}: {expression}");
        }
    }
}

#[test]
fn ip6_inside() {
    let packet = v6(17, &ports(53, 5353));
    let inner = frame(INNER, &[], 0x86dd, &packet);
    for (name, frame) in [
        ("plain", frame(OUTER, &[], 0x86dd, &packet)),
        ("vlan", frame(OUTER, &[(0x8100, 5)], 0x86dd, &packet)),
        ("pppoe", frame(OUTER, &[], 0x8864, &pppoe(0x57, &packet))),
        ("vxlan", frame(OUTER, &[], 0x0800, &v4(17, &vxlan(&inner), 77))),
    ] {
        assert!(takes("udp port 53", &frame), "{name}");
        assert!(takes("host fe80::2 and ip6", &frame), "{name}");
        assert!(!takes("tcp or port 54", &frame), "{name}");
    }
}

#[test]
fn headers_anywhere() {
    let packet = v4(6, &ports(1234, 80), 1);
    let frames = wrapped(&packet);
    let of = |expression: &str| -> Vec<&str> {
        frames.iter().filter(|(_, frame)| takes(expression, frame)).map(|(name, _)| *name).collect()
    };
    assert_eq!(
        of("vlan"),
        ["vlan", "qinq", "three tags", "vlan pppoe", "vxlan in vlan", "vlan in vxlan", "vlan mpls"]
    );
    assert_eq!(of("vlan 6"), ["qinq", "three tags"]);
    assert_eq!(of("vlan 7"), ["three tags"]);
    assert_eq!(of("vlan 9"), ["vlan in vxlan"]);
    assert_eq!(
        of("vlan 5 and port 80"),
        ["vlan", "qinq", "three tags", "vlan pppoe", "vxlan in vlan", "vlan mpls"]
    );
    assert_eq!(of("pppoes"), ["pppoe", "vlan pppoe", "vxlan in pppoe"]);
    assert_eq!(of("pppoes 7 and not vlan"), ["pppoe", "vxlan in pppoe"]);
    assert_eq!(of("pppoes 8"), [""; 0]);
    assert_eq!(of("mpls"), ["mpls", "mpls mpls mpls", "vlan mpls", "vxlan in mpls", "mpls in vxlan"]);
    assert_eq!(of("mpls 101"), ["mpls mpls mpls", "vlan mpls", "mpls in vxlan"]);
    assert_eq!(of("mpls 102 and tcp port 80"), ["mpls mpls mpls"]);
    assert_eq!(of("mpls 103"), [""; 0]);
    // Both the packet that carries and the one that is carried have addresses.
    assert_eq!(
        of("ether host 2:0:0:0:0:3"),
        [
            "vxlan",
            "vxlan over ip6",
            "vxlan in vlan",
            "vlan in vxlan",
            "vxlan in pppoe",
            "vxlan in mpls",
            "mpls in vxlan"
        ]
    );
    assert_eq!(of("ether host 2:0:0:0:0:1").len(), frames.len());
    assert_eq!(
        of("udp"),
        [
            "vxlan",
            "vxlan over ip6",
            "vxlan in vlan",
            "vlan in vxlan",
            "vxlan in pppoe",
            "vxlan in mpls",
            "mpls in vxlan"
        ]
    );
    assert_eq!(
        of("host 10.0.0.77"),
        ["vxlan", "vxlan in vlan", "vlan in vxlan", "vxlan in pppoe", "vxlan in mpls", "mpls in vxlan"]
    );
}

#[test]
fn cooked_and_raw() {
    let packet = v4(6, &ports(1234, 80), 1);
    let sll2 = [&[0x81, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 6][..], &OUTER[..8], &[0, 5, 8, 0], &packet].concat();
    let carried = v4(17, &vxlan(&frame(INNER, &[], 0x0800, &packet)), 77);
    for (link, bytes) in [(Link::LINUX_SLL2, &sll2), (Link::RAW, &carried), (Link::IPV4, &carried)] {
        let options = Options { everywhere: true, ..Options::new(link) };
        let wire = u32::try_from(bytes.len()).expect("fits");
        let program = requin_bpf::compile("tcp port 80", &options).expect("compiles");
        assert_ne!(program.matches(bytes, wire), 0, "{link}");
        let program = requin_bpf::compile("not tcp port 80", &options).expect("compiles");
        assert_eq!(program.matches(bytes, wire), 0, "{link}");
    }
}

#[test]
fn a_kernel_takes_the_programs() {
    for expression in [
        "port 80",
        "host 10.0.0.1 and (port 80 or port 443 or port 8080) and not net 192.168.0.0/16",
        "tcp[tcpflags] & (tcp-syn|tcp-fin) != 0 and not src and dst net 10.0.0.0/8",
    ] {
        let program = compile(expression, true);
        assert!(program.len() < KERNEL_MAX, "{expression}: {}", program.len());
        println!("{} instructions: {expression}", program.len());
    }
    let many =
        (0..3000).map(|n| format!("host 10.{}.{}.1", n / 250, n % 250)).collect::<Vec<_>>().join(" or ");
    let options = Options { everywhere: true, ..Options::new(Link::ETHERNET) };
    let error = requin_bpf::compile(&many, &options).expect_err("too long");
    assert_eq!(error.kind(), requin_bpf::Kind::TooLong);
}
