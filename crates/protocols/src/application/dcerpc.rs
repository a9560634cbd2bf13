//! DCE/RPC (C706, [MS-RPCE]): the headers of connection-oriented and of datagram PDUs.

use requin_wire::{Cursor, Cx, Field, Pdu, Ports, Sink, Step, Stop, names, proto};

proto! {
    DCERPC "dcerpc" "Distributed Computing Environment / Remote Procedure Call (DCE/RPC)" "DCERPC" App
    on [Tcp 135]
    looks_like [Tcp connected => [5..=5], Udp datagram => [4..=4]]
    frames sized [frames]
    fields {
        VER "dcerpc.ver" "Version": U8 Dec;
        VER_MINOR "dcerpc.ver_minor" "Version (minor)": U8 Dec;
        PKT_TYPE "dcerpc.pkt_type" "Packet type": U8 Dec = PKT_TYPE_NAMES;
        CN_FLAGS "dcerpc.cn_flags" "Packet Flags": U8 Hex;
        DREP "dcerpc.drep" "Data Representation": Bytes;
        CN_FRAG_LEN "dcerpc.cn_frag_len" "Frag Length": U16 Dec;
        CN_AUTH_LEN "dcerpc.cn_auth_len" "Auth Length": U16 Dec;
        CN_CALL_ID "dcerpc.cn_call_id" "Call ID": U32 Dec;
        CN_MAX_XMIT "dcerpc.cn_max_xmit" "Max Xmit Frag": U16 Dec;
        CN_MAX_RECV "dcerpc.cn_max_recv" "Max Recv Frag": U16 Dec;
        CN_CTX_ID "dcerpc.cn_ctx_id" "Context ID": U16 Dec;
        CN_ALLOC_HINT "dcerpc.cn_alloc_hint" "Alloc hint": U32 Dec;
        DG_FLAGS1 "dcerpc.dg_flags1" "Flags1": U8 Hex;
        DG_FLAGS2 "dcerpc.dg_flags2" "Flags2": U8 Hex;
        OPNUM "dcerpc.opnum" "Opnum": U16 Dec;
    }
}

names! {
    PKT_TYPE_NAMES {
        0 => "Request",
        1 => "Ping",
        2 => "Response",
        3 => "Fault",
        4 => "Working",
        5 => "Nocall",
        6 => "Reject",
        7 => "Ack",
        8 => "Cl_cancel",
        9 => "Fack",
        10 => "Cancel_ack",
        11 => "Bind",
        12 => "Bind_ack",
        13 => "Bind_nak",
        14 => "Alter_context",
        15 => "Alter_context_resp",
        16 => "AUTH3",
        17 => "Shutdown",
        18 => "Co_cancel",
        19 => "Orphaned",
        20 => "RPC-over-HTTP RTS",
    }
}

const HEADER: usize = 16;
const DATAGRAM_HEADER: usize = 80;
const REQUEST: u8 = 0;
const RESPONSE: u8 = 2;
const BIND: u8 = 11;

/// Version 5, a known type of PDU, a known representation of numbers, a length that holds the header.
#[must_use]
pub fn connected(c: &Cursor<'_>, _: Ports) -> bool {
    let [5, 0 | 1, kind, _, order, float, 0, 0, a, b, ..] = c.rest() else { return false };
    *kind <= 19 && order & 0xee == 0 && *float <= 3 && c.left() >= HEADER && length(*order, *a, *b) >= HEADER
}

fn datagram(c: &Cursor<'_>, _: Ports) -> bool {
    matches!(c.rest(), [4, 0..=19, _, 0..=3, order, 0..=3, ..] if order & 0xee == 0)
        && c.left() >= DATAGRAM_HEADER
}

