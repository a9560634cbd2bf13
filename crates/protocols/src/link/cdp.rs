//! Cisco Discovery Protocol, version 1 and 2: what a device tells its neighbours of itself.

use crate::common::{YES, run};
use crate::network::checksum;
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    CDP "cdp" "Cisco Discovery Protocol" "CDP" Link
    on [Snap 0x00000c2000, Gre 0x2000]
    fields {
        VERSION "cdp.version" "Version": U8 Dec;
        TTL "cdp.ttl" "TTL": U8 Dec;
        CHECKSUM "cdp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "cdp.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        TLV_TYPE "cdp.tlv.type" "Type": U16 Hex = TLV_TYPE_NAMES;
        TLV_LEN "cdp.tlv.len" "Length": U16 Dec;
        DEVICEID "cdp.deviceid" "Device ID": Str;
        PLATFORM "cdp.platform" "Platform": Str;
        PORTID "cdp.portid" "Sent through Interface": Str;
        CAPABILITIES "cdp.capabilities" "Capabilities": U32 Hex;
        CAPABILITIES_ROUTER "cdp.capabilities.router" "Router": Bool(32) & 0x1 = YES;
        CAPABILITIES_TRANS_BRIDGE "cdp.capabilities.trans_bridge" "Transparent Bridge": Bool(32) & 0x2 = YES;
        CAPABILITIES_SRC_BRIDGE "cdp.capabilities.src_bridge" "Source Route Bridge": Bool(32) & 0x4 = YES;
        CAPABILITIES_SWITCH "cdp.capabilities.switch" "Switch": Bool(32) & 0x8 = YES;
        CAPABILITIES_HOST "cdp.capabilities.host" "Host": Bool(32) & 0x10 = YES;
        CAPABILITIES_IGMP_CAPABLE "cdp.capabilities.igmp_capable" "IGMP capable": Bool(32) & 0x20 = YES;
        CAPABILITIES_REPEATER "cdp.capabilities.repeater" "Repeater": Bool(32) & 0x40 = YES;
        CAPABILITIES_VOIP_PHONE "cdp.capabilities.voip_phone" "VoIP Phone": Bool(32) & 0x80 = YES;
        CAPABILITIES_REMOTE "cdp.capabilities.remote" "Remotely Managed Device": Bool(32) & 0x100 = YES;
        CAPABILITIES_CVTA "cdp.capabilities.cvta" "CVTA/STP Dispute Resolution/Cisco VT Camera": Bool(32) & 0x200 = YES;
        CAPABILITIES_MAC_RELAY "cdp.capabilities.mac_relay" "Two Port Mac Relay": Bool(32) & 0x400 = YES;
        SPARE_POE_TLV "cdp.spare_poe_tlv" "Spare Pair PoE": U8 Hex;
        SPARE_POE_TLV_POE "cdp.spare_poe_tlv.poe" "PSE Four-Wire PoE": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        SPARE_POE_TLV_SPARE_PAIR_ARCH "cdp.spare_poe_tlv.spare_pair_arch" "PD Spare Pair Architecture": Bool(8) & 0x2 = Names::Bools("Shared", "Independent");
        SPARE_POE_TLV_REQ_SPARE_PAIR_POE "cdp.spare_poe_tlv.req_spare_pair_poe" "PD Request Spare Pair PoE": Bool(8) & 0x4 = Names::Bools("On", "Off");
        SPARE_POE_TLV_PSE_SPARE_PAIR_POE "cdp.spare_poe_tlv.pse_spare_pair_poe" "PSE Spare Pair PoE": Bool(8) & 0x8 = Names::Bools("On", "Off");
        NUMBER_OF_ADDRESSES "cdp.number_of_addresses" "Number of addresses": U32 Dec;
        ODR_DEFAULT_GATEWAY "cdp.odr_default_gateway" "ODR Default gateway": Ipv4;
        IP_PREFIX "cdp.ip_prefix" "IP Prefix": Ipv4;
        OUI "cdp.oui" "OUI": U24 Oui;
        PROTOCOL_ID "cdp.protocol_id" "Protocol ID": U16 Hex = PROTOCOL_ID_NAMES;
        CLUSTER_MASTER_IP "cdp.cluster.master_ip" "Cluster Master IP": Ipv4;
        CLUSTER_IP "cdp.cluster.ip" "IP?": Ipv4;
        CLUSTER_VERSION "cdp.cluster.version" "Version?": U8 Hex;
        CLUSTER_SUB_VERSION "cdp.cluster.sub_version" "Sub Version?": U8 Hex;
        CLUSTER_STATUS "cdp.cluster.status" "Status?": U8 Hex;
        CLUSTER_UNKNOWN "cdp.cluster.unknown" "UNKNOWN": U8 Hex;
        CLUSTER_COMMANDER_MAC "cdp.cluster.commander_mac" "Cluster Commander MAC": Ether;
        CLUSTER_SWITCH_MAC "cdp.cluster.switch_mac" "Switch's MAC": Ether;
        CLUSTER_MANAGEMENT_VLAN "cdp.cluster.management_vlan" "Management VLAN": U16 Dec;
        HELLO_UNKNOWN "cdp.hello.unknown" "Unknown": Bytes;
        VTP_MANAGEMENT_DOMAIN "cdp.vtp_management_domain" "VTP Management Domain": Str;
        NATIVE_VLAN "cdp.native_vlan" "Native VLAN": U16 Dec;
        DUPLEX "cdp.duplex" "Duplex": Bool = Names::Bools("Full", "Half");
        DATA "cdp.data" "Data": Bytes;
        VOICE_VLAN "cdp.voice_vlan" "Voice VLAN": U16 Dec;
        POWER_CONSUMPTION "cdp.power_consumption" "Power Consumption": U16 Dec;
        MTU "cdp.mtu" "MTU": U32 Dec;
        TRUST_BITMAP "cdp.trust_bitmap" "Trust Bitmap": U8 Hex;
        UNTRUSTED_PORT_COS "cdp.untrusted_port_cos" "Untrusted port CoS": U8 Hex;
        SYSTEM_NAME "cdp.system_name" "System Name": Str;
        SYSTEM_OBJECT_IDENTIFIER "cdp.system_object_identifier" "System Object Identifier": Bytes;
        LOCATION_UNKNOWN "cdp.location.unknown" "UNKNOWN": U8 Hex;
        LOCATION "cdp.location" "Location": Str;
        REQUEST_ID "cdp.request_id" "Request-ID": U16 Dec;
        MANAGEMENT_ID "cdp.management_id" "Management-ID": U16 Dec;
        POWER_REQUESTED "cdp.power_requested" "Power Requested": U32 Dec;
        POWER_AVAILABLE "cdp.power_available" "Power Available": U32 Dec;
        PROTOCOL "cdp.protocol" "Protocol": Bytes;
        PROTOCOL_TYPE "cdp.protocol_type" "Protocol type": U8 Hex = PROTOCOL_TYPE_NAMES;
        PROTOCOL_LENGTH "cdp.protocol_length" "Protocol length": U8 Dec;
        ADDRESS "cdp.address" "Address": Bytes;
        ADDRESS_LENGTH "cdp.address_length" "Address length": U16 Dec;
        NRGYZ_IP_ADDRESS "cdp.nrgyz.ip_address" "IP Address": Ipv4;
        NRGYZ_IPV6_ADDRESS "cdp.nrgyz.ipv6_address" "IPv6 Address": Ipv6;
        SOFTWARE_VERSION "cdp.software_version" "Software version": StrZ;
    }
    experts {
        BAD_CHECKSUM "cdp.bad_checksum" Error Checksum "Bad checksum";
        INVALID_DATA "cdp.invalid_data" Error Malformed "Invalid bytes at end";
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
    PROTOCOL_ID_NAMES {
        274 => "Cluster Management",
    }
    PROTOCOL_TYPE_NAMES {
        1 => "NLPID",
        2 => "802.2",
    }
}

