//! What administrators' tools and networks' own protocols say, from hand-made bytes.

mod support;

use requin::Capture;
use support::*;

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect()
}

/// Text as NDR has it: its counts, and fill up to a multiple of four bytes.
fn ndr_text(text: &str) -> Vec<u8> {
    let n = text.len() as u32 + 1;
    let mut bytes: Vec<u8> = [n, 0, n].iter().flat_map(|n| n.to_le_bytes()).collect();
    bytes.extend(utf16(text));
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

fn pdu(kind: u8, call: u8, body: &[u8]) -> Vec<u8> {
    let len = (16 + body.len() as u16).to_le_bytes();
    [&[5, 0, kind, 3, 0x10, 0, 0, 0, len[0], len[1], 0, 0, call, 0, 0, 0], body].concat()
}

fn bind(interface: [u8; 16], version: u8) -> Vec<u8> {
    let ndr = [4, 0x5d, 0x88, 0x8a, 0xeb, 0x1c, 0xc9, 0x11, 0x9f, 0xe8, 8, 0, 0x2b, 0x10, 0x48, 0x60];
    let head = [0xb8, 0x10, 0xb8, 0x10, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0];
    pdu(11, 1, &[&head[..], &interface, &[version, 0, 0, 0], &ndr, &[2, 0, 0, 0]].concat())
}

fn request(call: u8, operation: u8, stub: &[u8]) -> Vec<u8> {
    pdu(0, call, &[&(stub.len() as u32).to_le_bytes()[..], &[0, 0, operation, 0], stub].concat())
}

fn response(call: u8, stub: &[u8]) -> Vec<u8> {
    pdu(2, call, &[&(stub.len() as u32).to_le_bytes()[..], &[0, 0, 0, 0], stub].concat())
}

fn handle(n: u8) -> Vec<u8> {
    [&[0; 4][..], &[n; 16]].concat()
}

const SVCCTL: [u8; 16] =
    [0x81, 0xbb, 0x7a, 0x36, 0x44, 0x98, 0xf1, 0x35, 0xad, 0x32, 0x98, 0xf0, 0x38, 0, 0x10, 3];
const WINREG: [u8; 16] = [1, 0xd0, 0x8c, 0x33, 0x44, 0x22, 0xf1, 0x31, 0xaa, 0xaa, 0x90, 0, 0x38, 0, 0x10, 3];
const OK: [u8; 4] = [0; 4];
const NULL: [u8; 4] = [0; 4];
const POINTER: [u8; 4] = [0, 0, 2, 0];

#[test]
fn services_are_opened_made_and_closed() {
    let open = [&POINTER[..], &ndr_text("dc1"), &NULL, &[0x3f, 0, 0xf, 0]].concat();
    let create = [
        &handle(7)[..],
        &ndr_text("REEF"),
        &POINTER,
        &ndr_text("Reef watch"),
        &[0xff, 1, 0xf, 0, 0x10, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0],
        &ndr_text("reef.exe"),
        &[0; 28],
    ]
    .concat();
    let talk = Talk::tcp(49152)
        .client(bind(SVCCTL, 2))
        .client(request(2, 15, &open))
        .server(response(2, &[&handle(7)[..], &OK].concat()))
        .client(request(3, 12, &create))
        .server(response(3, &[&[0; 4][..], &handle(8), &OK].concat()))
        .client(request(4, 16, &[&handle(7)[..], &ndr_text("tide"), &[1, 0, 0, 0]].concat()))
        .server(response(4, &[&handle(0)[..], &[0x24, 4, 0, 0]].concat()))
        .client(request(5, 0, &handle(8)))
        .client(request(6, 0, &handle(7)))
        .client(request(7, 19, &[&handle(7)[..], &[0; 8]].concat()));
    let f = talk.shown();
    assert_eq!(f[1].info, "OpenSCManagerW request, dc1");
    assert_eq!(f[3].one("svcctl.displayname"), "Reef watch");
    assert_eq!(f[3].one("svcctl.binarypathname"), "reef.exe");
    assert_eq!((f[3].one("svcctl.service_type"), f[3].one("svcctl.password_size")), ("0x00000010", "0"));
    assert_eq!(f[6].info, "OpenServiceW response, Unknown error 0x00000424");
    assert_eq!(f[7].info, "CloseServiceHandle request, (null)");
    assert_eq!(f[8].info, "CloseServiceHandle request, OpenSCManagerW(dc1\\)");
    assert_eq!(f[8].one("dcerpc.nt.open_frame"), "3");
    assert!(f[9].one("dcerpc.stub_data").starts_with("00:00:00:00:07:07"));
    talk.survives_cuts();
}

#[test]
fn keys_of_the_registry_are_opened_and_read() {
    let name = |text: &str| {
        let n = (2 * text.len() as u16 + 2).to_le_bytes();
        [&n[..], &n, &POINTER, &ndr_text(text)].concat()
    };
    let open = [&handle(1)[..], &name("Software\\Reef"), &[0; 4], &[0x19, 0, 2, 0]].concat();
    let value = [
        &POINTER[..],
        &[4, 0, 0, 0],
        &POINTER,
        &[3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 7, 8, 9, 0],
        &POINTER,
        &[3, 0, 0, 0],
        &POINTER,
        &[3, 0, 0, 0],
        &[0xea, 0, 0, 0],
    ]
    .concat();
    let query = [&handle(2)[..], &name("Depth"), &POINTER, &[0; 4], &NULL, &NULL, &NULL].concat();
    let set = [&handle(2)[..], &name("Tide"), &[1, 0, 0, 0, 2, 0, 0, 0, 5, 6, 0, 0, 2, 0, 0, 0]].concat();
    let talk = Talk::tcp(49153)
        .client(bind(WINREG, 1))
        .client(request(2, 15, &open))
        .server(response(2, &[&handle(2)[..], &OK].concat()))
        .client(request(3, 17, &query))
        .server(response(3, &value))
        .client(request(4, 22, &set))
        .client(request(5, 5, &handle(2)));
    let f = talk.shown();
    assert_eq!(f[1].info, "OpenKey request, Software\\Reef");
    assert_eq!(f[1].one("winreg.winreg_KeyOptions.REG_OPTION_VOLATILE"), "0");
    assert_eq!(f[3].one("winreg.winreg_QueryValue.value_name"), "Depth");
    assert_eq!(f[4].all("winreg.winreg_QueryValue.data"), ["7", "8", "9"]);
    assert_eq!(f[4].info, "QueryValue response, Error: WERR_MORE_DATA");
    assert_eq!(f[5].info, "SetValue request, Tide");
    assert_eq!(f[5].all("winreg.winreg_SetValue.data"), ["5", "6"]);
    assert_eq!(f[6].one("dcerpc.nt.open_frame"), "3");
    talk.survives_cuts();
}

#[test]
fn handshakes_of_wireguard_are_followed() {
    let message = |kind: u8, len: usize, first: u8, second: u8| {
        let mut m = vec![kind, 0, 0, 0, first, 0, 0, 1, second, 0, 0, 1];
        m.resize(len, 9);
        m
    };
    let talk = Talk::udp(51820)
        .client(message(1, 148, 1, 0))
        .client(message(1, 148, 3, 0))
        .server(message(2, 92, 4, 3))
        .client(message(4, 48, 4, 0))
        .server(message(4, 48, 3, 0))
        .server(message(4, 48, 77, 0));
    let f = talk.shown();
    assert_eq!((f[0].one("wg.stream"), f[1].one("wg.stream"), f[2].one("wg.stream")), ("0", "1", "1"));
    assert_eq!(f[2].one("wg.response_to"), "2");
    assert_eq!((f[3].one("wg.stream"), f[4].one("wg.stream")), ("1", "1"));
    assert!(!f[5].has("wg.stream") && !f[3].has("wg.response_to"));
    talk.survives_cuts();
}

#[test]
fn labels_and_their_classes() {
    let tlv = |kind: u16, value: &[u8]| {
        [&kind.to_be_bytes()[..], &(value.len() as u16).to_be_bytes(), value].concat()
    };
    let message = |kind: u16, body: &[u8]| {
        [&kind.to_be_bytes()[..], &(4 + body.len() as u16).to_be_bytes(), &[0, 0, 0, 9], body].concat()
    };
    let classes = [2, 0, 1, 30, 10, 1, 2, 4, 3, 0, 1, 4, 10, 9, 9, 9, 2, 0, 1, 8, 10, 1];
    let body = [
        message(0x300, &tlv(0x101, &[0, 1, 10, 0, 0, 1, 10, 0, 0, 2])),
        message(0x400, &[tlv(0x100, &classes), tlv(0x104, &[1, 2, 3, 4, 5, 6, 7, 8])].concat()),
        message(1, &tlv(0x300, &[0x80, 0, 0, 0xa, 0, 0, 0, 5, 4, 0])),
        vec![0x7f, 0xff, 0, 0],
    ]
    .concat();
    let packet = [&[0, 1][..], &(6 + body.len() as u16).to_be_bytes(), &[10, 0, 0, 1, 0, 0], &body].concat();
    let talk = Talk::tcp(646).client(packet);
    let f = talk.shown();
    assert_eq!(f[0].all("ldp.msg.tlv.addrl.addr"), ["10.0.0.1", "10.0.0.2"]);
    assert_eq!(f[0].all("ldp.msg.tlv.fec.pfval"), ["10.1.2.4", "10.0.0.0"]);
    assert_eq!(f[0].one("ldp.msg.tlv.fec.hoval"), "10.9.9.9");
    assert_eq!(f[0].all("ldp.msg.tlv.pv.lsrid"), ["1.2.3.4", "5.6.7.8"]);
    assert_eq!(
        (f[0].one("ldp.msg.tlv.status.ebit"), f[0].one("ldp.msg.tlv.status.msg.id")),
        ("1", "0x00000005")
    );
    assert!(f[0].has("ldp.invalid_length") && f[0].has("ldp.msg.tlv.fec.type"));
    talk.survives_cuts();
}

#[test]
fn sessions_are_announced() {
    let sdp = b"v=0\r\no=- 1 2 IN IP4 10.0.0.1\r\ns=Reef\r\nt=0 0\r\nr=7d 1h 0 25h\r\nz=1 2 3 4\r\n";
    let head = [0x20, 0, 0, 7, 10, 0, 0, 9];
    let talk = Talk::udp(9875)
        .client([&head[..], b"application/sdp\0", sdp].concat())
        .client([&[0x24, 1, 0, 7, 10, 0, 0, 9, 0x20, 1, 2, 3][..], sdp].concat())
        .client([&[0x32, 0, 0, 7][..], &[1; 16], &[5; 9]].concat());
    let f = talk.shown();
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("SAP/SDP", "Announcement (v1)"));
    assert_eq!((f[0].one("sap.payload_type"), f[0].one("sdp.session_name")), ("application/sdp", "Reef"));
    assert_eq!((f[1].info.as_str(), f[1].one("sap.auth.subheader")), ("Deletion (v1)", "01:02:03"));
    assert_eq!(f[1].one("sdp.session_name"), "Reef");
    assert_eq!(f[1].all("sdp.repeat_time.offset"), ["0", "25h"]);
    assert_eq!(
        (f[1].all("sdp.timezone.time"), f[1].all("sdp.timezone.offset")),
        (vec!["1", "3"], vec!["2", "4"])
    );
    assert!(f[2].has("sap.encrypted") && f[2].has("sap.originating_source.ipv6"));
    talk.survives_cuts();
}

