//! MySQL's protocol, from hand-made packets.

mod support;

use support::*;

/// A packet: its length, its number, its payload.
fn packet(n: u8, payload: &[u8]) -> Vec<u8> {
    let mut p = (payload.len() as u32).to_le_bytes()[..3].to_vec();
    p.push(n);
    p.extend(payload);
    p
}

/// Packets of an answer, numbered from 1.
fn answer(payloads: &[&[u8]]) -> Vec<u8> {
    payloads.iter().enumerate().flat_map(|(i, p)| packet(i as u8 + 1, p)).collect()
}

fn text(t: &[u8]) -> Vec<u8> {
    [&[t.len() as u8][..], t].concat()
}

const OK: &[u8] = &[0, 0, 0, 2, 0, 0, 0];
const EOF: &[u8] = &[0xfe, 0, 0, 2, 0];

fn column(name: &[u8], kind: u8, flags: u8) -> Vec<u8> {
    let mut c = Vec::new();
    for t in [b"def", &b"db"[..], b"t", b"t", name, name] {
        c.extend(text(t));
    }
    c.extend([0x0c, 33, 0, 11, 0, 0, 0, kind, flags, 0, 0, 0, 0]);
    c
}

fn greeting(extended: u16) -> Vec<u8> {
    let mut g = b"\x0a8.0.32\0\x08\0\0\0abcdefgh\0\xff\xf7\x21\x02\0".to_vec();
    g.extend(extended.to_le_bytes());
    g.extend(b"\x15\0\0\0\0\0\0\0\0\0\0ijklmnopqrst\0caching_sha2_password\0");
    packet(0, &g)
}

fn login(low: u16, extended: u16) -> Vec<u8> {
    let mut l = low.to_le_bytes().to_vec();
    l.extend(extended.to_le_bytes());
    l.extend([0, 0, 0, 1, 33]);
    l.extend([0; 23]);
    l.extend(b"root\0");
    l.extend(text(&[0x41; 20]));
    l.extend(b"test\0mysql_native_password\0");
    l.extend(text(&[text(b"_pid"), text(b"123")].concat()));
    packet(1, &l)
}

/// A connection that is ready for commands.
fn connected(extended: u16) -> Talk {
    Talk::tcp(3306).server(greeting(extended)).client(login(0xa68d, extended)).server(packet(2, OK))
}

#[test]
fn a_login() {
    let f = connected(0x1f).shown();
    assert_eq!(f[0].info, "Server Greeting  proto=10 version=8.0.32 ");
    assert_eq!((f[0].one("mysql.salt"), f[0].one("mysql.thread_id")), ("abcdefgh", "8"));
    assert_eq!(f[0].one("mysql.auth_plugin"), "caching_sha2_password");
    assert_eq!(f[1].info, "Login Request user=root db=test ");
    assert_eq!(f[1].one("mysql.connattrs.value"), "123");
    assert_eq!(f[2].info, "Response  OK ");
}

#[test]
fn another_method_of_authentication_goes_on_until_ok() {
    let f = Talk::tcp(3306)
        .server(greeting(0xff))
        .client(login(0xa68d, 0x1f))
        .server(packet(2, b"\xfemysql_clear_password\0data"))
        .client(packet(3, b"secret"))
        .server(packet(4, b"\x01\x04"))
        .client(packet(5, b"again"))
        .server(packet(6, OK))
        .client(packet(0, b"\x0e"))
        .shown();
    assert_eq!(f[2].one("mysql.auth_switch_request.name"), "mysql_clear_password");
    assert_eq!(f[3].info, "Auth Switch Response ");
    assert_eq!(f[4].one("mysql.auth_switch_request.status"), "0x01");
    assert_eq!(f[5].one("mysql.auth_switch_response.data"), "61:67:61:69:6e");
    assert_eq!(f[7].info, "Request Ping");
}

#[test]
fn results_and_errors_belong_to_their_commands() {
    let rows = answer(&[
        &[2],
        &column(b"a", 3, 0),
        &column(b"b", 253, 0),
        EOF,
        &[&text(b"1")[..], &text(b"xx")].concat(),
        b"\xfb\xfc\x03\0abc",
        &[0xfe, 0, 0, 0x0a, 0],
        &[1],
        &column(b"c", 3, 0),
        EOF,
        EOF,
    ]);
    let talk = connected(0x1f)
        .client(packet(0, b"\x03select"))
        .server(rows)
        .client(packet(0, b"\x03bad"))
        .server(packet(1, b"\xff\x28\x04#42000no"))
        .client(packet(0, b"\x09"))
        .server(packet(1, b"Uptime: 1"))
        .client(packet(0, b"\x04t\0"))
        .server(answer(&[&[&column(b"a", 3, 0)[..], b"\x010"].concat(), EOF]))
        .client(packet(0, b"\x01"));
    let f = talk.shown();
    assert_eq!(f[3].one("mysql.query"), "select");
    assert_eq!(f[4].info, "Response TABULAR Response TABULAR Response ");
    assert_eq!(f[4].all("mysql.row.text"), ["1", "xx", "NULL", "abc"]);
    assert_eq!(f[4].all("mysql.field.name"), ["a", "b", "c"]);
    assert_eq!((f[6].info.as_str(), f[6].one("mysql.sqlstate")), ("Response  Error 1064 ", "42000"));
    assert_eq!(f[8].one("mysql.message"), "Uptime: 1");
    assert_eq!(f[10].one("mysql.field.default"), "0");
    assert_eq!(f[11].info, "Request Quit");
    talk.survives_cuts();
}

