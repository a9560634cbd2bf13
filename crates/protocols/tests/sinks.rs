//! Over real captures: the three sinks agree, cuts do no harm, and the same input gives the same output.
//!
//! The project's own captures are always read; those in `../shared/captures`, when they are there, too.

#[path = "support/agreement.rs"]
mod agreement;
mod support;

use agreement::{Numbers, Sinks, lower, run};
use requin_file::{Batch, Reader};
use requin_protocols::{HeaderFields, Usuals, begins_at_transport, dissect_usual, registry};
use requin_wire::{Dissection, Facts, Field, Meta, Outline, Pick, Registry, Time, Tree, Want};
use std::path::Path;
use support::captures;

/// Frames looked at in each capture.
const FRAMES: usize = 60;

fn frames(path: &Path, each: impl FnMut(&Meta, &[u8])) {
    first_frames(path, FRAMES, each);
}

/// As many frames of a capture, from the first on.
fn first_frames(path: &Path, most: usize, mut each: impl FnMut(&Meta, &[u8])) {
    let Ok(mut reader) = Reader::open(path) else { return };
    let mut batch = Batch::new();
    let mut seen = 0;
    while seen < most && matches!(reader.next_batch(&mut batch, most - seen), Ok(true)) {
        for f in batch.frames() {
            let meta = Meta {
                number: f.number,
                time: f.record.time,
                has_time: f.record.time_present,
                captured: f.record.captured,
                original: f.record.original,
                link: f.record.link.0,
                interface: f.record.interface,
                first: Time::ZERO,
                ..Meta::default()
            };
            each(&meta, f.data);
            seen += 1;
        }
    }
}

/// Whether the nodes are the same; what is not a number is the same as itself.
fn same(a: &Dissection, b: &Dissection) -> bool {
    a.nodes == b.nodes || format!("{:?}", a.nodes) == format!("{:?}", b.nodes)
}

#[test]
fn the_three_sinks_meet_the_same_layers() {
    let registry = registry();
    let (all, nothing) = (Want::everything(), Want::nothing());
    let mut columns = Want::nothing();
    columns.columns = true;
    // When they are all that is wanted, much is left out that they do not tell of.
    let alone = columns.clone();
    // What is nested in handshakes is only entered for those who ask for layers.
    columns.add(requin_protocols::meta::frame::PROTOCOLS);
    let (mut tree, mut pick, mut outline) =
        (Dissection::default(), Dissection::default(), Dissection::default());
    let mut differ = Vec::new();
    for path in captures() {
        frames(&path, |meta, bytes| {
            run::<Tree>(&registry, &all, meta, bytes, &mut tree);
            run::<Pick>(&registry, &columns, meta, bytes, &mut pick);
            run::<Outline>(&registry, &nothing, meta, bytes, &mut outline);
            let layers = |d: &Dissection| d.layers.iter().map(|l| l.proto).collect::<Vec<_>>();
            let mut note = |what: &str, same: bool| {
                if !same {
                    differ.push(format!("{} frame {}: {what}", path.display(), meta.number));
                }
            };
            note("layers of tree and pick", layers(&tree) == layers(&pick));
            let met = lower(&registry, &outline, true);
            let fits = [true, false].iter().any(|inside| lower(&registry, &tree, *inside) == met);
            note("layers of tree and outline", fits);
            note("transports", tree.transports.len() == outline.transports.len());
            note("columns", tree.columns.info.text == pick.columns.info.text);
            run::<Pick>(&registry, &alone, meta, bytes, &mut pick);
            let texts = |d: &Dissection| (d.columns.protocol.text.clone(), d.columns.info.text.clone());
            note("columns alone", texts(&tree) == texts(&pick));
        });
    }
    assert!(differ.is_empty(), "the sinks differ:\n{}", differ.join("\n"));
}

/// How often each frame is damaged anew.
const TIMES: usize = 60;

