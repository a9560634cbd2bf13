//! Packets with damaged bytes, made by hand: what is read of them, and where reading ends.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

fn sip(message: &str) -> Shown {
    show(&udp_between(5060, 5060, message.as_bytes()))
}

#[test]
fn sip_is_known_by_the_form_of_its_first_line() {
    let s = sip("REGISTvR sip:ab@c SIP/2.0\r\nTo: <sip:de@f>\r\n\r\n");
    assert_eq!(s.info, "Unknown request: REGISTvR sip:ab@c | ");
    assert!(s.is("sip.Method", "REGISTvR") && s.is("sip.to.user", "de"));
    for line in ["REGISTER sipLab SIP/2.0", "REGISTER sip:a@b SIP/2.1", "SIP/2.0 2000 OK", "SIP/2.0 4% OK"] {
        assert_eq!(sip(&format!("{line}\r\n\r\n")).layers.last(), Some(&"data"), "{line}");
    }
}

#[test]
fn a_head_of_sip_without_an_end_is_read_as_far_as_it_goes() {
    let s = sip("BYE sip:ab@c SIP/2.0\r\nTo: <sip:de@f>\r\nUser-Agent: x");
    assert!(s.is_malformed() && s.is("sip.User-Agent", "x") && !s.names("sip.resend"));
    let s = sip("BYE sip:ab@c SIP/2.0\r\nTo: <sip:de@f>\r\n");
    assert!(!s.is_malformed() && s.names("sip.header_not_terminated"));
    let s = sip("BYE sip:ab@c SIP/2.0\r\nCSeq: 1\r\nTo: <sip:de@f>\r\n\r\n");
    assert!(!s.is_malformed() && !s.names("sip.To"), "nothing is read behind a number without its method");
}

#[test]
fn damaged_headers_of_sip() {
    let s = sip("BYE sip:ab@c;x=y SIP/2.0\r\nFr\u{1}m: x\r\nno colon\r\nContent-Length: 2x\r\n\r\nbody");
    assert!(s.is("_ws.expert.message", "Unrecognised SIP header (fr\\001m)"));
    assert!(s.names("sip.header_no_colon") && s.names("sip.content_length.invalid"));
    assert!(!s.names("sip.msg_body"), "a length that is no number leaves no body");
    assert!(!s.names("sip.r-uri.param"));
    // An address has its scheme or its brackets.
    let s = sip(
        "BYE sip:ab@c SIP/2.0\r\nTo: =sip:de@f\r\nFrom: <sip:gh@i;tag=4\r\nContact: \"x <sip:jk@l>\r\n\r\n",
    );
    assert!(!s.names("sip.to.addr") && !s.names("sip.from.addr") && !s.names("sip.contact.uri"));
    assert!(s.is("sip.from.tag", "4"));
    let s = sip(
        "BYE sip:ab@c SIP/2.0\r\nTo: \\\"x\\\" <sip:de@f:5x;g=h>\r\nVia: SIP/2.0/UDP i;branch=j k\r\n\r\n",
    );
    assert!(s.is("sip.to.display.info", "\\\"x\\\" ") && s.is("sip.to.port", "5x"));
    assert!(s.is("sip.Via.branch", "j") && s.is("sip.Via.sent-by.address", ""));
}

#[test]
fn texts_with_nul_bytes_are_marked() {
    assert!(
        sip("BYE sip:ab@c SIP/2.0\r\nSubject: a\0b\r\n\r\n").names("_ws.string.trailing_stray_characters")
    );
    let s = show(&udp_between(514, 514, b"<14>one\0two"));
    assert!(s.names("_ws.string.trailing_stray_characters"));
    let s = show(&udp_between(514, 514, b"<14>one\0\0"));
    assert!(!s.names("_ws.string.trailing_stray_characters"), "padding is none");
}

/// An element of BER.
fn ber(tag: u8, content: &[&[u8]]) -> Vec<u8> {
    let content = content.concat();
    let mut e = vec![tag, content.len() as u8];
    e.extend(content);
    e
}

#[test]
fn snmp_goes_on_behind_elements_of_other_types() {
    let one = ber(2, &[&[1]]);
    let name = ber(6, &[&[0x2b, 6, 1]]);
    let bindings = ber(0x30, &[&ber(0x30, &[&name, &ber(4, &[b"abc"])]), &ber(0x31, &[])]);
    let message = |community: &[u8], status: &[u8]| {
        let pdu = ber(0xa2, &[&one, status, &one, &bindings]);
        show(&udp_between(161, 1610, &ber(0x30, &[&one, community, &pdu])))
    };
    let s = message(&ber(4, &[b"public"]), &one);
    assert_eq!(s.info, "get-response 1.3.6.1");
    assert!(s.is("snmp.variable_bindings", "2"));
    let s = message(&ber(2, &[b"public"]), &ber(4, &[&[1]]));
    assert!(!s.is_malformed() && !s.names("snmp.community") && !s.names("snmp.error_status"));
    assert!(s.is("snmp.error_index", "1") && s.names("snmp.value.octets"));
    let said = "BER Error: Wrong field in SEQUENCE: expected class:UNIVERSAL(0) tag:2(INTEGER) but found class:UNIVERSAL(0) tag:4";
    assert!(s.is("_ws.expert.message", said));
    // A version that nobody knows, and an operation that is none.
    let s = show(&udp_between(161, 1610, &ber(0x30, &[&ber(2, &[&[7]]), &one])));
    assert!(s.names("snmp.version.unknown") && !s.is_malformed());
    let s = show(&udp_between(161, 1610, &ber(0x30, &[&one, &ber(4, &[b"x"]), &ber(0xb0, &[&one])])));
    assert!(!s.is_malformed() && s.info.is_empty());
    // A message that reaches beyond the datagram is none.
    assert_eq!(show(&udp_between(161, 1610, &[0x30, 9, 2, 1, 1])).layers.last(), Some(&"data"));
}

