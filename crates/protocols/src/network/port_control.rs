//! Port Control Protocol, RFC 6887; its version 0 is NAT-PMP.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    PORTCONTROL "portcontrol" "Port Control Protocol" "PCP" App
    on [Udp 5351, Udp 5350]
    fields {
        VERSION "portcontrol.version" "Version": U8 Dec;
        REQUEST "portcontrol.request" "Request": Bool(8) & 0x1;
        RESPONSE "portcontrol.response" "Response": Bool(8) & 0x1;
        R "portcontrol.r" "R": Bool(8) & 0x80 = Names::Bools("Response", "Request");
        OPCODE "portcontrol.opcode" "Opcode": U8 Dec & 0x7f = OPCODE_NAMES;
        RESULT_CODE "portcontrol.result_code" "Result Code": U16 Dec = RESULT_CODE_NAMES;
        RESERVED "portcontrol.reserved" "Reserved": U8 Dec;
        RSP_RESERVED "portcontrol.rsp_reserved" "Reserved": Bytes;
        LIFETIME_REQ "portcontrol.lifetime_req" "Requested Lifetime": U32 Dec;
        LIFETIME_RSP "portcontrol.lifetime_rsp" "Lifetime": U32 Dec;
        CLIENT_IP "portcontrol.client_ip" "Client IP Address": Ipv6;
        EPOCH_TIME "portcontrol.epoch_time" "Epoch Time": U32 Dec;
        MAP_NONCE "portcontrol.map.nonce" "Mapping Nonce": Bytes;
        MAP_PROTOCOL "portcontrol.map.protocol" "Protocol": U8 Dec;
        MAP_RESERVED "portcontrol.map.reserved" "Reserved": U24 Dec;
        MAP_INTERNAL_PORT "portcontrol.map.internal_port" "Internal Port": U16 Dec;
        MAP_REQ_SUG_EXTERNAL_PORT "portcontrol.map.req_sug_external_port" "Suggested External Port": U16 Dec;
        MAP_REQ_SUG_EXTERNAL_IP "portcontrol.map.req_sug_external_ip" "Suggested External IP Address": Ipv6;
        MAP_RSP_ASSIGNED_EXTERNAL_PORT "portcontrol.map.rsp_assigned_external_port" "Assigned External Port": U16 Dec;
        MAP_RSP_ASSIGNED_EXT_IP "portcontrol.map.rsp_assigned_ext_ip" "Assigned External IP Address": Ipv6;
        PEER_NONCE "portcontrol.peer.nonce" "Mapping Nonce": Bytes;
        PEER_PROTOCOL "portcontrol.peer.protocol" "Protocol": U8 Dec;
        PEER_RESERVED "portcontrol.peer.reserved" "Reserved": Bytes;
        PEER_INTERNAL_PORT "portcontrol.peer.internal_port" "Internal Port": U16 Dec;
        PEER_REQ_SUG_EXTERNAL_PORT "portcontrol.peer.req_sug_external_port" "Suggested External Port": U16 Dec;
        PEER_REQ_SUG_EXTERNAL_IP "portcontrol.peer.req_sug_external_ip" "Suggested External IP Address": Ipv6;
        PEER_REMOTE_PEER_PORT "portcontrol.peer.remote_peer_port" "Remote Peer Port": U16 Dec;
        PEER_REMOTE_PEER_IP "portcontrol.peer.remote_peer_ip" "Remote Peer IP Address": Ipv6;
        PEER_RSP_ASSIGNED_EXTERNAL_PORT "portcontrol.peer.rsp_assigned_external_port" "Assigned External Port": U16 Dec;
        PEER_RSP_ASSIGNED_EXT_IP "portcontrol.peer.rsp_assigned_ext_ip" "Assigned External IP Address": Ipv6;
        OPTIONS "portcontrol.options" "Options": None;
        OPTION "portcontrol.option" "Option": None;
        OPTION_CODE "portcontrol.option.code" "Option": U8 Dec = OPTION_CODE_NAMES;
        OPTION_RESERVED "portcontrol.option.reserved" "Reserved": U8 Dec;
        OPTION_LENGTH "portcontrol.option.length" "Option Length": U16 Dec;
        OPTION_THIRD_PARTY_INTERNAL_IP "portcontrol.option.third_party.internal_ip" "Internal IP Address": Ipv6;
        OPTION_FILTER_RESERVED "portcontrol.option.filter.reserved" "Reserved": U8 Dec;
        OPTION_FILTER_PREFIX_LENGTH "portcontrol.option.filter.prefix_length" "Prefix Length": U8 Dec;
        OPTION_FILTER_REMOTE_PEER_PORT "portcontrol.option.filter.remote_peer_port" "Remote Peer Port": U16 Dec;
        OPTION_FILTER_REMOTE_PEER_IP "portcontrol.option.filter.remote_peer_ip" "Remote Peer IP Address": Ipv6;
        OPTION_DESCRIPTION "portcontrol.option.description" "Description": Str;
        OPTION_PORTSET_SIZE "portcontrol.option.portset.size" "Port Set Size": U16 Dec;
        OPTION_PORTSET_REQ_SUG_FIRST_EXTERNAL_PORT "portcontrol.option.portset.req_sug_first_external_port" "Suggested First Port": U16 Dec;
        OPTION_PORTSET_RSP_ASSIGNED_FIRST_EXTERNAL_PORT "portcontrol.option.portset.rsp_assigned_first_external_port" "Assigned First Port": U16 Dec;
        OPTION_PORTSET_RESERVED "portcontrol.option.portset.reserved" "Reserved": U8 Hex & 0xfe;
        OPTION_PORTSET_PARITY "portcontrol.option.portset.parity" "Parity Requested": Bool(8) & 0x1;
        OPTION_PADDING "portcontrol.option.padding" "Padding": Bytes;
    }
    experts {
        OPCODE_UNKNOWN "portcontrol.opcode.unknown" Warn Response "Unknown opcode";
        OPTION_UNKNOWN "portcontrol.option.unknown" Warn Response "Unknown option";
    }
}

