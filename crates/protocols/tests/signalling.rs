//! What routers, phones and relays tell each other, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// A request of SIP with a header field.
fn sip(header: &str) -> Shown {
    show(&udp_between(5060, 5060, format!("OPTIONS sip:bob@h SIP/2.0\r\n{header}\r\n\r\n").as_bytes()))
}

#[test]
fn requests_inside_of_dialogs_say_so() {
    let ask = |method: &str, to: &str| {
        let head = format!("{method} sip:bob@h SIP/2.0\r\nFrom: <sip:al@h>;tag=1\r\nTo: {to}\r\n\r\n");
        show(&udp_between(5060, 5060, head.as_bytes())).info
    };
    assert_eq!(ask("INVITE", "<sip:bob@h>;tag=2"), "Request: INVITE sip:bob@h, in-dialog | ");
    assert_eq!(ask("SUBSCRIBE", "<sip:bob@h>;tag="), "Request: SUBSCRIBE sip:bob@h, in-dialog | ");
    assert_eq!(ask("INVITE", "<sip:bob@h>"), "Request: INVITE sip:bob@h | ");
    assert_eq!(ask("BYE", "<sip:bob@h>;tag=2"), "Request: BYE sip:bob@h | ");
}

#[test]
fn addresses_of_sip_are_taken_apart_in_all_headers_that_have_them() {
    let s = sip("Route: <sip:p1;lr>, \"q\" <sip:up@p2:5061;x=y>");
    assert_eq!(s.all("sip.Route.host"), ["p1", "p2"]);
    s.has("sip.Route.user", "up").has("sip.Route.port", "5061").has("sip.Route.display.info", "\"q\"");
    sip("Path: <sip:term@v.net;lr>").has("sip.Path.user", "term").has("sip.Path.param", "lr");
    sip("Service-Route: <sip:orig@s:9>").has("sip.Service-Route.uri", "sip:orig@s:9");
    let s = sip("P-Asserted-Identity: \"C J\" <sip:cj@c.com>, <tel:+1408>");
    assert_eq!(s.all("sip.pai.addr"), ["sip:cj@c.com"]);
    sip("P-Preferred-Identity: <tel:+1>").has("sip.ppi.addr", "tel:+1");
    // A name may be short; a port has digits.
    let s = sip("From: <sip:a@h:x>;tag=1");
    s.has("sip.from.user", "a").lacks("sip.from.port");
    sip("Via: SIP/2.0/UDP [2001:db8::1]:5061").has("sip.Via.sent-by.address", "2001:db8::1");
    sip("From: <sip:@h>;tag=1").lacks("sip.from.user");
}

#[test]
fn users_of_sip_may_be_telephone_numbers() {
    let s = sip("To: <sip:+49301234@h>");
    s.has("e164.msisdn", "49301234").has("e164.country_code", "49");
    sip("To: <sip:+49-301234@h>").has("e164.msisdn", "49-301234").lacks("e164.country_code");
    sip("To: <sip:301234@h;user=phone>").lacks("e164.msisdn");
}

