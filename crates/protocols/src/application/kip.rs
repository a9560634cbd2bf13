//! KNXnet/IP, ISO 22510: how KNX is reached over IP. The frames of the bus inside (cEMI) are left alone.

use crate::common::{one_by_one, run};
use requin_wire::{Cursor, Cx, Field, Item, Out, Pdu, Sink, Step, Stop, TransportKind, Value, names, proto};

proto! {
    KIP "kip" "KNX/IP" "KNX/IP" App
    on [Udp 3671, Tcp 3671]
    frames [frames]
    fields {
        DATA "knxip.data" "Data": Bytes;
        FOLDER "knxip.folder" "Folder": None;
        HEADERLENGTH "knxip.headerlength" "Header Length": U8 Dec;
        VERSION "knxip.version" "Protocol Version": U8 Hex;
        SERVICE "knxip.service" "Service Identifier": U16 Hex = SERVICE_NAMES;
        SERVICE_FAMILY "knxip.service.family" "Service Family": U8 Hex = SERVICE_FAMILY_NAMES;
        SERVICE_TYPE "knxip.service.type" "Service Type": U16 Hex = SERVICE_NAMES;
        TOTALLENGTH "knxip.totallength" "Total Length": U16 Dec;
        STRUCT_LENGTH "knxip.struct.length" "Structure Length": U8 Dec;
        HOSTPROTOCOL "knxip.hostprotocol" "Host Protocol": U8 Hex = HOSTPROTOCOL_NAMES;
        IPADDR "knxip.ipaddr" "IP Address": Ipv4;
        PORT "knxip.port" "Port Number": U16 Dec;
        DIBTYPE "knxip.dibtype" "Description Type": U8 Hex = DIBTYPE_NAMES;
        MEDIUM "knxip.medium" "KNX Medium": U8 Hex = MEDIUM_NAMES;
        DEVICE_STATUS "knxip.device.status" "Device Status": U8 Hex;
        PROGMODE "knxip.progmode" "Programming Mode": U8 Dec;
        KNXADDR "knxip.knxaddr" "KNX Individual Address": U16 Hex;
        PROJECT "knxip.project" "Project Installation Identifier": U16 Hex;
        PROJECT_NR "knxip.project.nr" "Project Number": U16 Dec & 0xfff0;
        PROJECT_INSTALLATION "knxip.project.installation" "Installation Number": U16 Dec & 0xf;
        SERNR "knxip.sernr" "KNX Serial Number": U48 Hex;
        MCADDR "knxip.mcaddr" "Multicast Address": Ipv4;
        MACADDR "knxip.macaddr" "MAC Address": Ether;
        DEVICE_NAME "knxip.device.name" "Friendly Name": Str;
        SERVICE_VERSION "knxip.service.version" "Service Version": U8 Hex;
        SECURITY_VERSION "knxip.security.version" "Security Version": U8 Hex;
        MANUFACTURER "knxip.manufacturer" "KNX Manufacturer Code": U16 Hex;
        CONN_TYPE "knxip.conn.type" "Connection Type": U8 Hex = CONN_TYPE_NAMES;
        TUNNEL_LAYER "knxip.tunnel.layer" "KNX Layer": U8 Hex = TUNNEL_LAYER_NAMES;
        CHANNEL "knxip.channel" "Channel": U8 Hex;
        STATUS "knxip.status" "Status": U8 Hex = STATUS_NAMES;
        RESERVED "knxip.reserved" "Reserved": U8 Hex;
        SEQCTR "knxip.seqctr" "Sequence Counter": U8 Dec;
        SUBNET "knxip.subnet" "Subnet Mask": Ipv4;
        GATEWAY "knxip.gateway" "Default Gateway": Ipv4;
        IPASSIGN "knxip.ipassign" "IP Assignment": U8 Hex;
        IPCAPS "knxip.ipcaps" "IP Capabilities": U8 Hex;
        DHCP "knxip.dhcp" "DHCP Server": Ipv4;
        TUNNEL_FEATURE "knxip.tunnel.feature" "Tunneling Feature Identifier": U8 Hex;
        LOSS "knxip.loss" "Lost Messages": U16 Dec;
        BUSY_TIME "knxip.busy.time" "Wait Time": U16 Dec;
        BUSY_CONTROL "knxip.busy.control" "Control": U16 Hex;
        SELECTOR "knxip.selector" "Selector": U8 Hex;
        MAXAPDULENGTH "knxip.maxapdulength" "Max APDU Length": U16 Dec;
        MEDIUM_STATUS "knxip.medium.status" "Medium Status": U8 Hex;
        MASK_VERSION "knxip.mask.version" "Mask Version": U16 Hex;
        SRP_MANDATORY "knxip.srp.mandatory" "Mandatory": U8 Dec & 0x80;
        SRP_TYPE "knxip.srp.type" "SRP Type": U8 Hex & 0x7f;
        RESET_COMMAND "knxip.reset.command" "Command": U8 Hex;
        SESSION "knxip.session" "Session": U16 Hex;
        TAG "knxip.tag" "Tag": U16 Hex;
        USER "knxip.user" "User": U8 Dec;
        SESSION_STATUS "knxip.session.status" "Status": U8 Hex = SESSION_STATUS_NAMES;
    }
    experts {
        ERROR "knxip.error" Error Malformed "KNX/IP error";
    }
}