#[test]
fn what_is_configured_in_gtp() {
    let pap = [1, 1, 0, 17, 3, b'm', b'i', b'g', 8, b'h', b'e', b'm', b'm', b'e', b'l', b'i', b'g'];
    let chap = [1, 7, 0, 11, 2, 0xab, 0xcd, b'r', b'e', b'e', b'f'];
    let ipcp = [2, 1, 0, 26, 2, 16, 0, 0x61, 0, 15, 0, 16, 1, 0, 0, 5, 0, 168, 2, 0, 129, 6, 10, 0, 0, 1];
    let mut options = vec![0x80];
    for (number, message) in [(0xc023u16, &pap[..]), (0xc223, &chap), (0x8021, &ipcp), (0x000d, &[])] {
        options.extend(number.to_be_bytes());
        options.push(message.len() as u8);
        options.extend(message);
    }
    let element = [&[132][..], &(options.len() as u16).to_be_bytes(), &options].concat();
    let message = |kind: u8| {
        [&[0x32, kind][..], &(4 + element.len() as u16).to_be_bytes(), &[0, 0, 0, 0, 0, 1, 0, 0], &element]
            .concat()
    };
    let talk = Talk::udp(2123).client(message(16)).server(message(17));
    let f = talk.shown();
    assert_eq!((f[0].protocol.as_str(), f[0].info.as_str()), ("GTP", "Create PDP context request"));
    assert_eq!((f[0].one("pap.peer_id"), f[0].one("pap.password")), ("mig", "hemmelig"));
    assert_eq!((f[0].one("chap.name"), f[0].one("chap.value")), ("reef", "ab:cd"));
    assert_eq!((f[0].one("ipcp.opt.tcp_space"), f[0].one("ipcp.opt.max_header")), ("15", "168"));
    assert_eq!(f[0].one("ipcp.opt.pri_dns_address"), "10.0.0.1");
    assert_eq!((f[0].one("gsm_a.gm.sm.link_dir"), f[1].one("gsm_a.gm.sm.link_dir")), ("0", "1"));
    talk.survives_cuts();
}

