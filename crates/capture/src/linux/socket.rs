//! A packet socket with its ring, filter and statistics.

use super::frames::{RESERVE, Shape};
use super::ring::Ring;
use super::{ethtool, interfaces, sys};
use crate::error::Error;
use crate::interface::{ANY, Interface, find};
use crate::options::{Clock, Notice, Options};
use crate::tally::Reading;
use requin_bpf::{Insn, Kind, Program, ancillary, code};
use requin_file::LinkType;
use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;

/// Bytes of a block: room for the largest frame, and for so many small ones that a block costs little.
const BLOCK: usize = 256 << 10;
/// Blocks that a ring has at least.
const BLOCKS: usize = 4;
/// What the kernel wants to hear as the size of frames; with blocks it has no meaning.
const FRAME: usize = 2048;

/// A socket that captures.
pub(crate) struct Socket {
    /// Shared with those who ask for statistics.
    pub fd: Arc<OwnedFd>,
    pub ring: Ring,
    pub shape: Shape,
}

/// What a socket is made from, made ready once for all sockets of an interface.
pub(crate) struct Recipe {
    pub interface: Interface,
    pub options: Options,
    pub link: LinkType,
    /// The program for the kernel, or none when it could not have it.
    kernel: Vec<Insn>,
    /// The filter for us when the kernel can't have it.
    filter: Option<Program>,
    loopback: Option<u32>,
}

/// A program that takes nothing.
pub(crate) const NOTHING: [Insn; 1] = [Insn { code: code::RET_K, jt: 0, jf: 0, k: 0 }];

impl Recipe {
    /// Looks at interface and options.
    pub(crate) fn new(name: &str, options: &Options, notices: &mut Vec<Notice>) -> Result<Recipe, Error> {
        let list = interfaces::interfaces()?;
        let interface = find(&list, name)?;
        let link = interface.choose_link(options.link)?;
        let loopback = match interface.name.as_str() {
            ANY => list.iter().find(|i| i.loopback).map(|i| i.index),
            _ => interface.loopback.then_some(interface.index),
        };
        let mut it =
            Recipe { interface, options: options.clone(), link, kernel: Vec::new(), filter: None, loopback };
        it.programs(notices)?;
        Ok(it)
    }

    /// Compiles the filter for the kernel, or for us when it is too long for the kernel.
    fn programs(&mut self, notices: &mut Vec<Notice>) -> Result<(), Error> {
        // The kernel counts from where its frame begins; with what is put in front of it there is enough.
        let snaplen = self.options.snaplen;
        let mut program = vec![Insn { code: code::RET_K, jt: 0, jf: 0, k: snaplen }];
        if let Some(expression) = self.options.filter.as_deref().filter(|e| !e.trim().is_empty()) {
            let mut options = requin_bpf::Options::new(requin_bpf::Link(self.link.0));
            options.snaplen = snaplen;
            options.everywhere = self.options.everywhere;
            options.netmask = self.interface.netmask();
            options.kernel = true;
            let failed = |source| Error::Filter {
                interface: self.interface.name.clone(),
                expression: expression.to_owned(),
                source,
            };
            program = match requin_bpf::compile(expression, &options) {
                Ok(p) if p.len() + 8 <= requin_bpf::KERNEL_MAX => p.insns().to_vec(),
                Err(e) if e.kind() != Kind::TooLong => return Err(failed(e)),
                _ => {
                    options.kernel = false;
                    self.filter = Some(requin_bpf::compile(expression, &options).map_err(failed)?);
                    notices.push(Notice::FilterTooLong(self.interface.name.clone()));
                    program
                }
            };
        }
        self.kernel = self.once_on_loopback();
        self.kernel.extend(program);
        Ok(())
    }

