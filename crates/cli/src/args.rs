//! The command line: tshark's options where tshark has them.

use crate::limits::FileArgs;
use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Capture, read, filter, dissect and print packets.
#[derive(Parser, Debug)]
#[command(
    name = "requin",
    version,
    disable_version_flag = true,
    disable_help_flag = true,
    args_conflicts_with_subcommands = true,
    after_help = EXAMPLES,
    max_term_width = 110
)]
pub struct Args {
    /// Another thing to do than to read or capture packets.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Read packets from a capture file (pcap, pcapng, snoop; plain, gz, zst, lz4, xz, bz2); - is standard input.
    #[arg(short = 'r', long = "read", value_name = "FILE", help_heading = "Input")]
    pub read: Option<PathBuf>,

    /// Wait for more packets at the end of a file that is still being written.
    #[arg(long, help_heading = "Input")]
    pub follow: bool,

    /// Capture from an interface: its name, its number in -D, or any; several times for several. -f, -s, -p, -B, -y
    /// and -I behind it are for it alone, those before the first -i for all.
    #[arg(short = 'i', long = "interface", value_name = "INTERFACE", help_heading = "Capture")]
    pub interfaces: Vec<String>,

    /// List the interfaces.
    #[arg(short = 'D', long = "list-interfaces", help_heading = "Capture")]
    pub list_interfaces: bool,

    /// With -D: as JSON, with all that is known of them.
    #[arg(long, requires = "list_interfaces", help_heading = "Capture")]
    pub json: bool,

    /// List the link types that the interface can be captured as.
    #[arg(short = 'L', long = "list-data-link-types", help_heading = "Capture")]
    pub list_links: bool,

    /// Keep so many bytes of each packet (0: all).
    #[arg(short = 's', long = "snapshot-length", value_name = "BYTES", help_heading = "Capture")]
    pub snaplen: Vec<u32>,

    /// Do not ask for packets that are for others.
    #[arg(short = 'p', long = "no-promiscuous-mode", num_args = 0, default_missing_value = "true", action = ArgAction::Append, help_heading = "Capture")]
    pub not_promiscuous: Vec<bool>,

    /// Memory in which packets wait: MiB, or with K, M or G (default: 16M).
    #[arg(short = 'B', long = "buffer-size", alias = "buffer", value_name = "SIZE", value_parser = size, help_heading = "Capture")]
    pub buffer: Vec<usize>,

    /// Link type to capture, such as LINUX_SLL; -L lists them.
    #[arg(short = 'y', long = "linktype", value_name = "LINK", help_heading = "Capture")]
    pub link: Vec<String>,

    /// Monitor mode: all packets of the radio channel.
    #[arg(short = 'I', long = "monitor-mode", num_args = 0, default_missing_value = "true", action = ArgAction::Append, help_heading = "Capture")]
    pub monitor: Vec<bool>,

    /// Hand over each packet at once, at the price of more work.
    #[arg(long, alias = "immediate-mode", help_heading = "Capture")]
    pub immediate: bool,

    /// Share the packets of an interface among so many sockets, by flow.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256), help_heading = "Capture")]
    pub fanout: u16,

    /// Wait for an interface that is not there, or goes away.
    #[arg(long, help_heading = "Capture")]
    pub wait: bool,

    /// Whose clock tells the time of packets.
    #[arg(long, value_name = "CLOCK", default_value = "host", help_heading = "Capture")]
    pub time_stamp_type: Clock,

    /// Stop after this many packets.
    #[arg(short = 'c', value_name = "N", help_heading = "Input")]
    pub count: Option<u64>,

    /// Capture filter (pcap-filter): packets it does not take are not there at all.
    #[arg(short = 'f', allow_hyphen_values = true, value_name = "FILTER", help_heading = "Filters")]
    pub capture_filter: Vec<String>,

    /// Let -f look inside VLAN, QinQ, PPPoE, MPLS and VXLAN too.
    #[arg(long, help_heading = "Filters")]
    pub everywhere: bool,

