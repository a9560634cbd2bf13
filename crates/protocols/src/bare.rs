//! Columns of usual frames of which no protocol above the transport has anything to say: acknowledgments, the midst of
//! a long message, bytes that nobody knows. They are half of most captures, and what their columns say stands in the
//! transport's header and in the facts. It is what the dissectors say: a test compares both on every capture of the
//! project.

use crate::Usual;
use crate::transport::{tcp, udp};
use requin_wire::{
    Cursor, Dissection, FRAME, Facts, Meta, Ports, ProtoId, Registry, Table, TransportKind, Want,
};

/// Whether columns are all that is wanted.
#[must_use]
pub fn columns_alone(want: &Want) -> bool {
    want.columns && !want.labels && want.fields().next().is_none()
}

/// Writes the columns of a usual frame. `false`: it has to be dissected.
#[inline]
pub fn bare_columns(
    registry: &Registry,
    meta: &Meta,
    facts: &Facts<'_>,
    bytes: &[u8],
    usual: &Usual,
    out: &mut Dissection,
) -> bool {
    let t = &usual.transport;
    let known = facts.transports.first();
    let above = Above { registry, ports: Ports { src: t.src_port, dst: t.dst_port } };
    let payload = || {
        let mut c = Cursor::new(bytes, meta.original.max(meta.captured) as usize, FRAME);
        c.advance(t.payload.start as usize);
        c.within(t.payload_len as usize)
    };
    let name: &[u8] = match t.kind {
        TransportKind::Tcp if tcp::bare::info(&above, known, t, bytes, payload, out) => b"TCP",
        TransportKind::Udp if udp::bare(&above, known, usual, bytes, payload, out) => b"UDP",
        _ => return false,
    };
    let c = &mut out.columns;
    (c.src, c.dst, c.printable) = (t.src, t.dst, true);
    c.protocol.text.extend_from_slice(name);
    true
}

/// Who may be above a transport.
pub(crate) struct Above<'r> {
    pub(crate) registry: &'r Registry,
    ports: Ports,
}

impl Above<'_> {
    /// Whether nobody is asked about a payload, by the conversation or the ports, nor takes it by its looks.
    #[inline]
    pub(crate) fn is_nobody(&self, table: Table, app: Option<ProtoId>, payload: &Cursor<'_>) -> bool {
        let Some(table) = self.registry.table(table) else { return false };
        app.is_none()
            && table.find(u32::from(self.ports.src)).is_none()
            && table.find(u32::from(self.ports.dst)).is_none()
            && !table.likely(payload.rest()).any(|(accepts, _)| accepts(payload, self.ports))
    }
}
