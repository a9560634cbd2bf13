//! DCE/RPC (C706, [MS-RPCE]): PDUs of connections and of datagrams, and who is authenticated by them. What calls
//! carry is their interfaces' to tell.

mod arguments;
mod auth;
mod calls;
mod channel;
mod connected;
mod datagram;
pub mod dcom;
pub mod interfaces;
mod names;
mod ndr;
mod stub;
mod verification;

use names::*;
use requin_wire::{Cursor, Cx, Field, Pdu, Ports, Sink, Step, Stop, Value, proto};

proto! {
    DCERPC "dcerpc" "Distributed Computing Environment / Remote Procedure Call (DCE/RPC)" "DCERPC" App
    on [Tcp 135]
    looks_like [Tcp connected => [5..=5], Udp is_datagram => [4..=4]]
    frames sized [frames]
    remember [calls::remember] among [is_call]
    fields {
        REQUEST_IN "dcerpc.request_in" "Request in frame": Framenum;
        TIME "dcerpc.time" "Time from request": RelTime;
        VER "dcerpc.ver" "Version": U8 Dec;
        VER_MINOR "dcerpc.ver_minor" "Version (minor)": U8 Dec;
        PKT_TYPE "dcerpc.pkt_type" "Packet type": U8 Dec = PKT_TYPE_NAMES;
        CN_FLAGS "dcerpc.cn_flags" "Packet Flags": U8 Hex;
        CN_FLAGS_FIRST_FRAG "dcerpc.cn_flags.first_frag" "First Frag": Bool(8) & 0x1 = SET_NOTSET;
        CN_FLAGS_LAST_FRAG "dcerpc.cn_flags.last_frag" "Last Frag": Bool(8) & 0x2 = SET_NOTSET;
        CN_FLAGS_CANCEL_PENDING "dcerpc.cn_flags.cancel_pending" "Cancel Pending": Bool(8) & 0x4 = SET_NOTSET;
        CN_FLAGS_RESERVED "dcerpc.cn_flags.reserved" "Reserved": Bool(8) & 0x8 = SET_NOTSET;
        CN_FLAGS_MPX "dcerpc.cn_flags.mpx" "Multiplex": Bool(8) & 0x10 = SET_NOTSET;
        CN_FLAGS_DNE "dcerpc.cn_flags.dne" "Did Not Execute": Bool(8) & 0x20 = SET_NOTSET;
        CN_FLAGS_MAYBE "dcerpc.cn_flags.maybe" "Maybe": Bool(8) & 0x40 = SET_NOTSET;
        CN_FLAGS_OBJECT "dcerpc.cn_flags.object" "Object": Bool(8) & 0x80 = SET_NOTSET;
        DREP "dcerpc.drep" "Data Representation": Bytes;
        DREP_BYTEORDER "dcerpc.drep.byteorder" "Byte order": U8 Dec = BYTE_ORDERS;
        DREP_CHARACTER "dcerpc.drep.character" "Character": U8 Dec = CHARACTERS;
        DREP_FP "dcerpc.drep.fp" "Floating-point": U8 Dec = FLOATS;
        CN_FRAG_LEN "dcerpc.cn_frag_len" "Frag Length": U16 Dec;
        CN_AUTH_LEN "dcerpc.cn_auth_len" "Auth Length": U16 Dec;
        CN_CALL_ID "dcerpc.cn_call_id" "Call ID": U32 Dec;
        CN_MAX_XMIT "dcerpc.cn_max_xmit" "Max Xmit Frag": U16 Dec;
        CN_MAX_RECV "dcerpc.cn_max_recv" "Max Recv Frag": U16 Dec;
        CN_ASSOC_GROUP "dcerpc.cn_assoc_group" "Assoc Group": U32 Hex;
        CN_NUM_CTX_ITEMS "dcerpc.cn_num_ctx_items" "Num Ctx Items": U8 Dec;
        CN_CTX_ITEM "dcerpc.cn_ctx_item" "Ctx Item": None;
        CN_CTX_ID "dcerpc.cn_ctx_id" "Context ID": U16 Dec;
        CN_NUM_TRANS_ITEMS "dcerpc.cn_num_trans_items" "Num Trans Items": U8 Dec;
        CN_BIND_ABSTRACT_SYNTAX "dcerpc.cn_bind_abstract_syntax" "Abstract Syntax": None;
        CN_BIND_TO_UUID "dcerpc.cn_bind_to_uuid" "Interface UUID": Guid;
        CN_BIND_IF_VER "dcerpc.cn_bind_if_ver" "Interface Ver": U16 Dec;
        CN_BIND_IF_VER_MINOR "dcerpc.cn_bind_if_ver_minor" "Interface Ver Minor": U16 Dec;
        CN_BIND_TRANS "dcerpc.cn_bind_trans" "Transfer Syntax": None;
        CN_BIND_TRANS_ID "dcerpc.cn_bind_trans_id" "ID": Guid;
        CN_BIND_TRANS_VER "dcerpc.cn_bind_trans_ver" "ver": U32 Dec;
        CN_BIND_TRANS_BTFN "dcerpc.cn_bind_trans_btfn" "Bind Time Features": U16 Hex;
        CN_BIND_TRANS_BTFN_01 "dcerpc.cn_bind_trans_btfn.01" "Security Context Multiplexing Supported": Bool(16) & 0x1;
        CN_BIND_TRANS_BTFN_02 "dcerpc.cn_bind_trans_btfn.02" "Keep Connection On Orphan Supported": Bool(16) & 0x2;
        CN_ALLOC_HINT "dcerpc.cn_alloc_hint" "Alloc hint": U32 Dec;
        CN_SEC_ADDR_LEN "dcerpc.cn_sec_addr_len" "Scndry Addr len": U16 Dec;
        CN_SEC_ADDR "dcerpc.cn_sec_addr" "Scndry Addr": StrZ;
        CN_NUM_RESULTS "dcerpc.cn_num_results" "Num results": U8 Dec;
        CN_ACK_RESULT "dcerpc.cn_ack_result" "Ack result": U16 Dec = ACK_RESULTS;
        CN_ACK_REASON "dcerpc.cn_ack_reason" "Ack reason": U16 Dec = ACK_REASONS;
        CN_ACK_TRANS_ID "dcerpc.cn_ack_trans_id" "Transfer Syntax": Guid;
        CN_ACK_TRANS_VER "dcerpc.cn_ack_trans_ver" "Syntax ver": U32 Dec;
        CN_REJECT_REASON "dcerpc.cn_reject_reason" "Reject reason": U16 Dec = REJECT_REASONS;
        CN_NUM_PROTOCOLS "dcerpc.cn_num_protocols" "Number of protocols": U8 Dec;
        CN_PROTOCOL_VER_MAJOR "dcerpc.cn_protocol_ver_major" "Protocol major version": U8 Dec;
        CN_PROTOCOL_VER_MINOR "dcerpc.cn_protocol_ver_minor" "Protocol minor version": U8 Dec;
        CN_CANCEL_COUNT "dcerpc.cn_cancel_count" "Cancel count": U8 Dec;
        CN_FAULT_FLAGS "dcerpc.cn_fault_flags" "Fault flags": U8 Hex;
        CN_FAULT_FLAGS_EXTENDED_ERROR "dcerpc.cn_fault_flags.extended_error" "Extended error information present": Bool(8) & 0x1;
        CN_STATUS "dcerpc.cn_status" "Status": U32 Hex = STATUS;
        AUTH_TYPE "dcerpc.auth_type" "Auth type": U8 Dec = AUTH_TYPES;
        AUTH_LEVEL "dcerpc.auth_level" "Auth level": U8 Dec = AUTH_LEVELS;
        AUTH_PAD_LEN "dcerpc.auth_pad_len" "Auth pad len": U8 Dec;
        AUTH_RSRVD "dcerpc.auth_rsrvd" "Auth Rsrvd": U8 Dec;
        AUTH_CTX_ID "dcerpc.auth_ctx_id" "Auth Context ID": U32 Dec;
        AUTH_INFO "dcerpc.auth_info" "Auth Info": None;
        AUTH_CREDENTIALS "dcerpc.auth_credentials" "Auth Credentials": Bytes;
        AUTH_PADDING "dcerpc.auth_padding" "Auth Padding": Bytes;
        DG_FLAGS1 "dcerpc.dg_flags1" "Flags1": U8 Hex;
        DG_FLAGS1_RSRVD_01 "dcerpc.dg_flags1_rsrvd_01" "Reserved for implementation": Bool(8) & 0x1 = SET_NOTSET;
        DG_FLAGS1_LAST_FRAG "dcerpc.dg_flags1_last_frag" "Last Fragment": Bool(8) & 0x2 = SET_NOTSET;
        DG_FLAGS1_FRAG "dcerpc.dg_flags1_frag" "Fragment": Bool(8) & 0x4 = SET_NOTSET;
        DG_FLAGS1_NOFACK "dcerpc.dg_flags1_nofack" "No Fack": Bool(8) & 0x8 = SET_NOTSET;
        DG_FLAGS1_MAYBE "dcerpc.dg_flags1_maybe" "Maybe": Bool(8) & 0x10 = SET_NOTSET;
        DG_FLAGS1_IDEMPOTENT "dcerpc.dg_flags1_idempotent" "Idempotent": Bool(8) & 0x20 = SET_NOTSET;
        DG_FLAGS1_BROADCAST "dcerpc.dg_flags1_broadcast" "Broadcast": Bool(8) & 0x40 = SET_NOTSET;
        DG_FLAGS1_RSRVD_80 "dcerpc.dg_flags1_rsrvd_80" "Reserved for implementation": Bool(8) & 0x80 = SET_NOTSET;
        DG_FLAGS2 "dcerpc.dg_flags2" "Flags2": U8 Hex;
        DG_FLAGS2_RSRVD_01 "dcerpc.dg_flags2_rsrvd_01" "Reserved for implementation": Bool(8) & 0x1 = SET_NOTSET;
        DG_FLAGS2_CANCEL_PENDING "dcerpc.dg_flags2_cancel_pending" "Cancel Pending": Bool(8) & 0x2 = SET_NOTSET;
        DG_FLAGS2_RSRVD_04 "dcerpc.dg_flags2_rsrvd_04" "Reserved for future use (MBZ)": Bool(8) & 0x4 = SET_NOTSET;
        DG_FLAGS2_RSRVD_08 "dcerpc.dg_flags2_rsrvd_08" "Reserved for future use (MBZ)": Bool(8) & 0x8 = SET_NOTSET;
        DG_FLAGS2_RSRVD_10 "dcerpc.dg_flags2_rsrvd_10" "Reserved for future use (MBZ)": Bool(8) & 0x10 = SET_NOTSET;
        DG_FLAGS2_RSRVD_20 "dcerpc.dg_flags2_rsrvd_20" "Reserved for future use (MBZ)": Bool(8) & 0x20 = SET_NOTSET;
        DG_FLAGS2_RSRVD_40 "dcerpc.dg_flags2_rsrvd_40" "Reserved for future use (MBZ)": Bool(8) & 0x40 = SET_NOTSET;
        DG_FLAGS2_RSRVD_80 "dcerpc.dg_flags2_rsrvd_80" "Reserved for future use (MBZ)": Bool(8) & 0x80 = SET_NOTSET;
        DG_SERIAL_LO "dcerpc.dg_serial_lo" "Serial Low": U8 Hex;
        DG_SERIAL_HI "dcerpc.dg_serial_hi" "Serial High": U8 Hex;
        DG_AHINT "dcerpc.dg_ahint" "Activity Hint": U16 Hex;
        DG_IHINT "dcerpc.dg_ihint" "Interface Hint": U16 Hex;
        DG_FRAG_LEN "dcerpc.dg_frag_len" "Fragment len": U16 Dec;
        DG_FRAG_NUM "dcerpc.dg_frag_num" "Fragment num": U16 Dec;
        DG_AUTH_PROTO "dcerpc.dg_auth_proto" "Auth proto": U8 Dec = AUTH_TYPES;
        DG_SEQNUM "dcerpc.dg_seqnum" "Sequence num": U32 Dec;
        DG_SERVER_BOOT "dcerpc.dg_server_boot" "Server boot time": AbsTime Utc;
        DG_IF_VER "dcerpc.dg_if_ver" "Interface Ver": U32 Dec;
        OBJ_ID "dcerpc.obj_id" "Object": Guid;
        DG_IF_ID "dcerpc.dg_if_id" "Interface": Guid;
        DG_ACT_ID "dcerpc.dg_act_id" "Activity": Guid;
        OPNUM "dcerpc.opnum" "Opnum": U16 Dec;
        SEC_VT_SIGNATURE "dcerpc.rpc_sec_vt.signature" "SEC_VT_SIGNATURE": Bytes;
        SEC_VT_COMMAND "dcerpc.rpc_sec_vt.command" "Command": U16 Hex;
        SEC_VT_COMMAND_CMD "dcerpc.rpc_sec_vt.command.cmd" "Cmd": U16 Hex & 0x3fff = SEC_VT_COMMANDS;
        SEC_VT_COMMAND_END "dcerpc.rpc_sec_vt.command.end" "SEC_VT_COMMAND_END": Bool(16) & 0x4000;
        SEC_VT_COMMAND_MUST_PROCESS "dcerpc.rpc_sec_vt.command.must_process" "SEC_VT_MUST_PROCESS_COMMAND": Bool(16) & 0x8000;
        SEC_VT_COMMAND_LENGTH "dcerpc.rpc_sec_vt.command.length" "Length": U16 Dec;
        SEC_VT_BITMASK "dcerpc.rpc_sec_vt.bitmask" "rpc_sec_vt_bitmask": U32 Hex;
        SEC_VT_BITMASK_SIGN "dcerpc.rpc_sec_vt.bitmask.sign" "CLIENT_SUPPORT_HEADER_SIGNING": Bool(32) & 0x1;
        SEC_VT_PCONTEXT_INTERFACE_UUID "dcerpc.rpc_sec_vt.pcontext.interface.uuid" "UUID": Guid;
        SEC_VT_PCONTEXT_INTERFACE_VER "dcerpc.rpc_sec_vt.pcontext.interface.ver" "Version": U32 Hex;
        STUB_DATA "dcerpc.stub_data" "Stub data": Bytes;
        PAYLOAD_STUB_DATA "dcerpc.payload_stub_data" "Payload stub data": None;
        ENCRYPTED_STUB_DATA "dcerpc.encrypted_stub_data" "Encrypted stub data": Bytes;
        FAULT_STUB_DATA "dcerpc.fault_stub_data" "Fault stub data": Bytes;
        UNKNOWN_IF_ID "dcerpc.unknown_if_id" "Unknown DCERPC interface id": Bool;
        RESERVED "dcerpc.reserved" "Reserved": Bytes;
        REFERENT_ID "dcerpc.referent_id" "Referent ID": U32 Hex;
        REFERENT_ID64 "dcerpc.referent_id64" "Referent ID": U64 Hex;
        NULL_POINTER "dcerpc.null_pointer" "NULL Pointer": Bytes;
        ARRAY_MAX_COUNT "dcerpc.array.max_count" "Max Count": U32 Dec;
        ARRAY_OFFSET "dcerpc.array.offset" "Offset": U32 Dec;
        ARRAY_ACTUAL_COUNT "dcerpc.array.actual_count" "Actual Count": U32 Dec;
        NT_OPEN_FRAME "dcerpc.nt.open_frame" "Frame handle opened": Framenum;
        NT_CLOSE_FRAME "dcerpc.nt.close_frame" "Frame handle closed": Framenum;
        NT_COUNT "dcerpc.nt.count" "Count": U32 Dec;
        NT_DOMAIN_SID "dcerpc.nt.domain_sid" "Domain SID": Str;
        LSA_STRING_NAME_LEN "dcerpc.lsa_String.name_len" "Name Len": U16 Dec;
        LSA_STRING_NAME_SIZE "dcerpc.lsa_String.name_size" "Name Size": U16 Dec;
        NT_GUID "dcerpc.nt.guid" "GUID": Guid;
        NDR_PADDING "dcerpc.ndr_padding" "NDR-Padding": Bytes;
        DG_STATUS "dcerpc.dg_status" "Status": U32 Hex = STATUS;
    }
    experts {
        NO_BIND "dcerpc.cn_ctx_id.no_bind" Note Undecoded "No bind info for interface Context ID";
        LONG_FRAME "dcerpc.long_frame" Warn Protocol "Long frame";
        STATUS_FAULT "dcerpc.cn_status.expert" Note Response "Fault";
    }
}

