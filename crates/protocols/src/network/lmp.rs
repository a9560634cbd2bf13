//! Link Management Protocol, RFC 4204.

use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    LMP "lmp" "Link Management Protocol (LMP)" "LMP" App
    on [Udp 701]
    fields {
        MSG "lmp.msg" "Message Type": U8 Dec = MSG_NAMES;
        HDR_CCDOWN "lmp.hdr.ccdown" "ControlChannelDown": Bool(8) & 0x1;
        HDR_REBOOT "lmp.hdr.reboot" "Reboot": Bool(8) & 0x2;
        OBJECT "lmp.object" "LOCAL_CCID": U8 Dec;
        OBJ_CCID "lmp.obj.ccid" "CCID": None;
        OBJ_NODEID "lmp.obj.Nodeid" "NODE_ID": None;
        OBJ_MESSAGEID "lmp.obj.messageid" "MESSAGE_ID": None;
        OBJ_CONFIG "lmp.obj.config" "CONFIG": None;
        OBJ_HELLO "lmp.obj.hello" "HELLO": None;
        OBJ_TE_LINK "lmp.obj.te_link" "TE_LINK": None;
        OBJ_DATA_LINK "lmp.obj.data_link" "DATA_LINK": None;
        OBJ_CTYPE "lmp.obj.ctype" "Object C-Type": U8 Dec;
        LOCAL_CCID "lmp.local_ccid" "Local CCID Value": U32 Dec;
        REMOTE_CCID "lmp.remote_ccid" "Remote CCID Value": U32 Dec;
        LOCAL_NODEID "lmp.local_nodeid" "Local Node ID Value": Ipv4;
        REMOTE_NODEID "lmp.remote_nodeid" "Remote Node ID Value": Ipv4;
        MESSAGEID "lmp.messageid" "Message-ID Value": U32 Dec;
        MESSAGEID_ACK "lmp.messageid_ack" "Message-ID Ack Value": U32 Dec;
        HELLOINTERVAL "lmp.hellointerval" "HelloInterval": U32 Dec;
        HELLODEADINTERVAL "lmp.hellodeadinterval" "HelloDeadInterval": U32 Dec;
        TXSEQNUM "lmp.txseqnum" "TxSeqNum": U32 Dec;
        RXSEQNUM "lmp.rxseqnum" "RxSeqNum": U32 Dec;
        TE_LINK_FLAGS "lmp.te_link_flags" "TE-Link Flags": U8 Hex;
        TE_LINK_FAULT_MGMT "lmp.te_link.fault_mgmt" "Fault Management Supported": Bool(8) & 0x1;
        TE_LINK_LINK_VERIFY "lmp.te_link.link_verify" "Link Verification Supported": Bool(8) & 0x2;
        TE_LINK_LOCAL_IPV4 "lmp.te_link.local_ipv4" "TE-Link Local ID - IPv4": Ipv4;
        TE_LINK_LOCAL_UNNUM "lmp.te_link.local_unnum" "TE-Link Local ID - Unnumbered": U32 Dec;
        TE_LINK_REMOTE_IPV4 "lmp.te_link.remote_ipv4" "TE-Link Remote ID - IPv4": Ipv4;
        TE_LINK_REMOTE_UNNUM "lmp.te_link.remote_unnum" "TE-Link Remote ID - Unnumbered": U32 Dec;
        DATA_LINK_FLAGS "lmp.data_link_flags" "Data-Link Flags": U8 Hex;
        DATA_LINK_PORT "lmp.data_link.port" "Data-Link is Individual Port": Bool(8) & 0x1;
        DATA_LINK_LINK_VERIFY "lmp.data_link.link_verify" "Data-Link is Allocated": Bool(8) & 0x2;
        DATA_LINK_LOCAL_IPV4 "lmp.data_link.local_ipv4" "Data-Link Local ID - IPv4": Ipv4;
        DATA_LINK_LOCAL_UNNUM "lmp.data_link.local_unnum" "Data-Link Local ID - Unnumbered": U32 Dec;
        DATA_LINK_REMOTE_IPV4 "lmp.data_link.remote_ipv4" "Data-Link Remote ID - IPv4": Ipv4;
        DATA_LINK_REMOTE_UNNUM "lmp.data_link.remote_unnum" "Data-Link Remote ID - Unnumbered": U32 Dec;
        DATA_LINK_SUBOBJ "lmp.data_link_subobj" "Subobject": None;
        DATA_LINK_SWITCHING "lmp.data_link_switching" "Interface Switching Capability": U8 Dec = DATA_LINK_SWITCHING_NAMES;
        DATA_LINK_ENCODING "lmp.data_link_encoding" "LSP Encoding Type": U8 Dec = DATA_LINK_ENCODING_NAMES;
        CHECKSUM "lmp.checksum" "Message Checksum": U16 Hex;
        CHECKSUM_STATUS "lmp.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        VERSION "lmp.version" "LMP Version": U8 Dec;
        HEADER_FLAGS "lmp.header_flags" "Flags": U8 Hex;
        NEGOTIABLE "lmp.negotiable" "Negotiable": Bool(8) & 0x80 = crate::common::YES;
        OBJECT_LENGTH "lmp.object_length" "Length": U16 Dec;
        OBJECT_CLASS "lmp.object_class" "Object Class": U8 Dec = OBJECT_CLASS_NAMES;
        WAVELENGTH "lmp.wavelength" "Wavelength": U32 Dec;
        SUBOBJECT_TYPE "lmp.subobject_type" "Subobject Type": U8 Dec;
        SUBOBJECT_LENGTH "lmp.subobject_length" "Subobject Length": U8 Dec;
        MSG_CONFIG "lmp.msg.config" "Config Message": Bool;
        HEADER_LENGTH "lmp.header_length" "Length": U16 Dec = Names::Unit(" bytes", " bytes");
    }
    experts {
        INVALID_MSG_TYPE "lmp.invalid_msg_type" Warn Protocol "Invalid message type";
        INVALID_CLASS "lmp.invalid_class" Warn Protocol "Invalid class";
    }
}

