//! The program as a user meets it: arguments, exit statuses, messages, files.

mod support;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use support::{capture, expect, requin, run, stdout, tempdir};

fn stderr(args: &[&str]) -> (Option<i32>, String) {
    let o = run(args);
    (o.status.code(), String::from_utf8_lossy(&o.stderr).into_owned())
}

#[test]
fn help_is_what_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected");
    expect(&folder.join("help.txt"), &stdout(&["--help"]));
    expect(&folder.join("help-info.txt"), &stdout(&["info", "--help"]));
    expect(&folder.join("help-streams.txt"), &stdout(&["streams", "--help"]));
    expect(&folder.join("help-follow.txt"), &stdout(&["follow", "--help"]));
    expect(&folder.join("help-export.txt"), &stdout(&["export", "--help"]));
    assert!(stdout(&["--version"]).starts_with("requin "));
}

#[test]
fn a_filter_may_stand_at_the_end_of_the_line() {
    let http = capture("http.pcap");
    let words = stdout(&["-n", "-r", &http, "tcp.port==8080"]);
    assert_eq!(words, stdout(&["-n", "-r", &http, "-Y", "tcp.port==8080"]));
    assert_eq!(words, stdout(&["-n", "-r", &http, "tcp.port", "==", "8080"]));
    assert!(words.lines().count() > 5 && words.contains("8080"));
}

#[test]
fn a_wrong_filter_is_refused_before_the_file_is_opened() {
    let (code, text) = stderr(&["-r", "/nonexistent", "-Y", "tcp.prot == 80"]);
    assert_eq!(code, Some(4));
    assert!(text.contains("tcp.prot") && text.contains("^~~~~~~~") && text.contains("tcp.port"), "{text}");
    let (code, text) = stderr(&["-r", "/nonexistent", "-f", "tcp prot 80"]);
    assert_eq!(code, Some(1));
    assert!(text.contains('^'), "{text}");
}

#[test]
fn wrong_values_of_options_end_with_1_as_with_tshark() {
    let (http, to) = (capture("http.pcap"), format!("{}/never.pcapng", tempdir("wrong-values")));
    // Of a run that failed.
    _ = std::fs::remove_file(&to);
    for (option, value) in [
        ("-a", "duration:x"),
        ("-a", "duration:0"),
        ("-a", "duration"),
        ("-a", "foo:1"),
        ("-a", "files:-1"),
        ("-a", "packets:x"),
        ("-b", "duration:x"),
        ("-b", "filesize:0"),
        ("-b", "foo:1"),
        ("-b", "printname:"),
        // Nothing says when a file is full.
        ("-b", "files:3"),
    ] {
        // Before the interface is looked for.
        for source in [["-r", http.as_str()], ["-i", "nosuch0"]] {
            let (code, text) = stderr(&[source[0], source[1], option, value, "-w", &to]);
            let told = text.contains(value) || text.contains(option);
            assert!(code == Some(1) && told, "{option} {value} {source:?}: {code:?} {text}");
        }
    }
    assert!(!Path::new(&to).exists());
    let (code, text) = stderr(&["-r", "/nonexistent", "-a", "duration:x"]);
    assert!(
        code == Some(1)
            && text == "requin: -a duration:x: seconds, such as 60 or 0.5, stand behind the colon\n",
        "{text}"
    );
    for option in ["-o", "-d", "-T", "-t", "-z", "-G"] {
        let (code, text) = stderr(&["-r", &http, option, "nonsense"]);
        assert!(code == Some(1) && text.contains("nonsense"), "{option}: {code:?} {text}");
    }
    assert_eq!(stderr(&["-i", "nosuch0", "-y", "nonsense"]).0, Some(1));
    // This speaks of files that are to be written.
    assert_eq!(stderr(&["-r", &http, "-b", "duration:1"]).0, Some(1));
}

#[test]
fn a_missing_file_is_one_clear_line() {
    let (code, text) = stderr(&["-r", "/nonexistent/file.pcap"]);
    assert_eq!(code, Some(2));
    assert!(text.contains("/nonexistent/file.pcap") && text.lines().count() == 1, "{text}");
}

#[test]
fn a_cut_file_gives_the_packets_before_the_cut() {
    let bytes = std::fs::read(capture("http.pcap")).expect("the capture");
    let folder = tempdir("cut");
    let path = format!("{folder}/cut.pcap");
    std::fs::write(&path, &bytes[..bytes.len() / 2]).expect("written");
    let o = run(&["-n", "-r", &path]);
    assert_eq!(o.status.code(), Some(2));
    let text = String::from_utf8_lossy(&o.stderr).into_owned();
    assert!(text.contains("cut.pcap") && text.contains("cut short"), "{text}");
    let whole = stdout(&["-n", "-r", &capture("http.pcap")]);
    let part = String::from_utf8_lossy(&o.stdout).into_owned();
    assert!(part.lines().count() > 20);
    for (a, b) in part.lines().zip(whole.lines()) {
        assert_eq!(a, b);
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = requin(&["-n", "-r", &capture("http.pcap"), "-V"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("requin runs");
    let mut out = child.stdout.take().expect("a pipe");
    let mut some = [0; 100];
    out.read_exact(&mut some).expect("some output");
    drop(out);
    let o = child.wait_with_output().expect("it ends");
    assert!(o.stderr.is_empty(), "{}", String::from_utf8_lossy(&o.stderr));
}

#[test]
fn what_is_written_can_be_read_again() {
    let folder = tempdir("write");
    let http = capture("http.pcap");
    for name in ["copy.pcap", "copy.pcapng", "copy.pcap.gz", "copy.pcapng.zst"] {
        let path = format!("{folder}/{name}");
        stdout(&["-r", &http, "-Y", "http", "-w", &path]);
        let fields = ["-T", "fields", "-e", "http.host", "-e", "frame.time_epoch", "-e", "frame.len"];
        let read = |file: &str, more: &[&str]| {
            let mut args = vec!["-n", "-r", file];
            args.extend_from_slice(&fields);
            args.extend_from_slice(more);
            stdout(&args)
        };
        let whole = read(&http, &["-Y", "http"]);
        let copied = read(&path, &[]);
        assert_eq!(copied.lines().count(), whole.lines().count(), "{name}");
    }
}

#[test]
fn a_capture_filter_takes_what_it_says() {
    let folder = tempdir("take");
    let path = format!("{folder}/dns.pcap");
    stdout(&["-r", &capture("dns.pcap"), "-f", "udp port 53", "-w", &path]);
    let all = stdout(&["-n", "-r", &path, "-T", "fields", "-e", "frame.number", "-e", "udp.port"]);
    assert!(all.lines().count() > 10 && all.lines().all(|l| l.contains("53")), "{all}");
    assert!(all.starts_with("1\t"));
}

#[test]
fn control_characters_never_reach_the_terminal() {
    for path in support::all() {
        let file = path.display().to_string();
        for form in [&[][..], &["-V"], &["-x"], &["-T", "fields", "-e", "http.file_data", "-e", "data.text"]]
        {
            let mut args = vec!["-n", "-r", &file];
            args.extend_from_slice(form);
            let text = run(&args).stdout;
            let bad = text.iter().find(|b| **b < 0x20 && !matches!(**b, b'\n' | b'\t') || **b == 0x7f);
            assert_eq!(bad, None, "{file} {form:?}");
        }
    }
}