    /// Display filter, in Wireshark's language: tcp.port == 443 && !dns.
    #[arg(
        short = 'Y',
        long = "display-filter",
        allow_hyphen_values = true,
        value_name = "FILTER",
        help_heading = "Filters"
    )]
    pub display_filter: Option<String>,

    /// Read filter: the same as -Y here.
    #[arg(
        short = 'R',
        allow_hyphen_values = true,
        value_name = "FILTER",
        help_heading = "Filters",
        hide = true
    )]
    pub read_filter: Option<String>,

    /// Two passes: what one pass knows is printed all the same.
    #[arg(short = '2', hide = true)]
    pub two_pass: bool,

    /// Display filter, as words at the end of the line.
    #[arg(value_name = "FILTER", trailing_var_arg = true)]
    pub words: Vec<String>,

    /// Do not resolve any names.
    #[arg(short = 'n', help_heading = "Names")]
    pub no_names: bool,

    /// Resolve only these names: m for manufacturers, t for services (d, n, N, s, v, g are accepted).
    #[arg(short = 'N', value_name = "FLAGS", help_heading = "Names")]
    pub names: Option<String>,

    /// Write the packets to a capture file; the extension may ask for compression; - is standard output.
    #[arg(short = 'w', value_name = "FILE", help_heading = "Output")]
    pub write: Option<PathBuf>,

    /// Format of the file written: pcap, nsecpcap or pcapng (default: pcapng, or what the extension says).
    #[arg(short = 'F', value_name = "FORMAT", help_heading = "Output")]
    pub format: Option<String>,

    /// Files one after the other, when to stop, and what surrounds some packets.
    #[command(flatten)]
    pub files: FileArgs,

    /// Print a summary line of each packet even when writing a file.
    #[arg(short = 'P', help_heading = "Output")]
    pub print: bool,

    /// Tables and followed streams at the end, as tshark spells them: follow,tcp,ascii,0; several times.
    #[arg(short = 'z', value_name = "TABLE", help_heading = "Output")]
    pub tables: Vec<String>,

    /// Write objects into a folder, as tshark spells it: http,DIR or imf,DIR; several times.
    #[arg(long, value_name = "KIND,DIR", help_heading = "Output")]
    pub export_objects: Vec<String>,

    /// Print nothing but what was asked for.
    #[arg(short = 'q', action = ArgAction::Count, help_heading = "Output")]
    pub quiet: u8,

    /// Print all layers and fields of each packet.
    #[arg(short = 'V', help_heading = "Output")]
    pub tree: bool,

    /// Print the fields of these protocols only, of the others a line each.
    #[arg(short = 'O', value_name = "PROTOCOLS", help_heading = "Output")]
    pub only: Option<String>,

    /// Print the bytes of each packet in hexadecimal and ASCII.
    #[arg(short = 'x', help_heading = "Output")]
    pub hex: bool,

    /// What -x prints: all or frames, ascii, delimit or noascii.
    #[arg(long, value_name = "OPTIONS", help_heading = "Output")]
    pub hexdump: Vec<String>,

    /// Form of the output.
    #[arg(short = 'T', value_name = "FORM", help_heading = "Output")]
    pub form: Option<Form>,

    /// Field to print with -T fields, json, ek or pdml; several times.
    #[arg(short = 'e', value_name = "FIELD", help_heading = "Output")]
    pub fields: Vec<String>,

    /// How -T fields prints: header=y|n, separator=/t|/s|C, quote=d|s|n, occurrence=f|l|a, aggregator=,|/s|C, bom=y|n, escape=y|n.
    #[arg(short = 'E', value_name = "OPTION=VALUE", help_heading = "Output")]
    pub field_options: Vec<String>,

    /// Print only these protocols with -T json, ek, pdml (their parents without fields).
    #[arg(short = 'j', value_name = "PROTOCOLS", help_heading = "Output")]
    pub protocols_only: Option<String>,

    /// Print only these protocols, with all that is below them, with -T json, ek, pdml.
    #[arg(short = 'J', value_name = "PROTOCOLS", help_heading = "Output")]
    pub protocols_below: Option<String>,

    /// With -T json, one key for all fields of a name.
    #[arg(long, help_heading = "Output")]
    pub no_duplicate_keys: bool,

    /// Print one JSON object a packet: each key once, arrays for what can occur more than once, numbers as numbers.
    #[arg(long, help_heading = "Output")]
    pub ndjson: bool,

    /// Form of the Time column: r a ad adoy d dd e u ud udoy, with decimals such as r.3.
    #[arg(short = 't', value_name = "FORM", help_heading = "Output")]
    pub time: Option<String>,

    /// Form of seconds: s or hms.
    #[arg(short = 'u', value_name = "FORM", help_heading = "Output")]
    pub seconds: Option<String>,

    /// Columns of the summary, such as "%m,%t,%s,%d,%p,%Cus:tcp.stream".
    #[arg(long, value_name = "COLUMNS", help_heading = "Output")]
    pub columns: Option<String>,

    /// Colour the output: on a terminal, always or never.
    #[arg(long, value_name = "WHEN", num_args = 0..=1, default_missing_value = "always", default_value = "auto", help_heading = "Output")]
    pub color: When,

    /// Write out each packet as soon as it is printed.
    #[arg(short = 'l', help_heading = "Output")]
    pub line_buffered: bool,

    /// Decode a port, protocol number or type as another protocol: tcp.port==8888,http.
    #[arg(short = 'd', value_name = "LAYER==KEY,PROTOCOL", help_heading = "Dissection")]
    pub decode_as: Vec<String>,

    /// Set a preference: tcp.relative_sequence_numbers:FALSE, gui.column.format:"No.","%m",….
    #[arg(short = 'o', value_name = "NAME:VALUE", help_heading = "Dissection")]
    pub options: Vec<String>,

    /// Key log that decrypts TLS (what SSLKEYLOGFILE writes); those inside a pcapng file are used by themselves.
    #[arg(long, value_name = "FILE", help_heading = "Dissection")]
    pub keylog: Vec<PathBuf>,

    /// Threads (0: as many as there are cores). The output is the same with any number.
    #[arg(long, value_name = "N", default_value_t = 0, help_heading = "Dissection")]
    pub threads: usize,

    /// Bounds of memory.
    #[command(flatten)]
    pub bounds: crate::bounds::BoundArgs,

    /// Print a list as tshark does: fields, protocols, values, or column-formats.
    #[arg(short = 'G', value_name = "LIST", num_args = 0..=1, default_missing_value = "fields", help_heading = "Lists")]
    pub glossary: Option<String>,

    /// Print help; --help prints more.
    #[arg(short = 'h', long = "help", action = ArgAction::Help, global = true)]
    pub help: Option<bool>,

    /// Print the version.
    #[arg(short = 'v', long = "version", action = ArgAction::Version)]
    pub version: Option<bool>,
}

