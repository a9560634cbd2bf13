//! The plan and the pipeline: from a source of frames to a printer, on all cores, in order.

mod printer;

pub use printer::{Needs, Printer};
