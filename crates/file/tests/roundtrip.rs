//! What is written is read back the same; and no input whatever makes the reader panic.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use requin_file::{
    Batch, Compression, Error, Format, Frame, Header, Interface, LinkType, NameRecord, OptionsBuf, Reader,
    Record, Resolution, Secret, Statistics, Writer, code, drain,
};
use requin_wire::Time;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex};

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[derive(Clone, Debug)]
struct Sample {
    secs: i64,
    nanos: u32,
    interface: u32,
    more: u32,
    data: Vec<u8>,
    comment: Option<String>,
    flags: Option<u32>,
}

fn sample() -> impl Strategy<Value = Sample> {
    let data = prop::collection::vec(any::<u8>(), 0..100);
    let times = (0..i64::from(u32::MAX), 0..1_000_000_000u32);
    (times, 0..2u32, 0..2000u32, data, prop::option::of("[a-zäß ]{1,9}"), any::<Option<u32>>()).prop_map(
        |((secs, nanos), interface, more, data, comment, flags)| Sample {
            secs,
            nanos,
            interface,
            more,
            data,
            comment,
            flags,
        },
    )
}

fn options(sample: &Sample) -> OptionsBuf {
    let mut options = OptionsBuf::new();
    if let Some(comment) = &sample.comment {
        options.comment(comment);
    }
    if let Some(flags) = sample.flags {
        options.push(code::EPB_FLAGS, &flags.to_le_bytes());
    }
    options
}

/// Writes samples and returns the bytes.
fn write(format: Format, header: Header, samples: &[Sample]) -> Vec<u8> {
    let out = Shared::default();
    let mut writer = Writer::to_write("out", Box::new(out.clone()), format, header.clone()).unwrap();
    for sample in samples {
        let interface = header.interfaces.get(sample.interface).unwrap();
        let captured = sample.data.len() as u32;
        let time = Time::new(sample.secs, sample.nanos);
        let record = Record::new(time, interface.link, sample.interface, captured, captured + sample.more);
        let options = options(sample);
        let frame = Frame { number: 1, record: &record, data: &sample.data, options: options.options() };
        writer.write_frame(frame).unwrap();
    }
    assert_eq!(writer.finish().unwrap(), samples.len() as u64);
    out.bytes()
}

fn check(bytes: &[u8], samples: &[Sample], nanos_kept: impl Fn(&Sample) -> u32, with_options: bool) {
    let mut reader = Reader::from_backing("in", Arc::new(bytes.to_vec())).unwrap();
    let (mut batch, mut at) = (Batch::new(), 0);
    while reader.next_batch(&mut batch, 7).unwrap() {
        for frame in batch.frames() {
            let sample = &samples[at];
            assert_eq!(frame.data, sample.data);
            assert_eq!(frame.record.time, Time::new(sample.secs, nanos_kept(sample)));
            assert_eq!(frame.record.original, sample.data.len() as u32 + sample.more);
            if with_options {
                assert_eq!(frame.record.interface, sample.interface);
                let comments: Vec<_> = frame.options.comments().map(String::from).collect();
                assert_eq!(comments, sample.comment.iter().cloned().collect::<Vec<_>>());
                let flags = frame.options.get(code::EPB_FLAGS).and_then(|option| option.u32());
                assert_eq!(flags, sample.flags);
            }
            at += 1;
        }
    }
    assert_eq!(at, samples.len());
}

