//! Objects: what was transferred, as files: bodies of HTTP, messages of mail, files of FTP and TFTP.

mod find;
mod list;
mod name;
mod transfers;

pub use list::write;

use crate::End;
use crate::follow::tcp::{Segment, Stamp};
use find::{Fields, Found, Request};
use requin_engine::{Scout, Seen, Tap, TapNeeds};
use requin_wire::{Dissection, Pick, Registry, TransportKind};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use transfers::{Packet, Transfers};

/// Objects that are listed.
const MOST: usize = 100_000;
/// Bytes for what conversations asked for last.
const REQUESTS: usize = 8 << 20;
/// Bytes that files may have together, unless another bound is given.
pub const MOST_BYTES: u64 = 4 << 30;

/// Which objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bodies of HTTP requests and responses.
    Http,
    /// Messages of mail, however they came.
    Imf,
    /// Messages of mail that came by SMTP.
    Smtp,
    /// Files that were transferred by TFTP.
    Tftp,
    /// Files that came over data connections of FTP.
    FtpData,
}

impl Kind {
    /// The kinds and their names.
    pub const NAMES: [(&'static str, Kind); 5] = [
        ("ftp-data", Kind::FtpData),
        ("http", Kind::Http),
        ("imf", Kind::Imf),
        ("smtp", Kind::Smtp),
        ("tftp", Kind::Tftp),
    ];

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Kind::NAMES.iter().find(|(n, _)| *n == name).map(|(_, k)| *k)
    }
}

/// An object that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// The frame that it ends in.
    pub frame: u64,
    /// The conversation: transport and stream index.
    pub stream: Option<(&'static str, u32)>,
    /// The host that it was asked of, or the sender of a message.
    pub host: String,
    /// Its media type, as its sender says.
    pub media: String,
    /// What it is called there.
    pub name: String,
    /// The file it was written to, in its folder.
    pub file: Option<String>,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of them.
    pub sha256: [u8; 32],
}

/// Finds objects, and writes them into a folder.
pub struct Objects {
    kind: Kind,
    fields: Arc<Fields>,
    folder: Option<PathBuf>,
    list: Vec<Object>,
    dissection: Dissection,
    /// What conversations asked for last: by transport and stream index.
    requests: BTreeMap<(u8, u32), Request>,
    requested: usize,
    transfers: Transfers,
    /// How often a name was used.
    names: HashMap<String, u32>,
    most: u64,
    written: u64,
    unlisted: u64,
    error: Option<(PathBuf, io::Error)>,
}

/// Looks which frames have objects.
pub struct Finder(Arc<Fields>);

impl Scout for Finder {
    fn look(&self, seen: &Seen<'_>, dissection: &mut Dissection, note: &mut Vec<u8>) {
        if seen.transports.iter().all(|t| t.payload_len == 0 && t.kind != TransportKind::Tcp) {
            return;
        }
        seen.dissect::<Pick>(&self.0.want, dissection);
        if self.0.any(seen, dissection) {
            // That there is something is all: bodies may be long, and many frames are looked at together.
            note.push(1);
        }
    }
}

impl Objects {
    /// Finds objects of a kind. With a folder, they are written into it, `most` bytes of them in all.
    #[must_use]
    pub fn new(registry: &Registry, kind: Kind, folder: Option<PathBuf>, most: u64) -> Objects {
        Objects {
            kind,
            fields: Arc::new(Fields::new(registry, kind)),
            folder,
            list: Vec::new(),
            dissection: Dissection::default(),
            requests: BTreeMap::new(),
            requested: 0,
            transfers: Transfers::default(),
            names: HashMap::new(),
            most,
            written: 0,
            unlisted: 0,
            error: None,
        }
    }

    /// Who looks into frames for it, on all threads.
    #[must_use]
    pub fn scout(&self) -> Finder {
        Finder(Arc::clone(&self.fields))
    }

    /// Which objects they are.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The objects that were found, in the order of the capture.
    #[must_use]
    pub fn list(&self) -> &[Object] {
        &self.list
    }

