//! Wireless links.
