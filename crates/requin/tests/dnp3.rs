//! DNP3, from hand-made frames.

mod support;

use support::*;

/// The data link's checksum, IEEE 1815 annex E.
fn crc(bytes: &[u8]) -> [u8; 2] {
    let mut crc = 0u16;
    for b in bytes {
        crc ^= u16::from(*b);
        for _ in 0..8 {
            crc = crc >> 1 ^ if crc & 1 != 0 { 0xa6bc } else { 0 };
        }
    }
    (!crc).to_le_bytes()
}

/// A frame from station 1 to station 2 that carries these bytes.
fn frame(data: &[u8]) -> Vec<u8> {
    let mut f = vec![5, 0x64, 5 + data.len() as u8, 0xc4, 2, 0, 1, 0];
    f.extend(crc(&f));
    for chunk in data.chunks(16) {
        f.extend(chunk);
        f.extend(crc(chunk));
    }
    f
}

#[test]
fn requests_and_what_is_answered() {
    let read = [0xc0, 0xc1, 1, 0x3c, 2, 6, 0x3c, 3, 6];
    let values = [
        &[0xc1, 0xc1, 0x81, 0x80, 0][..],
        &[1, 1, 0, 0, 2, 0b101],
        &[1, 2, 0, 3, 3, 0x81],
        &[20, 1, 7, 0],
        &[30, 2, 0x17, 1, 9, 1, 0xfe, 0xff],
        &[50, 1, 7, 1, 0xe8, 3, 0, 0, 0, 0],
    ]
    .concat();
    let operate = [0xc2, 0xc2, 4, 12, 1, 0x28, 1, 0, 1, 0, 3, 1, 100, 0, 0, 0, 200, 0, 0, 0, 0];
    let talk = Talk::tcp(20_000).client(frame(&read)).server(frame(&values)).client(frame(&operate));
    let f = talk.shown();
    assert_eq!(f[0].info, "Read, Class 12");
    assert_eq!(f[1].info, "Response");
    assert!(f[1].all("dnp.data_chunk.CRC.status").iter().all(|s| *s == "1"));
    assert_eq!(f[1].one("dnp3.al.iin.rst"), "1");
    assert_eq!(f[1].all("dnp3.al.bit"), ["1", "0", "1"]);
    assert_eq!(f[1].all("dnp3.al.point_index"), ["0", "1", "2", "3", "0"]);
    assert_eq!((f[1].one("dnp3.al.index"), f[1].one("dnp3.al.ana.int")), ("9", "-2"));
    assert_eq!((f[2].one("dnp3.ctl.op"), f[2].one("dnp3.al.off_time")), ("3", "200"));
    talk.survives_cuts();
}

#[test]
fn a_message_of_two_frames() {
    let f =
        Talk::udp(20_000).client(frame(&[0x41, 0xc1, 2, 80, 1, 0])).client(frame(&[0x82, 7, 7, 0])).shown();
    assert!(f[0].info.ends_with("(Application Layer Unreassembled fragment 1)"), "{}", f[0].info);
    assert_eq!(f[1].info, "Write, Internal Indications");
    assert_eq!(f[1].all("dnp3.al.fragment"), ["1", "2"]);
    assert_eq!(f[1].one("dnp3.al.bit"), "0");
}

#[test]
fn wrong_checksums_are_told() {
    let mut wrong = frame(&[0xc0, 0xc1, 0]);
    wrong[8] ^= 1;
    let f = Talk::udp(20_000).client(wrong).shown();
    assert_eq!(f[0].one("dnp.hdr.CRC.status"), "0");
}
