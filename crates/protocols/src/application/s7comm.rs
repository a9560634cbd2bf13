//! S7 communication with Siemens' controllers: header, and what its parameters begin with.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    S7COMM "s7comm" "S7 Communication" "S7COMM" App
    on []
    fields {
        HEADER "s7comm.header" "Header": None;
        HEADER_PROTID "s7comm.header.protid" "Protocol Id": U8 Hex;
        HEADER_ROSCTR "s7comm.header.rosctr" "ROSCTR": U8 Dec = HEADER_ROSCTR_NAMES;
        HEADER_REDID "s7comm.header.redid" "Redundancy Identification (Reserved)": U16 Hex;
        HEADER_PDUREF "s7comm.header.pduref" "Protocol Data Unit Reference": U16 Dec;
        HEADER_PARLG "s7comm.header.parlg" "Parameter length": U16 Dec;
        HEADER_DATLG "s7comm.header.datlg" "Data length": U16 Dec;
        HEADER_ERRCLS "s7comm.header.errcls" "Error class": U8 Hex = HEADER_ERRCLS_NAMES;
        HEADER_ERRCOD "s7comm.header.errcod" "Error code": U8 Hex;
        PARAM "s7comm.param" "Parameter": None;
        PARAM_FUNC "s7comm.param.func" "Function": U8 Hex = PARAM_FUNC_NAMES;
        PARAM_ITEMCOUNT "s7comm.param.itemcount" "Item count": U8 Dec;
        PARAM_MAXAMQ_CALLING "s7comm.param.maxamq_calling" "Max AmQ (parallel jobs with ack) calling": U16 Dec;
        PARAM_MAXAMQ_CALLED "s7comm.param.maxamq_called" "Max AmQ (parallel jobs with ack) called": U16 Dec;
        PARAM_SETUP_RESERVED1 "s7comm.param.setup_reserved1" "Reserved": U8 Hex;
        PARAM_PDU_LENGTH "s7comm.param.pdu_length" "PDU length": U16 Dec;
        PARAM_DATA "s7comm.param.data" "Parameter data": Bytes;
        DATA "s7comm.data" "Data": None;
    }
}

names! {
    HEADER_ROSCTR_NAMES {
        1 => "Job",
        2 => "Ack",
        3 => "Ack_Data",
        7 => "Userdata",
    }
    HEADER_ERRCLS_NAMES {
        0 => "No error",
        129 => "Application relationship",
        130 => "Object definition",
        131 => "No resources available",
        132 => "Error on service processing",
        133 => "Error on supplies",
        135 => "Access error",
    }
    PARAM_FUNC_NAMES {
        0 => "CPU services",
        4 => "Read Var",
        5 => "Write Var",
        26 => "Request download",
        27 => "Download block",
        28 => "Download ended",
        29 => "Start upload",
        30 => "Upload",
        31 => "End upload",
        40 => "PI-Service",
        41 => "PLC Stop",
        240 => "Setup communication",
    }
}

/// What every message begins with.
pub const MAGIC: u8 = 0x32;
const JOB: u8 = 1;
const ACK_DATA: u8 = 3;
const USERDATA: u8 = 7;
const SETUP: u8 = 0xf0;
const READ: u8 = 4;
const WRITE: u8 = 5;

/// Whether this is a message.
#[must_use]
pub fn accepts(bytes: &[u8]) -> bool {
    matches!(bytes, [MAGIC, kind, _, _, _, _, _, _, _, _, ..] if HEADER_ROSCTR_NAMES.find(u64::from(*kind)).is_some())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("S7COMM");
    cx.info_clear();
    let kind = c.peek_u8(1)?;
    let name = HEADER_ROSCTR_NAMES.or(u64::from(kind), "Unknown");
    let (params, data) = (usize::from(c.peek_u16(6)?), usize::from(c.peek_u16(8)?));
    let long = matches!(kind, 2 | ACK_DATA);
    cx.info(|o| _ = o.s("ROSCTR:[").s(name).s("]"));
    let item = cx.add(HEADER, c.span(if long { 12 } else { 10 }), Value::None);
    cx.label(item, |o| _ = o.s("Header: (").s(name).s(")"));
    cx.under(item, |cx| -> Step {
        cx.u8(HEADER_PROTID, &mut c)?;
        cx.u8(HEADER_ROSCTR, &mut c)?;
        cx.u16(HEADER_REDID, &mut c)?;
        cx.u16(HEADER_PDUREF, &mut c)?;
        cx.u16(HEADER_PARLG, &mut c)?;
        cx.u16(HEADER_DATLG, &mut c)?;
        if long {
            cx.u8(HEADER_ERRCLS, &mut c)?;
            cx.u8(HEADER_ERRCOD, &mut c)?;
        }
        Ok(())
    })?;
    if params > 0 {
        let mut p = c.take_all(params)?;
        let item = cx.add(PARAM, p.span(params), Value::None);
        let top = item;
        cx.under(item, |cx| -> Step {
            if !matches!(kind, JOB | ACK_DATA) {
                return Ok(());
            }
            let func = cx.u8(PARAM_FUNC, &mut p)?;
            let name = PARAM_FUNC_NAMES.or(u64::from(func), "Unknown function");
            cx.info_add(|o| _ = o.s(" Function:[").s(name).s("]"));
            cx.append(top, |o| _ = o.s(": (").s(name).s(")"));
            match func {
                SETUP if p.left() >= 7 => {
                    cx.u8(PARAM_SETUP_RESERVED1, &mut p)?;
                    cx.u16(PARAM_MAXAMQ_CALLING, &mut p)?;
                    cx.u16(PARAM_MAXAMQ_CALLED, &mut p)?;
                    cx.u16(PARAM_PDU_LENGTH, &mut p)?;
                }
                READ | WRITE if !p.is_empty() => _ = cx.u8(PARAM_ITEMCOUNT, &mut p)?,
                _ => {
                    let n = p.left();
                    if n > 0 {
                        cx.field(PARAM_DATA, &mut p, n)?;
                    }
                }
            }
            Ok(())
        })?;
    }
    if data > 0 && kind != USERDATA {
        let d = c.take_all(data)?;
        cx.add(DATA, d.span(data), Value::None);
    }
    Ok(())
}
