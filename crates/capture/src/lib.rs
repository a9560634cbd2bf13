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
//! This is the only crate of requin that may use `unsafe`; that is done in `linux/sys.rs` and `linux/ring.rs`.

mod error;
mod interface;
mod link;
#[cfg(unix)]
mod mapping;
mod options;
mod tally;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
use other as system;

pub use error::Error;
pub use interface::{ANY, Address, Counters, Interface, State};
#[cfg(unix)]
pub use mapping::windows;
pub use options::{Clock, Notice, Options};
pub use system::{Live, Sender, check, interfaces, machine};
pub use tally::{Counts, Tally};
