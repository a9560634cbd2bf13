//! Messages of SMB, made by hand: what is read of each group of commands, and that any of them may end anywhere.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use requin_wire::{Recalled, Remembered};
use shown::*;

/// Dissects a message behind the length of NetBIOS, over TCP, cut at `captured` bytes of it.
fn show(message: &[u8], captured: usize, recalled: &[Recalled]) -> Shown {
    let frame = tcp(445, &[&(message.len() as u32).to_be_bytes(), message].concat());
    let there = &frame[..frame.len() - message.len() + captured];
    dissect(&registry(), &meta(1, there, frame.len()), there, recalled)
}

/// The message whole, after it was cut at every byte and ended at every byte.
fn read(message: &[u8], recalled: &[Recalled]) -> Shown {
    for n in 0..message.len() {
        show(message, n, recalled);
        show(&message[..n], n, recalled);
    }
    show(message, message.len(), recalled)
}

/// What the past notes on the message with number 7.
fn note(proto: &str, key: u64, bytes: &[u8]) -> Recalled {
    let registry = registry();
    let id = registry.proto_named(proto).map(|p| p.id).unwrap_or(requin_wire::ProtoId(0));
    Recalled {
        on: 1,
        proto: id,
        key,
        what: Remembered { frame: 3, bytes: bytes.into(), ..Remembered::default() },
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A message of SMB 2 with number 7; the parts of the body are numbers of so many bytes, or texts.
fn smb2(command: u8, response: bool, status: u32, body: &[u8]) -> Vec<u8> {
    let mut m = b"\xfeSMB\x40\0\x01\0".to_vec();
    m.extend(status.to_le_bytes());
    m.extend([command, 0, 1, 0, u8::from(response), 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
    m.extend([0xff, 0xfe, 0, 0, 5, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]);
    m.extend([0; 16]);
    m.extend(body);
    m
}

fn bytes(parts: &[(u64, usize)]) -> Vec<u8> {
    parts
        .iter()
        .flat_map(|(n, len)| {
            n.to_le_bytes()[..(*len).min(8)].to_vec().into_iter().chain(vec![0; len.saturating_sub(8)])
        })
        .collect()
}

#[test]
fn smb2_negotiation() {
    let mut body = bytes(&[
        (36, 2),
        (1, 2),
        (3, 2),
        (0, 2),
        (0x44, 4),
        (1, 16),
        (104, 4),
        (1, 2),
        (0, 2),
        (0x311, 2),
        (0, 2),
    ]);
    body.extend(bytes(&[(2, 2), (4, 2), (0, 4), (1, 2), (2, 2)]));
    let s = read(&smb2(0, false, 0, &body), &[]);
    s.has("smb2.dialect", "785");
    s.has("smb2.negotiate_context.cipher_id", "2");
    s.has("smb2.capabilities.large_mtu", "1");
    s.has("smb2.sec_mode.sign_required", "1");
    assert_eq!(s.info, "Negotiate Protocol Request");
    let body = bytes(&[
        (65, 2),
        (1, 2),
        (0x302, 2),
        (0, 2),
        (1, 16),
        (0x7f, 4),
        (65536, 4),
        (65536, 4),
        (65536, 4),
        (116_444_736_000_000_000, 8),
        (0, 8),
        (128, 2),
        (0, 2),
        (0, 4),
    ]);
    let s = read(&smb2(0, true, 0, &body), &[]);
    s.has("smb2.max_write_size", "65536");
    s.has("smb2.current_time", "0.000000000");
}

#[test]
fn smb2_sessions_and_trees() {
    let body =
        bytes(&[(25, 2), (0, 1), (1, 1), (0, 4), (0, 4), (88, 2), (4, 2), (0x1234, 8), (0x0403_0201, 4)]);
    read(&smb2(1, false, 0, &body), &[]).has("smb2.previous_sesid", "4660");
    let s = read(&smb2(1, true, 0xc000_0016, &bytes(&[(9, 2), (1, 2), (72, 2), (0, 2)])), &[]);
    s.has("smb2.ses_flags.guest", "1");
    assert_eq!(s.info, "Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED");
    let name = utf16("\\\\a\\b");
    let mut body = bytes(&[(9, 2), (0, 2), (72, 2), (name.len() as u64, 2)]);
    body.extend(&name);
    let s = read(&smb2(3, false, 0, &body), &[]);
    s.has("smb2.tree", "\\\\a\\b");
    assert_eq!(s.info, "Tree Connect Request Tree: \\\\a\\b");
    let body = bytes(&[(16, 2), (2, 1), (0, 1), (0x30, 4), (0x10, 4), (0x1f01ff, 4)]);
    let s = read(&smb2(3, true, 0, &body), &[]);
    s.has("smb2.share_type", "2");
    s.has("smb2.share_caps.continuous_availability", "1");
    s.has("smb.access.write_dac", "1");
    read(&smb2(4, false, 0, &bytes(&[(4, 2), (0, 2)])), &[]).has("smb2.buffer_code.length", "2");
    // What is known of a message stands in its header.
    let notes = [note("smb2", 7 << 3 | 1, b"me\0here\0box"), note("smb2", 7 << 3 | 2, b"\x01\\\\a\\b")];
    let s = read(&smb2(13, false, 0, &bytes(&[(4, 2), (0, 2)])), &notes);
    s.has("smb2.acct", "me");
    s.has("smb2.host", "box");
    s.has("smb2.auth_frame", "3");
    s.has("smb2.tree", "\\\\a\\b");
    s.has("smb2.tcon_frame", "3");
}

#[test]
fn smb2_files() {
    let name = utf16("a.txt");
    let mut body = bytes(&[
        (57, 2),
        (0, 1),
        (9, 1),
        (2, 4),
        (0, 8),
        (0, 8),
        (0x12_0089, 4),
        (0x80, 4),
        (7, 4),
        (1, 4),
        (0x40, 4),
    ]);
    body.extend(bytes(&[(120, 2), (10, 2), (136, 4), (76, 4)]));
    body.extend(&name);
    body.extend([0; 6]);
    // A lease of version 2.
    body.extend(bytes(&[(0, 4), (16, 2), (4, 2), (0, 2), (24, 2), (52, 4)]));
    body.extend(b"RqLs\0\0\0\0");
    body.extend(bytes(&[(1, 16), (7, 4), (4, 4), (0, 8), (2, 16), (3, 2), (0, 2)]));
    let s = read(&smb2(5, false, 0, &body), &[]);
    s.has("smb2.filename", "a.txt");
    s.has("smb.share.access.delete", "1");
    s.has("smb.nt.create_options.non_directory", "1");
    s.has("smb2.tag", "RqLs");
    s.has("smb2.lease.lease_state.write_caching", "1");
    s.has("smb2.lease.lease_oplock", "3");
    assert_eq!(s.info, "Create Request File: a.txt");
    let mut body = bytes(&[
        (89, 2),
        (0, 1),
        (0, 1),
        (1, 4),
        (0, 32),
        (4096, 8),
        (5, 8),
        (0x20, 4),
        (0, 4),
        (0xabcd, 16),
    ]);
    body.extend(bytes(&[(152, 4), (32, 4)]));
    body.extend(bytes(&[(0, 4), (16, 2), (4, 2), (0, 2), (24, 2), (8, 4)]));
    body.extend(b"MxAc\0\0\0\0");
    body.extend(bytes(&[(0, 4), (0x1f01ff, 4)]));
    let s = read(&smb2(5, true, 0, &body), &[note("smb2", 7 << 3 | 3, b"a.txt")]);
    s.has("smb2.eof", "5");
    s.has("smb2.mxac_status", "0");
    s.has("dcerpc.nt.open_frame", "3");
    assert_eq!(s.info, "Create Response File: a.txt");
    let s = read(&smb2(6, false, 0, &bytes(&[(24, 2), (1, 2), (0, 4), (0xabcd, 16)])), &[]);
    s.has("smb2.close.pq_attrib", "1");
    read(&smb2(6, true, 0, &bytes(&[(60, 2), (0, 2), (0, 4), (0, 32), (0, 16), (0x10, 4)])), &[])
        .has("smb2.file_attribute.directory", "1");
    let s = read(&smb2(6, true, 0xc000_0128, &bytes(&[(9, 2), (0, 2), (0, 4), (0, 1)])), &[]);
    s.has("smb2.error.byte_count", "0");
    assert_eq!(s.info, "Close Response, Error: STATUS_FILE_CLOSED");
}

#[test]
fn smb2_transfers() {
    let body = bytes(&[
        (49, 2),
        (0x50, 1),
        (1, 1),
        (60, 4),
        (10, 8),
        (1, 16),
        (1, 4),
        (0, 4),
        (0, 4),
        (0, 2),
        (0, 2),
        (0, 1),
    ]);
    let s = read(&smb2(8, false, 0, &body), &[]);
    s.has("smb2.read_flags.unbuffered", "1");
    assert_eq!(s.info, "Read Request Len:60 Off:10");
    let mut body = bytes(&[(17, 2), (80, 1), (0, 1), (3, 4), (9, 4), (0, 4)]);
    body.extend(b"abc");
    read(&smb2(8, true, 0, &body), &[]).has("smb2.read_remaining", "9");
    let mut body =
        bytes(&[(49, 2), (112, 2), (3, 4), (10, 8), (1, 16), (0, 4), (0, 4), (0, 2), (0, 2), (1, 4)]);
    body.extend(b"abc");
    let s = read(&smb2(9, false, 0, &body), &[]);
    s.has("smb2.write.flags.write_through", "1");
    assert_eq!(s.info, "Write Request Len:3 Off:10");
    read(&smb2(9, true, 0, &bytes(&[(17, 2), (0, 2), (3, 4), (0, 4), (0, 2), (0, 2)])), &[])
        .has("smb2.write.count", "3");
    read(&smb2(7, false, 0, &bytes(&[(24, 2), (0, 6), (1, 16)])), &[]).has("smb2.cmd", "7");
    let body = bytes(&[(48, 2), (1, 2), (0, 4), (1, 16), (5, 8), (6, 8), (0x12, 4), (0, 4)]);
    let s = read(&smb2(10, false, 0, &body), &[]);
    s.has("smb2.lock_length", "6");
    s.has("smb2.lock_flags.fail_immediately", "1");
}

#[test]
fn smb2_control_codes() {
    let mut body = bytes(&[
        (57, 2),
        (0, 2),
        (0x14_0204, 4),
        (u64::MAX, 8),
        (u64::MAX, 8),
        (120, 4),
        (26, 4),
        (0, 4),
        (0, 4),
        (0, 4),
        (24, 4),
        (1, 4),
        (0, 4),
    ]);
    body.extend(bytes(&[(0x7f, 4), (1, 16), (1, 2), (1, 2), (0x302, 2)]));
    let s = read(&smb2(11, false, 0, &body), &[]);
    s.has("smb2.ioctl.function.device", "20");
    s.has("smb2.dialect", "770");
    assert_eq!(s.info, "Ioctl Request FSCTL_VALIDATE_NEGOTIATE_INFO");
    let mut body = bytes(&[
        (49, 2),
        (0, 2),
        (0x14_01fc, 4),
        (u64::MAX, 8),
        (u64::MAX, 8),
        (112, 4),
        (0, 4),
        (112, 4),
        (152, 4),
        (0, 4),
        (0, 4),
    ]);
    body.extend(bytes(&[
        (0, 4),
        (14, 4),
        (1, 4),
        (4, 4),
        (10_000_000_000, 8),
        (2, 2),
        (0, 2),
        (0x0100_000a, 4),
        (0, 120),
    ]));
    let s = read(&smb2(11, true, 0, &body), &[]);
    s.has("smb2.ioctl.network_interfaces.link_speed", "10000000000");
    s.has("smb2.windows.sockaddr.in.addr", "167772161");
    let mut body = bytes(&[
        (57, 2),
        (0, 2),
        (0x14_40f2, 4),
        (1, 16),
        (120, 4),
        (56, 4),
        (0, 4),
        (0, 4),
        (0, 4),
        (12, 4),
        (1, 4),
        (0, 4),
    ]);
    body.extend(bytes(&[(0, 24), (1, 4), (0, 4), (1, 8), (2, 8), (3, 4), (0, 4)]));
    read(&smb2(11, false, 0, &body), &[]).has("smb2.fsctl.cchunk.xfer_len", "3");
}

#[test]
fn smb2_directories() {
    let mut body = bytes(&[(33, 2), (37, 1), (3, 1), (0, 4), (1, 16), (96, 2), (2, 2), (65536, 4)]);
    body.extend(b"*\0");
    let s = read(&smb2(14, false, 0, &body), &[]);
    assert_eq!(s.info, "Find Request SMB2_FIND_ID_BOTH_DIRECTORY_INFO Pattern: *");
    let mut body = bytes(&[(9, 2), (72, 2), (106, 4)]);
    body.extend(bytes(&[
        (0, 4),
        (0, 4),
        (0, 32),
        (5, 8),
        (8, 8),
        (0x20, 4),
        (2, 4),
        (0, 4),
        (0, 1),
        (0, 1),
        (0, 24),
        (0, 2),
        (77, 8),
    ]));
    body.extend(b"x\0");
    let s = read(&smb2(14, true, 0, &body), &[note("smb2", 7 << 3, b"\x0e\0\x25\0*")]);
    s.has("smb2.response_to", "3");
    s.has("smb2.filename", "x");
    s.has("smb2.file_id", "77");
    assert_eq!(s.info, "Find Response SMB2_FIND_ID_BOTH_DIRECTORY_INFO Pattern: *");
    let s = read(&smb2(15, false, 0, &bytes(&[(32, 2), (1, 2), (100, 4), (1, 16), (0x17, 4), (0, 4)])), &[]);
    s.has("smb2.notify.watch_tree", "1");
    s.has("smb.nt.notify.last_write", "1");
    let mut body = bytes(&[(9, 2), (72, 2), (14, 4), (0, 4), (2, 4), (2, 4)]);
    body.extend(b"x\0");
    read(&smb2(15, true, 0, &body), &[]).has("smb2.notify.action", "2");
    let mut lease = smb2(
        18,
        true,
        0,
        &bytes(&[(44, 2), (2, 2), (1, 4), (1, 16), (3, 4), (0, 4), (0, 4), (0, 4), (0, 4)]),
    );
    lease[24..32].fill(0xff);
    let s = read(&lease, &[]);
    s.has("smb2.lease.lease_state", "3");
    assert_eq!(s.info, "Lease Break Notification");
    assert_eq!(
        read(&smb2(18, false, 0, &bytes(&[(24, 2), (1, 2), (0, 4), (1, 16)])), &[]).info,
        "Oplock Break Acknowledgment"
    );
}

#[test]
fn smb2_information() {
    let s = read(
        &smb2(
            16,
            false,
            0,
            &bytes(&[(41, 2), (2, 1), (3, 1), (24, 4), (0, 4), (0, 4), (0, 4), (0, 4), (1, 16)]),
        ),
        &[],
    );
    assert_eq!(s.info, "GetInfo Request FS_INFO/FileFsSizeInformation");
    let got = |class: u8, level: u8, content: &[u8]| {
        let mut body = bytes(&[(9, 2), (72, 2), (content.len() as u64, 4)]);
        body.extend(content);
        read(&smb2(16, true, 0, &body), &[note("smb2", 7 << 3, &[16, 0, class, level])])
    };
    let s = got(2, 3, &bytes(&[(100, 8), (50, 8), (8, 4), (512, 4)]));
    s.has("smb2.fs_info.infolevel", "3");
    s.has("smb.fs_bytes_per_sector", "512");
    got(2, 1, &bytes(&[(0, 8), (0xabc, 4), (2, 4), (0, 2), (0x61, 2)])).has("smb.volume.label", "a");
    got(2, 4, &bytes(&[(7, 4), (0x20, 4)])).has("smb.device.mounted", "1");
    got(2, 5, &bytes(&[(6, 4), (255, 4), (2, 4), (0x61, 2)])).has("smb.fs_name", "a");
    got(2, 7, &bytes(&[(9, 8), (8, 8), (7, 8), (8, 4), (512, 4)])).has("smb.actual_free_alloc_units", "7");
    got(1, 0x05, &bytes(&[(9, 8), (8, 8), (1, 4), (1, 1), (0, 1), (0, 2)])).has("smb.link_count", "1");
    got(
        1,
        0x12,
        &bytes(&[
            (0, 32),
            (0x10, 4),
            (0, 4),
            (0, 8),
            (0, 8),
            (2, 4),
            (0, 1),
            (1, 1),
            (0, 2),
            (5, 8),
            (0, 4),
            (1, 4),
            (0, 8),
            (2, 4),
            (0, 4),
            (2, 4),
            (0x61, 2),
        ]),
    )
    .has("smb2.filename", "a");
    got(1, 0x16, &bytes(&[(0, 4), (2, 4), (282, 8), (288, 8), (0x61, 2)])).has("smb.stream_name", "a");
    got(1, 0x22, &bytes(&[(0, 32), (9, 8), (8, 8), (0x20, 4), (0, 4)])).has("smb.end_of_file", "8");
    let mut body = bytes(&[(33, 2), (1, 1), (10, 1), (22, 4), (96, 2), (0, 2), (0, 4), (1, 16)]);
    body.extend(bytes(&[(1, 1), (0, 7), (0, 8), (2, 4), (0x61, 2)]));
    let s = read(&smb2(17, false, 0, &body), &[]);
    s.has("smb2.rename.replace_if", "1");
    assert_eq!(s.info, "SetInfo Request FILE_INFO/SMB2_FILE_RENAME_INFO NewName:a");
}

#[test]
fn smb2_encrypted_and_chained() {
    let mut m = b"\xfdSMB".to_vec();
    m.extend(bytes(&[(0, 16), (0, 16), (5, 4), (0, 2), (1, 2), (9, 8)]));
    m.extend(b"abcde");
    let s = read(&m, &[]);
    s.has("smb2.header.transform.msg_size", "5");
    assert_eq!(s.info, "Encrypted SMB3");
    let mut first = smb2(13, false, 0, &bytes(&[(4, 2), (0, 6)]));
    first[20] = first.len() as u8;
    first.extend(smb2(12, false, 0, &bytes(&[(4, 2), (0, 2)])));
    assert_eq!(read(&first, &[]).info, "KeepAlive Request;Cancel Request");
}

/// A message of SMB 1 with number 7 of process 0, with Unicode texts and errors of NT.
fn smb(command: u8, response: bool, words: &[u8], content: &[u8]) -> Vec<u8> {
    let mut m = b"\xffSMB".to_vec();
    m.extend([command, 0, 0, 0, 0, if response { 0x98 } else { 0x18 }, 1, 0xc8]);
    m.extend([0; 12]);
    m.extend([0, 8, 0, 0, 1, 0, 7, 0]);
    m.push((words.len() / 2) as u8);
    m.extend(words);
    m.extend((content.len() as u16).to_le_bytes());
    m.extend(content);
    m
}

/// What is remembered of a request: its command, what it has, three numbers, and a text.
fn asked(command: u8, has: u8, sub: u16, level: u16, file: u16, text: &str) -> Vec<u8> {
    let mut bytes = vec![command, has];
    [sub, level, file].iter().for_each(|n| bytes.extend(n.to_le_bytes()));
    bytes.extend([0; 24]);
    bytes.extend(text.as_bytes());
    bytes
}

const LAST: [(u64, usize); 3] = [(0xff, 1), (0, 1), (0, 2)];

#[test]
fn smb1_sessions() {
    let s = read(&smb(0x72, false, &[], b"\x02NT LM 0.12\0"), &[]);
    s.has("smb.dialect.name", "NT LM 0.12");
    let words = bytes(&[
        (0, 2),
        (15, 1),
        (50, 2),
        (1, 2),
        (16644, 4),
        (65536, 4),
        (0, 4),
        (0x1f3fc, 4),
        (0, 8),
        (0, 2),
        (0, 1),
    ]);
    let s = read(
        &smb(0x72, true, &words, &utf16("D\0S\0")),
        &[note("smb", 7 << 3, &asked(0x72, 0, 0, 0, 0, "NT LM 0.12"))],
    );
    s.has("smb.primary_domain", "D");
    s.has("smb.server", "S");
    s.has("smb.sm.sig_required", "1");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[(4356, 2), (2, 2), (1, 2), (0, 4), (1, 2), (0, 2), (0, 4), (4, 4)]));
    let mut content = vec![0];
    content.extend(utf16("me\0here\0os\0lm\0"));
    let s = read(&smb(0x73, false, &words, &content), &[]);
    s.has("smb.account", "me");
    s.has("smb.native_lanman", "lm");
    assert_eq!(s.info, "Session Setup AndX Request, User: here\\me");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[(8, 2), (1, 2)]));
    let mut content = vec![0];
    content.extend(utf16("\\\\a\\b\0"));
    content.extend(b"?????\0");
    let s = read(&smb(0x75, false, &words, &content), &[]);
    s.has("smb.service", "?????");
    assert_eq!(s.info, "Tree Connect AndX Request, Path: \\\\a\\b");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[(1, 2)]));
    read(&smb(0x75, true, &words, b"IPC\0\0\0"), &[note("smb", 7 << 3 | 1, b"\\\\a\\b")])
        .has("smb.path", "\\\\a\\b");
}

