//! Links that are rare, and what is right above them, from frames made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

/// A frame of a link type.
fn on(link: u16, frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(link, frame, frame.len()), frame, &[])
}

/// A frame of Ethernet of a type.
fn ether(kind: u16, payload: &[u8]) -> Shown {
    on(1, &[&[2; 12][..], &kind.to_be_bytes(), payload].concat())
}

/// A frame of Ethernet with a length, and LLC.
fn llc(payload: &[u8]) -> Shown {
    ether(payload.len() as u16, payload)
}

#[test]
fn arcnet_has_fragments_and_exceptions() {
    let s = on(7, b"\x30\x31\x00\x00\x00\x01\x02\x03");
    s.columns("0x0000", "ARCNET").has("arcnet.sequence", "1").has("data.data", "0203");
    on(7, b"\x30\x31\xd4\xff\xff\xff\x00\x01\x00\x07")
        .has("arcnet.exception_flag", "255")
        .has("arcnet.sequence", "7");
    on(129, b"\x30\x31\x05\x06\xcd\x82\x82\x03").has("arcnet.offset", "0506").has("llc.dsap", "130");
}

#[test]
fn isl_carries_frames_with_their_check_sequence() {
    let head =
        b"\x01\x00\x0c\x00\x00\x07\x02\x02\x02\x02\x02\x02\x00\x4c\xaa\xaa\x03\0\0\x0c\0\x03\0\0\0\x05";
    let inner = [&[2; 12][..], &[0, 3, 0xe0, 0xe0, 3], &[0; 43], b"\xde\xad\xbe\xef"].concat();
    let s = on(1, &[&head[..], &inner, &[0; 4]].concat());
    s.has("isl.vlan_id", "1").has("isl.bpdu", "1").has("isl.len", "76").has("llc.dsap", "224");
    s.has("eth.fcs", "3735928559");
}

#[test]
fn makers_of_switches() {
    let s = llc(b"\xaa\xaa\x03\0\0\x81\x01\xa2\x0a\0\0\x01\0\x02\x03\x05\x0c\x02\x02");
    s.columns("NDP", "Hello").has("ndp.chassis", "5").has("ndp.numberoflinks", "2");
    ether(0x8102, b"\x11\x11\x11\x11\0\0\0\x05\0")
        .columns("BOFL", "PDU: 0x11111111 Sequence: 5")
        .has("bofl.padding", "00");
    let s = llc(b"\xf8\xf8\x03\0\0\0\x06\x23\x06\x23\x03\x01\x01\x03abc\x05\x04\x0a\0\0\x01\x0d\x07\x02\x02\x02\x02\x02\x02\x09");
    s.columns("HP", "HP Switch Protocol").has("hpext.dxsap", "1571").has("hpsw.device_name", "abc");
    s.has("hpsw.ip_addr", "167772161").has("hpsw.device_id_data", "09");
    ether(0x8899, b"\x25\0").columns("Realtek", "").has("realtek.packet", "2500");
}

#[test]
fn heartbeats_of_clusters() {
    let head = b"\xc0\x01\xde\xc0\x04\x02\0\0\x01\0\0\0\x0a\0\0\x01\x0a\0\0\x02";
    let s = ether(0x886f, &[&head[..], b"\x01\x02\0\0\0\0\0\0A\0B\0\0\0\0\0"].concat());
    s.columns("MS NLB", "MS NLB heartbeat - NLB Extended HeartBeat");
    s.has("msnlb.host_name", "AB").has("msnlb.unique_host_id", "1");
    let hello =
        b"\x1a\x90\x0b\x54\0\x03\0\x01\0\x01\0\x02\0\x03\0\x04\0\x05\0\0\0\x02\0\x01\0\x02\0\x05\x04\x02";
    let s = on(1, &udp(8116, hello));
    s.columns("CPHA", "CPHAv2900: FWHA_MY_STATE - Report source machine's state");
    assert_eq!(s.all("cpha.state_node"), ["4", "2"]);
    on(1, &udp(8116, &[0x1a, 0x91, 0, 0])).lacks("cpha.version");
}

#[test]
fn the_lowest_number_on_a_can_bus_is_management() {
    let s = on(227, b"\0\0\0\0\x04\0\0\0\x30\x4c\x01\x02");
    s.columns("AUTOSAR NM", "NM (CBV: 0x30, SNI: 0x4c)").has("autosar-nm.user_data", "0102");
    on(227, b"\0\0\0\x01\x02\0\0\0\x30\x4c").lacks("autosar-nm.src");
}

#[test]
fn routes_of_token_ring() {
    let routed = b"\x10\x40\x02\x02\x02\x02\x02\x02\x82\x02\x02\x02\x02\x03\x06\x30\0\x11\0\x20\xaa\xaa\x03\0\0\0\x88\x99\x09";
    let s = on(6, routed);
    s.has("tr.rif", "001-1-002").has("tr.max_frame_size", "48").has("tr.sr", "1").has("realtek.packet", "09");
}

#[test]
fn ports_are_mapped() {
    let s = on(1, &udp(5351, b"\0\x02\0\0\x12\x34\x56\x78\0\0\x0e\x10"));
    s.columns("NAT-PMP", "Map TCP Request").has("nat-pmp.external_port", "22136");
    let answer = [
        &b"\x02\x81\0\x01\0\0\x0e\x10\0\0\0\x05"[..],
        &[0; 12],
        &[7; 12],
        b"\x06\0\0\0\x12\x34\x56\x78",
        &[1; 16],
    ]
    .concat();
    let s = on(1, &udp_between(5351, 0xc000, &answer));
    s.columns("PCP v2", "Map Response: 4660 -> 22136 [TCP]").has("portcontrol.result_code", "1");
    s.has("portcontrol.map.rsp_assigned_external_port", "22136");
}

