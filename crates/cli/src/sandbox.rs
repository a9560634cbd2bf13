//! Giving up rights before packets are looked at.

use crate::args::Args;
use crate::limits::Sandbox;
use requin_sandbox::{Mode, Owner, Policy, Sockets};
use std::path::PathBuf;

/// Where names in capture filters are looked up, when a link type is met for which the filter was not compiled yet.
const NAMES: &[&str] = &["/etc/services", "/etc/protocols", "/etc/networks", "/etc/ethers", "/etc/hosts"];

/// Gives up what is not needed from here on: everything is open by now but for what the options tell.
///
/// # Errors
/// When it was insisted upon and the system can't, or the folder to write into is not there.
pub fn enter(args: &Args, sockets: Sockets) -> Result<(), requin_sandbox::Error> {
    let mode = match args.files.sandbox {
        Sandbox::Strict => Mode::Strict,
        Sandbox::Auto => Mode::Auto,
        Sandbox::Off => Mode::Off,
    };
    let files = if args.capture_filter.is_empty() { &[][..] } else { NAMES };
    let policy = Policy {
        folders: args.files.folders(args.write.as_deref()),
        files: files.iter().map(PathBuf::from).collect(),
        sockets,
        owner: Owner::of_sudo(),
    };
    requin_sandbox::enter(mode, &policy).map(|_| ())
}

/// How many threads to use: once the file system is closed, nobody could tell how many there may be.
pub fn threads(args: &Args) -> usize {
    match args.threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n,
    }
}
