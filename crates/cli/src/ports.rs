//! From `-i` and the options beside it to the interfaces that are to be captured, and how.

use crate::args::{Args, Clock};
use anyhow::{Context, bail};
use clap::ArgMatches;
use requin_capture::Options;
use requin_file::LinkType;
use std::time::Duration;

/// How long packets may wait in the kernel before somebody sees them.
const SEEN: Duration = Duration::from_millis(20);
/// How long they may when they only go to a file.
const WRITTEN: Duration = Duration::from_millis(100);
/// The shortest that the kernel has.
const AT_ONCE: Duration = Duration::from_millis(1);

/// An option's values and where on the command line they stand.
struct Values<'a, T> {
    values: &'a [T],
    places: Vec<usize>,
}

impl<'a, T> Values<'a, T> {
    fn of(values: &'a [T], name: &str, matches: &ArgMatches) -> Values<'a, T> {
        Values { values, places: matches.indices_of(name).map(Iterator::collect).unwrap_or_default() }
    }

    /// The last value within the places, or else the last one before all interfaces.
    fn within(&self, from: usize, to: usize, first: usize) -> Option<&'a T> {
        let all = || self.values.iter().zip(&self.places);
        let own = all().rfind(|(_, p)| **p > from && **p < to);
        own.or_else(|| all().rfind(|(_, p)| **p < first)).map(|(v, _)| v)
    }
}

/// The interfaces to capture, with their options. Without `-i` it is the first in the list.
pub fn of(args: &Args, matches: &ArgMatches) -> anyhow::Result<Vec<(String, Options)>> {
    let filters = Values::of(&args.capture_filter, "capture_filter", matches);
    let snaplens = Values::of(&args.snaplen, "snaplen", matches);
    let buffers = Values::of(&args.buffer, "buffer", matches);
    let links = Values::of(&args.link, "link", matches);
    let quiet = Values::of(&args.not_promiscuous, "not_promiscuous", matches);
    let monitor = Values::of(&args.monitor, "monitor", matches);
    let mut places: Vec<usize> = matches.indices_of("interfaces").map(Iterator::collect).unwrap_or_default();
    let mut names = args.interfaces.clone();
    if names.is_empty() {
        names.push("1".into());
        places.push(usize::MAX);
    }
    let first = places.first().copied().unwrap_or(usize::MAX);
    let mut ports = Vec::new();
    for (i, name) in names.into_iter().enumerate() {
        let from = places.get(i).copied().unwrap_or(usize::MAX);
        let to = places.get(i + 1).copied().unwrap_or(usize::MAX);
        let mut o = Options {
            gather: gather(args),
            fanout: args.fanout,
            clock: if args.time_stamp_type == Clock::Host {
                requin_capture::Clock::Host
            } else {
                requin_capture::Clock::Adapter
            },
            wait: args.wait,
            everywhere: args.everywhere,
            promiscuous: !quiet.within(from, to, first).is_some_and(|p| *p),
            monitor: monitor.within(from, to, first).is_some_and(|m| *m),
            filter: filters.within(from, to, first).cloned(),
            ..Options::default()
        };
        match snaplens.within(from, to, first) {
            None | Some(0) => {}
            Some(n) if *n > Options::SNAPLEN => bail!("-s {n}: at most {} bytes", Options::SNAPLEN),
            Some(n) => o.snaplen = *n,
        }
        if let Some(bytes) = buffers.within(from, to, first) {
            o.buffer = *bytes;
        }
        if let Some(link) = links.within(from, to, first) {
            let known = requin_bpf::Link::from_name(link).map(|l| LinkType(l.0));
            let known = known.or_else(|| LinkType::from_name(link));
            o.link = Some(known.with_context(|| format!("-y {link}: no link type has this name (see -L)"))?);
        }
        ports.push((name, o));
    }
    Ok(ports)
}

/// How long the kernel may gather packets before it hands them over.
fn gather(args: &Args) -> Duration {
    match (args.immediate, crate::printers::wanted(args)) {
        (true, _) => AT_ONCE,
        (false, true) => SEEN,
        (false, false) => WRITTEN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{CommandFactory, FromArgMatches};

    fn parse(line: &str) -> Vec<(String, Options)> {
        let matches = Args::command().try_get_matches_from(line.split(' ')).unwrap();
        of(&Args::from_arg_matches(&matches).unwrap(), &matches).unwrap()
    }

    #[test]
    fn options_behind_an_interface_are_its_own() {
        let all = parse("requin -f udp -s 100 -i lo -f tcp -p -i eth0 -s 0 -B 2 -i 3 -y EN10MB");
        let filters: Vec<_> =
            all.iter().map(|p| (p.0.as_str(), p.1.filter.as_deref(), p.1.snaplen)).collect();
        let most = Options::SNAPLEN;
        assert_eq!(filters, [("lo", Some("tcp"), 100), ("eth0", Some("udp"), most), ("3", Some("udp"), 100)]);
        assert_eq!(all.iter().map(|p| p.1.promiscuous).collect::<Vec<_>>(), [false, true, true]);
        assert_eq!(all.iter().map(|p| p.1.buffer).collect::<Vec<_>>(), [16 << 20, 2 << 20, 16 << 20]);
        assert_eq!(all[2].1.link, Some(LinkType::ETHERNET));
    }

    #[test]
    fn without_an_interface_it_is_the_first() {
        let all = parse("requin -f udp --buffer 512K --immediate");
        assert_eq!((all.len(), all[0].0.as_str(), all[0].1.filter.as_deref()), (1, "1", Some("udp")));
        assert_eq!((all[0].1.buffer, all[0].1.gather), (512 << 10, AT_ONCE));
    }
}
