//! Each format, built from bytes: what is read, what is refused, and what a cut at each byte leaves.

#![allow(clippy::unwrap_used, clippy::panic)]

use requin_file::{
    Batch, Compression, Error, Format, LinkType, Reader, Record, Resolution, Secret, code, drain,
};
use requin_wire::Time;
use std::io::{Read, Write};
use std::sync::Arc;

type Bytes = Vec<u8>;
type Packer = fn(&[u8]) -> Bytes;

struct Seen {
    reader: Reader,
    frames: Vec<(Record, Bytes)>,
    comments: Vec<String>,
    error: Option<Error>,
}

fn see(bytes: &[u8]) -> Seen {
    read(Reader::from_backing("test", Arc::new(bytes.to_vec())).unwrap())
}

fn read(mut reader: Reader) -> Seen {
    let (mut frames, mut comments) = (Vec::new(), Vec::new());
    let mut batch = Batch::new();
    let error = loop {
        match reader.next_batch(&mut batch, 3) {
            Ok(true) => {
                assert!((1..=3).contains(&batch.len()));
                assert_eq!(batch.first_number(), frames.len() as u64 + 1);
                for frame in batch.frames() {
                    frames.push((*frame.record, frame.data.to_vec()));
                    comments.extend(frame.options.comments().map(String::from));
                }
            }
            Ok(false) => break None,
            Err(error) => break Some(error),
        }
    };
    // The error comes once, and then the end.
    assert!(!reader.next_batch(&mut batch, 3).unwrap());
    Seen { reader, frames, comments, error }
}

fn word(big: bool, number: u32) -> [u8; 4] {
    if big { number.to_be_bytes() } else { number.to_le_bytes() }
}

fn half(big: bool, number: u16) -> [u8; 2] {
    if big { number.to_be_bytes() } else { number.to_le_bytes() }
}

fn pcap_header(big: bool, magic: u32, version: (u16, u16), network: u32) -> Bytes {
    let mut out = word(big, magic).to_vec();
    out.extend(half(big, version.0));
    out.extend(half(big, version.1));
    for number in [0, 0, 65_535, network] {
        out.extend(word(big, number));
    }
    out
}

fn pcap_record(big: bool, head: [u32; 4], extra: usize, data: &[u8]) -> Bytes {
    let mut out: Bytes = head.iter().flat_map(|&number| word(big, number)).collect();
    out.extend(vec![0; extra]);
    out.extend(data);
    out
}

fn block(big: bool, kind: u32, body: &[&[u8]]) -> Bytes {
    let mut body = body.concat();
    body.resize(body.len().next_multiple_of(4), 0);
    let length = word(big, body.len() as u32 + 12);
    [&word(big, kind)[..], &length, &body, &length].concat()
}

fn option(big: bool, code: u16, value: &[u8]) -> Bytes {
    let mut out = [half(big, code), half(big, value.len() as u16)].concat();
    out.extend(value);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}

fn section(big: bool, options: &[u8]) -> Bytes {
    let versions = [half(big, 1), half(big, 0)].concat();
    block(big, 0x0a0d_0d0a, &[&word(big, 0x1a2b_3c4d), &versions, &[0xff; 8], options])
}

fn interface(big: bool, link: u16, snaplen: u32, options: &[u8]) -> Bytes {
    block(big, 1, &[&half(big, link), &[0; 2], &word(big, snaplen), options])
}

fn packet(big: bool, interface: u32, ticks: u64, data: &[u8], options: &[u8]) -> Bytes {
    let numbers = [interface, (ticks >> 32) as u32, ticks as u32, data.len() as u32, data.len() as u32 + 7];
    let head: Bytes = numbers.iter().flat_map(|&number| word(big, number)).collect();
    let padding = vec![0; data.len().next_multiple_of(4) - data.len()];
    block(big, 6, &[&head, data, &padding, options])
}

