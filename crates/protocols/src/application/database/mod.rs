//! Databases.

pub mod pgsql;
pub mod resp;
pub mod tds;
