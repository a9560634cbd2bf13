//! What is not a protocol on the wire: the frame itself, data nobody claims, markers.

pub mod data;
pub mod expert;
pub mod frame;
pub mod malformed;
pub mod short;
pub mod unreassembled;
