//! Programs whose jumps do not reach, and expressions that are deep or long.
#![allow(clippy::expect_used)]

use requin_bpf::{Kind, Link, Options};

fn udp(to: u16) -> Vec<u8> {
    let mut frame = vec![0u8; 60];
    frame[12..15].copy_from_slice(&[8, 0, 0x45]);
    frame[23] = 17;
    frame[36..38].copy_from_slice(&to.to_be_bytes());
    frame
}

#[test]
fn jumps_over_many_instructions() {
    let ports: Vec<String> = (0..600).map(|n| format!("port {}", 3 * n + 1)).collect();
    let options = Options::new(Link::ETHERNET);
    let program = requin_bpf::compile(&ports.join(" or "), &options).expect("compiles");
    assert!(program.len() > 1200, "{}", program.len());
    let simple = Options { optimize: false, ..options };
    let unsimplified = requin_bpf::compile(&ports.join(" or "), &simple).expect("compiles");
    for port in 0..2000u16 {
        let expected = port % 3 == 1 && port < 1800;
        assert_eq!(program.matches(&udp(port), 60) != 0, expected, "{port}");
        assert_eq!(unsimplified.matches(&udp(port), 60) != 0, expected, "{port}");
    }
}

#[test]
fn many_exits() {
    // Pairs of conditions, each with its own way to both ends.
    let parts: Vec<String> = (0..200).map(|n| format!("(ip[8] = {} and dst port {})", n, 5000 + n)).collect();
    let program = requin_bpf::compile(&parts.join(" or "), &Options::new(Link::ETHERNET)).expect("compiles");
    for n in [0u8, 1, 77, 128, 199] {
        let mut frame = udp(5000 + u16::from(n));
        frame[22] = n;
        assert_ne!(program.matches(&frame, 60), 0, "{n}");
        frame[22] = n.wrapping_add(1);
        assert_eq!(program.matches(&frame, 60), 0, "{n}");
    }
}

#[test]
fn depth_is_bounded() {
    let options = Options::new(Link::ETHERNET);
    for (open, close) in [("(", ")"), ("not ", ""), ("ip[", "]"), ("-", "")] {
        let text = format!("{}ip{}", open.repeat(20_000), close.repeat(20_000));
        let error = requin_bpf::compile(&text, &options).expect_err("too deep");
        assert_eq!(error.kind(), Kind::Syntax);
    }
    let sum = format!("{}len = 5", "len + ".repeat(20_000));
    assert_eq!(requin_bpf::compile(&sum, &options).expect_err("too long").kind(), Kind::Syntax);
    let sum = format!("{}len = 5", "len + ".repeat(300));
    assert!(requin_bpf::compile(&sum, &options).is_ok());
    // A chain is no depth.
    let chain = "ip or tcp and ".repeat(5_000) + "udp";
    assert!(requin_bpf::compile(&chain, &options).is_ok());
}