    /// What had to be given up to stay within bounds.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        let unlisted = self.unlisted + self.transfers.lost;
        (unlisted > 0).then(|| {
            format!(
                "{unlisted} objects are left out, to stay within {MOST} objects and {} bytes: choose with -Y or -f, or raise --limit",
                self.most
            )
        })
    }

    /// The file that could not be written, and why.
    ///
    /// # Errors
    /// When there is one.
    pub fn check(&self) -> Result<(), String> {
        match &self.error {
            Some((path, e)) => Err(format!("{}: {e}", path.display())),
            None => Ok(()),
        }
    }

    /// Takes what is there of files whose end was not seen.
    pub fn finish(&mut self) {
        let mut transfers = std::mem::take(&mut self.transfers);
        transfers.finish(&mut |(_, stream), frame, f| self.found(frame, Some(("tcp", stream)), &f));
        self.transfers = transfers;
    }

    /// A packet of a transfer that has many.
    fn transfer(&mut self, seen: &Seen<'_>, d: &Dissection) {
        let Some((t, f)) = seen.headers().filter(|(t, _)| !t.quoted).last() else { return };
        let (key, host, frame) = ((t.kind as u8, f.stream), End::sender(t).addr_text(), seen.meta.number);
        let mut transfers = std::mem::take(&mut self.transfers);
        let packet = |name| Packet { key, frame, name, host: &host, port: t.src_port };
        match (self.kind, t.kind) {
            (Kind::Tftp, TransportKind::Udp) => {
                let fields = Arc::clone(&self.fields);
                if let Some((bytes, name)) = fields.tftp(seen, d) {
                    transfers.tftp(&packet(name), bytes, &mut |frame, found| {
                        self.found(frame, Some(("udp", f.stream)), &found);
                    });
                }
            }
            (Kind::FtpData, TransportKind::Tcp) => {
                let header = seen.span(t.header);
                let command = self.fields.command(seen, d).and_then(transfers::file_of);
                let seq = header.get(4..8).and_then(|b| b.first_chunk::<4>()).map(|b| u32::from_be_bytes(*b));
                let (Some(seq), Some(flags)) = (seq, header.get(13)) else {
                    self.transfers = transfers;
                    return;
                };
                // Only what a command asked for is a file: without one, bytes are not looked at.
                let bytes = if command.is_some() { seen.span(t.payload) } else { &[] };
                let s = Segment {
                    seq,
                    ack: 0,
                    syn: flags & 2 != 0,
                    len: if command.is_some() { t.payload_len } else { 0 },
                    bytes,
                    stamp: Stamp::default(),
                };
                let last = flags & 5 != 0;
                transfers.ftp(&packet(command.unwrap_or_default()), &s, last, &mut |frame, found| {
                    self.found(frame, Some(("tcp", f.stream)), &found);
                });
            }
            _ => {}
        }
        self.transfers = transfers;
    }

    fn found(&mut self, frame: u64, stream: Option<(&'static str, u32)>, f: &Found<'_>) {
        let size = f.bytes.len() as u64;
        if self.error.is_some() {
            return;
        }
        let full = self.folder.is_some() && self.written.saturating_add(size) > self.most;
        if full || self.list.len() >= MOST {
            self.unlisted += 1;
            return;
        }
        self.written += size;
        let name = if f.name.is_empty() {
            let dot: &[u8] = if f.media.is_empty() { b"" } else { b"." };
            [format!("object{}", frame).as_bytes(), dot, &f.media].concat()
        } else {
            f.name.clone()
        };
        let file = match self.keep(&name::safe(&name), f.bytes) {
            Ok(file) => file,
            Err(e) => {
                self.error = Some(e);
                return;
            }
        };
        let text = |b: &[u8]| String::from_utf8_lossy(b).into_owned();
        self.list.push(Object {
            frame,
            stream,
            host: text(&f.host),
            media: text(&f.media),
            name: text(&f.name),
            file,
            size,
            sha256: Sha256::digest(f.bytes).into(),
        });
    }

    /// Writes a file that was not there; its name.
    fn keep(&mut self, name: &str, bytes: &[u8]) -> Result<Option<String>, (PathBuf, io::Error)> {
        let Some(folder) = &self.folder else { return Ok(None) };
        let next = self.names.entry(name.to_owned()).or_default();
        let mut tried = 0;
        loop {
            let file = if *next == 0 { name.to_owned() } else { name::numbered(name, *next) };
            *next += 1;
            let path = folder.join(&file);
            // Neither a file nor what a link leads to is ever written over.
            let made = OpenOptions::new().write(true).create_new(true).open(&path);
            match made.and_then(|mut f| f.write_all(bytes)) {
                Ok(()) => return Ok(Some(file)),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && tried < MOST => tried += 1,
                Err(e) => return Err((path, e)),
            }
        }
    }

    /// Keeps what a conversation asked for last; the oldest conversations go when there are too many.
    fn asked(&mut self, key: (u8, u32), request: Request) {
        let cost = |r: &Request| r.uri.len() + r.host.len() + 128;
        self.requested += cost(&request);
        self.requested -= self.requests.insert(key, request).map_or(0, |r| cost(&r));
        while self.requested > REQUESTS
            && let Some((_, gone)) = self.requests.pop_first()
        {
            self.requested -= cost(&gone);
        }
    }
}

impl Tap for Objects {
    fn needs(&self) -> TapNeeds {
        TapNeeds { analysis: true, apps: true }
    }

    fn frame(&mut self, seen: &Seen<'_>) {
        if seen.note.is_empty() || self.error.is_some() {
            return;
        }
        let mut d = std::mem::take(&mut self.dissection);
        seen.dissect::<Pick>(&self.fields.want, &mut d);
        if matches!(self.kind, Kind::Tftp | Kind::FtpData) {
            self.transfer(seen, &d);
            self.dissection = d;
            return;
        }
        let stream = seen.headers().last().map(|(t, f)| {
            let name = match t.kind {
                TransportKind::Tcp => "tcp",
                TransportKind::Udp => "udp",
                TransportKind::Sctp => "sctp",
                TransportKind::Dccp => "dccp",
            };
            ((t.kind as u8, f.stream), name)
        });
        let key = stream.map_or((u8::MAX, 0), |(key, _)| key);
        let before = self.requests.get(&key).cloned().unwrap_or_default();
        let mut last = before.clone();
        let fields = Arc::clone(&self.fields);
        fields.walk(seen, &d, &mut last, &mut |f| {
            self.found(seen.meta.number, stream.map(|((_, n), name)| (name, n)), &f);
        });
        if last != before {
            self.asked(key, last);
        }
        self.dissection = d;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_bounded() {
        let mut o = Objects::new(&Registry::new(&[]), Kind::Http, None, MOST_BYTES);
        for n in 0..100_000 {
            o.asked((0, n % 70_000), Request { uri: vec![b'x'; 500], host: Vec::new() });
            assert!(o.requested <= REQUESTS);
        }
        assert!(o.requests.len() > 1000 && o.requests.contains_key(&(0, 69_999)));
    }
}
