//! A capture filter over a file, whose frames may be of several link types.

use requin_bpf::{Kind, Link, Options, Program};
use requin_file::{LinkType, Record};
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError, RwLock};

/// An expression, and its program for each link type met.
pub struct CaptureFilter {
    expression: String,
    /// Of the link type met first: nearly always the only one.
    first: OnceLock<(LinkType, Option<Program>)>,
    others: RwLock<HashMap<LinkType, Option<Program>>>,
    failure: Mutex<Option<String>>,
}

impl CaptureFilter {
    /// Checks the expression as far as that goes without knowing the link type.
    ///
    /// # Errors
    /// When it is no expression, or has a name that is not known.
    pub fn new(expression: &str) -> Result<CaptureFilter, (String, requin_bpf::Error)> {
        match requin_bpf::compile(expression, &Options::new(Link::ETHERNET)) {
            Err(e) if matches!(e.kind(), Kind::Syntax | Kind::Name) => Err((expression.to_owned(), e)),
            _ => Ok(CaptureFilter {
                expression: expression.to_owned(),
                first: OnceLock::new(),
                others: RwLock::default(),
                failure: Mutex::default(),
            }),
        }
    }

    /// Whether the frame is taken.
    pub fn takes(&self, record: &Record, data: &[u8]) -> bool {
        let run = |p: &Option<Program>| p.as_ref().is_some_and(|p| p.matches(data, record.original) != 0);
        let (link, program) = self.first.get_or_init(|| (record.link, self.compile(record.link)));
        if *link == record.link {
            return run(program);
        }
        if let Some(p) = self.others.read().unwrap_or_else(PoisonError::into_inner).get(&record.link) {
            return run(p);
        }
        let program = self.compile(record.link);
        let takes = run(&program);
        self.others.write().unwrap_or_else(PoisonError::into_inner).insert(record.link, program);
        takes
    }

    fn compile(&self, link: LinkType) -> Option<Program> {
        match requin_bpf::compile(&self.expression, &Options::new(Link(link.0))) {
            Ok(p) => Some(p),
            // No packet of this link type can match: that is an answer.
            Err(e) if e.kind() == Kind::Never => None,
            Err(e) => {
                let mut failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
                failure.get_or_insert_with(|| {
                    crate::caret::draw("capture filter", e.reason(), &self.expression, e.span())
                });
                None
            }
        }
    }

    /// Why the expression could not be used for a link type of the capture.
    pub fn failure(&self) -> Option<String> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
