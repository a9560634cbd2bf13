//! Optimized link state routing, RFC 3626, with the messages of olsr.org and NRL.

use crate::common::run;
use requin_wire::{AddrKind, Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    OLSR "olsr" "Optimized Link State Routing Protocol" "OLSR" App
    on [Udp 698]
    fields {
        PACKET_LEN "olsr.packet_len" "Packet Length": U16 Dec;
        PACKET_SEQ_NUM "olsr.packet_seq_num" "Packet Sequence Number": U16 Dec;
        MESSAGE "olsr.message" "Message": Bytes;
        MESSAGE_TYPE "olsr.message_type" "Message Type": U8 Dec = MESSAGE_TYPE_NAMES;
        MESSAGE_SIZE "olsr.message_size" "Message": U16 Dec;
        MESSAGE_SEQ_NUM "olsr.message_seq_num" "Message Sequence Number": U16 Dec;
        VTIME "olsr.vtime" "Validity Time": F64;
        ANSN "olsr.ansn" "Advertised Neighbor Sequence Number (ANSN)": U16 Dec;
        HTIME "olsr.htime" "Hello Emission Interval": F64;
        WILLINGNESS "olsr.willingness" "Willingness to forward messages": U8 Dec = WILLINGNESS_NAMES;
        TTL "olsr.ttl" "TTL": U8 Dec;
        LINK_TYPE "olsr.link_type" "Link Type": U8 Dec = LINK_TYPE_NAMES;
        LINK_MESSAGE_SIZE "olsr.link_message_size" "Link Message Size": U16 Dec;
        HOP_COUNT "olsr.hop_count" "Hop Count": U8 Dec;
        NEIGHBOR "olsr.neighbor" "Neighbor Address": Bytes;
        ORIGIN_ADDR "olsr.origin_addr" "Originator Address": Ipv4;
        NEIGHBOR_ADDR "olsr.neighbor_addr" "Neighbor Address": Ipv4;
        NETWORK_ADDR "olsr.network_addr" "Network Address": Ipv4;
        INTERFACE_ADDR "olsr.interface_addr" "Interface Address": Ipv4;
        NETMASK "olsr.netmask" "Netmask": Ipv4;
        ORIGIN6_ADDR "olsr.origin6_addr" "Originator Address": Ipv6;
        NEIGHBOR6_ADDR "olsr.neighbor6_addr" "Neighbor Address": Ipv6;
        NETWORK6_ADDR "olsr.network6_addr" "Network Address": Ipv6;
        INTERFACE6_ADDR "olsr.interface6_addr" "Interface Address": Ipv6;
        NETMASK6 "olsr.netmask6" "Netmask": Ipv6;
        DATA "olsr.data" "Data": Bytes;
        LQ "olsr.lq" "LQ": U8 Dec;
        NLQ "olsr.nlq" "NLQ": U8 Dec;
        NS "olsr.ns" "Nameservice": Bytes;
        NS_VERSION "olsr.ns.version" "Version": U16 Dec;
        NS_COUNT "olsr.ns.count" "Count": U16 Dec;
        NS_TYPE "olsr.ns.type" "Message Type": U16 Dec = NS_TYPE_NAMES;
        NS_LENGTH "olsr.ns.length" "Length": U16 Dec;
        NS_IP "olsr.ns.ip" "Address": Ipv4;
        NS_IP6 "olsr.ns.ip6" "Address": Ipv6;
        NS_CONTENT "olsr.ns.content" "Content": Str;
        NRL_MINMAX "olsr.nrl.minmax" "NRL MINMAX": U8 Dec;
        NRL_SPF "olsr.nrl.spf" "NRL SPF": U8 Dec;
    }
    experts {
        NOT_ENOUGH_BYTES "olsr.not_enough_bytes" Error Malformed "Not enough bytes for field";
        NS_VERSION_UNKNOWN "olsr.ns.version.unknown" Warn Protocol "Unknown nameservice protocol version";
        DATA_MISALIGNED "olsr.data.misaligned" Warn Protocol "Must be aligned on 32 bits";
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        1 => "HELLO",
        2 => "TC",
        3 => "MID",
        4 => "HNA",
        130 => "Nameservice (olsr.org)",
        201 => "HELLO (LQ, olsr.org)",
        202 => "TC (LQ, olsr.org)",
        241 => "TC (LQ, nrlolsr)",
    }
    WILLINGNESS_NAMES {
        0 => "never",
        7 => "always",
    }
    LINK_TYPE_NAMES {
        0 => "Unspecified Link",
        1 => "Asymmetric Link",
        3 => "Lost Link",
        5 => "Pending Link",
        6 => "Symmetric Link",
        10 => "MPR Link",
    }
    NS_TYPE_NAMES {
        0 => "HOST",
        1 => "FORWARDER",
        2 => "SERVICE",
        3 => "LATLON",
    }
}

