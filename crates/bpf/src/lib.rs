//! Capture filters: the language of pcap-filter(7), compiled to classic BPF.
//!
//! ```
//! use requin_bpf::{Link, Options};
//!
//! let program = requin_bpf::compile("tcp port 80", &Options::new(Link::ETHERNET))?;
//! let mut packet = [0u8; 60];
//! packet[12..14].copy_from_slice(&[0x08, 0x00]); // IPv4
//! packet[14] = 0x45; //                             a header of 20 bytes
//! packet[23] = 6; //                                TCP
//! packet[36..38].copy_from_slice(&80u16.to_be_bytes()); // to port 80
//! assert_ne!(program.matches(&packet, 60), 0);
//! packet[36..38].copy_from_slice(&443u16.to_be_bytes());
//! assert_eq!(program.matches(&packet, 60), 0);
//! # Ok::<(), requin_bpf::Error>(())
//! ```
//!
//! What cannot be compiled says why, and about which bytes of the expression:
//!
//! ```
//! use requin_bpf::{Link, Options};
//!
//! let error = requin_bpf::compile("tcp and vlan 5000", &Options::new(Link::ETHERNET)).unwrap_err();
//! assert_eq!(error.reason(), "VLAN tag 5000 is greater than 4095");
//! assert_eq!(error.span(), 8..17);
//! ```
//!
//! # How
//!
//! The text becomes tokens, the tokens a tree, the tree (with the link type) conditions, the conditions a
//! graph of single tests in which equal tails are one. In the graph, every way is led past the tests whose
//! outcome is known on it, and tests of the same value are brought together. Then values get registers, so
//! that what a register has already is not loaded again.
//!
//! # Where the meaning differs from libpcap's
//!
//! - `protochain` is a loop there, which kernels refuse; here it follows up to eight headers, and finds what
//!   is behind an authentication header.
//! - In arithmetic, what a part of a packet needs is asked wherever it stands: `ip[2:2] - tcp[12]` is of TCP
//!   packets only. There, only what stands on the left of an operator is asked for.
//! - What can match no packet is refused in a few more cases, since more is seen through.
//! - `byte N & M` and `byte N | M` look at byte N.
//! - The OSI protocols in Linux cooked captures are looked for where they are, as are LLC protocols in
//!   version 2 of those.
//! - After `proto`, names of protocols need no backslash; `net 10/8` is understood.
#![forbid(unsafe_code)]

mod ast;
mod cond;
mod dump;
mod emit;
mod error;
mod expr;
mod facts;
mod r#gen;
mod graph;
mod interp;
mod lex;
mod link;
mod names;
mod parse;
mod program;
mod services;

pub use error::{Error, Kind};
pub use link::Link;
pub use names::Names;
pub use program::{Insn, Invalid, KERNEL_MAX, MEMORY, Program, ancillary, code};

use cond::Cond;
use graph::Graph;

/// What a packet that matches returns unless a snapshot length is set: more than any packet has.
pub const SNAPLEN: u32 = 262_144;

/// What an expression is compiled for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The link type of the packets.
    pub link: Link,
    /// Look inside VLAN, QinQ, PPPoE, MPLS and VXLAN too: a primitive holds if it holds of the packet or of one
    /// inside it. Up to three VLAN tags and three MPLS labels in a row are looked behind. `vlan`, `pppoes` and
    /// `mpls` then ask whether there is such a header anywhere, without changing what
    /// the primitives after them speak of.
    pub everywhere: bool,
    /// What a packet that matches returns: how many of its bytes to take.
    pub snaplen: u32,
    /// Simplify the program. Without, it says the same in more instructions.
    pub optimize: bool,
    /// The mask of the interface's network, for `ip broadcast`; 0 if not known.
    pub netmask: u32,
    /// The packets were captured on a big-endian machine, which matters to [`Link::NULL`] only.
    pub big_endian: bool,
    /// The program is for a Linux packet socket rather than for packets in memory. There, the kernel says what
    /// the packet does not: the direction, the interface, and the VLAN tag, which it takes out of the frame.
    /// For [`Link::LINUX_SLL`] and [`Link::LINUX_SLL2`] the socket is one of type `SOCK_DGRAM`, whose packets
    /// begin with the network layer. [`Program::matches`] takes nothing for what only the kernel knows.
    pub kernel: bool,
    /// Where names of hosts, services and protocols come from.
    pub names: Names,
}

impl Options {
    /// The usual options for a link type.
    #[must_use]
    pub fn new(link: Link) -> Self {
        Self {
            link,
            everywhere: false,
            snaplen: SNAPLEN,
            optimize: true,
            netmask: 0,
            big_endian: false,
            kernel: false,
            names: Names::System,
        }
    }
}

/// Compiles an expression. The empty expression takes every packet.
///
/// # Errors
/// Where the expression is no expression, names what is not known, asks what the link type cannot answer, can
/// never match, or needs a program that is too long. [`Error::span`] says which bytes of it are meant.
pub fn compile(expression: &str, options: &Options) -> Result<Program, Error> {
    let ast = parse::parse(expression)?;
    let whole = 0..expression.len();
    // Keeping the length of a radio header in memory costs two instructions and saves several each time that
    // it is needed again: which is shorter depends on the expression, so both are tried.
    let spills: &[bool] =
        if options.link == Link::RADIOTAP && options.optimize { &[false, true] } else { &[false] };
    let mut best: Option<Vec<Insn>> = None;
    for &spill in spills {
        let mut it = r#gen::Gen::new(options, spill);
        let cond = match &ast {
            Some(ast) => it.condition(ast)?,
            None => Cond::Always,
        };
        let insns = assemble(&mut it.pool, &cond, options, &whole)?;
        if best.as_ref().is_none_or(|best| insns.len() < best.len()) {
            best = Some(insns);
        }
    }
    let insns = best.unwrap_or_default();
    let most = longest(options);
    if insns.len() > most {
        return Err(Error::new(
            Kind::TooLong,
            whole,
            format!("the program would have {} instructions; {most} are the most", insns.len()),
        ));
    }
    Program::new(insns).map_err(|invalid| Error::new(Kind::TooLong, whole, invalid.to_string()))
}

/// How many instructions a program may have. One that is not simplified is to be looked at, not for a kernel.
fn longest(options: &Options) -> usize {
    if options.everywhere && options.optimize { KERNEL_MAX } else { program::MAX }
}

fn assemble(
    pool: &mut expr::Pool,
    cond: &Cond,
    options: &Options,
    whole: &std::ops::Range<usize>,
) -> Result<Vec<Insn>, Error> {
    let mut graph = Graph::new(pool, cond);
    // Simplifying makes programs shorter, but not to an eighth; very long ones are not worth the time.
    let most = longest(options);
    if graph.len() / 8 > most {
        let reason = format!("the program would have more than {most} instructions");
        return Err(Error::new(Kind::TooLong, whole.clone(), reason));
    }
    if options.optimize {
        graph.optimize(pool);
    } else {
        graph.plain(pool);
    }
    if graph.root == graph::REJECT {
        let reason = format!("no packet of {} can match this", options.link);
        return Err(Error::new(Kind::Never, whole.clone(), reason));
    }
    graph.initialize(pool);
    emit::emit(pool, &graph, options.snaplen, options.optimize).map_err(|emit::TooComplex| {
        Error::new(
            Kind::TooLong,
            whole.clone(),
            "the expression needs more values at a time than BPF has memory for",
        )
    })
}
