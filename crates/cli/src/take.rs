//! A capture filter over a file, whose frames may be of several link types.

use requin_bpf::{Kind, Link, Options, Program};
use requin_file::{LinkType, Record};
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError, RwLock};

/// An expression, and its program for each link type met.
pub struct CaptureFilter {
    expression: String,
    everywhere: bool,
    /// Of the link type met first: nearly always the only one.
    first: OnceLock<(LinkType, Option<Program>)>,
    others: RwLock<HashMap<LinkType, Option<Program>>>,
    failure: Mutex<Option<String>>,
}

impl CaptureFilter {
    /// Checks the expression as far as that goes without knowing the link type. `everywhere`: it looks inside VLAN,
    /// PPPoE, MPLS and VXLAN too.
    ///
    /// # Errors
    /// When it is no expression, or has a name that is not known.
    pub fn new(expression: &str, everywhere: bool) -> Result<CaptureFilter, (String, requin_bpf::Error)> {
        match requin_bpf::compile(expression, &Options { everywhere, ..Options::new(Link::ETHERNET) }) {
            Err(e) if matches!(e.kind(), Kind::Syntax | Kind::Name) => Err((expression.to_owned(), e)),
            _ => Ok(CaptureFilter {
                expression: expression.to_owned(),
                everywhere,
                first: OnceLock::new(),
                others: RwLock::default(),
                failure: Mutex::default(),
            }),
        }
    }

    /// Compiles it for link types that are known to come.
    pub fn prepare(&self, links: impl IntoIterator<Item = LinkType>) {
        for link in links {
            let (first, _) = self.first.get_or_init(|| (link, self.compile(link)));
            let mut others = self.others.write().unwrap_or_else(PoisonError::into_inner);
            if *first != link && !others.contains_key(&link) {
                others.insert(link, self.compile(link));
            }
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
        let options = Options { everywhere: self.everywhere, ..Options::new(Link(link.0)) };
        match requin_bpf::compile(&self.expression, &options) {
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
