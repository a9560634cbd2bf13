//! Label Distribution Protocol, RFC 5036: messages and their TLVs.

use super::address_family;
use requin_wire::{Cursor, Cx, Field, Names, Pdu, Sink, Step, names, proto};

proto! {
    LDP "ldp" "Label Distribution Protocol" "LDP" App
    on [Udp 646, Tcp 646]
    frames [frames]
    fields {
        HDR_VERSION "ldp.hdr.version" "Version": U16 Dec;
        HDR_PDU_LEN "ldp.hdr.pdu_len" "PDU Length": U16 Dec;
        HDR_LDPID_LSR "ldp.hdr.ldpid.lsr" "LSR ID": Ipv4;
        HDR_LDPID_LSID "ldp.hdr.ldpid.lsid" "Label Space ID": U16 Dec;
        MSG_UBIT "ldp.msg.ubit" "U bit": Bool(8) & 0x80 = Names::Bools("Unknown bit set", "Unknown bit not set");
        MSG_TYPE "ldp.msg.type" "Message Type": U16 Hex = MSG_TYPE_NAMES;
        MSG_LEN "ldp.msg.len" "Message Length": U16 Dec;
        MSG_ID "ldp.msg.id" "Message ID": U32 Hex;
        TLV_UNKNOWN "ldp.msg.tlv.unknown" "TLV Unknown bits": U8 Hex & 0xc0 = TLV_UNKNOWN_NAMES;
        TLV_TYPE "ldp.msg.tlv.type" "TLV Type": U16 Hex = TLV_TYPE_NAMES;
        TLV_LEN "ldp.msg.tlv.len" "TLV Length": U16 Dec;
        TLV_VALUE "ldp.msg.tlv.value" "TLV Value": Bytes;
        HELLO_HOLD "ldp.msg.tlv.hello.hold" "Hold Time": U16 Dec;
        HELLO_TARGETED "ldp.msg.tlv.hello.targeted" "Targeted Hello": Bool(16) & 0x8000 = Names::Bools("Targeted Hello", "Link Hello");
        HELLO_REQUESTED "ldp.msg.tlv.hello.requested" "Hello Requested": Bool(16) & 0x4000 = Names::Bools("Source requests periodic hellos", "Source does not request periodic hellos");
        HELLO_GTSM "ldp.msg.tlv.hello.gtsm" "GTSM Flag": Bool(16) & 0x2000 = Names::Bools("Set", "Not set");
        HELLO_RES "ldp.msg.tlv.hello.res" "Reserved": U16 Hex & 0x1fff;
        IPV4_TADDR "ldp.msg.tlv.ipv4.taddr" "IPv4 Transport Address": Ipv4;
        IPV6_TADDR "ldp.msg.tlv.ipv6.taddr" "IPv6 Transport Address": Ipv6;
        HELLO_CNF_SEQNO "ldp.msg.tlv.hello.cnf_seqno" "Configuration Sequence Number": U32 Dec;
        GENERIC_LABEL "ldp.msg.tlv.generic.label" "Generic Label": U32 DecHex & 0xfffff;
        SESS_VER "ldp.msg.tlv.sess.ver" "Session Protocol Version": U16 Dec;
        SESS_KA "ldp.msg.tlv.sess.ka" "Session KeepAlive Time": U16 Dec;
        SESS_ADVBIT "ldp.msg.tlv.sess.advbit" "Session Label Advertisement Discipline": Bool(8) & 0x80 = Names::Bools("Downstream On Demand proposed", "Downstream Unsolicited proposed");
        SESS_LDETBIT "ldp.msg.tlv.sess.ldetbit" "Session Loop Detection": Bool(8) & 0x40 = Names::Bools("Loop Detection Enabled", "Loop Detection Disabled");
        SESS_PVLIM "ldp.msg.tlv.sess.pvlim" "Session Path Vector Limit": U8 Dec;
        SESS_MXPDU "ldp.msg.tlv.sess.mxpdu" "Session Max PDU Length": U16 Dec;
        SESS_RXLSR "ldp.msg.tlv.sess.rxlsr" "Session Receiver LSR Identifier": Ipv4;
        SESS_RXLS "ldp.msg.tlv.sess.rxls" "Session Receiver Label Space Identifier": U16 Dec;
        FEC_TYPE "ldp.msg.tlv.fec.type" "FEC Element Type": U8 Dec = FEC_TYPES;
        FEC_AF "ldp.msg.tlv.fec.af" "FEC Element Address Type": U16 Dec = address_family::NAMES;
        FEC_LEN "ldp.msg.tlv.fec.len" "FEC Element Length": U8 Dec;
        FEC_PFVAL "ldp.msg.tlv.fec.pfval" "FEC Element Prefix Value": Str;
        FEC_HOVAL "ldp.msg.tlv.fec.hoval" "FEC Element Host Address Value": Str;
        ADDRL_ADDR_FAMILY "ldp.msg.tlv.addrl.addr_family" "Address Family": U16 Dec = address_family::NAMES;
        ADDRL_ADDR "ldp.msg.tlv.addrl.addr" "Address": Str;
        PV_LSRID "ldp.msg.tlv.pv.lsrid" "LSR Id": Ipv4;
        STATUS_EBIT "ldp.msg.tlv.status.ebit" "E Bit": Bool(8) & 0x80 = Names::Bools("Fatal Error Notification", "Advisory Notification");
        STATUS_FBIT "ldp.msg.tlv.status.fbit" "F Bit": Bool(8) & 0x40 = Names::Bools("Notification should be Forwarded", "Notification should NOT be Forwarded");
        STATUS_DATA "ldp.msg.tlv.status.data" "Status Data": U32 Hex & 0x3fffffff = STATUS_NAMES;
        STATUS_MSG_ID "ldp.msg.tlv.status.msg.id" "Message ID": U32 Hex;
        STATUS_MSG_TYPE "ldp.msg.tlv.status.msg.type" "Message Type": U16 Hex = MSG_TYPE_NAMES;
        HC_VALUE "ldp.msg.tlv.hc.value" "Hop Count Value": U8 Dec;
    }
    experts {
        INVALID_LENGTH "ldp.invalid_length" Error Malformed "Length of the packet is malformed";
        GTSM_SUPPORTED "ldp.gtsm_supported" Chat Protocol "GTSM is supported by the source";
        GTSM_NOT_SUPPORTED "ldp.gtsm_not_supported" Chat Protocol "GTSM is not supported by the source";
        GTSM_WITHOUT_BASIC_DISCOVERY "ldp.gtsm_not_supported_basic_discovery" Warn Protocol "GTSM is not supported by the source, since basic discovery is not enabled";
        GTSM_AND_TARGETED "ldp.dtsm_and_target" Warn Protocol "ERROR - Both GTSM and Target Flag are enabled.";
    }
}

