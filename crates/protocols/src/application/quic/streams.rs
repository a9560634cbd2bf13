//! Streams of applications (RFC 9000, 2): STREAM frames of several packets, in whatever order they come, cut into what
//! the protocol inside calls whole.

use super::connection::Connection;
use super::stream::{Part, Stream};
use crate::application::{http3, pieces};
use pieces::Pieces;
use requin_wire::{Past, Remembered};

/// What is kept of a stream, and the key of the note on a STREAM frame.
const STREAM: u64 = 1 << 40;
/// With it, the note on what QPACK made of the frame.
const FIELDS: u64 = 1 << 41;
/// A frame of HTTP/3 that is longer is not put together.
const LONGEST: u64 = 64 << 10;

/// What is known of one direction of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct State {
    stream: Stream,
    /// What a unidirectional stream carries, when its type came by.
    framed: Option<bool>,
    /// Too much was missing: nothing is known any more.
    lost: bool,
    /// Bytes to come of a frame that is too long.
    pass: u64,
    /// The frames that the beginning of a frame came with and how many bytes they had, and the bytes.
    parts: Vec<(u64, u32)>,
    pending: Vec<u8>,
}

impl State {
    fn read(bytes: &[u8]) -> Option<State> {
        let ([flags, rest @ ..], tail) = bytes.split_first_chunk::<13>()?;
        let (pass, len) = rest.split_first_chunk::<8>()?;
        let len = u32::from_be_bytes(*len.first_chunk()?) as usize;
        let (pending, stream) = tail.split_at_checked(len)?;
        let pending = Pieces::read(pending)?;
        Some(State {
            stream: Stream::read(stream),
            framed: (flags & 1 != 0).then_some(flags & 2 != 0),
            lost: flags & 4 != 0,
            pass: u64::from_be_bytes(*pass),
            parts: pending.iter().collect(),
            pending: pending.bytes.to_vec(),
        })
    }

    fn write(&self) -> Vec<u8> {
        let flags = u8::from(self.framed.is_some())
            | u8::from(self.framed == Some(true)) << 1
            | u8::from(self.lost) << 2;
        let pending = pieces::write(&list(&self.parts), &self.pending);
        let mut b = vec![flags];
        b.extend(self.pass.to_be_bytes());
        b.extend((pending.len() as u32).to_be_bytes());
        b.extend(pending);
        b.extend(self.stream.write());
        b
    }

    /// Takes in a STREAM frame that came in this frame; the note on it, when there is something to show.
    fn take(&mut self, uni: bool, offset: u64, data: &[u8], frame: u64) -> Option<Vec<u8>> {
        let (part, put) = self.stream.take(offset, data, frame);
        if part == Part::Waits && self.stream.is_idle() {
            // What was held back had to go.
            *self = State { lost: true, ..State::default() };
        }
        if part != Part::Next {
            return None;
        }
        let own = put.is_none();
        let (parts, bytes) = match put {
            Some((parts, bytes)) => {
                let parts = Pieces::read(&pieces::write(&parts, &[])).map(|p| p.iter().collect());
                (parts.unwrap_or_default(), bytes)
            }
            None => (vec![(frame, data.len() as u32)], data.to_vec()),
        };
        let skip = self.pass.min(bytes.len() as u64);
        self.pass -= skip;
        let skip = skip as usize;
        let begins = self.pending.is_empty();
        let mut all = std::mem::take(&mut self.pending);
        all.extend(bytes.get(skip..).unwrap_or_default());
        let mut from = std::mem::take(&mut self.parts);
        from.extend(cut(&parts, skip, bytes.len()));
        if all.is_empty() {
            return None;
        }
        let typed = uni && self.framed.is_none();
        let mut end = 0;
        let mut more = None;
        if typed && let Some((n, framed)) = http3::stream_head(&all) {
            (self.framed, end) = (Some(framed), n);
        }
        let framed = if uni { self.framed } else { Some(true) };
        match framed {
            Some(true) => {
                let (n, total) = http3::whole_frames(all.get(end..).unwrap_or_default());
                (end, more) = (end + n, total);
            }
            Some(false) => end = all.len(),
            None => {}
        }
        let left = (all.len() - end) as u64;
        if more.is_some_and(|n| n > LONGEST) {
            self.pass = more.unwrap_or(0).saturating_sub(left);
        } else {
            self.pending = all.get(end..).unwrap_or_default().to_vec();
            self.parts = cut(&from, end, all.len());
        }
        if end == 0 && !begins {
            return None;
        }
        let mut note = vec![u8::from(typed) | u8::from(framed == Some(true)) << 1];
        if begins && own {
            note.extend((skip as u32).to_be_bytes());
            note.extend((end as u32).to_be_bytes());
        } else {
            note[0] |= 4;
            note.extend(pieces::write(&list(&cut(&from, 0, end)), all.get(..end).unwrap_or_default()));
        }
        Some(note)
    }
}

