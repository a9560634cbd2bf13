//! Which request a response answers.

use super::*;
use requin_wire::{Key, Past};

/// The first fragment of a PDU.
const FIRST: u8 = 1;

/// Number of the call, and whether numbers are little-endian.
fn call(pdu: &[u8]) -> Option<(u8, u8, u32, bool)> {
    let h = pdu.first_chunk::<HEADER>().filter(|h| h[0] == 5)?;
    let (id, little) = ([h[12], h[13], h[14], h[15]], h[4] & 0x10 != 0);
    Some((h[2], h[3], if little { u32::from_le_bytes(id) } else { u32::from_be_bytes(id) }, little))
}

/// Keys of contexts, beyond those of calls.
const CONTEXT: u64 = 1 << 32;

/// Bytes of a syntax: its UUID and version.
const SYNTAX: usize = 20;

/// The identifiers of the contexts that are asked for, as they stand.
fn contexts(pdu: &[u8]) -> impl Iterator<Item = [u8; 2]> {
    let mut left = usize::from(pdu.get(HEADER + 8).copied().unwrap_or(0));
    let mut rest = pdu.get(HEADER + 12..).unwrap_or_default();
    std::iter::from_fn(move || {
        left = left.checked_sub(1)?;
        let [a, b, syntaxes, _, more @ ..] = rest else { return None };
        rest = more.get(SYNTAX * (1 + usize::from(*syntaxes))..).unwrap_or_default();
        Some([*a, *b])
    })
}

/// Keeps requests by their numbers, and notes them on what answers them. Numbers are used again by the next association
/// of the conversation: the last request counts.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((kind, flags, id, little)) = call(pdu) else { return };
    let key = Key::here(u64::from(id));
    let number = |b: &[u8]| if little { requin_wire::le(b) } else { requin_wire::be(b) };
    match kind {
        BIND | ALTER_CONTEXT => {
            for id in contexts(pdu).map(|c| number(&c)) {
                past.set(&Key::here(CONTEXT | id), &[]);
            }
        }
        // Of a context that nobody was seen to ask for it is not known what calls it carries.
        REQUEST if flags & FIRST != 0 => {
            let Some([_, _, _, _, context @ .., a, b]) = pdu.get(HEADER..HEADER + 8) else { return };
            if past.get(&Key::here(CONTEXT | number(context))).is_some() {
                past.set_number(&key, number(&[*a, *b]));
            }
        }
        RESPONSE | FAULT => {
            if let Some(request) = past.get(&key) {
                past.note(u64::from(id), &request);
            }
        }
        _ => {}
    }
}

/// Says which request is answered, and of which operation it was.
pub(super) fn answered<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &Cursor<'_>) {
    let Some(request) = cx.recalled(u64::from(p.call)) else { return };
    cx.generated(OPNUM, p.start.span(0), Value::U(request.number()));
    cx.generated(REQUEST_IN, p.start.span(0), Value::U(request.frame));
    cx.generated(TIME, c.span(0), cx.meta.time.since(request.time).into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_are_found_in_binds() {
        let mut bind = vec![0; HEADER + 8];
        bind.extend([2, 0, 0, 0, 7, 0, 1, 0]);
        bind.extend([0; 2 * SYNTAX]);
        bind.extend([9, 1, 0, 0]);
        assert_eq!(contexts(&bind).collect::<Vec<_>>(), [[7, 0], [9, 1]]);
        assert_eq!(contexts(&bind[..40]).count(), 1);
        assert_eq!(contexts(&[]).count(), 0);
    }
}
