//! Reading capture files.

use crate::batch::Batch;
use crate::compress::{Compression, decoder};
use crate::error::Error;
use crate::format::{Detected, Format, Parser, Stop};
use crate::meta::{Interfaces, KeptBlock, Meta, NameRecord, Secret, Section, Statistics};
use crate::source::{Counted, More, Source};
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Reads a capture file from the front to the back, a batch of frames at a time.
///
/// ```no_run
/// use requin_file::{Batch, Reader};
/// let mut reader = Reader::open("trace.pcapng".as_ref())?;
/// let mut batch = Batch::new();
/// while reader.next_batch(&mut batch, 1024)? {
///     for frame in batch.frames() {
///         println!("{} {} bytes", frame.number, frame.data.len());
///     }
/// }
/// # Ok::<(), requin_file::Error>(())
/// ```
pub struct Reader {
    name: String,
    source: Source,
    parser: Parser,
    meta: Meta,
    format: Format,
    compression: Compression,
    /// Frames delivered by now.
    frames: u64,
    size: Option<u64>,
    consumed: Arc<AtomicU64>,
    /// An error that follows the frames which were found before it.
    pending: Option<Error>,
    done: bool,
}

impl Reader {
    /// Opens a file; `-` is standard input. Format and compression are found by content.
    ///
    /// # Errors
    /// When the file cannot be opened, is empty, or is no capture file.
    pub fn open(path: &Path) -> Result<Reader, Error> {
        if path.as_os_str() == "-" {
            return Reader::start("-", Box::new(io::stdin()), true, None);
        }
        let name = path.to_string_lossy();
        let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
        let (facts, file) = opened.map_err(|source| Error::Open { file: name.to_string(), source })?;
        if facts.is_dir() {
            let source = io::ErrorKind::IsADirectory.into();
            return Err(Error::Open { file: name.into_owned(), source });
        }
        let size = facts.is_file().then_some(facts.len());
        Reader::start(&name, Box::new(file), !facts.is_file(), size)
    }

    /// Reads what `input` gives; each batch holds what is there, without waiting for more.
    ///
    /// # Errors
    /// Like [`Reader::open`].
    pub fn from_read(name: &str, input: Box<dyn Read + Send>) -> Result<Reader, Error> {
        Reader::start(name, input, true, None)
    }