/// The pieces between two bytes.
fn cut(parts: &[(u64, u32)], from: usize, to: usize) -> Vec<(u64, u32)> {
    let mut at = 0usize;
    let mut kept = Vec::new();
    for (frame, len) in parts {
        let end = at + *len as usize;
        let len = end.min(to).saturating_sub(at.max(from));
        if len > 0 {
            kept.push((*frame, len as u32));
        }
        at = end;
    }
    kept
}

fn list(parts: &[(u64, u32)]) -> Vec<u8> {
    let mut list = Vec::new();
    parts.iter().for_each(|(frame, len)| pieces::push(&mut list, *frame, *len as usize));
    list
}

/// The key of the note on a STREAM frame: of which packet of the datagram, and which one in it.
fn mark(packet: u64, nth: u64) -> u64 {
    STREAM | packet << 16 | nth & 0xffff
}

/// Which one of a datagram's STREAM frames: its packet, and its place in that.
pub(super) type Place = (u64, u64);

/// Looks at a STREAM frame of HTTP/3.
pub(super) fn remember(
    past: &mut Past<'_>,
    conn: &Connection,
    place: Place,
    id: u64,
    offset: u64,
    data: &[u8],
) {
    let key = conn.key(STREAM | u64::from(conn.from_server)).and(&id.to_be_bytes());
    let mut state = past.get(&key).and_then(|r| State::read(&r.bytes)).unwrap_or_default();
    if state.lost {
        return;
    }
    let this =
        |bytes: Vec<u8>| Remembered { frame: past.now.frame, time: past.now.time, bytes: bytes.into() };
    let note = state.take(id & 2 != 0, offset, data, past.now.frame).map(this);
    let value = this(state.write());
    if let Some(note) = note {
        past.note(mark(place.0, place.1), &note);
        let fields = Whole::parse(&note.bytes).and_then(|whole| {
            let bytes = match &whole.inside {
                Ok((from, len)) => data.get(*from..).and_then(|b| b.get(..*len)).unwrap_or_default(),
                Err(put) => put.bytes,
            };
            let part = http3::Part {
                connection: conn.number.unwrap_or(u32::MAX),
                from_server: conn.from_server,
                id,
                typed: whole.typed,
                framed: whole.framed,
            };
            http3::learn(past, part, bytes)
        });
        if let Some(fields) = fields {
            let fields = Remembered { bytes: fields.into(), ..note };
            past.note(FIELDS | mark(place.0, place.1), &fields);
        }
    }
    past.keep(&key, value);
}

/// The header fields of HTTP/3 in what a STREAM frame completes, as [`http3::learn`] gave them.
pub(super) fn fields<'a>(recalled: impl FnOnce(u64) -> Option<&'a [u8]>, place: Place) -> &'a [u8] {
    recalled(FIELDS | mark(place.0, place.1)).unwrap_or_default()
}

/// What a STREAM frame completes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole<'a> {
    /// The type of the stream stands first; frames follow.
    pub typed: bool,
    pub framed: bool,
    /// Where in the frame's data, or the bytes put together.
    pub inside: Result<(usize, usize), Pieces<'a>>,
}

