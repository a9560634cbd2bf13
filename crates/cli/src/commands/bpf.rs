//! `requin bpf`: shows the program of a capture filter.

use crate::args::BpfArgs;
use crate::caret;
use anyhow::bail;
use requin_bpf::{Link, Options};
use std::io::Write;
use std::process::ExitCode;

/// Compiles and prints.
pub fn run(args: &BpfArgs) -> anyhow::Result<ExitCode> {
    let Some(link) = Link::from_name(&args.link) else {
        bail!(
            "unknown link type {:?}: try ethernet, raw, null, sll, sll2, radiotap, ieee802_11, ppp or a number",
            args.link
        )
    };
    let expression = args.expression.join(" ");
    let options = Options { everywhere: args.everywhere, optimize: !args.no_optimize, ..Options::new(link) };
    let program = match requin_bpf::compile(&expression, &options) {
        Ok(program) => program,
        Err(e) => {
            eprintln!("requin: {}", caret::draw("capture filter", e.reason(), &expression, e.span()));
            return Ok(ExitCode::FAILURE);
        }
    };
    let text = match args.dump {
        0 | 1 => program.dump_d(),
        2 => program.dump_dd(),
        _ => program.dump_ddd(),
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
