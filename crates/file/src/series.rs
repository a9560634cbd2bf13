//! Capture files one after the other: each is closed whole when it is full, and the next one begins with the next
//! frame. A series without limits is one file.

use crate::batch::Frame;
use crate::error::Error;
use crate::format::Format;
use crate::info_text::date_digits;
use crate::meta::{NameRecord, Secret, Statistics};
use crate::reader::Reader;
use crate::writer::{Carried, Header, Writer};
use requin_wire::Time;
use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// When a file is full and how many there are to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rotation {
    /// Bytes of a file, before compression. The frame that reaches them is the last one.
    pub bytes: Option<u64>,
    /// Frames of a file.
    pub packets: Option<u64>,
    /// Time from the beginning of a file.
    pub duration: Option<Duration>,
    /// A file ends when the time is a multiple of this, counted from 1970-01-01 UTC.
    pub interval: Option<Duration>,
    /// Files that are kept: the oldest is removed when there is one more.
    pub keep: Option<u64>,
    /// Whether the time stands before the number in the files' names.
    pub time_first: bool,
}

impl Rotation {
    /// Whether there is more than one file.
    #[must_use]
    pub fn is_some(&self) -> bool {
        self.bytes.is_some() || self.packets.is_some() || self.by_time()
    }

    fn by_time(&self) -> bool {
        self.duration.is_some() || self.interval.is_some()
    }
}

/// What ends a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a single file. Of a series they end a file as [`Rotation::bytes`] do.
    pub bytes: Option<u64>,
    /// Files.
    pub files: Option<u64>,
}

/// Which clock says when a file is full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The times of the frames: when a file is read.
    #[default]
    Frames,
    /// The machine's: while frames are captured.
    Machine,
}

/// Local time: seconds to add to universal time at a time in seconds since 1970.
pub type LocalTime = Box<dyn Fn(i64) -> i64 + Send>;
/// Gives the interfaces' statistics when a file is closed.
pub type Counts = Box<dyn FnMut() -> Vec<Statistics> + Send>;
/// Is given each file that was made and was not there before.
pub type OnMade = Box<dyn FnMut(&File) + Send>;
/// Is told of each file that was closed.
pub type OnClosed = Box<dyn FnMut(&Path) + Send>;

/// Capture files one after the other, or a single one.
///
/// Files of a series are named as other programs do: `base_00001_20261125145300.pcapng` for `base.pcapng`, with the
/// number and the local time at which the file begins. Whatever was met beside the frames and counts for later
/// ones (interfaces, names, secrets) is in each of them.
pub struct Series {
    base: PathBuf,
    numbered: bool,
    format: Format,
    header: Header,
    rotation: Rotation,
    limits: Limits,
    clock: Clock,
    local: LocalTime,
    counts: Option<Counts>,
    made: Option<OnMade>,
    closed: Option<OnClosed>,
    current: Option<Current>,
    /// It was begun since what the reader met was last carried over.
    fresh: bool,
    carried: Carried,
    names: Vec<NameRecord>,
    secrets: Vec<Secret>,
    /// Files that were begun.
    begun: u64,
    /// Those of them that are still there, when no more than some are to be.
    there: VecDeque<PathBuf>,
    /// Frames in files that were closed.
    frames: u64,
    full: bool,
}

struct Current {
    writer: Writer,
    path: PathBuf,
    /// When it began, by the series' clock.
    since: Time,
}

impl Series {
    /// A series named after `base`, not begun yet. Without a rotation it is the file `base` itself; `-` is standard
    /// output.
    #[must_use]
    pub fn new(base: &Path, format: Format, header: Header) -> Series {
        Series {
            base: base.to_owned(),
            numbered: false,
            format,
            header,
            rotation: Rotation::default(),
            limits: Limits::default(),
            clock: Clock::Frames,
            local: Box::new(|_| 0),
            counts: None,
            made: None,
            closed: None,
            current: None,
            fresh: false,
            carried: Carried::default(),
            names: Vec::new(),
            secrets: Vec::new(),
            begun: 0,
            there: VecDeque::new(),
            frames: 0,
            full: false,
        }
    }

    /// Begins. A single file, and the first one by the machine's clock, are made at once.
    ///
    /// # Errors
    /// When a file cannot be made, or standard output would have to be several files.
    pub fn begin(mut self) -> Result<Series, Error> {
        self.numbered = self.rotation.is_some();
        self.rotation.bytes = self.rotation.bytes.or(self.limits.bytes.filter(|_| self.numbered));
        self.refuse_output()?;
        if !self.numbered || self.clock == Clock::Machine {
            self.open(now())?;
        }
        Ok(self)
    }