names! {
    FEC_TYPES {
        1 => "Wildcard FEC",
        2 => "Prefix FEC",
        3 => "Host Address FEC",
        4 => "CR LSP FEC",
        5 => "Typed Wildcard FEC Element",
        6 => "P2MP",
        7 => "MP2MP-up",
        8 => "MP2MP-down",
        9 => "HSMP-upstream",
        10 => "HSMP-downstream",
        128 => "PWid FEC Element",
        129 => "Generalized PWid FEC Element",
        130 => "P2MP PW Upstream FEC Element",
        131 => "Protection FEC Element",
        132 => "P2MP_PW_DOWNSTREAM_FEC",
    }
    STATUS_NAMES {
        0x0 => "Success",
        0x1 => "Bad LDP Identifier",
        0x2 => "Bad Protocol Version",
        0x3 => "Bad PDU Length",
        0x4 => "Unknown Message Type",
        0x5 => "Bad Message Length",
        0x6 => "Unknown TLV",
        0x7 => "Bad TLV Length",
        0x8 => "Malformed TLV Value",
        0x9 => "Hold Timer Expired",
        0xa => "Shutdown",
        0xb => "Loop Detected",
        0xc => "Unknown FEC",
        0xd => "No Route",
        0xe => "No Label Resources",
        0xf => "Label Resources/Available",
        0x10 => "Session Rejected/No Hello",
        0x11 => "Session Rejected/Parameters Advertisement Mode",
        0x12 => "Session Rejected/Parameters Max PDU Length",
        0x13 => "Session Rejected/Parameters Label Range",
        0x14 => "KeepAlive Timer Expired",
        0x15 => "Label Request Aborted",
        0x16 => "Missing Message Parameters",
        0x17 => "Unsupported Address Family",
        0x18 => "Session Rejected/Bad KeepAlive Time",
        0x19 => "Internal Error",
        0x1a => "No LDP Session",
        0x1b => "Zero FT seqnum",
        0x1c => "Unexpected TLV / Session Not FT",
        0x1d => "Unexpected TLV / Label Not FT",
        0x1e => "Missing FT Protection TLV",
        0x1f => "FT ACK sequence error",
        0x20 => "Temporary Shutdown",
        0x21 => "FT Seq Numbers Exhausted",
        0x22 => "FT Session parameters / changed",
        0x23 => "Unexpected FT Cork TLV",
        0x24 => "Illegal C-Bit",
        0x25 => "Wrong C-Bit",
        0x26 => "Incompatible bit-rate",
        0x27 => "CEP-TDM mis-configuration",
        0x28 => "PW Status",
        0x2a => "Generic Misconfiguration Error",
        0x2b => "Label Withdraw PW Status Method Not Supported",
        0x2c => "IP Address of CE",
        0x2d => "Attachment Circuit bound to different remote Attachment Circuit",
        0x2e => "Unsupported Capability",
        0x2f => "End-of-LIB",
        0x30 => "Attachment Circuit bound to different PE",
        0x31 => "Invalid Topology ID",
        0x32 => "Transport Connection Mismatch",
        0x33 => "Dual-Stack Noncompliance",
        0x34 => "MRT Capability negotiated without MT Capability",
        0x35 => "VCCV Type Error",
        0x37 => "Bandwidth resources unavailable",
        0x38 => "Resources Unavailable",
        0x39 => "AII Unreachable",
        0x3a => "PW Loop Detected",
        0x3b => "Reject - unable to use the suggested tunnel/LSPs",
        0x3c => "The C-bit or S-bit unknown",
        0x40 => "LDP MP status",
        0x4a => "IP Address Type Mismatch",
        0x4b => "Wrong IP Address Type",
        0x4c => "Session Rejected/Targeted Application Capability Mismatch",
        0x10001 => "Unknown ICCP RG",
        0x10002 => "ICCP Connection Count Exceeded",
        0x10003 => "ICCP Application Connection Count Exceeded",
        0x10004 => "ICCP Application not in RG",
        0x10005 => "Incompatible ICCP Protocol Version",
        0x10006 => "ICCP Rejected Message",
        0x10007 => "ICCP Administratively Disabled",
        0x10010 => "ICCP RG Removed",
        0x10011 => "ICCP Application Removed from RG",
        0x1000001 => "Unexpected Diff-Serv TLV",
        0x1000002 => "Unsupported PHB",
        0x1000003 => "Invalid EXP<-->PHB mapping",
        0x1000004 => "Unsupported PSC",
        0x1000005 => "Per-LSP context allocation failure",
        0x4000001 => "Bad Explicit Routing TLV Error",
        0x4000002 => "Bad Strict Node Error",
        0x4000003 => "Bad Loose Node Error",
        0x4000004 => "Bad Initial ER-Hop Error",
        0x4000005 => "Resource Unavailable",
        0x4000006 => "Traffic Parameters Unavailable",
        0x4000007 => "LSP Preempted",
        0x4000008 => "Modify Request Not Supported",
        0x4000009 => "Invalid SNP ID",
        0x400000a => "Calling Party busy",
        0x400000b => "Unavailable SNP ID",
        0x400000c => "Invalid SNPP ID",
        0x400000d => "Unavailable SNPP ID",
        0x400000e => "Failed to create SNC",
        0x400000f => "Failed to establish LC",
        0x4000010 => "Invalid A End-User Name",
        0x4000011 => "Invalid Z End-User Name",
        0x4000012 => "Invalid CoS",
        0x4000013 => "Unavailable CoS",
        0x4000014 => "Invalid GoS",
        0x4000015 => "Unavailable GoS",
        0x4000016 => "Failed Security Check",
        0x4000017 => "TimeOut",
        0x4000018 => "Invalid Call Name",
        0x4000019 => "Failed to Release SNC",
        0x400001a => "Failed to Free LC",
        0x20000000 => "Unknown VPN ID",
        0x20000001 => "Illegal C-Bit",
        0x20000002 => "Wrong C-Bit",
        0x20000003 => "E-Tree VLAN mapping not supported",
        0x20000004 => "Leaf-to-Leaf PW released",
    }
    MSG_TYPE_NAMES {
        1 => "Notification Message",
        256 => "Hello Message",
        512 => "Initialization Message",
        513 => "Keep Alive Message",
        514 => "Capability Message",
        768 => "Address Message",
        769 => "Address Withdrawal Message",
        1024 => "Label Mapping Message",
        1025 => "Label Request Message",
        1026 => "Label Withdrawal Message",
        1027 => "Label Release Message",
        1028 => "Label Abort Request Message",
        1280 => "Call Setup Message",
        1281 => "Call Release Message",
        1792 => "RG Connect Message",
        1793 => "RG Disconnect Message",
        1794 => "RG Notification Message",
        1795 => "RG Application Data Message",
        15872 => "Vendor-Private Message",
        16128 => "Experimental Message",
    }
    TLV_UNKNOWN_NAMES {
        0 => "Known TLV, do not Forward",
        1 => "Known TLV, do Forward",
        2 => "Unknown TLV, do not Forward",
        3 => "Unknown TLV, do Forward",
    }
    TLV_TYPE_NAMES {
        1 => "Sequence Number TLV",
        28 => "RSVP-TE P2MP LSP TLV",
        29 => "LDP P2MP LSP TLV",
        30 => "IP Multicast Tunnel TLV",
        256 => "FEC",
        257 => "Address List",
        259 => "Hop Count",
        260 => "Path Vector",
        512 => "Generic Label",
        513 => "ATM Label",
        514 => "Frame Relay Label",
        515 => "FT Protection TLV",
        516 => "LDP Upstream-Assigned Label TLV",
        517 => "LDP Upstream-Assigned Label Request TLV",
        518 => "Entropy Label Capability TLV",
        768 => "Status",
        769 => "Extended Status",
        770 => "Returned PDU",
        771 => "Returned Message",
        772 => "Returned TLVs",
        1024 => "Common Hello Parameters",
        1025 => "IPv4 Transport Address",
        1026 => "Configuration Sequence Number",
        1027 => "IPv6 Transport Address",
        1028 => "MAC TLV",
        1029 => "Cryptographic Authentication TLV",
        1030 => "MAC Flush Parameters TLV",
        1031 => "PBB B-MAC List Sub-TLV",
        1032 => "PBB I-SID List Sub-TLV",
        1280 => "Common Session Parameters",
        1281 => "ATM Session Parameters",
        1282 => "Frame Relay Session Parameters",
        1283 => "FT Session TLV",
        1284 => "FT Ack TLV",
        1285 => "FT Cork TLV",
        1286 => "Dynamic Capability Announcement",
        1287 => "LDP Upstream Label Assignment Capability TLV",
        1288 => "P2MP Capability Parameter",
        1289 => "MP2MP Capability Parameter",
        1290 => "MBB Capability Parameter",
        1291 => "Typed Wildcard FEC Capability",
        1292 => "Multi-Topology Capability",
        1293 => "State Advertisement Control Capability",
        1295 => "Targeted Application Capability",
        1536 => "Label Request Message ID",
        1537 => "MTU TLV",
        1539 => "Unrecognized Notification Capability",
        1792 => "ICCP capability TLV",
        1793 => "Dual-Stack capability",
        2048 => "Explicit Route TLV",
        2049 => "Ipv4 Prefix ER-Hop TLV",
        2050 => "Ipv6 Prefix ER-Hop TLV",
        2051 => "Autonomous System Number ER-Hop TLV",
        2052 => "LSP-ID ER-HOP TLV",
        2053 => "L2 PW Address of Switching Point",
        2064 => "Traffic Parameters TLV",
        2080 => "Preemption TLV",
        2081 => "LSPID TLV",
        2082 => "Resource Class TLV",
        2083 => "Route Pinning TLV",
        2084 => "Generalized Label Request TLV",
        2085 => "Generalized Label TLV",
        2086 => "Upstream Label TLV",
        2087 => "Label Set TLV",
        2088 => "Waveband Label TLV",
        2089 => "ER-Hop TLV",
        2090 => "Acceptable Label Set TLV",
        2091 => "Admin Status TLV",
        2092 => "Interface ID TLV",
        2093 => "IPV4 Interface ID TLV",
        2094 => "IPV6 Interface ID TLV",
        2095 => "IPv4 IF_ID Status TLV",
        2096 => "IPv6 IF_ID Status TLV",
        2097 => "Op-Sp Call ID TLV",
        2098 => "GU Call ID TLV",
        2099 => "Call Capability TLV",
        2100 => "Crankback TLV",
        2101 => "Protection TLV",
        2102 => "LSP_TUNNEL_INTERFACE_ID TLV",
        2103 => "Unnumbered Interface ID TLV",
        2104 => "SONET/SDH Traffic Parameters TLV",
        2305 => "Diff-Serv TLV",
        2306 => "HSMP LSP Capability Parameter",
        2400 => "IPv4 Source ID TLV",
        2401 => "IPv6 Source ID TLV",
        2402 => "NSAP Source ID TLV",
        2403 => "IPv4 Destination ID TLV",
        2404 => "IPv6 Destination ID TLV",
        2405 => "NSAP Destination ID TLV",
        2406 => "Egress Label TLV",
        2407 => "Local Connection ID TLV",
        2408 => "Diversity TLV",
        2409 => "Contract ID TLV",
        2410 => "PW Status TLV",
        2411 => "PW Interface Parameters TLV",
        2412 => "PW Group ID TLV",
        2413 => "Pseudowire Switching Point PE TLV",
        2414 => "Bandwidth TLV",
        2415 => "LDP MP Status TLV Type",
        2416 => "UNI Service Level TLV",
        2417 => "Queue Request TLV",
        2418 => "MP Node Protection Capability",
        2419 => "PSN Tunnel Binding TLV",
        2420 => "Egress Protection Capability",
    }
}

