//! Remote Framebuffer, from hand-made messages.

mod support;

use support::*;

const PARAMETERS: &[u8] = b"\x03\x20\x02\x58\x08\x08\0\x01\0\x03\0\x03\0\x03\x04\x02\0\0\0\0\0\0\0\x02pc";

fn started() -> Talk {
    Talk::tcp(5900)
        .server("RFB 003.008\n")
        .client("RFB 003.008\n")
        .server([1, 2])
        .client([2])
        .server([0x11; 16])
        .client([0x22; 16])
        .server([0; 4])
        .client([1])
        .server(PARAMETERS)
}

#[test]
fn from_versions_to_updates() {
    let rectangles = [
        &b"\0\0\0\x03"[..],
        b"\0\0\0\0\0\x02\0\x02\0\0\0\0wxyz",
        b"\0\0\0\0\0\x02\0\x02\0\0\0\x01\0\x07\0\x09",
        b"\0\0\0\0\0\x02\0\x02\0\0\0\x05\x1a\x01\x02\x05\x12\x11\x06\0\0",
        b"\x02",
    ]
    .concat();
    let (one, two) = rectangles.split_at(30);
    let talk = started()
        .client(b"\x02\0\0\x02\0\0\0\x05\0\0\0\0\x03\0\0\0\0\0\x03\x20\x02\x58")
        .server(one)
        .server(two)
        .client(b"\x05\x01\0\x07\0\x08\x04\x01\0\0\0\0\0\x61\x06\0\0\0\0\0\0\x02hi");
    let f = talk.shown();
    assert_eq!(f[3].info, "Security type VNC (2) selected by client");
    assert_eq!(f[6].one("vnc.auth_result"), "0");
    assert_eq!((f[8].one("vnc.width"), f[8].one("vnc.desktop_name")), ("800", "pc"));
    assert_eq!(f[9].all("vnc.client_set_encodings_encoding_type"), ["5", "0"]);
    assert_eq!(f[9].one("vnc.update_req_height"), "600");
    // An update lies in two segments: what there is of it is shown before.
    assert_eq!(
        (f[10].protocol.as_str(), f[10].info.as_str()),
        ("TCP", "Server framebuffer update [TCP segment of a reassembled PDU]")
    );
    assert_eq!(f[10].all("vnc.fb_update_encoding_type"), ["0"]);
    assert!(f[10].has("vnc.reassemble") && !f[10].has("_ws.malformed") && !f[11].has("vnc.reassemble"));
    assert_eq!(f[11].info, "Server framebuffer update; Server ring bell on client");
    assert_eq!(f[11].one("vnc.copyrect_src_y_pos"), "9");
    assert_eq!(f[11].all("vnc.hextile_subrect_y_pos"), ["2", "0"]);
    assert_eq!((f[12].one("vnc.pointer_y_pos"), f[12].one("vnc.client_cut_text")), ("8", "hi"));
    talk.survives_cuts();
}

#[test]
fn version_three_has_the_challenge_behind_the_method() {
    let f = Talk::tcp(5900)
        .server("RFB 003.003\n")
        .client("RFB 003.003\n")
        .server([&[0, 0, 0, 2][..], &[0x11; 16]].concat())
        .client([0x22; 16])
        .server([0, 0, 0, 1])
        .shown();
    assert_eq!(f[2].info, "Security types supported; Authentication challenge from server");
    assert_eq!(f[4].one("vnc.auth_result"), "1");
}
