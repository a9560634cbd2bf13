//! Which interface a call is of, and which request a response answers.

use super::*;
use requin_wire::{Key, Past, Remembered};

/// The first fragment of a PDU.
const FIRST: u8 = 1;

/// The request has a UUID of an object before its data.
pub(super) const OBJECT: u8 = 0x80;

/// The parts of a PDU's header that matter here.
struct Head<'a> {
    kind: u8,
    flags: u8,
    call: u32,
    little: bool,
    body: &'a [u8],
}

impl<'a> Head<'a> {
    fn read(pdu: &'a [u8]) -> Option<Head<'a>> {
        let (h, body) = pdu.split_first_chunk::<HEADER>().filter(|(h, _)| h[0] == 5)?;
        let (id, little) = ([h[12], h[13], h[14], h[15]], h[4] & 0x10 != 0);
        let call = if little { u32::from_le_bytes(id) } else { u32::from_be_bytes(id) };
        Some(Head { kind: h[2], flags: h[3], call, little, body })
    }

    fn number(&self, at: usize, n: usize) -> Option<u64> {
        let bytes = self.body.get(at..at + n)?;
        Some(if self.little { requin_wire::le(bytes) } else { requin_wire::be(bytes) })
    }

    /// A UUID in network order.
    fn uuid(&self, at: usize) -> Option<[u8; 16]> {
        let mut uuid = *self.body.get(at..)?.first_chunk::<16>()?;
        if self.little {
            uuid[..4].reverse();
            uuid[4..6].reverse();
            uuid[6..8].reverse();
        }
        Some(uuid)
    }
}

/// Bytes of a syntax: its UUID and version.
const SYNTAX: usize = 20;

/// The UUID of NDR64 ([MS-RPCE] 2.2.5).
const NDR64: u128 = 0x7171_0533_beba_4937_8319_b5db_ef9c_cc36;

/// Of a remembered context: the UUID of its interface, whether its data are in NDR64, and the interface's version.
const CONTEXT: usize = 19;

/// The contexts that are asked for, with what is remembered of them.
fn contexts<'a>(h: &'a Head<'_>) -> impl Iterator<Item = (u64, [u8; CONTEXT])> + 'a {
    let mut left = h.number(8, 1).unwrap_or(0);
    let mut at = 12;
    std::iter::from_fn(move || {
        left = left.checked_sub(1)?;
        let (id, syntaxes) = (h.number(at, 2)?, h.number(at + 2, 1)? as usize);
        let mut context = [0; CONTEXT];
        context[..16].copy_from_slice(&h.uuid(at + 4)?);
        let wide = h.uuid(at + 4 + SYNTAX).is_some_and(|u| u128::from_be_bytes(u) == NDR64);
        context[16] = u8::from(wide);
        context[17..].copy_from_slice(&(h.number(at + 20, 2)? as u16).to_be_bytes());
        at += 4 + SYNTAX * (1 + syntaxes);
        Some((id, context))
    })
}

/// The kinds of notes on a call: its interface, the request that it answers, where its handle was opened and closed.
const INTERFACE: u64 = 0;
const REQUEST_OF: u64 = 1;
const OPENED: u64 = 2;
const CLOSED: u64 = 3;

/// The key of a note.
fn note(call: u32, kind: u64) -> u64 {
    u64::from(call) << 2 | kind
}

/// Keeps interfaces by their contexts and requests by their numbers, and notes them on what belongs to them. Numbers are
/// used again by the next association of the conversation: the last request counts. Pipes of one conversation are
/// told apart by the first word of the state.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut rest = pdu;
    // A pipe hands on several PDUs at once.
    while let [5, _, _, _, order, _, _, _, a, b, ..] = rest {
        let (one, behind) =
            rest.split_at(length(*order, *a, *b).clamp(HEADER, rest.len().max(HEADER)).min(rest.len()));
        if let Some(head) = Head::read(one) {
            _ = message(past, &head);
        }
        rest = behind;
    }
}

