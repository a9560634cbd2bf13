//! Messages of industrial, automotive and telecom protocols, made by hand: what is read of them, and that any may end anywhere.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use requin_wire::{Meta, Recalled, Remembered, Time};
use shown::*;

#[derive(Clone, Copy)]
enum Over {
    Tcp(u16, u16),
    Udp(u16, u16),
    /// On Ethernet itself, of this type.
    Ether(u16),
}

/// Dissects a message over its transport, of which `captured` bytes are there.
fn show(over: Over, message: &[u8], captured: usize, recalled: &[Recalled]) -> Shown {
    let frame = match over {
        Over::Tcp(a, b) => tcp_between(a, b, message),
        Over::Udp(a, b) => udp_between(a, b, message),
        Over::Ether(kind) => [&[2; 12], &kind.to_be_bytes()[..], message].concat(),
    };
    let there = &frame[..frame.len() - message.len() + captured];
    let meta = Meta { number: 9, time: Time::new(100, 5_000_000), ..meta(1, there, frame.len()) };
    dissect(&registry(), &meta, there, recalled)
}

/// The message whole, after it was cut at every byte and ended at every byte.
fn read(over: Over, message: &[u8], recalled: &[Recalled]) -> Shown {
    for n in 0..message.len() {
        show(over, message, n, recalled);
        show(over, &message[..n], n, recalled);
    }
    show(over, message, message.len(), recalled)
}

/// What the past notes on the frame: frame 3, five milliseconds before.
fn note(proto: &str, key: u64, bytes: &[u8]) -> Recalled {
    let registry = registry();
    let id = registry.proto_named(proto).map(|p| p.id).unwrap_or(requin_wire::ProtoId(0));
    let what = Remembered { frame: 3, time: Time::new(100, 0), bytes: bytes.into() };
    Recalled { on: 9, proto: id, key, what }
}

#[test]
fn modbus_reads_registers_by_their_request() {
    let request = read(Over::Tcp(50000, 502), &[0, 7, 0, 0, 0, 6, 1, 3, 0, 5, 0, 2], &[]);
    request.has("modbus.reference_num", "5");
    request.has("modbus.word_cnt", "2");
    assert_eq!(request.info, "   Query: Trans:     7; Unit:   1, Func:   3: Read Holding Registers");
    let response = [0, 7, 0, 0, 0, 7, 1, 3, 4, 0, 9, 0, 24];
    let asked = [note("mbtcp", 3 << 24 | 1 << 16 | 7, &[0, 5, 0, 2])];
    let response = read(Over::Tcp(502, 50000), &response, &asked);
    assert_eq!(response.all("modbus.regnum16"), ["5", "6"]);
    assert_eq!(response.all("modbus.regval_uint16"), ["9", "24"]);
    response.has("modbus.request_frame", "3");
    response.has("modbus.response_time", "0.005000000");
    // Coils: three were asked for, from 10 on.
    let asked = [note("mbtcp", 1 << 24 | 1 << 16 | 7, &[0, 10, 0, 3])];
    let coils = read(Over::Tcp(502, 50000), &[0, 7, 0, 0, 0, 4, 1, 1, 1, 0b101], &asked);
    assert_eq!(coils.all("modbus.bitnum"), ["10", "11", "12"]);
    assert_eq!(coils.all("modbus.bitval"), ["1", "0", "1"]);
}

