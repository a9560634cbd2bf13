//! What lines of the tree say in protocols that are met rarely, from frames made by hand.

#![allow(clippy::unwrap_used)]

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

/// LINKTYPE_ETHERNET, LINKTYPE_PPP and LINKTYPE_IEEE802_15_4_NOFCS.
const ETHERNET: u16 = 1;
const PPP: u16 = 9;
const WPAN: u16 = 230;

fn show(link: u16, frame: &[u8]) -> Shown {
    let mut registry = registry();
    registry.prefs.resolve_mac = true;
    dissect(&registry, &meta(link, frame, frame.len()), frame, &[])
}

fn bfd(version: u8, flags: u8) -> Shown {
    let mut control = vec![version << 5, 0xc0 | flags, 3, 24];
    for word in [1u32, 2, 300_999, 2_500, 0] {
        control.extend(word.to_be_bytes());
    }
    show(ETHERNET, &udp(3784, &control))
}

#[test]
fn flags_of_bfd_are_those_of_the_version() {
    let now = bfd(1, 0x22);
    now.says("Message Flags: 0xe2, Poll: Set, Demand: Set").says(" (= 900 ms Detection time)");
    now.has("bfd.flags.p", "1").has("bfd.flags.d", "1").has("bfd.flags.f", "0").lacks("bfd.flags.h");
    let then = bfd(0, 0x3f);
    then.says("Message Flags: 0xff, I hear you: Set, Demand: Set, Poll: Set, Final: Set");
    then.has("bfd.flags.h", "1").lacks("bfd.sta");
}

/// A configuration request with one option.
fn configure(protocol: u16, option: &[u8]) -> Shown {
    let mut frame = vec![0xff, 3];
    frame.extend(protocol.to_be_bytes());
    frame.extend([1, 1]);
    frame.extend((4 + option.len() as u16).to_be_bytes());
    frame.extend(option);
    show(PPP, &frame)
}

#[test]
fn options_of_ppp_say_what_they_are_about() {
    const LCP: u16 = 0xc021;
    const CCP: u16 = 0x80fd;
    configure(LCP, &[1, 4, 5, 0xd4]).says("Maximum Receive Unit: 1492");
    configure(LCP, &[9, 3, 5]).says("FCS Alternatives: 0x05").says(", CCITT 32-bit, NULL FCS");
    configure(LCP, &[13, 3, 1]).says("Callback: Message is dialing string");
    let chap = configure(LCP, &[3, 5, 0xc2, 0x23, 0x80]);
    chap.says("Authentication Protocol: Challenge Handshake Authentication Protocol (0xc223)");
    chap.has("lcp.opt.algorithm", "128").lacks("lcp.opt.data");
    let map = configure(LCP, &[2, 6, 0, 0x0a, 0, 0]);
    map.says(", DC3 (XOFF), DC1 (XON)").has("lcp.opt.asyncmap.dc1", "1");
    // Bits stand under their field, one level deeper.
    configure(CCP, &[18, 6, 1, 0, 0, 0x60]).says(", H, S, L");
    configure(CCP, &[17, 6, 0, 1, 0, 0]).says("Stac Electronics LZS (Ascend Proprietary version)");
    configure(CCP, &[17, 5, 0, 1, 3]).says("Stac Electronics LZS").says(", Check Mode: Sequence Number");
}

#[test]
fn addresses_of_eight_bytes_have_makers() {
    let mut frame = vec![0x21, 0xc8, 1, 0xff, 1, 0, 0, 0xff, 0xff];
    frame.extend([0x07, 0x20, 0, 0xff, 0xff, 0xda, 0x1c, 0]);
    frame.extend([0xaa; 3]);
    let shown = show(WPAN, &frame);
    shown.says("IEEE 802.15.4 Data, Dst: 0x0000, Src: ExeginTe_ff:ff:00:20:07");
    shown.says(concat!(
        ", Frame Type: Data, Acknowledge Request, Destination Addressing Mode: Short/16-bit, ",
        "Frame Version: IEEE Std 802.15.4-2003, Source Addressing Mode: Long/64-bit"
    ));
}

#[test]
fn metrics_are_put_together_before_their_values() {
    let part = |kind: u16, value: &[u8]| {
        let len = (4 + value.len() as u16).to_be_bytes();
        [&kind.to_be_bytes()[..], &len, value].concat()
    };
    let gauge = [&[0, 1, 1][..], &3.5e9f64.to_le_bytes()].concat();
    let parts = [part(0, b"h\0"), part(2, b"cpu\0"), part(7, &10u64.to_be_bytes()), part(6, &gauge)].concat();
    let shown = show(ETHERNET, &udp(25826, &parts));
    shown.says("collectd INTERVAL segment: 10 seconds").says("Gauge: 3.5e+09").says("Assembled metric");
    // The part has the byte that ends its text, the metric has not.
    assert_eq!(shown.all("collectd.data.plugin"), ["cpu\0", "cpu"]);
    assert_eq!(shown.count("collectd.data.type"), 0);
}

#[test]
fn what_quoted_datagrams_carry_stands_at_the_root() {
    let query = [&[0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0][..], b"\x01a\0\0\x01\0\x01"].concat();
    let quoted = [&[3, 3, 0, 0, 0, 0, 0, 0][..], &udp(53, &query)[14..]].concat();
    let shown = show(ETHERNET, &ipv4(1, &quoted));
    let line = shown.lines.iter().find(|l| l.1.contains("(query)"));
    assert_eq!(line.map(|l| l.0), Some(0), "{:#?}", shown.lines);
}

#[test]
fn prefixes_of_babel_go_on_from_earlier_ones() {
    let update = |flags: u8, omitted: u8, rest: &[u8]| {
        let head = [8, 10 + rest.len() as u8, 2, flags, 128, omitted, 1, 0, 0, 1, 0, 96];
        [&head[..], rest].concat()
    };
    let first = [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    let body = [update(0x80, 0, &first), update(0, 15, &[9])].concat();
    let packet = [&[42, 2][..], &(body.len() as u16).to_be_bytes(), &body].concat();
    let shown = show(ETHERNET, &udp_between(6696, 6696, &packet));
    shown.says("Prefix: 2001:db8::1/128").says("Prefix: 2001:db8::9/128");
}
