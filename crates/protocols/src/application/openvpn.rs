//! OpenVPN: its packets, with the TLS handshake that control packets carry.
//!
//! A conversation's state is that of the TLS session inside it.

use super::pieces::{self, Pieces};
use super::tls;
use requin_wire::{Cursor, Cx, Key, Past, Pdu, Remembered, Sink, Step, TransportKind, names, proto};

proto! {
    OPENVPN "openvpn" "OpenVPN Protocol" "OpenVPN" App
    on [Udp 1194, Tcp 1194]
    frames sized [pdu_len]
    remember [remember]
    fields {
        PLEN "openvpn.plen" "Packet Length": U16 Dec;
        TYPE "openvpn.type" "Type": U8 Hex;
        OPCODE "openvpn.opcode" "Opcode": U8 Hex & 0xf8 = OPCODE_NAMES;
        KEYID "openvpn.keyid" "Key ID": U8 Dec & 0x7;
        PEERID "openvpn.peerid" "Peer ID": U24 Dec;
        SESSIONID "openvpn.sessionid" "Session ID": U64 Dec;
        HMAC "openvpn.hmac" "HMAC": Bytes;
        PID "openvpn.pid" "Replay-Packet-ID": U32 Dec;
        NET_TIME "openvpn.net_time" "Net Time": AbsTime;
        RSESSIONID "openvpn.rsessionid" "Remote Session ID": U64 Dec;
        MPID "openvpn.mpid" "Message Packet-ID": U32 Dec;
        MPIDARRAYLENGTH "openvpn.mpidarraylength" "Message Packet-ID Array Length": U8 Dec;
        MPIDARRAYELEMENT "openvpn.mpidarrayelement" "Message Packet-ID Array Element": U32 Dec;
        DATA "openvpn.data" "Data": Bytes;
        FRAGMENT_BYTES "openvpn.fragment_bytes" "Fragment bytes": Bytes;
        FRAGMENTS "openvpn.fragments" "Message fragments": None;
        FRAGMENT "openvpn.fragment" "Message fragment": Framenum;
        FRAGMENT_COUNT "openvpn.fragment.count" "Message fragment count": U32 Dec;
        REASSEMBLED_LENGTH "openvpn.reassembled.length" "Reassembled message length": U32 Dec;
    }
}

names! {
    OPCODE_NAMES {
        1 => "P_CONTROL_HARD_RESET_CLIENT_V1",
        2 => "P_CONTROL_HARD_RESET_SERVER_V1",
        3 => "P_CONTROL_SOFT_RESET_V1",
        4 => "P_CONTROL_V1",
        5 => "P_ACK_V1",
        6 => "P_DATA_V1",
        7 => "P_CONTROL_HARD_RESET_CLIENT_V2",
        8 => "P_CONTROL_HARD_RESET_SERVER_V2",
        9 => "P_DATA_V2",
        10 => "P_CONTROL_HARD_RESET_CLIENT_V3",
        11 => "P_CONTROL_WKC_V1",
    }
}

const CONTROL: u64 = 4;
const ACK: u64 = 5;
const DATA_V1: u64 = 6;
const DATA_V2: u64 = 9;
/// With tls-auth: HMAC-SHA1, packet number and time stand before the rest.
const AUTH: usize = 20 + 4 + 4;

/// Over TCP a length stands before each packet.
fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])) + 2),
        _ => Pdu::More(2),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == requin_wire::TransportKind::Tcp);
    if !stream {
        return packet(cx, c);
    }
    let mut first = true;
    while c.left() > 2 {
        let len = usize::from(c.peek_u16(0)?);
        if !first {
            return cx.next_pdu(ID, c);
        }
        first = false;
        let mut one = c.take(len + 2);
        cx.u16(PLEN, &mut one)?;
        packet(cx, one)?;
    }
    Ok(())
}

