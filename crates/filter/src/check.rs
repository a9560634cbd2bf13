//! Names become fields, written values become constants of their field's type, and what makes no sense
//! is refused.

use crate::Error;
use crate::ast::{Arith, At, Logic, Written};
use crate::columns::Column;
use crate::kind::{self, Class, class};
use crate::lex::Op;
use crate::literal;
use crate::program::{Const, Element, FieldRef, Func, Operand, Rel, Test};
use crate::value::{Sum, negate, reckon};
use crate::{pattern, suggest, value::V};
use requin_wire::{Field, FieldType as T, Registry};

/// A checked condition.
#[derive(Debug)]
pub(crate) enum Cond {
    And(Vec<Cond>),
    Or(Vec<Cond>),
    Xor(Vec<Cond>),
    Not(Box<Cond>),
    Test(Box<Test>),
}

/// An operand with what is known of its values.
struct Typed {
    operand: Operand,
    kind: T,
    /// Fields whose value names its constants may use.
    names: Box<[Field]>,
    /// As the expression calls it.
    text: String,
    at: At,
}

/// What values an operand shall have: the other side's.
struct Like<'a> {
    kind: T,
    names: &'a [Field],
    text: &'a str,
}

/// Checks a condition.
///
/// # Errors
/// The first thing that makes no sense.
pub(crate) fn check(registry: &Registry, logic: &Logic<'_>) -> Result<Cond, Error> {
    Checker { registry }.logic(logic)
}

struct Checker<'r> {
    registry: &'r Registry,
}