names! {
    MSG_NAMES {
        1 => "Config Message. ",
        2 => "ConfigAck Message. ",
        3 => "ConfigNack Message. ",
        4 => "Hello Message. ",
        5 => "BeginVerify Message. ",
        6 => "BeginVerifyAck Message. ",
        7 => "BeginVerifyNack Message. ",
        8 => "EndVerify Message. ",
        9 => "EndVerifyAck Message. ",
        10 => "Test Message. ",
        11 => "TestStatusSuccess Message. ",
        12 => "TestStatusFailure Message. ",
        13 => "TestStatusAck Message. ",
        14 => "LinkSummary Message. ",
        15 => "LinkSummaryAck Message. ",
        16 => "LinkSummaryNack Message. ",
        17 => "ChannelStatus Message. ",
        18 => "ChannelStatusAck Message. ",
        19 => "ChannelStatusRequest Message. ",
        20 => "ChannelStatusResponse Message. ",
        21 => "TraceMonitor Message. ",
        22 => "TraceMonitorAck Message. ",
        23 => "TraceMonitorNack Message. ",
        24 => "TraceMismatch Message. ",
        25 => "TraceMismatchAck Message. ",
        26 => "TraceRequest Message. ",
        27 => "TraceReport Message. ",
        28 => "TraceReportNack Message. ",
        29 => "InsertTrace Message. ",
        30 => "InsertTraceAck Message. ",
        31 => "InsertTraceNack Message. ",
        50 => "ServiceConfig Message. ",
        51 => "ServiceConfigAck Message. ",
        52 => "ServiceConfigNack Message. ",
        241 => "DiscoveryResponse Message. ",
        242 => "DiscoveryResponseAck Message. ",
        243 => "DiscoveryResponseNack Message. ",
    }
    OBJECT_CLASS_NAMES {
        1 => "CCID",
        2 => "NODE_ID",
        3 => "LINK_ID",
        4 => "INTERFACE_ID",
        5 => "MESSAGE_ID",
        6 => "CONFIG",
        7 => "HELLO",
        8 => "BEGIN_VERIFY",
        9 => "BEGIN_VERIFY_ACK",
        10 => "VERIFY_ID",
        11 => "TE_LINK",
        12 => "DATA_LINK",
        13 => "CHANNEL_STATUS",
        14 => "CHANNEL_STATUS_REQUEST",
        20 => "ERROR",
        21 => "TRACE",
        22 => "TRACE_REQ",
        51 => "SERVICE_CONFIG",
        248 => "DA_DCN_ADDRESS",
        249 => "LOCAL_LAD_INFO",
    }
}
const DATA_LINK_SWITCHING_NAMES: Names = Names::Ranges(&[
    (0x1, 0x1, "Packet-Switch Capable-1 (PSC-1)"),
    (0x2, 0x2, "Packet-Switch Capable-2 (PSC-2)"),
    (0x3, 0x3, "Packet-Switch Capable-3 (PSC-3)"),
    (0x4, 0x4, "Packet-Switch Capable-4 (PSC-4)"),
    (0x5, 0x1d, "Unassigned"),
    (0x1e, 0x1e, "Ethernet Virtual Private Line (EVPL)"),
    (0x1f, 0x27, "Unassigned"),
    (0x28, 0x28, "802.1 PBB-TE"),
    (0x29, 0x32, "Unassigned"),
    (0x33, 0x33, "Layer-2 Switch Capable (L2SC)"),
    (0x34, 0x63, "Unassigned"),
    (0x64, 0x64, "Time-Division-Multiplex Capable (TDM)"),
    (0x65, 0x7c, "Unassigned"),
    (0x7d, 0x7d, "Data Channel Switching Capable (DCSC)"),
    (0x7e, 0x95, "Unassigned"),
    (0x96, 0x96, "Lambda-Switch Capable (LSC)"),
    (0x97, 0x97, "WSON-LSC"),
    (0x98, 0x98, "Flexi-Grid-LSC"),
    (0x99, 0xa9, "Unassigned"),
    (0xc8, 0xc8, "Fiber-Switch Capable (FSC)"),
    (0xc9, 0xff, "Unassigned"),
]);
const DATA_LINK_ENCODING_NAMES: Names = Names::Ranges(&[
    (0x1, 0x1, "Packet"),
    (0x2, 0x2, "Ethernet"),
    (0x3, 0x3, "ANSI/ETSI PDH"),
    (0x4, 0x4, "Reserved"),
    (0x5, 0x5, "SDH ITU-T G.707 / SONET ANSI T1.105"),
    (0x6, 0x6, "Reserved"),
    (0x7, 0x7, "Digital Wrapper"),
    (0x8, 0x8, "Lambda (photonic)"),
    (0x9, 0x9, "Fiber"),
    (0xa, 0xa, "Reserved"),
    (0xb, 0xb, "FiberChannel"),
    (0xc, 0xc, "G.709 ODUk (Digital Path)"),
    (0xd, 0xd, "G.709 Optical Channel"),
    (0xe, 0xe, "Ethernet Line (EPL Type 2)"),
    (0xf, 0xef, "Unassigned"),
    (0xf0, 0xff, "Experimental Usage/temporarily"),
]);