names! {
    SERVICE_NAMES {
        513 => "Search Request", 514 => "Search Response", 515 => "Description Request",
        516 => "Description Response", 517 => "Connect Request", 518 => "Connect Response",
        519 => "Connection State Request", 520 => "Connection State Response", 521 => "Disconnect Request",
        522 => "Disconnect Response", 523 => "Search Request Extended", 524 => "Search Response Extended",
        784 => "Configuration Request", 785 => "Configuration Acknowledgement", 1056 => "Tunneling Request",
        1057 => "Tunneling Acknowledgement", 1058 => "Tunneling Feature Get", 1059 => "Tunneling Feature Response",
        1060 => "Tunneling Feature Set", 1061 => "Tunneling Feature Info", 1328 => "Routing Indication",
        1329 => "Routing Loss", 1330 => "Routing Busy", 1331 => "Routing System Broadcast",
        1856 => "Remote Diagnostic Request", 1857 => "Remote Diagnostic Response",
        1858 => "Remote Configuration Request", 1859 => "Remote Reset Request", 2384 => "Secure Wrapper",
        2385 => "Session Request", 2386 => "Session Response", 2387 => "Session Authenticate",
        2388 => "Session Status", 2389 => "Timer Notify",
    }
    SERVICE_FAMILY_NAMES {
        2 => "Core", 3 => "Device Management", 4 => "Tunneling", 5 => "Routing", 6 => "Remote Logging",
        7 => "Remote Diag And Config", 8 => "Object Server", 9 => "Security",
    }
    HOSTPROTOCOL_NAMES { 1 => "IPv4 UDP", 2 => "IPv4 TCP" }
    DIBTYPE_NAMES {
        1 => "Device Information", 2 => "Supported Service Families", 3 => "IP Configuration",
        4 => "Current Configuration", 5 => "KNX Addresses", 6 => "Secured Service Families",
        7 => "Tunneling Information", 8 => "Extended Device Information", 254 => "Manufacturer Data",
    }
    MEDIUM_NAMES { 1 => "TP0", 2 => "TP1", 4 => "PL110", 8 => "PL132", 16 => "RF", 32 => "IP" }
    CONN_TYPE_NAMES {
        3 => "Device Management Connection", 4 => "Tunneling Connection", 6 => "Remote Logging Connection",
        7 => "Remote Configuration Connection", 8 => "Object Server Connection",
    }
    TUNNEL_LAYER_NAMES { 2 => "LinkLayer", 4 => "Raw", 128 => "Busmonitor" }
    STATUS_NAMES {
        0 => "OK", 33 => "E_CONNECTION_ID", 34 => "E_CONNECTION_TYPE", 35 => "E_CONNECTION_OPTION",
        36 => "E_NO_MORE_CONNECTIONS", 37 => "E_NO_MORE_UNIQUE_CONNECTIONS", 38 => "E_DATA_CONNECTION",
        39 => "E_KNX_CONNECTION", 41 => "E_TUNNELING_LAYER",
    }
    SESSION_STATUS_NAMES {
        0 => "STATUS_AUTHENTICATION_SUCCESS", 1 => "STATUS_AUTHENTICATION_FAILED", 2 => "STATUS_UNAUTHENTICATED",
        3 => "STATUS_TIMEOUT", 4 => "STATUS_KEEPALIVE", 5 => "STATUS_CLOSE",
    }
}

