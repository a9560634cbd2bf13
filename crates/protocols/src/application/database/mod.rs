//! Databases.

pub mod pgsql;
pub mod resp;
