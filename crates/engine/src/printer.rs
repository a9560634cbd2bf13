//! What the pipeline ends in.

use requin_wire::{Registry, View, Want};

/// What a printer needs of a dissection.
#[derive(Clone, Default)]
pub struct Needs {
    /// The whole tree, not only wanted fields.
    pub tree: bool,
    /// Fields, columns and labels that are wanted (fields are ignored when `tree` is set).
    pub want: Want,
    /// Nothing of the dissection is looked at but nodes of wanted fields.
    pub nodes_alone: bool,
    /// Frames need not be dissected at all: the record in the capture says everything.
    pub record_only: bool,
    /// The time of the frame displayed before is wanted (`frame.time_delta_displayed`).
    pub displayed: bool,
}

/// Bytes of text beyond which it is handed on before more is printed: of a batch between its frames, of a frame
/// between its nodes, and within values that are long themselves.
pub const PIECE: usize = 256 << 10;

/// Takes away the text that was printed so far. Whoever wants all of it in one piece leaves it where it is.
pub type Full<'f> = dyn FnMut(&mut Vec<u8>) + 'f;

/// Writes frames. It is shared by all threads and holds no state between frames, so that output is the
/// same on any number of them.
pub trait Printer: Sync + Send {
    /// What must be there when [`frame`](Printer::frame) is called.
    fn needs(&self, registry: &Registry) -> Needs;

    /// Writes what stands before the first frame.
    fn header(&self, out: &mut Vec<u8>) {
        let _ = out;
    }

    /// Writes one frame.
    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>);

    /// Writes one frame, and calls `full` on the way whenever there is more text than [`PIECE`]: a frame with a body
    /// that was put together takes megabytes as a tree. What is written is the same as [`frame`](Printer::frame) writes.
    fn frame_in_pieces(&self, view: &View<'_>, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let _ = full;
        self.frame(view, out);
    }

    /// What stands between two frames.
    fn between(&self) -> &[u8] {
        b""
    }

    /// Writes what stands behind the last frame.
    fn footer(&self, out: &mut Vec<u8>) {
        let _ = out;
    }
}

/// Chooses frames.
pub trait Select: Sync + Send {
    /// What must be there when [`takes`](Select::takes) is called.
    fn want(&self, registry: &Registry) -> Want;

    /// Whether [`takes`](Select::takes) looks at nothing but nodes, so that it may be called before it is known
    /// which number the frame has and what came before it.
    fn looks_at_nodes_alone(&self) -> bool {
        false
    }

    /// Whether the frame is taken.
    fn takes(&self, view: &View<'_>) -> bool;
}
