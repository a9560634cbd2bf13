//! Interior Gateway Routing Protocol of Cisco, the one before EIGRP.

use crate::common::run;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, names, proto};

proto! {
    IGRP "igrp" "Cisco Interior Gateway Routing Protocol" "IGRP" App
    on [IpProto 9]
    fields {
        UPDATE "igrp.update" "Update Release": U8 Dec;
        AS "igrp.as" "Autonomous System": U16 Dec;
        VERSION "igrp.version" "IGRP Version": U8 Dec & 0xf0;
        COMMAND "igrp.command" "Command": U8 Dec & 0xf;
        INTERIOR_ROUTES "igrp.interior_routes" "Interior routes": U16 Dec;
        SYSTEM_ROUTES "igrp.system_routes" "System routes": U16 Dec;
        EXTERIOR_ROUTES "igrp.exterior_routes" "Exterior routes": U16 Dec;
        CHECKSUM "igrp.checksum" "Checksum": U16 Hex;
        NETWORK "igrp.network" "Network": Ipv4;
        DELAY "igrp.delay" "Delay": U24 Dec;
        BANDWIDTH "igrp.bandwidth" "Bandwidth": U24 Dec;
        MTU "igrp.mtu" "MTU": U16 Dec = Names::Unit(" bytes", " bytes");
        RELIABILITY "igrp.reliability" "Reliability": U8 Dec;
        LOAD "igrp.load" "Load": U8 Dec;
        HOP_COUNT "igrp.hop_count" "Hop count": U8 Dec;
    }
    experts {
        VERSION_INVALID "igrp.version.invalid" Warn Protocol "Unknown Version, The dissection may be inaccurate";
    }
}

const ENTRY: usize = 14;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IGRP");
    let h = *c.peek_array::<12>()?;
    let (version, command) = (h[0] >> 4, h[0] & 15);
    let name = COMMANDS.or(u64::from(command), "Unknown version or opcode");
    cx.info(|o| _ = o.s(if version == 1 { name } else { "Unknown version or opcode" }));
    let item = cx.peek(VERSION, &c, 1)?;
    if version != 1 {
        cx.expert(VERSION_INVALID, item, c.span(0));
    }
    let item = cx.field(COMMAND, &mut c, 1)?;
    if let Some(name) = COMMANDS.find(u64::from(command)) {
        cx.append(item, |o| _ = o.s(" (").s(name).s(")"));
    }
    run(cx, &mut c, &[(UPDATE, 1), (AS, 2)])?;
    // The counts stand together, each is shown before its routes.
    let mut counts = c.take(6);
    // Routes inside the sender's network leave its first byte away.
    let network = cx.out.columns.src.bytes[0];
    let (sum, mut c) = (c, {
        c.skip(2)?;
        c
    });
    for (field, inside) in [(INTERIOR_ROUTES, true), (SYSTEM_ROUTES, false), (EXTERIOR_ROUTES, false)] {
        let count = counts.peek_u16(0)?;
        let item = cx.field(field, &mut counts, 2)?;
        cx.under(item, |cx| -> Step {
            for _ in 0..count {
                entry(cx, &mut c, inside.then_some(network))?;
            }
            Ok(())
        })?;
    }
    cx.peek(CHECKSUM, &sum, 2).map(|_| ())
}

names! {
    COMMANDS { 1 => "Response", 2 => "Request" }
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, network: Option<u8>) -> Step {
    let h = *c.peek_array::<3>()?;
    let address = match network {
        Some(first) => [first, h[0], h[1], h[2]],
        None => [h[0], h[1], h[2], 0],
    };
    let address = u32::from_be_bytes(address);
    let item = cx.line(c.span(ENTRY), |o| _ = o.s("Entry for network ").ipv4(address));
    cx.under(item, |cx| {
        cx.add(NETWORK, c.span(3), Value::U(u64::from(address)));
        c.skip(3)?;
        run(cx, c, &[(DELAY, 3), (BANDWIDTH, 3), (MTU, 2), (RELIABILITY, 1), (LOAD, 1), (HOP_COUNT, 1)])
    })
}
