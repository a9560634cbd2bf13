//! Applications that captures seldom hold, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

#[test]
fn clocks_are_set_by_a_time_or_named_machines() {
    let head = |kind: u8| [&[kind, 1, 0, 7, 0, 0, 0, 2, 0, 0, 0, 3][..], b"host\0"].concat();
    let s = show(&udp(525, &head(5)));
    s.columns("TSP", "settime").has("tsp.sec", "2").has("tsp.usec", "3").has("tsp.name", "host");
    show(&udp(525, &head(3))).columns("TSP", "masterreq").has("tsp.sequence", "7").lacks("tsp.sec");
    show(&udp(525, &head(30))).columns("TSP", "Unknown message type (30)");
    assert!(show(&udp(525, &head(1)[..16])).is_malformed());
}

#[test]
fn recorders_tell_their_names_in_lines() {
    let s = show(&udp(2190, b"tivoconnect=1\nMachine=foo\nidentity=7\nother=1\n"));
    s.columns("TiVoConnect", "Discovery Beacon foo (7)").has("tivoconnect.flavor", "1");
    s.has("tivoconnect.machine", "foo").has("tivoconnect.identity", "7");
    let s = show(&tcp(2190, b"TiVoConnect=1\nmachine=foo\nidentity=7"));
    s.columns("TiVoConnect", "Discovery Connection foo (7)");
    show(&udp(2190, b"hello there")).lacks("tivoconnect");
}

#[test]
fn global_data_has_a_time_or_none() {
    let mut m = vec![13, 1, 5, 0, 10, 0, 0, 1, 0x1f, 0, 0, 0];
    m.extend([2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0xaa]);
    let s = show(&udp(18246, &m));
    s.columns("EGD", "Data Msg: ExchangeID=0x0000001F, RequestID=00005").has("egd.stat", "1");
    s.has("egd.time", "2.000000003").has("egd.csig", "2").has("data.data", "aa");
    m[12..20].fill(0);
    show(&udp(18246, &m)).has("egd.notime", "0").lacks("egd.time");
    m[1] = 2;
    show(&udp(18246, &m)).lacks("egd");
}

#[test]
fn rendezvous_points_serve_groups() {
    let m = [0x12, 1, 0, 60, 0, 0, 0, 0, 10, 0, 0, 1, 2, 1, 1, 4, 0xe0, 0, 0, 0, 0xff];
    let s = show(&udp(496, &m));
    s.columns("Auto-RP", "RP mapping (v1 or 1+) for 1 RP").has("auto_rp.pim_ver", "2");
    s.has("auto_rp.prefix_sign", "1").has("auto_rp.mask_len", "4").has("auto_rp.trailing_junk", "ff");
    assert!(show(&udp(496, &m[..14])).is_malformed());
}

#[test]
fn neighbours_of_mikrotik_tell_types_and_values() {
    let m = [0, 0, 0, 5, 0, 5, 0, 2, b'M', b'T', 0, 10, 0, 4, 9, 0, 0, 0, 0, 99, 0, 1, 7];
    let s = show(&udp_between(5678, 5678, &m));
    s.has("mndp.header.seqno", "5").has("mndp.identity", "MT").has("mndp.uptime", "9.000000000");
    s.has("mndp.tlv.data", "07");
    show(&udp_between(4000, 5678, &m)).lacks("mndp");
}

#[test]
fn displays_are_managed() {
    let ask =
        |op: u8, body: &[u8]| show(&udp(177, &[&[0, 1, 0, op, 0, body.len() as u8][..], body].concat()));
    ask(2, &[1, 0, 1, b'a']).columns("XDMCP", "Query").has("xdmcp.authentication_name", "a");
    let s = ask(7, &[0, 7, 1, 0, 0, 1, 0, 4, 10, 0, 0, 1, 0, 0, 0, 1, 9, 0, 0, 0]);
    s.columns("XDMCP", "Request").has("xdmcp.display_number", "7").has("xdmcp.authentication_data", "000109");
    s.has("xdmcp.connection_type", "0").has("xdmcp.manufacturer_display_id_len", "0");
    let s = ask(7, &[0, 7, 2, 0, 0, 0, 0, 1, 0, 0]);
    assert!(s.names("xdmcp.conn_address_mismatch") && !s.names("xdmcp.connection_type"));
    ask(14, &[1, 1, 2, 3, 4]).columns("XDMCP", "Alive").has("xdmcp.session_id", "16909060");
    assert!(ask(5, &[0, 9, b'x']).is_malformed());
}