#[test]
fn feeds_are_read_by_their_elements() {
    let feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Reef</title><item>\
        <guid isPermaLink=\"false\">7</guid><media:tide depth=\"3\">high</media:tide></item></channel></rss>";
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\r\n", feed.len());
    let talk = Talk::tcp(80).client("GET / HTTP/1.1\r\n\r\n").server(head + feed);
    let f = talk.shown();
    assert_eq!(f[1].one("rss.version"), "2.0");
    assert_eq!(f[1].all("rss.channel.title"), ["<title>", "Reef"]);
    assert_eq!(f[1].all("rss.channel.item.guid"), ["<guid isPermaLink=\"false\">", "7"]);
    assert_eq!(f[1].one("rss.channel.item.guid.ispermalink"), "false");
    assert_eq!((f[1].one("xml.tag"), f[1].one("xml.cdata")), ("<media:tide depth=\"3\">", "high"));
    talk.survives_cuts();
}

#[test]
fn a_response_of_imap_goes_on_behind_its_message() {
    let mail = "Sender: The Reef <reef@sea>\r\nFrom: tom@sea\r\n\r\nhigh\r\n";
    let head = format!("* 1 FETCH (RFC822 {{{}}}\r\n", mail.len());
    let talk = Talk::tcp(143)
        .client("a1 FETCH 1 RFC822\r\n")
        .server(head + mail)
        .server(")\r\na1 OK FETCH completed.\r\n");
    let f = talk.shown();
    assert!(!f[1].has("imf.from"));
    assert_eq!((f[2].one("imf.display_name"), f[2].all("imf.address")[0]), ("The Reef", "reef@sea"));
    assert_eq!(f[2].one("imap.response.status"), "OK");
    talk.survives_cuts();
}

