//! From options to a printer.

use crate::args::{Args, Form, When};
use crate::select::Rules;
use anyhow::{anyhow, bail};
use requin_engine::Printer;
use requin_file::Reader;
use requin_print::{
    Column, Ek, Fields, FieldsStyle, HexOptions, Json, JsonParts, Ndjson, Options, Palette, Pdml,
    ProtocolFilter, Psml, SecondsFormat, Text, TextParts, TimeFormat, Zone,
};
use requin_wire::{Registry, Time};
use std::io::IsTerminal;
use std::time::{SystemTime, UNIX_EPOCH};

/// Whether packets are to be printed.
pub fn wanted(args: &Args) -> bool {
    let asked =
        args.print || args.tree || args.hex || args.only.is_some() || args.form.is_some() || args.ndjson;
    asked || args.write.is_none() && args.quiet == 0
}

/// The printer that the options ask for; none when packets go to a file only. `capture` is the name of what is
/// read, `precision` the decimals of its times.
pub fn printer(
    args: &Args,
    capture: &str,
    precision: u8,
    registry: &Registry,
) -> anyhow::Result<Option<Box<dyn Printer>>> {
    if !wanted(args) {
        return Ok(None);
    }
    let options = options(args, capture, precision)?;
    let form = if args.ndjson { Form::Ndjson } else { args.form.unwrap_or(Form::Text) };
    if !args.fields.is_empty() && matches!(form, Form::Text | Form::Tabs | Form::Psml) {
        bail!("-e chooses fields for -T fields, json, jsonraw, ek and pdml: add one of these");
    }
    Ok(Some(match form {
        Form::Pdml => {
            known(&args.fields, registry)?;
            Box::new(Pdml::with_fields(options, args.fields.clone()))
        }
        Form::Ndjson => {
            known(&args.fields, registry)?;
            Box::new(Ndjson::new(options, args.fields.clone()))
        }
        Form::Psml => Box::new(Psml::new(options)),
        Form::Json | Form::Jsonraw | Form::Ek => {
            known(&args.fields, registry)?;
            let parts = JsonParts {
                raw: args.hex,
                raw_only: form == Form::Jsonraw,
                protocols: protocols(args),
                unique_keys: args.no_duplicate_keys,
                fields: args.fields.clone(),
            };
            if form == Form::Ek {
                Box::new(Ek::with(options, parts))
            } else {
                Box::new(Json::with(options, parts))
            }
        }
        Form::Fields => {
            if args.fields.is_empty() {
                bail!("-T fields needs fields: -e ip.src -e tcp.port (requin fields lists their names)");
            }
            let mut style = FieldsStyle::default();
            for option in &args.field_options {
                style.add(option).map_err(|e| anyhow!(e))?;
            }
            known(&args.fields, registry)?;
            Box::new(Fields::new(options, style, args.fields.clone(), columns(args)?))
        }
        Form::Text | Form::Tabs => Box::new(Text::with(options, parts(args, registry)?)),
    }))
}

fn options(args: &Args, capture: &str, precision: u8) -> anyhow::Result<Options> {
    let mut o =
        Options { capture_file: capture.to_owned(), zone: Zone::system(), precision, ..Options::default() };
    if let Ok(now) = SystemTime::now().duration_since(UNIX_EPOCH) {
        o.made = Time::new(now.as_secs() as i64, now.subsec_nanos());
    }
    if let Some(text) = &args.time {
        let (name, digits) = text.split_once('.').unwrap_or((text, ""));
        if !name.is_empty() {
            o.time = TimeFormat::named(name).ok_or_else(|| {
                anyhow!("-t {text}: there is r (relative), a, ad, adoy (local time), d, dd (delta), e (epoch), u, ud, udoy (UTC)")
            })?;
        }
        match digits {
            "" => {}
            d => match d.parse() {
                Ok(n) if n <= 9 => o.precision = n,
                _ => bail!("-t {text}: from 0 to 9 decimals"),
            },
        }
    }
    if let Some(text) = &args.seconds {
        o.seconds =
            SecondsFormat::named(text).ok_or_else(|| anyhow!("-u {text}: there is s (seconds) and hms"))?;
    }
    Ok(o)
}

/// Decimals of a file's times.
pub fn precision(reader: &Reader) -> u8 {
    reader.interfaces().get(0).map_or(6, |i| i.resolution.digits().min(9))
}

fn parts(args: &Args, registry: &Registry) -> anyhow::Result<TextParts> {
    let mut parts = TextParts {
        summary: args.print,
        tree: args.tree,
        only: args.only.as_ref().map(|l| l.split(',').map(|p| p.trim().to_owned()).collect()),
        hex: None,
        tabs: args.form == Some(Form::Tabs),
        separator: String::new(),
        paint: None,
        columns: Vec::new(),
    };
    for name in parts.only.iter().flatten() {
        if registry.proto_named(name).is_none() {
            bail!("-O: there is no protocol {name:?} (requin protocols lists them)");
        }
    }
    if args.hex || !args.hexdump.is_empty() {
        let mut hex = HexOptions::default();
        for name in args.hexdump.iter().flat_map(|l| l.split(',')) {
            hex.add(name).map_err(|e| anyhow!(e))?;
        }
        parts.hex = Some(hex);
    }
    parts.columns = columns(args)?;
    let paint = match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    };
    if paint {
        let env = |name| std::env::var(name).unwrap_or_default();
        let palette = Palette::of(&env("COLORTERM"), &env("TERM"));
        parts.paint = Some((palette, Box::new(Rules::new(registry))));
    }
    Ok(parts)
}

/// The columns that were asked for; none for the usual ones.
fn columns(args: &Args) -> anyhow::Result<Vec<Column>> {
    let list = args.columns.as_deref().or_else(|| {
        let prefix = "gui.column.format:";
        args.options.iter().rev().find_map(|o| o.strip_prefix(prefix))
    });
    list.map_or(Ok(Vec::new()), |list| Column::parse_list(list).map_err(|e| anyhow!(e)))
}

/// The protocols that `-j` or `-J` chooses.
fn protocols(args: &Args) -> Option<ProtocolFilter> {
    let (list, children) = match (&args.protocols_below, &args.protocols_only) {
        (Some(list), _) => (list, true),
        (None, Some(list)) => (list, false),
        (None, None) => return None,
    };
    let names = list.split([' ', ',']).filter(|n| !n.is_empty()).map(str::to_owned).collect();
    Some(ProtocolFilter { names, children })
}

/// Refuses names that no field has, with those that may have been meant.
fn known(names: &[String], registry: &Registry) -> anyhow::Result<()> {
    for name in names.iter().filter(|n| !n.starts_with("_ws.col.")) {
        if !registry.fields().iter().any(|f| f.abbr == name) {
            let hint = match requin_filter::Filter::compile(registry, name) {
                Err(e) => e.to_string(),
                Ok(_) => format!("{name:?} is not a field"),
            };
            bail!("-e {name}: {hint}");
        }
    }
    Ok(())
}