const CONFIG: u8 = 1;
const NOT_PRESENT: u64 = 3;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LMP");
    cx.info_clear();
    let h = *c.peek_array::<8>()?;
    let kind = u64::from(h[3]);
    cx.info(|o| match MSG_NAMES.find(kind) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown (").u(kind).s("). "),
    });
    let known = MSG_NAMES.find(kind);
    let item = cx.line(c.span(8), |o| {
        o.s("LMP Header. ");
        match known {
            Some(name) => o.s(name),
            None => o.s("Unknown Message (").u(kind).s("). "),
        };
    });
    cx.under(item, |cx| -> Step {
        let version = cx.add(VERSION, c.span(1), Value::U(u64::from(h[0])));
        cx.set_len(version, 1);
        c.skip(2)?;
        cx.flags(HEADER_FLAGS, &mut c, 1, &[HDR_CCDOWN, HDR_REBOOT])?;
        let message = cx.peek(MSG, &c, 1)?;
        if known.is_none() {
            cx.expert_with(INVALID_MSG_TYPE, message, c.span(1), |o| {
                o.s("Invalid message type: ").u(kind);
            });
        } else if h[3] == CONFIG {
            cx.hidden(MSG_CONFIG, c.span(1), Value::U(1));
        }
        c.skip(1)?;
        cx.u16(HEADER_LENGTH, &mut c)?;
        if known.is_some() {
            // It was left away by RFC 4204.
            let item = cx.generated(CHECKSUM, c.span(2), Value::U(0));
            cx.label(item, |o| _ = o.s("Message Checksum: [missing]"));
            cx.generated(CHECKSUM_STATUS, c.span(0), Value::U(NOT_PRESENT));
        }
        c.skip(2)
    })?;
    if known.is_none() {
        return Ok(());
    }
    // Objects go on as far as the message says, whatever the last one claims.
    let mut all = c;
    let mut c = c.within(usize::from(u16::from_be_bytes([h[4], h[5]])).saturating_sub(8).min(c.left()));
    while !c.is_empty() {
        let [_, _, a, b] = *c.peek_array::<4>()?;
        let len = usize::from(u16::from_be_bytes([a, b]));
        if len < 4 {
            return Err(Stop::Malformed);
        }
        object(cx, all.take(len), len)?;
        c.advance(len);
    }
    Ok(())
}