/// The sum of all words. A last byte alone stands in the lower half of its word, as a signed number that is one too small.
fn sum(bytes: &[u8]) -> u32 {
    match bytes {
        [head @ .., last] if bytes.len() % 2 == 1 => {
            let word = if last & 0x80 != 0 { 0xff00 | u16::from(*last - 1) } else { u16::from(*last) };
            checksum::add(checksum::add(0, head), &word.to_be_bytes())
        }
        _ => checksum::add(0, bytes),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("CDP");
    cx.info_clear();
    cx.u8(VERSION, &mut c)?;
    let item = cx.field(TTL, &mut c, 1)?;
    cx.append(item, |o| _ = o.s(" seconds"));
    // The sum is over all of it: nothing behind is shown of a message that was cut.
    if all.is_cut() {
        return Err(Stop::Cut);
    }
    checksum::show(cx, [CHECKSUM, CHECKSUM_STATUS, BAD_CHECKSUM], &c, Some(sum(all.rest())));
    c.skip(2)?;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        if len < 4 {
            let line = cx.line(c.span(len), |o| {
                o.s("TLV with invalid length ").u(len as u64).s(" (< 4)");
            });
            cx.under(line, |cx| run(cx, &mut c, &[(TLV_TYPE, 2), (TLV_LEN, 2)]))?;
            break;
        }
        let mut t = c.take(len);
        tlv(cx, kind, &mut t)?;
    }
    if !c.is_empty() {
        cx.expert(INVALID_DATA, cx.proto_item(), c.span(0));
    }
    Ok(())
}