/// Version and length, then the identifier that the length counts.
const HEAD: usize = 4;
/// Of the flags of a hello: for neighbours that are no link away, and only packets of neighbours are taken (RFC 6720).
const TARGETED: u16 = 0x8000;
const GTSM: u16 = 0x2000;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [0, 1, a, b, ..] => Pdu::Len(HEAD + usize::from(u16::from_be_bytes([*a, *b]))),
        [0, 1] | [0, 1, _] | [0] | [] => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u16(0)? != 1 {
        return Err(requin_wire::Stop::NotMine);
    }
    cx.protocol("LDP");
    cx.info_clear();
    let len = HEAD + usize::from(c.peek_u16(2)?);
    let mut one = c.take(len);
    cx.proto_len(len);
    cx.u16(HDR_VERSION, &mut one)?;
    cx.u16(HDR_PDU_LEN, &mut one)?;
    cx.field(HDR_LDPID_LSR, &mut one, 4)?;
    cx.u16(HDR_LDPID_LSID, &mut one)?;
    while !one.is_empty() {
        let kind = u64::from(one.peek_u16(0)? & 0x7fff);
        let told = one.peek_u16(2)?;
        if told < LEAST {
            cx.info_add(|o| _ = o.s("Bad Message Length "));
            wrong_length(cx, &one, "Message", told, LEAST);
            break;
        }
        let len = 4 + usize::from(told);
        let m = one.take_all(len)?;
        let name = MSG_TYPE_NAMES.or(kind, "Unknown Message type");
        cx.info_add(|o| _ = o.s(name).s(" "));
        let item = cx.line(m.span(len), |o| _ = o.s(name));
        cx.under(item, |cx| message(cx, m))?;
    }
    if c.left() >= HEAD && c.peek_u16(0)? == 1 { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// A message has its identifier at least.
const LEAST: u16 = 4;

fn wrong_length<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, of: &str, told: u16, least: u16) {
    let text = |o: &mut requin_wire::Out<'_>| {
        o.s("Error processing ").s(of).s(" Length: length is ").u(told).s(", should be >= ").u(least);
    };
    let line = cx.line(c.span(c.left()), text);
    cx.expert_with(INVALID_LENGTH, line, c.span(c.left()), text);
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut m: Cursor<'_>) -> Step {
    cx.peek(MSG_UBIT, &m, 1)?;
    kind(cx, MSG_TYPE, "Message Type: ", &MSG_TYPE_NAMES, u64::from(m.peek_u16(0)? & 0x7fff), &mut m)?;
    cx.u16(MSG_LEN, &mut m)?;
    cx.u32(MSG_ID, &mut m)?;
    while m.left() >= 4 {
        let kind = m.peek_u16(0)? & 0x3fff;
        let len = 4 + usize::from(m.peek_u16(2)?);
        let mut t = m.take_all(len)?;
        let name = TLV_TYPE_NAMES.or(u64::from(kind), "Unknown TLV type");
        let item = cx.line(t.span(len), |o| _ = o.s(name));
        cx.under(item, |cx| -> Step {
            cx.peek(TLV_UNKNOWN, &t, 1)?;
            self::kind(cx, TLV_TYPE, "TLV Type: ", &TLV_TYPE_NAMES, u64::from(kind), &mut t)?;
            cx.u16(TLV_LEN, &mut t)?;
            value(cx, kind, t)
        })?;
    }
    Ok(())
}

