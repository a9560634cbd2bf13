//! What packets say together: streams that are followed, conversations, objects.
//!
//! Everything here is a [`Tap`](requin_engine::Tap): it sees the frames that were selected in the order of the
//! capture, keeps a bounded amount, and writes or hands out what it found.

pub mod conv;
mod ends;
pub mod follow;
pub mod objects;
pub mod streams;

pub use ends::End;
