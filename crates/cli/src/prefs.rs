//! What changes how packets are dissected: `-n`, `-N`, `-o`, `-d`.

use crate::args::Args;
use anyhow::{Context, anyhow, bail};
use requin_wire::{Registry, Table};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// The tables that `-d` knows by the names of their fields.
const TABLES: &[(&str, Table)] = &[
    ("tcp.port", Table::Tcp),
    ("udp.port", Table::Udp),
    ("sctp.port", Table::SctpPort),
    ("sctp.ppi", Table::SctpPpid),
    ("dccp.port", Table::Dccp),
    ("ethertype", Table::Ether),
    ("ip.proto", Table::IpProto),
    ("llc.dsap", Table::Llc),
    ("ppp.protocol", Table::Ppp),
    ("wtap_encap", Table::Link),
    ("null.type", Table::Null),
];

/// The registry with all protocols, changed as the options say.
pub fn registry(args: &Args) -> anyhow::Result<Registry> {
    let mut r = requin_protocols::registry();
    r.prefs.resolve_mac = !args.no_names;
    if let Some(flags) = &args.names {
        if let Some(bad) = flags.chars().find(|c| !"dgmnNstv".contains(*c)) {
            bail!(
                "-N {flags}: no names of the kind {bad:?}; there is m (manufacturers), t (services), d, g, n, N, s, v"
            );
        }
        r.prefs.resolve_mac = flags.contains('m');
        r.prefs.resolve_ports = flags.contains('t');
    }
    change(&mut r, &args.options, &args.decode_as)?;
    args.keylog.iter().try_for_each(|file| key_log(&mut r, file))?;
    Ok(r)
}

/// Changes a registry as `-o` and `-d` say.
pub fn change(r: &mut Registry, options: &[String], rules: &[String]) -> anyhow::Result<()> {
    options.iter().try_for_each(|option| preference(r, option))?;
    rules.iter().try_for_each(|rule| decode_as(r, rule))
}

/// A longer key log is not read to its end.
const LONGEST_KEY_LOG: u64 = 512 << 20;

/// Reads the secrets of a key log.
pub fn key_log(r: &mut Registry, file: &Path) -> anyhow::Result<()> {
    let mut text = Vec::new();
    let opened = File::open(file).and_then(|f| f.take(LONGEST_KEY_LOG).read_to_end(&mut text));
    opened.with_context(|| format!("the key log {}", file.display()))?;
    if Arc::make_mut(&mut r.secrets).read(&text) == 0 {
        eprintln!("requin: {}: no secrets of TLS are in this key log", file.display());
    }
    Ok(())
}

fn preference(r: &mut Registry, option: &str) -> anyhow::Result<()> {
    let Some((name, value)) = option.split_once(':') else { bail!("-o {option}: write NAME:VALUE") };
    let flag = || match value.trim().to_ascii_lowercase().as_str() {
        "true" | "1" | "on" | "yes" => Ok(true),
        "false" | "0" | "off" | "no" => Ok(false),
        _ => Err(anyhow!("-o {option}: TRUE or FALSE")),
    };
    match name {
        "tcp.relative_sequence_numbers" => r.prefs.relative_seq = flag()?,
        "nameres.mac_name" => r.prefs.resolve_mac = flag()?,
        "nameres.transport_name" => r.prefs.resolve_ports = flag()?,
        "tls.keylog_file" | "ssl.keylog_file" => key_log(r, Path::new(value))?,
        // Read where columns are made.
        "gui.column.format" => {}
        _ => eprintln!("requin: -o {name}: not a preference that requin has; it is passed over"),
    }
    Ok(())
}

/// `tcp.port==8888,http`; ranges `8000-8010` and lists of keys are allowed too.
fn decode_as(r: &mut Registry, text: &str) -> anyhow::Result<()> {
    let wrong = || anyhow!("-d {text}: write it as tcp.port==8888,http");
    let (rule, name) = text.rsplit_once(',').ok_or_else(wrong)?;
    let (field, keys) = rule.split_once("==").ok_or_else(wrong)?;
    let Some((_, table)) = TABLES.iter().find(|(n, _)| *n == field.trim()) else {
        let names: Vec<&str> = TABLES.iter().map(|(n, _)| *n).collect();
        bail!("-d {text}: there is no table {field:?}; there is {}", names.join(", "))
    };
    let proto = match name.trim() {
        "none" | "" => None,
        name => match r.proto_named(name) {
            Some(p) => Some(p.id),
            None => bail!("-d {text}: there is no protocol {name:?} (requin protocols lists them)"),
        },
    };
    let number = |s: &str| -> anyhow::Result<u32> {
        let s = s.trim();
        match s.strip_prefix("0x") {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => s.parse(),
        }
        .map_err(|_| anyhow!("-d {text}: {s:?} is no number"))
    };
    let (from, to) = match keys.split_once(['-', ':']) {
        // A colon gives a count, as in tshark.
        Some((a, b)) if keys.contains(':') => {
            (number(a)?, number(a)?.saturating_add(number(b)?.saturating_sub(1)))
        }
        Some((a, b)) => (number(a)?, number(b)?),
        None => (number(keys)?, number(keys)?),
    };
    if to < from || to - from > 0xffff {
        bail!("-d {text}: not a range of keys");
    }
    (from..=to).for_each(|key| r.decode_as(*table, key, proto));
    Ok(())
}