fn two_interfaces() -> Header {
    let header = Header::new(LinkType::ETHERNET, 262_144);
    let mut second = Interface::new(LinkType::RAW, 0);
    second.resolution = Resolution::NANO;
    second.offset = -5;
    second.name = Some("tun0".into());
    second.filter = Some("udp port 53".into());
    second.comments = vec!["one".into(), "two".into()];
    second.speed = Some(10_000_000_000);
    second.fcs_length = Some(4);
    header.interfaces.push(second);
    header
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pcapng_comes_back(samples in prop::collection::vec(sample(), 0..40)) {
        let bytes = write(Format::Pcapng, two_interfaces(), &samples);
        check(&bytes, &samples, |s| if s.interface == 0 { s.nanos / 1000 * 1000 } else { s.nanos }, true);
    }

    #[test]
    fn pcap_comes_back(samples in prop::collection::vec(sample(), 0..40)) {
        let samples: Vec<Sample> = samples.into_iter().map(|s| Sample { interface: 0, ..s }).collect();
        let bytes = write(Format::NsecPcap, Header::new(LinkType::ETHERNET, 0), &samples);
        check(&bytes, &samples, |s| s.nanos, false);
        let bytes = write(Format::Pcap, Header::new(LinkType::ETHERNET, 0), &samples);
        check(&bytes, &samples, |s| s.nanos / 1000 * 1000, false);
    }

    #[test]
    fn compressed_comes_back(samples in prop::collection::vec(sample(), 0..20), kind in 0..5usize) {
        use Compression::{Bzip2, Gzip, Lz4, Xz, Zstd};
        let kind = [Gzip, Zstd, Lz4, Xz, Bzip2][kind];
        let header = Header { compression: Some(kind), ..two_interfaces() };
        let bytes = write(Format::Pcapng, header, &samples);
        assert_eq!(Compression::of(&bytes), kind);
        check(&bytes, &samples, |s| if s.interface == 0 { s.nanos / 1000 * 1000 } else { s.nanos }, true);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), kind in 0..8usize) {
        let marks: [&[u8]; 8] = [
            &[0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0],
            &[0xa1, 0xb2, 0x3c, 0x4d, 0, 2, 0, 3],
            &[10, 13, 13, 10, 28, 0, 0, 0, 0x4d, 0x3c, 0x2b, 0x1a, 1, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255,
                255, 28, 0, 0, 0, 1, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0],
            b"snoop\0\0\0\0\0\0\x02\0\0\0\x04",
            &[0x1f, 0x8b, 8],
            &[0x28, 0xb5, 0x2f, 0xfd],
            &[0x04, 0x22, 0x4d, 0x18],
            b"\xfd7zXZ\0",
        ];
        let _ = drain(&[marks[kind], &bytes].concat());
    }

    #[test]
    fn no_damage_panics(samples in prop::collection::vec(sample(), 1..9), hits in prop::collection::vec(any::<(u16, u8)>(), 1..6)) {
        for format in [Format::Pcapng, Format::Pcap] {
            let some: Vec<Sample> = samples.iter().cloned().map(|s| Sample { interface: 0, ..s }).collect();
            let mut bytes = write(format, two_interfaces(), &some);
            for &(at, value) in &hits {
                let at = usize::from(at) % bytes.len();
                bytes[at] = value;
            }
            let (count, _) = drain(&bytes);
            assert!(count <= bytes.len() as u64 / 12);
        }
    }
}

