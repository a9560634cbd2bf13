//! Teredo, RFC 4380: IPv6 in UDP through network address translation.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

proto! {
    TEREDO "teredo" "Teredo IPv6 over UDP tunneling" "Teredo" Network
    on [Udp 3544]
    fields {
        AUTH "teredo.auth" "Teredo Authentication header": None;
        AUTH_IDLEN "teredo.auth.idlen" "Client identifier length": U8 Dec;
        AUTH_AULEN "teredo.auth.aulen" "Authentication value length": U8 Dec;
        AUTH_ID "teredo.auth.id" "Client identifier": Bytes;
        AUTH_VALUE "teredo.auth.value" "Authentication value": Bytes;
        AUTH_NONCE "teredo.auth.nonce" "Nonce value": Bytes;
        AUTH_CONF "teredo.auth.conf" "Confirmation byte": Bytes;
        ORIG "teredo.orig" "Teredo Origin Indication header": None;
        ORIG_PORT "teredo.orig.port" "Origin UDP port": U16 Dec;
        ORIG_ADDR "teredo.orig.addr" "Origin IPv4 address": Ipv4;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let start = c;
    cx.protocol("Teredo");
    cx.info_clear();
    if c.peek_u16(0)? == 1 {
        cx.info_sep(", ", |o| _ = o.s("Authentication header"));
        let (id, value) = (usize::from(c.peek_u8(2)?), usize::from(c.peek_u8(3)?));
        let item = cx.add(AUTH, c.span(13 + id + value), Value::None);
        cx.under(item, |cx| -> Step {
            c.skip(2)?;
            run(cx, &mut c, &[(AUTH_IDLEN, 1), (AUTH_AULEN, 1)])?;
            if id > 0 {
                cx.field(AUTH_ID, &mut c, id)?;
            }
            if value > 0 {
                cx.field(AUTH_VALUE, &mut c, value)?;
            }
            run(cx, &mut c, &[(AUTH_NONCE, 8), (AUTH_CONF, 1)])
        })?;
    }
    if c.peek_u16(0)? == 0 {
        cx.info_sep(", ", |o| _ = o.s("Origin indication"));
        let item = cx.add(ORIG, c.span(8), Value::None);
        cx.under(item, |cx| -> Step {
            // Both are obfuscated by inverting them, so that translators don't touch them.
            cx.add(
                ORIG_PORT,
                {
                    c.skip(2)?;
                    c.span(2)
                },
                Value::U(u64::from(!c.peek_u16(0)?)),
            );
            c.skip(2)?;
            cx.add(ORIG_ADDR, c.span(4), Value::U(u64::from(!c.peek_u32(0)?)));
            c.skip(4)
        })?;
    }
    cx.proto_len(c.pos() - start.pos());
    cx.call(super::ipv6::ID, c)
}
