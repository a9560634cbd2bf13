//! Linux: packet sockets.

mod ethtool;
mod frames;
mod interfaces;
mod lanes;
mod link;
mod monitor;
mod netlink;
mod ring;
mod sender;
mod socket;
mod sys;

pub use interfaces::interfaces;
pub(crate) use lanes::{Lanes, Open};
pub use sender::Sender;

use crate::{Error, Options};
use requin_file::Section;

/// Whether an interface can be captured so: that it is there and up, that the options suit it, and that we may.
///
/// # Errors
/// What stands in the way.
pub fn check(name: &str, options: &Options) -> Result<(), Error> {
    if options.monitor {
        monitor::beside(name)?;
    }
    let recipe = socket::Recipe::new(name, options, &mut Vec::new())?;
    if !recipe.interface.up {
        return Err(Error::Down { name: recipe.interface.name });
    }
    socket::raw(name, false).map(|_| ())
}

/// What a capture file says of the machine that captured.
#[must_use]
pub fn machine() -> Section {
    let (os, hardware) = crate::unix::uname().unzip();
    Section { os, hardware, ..Section::default() }
}

/// Packets that devices had no room for, by the index of the interface.
pub(crate) fn missed() -> Vec<(u32, u64)> {
    let list = interfaces().unwrap_or_default();
    list.iter().map(|i| (i.index, i.counters.missed)).collect()
}
