//! Networks, from hand-made frames.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::{dissect_frame, registry};
use requin_wire::{Dissection, Facts, Meta, Tree, Want};

/// The layers of an Ethernet frame.
fn layers(frame: &[u8]) -> Vec<&'static str> {
    let registry = registry();
    let len = frame.len() as u32;
    let meta = Meta { number: 1, link: 1, captured: len, original: len, ..Meta::default() };
    let mut d = Dissection::default();
    dissect_frame::<Tree>(&registry, &Want::everything(), &meta, &Facts::default(), frame, &mut d);
    d.layers.iter().filter_map(|l| registry.proto(l.proto)).map(|p| p.abbr).collect()
}

/// A frame with a packet of IPv6 that carries an echo request.
fn echo(kind: [u8; 2]) -> Vec<u8> {
    let mut f = vec![2; 12];
    f.extend(kind);
    f.extend([0x60, 0, 0, 0, 0, 8, 58, 64]);
    f.extend([0xfe; 32]);
    f.extend([128, 0, 0, 0, 0, 1, 0, 1]);
    f
}

#[test]
fn ipv6_that_is_announced_as_ipv4_is_shown_as_what_it_is() {
    assert_eq!(layers(&echo([0x86, 0xdd])), ["frame", "eth", "ethertype", "ipv6", "icmpv6"]);
    assert_eq!(layers(&echo([0x08, 0x00])), ["frame", "eth", "ethertype", "ip", "ipv6", "icmpv6"]);
    let mut other = echo([0x08, 0x00]);
    other[14] = 0x70;
    assert_eq!(layers(&other), ["frame", "eth", "ethertype", "ip"]);
}

fn show(frame: &[u8]) -> shown::Shown {
    shown::dissect(&registry(), &shown::meta(1, frame, frame.len()), frame, &[])
}

/// An address of documentation that ends in the number.
fn address(last: u8) -> [u8; 16] {
    [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last]
}

/// A frame of IPv6 from the first to the second address.
fn ipv6(next: u8, payload: &[u8]) -> Vec<u8> {
    let mut f = vec![2; 12];
    f.extend([0x86, 0xdd, 0x60, 0, 0, 0, 0, payload.len() as u8, next, 64]);
    f.extend(address(1));
    f.extend(address(2));
    f.extend(payload);
    f
}

const DATAGRAM: [u8; 12] = [0x27, 0x0f, 0x22, 0xb8, 0, 12, 0, 0, 1, 2, 3, 4];

/// One option in a header of these, filled up.
fn option(header: u8, kind: u8, value: &[u8]) -> shown::Shown {
    let mut options = vec![kind, value.len() as u8];
    options.extend(value);
    options.resize((options.len() + 2).next_multiple_of(8) - 2, 0);
    let words = (options.len() + 2) / 8 - 1;
    show(&ipv6(header, &[&[17, words as u8][..], &options, &DATAGRAM].concat()))
}

#[test]
fn options_of_ipv6_are_read_by_their_kind() {
    const HOP_BY_HOP: u8 = 0;
    const DESTINATION: u8 = 60;
    let s = option(DESTINATION, 15, &[1, 2, 0, 3, 0, 4, 0, 5, 0, 6]);
    assert!(s.is("ipv6.opt.pdm.psn_this_pkt", "3") && !s.names("ipv6.opt.header_mismatch"));
    let s = option(HOP_BY_HOP, 15, &[1, 2, 0, 3, 0, 4, 0, 5, 0, 6]);
    let said = "Performance and Diagnostic Metrics must use a destination options header";
    assert!(s.is("_ws.expert.message", said) && s.layers.contains(&"udp"));
    let s = option(HOP_BY_HOP, 0x26, &[5, 7, 0, 0, 0, 4]);
    assert!(
        s.is("ipv6.opt.qs_rate", "5") && s.is("ipv6.opt.qs_ttl_diff", "57") && s.is("ipv6.opt.qs_nonce", "1")
    );
    let s = option(HOP_BY_HOP, 0x6d, &[0x40, 9, 0xaa, 0xbb]);
    s.has("ipv6.opt.mpl.sequence", "9").has("ipv6.opt.mpl.seed_id", "aabb");
    assert!(option(HOP_BY_HOP, 0x6d, &[0, 9]).names("ipv6.opt.mpl.ipv6_src_seed_id"));
    let s = option(HOP_BY_HOP, 8, &[0x21, 10, 1, 7, 7]);
    s.has("ipv6.opt.smf_dpd.tagger_id", "0a01").has("ipv6.opt.smf_dpd.ident", "0707");
    option(HOP_BY_HOP, 8, &[0x80, 1]).has("ipv6.opt.smf_dpd.hav", "8001");
    option(DESTINATION, 0x8c, b"\x03abc").has("ipv6.opt.lio.line_id", "abc");
    option(HOP_BY_HOP, 0xee, &[0x60, 0, 5]).has("ipv6.opt.dff.sequence_number", "5");
    option(HOP_BY_HOP, 0xc2, &[0, 1, 0, 0]).has("ipv6.opt.jumbo", "65536");
    assert!(option(HOP_BY_HOP, 0xc2, &[0, 1, 0, 0]).names("ipv6.opt.jumbo.prohibited"));
    assert!(option(HOP_BY_HOP, 0x8a, &[1]).names("ipv6.opt.deprecated"));
    // Another length than the kind's: what is too much is shown, what is missing is taken from what follows.
    let s = option(HOP_BY_HOP, 5, &[0, 0, 7]);
    s.has("_ws.expert.message", "Router alert: Invalid Length (3 bytes)").has("ipv6.opt_unknown_data", "07");
    let s = option(HOP_BY_HOP, 0xee, &[0, 1]);
    assert!(s.is("ipv6.opt.dff.sequence_number", "256") && !s.is_malformed());
}