#[test]
fn parameters_of_sip_that_have_fields() {
    let s = sip("Security-Server: tls;q=0.2, ipsec-3gpp; alg=hmac-md5-96; spi-c=98765432; port-s=7531");
    assert_eq!(s.all("sip.sec_mechanism"), ["tls", "ipsec-3gpp"]);
    s.has("sip.sec_mechanism.alg", "hmac-md5-96").has("sip.sec_mechanism.spi_c", "98765432");
    s.has("sip.sec_mechanism.port_s", "7531");
    let s = sip("P-Access-Network-Info: 3GPP-E-UTRAN-FDD; utran-cell-id-3gpp=234151D0FCE11");
    s.has("sip.P-Access-Network-Info.access-type", "3GPP-E-UTRAN-FDD");
    s.has("sip.P-Access-Network-Info.utran-cell-id-3gpp", "234151D0FCE11");
    sip("P-Access-Network-Info: IEEE-802.11b").lacks("sip.P-Access-Network-Info.access-type");
    sip("P-Charging-Vector: icid-value=1234;orig-ioi=h").has("sip.icid_value", "1234");
    assert_eq!(sip("Feature-Caps: *;+g.3gpp.srvcc").all("sip.feature_cap"), ["*", "g.3gpp.srvcc"]);
    sip("Via: SIP/2.0/TCP h;oc=20;oc-algo=\"loss\"").has("sip.Via.oc_val", "20");
    sip("RAck: 1 2 INVITE").has("sip.RAck.CSeq.seq", "2").has("sip.RAck.CSeq.method", "INVITE");
    let s = sip("Reason: SIP;cause=200;text=\"Call completed elsewhere\"");
    s.has("sip.reason_cause_sip", "200").has("sip.reason_text", "Call completed elsewhere");
    let s = sip("Authentication-Info: nextnonce=\"47\", qop=auth");
    s.has("sip.auth.nextnonce", "\"47\"").has("sip.auth.qop", "auth").lacks("sip.auth.scheme");
    let s = sip("Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=47755a9de7794ba387653f2099600ef2");
    assert!(s.names("sip.Session-ID.local_uuid") && s.names("sip.Session-ID.remote_uuid"));
    sip("User-to-User: 56a3;encoding=hex").has("sip.uui", "56a3;encoding=hex");
    sip("Referred-By: <sip:zz@y>").has("sip.Referred-by", "<sip:zz@y>");
}

/// An advertisement of OSPF, version 2.
fn advertisement(kind: u8, id: [u8; 4], body: &[u8]) -> Vec<u8> {
    let mut a = vec![0, 5, 0x0a, kind];
    a.extend(id);
    a.extend([4, 3, 2, 1, 0x80, 0, 0, 1, 0x12, 0x34]);
    a.extend((20 + body.len() as u16).to_be_bytes());
    a.extend(body);
    a
}

fn ospf(advertisements: &[Vec<u8>]) -> Shown {
    let body = advertisements.concat();
    let mut p = vec![2, 4];
    p.extend((28 + body.len() as u16).to_be_bytes());
    p.extend([1, 1, 1, 1, 0, 0, 0, 0]);
    p.extend([0; 12]);
    p.extend((advertisements.len() as u32).to_be_bytes());
    p.extend(body);
    show(&ipv4(89, &p))
}

/// Type, length and value, up to whole words.
fn tlv(kind: u16, value: &[u8]) -> Vec<u8> {
    let mut t = [kind.to_be_bytes(), (value.len() as u16).to_be_bytes()].concat();
    t.extend(value);
    t.resize(t.len().next_multiple_of(4), 0);
    t
}

#[test]
fn advertisements_of_ospf_that_are_too_short() {
    let s = ospf(&[advertisement(5, [1, 2, 3, 4], &[255, 255, 255, 0, 128, 0, 0, 5])]);
    s.has("_ws.expert.message", "Invalid LSA length (28) for type AS-External-LSA (ASBR), expected >= (36)");
    s.lacks("ospf.lsa.asext.netmask");
    let s = ospf(&[advertisement(6, [1, 2, 3, 4], &[0; 8])]);
    s.has("ospf.lsa.member", "1").has("_ws.expert.message", "Unknown LSA Type");
}

#[test]
fn options_of_a_not_so_stubby_area_say_that_it_is_told_to_others() {
    let body = [255, 255, 255, 0, 0x80, 0, 0, 5, 1, 1, 1, 1, 0, 0, 0, 99];
    let s = ospf(&[advertisement(7, [1, 2, 3, 4], &body)]);
    s.has("ospf.v2.options.p", "1").has("ospf.lsa.nssa", "1").has("ospf.lsa.asext.extrttag", "99");
    s.lacks("ospf.v2.options.n");
}

