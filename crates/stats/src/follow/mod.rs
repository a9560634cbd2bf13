//! Following a conversation: what its two sides said, as tshark's `-z follow,…` prints it.

pub(crate) mod http;
mod show;
pub(crate) mod tcp;

pub use show::Mode;

use crate::End;
use requin_engine::{Seen, Tap, TapNeeds};
use requin_wire::{Transport, TransportKind};
use show::Show;
use std::io::{self, Write};
use std::net::IpAddr;
use tcp::{Part, Segment, Stamp, Streams};

/// What of a conversation is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// The bytes of a TCP conversation.
    Tcp,
    /// The datagrams of a UDP conversation.
    Udp,
    /// The messages of HTTP in a TCP conversation: each head, and each body with chunks joined and compression undone.
    Http,
    /// What the two sides said in a conversation of TLS whose secrets are known.
    Tls,
}

impl Protocol {
    /// The protocols and their names.
    pub const NAMES: [(&'static str, Protocol); 4] =
        [("tcp", Protocol::Tcp), ("udp", Protocol::Udp), ("http", Protocol::Http), ("tls", Protocol::Tls)];

    /// The protocol of a name; `ssl` is what TLS was called before.
    #[must_use]
    pub fn named(name: &str) -> Option<Protocol> {
        let name = if name == "ssl" { "tls" } else { name };
        Protocol::NAMES.iter().find(|(n, _)| *n == name).map(|(_, p)| *p)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Protocol::NAMES.iter().find(|(_, p)| *p == self).map_or("", |(n, _)| n)
    }

    /// The transport that carries it, and its name in display filters.
    #[must_use]
    pub fn transport(self) -> (TransportKind, &'static str) {
        match self {
            Protocol::Udp => (TransportKind::Udp, "udp"),
            Protocol::Tcp | Protocol::Http | Protocol::Tls => (TransportKind::Tcp, "tcp"),
        }
    }
}

/// Which conversation is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one with this stream index.
    Stream(u32),
    /// All between these ends.
    Ends(End, End),
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is followed.
    pub protocol: Protocol,
    /// The form of the output.
    pub mode: Mode,
    /// The conversation.
    pub which: Which,
    /// First and last part to print, from 1.
    pub range: (u64, u64),
}

impl Asked {
    /// Reads what stands behind `follow,` in tshark's `-z`: protocol, mode, stream index or two ends, and a range of
    /// parts.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Asked, String> {
        let mut words = text.split(',');
        let protocol = words.next().unwrap_or_default();
        let protocol = Protocol::named(protocol)
            .ok_or_else(|| format!("{protocol:?} cannot be followed: there is {}", list(&Protocol::NAMES)))?;
        let mode = words.next().unwrap_or_default();
        let mode = Mode::named(mode)
            .ok_or_else(|| format!("{mode:?} is no form: there is {}", list(&Mode::NAMES)))?;
        let first = words.next().unwrap_or_default();
        let which = match first.parse() {
            Ok(stream) => Which::Stream(stream),
            Err(_) => {
                let second = words.next().unwrap_or_default();
                Which::Ends(end(first)?, end(second)?)
            }
        };
        let range = match words.next() {
            None => (1, u64::MAX),
            Some(r) => range(r).ok_or_else(|| format!("{r:?} is no range of parts: write 3 or 1-5"))?,
        };
        match words.next() {
            Some(more) => Err(format!("{more:?} is one word too many")),
            None => Ok(Asked { protocol, mode, which, range }),
        }
    }

    /// The display filter that takes the frames of the conversation.
    #[must_use]
    pub fn filter(&self) -> String {
        let name = self.protocol.transport().1;
        match self.which {
            Which::Stream(n) => format!("{name}.stream eq {n}"),
            Which::Ends(a, b) => {
                let way = |from: &End, to: &End| {
                    let ip = |e: &End| if e.addr.kind == requin_wire::AddrKind::Ipv6 { "ipv6" } else { "ip" };
                    format!(
                        "(({0}.src eq {1} and {name}.srcport eq {2}) and ({3}.dst eq {4} and {name}.dstport eq {5}))",
                        ip(from),
                        from.addr_text(),
                        from.port,
                        ip(to),
                        to.addr_text(),
                        to.port
                    )
                };
                format!("{} or {}", way(&a, &b), way(&b, &a))
            }
        }
    }

