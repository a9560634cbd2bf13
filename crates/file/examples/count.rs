//! Counts the frames of capture files: name, frames, captured bytes; and how long it took with `--time`.
//! `--memory` loads each file first, so that the time is that of finding the frames alone.

use requin_file::{Batch, Reader};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

fn main() -> ExitCode {
    let mut code = 0;
    let (mut timed, mut memory) = (false, false);
    for name in std::env::args().skip(1) {
        if name == "--time" {
            timed = true;
            continue;
        }
        if name == "--memory" {
            memory = true;
            continue;
        }
        let loaded = memory.then(|| std::fs::read(&name).unwrap_or_default());
        let start = Instant::now();
        let (mut frames, mut bytes) = (0u64, 0u64);
        let reader = match loaded {
            Some(bytes) => Reader::from_backing(&name, Arc::new(bytes)),
            None => Reader::open(Path::new(&name)),
        };
        let result = reader.and_then(|mut reader| {
            let mut batch = Batch::new();
            while reader.next_batch(&mut batch, 1024)? {
                frames += batch.len() as u64;
                bytes += batch.records().iter().map(|record| u64::from(record.captured)).sum::<u64>();
            }
            Ok(())
        });
        println!("{name}\t{frames}\t{bytes}");
        if timed {
            let spent = start.elapsed();
            println!("{spent:?}, {:.1} ns per frame", spent.as_nanos() as f64 / frames.max(1) as f64);
        }
        if let Err(error) = result {
            eprintln!("{error}");
            code = error.exit_code();
        }
    }
    ExitCode::from(code)
}