#[test]
fn quality_of_clocks() {
    let s = ether(0x8809, b"\x0a\0\x19\xa7\0\x01\x18\0\0\0\x01\0\x04\x02\0\0");
    s.columns("ESMC", "Event:Time-critical, QL-PRC")
        .has("ossp.esmc.ql", "2")
        .has("ossp.esmc.padding", "0000");
    ether(0x8809, b"\x0a\0\x19\xa7\0\x02").has("ossp.itu.subtype", "2");
}

#[test]
fn what_stands_before_a_type() {
    ether(0xd28b, b"\0\x01\x01\x10\0\0\0\x01\0\0\0\x02\x88\x99\x09")
        .has("avsp.64sec", "1")
        .has("realtek.packet", "09");
    ether(0xd28b, b"\0\x01\0\x30").has("_ws.expert.message", "Unknown timestamp version: 0x30");
    ether(0x8909, b"\x01\x01\0\x01\0\x05\x88\x99\x09").has("cmd.sgt", "5").has("realtek.packet", "09");
}

#[test]
fn pauses_of_ethernet() {
    ether(0x8808, b"\0\x01\x01\x02").columns("MAC CTRL", "Pause: pause_time: 258 quanta");
    let s = ether(0x8808, &[&b"\x01\x01\0\x81\x01\x02"[..], &[0; 14]].concat());
    s.has("macc.cbfc.enbv.c7", "1").has("macc.cbfc.pause_time.c0", "258");
}

#[test]
fn links_without_much_of_a_header() {
    let head = b"\x01\x1a\0\0\0\0\0\x01\0\0\0\x02\0\0\0\x03\0\0\0\x04\0\0\0\x05";
    let s = on(226, head);
    s.has("ipnet.zdst", "5");
    on(106, &[0x45; 20]).has("_ws.expert.message", "No link information available");
    on(147, b"abc").has("data.data", "616263").has(
        "_ws.expert.message",
        "User encapsulation not handled: DLT=147, check your Preferences->Protocols->DLT_USER",
    );
    let to = [&[0; 21][..], b"\0\0\x02", &[9; 16], b"\x88\x99\0\0\x09"].concat();
    on(242, &to).has("ipoib.daddr.qpn", "2").has("realtek.packet", "09");
}

#[test]
fn stations_of_amateur_radio() {
    let to = b"\x96\x70\x6a\xa4\xa8\x40\xe0\x96\x70\x6a\xa4\xa8\x40\x61";
    let s = on(3, &[&to[..], b"\x03\xf0abc"].concat());
    s.columns("AX.25-NoL3", "Text").has("ax25.pid", "240");
    let s = ether(0x08ff, &[b"\x14\x00", &to[..], b"\x51"].concat());
    s.columns("AX.25", "S P, func=RR, N(R)=2").has("bpq.len", "20");
    s.has("ax25.ctl.n_r", "2");
}

#[test]
fn routes_of_igrp() {
    let table = b"\x11\x05\0\x01\0\x01\0\0\0\x01\0\0\x02\x03\x04\0\0\x05\0\0\x06\x05\xdc\xff\x01\x02\xc0\xa8\x01\0\0\x05\0\0\x06\x05\xdc\xff\x01\x02";
    let s = on(1, &ipv4(9, table));
    assert_eq!(s.all("igrp.network"), [0x0a02_0304u32.to_string(), 0xc0a8_0100u32.to_string()]);
    s.columns("IGRP", "Response");
}

#[test]
fn lontalk_over_ip() {
    let head = [&b"\0\x20\x01\x01\0\0\0\0"[..], &[0; 12]].concat();
    let s = on(1, &udp(1628, &[&head[..], b"\x01\x09\x01\xaa\x01\xa9\x01\x03\x81\x0d\0\xca"].concat()));
    s.columns("LON", "Delta_BL: 1 Type: TPDU").has("lon.srcnode", "42").has("lon.nv.selector", "269");
    let mut other = head;
    other[3] = 3;
    on(1, &udp(1628, &other)).columns("CN/IP", "Priority: normal Type: Device Registration");
}

#[test]
fn messages_between_access_points() {
    ether(0x872d, b"\0\x30\x40\x02\x01\x01\x02\x03\x04\x05\x06\x01\x02\x03\x04\x05")
        .has("wlccp.length", "48");
    let s = ether(0x872d, &[&b"\xc1\0\0\x01\0\x14\x03\x01\0\x01\x80\0\0\x02"[..], &[1; 14]].concat());
    s.has("wlccp.retry_flag", "1").has("wlccp.originator_node_type", "2");
}

#[test]
fn receivers_of_bluetooth() {
    let head = b"\x20\xe0\xa0\0\x01\x31\x02\x03\x04\x01\x02\x03\x04\x05\x06\x07\x08\x01\x02\x03\x04\x3f";
    on(255, head)
        .columns("BT BR/EDR RF", "Transport: Any (EDR 2Mbps), RF Channel: 32 (NP:  -96)")
        .has("btbredr_rf.invalid.signal_power", "-32")
        .has("btbredr_rf.flags.crc_pass", "1");
}