fn node(class: u8) -> Option<Field> {
    Some(match class {
        1 => OBJ_CCID,
        2 => OBJ_NODEID,
        5 => OBJ_MESSAGEID,
        6 => OBJ_CONFIG,
        7 => OBJ_HELLO,
        11 => OBJ_TE_LINK,
        12 => OBJ_DATA_LINK,
        _ => return None,
    })
}

fn object<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, len: usize) -> Step {
    let [head, class, ..] = *c.peek_array::<4>()?;
    let (ctype, class_number) = (head & 0x7f, u64::from(class));
    let known = OBJECT_CLASS_NAMES.find(class_number);
    let item = cx.generated(OBJECT, c.span(1), Value::U(class_number));
    let Some(name) = known else {
        cx.expert_with(INVALID_CLASS, item, c.span(0), |o| _ = o.s("Invalid class: ").u(class_number));
        return Ok(());
    };
    let item = match node(class) {
        Some(field) => cx.add(field, c.span(len), Value::None),
        None => cx.line(c.span(len), |o| _ = o.s(name)),
    };
    cx.under(item, |cx| -> Step {
        let negotiable = head & 0x80 != 0;
        let top = cx.line(c.span(4), |o| {
            o.s("Header. Class ").u(class_number).s(", C-Type ").u(ctype).s(", Length ").u(len as u64);
            o.s(if negotiable { ", Negotiable" } else { ", Not Negotiable" });
        });
        cx.under(top, |cx| -> Step {
            cx.peek(NEGOTIABLE, &c, 1)?;
            cx.peek_at(OBJECT_LENGTH, &c, 2, 2)?;
            cx.peek_at(OBJECT_CLASS, &c, 1, 1)?;
            cx.add(OBJ_CTYPE, c.span(1), Value::U(u64::from(ctype)));
            c.skip(4)
        })?;
        match (class, ctype) {
            (1, 1) => number(cx, &mut c, item, LOCAL_CCID),
            (1, 2) => number(cx, &mut c, item, REMOTE_CCID),
            (2, 1 | 2) => {
                let address = c.peek_u32(0)?;
                cx.append(item, |o| _ = o.s(": ").ipv4(address));
                cx.field(if ctype == 1 { LOCAL_NODEID } else { REMOTE_NODEID }, &mut c, 4).map(|_| ())
            }
            (5, 1) => number(cx, &mut c, item, MESSAGEID),
            (5, 2) => number(cx, &mut c, item, MESSAGEID_ACK),
            (6, 1) => {
                let (hello, dead) = (c.peek_u16(0)?, c.peek_u16(2)?);
                cx.append(item, |o| _ = o.s(": HelloInterval: ").u(hello).s(", HelloDeadInterval: ").u(dead));
                cx.uint(HELLOINTERVAL, &mut c, 2)?;
                cx.uint(HELLODEADINTERVAL, &mut c, 2).map(|_| ())
            }
            (7, 1) => {
                let (sent, seen) = (c.peek_u32(0)?, c.peek_u32(4)?);
                cx.append(item, |o| _ = o.s(": TxSeq ").u(sent).s(", RxSeq: ").u(seen));
                cx.u32(TXSEQNUM, &mut c)?;
                cx.u32(RXSEQNUM, &mut c).map(|_| ())
            }
            (11, 1 | 3) => te_link(cx, c, item, ctype == 1),
            (12, 1 | 3) => data_link(cx, c, item, ctype == 1),
            _ => Ok(()),
        }
    })
}

