//! What a dissector is handed: where to put fields, columns, and the layer above.

use crate::block::{Block, decode, decode_row};
use crate::{
    Addr, AddrKind, Aside, Assembled, Cursor, Dissection, FIRST_SOURCE, Facts, Field, FieldType, Fragment,
    Item, Layer, Meta, Node, Out, Ports, ProtoId, Registry, Remembered, SCRATCH, Sink, Source, Span, Stage,
    Step, Stop, Table, Transport, TransportFacts, Value, Want, be, le,
};
use std::marker::PhantomData;

/// How deep dissectors may call each other.
const MAX_CALLS: u8 = 100;
/// How many nodes a frame may have.
const MAX_NODES: usize = 200_000;

/// The surroundings of a dissector.
pub struct Cx<'a, S: Sink> {
    /// What the capture says of the frame.
    pub meta: &'a Meta,
    /// What earlier frames say of it.
    pub facts: &'a Facts<'a>,
    /// Protocols, fields, tables, preferences.
    pub registry: &'a Registry,
    want: &'a Want,
    /// What is being made.
    pub out: &'a mut Dissection,
    /// Ports of the innermost transport.
    pub ports: Ports,
    /// How many hops the innermost network header leaves.
    pub hop_limit: Option<u8>,
    /// Whether the frame is known to lack bytes that a later fragment holds.
    pub fragmented: bool,
    proto: ProtoId,
    proto_item: Item,
    depth: u8,
    layer: u8,
    calls: u8,
    columns: bool,
    quoted: bool,
    /// Where the top of the tree is for layers that are called: deeper in a quotation.
    top: u8,
    /// Where the current layer ends, if it said so; where the last layer that was called ended.
    end: Option<u32>,
    inner_end: Option<u32>,
    sink: PhantomData<S>,
}

/// Where the tree was: see [`Cx::place`].
#[derive(Clone, Copy, Debug)]
pub struct Place {
    proto: ProtoId,
    item: Item,
    depth: u8,
    layer: u8,
}

