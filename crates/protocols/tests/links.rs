//! Links and what is right above them, from frames made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::{dissect_frame, registry};
use requin_wire::{Dissection, Facts, Outline, Pick, Tree, Want};
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// A frame of a type.
fn ethernet(kind: u16, payload: &[u8]) -> Vec<u8> {
    [&[2; 12][..], &kind.to_be_bytes(), payload].concat()
}

/// A frame with three bytes of LLC.
fn llc(head: [u8; 3], payload: &[u8]) -> Vec<u8> {
    let len = 3 + payload.len() as u16;
    [&[2; 12][..], &len.to_be_bytes(), &head, payload].concat()
}

/// An element of LLDP.
fn element(kind: u16, value: &[u8]) -> Vec<u8> {
    [&(kind << 9 | value.len() as u16).to_be_bytes(), value].concat()
}

/// A frame of LLDP with elements behind those that must be there.
fn lldp(elements: &[Vec<u8>]) -> Shown {
    let head = [element(1, b"\x04abcdef"), element(2, b"\x05port"), element(3, &[0, 120])].concat();
    show(&ethernet(0x88cc, &[head, elements.concat(), vec![0; 2]].concat()))
}

fn organization(value: &[u8]) -> Shown {
    lldp(&[element(127, value)])
}

#[test]
fn telephones_and_switches_tell_each_other_in_lldp() {
    let policy = organization(b"\x00\x12\xbb\x02\x01\x40\x65\x6e");
    policy.has("lldp.media.app_type", "1").has("lldp.media.tag_flag", "1").has("lldp.media.vlan_id", "50");
    policy.has("lldp.media.l2_prio", "5").has("lldp.media.dscp", "46");
    let class = organization(b"\x00\x12\xbb\x01\x00\x33\x03");
    class.has("lldp.media.subtype.caps.inventory", "1").has("lldp.media.subtype.caps.mdi_pse", "0");
    class.has("lldp.media.subtype.class", "3");
    organization(b"\x00\x12\xbb\x04\x13\x00\x41")
        .has("lldp.media.power.prio", "3")
        .has("lldp.media.power.value", "65");
    organization(b"\x00\x12\xbb\x0aT21").has("lldp.media.model", "T21");
    let civic = organization(b"\x00\x12\xbb\x03\x02\x0c\x02DE\x03\x06Munich\x22\x00");
    civic.has("lldp.media.civic.country", "DE").has("lldp.media.civic.value", "Munich");
    assert_eq!(civic.all("lldp.media.civic.type"), ["3", "34"]);
}

#[test]
fn places_in_lldp_are_degrees() {
    use requin_wire::Value;
    let registry = registry();
    let latitude = registry.fields().iter().find(|f| f.abbr == "lldp.media.loc.latitude").unwrap();
    let requin_wire::Names::Custom(write) = latitude.names else { panic!("it has a text of its own") };
    let text = |n: u64| {
        let mut buf = Vec::new();
        write(Value::U(n), &mut requin_wire::Out::new(&mut buf));
        String::from_utf8(buf).unwrap()
    };
    assert_eq!(text(48 << 25 | 1 << 24), "48.5000 degrees North (0x0061000000)");
    // Resolution stands in the upper bits, and says nothing of where.
    assert_eq!(text(0x50_0000_0000 | (0x4_0000_0000 - (33 << 25))), "33.0000 degrees South (0x03BE000000)");
}

#[test]
fn what_others_defined_for_lldp() {
    let profinet = organization(b"\x00\x0e\xcf\x02\x00\x01\x30\x02");
    profinet.has("lldp.profinet.rtc2_port_status", "1").has("lldp.profinet.rtc3_port_status", "2");
    assert!(profinet.info.ends_with("RTClass3 Port Status = RTCLASS3_UP"), "{}", profinet.info);
    organization(b"\x00\x0e\xcf\x05abcdef").has("lldp.profinet.cm_mac_add", "616263646566");
    organization(b"\x00\x01\x42\x01\x05").has("lldp.cisco.upoe.pd_altb_desired", "1");
    let unknown = organization(b"\x08\x00\x2d\x07\xaa\xbb");
    unknown.has("lldp.unknown_subtype", "7").has("lldp.unknown_subtype.content", "aabb");
    organization(b"\x00\x12\x0f\x05\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05")
        .has("lldp.ieee.802_3.eee.echo_receive", "5");
}

