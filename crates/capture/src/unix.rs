//! System calls that all Unix systems have, each made safe here.
#![allow(unsafe_code)]

use std::ffi::c_int;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};

/// The result of a call, or what the system says when it failed.
pub(crate) fn checked(result: c_int) -> io::Result<c_int> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

/// What a descriptor is waited for, and what came.
#[derive(Clone, Copy)]
pub(crate) struct Waited {
    pub fd: RawFd,
    /// To be told when it can be read, not only when it fails.
    pub read: bool,
    /// It can be read.
    pub readable: bool,
    /// It failed, or whoever is at its other end has gone.
    pub failed: bool,
}

/// Waits for one of the descriptors, so many milliseconds at most; how many have something.
pub(crate) fn wait(
    all: &mut [Waited],
    milliseconds: u16,
    scratch: &mut Vec<libc::pollfd>,
) -> io::Result<usize> {
    scratch.clear();
    scratch.extend(all.iter().map(|w| libc::pollfd {
        fd: w.fd,
        events: if w.read { libc::POLLIN } else { 0 },
        revents: 0,
    }));
    // SAFETY: the pointer and the length are those of a vector; poll() writes to the `revents` in it.
    let done =
        unsafe { libc::poll(scratch.as_mut_ptr(), scratch.len() as libc::nfds_t, c_int::from(milliseconds)) };
    let found = checked(done)?;
    for (w, p) in all.iter_mut().zip(scratch.iter()) {
        w.readable = p.revents & libc::POLLIN != 0;
        w.failed = p.revents & (libc::POLLERR | libc::POLLHUP | libc::POLLNVAL) != 0;
    }
    Ok(usize::try_from(found).unwrap_or(0))
}

/// Name and release of the running system, such as `Linux 6.1.0`, and its machine, such as `x86_64`.
pub(crate) fn uname() -> Option<(String, String)> {
    let mut it = MaybeUninit::<libc::utsname>::zeroed();
    // SAFETY: uname() writes a whole utsname to where the pointer leads.
    checked(unsafe { libc::uname(it.as_mut_ptr()) }).ok()?;
    // SAFETY: it is all zeroes or written by the kernel; arrays of characters have no invalid patterns.
    let it = unsafe { it.assume_init() };
    let text = |chars: &[libc::c_char]| -> String {
        let bytes: Vec<u8> = chars.iter().map(|c| *c as u8).take_while(|b| *b != 0).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    Some((format!("{} {}", text(&it.sysname), text(&it.release)), text(&it.machine)))
}

/// A descriptor's number, for [`Waited`].
pub(crate) fn number(fd: BorrowedFd<'_>) -> RawFd {
    fd.as_raw_fd()
}
