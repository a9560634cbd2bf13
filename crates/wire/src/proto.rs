//! Protocols and the tables that lead from one to the next.

use crate::{Cursor, Cx, FieldDef, Outline, Past, Pick, ProtoId, Remember, Sink, Step, Tree};
use std::collections::HashMap;

/// How far up a protocol stands. The planner stops climbing where nothing wanted can come any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Headers below the network.
    Link,
    /// Networks and what manages them.
    Network,
    /// TCP, UDP, SCTP.
    Transport,
    /// Above a transport, and carries whole packets itself (VXLAN, GTP): conversations go on inside.
    Carrier,
    /// Everything else.
    App,
}

/// Tables that dissectors look up the next protocol in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Table {
    /// LINKTYPE_ number.
    Link,
    /// Ethertype.
    Ether,
    /// Protocol number of IPv4, next header of IPv6.
    IpProto,
    Tcp,
    Udp,
    SctpPort,
    SctpPpid,
    Dccp,
    /// 802.2 service access point.
    Llc,
    /// Organisation code << 16 | protocol of SNAP (other than the encapsulated Ethernet ones).
    Snap,
    /// PPP protocol number.
    Ppp,
    /// Address family of the BSD null header.
    Null,
    /// Protocol field of Linux cooked captures below 0x600.
    Sll,
    /// First nibble or label of what an MPLS bottom label carries.
    MplsLabel,
    /// GRE protocol types that are no ethertypes.
    Gre,
    /// ATM virtual circuit, for LLC-less payloads.
    Atm,
    /// RTP payload type.
    RtpPayload,
    /// Bluetooth, USB and other buses keep one table each.
    Bluetooth,
    Usb,
    /// EtherType-like numbers of 802.15.4 / 6LoWPAN dispatch.
    Wpan,
    /// Who looks at the payload of NetBIOS sessions and datagrams; heuristics only.
    Netbios,
    /// DCE/RPC, RPC program numbers.
    RpcProgram,
    /// Anything that has too few users for a table of its own: the key says what.
    Other,
}

/// How many tables there are.
pub const TABLES: usize = Table::Other as usize + 1;

/// Ports and addresses a heuristic may look at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ports {
    /// Sender's port.
    pub src: u16,
    /// Receiver's port.
    pub dst: u16,
}

