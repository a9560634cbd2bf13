//! Sends UDP packets on an interface as fast as they go, or so many a second: `blast INTERFACE COUNT [RATE [LENGTH]]`.
//! Prints how many were sent in how many seconds.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::time::{Duration, Instant};

/// Frames that are handed to the kernel at a time.
const MANY: u64 = 64;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let interface = args.next().ok_or("blast INTERFACE COUNT [RATE [LENGTH]]")?;
    let mut number = |default: u64| args.next().map_or(Ok(default), |a| a.parse::<u64>());
    let (count, rate, length) = (number(1_000_000)?, number(0)?, number(64)?.clamp(64, 1500));
    let sender = requin_capture::Sender::open(&interface)?;
    let frames: Vec<Vec<u8>> = (0..MANY).map(|i| frame(i as u8, length as usize)).collect();
    let began = Instant::now();
    let mut sent = 0;
    while sent < count {
        let mut now = MANY.min(count - sent);
        if rate > 0 {
            let due = (began.elapsed().as_secs_f64() * rate as f64) as u64;
            now = now.min(due.saturating_sub(sent));
            if now == 0 {
                std::thread::sleep(Duration::from_micros(100));
                continue;
            }
        }
        sent += sender.send_all(frames.get(..now as usize).unwrap_or_default())? as u64;
    }
    println!("{sent} {:.6}", began.elapsed().as_secs_f64());
    Ok(())
}

/// A UDP packet of a flow of its own.
fn frame(flow: u8, length: usize) -> Vec<u8> {
    let ip = length as u16 - 14;
    let mut frame = vec![2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0, 0x45, 0];
    frame.extend(ip.to_be_bytes());
    frame.extend([0, 0, 0, 0, 64, 17, 0, 0, 10, 9, 0, 1, 10, 9, 0, 2]);
    frame.extend([0x10, flow, 0, 9]);
    frame.extend((ip - 20).to_be_bytes());
    frame.resize(length, 0);
    frame
}
