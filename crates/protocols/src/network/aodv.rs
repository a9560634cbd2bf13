//! Ad hoc on-demand distance vector routing, RFC 3561, and its draft for IPv6.

use crate::common::{SET, run};
use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

proto! {
    AODV "aodv" "Ad hoc On-demand Distance Vector Routing Protocol" "AODV" App
    on [Udp 654]
    fields {
        TYPE "aodv.type" "Type": U8 Dec = TYPE_NAMES;
        FLAGS "aodv.flags" "Flags": U16 Dec;
        FLAGS_RREQ_JOIN "aodv.flags.rreq_join" "RREQ Join": Bool(16) & 0x8000 = SET;
        FLAGS_RREQ_REPAIR "aodv.flags.rreq_repair" "RREQ Repair": Bool(16) & 0x4000 = SET;
        FLAGS_RREQ_GRATUITOUS "aodv.flags.rreq_gratuitous" "RREQ Gratuitous RREP": Bool(16) & 0x2000 = SET;
        FLAGS_RREQ_DESTINATIONONLY "aodv.flags.rreq_destinationonly" "RREQ Destination only": Bool(16) & 0x1000 = SET;
        FLAGS_RREQ_UNKNOWN "aodv.flags.rreq_unknown" "RREQ Unknown Sequence Number": Bool(16) & 0x800 = SET;
        FLAGS_RREP_REPAIR "aodv.flags.rrep_repair" "RREP Repair": Bool(16) & 0x8000 = SET;
        FLAGS_RREP_ACK "aodv.flags.rrep_ack" "RREP Acknowledgement": Bool(16) & 0x4000 = SET;
        FLAGS_RERR_NODELETE "aodv.flags.rerr_nodelete" "RERR No Delete": Bool(16) & 0x8000 = SET;
        PREFIX_SZ "aodv.prefix_sz" "Prefix Size": U8 Dec;
        HOPCOUNT "aodv.hopcount" "Hop Count": U8 Dec;
        RREQ_ID "aodv.rreq_id" "RREQ Id": U32 Dec;
        DEST_IP "aodv.dest_ip" "Destination IP": Ipv4;
        DEST_IPV6 "aodv.dest_ipv6" "Destination IPv6": Ipv6;
        DEST_SEQNO "aodv.dest_seqno" "Destination Sequence Number": U32 Dec;
        ORIG_IP "aodv.orig_ip" "Originator IP": Ipv4;
        ORIG_IPV6 "aodv.orig_ipv6" "Originator IPv6": Ipv6;
        ORIG_SEQNO "aodv.orig_seqno" "Originator Sequence Number": U32 Dec;
        LIFETIME "aodv.lifetime" "Lifetime": U32 Dec;
        DESTCOUNT "aodv.destcount" "Destination Count": U8 Dec;
        UNREACH_DEST_IP "aodv.unreach_dest_ip" "Unreachable Destination IP": Ipv4;
        UNREACH_DEST_IPV6 "aodv.unreach_dest_ipv6" "Unreachable Destination IPv6": Ipv6;
        EXT_TYPE "aodv.ext_type" "Extension Type": U8 Dec = EXT_TYPE_NAMES;
        EXT_LENGTH "aodv.ext_length" "Extension Length": U8 Dec;
        HELLO_INTERVAL "aodv.hello_interval" "Hello Interval": U32 Dec;
        TIMESTAMP "aodv.timestamp" "Timestamp": U64 Dec;
    }
    experts {
        EXT_LENGTH_INVALID "aodv.ext_length.invalid" Error Malformed "Invalid option length";
    }
}

names! {
    TYPE_NAMES {
        1 => "Route Request",
        2 => "Route Reply",
        3 => "Route Error",
        4 => "Route Reply Acknowledgment",
        16 => "draft-perkins-manet-aodv6-01 IPv6 Route Request",
        17 => "draft-perkins-manet-aodv6-01 IPv6 Route Reply",
        18 => "draft-perkins-manet-aodv6-01 IPv6 Route Error",
        19 => "draft-perkins-manet-aodv6-01 IPv6 Route Reply Acknowledgment",
    }
    EXT_TYPE_NAMES {
        1 => "None",
        2 => "Hello Interval",
        3 => "Timestamp",
    }
}

const REQUEST: u8 = 1;
const REPLY: u8 = 2;
const ERROR: u8 = 3;
const REQUEST6: u8 = 16;
const REPLY6: u8 = 17;
const ERROR6: u8 = 18;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    let Some(name) = TYPE_NAMES.find(kind.into()) else { return Err(requin_wire::Stop::NotMine) };
    cx.protocol("AODV");
    cx.info_clear();
    cx.info(|o| _ = o.s(name));
    cx.proto_append(|o| _ = o.s(", ").s(name));
    cx.u8(TYPE, &mut c)?;
    match kind {
        REQUEST | REQUEST6 => request(cx, &mut c, kind == REQUEST6)?,
        REPLY | REPLY6 => reply(cx, &mut c, kind == REPLY6)?,
        ERROR | ERROR6 => return error(cx, &mut c, kind == ERROR6),
        _ => return Ok(()),
    }
    extensions(cx, &mut c)
}

/// Flags of a message; those that are set are named behind the number.
fn flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, bits: &[(Field, u64, &str)]) -> Step {
    let raw = u64::from(c.peek_u16(0)?);
    let item = cx.peek(FLAGS, c, 2)?;
    cx.append(item, |o| {
        for (_, _, name) in bits.iter().filter(|b| raw & b.1 != 0) {
            o.s(", ").s(name);
        }
    });
    cx.under(item, |cx| -> Step {
        for (field, _, _) in bits {
            cx.peek(*field, c, 2)?;
        }
        Ok(())
    })
}

