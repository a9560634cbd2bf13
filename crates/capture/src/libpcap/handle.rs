//! An interface that libpcap has opened, with its filter.

use super::interfaces::{devices, links, unseen};
use super::{dlt, error, sys, text};
use crate::error::Error;
use crate::interface::{ANY, Interface, find};
use crate::options::{Clock, Notice, Options};
use pcap::{Active, Capture, Inactive};
use requin_bpf::{Insn, Kind, Program, ancillary, code};
use requin_file::{LinkType, Resolution};
use std::time::Duration;

/// The least buffer that is asked for.
const LEAST: usize = 32 << 10;
/// Packets that may wait no longer than this are handed over at once, one by one.
const AT_ONCE: Duration = Duration::from_millis(1);

/// An interface that libpcap has opened. It does not wait: reading gives what is there.
pub(crate) struct Handle {
    pub capture: Capture<Active>,
    pub interface: Interface,
    pub link: LinkType,
    /// Of the times that libpcap gives.
    pub resolution: Resolution,
    /// A filter that the kernel could not have.
    pub filter: Option<Program>,
}

impl Handle {
    /// Opens an interface, by its name or its number in the list.
    pub(crate) fn open(name: &str, options: &Options, notices: &mut Vec<Notice>) -> Result<Handle, Error> {
        let mut interface = match devices() {
            Ok(list) => find(&list, name)?,
            // An interface came back, but we are in the sandbox by now: there libpcap can't ask for all the other
            // things that it lists.
            Err(_) if options.wait => unseen(name),
            Err(e) => return Err(e),
        };
        let (mut capture, resolution) = activate(&interface.name, options, notices)?;
        (interface.link, interface.others) = links(&capture, interface.link);
        let link = interface.choose_link(options.link)?;
        let failed = |e| error(&interface.name, "capture", &e);
        if dlt::to_system(link) != capture.get_datalink() {
            capture.set_datalink(dlt::to_system(link)).map_err(failed)?;
        }
        if options.fanout > 1 {
            notices.push(Notice::NotShared(interface.name.clone()));
        }
        let filter = match options.filter.as_deref().filter(|e| !e.trim().is_empty()) {
            Some(expression) => filter(&mut capture, &interface, link, expression, options, notices)?,
            None => None,
        };
        let capture = capture.setnonblock().map_err(failed)?;
        Ok(Handle { capture, interface, link, resolution, filter })
    }
}

/// Opens an interface only to look at it.
pub(crate) fn look(name: &str) -> Result<Capture<Active>, Error> {
    let options = Options { promiscuous: false, snaplen: 64, buffer: LEAST, ..Options::default() };
    activate(name, &options, &mut Vec::new()).map(|(capture, _)| capture)
}

/// Opens an interface as the options say, or as nearly as it can be.
fn activate(
    name: &str,
    options: &Options,
    notices: &mut Vec<Notice>,
) -> Result<(Capture<Active>, Resolution), Error> {
    // Asking `any` for it would be an error.
    let mut promiscuous = options.promiscuous && name != ANY;
    let mut buffer = options.buffer.max(LEAST);
    loop {
        let (inactive, nanoseconds) = prepare(name, options, promiscuous, buffer)?;
        let failed = match inactive.open() {
            Ok(capture) => {
                if promiscuous != (options.promiscuous && name != ANY) {
                    notices.push(Notice::NotPromiscuous(name.to_owned()));
                }
                if buffer * 2 <= options.buffer {
                    notices.push(Notice::LessMemory(name.to_owned(), buffer));
                }
                let resolution = if nanoseconds { Resolution::NANO } else { Resolution::MICRO };
                return Ok((capture, resolution));
            }
            Err(e) => e,
        };
        let why = text(&failed).to_ascii_lowercase();
        if promiscuous && why.contains("promiscuous") {
            promiscuous = false;
        } else if buffer > LEAST && why.contains("buffer") {
            buffer = (buffer / 2).max(LEAST);
        } else {
            return Err(error(name, "capture", &failed));
        }
    }
}