names! {
    /// What the Info column calls a service.
    SHORT {
        0x201 => "SearchReq", 0x202 => "SearchResp", 0x203 => "DescrReq", 0x204 => "DescrResp", 0x205 => "ConnectReq",
        0x206 => "ConnectResp", 0x207 => "ConnStateReq", 0x208 => "ConnStateResp", 0x209 => "DisconnectReq",
        0x20a => "DisconnectResp", 0x20b => "SearchReqExt", 0x20c => "SearchRespExt", 0x310 => "ConfigReq",
        0x311 => "ConfigAck", 0x420 => "TunnelReq", 0x421 => "TunnelAck", 0x422 => "TunnelFeatureGet",
        0x423 => "TunnelFeatureResp", 0x424 => "TunnelFeatureSet", 0x425 => "TunnelFeatureInfo",
        0x530 => "RoutingInd", 0x531 => "RoutingLoss", 0x532 => "RoutingBusy", 0x533 => "RoutingSBC",
        0x950 => "SecureWrapper", 0x951 => "SessionReq", 0x952 => "SessionResp", 0x953 => "SessionAuth",
        0x954 => "SessionStatus", 0x955 => "TimerNotify",
    }
    FEATURES {
        1 => "SupportedEMI", 2 => "DeviceDescriptorType0", 3 => "BusStatus", 4 => "Manufacturer", 5 => "ActiveEMI",
        6 => "IndividualAddress", 7 => "MaxApduLength", 8 => "InfoServiceEnable",
    }
    SEARCHES { 1 => "ProgMode", 2 => "MacAddr", 3 => "Service", 4 => "Dibs" }
}

const HEAD: usize = 6;
/// The search for a device of this address.
const MAC_ADDRESS: u8 = 2;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(4..HEAD) {
        Some(n) => Pdu::Len((requin_wire::be(n) as usize).max(HEAD)),
        None => Pdu::More(HEAD),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let [head, version, ..] = *c.peek_array::<HEAD>()?;
    if head != 6 || version != 0x10 {
        return Err(Stop::NotMine);
    }
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    let len = if stream { frames(c.rest(), true, &[0; 2]) } else { Pdu::Len(c.left()) };
    one_by_one(cx, c, ID, len, message)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    cx.protocol("KNXnet/IP");
    let service = c.peek_u16(2)?;
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let name = SERVICE_NAMES.or(u64::from(service), "Unknown Service Type");
    cx.info_sep(" ", |o| _ = o.s(SHORT.or(u64::from(service), "? Unknown Service Type")));
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("KNX/IP ").s(name));
    let item = folder(cx, &c, HEAD, |o| _ = o.s("KNX/IP Header: ").s(name));
    cx.under(item, |cx| {
        run(cx, &mut c, &[(HEADERLENGTH, 1), (VERSION, 1)])?;
        let item = cx.peek(SERVICE, &c, 2)?;
        cx.under(item, |cx| {
            cx.peek(SERVICE_FAMILY, &c, 1)?;
            cx.field(SERVICE_TYPE, &mut c, 2)
        })?;
        cx.u16(TOTALLENGTH, &mut c)
    })?;
    body(cx, service, &mut c)
}

