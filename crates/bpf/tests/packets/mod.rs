//! Packets for the comparison: read from capture files, and built from those.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A packet.
#[derive(Clone, Debug)]
pub struct Packet {
    pub bytes: Vec<u8>,
    /// How long it was on the wire.
    pub wire_len: u32,
    /// The file it is from, for messages.
    pub from: String,
}

/// Packets taken from one file at most.
const MOST_OF_A_FILE: usize = 40;
/// Packets that frames are built from.
const MOST_BUILT: usize = 1500;

fn u16_at(data: &[u8], at: usize, little: bool) -> Option<u16> {
    let bytes = data.get(at..at + 2)?.try_into().ok()?;
    Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
}

fn u32_at(data: &[u8], at: usize, little: bool) -> Option<u32> {
    let bytes = data.get(at..at + 4)?.try_into().ok()?;
    Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
}

/// The packets of every capture in a folder, by link type.
pub fn read_folder(folder: &Path) -> BTreeMap<u16, Vec<Packet>> {
    let mut names: Vec<_> =
        fs::read_dir(folder).expect("readable").flatten().map(|entry| entry.path()).collect();
    names.sort();
    let mut out: BTreeMap<u16, Vec<Packet>> = BTreeMap::new();
    for name in names {
        let Ok(data) = fs::read(&name) else { continue };
        let from = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut taken = 0;
        let mut take = |link: u16, bytes: &[u8], wire_len: u32| {
            taken += 1;
            if taken <= MOST_OF_A_FILE {
                // Some writers leave the original length out or have it too small.
                let wire_len = wire_len.max(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
                out.entry(link).or_default().push(Packet {
                    bytes: bytes.to_vec(),
                    wire_len,
                    from: from.clone(),
                });
            }
            taken < MOST_OF_A_FILE
        };
        if data.get(..4) == Some(&[0x0a, 0x0d, 0x0d, 0x0a]) {
            pcapng(&data, &mut take);
        } else {
            pcap_packets(&data, &mut take);
        }
    }
    out
}

fn pcap_packets(data: &[u8], take: &mut dyn FnMut(u16, &[u8], u32) -> bool) -> Option<()> {
    let little = match u32_at(data, 0, true)? {
        0xa1b2_c3d4 | 0xa1b2_3c4d => true,
        0xd4c3_b2a1 | 0x4d3c_b2a1 => false,
        _ => return None,
    };
    // Packets of other byte orders would need another test for BSD loopback.
    let link = u16::try_from(u32_at(data, 20, little)? & 0xffff).ok()?;
    if link == 0 && !little {
        return None;
    }
    let mut at = 24;
    loop {
        let caplen = usize::try_from(u32_at(data, at + 8, little)?).ok()?;
        let wire_len = u32_at(data, at + 12, little)?;
        let bytes = data.get(at + 16..(at + 16).checked_add(caplen)?)?;
        if caplen > 65_535 || !take(link, bytes, wire_len) {
            return None;
        }
        at += 16 + caplen;
    }
}

fn pcapng(data: &[u8], take: &mut dyn FnMut(u16, &[u8], u32) -> bool) -> Option<()> {
    let mut little = true;
    let mut links: Vec<u16> = Vec::new();
    let mut at = 0;
    loop {
        let mut kind = u32_at(data, at, little)?;
        if kind == 0x0a0d_0d0a {
            little = u32_at(data, at + 8, true)? == 0x1a2b_3c4d;
            links.clear();
            kind = 0x0a0d_0d0a;
        }
        let length = usize::try_from(u32_at(data, at + 4, little)?).ok()?;
        if length < 12 {
            return None;
        }
        match kind {
            1 => links.push(u16_at(data, at + 8, little)?),
            6 => {
                let link = links.get(usize::try_from(u32_at(data, at + 8, little)?).ok()?).copied()?;
                let caplen = usize::try_from(u32_at(data, at + 20, little)?).ok()?;
                let wire_len = u32_at(data, at + 24, little)?;
                let bytes = data.get(at + 28..(at + 28).checked_add(caplen)?)?;
                if (link != 0 || little) && caplen <= 65_535 && !take(link, bytes, wire_len) {
                    return None;
                }
            }
            _ => {}
        }
        at = at.checked_add(length)?;
    }
}

/// A capture file whose packets have their number as the second of their timestamp.
pub fn pcap(link: u16, packets: &[Packet]) -> Vec<u8> {
    let mut out = Vec::new();
    for word in [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 262_144, u32::from(link)] {
        out.extend(word.to_le_bytes());
    }
    for (number, packet) in packets.iter().enumerate() {
        let number = u32::try_from(number).expect("fits");
        let caplen = u32::try_from(packet.bytes.len()).expect("fits");
        for word in [number, 0, caplen, packet.wire_len] {
            out.extend(word.to_le_bytes());
        }
        out.extend(&packet.bytes);
    }
    out
}

/// The seconds of the timestamps of a capture file.
pub fn seconds(data: &[u8]) -> Vec<u32> {
    let mut out = Vec::new();
    let mut at = 24;
    while let (Some(second), Some(caplen)) = (u32_at(data, at, true), u32_at(data, at + 8, true)) {
        out.push(second);
        at += 16 + usize::try_from(caplen).expect("fits");
    }
    out
}

/// Adds frames built from the Ethernet packets: other link types around the same payload, encapsulations,
/// and packets cut short.
pub fn add_built(by_link: &mut BTreeMap<u16, Vec<Packet>>) {
    let ethernet = by_link.get(&1).cloned().unwrap_or_default();
    let step = (ethernet.len() / MOST_BUILT).max(1);
    let chosen: Vec<&Packet> =
        ethernet.iter().step_by(step).filter(|packet| packet.bytes.len() > 14).collect();
    let mut cuts = Vec::new();
    let mut add = |link: u16, from: &str, parts: &[&[u8]]| {
        let bytes = parts.concat();
        let wire_len = u32::try_from(bytes.len()).expect("fits");
        by_link.entry(link).or_default().push(Packet { bytes, wire_len, from: format!("built from {from}") });
    };
    for (number, packet) in chosen.iter().enumerate() {
        let (macs, rest) = packet.bytes.split_at(12);
        let (kind, payload) = rest.split_at(2);
        let from = packet.from.as_str();
        let is_ip = matches!(kind, [0x08, 0x00] | [0x86, 0xdd]);
        let salt = u8::try_from(number % 251).expect("fits");
        let tag = |kind: [u8; 2], id: u16| [kind[0], kind[1], (id >> 8) as u8, id as u8];
        let ppp: [u8; 2] = match kind {
            [0x08, 0x00] => [0, 0x21],
            [0x86, 0xdd] => [0, 0x57],
            _ => [0xc0, 0x21],
        };
        let pppoe = |session: u8| [0x11, 0, 0, session, 0, 40];
        match number % 16 {
            0 => add(1, from, &[macs, &tag([0x81, 0], 5), kind, payload]),
            1 => add(1, from, &[macs, &tag([0x81, 0], 100), &tag([0x81, 0], 200), kind, payload]),
            2 => add(1, from, &[macs, &tag([0x88, 0xa8], 100), &tag([0x81, 0], 300), kind, payload]),
            3 => add(1, from, &[macs, &[0x88, 0x47], &[0, 1, 0x01, 64], payload]),
            4 => add(1, from, &[macs, &[0x88, 0x47], &[0, 1, 0x00, 64], &[0, 1, 0x11, 64], payload]),
            5 => add(1, from, &[macs, &[0x88, 0x64], &pppoe(1), &ppp, payload]),
            6 => add(1, from, &[macs, &[0x88, 0x64], &pppoe(0x27), &ppp, payload]),
            7 => {
                let udp = [0x30, 0x39, 0x17, 0xc1, 0, 0, 0, 0];
                let ip =
                    [&[0x45, 0, 0, 0, 0, 0, 0, 0, 64, 17, 0, 0][..], &[10, 0, 0, 1, 10, 0, 0, 2]].concat();
                let geneve = [0, 0, 0x65, 0x58, 0, 0, 5, 0];
                add(1, from, &[macs, &[8, 0], &ip, &udp, &geneve, &packet.bytes]);
                let geneve = [1, 0, kind[0], kind[1], 0, 0, 11, 0, 1, 2, 3, 0];
                add(1, from, &[macs, &[8, 0], &ip, &udp, &geneve, payload]);
            }
            8 => {
                let udp = [0x30, 0x39, 0x17, 0xc1, 0, 0, 0, 0];
                let ip = [&[0x60, 0, 0, 0, 1, 0, 17, 64][..], &[0xfe, 0x80], &[0; 30]].concat();
                let geneve = [0, 0, 0x65, 0x58, 0, 0, 11, 0];
                add(1, from, &[macs, &[0x86, 0xdd], &ip, &udp, &geneve, &packet.bytes]);
            }
            9 => {
                // The same, cut short.
                let length = packet.bytes.len() * usize::from(salt) / 251;
                let cut = Packet {
                    bytes: packet.bytes.get(..length).unwrap_or_default().to_vec(),
                    wire_len: packet.wire_len,
                    from: format!("{from}, cut"),
                };
                cuts.push(cut);
                continue;
            }
            10 => {
                // A fragment header behind IPv6's, or a later fragment of IPv4.
                let mut payload = payload.to_vec();
                if kind == [0x08, 0x00] && payload.len() > 20 {
                    payload[7] |= salt;
                }
                if kind == [0x86, 0xdd] && payload.len() > 40 {
                    let next = std::mem::replace(&mut payload[6], 44);
                    payload.splice(40..40, [next, 0, 0, 1, 0, 0, 0, 7]);
                }
                add(1, from, &[macs, kind, &payload]);
            }
            11 => {
                // Options behind IPv4's header.
                let mut payload = payload.to_vec();
                if kind == [0x08, 0x00] && payload.len() > 20 && payload[0] == 0x45 {
                    payload[0] = 0x47;
                    payload.splice(20..20, [1u8; 8]);
                }
                add(1, from, &[macs, kind, &payload]);
            }
            12 => {
                let length = [0, 50];
                let llc: &[u8] = match salt % 8 {
                    0 => &[0x42, 0x42, 0x03],
                    1 => &[0xfe, 0xfe, 0x03, 0x83, 27, 1, 0, 15, 1, 0],
                    2 => &[0xe0, 0xe0, 0x03],
                    3 => &[0xff, 0xff],
                    4 => &[0xf0, 0xf0, 0x7f],
                    5 => &[0xaa, 0xaa, 0x03, 0x08, 0, 7, 0x80, 0x9b],
                    6 => &[0x04, 0x04, 0x01],
                    _ => &[0xfe, 0xfe, 0x03, 0x81],
                };
                add(1, from, &[macs, &length, llc, payload]);
            }
            _ => {}
        }
        if is_ip {
            let little: [u8; 4] =
                if kind[0] == 8 { [2, 0, 0, 0] } else { [[24, 28, 30][usize::from(salt % 3)], 0, 0, 0] };
            let mut big = little;
            big.reverse();
            add(0, from, &[&little, payload]);
            add(108, from, &[&big, payload]);
            add(101, from, &[payload]);
            add(12, from, &[payload]);
            add(if kind[0] == 8 { 228 } else { 229 }, from, &[payload]);
            // Each of those also where only the other belongs.
            if salt % 16 == 0 {
                add(if kind[0] == 8 { 229 } else { 228 }, from, &[payload]);
            }
        }
        add(9, from, &[&[0xff, 0x03], &ppp, payload]);
        add(50, from, &[&[0xff, 0x03], &ppp, payload]);
        add(51, from, &[&pppoe(1), &ppp, payload]);
        add(104, from, &[&[0x0f, 0], kind, payload]);
        let sent = salt % 5;
        add(113, from, &[&[0, sent, 0, 1, 0, 6], &macs[6..], &[0, 0], kind, payload]);
        add(276, from, &[kind, &[0, 0, 0, 0, 0, salt % 3, 0, 1, sent, 6], &macs[6..], &[0, 0], payload]);
        if salt % 8 == 0 {
            add(
                113,
                from,
                &[&[0, sent, 0, 1, 0, 6], &macs[6..], &[0, 0], &[0, 4], &[0x42, 0x42, 3], payload],
            );
            add(
                113,
                from,
                &[
                    &[0, sent, 0, 1, 0, 6],
                    &macs[6..],
                    &[0, 0],
                    &[0, 4],
                    &[0xaa, 0xaa, 3, 8, 0, 7, 0x80, 0x9b],
                    payload,
                ],
            );
            add(
                113,
                from,
                &[&[0, sent, 0, 1, 0, 6], &macs[6..], &[0, 0], &[0x88, 0x64], &pppoe(3), &ppp, payload],
            );
            add(
                276,
                from,
                &[
                    &[0x88, 0x64],
                    &[0, 0, 0, 0, 0, 1, 0, 1, sent, 6],
                    &macs[6..],
                    &[0, 0],
                    &pppoe(3),
                    &ppp,
                    payload,
                ],
            );
        }
        // IEEE 802.11, with each type and direction.
        let first = [0x08, 0x88, 0x80, 0xd4, 0xc4, 0xb4, 0x48, 0xc8, 0x40, 0xa4][usize::from(salt % 10)];
        let flags = [0x01, 0x02, 0x03, 0x00, 0x41][usize::from(salt % 5)];
        let mut frame = vec![first, flags, 0, 0];
        let third = if salt % 4 == 0 { &[0xff; 6][..] } else { &macs[..6] };
        for part in [&macs[..6], &macs[6..], third, &[salt, 0]] {
            frame.extend(part);
        }
        if first & 0x88 == 0x88 {
            frame.extend([0, 0]);
        }
        let padded = [&frame[..], &vec![0; frame.len().next_multiple_of(4) - frame.len()]].concat();
        let snap: [u8; 8] = match salt % 7 {
            6 => [0x42, 0x42, 3, 0, 0, 0, 0, 0],
            5 => [0xfe, 0xfe, 3, 0x83, 0, 0, 0, 0],
            _ => [0xaa, 0xaa, 3, 0, 0, 0, kind[0], kind[1]],
        };
        add(105, from, &[&frame, &snap, payload]);
        match salt % 4 {
            0 => add(127, from, &[&[0, 0, 8, 0, 0, 0, 0, 0], &frame, &snap, payload]),
            1 => add(127, from, &[&[0, 0, 9, 0, 2, 0, 0, 0, 0x20], &padded, &snap, payload]),
            2 => add(127, from, &[&[0, 0, 18, 0, 3, 0, 0, 0], &[0; 8], &[0x20, 0], &padded, &snap, payload]),
            _ => add(127, from, &[&[0, 0, 18, 0, 3, 0, 0, 0], &[0; 8], &[0, 0], &frame, &snap, payload]),
        }
        let avs = [0x80, 0x21, 0x10, 0x01, 0, 0, 0, 64];
        add(163, from, &[&avs, &[0; 56], &frame, &snap, payload]);
        if salt % 2 == 0 {
            add(119, from, &[&avs, &[0; 56], &frame, &snap, payload]);
        } else {
            add(119, from, &[&[0x44, 0, 0, 0], &[0; 140], &frame, &snap, payload]);
        }
    }
    by_link.entry(1).or_default().extend(cuts);
}