#[test]
fn names_in_lldp_that_cannot_be() {
    let mac = ethernet(0x88cc, &[element(1, b"\x04abc"), element(2, b"\x05p"), element(3, &[0, 1])].concat());
    let s = show(&mac);
    assert_eq!(s.info, "Invalid Chassis ID TLV");
    s.has("_ws.expert.message", "Invalid Chassis ID Length (4) for Type (MAC address), expected (7)");
    s.lacks("lldp.time_to_live");
    let parts =
        ethernet(0x88cc, &[element(1, b"\x03ab"), element(2, b"\x02ab"), element(3, &[0, 1])].concat());
    assert_eq!(show(&parts).info, "PC/6162 PC/6162 1 ");
}

#[test]
fn access_lines_and_radios_in_pppoe() {
    let tags =
        |tags: &[u8]| show(&ethernet(0x8863, &[&[0x11, 9, 0, 0, 0, tags.len() as u8][..], tags].concat()));
    let line = tags(b"\x01\x05\x00\x0f\x00\x00\x0d\xe9\x01\x03eth\x81\x04\x00\x00\x03\xe8");
    line.has("pppoed.tags.circuit_id", "eth").has("pppoed.tags.act_data_rate_up", "1000");
    let radio = tags(b"\x01\x07\x00\x0a\x00\x0b\x01\x02\x00\x03\x00\x04\x00\x05\x01\x08\x00\x02\x00\x09");
    radio.has("pppoed.tags.metrics.mdr_units", "1").has("pppoed.tags.metrics.max_drate", "5");
    radio.has("pppoed.tags.seq_num", "9");
    let wrong = tags(b"\x01\x09\x00\x04abcd\x09\x99\x00\x03xyz");
    wrong.has("_ws.expert.message", "Credit Scale Factor tag: Wrong length: 4 (expected 2)");
    wrong.has("pppoed.tag", "2457").has("pppoed.tag.unknown_data", "78797a");
}

#[test]
fn control_fields_of_llc() {
    let info = |head| show(&llc(head, b"xyz")).info;
    assert!(info([0x10, 0x20, 0x07]).starts_with("U, func=SIM; DSAP"));
    assert!(info([0x10, 0x21, 0x07]).starts_with("U, func=RIM; DSAP"));
    // The poll bit of information is one whoever sends it.
    assert!(show(&llc([0x10, 0x21, 0x0c], &[0xa3, 1])).info.starts_with("I P, N(R)=81, N(S)=6"));
    let snap = show(&llc([0xaa, 0xaa, 3], &[0xab, 0xcd, 0xef, 0x12, 0xfe, 1]));
    assert!(snap.info.contains("OUI 0xABCDEF (Unknown), PID 0x12FE"), "{}", snap.info);
}

#[test]
fn spanning_trees_of_unknown_types_and_older_forms() {
    show(&llc([0x42, 0x42, 3], &[0, 0, 0, 0x77])).has("_ws.expert.message", "Unknown BPDU type data");
    let bpdu = |older: u8| {
        let mut b = vec![0; 38];
        b[2..4].copy_from_slice(&[3, 2]);
        b[35] = older;
        show(&llc([0x42, 0x42, 3], &b))
    };
    // What a version 1 has behind it is not a tree of trees.
    bpdu(9).has("stp.version_1_length", "9").lacks("mstp.version_3_length");
    bpdu(0).has("mstp.version_3_length", "0");
}

#[test]
fn a_tag_before_an_unknown_type_stays_in_the_summary() {
    assert_eq!(show(&ethernet(0x4df3, b"x")).info, "Ethernet II");
    let tagged = show(&ethernet(0x8100, &[0xb3, 0x39, 0x4d, 0xf3, 1]));
    tagged.columns("0x4df3", "PRI: 5  DEI: 1  ID: 825");
}

#[test]
fn icmp_reads_of_a_redirect_what_rfc_792_says_it_quotes() {
    let query = udp(53, b"\x00\x01\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x01a\x00\x00\x01\x00\x01");
    let quoted = |kind: u8| show(&ipv4(1, &[&[kind, 1, 0, 0, 0, 0, 0, 0][..], &query[14..]].concat()));
    assert_eq!(quoted(5).layers.last(), Some(&"udp"));
    assert_eq!(quoted(4).layers.last(), Some(&"dns"));
    // What is quoted may end anywhere.
    let cut = show(&ipv4(1, &[&[3, 1, 0, 0, 0, 0, 0, 0][..], &query[14..14 + 34]].concat()));
    assert!(!cut.is_malformed() && cut.names("dns.id"), "{}", cut.info);
    // Mobile IP's extensions follow two codes only.
    let routers = |code: u8| show(&ipv4(1, &[9, code, 0, 0, 0, 2, 0, 9, 19, 1, 24]));
    routers(0).has("icmp.mip.prefixlength", "24");
    routers(1).lacks("icmp.mip.prefixlength");
}

