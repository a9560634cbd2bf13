//! NetBIOS directly over 802.2 (NetBEUI): the NetBIOS frames protocol (IBM LAN Technical Reference, chapter 5).

use super::{SERVICES, write_name};
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Stop, Table, Value, names, proto};

proto! {
    NETBIOS "netbios" "NetBIOS" "NetBIOS" App
    on [Llc 0xf0]
    fields {
        COMMAND "netbios.command" "Command": U8 Hex = COMMANDS;
        HDR_LEN "netbios.hdr_len" "Length": U16 Dec = Names::Unit(" byte", " bytes");
        DELIMITER "netbios.delimiter" "Delimiter": U16 Hex;
        XMIT_CORRL "netbios.xmit_corrl" "Transmit Correlator": U16 Hex;
        RESP_CORRL "netbios.resp_corrl" "Response Correlator": U16 Hex;
        CALL_NAME_TYPE "netbios.call_name_type" "Caller's Name Type": U8 Hex = NAME_TYPES;
        NB_NAME_TYPE "netbios.nb_name_type" "NetBIOS Name Type": U8 Hex = SERVICES;
        NB_NAME "netbios.nb_name" "NetBIOS Name": Str;
        VERSION "netbios.version" "NetBIOS Version": Bool(8) & 0x1 = Names::Bools("2.00 or higher", "1.xx");
        NO_RECEIVE_FLAGS "netbios.no_receive_flags" "Flags": U8 Hex;
        NO_RECEIVE_FLAGS_SEND_NO_ACK "netbios.no_receive_flags.send_no_ack" "SEND.NO.ACK data received": Bool(8) & 0x2 = Names::Bools("No", "Yes");
        LARGEST_FRAME "netbios.largest_frame" "Largest Frame": U8 Dec & 0xe = LARGEST_FRAMES;
        STATUS_BUFFER_LEN "netbios.status_buffer_len" "Length of status buffer": U16 Dec;
        STATUS "netbios.status" "Status": U8 Dec = STATUSES;
        NAME_TYPE "netbios.name_type" "Name type": U16 Dec = NAME_TYPES;
        MAX_DATA_RECV_SIZE "netbios.max_data_recv_size" "Maximum data receive size": U16 Dec;
        TERMINATION_INDICATOR "netbios.termination_indicator" "Termination indicator": U16 Hex = TERMINATIONS;
        NUM_DATA_BYTES_ACCEPTED "netbios.num_data_bytes_accepted" "Number of data bytes accepted": U16 Dec;
        LOCAL_SESSION "netbios.local_session" "Local Session No.": U8 Hex;
        REMOTE_SESSION "netbios.remote_session" "Remote Session No.": U8 Hex;
        FLAGS "netbios.flags" "Flags": U8 Hex;
        FLAGS_SEND_NO_ACK "netbios.flags.send_no_ack" "Handle SEND.NO.ACK": Bool(8) & 0x80 = crate::common::YES;
        FLAGS_ACK "netbios.flags.ack" "Acknowledge": Bool(8) & 0x8 = crate::common::SET;
        FLAGS_ACK_WITH_DATA "netbios.flags.ack_with_data" "Acknowledge with data": Bool(8) & 0x4 = Names::Bools("Allowed", "Not Allowed");
        FLAGS_ACK_EXPECTED "netbios.flags.ack_expected" "Acknowledge expected": Bool(8) & 0x2 = crate::common::YES;
        FLAGS_RECV_CONT_REQ "netbios.flags.recv_cont_req" "RECEIVE_CONTINUE requested": Bool(8) & 0x1 = crate::common::YES;
        RESYNC_INDICATOR "netbios.resync_indicator" "Re-sync indicator": U16 Hex;
        STATUS_REQUEST "netbios.status_request" "Status request": U8 Dec;
        LOCAL_SESSION_NO "netbios.local_session_no" "Local Session No.": U8 Hex;
        STATUS_RESPONSE "netbios.status_response" "Status response": U8 Dec;
    }
}

