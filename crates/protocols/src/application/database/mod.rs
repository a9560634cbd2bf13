//! Databases.

pub mod mysql;
pub mod pgsql;
pub mod resp;
pub mod tds;
mod tds_tokens;
mod tds_types;