#[test]
fn what_stands_beside_the_frames_is_carried_over() {
    let header = two_interfaces();
    let out = Shared::default();
    let mut writer = Writer::to_write(
        "out",
        Box::new(out.clone()),
        Format::Pcapng,
        Header {
            section: requin_file::Section {
                hardware: Some("abacus".into()),
                comments: vec!["first".into(), "second".into()],
                ..Default::default()
            },
            ..header
        },
    )
    .unwrap();
    let names = vec![
        NameRecord { address: IpAddr::V4(Ipv4Addr::LOCALHOST), names: vec!["a".into(), "b".into()] },
        NameRecord { address: IpAddr::V6(Ipv6Addr::LOCALHOST), names: vec!["c".into()] },
    ];
    writer.names(&names).unwrap();
    let secret = Secret { kind: Secret::TLS_KEY_LOG, data: b"CLIENT_RANDOM 1".to_vec() };
    writer.secret(&secret).unwrap();
    let counts = Statistics {
        interface: 1,
        time: Time::new(9, 1),
        received: Some(7),
        dropped: Some(1),
        start: Some(Time::new(3, 2)),
        comments: vec!["end".into()],
        ..Default::default()
    };
    writer.statistics(counts.clone());
    writer.write(&Record::new(Time::new(1, 0), LinkType::RAW, 1, 2, 2), b"ip").unwrap();
    writer.finish().unwrap();
    let mut bytes = out.bytes();
    // Twice: as written, and as written again from what was read.
    for _ in 0..2 {
        let mut reader = Reader::from_backing("in", Arc::new(bytes)).unwrap();
        let again = Shared::default();
        let mut batch = Batch::new();
        assert!(reader.next_batch(&mut batch, 10).unwrap());
        let mut writer =
            Writer::to_write("out", Box::new(again.clone()), Format::Pcapng, Header::of(&reader)).unwrap();
        writer.carry(&reader).unwrap();
        writer.write_from(&batch, 0).unwrap();
        assert!(!reader.next_batch(&mut batch, 10).unwrap());
        writer.carry(&reader).unwrap();
        writer.finish().unwrap();
        assert_eq!(reader.names(), names);
        assert_eq!(reader.secrets(), std::slice::from_ref(&secret));
        assert_eq!(reader.statistics(), std::slice::from_ref(&counts));
        assert_eq!(reader.sections()[0].comments, ["first", "second"]);
        assert_eq!(reader.sections()[0].hardware.as_deref(), Some("abacus"));
        let second = reader.interfaces().get(1).unwrap();
        assert_eq!((second.offset, second.speed, second.fcs_length), (-5, Some(10_000_000_000), Some(4)));
        assert_eq!(second.comments, ["one", "two"]);
        assert_eq!(second.filter.as_deref(), Some("udp port 53"));
        bytes = again.bytes();
    }
}

#[test]
fn a_packet_without_a_time_stays_without() {
    let mut record = Record::new(Time::ZERO, LinkType::ETHERNET, 0, 5, 50);
    record.time_present = false;
    for snaplen in [0, 5] {
        let out = Shared::default();
        let header = Header::new(LinkType::ETHERNET, snaplen);
        let mut writer = Writer::to_write("out", Box::new(out.clone()), Format::Pcapng, header).unwrap();
        writer.write(&record, b"hello").unwrap();
        writer.finish().unwrap();
        let bytes = out.bytes();
        let mut reader = Reader::from_backing("in", Arc::new(bytes)).unwrap();
        let mut batch = Batch::new();
        assert!(reader.next_batch(&mut batch, 10).unwrap());
        assert_eq!(batch.data(0), b"hello");
        assert_eq!(batch.record(0).original, 50);
        // A Simple Packet Block can say so only when the snapshot length tells what was kept.
        assert_eq!(batch.record(0).time_present, snaplen == 0);
    }
}

#[test]
fn pcap_refuses_what_it_cannot_hold() {
    let mut writer =
        Writer::to_write("out", Box::new(std::io::sink()), Format::Pcap, two_interfaces()).unwrap();
    writer.write(&Record::new(Time::new(1, 0), LinkType::ETHERNET, 0, 2, 2), b"ab").unwrap();
    let refused = writer.write(&Record::new(Time::new(1, 0), LinkType::RAW, 1, 2, 2), b"ab");
    assert!(matches!(refused, Err(Error::CannotHold { .. })));
    let refused = writer.write(&Record::new(Time::new(-1, 0), LinkType::ETHERNET, 0, 2, 2), b"ab");
    assert!(matches!(refused, Err(Error::CannotHold { .. })));
    assert!(Writer::to_write("out", Box::new(std::io::sink()), Format::Snoop, Header::default()).is_err());
}

#[test]
fn a_full_disk_is_told() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let header = Header::new(LinkType::ETHERNET, 0);
    let mut writer = Writer::create("/dev/full".as_ref(), Format::Pcap, header).unwrap();
    writer.write(&Record::new(Time::new(1, 0), LinkType::ETHERNET, 0, 2, 2), b"ab").unwrap();
    assert!(matches!(writer.finish(), Err(Error::Write { .. })));
}