#[test]
fn messengers_and_coins() {
    let s = show(&udp(8000, b"\x02\x0b\x1c\x00\x02\x12\x34\x00\x00\x30\x39hello\x03"));
    s.columns("OICQ", "OICQ Protocol ")
        .has("oicq.command", "2")
        .has("oicq.qqid", "12345")
        .has("oicq.seq", "4660");
    show(&udp(8000, b"\x02\x0b\x1c\x07\x77\x12\x34\x00\x00\x30\x39hello")).lacks("oicq");

    let mut m = b"RC\x10\x0f\x05\x02\x00\x00".to_vec();
    m.extend([&[0; 10][..], &[0xff, 0xff, 10, 0, 0, 1, 0xa3, 0x1b], &[0; 126]].concat());
    let s = show(&udp(7075, &m));
    s.columns("Nano", "Keepalive (1 peer)").has("nano.keepalive.peer_port", "7075");
    let s = show(&udp(7075, &[b"RC\x10\x0f\x05\x03\x00\x02", &[7; 152][..]].concat()));
    s.columns("Nano", "Publish (Send)").has("nano.block.work", "0707070707070707");
}

#[test]
fn local_services_are_found_in_a_group() {
    let text =
        b"BT-SEARCH * HTTP/1.1\r\nHost: h:6771\r\nPort: 3838\r\nInfohash: 0102\r\ncookie: c\r\n\r\n\r\n";
    let mut frame = udp(6771, text);
    show(&frame).lacks("lsd");
    frame[30..34].copy_from_slice(&[239, 192, 152, 143]);
    let s = show(&frame);
    s.columns("LSD", "").has("lsd.port", "3838").has("lsd.infohash", "0102").has("lsd.cookie", "c");
}

/// A chunk of SCTP with data of M3UA.
fn m3ua(class: u8, kind: u8, parameters: &[u8]) -> Shown {
    let mut m = vec![1, 0, class, kind, 0, 0, 0, 8 + parameters.len() as u8];
    m.extend(parameters);
    let mut p = vec![0x0b, 0x59, 0x0b, 0x59, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 16 + m.len() as u8];
    p.extend([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3]);
    p.extend(m);
    show(&ipv4(132, &p))
}

#[test]
fn signalling_is_adapted() {
    let s = m3ua(3, 1, &[0, 17, 0, 8, 0, 0, 0, 5, 0, 4, 0, 6, b'h', b'i', 0, 0]);
    s.columns("M3UA (RFC 4666)", "ASPUP ").has("m3ua.asp_identifier", "5").has("m3ua.info_string", "hi");
    s.has("m3ua.parameter_padding", "0000");
    let s = m3ua(0, 1, &[0, 13, 0, 8, 0, 1, 0, 3]);
    s.has("m3ua.status_type", "1").has("m3ua.status_info", "3");
    let s = m3ua(9, 2, &[2, 8, 0, 20, 2, 10, 0, 8, 0, 0, 0, 1, 2, 18, 0, 8, 0, 0, 0, 2]);
    s.has("m3ua.local_rk_identifier", "1").has("m3ua.registration_status", "2");
    let s = m3ua(1, 1, &[2, 16, 0, 20, 0, 0, 1, 3, 0, 0, 2, 4, 9, 3, 1, 5, b'x', b'y', b'z', b'!']);
    s.columns("M3UA (RFC 4666)", "DATA ").has("m3ua.protocol_data_opc", "259").has("mtp3.dpc", "516");
    s.has("mtp3.sls", "5").has("data.data", "78797a21");
    // A length that is less than a parameter's head.
    assert!(m3ua(1, 1, &[2, 16, 0, 1]).is_malformed());
}