names! {
    COMMANDS {
        0 => "Add Group Name Query", 1 => "Add Name Query", 2 => "Name In Conflict", 3 => "Status Query",
        7 => "Terminate Trace", 8 => "Datagram", 9 => "Broadcast Datagram", 10 => "Name Query",
        13 => "Add Name Response", 14 => "Name Recognized", 15 => "Status Response", 19 => "Terminate Trace",
        20 => "Data Ack", 21 => "Data First Middle", 22 => "Data Only Last", 23 => "Session Confirm",
        24 => "Session End", 25 => "Session Initialize", 26 => "No Receive", 27 => "Receive Outstanding",
        28 => "Receive Continue", 31 => "Session Alive",
    }
    NAME_TYPES { 0 => "Unique name", 1 => "Group name" }
    LARGEST_FRAMES {
        0 => "516", 1 => "1500", 2 => "2052", 3 => "4472", 4 => "8144", 5 => "11407", 6 => "17800", 7 => "65535",
    }
    STATUSES { 0 => "Add name not in process", 1 => "Add name in process" }
    TERMINATIONS { 0 => "Normal session end", 1 => "Abnormal session end" }
}

/// What stands behind the length of every frame.
const SIGNATURE: u64 = 0xefff;
/// Bytes of a name, the last of which says what it is for.
const NAME: usize = 16;

/// Writes a name as it stands on the wire.
pub(crate) fn write(o: &mut Out<'_>, name: &[u8]) {
    let (last, text) = name.split_last().unwrap_or((&0, &[]));
    write_name(o, text);
    o.s("<").x(*last, 2).s(">");
}

/// A line of a name, with its parts below.
pub(crate) fn add_name<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, label: &str) -> Step {
    let name = c.peek_bytes(0, NAME)?;
    let kind = name.last().copied().unwrap_or(0);
    let service = |o: &mut Out<'_>| match SERVICES.find(kind.into()) {
        Some(service) => _ = o.s(" (").s(service).s(")"),
        None => _ = o.s(" (Unknown)"),
    };
    let line = cx.line(c.span(NAME), |o| {
        o.s(label).s(": ");
        write(o, name);
        service(o);
    });
    cx.under(line, |cx| {
        let text = |o: &mut Out<'_>| write_name(o, name.get(..NAME - 1).unwrap_or_default());
        let item = cx.add_str(NB_NAME, c.span(NAME - 1), text);
        cx.label(item, text);
        let mut last = *c;
        last.advance(NAME - 1);
        let item = cx.add(NB_NAME_TYPE, last.span(1), Value::U(kind.into()));
        cx.label(item, |o| {
            o.hex(kind, 2);
            service(o);
        });
    });
    c.skip(NAME)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // The signature may stand two bytes further on.
    let number = |at: usize| c.peek_bytes(at, 2).map(requin_wire::le);
    if number(2)? != SIGNATURE {
        return Err(Stop::NotMine);
    }
    let (len, command) = (number(0)? as usize, c.peek_u8(4)?);
    cx.protocol("NetBIOS");
    let name_at = |at: usize| c.peek_bytes(at, NAME).unwrap_or_default();
    cx.info(|o| {
        o.s(COMMANDS.or(command.into(), "Unknown"));
        match command {
            0x00 | 0x01 | 0x02 | 0x0d => write(o.s(" - "), name_at(28)),
            0x0e => write(o.s(" - "), name_at(28)),
            0x03 | 0x0a => write(o.s(" for "), name_at(12)),
            _ => (),
        }
    });
    cx.proto_len(len);
    let mut h = c.take(len);
    cx.u16_le(HDR_LEN, &mut h)?;
    let item = cx.field_le(DELIMITER, &mut h, 2)?;
    cx.label(item, |o| _ = o.s("Delimiter: EFFF (NetBIOS)"));
    cx.u8(COMMAND, &mut h)?;
    header(cx, command, &h)?;
    // Data of datagrams and of sessions.
    if !matches!(command, 0x08 | 0x09 | 0x15 | 0x16) || c.is_empty() {
        return Ok(());
    }
    if command == 0x15 || !cx.guess(Table::Netbios, c)? {
        return cx.call(crate::meta::data::ID, c);
    }
    Ok(())
}