#[test]
fn modbus_functions_of_functions() {
    let server = Over::Tcp(502, 50000);
    let exception = read(server, &[0, 7, 0, 0, 0, 3, 1, 0x83, 2], &[]);
    exception.has("modbus.exception_code", "2");
    assert!(exception.info.ends_with("Read Holding Registers. Exception returned "), "{}", exception.info);
    let diagnostics = read(Over::Tcp(50000, 502), &[0, 0, 0, 0, 0, 6, 1, 8, 0, 1, 0, 0xff], &[]);
    diagnostics.has("modbus.diagnostic.restart_communication_option", "255");
    assert!(
        diagnostics.info.ends_with("Func:   8/  1: Restart Communications Option"),
        "{}",
        diagnostics.info
    );
    let identity = [0, 0, 0, 0, 0, 14, 1, 43, 14, 1, 1, 0, 0, 1, 0, 4, b'A', b'C', b'M', b'E'];
    let identity = read(server, &identity, &[]);
    identity.has("modbus.object_str_value", "ACME");
    identity.has("modbus.num_objects", "1");
    let write = [0, 0, 0, 0, 0, 9, 1, 16, 0, 100, 0, 1, 2, 0x12, 0x34];
    let write = read(Over::Tcp(50000, 502), &write, &[]);
    write.has("modbus.regnum16", "100");
    write.has("modbus.regval_uint16", "4660");
}

/// A message of S7 in a data unit of COTP in a packet of TPKT.
fn s7(kind: u8, parameters: &[u8], data: &[u8]) -> Vec<u8> {
    let mut m = vec![0x32, kind, 0, 0, 0, 1, 0, parameters.len() as u8, 0, data.len() as u8];
    if kind == 3 {
        m.extend([0, 0]);
    }
    m.extend(parameters);
    m.extend(data);
    let mut packet = vec![3, 0, 0, 7 + m.len() as u8, 2, 0xf0, 0x80];
    packet.extend(m);
    packet
}

#[test]
fn s7comm_reads_variables_and_state_lists() {
    let (client, server) = (Over::Tcp(50000, 102), Over::Tcp(102, 50000));
    let item = [0x12, 10, 0x10, 2, 0, 4, 0, 1, 0x84, 0, 0, 0x40];
    let read_var = read(client, &s7(1, &[&[4, 1][..], &item].concat(), &[]), &[]);
    read_var.has("s7comm.param.item.db", "1");
    read_var.has("s7comm.param.item.address.byte", "8");
    assert_eq!(read_var.info, "ROSCTR:[Job     ] Function:[Read Var]");
    let answer = read(server, &s7(3, &[4, 1], &[0xff, 4, 0, 32, 1, 2, 3, 4]), &[]);
    answer.has("s7comm.resp.data", "01020304");
    let mut entry = vec![0x43, 0x02, 0xff, 0x68, 0xc7, 0, 0, 0, 8, 0x14, 0x77, 0x14];
    entry.extend([0x21, 0x09, 0x08, 0x15, 0x33, 0x37, 0x65, 0x64]);
    let list = [&[0xff, 9, 0, 28, 0, 0xa0, 0, 0, 0, 20, 0, 1][..], &entry].concat();
    let list = read(server, &s7(7, &[0, 1, 0x12, 8, 0x12, 0x84, 1, 1, 0, 0, 0, 0], &list), &[]);
    list.has("s7comm.cpu.diag_msg.eventid.class", "4");
    list.has("s7comm.data.ts", "1631115217.656000000");
    list.has("s7comm.data.ts_weekday", "4");
    assert!(list.info.ends_with("[Read SZL] ID=0x00a0 Index=0x0000"), "{}", list.info);
    let download = b"\x1a\0\x01\0\0\0\0\0\x09_0A00012P\x0d1000120000100";
    let download = read(client, &s7(1, download, &[]), &[]);
    download.has("s7comm.data.blockcontrol.block_number", "00012");
    assert!(download.info.ends_with("-> Block:[DB 12]"), "{}", download.info);
    let insert = b"\x28\0\0\0\0\0\0\xfd\0\x0a\x01\x000A00012P\x05_INSE";
    let insert = read(client, &s7(1, insert, &[]), &[]);
    insert.has("s7comm.param.pistart.servicename", "_INSE");
    insert.has("s7comm.data.plccontrol.block_cnt", "1");
}