#[test]
fn links_of_traffic_engineering() {
    let parts = [
        tlv(9, &[0, 0, 0, 0x85]),
        tlv(11, &[0, 0, 0, 1, 0, 0, 0, 2]),
        tlv(14, &[2, 0, 0, 0]),
        tlv(16, &[0, 0, 0, 7]),
        tlv(26, &[0, 0, 0, 1]),
        tlv(28, &[0, 0, 0, 100, 0, 0, 0, 101]),
        tlv(99, b"abcd"),
    ];
    let s = ospf(&[advertisement(10, [1, 0, 0, 1], &tlv(2, &parts.concat()))]);
    assert_eq!(s.all("ospf.mpls.group"), ["1", "4", "128"]);
    s.has("ospf.mpls.remote_id", "2").has("ospf.mpls.protection_capability", "2");
    s.has("ospf.mpls.shared_risk_link_group", "7").has("ospf.tlv.extended_admin_group", "1");
    s.has("ospf.tlv.unidirectional_link_delay_max", "101").has("ospf.tlv_value", "61626364");
    assert!(!s.is_malformed());
}

#[test]
fn routers_tell_algorithms_and_labels_of_neighbours() {
    let information = [
        tlv(1, &[0xc0, 0, 0, 0]),
        tlv(12, &[1, 10]),
        tlv(16, &[&[128, 0, 0, 100][..], &tlv(1, &[0, 0, 0, 1])].concat()),
        tlv(99, b"ab"),
    ];
    let s = ospf(&[advertisement(10, [4, 0, 0, 0], &information.concat())]);
    s.has("ospf.ri.options.grh", "1").has("ospf.tlv.igp_msd_value", "10");
    s.has("ospf.tlv.fad.priority", "100").has("ospf.tlv.unknown", "6162");
    // One that reaches too far is not looked at.
    let s = ospf(&[advertisement(10, [7, 0, 0, 1], &[0, 9, 1, 0, 1, 2, 3, 4])]);
    s.lacks("ospf.tlv.unknown");
    assert!(!s.is_malformed());
    let link = [
        vec![1, 0, 0, 0, 2, 2, 2, 2, 3, 3, 3, 3],
        tlv(3, &[0x60, 0, 0, 5, 7, 7, 7, 7, 0, 3, 0xe8]),
        tlv(8, &[1, 1, 1, 1]),
        tlv(10, &[&[4, 0, 0, 0, 0x90, 0, 0, 0][..], &tlv(14, &[0, 0, 0, 5])].concat()),
    ];
    let s = ospf(&[advertisement(10, [8, 0, 0, 1], &tlv(1, &link.concat()))]);
    s.has("ospf.tlv.extlink.weight", "5").has("ospf.tlv.sid_label", "1000");
    s.has("ospf.tlv.application.sabm.bits.x", "1").has("ospf.tlv.unidirectional_delay_variation", "5");
    assert!(!s.is_malformed());
}

fn open(capabilities: &[(u8, &[u8])]) -> Shown {
    let list: Vec<u8> =
        capabilities.iter().flat_map(|(kind, v)| [&[*kind, v.len() as u8][..], v].concat()).collect();
    let mut m = vec![0xff; 16];
    m.extend((31 + list.len() as u16).to_be_bytes());
    m.extend([1, 4, 0x5b, 0xa0, 0, 180, 0, 0, 0, 1, list.len() as u8 + 2, 2, list.len() as u8]);
    m.extend(list);
    show(&tcp(179, &m))
}

