//! What exchanges and gateways tell each other, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// A message of SCCP in M3UA in SCTP.
fn sccp(message: &[u8]) -> Shown {
    let mut data = vec![0, 0, 0, 1, 0, 0, 0, 2, 3, 2, 0, 5];
    data.extend(message);
    let mut parameter = vec![2, 0x10, 0, 4 + data.len() as u8];
    parameter.extend(data);
    parameter.resize(parameter.len().next_multiple_of(4), 0);
    let mut m3ua = vec![1, 0, 1, 1, 0, 0, 0, 8 + parameter.len() as u8];
    m3ua.extend(parameter);
    let mut sctp = vec![0x0b, 0x59, 0x0b, 0x59, 0, 0, 0, 1, 0, 0, 0, 0];
    sctp.extend([0, 3, 0, 16 + m3ua.len() as u8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3]);
    sctp.extend(m3ua);
    show(&ipv4(132, &sctp))
}

#[test]
fn subsystems_are_managed() {
    let s = sccp(&[9, 0, 3, 7, 9, 4, 0x43, 2, 0, 1, 2, 0x42, 1, 5, 1, 254, 1, 0, 0]);
    s.columns("SCCPMG (Int. ITU)", "SSA ").has("sccp.called.pc", "2").has("sccp.calling.ssn", "1");
    s.has("sccpmg.ssn", "254").has("sccpmg.pc", "1").has("sccp.linked_dissector", "SCCPMG");
}

#[test]
fn connections_carry_messages_of_base_stations() {
    let s = sccp(&[1, 0, 0, 0x12, 2, 2, 4, 2, 0x42, 254, 15, 3, 0, 1, 0x57, 0]);
    s.columns("BSSAP", "CR (BSSMAP) Complete Layer 3 Information ").has("sccp.slr", "1179648");
    s.has("bssap.pdu_type", "0").has("bssap.length", "1");
    assert!(s.names("sccp.end_optional_param"));
    sccp(&[5, 0, 0, 0x12, 0, 0, 0x34]).has("sccp.lr", "3407872").lacks("bssap.length");
}

#[test]
fn global_titles_have_digits() {
    let gt = [0x12, 6, 0, 0x12, 4, 0x94, 0x71];
    let address = [&[7u8][..], &gt].concat();
    let message = [&[9u8, 0, 3, 10, 17][..], &address, &address, &[1, 0xff]].concat();
    let s = sccp(&message);
    s.has("sccp.called.digits", "4917").has("sccp.calling.digits.length", "4").has("sccp.called.gti", "4");
    s.has("e164.country_code", "49").has("sccp.called.es", "2");
}

#[test]
fn gateways_are_told_what_to_connect() {
    let s = show(&udp(
        2944,
        b"!/1 [10.0.0.1]:2944 T=1{C=${A=${M{ST=1{O{MO=RC,RV=OFF},L{\nv=0\nc=IN IP4 $\n}}}},A=tdm/1}}",
    ));
    s.columns("MEGACO/SDP", "1 Request |=Choose one Add=$ (Mode:RC) Add=tdm/1");
    s.has("megaco.mId", "[10.0.0.1]:2944").has("megaco.context", "4294967294").has("megaco.mode", "RC");
    assert_eq!(s.all("megaco.termid"), ["WildCard any", "tdm/1"]);
    s.has("sdp.version", "0").has("megaco.streamid", "1").has("megaco.reservevalue", "OFF");
    let s = show(&udp(2944, b"MEGACO/1 gw Reply = 9 { Error = 401 { \"bad\" } }"));
    s.columns("MEGACO", "9 Reply  ").has("megaco.error_code", "401").has("megaco.error_string", "bad");
    let s = show(&udp(2944, b"!/1 gw T=7{C=*{W-AV=*{AT{SA}},N=x{OE=77{al/on}}}}"));
    s.has("megaco.audititem", "Statistics").has("megaco.pkgdname", "al/on").has("megaco.requestid", "77");
    // Braces may be missing.
    show(&udp(2944, b"!/1 gw T=7{C=*{AV=*{AT{")).has("megaco.transid", "7");
}

#[test]
fn facsimiles_are_sent() {
    let show = |payload: &[u8]| {
        let frame = udp(6004, payload);
        settled(&registry(), &meta(1, &frame, frame.len()), &frame, "t38")
    };
    let s = show(&[0, 7, 1, 6, 0, 0]);
    s.columns("T.38", "UDP: UDPTLPacket Seq=00007  t30ind: v21-preamble");
    s.has("t38.seq_number", "7").has("t38.t30_indicator", "3").has("t38.secondary_ifp_packets", "0");
    let s = show(&[0, 9, 6, 0xc0, 1, 0x80, 0, 0, 0xff, 0, 0]);
    s.has("t38.t30_data", "0").has("t38.data_field", "1").has("t38.field_data", "ff");
    assert!(show(&[0, 9, 6, 0xc0, 1, 0x80]).is_malformed());
}

#[test]
fn charging_is_told_in_records() {
    let mut values = vec![0x80, 1, 84, 0x83, 8, 0x21, 0x43, 0x65, 0x87, 9, 0x21, 0x43, 0xf5];
    values.extend([
        0xa4, 6, 0x80, 4, 10, 0, 0, 1, 0x85, 2, 1, 2, 0x87, 3, b'a', b'p', b'n', 0x8e, 1, 16, 0x8f, 1, 0,
    ]);
    let gtp = |release: u8| {
        let record = [&[0xbf, 0x4e, values.len() as u8][..], &values].concat();
        let records = [&[1, 1, release, 0x34, 0, record.len() as u8][..], &record].concat();
        let elements = [&[0x7e, 1, 0xfc, 0, records.len() as u8][..], &records].concat();
        let message = [&[0x2e, 0xf0, 0, elements.len() as u8, 0, 4][..], &elements].concat();
        show(&udp(3386, &message))
    };
    let s = gtp(0x18);
    s.has("gprscdr.recordType", "84").has("gprscdr.duration", "16").has("gprscdr.accessPointNameNI", "apn");
    s.has("e212.imsi", "123456789012345").has("gprscdr.chargingID", "258");
    assert_eq!(s.layers.last(), Some(&"gtpprime"));
    // Records of older releases are others.
    gtp(0x16).has("gtp.cdr_rel", "6").lacks("gprscdr.recordType");
}
