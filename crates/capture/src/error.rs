//! What can go wrong when packets are captured or sent.

use std::io;

/// Why packets can't be captured or sent, or can't any longer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such interface.
    #[error("there is no interface {name:?}; {}", there_is(.known))]
    NoInterface {
        /// What was asked for.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// The interface is not up, so that no packet can come.
    #[error("{name} is down: bring it up with \"{}\", or wait for it with --wait", bring_up(.name))]
    Down {
        /// The interface.
        name: String,
    },
    /// The interface went away while packets were captured.
    #[error("{name} is gone; the capture has ended")]
    Gone {
        /// The interface.
        name: String,
    },
    /// The process lacks a right.
    #[error("no right to {what}: {capability} is missing; grant it with \"{grant}\", or run as root")]
    NotAllowed {
        /// What was to be done.
        what: String,
        /// Name of the capability, such as `CAP_NET_RAW`.
        capability: &'static str,
        /// The command that grants it.
        grant: String,
    },
    /// The capture filter is wrong, or can't be used for the link type of the interface.
    #[error("capture filter for {interface}: {source}")]
    Filter {
        /// The interface.
        interface: String,
        /// The expression.
        expression: String,
        /// What is wrong with it.
        source: requin_bpf::Error,
    },
    /// The interface can't do what was asked.
    #[error("{name} can't {what}")]
    Cannot {
        /// The interface.
        name: String,
        /// What it can't do.
        what: String,
    },
    /// The system refused something.
    #[error("{name}: {what}: {source}")]
    System {
        /// The interface.
        name: String,
        /// What was tried.
        what: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// Capturing is not possible in this build.
    #[error("{0}")]
    Unsupported(&'static str),
}

fn bring_up(name: &str) -> String {
    if cfg!(target_os = "linux") { format!("ip link set {name} up") } else { format!("ifconfig {name} up") }
}

fn there_is(known: &[String]) -> String {
    match known {
        [] => "there is none at all".to_owned(),
        known => format!("there is {}", known.join(", ")),
    }
}

impl Error {
    /// For what the system said, with a word on rights where these are missing.
    #[cfg(all(target_os = "linux", not(feature = "libpcap")))]
    pub(crate) fn system(name: &str, what: &'static str, source: io::Error) -> Error {
        match source.raw_os_error() {
            Some(libc::EPERM | libc::EACCES) => Error::not_allowed(name, what),
            _ => Error::System { name: name.to_owned(), what, source },
        }
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn not_allowed(name: &str, what: &str) -> Error {
        let program = std::env::current_exe().map_or("requin".into(), |p| p.display().to_string());
        Error::NotAllowed {
            what: format!("{what} on {name}"),
            capability: if what == MONITOR { "CAP_NET_ADMIN" } else { "CAP_NET_RAW" },
            grant: format!("sudo setcap cap_net_raw,cap_net_admin+eip {program}"),
        }
    }

    /// Where packets come through the devices of the Berkeley Packet Filter, whoever may open these may capture.
    #[cfg(all(unix, not(target_os = "linux"), feature = "libpcap"))]
    pub(crate) fn not_allowed(name: &str, what: &str) -> Error {
        Error::NotAllowed {
            what: format!("{what} on {name}"),
            capability: "access to /dev/bpf*",
            grant: "sudo chown $USER /dev/bpf*".to_owned(),
        }
    }
}

/// What monitor mode is called in errors.
#[cfg(any(target_os = "linux", feature = "libpcap"))]
pub(crate) const MONITOR: &str = "switch to monitor mode";
