//! Capture files in memory: mapped in windows, so that frames are looked at where the system's cache has them.
//!
//! It stands here and not beside the readers of formats since it is a talk with the kernel that can't be had
//! without `unsafe`, which no other crate of requin may use.
#![allow(unsafe_code)]

use requin_file::Windows;
use std::ffi::c_int;
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::ptr::NonNull;
use std::sync::{Arc, Once};

/// Bytes that are mapped at a time: enough to make the call worth it, and little beside what a machine has.
const WINDOW: usize = 16 << 20;
/// Offsets of mappings are multiples of this: of any size that pages have.
const ALIGN: u64 = 64 << 10;

/// The windows of a plain file. Each is mapped when it is asked for, and goes when nobody looks at it any more.
///
/// A file that is cut while a window of it is looked at ends the program with a line that says so, and status 2:
/// the process gets a handler of that signal (`SIGBUS`). One that was cut before is seen to be shorter.
///
/// # Errors
/// When the file can't be opened once more.
pub fn windows(file: &File) -> io::Result<Box<dyn Windows>> {
    static CUT: Once = Once::new();
    let file = file.try_clone()?;
    CUT.call_once(tell_of_cuts);
    Ok(Box::new(Mapped { file }))
}

struct Mapped {
    file: File,
}

impl Windows for Mapped {
    fn window(&mut self, offset: u64, least: usize) -> io::Result<Arc<dyn AsRef<[u8]> + Send + Sync>> {
        let left = self.file.metadata()?.len().saturating_sub(offset);
        let len = left.min(WINDOW.max(least) as u64) as usize;
        if len == 0 {
            return Ok(Arc::new([0u8; 0]));
        }
        let start = offset / ALIGN * ALIGN;
        let skip = (offset - start) as usize;
        Ok(Arc::new(Mapping::new(&self.file, start, skip + len, skip)?))
    }
}

/// A part of a file in memory.
struct Mapping {
    at: NonNull<u8>,
    len: usize,
    /// Bytes before those that were asked for.
    skip: usize,
}

// SAFETY: the memory is only read, and belongs to the value until it is dropped.
unsafe impl Send for Mapping {}
// SAFETY: as above.
unsafe impl Sync for Mapping {}

impl Mapping {
    fn new(file: &File, start: u64, len: usize, skip: usize) -> io::Result<Mapping> {
        let start = libc::off_t::try_from(start).map_err(|_| io::ErrorKind::InvalidInput)?;
        #[cfg(target_os = "linux")]
        let flags = libc::MAP_PRIVATE | libc::MAP_POPULATE;
        #[cfg(not(target_os = "linux"))]
        let flags = libc::MAP_PRIVATE;
        // SAFETY: the kernel chooses where; nothing that exists is touched.
        let at =
            unsafe { libc::mmap(std::ptr::null_mut(), len, libc::PROT_READ, flags, file.as_raw_fd(), start) };
        if at == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        let at = NonNull::new(at.cast::<u8>()).ok_or(io::ErrorKind::OutOfMemory)?;
        Ok(Mapping { at, len, skip })
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        // SAFETY: `at` and `len` are those of the mapping that `new` made, and nobody looks at it any more: slices
        // of it borrow from `self`.
        unsafe { libc::munmap(self.at.as_ptr().cast(), self.len) };
    }
}

impl AsRef<[u8]> for Mapping {
    fn as_ref(&self) -> &[u8] {
        // SAFETY: `len` bytes are mapped at `at` for as long as `self` lives, and any byte is a valid one. Another
        // program may write to the file meanwhile; whoever reads captures takes any bytes whatever, and checks
        // every length where it uses it.
        let all = unsafe { std::slice::from_raw_parts(self.at.as_ptr(), self.len) };
        all.get(self.skip..).unwrap_or_default()
    }
}

/// Says in one line that a file lost its end, instead of what the shell says of the signal.
fn tell_of_cuts() {
    extern "C" fn tell(_: c_int) {
        const LINE: &[u8] =
            b"requin: the capture file was cut, or its disk failed, while it was read; read it again as it is now\n";
        // SAFETY: both calls may be made by handlers of signals, and the bytes are there for good.
        unsafe {
            libc::write(2, LINE.as_ptr().cast(), LINE.len());
            libc::_exit(2);
        }
    }
    // SAFETY: all zeroes are a valid sigaction, which the first call fills in; the handler that the second one sets is
    // there for good and calls nothing that handlers may not call.
    unsafe {
        let mut now: libc::sigaction = std::mem::zeroed();
        if libc::sigaction(libc::SIGBUS, std::ptr::null(), &mut now) != 0 {
            return;
        }
        // The runtime has a handler of its own, for stacks that ran over; these come as SIGSEGV here.
        let mine: extern "C" fn(c_int) = tell;
        now.sa_sigaction = mine as usize;
        now.sa_flags = 0;
        libc::sigaction(libc::SIGBUS, &now, std::ptr::null_mut());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn windows_follow_each_other_and_know_how_long_the_file_is() {
        let path = std::env::temp_dir().join(format!("requin-mapping-{}", std::process::id()));
        let bytes: Vec<u8> = (0..300_000u32).flat_map(|n| n.to_be_bytes()).collect();
        File::create(&path).and_then(|mut f| f.write_all(&bytes)).expect("the file is written");
        let file = File::open(&path).expect("it is opened");
        let mut w = windows(&file).expect("windows");
        for offset in [0, 1, 65_535, 65_536, 700_001, 1_199_999] {
            let got = w.window(offset, 10).expect("a window");
            assert_eq!((*got).as_ref(), &bytes[offset as usize..], "{offset}");
        }
        assert_eq!((*w.window(1_200_000, 1).expect("the end")).as_ref(), b"");
        assert_eq!((*w.window(u64::MAX, 1).expect("beyond")).as_ref(), b"");
        // It is shorter now.
        File::options().write(true).open(&path).and_then(|f| f.set_len(1000)).expect("cut");
        assert_eq!((*w.window(900, 500).expect("a window")).as_ref(), &bytes[900..1000]);
        std::fs::remove_file(&path).expect("removed");
    }
}