#[test]
fn capabilities_of_bgp() {
    let s = open(&[(3, &[0, 1, 0, 1, 1, 64, 3]), (5, &[0, 1, 0, 1, 0, 2]), (67, &[1, 2])]);
    s.has("bgp.cap.orf.type", "64").has("bgp.cap.orf.sendreceive", "3").has("bgp.cap.enh.nhafi", "2");
    assert_eq!(s.all("bgp.cap.dc"), ["1", "2"]);
    for (kind, value, message) in [
        (65, &[0, 1][..], "Capability length 2 is wrong, must be = 4"),
        (3, &[0, 1, 0, 1, 1], "Capability length 5 too short, must be greater than 6"),
        (5, &[0, 1, 0], "Capability length 3 is wrong, must be multiple of 6"),
        (72, &[0], "Capability length 1 wrong, must be = 0"),
    ] {
        open(&[(kind, value)]).has("_ws.expert.message", message);
    }
}

/// An update with attributes, each with its flags, type and length.
fn update(attributes: &[u8]) -> Shown {
    let len = (23 + attributes.len() as u16).to_be_bytes();
    let length = (attributes.len() as u16).to_be_bytes();
    show(&tcp(179, &[&[0xff; 16][..], &len, &[2, 0, 0], &length, attributes].concat()))
}

/// Routes of a family that are reached over 1.2.3.4.
fn reached(family: [u8; 3], routes: &[u8]) -> Vec<u8> {
    [&[0x80, 14, 9 + routes.len() as u8][..], &family, &[4, 1, 2, 3, 4, 0], routes].concat()
}

const EVPN: [u8; 3] = [0, 25, 70];

#[test]
fn routes_of_ethernet_vpns() {
    let mac = b"\x02\x25\x00\x01\x01\x02\x03\x04\x00\x05\x01abcdef\x00\x07\x00\x00\x00\x00\x05\x30ghijkl\x20\x0a\x00\x00\x01\x00\x06\x41";
    let s = update(&reached(EVPN, mac));
    s.has("bgp.evpn.nlri.rt", "2").has("bgp.evpn.nlri.esi.lacp_portkey", "7").has("bgp.evpn.nlri.etag", "5");
    s.has("bgp.evpn.nlri.mac_addr", "6768696a6b6c").has("bgp.evpn.nlri.mpls_ls1", "100");
    s.lacks("bgp.evpn.nlri.vni");
    // Told before that it is VXLAN that carries them, labels are its networks.
    let vxlan = [&[0xc0, 16, 8, 3, 0x0c, 0, 0, 0, 0, 0, 8][..], &reached(EVPN, mac)].concat();
    update(&vxlan).has("bgp.evpn.nlri.vni", "1601").lacks("bgp.evpn.nlri.mpls_ls1");
    let prefix = b"\x05\x22\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x05\x18\x01\x02\x03\x00\x01\x01\x01\x01\x00\x06\x41";
    let s = update(&reached(EVPN, prefix));
    s.has("bgp.evpn.nlri.prefix_len", "24").has("bgp.update.path_attribute.mpls_label_value", "1601");
    update(&reached(EVPN, b"\x0b\x01x")).has("_ws.expert.message", "Invalid EVPN Route Type (11)");
    let short = update(&reached(EVPN, b"\x03\x01x"));
    short.has("_ws.expert.message", "Invalid length (1) of EVPN NLRI Route Type 3");
}

#[test]
fn targets_of_routes_that_are_wanted() {
    let targets = |route: &[u8]| update(&reached([0, 1, 132], route));
    let s = targets(&[96, 0, 0, 0, 9, 2, 2, 0, 1, 0, 0, 0, 7]);
    s.has("bgp.originating_as", "9").has("bgp.community_prefix", "65536:7");
    targets(&[0]).has("bgp.prefix_length", "0").lacks("bgp.originating_as");
}

#[test]
fn notifications_of_bgp() {
    let notify = |major: u8, minor: u8| {
        let mut m = vec![0xff; 16];
        m.extend([0, 21, 3, major, minor]);
        show(&tcp(179, &m))
    };
    notify(5, 1).has("bgp.notify.minor_error_state", "1").lacks("bgp.notify.minor_error.unknown");
    notify(9, 1).has("_ws.expert.message", "Unknown notification error (9)");
}

