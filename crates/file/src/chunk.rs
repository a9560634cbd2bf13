//! Blocks of a file in memory, used again and again.

use std::sync::Arc;

/// Bytes of a file that frames point into, shared by the reader and the batches.
#[derive(Clone)]
pub(crate) enum Data {
    /// A block that was read.
    Block(Arc<Vec<u8>>),
    /// The whole file, mapped or otherwise in memory.
    Whole(Arc<dyn AsRef<[u8]> + Send + Sync>),
}

impl Data {
    #[inline]
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Data::Block(block) => block.as_slice(),
            Data::Whole(whole) => (**whole).as_ref(),
        }
    }
}

/// Blocks that batches may still hold; one that nobody holds any more is used again.
pub(crate) struct Pool {
    issued: Vec<Arc<Vec<u8>>>,
    size: usize,
}

/// More blocks than this are left to the batches that hold them.
const KEPT: usize = 64;

impl Pool {
    pub(crate) fn new(size: usize) -> Pool {
        Pool { issued: Vec::new(), size }
    }

    /// A block of at least `size` bytes that nobody else holds.
    pub(crate) fn take(&mut self, size: usize) -> Arc<Vec<u8>> {
        if size <= self.size {
            let free = self.issued.iter_mut().position(|block| Arc::get_mut(block).is_some());
            if let Some(at) = free {
                return self.issued.swap_remove(at);
            }
        }
        Arc::new(vec![0; size.max(self.size)])
    }

    /// Takes back a block that batches may still hold.
    pub(crate) fn put(&mut self, block: Arc<Vec<u8>>) {
        // An outsized block goes once its batches are done with it.
        if block.len() == self.size && self.issued.len() < KEPT {
            self.issued.push(block);
        }
    }
}