#[test]
fn what_is_typed_is_escaped() {
    let f = Talk::tcp(513).client("ls\t-l\r\n").shown();
    assert_eq!(f[0].info, "Data: ls\\t-l\\r\\n");
}

#[test]
fn packets_of_an_association_that_are_missing() {
    let mut file = Vec::new();
    file.extend(0xa1b2_c3d4u32.to_le_bytes());
    file.extend([2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0]);
    // The same number is another association at another receiver.
    for (i, (to, sequence)) in [(2, 1), (2, 2), (3, 1), (2, 5), (2, 3)].into_iter().enumerate() {
        let mut frame = vec![2; 12];
        frame.extend([8, 0, 0x45, 0, 0, 44, 0, i as u8, 0, 0, 64, 50, 0, 0, 10, 0, 0, 1, 10, 0, 0, to]);
        frame.extend([0, 0, 0, 0x7b, 0, 0, 0, sequence]);
        frame.extend([9; 16]);
        let words = [1_700_000_000 + i as u32, 0, frame.len() as u32, frame.len() as u32];
        file.extend(words.iter().flat_map(|n| n.to_le_bytes()));
        file.extend(frame);
    }
    let mut frames = Vec::new();
    let read = Capture::from_read("made by hand", std::io::Cursor::new(file)).and_then(|capture| {
        capture.each(|f| {
            let all: Vec<_> = f.all().map(|(name, v)| (name, v.text().to_owned())).collect();
            let of = |name: &str| all.iter().find(|f| f.0 == name).map(|f| f.1.clone());
            let message = of("_ws.expert.message");
            frames.push((
                of("esp.sequence-analysis.expected-sn"),
                of("esp.sequence-analysis.previous-frame"),
                message,
            ));
        })
    });
    assert!(read.is_ok());
    assert!(frames[..3].iter().all(|f| f.0.is_none()));
    let said = |expected: &str, frame: &str, what: &str| {
        let text = format!("Wrong Sequence Number for SPI 0000007b - {what}");
        (Some(expected.to_owned()), Some(frame.to_owned()), Some(text))
    };
    assert_eq!(frames[3], said("3", "2", "2 missing"));
    assert_eq!(frames[4], said("6", "4", "3 less than expected"));
}
