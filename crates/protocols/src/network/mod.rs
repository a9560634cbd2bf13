//! Networks, and what manages them.

pub mod ayiya;
pub mod babel;
pub mod bfd;
pub mod bgp;
mod bgp_update;
pub mod checksum;
pub mod dscp;
mod echo;
mod fragments;
pub mod gre;
pub mod gtp;
pub mod hsrp;
pub mod icmp;
pub mod icmpv6;
mod icmpv6_nd;
pub mod igmp;
pub mod ipsec;
pub mod ipv4;
pub mod ipv6;
pub mod ipv6_ext;
pub mod lisp;
pub mod lisp_data;
mod options4;
pub mod ospf;
mod ospf_lsa;
pub mod pgm;
pub mod pim;
mod protocols;
pub mod sctp;
mod sctp_tsn;

pub use protocols::PROTOCOLS;
pub mod sflow;
pub mod vrrp;
