//! What a dissector is handed: where to put fields, columns, and the layer above.

mod columns;
mod experts;
mod layers;
mod nodes;
mod read;

use crate::{Addr, Cursor, Dissection, Facts, Item, Layer, Meta, Ports, ProtoId, Registry, Sink, Want};
use std::marker::PhantomData;

/// How deep dissectors may call each other.
const MAX_CALLS: u8 = 100;
/// Layers that PDUs one behind the other may make.
const MAX_LAYERS: usize = 1000;
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
    /// What a protocol hands to the one that it calls, beside its bytes: a procedure that was said in a header, or in the
    /// request that this answers. What the words mean is theirs.
    pub handed: [u32; 4],
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
    /// What stands behind the PDU that is being dissected, for the same protocol.
    behind: Behind,
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

/// Bytes behind a PDU. They never begin at 0, which stands for none: every layer asks, so that this fits a register.
#[derive(Clone, Copy, Default)]
struct Behind {
    /// Where they begin in their source.
    pos: u32,
    /// How many there are; the highest bit says that the next PDU is a layer of its own.
    left: u32,
}

impl Behind {
    const LAYER: u32 = 1 << 31;

    fn new(c: &Cursor<'_>, layer: bool) -> Behind {
        let left = c.left().min(Behind::LAYER as usize - 1) as u32;
        Behind { pos: c.pos() as u32, left: if layer { left | Behind::LAYER } else { left } }
    }

    /// What of these bytes it is, when there is any, and the rest of what this says.
    fn of<'b>(self, mut c: Cursor<'b>) -> Option<(Cursor<'b>, bool)> {
        // Every PDU begins behind the one before.
        let on = (self.pos as usize).checked_sub(c.pos()).filter(|on| *on > 0)?;
        c.advance(on);
        Some((c.within((self.left & !Behind::LAYER) as usize), self.left & Behind::LAYER != 0))
    }
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
            handed: [0; 4],
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
            behind: Behind::default(),
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
}
