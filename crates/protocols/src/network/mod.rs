//! Networks, and what manages them.

pub mod dscp;
pub mod ipv4;
mod options4;
mod protocols;

pub use protocols::PROTOCOLS;
