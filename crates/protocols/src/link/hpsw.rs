//! What switches of Hewlett-Packard tell each other of themselves.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

proto! {
    HPSW "hpsw" "HP Switch Protocol" "HP" Link
    on []
    fields {
        VERSION "hpsw.version" "Version": U8 Hex;
        TYPE "hpsw.type" "Type": U8 Hex;
        TLV_TYPE "hpsw.tlv_type" "Type": U8 Hex = TLV_TYPE_NAMES;
        TLV_LEN "hpsw.tlv_len" "Length": U8 Dec;
        DEVICE_NAME "hpsw.device_name" "Device Name": Str;
        DEVICE_VERSION "hpsw.device_version" "Version": Str;
        CONFIG_NAME "hpsw.config_name" "Config Name": Str;
        ROOT_MAC_ADDR "hpsw.root_mac_addr" "Root MAC Addr": Ether;
        IP_ADDR "hpsw.ip_addr" "IP Addr": Ipv4;
        FIELD_6 "hpsw.field_6" "Field 6": U16 Hex;
        DOMAIN "hpsw.domain" "Domain": Str;
        FIELD_8 "hpsw.field_8" "Field 8": U16 Hex;
        FIELD_9 "hpsw.field_9" "Field 9": U16 Hex;
        FIELD_10 "hpsw.field_10" "Field 10": U32 Hex;
        NEIGHBOR_MAC_ADDR "hpsw.neighbor_mac_addr" "MAC Addr": Ether;
        FIELD_12 "hpsw.field_12" "Field 12": U8 Hex;
        OWN_MAC_ADDR "hpsw.own_mac_addr" "Own MAC Addr": Ether;
        DEVICE_ID "hpsw.device_id" "Device ID": Ether;
        DEVICE_ID_DATA "hpsw.device_id_data" "Data": Bytes;
        DATA "hpsw.data" "Data": Bytes;
    }
    experts {
        TLV_LEN_BAD "hpsw.tlv_len.bad" Error Protocol "Bad length";
    }
}

names! {
    TLV_TYPE_NAMES {
        1 => "Device Name",
        2 => "Version",
        3 => "Config Name",
        4 => "Root MAC Addr",
        5 => "IP Addr",
        6 => "Field 6",
        7 => "Domain",
        8 => "Field 8",
        9 => "Field 9",
        10 => "Field 10",
        11 => "Neighbors",
        12 => "Field 12",
        13 => "Device ID",
        14 => "2nd MAC Addr",
    }
}

/// How long a value of a type has to be (0: it may be of any length), and its field.
fn value(kind: u8) -> Option<(usize, Field)> {
    Some(match kind {
        1 => (0, DEVICE_NAME),
        2 => (0, DEVICE_VERSION),
        3 => (0, CONFIG_NAME),
        4 => (6, ROOT_MAC_ADDR),
        5 => (4, IP_ADDR),
        6 => (2, FIELD_6),
        7 => (0, DOMAIN),
        8 => (2, FIELD_8),
        9 => (2, FIELD_9),
        10 => (4, FIELD_10),
        12 => (1, FIELD_12),
        14 => (6, OWN_MAC_ADDR),
        _ => return None,
    })
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("HP");
    cx.info(|o| _ = o.s("HP Switch Protocol"));
    cx.field(VERSION, &mut c, 1)?;
    let kind = cx.u8(TYPE, &mut c)?;
    // What other kinds hold is not known.
    if kind != 1 {
        return if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) };
    }
    while !c.is_empty() {
        let h = *c.peek_array::<2>()?;
        let len = usize::from(h[1]);
        // What is behind an empty value is not looked at.
        if len == 0 {
            return Ok(());
        }
        if len > c.left() - 2 {
            return cx.call(crate::meta::data::ID, c);
        }
        tlv(cx, &mut c, h[0], len)?;
    }
    Ok(())
}

fn tlv<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, len: usize) -> Step {
    let name = TLV_TYPE_NAMES.or(u64::from(kind), "Unknown TLV type");
    let item = cx.line(c.span(2 + len), |o| _ = o.s(name));
    cx.under(item, |cx| {
        cx.field(TLV_TYPE, c, 1)?;
        let length = cx.field(TLV_LEN, c, 1)?;
        let mut body = c.take(len);
        match (kind, value(kind)) {
            (11, _) => neighbours(cx, body),
            (13, _) if len > 6 => run(cx, &mut body, &[(DEVICE_ID, 6), (DEVICE_ID_DATA, len - 6)]),
            (_, Some((width, field))) if (width == 0 && len > 0) || width == len => {
                cx.field(field, &mut body, len).map(|_| ())
            }
            (13, _) | (_, Some(_)) => {
                cx.expert(TLV_LEN_BAD, length, body.span(0));
                Ok(())
            }
            _ => cx.field(DATA, &mut body, len).map(|_| ()),
        }
    })
}

/// The addresses of those that a switch hears.
fn neighbours<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while c.left() >= 6 {
        cx.field(NEIGHBOR_MAC_ADDR, &mut c, 6)?;
    }
    let n = c.left();
    if n > 0 {
        cx.field(DATA, &mut c, n)?;
    }
    Ok(())
}