/// What stands in the line of a TLV.
fn title(kind: u16, body: &Cursor<'_>, o: &mut Out<'_>) {
    let name = TLV_TYPE_NAMES.or(u64::from(kind), "Unknown");
    let bytes = body.rest().get(..body.left()).unwrap_or(body.rest());
    let (one, two) = (body.peek_u8(0).unwrap_or(0), body.peek_u16(0).unwrap_or(0));
    match kind {
        1 | 3 | 6 | 9 => _ = o.s(name).s(": ").text(bytes),
        5 => _ = o.s("Software Version"),
        8 => {
            let id = body.peek_u16(3).unwrap_or(0);
            o.s(name).s(": ").s(PROTOCOL_ID_NAMES.or(id.into(), "Unknown"));
        }
        10 => _ = o.s(name).s(": ").u(two),
        11 => _ = o.s(name).s(": ").s(if one != 0 { "Full" } else { "Half" }),
        14 | 15 if body.left() >= 3 => {
            o.s(name).s(": VLAN ").u(body.peek_u16(1).unwrap_or(0));
        }
        14 | 15 => _ = o.s(name),
        16 => _ = o.s("Power Consumption: ").u(two).s(" mW"),
        17 => _ = o.s("MTU: ").u(body.peek_u32(0).unwrap_or(0)),
        18 => _ = o.s(name).s(": ").hex(one, 2),
        19 => _ = o.s("Untrusted port CoS: ").hex(one, 2),
        20 => _ = o.s(name).s(": ").text(bytes),
        22 => _ = o.s("Management Addresses"),
        23 => _ = o.s(name).s(": ").text(bytes.get(1..).unwrap_or_default()),
        25 | 26 => {
            o.s(if kind == 25 { "Power Request: " } else { "Power Available: " });
            for (i, value) in bytes.get(4..).unwrap_or_default().as_chunks::<4>().0.iter().enumerate() {
                o.s(if i > 0 { ", " } else { "" }).u(u32::from_be_bytes(*value)).s(" mW");
            }
        }
        31 => _ = o.s("Spare PoE: ").hex(one, 2),
        2 | 4 => _ = o.s(name),
        7 => {
            if body.left() == 4 {
                o.s("ODR Default gateway: ").ipv4(body.peek_u32(0).unwrap_or(0));
            } else {
                o.s("IP Prefixes: ").u(body.left() as u64 / 5);
            }
        }
        _ => {
            _ = o
                .s("Type: ")
                .s(TLV_TYPE_NAMES.or(kind.into(), "Unknown"))
                .s(", length: ")
                .u(body.left() as u64 + 4)
        }
    }
}