#[test]
fn pcap_in_both_byte_orders_and_units() {
    for big in [false, true] {
        for (magic, format, fraction, nanos) in [
            (0xa1b2_c3d4, Format::Pcap, 250_000, 250_000_000),
            (0xa1b2_3c4d, Format::NsecPcap, 250_000_001, 250_000_001),
            (0xa1b2_cd34, Format::ModifiedPcap, 250_000, 250_000_000),
        ] {
            let extra = if format == Format::ModifiedPcap { 8 } else { 0 };
            let mut bytes = pcap_header(big, magic, (2, 4), 113);
            bytes.extend(pcap_record(big, [4_000_000_000, fraction, 5, 9], extra, b"hello"));
            bytes.extend(pcap_record(big, [1, 0, 0, 0], extra, b""));
            let seen = see(&bytes);
            assert!(seen.error.is_none());
            assert_eq!(seen.reader.format(), format);
            let (record, data) = &seen.frames[0];
            assert_eq!(record.time, Time::new(4_000_000_000, nanos));
            assert_eq!((record.captured, record.original, record.link), (5, 9, LinkType::LINUX_SLL));
            assert_eq!(record.offset, 40 + extra as u64);
            assert_eq!(data, b"hello");
            assert_eq!(seen.frames[1].1, b"");
            assert_eq!(seen.reader.sections()[0].big_endian, big);
        }
    }
}

#[test]
fn old_pcap_has_its_lengths_the_other_way_round() {
    for (version, lengths, wanted) in [
        ((2, 2), [9, 5], (5, 9)),
        ((543, 0), [9, 5], (5, 9)),
        ((2, 3), [9, 5], (5, 9)),
        ((2, 3), [5, 9], (5, 9)),
        ((2, 4), [5, 9], (5, 9)),
    ] {
        let mut bytes = pcap_header(false, 0xa1b2_c3d4, version, 1);
        bytes.extend(pcap_record(false, [1, 2, lengths[0], lengths[1]], 0, b"hello"));
        let seen = see(&bytes);
        assert!(seen.error.is_none(), "{version:?}");
        assert_eq!((seen.frames[0].0.captured, seen.frames[0].0.original), wanted);
    }
}

#[test]
fn pcap_with_longer_records_is_known_by_its_records() {
    for (magic, extra, format) in [
        (0xa1b2_c3d4, 8, Format::RedHatPcap),
        (0xa1b2_c3d4, 4, Format::NokiaPcap),
        (0xa1b2_cd34, 12, Format::SusePcap),
        (0xa1b2_c3d4, 0, Format::Pcap),
    ] {
        let mut bytes = pcap_header(false, magic, (2, 4), 1);
        for number in 0..5 {
            bytes.extend(pcap_record(false, [1_500_000_000, number, 60, 60], extra, &[0xee; 60]));
        }
        let seen = see(&bytes);
        assert!(seen.error.is_none(), "{format:?}");
        assert_eq!((seen.reader.format(), seen.frames.len()), (format, 5));
        assert!(seen.frames.iter().all(|(_, data)| data == &[0xee; 60]));
    }
}

#[test]
fn pcap_of_aix_has_nanoseconds_and_interface_types() {
    let mut bytes = pcap_header(true, 0xa1b2_c3d4, (2, 2), 6);
    bytes.extend(pcap_record(true, [1, 999_999_999, 5, 5], 0, b"hello"));
    let seen = see(&bytes);
    assert_eq!(seen.frames[0].0.time, Time::new(1, 999_999_999));
    assert_eq!(seen.frames[0].0.link, LinkType::ETHERNET);
}

#[test]
fn pcap_tells_the_frame_check_sequence_in_the_link_type() {
    let seen = see(&pcap_header(false, 0xa1b2_c3d4, (2, 4), 0x2400_0001));
    let interface = seen.reader.interfaces().get(0).unwrap();
    assert_eq!((interface.link, interface.fcs_length), (LinkType::ETHERNET, Some(4)));
    let refused = Reader::from_backing("x", Arc::new(pcap_header(false, 0xa1b2_c3d4, (2, 4), 0x0020_0001)));
    assert!(matches!(refused, Err(Error::Unsupported { .. })));
    let refused = Reader::from_backing("x", Arc::new(pcap_header(false, 0xa1b2_c3d4, (3, 0), 1)));
    assert!(matches!(refused, Err(Error::Unsupported { .. })));
}

