//! Runs filters over a capture: `frames FILE < FILTERS`, one filter a line.
//!
//! For each it prints the filter, a tab, and the numbers of the frames it takes, or why it was refused.
//! Each filter runs over the whole tree of every frame, and again over its wanted fields alone; where the
//! two differ, both are printed.

use requin_engine::{Job, Needs, Output, Printer, Progress};
use requin_file::Reader;
use requin_filter::Filter;
use requin_wire::{Registry, View, Want};
use std::io::{BufRead, Write};
use std::sync::Mutex;

struct Count<'f> {
    filters: Vec<&'f Filter>,
    needs: Needs,
    taken: Mutex<Vec<Vec<u64>>>,
}

impl Printer for Count<'_> {
    fn needs(&self, _: &Registry) -> Needs {
        self.needs.clone()
    }

    fn frame(&self, view: &View<'_>, _: &mut Vec<u8>) {
        let takes: Vec<bool> = self.filters.iter().map(|f| f.matches(view)).collect();
        if let Ok(mut taken) = self.taken.lock() {
            for (frames, _) in taken.iter_mut().zip(takes).filter(|(_, t)| *t) {
                frames.push(view.meta.number);
            }
        }
    }
}

fn frames(
    path: &str,
    registry: &Registry,
    filters: Vec<&Filter>,
    needs: Needs,
) -> Result<Vec<Vec<u64>>, String> {
    let mut reader = Reader::open(std::path::Path::new(path)).map_err(|e| e.to_string())?;
    let taken = Mutex::new(vec![Vec::new(); filters.len()]);
    let count = Count { filters, needs, taken };
    let job = Job {
        registry,
        take: None,
        select: None,
        printer: Some(&count),
        threads: 1,
        flow: requin_flow::Options::default(),
        limit: None,
        until: None,
        trigger: None,
        flush: false,
    };
    requin_engine::run(
        &mut reader,
        &job,
        Output { text: &mut std::io::sink(), keep: None, tap: None, scout: None },
        &Progress::default(),
    );
    count.taken.into_inner().map_err(|e| e.to_string())
}

fn main() -> Result<(), String> {
    let path = std::env::args().nth(1).ok_or("usage: frames FILE < FILTERS")?;
    let registry = requin_protocols::registry();
    let lines: Vec<String> = std::io::stdin().lock().lines().map_while(Result::ok).collect();
    let lines = lines.iter().filter(|l| !l.trim().is_empty() && !l.starts_with("# "));
    let compiled: Vec<_> = lines.map(|l| (l, Filter::compile(&registry, l))).collect();
    let good: Vec<&Filter> = compiled.iter().filter_map(|(_, f)| f.as_ref().ok()).collect();
    let tree = Needs { tree: true, want: Want::everything(), ..Needs::default() };
    let mut trees = frames(&path, &registry, good, tree)?.into_iter();
    let mut out = std::io::stdout().lock();
    let list = |v: &[u64]| v.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
    for (text, filter) in &compiled {
        let line = match filter {
            Err(e) => format!("refused {e}"),
            Ok(filter) => {
                let mut want = Want::nothing();
                filter.wanted().for_each(|f| want.add(f));
                want.columns = filter.needs_columns();
                let needs = Needs { want, ..Needs::default() };
                let pick = frames(&path, &registry, vec![filter], needs)?.pop().unwrap_or_default();
                let tree = trees.next().unwrap_or_default();
                if pick == tree { list(&tree) } else { format!("{} PICK {}", list(&tree), list(&pick)) }
            }
        };
        writeln!(out, "{text}\t{line}").map_err(|e| e.to_string())?;
    }
    Ok(())
}
