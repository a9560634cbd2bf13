//! What messages of SMB leave for later ones, in conversations made by hand: responses to requests, sessions,
//! trees, opened files; and that no cut of a message does harm.

#![allow(clippy::expect_used, clippy::unwrap_used)] // a test may give up

mod support;
use support::{stdout, tempdir};

/// Messages in order; `true`: from the client.
type Talk = Vec<(bool, Vec<u8>)>;

/// Writes a capture of conversations between ports from 40000 on and port 445, the messages of each cut at so many bytes.
fn write(name: &str, talks: &[(Talk, usize)]) -> String {
    let mut out = Vec::new();
    for word in [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 65535, 101] {
        out.extend(word.to_le_bytes());
    }
    for (nth, (messages, cut)) in talks.iter().enumerate() {
        let mut next = [1000u32, 5000];
        for (i, (client, message)) in messages.iter().enumerate() {
            let (mine, theirs) = if *client { (0, 1) } else { (1, 0) };
            let (ports, hosts) = ([40000 + nth as u16, 445], [1, 2]);
            let len = 44 + message.len();
            let mut packet = vec![0x45, 0, (len >> 8) as u8, len as u8, 0, i as u8, 0, 0, 64, 6, 0, 0];
            packet.extend([10, 0, 0, hosts[mine], 10, 0, 0, hosts[theirs]]);
            packet.extend(ports[mine].to_be_bytes());
            packet.extend(ports[theirs].to_be_bytes());
            packet.extend(next[mine].to_be_bytes());
            packet.extend(next[theirs].to_be_bytes());
            packet.extend([0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0]);
            packet.extend((message.len() as u32).to_be_bytes());
            packet.extend(message);
            next[mine] += message.len() as u32 + 4;
            packet.truncate(cut.saturating_add(44));
            for word in [i as u32, 0, packet.len() as u32, len as u32] {
                out.extend(word.to_le_bytes());
            }
            out.extend(packet);
        }
    }
    let path = format!("{}/{name}.pcap", tempdir(&format!("smb-{name}")));
    std::fs::write(&path, out).expect("the capture is written");
    path
}

