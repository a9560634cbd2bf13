//! Links: what frames are made of.

pub mod ethernet;
pub mod ethertype;
mod ethertype_names;
pub mod llc;
pub mod oui;
pub mod stp;
pub mod vlan;
