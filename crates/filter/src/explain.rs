//! A program in words, for `requin filter explain`.

use crate::Filter;
use crate::ast::{End, Part};
use crate::program::{Const, Element, FieldRef, Operand, Rel, Test, To};
use requin_wire::{FieldType, Registry, Stage};
use std::fmt::Write;

impl Filter {
    /// The program as text: the tests in the order they run, where each leads to, the fields they need,
    /// and how far up a frame has to be dissected.
    #[must_use]
    pub fn explain(&self, registry: &Registry) -> String {
        let mut out = String::new();
        let steps = &self.program.steps;
        let total = steps.len();
        // Programs are laid out from their end; readers begin at the beginning.
        let number = |to: To| match to {
            To::YES => String::from("take"),
            To::NO => String::from("leave"),
            To(i) => (total - i as usize).to_string(),
        };
        let _ = writeln!(
            out,
            "filter   {}",
            if self.text.trim().is_empty() { "(everything)" } else { &self.text }
        );
        let _ = writeln!(out, "program");
        if total == 0 {
            let _ = writeln!(out, "  {}", number(self.program.entry));
        }
        let width = total.to_string().len();
        for (i, step) in steps.iter().enumerate().rev() {
            let test = test(registry, &step.test);
            let (yes, no) = (number(step.yes), number(step.no));
            let _ = writeln!(out, "  {:>width$}  {test}  yes: {yes}  no: {no}", total - i);
        }
        let _ = writeln!(out, "fields");
        for field in self.wanted() {
            let def = registry.field(field);
            let owner = registry.proto(registry.owner(field));
            let (owner, stage) = owner.map_or(("", Stage::App), |p| (p.abbr, p.stage));
            let _ = writeln!(out, "  {}  {:?}, {owner}, {}", def.abbr, def.kind, stage_name(stage));
        }
        if self.needs_columns() {
            let _ = writeln!(out, "columns  needed");
        }
        let _ = writeln!(
            out,
            "stage    {}",
            if self.frame_only() { "record (no dissection needed)" } else { stage_name(self.stage()) }
        );
        out
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Link => "link",
        Stage::Network => "network",
        Stage::Transport => "transport",
        Stage::Carrier => "carrier",
        Stage::App => "application",
    }
}

fn all(all: bool) -> &'static str {
    if all { "all " } else { "any " }
}

fn test(r: &Registry, test: &Test) -> String {
    match test {
        Test::Has(f) => format!("has {}", r.field(*f).abbr),
        Test::HasOf(f) => format!("has {}", field(r, f)),
        Test::True(o) => format!("{} is not zero", operand(r, o)),
        Test::Bytes(o) => format!("{} is not empty", operand(r, o)),
        Test::Range { field, first, width, inside, all: a } => {
            let def = r.field(*field);
            let last = first.wrapping_add(*width);
            let (a, name, first, end) = (all(*a), def.abbr, num(def.kind, *first), num(def.kind, last));
            match (*width, last, inside) {
                (0, _, true) => format!("{a}{name} == {first}"),
                (0, _, false) => format!("{a}{name} != {first}"),
                (_, u64::MAX, true) => format!("{a}{name} >= {first}"),
                (_, _, true) => format!("{a}{name} in {first}..{end}"),
                (_, _, false) => format!("{a}{name} not in {first}..{end}"),
            }
        }
        Test::Number { field, ranges, inside, all: a } => {
            let def = r.field(*field);
            let ranges: Vec<String> = ranges
                .iter()
                .map(|(x, y)| {
                    if x == y {
                        num(def.kind, *x)
                    } else {
                        format!("{}..{}", num(def.kind, *x), num(def.kind, *y))
                    }
                })
                .collect();
            format!(
                "{}{} {} {{{}}}",
                all(*a),
                def.abbr,
                if *inside { "in" } else { "not in" },
                ranges.join(", ")
            )
        }
        Test::Same { field, bytes, equal, all: a } => {
            let def = r.field(*field);
            let value = if def.kind.is_str() { text(bytes) } else { hex(bytes) };
            format!("{}{} {} {value}", all(*a), def.abbr, if *equal { "==" } else { "!=" })
        }
        Test::Contains { left, finder, all: a } => {
            format!("{}{} contains {}", all(*a), operand(r, left), hex(finder.needle()))
        }
        Test::Matches { left, regex, all: a } => {
            format!("{}{} matches {}", all(*a), operand(r, left), text(regex.as_str().as_bytes()))
        }
        Test::Relation { left, rel, right, all: a } => {
            let sign = match rel {
                Rel::Eq => "==",
                Rel::Ne => "!=",
                Rel::Gt => ">",
                Rel::Ge => ">=",
                Rel::Lt => "<",
                Rel::Le => "<=",
                Rel::Contains => "contains",
            };
            format!("{}{} {sign} {}", all(*a), operand(r, left), operand(r, right))
        }
        Test::Member { left, set, all: a } => {
            let set: Vec<String> = set
                .iter()
                .map(|e| match e {
                    Element::One(o) => operand(r, o),
                    Element::Range(x, y) => format!("{}..{}", operand(r, x), operand(r, y)),
                })
                .collect();
            format!("{}{} in {{{}}}", all(*a), operand(r, left), set.join(", "))
        }
    }
}

