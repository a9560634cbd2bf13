use super::cell::Cell;
use super::*;
use crate::End;
use std::net::IpAddr;

/// What a cell writes into a place that is as wide as it says, and into a wider one.
fn cell(c: Cell<'_>) -> String {
    let written = |width| {
        let mut place = vec![b' '; width];
        c.put(&mut place, &mut vec![b'x']);
        String::from_utf8(place).expect("UTF-8")
    };
    let width = c.width(&mut vec![b'x']);
    let (narrow, wide) = (written(width), written(width + 7));
    assert_eq!(narrow, narrow.trim(), "{c:?}");
    let to_the_right =
        matches!(c, Cell::Number(_) | Cell::Known(_) | Cell::Both(_) | Cell::Seconds(_) | Cell::Millis(_));
    assert_eq!(wide, if to_the_right { format!("       {narrow}") } else { format!("{narrow}       ") });
    for less in 0..width {
        // That does not happen; nothing but the cell would suffer.
        written(less);
    }
    narrow
}

fn end(address: &str, port: u16) -> End {
    End::ip(address.parse::<IpAddr>().expect("an address"), port)
}

fn conversation(stream: u32, name: &str) -> Conversation {
    let mut c = Conversation::new(stream.is_multiple_of(2), stream);
    c.ends = [end("10.0.0.1", 1024), end("2001:db8::1", 443)];
    c.packets = [u64::from(stream), 7];
    c.bytes = [u64::from(stream) * 1000, 0];
    (c.first, c.last) = (Time::new(100, 0), Time::new(100 + i64::from(stream % 1000), 50_000_000));
    if !name.is_empty() {
        c.noted(&[&[0xff, 0xff], name.as_bytes()].concat());
    }
    c
}

fn written(conversations: &[Conversation], form: Form, threads: usize) -> String {
    let registry = requin_protocols::registry();
    let mut streams = Streams { first: Some(Time::new(100, 0)), ..Streams::default() };
    for c in conversations {
        *streams.find(c.tcp, c.stream).expect("room") = c.clone();
    }
    let mut out = Vec::new();
    let style = Style { form, sort: Sort::Start, reverse: false, threads };
    write(&streams, &registry, style, &mut out).expect("memory can be written");
    String::from_utf8(out).expect("UTF-8")
}

const TABLE: Form = Form::Table { colour: false };

#[test]
fn cells_are_as_wide_as_they_say() {
    for n in [0, 9, 10, 99, 100, 99_999, 100_000, u64::from(u32::MAX), u64::MAX] {
        assert_eq!(cell(Cell::Number(n)), n.to_string());
        let n = n as u32;
        assert_eq!(cell(Cell::Stream("tcp", n)), format!("tcp {n}"));
        assert_eq!(cell(Cell::Known(Some(n))), n.to_string());
        assert_eq!(cell(Cell::Both([n, 3])), format!("{n}/3"));
    }
    assert_eq!([cell(Cell::Known(None)), cell(Cell::Both([0; 2])), cell(Cell::Millis(None))], ["", "", ""]);
    assert_eq!(cell(Cell::Both([0, 1])), "0/1");
    for address in ["0.0.0.0", "9.10.99.100", "255.255.255.255", "::", "fe80::1:2", "::ffff:1.2.3.4"] {
        let wanted = if address.contains(':') { format!("[{address}]:80") } else { format!("{address}:80") };
        assert_eq!(cell(Cell::End(&end(address, 80))), wanted);
    }
    assert_eq!(cell(Cell::End(&End::NONE)), ":0");
    assert_eq!(cell(Cell::Text("open")), "open");
    assert!(requin_protocols::registry().protos().iter().all(|p| p.abbr.is_ascii()));
    for bits in 0..=u8::MAX {
        cell(Cell::Flags(bits));
    }
    assert_eq!(cell(Cell::Flags(0x1b)), "SAPF");
    assert_eq!(cell(Cell::Flags(0xff)), "SAPUFREC");
}

