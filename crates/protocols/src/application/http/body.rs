//! Bodies: chunks put together, compression undone, handed on by their media type.

use super::fields::*;
use super::head::Head;
use crate::application::{media, text};
use requin_wire::{Cursor, Cx, Item, Sink, Span, Step, Stop, Value};
use std::io::Read;

/// A decompressed body may be so many bytes; what is beyond is left.
const MAX_DECODED: u64 = 16 << 20;

/// The size of a chunk and the length of its line.
fn chunk_size(rest: &[u8], at: usize) -> Option<(usize, usize)> {
    let (line, next) = text::line(rest, at)?;
    let digits = text::trim(line.split(|b| *b == b';').next().unwrap_or_default());
    let size = digits.iter().try_fold(0usize, |n, d| {
        let d = (*d as char).to_digit(16)?;
        n.checked_mul(16)?.checked_add(d as usize)
    })?;
    (!digits.is_empty()).then_some((size, next - at))
}

/// Where the chunks that begin at `at` end, their trailers included; `None` when they do not end here.
#[must_use]
pub(super) fn chunks_end(rest: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let (size, line) = chunk_size(rest, at)?;
        at += line;
        if size == 0 {
            loop {
                let (trailer, next) = text::line(rest, at)?;
                at = next;
                if trailer.is_empty() {
                    return Some(at);
                }
            }
        }
        at = at.checked_add(size)?;
        let (end, next) = text::line(rest, at)?;
        if !end.is_empty() {
            return None;
        }
        at = next;
    }
}

/// Adds the body as text, as far as it is text.
pub(super) fn file_data<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    if !cx.wants(FILE_DATA) {
        return;
    }
    let bytes = c.rest();
    let n = bytes.len();
    let item = text::add_ascii(cx, FILE_DATA, c.span(n), bytes);
    cx.label(item, |o| _ = o.s("File Data: ").u(n as u64).s(" bytes"));
}

/// Dissects the body.
pub(super) fn body<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head<'_>) -> Step {
    if c.is_empty() || c.captured() == 0 {
        return if c.is_empty() { Ok(()) } else { c.peek_u8(0).map(|_| ()) };
    }
    if head.chunked {
        if let Some(joined) = chunks(cx, &c)? {
            if joined.is_empty() {
                return Ok(());
            }
            return cx
                .with_source("De-chunked entity body", joined, |cx, c| encoded(cx, c, head))
                .unwrap_or(Err(Stop::TooDeep));
        }
        return Ok(());
    }
    encoded(cx, c, head)
}

/// Adds the chunks to the tree, and gives their bytes joined.
fn chunks<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Result<Option<Vec<u8>>, Stop> {
    let mut joined = Vec::new();
    let mut c = *c;
    let top = cx.line(c.span(c.left()), |o| _ = o.s("HTTP chunked response"));
    cx.under(top, |cx| -> Result<Option<Vec<u8>>, Stop> {
        while !c.is_empty() {
            let rest = c.rest();
            let Some((size, line)) = chunk_size(rest, 0) else { return Ok(None) };
            let boundary = text::line(rest, line + size).map_or(0, |(_, next)| next - line - size);
            let item = cx.line(c.span(line + size + boundary), |o| {
                if size == 0 {
                    o.s("End of chunked encoding");
                } else {
                    o.s("Data chunk (").u(size as u64).s(" octets)");
                }
            });
            let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
            cx.under(item, |cx| {
                cx.add(CHUNK_SIZE, at(0, line), Value::U(size as u64));
                if size > 0 {
                    cx.add(CHUNK_DATA, at(line, size), Value::Bytes(at(line, size)));
                    let end = at(line + size, boundary);
                    cx.add(CHUNK_BOUNDARY, end, Value::Bytes(end));
                }
            });
            joined.extend_from_slice(c.peek_bytes(line, size)?);
            c.advance(line + size);
            if size == 0 {
                break;
            }
            c.advance(boundary);
        }
        while !c.is_empty() {
            let rest = c.rest();
            let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
            if next == 0 {
                break;
            }
            let all = rest.get(..next).unwrap_or_default();
            if line.is_empty() {
                cx.line(c.span(next), |o| _ = o.text(all));
                c.advance(next);
                break;
            }
            cx.add(CHUNKED_TRAILER_PART, c.span(next), Value::Str(c.span(next)));
            c.advance(next);
        }
        Ok(Some(joined))
    })
}

/// Undoes compression.
fn encoded<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head<'_>) -> Step {
    let Some(encoding) = head.encoding.filter(|e| !e.is_empty() && !e.eq_ignore_ascii_case(b"identity"))
    else {
        return plain(cx, c, head);
    };
    let bytes = c.rest();
    let decoded = decompress(encoding, bytes);
    let n = bytes.len() as u64;
    let item = cx.line(c.span(bytes.len()), |o| {
        o.s("Content-encoded entity body (").text(encoding).s("): ").u(n).s(" bytes");
        if let Some(d) = &decoded {
            o.s(" -> ").u(d.len() as u64).s(" bytes");
        }
    });
    match decoded {
        Some(d) if d.is_empty() => Ok(()),
        Some(d) => cx
            .with_source("Uncompressed entity body", d, |cx, c| plain(cx, c, head))
            .unwrap_or(Err(Stop::TooDeep)),
        None => {
            cx.expert(DECOMPRESSION_FAILED, item, c.span(0));
            cx.under(item, |cx| cx.call_nested(crate::meta::data::ID, c))
        }
    }
}

fn decompress(encoding: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::new();
    let gzip = [&b"gzip"[..], b"x-gzip"].iter().any(|e| e.eq_ignore_ascii_case(encoding));
    if gzip {
        _ = flate2::read::GzDecoder::new(bytes).take(MAX_DECODED).read_to_end(&mut decoded);
    } else if [&b"deflate"[..], b"x-deflate"].iter().any(|e| e.eq_ignore_ascii_case(encoding)) {
        if flate2::read::ZlibDecoder::new(bytes).take(MAX_DECODED).read_to_end(&mut decoded).is_err() {
            // Some servers leave the zlib header out.
            decoded.clear();
            _ = flate2::read::DeflateDecoder::new(bytes).take(MAX_DECODED).read_to_end(&mut decoded);
        }
    } else {
        return None;
    }
    (!decoded.is_empty()).then_some(decoded)
}

/// A body as it was meant: hands it on.
fn plain<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head<'_>) -> Step {
    file_data(cx, &c);
    let Some(content_type) = head.content_type else {
        cx.set_media(b"");
        return if media::by_looks(cx, c)? { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) };
    };
    cx.set_media(content_type);
    if let Some(id) = cx.media_protocol() {
        if id == crate::meta::data::ID {
            return cx.call_nested(id, c);
        }
        if cx.offer(id, c)? {
            return Ok(());
        }
        cx.expert(SUBDISSECTOR_FAILED, Item::NONE, c.span(0));
        cx.set_media(content_type);
    }
    cx.call(media::ID, c)
}
