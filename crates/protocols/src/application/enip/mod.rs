//! EtherNet/IP (ODVA, CIP volume 2): the encapsulation, and what ties requests of CIP to their responses.

mod items;
mod names;
mod pairs;

use super::cip::{DEVICE_TYPE_NAMES, VENDORS};
use names::*;
use requin_wire::{Cursor, Cx, Names, Out, Pdu, Sink, Step, Stop, Value, proto};

proto! {
    ENIP "enip" "EtherNet/IP (Industrial Protocol)" "ENIP" App
    on [Udp 44818, Tcp 44818, Udp 2222]
    frames sized [frames]
    remember [pairs::remember]
    fields {
        COMMAND "enip.command" "Command": U16 Hex = COMMAND_NAMES;
        LENGTH "enip.length" "Length": U16 Dec;
        SESSION "enip.session" "Session Handle": U32 Hex;
        STATUS "enip.status" "Status": U32 Hex = STATUS_NAMES;
        LISTID_DELAY "enip.listid_delay" "Max Response Delay": U16 Dec = Names::Unit("ms", "ms");
        CONTEXT "enip.context" "Sender Context": Bytes;
        OPTIONS "enip.options" "Options": U32 Hex;
        ENCAPVER "enip.encapver" "Encapsulation Protocol Version": U16 Dec;
        SINFAMILY "enip.sinfamily" "sin_family": U16 Dec;
        SINPORT "enip.sinport" "sin_port": U16 Dec;
        SINADDR "enip.sinaddr" "sin_addr": Ipv4;
        SINZERO "enip.sinzero" "sin_zero": Bytes;
        TIMEOUT "enip.timeout" "Timeout": U16 Dec;
        ENCAP_DATA "enip.encap_data" "Encap Data": Bytes;
        LSR_CAPAFLAGS "enip.lsr.capaflags" "Capability Flags": U16 Hex;
        LSR_CAPAFLAGS_TCP "enip.lsr.capaflags.tcp" "Supports CIP Encapsulation via TCP": Bool(16) & 0x20;
        LSR_CAPAFLAGS_UDP "enip.lsr.capaflags.udp" "Supports CIP Class 0 or 1 via UDP": Bool(16) & 0x100;
        LSR_SERVICENAME "enip.lsr.servicename" "Name of Service": Str;
        RS_VERSION "enip.rs.version" "Protocol Version": U16 Dec;
        RS_FLAGS "enip.rs.flags" "Option Flags": U16 Hex;
        SRRD_IFACE "enip.srrd.iface" "Interface Handle": U32 Hex = SRRD_IFACE_NAMES;
        SUD_IFACE "enip.sud.iface" "Interface Handle": U32 Hex = SRRD_IFACE_NAMES;
        LIR_VENDOR "enip.lir.vendor" "Vendor ID": U16 Hex = VENDORS;
        LIR_DEVTYPE "enip.lir.devtype" "Device Type": U16 Dec = DEVICE_TYPE_NAMES;
        LIR_PRODCODE "enip.lir.prodcode" "Product Code": U16 Dec;
        LIR_REVISION "enip.lir.revision" "Revision": U16 Custom = Names::Custom(revision);
        LIR_STATUS "enip.lir.status" "Status": U16 Hex;
        LIR_SERIAL "enip.lir.serial" "Serial Number": U32 Hex;
        LIR_NAMELEN "enip.lir.namelen" "Product Name Length": U8 Dec;
        LIR_NAME "enip.lir.name" "Product Name": Str;
        LIR_STATE "enip.lir.state" "State": U8 Hex;
        CPF_ITEMCOUNT "enip.cpf.itemcount" "Item Count": U16 Dec;
        CPF_TYPEID "enip.cpf.typeid" "Type ID": U16 Hex = CPF_TYPEID_NAMES;
        CPF_LENGTH "enip.cpf.length" "Length": U16 Dec;
        CPF_CAI_CONNID "enip.cpf.cai.connid" "Connection ID": U32 Hex;
        CPF_SAI_CONNID "enip.cpf.sai.connid" "Connection ID": U32 Hex;
        CPF_SAI_SEQ "enip.cpf.sai.seq" "Encapsulation Sequence Number": U32 Dec;
        CPF_DATA "enip.cpf.data" "Data": Bytes;
        RESPONSE_TO "enip.response_to" "Request In": Framenum;
        TIME "enip.time" "Time": RelTime;
    }
    experts {
        ITEM_LENGTH "enip.malformed.cpf_item_length_mismatch" Error Malformed "CPF Item Length Mismatch";
    }
}

const HEADER: usize = 24;
/// UDP port of messages of connections, which have no header.
const IO_PORT: u16 = 2222;
const LIST_SERVICES: u16 = 0x04;
const LIST_IDENTITY: u16 = 0x63;
const LIST_INTERFACES: u16 = 0x64;
const REGISTER_SESSION: u16 = 0x65;
const UNREGISTER_SESSION: u16 = 0x66;
const SEND_RR: u16 = 0x6f;
const SEND_UNIT: u16 = 0x70;

