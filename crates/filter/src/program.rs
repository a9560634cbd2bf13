//! What an expression is compiled to: tests in a row, each of which says where to go on.
//!
//! There is no stack: `and`, `or`, `xor` and `not` are only in where a test leads to, and a test leads
//! backwards in the list alone, so that a run ends after as many steps as there are tests.

use crate::columns::Column;
use crate::value::Sum;
use regex::bytes::Regex;
use requin_wire::{Field, FieldType, ProtoId, Time};

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Const {
    U(u64),
    I(i64),
    F(f64),
    T(Time),
    B(Box<[u8]>),
    S(Box<[u8]>),
    Net(u32, u32),
    Net6(Box<[u8; 16]>, u8),
}

/// A field as an expression names it.
#[derive(Clone, Debug)]
pub(crate) struct FieldRef {
    /// All fields of that name.
    pub fields: Box<[Field]>,
    pub kind: FieldType,
    /// The protocol it belongs to, for counting layers from the end.
    pub owner: ProtoId,
    pub layers: Option<Box<[crate::ast::Part]>>,
    /// The bytes it was read from instead of its value.
    pub raw: bool,
}

/// Functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Func {
    Len,
    Count,
    Upper,
    Lower,
    String,
    Max,
    Min,
    Abs,
}

/// Something that has values.
#[derive(Clone, Debug)]
pub(crate) enum Operand {
    Field(FieldRef),
    Column(Column),
    Const(Const),
    Slice(Box<Operand>, Box<[crate::ast::Part]>),
    Call(Func, Box<[Operand]>),
    Negative(Box<Operand>),
    Sum { sum: Sum, bits: u32, left: Box<Operand>, right: Box<Operand> },
}

/// How two values have to stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rel {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
    Contains,
}

/// One element of a set.
#[derive(Clone, Debug)]
pub(crate) enum Element {
    One(Operand),
    Range(Operand, Operand),
}

/// A test.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    /// A field or protocol is there.
    Has(Field),
    /// One of several is there, perhaps only in some layers.
    HasOf(FieldRef),
    /// Something computed has a value that is not zero.
    True(Operand),
    /// A slice has bytes.
    Bytes(Operand),
    /// A number lies among ranges (of first and last, ascending, without overlap) or outside them.
    Number { field: Field, ranges: Box<[(u64, u64)]>, inside: bool, all: bool },
    /// A number lies in one range: `value - first <= width`.
    Range { field: Field, first: u64, width: u64, inside: bool, all: bool },
    /// Bytes or text are these, or are not.
    Same { field: Field, bytes: Box<[u8]>, equal: bool, all: bool },
    /// Bytes or text contain these.
    Contains { left: Operand, finder: Box<memchr::memmem::Finder<'static>>, all: bool },
    /// Bytes or text match.
    Matches { left: Operand, regex: Regex, all: bool },
    /// Any two values stand to each other so, or all do.
    Relation { left: Operand, rel: Rel, right: Operand, all: bool },
    /// A value is in a set.
    Member { left: Operand, set: Box<[Element]>, all: bool },
}

/// Where a test leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct To(pub u32);

impl To {
    /// The frame is taken.
    pub const YES: To = To(u32::MAX);
    /// The frame is left.
    pub const NO: To = To(u32::MAX - 1);
}

/// A test and where it leads to.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub test: Test,
    pub yes: To,
    pub no: To,
}

/// A compiled expression: it begins at `entry`, and every step leads to an earlier one.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub steps: Box<[Step]>,
    pub entry: To,
}
