//! Bodies: chunks put together, compression undone, handed on by their media type.

use super::coding;
use super::fields::*;
use super::head::{Extent, Head};
use crate::application::{media, text};
use crate::meta::{data, only_columns};
use requin_wire::{Cursor, Cx, Item, Sink, Span, Step, Stop, Value};

/// A chunk: its size, and the length of the line that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chunk {
    /// So many bytes, behind a line of so many.
    Data(usize, usize),
    /// The last one; its line has so many bytes.
    Last(usize),
    /// An empty line, where a size should be.
    None,
    /// The size is none that could be.
    Absurd,
}

/// The chunk that begins at `at`. `None`: its line does not end.
fn chunk(rest: &[u8], at: usize) -> Option<Chunk> {
    let (line, next) = text::line(rest, at)?;
    if line.is_empty() {
        return Some(Chunk::None);
    }
    let digits = text::trim(line.split(|b| *b == b';').next().unwrap_or_default());
    let digits = digits.strip_prefix(b"0x").unwrap_or(digits);
    if digits.first() == Some(&b'-') {
        return Some(Chunk::Absurd);
    }
    // What is no digit ends the number: a line without one says that nothing follows.
    let mut size = 0u32;
    for d in digits.iter().map_while(|d| (*d as char).to_digit(16)) {
        match size.checked_mul(16).map(|s| s | d).filter(|s| *s <= i32::MAX as u32) {
            Some(s) => size = s,
            None => return Some(Chunk::Absurd),
        }
    }
    Some(if size == 0 { Chunk::Last(next - at) } else { Chunk::Data(size as usize, next - at) })
}

/// A body of more chunks is not put together: they are walked for every segment.
const MOST_CHUNKS: u32 = 8192;

/// Where the chunks that begin at `at` end, their trailers included.
#[must_use]
pub(super) fn chunks_end(rest: &[u8], mut at: usize) -> Extent {
    let more = Extent::More(rest.len() + 1);
    let mut count = 0;
    loop {
        count += 1;
        if count > MOST_CHUNKS {
            return Extent::Whole(rest.len());
        }
        match chunk(rest, at) {
            None => return more,
            Some(Chunk::None) => return Extent::Whole(at),
            Some(Chunk::Absurd) => return Extent::Whole(rest.len()),
            Some(Chunk::Last(line)) => {
                at += line;
                break;
            }
            Some(Chunk::Data(size, line)) => {
                // Two bytes end a chunk, whatever they are.
                at = at.saturating_add(line).saturating_add(size).saturating_add(2);
                if at > rest.len() {
                    return Extent::More(at);
                }
            }
        }
    }
    // A line has to follow, an empty one in the end; what comes without that is all there is.
    let mut line = text::line(rest, at);
    if line.is_none() {
        return more;
    }
    while let Some((trailer, next)) = line {
        if trailer.is_empty() {
            return Extent::Whole(next);
        }
        line = text::line(rest, next);
    }
    Extent::Whole(rest.len())
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

/// Whether there may be messages of HTTP with heads of their own in the body, by its media type.
fn may_carry_heads(head: &Head<'_>) -> bool {
    let begins =
        |media: &[u8], with: &[u8]| media.get(..with.len()).is_some_and(|m| m.eq_ignore_ascii_case(with));
    head.content_type.is_none_or(|t| {
        [&b"message/"[..], b"multipart/", b"application/http"].iter().any(|with| begins(t, with))
    })
}

/// Dissects the body.
pub(super) fn body<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head<'_>) -> Step {
    if cx.above_is_enough() && !cx.wants(FILE_DATA) && !may_carry_heads(head) {
        return Ok(());
    }
    if c.is_empty() || c.captured() == 0 {
        return if c.is_empty() { Ok(()) } else { c.peek_u8(0).map(|_| ()) };
    }
    if head.chunked {
        let joined = chunks(cx, &c)?;
        if joined.is_empty() && head.encoding.is_none_or(is_identity) {
            return cx
                .with_source("De-chunked entity body", joined, |cx, c| file_data(cx, &c))
                .ok_or(Stop::TooDeep);
        }
        return cx
            .with_source("De-chunked entity body", joined, |cx, c| encoded(cx, c, head))
            .unwrap_or(Err(Stop::TooDeep));
    }
    encoded(cx, c, head)
}

/// Adds the chunks to the tree, and gives their bytes joined.
fn chunks<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Result<Vec<u8>, Stop> {
    let mut joined = Vec::with_capacity(c.captured());
    let mut c = *c;
    let top = cx.line(c.span(c.left()), |o| _ = o.s("HTTP chunked response"));
    cx.under(top, |cx| -> Result<Vec<u8>, Stop> {
        let mut last = false;
        while !c.is_empty() && !last {
            let rest = c.rest();
            let (size, line) = match chunk(rest, 0) {
                Some(Chunk::Data(size, line)) => (size, line),
                Some(Chunk::Last(line)) => {
                    last = true;
                    (0, line)
                }
                Some(Chunk::None) => return Ok(joined),
                Some(Chunk::Absurd) => return Err(Stop::Malformed),
                // A cut capture ends here.
                None => return c.skip(rest.len() + 1).map(|()| joined),
            };
            let boundary = if last { 0 } else { 2.min(c.left().saturating_sub(line + size)) };
            let shown = if last {
                text::line(rest, line).filter(|l| l.0.is_empty()).map_or(0, |l| l.1 - line)
            } else {
                boundary
            };
            let item = cx.line(c.span(line + size + shown), |o| {
                if last {
                    o.s("End of chunked encoding");
                } else {
                    o.s("Data chunk (").u(size as u64).s(" octets)");
                }
            });
            let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
            cx.under(item, |cx| {
                cx.add(CHUNK_SIZE, at(0, line), Value::U(size as u64));
                if !last {
                    cx.add(CHUNK_DATA, at(line, size), Value::Bytes(at(line, size)));
                    let end = at(line + size, boundary);
                    cx.add(CHUNK_BOUNDARY, end, Value::Bytes(end));
                }
            });
            joined.extend_from_slice(c.peek_bytes(line, size)?);
            c.advance(line + size + boundary);
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
                break;
            }
            cx.add(CHUNKED_TRAILER_PART, c.span(next), Value::Str(c.span(next)));
            c.advance(next);
        }
        Ok(joined)
    })
}