#[test]
fn smb1_files() {
    let mut words = bytes(&LAST);
    words.extend(bytes(&[
        (0, 1),
        (4, 2),
        (0x16, 4),
        (0, 4),
        (0x2019f, 4),
        (0, 8),
        (0x80, 4),
        (3, 4),
        (1, 4),
        (0x40, 4),
        (2, 4),
        (3, 1),
    ]));
    let mut content = vec![0];
    content.extend(utf16("ab\0"));
    let s = read(&smb(0xa2, false, &words, &content), &[]);
    s.has("smb.file", "ab");
    s.has("smb.nt.create.ext", "1");
    assert_eq!(s.info, "NT Create AndX Request, Path: ab");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[
        (0, 1),
        (0x4000, 2),
        (1, 4),
        (0, 32),
        (0x80, 4),
        (4096, 8),
        (5, 8),
        (2, 2),
        (0x5ff, 2),
        (0, 1),
        (0, 1),
    ]));
    let s = read(&smb(0xa2, true, &words, &[]), &[note("smb", 7 << 3 | 2, &asked(0xa2, 0, 0, 0, 0, "ab"))]);
    s.has("smb.fid.opened_in", "3");
    s.has("smb.file", "ab");
    assert_eq!(s.info, "NT Create AndX Response, FID: 0x4000");
    assert_eq!(read(&smb(4, false, &bytes(&[(5, 2), (0, 4)]), &[]), &[]).info, "Close Request, FID: 0x0005");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[(5, 2), (10, 4), (60, 2), (60, 2), (0, 4), (60, 2), (1, 4)]));
    let s = read(&smb(0x2e, false, &words, &[]), &[]);
    s.has("smb.file.rw.offset", "4294967306");
    assert_eq!(s.info, "Read AndX Request, FID: 0x0005, 60 bytes at offset 4294967306");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[(0, 2), (0, 2), (0, 2), (3, 2), (60, 2), (0, 4), (0, 6)]));
    let s = read(&smb(0x2e, true, &words, b"\0abc"), &[]);
    s.has("smb.data_len_low", "3");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[(5, 2), (10, 4), (0, 4), (1, 2), (0, 2), (0, 2), (3, 2), (64, 2), (0, 4)]));
    let s = read(&smb(0x2f, false, &words, b"\0abc"), &[]);
    s.has("smb.write.mode.write_through", "1");
    assert_eq!(s.info, "Write AndX Request, FID: 0x0005, 3 bytes at offset 10");
    let mut words = bytes(&LAST);
    words.extend(bytes(&[(5, 2), (0x10, 1), (0, 1), (0, 4), (0, 2), (1, 2)]));
    read(&smb(0x24, false, &words, &bytes(&[(1, 2), (0, 2), (0, 4), (8, 4), (0, 4), (9, 4)])), &[])
        .has("smb.lock.length", "9");
}

