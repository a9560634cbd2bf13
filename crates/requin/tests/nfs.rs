//! Remote procedure calls and the programs behind them, from hand-made messages.

mod support;

use support::*;

fn words(w: &[u32]) -> Vec<u8> {
    w.iter().flat_map(|n| n.to_be_bytes()).collect()
}

/// A call without credentials.
fn call(xid: u32, program: u32, version: u32, procedure: u32, arguments: &[u8]) -> Vec<u8> {
    [words(&[xid, 0, 2, program, version, procedure, 0, 0, 0, 0]), arguments.to_vec()].concat()
}

fn reply(xid: u32, results: &[u8]) -> Vec<u8> {
    [words(&[xid, 1, 0, 0, 0, 0]), results.to_vec()].concat()
}

/// As a record of a stream.
fn record(message: &[u8]) -> Vec<u8> {
    [words(&[0x8000_0000 | message.len() as u32]), message.to_vec()].concat()
}

fn text(t: &str) -> Vec<u8> {
    let mut b = words(&[t.len() as u32]);
    b.extend(t.as_bytes());
    b.resize(b.len().next_multiple_of(4), 0);
    b
}

fn handle() -> Vec<u8> {
    text("12345678")
}

/// Attributes of version 3.
fn attributes() -> Vec<u8> {
    words(&[2, 0o40755, 2, 1000, 100, 0, 96, 0, 0, 0, 0, 0, 5, 0, 7, 1, 2, 3, 4, 5, 6])
}

#[test]
fn ports_and_mounts() {
    let talk = Talk::udp(111)
        .client(call(1, 100_000, 2, 3, &words(&[100_003, 3, 6, 0])))
        .server(reply(1, &words(&[2049])))
        .client(call(2, 100_005, 3, 1, &text("/export")))
        .server(reply(2, &[words(&[0]), handle(), words(&[1, 1])].concat()))
        .client(call(3, 100_000, 3, 3, &[words(&[100_003, 3]), text("udp"), text(""), text("")].concat()))
        .server(reply(3, &text("10.0.0.1.8.1")))
        .client(call(4, 100_000, 2, 4, &[]))
        .server(reply(4, &words(&[1, 100_003, 3, 6, 2049, 0])));
    let f = talk.shown();
    assert_eq!(f[0].info, "V2 GETPORT Call NFS(100003) V:3 TCP");
    assert_eq!(f[1].info, "V2 GETPORT Reply (Call In 1) Port:2049");
    assert_eq!(f[1].one("rpc.time"), "1.001000000");
    assert_eq!(f[2].info, "V3 MNT Call /export");
    assert_eq!(f[3].one("nfs.fh.hash"), "0x9ae0daaf");
    assert_eq!(f[5].one("portmap.uaddr"), "10.0.0.1.8.1");
    assert_eq!(f[7].one("portmap.port"), "2049");
    talk.survives_cuts();
}

#[test]
fn version_two() {
    let handle = vec![7; 32];
    let attributes = words(&[1, 0o100_644, 1, 0, 1, 11, 512, 0, 1, 9, 5, 1, 2, 3, 4, 5, 6]);
    let entries = [words(&[0, 1, 9]), text("a"), words(&[1, 0, 1])].concat();
    let talk = Talk::udp(2049)
        .client(call(1, 100_003, 2, 4, &[&handle[..], &text("a")].concat()))
        .server(reply(1, &[&words(&[0])[..], &handle, &attributes].concat()))
        .client(call(2, 100_003, 2, 16, &[&handle[..], &words(&[0, 100])].concat()))
        .server(reply(2, &entries))
        .client(call(3, 100_003, 2, 8, &[&handle[..], &words(&[0, 0, 3]), &text("abc")].concat()))
        .server(reply(3, &words(&[13])));
    let f = talk.shown();
    assert!(f[0].info.starts_with("V2 LOOKUP Call, DH: 0x") && f[0].info.ends_with("/a"));
    assert_eq!(f[1].one("nfs.fattr.size"), "11");
    assert_eq!(f[3].one("nfs.readdir.entry.name"), "a");
    assert_eq!(f[5].info, "V2 WRITE Reply (Call In 5) Error: NFS2ERR_ACCES");
    talk.survives_cuts();
}

