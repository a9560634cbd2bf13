//! Timestamps that switches of Arista put before the type of a frame.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value, names, proto};

proto! {
    AVSP "avsp" "Arista Vendor Specific Protocol" "AVSP" Link
    on [Ether 0xd28b]
    fields {
        SUB_TYPE "avsp.sub_type" "Sub Type": U16 Dec = SUB_TYPE_NAMES;
        VER "avsp.ver" "Version": U16 Hex = VER_NAMES;
        N64TS "avsp.64ts" "Timestamp (TAI)": None;
        N64SEC "avsp.64sec" "Seconds": U32 Dec;
        N64NS "avsp.64ns" "Nanoseconds": U32 Dec;
        N48TS "avsp.48ts" "Timestamp (TAI)": None;
        N48SEC "avsp.48sec" "Seconds": U16 Dec;
        N48NS "avsp.48ns" "Nanoseconds": U32 Dec;
        ETYPE "avsp.etype" "Type": U16 Hex = super::ethertype::NAMES;
        TRAILER "avsp.trailer" "Trailer": Bytes;
    }
    experts {
        TS_UNKNOWN_VERSION "avsp.ts.unknown_version" Warn Sequence "Unknown timestamp version";
    }
}

names! {
    SUB_TYPE_NAMES {
        1 => "timestamp",
    }
    VER_NAMES {
        16 => "Version 1",
        32 => "Version 2",
        272 => "Version 11",
        288 => "Version 12",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("AVSP");
    cx.info_clear();
    let kind = cx.u16(SUB_TYPE, &mut c)?;
    if kind == 1 {
        let version = cx.u16(VER, &mut c)?;
        // The lower of the two bytes tells the width of the seconds, the upper one the clock.
        let utc = version >> 8 != 0;
        let (whole, rows): (Field, [(Field, usize); 2]) = match version & 0xff {
            0x10 => (N64TS, [(N64SEC, 4), (N64NS, 4)]),
            0x20 => (N48TS, [(N48SEC, 2), (N48NS, 4)]),
            _ => {
                cx.expert_with(TS_UNKNOWN_VERSION, Item::NONE, c.span(0), |o| {
                    o.s("Unknown timestamp version: ").hex(version, 0);
                });
                return Ok(());
            }
        };
        let item = cx.add(whole, c.span(rows[0].1 + 4), Value::None);
        if utc {
            cx.label(item, |o| _ = o.s("Timestamp (UTC)"));
        }
        cx.under(item, |cx| run(cx, &mut c, &rows))?;
    }
    let ethertype = cx.u16(ETYPE, &mut c)?;
    cx.proto_len(all.left() - c.left());
    super::ethertype::carry_padded(
        cx,
        ethertype,
        c,
        super::ethertype::Below { item: cx.proto_item(), trailer: TRAILER, all, fcs: Some(0) },
    )
}