    fn takes(&self, t: &Transport, stream: u32) -> bool {
        match self.which {
            Which::Stream(n) => n == stream,
            Which::Ends(a, b) => {
                let ends = (End::sender(t), End::receiver(t));
                ends == (a, b) || ends == (b, a)
            }
        }
    }
}

fn list<T>(names: &[(&str, T)]) -> String {
    names.iter().map(|(n, _)| *n).collect::<Vec<_>>().join(", ")
}

/// `ADDR:PORT`, an IPv6 address in brackets.
fn end(text: &str) -> Result<End, String> {
    let wrong = || format!("{text:?} is neither a stream index nor an address with its port");
    let (addr, port) = text.rsplit_once(':').ok_or_else(wrong)?;
    let addr = addr.strip_prefix('[').and_then(|a| a.strip_suffix(']')).unwrap_or(addr);
    let addr: IpAddr = addr.parse().map_err(|_| wrong())?;
    Ok(End::ip(addr, port.parse().map_err(|_| wrong())?))
}

fn range(text: &str) -> Option<(u64, u64)> {
    let (first, last) = match text.split_once('-') {
        None => (text.parse().ok()?, text.parse().ok()?),
        Some((a, b)) => (a.parse().ok()?, b.parse().ok()?),
    };
    (1..=last).contains(&first).then_some((first, last))
}

/// Follows one conversation, and writes it as it goes.
pub struct Follow<'w> {
    asked: Asked,
    out: Box<dyn Write + Send + 'w>,
    show: Show,
    /// Both ends, when a frame was seen: the first sender first.
    nodes: Option<[End; 2]>,
    streams: Streams,
    messages: Option<Box<http::Messages>>,
    /// Parts so far.
    parts: u64,
    error: Option<io::Error>,
}

