//! `requin streams`: the TCP and UDP conversations of a capture.

use super::input::Input;
use crate::args::When;
use crate::sandbox::threads;
use crate::taps::colour;
use requin_stats::streams::{Form, Names, SORTS, Sort, Streams, Style, write};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// What `requin streams` takes.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct StreamsArgs {
    /// What to sort by: start, packets, bytes, duration, rtt, retransmissions, client, server, app, name or end.
    #[arg(long, value_name = "COLUMN", default_value = "start", value_parser = sort)]
    sort: Sort,

    /// The other way round.
    #[arg(long)]
    reverse: bool,

    /// As JSON.
    #[arg(long, conflicts_with = "csv")]
    json: bool,

    /// As comma-separated values.
    #[arg(long)]
    csv: bool,

    /// Colour the table: on a terminal, always or never.
    #[arg(long, value_name = "WHEN", num_args = 0..=1, default_missing_value = "always", default_value = "auto")]
    color: When,

    #[command(flatten)]
    input: Input,
}

const EXAMPLES: &str = "\
Each conversation has a line: both ends (the client is who sent the SYN), the protocol, packets and bytes each way,
start and duration in seconds, the time of the handshake, segments sent again and segments missing each way, all
flags that each side sent (S SYN, A ACK, P PSH, U URG, F FIN, R RST, E ECE, C CWR), the initial sequence numbers, how
it ended and by whom, and the name the client asked for (TLS server name, HTTP host).

Examples:
  requin streams -r test.pcap                   all conversations, as they began
  requin streams -r test.pcap --sort bytes      those with most bytes first
  requin streams -r test.pcap -Y 'tcp.flags.reset == 1'
  requin streams -r test.pcap --json | jq '.[] | select(.end == \"RST by server\") | .client_port'
  requin follow tcp 3 -r test.pcap              what one of them said";

fn sort(name: &str) -> Result<Sort, String> {
    SORTS
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, s)| *s)
        .ok_or_else(|| format!("there is {}", SORTS.map(|(n, _)| n).join(", ")))
}

/// Reads the capture, and prints.
pub fn run(args: &StreamsArgs) -> anyhow::Result<ExitCode> {
    // Asked before the sandbox is entered.
    let threads = threads(args.input.threads);
    let registry = args.input.registry()?;
    let mut streams = Streams::default();
    let names = Names::new(&registry);
    let outcome = match args.input.learn(&registry, &mut streams, Some(&names))? {
        Err(code) => return Ok(code),
        Ok(outcome) => outcome,
    };
    let form = match (args.json, args.csv) {
        (true, _) => Form::Json,
        (_, true) => Form::Csv,
        _ => Form::Table { colour: colour(args.color) },
    };
    let mut out = BufWriter::with_capacity(64 << 10, io::stdout().lock());
    let style = Style { form, sort: args.sort, reverse: args.reverse, threads };
    let written = write(&streams, &registry, style, &mut out);
    match written.and_then(|()| out.flush()) {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
        done => done?,
    }
    if let Some(warning) = streams.warning() {
        eprintln!("requin: {warning}");
    }
    crate::read::finish(outcome)
}
