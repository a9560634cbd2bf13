//! Lustre Networking over TCP: messages of its socket driver.

use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    LNET "lnet" "Lustre Network" "LNET" App
    on [Tcp 988]
    frames [pdu_len]
    fields {
        KSM_TYPE "lnet.ksm_type" "Type of socklnd message": U32 Hex = KSM_TYPE_NAMES;
        KSM_ZC_REQ_COOKIE "lnet.ksm_zc_req_cookie" "Ack required": U64 Hex;
        KSM_ZC_ACK_COOKIE "lnet.ksm_zc_ack_cookie" "Ack": U64 Hex;
        IB_CSUM "lnet.ib_csum" "Checksum": U32 Dec;
        SRC_NID "lnet.src_nid" "Src nid": None;
        DEST_NID "lnet.dest_nid" "Dest nid": None;
        NID_ADDR "lnet.nid.addr" "lnd address": Ipv4;
        NID_TYPE "lnet.nid.type" "lnd network type": U16 Dec = NID_TYPE_NAMES;
        NID_NET_INTERFACE "lnet.nid.net_interface" "lnd network interface": U16 Dec;
        DEST_PID "lnet.dest_pid" "Dest pid": U32 DecHex;
        SRC_PID "lnet.src_pid" "Src pid": U32 DecHex;
        MSG_TYPE "lnet.msg_type" "Message type": U32 Dec = MSG_TYPE_NAMES;
        PAYLOAD_LENGTH "lnet.payload_length" "Payload length": U32 Dec;
        MSG_DST_INTERFACE_COOKIE "lnet.msg_dst_interface_cookie" "DST MD index interface": U64 HexDec;
        MSG_DST_OBJECT_COOKIE "lnet.msg_dst_object_cookie" "DST MD index object": U64 HexDec;
        MSG_DST_MATCH_BITS "lnet.msg_dst_match_bits" "Match bits": U64 HexDec;
        MSG_LENGTH "lnet.msg_length" "Message length": U32 Dec;
        MSG_HDR_DATA "lnet.msg_hdr_data" "hdr data": U64 HexDec;
        PTL_INDEX "lnet.ptl_index" "ptl index": U32 Dec = PTL_INDEX_NAMES;
        OFFSET "lnet.offset" "offset": U32 Dec;
        PTL_FILLER "lnet.ptl_filler" "msg filler (padding)": None;
    }
}

names! {
    KSM_TYPE_NAMES {
        192 => "KSOCK_MSG_NOOP",
        193 => "KSOCK_MSG_LNET",
    }
    NID_TYPE_NAMES {
        1 => "QSWLND",
        2 => "SOCKLND",
        3 => "GMLND",
        4 => "PTLLND",
        5 => "O2IBLND",
        6 => "CIBLND",
        7 => "OPENIBLND",
        8 => "IIBLND",
        9 => "LOLND",
        10 => "RALND",
        11 => "VIBLND",
        12 => "MXLND",
        13 => "GNILND",
        14 => "GNIIPLND",
        15 => "PTL4LND",
    }
    MSG_TYPE_NAMES {
        0 => "ACK",
        1 => "PUT",
        2 => "GET",
        3 => "REPLY",
        4 => "HELLO",
    }
    PTL_INDEX_NAMES {
        1 => "CONNMGR_REQUEST_PORTAL",
        2 => "CONNMGR_REPLY_PORTAL",
        3 => "OSC_REQUEST_PORTAL",
        4 => "OSC_REPLY_PORTAL",
        5 => "OSC_BULK_PORTAL",
        6 => "OST_IO_PORTAL",
        7 => "OST_CREATE_PORTAL",
        8 => "OST_BULK_PORTAL",
        9 => "MDC_REQUEST_PORTAL",
        10 => "MDC_REPLY_PORTAL",
        11 => "MDC_BULK_PORTAL",
        12 => "MDS_REQUEST_PORTAL",
        13 => "MDS_REPLY_PORTAL",
        14 => "MDS_BULK_PORTAL",
        15 => "LDLM_CB_REQUEST_PORTAL",
        16 => "LDLM_CB_REPLY_PORTAL",
        17 => "LDLM_CANCEL_REQUEST_PORTAL",
        18 => "LDLM_CANCEL_REPLY_PORTAL",
        19 => "PTLBD_REQUEST_PORTAL",
        20 => "PTLBD_REPLY_PORTAL",
        21 => "PTLBD_BULK_PORTAL",
        22 => "MDS_SETATTR_PORTAL",
        23 => "MDS_READPAGE_PORTAL",
        24 => "MDS_MDS_PORTAL",
        25 => "MGC_REPLY_PORTAL",
        26 => "MGS_REQUEST_PORTAL",
        27 => "MGS_REPLY_PORTAL",
        28 => "OST_REQUEST_PORTAL",
        29 => "FLD_REQUEST_PORTAL",
        30 => "SEQ_METADATA_PORTAL",
        31 => "SEQ_DATA_PORTAL",
        32 => "SEQ_CONTROLLER_PORTAL",
        33 => "MGS_BULK_PORTAL",
    }
}

