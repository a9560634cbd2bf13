//! Frames as they usually are: Ethernet, IPv4 without options or IPv6 without extension headers, not
//! fragmented, then TCP or UDP with a whole header.
//!
//! Nearly every frame of nearly every capture is one, and everything that the fixed headers say lies at
//! offsets that are known after a few comparisons. This finds those offsets, and reads such fields from
//! them; it says nothing of any other frame, which then takes the usual way through the dissectors. What it
//! says is what they say: a test compares both on every capture of the project.

use crate::link::ethernet::{ADDR as ETH_ADDR, DST as ETH_DST, SRC as ETH_SRC, TYPE as ETH_TYPE};
use crate::link::{ethernet, ethertype};
use crate::meta::{self, frame};
use crate::network::{ipv4, ipv6};
use crate::transport::{tcp, udp};
use requin_wire::{
    Addr, Block, Cursor, Cx, Dissection, FRAME, Facts, Field, FieldDef, FieldType, Layer, Meta, Node, Pick,
    ProtoId, Registry, Row, Span, Stage, Table, Transport, TransportKind, Value, Want, block, decode,
};

/// Length of an Ethernet header in bytes.
const ETHERNET: usize = 14;
/// Link type of Ethernet.
const LINK: u32 = 1;

/// Where a usual frame has its headers, and what they say of the conversation.
#[derive(Clone, Copy, Debug)]
pub struct Usual {
    pub(crate) v6: bool,
    /// Offset of the transport header.
    pub(crate) at: u32,
    /// Where the packet ends on the wire, and where it ends in what was captured.
    pub(crate) end: u32,
    /// The transport header, as the dissectors would tell of it.
    pub transport: Transport,
}

/// Knows usual frames, as long as nothing was decoded as something else.
#[derive(Clone, Copy)]
pub struct Usuals<'r> {
    registry: &'r Registry,
    v4: bool,
    v6: bool,
    tcp: bool,
    udp: bool,
}

