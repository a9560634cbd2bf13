//! Routing Information Protocol, RFC 2453 and RFC 1058.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    RIP "rip" "Routing Information Protocol" "RIP" App
    on [Udp 520]
    fields {
        COMMAND "rip.command" "Command": U8 Dec = COMMAND_NAMES;
        VERSION "rip.version" "Version": U8 Dec = VERSION_NAMES;
        FAMILY "rip.family" "Address Family": U16 Dec = FAMILY_NAMES;
        ROUTE_TAG "rip.route_tag" "Route Tag": U16 Dec;
        IP "rip.ip" "IP Address": Ipv4;
        NETMASK "rip.netmask" "Netmask": Ipv4;
        NEXT_HOP "rip.next_hop" "Next Hop": Ipv4;
        METRIC "rip.metric" "Metric": U16 Dec;
        AUTH_TYPE "rip.auth.type" "Authentication type": U16 Dec = AUTH_TYPE_NAMES;
        AUTH_PASSWD "rip.auth.passwd" "Password": Str;
        DIGEST_OFFSET "rip.digest_offset" "Digest Offset": U16 Dec;
        KEY_ID "rip.key_id" "Key ID": U8 Dec;
        AUTH_DATA_LEN "rip.auth_data_len" "Auth Data Len": U8 Dec;
        SEQ_NUM "rip.seq_num" "Seq num": U32 Dec;
        ZERO_PADDING "rip.zero_padding" "Zero adding": Str;
        AUTHENTICATION_DATA "rip.authentication_data" "Authentication Data": Bytes;
    }
    experts {
        UNKNOWN_ADDRESS_FAMILY "rip.unknown_address_family" Warn Protocol "Unknown address family";
    }
}

names! {
    COMMAND_NAMES {
        1 => "Request",
        2 => "Response",
        3 => "Traceon",
        4 => "Traceoff",
        5 => "Vendor specific (Sun)",
    }
    VERSION_NAMES {
        1 => "RIPv1",
        2 => "RIPv2",
    }
    FAMILY_NAMES {
        0 => "Unspecified",
        2 => "IP",
    }
    AUTH_TYPE_NAMES {
        1 => "IP Route",
        2 => "Simple Password",
        3 => "Keyed Message Digest",
    }
}

/// Bytes of an entry.
const ENTRY: usize = 20;
const UNSPECIFIED: u16 = 0;
const IPV4: u16 = 2;
const AUTHENTICATION: u16 = 0xffff;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [command, version] = *c.peek_array::<2>()?;
    cx.protocol(match version {
        1 => "RIPv1",
        2 => "RIPv2",
        _ => "RIP",
    });
    cx.info_clear();
    cx.info(|o| match COMMAND_NAMES.find(u64::from(command)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown command (").u(command).s(")"),
    });
    cx.u8(COMMAND, &mut c)?;
    cx.u8(VERSION, &mut c)?;
    c.skip(2)?;
    while !c.is_empty() {
        if c.left() < ENTRY {
            return c.skip(ENTRY);
        }
        let one = c.take(ENTRY);
        match one.peek_u16(0)? {
            AUTHENTICATION => authentication(cx, one, &mut c)?,
            family @ (0 | IPV4) => entry(cx, one, version, family)?,
            family => {
                let text = |o: &mut requin_wire::Out<'_>| _ = o.s("Unknown address family ").u(family);
                let line = cx.line(one.span(ENTRY), text);
                cx.expert_with(UNKNOWN_ADDRESS_FAMILY, line, one.span(0), text);
            }
        }
    }
    Ok(())
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, version: u8, family: u16) -> Step {
    let metric = c.peek_u32(16)?;
    let ip = *c.peek_array::<8>()?;
    let item = cx.line(c.span(ENTRY), |o| match family {
        0 => _ = o.s("Address not specified, Metric: ").u(metric),
        _ => {
            o.s("IP Address: ");
            for (i, b) in ip.iter().skip(4).enumerate() {
                o.s(if i == 0 { "" } else { "." }).u(u64::from(*b));
            }
            o.s(", Metric: ").u(metric);
        }
    });
    cx.under(item, |cx| {
        cx.u16(FAMILY, &mut c)?;
        let known = family == IPV4 || family == UNSPECIFIED;
        let mut part = |cx: &mut Cx<'_, S>, field, shown, n| -> Step {
            if shown { cx.field(field, &mut c, n).map(|_| ()) } else { c.skip(n) }
        };
        part(cx, ROUTE_TAG, known && version == 2, 2)?;
        part(cx, IP, family == IPV4, 4)?;
        part(cx, NETMASK, known && version == 2, 4)?;
        part(cx, NEXT_HOP, known && version == 2, 4)?;
        cx.add(METRIC, c.span(4), Value::U(u64::from(metric)));
        Ok(())
    })
}

/// Authentication: a password, or a digest (RFC 4822) that stands behind all entries.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, rest: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u16(2)?;
    let item = cx.line(c.span(ENTRY), |o| {
        o.s("Authentication: ").s(AUTH_TYPE_NAMES.or(u64::from(kind), "Unknown"));
        if AUTH_TYPE_NAMES.find(u64::from(kind)).is_none() {
            o.s(" (").u(kind).s(")");
        }
    });
    cx.under(item, |cx| -> Step {
        c.skip(2)?;
        cx.u16(AUTH_TYPE, &mut c)?;
        if kind == 2 {
            cx.bytes(AUTH_PASSWD, &mut c, 16)?;
        }
        if kind != 3 {
            return Ok(());
        }
        cx.u16(DIGEST_OFFSET, &mut c)?;
        cx.u8(KEY_ID, &mut c)?;
        let len = usize::from(cx.u8(AUTH_DATA_LEN, &mut c)?);
        cx.u32(SEQ_NUM, &mut c)?;
        cx.field(ZERO_PADDING, &mut c, 8)?;
        // Some count the four bytes before the data, too.
        let len = if len > ENTRY - 4 { len - 4 } else { len };
        if rest.left() >= len + 4 {
            let entries = rest.left() - len - 4;
            let mut trailer = *rest;
            trailer.skip(entries)?;
            *rest = rest.within(entries);
            let item = cx.line(trailer.span(4 + len), |o| _ = o.s("Authentication Data Trailer"));
            trailer.skip(4)?;
            cx.under(item, |cx| cx.bytes(AUTHENTICATION_DATA, &mut trailer, len).map(|_| ()))?;
        }
        Ok(())
    })
}
