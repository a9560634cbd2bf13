//! Compares with capinfos over a folder of captures, whole and cut: `REQUIN_CAPTURES=folder cargo test -p requin-file`.
//!
//! Without the variable, or without capinfos, there is nothing to compare with and the test passes.

#![allow(clippy::unwrap_used, clippy::panic)]

use requin_file::info::{Hashing, Info};
use requin_file::{Batch, Error, Reader};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What capinfos says: exit status and report.
fn capinfos(path: &Path, options: &[&str]) -> Option<(i32, String, String)> {
    let output = Command::new("capinfos").args(options).arg(path).env("TZ", "UTC").output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some((output.status.code()?, text(&output.stdout), text(&output.stderr)))
}

fn captures() -> Vec<PathBuf> {
    let Ok(folder) = std::env::var("REQUIN_CAPTURES") else { return Vec::new() };
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    paths.sort();
    paths
}

/// Frames, and 0 for a clean end, 1 for a cut, 2 for anything else, as capinfos counts.
fn ours(path: &Path) -> (u64, i32, Option<Error>) {
    let mut frames = 0;
    let result = Reader::open(path).and_then(|mut reader| {
        let mut batch = Batch::new();
        while reader.next_batch(&mut batch, 1000)? {
            frames += batch.len() as u64;
        }
        Ok(())
    });
    match result {
        Ok(()) => (frames, 0, None),
        Err(error) => (frames, if error.is_cut() { 1 } else { 2 }, Some(error)),
    }
}

/// The format of a whole file, empty when it is none.
fn name_of(path: &Path) -> String {
    Reader::open(path).map(|reader| reader.format().name().to_owned()).unwrap_or_default()
}

#[test]
fn reports_are_those_of_capinfos() {
    let mut compared = 0;
    let mut differing = Vec::new();
    for path in captures() {
        let Some((status, report, _)) = capinfos(&path, &[]) else { return };
        // What capinfos refuses, requin may still read: link types that it has no number for.
        if status == 2 {
            continue;
        }
        compared += 1;
        let info = Info::of(&path, Hashing::ALL);
        if !info.is_ok_and(|info| info.text() == report) {
            differing.push(path);
        }
    }
    println!("{compared} reports compared, {} differ: {differing:#?}", differing.len());
    // Times that the format does not allow are shown differently.
    assert!(differing.len() * 50 <= compared, "{} of {compared} differ", differing.len());
}

#[test]
fn cut_captures_give_the_packets_that_capinfos_counts() {
    let cut_path = std::env::temp_dir().join(format!("requin-cut-{}", std::process::id()));
    let (mut compared, mut guesses, mut wrong) = (0, 0, Vec::new());
    for path in captures() {
        let bytes = std::fs::read(&path).unwrap();
        let plain = !matches!(bytes.first_chunk::<2>(), Some([0x1f, 0x8b] | [0x28, 0xb5] | [0x04, 0x22]));
        if !plain {
            continue;
        }
        let whole = ours(&path).1 == 0;
        let steps = 8.min(bytes.len());
        for step in 0..=steps {
            // Not at even shares, which would fall on borders too often; always at the end.
            let cut = (bytes.len() * step / steps).saturating_sub(step % 3 * 5 * usize::from(step < steps));
            if cut < 28 {
                continue;
            }
            std::fs::write(&cut_path, &bytes[..cut]).unwrap();
            let Some((status, report, message)) = capinfos(&cut_path, &["-t", "-c", "-M"]) else { return };
            let counted = report.lines().find_map(|line| line.strip_prefix("Number of packets:"));
            let after = message.split("after reading ").nth(1).and_then(|rest| rest.split(' ').next());
            let count = counted.or(after).and_then(|text| text.trim().parse::<u64>().ok());
            let (frames, code, error) = ours(&cut_path);
            compared += 1;
            // A file that ends in its first blocks has no packets to report on: capinfos exits with 2.
            let status = if message.contains("cut short") { 1 } else { status };
            let unknown_link = status == 2 && message.contains("unknown or unsupported");
            // What is cut in the first record may look like another format to capinfos, which guesses at some.
            let kind = report.lines().find_map(|line| line.strip_prefix("File type:"));
            let guessed = kind.is_some_and(|kind| !kind.trim().starts_with(&name_of(&path)))
                // A cut alone cannot damage a whole file's records.
                || (whole && message.contains("damaged or corrupt"));
            if guessed {
                guesses += 1;
            }
            if !guessed && !unknown_link && (count.is_some_and(|count| count != frames) || code != status) {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                wrong.push(format!(
                    "{name} at {cut}: {frames} {code} {error:?}; capinfos {count:?} {status} {message}"
                ));
            }
        }
    }
    let _ = std::fs::remove_file(&cut_path);
    println!("{compared} cuts compared, {guesses} taken for another format by capinfos");
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
}
