//! Frames that can't have any wanted field, whatever their bytes say.
//!
//! Most segments carry nothing for the protocol above TCP, and most get no verdict from its analysis. Where
//! only such fields are wanted, what is known of the conversation tells that a frame has none of them, and it
//! need not be dissected. A test compares that with what the dissectors say.

use crate::transport::tcp;
use crate::{Usual, meta};
use requin_wire::{Field, Registry, Stage, StreamPart, TcpFacts, TransportFacts, TransportKind, Want};

/// Knows frames without any wanted field.
#[derive(Clone, Copy, Debug)]
pub struct Absent {
    /// Fields of protocols above the transports are wanted.
    above: bool,
    /// Fields are wanted that only segments with a verdict have.
    verdicts: bool,
}

impl Absent {
    /// For all that is wanted; `None` when any of it may be in any frame.
    #[must_use]
    pub fn new(registry: &Registry, want: &Want) -> Option<Absent> {
        if want.columns || want.labels {
            return None;
        }
        // Marks and remarks stand wherever something is wrong.
        let marks = [meta::expert::ID, meta::malformed::ID, meta::short::ID, meta::unreassembled::ID];
        let above = |f: &Field| {
            let owner = registry.owner(*f);
            !marks.contains(&owner)
                && registry.proto(owner).is_some_and(|p| p.stage == Stage::App)
                && !crate::list::needs_all_layers(*f)
        };
        let mut absent = Absent { above: false, verdicts: false };
        for f in want.fields() {
            if tcp::NEED_VERDICT.contains(&f) {
                absent.verdicts = true;
            } else if above(&f) {
                absent.above = true;
            } else {
                return None;
            }
        }
        Some(absent)
    }

    /// Whether a usual frame has none of the fields, by what its conversation tells.
    #[inline]
    #[must_use]
    pub fn from(&self, usual: &Usual, facts: &[TransportFacts]) -> bool {
        let (t, [f]) = (&usual.transport, facts) else { return false };
        let tcp = t.kind == TransportKind::Tcp;
        let silent = !self.above || tcp && nothing_above(t.payload_len, f);
        let plain = !self.verdicts || !tcp || f.tcp.flags & tcp::VERDICTS == 0;
        silent && plain
    }
}

/// Whether a segment has nothing for the protocol above: no payload, or one that was there before, came too late,
/// or only goes on with what is not whole yet.
#[inline]
fn nothing_above(len: u32, f: &TransportFacts) -> bool {
    const PASSED_OVER: u32 = TcpFacts::RETRANSMISSION
        | TcpFacts::FAST_RETRANSMISSION
        | TcpFacts::SPURIOUS_RETRANSMISSION
        | TcpFacts::OUT_OF_ORDER;
    let part = &f.stream_part;
    if len == 0 {
        return *part == StreamPart::default();
    }
    let goes_on = part.inside && part.ends == 0 && part.opening == 0 && part.pending >= len;
    goes_on || part.again || f.tcp.flags & PASSED_OVER != 0
}
