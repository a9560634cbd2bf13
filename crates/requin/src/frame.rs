//! A frame: its record, its bytes, and its fields once somebody asks for them.

use crate::capture::Shared;
use crate::value::Value;
use requin_engine::Printer;
use requin_protocols::dissect_frame;
use requin_wire::{
    Assembled, Dissection, Facts, Meta, Node, Notes, Reassembled, Recalled, Time, TransportFacts, Tree, View,
    Want,
};
use std::cell::OnceCell;
use std::fmt;
use std::sync::Arc;

/// A frame of a capture. It is dissected when a field is asked for first.
pub struct Frame {
    pub(crate) meta: Meta,
    pub(crate) bytes: Vec<u8>,
    pub(crate) facts: Vec<TransportFacts>,
    pub(crate) reassembled: Vec<Reassembled>,
    pub(crate) recalled: Vec<Recalled>,
    pub(crate) assembled: Vec<Assembled>,
    pub(crate) interface: String,
    pub(crate) interface_description: String,
    pub(crate) comments: Vec<String>,
    pub(crate) shared: Arc<Shared>,
    pub(crate) tree: OnceCell<Box<Dissection>>,
    /// Buffers of an earlier dissection, to be used again.
    pub(crate) spare: std::cell::Cell<Option<Box<Dissection>>>,
}

/// A field of a frame.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Its value.
    pub value: Value,
    /// The value as tshark shows it.
    text: String,
}

impl Field {
    /// The number of an unsigned integer or flag.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.value.as_u64()
    }

    /// The value as tshark shows it with `-T fields`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Frame {
    pub(crate) fn new(shared: Arc<Shared>) -> Frame {
        Frame {
            meta: Meta::default(),
            bytes: Vec::new(),
            facts: Vec::new(),
            reassembled: Vec::new(),
            recalled: Vec::new(),
            assembled: Vec::new(),
            interface: String::new(),
            interface_description: String::new(),
            comments: Vec::new(),
            shared,
            tree: OnceCell::new(),
            spare: std::cell::Cell::new(None),
        }
    }

    /// Number in the capture, from 1.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.meta.number
    }

    /// When it was captured.
    #[must_use]
    pub fn time(&self) -> Time {
        self.meta.time
    }

    /// Bytes it had on the wire; fewer may have been captured.
    #[must_use]
    pub fn original_len(&self) -> u32 {
        self.meta.original
    }

    /// The captured bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn tree(&self) -> &Dissection {
        self.tree.get_or_init(|| {
            let mut d = self.spare.take().unwrap_or_default();
            let notes = Notes {
                interface: &self.interface,
                interface_description: &self.interface_description,
                comments: &self.comments,
            };
            let facts = Facts {
                transports: &self.facts,
                notes,
                reassembled: &self.reassembled,
                recalled: &self.recalled,
                assembled: &self.assembled,
            };
            let want = Want::everything();
            dissect_frame::<Tree>(&self.shared.registry, &want, &self.meta, &facts, &self.bytes, &mut d);
            d
        })
    }

    fn view(&self) -> View<'_> {
        View {
            meta: &self.meta,
            bytes: &self.bytes,
            dissection: self.tree(),
            registry: &self.shared.registry,
        }
    }

    /// The first field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Field> {
        self.fields(name).next()
    }

    /// All fields of this name, in the order of the frame.
    pub fn fields<'a>(&'a self, name: &str) -> impl Iterator<Item = Field> + use<'a> {
        let wanted = self.shared.fields(name).to_vec();
        self.tree().nodes.iter().filter(move |n| wanted.contains(&n.field)).map(|n| self.make(n))
    }

    /// Names and fields of everything in the frame, in the order of the tree.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, Field)> + '_ {
        let named = self.tree().nodes.iter().filter(|n| n.field != requin_wire::Field::TEXT);
        named.map(|n| (self.shared.registry.field(n.field).abbr, self.make(n)))
    }

    fn make(&self, node: &Node) -> Field {
        let view = self.view();
        let bytes = node.value.span().map_or(&[][..], |s| view.span(s));
        let mut text = Vec::new();
        self.shared.formats.show(&view, node, &mut text);
        Field {
            value: Value::new(view.def(node).kind, node.value, bytes),
            text: String::from_utf8_lossy(&text).into_owned(),
        }
    }

    /// Whether a protocol of this name is in the frame.
    #[must_use]
    pub fn has(&self, protocol: &str) -> bool {
        self.protocols().any(|p| p == protocol)
    }

    /// The names of its layers, from the lowest.
    pub fn protocols(&self) -> impl Iterator<Item = &'static str> + '_ {
        // The frame itself is no layer.
        let layers = self.tree().layers.iter().skip(1);
        layers.filter_map(|l| self.shared.registry.proto(l.proto)).map(|p| p.abbr)
    }

    /// What the Protocol column says.
    #[must_use]
    pub fn protocol(&self) -> String {
        String::from_utf8_lossy(&self.tree().columns.protocol.text).into_owned()
    }

    /// The line that the program prints for it: number, time, addresses, protocol, length in bytes, and what the
    /// Info column says.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut line = Vec::new();
        self.shared.summary.frame(&self.view(), &mut line);
        String::from_utf8_lossy(&line).trim_end().to_owned()
    }

    /// What the Info column says.
    #[must_use]
    pub fn info(&self) -> String {
        String::from_utf8_lossy(&self.tree().columns.info.text).into_owned()
    }
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Frame {}: {} {}", self.number(), self.protocol(), self.info())
    }
}
