//! Diagnostics over IP, ISO 13400-2: vehicles that are found, routes that are activated, diagnostic messages.

use crate::common::run;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    DOIP "doip" "DoIP (ISO13400) Protocol" "DoIP" App
    on [Udp 13400, Tcp 13400]
    frames sized [frames]
    fields {
        ACTIVATION_TYPE "doip.activation_type" "Activation type": U8 Hex = ACTIVATION_TYPE_NAMES;
        DIAG_ACK_CODE "doip.diag_ack_code" "ACK code": U8 Hex = DIAG_ACK_CODE_NAMES;
        DIAG_NACK_CODE "doip.diag_nack_code" "NACK code": U8 Hex = DIAG_NACK_CODE_NAMES;
        EID "doip.eid" "EID": Bytes;
        FUTHER_ACTION "doip.futher_action" "Further action required": U8 Hex = FUTHER_ACTION_NAMES;
        GID "doip.gid" "GID": Bytes;
        INVERSE "doip.inverse" "Inverse version": U8 Hex;
        LENGTH "doip.length" "Length": U32 Dec;
        LOGICAL_ADDRESS "doip.logical_address" "Logical Address": U16 Hex;
        MAX_DATA_SIZE "doip.max_data_size" "Max data size": U32 Dec;
        MAX_SOCKETS "doip.max_sockets" "Max concurrent sockets": U8 Dec;
        NACK_CODE "doip.nack_code" "DoIP Header NACK code": U8 Hex = NACK_CODE_NAMES;
        NODE_TYPE "doip.node_type" "Node type": U8 Hex = NODE_TYPE_NAMES;
        POWER_MODE "doip.power_mode" "Diagnostic power mode": U8 Hex = POWER_MODE_NAMES;
        PREVIOUS "doip.previous" "Previous message": Bytes;
        RESERVED_ISO "doip.reserved_iso" "Reserved by ISO": U32 Hex;
        RESERVED_OEM "doip.reserved_oem" "Reserved by OEM": U32 Hex;
        RESPONSE_CODE "doip.response_code" "Routing activation response code": U8 Hex = RESPONSE_CODE_NAMES;
        SOCKETS "doip.sockets" "Currently open sockets": U8 Dec;
        SOURCE_ADDRESS "doip.source_address" "Source Address": U16 Hex;
        TARGET_ADDRESS "doip.target_address" "Target Address": U16 Hex;
        TESTER_LOGICAL_ADDRESS "doip.tester_logical_address" "Logical address of external tester": U16 Hex;
        TYPE "doip.type" "Type": U16 Hex = TYPE_NAMES;
        VERSION "doip.version" "Version": U8 Hex = VERSION_NAMES;
        VIN "doip.vin" "VIN": Str;
        SYNC_STATUS "doip.sync_status" "VIN/GID sync. status": U8 Hex = SYNC_STATUS_NAMES;
        DATA "doip.data" "User data": Bytes;
    }
}