#[test]
fn the_three_sinks_meet_the_same_layers_of_damaged_frames() {
    let registry = registry();
    let mut sinks = Sinks::new(&registry);
    let mut numbers = Numbers::new();
    let mut differ = Vec::new();
    for path in captures() {
        first_frames(&path, 30, |meta, bytes| {
            for _ in 0..TIMES {
                let mut changed = bytes.to_vec();
                // More often where headers are than where data is.
                let most = if numbers.below(2) == 0 { 90 } else { usize::MAX };
                for _ in 0..=numbers.below(4) {
                    let at = numbers.below(changed.len().min(most));
                    let by = [0, 1, 0xff, numbers.below(256) as u8][numbers.below(4)];
                    changed.get_mut(at).into_iter().for_each(|b| *b = by);
                }
                if let Some(how) = sinks.differ(meta, &Facts::default(), &changed) {
                    differ.push(format!("{} frame {}, {how}", path.display(), meta.number));
                }
            }
        });
    }
    assert!(differ.is_empty(), "the sinks differ:\n{}", differ.join("\n"));
}

#[test]
fn frames_cut_anywhere_are_dissected_quietly_and_always_the_same() {
    let registry = registry();
    let all = Want::everything();
    let (mut once, mut again) = (Dissection::default(), Dissection::default());
    for path in captures() {
        // The project's own are cut at every byte; of the others, a sample of each.
        let own = !path.components().any(|c| c.as_os_str() == "shared");
        let (most, cuts) = if own { (12, usize::MAX) } else { (3, 60) };
        let mut n = 0;
        frames(&path, |meta, bytes| {
            n += 1;
            if n > most {
                return;
            }
            let step = (bytes.len() / cuts).max(1);
            for cut in (0..bytes.len()).step_by(step) {
                let part = bytes.get(..cut).unwrap_or_default();
                // Cut by the snapshot length, and as if the packet were that short.
                for original in [meta.original, cut as u32] {
                    let meta = Meta { captured: cut as u32, original, ..*meta };
                    run::<Tree>(&registry, &all, &meta, part, &mut once);
                    assert!(once.nodes.len() < 200_000);
                }
            }
            run::<Tree>(&registry, &all, meta, bytes, &mut once);
            run::<Tree>(&registry, &all, meta, bytes, &mut again);
            assert_eq!(once.nodes.len(), again.nodes.len());
            assert_eq!(once.text, again.text);
        });
    }
}

#[test]
fn names_ascend_and_fields_are_well_formed() {
    use requin_wire::Names;
    let registry = registry();
    for def in registry.fields().iter().skip(1) {
        match def.names {
            Names::Table(t) | Names::Special(t) => {
                assert!(t.windows(2).all(|w| w[0].0 < w[1].0), "{}: names out of order or twice", def.abbr);
            }
            Names::Ranges(t) => {
                assert!(
                    t.iter().all(|e| e.0 <= e.1) && t.windows(2).all(|w| w[0].1 < w[1].0),
                    "{}",
                    def.abbr
                );
            }
            _ => {}
        }
        assert!(!def.abbr.is_empty() && !def.abbr.contains(char::is_whitespace), "{:?}", def.abbr);
    }
    for (i, p) in registry.protos().iter().enumerate() {
        assert_eq!(usize::from(p.id.0), i, "{}", p.abbr);
        assert!(!p.fields.is_empty());
    }
}

#[test]
fn what_is_right_above_the_transport_is_the_same_without_what_it_carries() {
    let registry = registry();
    let named =
        ["tls.handshake.extensions_server_name", "http.host", "http2.headers.authority", "http2.type"];
    let mut all = Want::nothing();
    let fields = registry.fields().iter().enumerate().filter(|(_, d)| named.contains(&d.abbr));
    fields.for_each(|(i, _)| all.add(Field(i as u16)));
    let mut above = all.clone();
    above.above_is_enough = true;
    let transport = |id| registry.proto(id).is_some_and(|p| matches!(p.abbr, "tcp" | "udp"));
    // In place of a transport that something carries there is nothing: it is not looked for.
    let first = |d: &Dissection| {
        let at = d.layers.iter().position(|l| transport(l.proto));
        at.and_then(|at| d.layers.get(at + 1)).map(|l| l.proto)
    };
    let (mut whole, mut part) = (Dissection::default(), Dissection::default());
    let (mut nodes, mut shorter) = (0, 0);
    for path in captures() {
        // Bodies and certificates come late in a capture.
        first_frames(&path, 300, |meta, bytes| {
            run::<Pick>(&registry, &all, meta, bytes, &mut whole);
            run::<Pick>(&registry, &above, meta, bytes, &mut part);
            assert_eq!(whole.nodes, part.nodes, "{} frame {}", path.display(), meta.number);
            assert_eq!(first(&whole), first(&part), "{} frame {}", path.display(), meta.number);
            assert_eq!(whole.transports, part.transports, "{} frame {}", path.display(), meta.number);
            nodes += part.nodes.len();
            shorter += usize::from(part.layers.len() < whole.layers.len());
        });
    }
    assert!(nodes > 10 && shorter > 10, "{nodes} nodes, {shorter} frames with less");
}

