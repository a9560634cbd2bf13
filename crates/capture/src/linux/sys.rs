//! System calls that have no safe wrapper elsewhere, each made safe here.
#![allow(unsafe_code)]

use crate::unix::checked;
use requin_bpf::Insn;
use std::ffi::{c_int, c_uint, c_ulong};
use std::io;
use std::mem::{self, MaybeUninit};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

/// Types that the kernel reads and writes as they lie in memory.
///
/// # Safety
/// Every pattern of bits must be a valid value, and there must be no padding.
pub(crate) unsafe trait Plain: Copy {}
// SAFETY: integers have neither invalid patterns nor padding.
unsafe impl Plain for c_int {}
// SAFETY: as above.
unsafe impl Plain for c_uint {}
// SAFETY: seven 32-bit numbers.
unsafe impl Plain for libc::tpacket_req3 {}
// SAFETY: three 32-bit numbers.
unsafe impl Plain for libc::tpacket_stats_v3 {}
// SAFETY: a 32-bit number, two 16-bit ones and eight bytes: 16 bytes without a gap.
unsafe impl Plain for libc::packet_mreq {}
// SAFETY: on 64-bit and 32-bit Linux two numbers of the machine's word size.
unsafe impl Plain for libc::timeval {}

/// A new socket, closed when a program is executed.
pub(crate) fn socket(domain: c_int, kind: c_int, protocol: c_int) -> io::Result<OwnedFd> {
    // SAFETY: socket() takes no pointers.
    let fd = checked(unsafe { libc::socket(domain, kind | libc::SOCK_CLOEXEC, protocol) })?;
    // SAFETY: the descriptor was just made, is valid, and nobody else has it.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}

/// Sets an option of a socket.
pub(crate) fn set<T: Plain>(fd: &impl AsRawFd, level: c_int, name: c_int, value: &T) -> io::Result<()> {
    let (at, size) = (std::ptr::from_ref(value).cast(), mem::size_of::<T>() as libc::socklen_t);
    // SAFETY: `at` leads to `size` readable bytes for as long as the call takes.
    checked(unsafe { libc::setsockopt(fd.as_raw_fd(), level, name, at, size) }).map(|_| ())
}

/// Reads an option of a socket.
pub(crate) fn get<T: Plain>(fd: &impl AsRawFd, level: c_int, name: c_int) -> io::Result<T> {
    let mut value = MaybeUninit::<T>::zeroed();
    let mut size = mem::size_of::<T>() as libc::socklen_t;
    // SAFETY: the kernel writes at most `size` bytes to where `value` is.
    checked(unsafe { libc::getsockopt(fd.as_raw_fd(), level, name, value.as_mut_ptr().cast(), &mut size) })?;
    // SAFETY: `value` is all zeroes or what the kernel wrote over them, and every pattern is valid for `Plain`.
    Ok(unsafe { value.assume_init() })
}

/// Attaches a program of classic BPF to a socket; it takes the place of an earlier one at once.
pub(crate) fn attach(fd: &impl AsRawFd, program: &[Insn]) -> io::Result<()> {
    let mut code: Vec<libc::sock_filter> =
        program.iter().map(|i| libc::sock_filter { code: i.code, jt: i.jt, jf: i.jf, k: i.k }).collect();
    let len = u16::try_from(code.len()).map_err(|_| io::Error::from_raw_os_error(libc::EINVAL))?;
    let it = libc::sock_fprog { len, filter: code.as_mut_ptr() };
    let (at, size) = (std::ptr::from_ref(&it).cast(), mem::size_of_val(&it) as libc::socklen_t);
    // SAFETY: `at` leads to a sock_fprog whose `filter` leads to `len` instructions; `code` lives until the end of
    // this function, and the kernel copies both.
    checked(unsafe { libc::setsockopt(fd.as_raw_fd(), libc::SOL_SOCKET, libc::SO_ATTACH_FILTER, at, size) })
        .map(|_| ())
}

/// Binds a packet socket to an interface (0: all) and a protocol in host order (0: to send only).
pub(crate) fn bind_packet(fd: &impl AsRawFd, interface: u32, protocol: u16) -> io::Result<()> {
    // SAFETY: all zeroes is a valid sockaddr_ll.
    let mut to: libc::sockaddr_ll = unsafe { mem::zeroed() };
    to.sll_family = libc::AF_PACKET as u16;
    to.sll_protocol = protocol.to_be();
    to.sll_ifindex = interface.cast_signed();
    let size = mem::size_of_val(&to) as libc::socklen_t;
    // SAFETY: the address is a sockaddr_ll of `size` bytes that lives as long as the call.
    checked(unsafe { libc::bind(fd.as_raw_fd(), std::ptr::from_ref(&to).cast(), size) }).map(|_| ())
}

/// Binds a netlink socket to the groups of messages it is to receive.
pub(crate) fn bind_netlink(fd: &impl AsRawFd, groups: u32) -> io::Result<()> {
    // SAFETY: all zeroes is a valid sockaddr_nl.
    let mut to: libc::sockaddr_nl = unsafe { mem::zeroed() };
    to.nl_family = libc::AF_NETLINK as u16;
    to.nl_groups = groups;
    let size = mem::size_of_val(&to) as libc::socklen_t;
    // SAFETY: the address is a sockaddr_nl of `size` bytes that lives as long as the call.
    checked(unsafe { libc::bind(fd.as_raw_fd(), std::ptr::from_ref(&to).cast(), size) }).map(|_| ())
}

/// Sends one message.
pub(crate) fn send(fd: &impl AsRawFd, bytes: &[u8]) -> io::Result<usize> {
    // SAFETY: the pointer and the length are those of a slice.
    let sent = unsafe { libc::send(fd.as_raw_fd(), bytes.as_ptr().cast(), bytes.len(), libc::MSG_NOSIGNAL) };
    usize::try_from(sent).map_err(|_| io::Error::last_os_error())
}

/// Messages that [`send_many`] hands over at most.
pub(crate) const MANY: usize = 64;

/// Sends up to [`MANY`] messages with one call; how many were.
pub(crate) fn send_many<B: AsRef<[u8]>>(fd: &impl AsRawFd, messages: &[B]) -> io::Result<usize> {
    // SAFETY: all zeroes is a valid iovec and mmsghdr: no address, no data.
    let (mut parts, mut heads): ([libc::iovec; MANY], [libc::mmsghdr; MANY]) = unsafe { mem::zeroed() };
    let mut count = 0;
    for ((part, head), message) in parts.iter_mut().zip(&mut heads).zip(messages) {
        let bytes = message.as_ref();
        part.iov_base = bytes.as_ptr().cast_mut().cast();
        part.iov_len = bytes.len();
        head.msg_hdr.msg_iov = part;
        head.msg_hdr.msg_iovlen = 1;
        count += 1;
    }
    // SAFETY: the first `count` heads lead to one part each, which leads to a slice of `messages`; all of them live
    // as long as the call, and sendmmsg() only reads what the parts lead to.
    let sent = checked(unsafe { libc::sendmmsg(fd.as_raw_fd(), heads.as_mut_ptr(), count, 0) })?;
    Ok(usize::try_from(sent).unwrap_or(0))
}

/// Receives one message into `buffer`; how many bytes it has.
pub(crate) fn receive(fd: &impl AsRawFd, buffer: &mut [u8], wait: bool) -> io::Result<usize> {
    let flags = if wait { 0 } else { libc::MSG_DONTWAIT };
    // SAFETY: the pointer and the length are those of a slice that nobody else looks at.
    let got = unsafe { libc::recv(fd.as_raw_fd(), buffer.as_mut_ptr().cast(), buffer.len(), flags) };
    usize::try_from(got).map_err(|_| io::Error::last_os_error())
}

/// An `ifreq` for an interface, with room for a pointer.
fn request(name: &str) -> io::Result<libc::ifreq> {
    // SAFETY: all zeroes is a valid ifreq: an empty name and a null pointer.
    let mut it: libc::ifreq = unsafe { mem::zeroed() };
    if name.len() >= it.ifr_name.len() {
        return Err(io::Error::from_raw_os_error(libc::ENODEV));
    }
    for (to, from) in it.ifr_name.iter_mut().zip(name.bytes()) {
        *to = from.cast_signed() as libc::c_char;
    }
    Ok(it)
}

/// Asks about an interface by an ioctl that takes an `ifreq` whose data leads to `data`.
pub(crate) fn ask(fd: &impl AsRawFd, name: &str, code: c_ulong, data: &mut [u8]) -> io::Result<()> {
    let mut it = request(name)?;
    it.ifr_ifru.ifru_data = data.as_mut_ptr().cast();
    // SAFETY: `it` is a whole ifreq whose name ends in a zero. Its data leads to a buffer of this caller, who gives
    // one as large as the request needs: those here are of fixed size, see `ethtool`.
    checked(unsafe { libc::ioctl(fd.as_raw_fd(), code as _, &mut it) }).map(|_| ())
}