#[test]
fn smb1_core_commands() {
    assert_eq!(
        read(&smb(0, false, &[], b"\x04\\\0a\0\0\0"), &[]).info,
        "Create Directory Request, Directory: \\a"
    );
    read(&smb(0, true, &[], &[]), &[note("smb", 7 << 3, &asked(0, 0, 0, 0, 0, "\\a"))])
        .has("smb.file", "\\a");
    assert_eq!(read(&smb(6, false, &[6, 0], b"\x04\\\0a\0\0\0"), &[]).info, "Delete Request, Path: \\a");
    read(&smb(0x2b, false, &[1, 0], b"hello"), &[]).has("smb.echo.count", "1");
    read(&smb(0x80, true, &bytes(&[(9, 2), (8, 2), (7, 2), (6, 2), (0, 2)]), &[]), &[])
        .has("smb.free_units", "6");
    let mut entry = bytes(&[(5, 1), (43, 2), (0, 1)]);
    entry.extend(b"???????????\0\0\0\0\0\0\0\0\0");
    entry.extend(bytes(&[(0x10, 1), (0x632a, 2), (0x4f8f, 2), (5, 4)]));
    entry.extend(b"A.TXT\0\0\0\0\0\0\0\0");
    let s = read(&smb(0x81, true, &[1, 0], &entry), &[]);
    s.has("smb.last_write.time", "1576412720.000000000");
    s.has("smb.file", "A.TXT");
}

