//! Gives up the rights that a program no longer needs, before it looks at bytes of others.
//!
//! Sockets and files are opened first. Then [`enter`] drops capabilities (and root, when it came by `sudo`), closes
//! the file system and the network with Landlock, and forbids system calls that have no business in a program that
//! reads packets (starting programs, opening sockets, loading code into the kernel …) with seccomp. Nothing that a
//! packet does to a dissector can then reach files, other processes or the network.
//!
//! What is opened later has to be told beforehand: folders for files that are written one after the other, files
//! that are read later, sockets for interfaces that come back. See [`Policy`].
//!
//! It all holds for the calling thread and those that it starts afterwards: call it before starting any.
//!
//! On systems other than Linux there is nothing to enter: [`Mode::Strict`] fails, [`Mode::Auto`] does nothing.
#![forbid(unsafe_code)]

#[cfg(target_os = "linux")]
mod linux;
mod owner;

pub use owner::Owner;

use std::path::PathBuf;

/// How much is insisted upon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// All of it, or an error.
    Strict,
    /// As much as the kernel can.
    #[default]
    Auto,
    /// Nothing is given up.
    Off,
}

/// Sockets that may still be opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sockets {
    /// None.
    #[default]
    None,
    /// Those that ask the kernel for its interfaces (`AF_NETLINK`).
    Interfaces,
    /// Those that capture, too (`AF_PACKET`); the capabilities for these are kept.
    Capture,
}

/// What is needed later on.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// Folders in which files are made, written and removed.
    pub folders: Vec<PathBuf>,
    /// Files that are read. Those that are not there are left out.
    pub files: Vec<PathBuf>,
    /// Sockets.
    pub sockets: Sockets,
    /// Who is to own files and to be in place of root. See [`Owner::of_sudo`].
    pub owner: Option<Owner>,
}

/// What was given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// The file system (and TCP) is closed but for what the policy has.
    pub files: bool,
    /// System calls are forbidden.
    pub calls: bool,
    /// Capabilities are dropped.
    pub capabilities: bool,
}

/// Why it could not be entered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The system can't do it, and it was insisted upon.
    #[error("the sandbox is not complete, since {0}; --sandbox auto goes on all the same")]
    Missing(String),
    /// A folder of the policy can't be used.
    #[error("{}: {reason}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why not.
        reason: String,
    },
}

/// Gives up whatever the policy does not name.
///
/// # Errors
/// In [`Mode::Strict`] when something could not be given up; otherwise only when a folder of the policy is not there.
pub fn enter(mode: Mode, policy: &Policy) -> Result<Entered, Error> {
    if mode == Mode::Off {
        return Ok(Entered::default());
    }
    #[cfg(target_os = "linux")]
    let (entered, missing) = linux::enter(policy)?;
    #[cfg(not(target_os = "linux"))]
    let (entered, missing) = {
        let _ = policy;
        (Entered::default(), vec!["this system has none that requin knows".to_owned()])
    };
    match missing.first() {
        Some(first) if mode == Mode::Strict => Err(Error::Missing(first.clone())),
        _ => Ok(entered),
    }
}
