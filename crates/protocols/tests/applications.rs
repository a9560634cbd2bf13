//! Messages of applications, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use requin_wire::{TcpFacts, TransportFacts};
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// An Access-Request of RADIUS with these attributes.
fn radius(attributes: &[&[u8]]) -> Shown {
    let attributes = attributes.concat();
    let len = (20 + attributes.len() as u16).to_be_bytes();
    show(&udp_between(5000, 1812, &[&[1, 7], &len[..], &[0; 16], &attributes].concat()))
}

/// An element of BER with a length of one byte.
fn ber(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&[tag, body.len() as u8], &body[..]].concat()
}

#[test]
fn what_is_none_of_http_on_its_port_is_nobodys() {
    assert_eq!(show(&tcp(80, b"\0\x01\x02")).layers.last(), Some(&"tcp"));
    assert_eq!(show(&tcp(9, b"\0\x01\x02")).layers.last(), Some(&"data"));
    assert_eq!(show(&tcp(80, b"GET / HTTP/1.1\r\n\r\n")).layers.last(), Some(&"http"));
    // What another protocol knows for its own is shown as such all the same.
    assert_eq!(show(&tcp(80, b"SSH-2.0-x\r\n")).layers.last(), Some(&"ssh"));
}

#[test]
fn texts_on_the_port_of_tls_are_none() {
    assert_eq!(show(&tcp(443, b"220 hello\r\n")).layers.last(), Some(&"data"));
    show(&tcp(443, b"\x01\x02\x03\x04\x05\x06")).columns("SSL", "Continuation Data");
    // Fewer bytes than a record's head may begin one, if the first does.
    show(&tcp(443, b"\x16\x03")).columns("TCP", "[TCP segment of a reassembled PDU]");
    show(&tcp(443, b"\x01\x02")).columns("SSL", "Continuation Data");
}

#[test]
fn the_byte_of_a_keep_alive_is_data() {
    let registry = registry();
    for port in [25, 80, 443, 6379] {
        let frame = tcp(port, b"\0");
        let mut facts = TransportFacts::default();
        facts.tcp.flags |= TcpFacts::KEEP_ALIVE;
        let s = known(&registry, &meta(1, &frame, frame.len()), &frame, &facts);
        assert_eq!(s.layers.last(), Some(&"data"), "{port}");
        assert!(s.info.starts_with("[TCP Keep-Alive] 49152"), "{}", s.info);
    }
}

#[test]
fn status_codes_of_http2_have_their_words() {
    // A literal without indexing, its name by the static table.
    let answer = |code: &[u8; 3]| {
        let block = [&[8, 3], &code[..]].concat();
        let frame = [&[0, 0, block.len() as u8, 1, 4, 0, 0, 0, 1], &block[..]].concat();
        let packet = tcp_between(80, 5000, &frame);
        settled(&registry(), &meta(1, &packet, packet.len()), &packet, "http2").info
    };
    assert_eq!(answer(b"415"), "HEADERS[1]: 415 Unsupported Media Type");
    assert_eq!(answer(b"299"), "HEADERS[1]: 299 Success - Others");
    assert_eq!(answer(b"600"), "HEADERS[1]: 600 Unknown");
}

#[test]
fn attributes_of_radius_that_vendors_define() {
    // 3GPP's RAT type, MikroTik's rate limit, Microsoft's primary server, one that nobody knows.
    let s = radius(&[&[26, 9, 0, 0, 0x28, 0xaf, 21, 3, 6]]);
    s.has("radius.avp.vendor_id", "10415").has("radius.3GPP_RAT_Type", "6");
    radius(&[b"\x1a\x0a\0\0\x3a\x8c\x08\x041M"]).has("radius.Mikrotik_Rate_Limit", "1M");
    let s = radius(&[&[26, 12, 0, 0, 1, 0x37, 28, 6, 10, 1, 2, 3]]);
    s.has("radius.MS_Primary_DNS_Server", "167838211");
    radius(&[&[26, 9, 0, 0, 0, 9, 240, 3, 1]]).has("radius.Unknown_Attribute", "01");
    // There has to be room for who it is.
    assert!(radius(&[&[26, 5, 0, 0, 1]]).names("radius.invalid_length"));
}

#[test]
fn attributes_of_radius_in_spaces_of_their_own() {
    let s = radius(&[&[241, 7, 1, 0, 0, 0, 1]]);
    s.has("radius.avp.extended_type", "1").has("radius.Frag_Status", "1");
    let s = radius(&[&[245, 10, 26, 0x80, 0, 0, 0, 9, 1, 5]]);
    s.has("radius.avp.extended_more", "1").has("radius.avp.vendor_type", "1");
    s.has("radius.Unknown_Attribute", "05");
    assert!(radius(&[&[242, 2]]).names("radius.invalid_length"));
}

