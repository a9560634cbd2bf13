//! Writing capture files.

use crate::batch::{Batch, Frame, Record};
use crate::compress::Compression;
use crate::encode;
use crate::error::Error;
use crate::format::Format;
use crate::link::LinkType;
use crate::meta::{Interface, Interfaces, KeptBlock, NameRecord, Resolution, Secret, Section, Statistics};
use crate::options::Options;
use crate::reader::Reader;
use crate::sink::{self, Sink};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// Records are gathered up to this many bytes before they are written.
const BUFFER: usize = 256 << 10;

/// What stands at the head of a written file.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Interfaces that the frames' [`Record::interface`] refers to. Those added later are written as well.
    pub interfaces: Arc<Interfaces>,
    /// Hardware, operating system, application, comments: for pcapng.
    pub section: Section,
    /// Compression; `None` goes by the file's name.
    pub compression: Option<Compression>,
}

impl Header {
    /// For frames of one link type.
    #[must_use]
    pub fn new(link: LinkType, snaplen: u32) -> Header {
        let interfaces = Arc::new(Interfaces::default());
        interfaces.push(Interface::new(link, snaplen));
        Header { interfaces, ..Header::default() }
    }

    /// For frames of a file that is being read: its interfaces and the first section's options.
    #[must_use]
    pub fn of(reader: &Reader) -> Header {
        Header {
            interfaces: Arc::clone(reader.interfaces()),
            section: reader.sections().first().cloned().unwrap_or_default(),
            compression: None,
        }
    }
}

/// How much of what stands beside the frames has been carried over from a reader.
#[derive(Default)]
pub(crate) struct Carried {
    names: usize,
    secrets: usize,
    blocks: usize,
    statistics: Vec<Statistics>,
    seen_statistics: usize,
}

impl Carried {
    /// So many names and secrets are in the file already.
    pub(crate) fn has(&mut self, names: usize, secrets: usize) {
        (self.names, self.secrets) = (names, secrets);
    }
}

/// Writes a capture file.
///
/// Call [`Writer::finish`] at the end: only it tells whether everything was written.
pub struct Writer {
    name: String,
    sink: Option<Box<dyn Sink>>,
    buffer: Vec<u8>,
    /// Bytes handed to the sink, all of whole records.
    written: u64,
    frames: u64,
    /// Frames that are safe in the sink: a compressor holds others yet.
    frames_written: u64,
    format: Format,
    interfaces: Arc<Interfaces>,
    section: Section,
    /// Interfaces that are in the file by now.
    ports: Vec<Arc<Interface>>,
    begun: bool,
    carried: Carried,
}

impl Writer {
    /// Makes a file; `-` is standard output. The compression goes by the name unless the header says otherwise.
    ///
    /// # Errors
    /// When the file cannot be made or the format cannot be written.
    pub fn create(path: &Path, format: Format, header: Header) -> Result<Writer, Error> {
        if path.as_os_str() == "-" {
            return Writer::to_write("-", Box::new(io::stdout()), format, header);
        }
        match File::create(path) {
            Ok(file) => Writer::to_file(path, file, format, header),
            Err(source) => Err(Error::Open { file: path.to_string_lossy().into_owned(), source }),
        }
    }

    /// Writes into an empty file that has been made, of this name.
    ///
    /// # Errors
    /// When the format cannot be written.
    pub fn to_file(path: &Path, file: File, format: Format, header: Header) -> Result<Writer, Error> {
        let name = path.to_string_lossy().into_owned();
        let kind = header.compression.unwrap_or_else(|| Compression::of_name(&name));
        match sink::to_file(file, kind) {
            Ok(sink) => Writer::start(name, sink, format, header),
            Err(source) => Err(Error::Open { file: name, source }),
        }
    }

