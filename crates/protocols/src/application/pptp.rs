//! Point-to-Point Tunneling Protocol, RFC 2637: control messages.

use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, names, proto};

proto! {
    PPTP "pptp" "Point-to-Point Tunnelling Protocol" "PPTP" App
    on [Tcp 1723]
    frames [frames]
    fields {
        LENGTH "pptp.length" "Length": U16 Dec;
        TYPE "pptp.type" "Message type": U16 Dec = TYPE_NAMES;
        MAGIC_COOKIE "pptp.magic_cookie" "Magic Cookie": U32 Hex;
        CONTROL_MESSAGE_TYPE "pptp.control_message_type" "Control Message Type": U16 Dec = CONTROL_MESSAGE_TYPE_NAMES;
        RESERVED "pptp.reserved" "Reserved": Bytes;
        PROTOCOL_VERSION "pptp.protocol_version" "Protocol version": U16 Dec;
        FRAMING_CAPABILITIES "pptp.framing_capabilities" "Framing Capabilities": U32 Dec = FRAMING_CAPABILITIES_NAMES;
        BEARER_CAPABILITIES "pptp.bearer_capabilities" "Bearer Capabilities": U32 Dec = BEARER_CAPABILITIES_NAMES;
        MAXIMUM_CHANNELS "pptp.maximum_channels" "Maximum Channels": U16 Dec;
        FIRMWARE_REVISION "pptp.firmware_revision" "Firmware Revision": U16 Dec;
        HOST_NAME "pptp.host_name" "Host Name": Str;
        VENDOR_NAME "pptp.vendor_name" "Vendor Name": Str;
        CONTROL_RESULT "pptp.control_result" "Result Code": U8 Dec = CONTROL_RESULT_NAMES;
        ERROR "pptp.error" "Error Code": U8 Dec = ERROR_NAMES;
        REASON "pptp.reason" "Reason": U8 Dec = REASON_NAMES;
        STOP_RESULT "pptp.stop_result" "Result Code": U8 Dec = STOP_RESULT_NAMES;
        IDENTIFIER "pptp.identifier" "Identifier": U32 Dec;
        ECHO_RESULT "pptp.echo_result" "Result Code": U8 Dec = STOP_RESULT_NAMES;
        CALL_ID "pptp.call_id" "Call ID": U16 Dec;
        CALL_SERIAL_NUMBER "pptp.call_serial_number" "Call Serial Number": U16 Dec;
        MINIMUM_BPS "pptp.minimum_bps" "Minimum BPS": U32 Dec;
        MAXIMUM_BPS "pptp.maximum_bps" "Maximum BPS": U32 Dec;
        FRAMING_TYPE "pptp.framing_type" "Framing Type": U32 Dec = FRAMING_CAPABILITIES_NAMES;
        BEARER_TYPE "pptp.bearer_type" "Bearer Type": U32 Dec = BEARER_CAPABILITIES_NAMES;
        PACKET_RECEIVE_WINDOW_SIZE "pptp.packet_receive_window_size" "Packet Receive Window Size": U16 Dec;
        PACKET_PROCESSING_DELAY "pptp.packet_processing_delay" "Packet Processing Delay": U16 Dec;
        PHONE_NUMBER_LENGTH "pptp.phone_number_length" "Phone Number Length": U16 Dec;
        PHONE_NUMBER "pptp.phone_number" "Phone Number": Str;
        SUBADDRESS "pptp.subaddress" "Subaddress": Str;
        PEER_CALL_ID "pptp.peer_call_id" "Peer Call ID": U16 Dec;
        OUT_RESULT "pptp.out_result" "Result Code": U8 Dec = OUT_RESULT_NAMES;
        CAUSE "pptp.cause" "Cause Code": U16 Dec;
        CONNECT_SPEED "pptp.connect_speed" "Connect Speed": U32 Dec;
        PHYSICAL_CHANNEL_ID "pptp.physical_channel_id" "Physical Channel ID": U32 Dec;
        DIALED_NUMBER_LENGTH "pptp.dialed_number_length" "Dialed Number Length": U16 Dec;
        DIALED_NUMBER "pptp.dialed_number" "Dialed Number": Str;
        DIALING_NUMBER_LENGTH "pptp.dialing_number_length" "Dialing Number Length": U16 Dec;
        DIALING_NUMBER "pptp.dialing_number" "Dialing Number": Str;
        IN_RESULT "pptp.in_result" "Result Code": U8 Dec = IN_RESULT_NAMES;
        DISC_RESULT "pptp.disc_result" "Result Code": U8 Dec = DISC_RESULT_NAMES;
        CALL_STATISTICS "pptp.call_Statistics" "Call Statistics": Str;
        CRC_ERRORS "pptp.crc_errors" "CRC Errors": U32 Dec;
        FRAMING_ERRORS "pptp.framing_errors" "Framing Errors": U32 Dec;
        HARDWARE_OVERRUNS "pptp.hardware_overruns" "Hardware overruns": U32 Dec;
        BUFFER_OVERRUNS "pptp.buffer_overruns" "Buffer overruns": U32 Dec;
        TIMEOUT_ERRORS "pptp.timeout_errors" "Time-out Errors": U32 Dec;
        ALIGNMENT_ERRORS "pptp.alignment_errors" "Alignment Errors": U32 Dec;
        SEND_ACCM "pptp.send_accm" "Send ACCM": U32 Hex;
        RECEIVE_ACCM "pptp.receive_accm" "Receive ACCM": U32 Hex;
    }
}

