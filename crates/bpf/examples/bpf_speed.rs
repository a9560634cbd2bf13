//! How many packets per second the interpreter decides: filters over packets that they take and leave.

use requin_bpf::{Link, Options};
use std::hint::black_box;
use std::time::Instant;

/// An Ethernet frame with IPv4 and ports.
fn frame(protocol: u8, from: u16, to: u16) -> Vec<u8> {
    let mut frame = vec![0u8; 90];
    let mut put = |at: usize, bytes: &[u8]| {
        for (place, byte) in frame.iter_mut().skip(at).zip(bytes) {
            *place = *byte;
        }
    };
    put(12, &[8, 0, 0x45]);
    put(23, &[protocol]);
    put(26, &[10, 0, 0, 1, 10, 0, 0, 2]);
    put(34, &from.to_be_bytes());
    put(36, &to.to_be_bytes());
    frame
}

fn main() -> Result<(), requin_bpf::Error> {
    let packets: Vec<Vec<u8>> = (0..1024u16)
        .map(|n| frame(if n % 3 == 0 { 17 } else { 6 }, 1024 + n, [80, 443, 53, 22][usize::from(n % 4)]))
        .collect();
    let expressions = [
        "ip",
        "tcp",
        "udp port 53",
        "tcp port 80",
        "port 53",
        "host 10.0.0.1",
        "net 192.168.0.0/16 and not port 22",
        "tcp[tcpflags] & tcp-syn != 0",
    ];
    for expression in expressions {
        let program = requin_bpf::compile(expression, &Options::new(Link::ETHERNET))?;
        let rounds = 200u32;
        let (mut best, mut taken) = (f64::MAX, 0);
        // The machine may be busy with something else: the best of several times counts.
        for _ in 0..100 {
            let begin = Instant::now();
            taken = 0u64;
            for _ in 0..rounds {
                for packet in black_box(&packets) {
                    taken += u64::from(program.matches(packet, 90) != 0);
                }
            }
            best = best.min(begin.elapsed().as_secs_f64());
        }
        let count = f64::from(rounds) * packets.len() as f64;
        let share = 100.0 * taken as f64 / count;
        println!("{:7.1} M packets/s  {expression} ({share:.0} % taken)", count / best / 1e6);
    }
    Ok(())
}
