//! Every output of requin: summary lines, trees, hex, fields, JSON, PDML, PSML, colours.
//!
//! A printer is a [`Printer`](requin_engine::Printer): it says what it needs of a dissection and writes
//! frames, without memory from one to the next, so that threads share it. What fields decide by
//! themselves (labels, bit pictures, widths) is made ready once; writing a node neither allocates nor
//! interprets format strings.

mod columns;
pub mod escape;
pub mod format;
mod options;
mod pdml;
mod psml;
mod put;

pub use columns::{AddressKind, Column, ColumnKind, Custom};
pub use format::Zone;
pub use options::{Options, SecondsFormat, TimeFormat};
pub use pdml::Pdml;
pub use psml::Psml;
