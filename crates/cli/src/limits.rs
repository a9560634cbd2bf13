//! Options on how many files there are to be, how large, and when to stop.

use anyhow::{Context, bail};
use requin_file::{Limits, Rotation, Span};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What -a, -b and --trigger take.
#[derive(clap::Args, Debug)]
pub struct FileArgs {
    /// Stop after duration:SECONDS, filesize:KB, files:N or packets:N; several times for several.
    #[arg(short = 'a', long = "autostop", value_name = "CONDITION", help_heading = "Files")]
    pub autostop: Vec<String>,

    /// Write another file after filesize:KB, duration:SECONDS, packets:N, or when the time is a multiple of
    /// interval:SECONDS; keep the newest files:N. Names get a number and the time (nametimenum:2: the time first);
    /// printname:FILE writes the name of each file that is closed.
    #[arg(short = 'b', long = "ring-buffer", value_name = "CONDITION", help_heading = "Files")]
    pub ring: Vec<String>,

    /// Write only what surrounds packets that this display filter takes, each time into a file of its own.
    #[arg(
        long,
        value_name = "FILTER",
        allow_hyphen_values = true,
        requires = "write",
        help_heading = "Files"
    )]
    pub trigger: Option<String>,

    /// With --trigger: what came before, such as 30s, 1000p (packets), 64M (bytes), or several: 30s,64M.
    #[arg(long, value_name = "SPAN", value_parser = span, default_value = "30s", requires = "trigger", help_heading = "Files")]
    pub before: Span,

    /// With --trigger: what comes afterwards.
    #[arg(long, value_name = "SPAN", value_parser = span, default_value = "10s", requires = "trigger", help_heading = "Files")]
    pub after: Span,

    /// Before packets are looked at, give up what is not needed any more: capabilities, the file system, the network.
    /// strict: or fail; off: give up nothing.
    #[arg(long, value_name = "MODE", default_value = "auto", help_heading = "Files")]
    pub sandbox: Sandbox,

    /// With --trigger: stop after so many files.
    #[arg(long, value_name = "N", requires = "trigger", help_heading = "Files")]
    pub max_files: Option<u64>,
}

/// How much of the sandbox is insisted upon.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sandbox {
    /// All of it.
    Strict,
    /// What the system can.
    Auto,
    /// Nothing.
    Off,
}

/// When to stop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    /// After this time.
    pub duration: Option<Duration>,
    /// After so many packets.
    pub packets: Option<u64>,
    /// With the size of a file or the number of files.
    pub limits: Limits,
}

impl FileArgs {
    /// What -a says.
    ///
    /// # Errors
    /// When it is not understood.
    pub fn stops(&self) -> anyhow::Result<Stops> {
        let mut stops = Stops::default();
        for text in &self.autostop {
            let (what, value) = text.split_once(':').unwrap_or((text, ""));
            match what {
                "duration" => stops.duration = Some(seconds("-a", text, value)?),
                "filesize" => stops.limits.bytes = Some(kilobytes("-a", text, value)?),
                "files" => stops.limits.files = Some(number("-a", text, value)?),
                "packets" => stops.packets = Some(number("-a", text, value)?),
                _ => bail!("-a {text}: there is duration:SECONDS, filesize:KB, files:N and packets:N"),
            }
        }
        stops.limits.files = match (stops.limits.files, self.max_files) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Ok(stops)
    }

    /// Folders in which files are made while packets are read.
    pub fn folders(&self, write: Option<&Path>) -> Vec<PathBuf> {
        let Some(path) = write.filter(|_| !self.ring.is_empty() || self.trigger.is_some()) else {
            return Vec::new();
        };
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
        vec![folder.unwrap_or(Path::new(".")).to_owned()]
    }