#[test]
fn vrrp_of_any_type_and_version_is_read() {
    let s = show(&ipv4(112, &[0xc7, 49, 146, 1, 0, 133, 0, 0, 1, 2, 3, 4]));
    assert_eq!(s.info, "Announcement (v12)");
    s.has("vrrp.adver_int", "133").has("vrrp.ip_addr", "16909060");
}

#[test]
fn a_short_tcp_header_ends_the_packet_in_every_sink() {
    // Two frames in one of IEEE 802.11: the header in the first says that it is longer than it is.
    let mut tcp = ipv4(6, &[0x12, 0x34, 0x56, 0x78, 0, 0, 0, 1, 0, 0, 0, 1, 0x80, 0x18, 1, 0, 0, 0, 0, 0])
        .split_off(14);
    let snap = |kind: u16, payload: &[u8]| {
        [
            &[2; 12][..],
            &(8 + payload.len() as u16).to_be_bytes(),
            &[0xaa, 0xaa, 3, 0, 0, 0],
            &kind.to_be_bytes(),
            payload,
        ]
        .concat()
    };
    let whole = |tcp: &[u8]| {
        let mut f = vec![0x88, 0x02, 0, 0];
        f.extend([2; 18]);
        f.extend([0, 0, 0x80, 0]);
        f.extend(snap(0x0800, tcp));
        f.extend(vec![0; (4 - (14 + 8 + tcp.len()) % 4) % 4]);
        f.extend(snap(0x4df3, b"x"));
        f
    };
    let registry = registry();
    let layers = |frame: &[u8]| {
        let meta = meta(105, frame, frame.len());
        let (mut tree, mut pick, mut outline) =
            (Dissection::default(), Dissection::default(), Dissection::default());
        let facts = Facts::default();
        let mut columns = Want::nothing();
        columns.columns = true;
        dissect_frame::<Tree>(&registry, &Want::everything(), &meta, &facts, frame, &mut tree);
        dissect_frame::<Pick>(&registry, &columns, &meta, &facts, frame, &mut pick);
        dissect_frame::<Outline>(&registry, &Want::nothing(), &meta, &facts, frame, &mut outline);
        [tree, pick, outline].map(|d| {
            d.layers
                .iter()
                .map(|l| l.proto)
                .filter(|p| registry.proto(*p).is_some_and(|p| p.abbr == "llc"))
                .count()
        })
    };
    assert_eq!(layers(&whole(&tcp)), [1; 3]);
    tcp[32] = 0x50;
    assert_eq!(layers(&whole(&tcp)), [2; 3]);
}

/// A message of a control protocol of PPP, carried in a session of PPPoE.
fn ppp(protocol: u16, code: u8, body: &[u8]) -> Shown {
    let len = 4 + body.len() as u16;
    let message = [&protocol.to_be_bytes()[..], &[code, 5], &len.to_be_bytes(), body].concat();
    let head = [&[0x11, 0, 0, 1][..], &(message.len() as u16).to_be_bytes()].concat();
    show(&ethernet(0x8864, &[head, message].concat()))
}

