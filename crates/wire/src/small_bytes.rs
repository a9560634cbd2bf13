//! Bytes that are kept for later.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// So many bytes are kept in place. Four of five values that protocols remember are no longer, and another thread
/// than the one that made them throws them away.
const FEW: usize = 30;

/// Bytes that don't change any more: a few in place, more in memory of their own, which clones share.
#[derive(Clone)]
pub struct SmallBytes(Place);

#[derive(Clone)]
enum Place {
    Few(u8, [u8; FEW]),
    Many(Arc<[u8]>),
}

impl SmallBytes {
    /// Bytes of memory that it takes beside its own.
    #[must_use]
    pub fn heap(&self) -> usize {
        match &self.0 {
            Place::Few(..) => 0,
            Place::Many(bytes) => bytes.len() + 2 * size_of::<usize>(),
        }
    }
}

impl Default for SmallBytes {
    fn default() -> SmallBytes {
        SmallBytes(Place::Few(0, [0; FEW]))
    }
}

impl From<&[u8]> for SmallBytes {
    fn from(bytes: &[u8]) -> SmallBytes {
        let mut few = [0; FEW];
        match few.get_mut(..bytes.len()) {
            Some(place) => {
                place.copy_from_slice(bytes);
                SmallBytes(Place::Few(bytes.len() as u8, few))
            }
            None => SmallBytes(Place::Many(Arc::from(bytes))),
        }
    }
}

impl From<Vec<u8>> for SmallBytes {
    fn from(bytes: Vec<u8>) -> SmallBytes {
        SmallBytes::from(bytes.as_slice())
    }
}

impl Deref for SmallBytes {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match &self.0 {
            Place::Few(len, bytes) => bytes.get(..usize::from(*len)).unwrap_or_default(),
            Place::Many(bytes) => bytes,
        }
    }
}

impl PartialEq for SmallBytes {
    fn eq(&self, other: &SmallBytes) -> bool {
        **self == **other
    }
}

impl Eq for SmallBytes {}

impl fmt::Debug for SmallBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_what_they_were() {
        for n in 0..100u8 {
            let bytes: Vec<u8> = (0..n).collect();
            let kept = SmallBytes::from(bytes.clone());
            assert_eq!(*kept, *bytes);
            assert_eq!(kept, SmallBytes::from(bytes.as_slice()).clone());
            assert_eq!(kept.heap() > 0, usize::from(n) > FEW);
        }
        assert!(SmallBytes::default().is_empty() && size_of::<SmallBytes>() <= 32);
        assert_ne!(SmallBytes::from(&[1][..]), SmallBytes::from(&[1, 0][..]));
    }
}