impl<'a, S: Sink> Cx<'a, S> {
    /// For the beginning of a frame. `out` should be clear.
    pub fn new(
        meta: &'a Meta,
        facts: &'a Facts<'a>,
        registry: &'a Registry,
        want: &'a Want,
        out: &'a mut Dissection,
    ) -> Cx<'a, S> {
        let columns = want.columns && S::FIELDS;
        Cx {
            meta,
            facts,
            registry,
            want,
            out,
            ports: Ports::default(),
            hop_limit: None,
            fragmented: false,
            proto: ProtoId(0),
            proto_item: Item::NONE,
            depth: 0,
            layer: 0,
            calls: 0,
            columns,
            quoted: false,
            top: 0,
            end: None,
            inner_end: None,
            sink: PhantomData,
        }
    }

    /// Begins above layers whose headers are known already, for a sink that wants nothing of them: they are
    /// noted, and the next layer that is called is what the last of them carries. `calls` of them were called.
    pub fn begin_above(&mut self, layers: &[Layer], calls: u8, src: Addr, dst: Addr) {
        for l in layers {
            self.out.meet(l.proto, l.span);
        }
        self.calls = calls;
        self.proto = layers.last().map_or(ProtoId(0), |l| l.proto);
        (self.layer, self.depth) = (1, 1);
        self.out.columns.src = src;
        self.out.columns.dst = dst;
    }

    /// Puts late nodes in their places: the last thing done to a frame.
    pub fn settle(&mut self) {
        if S::ALL {
            self.out.settle();
        }
    }

    // ---- Layers --------------------------------------------------------------------------------

    /// The protocol that is being dissected; after an error, the one it came from.
    #[must_use]
    pub fn proto(&self) -> ProtoId {
        self.proto
    }

    /// The node of the protocol that is being dissected.
    #[must_use]
    pub fn proto_item(&self) -> Item {
        self.proto_item
    }

    /// Takes back the node of the protocol that is being dissected, when nothing was added under it: it has
    /// too few bytes to show anything.
    pub fn drop_node(&mut self) {
        if self.proto_item.is_some() && self.proto_item.0 as usize + 1 == self.out.nodes.len() {
            self.out.nodes.pop();
        }
        self.proto_item = Item::NONE;
    }

    /// Of its kind in this frame, the how-manieth layer this is, from 1.
    #[must_use]
    pub fn nth(&self) -> u8 {
        self.layer
    }

    /// Whether the sink wants nothing of this protocol, so that calling it would be in vain.
    fn in_vain(&self, stage: Stage) -> bool {
        stage == Stage::App && (!S::FIELDS || (!S::ALL && self.want.transport_is_enough))
    }

    /// Hands the bytes to a protocol; its node stands at the top of the tree.
    ///
    /// # Errors
    /// Whatever stopped the protocol. [`Stop::NotMine`] leaves everything as it was before.
    #[inline]
    pub fn call(&mut self, id: ProtoId, c: Cursor<'_>) -> Step {
        self.enter(id, c, self.top)
    }

    /// Hands the bytes to a protocol; its node stands where the tree is now.
    ///
    /// # Errors
    /// As [`call`](Cx::call).
    #[inline]
    pub fn call_nested(&mut self, id: ProtoId, c: Cursor<'_>) -> Step {
        self.enter(id, c, self.depth)
    }

    /// Hands the bytes to another protocol in place of the one that is being dissected, as when one
    /// conversation carries several that are told apart by their first bytes (RFC 7983). Nothing may have been
    /// added yet.
    ///
    /// # Errors
    /// As [`call`](Cx::call).
    pub fn instead(&mut self, id: ProtoId, c: Cursor<'_>) -> Step {
        if self.proto_item.is_some() {
            self.out.truncate_nodes(self.proto_item.0 as usize);
        }
        self.out.layers.pop();
        self.enter(id, c, self.depth.saturating_sub(1))
    }

    fn enter(&mut self, id: ProtoId, c: Cursor<'_>, depth: u8) -> Step {
        let Some(proto) = self.registry.proto(id) else { return Err(Stop::NotMine) };
        if self.in_vain(proto.stage) {
            return Ok(());
        }
        if self.calls >= MAX_CALLS {
            return Err(Stop::TooDeep);
        }
        let nodes = self.out.nodes.len();
        let layers = self.out.layers.len();
        let outer = (self.proto, self.proto_item, self.depth, self.layer);
        let span = c.span(usize::MAX);
        let nth = self.out.meet(id, span);
        self.proto = id;
        self.layer = nth;
        self.depth = depth;
        self.calls += 1;
        self.proto_item = self.add(Field(proto.base), span, Value::Bytes(span));
        self.depth = depth + 1;
        let end = self.end.take();
        let step = crate::proto::function::<S>(&proto.entry)(self, c);
        self.calls -= 1;
        self.inner_end = std::mem::replace(&mut self.end, end);
        match step {
            Ok(()) => {
                (self.proto, self.proto_item, self.depth, self.layer) = outer;
            }
            Err(Stop::NotMine) => {
                self.out.truncate_nodes(nodes);
                self.out.layers.truncate(layers);
                (self.proto, self.proto_item, self.depth, self.layer) = outer;
            }
            // The protocol stays the current one: the marker names it.
            Err(_) => self.depth = outer.2,
        }
        step
    }

    /// Says at which offset of its source this layer ends, when its header tells: what is behind belongs
    /// to a layer below (as padding, mostly).
    #[inline(always)]
    pub fn ends_at(&mut self, offset: usize) {
        self.end = Some(offset as u32);
    }

    /// Where the layer that was called last ended, when it said so.
    #[inline(always)]
    #[must_use]
    pub fn inner_end(&self) -> Option<usize> {
        self.inner_end.map(|n| n as usize)
    }

    /// Notes a layer that has no node of its own (it shows in `frame.protocols` and to filters).
    pub fn layer_only(&mut self, id: ProtoId, c: &Cursor<'_>) {
        let span = c.span(usize::MAX);
        self.out.meet(id, span);
        if let Some(proto) = self.registry.proto(id)
            && !S::ALL
        {
            self.add(Field(proto.base), span, Value::Bytes(span));
        }
    }

    /// Notes that the layer that is being dissected came by way of another, which has nothing to show here
    /// and is no match for filters: it stands before it in `frame.protocols`.
    pub fn layer_below(&mut self, id: ProtoId, c: &Cursor<'_>) {
        let at = self.out.layers.len().saturating_sub(1);
        let nth = 1 + self.out.layers.iter().filter(|l| l.proto == id).count().min(254) as u8;
        self.out.layers.insert(at, Layer { proto: id, nth, span: c.span(usize::MAX) });
    }

    /// Hands the bytes behind a PDU to the same protocol once more: the next PDU of a stream has a node of its
    /// own, but is no layer of its own.
    ///
    /// # Errors
    /// As [`call`](Cx::call).
    pub fn next_pdu(&mut self, id: ProtoId, c: Cursor<'_>) -> Step {
        let at = self.out.layers.len();
        let step = self.call(id, c);
        if self.out.layers.get(at).is_some_and(|l| l.proto == id) {
            self.out.layers.remove(at);
        }
        step
    }

    /// Adds the node of a marker, such as `_ws.malformed`, at the top of the tree.
    pub fn marker(&mut self, id: ProtoId, span: Span) -> Item {
        let Some(proto) = self.registry.proto(id) else { return Item::NONE };
        let depth = std::mem::take(&mut self.depth);
        let item = self.add(Field(proto.base), span, Value::None);
        self.depth = depth;
        item
    }

    /// Where the tree is now, to return to after a part that may stop anywhere.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { proto: self.proto, item: self.proto_item, depth: self.depth, layer: self.layer }
    }

    /// Returns to a place taken before.
    pub fn return_to(&mut self, place: Place) {
        (self.proto, self.proto_item, self.depth, self.layer) =
            (place.proto, place.item, place.depth, place.layer);
    }

    /// Hands the bytes to the protocol under `key`. `Ok(false)`: none is there, or it declined.
    ///
    /// # Errors
    /// Whatever stopped the protocol, except that it declined.
    pub fn dispatch(&mut self, table: Table, key: u32, c: Cursor<'_>) -> Result<bool, Stop> {
        match self.registry.find(table, key) {
            Some(id) => self.offer(id, c),
            None => Ok(false),
        }
    }

    /// Hands the bytes to a protocol that may decline them: `Ok(false)`.
    ///
    /// # Errors
    /// Whatever stopped the protocol, except that it declined.
    pub fn offer(&mut self, id: ProtoId, c: Cursor<'_>) -> Result<bool, Stop> {
        match self.call(id, c) {
            Ok(()) => Ok(true),
            Err(Stop::NotMine) => Ok(false),
            Err(stop) => Err(stop),
        }
    }

    /// Hands the bytes to the first protocol of the table whose heuristic takes them.
    ///
    /// # Errors
    /// As [`dispatch`](Cx::dispatch).
    pub fn guess(&mut self, table: Table, c: Cursor<'_>) -> Result<bool, Stop> {
        if self.in_vain(Stage::App) {
            return Ok(false);
        }
        let registry = self.registry;
        for (accepts, id) in registry.heuristics(table) {
            if accepts(&c, self.ports) && self.offer(*id, c)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Hands a transport's payload on: to the conversation's protocol, by the lower port, by the
    /// higher, by its looks. `Ok(false)`: nobody took it.
    ///
    /// # Errors
    /// As [`dispatch`](Cx::dispatch).
    pub fn by_port(&mut self, table: Table, app: Option<ProtoId>, c: Cursor<'_>) -> Result<bool, Stop> {
        if let Some(id) = app
            && self.offer(id, c)?
        {
            return Ok(true);
        }
        let (low, high) = (self.ports.src.min(self.ports.dst), self.ports.src.max(self.ports.dst));
        if self.dispatch(table, u32::from(low), c)? {
            return Ok(true);
        }
        if high != low && self.dispatch(table, u32::from(high), c)? {
            return Ok(true);
        }
        self.guess(table, c)
    }

    /// What earlier packets tell of the innermost transport's conversation, if there was a flow pass.
    #[inline]
    #[must_use]
    pub fn conversation(&self) -> Option<&'a TransportFacts> {
        self.facts.transports.get(self.out.transports.len().checked_sub(1)?)
    }

    /// The protocol's own memory of the innermost transport's conversation, as it stood before this
    /// frame: see [`TransportFacts::state`]. Zeros when there is none, or when the conversation is another
    /// protocol's, which carries this one.
    #[inline]
    #[must_use]
    pub fn state(&self) -> [u64; 2] {
        match self.conversation() {
            Some(f) if f.app.is_none_or(|app| app == self.proto) => f.state,
            Some(_) => self.carried_state(),
            None => [0; 2],
        }
    }

    /// The state of a conversation that another one carries.
    #[cold]
    fn carried_state(&self) -> [u64; 2] {
        let words =
            self.recalled(crate::past::CARRIED).and_then(|r| r.bytes.as_chunks::<8>().0.first_chunk::<2>());
        words.map_or([0; 2], |w| w.map(u64::from_be_bytes))
    }

    /// What the protocol's [`Remember`](crate::Remember) function noted on this frame under `key`.
    #[must_use]
    pub fn recalled(&self, key: u64) -> Option<&'a Remembered> {
        self.recalled_by(self.proto, key)
    }

    /// What the function of another protocol, which carries this one or shares its conversation, noted.
    #[must_use]
    pub fn recalled_by(&self, proto: ProtoId, key: u64) -> Option<&'a Remembered> {
        if self.facts.recalled.is_empty() {
            return None;
        }
        let on = self.meta.number;
        let first = self.facts.recalled.partition_point(|r| r.on < on);
        let mine = self.facts.recalled.iter().skip(first).take_while(|r| r.on == on);
        mine.filter(|r| r.proto == proto && r.key == key).map(|r| &r.what).next()
    }

    /// What announced this conversation, if anything did: see [`Past::expect`](crate::Past::expect).
    #[must_use]
    pub fn announced(&self) -> Option<&'a Remembered> {
        self.recalled(crate::past::ANNOUNCED)
    }

    /// Tells of a fragment that was captured whole, and gets the payload that it makes whole.
    pub fn fragment(&mut self, fragment: Fragment) -> Option<&'a Assembled> {
        let nth = self.out.fragments.len() as u32;
        self.out.fragments.push(fragment);
        let on = self.meta.number;
        let first = self.facts.assembled.partition_point(|a| (a.on, a.nth) < (on, nth));
        self.facts.assembled.get(first).filter(|a| (a.on, a.nth) == (on, nth))
    }

    /// Lets the protocol's [`Remember`](crate::Remember) function see these bytes in packet order: for
    /// protocols below the transports, which the ordered pass does not find by itself.
    #[inline(always)]
    pub fn aside(&mut self, c: &Cursor<'_>) {
        if !S::FIELDS && !self.quoted {
            let (src, dst) = (self.out.columns.src, self.out.columns.dst);
            let aside =
                Aside { proto: self.proto, src, dst, span: c.span(usize::MAX), reported: c.left() as u32 };
            self.out.asides.push(aside);
        }
    }

    /// Says of which Internet media type the body is that is dissected next: a content type with its
    /// parameters (RFC 9110 section 8.3), empty when there is none.
    pub fn set_media(&mut self, content_type: &[u8]) {
        let media = &mut self.out.media;
        media.clear();
        media.extend_from_slice(content_type);
        let end = content_type.iter().position(|b| b";, \t".contains(b)).unwrap_or(content_type.len());
        if let Some(kind) = media.get_mut(..end) {
            kind.make_ascii_lowercase();
        }
    }

    /// As [`set_media`](Cx::set_media), and the type is shown as it is written.
    pub fn set_media_as_written(&mut self, content_type: &[u8]) {
        self.out.media.clear();
        self.out.media.extend_from_slice(content_type);
    }

    /// The protocol of the media type that was set.
    #[must_use]
    pub fn media_protocol(&self) -> Option<ProtoId> {
        let media = &self.out.media;
        let end = media.iter().position(|b| b";, \t".contains(b)).unwrap_or(media.len());
        self.registry.media(&std::str::from_utf8(media.get(..end)?).ok()?.to_ascii_lowercase())
    }

    /// Lets `f` see the media type that was set and its parameters.
    pub fn with_media<R>(&mut self, f: impl FnOnce(&mut Self, &[u8], &[u8]) -> R) -> R {
        let media = std::mem::take(&mut self.out.media);
        let end = media.iter().position(|b| b";, \t".contains(b)).unwrap_or(media.len());
        let (kind, parameters) = media.split_at(end);
        let r = f(self, kind, parameters);
        if self.out.media.is_empty() {
            self.out.media = media;
        }
        r
    }

    /// Tells of a transport header, and gets its conversation's facts.
    #[inline]
    pub fn transport(&mut self, mut t: Transport) -> Option<&'a TransportFacts> {
        t.quoted |= self.quoted;
        self.ports = Ports { src: t.src_port, dst: t.dst_port };
        let facts = self.facts.transports.get(self.out.transports.len());
        self.out.transports.push(t);
        facts
    }

    /// Addresses of this network layer: for the columns and for conversations.
    #[inline]
    pub fn addresses(&mut self, kind: AddrKind, src: &[u8], dst: &[u8]) {
        self.out.columns.src = Addr::new(kind, src);
        self.out.columns.dst = Addr::new(kind, dst);
    }

    /// Addresses that are none of the usual kinds, as text.
    pub fn addresses_text(&mut self, src: impl FnOnce(&mut Out<'_>), dst: impl FnOnce(&mut Out<'_>)) {
        if !self.columns {
            return;
        }
        let mut write = |f: &mut dyn FnMut(&mut Out<'_>)| {
            let start = self.out.scratch.len();
            f(&mut Out::new(&mut self.out.scratch));
            let len = self.out.scratch.len() - start;
            let mut at = [0; 8];
            at[..4].copy_from_slice(&(start as u32).to_be_bytes());
            at[4..].copy_from_slice(&(len as u32).to_be_bytes());
            Addr::new(if len == 0 { AddrKind::None } else { AddrKind::Text }, &at)
        };
        let (mut src, mut dst) = (Some(src), Some(dst));
        let s = write(&mut |o| _ = src.take().map(|f| f(o)));
        let d = write(&mut |o| _ = dst.take().map(|f| f(o)));
        self.out.columns.src = s;
        self.out.columns.dst = d;
    }

    /// Dissects what an error message quotes: the columns and addresses stay those of the message,
    /// and conversations are told that the headers are quoted. A stop inside the quotation, which is
    /// nearly always cut, ends it quietly.
    pub fn quoted(&mut self, f: impl FnOnce(&mut Self) -> Step) -> Step {
        let kept = (self.columns, self.quoted, self.out.columns.src, self.out.columns.dst, self.ports);
        let place = (self.proto, self.proto_item, self.depth, self.layer);
        let top = std::mem::replace(&mut self.top, self.depth);
        (self.columns, self.quoted) = (false, true);
        let step = f(self);
        self.top = top;
        (self.columns, self.quoted, self.out.columns.src, self.out.columns.dst, self.ports) = kept;
        (self.proto, self.proto_item, self.depth, self.layer) = place;
        step
    }

    /// Whether the bytes are a quotation in an error message.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.quoted
    }

    /// Makes bytes that were gained (decrypted, decompressed, put together) a source of their own, and
    /// hands over a cursor that reads them.
    pub fn with_source<R>(
        &mut self,
        name: &'static str,
        bytes: Vec<u8>,
        f: impl FnOnce(&mut Self, Cursor<'_>) -> R,
    ) -> Option<R> {
        let number = u8::try_from(self.out.sources.len() + usize::from(FIRST_SOURCE)).ok()?;
        self.out.sources.push(Source { name, bytes: Vec::new() });
        let r = f(self, Cursor::new(&bytes, bytes.len(), number));
        if let Some(s) = self.out.sources.get_mut(usize::from(number - FIRST_SOURCE)) {
            s.bytes = bytes;
        }
        Some(r)
    }

    // ---- Nodes ---------------------------------------------------------------------------------

    /// Whether the sink takes this field: for work that is only worth it then.
    #[inline(always)]
    #[must_use]
    pub fn wants(&self, field: Field) -> bool {
        S::ALL || (S::FIELDS && self.want.has(field))
    }

    /// Whether the sink takes any field from `first` to `last` of a protocol's list.
    #[inline(always)]
    #[must_use]
    pub fn wants_any(&self, first: Field, last: Field) -> bool {
        S::ALL || (S::FIELDS && self.want.any(first, last))
    }

    /// Whether the sink takes expert items, whichever they are.
    #[inline]
    #[must_use]
    pub fn wants_experts(&self) -> bool {
        S::ALL
            || S::FIELDS
                && (self.registry.malformed().is_some_and(|f| self.want.has(f))
                    || self
                        .registry
                        .expert_fields()
                        .is_some_and(|names| names.iter().any(|f| self.want.has(*f))))
    }

    /// Whether labels are written.
    #[inline(always)]
    #[must_use]
    pub fn wants_labels(&self) -> bool {
        S::FIELDS && self.want.labels
    }

    /// Whether nodes that are not shown are taken, as far as their fields are.
    #[inline(always)]
    #[must_use]
    pub fn wants_hidden(&self) -> bool {
        S::FIELDS && !(S::ALL && self.want.without_hidden)
    }

    /// Whether the whole tree is being made.
    #[inline(always)]
    #[must_use]
    pub fn wants_tree(&self) -> bool {
        S::ALL
    }

    /// Adds a node with a value at hand.
    #[inline(always)]
    pub fn add(&mut self, field: Field, span: Span, value: Value) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        self.push(field, 0, span, value)
    }

    fn push(&mut self, field: Field, flags: u8, span: Span, value: Value) -> Item {
        if self.out.nodes.len() >= MAX_NODES {
            return Item::NONE;
        }
        self.out.push(field, self.depth, flags, self.layer, span, value)
    }

    /// Adds a node that is concluded, not read: shown in square brackets.
    #[inline(always)]
    pub fn generated(&mut self, field: Field, span: Span, value: Value) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        self.push(field, Node::GENERATED, span, value)
    }

    /// Adds a node that is not shown and that filters find.
    #[inline(always)]
    pub fn hidden(&mut self, field: Field, span: Span, value: Value) -> Item {
        if !self.wants(field) || !self.wants_hidden() {
            return Item::NONE;
        }
        self.push(field, Node::HIDDEN, span, value)
    }

    /// Adds a line of text to the tree.
    #[inline(always)]
    pub fn line(&mut self, span: Span, text: impl FnOnce(&mut Out<'_>)) -> Item {
        if !S::ALL {
            return Item::NONE;
        }
        let item = self.push(Field::TEXT, 0, span, Value::None);
        self.label(item, text);
        item
    }

    /// Nests what `f` adds under `item`, whenever that was added.
    #[inline(always)]
    pub fn under<R>(&mut self, item: Item, f: impl FnOnce(&mut Self) -> R) -> R {
        if !S::ALL || !item.is_some() {
            return f(self);
        }
        let depth = self.depth;
        let from = self.out.nodes.len();
        let late = !self.out.is_open(item);
        self.depth = self.out.node_mut(item).map_or(depth, |n| n.depth.saturating_add(1));
        let r = f(self);
        self.depth = depth;
        if late {
            self.out.mark_late(from, item);
        }
        r
    }

    /// Puts what `f` adds at the top of the tree, where protocols stand.
    pub fn at_top<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> R {
        let depth = std::mem::take(&mut self.depth);
        let r = f(self);
        self.depth = depth;
        r
    }

    /// Gives a node another text than its label and value.
    #[inline(always)]
    pub fn label(&mut self, item: Item, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_labels() && item.is_some() {
            self.set_label(item, false, text);
        }
    }

    /// Adds text behind what a node says already.
    #[inline(always)]
    pub fn append(&mut self, item: Item, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_labels() && item.is_some() {
            self.set_label(item, true, text);
        }
    }

    fn set_label(&mut self, item: Item, append: bool, text: impl FnOnce(&mut Out<'_>)) {
        let start = self.out.text.len();
        let Some(node) = self.out.nodes.get_mut(item.0 as usize) else { return };
        let (old, len) = (node.label.0 as usize, node.label.1 as usize);
        let mut begin = start;
        if append {
            if len == 0 && node.flags & Node::APPEND == 0 && node.field != Field::TEXT {
                node.flags |= Node::APPEND;
            } else if old + len == start {
                begin = old;
            } else {
                self.out.text.extend_from_within(old..old + len);
            }
        } else {
            node.flags &= !Node::APPEND;
        }
        text(&mut Out::new(&mut self.out.text));
        node.label = (begin as u32, (self.out.text.len() - begin) as u32);
    }

    /// Hides a node from the tree.
    #[inline(always)]
    pub fn hide(&mut self, item: Item) {
        self.set_flags(item, Node::HIDDEN);
    }

    /// Says that a node was concluded, not read.
    #[inline(always)]
    pub fn set_generated(&mut self, item: Item) {
        self.set_flags(item, Node::GENERATED);
    }

    #[inline(always)]
    fn set_flags(&mut self, item: Item, flags: u8) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.flags |= flags;
        }
    }

    /// Sets how many bytes a node covers.
    #[inline(always)]
    pub fn set_len(&mut self, item: Item, len: usize) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.span.len = len as u32;
        }
    }

    /// Lets a node end where the cursor stands.
    #[inline(always)]
    pub fn end_at(&mut self, item: Item, c: &Cursor<'_>) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.span.len = (c.pos() as u32).saturating_sub(n.span.start);
        }
    }

    /// Sets a node's value anew.
    #[inline(always)]
    pub fn set_value(&mut self, item: Item, value: Value) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.value = value;
        }
    }

    /// Sets how many bytes the protocol's node covers (the payload of the layer stays its filter value).
    #[inline(always)]
    pub fn proto_len(&mut self, len: usize) {
        let item = self.proto_item;
        self.set_len(item, len);
    }

    /// Adds text behind the protocol's name in the tree.
    #[inline(always)]
    pub fn proto_append(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        let item = self.proto_item;
        self.append(item, text);
    }

    // ---- Reading and adding at once ------------------------------------------------------------

    /// Reads a block: adds those of its rows that are wanted, and gives its bytes.
    ///
    /// # Errors
    /// When the packet ends inside it; the rows before the end are added.
    #[inline(always)]
    pub fn block<'b, const N: usize>(
        &mut self,
        block: &'static Block<N>,
        c: &mut Cursor<'b>,
    ) -> Result<&'b [u8; N], Stop> {
        if self.wants_any(block.first, block.last) {
            self.rows(block, c);
        }
        c.array::<N>()
    }

    /// Adds the wanted rows of a block that begins at the cursor, which stays.
    #[inline(never)]
    pub fn rows<const N: usize>(&mut self, block: &'static Block<N>, c: &Cursor<'_>) {
        let depth = self.depth;
        for row in block.rows {
            if !self.wants(row.field) || row.flags & Node::HIDDEN != 0 && !self.wants_hidden() {
                continue;
            }
            let Some((span, value)) = decode_row(self.registry.field(row.field), row, c) else { break };
            self.depth = depth + row.deep;
            self.push(row.field, row.flags, span, value);
        }
        self.depth = depth;
    }

    /// Adds a field that lies in the next `n` bytes (0: the width of its type), the cursor staying.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn peek(&mut self, field: Field, c: &Cursor<'_>, n: usize) -> Result<Item, Stop> {
        self.peek_at(field, c, 0, n)
    }

    /// Adds a field that lies in `n` bytes, `at` bytes from the cursor, which stays.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn peek_at(&mut self, field: Field, c: &Cursor<'_>, at: usize, n: usize) -> Result<Item, Stop> {
        if !self.wants(field) {
            return self.pass(field, c, at, n);
        }
        self.read_slow(field, c, at, n, 0)
    }

    /// As [`peek_at`](Cx::peek_at), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn peek_le(&mut self, field: Field, c: &Cursor<'_>, at: usize, n: usize) -> Result<Item, Stop> {
        if !self.wants(field) {
            return self.pass(field, c, at, n);
        }
        self.read_slow(field, c, at, n, Node::LITTLE)
    }

    /// Where the packet ends does not depend on what is wanted of it: a field that nobody wants has to be
    /// there all the same.
    #[inline(always)]
    fn pass(&self, field: Field, c: &Cursor<'_>, at: usize, n: usize) -> Result<Item, Stop> {
        let n = if n == 0 { usize::from(self.registry.field(field).kind.width()) } else { n };
        c.peek_bytes(at, n)?;
        Ok(Item::NONE)
    }

    #[inline(never)]
    fn read_slow(
        &mut self,
        field: Field,
        c: &Cursor<'_>,
        at: usize,
        n: usize,
        flags: u8,
    ) -> Result<Item, Stop> {
        let def = self.registry.field(field);
        let n = if n == 0 { usize::from(def.kind.width()) } else { n };
        let bytes = c.peek_bytes(at, n)?;
        let span = Span::new(c.source(), c.pos() + at, n);
        let value = decode(def, bytes, span, flags & Node::LITTLE != 0);
        Ok(self.push(field, flags, span, value))
    }

    /// Reads a field of `n` bytes (big-endian where that matters) of whatever type, and passes over it.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn field(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<Item, Stop> {
        let item = self.peek_at(field, c, 0, n)?;
        let n = if n == 0 { usize::from(self.registry.field(field).kind.width()) } else { n };
        c.skip(n)?;
        Ok(item)
    }

    /// As [`field`](Cx::field), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn field_le(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<Item, Stop> {
        let item = self.peek_le(field, c, 0, n)?;
        let n = if n == 0 { usize::from(self.registry.field(field).kind.width()) } else { n };
        c.skip(n)?;
        Ok(item)
    }

    /// Reads a big-endian number of `n` bytes (at most 8). The value that is returned is raw; the one
    /// that is added has the field's mask applied.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn uint(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<u64, Stop> {
        let raw = be(c.peek_bytes(0, n)?);
        if self.wants(field) {
            self.read_slow(field, c, 0, n, 0)?;
        }
        c.advance(n);
        Ok(raw)
    }

    /// As [`uint`](Cx::uint), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn uint_le(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<u64, Stop> {
        let raw = le(c.peek_bytes(0, n)?);
        if self.wants(field) {
            self.read_slow(field, c, 0, n, Node::LITTLE)?;
        }
        c.advance(n);
        Ok(raw)
    }

    /// Reads a byte.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u8(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u8, Stop> {
        Ok(self.uint(field, c, 1)? as u8)
    }

    /// Reads two bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u16(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u16, Stop> {
        Ok(self.uint(field, c, 2)? as u16)
    }

    /// Reads three bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u24(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
        Ok(self.uint(field, c, 3)? as u32)
    }

    /// Reads four bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u32(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
        Ok(self.uint(field, c, 4)? as u32)
    }

    /// Reads eight bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u64(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
        self.uint(field, c, 8)
    }

    /// Reads two bytes, little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u16_le(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u16, Stop> {
        Ok(self.uint_le(field, c, 2)? as u16)
    }

    /// Reads four bytes, little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u32_le(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
        Ok(self.uint_le(field, c, 4)? as u32)
    }

    /// Reads eight bytes, little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u64_le(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
        self.uint_le(field, c, 8)
    }

    /// Reads `n` bytes of bytes or text (the field's type says which).
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn bytes<'b>(&mut self, field: Field, c: &mut Cursor<'b>, n: usize) -> Result<&'b [u8], Stop> {
        let bytes = c.peek_bytes(0, n)?;
        if self.wants(field) {
            let span = c.span(n);
            let value = decode(self.registry.field(field), bytes, span, false);
            self.push(field, 0, span, value);
        }
        c.advance(n);
        Ok(bytes)
    }

    /// Reads text up to and with a NUL byte; gives it without.
    ///
    /// # Errors
    /// When the packet ends before the NUL.
    #[inline(always)]
    pub fn strz<'b>(&mut self, field: Field, c: &mut Cursor<'b>) -> Result<&'b [u8], Stop> {
        let Some(n) = c.rest().iter().position(|b| *b == 0) else {
            return Err(c.peek_bytes(0, c.captured() + 1).err().unwrap_or(Stop::Short));
        };
        let bytes = self.bytes(field, c, n + 1)?;
        Ok(bytes.get(..n).unwrap_or(bytes))
    }

    /// Adds a field of `n` bytes and the fields whose masks share these bytes under it, and passes over
    /// them. Gives the raw value and the upper node.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn flags(
        &mut self,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
        bits: &[Field],
    ) -> Result<(u64, Item), Stop> {
        let raw = be(c.peek_bytes(0, n)?);
        let item = self.bits(field, c, n, bits, 0)?;
        c.advance(n);
        Ok((raw, item))
    }

    /// As [`flags`](Cx::flags), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn flags_le(
        &mut self,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
        bits: &[Field],
    ) -> Result<(u64, Item), Stop> {
        let raw = le(c.peek_bytes(0, n)?);
        let item = self.bits(field, c, n, bits, Node::LITTLE)?;
        c.advance(n);
        Ok((raw, item))
    }

    #[inline(always)]
    fn bits(
        &mut self,
        field: Field,
        c: &Cursor<'_>,
        n: usize,
        bits: &[Field],
        flags: u8,
    ) -> Result<Item, Stop> {
        if !S::FIELDS {
            return Ok(Item::NONE);
        }
        self.bits_slow(field, c, n, bits, flags)
    }

    #[inline(never)]
    fn bits_slow(
        &mut self,
        field: Field,
        c: &Cursor<'_>,
        n: usize,
        bits: &[Field],
        flags: u8,
    ) -> Result<Item, Stop> {
        let item = if self.wants(field) { self.read_slow(field, c, 0, n, flags)? } else { Item::NONE };
        self.under(item, |cx| -> Step {
            for bit in bits {
                if cx.wants(*bit) {
                    cx.read_slow(*bit, c, 0, n, flags)?;
                }
            }
            Ok(())
        })?;
        Ok(item)
    }

    /// Keeps a text that a dissector made, as a value.
    pub fn keep(&mut self, text: impl FnOnce(&mut Out<'_>)) -> Value {
        let start = self.out.scratch.len();
        text(&mut Out::new(&mut self.out.scratch));
        Value::Str(Span::new(SCRATCH, start, self.out.scratch.len() - start))
    }

    /// Adds a field with a text that a dissector makes; `text` is only run when the field is wanted.
    #[inline(always)]
    pub fn add_str(&mut self, field: Field, span: Span, text: impl FnOnce(&mut Out<'_>)) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        let value = self.keep(text);
        self.push(field, 0, span, value)
    }

    /// Adds a field with bytes that a dissector made.
    #[inline(always)]
    pub fn add_bytes(&mut self, field: Field, span: Span, bytes: &[u8]) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        let start = self.out.scratch.len();
        self.out.scratch.extend_from_slice(bytes);
        let kept = Span::new(SCRATCH, start, bytes.len());
        let value =
            if self.registry.field(field).kind.is_str() { Value::Str(kept) } else { Value::Bytes(kept) };
        self.push(field, 0, span, value)
    }

    // ---- Expert items --------------------------------------------------------------------------

    /// Adds an expert item under `item` ([`Item::NONE`]: under the protocol) with its usual message.
    #[inline(always)]
    pub fn expert(&mut self, field: Field, item: Item, span: Span) {
        if S::FIELDS {
            self.expert_with(field, item, span, |_| ());
        }
    }

    /// Adds an expert item under `item` ([`Item::NONE`]: under the protocol) with a message of its own.
    #[inline(always)]
    pub fn expert_with(&mut self, field: Field, item: Item, span: Span, message: impl FnOnce(&mut Out<'_>)) {
        if S::FIELDS {
            let under = if item.is_some() { item } else { self.proto_item };
            self.under(under, |cx| cx.expert_here(field, span, message));
        }
    }

    /// Adds an expert item where the tree is now, with a message of its own.
    pub fn expert_here(&mut self, field: Field, span: Span, message: impl FnOnce(&mut Out<'_>)) {
        let Some(names) = self.registry.expert_fields() else { return };
        let [top, text, severity, group] = names;
        let def = self.registry.field(field);
        let Some((sev, grp)) = def.expert else { return };
        let malformed = self.registry.malformed().filter(|_| grp == crate::Group::Malformed);
        if !(S::ALL
            || self.wants(field)
            || names.iter().any(|f| self.wants(*f))
            || malformed.is_some_and(|f| self.wants(f)))
        {
            return;
        }
        let kept = self.keep(message);
        let kept = match kept {
            Value::Str(s) if s.len == 0 => self.keep(|o| _ = o.s(def.label)),
            kept => kept,
        };
        let span = Span { len: 0, ..span };
        let item = self.add(top, span, Value::None);
        self.set_generated(item);
        if self.wants_labels() && item.is_some() {
            let said = kept.span().unwrap_or_default();
            let said: Vec<u8> = self.out.bytes(&[], said).to_vec();
            self.label(item, |o| {
                o.s("Expert Info (")
                    .s(sev.name())
                    .c(b'/')
                    .s(grp.name())
                    .s("): ")
                    .s(&String::from_utf8_lossy(&said));
            });
        }
        self.under(item, |cx| {
            let it = cx.generated(field, span, Value::None);
            if cx.wants_labels() && it.is_some() {
                let said: Vec<u8> = cx.out.bytes(&[], kept.span().unwrap_or_default()).to_vec();
                cx.label(it, |o| _ = o.s(&String::from_utf8_lossy(&said)));
            }
            let it = cx.generated(text, span, kept);
            cx.hide(it);
            cx.generated(severity, span, Value::U(sev as u64));
            cx.generated(group, span, Value::U(grp as u64));
        });
        if let Some(malformed) = malformed {
            self.hidden(malformed, span, Value::None);
        }
    }

    // ---- Columns -------------------------------------------------------------------------------

    /// Whether columns are being written.
    #[inline(always)]
    #[must_use]
    pub fn wants_columns(&self) -> bool {
        S::FIELDS && self.columns
    }

    /// Sets the Protocol column.
    #[inline(always)]
    pub fn protocol(&mut self, name: &str) {
        if self.wants_columns() {
            let c = &mut self.out.columns.protocol;
            c.text.truncate(c.fence);
            c.text.extend_from_slice(name.as_bytes());
        }
    }

    /// Sets the Protocol column to a text that has to be written.
    #[inline(always)]
    pub fn protocol_with(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.protocol;
            c.text.truncate(c.fence);
            text(&mut Out::new(&mut c.text));
        }
    }

    /// Adds to the Protocol column: `HTTP` becomes `HTTP/JSON`.
    #[inline(always)]
    pub fn protocol_add(&mut self, text: &str) {
        if self.wants_columns() {
            self.out.columns.protocol.text.extend_from_slice(text.as_bytes());
        }
    }

    /// Sets the Info column (what is behind its fence stays).
    #[inline(always)]
    pub fn info(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            c.text.truncate(c.fence);
            text(&mut Out::new(&mut c.text));
        }
    }

    /// Adds to the Info column.
    #[inline(always)]
    pub fn info_add(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            text(&mut Out::new(&mut self.out.columns.info.text));
        }
    }

    /// Adds to the Info column, behind `sep` when something stands there already.
    #[inline(always)]
    pub fn info_sep(&mut self, sep: &str, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            if !c.text.is_empty() {
                c.text.extend_from_slice(sep.as_bytes());
            }
            text(&mut Out::new(&mut c.text));
        }
    }

    /// Puts text before what the Info column says.
    pub fn info_before(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            let mut t = Vec::new();
            text(&mut Out::new(&mut t));
            c.fence = if c.fence > 0 { c.fence + t.len() } else { 0 };
            c.text.splice(..0, t);
        }
    }

    /// Puts text before what the Info column says, and protects that.
    pub fn info_before_fenced(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            let mut t = Vec::new();
            text(&mut Out::new(&mut t));
            c.fence += t.len();
            c.text.splice(..0, t);
        }
    }

    /// Empties the Info column down to its fence.
    #[inline(always)]
    pub fn info_clear(&mut self) {
        self.info(|_| ());
    }

    /// Protects what the Info column says so far: setting it anew keeps it.
    #[inline(always)]
    pub fn info_fence(&mut self) {
        if self.wants_columns() {
            let c = &mut self.out.columns.info;
            c.fence = c.text.len();
        }
    }

    /// The field's type is text.
    #[must_use]
    pub fn is_str(&self, field: Field) -> bool {
        matches!(self.registry.field(field).kind, FieldType::Str | FieldType::StrZ)
    }
}