/// A type without the bits that stand before it.
fn kind<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    label: &str,
    names: &Names,
    n: u64,
    c: &mut Cursor<'_>,
) -> Step {
    let item = cx.add(field, c.span(2), requin_wire::Value::U(n));
    cx.label(item, |o| _ = o.s(label).s(names.or(n, "Unknown")).s(" (").hex(n, 1).s(")"));
    c.skip(2)
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, mut t: Cursor<'_>) -> Step {
    let n = t.left();
    match (kind, n) {
        (0x400, 4) => {
            cx.u16(HELLO_HOLD, &mut t)?;
            let flags = t.peek_u16(0)?;
            for field in [HELLO_TARGETED, HELLO_REQUESTED] {
                cx.peek(field, &t, 2)?;
            }
            let item = cx.peek(HELLO_GTSM, &t, 2)?;
            // RFC 6720: only who is a neighbour of the link can be asked for it.
            let remark = match (flags & GTSM != 0, flags & TARGETED != 0) {
                (true, false) => GTSM_SUPPORTED,
                (true, true) => GTSM_AND_TARGETED,
                (false, false) => GTSM_NOT_SUPPORTED,
                (false, true) => GTSM_WITHOUT_BASIC_DISCOVERY,
            };
            cx.expert(remark, item, t.span(2));
            cx.peek(HELLO_RES, &t, 2)?;
        }
        (0x401, 4) => _ = cx.field(IPV4_TADDR, &mut t, 4)?,
        (0x402, 4) => _ = cx.u32(HELLO_CNF_SEQNO, &mut t)?,
        (0x403, 16) => _ = cx.field(IPV6_TADDR, &mut t, 16)?,
        (0x100, 1..) if matches!(t.peek_u8(0)?, WILDCARD..=HOST) => elements(cx, t)?,
        (0x101, 2..) => addresses(cx, t)?,
        (0x104, 4..) => {
            while t.left() >= 4 {
                cx.field(PV_LSRID, &mut t, 4)?;
            }
        }
        (0x300, 10) => {
            cx.peek(STATUS_EBIT, &t, 1)?;
            cx.peek(STATUS_FBIT, &t, 1)?;
            cx.field(STATUS_DATA, &mut t, 4)?;
            cx.u32(STATUS_MSG_ID, &mut t)?;
            cx.u16(STATUS_MSG_TYPE, &mut t)?;
        }
        (0x103, 1) => _ = cx.u8(HC_VALUE, &mut t)?,
        (0x200, 4) => _ = cx.u32(GENERIC_LABEL, &mut t)?,
        (0x500, 14) => {
            let line = cx.line(t.span(14), |o| _ = o.s("Parameters"));
            cx.under(line, |cx| -> Step {
                cx.u16(SESS_VER, &mut t)?;
                cx.u16(SESS_KA, &mut t)?;
                let bits: [Field; 2] = [SESS_ADVBIT, SESS_LDETBIT];
                for field in bits {
                    cx.peek(field, &t, 1)?;
                }
                t.skip(1)?;
                cx.u8(SESS_PVLIM, &mut t)?;
                cx.u16(SESS_MXPDU, &mut t)?;
                cx.field(SESS_RXLSR, &mut t, 4)?;
                cx.u16(SESS_RXLS, &mut t).map(|_| ())
            })?;
        }
        (_, 0) => {}
        _ => _ = cx.field(TLV_VALUE, &mut t, n)?,
    }
    Ok(())
}