#[test]
fn times_are_written_plainly() {
    let seconds = |t| cell(Cell::Seconds(t));
    assert_eq!(seconds(Time::ZERO), "0.000000");
    assert_eq!(seconds(Time::new(3, 50_000_999)), "3.050000");
    assert_eq!(seconds(Time::from_nanos(-1_500_000_000)), "-1.500000");
    assert_eq!(seconds(Time::from_nanos(-2_000_000_000)), "-2.000000");
    assert_eq!(seconds(Time::from_nanos(-1)), "-0.000000");
    assert_eq!(seconds(Time::new(i64::MIN, 0)), "-9223372036854775808.000000");
    let millis = |n| cell(Cell::Millis(Some(Time::from_nanos(n))));
    assert_eq!([millis(1_499), millis(1_501), millis(999_999_900)], ["0.001", "0.002", "1000.000"]);
    assert_eq!([millis(-12_345_678), millis(-100)], ["-12.346", "-0.000"]);
    assert_eq!(cell(Cell::Millis(Some(Time::new(i64::MAX, 999_999_999)))), "18446744073709551615.000");
    // What stands in the middle is rounded up; everything else is as floating-point numbers have it.
    assert_eq!([millis(500), millis(1_500), millis(-2_500)], ["0.001", "0.002", "-0.003"]);
    for n in (-3_000_000_000i128..3_000_000_000).step_by(7_654_321).filter(|n| n % 500 != 0) {
        let t = Time::from_nanos(n);
        assert_eq!(cell(Cell::Millis(Some(t))), format!("{:.3}", t.as_secs_f64() * 1e3));
    }
}

#[test]
fn columns_stand_below_each_other() {
    // Names are last and in nobody's way, however wide their characters.
    let mut early = conversation(12_345, "");
    early.first = Time::new(98, 500_000_000);
    let table = written(&[conversation(0, "例え.jp\u{3000}"), early], TABLE, 1);
    let wanted = "\
Stream     Client         Server             App  Packets→  ←    Bytes→  ←      Start    Duration  RTT ms  Again  Lost  Flags→  ←  First seq→  ←  End   Name
tcp 0      10.0.0.1:1024  [2001:db8::1]:443              0  7         0  0   0.000000    0.050000                                                 open  例え.jp
udp 12345  10.0.0.1:1024  [2001:db8::1]:443          12345  7  12345000  0  -1.500000  346.550000
";
    assert_eq!(table, wanted);
    let colour = written(&[conversation(0, "a.example")], Form::Table { colour: true }, 1);
    let row = colour.lines().nth(1).expect("a row");
    assert!(
        row.starts_with("tcp 0   \x1b[36m10.0.0.1:1024\x1b[0m  \x1b[34m[2001:db8::1]:443\x1b[0m  "),
        "{row}"
    );
    assert!(row.contains("\x1b[33mopen\x1b[0m  a.example"), "{row}");
}

#[test]
fn an_empty_list_is_one() {
    assert_eq!(written(&[], TABLE, 4).lines().count(), 1);
    assert_eq!(written(&[], Form::Json, 4), "[]\n");
    assert_eq!(written(&[], Form::Csv, 4), "");
}

#[test]
fn names_cant_break_out_of_their_place() {
    let names = ["a\"b,c\\d", "\x1b[31m\r\n", "é\u{9b}31m", "plain"];
    let list: Vec<_> = (0..).zip(names).map(|(n, name)| conversation(n, name)).collect();
    let table = written(&list, TABLE, 1);
    assert_eq!(table.lines().count(), 5);
    assert!(table.contains("  \\033[31m\\r\\n\n"), "{table}");
    let json: serde_json::Value = serde_json::from_str(&written(&list, Form::Json, 1)).expect("JSON");
    let found = json.as_array().expect("an array").iter().map(|o| o["name"].as_str().expect("a text"));
    assert!(found.eq(names));
    assert_eq!(json[1]["retransmissions_to_server"], serde_json::Value::Null);
    assert_eq!(json[1]["flags_of_client"], serde_json::Value::Null);
    assert_eq!(json[0]["flags_of_client"], "");
    assert_eq!((&json[0]["time"], &json[0]["duration"]), (&100.0.into(), &0.05.into()));
    let csv = written(&list, Form::Csv, 1);
    assert!(csv.contains(",\"a\"\"b,c\\d\",") && csv.contains(",\\033[31m\\r\\n,"), "{csv}");
    assert!(csv.contains(",é\\302\\23331m,"), "{csv}");
    assert_eq!(csv.lines().count(), 5);
}

#[test]
fn any_number_of_threads_writes_the_same() {
    let list: Vec<_> =
        (0..5000).map(|n| conversation(n, if n % 3 == 0 { "x.example" } else { "" })).collect();
    for form in [TABLE, Form::Json, Form::Csv] {
        let one = written(&list, form, 1);
        assert!(one.lines().count() > 5000);
        for threads in [0, 2, 3, 8] {
            assert!(written(&list, form, threads) == one, "{form:?} with {threads} threads");
        }
    }
}

#[test]
fn nothing_waits_for_a_reader_that_is_gone() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let list: Vec<u32> = (0..100_000).collect();
    let make = |_: usize, rows: &[u32], out: &mut Vec<u8>| out.resize(rows.len() * 100, b'x');
    let e = rows::write(&list, 3, &mut Closed, &make).expect_err("a closed pipe");
    assert_eq!(e.kind(), io::ErrorKind::BrokenPipe);
}