impl<'r> Usuals<'r> {
    /// For the tables of this registry.
    #[must_use]
    pub fn new(registry: &'r Registry) -> Usuals<'r> {
        let leads = |table, key, to| registry.find(table, key) == Some(to);
        let ethernet = leads(Table::Link, LINK, ethernet::ID);
        Usuals {
            registry,
            v4: ethernet && leads(Table::Ether, 0x0800, ipv4::ID),
            v6: ethernet && leads(Table::Ether, 0x86dd, ipv6::ID),
            tcp: leads(Table::IpProto, 6, tcp::ID),
            udp: leads(Table::IpProto, 17, udp::ID),
        }
    }

    /// The headers of a usual frame; `None` for any other.
    #[must_use]
    pub fn headers(&self, meta: &Meta, bytes: &[u8]) -> Option<Usual> {
        let mut found = None;
        self.put_headers(meta, bytes, &mut found);
        found
    }

    /// Puts the headers of a usual frame into `out`, and leaves it as it is for any other. They are many words, which
    /// had better be written only once.
    #[inline]
    pub fn put_headers(&self, meta: &Meta, bytes: &[u8], out: &mut Option<Usual>) {
        _ = self.find(meta, bytes, out);
    }

    #[inline]
    fn find(&self, meta: &Meta, bytes: &[u8], out: &mut Option<Usual>) -> Option<()> {
        let h = bytes.first_chunk::<{ ETHERNET + 20 }>()?;
        if u32::from(meta.link) != LINK {
            return None;
        }
        let reported = meta.original.max(meta.captured) as usize;
        let net = ETHERNET;
        let (next, at, said, src, dst);
        let v6 = match (h[12], h[13], h[14] >> 4) {
            // A header of five words, no fragment: the offset is zero and no more follow.
            (0x08, 0x00, 4) if self.v4 && h[14] == 0x45 && (h[20] & 0x3f, h[21]) == (0, 0) => {
                let length = usize::from(u16::from_be_bytes([h[16], h[17]]));
                (next, at, said) = (h[23], net + 20, length);
                (src, dst) =
                    (Addr::ipv4([h[26], h[27], h[28], h[29]]), Addr::ipv4([h[30], h[31], h[32], h[33]]));
                false
            }
            (0x86, 0xdd, 6) if self.v6 => {
                let h = bytes.first_chunk::<{ ETHERNET + 40 }>()?;
                let length = usize::from(u16::from_be_bytes([h[18], h[19]]));
                // A length of zero means something else.
                (next, at, said) = (h[20], net + 40, if length == 0 { 0 } else { 40 + length });
                let (from, to) = (h[22..].first_chunk()?, h[38..].first_chunk()?);
                (src, dst) = (Addr::ipv6(from), Addr::ipv6(to));
                true
            }
            _ => return None,
        };
        let end = (net + said).min(reported);
        if end < reported && bytes.len() < reported {
            // What Ethernet has behind the packet was cut: it says so.
            return None;
        }
        let all = bytes.get(at..bytes.len().min(end))?;
        let (kind, src_port, dst_port, header, len) = match next {
            6 if self.tcp => {
                let t = all.first_chunk::<20>()?;
                let header = usize::from(t[12] >> 4) * 4;
                if header < 20 || all.len() < header {
                    return None;
                }
                let ports = (u16::from_be_bytes([t[0], t[1]]), u16::from_be_bytes([t[2], t[3]]));
                (TransportKind::Tcp, ports.0, ports.1, header, end - at - header)
            }
            17 if self.udp => {
                let t = all.first_chunk::<8>()?;
                let length = usize::from(u16::from_be_bytes([t[4], t[5]]));
                let ports = (u16::from_be_bytes([t[0], t[1]]), u16::from_be_bytes([t[2], t[3]]));
                (TransportKind::Udp, ports.0, ports.1, 8, length.checked_sub(8)?.min(end - at - 8))
            }
            _ => return None,
        };
        if len > 0 && self.carries(kind, src_port, dst_port) {
            return None;
        }
        let captured = len.min(all.len() - header);
        *out = Some(Usual {
            v6,
            at: at as u32,
            end: end as u32,
            transport: Transport {
                kind,
                quoted: false,
                src,
                dst,
                src_port,
                dst_port,
                header: Span::new(FRAME, at, header),
                payload: Span::new(FRAME, at + header, captured),
                payload_len: len as u32,
            },
        });
        Some(())
    }

    /// Whether the ports lead to something that carries whole packets, or may.
    #[inline]
    fn carries(&self, kind: TransportKind, src: u16, dst: u16) -> bool {
        let table = if kind == TransportKind::Tcp { Table::Tcp } else { Table::Udp };
        let of = |port: u16| {
            let above = self.registry.find(table, u32::from(port)).and_then(|id| self.registry.proto(id));
            above.is_some_and(|p| p.stage != Stage::App)
        };
        of(src) || of(dst)
    }
}

/// Whether nothing is wanted of the layers below the transport, so that a usual frame's dissection may begin
/// there.
#[must_use]
pub fn begins_at_transport(registry: &Registry, want: &Want) -> bool {
    let below =
        [meta::expert::ID, meta::comment::ID, frame::ID, ethernet::ID, ethertype::ID, ipv4::ID, ipv6::ID];
    !want.labels && !want.fields().any(|f| below.contains(&registry.owner(f)))
}

/// Dissects a usual frame from its transport on, for wants that [begin there](begins_at_transport).
pub fn dissect_usual(
    registry: &Registry,
    want: &Want,
    meta: &Meta,
    facts: &Facts<'_>,
    bytes: &[u8],
    usual: &Usual,
    out: &mut Dissection,
) {
    out.clear();
    let mut cx = Cx::<Pick>::new(meta, facts, registry, want, out);
    let t = &usual.transport;
    let mut c = Cursor::new(bytes, meta.original.max(meta.captured) as usize, FRAME);
    let whole = c.span(usize::MAX);
    c.advance(ETHERNET);
    let packet = c.span(usize::MAX);
    let layer = |proto, span| Layer { proto, nth: 1, span };
    let network = if usual.v6 { ipv6::ID } else { ipv4::ID };
    let layers = [
        layer(frame::ID, whole),
        layer(ethernet::ID, whole),
        layer(ethertype::ID, packet),
        layer(network, packet),
    ];
    cx.begin_above(&layers, 3, t.src, t.dst);
    // Where IPv6 and IPv4 have it.
    cx.hop_limit = bytes.get(ETHERNET + if usual.v6 { 7 } else { 8 }).copied();
    let mut body = c.within(usual.end as usize - ETHERNET);
    body.advance(usual.at as usize - ETHERNET);
    let transport = if t.kind == TransportKind::Tcp { tcp::ID } else { udp::ID };
    let step = cx.call(transport, body);
    meta::mark(&mut cx, step, &c);
}

block! { ETHERNET_ROWS[14]: ETH_DST @0, ETH_ADDR @0, ETH_SRC @6, ETH_ADDR @6, ETH_TYPE @12 }

mod v4 {
    use crate::network::ipv4::*;
    requin_wire::block! {
        pub(super) ROWS[20]:
            DSFIELD @1, DSCP @1, ECN @1, LEN @2, ID_FIELD @4, FLAGS @6, FLAGS_RB @6 1, FLAGS_DF @6 1, FLAGS_MF @6 1,
            TTL @8, PROTOCOL @9, CHECKSUM @10, SRC @12, ~ADDR @12, DST @16, ~ADDR @16
    }
}

mod v6 {
    use crate::network::ipv6::*;
    requin_wire::block! {
        pub(super) ROWS[40]: PLEN @4, NXT @6, HLIM @7, SRC @8, ~ADDR @8, DST @24, ~ADDR @24
    }
}

mod tcp_rows {
    use crate::transport::tcp::*;
    requin_wire::block! {
        pub(super) ROWS[20]:
            SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2, SEQ_RAW @4, ACK_RAW @8, FLAGS @12, FLAGS_RES @12 2,
            FLAGS_URG @12 2, FLAGS_ACK @12 2, FLAGS_PUSH @12 2, FLAGS_RESET @12 2, FLAGS_SYN @12 2, FLAGS_FIN @12 2,
            WINDOW_SIZE_VALUE @14, CHECKSUM @16, URGENT_POINTER @18
    }
}

mod udp_rows {
    use crate::transport::udp::*;
    requin_wire::block! {
        pub(super) ROWS[8]: SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2, LENGTH @4, CHECKSUM @6
    }
}

/// The wanted rows of one header.
struct Part {
    proto: ProtoId,
    /// The header's own node is wanted.
    whole: bool,
    rows: Vec<(&'static FieldDef, Row)>,
}

impl Part {
    fn new<const N: usize>(
        registry: &Registry,
        want: &Want,
        proto: ProtoId,
        block: &'static Block<N>,
    ) -> Part {
        let base = registry.proto(proto).map_or(Field::TEXT, |p| Field(p.base));
        let rows = block.rows.iter().filter(|r| want.has(r.field));
        Part { proto, whole: want.has(base), rows: rows.map(|r| (registry.field(r.field), *r)).collect() }
    }