    /// Begins a series whose files begin and end when [`Series::next_file`] and [`Series::end_file`] are called.
    ///
    /// # Errors
    /// When `base` is standard output.
    pub fn by_hand(mut self) -> Result<Series, Error> {
        self.numbered = true;
        self.refuse_output()?;
        Ok(self)
    }

    fn refuse_output(&self) -> Result<(), Error> {
        if self.numbered && self.base.as_os_str() == "-" {
            return Err(Error::CannotHold { file: "-".into(), what: "Several files".into() });
        }
        Ok(())
    }

    /// Begins another file whenever one is full.
    #[must_use]
    pub fn rotation(mut self, rotation: Rotation) -> Series {
        self.rotation = rotation;
        self
    }

    /// The clock that says when a file is full.
    #[must_use]
    pub fn clock(mut self, clock: Clock) -> Series {
        self.clock = clock;
        self
    }

    /// Ends it at these limits; see [`Series::is_full`].
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Series {
        self.limits = limits;
        self
    }

    /// Names files by local time rather than universal time.
    #[must_use]
    pub fn local_time(mut self, local: LocalTime) -> Series {
        self.local = local;
        self
    }

    /// Has the counts of interfaces written at the end of each file.
    #[must_use]
    pub fn counts(mut self, counts: Counts) -> Series {
        self.counts = Some(counts);
        self
    }

    /// Calls `made` for each file that was not there before.
    #[must_use]
    pub fn on_made(mut self, made: OnMade) -> Series {
        self.made = Some(made);
        self
    }

    /// Calls `closed` for each file that is closed.
    #[must_use]
    pub fn on_closed(mut self, closed: OnClosed) -> Series {
        self.closed = Some(closed);
        self
    }

    /// Whether the limits are reached: frames are not written any more.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Files begun by now.
    #[must_use]
    pub fn files(&self) -> u64 {
        self.begun
    }

    /// Frames that the system has taken: after an error, those that are whole in the files.
    #[must_use]
    pub fn frames_written(&self) -> u64 {
        self.frames + self.current.as_ref().map_or(0, |c| c.writer.frames_written())
    }

    /// Writes one frame with its options.
    ///
    /// # Errors
    /// When it cannot be written or the format cannot hold it.
    pub fn write_frame(&mut self, frame: Frame<'_>) -> Result<(), Error> {
        if self.full {
            return Ok(());
        }
        if self.clock == Clock::Frames && frame.record.time_present {
            self.look_at_clock(frame.record.time)?;
            if self.full {
                return Ok(());
            }
        }
        if self.current.is_none() {
            self.open(if self.clock == Clock::Frames { frame.record.time } else { now() })?;
        }
        let Some(current) = &mut self.current else { return Ok(()) };
        current.writer.write_frame(frame)?;
        let reached = |limit: Option<u64>, value: u64| limit.is_some_and(|limit| value >= limit);
        let bytes = if self.numbered { self.rotation.bytes } else { self.limits.bytes };
        if reached(bytes, current.writer.bytes()) || reached(self.rotation.packets, current.writer.frames()) {
            self.end_file()?;
        }
        Ok(())
    }

    /// Looks at the clock, where it is the machine's: a file whose time is over is closed even when no frame comes,
    /// and the next one begins.
    ///
    /// # Errors
    /// When something cannot be written.
    pub fn tick(&mut self) -> Result<(), Error> {
        if self.clock == Clock::Frames || !self.rotation.by_time() || self.full {
            return Ok(());
        }
        let now = now();
        self.look_at_clock(now)?;
        if self.current.is_none() && !self.full { self.open(now) } else { Ok(()) }
    }

    fn look_at_clock(&mut self, now: Time) -> Result<(), Error> {
        let Some(current) = &self.current else { return Ok(()) };
        let (since, now) = (current.since.as_nanos(), now.as_nanos());
        let nanos = |d: Duration| i128::try_from(d.as_nanos()).unwrap_or(i128::MAX).max(1);
        let over = self.rotation.duration.is_some_and(|d| now - since >= nanos(d));
        let turned =
            self.rotation.interval.is_some_and(|d| now.div_euclid(nanos(d)) > since.div_euclid(nanos(d)));
        if over || turned { self.end_file() } else { Ok(()) }
    }

