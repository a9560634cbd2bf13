//! Captures what the test itself sends over loopback. Needs the right to capture.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic)]

use requin_capture::{Error, Live, Options, Sender};
use requin_file::{Batch, LinkType};
use std::net::UdpSocket;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Begins to capture, or says why this test can't.
fn start(wanted: Vec<(&str, Options)>) -> Option<Live> {
    match Live::start(wanted.into_iter().map(|(n, o)| (n.to_owned(), o)).collect()) {
        Ok(live) => Some(live),
        Err(e @ Error::NotAllowed { .. }) => {
            println!("skipped: {e}");
            None
        }
        Err(e) => panic!("{e}"),
    }
}

/// A socket, and another that it sends to.
fn pair() -> (UdpSocket, UdpSocket, u16) {
    let to = UdpSocket::bind("127.0.0.1:0").unwrap();
    let from = UdpSocket::bind("127.0.0.1:0").unwrap();
    from.connect(to.local_addr().unwrap()).unwrap();
    let port = to.local_addr().unwrap().port();
    (from, to, port)
}

fn filtered(port: u16) -> Options {
    Options { filter: Some(format!("udp dst port {port}")), ..Options::default() }
}

/// Ends the capture and gives the bytes of all frames, link types and times checked on the way.
fn all(mut live: Live, link: LinkType) -> Vec<Vec<u8>> {
    live.stop_flag().store(true, Ordering::Relaxed);
    let (mut batch, mut frames) = (Batch::new(), Vec::new());
    let mut last = None;
    while live.next_batch(&mut batch, 7).unwrap() {
        for f in batch.frames() {
            assert_eq!((f.number, f.record.link), (frames.len() as u64 + 1, link));
            assert!(last <= Some(f.record.time), "out of order");
            last = Some(f.record.time);
            frames.push(f.data.to_vec());
        }
    }
    frames
}

#[test]
fn each_packet_comes_once_and_whole_even_right_before_the_end() {
    let (from, _to, port) = pair();
    let Some(live) = start(vec![("lo", filtered(port))]) else { return };
    let tally = live.tally();
    for i in 0..100u8 {
        from.send(&[i; 33]).unwrap();
    }
    let frames = all(live, LinkType::ETHERNET);
    assert_eq!(frames.len(), 100);
    for (i, f) in frames.iter().enumerate() {
        assert_eq!((f.len(), &f[42..]), (75, &[i as u8; 33][..]));
    }
    let counts = tally.counts();
    assert_eq!((counts[0].received, counts[0].lost(), counts[0].name.as_str()), (100, 0, "lo"));
}

#[test]
fn any_is_cooked_and_takes_loopback_once() {
    let (from, _to, port) = pair();
    let Some(live) = start(vec![("any", filtered(port))]) else { return };
    from.send(b"hello").unwrap();
    let frames = all(live, LinkType::LINUX_SLL2);
    assert_eq!(frames.len(), 1);
    let f = &frames[0];
    assert_eq!((&f[0..2], &f[8..11], f.len()), (&[8, 0][..], &[3, 4, 0][..], 20 + 33));
    assert_eq!(&f[48..], b"hello");
}

#[test]
fn several_at_once_and_a_short_snaplen() {
    let (from, _to, port) = pair();
    let short = Options { snaplen: 50, ..filtered(port) };
    let Some(live) = start(vec![("lo", short.clone()), ("lo", short)]) else { return };
    for _ in 0..10 {
        from.send(&[7; 100]).unwrap();
    }
    let frames = all(live, LinkType::ETHERNET);
    assert_eq!((frames.len(), frames.iter().all(|f| f.len() == 50)), (20, true));
}

#[test]
fn sockets_share_by_flow() {
    let flows: Vec<_> = (0..8).map(|_| pair()).collect();
    let filter = flows.iter().map(|f| format!("udp dst port {}", f.2)).collect::<Vec<_>>().join(" or ");
    let options = Options { filter: Some(filter), fanout: 4, ..Options::default() };
    let Some(live) = start(vec![("lo", options)]) else { return };
    for (from, ..) in flows.iter().cycle().take(80) {
        from.send(b"x").unwrap();
    }
    let tally = live.tally();
    assert_eq!(all(live, LinkType::ETHERNET).len(), 80);
    assert_eq!(tally.counts()[0].received, 80);
}

#[test]
fn silence_comes_back_now_and_then() {
    let (_from, _to, port) = pair();
    let Some(mut live) = start(vec![("lo", filtered(port))]) else { return };
    let mut batch = Batch::new();
    let began = std::time::Instant::now();
    assert!(live.next_batch(&mut batch, 256).unwrap() && batch.is_empty());
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[test]
fn what_is_sent_raw_is_captured() {
    let filter = Some("ether proto 0x88b5".to_owned());
    let Some(live) = start(vec![("lo", Options { filter, ..Options::default() })]) else { return };
    let mut frame = vec![0u8; 60];
    frame[12..14].copy_from_slice(&[0x88, 0xb5]);
    let frames: Vec<Vec<u8>> = (0..200u8)
        .map(|i| {
            frame[20] = i;
            frame.clone()
        })
        .collect();
    assert_eq!(Sender::open("lo").unwrap().send_all(&frames).unwrap(), 200);
    assert_eq!(all(live, LinkType::ETHERNET), frames);
}

/// The kernel takes tags out of frames; filters see them, and frames have them again.
#[test]
fn tags_are_filtered_and_put_back() {
    let filter = Some("vlan 77 and ether proto 0x88b6".to_owned());
    let Some(live) = start(vec![("lo", Options { filter, ..Options::default() })]) else { return };
    let frame = |id: u8, tagged: bool| {
        let mut frame = vec![2; 12];
        if tagged {
            frame.extend([0x81, 0, 0x20, id]);
        }
        frame.extend([0x88, 0xb6]);
        frame.resize(70, id);
        frame
    };
    let frames = [frame(77, true), frame(78, true), frame(77, false), frame(77, true)];
    assert_eq!(Sender::open("lo").unwrap().send_all(&frames).unwrap(), 4);
    assert_eq!(all(live, LinkType::ETHERNET), [frame(77, true), frame(77, true)]);
}

#[test]
fn what_cannot_be_is_refused() {
    let refused =
        |name: &str, o: Options| Live::start(vec![(name.to_owned(), o)]).err().map(|e| e.to_string());
    let said = refused("nosuch0", Options::default()).unwrap();
    assert!(said.contains("no interface \"nosuch0\"") && said.contains("lo"), "{said}");
    let filter = Some("tcp prot 80".to_owned());
    let said = refused("lo", Options { filter, ..Options::default() }).unwrap();
    assert!(said.starts_with("capture filter for lo"), "{said}");
    let said = refused("lo", Options { link: Some(LinkType::PPP), ..Options::default() }).unwrap();
    assert!(said.contains("lo can't be captured as PPP") && said.contains("EN10MB"), "{said}");
}
