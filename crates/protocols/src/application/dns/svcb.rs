//! Service bindings, RFC 9460.

use super::fields::*;
use super::{Message, rdata};
use requin_wire::{Cursor, Cx, Item, Sink, Step};

/// The data of SVCB and HTTPS records.
pub(super) fn parameters<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    cx.field(SVCB_SVCPRIORITY, c, 2)?;
    rdata::name(cx, m, SVCB_TARGETNAME, c)?;
    while c.pos() < m.end {
        let (key, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let item = cx.add(SVCB_SVCPARAM, c.span(4 + len), requin_wire::Value::None);
        cx.label(item, |o| {
            o.s("SvcParam: ");
            match SVCB_SVCPARAM_KEY_NAMES.find(u64::from(key)) {
                Some(name) => o.s(name),
                None => o.s("key").u(key),
            };
        });
        cx.under(item, |cx| -> Step {
            cx.field(SVCB_SVCPARAM_KEY, c, 2)?;
            cx.field(SVCB_SVCPARAM_VALUE_LENGTH, c, 2)?;
            // A value may claim more than there is: what is there is read.
            let mut d = c.within(len);
            value(cx, key, &mut d, c, item)
        })?;
        c.advance(len);
    }
    Ok(())
}

/// `d` is the value, `all` what the record holds from there on.
fn value<S: Sink>(cx: &mut Cx<'_, S>, key: u16, d: &mut Cursor<'_>, all: &Cursor<'_>, item: Item) -> Step {
    let mut first = true;
    let mut separator = move || if std::mem::take(&mut first) { "=" } else { "," };
    match key {
        0 => {
            while !d.is_empty() {
                let named = d.peek_u16(0)?;
                cx.field(SVCB_SVCPARAM_MANDATORY_KEY, d, 2)?;
                let sep = separator();
                cx.append(item, |o| {
                    o.s(sep);
                    match SVCB_SVCPARAM_KEY_NAMES.find(u64::from(named)) {
                        Some(name) => o.s(name),
                        None => o.s("key").u(named),
                    };
                });
            }
        }
        1 => {
            let end = d.pos() + d.left();
            let mut a = *all;
            while a.pos() < end {
                let n = usize::from(cx.u8(SVCB_SVCPARAM_ALPN_LENGTH, &mut a)?);
                let text = cx.bytes(SVCB_SVCPARAM_ALPN, &mut a, n)?;
                let sep = separator();
                cx.append(item, |o| _ = o.s(sep).text(text));
            }
        }
        3 => {
            let port = all.peek_u16(0)?;
            cx.peek(SVCB_SVCPARAM_PORT, all, 2)?;
            cx.append(item, |o| _ = o.s("=").u(port));
        }
        4 => {
            while !d.is_empty() {
                let a = d.peek_u32(0)?;
                cx.field(SVCB_SVCPARAM_IPV4HINT_IP, d, 4)?;
                let sep = separator();
                cx.append(item, |o| _ = o.s(sep).ipv4(a));
            }
        }
        6 => {
            while !d.is_empty() {
                let a = d.peek_bytes(0, 16)?;
                cx.field(SVCB_SVCPARAM_IPV6HINT_IP, d, 16)?;
                let sep = separator();
                cx.append(item, |o| _ = o.s(sep).ipv6(a));
            }
        }
        5 => rdata::rest(cx, SVCB_SVCPARAM_ECHCONFIG, d)?,
        32769 => rdata::rest(cx, SVCB_SVCPARAM_ODOHCONFIG, d)?,
        _ if !d.is_empty() => rdata::rest(cx, SVCB_SVCPARAM_VALUE, d)?,
        _ => (),
    }
    Ok(())
}
