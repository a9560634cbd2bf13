//! OpenVPN: its packets, with the TLS handshake that control packets carry.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, names, proto};

proto! {
    OPENVPN "openvpn" "OpenVPN Protocol" "OpenVPN" App
    on [Udp 1194, Tcp 1194]
    frames [pdu_len]
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
    for _ in 0..n {
        cx.u32(MPIDARRAYELEMENT, &mut c)?;
    }
    if n > 0 {
        cx.u64(RSESSIONID, &mut c)?;
    }
    if opcode == ACK {
        return Ok(());
    }
    cx.u32(MPID, &mut c)?;
    if c.is_empty() || opcode != CONTROL {
        return Ok(());
    }
    // What continues a record over TCP is shown as what it is to TLS by itself.
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == requin_wire::TransportKind::Tcp);
    if stream || whole_records(c.rest()) {
        return cx.call(super::tls::ID, c);
    }
    let n = c.left();
    let item = cx.line(c.span(n), |o| _ = o.s("Message fragment (").u(n as u64).s(" bytes)"));
    cx.under(item, |cx| cx.bytes(FRAGMENT_BYTES, &mut c, n).map(|_| ()))
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

/// Whether the bytes are TLS records, each of them whole.
fn whole_records(mut bytes: &[u8]) -> bool {
    while let [20..=23, 3, 0..=4, a, b, ..] = bytes {
        match bytes.get(5 + usize::from(u16::from_be_bytes([*a, *b]))..) {
            Some([]) => return true,
            Some(rest) => bytes = rest,
            None => return false,
        }
    }
    false
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
    fn records_are_whole_or_not() {
        assert!(whole_records(&[22, 3, 1, 0, 1, 9, 20, 3, 3, 0, 1, 1]));
        assert!(!whole_records(&[22, 3, 1, 0, 2, 9]));
        assert!(!whole_records(&[]));
    }
}
