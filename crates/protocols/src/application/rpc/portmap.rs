//! The service that tells ports: version 2 (RFC 1057 appendix A), versions 3 and 4 (RFC 1833).

use super::{Asked, xdr};
use crate::application::rpc::names::PROGRAM_NAMES;
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    PORTMAP "portmap" "Portmap" "Portmap" App
    on []
    fields {
        PROCEDURE_V1 "portmap.procedure_v1" "V1 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        PROCEDURE_V2 "portmap.procedure_v2" "V2 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        PROCEDURE_V3 "portmap.procedure_v3" "V3 Procedure": U32 Dec = PROCEDURE_V3_NAMES;
        PROCEDURE_V4 "portmap.procedure_v4" "V4 Procedure": U32 Dec = PROCEDURE_V4_NAMES;
        PROG "portmap.prog" "Program": U32 Dec = super::names::PROGRAM_NAMES;
        PORT "portmap.port" "Port": U32 Dec;
        PROC "portmap.proc" "Procedure": U32 Dec;
        PROTO_FIELD "portmap.proto" "Protocol": U32 Dec;
        VERSION "portmap.version" "Version": U32 Dec;
        ANSWER "portmap.answer" "Answer": Bool;
        ARGS "portmap.args" "Arguments": Bytes;
        RESULT "portmap.result" "Result": Bytes;
        RPCB "portmap.rpcb" "RPCB": None;
        RPCB_PROG "portmap.rpcb.prog" "Program": U32 Dec = super::names::PROGRAM_NAMES;
        RPCB_VERSION "portmap.rpcb.version" "Version": U32 Dec;
        RPCB_NETID "portmap.rpcb.netid" "Network Id": Str;
        RPCB_ADDR "portmap.rpcb.addr" "Universal Address": Str;
        RPCB_OWNER "portmap.rpcb.owner" "Owner of this Service": Str;
        UADDR "portmap.uaddr" "Universal Address": Str;
    }
}

names! {
    PROCEDURE_V1_NAMES {
        0 => "NULL",
        1 => "SET",
        2 => "UNSET",
        3 => "GETPORT",
        4 => "DUMP",
        5 => "CALLIT",
    }
    PROCEDURE_V3_NAMES {
        0 => "NULL",
        1 => "SET",
        2 => "UNSET",
        3 => "GETADDR",
        4 => "DUMP",
        5 => "CALLIT",
        6 => "GETTIME",
        7 => "UADDR2TADDR",
        8 => "TADDR2UADDR",
    }
    PROCEDURE_V4_NAMES {
        0 => "NULL",
        1 => "SET",
        2 => "UNSET",
        3 => "GETADDR",
        4 => "DUMP",
        5 => "BCAST",
        6 => "GETTIME",
        7 => "UADDR2TADDR",
        8 => "TADDR2UADDR",
        9 => "GETVERSADDR",
        10 => "INDIRECT",
        11 => "GETADDRLIST",
        12 => "GETSTAT",
    }
}

pub(super) fn procedures(version: u32) -> Names {
    match version {
        1 | 2 => PROCEDURE_V1_NAMES,
        3 => PROCEDURE_V3_NAMES,
        4 => PROCEDURE_V4_NAMES,
        _ => Names::None,
    }
}

