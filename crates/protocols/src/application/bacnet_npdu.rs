//! BACnet's network layer, ASHRAE 135 clause 6.

use requin_wire::{Cursor, Cx, Names, Sink, Step, proto};

proto! {
    BACNET "bacnet" "Building Automation and Control Network NPDU" "BACnet" App
    on []
    fields {
        CONTROL "bacnet.control" "Control": U8 Hex;
        CONTROL_DEST "bacnet.control_dest" "Destination Specifier": Bool(8) & 0x20 = Names::Bools("DNET, DLEN and Hop Count present. If DLEN=0: broadcast, dest. address field absent.", "DNET, DLEN, DADR and Hop Count absent.");
        CONTROL_EXPECT "bacnet.control_expect" "Expecting Reply": Bool(8) & 0x4 = Names::Bools("BACnet-Confirmed-Request-PDU, a segment of BACnet-ComplexACK-PDU or Network Message expecting a reply present.", "Other than a BACnet-Confirmed-Request-PDU, segment of BACnet-ComplexACK-PDU or network layer message expecting a reply present.");
        CONTROL_NET "bacnet.control_net" "NSDU contains": Bool(8) & 0x80 = Names::Bools("network layer message, message type field present.", "BACnet APDU, message type field absent.");
        CONTROL_PRIO_HIGH "bacnet.control_prio_high" "Priority": Bool(8) & 0x2 = Names::Bools("Life Safety or Critical Equipment message.", "Not a Life Safety or Critical Equipment message.");
        CONTROL_PRIO_LOW "bacnet.control_prio_low" "Priority": Bool(8) & 0x1 = Names::Bools("Urgent message", "Normal message");
        CONTROL_RES1 "bacnet.control_res1" "Reserved": Bool(8) & 0x40 = Names::Bools("Shall be zero, but is one.", "Shall be zero and is zero.");
        CONTROL_RES2 "bacnet.control_res2" "Reserved": Bool(8) & 0x10 = Names::Bools("Shall be zero, but is one.", "Shall be zero and is zero.");
        CONTROL_SRC "bacnet.control_src" "Source specifier": Bool(8) & 0x8 = Names::Bools("SNET, SLEN and SADR present, SLEN=0 invalid, SLEN specifies length of SADR", "SNET, SLEN and SADR absent");
        DLEN "bacnet.dlen" "Destination MAC Layer Address Length": U8 Dec;
        DNET "bacnet.dnet" "Destination Network Address": U16 Dec;
        HOPC "bacnet.hopc" "Hop Count": U8 Dec;
        MESGTYP "bacnet.mesgtyp" "Network Layer Message Type": U8 Hex = MESGTYP_NAMES;
        NETNO_STATUS "bacnet.netno_status" "Network number status (enumerated)": U8 Dec;
        VERSION "bacnet.version" "Version": U8 Dec;
        DADR_ETH "bacnet.dadr_eth" "Destination ISO 8802-3 MAC Address": Ether;
        SADR_ETH "bacnet.sadr_eth" "SADR": Ether;
        DADR_MSTP "bacnet.dadr_mstp" "DADR": U8 Dec;
        SADR_MSTP "bacnet.sadr_mstp" "SADR": U8 Dec;
        DADR_TMP "bacnet.dadr_tmp" "Unknown Destination MAC": Bytes;
        SADR_TMP "bacnet.sadr_tmp" "Unknown Source MAC": Bytes;
        SNET "bacnet.snet" "Source Network Address": U16 Dec;
        SLEN "bacnet.slen" "Source MAC Layer Address Length": U8 Dec;
        VENDOR "bacnet.vendor" "Vendor ID": U16 Dec;
        PERF "bacnet.perf" "Performance Index": U8 Dec;
        REJECTREASON "bacnet.rejectreason" "Reject Reason": U8 Dec = REJECTREASON_NAMES;
        RPORTNUM "bacnet.rportnum" "Number of Port Mappings": U8 Dec;
        PORTID "bacnet.portid" "Port ID": U8 Hex;
        PINFOLEN "bacnet.pinfolen" "Port Info Length": U8 Dec;
        TERM_TIME_VALUE "bacnet.term_time_value" "Termination Time Value (seconds)": U8 Dec;
    }
}

const MESGTYP_NAMES: Names = Names::Ranges(&[
    (0, 0, "Who-Is-Router-To-Network"),
    (1, 1, "I-Am-Router-To-Network"),
    (2, 2, "I-Could-Be-Router-To-Network"),
    (3, 3, "Reject-Message-To-Network"),
    (4, 4, "Router-Busy-To-Network"),
    (5, 5, "Router-Available-To-Network"),
    (6, 6, "Initialize-Routing-Table"),
    (7, 7, "Initialize-Routing-Table-Ack"),
    (8, 8, "Establish-Connection-To-Network"),
    (9, 9, "Disconnect-Connection-To-Network"),
    (10, 10, "Challenge-Request"),
    (11, 11, "Security-Payload"),
    (12, 12, "Security-Response"),
    (13, 13, "Request-Key-Update"),
    (14, 14, "Update-Keyset"),
    (15, 15, "Update-distribution-Key"),
    (16, 16, "Request-Masterkey"),
    (17, 17, "Set-Masterkey"),
    (18, 18, "What-Is-Networknumber"),
    (19, 19, "Networknumber-Is"),
    (20, 127, "Reserved for Use by ASHRAE"),
    (128, 255, "Vendor Proprietary Message"),
]);
const REJECTREASON_NAMES: Names = Names::Ranges(&[
    (0, 0, "Other error."),
    (
        1,
        1,
        "The router is not directly connected to DNET and cannot find a router to DNET on any directly connected network using Who-Is-Router-To-Network messages.",
    ),
    (2, 2, "The router is busy and unable to accept messages for the specified DNET at the present time."),
    (3, 3, "It is an unknown network layer message type."),
    (4, 4, "The message is too long to be routed to this DNET."),
    (5, 5, "The router is no longer directly connected to DNET but can reconnect if requested."),
    (6, 6, "The router is no longer directly connected to DNET and cannot reconnect even if requested."),
    (7, 255, "Invalid Rejection Reason."),
]);