names! {
    OPCODE_NAMES {
        0 => "Announce",
        1 => "Map",
        2 => "Peer",
    }
    RESULT_CODE_NAMES {
        0 => "Success",
        1 => "Unsupported Version",
        2 => "Not Authorized/Refused",
        3 => "Malformed Request",
        4 => "Unsupported opcode",
        5 => "Unsupported option",
        6 => "Malformed option",
        7 => "Network failure",
        8 => "No resources",
        9 => "Unsupported protocol",
        10 => "User exceeds quota",
        11 => "Cannot provide external port",
        12 => "Address mismatch",
        13 => "Excessive remote peers",
    }
    OPTION_CODE_NAMES {
        0 => "Reserved",
        1 => "Third Party",
        2 => "Prefer Failure",
        3 => "Filter",
        128 => "Description",
        129 => "Prefix64",
        130 => "Port Set",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<2>()?;
    let version = h[0];
    if version == 0 {
        return cx.instead(super::nat_pmp::ID, c);
    }
    let (opcode, answers) = (h[1] & 0x7f, h[1] & 0x80 != 0);
    cx.protocol_with(|o| _ = o.s("PCP v").u(version));
    cx.info_clear();
    let name = move |o: &mut Out<'_>| {
        match OPCODE_NAMES.find(u64::from(opcode)) {
            Some(name) => _ = o.s(name).s(if answers { " Response" } else { " Request" }),
            None => _ = o.s("Unknown opcode: ").u(opcode),
        };
    };
    cx.info(name);
    cx.proto_append(|o| {
        o.s(", ");
        name(o);
    });
    cx.field(VERSION, &mut c, 1)?;
    let item = cx.peek(if answers { RESPONSE } else { REQUEST }, &c, 1)?;
    cx.hide(item);
    cx.peek(R, &c, 1)?;
    let item = cx.field(OPCODE, &mut c, 1)?;
    if opcode > 2 {
        cx.expert_with(OPCODE_UNKNOWN, item, c.span(0), name);
    }
    if answers {
        run(cx, &mut c, &[(RESERVED, 1), (RESULT_CODE, 1), (LIFETIME_RSP, 4)])?;
        run(cx, &mut c, &[(EPOCH_TIME, 4), (RSP_RESERVED, 12)])?;
    } else {
        run(cx, &mut c, &[(RESERVED, 2), (LIFETIME_REQ, 4), (CLIENT_IP, 16)])?;
    }
    if opcode > 2 {
        return Ok(());
    }
    let item = cx.line(c.span(c.left()), name);
    cx.under(item, |cx| {
        match (opcode, answers) {
            (0, _) => {}
            (1, false) => mapping(cx, &mut c, MAP_REQ_SUG_EXTERNAL_PORT, MAP_REQ_SUG_EXTERNAL_IP)?,
            (1, true) => {
                mapping(cx, &mut c, MAP_RSP_ASSIGNED_EXTERNAL_PORT, MAP_RSP_ASSIGNED_EXT_IP)?;
            }
            (_, false) => peer(cx, &mut c, PEER_REQ_SUG_EXTERNAL_PORT, PEER_REQ_SUG_EXTERNAL_IP)?,
            (_, true) => peer(cx, &mut c, PEER_RSP_ASSIGNED_EXTERNAL_PORT, PEER_RSP_ASSIGNED_EXT_IP)?,
        }
        if c.is_empty() {
            return Ok(());
        }
        let item = cx.add(OPTIONS, c.span(c.left()), Value::None);
        cx.under(item, |cx| options(cx, c, answers))
    })
}

