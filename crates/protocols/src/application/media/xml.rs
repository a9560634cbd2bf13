//! Extensible Markup Language, XML 1.0: tags as a tree. Nothing is validated.

use super::rss;
use requin_wire::{Cursor, Cx, Item, Sink, Span, Step, Value, proto};

proto! {
    XML "xml" "eXtensible Markup Language" "XML" App
    on []
    media [
        "text/xml", "application/xml", "application/soap+xml", "application/rss+xml", "application/atom+xml",
        "application/mathml+xml", "application/rdf+xml", "application/xml-dtd", "application/smil",
        "application/vnd.wv.csp.xml", "application/x-wms-logplaystats", "image/svg+xml", "text/vnd.wap.wml",
        "application/auth-policy+xml", "application/ccmp+xml", "application/conference-info+xml",
        "application/cpim-pidf+xml", "application/cpl+xml", "application/dialog-info+xml",
        "application/im-iscomposing+xml", "application/patch-ops-error+xml", "application/pidf+xml",
        "application/pidf-diff+xml", "application/poc-settings+xml", "application/reginfo+xml",
        "application/resource-lists+xml", "application/rlmi+xml", "application/rls-services+xml",
        "application/simple-filter+xml", "application/simple-message-summary+xml", "application/watcherinfo+xml",
        "application/xcap-att+xml", "application/xcap-caps+xml", "application/xcap-diff+xml",
        "application/xcap-el+xml", "application/xcap-error+xml", "application/xcap-ns+xml",
        "application/vnd.3gpp.access-transfer-events+xml", "application/vnd.3gpp.cw+xml",
        "application/vnd.3gpp.sms+xml", "application/vnd.3gpp.ussd+xml",
        "application/vnd.3gpp-prose+xml", "application/vnd.ms-wbt.wmv+xml", "application/media_control+xml",
        "application/calendar+xml", "application/location+xml", "application/held+xml", "text/x-opml+xml",
    ]
    fields {
        TAG "xml.tag" "Tag": Str;
        ATTRIBUTE "xml.attribute" "Attribute": Str;
        CDATA "xml.cdata" "CDATA": Str;
        CDATASECTION "xml.cdatasection" "CDATASection": Str;
        COMMENT "xml.comment" "Comment": Str;
        DOCTYPE "xml.doctype" "Doctype": Str;
        DTDTAG "xml.dtdtag" "DTD Tag": Str;
        UNKNOWN "xml.unknown" "Unknown": Str;
        XMLPI "xml.xmlpi" "XMLPI": Str;
        XMLPI_XML "xml.xmlpi.xml" "xml.xmlpi.xml": Str;
        XMLPI_VERSION "xml.xmlpi.xml.version" "version": Str;
        XMLPI_ENCODING "xml.xmlpi.xml.encoding" "encoding": Str;
        XMLPI_STANDALONE "xml.xmlpi.xml.standalone" "standalone": Str;
    }
    experts {
        CLOSING_UNOPENED_TAG "xml.closing_unopened_tag" Error Malformed "Closing an unopened tag";
        UNRECOGNIZED_TEXT "xml.unrecognized_text" Warn Protocol "Unrecognized text";
    }
}

/// Tags that may be open at once.
const MAX_OPEN: usize = 100;

/// An element that is open.
#[derive(Clone, Copy)]
struct Open {
    item: Item,
    /// It is of a feed: RSS itself, or something in it.
    rss: bool,
    /// The element that all of a feed is in.
    root: bool,
    /// Which element of a feed it is.
    element: Option<&'static (&'static str, requin_wire::Field)>,
}

impl Open {
    /// The path to what is in it, if it is one of a feed that is known.
    fn path(&self) -> Option<&'static str> {
        if self.root { Some("") } else { self.element.map(|e| e.0) }
    }
}

/// The bytes of a document, and where they lie.
pub(crate) struct Doc<'b> {
    pub bytes: &'b [u8],
    base: Span,
}

impl<'b> Doc<'b> {
    pub fn new(bytes: &'b [u8], base: Span) -> Doc<'b> {
        Doc { bytes, base }
    }

    pub fn span(&self, from: usize, to: usize) -> Span {
        Span { start: self.base.start + from as u32, len: to.saturating_sub(from) as u32, ..self.base }
    }

    pub fn text(&self, from: usize, to: usize) -> &'b [u8] {
        self.bytes.get(from..to).unwrap_or_default()
    }

    pub fn at(&self, at: usize, text: &[u8]) -> bool {
        self.bytes.get(at..).is_some_and(|r| r.starts_with(text))
    }

    pub fn blank(&self, at: usize) -> usize {
        at + self.count(at, |b| b.is_ascii_whitespace())
    }

    pub fn count(&self, at: usize, f: impl Fn(u8) -> bool) -> usize {
        self.bytes.get(at..).map_or(0, |r| r.iter().take_while(|b| f(**b)).count())
    }

