//! A command line that is wrong.

use std::fmt;

/// What is wrong with the command line. The exit status is 1 then, as tshark's is.
#[derive(Debug)]
pub struct Usage(String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

impl Usage {
    /// For what was found to be wrong.
    pub fn of(e: impl Into<anyhow::Error>) -> anyhow::Error {
        anyhow::Error::new(Usage(format!("{:#}", e.into())))
    }
}