#[test]
fn what_control_protocols_of_ppp_negotiate() {
    let s = ppp(0xc02b, 1, &[1, 6, 0, 0, 0, 9]);
    s.columns("PPP BACP", "Configuration Request").has("bacp.magic_number", "9");
    ppp(0x8281, 5, &[7]).columns("PPP MPLSCP", "Termination Request").has("ppp.data", "07");
    ppp(0x8021, 9, &[0; 4]).columns("PPP IPCP", "Unknown").has("lcp.magic_number", "0");
    let s = ppp(0x8021, 1, &[3, 4, 1, 2, 3, 6, 10, 0, 0, 1]);
    s.has("_ws.expert.message", "IP Address (with option length = 4 bytes; should be 6)");
    s.has("ipcp.opt.ip_address", "167772161");
    let s = ppp(0xc021, 1, &[6, 6, 0, 0, 0, 9, 9, 3, 4, 200, 4, 1, 2]);
    s.has("lcp.opt.reporting_period", "9").has("lcp.opt.fcs_alternatives.ccitt32", "1");
    assert!(s.count("lcp.opt.type") == 2, "of options nobody knows only the bytes are told");
    let s = ppp(0x80fd, 1, &[17, 5, 0, 1, 3, 18, 6, 1, 0, 0, 0x40]);
    s.has("ccp.opt.cm.check_mode", "3").has("ccp.opt.supported_bits.s", "1");
    ppp(0xc021, 13, &[0, 0, 0, 1, 0, 0, 0, 60]).has("lcp.secs_remaining", "60");
    ppp(0xc023, 9, &[1, 2]).has("pap.stuff", "0102");
}

#[test]
fn labels_of_mpls_are_one_layer() {
    let packet = &ipv4(17, &[0, 5, 0, 6, 0, 8, 0, 0])[14..];
    let label = |label: u32, bottom: u32| (label << 12 | bottom << 8 | 64).to_be_bytes();
    let s = show(&ethernet(0x8847, &[&label(100, 0)[..], &label(0, 1), packet].concat()));
    assert_eq!(s.layers[3..5], ["mpls", "ip"]);
    assert_eq!(s.all("mpls.label"), ["100", "0"]);
    let s =
        show(&ethernet(0x8847, &[&label(100, 0)[..], &label(13, 1), &[0x10, 0, 0, 0x21], packet].concat()));
    assert_eq!(s.layers[3..6], ["mpls", "pwach", "ip"]);
    let s = show(&ethernet(0x8847, &[&label(100, 1)[..], &[0x20; 20]].concat()));
    assert_eq!(s.layers[3..], ["mpls", "data"]);
    // A frame whose addresses are those of a maker, with a control word and without.
    let frame = [&[0, 0, 0x0c, 1, 2, 3, 0, 0, 0x0c, 1, 2, 4, 8, 0][..], packet].concat();
    let s = show(&ethernet(0x8847, &[&label(100, 1)[..], &[0, 0, 0, 9], &frame].concat()));
    assert_eq!(s.layers[3..7], ["mpls", "pwethheuristic", "pwethcw", "eth"]);
    let s = show(&ethernet(0x8847, &[&label(100, 1)[..], &frame].concat()));
    assert_eq!(s.layers[3..7], ["mpls", "pwethheuristic", "pwethnocw", "eth"]);
    assert!(show(&ethernet(0x8847, &label(100, 0))).is_malformed());
}

#[test]
fn vlans_that_vtp_tells_of() {
    let vtp = |head: [u8; 4], body: &[u8]| {
        let snap = [&[0xaa, 0xaa, 3, 0, 0, 0x0c, 0x20, 3][..], &head, b"dom", &[0; 29], body].concat();
        show(&[&[2; 12][..], &(snap.len() as u16).to_be_bytes(), &snap].concat())
    };
    let information =
        [&[26, 1, 3, 4, 0, 1, 5, 0xdc, 0, 1, 0x86, 0xa1][..], b"name", &[4, 1, 0, 9, 6, 2, 0, 1, 0, 1]];
    let s = vtp([1, 2, 1, 3], &[&[0, 0, 0, 7][..], &information.concat()].concat());
    s.columns("VTP", "Subset Advertisement, Revision: 7, Seq: 1");
    s.has("vtp.vlan_info.parent_vlan", "9").has("vtp.vlan_info.status.vlan_susp", "1");
    s.has("_ws.expert.message", "Pruning: Bad length 4");
    let s = vtp([1, 4, 0, 3], &[0, 2, 0, 10, 0x81, 0x80]);
    assert_eq!((s.all("vtp.pruning.active"), s.info.as_str()), (vec!["2", "9", "10"], "Join"));
    vtp([1, 1, 2, 3], &[0; 36]).columns("VTP", "Summary Advertisement, Revision: 0, Followers: 2");
}

#[test]
fn flags_of_generic_vxlan() {
    let s = show(&udp(4790, &[&[0x0c, 0, 0, 5, 0, 1, 2, 0][..], &[0, 0x06, 0x41, 64], &[0x20; 4]].concat()));
    s.has("vxlan.flags", "12").has("mpls.label", "100");
}
