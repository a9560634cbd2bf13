//! libpcap: macOS, the BSDs, Windows with Npcap; and Linux where that is wanted.

mod dlt;
mod handle;
mod interfaces;
mod lanes;
mod sender;
mod sys;

pub use interfaces::interfaces;
pub(crate) use lanes::{Lanes, Open};
pub use sender::Sender;

use crate::error::MONITOR;
use crate::{Error, Options};
use requin_file::Section;
use std::io;

/// Whether an interface can be captured so: that it is there and up, that the options suit it, and that we may.
///
/// # Errors
/// What stands in the way.
pub fn check(name: &str, options: &Options) -> Result<(), Error> {
    handle::Handle::open(name, options, &mut Vec::new()).map(|_| ())
}

/// What a capture file says of the machine that captured.
#[must_use]
pub fn machine() -> Section {
    #[cfg(unix)]
    let known = crate::unix::uname();
    #[cfg(not(unix))]
    let known = Some((std::env::consts::OS.to_owned(), std::env::consts::ARCH.to_owned()));
    let (os, hardware) = known.unzip();
    Section { os, hardware, ..Section::default() }
}

/// Packets that devices had no room for: each handle counts its own.
pub(crate) fn missed() -> Vec<(u32, u64)> {
    Vec::new()
}

/// What libpcap said.
fn text(e: &pcap::Error) -> String {
    match e {
        pcap::Error::PcapError(text) => text.clone(),
        other => other.to_string(),
    }
}

/// For what libpcap said. It has numbers for the reasons, but the crate `pcap` hands on the words alone; these have
/// been the same for many years.
fn error(name: &str, what: &'static str, e: &pcap::Error) -> Error {
    let text = text(e);
    let lower = text.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    // On Windows it is the installation of Npcap that decides who may.
    #[cfg(unix)]
    if says(&["permission", "not permitted", "privilege", "cap_net_raw"]) {
        return Error::not_allowed(name, what);
    }
    if says(&["not up"]) {
        return Error::Down { name: name.to_owned() };
    }
    if says(&["no such device", "not configured"]) {
        return Error::NoInterface { name: name.to_owned(), known: Vec::new() };
    }
    if says(&["disappeared"]) {
        return Error::Gone { name: name.to_owned() };
    }
    if says(&["monitor mode", "rfmon"]) {
        return Error::Cannot { name: name.to_owned(), what: MONITOR.to_owned() };
    }
    Error::System { name: name.to_owned(), what, source: io::Error::other(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_libpcap_says_is_understood() {
        let of = |text: &str| error("x", "capture", &pcap::Error::PcapError(text.into()));
        let said = "You don't have permission to perform this capture on that device (Attempt to create packet socket failed - CAP_NET_RAW may be required)";
        #[cfg(unix)]
        assert!(matches!(of(said), Error::NotAllowed { .. }));
        assert!(matches!(of("That device is not up"), Error::Down { .. }));
        assert!(matches!(of("No such device exists"), Error::NoInterface { .. }));
        assert!(matches!(of("The interface disappeared"), Error::Gone { .. }));
        assert!(matches!(of("That device doesn't support monitor mode"), Error::Cannot { .. }));
        assert_eq!(of("broken").to_string(), "x: capture: broken");
    }
}
