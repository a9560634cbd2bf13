//! The head of a frame, RFC 6455 section 5.2.

/// What the head of a frame says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The last of its message.
    pub(super) fin: bool,
    /// Its message is compressed (said in the first frame of a message).
    pub(super) compressed: bool,
    /// What it is.
    pub(super) opcode: u8,
    /// What the payload is masked with.
    pub(super) key: Option<[u8; 4]>,
    /// Bytes of the head.
    pub(super) header: usize,
    /// Bytes of the payload.
    pub(super) payload: usize,
}

impl Frame {
    /// Reads the head at the beginning of the bytes. `None`: it is not whole.
    pub(super) fn read(bytes: &[u8]) -> Option<Frame> {
        let [first, second] = *bytes.first_chunk::<2>()?;
        let rest = bytes.get(2..)?;
        let (payload, more) = match second & 0x7f {
            126 => (u64::from(u16::from_be_bytes(*rest.first_chunk()?)), 2),
            127 => (u64::from_be_bytes(*rest.first_chunk()?), 8),
            n => (u64::from(n), 0),
        };
        let masked = second & 0x80 != 0;
        let key = if masked { Some(*rest.get(more..)?.first_chunk::<4>()?) } else { None };
        Some(Frame {
            fin: first & 0x80 != 0,
            compressed: first & 0x40 != 0,
            opcode: first & 0x0f,
            key,
            header: 2 + more + if masked { 4 } else { 0 },
            payload: usize::try_from(payload).unwrap_or(usize::MAX),
        })
    }

    /// Length of the frame.
    pub(super) fn len(&self) -> usize {
        self.header.saturating_add(self.payload)
    }

    /// The payload, as far as it is there, without its mask.
    pub(super) fn plain<'b>(&self, frame: &'b [u8]) -> std::borrow::Cow<'b, [u8]> {
        let end = self.len().min(frame.len());
        let bytes = frame.get(self.header..end).unwrap_or_default();
        match self.key {
            Some(key) => unmask(bytes, key).into(),
            None => bytes.into(),
        }
    }
}

/// Takes the mask away, RFC 6455 section 5.3.
pub(super) fn unmask(bytes: &[u8], key: [u8; 4]) -> Vec<u8> {
    bytes.iter().zip(key.iter().cycle()).map(|(b, k)| b ^ k).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_all_lengths() {
        // The examples of RFC 6455 section 5.7.
        let hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];
        let f = Frame::read(&hello).unwrap();
        assert_eq!((f.fin, f.opcode, f.header, f.len()), (true, 1, 6, 11));
        assert_eq!(&*f.plain(&hello), b"Hello");
        let f = Frame::read(&[0x82, 0x7e, 1, 0]).unwrap();
        assert_eq!((f.header, f.payload, f.key), (4, 256, None));
        let f = Frame::read(&[0x82, 0x7f, 0, 0, 0, 0, 0, 1, 0, 0]).unwrap();
        assert_eq!((f.header, f.payload), (10, 65536));
        assert_eq!(Frame::read(&[0x82, 0x7f, 0, 0, 0, 0, 0, 1, 0]), None);
        assert_eq!(Frame::read(&[0x81, 0x85, 1, 2, 3]), None);
        // A length that can't be does not overflow.
        let f = Frame::read(&[0x82, 0x7f, 255, 255, 255, 255, 255, 255, 255, 255]).unwrap();
        assert_eq!(f.len(), usize::MAX);
    }
}