#[test]
fn a_packet_too_large_is_damage_and_what_came_before_is_delivered() {
    let mut bytes = pcap_header(false, 0xa1b2_c3d4, (2, 4), 1);
    bytes.extend(pcap_record(false, [1, 2, 5, 5], 0, b"hello"));
    bytes.extend(pcap_record(false, [1, 2, u32::MAX, 5], 0, b"hello"));
    let seen = see(&bytes);
    assert_eq!(seen.frames.len(), 1);
    let error = seen.error.unwrap();
    assert!(matches!(error, Error::Damaged { offset: 45, .. }), "{error}");
    assert!(error.to_string().contains("4294967295-byte packet, bigger than maximum of 262144"));
}

/// A file, its frames' ends, and what else cuts it cleanly.
fn cut_everywhere(bytes: &[u8], least: usize, ends: &[usize], clean: &[usize]) {
    for cut in 0..=bytes.len() {
        let (count, error) = drain(&bytes[..cut]);
        assert_eq!(count, ends.iter().filter(|&&end| end <= cut).count() as u64, "cut at {cut}");
        match error {
            None => assert!(clean.contains(&cut), "cut at {cut} is not clean"),
            Some(Error::Empty { .. }) => assert_eq!(cut, 0),
            Some(Error::UnknownFormat { .. }) => assert!(cut < least, "cut at {cut}"),
            Some(error) => assert!(error.is_cut() && !clean.contains(&cut), "cut at {cut}: {error}"),
        }
        // The same through a pipe that gives a byte at a time.
        let slow = Reader::from_read("slow", Box::new(Slow(bytes[..cut].to_vec(), 0)));
        let slow = slow.map(|reader| read(reader).frames.len() as u64);
        assert_eq!(slow.unwrap_or(0), count, "cut at {cut}");
    }
}

struct Slow(Bytes, usize);

impl Read for Slow {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        match self.0.get(self.1) {
            Some(&byte) => {
                buf[0] = byte;
                self.1 += 1;
                Ok(1)
            }
            None => Ok(0),
        }
    }
}

#[test]
fn pcap_cut_at_each_byte() {
    let mut bytes = pcap_header(true, 0xa1b2_c3d4, (2, 4), 1);
    let mut ends = Vec::new();
    for data in [&b"hello"[..], b"", b"a longer one"] {
        bytes.extend(pcap_record(true, [1, 2, data.len() as u32, 60], 0, data));
        ends.push(bytes.len());
    }
    let clean = [&[24], &ends[..]].concat();
    cut_everywhere(&bytes, 4, &ends, &clean);
}

#[test]
fn pcapng_cut_at_each_byte() {
    for big in [false, true] {
        let mut bytes = section(big, &option(big, code::SHB_OS, b"os"));
        let mut clean = vec![bytes.len()];
        let mut ends = Vec::new();
        for part in [
            interface(big, 1, 0, &option(big, code::IF_NAME, b"eth0")),
            packet(big, 0, 1, b"hello", &option(big, code::COMMENT, b"hi")),
            block(big, 0x1234, &[b"unknown"]),
            packet(big, 0, 1, b"again", &[]),
        ] {
            bytes.extend(&part);
            clean.push(bytes.len());
            if part[..4] == word(big, 6) {
                ends.push(bytes.len());
            }
        }
        cut_everywhere(&bytes, 12, &ends, &clean);
    }
}

fn snoop(link: u32) -> Bytes {
    [&b"snoop\0\0\0"[..], &2u32.to_be_bytes(), &link.to_be_bytes()].concat()
}

fn snoop_record(data: &[u8], original: u32, padding: u32) -> Bytes {
    let length = 24 + data.len() as u32 + padding;
    let head = [original, data.len() as u32, length, 0, 77, 5];
    let mut out: Bytes = head.iter().flat_map(|number| number.to_be_bytes()).collect();
    out.extend(data);
    out.extend(vec![0; padding as usize]);
    out
}

#[test]
fn snoop_and_its_cuts() {
    let mut bytes = snoop(4);
    bytes.extend(snoop_record(b"hello", 99, 3));
    let first = bytes.len();
    bytes.extend(snoop_record(b"four", 4, 0));
    let seen = see(&bytes);
    let (record, data) = &seen.frames[0];
    assert_eq!((record.time, record.original, record.link), (Time::new(77, 5000), 99, LinkType::ETHERNET));
    assert_eq!(data, b"hello");
    cut_everywhere(&bytes, 8, &[first, bytes.len()], &[16, first, bytes.len()]);
    let mut bad = snoop(4);
    bad.extend([0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 20].into_iter().chain([0; 12]));
    assert!(matches!(see(&bad).error, Some(Error::Damaged { .. })));
    assert!(Reader::from_backing("x", Arc::new(snoop(3))).is_err());
}

