//! Protocols of hosts and offices, made by hand: what is read of them, and that any of them may end anywhere.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

/// Shows a frame, after it was cut at every byte: by the capture, and as if it had been sent so.
fn show_on(link: u16, frame: &[u8]) -> Shown {
    let registry = registry();
    for n in 0..frame.len() {
        dissect(&registry, &meta(link, &frame[..n], frame.len()), &frame[..n], &[]);
        dissect(&registry, &meta(link, &frame[..n], n), &frame[..n], &[]);
    }
    dissect(&registry, &meta(link, frame, frame.len()), frame, &[])
}

fn show(frame: &[u8]) -> Shown {
    show_on(1, frame)
}

/// An 802.3 frame with this after its length.
fn llc(payload: &[u8]) -> Vec<u8> {
    let mut f = vec![2; 12];
    f.extend((payload.len() as u16).to_be_bytes());
    f.extend(payload);
    f
}

fn ipx(socket: u16, body: &[u8]) -> Vec<u8> {
    let mut p = vec![0xe0, 0xe0, 3, 0xff, 0xff];
    p.extend((30 + body.len() as u16).to_be_bytes());
    p.extend([0, 4, 0, 0, 0, 0x28]);
    p.extend([0xff; 6]);
    p.extend(socket.to_be_bytes());
    p.extend([0, 0, 0, 0x28, 0, 0xaa, 0, 1, 2, 3]);
    p.extend(socket.to_be_bytes());
    p.extend(body);
    llc(&p)
}

fn name(text: &str, kind: u8) -> Vec<u8> {
    let mut n = format!("{text:15}").into_bytes();
    n.push(kind);
    n
}

#[test]
fn ipx_and_what_it_carries() {
    let rip = show(&ipx(0x453, &[0, 2, 0, 0, 0, 5, 0, 1, 0, 2, 0, 0, 0, 6, 0, 2, 0, 3]));
    rip.columns("IPX RIP", "Response").has("ipx.dst.net", "40").has("ipx.addr", "00000028.ffffffffffff");
    rip.has("ipxrip.route_vector", "6").has("ipxrip.ticks", "3").has("ipxrip.response", "1");
    let mut body = vec![0, 2, 0, 4];
    body.extend(b"FS1");
    body.extend([0; 45]);
    body.extend([0, 0, 0, 0x99, 0, 1, 2, 3, 4, 5, 4, 0x51, 0, 1]);
    let sap = show(&ipx(0x452, &body));
    sap.columns("IPX SAP", "General Response").has("ipxsap.server.network", "153");
    sap.has("ipxsap.server.socket", "1105").has("ipxsap.request", "1");
    let mut body = vec![0; 32];
    body.extend([0xf3, 1, 5, 0]);
    body.extend(name("MDJR98", 0x20));
    body.extend(name("TEST1", 0));
    let nmpi = show(&ipx(0x551, &body));
    nmpi.columns("NMPI", "Query name MDJR98<20>").has("nmpi.messageid", "5").has("netbios.nb_name", "TEST1");
    let mut body = vec![0, 0, 0, 0x11];
    body.extend([0; 28]);
    body.extend([0x84, 1]);
    body.extend(name("SRV", 0x20));
    let nbipx = show(&ipx(0x455, &body));
    nbipx
        .columns("NBIPX", "Find name SRV<20>")
        .has("nmpi.ipx_network", "17")
        .has("nmpi.name_flags.group", "1");
}

#[test]
fn netbios_over_802_2() {
    let mut p = vec![0xf0, 0xf0, 3, 44, 0, 0xff, 0xef, 0x0a, 0, 3, 0, 0, 0, 3, 0];
    p.extend(name("MDJR98", 0x20));
    p.extend(name("TEST1", 0));
    let s = show(&llc(&p));
    s.columns("NetBIOS", "Name Query for MDJR98<20>").has("netbios.local_session_no", "3");
    s.has("netbios.resp_corrl", "3").has("netbios.nb_name_type", "32").has("netbios.nb_name", "TEST1");
    let s = show(&llc(&[0xf0, 0xf0, 3, 14, 0, 0xff, 0xef, 0x19, 0x8f, 0xca, 5, 0x15, 0, 3, 0, 0x15, 3]));
    s.columns("NetBIOS", "Session Initialize").has("netbios.max_data_recv_size", "1482");
    s.has("netbios.largest_frame", "7").has("netbios.xmit_corrl", "21").has("netbios.remote_session", "21");
}

