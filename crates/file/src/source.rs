//! Where bytes come from, in blocks that frames point into.

use crate::chunk::{Data, Pool};
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// A file is read in blocks of this size: large enough to hide the system call, small enough for the cache.
pub(crate) const BLOCK: usize = 256 << 10;

/// How long to wait before looking for more at the end of a file that is followed.
const POLL: Duration = Duration::from_millis(50);

/// What came of asking for more bytes.
pub(crate) enum More {
    /// There are more.
    Some,
    /// The file ends here.
    End,
}

/// Counts the bytes that pass, for a progress bar.
pub(crate) struct Counted<R> {
    pub(crate) inner: R,
    pub(crate) count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let got = self.inner.read(buf)?;
        self.count.fetch_add(got as u64, Ordering::Relaxed);
        Ok(got)
    }
}

/// The window of the file that is in memory, and how to move it on.
pub(crate) struct Source {
    input: Option<Box<dyn Read + Send>>,
    data: Data,
    /// Bytes of `data` that are of the file.
    filled: usize,
    /// Bytes of `data` that are done with.
    at: usize,
    /// Offset in the file of the first byte of `data`.
    base: u64,
    pool: Pool,
    /// Deliver what is there at once instead of filling the block.
    pub(crate) live: bool,
    pub(crate) follow: bool,
    pub(crate) stop: Arc<AtomicBool>,
    /// An error that came behind bytes which are to be looked at first.
    failed: Option<io::Error>,
}

impl Source {
    pub(crate) fn read(input: Box<dyn Read + Send>, live: bool) -> Source {
        let mut pool = Pool::new(BLOCK);
        let block = pool.take(BLOCK);
        Source {
            input: Some(input),
            data: Data::Block(block),
            filled: 0,
            at: 0,
            base: 0,
            pool,
            live,
            follow: false,
            stop: Arc::default(),
            failed: None,
        }
    }

    pub(crate) fn whole(bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Source {
        let filled = (*bytes).as_ref().len();
        Source {
            input: None,
            data: Data::Whole(bytes),
            filled,
            at: 0,
            base: 0,
            pool: Pool::new(BLOCK),
            live: false,
            follow: false,
            stop: Arc::default(),
            failed: None,
        }
    }

    /// The bytes that are not done with.
    #[inline]
    pub(crate) fn bytes(&self) -> &[u8] {
        self.data.bytes().get(self.at..self.filled).unwrap_or_default()
    }

    /// Offset in the file of the first byte of [`Source::bytes`].
    pub(crate) fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    /// Is done with so many bytes.
    pub(crate) fn consume(&mut self, count: usize) {
        self.at = (self.at + count).min(self.filled);
    }

    /// The block and the offset in the file of its first byte.
    pub(crate) fn share(&self) -> (Data, u64) {
        (self.data.clone(), self.base)
    }

    /// Takes the input away, with what was read but not consumed.
    pub(crate) fn into_parts(self) -> (Vec<u8>, Option<Box<dyn Read + Send>>, Data) {
        (self.bytes().to_vec(), self.input, self.data)
    }

    /// Reads more behind the bytes that are there. What is done with may go.
    pub(crate) fn more(&mut self) -> io::Result<More> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let Some(input) = self.input.as_mut() else { return Ok(More::End) };
        let Data::Block(block) = &mut self.data else { return Ok(More::End) };
        let rest = self.filled - self.at;
        if Arc::get_mut(block).is_none() || self.filled == block.len() {
            // A batch looks at this block, or it is full: go on in another, or at the head of this one.
            let full = rest == block.len();
            match Arc::get_mut(block) {
                // A block that grew for one large packet is given up after it.
                Some(bytes) if self.at > 0 && (bytes.len() == BLOCK || rest > BLOCK / 2) => {
                    bytes.copy_within(self.at..self.filled, 0);
                }
                _ => {
                    let size = if full { block.len().saturating_mul(2) } else { BLOCK.max(rest * 2) };
                    let mut next = self.pool.take(size);
                    if let (Some(to), Some(from)) = (
                        Arc::get_mut(&mut next).and_then(|to| to.get_mut(..rest)),
                        block.get(self.at..self.filled),
                    ) {
                        to.copy_from_slice(from);
                    }
                    self.pool.put(std::mem::replace(block, next));
                }
            }
            self.base += self.at as u64;
            self.at = 0;
            self.filled = rest;
        }
        let Some(bytes) = Arc::get_mut(block) else { return Ok(More::End) };
        let before = self.filled;
        while let Some(free) = bytes.get_mut(self.filled..).filter(|free| !free.is_empty()) {
            match input.read(free) {
                Ok(0) if self.filled > before => break,
                Ok(0) if self.follow && !self.stop.load(Ordering::Relaxed) => std::thread::sleep(POLL),
                Ok(0) => return Ok(More::End),
                Ok(got) => {
                    self.filled += got.min(free.len());
                    if self.live || self.follow {
                        break;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                    if self.stop.load(Ordering::Relaxed) {
                        return Ok(More::End);
                    }
                }
                Err(error) if self.filled > before => {
                    self.failed = Some(error);
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(More::Some)
    }
}
