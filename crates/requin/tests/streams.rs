//! Protocols over TCP, from hand-made bytes.

mod support;

use support::*;

fn sized(command: &[u8]) -> Vec<u8> {
    [&(command.len() as u32).to_be_bytes()[..], command].concat()
}

fn string(text: &str) -> Vec<u8> {
    [&[1, 0, text.len() as u8][..], text.as_bytes()].concat()
}

#[test]
fn commands_of_openwire() {
    let map = [&[0, 0, 0, 2, 0, 1, b'a', 1, 1, 0, 1, b'b', 9, 0, 2][..], b"xy"].concat();
    let hello = [&[1][..], b"ActiveMQ", &[0, 0, 0, 10, 1], &sized(&map)].concat();
    let consumer = [&[1, 0x7a][..], &string("c"), &[0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]].concat();
    let topic = [&[1, 0x65][..], &string("t")].concat();
    let pull = [&[20, 0, 0, 0, 1, 0][..], &consumer, &topic, &[0xff; 8], &[0], &[0, 0]].concat();
    let session = [&[4, 0, 0, 0, 2, 1, 1, 0x79][..], &string("c"), &[0, 0, 0, 0, 0, 0, 0, 9]].concat();
    let talk = Talk::tcp(61616)
        .client(sized(&hello))
        .server([sized(&[30, 0, 0, 0, 0, 0, 0, 0, 0, 7]), sized(&[10, 0, 0, 0, 1, 0])].concat())
        .client(sized(&pull))
        .client(sized(&session));
    let f = talk.shown();
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("OpenWire", "WireFormatInfo"));
    assert_eq!((f[0].all("openwire.map.key"), f[0].one("openwire.type.string")), (vec!["a", "b"], "xy"));
    assert_eq!(
        (f[1].info.as_str(), f[1].one("openwire.response.correlationid")),
        ("Response | KeepAliveInfo", "7")
    );
    assert_eq!(
        (f[2].one("openwire.consumerid.sessionid"), f[2].one("openwire.destination.name")),
        ("2", "t")
    );
    assert_eq!(f[2].one("openwire.messagepull.timeout"), "-1");
    // One byte is left that no field is known for.
    assert!(f[2].has("openwire.command.not_supported") && !f[3].has("openwire.command.not_supported"));
    assert_eq!(f[3].one("openwire.sessionid.value"), "9");
    talk.survives_cuts();
}

fn openflow(kind: u8, body: &[u8]) -> Vec<u8> {
    [&[1, kind, 0, 8 + body.len() as u8, 0, 0, 0, 5][..], body].concat()
}

#[test]
fn what_switches_are_told() {
    let port = [&[0, 3, 2, 2, 2, 2, 2, 2][..], b"eth0\0\0\0\0\0\0\0\0\0\0\0\0", &[0; 24]].concat();
    let features =
        [&[0, 1, 2, 2, 2, 2, 2, 9, 0, 0, 1, 0, 4, 0, 0, 0][..], &[0, 0, 0, 7, 0, 0, 0, 1], &port].concat();
    let flow = [
        &[0; 40][..],
        &[0, 0, 0, 0, 0, 0, 0, 6, 0, 3, 0, 60, 0, 0],
        &[0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 1],
    ]
    .concat();
    let actions = [0, 0, 0, 8, 0, 3, 0, 64, 0, 3, 0, 8, 0, 0, 0, 0];
    let frame = [&[2; 12][..], &[0x08, 0x06], &[0; 28]].concat();
    let talk = Talk::tcp(6633)
        .client(openflow(6, &features))
        .server(openflow(14, &[&flow[..], &actions].concat()))
        .client(openflow(10, &[&[0xff, 0xff, 0xff, 0xff, 0, 42, 0, 3, 1, 0][..], &frame].concat()))
        .server([openflow(9, &[0, 0, 0, 128]), openflow(18, &[])].concat());
    let f = talk.shown();
    assert_eq!((f[0].one("openflow.port_name"), f[0].one("openflow.datapath_imp")), ("eth0", "0x0001"));
    assert_eq!((f[1].one("openflow.command"), f[1].one("openflow.output_port")), ("3", "3"));
    assert_eq!(
        (f[1].one("openflow.cookie"), f[1].all("openflow.action_typ")),
        ("0x0000000000000006", vec!["0", "3"])
    );
    assert_eq!(f[2].info, "Type: OFPT_PACKET_IN");
    assert!(f[2].has("arp.opcode"));
    assert_eq!(f[3].info, "Type: OFPT_SET_CONFIG, Type: OFPT_BARRIER_REQUEST");
    talk.survives_cuts();
}