fn number<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, item: Item, field: Field) -> Step {
    let n = cx.u32(field, c)?;
    cx.append(item, |o| _ = o.s(": ").u(n));
    Ok(())
}

/// Says which two ends a link has, and adds them.
fn ends<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, item: Item, v4: bool, fields: [Field; 2]) -> Step {
    let (local, remote) = (c.peek_u32(0)?, c.peek_u32(4)?);
    cx.append(item, |o| {
        if v4 {
            o.s(": IPv4: Local ").ipv4(local).s(", Remote ").ipv4(remote);
        } else {
            o.s(": Unnumbered: Local ").u(local).s(", Remote ").u(remote);
        }
    });
    cx.field(fields[0], c, 4)?;
    cx.field(fields[1], c, 4).map(|_| ())
}

fn te_link<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, item: Item, v4: bool) -> Step {
    let (flags, bits) = cx.flags(TE_LINK_FLAGS, &mut c, 1, &[TE_LINK_FAULT_MGMT, TE_LINK_LINK_VERIFY])?;
    cx.append(bits, |o| {
        o.s(": ").s(if flags & 1 != 0 { "Fault-Mgmt-Supported " } else { "" });
        o.s(if flags & 2 != 0 { "Link-Verification-Supported " } else { "" });
    });
    c.skip(3)?;
    let fields = if v4 {
        [TE_LINK_LOCAL_IPV4, TE_LINK_REMOTE_IPV4]
    } else {
        [TE_LINK_LOCAL_UNNUM, TE_LINK_REMOTE_UNNUM]
    };
    ends(cx, &mut c, item, v4, fields)
}

fn data_link<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, item: Item, v4: bool) -> Step {
    let (flags, bits) = cx.flags(DATA_LINK_FLAGS, &mut c, 1, &[DATA_LINK_PORT, DATA_LINK_LINK_VERIFY])?;
    cx.append(bits, |o| {
        o.s(": ").s(if flags & 1 != 0 { "Interface-Type-Port " } else { "Interface-Type-Component-Link " });
        o.s(if flags & 2 != 0 { "Allocated " } else { "Unallocated " });
    });
    c.skip(3)?;
    let fields = if v4 {
        [DATA_LINK_LOCAL_IPV4, DATA_LINK_REMOTE_IPV4]
    } else {
        [DATA_LINK_LOCAL_UNNUM, DATA_LINK_REMOTE_UNNUM]
    };
    ends(cx, &mut c, item, v4, fields)?;
    while !c.is_empty() {
        let [kind, len] = *c.peek_array::<2>()?;
        let item = cx.add(DATA_LINK_SUBOBJ, c.span(usize::from(len)), Value::None);
        let here = c;
        cx.under(item, |cx| -> Step {
            let mut c = here;
            cx.u8(SUBOBJECT_TYPE, &mut c)?;
            cx.u8(SUBOBJECT_LENGTH, &mut c)?;
            match kind {
                1 => {
                    cx.label(item, |o| _ = o.s("Interface Switching Capability"));
                    cx.u8(DATA_LINK_SWITCHING, &mut c)?;
                    cx.u8(DATA_LINK_ENCODING, &mut c).map(|_| ())
                }
                2 => {
                    let n = c.peek_u32(2)?;
                    cx.label(item, |o| _ = o.s("Wavelength: ").u(n));
                    c.skip(2)?;
                    cx.u32(WAVELENGTH, &mut c).map(|_| ())
                }
                _ => Ok(()),
            }
        })?;
        // One that claims to be empty would come again and again.
        if usize::from(len) < 2 {
            return Ok(());
        }
        c.skip(usize::from(len))?;
    }
    Ok(())
}
