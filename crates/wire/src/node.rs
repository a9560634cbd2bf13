//! What a dissection leaves behind: nodes, layers, columns, and the buffers they point into.

use crate::{FIRST_SOURCE, FRAME, Field, Fragment, SCRATCH, Span, Value};
use std::sync::Arc;

/// A protocol by its number in the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ProtoId(pub u16);

/// One item of the tree, or one wanted field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// Which field; [`Field::TEXT`] for a line of text.
    pub field: Field,
    /// How deep it stands in the tree, 0 at the top. A node's subtree are the deeper nodes right behind it.
    pub depth: u8,
    /// Sum of the `Node::` flags.
    pub flags: u8,
    /// Of the layers of its protocol in this frame, the how-manieth it belongs to, from 1.
    pub layer: u8,
    /// The bytes it was read from.
    pub span: Span,
    /// Its value.
    pub value: Value,
    /// Text of its own in [`Dissection::text`]: instead of the usual label, or behind it ([`Node::APPEND`]).
    pub label: (u32, u32),
    /// Index + 1 of the node it belongs under, when it was added after that one's turn.
    late: u32,
}

impl Node {
    /// Not shown in the tree, yet filters find it.
    pub const HIDDEN: u8 = 1;
    /// Not in the packet's bytes but concluded from them; shown in square brackets.
    pub const GENERATED: u8 = 2;
    /// The label stands behind the usual text instead of replacing it.
    pub const APPEND: u8 = 4;
    /// The bytes are little-endian.
    pub const LITTLE: u8 = 8;

    /// A node without a label, in its place.
    #[inline]
    #[must_use]
    pub const fn new(field: Field, depth: u8, flags: u8, layer: u8, span: Span, value: Value) -> Node {
        Node { field, depth, flags, layer, span, value, label: (0, 0), late: 0 }
    }

    /// Whether all of `flags` are set.
    #[must_use]
    pub fn has(&self, flags: u8) -> bool {
        self.flags & flags == flags
    }
}

/// Handle of a node just added, good until the dissection ends. Sinks that did not take the node give
/// a handle that leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item(pub(crate) u32);

impl Item {
    /// Leads nowhere.
    pub const NONE: Item = Item(u32::MAX);

    /// Whether the sink took the node.
    #[must_use]
    pub fn is_some(self) -> bool {
        self != Item::NONE
    }
}

/// A protocol that was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Which one.
    pub proto: ProtoId,
    /// Of its kind in this frame, from 1.
    pub nth: u8,
    /// The source and offset it begins at, and the captured bytes from there on.
    pub span: Span,
}

/// What kind an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum AddrKind {
    /// None known.
    #[default]
    None,
    /// IEEE 802 hardware address, 6 bytes.
    Ether,
    /// 4 bytes.
    Ipv4,
    /// 16 bytes.
    Ipv6,
    /// Anything else, already written: the text lies in [`Dissection::scratch`], at a start and a length of 4 bytes each.
    Text,
}

/// An address, for columns and conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Addr {
    /// What it is.
    pub kind: AddrKind,
    /// Its bytes; those beyond the kind's length are zero.
    pub bytes: [u8; 16],
}

impl Addr {
    /// An IPv4 address.
    #[inline]
    #[must_use]
    pub const fn ipv4([a, b, c, d]: [u8; 4]) -> Addr {
        Addr { kind: AddrKind::Ipv4, bytes: [a, b, c, d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }
    }

    /// An IPv6 address.
    #[inline]
    #[must_use]
    pub const fn ipv6(bytes: &[u8; 16]) -> Addr {
        Addr { kind: AddrKind::Ipv6, bytes: *bytes }
    }

    /// An address of the given kind; at most 16 bytes are kept.
    #[inline]
    #[must_use]
    pub fn new(kind: AddrKind, bytes: &[u8]) -> Addr {
        let mut a = Addr { kind, bytes: [0; 16] };
        for (to, from) in a.bytes.iter_mut().zip(bytes) {
            *to = *from;
        }
        a
    }
}

/// One text column: what is behind the fence stays when the column is set anew.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The text.
    pub text: Vec<u8>,
    pub(crate) fence: usize,
}

/// The columns that dissectors write.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Name of the protocol.
    pub protocol: Column,
    /// The summary.
    pub info: Column,
    /// The innermost source address.
    pub src: Addr,
    /// The innermost destination address.
    pub dst: Addr,
    /// Nothing of the texts stands in the packet: there is nothing in them that can't be printed.
    pub printable: bool,
}

