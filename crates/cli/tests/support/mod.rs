//! Running the program, and comparing with what is expected.

#![allow(dead_code, clippy::expect_used, clippy::panic)] // each test file uses its part; a test may give up

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program with a fixed environment.
pub fn requin(args: &[&str]) -> Command {
    let mut c = Command::new(env!("CARGO_BIN_EXE_requin"));
    c.args(args).env("TZ", "UTC").env("NO_COLOR", "1").env("COLUMNS", "100").stdin(Stdio::null());
    c
}

/// Runs it to the end.
pub fn run(args: &[&str]) -> Output {
    requin(args).output().expect("requin runs")
}

/// What it prints, when it ends well.
pub fn stdout(args: &[&str]) -> String {
    let o = run(args);
    assert!(o.status.success(), "{args:?}: {}", String::from_utf8_lossy(&o.stderr));
    String::from_utf8(o.stdout).expect("output is UTF-8")
}

/// The folder of the project's captures.
pub fn captures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures")
}

/// A capture by name.
pub fn capture(name: &str) -> String {
    captures().join(name).display().to_string()
}

/// All captures, sorted.
pub fn all() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(captures()).expect("there are captures");
    let mut found: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "pcap")).collect();
    found.sort();
    assert!(found.len() > 20, "only {} captures", found.len());
    found
}

/// Compares with a file, or writes it when REQUIN_BLESS is set to something.
pub fn expect(path: &Path, actual: &str) {
    if std::env::var_os("REQUIN_BLESS").is_some_and(|v| !v.is_empty()) {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, actual).expect("the expectation is written");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected != actual {
        let line = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
        panic!(
            "{} differs from line {}:\n  expected {:?}\n  actual   {:?}\nREQUIN_BLESS=1 accepts the new output",
            path.display(),
            line + 1,
            expected.lines().nth(line).unwrap_or("(end)"),
            actual.lines().nth(line).unwrap_or("(end)"),
        );
    }
}

/// A folder of its own for a test.
pub fn tempdir(name: &str) -> String {
    let path = format!("{}/cli-{name}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&path).expect("a folder");
    path
}

/// Says that a test is skipped: straight to the terminal, past what the test harness keeps to itself.
pub fn skipped(test: &str, why: &str) {
    use std::io::Write;
    _ = writeln!(std::io::stderr(), "{test}: skipped, since {why}");
}

/// A log of secrets in which the last digit of every secret is another one.
pub fn wrong_secrets(log: &str) -> String {
    let wrong = |l: &str| {
        let (rest, last) = l.split_at(l.len() - 1);
        format!("{rest}{}\n", if last == "0" { "1" } else { "0" })
    };
    log.lines().map(wrong).collect()
}
