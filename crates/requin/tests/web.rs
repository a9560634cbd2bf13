//! What the web and calls say, from hand-made bytes.

mod support;

use support::*;

#[test]
fn a_notification_is_no_request() {
    let event = "NOTIFY /event HTTP/1.1\r\nHOST: 10.0.0.2\r\nX-Odd: 1\r\nContent-Length: 0\r\n\r\n";
    let fine = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    let talk = Talk::tcp(80)
        .client("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")
        .server(fine)
        .client(event)
        .server(fine)
        .client("GET /b HTTP/1.1\r\nHost: x\r\n\r\n")
        .server(fine);
    let f = talk.shown();
    assert_eq!((f[1].one("http.request_in"), f[5].one("http.request_in")), ("1", "5"));
    assert_eq!(f[2].all("http.unknown_header"), ["X-Odd: 1\\r\\n"]);
    assert!(!f[3].has("http.request_in") && !f[3].has("http.time"));
    assert_eq!(f[3].one("http.response_for.uri"), "http://10.0.0.2/event");
    assert_eq!((f[3].one("http.prev_request_in"), f[5].one("http.prev_response_in")), ("1", "4"));
    assert_eq!(f[5].one("http.response_number"), "3");
    talk.survives_cuts();
}

#[test]
fn lines_that_are_no_headers_are_their_bytes() {
    let talk = Talk::tcp(80)
        .client("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")
        .server("HTTP/1.1 204 No Content\r\n\r\n")
        .server("if (a \"b\": c) {\r\n: d\r\nplain: e\r\n\r\n");
    let f = talk.shown();
    let odd = ["if (a \"b\": c) {\r\n", ": d\r\n", "plain: e\\r\\n"];
    assert_eq!((f[2].all("http.unknown_header"), f[2].all("http.bad_header_name").len()), (odd.to_vec(), 2));
    talk.survives_cuts();
}