#[test]
fn asdus_of_several_objects() {
    let over = Over::Tcp(2404, 50000);
    // Two single points one behind the other, as an answer to an interrogation.
    let points = [0x68, 15, 2, 0, 4, 0, 1, 0x82, 20, 0, 1, 0, 10, 0, 0, 1, 0x80];
    let points = read(over, &points, &[]);
    assert_eq!(points.all("iec60870_asdu.ioa"), ["10", "11"]);
    assert_eq!(points.all("iec60870_asdu.siq.spi"), ["1", "0"]);
    assert_eq!(points.info, "-> I (1,2) ASDU=1 M_SP_NA_1 Inrogen IOA[2]=10-11");
    let mut float = vec![0x68, 25, 0, 0, 0, 0, 36, 1, 3, 0, 1, 0, 7, 0, 0];
    float.extend(1.5f32.to_le_bytes());
    float.extend([0, 0xc8, 0x32, 0x39, 8, 0x1d, 8, 8]);
    let float = read(over, &float, &[]);
    float.has("iec60870_asdu.float", "1.5");
    float.has("iec60870_asdu.cp56time", "1220000233.000000000");
    let late = read(over, &[1, 2, 0x68, 4, 0x43, 0, 0, 0], &[]);
    late.has("iec60870_104.data", "0102");
    assert_eq!(late.info, "<ERR prefix 2 bytes> -> U (TESTFR act) ");
    let set = [0x68, 15, 0, 0, 0, 0, 48, 1, 6, 0, 1, 0, 7, 0, 0, 0, 0x40, 0x80];
    read(over, &set[..17], &[]);
    let set = read(over, &[&[0x68, 16][..], &set[2..]].concat(), &[]);
    set.has("iec60870_asdu.normval", "0.5");
    set.has("iec60870_asdu.qos.se", "1");
}

#[test]
fn bacnet_services() {
    let over = Over::Udp(47808, 47808);
    let who = [0x81, 11, 0, 16, 1, 0x20, 0xff, 0xff, 0, 0xff, 0x10, 8, 9, 111, 0x19, 112];
    let who = read(over, &who, &[]);
    who.has("bacapp.who_is.low_limit", "111");
    who.has("bacnet.dnet", "65535");
    assert_eq!(who.info, "Unconfirmed-REQ who-Is 111 112 ");
    let mut ack = vec![0x81, 10, 0, 23, 1, 0, 0x30, 5, 12, 0x0c, 0, 0, 0, 3, 0x19, 85, 0x3e, 0x44];
    ack.extend(20.5f32.to_be_bytes());
    ack.push(0x3f);
    let ack = read(over, &ack, &[]);
    ack.has("bacapp.property_identifier", "85");
    ack.has("bacapp.instance_number", "3");
    assert_eq!(ack.info, "Complex-ACK     readProperty[  5] analog-input,3 present-value ");
    let error = read(over, &[0x81, 10, 0, 13, 1, 0, 0x50, 7, 12, 0x91, 2, 0x91, 32], &[]);
    error.has("bacapp.error_class", "2");
    error.has("bacapp.error_code", "32");
}

