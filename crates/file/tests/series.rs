//! Files one after the other, and files of what surrounds certain frames.
#![allow(clippy::unwrap_used)]

use requin_file::{
    Batch, Clock, Format, Frame, Header, Limits, LinkType, Options, Reader, Record, Rotation, Series, Span,
    Statistics, Trigger,
};
use requin_wire::Time;
use std::path::{Path, PathBuf};
use std::time::Duration;

const SECOND: u64 = 1_000_000_000;

/// A directory of its own for a test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("series-{name}"));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Frame `n` at a time in nanoseconds after 2026-11-25 14:53:00 UTC; its bytes say which it is.
fn record(n: u64, nanos: u64) -> (Record, Vec<u8>) {
    let mut data = n.to_be_bytes().to_vec();
    data.resize(60, 0xaa);
    let time = Time::new(1_795_618_380 + (nanos / SECOND) as i64, (nanos % SECOND) as u32);
    (Record::new(time, LinkType::ETHERNET, 0, 60, 60), data)
}

fn write(series: &mut Series, n: u64, nanos: u64) {
    let (record, data) = record(n, nanos);
    series
        .write_frame(Frame { number: n, record: &record, data: &data, options: Options::default() })
        .unwrap();
}

/// The names in a directory in order, and which frames each file has.
fn found(folder: &Path) -> Vec<(String, Vec<u64>)> {
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    let frames = |path: &Path| {
        let mut reader = Reader::open(path).unwrap();
        let (mut batch, mut all) = (Batch::new(), Vec::new());
        while reader.next_batch(&mut batch, 100).unwrap() {
            all.extend(batch.frames().map(|f| u64::from_be_bytes(f.data[..8].try_into().unwrap())));
        }
        assert_eq!(reader.interfaces().len(), 1);
        all
    };
    names.iter().map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), frames(p))).collect()
}

fn header() -> Header {
    Header::new(LinkType::ETHERNET, 0)
}

#[test]
fn by_packets_with_names_as_others_have_them() {
    let folder = folder("packets");
    let rotation = Rotation { packets: Some(3), ..Rotation::default() };
    let series = Series::new(&folder.join("a.b.pcapng.gz"), Format::Pcapng, header()).rotation(rotation);
    let mut series = series.local_time(Box::new(|_| 3600)).begin().unwrap();
    (1..=7).for_each(|n| write(&mut series, n, n * SECOND));
    series.finish().unwrap();
    assert_eq!(series.frames_written(), 7);
    assert_eq!(
        found(&folder),
        [
            ("a.b_00001_20261125155301.pcapng.gz".into(), vec![1, 2, 3]),
            ("a.b_00002_20261125155304.pcapng.gz".into(), vec![4, 5, 6]),
            ("a.b_00003_20261125155307.pcapng.gz".into(), vec![7]),
        ]
    );
}

#[test]
fn a_ring_keeps_the_newest() {
    let folder = folder("keep");
    let rotation = Rotation { packets: Some(2), keep: Some(2), time_first: true, ..Rotation::default() };
    let mut series =
        Series::new(&folder.join("ring"), Format::Pcap, header()).rotation(rotation).begin().unwrap();
    (1..=9).for_each(|n| write(&mut series, n, n));
    series.finish().unwrap();
    assert_eq!(series.files(), 5);
    assert_eq!(
        found(&folder),
        [("ring_20261125145300_00004".into(), vec![7, 8]), ("ring_20261125145300_00005".into(), vec![9])]
    );
}

#[test]
fn by_size_and_by_time() {
    let folder = folder("size");
    // A pcap header has 24 bytes, each frame 16 + 60.
    let rotation = Rotation { bytes: Some(24 + 76 + 1), ..Rotation::default() };
    let mut series =
        Series::new(&folder.join("s.pcap"), Format::Pcap, header()).rotation(rotation).begin().unwrap();
    (1..=3).for_each(|n| write(&mut series, n, 0));
    series.finish().unwrap();
    assert_eq!(found(&folder).iter().map(|f| f.1.clone()).collect::<Vec<_>>(), [vec![1, 2], vec![3]]);

    let folder = self::folder("time");
    let rotation = Rotation { duration: Some(Duration::from_secs(10)), ..Rotation::default() };
    let mut series =
        Series::new(&folder.join("t.pcap"), Format::Pcap, header()).rotation(rotation).begin().unwrap();
    for (n, at) in [(1, 5), (2, 14), (3, 15), (4, 24), (5, 100)] {
        write(&mut series, n, at * SECOND);
    }
    series.finish().unwrap();
    assert_eq!(
        found(&folder).iter().map(|f| f.1.clone()).collect::<Vec<_>>(),
        [vec![1, 2], vec![3, 4], vec![5]]
    );

    let folder = self::folder("interval");
    let rotation = Rotation { interval: Some(Duration::from_secs(60)), ..Rotation::default() };
    let mut series =
        Series::new(&folder.join("i.pcap"), Format::Pcap, header()).rotation(rotation).begin().unwrap();
    for (n, at) in [(1, 50), (2, 59), (3, 60), (4, 119), (5, 120)] {
        write(&mut series, n, at * SECOND);
    }
    series.finish().unwrap();
    assert_eq!(
        found(&folder).iter().map(|f| f.1.clone()).collect::<Vec<_>>(),
        [vec![1, 2], vec![3, 4], vec![5]]
    );
}