#[test]
fn version_three() {
    let post_op = [words(&[1]), attributes()].concat();
    let plus = [
        words(&[0]),
        post_op.clone(),
        words(&[0, 0, 1, 0, 9]),
        text("file"),
        words(&[0, 1]),
        post_op.clone(),
        words(&[1]),
        handle(),
        words(&[0, 1]),
    ]
    .concat();
    let set = words(&[1, 0o644, 0, 0, 1, 0, 5, 2, 1, 2, 1, 0]);
    let calls: &[(u32, Vec<u8>, Vec<u8>)] = &[
        (1, handle(), [words(&[0]), attributes()].concat()),
        (2, [handle(), set.clone()].concat(), words(&[0, 0, 0])),
        (3, [handle(), text("x")].concat(), words(&[2, 0])),
        (4, [handle(), words(&[0x2d])].concat(), words(&[0, 0, 0x0d])),
        (6, [handle(), words(&[0, 0, 3])].concat(), [words(&[0, 0, 3, 1]), text("abc")].concat()),
        (7, [handle(), words(&[0, 0, 3, 2]), text("abc")].concat(), words(&[0, 0, 0, 3, 2, 1, 2])),
        (8, [handle(), text("n"), words(&[0]), set].concat(), words(&[0, 0, 0, 0, 0])),
        (17, [handle(), words(&[0, 0, 0, 0, 10, 20])].concat(), plus),
        (19, handle(), words(&[0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 8, 0, 1, 27])),
        (20, handle(), words(&[0, 0, 1, 255, 1, 1, 0, 1])),
    ];
    let mut talk = Talk::tcp(2049);
    for (i, (procedure, arguments, results)) in calls.iter().enumerate() {
        talk = talk
            .client(record(&call(i as u32, 100_003, 3, *procedure, arguments)))
            .server(record(&reply(i as u32, results)));
    }
    let f = talk.shown();
    assert!(f.iter().all(|f| f.protocol == "NFS" && !f.is_malformed()));
    assert_eq!(f[0].info, "V3 GETATTR Call, FH: 0x9ae0daaf");
    assert_eq!(f[1].info, "V3 GETATTR Reply (Call In 1)  Directory mode: 0755 uid: 1000 gid: 100");
    assert_eq!(f[5].info, "V3 LOOKUP Reply (Call In 5) Error: NFS3ERR_NOENT");
    assert_eq!(f[7].info, "V3 ACCESS Reply (Call In 7), [Access Denied: XE], [Allowed: RD MD XT]");
    assert_eq!(f[11].info, "V3 WRITE Reply (Call In 11) Len: 3 FILE_SYNC");
    assert_eq!(f[15].one("nfs.readdirplus.entry.name"), "file");
    assert_eq!(f[17].one("nfs.fsinfo.maxfilesize"), "8");
    talk.survives_cuts();
}

#[test]
fn version_four() {
    let compound = |ops: &[Vec<u8>]| [text(""), words(&[1, ops.len() as u32]), ops.concat()].concat();
    let done = |ops: &[Vec<u8>]| [words(&[0]), text(""), words(&[ops.len() as u32]), ops.concat()].concat();
    let putfh = || [words(&[22]), handle()].concat();
    let open =
        [words(&[18, 0, 2, 0, 0, 1]), text("owner"), words(&[1, 0, 1, 0x10, 8, 0, 0, 0]), text("file")]
            .concat();
    let values = words(&[9, 0, 2, 0x18, 0x2, 20, 0, 5, 0, 6, 0o644]);
    let talk = Talk::tcp(2049)
        .client(record(&call(
            1,
            100_003,
            4,
            1,
            &compound(&[putfh(), open, words(&[10]), words(&[9, 1, 0x18])]),
        )))
        .server(record(&reply(
            1,
            &done(&[
                words(&[22, 0]),
                words(&[18, 0, 1, 2, 3, 4, 1, 0, 1, 0, 2, 4, 0, 0]),
                [words(&[10, 0]), handle()].concat(),
                values,
            ]),
        )))
        .client(record(&call(2, 100_003, 4, 1, &compound(&[putfh(), words(&[9, 1, 0x10])]))))
        .server(record(&reply(2, &[words(&[10]), text(""), words(&[1, 22, 10])].concat())));
    let f = talk.shown();
    assert_eq!(f[0].info, "V4 Call OPEN DH: 0x9ae0daaf/file");
    assert_eq!(f[0].all("nfs.opcode"), ["22", "18", "10", "9"]);
    assert_eq!((f[1].one("nfs.changeid4"), f[1].one("nfs.fattr4.size")), ("5", "6"));
    assert_eq!(f[2].info, "V4 Call GETATTR FH: 0x9ae0daaf");
    talk.survives_cuts();
}

#[test]
fn a_record_of_fragments_and_two_records_in_a_segment() {
    let message = call(1, 100_003, 3, 1, &handle());
    let (a, b) = message.split_at(20);
    let fragments =
        [words(&[a.len() as u32]), a.to_vec(), words(&[0x8000_0000 | b.len() as u32]), b.to_vec()].concat();
    let two = [record(&call(2, 100_003, 3, 1, &handle())), record(&call(3, 100_003, 3, 0, &[]))].concat();
    let f = Talk::tcp(2049).client(fragments).client(two).shown();
    assert_eq!(f[0].info, "V3 GETATTR Call, FH: 0x9ae0daaf");
    assert_eq!(f[1].info, "V3 GETATTR Call, FH: 0x9ae0daaf  ; V3 NULL Call");
}

#[test]
fn locks_and_access_lists() {
    let lock =
        [text("c"), words(&[0, 1]), text("host"), handle(), text("me"), words(&[7, 0, 0, 0, 10, 0, 3])]
            .concat();
    let acl = words(&[0, 0, 0xf, 1, 1, 1, 0, 7, 0, 0]);
    let talk = Talk::udp(2049)
        .client(call(1, 100_021, 4, 2, &lock))
        .server(reply(1, &[text("c"), words(&[0])].concat()))
        .client(call(2, 100_227, 3, 1, &[handle(), words(&[0xf])].concat()))
        .server(reply(2, &acl));
    let f = talk.shown();
    assert_eq!(f[0].info, "V4 LOCK Call FH:0x9ae0daaf svid:7 pos:0-10");
    assert_eq!(f[1].one("nlm.stat"), "0");
    assert_eq!(f[3].one("nfsacl.aclent.perm"), "7");
    talk.survives_cuts();
}