fn tlv<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, t: &mut Cursor<'_>) -> Step {
    let mut body = *t;
    body.advance(4);
    let line = cx.line(t.span(t.left()), |o| title(kind, &body, o));
    cx.under(line, |cx| -> Step {
        run(cx, t, &[(TLV_TYPE, 2), (TLV_LEN, 2)])?;
        value(cx, kind, t)
    })
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, t: &mut Cursor<'_>) -> Step {
    let n = t.left();
    match kind {
        1 => {
            let bytes = cx.bytes(DEVICEID, t, n)?;
            cx.info_add(|o| _ = o.s("Device ID: ").text(bytes).s("  "));
        }
        2 | 22 => addresses(cx, t)?,
        3 => {
            let bytes = cx.bytes(PORTID, t, n)?;
            cx.info_add(|o| _ = o.s("Port ID: ").text(bytes).s("  "));
        }
        4 => {
            let bits = [
                CAPABILITIES_ROUTER,
                CAPABILITIES_TRANS_BRIDGE,
                CAPABILITIES_SRC_BRIDGE,
                CAPABILITIES_SWITCH,
                CAPABILITIES_HOST,
                CAPABILITIES_IGMP_CAPABLE,
                CAPABILITIES_REPEATER,
                CAPABILITIES_VOIP_PHONE,
                CAPABILITIES_REMOTE,
                CAPABILITIES_CVTA,
                CAPABILITIES_MAC_RELAY,
            ];
            cx.flags(CAPABILITIES, t, 4, &bits)?;
        }
        5 => {
            // A text of lines: each is a value.
            let bytes = t.bytes(n)?;
            let start = requin_wire::Span::new(t.source(), t.pos() - n, n);
            let mut at = 0;
            for part in bytes.split(|b| *b == b'\n') {
                let span =
                    requin_wire::Span { start: start.start + at as u32, len: part.len() as u32, ..start };
                cx.add(SOFTWARE_VERSION, span, Value::Str(span));
                at += part.len() + 1;
            }
        }
        6 => _ = cx.bytes(PLATFORM, t, n)?,
        7 => {
            if n == 4 {
                cx.field(ODR_DEFAULT_GATEWAY, t, 4)?;
            }
            while n != 4 && t.left() >= 5 {
                let bits = t.peek_u8(4)?;
                let item = cx.peek(IP_PREFIX, t, 4)?;
                cx.append(item, |o| _ = o.s("/").u(bits));
                t.skip(5)?;
            }
        }
        8 => hello(cx, t)?,
        9 => _ = cx.bytes(VTP_MANAGEMENT_DOMAIN, t, n)?,
        10 => _ = cx.u16(NATIVE_VLAN, t)?,
        11 => _ = cx.field(DUPLEX, t, 1)?,
        14 | 15 => {
            cx.field(DATA, t, 1)?;
            if t.left() >= 2 {
                cx.u16(VOICE_VLAN, t)?;
            }
        }
        16 => milliwatts(cx, t, POWER_CONSUMPTION, 2)?,
        17 => _ = cx.u32(MTU, t)?,
        18 => _ = cx.u8(TRUST_BITMAP, t)?,
        19 => _ = cx.u8(UNTRUSTED_PORT_COS, t)?,
        20 => _ = cx.bytes(SYSTEM_NAME, t, n)?,
        21 => _ = cx.field(SYSTEM_OBJECT_IDENTIFIER, t, n)?,
        23 => {
            cx.u8(LOCATION_UNKNOWN, t)?;
            let n = t.left();
            cx.bytes(LOCATION, t, n)?;
        }
        25 | 26 => {
            run(cx, t, &[(REQUEST_ID, 2), (MANAGEMENT_ID, 2)])?;
            while t.left() >= 4 {
                milliwatts(cx, t, if kind == 25 { POWER_REQUESTED } else { POWER_AVAILABLE }, 4)?;
            }
        }
        31 => {
            let bits = [
                SPARE_POE_TLV_POE,
                SPARE_POE_TLV_SPARE_PAIR_ARCH,
                SPARE_POE_TLV_REQ_SPARE_PAIR_POE,
                SPARE_POE_TLV_PSE_SPARE_PAIR_POE,
            ];
            cx.flags(SPARE_POE_TLV, t, 1, &bits)?;
        }
        _ => {
            if n > 0 {
                cx.field(DATA, t, n)?;
            }
        }
    }
    Ok(())
}