#[test]
fn pcapng_sections_interfaces_and_times() {
    let name = option(false, code::IF_NAME, b"first");
    let nano = [option(true, code::IF_TSRESOL, &[9]), option(true, code::IF_TSOFFSET, &100i64.to_be_bytes())];
    let bytes = [
        section(false, &[option(false, 1, b"a"), option(false, 1, b"b"), option(false, 4, b"app")].concat()),
        interface(false, 1, 64, &name),
        interface(false, 101, 0, &option(false, code::IF_TSRESOL, &[0x81])),
        packet(false, 1, 5, b"ip", &[]),
        packet(false, 0, 5_000_001, b"ethernet", &option(false, code::COMMENT, b"look")),
        section(true, &[]),
        interface(true, 276, 0, &nano.concat()),
        packet(true, 0, 5_000_001, b"cooked", &[]),
    ]
    .concat();
    let seen = see(&bytes);
    assert!(seen.error.is_none());
    let times: Vec<Time> = seen.frames.iter().map(|(record, _)| record.time).collect();
    assert_eq!(times, [Time::new(2, 500_000_000), Time::new(5, 1000), Time::new(100, 5_000_001)]);
    let interfaces: Vec<u32> = seen.frames.iter().map(|(record, _)| record.interface).collect();
    assert_eq!(interfaces, [1, 0, 2]);
    let links: Vec<u16> = seen.frames.iter().map(|(record, _)| record.link.0).collect();
    assert_eq!(links, [101, 1, 276]);
    assert_eq!(seen.comments, ["look"]);
    let sections = seen.reader.sections();
    assert_eq!(sections[0].comments, ["a", "b"]);
    assert_eq!(sections[0].application.as_deref(), Some("app"));
    assert_eq!((sections[1].first_interface, sections[1].interfaces), (2, 1));
    let list = seen.reader.interfaces().snapshot();
    assert_eq!((list[0].name.as_deref(), list[0].snaplen), (Some("first"), 64));
    assert_eq!((list[2].section, list[2].index, list[2].resolution), (1, 0, Resolution::NANO));
    assert_eq!(seen.frames[0].0.original, 9);
}

#[test]
fn pcapng_other_blocks() {
    let simple = |original: u32, data: &[u8]| block(false, 3, &[&word(false, original), data]);
    let old = block(
        false,
        2,
        &[
            &half(false, 0),
            &half(false, 3),
            &[0; 4],
            &word(false, 7),
            &word(false, 2),
            &word(false, 2),
            b"pb",
        ],
    );
    let names = block(
        false,
        4,
        &[
            &option(false, 1, b"\x01\x02\x03\x04one\0two\0"),
            &option(false, 2, &[b"0123456789abcdef", &b"six\0"[..]].concat()),
            &[0; 4],
        ],
    );
    let counts = block(
        false,
        5,
        &[&[0; 4], &[0; 4], &word(false, 9), &option(false, code::ISB_IFDROP, &5u64.to_le_bytes())],
    );
    let keys = block(false, 10, &[&word(false, Secret::TLS_KEY_LOG), &word(false, 3), b"key"]);
    let bytes = [
        section(false, &[]),
        interface(false, 1, 4, &[]),
        simple(3, b"abc"),
        simple(100, b"abcd"),
        old,
        names,
        counts,
        keys,
        block(false, 0xbad, &[&word(false, 32_473), b"data"]),
    ]
    .concat();
    let seen = see(&bytes);
    assert!(seen.error.is_none(), "{:?}", seen.error);
    let data: Vec<&[u8]> = seen.frames.iter().map(|(_, data)| data.as_slice()).collect();
    assert_eq!(data, [&b"abc"[..], b"abcd", b"pb"]);
    assert!(!seen.frames[0].0.time_present);
    assert_eq!(seen.frames[1].0.original, 100);
    assert_eq!((seen.frames[2].0.dropped, seen.frames[2].0.time), (Some(3), Time::new(0, 7000)));
    assert_eq!(seen.reader.names()[0].names, ["one", "two"]);
    assert!(seen.reader.names()[1].address.is_ipv6());
    assert_eq!(seen.reader.statistics()[0].dropped, Some(5));
    assert_eq!(seen.reader.secrets()[0].data, b"key");
    assert_eq!(seen.reader.kept_blocks()[0].kind, 0xbad);
}