    /// Appends the nodes of the header that lies at `at`, `len` bytes long, in a packet that ends at `end`.
    #[inline]
    fn take(
        &self,
        registry: &Registry,
        bytes: &[u8],
        at: usize,
        len: usize,
        end: usize,
        out: &mut Dissection,
    ) {
        let span = Span::new(FRAME, at, end.saturating_sub(at));
        if !self.whole && self.rows.is_empty() {
            return;
        }
        if self.whole
            && let Some(p) = registry.proto(self.proto)
        {
            let short = Span::new(FRAME, at, len);
            out.nodes.push(Node::new(Field(p.base), 0, 0, 1, short, Value::Bytes(span)));
        }
        for (def, row) in &self.rows {
            let width = if row.width == 0 { usize::from(def.kind.width()) } else { usize::from(row.width) };
            let from = at + usize::from(row.at);
            let Some(b) = bytes.get(from..from + width) else { return };
            let span = Span::new(FRAME, from, width);
            let node = |value| Node::new(row.field, 1, row.flags, 1, span, value);
            match b {
                // Ports, mostly.
                [high, low] if def.mask == 0 && def.kind == FieldType::U16 => {
                    out.nodes.push(node(Value::U(u64::from(u16::from_be_bytes([*high, *low])))));
                }
                _ => {
                    out.nodes.push(node(Value::None));
                    if let Some(node) = out.nodes.last_mut() {
                        decode(def, b, span, false, &mut node.value);
                    }
                }
            }
        }
    }
}

/// Fields that the fixed headers of usual frames have, read without the dissectors.
pub struct HeaderFields {
    ethernet: Part,
    v4: Part,
    v6: Part,
    tcp: Part,
    udp: Part,
}

impl HeaderFields {
    /// For all that is wanted; `None` when anything is wanted that takes more than fixed headers.
    #[must_use]
    pub fn new(registry: &Registry, want: &Want) -> Option<HeaderFields> {
        if want.columns || want.labels {
            return None;
        }
        let h = HeaderFields {
            ethernet: Part::new(registry, want, ethernet::ID, &ETHERNET_ROWS),
            v4: Part::new(registry, want, ipv4::ID, &v4::ROWS),
            v6: Part::new(registry, want, ipv6::ID, &v6::ROWS),
            tcp: Part::new(registry, want, tcp::ID, &tcp_rows::ROWS),
            udp: Part::new(registry, want, udp::ID, &udp_rows::ROWS),
        };
        let parts = [&h.ethernet, &h.v4, &h.v6, &h.tcp, &h.udp];
        let known = |f: Field| {
            parts.iter().any(|p| {
                p.whole && registry.proto(p.proto).is_some_and(|p| p.base == f.0)
                    || p.rows.iter().any(|(_, r)| r.field == f)
            })
        };
        want.fields().all(known).then_some(h)
    }

