//! PPP over Ethernet, RFC 2516: discovery and sessions.

use requin_wire::{Cursor, Cx, Item, Sink, Step, Value, names, proto};

/// The header, which both share. The fields belong to neither.
mod header {
    use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

    proto! {
        PPPOE "pppoe" "PPP over Ethernet" "PPPoE" Link
        on []
        fields {
            VERSION "pppoe.version" "Version": U8 Dec & 0xf0;
            TYPE "pppoe.type" "Type": U8 Dec & 0x0f;
            CODE "pppoe.code" "Code": U8 Hex = super::CODES;
            SESSION_ID "pppoe.session_id" "Session ID": U16 Hex;
            PAYLOAD_LENGTH "pppoe.payload_length" "Payload Length": U16 Dec;
        }
        experts {
            LENGTH_BAD "pppoe.payload_length.bad" Warn Protocol "Possible bad payload length";
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(Stop::NotMine)
    }
}
pub use header::{COUNT, DEF, ID};

names! {
    CODES {
        0x00 => "Session Data", 0x07 => "Active Discovery Offer (PADO)",
        0x09 => "Active Discovery Initiation (PADI)", 0x0a => "Active Discovery Session-Grant (PADG)",
        0x0b => "Active Discovery Session-Credit Response (PADC)", 0x0c => "Active Discovery Quality (PADQ)",
        0x19 => "Active Discovery Request (PADR)", 0x65 => "Active Discovery Session-confirmation (PADS)",
        0xa7 => "Active Discovery Terminate (PADT)", 0xd3 => "Active Discovery Message (PADM)",
        0xd4 => "Active Discovery Network (PADN)",
    }
}

/// Reads the header; gives the code and the payload.
fn head<'c, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'c>) -> Result<(u8, Cursor<'c>), requin_wire::Stop> {
    let all = *c;
    cx.peek(header::VERSION, c, 1)?;
    cx.field(header::TYPE, c, 1)?;
    let code = c.peek_u8(0)?;
    cx.info(|o| _ = o.s(CODES.or(u64::from(code), "Unknown")));
    cx.field(header::CODE, c, 1)?;
    cx.field(header::SESSION_ID, c, 2)?;
    let len = usize::from(c.peek_u16(0)?);
    let item = cx.field(header::PAYLOAD_LENGTH, c, 2)?;
    if len > c.left() {
        let found = c.left();
        cx.expert_with(header::LENGTH_BAD, item, all.span(0), |o| {
            o.s("Possible bad payload length ").u(len as u64).s(" != ").u(found as u64);
        });
    }
    Ok((code, c.within(len)))
}

/// Sessions.
pub mod session {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PPPOES "pppoes" "PPP-over-Ethernet Session" "PPPoES" Link
        on [Ether 0x8864, Link 51]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("PPPoES");
        cx.info_clear();
        cx.proto_len(6);
        let (_, body) = super::head(cx, &mut c)?;
        cx.call(super::super::ppp::ID, body)
    }
}

/// Discovery.
pub mod discovery {
    use super::*;

    proto! {
        PPPOED "pppoed" "PPP-over-Ethernet Discovery" "PPPoED" Link
        on [Ether 0x8863]
        fields {
            TAGS "pppoed.tags" "PPPoE Tags": None;
            SERVICE_NAME "pppoed.tags.service_name" "Service-Name": Str;
            AC_NAME "pppoed.tags.ac_name" "AC-Name": Str;
            HOST_UNIQ "pppoed.tags.host_uniq" "Host-Uniq": Bytes;
            AC_COOKIE "pppoed.tags.ac_cookie" "AC-Cookie": Bytes;
            VENDOR_ID "pppoed.tags.vendor_id" "Vendor id": U32 Dec;
            RELAY_SESSION_ID "pppoed.tags.relay_session_id" "Relay-Session-Id": Bytes;
            MAX_PAYLOAD "pppoed.tags.max_payload" "PPP-Max-Payload": Bytes;
            SERVICE_NAME_ERROR "pppoed.tags.service_name_error" "Service-Name-Error": Str;
            AC_SYSTEM_ERROR "pppoed.tags.ac_system_error" "AC-System-Error": Str;
            GENERIC_ERROR "pppoed.tags.generic_error" "Generic-Error": Str;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let start = c.pos();
        cx.protocol("PPPoED");
        cx.info_clear();
        let (_, mut body) = super::head(cx, &mut c)?;
        let end = body.pos() + body.left();
        cx.proto_len(end - start);
        if body.is_empty() {
            return Ok(());
        }
        let top: Item = cx.add(TAGS, body.span(body.left()), Value::None);
        cx.under(top, |cx| -> Step {
            while body.left() >= 4 {
                let (kind, len) = (body.peek_u16(0)?, usize::from(body.peek_u16(2)?));
                body.skip(4)?;
                if kind == 0 {
                    break;
                }
                let field = match kind {
                    0x0101 => SERVICE_NAME,
                    0x0102 => AC_NAME,
                    0x0103 => HOST_UNIQ,
                    0x0104 => AC_COOKIE,
                    0x0105 => VENDOR_ID,
                    0x0110 => RELAY_SESSION_ID,
                    0x0120 => MAX_PAYLOAD,
                    0x0201 => SERVICE_NAME_ERROR,
                    0x0202 => AC_SYSTEM_ERROR,
                    0x0203 => GENERIC_ERROR,
                    _ => {
                        body.skip(len)?;
                        continue;
                    }
                };
                if len == 0 {
                    continue;
                }
                let bytes = body.peek_bytes(0, len)?;
                cx.peek(field, &body, if kind == 0x0105 { 4 } else { len })?;
                if kind == 0x0102 {
                    cx.info_add(|o| _ = o.s(" AC-Name='").text(bytes).s("'"));
                }
                body.skip(len)?;
            }
            Ok(())
        })
    }
}
