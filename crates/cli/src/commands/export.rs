//! `requin export`: what was transferred, as files.

use super::input::Input;
use anyhow::{Context, bail};
use requin_stats::objects::{Kind, MOST_BYTES, Objects, write};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What `requin export` takes.
#[derive(clap::Args, Clone, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ExportArgs {
    /// Which objects: http (bodies of requests and responses), imf (messages of mail), smtp (those that came by SMTP),
    /// ftp-data and tftp (files that were transferred).
    #[arg(value_name = "KIND", value_parser = kind)]
    kind: Kind,

    /// Folder to write them into; it is made when it is not there. Without it, they are only listed.
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// List them as JSON.
    #[arg(long)]
    json: bool,

    /// Bytes that all objects together may have: what is compressed may be a bomb. A number, or with K, M or G.
    #[arg(long, value_name = "SIZE", value_parser = bytes, default_value = "4G")]
    limit: u64,

    #[command(flatten)]
    input: Input,
}

const EXAMPLES: &str = "\
Objects are written byte for byte as tshark's --export-objects writes them: chunks joined, compression undone. Names are
made safe: separators, control characters and what turns the direction of text are escaped, and so is a dot or a hyphen at the
beginning. A file that is there already is never written over.

Examples:
  requin export http -r test.pcap               what was transferred by HTTP
  requin export http objects -r test.pcap       into the folder objects
  requin export http -r test.pcap -Y 'http.host == \"example.org\"' --json
  requin export smtp mail -r test.pcap";

/// The kind of a name.
pub fn kind(name: &str) -> Result<Kind, String> {
    Kind::named(name).ok_or_else(|| format!("there is {}", Kind::NAMES.map(|(n, _)| n).join(", ")))
}

fn bytes(text: &str) -> Result<u64, String> {
    let wrong = || format!("{text:?} is no size: write 500M or 4G");
    let (digits, unit) = match text.to_ascii_uppercase().strip_suffix(['K', 'M', 'G']) {
        Some(digits) => (
            digits.to_owned(),
            if text.ends_with(['k', 'K']) {
                10
            } else if text.ends_with(['m', 'M']) {
                20
            } else {
                30
            },
        ),
        None => (text.to_owned(), 0),
    };
    let n: u64 = digits.parse().map_err(|_| wrong())?;
    n.checked_mul(1 << unit).ok_or_else(wrong)
}

/// One `--export-objects KIND,DIR`.
pub fn asked(option: &str) -> anyhow::Result<(Kind, PathBuf)> {
    let wrong = || anyhow::anyhow!("--export-objects {option}: write KIND,DIR");
    let (name, folder) = option.split_once(',').ok_or_else(wrong)?;
    if folder.is_empty() {
        return Err(wrong());
    }
    match kind(name) {
        Ok(kind) => Ok((kind, PathBuf::from(folder))),
        Err(e) => bail!("--export-objects {option}: {e}"),
    }
}

/// The folders of `--export-objects`.
pub fn folders(options: &[String]) -> impl Iterator<Item = PathBuf> + '_ {
    options.iter().filter_map(|o| asked(o).ok()).map(|(_, folder)| folder)
}

/// Makes the folder when it is not there.
pub fn make(folder: &PathBuf) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display()))
}

/// Bytes that `--export-objects` writes at most.
pub const LIMIT: u64 = MOST_BYTES;

/// Finds, writes, and lists.
pub fn run(args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let mut args = args.clone();
    let registry = args.input.registry()?;
    if let Some(folder) = &args.folder {
        make(folder)?;
        args.input.folders.push(folder.clone());
    }
    let mut objects = Objects::new(&registry, args.kind, args.folder.clone(), args.limit);
    let scout = objects.scout();
    let outcome = match args.input.learn(&registry, &mut objects, Some(&scout))? {
        Err(code) => return Ok(code),
        Ok(outcome) => outcome,
    };
    objects.finish();
    let mut out = BufWriter::with_capacity(64 << 10, io::stdout().lock());
    match write(objects.list(), args.json, &mut out).and_then(|()| out.flush()) {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => {}
        done => done.context("writing the list")?,
    }
    if let Some(warning) = objects.warning() {
        eprintln!("requin: {warning}");
    }
    let ended = crate::read::finish(outcome)?;
    match objects.check() {
        Ok(()) => Ok(ended),
        Err(e) => {
            eprintln!("requin: {e}");
            Ok(ExitCode::FAILURE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(bytes("4G"), Ok(4 << 30));
        assert_eq!(bytes("10k"), Ok(10 << 10));
        assert_eq!(bytes("7"), Ok(7));
        assert!(bytes("G").is_err() && bytes("99999999999G").is_err() && bytes("-1").is_err());
    }
}
