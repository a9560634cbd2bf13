//! Protocols of one datagram a message, from hand-made bytes.

mod support;

use support::*;

/// A type, a length and a value of collectd.
fn part(kind: u16, value: &[u8]) -> Vec<u8> {
    [&kind.to_be_bytes()[..], &(4 + value.len() as u16).to_be_bytes(), value].concat()
}

#[test]
fn collectd_parts_and_values() {
    let packet = [
        part(0, b"reef\0"),
        part(8, &(1_000u64 << 30 | 1 << 29).to_be_bytes()),
        part(9, &(10u64 << 30).to_be_bytes()),
        part(2, b"cpu\0"),
        part(6, &[&[0, 2, 1, 2][..], &1.5f64.to_le_bytes(), &7i64.to_be_bytes()].concat()),
        part(0x777, b"what"),
    ]
    .concat();
    let sealed = part(0x210, &[&[0, 2][..], b"me", &[9; 40]].concat());
    let talk = Talk::udp(25826).client(&packet).client(sealed).client(part(0x210, &[0xff; 8]));
    let f = talk.shown();
    assert_eq!(f[0].info, "Host=reef,  2 values for 1 plugin, 0 messages, 1 unknown");
    assert_eq!((f[0].one("collectd.val.gauge"), f[0].one("collectd.val.derive")), ("1.5", "7"));
    // Once where the part stands, and once with the values that it is for.
    assert_eq!(f[0].all("collectd.data.interval"), ["10.000000000"; 2]);
    let times = f[0].all("collectd.data.time");
    assert!(times.len() == 2 && times.iter().all(|t| t.contains("00:16:40.500000000")), "{times:?}");
    assert_eq!(f[1].one("collectd.data.username"), "me");
    assert!(f[2].has("collectd.invalid_length"));
    talk.survives_cuts();
}

