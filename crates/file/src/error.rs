//! What can go wrong with a capture file.

use std::io;

/// Why a capture file could not be read or written further.
///
/// Everything before the error has been delivered: a reader hands out each whole frame first.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file could not be opened or made.
    #[error("{}", opening(.file, .source))]
    Open {
        /// Name of the file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// The system failed while reading.
    #[error("An error occurred while reading from the file \"{file}\" at byte {offset}: {source}")]
    Read {
        /// Name of the file.
        file: String,
        /// Where, in bytes of the uncompressed file.
        offset: u64,
        /// What the system said.
        source: io::Error,
    },
    /// The file ends within a packet or block. Everything before is whole.
    #[error(
        "The file \"{file}\" appears to have been cut short in the middle of a packet (at byte {offset})."
    )]
    Cut {
        /// Name of the file.
        file: String,
        /// Where the incomplete record begins, in bytes of the uncompressed file.
        offset: u64,
    },
    /// Something that cannot be: a length that contradicts another, a block too large, bad compressed data.
    #[error("The file \"{file}\" appears to be damaged or corrupt at byte {offset}: {what}.")]
    Damaged {
        /// Name of the file.
        file: String,
        /// Where the damaged record begins, in bytes of the uncompressed file.
        offset: u64,
        /// What is wrong.
        what: String,
    },
    /// A version or feature of a known format that this crate does not read.
    #[error(
        "The file \"{file}\" contains record data that requin doesn't support: {what} (at byte {offset})."
    )]
    Unsupported {
        /// Name of the file.
        file: String,
        /// Where, in bytes of the uncompressed file.
        offset: u64,
        /// What is not supported.
        what: String,
    },
    /// The content begins like no capture file.
    #[error("The file \"{file}\" isn't a capture file in a format requin understands.")]
    UnknownFormat {
        /// Name of the file.
        file: String,
    },
    /// The file holds no bytes at all.
    #[error("The file \"{file}\" is empty: not even a file header was written.")]
    Empty {
        /// Name of the file.
        file: String,
    },
    /// Frames that were being captured came to an unexpected end.
    #[error("{source}")]
    Capture {
        /// Name of the interface.
        file: String,
        /// What happened.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The output could not be written: disk full, pipe closed.
    #[error("An error occurred while writing to the file \"{file}\": {source}")]
    Write {
        /// Name of the file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// The chosen output format cannot hold what it was given.
    #[error("{what} can't be saved in the file \"{file}\" in that format.")]
    CannotHold {
        /// Name of the file.
        file: String,
        /// What does not fit.
        what: String,
    },
}

fn opening(file: &str, source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::NotFound => format!("The file \"{file}\" doesn't exist."),
        io::ErrorKind::PermissionDenied => {
            format!("You don't have permission to open the file \"{file}\".")
        }
        io::ErrorKind::IsADirectory => format!("\"{file}\" is a directory (folder), not a file."),
        _ => format!("The file \"{file}\" could not be opened: {source}."),
    }
}

impl Error {
    /// Whether the file just ends too early: all that was delivered is right and complete.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        matches!(self, Error::Cut { .. })
    }

    /// Name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Error::Open { file, .. }
            | Error::Read { file, .. }
            | Error::Cut { file, .. }
            | Error::Damaged { file, .. }
            | Error::Unsupported { file, .. }
            | Error::UnknownFormat { file }
            | Error::Empty { file }
            | Error::Capture { file, .. }
            | Error::Write { file, .. }
            | Error::CannotHold { file, .. } => file,
        }
    }

    /// Where in the (uncompressed) file, in bytes, when it is known.
    #[must_use]
    pub fn offset(&self) -> Option<u64> {
        match self {
            Error::Read { offset, .. }
            | Error::Cut { offset, .. }
            | Error::Damaged { offset, .. }
            | Error::Unsupported { offset, .. } => Some(*offset),
            _ => None,
        }
    }

    /// The exit status tshark gives for this error: 2.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        2
    }
}

/// What a format's parser found wrong, before the file's name and the offset are known.
#[derive(Debug)]
pub(crate) enum Fault {
    /// Contradicts itself.
    Damaged(String),
    /// Known, not read here.
    Unsupported(String),
}

impl Fault {
    pub(crate) fn at(self, file: &str, offset: u64) -> Error {
        let file = file.to_owned();
        match self {
            Fault::Damaged(what) => Error::Damaged { file, offset, what },
            Fault::Unsupported(what) => Error::Unsupported { file, offset, what },
        }
    }
}