/// Bytes that a dissector gained from those of the frame.
#[derive(Debug)]
pub struct Source {
    /// As a hex pane calls it: `Decrypted QUIC`.
    pub name: &'static str,
    /// The bytes: those of a PDU that was put together are shared with the facts.
    pub bytes: Arc<Vec<u8>>,
}

/// All that a dissection leaves behind. One is made and used for packet after packet.
#[derive(Debug, Default)]
pub struct Dissection {
    /// What the sink took, in the order of the tree.
    pub nodes: Vec<Node>,
    /// Labels.
    pub text: Vec<u8>,
    /// Bytes made by dissectors: names with compression undone, texts.
    pub scratch: Vec<u8>,
    /// Further sources, from number [`FIRST_SOURCE`] on.
    pub sources: Vec<Source>,
    /// The layers in the order they were met.
    pub layers: Vec<Layer>,
    /// What dissectors wrote for the summary line.
    pub columns: Columns,
    /// Transport headers in the order they were met: where conversations take their facts from.
    pub transports: Vec<Transport>,
    /// What protocols below the transports want to remember.
    pub asides: Vec<Aside>,
    /// Fragments of packets, in the order they were met.
    pub fragments: Vec<Fragment>,
    /// Content type of the body that is being dissected, its parameters included; see
    /// [`Cx::with_media`](crate::Cx::with_media).
    pub(crate) media: Vec<u8>,
    pub(crate) has_late: bool,
    /// A bit for each protocol (by the last six bits of its number) that may be among the layers.
    met: u64,
    moves: Vec<Move>,
    /// Items (by the last bits of their depth) whose subtrees were found open, and up to which node.
    open: [(u32, u32); OPEN],
}

/// How many items are remembered to be open: as many as usual trees are deep.
const OPEN: usize = 8;
/// Groups of late nodes that are moved in a frame: moving takes the longer the more there are, so that a frame made
/// for it could take minutes. The others stay where they were added.
const MOST_MOVES: usize = 1000;

/// What kind of transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TransportKind {
    /// RFC 9293.
    Tcp,
    /// RFC 768, and UDP-Lite.
    Udp,
    /// RFC 9260.
    Sctp,
    /// RFC 4340.
    Dccp,
}

/// A transport header that was met: what conversations are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transport {
    /// Which transport.
    pub kind: TransportKind,
    /// Quoted in an ICMP error: it tells of a conversation without being part of it.
    pub quoted: bool,
    /// Sender's address.
    pub src: Addr,
    /// Receiver's address.
    pub dst: Addr,
    /// Sender's port.
    pub src_port: u16,
    /// Receiver's port.
    pub dst_port: u16,
    /// Where the header lies, as far as it was captured.
    pub header: Span,
    /// Where the payload lies, as far as it was captured.
    pub payload: Span,
    /// Length of the payload on the wire, in bytes.
    pub payload_len: u32,
}

/// Bytes of a protocol below the transports that its [`Remember`](crate::Remember) function is to see.
#[derive(Clone, Copy, Debug)]
pub struct Aside {
    /// Which protocol.
    pub proto: ProtoId,
    /// Sender's address.
    pub src: Addr,
    /// Receiver's address.
    pub dst: Addr,
    /// Where the bytes lie, as far as they were captured.
    pub span: Span,
    /// How many there were on the wire.
    pub reported: u32,
}

/// Bytes of a buffer that are kept for the next frame.
const KEPT: usize = 1 << 20;

/// Empties a buffer, and gives back what is beyond [`KEPT`].
fn empty<T>(buffer: &mut Vec<T>) {
    buffer.clear();
    if buffer.capacity() > KEPT / size_of::<T>().max(1) {
        give_back(buffer);
    }
}

#[cold]
fn give_back<T>(buffer: &mut Vec<T>) {
    *buffer = Vec::new();
}

impl Dissection {
    /// Forgets everything and keeps the buffers, as far as usual frames need them: a frame with a body of megabytes
    /// doesn't decide how much memory is held from there on.
    pub fn clear(&mut self) {
        empty(&mut self.nodes);
        empty(&mut self.text);
        empty(&mut self.scratch);
        self.sources.clear();
        self.layers.clear();
        self.transports.clear();
        self.asides.clear();
        self.fragments.clear();
        self.media.clear();
        self.has_late = false;
        self.open = [(0, 0); OPEN];
        self.met = 0;
        let c = &mut self.columns;
        c.protocol.text.clear();
        c.protocol.fence = 0;
        c.info.text.clear();
        c.info.fence = 0;
        c.src = Addr::default();
        c.dst = Addr::default();
        c.printable = false;
    }