#[test]
fn values_of_radius_may_have_tags_and_other_lengths() {
    radius(&[&[64, 6, 1, 0, 0, 13]]).has("radius.Tunnel_Type.tag", "1").has("radius.Tunnel_Type", "13");
    let s = radius(&[&[64, 6, 0x20, 0, 0, 13]]);
    s.has("radius.Tunnel_Type", "536870925").lacks("radius.Tunnel_Type.tag");
    radius(&[&[69, 5, 2, 0xaa, 0xbb]]).has("radius.Tunnel_Password_encrypted", "aabb");
    assert!(radius(&[&[64, 2]]).names("radius.invalid_length"));
    radius(&[&[5, 4, 1, 2]]).has("radius.NAS_Port", "258");
    radius(&[&[5, 7, 0, 0, 0, 0, 1]]).lacks("radius.NAS_Port");
    radius(&[&[97, 4, 0, 64]]).has("radius.Framed_IPv6_Prefix", "0040");
    radius(&[&[97, 4, 1, 64]]).lacks("radius.Framed_IPv6_Prefix");
}

#[test]
fn eap_in_radius_may_take_several_attributes() {
    let identity = [&[1, 2, 1, 44, 1][..], &[b'x'; 295]].concat();
    let (first, second) = identity.split_at(253);
    let s = radius(&[&[79, 255], first, &[79, 49], second, &[1, 3, b'u']]);
    s.has("eap.len", "300").has("radius.User_Name", "u");
    s.columns("RADIUS", "Access-Request id=7");
    // A packet that ends too soon ends the message, and the summary is still RADIUS's.
    let s = radius(&[&[79, 7, 1, 2, 0, 6, 4], &[1, 3, b'u']]);
    s.has("eap.type", "4").columns("RADIUS", "Access-Request id=7").lacks("radius.User_Name");
}

/// A response of SNMP that tells a value of sysDescr.
fn snmp(value: &[u8]) -> Shown {
    let name = [6, 8, 0x2b, 6, 1, 2, 1, 1, 1, 0];
    let list = ber(0x30, &[&ber(0x30, &[&name, value])]);
    let pdu = ber(0xa2, &[&[2, 1, 5, 2, 1, 0, 2, 1, 0], &list]);
    show(&udp_between(161, 5000, &ber(0x30, &[&[2, 1, 1, 4, 1, b'p'], &pdu])))
}

#[test]
fn values_of_snmp() {
    snmp(&[0x47, 2, 1, 0]).has("snmp.value.u32", "256").lacks("snmp.value.unk");
    snmp(&[0x81, 0]).has("snmp.noSuchInstance", "").has("snmp.varbind.response", "");
    // Text is shown once more, by a layer of its own.
    snmp(b"\x04\x02hi")
        .has("snmp.var-bind_str", "hi")
        .has("frame.protocols", "eth:ethertype:ip:udp:snmp:snmp");
}

#[test]
fn packets_of_rtcp_are_one_layer() {
    let report = [0x80, 201, 0, 1, 1, 2, 3, 4];
    let s =
        show(&udp_between(5001, 5001, &[&report[..], &[0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]].concat()));
    s.has("frame.protocols", "eth:ethertype:ip:udp:rtcp").has("rtcp.length_check", "1");
    assert_eq!(s.count("rtcp"), 2);
    // An extension whose length is below zero has no bytes; one that reaches too far is none.
    let report =
        |ext: [u8; 4]| show(&udp_between(5001, 5001, &[&[0x80, 201, 0, 2, 1, 2, 3, 4], &ext[..]].concat()));
    report([0, 9, 0xff, 0]).has("rtcp.profile-specific-extension.type", "9");
    assert!(report([0, 9, 0, 5]).is_malformed());
}

/// A description of media in a request of SIP.
fn sdp(lines: &str) -> Shown {
    let body = format!("v=0\r\n{lines}\r\n");
    let head = "INVITE sip:bob@h SIP/2.0\r\nContent-Type: application/sdp";
    show(&udp_between(
        5060,
        5060,
        format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).as_bytes(),
    ))
}

