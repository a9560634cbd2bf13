//! The upper layers of OSI over ISO transport: session, presentation, association control.

pub mod acse;
pub mod pres;
pub mod ses;

use super::ber::Element;
use super::x509::oid;
use requin_wire::{Cursor, Cx, Key, Past, Sink};

/// Under this number a frame is told which presentation contexts its connection has.
const CONTEXTS: u64 = 0;
/// Contexts of a connection that are looked at.
const MAX_CONTEXTS: usize = 64;

/// Keeps which abstract syntaxes the presentation contexts of a connection stand for: they are listed when it begins, and later
/// PDUs have numbers only. `pdu` begins with TPKT.
pub fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some([_, _, _, _, 2, 0xf0, _, kind, rest @ ..]) = pdu.get(..) else { return };
    if *kind == ses::CONNECT
        && let Some(list) = definitions(rest)
    {
        past.set(&Key::here(CONTEXTS), list);
    }
    if ses::is_spdu(*kind)
        && let Some(list) = past.get(&Key::here(CONTEXTS))
    {
        past.note(CONTEXTS, &list);
    }
}

/// The list of contexts in what follows the type of a CONNECT SPDU.
fn definitions(spdu: &[u8]) -> Option<&[u8]> {
    let mut c = Cursor::new(spdu, spdu.len(), requin_wire::FRAME);
    let n = ses::length(&mut c).ok()?;
    let mut parameters = c.take(n);
    while !parameters.is_empty() {
        let code = parameters.peek_u8(0).ok()?;
        parameters.skip(1).ok()?;
        let n = ses::length(&mut parameters).ok()?;
        let mut value = parameters.take(n);
        if code == ses::USER_DATA || code == ses::EXTENDED_USER_DATA {
            let mut cp = Element::read(&mut value).ok()?.body;
            while !cp.is_empty() {
                let part = Element::read(&mut cp).ok()?;
                let mut normal = part.body;
                while part.tag == 2 && !normal.is_empty() {
                    let e = Element::read(&mut normal).ok()?;
                    if e.tag == 4 {
                        return e.body.rest().get(..e.body.left());
                    }
                }
            }
        }
    }
    None
}

/// The abstract syntax of a presentation context, in dotted form.
fn abstract_syntax<S: Sink>(cx: &Cx<'_, S>, context: i64) -> Option<String> {
    let list = cx.recalled_by(super::tpkt::ID, CONTEXTS)?;
    let mut c = Cursor::new(&list.bytes, list.bytes.len(), requin_wire::FRAME);
    for _ in 0..MAX_CONTEXTS {
        let mut item = Element::read(&mut c).ok()?.body;
        if Element::read(&mut item).ok()?.int() == context {
            return Some(oid::dotted(Element::read(&mut item).ok()?.body.rest()));
        }
    }
    None
}

/// Hands what stands in a context on to the protocol of its abstract syntax; says whether there is one.
fn hand_on<S: Sink>(cx: &mut Cx<'_, S>, syntax: &str, c: Cursor<'_>) -> Result<bool, requin_wire::Stop> {
    let id = match syntax {
        "2.2.1.0.1" => acse::ID,
        "1.0.9506.2.1" | "1.0.9506.2.3" => super::mms::ID,
        _ => return Ok(false),
    };
    cx.call(id, c).map(|()| true)
}
