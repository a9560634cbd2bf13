//! How an interface is to be captured.

use requin_file::LinkType;
use std::fmt;
use std::time::Duration;

/// How an interface is to be captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Bytes of each frame that are kept.
    pub snaplen: u32,
    /// Ask the interface for frames that are not for this machine, too.
    pub promiscuous: bool,
    /// Bytes of memory in which frames wait for us.
    pub buffer: usize,
    /// How long the kernel may gather frames before it hands them over.
    pub gather: Duration,
    /// All frames of the radio channel, with the radio's header.
    pub monitor: bool,
    /// Another link type than the usual one of the interface.
    pub link: Option<LinkType>,
    /// Capture filter, in the language of pcap-filter(7).
    pub filter: Option<String>,
    /// Let the filter look inside VLAN, PPPoE and tunnels too. See [`requin_bpf::Options::everywhere`].
    pub everywhere: bool,
    /// Sockets that share the frames by flow, at least 1. Through libpcap it is always one.
    pub fanout: u16,
    /// Whose clock tells the time of frames.
    pub clock: Clock,
    /// Wait for the interface when it is not there or goes away.
    pub wait: bool,
}

impl Options {
    /// Bytes of a frame that are kept unless something else is said: as libpcap has it.
    pub const SNAPLEN: u32 = 262_144;
    /// Memory in which frames wait unless something else is said.
    pub const BUFFER: usize = 16 << 20;
}

impl Default for Options {
    fn default() -> Options {
        Options {
            snaplen: Options::SNAPLEN,
            promiscuous: true,
            buffer: Options::BUFFER,
            gather: Duration::from_millis(20),
            monitor: false,
            link: None,
            filter: None,
            everywhere: false,
            fanout: 1,
            clock: Clock::Host,
            wait: false,
        }
    }
}

/// Whose clock tells the time of frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    #[default]
    Host,
    /// The device's own.
    Adapter,
}

/// Something that happened to an interface while frames were captured.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// It was switched off, or lost its carrier. Frames come again when it is up.
    Down(String),
    /// It is up.
    Up(String),
    /// It is no longer there.
    Gone(String),
    /// It is waited for.
    Waiting(String),
    /// It came back.
    Back(String),
    /// It has another name now.
    Renamed(String, String),
    /// The kernel could not have as much memory as was asked for: bytes.
    LessMemory(String, usize),
    /// The filter is too long for the kernel, and is applied afterwards.
    FilterTooLong(String),
    /// Only packets that concern this machine come: the interface can't be asked for others.
    NotPromiscuous(String),
    /// Packets are not shared among sockets: one takes all.
    NotShared(String),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::Down(name) => write!(f, "{name} went down; packets will be captured again when it is up"),
            Notice::Up(name) => write!(f, "{name} is up"),
            Notice::Gone(name) => write!(f, "{name} is gone"),
            Notice::Waiting(name) => write!(f, "waiting for {name}"),
            Notice::Back(name) => write!(f, "{name} is there; capturing"),
            Notice::Renamed(old, new) => write!(f, "{old} is called {new} now"),
            Notice::LessMemory(name, bytes) => {
                write!(f, "{name}: the system could give only {} KiB of buffer", bytes >> 10)
            }
            Notice::FilterTooLong(name) => {
                write!(f, "{name}: the capture filter is too long for the kernel and is applied afterwards")
            }
            Notice::NotPromiscuous(name) => {
                write!(f, "{name} can't be promiscuous: only packets that concern this machine are captured")
            }
            Notice::NotShared(name) => {
                write!(f, "{name}: libpcap does not share packets among sockets; one takes all")
            }
        }
    }
}