    /// Writes into anything that takes bytes.
    ///
    /// # Errors
    /// When the format cannot be written.
    pub fn to_write(
        name: &str,
        out: Box<dyn Write + Send>,
        format: Format,
        header: Header,
    ) -> Result<Writer, Error> {
        let kind = header.compression.unwrap_or_default();
        let sink =
            sink::to_write(out, kind).map_err(|source| Error::Open { file: name.to_owned(), source })?;
        Writer::start(name.to_owned(), sink, format, header)
    }

    fn start(name: String, sink: Box<dyn Sink>, format: Format, header: Header) -> Result<Writer, Error> {
        if !matches!(format, Format::Pcap | Format::NsecPcap | Format::Pcapng) {
            let what = format!("Files of the format {} can't be written; nothing", format.name());
            return Err(Error::CannotHold { file: name, what });
        }
        Ok(Writer {
            name,
            sink: Some(sink),
            buffer: Vec::with_capacity(BUFFER + BUFFER / 4),
            written: 0,
            frames: 0,
            frames_written: 0,
            format,
            interfaces: header.interfaces,
            section: header.section,
            ports: Vec::new(),
            begun: false,
            carried: Carried::default(),
        })
    }

    /// Frames written by now.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Frames that the system has taken: after an error, those that are whole in the file.
    #[must_use]
    pub fn frames_written(&self) -> u64 {
        self.frames_written
    }