    /// Takes over what a reader has met beside the frames. To be called after each batch.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn carry(&mut self, reader: &Reader) -> Result<(), Error> {
        if self.full {
            return Ok(());
        }
        let names = reader.names().get(self.names.len()..).unwrap_or_default();
        let secrets = reader.secrets().get(self.secrets.len()..).unwrap_or_default();
        self.names.extend_from_slice(names);
        self.secrets.extend_from_slice(secrets);
        self.fresh = false;
        match &mut self.current {
            Some(current) => current.writer.carry(reader),
            None => Ok(()),
        }
    }

    /// Whether a file was begun since the last call of [`carry`](Series::carry).
    #[must_use]
    pub fn lacks(&self) -> bool {
        self.fresh
    }

    /// Begins the next file, named by the time given.
    ///
    /// # Errors
    /// When it cannot be made, or the one before not be closed.
    pub fn next_file(&mut self, time: Time) -> Result<(), Error> {
        self.end_file()?;
        if self.full { Ok(()) } else { self.open(time) }
    }

    fn open(&mut self, since: Time) -> Result<(), Error> {
        self.fresh = true;
        self.begun += 1;
        let path = if self.numbered { self.name(since) } else { self.base.clone() };
        if let Some(keep) = self.rotation.keep {
            while self.there.len() as u64 >= keep.max(1) {
                if let Some(oldest) = self.there.pop_front().filter(|p| *p != path) {
                    // Somebody else may have taken it away.
                    let _ = std::fs::remove_file(oldest);
                }
            }
            self.there.push_back(path.clone());
        }
        let mut writer = if path.as_os_str() == "-" {
            Writer::create(&path, self.format, self.header.clone())?
        } else {
            let file = self.make(&path)?;
            Writer::to_file(&path, file, self.format, self.header.clone())?
        };
        writer.names(&self.names)?;
        for secret in &self.secrets {
            writer.secret(secret)?;
        }
        let mut carried = std::mem::take(&mut self.carried);
        carried.has(self.names.len(), self.secrets.len());
        writer.resume(carried);
        self.current = Some(Current { writer, path, since });
        Ok(())
    }

    /// Makes a file. One that was there already stays whose it is.
    fn make(&mut self, path: &Path) -> Result<File, Error> {
        let failed = |source| Error::Open { file: path.to_string_lossy().into_owned(), source };
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(file) => {
                if let Some(made) = &mut self.made {
                    made(&file);
                }
                Ok(file)
            }
            Err(e) if e.kind() == ErrorKind::AlreadyExists => File::create(path).map_err(failed),
            Err(e) => Err(failed(e)),
        }
    }

    /// `base_00001_20261125145300.pcapng.gz`: all extensions stay behind.
    fn name(&self, time: Time) -> PathBuf {
        let name = self.base.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let packed =
            [".gz", ".zst", ".zstd", ".lz4", ".xz", ".bz2"].iter().find_map(|e| name.strip_suffix(e));
        let plain = packed.unwrap_or(&name);
        let stem = plain.rfind('.').filter(|at| *at > 0).map_or(plain.len(), |at| at);
        let (stem, extensions) = name.split_at(stem);
        let secs = time.secs.saturating_add((self.local)(time.secs));
        let (number, time) = (self.begun, date_digits(secs));
        self.base.with_file_name(if self.rotation.time_first {
            format!("{stem}_{time}_{number:05}{extensions}")
        } else {
            format!("{stem}_{number:05}_{time}{extensions}")
        })
    }

    /// Closes the file in hand, whole. The next frame begins another one.
    ///
    /// # Errors
    /// When it could not be written to its end.
    pub fn end_file(&mut self) -> Result<(), Error> {
        let Some(mut current) = self.current.take() else { return Ok(()) };
        if let Some(counts) = &mut self.counts {
            counts().into_iter().for_each(|s| current.writer.statistics(s));
        }
        self.carried = current.writer.carried();
        let ended = current.writer.end();
        self.frames += current.writer.frames_written();
        if ended.is_err() {
            self.remove_empty(&current);
        }
        ended?;
        if let Some(closed) = self.closed.as_mut().filter(|_| current.path.as_os_str() != "-") {
            closed(&current.path);
        }
        self.full = !self.numbered || self.limits.files.is_some_and(|most| self.begun >= most);
        Ok(())
    }

    /// Ends after an error: a file of the series that got nothing, since the disk is full, is taken away.
    pub fn give_up(&mut self) {
        if let Some(current) = self.current.take() {
            self.frames += current.writer.frames_written();
            self.remove_empty(&current);
        }
        self.full = true;
    }

    fn remove_empty(&self, current: &Current) {
        if self.numbered && current.writer.is_empty() {
            // The error that led here is told; this one would add nothing.
            let _ = std::fs::remove_file(&current.path);
        }
    }

    /// Writes out what is buffered, so that whoever reads the file sees every frame up to here.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.current.as_mut().map_or(Ok(()), |c| c.writer.flush())
    }

    /// Closes the last file. A series by frames' times that had none leaves an empty file.
    ///
    /// # Errors
    /// When it could not be written to its end.
    pub fn finish(&mut self) -> Result<(), Error> {
        if self.begun == 0 && self.rotation.is_some() {
            self.open(now())?;
        }
        self.end_file()
    }
}

/// Now, by the machine's clock.
fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time::new(i64::try_from(since.as_secs()).unwrap_or(i64::MAX), since.subsec_nanos())
}