    /// Reads a file that is in memory, for example mapped. Batches point into it; nothing is copied.
    ///
    /// # Errors
    /// Like [`Reader::open`].
    pub fn from_backing(name: &str, bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Result<Reader, Error> {
        let size = Some((*bytes).as_ref().len() as u64);
        if Compression::of((*bytes).as_ref()) != Compression::None {
            return Reader::start(name, Box::new(Cursor::new(Shared(bytes))), false, size);
        }
        Reader::detect(name, Source::whole(bytes), Compression::None, size, Arc::default())
    }

    fn start(
        name: &str,
        input: Box<dyn Read + Send>,
        live: bool,
        size: Option<u64>,
    ) -> Result<Reader, Error> {
        let consumed = Arc::new(AtomicU64::new(0));
        let counted = Counted { inner: input, count: Arc::clone(&consumed) };
        let mut source = Source::read(Box::new(counted), live);
        while source.bytes().len() < Compression::MARK {
            match source.more() {
                Ok(More::Some) => {}
                Ok(More::End) => break,
                Err(error) => return Err(reading(name, 0, error)),
            }
        }
        let compression = Compression::of(source.bytes());
        if compression != Compression::None {
            let (head, input, _) = source.into_parts();
            let input = Cursor::new(head).chain(input.unwrap_or_else(|| Box::new(io::empty())));
            source = Source::read(decoder(compression, Box::new(input)), live);
        }
        Reader::detect(name, source, compression, size, consumed)
    }

    fn detect(
        name: &str,
        mut source: Source,
        compression: Compression,
        size: Option<u64>,
        consumed: Arc<AtomicU64>,
    ) -> Result<Reader, Error> {
        let mut meta = Meta::new();
        let file = || name.to_owned();
        loop {
            match Parser::detect(source.bytes(), &mut meta) {
                Detected::Format(parser, format, header) => {
                    source.consume(header);
                    return Ok(Reader {
                        name: file(),
                        source,
                        parser,
                        meta,
                        format,
                        compression,
                        frames: 0,
                        size,
                        consumed,
                        pending: None,
                        done: false,
                    });
                }
                Detected::Unknown => return Err(Error::UnknownFormat { file: file() }),
                Detected::Fault(fault) => return Err(fault.at(name, 0)),
                Detected::More => {}
            }
            match source.more() {
                Ok(More::Some) => {}
                Ok(More::End) if source.bytes().is_empty() => return Err(Error::Empty { file: file() }),
                // The mark of a format without the rest of its header.
                Ok(More::End) if source.bytes().len() >= 4 => {
                    return Err(Error::Cut { file: file(), offset: 0 });
                }
                Ok(More::End) => return Err(Error::UnknownFormat { file: file() }),
                Err(error) => return Err(reading(name, source.offset(), error)),
            }
        }
    }

    /// At the end of the file wait for more instead of ending, until the flag of [`Reader::stop_flag`] is set.
    #[must_use]
    pub fn follow(mut self, follow: bool) -> Reader {
        self.source.follow = follow;
        self
    }

    /// Ends the waiting of [`Reader::follow`] when it is set to true.
    #[must_use]
    pub fn stop_flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.source.stop)
    }

    /// Uses the caller's flag instead of the reader's own. See [`Reader::stop_flag`].
    #[must_use]
    pub fn stop_by(mut self, flag: Arc<AtomicBool>) -> Reader {
        self.source.stop = flag;
        self
    }

    /// Fills `batch` with up to `max` frames, fewer when a block of the file ends; false at the end of the file.
    ///
    /// # Errors
    /// A cut or damaged file gives every frame before the damage, then the error once, then the end.
    pub fn next_batch(&mut self, batch: &mut Batch, max: usize) -> Result<bool, Error> {
        batch.clear(self.frames + 1);
        if let Some(error) = self.pending.take() {
            self.done = true;
            return Err(error);
        }
        let max = max.max(1);
        while !self.done {
            let offset = self.source.offset();
            let parsed =
                self.parser.parse(self.source.bytes(), offset, &mut self.meta, &mut batch.records, max);
            self.source.consume(parsed.used);
            if let Stop::Fault(fault) = parsed.stop {
                self.pending = Some(fault.at(&self.name, self.source.offset()));
            }
            if !batch.records.is_empty() {
                let (data, base) = self.source.share();
                batch.data = Some(data);
                batch.base = base;
                self.frames += batch.records.len() as u64;
                return Ok(true);
            }
            if let Some(error) = self.pending.take() {
                self.done = true;
                return Err(error);
            }
            match self.source.more() {
                Ok(More::Some) => {}
                Ok(More::End) => {
                    self.done = true;
                    if !self.source.bytes().is_empty() && !self.stopped() {
                        return Err(Error::Cut { file: self.name.clone(), offset: self.source.offset() });
                    }
                }
                Err(error) => {
                    self.done = true;
                    return Err(reading(&self.name, self.source.offset(), error));
                }
            }
        }
        Ok(false)
    }

    /// Whether the caller ended the reading of a file that still grows: half a record is no damage then.
    fn stopped(&self) -> bool {
        self.source.follow && self.source.stop.load(Ordering::Relaxed)
    }

    /// Name of the file, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Format of the file.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// How the file is compressed.
    #[must_use]
    pub fn compression(&self) -> Compression {
        self.compression
    }

    /// Interfaces of all sections; the list grows while the file is read.
    #[must_use]
    pub fn interfaces(&self) -> &Arc<Interfaces> {
        &self.meta.interfaces
    }

    /// Sections that were met by now.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.meta.sections
    }

    /// Names of addresses that were met by now.
    #[must_use]
    pub fn names(&self) -> &[NameRecord] {
        &self.meta.names
    }

    /// Decryption secrets that were met by now.
    #[must_use]
    pub fn secrets(&self) -> &[Secret] {
        &self.meta.secrets
    }

    /// Interface statistics that were met by now.
    #[must_use]
    pub fn statistics(&self) -> &[Statistics] {
        &self.meta.statistics
    }

    /// Custom and unknown blocks that were met by now.
    #[must_use]
    pub fn kept_blocks(&self) -> &[KeptBlock] {
        &self.meta.blocks
    }

    /// Blocks of names, secrets and the like that were passed over because too many came before.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.meta.left_out
    }

    /// Frames delivered by now.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Size of the file in bytes, as it is on disk; `None` for a pipe.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// Bytes of the file on disk that were read by now.
    #[must_use]
    pub fn consumed(&self) -> u64 {
        match self.consumed.load(Ordering::Relaxed) {
            0 => self.source.offset(),
            count => count,
        }
    }
}

/// Compressed data that ends too early is a cut file; other nonsense in it is damage.
fn reading(name: &str, offset: u64, source: io::Error) -> Error {
    let file = name.to_owned();
    match source.kind() {
        io::ErrorKind::UnexpectedEof => Error::Cut { file, offset },
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported => {
            Error::Damaged { file, offset, what: format!("compressed data: {source}") }
        }
        io::ErrorKind::Other if source.raw_os_error().is_none() => {
            Error::Damaged { file, offset, what: format!("compressed data: {source}") }
        }
        _ => Error::Read { file, offset, source },
    }
}

/// Lets a cursor go over shared bytes.
struct Shared(Arc<dyn AsRef<[u8]> + Send + Sync>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        (*self.0).as_ref()
    }
}