impl Checker<'_> {
    fn all(&self, v: &[Logic<'_>]) -> Result<Vec<Cond>, Error> {
        v.iter().map(|l| self.logic(l)).collect()
    }

    fn logic(&self, logic: &Logic<'_>) -> Result<Cond, Error> {
        Ok(match logic {
            Logic::And(v) => Cond::And(self.all(v)?),
            Logic::Or(v) => Cond::Or(self.all(v)?),
            Logic::Xor(v) => Cond::Xor(self.all(v)?),
            Logic::Not(l) => Cond::Not(Box::new(self.logic(l)?)),
            Logic::Is(a) => Cond::Test(Box::new(self.is(a)?)),
            Logic::Relation { quantifier, op, left, right } => {
                Cond::Test(Box::new(self.relation(*quantifier, *op, left, right)?))
            }
            Logic::Member { quantifier, left, set } => {
                Cond::Test(Box::new(self.member(quantifier.unwrap_or(false), left, set)?))
            }
        })
    }

    // ---- Names ---------------------------------------------------------------------------------

    fn fields(&self, name: &str) -> Box<[Field]> {
        let all = self.registry.fields().iter().enumerate().skip(1);
        all.filter(|(_, d)| d.abbr == name).filter_map(|(i, _)| u16::try_from(i).ok().map(Field)).collect()
    }

    /// The operand of a name, if there is such a field or column.
    fn named(&self, name: &str, at: &At) -> Option<Typed> {
        let fields = self.fields(name);
        let Some(first) = fields.first() else {
            let column = Column::named(name)?;
            let operand = Operand::Column(column);
            return Some(Typed {
                operand,
                kind: T::Str,
                names: [].into(),
                text: name.to_string(),
                at: at.clone(),
            });
        };
        let kind = self.registry.field(*first).kind;
        let operand = Operand::Field(FieldRef {
            fields: fields.clone(),
            kind,
            owner: self.registry.owner(*first),
            layers: None,
            raw: false,
        });
        Some(Typed { operand, kind, names: fields, text: name.to_string(), at: at.clone() })
    }

    fn unknown(&self, name: &str, at: &At) -> Error {
        Error::new(at.clone(), format!("\"{name}\" is not a valid protocol or protocol field."))
            .candidates(suggest::like(self.registry, name))
    }

    // ---- Operands ------------------------------------------------------------------------------

    /// An operand that must not be a constant: `what` says where it stands.
    fn varied(&self, arith: &Arith<'_>, what: &str) -> Result<Typed, Error> {
        if let Arith::Value { written, text, at } = arith {
            if *written == Written::Word {
                if let Some(typed) = self.named(text, at) {
                    return Ok(typed);
                }
                if text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
                    return Err(self.unknown(text, at));
                }
            }
            let shown = if matches!(written, Written::Quoted(_)) {
                format!("\"{text}\"")
            } else {
                (*text).to_string()
            };
            return Err(Error::new(at.clone(), format!("{what}, not {shown}.")));
        }
        let typed = self.operand(arith, None)?;
        match typed.operand {
            Operand::Const(_) => Err(Error::new(arith.at(), format!("{what}, not a constant."))),
            _ => Ok(typed),
        }
    }

    /// Any operand; a constant takes the type of `like`.
    fn operand(&self, arith: &Arith<'_>, like: Option<&Like<'_>>) -> Result<Typed, Error> {
        match arith {
            Arith::Value { written, text, at } => {
                let named = if *written == Written::Word { self.named(text, at) } else { None };
                if let Some(typed) = named {
                    return Ok(typed);
                }
                match like {
                    Some(like) => self.constant(written, text, at, like, false),
                    None => {
                        Err(Error::new(at.clone(), format!("Nothing tells what type of value {text} is.")))
                    }
                }
            }
            Arith::Field { name, at, raw, layers } => self.special(name, at, *raw, layers.as_deref()),
            Arith::Slice { of, parts, .. } => {
                let typed = self.varied(of, "Only fields and functions can be sliced")?;
                if !kind::can_slice(typed.kind) {
                    return Err(Error::new(
                        typed.at,
                        format!(
                            "\"{}\" is a {} and cannot be sliced into a sequence of bytes.",
                            typed.text,
                            kind::name(typed.kind)
                        ),
                    ));
                }
                let operand = Operand::Slice(Box::new(typed.operand), parts.clone().into_boxed_slice());
                Ok(Typed { operand, kind: T::Bytes, names: [].into(), ..typed })
            }
            Arith::Call { name, at, args } => self.call(name, at, args),
            Arith::Negative { of, at } => self.negative(of, at, like),
            Arith::Binary { op, at, left, right } => self.sum(*op, at, left, right, like),
        }
    }

    fn special(
        &self,
        name: &str,
        at: &At,
        raw: bool,
        layers: Option<&[crate::ast::Part]>,
    ) -> Result<Typed, Error> {
        let mut typed = self.named(name, at).ok_or_else(|| self.unknown(name, at))?;
        match &mut typed.operand {
            Operand::Field(f) => {
                f.layers = layers.map(Into::into);
                f.raw = raw;
            }
            _ if raw || layers.is_some() => {
                return Err(Error::new(at.clone(), "A column has neither raw bytes nor layers."));
            }
            _ => {}
        }
        if raw {
            typed.kind = T::Bytes;
            typed.names = [].into();
        }
        Ok(typed)
    }

    fn constant(
        &self,
        written: &Written,
        text: &str,
        at: &At,
        like: &Like<'_>,
        negative: bool,
    ) -> Result<Typed, Error> {
        let value = match literal::value(like.kind, written, text, negative) {
            Ok(value) => value,
            Err(why) => self.value_name(written, text, like).ok_or_else(|| {
                let has_names = matches!(class(like.kind), Class::Number | Class::Bool)
                    && like.names.iter().any(|f| {
                        use requin_wire::Names::{Bools, Ranges, Special, Table};
                        matches!(self.registry.field(*f).names, Table(_) | Special(_) | Ranges(_) | Bools(..))
                    });
                let is_name = matches!(written, Written::Quoted(_))
                    || text.starts_with(|c: char| c.is_ascii_alphabetic());
                if has_names && is_name {
                    let why =
                        format!("\"{text}\" cannot be found among the possible values for {}.", like.text);
                    return Error::new(at.clone(), why).candidates(self.values_like(text, like));
                }
                Error::new(at.clone(), why)
            })?,
        };
        Ok(Typed {
            operand: Operand::Const(value),
            kind: like.kind,
            names: like.names.into(),
            text: text.to_string(),
            at: at.clone(),
        })
    }

    /// The number behind the name of a value.
    fn value_name(&self, written: &Written, text: &str, like: &Like<'_>) -> Option<Const> {
        use requin_wire::Names;
        if matches!(written, Written::Char(_)) || !matches!(class(like.kind), Class::Number | Class::Bool) {
            return None;
        }
        let unescaped = match written {
            Written::Quoted(v) => std::str::from_utf8(v).ok()?,
            _ => text,
        };
        let of = |f: &Field| match self.registry.field(*f).names {
            // What is not called anything else is called so.
            Names::None if like.kind == T::Bool => Names::Bools("True", "False").value_of(unescaped),
            names => names.value_of(unescaped),
        };
        let n = like.names.iter().find_map(of)?;
        Some(if like.kind.is_int() { Const::I(n as i64) } else { Const::U(n) })
    }

    /// Names of values that begin like `text`.
    fn values_like(&self, text: &str, like: &Like<'_>) -> Vec<String> {
        use requin_wire::Names;
        let start = text.get(..3.min(text.len())).unwrap_or(text).to_ascii_lowercase();
        let fits = |n: &&'static str| n.to_ascii_lowercase().starts_with(&start) && !start.is_empty();
        let names = like.names.iter().map(|f| self.registry.field(*f).names);
        let all = names.flat_map(|names| -> Vec<&'static str> {
            match names {
                Names::Table(t) => t.iter().map(|e| e.1).filter(fits).take(3).collect(),
                Names::Ranges(t) => t.iter().map(|e| e.2).filter(fits).take(3).collect(),
                Names::Bools(yes, no) => vec![yes, no],
                _ => Vec::new(),
            }
        });
        all.take(3).map(|n| format!("\"{n}\"")).collect()
    }

    fn negative(&self, of: &Arith<'_>, at: &At, like: Option<&Like<'_>>) -> Result<Typed, Error> {
        let cannot =
            |k: T, at: &At| Error::new(at.clone(), format!("{} values cannot be negated.", kind::name(k)));
        let inner = match (of, like) {
            (Arith::Value { written, text, at: value_at }, Some(like))
                if self.named(text, value_at).is_none() || *written != Written::Word =>
            {
                if !kind::can_add(like.kind) {
                    return Err(cannot(like.kind, at));
                }
                self.constant(written, text, value_at, like, true)?
            }
            (Arith::Value { at: value_at, .. }, None) => match self.operand(of, None) {
                Ok(typed) => typed,
                Err(_) => {
                    let why = "Constant arithmetic expression on the LHS is invalid.";
                    return Err(Error::new(at.start..value_at.end.max(at.end), why));
                }
            },
            _ => self.operand(of, like)?,
        };
        if !kind::can_add(inner.kind) {
            return Err(cannot(inner.kind, at));
        }
        let operand = match inner.operand {
            Operand::Const(Const::I(n)) => Operand::Const(Const::I(n.wrapping_neg())),
            Operand::Const(c) => {
                let v = scalar(&c).and_then(negate).ok_or_else(|| cannot(inner.kind, at))?;
                Operand::Const(from_scalar(v).ok_or_else(|| cannot(inner.kind, at))?)
            }
            varied => Operand::Negative(Box::new(varied)),
        };
        Ok(Typed { operand, at: at.clone(), ..inner })
    }

    fn sum(
        &self,
        op: Op,
        at: &At,
        left: &Arith<'_>,
        right: &Arith<'_>,
        like: Option<&Like<'_>>,
    ) -> Result<Typed, Error> {
        let sum = match op {
            Op::BitAnd => Sum::And,
            Op::Plus => Sum::Add,
            Op::Minus => Sum::Sub,
            Op::Times => Sum::Mul,
            Op::Over => Sum::Div,
            _ => Sum::Rem,
        };
        let left = match like {
            Some(like) => self.operand(left, Some(like))?,
            None => self.varied(left, "Left side of an arithmetic expression must be a field or function")?,
        };
        let can = match sum {
            Sum::And => kind::can_mask(left.kind),
            Sum::Add | Sum::Sub => kind::can_add(left.kind),
            Sum::Mul | Sum::Div | Sum::Rem => kind::can_multiply(left.kind),
        };
        let cannot = |t: &Typed| {
            Error::new(
                t.at.clone(),
                format!("{} values cannot be used with {}.", kind::name(t.kind), sum.sign()),
            )
        };
        if !can {
            return Err(cannot(&left));
        }
        let right = {
            let like = Like { kind: left.kind, names: &left.names, text: &left.text };
            self.operand(right, Some(&like))?
        };
        if class(right.kind) != class(left.kind) {
            return Err(incompatible(&left, &right));
        }
        let bits = kind::bits(left.kind).max(kind::bits(right.kind));
        let operand = match (&left.operand, &right.operand) {
            (Operand::Const(a), Operand::Const(b)) => {
                let result = match (scalar(a), scalar(b)) {
                    (Some(a), Some(b)) => reckon(sum, bits, a, b).and_then(from_scalar),
                    _ => None,
                };
                let why = || {
                    Error::new(
                        at.clone(),
                        format!("The result of {} is not a value of this field.", sum.sign()),
                    )
                };
                Operand::Const(result.ok_or_else(why)?)
            }
            _ => Operand::Sum { sum, bits, left: Box::new(left.operand), right: Box::new(right.operand) },
        };
        Ok(Typed { operand, kind: left.kind, names: left.names, text: left.text, at: left.at })
    }

    fn call(&self, name: &str, at: &At, args: &[Arith<'_>]) -> Result<Typed, Error> {
        let func = match name {
            "len" => Func::Len,
            "count" => Func::Count,
            "upper" => Func::Upper,
            "lower" => Func::Lower,
            "string" => Func::String,
            "max" => Func::Max,
            "min" => Func::Min,
            "abs" => Func::Abs,
            _ => {
                return Err(Error::new(at.clone(), format!("Function '{name}' does not exist."))
                    .note("There are abs, count, len, lower, max, min, string, upper."));
            }
        };
        let Some((first, rest)) = args.split_first() else {
            return Err(Error::new(at.clone(), format!("Function {name} needs at least 1 arguments.")));
        };
        let many = matches!(func, Func::Max | Func::Min);
        if !many && !rest.is_empty() {
            return Err(Error::new(at.clone(), format!("Function {name} can only accept 1 arguments.")));
        }
        let only_fields = format!("Only fields can be used as parameter for {name}()");
        let typed = match func {
            Func::Len | Func::Count | Func::Upper | Func::Lower | Func::String => {
                let typed = match first {
                    Arith::Value { written: Written::Word, .. } | Arith::Field { .. } => {
                        self.varied(first, "Only fields can be used as a parameter")?
                    }
                    _ => {
                        let why = match func {
                            Func::Upper | Func::Lower => {
                                format!("Only string type fields can be used as parameter for {name}()")
                            }
                            _ => only_fields,
                        };
                        return Err(Error::new(first.at(), why));
                    }
                };
                let text = class(typed.kind) == Class::Text;
                if matches!(func, Func::Upper | Func::Lower) && !text {
                    let why = format!("Only string type fields can be used as parameter for {name}()");
                    return Err(Error::new(typed.at, why));
                }
                if func == Func::String && !kind::can_write(typed.kind) {
                    let why = format!("String conversion for field \"{}\" is not supported", typed.text);
                    return Err(Error::new(typed.at, why));
                }
                typed
            }
            Func::Abs | Func::Max | Func::Min => {
                let typed = self.varied(first, "The first parameter must be a field or function")?;
                let ok = if func == Func::Abs {
                    kind::can_add(typed.kind)
                } else {
                    !matches!(class(typed.kind), Class::None | Class::Protocol)
                };
                if !ok {
                    return Err(Error::new(
                        typed.at,
                        format!("'{}' is not a valid argument to '{name}()'", typed.text),
                    ));
                }
                typed
            }
        };
        let mut operands = Vec::with_capacity(args.len());
        let (kind, names) = match func {
            Func::Len | Func::Count => (T::U32, [].into()),
            Func::Upper | Func::Lower | Func::String => (T::Str, [].into()),
            Func::Max | Func::Min | Func::Abs => (typed.kind, typed.names.clone()),
        };
        operands.push(typed.operand);
        for arg in rest {
            let like = Like { kind: typed.kind, names: &typed.names, text: &typed.text };
            let next = self.operand(arg, Some(&like))?;
            if next.kind != typed.kind && !(next.kind.is_str() && typed.kind.is_str()) {
                let why = format!(
                    "Arguments to '{name}' must have the same type (expected {}, got {})",
                    kind::name(typed.kind),
                    kind::name(next.kind)
                );
                return Err(Error::new(next.at, why));
            }
            operands.push(next.operand);
        }
        let operand = Operand::Call(func, operands.into_boxed_slice());
        Ok(Typed { operand, kind, names, text: format!("{name}()"), at: at.clone() })
    }

    // ---- Tests ---------------------------------------------------------------------------------

    fn is(&self, arith: &Arith<'_>) -> Result<Test, Error> {
        if let Arith::Value { written, text, at } = arith
            && (*written != Written::Word || self.named(text, at).is_none())
        {
            let shown = if matches!(written, Written::Quoted(_)) {
                format!("\"{text}\"")
            } else {
                (*text).to_string()
            };
            let error = Error::new(at.clone(), format!("{shown} is neither a field nor a protocol name."));
            return Err(error.candidates(suggest::like(self.registry, text)));
        }
        if let Arith::Call { at, .. } = arith {
            // What is wrong inside it is told first.
            self.operand(arith, None)?;
            return Err(Error::new(at.clone(), "You cannot test whether a function is present."));
        }
        let typed = self.varied(arith, "A test needs a field or protocol")?;
        Ok(match typed.operand {
            Operand::Field(f) => match (&*f.fields, f.layers.is_some()) {
                ([one], false) => Test::Has(*one),
                _ => Test::HasOf(f),
            },
            slice @ Operand::Slice(..) => Test::Bytes(slice),
            other => Test::True(other),
        })
    }

    fn relation(
        &self,
        quantifier: Option<bool>,
        op: Op,
        left: &Arith<'_>,
        right: &Arith<'_>,
    ) -> Result<Test, Error> {
        let (rel, sign, all) = match op {
            Op::AnyEq => (Rel::Eq, "==", false),
            Op::AllEq => (Rel::Eq, "===", true),
            Op::AnyNe => (Rel::Ne, "~=", false),
            Op::AllNe => (Rel::Ne, "!=", true),
            Op::Gt => (Rel::Gt, ">", false),
            Op::Ge => (Rel::Ge, ">=", false),
            Op::Lt => (Rel::Lt, "<", false),
            Op::Le => (Rel::Le, "<=", false),
            Op::Matches => return self.matches(quantifier.unwrap_or(false), left, right),
            _ => (Rel::Contains, "contains", false),
        };
        let all = quantifier.unwrap_or(all);
        let shown = if rel == Rel::Contains { sign.to_string() } else { format!("\"{sign}\"") };
        let left =
            self.varied(left, &format!("Left side of {shown} expression must be a field or function"))?;
        let can =
            if rel == Rel::Contains { kind::can_contain(left.kind) } else { kind::can_compare(left.kind) };
        if !can {
            return Err(participate(&left, sign));
        }
        let names: Box<[Field]> = left.names.clone();
        let like = Like { kind: left.kind, names: &names, text: &left.text };
        let typed = match right {
            Arith::Value { written, text, at }
                if rel == Rel::Contains && (*written != Written::Word || self.named(text, at).is_none()) =>
            {
                let value =
                    literal::part(left.kind, written, text).map_err(|why| Error::new(at.clone(), why))?;
                Typed {
                    operand: Operand::Const(value),
                    kind: left.kind,
                    names: [].into(),
                    text: (*text).to_string(),
                    at: at.clone(),
                }
            }
            _ => self.operand(right, Some(&like))?,
        };
        if class(typed.kind) != class(left.kind) {
            return Err(incompatible(&left, &typed));
        }
        if rel == Rel::Contains && !kind::can_contain(typed.kind) {
            return Err(participate(&typed, sign));
        }
        Ok(crate::compile::relation(left.operand, left.kind, rel, typed.operand, all))
    }

    fn matches(&self, all: bool, left: &Arith<'_>, right: &Arith<'_>) -> Result<Test, Error> {
        let left = self.varied(left, "Left side of matches expression must be a field or function")?;
        if !kind::can_match(left.kind) {
            return Err(participate(&left, "matches"));
        }
        let Arith::Value { written: Written::Quoted(text), at, .. } = right else {
            return Err(Error::new(right.at(), "Matches requires a double quoted string on the right side."));
        };
        let regex = pattern::compile(text)
            .map_err(|why| Error::new(at.clone(), format!("Regex compilation error: {why}.")))?;
        Ok(Test::Matches { left: left.operand, regex, all })
    }

    fn member(
        &self,
        all: bool,
        left: &Arith<'_>,
        set: &[(Arith<'_>, Option<Arith<'_>>)],
    ) -> Result<Test, Error> {
        let left = self.varied(left, "Left side of \"in\" expression must be a field or function")?;
        if !kind::can_compare(left.kind) {
            return Err(participate(&left, "in"));
        }
        let like = Like { kind: left.kind, names: &left.names, text: &left.text };
        let one = |arith: &Arith<'_>| -> Result<Operand, Error> {
            let typed = self.operand(arith, Some(&like))?;
            if class(typed.kind) != class(left.kind) {
                return Err(incompatible(&left, &typed));
            }
            Ok(typed.operand)
        };
        let mut elements = Vec::with_capacity(set.len());
        for (first, last) in set {
            elements.push(match last {
                Some(last) => Element::Range(one(first)?, one(last)?),
                None => Element::One(one(first)?),
            });
        }
        Ok(crate::compile::member(left.operand, left.kind, elements, all))
    }
}

