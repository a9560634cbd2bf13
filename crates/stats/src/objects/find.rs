//! Where objects are in a dissected frame.

use super::{Kind, name};
use crate::follow::http::beheaded;
use requin_engine::Seen;
use requin_wire::{Dissection, Field, ProtoId, Registry, TransportKind, Want};

/// The fields that tell of objects.
pub(super) struct Fields {
    /// What has to be dissected for them.
    pub(super) want: Want,
    kind: Kind,
    imf: Option<ProtoId>,
    smtp: Option<ProtoId>,
    uri: Option<Field>,
    host: Option<Field>,
    answers: Option<Field>,
    status: Option<Field>,
    media: Option<Field>,
    body: Option<Field>,
    chunk: Option<Field>,
    from: Option<Field>,
    subject: Option<Field>,
    tftp: Option<ProtoId>,
    file: Option<Field>,
    ftp_data: Option<ProtoId>,
    command: Option<Field>,
}

/// An object, as far as its frame tells.
pub(super) struct Found<'a> {
    /// What it is called: the path that was asked for, or a subject.
    pub(super) name: Vec<u8>,
    /// The host, or the sender of a message.
    pub(super) host: Vec<u8>,
    /// Its media type.
    pub(super) media: Vec<u8>,
    pub(super) bytes: &'a [u8],
}

/// What was asked for last in a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) uri: Vec<u8>,
    pub(super) host: Vec<u8>,
}

/// A text of a packet is kept up to so many bytes.
const LONGEST: usize = 1024;

impl Fields {
    pub(super) fn new(registry: &Registry, kind: Kind) -> Fields {
        let mut want = Want::nothing();
        let mut field = |of: Kind, name: &str| {
            let mail = [Kind::Imf, Kind::Smtp];
            if of != kind && !(mail.contains(&of) && mail.contains(&kind)) {
                return None;
            }
            let at = registry.fields().iter().position(|f| f.abbr == name)?;
            let field = Field(at as u16);
            want.add(field);
            Some(field)
        };
        let proto = |name| registry.proto_named(name).map(|p| p.id);
        Fields {
            kind,
            imf: proto("imf"),
            smtp: proto("smtp"),
            uri: field(Kind::Http, "http.request.uri"),
            host: field(Kind::Http, "http.host"),
            answers: field(Kind::Http, "http.response_for.uri"),
            status: field(Kind::Http, "http.response.version"),
            media: field(Kind::Http, "http.content_type"),
            body: field(Kind::Http, "http.file_data"),
            chunk: field(Kind::Http, "http.chunk_size"),
            from: field(Kind::Imf, "imf.from"),
            subject: field(Kind::Imf, "imf.subject"),
            tftp: proto("tftp"),
            file: field(Kind::Tftp, "tftp.destination_file"),
            ftp_data: proto("ftp-data"),
            command: field(Kind::FtpData, "ftp-data.command"),
            want,
        }
    }

    /// Whether there is anything for [`walk`](Fields::walk) in a frame that was dissected.
    pub(super) fn any(&self, seen: &Seen<'_>, d: &Dissection) -> bool {
        let has = |proto| d.layers.iter().any(|l| Some(l.proto) == proto);
        match self.kind {
            Kind::Http => {
                d.nodes.iter().any(|n| [self.uri, self.body, self.chunk].contains(&Some(n.field)))
                    || beheaded(seen, d).is_some_and(|(_, body)| !body.is_empty())
            }
            Kind::Imf | Kind::Smtp => self.messages(d).next().is_some(),
            Kind::Tftp => has(self.tftp),
            Kind::FtpData => has(self.ftp_data) || closes(seen),
        }
    }