impl<'w> Follow<'w> {
    /// Follows what is asked for, writing to `out`, in colour if wished.
    pub fn new(asked: Asked, out: Box<dyn Write + Send + 'w>, colour: bool) -> Follow<'w> {
        let show = Show { mode: asked.mode, colour, offsets: [0; 2] };
        Follow {
            asked,
            out,
            show,
            nodes: None,
            streams: Streams::default(),
            messages: None,
            parts: 0,
            error: None,
        }
    }

    /// Writes what stands at the end.
    ///
    /// # Errors
    /// When this or anything before could not be written.
    pub fn finish(mut self) -> io::Result<()> {
        if let Some(e) = self.error.take() {
            return Err(e);
        }
        if self.nodes.is_none() {
            self.header(&[End::NONE; 2])?;
        }
        self.show.footer(&mut *self.out)?;
        self.out.flush()
    }

    fn header(&mut self, nodes: &[End; 2]) -> io::Result<()> {
        self.show.header(&mut *self.out, self.asked.protocol.name(), &self.asked.filter(), nodes)
    }

    /// Which side sent, 0 or 1; the first frame settles who is who.
    fn side(&mut self, t: &Transport) -> usize {
        let sender = End::sender(t);
        match &self.nodes {
            Some([first, _]) => usize::from(*first != sender),
            None => {
                let nodes = [sender, End::receiver(t)];
                self.nodes = Some(nodes);
                self.error = self.header(&nodes).err();
                0
            }
        }
    }

    fn header_of(&mut self, seen: &Seen<'_>, t: &Transport) {
        let stamp = Stamp { frame: seen.meta.number, time: seen.meta.time };
        let bytes = seen.span(t.payload);
        if t.kind != TransportKind::Tcp {
            let side = self.side(t);
            if !bytes.is_empty() {
                self.part(side, bytes, stamp);
            }
            return;
        }
        let header = seen.span(t.header);
        let (Some(seq), Some(ack), Some([offset, flags])) =
            (word(header, 4), word(header, 8), header.get(12..14))
        else {
            return;
        };
        if offset >> 4 < 5 {
            // A header that is shorter than its fixed part: where its payload begins is anybody's guess.
            return;
        }
        let side = self.side(t);
        let s = Segment { seq, ack, syn: flags & 2 != 0, len: t.payload_len, bytes, stamp };
        let mut streams = std::mem::take(&mut self.streams);
        streams.segment(side, &s, &mut |side, part| match part {
            Part::Bytes(bytes, stamp) => self.part(side, bytes, stamp),
            Part::Missing(n, stamp) => {
                // tshark counts the end of its text in.
                self.part(side, format!("[{n} bytes missing in capture file]\0").as_bytes(), stamp);
            }
        });
        self.streams = streams;
    }

    /// What a frame has of HTTP.
    fn messages(&mut self, seen: &Seen<'_>, t: &Transport) {
        let mut messages =
            self.messages.take().unwrap_or_else(|| Box::new(http::Messages::new(seen.registry)));
        let stamp = Stamp { frame: seen.meta.number, time: seen.meta.time };
        messages.walk(seen, &mut |bytes| {
            let side = self.side(t);
            self.part(side, bytes, stamp);
        });
        self.messages = Some(messages);
    }

    /// What was decrypted of a frame.
    fn records(&mut self, seen: &Seen<'_>, t: &Transport) {
        let stamp = Stamp { frame: seen.meta.number, time: seen.meta.time };
        for (data, bytes) in seen.recalled.iter().filter_map(requin_protocols::application::tls::opened) {
            // As in tshark, the first side is who sent the first record that was encrypted.
            let side = self.side(t);
            if data && !bytes.is_empty() {
                self.part(side, bytes, stamp);
            }
        }
    }

    fn part(&mut self, side: usize, bytes: &[u8], stamp: Stamp) {
        self.parts += 1;
        let (first, last) = self.asked.range;
        if self.error.is_none() && (first..=last).contains(&self.parts) {
            self.error = self.show.part(&mut *self.out, side, bytes, stamp).err();
        }
    }
}

/// Four bytes of a header.
fn word(header: &[u8], at: usize) -> Option<u32> {
    header.get(at..)?.first_chunk().map(|b| u32::from_be_bytes(*b))
}

impl Tap for Follow<'_> {
    fn needs(&self) -> TapNeeds {
        let above = matches!(self.asked.protocol, Protocol::Http | Protocol::Tls);
        TapNeeds { analysis: above, apps: above }
    }

    #[inline]
    fn frame(&mut self, seen: &Seen<'_>) {
        let kind = self.asked.protocol.transport().0;
        for (t, f) in seen.headers() {
            if t.kind == kind && !t.quoted && self.asked.takes(t, f.stream) {
                match self.asked.protocol {
                    Protocol::Http => self.messages(seen, t),
                    Protocol::Tls => self.records(seen, t),
                    Protocol::Tcp | Protocol::Udp => self.header_of(seen, t),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tshark_takes_is_understood() {
        let a = Asked::parse("tcp,ascii,7").unwrap();
        assert_eq!((a.which, a.range), (Which::Stream(7), (1, u64::MAX)));
        assert_eq!(a.filter(), "tcp.stream eq 7");
        let a = Asked::parse("udp,hex,10.0.0.1:53,[fe80::1]:5353,2-3").unwrap();
        assert_eq!(a.range, (2, 3));
        assert_eq!(
            a.filter(),
            "((ip.src eq 10.0.0.1 and udp.srcport eq 53) and (ipv6.dst eq fe80::1 and udp.dstport eq 5353)) or \
             ((ipv6.src eq fe80::1 and udp.srcport eq 5353) and (ip.dst eq 10.0.0.1 and udp.dstport eq 53))"
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, says) in [
            ("ftp,ascii,0", "\"ftp\" cannot be followed"),
            ("tcp,bold,0", "\"bold\" is no form"),
            ("tcp,raw,x", "neither a stream index"),
            ("tcp,raw,0,1-2-3", "no range"),
            ("tcp,raw,0,0", "no range"),
            ("tcp,raw,0,0-3", "no range"),
            ("tcp,raw,0,3-2", "no range"),
            ("tcp,raw,0,1,2", "one word too many"),
        ] {
            let e = Asked::parse(text).unwrap_err();
            assert!(e.contains(says), "{text}: {e}");
        }
    }
}
