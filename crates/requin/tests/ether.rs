//! Protocols right above Ethernet, from hand-made frames.

use requin::Capture;

/// The fields of frames of an Ethernet type, cut to `snaplen` bytes.
fn shown(ethertype: u16, payloads: &[&[u8]], snaplen: usize) -> Vec<(String, Vec<(&'static str, String)>)> {
    let mut file = Vec::new();
    file.extend(0xa1b2_c3d4u32.to_le_bytes());
    file.extend([2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0]);
    for (i, payload) in payloads.iter().enumerate() {
        let frame = [&[2; 12][..], &ethertype.to_be_bytes(), payload].concat();
        let words = [1_700_000_000 + i as u32, 0, frame.len().min(snaplen) as u32, frame.len() as u32];
        file.extend(words.iter().flat_map(|n| n.to_le_bytes()));
        file.extend(frame.iter().take(snaplen));
    }
    let mut frames = Vec::new();
    let read = Capture::from_read("made by hand", std::io::Cursor::new(file)).and_then(|capture| {
        capture.each(|f| {
            frames.push((f.info(), f.all().map(|(name, v)| (name, v.text().to_owned())).collect()));
        })
    });
    assert!(read.is_ok());
    frames
}

#[test]
fn disks_over_ethernet() {
    let request = [0x10, 0, 0, 20, 0, 0, 0, 0, 0, 7, 0x41, 0, 2, 0x34, 2, 1, 0, 0, 0, 0, 0, 0];
    let response = [0x18, 0, 0, 20, 0, 0, 0, 0, 0, 7, 0x41, 0, 0, 0x40, 2, 1, 0, 0, 0, 0, 0, 0];
    let failed = [0x1c, 3, 0, 20, 0, 1, 0, 0, 0, 8];
    let all: [&[u8]; 4] = [&request, &response, &failed, &[0x20]];
    let frames = shown(0x88a2, &all, usize::MAX);
    let has = |i: usize, name: &str, value: &str| frames[i].1.iter().any(|f| f.0 == name && f.1 == value);
    assert_eq!(frames[0].0, "Issue ATA Command Request ATA:Write ext");
    assert!(has(0, "aoe.lba", "0x0000000000000102") && has(0, "aoe.aflags.w", "1"));
    assert_eq!(frames[1].0, "Issue ATA Command Response ATA:Write ext");
    assert!(
        has(1, "aoe.response_to", "1")
            && has(1, "aoe.time", "1.000000000")
            && has(1, "aoe.ata.status", "0x40")
    );
    assert!(has(2, "aoe.error", "3") && has(2, "aoe.cmd", "1"));
    assert!(has(3, "aoe.version", "2") && !has(3, "aoe.major", "0x0014"));
    for n in 0..22 {
        assert_eq!(shown(0x88a2, &all, 14 + n).len(), all.len());
        let cut = all.map(|p| &p[..n.min(p.len())]);
        assert_eq!(shown(0x88a2, &cut, usize::MAX).len(), all.len());
    }
}

#[test]
fn a_length_of_zero_is_a_type_that_says_nothing() {
    let has = |f: &[(&str, String)], name: &str, value: &str| f.iter().any(|f| f.0 == name && f.1 == value);
    let frames = shown(0, &[&[0x45, 0, 0, 3]], usize::MAX);
    assert!(has(&frames[0].1, "eth.type", "0x0000") && has(&frames[0].1, "data.data", "45:00:00:03"));
    assert!(!frames[0].1.iter().any(|f| f.0 == "eth.len"));
    let frames = shown(3, &[&[0x42, 0x42, 3, 0, 0, 0]], usize::MAX);
    assert!(has(&frames[0].1, "eth.len", "3") && has(&frames[0].1, "llc.dsap", "0x42"));
}
