//! The plan and the pipeline: from a source of frames to a printer, on all cores, in order.

mod notes;
mod pipeline;
mod plan;
mod printer;
mod turnstile;

pub use pipeline::{Job, Keep, Outcome, Output, Progress, Take, run};
pub use plan::Plan;
pub use printer::{Needs, Printer, Select};
pub use turnstile::Turnstile;