#[test]
fn candidates_and_keys_of_media() {
    let s = sdp("m=audio 1 RTP/SAVP 0\r\na=candidate:1 2 UDP 99 1.2.3.4 5 typ srflx raddr 0.0.0.0 rport 0");
    s.has("sdp.ice_candidate.foundation", "1").has("sdp.ice_candidate.componentid", "2");
    s.has("sdp.ice_candidate.address", "1.2.3.4").has("sdp.ice_candidate.type", "srflx");
    s.lacks("sdp.media_attribute.value");
    let key = "d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj";
    let s = sdp(&format!("m=audio 1 RTP/SAVP 0\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:{key}|2^20|1:4"));
    s.has("sdp.crypto.tag", "1").has("sdp.crypto.lifetime", "2^20").has("sdp.crypto.mki_length", "4");
    s.has("sdp.crypto.master_salt", "6a552c5261417d5c7c7030252a23");
    sdp("k=clear:abc").has("sdp.encryption_key.data", "abc");
    sdp("c=IN IP4 224.2.1.1/127/3").has("sdp.connection_info.num_addr", "3");
}

#[test]
fn what_a_server_of_time_saw() {
    let item = [&[0; 16][..], &[1, 2, 3, 4, 0, 123, 3, 2], &[0; 24]].concat();
    let s = show(&udp_between(123, 123, &[&[0x97, 0, 3, 20, 0x40, 1, 0, 48], &item[..]].concat()));
    s.has("ntp.priv.err", "4").has("ntp.priv.monlist.remote_address", "16909060");
    s.has("ntp.priv.monlist.port", "123").lacks("ntp.priv.monlist.local_address");
}

#[test]
fn attributes_of_stun_that_have_a_length_of_their_own() {
    // Its length is short; it reads on, and the next attribute is where the length says.
    let attributes = [&[0x80, 0x57, 0, 8][..], &[7; 8], &[0, 0x25, 0, 0, 0, 0x24, 0, 4, 0, 0, 0, 9]].concat();
    let head = [0, 1, 0, attributes.len() as u8, 0x21, 0x12, 0xa4, 0x42];
    let s = show(&udp_between(5000, 3478, &[&head[..], &[5; 12], &attributes].concat()));
    s.has("stun.att.priority", "9");
    assert!(s.names("stun.att.bandwidth_rsv_id") && !s.is_malformed());
}

/// A message of LDAP: an operation, and what stands behind it.
fn ldap(operation: &[u8], controls: &[u8]) -> Shown {
    show(&tcp(389, &ber(0x30, &[&[2, 1, 7], operation, controls])))
}

#[test]
fn new_passwords_of_ldap_are_told_from_old_ones() {
    let value = ber(0x30, &[&ber(0x80, &[b"me"]), &ber(0x81, &[b"old"]), &ber(0x82, &[b"new"])]);
    let asked = ber(0x77, &[&ber(0x80, &[b"1.3.6.1.4.1.4203.1.11.1"]), &ber(0x81, &[&value])]);
    let s = ldap(&asked, &[]);
    s.has("ldap.userIdentity", "6d65").has("ldap.oldPasswd", "6f6c64").has("ldap.newPasswd", "6e6577");
    s.columns("LDAP", "extendedReq(7) passwdModifyOID ");
    // Of what nobody knows, the beginning has a name.
    let s = ldap(&ber(0x77, &[&ber(0x80, &[b"1.3.6.1.4.1.4203.1.11.3"])]), &[]);
    s.columns("LDAP", "extendedReq(7) iso.3.6.1.4.1.4203.1.11.3 ");
}

#[test]
fn orders_of_results_are_asked_for_and_given_in_controls_of_ldap() {
    let control = |oid: &[u8], value: &[u8]| {
        ber(0xa0, &[&ber(0x30, &[&ber(4, &[oid]), &ber(4, &[&ber(0x30, &[value])])])])
    };
    let key = ber(0x30, &[&ber(4, &[b"cn"]), &ber(0x80, &[b"2.5.13.3"]), &ber(0x81, &[&[0xff]])]);
    let s = ldap(&ber(0x4a, &[b"dc=a"]), &control(b"1.2.840.113556.1.4.473", &key));
    s.has("ldap.SortKeyList", "1").has("ldap.attributeType", "cn").has("ldap.orderingRule", "2.5.13.3");
    s.has("ldap.reverseOrder", "1");
    let done = [ber(10, &[&[18]]), ber(0x80, &[b"cn"])].concat();
    let s = ldap(&ber(0x6b, &[&[10, 1, 0, 4, 0, 4, 0]]), &control(b"1.2.840.113556.1.4.474", &done));
    s.has("ldap.sortResult", "18").has("ldap.attributeType", "cn");
    assert!(!s.is_malformed());
}