#[test]
fn pcapng_damage_is_told() {
    let start =
        || [section(false, &[]), interface(false, 1, 0, &[]), packet(false, 0, 1, b"ok", &[])].concat();
    let mut mismatch = packet(false, 0, 1, b"data", &[]);
    let last = mismatch.len() - 4;
    mismatch[last] = 99;
    let mut version = section(false, &[]);
    version[12] = 2;
    let mut order = section(false, &[]);
    order[8] = 1;
    let mut long = packet(false, 0, 1, b"data", &[]);
    long[20] = 200;
    for (bad, message) in [
        (mismatch, "total block lengths (first 36 and second 99) don't match"),
        (version, "unknown SHB version 2.0"),
        (order, "unknown byte-order magic number 0x1a2b3c01"),
        (long, "total block length 36 of an EPB is too small for 200 bytes of packet data"),
        (packet(false, 7, 1, b"data", &[]), "interface index 7 is not less than section interface count 1"),
        ([word(false, 6), word(false, 8)].concat(), ""),
        ([word(false, 6), word(false, 8), [0; 4]].concat(), "total block length 8 of an EPB is less than"),
        ([word(false, 6), word(false, u32::MAX), [0; 4]].concat(), "is too large (> 134348832)"),
        (packet(false, 0, 1, b"data", &[1, 0, 100, 0]), "Not enough data to handle option of length 100"),
        (
            block(false, 4, &[&[1, 0, 2, 0, 1, 2, 3, 4]]),
            "NRB record length for IPv4 record 2 < minimum length 4",
        ),
        (block(false, 4, &[&[1, 0, 200, 0, 1, 2, 3, 4]]), "NRB record length + padding 200"),
        (block(false, 10, &[&word(false, 1), &word(false, 50)]), "secrets data length 50"),
    ] {
        let seen = see(&[start(), bad].concat());
        assert_eq!(seen.frames.len(), 1, "{message}");
        let error = seen.error.unwrap();
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.is_cut(), message.is_empty());
        assert_eq!(error.offset(), Some(start().len() as u64));
    }
    let early = [section(false, &[]), block(false, 3, &[&[0; 8]])].concat();
    assert!(see(&early).error.unwrap().to_string().contains("SPB appeared before any IDBs"));
}

#[test]
fn what_is_no_capture_is_said_to_be_none() {
    for bytes in [&b"hello world, this is text"[..], b"abc", &[0; 100], b"snoopy 1 and some text"] {
        assert!(matches!(drain(bytes), (0, Some(Error::UnknownFormat { .. }))), "{bytes:?}");
    }
    assert!(matches!(drain(b""), (0, Some(Error::Empty { .. }))));
    let error = Reader::open("/nonexistent/file".as_ref()).err().unwrap();
    assert_eq!(error.to_string(), "The file \"/nonexistent/file\" doesn't exist.");
    assert!(Reader::open("/".as_ref()).is_err());
}

fn long_capture(frames: u32) -> Bytes {
    let mut bytes = pcap_header(false, 0xa1b2_c3d4, (2, 4), 1);
    for number in 0..frames {
        let data = vec![(number % 251) as u8; (number % 1500) as usize];
        bytes.extend(pcap_record(false, [number, 0, data.len() as u32, data.len() as u32], 0, &data));
    }
    bytes
}

#[test]
fn frames_across_blocks_and_batches_that_are_kept() {
    let bytes = long_capture(4000);
    let mut reader = Reader::from_read("pipe", Box::new(std::io::Cursor::new(bytes))).unwrap();
    let mut kept = Vec::new();
    loop {
        let mut batch = Batch::new();
        if !reader.next_batch(&mut batch, 100).unwrap() {
            break;
        }
        kept.push(batch);
    }
    let mut number = 0u32;
    for frame in kept.iter().flat_map(Batch::frames) {
        assert_eq!(frame.data.len() as u32, number % 1500);
        assert!(frame.data.iter().all(|&byte| u32::from(byte) == number % 251));
        number += 1;
        assert_eq!(frame.number, u64::from(number));
    }
    assert_eq!(number, 4000);
}

