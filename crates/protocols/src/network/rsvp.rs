//! Resource Reservation Protocol, RFC 2205 and RFC 3209: header, and the heads of its objects.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    RSVP "rsvp" "Resource ReserVation Protocol (RSVP)" "RSVP" App
    on [IpProto 46]
    fields {
        VERSION "rsvp.version" "RSVP Version": U8 Dec & 0xf0;
        FLAGS "rsvp.flags" "Flags": U8 Hex & 0xf;
        MSG "rsvp.msg" "Message Type": U8 Dec = MSG_NAMES;
        MESSAGE_CHECKSUM "rsvp.message_checksum" "Message Checksum": U16 Hex;
        SENDING_TTL "rsvp.sending_ttl" "Sending TTL": U8 Dec;
        MESSAGE_LENGTH "rsvp.message_length" "Message length": U16 Dec;
        LENGTH "rsvp.length" "Length": U16 Dec;
        OBJECT "rsvp.object" "Object class": U8 Dec = OBJECT_NAMES;
        CTYPE "rsvp.ctype" "C-type": U32 Dec;
        SESSION_IP "rsvp.session.ip" "Destination address": Ipv4;
        SESSION_TUNNEL_ID "rsvp.session.tunnel_id" "Tunnel ID": U16 Dec;
        SESSION_SHORT_CALL_ID "rsvp.session.short_call_id" "Short Call ID": U16 Dec;
    }
}

names! {
    MSG_NAMES {
        1 => "PATH Message. ",
        2 => "RESV Message. ",
        3 => "PATH ERROR Message. ",
        4 => "RESV ERROR Message. ",
        5 => "PATH TEAR Message. ",
        6 => "RESV TEAR Message. ",
        7 => "CONFIRM Message. ",
        10 => "RESV TEAR CONFIRM Message. ",
        12 => "BUNDLE Message. ",
        13 => "ACK Message. ",
        15 => "SREFRESH Message. ",
        20 => "HELLO Message. ",
        21 => "NOTIFY Message. ",
    }
    OBJECT_NAMES {
        0 => "NULL object",
        1 => "SESSION object",
        3 => "HOP object",
        4 => "INTEGRITY object",
        5 => "TIME VALUES object",
        6 => "ERROR object",
        7 => "SCOPE object",
        8 => "STYLE object",
        9 => "FLOWSPEC object",
        10 => "FILTER SPEC object",
        11 => "SENDER TEMPLATE object",
        12 => "SENDER TSPEC object",
        13 => "ADSPEC object",
        14 => "POLICY object",
        15 => "CONFIRM object",
        16 => "LABEL object",
        17 => "HOP_COUNT object",
        18 => "STRICT_SOURCE_ROUTE object",
        19 => "LABEL REQUEST object",
        20 => "EXPLICIT ROUTE object",
        21 => "RECORD ROUTE object",
        22 => "HELLO object",
        23 => "MESSAGE-ID object",
        24 => "MESSAGE-ID ACK/NACK object",
        25 => "MESSAGE-ID LIST object",
        34 => "RECOVERY-LABEL object",
        35 => "UPSTREAM-LABEL object",
        36 => "LABEL-SET object",
        37 => "PROTECTION object",
        50 => "S2L_SUB_LSP object",
        63 => "DETOUR object",
        65 => "DIFFSERV object",
        66 => "CLASSTYPE object",
        67 => "LSP REQUIRED ATTRIBUTES object",
        124 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        125 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        126 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        127 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        129 => "SUGGESTED-LABEL object",
        130 => "ACCEPTABLE-LABEL-SET object",
        131 => "RESTART-CAPABILITY object",
        133 => "LINK-CAPABILITY object",
        188 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        189 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        190 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        191 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        193 => "LSP-TUNNEL INTERFACE-ID object",
        195 => "NOTIFY-REQUEST object",
        196 => "ADMIN-STATUS object",
        197 => "LSP ATTRIBUTES object",
        199 => "ASSOCIATION object",
        202 => "CALL ATTRIBUTES object",
        204 => "Juniper properties object",
        205 => "FAST-REROUTE object",
        207 => "SESSION ATTRIBUTE object",
        225 => "DCLASS object",
        229 => "GENERALIZED-UNI object",
        230 => "CALL-ID object",
        231 => "3GPP2 object",
        232 => "EXCLUDE ROUTE object",
        252 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
        253 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
        254 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
        255 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
    }
}

const HEAD: usize = 8;
const SESSION: u8 = 1;
/// The session of a tunnel over IPv4 (RFC 3209, 4.6.1).
const LSP_TUNNEL: u8 = 7;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    cx.protocol("RSVP");
    cx.info_clear();
    let name = MSG_NAMES.or(u64::from(h[1]), "Unknown");
    cx.info(|o| _ = o.s(name));
    let top = cx.proto_item();
    cx.append(top, |o| _ = o.s(": ").s(name));
    let len = usize::from(u16::from_be_bytes([h[6], h[7]]));
    let mut c = c.within(len.max(HEAD));
    let item = cx.line(c.span(HEAD), |o| _ = o.s("RSVP Header. ").s(name));
    cx.under(item, |cx| -> Step {
        cx.peek(VERSION, &c, 1)?;
        cx.peek(FLAGS, &c, 1)?;
        c.skip(1)?;
        cx.u8(MSG, &mut c)?;
        cx.u16(MESSAGE_CHECKSUM, &mut c)?;
        cx.u8(SENDING_TTL, &mut c)?;
        c.skip(1)?;
        cx.u16(MESSAGE_LENGTH, &mut c)?;
        Ok(())
    })?;
    while !c.is_empty() {
        let len = usize::from(c.peek_u16(0)?);
        if len < 4 {
            return Err(Stop::Malformed);
        }
        let (class, ctype) = (c.peek_u8(2)?, c.peek_u8(3)?);
        let mut one = c.take_all(len)?;
        let name = OBJECT_NAMES.or(u64::from(class), "Unknown object");
        let name = name.strip_suffix(" object").unwrap_or(name);
        let item = cx.line(one.span(len), |o| _ = o.s(name).s(": "));
        cx.under(item, |cx| -> Step {
            cx.u16(LENGTH, &mut one)?;
            cx.u8(OBJECT, &mut one)?;
            cx.add(CTYPE, one.span(1), Value::U(u64::from(ctype)));
            one.skip(1)?;
            if class == SESSION && ctype == LSP_TUNNEL && one.left() >= 12 {
                cx.field(SESSION_IP, &mut one, 4)?;
                cx.u16(SESSION_SHORT_CALL_ID, &mut one)?;
                cx.u16(SESSION_TUNNEL_ID, &mut one)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
