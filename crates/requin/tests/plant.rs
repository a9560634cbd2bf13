//! EtherNet/IP with CIP, synchrophasors, FINS, OPC UA and HART-IP, from hand-made messages.

mod support;

use support::*;

/// An encapsulated message of EtherNet/IP.
fn enip(command: u16, context: u8, data: &[u8]) -> Vec<u8> {
    let mut m = command.to_le_bytes().to_vec();
    m.extend((data.len() as u16).to_le_bytes());
    m.extend([0x44, 0x33, 0x22, 0x11, 0, 0, 0, 0, context, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    m.extend(data);
    m
}

/// A message of CIP without a connection.
fn unconnected(context: u8, cip: &[u8]) -> Vec<u8> {
    let mut d = vec![0, 0, 0, 0, 10, 0, 2, 0, 0, 0, 0, 0, 0xb2, 0];
    d.extend((cip.len() as u16).to_le_bytes());
    d.extend(cip);
    enip(0x6f, context, &d)
}

/// A message of CIP over a connection.
fn connected(connection: u32, number: u16, cip: &[u8]) -> Vec<u8> {
    let mut d = vec![0, 0, 0, 0, 0, 0, 2, 0, 0xa1, 0, 4, 0];
    d.extend(connection.to_le_bytes());
    d.extend([0xb1, 0]);
    d.extend((cip.len() as u16 + 2).to_le_bytes());
    d.extend(number.to_le_bytes());
    d.extend(cip);
    enip(0x70, 0, &d)
}

#[test]
fn cip_responses_are_named_by_their_requests() {
    let talk = Talk::tcp(44818)
        .client(unconnected(1, &[0x0e, 3, 0x20, 1, 0x24, 1, 0x30, 7]))
        .client(unconnected(2, &[0x4c, 2, 0x20, 0x6b, 0x24, 0, 7]))
        .server(unconnected(2, &[0xcc, 0, 0, 0, 9]))
        .server(unconnected(1, &[0x8e, 0, 0, 0, 3, b'P', b'L', b'C']))
        .client(unconnected(3, &[0x03, 2, 0x20, 1, 0x24, 1, 1, 0, 5, 0]))
        .server(unconnected(3, &[0x83, 0, 5, 1, 0x34, 0x12]));
    let f = talk.shown();
    assert_eq!(f[0].info, "Identity - Get Attribute Single");
    assert_eq!(f[1].info, "Class (0x6b) - Service (0x4c)");
    assert_eq!(f[2].info, "Success: Class (0x6b) - Service (0x4c)");
    assert_eq!((f[2].one("cip.data"), f[2].one("enip.response_to")), ("09", "2"));
    assert_eq!(f[3].info, "Success: Identity - Get Attribute Single");
    assert_eq!((f[3].one("cip.id.product_name"), f[3].one("enip.response_to")), ("PLC", "1"));
    assert_eq!(f[5].info, "Path destination unknown: Identity - Get Attribute List");
    assert_eq!(f[5].one("cip.addstat"), "0x1234");
    talk.survives_cuts();
}

#[test]
fn several_services_in_one_packet() {
    let ask = [
        0x0a, 2, 0x20, 2, 0x24, 1, 2, 0, 6, 0, 14, 0, 0x0e, 3, 0x20, 1, 0x24, 1, 0x30, 1, 0x4c, 2, 0x91, 2,
        b'A', b'B',
    ];
    let say = [0x8a, 0, 0, 0, 2, 0, 6, 0, 12, 0, 0x8e, 0, 0, 0, 5, 0, 0xcc, 0, 5, 0];
    let talk = Talk::tcp(44818).client(connected(7, 99, &ask)).server(connected(8, 99, &say));
    let f = talk.shown();
    assert_eq!(f[0].info, "Message Router - Multiple Service Packet: Get Attribute Single, Service (0x4c)");
    assert_eq!(f[0].one("cip.symbol"), "AB");
    assert_eq!(f[1].info, "Success: Multiple Service Packet: Get Attribute Single, Service (0x4c)");
    assert_eq!(f[1].one("cip.id.vendor_id"), "0x0005");
    assert_eq!(f[1].all("cip.msp.offset"), ["6", "12", "6", "12"]);
    assert_eq!(f[1].one("cip.symbol"), "AB");
    talk.survives_cuts();
}

#[test]
fn connections_are_opened_and_requests_passed_on() {
    let open = [
        &[0x54, 2, 0x20, 6, 0x24, 1, 0x0a, 0xf7, 2, 0, 0, 0x80, 1, 0, 0, 0x80, 0x34, 0x12, 1, 0][..],
        &[0x78, 0x56, 0x34, 0x12, 0, 0, 0, 0, 0xa0, 0x86, 1, 0, 0xf4, 0x43, 0xa0, 0x86, 1, 0, 0xf4, 0x43],
        &[0xa3, 3, 1, 0, 0x20, 2, 0x24, 1],
    ]
    .concat();
    let opened = [
        &[0xd4, 0, 0, 0, 0x11, 0x11, 0, 0, 0x22, 0x22, 0, 0, 0x34, 0x12, 1, 0, 0x78, 0x56, 0x34, 0x12][..],
        &[0xa0, 0x86, 1, 0, 0xa0, 0x86, 1, 0, 0, 0],
    ]
    .concat();
    let send =
        [&[0x52, 2, 0x20, 6, 0x24, 1, 7, 233, 8, 0, 0x0e, 3, 0x20, 1, 0x24, 1, 0x30, 3][..], &[1, 0, 1, 0]]
            .concat();
    let talk = Talk::tcp(44818)
        .client(unconnected(1, &open))
        .server(unconnected(1, &opened))
        .client(unconnected(2, &send))
        .server(unconnected(2, &[0x8e, 0, 0, 0, 58, 0]))
        .client(unconnected(3, &open))
        .server(unconnected(3, &[0xd4, 0, 1, 1, 0, 1, 0x34, 0x12, 1, 0, 0x78, 0x56, 0x34, 0x12, 0, 0]))
        // Two connections may count alike.
        .client(connected(0x1111, 5, &[0x0e, 3, 0x20, 1, 0x24, 1, 0x30, 3]))
        .client(connected(0x9999, 5, &[0x0e, 3, 0x20, 1, 0x24, 1, 0x30, 1]))
        .server(connected(0x2222, 5, &[0x8e, 0, 0, 0, 7, 0]));
    let f = talk.shown();
    assert_eq!(
        (f[0].protocol.as_str(), f[0].info.as_str()),
        ("CIP CM", "Connection Manager - Forward Open (Message Router)")
    );
    assert_eq!(f[0].one("cip.cm.timeout"), "252928");
    assert_eq!(f[0].all("cip.cm.fwo.consize"), ["500", "500"]);
    assert_eq!(f[1].info, "Success: Connection Manager - Forward Open (Message Router)");
    assert_eq!(f[1].one("cip.cm.to_connid"), "0x00002222");
    assert_eq!(f[2].info, "Connection Manager - Unconnected Send: Identity - Get Attribute Single");
    assert_eq!(f[3].info, "Success: Identity - Get Attribute Single");
    assert_eq!(f[3].one("cip.id.product_code"), "58");
    assert_eq!(f[5].one("cip.cm.ext_status"), "0x0100");
    assert_eq!((f[8].one("enip.response_to"), f[8].one("cip.id.product_code")), ("7", "7"));
    talk.survives_cuts();
}

#[test]
fn what_stations_say_of_themselves() {
    let identity = [
        &[1, 0, 12, 0, 37, 0, 1, 0, 0, 2, 0xaf, 0x12, 10, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0][..],
        &[1, 0, 12, 0, 58, 0, 4, 3, 0x30, 0, 1, 2, 3, 4, 3, b'P', b'L', b'C', 3],
    ]
    .concat();
    let services = [&[1, 0, 0, 1, 20, 0, 1, 0, 0x20, 1][..], b"Communications\0\0"].concat();
    let talk = Talk::tcp(44818)
        .client(enip(0x63, 0, &[]))
        .server(enip(0x63, 0, &identity))
        .server(enip(4, 0, &services))
        .client([enip(0x65, 0, &[1, 0, 0, 0]), enip(0x66, 0, &[])].concat());
    let f = talk.shown();
    assert_eq!(f[0].info, "List Identity (Req)");
    assert_eq!(f[1].info, "List Identity (Rsp), PLC");
    assert_eq!((f[1].one("enip.sinaddr"), f[1].one("enip.sinport")), ("10.0.0.2", "44818"));
    assert_eq!(f[2].info, "List Services (Rsp), Communications");
    assert_eq!(
        f[3].info,
        "Register Session (Req), Session: 0x11223344 | Unregister Session (Req), Session: 0x11223344"
    );
    talk.survives_cuts();
}

/// A frame of C37.118 of this kind, with its checksum.
fn synchrophasor(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut f = vec![0xaa, kind << 4 | 1];
    f.extend((16 + body.len() as u16).to_be_bytes());
    f.extend([0, 7, 0x65, 0x53, 0xf1, 0, 0x0f, 0, 0xc3, 0x50]);
    f.extend(body);
    let mut crc = 0xffffu16;
    for b in &f {
        crc ^= u16::from(*b) << 8;
        for _ in 0..8 {
            crc = crc << 1 ^ if crc & 0x8000 != 0 { 0x1021 } else { 0 };
        }
    }
    f.extend(crc.to_be_bytes());
    f
}

#[test]
fn synchrophasors_by_their_configuration() {
    let name = |n: &str| format!("{n:16}").into_bytes();
    let mut config = [0, 0x0f, 0x42, 0x40, 0, 1].to_vec();
    config.extend(name("Station"));
    config.extend([0, 7, 0, 4, 0, 1, 0, 1, 0, 1]);
    config.extend([name("VA"), name("AN")].concat());
    (0..16).for_each(|i| config.extend(name(&format!("D{i}"))));
    config.extend([0, 0x0d, 0xf8, 0x47, 0, 0, 0, 5, 0, 0, 0xff, 0xff, 0, 1, 0, 22, 0, 30]);
    let mut data = vec![0xc0, 0, 0x39, 0x2b, 0, 0, 0x09, 0xc4, 0, 1];
    data.extend(1.5f32.to_be_bytes());
    data.extend([0x3c, 0x12]);
    let mut wrong = synchrophasor(0, &data);
    if let Some(b) = wrong.last_mut() {
        *b ^= 1;
    }
    let talk = Talk::tcp(4712)
        .client(synchrophasor(4, &[0, 5]))
        .server(synchrophasor(0, &data))
        .server(synchrophasor(3, &config))
        .server(synchrophasor(0, &data))
        .server(wrong)
        .server(synchrophasor(1, b"hello"));
    let f = talk.shown();
    assert_eq!(f[0].info, "Command Frame, send CFG-2 frame");
    assert!(!f[1].has("synphasor.phasor"));
    assert_eq!(f[2].one("synphasor.rate_of_transmission"), "30");
    assert_eq!(f[2].all("synphasor.channel_name").len(), 18);
    assert_eq!(f[3].one("synphasor.data.conf_frame"), "3");
    assert_eq!(
        (f[3].one("synphasor.phasor").trim(), f[3].one("synphasor.digital_status_word")),
        ("VA", "0x3c12")
    );
    assert_eq!(f[3].one("synphasor.fracsec_ms"), "50");
    assert!(f[3].has("synphasor.data_error"));
    assert_eq!(f[4].one("synphasor.checksum.status"), "0");
    assert!(!f[4].has("synphasor.phasor"));
    talk.survives_cuts();
}

#[test]
fn fins_over_both_transports() {
    let fins = |icf: u8, rest: &[u8]| [&[icf, 0, 2, 0, 0, 0, 0, 1, 0, 0x7a][..], rest].concat();
    let status = [&[6, 1, 0, 0, 1, 4, 0x80, 0, 0, 1, 0x80, 0, 0x40, 1][..], b"0123456789abcdef"].concat();
    let talk = Talk::udp(9600)
        .client(fins(0x80, &[1, 1, 0x82, 0, 100, 0, 0, 2]))
        .server(fins(0xc0, &[1, 1, 0, 0, 1, 2, 3, 4]))
        .client(fins(0x80, &[1, 4, 0x82, 0, 1, 0, 0x30, 0, 2, 3]))
        .server(fins(0xc0, &[1, 4, 0, 0, 0x82, 1, 2, 0x30, 1]))
        .server(fins(0xc0, &status))
        .client(fins(
            0x80,
            &[
                0x22, 7, 0, 0, 65, 65, 65, 65, 65, 65, 65, 65, 46, 66, 66, 66, 0, 1, 67, 67, 67, 67, 67, 67,
                67, 67, 46, 68, 68, 68,
            ],
        ))
        .server(fins(0xc0, &[&[6, 2, 0, 0][..], &[0x11; 31], &[0, 5, 1, 1, 1], &[2; 8], &[3; 62]].concat()));
    let f = talk.shown();
    assert_eq!(f[0].info, "Command  : Memory Area Read (D100)");
    assert_eq!((f[0].one("omron.memory.address"), f[0].one("omron.memory.numitems")), ("0x0064", "2"));
    assert_eq!(
        (f[1].info.as_str(), f[1].one("omron.response.data")),
        ("Response : Memory Area Read", "01:02:03:04")
    );
    assert_eq!(f[3].all("omron.response.data"), ["01:02", "01"]);
    assert_eq!((f[4].one("omron.fatal.fals_error"), f[4].one("omron.fals")), ("1", "0x0001"));
    assert_eq!(f[5].all("omron.file_data.filename"), ["AAAAAAAA.BBB", "CCCCCCCC.DDD"]);
    assert_eq!(f[6].all("omron.node_error_count").len(), 62);
    talk.survives_cuts();

    let tcp = |command: u8, rest: &[u8]| {
        let mut m = b"FINS\0\0".to_vec();
        m.extend((8 + rest.len() as u16).to_be_bytes());
        m.extend([0, 0, 0, command, 0, 0, 0, 0]);
        m.extend(rest);
        m
    };
    let talk = Talk::tcp(9600)
        .client(tcp(0, &[0, 0, 0, 9]))
        .server(tcp(1, &[0, 0, 0, 9, 0, 0, 0, 1]))
        .client(tcp(2, &fins(0x80, &[5, 1])));
    let f = talk.shown();
    assert_eq!(f[0].info, "FINS/TCP : Node Address Data Send (Client to Server)");
    assert_eq!(f[1].one("omron.tcp.server_node_address"), "1");
    assert_eq!(f[2].info, "Command  : Controller Data Read");
    talk.survives_cuts();
}

/// A message of OPC UA.
fn opc(kind: &[u8; 3], chunk: u8, body: &[u8]) -> Vec<u8> {
    let mut m = kind.to_vec();
    m.push(chunk);
    m.extend((8 + body.len() as u32).to_le_bytes());
    m.extend(body);
    m
}

/// A service's message: its number, what follows.
fn service(chunk: u8, request: u8, kind: u16, body: &[u8]) -> Vec<u8> {
    let mut b = vec![1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, request, 0, 0, 0, 1, 0];
    b.extend(kind.to_le_bytes());
    b.extend(body);
    opc(b"MSG", chunk, &b)
}

#[test]
fn opc_ua_services() {
    let none = [0xff; 4];
    let policy = |name: &[u8]| {
        let uri = [&b"http://opcfoundation.org/UA/SecurityPolicy#"[..], name].concat();
        [&[1, 0, 0, 0][..], &(uri.len() as u32).to_le_bytes(), &uri, &none, &none].concat()
    };
    let time = 133_000_000_000_000_000u64.to_le_bytes();
    let request = [&[0, 0][..], &time, &[6, 0, 0, 0, 0, 0, 0, 0], &none, &[0, 0, 0, 0, 0, 0, 0]].concat();
    let response = [&time[..], &[6, 0, 0, 0, 0, 0, 0, 0, 0], &none, &[0, 0, 0]].concat();
    let read = [
        &request[..],
        &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 1, 0, 2, 0, 0, 0, b'A', b'B', 13, 0, 0, 0],
        &none,
        &[0, 0],
        &none,
    ]
    .concat();
    let values =
        [&response[..], &[2, 0, 0, 0, 1, 1, 1, 5, 0x86, 2, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0], &time, &none]
            .concat();
    let open = [
        &policy(b"None")[..],
        &[1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0xbe, 1],
        &request,
        &[0; 12],
        &none,
        &[9, 0, 0, 0],
    ]
    .concat();
    let talk = Talk::tcp(4840)
        .client(opc(b"HEL", b'F', &[&[0; 20][..], &[3, 0, 0, 0], b"opc"].concat()))
        .client(opc(b"OPN", b'F', &open))
        .client(service(b'F', 5, 631, &read))
        .server(service(b'F', 5, 634, &values))
        .server(service(b'C', 6, 634, &values))
        .server(service(b'F', 6, 634, &values))
        .server(opc(b"ERR", b'F', &[&[0, 0, 0x80, 0x80][..], &none].concat()));
    let f = talk.shown();
    assert_eq!(f[0].one("opcua.transport.endpoint"), "opc");
    assert_eq!(f[1].info, "OpenSecureChannel message: OpenSecureChannelRequest");
    assert_eq!(f[1].one("opcua.RequestedLifetime"), "9");
    assert_eq!(f[2].info, "UA Secure Conversation Message: ReadRequest");
    assert_eq!((f[2].one("opcua.nodeid.string"), f[2].one("opcua.AttributeId")), ("AB", "0x0000000d"));
    assert_eq!((f[3].one("opcua.Boolean"), f[3].all("opcua.Int32").len()), ("1", 2));
    // What several chunks hold together is not taken apart.
    assert!(!f[4].has("opcua.servicenodeid.numeric") && !f[5].has("opcua.servicenodeid.numeric"));
    assert!(f.iter().all(|f| !f.is_malformed()));
    talk.survives_cuts();

    // Nor is what is encrypted.
    let open = [&policy(b"Basic256Sha256")[..], &[7; 60]].concat();
    let talk = Talk::tcp(4840).client(opc(b"OPN", b'F', &open)).client(service(b'F', 5, 631, &read));
    let f = talk.shown();
    assert!(f.iter().all(|f| !f.is_malformed() && !f.has("opcua.servicenodeid.numeric")));
    talk.survives_cuts();
}

#[test]
fn hart_commands() {
    let hart = |kind: u8, id: u8, body: &[u8]| {
        let mut m = vec![1, kind, id, 0, 0, 3];
        m.extend((8 + body.len() as u16).to_be_bytes());
        m.extend(body);
        m
    };
    let pressed = [
        &[0x86, 1, 2, 3, 4, 5, 13, 23, 0, 0][..],
        &[0x04, 0x20, 0xc4, 0x14, 0x61, 0xc8],
        &[0; 12],
        &[1, 2, 99],
        &[0x55],
    ]
    .concat();
    let talk = Talk::tcp(5094)
        .client(hart(0, 0, &[1, 0, 0, 0x75, 0x30]))
        .client(hart(0, 3, &[2, 0x80, 1, 0, 0x11]))
        .server(hart(1, 3, &[6, 0, 1, 7, 0, 0x40, 39, 0x3f, 0x80, 0, 0, 0x22]))
        .server(hart(1, 3, &pressed))
        .client(hart(0, 2, &[]));
    let f = talk.shown();
    assert_eq!(f[0].one("hart_ip.session_init.inactivity_close_timer"), "30000");
    assert_eq!((f[1].one("hart_ip.pt.short_addr"), f[1].one("hart_ip.pt.command")), ("0", "1"));
    assert_eq!((f[2].one("hart_ip.pt.rsp.pv_units"), f[2].one("hart_ip.pt.rsp.pv")), ("39", "1"));
    assert_eq!(f[3].one("hart_ip.pt.rsp.tag"), "ABCDEFGH");
    assert_eq!(f[4].info, "Keep Alive Request, Sequence Number 3");
    assert!(f[4].has("hart_ip.data.none"));
    talk.survives_cuts();
}
