//! From tokens to a tree: recursive descent over the logic, precedence climbing over the arithmetic.

use crate::Error;
use crate::ast::{Arith, At, End, Logic, Part, Written};
use crate::lex::{Kind, Op, Token, lex};

/// How deep brackets, functions and operators may be nested.
const MAX_DEPTH: usize = 100;
/// How long an expression may be, in bytes.
const MAX_LEN: usize = 1 << 20;
/// How many operators one side of a comparison may have.
const MAX_OPERATORS: usize = 200;

/// Parses a whole expression; `None` for one that says nothing at all.
///
/// # Errors
/// The first thing that does not fit.
pub(crate) fn parse(text: &str) -> Result<Option<Logic<'_>>, Error> {
    if text.len() > MAX_LEN {
        return Err(Error::new(0..0, format!("The filter is longer than {MAX_LEN} bytes.")));
    }
    let tokens = lex(text)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let mut p = Parser { text, tokens: &tokens, at: 0, depth: 0, operators: 0 };
    let logic = p.or()?;
    if p.at < tokens.len() {
        return Err(p.unexpected());
    }
    Ok(Some(logic))
}

/// How many ranges a pair of brackets may hold.
const MAX_PARTS: usize = 100;

struct Parser<'t, 'k> {
    text: &'t str,
    tokens: &'k [Token<'t>],
    at: usize,
    depth: usize,
    operators: usize,
}

impl<'t, 'k> Parser<'t, 'k> {
    fn peek(&self) -> Option<&'k Token<'t>> {
        self.tokens.get(self.at)
    }

    fn op(&self) -> Option<Op> {
        self.op_at(0)
    }

    fn op_at(&self, ahead: usize) -> Option<Op> {
        match self.tokens.get(self.at + ahead).map(|t| &t.kind) {
            Some(Kind::Op(op)) => Some(*op),
            _ => None,
        }
    }

    fn eat(&mut self, op: Op) -> bool {
        let is = self.op() == Some(op);
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, op: Op) -> Result<(), Error> {
        if self.eat(op) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn unexpected(&self) -> Error {
        match self.peek() {
            None => Error::new(self.text.len()..self.text.len(), "Unexpected end of filter expression."),
            Some(t) => {
                let shown = self.text.get(t.span.clone()).unwrap_or_default();
                Error::new(t.span.clone(), format!("\"{shown}\" was unexpected in this context."))
            }
        }
    }

    /// Runs `f` one level deeper.
    fn deeper<T>(&mut self, f: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        if self.depth >= MAX_DEPTH {
            let at = self.peek().map_or(self.text.len()..self.text.len(), |t| t.span.clone());
            return Err(Error::new(at, format!("The filter is nested more than {MAX_DEPTH} deep.")));
        }
        self.depth += 1;
        let result = f(self);
        self.depth -= 1;
        result
    }

    fn chain(
        &mut self,
        op: Op,
        next: fn(&mut Self) -> Result<Logic<'t>, Error>,
        join: fn(Vec<Logic<'t>>) -> Logic<'t>,
    ) -> Result<Logic<'t>, Error> {
        let first = next(self)?;
        if self.op() != Some(op) {
            return Ok(first);
        }
        let mut all = vec![first];
        while self.eat(op) {
            all.push(next(self)?);
        }
        Ok(join(all))
    }

    fn or(&mut self) -> Result<Logic<'t>, Error> {
        self.chain(Op::Or, Self::xor, Logic::Or)
    }

