//! Every output of requin: summary lines, trees, hex, fields, JSON, PDML, PSML, colours.
//!
//! A printer is a [`Printer`](requin_engine::Printer): it says what it needs of a dissection and writes
//! frames, without memory from one to the next, so that threads share it. What fields decide by
//! themselves (labels, bit pictures, widths) is made ready once; writing a node neither allocates nor
//! interprets format strings.

mod colour;
mod columns;
mod ek;
pub mod escape;
mod fields;
pub mod format;
mod hex;
mod json;
mod ndjson;
mod options;
mod pdml;
mod pieces;
mod psml;
mod put;
mod reports;
mod summary;
mod text;
mod tree;

pub use colour::{COLOR_RULES, ColorRule, Paint, Palette, Rgb, indexed};
pub use columns::{AddressKind, Column, ColumnKind, Custom};
pub use ek::Ek;
pub use fields::{Fields, FieldsStyle, Occurrence};
pub use format::Zone;
pub use hex::{HexAscii, HexOptions};
pub use json::{Json, JsonParts, ProtocolFilter};
pub use ndjson::{Ndjson, schema};
pub use options::{Options, SecondsFormat, TimeFormat};
pub use pdml::Pdml;
pub use psml::Psml;
pub use reports::{fields_report, g_fields, g_protocols, g_values, protocols_report, type_name};
pub use text::{Text, TextParts};