const WILDCARD: u8 = 1;
const PREFIX: u8 = 2;
const HOST: u8 = 3;

/// Bytes of an address of a family.
fn size(family: u16) -> Option<usize> {
    match family {
        1 => Some(4),
        2 => Some(16),
        _ => None,
    }
}

/// Writes an address of which only so many bytes were sent.
fn address(o: &mut requin_wire::Out<'_>, family: u16, sent: &[u8]) {
    let mut all = [0; 16];
    for (to, from) in all.iter_mut().zip(sent) {
        *to = *from;
    }
    match family {
        1 => o.ipv4(u32::from_be_bytes([all[0], all[1], all[2], all[3]])),
        _ => o.ipv6(&all),
    };
}

/// The elements of a class: all, prefixes, and hosts (RFC 5036 section 3.4.1).
fn elements<S: Sink>(cx: &mut Cx<'_, S>, mut t: Cursor<'_>) -> Step {
    let all = cx.line(t.span(t.left()), |o| _ = o.s("FEC Elements"));
    cx.under(all, |cx| {
        for i in 1u32.. {
            if t.is_empty() {
                break;
            }
            let kind = t.peek_u8(0)?;
            let sent = match kind {
                PREFIX => usize::from(t.peek_u8(3)?.div_ceil(8)),
                HOST => usize::from(t.peek_u8(3)?),
                _ => 0,
            };
            let len = if kind == WILDCARD { 1 } else { 4 + sent };
            let mut e = if (WILDCARD..=HOST).contains(&kind) { t.take_all(len)? } else { t.take(t.left()) };
            let line = cx.line(e.span(e.left()), |o| _ = o.s("FEC Element ").u(i));
            cx.under(line, |cx| -> Step {
                cx.u8(FEC_TYPE, &mut e)?;
                if !matches!(kind, PREFIX | HOST) {
                    let n = e.left();
                    return if n > 0 { cx.field(TLV_VALUE, &mut e, n).map(|_| ()) } else { Ok(()) };
                }
                let family = cx.u16(FEC_AF, &mut e)?;
                cx.u8(FEC_LEN, &mut e)?;
                let bytes = e.peek_bytes(0, sent)?;
                if size(family).is_none_or(|most| sent > most) {
                    return if sent > 0 { cx.field(TLV_VALUE, &mut e, sent).map(|_| ()) } else { Ok(()) };
                }
                let (field, label) =
                    if kind == PREFIX { (FEC_PFVAL, "Prefix: ") } else { (FEC_HOVAL, "Address: ") };
                let item = cx.add_str(field, e.span(sent), |o| address(o, family, bytes));
                cx.label(item, |o| address(o.s(label), family, bytes));
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// Addresses of one family (RFC 5036 section 3.4.3).
fn addresses<S: Sink>(cx: &mut Cx<'_, S>, mut t: Cursor<'_>) -> Step {
    let family = cx.u16(ADDRL_ADDR_FAMILY, &mut t)?;
    let n = t.left();
    let Some(size) = size(family) else {
        return if n > 0 { cx.field(TLV_VALUE, &mut t, n).map(|_| ()) } else { Ok(()) };
    };
    let line = cx.line(t.span(n), |o| _ = o.s("Addresses"));
    cx.under(line, |cx| {
        for i in 1u32.. {
            if t.left() < size {
                break;
            }
            let bytes = t.peek_bytes(0, size)?;
            let item = cx.add_str(ADDRL_ADDR, t.span(size), |o| address(o, family, bytes));
            cx.label(item, |o| address(o.s("Address ").u(i).s(": "), family, bytes));
            t.skip(size)?;
        }
        Ok(())
    })
}