fn milliwatts<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    let item = cx.field(field, c, n)?;
    cx.append(item, |o| _ = o.s("mW"));
    Ok(())
}

/// What a protocol on the device says: that of clusters is known.
fn hello<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u24(OUI, c)?;
    let id = cx.u16(PROTOCOL_ID, c)?;
    if id != 0x0112 {
        let n = c.left();
        return cx.field(HELLO_UNKNOWN, c, n).map(|_| ());
    }
    run(cx, c, &[(CLUSTER_MASTER_IP, 4), (CLUSTER_IP, 4), (CLUSTER_VERSION, 1), (CLUSTER_SUB_VERSION, 1)])?;
    run(cx, c, &[(CLUSTER_STATUS, 1), (CLUSTER_UNKNOWN, 1), (CLUSTER_COMMANDER_MAC, 6)])?;
    run(cx, c, &[(CLUSTER_SWITCH_MAC, 6), (CLUSTER_UNKNOWN, 1), (CLUSTER_MANAGEMENT_VLAN, 2)])
}

fn addresses<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let count = cx.u32(NUMBER_OF_ADDRESSES, c)?;
    for _ in 0..count {
        if c.is_empty() {
            break;
        }
        let (kind, size) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        let protocol = c.peek_bytes(2, size)?;
        let len = usize::from(c.peek_u16(2 + size)?);
        let address = c.peek_bytes(4 + size, len)?;
        // IPv4 is told by its network layer identifier, IPv6 by the type behind a SNAP header.
        let four = kind == 1 && protocol == [0xcc] && len == 4;
        let six = kind == 2 && protocol == [0xaa, 0xaa, 3, 0, 0, 0, 0x86, 0xdd] && len == 16;
        let line = cx.line(c.span(4 + size + len), |o| match (four, six) {
            (true, _) => _ = o.s("IP address: ").ipv4(requin_wire::be(address) as u32),
            (_, true) => _ = o.s("IPv6 address: ").ipv6(address),
            _ => {
                o.s("Protocol type: ").s(PROTOCOL_TYPE_NAMES.or(kind.into(), "Unknown")).s(", protocol: ");
                o.s("0x").hex_bytes(protocol, 0).s(", address: 0x").hex_bytes(address, 0);
            }
        });
        cx.under(line, |cx| -> Step {
            run(cx, c, &[(PROTOCOL_TYPE, 1), (PROTOCOL_LENGTH, 1)])?;
            if size > 0 {
                let item = cx.field(PROTOCOL, c, size)?;
                if four || six {
                    cx.label(item, |o| _ = o.s("Protocol: ").s(if four { "IP" } else { "IPv6" }));
                }
            }
            cx.u16(ADDRESS_LENGTH, c)?;
            match (four, six) {
                (true, _) => _ = cx.field(NRGYZ_IP_ADDRESS, c, 4)?,
                (_, true) => _ = cx.field(NRGYZ_IPV6_ADDRESS, c, 16)?,
                _ if len > 0 => _ = cx.field(ADDRESS, c, len)?,
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}
