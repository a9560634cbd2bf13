//! Extension mechanisms (RFC 6891) with their options, and stateful operations (RFC 8490).

use super::fields::*;
use super::{Message, rdata};
use requin_wire::{Cursor, Cx, Item, Sink, Step, Stop, Value};

/// The pseudo record, from its class on.
pub(super) fn pseudo_record<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    if m.flavour == super::Flavour::Mdns {
        cx.peek(RR_UDP_PAYLOAD_SIZE_MDNS, c, 2)?;
        cx.field(RESP_CACHE_FLUSH, c, 2)?;
    } else {
        cx.field(RR_UDP_PAYLOAD_SIZE, c, 2)?;
    }
    cx.field(RESP_EXT_RCODE, c, 1)?;
    cx.field(RESP_EDNS0_VERSION, c, 1)?;
    cx.flags(RESP_Z, c, 2, &[RESP_Z_DO, RESP_Z_RESERVED])?;
    let len = usize::from(cx.u16(RESP_LEN, c)?);
    if len > c.left() {
        return Err(Stop::Short);
    }
    // An option is read whole, even when the record's length leaves no room for it.
    let (mut options, end) = (*c, c.pos() + len);
    while options.pos() < end {
        option(cx, &mut options)?;
    }
    c.skip(len)
}

fn option<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (code, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let item = cx.add(OPT, c.span(4 + len), Value::None);
    cx.label(item, |o| {
        o.s("Option: ");
        match OPT_CODE_NAMES.find(u64::from(code)) {
            Some(name) => o.s(name),
            None => o.s("Unknown (").u(code).s(")"),
        };
    });
    cx.under(item, |cx| -> Step {
        cx.field(OPT_CODE, c, 2)?;
        cx.field(OPT_LEN, c, 2)?;
        let mut data = c.within(len);
        cx.bytes(OPT_DATA, c, len)?;
        option_data(cx, code, &mut data)
    })
}

fn option_data<S: Sink>(cx: &mut Cx<'_, S>, code: u16, c: &mut Cursor<'_>) -> Step {
    match code {
        5..=7 => {
            let field = match code {
                5 => OPT_DAU,
                6 => OPT_DHU,
                _ => OPT_N3U,
            };
            while !c.is_empty() {
                cx.field(field, c, 1)?;
            }
        }
        8 | 20730 => subnet(cx, c)?,
        10 => {
            cx.bytes(OPT_COOKIE_CLIENT, c, 8)?;
            let n = c.left();
            cx.bytes(OPT_COOKIE_SERVER, c, n)?;
        }
        11 if c.left() == 2 => {
            cx.field(OPT_EDNS_TCP_KEEPALIVE_TIMEOUT, c, 2)?;
        }
        11 => (),
        12 => rdata::rest(cx, OPT_PADDING, c)?,
        // Shown as the bytes stand, lengths included.
        13 => {
            let n = c.left();
            let span = c.span(n);
            let bytes = c.bytes(n)?;
            crate::application::text::add_ascii(cx, OPT_CHAIN_FQDN, span, bytes);
        }
        15 => {
            cx.field(OPT_EXT_ERROR_INFO_CODE, c, 2)?;
            if !c.is_empty() {
                rdata::rest(cx, OPT_EXT_ERROR_EXTRA_TEXT, c)?;
            }
        }
        _ => (),
    }
    Ok(())
}

/// The client's network, RFC 7871: only the bytes that matter are there.
fn subnet<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let family = cx.u16(OPT_CLIENT_FAMILY, c)?;
    cx.field(OPT_CLIENT_NETMASK, c, 1)?;
    cx.field(OPT_CLIENT_SCOPE, c, 1)?;
    let n = c.left();
    let span = c.span(n);
    let bytes = c.bytes(n)?;
    let mut address = [0u8; 16];
    if n > 16 {
        cx.expert(RR_OPT_BAD_LENGTH, Item::NONE, span);
        return Ok(());
    }
    for (to, from) in address.iter_mut().zip(bytes) {
        *to = *from;
    }
    match family {
        1 => {
            let a = u32::from_be_bytes([address[0], address[1], address[2], address[3]]);
            cx.add(OPT_CLIENT_ADDR4, span, Value::U(u64::from(a)));
        }
        2 => _ = cx.add_bytes(OPT_CLIENT_ADDR6, span, &address),
        _ => _ = cx.add(OPT_CLIENT_ADDR, span, Value::Bytes(span)),
    }
    Ok(())
}

/// The elements of a stateful operation.
pub(super) fn stateful<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = cx.add(DSO, c.span(c.left()), Value::None);
    cx.under(all, |cx| -> Step {
        while c.left() >= 4 {
            let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
            let item = cx.add(DSO_TLV, c.span(4 + len), Value::None);
            cx.label(item, |o| _ = o.s("DSO TLV: ").s(DSO_TLV_TYPE_NAMES.or(u64::from(kind), "Unknown")));
            cx.under(item, |cx| -> Step {
                cx.field(DSO_TLV_TYPE, &mut c, 2)?;
                cx.field(DSO_TLV_LENGTH, &mut c, 2)?;
                let mut d = c.take_all(len)?;
                match kind {
                    1 => {
                        cx.field(DSO_TLV_KEEPALIVE_INACTIVITY, &mut d, 4)?;
                        cx.field(DSO_TLV_KEEPALIVE_INTERVAL, &mut d, 4)?;
                    }
                    2 => _ = cx.field(DSO_TLV_RETRYDELAY_RETRYDELAY, &mut d, 4)?,
                    3 => rdata::rest(cx, DSO_TLV_ENCPAD_PADDING, &mut d)?,
                    _ => rdata::rest(cx, DSO_TLV_DATA, &mut d)?,
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}
