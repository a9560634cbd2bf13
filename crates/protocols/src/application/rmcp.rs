//! Remote Management Control Protocol and Alert Standard Format, DSP0136.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    RMCP "rmcp" "Remote Management Control Protocol" "RMCP" App
    on [Udp 623, Udp 664]
    fields {
        VERSION "rmcp.version" "Version": U8 Hex;
        RESERVED "rmcp.reserved" "Reserved": U8 Hex;
        SEQUENCE "rmcp.sequence" "Sequence": U8 Hex;
        CLASS "rmcp.class" "Class": U8 Hex & 0x1f = CLASS_NAMES;
        TYPE "rmcp.type" "Message Type": U8 Hex & 0x80 = TYPE_NAMES;
    }
}

names! {
    CLASS_NAMES {
        6 => "ASF", 7 => "IPMI", 8 => "OEM",
    }
    TYPE_NAMES {
        0 => "Normal RMCP", 1 => "RMCP ACK",
    }
}

/// Bytes of the header.
const HEAD: usize = 4;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [_, _, _, class] = *c.peek_array::<HEAD>()?;
    let summary = |o: &mut requin_wire::Out<'_>| {
        o.s(TYPE_NAMES.or(u64::from(class >> 7), "")).s(", Class: ");
        o.s(CLASS_NAMES.or(u64::from(class & 0x1f), "Unknown"));
    };
    cx.protocol("RMCP");
    cx.info(summary);
    cx.proto_append(|o| _ = o.s(", Class: ").s(CLASS_NAMES.or(u64::from(class & 0x1f), "Unknown")));
    cx.proto_len(HEAD);
    cx.u8(VERSION, &mut c)?;
    cx.u8(RESERVED, &mut c)?;
    cx.u8(SEQUENCE, &mut c)?;
    let item = cx.line(c.span(1), |o| {
        o.s("Type: ");
        summary(o);
    });
    cx.under(item, |cx| -> Step {
        cx.peek(CLASS, &c, 1)?;
        cx.peek(TYPE, &c, 1).map(|_| ())
    })?;
    c.skip(1)?;
    // Acknowledgments carry nothing.
    if class & 0x80 != 0 || c.is_empty() {
        return Ok(());
    }
    match class & 0x1f {
        6 => cx.call(asf::ID, c),
        7 => cx.call(super::ipmi::session::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// Alert Standard Forum messages, DSP0136 section 3.2.2.3.
pub mod asf {
    use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, Value, names, proto};

    proto! {
        ASF "asf" "Alert Standard Forum" "ASF" App
        on []
        fields {
            IANA "asf.iana" "IANA Enterprise Number": U32 Custom = Names::Custom(enterprise);
            TYPE "asf.type" "Message Type": U8 Hex = TYPES;
            TAG "asf.tag" "Message Tag": U8 Hex;
            LEN "asf.len" "Data Length": U8 Dec;
        }
    }

    names! {
        TYPES {
            16 => "Reset", 17 => "Power-up", 18 => "Unconditional Power-down", 19 => "Power Cycle",
            64 => "Presence Pong", 65 => "Capabilities Response", 66 => "System State Response",
            67 => "Open Session Response", 68 => "Close Session Response", 128 => "Presence Ping",
            129 => "Capabilities Request", 130 => "System State Request", 131 => "Open Session Request",
            132 => "Close Session Request", 192 => "RAKP Message 1", 193 => "RAKP Message 2", 194 => "RAKP Message 3",
        }
        ENTERPRISES {
            343 => "Intel Corporation", 4542 => "Alerting Specifications Forum",
        }
    }

    fn enterprise(v: Value, o: &mut Out<'_>) {
        let n = v.as_u64().unwrap_or(0);
        o.s(ENTERPRISES.or(n, "<unknown>")).s(" (").u(n).s(")");
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ASF");
        cx.info_clear();
        let kind = c.peek_u8(4)?;
        let len = c.peek_u8(7)?;
        cx.info(|o| match TYPES.find(kind.into()) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown (").hex(kind, 2).s(")"),
        });
        cx.proto_len(8 + usize::from(len));
        cx.u32(IANA, &mut c)?;
        cx.u8(TYPE, &mut c)?;
        cx.u8(TAG, &mut c)?;
        c.skip(1)?;
        cx.u8(LEN, &mut c)?;
        if len == 0 {
            return Ok(());
        }
        cx.call(crate::meta::data::ID, c.take_all(usize::from(len))?)
    }
}
