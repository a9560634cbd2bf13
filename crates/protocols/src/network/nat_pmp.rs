//! NAT Port Mapping Protocol, RFC 6886.

use crate::common::run;
use requin_wire::{Cursor, Cx, Out, Sink, Step, names, proto};

proto! {
    NAT_PMP "nat-pmp" "NAT Port Mapping Protocol" "NAT-PMP" App
    on []
    fields {
        VERSION "nat-pmp.version" "Version": U8 Dec;
        OPCODE "nat-pmp.opcode" "Opcode": U8 Dec = OPCODE_NAMES;
        RESULT_CODE "nat-pmp.result_code" "Result Code": U16 Dec = RESULT_CODE_NAMES;
        SSSOE "nat-pmp.sssoe" "Seconds Since Start of Epoch": U32 Dec;
        EXTERNAL_IP "nat-pmp.external_ip" "External IP Address": Ipv4;
        RESERVED "nat-pmp.reserved" "Reserved": U16 Dec;
        INTERNAL_PORT "nat-pmp.internal_port" "Internal Port": U16 Dec;
        EXTERNAL_PORT "nat-pmp.external_port" "Requested External Port": U16 Dec;
        PML "nat-pmp.pml" "Requested Port Mapping Lifetime": U32 Dec;
    }
    experts {
        OPCODE_UNKNOWN "nat-pmp.opcode.unknown" Warn Response "Unknown opcode";
    }
}

names! {
    OPCODE_NAMES {
        0 => "External Address Request",
        1 => "Map UDP Request",
        2 => "Map TCP Request",
        128 => "External Address Response",
        129 => "Map UDP Response",
        130 => "Map TCP Response",
    }
    RESULT_CODE_NAMES {
        0 => "Success",
        1 => "Unsupported Version",
        2 => "Not Authorized/Refused",
        3 => "Network Failure",
        4 => "Out of resources",
        5 => "Unsupported opcode",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("NAT-PMP");
    cx.info_clear();
    let opcode = c.peek_u8(1)?;
    let name = move |o: &mut Out<'_>| {
        match OPCODE_NAMES.find(u64::from(opcode)) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown opcode: ").u(opcode),
        };
    };
    cx.info(name);
    cx.proto_append(|o| {
        o.s(", ");
        name(o);
    });
    cx.field(VERSION, &mut c, 1)?;
    let item = cx.field(OPCODE, &mut c, 1)?;
    match opcode {
        0 => Ok(()),
        1 | 2 => run(cx, &mut c, &[(RESERVED, 2), (INTERNAL_PORT, 2), (EXTERNAL_PORT, 2), (PML, 4)]),
        128 => run(cx, &mut c, &[(RESULT_CODE, 2), (SSSOE, 4), (EXTERNAL_IP, 4)]),
        129 | 130 => {
            run(cx, &mut c, &[(RESULT_CODE, 2), (SSSOE, 4), (INTERNAL_PORT, 2)])?;
            let (port, seconds) = (c.peek_u16(0)?, c.peek_u32(2)?);
            let item = cx.field(EXTERNAL_PORT, &mut c, 2)?;
            cx.label(item, |o| _ = o.s("Mapped External Port: ").u(port));
            let item = cx.field(PML, &mut c, 4)?;
            cx.label(item, |o| _ = o.s("Port Mapping Lifetime: ").u(seconds));
            Ok(())
        }
        _ => {
            cx.expert_with(OPCODE_UNKNOWN, item, c.span(0), name);
            Ok(())
        }
    }
}