    /// Leaves in `out` what the dissectors would leave there of a usual frame, columns and labels apart.
    /// `false`, and `out` as it was, when they have to do it after all.
    #[inline]
    pub fn take(
        &self,
        registry: &Registry,
        meta: &Meta,
        bytes: &[u8],
        usual: &Usual,
        out: &mut Dissection,
    ) -> bool {
        if !HeaderFields::tell_all(usual) {
            return false;
        }
        out.clear();
        let whole = bytes.len().min(meta.original.max(meta.captured) as usize);
        let at = usual.at as usize;
        let end = whole.min(usual.end as usize);
        let (net, transport) = self.parts(usual);
        let layer =
            |proto, from: usize, to: usize| Layer { proto, nth: 1, span: Span::new(FRAME, from, to - from) };
        out.layers.extend_from_slice(&[
            layer(frame::ID, 0, whole),
            layer(ethernet::ID, 0, whole),
            layer(ethertype::ID, ETHERNET, whole),
            layer(net.proto, ETHERNET, whole),
            layer(transport.proto, at, end),
        ]);
        self.nodes(registry, bytes, usual, whole, out);
        out.transports.push(usual.transport);
        true
    }

    /// As [`take`](HeaderFields::take), for somebody who looks at nodes alone: nothing else in `out` is touched.
    #[inline]
    pub fn take_nodes(
        &self,
        registry: &Registry,
        meta: &Meta,
        bytes: &[u8],
        usual: &Usual,
        out: &mut Dissection,
    ) -> bool {
        if !HeaderFields::tell_all(usual) {
            return false;
        }
        out.nodes.clear();
        let whole = bytes.len().min(meta.original.max(meta.captured) as usize);
        self.nodes(registry, bytes, usual, whole, out);
        true
    }

    /// Whether nothing else stands between the fields of the headers: a guess at traceroute does.
    #[inline]
    fn tell_all(usual: &Usual) -> bool {
        let t = &usual.transport;
        let guess = |port| udp::TRACEROUTE.contains(&port);
        t.kind != TransportKind::Udp || !guess(t.src_port) && !guess(t.dst_port)
    }

    #[inline]
    fn nodes(&self, registry: &Registry, bytes: &[u8], usual: &Usual, whole: usize, out: &mut Dissection) {
        let at = usual.at as usize;
        let end = whole.min(usual.end as usize);
        let (net, transport) = self.parts(usual);
        self.ethernet.take(registry, bytes, 0, ETHERNET, whole, out);
        net.take(registry, bytes, ETHERNET, at - ETHERNET, whole, out);
        transport.take(registry, bytes, at, usual.transport.header.len as usize, end, out);
    }

    #[inline]
    fn parts(&self, usual: &Usual) -> (&Part, &Part) {
        let udp = usual.transport.kind == TransportKind::Udp;
        (if usual.v6 { &self.v6 } else { &self.v4 }, if udp { &self.udp } else { &self.tcp })
    }
}