#[test]
fn without_end_of_file_packets_rows_end_with_ok() {
    let f = connected(0x0180 | 0x1f)
        .client(packet(0, b"\x03select"))
        .server(answer(&[
            &[1],
            &column(b"a", 3, 0),
            &text(b"1"),
            b"\xfe\0\0\x02\x40\0\0\0\x07\x01\x05\x04test",
        ]))
        .shown();
    assert_eq!(f[4].info, "Response TABULAR Response  OK ");
    assert_eq!(f[4].one("mysql.row.text"), "1");
    assert_eq!(f[4].one("mysql.session_track.schema"), "test");
}

#[test]
fn statements_are_executed_with_the_parameters_that_were_prepared() {
    let prepared = answer(&[
        &[0, 1, 0, 0, 0, 2, 0, 3, 0, 0, 0, 0],
        &column(b"?", 253, 0),
        &column(b"?", 253, 0),
        &column(b"?", 253, 0),
        EOF,
        &column(b"a", 3, 0),
        &column(b"b", 253, 0),
        EOF,
    ]);
    let execute = b"\x17\x01\0\0\0\0\x01\0\0\0\x04\x01\x03\0\xfd\0\x08\0\xfb\xff\xff\xff\x03val";
    let rows = answer(&[
        &[2],
        &column(b"a", 1, 0x20),
        &column(b"b", 12, 0),
        EOF,
        b"\0\0\xff\x0b\xe4\x07\x02\x03\x04\x05\x06\x07\0\0\0",
        b"\0\x04\0",
        EOF,
    ]);
    let talk = connected(0x1f)
        .client(packet(0, b"\x16select ?"))
        .server(prepared)
        .client(packet(0, execute))
        .server(rows)
        .client(packet(0, b"\x18\x01\0\0\0\x01\0blob"))
        .client(packet(0, b"\x17\x01\0\0\0\0\x01\0\0\0\x04\0\x05\0\0\0"))
        .server(packet(1, OK))
        .client(packet(0, b"\x17\x09\0\0\0\0\x01\0\0\0\x04"));
    let f = talk.shown();
    assert_eq!((f[4].one("mysql.stmt_id"), f[4].one("mysql.num_params")), ("1", "3"));
    assert_eq!(f[5].one("mysql.exec.field.long"), "-5");
    assert_eq!(f[5].one("mysql.exec.field.string"), "val");
    assert!(f[5].has("mysql.exec.field.null"));
    assert_eq!(f[6].one("mysql.exec.field.unsigned_tiny"), "255");
    assert_eq!(f[6].one("mysql.exec.field.year"), "2020");
    // Types that were said before still count, and what was sent ahead is not here.
    assert_eq!(f[8].one("mysql.exec.field.long"), "5");
    assert!(f[8].has("mysql.streamed_param"));
    assert!(f[10].has("mysql.prepare_response_needed"));
    talk.survives_cuts();
}

#[test]
fn replication() {
    let mut event = b"\0\0\0\0\x60\x04\x01\0\0\0\x1f\0\0\0\x64\0\0\0\0\0".to_vec();
    event.extend(b"12345678\x0d\xf0\xad\xba");
    let talk = connected(0x1f)
        .client(packet(0, b"\x15\x4d\0\0\0\x04host\x04user\x04pass\xea\x0c\0\0\0\0\0\0\0\0"))
        .server(packet(1, OK))
        .client(packet(0, b"\x12\x04\0\0\0\0\0\x4d\0\0\0binlog.1"))
        .server(packet(1, &event));
    let f = talk.shown();
    assert_eq!(f[3].one("mysql.binlog.slave_mysql_port"), "3306");
    assert_eq!(f[5].one("mysql.binlog.file_name"), "binlog.1");
    assert_eq!(f[6].info, "Response Binlog Event Rotate ");
    assert_eq!(f[6].one("mysql.binlog.event_checksum"), "0xbaadf00d");
    talk.survives_cuts();
}

#[test]
fn files_of_the_client_are_no_commands() {
    let f = connected(0x1f)
        .client(packet(0, b"\x03load data"))
        .server(packet(1, b"\xfb/etc/passwd"))
        .client([packet(2, b"root:x"), packet(3, b"")].concat())
        .server(packet(4, OK))
        .client(packet(0, b"\x0e"))
        .shown();
    assert_eq!(f[4].info, "Response LOCAL INFILE ");
    assert_eq!(f[5].info, "File Content ");
    assert_eq!(f[7].info, "Request Ping");
}

#[test]
fn compressed_packets_are_opened() {
    let inner = packet(0, b"\x03select 1");
    let mut plain = (inner.len() as u32).to_le_bytes()[..3].to_vec();
    plain.extend([0, 0, 0, 0]);
    plain.extend(&inner);
    // The same with zlib's stored block (RFC 1950, RFC 1951).
    let mut stored = vec![0x78, 0x01, 0x01];
    stored.extend((inner.len() as u16).to_le_bytes());
    stored.extend((!(inner.len() as u16)).to_le_bytes());
    stored.extend(&inner);
    let (mut a, mut b) = (1u32, 0u32);
    for byte in &inner {
        a = (a + u32::from(*byte)) % 65521;
        b = (b + a) % 65521;
    }
    stored.extend((b << 16 | a).to_be_bytes());
    let mut zipped = (stored.len() as u32).to_le_bytes()[..3].to_vec();
    zipped.push(0);
    zipped.extend(&(inner.len() as u32).to_le_bytes()[..3]);
    zipped.extend(stored);
    let talk = Talk::tcp(3306)
        .server(greeting(0x1f))
        .client(login(0xa68d | 0x20, 0x1f))
        .server(packet(2, OK))
        .client(plain)
        .client(zipped);
    let f = talk.shown();
    for f in &f[3..] {
        assert_eq!((f.info.as_str(), f.one("mysql.query")), ("Request Query", "select 1"));
    }
    talk.survives_cuts();
}