/// Whether these bytes look like the protocol. Pure, quick, and strict.
pub type Accepts = fn(&Cursor<'_>, Ports) -> bool;

/// Whether the payload of a conversation is known to be the protocol's by what it remembers, as when a client went on from
/// another address. Quick: it is asked of the first payloads of every conversation that nobody else has.
pub type Recognise = fn(past: &Past<'_>, payload: &[u8]) -> bool;

/// What a protocol remembers of a conversation: see [`TransportFacts::state`](crate::TransportFacts::state).
///
/// It is run in packet order on every payload of a conversation of this protocol, and works on the two
/// words the protocol has there, which begin as zeros. `forward` tells whether the payload goes the way of
/// the conversation's first frame, `reported` how many bytes were sent: more than there are when the capture cut
/// the payload. Bytes that TCP sends again are left out; after bytes that were lost it simply goes on. The answer is
/// the protocol that has the conversation from the next payload on, when this one hands it over (STARTTLS, Upgrade);
/// its words begin as zeros again.
///
/// It must be quick, and take any bytes.
pub type Track = fn(state: &mut [u64; 2], forward: bool, payload: &[u8], reported: usize) -> Option<ProtoId>;

/// Where a protocol is found.
#[derive(Clone, Copy)]
pub enum On {
    /// Under this key of this table.
    At(Table, u32),
    /// Under a range of keys.
    Range(Table, u32, u32),
    /// For an Internet media type.
    Media(&'static str),
    /// When the bytes look like it, tried after the table; and the ranges of bytes that may stand first, none for any.
    Heuristic(Table, Accepts, &'static [(u8, u8)]),
    /// When the first payload of a stream, or any datagram, can be nothing else, whatever the ports.
    Surely(Table, Accepts),
    /// When what it remembers of other conversations tells, asked after the heuristics.
    Recognised(Table, Recognise),
}

/// One dissector, built for each sink.
pub struct Entry {
    outline: for<'a, 'b> fn(&mut Cx<'a, Outline>, Cursor<'b>) -> Step,
    pick: for<'a, 'b> fn(&mut Cx<'a, Pick>, Cursor<'b>) -> Step,
    tree: for<'a, 'b> fn(&mut Cx<'a, Tree>, Cursor<'b>) -> Step,
}

impl Entry {
    /// The same dissector for the three sinks.
    pub const fn new(
        outline: for<'a, 'b> fn(&mut Cx<'a, Outline>, Cursor<'b>) -> Step,
        pick: for<'a, 'b> fn(&mut Cx<'a, Pick>, Cursor<'b>) -> Step,
        tree: for<'a, 'b> fn(&mut Cx<'a, Tree>, Cursor<'b>) -> Step,
    ) -> Entry {
        Entry { outline, pick, tree }
    }

    /// The function for [`Outline`].
    #[must_use]
    pub fn outline(&self) -> for<'a, 'b> fn(&mut Cx<'a, Outline>, Cursor<'b>) -> Step {
        self.outline
    }

    /// The function for [`Pick`].
    #[must_use]
    pub fn pick(&self) -> for<'a, 'b> fn(&mut Cx<'a, Pick>, Cursor<'b>) -> Step {
        self.pick
    }

    /// The function for [`Tree`].
    #[must_use]
    pub fn tree(&self) -> for<'a, 'b> fn(&mut Cx<'a, Tree>, Cursor<'b>) -> Step {
        self.tree
    }
}

/// What a [`Remember`] function is run for.
#[derive(Clone, Copy, Debug)]
pub enum For {
    /// For anything above the transports: it says what conversations are, or others call it.
    All,
    /// For these fields, and for columns when they say so.
    Fields {
        /// Whether what the protocol writes into columns depends on it.
        columns: bool,
        /// The fields that depend on it.
        fields: &'static [crate::Field],
    },
    /// For columns, and for whatever the protocols show of which this is true: it and those it carries.
    Among(fn(&Proto) -> bool),
}

/// A protocol: its names, fields, and how to dissect it.
pub struct Proto {
    /// Its number.
    pub id: ProtoId,
    /// Number of its first field, which is the protocol itself.
    pub base: u16,
    /// Name in filters.
    pub abbr: &'static str,
    /// Name in the tree.
    pub name: &'static str,
    /// Name in the Protocol column, and in messages.
    pub short: &'static str,
    /// How far up it stands.
    pub stage: Stage,
    /// Where it is found.
    pub on: &'static [On],
    /// Its fields, itself first.
    pub fields: &'static [FieldDef],
    /// Its dissector.
    pub entry: Entry,
    /// What it remembers of a conversation between packets.
    pub track: Option<Track>,
    /// How it finds the ends of its PDUs in a stream of bytes.
    pub frames: Option<Frames>,
    /// Whether TCP tells how long its PDUs are.
    pub sized: bool,
    /// Whether what is there of a PDU is dissected whenever enough came for another look at where it ends
    /// ([`StreamPart::opening`](crate::StreamPart::opening)).
    pub previewed: bool,
    /// What looks at its PDUs in packet order.
    pub remember: Option<Remember>,
    /// What that is done for.
    pub remember_for: For,
    /// Whether what it remembers is of use in other conversations than its own.
    pub beyond: bool,
}

/// How far the PDU that begins a stream's bytes reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pdu {
    /// So many bytes, at least one; they need not all be there.
    Len(usize),
    /// More bytes are needed to tell: at least so many in all.
    More(usize),
    /// Until the sender closes the connection.
    UntilEnd,
    /// Bytes are taken as they come: what is there is handed on at once.
    AsItComes,
}

/// Finds the end of the PDU that begins these bytes of one direction of a TCP conversation. `state` is
/// the protocol's memory of it; `forward` the direction. It must be quick: it runs in the ordered pass.
pub type Frames = fn(bytes: &[u8], forward: bool, state: &[u64; 2]) -> Pdu;

/// From keys to protocols. Keys below 65,536 take two loads.
#[derive(Clone)]
pub struct KeyTable {
    /// Page of each high byte, 0 for the empty one.
    index: Vec<u16>,
    pages: Vec<[u16; 256]>,
    big: HashMap<u32, u16>,
    heuristics: Vec<(Accepts, ProtoId)>,
    /// For every byte that may stand first, which of the first 64 heuristics may take it: a bit for each.
    begins: Vec<u64>,
    sure: Vec<(Accepts, ProtoId)>,
    recognise: Vec<(Recognise, ProtoId)>,
}

impl KeyTable {
    fn new() -> KeyTable {
        KeyTable {
            index: Vec::new(),
            pages: vec![[0; 256]],
            big: HashMap::new(),
            heuristics: Vec::new(),
            begins: Vec::new(),
            sure: Vec::new(),
            recognise: Vec::new(),
        }
    }

    /// Adds a heuristic that takes what begins with a byte of these ranges, or with any when there are none.
    fn add_heuristic(&mut self, accepts: Accepts, proto: ProtoId, first: &[(u8, u8)]) {
        let bit = 1u64.checked_shl(self.heuristics.len() as u32).unwrap_or(0);
        debug_assert!(bit != 0, "no room for another heuristic");
        self.heuristics.push((accepts, proto));
        self.begins.resize(256, 0);
        for (b, bits) in (0u8..=255).zip(&mut self.begins) {
            if first.is_empty() || first.iter().any(|(from, to)| (*from..=*to).contains(&b)) {
                *bits |= bit;
            }
        }
    }

    fn set(&mut self, key: u32, proto: u16) {
        if key > 0xffff {
            self.big.insert(key, proto);
            return;
        }
        if self.index.is_empty() {
            self.index = vec![0; 256];
        }
        let Some(page) = self.index.get_mut((key >> 8) as usize) else { return };
        if *page == 0 {
            *page = self.pages.len() as u16;
            self.pages.push([0; 256]);
        }
        if let Some(p) = self.pages.get_mut(usize::from(*page)) {
            p[(key & 0xff) as usize] = proto;
        }
    }

    /// The protocol under `key`.
    #[inline]
    #[must_use]
    pub fn find(&self, key: u32) -> Option<ProtoId> {
        self.get(key).checked_sub(1).map(ProtoId)
    }

    /// The heuristics that are asked when no key leads on.
    #[must_use]
    pub fn heuristics(&self) -> &[(Accepts, ProtoId)] {
        &self.heuristics
    }

    /// Those of them that may take these bytes, by the first one.
    #[inline]
    pub fn likely(&self, bytes: &[u8]) -> impl Iterator<Item = (Accepts, ProtoId)> {
        let mut left = match bytes.first() {
            Some(b) => self.begins.get(usize::from(*b)).copied().unwrap_or(0),
            None => u64::MAX,
        };
        // Every turn takes a bit away; there is none under the number that remains.
        std::iter::from_fn(move || {
            let next = self.heuristics.get(left.trailing_zeros() as usize).copied();
            left &= left.wrapping_sub(1);
            next
        })
    }

    /// The heuristics that are asked before the ports, of a stream's first payload and of any datagram.
    #[must_use]
    pub fn sure(&self) -> &[(Accepts, ProtoId)] {
        &self.sure
    }

    /// Who may recognise a conversation by what it remembers.
    #[must_use]
    pub fn recognise(&self) -> &[(Recognise, ProtoId)] {
        &self.recognise
    }

    #[inline]
    fn get(&self, key: u32) -> u16 {
        if key > 0xffff {
            return self.big.get(&key).copied().unwrap_or(0);
        }
        let page = self.index.get((key >> 8) as usize).copied().unwrap_or(0);
        self.pages.get(usize::from(page)).map_or(0, |p| p[(key & 0xff) as usize])
    }
}

/// Choices of the user that dissectors heed.
#[derive(Clone, Debug)]
pub struct Prefs {
    /// Sequence numbers count from zero (tcp.relative_sequence_numbers).
    pub relative_seq: bool,
    /// Manufacturers' names stand for the first half of hardware addresses (-N m).
    pub resolve_mac: bool,
    /// Service names stand for ports (-N t).
    pub resolve_ports: bool,
}

impl Default for Prefs {
    fn default() -> Prefs {
        Prefs { relative_seq: true, resolve_mac: false, resolve_ports: false }
    }
}

/// All protocols, fields and tables. Made once at the start; dissectors only read it.
pub struct Registry {
    protos: &'static [&'static Proto],
    fields: Vec<&'static FieldDef>,
    owners: Vec<ProtoId>,
    tables: Vec<KeyTable>,
    media: HashMap<&'static str, ProtoId>,
    expert: Option<[crate::Field; 4]>,
    malformed: Option<crate::Field>,
    /// What dissectors heed.
    pub prefs: Prefs,
    /// Secrets of encrypted conversations that are known from the beginning.
    pub secrets: std::sync::Arc<crate::Secrets>,
}

impl Registry {
    /// A registry of these protocols; `protos[i]` has number `i`.
    #[must_use]
    pub fn new(protos: &'static [&'static Proto]) -> Registry {
        static TEXT: FieldDef = FieldDef {
            abbr: "",
            label: "",
            kind: crate::FieldType::None,
            base: crate::Base::None,
            mask: 0,
            bits: 0,
            names: crate::Names::None,
            expert: None,
        };
        let total = 1 + protos.iter().map(|p| p.fields.len()).sum::<usize>();
        let mut fields: Vec<&'static FieldDef> = Vec::with_capacity(total);
        let mut owners = Vec::with_capacity(total);
        fields.push(&TEXT);
        owners.push(ProtoId(0));
        let mut tables: Vec<KeyTable> = (0..TABLES).map(|_| KeyTable::new()).collect();
        let mut media = HashMap::new();
        for p in protos {
            debug_assert_eq!(usize::from(p.base), fields.len(), "{} is out of order", p.abbr);
            fields.extend(p.fields.iter());
            owners.resize(fields.len(), p.id);
            for on in p.on {
                match *on {
                    On::At(t, key) => {
                        if let Some(t) = tables.get_mut(t as usize) {
                            t.set(key, p.id.0 + 1);
                        }
                    }
                    On::Range(t, from, to) => {
                        if let Some(t) = tables.get_mut(t as usize) {
                            (from..=to).take(0x10000).for_each(|key| t.set(key, p.id.0 + 1));
                        }
                    }
                    On::Media(name) => _ = media.insert(name, p.id),
                    On::Heuristic(t, accepts, first) => {
                        if let Some(t) = tables.get_mut(t as usize) {
                            t.add_heuristic(accepts, p.id, first);
                        }
                    }
                    On::Surely(t, accepts) => {
                        if let Some(t) = tables.get_mut(t as usize) {
                            t.sure.push((accepts, p.id));
                            t.add_heuristic(accepts, p.id, &[]);
                        }
                    }
                    On::Recognised(t, recognise) => {
                        if let Some(t) = tables.get_mut(t as usize) {
                            t.recognise.push((recognise, p.id));
                        }
                    }
                }
            }
        }
        let expert = protos
            .iter()
            .find(|p| p.abbr == "_ws.expert")
            .map(|p| [0, 1, 2, 3].map(|i| crate::Field(p.base + i)));
        let malformed = protos.iter().find(|p| p.abbr == "_ws.malformed").map(|p| crate::Field(p.base));
        Registry {
            protos,
            fields,
            owners,
            tables,
            media,
            expert,
            malformed,
            prefs: Prefs::default(),
            secrets: std::sync::Arc::default(),
        }
    }

    /// All protocols by number.
    #[must_use]
    pub fn protos(&self) -> &'static [&'static Proto] {
        self.protos
    }

    /// The protocol of this number.
    #[inline]
    #[must_use]
    pub fn proto(&self, id: ProtoId) -> Option<&'static Proto> {
        self.protos.get(usize::from(id.0)).copied()
    }

    /// The protocol of this filter name.
    #[must_use]
    pub fn proto_named(&self, abbr: &str) -> Option<&'static Proto> {
        self.protos.iter().find(|p| p.abbr == abbr).copied()
    }

    /// All fields by number; number 0 is [`Field::TEXT`](crate::Field::TEXT).
    #[must_use]
    pub fn fields(&self) -> &[&'static FieldDef] {
        &self.fields
    }

    /// What is fixed about a field.
    #[inline]
    #[must_use]
    pub fn field(&self, field: crate::Field) -> &'static FieldDef {
        self.fields.get(usize::from(field.0)).copied().unwrap_or(self.fields[0])
    }

    /// The protocol a field belongs to.
    #[must_use]
    pub fn owner(&self, field: crate::Field) -> ProtoId {
        self.owners.get(usize::from(field.0)).copied().unwrap_or_default()
    }

    /// A whole table, for those who look things up without the registry at hand.
    #[must_use]
    pub fn table(&self, table: Table) -> Option<&KeyTable> {
        self.tables.get(table as usize)
    }

    /// The protocol under `key`.
    #[inline]
    #[must_use]
    pub fn find(&self, table: Table, key: u32) -> Option<ProtoId> {
        self.tables.get(table as usize)?.get(key).checked_sub(1).map(ProtoId)
    }

    /// The fields that every expert item has: itself, message, severity, group. They are the first four
    /// of the protocol `_ws.expert`.
    #[must_use]
    pub fn expert_fields(&self) -> Option<[crate::Field; 4]> {
        self.expert
    }

    /// The protocol `_ws.malformed` as a field.
    #[must_use]
    pub fn malformed(&self) -> Option<crate::Field> {
        self.malformed
    }

    /// The protocol of an Internet media type (in lower case, without parameters).
    #[must_use]
    pub fn media(&self, media_type: &str) -> Option<ProtoId> {
        self.media.get(media_type).copied()
    }

    /// Puts a protocol under a key, or nothing: what `-d` does.
    pub fn decode_as(&mut self, table: Table, key: u32, proto: Option<ProtoId>) {
        if let Some(t) = self.tables.get_mut(table as usize) {
            t.set(key, proto.map_or(0, |p| p.0 + 1));
        }
    }
}

/// Picks the function of an [`Entry`] that was built for a sink.
pub(crate) fn function<S: Sink>(entry: &Entry) -> for<'a, 'b> fn(&mut Cx<'a, S>, Cursor<'b>) -> Step {
    S::function(entry)
}