const HEADER: usize = 16;
const DATAGRAM_HEADER: usize = 80;
/// What the body of a PDU of connections needs of its header.
struct Pdu5<'a> {
    kind: u8,
    flags: u8,
    little: bool,
    /// All of it.
    start: Cursor<'a>,
    /// Number of the call.
    call: u32,
    /// Bytes of its credentials.
    auth: usize,
}

const CN_FLAG_BITS: &[Field] = &[
    CN_FLAGS_OBJECT,
    CN_FLAGS_MAYBE,
    CN_FLAGS_DNE,
    CN_FLAGS_MPX,
    CN_FLAGS_RESERVED,
    CN_FLAGS_CANCEL_PENDING,
    CN_FLAGS_LAST_FRAG,
    CN_FLAGS_FIRST_FRAG,
];

const REQUEST: u8 = 0;
const RESPONSE: u8 = 2;
const FAULT: u8 = 3;
const BIND: u8 = 11;
const BIND_ACK: u8 = 12;
const BIND_NAK: u8 = 13;
const ALTER_CONTEXT: u8 = 14;
const ALTER_CONTEXT_RESP: u8 = 15;

/// Version 5, a known type of PDU, a known representation of numbers, a length that holds the header.
#[must_use]
pub fn connected(c: &Cursor<'_>, _: Ports) -> bool {
    let [5, 0 | 1, kind, _, order, float, 0, 0, a, b, ..] = c.rest() else { return false };
    *kind <= 19 && order & 0xee == 0 && *float <= 3 && c.left() >= HEADER && length(*order, *a, *b) >= HEADER
}