#[test]
fn traces_of_nodes_in_ipv6() {
    let trace = |lengths: [u8; 2], noted: [u8; 3], data: &[u8]| {
        option(0, 0x31, &[&[0, 0, 0, 1][..], &lengths, &noted, &[0], data].concat())
    };
    let s = trace([8, 1], [0xc0, 0, 0], &[0; 4]);
    assert!(s.names("ipv6.opt.ioam.trace.free_space") && !s.names("ipv6.opt.ioam.trace.node.id"));
    let s = trace([16, 0], [0xc0, 0, 0], &[64, 0, 0, 7, 0, 1, 0, 2]);
    s.has("ipv6.opt.ioam.trace.node.id", "7").has("ipv6.opt.ioam.trace.node.eif", "2");
    assert!(trace([8, 0], [0xc0, 0, 0], &[0; 8]).names("ipv6.opt.ioam.trace.invalid_type"));
    assert!(trace([0, 0], [0x80, 0, 0], &[0; 4]).names("ipv6.opt.ioam.trace.invalid_nodelen"));
    let s = trace([8, 9], [0x80, 0, 0], &[0; 4]);
    s.has("_ws.expert.message", "IOAM RemLen: Invalid length (36 bytes)");
    let s = trace([8, 0], [0x80, 0, 2], &[64, 0, 0, 7, 1, 0, 0, 5, 1, 2, 3, 4]);
    s.has("ipv6.opt.ioam.trace.node.oss.scid", "5").has("ipv6.opt.ioam.trace.node.oss.data", "01020304");
}

