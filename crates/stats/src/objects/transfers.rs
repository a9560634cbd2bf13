//! Files that come in many packets: the blocks of TFTP (RFC 1350), data connections of FTP (RFC 959).

use super::find::{Found, short};
use super::name;
use crate::follow::tcp::{Part, Segment, Stamp, Streams};
use std::collections::BTreeMap;

/// Bytes that files which are not whole yet may have together.
const HELD: usize = 256 << 20;
/// Files that are known at a time, whole ones too: what is sent again makes no second one.
const KNOWN: usize = 100_000;

/// Transport and stream index.
type Key = (u8, u32);

/// A block of TFTP without options (RFC 2348).
const BLOCK_SIZE: usize = 512;

enum How {
    /// The size of a block, and the number of the next one.
    Blocks(usize, u16),
    Stream(Box<Streams>),
}

/// One file.
struct Transfer {
    name: Vec<u8>,
    host: Vec<u8>,
    /// The sender's.
    port: u16,
    frame: u64,
    bytes: Vec<u8>,
    how: How,
    /// Handed out, or given up.
    over: bool,
}

/// All that are under way.
#[derive(Default)]
pub(super) struct Transfers {
    open: BTreeMap<Key, Transfer>,
    held: usize,
    /// Files that had to be given up to stay within bounds.
    pub(super) lost: u64,
}

/// A packet of a transfer.
pub(super) struct Packet<'a> {
    pub(super) key: Key,
    pub(super) frame: u64,
    /// What the packet says the file is called, and who sends.
    pub(super) name: &'a [u8],
    pub(super) host: &'a str,
    pub(super) port: u16,
}

impl Transfers {
    /// A transfer, and what all hold.
    fn entry(&mut self, p: &Packet<'_>, how: impl FnOnce() -> How) -> (&mut Transfer, &mut usize) {
        while self.open.len() >= KNOWN && !self.open.contains_key(&p.key) {
            if let Some((_, gone)) = self.open.pop_first() {
                self.held -= gone.bytes.len();
                self.lost += u64::from(!gone.over);
            }
        }
        let t = self.open.entry(p.key).or_insert_with(|| Transfer {
            name: p.name.to_vec(),
            host: p.host.as_bytes().to_vec(),
            port: p.port,
            frame: p.frame,
            bytes: Vec::new(),
            how: how(),
            over: false,
        });
        (t, &mut self.held)
    }

