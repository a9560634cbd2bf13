//! Names of values of the fields.

mod capabilities;
mod extension;
mod fixed;
mod frames;
mod services;
mod tags;

pub use capabilities::*;
pub use extension::*;
pub use fixed::*;
pub use frames::*;
pub use services::*;
pub use tags::*;