    fn xor(&mut self) -> Result<Logic<'t>, Error> {
        self.chain(Op::Xor, Self::and, Logic::Xor)
    }

    fn and(&mut self) -> Result<Logic<'t>, Error> {
        self.chain(Op::And, Self::not, Logic::And)
    }

    fn not(&mut self) -> Result<Logic<'t>, Error> {
        let mut negative = false;
        while self.eat(Op::Not) {
            negative = !negative;
        }
        let logic = if self.eat(Op::Open) {
            let inner = self.deeper(Self::or)?;
            self.expect(Op::Close)?;
            inner
        } else {
            self.test()?
        };
        Ok(if negative { Logic::Not(Box::new(logic)) } else { logic })
    }

    /// One comparison, or a chain of them: `a == b == c` means `a == b and b == c`.
    fn test(&mut self) -> Result<Logic<'t>, Error> {
        let quantifier = match self.op() {
            Some(Op::Any) => Some(false),
            Some(Op::All) => Some(true),
            _ => None,
        };
        self.at += usize::from(quantifier.is_some());
        self.operators = 0;
        let mut left = self.arith(0)?;
        let mut all = Vec::new();
        while let Some(op) = self.op().filter(|op| is_relation(*op)) {
            self.at += 1;
            let start = self.at;
            let right = self.arith(0)?;
            // The middle of a chain is the right side of one comparison and the left of the next.
            let chained = self.op().is_some_and(is_relation) && all.len() < MAX_OPERATORS;
            let middle = if chained {
                let end = std::mem::replace(&mut self.at, start);
                let again = self.arith(0)?;
                self.at = end;
                Some(again)
            } else {
                None
            };
            all.push(Logic::Relation { quantifier, op, left: Box::new(left), right: Box::new(right) });
            match middle {
                Some(again) => left = again,
                None => return Ok(one_or_all(all)),
            }
        }
        if self.op() == Some(Op::In) || (self.op() == Some(Op::Not) && self.op_at(1) == Some(Op::In)) {
            let negative = self.eat(Op::Not);
            self.at += 1;
            let set = self.set()?;
            let member = Logic::Member { quantifier, left: Box::new(left), set };
            return Ok(if negative { Logic::Not(Box::new(member)) } else { member });
        }
        if quantifier.is_some() {
            return Err(self.unexpected());
        }
        Ok(Logic::Is(left))
    }

    fn set(&mut self) -> Result<Vec<(Arith<'t>, Option<Arith<'t>>)>, Error> {
        self.expect(Op::OpenBrace)?;
        let mut set = Vec::new();
        loop {
            let first = self.unary()?;
            let last = if self.eat(Op::DotDot) { Some(self.unary()?) } else { None };
            set.push((first, last));
            if self.eat(Op::CloseBrace) {
                return Ok(set);
            }
            if !self.eat(Op::Comma) {
                let error = self.unexpected();
                let value = matches!(
                    self.peek().map(|t| &t.kind),
                    Some(Kind::Word | Kind::Literal | Kind::Quoted(_) | Kind::Char(_))
                );
                return Err(if value {
                    error.note("The values of a set are separated by commas.")
                } else {
                    error
                });
            }
        }
    }

    /// Operators that bind at least as tightly as `min`.
    fn arith(&mut self, min: u8) -> Result<Arith<'t>, Error> {
        let mut left = self.unary()?;
        loop {
            let power = match self.op() {
                Some(Op::BitAnd) => 1,
                Some(Op::Plus | Op::Minus) => 2,
                Some(Op::Times | Op::Over | Op::Modulo) => 3,
                _ => return Ok(left),
            };
            let (Some(op), Some(token)) = (self.op(), self.peek()) else { return Ok(left) };
            if power < min {
                return Ok(left);
            }
            self.operators += 1;
            if self.operators > MAX_OPERATORS {
                return Err(Error::new(token.span.clone(), "The expression has too many operators."));
            }
            self.at += 1;
            let right = self.deeper(|p| p.arith(power + 1))?;
            left = Arith::Binary { op, at: token.span.clone(), left: Box::new(left), right: Box::new(right) };
        }
    }

    fn unary(&mut self) -> Result<Arith<'t>, Error> {
        let mut negative: Option<At> = None;
        while let (Some(op @ (Op::Minus | Op::Plus)), Some(token)) = (self.op(), self.peek()) {
            self.at += 1;
            if op == Op::Minus {
                negative = if negative.is_some() { None } else { Some(token.span.clone()) };
            }
        }
        let of = self.sliced()?;
        Ok(match negative {
            Some(at) => Arith::Negative { of: Box::new(of), at },
            None => of,
        })
    }

    fn sliced(&mut self) -> Result<Arith<'t>, Error> {
        let mut of = self.primary()?;
        let mut slices = 0;
        while let Some(Token { kind: Kind::Brackets, text, span }) = self.peek() {
            slices += 1;
            if slices > 16 {
                return Err(Error::new(span.clone(), "There are too many slices of slices."));
            }
            self.at += 1;
            of = Arith::Slice { of: Box::new(of), parts: parts(text, span)? };
        }
        Ok(of)
    }

    fn primary(&mut self) -> Result<Arith<'t>, Error> {
        let Some(token) = self.peek() else { return Err(self.unexpected()) };
        let at = token.span.clone();
        let text = token.text;
        let written = match &token.kind {
            Kind::Op(Op::OpenBrace) => {
                self.at += 1;
                let inner = self.deeper(|p| p.arith(0))?;
                self.expect(Op::CloseBrace)?;
                return Ok(inner);
            }
            Kind::Op(Op::At) => {
                self.at += 1;
                let Some(Token { kind: Kind::Word | Kind::Name, text: name, span }) = self.peek() else {
                    return Err(self.unexpected());
                };
                self.at += 1;
                let layers = self.layers()?;
                return Ok(Arith::Field { name, at: at.start..span.end, raw: true, layers });
            }
            Kind::Op(_) | Kind::Brackets => return Err(self.unexpected()),
            Kind::Name => {
                self.at += 1;
                let layers = self.layers()?;
                return Ok(Arith::Field { name: text, at, raw: false, layers });
            }
            Kind::Word => {
                self.at += 1;
                if self.eat(Op::Open) {
                    let args = self.deeper(Self::arguments)?;
                    return Ok(Arith::Call { name: text, at, args });
                }
                let layers = self.layers()?;
                if layers.is_some() {
                    return Ok(Arith::Field { name: text, at, raw: false, layers });
                }
                return Ok(Arith::Value { written: Written::Word, text, at });
            }
            Kind::Literal => Written::Literal,
            Kind::Quoted(v) => Written::Quoted(v.clone()),
            Kind::Char(c) => Written::Char(*c),
        };
        self.at += 1;
        Ok(Arith::Value { written, text, at })
    }

    fn arguments(&mut self) -> Result<Vec<Arith<'t>>, Error> {
        let mut args = Vec::new();
        if self.eat(Op::Close) {
            return Ok(args);
        }
        loop {
            args.push(self.arith(0)?);
            if self.eat(Op::Close) {
                return Ok(args);
            }
            self.expect(Op::Comma)?;
        }
    }

    /// `#2`, `#[1-2]`, or nothing.
    fn layers(&mut self) -> Result<Option<Vec<Part>>, Error> {
        let Some(Token { kind: Kind::Op(Op::Hash), span, .. }) = self.peek() else { return Ok(None) };
        self.at += 1;
        let end = span.end;
        match self.peek() {
            Some(Token { kind: Kind::Word, text, span }) if span.start == end => {
                let n = text.parse::<u32>().map_err(|_| {
                    let shown = text.chars().next().unwrap_or_default();
                    Error::new(
                        end..end + shown.len_utf8(),
                        format!("Expected digit or \"[\", not \"{shown}\""),
                    )
                })?;
                self.at += 1;
                Ok(Some(vec![Part { from: i64::from(n), end: End::Len(1) }]))
            }
            Some(Token { kind: Kind::Brackets, text, span }) if span.start == end => {
                self.at += 1;
                Ok(Some(parts(text, span)?))
            }
            _ => {
                let shown = self.text.get(end..).and_then(|r| r.chars().next());
                let shown = shown.map_or(String::from("the end"), |c| format!("\"{c}\""));
                Err(Error::new(span.clone(), format!("Expected digit or \"[\", not {shown}")))
            }
        }
    }
}