    /// A packet of TFTP; the file when it is the last one.
    pub(super) fn tftp(&mut self, p: &Packet<'_>, packet: &[u8], out: &mut dyn FnMut(u64, Found<'_>)) {
        let Some((&[0, kind], rest)) = packet.split_first_chunk::<2>() else { return };
        let mut words = rest.split(|b| *b == 0);
        match kind {
            // A request: whatever was before in this conversation is another file.
            1 | 2 => {
                if let Some(before) = self.open.remove(&p.key) {
                    self.held -= before.bytes.len();
                }
                let named = Packet { name: words.next().unwrap_or_default(), ..*p };
                self.entry(&named, || How::Blocks(BLOCK_SIZE, 1));
            }
            // The options that the server takes.
            6 => {
                let How::Blocks(size, _) = &mut self.entry(p, || How::Blocks(BLOCK_SIZE, 1)).0.how else {
                    return;
                };
                while let (Some(option), Some(value)) = (words.next(), words.next()) {
                    if option.eq_ignore_ascii_case(b"blksize")
                        && let Some(n) = std::str::from_utf8(value).ok().and_then(|v| v.parse().ok())
                    {
                        *size = n;
                    }
                }
            }
            3 => {
                let Some((number, data)) = rest.split_first_chunk::<2>() else { return };
                let number = u16::from_be_bytes(*number);
                let (t, held) = self.entry(p, || How::Blocks(BLOCK_SIZE, 1));
                let How::Blocks(size, next) = &mut t.how else { return };
                let ahead = number.wrapping_sub(*next);
                if t.over || ahead >= 0x8000 {
                    // One that was sent again.
                    return;
                }
                if ahead > 0 {
                    // Without the one before, there is no file.
                    t.over = true;
                    *held -= std::mem::take(&mut t.bytes).len();
                    return;
                }
                *next = next.wrapping_add(1);
                t.frame = p.frame;
                let last = data.len() < *size;
                t.bytes.extend_from_slice(data);
                *held += data.len();
                if last {
                    t.end(b"", held, out);
                }
                self.bound();
            }
            _ => {}
        }
    }

    /// A segment of a data connection of FTP; `last` when its sender closes.
    pub(super) fn ftp(
        &mut self,
        p: &Packet<'_>,
        s: &Segment<'_>,
        last: bool,
        out: &mut dyn FnMut(u64, Found<'_>),
    ) {
        if s.bytes.is_empty() && !self.open.contains_key(&p.key) {
            return;
        }
        let (t, held) = self.entry(p, || How::Stream(Box::default()));
        let How::Stream(streams) = &mut t.how else { return };
        if t.over || t.port != p.port {
            // The other side only receives, or goes first.
            return;
        }
        let bytes = &mut t.bytes;
        streams.segment(0, s, &mut |_, part| keep(bytes, held, &part));
        t.frame = p.frame;
        if last && !streams.waits() {
            t.end(b"FTP file", held, out);
        }
        self.bound();
    }

    /// Hands out the files whose end was not seen; of TFTP, they are not whole.
    pub(super) fn finish(&mut self, out: &mut dyn FnMut(Key, u64, Found<'_>)) {
        for (key, t) in &mut self.open {
            let How::Stream(streams) = &mut t.how else { continue };
            if !t.over {
                let (bytes, held) = (&mut t.bytes, &mut self.held);
                streams.end(Stamp::default(), &mut |_, part| keep(bytes, held, &part));
                t.end(b"FTP file", &mut self.held, &mut |frame, f| out(*key, frame, f));
            }
        }
    }

    /// Gives up the oldest ones when all together are too long.
    fn bound(&mut self) {
        if self.held <= HELD {
            return;
        }
        for t in self.open.values_mut().filter(|t| !t.over) {
            self.held -= t.bytes.len();
            (t.bytes, t.over) = (Vec::new(), true);
            self.lost += 1;
            if self.held <= HELD {
                break;
            }
        }
    }
}

fn keep(bytes: &mut Vec<u8>, held: &mut usize, part: &Part<'_>) {
    if let Part::Bytes(b, _) = part {
        bytes.extend_from_slice(b);
        *held += b.len();
    }
}

impl Transfer {
    fn end(&mut self, media: &[u8], held: &mut usize, out: &mut dyn FnMut(u64, Found<'_>)) {
        let bytes = std::mem::take(&mut self.bytes);
        *held -= bytes.len();
        self.over = true;
        if let How::Stream(streams) = &mut self.how {
            **streams = Streams::default();
        }
        let name = short(name::last_part(&self.name));
        let (host, media) = (self.host.clone(), media.to_vec());
        out(self.frame, Found { name, host, media, bytes: &bytes });
    }
}

/// The file that a command of FTP transfers; those that list folders do not.
pub(super) fn file_of(command: &[u8]) -> Option<&[u8]> {
    let at = command.iter().position(|b| *b == b' ')?;
    let (verb, file) = command.split_at(at);
    let transfers = [&b"RETR"[..], b"STOR", b"STOU", b"APPE"].iter().any(|v| v.eq_ignore_ascii_case(verb));
    transfers.then_some(file.get(1..)?.trim_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    const P: Packet<'_> = Packet { key: (1, 7), frame: 3, name: b"/a/b.txt", host: "h", port: 20 };

    fn block(n: u16, data: &[u8]) -> Vec<u8> {
        [&[0, 3][..], &n.to_be_bytes(), data].concat()
    }

    /// What packets of TFTP make: name and length.
    fn tftp(packets: &[Vec<u8>]) -> Vec<(Vec<u8>, usize)> {
        let mut t = Transfers::default();
        let mut found = Vec::new();
        for p in packets {
            t.tftp(&P, p, &mut |_, f| found.push((f.name, f.bytes.len())));
        }
        let left: usize = t.open.values().map(|t| t.bytes.len()).sum();
        assert_eq!(t.held, left);
        t.finish(&mut |_, _, _| panic!("a file that is not whole"));
        found
    }

    #[test]
    fn blocks_end_with_a_short_one() {
        let whole = vec![7; 512];
        let file = |name: &[u8], n| (name.to_vec(), n);
        let (one, two, again) = (block(1, &whole), block(2, b"ab"), block(1, &whole));
        assert_eq!(
            tftp(&[one.clone(), again.clone(), two.clone(), again, two.clone()]),
            [file(b"b.txt", 514)]
        );
        assert_eq!(tftp(&[one.clone(), block(3, b"x"), two.clone()]), []);
        let options = b"\0\x06tsize\x009\0BLKSIZE\x00600\0".to_vec();
        assert_eq!(tftp(&[options, one.clone()]), [file(b"b.txt", 512)]);
        let request = b"\0\x02x/y\0octet\0".to_vec();
        assert_eq!(tftp(&[one, request, block(1, b"")]), [file(b"y", 0)]);
    }

    #[test]
    fn segments_of_ftp_come_in_any_order() {
        let mut t = Transfers::default();
        let mut found = Vec::new();
        for (seq, text, last) in
            [(1, "ab", false), (5, "ef", true), (3, "cd", false), (7, "", true), (1, "ab", false)]
        {
            let s = Segment {
                seq,
                ack: 0,
                syn: false,
                len: text.len() as u32,
                bytes: text.as_bytes(),
                stamp: Stamp::default(),
            };
            t.ftp(&P, &s, last, &mut |_, f| found.push(f.bytes.to_vec()));
            let other = Segment { bytes: b"", len: 0, ..s };
            t.ftp(&Packet { port: 21, ..P }, &other, true, &mut |_, _| panic!("the other side ended it"));
        }
        assert_eq!(found, [b"abcdef"]);
        t.finish(&mut |_, _, _| panic!("handed out twice"));
        // Without its end, what there is of it.
        let s = Segment { seq: 1, ack: 0, syn: false, len: 2, bytes: b"xy", stamp: Stamp::default() };
        t.ftp(&Packet { key: (1, 8), ..P }, &s, false, &mut |_, _| panic!("early"));
        t.ftp(&Packet { key: (1, 8), ..P }, &Segment { seq: 9, ..s }, false, &mut |_, _| panic!("early"));
        t.finish(&mut |key, _, f| found.push([&[key.1 as u8], f.bytes].concat()));
        assert_eq!(found[1], b"\x08xyxy");
        assert_eq!(t.held, 0);
    }

    #[test]
    fn commands_name_files() {
        assert_eq!(file_of(b"RETR /pub/a b.txt"), Some(&b"/pub/a b.txt"[..]));
        assert_eq!(file_of(b"stor x"), Some(&b"x"[..]));
        assert_eq!((file_of(b"LIST /pub"), file_of(b"RETR"), file_of(b"")), (None, None, None));
    }
}
