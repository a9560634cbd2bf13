//! Compressed files, recognised by their first bytes.

use std::io::{self, BufRead, BufReader, Read};

/// How a file is compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compression {
    /// Not at all.
    #[default]
    None,
    /// gzip (RFC 1952).
    Gzip,
    /// Zstandard (RFC 8878).
    Zstd,
    /// LZ4 frames.
    Lz4,
    /// xz.
    Xz,
    /// bzip2.
    Bzip2,
}

impl Compression {
    /// Longest mark that [`Compression::of`] looks at, in bytes.
    pub(crate) const MARK: usize = 6;

    /// What the first bytes of a file say.
    #[must_use]
    pub fn of(head: &[u8]) -> Compression {
        match head {
            [0x1f, 0x8b, 8, ..] => Compression::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Compression::Zstd,
            // A skippable frame may come first, in Zstandard as in LZ4; pzstd and some others write one.
            [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Compression::Zstd,
            [0x04, 0x22, 0x4d, 0x18, ..] => Compression::Lz4,
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Compression::Xz,
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, ..] => Compression::Bzip2,
            [b'B', b'Z', b'h', b'1'..=b'9', 0x17, 0x72, ..] => Compression::Bzip2,
            _ => Compression::None,
        }
    }

    /// What a file's name says: `.gz`, `.zst`, `.lz4`, `.xz`, `.bz2`.
    #[must_use]
    pub fn of_name(name: &str) -> Compression {
        let lower = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        match lower.as_str() {
            "gz" => Compression::Gzip,
            "zst" | "zstd" => Compression::Zstd,
            "lz4" => Compression::Lz4,
            "xz" => Compression::Xz,
            "bz2" => Compression::Bzip2,
            _ => Compression::None,
        }
    }

    /// A few letters: `gzip`, `zstd` …
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Compression::None => "none",
            Compression::Gzip => "gzip",
            Compression::Zstd => "zstd",
            Compression::Lz4 => "lz4",
            Compression::Xz => "xz",
            Compression::Bzip2 => "bzip2",
        }
    }
}

/// Input is handed to decompressors in blocks of this size.
const INPUT: usize = 256 << 10;

/// Memory an xz stream may ask for, in KiB: `xz -9` asks for 65 MiB.
const XZ_MEMORY_KIB: u32 = 192 << 10;

/// A reader of what `inner` holds in compressed form.
pub(crate) fn decoder(kind: Compression, inner: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    let inner = BufReader::with_capacity(INPUT, inner);
    match kind {
        Compression::None => Box::new(inner),
        Compression::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(inner)),
        Compression::Zstd => {
            Box::new(Zstd { inner, frame: ruzstd::decoding::FrameDecoder::new(), open: false })
        }
        Compression::Lz4 => Box::new(Lz4(lz4_flex::frame::FrameDecoder::new(inner))),
        Compression::Xz => Box::new(lzma_rust2::XzReader::new_mem_limit(inner, true, XZ_MEMORY_KIB)),
        Compression::Bzip2 => Box::new(bzip2::bufread::MultiBzDecoder::new(inner)),
    }
}

/// LZ4 frames one after the other: the decoder ends with each.
struct Lz4<R: Read>(lz4_flex::frame::FrameDecoder<R>);

impl<R: BufRead> Read for Lz4<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        loop {
            let got = self.0.read(buf)?;
            if got > 0 || buf.is_empty() || self.0.get_mut().fill_buf()?.is_empty() {
                return Ok(got);
            }
        }
    }
}

/// Zstandard frames one after the other, skippable ones between them.
struct Zstd<R> {
    inner: R,
    frame: ruzstd::decoding::FrameDecoder,
    open: bool,
}

impl<R: BufRead> Zstd<R> {
    /// Goes on to the next frame that holds data; false at the end of the file.
    fn next_frame(&mut self) -> io::Result<bool> {
        use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
        loop {
            if self.inner.fill_buf()?.is_empty() {
                return Ok(false);
            }
            match self.frame.reset(&mut self.inner) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let length = u64::from(length);
                    if io::copy(&mut (&mut self.inner).take(length), &mut io::sink())? < length {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(zstd_error(error)),
            }
        }
    }
}

/// An early end is told apart from damage by the I/O error at the bottom of the chain.
fn zstd_error(error: ruzstd::decoding::errors::FrameDecoderError) -> io::Error {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(at) = cause {
        if at.downcast_ref::<io::Error>().is_some_and(|inner| inner.kind() == io::ErrorKind::UnexpectedEof) {
            return io::ErrorKind::UnexpectedEof.into();
        }
        cause = at.source();
    }
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        use ruzstd::decoding::BlockDecodingStrategy;
        loop {
            if self.open {
                let want = buf.len();
                while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                    let strategy = BlockDecodingStrategy::UptoBytes(want);
                    self.frame.decode_blocks(&mut self.inner, strategy).map_err(zstd_error)?;
                }
                let got = self.frame.read(buf)?;
                if got > 0 || want == 0 {
                    return Ok(got);
                }
                self.open = false;
                if let (Some(told), Some(found)) =
                    (self.frame.get_checksum_from_data(), self.frame.get_calculated_checksum())
                    && told != found
                {
                    let what = format!("zstd checksum is {found:#010x}, not {told:#010x} as the frame says");
                    return Err(io::Error::new(io::ErrorKind::InvalidData, what));
                }
            }
            if !self.next_frame()? {
                return Ok(0);
            }
            self.open = true;
        }
    }
}
