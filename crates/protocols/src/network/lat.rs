//! DEC's Local Area Transport: terminals and their servers, and what services nodes offer.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

proto! {
    LAT "lat" "Local Area Transport" "LAT" Network
    on [Ether 0x6004]
    fields {
        PRTCL_FORMAT "lat.prtcl_format" "Protocol format": U8 Hex;
        RRF "lat.rrf" "RRF": Bool(8) & 0x1;
        MASTER "lat.master" "Master": Bool(8) & 0x2;
        MSG_TYP "lat.msg_typ" "Message type": U8 Dec & 0xfc = MSG_TYP_NAMES;
        NBR_SLOTS "lat.nbr_slots" "Number of slots": U8 Dec;
        DST_CIR_ID "lat.dst_cir_id" "Destination circuit ID": U16 Hex;
        SRC_CIR_ID "lat.src_cir_id" "Source circuit ID": U16 Hex;
        MSG_SEQ_NBR "lat.msg_seq_nbr" "Message sequence number": U8 Dec;
        MSG_ACK_NBR "lat.msg_ack_nbr" "Message acknowledgment number": U8 Dec;
        MIN_RCV_DATAGRAM_SIZE "lat.min_rcv_datagram_size" "Maximum LAT message size": U16 Dec;
        PRTCL_VER "lat.prtcl_ver" "Protocol version of this session": U8 Dec;
        PRTCL_ECO "lat.prtcl_eco" "ECO level of protocol version of this session": U8 Dec;
        MAX_SIM_SLOTS "lat.max_sim_slots" "Maximum simultaneous sessions on this circuit": U8 Dec;
        NBR_DL_BUFS "lat.nbr_dl_bufs" "Number of extra data link buffers queued": U8 Dec;
        SERVER_CIRCUIT_TIMER "lat.server_circuit_timer" "Server circuit timer": U8 Dec;
        KEEP_ALIVE_TIMER "lat.keep_alive_timer" "Keep-alive timer": U8 Dec;
        FACILITY_NUMBER "lat.facility_number" "Facility number": U16 Dec;
        PROD_TYPE_CODE "lat.prod_type_code" "Product type code": U8 Dec = PROD_TYPE_CODE_NAMES;
        PROD_VERS_NUMB "lat.prod_vers_numb" "Product version number": U8 Dec;
        SLAVE_NODE_NAME "lat.slave_node_name" "Slave node name": UintStr;
        MASTER_NODE_NAME "lat.master_node_name" "Master node name": UintStr;
        LOCATION_TEXT "lat.location_text" "Location": UintStr;
        PARAM_CODE "lat.param_code" "Parameter code": U8 Dec;
        PARAM_LEN "lat.param_len" "Parameter length": U8 Dec;
        PARAM_DATA "lat.param_data" "Parameter data": Bytes;
        SLOT_DST_SLOT_ID "lat.slot.dst_slot_id" "Destination slot ID": U8 Dec;
        SLOT_SRC_SLOT_ID "lat.slot.src_slot_id" "Source slot ID": U8 Dec;
        SLOT_BYTE_COUNT "lat.slot.byte_count" "Slot data byte count": U8 Dec;
        SLOT_CREDITS "lat.slot.credits" "Credits": U8 Dec & 0xf;
        SLOT_TYPE "lat.slot.type" "Slot type": U8 Hex & 0xf0 = SLOT_TYPE_NAMES;
        SLOT_SLOT_DATA "lat.slot.slot_data" "Slot data": Bytes;
        SLOT_SLOT_DATA_REMAINING "lat.slot.slot_data_remaining" "Slot data remaining": Bytes;
        CIRCUIT_DISCONNECT_REASON "lat.circuit_disconnect_reason" "Circuit disconnect reason": U8 Dec = CIRCUIT_DISCONNECT_REASON_NAMES;
        REASON_TEXT "lat.reason_text" "Reason": UintStr;
        HIGH_PRTCL_VER "lat.high_prtcl_ver" "Highest protocol version supported": U8 Dec;
        LOW_PRTCL_VER "lat.low_prtcl_ver" "Lowest protocol version supported": U8 Dec;
        CUR_PRTCL_VER "lat.cur_prtcl_ver" "Protocol version of this message": U8 Dec;
        CUR_PRTCL_ECO "lat.cur_prtcl_eco" "ECO level of current protocol version": U8 Dec;
        MSG_INC "lat.msg_inc" "Message incarnation": U8 Dec;
        CHANGE_FLAGS "lat.change_flags" "Change flags": U8 Hex;
        DATA_LINK_RCV_FRAME_SIZE "lat.data_link_rcv_frame_size" "Maximum LAT message size": U16 Dec;
        NODE_MULTICAST_TIMER "lat.node_multicast_timer" "Node multicast timer": U8 Dec;
        NODE_STATUS "lat.node_status" "Node status": U8 Dec = NODE_STATUS_NAMES;
        NODE_GROUP_LEN "lat.node_group_len" "Node group length": U8 Dec;
        NODE_GROUPS "lat.node_groups" "Node groups": Bytes;
        NODE_NAME "lat.node_name" "Node name": UintStr;
        NODE_DESCRIPTION "lat.node_description" "Node description": UintStr;
        SERVICE_NAME_COUNT "lat.service_name_count" "Number of service names": U8 Dec;
        SERVICE_RATING "lat.service.rating" "Service rating": U8 Dec;
        NODE_SERVICE_LEN "lat.node_service_len" "Node service classes length": U8 Dec;
        NODE_SERVICE_CLASS "lat.node_service_class" "Node service classes": U8 Dec = NODE_SERVICE_CLASS_NAMES;
        SERVICE_NAME "lat.service.name" "Service name": UintStr;
        SERVICE_DESCRIPTION "lat.service.description" "Service description": UintStr;
    }
}

