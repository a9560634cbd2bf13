//! Formats whose frame consists of blocks that stand for themselves: LZ4 and Zstandard. A file is one frame, since there
//! are readers that lose their way behind the first one.
//!
//! In a regular file the frame's end is written behind every piece, and the next piece goes over it. So the file is
//! whole at any time, also when the disk is full or the process is killed.

use crate::sink::{Inner, Sink};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// Bytes that are compressed at a time at least, unless they are to be out at once.
const PIECE: usize = 1 << 20;

/// Compresses pieces to blocks of one frame.
pub(crate) trait Blocks: Send {
    /// What the frame ends with.
    const END: &'static [u8];
    /// Adds the blocks of a piece, the first time behind the frame's header.
    fn pack(&self, piece: &[u8], first: bool, out: &mut Vec<u8>);
}

/// What blocks are written to.
pub(crate) trait Target: Write + Send {
    /// Goes back, to write over what is there; false where that can't be done.
    fn back_to(&mut self, at: u64) -> io::Result<bool>;
    /// Takes away what is behind `length` bytes, where that can be done.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

impl Target for Inner {
    fn back_to(&mut self, _: u64) -> io::Result<bool> {
        Ok(false)
    }
    fn cut(&mut self, _: u64) -> io::Result<()> {
        Ok(())
    }
}

impl Target for File {
    fn back_to(&mut self, at: u64) -> io::Result<bool> {
        self.seek(SeekFrom::Start(at)).map(|_| true)
    }
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }
}

/// A frame that is being written.
pub(crate) struct Framed<T, B> {
    out: T,
    blocks: B,
    /// What is to be compressed next.
    held: Vec<u8>,
    packed: Vec<u8>,
    /// Bytes of the frame up to the end of its last block; 0 before its header is written.
    whole: u64,
    /// The frame's end stands behind its last block.
    ended: bool,
}

impl<T: Target, B: Blocks> Framed<T, B> {
    pub(crate) fn new(out: T, blocks: B) -> Framed<T, B> {
        Framed { out, blocks, held: Vec::new(), packed: Vec::new(), whole: 0, ended: false }
    }

    /// Writes out what is held, and at first the header.
    fn piece(&mut self) -> io::Result<()> {
        if self.held.is_empty() && self.whole > 0 {
            return Ok(());
        }
        self.packed.clear();
        self.blocks.pack(&self.held, self.whole == 0, &mut self.packed);
        self.held.clear();
        let length = self.packed.len() as u64;
        let over = self.out.back_to(self.whole)?;
        if over {
            self.packed.extend_from_slice(B::END);
        }
        self.out.write_all(&self.packed)?;
        self.whole += length;
        self.ended = over;
        Ok(())
    }
}

impl<T: Target, B: Blocks> Write for Framed<T, B> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        self.piece()?;
        self.out.flush()
    }
}

impl<T: Target, B: Blocks> Sink for Framed<T, B> {
    fn settle(&mut self) -> io::Result<bool> {
        if self.held.len() >= PIECE {
            self.piece()?;
        }
        Ok(self.held.is_empty())
    }

    fn cut(&mut self, _: u64) -> u64 {
        self.held.clear();
        if self.whole == 0 {
            // The write has failed already and that error is told; another one would add nothing.
            let _ = self.out.cut(0);
            return 0;
        }
        // The frame's end had its room before, so that it has it again.
        let mut end = || -> io::Result<()> {
            if self.out.back_to(self.whole)? {
                self.out.write_all(B::END)?;
                self.out.cut(self.whole + B::END.len() as u64)?;
            }
            Ok(())
        };
        let _ = end();
        self.whole
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        let done = self.piece().and_then(|()| if self.ended { Ok(()) } else { self.out.write_all(B::END) });
        if done.is_err() {
            self.cut(0);
        }
        done.and_then(|()| self.out.flush())
    }
}

/// LZ4's frame format 1.6.
pub(crate) struct Lz4;

impl Lz4 {
    /// Magic number; version 1, blocks that don't look into each other, no checksums; blocks of up to 4 MiB; the
    /// checksum of these two bytes.
    const HEAD: [u8; 7] = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73];
    /// Bytes of a block before compression.
    const BLOCK: usize = 1 << 20;
    /// Set in the length of a block that is not compressed.
    const PLAIN: u32 = 1 << 31;
}

impl Blocks for Lz4 {
    /// A block of no bytes.
    const END: &'static [u8] = &[0; 4];

    fn pack(&self, piece: &[u8], first: bool, out: &mut Vec<u8>) {
        if first {
            out.extend_from_slice(&Lz4::HEAD);
        }
        for block in piece.chunks(Lz4::BLOCK) {
            let packed = lz4_flex::block::compress(block);
            let (bytes, mark) =
                if packed.len() < block.len() { (packed.as_slice(), 0) } else { (block, Lz4::PLAIN) };
            // At most a block's length, which is far from 32 bits.
            out.extend_from_slice(&(bytes.len() as u32 | mark).to_le_bytes());
            out.extend_from_slice(bytes);
        }
    }
}

/// Zstandard (RFC 8878).
pub(crate) struct Zstd;

impl Zstd {
    const MAGIC: [u8; 4] = 0xfd2f_b528_u32.to_le_bytes();
    /// In a block's header: it is the last one.
    const LAST: u8 = 1;
    /// In a frame's descriptor: a checksum of the content stands at its end.
    const CHECKSUM: u8 = 1 << 2;
}

impl Blocks for Zstd {
    /// A last block of no bytes, not compressed.
    const END: &'static [u8] = &[Zstd::LAST, 0, 0];

    /// The encoder makes a frame of each piece. Blocks at the beginning of a frame need nothing of an earlier one:
    /// they bring their own tables, and this encoder names every offset in full. So the blocks of one frame can stand
    /// behind those of another; only the mark of the last one goes, with the checksum behind it.
    fn pack(&self, piece: &[u8], first: bool, out: &mut Vec<u8>) {
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        let frame = ruzstd::encoding::compress_to_vec(piece, level);
        let (descriptor, window) =
            (frame.get(4).copied().unwrap_or_default(), frame.get(5).copied().unwrap_or_default());
        debug_assert_eq!(descriptor & !Zstd::CHECKSUM, 0, "a window descriptor follows, and nothing else");
        if first {
            out.extend_from_slice(&Zstd::MAGIC);
            out.extend_from_slice(&[0, window]);
        }
        let mut at = 6;
        while let Some(head) = frame.get(at..).and_then(|rest| rest.first_chunk::<3>()) {
            let size = u32::from_le_bytes([head[0], head[1], head[2], 0]);
            // A block of one byte, repeated, has only that.
            let held = if size >> 1 & 3 == 1 { 1 } else { (size >> 3) as usize };
            let end = at.saturating_add(3 + held);
            let last = head[0] & Zstd::LAST != 0;
            if !(last && held == 0) {
                out.extend_from_slice(&[head[0] & !Zstd::LAST, head[1], head[2]]);
                out.extend_from_slice(frame.get(at + 3..end).unwrap_or_default());
            }
            if last {
                break;
            }
            at = end;
        }
    }
}
