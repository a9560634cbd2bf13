//! requin at a terminal.

mod args;
mod bounds;
mod caret;
mod commands;
mod limits;
mod live;
mod output;
mod ports;
mod prefs;
mod printers;
mod read;
mod sandbox;
mod select;
mod take;
mod taps;
mod usage;
mod watch;

use args::{Args, Command};
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use std::process::ExitCode;
use usage::Usage;

/// What conversations keep lives long and is small, what is made of a frame lives short and may be large, and both are
/// made on every thread. Between them the system's allocator left more unused: `--ndjson` of a gigabyte took 82 MiB where
/// this one took 58, in about the same time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let parsed = Args::command().try_get_matches().and_then(|m| Args::from_arg_matches(&m).map(|a| (a, m)));
    let (args, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(e) => {
            // Help and version are no errors; everything else is wrong usage, which tshark ends with 1.
            let code = u8::from(e.use_stderr());
            _ = e.print();
            return ExitCode::from(code);
        }
    };
    match run(&args, &matches) {
        Ok(code) => code,
        Err(e) => {
            eprintln!("requin: {e:#}");
            ExitCode::from(if e.is::<usage::Usage>() { 1 } else { 2 })
        }
    }
}

fn run(args: &Args, matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    // Before anything is opened or begun.
    args.files.stops().map_err(Usage::of)?;
    args.files.rotation().map_err(Usage::of)?;
    match &args.command {
        None => match &args.glossary {
            Some(list) => glossary(list),
            None if args.list_interfaces => commands::interfaces::list(args.json),
            None if args.list_links => {
                commands::interfaces::links(&ports::of(args, matches).map_err(Usage::of)?)
            }
            None if args.read.is_some() => read::run(args),
            None => live::run(args, &ports::of(args, matches).map_err(Usage::of)?),
        },
        Some(Command::Export(a)) => commands::export::run(a),
        Some(Command::Follow(a)) => commands::follow::run(a),
        Some(Command::Interfaces(a)) => commands::interfaces::run(a),
        Some(Command::Streams(a)) => commands::streams::run(a),
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
        Some(Command::Fields { glob }) => {
            print(&requin_print::fields_report(&requin_protocols::registry(), glob.as_deref()))
        }
        Some(Command::Protocols) => print(&requin_print::protocols_report(&requin_protocols::registry())),
        Some(Command::Schema) => print(&requin_print::schema(&requin_protocols::registry())),
    }
}

/// Prints a list as tshark's -G does.
fn glossary(list: &str) -> anyhow::Result<ExitCode> {
    let registry = requin_protocols::registry();
    print(&match list {
        "fields" => requin_print::g_fields(&registry),
        "protocols" => requin_print::g_protocols(&registry),
        "values" => requin_print::g_values(&registry),
        _ => return Err(Usage::of(anyhow::anyhow!("-G {list}: there is fields, protocols and values"))),
    })
}

/// Prints a text; a reader that has seen enough is no error.
fn print(text: &str) -> anyhow::Result<ExitCode> {
    use std::io::Write;
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}
