//! The Locator/ID Separation Protocol over a reliable transport (draft-kouvelas-lisp-map-server-reliable-transport).

use super::lisp_address::{self, Rows};
use super::{address_family, lisp};
use crate::common::{SET, run};
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, names, proto};

proto! {
    LISP_TCP "lisp-tcp" "Locator/ID Separation Protocol (Reliable Transport)" "LISP Reliable Transport" App
    on [Tcp 4342]
    frames sized [frames]
    fields {
        TYPE "lisp-tcp.message.type" "Type": U16 Dec = TYPE_NAMES;
        LENGTH "lisp-tcp.message.length" "Length": U16 Dec;
        MSG_ID "lisp-tcp.message.id" "Message ID": U32 Dec;
        DATA "lisp-tcp.message.data" "Message Data": Bytes;
        EID_AFI "lisp-tcp.message.eid.afi" "EID AFI": U16 Dec = address_family::NAMES;
        IID "lisp-tcp.message.iid" "Instance ID": U32 Dec;
        SID "lisp-tcp.message.sid" "Subscribe Message ID": U32 Dec;
        ERR "lisp-tcp.message.err" "Error code": U8 Dec = ERR_NAMES;
        ERR_RESERVED "lisp-tcp.message.err.reserved" "Error code": U24 Hex;
        ERR_OFFENDING_MSG_TYPE "lisp-tcp.message.err.offending_msg.type" "Offending message type": U16 Dec;
        ERR_OFFENDING_MSG_LEN "lisp-tcp.message.err.offending_msg.len" "Offending message length": U16 Dec;
        ERR_OFFENDING_MSG_ID "lisp-tcp.message.err.offending_msg.id" "Offending message ID": U32 Dec;
        ERR_OFFENDING_MSG_DATA "lisp-tcp.message.err.offending_msg.data" "Offending message data": Bytes;
        REGISTRATION_REJECT_REASON "lisp-tcp.message.registration_reject.reason" "Registration reject reason": U8 Dec = REGISTRATION_REJECT_REASON_NAMES;
        REGISTRATION_REJECT_RES "lisp-tcp.message.registration_reject.res" "Reserved bits": U16 Hex;
        REGISTRATION_REFRESH_SCOPE "lisp-tcp.message.registration_refresh.scope" "Registration refresh scope": U8 Dec = REGISTRATION_REFRESH_SCOPE_NAMES;
        REGISTRATION_REFRESH_FLAGS_REJECTED "lisp-tcp.message.registration_refresh.flags.rejected" "Rejected only": Bool(16) & 0x8000 = SET;
        REGISTRATION_REFRESH_RES "lisp-tcp.message.registration_refresh.res" "Reserved": U16 Hex & 0x7fff;
        XTRID "lisp-tcp.message.xtrid" "xTR-ID": Bytes;
        SITEID "lisp-tcp.message.siteid" "Site-ID": Bytes;
        EID_PREFIX_LENGTH "lisp-tcp.message.eid.prefix.length" "Prefix Length": U8 Dec;
        EID_PREFIX_AFI "lisp-tcp.message.eid.prefix.afi" "Prefix AFI": U16 Dec = address_family::NAMES;
        EID_IPV4 "lisp-tcp.message.eid.ipv4" "Address": Ipv4;
        EID_IPV6 "lisp-tcp.message.eid.ipv6" "Address": Ipv6;
        EID_MAC "lisp-tcp.message.eid.mac" "Address": Ether;
        RLOC_AFI "lisp-tcp.message.rloc.afi" "RLOC AFI": U16 Dec = address_family::NAMES;
        RLOC_IPV4 "lisp-tcp.message.rloc.ipv4" "RLOC": Ipv4;
        RLOC_IPV6 "lisp-tcp.message.rloc.ipv6" "RLOC": Ipv6;
        END_MARKER "lisp-tcp.message.end_marker" "Message End Marker": U32 Hex;
        ERR_CODE "lisp-tcp.message.err.code" "Error code": U8 Dec;
    }
    experts {
        UNDECODED "lisp-tcp.undecoded" Warn Undecoded "Work-in-progress";
        INVALID_MARKER "lisp-tcp.invalid_marker" Error Protocol "Invalid message end marker";
        UNEXPECTED_AFI "lisp-tcp.unexpected_afi" Error Protocol "Unexpected AFI";
    }
}