    /// Frames on loopback are seen when they are sent and when they are received: instructions that leave out
    /// those sent.
    fn once_on_loopback(&self) -> Vec<Insn> {
        let Some(index) = self.loopback else { return Vec::new() };
        let step = |code, jt, jf, k| Insn { code, jt, jf, k };
        vec![
            step(code::LD_W_ABS, 0, 0, ancillary::INTERFACE),
            step(code::JEQ_K, 0, 3, index),
            step(code::LD_W_ABS, 0, 0, ancillary::PACKET_TYPE),
            step(code::JEQ_K, 0, 1, u32::from(libc::PACKET_OUTGOING)),
            step(code::RET_K, 0, 0, 0),
        ]
    }

    /// Whether the kernel gives the network layer alone.
    fn cooked(&self) -> bool {
        matches!(self.link, LinkType::LINUX_SLL | LinkType::LINUX_SLL2)
    }

    /// Opens a socket that captures nothing yet; the ring takes `buffer` bytes.
    pub(crate) fn open(
        &self,
        number: u32,
        buffer: usize,
        notices: &mut Vec<Notice>,
    ) -> Result<Socket, Error> {
        let name = self.interface.name.as_str();
        let fail = |what| move |e| Error::system(name, what, e);
        let fd = raw(name, self.cooked())?;
        sys::set(&fd, libc::SOL_PACKET, libc::PACKET_VERSION, &(libc::tpacket_versions::TPACKET_V3 as i32))
            .map_err(fail("ask for TPACKET_V3"))?;
        sys::set(&fd, libc::SOL_PACKET, libc::PACKET_RESERVE, &(RESERVE as u32))
            .map_err(fail("ask for room in front of frames"))?;
        if self.options.clock == Clock::Adapter {
            if !ethtool::stamps_packets(&fd, name) {
                return Err(Error::Cannot {
                    name: name.into(),
                    what: "tell the time of packets itself".into(),
                });
            }
            ethtool::stamp_packets(&fd, name).map_err(fail("set the clock of the device"))?;
            let raw = libc::SOF_TIMESTAMPING_RAW_HARDWARE.cast_signed();
            sys::set(&fd, libc::SOL_PACKET, libc::PACKET_TIMESTAMP, &raw).map_err(fail("use its clock"))?;
        }
        let gather = u32::try_from(self.options.gather.as_millis()).unwrap_or(u32::MAX).max(1);
        let (ring, bytes) = ring(&fd, buffer, gather).map_err(fail("make room for packets"))?;
        if bytes < buffer.min(BLOCK) || bytes * 2 <= buffer {
            notices.push(Notice::LessMemory(name.to_owned(), bytes));
        }
        let shape = Shape {
            link: self.link,
            interface: number,
            snaplen: self.options.snaplen,
            filter: self.filter.clone(),
            loopback: self.loopback,
        };
        Ok(Socket { fd: Arc::new(fd), ring, shape })
    }

    /// Lets a socket capture from now on; `group` is that of sockets that share frames.
    pub(crate) fn begin(&self, socket: &Socket, group: Option<u16>) -> Result<(), Error> {
        let name = self.interface.name.as_str();
        let fail = |what| move |e| Error::system(name, what, e);
        // Nothing came before now, since the socket had no protocol; so nothing is in it that the filter has not
        // seen. Sockets of a group take nothing until they all share.
        let program = if group.is_some() { &NOTHING[..] } else { &self.kernel };
        sys::attach(&*socket.fd, program).map_err(fail("attach the capture filter"))?;
        if self.loopback == Some(self.interface.index) {
            // Older kernels don't have it: then the filter does it alone.
            let _ = sys::set(&*socket.fd, libc::SOL_PACKET, libc::PACKET_IGNORE_OUTGOING, &1i32);
        }
        sys::bind_packet(&*socket.fd, self.interface.index, libc::ETH_P_ALL as u16)
            .map_err(fail("listen"))?;
        if self.options.promiscuous && self.interface.index != 0 {
            let join = libc::packet_mreq {
                mr_ifindex: self.interface.index.cast_signed(),
                mr_type: libc::PACKET_MR_PROMISC as u16,
                mr_alen: 0,
                mr_address: [0; 8],
            };
            sys::set(&*socket.fd, libc::SOL_PACKET, libc::PACKET_ADD_MEMBERSHIP, &join)
                .map_err(fail("switch to promiscuous mode"))?;
        }
        if let Some(group) = group {
            let how = (libc::PACKET_FANOUT_HASH | libc::PACKET_FANOUT_FLAG_DEFRAG) << 16 | u32::from(group);
            sys::set(&*socket.fd, libc::SOL_PACKET, libc::PACKET_FANOUT, &how)
                .map_err(fail("share packets among sockets"))?;
        }
        Ok(())
    }

