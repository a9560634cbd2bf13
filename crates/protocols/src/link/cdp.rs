//! Cisco Discovery Protocol, version 1 and 2: what a device tells its neighbours of itself.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    CDP "cdp" "Cisco Discovery Protocol" "CDP" Link
    on [Snap 0x00000c2000, Gre 0x2000]
    fields {
        VERSION "cdp.version" "Version": U8 Dec;
        TTL "cdp.ttl" "TTL": U8 Dec;
        CHECKSUM "cdp.checksum" "Checksum": U16 Hex;
        TLV_TYPE "cdp.tlv.type" "Type": U16 Hex = TLV_TYPE_NAMES;
        TLV_LEN "cdp.tlv.len" "Length": U16 Dec;
        DEVICEID "cdp.deviceid" "Device ID": Str;
        PLATFORM "cdp.platform" "Platform": Str;
        PORTID "cdp.portid" "Sent through Interface": Str;
        SOFTWARE_VERSION "cdp.software_version" "Software version": StrZ;
    }
}

names! {
    TLV_TYPE_NAMES {
        1 => "Device ID",
        2 => "Addresses",
        3 => "Port ID",
        4 => "Capabilities",
        5 => "Software version",
        6 => "Platform",
        7 => "IP Prefix/Gateway (used for ODR)",
        8 => "Protocol Hello",
        9 => "VTP Management Domain",
        10 => "Native VLAN",
        11 => "Duplex",
        14 => "VoIP VLAN Reply",
        15 => "VoIP VLAN Query",
        16 => "Power consumption",
        17 => "MTU",
        18 => "Trust Bitmap",
        19 => "Untrusted Port CoS",
        20 => "System Name",
        21 => "System Object ID",
        22 => "Management Address",
        23 => "Location",
        24 => "External Port-ID",
        25 => "Power Requested",
        26 => "Power Available",
        27 => "Port Unidirectional",
        29 => "EnergyWise",
        31 => "Spare PoE",
        4096 => "BSSID",
        4097 => "Serial number",
        4098 => "SSID",
        4099 => "Radio1 channel",
        4102 => "SNMP UDP port",
        4103 => "Web TCP port",
        4104 => "Source MAC address",
        4105 => "Radio2 channel",
        4106 => "Radio1 Operating mode",
        4107 => "Radio2 Operating mode",
        4108 => "Radio1 Radio mode",
        4109 => "Radio2 Radio mode",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CDP");
    cx.info_clear();
    cx.u8(VERSION, &mut c)?;
    cx.u8(TTL, &mut c)?;
    cx.u16(CHECKSUM, &mut c)?;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        if len < 4 {
            break;
        }
        let mut t = c.take(len);
        let line = cx.line(t.span(len), |o| {
            o.s(TLV_TYPE_NAMES.or(u64::from(kind), "Unknown type"));
        });
        cx.under(line, |cx| -> Step {
            cx.u16(TLV_TYPE, &mut t)?;
            cx.u16(TLV_LEN, &mut t)?;
            let n = t.left();
            match kind {
                1 => {
                    let bytes = cx.bytes(DEVICEID, &mut t, n)?;
                    cx.info_add(|o| _ = o.s("Device ID: ").text(bytes).s("  "));
                }
                3 => {
                    let bytes = cx.bytes(PORTID, &mut t, n)?;
                    cx.info_add(|o| _ = o.s("Port ID: ").text(bytes).s("  "));
                }
                5 => _ = cx.bytes(SOFTWARE_VERSION, &mut t, n)?,
                6 => _ = cx.bytes(PLATFORM, &mut t, n)?,
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}
