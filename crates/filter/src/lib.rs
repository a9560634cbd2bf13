//! Wireshark's display filters: lex → parse → check → compile → run.
//!
//! [`Filter::compile`] makes a program of an expression such as `tcp.port == 80 && http.host contains "example"`;
//! [`Filter::matches`] runs it over a dissected frame, which must have the fields [`Filter::wanted`] names.
//! The language is that of Wireshark 4.0, with what later versions added: `xor`, `@field` for raw bytes,
//! points in time without quotes, `_ws.col.*`.
//!
//! Differences from tshark 4.0 on purpose: a regular expression runs in linear time, so it knows neither
//! look-around nor back references; `abs()` of a negative duration is its distance from zero; a host name
//! is never looked up; functions and slices too may be tested for membership of a set (`len(http.host) in {1..5}`);
//! an escaped character constant (`'\n'`) is one.

mod ast;
mod check;
mod columns;
mod compile;
mod error;
mod explain;
mod kind;
mod lex;
mod literal;
mod parse;
mod pattern;
mod program;
mod run;
mod suggest;
mod value;

pub use error::Error;
pub use suggest::complete;

use program::{Element, FieldRef, Operand, Program, Test, To};
use requin_wire::{Field, Registry, Stage, View};

/// A compiled display filter. It holds no state: any number of threads may run it.
#[derive(Clone, Debug)]
pub struct Filter {
    text: String,
    program: Program,
    /// Ascending, each once.
    wanted: Box<[Field]>,
    stage: Stage,
    columns: bool,
    place: bool,
    frame_only: bool,
}

impl Filter {
    /// Compiles an expression. An empty one takes every frame.
    ///
    /// # Errors
    /// What is wrong with it, where, and what may have been meant.
    pub fn compile(registry: &Registry, text: &str) -> Result<Filter, Error> {
        let program = match parse::parse(text)? {
            Some(logic) => compile::program(&check::check(registry, &logic)?),
            None => Program { steps: [].into(), entry: To::YES },
        };
        let mut needs = Needs::default();
        for step in &program.steps {
            needs.test(&step.test);
        }
        needs.fields.sort_unstable();
        needs.fields.dedup();
        let stages = needs.fields.iter().map(|f| stage_of(registry, *f));
        let stage =
            stages.max().unwrap_or(Stage::Link).max(if needs.columns { Stage::App } else { Stage::Link });
        let record = |f: &Field| RECORD.contains(&registry.field(*f).abbr);
        let frame_only = !needs.columns && needs.fields.iter().all(record);
        Ok(Filter {
            text: text.to_string(),
            program,
            stage,
            columns: needs.columns,
            place: needs.place,
            frame_only,
            wanted: needs.fields.into_boxed_slice(),
        })
    }

    /// The expression it was compiled from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The fields and protocols it looks at, ascending, each once.
    pub fn wanted(&self) -> impl Iterator<Item = Field> + '_ {
        self.wanted.iter().copied()
    }

    /// How far up a frame has to be dissected: the highest stage of a protocol whose fields are wanted.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it looks at columns that dissectors write.
    #[must_use]
    pub fn needs_columns(&self) -> bool {
        self.columns
    }

    /// Whether it looks at more than nodes: at layers, or at columns that tell of the frame's place in the
    /// capture (number, time).
    #[must_use]
    pub fn needs_place(&self) -> bool {
        self.place
    }

    /// Whether the capture's record of a frame decides: number, times, lengths, interface.
    #[must_use]
    pub fn frame_only(&self) -> bool {
        self.frame_only
    }

    /// Whether it takes a frame. The view must come from a dissection for all [`wanted`](Filter::wanted)
    /// fields, or from a whole tree.
    #[inline]
    #[must_use]
    pub fn matches(&self, view: &View<'_>) -> bool {
        run::run(&self.program, view)
    }
}

/// Fields that the capture's record of a frame decides.
const RECORD: &[&str] = &[
    "frame",
    "frame.cap_len",
    "frame.ignored",
    "frame.interface_id",
    "frame.len",
    "frame.marked",
    "frame.number",
    "frame.time",
    "frame.time_delta",
    "frame.time_epoch",
    "frame.time_relative",
];

/// How far up a field may come from. What tells of all layers, and marks and remarks of any of them, may
/// come from the top.
fn stage_of(registry: &Registry, field: Field) -> Stage {
    let def = registry.field(field);
    match registry.proto(registry.owner(field)) {
        Some(p) if !p.abbr.starts_with("_ws.") && def.abbr != "frame.protocols" => p.stage,
        _ => Stage::App,
    }
}

#[derive(Default)]
struct Needs {
    fields: Vec<Field>,
    columns: bool,
    place: bool,
}

impl Needs {
    fn test(&mut self, test: &Test) {
        match test {
            Test::Has(f) => self.fields.push(*f),
            Test::Number { field, .. } | Test::Range { field, .. } | Test::Same { field, .. } => {
                self.fields.push(*field);
            }
            Test::HasOf(f) => self.field(f),
            Test::True(o) | Test::Bytes(o) => self.operand(o),
            Test::Contains { left, .. } | Test::Matches { left, .. } => self.operand(left),
            Test::Relation { left, right, .. } => {
                self.operand(left);
                self.operand(right);
            }
            Test::Member { left, set, .. } => {
                self.operand(left);
                for e in set {
                    match e {
                        Element::One(o) => self.operand(o),
                        Element::Range(a, b) => {
                            self.operand(a);
                            self.operand(b);
                        }
                    }
                }
            }
        }
    }

    fn field(&mut self, f: &FieldRef) {
        self.place |= f.layers.is_some();
        self.fields.extend_from_slice(&f.fields);
    }

    fn operand(&mut self, o: &Operand) {
        match o {
            Operand::Field(f) => self.field(f),
            Operand::Column(c) => {
                self.columns |= c.is_written();
                self.place |= !c.is_written();
            }
            Operand::Const(_) => {}
            Operand::Slice(of, _) | Operand::Negative(of) => self.operand(of),
            Operand::Call(_, args) => args.iter().for_each(|a| self.operand(a)),
            Operand::Sum { left, right, .. } => {
                self.operand(left);
                self.operand(right);
            }
        }
    }
}