/// What stands behind the command. Offsets count from it.
fn header<S: Sink>(cx: &mut Cx<'_, S>, command: u8, h: &Cursor<'_>) -> Step {
    let at = |n: usize| {
        let mut c = *h;
        c.advance(n);
        c
    };
    let flags = |cx: &mut Cx<'_, S>, bits: &[Field]| cx.flags(FLAGS, &mut at(0), 1, bits).map(|_| ());
    let data2 = |cx: &mut Cx<'_, S>, field: Field| cx.u16_le(field, &mut at(1)).map(|_| ());
    let transmit = |cx: &mut Cx<'_, S>| cx.u16_le(XMIT_CORRL, &mut at(3)).map(|_| ());
    let response = |cx: &mut Cx<'_, S>| cx.u16_le(RESP_CORRL, &mut at(5)).map(|_| ());
    let resync = |cx: &mut Cx<'_, S>| -> Step {
        let indicated = at(1).peek_bytes(0, 2).map(requin_wire::le)?;
        let item = cx.field_le(RESYNC_INDICATOR, &mut at(1), 2)?;
        cx.label(item, |o| {
            o.s("Re-sync indicator: ").s(if indicated == 1 { "Re-sync" } else { "No re-sync" });
        });
        Ok(())
    };
    match command {
        0x00 | 0x01 => {
            response(cx)?;
            add_name(cx, &mut at(23), if command == 0 { "Group name to add" } else { "Name to add" })
        }
        0x02 => {
            add_name(cx, &mut at(7), "Name In Conflict")?;
            add_name(cx, &mut at(23), "Sender's Name")
        }
        0x03 => {
            cx.u8(STATUS_REQUEST, &mut at(0))?;
            data2(cx, STATUS_BUFFER_LEN)?;
            response(cx)?;
            add_name(cx, &mut at(7), "Receiver's Name")?;
            add_name(cx, &mut at(23), "Sender's Name")
        }
        0x08 => {
            add_name(cx, &mut at(7), "Receiver's Name")?;
            add_name(cx, &mut at(23), "Sender's Name")
        }
        0x09 => add_name(cx, &mut at(23), "Sender's Name"),
        0x0a | 0x0e => {
            cx.u8(LOCAL_SESSION_NO, &mut at(1))?;
            cx.u8(CALL_NAME_TYPE, &mut at(2))?;
            if command == 0x0e {
                transmit(cx)?;
            }
            response(cx)?;
            add_name(cx, &mut at(7), if command == 0x0a { "Query Name" } else { "Receiver's Name" })?;
            add_name(cx, &mut at(23), "Sender's Name")
        }
        0x0d => {
            cx.u8(STATUS, &mut at(0))?;
            data2(cx, NAME_TYPE)?;
            transmit(cx)?;
            add_name(cx, &mut at(7), "Name to be added")?;
            add_name(cx, &mut at(23), "Name to be added")
        }
        0x0f => {
            cx.u8(STATUS_RESPONSE, &mut at(0))?;
            data2(cx, STATUS_BUFFER_LEN)?;
            transmit(cx)?;
            add_name(cx, &mut at(7), "Receiver's Name")?;
            add_name(cx, &mut at(23), "Sender's Name")
        }
        0x14 => {
            transmit(cx)?;
            sessions(cx, at(7))
        }
        0x15 | 0x16 => {
            let bits = [FLAGS_ACK, FLAGS_ACK_WITH_DATA, FLAGS_ACK_EXPECTED, FLAGS_RECV_CONT_REQ];
            flags(cx, if command == 0x15 { &bits } else { &bits[..3] })?;
            resync(cx)?;
            transmit(cx)?;
            response(cx)?;
            sessions(cx, at(7))
        }
        0x17 => {
            flags(cx, &[FLAGS_SEND_NO_ACK, VERSION])?;
            data2(cx, MAX_DATA_RECV_SIZE)?;
            transmit(cx)?;
            response(cx)?;
            sessions(cx, at(7))
        }
        0x18 => {
            data2(cx, TERMINATION_INDICATOR)?;
            sessions(cx, at(7))
        }
        0x19 => {
            flags(cx, &[FLAGS_SEND_NO_ACK, LARGEST_FRAME, VERSION])?;
            data2(cx, MAX_DATA_RECV_SIZE)?;
            response(cx)?;
            transmit(cx)?;
            sessions(cx, at(7))
        }
        0x1a => {
            cx.flags(NO_RECEIVE_FLAGS, &mut at(0), 1, &[NO_RECEIVE_FLAGS_SEND_NO_ACK])?;
            data2(cx, NUM_DATA_BYTES_ACCEPTED)?;
            sessions(cx, at(7))
        }
        0x1b => {
            data2(cx, NUM_DATA_BYTES_ACCEPTED)?;
            sessions(cx, at(7))
        }
        0x1c => {
            transmit(cx)?;
            sessions(cx, at(7))
        }
        0x1f => sessions(cx, at(7)),
        _ => Ok(()),
    }
}

fn sessions<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u8(REMOTE_SESSION, &mut c)?;
    cx.u8(LOCAL_SESSION, &mut c)?;
    Ok(())
}