/// What each bit of the control octet is called where it is set.
const BITS: &[(u8, &str)] = &[
    (0x80, "NSDU contains"),
    (0x20, "Destination Specifier"),
    (0x08, "Source specifier"),
    (0x04, "Expecting Reply"),
    (0x02, "Priority"),
    (0x01, "Priority"),
];

/// Length of an address of Ethernet.
const ETHER: u8 = 6;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BACnet");
    cx.info_clear();
    let from = c;
    let version = c.peek_u8(0)?;
    let item = cx.field(VERSION, &mut c, 1)?;
    cx.label(item, |o| {
        o.s("Version: ").hex(version, 2).s(if version == 1 { " (ASHRAE 135-1995)" } else { " (unknown)" });
    });
    let bits = [
        CONTROL_NET,
        CONTROL_RES1,
        CONTROL_DEST,
        CONTROL_RES2,
        CONTROL_SRC,
        CONTROL_EXPECT,
        CONTROL_PRIO_HIGH,
        CONTROL_PRIO_LOW,
    ];
    let (control, item) = cx.flags(CONTROL, &mut c, 1, &bits)?;
    let control = control as u8;
    cx.append(item, |o| {
        for (_, name) in BITS.iter().filter(|(bit, _)| control & bit != 0) {
            o.s(", ").s(name);
        }
    });
    if control & 0x20 != 0 {
        cx.u16(DNET, &mut c)?;
        let n = c.peek_u8(0)?;
        let item = cx.field(DLEN, &mut c, 1)?;
        if n == 0 {
            cx.append(item, |o| _ = o.s(" indicates Broadcast on Destination Network"));
        }
        address(cx, &mut c, n, [DADR_ETH, DADR_MSTP, DADR_TMP])?;
    }
    if control & 0x08 != 0 {
        cx.u16(SNET, &mut c)?;
        let n = c.peek_u8(0)?;
        cx.field(SLEN, &mut c, 1)?;
        address(cx, &mut c, n, [SADR_ETH, SADR_MSTP, SADR_TMP])?;
    }
    if control & 0x20 != 0 {
        cx.u8(HOPC, &mut c)?;
    }
    if control & 0x80 == 0 {
        cx.proto_len(c.pos() - from.pos());
        return cx.call(super::bacnet_apdu::ID, c);
    }
    let kind = cx.u8(MESGTYP, &mut c)?;
    cx.info(|o| _ = o.s(MESGTYP_NAMES.or(u64::from(kind), "Unknown")));
    message(cx, c, kind)
}

fn address<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    n: u8,
    [ether, mstp, other]: [requin_wire::Field; 3],
) -> Step {
    let field = match n {
        0 => return Ok(()),
        1 => mstp,
        ETHER => ether,
        _ => other,
    };
    cx.field(field, c, usize::from(n)).map(|_| ())
}

/// Messages of the network layer itself.
fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8) -> Step {
    if kind >= 0x80 {
        cx.u16(VENDOR, &mut c)?;
    }
    match kind {
        0 if c.is_empty() => Ok(()),
        0 | 1 | 4 | 5 => {
            while c.left() >= 2 {
                cx.u16(DNET, &mut c)?;
            }
            Ok(())
        }
        2 => {
            cx.u16(DNET, &mut c)?;
            cx.u8(PERF, &mut c).map(|_| ())
        }
        3 => {
            cx.u8(REJECTREASON, &mut c)?;
            cx.u16(DNET, &mut c).map(|_| ())
        }
        6 | 7 => {
            let n = cx.u8(RPORTNUM, &mut c)?;
            for _ in 0..n {
                cx.u16(DNET, &mut c)?;
                cx.u8(PORTID, &mut c)?;
                let len = usize::from(cx.u8(PINFOLEN, &mut c)?);
                c.skip(len)?;
            }
            Ok(())
        }
        8 => {
            cx.u16(DNET, &mut c)?;
            cx.u8(TERM_TIME_VALUE, &mut c).map(|_| ())
        }
        9 => cx.u16(DNET, &mut c).map(|_| ()),
        0x13 => {
            cx.u16(DNET, &mut c)?;
            cx.u8(NETNO_STATUS, &mut c).map(|_| ())
        }
        _ => Ok(()),
    }
}
