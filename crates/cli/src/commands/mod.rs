//! Commands beside reading and capturing: a file each.

pub mod bpf;
pub mod export;
pub mod filter;
pub mod follow;
pub mod info;
mod input;
pub mod interfaces;
pub mod streams;
