//! Objects that are written out, as a user meets it.

#![allow(clippy::expect_used, clippy::panic)] // a test may give up

mod support;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{all, capture, captures, expect, run, stdout, tempdir};

/// An empty folder of its own.
fn fresh(name: &str) -> PathBuf {
    let path = PathBuf::from(tempdir(name));
    _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

/// Names and contents of a folder, sorted.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|e| (e.file_name().to_string_lossy().into_owned(), fs::read(e.path()).unwrap_or_default()))
        .collect();
    all.sort();
    all
}

fn list(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(args)).expect("JSON")
}

#[test]
fn objects_are_listed_as_before() {
    for (kind, name) in [("http", "http"), ("imf", "smtp"), ("smtp", "smtp"), ("tftp", "tftp")] {
        let file = capture(&format!("{name}.pcap"));
        let golden = captures().join("golden/export");
        expect(&golden.join(format!("{name}.{kind}.txt")), &stdout(&["export", kind, "-r", &file]));
        expect(
            &golden.join(format!("{name}.{kind}.json")),
            &stdout(&["export", kind, "-r", &file, "--json"]),
        );
    }
    // What the list says is what is in the files, whatever the number of threads.
    let folder = fresh("export-list");
    let http = capture("http.pcap");
    let listed =
        list(&["export", "http", &folder.display().to_string(), "-r", &http, "--json", "--threads", "2"]);
    let written = files(&folder);
    assert_eq!(listed.as_array().map(Vec::len), Some(written.len()));
    for o in listed.as_array().expect("a list") {
        let (_, bytes) = written.iter().find(|(n, _)| o["file"] == n.as_str()).expect("the file is there");
        assert_eq!(o["size"].as_u64(), Some(bytes.len() as u64), "{o}");
    }
    let filtered = list(&["export", "http", "-r", &http, "--json", "-Y", "tcp.port == 8080"]);
    assert_eq!(filtered.as_array().map(Vec::len), Some(2), "{filtered}");
    // The name is that of the request, though the filter does not take it.
    let answers = list(&["export", "http", "-r", &http, "--json", "-Y", "http.response && tcp.stream == 1"]);
    assert_eq!(
        (answers[0]["name"].as_str(), answers[0]["host"].as_str()),
        (Some("big.txt"), Some("10.9.0.2"))
    );
}

#[test]
fn files_are_those_of_tshark() {
    let mut compared = 0;
    for path in all() {
        let file = path.display().to_string();
        for kind in ["http", "imf", "tftp", "ftp-data"] {
            let (ours, theirs) = (fresh("export-ours"), fresh("export-theirs"));
            let args = |folder: &Path| {
                ["-r", &file, "-q", "--export-objects"]
                    .map(str::to_owned)
                    .into_iter()
                    .chain([format!("{kind},{}", folder.display())])
                    .collect::<Vec<_>>()
            };
            let Ok(o) = Command::new("tshark").args(args(&theirs)).output() else {
                eprintln!("tshark is not there: nothing to compare with");
                return;
            };
            assert!(o.status.success(), "{}", String::from_utf8_lossy(&o.stderr));
            let mine = args(&ours);
            assert_eq!(stdout(&mine.iter().map(String::as_str).collect::<Vec<_>>()), "");
            let escaped = |(name, bytes): (String, Vec<u8>)| {
                (name.strip_prefix('.').map_or(name.clone(), |n| format!("%2e{n}")), bytes)
            };
            let theirs: Vec<_> = files(&theirs).into_iter().map(escaped).collect();
            assert!(
                files(&ours) == theirs,
                "{file}: {:?}",
                files(&ours).iter().map(|f| &f.0).collect::<Vec<_>>()
            );
            compared += theirs.len();
        }
    }
    assert!(compared > 10, "only {compared} files");
}

