//! Canon's BJNP: how its printers and scanners are found and used.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    BJNP "bjnp" "Canon BJNP" "BJNP" App
    on [Udp 8611, Udp 8612, Udp 8613, Udp 8614]
    fields {
        MAGIC "bjnp.id" "Id": Str;
        TYPE "bjnp.type" "Type": U8 Dec = TYPES;
        CODE "bjnp.code" "Code": U8 Dec = CODES;
        SEQ_NO "bjnp.seq_no" "Sequence Number": U32 Dec;
        SESSION_ID "bjnp.session_id" "Session Id": U16 Dec;
        PAYLOAD_LEN "bjnp.payload_len" "Payload Length": U32 Dec;
        PAYLOAD "bjnp.payload" "Payload": Bytes;
    }
}

names! {
    TYPES {
        1 => "Printer Command", 2 => "Scanner Command", 129 => "Printer Response", 130 => "Scanner Response",
    }
    CODES {
        1 => "Discover", 16 => "Print Job Details", 17 => "Request Closure", 32 => "Get Printer Status",
        33 => "Print", 48 => "Get Printer Identity", 50 => "Scan Job Details",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.left() < 5 || !c.rest().starts_with(b"BJN") {
        return Err(Stop::NotMine);
    }
    cx.protocol("BJNP");
    cx.info_clear();
    let (kind, code) = (c.peek_u8(4)?, c.peek_u8(5)?);
    let summary = |o: &mut requin_wire::Out<'_>| {
        for (names, v, last) in [(TYPES, kind, false), (CODES, code, true)] {
            match names.find(v.into()) {
                Some(name) => o.s(name),
                None => o.s(if last { "Unknown code (" } else { "Unknown type (" }).u(v).s(")"),
            };
            o.s(if last { "" } else { ": " });
        }
    };
    cx.info(summary);
    cx.proto_append(|o| {
        o.s(", ");
        summary(o);
    });
    cx.bytes(MAGIC, &mut c, 4)?;
    cx.u8(TYPE, &mut c)?;
    cx.u8(CODE, &mut c)?;
    cx.u32(SEQ_NO, &mut c)?;
    cx.u16(SESSION_ID, &mut c)?;
    let len = cx.u32(PAYLOAD_LEN, &mut c)?;
    if len > 0 {
        cx.bytes(PAYLOAD, &mut c, len as usize)?;
    }
    Ok(())
}
