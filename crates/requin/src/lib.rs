#![doc = include_str!("../README.md")]

mod capture;
mod error;
mod frame;
mod live;
mod value;

pub use capture::Capture;
pub use error::Error;
pub use frame::{Field, Frame};
pub use live::Live;
pub use requin_wire::Time;
pub use value::Value;

/// Whether there is a field or protocol of this name.
#[must_use]
pub fn field_exists(name: &str) -> bool {
    requin_protocols::registry().fields().iter().any(|f| f.abbr == name)
}