#[test]
fn babel_tlvs_and_what_follows_their_fields() {
    let body = [
        &[4, 12, 0x80, 0, 0, 7, 1, 0x90, 3, 4, 0, 0x0f, 0x42, 0x40][..],
        &[5, 14, 3, 0, 0, 0x60, 4, 0xb0, 1, 2, 3, 4, 5, 6, 7, 8],
        &[6, 10, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
        &[7, 6, 1, 0, 10, 0, 0, 1],
        &[8, 13, 1, 0, 24, 0, 6, 0x40, 0, 9, 0, 5, 10, 1, 2],
        &[9, 2, 0, 0],
        &[1, 1, 0, 0],
        &[17, 12, 0, 0, 0, 5, 1, 1, 1, 1, 1, 1, 1, 1],
    ]
    .concat();
    let packet = [&[42, 2, 0, body.len() as u8][..], &body, &[16, 2, 1, 1]].concat();
    let talk = Talk::udp(6696).client(packet);
    let f = talk.shown();
    assert_eq!(f[0].info, "Babel hello ihu router-id nh update request padn pad1 pc hmac");
    assert_eq!(f[0].all("babel.message.seqno"), ["0x0007", "0x0009"]);
    assert_eq!(f[0].all("babel.message.prefix"), ["01:02:03:04:05:06:07:08", "0a:00:00:01", "0a:01:02", ""]);
    assert_eq!((f[0].one("babel.subtlv.type"), f[0].one("babel.message.index")), ("3", "5"));
    talk.survives_cuts();
}

fn text(text: &str) -> Vec<u8> {
    [&(text.len() as u16).to_be_bytes()[..], text.as_bytes()].concat()
}

/// A message of version 2 of SLP.
fn slp(function: u8, body: &[u8]) -> Vec<u8> {
    [&[2, function, 0, 0, 99, 0x20, 0, 0, 0, 0, 0x12, 0x34][..], &text("en"), body].concat()
}

#[test]
fn services_and_where_they_are() {
    let authentication = [&[0, 2, 0, 14, 0, 0, 0, 60, 0, 2][..], b"me", &[1, 2]].concat();
    let url = [&[0, 0, 9][..], &text("service:x://y"), &[1], &authentication].concat();
    let request = [text(""), text("service:x"), text("default"), text(""), text("")].concat();
    let talk = Talk::udp(427)
        .client(slp(1, &request))
        .server(slp(2, &[&[0, 0, 0, 1][..], &url].concat()))
        .client(slp(3, &[url.clone(), text("x"), text("default"), text("(a=1)"), vec![0]].concat()))
        .client(slp(9, &[text(""), vec![0xff, 0xff], text("default")].concat()))
        .server(slp(10, &[vec![0, 0], text("service:x")].concat()))
        .server(slp(5, &[0, 4]))
        .client([&[1, 9, 0, 25, 0x40, 0][..], b"en", &[0, 3, 0, 7, 0, 0, 0xff, 0xff], &text("all")].concat());
    let f = talk.shown();
    assert_eq!(f[0].info, "Service Request, V2 XID - 4660");
    assert_eq!(f[0].one("srvloc.srvreq.srvtypelist"), "service:x");
    assert_eq!((f[1].one("srvloc.url.url"), f[1].one("srvloc.authblkv2.slpspi")), ("service:x://y", "me"));
    assert_eq!(f[2].one("srvloc.srvreq.attrlist"), "(a=1)");
    assert_eq!(f[3].one("srvloc.srvtypereq.nameauthlistlen"), "65535");
    assert_eq!(f[4].one("srvloc.srvtyperply.srvtypelist"), "service:x");
    assert_eq!(f[5].one("srvloc.errv2"), "4");
    assert_eq!((f[6].one("srvloc.transaction_id"), f[6].one("srvloc.srvtypereq.scopelist")), ("7", "all"));
    talk.survives_cuts();
}

/// A message of PTP from its kind and what follows the common header.
fn ptp(kind: u8, body: &[u8]) -> Vec<u8> {
    let len = 34 + body.len() as u8;
    let head = [kind, 2, 0, len, 0, 0, 4, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x80, 0, 0, 0, 0, 0];
    [&head[..], &[0, 0x20, 0x94, 0xff, 0xfe, 0, 0, 1, 0, 1, 0, 2, 5, 0xff], body].concat()
}

#[test]
fn precise_times() {
    let time = [0, 0, 0, 0, 0, 9, 0, 0, 0, 8];
    let port = [1, 1, 1, 1, 1, 1, 1, 1, 0, 3];
    let announce = [
        &time[..],
        &[0, 37, 0, 128, 6, 0x21, 0x4e, 0x5d, 127],
        &port[..8],
        &[0, 1, 0x20, 0, 8, 0, 8],
        &port[..8],
    ]
    .concat();
    let grants =
        [&port[..], &[0, 4, 0, 6, 0xb0, 1, 0, 0, 1, 44], &[0, 5, 0, 8, 0, 0xff, 0, 0, 0, 9, 0, 1]].concat();
    let manage = [&port[..], &[3, 2, 0, 0, 0, 1, 0, 4, 0x20, 1, 7, 7]].concat();
    let talk = Talk::udp(319)
        .client(ptp(0, &time))
        .client(ptp(9, &[&time[..], &port].concat()))
        .client(ptp(11, &announce))
        .client(ptp(12, &grants))
        .client(ptp(13, &manage));
    let f = talk.shown();
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("PTPv2", "Sync Message"));
    assert_eq!(f[0].one("ptp.v2.sdr.origintimestamp.seconds"), "9");
    assert_eq!((f[0].one("ptp.v2.logmessageperiod"), f[0].one("ptp.v2.flags.unicast")), ("-1", "1"));
    assert_eq!(f[0].one("ptp.v2.correction.subns"), "0.5");
    assert_eq!(f[1].one("ptp.v2.dr.requestingsourceportid"), "3");
    assert_eq!(
        (f[2].one("ptp.v2.an.priority2"), f[2].one("ptp.v2.an.origincurrentutcoffset")),
        ("127", "37")
    );
    assert_eq!(f[2].one("ptp.v2.an.pathsequence"), "0x0101010101010101");
    assert_eq!(f[3].all("ptp.v2.sig.tlv.durationField"), ["300", "9"]);
    assert_eq!(f[4].one("ptp.v2.mm.data"), "07:07");
    talk.survives_cuts();
}

