//! Links: what frames are made of.

pub mod arp;
pub mod ethernet;
pub mod ethertype;
mod ethertype_names;
pub mod llc;
pub mod null;
pub mod oui;
pub mod ppp;
pub mod raw;
pub mod sll;
pub mod stp;
pub mod vlan;