const HELLO: u8 = 1;
const TC: u8 = 2;
const MID: u8 = 3;
const HNA: u8 = 4;
const NAMES_OF_HOSTS: u8 = 130;
const HELLO_QUALITY: u8 = 201;
const TC_QUALITY: u8 = 202;
const TC_NRL: u8 = 241;

/// Fields that hold addresses: of IPv4, and of IPv6.
type Pair = [Field; 2];
const NEIGHBOURS: Pair = [NEIGHBOR_ADDR, NEIGHBOR6_ADDR];

/// How many bytes an address has.
#[derive(Clone, Copy)]
struct Size(usize);

impl Size {
    fn of(self, pair: Pair) -> Field {
        if self.0 == 4 { pair[0] } else { pair[1] }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("OLSR v1");
    let six = cx.out.columns.src.kind == AddrKind::Ipv6;
    let size = Size(if six { 16 } else { 4 });
    let len = c.peek_u16(0)?;
    cx.info(|o| {
        o.s("OLSR (").s(if six { "IPv6" } else { "IPv4" }).s(") Packet,  Length: ").u(len).s(" Bytes");
    });
    run(cx, &mut c, &[(PACKET_LEN, 2), (PACKET_SEQ_NUM, 2)])?;
    let mut c = c.take(usize::from(len).saturating_sub(4));
    let head = size.0 + 8;
    while c.left() > head {
        let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u16(2)?).max(head));
        let span = c.span(len);
        let item = cx.add(MESSAGE, span, Value::Bytes(span));
        cx.label(item, |o| {
            o.s("Message: ").s(MESSAGE_TYPE_NAMES.or(kind.into(), "UNKNOWN")).s(" (").u(kind).s(")");
        });
        let mut one = c.take(len);
        cx.under(item, |cx| message(cx, kind, size, &mut one))?;
    }
    Ok(())
}

/// A time of four bits mantissa and four bits exponent, in units of a sixteenth of a second.
fn time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, name: &str) -> Step {
    let b = c.peek_u8(0)?;
    let seconds = (1.0 + f64::from(b >> 4) / 16.0) * f64::from(1u32 << (b & 0xf)) / 16.0;
    let item = cx.add(field, c.span(1), Value::F(seconds));
    cx.label(item, |o| {
        use std::fmt::Write;
        _ = write!(o, "{name}: {seconds:.3} (in seconds)");
    });
    c.skip(1)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, size: Size, c: &mut Cursor<'_>) -> Step {
    cx.u8(MESSAGE_TYPE, c)?;
    time(cx, c, VTIME, "Validity Time")?;
    cx.u16(MESSAGE_SIZE, c)?;
    cx.field(size.of([ORIGIN_ADDR, ORIGIN6_ADDR]), c, size.0)?;
    run(cx, c, &[(TTL, 1), (HOP_COUNT, 1), (MESSAGE_SEQ_NUM, 2)])?;
    match kind {
        HELLO | HELLO_QUALITY => hello(cx, c, size, kind == HELLO_QUALITY),
        TC | TC_QUALITY => {
            cx.u16(ANSN, c)?;
            c.skip(2)?;
            if kind == TC { addresses(cx, c, size, NEIGHBOURS) } else { qualities(cx, c, size) }
        }
        MID => addresses(cx, c, size, [INTERFACE_ADDR, INTERFACE6_ADDR]),
        HNA => {
            while c.left() >= 2 * size.0 {
                cx.field(size.of([NETWORK_ADDR, NETWORK6_ADDR]), c, size.0)?;
                cx.field(size.of([NETMASK, NETMASK6]), c, size.0)?;
            }
            short(cx, c);
            Ok(())
        }
        NAMES_OF_HOSTS => names_of_hosts(cx, c, size),
        TC_NRL => {
            cx.u16(ANSN, c)?;
            c.skip(2)?;
            // One byte each for every neighbour stands behind all of them, filled up to four.
            let mut n = c.left() / (size.0 + 2);
            while n > 0 && n * size.0 + 2 * n.div_ceil(4) * 4 > c.left() {
                n -= 1;
            }
            let n = n.max(usize::from(c.left() >= size.0 + 2));
            let mut listed = c.take(n * size.0);
            addresses(cx, &mut listed, size, NEIGHBOURS)?;
            for _ in 0..n.min(c.left() / 2) {
                run(cx, c, &[(NRL_MINMAX, 1), (NRL_SPF, 1)])?;
            }
            Ok(())
        }
        _ => {
            if !c.left().is_multiple_of(4) {
                cx.expert(DATA_MISALIGNED, cx.proto_item(), c.span(0));
            }
            let n = c.left();
            let item = cx.field(DATA, c, n)?;
            cx.label(item, |o| _ = o.s("Data (").u(n as u64).s(" bytes)"));
            Ok(())
        }
    }
}

