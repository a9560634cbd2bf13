//! Why a dissector ended before the end.

/// The outcome of a dissector: what it emitted before it stopped stays.
pub type Step = Result<(), Stop>;

/// Why a dissector stopped. A cut packet is as normal as a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The capture holds fewer bytes than the packet had: cut by the snapshot length.
    Cut,
    /// The packet itself ends before the protocol says it should.
    Short,
    /// An inner length exceeds that of what contains it.
    Contained,
    /// A value that the protocol does not allow.
    Malformed,
    /// Not this protocol after all: nothing was emitted, the next candidate is tried.
    NotMine,
    /// Nested too deeply, or too many items: given up on purpose.
    TooDeep,
}
