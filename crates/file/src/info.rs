//! What is to be said of a capture file as a whole: `capinfos` in one pass.

use crate::batch::Batch;
use crate::compress::Compression;
use crate::error::Error;
use crate::format::Format;
use crate::link::{Encap, LinkType, PER_PACKET, UNKNOWN};
use crate::meta::{Interface, Section};
use crate::reader::Reader;
use crate::ripemd160::Ripemd160;
use requin_wire::Time;
use sha2::Digest;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Which hashes of the file to compute, each in a thread of its own.
///
/// RIPEMD-160 is by far the slowest (about 400 MB/s, against 1.6 GB/s for the others where the processor helps):
/// leave it out unless it is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hashing {
    /// SHA-256.
    pub sha256: bool,
    /// RIPEMD-160.
    pub ripemd160: bool,
    /// SHA-1.
    pub sha1: bool,
}

impl Hashing {
    /// No hashes.
    pub const NONE: Hashing = Hashing { sha256: false, ripemd160: false, sha1: false };
    /// All that `capinfos` 4.0 prints.
    pub const ALL: Hashing = Hashing { sha256: true, ripemd160: true, sha1: true };
}

/// Hashes of a file as it is on disk, in hexadecimal; `None` where none was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hashes {
    /// SHA-256.
    pub sha256: Option<String>,
    /// RIPEMD-160.
    pub ripemd160: Option<String>,
    /// SHA-1.
    pub sha1: Option<String>,
}

/// An interface and what came over it.
#[derive(Clone, Debug)]
pub struct InterfaceInfo {
    /// What the file says of it.
    pub interface: Arc<Interface>,
    /// How many frames.
    pub frames: u64,
    /// How many interface statistics blocks.
    pub statistics: u64,
}

/// Times of a file, when every frame has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Time of the earliest frame.
    pub first: Time,
    /// Decimal digits that the earliest frame's interface keeps.
    pub first_digits: u8,
    /// Time of the latest frame.
    pub last: Time,
    /// Decimal digits that the latest frame's interface keeps.
    pub last_digits: u8,
}

/// A capture file as a whole.
#[derive(Debug)]
pub struct Info {
    /// Name of the file.
    pub name: String,
    /// Format.
    pub format: Format,
    /// Compression.
    pub compression: Compression,
    /// The encapsulation of all interfaces, or [`PER_PACKET`].
    pub encap: Encap,
    /// How many frames each encapsulation has.
    pub encaps: Vec<(Encap, u64)>,
    /// Decimal digits of timestamps; `None` when interfaces differ or there is none.
    pub digits: Option<u8>,
    /// Snapshot length in the file's header, when the format has one there and it is set.
    pub snaplen: Option<u32>,
    /// Least and largest captured length of the frames that were cut in capturing.
    pub inferred_snaplen: Option<(u32, u32)>,
    /// How many frames.
    pub frames: u64,
    /// Size of the file on disk in bytes.
    pub size: u64,
    /// Length of all frames on the wire in bytes.
    pub bytes: u64,
    /// Whether every frame has a time.
    pub times_known: bool,
    /// First and last time; `None` without frames or when a frame has no time.
    pub span: Option<Span>,
    /// Whether no frame is earlier than the one before; `None` when a frame has no time.
    pub in_order: Option<bool>,
    /// Hashes.
    pub hashes: Hashes,
    /// Sections.
    pub sections: Vec<Section>,
    /// Interfaces of all sections.
    pub interfaces: Vec<InterfaceInfo>,
    /// Names of IPv4 addresses.
    pub names_v4: u64,
    /// Names of IPv6 addresses.
    pub names_v6: u64,
    /// Decryption secrets.
    pub secrets: u64,
    /// What ended the reading too early; the figures hold for what comes before.
    pub error: Option<Error>,
}

/// What is counted over the frames.
struct Count {
    bytes: u64,
    inferred: Option<(u32, u32)>,
    times_known: bool,
    first: (Time, u32),
    last: (Time, u32),
    before: Time,
    in_order: bool,
    frames: u64,
    interfaces: Vec<u64>,
}

