//! `-z`: what is printed at the end, as tshark spells it.

use crate::args::When;
use anyhow::{Context, bail};
use requin_engine::{Seen, Tap, TapNeeds};
use requin_stats::follow::{Asked, Follow};
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes that all output together may have before it is printed.
const LONGEST: usize = 256 << 20;

/// Output that waits for its turn.
#[derive(Clone, Default)]
struct Spool(Arc<Mutex<Vec<u8>>>);

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len().saturating_add(bytes.len()) > LONGEST {
            return Err(io::Error::other(
                "what -z follow prints is longer than 256 MiB: use `requin follow`",
            ));
        }
        all.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// All that `-z` asks for.
pub struct Taps {
    follows: Vec<(Follow<'static>, Spool)>,
}

impl Taps {
    /// Reads the options.
    ///
    /// # Errors
    /// When one asks for something that is not there.
    pub fn new(options: &[String], color: When) -> anyhow::Result<Taps> {
        let mut follows = Vec::new();
        for option in options {
            let (name, rest) = option.split_once(',').unwrap_or((option, ""));
            match name {
                "follow" => {
                    let asked = Asked::parse(rest).map_err(|e| anyhow::anyhow!("-z {option}: {e}"))?;
                    let spool = Spool::default();
                    follows.push((Follow::new(asked, Box::new(spool.clone()), colour(color)), spool));
                }
                _ => bail!("-z {option}: there is follow,PROTOCOL,FORM,WHICH"),
            }
        }
        Ok(Taps { follows })
    }

    /// What sees the frames; none when nothing was asked for.
    pub fn tap(&mut self) -> Option<&mut dyn Tap> {
        if self.follows.is_empty() { None } else { Some(self) }
    }

    /// Prints, the last that was asked for first, as tshark does.
    ///
    /// # Errors
    /// When output can't be written.
    pub fn finish(self) -> anyhow::Result<()> {
        let mut out = io::stdout().lock();
        for (follow, spool) in self.follows.into_iter().rev() {
            follow.finish()?;
            let text = spool.0.lock().unwrap_or_else(PoisonError::into_inner);
            match out.write_all(&text).and_then(|()| out.flush()) {
                Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
                done => done.context("writing the output")?,
            }
        }
        Ok(())
    }
}

impl Tap for Taps {
    fn needs(&self) -> TapNeeds {
        self.follows.iter().map(|(f, _)| f.needs()).fold(TapNeeds::default(), TapNeeds::and)
    }

    fn frame(&mut self, seen: &Seen<'_>) {
        for (follow, _) in &mut self.follows {
            follow.frame(seen);
        }
    }
}

/// Whether standard output is to be coloured.
pub fn colour(color: When) -> bool {
    match color {
        When::Always => true,
        When::Never => false,
        When::Auto => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    }
}