#[test]
fn a_body_of_no_chunks_has_no_bytes() {
    let talk = Talk::tcp(80)
        .client("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")
        .server("HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    assert_eq!(talk.shown()[1].one("http.file_data"), "");
    talk.survives_cuts();
}

#[test]
fn settings_in_a_request_to_go_on_in_http2() {
    // 3 = 100, 4 = 0x3fff_f000; the last byte makes a digit of the alphabet for URLs.
    let talk = Talk::tcp(80).client(
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\
         HTTP2-Settings: AAMAAABkAAQ___AA\r\n\r\n",
    );
    let f = talk.shown();
    assert_eq!(f[0].all("http2.settings.id"), ["3", "4"]);
    assert_eq!(f[0].one("http2.settings.max_concurrent_streams"), "100");
    assert_eq!(f[0].one("http2.settings.initial_window_size"), "1073737728");
    talk.survives_cuts();
}

/// A frame of HTTP/2.
fn frame(kind: u8, flags: u8, stream: u8, body: &[u8]) -> Vec<u8> {
    [&[0, 0, body.len() as u8, kind, flags, 0, 0, 0, stream][..], body].concat()
}

/// A message of DNS that comes over a stream, with its header.
fn dns(stream: u8, flags: u8, name: &str) -> Vec<u8> {
    // content-type: a literal whose name is entry 31 of the static table.
    let kind = b"application/dns-message";
    let head = [&[0x0f, 31 - 15, kind.len() as u8][..], kind].concat();
    let question = [&[name.len() as u8][..], name.as_bytes(), &[0, 0, 1, 0, 1]].concat();
    let message = [&[0, 0, flags, 0, 0, 1, 0, 0, 0, 0, 0, 0][..], &question].concat();
    [frame(1, 4, stream, &head), frame(0, 1, stream, &message)].concat()
}

#[test]
fn where_a_request_of_http2_leads() {
    // The table may have 4096 bytes; GET, https, an authority and a path of their own.
    let block = [&[0x3f, 0xe1, 0x1f, 0x82, 0x87][..], &[1, 3], b"x.y", &[4, 4], b"/a?b"].concat();
    let talk = Talk::tcp(80)
        .client([&b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"[..], &frame(4, 0, 0, &[])].concat())
        .client(frame(1, 5, 1, &block))
        .server(frame(1, 5, 1, &[0x88]));
    let f = talk.shown();
    assert_eq!(
        (f[1].one("http2.request.full_uri"), f[1].one("http2.header.count")),
        ("https://x.y/a?b", "5")
    );
    assert_eq!(f[1].one("http2.header_table_size_update.header_table_size"), "4096");
    assert!(f[1].has("http2.header_table_size_update") && !f[2].has("http2.request.full_uri"));
    talk.survives_cuts();
}

#[test]
fn streams_of_http2_tell_which_query_is_answered() {
    let talk = Talk::tcp(80)
        .client([&b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"[..], &frame(4, 0, 0, &[])].concat())
        .client(dns(1, 1, "one"))
        .client([dns(3, 1, "three"), dns(5, 1, "five")].concat())
        .server(dns(3, 0x81, "three"))
        .server([dns(5, 0x81, "five"), dns(1, 0x81, "one")].concat());
    let f = talk.shown();
    assert!(f[1..3].iter().all(|f| !f.has("dns.retransmission") && !f.has("dns.response_to")));
    assert_eq!((f[2].all("dns.qry.name"), f[3].one("dns.response_to")), (vec!["three", "five"], "3"));
    assert_eq!(f[4].all("dns.response_to"), ["3", "2"]);
    assert!(!f[4].has("dns.unsolicited"));
    talk.survives_cuts();
}

#[test]
fn a_request_of_stun_that_was_answered_says_where() {
    let message = |kind: [u8; 2]| [&kind[..], &[0, 0, 0x21, 0x12, 0xa4, 0x42], b"twelve bytes"].concat();
    let (request, response) = (message([0, 1]), message([1, 1]));
    let talk = Talk::udp(3478)
        .client(&request)
        .client(&request)
        .server(&response)
        .client(&request)
        .server(&response);
    let f = talk.shown();
    assert!(!f[0].has("stun.response-in") && !f[1].has("stun.response-in"));
    assert_eq!((f[3].one("stun.response-in"), f[3].one("stun.reqduplicate")), ("3", "1"));
    assert_eq!((f[4].one("stun.response-to"), f[4].one("stun.reqduplicate")), ("1", "3"));
    talk.survives_cuts();
}

/// A response of RTSP with this said of a stream of H.264.
fn described(parameters: &str) -> Vec<u8> {
    let body = format!(
        "v=0\r\no=- 1 1 IN IP4 10.0.0.2\r\ns=-\r\nt=0 0\r\nm=video 0 RTP/AVP 97\r\na=rtpmap:97 H264/90000\r\n\
         a=fmtp:97 {parameters}\r\n"
    );
    let n = body.len();
    format!(
        "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Type: application/sdp\r\nContent-Length: {n}\r\n\r\n{body}"
    )
    .into_bytes()
}

#[test]
fn parameter_sets_of_a_video() {
    // High profile, level 4.0: a matrix whose first list goes on as it begins, offsets in a cycle of one, 80 by 45 blocks in
    // fields, cropped, timing that needs a byte to keep start codes away.
    let bits = [
        "1 010 1 1 0",
        "1 1 010 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0",
        "1 010 0 1 011 010 00100 010 0 0000001010000 00000101101 0 0 1",
        "1 1 010 1 011",
        "1 0 0 0 0 1 00000000000000000000000000000001 00000000000000000000000001100100 1 0 0 0 0",
        "1",
    ]
    .concat();
    let digits: Vec<u8> = bits.bytes().filter(|b| *b != b' ').map(|b| b - b'0').collect();
    let coded: Vec<u8> =
        digits.chunks(8).map(|c| c.iter().fold(0, |n, b| n << 1 | b) << (8 - c.len())).collect();
    let mut set = vec![0x67, 100, 0, 40];
    for b in coded {
        if set.ends_with(&[0, 0]) && b <= 3 {
            set.push(3);
        }
        set.push(b);
    }
    let picture = [0x68, 0b1100_1111, 0b1011_1100, 0b1011_0000];
    let value = format!("{},{}", base64(&set), base64(&picture));
    let talk = Talk::tcp(554).client("DESCRIBE rtsp://10.0.0.2/a RTSP/1.0\r\nCSeq: 1\r\n\r\n").server(
        described(&format!("packetization-mode=1;profile-level-id=42100B;sprop-parameter-sets={value}")),
    );
    let f = talk.shown();
    let s = &f[1];
    assert_eq!(s.all("h264.profile_idc"), ["66", "100"]);
    assert_eq!(s.all("h264.level_id"), ["11", "40"]);
    assert_eq!(s.all("h264.constraint_set3_flag"), ["1", "0"]);
    assert_eq!(s.all("h264.nal_unit_type"), ["7", "8"]);
    assert_eq!((s.one("h264.chroma_format_id"), s.one("h264.bit_depth_luma_minus8")), ("1", "0"));
    let mut deltas = vec!["1"];
    deltas.resize(16, "0");
    assert_eq!((s.all("h264.delta_scale"), s.all("h264.seq_scaling_list_present_flag").len()), (deltas, 8));
    assert_eq!(
        (s.one("h264.offset_for_non_ref_pic"), s.one("h264.offset_for_top_to_bottom_field")),
        ("0", "-1")
    );
    assert_eq!((s.one("h264.offset_for_ref_frame"), s.one("h264.num_ref_frames")), ("2", "1"));
    assert_eq!(
        (s.one("h264.pic_width_in_mbs_minus1"), s.one("h264.pic_height_in_map_units_minus1")),
        ("79", "44")
    );
    assert_eq!((s.one("h264.frame_crop_right_offset"), s.one("h264.frame_crop_bottom_offset")), ("1", "2"));
    assert_eq!((s.one("h264.num_units_in_tick"), s.one("h264.time_scale")), ("1", "100"));
    assert_eq!(s.all("h264.rbsp_stop_bit"), ["1", "1"]);
    assert_eq!((s.one("h264.weighted_bipred_idc"), s.one("h264.transform_8x8_mode_flag")), ("2", "1"));
    assert!(set.windows(3).any(|w| w == [0, 0, 3]));
    talk.survives_cuts();
}

/// As session descriptions write bytes.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for c in bytes.chunks(3) {
        let n = c.iter().fold(0u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - c.len()));
        (0..=c.len()).for_each(|i| out.push(DIGITS[(n >> (18 - 6 * i) & 63) as usize] as char));
        (c.len()..3).for_each(|_| out.push('='));
    }
    out
}