#[test]
fn calls_of_h323() {
    let elements = [
        &[4, 3, 0x88, 0x90, 0xa5][..],
        &[0x28, 2, b'm', b'e'],
        &[0x6c, 4, 0x01, 0x81, b'1', b'7'],
        &[0x70, 3, 0xc1, b'4', b'2'],
        &[0xa1],
        &[0x7e, 0, 10, 5, 0x20, 0, 6, 0, 8, 0x91, 0x4a, 0, 4],
    ]
    .concat();
    let tpkt = |m: &[u8]| [&[3, 0, 0, 4 + m.len() as u8][..], m].concat();
    let setup = tpkt(&[&[8, 2, 0, 7, 5][..], &elements].concat());
    let end = tpkt(&[8, 2, 0x80, 7, 0x5a, 8, 2, 0x82, 0x90, 0x1e, 2, 0x81, 0x88]);
    let talk = Talk::tcp(1720).client(setup).server(end);
    let f = talk.shown();
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("H.225.0", "CS: setup "));
    assert_eq!(f[0].one("q931.calling_party_number.digits"), "17");
    assert_eq!((f[0].one("q931.called_party_number.digits"), f[0].one("q931.uil1")), ("42", "0x05"));
    assert_eq!((f[0].one("q931.display_information"), f[0].one("q931.call_ref")), ("me", "00:07"));
    assert_eq!(f[0].one("h225.protocolIdentifier"), "0.0.8.2250.0.4");
    assert_eq!((f[1].info.as_str(), f[1].one("q931.cause_value")), ("RELEASE COMPLETE", "16"));
    assert_eq!(f[1].one("q931.progress_indicator.description"), "0x08");
    talk.survives_cuts();
}

#[test]
fn messages_between_peers() {
    let hand = [b"\x13BitTorrent protocol".as_slice(), &[0; 8], &[1; 20], &[2; 20]].concat();
    let messages = [
        sized(&[4, 0, 0, 0, 9]),
        sized(&[5, 0xff]),
        sized(&[6, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0x40, 0]),
        sized(&[7, 0, 0, 0, 1, 0, 0, 0, 2, 7, 7]),
        sized(b"\x14\0d1:md6:ut_pexi1ee1:vl1:aee"),
        sized(&[20, 1, 3]),
        sized(&[9, 0x1a, 0xe1]),
        sized(&[]),
    ]
    .concat();
    let talk = Talk::tcp(6881).client(&hand).server(hand.clone()).client(messages);
    let f = talk.shown();
    assert_eq!(f[0].info, "Handshake  ");
    assert!(f[2].info.starts_with(
        "Have, Piece (Idx:0x9)  Bitfield, Len:0x1  Request, Piece (Idx:0x1,Begin:0x2,Len:0x4000)  "
    ));
    assert_eq!(f[2].all("bittorrent.piece.index"), ["0x00000009", "0x00000001", "0x00000001"]);
    assert_eq!((f[2].all("bencode.str"), f[2].one("bencode.int")), (vec!["m", "ut_pex", "v", "a"], "1"));
    assert_eq!((f[2].one("bittorrent.port"), f[2].one("bittorrent.piece.data")), ("6881", "07:07"));
    talk.survives_cuts();
}

fn tds(kind: u8, body: &[u8]) -> Vec<u8> {
    [&[kind, 1, 0, 8 + body.len() as u8, 0, 0, 1, 0][..], body].concat()
}

#[test]
fn what_databases_are_asked_and_say() {
    let headers = [22, 0, 0, 0, 18, 0, 0, 0, 2, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
    let batch = [&headers[..], b"g\0o\0"].concat();
    let call = [&headers[..], &[2, 0, b's', 0, b'p', 0, 2, 0]].concat();
    let numbered = [&headers[..], &[0xff, 0xff, 10, 0, 0, 0]].concat();
    let message =
        [&[0xaa, 20, 0, 1, 2, 0, 0, 1, 16, 2, 0][..], b"n\0o\0", &[1, b's', 0, 0, 5, 0, 0, 0]].concat();
    let done = [0xfd, 0x11, 0, 0xc1, 0, 4, 0, 0, 0, 0, 0, 0, 0];
    let short = [0xff, 0, 0, 0xc1, 0, 6, 0, 0, 0];
    let talk = Talk::tcp(1433)
        .client(tds(1, &batch))
        .client(tds(3, &call))
        .client(tds(3, &numbered))
        .server(tds(4, &[&message[..], &done].concat()))
        .server(tds(4, &short));
    let f = talk.shown();
    assert_eq!((f[0].one("tds.query"), f[0].one("tds.all_headers.header.trans_descr")), ("go", "3"));
    assert_eq!((f[1].one("tds.rpc.name"), f[1].one("tds.rpc.options.no_metadata")), ("sp", "1"));
    assert_eq!(f[2].one("tds.rpc.proc_id"), "10");
    assert_eq!((f[3].one("tds.error.msgtext"), f[3].one("tds.error.number")), ("no", "513"));
    assert_eq!((f[3].one("tds.done.donerowcount64"), f[3].one("tds.done.status.count")), ("4", "1"));
    assert_eq!(f[4].one("tds.doneinproc.donerowcount"), "6");
    talk.survives_cuts();
}
