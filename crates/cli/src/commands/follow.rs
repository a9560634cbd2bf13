//! `requin follow`: what the two sides of a conversation said.

use super::input::Input;
use crate::args::When;
use crate::taps::colour;
use anyhow::{Context, anyhow, bail};
use requin_engine::{Seen, Tap, TapNeeds};
use requin_stats::follow::{Asked, Follow, Mode, Protocol, Which};
use requin_wire::TransportKind;
use std::collections::BTreeSet;
use std::io::{self, BufWriter};
use std::process::ExitCode;

/// Conversations that one filter may choose.
const MOST: usize = 10_000;

/// What `requin follow` takes.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct FollowArgs {
    /// What to follow: tcp, udp, http (heads and decoded bodies), or tls (what was decrypted).
    #[arg(value_name = "PROTOCOL", value_parser = protocol)]
    protocol: Protocol,

    /// The conversation: its stream index (`requin streams` lists them), or its two ends ADDR:PORT,ADDR:PORT. Without it,
    /// all conversations with a packet that -Y takes.
    #[arg(value_name = "WHICH")]
    which: Option<String>,

    /// Form: ascii, hex, raw, yaml or utf-8.
    #[arg(long, short = 'm', value_name = "FORM", default_value = "ascii", value_parser = mode)]
    form: Mode,

    /// Only these parts of the conversation, counted from 1: 3 or 1-5.
    #[arg(long, value_name = "N-M")]
    range: Option<String>,

    /// Colour the two sides: on a terminal, always or never.
    #[arg(long, value_name = "WHEN", num_args = 0..=1, default_missing_value = "always", default_value = "auto")]
    color: When,

    #[command(flatten)]
    input: Input,
}

const EXAMPLES: &str = "\
Examples:
  requin follow tcp 0 -r test.pcap              the first TCP conversation
  requin follow tcp 0 -r test.pcap -m hex       as a dump
  requin follow http 0 -r test.pcap             heads of HTTP, and bodies with compression undone
  requin follow tcp -r test.pcap -Y 'http.host contains \"example\"'
  requin follow udp 10.0.0.1:53,10.0.0.9:40001 -r test.pcap";

fn protocol(name: &str) -> Result<Protocol, String> {
    let names = Protocol::NAMES.map(|(n, _)| n).join(", ");
    Protocol::named(name).ok_or_else(|| format!("there is {names}"))
}

fn mode(name: &str) -> Result<Mode, String> {
    Mode::named(name).ok_or_else(|| format!("there is {}", Mode::NAMES.map(|(n, _)| n).join(", ")))
}

/// Follows, and prints.
pub fn run(args: &FollowArgs) -> anyhow::Result<ExitCode> {
    let registry = args.input.registry()?;
    let mut chosen = Vec::new();
    let mut code = ExitCode::SUCCESS;
    match &args.which {
        Some(text) => {
            let range = args.range.as_ref().map(|r| format!(",{r}")).unwrap_or_default();
            let spelled = format!("{},{},{text}{range}", args.protocol.name(), args.form.name());
            chosen.push(Asked::parse(&spelled).map_err(|e| anyhow!(e))?);
        }
        None if args.input.display_filter.is_none() => {
            bail!(
                "which conversation? Give its number (requin streams lists them) or a display filter with -Y"
            )
        }
        None if args.input.read.as_os_str() == "-" => {
            bail!("following by a filter reads the capture twice, which standard input does not allow")
        }
        None => {
            let mut found = Found { kind: args.protocol.transport().0, streams: BTreeSet::new() };
            match args.input.learn(&registry, &mut found, None)? {
                Err(code) => return Ok(code),
                Ok(outcome) => code = crate::read::finish(outcome)?,
            }
            if found.streams.len() >= MOST {
                eprintln!("requin: only the first {MOST} conversations are followed");
            }
            for stream in found.streams {
                let spelled = format!("{},{},{stream}", args.protocol.name(), args.form.name());
                chosen.push(Asked {
                    which: Which::Stream(stream),
                    ..Asked::parse(&spelled).map_err(|e| anyhow!(e))?
                });
            }
        }
    }
    for asked in chosen {
        let out = BufWriter::with_capacity(64 << 10, io::stdout());
        let mut follow = Follow::new(asked, Box::new(out), colour(args.color));
        let outcome = match args.input.learn_of(&registry, None, &mut follow, None)? {
            Err(code) => return Ok(code),
            Ok(outcome) => outcome,
        };
        match follow.finish() {
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            done => done.context("writing the output")?,
        }
        let ended = crate::read::finish(outcome)?;
        if code == ExitCode::SUCCESS {
            code = ended;
        }
    }
    Ok(code)
}

/// The conversations that a filter chooses.
struct Found {
    kind: TransportKind,
    streams: BTreeSet<u32>,
}

impl Tap for Found {
    fn needs(&self) -> TapNeeds {
        TapNeeds::default()
    }

    fn frame(&mut self, seen: &Seen<'_>) {
        for (t, f) in seen.headers() {
            if t.kind == self.kind && !t.quoted && self.streams.len() < MOST {
                self.streams.insert(f.stream);
            }
        }
    }
}
