//! `requin info`: what is in a capture file, as capinfos tells it.

use crate::args::InfoArgs;
use requin_file::info::{Hashing, Info};
use std::io::Write;
use std::process::ExitCode;

/// Reads the files and prints.
pub fn run(args: &InfoArgs) -> anyhow::Result<ExitCode> {
    let hashing = if args.hashes { Hashing::ALL } else { Hashing::NONE };
    let mut code = ExitCode::SUCCESS;
    let mut out = std::io::stdout().lock();
    let mut reports = Vec::new();
    for (i, path) in args.files.iter().enumerate() {
        let info = match Info::of(path, hashing) {
            Ok(info) => info,
            Err(e) => {
                eprintln!("requin: {e}");
                code = ExitCode::from(2);
                continue;
            }
        };
        if let Some(e) = &info.error {
            eprintln!("requin: {e}");
            code = ExitCode::from(2);
        }
        if args.json {
            reports.push(info.json());
            continue;
        }
        if i > 0 {
            out.write_all(b"\n")?;
        }
        out.write_all(info.text().as_bytes())?;
    }
    if args.json {
        let all = if let [one] = reports.as_slice() { one.clone() } else { reports.into() };
        writeln!(out, "{}", serde_json::to_string_pretty(&all)?)?;
    }
    Ok(code)
}