#[test]
fn a_packet_larger_than_a_block_is_read() {
    let large = vec![7u8; 3_000_000];
    let mut bytes = pcap_header(false, 0xa1b2_c3d4, (2, 4), LinkType::DBUS.0.into());
    for data in [&b"small"[..], &large, b"again"] {
        bytes.extend(pcap_record(false, [1, 0, data.len() as u32, data.len() as u32], 0, data));
    }
    let seen = read(Reader::from_read("pipe", Box::new(std::io::Cursor::new(bytes))).unwrap());
    let lengths: Vec<usize> = seen.frames.iter().map(|(_, data)| data.len()).collect();
    assert_eq!(lengths, [5, 3_000_000, 5]);
    assert_eq!(seen.frames[2].1, b"again");
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn lz4(bytes: &[u8]) -> Bytes {
    let mut encoder = lz4_flex::frame::FrameEncoder::new(Vec::new());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn xz(bytes: &[u8]) -> Bytes {
    let mut encoder = lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::with_preset(1)).unwrap();
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn bzip2(bytes: &[u8]) -> Bytes {
    let mut encoder = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Bytes {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn compressed_files_of_several_members_and_their_cuts() {
    let plain = long_capture(300);
    let (head, tail) = plain.split_at(plain.len() / 2 + 3);
    let packers: [(Compression, Packer); 5] = [
        (Compression::Gzip, gzip),
        (Compression::Zstd, zstd),
        (Compression::Lz4, lz4),
        (Compression::Xz, xz),
        (Compression::Bzip2, bzip2),
    ];
    for (kind, pack) in packers {
        let mut packed = pack(head);
        let border = packed.len();
        if kind == Compression::Zstd {
            packed.extend([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
        }
        packed.extend(pack(tail));
        let seen = see(&packed);
        assert!(seen.error.is_none(), "{kind:?}: {:?}", seen.error);
        assert_eq!(seen.reader.compression(), kind);
        assert_eq!(seen.frames.len(), 300, "{kind:?}");
        let piped = read(Reader::from_read("pipe", Box::new(Slow(packed.clone(), 0))).unwrap());
        assert_eq!(piped.frames.len(), 300, "{kind:?}");
        // A cut never gives a wrong frame, and is told unless it falls between two frames.
        for cut in (1..packed.len()).step_by(packed.len() / 40) {
            let (count, error) = drain(&packed[..cut]);
            assert!(count < 300, "{kind:?} {cut}");
            assert!(error.is_some(), "{kind:?} cut at {cut} of {} (border {border})", packed.len());
        }
        let (count, error) = drain(&packed[..border]);
        assert!(count > 0 && error.is_some_and(|error| error.is_cut()), "{kind:?}");
        let mut bad = packed.clone();
        let middle = border / 2;
        bad[middle] ^= 0x55;
        bad[middle + 1] ^= 0x55;
        assert!(drain(&bad).1.is_some() || drain(&bad).0 == 300, "{kind:?}");
    }
}

#[test]
fn a_live_pipe_delivers_at_once_and_a_followed_file_goes_on() {
    let path = std::env::temp_dir().join(format!("requin-follow-{}.pcap", std::process::id()));
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(&pcap_header(false, 0xa1b2_c3d4, (2, 4), 1)).unwrap();
    let mut reader = Reader::open(&path).unwrap().follow(true);
    let stop = reader.stop_flag();
    let (told, heard) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        let mut batch = Batch::new();
        while reader.next_batch(&mut batch, 100).unwrap() {
            told.send(batch.len()).unwrap();
        }
    });
    let record = pcap_record(false, [1, 2, 5, 5], 0, b"hello");
    file.write_all(&record).unwrap();
    assert_eq!(heard.recv().unwrap(), 1);
    file.write_all(&record[..9]).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(120));
    file.write_all(&record[9..]).unwrap();
    assert_eq!(heard.recv().unwrap(), 1);
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    thread.join().unwrap();
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn readers_and_batches_go_to_other_threads() {
    fn sent<T: Send>() {}
    fn shared<T: Send + Sync>() {}
    sent::<Reader>();
    sent::<requin_file::Writer>();
    shared::<Batch>();
    shared::<requin_file::Interfaces>();
}
