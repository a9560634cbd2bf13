//! Babel routing protocol, RFC 8966: the packet's header and the TLVs it holds.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    BABEL "babel" "Babel Routing Protocol" "Babel" App
    on [Udp 6696]
    fields {
        MAGIC "babel.magic" "Magic": U8 Dec;
        VERSION "babel.version" "Version": U8 Dec;
        BODYLEN "babel.bodylen" "Body Length": U16 Dec;
        MESSAGE "babel.message" "Message": U8 Dec;
        MESSAGE_TYPE "babel.message.type" "Message Type": U8 Dec = MESSAGE_TYPE_NAMES;
        MESSAGE_LENGTH "babel.message.length" "Message Length": U8 Dec;
        MESSAGE_NONCE "babel.message.nonce" "Nonce": U16 Hex;
        MESSAGE_INTERVAL "babel.message.interval" "Interval": U16 Dec;
        MESSAGE_SEQNO "babel.message.seqno" "Seqno": U16 Hex;
        MESSAGE_AE "babel.message.ae" "Address Encoding": U8 Dec = MESSAGE_AE_NAMES;
        MESSAGE_PREFIX "babel.message.prefix" "Raw Prefix": Bytes;
        MESSAGE_RXCOST "babel.message.rxcost" "Rxcost": U16 Hex;
        MESSAGE_ROUTERID "babel.message.routerid" "Router ID": Bytes;
        MESSAGE_FLAGS "babel.message.flags" "Flags": U8 Hex;
        MESSAGE_PLEN "babel.message.plen" "Prefix Length": U8 Dec;
        MESSAGE_OMITTED "babel.message.omitted" "Omitted Bytes": U8 Dec;
        MESSAGE_METRIC "babel.message.metric" "Metric": U16 Dec;
        MESSAGE_HOPCOUNT "babel.message.hopcount" "Hop Count": U8 Dec;
        MESSAGE_INDEX "babel.message.index" "Index": U32 Dec;
        SUBTLV "babel.subtlv" "Sub-TLV": U8 Dec;
        SUBTLV_TYPE "babel.subtlv.type" "Sub-TLV Type": U8 Dec = SUBTLV_TYPE_NAMES;
        SUBTLV_LENGTH "babel.subtlv.length" "Sub-TLV Length": U8 Dec = SUBTLV_TYPE_NAMES;
        SUBTLV_DIVERSITY_CHANNEL "babel.subtlv.diversity.channel" "Channel": U8 Dec;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        0 => "pad1", 1 => "padn", 2 => "ack-req", 3 => "ack", 4 => "hello", 5 => "ihu", 6 => "router-id", 7 => "nh", 8 => "update", 9 => "request", 10 => "mh-request", 11 => "ts/pc (obsolete)", 12 => "hmac", 13 => "source-specific-update", 14 => "source-specific-req", 15 => "source-specific-seqno", 16 => "hmac", 17 => "pc", 18 => "challenge-request", 19 => "challenge-reply",
    }
    MESSAGE_AE_NAMES {
        0 => "Wildcard", 1 => "IPv4", 2 => "IPv6", 3 => "Link-Local IPv6",
    }
    SUBTLV_TYPE_NAMES {
        0 => "sub-pad1", 1 => "sub-padn", 2 => "diversity", 3 => "timestamp",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Babel");
    cx.info(|o| _ = o.s("Babel"));
    cx.u8(MAGIC, &mut c)?;
    cx.u8(VERSION, &mut c)?;
    let len = cx.u16(BODYLEN, &mut c)?;
    let mut body = c.take(usize::from(len));
    messages(cx, &mut body)?;
    if c.is_empty() {
        return Ok(());
    }
    // A trailer may hold TLVs that are not signed.
    let left = c.left();
    let line = cx.line(c.span(left), |o| _ = o.s("Packet Trailer (").u(left as u64).s(")"));
    cx.under(line, |cx| messages(cx, &mut c))
}

