//! QUIC and HTTP/3 whose secrets are known, as a user meets them.

#![allow(clippy::expect_used, clippy::panic)] // a test may give up

mod support;
use std::fs;
use std::process::Command;
use support::{capture, captures, expect, run, stdout, tempdir, wrong_secrets};

fn file() -> String {
    capture("quic_decrypt.pcap")
}

fn option() -> String {
    format!("tls.keylog_file:{}", capture("quic_decrypt.keys"))
}

/// Three suites, both versions, early data, updates of keys, HTTP/3: printed as before.
#[test]
fn what_was_decrypted_is_printed_as_before() {
    let (file, option) = (file(), option());
    let golden = captures().join("golden/decrypt");
    let args = ["-n", "-r", &file, "-o", &option];
    expect(&golden.join("quic.summary.txt"), &stdout(&args));
    let some =
        "quic.key_phase == 1 || quic.frame_type in {4, 5, 0x31} || quic.long.packet_type == 1 || http3";
    let tree = stdout(&[&args[..], &["-V", "-Y", some]].concat());
    expect(&golden.join("quic.tree.txt"), &tree);
    for threads in ["1", "2", "5"] {
        assert_eq!(
            stdout(&[&args[..], &["--threads", threads, "-V"]].concat()),
            stdout(&[&args[..], &["-V"]].concat())
        );
    }
}

fn fields(filter: &str, fields: &[&str]) -> Vec<String> {
    let (file, option) = (file(), option());
    let mut args = vec!["-n", "-r", &file, "-o", &option, "-Y", filter, "-T", "fields"];
    args.extend(fields.iter().flat_map(|f| ["-e", *f]));
    stdout(&args).lines().map(str::to_string).collect()
}

#[test]
fn what_is_inside_is_found() {
    // Both ends update their keys twice.
    let phases = fields("udp.port == 50001 && quic.short", &["quic.key_phase"]);
    let mut changes = phases.clone();
    changes.dedup();
    assert_eq!((phases.len() > 20, changes.as_slice()), (true, &["0", "1", "0"].map(String::from)[..]));
    let early =
        |of: &str, field| fields(&format!("quic.long.packet_type == 1 && udp.port == {of}"), &[field]);
    assert_eq!(early("50002", "quic.stream_data"), ["6561726c79"]);
    assert_eq!(early("50005", "http3.frame_type"), ["4,13"]);
    let messages =
        fields("tls.handshake.type in {11, 20}", &["quic.connection.number", "tls.handshake.type"]);
    assert!(messages.contains(&"2\t2,8,11,15,20".to_string()), "{messages:?}");
    // A response in three packets is put together with the last of them.
    let lengths = fields("udp.port == 50004 && http3.frame_type == 0", &["http3.frame_length"]);
    assert_eq!(lengths, ["3000", "7"]);
    let settings = fields("http3.settings.id == 1", &["http3.settings.qpack.max_table_capacity"]);
    assert_eq!(settings, ["4096"; 6]);
}

/// Header fields of HTTP/3, most of them from the dynamic tables that both ends fill.
#[test]
fn header_fields_of_http3_are_read() {
    let file = capture("http3.pcap");
    let option = format!("tls.keylog_file:{}", capture("http3.keys"));
    let ask = |filter: &str, names: &[&str]| {
        let mut args = vec!["-n", "-r", &file, "-o", &option, "-Y", filter, "-T", "fields"];
        args.extend(names.iter().flat_map(|f| ["-e", *f]));
        stdout(&args).lines().map(str::to_string).collect::<Vec<_>>()
    };
    let requests =
        ask("http3.headers.method == \"GET\"", &["http3.headers.path", "http3.headers.user_agent"]);
    let paths = ["/", "/one", "/two", "/one", "/three"];
    assert_eq!(requests, paths.map(|p| format!("{p}\tcaptures/1.0 (QPACK)")));
    let answers = ask("http3.headers.status == 200", &["http3.headers.server", "http3.headers.set_cookie"]);
    assert_eq!(answers, [0, 1, 2, 3, 4].map(|n| format!("reef/2.0\tn={n}")));
    let counts = ask("http3.headers.count", &["http3.headers.count", "http3.headers.header.name"]);
    for line in counts {
        let (count, names) = line.split_once('\t').expect("two columns");
        assert_eq!(names.split(',').count().to_string(), count, "every one has its name: {names}");
    }
    let args = ["-n", "-r", &file, "-o", &option, "-V", "-Y", "http3"];
    let tree = stdout(&args);
    expect(&captures().join("golden/decrypt/http3.tree.txt"), &tree);
    assert_eq!(tree, stdout(&[&args[..], &["--threads", "3"]].concat()));
    // What the tables say is known whatever is asked for first.
    assert_eq!(ask("http3.headers.path == \"/three\"", &["frame.number"]).len(), 1);
}

/// Without secrets, or with wrong ones, nothing is shown of what is inside.
#[test]
fn nothing_is_made_up() {
    let file = file();
    let log = fs::read_to_string(capture("quic_decrypt.keys")).expect("there");
    let path = format!("{}/wrong.keys", tempdir("decrypt-quic-wrong"));
    fs::write(&path, wrong_secrets(&log)).expect("written");
    let without = stdout(&["-n", "-r", &file, "-V"]);
    assert_eq!(stdout(&["-n", "-r", &file, "-V", "--keylog", &path]), without);
    assert!(!without.contains("STREAM") && !without.contains("HTTP3"));
}

/// Rows are those of tshark, where it is installed. Frames of HTTP/3 in several packets, which it does not put together, are
/// left out.
#[test]
fn what_was_decrypted_is_what_tshark_decrypts() {
    let (file, option) = (file(), option());
    let args = ["-n", "-r", &file, "-o", &option, "-Y", "udp.port in {50001, 50002, 50003}"];
    let Ok(theirs) = Command::new("tshark").args(args).output() else {
        eprintln!("tshark is not there: nothing to compare with");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&run(&args).stdout), String::from_utf8_lossy(&theirs.stdout));
}