fn participate(typed: &Typed, sign: &str) -> Error {
    let why =
        format!("{} (type={}) cannot participate in {sign} comparison.", typed.text, kind::name(typed.kind));
    Error::new(typed.at.clone(), why)
}

fn incompatible(left: &Typed, right: &Typed) -> Error {
    let error = Error::new(
        right.at.clone(),
        format!("{} and {} are not of compatible types.", left.text, right.text),
    );
    if class(right.kind) == Class::Protocol {
        return error.note(format!(
            "Write \"{}\" in quotes where a text or the name of a value is meant.",
            right.text
        ));
    }
    error
}

/// A constant that one can reckon with.
pub(crate) fn scalar(c: &Const) -> Option<V<'static>> {
    Some(match c {
        Const::U(n) => V::U(*n),
        Const::I(n) => V::I(*n),
        Const::F(n) => V::F(*n),
        Const::T(t) => V::T(*t),
        Const::Net(a, m) => V::Net(*a, *m),
        _ => return None,
    })
}

fn from_scalar(v: V<'static>) -> Option<Const> {
    Some(match v {
        V::U(n) => Const::U(n),
        V::I(n) => Const::I(n),
        V::F(n) => Const::F(n),
        V::T(t) => Const::T(t),
        _ => return None,
    })
}