#[test]
fn limits_end_it() {
    let folder = folder("limits");
    let mut one = Series::new(&folder.join("one.pcap"), Format::Pcap, header())
        .limits(Limits { bytes: Some(150), files: None })
        .begin()
        .unwrap();
    (1..=5).for_each(|n| write(&mut one, n, 0));
    assert!(one.is_full());
    one.finish().unwrap();
    let mut two = Series::new(&folder.join("two.pcap"), Format::Pcap, header())
        .rotation(Rotation { packets: Some(1), ..Rotation::default() })
        .limits(Limits { bytes: None, files: Some(2) })
        .begin()
        .unwrap();
    write(&mut two, 1, 0);
    assert!(!two.is_full());
    write(&mut two, 2, 0);
    assert!(two.is_full());
    write(&mut two, 3, 0);
    two.finish().unwrap();
    assert_eq!(found(&folder).into_iter().map(|f| f.1).collect::<Vec<_>>(), [vec![1, 2], vec![1], vec![2]]);
}

#[test]
fn the_machines_clock_ends_files_without_frames() {
    let folder = folder("clock");
    let mut series = Series::new(&folder.join("c.pcapng"), Format::Pcapng, header())
        .rotation(Rotation { duration: Some(Duration::from_millis(1)), ..Rotation::default() })
        .limits(Limits { bytes: None, files: Some(3) })
        .clock(Clock::Machine)
        .counts(Box::new(|| vec![Statistics { received: Some(7), ..Statistics::default() }]))
        .begin()
        .unwrap();
    for _ in 0..2000 {
        if series.is_full() {
            break;
        }
        std::thread::sleep(Duration::from_millis(1));
        series.tick().unwrap();
    }
    series.finish().unwrap();
    let all = found(&folder);
    assert_eq!(all.iter().map(|f| f.1.clone()).collect::<Vec<_>>(), [vec![], vec![], vec![] as Vec<u64>]);
    for (name, _) in all {
        let mut reader = Reader::open(&folder.join(name)).unwrap();
        assert!(!reader.next_batch(&mut Batch::new(), 1).unwrap());
        assert_eq!(reader.statistics().first().and_then(|s| s.received), Some(7));
    }
}

#[test]
fn several_files_cannot_be_standard_output() {
    let rotation = Rotation { packets: Some(3), ..Rotation::default() };
    let error = Series::new(Path::new("-"), Format::Pcap, header()).rotation(rotation).begin().err().unwrap();
    assert_eq!(error.to_string(), "Several files can't be saved in the file \"-\" in that format.");
}

/// Writes frames of these seconds, of which some match, and tells what is in the files.
fn surroundings(name: &str, before: Span, after: Span, files: u64, frames: &[(u64, bool)]) -> Vec<Vec<u64>> {
    let folder = folder(name);
    let series = Series::new(&folder.join("t.pcapng"), Format::Pcapng, header())
        .limits(Limits { bytes: None, files: Some(files) })
        .by_hand()
        .unwrap();
    let mut trigger = Trigger::new(series, before, after);
    for (at, matched) in frames {
        let (record, data) = record(*at, at * SECOND);
        let frame = Frame { number: *at, record: &record, data: &data, options: Options::default() };
        trigger.take(frame, *matched).unwrap();
    }
    trigger.finish().unwrap();
    let all = found(&folder);
    assert_eq!(all.len() as u64, trigger.files());
    assert_eq!(all.iter().map(|f| f.1.len() as u64).sum::<u64>(), trigger.frames_written());
    all.into_iter().map(|f| f.1).collect()
}

fn seconds(n: u64) -> Span {
    Span { time: Some(Duration::from_secs(n)), ..Span::default() }
}

#[test]
fn what_surrounds_a_match_is_written() {
    let frames: Vec<_> = (0..100).map(|n| (n, n == 20 || n == 60)).collect();
    let files = surroundings("apart", seconds(5), seconds(3), 9, &frames);
    assert_eq!(files, [(15..=23).collect::<Vec<_>>(), (55..=63).collect()]);
}

#[test]
fn what_overlaps_is_one_file() {
    // The windows 15-23 and 23-31 touch; 24-32 would begin a frame later.
    let frames: Vec<_> = (0..100).map(|n| (n, n == 20 || n == 28)).collect();
    assert_eq!(surroundings("touch", seconds(5), seconds(3), 9, &frames), [(15..=31).collect::<Vec<_>>()]);
    let frames: Vec<_> = (0..100).map(|n| (n, n == 20 || n == 29)).collect();
    let files = surroundings("beside", seconds(5), seconds(3), 9, &frames);
    assert_eq!(files, [(15..=23).collect::<Vec<_>>(), (24..=32).collect()]);
    // A long silence is no overlap, although no frame is missing.
    let files = surroundings("silence", seconds(5), seconds(3), 9, &[(1, true), (2, false), (90, true)]);
    assert_eq!(files, [vec![1, 2], vec![90]]);
}

#[test]
fn packets_and_bytes_are_bounds_too() {
    let frames: Vec<_> = (0..40).map(|n| (n, n == 20)).collect();
    let packets = |n| Span { packets: Some(n), ..Span::default() };
    assert_eq!(surroundings("few", packets(2), packets(1), 9, &frames), [vec![18, 19, 20, 21]]);
    let bytes = |n| Span { bytes: Some(n), ..Span::default() };
    assert_eq!(surroundings("bytes", bytes(60 * 3), bytes(119), 9, &frames), [vec![17, 18, 19, 20, 21]]);
    let both = Span { packets: Some(2), ..seconds(9) };
    assert_eq!(surroundings("both", both, packets(0), 9, &frames), [vec![18, 19, 20]]);
}

#[test]
fn no_more_files_than_wanted() {
    let frames: Vec<_> = (0..100).map(|n| (n, n % 20 == 10)).collect();
    let files = surroundings("most", seconds(1), seconds(1), 2, &frames);
    assert_eq!(files, [vec![9, 10, 11], vec![29, 30, 31]]);
    assert_eq!(surroundings("none", seconds(1), seconds(1), 2, &[(1, false)]), [] as [Vec<u64>; 0]);
}