fn message(past: &mut Past<'_>, h: &Head<'_>) -> Option<()> {
    let salt = past.state[0].to_be_bytes();
    let key = |what: &[u8], n: u64| Key::here(n).and(what).and(&salt);
    match h.kind {
        BIND | ALTER_CONTEXT => {
            for (id, context) in contexts(h) {
                past.set(&key(b"context", id), &context);
            }
        }
        // Of a context that nobody was seen to ask for it is not known what calls it carries.
        REQUEST | RESPONSE | FAULT => {
            let context = past.get(&key(b"context", h.number(4, 2)?))?;
            past.note(note(h.call, INTERFACE), &context);
            let call = key(b"call", h.call.into());
            if h.kind == REQUEST {
                if h.flags & FIRST != 0 {
                    let mut bytes = h.number(6, 2)?.to_be_bytes().to_vec();
                    if h.flags & OBJECT != 0 {
                        bytes.extend(h.uuid(8)?);
                    }
                    past.set(&call, &bytes);
                    handles(past, h, &context, None);
                }
            } else if let Some(request) = past.get(&call) {
                past.note(note(h.call, REQUEST_OF), &request);
                if h.kind == RESPONSE && h.flags & FIRST != 0 {
                    handles(past, h, &context, Some(request.number()));
                }
            }
        }
        _ => {}
    }
    Some(())
}

/// Bytes of a handle ([MS-RPCE] 2.2.1.1.8, C706 appendix N).
pub(super) const HANDLE: usize = 20;

/// Keeps where handles are opened and closed: operations begin with the handle that they are of, and what is opened
/// is told last, before the status.
fn handles(past: &mut Past<'_>, h: &Head<'_>, context: &Remembered, answered: Option<u64>) -> Option<()> {
    let interface = interfaces::find(&context.bytes)?;
    // Columns say nothing of most of them.
    if past.columns_alone() && interface.id != interfaces::svcctl::ID {
        return None;
    }
    let name = interface.operation(answered.or_else(|| h.number(6, 2))?)?;
    let stub = h.body.get(8 + if answered.is_none() && h.flags & OBJECT != 0 { 16 } else { 0 }..)?;
    let alloc = h.number(0, 4)? as usize;
    let salt = past.state[0].to_be_bytes();
    let naming = Key::here(h.call.into()).and(b"name").and(&salt);
    let handle = match answered {
        Some(_) if is_opening(name) => {
            let stub = stub.get(..alloc).unwrap_or(stub);
            let at = stub.len().checked_sub(HANDLE + 4)?;
            if stub.get(at + HANDLE..)? != [0; 4] {
                return None;
            }
            let handle = stub.get(at..at + HANDLE)?;
            let key = handle_key(past, b"opened", handle);
            let named = past.get(&naming).map(|n| n.bytes.to_vec()).unwrap_or_default();
            past.set(&key, &named);
            let key = handle_key(past, b"closed", handle);
            past.remove(&key);
            handle
        }
        Some(_) => return None,
        None => {
            if is_opening(name) {
                let wide = context.bytes.get(16) == Some(&1);
                match what_is_opened(interface.id, name, stub, h.little, wide) {
                    Some(named) => past.set(&naming, named.as_bytes()),
                    None => past.remove(&naming),
                }
            }
            let handle = stub.get(..HANDLE)?;
            if name.contains("Close") {
                let key = handle_key(past, b"closed", handle);
                past.set(&key, &[]);
            }
            handle
        }
    };
    for (what, kind) in [(&b"opened"[..], OPENED), (b"closed", CLOSED)] {
        let key = handle_key(past, what, handle);
        if let Some(found) = past.get(&key).filter(|_| handle != [0; HANDLE]) {
            past.note(note(h.call, kind), &found);
        }
    }
    Some(())
}

/// What a request asks to be opened, as it is told of the handle: services' managers and keys of the registry.
fn what_is_opened(
    interface: requin_wire::ProtoId,
    operation: &str,
    stub: &[u8],
    little: bool,
    wide: bool,
) -> Option<String> {
    let size = if wide { 8 } else { 4 };
    let number = |at: usize| {
        let b = stub.get(at..at + size)?;
        Some(if little { requin_wire::le(b) } else { requin_wire::be(b) })
    };
    // A pointer, and behind it the counts of the text that it points to.
    let text = |at: usize, unit: usize| {
        if number(at)? == 0 {
            return Some(String::new());
        }
        let (from, n) = (at + 4 * size, number(at + 3 * size)?.min(LONGEST) as usize * unit);
        let bytes = stub.get(from..from + n)?;
        Some(match unit {
            1 => String::from_utf8_lossy(bytes.split(|b| *b == 0).next()?).into_owned(),
            _ => crate::application::smb::text16(bytes),
        })
    };
    match (interface, operation) {
        (interfaces::svcctl::ID, "OpenSCManagerW") => Some(format!("OpenSCManagerW({}\\)", text(0, 2)?)),
        (interfaces::svcctl::ID, "OpenSCManagerA") => Some(format!("OpenSCManagerW({}\\)", text(0, 1)?)),
        (interfaces::winreg::ID, "OpenKey" | "CreateKey") => {
            Some(format!("{operation}({})", text((HANDLE + 4).next_multiple_of(size), 2)?))
        }
        (interfaces::winreg::ID, _) => Some(format!("{operation}(<...>)")),
        _ => None,
    }
}