names! {
    ACTIVATION_TYPE_NAMES {
        0 => "Default", 1 => "WWH-OBD", 224 => "Central security",
    }
    DIAG_ACK_CODE_NAMES {
        0 => "ACK",
    }
    DIAG_NACK_CODE_NAMES {
        0 => "Reserved by ISO 13400", 1 => "Reserved by ISO 13400", 2 => "Invalid source address",
        3 => "Unknown target address", 4 => "Diagnostic message too large", 5 => "Out of memory",
        6 => "Target unreachable", 7 => "Unknown network", 8 => "Transport protocol error",
    }
    FUTHER_ACTION_NAMES {
        0 => "No further action required", 1 => "Reserved by ISO 13400", 2 => "Reserved by ISO 13400",
        3 => "Reserved by ISO 13400", 4 => "Reserved by ISO 13400", 5 => "Reserved by ISO 13400",
        6 => "Reserved by ISO 13400", 7 => "Reserved by ISO 13400", 8 => "Reserved by ISO 13400",
        9 => "Reserved by ISO 13400", 10 => "Reserved by ISO 13400", 11 => "Reserved by ISO 13400",
        12 => "Reserved by ISO 13400", 13 => "Reserved by ISO 13400", 14 => "Reserved by ISO 13400",
        15 => "Reserved by ISO 13400", 16 => "Routing activation required to initiate central security",
    }
    NACK_CODE_NAMES {
        0 => "Incorrect pattern format", 1 => "Unknown payload type", 2 => "Message too large",
        3 => "Out of memory", 4 => "Invalid payload length",
    }
    NODE_TYPE_NAMES {
        0 => "DoIP gateway", 1 => "DoIp node",
    }
    POWER_MODE_NAMES {
        0 => "not ready", 1 => "ready", 2 => "not supported",
    }
    RESPONSE_CODE_NAMES {
        0 => "Routing activation denied due to unknown source address.",
        1 => "Routing activation denied because all concurrently supported TCP_DATA sockets are registered and active.",
        2 => "Routing activation denied because an SA different from the table connection entry was received on the already activated TCP_DATA socket.",
        3 => "Routing activation denied because the SA is already registered and active on a different TCP_DATA socket.",
        4 => "Routing activation denied due to missing authentication.",
        5 => "Routing activation denied due to rejected confirmation.",
        6 => "Routing activation denied due to unsupported routing activation type.",
        7 => "Routing activation denied due to request for encrypted connection via TLS.",
        8 => "Reserved by ISO 13400.", 9 => "Reserved by ISO 13400.", 10 => "Reserved by ISO 13400.",
        11 => "Reserved by ISO 13400.", 12 => "Reserved by ISO 13400.", 13 => "Reserved by ISO 13400.",
        14 => "Reserved by ISO 13400.", 15 => "Reserved by ISO 13400.",
        16 => "Routing successfully activated.", 17 => "Routing will be activated; confirmation required.",
    }
    TYPE_NAMES {
        0 => "Generic DoIP header NACK", 1 => "Vehicle identification request",
        2 => "Vehicle identification request with EID", 3 => "Vehicle identification request with VIN",
        4 => "Vehicle announcement message/vehicle identification response message",
        5 => "Routing activation request", 6 => "Routing activation response", 7 => "Alive check request",
        8 => "Alive check response", 0x4001 => "DoIP entity status request",
        0x4002 => "DoIP entity status response", 0x4003 => "Diagnostic power mode information request",
        0x4004 => "Diagnostic power mode information response", 0x8001 => "Diagnostic message",
        0x8002 => "Diagnostic message ACK", 0x8003 => "Diagnostic message NACK",
    }
    VERSION_NAMES {
        0 => "Reserved", 1 => "DoIP ISO/DIS 13400-2:2010", 2 => "DoIP ISO 13400-2:2012",
        3 => "DoIP ISO 13400-2:2019", 4 => "DoIP ISO 13400-2:2019 Amd1 (experimental)",
        255 => "Default value for vehicle identification request messages",
    }
    SYNC_STATUS_NAMES {
        0 => "VIN and/or GID are synchronized", 1 => "Reserved by ISO 13400", 2 => "Reserved by ISO 13400",
        3 => "Reserved by ISO 13400", 4 => "Reserved by ISO 13400", 5 => "Reserved by ISO 13400",
        6 => "Reserved by ISO 13400", 7 => "Reserved by ISO 13400", 8 => "Reserved by ISO 13400",
        9 => "Reserved by ISO 13400", 10 => "Reserved by ISO 13400", 11 => "Reserved by ISO 13400",
        12 => "Reserved by ISO 13400", 13 => "Reserved by ISO 13400", 14 => "Reserved by ISO 13400",
        15 => "Reserved by ISO 13400", 16 => "Incomplete: VIN and GID are NOT synchronized",
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [v, i, _, _, a, b, c, d, ..] if v ^ i == 0xff => {
            Pdu::Len((u32::from_be_bytes([*a, *b, *c, *d]) as usize).saturating_add(8))
        }
        [] | [_] => Pdu::More(8),
        [v, i, ..] if v ^ i == 0xff => Pdu::More(8),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = c.peek_array::<8>()?;
    if h[0] ^ h[1] != 0xff {
        return Err(Stop::NotMine);
    }
    cx.protocol("DoIP");
    cx.info_clear();
    let kind = u16::from_be_bytes([h[2], h[3]]);
    let length = u32::from_be_bytes([h[4], h[5], h[6], h[7]]);
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")));
    let head = cx.line(c.span(8), |o| _ = o.s("Header"));
    cx.under(head, |cx| run(cx, &mut c, &[(VERSION, 1), (INVERSE, 1), (TYPE, 2), (LENGTH, 4)]))?;
    if length == 0 {
        return Ok(());
    }
    match kind {
        0 => run(cx, &mut c, &[(NACK_CODE, 1)]),
        2 => run(cx, &mut c, &[(EID, 6)]),
        3 => run(cx, &mut c, &[(VIN, 17)]),
        4 => {
            run(cx, &mut c, &[(VIN, 17), (LOGICAL_ADDRESS, 2), (EID, 6), (GID, 6), (FUTHER_ACTION, 1)])?;
            // Newer versions add whether identifiers are in step.
            if length > 32 { run(cx, &mut c, &[(SYNC_STATUS, 1)]) } else { Ok(()) }
        }
        5 => {
            run(cx, &mut c, &[(SOURCE_ADDRESS, 2), (ACTIVATION_TYPE, 1), (RESERVED_ISO, 4)])?;
            if length > 7 { run(cx, &mut c, &[(RESERVED_OEM, 4)]) } else { Ok(()) }
        }
        6 => {
            let head =
                [(TESTER_LOGICAL_ADDRESS, 2), (SOURCE_ADDRESS, 2), (RESPONSE_CODE, 1), (RESERVED_ISO, 4)];
            run(cx, &mut c, &head)?;
            if length > 9 { run(cx, &mut c, &[(RESERVED_OEM, 4)]) } else { Ok(()) }
        }
        8 => run(cx, &mut c, &[(SOURCE_ADDRESS, 2)]),
        0x4002 => {
            run(cx, &mut c, &[(NODE_TYPE, 1), (MAX_SOCKETS, 1), (SOCKETS, 1)])?;
            if length > 3 { run(cx, &mut c, &[(MAX_DATA_SIZE, 4)]) } else { Ok(()) }
        }
        0x4004 => run(cx, &mut c, &[(POWER_MODE, 1)]),
        0x8001 => {
            run(cx, &mut c, &[(SOURCE_ADDRESS, 2), (TARGET_ADDRESS, 2)])?;
            cx.call(super::uds::ID, c)
        }
        0x8002 | 0x8003 => {
            let code = if kind == 0x8002 { DIAG_ACK_CODE } else { DIAG_NACK_CODE };
            run(cx, &mut c, &[(SOURCE_ADDRESS, 2), (TARGET_ADDRESS, 2), (code, 1)])?;
            let n = (length as usize).saturating_sub(5);
            if n > 0 { run(cx, &mut c, &[(PREVIOUS, n)]) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}