#[test]
fn games_are_found_at_home() {
    let mut m = b"\xff\xff\xff\xff\x21\x4c\x5f\xa0\x04\0\0\0\x08\x05\x10\x01".to_vec();
    m.extend(b"\x11\0\0\0\x08\x08\x22\x01h\x4a\x05\x10\x37\x1a\x01x\x40\x01\x88\x01\x05");
    let s = show(&udp(27036, &m));
    s.columns("STEAMDISCOVER", "Client Status from h").has("steam_ihs_discovery.body_status_version", "8");
    s.has("steam_ihs_discovery.body_status_user_authkeyid", "55")
        .has("steam_ihs_discovery.unknown_data", "78");
    s.has("steam_ihs_discovery.body_status_is64bit", "1").has("steam_ihs_discovery.unknown_number", "5");
    // A number that never ends.
    m.truncate(12);
    m.extend([0x80; 40]);
    assert!(show(&udp(27036, &m)).is_malformed());
}

#[test]
fn brokers_messages_are_packed() {
    let mut m = b"MIOP\x10\x03\x04\0\0\0\0\0\x01\0\0\0\x04\0\0\0abcd".to_vec();
    m.extend(b"data");
    let s = show(&udp(3001, &m));
    s.columns("MIOP", "MIOP 1.0 Packet s=4 (1 of 1)").has("miop.unique_id", "61626364");
    let s = show(&tcp(3003, b"ZIOP\x01\x02\x01\0\x0c\0\0\0\x04\0\0\0\x63\0\0\0zzzz"));
    s.columns("ZIOP", "ZIOP 1.2 Request").has("ziop.compressor_id", "4").has("ziop.original_length", "99");
}

#[test]
fn transport_streams_are_whole_packets() {
    let mut one = vec![0x47, 1, 1, 0x37, 7, 0x50, 0, 0, 0, 1, 0x7e, 5];
    one.resize(188, 0xff);
    let mut null = vec![0x47, 0x1f, 0xff, 0x10];
    null.resize(188, 0);
    let s = show(&udp(1234, &[one.clone(), null].concat()));
    s.columns("MPEG TS", "NULL packet").has("mp2t.pid", "257").has("mp2t.af.pcr", "605");
    assert_eq!(s.all("mp2t.cc"), ["7", "0"]);
    show(&udp(1234, &one[..180])).lacks("mp2t");
}

#[test]
fn realms_ask_who_is_there() {
    let s = show(&tcp(
        3724,
        b"\x00\x08\x21\0WoW\0\x01\x0c\x01\xf3\x1668x\0niW\0BGne\x3c\0\0\0\x7f\0\0\x01\x03ABC",
    ));
    s.columns("WOW", "Authentication Logon Challenge").has("wow.platform", "x86").has("wow.srp.i", "ABC");
    s.has("wow.country", "enGB").has("wow.build", "5875");
    show(&tcp_between(3724, 4000, b"\x01\x04")).has("wow.error", "4");
    show(&tcp(3724, b"\x99")).columns("WOW", "Unrecognized packet type");
}

#[test]
fn what_is_cached_has_keys() {
    let mut m = vec![0x80, 1, 0, 1, 8, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0];
    m.extend(b"\xde\xad\xbe\xef\0\0\0\x09kvv");
    let s = show(&tcp(11211, &m));
    s.columns("MEMCACHE", "Set Request").has("memcache.key", "k").has("memcache.value", "vv");
    s.has("memcache.extras.expiration", "9").has("memcache.value.length", "2");
    let s = show(&tcp(11211, b"set foo 1 0 5 noreply\r\nhello\r\n"));
    s.columns("MEMCACHE", "set foo 1 0 5 noreply ").has("memcache.key", "foo").has("memcache.value", "hello");
    let s = show(&tcp_between(11211, 4000, b"STAT pid 1\r\nSTAT up 2\r\nEND\r\n"));
    assert_eq!(s.all("memcache.name"), ["pid", "up"]);
    show(&udp(11211, b"nonsense")).columns("MEMCACHE", "MEMCACHE Continuation");
}

