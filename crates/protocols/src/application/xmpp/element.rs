//! Elements of XML as stanzas are made of them. What isn't well-formed ends where it stops to be.

use crate::application::media::xml::Doc;
use requin_wire::Span;

/// How deep elements are followed.
const DEEPEST: usize = 24;
/// How many children of one element are.
const MOST: usize = 512;

pub(super) struct Attribute<'b> {
    pub name: &'b [u8],
    pub value: &'b [u8],
    pub span: Span,
}

pub(super) struct Element<'b> {
    /// Without the prefix of its namespace.
    pub name: &'b [u8],
    pub attributes: Vec<Attribute<'b>>,
    /// The text between the tags, up to the first child.
    pub text: &'b [u8],
    pub text_span: Span,
    /// All that stands between the tags.
    pub content: &'b [u8],
    pub children: Vec<Element<'b>>,
    pub span: Span,
}

impl<'b> Element<'b> {
    pub fn attribute(&self, name: &str) -> Option<&Attribute<'b>> {
        self.attributes.iter().find(|a| a.name == name.as_bytes())
    }

    pub fn value(&self, name: &str) -> Option<&'b [u8]> {
        self.attribute(name).map(|a| a.value)
    }

    pub fn child(&self, name: &str) -> Option<&Element<'b>> {
        self.children.iter().find(|e| e.name == name.as_bytes())
    }

    /// The element that begins at `at`, where `<` stands, and where it ends.
    pub fn parse(doc: &Doc<'b>, at: usize, depth: usize) -> Option<(Element<'b>, usize)> {
        let name_end = doc.name_end(at + 1);
        if name_end == at + 1 || depth > DEEPEST {
            return None;
        }
        let full = doc.text(at + 1, name_end);
        let prefix = full.iter().position(|b| *b == b':').map_or(0, |i| i + 1);
        let mut attributes = Vec::new();
        let mut next = doc.blank(name_end);
        while let Some((end, from, to)) = doc.attribute(next) {
            let name = doc.text(next, doc.name_end(next));
            attributes.push(Attribute { name, value: doc.text(from, to), span: doc.span(next, end) });
            next = doc.blank(end);
        }
        let mut element = Element {
            name: full.get(prefix..)?,
            attributes,
            text: b"",
            text_span: doc.span(next, next),
            content: b"",
            children: Vec::new(),
            span: doc.span(at, next),
        };
        if doc.at(next, b"/>") {
            element.span = doc.span(at, next + 2);
            return Some((element, next + 2));
        }
        if !doc.at(next, b">") {
            return None;
        }
        let start = next + 1;
        let end = element.inside(doc, start, depth);
        element.span = doc.span(at, end.1);
        element.content = doc.text(start, end.0);
        Some((element, end.1))
    }

    /// What stands between the tags: where it ends, and where the closing tag does.
    fn inside(&mut self, doc: &Doc<'b>, start: usize, depth: usize) -> (usize, usize) {
        let mut at = start;
        while at < doc.bytes.len() {
            if doc.at(at, b"</") {
                return (at, doc.past(at, b">").unwrap_or(doc.bytes.len()));
            }
            if doc.bytes.get(at) == Some(&b'<') && self.children.len() < MOST {
                match Element::parse(doc, at, depth + 1) {
                    Some((child, end)) => {
                        self.children.push(child);
                        at = end;
                        continue;
                    }
                    None => return (at, doc.bytes.len()),
                }
            }
            let end = at + 1 + doc.count(at + 1, |b| b != b'<');
            if self.text.is_empty() && self.children.is_empty() {
                self.text = doc.text(at, end);
                self.text_span = doc.span(at, end);
            }
            at = end;
        }
        (at, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANZA: &[u8] = b"<a:iq x='1' y=\"two\"><q><r>text</r><s/></q>tail</a:iq>rest";

    #[test]
    fn an_element_with_all_it_holds() {
        let doc = Doc::new(STANZA, Span::default());
        let (iq, end) = Element::parse(&doc, 0, 0).unwrap();
        assert_eq!((iq.name, end), (&b"iq"[..], STANZA.len() - 4));
        assert_eq!((iq.value("x"), iq.value("y"), iq.value("z")), (Some(&b"1"[..]), Some(&b"two"[..]), None));
        let q = iq.child("q").unwrap();
        assert_eq!(q.child("r").unwrap().text, b"text");
        assert_eq!(q.children.len(), 2);
        assert_eq!(q.content, b"<r>text</r><s/>");
    }

    #[test]
    fn cut_anywhere() {
        for n in 0..STANZA.len() {
            let doc = Doc::new(&STANZA[..n], Span::default());
            if let Some((_, end)) = Element::parse(&doc, 0, 0) {
                assert!(end <= n);
            }
        }
        let deep = b"<a>".repeat(5000);
        _ = Element::parse(&Doc::new(&deep, Span::default()), 0, 0);
    }
}
