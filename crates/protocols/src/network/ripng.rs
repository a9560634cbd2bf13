//! RIP for IPv6, RFC 2080.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    RIPNG "ripng" "RIPng" "RIPng" App
    on [Udp 521]
    fields {
        CMD "ripng.cmd" "Command": U8 Dec = CMD_NAMES;
        VERSION "ripng.version" "Version": U8 Dec;
        RESERVED "ripng.reserved" "Reserved": Bytes;
        RTE "ripng.rte" "Route Table Entry": None;
        RTE_IPV6_PREFIX "ripng.rte.ipv6_prefix" "IPv6 Prefix": Ipv6;
        RTE_ROUTE_TAG "ripng.rte.route_tag" "Route Tag": U16 Hex;
        RTE_PREFIX_LENGTH "ripng.rte.prefix_length" "Prefix Length": U8 Dec;
        RTE_METRIC "ripng.rte.metric" "Metric": U8 Dec;
    }
}

names! {
    CMD_NAMES {
        1 => "Request",
        2 => "Response",
    }
}

/// Bytes of an entry.
const ENTRY: usize = 20;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [command, version] = *c.peek_array::<2>()?;
    cx.protocol("RIPng");
    cx.info(|o| {
        o.s(" Command ");
        match CMD_NAMES.find(command.into()) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown (").u(command).s(")"),
        }
        o.s(", Version ").u(version);
    });
    run(cx, &mut c, &[(CMD, 1), (VERSION, 1), (RESERVED, 2)])?;
    while !c.is_empty() {
        let head = c.peek_array::<ENTRY>().copied();
        let item = cx.add(RTE, c.span(ENTRY), Value::None);
        if let Ok(h) = head {
            let (prefix, bits, metric) = (h.first_chunk::<16>().copied().unwrap_or_default(), h[18], h[19]);
            cx.append(item, |o| {
                o.s(": IPv6 Prefix: ").ipv6(&prefix).s("/").u(bits).s(" Metric: ").u(metric);
            });
        }
        cx.under(item, |cx| {
            run(
                cx,
                &mut c,
                &[(RTE_IPV6_PREFIX, 16), (RTE_ROUTE_TAG, 2), (RTE_PREFIX_LENGTH, 1), (RTE_METRIC, 1)],
            )
        })?;
    }
    Ok(())
}