#[test]
fn smb1_transactions() {
    let mut words = bytes(&[
        (8, 2),
        (0, 2),
        (2, 2),
        (40, 2),
        (0, 2),
        (0, 2),
        (0, 4),
        (0, 2),
        (12, 2),
        (68, 2),
        (0, 2),
        (0, 2),
        (1, 1),
        (0, 1),
        (5, 2),
    ]);
    let mut content = vec![0; 3];
    content.extend(bytes(&[(0x101, 2), (0, 4)]));
    content.extend(utf16("\\a\0"));
    let s = read(&smb(0x32, false, &words, &content), &[]);
    s.has("smb.qpi_loi", "257");
    assert_eq!(s.info, "Trans2 Request, QUERY_PATH_INFO, Query File Basic Info, Path: \\a");
    words =
        bytes(&[(2, 2), (40, 2), (0, 2), (2, 2), (56, 2), (0, 2), (40, 2), (60, 2), (0, 2), (0, 1), (0, 1)]);
    let mut content = bytes(&[(0, 1), (0, 2), (0, 2), (0, 32), (0x10, 4), (0, 4)]);
    let s =
        read(&smb(0x32, true, &words, &content), &[note("smb", 7 << 3, &asked(0x32, 6, 5, 0x101, 0, "\\a"))]);
    s.has("smb.trans2.cmd", "5");
    s.has("smb.file", "\\a");
    s.has("smb.file_attribute.directory", "1");
    assert_eq!(s.info, "Trans2 Response, QUERY_PATH_INFO");
    // A directory with one entry.
    words = bytes(&[
        (10, 2),
        (96, 2),
        (0, 2),
        (10, 2),
        (56, 2),
        (0, 2),
        (96, 2),
        (68, 2),
        (0, 2),
        (0, 1),
        (0, 1),
    ]);
    content = bytes(&[(0, 1), (1, 2), (1, 2), (1, 2), (0, 2), (0, 2), (0, 2)]);
    content.extend(bytes(&[
        (0, 4),
        (0, 4),
        (0, 32),
        (5, 8),
        (8, 8),
        (0x20, 4),
        (2, 4),
        (0, 4),
        (0, 1),
        (0, 1),
        (0, 24),
        (0x61, 2),
    ]));
    let s =
        read(&smb(0x32, true, &words, &content), &[note("smb", 7 << 3, &asked(0x32, 6, 1, 0x104, 0, "\\*"))]);
    s.has("smb.search_pattern", "\\*");
    assert_eq!(s.info, "Trans2 Response, FIND_FIRST2, Files: a");
    words = bytes(&[
        (0, 1),
        (0, 2),
        (0, 4),
        (0, 4),
        (32, 4),
        (0, 4),
        (0, 4),
        (84, 4),
        (0, 4),
        (0, 4),
        (4, 1),
        (4, 2),
        (0x17, 4),
        (5, 2),
        (1, 1),
        (0, 1),
    ]);
    let s = read(&smb(0xa0, false, &words, &[]), &[]);
    s.has("smb.nt.notify.last_write", "1");
    assert_eq!(s.info, "NT Trans Request, NT NOTIFY, FID: 0x0005");
    words = bytes(&[
        (4, 2),
        (4, 2),
        (0, 2),
        (0, 2),
        (0, 2),
        (0, 2),
        (0, 4),
        (0, 2),
        (4, 2),
        (72, 2),
        (4, 2),
        (76, 2),
        (1, 1),
        (0, 1),
        (0x77, 2),
    ]);
    let mut content = vec![0];
    content.extend(utf16("x\0"));
    content.extend([0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    let s = read(&smb(0x25, false, &words, &content), &[]);
    s.has("smb.trans_name", "x");
    s.has("smb.trans_data.setup_word", "119");
}
