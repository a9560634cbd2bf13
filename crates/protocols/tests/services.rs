//! Applications, links and networks that captures seldom hold, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// A frame of another link type.
fn linked(link: u16, frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(link, frame, frame.len()), frame, &[])
}

/// An Ethernet frame of this type.
fn typed(ethertype: u16, payload: &[u8]) -> Shown {
    show(&[&[2; 12][..], &ethertype.to_be_bytes(), payload].concat())
}

/// A body of HTTP of this type.
fn body(port: u16, media: &str, body: &[u8]) -> Shown {
    let head = format!(
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    show(&tcp(port, &[head.as_bytes(), body].concat()))
}

#[test]
fn databases_are_asked() {
    let m = |version: u8, opcode: u8, body: &[u8]| {
        [&[version, 0, 0, 2, opcode, 0, 0, 0, body.len() as u8][..], body].concat()
    };
    let s = show(&tcp(9042, &m(4, 1, b"\0\x01\0\x0bCQL_VERSION\0\x053.0.0")));
    s.columns("CQL", "v4 C->S Type STARTUP").has("cql.string_map_size", "1").has("cql.string", "3.0.0");
    let s = show(&tcp(9042, &m(4, 7, b"\0\0\0\x01x\0\x01\x04\0\0\0\x64")));
    s.has("cql.consistency", "1").has("cql.page_size", "100");
    let two = [m(3, 5, b""), m(0x84, 0, b"\0\0\x22\0\0\x04oops")].concat();
    show(&tcp(9042, &two)).columns("CQL", "v4 S->C Type ERROR").has("cql.error_code", "8704");

    let mut m = b"ES\0\0\0\x23\0\0\0\0\0\0\0\x05\0\0\x5c\x02\xb0".to_vec();
    m.extend(b"\x01\x01k\x01v\0\x01\x02xp\x03actDATADATA");
    m[5] = m.len() as u8 - 6;
    let s = show(&tcp(9300, &m));
    s.columns("Elasticsearch", "Request: action=act, request_id=5 ").has("elasticsearch.feature", "xp");
    s.has("elasticsearch.header.key", "k").has("elasticsearch.version", "6030000");
}

#[test]
fn objects_are_called() {
    let s = show(&tcp(1099, b"JRMI\0\x02\x4b"));
    s.columns("RMI", "JRMI, Version: 2, StreamProtocol").has("rmi.version", "2");
    let s = show(&tcp(1099, b"\x50\xac\xed\0\x05w"));
    s.columns("RMI", "JRMI, Call").has("rmi.ser.magic", "44269").has("rmi.outputstream.message", "80");
    show(&tcp(1099, b"\x4e\0\x01h\0\0\x12\x34")).has("rmi.endpoint_id.port", "4660");
    show(&tcp(1099, b"hello")).columns("RMI", "Continuation");

    let s = show(&udp(9090, b"\x80\x01\0\x04\0\0\0\x04emit\0\0\0\x07\x08\0\x01\0\0\0\x09\0"));
    s.columns("THRIFT", "ONEWAY emit").has("thrift.i32", "9").has("thrift.seq_id", "7");
    let s = show(&udp(9090, b"\x82\x81\x05\x04emit\x15\x0a\x18\x01x\0"));
    s.columns("THRIFT", "ONEWAY emit")
        .has("thrift.i32", "5")
        .has("thrift.string", "x")
        .has("thrift.fid", "2");
    show(&udp(9090, b"\x80\x01\0\x05\0\0\0\x04emit\0\0\0\x07\0")).lacks("thrift");
    // A list that holds more than there is.
    assert!(show(&udp(9090, b"\x80\x01\0\x01\0\0\0\x01m\0\0\0\x07\x0f\0\x01\x03\x7f\0\0\0")).is_malformed());
}

#[test]
fn buses_carry_messages() {
    let mut m = b"l\x01\0\x01\x08\0\0\0\x05\0\0\0\x2b\0\0\0\x01\x01o\0\x02\0\0\0/a\0\0\0\0\0\0".to_vec();
    m.extend(b"\x03\x01s\0\x01\0\0\0M\0\0\0\0\0\0\0\x08\x01g\0\x02us\0\0");
    m[12] = (m.len() - 16) as u8 - 1;
    m.truncate(m.len() - 1);
    m.resize(m.len().next_multiple_of(8), 0);
    m.extend(b"\x07\0\0\0\x02\0\0\0hi\0");
    let s = linked(231, &m);
    s.columns("D-Bus", "M() @ /a").has("dbus.type.uint32", "7").has("dbus.type.string", "hi");
    s.has("dbus.signature", "us").has("dbus.field_code", "8");
    linked(231, b"x").has("dbus.endianness", "120");
}

#[test]
fn printers_and_hospitals() {
    let mut m = b"\x01\x01\0\x0b\0\0\0\x07\x01\x47\0\x01c\0\x05utf-8".to_vec();
    m.extend(b"\x44\0\x01r\0\x01a\x44\0\0\0\x01b\x03");
    let s = body(631, "application/ipp", &m);
    s.columns("IPP", "IPP Request (Get-Printer-Attributes)").has("ipp.request_id", "7");
    s.has("ipp.charstring_value", "b").has("ipp.name", "r");
    // Collections that never end.
    let deep = [&m[..8], &[1][..], &b"\x34\0\x01x\0\0".repeat(100)].concat();
    assert!(body(631, "application/ipp", &deep).names("ipp.name"));

    let s = show(&tcp(2575, b"\x0bMSH|^~\\&|A|B|C|D|2023||ADT^A01|1\rPID|1||9\r\x1c\r"));
    s.columns("HL7", "ADT (A01)").has("hl7.event.type", "A01").has("hl7.field", "9");

    let m = b"\x8c\x80\x98t1\0\x8d\x90\x85\x04\0\0\0\x05\x89\x05\x80+12\0\x8f\x81\x84\xa3\x00";
    let s = body(8080, "application/vnd.wap.mms-message", m);
    s.columns("MMSE", "MMS m-send-req").has("mmse.from", "+12").has("mmse.mms_version", "1.0");
    s.has("wsp.header.content_type", "application/vnd.wap.multipart.mixed").has("mmse.date", "5.000000000");
}

#[test]
fn peers_look_for_each_other() {
    let mut m = [&[7; 16][..], &[0x44, 0, 0, 58, 0, 0, 0, 5], b"LIME\0\x01", &[9; 20]].concat();
    m.extend([&[4, 10, 0, 0, 9, 0x18, 0xca, 1, 1, 0, 0][..], &[8; 20]].concat());
    let s = show(&udp(6346, &m));
    s.columns("Mojito", "FIND NODE REQUEST").has("mojito.vendor", "LIME").has("mojito.payloadlength", "58");
    m.pop();
    show(&udp(6346, &m)).lacks("mojito");

    let m = [&[7; 16][..], &[0x80, 5, 2, 6, 0, 0, 0, 1, 0], b"foo\0"].concat();
    let s = show(&tcp(6346, &m));
    s.columns("Gnutella", "Query").has("gnutella.query.search", "foo").has("gnutella.header.ttl", "5");
    show(&tcp(6346, b"GET / of something else")).has("gnutella.stream", "");

    let s = show(&tcp_between(8085, 0xc000, b"\0\x06\xec\x01abcd"));
    s.columns("WOWW", "SMSG_AUTH_CHALLENGE").has("woww.opcode", "492");
    show(&tcp(1863, b"VER 1 MSNP8\r\nCVR 2\r\n")).columns("MSNMS", "VER 1 MSNP8");
}

#[test]
fn mappings_are_told_reliably() {
    let m = b"\0\x14\0\x16\0\0\0\x04\x02\x80\0\x18\0\x01\x0a\0\0\0\x9f\xac\xad\xe9";
    let s = show(&tcp(4342, m));
    s.columns("LISP", "Msg: 4, Registration Refresh, Scope: 2 (rejected only)");
    s.has("lisp-tcp.message.eid.prefix.length", "24").has("lisp-tcp.message.end_marker", "2678894057");
    let s = show(&tcp(4342, b"\0\x63\0\x0d\0\0\0\x06w\0\0\0\0"));
    s.columns("LISP", "Msg: 6, Unknown type (99)").has("lisp-tcp.message.data", "77");
    assert!(s.names("lisp-tcp.invalid_marker"));
}

#[test]
fn industry_is_reached_over_ip() {
    let s = show(&udp(3671, b"\x06\x10\x02\x09\0\x10\x01\0\x08\x01\x0a\0\0\x01\x0e\x57"));
    s.columns("KNXnet/IP", "DisconnectReq #01 @10.0.0.1:3671")
        .has("knxip.channel", "1")
        .has("knxip.port", "3671");
    let s = show(&udp(3671, b"\x06\x10\x04\x22\0\x0c\x04\x01\x07\0\x03\0"));
    s.columns("KNXnet/IP", "TunnelFeatureGet #01:7 BusStatus").has("knxip.seqctr", "7");
    // A structure that takes nothing away.
    assert!(show(&udp(3671, b"\x06\x10\x02\x0b\0\x10\x08\x01\x0a\0\0\x01\x0e\x57\0\0")).is_malformed());

    let mut m = b"ESIO\0\x01\0\0\0\x20\0\x01\0\0\0\x05\0\0\0\x07\x01\0".to_vec();
    m.extend(b"\0\0\0\x01\0\0\0\x02\0\x02\x05\x06");
    let s = show(&udp(6060, &m));
    s.columns("ESIO", "Data transfer: Src ID: 7, Dst ID(s): 2 ").has("esio.data", "6");

    let m = b"ISO11898\x01\x01\x23\x01\0\0\x03abc\0\0\0\0\0\0\x01";
    let s = show(&udp(11898, m));
    s.has("caneth.frames", "1").has("can.id", "291").has("can.flags.rtr", "1").has("data.data", "616263");

    let mut m = vec![0x11, 0, 0x1a, 1, 0, 0x10, 2, 0x80, 0, 0, 1, 0, 0x94, 0, 2, 0, 0, 0, 0, 1];
    m.extend([0, 0, 0, 5, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0x80, 0x64, 3, 0x84]);
    let s = typed(0x8947, &m);
    s.columns("GEONW", "Beacon").has("geonw.src_pos.long", "-1").has("geonw.src_pos.hdg", "900");
    s.has("geonw.bh.lt.mult", "6");
}

#[test]
fn links_and_their_layers() {
    let s = linked(9, b"\xff\x03\x00\x3d\x80\0\0\x02\0\x21abc");
    s.columns("PPP MP", "PPP Multilink (PPP MP Unreassembled fragment 2)").has("mp.first", "1");
    let s = show(&[&[2; 12][..], &[0, 6, 0x42, 0x42, 0xaf, 0x81, 1, 2]].concat());
    s.columns("XID", "Basic Format; Type 1 LLC (Class I LLC); Window Size 1");
    let s = typed(0x88ae, &[&[0x50, 1][..], &[0; 30], &[0, 1, 2, 4]].concat());
    s.has("brdwlk.vsan", "1").has("brdwlk.sof", "5").has("brdwlk.error.ef", "1");
    let s = linked(123, b"\x82\0\0\x64\xaa\xaa\x03\0\0\0\x08\0");
    s.has("atm.vci", "100").has("atm.traffic_type", "1").has("atm.channel", "0");
    let s = show(&ipv4(108, &[17, 0, 0, 2, 1]));
    s.columns("IPComp", "IPComp (CPI=DEFLATE)").has("ipcomp.next_header", "17");
    show(&udp(3785, b"e")).columns("BFD Echo", "Originator specific content");
    show(&udp(8200, &[0, 1, 0, 2, 0, 7, 10, 0, 0, 1])).columns("ADP", "ADP Response Switch IP: 10.0.0.1");

    let mut m = vec![0x28, 8, 5, 5, 5, 2, 7, 0x1f, 0xdc, 5, 60, 2, 1, 1, 1, b'N', 1, b'd'];
    m.extend([1, 30, 1, b'S', 1, b's', 1, 1]);
    let s = typed(0x6004, &m);
    s.columns("LAT", "Service announcement").has("lat.service.name", "S").has("lat.node_service_class", "1");
    s.has("lat.data_link_rcv_frame_size", "1500");

    let s = show(&udp(12222, &[4, 0, 0, 4, 30, 40, 22, 5, 0, 4]));
    s.columns("LWAPP", "CNTL ECHO_REQUEST").has("lwapp.control.type", "22").has("lwapp.snr", "40");

    let mut m = vec![0xff, 0xff, 0, 65, 0, 4, 0, 0, 0, 1, 255, 255, 255, 255, 255, 255, 0x90, 1];
    m.extend([0, 0, 0, 1, 2, 0, 0, 0, 0, 3, 0x90, 1, 0x83, 27, 1, 0, 15, 1, 0, 0, 1, 2, 0, 0, 0, 0, 3]);
    m.extend([0, 30, 0, 35, 20, 2, 0, 0, 0, 0, 3, 3, 0xc5, 4, 0, 0, 5, 0xd9, 0xc5, 0]);
    let s = typed(0x8137, &m);
    s.columns("NLSP", "L1 Hello, System ID: 02:00:00:00:00:03").has("nlsp.hello.priority", "20");
    s.has("nlsp.hello_local_mtu.mtu_size", "1497");

    let m = [&[0, 0, 0xe1, 1, 1][..], &[0; 15], &[10, 0, 0, 1, 0, 0, 0, 5], &[0; 18], &[0, 7]].concat();
    typed(0x8847, &m).has("mpls_y1711.lsp_id", "5").has("mpls_y1711.bip16", "7");
    assert!(typed(0x8847, &m[..20]).names("mpls_y1711.minimum_payload"));
}

/// A frame of 802.15.4 with a message for a cluster of a profile.
fn zigbee(cluster: u16, profile: u16, message: &[u8]) -> Shown {
    let mut m = vec![0x61, 0x88, 1, 0x62, 0x1a, 0, 0, 1, 0, 8, 0, 0, 0, 0x34, 0x12, 30, 9, 0, 1];
    m.extend([cluster.to_le_bytes(), profile.to_le_bytes()].concat());
    m.extend([1, 77]);
    m.extend(message);
    linked(230, &m)
}

#[test]
fn homes_have_clusters() {
    let s = zigbee(1, 0x104, &[0x18, 1, 1, 0, 0, 0, 0x21, 0xe8, 3, 2, 0, 0, 0x20, 5]);
    s.columns("ZigBee HA", "ZCL: Read Attributes Response, Seq: 1").has("zbee_zcl.attr.uint8", "5");
    s.has("zbee_zcl_general.power_config.attr.mains_voltage", "1000");
    let s = zigbee(4, 0x104, &[9, 10, 2, 5, 2, 1, 0, 2, 0]);
    s.columns("ZigBee HA", "ZCL Groups: Get Group Membership Response, Seq: 10");
    s.has("zbee_zcl_general.groups.group_capacity", "5").has("zbee_zcl_general.groups.group_id", "2");
    let s = zigbee(0x13, 0, &[1, 0x34, 0x12, 8, 7, 6, 5, 4, 3, 2, 1, 0x8e]);
    s.has("zbee_zdp.nwk_addr", "4660")
        .has("zbee_zdp.cinfo.alloc", "1")
        .has("zbee_zdp.ext_addr", "0102030405060708");
}