#[test]
fn what_is_there_is_never_written_over() {
    let folder = fresh("export-there");
    fs::write(folder.join("data.json"), "mine").expect("written");
    let outside = fresh("export-outside");
    let target = outside.join("target");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&target, folder.join("upload")).expect("a link");
    let to = folder.display().to_string();
    for round in 1..=2 {
        stdout(&["export", "http", &to, "-r", &capture("http.pcap")]);
        let all = files(&folder);
        assert_eq!(all.iter().filter(|(n, _)| n.starts_with("data")).count(), 1 + round);
        assert_eq!(fs::read(folder.join("data.json")).expect("there"), b"mine");
        assert!(folder.join("data(1).json").is_file());
    }
    assert!(!target.exists(), "what a link leads to was written");
}

/// A capture of one HTTP exchange for each path, in segments without checksums.
fn exchanges(to: &Path, each: &[(&[u8], &[u8])]) -> String {
    let mut out = Vec::new();
    for n in [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 262_144, 1] {
        out.extend_from_slice(&n.to_le_bytes());
    }
    for (i, (request, response)) in each.iter().enumerate() {
        let mut seq = [1000u32, 5000];
        for (way, payload) in [(0, *request), (1, *response)] {
            for segment in payload.chunks(1400) {
                let mut p = vec![2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0];
                let len = (40 + segment.len()) as u16;
                p.extend_from_slice(&[0x45, 0]);
                p.extend_from_slice(&len.to_be_bytes());
                p.extend_from_slice(&[0, 1, 0, 0, 64, 6, 0, 0]);
                let (ends, port) = ([[10, 0, 0, 1], [10, 0, 0, 2]], 2000 + i as u16);
                p.extend_from_slice(&ends[way]);
                p.extend_from_slice(&ends[1 - way]);
                let ports = if way == 0 { [port, 80] } else { [80, port] };
                ports.iter().for_each(|n| p.extend_from_slice(&n.to_be_bytes()));
                p.extend_from_slice(&seq[way].to_be_bytes());
                p.extend_from_slice(&seq[1 - way].to_be_bytes());
                p.extend_from_slice(&[0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0]);
                p.extend_from_slice(segment);
                seq[way] += segment.len() as u32;
                for n in [i as u32, 0, p.len() as u32, p.len() as u32] {
                    out.extend_from_slice(&n.to_le_bytes());
                }
                out.extend_from_slice(&p);
            }
        }
    }
    fs::write(to, out).expect("written");
    to.display().to_string()
}

fn get(path: &[u8]) -> Vec<u8> {
    [b"GET ", path, b" HTTP/1.1\r\nHost: a\r\n\r\n"].concat()
}