#[test]
fn constrained_requests_name_resources() {
    let mut m = vec![0x42, 1, 0, 1, 1, 2, 0x34];
    m.extend(b"host\x42\x16\x33\x41a\x03bcd\x11\x32\x33x=1\xff{}");
    let s = show(&udp(5683, &m));
    assert_eq!(s.all("coap.opt.uri_path"), ["a", "bcd"]);
    assert_eq!(s.protocol, "CoAP/JSON");
    s.has("coap.opt.uri_path_recon", "coap://host:5683/a/bcd").has("coap.opt.ctype", "application/json");
    assert!(s.info.ends_with(", coap://host:5683/a/bcd?x=1"), "{}", s.info);
    let s = show(&udp(5683, &[0x60, 69, 0, 1, 0xd1, 10, 0x0e, 0xff, b'h']));
    s.has("coap.opt.block_size", "6").has("coap.block_payload", "68");
    s.columns("CoAP", "ACK, MID:1, 2.05 Content, Block #0");
    assert!(show(&udp(5683, &[0x40, 1, 0, 1, 0xb5, b'A'])).names("coap.option_length_bad"));
    show(&udp(5683, &[0x40, 1, 0, 1, 0xd1, 53, 1])).has("coap.opt.unknown", "01");
}
#[test]
fn coins_are_told_of() {
    let say = |command: &[u8], body: &[u8]| {
        let mut m = vec![0xf9, 0xbe, 0xb4, 0xd9];
        m.extend(command);
        m.resize(16, 0);
        m.extend((body.len() as u32).to_le_bytes());
        m.extend([1, 2, 3, 4]);
        m.extend(body);
        show(&tcp(8333, &m))
    };
    let s = say(b"inv", &[&[1, 2, 0, 0, 0][..], &[7; 32]].concat());
    s.columns("Bitcoin", "inv").has("bitcoin.inv.type", "2").has("bitcoin.inv.hash", &"07".repeat(32));
    let mut tx = vec![1, 0, 0, 0, 1];
    tx.extend([7; 36]);
    tx.extend(b"\x02ss\xff\xff\xff\xff\x01\x88\x13\0\0\0\0\0\0\x01s\x07\0\0\0");
    say(b"tx", &tx).has("bitcoin.tx.out.value", "5000").has("bitcoin.tx.lock_time", "7");
    assert!(say(b"foo", b"x").columns("Bitcoin", "[unknown command]").names("bitcoin.command.unknown"));
    // More is counted than there is.
    assert!(say(b"inv", &[0xff; 20]).is_malformed());
}

#[test]
fn gateways_are_told_what_to_do() {
    let s =
        show(&udp(2427, b"CRCX 1204 aaln/1@h MGCP 1.0\r\nC: A3\r\nL: p:20, a:PCMU\r\nX-foo: 1\r\nfoo\r\n"));
    s.columns("MGCP", "CRCX 1204 aaln/1@h MGCP 1.0").has("mgcp.req.endpoint", "aaln/1@h");
    s.has("mgcp.param.callid", "A3").has("mgcp.param.localconnectionoptions.p", "20");
    s.has("mgcp.param.extension", "X-foo: 1")
        .has("mgcp.param.invalid", "foo")
        .has("mgcp.version", "MGCP 1.0");
    let s = show(&udp_between(2427, 2727, b"250 6 OK\r\nP: PS=1, OS=2\r\n"));
    s.has("mgcp.rsp.rspcode", "250")
        .has("mgcp.param.connectionparam.os", "2")
        .has("mgcp.rsp.rspstring", "OK");
    let s = show(&udp(2427, b"NTFY 5 a@b MGCP 1.0\r\nX: 1\r\n.\r\nDLCX 6 a@b MGCP 1.0\r\nC: 1\r\n"));
    assert_eq!(s.all("mgcp.transid"), ["5", "6"]);
    show(&udp(2427, b"hello\r\n")).lacks("mgcp");
}