    /// Whether the system has taken nothing at all yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.written == 0
    }

    /// Bytes of the file by now, before compression.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.written + self.buffer.len() as u64
    }

    /// Writes one frame without options.
    ///
    /// # Errors
    /// When it cannot be written or the format cannot hold it.
    pub fn write(&mut self, record: &Record, data: &[u8]) -> Result<(), Error> {
        self.put(record, data, Options::default())
    }

    /// Writes one frame with its options, which pcap leaves out.
    ///
    /// # Errors
    /// When it cannot be written or the format cannot hold it.
    pub fn write_frame(&mut self, frame: Frame<'_>) -> Result<(), Error> {
        self.put(frame.record, frame.data, frame.options)
    }

    /// Writes frame `i` of a batch with its options.
    ///
    /// # Errors
    /// When it cannot be written or the format cannot hold it.
    pub fn write_from(&mut self, batch: &Batch, i: usize) -> Result<(), Error> {
        match batch.frame(i) {
            Some(frame) => self.write_frame(frame),
            None => Ok(()),
        }
    }

    /// Carries over what a reader has met beside the frames since the last call: names, secrets, custom blocks
    /// at once, statistics at the end. For pcapng; pcap has no room for it. To be called after each batch.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn carry(&mut self, reader: &Reader) -> Result<(), Error> {
        if self.format != Format::Pcapng {
            return Ok(());
        }
        let names = reader.names().get(self.carried.names..).unwrap_or_default();
        self.carried.names = reader.names().len();
        self.names(names)?;
        for secret in reader.secrets().get(self.carried.secrets..).unwrap_or_default() {
            self.secret(secret)?;
        }
        self.carried.secrets = reader.secrets().len();
        for block in reader.kept_blocks().get(self.carried.blocks..).unwrap_or_default() {
            // Only a custom block that says so may be copied, and an unknown one may count on its place.
            if block.kind == KeptBlock::CUSTOM {
                self.begin()?;
                encode::custom(&mut self.buffer, block);
                self.drain()?;
            }
        }
        self.carried.blocks = reader.kept_blocks().len();
        let statistics = reader.statistics().get(self.carried.seen_statistics..).unwrap_or_default();
        self.carried.statistics.extend_from_slice(statistics);
        self.carried.seen_statistics = reader.statistics().len();
        Ok(())
    }

    /// Writes names of addresses. pcap has no room for them.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn names(&mut self, names: &[NameRecord]) -> Result<(), Error> {
        if self.format == Format::Pcapng && !names.is_empty() {
            self.begin()?;
            for some in names.chunks(1024) {
                encode::names(&mut self.buffer, some);
            }
            self.drain()?;
        }
        Ok(())
    }

    /// Writes decryption secrets. pcap has no room for them.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn secret(&mut self, secret: &Secret) -> Result<(), Error> {
        if self.format == Format::Pcapng {
            self.begin()?;
            encode::secret(&mut self.buffer, secret);
            self.drain()?;
        }
        Ok(())
    }

    /// Writes an interface's statistics at the end of the file. pcap has no room for them.
    pub fn statistics(&mut self, counts: Statistics) {
        self.carried.statistics.push(counts);
    }

    /// What has been carried over, for the file after this one: statistics stay here.
    pub(crate) fn carried(&self) -> Carried {
        let Carried { names, secrets, blocks, seen_statistics, .. } = self.carried;
        Carried { names, secrets, blocks, statistics: Vec::new(), seen_statistics }
    }

    /// Goes on from where the file before this one has ended.
    pub(crate) fn resume(&mut self, carried: Carried) {
        self.carried = carried;
    }

    fn cannot(&self, what: String) -> Error {
        Error::CannotHold { file: self.name.clone(), what }
    }

    /// Writes the head of the file and the interfaces that are new.
    fn begin(&mut self) -> Result<(), Error> {
        if self.begun && (self.format != Format::Pcapng || self.interfaces.len() == self.ports.len()) {
            return Ok(());
        }
        if self.format == Format::Pcapng {
            if !self.begun {
                encode::section(&mut self.buffer, &self.section);
            }
            for interface in self.interfaces.snapshot().into_iter().skip(self.ports.len()) {
                encode::interface(&mut self.buffer, &interface);
                self.ports.push(interface);
            }
        } else {
            let interface = self.interfaces.get(0);
            let interface = interface.unwrap_or_else(|| Arc::new(Interface::new(LinkType::ETHERNET, 0)));
            self.pcap_header(&interface);
            self.ports.push(interface);
        }
        self.begun = true;
        Ok(())
    }

    fn pcap_header(&mut self, interface: &Interface) {
        let magic: u32 = if self.format == Format::NsecPcap { 0xa1b2_3c4d } else { 0xa1b2_c3d4 };
        let snaplen = match interface.snaplen {
            0 => interface.link.max_packet(),
            snaplen => snaplen,
        };
        // Even lengths up to 30 have a place in the upper bits: units of 16 bits behind a flag.
        let fcs = match interface.fcs_length {
            Some(length) if length % 2 == 0 && length <= 30 => 0x0400_0000 | u32::from(length / 2) << 28,
            _ => 0,
        };
        let words = [magic, 4 << 16 | 2, 0, 0, snaplen, fcs | u32::from(interface.link.0)];
        for word in words {
            self.buffer.extend_from_slice(&word.to_le_bytes());
        }
    }

    fn put(&mut self, record: &Record, data: &[u8], options: Options<'_>) -> Result<(), Error> {
        self.begin()?;
        let limit = record.link.max_packet();
        if data.len() > limit as usize {
            return Err(self.cannot(format!("A packet of {} bytes, more than {limit},", data.len())));
        }
        match self.format {
            Format::Pcapng => self.put_pcapng(record, data, options)?,
            _ => self.put_pcap(record, data)?,
        }
        self.frames += 1;
        self.drain()
    }

    fn put_pcap(&mut self, record: &Record, data: &[u8]) -> Result<(), Error> {
        if self.ports.first().is_some_and(|port| port.link != record.link) {
            return Err(self.cannot("A capture with more than one link type".into()));
        }
        let Ok(secs) = u32::try_from(record.time.secs) else {
            return Err(self.cannot("A time before 1970 or after 2106".into()));
        };
        let fraction =
            if self.format == Format::NsecPcap { record.time.nanos } else { record.time.nanos / 1000 };
        for word in [secs, fraction, data.len() as u32, record.original] {
            self.buffer.extend_from_slice(&word.to_le_bytes());
        }
        self.buffer.extend_from_slice(data);
        Ok(())
    }

    fn put_pcapng(&mut self, record: &Record, data: &[u8], options: Options<'_>) -> Result<(), Error> {
        let Some(port) = self.ports.get(record.interface as usize) else {
            return Err(self.cannot(format!("A packet of interface {}, which is unknown,", record.interface)));
        };
        if port.link != record.link {
            return Err(self.cannot(format!(
                "A packet whose link type is not that of its interface {}",
                record.interface
            )));
        }
        let held = if port.snaplen == 0 { record.original } else { record.original.min(port.snaplen) };
        if !record.time_present && record.interface == 0 && options.is_empty() && held as usize == data.len()
        {
            encode::simple_packet(&mut self.buffer, record.original, data);
            return Ok(());
        }
        let ticks = match encode::ticks(port, record.time) {
            Some(ticks) => ticks,
            None if !record.time_present => 0,
            None => return Err(self.cannot("A time that the interface's clock can't tell".into())),
        };
        encode::packet(&mut self.buffer, record, ticks, data, options);
        Ok(())
    }

    fn drain(&mut self) -> Result<(), Error> {
        if self.buffer.len() < BUFFER { Ok(()) } else { self.flush_buffer() }
    }

    fn flush_buffer(&mut self) -> Result<(), Error> {
        let Some(sink) = self.sink.as_mut() else { return Ok(()) };
        match sink.write_all(&self.buffer).and_then(|()| sink.settle()) {
            Ok(safe) => {
                self.written += self.buffer.len() as u64;
                if safe {
                    self.frames_written = self.frames;
                }
                self.buffer.clear();
                Ok(())
            }
            Err(source) => Err(self.failed(source)),
        }
    }

    /// After a write that failed nothing more is written. Half a record at the end would spoil the file for others.
    fn failed(&mut self, source: io::Error) -> Error {
        self.buffer.clear();
        if let Some(mut sink) = self.sink.take() {
            self.written = sink.cut(self.written);
        }
        Error::Write { file: self.name.clone(), source }
    }

    /// Writes out what is buffered, so that whoever reads the file sees every frame up to here.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.begin()?;
        self.flush_buffer()?;
        let Some(sink) = self.sink.as_mut() else { return Ok(()) };
        match sink.flush().and_then(|()| sink.settle()) {
            Ok(safe) => {
                if safe {
                    self.frames_written = self.frames;
                }
                Ok(())
            }
            Err(source) => Err(self.failed(source)),
        }
    }

    /// Writes the rest and closes the file; the number of frames.
    ///
    /// # Errors
    /// When anything could not be written: a full disk, a closed pipe.
    pub fn finish(mut self) -> Result<u64, Error> {
        self.end()?;
        Ok(self.frames)
    }

    /// As [`Writer::finish`]; what is written afterwards goes nowhere.
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        if self.sink.is_none() {
            return Ok(());
        }
        self.begin()?;
        // First the frames: should there be no room for the counts, they are safe.
        self.flush_buffer()?;
        if self.format == Format::Pcapng {
            for counts in std::mem::take(&mut self.carried.statistics) {
                if let Some(port) = self.ports.get(counts.interface as usize) {
                    encode::statistics(&mut self.buffer, &counts, port);
                }
            }
        }
        self.flush_buffer()?;
        match self.sink.take().map_or(Ok(()), |sink| sink.finish()) {
            Ok(()) => {
                self.frames_written = self.frames;
                Ok(())
            }
            Err(source) => {
                // What was not safe has been taken away again.
                self.written = if self.frames_written == 0 { 0 } else { self.written };
                Err(Error::Write { file: self.name.clone(), source })
            }
        }
    }

    /// The unit of time that a written frame keeps.
    #[must_use]
    pub fn resolution(&self, interface: u32) -> Resolution {
        match self.format {
            Format::Pcapng => {
                self.interfaces.get(interface).map_or(Resolution::MICRO, |port| port.resolution)
            }
            Format::NsecPcap => Resolution::NANO,
            _ => Resolution::MICRO,
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Whoever wants to know of errors calls `finish`.
        let _ = self.end();
    }
}