const EXAMPLES: &str = "\
Examples:
  requin -r test.pcap                           a line for each packet
  requin -r test.pcap tcp.port==8080            only those of a port
  requin -r test.pcap -Y 'http.request' -V      every field of the HTTP requests
  requin -r test.pcap -T fields -e ip.src -e tcp.port
  requin -r test.pcap --ndjson | jq .           a JSON object for each packet
  requin -r in.pcap.gz -f 'udp port 53' -w dns.pcapng
  requin -i eth0                                packets as they come
  requin -i lo -f 'tcp port 8080' -w test.pcapng
  requin -i eth0 -b filesize:100000 -b files:10 -w ring.pcapng
  requin -i eth0 --trigger tcp.flags.reset==1 --before 30s --after 10s --max-files 20 -w reset.pcapng
  requin -r in.pcap -b duration:3600 -w hour.pcapng.gz
                                                a file for each hour
  requin follow tcp 0 -r test.pcap              what the two sides said
  requin export http objects -r test.pcap       what was transferred, as files
  requin info test.pcap                         what is in a file
  requin fields 'tcp.analysis*'                 names to filter by";

/// Further commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// List the fields whose names match a pattern.
    Fields {
        /// Pattern with * and ?, or a part of the name.
        glob: Option<String>,
    },
    /// List the protocols.
    Protocols,
    /// Print the JSON Schema of --ndjson.
    Schema,
    /// Write what was transferred into files, or list it: bodies of HTTP, messages of mail.
    Export(crate::commands::export::ExportArgs),
    /// Print what the two sides of a conversation said.
    Follow(crate::commands::follow::FollowArgs),
    /// Tell about the interfaces of this machine.
    Interfaces(InterfacesArgs),
    /// List the TCP and UDP conversations: who, how much, how long, and how they ended.
    Streams(crate::commands::streams::StreamsArgs),
    /// Tell what is in capture files, as capinfos does.
    Info(InfoArgs),
    /// Tell about a display filter.
    Filter {
        /// What to do with it.
        #[command(subcommand)]
        action: FilterAction,
    },
    /// Show the program a capture filter is compiled to.
    Bpf(BpfArgs),
    /// Print the completions of a shell.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