/// Names are kept up to so many characters.
const LONGEST: u64 = 1024;

fn handle_key(past: &Past<'_>, what: &[u8], handle: &[u8]) -> Key {
    Key::here(past.state[0]).and(what).and(handle)
}

/// Whether an operation gives a handle.
fn is_opening(name: &str) -> bool {
    ["Open", "Connect", "Create"].iter().any(|n| name.contains(n))
}

/// What is known of a call from those before it.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// The UUID of its interface in network order.
    pub interface: Option<&'a [u8]>,
    /// The version of that.
    pub version: u64,
    /// Its data are in NDR64.
    pub wide: bool,
    /// The request that it answers.
    pub request: Option<&'a Remembered>,
    pub opened: Option<u64>,
    pub closed: Option<u64>,
    /// What the handle that it begins with is of.
    pub named: Option<&'a [u8]>,
}

impl<'a> Known<'a> {
    pub(super) fn of<S: Sink>(cx: &Cx<'a, S>, call: u32) -> Known<'a> {
        let get = |kind| cx.recalled_by(ID, note(call, kind));
        let context = get(INTERFACE).map(|r| &*r.bytes);
        Known {
            interface: context.and_then(|c| c.get(..16)),
            version: context.and_then(|c| c.get(17..)).map_or(0, requin_wire::be),
            wide: context.and_then(|c| c.get(16)) == Some(&1),
            request: get(REQUEST_OF),
            opened: get(OPENED).map(|r| r.frame),
            closed: get(CLOSED).map(|r| r.frame),
            named: get(OPENED).map(|r| &*r.bytes).filter(|name| !name.is_empty()),
        }
    }
}

/// Says which request is answered, and of which operation it was.
pub(super) fn answered<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &Cursor<'_>) {
    let Some(request) = Known::of(cx, p.call).request else { return };
    cx.generated(OPNUM, p.start.span(0), Value::U(request.number()));
    if let Some(object) = request.bytes.get(8..24) {
        let item = cx.add_bytes(OBJ_ID, c.span(0), object);
        cx.set_generated(item);
        if let Some(object) = object.first_chunk() {
            cx.label(item, |o| write_uuid(o.s("Object UUID: "), object));
        }
    }
    cx.generated(REQUEST_IN, p.start.span(0), Value::U(request.frame));
    cx.generated(TIME, c.span(0), cx.meta.time.since(request.time).into());
    cx.proto_append(|o| _ = o.s(", [Req: #").u(request.frame).s("]"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_are_found_in_binds() {
        let mut bind = vec![5, 0, BIND, 3, 0x10, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
        bind.extend([0; 8]);
        bind.extend([2, 0, 0, 0, 7, 0, 1, 0, 0x78, 0x57, 0x34, 0x12]);
        bind.extend([0; 16]);
        bind.extend([
            0x33, 5, 0x71, 0x71, 0xba, 0xbe, 0x37, 0x49, 0x83, 0x19, 0xb5, 0xdb, 0xef, 0x9c, 0xcc, 0x36,
        ]);
        bind.extend([1, 0, 0, 0, 9, 0, 1, 0]);
        bind.extend([0; 2 * SYNTAX]);
        let found: Vec<_> = Head::read(&bind).iter().flat_map(|h| contexts(h).collect::<Vec<_>>()).collect();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].0, &found[0].1[..4], found[0].1[16]), (7, &[0x12, 0x34, 0x57, 0x78][..], 1));
        assert_eq!((found[1].0, found[1].1[16]), (9, 0));
        for n in 0..bind.len() {
            if let Some(h) = Head::read(&bind[..n]) {
                assert!(contexts(&h).count() <= 2);
            }
        }
    }
}
