//! Cisco's Auto-RP: which rendezvous points serve which groups.

use requin_wire::{Cursor, Cx, Item, Sink, Step, names, proto};

proto! {
    AUTO_RP "auto_rp" "Cisco Auto-RP" "Auto-RP" App
    on [Udp 496]
    fields {
        VERSION "auto_rp.version" "Protocol version": U8 Dec & 0xf0 = VERSION_NAMES;
        TYPE "auto_rp.type" "Packet type": U8 Dec & 0xf = TYPE_NAMES;
        RP_COUNT "auto_rp.rp_count" "RP count": U8 Dec;
        GROUP_NUM "auto_rp.group_num" "Number of groups this RP maps to": U8 Dec;
        HOLDTIME "auto_rp.holdtime" "Holdtime": U16 Dec;
        PIM_VER "auto_rp.pim_ver" "Version": U8 Dec & 0x3 = PIM_VER_NAMES;
        RP_ADDR "auto_rp.rp_addr" "RP address": Ipv4;
        PREFIX_SIGN "auto_rp.prefix_sign" "Sign": U8 Dec & 0x1 = PREFIX_SIGN_NAMES;
        MASK_LEN "auto_rp.mask_len" "Mask length": U8 Dec;
        GROUP_PREFIX "auto_rp.group_prefix" "Prefix": Ipv4;
        RESERVED "auto_rp.reserved" "Reserved": U32 Hex;
        TRAILING_JUNK "auto_rp.trailing_junk" "Trailing junk": Bytes;
    }
}

names! {
    VERSION_NAMES {
        1 => "1 or 1+",
    }
    TYPE_NAMES {
        1 => "RP announcement", 2 => "RP mapping",
    }
    PIM_VER_NAMES {
        0 => "Version unknown", 1 => "Version 1", 2 => "Version 2", 3 => "Dual version 1 and 2",
    }
    PREFIX_SIGN_NAMES {
        0 => "Positive group prefix", 1 => "Negative group prefix",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Auto-RP");
    cx.info_clear();
    let (first, count) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let version = VERSION_NAMES.or(u64::from(first >> 4), "Unknown");
    let kind = TYPE_NAMES.or(u64::from(first & 15), "Unknown");
    cx.info(|o| {
        o.s(kind).s(" (v").s(version).s(") for ").u(count).s(if count == 1 { " RP" } else { " RPs" });
    });
    let line = cx.line(c.span(1), |o| _ = o.s("Version: ").s(version).s(", Packet type: ").s(kind));
    cx.under(line, |cx| -> Step {
        cx.peek(VERSION, &c, 1)?;
        cx.peek(TYPE, &c, 1).map(|_| ())
    })?;
    c.skip(1)?;
    cx.u8(RP_COUNT, &mut c)?;
    let hold = c.peek_u16(0)?;
    let item = cx.field(HOLDTIME, &mut c, 2)?;
    cx.append(item, |o| _ = o.s(if hold == 1 { " second" } else { " seconds" }));
    cx.u32(RESERVED, &mut c)?;
    for _ in 0..count {
        mapping(cx, &mut c)?;
    }
    if !c.is_empty() {
        let n = c.left();
        let junk = c;
        cx.at_top(|cx| cx.bytes(TRAILING_JUNK, &mut c, n).map(|_| ()))?;
        cx.ends_at(junk.pos());
    }
    Ok(())
}

fn mapping<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (rp, groups) = (c.peek_u32(0)?, c.peek_u8(5)?);
    // What is not whole is not shown at all.
    c.peek_bytes(0, 6 + 6 * usize::from(groups))?;
    let line = cx.line(c.span(6 + 6 * usize::from(groups)), |o| {
        o.s("RP ").ipv4(rp).s(": ").u(groups).s(if groups == 1 { " group" } else { " groups" });
    });
    cx.under(line, |cx| -> Step {
        cx.field(RP_ADDR, c, 4)?;
        cx.u8(PIM_VER, c)?;
        cx.u8(GROUP_NUM, c)?;
        for _ in 0..groups {
            group(cx, c)?;
        }
        Ok(())
    })
}

fn group<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (sign, len, prefix) = (c.peek_u8(0)?, c.peek_u8(1)?, c.peek_u32(2)?);
    let line: Item = cx.line(c.span(6), |o| {
        o.s("Group ").ipv4(prefix).s("/").u(len);
        o.s(" (").s(PREFIX_SIGN_NAMES.or(u64::from(sign & 1), "")).s(")");
    });
    cx.under(line, |cx| -> Step {
        cx.u8(PREFIX_SIGN, c)?;
        cx.u8(MASK_LEN, c)?;
        cx.field(GROUP_PREFIX, c, 4).map(|_| ())
    })
}
