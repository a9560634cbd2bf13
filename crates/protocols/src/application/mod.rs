//! Applications.

pub mod dns;
pub mod text;
