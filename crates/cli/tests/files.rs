//! Files one after the other, stops, triggers, and the sandbox, on captures that are read.

#![allow(clippy::expect_used)] // a test may give up

mod support;
use std::path::{Path, PathBuf};
use support::{capture, run, stdout, tempdir};

/// A folder with nothing in it.
fn fresh(name: &str) -> PathBuf {
    let path = PathBuf::from(tempdir(name));
    std::fs::remove_dir_all(&path).expect("removed");
    std::fs::create_dir(&path).expect("made");
    path
}

/// The files in a folder in order, and how many packets each has.
fn files(folder: &Path) -> Vec<(String, usize)> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let count = |name: &String| stdout(&["-r", &folder.join(name).display().to_string()]).lines().count();
    names.iter().map(|n| (n.clone(), count(n))).collect()
}

#[test]
fn a_ring_of_compressed_files_keeps_the_newest() {
    let folder = fresh("files-ring");
    let to = folder.join("ring.pcapng.gz").display().to_string();
    let http = capture("http.pcap");
    let all = stdout(&["-r", &http]).lines().count();
    let names = stdout(&[
        "-r",
        &http,
        "-b",
        "packets:50",
        "-b",
        "files:2",
        "-b",
        "printname:-",
        "--sandbox",
        "strict",
        "-w",
        &to,
    ]);
    let written = all.div_ceil(50);
    assert!(written > 2);
    assert_eq!(names.lines().count(), written, "{names}");
    let found = files(&folder);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].1, 50);
    assert_eq!(found[1].1, all - 50 * (written - 1));
    assert!(found[1].0.starts_with(&format!("ring_{written:05}_2026")), "{found:?}");
    assert!(
        found[1].0.ends_with(".pcapng.gz") && found[1].0.len() == "ring_00001_20261121110216.pcapng.gz".len()
    );
}

#[test]
fn together_the_files_have_every_packet_once() {
    let folder = fresh("files-all");
    let to = folder.join("all.pcap").display().to_string();
    let http = capture("http.pcap");
    run(&["-r", &http, "-b", "filesize:5", "-w", &to]);
    let found = files(&folder);
    assert!(found.len() > 3, "{found:?}");
    let mut merged = Vec::new();
    for (i, (name, _)) in found.iter().enumerate() {
        let bytes = std::fs::read(folder.join(name)).expect("a file");
        assert!(bytes.len() < 5000 + 1600, "{name} has {} bytes", bytes.len());
        merged.extend_from_slice(&bytes[if i == 0 { 0 } else { 24 }..]);
    }
    let whole = fresh("files-whole").join("whole.pcap");
    run(&["-r", &http, "-w", &whole.display().to_string()]);
    assert_eq!(merged, std::fs::read(whole).expect("the file"));
}

#[test]
fn stops() {
    let http = capture("http.pcap");
    let times = |args: &[&str]| -> Vec<f64> {
        let text = stdout(&[&["-r", &http, "-T", "fields", "-e", "frame.time_relative"], args].concat());
        text.lines().map(|t| t.parse().expect("a time")).collect()
    };
    let all = times(&[]);
    let some = times(&["-a", "duration:0.005"]);
    assert_eq!(some.len(), all.iter().position(|t| *t >= 0.005).expect("later ones"));
    assert_eq!(times(&["-a", "packets:7"]).len(), 7);
    assert_eq!(times(&["-a", "packets:7", "-c", "5"]).len(), 5);

    let folder = fresh("files-stops");
    let to = folder.join("s.pcap").display().to_string();
    run(&["-r", &http, "-b", "packets:3", "-a", "files:2", "-w", &to]);
    assert_eq!(files(&folder).iter().map(|f| f.1).collect::<Vec<_>>(), [3, 3]);
    run(&["-r", &http, "-a", "filesize:1", "-w", &to]);
    let size = std::fs::metadata(&to).expect("the file").len();
    assert!((1000..2600).contains(&size), "{size}");
}

