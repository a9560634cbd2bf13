//! What a protocol is written with.

mod time;
pub use time::Time;