#[test]
fn appletalk() {
    let ddp = |kind: u8, body: &[u8]| {
        let mut p = vec![0xaa, 0xaa, 3, 8, 0, 7, 0x80, 0x9b, 0];
        p.push(13 + body.len() as u8);
        p.extend([0, 0, 0x12, 0x34, 0x43, 0x21, 0xff, 7, 2, 253, kind]);
        p.extend(body);
        show(&llc(&p))
    };
    let mut body = vec![0x21, 9, 0x43, 0x21, 7, 253, 0, 1, b'=', 9];
    body.extend(b"AFPServer\x01*");
    let nbp = ddp(2, &body);
    nbp.columns("NBP", "Op: lookup  Count: 1").has("ddp.src.net", "17185").has("ddp.len", "34");
    nbp.has("nbp.type", "AFPServer").has("nbp.zone", "*").has("nbp.port", "253");
    let rtmp = ddp(1, &[0x43, 0x21, 8, 7, 0, 1, 0x80, 0, 5, 0x82, 0, 6, 0x81, 0, 9, 0x82]);
    rtmp.columns("RTMP", "Net: 17185  Node Len: 8  Node: 7").has("rtmp.tuple.range_end", "9");
    rtmp.has("rtmp.tuple.dist", "1").has("rtmp.version", "130");
    ddp(3, &[0x40, 1, 0, 7, 0, 0, 0, 5]).has("atp.tid", "7").has("atp.function", "1");
    let mut p = vec![0xaa, 0xaa, 3, 0, 0, 0, 0x80, 0xf3, 0, 1, 0x80, 0x9b, 6, 4, 0, 1, 0, 5, 2, 1, 2, 3];
    p.extend([0, 0x43, 0x21, 7, 0, 0, 0, 0, 0, 0, 0, 0x43, 0x21, 9]);
    show(&llc(&p)).columns("AARP", "Who has 17185.9?  Tell 17185.7").has("aarp.src.proto_id", "00432107");
}