/// Whether the protocol is this one, or an interface of which calls are shown.
pub(crate) fn is_call(p: &requin_wire::Proto) -> bool {
    p.id == ID || interfaces::is_one(p.id)
}

fn is_datagram(c: &Cursor<'_>, _: Ports) -> bool {
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
    if is_datagram(&c, ports) {
        return datagram::dissect(cx, c);
    }
    if !connected(&c, ports) {
        return Err(Stop::NotMine);
    }
    if cx.above_is_enough() {
        return Ok(());
    }
    let h = *c.peek_array::<HEADER>()?;
    let (kind, flags, little) = (h[2], h[3], h[4] & 0x10 != 0);
    let len = length(h[4], h[8], h[9]);
    let id = [h[12], h[13], h[14], h[15]];
    let id = if little { u32::from_le_bytes(id) } else { u32::from_be_bytes(id) };
    let mut one = c.take(len);
    let start = one;
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
    cx.flags(CN_FLAGS, &mut one, 1, CN_FLAG_BITS)?;
    drep(cx, &mut one, 4)?;
    number(cx, CN_FRAG_LEN, &mut one, little, 2)?;
    let auth = number(cx, CN_AUTH_LEN, &mut one, little, 2)? as u16;
    number(cx, CN_CALL_ID, &mut one, little, 4)?;
    // Nothing more is shown of a fragment that was cut.
    if start.is_cut() {
        return Err(if start.left() < len { Stop::Short } else { Stop::Cut });
    }
    connected::body(cx, &Pdu5 { kind, flags, little, start, call: id, auth: usize::from(auth) }, one)?;
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

/// The representation of data: order of bytes, characters, floating-point numbers.
fn drep<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    let [order, float] = *c.peek_array::<2>()?;
    let item = cx.peek(DREP, c, n)?;
    let (little, ebcdic) = (u64::from(order >> 4 & 1), u64::from(order & 0xf));
    cx.append(item, |o| {
        o.s(" (Order: ").s(BYTE_ORDERS.or(little, "Unknown")).s(", Char: ");
        o.s(CHARACTERS.or(ebcdic, "Unknown")).s(", Float: ").s(FLOATS.or(u64::from(float), "Unknown")).s(")");
    });
    cx.under(item, |cx| {
        cx.add(DREP_BYTEORDER, c.span(1), Value::U(u64::from(order >> 4)));
        cx.add(DREP_CHARACTER, c.span(1), Value::U(ebcdic));
        let mut at = *c;
        at.advance(1);
        cx.add(DREP_FP, at.span(1), Value::U(u64::from(float)));
    });
    c.skip(n)
}

/// A UUID, in the order of bytes of the PDU; gives it in network order.
fn uuid<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    little: bool,
) -> Result<([u8; 16], requin_wire::Item), Stop> {
    let at = c.span(16);
    let mut u = *c.array::<16>()?;
    if little {
        u[..4].reverse();
        u[4..6].reverse();
        u[6..8].reverse();
    }
    Ok((u, cx.add_bytes(field, at, &u)))
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
