//! Arithmetic and comparisons.

use super::Parser;
use crate::ast::{Arith, Prim, Proto, Rel};
use crate::error::Error;
use crate::expr::Op;
use crate::lex::Tok;

/// How many operators one arithmetic expression may have.
const MOST_OPERATORS: usize = 400;

/// The strength of operators that have none in libpcap's grammar: they take the nearest operand on the left,
/// and all that follows on the right. `len % 3 + 2` is `len % (3 + 2)`.
const LOOSE: u8 = u8::MAX;

impl Parser {
    /// Whether arithmetic can start here.
    pub(super) fn starts_arithmetic(&self) -> bool {
        match self.peek() {
            Some(Tok::Op("-" | "(")) => true,
            Some(Tok::Num(_)) => matches!(
                self.peek_at(1),
                Some(Tok::Op(
                    "+" | "-"
                        | "*"
                        | "/"
                        | "%"
                        | "&"
                        | "|"
                        | "^"
                        | "<<"
                        | ">>"
                        | "<"
                        | "<="
                        | ">"
                        | ">="
                        | "="
                        | "=="
                        | "!="
                ))
            ),
            Some(Tok::Id { .. }) => match self.word(0) {
                Some("len" | "length") => true,
                Some(word) => Proto::of(word).is_some() && matches!(self.peek_at(1), Some(Tok::Op("["))),
                None => false,
            },
            _ => false,
        }
    }

    pub(super) fn comparison(&mut self) -> Result<Prim, Error> {
        let depth = self.depth;
        let mut left = MOST_OPERATORS;
        let result = (|| {
            let a = self.arithmetic(0, &mut left)?;
            let rel = match self.peek() {
                Some(Tok::Op("=" | "==")) => Rel::Eq,
                Some(Tok::Op("!=")) => Rel::Ne,
                Some(Tok::Op("<")) => Rel::Lt,
                Some(Tok::Op("<=")) => Rel::Le,
                Some(Tok::Op(">")) => Rel::Gt,
                Some(Tok::Op(">=")) => Rel::Ge,
                _ => return Err(self.expected("a comparison such as '=' or '<'")),
            };
            self.skip();
            let b = self.arithmetic(0, &mut left)?;
            Ok(Prim::Compare { a, rel, b })
        })();
        self.depth = depth;
        result
    }

    /// An operator of arithmetic that binds at least as tightly as `least`.
    fn operator(&self, least: u8) -> Option<(Op, u8)> {
        let Some(Tok::Op(op)) = self.peek() else { return None };
        let (op, strength) = match *op {
            "|" => (Op::Or, 1),
            "&" => (Op::And, 2),
            "^" => (Op::Xor, LOOSE),
            "<<" => (Op::Lsh, 3),
            ">>" => (Op::Rsh, 3),
            "+" => (Op::Add, 4),
            "-" => (Op::Sub, 4),
            "*" => (Op::Mul, 5),
            "/" => (Op::Div, 5),
            "%" => (Op::Mod, LOOSE),
            _ => return None,
        };
        (strength >= least).then_some((op, strength))
    }

    fn arithmetic(&mut self, least: u8, left: &mut usize) -> Result<Arith, Error> {
        let start = self.at;
        let mut a = self.operand(left)?;
        while let Some((op, strength)) = self.operator(least) {
            let Some(fewer) = left.checked_sub(1) else {
                return Err(Error::syntax(self.span(), format!("more than {MOST_OPERATORS} operators")));
            };
            *left = fewer;
            self.skip();
            let b = if strength == LOOSE {
                self.deeper()?;
                let b = self.arithmetic(0, left)?;
                self.depth = self.depth.saturating_sub(1);
                b
            } else {
                self.arithmetic(strength.saturating_add(1), left)?
            };
            let span = self.since(start);
            if let Arith::Num(k) = b {
                match op {
                    Op::Div if k == 0 => return Err(Error::syntax(span, "division by zero")),
                    Op::Mod if k == 0 => return Err(Error::syntax(span, "modulus by zero")),
                    Op::Lsh | Op::Rsh if k > 31 => {
                        return Err(Error::syntax(span, "shift by more than 31 bits"));
                    }
                    _ => {}
                }
            }
            a = Arith::Bin { op, a: Box::new(a), b: Box::new(b), span };
        }
        Ok(a)
    }

    fn operand(&mut self, left: &mut usize) -> Result<Arith, Error> {
        let start = self.at;
        if self.take_op("-") {
            self.deeper()?;
            let inner = self.operand(left)?;
            self.depth = self.depth.saturating_sub(1);
            return Ok(Arith::Neg(Box::new(inner)));
        }
        if self.take_op("(") {
            self.deeper()?;
            let inner = self.arithmetic(0, left)?;
            if !self.take_op(")") {
                return Err(self.expected("')'"));
            }
            self.depth = self.depth.saturating_sub(1);
            return Ok(inner);
        }
        if let Some(&Tok::Num(value)) = self.peek() {
            self.skip();
            return Ok(Arith::Num(value));
        }
        if matches!(self.word(0), Some("len" | "length")) {
            self.skip();
            return Ok(Arith::Len);
        }
        if let Some(proto) = self.word(0).and_then(Proto::of)
            && matches!(self.peek_at(1), Some(Tok::Op("[")))
        {
            self.skip();
            self.skip();
            self.deeper()?;
            let index = Box::new(self.arithmetic(0, left)?);
            let mut size = 1;
            if self.take_op(":") {
                size = match self.peek() {
                    Some(&Tok::Num(size @ (1 | 2 | 4))) => size,
                    _ => return Err(Error::syntax(self.span(), "data size must be 1, 2, or 4")),
                };
                self.skip();
            }
            if !self.take_op("]") {
                return Err(self.expected("']'"));
            }
            self.depth = self.depth.saturating_sub(1);
            return Ok(Arith::Load { proto, index, size, span: self.since(start) });
        }
        Err(self.expected("a number, 'len' or a part of the packet such as ip[0]"))
    }
}