names! {
    TYPE_NAMES {
        16 => "Error Notification", 17 => "Registration", 18 => "Registration ACK", 19 => "Registration NACK",
        20 => "Registration Refresh", 21 => "Mapping Notification", 22 => "RLOC Membership Subscribe",
        23 => "RLOC Membership Subscribe ACK", 24 => "RLOC Membership Subscribe NACK",
        25 => "RLOC Membership Unsubscribe", 26 => "RLOC Membership Element Add",
        27 => "RLOC Membership Element Remove", 28 => "RLOC Membership Refresh Request",
        29 => "RLOC Membership Refresh Begin", 30 => "RLOC Membership Refresh End",
    }
    ERR_NAMES {
        0 => "Undefined", 1 => "Instance not found", 2 => "Distribution not enabled", 3 => "Not Authorized",
    }
    REGISTRATION_REJECT_REASON_NAMES {
        1 => "Not a valid site EID prefix", 2 => "Authentication failure", 3 => "Locator set not allowed",
        4 => "Reason not defined",
    }
    REGISTRATION_REFRESH_SCOPE_NAMES {
        0 => "All prefixes under all address families under all EID instances",
        1 => "All prefixes under all address families under a single EID instance",
        2 => "All prefixes under a single address family under a single EID instance",
        3 => "All prefixes covered by a specific EID prefix in a single EID instance",
        4 => "A specific EID prefix in a single EID instance",
    }
}

/// Type, length, identifier.
const HEAD: usize = 8;
const END: u32 = 0x9fac_ade9;

const ERROR: u16 = 16;
const REGISTRATION: u16 = 17;
const ACK: u16 = 18;
const NACK: u16 = 19;
const REFRESH: u16 = 20;
const NOTIFICATION: u16 = 21;

const PREFIX: Rows = Rows { name: "Address", v4: EID_IPV4, v6: EID_IPV6, mac: Some(EID_MAC) };
const RLOC: Rows = Rows { name: "RLOC", v4: RLOC_IPV4, v6: RLOC_IPV6, mac: None };

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(2..4) {
        Some(n) => Pdu::Len((requin_wire::be(n) as usize).max(HEAD)),
        None => Pdu::More(4),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = frames(c.rest(), true, &[0; 2]);
    crate::common::one_by_one(cx, c, ID, len, message)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    cx.protocol("LISP");
    let [a, b, _, _, id @ ..] = *c.peek_array::<HEAD>()?;
    let (kind, id) = (u16::from_be_bytes([a, b]), u32::from_be_bytes(id));
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let name = TYPE_NAMES.find(u64::from(kind));
    cx.info_sep("; ", |o| {
        o.s("Msg: ").u(id).s(", ");
        match name {
            Some(name) => o.s(name),
            None => o.s("Unknown type (").u(kind).s(")"),
        };
    });
    run(cx, &mut c, &[(TYPE, 2), (LENGTH, 2), (MSG_ID, 4)])?;
    let mut body = c.take(c.left().saturating_sub(4));
    contents(cx, kind, &mut body)?;
    if !body.is_empty() {
        let item = cx.peek(DATA, &body, body.left())?;
        if name.is_some() {
            cx.expert(UNDECODED, item, body.span(0));
        }
    }
    let end = c.peek_u32(0)?;
    let item = cx.field(END_MARKER, &mut c, 4)?;
    if end == END {
        cx.append(item, |o| _ = o.s(" (correct)"));
    } else {
        cx.expert_with(INVALID_MARKER, item, c.span(0), |o| {
            o.s("Invalid message end marker (").hex(end, 8).s(")");
        });
    }
    Ok(())
}

