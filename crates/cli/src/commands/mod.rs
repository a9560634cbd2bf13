//! Commands beside reading and capturing: a file each.

pub mod bpf;
pub mod filter;
pub mod info;
pub mod interfaces;
