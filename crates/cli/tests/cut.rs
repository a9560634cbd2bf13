//! The project's captures, cut as `tcpdump -s` cuts them: what is shown of a packet that was not captured whole.
//! `REQUIN_BLESS=1 cargo test` accepts changes: read the diff.

#![allow(clippy::expect_used, clippy::unwrap_used)] // a test may give up

mod support;
use support::{capture, captures, expect, run, stdout, tempdir};

/// A copy of a little-endian pcap file of which no frame has more than `most` bytes.
fn cut(from: &str, most: u32, to: &str) {
    let all = std::fs::read(from).expect("a capture");
    let word = |at: usize| u32::from_le_bytes(*all[at..].first_chunk().expect("a record header"));
    let mut out = all[..24].to_vec();
    let mut at = 24;
    while at < all.len() {
        let (have, len) = (word(at + 8) as usize, word(at + 8).min(most));
        out.extend_from_slice(&all[at..at + 8]);
        out.extend_from_slice(&len.to_le_bytes());
        out.extend_from_slice(&all[at + 12..at + 16]);
        out.extend_from_slice(&all[at + 16..at + 16 + len as usize]);
        at += 16 + have;
    }
    std::fs::write(to, out).expect("the copy is written");
}

#[test]
fn frames_that_were_cut_are_shown_as_before() {
    let folder = tempdir("cut");
    for (name, most) in [
        ("dhcp", 120),
        ("dhcp", 300),
        ("dns", 120),
        ("http", 64),
        ("http", 70),
        ("http", 120),
        ("lldp", 100),
        ("sip", 120),
        ("ssh", 120),
        ("tls", 120),
        ("tls", 400),
    ] {
        let file = format!("{folder}/{name}.{most}.pcap");
        cut(&capture(&format!("{name}.pcap")), most, &file);
        let golden = captures().join("golden/cut").join(format!("{name}.{most}.txt"));
        let columns = stdout(&["-n", "-r", &file]);
        expect(&golden, &format!("{columns}\n{}", stdout(&["-n", "-r", &file, "-c", "30", "-V"])));
    }
}

#[test]
fn any_length_is_read() {
    let folder = tempdir("cut-any");
    for path in support::all() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let file = format!("{folder}/{name}");
        for most in [0, 13, 60, 90, 120, 200, 500] {
            cut(&path.display().to_string(), most, &file);
            let o = run(&["-n", "-r", &file, "-V"]);
            assert!(o.status.success(), "{name} cut at {most}: {}", String::from_utf8_lossy(&o.stderr));
        }
    }
}