fn is_relation(op: Op) -> bool {
    use Op::{AllEq, AllNe, AnyEq, AnyNe, Contains, Ge, Gt, Le, Lt, Matches};
    matches!(op, AnyEq | AllEq | AnyNe | AllNe | Gt | Ge | Lt | Le | Contains | Matches)
}

fn one_or_all(mut all: Vec<Logic<'_>>) -> Logic<'_> {
    match (all.len(), all.pop()) {
        (1, Some(one)) => one,
        (_, last) => {
            all.extend(last);
            Logic::And(all)
        }
    }
}

/// Reads what stands in brackets: `0:3`, `1-2`, `:4`, `4:`, `3`, and lists of these.
fn parts(text: &str, span: &At) -> Result<Vec<Part>, Error> {
    let base = span.start + 1;
    if text.trim().is_empty() {
        return Err(Error::new(span.end - 1..span.end, "\"]\" was unexpected in this context."));
    }
    let mut parts = Vec::new();
    let mut offset = 0;
    for item in text.split(',') {
        if parts.len() >= MAX_PARTS {
            return Err(Error::new(span.clone(), format!("There are more than {MAX_PARTS} ranges.")));
        }
        let start = base + offset + (item.len() - item.trim_start().len());
        offset += item.len() + 1;
        let item = item.trim();
        let at = start..start + item.len().max(1);
        parts.push(part(item, &at)?);
    }
    Ok(parts)
}

fn part(item: &str, at: &At) -> Result<Part, Error> {
    let number = |s: &str| -> Result<i64, Error> {
        let s = s.trim();
        let (negative, digits) = s.strip_prefix('-').map_or((false, s), |d| (true, d));
        let n = match digits.strip_prefix("0x").or(digits.strip_prefix("0X")) {
            Some(hex) => i64::from_str_radix(hex, 16),
            None => digits.parse(),
        };
        match n {
            Ok(n) if digits.starts_with(|c: char| c.is_ascii_digit()) && n <= i64::from(u32::MAX) => {
                Ok(if negative { -n } else { n })
            }
            _ => Err(Error::new(at.clone(), format!("\"{s}\" is not a valid number."))),
        }
    };
    if let Some((from, len)) = item.split_once(':') {
        let from = if from.trim().is_empty() { 0 } else { number(from)? };
        if len.trim().is_empty() {
            return Ok(Part { from, end: End::Last });
        }
        let n = number(len)?;
        return match u32::try_from(n) {
            Ok(n) if n > 0 => Ok(Part { from, end: End::Len(n) }),
            _ => Err(Error::new(
                at.clone(),
                format!("Range {item} isn't valid because length {n} isn't positive"),
            )),
        };
    }
    // A hyphen that is not a sign.
    let hyphen = item.char_indices().skip(1).find(|(_, c)| *c == '-').map(|(i, _)| i);
    if let Some(i) = hyphen {
        let (from, to) =
            (number(item.get(..i).unwrap_or_default())?, number(item.get(i + 1..).unwrap_or_default())?);
        if (from < 0) == (to < 0) && from > to {
            let why = format!("Range {item} isn't valid because {from} is greater or equal than {to}");
            return Err(Error::new(at.clone(), why));
        }
        return Ok(Part { from, end: End::At(to) });
    }
    if item.contains([';', ' ']) {
        return Err(Error::new(at.clone(), format!("\"{item}\" is not a valid range.")));
    }
    Ok(Part { from: number(item)?, end: End::Len(1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(logic: &Logic<'_>) -> String {
        let join =
            |v: &[Logic<'_>], by: &str| format!("({})", v.iter().map(shape).collect::<Vec<_>>().join(by));
        match logic {
            Logic::And(v) => join(v, " and "),
            Logic::Or(v) => join(v, " or "),
            Logic::Xor(v) => join(v, " xor "),
            Logic::Not(l) => format!("not {}", shape(l)),
            Logic::Is(a) => arith(a),
            Logic::Relation { op, left, right, quantifier, .. } => {
                let q = match quantifier {
                    Some(true) => "all ",
                    Some(false) => "any ",
                    None => "",
                };
                format!("[{q}{} {op:?} {}]", arith(left), arith(right))
            }
            Logic::Member { left, set, .. } => {
                let set: Vec<_> = set
                    .iter()
                    .map(|(a, b)| {
                        format!(
                            "{}{}",
                            arith(a),
                            b.as_ref().map_or(String::new(), |b| format!("..{}", arith(b)))
                        )
                    })
                    .collect();
                format!("[{} in {}]", arith(left), set.join(","))
            }
        }
    }

    fn arith(a: &Arith<'_>) -> String {
        match a {
            Arith::Value { text, .. } => (*text).to_string(),
            Arith::Field { name, raw, layers, .. } => {
                format!("{}{name}{}", if *raw { "@" } else { "" }, if layers.is_some() { "#" } else { "" })
            }
            Arith::Slice { of, parts, .. } => format!("{}{parts:?}", arith(of)).replace(' ', ""),
            Arith::Call { name, args, .. } => {
                format!("{name}({})", args.iter().map(arith).collect::<Vec<_>>().join(","))
            }
            Arith::Negative { of, .. } => format!("-{}", arith(of)),
            Arith::Binary { op, left, right, .. } => format!("({} {op:?} {})", arith(left), arith(right)),
        }
    }

    fn parsed(text: &str) -> String {
        match parse(text) {
            Ok(Some(l)) => shape(&l),
            Ok(None) => "nothing".into(),
            Err(e) => format!("{:?} {}", e.span, e.message),
        }
    }

    #[test]
    fn precedence() {
        for (text, expected) in [
            ("", "nothing"),
            ("  ", "nothing"),
            ("a or b and c", "(a or (b and c))"),
            ("a xor b or c", "((a xor b) or c)"),
            ("a and b xor c", "((a and b) xor c)"),
            ("! a == 1 and b", "(not [a AnyEq 1] and b)"),
            ("not not a", "a"),
            ("!(a or b)", "not (a or b)"),
            ("a & 2 == 2", "[(a BitAnd 2) AnyEq 2]"),
            ("a + 1 * 2 - 3 & 4 > 5", "[(((a Plus (1 Times 2)) Minus 3) BitAnd 4) Gt 5]"),
            ("a == {1 + 2} * 3", "[a AnyEq ((1 Plus 2) Times 3)]"),
            ("a == b == c", "([a AnyEq b] and [b AnyEq c])"),
            ("a in {1, 2..3}", "[a in 1,2..3]"),
            ("a not in {-1}", "not [a in -1]"),
            ("a !in {1}", "not [a in 1]"),
            ("all a.b != 1", "[all a.b AllNe 1]"),
            ("max(a, b) > len(c)", "[max(a,b) Gt len(c)]"),
            ("@a.b#2 == 00:11", "[@a.b# AnyEq 00:11]"),
            ("a[0:2]", "a[Part{from:0,end:Len(2)}]"),
            ("a[-4--1,:2,3:]", "a[Part{from:-4,end:At(-1)},Part{from:0,end:Len(2)},Part{from:3,end:Last}]"),
            ("a == - - 1", "[a AnyEq 1]"),
        ] {
            assert_eq!(parsed(text), expected, "{text}");
        }
    }

    #[test]
    fn refusals() {
        for (text, expected) in [
            ("(a", "2..2 Unexpected end of filter expression."),
            ("a)", "1..2 \")\" was unexpected in this context."),
            ("a ==", "4..4 Unexpected end of filter expression."),
            ("and a", "0..3 \"and\" was unexpected in this context."),
            ("a b", "2..3 \"b\" was unexpected in this context."),
            ("a in 80", "5..7 \"80\" was unexpected in this context."),
            ("a in {}", "6..7 \"}\" was unexpected in this context."),
            ("a in {1 2}", "8..9 \"2\" was unexpected in this context."),
            ("a[0:0]", "2..5 Range 0:0 isn't valid because length 0 isn't positive"),
            ("a[2-1]", "2..5 Range 2-1 isn't valid because 2 is greater or equal than 1"),
            ("a[]", "2..3 \"]\" was unexpected in this context."),
            ("a[0;3]", "2..5 \"0;3\" is not a valid range."),
            ("a[x]", "2..3 \"x\" is not a valid number."),
            ("a#x", "2..3 Expected digit or \"[\", not \"x\""),
            ("any a", "5..5 Unexpected end of filter expression."),
            ("any (a == 1)", "4..5 \"(\" was unexpected in this context."),
        ] {
            assert_eq!(parsed(text), expected, "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        for text in [
            "(".repeat(5000),
            "!(".repeat(5000),
            format!("a == {}", "{".repeat(5000)),
            format!("a == {}1", "1&1+1*".repeat(3000)),
            format!("a == {}", "len(".repeat(5000)),
            format!("a{}", "[0]".repeat(5000)),
        ] {
            assert!(parse(&text).is_err());
        }
        assert!(parse(&format!("{}a", "not ".repeat(5000))).is_ok());
        assert!(parse(&format!("a{}", " and a".repeat(5000))).is_ok());
        assert!(parse(&format!("a{}", " == a".repeat(100))).is_ok());
        assert!(parse(&format!("a{}", " == a".repeat(5000))).is_err());
    }
}