fn folder<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, n: usize, text: impl FnOnce(&mut Out<'_>)) -> Item {
    let item = cx.add(FOLDER, c.span(n), Value::None);
    cx.label(item, text);
    item
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, service: u16, c: &mut Cursor<'_>) -> Step {
    match service {
        0x201 => endpoint(cx, "Discovery", c),
        0x203 => endpoint(cx, "Control", c),
        0x20b => {
            endpoint(cx, "Discovery", c)?;
            while !c.is_empty() {
                search(cx, c)?;
            }
            Ok(())
        }
        0x202 | 0x20c => {
            endpoint(cx, "Control", c)?;
            descriptions(cx, c)
        }
        0x204 => descriptions(cx, c),
        0x205 => {
            endpoint(cx, "Control", c)?;
            endpoint(cx, "Data", c)?;
            connection(cx, false, c)
        }
        0x206 => {
            let (channel, status) = (c.peek_u8(0)?, c.peek_u8(1)?);
            run(cx, c, &[(CHANNEL, 1), (STATUS, 1)])?;
            if status != 0 {
                told(cx, status);
                return Ok(());
            }
            numbered(cx, channel);
            endpoint(cx, "Data", c)?;
            connection(cx, true, c)
        }
        0x207 | 0x209 => {
            numbered(cx, c.peek_u8(0)?);
            run(cx, c, &[(CHANNEL, 1), (RESERVED, 1)])?;
            endpoint(cx, "Control", c)
        }
        0x208 | 0x20a => {
            let (channel, status) = (c.peek_u8(0)?, c.peek_u8(1)?);
            numbered(cx, channel);
            told(cx, status);
            run(cx, c, &[(CHANNEL, 1), (STATUS, 1)])
        }
        0x310 | 0x311 | 0x420..=0x425 => tunnel(cx, service, c),
        0x531 | 0x532 => lost_or_busy(cx, service, c),
        0x950..=0x955 => security(cx, service, c),
        _ => Ok(()),
    }
}

fn told<S: Sink>(cx: &mut Cx<'_, S>, status: u8) {
    cx.info_add(|o| _ = o.s(" ").s(STATUS_NAMES.or(u64::from(status), "Unknown")));
}

fn numbered<S: Sink>(cx: &mut Cx<'_, S>, channel: u8) {
    cx.info_add(|o| _ = o.s(" #").x(channel, 2));
}

/// Where to answer to: an address and a port.
fn endpoint<S: Sink>(cx: &mut Cx<'_, S>, what: &'static str, c: &mut Cursor<'_>) -> Step {
    if c.left() < 8 {
        cx.info_add(|o| _ = o.s(" @???"));
        cx.expert_with(ERROR, cx.proto_item(), c.span(0), |o| _ = o.s("Expected: 8 bytes"));
        return Ok(());
    }
    let (address, port) = (c.peek_u32(2)?, c.peek_u16(6)?);
    cx.info_add(|o| _ = o.s(" @").ipv4(address).s(":").u(port));
    let item = folder(cx, c, 8, |o| {
        o.s("HPAI ").s(what).s(" Endpoint: ").ipv4(address).s(":").u(port);
    });
    cx.under(item, |cx| run(cx, c, &[(STRUCT_LENGTH, 1), (HOSTPROTOCOL, 1), (IPADDR, 4), (PORT, 2)]))
}

/// The next structure, which takes at least its own length away.
fn structure<'b>(c: &mut Cursor<'b>) -> Result<Cursor<'b>, Stop> {
    let n = usize::from(c.peek_u8(0)?);
    if n < 2 {
        return Err(Stop::Malformed);
    }
    c.take_all(n)
}

fn data<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>, n: usize) -> Step {
    if n == 0 {
        return Ok(());
    }
    let item = cx.field(DATA, c, n)?;
    cx.label(item, |o| _ = o.s(name));
    Ok(())
}

/// Of whom an answer is wanted.
fn search<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut one = structure(c)?;
    let name = SEARCHES.or(u64::from(one.peek_u8(1)? & 0x7f), "Unknown");
    let kind = one.peek_u8(1)? & 0x7f;
    let value = one.peek_bytes(2, one.left().saturating_sub(2))?;
    cx.info_add(|o| {
        o.s(" ").s(name);
        if kind == MAC_ADDRESS {
            o.s("=$").hex_bytes(value, 0);
        }
    });
    let item = folder(cx, &one, one.left(), |o| _ = o.s("SRP ").s(name));
    cx.under(item, |cx| {
        cx.u8(STRUCT_LENGTH, &mut one)?;
        cx.peek(SRP_MANDATORY, &one, 1)?;
        let item = cx.field(SRP_TYPE, &mut one, 1)?;
        cx.append(item, |o| _ = o.s(" = ").s(name));
        let n = one.left();
        data(cx, "Data", &mut one, n)
    })
}

