//! Transports.

mod later;
pub mod tcp;
pub mod udp;

requin_wire::names! {
    /// What is known of a checksum.
    pub CHECKSUM_STATES { 0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal" }
}