names! {
    TYPE_NAMES {
        1 => "Control Message", 2 => "Management Message",
    }
    CONTROL_MESSAGE_TYPE_NAMES {
        1 => "Start-Control-Connection-Request", 2 => "Start-Control-Connection-Reply",
        3 => "Stop-Control-Connection-Request", 4 => "Stop-Control-Connection-Reply", 5 => "Echo-Request",
        6 => "Echo-Reply", 7 => "Outgoing-Call-Request", 8 => "Outgoing-Call-Reply", 9 => "Incoming-Call-Request",
        10 => "Incoming-Call-Reply", 11 => "Incoming-Call-Connected", 12 => "Call-Clear-Request",
        13 => "Call-Disconnect-Notify", 14 => "WAN-Error-Notify", 15 => "Set-Link-Info",
    }
    FRAMING_CAPABILITIES_NAMES {
        1 => "Asynchronous Framing supported", 2 => "Synchronous Framing supported", 3 => "Either Framing supported",
    }
    BEARER_CAPABILITIES_NAMES {
        1 => "Analog access supported", 2 => "Digital access supported", 3 => "Either access supported",
    }
    CONTROL_RESULT_NAMES {
        1 => "Successful channel establishment", 2 => "General error", 3 => "Command channel already exists",
        4 => "Requester not authorized", 5 => "Protocol version not supported",
    }
    ERROR_NAMES {
        0 => "None", 1 => "Not-Connected", 2 => "Bad-Format", 3 => "Bad-Value", 4 => "No-Resource",
        5 => "Bad-Call ID", 6 => "PAC-Error",
    }
    REASON_NAMES {
        1 => "None", 2 => "Stop-Protocol", 3 => "Stop-Local-Shutdown",
    }
    STOP_RESULT_NAMES {
        1 => "OK", 2 => "General error",
    }
    OUT_RESULT_NAMES {
        1 => "Connected", 2 => "General Error", 3 => "No Carrier", 4 => "Busy", 5 => "No Dial Tone", 6 => "Time-out",
        7 => "Do Not Accept",
    }
    IN_RESULT_NAMES {
        1 => "Connect", 2 => "General error", 3 => "Do Not Accept",
    }
    DISC_RESULT_NAMES {
        1 => "Lost Carrier", 2 => "General Error", 3 => "Admin Shutdown", 4 => "Request",
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<2>() {
        None => Pdu::More(2),
        Some(n) => match usize::from(u16::from_be_bytes(*n)) {
            n @ 10..=1024 => Pdu::Len(n),
            _ => Pdu::AsItComes,
        },
    }
}

/// What stands behind the header of a message: fields and their bytes (sections 2.1 to 2.15).
fn layout(kind: u16) -> &'static [(Field, usize)] {
    match kind {
        1 => &[
            (PROTOCOL_VERSION, 2),
            (RESERVED, 2),
            (FRAMING_CAPABILITIES, 4),
            (BEARER_CAPABILITIES, 4),
            (MAXIMUM_CHANNELS, 2),
            (FIRMWARE_REVISION, 2),
            (HOST_NAME, 64),
            (VENDOR_NAME, 64),
        ],
        2 => &[
            (PROTOCOL_VERSION, 2),
            (CONTROL_RESULT, 1),
            (ERROR, 1),
            (FRAMING_CAPABILITIES, 4),
            (BEARER_CAPABILITIES, 4),
            (MAXIMUM_CHANNELS, 2),
            (FIRMWARE_REVISION, 2),
            (HOST_NAME, 64),
            (VENDOR_NAME, 64),
        ],
        3 => &[(REASON, 1), (RESERVED, 1), (RESERVED, 2)],
        4 => &[(STOP_RESULT, 1), (ERROR, 1), (RESERVED, 2)],
        5 => &[(IDENTIFIER, 4)],
        6 => &[(IDENTIFIER, 4), (ECHO_RESULT, 1), (ERROR, 1), (RESERVED, 2)],
        7 => &[
            (CALL_ID, 2),
            (CALL_SERIAL_NUMBER, 2),
            (MINIMUM_BPS, 4),
            (MAXIMUM_BPS, 4),
            (BEARER_TYPE, 4),
            (FRAMING_TYPE, 4),
            (PACKET_RECEIVE_WINDOW_SIZE, 2),
            (PACKET_PROCESSING_DELAY, 2),
            (PHONE_NUMBER_LENGTH, 2),
            (RESERVED, 2),
            (PHONE_NUMBER, 64),
            (SUBADDRESS, 64),
        ],
        8 => &[
            (CALL_ID, 2),
            (PEER_CALL_ID, 2),
            (OUT_RESULT, 1),
            (ERROR, 1),
            (CAUSE, 2),
            (CONNECT_SPEED, 4),
            (PACKET_RECEIVE_WINDOW_SIZE, 2),
            (PACKET_PROCESSING_DELAY, 2),
            (PHYSICAL_CHANNEL_ID, 4),
        ],
        9 => &[
            (CALL_ID, 2),
            (CALL_SERIAL_NUMBER, 2),
            (BEARER_TYPE, 4),
            (PHYSICAL_CHANNEL_ID, 4),
            (DIALED_NUMBER_LENGTH, 2),
            (DIALING_NUMBER_LENGTH, 2),
            (DIALED_NUMBER, 64),
            (DIALING_NUMBER, 64),
            (SUBADDRESS, 64),
        ],
        10 => &[
            (CALL_ID, 2),
            (PEER_CALL_ID, 2),
            (IN_RESULT, 1),
            (ERROR, 1),
            (PACKET_RECEIVE_WINDOW_SIZE, 2),
            (PACKET_PROCESSING_DELAY, 2),
            (RESERVED, 2),
        ],
        11 => &[
            (PEER_CALL_ID, 2),
            (RESERVED, 2),
            (CONNECT_SPEED, 4),
            (PACKET_RECEIVE_WINDOW_SIZE, 2),
            (PACKET_PROCESSING_DELAY, 2),
            (FRAMING_TYPE, 4),
        ],
        12 => &[(CALL_ID, 2), (RESERVED, 2)],
        13 => {
            &[(CALL_ID, 2), (DISC_RESULT, 1), (ERROR, 1), (CAUSE, 2), (RESERVED, 2), (CALL_STATISTICS, 128)]
        }
        14 => &[
            (PEER_CALL_ID, 2),
            (RESERVED, 2),
            (CRC_ERRORS, 4),
            (FRAMING_ERRORS, 4),
            (HARDWARE_OVERRUNS, 4),
            (BUFFER_OVERRUNS, 4),
            (TIMEOUT_ERRORS, 4),
            (ALIGNMENT_ERRORS, 4),
        ],
        15 => &[(PEER_CALL_ID, 2), (RESERVED, 2), (SEND_ACCM, 4), (RECEIVE_ACCM, 4)],
        _ => &[],
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("PPTP");
    cx.info_clear();
    let kind = c.peek_u16(8)?;
    cx.info(|o| _ = o.s(CONTROL_MESSAGE_TYPE_NAMES.or(u64::from(kind), "UNKNOWN-CONTROL-TYPE")));
    cx.u16(LENGTH, &mut c)?;
    cx.u16(TYPE, &mut c)?;
    let cookie = c.peek_u32(0)?;
    let item = cx.field(MAGIC_COOKIE, &mut c, 4)?;
    if cookie == 0x1a2b_3c4d {
        cx.append(item, |o| _ = o.s(" (correct)"));
    }
    cx.u16(CONTROL_MESSAGE_TYPE, &mut c)?;
    cx.bytes(RESERVED, &mut c, 2)?;
    for (field, n) in layout(kind) {
        if cx.registry.field(*field).kind.is_str() {
            // Text fills its place with zeros.
            let text = c.peek_bytes(0, *n)?.split(|b| *b == 0).next().unwrap_or_default();
            cx.add_bytes(*field, c.span(*n), text);
            c.skip(*n)?;
            continue;
        }
        let version = c.peek_bytes(0, *n)?;
        let item = cx.peek(*field, &c, *n)?;
        if *field == PROTOCOL_VERSION {
            let [major, minor] = [0, 1].map(|i| version.get(i).copied().unwrap_or_default());
            cx.label(item, |o| _ = o.s("Protocol version: ").u(major).s(".").u(minor));
        }
        c.skip(*n)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_as_long_as_the_rfc_says() {
        let length = |kind: u16| 12 + layout(kind).iter().map(|f| f.1).sum::<usize>();
        let all: Vec<_> = (1..=15).map(length).collect();
        assert_eq!(all, [156, 156, 16, 16, 16, 20, 168, 32, 220, 24, 28, 16, 148, 40, 24]);
    }
}