    /// What -b says, and where to write the names of files that are closed.
    ///
    /// # Errors
    /// When it is not understood, or nothing says when a file is full.
    pub fn rotation(&self) -> anyhow::Result<(Rotation, Option<PathBuf>)> {
        let (mut r, mut names) = (Rotation::default(), None);
        for text in &self.ring {
            let (what, value) = text.split_once(':').unwrap_or((text, ""));
            match what {
                "duration" => r.duration = Some(seconds("-b", text, value)?),
                "interval" => r.interval = Some(seconds("-b", text, value)?),
                "filesize" => r.bytes = Some(kilobytes("-b", text, value)?),
                "packets" => r.packets = Some(number("-b", text, value)?),
                "files" => r.keep = Some(number("-b", text, value)?),
                "nametimenum" => match value {
                    "1" => r.time_first = false,
                    "2" => r.time_first = true,
                    _ => {
                        bail!("-b {text}: 1 for the number before the time, 2 for the time before the number")
                    }
                },
                "printname" if !value.is_empty() => names = Some(PathBuf::from(value)),
                _ => bail!(
                    "-b {text}: there is filesize:KB, duration:SECONDS, interval:SECONDS, packets:N, files:N, nametimenum:1|2 and printname:FILE"
                ),
            }
        }
        if !self.ring.is_empty() && !r.is_some() && self.trigger.is_none() {
            bail!(
                "-b: nothing says when to write another file: add filesize:KB, duration:SECONDS, interval:SECONDS or packets:N"
            );
        }
        Ok((r, names))
    }
}

fn number(option: &str, text: &str, value: &str) -> anyhow::Result<u64> {
    match value.parse() {
        Ok(n) if n > 0 => Ok(n),
        _ => bail!("{option} {text}: a number from 1 stands behind the colon"),
    }
}

fn kilobytes(option: &str, text: &str, value: &str) -> anyhow::Result<u64> {
    number(option, text, value)?
        .checked_mul(1000)
        .with_context(|| format!("{option} {text}: that is too much"))
}

fn seconds(option: &str, text: &str, value: &str) -> anyhow::Result<Duration> {
    let seconds = value.parse().ok().and_then(|s| Duration::try_from_secs_f64(s).ok());
    match seconds.filter(|s| !s.is_zero()) {
        Some(s) => Ok(s),
        None => bail!("{option} {text}: seconds, such as 60 or 0.5, stand behind the colon"),
    }
}

/// `30s`, `1000p`, `64M`, or several of these.
fn span(text: &str) -> Result<Span, String> {
    let wrong = || {
        format!("{text:?}: write 30s, 500ms, 5m or 1h for time, 1000p for packets, 64K, 64M or 1G for bytes")
    };
    let mut span = Span::default();
    for one in text.split(',').map(str::trim) {
        let at = one.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(wrong)?;
        let (value, unit) = one.split_at(at);
        let bytes = match unit {
            "K" | "KB" | "KiB" => Some(10),
            "M" | "MB" | "MiB" => Some(20),
            "G" | "GB" | "GiB" => Some(30),
            _ => None,
        };
        let seconds = match unit {
            "ms" => Some(0.001),
            "s" => Some(1.0),
            "m" | "min" => Some(60.0),
            "h" => Some(3600.0),
            _ => None,
        };
        if let Some(seconds) = seconds {
            let value: f64 = value.parse().map_err(|_| wrong())?;
            span.time = Some(Duration::try_from_secs_f64(value * seconds).map_err(|_| wrong())?);
        } else if let Some(shift) = bytes {
            let value: u64 = value.parse().map_err(|_| wrong())?;
            span.bytes = Some(value.checked_mul(1 << shift).ok_or_else(wrong)?);
        } else if unit == "p" {
            span.packets = Some(value.parse().map_err(|_| wrong())?);
        } else {
            return Err(wrong());
        }
    }
    Ok(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_have_units() {
        let all = span("1.5m, 10p,2K").expect("understood");
        assert_eq!(all.time, Some(Duration::from_secs(90)));
        assert_eq!((all.packets, all.bytes), (Some(10), Some(2048)));
        for wrong in ["", "30", "s", "1x", "1.5p", "30s,", "-1s"] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }
}