const TCP: u32 = 6;
const UDP: u32 = 17;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asked = Asked::of(cx);
    cx.protocol("Portmap");
    let field = match asked.version {
        1 => PROCEDURE_V1,
        2 => PROCEDURE_V2,
        3 => PROCEDURE_V3,
        _ => PROCEDURE_V4,
    };
    asked.show(cx, field, &c);
    let c = &mut c;
    match (asked.version, asked.procedure, asked.reply) {
        (1 | 2, 1 | 2, true) | (3.., 1 | 2, true) => xdr::boolean(cx, ANSWER, c).map(|_| ()),
        (1 | 2, 1..=3, false) => mapping(cx, asked.procedure == 3, c),
        (1 | 2, 3, true) => {
            let port = cx.u32(PORT, c)?;
            cx.proto_append(|o| _ = o.s(" GETPORT Reply Port:").u(port));
            if port == 0 {
                cx.info_add(|o| _ = o.s(" PROGRAM_NOT_AVAILABLE"));
            } else {
                cx.info_add(|o| _ = o.s(" Port:").u(port));
            }
            Ok(())
        }
        (1 | 2, 4, true) => {
            cx.proto_append(|o| _ = o.s(" DUMP Reply"));
            xdr::list(cx, c, |cx, c| {
                let start = *c;
                let line = cx.line(c.span(16), |o| _ = o.s("Map Entry:"));
                let names = (c.peek_u32(0)?, c.peek_u32(4)?, c.peek_u32(8)?, c.peek_u32(12)?);
                cx.append(line, |o| {
                    let program = PROGRAM_NAMES.or(u64::from(names.0), "Unknown");
                    o.c(b' ').s(program).s(" (").u(names.0).s(") V").u(names.1);
                });
                cx.under(line, |cx| entry(cx, c))?;
                cx.set_len(line, c.pos().saturating_sub(start.pos()));
                Ok(())
            })
        }
        (1 | 2, 5, false) | (3 | 4, 5 | 10, false) => {
            cx.u32(PROG, c)?;
            cx.u32(VERSION, c)?;
            cx.u32(PROC, c)?;
            xdr::opaque(cx, "Arguments", ARGS, c).map(|_| ())
        }
        (1 | 2, 5, true) => {
            cx.u32(PORT, c)?;
            xdr::opaque(cx, "Result", RESULT, c).map(|_| ())
        }
        (3 | 4, 1..=3 | 9 | 11, false) => rpcb(cx, c),
        (3 | 4, 3 | 9, true) => xdr::text(cx, "Universal Address", UADDR, c).map(|_| ()),
        (3 | 4, 4, true) => xdr::list(cx, c, |cx, c| rpcb(cx, c)),
        _ => Ok(()),
    }
}

/// Program, version, transport and port that belong together.
fn entry<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(PROG, c)?;
    cx.u32(VERSION, c)?;
    let transport = c.peek_u32(0)?;
    let item = cx.field(PROTO_FIELD, c, 4)?;
    cx.label(item, |o| {
        let name = if transport == TCP { "TCP" } else { "UDP" };
        match transport {
            TCP | UDP => o.s("Proto: ").s(name).s(" (").u(transport).c(b')'),
            _ => o.s("Proto: Unknown (").u(transport).c(b')'),
        };
    });
    cx.u32(PORT, c)?;
    Ok(())
}

fn mapping<S: Sink>(cx: &mut Cx<'_, S>, port: bool, c: &mut Cursor<'_>) -> Step {
    let (program, version, transport) = (c.peek_u32(0)?, c.peek_u32(4)?, c.peek_u32(8)?);
    let name = PROGRAM_NAMES.or(u64::from(program), "Unknown");
    let transport = match transport {
        TCP => "TCP",
        UDP => "UDP",
        _ => "UNKNOWN",
    };
    if port {
        cx.proto_append(|o| {
            o.s(" GETPORT Call ").s(name).c(b'(').u(program).s(") Version:").u(version).c(b' ').s(transport);
        });
        cx.info_add(|o| {
            o.c(b' ').s(name).c(b'(').u(program).s(") V:").u(version).c(b' ').s(transport);
        });
    }
    entry(cx, c)
}

fn rpcb<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part_of(cx, RPCB, c, |cx, c, _| {
        cx.u32(RPCB_PROG, c)?;
        cx.u32(RPCB_VERSION, c)?;
        xdr::text(cx, "Network Id", RPCB_NETID, c)?;
        xdr::text(cx, "Universal Address", RPCB_ADDR, c)?;
        xdr::text(cx, "Owner of this Service", RPCB_OWNER, c).map(|_| ())
    })
}