impl Count {
    fn new() -> Count {
        Count {
            bytes: 0,
            inferred: None,
            times_known: true,
            first: (Time { secs: i64::MAX, nanos: 0 }, 0),
            last: (Time { secs: i64::MIN, nanos: 0 }, 0),
            before: Time { secs: i64::MIN, nanos: 0 },
            in_order: true,
            frames: 0,
            interfaces: Vec::new(),
        }
    }

    fn batch(&mut self, batch: &Batch) {
        for (i, record) in batch.records().iter().enumerate() {
            let (mut captured, mut original) = (record.captured, record.original);
            if has_pseudo_header(record.link) {
                let head = record.link.pseudo_header(batch.data(i)) as u32;
                captured = captured.saturating_sub(head);
                original = original.saturating_sub(head);
            }
            self.bytes = self.bytes.wrapping_add(u64::from(original));
            if captured < original {
                let (least, most) = self.inferred.unwrap_or((captured, captured));
                self.inferred = Some((least.min(captured), most.max(captured)));
            }
            if record.time < self.before {
                self.in_order = false;
            }
            self.before = record.time;
            if record.time < self.first.0 {
                self.first = (record.time, record.interface);
            }
            if record.time > self.last.0 {
                self.last = (record.time, record.interface);
            }
            self.times_known &= record.time_present;
            match self.interfaces.get_mut(record.interface as usize) {
                Some(count) => *count += 1,
                None => self.first_of(record.interface),
            }
        }
        self.frames += batch.len() as u64;
    }

    #[cold]
    fn first_of(&mut self, interface: u32) {
        // Interfaces are numbered without gaps, and their number is bounded by the reader.
        self.interfaces.resize(interface as usize + 1, 0);
        if let Some(count) = self.interfaces.last_mut() {
            *count = 1;
        }
    }
}

fn has_pseudo_header(link: LinkType) -> bool {
    matches!(link.0, 123 | 139 | 144 | 177 | 196 | 197 | 201 | 204 | 209 | 245 | 254)
}

/// Frames asked for at a time.
const BATCH: usize = 4096;

impl Info {
    /// Reads a whole file. A cut or damaged one gives what comes before, with [`Info::error`] set.
    ///
    /// # Errors
    /// When the file cannot be opened or is no capture.
    pub fn of(path: &Path, hashing: Hashing) -> Result<Info, Error> {
        let reader = Reader::open(path)?;
        // What is piped in can be read only once.
        let hashing = if reader.size().is_some() { hashing } else { Hashing::NONE };
        std::thread::scope(|scope| {
            // The slowest goes first.
            let ripemd160 = hashing.ripemd160.then(|| scope.spawn(|| hash(path, Ripemd160::new())));
            let sha256 = hashing.sha256.then(|| scope.spawn(|| hash(path, sha2::Sha256::new())));
            let sha1 = hashing.sha1.then(|| scope.spawn(|| hash(path, sha1::Sha1::new())));
            let mut info = Info::from_reader(reader);
            type Hash<'a> = Option<std::thread::ScopedJoinHandle<'a, Option<String>>>;
            let join = |hash: Hash<'_>| hash.and_then(|thread| thread.join().ok().flatten());
            info.hashes = Hashes { sha256: join(sha256), ripemd160: join(ripemd160), sha1: join(sha1) };
            Ok(info)
        })
    }

    /// Reads the rest of a file; no hashes.
    #[must_use]
    pub fn from_reader(mut reader: Reader) -> Info {
        let mut batch = Batch::new();
        let mut count = Count::new();
        let error = loop {
            match reader.next_batch(&mut batch, BATCH) {
                Ok(true) => count.batch(&batch),
                Ok(false) => break None,
                Err(error) => break Some(error),
            }
        };
        Info::new(&reader, count, error)
    }