impl<'a> Whole<'a> {
    pub fn find(recalled: impl FnOnce(u64) -> Option<&'a [u8]>, place: Place) -> Option<Whole<'a>> {
        Whole::parse(recalled(mark(place.0, place.1))?)
    }

    fn parse(note: &'a [u8]) -> Option<Whole<'a>> {
        let (flags, rest) = note.split_first()?;
        let inside = if flags & 4 != 0 {
            Err(Pieces::read(rest)?)
        } else {
            let (from, to) = rest.split_first_chunk::<4>()?;
            let from = u32::from_be_bytes(*from) as usize;
            Ok((from, u32::from_be_bytes(*to.first_chunk()?) as usize))
        };
        Some(Whole { typed: flags & 1 != 0, framed: flags & 2 != 0, inside })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Shown = Option<(Vec<u8>, Vec<(u64, u32)>)>;

    /// What the note says: the bytes shown, and the frames that they came with.
    fn shown(note: Option<Vec<u8>>, data: &[u8]) -> Shown {
        let note = note?;
        Some(match Whole::find(|_| Some(&note), (0, 0)).unwrap().inside {
            Ok((from, len)) => (data[from..from + len].to_vec(), Vec::new()),
            Err(p) => (p.bytes.to_vec(), p.iter().collect()),
        })
    }

    fn take(s: &mut State, offset: u64, data: &[u8], frame: u64) -> Shown {
        let note = s.take(false, offset, data, frame);
        *s = State::read(&s.write()).unwrap();
        shown(note, data)
    }

    #[test]
    fn frames_are_put_together_over_packets() {
        let mut s = State::default();
        assert_eq!(take(&mut s, 0, &[1, 1, 9, 0, 4, 5], 1), Some((vec![1, 1, 9], vec![])));
        assert_eq!(take(&mut s, 6, &[6], 2), None);
        // Out of order, and once more.
        assert_eq!(take(&mut s, 8, &[8, 0, 0], 3), None);
        assert_eq!(take(&mut s, 6, &[6], 4), None);
        let (bytes, parts) = take(&mut s, 7, &[7], 5).unwrap();
        assert_eq!(bytes, [0, 4, 5, 6, 7, 8, 0, 0]);
        assert_eq!(parts, [(1, 3), (2, 1), (5, 1), (3, 3)]);
        assert_eq!(take(&mut s, 11, &[0, 1, 2], 6), Some((vec![0, 1, 2], vec![])));
        assert!(s.pending.is_empty());
    }

    #[test]
    fn long_frames_are_passed_over() {
        let mut s = State::default();
        let head = [0, 0x80, 1, 0, 0, 7, 7];
        assert_eq!(take(&mut s, 0, &head, 1), Some((vec![], vec![])));
        assert_eq!((s.pass, s.pending.len()), ((1 << 16) - 2, 0));
        let mut at = 7;
        while s.pass > 1000 {
            assert_eq!(take(&mut s, at, &[0; 1000], 2), None);
            at += 1000;
        }
        let mut last = vec![0; s.pass as usize];
        last.extend([1, 1, 5]);
        assert_eq!(take(&mut s, at, &last, 3), Some((vec![1, 1, 5], vec![])));
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut s = State::default();
        for n in 1..200u64 {
            take(&mut s, n * 1000, &[0; 999], n);
            assert!(s.write().len() < 80_000);
        }
        assert!(s.lost);
        // A type that does not end.
        let mut s = State::default();
        assert_eq!(s.take(true, 0, &[0x40], 1), Some(vec![1, 0, 0, 0, 0, 0, 0, 0, 0]));
        let note = s.take(true, 1, &[0x54, 9, 9], 2);
        assert_eq!(shown(note, &[]), Some((vec![0x40, 0x54, 9, 9], vec![(1, 1), (2, 3)])));
        assert_eq!(s.framed, Some(false));
    }
}
