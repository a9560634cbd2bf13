//! What the parser makes of an expression; names are not looked up yet.

use crate::lex::Op;
use std::ops::Range;

/// A place in the expression, in bytes.
pub(crate) type At = Range<usize>;

/// A condition.
#[derive(Debug)]
pub(crate) enum Logic<'t> {
    And(Vec<Logic<'t>>),
    Or(Vec<Logic<'t>>),
    Xor(Vec<Logic<'t>>),
    Not(Box<Logic<'t>>),
    /// Something that is there, or is not zero.
    Is(Arith<'t>),
    /// A comparison; `all`: it has to hold for all values.
    Relation {
        quantifier: Option<bool>,
        op: Op,
        left: Box<Arith<'t>>,
        right: Box<Arith<'t>>,
    },
    /// Membership of a set of values and ranges.
    Member {
        quantifier: Option<bool>,
        left: Box<Arith<'t>>,
        set: Vec<(Arith<'t>, Option<Arith<'t>>)>,
    },
}

/// A part of a list: `Part { from: -3, len: None }` are the last three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The first, counted from the end when negative.
    pub from: i64,
    pub end: End,
}

/// Where a part ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// So many.
    Len(u32),
    /// With this one, counted from the end when negative.
    At(i64),
    /// With the last one.
    Last,
}

/// How a value was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// A bare word; it may also be the name of a field.
    Word,
    /// Never a name.
    Literal,
    Quoted(Vec<u8>),
    Char(u8),
}

/// Something that has values.
#[derive(Debug)]
pub(crate) enum Arith<'t> {
    /// A value, or a word that turns out to be a field.
    Value {
        written: Written,
        text: &'t str,
        at: At,
    },
    /// Surely a field: it has a dot before it, an `@`, or layers behind it.
    Field {
        name: &'t str,
        at: At,
        raw: bool,
        layers: Option<Vec<Part>>,
    },
    Slice {
        of: Box<Arith<'t>>,
        parts: Vec<Part>,
    },
    Call {
        name: &'t str,
        at: At,
        args: Vec<Arith<'t>>,
    },
    Negative {
        of: Box<Arith<'t>>,
        at: At,
    },
    Binary {
        op: Op,
        at: At,
        left: Box<Arith<'t>>,
        right: Box<Arith<'t>>,
    },
}

impl Arith<'_> {
    /// Where it stands, as far as an error message underlines it.
    pub fn at(&self) -> At {
        match self {
            Arith::Value { at, .. } | Arith::Field { at, .. } | Arith::Call { at, .. } => at.clone(),
            Arith::Negative { at, .. } => at.clone(),
            Arith::Slice { of, .. } => of.at(),
            Arith::Binary { left, .. } => left.at(),
        }
    }
}
