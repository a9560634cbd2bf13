//! `requin interfaces`, `-D` and `-L`: the interfaces of this machine.

use crate::args::InterfacesArgs;
use requin_capture::{Counters, Interface, Options};
use requin_file::LinkType;
use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

/// The table, or JSON; again and again with `--watch`.
pub fn run(args: &InterfacesArgs) -> anyhow::Result<ExitCode> {
    let mut before = HashMap::new();
    let home = args.watch && io::stdout().is_terminal();
    loop {
        let Some(list) = interfaces() else { return Ok(ExitCode::FAILURE) };
        let text =
            if args.json { json(&list, !args.watch)? } else { table(&list, args.watch.then_some(&before)) };
        let clear = if home { "\x1b[H\x1b[J" } else { "" };
        match write!(io::stdout(), "{clear}{text}").and_then(|()| io::stdout().flush()) {
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            r => r?,
        }
        if !args.watch {
            return Ok(ExitCode::SUCCESS);
        }
        before = list.into_iter().map(|i| (i.index, i.counters)).collect();
        std::thread::sleep(Duration::from_secs(1));
    }
}

/// The list as `tshark -D` prints it.
pub fn list(as_json: bool) -> anyhow::Result<ExitCode> {
    let Some(list) = interfaces() else { return Ok(ExitCode::FAILURE) };
    let lines = list.iter().zip(1..).map(|(i, n)| match &i.description {
        Some(d) => format!("{n}. {} ({})\n", i.name, printable(d)),
        None => format!("{n}. {}\n", i.name),
    });
    crate::print(&if as_json { json(&list, true)? } else { lines.collect() })
}

/// The link types of interfaces, as `tshark -L` prints them.
pub fn links(ports: &[(String, Options)]) -> anyhow::Result<ExitCode> {
    let Some(list) = interfaces() else { return Ok(ExitCode::FAILURE) };
    for (name, _) in ports {
        let numbered = name.parse::<usize>().ok().and_then(|n| list.get(n.checked_sub(1)?));
        let Some(one) = list.iter().find(|i| i.name == *name).or(numbered) else {
            eprintln!("requin: there is no interface {name:?}");
            return Ok(ExitCode::FAILURE);
        };
        let mut text = format!("Data link types of interface {} (use option -y to set):\n", one.name);
        for link in std::iter::once(&one.link).chain(&one.others) {
            text.push_str(&format!(
                "  {} ({})\n",
                called(*link),
                link.description().unwrap_or("no description")
            ));
        }
        crate::print(&text)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn interfaces() -> Option<Vec<Interface>> {
    requin_capture::interfaces().map_err(|e| eprintln!("requin: {e}")).ok()
}

fn called(link: LinkType) -> String {
    link.name().map_or_else(|| link.0.to_string(), str::to_owned)
}

/// Texts come from whoever named the interface.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

fn json(list: &[Interface], pretty: bool) -> anyhow::Result<String> {
    let all: Vec<serde_json::Value> = list
        .iter()
        .zip(1..)
        .map(|(i, n)| {
            let c = &i.counters;
            serde_json::json!({
                "number": n,
                "name": i.name,
                "index": i.index,
                "description": i.description,
                "state": i.state.name(),
                "up": i.up,
                "loopback": i.loopback,
                "mac": (!i.hardware.is_empty()).then(|| i.hardware_text()),
                "addresses": i.addresses.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "mtu": i.mtu,
                "link_type": called(i.link),
                "other_link_types": i.others.iter().map(|l| called(*l)).collect::<Vec<_>>(),
                "driver": i.driver,
                "received": {"packets": c.received, "bytes": c.received_bytes},
                "sent": {"packets": c.sent, "bytes": c.sent_bytes},
                "errors": c.errors,
                "dropped": c.dropped,
                "missed": c.missed,
            })
        })
        .collect();
    let text = if pretty { serde_json::to_string_pretty(&all)? } else { serde_json::to_string(&all)? };
    Ok(text + "\n")
}

const HEADS: [&str; 11] =
    ["#", "NAME", "INDEX", "STATE", "LINK", "MTU", "MAC", "ADDRESSES", "DRIVER", "PACKETS", "DROPPED"];

/// A row an interface, as wide as they need. `before` are the counters of a second ago.
fn table(list: &[Interface], before: Option<&HashMap<u32, Counters>>) -> String {
    let mut rows: Vec<Vec<String>> = vec![HEADS.iter().map(|h| (*h).to_owned()).collect()];
    for (i, n) in list.iter().zip(1..) {
        let (c, loopback) = (&i.counters, if i.loopback { " (loopback)" } else { "" });
        let old = before.and_then(|b| b.get(&i.index));
        let all = c.received.saturating_add(c.sent);
        let rate = |now: u64, then: u64| format!("{now} (+{}/s)", now.saturating_sub(then));
        let (packets, dropped) = match old {
            Some(o) => (rate(all, o.received.saturating_add(o.sent)), rate(c.dropped, o.dropped)),
            None => (all.to_string(), c.dropped.to_string()),
        };
        let real = i.index != 0;
        let dash = |t: String| if t.is_empty() { "-".to_owned() } else { t };
        let number = |t: String| if real { t } else { "-".to_owned() };
        rows.push(vec![
            n.to_string(),
            i.name.clone(),
            number(i.index.to_string()),
            format!("{}{loopback}", if i.up { i.state.name() } else { "off" }),
            called(i.link),
            number(i.mtu.to_string()),
            dash(i.hardware_text()),
            dash(i.addresses.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
            dash(i.driver.clone().unwrap_or_default()),
            number(packets),
            number(dropped),
        ]);
    }
    let width =
        |at: usize| rows.iter().filter_map(|r| r.get(at)).map(|t| t.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEADS.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells =
            row.iter().zip(&widths).map(|(t, w)| format!("{}{}", t, " ".repeat(w - t.chars().count())));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lines_up() {
        let one = Interface {
            name: "veth-long".into(),
            index: 12,
            counters: Counters { received: 5, sent: 6, dropped: 1, ..Counters::default() },
            ..Interface::any()
        };
        let before = HashMap::from([(12, Counters { received: 3, ..Counters::default() })]);
        let text = table(&[one, Interface::any()], Some(&before));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        let at = lines[0].find("STATE").unwrap();
        assert!(lines.iter().skip(1).all(|l| l[at..].starts_with("up ")), "{text}");
        assert!(lines[1].ends_with("11 (+8/s)  1 (+1/s)"), "{text}");
    }

    #[test]
    fn descriptions_do_not_reach_the_terminal_raw() {
        assert_eq!(printable("a\x1b[2Jb"), "a\u{fffd}[2Jb");
    }
}
