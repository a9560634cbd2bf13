//! Mail: its transport, its boxes, its form.

pub mod imap;
pub mod imf;
pub mod pop;
pub mod smtp;
