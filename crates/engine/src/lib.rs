//! The plan and the pipeline: from a source of frames to a printer, on all cores, in order.

mod hands;
mod pipeline;
mod plan;
mod printer;
mod queue;
mod record;
mod source;
mod tap;
mod turnstile;

pub use pipeline::{Job, Keep, Outcome, Output, Progress, Take, run};
pub use plan::Plan;
pub use printer::{Full, Needs, PIECE, Printer, Select};
pub use record::Records;
pub use source::Source;
pub use tap::{Scout, Seen, Tap, TapNeeds, Wanted};
pub use turnstile::Turnstile;