    fn new(reader: &Reader, count: Count, error: Option<Error>) -> Info {
        let interfaces = interfaces(reader, &count);
        let (encap, encaps) = encapsulations(&interfaces);
        let mut digits: Vec<u8> =
            interfaces.iter().map(|known| known.interface.resolution.digits()).collect();
        digits.dedup();
        let digits_of = |interface: u32| {
            interfaces.get(interface as usize).map_or(6, |known| known.interface.resolution.digits())
        };
        let known = count.times_known;
        let span = (known && count.frames > 0).then(|| Span {
            first: count.first.0,
            first_digits: digits_of(count.first.1),
            last: count.last.0,
            last_digits: digits_of(count.last.1),
        });
        let names = |v4: bool| {
            let records = reader.names().iter().filter(|record| record.address.is_ipv4() == v4);
            records.map(|record| record.names.len() as u64).sum()
        };
        let header_snaplen = match reader.format() {
            Format::Pcapng | Format::Snoop => None,
            _ => interfaces.first().map(|known| known.interface.snaplen).filter(|&snaplen| snaplen != 0),
        };
        Info {
            name: reader.name().to_owned(),
            format: reader.format(),
            compression: reader.compression(),
            encap,
            encaps,
            digits: digits.first().copied().filter(|_| digits.len() == 1),
            snaplen: header_snaplen,
            inferred_snaplen: count.inferred,
            frames: count.frames,
            size: reader.size().unwrap_or_else(|| reader.consumed()),
            bytes: count.bytes,
            times_known: known,
            span,
            in_order: known.then_some(count.in_order),
            hashes: Hashes::default(),
            sections: reader.sections().to_vec(),
            names_v4: names(true),
            names_v6: names(false),
            secrets: reader.secrets().len() as u64,
            interfaces,
            error,
        }
    }

    /// Time from the first to the last frame in seconds; 0 when it is not known.
    #[must_use]
    pub fn duration(&self) -> f64 {
        self.span.map_or(0.0, |span| span.last.as_secs_f64() - span.first.as_secs_f64())
    }

    /// A figure per second of the capture's duration; 0 when there is none.
    #[must_use]
    pub fn per_second(&self, figure: f64) -> f64 {
        let duration = self.duration();
        if duration > 0.0 { figure / duration } else { 0.0 }
    }

    /// Average length of a frame on the wire in bytes.
    #[must_use]
    pub fn average_size(&self) -> f64 {
        if self.frames == 0 { 0.0 } else { self.bytes as f64 / self.frames as f64 }
    }
}

fn interfaces(reader: &Reader, count: &Count) -> Vec<InterfaceInfo> {
    let mut statistics = BTreeMap::<u32, u64>::new();
    for counts in reader.statistics() {
        *statistics.entry(counts.interface).or_default() += 1;
    }
    let known = reader.interfaces().snapshot().into_iter().enumerate();
    known
        .map(|(number, interface)| InterfaceInfo {
            interface,
            frames: count.interfaces.get(number).copied().unwrap_or(0),
            statistics: statistics.get(&(number as u32)).copied().unwrap_or(0),
        })
        .collect()
}

/// The encapsulation of the file, and the frames of each one.
fn encapsulations(interfaces: &[InterfaceInfo]) -> (Encap, Vec<(Encap, u64)>) {
    let mut all = BTreeMap::<u16, (Encap, u64)>::new();
    for known in interfaces {
        let encap = known.interface.link.encap().unwrap_or(UNKNOWN);
        all.entry(encap.number).or_insert((encap, 0)).1 += known.frames;
    }
    let encap = match all.len() {
        0 => UNKNOWN,
        1 => all.values().next().map_or(UNKNOWN, |&(encap, _)| encap),
        _ => PER_PACKET,
    };
    (encap, all.into_values().filter(|&(_, frames)| frames > 0).collect())
}

/// What computes a hash of bytes that come in pieces.
trait Hasher {
    fn take(&mut self, bytes: &[u8]);
    fn hex(self) -> String;
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Hasher for sha2::Sha256 {
    fn take(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }
    fn hex(self) -> String {
        hex(&self.finalize())
    }
}

impl Hasher for sha1::Sha1 {
    fn take(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }
    fn hex(self) -> String {
        hex(&self.finalize())
    }
}

impl Hasher for Ripemd160 {
    fn take(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }
    fn hex(self) -> String {
        hex(&self.finish())
    }
}

/// The hash of a file's bytes in hexadecimal; `None` when it cannot be read.
fn hash(path: &Path, mut hasher: impl Hasher) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let mut block = vec![0; 256 << 10];
    loop {
        match file.read(&mut block) {
            Ok(0) => break,
            Ok(got) => hasher.take(block.get(..got)?),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
    Some(hasher.hex())
}