fn contents<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, c: &mut Cursor<'_>) -> Step {
    match kind {
        ERROR => {
            run(cx, c, &[(ERR_CODE, 1), (ERR_RESERVED, 3), (ERR_OFFENDING_MSG_TYPE, 2)])?;
            run(cx, c, &[(ERR_OFFENDING_MSG_LEN, 2), (ERR_OFFENDING_MSG_ID, 4)])?;
            let n = c.left();
            cx.bytes(ERR_OFFENDING_MSG_DATA, c, n).map(|_| ())
        }
        REGISTRATION => {
            let line = cx.line(c.span(c.left()), |o| _ = o.s("Map-Register"));
            let all = c.take(c.left());
            cx.under(line, |cx| lisp::mappings(cx, all, lisp::REGISTER))
        }
        ACK => prefix(cx, c),
        NACK => {
            run(cx, c, &[(REGISTRATION_REJECT_REASON, 1), (REGISTRATION_REJECT_RES, 2)])?;
            prefix(cx, c)
        }
        REFRESH => {
            let (scope, flags) = (c.peek_u8(0)?, c.peek_u16(1)?);
            cx.info_add(|o| {
                o.s(", Scope: ").u(scope).s(if flags & 0x8000 != 0 { " (rejected only)" } else { "" });
            });
            cx.u8(REGISTRATION_REFRESH_SCOPE, c)?;
            cx.peek(REGISTRATION_REFRESH_FLAGS_REJECTED, c, 2)?;
            cx.u16(REGISTRATION_REFRESH_RES, c)?;
            if scope == 0 { Ok(()) } else { prefix(cx, c) }
        }
        NOTIFICATION => {
            run(cx, c, &[(XTRID, 16), (SITEID, 8)])?;
            lisp::mapping(cx, c, 0, lisp::NOTIFY, true)
        }
        22..=30 => membership(cx, kind, c),
        _ => Ok(()),
    }
}

/// A prefix of identifiers, under its own line.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let (len, afi) = (c.peek_u8(0)?, c.peek_u16(1)?);
    if !lisp_address::is_known(afi) {
        cx.expert_with(UNEXPECTED_AFI, cx.proto_item(), c.span(0), |o| {
            o.s("Unexpected EID prefix AFI (").u(afi).s("), cannot decode");
        });
        return Ok(());
    }
    let line = cx.line(c.span(0), |o| _ = o.s("EID Prefix: "));
    let address = cx.under(line, |cx| {
        run(cx, c, &[(EID_PREFIX_LENGTH, 1), (EID_PREFIX_AFI, 2)])?;
        lisp_address::read(cx, c, afi, &PREFIX)
    })?;
    cx.set_len(line, start.left() - c.left());
    cx.append(line, |o| {
        address.write(o);
        o.s("/").u(len);
    });
    Ok(())
}

/// Who wants to hear of the locators of an instance, and these.
fn membership<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, c: &mut Cursor<'_>) -> Step {
    cx.u16(EID_AFI, c)?;
    let instance = cx.u32(IID, c)?;
    match kind {
        23 | 24 => {
            let subscription = cx.u32(SID, c)?;
            cx.info_add(|o| _ = o.s(", Sub ID: ").u(subscription));
            if kind == 24 {
                cx.u8(ERR, c)?;
            }
        }
        26 | 27 => {
            cx.bytes(SITEID, c, 8)?;
            let afi = cx.u16(RLOC_AFI, c)?;
            let address = lisp_address::read(cx, c, afi, &RLOC)?;
            cx.info_add(|o| {
                o.s(" [").u(instance).s("] ");
                address.write(o);
            });
        }
        _ => {}
    }
    Ok(())
}
