//! What the crate `pcap` does not offer, or offers without telling whether it worked: a filter program that was not
//! compiled by libpcap, the precision and the clock of times, the descriptor to wait for. Each is made safe here.
#![allow(unsafe_code)]

use pcap::{Active, Capture, Inactive};
use requin_bpf::Insn;
use std::ffi::{c_int, c_uchar, c_uint, c_ushort, c_void};

/// `struct bpf_insn`.
#[repr(C)]
struct Instruction {
    code: c_ushort,
    jt: c_uchar,
    jf: c_uchar,
    k: c_uint,
}

/// `struct bpf_program`.
#[repr(C)]
struct Instructions {
    len: c_uint,
    first: *mut Instruction,
}

// The crate `pcap` links the library. In place of `pcap_t *` stands a pointer to something unknown.
unsafe extern "C" {
    fn pcap_setfilter(handle: *mut c_void, program: *mut Instructions) -> c_int;
    #[cfg(unix)]
    fn pcap_set_tstamp_precision(handle: *mut c_void, precision: c_int) -> c_int;
    #[cfg(unix)]
    fn pcap_set_tstamp_type(handle: *mut c_void, kind: c_int) -> c_int;
    #[cfg(unix)]
    fn pcap_get_selectable_fd(handle: *mut c_void) -> c_int;
}

/// Lets a handle take only what a program takes; false when it can't have the program.
pub(crate) fn set_filter(capture: &mut Capture<Active>, program: &[Insn]) -> bool {
    let mut code: Vec<Instruction> =
        program.iter().map(|i| Instruction { code: i.code, jt: i.jt, jf: i.jf, k: i.k }).collect();
    let Ok(len) = c_uint::try_from(code.len()) else { return false };
    let mut it = Instructions { len, first: code.as_mut_ptr() };
    // SAFETY: the handle is open as long as `capture` is there, and nobody else uses it, since it is borrowed as one's
    // own. `it` leads to `len` instructions that live until the end of this function; libpcap checks and copies
    // them.
    unsafe { pcap_setfilter(capture.as_ptr().cast(), &mut it) == 0 }
}

/// Asks for times in nanoseconds; false when they stay in microseconds.
#[cfg(unix)]
pub(crate) fn ask_for_nanoseconds(capture: &mut Capture<Inactive>) -> bool {
    const NANO: c_int = 1;
    // SAFETY: the handle is there as long as `capture` is, and not activated yet; no memory is handed over.
    unsafe { pcap_set_tstamp_precision(capture.as_ptr().cast(), NANO) == 0 }
}

/// Npcap has microseconds only.
#[cfg(not(unix))]
pub(crate) fn ask_for_nanoseconds(_: &mut Capture<Inactive>) -> bool {
    false
}

/// Asks for times of the device's own clock; false when it has none.
#[cfg(unix)]
pub(crate) fn ask_for_adapter_clock(capture: &mut Capture<Inactive>) -> bool {
    // `PCAP_TSTAMP_ADAPTER_UNSYNCED`, which is what the device has, and `PCAP_TSTAMP_ADAPTER`.
    [4, 3].into_iter().any(|kind| {
        // SAFETY: as above.
        unsafe { pcap_set_tstamp_type(capture.as_ptr().cast(), kind) == 0 }
    })
}

/// Npcap has none.
#[cfg(not(unix))]
pub(crate) fn ask_for_adapter_clock(_: &mut Capture<Inactive>) -> bool {
    false
}

/// What to wait for until packets are there; none where the system can't wait so.
#[cfg(unix)]
pub(crate) fn descriptor(capture: &Capture<Active>) -> Option<std::os::fd::RawFd> {
    // SAFETY: the handle is open as long as `capture` is there; it is only read from.
    let fd = unsafe { pcap_get_selectable_fd(capture.as_ptr().cast()) };
    (fd >= 0).then_some(fd)
}
