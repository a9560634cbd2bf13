//! Which conversations may tell others something.

use requin_wire::{KeyTable, ProtoId, Registry, Table, Transport, TransportKind};

/// Knows of which conversations others learn: an FTP session announces data connections, say. Those of all
/// other protocols can be left out by somebody who wants to see none of their frames, and what is known of
/// the rest stays the same.
pub struct Tells {
    tcp: Option<Ports>,
    udp: Option<Ports>,
}

/// The same for one transport.
struct Ports {
    table: KeyTable,
    /// By number of the protocol.
    beyond: Vec<bool>,
    /// Protocols that are known by their looks tell something: any conversation may be one of theirs.
    by_looks: bool,
    /// So are those that are known for sure by their looks, whatever their ports.
    surely: bool,
}

impl Tells {
    /// Given which protocols [remember](crate::Flow::only) anything.
    #[must_use]
    pub fn new(registry: &Registry, remembers: &dyn Fn(ProtoId) -> bool) -> Tells {
        let beyond: Vec<bool> =
            registry.protos().iter().map(|p| p.remember.is_some() && p.beyond && remembers(p.id)).collect();
        let ports = |t| {
            let table = registry.table(t)?.clone();
            let any = |list: &[(requin_wire::Accepts, ProtoId)]| {
                list.iter().any(|(_, id)| beyond.get(usize::from(id.0)).copied().unwrap_or(true))
            };
            let (by_looks, surely) = (any(table.heuristics()), any(table.sure()));
            Some(Ports { table, beyond: beyond.clone(), by_looks, surely })
        };
        Tells { tcp: ports(Table::Tcp), udp: ports(Table::Udp) }
    }

    /// Whether others may learn something of the conversation that a header belongs to.
    #[inline]
    #[must_use]
    pub fn others(&self, t: &Transport) -> bool {
        let ports = match t.kind {
            TransportKind::Tcp => &self.tcp,
            TransportKind::Udp => &self.udp,
            TransportKind::Sctp | TransportKind::Dccp => return true,
        };
        let Some(p) = ports else { return true };
        if p.surely {
            return true;
        }
        let (low, high) = (t.src_port.min(t.dst_port), t.src_port.max(t.dst_port));
        match p.table.find(u32::from(low)).or_else(|| p.table.find(u32::from(high))) {
            Some(id) => p.beyond.get(usize::from(id.0)).copied().unwrap_or(true),
            None => p.by_looks,
        }
    }
}
