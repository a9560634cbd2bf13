//! Protocols that are rare in captures, from frames made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(link: u16, frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(link, frame, frame.len()), frame, &[])
}

/// Bytes from hexadecimal digits.
fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter_map(|b| char::from(b).to_digit(16)).map(|d| d as u8).collect();
    digits.chunks(2).map(|d| d[0] << 4 | d[1]).collect()
}

/// An Ethernet frame of a type.
fn ethernet(kind: u16, payload: &[u8]) -> Vec<u8> {
    [&[2; 12][..], &kind.to_be_bytes(), payload].concat()
}

#[test]
fn links_are_managed_by_lmp() {
    let s =
        show(1, &udp(701, &hex("1000010e00200000 010c0018 03000000 0a000001 0a000002 02080000 00000309")));
    s.columns("LMP", "LinkSummary Message. ");
    s.has("lmp.object_class", "12").has("lmp.data_link.local_ipv4", "167772161");
    s.has("lmp.subobject_type", "2");
    // A message that nobody knows is said to be one, and not read further.
    let s = show(1, &udp(701, &hex("10000063000c0000 01010004")));
    s.has("lmp.msg", "99").lacks("lmp.object_class");
}

#[test]
fn named_messages_of_tipc() {
    let frame = hex(
        "434800344028004d00050006010010010000006f000000de0100100101001002000049c800000011 68656c6c6f20776f726c6421",
    );
    let s = show(1, &ethernet(0x88ca, &frame));
    s.columns("TIPC", "Payld:Normal NamedMsg type:18888 inst:17");
    s.has("tipcv2.orig_node", "1.1.1").has("tipcv2.port_name_type", "18888").has("data.len", "12");
}

#[test]
fn routers_and_connections_of_decnet() {
    let hello = "22000b020000aa000400010402da0540000f00000f0000000000000007aa0004000204c5";
    let s = show(1, &ethernet(0x6003, &hex(hello)));
    s.columns("DEC DNA", "Routing control, Ethernet Router Hello  message");
    s.has("dec_dna.ctl.blk_size", "1498").has("dec_dna.ctl.router_state", "known 2-way");
    let data = "2300812e0000aa00040002040000aa00040001040000000060550066000380041064617461";
    let s = show(1, &ethernet(0x6003, &hex(data)));
    s.columns("DEC DNA", "msg nr. 4 single segment, bytes this segment: 4, total so far:4");
    s.has("dec_dna.nsp.delay", "1").has("dec_dna.nsp.segnum", "4");
}

#[test]
fn headers_of_sna_and_q933() {
    let sna = hex("0013 0c0003 0c00 0000879abdb65e44 f6dd40 39a93c");
    let s = show(1, &[&[2; 12][..], &sna].concat());
    s.has("sna.th.oaf", "34714").has("sna.rh.ru_category", "3").has("sna.rh.rti", "1");
    let s = show(107, &hex("08412c00 08 01 88 7d 1403 300000"));
    s.columns("Q.933", "STATUS");
    s.has("q933.call_ref", "08").has("q933.call_ref_flag", "1").has("q933.information_element", "20");
}

/// A request to activate a context, in the protocols that carry it to where users are served.
#[test]
fn sessions_of_gprs() {
    let llc = "01c0150a4105030b03001f0300000074000000020121280706656574657374\
               271a8080211601010016030600000000810600000000830600000000 23eb4a";
    let frame = hex(&format!("00001c0d01e02dcb5000003408 8864f060000101000100800ebe{llc}"));
    let s = show(1, &udp(2157, &frame));
    s.has("nsip.bvci", "7181")
        .has("gsm_a.rr.tlli", "3761097552")
        .has("bssgp.ci", "1")
        .has("e212.rai.mcc", "460");
    s.has("llcgprs.nu", "5").has("llcgprs.fcs", "4909859").has("gsm_a.gm.sm.apn", "eetest");
    s.has("gsm_a.gm.sm.qos.reliability_cls", "3").has("gsm_a.dtap.msg_sm_type", "65");
    assert!(s.info.ends_with("(DTAP) (SM) Activate PDP Context Request "), "{}", s.info);
}