#[test]
fn headers_of_usual_frames_say_what_the_dissectors_say() {
    let registry = registry();
    let usuals = Usuals::new(&registry);
    let wants = wants_of_headers(&registry);
    let mut above = Want::nothing();
    above.columns = true;
    for f in (1..registry.fields().len() as u16).map(Field) {
        let mut want = Want::nothing();
        want.add(f);
        if begins_at_transport(&registry, &want) {
            above.add(f);
        }
    }
    assert!(above.fields().count() > 1000 && begins_at_transport(&registry, &above));
    let (mut walked, mut quick) = (Dissection::default(), Dissection::default());
    let mut usual = 0;
    let mut check =
        |meta: &Meta, bytes: &[u8], wants: &[(Want, HeaderFields)], what: &dyn std::fmt::Display| {
            let Some(headers) = usuals.headers(meta, bytes) else { return };
            usual += 1;
            run::<Outline>(&registry, &Want::nothing(), meta, bytes, &mut walked);
            assert_eq!([headers.transport], *walked.transports, "{what} frame {}", meta.number);
            dissect_usual(&registry, &above, meta, &Facts::default(), bytes, &headers, &mut quick);
            run::<Pick>(&registry, &above, meta, bytes, &mut walked);
            assert!(same(&quick, &walked), "{what} frame {}", meta.number);
            assert_eq!(quick.layers, walked.layers, "{what} frame {}", meta.number);
            assert_eq!(quick.transports, walked.transports, "{what} frame {}", meta.number);
            assert_eq!(quick.columns, walked.columns, "{what} frame {}", meta.number);
            for (want, fields) in wants {
                if !fields.take(&registry, meta, bytes, &headers, &mut quick) {
                    continue;
                }
                run::<Pick>(&registry, want, meta, bytes, &mut walked);
                assert!(same(&quick, &walked), "{what} frame {}", meta.number);
                assert_eq!(quick.layers, walked.layers, "{what} frame {}", meta.number);
                assert_eq!(quick.transports, walked.transports, "{what} frame {}", meta.number);
            }
        };
    let together = &wants[wants.len() - 1..];
    for path in captures() {
        frames(&path, |meta, bytes| {
            check(meta, bytes, &wants, &path.display());
            // Headers with any byte changed, and cut anywhere.
            if meta.number % 16 == 1 {
                for at in 0..bytes.len().min(80) {
                    let mut changed = bytes.to_vec();
                    changed[at] ^= [0x01, 0x10, 0x40, 0xff][at + meta.number as usize & 3];
                    check(meta, &changed, together, &format_args!("{} byte {at} changed,", path.display()));
                    let cut = Meta { captured: at as u32, ..*meta };
                    check(&cut, &bytes[..at], together, &format_args!("{} cut at {at},", path.display()));
                }
            }
        });
    }
    assert!(usual > 1000, "only {usual} usual frames");
}

/// All fields of headers that can be had together, and each alone.
fn wants_of_headers(registry: &Registry) -> Vec<(Want, HeaderFields)> {
    let mut wants = Vec::new();
    let mut together = Want::nothing();
    for f in (1..registry.fields().len() as u16).map(Field) {
        let mut want = Want::nothing();
        want.transport_is_enough = true;
        want.add(f);
        if let Some(fields) = HeaderFields::new(registry, &want) {
            together.add(f);
            wants.push((want, fields));
        }
    }
    assert!(wants.len() > 40, "only {} fields of headers", wants.len());
    together.transport_is_enough = true;
    let alone = wants.len();
    wants.extend(HeaderFields::new(registry, &together).map(|fields| (together, fields)));
    assert_eq!(wants.len(), alone + 1, "what can be had alone can be had together");
    wants
}
