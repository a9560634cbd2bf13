//! Damages capture files at random and reads them: `mutate ROUNDS FILE …`. Nothing may panic.

use requin_file::drain;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let rounds: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(100);
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let (mut frames, mut errors, mut total) = (0u64, 0u64, 0u64);
    for name in arguments {
        let Ok(whole) = std::fs::read(&name) else { continue };
        if whole.is_empty() {
            continue;
        }
        for _ in 0..rounds {
            let mut bytes = whole.clone();
            for _ in 0..1 + next() % 8 {
                let at = (next() % bytes.len() as u64) as usize;
                // The beginning is where most is decided.
                let at = if next() % 2 == 0 { at % 200.min(bytes.len()) } else { at };
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = match next() % 4 {
                        0 => 0,
                        1 => 0xff,
                        2 => *byte ^ 1 << (next() % 8),
                        _ => next() as u8,
                    };
                }
            }
            if next() % 4 == 0 {
                bytes.truncate((next() % bytes.len() as u64) as usize);
            }
            let (count, error) = drain(&bytes);
            frames += count;
            errors += u64::from(error.is_some());
            total += 1;
        }
    }
    println!("{total} damaged files: {frames} frames, {errors} errors");
}