    /// The bytes of a span, as far as they are there; `frame` are those of the packet.
    #[inline]
    #[must_use]
    pub fn bytes<'a>(&'a self, frame: &'a [u8], span: Span) -> &'a [u8] {
        let all = match span.source {
            FRAME => frame,
            SCRATCH => &self.scratch,
            n => self.sources.get(usize::from(n - FIRST_SOURCE)).map_or(&[][..], |s| &s.bytes),
        };
        span.of(all)
    }

    /// Notes a layer; how many of its kind there are now.
    #[inline]
    pub(crate) fn meet(&mut self, proto: ProtoId, span: Span) -> u8 {
        let bit = 1 << (proto.0 & 63);
        let mut nth = 1;
        if self.met & bit != 0 {
            nth += self.layers.iter().filter(|l| l.proto == proto).count().min(254) as u8;
        }
        self.met |= bit;
        self.layers.push(Layer { proto, nth, span });
        nth
    }

    /// The label a node has of its own.
    #[must_use]
    pub fn label(&self, node: &Node) -> &[u8] {
        let (start, len) = (node.label.0 as usize, node.label.1 as usize);
        self.text.get(start..start.saturating_add(len)).unwrap_or_default()
    }

    #[inline]
    pub(crate) fn push(
        &mut self,
        field: Field,
        depth: u8,
        flags: u8,
        layer: u8,
        span: Span,
        value: Value,
    ) -> Item {
        let item = Item(self.nodes.len() as u32);
        self.nodes.push(Node::new(field, depth, flags, layer, span, value));
        item
    }

    pub(crate) fn node_mut(&mut self, item: Item) -> Option<&mut Node> {
        self.nodes.get_mut(item.0 as usize)
    }

    /// Cuts a node's text to so many bytes, between characters.
    pub(crate) fn cut_label(&mut self, item: Item, most: usize) {
        let Some(node) = self.nodes.get_mut(item.0 as usize) else { return };
        let (start, len) = (node.label.0 as usize, node.label.1 as usize);
        if len > most {
            let inside = |at: usize| self.text.get(start + at).is_some_and(|b| b & 0xc0 == 0x80);
            let cut = (0..=most).rev().find(|at| !inside(*at)).unwrap_or(0);
            node.label.1 = cut as u32;
        }
    }

    /// Marks the nodes from `from` on as belonging under `parent`, which is not the last subtree any more.
    pub(crate) fn mark_late(&mut self, from: usize, parent: Item) {
        for node in self.nodes.iter_mut().skip(from).filter(|n| n.late == 0) {
            node.late = parent.0 + 1;
            self.has_late = true;
        }
        self.changes_from(from);
    }

    /// Whether the subtree of `item` is still the last one, so that a new node would fall under it.
    pub(crate) fn is_open(&mut self, item: Item) -> bool {
        let Some(depth) = self.nodes.get(item.0 as usize).map(|n| n.depth) else { return true };
        // What was looked at before is not looked at again: a long list may add to the same item for each entry.
        let Some(known) = self.open.get_mut(usize::from(depth) % OPEN) else { return true };
        let seen = if known.0 == item.0 { known.1 } else { 0 };
        let from = seen.max(item.0 + 1) as usize;
        let open = self.nodes.iter().skip(from).all(|n| n.depth > depth && n.late == 0);
        if open {
            *known = (item.0, self.nodes.len() as u32);
        }
        open
    }

    /// Forgets which items were found open by nodes from `from` on: these change, or go.
    pub(crate) fn changes_from(&mut self, from: usize) {
        for known in &mut self.open {
            known.1 = known.1.min(from as u32);
        }
    }

    /// Takes the nodes from `len` on away.
    pub(crate) fn truncate_nodes(&mut self, len: usize) {
        self.nodes.truncate(len);
        self.changes_from(len);
    }

    /// Puts nodes that were added late where they belong. To be called once, at the end.
    pub(crate) fn settle(&mut self) {
        if !self.has_late {
            return;
        }
        self.has_late = false;
        self.moves.clear();
        let mut at = 0;
        while let Some(node) = self.nodes.get(at) {
            if node.late == 0 {
                at += 1;
                continue;
            }
            let late = node.late;
            if self.moves.len() >= MOST_MOVES {
                self.nodes.iter_mut().skip(at).for_each(|n| n.late = 0);
                return;
            }
            let len = self.nodes.iter().skip(at).take_while(|n| n.late == late).count();
            let parent = self.moves.iter().fold(late as usize - 1, |i, m| m.follow(i));
            // Everything before `at` stands in its place already, so the parent's subtree ends before it.
            let depth = self.nodes.get(parent).map_or(0, |p| p.depth);
            let behind = self.nodes.get(parent + 1..at).unwrap_or_default();
            let to = parent + 1 + behind.iter().take_while(|n| n.depth > depth).count();
            if let Some(part) = self.nodes.get_mut(to..at + len) {
                part.rotate_right(len);
                part.iter_mut().take(len).for_each(|n| n.late = 0);
            }
            self.moves.push(Move { from: at, to, len });
            at += len;
        }
    }
}