    /// Where `end` ends, from `at` on.
    pub fn past(&self, at: usize, end: &[u8]) -> Option<usize> {
        memchr::memmem::find(self.bytes.get(at..)?, end).map(|i| at + i + end.len())
    }

    pub fn name_end(&self, at: usize) -> usize {
        at + self.count(at, |b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b) || b >= 0x80)
    }

    /// An attribute: where it ends, and where its value lies.
    pub fn attribute(&self, at: usize) -> Option<(usize, usize, usize)> {
        let name = self.name_end(at);
        if name == at {
            return None;
        }
        let equals = self.blank(name);
        if self.bytes.get(equals) != Some(&b'=') {
            return None;
        }
        let from = self.blank(equals + 1);
        match self.bytes.get(from)? {
            quote @ (b'"' | b'\'') => {
                let len = memchr::memchr(*quote, self.bytes.get(from + 1..)?)?;
                Some((from + len + 2, from + 1, from + 1 + len))
            }
            _ => {
                let len = self.count(from, |b| !b.is_ascii_whitespace() && !b"<>/\"'".contains(&b));
                (len > 0).then_some((from + len, from, from + len))
            }
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol_add("/XML");
    if !cx.wants_any(TAG, UNRECOGNIZED_TEXT)
        && !cx.wants_any(rss::PROTO, requin_wire::Field(rss::PROTO.0 + rss::COUNT - 1))
    {
        return Ok(());
    }
    let doc = Doc::new(c.rest(), c.span(0));
    let layers = &cx.out.layers;
    if layers
        .len()
        .checked_sub(2)
        .and_then(|i| layers.get(i))
        .is_some_and(|l| l.proto == crate::application::xmpp::ID)
    {
        // XMPP shows its stanzas itself; the document is there for filters.
        cx.hide(cx.proto_item());
    }
    let mut open: Vec<Open> = Vec::new();
    let mut at = doc.blank(0);
    while at < doc.bytes.len() {
        let under = open.last().map_or(Item::NONE, |o| o.item);
        let inside = !open.is_empty();
        let before = at;
        at = cx.under(under, |cx| piece(cx, &doc, at, &mut open, inside));
        at = doc.blank(at.max(before + 1));
    }
    Ok(())
}

/// Adds the piece that begins at `at`, and tells where it ends.
fn piece<S: Sink>(cx: &mut Cx<'_, S>, doc: &Doc<'_>, at: usize, open: &mut Vec<Open>, inside: bool) -> usize {
    if doc.bytes.get(at) != Some(&b'<') {
        let end = at + doc.count(at, |b| b != b'<');
        let span = doc.span(at, end);
        let known = open.last().and_then(|o| o.element).map_or(CDATA, |e| e.1);
        let item = cx.add(if inside { known } else { UNKNOWN }, span, Value::Str(span));
        cx.label(item, |o| _ = o.text(doc.text(at, end)));
        return end;
    }
    if doc.at(at, b"</") {
        if let Some(end) = doc.past(at, b">") {
            let span = doc.span(at, end);
            cx.line(span, |o| _ = o.text(doc.text(at, end)));
            if open.pop().is_none() {
                let item = cx.line(span, |o| _ = o.s("Closing an unopened tag"));
                cx.expert(CLOSING_UNOPENED_TAG, item, span);
            }
            return end;
        }
    } else if doc.at(at, b"<!--") {
        if let Some(end) = doc.past(at, b"-->") {
            return whole(cx, doc, COMMENT, at, end);
        }
    } else if doc.at(at, b"<![CDATA[") {
        if let Some(end) = doc.past(at, b"]]>") {
            return whole(cx, doc, CDATASECTION, at, end);
        }
    } else if doc.at(at, b"<!DOCTYPE") || doc.at(at, b"<!doctype") {
        if let Some(end) = doctype(cx, doc, at, open) {
            return end;
        }
    } else if doc.at(at, b"<!") && inside {
        if let Some(end) = doc.past(at, b">") {
            return whole(cx, doc, DTDTAG, at, end);
        }
    } else if doc.at(at, b"<?") {
        if let Some(end) = declaration(cx, doc, at) {
            return end;
        }
    } else if let Some(end) = tag(cx, doc, at, open) {
        return end;
    }
    let end = at + 1 + doc.count(at + 1, |b| !b.is_ascii_whitespace() && b != b'<');
    let span = doc.span(at, end);
    let item = cx.line(span, |o| _ = o.s("Unrecognized text"));
    cx.expert(UNRECOGNIZED_TEXT, item, span);
    end
}

fn whole<S: Sink>(
    cx: &mut Cx<'_, S>,
    doc: &Doc<'_>,
    field: requin_wire::Field,
    at: usize,
    end: usize,
) -> usize {
    let span = doc.span(at, end);
    let item = cx.add(field, span, Value::Str(span));
    cx.label(item, |o| _ = o.text(doc.text(at, end)));
    end
}

fn doctype<S: Sink>(cx: &mut Cx<'_, S>, doc: &Doc<'_>, at: usize, open: &mut Vec<Open>) -> Option<usize> {
    let from = doc.blank(at + 9);
    let name_end = doc.name_end(from);
    let len = doc.count(name_end, |b| b != b'>' && b != b'[');
    let end = name_end + len + 1;
    let last = doc.bytes.get(end - 1)?;
    let item = cx.add(DOCTYPE, doc.span(at, end), Value::Str(doc.span(from, name_end)));
    cx.label(item, |o| _ = o.text(doc.text(at, end)));
    if *last == b'>' {
        return Some(end);
    }
    // An internal subset: declarations up to its closing bracket.
    let mut at = doc.blank(end);
    cx.under(item, |cx| {
        while doc.at(at, b"<!") {
            let Some(end) = doc.past(at, b">") else { break };
            whole(cx, doc, DTDTAG, at, end);
            at = doc.blank(end);
        }
        if let Some(end) = doc.past(at, b">").filter(|_| doc.at(at, b"]")) {
            cx.line(doc.span(at, end), |o| _ = o.text(doc.text(at, end)));
            at = end;
        }
    });
    _ = open;
    Some(at)
}

/// The declaration of the document, or another processing instruction.
fn declaration<S: Sink>(cx: &mut Cx<'_, S>, doc: &Doc<'_>, at: usize) -> Option<usize> {
    let end = doc.past(at, b"?>")?;
    let span = doc.span(at, end);
    let name_end = doc.name_end(at + 2).min(end - 2);
    let xml = doc.text(at + 2, name_end).eq_ignore_ascii_case(b"xml");
    let item = cx.add(if xml { XMLPI_XML } else { XMLPI }, span, Value::Str(span));
    cx.label(item, |o| _ = o.text(doc.text(at, name_end)));
    cx.under(item, |cx| {
        let mut at = doc.blank(name_end);
        while let Some((next, from, to)) = doc.attribute(at).filter(|a| a.0 <= end) {
            let whole = doc.span(at, next);
            let named = match doc.text(at, doc.name_end(at)) {
                b"version" => Some(XMLPI_VERSION),
                b"encoding" => Some(XMLPI_ENCODING),
                b"standalone" => Some(XMLPI_STANDALONE),
                _ => None,
            };
            let item = match named.filter(|_| xml) {
                Some(field) => cx.add(field, whole, Value::Str(doc.span(from, to))),
                None => cx.add(ATTRIBUTE, whole, Value::Str(whole)),
            };
            cx.label(item, |o| _ = o.text(doc.text(at, next)));
            at = doc.blank(next);
        }
        cx.line(doc.span(end - 2, end), |o| _ = o.s("?>"));
    });
    Some(end)
}

fn tag<S: Sink>(cx: &mut Cx<'_, S>, doc: &Doc<'_>, at: usize, open: &mut Vec<Open>) -> Option<usize> {
    let name_end = doc.name_end(at + 1);
    if name_end == at + 1 {
        return None;
    }
    // All of it has to be there before anything is added.
    let mut end = doc.blank(name_end);
    while let Some((next, ..)) = doc.attribute(end) {
        end = doc.blank(next);
    }
    let closed = doc.at(end, b"/>");
    if !closed && !doc.at(end, b">") {
        return None;
    }
    let tail = end;
    let end = end + if closed { 2 } else { 1 };
    let span = doc.span(at, end);
    let name = doc.text(at + 1, name_end);
    let (outer, root) = (open.last().copied(), name.eq_ignore_ascii_case(b"rss"));
    let rss = outer.is_some_and(|o| o.rss);
    let element = if rss { rss::find(outer.and_then(|o| o.path()), name, true) } else { None };
    let item = match element {
        None if root && !rss => cx.add(rss::PROTO, span, Value::Bytes(span)),
        _ => cx.add(element.map_or(TAG, |e| e.1), span, Value::Str(span)),
    };
    let this = Open { item, rss: rss || root, root: root && !rss, element };
    let mut a = doc.blank(name_end);
    let bare = doc.attribute(a).is_none();
    cx.label(item, |o| {
        o.text(doc.text(at, name_end));
        if bare {
            o.text(doc.text(tail, end));
        }
    });
    cx.under(item, |cx| {
        while let Some((next, from, to)) = doc.attribute(a) {
            let span = doc.span(a, next);
            let name = doc.text(a, doc.name_end(a));
            let known = this.path().and_then(|path| rss::find(Some(path), name, false));
            let it = match known {
                Some((_, field)) => {
                    let value = doc.span(from, to);
                    cx.add(*field, value, Value::Str(value))
                }
                None => cx.add(ATTRIBUTE, span, Value::Str(span)),
            };
            let from = a;
            a = doc.blank(next);
            let last = a == tail;
            cx.label(it, |o| {
                o.text(doc.text(from, next));
                if last {
                    o.text(doc.text(tail, end));
                }
            });
        }
    });
    if !closed && open.len() < MAX_OPEN {
        open.push(this);
    }
    Some(end)
}