fn messages<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut kept = Kept::default();
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let name = MESSAGE_TYPE_NAMES.or(u64::from(kind), "unknown");
        // Only the byte that pads has no length.
        let len = if kind == 0 { 0 } else { usize::from(c.peek_u8(1)?) + 1 };
        cx.info_add(|o| _ = o.c(b' ').s(name));
        let item = cx.add(MESSAGE, c.span(1 + len), Value::U(kind.into()));
        cx.label(item, |o| _ = o.s("Message ").s(name).s(" (").u(kind).s(")"));
        let mut m = c.take_all(1 + len)?;
        cx.under(item, |cx| -> Step {
            cx.u8(MESSAGE_TYPE, &mut m)?;
            if kind != 0 {
                cx.u8(MESSAGE_LENGTH, &mut m)?;
                message(cx, kind, &mut m, &mut kept)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Prefixes that later ones may leave the beginning of out, of IPv4 and of IPv6.
type Kept = [[u8; 16]; 2];

fn message<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>, kept: &mut Kept) -> Step {
    match kind {
        2 => {
            c.skip(2)?;
            cx.u16(MESSAGE_NONCE, c)?;
            cx.u16(MESSAGE_INTERVAL, c)?;
        }
        3 => _ = cx.u16(MESSAGE_NONCE, c)?,
        4 => {
            let unicast = c.peek_u8(0)? >> 7;
            cx.line(c.span(2), |o| _ = o.s("Unicast : ").u(unicast));
            c.skip(2)?;
            cx.u16(MESSAGE_SEQNO, c)?;
            cx.u16(MESSAGE_INTERVAL, c)?;
        }
        5 => {
            let from = *c;
            let ae = c.peek_u8(0)?;
            c.skip(2)?;
            cx.u16(MESSAGE_RXCOST, c)?;
            cx.u16(MESSAGE_INTERVAL, c)?;
            address(cx, "Address: ", &from, ae, c)?;
        }
        6 => {
            c.skip(2)?;
            cx.bytes(MESSAGE_ROUTERID, c, 8)?;
        }
        7 => {
            let from = *c;
            let ae = c.peek_u8(0)?;
            c.skip(2)?;
            address(cx, "NH: ", &from, ae, c)?;
        }
        8 => {
            let h = *c.peek_array::<10>()?;
            cx.peek_at(MESSAGE_FLAGS, c, 1, 1)?;
            cx.peek_at(MESSAGE_INTERVAL, c, 4, 2)?;
            cx.peek_at(MESSAGE_SEQNO, c, 6, 2)?;
            cx.peek_at(MESSAGE_METRIC, c, 8, 2)?;
            let before = kept.get_mut(usize::from(h[0] == 2));
            prefix(cx, c, h[0], h[2], Some(h[3]), 10, before.filter(|_| matches!(h[0], 1 | 2)))?;
        }
        9 => {
            let h = *c.peek_array::<2>()?;
            prefix(cx, c, h[0], h[1], None, 2, None)?;
        }
        10 => {
            let h = *c.peek_array::<14>()?;
            cx.peek_at(MESSAGE_SEQNO, c, 2, 2)?;
            cx.peek_at(MESSAGE_HOPCOUNT, c, 4, 1)?;
            cx.peek_at(MESSAGE_ROUTERID, c, 6, 8)?;
            prefix(cx, c, h[0], h[1], None, 14, None)?;
        }
        17 => {
            cx.u32(MESSAGE_INDEX, c)?;
            return Ok(());
        }
        _ => return Ok(()),
    }
    sub_tlvs(cx, c)
}

/// How many bytes an address of an encoding has.
fn width(ae: u8) -> usize {
    match ae {
        1 => 4,
        2 => 16,
        3 => 8,
        _ => 0,
    }
}

/// An address: how it is encoded stands in `from`.
fn address<S: Sink>(cx: &mut Cx<'_, S>, name: &str, from: &Cursor<'_>, ae: u8, c: &mut Cursor<'_>) -> Step {
    let n = width(ae).min(c.left());
    let bytes = c.peek_bytes(0, n)?;
    let line = cx.line(c.span(n), |o| {
        o.s(name);
        write(o, ae, bytes);
    });
    cx.under(line, |cx| -> Step {
        cx.peek(MESSAGE_AE, from, 1)?;
        raw(cx, MESSAGE_PREFIX, c, n)
    })
}

fn raw<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, n: usize) -> Step {
    cx.bytes(field, c, n).map(|_| ())
}

fn write(o: &mut requin_wire::Out<'_>, ae: u8, bytes: &[u8]) {
    let mut all = [0u8; 16];
    let at = if ae == 3 { 8 } else { 0 };
    if ae == 3 {
        all[0] = 0xfe;
        all[1] = 0x80;
    }
    for (to, from) in all.iter_mut().skip(at).zip(bytes) {
        *to = *from;
    }
    match ae {
        1 => _ = o.ipv4(u32::from_be_bytes([all[0], all[1], all[2], all[3]])),
        2 | 3 => _ = o.ipv6(&all),
        _ => _ = o.s("(none)"),
    }
}

/// A prefix: its encoding, its length in bits, how many bytes are those of the prefix before, and the rest of its bytes.
fn prefix<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    ae: u8,
    plen: u8,
    omitted: Option<u8>,
    head: usize,
    kept: Option<&mut [u8; 16]>,
) -> Step {
    const KEEPS: u8 = 0x80;
    let from = *c;
    let at = if omitted.is_some() { 2 } else { 1 };
    c.skip(head)?;
    let n = usize::from(plen).div_ceil(8).saturating_sub(usize::from(omitted.unwrap_or(0)));
    let n = if ae == 0 { 0 } else { n.min(16) };
    let bytes = c.peek_bytes(0, n)?;
    // What is left out stands in an earlier TLV that said it would be used so.
    let mut all = [0; 16];
    let left_out = usize::from(omitted.unwrap_or(0)).min(16);
    if let Some(kept) = &kept {
        all.iter_mut().zip(kept.iter()).take(left_out).for_each(|(to, from)| *to = *from);
    }
    all.iter_mut().skip(left_out).zip(bytes).for_each(|(to, from)| *to = *from);
    if let Some(kept) = kept
        && from.peek_u8(1)? & KEEPS != 0
    {
        *kept = all;
    }
    let line = cx.line(c.span(n), |o| {
        o.s("Prefix: ");
        write(o, ae, if ae == 3 { bytes } else { &all });
        o.s("/").u(plen);
    });
    cx.under(line, |cx| -> Step {
        cx.peek(MESSAGE_AE, &from, 1)?;
        cx.peek_at(MESSAGE_PLEN, &from, at, 1)?;
        if omitted.is_some() {
            cx.peek_at(MESSAGE_OMITTED, &from, 3, 1)?;
        }
        raw(cx, MESSAGE_PREFIX, c, n)
    })
}

