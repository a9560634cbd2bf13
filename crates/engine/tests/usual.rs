//! Frames that are not dissected, because what is known of their conversation tells that nothing wanted is in them, or
//! what their columns say: the dissectors say the same.
//!
//! The project's own captures are always read; those in `../shared/captures`, when they are there, too.

#[path = "../../protocols/tests/support/mod.rs"]
mod support;

use requin_engine::Records;
use requin_file::{Batch, Reader};
use requin_flow::{Flow, Options, Place};
use requin_protocols::{Absent, Usual, Usuals, bare_columns, columns_alone, dissect_frame, registry};
use requin_wire::{Dissection, Facts, Field, Meta, Notes, Outline, Pick, Registry, Want};
use std::sync::Arc;
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

/// A capture of a conversation that gets verdicts: a segment is missing, one is sent again, what was acknowledged is
/// acknowledged anew, there is no room any more, then there is.
fn lost_and_sent_again() -> Vec<u8> {
    const SYN: u8 = 2;
    const ACK: u8 = 16;
    let segments = [
        (true, 99_u32, 0_u32, SYN, 1000_u16, &b""[..]),
        (false, 499, 100, SYN | ACK, 1000, &b""[..]),
        (true, 100, 500, ACK, 1000, &b""[..]),
        (true, 100, 500, ACK, 1000, &b"GET /a HTTP/1.1\r\n"[..]),
        (false, 500, 117, ACK, 1000, &b""[..]),
        (true, 127, 500, ACK, 1000, &b"Host: b\r\n\r\n"[..]),
        (false, 500, 117, ACK, 1000, &b""[..]),
        (true, 117, 500, ACK, 1000, &b"A: bcdef\r\n"[..]),
        (true, 117, 500, ACK, 1000, &b"A: bcdef\r\n"[..]),
        (false, 500, 138, ACK, 0, &b""[..]),
        (false, 500, 138, ACK, 1000, &b""[..]),
    ];
    let mut file = vec![0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0];
    for (n, (to, seq, ack, flags, window, payload)) in (0u32..).zip(segments) {
        let mut frame = vec![2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0, 0x45, 0];
        frame.extend((40 + payload.len() as u16).to_be_bytes());
        frame.extend([0, 1, 0, 0, 64, 6, 0, 0]);
        let (ends, ports) = if to { ([1, 2], [50_000u16, 80]) } else { ([2, 1], [80, 50_000]) };
        ends.iter().for_each(|end| frame.extend([10, 0, 0, *end]));
        ports.iter().for_each(|port| frame.extend(port.to_be_bytes()));
        frame.extend([seq.to_be_bytes(), ack.to_be_bytes()].as_flattened());
        frame.extend([0x50, flags]);
        frame.extend(window.to_be_bytes());
        frame.extend([0; 4]);
        frame.extend(payload);
        let len = (frame.len() as u32).to_le_bytes();
        file.extend([n.to_le_bytes(), [0; 4], len, len].as_flattened());
        file.extend(frame);
    }
    file
}

/// A usual frame, and what is known of it.
struct Seen<'s> {
    capture: &'s str,
    meta: Meta,
    bytes: &'s [u8],
    usual: Usual,
    known: Facts<'s>,
}

/// Shows the usual frames of all captures.
fn each_usual(registry: &Registry, mut see: impl FnMut(&Seen<'_>)) {
    let made = Reader::from_backing("lost and sent again", Arc::new(lost_and_sent_again()));
    assert!(made.is_ok());
    let readers = captures().into_iter().map(|path| Reader::open(&path));
    for mut reader in std::iter::once(made).chain(readers).flatten() {
        let (mut records, capture) = (Records::of(&reader), reader.name().to_owned());
        let usuals = Usuals::new(registry);
        let mut flow = Flow::new(registry, Options::default());
        let (mut batch, mut d) = (Batch::new(), Dissection::default());
        let (mut facts, mut reassembled, mut recalled, mut assembled) = (vec![], vec![], vec![], vec![]);
        while let Ok(true) = reader.next_batch(&mut batch, FRAMES) {
            for f in batch.frames() {
                let meta = Meta { number: f.number, ..records.meta(&f) };
                facts.clear();
                let usual = usuals.headers(&meta, f.data);
                match &usual {
                    Some(usual) => flow.usual(&meta, f.data, &usual.transport, Place::UNKNOWN, &mut facts),
                    None => {
                        let none = Facts::default();
                        dissect_frame::<Outline>(registry, &Want::nothing(), &meta, &none, f.data, &mut d);
                        flow.frame(registry, &meta, f.data, &d, &mut facts);
                    }
                }
                flow.take_reassembled(&mut reassembled);
                flow.take_recalled(&mut recalled);
                flow.take_assembled(&mut assembled);
                let Some(usual) = usual else { continue };
                let known = Facts {
                    transports: &facts,
                    notes: Notes::default(),
                    reassembled: &reassembled,
                    recalled: &recalled,
                    assembled: &assembled,
                };
                see(&Seen { capture: &capture, meta, bytes: f.data, usual, known });
            }
            if batch.first_number() as usize + batch.len() > FRAMES {
                break;
            }
        }
    }
}

fn none_is(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.get(..20).unwrap_or(wrong).join("\n"));
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
    let mut d = Dissection::default();
    each_usual(&registry, |s| {
        seen += 1;
        for (i, (want, absent)) in wants.iter().enumerate() {
            if !absent.from(&s.usual, s.known.transports) {
                continue;
            }
            found[i] += 1;
            dissect_frame::<Pick>(&registry, want, &s.meta, &s.known, s.bytes, &mut d);
            let there = d.nodes.iter().filter(|n| want.has(n.field)).map(|n| registry.field(n.field).abbr);
            wrong.extend(there.map(|abbr| format!("{} frame {}: {abbr}", s.capture, s.meta.number)));
        }
    });
    // Most segments have no verdict, and many no payload.
    assert!(found.iter().all(|n| *n > 100 && *n < seen), "{found:?} of {seen}");
    none_is(&wrong);
}

#[test]
fn columns_that_need_no_dissection_are_those_of_one() {
    let registry = registry();
    let mut want = Want::nothing();
    want.columns = true;
    assert!(columns_alone(&want));
    let (mut quick, mut d) = (Dissection::default(), Dissection::default());
    let (mut bare, mut seen, mut wrong) = ([0usize; 3], 0usize, Vec::new());
    each_usual(&registry, |s| {
        seen += 1;
        if !bare_columns(&registry, &s.meta, &s.known, s.bytes, &s.usual, &mut quick) {
            return;
        }
        dissect_frame::<Pick>(&registry, &want, &s.meta, &s.known, s.bytes, &mut d);
        let text = |d: &Dissection| {
            let (c, text) = (&d.columns, String::from_utf8_lossy);
            format!("{:?} {:?} {} {}", c.src, c.dst, text(&c.protocol.text), text(&c.info.text))
        };
        let (said, should) = (text(&quick), text(&d));
        let kinds = ["UDP", "Seq=", "segment of"];
        kinds.iter().zip(&mut bare).for_each(|(kind, n)| *n += usize::from(said.contains(kind)));
        if said != should {
            wrong.push(format!("{} frame {}: {said}, not {should}", s.capture, s.meta.number));
        }
    });
    assert!(bare.iter().all(|n| *n > 10 && *n < seen), "{bare:?} of {seen}");
    none_is(&wrong);
}