#[test]
fn low_energy_radio() {
    let s = show(256, &hex("00d8a600d6be898e130cd6be898e4009665544332211020106112233"));
    s.columns("LE LL", "ADV_IND");
    s.has("btle_rf.signal_dbm", "-40")
        .has("btle.advertising_address", "112233445566")
        .has("btle.crc", "8930508");
    let s = show(256, &hex("05d8a600d6be898e1300785634120207030004000a0300112233"));
    s.has("btle.data_header.llid", "2").has("btle.data_header.length", "7");
}

#[test]
fn compressed_headers_become_whole() {
    let frame = hex("21ec014dab010001008100051002100240020002007e33");
    let s = show(230, &frame);
    s.has("6lowpan.src", "fe800000000000000202000240021002");
    s.has("6lowpan.dst", "fe800000000000001205008100010001").has("ipv6.hlim", "64");
}

#[test]
fn options_of_dccp() {
    let packet = hex("cdbb1389 0800a766 01000007b8bb9240 00000000 20040502 22040102 20040102");
    let s = show(1, &ipv4(33, &packet));
    assert_eq!(s.all("dccp.option_type"), ["32", "34", "32"]);
    assert_eq!(s.all("dccp.feature_number"), ["5", "1", "1"]);
    let short = hex("cdbb1389 0600a766 01000007b8bb9240 00000000 20ff0000");
    show(1, &ipv4(33, &short)).has("dccp.option_type", "32");
}

#[test]
fn automation_and_files() {
    let ams = "00002c000000c0a8000101015303c0a8000201012080020004000c000000000000001100000003f000000000000004000000";
    let s = show(1, &tcp(48898, &hex(ams)));
    s.columns("AMS", "AMS Request");
    s.has("ams.targetnetid", "192.168.0.1.1.1").has("ams.ads_indexgroup", "61443");
    let s = show(1, &tcp(548, &hex("00020003000000000000000600000000 110000010fff")));
    s.columns("AFP", "FPGetVolParms request: Vol=1");
    s.has("dsi.requestid", "3").has("afp.vol_bitmap", "4095");
}

#[test]
fn messages_of_amqp() {
    let publish = "0100010000000d003c0028000002653102726b01ce";
    let header = "02000100000013003c00000000000000000005900003612f6201ce";
    let s = show(1, &tcp(5672, &[hex(publish), hex(header)].concat()));
    s.columns("AMQP", "Basic.Publish x=e1 rk=rk Content-Header type=a/b ");
    s.has("amqp.method.arguments.mandatory", "1").has("amqp.method.properties.delivery_mode", "1");
}

#[test]
fn lustre_over_its_network() {
    let ack = "c1000000 00000000 0000000000000000 0000000000000000 7758a8c000000200 7658a8c000000200 39300000 39300000 \
               00000000 00000000 0100000000000000 0200000000000000 0300000000000000 30000000 000000000000000000000000";
    let s = show(1, &tcp(988, &hex(ack)));
    s.columns("LNET", "LNET_ACK");
    s.has("lnet.msg_length", "48").has("lnet.nid.type", "2");
}

#[test]
fn participants_of_dds() {
    let data = "52545053020301010a0000011234567800000001 15093000 0000 1000 000100c7000100c2 00000000 01000000 \
                00030000 50001000 0a0000011234567800000001000001c1 01000000";
    let s = show(1, &udp(7410, &hex(data)));
    s.columns("RTPS", "DATA(p)");
    s.has("rtps.param.guid.entityId", "449").has("rtps.participant_idx", "0").has("rtps.sm.seqNumber", "1");
}