/// What the socket driver puts before a message, and with the message's own header.
const DRIVER: usize = 24;
const HEAD: usize = DRIVER + 72;
const NOOP: u32 = 0xc0;
const MESSAGE: u32 = 0xc1;

const ACK: u32 = 0;
const PUT: u32 = 1;

fn long(b: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*b.get(at..)?.first_chunk::<4>()?))
}

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match long(bytes, 0) {
        None => Pdu::More(4),
        Some(NOOP) => Pdu::Len(DRIVER),
        Some(MESSAGE) => match long(bytes, DRIVER + 28) {
            Some(n) => Pdu::Len(HEAD + n as usize),
            None => Pdu::More(HEAD),
        },
        // Greetings of connections, and whatever else isn't told from them.
        Some(_) => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = pdu_len(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, packet)
}

fn packet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    let kind = long(c.rest(), 0);
    if !matches!(kind, Some(NOOP | MESSAGE)) {
        return Err(Stop::NotMine);
    }
    cx.protocol("LNET");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.u32_le(KSM_TYPE, &mut c)?;
    let sum = u32::from_le_bytes(*c.peek_array::<4>()?);
    let item = cx.field_le(IB_CSUM, &mut c, 4)?;
    if sum == 0 {
        cx.append(item, |o| _ = o.s(" (DISABLED)"));
    }
    let wanted = u64::from_le_bytes(*c.peek_array::<8>()?);
    let item = cx.field_le(KSM_ZC_REQ_COOKIE, &mut c, 8)?;
    if wanted == 0 {
        cx.append(item, |o| _ = o.s(" (NO ACK REQUIRED)"));
    }
    let ack = u64::from_le_bytes(*c.peek_array::<8>()?);
    let item = cx.field_le(KSM_ZC_ACK_COOKIE, &mut c, 8)?;
    if ack == 0 {
        cx.append(item, |o| _ = o.s(" (NOT ACK)"));
    }
    if kind == Some(NOOP) {
        return Ok(());
    }
    end(cx, &mut c, DEST_NID)?;
    end(cx, &mut c, SRC_NID)?;
    cx.u32_le(SRC_PID, &mut c)?;
    cx.u32_le(DEST_PID, &mut c)?;
    let kind = cx.u32_le(MSG_TYPE, &mut c)?;
    let len = cx.u32_le(PAYLOAD_LENGTH, &mut c)? as usize;
    let name = MSG_TYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s("LNET_").s(name));
    cx.proto_append(|o| _ = o.s(" ").s(name));
    let (rows, used): (&[Field], usize) = match kind {
        ACK => (&[MSG_DST_INTERFACE_COOKIE, MSG_DST_OBJECT_COOKIE, MSG_DST_MATCH_BITS, MSG_LENGTH], 28),
        PUT => (
            &[
                MSG_DST_INTERFACE_COOKIE,
                MSG_DST_OBJECT_COOKIE,
                MSG_DST_MATCH_BITS,
                MSG_HDR_DATA,
                PTL_INDEX,
                OFFSET,
            ],
            40,
        ),
        _ => (&[], 0),
    };
    let mut head = c.take_all(40)?;
    let portal = if kind == PUT { long(head.rest(), 32) } else { None };
    for field in rows {
        cx.field_le(*field, &mut head, 0)?;
    }
    if used < 40 {
        let item = cx.add(PTL_FILLER, head.span(40 - used), Value::None);
        cx.set_len(item, 40 - used);
    }
    let Some(portal) = portal else { return Ok(()) };
    cx.proto_append(|o| _ = o.s(", ").s(PTL_INDEX_NAMES.or(u64::from(portal), "Unknown")));
    cx.proto_len(HEAD);
    let body = c.take_all(len)?;
    if body.is_empty() {
        return Ok(());
    }
    match cx.offer(super::lustre::ID, body)? {
        true => Ok(()),
        false => cx.call(crate::meta::data::ID, body),
    }
}

/// One end: an address, the network's number and its kind.
fn end<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let address = u32::from_le_bytes(*c.peek_array::<4>()?);
    let (network, kind) = (c.peek_uint(4, 2)?.swap_bytes() >> 48, c.peek_uint(6, 2)?.swap_bytes() >> 48);
    let item = cx.add(field, c.span(8), Value::None);
    cx.append(item, |o| {
        o.s(": ").ipv4(address).s("@").s(if kind == 2 { "tcp" } else { "net" }).u(network);
    });
    cx.under(item, |cx| -> Step {
        cx.field_le(NID_ADDR, c, 4)?;
        cx.field_le(NID_NET_INTERFACE, c, 2)?;
        cx.field_le(NID_TYPE, c, 2).map(|_| ())
    })
}
