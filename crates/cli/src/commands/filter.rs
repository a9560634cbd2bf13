//! `requin filter`: tells about a display filter.

use crate::args::FilterAction;
use requin_filter::Filter;
use std::io::Write;
use std::process::ExitCode;

/// Explains.
pub fn run(action: &FilterAction) -> anyhow::Result<ExitCode> {
    let FilterAction::Explain { expression } = action;
    let text = expression.join(" ");
    let registry = requin_protocols::registry();
    match Filter::compile(&registry, &text) {
        Ok(f) => {
            std::io::stdout().write_all(f.explain(&registry).as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(e) => {
            eprintln!("requin: {e}\n{}", e.caret(&text));
            Ok(ExitCode::from(4))
        }
    }
}
