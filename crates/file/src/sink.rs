//! Where a written file goes: a file or a pipe, through a compressor or not.

use crate::compress::Compression;
use crate::framed::{Framed, Lz4, Zstd};
use std::fs::File;
use std::io::{self, Seek, Write};

/// Takes whole records; finishes what a compressor still holds.
pub(crate) trait Sink: Write + Send {
    /// Writes everything out; what was written is a complete file.
    fn finish(self: Box<Self>) -> io::Result<()>;

    /// Is told after whole records. Whether all that was written up to here is safe: that no failure later on takes it
    /// away again.
    fn settle(&mut self) -> io::Result<bool> {
        Ok(true)
    }

    /// After a write that failed: takes away what is behind the records that are safe, the first `length` bytes of
    /// what was written; how many bytes are left. Nothing can be taken away from a pipe.
    fn cut(&mut self, length: u64) -> u64 {
        length
    }
}

/// A plain file, pipe or standard output.
struct Plain<W> {
    inner: W,
}

impl<W: Write + Send> Write for Plain<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<W: Write + Send> Sink for Plain<W> {
    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.inner.flush()
    }
}

/// A regular file: the end of a failed write can be taken away.
struct Regular(File);

impl Write for Regular {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Sink for Regular {
    fn finish(self: Box<Self>) -> io::Result<()> {
        Ok(())
    }
    fn cut(&mut self, length: u64) -> u64 {
        // The write has failed already and that error is told; this one would add nothing.
        let _ = self.0.set_len(length);
        length
    }
}

macro_rules! compressor {
    ($name:ident, $encoder:ty, $finish:ident) => {
        struct $name($encoder);

        impl Write for $name {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.write(bytes)
            }
            fn flush(&mut self) -> io::Result<()> {
                self.0.flush()
            }
        }

        impl Sink for $name {
            fn finish(self: Box<Self>) -> io::Result<()> {
                self.0.$finish()?.flush()
            }
        }
    };
}

/// Where compressed bytes go.
pub(crate) type Inner = Box<dyn Write + Send>;

compressor!(Gzip, flate2::write::GzEncoder<Inner>, finish);
compressor!(Xz, lzma_rust2::XzWriter<Inner>, finish);
compressor!(Bzip2, bzip2::write::BzEncoder<Inner>, finish);

/// A regular file through a compressor. It is written in members, each of which is complete: when the disk is full, the
/// one that is not is taken away, and what is left is a whole file that ends between two records.
struct Members {
    file: File,
    kind: Compression,
    /// The compressor of the member in hand.
    packer: Option<Box<dyn Sink>>,
    /// Bytes that went into it.
    taken: usize,
    /// Bytes of the file that are complete members.
    whole: u64,
}

impl Members {
    /// Bytes that a member takes at least: as many as cost next to nothing in size, and as few as can be missed.
    fn enough(&self) -> usize {
        // Xz alone looks further back than this for what repeats.
        if self.kind == Compression::Xz { 4 << 20 } else { 1 << 20 }
    }

    fn complete(&mut self) -> io::Result<()> {
        if let Some(packer) = self.packer.take() {
            packer.finish()?;
            self.whole = self.file.stream_position()?;
            self.taken = 0;
        }
        Ok(())
    }
}

impl Write for Members {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let packer = match &mut self.packer {
            Some(packer) => packer,
            None => self.packer.insert(packed(Box::new(self.file.try_clone()?), self.kind)?),
        };
        let taken = packer.write(bytes)?;
        self.taken += taken;
        Ok(taken)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.packer.as_mut().map_or(Ok(()), |p| p.flush())
    }
}

impl Sink for Members {
    fn settle(&mut self) -> io::Result<bool> {
        if self.taken < self.enough() {
            return Ok(false);
        }
        self.complete().map(|()| true)
    }

    fn cut(&mut self, _: u64) -> u64 {
        // Some compressors write once more when they go.
        self.packer = None;
        // As for a plain file.
        let _ = self.file.set_len(self.whole);
        self.whole
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        let done = self.complete();
        if done.is_err() {
            self.cut(0);
        }
        done
    }
}

/// Puts a compressor in front of `inner`.
fn packed(inner: Inner, kind: Compression) -> io::Result<Box<dyn Sink>> {
    Ok(match kind {
        Compression::None => Box::new(Plain { inner }),
        Compression::Gzip => {
            Box::new(Gzip(flate2::write::GzEncoder::new(inner, flate2::Compression::default())))
        }
        Compression::Zstd => Box::new(Framed::new(inner, Zstd)),
        Compression::Lz4 => Box::new(Framed::new(inner, Lz4)),
        Compression::Xz => {
            // Level 6 would keep 100 MiB in memory; 3 needs about 30 and is little worse on packets.
            let options = lzma_rust2::XzOptions::with_preset(3);
            Box::new(Xz(lzma_rust2::XzWriter::new(inner, options)?))
        }
        Compression::Bzip2 => {
            Box::new(Bzip2(bzip2::write::BzEncoder::new(inner, bzip2::Compression::default())))
        }
    })
}

/// A sink for a file that was just made.
pub(crate) fn to_file(file: File, kind: Compression) -> io::Result<Box<dyn Sink>> {
    let regular = file.metadata().is_ok_and(|facts| facts.is_file());
    match kind {
        Compression::None if regular => Ok(Box::new(Regular(file))),
        Compression::Zstd if regular => Ok(Box::new(Framed::new(file, Zstd))),
        Compression::Lz4 if regular => Ok(Box::new(Framed::new(file, Lz4))),
        _ if regular => Ok(Box::new(Members { file, kind, packer: None, taken: 0, whole: 0 })),
        _ => packed(Box::new(file), kind),
    }
}

/// A sink for anything that takes bytes.
pub(crate) fn to_write(inner: Inner, kind: Compression) -> io::Result<Box<dyn Sink>> {
    packed(inner, kind)
}
