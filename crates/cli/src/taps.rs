//! `-z`: what is printed at the end, as tshark spells it.

use crate::args::When;
use crate::commands::export;
use anyhow::{Context, bail};
use requin_engine::{Scout, Seen, Tap, TapNeeds};
use requin_stats::conv::{Conversations, Kind};
use requin_stats::follow::{Asked, Follow};
use requin_stats::objects::{Finder, Objects};
use requin_wire::{Dissection, Registry};
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
    taps: Vec<Wanted>,
}

/// One thing that `-z` asks for.
enum Wanted {
    Follow(Box<Follow<'static>>, Spool),
    /// A table, and whether hardware addresses are named.
    Table(Box<Conversations>, bool),
    Objects(Box<Objects>),
}

/// Looks which frames have objects of any kind that is asked for.
pub struct Finders(Vec<Finder>);

impl Scout for Finders {
    fn look(&self, seen: &Seen<'_>, dissection: &mut Dissection, note: &mut Vec<u8>) {
        for finder in &self.0 {
            finder.look(seen, dissection, note);
        }
    }
}

impl Taps {
    /// Reads the options.
    ///
    /// # Errors
    /// When one asks for something that is not there.
    pub fn new(
        options: &[String],
        exports: &[String],
        color: When,
        registry: &Registry,
    ) -> anyhow::Result<Taps> {
        let mut taps = Vec::new();
        for option in options {
            let (name, rest) = option.split_once(',').unwrap_or((option, ""));
            taps.push(match (name, Kind::named(rest)) {
                ("follow", _) => {
                    let asked = Asked::parse(rest).map_err(|e| anyhow::anyhow!("-z {option}: {e}"))?;
                    let spool = Spool::default();
                    let follow = Follow::new(asked, Box::new(spool.clone()), colour(color));
                    Wanted::Follow(Box::new(follow), spool)
                }
                ("conv", Some(kind)) => {
                    let names = registry.prefs.resolve_mac;
                    Wanted::Table(Box::new(Conversations::new(kind, registry)), names)
                }
                _ => {
                    let kinds = Kind::NAMES.map(|(n, _)| format!("conv,{n}")).join(", ");
                    bail!("-z {option}: there is follow,PROTOCOL,FORM,WHICH and {kinds}")
                }
            });
        }
        for option in exports {
            let (kind, folder) = export::asked(option)?;
            export::make(&folder)?;
            let objects = Objects::new(registry, kind, Some(folder), export::LIMIT);
            taps.push(Wanted::Objects(Box::new(objects)));
        }
        Ok(Taps { taps })
    }

    /// Who looks into frames for them.
    pub fn scout(&self) -> Option<Finders> {
        let finder = |w: &Wanted| if let Wanted::Objects(o) = w { Some(o.scout()) } else { None };
        let finders: Vec<Finder> = self.taps.iter().filter_map(finder).collect();
        (!finders.is_empty()).then_some(Finders(finders))
    }

    /// What sees the frames; none when nothing was asked for.
    pub fn tap(&mut self) -> Option<&mut dyn Tap> {
        if self.taps.is_empty() { None } else { Some(self) }
    }

    /// Prints, the last that was asked for first, as tshark does; whether all objects could be written.
    ///
    /// # Errors
    /// When output can't be written.
    pub fn finish(self) -> anyhow::Result<bool> {
        let mut good = true;
        let mut out = io::stdout().lock();
        for wanted in self.taps.into_iter().rev() {
            let written = match wanted {
                Wanted::Follow(follow, spool) => {
                    follow.finish()?;
                    let text = spool.0.lock().unwrap_or_else(PoisonError::into_inner);
                    out.write_all(&text)
                }
                Wanted::Table(table, names) => {
                    if let Some(warning) = table.warning() {
                        eprintln!("requin: {warning}");
                    }
                    table.write(names, &mut out)
                }
                Wanted::Objects(mut objects) => {
                    objects.finish();
                    if let Some(warning) = objects.warning() {
                        eprintln!("requin: {warning}");
                    }
                    if let Err(e) = objects.check() {
                        eprintln!("requin: {e}");
                        good = false;
                    }
                    Ok(())
                }
            };
            match written.and_then(|()| out.flush()) {
                Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(good),
                done => done.context("writing the output")?,
            }
        }
        Ok(good)
    }
}

impl Tap for Taps {
    fn needs(&self) -> TapNeeds {
        let needs = |w: &Wanted| match w {
            Wanted::Follow(follow, _) => follow.needs(),
            Wanted::Table(table, _) => table.needs(),
            Wanted::Objects(objects) => objects.needs(),
        };
        self.taps.iter().map(needs).fold(TapNeeds::default(), TapNeeds::and)
    }

    fn frame(&mut self, seen: &Seen<'_>) {
        for wanted in &mut self.taps {
            match wanted {
                Wanted::Follow(follow, _) => follow.frame(seen),
                Wanted::Table(table, _) => table.frame(seen),
                Wanted::Objects(objects) => objects.frame(seen),
            }
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