#[test]
fn names_stay_in_the_folder_and_are_shown_as_they_are() {
    let above = fresh("export-names");
    let folder = above.join("inside");
    let paths: [&[u8]; 9] = [
        b"/..",
        b"/a/../../../evil",
        b"/.bashrc",
        b"/-rf",
        b"/..\\..\\x",
        b"/a\x1b[31mb",
        "/a\u{202e}fdp.exe".as_bytes(),
        b"/\xff\xfe\x00z",
        &[b'/', b'x'].repeat(3000),
    ];
    let requests: Vec<Vec<u8>> = paths.iter().map(|p| get(p)).collect();
    let each: Vec<(&[u8], &[u8])> = requests
        .iter()
        .map(|r| (r.as_slice(), &b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"[..]))
        .collect();
    let file = exchanges(&above.join("in.pcap"), &each);
    let table = stdout(&["export", "http", &folder.display().to_string(), "-r", &file]);
    let beside: Vec<String> = files(&above).into_iter().map(|f| f.0).collect();
    assert_eq!(beside, ["in.pcap", "inside"]);
    let names: Vec<String> = files(&folder).into_iter().map(|f| f.0).collect();
    assert_eq!(names.len(), paths.len(), "{names:?}");
    for name in &names {
        assert!(!name.starts_with(['.', '-']) && name.len() < 256, "{name:?}");
        assert!(!name.chars().any(|c| c.is_control() || "\u{202e}/\\".contains(c)), "{name:?}");
    }
    for name in ["%2e%2e", "evil", "%2ebashrc", "%2drf", "a%e2%80%aefdp.exe"] {
        assert!(names.iter().any(|n| n == name), "{name} is not in {names:?}");
    }
    assert!(!table.contains(['\u{202e}', '\x1b']), "{table:?}");
}

#[test]
fn bombs_meet_a_bound_with_a_message() {
    use std::io::Write;
    let above = fresh("export-bomb");
    let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..64 {
        z.write_all(&vec![0; 1 << 20]).expect("compressed");
    }
    let bomb = z.finish().expect("compressed");
    let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", bomb.len());
    let response = [head.as_bytes(), &bomb].concat();
    let request = get(b"/bomb");
    let each: Vec<(&[u8], &[u8])> = (0..4).map(|_| (request.as_slice(), response.as_slice())).collect();
    let file = exchanges(&above.join("in.pcap"), &each);
    // One body is undone up to a bound,
    let all = list(&["export", "http", "-r", &file, "--json"]);
    assert_eq!(all.as_array().map(Vec::len), Some(4));
    assert_eq!(all[0]["size"].as_u64(), Some(16 << 20));
    // and all together have one.
    let folder = above.join("inside").display().to_string();
    let o = run(&["export", "http", &folder, "-r", &file, "--limit", "40M"]);
    assert!(o.status.success());
    let message = String::from_utf8_lossy(&o.stderr);
    assert!(message.contains("2 objects are left out"), "{message}");
    assert_eq!(files(Path::new(&folder)).len(), 2);
}

#[test]
fn mistakes_are_told() {
    let http = capture("http.pcap");
    let there = fresh("export-mistakes").join("file");
    fs::write(&there, "").expect("written");
    let there = there.display().to_string();
    for (args, says) in [
        (&["export", "ftp", "-r", &http][..], "there is ftp-data, http"),
        (&["-r", &http, "--export-objects", "http"], "KIND,DIR"),
        (&["-r", &http, "--export-objects", "x,/tmp/x"], "there is ftp-data, http"),
        (&["export", "http", "-r", &http, "--limit", "x"], "no size"),
        (&["export", "http", &there, "-r", &http], "folder"),
    ] {
        let o = run(args);
        let text = String::from_utf8_lossy(&o.stderr);
        assert!(!o.status.success() && text.contains(says), "{args:?}: {text}");
    }
}

#[test]
fn the_sandbox_leaves_the_folder_alone() {
    let folder = fresh("export-sandbox");
    let to = folder.display().to_string();
    let http = capture("http.pcap");
    let commands: [&[&str]; 4] = [
        &["export", "http", &to, "-r", &http],
        &["streams", "-r", &http],
        &["follow", "http", "0", "-r", &http],
        &["follow", "tcp", "-r", &http, "-Y", "http.request.uri contains \"data\""],
    ];
    for command in commands {
        let with = |mode: &str| run(&[command, &["--sandbox", mode]].concat());
        let strict = with("strict");
        let message = String::from_utf8_lossy(&strict.stderr);
        if message.contains("the sandbox is not complete") {
            eprintln!("skipped: {message}");
            return;
        }
        assert!(strict.status.success() && !strict.stdout.is_empty(), "{command:?}: {message}");
        if command[0] != "export" {
            assert_eq!(strict.stdout, with("off").stdout, "{command:?}");
        }
    }
    assert_eq!(files(&folder).len(), 13);
}

/// The rest of a body whose head is not in the capture, on a port of HTTP: as tshark has it, a head of no bytes, and a body.
#[test]
fn a_body_without_its_head() {
    let file = exchanges(
        &fresh("export-beheaded").join("in.pcap"),
        &[(b"", b"the rest of a body\n"), (b"", b"\x80 other bytes\n"), (b"", b"no line")],
    );
    let found = list(&["export", "http", "-r", &file, "--json"]);
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    assert_eq!((found[0]["size"].as_u64(), found[0]["name"].as_str()), (Some(19), None), "{found}");
    let text = stdout(&["follow", "http", "0", "-m", "ascii", "-r", &file]);
    assert!(text.contains("\n0\n\n19\nthe rest of a body\n"), "{text}");
}
