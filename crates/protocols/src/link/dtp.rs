//! Dynamic Trunk Protocol, by which switches of Cisco agree on trunks.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    DTP "dtp" "Dynamic Trunk Protocol" "DTP" Link
    on [Snap 0x00000c2004]
    fields {
        VERSION "dtp.version" "Version": U8 Dec;
        TLV_TYPE "dtp.tlv_type" "Type": U16 Hex = TLV_TYPE_NAMES;
        TLV_LEN "dtp.tlv_len" "Length": U16 Dec;
        DOMAIN "dtp.domain" "Domain": Str;
        TOS "dtp.tos" "Trunk Operating Status": U8 Hex & 0x80 = TOS_NAMES;
        TAS "dtp.tas" "Trunk Administrative Status": U8 Hex & 0x7 = TAS_NAMES;
        TOT "dtp.tot" "Trunk Operating Type": U8 Hex & 0xe0 = TOT_NAMES;
        TAT "dtp.tat" "Trunk Administrative Type": U8 Hex & 0x7 = TAT_NAMES;
        SENDERID "dtp.senderid" "Sender ID": Ether;
        DATA "dtp.data" "Data": Ether;
    }
}

names! {
    TLV_TYPE_NAMES {
        1 => "Domain",
        2 => "Trunk Status",
        3 => "Trunk Type",
        4 => "Sender ID",
    }
    TOS_NAMES {
        0 => "Access",
        1 => "Trunk",
    }
    TAS_NAMES {
        1 => "On",
        2 => "Off",
        3 => "Desirable",
        4 => "Auto",
    }
    TOT_NAMES {
        1 => "Native",
        2 => "ISL",
        5 => "802.1Q",
    }
    TAT_NAMES {
        0 => "Negotiated",
        1 => "Native",
        2 => "ISL",
        5 => "802.1Q",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DTP");
    cx.info_clear();
    cx.info(|o| _ = o.s("Dynamic Trunk Protocol"));
    cx.u8(VERSION, &mut c)?;
    while !c.is_empty() {
        let kind = c.peek_u16(0)?;
        let len = usize::from(c.peek_u16(2)?);
        // Zeros fill the frame.
        if kind == 0 || len < 4 {
            break;
        }
        let mut one = c.take_all(len)?;
        let top = cx.proto_item();
        let item =
            cx.line(one.span(len), |o| _ = o.s(TLV_TYPE_NAMES.or(u64::from(kind), "Unknown TLV type")));
        cx.under(item, |cx| -> Step {
            cx.u16(TLV_TYPE, &mut one)?;
            cx.u16(TLV_LEN, &mut one)?;
            let n = one.left();
            match kind {
                1 if n > 0 => {
                    let name = one.rest();
                    let name = name.split(|b| *b == 0).next().unwrap_or_default();
                    cx.append(top, |o| _ = o.s(": ").text(name));
                    cx.field(DOMAIN, &mut one, n)?;
                }
                2 | 3 if n > 0 => {
                    let bits = if kind == 2 { [TOS, TAS] } else { [TOT, TAT] };
                    let v = one.peek_u8(0)?;
                    let (high, low) = if kind == 2 {
                        (TOS_NAMES.find(u64::from(v >> 7)), TAS_NAMES.find(u64::from(v & 7)))
                    } else {
                        (TOT_NAMES.find(u64::from(v >> 5)), TAT_NAMES.find(u64::from(v & 7)))
                    };
                    let say = |o: &mut requin_wire::Out<'_>| {
                        o.s(high.unwrap_or("Unknown")).s("/").s(low.unwrap_or("Unknown"));
                        o.s(" (").hex(u64::from(v), 2).s(")");
                    };
                    cx.append(top, |o| {
                        o.s(" (Operating/Administrative): ");
                        say(o);
                    });
                    let item = cx.line(one.span(1), |o| {
                        o.s("Value: ");
                        say(o);
                    });
                    cx.under(item, |cx| -> Step {
                        for field in bits {
                            cx.peek(field, &one, 1)?;
                        }
                        Ok(())
                    })?;
                }
                4 if n == 6 => {
                    let address = one.peek_bytes(0, 6)?;
                    cx.append(top, |o| {
                        o.s(": ");
                        for (i, b) in address.iter().enumerate() {
                            o.s(if i == 0 { "" } else { ":" }).hex_bytes(&[*b], 0);
                        }
                    });
                    cx.field(SENDERID, &mut one, 6)?;
                }
                _ if n > 0 => _ = cx.field(DATA, &mut one, n.min(6))?,
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}