/// Whose clock tells the time of packets.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    Host,
    /// The device's own.
    Adapter,
    /// The same: what it is set by is up to you.
    #[value(name = "adapter_unsynced")]
    AdapterUnsynced,
}

/// Bytes: a number of MiB, or of what K, M or G behind it say.
pub fn size(text: &str) -> Result<usize, String> {
    let lower = text.trim().to_ascii_lowercase();
    let lower = lower.strip_suffix("ib").or(lower.strip_suffix('b')).unwrap_or(&lower);
    let (digits, unit) = match lower.as_bytes().last() {
        Some(b'k') => (&lower[..lower.len() - 1], 10),
        Some(b'm') => (&lower[..lower.len() - 1], 20),
        Some(b'g') => (&lower[..lower.len() - 1], 30),
        _ => (lower, 20),
    };
    let number: usize = digits.parse().map_err(|_| format!("{text:?} is no size: write 64, 64M or 512K"))?;
    number
        .checked_shl(unit)
        .filter(|s| s >> unit == number && *s > 0)
        .ok_or_else(|| format!("{text} is no size"))
}

/// Forms of the output.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line for each packet.
    Text,
    /// The same with tabs.
    Tabs,
    /// Fields chosen with -e.
    Fields,
    /// Packet Details Markup Language.
    Pdml,
    /// Packet Summary Markup Language.
    Psml,
    /// JSON, as tshark writes it.
    Json,
    /// JSON with the bytes of each field.
    Jsonraw,
    /// Newline-delimited JSON for Elasticsearch's bulk import.
    Ek,
    /// One JSON object a packet (ours).
    Ndjson,
}

/// When to colour.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What `requin info` takes.
#[derive(clap::Args, Debug)]
pub struct InfoArgs {
    /// Capture files.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
    /// Compute SHA-256, RIPEMD-160 and SHA-1 of the files too.
    #[arg(short = 'H', long)]
    pub hashes: bool,
}

/// What `requin interfaces` takes.
#[derive(clap::Args, Debug)]
pub struct InterfacesArgs {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
    /// Again every second, with what has come in between.
    #[arg(long)]
    pub watch: bool,
}

/// What `requin bpf` takes.
#[derive(clap::Args, Debug)]
pub struct BpfArgs {
    /// The expression, in the language of pcap-filter(7).
    #[arg(required = true)]
    pub expression: Vec<String>,
    /// Link type of the packets.
    #[arg(long, default_value = "ethernet")]
    pub link: String,
    /// As text; twice as an array of C; three times as numbers.
    #[arg(short = 'd', action = ArgAction::Count)]
    pub dump: u8,
    /// Look inside VLAN, QinQ, PPPoE, MPLS and VXLAN too.
    #[arg(long)]
    pub everywhere: bool,
    /// Do not simplify the program.
    #[arg(short = 'O', long)]
    pub no_optimize: bool,
}

/// What `requin filter` does.
#[derive(Subcommand, Debug)]
pub enum FilterAction {
    /// Print the compiled program, and which fields and stages it needs.
    Explain {
        /// The display filter.
        #[arg(required = true)]
        expression: Vec<String>,
    },
}