fn count(path: &std::path::Path) -> usize {
    let (mut reader, mut batch, mut frames) = (Reader::open(path).unwrap(), Batch::new(), 0);
    while reader.next_batch(&mut batch, 256).unwrap() {
        frames += batch.len();
    }
    frames
}

/// Members behind each other are one file; and before the end it is known how many frames are safe in them.
#[test]
fn compressed_files_are_written_in_members() {
    let mut noise = 7u32;
    let frames: Vec<Vec<u8>> = (0..6000u32)
        .map(|n| {
            let mut frame = n.to_be_bytes().to_vec();
            frame.resize_with(1000, || {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // Little of it: the slow ones are to be done soon.
                if noise >> 28 == 0 { (noise >> 20) as u8 } else { 0 }
            });
            frame
        })
        .collect();
    for extension in ["gz", "zst", "lz4", "xz", "bz2"] {
        let path =
            std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("members.pcap.{extension}"));
        let header = Header::new(LinkType::ETHERNET, 0);
        let mut writer = Writer::create(&path, Format::Pcap, header).unwrap();
        for frame in &frames {
            writer.write(&Record::new(Time::new(1, 0), LinkType::ETHERNET, 0, 1000, 1000), frame).unwrap();
        }
        let safe = writer.frames_written();
        assert!(safe > 1000 && safe < 6000, "{extension}: {safe}");
        writer.flush().unwrap();
        if ["zst", "lz4"].contains(&extension) {
            // Whole at any time.
            assert_eq!((writer.frames_written(), count(&path)), (6000, 6000), "{extension}");
        }
        assert_eq!(writer.finish().unwrap(), 6000);
        let (mut reader, mut batch, mut read) = (Reader::open(&path).unwrap(), Batch::new(), 0);
        while reader.next_batch(&mut batch, 256).unwrap() {
            for frame in batch.frames() {
                assert!(frame.data == frames[read], "{extension}: frame {read}");
                read += 1;
            }
        }
        assert_eq!(read, 6000, "{extension}");
    }
}

/// A file in big-endian order: numbers in options are turned, text and bytes are not.
#[test]
fn options_of_a_big_endian_file_are_turned() {
    let word = u32::to_be_bytes;
    let section =
        [&[10, 13, 13, 10][..], &word(28), &word(0x1a2b_3c4d), &[0, 1, 0, 0], &[0xff; 8], &word(28)];
    let interface =
        [&word(1)[..], &word(32), &[0, 1, 0, 0], &word(0), &[0, 10, 0, 4], &word(7), &[0; 4], &word(32)];
    let options =
        [&[0, 2, 0, 4][..], &word(0x1234), &[0, 1, 0, 2], b"hi\0\0", &[0, 77, 0, 4], b"abcd", &[0; 4]];
    let packet = [&word(6)[..], &word(60), &[0; 12], &[0; 8], &options.concat(), &word(60)];
    let bytes = [section.concat(), interface.concat(), packet.concat()].concat();
    let mut reader = Reader::from_backing("in", Arc::new(bytes)).unwrap();
    let mut batch = Batch::new();
    assert!(reader.next_batch(&mut batch, 9).unwrap());
    let out = Shared::default();
    let mut writer =
        Writer::to_write("out", Box::new(out.clone()), Format::Pcapng, Header::of(&reader)).unwrap();
    writer.write_from(&batch, 0).unwrap();
    writer.finish().unwrap();
    let mut again = Reader::from_backing("in", Arc::new(out.bytes())).unwrap();
    assert!(again.next_batch(&mut batch, 9).unwrap());
    let options = batch.options(0);
    assert_eq!(options.get(code::EPB_FLAGS).and_then(|option| option.u32()), Some(0x1234));
    assert_eq!(options.comments().collect::<Vec<_>>(), ["hi"]);
    assert_eq!(options.get(77).map(|option| option.value), Some(&b"abcd"[..]));
    let zone = again.interfaces().get(0).unwrap().other[0].clone();
    assert_eq!((zone.code, zone.value), (code::IF_TZONE, vec![7, 0, 0, 0]));
}