fn length(order: u8, a: u8, b: u8) -> usize {
    usize::from(if order & 0x10 != 0 { u16::from_le_bytes([a, b]) } else { u16::from_be_bytes([a, b]) })
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [5, 0 | 1, 0..=19, _, order, _, _, _, a, b, ..] => Pdu::Len(length(*order, *a, *b).max(HEADER)),
        [5, 0 | 1, ..] | [5] | [] => Pdu::More(HEADER),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let ports = cx.ports;
    if datagram(&c, ports) {
        return datagram_pdu(cx, c);
    }
    if !connected(&c, ports) {
        return Err(Stop::NotMine);
    }
    let h = *c.peek_array::<HEADER>()?;
    let (kind, flags, little) = (h[2], h[3], h[4] & 0x10 != 0);
    let len = length(h[4], h[8], h[9]);
    let id = [h[12], h[13], h[14], h[15]];
    let id = if little { u32::from_le_bytes(id) } else { u32::from_be_bytes(id) };
    let mut one = c.take(len);
    let name = PKT_TYPE_NAMES.or(u64::from(kind), "Unknown");
    let fragment = match flags & 3 {
        3 => "Single",
        1 => "1st",
        2 => "Last",
        _ => "Mid",
    };
    cx.protocol("DCERPC");
    cx.info(|o| _ = o.s(name).s(": call_id: ").u(id).s(", Fragment: ").s(fragment));
    let me = cx.proto_item();
    cx.label(me, |o| {
        o.s("Distributed Computing Environment / Remote Procedure Call (DCE/RPC) ").s(name);
        o.s(", Fragment: ").s(fragment).s(", FragLen: ").u(len as u64).s(", Call: ").u(id);
    });
    cx.proto_len(len);
    cx.u8(VER, &mut one)?;
    cx.u8(VER_MINOR, &mut one)?;
    cx.u8(PKT_TYPE, &mut one)?;
    cx.u8(CN_FLAGS, &mut one)?;
    cx.bytes(DREP, &mut one, 4)?;
    number(cx, CN_FRAG_LEN, &mut one, little, 2)?;
    number(cx, CN_AUTH_LEN, &mut one, little, 2)?;
    number(cx, CN_CALL_ID, &mut one, little, 4)?;
    match kind {
        REQUEST => {
            number(cx, CN_ALLOC_HINT, &mut one, little, 4)?;
            let ctx = number(cx, CN_CTX_ID, &mut one, little, 2)?;
            let op = number(cx, OPNUM, &mut one, little, 2)?;
            cx.info_add(|o| _ = o.s(", opnum: ").u(op).s(", Ctx: ").u(ctx));
        }
        RESPONSE => {
            number(cx, CN_ALLOC_HINT, &mut one, little, 4)?;
            let ctx = number(cx, CN_CTX_ID, &mut one, little, 2)?;
            cx.info_add(|o| _ = o.s(", Ctx: ").u(ctx));
        }
        BIND => {
            number(cx, CN_MAX_XMIT, &mut one, little, 2)?;
            number(cx, CN_MAX_RECV, &mut one, little, 2)?;
        }
        _ => {}
    }
    cx.info_fence();
    if c.left() >= HEADER && connected(&c, ports) { cx.next_pdu(ID, c) } else { Ok(()) }
}

fn number<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    little: bool,
    n: usize,
) -> Result<u64, Stop> {
    if little { cx.uint_le(field, c, n) } else { cx.uint(field, c, n) }
}

/// A PDU of the connectionless protocol: its header has all in fixed places.
fn datagram_pdu<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DCERPC");
    let kind = c.peek_u8(1)?;
    cx.info(|o| _ = o.s(PKT_TYPE_NAMES.or(u64::from(kind), "Unknown")));
    cx.proto_len(DATAGRAM_HEADER);
    cx.u8(VER, &mut c)?;
    cx.u8(PKT_TYPE, &mut c)?;
    cx.u8(DG_FLAGS1, &mut c)?;
    cx.u8(DG_FLAGS2, &mut c)?;
    cx.bytes(DREP, &mut c, 3).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_binds() {
        let bind = [5u8, 0, 11, 3, 0x10, 0, 0, 0, 72, 0, 0, 0, 2, 0, 0, 0];
        assert!(connected(&Cursor::new(&bind, 16, 0), Ports::default()));
        assert_eq!(frames(&bind, true, &[0; 2]), Pdu::Len(72));
        assert!(!connected(&Cursor::new(&[5, 0, 11], 3, 0), Ports::default()));
    }
}