#[test]
fn rx_tells_what_came() {
    let packet = |kind: u8, flags: u8, rest: &[u8]| {
        let head =
            [0, 0, 0, 60, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, kind, flags, 0, 0, 0, 0, 0, 1];
        [&head[..], rest].concat()
    };
    let ack = [
        &[0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 9, 8, 2, 1, 0, 0, 0, 0][..],
        &[0, 0, 5, 220],
        &[0, 0, 5, 164, 0, 0, 0, 32, 0, 0, 0, 4],
    ]
    .concat();
    let ticket = [&[0, 0, 0, 2, 0, 0, 0, 0][..], &[7; 40], &[0, 0, 1, 0, 0, 0, 0, 2, 5, 6]].concat();
    let talk = Talk::udp(7002)
        .client(packet(2, 5, &ack))
        .server(packet(4, 0, &(-3i32).to_be_bytes()))
        .server(packet(6, 0, &[0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3]))
        .client(packet(7, 1, &ticket));
    let f = talk.shown();
    assert_eq!(f[0].info, "ACK Delay  Seq: 0  Call: 1  Source Port: 40000  Destination Port: 7002  ");
    assert_eq!((f[0].all("rx.ack_type"), f[0].one("rx.if_mtu")), (vec!["1", "0"], "1444"));
    assert_eq!((f[0].one("rx.flags.last_packet"), f[0].one("rx.max_mtu")), ("1", "1500"));
    assert_eq!((f[1].one("rx.abort_code"), f[2].one("rx.min_level")), ("-3", "3"));
    assert_eq!(f[3].one("rx.ticket"), "05:06");
    talk.survives_cuts();
}

#[test]
fn stun_before_it_had_a_cookie() {
    let message = |kind: [u8; 2], attributes: &[u8]| {
        [&kind[..], &[0, attributes.len() as u8], &[7; 16], attributes].concat()
    };
    let talk = Talk::udp(9)
        .client(message([0, 1], &[0, 3, 0, 4, 0, 0, 0, 6]))
        .server(message([1, 1], &[0, 1, 0, 8, 0, 1, 0xd7, 0x0a, 10, 0, 0, 1]))
        .server(message([1, 0x11], &[&[0, 9, 0, 6, 0, 0, 4, 20][..], b"no"].concat()))
        .client(message([0, 1], &[0, 3, 0, 5, 0, 0, 0, 6]));
    let f = talk.shown();
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("CLASSIC-STUN", "Message: Binding Request"));
    assert_eq!(f[0].one("classicstun.att.change.port"), "1");
    assert_eq!((f[1].one("classicstun.att.port"), f[1].one("classicstun.att.ipv4")), ("55050", "10.0.0.1"));
    assert_eq!((f[1].one("classicstun.response_to"), f[2].one("classicstun.att.error.reason")), ("1", "no"));
    talk.survives_cuts();
}

#[test]
fn the_hash_table_of_peers() {
    let id = "abcdefghij0123456789";
    let node = [id.as_bytes(), &[10, 0, 0, 1, 0x1a, 0xe1]].concat();
    let ask = format!("d1:ad2:id20:{id}e1:q4:ping1:t2:aa1:y1:qe");
    let nodes = [format!("d1:rd2:id20:{id}5:nodes27:").as_bytes(), &node, b"!e1:t2:aa1:y1:re"].concat();
    let peers = [b"d1:rd6:valuesl6:".as_slice(), &node[20..], b"ee1:t2:aa1:y1:re"].concat();
    let talk = Talk::udp(9)
        .client(ask)
        .server(nodes)
        .server(peers)
        .server("d1:eli201e3:badee")
        .server("d1:rd1:xl1:ai5eleded1:bi7eeee1:y1:re");
    let f = talk.shown();
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("BT-DHT", "BitTorrent DHT Protocol"));
    assert!(f[0].all("bt-dht.bencoded.string").contains(&"ping"));
    assert_eq!(f[1].info, "BitTorrent DHT Protocol reply=1 nodes");
    assert_eq!((f[1].one("bt-dht.port"), f[1].one("bt-dht.truncated_data")), ("6881", "21"));
    assert_eq!(
        (f[2].info.as_str(), f[2].one("bt-dht.ip")),
        ("BitTorrent DHT Protocol reply=1 peers", "10.0.0.1")
    );
    assert_eq!(f[3].info, "BitTorrent DHT Protocolerror_no=201 error_msg=bad ");
    assert!(f.iter().all(|f| !f.is_malformed()));
    talk.survives_cuts();
    let deep = Talk::udp(9).client("d1:rd1:x".to_owned() + &"l".repeat(1000)).shown();
    assert_eq!(deep[0].protocol, "BT-DHT");
}