/// Whether a content encoding changes nothing.
fn is_identity(encoding: &[u8]) -> bool {
    encoding.is_empty() || encoding.eq_ignore_ascii_case(b"identity")
}

/// Undoes compression.
fn encoded<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head<'_>) -> Step {
    let Some(encoding) = head.encoding.filter(|e| !is_identity(e)) else {
        return plain(cx, c, head);
    };
    let bytes = c.rest();
    if let Some(begin) = head.content_type.and_then(|kind| beginning(cx, encoding, kind, bytes)) {
        return cx
            .with_source("Uncompressed entity body", begin, |cx, c| plain(cx, c, head))
            .unwrap_or(Err(Stop::TooDeep));
    }
    let decoded = coding::undo(encoding, bytes);
    let n = bytes.len() as u64;
    let item = cx.line(c.span(bytes.len()), |o| {
        o.s("Content-encoded entity body (").text(encoding).s("): ").u(n).s(" bytes");
        if let Some(d) = &decoded {
            o.s(" -> ").u(d.bytes.len() as u64).s(" bytes");
        }
    });
    match decoded {
        Some(d) => {
            if d.cut {
                cx.expert_with(DECOMPRESSION_FAILED, item, c.span(0), |o| {
                    o.s("Decompression stopped after ").u(d.bytes.len() as u64).s(" bytes");
                });
            }
            cx.with_source("Uncompressed entity body", d.bytes, |cx, c| plain(cx, c, head))
                .unwrap_or(Err(Stop::TooDeep))
        }
        None => {
            cx.expert(DECOMPRESSION_FAILED, item, c.span(0));
            if c.is_empty() {
                return Ok(());
            }
            cx.under(item, |cx| cx.call_nested(crate::meta::data::ID, c))
        }
    }
}

/// The beginning of a compressed body, when that is enough: columns have no more of most bodies than their media
/// type.
pub(crate) fn beginning<S: Sink>(
    cx: &mut Cx<'_, S>,
    codings: &[u8],
    content_type: &[u8],
    bytes: &[u8],
) -> Option<Vec<u8>> {
    if S::ALL || !cx.wants_columns() {
        return None;
    }
    cx.set_media(content_type);
    let by_type = cx.media_protocol();
    if by_type.is_some_and(|id| id != media::text_lines::ID && id != data::ID) || !only_columns(cx) {
        return None;
    }
    // Text that is XML after all is shown as such.
    let begin = coding::beginning(codings, bytes)?;
    (!media::text_lines::is_xml(&begin)).then(|| begin.to_vec())
}

/// A body as it was meant: hands it on.
fn plain<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head<'_>) -> Step {
    file_data(cx, &c);
    let Some(content_type) = head.content_type else {
        cx.set_media(b"");
        if !media::by_looks(cx, c)? {
            cx.call_nested(crate::meta::data::ID, c)?;
            if c.is_cut() {
                return Err(Stop::Cut);
            }
        }
        return Ok(());
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
        if media::by_looks(cx, c)? {
            return Ok(());
        }
        cx.set_media(content_type);
    }
    cx.call(media::ID, c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_end_behind_their_trailers() {
        assert_eq!(chunks_end(b"3;x=y\r\nabc\r\n0\r\nA: b\r\n\r\nHTTP", 0), Extent::Whole(23));
        assert_eq!(chunks_end(b"3\nabc\r\n00\n\nX", 0), Extent::Whole(11));
        assert_eq!(chunks_end(b"3\r\nab", 0), Extent::More(8));
        assert_eq!(chunks_end(b"3\r\nabc\r\n0\r\n", 0), Extent::More(12));
        assert_eq!(chunks_end(b"3\r\nabc\r\n", 0), Extent::More(9));
    }

    #[test]
    fn bad_sizes_end_the_chunks() {
        assert_eq!(chunk(b"zz\r\n", 0), Some(Chunk::Last(4)));
        assert_eq!(chunk(b"-1\r\n", 0), Some(Chunk::Absurd));
        assert_eq!(chunk(b"80000000\r\n", 0), Some(Chunk::Absurd));
        assert_eq!(chunk(b"0x10\r\n", 0), Some(Chunk::Data(16, 6)));
        assert_eq!(chunk(b"\r\n", 0), Some(Chunk::None));
        assert_eq!(chunk(b"1", 0), None);
    }
}