names! {
    MSG_TYP_NAMES {
        0 => "Run", 1 => "Start", 2 => "Stop", 10 => "Service announcement", 12 => "Command", 13 => "Status",
        14 => "Solicit information", 15 => "Response information",
    }
    PROD_TYPE_CODE_NAMES {
        1 => "Ethernet terminal server", 2 => "DECserver 100", 3 => "VAX/VMS", 4 => "RSX11-M", 5 => "RSX11-M+",
        6 => "TOPS-20", 7 => "TOPS-10", 8 => "Ultrix-11", 9 => "LAT-11", 10 => "RSTS/E", 11 => "Ultrix-32",
        12 => "ELN", 13 => "MS/DOS", 14 => "P/OS", 15 => "PCSG-LAT", 16 => "DELIX", 17 => "DECserver 200",
        18 => "DECserver 500", 19 => "Actor",
    }
    SLOT_TYPE_NAMES {
        0 => "Data_a", 9 => "Start", 10 => "Data_b", 11 => "Attention", 12 => "Reject", 13 => "Stop",
    }
    CIRCUIT_DISCONNECT_REASON_NAMES {
        1 => "reason is unknown", 2 => "No slots connected on virtual circuit",
        3 => "Illegal message or slot format received", 4 => "VC_halt from user", 5 => "No progress is being made",
        6 => "Time limit expired", 7 => "LAT_MESSAGE_RETRANSMIT_LIMIT reached",
        8 => "Insufficient resources to satisfy request", 9 => "SERVER_CIRCUIT_TIMER out of desired range",
        10 => "Number of virtual circuits is exceeded",
    }
    NODE_STATUS_NAMES { 2 => "Accepting connections", 3 => "Not accepting connections" }
    NODE_SERVICE_CLASS_NAMES { 0 => "Reserved", 1 => "Application and interactive terminals" }
}