/// Nodes that were moved towards the front.
#[derive(Debug)]
pub(crate) struct Move {
    from: usize,
    to: usize,
    len: usize,
}

impl Move {
    /// Where the node with this index went.
    fn follow(&self, index: usize) -> usize {
        if index >= self.from && index < self.from + self.len {
            index - self.from + self.to
        } else if index >= self.to && index < self.from {
            index + self.len
        } else {
            index
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fields by number in the order of the tree, with their depths.
    fn shape(d: &Dissection) -> Vec<(u16, u8)> {
        d.nodes.iter().map(|n| (n.field.0, n.depth)).collect()
    }

    #[test]
    fn late_nodes_go_to_the_end_of_their_parents() {
        let mut d = Dissection::default();
        let add =
            |d: &mut Dissection, f: u16, depth| d.push(Field(f), depth, 0, 1, Span::default(), Value::None);
        let a = add(&mut d, 1, 0);
        let b = add(&mut d, 2, 1);
        add(&mut d, 3, 0);
        assert!(!d.is_open(a) && !d.is_open(b));
        let from = d.nodes.len();
        let c = add(&mut d, 4, 1);
        add(&mut d, 5, 2);
        d.mark_late(from, a);
        add(&mut d, 6, 0);
        let from = d.nodes.len();
        add(&mut d, 7, 2);
        d.mark_late(from, b);
        let from = d.nodes.len();
        add(&mut d, 8, 2);
        d.mark_late(from, c);
        let from = d.nodes.len();
        add(&mut d, 9, 1);
        d.mark_late(from, a);
        d.settle();
        assert_eq!(shape(&d), [(1, 0), (2, 1), (7, 2), (4, 1), (5, 2), (8, 2), (9, 1), (3, 0), (6, 0)]);
        assert!(d.nodes.iter().all(|n| n.late == 0));
    }

    #[test]
    fn what_was_found_open_is_looked_at_again_when_it_changes() {
        let mut d = Dissection::default();
        let add =
            |d: &mut Dissection, f: u16, depth| d.push(Field(f), depth, 0, 1, Span::default(), Value::None);
        let a = add(&mut d, 1, 0);
        let b = add(&mut d, 2, 1);
        add(&mut d, 3, 2);
        assert!(d.is_open(a) && d.is_open(b));
        // Another one at the same depth closes it,
        add(&mut d, 4, 1);
        assert!(d.is_open(a) && !d.is_open(b));
        // and when that is taken away, it is open again.
        d.truncate_nodes(3);
        assert!(d.is_open(a) && d.is_open(b));
        d.truncate_nodes(2);
        add(&mut d, 5, 0);
        assert!(!d.is_open(a) && !d.is_open(b));
        d.truncate_nodes(2);
        assert!(d.is_open(a));
        // So does one that is marked late after it was looked at.
        let c = add(&mut d, 6, 1);
        assert!(d.is_open(a) && d.is_open(c));
        d.mark_late(2, b);
        assert!(!d.is_open(a));
    }

    #[test]
    fn a_frame_made_to_take_long_does_not() {
        let mut d = Dissection::default();
        let parent = d.push(Field(1), 0, 0, 1, Span::default(), Value::None);
        for _ in 0..50_000 {
            assert!(d.is_open(parent));
            d.push(Field(2), 1, 0, 1, Span::default(), Value::None);
        }
        for _ in 0..50_000 {
            d.push(Field(3), 0, 0, 1, Span::default(), Value::None);
            let from = d.nodes.len();
            d.push(Field(4), 1, 0, 1, Span::default(), Value::None);
            d.mark_late(from, parent);
        }
        let start = std::time::Instant::now();
        d.settle();
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
        assert_eq!(d.nodes.len(), 150_001);
        assert_eq!(d.nodes.iter().take_while(|n| n.field != Field(3)).count(), 50_001 + MOST_MOVES);
        assert!(d.nodes.iter().all(|n| n.late == 0));
    }
}
