//! Version 4, RFC 7530 and RFC 8881: procedures made of operations.

mod attributes;
mod call;
mod parts;
mod result;

use super::*;
use requin_wire::Span;

/// A text that an operation adds to what is said of the whole.
struct Said {
    op: u32,
    text: Vec<u8>,
}

/// What is known while operations are read.
#[derive(Default)]
struct Known {
    /// The hash of the current file handle.
    handle: Option<u32>,
    text: Vec<u8>,
}

impl Known {
    fn say(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        text(&mut Out::new(&mut self.text));
    }

    fn say_handle(&mut self, before: &str) {
        if let Some(hash) = self.handle {
            self.say(|o| _ = o.s(before).hex(hash, 8));
        }
    }
}

fn name(op: u32) -> &'static str {
    OPCODE_NAMES.or(u64::from(op), "Unknown")
}

/// Operations say how much others matter: only the most important ones stand in the Info column.
fn tier(op: u32) -> u8 {
    match op {
        // GETFH, RESTOREFH, SAVEFH.
        10 | 31 | 32 => 4,
        // GETATTR, PUTROOTFH, PUTPUBFH.
        9 | 23 | 24 => 3,
        // ACCESS, LOOKUP, LOOKUPP, VERIFY, NVERIFY.
        3 | 15 | 16 | 17 | 37 => 2,
        // PUTFH, SEQUENCE, ILLEGAL.
        22 | 53 => 5,
        _ => 1,
    }
}

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, asked: Asked, c: &mut Cursor<'_>) -> Step {
    if asked.procedure != 1 {
        return Ok(());
    }
    let start = c.span(0);
    if asked.reply {
        let at = *c;
        let status = status_of(cx, NFSSTAT4, c)?;
        cx.hidden(STATUS, at.span(4), Value::U(u64::from(status)));
    }
    xdr::text(cx, "Tag", TAG, c)?;
    if !asked.reply {
        cx.u32(MINORVERSION, c)?;
    }
    let n = c.peek_u32(0)?;
    let item = cx.field(OPS_COUNT, c, 4)?;
    cx.label(item, |o| _ = o.s("Operations (count: ").u(n).c(b')'));
    let mut done = Vec::new();
    let mut known = Known::default();
    let step = cx.under(item, |cx| -> Step {
        // An operation takes at least four bytes.
        for _ in 0..(n as usize).min(c.left() / 4) {
            let op = c.peek_u32(0)?;
            let item = cx.field(OPCODE, c, 4)?;
            known.text.clear();
            let more = cx.under(item, |cx| {
                if asked.reply {
                    result::show(cx, op, &mut known, c)
                } else {
                    call::show(cx, op, &mut known, c)
                }
            });
            let text = std::mem::take(&mut known.text);
            if op == 3 {
                cx.append(item, |o| _ = o.bytes(text.get(access_part(&text)..).unwrap_or_default()));
            }
            done.push(Said { op, text });
            // What follows an operation that is not read can't be found.
            if !more? {
                break;
            }
        }
        Ok(())
    });
    cx.append(item, |o| {
        for (i, s) in done.iter().enumerate().filter(|_| !asked.reply) {
            o.s(if i == 0 { ": " } else { ", " }).s(name(s.op));
        }
    });
    cx.proto_append(|o| {
        o.s(", Ops(").u(n).s("):");
        for (i, s) in done.iter().enumerate() {
            o.s(if i > 0 && !asked.reply { ", " } else { " " }).s(name(s.op));
        }
    });
    let best = done.iter().map(|s| tier(s.op)).min().unwrap_or(0);
    let here = Span { len: 0, ..start };
    for (i, s) in done.iter().filter(|s| tier(s.op) == best).enumerate() {
        cx.info_add(|o| {
            o.s(if i > 0 { " | " } else { " " }).s(name(s.op)).bytes(&s.text);
        });
        cx.generated(MAIN_OPCODE, here, Value::U(u64::from(s.op)));
    }
    step
}

/// Where the text about access rights begins.
fn access_part(text: &[u8]) -> usize {
    text.windows(3).position(|w| w == b", [").unwrap_or(0)
}
