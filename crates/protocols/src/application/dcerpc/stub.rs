//! What a call carries: its interface's to read, when that is known.

use super::calls::Known;
use super::interfaces::{Call, Interface};
use super::*;

/// The data of a call.
pub(super) struct Stub<'a> {
    data: Cursor<'a>,
    /// What fills them up for authentication.
    padding: Cursor<'a>,
    call: Call<'a>,
    interface: Option<&'static Interface>,
    whole: bool,
}

/// Both the first and the last fragment.
const WHOLE: u8 = 3;

impl<'a> Stub<'a> {
    /// The data from `c` to what authenticates them.
    pub(super) fn read(known: &Known<'a>, p: &Pdu5<'_>, c: &Cursor<'a>, operation: Option<u16>) -> Stub<'a> {
        let trailer = auth::Trailer::of(p);
        let end = trailer.as_ref().map_or(c.left(), |t| c.left().saturating_sub(t.len));
        let sealed = trailer.as_ref().is_some_and(|t| t.level == auth::LEVEL_PRIVACY);
        let pad = trailer.as_ref().map_or(0, |t| usize::from(t.pad));
        // A pipe may hand on only the beginning of a PDU.
        let told = p
            .start
            .peek_bytes(8, 2)
            .map_or(0, |n| if p.little { requin_wire::le(n) } else { requin_wire::be(n) });
        let whole = p.flags & WHOLE == WHOLE && p.start.left() as u64 >= told;
        let interface = known.interface.and_then(interfaces::find).filter(|_| operation.is_some());
        // Padding is encrypted together with the data before it, and belongs to fragments.
        let pad = if sealed || pad > end || (interface.is_some() && !whole) { 0 } else { pad };
        let mut rest = *c;
        let data = rest.take(end - pad);
        let padding = rest.take(pad);
        let call = Call {
            operation: operation.unwrap_or_default(),
            response: p.kind == RESPONSE,
            request: known.request.map(|r| r.frame),
            opened: known.opened,
            closed: known.closed,
            named: known.named,
            version: known.version,
            sealed,
            little: p.little,
            wide: known.wide,
        };
        Stub { data, padding, call, interface, whole }
    }

    fn reads(&self, interface: &Interface) -> bool {
        interface.reads(self.call.operation.into(), self.call.response)
    }

    /// What stands in the node of DCE/RPC.
    pub(super) fn inside<S: Sink>(&mut self, cx: &mut Cx<'_, S>, known: &Known<'_>, context: u64) -> Step {
        let n = self.data.left();
        if let Some(interface) = self.interface {
            if self.whole && n == 0 {
                // Where nothing was to be read tshark takes the interface for one that nobody knows.
                cx.hidden(UNKNOWN_IF_ID, self.data.span(0), Value::U(1));
            } else if self.whole && !self.call.sealed && self.reads(interface) {
                let all = self.data;
                let behind;
                (self.data, behind) = verification::split(&all);
                complete(cx, &all, &self.data, behind)?;
            }
            return Ok(());
        }
        if known.interface.is_none() {
            let (at, said) = (self.data.span(0), "No bind info for interface Context ID ");
            let line = cx.line(at, |o| _ = o.s(said).u(context).s(" - capture start too late?"));
            cx.expert_with(NO_BIND, line, at, |o| _ = o.s(said).u(context).s(" - capture start too late?"));
        } else if let Some(uuid) = known.interface.and_then(<[u8]>::first_chunk::<16>)
            && interfaces::find(uuid).is_none()
        {
            cx.info_add(|o| {
                write_uuid(o.s(" "), uuid);
                o.s(" V").u(known.version);
            });
            cx.hidden(UNKNOWN_IF_ID, self.data.span(0), Value::U(1));
        }
        if n > 0 {
            cx.bytes(if self.call.sealed { ENCRYPTED_STUB_DATA } else { STUB_DATA }, &mut self.data, n)?;
        }
        let n = self.padding.left();
        if n > 0 {
            cx.bytes(AUTH_PADDING, &mut self.padding, n)?;
        }
        Ok(())
    }

    /// What stands in nodes of its own.
    pub(super) fn outside<S: Sink>(mut self, cx: &mut Cx<'_, S>) -> Step {
        let Some(interface) = self.interface else { return Ok(()) };
        if self.whole {
            return interfaces::call(cx, interface, &self.call, self.data, self.padding);
        }
        let n = self.data.left();
        let field = if self.call.sealed { ENCRYPTED_STUB_DATA } else { STUB_DATA };
        cx.at_top(|cx| cx.bytes(field, &mut self.data, n).map(|_| ()))
    }
}

/// All data, the arguments, and what verifies them.
fn complete<S: Sink>(cx: &mut Cx<'_, S>, all: &Cursor<'_>, args: &Cursor<'_>, behind: Cursor<'_>) -> Step {
    let (n, payload) = (all.left(), args.left());
    let line = cx.line(all.span(n), |o| size(o.s("Complete stub data"), n));
    cx.under(line, |cx| {
        let item = cx.add(PAYLOAD_STUB_DATA, args.span(payload), Value::None);
        cx.label(item, |o| size(o.s("Payload stub data"), payload));
        if behind.is_empty() { Ok(()) } else { verification::trailer(cx, behind) }
    })
}

/// Data that nobody reads.
pub(super) fn unread<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    match c.left() {
        0 => Ok(()),
        n => cx.bytes(STUB_DATA, c, n).map(|_| ()),
    }
}

/// What tells more of a fault.
pub(super) fn fault<S: Sink>(cx: &mut Cx<'_, S>, known: &Known<'_>, mut c: Cursor<'_>) -> Step {
    let n = c.left();
    if n == 0 || known.request.is_none() {
        return Ok(());
    }
    let line = cx.line(c.span(n), |o| size(o.s("Fault stub data"), n));
    cx.under(line, |cx| cx.bytes(FAULT_STUB_DATA, &mut c, n).map(|_| ()))
}

fn size(o: &mut requin_wire::Out<'_>, n: usize) {
    o.s(" (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
}