fn fields(file: &str, names: &[&str]) -> Vec<String> {
    let mut args = vec!["-n", "-r", file, "-T", "fields"];
    names.iter().for_each(|n| args.extend(["-e", n]));
    stdout(&args).lines().map(ToOwned::to_owned).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn le(parts: &[(u64, usize)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (n, len) in parts {
        out.extend(n.to_le_bytes().iter().copied().chain(std::iter::repeat(0)).take(*len));
    }
    out
}

/// A message of SMB 2: command, number, status, tree and body.
fn smb2(command: u8, response: bool, id: u8, status: u32, tree: u8, body: &[u8]) -> Vec<u8> {
    let mut m = b"\xfeSMB\x40\0\x01\0".to_vec();
    m.extend(status.to_le_bytes());
    m.extend([command, 0, 1, 0, u8::from(response), 0, 0, 0, 0, 0, 0, 0, id, 0, 0, 0, 0, 0, 0, 0]);
    m.extend([0xff, 0xfe, 0, 0, tree, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]);
    m.extend([0; 16]);
    m.extend(body);
    m
}

fn talk2() -> Talk {
    let share = utf16("\\\\a\\b");
    let mut connect = le(&[(9, 2), (0, 2), (72, 2), (share.len() as u64, 2)]);
    connect.extend(&share);
    let mut ntlm = b"NTLMSSP\0".to_vec();
    ntlm.extend(le(&[
        (3, 4),
        (0, 16),
        (4, 2),
        (4, 2),
        (64, 4),
        (4, 2),
        (4, 2),
        (68, 4),
        (6, 2),
        (6, 2),
        (72, 4),
        (0, 8),
        (1, 4),
    ]));
    ntlm.extend(utf16("DDmebox"));
    let mut setup = le(&[(25, 2), (0, 2), (0, 4), (0, 4), (88, 2), (ntlm.len() as u64, 2), (0, 8)]);
    setup.extend(&ntlm);
    let mut create = le(&[
        (57, 2),
        (0, 2),
        (2, 4),
        (0, 16),
        (0x12_0089, 4),
        (0x80, 4),
        (7, 4),
        (1, 4),
        (0x40, 4),
        (120, 2),
        (2, 2),
        (0, 8),
    ]);
    create.extend(utf16("f"));
    let created = le(&[(89, 2), (0, 2), (1, 4), (0, 32), (0, 16), (0x20, 4), (0, 4), (0xabcd, 16), (0, 8)]);
    let got = le(&[(9, 2), (72, 2), (8, 4), (77, 8)]);
    vec![
        (true, smb2(1, false, 1, 0, 0, &setup)),
        (false, smb2(1, true, 1, 0, 0, &le(&[(9, 2), (0, 2), (72, 2), (0, 2)]))),
        (true, smb2(3, false, 2, 0, 0, &connect)),
        (false, smb2(3, true, 2, 0, 5, &le(&[(16, 2), (1, 2), (0, 4), (0, 4), (0x1f01ff, 4)]))),
        (true, smb2(5, false, 3, 0, 5, &create)),
        (false, smb2(5, true, 3, 0, 5, &created)),
        (true, smb2(16, false, 4, 0, 5, &le(&[(41, 2), (1, 1), (6, 1), (8, 4), (0, 16), (0xabcd, 16)]))),
        (false, smb2(16, true, 4, 0, 5, &got)),
        (true, smb2(6, false, 5, 0, 5, &le(&[(24, 2), (0, 6), (0xabcd, 16)]))),
        (false, smb2(6, true, 5, 0, 5, &le(&[(60, 2), (0, 58)]))),
    ]
}

#[test]
fn smb2_remembers() {
    let file = write("two", &[(talk2(), usize::MAX)]);
    let names = [
        "smb2.response_to",
        "smb2.acct",
        "smb2.auth_frame",
        "smb2.tree",
        "dcerpc.nt.open_frame",
        "dcerpc.nt.close_frame",
        "smb2.file_id",
    ];
    assert_eq!(
        fields(&file, &names),
        [
            "\t\t\t\t\t\t",
            "1\tme\t1\t\t\t\t",
            "\tme\t2\t\\\\a\\b\t\t\t",
            "3\tme\t2\t\t\t\t",
            "\tme\t2\t\\\\a\\b\t\t\t",
            "5\tme\t2\t\\\\a\\b\t6\t\t",
            "\tme\t2\t\\\\a\\b\t6\t\t",
            "7\tme\t2\t\\\\a\\b\t\t\t0x000000000000004d",
            "\tme\t2\t\\\\a\\b\t6\t9\t",
            "9\tme\t2\t\\\\a\\b\t\t\t",
        ]
    );
    let info = fields(&file, &["_ws.col.Info"]);
    assert_eq!(info[5], "Create Response File: f");
    assert_eq!(info[6], "GetInfo Request FILE_INFO/SMB2_FILE_INTERNAL_INFO File: f");
    assert_eq!(info[8], "Close Request File: f");
    // A filter gives the same frames as the fields do.
    assert_eq!(
        stdout(&["-n", "-r", &file, "-Y", "smb2.tree == \"\\\\\\\\a\\\\b\" && smb2.response_to"])
            .lines()
            .count(),
        3
    );
}

/// A message of SMB 1 with Unicode texts: command, number, tree, words and bytes.
fn smb(command: u8, response: bool, id: u8, tree: u8, words: &[u8], content: &[u8]) -> Vec<u8> {
    let mut m = b"\xffSMB".to_vec();
    m.extend([command, 0, 0, 0, 0, if response { 0x98 } else { 0x18 }, 1, 0xc8]);
    m.extend([0; 12]);
    m.extend([tree, 0, 0, 0, 1, 0, id, 0]);
    m.push((words.len() / 2) as u8);
    m.extend(words);
    m.extend((content.len() as u16).to_le_bytes());
    m.extend(content);
    m
}

const LAST: [(u64, usize); 3] = [(0xff, 1), (0, 1), (0, 2)];

fn and_last(parts: &[(u64, usize)]) -> Vec<u8> {
    let mut words = le(&LAST);
    words.extend(le(parts));
    words
}

fn talk1() -> Talk {
    let mut share = vec![0];
    share.extend(utf16("\\\\a\\b\0"));
    share.extend(b"?????\0");
    let mut name = vec![0];
    name.extend(utf16("\\f\0"));
    let create = and_last(&[
        (0, 1),
        (2, 2),
        (0, 4),
        (0, 4),
        (1, 4),
        (0, 8),
        (0x80, 4),
        (1, 4),
        (1, 4),
        (0, 4),
        (2, 4),
        (0, 1),
    ]);
    let created =
        and_last(&[(0, 1), (0x4000, 2), (1, 4), (0, 32), (0x80, 4), (0, 8), (0, 8), (0, 2), (0, 2), (0, 2)]);
    let query = le(&[
        (4, 2),
        (0, 2),
        (2, 2),
        (24, 2),
        (0, 2),
        (0, 2),
        (0, 4),
        (0, 2),
        (4, 2),
        (68, 2),
        (0, 2),
        (0, 2),
        (1, 2),
        (7, 2),
    ]);
    let answer = le(&[(2, 2), (4, 2), (0, 2), (2, 2), (56, 2), (0, 2), (4, 2), (60, 2), (0, 2), (0, 2)]);
    let mut failed = smb(0xa2, true, 6, 5, &[], &[]);
    failed[5..9].copy_from_slice(&0xc000_0034u32.to_le_bytes());
    vec![
        (true, smb(0x75, false, 1, 0, &and_last(&[(8, 2), (1, 2)]), &share)),
        (false, smb(0x75, true, 1, 5, &and_last(&[(1, 2)]), b"A:\0\0\0")),
        (true, smb(0xa2, false, 2, 5, &create, &name)),
        (false, smb(0xa2, true, 2, 5, &created, &[])),
        (true, smb(0x32, false, 3, 5, &query, &le(&[(0, 3), (0x4000, 2), (0x103, 2)]))),
        (false, smb(0x32, true, 3, 5, &answer, &le(&[(0, 1), (0, 2), (0, 2), (9, 4)]))),
        (true, smb(4, false, 4, 5, &le(&[(0x4000, 2), (0, 4)]), &[])),
        (false, smb(4, true, 4, 5, &[], &[])),
        (true, smb(0xa2, false, 6, 5, &create, &name)),
        (false, failed),
    ]
}

#[test]
fn smb1_remembers() {
    let file = write("one", &[(talk1(), usize::MAX)]);
    let names = [
        "smb.response_to",
        "smb.fid.mapped_in",
        "smb.fid.opened_in",
        "smb.fid.closed_in",
        "smb.ea.list_length",
    ];
    assert_eq!(
        fields(&file, &names),
        [
            "\t\t\t\t",
            "1\t2\t\t\t",
            "\t2\t\t\t",
            "3\t2\t4\t\t",
            "\t2\t4\t\t",
            "5\t2\t4\t\t9",
            "\t2\t4\t7\t",
            "7\t2\t4\t7\t",
            "\t2\t\t\t",
            "9\t2\t10\t10\t",
        ]
    );
    let info = fields(&file, &["_ws.col.Info"]);
    assert_eq!(info[4], "Trans2 Request, QUERY_FILE_INFO, FID: 0x4000, Query File EA Info");
    assert_eq!(info[5], "Trans2 Response, FID: 0x4000, QUERY_FILE_INFO");
    assert_eq!(info[7], "Close Response, FID: 0x4000");
    assert_eq!(info[9], "NT Create AndX Response, FID: 0x0000, Error: STATUS_OBJECT_NAME_NOT_FOUND");
}

#[test]
fn cuts_do_no_harm() {
    for (name, talk) in [("cut-one", talk1()), ("cut-two", talk2())] {
        let longest = talk.iter().map(|(_, m)| m.len()).max().unwrap();
        // Cut by the capture, and by whoever sent them.
        let cut = (0..longest).map(|n| (talk.clone(), n));
        let short = |n: usize| talk.iter().map(|(c, m)| (*c, m[..n.min(m.len())].to_vec())).collect::<Talk>();
        let talks: Vec<_> = cut.chain((0..longest).map(|n| (short(n), usize::MAX))).collect();
        let file = write(name, &talks);
        let lines = fields(&file, &["frame.number", "smb2.tree", "smb.fid.opened_in"]);
        assert_eq!(lines.len(), 2 * longest * talk.len());
    }
}
