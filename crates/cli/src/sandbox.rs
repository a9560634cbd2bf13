//! Giving up rights before packets are looked at.

use crate::args::Args;
use crate::commands::export;
use crate::limits::Sandbox;
use requin_sandbox::{Mode, Owner, Policy, Sockets};
use std::path::{Path, PathBuf};

/// Where names in capture filters are looked up, when a link type is met for which the filter was not compiled yet.
const NAMES: &[&str] = &["/etc/services", "/etc/protocols", "/etc/networks", "/etc/ethers", "/etc/hosts"];

/// Gives up what is not needed from here on: everything is open by now but for what the options tell.
///
/// # Errors
/// When it was insisted upon and the system can't, or the folder to write into is not there.
pub fn enter(args: &Args, sockets: Sockets) -> Result<(), requin_sandbox::Error> {
    let mut folders = args.files.folders(args.write.as_deref());
    folders.extend(export::folders(&args.export_objects));
    let files = if args.capture_filter.is_empty() { &[][..] } else { NAMES };
    with(args.files.sandbox, folders, files.iter().map(PathBuf::from).collect(), sockets)
}

/// As [`enter`], for a command that reads `capture` (several times, maybe) and writes into `folders`.
///
/// # Errors
/// As for [`enter`].
pub fn enter_for(
    mode: Sandbox,
    capture: &Path,
    filtered: bool,
    folders: Vec<PathBuf>,
) -> Result<(), requin_sandbox::Error> {
    let mut files: Vec<PathBuf> =
        if filtered { NAMES.iter().map(PathBuf::from).collect() } else { Vec::new() };
    if capture.as_os_str() != "-" {
        files.push(capture.to_owned());
    }
    with(mode, folders, files, Sockets::None)
}

fn with(
    mode: Sandbox,
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    sockets: Sockets,
) -> Result<(), requin_sandbox::Error> {
    let mode = match mode {
        Sandbox::Strict => Mode::Strict,
        Sandbox::Auto => Mode::Auto,
        Sandbox::Off => Mode::Off,
    };
    let policy = Policy { folders, files, sockets, owner: Owner::of_sudo() };
    requin_sandbox::enter(mode, &policy).map(|_| ())
}

/// How many threads to use: once the file system is closed, nobody could tell how many there may be.
pub fn threads(asked: usize) -> usize {
    match asked {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        n => n,
    }
}
