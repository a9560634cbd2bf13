//! NetWare Core Protocol over TCP and UDP: what stands before a message, and its header.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Value, names, proto};

proto! {
    NCP "ncp" "NetWare Core Protocol" "NCP" App
    on [Udp 524, Tcp 524]
    frames sized [frames]
    fields {
        IP_SIGNATURE "ncp.ip.signature" "NCP over IP signature": U32 Hex = IP_SIGNATURE_NAMES;
        IP_LENGTH "ncp.ip.length" "NCP over IP length": U32 Dec;
        IP_VERSION "ncp.ip.version" "NCP over IP Version": U32 Dec;
        IP_REPLYBUFSIZE "ncp.ip.replybufsize" "NCP over IP Reply Buffer Size": U32 Dec;
        IP_PACKETSIG "ncp.ip.packetsig" "NCP over IP Packet Signature": Bytes;
        TYPE "ncp.type" "Type": U16 Hex = TYPE_NAMES;
        SEQ "ncp.seq" "Sequence Number": U8 Dec;
        CONNECTION "ncp.connection" "Connection Number": U16 Dec;
        TASK "ncp.task" "Task Number": U8 Dec;
        COMPLETION_CODE "ncp.completion_code" "Completion Code": U8 Dec;
        CONNECTION_STATUS "ncp.connection_status" "Connection Status": U8 Dec = CONNECTION_STATUS_NAMES;
        FUNC "ncp.func" "Function": U8 Hex;
    }
}

names! {
    IP_SIGNATURE_NAMES {
        1148019796 => "Demand Transport (Request)",
        1951294288 => "Transport is NCP (Reply)",
    }
    TYPE_NAMES {
        4369 => "Create a service connection",
        8738 => "Service request",
        13107 => "Service reply",
        15934 => "Watchdog",
        19561 => "Large Internet Packet Echo",
        21845 => "Destroy service connection",
        30583 => "Burst mode transfer",
        39321 => "Request being processed",
        48059 => "Server Broadcast",
    }
    CONNECTION_STATUS_NAMES {
        0 => "Ok",
        1 => "Bad Service Connection",
        16 => "File Server is Down",
        64 => "Broadcast Message Pending",
    }
}

/// `DmdT` and `tNcP`: request and reply over TCP.
const DEMAND: u32 = 0x446d_6454;
const REPLY: u32 = 0x744e_6350;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, c, d, e, f, g, h, ..] if matches!(u32::from_be_bytes([*a, *b, *c, *d]), DEMAND | REPLY) => {
            // The highest bit says that a signature stands before the message.
            Pdu::Len((u32::from_be_bytes([*e, *f, *g, *h]) & 0x7fff_ffff).max(8) as usize)
        }
        _ if bytes.len() < 8 => Pdu::More(8),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("NCP");
    cx.info_clear();
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == requin_wire::TransportKind::Tcp);
    if stream {
        let magic = c.peek_u32(0)?;
        if !matches!(magic, DEMAND | REPLY) {
            return Ok(());
        }
        cx.u32(IP_SIGNATURE, &mut c)?;
        let signed = c.peek_u32(0)? & 0x8000_0000 != 0;
        cx.add(IP_LENGTH, c.span(4), Value::U(u64::from(c.peek_u32(0)? & 0x7fff_ffff)));
        c.skip(4)?;
        if magic == DEMAND {
            cx.u32(IP_VERSION, &mut c)?;
            cx.u32(IP_REPLYBUFSIZE, &mut c)?;
        }
        if signed {
            cx.bytes(IP_PACKETSIG, &mut c, 8)?;
        }
    }
    let kind = cx.u16(TYPE, &mut c)?;
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown type")));
    cx.u8(SEQ, &mut c)?;
    let (low, task, high) = (c.peek_u8(0)?, c.peek_u8(1)?, c.peek_u8(2)?);
    cx.add(CONNECTION, c.span(3), Value::U(u64::from(high) << 8 | u64::from(low)));
    cx.add(TASK, c.span(2), Value::U(task.into()));
    c.skip(3)?;
    match kind {
        0x3333 => {
            cx.u8(COMPLETION_CODE, &mut c)?;
            cx.u8(CONNECTION_STATUS, &mut c)?;
        }
        0x2222 => _ = cx.u8(FUNC, &mut c)?,
        _ => {}
    }
    Ok(())
}
