//! What `capinfos` prints. `--no-hash` leaves the hashes out, `--sha256` computes one, `--json` prints JSON.

use requin_file::info::{Hashing, Info};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (mut hashing, mut json, mut code, mut first) = (Hashing::ALL, false, 0, true);
    for name in std::env::args().skip(1) {
        match name.as_str() {
            "--no-hash" => hashing = Hashing::NONE,
            "--sha256" => hashing = Hashing { sha256: true, ..Hashing::NONE },
            "--json" => json = true,
            _ => match Info::of(Path::new(&name), hashing) {
                Ok(info) => {
                    if !std::mem::take(&mut first) {
                        println!();
                    }
                    if json {
                        println!("{:#}", info.json());
                    } else {
                        print!("{}", info.text());
                    }
                    if let Some(error) = info.error {
                        eprintln!("{error}");
                        code = error.exit_code();
                    }
                }
                Err(error) => {
                    eprintln!("{error}");
                    code = error.exit_code();
                }
            },
        }
    }
    ExitCode::from(code)
}