    /// Lets sockets of a group take frames, once all of them share.
    pub(crate) fn take_all(&self, socket: &Socket) -> Result<(), Error> {
        sys::attach(&*socket.fd, &self.kernel)
            .map_err(|e| Error::system(&self.interface.name, "attach the capture filter", e))
    }
}

/// A packet socket without a protocol, so that nothing comes yet.
pub(crate) fn raw(name: &str, cooked: bool) -> Result<OwnedFd, Error> {
    let kind = if cooked { libc::SOCK_DGRAM } else { libc::SOCK_RAW };
    sys::socket(libc::AF_PACKET, kind, 0).map_err(|e| Error::system(name, "capture", e))
}

/// Makes the ring with at most `buffer` bytes, and as many as the system can give; how many these are.
fn ring(fd: &OwnedFd, buffer: usize, gather: u32) -> io::Result<(Ring, usize)> {
    let block = BLOCK.min((buffer / BLOCKS).next_power_of_two()).max(64 << 10);
    let mut count = (buffer / block).max(BLOCKS);
    loop {
        let bytes = block * count;
        let request = libc::tpacket_req3 {
            tp_block_size: block as u32,
            tp_block_nr: u32::try_from(count).unwrap_or(u32::MAX),
            tp_frame_size: FRAME as u32,
            tp_frame_nr: u32::try_from(bytes / FRAME).unwrap_or(u32::MAX),
            tp_retire_blk_tov: gather,
            tp_sizeof_priv: 0,
            tp_feature_req_word: 0,
        };
        match sys::set(fd, libc::SOL_PACKET, libc::PACKET_RX_RING, &request) {
            Ok(()) => return Ok((Ring::new(fd, block, count)?, bytes)),
            Err(e) if count > BLOCKS && matches!(e.raw_os_error(), Some(libc::ENOMEM | libc::EINVAL)) => {
                count = (count / 2).max(BLOCKS);
            }
            Err(e) => return Err(e),
        }
    }
}

/// Packets that a socket has received and dropped since the last time.
pub(crate) fn statistics(fd: &OwnedFd) -> io::Result<Reading> {
    let s: libc::tpacket_stats_v3 = sys::get(fd, libc::SOL_PACKET, libc::PACKET_STATISTICS)?;
    // What devices missed is asked of the interfaces, not of sockets.
    Ok(Reading { received: s.tp_packets.into(), dropped: s.tp_drops.into(), missed: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_frames_are_taken_once() {
        let recipe = Recipe {
            interface: Interface::any(),
            options: Options::default(),
            link: LinkType::LINUX_SLL2,
            kernel: Vec::new(),
            filter: None,
            loopback: Some(1),
        };
        let mut all = recipe.once_on_loopback();
        assert_eq!(all.len(), 5);
        // Every jump but the one to `ret 0` leads to what follows.
        assert_eq!((all[1].jf, all[3].jf, all[4].k), (3, 1, 0));
        all.push(Insn { code: code::RET_K, jt: 0, jf: 0, k: 9 });
        assert!(Program::new(all).is_ok());
        assert!(Recipe { loopback: None, ..recipe }.once_on_loopback().is_empty());
    }
}