const RUN: u8 = 0;
const START: u8 = 1;
const STOP: u8 = 2;
const ANNOUNCEMENT: u8 = 10;
/// Commands, their status, what is asked and answered: all begin alike.
const COMMAND: u8 = 12;
const RESPONSE: u8 = 15;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LAT");
    cx.info_clear();
    let kind = c.peek_u8(0)? >> 2;
    cx.info(|o| match MSG_TYP_NAMES.find(u64::from(kind)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown command (").u(kind).s(")"),
    });
    for field in [RRF, MASTER] {
        cx.peek(field, &c, 1)?;
    }
    cx.u8(MSG_TYP, &mut c)?;
    match kind {
        RUN | START | STOP => circuit(cx, kind, &mut c),
        ANNOUNCEMENT => announcement(cx, &mut c),
        COMMAND..=RESPONSE => {
            run(
                cx,
                &mut c,
                &[(PRTCL_FORMAT, 1), (HIGH_PRTCL_VER, 1), (LOW_PRTCL_VER, 1), (CUR_PRTCL_VER, 1)],
            )?;
            cx.u8(CUR_PRTCL_ECO, &mut c)?;
            cx.u16_le(DATA_LINK_RCV_FRAME_SIZE, &mut c).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// A text behind its length.
fn text<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(c.peek_u8(0)?);
    c.skip(1)?;
    let value = c.peek_bytes(0, n)?;
    cx.add_bytes(field, c.span(n), value);
    c.skip(n)
}

fn circuit<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    let slots = cx.u8(NBR_SLOTS, c)?;
    cx.u16_le(DST_CIR_ID, c)?;
    cx.u16_le(SRC_CIR_ID, c)?;
    run(cx, c, &[(MSG_SEQ_NBR, 1), (MSG_ACK_NBR, 1)])?;
    match kind {
        START => start(cx, c),
        STOP => {
            cx.u8(CIRCUIT_DISCONNECT_REASON, c)?;
            text(cx, REASON_TEXT, c)
        }
        _ => {
            for _ in 0..slots {
                slot(cx, c)?;
            }
            Ok(())
        }
    }
}

fn start<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16_le(MIN_RCV_DATAGRAM_SIZE, c)?;
    run(cx, c, &[(PRTCL_VER, 1), (PRTCL_ECO, 1), (MAX_SIM_SLOTS, 1), (NBR_DL_BUFS, 1)])?;
    let timer = u64::from(c.peek_u8(0)?) * 10;
    let item = cx.field(SERVER_CIRCUIT_TIMER, c, 1)?;
    cx.label(item, |o| _ = o.s("Server circuit timer: ").u(timer).s(" milliseconds"));
    cx.u8(KEEP_ALIVE_TIMER, c)?;
    cx.u16_le(FACILITY_NUMBER, c)?;
    run(cx, c, &[(PROD_TYPE_CODE, 1), (PROD_VERS_NUMB, 1)])?;
    for field in [SLAVE_NODE_NAME, MASTER_NODE_NAME, LOCATION_TEXT] {
        text(cx, field, c)?;
    }
    parameters(cx, c)
}

fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while cx.u8(PARAM_CODE, c)? != 0 {
        let n = cx.u8(PARAM_LEN, c)?;
        cx.bytes(PARAM_DATA, c, usize::from(n))?;
    }
    Ok(())
}

/// Bytes of a session, and one more where their number is odd.
fn slot<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(SLOT_DST_SLOT_ID, 1), (SLOT_SRC_SLOT_ID, 1)])?;
    let n = usize::from(cx.u8(SLOT_BYTE_COUNT, c)?);
    cx.peek(SLOT_CREDITS, c, 1)?;
    cx.u8(SLOT_TYPE, c)?;
    if n > 0 {
        cx.bytes(SLOT_SLOT_DATA, c, n)?;
    }
    if n % 2 == 1 { c.skip(1) } else { Ok(()) }
}

fn announcement<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let timer = u64::from(c.peek_u8(0)?) * 10;
    let item = cx.field(SERVER_CIRCUIT_TIMER, c, 1)?;
    cx.label(item, |o| _ = o.s("Server circuit timer: ").u(timer).s(" milliseconds"));
    run(cx, c, &[(HIGH_PRTCL_VER, 1), (LOW_PRTCL_VER, 1), (CUR_PRTCL_VER, 1), (CUR_PRTCL_ECO, 1)])?;
    run(cx, c, &[(MSG_INC, 1), (CHANGE_FLAGS, 1)])?;
    cx.u16_le(DATA_LINK_RCV_FRAME_SIZE, c)?;
    run(cx, c, &[(NODE_MULTICAST_TIMER, 1), (NODE_STATUS, 1)])?;
    let n = cx.u8(NODE_GROUP_LEN, c)?;
    cx.bytes(NODE_GROUPS, c, usize::from(n))?;
    text(cx, NODE_NAME, c)?;
    text(cx, NODE_DESCRIPTION, c)?;
    for _ in 0..cx.u8(SERVICE_NAME_COUNT, c)? {
        cx.u8(SERVICE_RATING, c)?;
        text(cx, SERVICE_NAME, c)?;
        text(cx, SERVICE_DESCRIPTION, c)?;
    }
    for _ in 0..cx.u8(NODE_SERVICE_LEN, c)? {
        cx.u8(NODE_SERVICE_CLASS, c)?;
    }
    Ok(())
}