/// A response of STUN with an attribute.
fn stun(kind: u16, value: &[u8]) -> Shown {
    let attribute = tlv(kind, value);
    let mut m = vec![1, 1];
    m.extend((attribute.len() as u16).to_be_bytes());
    m.extend([0x21, 0x12, 0xa4, 0x42]);
    m.extend([7; 12]);
    m.extend(attribute);
    show(&udp(3478, &m))
}

#[test]
fn attributes_of_stun() {
    let s = stun(0x001d, &[0, 2, 0, 0]);
    s.has("stun.att.pw_alg", "2").has("stun.att.pw_alg_len", "0");
    stun(0x8004, &[3, 1, 0, 0]).has("stun.att.icmp.type", "3").has("stun.att.icmp.code", "1");
    stun(0x8058, &[0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4])
        .has("stun.att.bandwidth_rsv_amount.mirb", "4");
    stun(0x8068, &[1, 2, 1, 0]).has("stun.att.lp.seft_location", "2");
    stun(0x805a, &[0, 1, 0x20, 3, 1, 2, 3, 4]).has("stun.att.ipv4", "537962310");
    // Often shorter than the four characters that it may have.
    stun(0x8054, b"2").has("stun.att.ms.foundation", "2");
    // Of what is too short nothing is shown, and that is no error.
    let s = stun(0x0022, &[1, 2, 3, 4]);
    s.lacks("stun.att.token");
    assert!(!s.is_malformed());
}

#[test]
fn what_a_clock_answers() {
    let control = |opcode: u8, status: u16, text: &[u8]| {
        let mut m = vec![0x16, opcode, 0, 1];
        m.extend(status.to_be_bytes());
        m.extend([0, 0, 0, 0]);
        m.extend((text.len() as u16).to_be_bytes());
        m.extend(text);
        show(&udp_between(123, 123, &m))
    };
    control(0x84, 0x0301, b"").has("ntp.ctrl.clock_status.status", "3");
    control(0xc2, 0x0700, b"").has("ntp.ctrl.err_status", "7").lacks("ntp.ctrl.sys_status.code");
    // What nobody reads may be cut short.
    for (opcode, ends_early) in [(0x00, false), (0x82, true)] {
        let m = [0x16, opcode, 0, 1, 0, 0, 0, 0, 0, 0, 0, 99, 1, 2, 3, 4];
        assert_eq!(show(&udp_between(123, 123, &m)).is_malformed(), ends_early);
    }
    control(0x8c, 0, b"nonce=ab").has("ntp.ctrl.nonce", "nonce=ab");
}

#[test]
fn requests_of_tls_for_the_state_of_certificates() {
    let hello = |extension: &[u8]| {
        let mut h = vec![3, 3];
        h.extend([7; 32]);
        h.extend([0, 0, 2, 0x13, 1, 1, 0]);
        h.extend((extension.len() as u16).to_be_bytes());
        h.extend(extension);
        let mut r = vec![0x16, 3, 3];
        r.extend((h.len() as u16 + 4).to_be_bytes());
        r.extend([1, 0]);
        r.extend((h.len() as u16).to_be_bytes());
        r.extend(h);
        show(&tcp(443, &r))
    };
    let s = hello(&[0, 5, 0, 7, 1, 0, 2, 5, 5, 0, 0]);
    let said = s.all("_ws.expert.message");
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("Responder ID list is not implemented"));
    // A list that goes past its end is not read.
    let s = hello(&[0, 19, 0, 2, 9, 0]);
    s.has("_ws.expert.message", "1 trailing byte was unprocessed").lacks("tls.handshake.cert_type.type");
}

#[test]
fn requests_of_mqtt_have_a_quality_of_service_in_version_3_1_alone() {
    let s = show(&tcp(1883, &[0x62, 2, 0, 2]));
    s.has("mqtt.hdr_reserved", "2").lacks("mqtt.qos");
}
