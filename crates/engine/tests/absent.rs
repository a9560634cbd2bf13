//! Frames that are not dissected because what is known of their conversation tells that nothing wanted is in them:
//! the dissectors say the same.
//!
//! The project's own captures are always read; those in `../shared/captures`, when they are there, too.

#[path = "../../protocols/tests/support/mod.rs"]
mod support;

use requin_engine::Records;
use requin_file::{Batch, Reader};
use requin_flow::{Flow, Options};
use requin_protocols::{Absent, Usuals, dissect_frame, registry};
use requin_wire::{Dissection, Facts, Field, Notes, Outline, Pick, Registry, Want};
use support::captures;

/// Frames looked at in each capture.
const FRAMES: usize = 400;

/// Wants all fields that [`Absent`] knows something about and that are called so.
fn wanted(registry: &Registry, called: impl Fn(&str) -> bool) -> Option<(Want, Absent)> {
    let mut all = Want::nothing();
    for n in 0..registry.fields().len() {
        let field = Field(n as u16);
        let mut one = Want::nothing();
        one.add(field);
        if called(registry.field(field).abbr) && Absent::new(registry, &one).is_some() {
            all.add(field);
        }
    }
    Absent::new(registry, &all).map(|absent| (all, absent))
}

#[test]
fn what_is_said_to_be_absent_is() {
    let registry = registry();
    let verdict = |abbr: &str| abbr.starts_with("tcp.analysis");
    let all: [&dyn Fn(&str) -> bool; 3] = [&|abbr| !verdict(abbr), &verdict, &|_| true];
    let wants: Vec<_> = all.iter().filter_map(|called| wanted(&registry, called)).collect();
    assert_eq!(wants.len(), 3);
    assert!(wants[0].0.fields().count() > 1000 && (10..30).contains(&wants[1].0.fields().count()));
    let (mut found, mut seen) = ([0usize; 3], 0usize);
    let mut wrong = Vec::new();
    for path in captures() {
        let Ok(mut reader) = Reader::open(&path) else { continue };
        let mut records = Records::of(&reader);
        let usuals = Usuals::new(&registry);
        let mut flow = Flow::new(&registry, Options::default());
        let (mut batch, mut d) = (Batch::new(), Dissection::default());
        let (mut facts, mut reassembled, mut recalled, mut assembled) = (vec![], vec![], vec![], vec![]);
        while let Ok(true) = reader.next_batch(&mut batch, FRAMES) {
            for f in batch.frames() {
                let meta = requin_wire::Meta { number: f.number, ..records.meta(&f) };
                facts.clear();
                let usual = usuals.headers(&meta, f.data);
                match &usual {
                    Some(usual) => flow.usual(&meta, f.data, &usual.transport, &mut facts),
                    None => {
                        let none = Facts::default();
                        dissect_frame::<Outline>(&registry, &Want::nothing(), &meta, &none, f.data, &mut d);
                        flow.frame(&registry, &meta, f.data, &d, &mut facts);
                    }
                }
                flow.take_reassembled(&mut reassembled);
                flow.take_recalled(&mut recalled);
                flow.take_assembled(&mut assembled);
                let Some(usual) = usual else { continue };
                seen += 1;
                let known = Facts {
                    transports: &facts,
                    notes: Notes::default(),
                    reassembled: &reassembled,
                    recalled: &recalled,
                    assembled: &assembled,
                };
                for (i, (want, absent)) in wants.iter().enumerate() {
                    if !absent.from(&usual, &facts) {
                        continue;
                    }
                    found[i] += 1;
                    dissect_frame::<Pick>(&registry, want, &meta, &known, f.data, &mut d);
                    let there =
                        d.nodes.iter().filter(|n| want.has(n.field)).map(|n| registry.field(n.field).abbr);
                    wrong.extend(there.map(|abbr| format!("{} frame {}: {abbr}", path.display(), f.number)));
                }
            }
            if batch.first_number() as usize + batch.len() > FRAMES {
                break;
            }
        }
    }
    // Most segments have no verdict, and many no payload.
    assert!(found.iter().all(|n| *n > 100 && *n < seen), "{found:?} of {seen}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.get(..20).unwrap_or(&wrong).join("\n"));
}
