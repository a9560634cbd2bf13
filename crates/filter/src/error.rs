//! Why a filter was refused, and where.

use std::ops::Range;

/// A filter that cannot be used: the reason, the place, and what may have been meant.
///
/// [`Display`](std::fmt::Display) writes the reason and the candidates, without the expression;
/// [`caret`](Error::caret) draws the expression with the place underlined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}{}", hint(.candidates, .note))]
pub struct Error {
    /// The reason, one sentence.
    pub message: String,
    /// The bytes of the expression it is about; empty at its end when the expression stops too early.
    pub span: Range<usize>,
    /// Names that may have been meant, the likeliest first.
    pub candidates: Vec<String>,
    /// What to write instead, where that is known.
    pub note: Option<String>,
}

fn hint(candidates: &[String], note: &Option<String>) -> String {
    let mut text = String::new();
    if let Some(note) = note {
        text.push(' ');
        text.push_str(note);
    }
    if let Some((last, before)) = candidates.split_last() {
        text.push_str(" Did you mean ");
        text.push_str(&before.join(", "));
        text.push_str(if before.is_empty() { "" } else { " or " });
        text.push_str(last);
        text.push('?');
    }
    text
}

impl Error {
    pub(crate) fn new(span: Range<usize>, message: impl Into<String>) -> Error {
        Error { message: message.into(), span, candidates: Vec::new(), note: None }
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Error {
        self.note = Some(note.into());
        self
    }

    pub(crate) fn candidates(mut self, candidates: Vec<String>) -> Error {
        self.candidates = candidates;
        self
    }

    /// The expression on a line of its own, and under it a line that points at the place, both indented
    /// by four spaces as tshark does:
    ///
    /// ```text
    ///     tcp.prot == 80
    ///     ^~~~~~~~
    /// ```
    ///
    /// `text` is the expression that was compiled. Control characters in it are shown as spaces.
    #[must_use]
    pub fn caret(&self, text: &str) -> String {
        let mut out = String::from("    ");
        out.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        out.push_str("\n    ");
        let width = |part: Option<&str>| part.map_or(0, |p| p.chars().count());
        let before = width(text.get(..self.span.start.min(text.len())));
        let under = width(text.get(self.span.clone())).max(1);
        out.extend(std::iter::repeat_n(' ', before));
        out.push('^');
        out.extend(std::iter::repeat_n('~', under - 1));
        out
    }
}
