//! What protocols remember, seen through DNS.

use requin_flow::{Flow, Options};
use requin_wire::{
    Addr, AddrKind, Dissection, FRAME, Meta, ProtoId, Recalled, Span, Time, Transport, TransportKind,
};

/// A conversation of port 4000 with DNS, one frame a second.
struct Talk {
    flow: Flow,
    number: u64,
    kind: TransportKind,
    seq: [u32; 2],
    /// Of the client and the server.
    ports: (u16, u16),
    /// The last frame's protocol, when the conversation says it.
    app: Option<ProtoId>,
}

impl Talk {
    fn new(kind: TransportKind, options: Options) -> Talk {
        let flow = Flow::new(&requin_protocols::registry(), options);
        Talk { flow, number: 0, kind, seq: [100; 2], ports: (4000, 53), app: None }
    }

    /// A frame with this payload, by the server or not; the notes on it.
    fn say(&mut self, server: bool, payload: &[u8]) -> Vec<Recalled> {
        let seq = self.seq[usize::from(server)];
        self.seq[usize::from(server)] = seq.wrapping_add(payload.len() as u32);
        self.say_at(server, seq, payload)
    }

    fn say_at(&mut self, server: bool, seq: u32, payload: &[u8]) -> Vec<Recalled> {
        self.number += 1;
        let (a, b) = (Addr::new(AddrKind::Ipv4, &[10, 0, 0, 1]), Addr::new(AddrKind::Ipv4, &[10, 0, 0, 2]));
        let (client, port) = self.ports;
        let (src, dst, src_port, dst_port) = if server { (b, a, port, client) } else { (a, b, client, port) };
        let mut bytes = vec![0; 20];
        bytes[4..8].copy_from_slice(&seq.to_be_bytes());
        (bytes[12], bytes[13]) = (0x50, 0x10);
        bytes.extend(payload);
        let mut d = Dissection::default();
        d.transports.push(Transport {
            kind: self.kind,
            quoted: false,
            src,
            dst,
            src_port,
            dst_port,
            header: Span::new(FRAME, 0, 20),
            payload: Span::new(FRAME, 20, payload.len()),
            payload_len: payload.len() as u32,
        });
        let time = Time::new(self.number as i64, 0);
        let meta = Meta { number: self.number, time, has_time: true, ..Meta::default() };
        let mut facts = Vec::new();
        self.flow.frame(&requin_protocols::registry(), &meta, &bytes, &d, &mut facts);
        self.app = facts.first().and_then(|f| f.app);
        let mut notes = Vec::new();
        self.flow.take_recalled(&mut notes);
        assert!(notes.iter().all(|n| n.on == self.number));
        notes
    }
}

fn message(id: u8, response: bool) -> Vec<u8> {
    vec![0, id, if response { 0x80 } else { 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0]
}

/// With its length before it.
fn framed(id: u8, response: bool) -> Vec<u8> {
    [&[0, 12][..], &message(id, response)].concat()
}

fn frames(notes: &[Recalled]) -> Vec<u64> {
    notes.iter().map(|n| n.what.frame).collect()
}

#[test]
fn responses_are_tied_to_datagrams() {
    let mut t = Talk::new(TransportKind::Udp, Options::default());
    assert!(t.say(false, &message(1, false)).is_empty());
    assert!(t.say(false, &message(2, false)).is_empty());
    let notes = t.say(true, &message(1, true));
    assert_eq!((frames(&notes), notes[0].what.time), (vec![1], Time::new(1, 0)));
    assert_eq!(frames(&t.say(true, &message(2, true))), [2]);
    // The first response again, and one that nobody asked for.
    assert_eq!(frames(&t.say(true, &message(1, true))), [3]);
    assert_eq!(frames(&t.say(true, &message(9, true))), [0]);
}

#[test]
fn a_stream_shows_each_message_once_however_it_is_cut() {
    let mut t = Talk::new(TransportKind::Tcp, Options::default());
    let three: Vec<u8> = [framed(1, false), framed(2, false), framed(3, false)].concat();
    // Two and a half, then the rest.
    assert!(t.say(false, &three[..35]).is_empty());
    assert!(t.say(false, &three[35..]).is_empty());
    // Sent again: no query is seen a second time.
    assert!(t.say_at(false, 100, &three).is_empty());
    let back: Vec<u8> = [framed(3, true), framed(1, true)].concat();
    assert_eq!(frames(&t.say(true, &back)), [2, 1]);
    // A byte at a time.
    let last = framed(2, true);
    for b in &last[..last.len() - 1] {
        assert!(t.say(true, &[*b]).is_empty());
    }
    assert_eq!(frames(&t.say(true, &last[last.len() - 1..])), [1]);
}

#[test]
fn what_is_remembered_is_bounded_and_said_when_it_goes() {
    let bound = 16 << 10;
    let mut t = Talk::new(TransportKind::Udp, Options { remember_memory: bound, ..Options::default() });
    for high in 0..255u8 {
        for id in 0..20u8 {
            let mut m = message(id, false);
            m[0] = high;
            t.say(false, &m);
            assert!(t.flow.messages().remembered() <= bound);
        }
    }
    assert!(t.flow.evicted().remembered > 4000);
    assert_eq!(t.flow.warnings().len(), 1);
    // The oldest is gone, the newest is there.
    assert_eq!(frames(&t.say(true, &message(0, true))), [0]);
    let mut m = message(19, true);
    m[0] = 254;
    assert_eq!(frames(&t.say(true, &m)), [5100]);
}

#[test]
fn what_nobody_wants_is_not_remembered() {
    let mut t = Talk::new(TransportKind::Udp, Options::default());
    t.flow = Flow::new(&requin_protocols::registry(), Options::default()).only(&|_| false);
    t.say(false, &message(1, false));
    assert!(t.say(true, &message(1, true)).is_empty());
    assert_eq!(t.flow.messages().remembered(), 0);
}

#[test]
fn an_announced_conversation_has_its_protocol_and_its_announcement() {
    let tftp = requin_protocols::registry().proto_named("tftp").unwrap().id;
    let mut t = Talk::new(TransportKind::Udp, Options::default());
    t.ports = (3000, 69);
    assert!(t.say(false, b"\0\x01file.bin\0octet\0").is_empty());
    // The answer comes from another port.
    t.ports = (3000, 4242);
    let data = b"\0\x03\0\x01block";
    let notes = t.say(true, data);
    assert_eq!((t.app, frames(&notes)), (Some(tftp), vec![1]));
    assert_eq!(&*notes[0].what.bytes, b"\x01file.bin");
    assert_eq!(frames(&t.say(false, b"\0\x04\0\x01")), [1]);
    // Nobody asked for this one.
    t.ports = (3001, 4242);
    assert!(t.say(true, data).is_empty());
    assert_eq!(t.app, None);
    // A later request from the same port.
    t.ports = (3000, 69);
    t.say(false, b"\0\x01other\0octet\0");
    t.ports = (3000, 4300);
    assert_eq!(frames(&t.say(true, data)), [5]);
}