    /// The packet of TFTP in a frame, and what its file is called.
    pub(super) fn tftp<'a>(&self, seen: &Seen<'a>, d: &'a Dissection) -> Option<(&'a [u8], &'a [u8])> {
        let l = d.layers.iter().rfind(|l| Some(l.proto) == self.tftp)?;
        let name = d.nodes.iter().find(|n| Some(n.field) == self.file).and_then(|n| n.value.span());
        Some((d.bytes(seen.bytes, l.span), name.map_or(&[], |s| d.bytes(seen.bytes, s))))
    }

    /// The command that opened a data connection of FTP; nothing when nobody saw it.
    pub(super) fn command<'a>(&self, seen: &Seen<'a>, d: &'a Dissection) -> Option<&'a [u8]> {
        d.layers.iter().rfind(|l| Some(l.proto) == self.ftp_data)?;
        let node = d.nodes.iter().find(|n| Some(n.field) == self.command)?;
        node.value.span().map(|s| d.bytes(seen.bytes, s))
    }

    /// Messages: where they are, and which of their kind.
    fn messages<'d>(&'d self, d: &'d Dissection) -> impl Iterator<Item = (usize, &'d requin_wire::Layer)> {
        let smtp = d.layers.iter().position(|l| Some(l.proto) == self.smtp);
        let of = d.layers.iter().enumerate().filter(|(_, l)| Some(l.proto) == self.imf);
        of.filter(move |(i, _)| self.kind != Kind::Smtp || smtp.is_some_and(|s| s < *i))
    }

    /// Hands out the objects of a frame in their order; `last` is what was asked for last in its conversation.
    pub(super) fn walk(
        &self,
        seen: &Seen<'_>,
        d: &Dissection,
        last: &mut Request,
        out: &mut dyn FnMut(Found<'_>),
    ) {
        if self.kind == Kind::Http {
            self.bodies(seen, d, last, out);
            return;
        }
        let text = |field, nth| {
            let node = d.nodes.iter().find(|n| Some(n.field) == field && n.layer == nth);
            node.and_then(|n| n.value.span()).map(|s| short(d.bytes(seen.bytes, s))).unwrap_or_default()
        };
        for (_, l) in self.messages(d) {
            let mut name = text(self.subject, l.nth);
            if !name.is_empty() {
                name.extend_from_slice(b".eml");
            }
            let (host, media) = (text(self.from, l.nth), b"EML file".to_vec());
            out(Found { name, host, media, bytes: d.bytes(seen.bytes, l.span) });
        }
    }

    /// Bodies of HTTP, and what goes on from them in later segments: it has the name of what was asked for last.
    fn bodies(&self, seen: &Seen<'_>, d: &Dissection, last: &mut Request, out: &mut dyn FnMut(Found<'_>)) {
        let mut media = Vec::new();
        let bodies: Vec<u8> =
            d.nodes.iter().filter(|n| Some(n.field) == self.body).map(|n| n.layer).collect();
        let mut empty = 0;
        if let Some((_, bytes)) = beheaded(seen, d).filter(|(_, body)| !body.is_empty()) {
            let (name, host) = (name::last_part(&last.uri).to_vec(), last.host.clone());
            out(Found { name, host, media, bytes });
            return;
        }
        for n in &d.nodes {
            let field = Some(n.field);
            let text = || n.value.span().map(|s| short(d.bytes(seen.bytes, s))).unwrap_or_default();
            if field == self.uri {
                *last = Request { uri: text(), host: Vec::new() };
                media.clear();
            } else if field == self.status {
                media.clear();
            } else if field == self.host {
                last.host = text();
            } else if field == self.answers && last.uri.is_empty() {
                // The request was seen, but not taken by the filter.
                (last.host, last.uri) = parts(&text());
            } else if field == self.media {
                media = text();
            }
            let bytes = if field == self.body {
                d.bytes(seen.bytes, n.span)
            } else if field == self.chunk && n.layer != empty && !bodies.contains(&n.layer) {
                // Chunks without a byte in them make a body all the same, once.
                empty = n.layer;
                &[]
            } else {
                continue;
            };
            out(Found {
                name: name::last_part(&last.uri).to_vec(),
                host: last.host.clone(),
                media: kind_of(&media).to_vec(),
                bytes,
            });
        }
    }
}

/// Whether a segment of TCP says that its sender has no more.
fn closes(seen: &Seen<'_>) -> bool {
    seen.transports.iter().rev().find(|t| !t.quoted).is_some_and(|t| {
        t.kind == TransportKind::Tcp && seen.span(t.header).get(13).is_some_and(|flags| flags & 5 != 0)
    })
}

pub(super) fn short(bytes: &[u8]) -> Vec<u8> {
    bytes.get(..LONGEST).unwrap_or(bytes).to_vec()
}

/// A media type without its parameters.
fn kind_of(media: &[u8]) -> &[u8] {
    media
        .split(|b| matches!(b, b';' | b' ' | b'\t' | b'\r' | b'\n'))
        .find(|p| !p.is_empty())
        .unwrap_or_default()
}

/// Host and path of `http://HOST/PATH`.
fn parts(uri: &[u8]) -> (Vec<u8>, Vec<u8>) {
    match uri.strip_prefix(b"http://") {
        Some(rest) => {
            let (host, path) = rest.split_at(rest.iter().position(|b| *b == b'/').unwrap_or(rest.len()));
            (host.to_vec(), path.to_vec())
        }
        None => (Vec::new(), uri.to_vec()),
    }
}