fn mapping<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, port: Field, address: Field) -> Step {
    let (protocol, inner, outer) = (c.peek_u8(12)?, c.peek_u16(16)?, c.peek_u16(18)?);
    cx.info_add(|o| {
        o.s(": ").u(inner).s(" -> ").u(outer).s(" [");
        o.s(super::protocols::PROTOCOLS.or(u64::from(protocol), "Unknown")).s("]");
    });
    run(cx, c, &[(MAP_NONCE, 12), (MAP_PROTOCOL, 1), (MAP_RESERVED, 3), (MAP_INTERNAL_PORT, 2)])?;
    run(cx, c, &[(port, 2), (address, 16)])
}

fn peer<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, port: Field, address: Field) -> Step {
    run(cx, c, &[(PEER_NONCE, 12), (PEER_PROTOCOL, 1), (PEER_RESERVED, 3), (PEER_INTERNAL_PORT, 2)])?;
    run(cx, c, &[(port, 2), (address, 16), (PEER_REMOTE_PEER_PORT, 2), (PEER_RESERVED, 2)])?;
    run(cx, c, &[(PEER_REMOTE_PEER_IP, 16)])
}

fn options<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, answers: bool) -> Step {
    while !c.is_empty() {
        let h = *c.peek_array::<4>()?;
        let len = usize::from(u16::from_be_bytes([h[2], h[3]]));
        let item = cx.add(OPTION, c.span(4 + len), Value::None);
        cx.label(item, |o| {
            o.s("Option: ");
            match OPTION_CODE_NAMES.find(u64::from(h[0])) {
                Some(name) => _ = o.s(name),
                None => _ = o.s("Unknown (").u(h[0]).s(")"),
            }
        });
        cx.under(item, |cx| {
            let code = cx.field(OPTION_CODE, &mut c, 1)?;
            run(cx, &mut c, &[(OPTION_RESERVED, 1), (OPTION_LENGTH, 2)])?;
            let body = c.take_all(len)?;
            if OPTION_CODE_NAMES.find(u64::from(h[0])).is_none() {
                cx.expert_with(OPTION_UNKNOWN, code, body.span(0), |o| {
                    o.s("Unknown option: ").u(h[0]);
                });
            }
            option(cx, body, h[0], answers)?;
            // Options are filled up to a multiple of four bytes.
            let padding = (4 - len % 4) % 4;
            if padding > 0 {
                cx.field(OPTION_PADDING, &mut c, padding)?;
            }
            Ok::<(), Stop>(())
        })?;
    }
    Ok(())
}

fn option<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, code: u8, answers: bool) -> Step {
    let n = c.left();
    match code {
        1 if n > 0 => run(cx, &mut c, &[(OPTION_THIRD_PARTY_INTERNAL_IP, 16)]),
        3 if n > 0 => run(
            cx,
            &mut c,
            &[
                (OPTION_FILTER_RESERVED, 1),
                (OPTION_FILTER_PREFIX_LENGTH, 1),
                (OPTION_FILTER_REMOTE_PEER_PORT, 2),
                (OPTION_FILTER_REMOTE_PEER_IP, 16),
            ],
        ),
        128 if n > 0 => run(cx, &mut c, &[(OPTION_DESCRIPTION, n)]),
        130 if n > 0 => {
            let first = if answers {
                OPTION_PORTSET_RSP_ASSIGNED_FIRST_EXTERNAL_PORT
            } else {
                OPTION_PORTSET_REQ_SUG_FIRST_EXTERNAL_PORT
            };
            run(cx, &mut c, &[(OPTION_PORTSET_SIZE, 2), (first, 2)])?;
            cx.peek(OPTION_PORTSET_RESERVED, &c, 1)?;
            cx.field(OPTION_PORTSET_PARITY, &mut c, 1).map(|_| ())
        }
        _ => Ok(()),
    }
}
