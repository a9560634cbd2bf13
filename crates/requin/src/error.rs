//! What can go wrong.

/// Why a capture can't be read, or a filter can't be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The capture can't be opened, or is damaged: the message names the file and the offset.
    #[error(transparent)]
    Capture(#[from] requin_file::Error),
    /// An interface can't be captured.
    #[error(transparent)]
    Live(#[from] requin_capture::Error),
    /// The display filter is wrong.
    #[error("display filter: {0}")]
    DisplayFilter(requin_filter::Error),
    /// The capture filter is wrong, or can't be used for the link type of the capture.
    #[error("capture filter: {0}")]
    CaptureFilter(requin_bpf::Error),
}
