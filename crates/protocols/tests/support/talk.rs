//! A conversation over TCP, with what is remembered of it, and PDUs of DCE/RPC.

use crate::shown::*;
use requin_protocols::registry;
use requin_wire::{
    Addr, Expected, Frames, Memory, Meta, Moment, Past, Ports, ProtoId, Recalled, Registry, Remember,
    Remembered, Secrets, Time, TransportKind,
};
use std::collections::HashMap;

/// Memory of one conversation, and the notes on its frames.
struct Store {
    registry: Registry,
    values: HashMap<Vec<u8>, Remembered>,
    notes: Vec<Recalled>,
    secrets: Secrets,
}

impl Memory for Store {
    fn get(&self, name: &[u8]) -> Option<Remembered> {
        self.values.get(name).cloned()
    }
    fn set(&mut self, name: &[u8], value: Remembered) {
        self.values.insert(name.to_vec(), value);
    }
    fn remove(&mut self, name: &[u8]) {
        self.values.remove(name);
    }
    fn note(&mut self, note: Recalled) {
        self.notes.push(note);
    }
    fn expect(&mut self, _: &Expected, _: ProtoId, _: Remembered) {}
    fn expected(&self, _: &Expected) -> Option<Remembered> {
        None
    }
    fn remember_of(&self, proto: ProtoId) -> Option<Remember> {
        self.registry.proto(proto)?.remember
    }
    fn frames_of(&self, proto: ProtoId) -> Option<Frames> {
        self.registry.proto(proto)?.frames
    }
    fn secrets(&self) -> &Secrets {
        &self.secrets
    }
}

/// A conversation over TCP with this port: frame by frame, each a second after the one before.
pub struct Talk {
    store: Store,
    proto: &'static str,
    port: u16,
    frame: u64,
}

impl Talk {
    pub fn new(proto: &'static str, port: u16) -> Talk {
        let store = Store {
            registry: registry(),
            values: HashMap::new(),
            notes: Vec::new(),
            secrets: Secrets::default(),
        };
        Talk { store, proto, port, frame: 0 }
    }

    /// Remembers a PDU and shows it, `head` before it; after it was cut at every byte, which leaves no trace.
    pub fn says(&mut self, head: &[u8], pdu: &[u8]) -> Shown {
        self.frame += 1;
        self.store.notes.clear();
        let id = self.store.registry.proto_named(self.proto).map_or(ProtoId(0), |p| p.id);
        let now = Moment {
            frame: self.frame,
            time: Time::new(self.frame as i64, 0),
            forward: true,
            src: Addr::default(),
            dst: Addr::default(),
            ports: Ports::default(),
            transport: Some(TransportKind::Tcp),
            stream: 0,
            quoted: false,
            reported: pdu.len(),
        };
        let remember: Remember = self.store.remember_of(id).unwrap_or(|_, _| {});
        for n in 0..pdu.len() {
            let values = self.store.values.clone();
            remember(&mut Past::new(id, now, [0; 2], &mut self.store), &pdu[..n]);
            self.show(&[head, &pdu[..n]].concat(), head.len() + pdu.len());
            self.show(&[head, &pdu[..n]].concat(), head.len() + n);
            self.store.values = values;
            self.store.notes.clear();
        }
        remember(&mut Past::new(id, now, [0; 2], &mut self.store), pdu);
        self.show(&[head, pdu].concat(), head.len() + pdu.len())
    }

    fn show(&self, payload: &[u8], reported: usize) -> Shown {
        let mut whole = payload.to_vec();
        whole.resize(reported, 0);
        let frame = tcp(self.port, &whole);
        let there = &frame[..frame.len() - reported + payload.len()];
        let time = Time::new(self.frame as i64, 0);
        let meta = Meta { number: self.frame, time, ..meta(1, there, frame.len()) };
        dissect(&self.store.registry, &meta, there, &self.store.notes)
    }
}

const REQUEST: u8 = 0;
const RESPONSE: u8 = 2;
const BIND: u8 = 11;

/// A PDU of DCE/RPC.
pub fn pdu(kind: u8, call: u8, body: &[u8]) -> Vec<u8> {
    let mut p = vec![5, 0, kind, 3, 0x10, 0, 0, 0];
    p.extend((16 + body.len() as u16).to_le_bytes());
    p.extend([0, 0, call, 0, 0, 0]);
    p.extend(body);
    p
}

/// A UUID as it stands in a PDU.
pub fn uuid(n: u128) -> Vec<u8> {
    let mut u = n.to_be_bytes();
    u[..4].reverse();
    u[4..6].reverse();
    u[6..8].reverse();
    u.to_vec()
}

pub const NDR: u128 = 0x8a885d04_1ceb_11c9_9fe8_08002b104860;
/// Asks for an interface under context 0.
pub fn bind(interface: u128) -> Vec<u8> {
    let head = [0xd0, 0x16, 0xd0, 0x16, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0];
    pdu(BIND, 1, &[&head[..], &uuid(interface), &[1, 0, 0, 0], &uuid(NDR), &[2, 0, 0, 0]].concat())
}

pub fn request(call: u8, operation: u8, stub: &[u8]) -> Vec<u8> {
    let len = (stub.len() as u32).to_le_bytes();
    pdu(REQUEST, call, &[&len[..], &[0, 0, operation, 0], stub].concat())
}

pub fn response(call: u8, stub: &[u8]) -> Vec<u8> {
    let len = (stub.len() as u32).to_le_bytes();
    pdu(RESPONSE, call, &[&len[..], &[0; 4], stub].concat())
}

/// Text with its counts, up to a multiple of four.
pub fn text(s: &str) -> Vec<u8> {
    let units: Vec<u16> = s.encode_utf16().chain([0]).collect();
    let n = (units.len() as u32).to_le_bytes();
    let mut t = [&n[..], &[0; 4], &n].concat();
    t.extend(units.iter().flat_map(|u| u.to_le_bytes()));
    t.resize(t.len().next_multiple_of(4), 0);
    t
}

pub fn pointed(s: &str) -> Vec<u8> {
    [vec![1, 0, 2, 0], text(s)].concat()
}