#[test]
fn routing_headers_of_ipv6_tell_where_packets_go() {
    let route = |kind: u8, left: u8, data: &[u8]| {
        show(&ipv6(43, &[&[17, (data.len() / 8) as u8, kind, left][..], data, &DATAGRAM].concat()))
    };
    let one = [&[0; 4][..], &address(9)].concat();
    let s = route(0, 1, &one);
    assert!(
        s.is("ipv6.routing.src.addr", "20010db8000000000000000000000009")
            && !s.names("ipv6.routing.invalid_segleft")
    );
    let s = route(0, 2, &one);
    let said = "IPv6 Type 0 Routing Header segments left field must not exceed address count (1)";
    s.has("_ws.expert.message", said);
    assert!(route(2, 1, &[0; 4]).is_malformed() && route(2, 1, &[0; 4]).names("ipv6.routing.invalid_length"));
    // Addresses of RPL lack what they share with the destination.
    let s = route(3, 2, &[0xff, 0x50, 0, 0, 3, 1, 5, 0, 0, 0, 0, 0]);
    s.has("ipv6.routing.rpl.addr_count", "3").has("ipv6.routing.rpl.address", "03");
    s.has("ipv6.routing.rpl.full_address", "20010db8000000000000000000000003");
    assert!(s.names("ipv6.src_route_list.src_addr") && !s.names("ipv6.src_route_list.multicast_addr"));
    let s = route(3, 1, &[0xff, 0xf0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert!(s.is("ipv6.routing.rpl.addr_count", "-7") && s.names("ipv6.routing.rpl.addr_count_ge0"));
    let s = route(4, 1, &[1, 0, 0, 0, 0, 0, 0, 0]);
    assert!(s.is_malformed(), "fewer addresses than there should be");
    let s = route(5, 1, &[0, 7, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(
        (s.all("ipv6.routing.crh16.sid"), s.all("ipv6.routing.crh16.current_sid")),
        (vec!["7", "8"], vec!["8"])
    );
    assert!(route(6, 9, &[0; 4]).names("ipv6.routing.invalid_length"));
}

/// An object of RSVP.
fn object(class: u8, kind: u8, value: &[u8]) -> Vec<u8> {
    [&[0, 4 + value.len() as u8, class, kind][..], value].concat()
}

#[test]
fn objects_of_rsvp() {
    let hop = [1, 8, 10, 0, 0, 2, 32, 1];
    let rate = [0x47, 0xf4, 0x24, 0];
    let objects = [
        object(1, 7, &[10, 0, 0, 9, 0, 0, 0, 5, 10, 0, 0, 1]),
        object(3, 1, &[10, 0, 0, 1, 0, 0, 0, 7]),
        object(5, 1, &[0, 0, 0x75, 0x30]),
        object(20, 1, &[&hop[..], &[32, 4, 0xfd, 0xe8]].concat()),
        object(19, 1, &[0, 0, 8, 0]),
        object(207, 7, b"\x07\x06\x04\x04test"),
        object(11, 7, &[10, 0, 0, 1, 0, 0, 0, 2]),
        object(12, 2, &[&[0, 0, 0, 7, 1, 0, 0, 6, 127, 0, 0, 5][..], &rate, &rate, &rate, &[0; 8]].concat()),
        object(21, 1, &[&hop[..], &[3, 8, 1, 1, 0, 0, 0, 17]].concat()),
        object(200, 1, &[1, 2, 3, 4]),
    ]
    .concat();
    let len = (8 + objects.len() as u16).to_be_bytes();
    let message = [&[0x10, 1, 0, 0, 255, 0][..], &len, &objects].concat();
    let s = show(&shown::ipv4(46, &message));
    let said = "PATH Message. SESSION: IPv4-LSP, Destination 10.0.0.9, Short Call ID 0, Tunnel ID 5, Ext ID a000001. \
                SENDER TEMPLATE: IPv4-LSP, Tunnel Source: 10.0.0.1, Short Call ID: 0, LSP ID: 2. ";
    s.columns("RSVP", said);
    s.has("rsvp.hop.logical_interface", "7")
        .has("rsvp.refresh_interval", "30000")
        .has("rsvp.sender.lsp_id", "2");
    s.has("rsvp.ero_rro_subobjects.autonomous_system", "65000").has("rsvp.ero_rro_subobjects.label", "17");
    s.has("rsvp.session_attribute.name", "test").has("rsvp.tspec.token_bucket_rate", "125000");
    s.has("rsvp.path", "1").has("rsvp.unknown.data", "01020304");
    assert!(!s.is_malformed());
}

#[test]
fn gateways_of_cisco_that_share_an_address() {
    let to = |group: u8, port: u16, payload: &[u8]| {
        let mut f = shown::udp_between(port, port, payload);
        f[30..34].copy_from_slice(&[224, 0, 0, group]);
        show(&f)
    };
    let s = to(102, 1985, &[2, 4, 0, 2, 0, 1]);
    s.columns("HSRPv2", "Interface State TLV (Act=2 Pass=1)").has("hsrp2.passive_groups", "1");
    let s = to(102, 1985, &[&[3, 8][..], b"cisco\0\0\0"].concat());
    assert!(s.names("hsrp2.text_auth_tlv") && s.names("hsrp2.auth_data"));
    let hello =
        [1, 28, 0, 32, 0, 100, 0, 0, 0, 0, 11, 184, 0, 0, 39, 16, 2, 88, 56, 64, 0, 0, 1, 4, 10, 0, 0, 1];
    let head = [1, 0, 0, 7, 0, 0, 2, 0, 0, 0, 0, 1];
    let s = to(102, 3222, &[&head[..], &hello, b"\x03\x0a\x01\x06secret", &[4, 1]].concat());
    s.columns("GLBP", "G: 7, Hello, IPv4, Auth").has("glbp.auth.plainpass", "secret");
    assert!(to(102, 3222, &[&head[..], &[4, 20, 1]].concat()).is_malformed());
}
