//! What can be wrong with a filter, and where.

use std::fmt;
use std::ops::Range;

/// Which sort of trouble an [`Error`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// The text is not a filter expression.
    Syntax,
    /// A host, port, protocol or other name is not known.
    Name,
    /// The expression is well formed, but this link type cannot answer it.
    Link,
    /// No packet of this link type can ever match.
    Never,
    /// The program would be too long, or need more scratch memory than classic BPF has.
    TooLong,
}

/// Why an expression could not be compiled: a reason and the bytes of the expression it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    start: usize,
    end: usize,
    reason: String,
}

impl Error {
    pub(crate) fn new(kind: Kind, span: Range<usize>, reason: impl Into<String>) -> Self {
        Self { kind, start: span.start, end: span.end.max(span.start), reason: reason.into() }
    }

    pub(crate) fn syntax(span: Range<usize>, reason: impl Into<String>) -> Self {
        Self::new(Kind::Syntax, span, reason)
    }

    pub(crate) fn link(span: Range<usize>, reason: impl Into<String>) -> Self {
        Self::new(Kind::Link, span, reason)
    }

    pub(crate) fn name(span: Range<usize>, reason: impl Into<String>) -> Self {
        Self::new(Kind::Name, span, reason)
    }

    /// Which sort of trouble this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The bytes of the expression that the reason is about. Empty at the end of the expression when
    /// something is missing there. Always on character boundaries of the expression.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The reason, one line, without the place.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Error {}