fn packet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("OpenVPN");
    let opcode = u64::from(c.peek_u8(0)? >> 3);
    let Some(name) = OPCODE_NAMES.find(opcode) else {
        cx.info_clear();
        return Ok(());
    };
    cx.info(|o| _ = o.s("MessageType: ").s(name));
    let item = cx.peek(TYPE, &c, 1)?;
    cx.append(item, |o| _ = o.s(" [opcode/key_id]"));
    cx.under(item, |cx| -> Step {
        cx.peek(OPCODE, &c, 1)?;
        cx.peek(KEYID, &c, 1)?;
        Ok(())
    })?;
    c.skip(1)?;
    if opcode == DATA_V1 || opcode == DATA_V2 {
        if opcode == DATA_V2 {
            cx.u24(PEERID, &mut c)?;
        }
        let n = c.left();
        cx.bytes(DATA, &mut c, n)?;
        return Ok(());
    }
    cx.u64(SESSIONID, &mut c)?;
    if authenticated(&c, opcode) {
        cx.bytes(HMAC, &mut c, AUTH - 8)?;
        cx.u32(PID, &mut c)?;
        cx.field(NET_TIME, &mut c, 4)?;
    }
    let n = cx.u8(MPIDARRAYLENGTH, &mut c)?;
    if n > 0 {
        let item = cx.line(c.span(4 * usize::from(n)), |o| _ = o.s("Packet-ID Array"));
        cx.under(item, |cx| (0..n).try_for_each(|_| cx.u32(MPIDARRAYELEMENT, &mut c).map(|_| ())))?;
        cx.u64(RSESSIONID, &mut c)?;
    }
    if opcode == ACK {
        return Ok(());
    }
    let mpid = cx.u32(MPID, &mut c)?;
    if c.is_empty() {
        return Ok(());
    }
    if opcode != CONTROL {
        // Where all of a packet is encrypted, this is what could not be read.
        let n = c.left();
        let item = cx.line(c.span(n), |o| _ = o.s("Data (").u(n as u64).s(" bytes)"));
        return cx.under(item, |cx| cx.bytes(DATA, &mut c, n).map(|_| ()));
    }
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    let n = c.left();
    let note = cx.recalled(u64::from(mpid));
    if stream {
        return crate::meta::data::unless_declined(
            cx,
            if note.is_some() { crate::meta::data::ID } else { tls::ID },
            c,
        );
    }
    let whole = note.and_then(|r| Pieces::read(&r.bytes));
    if n != FRAGMENT_LEN && whole.is_none() {
        return crate::meta::data::unless_declined(cx, tls::ID, c);
    }
    let item = cx.line(c.span(n), |o| _ = o.s("Message fragment (").u(n as u64).s(" bytes)"));
    cx.under(item, |cx| cx.bytes(FRAGMENT_BYTES, &mut c, n).map(|_| ()))?;
    let Some(whole) = whole else { return Ok(()) };
    cx.with_source("Reassembled message", whole.bytes.to_vec(), |cx, c| {
        whole.tree(cx, &c, &PIECES);
        crate::meta::data::unless_declined(cx, tls::ID, c)
    })
    .unwrap_or(Ok(()))
}

const PIECES: pieces::Fields = pieces::Fields {
    all: FRAGMENTS,
    part: FRAGMENT,
    count: FRAGMENT_COUNT,
    length: REASSEMBLED_LENGTH,
    data: requin_wire::Field(0),
    names: ("Message fragment", "Message fragments"),
};

/// Over UDP, what TLS writes is cut into parts of so many bytes; a shorter one ends it.
const FRAGMENT_LEN: usize = 100;
/// Bytes of a message that is put together at most.
const LONGEST: usize = 64 << 10;
/// What is kept for each direction: the parts of a message, and that a message was a mere beginning.
const PARTS: u64 = 1 << 33;
const BEGUN: u64 = 1 << 34;

/// Session, message number and data of a control packet.
fn control(packet: &[u8]) -> Option<(&[u8], u32, &[u8])> {
    let c = Cursor::new(packet, packet.len(), requin_wire::FRAME);
    let opcode = u64::from(packet.first()? >> 3);
    if opcode != CONTROL {
        return None;
    }
    let session = packet.get(1..9)?;
    let mut at = c;
    at.skip(9).ok()?;
    if authenticated(&at, opcode) {
        at.skip(AUTH).ok()?;
    }
    let n = usize::from(at.array::<1>().ok()?[0]);
    at.skip(4 * n + if n > 0 { 8 } else { 0 }).ok()?;
    let mpid = u32::from_be_bytes(*at.array::<4>().ok()?);
    Some((session, mpid, at.rest()))
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let stream = past.now.transport == Some(TransportKind::Tcp);
    let Some((session, mpid, data)) = control(pdu.get(if stream { 2 } else { 0 }..).unwrap_or_default())
    else {
        return;
    };
    if data.is_empty() {
        return;
    }
    let way = u64::from(past.now.forward);
    if stream {
        let begun = Key::here(BEGUN | way);
        if let Some(r) = past.get(&begun) {
            past.remove(&begun);
            past.note(u64::from(mpid), &r);
            return;
        }
        if let [20..=23, 3, 0..=4, a, b, rest @ ..] = data
            && rest.len() < usize::from(u16::from_be_bytes([*a, *b]))
        {
            past.set(&begun, &[]);
        }
        tls::follow(&mut past.state, past.now.forward, data, data.len());
        return;
    }
    let key = Key::here(PARTS | way).and(session);
    let before = past.get(&key);
    let mut parts = before.as_ref().map(|r| Parts::read(&r.bytes)).unwrap_or_default();
    if mpid < parts.next {
        return;
    }
    if parts.list.is_empty() && data.len() != FRAGMENT_LEN {
        parts.next = mpid + 1;
        tls::follow(&mut past.state, past.now.forward, data, data.len());
    } else if let Some((list, bytes)) = parts.take(mpid, past.now.frame, data) {
        let bytes_noted = pieces::write(&list, &bytes);
        let what = value(past, bytes_noted);
        past.note(u64::from(mpid), &what);
        tls::follow(&mut past.state, past.now.forward, &bytes, bytes.len());
    }
    let what = value(past, parts.write());
    past.keep(&key, what);
}