/// Major and minor, a byte each.
fn revision(v: Value, o: &mut Out<'_>) {
    let n = v.as_u64().unwrap_or_default();
    o.u(n >> 8 & 0xff).c(b'.').u0(n & 0xff, 2);
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, c, d, ..] if COMMAND_NAMES.find(u64::from(u16::from_le_bytes([*a, *b]))).is_some() => {
            Pdu::Len(HEADER + usize::from(u16::from_le_bytes([*c, *d])))
        }
        _ if bytes.len() < 4 => Pdu::More(HEADER),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if cx.ports.dst == IO_PORT || cx.ports.src == IO_PORT {
        return messages_of_connections(cx, c);
    }
    let h = *c.peek_array::<HEADER>().map_err(|_| Stop::NotMine)?;
    let (command, len) = (u16::from_le_bytes([h[0], h[1]]), usize::from(u16::from_le_bytes([h[2], h[3]])));
    let Some(name) = COMMAND_NAMES.find(u64::from(command)) else { return Err(Stop::NotMine) };
    if cx.above_is_enough() {
        return Ok(());
    }
    let session = u32::from_le_bytes([h[4], h[5], h[6], h[7]]);
    let request = cx.ports.dst == 44818;
    cx.protocol("ENIP");
    cx.info(|o| {
        o.s(name).s(if request { " (Req)" } else { " (Rsp)" });
        if matches!(command, REGISTER_SESSION | UNREGISTER_SESSION) {
            o.s(", Session: ").hex(session, 8);
        }
    });
    cx.proto_append(|o| _ = o.s(", Session: ").hex(session, 8).s(", ").s(name));
    cx.proto_len(HEADER + len);
    let mut one = c.take(HEADER + len);
    let line = cx.line(one.span(HEADER), |o| _ = o.s("Encapsulation Header"));
    cx.under(line, |cx| -> Step {
        cx.u16_le(COMMAND, &mut one)?;
        cx.u16_le(LENGTH, &mut one)?;
        cx.u32_le(SESSION, &mut one)?;
        cx.u32_le(STATUS, &mut one)?;
        if command == LIST_IDENTITY && request {
            cx.u16_le(LISTID_DELAY, &mut one)?;
            cx.bytes(CONTEXT, &mut one, 6)?;
        } else {
            cx.bytes(CONTEXT, &mut one, 8)?;
        }
        cx.u32_le(OPTIONS, &mut one)?;
        Ok(())
    })?;
    if !one.is_empty() {
        specific(cx, one, command, &h)?;
    }
    if c.left() < HEADER {
        return Ok(());
    }
    cx.info_add(|o| _ = o.s(" | "));
    cx.info_fence();
    cx.next_pdu(ID, c)
}

/// What stands behind the header.
fn specific<S: Sink>(cx: &mut Cx<'_, S>, mut one: Cursor<'_>, command: u16, h: &[u8; HEADER]) -> Step {
    let line = cx.line(one.span(usize::MAX), |o| _ = o.s("Command Specific Data"));
    let mut found = items::Found::default();
    cx.under(line, |cx| -> Step {
        let c = &mut one;
        match command {
            REGISTER_SESSION => {
                cx.u16_le(RS_VERSION, c)?;
                cx.u16_le(RS_FLAGS, c)?;
                Ok(())
            }
            LIST_SERVICES | LIST_IDENTITY | LIST_INTERFACES => items::show(cx, c, &mut found),
            SEND_RR | SEND_UNIT => {
                cx.u32_le(if command == SEND_RR { SRRD_IFACE } else { SUD_IFACE }, c)?;
                cx.u16_le(TIMEOUT, c)?;
                items::show(cx, c, &mut found)?;
                if let Some((data, key)) = found.message(h)
                    && pairs::is_response(data.rest())
                    && let Some(asked) = cx.recalled(key)
                {
                    cx.generated(RESPONSE_TO, one.span(0), Value::U(asked.frame));
                    cx.generated(TIME, one.span(0), cx.meta.time.since(asked.time).into());
                }
                Ok(())
            }
            0 => Ok(()),
            _ => cx.bytes(ENCAP_DATA, c, c.left()).map(|_| ()),
        }
    })?;
    if let Some(id) = found.connection {
        cx.proto_append(|o| {
            o.s(", Connection ID: 0x");
            for shift in (0..8).rev() {
                let digit = b"0123456789ABCDEF".get((id >> (4 * shift) & 15) as usize);
                o.c(*digit.unwrap_or(&b'0'));
            }
        });
    }
    match found.message(h) {
        Some((data, key)) if !data.is_empty() => super::cip::message(cx, data, key),
        _ => Ok(()),
    }
}

/// Items without a header: messages of connections that are not answered.
fn messages_of_connections<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    c.peek_array::<2>().map_err(|_| Stop::NotMine)?;
    cx.protocol("CIP I/O");
    let mut found = items::Found::default();
    items::show(cx, &mut c, &mut found)?;
    if let Some(id) = found.connection {
        cx.info(|o| {
            o.s("Connection: ID=0x");
            for shift in (0..8).rev() {
                let digit = b"0123456789ABCDEF".get((id >> (4 * shift) & 15) as usize);
                o.c(*digit.unwrap_or(&b'0'));
            }
            if let Some(n) = found.number {
                o.s(", SEQ=").u0(n, 10);
            }
        });
    }
    match found.data {
        Some(data) => cx.call(super::cip::io::ID, data),
        None => Ok(()),
    }
}