/// Says that bytes are left which are no whole address.
fn short<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    if !c.is_empty() {
        cx.expert_with(NOT_ENOUGH_BYTES, cx.proto_item(), c.span(0), |o| {
            o.s("Not enough bytes for last address");
        });
    }
}

fn addresses<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, size: Size, pair: Pair) -> Step {
    while c.left() >= size.0 {
        cx.field(size.of(pair), c, size.0)?;
    }
    short(cx, c);
    Ok(())
}

/// Neighbours with the qualities of the links to and from them.
fn qualities<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, size: Size) -> Step {
    let all = size.0 + 4;
    while c.left() >= all {
        let address = c.peek_bytes(0, size.0)?;
        let (to, from) = (c.peek_u8(size.0)?, c.peek_u8(size.0 + 1)?);
        let item = cx.add(NEIGHBOR, c.span(all), Value::Bytes(c.span(all)));
        cx.label(item, |o| {
            o.s("Neighbor Address: ");
            match <[u8; 4]>::try_from(address) {
                Ok(four) => _ = o.ipv4(u32::from_be_bytes(four)),
                Err(_) => _ = o.ipv6(address),
            }
            o.s(" (").u(to).s("/").u(from).s(")");
        });
        cx.under(item, |cx| -> Step {
            cx.field(size.of(NEIGHBOURS), c, size.0)?;
            run(cx, c, &[(LQ, 1), (NLQ, 1)])?;
            c.skip(2)
        })?;
    }
    short(cx, c);
    Ok(())
}

fn hello<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, size: Size, quality: bool) -> Step {
    c.skip(2)?;
    time(cx, c, HTIME, "Hello Emission Interval")?;
    cx.u8(WILLINGNESS, c)?;
    while c.left() >= 4 {
        let len = usize::from(c.peek_u16(2)?).max(4);
        let item = cx.peek(LINK_TYPE, c, 1)?;
        let mut one = c.take(len);
        cx.under(item, |cx| -> Step {
            one.skip(2)?;
            cx.u16(LINK_MESSAGE_SIZE, &mut one)?;
            if quality { qualities(cx, &mut one, size) } else { addresses(cx, &mut one, size, NEIGHBOURS) }
        })?;
    }
    Ok(())
}

fn names_of_hosts<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, size: Size) -> Step {
    if c.left() < 4 {
        short(cx, c);
        return Ok(());
    }
    let version = c.peek_u16(0)?;
    let item = cx.field(NS_VERSION, c, 2)?;
    if version > 1 {
        cx.expert_with(NS_VERSION_UNKNOWN, item, c.span(0), |o| {
            o.s("Unknown nameservice protocol version ").u(version);
        });
    }
    let count = cx.u16(NS_COUNT, c)?;
    for _ in 0..count {
        if c.left() < 20 {
            break;
        }
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        // An address takes 16 bytes whatever its kind; texts are filled up to four.
        let whole = 20 + len.div_ceil(4) * 4;
        let item = cx.add(NS, c.span(whole), Value::Bytes(c.span(whole)));
        cx.label(item, |o| {
            o.s("Nameservice: ").s(NS_TYPE_NAMES.or(kind.into(), "UNKNOWN")).s(" (").u(kind).s(")");
        });
        let mut one = c.take(whole);
        cx.under(item, |cx| -> Step {
            run(cx, &mut one, &[(NS_TYPE, 2), (NS_LENGTH, 2)])?;
            cx.peek(size.of([NS_IP, NS_IP6]), &one, size.0)?;
            one.skip(16)?;
            cx.bytes(NS_CONTENT, &mut one, len).map(|_| ())
        })?;
    }
    Ok(())
}