fn field(r: &Registry, f: &FieldRef) -> String {
    let name = f.fields.first().map_or("", |id| r.field(*id).abbr);
    let layers = f.layers.as_ref().map_or(String::new(), |l| format!("#{}", parts(l)));
    format!("{}{name}{layers}", if f.raw { "@" } else { "" })
}

fn operand(r: &Registry, o: &Operand) -> String {
    match o {
        Operand::Field(f) => field(r, f),
        Operand::Column(c) => format!("_ws.col.{}", c.name()),
        Operand::Const(c) => constant(c),
        Operand::Slice(of, p) => format!("{}{}", operand(r, of), parts(p)),
        Operand::Call(func, args) => {
            let args: Vec<String> = args.iter().map(|a| operand(r, a)).collect();
            format!("{}({})", format!("{func:?}").to_ascii_lowercase(), args.join(", "))
        }
        Operand::Negative(of) => format!("-{}", operand(r, of)),
        Operand::Sum { sum, left, right, .. } => {
            format!("{{{} {} {}}}", operand(r, left), sum.sign(), operand(r, right))
        }
    }
}

fn parts(parts: &[Part]) -> String {
    let one = |p: &Part| match p.end {
        End::Len(1) => p.from.to_string(),
        End::Len(n) => format!("{}:{n}", p.from),
        End::At(to) => format!("{}-{to}", p.from),
        End::Last => format!("{}:", p.from),
    };
    format!("[{}]", parts.iter().map(one).collect::<Vec<_>>().join(","))
}

fn constant(c: &Const) -> String {
    match c {
        Const::U(n) => n.to_string(),
        Const::I(n) => n.to_string(),
        Const::F(n) => n.to_string(),
        Const::T(t) => format!("{}.{:09}s", t.secs, t.nanos),
        Const::B(b) => hex(b),
        Const::S(b) => text(b),
        Const::Net(a, mask) => format!("{}/{}", std::net::Ipv4Addr::from(*a), mask.count_ones()),
        Const::Net6(a, prefix) => format!("{}/{prefix}", std::net::Ipv6Addr::from(**a)),
    }
}

fn num(kind: FieldType, n: u64) -> String {
    match (kind, u32::try_from(n)) {
        (FieldType::Ipv4, Ok(a)) => std::net::Ipv4Addr::from(a).to_string(),
        (_, Err(_)) if n == u64::MAX => String::from("max"),
        _ => n.to_string(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(":")
}

fn text(bytes: &[u8]) -> String {
    format!("\"{}\"", bytes.escape_ascii())
}