fn value(past: &Past<'_>, bytes: Vec<u8>) -> Remembered {
    Remembered { frame: past.now.frame, time: past.now.time, bytes: bytes.into() }
}

/// Parts of a message by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Parts {
    /// The number that comes next, or that of the first part.
    next: u32,
    /// Number, frame, bytes.
    list: Vec<(u32, u64, Vec<u8>)>,
}

impl Parts {
    fn read(bytes: &[u8]) -> Parts {
        let mut parts = Parts::default();
        let Some((next, mut rest)) = bytes.split_first_chunk::<4>() else { return parts };
        parts.next = u32::from_be_bytes(*next);
        while let Some((h, data)) = rest.split_first_chunk::<13>() {
            let n = usize::from(h[12]);
            let Some((data, more)) = data.split_at_checked(n) else { break };
            let number = |from: usize, len: usize| h.get(from..from + len).map_or(0, requin_wire::be);
            parts.list.push((number(0, 4) as u32, number(4, 8), data.to_vec()));
            rest = more;
        }
        parts
    }

    fn write(&self) -> Vec<u8> {
        let mut bytes = self.next.to_be_bytes().to_vec();
        for (mpid, frame, data) in &self.list {
            bytes.extend(mpid.to_be_bytes());
            bytes.extend(frame.to_be_bytes());
            bytes.push(data.len() as u8);
            bytes.extend(data);
        }
        bytes
    }

    /// Takes in a part; when it makes the message whole, frames and bytes of all parts.
    fn take(&mut self, mpid: u32, frame: u64, data: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
        if data.len() > FRAGMENT_LEN || self.list.len() * FRAGMENT_LEN > LONGEST {
            self.list.clear();
            return None;
        }
        let at = self.list.partition_point(|p| p.0 < mpid);
        if self.list.get(at).is_some_and(|p| p.0 == mpid) {
            return None;
        }
        self.list.insert(at, (mpid, frame, data.to_vec()));
        let first = self.list.first()?.0;
        let (mut list, mut bytes) = (Vec::new(), Vec::new());
        for ((mpid, frame, data), expected) in self.list.iter().zip(first..) {
            if *mpid != expected {
                return None;
            }
            pieces::push(&mut list, *frame, data.len());
            bytes.extend(data);
            if data.len() != FRAGMENT_LEN {
                self.next = mpid.saturating_add(1);
                self.list.retain(|p| p.0 > expected);
                return Some((list, bytes));
            }
        }
        None
    }
}

/// Whether the bytes of tls-auth stand here. Nothing says so: without them the list of acknowledged
/// packets comes at once, which is short and fits.
fn authenticated(c: &Cursor<'_>, opcode: u64) -> bool {
    let fits = |at: usize| -> Option<bool> {
        let n = usize::from(c.peek_u8(at).ok()?);
        let head = at + 1 + 4 * n + if n > 0 { 8 } else { 0 } + if opcode == ACK { 0 } else { 4 };
        Some(n <= 8 && (head == c.left() || opcode == CONTROL && head < c.left()))
    };
    fits(0) != Some(true) && fits(AUTH) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_tls_auth_from_its_absence() {
        let bare = [0u8, 0, 0, 0, 0];
        assert!(!authenticated(&Cursor::new(&bare, bare.len(), 0), 7));
        let mut with = [0x99u8; AUTH + 5];
        with[AUTH..].fill(0);
        assert!(authenticated(&Cursor::new(&with, with.len(), 0), 7));
    }

    #[test]
    fn parts_are_put_together_by_their_numbers() {
        let mut p = Parts::default();
        let full = [7; FRAGMENT_LEN];
        assert_eq!(p.take(1, 10, &full), None);
        assert_eq!(p.take(3, 11, b"end"), None);
        let mut p = Parts::read(&p.write());
        assert_eq!(p.take(1, 12, &full), None);
        let (list, bytes) = p.take(2, 13, &full).unwrap();
        assert_eq!((bytes.len(), list.len(), p.next, p.list.len()), (203, 36, 4, 0));
        for n in 0..10_000 {
            p.take(n * 2, 1, &full);
            assert!(p.list.len() * FRAGMENT_LEN <= LONGEST + FRAGMENT_LEN);
        }
    }

    #[test]
    fn control_packets_are_read() {
        let packet = [0x20, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 9, 22, 3];
        assert_eq!(control(&packet), Some((&[1, 2, 3, 4, 5, 6, 7, 8][..], 9, &[22, 3][..])));
        assert_eq!(control(&packet[..12]), None);
        assert_eq!(control(&[0x28; 20]), None);
    }
}
