//! Replies and the calls that they answer.

use super::{REPFRAME, TIME, record, word};
use requin_wire::{Cursor, Cx, Key, Past, Sink, Span, Step, TransportKind, Value};

/// What a call said: its program, the version, the procedure, and how its results are protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) program: u32,
    pub(super) version: u32,
    pub(super) procedure: u32,
    /// Service of RPCSEC_GSS; 0 without.
    pub(super) service: u32,
    /// Access rights that NFS was asked for.
    pub(super) rights: u32,
}

impl Called {
    fn bytes(self) -> [u8; 20] {
        let mut b = [0; 20];
        let words = [self.program, self.version, self.procedure, self.service, self.rights];
        for (to, n) in b.as_chunks_mut::<4>().0.iter_mut().zip(words) {
            *to = n.to_be_bytes();
        }
        b
    }

    fn from(b: &[u8]) -> Called {
        let at = |i: usize| word(b, 4 * i).unwrap_or_default();
        Called { program: at(0), version: at(1), procedure: at(2), service: at(3), rights: at(4) }
    }
}

/// NFS version 3's procedure that asks for access rights.
const ACCESS: (u32, u32, u32) = (100_003, 3, 4);

/// In place of a service: the call was cut before it told of credentials, so that nobody knows what the results look
/// like.
pub(super) const CUT: u32 = u32::MAX;

/// Credentials of RPCSEC_GSS (RFC 2203): their service, when the call carries data.
fn service(message: &[u8]) -> u32 {
    if word(message, 24).is_none() {
        CUT
    } else if word(message, 24) == Some(super::auth::GSS) && word(message, 36) == Some(0) {
        word(message, 44).unwrap_or_default()
    } else {
        0
    }
}

pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let stream = past.now.transport == Some(TransportKind::Tcp);
    let joined;
    let message = if stream {
        joined = record(pdu);
        &*joined
    } else {
        pdu
    };
    let Some(xid) = word(message, 0) else { return };
    let key = Key::here(u64::from(xid));
    if super::is_call(message) {
        let at = |i: usize| word(message, i).unwrap_or_default();
        let mut called = Called {
            program: at(12),
            version: at(16),
            procedure: at(20),
            service: service(message),
            rights: 0,
        };
        if (called.program, called.version, called.procedure) == ACCESS && called.service == 0 {
            // They are the last argument.
            called.rights = message.last_chunk::<4>().map_or(0, |w| u32::from_be_bytes(*w));
        }
        past.set(&key, &called.bytes());
    } else if word(message, 4) == Some(1)
        && let Some(call) = past.get(&key)
    {
        past.note(u64::from(xid), &call);
    }
}

/// What was called, for a reply: the call, and what is shown of it.
pub(super) fn called<S: Sink>(cx: &Cx<'_, S>, xid: u32) -> Option<(u64, Called)> {
    cx.recalled(u64::from(xid)).map(|r| (r.frame, Called::from(&r.bytes)))
}

/// Shows which call a reply answers, and how long that took.
pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, xid: u32, start: Span, c: &Cursor<'_>) -> Step {
    if let Some(call) = cx.recalled(u64::from(xid)) {
        let item = cx.generated(REPFRAME, Span { len: 0, ..start }, Value::U(call.frame));
        cx.label(item, |o| _ = o.s("This is a reply to a request in frame ").u(call.frame));
        cx.generated(TIME, c.span(0), cx.meta.time.since(call.time).into());
    }
    Ok(())
}