#[test]
fn netlink_in_either_order_of_bytes() {
    let cooked = [0, 4, 3, 0x38, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let little =
        [32, 0, 0, 0, 16, 0, 1, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 3, 0x10, 0, 0, 0, 0, 0, 0];
    let mut f = [&cooked[..], &little].concat();
    f[16] = 40;
    f.extend([8, 0, 4, 0, 0xdc, 5, 0, 0]);
    let s = show_on(253, &f);
    s.has("netlink-route.nltype", "16").has("netlink-route.ifla_mtu", "1500");
    s.has("netlink-route.ifi_index", "2").has("netlink.hdr_flags.request", "1");
    let big = [0, 0, 0, 28, 0, 29, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 5, 0, 2, 0, 0];
    let s = show_on(253, &[&cooked[..], &big].concat());
    s.has("netlink-route.nd_index", "5").has("netlink-route.nd_state", "2");
}

#[test]
fn vsock_with_virtio() {
    let mut f = Vec::new();
    f.extend(3u64.to_le_bytes());
    f.extend(2u64.to_le_bytes());
    f.extend(1024u32.to_le_bytes());
    f.extend(1234u32.to_le_bytes());
    f.extend([4, 0, 2, 0, 44, 0, 0, 0]);
    let addresses = f[..24].to_vec();
    f.extend(addresses);
    f.extend([6, 0, 0, 0, 1, 0, 5, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0]);
    f.extend(b"Hello\n");
    let s = show_on(271, &f);
    s.columns("vSocket", "[Payload] Virtio: Stream, Op: RW, Buf alloc: 262144, Fwd cnt: 0");
    s.has("vsock.virtio.len", "6").has("vsock.payload", "48656c6c6f0a");
}

#[test]
fn small_protocols_over_udp() {
    let s = show(&udp(623, &[6, 0, 0xff, 6, 0, 0, 0x11, 0xbe, 0x80, 0, 0, 0]));
    s.columns("ASF", "Presence Ping").has("asf.iana", "4542").has("rmcp.class", "6");
    let s = show(&udp(623, &[6, 0, 0xff, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x20, 0x18]));
    s.columns("IPMB", "Session ID 0x0").has("ipmi.bus_command_data", "2018");
    let s = show(&udp(8611, b"BJNP\x81\x30\0\0\0\x05\0\x01\0\0\0\x02ab"));
    s.columns("BJNP", "Printer Response: Get Printer Identity").has("bjnp.payload", "6162");
    let mut lwres = vec![0, 0, 0, 28, 0, 0, 0, 1, 0, 0, 0, 7, 0, 1, 0, 2, 0, 0, 0, 3];
    lwres.extend([0, 0, 0x40, 0, 0, 0, 0, 0]);
    show(&udp(921, &lwres)).columns("lw_res", "RESPONSE, opcode=getnamebyaddr, serial=0x7, result=Not found");
    show(&udp(4000, &[3, 0, 1])).columns("ICQv3", "ICQ Version 3 protocol").has("icq.version", "3");
    let s =
        show(&udp(854, b"DLEP\0\x02\0\x1e\0\x04\0\x0f\0emulated-modem\0\x02\0\x07\0\x0a\0\0\x02\x03\x56"));
    s.columns("DLEP", "Signal: Peer Offer (2)").has("dlep.dataitem.v4conn.port", "854");
    s.has("dlep.dataitem.peertype.description", "emulated-modem");
    show(&udp(17500, b"{\"port\": 17500}")).has("json.value.number", "17500");
}

#[test]
fn small_protocols_over_tcp() {
    let s = show(&tcp(514, b"1021\0alice\0bob\0ls -l\0"));
    s.columns("RSH", "Session Establishment").has("rsh.command", "ls -l").has("rsh.server_username", "bob");
    show(&tcp(514, b"51 <13>Oct")).columns("RSH", "Client -> Server data");
    let s = show(&tcp(4730, b"\0REQ\0\0\0\x07\0\0\0\x0crev\0u1\0hello"));
    s.columns("Gearman", "[REQ] SUBMIT_JOB(7) LEN=12").has("gearman.func.arg", "hello");
    s.has("gearman.uniq_id", "u1");
    let s = show(&tcp(2501, b"!0 ENABLE REMOVE *\n"));
    s.columns("kismet", "Request: !0 ENABLE REMOVE *").has("kismet.request", "1");
    let s = show(&tcp(5050, b"YMSG\0\x10\0\0\0\x0b\0\x8a\0\0\0\0\x12\x34\x56\x780\xc0\x80albert\xc0\x80"));
    s.columns("YMSG", "Keep Alive (status=Default)   ").has("ymsg.content-line.value", "albert");
    let mut pptp = vec![0, 16, 0, 1, 0x1a, 0x2b, 0x3c, 0x4d, 0, 5, 0, 0];
    pptp.extend(9u32.to_be_bytes());
    show(&tcp(1723, &pptp)).columns("PPTP", "Echo-Request").has("pptp.identifier", "9");
}

/// X.224 data in TPKT.
fn x224(body: &[u8]) -> Vec<u8> {
    let mut t = vec![3, 0];
    t.extend((7 + body.len() as u16).to_be_bytes());
    t.extend([2, 0xf0, 0x80]);
    t.extend(body);
    tcp(3389, &t)
}

#[test]
fn domains_of_t_125() {
    let s = show(&x224(&[0x3e, 0, 0, 6, 3, 0xeb, 3, 0xeb]));
    s.columns("T.125", "channelJoinConfirm 1003").has("t124.requested", "1003").has("t124.result", "0");
    let s = show(&x224(&[0x64, 0, 6, 3, 0xeb, 0x70, 4, b'a', b'b', b'c', b'd']));
    s.columns("T.125", "1003").has("t124.userData", "61626364").has("t124.segmentation", "c0");
    s.has("per.octet_string_length", "4");
    show(&x224(&[0x21, 0x80])).has("t124.reason", "3");
}

#[test]
fn rdp_settles_its_channels() {
    let mut channels = vec![3, 0xc0, 20, 0, 1, 0, 0, 0];
    channels.extend(b"rdpdr\0\0\0");
    channels.extend([0, 0, 0x80, 0x80]);
    let mut gcc = vec![0, 8, 0, 0x10, 0, 1, 0xc0, 0];
    gcc.extend(b"Duca");
    gcc.extend([0x80, channels.len() as u8]);
    gcc.extend(&channels);
    let mut data = vec![0, 5, 0, 0x14, 0x7c, 0, 1, 0x80, gcc.len() as u8];
    data.extend(&gcc);
    let parameters = [0x30, 24, 2, 1, 34, 2, 1, 2, 2, 1, 0, 2, 1, 1, 2, 1, 0, 2, 1, 1, 2, 1, 9, 2, 1, 2];
    let mut connect = vec![4, 1, 1, 4, 1, 1, 1, 1, 0xff];
    for _ in 0..3 {
        connect.extend(parameters);
    }
    connect.extend([4, data.len() as u8]);
    connect.extend(&data);
    let mut pdu = vec![0x7f, 0x65, 0x81, connect.len() as u8];
    pdu.extend(&connect);
    let s = show(&x224(&pdu));
    s.columns("RDP", "ClientData").has("t125.maxChannelIds", "34").has("t125.upwardFlag", "1");
    s.has("t124.numeric", "1").has("t124.h221NonStandard", "44756361");
    s.has("rdp.name", "rdpdr").has("rdp.options.compress.rdp", "1").has("rdp.channelCount", "1");
}

#[test]
fn jpeg_with_exif() {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend(b"\x0f\x01\x02\0\x04\0\0\0CBA\0");
    tiff.extend(b"\x1a\x01\x05\0\x01\0\0\0\x26\0\0\0");
    tiff.extend([0; 4]);
    tiff.extend(b"\x48\0\0\0\x01\0\0\0");
    let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe1, 0, 8 + tiff.len() as u8];
    jpeg.extend(b"Exif\0\0");
    jpeg.extend(&tiff);
    jpeg.extend(
        b"\xff\xc0\0\x0b\x08\0\x10\0\x20\x01\x01\x22\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\xff\0\x34\xff\xd9",
    );
    let mut http = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: ".to_vec();
    http.extend(format!("{}\r\n\r\n", jpeg.len()).bytes());
    http.extend(&jpeg);
    let mut f = tcp(0xc001, &http);
    f[34..36].copy_from_slice(&80u16.to_be_bytes());
    let s = show(&f);
    s.columns("HTTP", "HTTP/1.1 200 OK  (JPEG JFIF image)").has("image-jfif.sof.lines", "16");
    s.has("image-jfif.ifd.value_ascii", "CBA").has("image-jfif.ifd.value_rational.numerator", "72");
    s.has("image-jfif.entropy_coded_segment", "12ff0034").has("image-jfif.sof.h_i", "2");
}
