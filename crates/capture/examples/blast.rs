//! Sends packets on an interface as fast as they go, or so many a second: `blast INTERFACE COUNT [RATE [LENGTH | FILE]]`.
//! They are UDP packets, or Ethernet frames from all over a capture file, again and again as COUNT asks for.
//! Prints how many were sent in how many seconds.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use requin_file::LinkType;
use std::time::{Duration, Instant};

/// Frames that are handed to the kernel at a time.
const MANY: u64 = 64;

/// Frames of a capture file that are kept in memory.
const MOST: usize = 200_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let interface = args.next().ok_or("blast INTERFACE COUNT [RATE [LENGTH | FILE]]")?;
    let mut number = |default: u64| args.next().map_or(Ok(default), |a| a.parse::<u64>());
    let (count, rate) = (number(1_000_000)?, number(0)?);
    let what = args.next().unwrap_or_else(|| "64".into());
    let sender = requin_capture::Sender::open(&interface)?;
    let frames: Vec<Vec<u8>> = match what.parse::<usize>() {
        Ok(length) => (0..MANY).map(|i| frame(i as u8, length.clamp(64, 1500))).collect(),
        Err(_) => recorded(what.as_ref(), (count as usize).min(MOST))?,
    };
    if frames.is_empty() {
        return Err(format!("{what}: no Ethernet frames").into());
    }
    let began = Instant::now();
    let (mut sent, mut at) = (0, 0);
    while sent < count {
        let mut now = MANY.min(count - sent).min((frames.len() - at) as u64);
        if rate > 0 {
            let due = (began.elapsed().as_secs_f64() * rate as f64) as u64;
            now = now.min(due.saturating_sub(sent));
            if now == 0 {
                std::thread::sleep(Duration::from_micros(100));
                continue;
            }
        }
        let gone = sender.send_all(frames.get(at..at + now as usize).unwrap_or_default())?;
        sent += gone as u64;
        at = (at + gone) % frames.len();
    }
    println!("{sent} {:.6}", began.elapsed().as_secs_f64());
    Ok(())
}

/// Up to `most` Ethernet frames that fit on a cable, runs of a thousand from all over a capture file, so that
/// conversations go on for a while and every part of the file has its share.
fn recorded(path: &std::path::Path, most: usize) -> Result<Vec<Vec<u8>>, requin_file::Error> {
    const RUN: u64 = 1000;
    let mut reader = requin_file::Reader::open(path)?;
    let mut batch = requin_file::Batch::new();
    while reader.next_batch(&mut batch, 1024)? {}
    let apart = reader.frames().div_ceil(most.max(1) as u64).max(1);
    let (mut reader, mut frames) = (requin_file::Reader::open(path)?, Vec::new());
    while reader.next_batch(&mut batch, 1024)? {
        let usable = |f: &requin_file::Frame<'_>| {
            let whole = f.record.link == LinkType::ETHERNET && (14..=1514).contains(&f.data.len());
            whole && (f.number / RUN).is_multiple_of(apart)
        };
        frames.extend(batch.frames().filter(usable).map(|f| f.data.to_vec()));
    }
    frames.truncate(most);
    Ok(frames)
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
