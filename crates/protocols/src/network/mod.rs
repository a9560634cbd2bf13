//! Networks, and what manages them.

pub mod ipv4;

requin_wire::names! {
    /// Protocol numbers (IANA).
    pub PROTOCOLS { 1 => "ICMP", 2 => "IGMP", 4 => "IPIP", 6 => "TCP", 17 => "UDP", 41 => "IPv6", 47 => "GRE", 58 => "ICMPv6" }
}
