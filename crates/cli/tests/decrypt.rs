//! TLS whose secrets are known, as a user meets it.

#![allow(clippy::expect_used, clippy::panic)] // a test may give up

mod support;
use std::fs;
use std::process::Command;
use support::{capture, captures, expect, requin, run, stdout, tempdir, wrong_secrets};

fn keys() -> String {
    capture("tls_decrypt.keys")
}

/// Every version and suite of the capture, printed as before.
#[test]
fn what_was_decrypted_is_printed_as_before() {
    let file = capture("tls_decrypt.pcap");
    let golden = captures().join("golden/decrypt");
    let args = ["-n", "-r", &file, "--keylog", &keys()];
    expect(&golden.join("summary.txt"), &stdout(&args));
    let tree =
        stdout(&[&args[..], &["-V", "-Y", "tcp.stream in {0, 11} || http2 || frame.number == 217"]].concat());
    expect(&golden.join("tree.txt"), &tree);
    for tap in ["follow,tls,ascii,0", "follow,tls,hex,9", "follow,http,ascii,13"] {
        let name = tap.replace(',', ".");
        expect(&golden.join(format!("{name}.txt")), &stdout(&[&args[..], &["-q", "-z", tap]].concat()));
    }
    for threads in ["1", "2", "5"] {
        assert_eq!(
            stdout(&[&args[..], &["--threads", threads, "-V"]].concat()),
            stdout(&[&args[..], &["-V"]].concat())
        );
    }
}

/// The path of each request names what it was encrypted with: all but the handshake of one suite that the
/// server did not have.
#[test]
fn every_version_and_suite_is_decrypted() {
    let file = capture("tls_decrypt.pcap");
    let fields = ["-n", "-r", &file, "-T", "fields", "-e", "http.request.uri", "-Y", "http.request"];
    assert_eq!(stdout(&fields), "");
    let text = stdout(&[&fields[..], &["-o", &format!("tls.keylog_file:{}", keys())]].concat());
    let paths: Vec<&str> = text.lines().collect();
    for path in [
        "/TLS_AES_128_GCM_SHA256",
        "/TLS_AES_256_GCM_SHA384",
        "/TLS_CHACHA20_POLY1305_SHA256",
        "/ECDHE-RSA-AES128-GCM-SHA256",
        "/AES256-GCM-SHA384",
        "/ECDHE-RSA-CHACHA20-POLY1305",
        "/AES128-CCM",
        "/AES256-CCM8",
        "/ECDHE-RSA-AES128-SHA256",
        "/no-etm",
        "/-tls1_1",
        "/-tls1",
        "/long",
        "/gzip",
        "/chunks",
        "/head",
        "/after",
        "/post",
    ] {
        assert!(paths.contains(&path), "{path} is not in {paths:?}");
    }
}

/// A capture with the key log in a block of its own, before its packets.
fn with_secrets(name: &str) -> String {
    let folder = tempdir(name);
    let plain = format!("{folder}/plain.pcapng");
    stdout(&["-r", &capture("tls_decrypt.pcap"), "-w", &plain]);
    let bytes = fs::read(&plain).expect("written");
    let log = fs::read(keys()).expect("there");
    let mut block = 10u32.to_le_bytes().to_vec();
    let padded = log.len().div_ceil(4) * 4;
    let total = (20 + padded) as u32;
    for n in [total, 0x544c_534b, log.len() as u32] {
        block.extend_from_slice(&n.to_le_bytes());
    }
    block.extend_from_slice(&log);
    block.resize(16 + padded, 0);
    block.extend_from_slice(&total.to_le_bytes());
    // Behind the section header.
    let first = u32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]) as usize;
    let path = format!("{folder}/secrets.pcapng");
    fs::write(&path, [&bytes[..first], &block, &bytes[first..]].concat()).expect("written");
    path
}

#[test]
fn secrets_in_the_capture_are_used() {
    let file = with_secrets("decrypt-dsb");
    let given = stdout(&["-n", "-r", &capture("tls_decrypt.pcap"), "--keylog", &keys()]);
    assert_eq!(stdout(&["-n", "-r", &file]), given);
    assert_eq!(stdout(&["-n", "-r", &file, "--threads", "3"]), given);
    // They are carried over into a copy.
    let copy = format!("{}/copy.pcapng", tempdir("decrypt-dsb"));
    stdout(&["-r", &file, "-w", &copy]);
    assert_eq!(stdout(&["-n", "-r", &copy]), given);
}

/// Rows, followed streams and objects are those of tshark, where it is installed.
#[test]
fn what_was_decrypted_is_what_tshark_decrypts() {
    let file = capture("tls_decrypt.pcap");
    let option = format!("tls.keylog_file:{}", keys());
    let base = ["-n", "-r", &file, "-o", &option];
    let theirs = |more: &[&str]| {
        let o = Command::new("tshark").args([&base[..], more].concat()).output().ok()?;
        Some(String::from_utf8_lossy(&o.stdout).into_owned())
    };
    let ours = |more: &[&str]| String::from_utf8_lossy(&run(&[&base[..], more].concat()).stdout).into_owned();
    let Some(rows) = theirs(&[]) else {
        eprintln!("tshark is not there: nothing to compare with");
        return;
    };
    assert_eq!(ours(&[]), rows);
    for n in 0..17 {
        // tshark does not know the second end.
        let body =
            |text: String| text.lines().filter(|l| !l.starts_with("Node 1")).collect::<Vec<_>>().join("\n");
        let tap = format!("follow,tls,raw,{n}");
        let both = [ours(&["-q", "-z", &tap]), theirs(&["-q", "-z", &tap]).unwrap_or_default()].map(body);
        assert_eq!(both[0], both[1], "{tap}");
        let tap = format!("follow,http,hex,{n}");
        assert_eq!(ours(&["-q", "-z", &tap]), theirs(&["-q", "-z", &tap]).unwrap_or_default(), "{tap}");
    }
}

#[test]
fn wrong_secrets_change_nothing() {
    let file = capture("tls_decrypt.pcap");
    let folder = tempdir("decrypt-wrong");
    let log = fs::read_to_string(keys()).expect("there");
    let path = format!("{folder}/wrong.keys");
    fs::write(&path, wrong_secrets(&log)).expect("written");
    assert_eq!(stdout(&["-n", "-r", &file, "--keylog", &path]), stdout(&["-n", "-r", &file]));
    let o = requin(&["-n", "-r", &file, "--keylog", &capture("http.pcap")]).output().expect("requin runs");
    assert!(String::from_utf8_lossy(&o.stderr).contains("no secrets of TLS"));
    assert!(!run(&["-r", &file, "--keylog", "/nowhere"]).status.success());
}
