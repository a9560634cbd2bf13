//! Applications.

pub mod dhcp;
pub mod dns;
pub mod http;
pub mod media;
pub mod netbios;
pub mod text;
