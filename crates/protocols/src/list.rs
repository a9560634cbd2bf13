//! The list of protocols: the one line that a new protocol adds.

use requin_wire::{Proto, Registry};

macro_rules! protocols {
    ($($id:ident $($path:ident)::+;)*) => {
        /// Names of the protocols as constants, for use inside this crate.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, missing_docs)]
        #[derive(Clone, Copy)]
        #[repr(u16)]
        pub enum Id { $($id,)* }

        const COUNTS: &[u16] = &[$(crate::$($path)::+::COUNT,)*];

        /// All protocols by number.
        pub static ALL: &[&Proto] = &[$(&crate::$($path)::+::DEF,)*];
    };
}

/// Number of the first field of protocol `id`. Number 0 is no field.
#[must_use]
pub const fn base(id: usize) -> u16 {
    let mut base = 1;
    let mut i = 0;
    while i < id {
        base += COUNTS[i];
        i += 1;
    }
    base
}

/// The registry of all protocols.
#[must_use]
pub fn registry() -> Registry {
    Registry::new(ALL)
}

// Sorted by folder. The order decides nothing but the numbers of fields, and among heuristics which is
// asked first.
protocols! {
    WS_EXPERT meta::expert;
    WS_MALFORMED meta::malformed;
    WS_SHORT meta::short;
    WS_UNREASSEMBLED meta::unreassembled;
    FRAME meta::frame;
    DATA meta::data;

    ETH link::ethernet;
    ETHERTYPE link::ethertype;

    IP network::ipv4;

    TCP transport::tcp;
    UDP transport::udp;
}
