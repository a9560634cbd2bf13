//! Interfaces of this machine, packets as they come, and sending them: on Linux straight from the kernel.
//!
//! ```no_run
//! use requin_capture::{Live, Options};
//! use requin_file::Batch;
//!
//! let mut live = Live::start(vec![("lo".to_owned(), Options { filter: Some("udp".into()), ..Options::default() })])?;
//! let mut batch = Batch::new();
//! while live.next_batch(&mut batch, 256)? {
//!     for frame in batch.frames() {
//!         println!("{} bytes", frame.data.len());
//!     }
//! }
//! # Ok::<(), requin_capture::Error>(())
//! ```
//!
//! Frames are slices of the ring that the kernel fills: they are not copied on their way, and the kernel gets a
//! part of the ring back when the last [`Batch`](requin_file::Batch) that looks at it lets go of it.
//!
//! With the feature `libpcap` everything goes through libpcap instead: for macOS, the BSDs and, with Npcap, Windows. There frames are
//! copied once, and [`Options::fanout`] has no effect.
//!
//! This is the only crate of requin that may use `unsafe`; that is done in `unix.rs`, `linux/sys.rs`,
//! `linux/ring.rs` and `libpcap/sys.rs`.

mod error;
mod interface;
mod live;
mod options;
mod order;
mod tally;
#[cfg(all(unix, any(target_os = "linux", feature = "libpcap")))]
mod unix;

#[cfg(feature = "libpcap")]
mod libpcap;
#[cfg(all(target_os = "linux", not(feature = "libpcap")))]
mod linux;
#[cfg(not(any(target_os = "linux", feature = "libpcap")))]
mod other;

#[cfg(feature = "libpcap")]
use libpcap as system;
#[cfg(all(target_os = "linux", not(feature = "libpcap")))]
use linux as system;
#[cfg(not(any(target_os = "linux", feature = "libpcap")))]
use other as system;

pub use error::Error;
pub use interface::{ANY, Address, Counters, Interface, State};
pub use live::Live;
pub use options::{Clock, Notice, Options};
pub use system::{Sender, check, interfaces, machine};
pub use tally::{Counts, Tally};