#[test]
fn diagnostics_of_vehicles() {
    let over = Over::Tcp(50000, 13400);
    let session = read(over, &[2, 0xfd, 0x80, 1, 0, 0, 0, 6, 0x0e, 0x80, 0x40, 0x10, 0x10, 3], &[]);
    session.has("uds.diag_addr_target", "16400");
    assert_eq!(session.info, "Request   Diagnostic Session Control             Extended Diagnostic Session");
    assert_eq!(session.protocol, "UDS");
    let refused = [2, 0xfd, 0x80, 1, 0, 0, 0, 7, 0x40, 0x10, 0x0e, 0x80, 0x7f, 0x10, 0x78];
    read(over, &refused, &[]).has("uds.err.code", "120");
    let data = [2, 0xfd, 0x80, 1, 0, 0, 0, 9, 0x40, 0x10, 0x0e, 0x80, 0x62, 0xf1, 0x90, 1, 2];
    let data = read(over, &data, &[]);
    data.has("uds.rdbi.data_identifier", "61840");
    data.has("uds.rdbi.data_record", "0102");
    let activation = [2, 0xfd, 0, 5, 0, 0, 0, 11, 0x0e, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    read(over, &activation, &[]).has("doip.reserved_oem", "1");
}

#[test]
fn instruments_and_controllers() {
    let mut lock = b"HS\x05\x01\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    let asked = [note("hislip", 5, &[1]), note("hislip", 1 << 32, &[17])];
    let answer = read(Over::Tcp(4880, 50000), &lock, &asked);
    answer.has("hislip.response", "3");
    assert_eq!(answer.info, "AsyncLockResponse [Success]");
    lock.splice(2..4, [7, 0]);
    lock[15] = 6;
    lock.extend(b"*IDN?\n");
    let query = read(Over::Tcp(50000, 4880), &lock, &[]);
    query.has("hislip.data", "*IDN?\n");
    let firmware = [0, 0, 0, 13, 1, 0, 0, 1, 0, 10, 0x20, 0x53, 0x18];
    let firmware = read(Over::Udp(50000, 5050), &firmware, &[]);
    firmware.has("sbus.crc.status", "1");
    assert_eq!(firmware.info, "Request: Read firmware version");
    let answer = b"\0\0\0\x14\0\0\0\x01\x01D2M48020\0\xfa\xc9";
    let answer = read(Over::Udp(5050, 50000), answer, &[note("sbus", 1, &[0x20, 0])]);
    answer.has("sbus.fw_version", "020");
    answer.has("sbus.crc.status", "1");
    answer.has("sbus.response_time", "0.005000000");
}

#[test]
fn servlets_and_brokers() {
    let headers = b"AB\0\x1d\x04\0\xc8\0\x02OK\0\0\x02\xa0\x03\0\x010\0\0\x01X\0\0\x03abc\0";
    let mut headers = headers.to_vec();
    headers[3] = (headers.len() - 4) as u8;
    let shown = read(Over::Tcp(8009, 50000), &headers, &[]);
    shown.has("ajp13.content_length", "0");
    shown.has("ajp13.unknown_header", "X: abc");
    assert_eq!(shown.info, "0:RSP:SEND HEADERS:200 OK");
    let mut get =
        b"\x124\0\0\x02\x02\0\x08HTTP/1.1\0\0\x01/\0\0\x011\0\xff\xff\0\x01h\0\0\x50\0\0\x01".to_vec();
    get.extend(b"\xa0\x0b\0\x01h\0\x05\0\x03a=b\0\xff");
    get[3] = (get.len() - 4) as u8;
    let get = read(Over::Tcp(50000, 8009), &get, &[]);
    get.has("ajp13.host", "h");
    get.has("ajp13.query_string", "a=b");
    assert_eq!(get.info, "0:REQ:GET / HTTP/1.1");
    let versions = [0, 0, 0, 16, 0, 0, 0, 9, 0, 0, 0, 0, 0, 1, 0, 3, 0, 0, 0, 11];
    let shown = read(Over::Tcp(9092, 50000), &versions, &[note("kafka", 9, &[0, 18, 0, 0])]);
    shown.has("kafka.api_versions.max_version", "11");
    shown.has("kafka.request_frame", "3");
    assert_eq!(shown.info, "Kafka ApiVersions v0 Response");
    let alone = read(Over::Tcp(9092, 50000), &versions, &[]);
    assert_eq!(alone.info, "Kafka Response (Undecoded, Request Missing)");
    // An array that says it has four thousand million entries.
    let endless = [0, 0, 0, 10, 0, 0, 0, 9, 0, 0, 0xff, 0xff, 0xff, 0xff];
    read(Over::Tcp(9092, 50000), &endless, &[note("kafka", 9, &[0, 18, 0, 0])]);
}

#[test]
fn calls_have_a_beginning() {
    let mut new = vec![0x80, 4, 0, 0, 0, 0, 0, 1, 0, 0, 6, 1, 11, 2, 0, 2, 1, 3, b'1', b'2', b'3'];
    new.extend([31, 4, 0x0b, 0x0c, 0x55, 0xd6]);
    let call = [note("iax2", 2, &1u64.to_be_bytes())];
    let new = read(Over::Udp(4569, 4569), &new, &call);
    new.has("iax2.call", "1");
    new.has("iax2.abstime", "100.001000000");
    new.has("iax2.lateness", "0.004000000");
    new.has("iax2.iax.called_number", "123");
    new.has("iax2.iax.datetime", "1123843604.000000000");
    let mini = read(Over::Udp(4569, 4569), &[0, 4, 0, 2, 0xd5, 0xd5], &call);
    mini.has("iax2.payload_data", "d5d5");
}

#[test]
fn packets_of_games() {
    let over = Over::Udp(50000, 60030);
    let magic = [0, 255, 255, 0, 254, 254, 254, 254, 253, 253, 253, 253, 0x12, 0x34, 0x56, 0x78];
    let open = [&[7][..], &magic, &[4, 0x6b, 0x66, 0xdc, 0x32, 0xea, 0x7e, 2, 0x40], &[1; 8]].concat();
    let open = read(over, &open, &[]);
    open.has("raknet.port", "60030");
    open.has("raknet.MTU", "576");
    assert_eq!(open.info, "Open Connection Request 2");
}

#[test]
fn elements_of_gtp() {
    let mut create = vec![0x32, 0x10, 0, 0, 0, 0, 0, 0, 0x13, 0x0b, 0, 0];
    create.extend([2, 0x64, 0, 0x40, 1, 0, 0, 1, 0xf1]);
    create.extend([3, 0x64, 0xf0, 0x60, 0xff, 0xfe, 0xff, 14, 7, 16, 0, 0, 0, 9, 20, 5, 26, 8, 0]);
    create
        .extend([128, 0, 6, 0xf1, 0x21, 10, 0, 0, 1, 131, 0, 4, 3, b'n', b'e', b't', 133, 0, 4, 1, 2, 3, 4]);
    create.extend([135, 0, 4, 2, 0x0b, 0x92, 0x1f, 151, 0, 1, 2, 255, 0, 3, 0, 10, 1]);
    create[3] = (create.len() - 8) as u8;
    let create = read(Over::Udp(2123, 2123), &create, &[]);
    create.has("e212.imsi", "460004100000101");
    create.has("e212.rai.mnc", "6");
    create.has("gtp.lac", "65534");
    create.has("gtp.teid_data", "9");
    create.has("gtp.user_ipv4", &0x0a00_0001.to_string());
    create.has("gtp.apn", "net");
    create.has("gtp.qos_delay", "1");
    create.has("gtp.ext_rat_type", "2");
    create.has("gtp.ext_val", "01");
    let records = [0x2e, 0xf0, 0, 18, 0, 4, 126, 1, 252, 0, 8, 1, 1, 0x1c, 6, 0, 2, 0xab, 0xcd];
    let records = read(Over::Udp(3386, 3386), &records, &[]);
    records.has("gtp.cdr_context", "abcd");
    records.has("gtp.cdr_rel", "12");
    records.has("gtp.tr_comm", "1");
}

#[test]
fn oracles_packets() {
    let mut connect = vec![
        0, 0, 0, 0, 1, 0, 0, 0, 1, 0x3b, 1, 0x2c, 0x0c, 0x41, 0x20, 0, 0xff, 0xff, 0x7f, 0x08, 0, 0, 1, 0,
    ];
    connect.extend([0, 3, 0, 58, 0, 0, 8, 0, 0x41, 0x41]);
    connect.extend([0; 24]);
    connect.extend(b"(X)");
    connect[1] = connect.len() as u8;
    let connect = read(Over::Tcp(50000, 1521), &connect, &[]);
    connect.has("tns.connect_data", "(X)");
    connect.has("tns.so_flag.fd", "1");
    connect.has("tns.ntp_flag.crel", "1");
    connect.has("tns.connect_flags.wantna", "1");
    assert_eq!(connect.info, "Request, Connect (1)");
    let protocol = b"\0\x15\0\0\x06\0\0\0\0\0\x01\x06\x05\0Linux\0\0";
    let mut protocol = protocol.to_vec();
    protocol.truncate(20);
    protocol[1] = protocol.len() as u8;
    let protocol = read(Over::Tcp(50000, 1521), &protocol, &[]);
    assert_eq!(protocol.all("tns.data_setp_req.acc_vers"), ["6", "5"]);
    protocol.has("tns.data_setp_req.cli_plat", "Linux");
    let services = b"\0\0\0\x18\x06\0\0\0\0\0\xde\xad\xbe\xef\0\x0d\x0c\x10\x02\0\0\x04\0\0";
    let services = read(Over::Tcp(1521, 50000), services, &[]);
    services.has("tns.data_sns.srvcnt", "4");
    assert_eq!(services.info, "Response, Data (6), Secure Network Services");
}

/// An element of GTPv2.
fn gtpv2_element(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut e = vec![kind, 0, body.len() as u8, 0];
    e.extend(body);
    e
}

fn gtpv2(kind: u8, elements: &[Vec<u8>]) -> Vec<u8> {
    let body = elements.concat();
    let mut m = vec![0x48, kind];
    m.extend((8 + body.len() as u16).to_be_bytes());
    m.extend([0, 0, 0, 9, 0, 0, 7, 0]);
    m.extend(body);
    m
}

#[test]
fn sessions_of_gtpv2() {
    let bearer = [
        gtpv2_element(73, &[5]),
        gtpv2_element(84, &[0x21, 0x31, 1, 11, 0x10, 10, 0, 0, 1, 255, 255, 255, 0, 0x30, 6]),
        gtpv2_element(80, &[0x18, 7, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0]),
    ];
    let mut location = vec![0x18, 0x62, 0xf2, 0x10, 0, 1];
    location.extend([0x62, 0xf2, 0x10, 0x01, 2, 3, 4]);
    let create = [
        gtpv2_element(1, &[0x62, 0x02, 0x01, 0x32, 0x54, 0x76, 0x98, 0xf0]),
        gtpv2_element(76, &[0x94, 0x71, 0x21, 0x43]),
        gtpv2_element(86, &location),
        gtpv2_element(83, &[0x62, 0xf2, 0x10]),
        gtpv2_element(82, &[6]),
        gtpv2_element(77, &[0x80, 0x01]),
        gtpv2_element(87, &[0x8a, 0, 0, 0, 5, 10, 0, 0, 1]),
        gtpv2_element(71, b"\x03net"),
        gtpv2_element(79, &[1, 10, 0, 0, 2]),
        gtpv2_element(93, &bearer.concat()),
        gtpv2_element(114, &[0x08, 1]),
        gtpv2_element(255, &[1, 2]),
    ];
    let create = read(Over::Udp(40000, 2123), &gtpv2(32, &create), &[]);
    assert_eq!((create.protocol.as_str(), create.info.as_str()), ("GTPv2", "Create Session Request"));
    create.has("e212.imsi", "262010234567890");
    create.has("e164.msisdn", "49171234");
    create.has("e164.country_code", "49");
    create.has("e212.tai.mcc", "262");
    create.has("gtpv2.enodebid", &0x10203.to_string());
    create.has("gtpv2.daf", "1");
    create.has("gtpv2.msv", "1");
    create.has("gtpv2.f_teid_interface_type", "10");
    create.has("gtpv2.apn", "net");
    create.has("gtpv2.bearer_qos_gbr_up", "768");
    create.has("gsm_a.gm.sm.tft.protocol_header", "6");
    create.has("gsm_a.gm.sm.ip4_mask", &0xffff_ff00_u32.to_string());
    assert_eq!(create.all("gtpv2.ie_data_not_dissected").len(), 1);
    let asked = [note("gtp", 1 << 40 | 32 << 24 | 7, &[])];
    let response = read(Over::Udp(2123, 40000), &gtpv2(33, &[gtpv2_element(2, &[16, 1])]), &asked);
    response.has("gtpv2.cause", "16");
    response.has("gtpv2.cs", "1");
    response.has("gtpv2.response_to", "3");
    response.has("gtpv2.response_time", "0.005000000");
}

/// An element of PFCP.
fn pfcp_element(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut e = [kind.to_be_bytes(), (body.len() as u16).to_be_bytes()].concat();
    e.extend(body);
    e
}

#[test]
fn sessions_of_pfcp() {
    let pdi = [
        pfcp_element(20, &[0]),
        pfcp_element(21, &[1, 0, 0, 0, 9, 10, 0, 0, 1]),
        pfcp_element(93, &[2, 10, 0, 0, 2]),
        pfcp_element(23, &[1, 0, 0, 3, b'a', b'n', b'y']),
    ];
    let rule = [pfcp_element(56, &[0, 4]), pfcp_element(29, &[0, 0, 0, 255]), pfcp_element(2, &pdi.concat())];
    let elements = [
        pfcp_element(60, &[0, 10, 0, 0, 3]),
        pfcp_element(57, &[2, 0, 0, 0, 0, 0, 0, 0, 7, 10, 0, 0, 3]),
        pfcp_element(1, &rule.concat()),
        pfcp_element(108, &[0x80, 0, 0, 2]),
        pfcp_element(31, &[5, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]),
        pfcp_element(96, &[0x83, 0xaa, 0x7e, 0x81]),
        pfcp_element(134, &[7, 0x17, 0x02]),
        pfcp_element(141, &[2, 2, 0x21, 0xf3]),
        pfcp_element(0x8007, &[0x0d, 0xe9, 0, 0, 0, 1, 0, 0, 0, 2]),
        pfcp_element(0x8003, &[0x48, 0xf9, 0x83, 0xaa, 0x7e, 0x81, 0x80, 0, 0, 0]),
        pfcp_element(88, &[1, 9]),
        pfcp_element(400, &[1]),
    ];
    let body = elements.concat();
    let mut message = vec![0x21, 50];
    message.extend((12 + body.len() as u16).to_be_bytes());
    message.extend([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0]);
    message.extend(body);
    let shown = read(Over::Udp(8805, 8805), &message, &[]);
    assert_eq!(shown.info, "PFCP Session Establishment Request");
    shown.has("pfcp.node_id_ipv4", &0x0a00_0003.to_string());
    shown.has("pfcp.f_teid.teid", "9");
    shown.has("pfcp.ue_ip_addr_ipv4", &0x0a00_0002.to_string());
    shown.has("pfcp.flow_desc", "any");
    shown.has("pfcp.far_id_flg", "1");
    shown.has("pfcp.far_id", "2");
    shown.has("pfcp.volume_threshold.tovol", "1");
    shown.has("pfcp.volume_threshold.dlvol", "2");
    shown.has("pfcp.recovery_time_stamp", "1.000000000");
    shown.has("pfcp.c_tag.cvid", &0x102.to_string());
    shown.has("pfcp.user_id.imei", "123");
    shown.has("pfcp.bbf.lcp_magic_number.rx", "2");
    shown.has("pfcp.travelping.now", "1.500000000");
    assert_eq!(shown.all("pfcp.ie_data_not_decoded").len(), 1);
    assert_eq!(shown.all("pfcp.ie_not_decoded").len(), 1);
    let asked = [note("pfcp", 54 << 24 | 7, &[])];
    let response = [0x20, 55, 0, 9, 0, 0, 7, 0, 0, 19, 0, 1, 1];
    let response = read(Over::Udp(8805, 8805), &response, &asked);
    response.has("pfcp.cause", "1");
    response.has("pfcp.response_to", "3");
}

#[test]
fn stanzas_of_xmpp() {
    let out = Over::Tcp(40000, 5222);
    let stream = b"<?xml version='1.0'?><stream:stream to='a.example' xmlns='jabber:client' version='1.0'>";
    let stream = read(out, stream, &[]);
    assert_eq!((stream.protocol.as_str(), stream.info.as_str()), ("XMPP/XML", "STREAM > a.example "));
    stream.has("xmpp.xml_header_version", "1.0");
    stream.has("xmpp.xmlns", "jabber:client");
    assert_eq!(stream.all("xmpp.unknown_attr"), ["to", "version"]);
    let roster =
        b"<iq type='result' id='r' from='a.example'><query xmlns='jabber:iq:roster'><item jid='b@a.example' \
        name='Bee'><group>Pals</group></item></query></iq>";
    let asked = [note("xmpp", requin_wire::fnv1a(b"r"), &[])];
    let roster = read(Over::Tcp(5222, 40000), roster, &asked);
    assert_eq!(roster.info, "IQ(result) QUERY(jabber:iq:roster) < a.example ");
    roster.has("xmpp.query.item.jid", "b@a.example");
    roster.has("xmpp.query.item.group", "Pals");
    roster.has("xmpp.response_to", "3");
    let both = b"<message to='b@a.example' type='chat'><body>hello</body><active/></message><presence><show>away</show>\
        <x xmlns='other'>?</x></presence>";
    let both = read(out, both, &[]);
    both.has("xmpp.message.chatstate", "active");
    both.has("xmpp.attribute", "hello");
    both.has("xmpp.presence.show", "away");
    both.has("xmpp.unknown", "x");
    let failed =
        b"<iq type='error' id='q'><error type='cancel' code='503'><service-unavailable/></error></iq>";
    let failed = read(out, failed, &[]);
    failed.has("xmpp.error.condition", "service-unavailable");
    assert_eq!(failed.all("xmpp.packet_without_response").len(), 1);
    assert_eq!(read(out, b"</stream:stream>", &[]).info, "STREAM END");
    assert_eq!(read(out, b"<foo/>", &[]).info, "UNKNOWN PACKET ");
}

#[test]
fn both_ends_of_a_bundle() {
    let end = |kind: u8, state: u8| {
        let mut e = vec![kind, 20, 0x80, 0, 2, 0, 0, 0, 0, kind, 0, 13, 0, 255, 0, 22, state];
        e.extend([0; 3]);
        e
    };
    let mut lacp = vec![1, 1];
    lacp.extend(end(1, 0x85));
    lacp.extend(end(2, 0x3d));
    lacp.extend([3, 16, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    lacp.extend([0; 6]);
    let shown = read(Over::Ether(0x8809), &lacp, &[]);
    assert_eq!(shown.protocol, "LACP");
    assert_eq!(
        shown.info,
        "v1 ACTOR 02:00:00:00:00:01 P: 22 K: 13 E****G*A PARTNER 02:00:00:00:00:02 P: 22 K: 13 **DCSG*A"
    );
    shown.has("lacp.actor.state.expired", "1");
    shown.has("lacp.partner.state.synchronization", "1");
    shown.has("lacp.collector.max_delay", "9");
    let marker = [2, 1, 2, 16, 0, 5, 2, 0, 0, 0, 0, 1, 0, 0, 0, 77, 0, 0, 0, 0];
    let marker = read(Over::Ether(0x8809), &marker, &[]);
    assert_eq!(marker.info, "Response SysId=02:00:00:00:00:01, P=5, TId=77");
}
