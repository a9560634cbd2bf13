//! What a frame is shown as, for tests with frames made by hand.
#![allow(dead_code)] // each test uses its part

use requin_protocols::dissect_frame;
use requin_wire::{Dissection, Facts, Meta, Pick, Recalled, Registry, TransportFacts, Tree, Value, Want};

/// A frame's fields and columns.
pub struct Shown {
    /// Protocols, from below.
    pub layers: Vec<&'static str>,
    /// Names and values; bytes as hexadecimal digits, times as seconds.
    pub fields: Vec<(&'static str, String)>,
    /// Texts that nodes have of their own, in place of what their field says or behind it, and how deep they stand.
    pub lines: Vec<(u8, String)>,
    pub protocol: String,
    pub info: String,
}

impl Shown {
    /// The values of a field.
    pub fn all(&self, field: &str) -> Vec<&str> {
        self.fields.iter().filter(|f| f.0 == field).map(|f| f.1.as_str()).collect()
    }

    /// Whether a field has the value.
    pub fn is(&self, field: &str, value: &str) -> bool {
        self.all(field).contains(&value)
    }

    /// Whether a field is there.
    pub fn names(&self, field: &str) -> bool {
        self.count(field) > 0
    }

    pub fn count(&self, field: &str) -> usize {
        self.all(field).len()
    }

    /// A field has the value.
    #[track_caller]
    pub fn has(&self, field: &str, value: &str) -> &Shown {
        assert!(self.is(field, value), "{field} {value}: {:?} of {}", self.all(field), self.info);
        self
    }

    /// A node says so, whole or behind what its field says.
    #[track_caller]
    pub fn says(&self, line: &str) -> &Shown {
        assert!(self.lines.iter().any(|l| l.1 == line), "{line:?} among {:#?}", self.lines);
        self
    }

    /// A field is not there.
    #[track_caller]
    pub fn lacks(&self, field: &str) {
        assert!(!self.names(field), "{field} of {}", self.info);
    }

    /// How deep the node stands that says so.
    #[track_caller]
    pub fn depth_of(&self, line: &str) -> u8 {
        let found = self.says(line).lines.iter().find(|l| l.1 == line);
        found.map_or(0, |l| l.0)
    }

    #[track_caller]
    pub fn columns(&self, protocol: &str, info: &str) -> &Shown {
        assert_eq!((self.protocol.as_str(), self.info.as_str()), (protocol, info));
        self
    }

    /// Whether reading ended early (experts of that group mark a frame, too).
    pub fn is_malformed(&self) -> bool {
        self.info.contains("[Malformed Packet")
    }
}

/// A frame that was `original` bytes long.
pub fn meta(link: u16, frame: &[u8], original: usize) -> Meta {
    let (captured, original) = (frame.len() as u32, original as u32);
    Meta { number: 1, link, captured, original, ..Meta::default() }
}

/// Dissects a frame, with what protocols noted on it.
pub fn dissect(registry: &Registry, meta: &Meta, frame: &[u8], recalled: &[Recalled]) -> Shown {
    by(registry, meta, frame, &Facts { recalled, ..Facts::default() })
}

/// Dissects a frame of a conversation that has settled on a protocol.
pub fn settled(registry: &Registry, meta: &Meta, frame: &[u8], app: &str) -> Shown {
    let app = registry.proto_named(app).map(|p| p.id);
    let conversation = TransportFacts { app, ..TransportFacts::default() };
    known(registry, meta, frame, &conversation)
}

/// Dissects a frame of a conversation of which that is known.
pub fn known(registry: &Registry, meta: &Meta, frame: &[u8], of: &TransportFacts) -> Shown {
    by(registry, meta, frame, &Facts { transports: &[*of], ..Facts::default() })
}

fn by(registry: &Registry, meta: &Meta, frame: &[u8], facts: &Facts<'_>) -> Shown {
    let mut d = Dissection::default();
    dissect_frame::<Tree>(registry, &Want::everything(), meta, facts, frame, &mut d);
    columns_alone(registry, meta, frame, facts, &d);
    let text = |value: Value| match value {
        Value::Str(s) => String::from_utf8_lossy(d.bytes(frame, s)).into_owned(),
        Value::Bytes(s) => d.bytes(frame, s).iter().map(|b| format!("{b:02x}")).collect(),
        Value::U(n) => n.to_string(),
        Value::I(n) => n.to_string(),
        Value::F(n) => n.to_string(),
        Value::Time(s, n) => format!("{s}.{n:09}"),
        Value::None => String::new(),
    };
    Shown {
        layers: d.layers.iter().filter_map(|l| registry.proto(l.proto)).map(|p| p.abbr).collect(),
        fields: d.nodes.iter().map(|n| (registry.field(n.field).abbr, text(n.value))).collect(),
        lines: d
            .nodes
            .iter()
            .filter(|n| n.label.1 > 0)
            .map(|n| (n.depth, String::from_utf8_lossy(d.label(n)).into_owned()))
            .collect(),
        protocol: String::from_utf8_lossy(&d.columns.protocol.text).into_owned(),
        info: String::from_utf8_lossy(&d.columns.info.text).into_owned(),
    }
}

/// An Ethernet frame with a packet of IPv4.
pub fn ipv4(protocol: u8, payload: &[u8]) -> Vec<u8> {
    let mut f = vec![2; 12];
    f.extend([8, 0, 0x45, 0]);
    f.extend((20 + payload.len() as u16).to_be_bytes());
    f.extend([0, 1, 0, 0, 64, protocol, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]);
    f.extend(payload);
    f
}

/// The same with a UDP datagram.
pub fn udp_between(source: u16, destination: u16, payload: &[u8]) -> Vec<u8> {
    let len = (8 + payload.len() as u16).to_be_bytes();
    let header = [source.to_be_bytes(), destination.to_be_bytes(), len, [0, 0]].concat();
    ipv4(17, &[&header, payload].concat())
}

/// The same with a TCP segment.
pub fn tcp_between(source: u16, destination: u16, payload: &[u8]) -> Vec<u8> {
    let mut t = [source.to_be_bytes(), destination.to_be_bytes()].concat();
    t.extend([0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0]);
    t.extend(payload);
    ipv4(6, &t)
}

/// A datagram for a server's port.
pub fn udp(port: u16, payload: &[u8]) -> Vec<u8> {
    udp_between(0xc000, port, payload)
}

/// A segment for a server's port.
pub fn tcp(port: u16, payload: &[u8]) -> Vec<u8> {
    tcp_between(0xc000, port, payload)
}

/// The Info column says the same to those who want nothing else; where columns end, the tree may meet a marker.
fn columns_alone(registry: &Registry, meta: &Meta, frame: &[u8], facts: &Facts<'_>, tree: &Dissection) {
    let mut want = Want::nothing();
    want.columns = true;
    want.add(requin_protocols::meta::frame::PROTOCOLS);
    let mut alone = Dissection::default();
    dissect_frame::<Pick>(registry, &want, meta, facts, frame, &mut alone);
    let texts = [&alone, tree].map(|d| String::from_utf8_lossy(&d.columns.info.text).into_owned());
    let behind = texts[1].strip_prefix(texts[0].as_str());
    assert!(behind.is_some_and(|b| b.is_empty() || b.ends_with(']')), "{texts:?}");
}
