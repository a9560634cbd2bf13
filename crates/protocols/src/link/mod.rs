//! Links: what frames are made of.

pub mod aoe;
pub mod arp;
pub mod backbone;
pub mod can;
pub mod capture;
pub mod chdlc;
pub mod ethernet;
pub mod ethertype;
mod ethertype_names;
pub mod fabricpath;
pub mod fddi;
pub mod frame_relay;
pub mod juniper;
pub mod llc;
pub mod lldp;
pub mod loopback;
pub mod mpls;
pub mod null;
pub mod oui;
pub mod ppp;
mod ppp_control;
pub mod pppoe;
pub mod raw;
pub mod sll;
pub mod stp;
pub mod vlan;
pub mod vxlan;