/// What follows the fields of a TLV.
fn sub_tlvs<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let name = SUBTLV_TYPE_NAMES.or(u64::from(kind), "unknown");
        let len = if kind == 0 { 0 } else { usize::from(c.peek_u8(1)?) + 1 };
        let item = cx.add(SUBTLV, c.span(1 + len), Value::U(kind.into()));
        cx.label(item, |o| _ = o.s("Sub TLV ").s(name).s(" (").u(kind).s(")"));
        let mut one = c.take_all(1 + len)?;
        cx.under(item, |cx| -> Step {
            cx.u8(SUBTLV_TYPE, &mut one)?;
            if kind == 0 {
                return Ok(());
            }
            cx.u8(SUBTLV_LENGTH, &mut one)?;
            match kind {
                2 => {
                    while !one.is_empty() {
                        cx.u8(SUBTLV_DIVERSITY_CHANNEL, &mut one)?;
                    }
                }
                3 => {
                    let both = one.left() >= 8;
                    for name in ["Timestamp", "Timestamp receive"] {
                        if one.left() < 4 {
                            break;
                        }
                        let micros = one.peek_u32(0)?;
                        let name = match name {
                            "Timestamp" if both => "Timestamp origin : ",
                            "Timestamp" => "Timestamp : ",
                            _ => "Timestamp receive: ",
                        };
                        cx.line(one.span(4), |o| {
                            o.s(name).u(micros / 1_000_000).s(".").u0(micros % 1_000_000, 6).s("s");
                        });
                        one.skip(4)?;
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}
