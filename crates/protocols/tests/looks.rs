//! Protocols that are known by their looks say truly which bytes may stand first: whatever stands there, those that are
//! not asked would have declined.
//!
//! The project's own captures are always read; those in `../shared/captures`, when they are there, too.

mod support;

use requin_file::{Batch, Reader};
use requin_protocols::{dissect_frame, registry};
use requin_wire::{Cursor, Dissection, FRAME, Facts, Meta, Outline, Ports, Registry, Table, Want};
use support::captures;

/// Frames looked at in each capture.
const FRAMES: usize = 60;

/// How many heuristics take the payload with any first byte, and whether one of them would not have been asked.
fn takes(registry: &Registry, table: Table, payload: &mut [u8], ports: Ports) -> (usize, Option<u8>) {
    let Some(table) = registry.table(table) else { return (0, None) };
    let (mut taken, mut wrong) = (0, None);
    for first in 0..=255 {
        if let Some(b) = payload.first_mut() {
            *b = first;
        }
        let c = Cursor::new(payload, payload.len(), FRAME);
        let asked = table.likely(payload).filter(|(accepts, _)| accepts(&c, ports)).count();
        let all = table.heuristics().iter().filter(|(accepts, _)| accepts(&c, ports)).count();
        taken += all;
        if asked != all {
            wrong = Some(first);
        }
    }
    (taken, wrong)
}

#[test]
fn who_is_not_asked_would_have_declined() {
    let registry = registry();
    let tables = [Table::Tcp, Table::Udp];
    assert!(tables.iter().all(|t| registry.table(*t).is_some_and(|t| t.heuristics().len() > 10)));
    let (mut d, mut batch, mut taken, mut wrong) = (Dissection::default(), Batch::new(), [0; 2], Vec::new());
    for path in captures() {
        let Ok(mut reader) = Reader::open(&path) else { continue };
        if !matches!(reader.next_batch(&mut batch, FRAMES), Ok(true)) {
            continue;
        }
        for f in batch.frames() {
            let meta = Meta {
                number: f.number,
                captured: f.record.captured,
                original: f.record.original,
                link: f.record.link.0,
                ..Meta::default()
            };
            dissect_frame::<Outline>(&registry, &Want::nothing(), &meta, &Facts::default(), f.data, &mut d);
            for t in &d.transports {
                let ports = Ports { src: t.src_port, dst: t.dst_port };
                let mut payload = d.bytes(f.data, t.payload).to_vec();
                for (table, taken) in tables.iter().zip(&mut taken) {
                    let (n, first) = takes(&registry, *table, &mut payload, ports);
                    *taken += n;
                    wrong.extend(
                        first.map(|b| format!("{} frame {}: {b:#04x} first", path.display(), f.number)),
                    );
                }
            }
        }
    }
    assert!(taken.iter().all(|n| *n > 100), "{taken:?}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.get(..20).unwrap_or(&wrong).join("\n"));
}
