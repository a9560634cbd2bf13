//! The ring that the kernel fills: `TPACKET_V3` (see the kernel's Documentation/networking/packet_mmap).
//!
//! It consists of blocks. The kernel fills one with packets and hands it over; who has read it gives it back.
//! A [`Block`] is one that was handed over. Whoever holds it may read its bytes, on any thread; when it is
//! dropped, the kernel gets it back.
#![allow(unsafe_code)]

use std::io;
use std::os::fd::AsRawFd;
use std::ptr::{self, NonNull};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Bytes at the head of a block that are the kernel's and ours in turns: `struct tpacket_block_desc`.
const HEAD: usize = 48;
/// Where in it the status is that says whose the block is.
const STATUS: usize = 8;
/// Where the number of packets is.
const PACKETS: usize = 12;
/// Where the offset of the first packet is.
const FIRST: usize = 16;

/// The memory that is shared with the kernel.
struct Memory {
    base: NonNull<u8>,
    block: usize,
    /// For each block, whether a [`Block`] of it exists.
    held: Vec<AtomicBool>,
}

// SAFETY: the memory is mapped until `Memory` is dropped, at the same place for all threads. Access to it goes
// through atomic status words, and through `Block`s, of which there is at most one for each part of the memory.
unsafe impl Send for Memory {}
// SAFETY: as above.
unsafe impl Sync for Memory {}

impl Memory {
    /// Number at `offset` of a block's head.
    fn word(&self, block: usize, offset: usize) -> &AtomicU32 {
        debug_assert!(block < self.held.len() && offset + 4 <= HEAD);
        let at = block * self.block + offset;
        // SAFETY: `at` is inside the mapping, since blocks are larger than their heads, and a multiple of 4, since
        // blocks are multiples of a page. The kernel and we write it as one word, and no `Block` gives out
        // references to the head, so that no reference to non-atomic memory overlaps it.
        unsafe { AtomicU32::from_ptr(self.base.as_ptr().add(at).cast()) }
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // SAFETY: this is the mapping that `Ring::new` made, with its length; nobody has it any more, since each
        // `Block` and `Ring` keeps the `Memory` alive.
        unsafe { libc::munmap(self.base.as_ptr().cast(), self.block * self.held.len()) };
    }
}

/// The ring of a socket.
pub(crate) struct Ring {
    memory: Arc<Memory>,
    next: usize,
}

impl Ring {
    /// Maps the ring of a socket that has one of `count` blocks of `block` bytes (a multiple of the page size).
    pub(crate) fn new(fd: &impl AsRawFd, block: usize, count: usize) -> io::Result<Ring> {
        let length =
            block.checked_mul(count).filter(|_| block > HEAD && block.is_multiple_of(4096) && count > 0);
        let length = length.ok_or_else(|| io::Error::from_raw_os_error(libc::EINVAL))?;
        let protection = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: a new mapping at a place of the kernel's choice takes nothing away from anybody.
        let at =
            unsafe { libc::mmap(ptr::null_mut(), length, protection, libc::MAP_SHARED, fd.as_raw_fd(), 0) };
        if at == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        let base = NonNull::new(at.cast()).ok_or_else(|| io::Error::from_raw_os_error(libc::ENOMEM))?;
        let held = (0..count).map(|_| AtomicBool::new(false)).collect();
        Ok(Ring { memory: Arc::new(Memory { base, block, held }), next: 0 })
    }

    /// The next block, when the kernel has handed it over.
    pub(crate) fn take(&mut self) -> Option<Block> {
        let (m, i) = (&self.memory, self.next);
        // One that came round while somebody still looks at it has our status, not the kernel's.
        if m.held.get(i)?.load(Ordering::Acquire)
            || m.word(i, STATUS).load(Ordering::Acquire) & libc::TP_STATUS_USER == 0
        {
            return None;
        }
        m.held.get(i)?.store(true, Ordering::Relaxed);
        self.next = (i + 1) % m.held.len();
        let packets = m.word(i, PACKETS).load(Ordering::Relaxed);
        let first = m.word(i, FIRST).load(Ordering::Relaxed);
        Some(Block { memory: Arc::clone(m), index: i, packets, first: (first as usize).saturating_sub(HEAD) })
    }
}

/// A block with packets that the kernel has handed over.
pub(crate) struct Block {
    memory: Arc<Memory>,
    index: usize,
    /// How many packets are in it.
    pub packets: u32,
    /// Where in [`Block::bytes`] the first packet's header is.
    pub first: usize,
}

impl Block {
    fn start(&self) -> *mut u8 {
        // SAFETY: blocks are larger than their heads, and `index` is below their number: inside the mapping.
        unsafe { self.memory.base.as_ptr().add(self.index * self.memory.block + HEAD) }
    }

    /// The block behind its head.
    pub(crate) fn bytes(&self) -> &[u8] {
        // SAFETY: the bytes are mapped while `memory` lives. The kernel does not write to them before the status
        // is set back, which only `drop` does, and `held` sees to it that there is no second `Block` of them.
        unsafe { std::slice::from_raw_parts(self.start(), self.memory.block - HEAD) }
    }

    /// The same to change frames in place.
    pub(crate) fn bytes_mut(&mut self) -> &mut [u8] {
        // SAFETY: as for `bytes`; `&mut self` sees to it that nobody else looks at them through this `Block`.
        unsafe { std::slice::from_raw_parts_mut(self.start(), self.memory.block - HEAD) }
    }
}

impl AsRef<[u8]> for Block {
    fn as_ref(&self) -> &[u8] {
        self.bytes()
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        self.memory.word(self.index, STATUS).store(libc::TP_STATUS_KERNEL, Ordering::Release);
        // In this order: `take` must not see the status that the kernel had set for what was just read.
        if let Some(held) = self.memory.held.get(self.index) {
            held.store(false, Ordering::Release);
        }
    }
}