/// What a device is.
fn descriptions<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let mut one = structure(c)?;
        let kind = one.peek_u8(1)?;
        let name = DIBTYPE_NAMES.or(u64::from(kind), "Unknown");
        let item = folder(cx, &one, one.left(), |o| _ = o.s("DIB ").s(name));
        cx.under(item, |cx| -> Step {
            run(cx, &mut one, &[(STRUCT_LENGTH, 1), (DIBTYPE, 1)])?;
            match kind {
                1 => device(cx, &mut one),
                2 => services(cx, &mut one),
                _ => {
                    let n = one.left();
                    data(cx, "Data", &mut one, n)
                }
            }
        })?;
    }
    Ok(())
}

fn individual(o: &mut Out<'_>, address: u16) {
    o.u(address >> 12).s(".").u(address >> 8 & 15).s(".").u(address & 0xff);
}

fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u16, Stop> {
    let n = c.peek_u16(0)?;
    let item = cx.field(KNXADDR, c, 2)?;
    cx.append(item, |o| {
        o.s(" = ");
        individual(o, n);
    });
    Ok(n)
}

const MEDIA: [&str; 6] = ["IP", "RF", "PL132", "PL110", "TP1", "TP0"];

fn device<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(MEDIUM, c, 1)?;
    let (here, byte) = (c.span(1), c.peek_u8(0)?);
    cx.under(item, |cx| {
        for (i, name) in MEDIA.iter().enumerate() {
            let item = cx.add(DATA, here, Value::Bytes(here));
            cx.label(item, |o| _ = o.s(name).s(": ").u(byte >> (5 - i) & 1));
        }
    });
    c.skip(1)?;
    let item = cx.peek(DEVICE_STATUS, c, 1)?;
    let status = c.peek_u8(0)?;
    cx.under(item, |cx| cx.add(PROGMODE, c.span(1), Value::U(u64::from(status & 1))));
    c.skip(1)?;
    let number = address(cx, c)?;
    cx.flags(PROJECT, c, 2, &[PROJECT_NR, PROJECT_INSTALLATION])?;
    run(cx, c, &[(SERNR, 6), (MCADDR, 4), (MACADDR, 6)])?;
    let n = c.left();
    let name = c.bytes(n)?;
    let end = name.iter().position(|b| *b == 0).unwrap_or(n);
    let name = name.get(..end).unwrap_or_default();
    cx.add_bytes(DEVICE_NAME, c.span(0), name);
    cx.info_add(|o| {
        o.s(", ");
        individual(o, number);
        o.s(" \"").text(name).s("\"");
    });
    Ok(())
}

fn services<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let (family, version) = (c.peek_u8(0)?, c.peek_u8(1)?);
        let item = folder(cx, c, 2, |o| {
            o.s("KNXnet/IP ").s(SERVICE_FAMILY_NAMES.or(u64::from(family), "Unknown")).s(" v").u(version);
        });
        cx.under(item, |cx| run(cx, c, &[(SERVICE_FAMILY, 1), (SERVICE_VERSION, 1)]))?;
    }
    Ok(())
}

/// What a connection is for, and in a response what it got.
fn connection<S: Sink>(cx: &mut Cx<'_, S>, response: bool, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let mut one = structure(c)?;
    let kind = one.peek_u8(1)?;
    let what = match kind {
        3 => "Config ",
        4 => "Tunnel ",
        6 => "RemLog ",
        7 => "RemConf ",
        8 => "ObjSrv ",
        _ => "",
    };
    cx.info_before(|o| _ = o.s(what));
    let item = folder(cx, &one, one.left(), |o| {
        o.s(if response { "CRD " } else { "CRI " }).s(CONN_TYPE_NAMES.or(u64::from(kind), "Unknown"));
    });
    cx.under(item, |cx| {
        run(cx, &mut one, &[(STRUCT_LENGTH, 1), (CONN_TYPE, 1)])?;
        if kind != 4 || one.is_empty() {
            return Ok(());
        }
        if response {
            let number = address(cx, &mut one)?;
            cx.info_add(|o| {
                o.s(", ");
                individual(o, number);
            });
            return Ok(());
        }
        run(cx, &mut one, &[(TUNNEL_LAYER, 1), (RESERVED, 1)])?;
        if one.left() >= 2 { address(cx, &mut one).map(|_| ()) } else { Ok(()) }
    })
}

