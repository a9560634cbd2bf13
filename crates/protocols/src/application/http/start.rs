//! The first line of a message.

use super::fields::*;
use super::head::{Head, Kind, status, status_words};
use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Span, Step, Value};

/// What the Info column says of a message.
pub(super) fn info<S: Sink>(cx: &mut Cx<'_, S>, head: &Head<'_>) {
    cx.info(|o| _ = o.text(head.first).s(" "));
}

/// Whether the first line is not one that the capture cut: columns stay those of the layer below then, as tshark has it.
pub(super) fn is_whole(c: &Cursor<'_>, head: &Head<'_>) -> bool {
    !c.is_cut() || head.body > 0 || head.first.len() < c.captured()
}

/// Dissects the first line, and passes over it.
pub(super) fn line<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &Head<'_>) -> Step {
    let all = c.rest();
    let (first, next) = text::whole_line(all, 0, c.is_cut()).unwrap_or((all, all.len()));
    let with_end = all.get(..next).unwrap_or(all);
    if is_whole(c, head) {
        cx.info(|o| _ = o.text(first).s(" "));
    }
    let item = cx.line(c.span(next), |o| _ = o.text(with_end));
    cx.expert_with(CHAT, item, c.span(next), |o| _ = o.text(with_end));
    let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
    cx.under(item, |cx| {
        if head.kind == Kind::Response {
            response(cx, first, &at);
        } else {
            request(cx, first, &at);
            // Where the capture cut the line, the version is what is left of it.
            if text::whole_line(all, 0, c.is_cut()).is_none()
                && first.iter().filter(|b| **b == b' ').count() == 1
            {
                cx.add(REQUEST_VERSION, at(first.len(), 0), Value::Str(at(first.len(), 0)));
            }
        }
    });
    c.advance(next);
    Ok(())
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, first: &[u8], at: &dyn Fn(usize, usize) -> Span) {
    let version = first.iter().position(|b| *b == b' ').unwrap_or(first.len());
    cx.add(RESPONSE_VERSION, at(0, version), Value::Str(at(0, version)));
    let (Some(code), Some(((from, word), (phrase, rest)))) = (status(first), status_words(first)) else {
        return;
    };
    let code_span = at(from, word.len().min(3));
    cx.add(RESPONSE_CODE, code_span, Value::U(u64::from(code)));
    let item = cx.add_str(RESPONSE_CODE_DESC, code_span, |o| {
        match STATUS.find(u64::from(code)) {
            Some(name) => o.s(name),
            None => o.s("Unknown (").u(code).s(")"),
        };
    });
    cx.set_generated(item);
    if !rest.is_empty() {
        let span = at(phrase, rest.len());
        cx.add(RESPONSE_PHRASE, span, Value::Str(span));
    }
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, first: &[u8], at: &dyn Fn(usize, usize) -> Span) {
    let method = first.iter().position(|b| *b == b' ').unwrap_or(first.len());
    cx.add(REQUEST_METHOD, at(0, method), Value::Str(at(0, method)));
    let from = method + 1;
    let Some(rest) = first.get(from..) else { return };
    let len = rest.iter().position(|b| *b == b' ').unwrap_or(rest.len());
    let span = at(from, len);
    let item = cx.add(REQUEST_URI, span, Value::Str(span));
    let uri = rest.get(..len).unwrap_or_default();
    if let Some(mark) = uri.iter().position(|b| *b == b'?') {
        cx.under(item, |cx| {
            let path = at(from, mark);
            cx.add(REQUEST_URI_PATH, path, Value::Str(path));
            let query = at(from + mark + 1, len - mark - 1);
            let item = cx.add(REQUEST_URI_QUERY, query, Value::Str(query));
            cx.under(item, |cx| {
                let mut begin = mark + 1;
                for part in uri.get(begin..).unwrap_or_default().split(|b| *b == b'&') {
                    let span = at(from + begin, part.len());
                    cx.add(REQUEST_URI_QUERY_PARAMETER, span, Value::Str(span));
                    begin += part.len() + 1;
                }
            });
        });
    }
    let version = from + len + 1;
    if first.len() > version {
        let span = at(version, first.len() - version);
        cx.add(REQUEST_VERSION, span, Value::Str(span));
    }
}

/// The address of what is asked for, put together from the first line and the host.
pub(super) fn full_uri<S: Sink>(cx: &mut Cx<'_, S>, head: &Head<'_>, here: Span) {
    if head.host.is_none() || !cx.wants(REQUEST_FULL_URI) {
        return;
    }
    let mut uri = Vec::new();
    super::pairs::full_uri(head, &mut uri);
    if super::inside_tls(cx) && uri.starts_with(b"http:") {
        uri.insert(4, b's');
    }
    let item = cx.add_str(REQUEST_FULL_URI, here, |o| _ = o.bytes(&uri));
    cx.set_generated(item);
}