/// Destination and originator, at the given places, for the column and the protocol's line.
fn ends<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, at: [usize; 2], six: bool) -> Step {
    let size = if six { 16 } else { 4 };
    let (to, from) = (c.peek_bytes(at[0], size)?, c.peek_bytes(at[1], size)?);
    let write = |o: &mut requin_wire::Out<'_>, b: &[u8]| match <[u8; 4]>::try_from(b) {
        Ok(four) => _ = o.ipv4(u32::from_be_bytes(four)),
        Err(_) => _ = o.ipv6(b),
    };
    cx.info_add(|o| {
        o.s(", D: ");
        write(o, to);
        o.s(", O: ");
        write(o, from);
    });
    cx.proto_append(|o| {
        o.s(", Dest IP: ");
        write(o, to);
        o.s(", Orig IP: ");
        write(o, from);
    });
    Ok(())
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, six: bool) -> Step {
    flags(
        cx,
        c,
        &[
            (FLAGS_RREQ_JOIN, 0x8000, "RREQ Join"),
            (FLAGS_RREQ_REPAIR, 0x4000, "RREQ Repair"),
            (FLAGS_RREQ_GRATUITOUS, 0x2000, "RREQ Gratuitous RREP"),
            (FLAGS_RREQ_DESTINATIONONLY, 0x1000, "RREQ Destination only"),
            (FLAGS_RREQ_UNKNOWN, 0x0800, "RREQ Unknown Sequence Number"),
        ],
    )?;
    c.skip(2)?;
    let (hops, id) = (c.peek_u8(0)?, c.peek_u32(1)?);
    run(cx, c, &[(HOPCOUNT, 1), (RREQ_ID, 4)])?;
    let (to, from);
    if six {
        // The draft has both numbers before both addresses.
        ends(cx, c, [8, 24], true)?;
        (to, from) = (c.peek_u32(0)?, c.peek_u32(4)?);
        run(cx, c, &[(DEST_SEQNO, 4), (ORIG_SEQNO, 4), (DEST_IPV6, 16), (ORIG_IPV6, 16)])?;
    } else {
        ends(cx, c, [0, 8], false)?;
        (to, from) = (c.peek_u32(4)?, c.peek_u32(12)?);
        run(cx, c, &[(DEST_IP, 4), (DEST_SEQNO, 4), (ORIG_IP, 4), (ORIG_SEQNO, 4)])?;
    }
    cx.info_add(|o| {
        o.s(" Id=").u(id).s(" Hcnt=").u(hops).s(" DSN=").u(to).s(" OSN=").u(from);
    });
    Ok(())
}

fn reply<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, six: bool) -> Step {
    flags(
        cx,
        c,
        &[(FLAGS_RREP_REPAIR, 0x8000, "RREP Repair"), (FLAGS_RREP_ACK, 0x4000, "RREP Acknowledgement")],
    )?;
    c.skip(1)?;
    let size = c.peek_u8(0)? & 0x1f;
    cx.add(PREFIX_SZ, c.span(1), requin_wire::Value::U(size.into()));
    c.skip(1)?;
    let hops = cx.u8(HOPCOUNT, c)?;
    let number;
    if six {
        ends(cx, c, [4, 20], true)?;
        number = c.peek_u32(0)?;
        run(cx, c, &[(DEST_SEQNO, 4), (DEST_IPV6, 16), (ORIG_IPV6, 16)])?;
    } else {
        ends(cx, c, [0, 8], false)?;
        number = c.peek_u32(4)?;
        run(cx, c, &[(DEST_IP, 4), (DEST_SEQNO, 4), (ORIG_IP, 4)])?;
    }
    let life = cx.u32(LIFETIME, c)?;
    cx.proto_append(|o| _ = o.s(", Lifetime=").u(life));
    cx.info_add(|o| {
        o.s(" Hcnt=").u(hops).s(" DSN=").u(number).s(" Lifetime=").u(life);
    });
    Ok(())
}

fn error<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, six: bool) -> Step {
    flags(cx, c, &[(FLAGS_RERR_NODELETE, 0x8000, "RERR No Delete")])?;
    c.skip(2)?;
    let n = cx.u8(DESTCOUNT, c)?;
    cx.info_add(|o| _ = o.s(", Dest Count=").u(n));
    let size = if six { 20 } else { 8 };
    let line = cx.line(c.span(size * usize::from(n)), |o| _ = o.s("Unreachable Destinations"));
    cx.under(line, |cx| -> Step {
        for _ in 0..n {
            if six {
                run(cx, c, &[(DEST_SEQNO, 4), (UNREACH_DEST_IPV6, 16)])?;
            } else {
                run(cx, c, &[(UNREACH_DEST_IP, 4), (DEST_SEQNO, 4)])?;
            }
        }
        Ok(())
    })
}

fn extensions<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let len = usize::from(c.peek_u8(1)?);
        let kind = c.peek_u8(0)?;
        let line = cx.line(c.span(2 + len), |o| _ = o.s("Extensions"));
        let mut one = c.take(2 + len);
        cx.under(line, |cx| -> Step {
            cx.u8(EXT_TYPE, &mut one)?;
            let item = cx.field(EXT_LENGTH, &mut one, 1)?;
            cx.append(item, |o| _ = o.s(" bytes"));
            if len == 0 {
                cx.expert(EXT_LENGTH_INVALID, item, one.span(0));
                return Ok(());
            }
            match kind {
                2 => _ = cx.u32(HELLO_INTERVAL, &mut one)?,
                3 => _ = cx.u64(TIMESTAMP, &mut one)?,
                _ => {}
            }
            Ok(())
        })?;
        if len == 0 {
            break;
        }
    }
    Ok(())
}