fn tunnel<S: Sink>(cx: &mut Cx<'_, S>, service: u16, c: &mut Cursor<'_>) -> Step {
    let acknowledges = matches!(service, 0x311 | 0x421);
    let [_, channel, sequence, status] = *c.peek_array::<4>()?;
    numbered(cx, channel);
    cx.info_add(|o| _ = o.s(":").u(sequence));
    if acknowledges {
        told(cx, status);
    }
    let item = folder(cx, c, 4, |o| _ = o.s("Connection Header: #").x(channel, 2).s(":").u(sequence));
    let last = if acknowledges { STATUS } else { RESERVED };
    cx.under(item, |cx| run(cx, c, &[(STRUCT_LENGTH, 1), (CHANNEL, 1), (SEQCTR, 1), (last, 1)]))?;
    if !matches!(service, 0x422..=0x425) {
        return Ok(());
    }
    let feature = FEATURES.or(u64::from(c.peek_u8(0)?), "Unknown");
    let item = cx.field(TUNNEL_FEATURE, c, 1)?;
    cx.append(item, |o| _ = o.s(" = ").s(feature));
    cx.info_add(|o| _ = o.s(" ").s(feature));
    let second: Field = if service == 0x423 { STATUS } else { RESERVED };
    cx.u8(second, c)?;
    let n = c.left();
    let value = c.peek_bytes(0, n)?;
    if n > 0 {
        cx.info_add(|o| _ = o.s(" $").hex_bytes(value, 0));
    }
    data(cx, "Feature Value", c, n)
}

fn lost_or_busy<S: Sink>(cx: &mut Cx<'_, S>, service: u16, c: &mut Cursor<'_>) -> Step {
    let number = c.peek_u16(2)?;
    let (name, field, unit) =
        if service == 0x531 { ("Loss Info: ", LOSS, "") } else { ("Busy Info: ", BUSY_TIME, " ms") };
    cx.info_add(|o| _ = o.s(": ").u(number).s(unit));
    let item = folder(cx, c, c.left(), |o| _ = o.s(name).u(number).s(unit));
    cx.under(item, |cx| {
        run(cx, c, &[(STRUCT_LENGTH, 1), (STATUS, 1), (field, 2)])?;
        if service == 0x532 { cx.u16(BUSY_CONTROL, c).map(|_| ()) } else { Ok(()) }
    })
}

const CODE: &str = "Message Authentication Code";

fn security<S: Sink>(cx: &mut Cx<'_, S>, service: u16, c: &mut Cursor<'_>) -> Step {
    match service {
        0x951 => {
            endpoint(cx, "Control", c)?;
            data(cx, "DH Client Public Value", c, 32)
        }
        0x952 => {
            let session = cx.u16(SESSION, c)?;
            cx.info_add(|o| _ = o.s(" #").x(session, 4));
            data(cx, "DH Server Public Value", c, 32)?;
            data(cx, CODE, c, 16)
        }
        0x953 => {
            cx.u8(RESERVED, c)?;
            let user = cx.u8(USER, c)?;
            cx.info_add(|o| _ = o.s(" User=").u(user));
            data(cx, CODE, c, 16)
        }
        0x954 => {
            let status = cx.u8(SESSION_STATUS, c)?;
            cx.info_add(|o| _ = o.s(" ").u(status));
            cx.u8(RESERVED, c).map(|_| ())
        }
        _ => {
            if service == 0x950 {
                let session = cx.u16(SESSION, c)?;
                cx.info_add(|o| _ = o.s(" #").x(session, 4));
            }
            let (a, b, tag) = (c.peek_bytes(0, 6)?, c.peek_bytes(6, 6)?, c.peek_u16(12)?);
            cx.info_add(|o| _ = o.s(" $").hex_bytes(a, 0).s(".").hex_bytes(b, 0).s(".").x(tag, 4));
            data(cx, if service == 0x950 { "Sequence Number" } else { "Timestamp" }, c, 6)?;
            data(cx, "Serial Number", c, 6)?;
            cx.u16(TAG, c)?;
            if service == 0x955 { data(cx, CODE, c, 16) } else { Ok(()) }
        }
    }
}