/// A handle that is not open yet, and whether its times will have nanoseconds.
fn prepare(
    name: &str,
    options: &Options,
    promiscuous: bool,
    buffer: usize,
) -> Result<(Capture<Inactive>, bool), Error> {
    let number = |n: u128| i32::try_from(n).unwrap_or(i32::MAX).max(1);
    let mut it = Capture::from_device(name)
        .map_err(|e| error(name, "capture", &e))?
        .promisc(promiscuous)
        .snaplen(number(options.snaplen.into()))
        .buffer_size(number(buffer as u128))
        .timeout(number(options.gather.as_millis()))
        .immediate_mode(options.gather <= AT_ONCE);
    #[cfg(unix)]
    if options.monitor {
        it = it.rfmon(true);
    }
    #[cfg(not(unix))]
    if options.monitor {
        return Err(Error::Cannot { name: name.to_owned(), what: crate::error::MONITOR.to_owned() });
    }
    if options.clock == Clock::Adapter && !sys::ask_for_adapter_clock(&mut it) {
        return Err(Error::Cannot { name: name.to_owned(), what: "tell the time of packets itself".into() });
    }
    let nanoseconds = sys::ask_for_nanoseconds(&mut it);
    Ok((it, nanoseconds))
}

/// Compiles a filter and hands it to the kernel; or gives it back when the kernel can't have it.
///
/// It is our compiler's program and not libpcap's, so that an expression means the same on all systems, in files and
/// with `everywhere`; libpcap takes such programs from anybody.
fn filter(
    capture: &mut Capture<Active>,
    interface: &Interface,
    link: LinkType,
    expression: &str,
    options: &Options,
    notices: &mut Vec<Notice>,
) -> Result<Option<Program>, Error> {
    let cooked = matches!(link, LinkType::LINUX_SLL | LinkType::LINUX_SLL2);
    let mut how = requin_bpf::Options::new(requin_bpf::Link(link.0));
    how.snaplen = options.snaplen;
    how.everywhere = options.everywhere;
    how.netmask = interface.netmask();
    how.big_endian = cfg!(target_endian = "big");
    // On Linux, tags and directions stand beside the packet; of the latter libpcap knows nothing when it runs the
    // program itself, on what comes into the first block of its ring, which tcpdump misses for that reason too. Where libpcap makes up the link header, it wants
    // programs that see it, and rewrites them itself for the kernel.
    how.kernel = cfg!(target_os = "linux") && !cooked;
    let failed = |source| Error::Filter {
        interface: interface.name.clone(),
        expression: expression.to_owned(),
        source,
    };
    match requin_bpf::compile(expression, &how) {
        Ok(program) => {
            // When libpcap rewrites a program, it leaves lengths as they are: without the header.
            let fits = !(cooked && asks_length(&program));
            if fits && sys::set_filter(capture, &with_tags(program.insns())) {
                return Ok(None);
            }
            if fits {
                notices.push(Notice::FilterTooLong(interface.name.clone()));
            }
        }
        Err(e) if how.kernel && e.kind() == Kind::TooLong => {
            notices.push(Notice::FilterTooLong(interface.name.clone()));
        }
        Err(e) => return Err(failed(e)),
    }
    how.kernel = false;
    requin_bpf::compile(expression, &how).map(Some).map_err(failed)
}

/// Linux' kernel gives the VLAN tag that stands beside a packet to loads of any size. libpcap does so for loads of a byte
/// only; and it is libpcap that runs the program on the first packets, which came before the kernel had it.
fn with_tags(program: &[Insn]) -> Vec<Insn> {
    let tag = |i: &Insn| i.k == ancillary::VLAN_TAG && matches!(i.code, code::LD_H_ABS | code::LD_W_ABS);
    program.iter().map(|i| if tag(i) { Insn { code: code::LD_B_ABS, ..*i } } else { *i }).collect()
}

fn asks_length(program: &Program) -> bool {
    program.insns().iter().any(|i| matches!(i.code, code::LD_LEN | code::LDX_LEN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_asked_for_as_libpcap_has_them() {
        let how =
            requin_bpf::Options { kernel: true, ..requin_bpf::Options::new(requin_bpf::Link::ETHERNET) };
        let program = requin_bpf::compile("vlan 5", &how).unwrap();
        let sizes = |insns: &[Insn]| -> Vec<u16> {
            insns.iter().filter(|i| i.k == ancillary::VLAN_TAG).map(|i| i.code).collect()
        };
        assert_eq!(sizes(program.insns()), [code::LD_H_ABS]);
        assert_eq!(sizes(&with_tags(program.insns())), [code::LD_B_ABS]);
    }
}
