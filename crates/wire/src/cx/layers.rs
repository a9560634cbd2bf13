//! Layers: calling protocols, sources, what the surroundings tell.

use super::{Behind, Cx, MAX_CALLS, MAX_LAYERS, Place};
use crate::{
    Addr, AddrKind, Aside, Assembled, Cursor, FIRST_SOURCE, Field, Fragment, Item, Layer, Out, Ports, Proto,
    ProtoId, Remembered, Sink, Source, Span, Stage, Step, Stop, Table, Transport, TransportFacts, Value,
};
use std::sync::Arc;

impl<'a, S: Sink> Cx<'a, S> {
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

    /// Takes back the layer that is being dissected, which has added nothing, but for what it said in the columns.
    pub fn withdraw(&mut self) {
        self.drop_node();
        if self.out.layers.last().is_some_and(|l| l.proto == self.proto) {
            self.out.layers.pop();
        }
    }

    /// What a protocol has to read before it shows anything: when it can't, it has no node.
    ///
    /// # Errors
    /// That of `read`.
    pub fn first<T>(&mut self, read: Result<T, Stop>) -> Result<T, Stop> {
        if read.is_err() {
            self.drop_node();
        }
        read
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
        match self.registry.proto(id) {
            Some(proto) if self.in_vain(proto.stage) => Ok(()),
            Some(proto) => self.enter_anyway(proto, c, depth),
            None => Err(Stop::NotMine),
        }
    }

    fn enter_anyway(&mut self, proto: &Proto, c: Cursor<'_>, depth: u8) -> Step {
        let (step, behind) = self.enter_one(proto, c, depth);
        if behind.pos == 0 || step.is_err() {
            return step;
        }
        self.enter_others(proto, c, behind)
    }

    /// Hands the bytes to a protocol; what it leaves for the same protocol is given back.
    #[inline(always)]
    fn enter_one(&mut self, proto: &Proto, c: Cursor<'_>, depth: u8) -> (Step, Behind) {
        let id = proto.id;
        if self.calls >= MAX_CALLS {
            return (Err(Stop::TooDeep), Behind::default());
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
        let outside = std::mem::take(&mut self.behind);
        let step = crate::proto::function::<S>(&proto.entry)(self, c);
        self.calls -= 1;
        self.inner_end = std::mem::replace(&mut self.end, end);
        let behind = std::mem::replace(&mut self.behind, outside);
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
        (step, behind)
    }

    /// Hands on what stands behind a PDU, one PDU after the other: a segment may have thousands. Bytes that begin none
    /// end it.
    #[inline(never)]
    fn enter_others(&mut self, proto: &Proto, mut c: Cursor<'_>, mut behind: Behind) -> Step {
        let end = self.inner_end;
        while let Some((next, layer)) = behind.of(c) {
            let at = self.out.layers.len();
            if layer && at >= MAX_LAYERS {
                return Err(Stop::TooDeep);
            }
            let (step, then) = self.enter_one(proto, next, self.top);
            if !layer && self.out.layers.get(at).is_some_and(|l| l.proto == proto.id) {
                self.out.layers.remove(at);
            }
            match step {
                Ok(()) => (c, behind) = (next, then),
                Err(Stop::NotMine) => break,
                step => return step,
            }
        }
        self.inner_end = end;
        Ok(())
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
    /// own, but is no layer of its own. To be called last: for the protocol itself that is done when it has returned,
    /// and bytes that are none of its PDUs are left alone.
    ///
    /// # Errors
    /// As [`call`](Cx::call), when it is another protocol.
    pub fn next_pdu(&mut self, id: ProtoId, c: Cursor<'_>) -> Step {
        if self.leave_behind(id, &c, false) {
            return Ok(());
        }
        let at = self.out.layers.len();
        let step = self.call(id, c);
        if self.out.layers.get(at).is_some_and(|l| l.proto == id) {
            self.out.layers.remove(at);
        }
        step
    }

    /// As [`next_pdu`](Cx::next_pdu), where each PDU is a layer of its own.
    ///
    /// # Errors
    /// As [`call`](Cx::call), when it is another protocol.
    pub fn next_layer(&mut self, id: ProtoId, c: Cursor<'_>) -> Step {
        if self.leave_behind(id, &c, true) { Ok(()) } else { self.call(id, c) }
    }

    /// Leaves bytes for when the protocol has returned, if it was called with them.
    fn leave_behind(&mut self, id: ProtoId, c: &Cursor<'_>, layer: bool) -> bool {
        let called = self.out.layers.iter().rfind(|l| l.proto == id).map(|l| l.span);
        let here = id == self.proto
            && called.is_some_and(|s| s.source == c.source() && (s.start as usize) < c.pos());
        if here {
            self.behind = Behind::new(c, layer);
        }
        here
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
        let Some(table) = registry.table(table) else { return Ok(false) };
        for (accepts, id) in table.likely(c.rest()) {
            if accepts(&c, self.ports) && self.offer(id, c)? {
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
        let registry = self.registry;
        let of = |port: u16| registry.find(table, u32::from(port)).and_then(|id| registry.proto(id));
        if let Some(proto) = of(low) {
            // It would be called in vain, but if it declines, packets may lie where the other port leads.
            let asked = self.in_vain(proto.stage) && of(high).is_some_and(|other| !self.in_vain(other.stage));
            let step = if asked { self.enter_anyway(proto, c, self.top) } else { self.call(proto.id, c) };
            if step != Err(Stop::NotMine) {
                return step.map(|()| true);
            }
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
        self.facts.recalled.iter().find(|r| r.proto == proto && r.key == key).map(|r| &r.what)
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
        match step {
            Err(Stop::Short | Stop::Contained | Stop::Malformed | Stop::NotMine) => Ok(()),
            step => step,
        }
    }

    /// Dissects what a message carries as one of its parts: the columns stay those of the message, also when the
    /// part stops, and layers in it stand where the tree is.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub fn enclosed(&mut self, f: impl FnOnce(&mut Self) -> Step) -> Step {
        let columns = std::mem::replace(&mut self.columns, false);
        let step = self.nested(f);
        // What is said of a part that stopped is said of it alone.
        if matches!(step, Ok(()) | Err(Stop::NotMine)) {
            self.columns = columns;
        }
        step
    }

    /// Puts the layers that `f` calls at the root of the tree, in a quotation too.
    #[inline]
    pub fn at_root<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> R {
        let top = std::mem::take(&mut self.top);
        let r = f(self);
        self.top = top;
        r
    }

    /// Layers that `f` calls stand where the tree is.
    pub fn nested<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> R {
        let top = std::mem::replace(&mut self.top, self.depth);
        let r = f(self);
        self.top = top;
        r
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
        bytes: impl Into<Arc<Vec<u8>>>,
        f: impl FnOnce(&mut Self, Cursor<'_>) -> R,
    ) -> Option<R> {
        let number = u8::try_from(self.out.sources.len() + usize::from(FIRST_SOURCE)).ok()?;
        let bytes = bytes.into();
        self.out.sources.push(Source { name, bytes: Arc::default() });
        let r = f(self, Cursor::new(&bytes, bytes.len(), number));
        if let Some(s) = self.out.sources.get_mut(usize::from(number - FIRST_SOURCE)) {
            s.bytes = bytes;
        }
        Some(r)
    }
}