#[test]
fn bgp_begins_at_its_marker() {
    let mut keepalive = vec![0xff; 16];
    keepalive.extend([0, 19, 4]);
    let s = show(&tcp(179, &[&[1, 2, 3][..], &keepalive].concat()));
    assert_eq!(s.info, "KEEPALIVE Message");
    assert!(s.names("bgp.continuation") && s.is("bgp.type", "4"));
}

#[test]
fn attributes_of_bgp_that_have_wrong_lengths() {
    let attributes = [0x40, 1, 0, 0x40, 3, 1, 9, 0xc0, 7, 6, 0, 7, 1, 2, 3, 4];
    let mut m = vec![0xff; 16];
    m.extend([0, 23 + attributes.len() as u8, 2, 0, 0, 0, attributes.len() as u8]);
    m.extend(attributes);
    let s = show(&tcp(179, &m));
    assert!(s.is("_ws.expert.message", "Origin (invalid): 0 bytes"));
    assert!(s.is("_ws.expert.message", "Next hop (invalid): 1 byte"));
    assert!(s.is("bgp.update.path_attribute.aggregator_as", "7") && !s.is_malformed());
}

#[test]
fn options_that_reach_too_far() {
    // DHCPv6: an option that is whole, and one that is not.
    let s = show(&udp_between(546, 547, &[1, 0, 0, 1, 0, 8, 0, 2, 0, 9, 0, 6, 0, 20, 0, 23]));
    assert!(s.is("dhcpv6.option.type", "8") && !s.is("dhcpv6.option.type", "6") && !s.is_malformed());
    // RADIUS.
    let mut request = vec![1, 1, 0, 25];
    request.extend([0; 16]);
    let mut long = request.clone();
    long.extend([1, 9, b'a', b'b', b'c']);
    let s = show(&udp_between(1812, 1812, &long));
    assert!(s.is("_ws.expert.message", "Not enough room in packet for AVP") && !s.is_malformed());
    request.extend([1, 1, b'a', b'b', b'c']);
    let s = show(&udp_between(1812, 1812, &request));
    assert!(s.is("_ws.expert.message", "AVP too short: length 1 < 2"));
}

#[test]
fn options_of_dhcp_that_are_too_short_are_bytes() {
    let mut m = vec![1, 1, 6, 0];
    m.extend([0; 232]);
    m.extend([0x63, 0x82, 0x53, 0x63, 53, 1, 1, 3, 1, 9, 255]);
    let s = show(&udp_between(68, 67, &m));
    assert!(
        s.is("_ws.expert.message", "Option length isn't a multiple of 4") && !s.names("dhcp.option.router")
    );
}

#[test]
fn lldp_begins_with_three_tlvs() {
    let lldp = |tlvs: &[&[u8]]| {
        let mut f = vec![1, 0x80, 0xc2, 0, 0, 0x0e, 2, 0, 0, 0, 0, 1, 0x88, 0xcc];
        f.extend(tlvs.concat());
        show(&f)
    };
    let (chassis, port, ttl): (&[u8], &[u8], &[u8]) =
        (&[2, 7, 4, 2, 0, 0, 0, 0, 1], &[4, 5, 5, b'e', b't', b'h', b'0'], &[6, 2, 0, 120]);
    let s = lldp(&[chassis, &[10, 1, b'a'], ttl]);
    assert_eq!(s.info, "Invalid Port ID TLV");
    assert!(s.is("_ws.expert.message", "Invalid Port ID (0x05), expected (0x02)"));
    let s =
        lldp(&[chassis, port, ttl, &[10, 3, b'a', 0, b'b'], &[254, 6, 0, 0, 0x5e, 1, b'u', b'v'], &[0, 0]]);
    assert!(s.info.ends_with(" SysN=a ") && s.names("_ws.string.trailing_stray_characters"));
    assert!(s.is("lldp.iana.mudurl", "uv"));
    // A TLV that reaches beyond the frame.
    let s = lldp(&[chassis, port, ttl, &[10, 9, b'a']]);
    assert!(s.is_malformed() && !s.names("lldp.tlv.system.name"));
}

#[test]
fn records_of_mld_are_as_many_as_there_are() {
    let mld = |record: &[u8]| {
        let mut f = vec![2; 12];
        f.extend([0x86, 0xdd, 0x60, 0, 0, 0, 0, 8 + record.len() as u8, 58, 1]);
        f.extend([0xfe; 32]);
        f.extend([143, 0, 0, 0, 0, 0, 0, 9]);
        f.extend(record);
        show(&f)
    };
    let whole: Vec<u8> = [&[4, 0, 0, 0][..], &[0xff; 16]].concat();
    assert!(!mld(&whole).is_malformed());
    let s = mld(&whole[..6]);
    assert!(s.is_malformed() && s.is("icmpv6.mldr.mar.record_type", "4"));
}
