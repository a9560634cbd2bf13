//! requin at a terminal.

mod args;
mod caret;
mod commands;
mod prefs;
mod printers;
mod read;
mod select;
mod take;
mod watch;

use args::{Args, Command};
use clap::{CommandFactory, Parser};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(e) => {
            // Help and version are no errors; everything else is wrong usage, which tshark ends with 1.
            let code = u8::from(e.use_stderr());
            _ = e.print();
            return ExitCode::from(code);
        }
    };
    match run(&args) {
        Ok(code) => code,
        Err(e) => {
            eprintln!("requin: {e:#}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.command {
        None => read::run(args),
        Some(Command::Info(a)) => commands::info::run(a),
        Some(Command::Filter { action }) => commands::filter::run(action),
        Some(Command::Bpf(a)) => commands::bpf::run(a),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(*shell, &mut Args::command(), "requin", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Man) => {
            clap_mangen::Man::new(Args::command()).render(&mut std::io::stdout())?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Fields { .. } | Command::Protocols { .. }) => anyhow::bail!("not there yet"),
    }
}