#[test]
fn a_trigger_writes_what_surrounds_its_matches() {
    let folder = fresh("files-trigger");
    let to = folder.join("t.pcapng").display().to_string();
    let http = capture("http.pcap");
    let numbers = |filter: &str, file: &str| -> Vec<String> {
        let text =
            stdout(&["-r", file, "-Y", filter, "-T", "fields", "-e", "frame.time_epoch", "-e", "frame.len"]);
        text.lines().map(str::to_owned).collect()
    };
    let all = numbers("frame", &http);
    let hit = numbers("http.response.code == 301", &http);
    assert_eq!(hit.len(), 1);
    let at = all.iter().position(|n| *n == hit[0]).expect("there");
    let o = run(&[
        "-r",
        &http,
        "--trigger",
        "http.response.code == 301",
        "--before",
        "3p",
        "--after",
        "2p",
        "--sandbox",
        "strict",
        "-w",
        &to,
    ]);
    assert!(String::from_utf8_lossy(&o.stderr).contains("1 match; 1 file"), "{o:?}");
    let found = files(&folder);
    assert_eq!(found.len(), 1);
    let file = folder.join(&found[0].0).display().to_string();
    assert_eq!(numbers("frame", &file), all[at - 3..=at + 2]);
}

#[test]
fn everywhere_looks_inside_tags() {
    let folder = fresh("files-everywhere");
    let file = folder.join("vlan.pcap");
    let mut bytes = vec![0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0];
    // Two VLAN tags, IPv4, UDP from port 53.
    let mut frame = vec![2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x88, 0xa8, 0, 5, 0x81, 0, 0, 6, 8, 0];
    frame.extend([
        0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 0, 53, 4, 0, 0, 8, 0, 0,
    ]);
    bytes.extend([0; 8]);
    bytes.extend((frame.len() as u32).to_le_bytes());
    bytes.extend((frame.len() as u32).to_le_bytes());
    bytes.extend(frame);
    std::fs::write(&file, bytes).expect("written");
    let file = file.display().to_string();
    assert_eq!(stdout(&["-r", &file, "-f", "port 53"]), "");
    assert_eq!(stdout(&["-r", &file, "-f", "port 53", "--everywhere"]).lines().count(), 1);
    assert_eq!(stdout(&["-r", &file, "-f", "port 54", "--everywhere"]), "");
}

#[test]
fn the_sandbox_changes_no_output() {
    let http = capture("http.pcap");
    let off = stdout(&["-r", &http, "-V", "--sandbox", "off"]);
    assert!(off.len() > 1000);
    assert_eq!(off, stdout(&["-r", &http, "-V", "--sandbox", "auto"]));
    let strict = run(&["-r", &http, "-V", "--sandbox", "strict"]);
    let message = String::from_utf8_lossy(&strict.stderr);
    if message.contains("the sandbox is not complete") {
        eprintln!("skipped: {message}");
        return;
    }
    assert_eq!(off.as_bytes(), strict.stdout);
}

#[test]
fn wrong_conditions_are_told() {
    let http = capture("http.pcap");
    for (args, part) in [
        (&["-b", "files:3", "-w", "/tmp/x"][..], "nothing says when"),
        (&["-b", "filesize:x", "-w", "/tmp/x"], "a number from 1"),
        (&["-b", "size:1", "-w", "/tmp/x"], "there is filesize:KB"),
        (&["-a", "duration:-1"], "seconds"),
        (&["-a", "time:1"], "there is duration:SECONDS"),
        (&["-b", "filesize:1"], "-w FILE"),
        (&["-b", "packets:1", "-w", "-"], "Several files"),
        (&["--trigger", "tcp.prot", "-w", "/tmp/x"], "tcp.port"),
    ] {
        let o = run(&[&["-r", &http], args].concat());
        let text = String::from_utf8_lossy(&o.stderr);
        assert!(!o.status.success() && text.contains(part), "{args:?}: {text}");
    }
}
