//! Links: what frames are made of.

pub mod ethernet;
pub mod ethertype;
pub mod oui;