#[test]
fn credit_is_controlled_by_diameter() {
    let message = "01000038c0000110000000040000001100000022000001084000000e686f73742e610000000001a04000000c000000010000000140000008";
    let s = show(1, &tcp(3868, &hex(message)));
    s.has("diameter.Origin-Host", "host.a")
        .has("diameter.CC-Request-Type", "1")
        .has("diameter.avp.pad", "0000");
    assert!(s.info.starts_with("cmd=Credit-Control Request(272) flags=RP-- "), "{}", s.info);
}

#[test]
fn boxes_of_films() {
    let film = hex("00000014 66747970 69736f6d 00000000 6d703431 00000008 6d646174");
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: {}\r\n\r\n", film.len());
    let s = show(1, &tcp_between(80, 40000, &[head.as_bytes(), &film].concat()));
    s.has("mp4.ftyp.brand", "isom").has("mp4.box.type_str", "mdat");
    assert_eq!(s.all("mp4.box.size"), ["20", "8"]);
}

#[test]
fn libraries_are_searched() {
    let search = "b6178d01008e01018f0100900101910131b2069f690367766b";
    let s = show(1, &tcp(210, &hex(search)));
    s.columns("Z39.50", "searchRequest");
    s.has("z3950.largeSetLowerBound", "1").has("z3950.DatabaseName", "gvk").has("z3950.resultSetName", "1");
}

#[test]
fn telephones_of_cisco() {
    let lamp = hex("10000000 00000000 86000000 09000000 01000000 02000000");
    let s = show(1, &tcp(2000, &lamp));
    s.columns("SKINNY", "SetLamp ");
    s.has("skinny.stimulus", "9").has("skinny.lampMode", "2");
    let version = hex("14000000 00000000 98000000 312e3200000000000000000000000000");
    show(1, &tcp_between(2000, 40000, &version))
        .has("skinny.versionStr", "1.2")
        .columns("SKINNY/RESP", "VersionRes ");
}

#[test]
fn topics_of_kafka() {
    let request = hex("00000015 0003 0002 00000007 0001 61 00000001 0002 7474");
    let s = show(1, &tcp(9092, &request));
    s.columns("Kafka", "Kafka Metadata v2 Request");
    s.has("kafka.topic_name", "tt").has("kafka.client_id", "a");
}

#[test]
fn switches_say_which_versions_they_know() {
    let s = show(1, &tcp(6653, &hex("06000010 00000001 00010008 00000072")));
    s.columns("OpenFlow", "Type: OFPT_HELLO");
    s.has("openflow_v6.hello_element.version.bitmap", "00000072");
    let features = hex("06060020 00000001 0000000000000001 00000100 fe00 0000 0000024f 00000000");
    show(1, &tcp(6653, &features)).has("openflow_v6.switch_features.capabilities.bundles", "1");
}

#[test]
fn greetings_of_rtmp() {
    let greeting = [&[3][..], &[7; 1536]].concat();
    let s = show(1, &tcp(1935, &greeting));
    s.columns("RTMP", "Handshake C0+C1");
    s.has("rtmpt.handshake.c0", "03");
}

#[test]
fn clocks_are_asked_of_their_data() {
    let head = "0d02004a 00000000 0000000000000000 00000000 000000fffe000012 0001 0001 04 7f";
    let asked = "ffffffffffffffff ffff 00 00 02 00 0001 0014 2001 0003 0000000000050000 0000000000070000";
    let s = show(1, &udp(320, &hex(&format!("{head} {asked}"))));
    s.columns("PTPv2", "Management (Current dataset) RESPONSE");
    s.has("ptp.v2.mm.stepsRemoved", "3").has("ptp.v2.mm.offset.ns", "5");
}

#[test]
fn routes_of_rsvp_without_length_are_read_once() {
    let hello = "10140000 40000014 000c1401 03000000 00000000";
    let s = show(1, &ipv4(46, &hex(hello)));
    s.has("rsvp.ero_rro_subobjects.label", "0");
    assert_eq!(s.count("rsvp.invalid_length"), 1);
}
