//! Logical Link Control, IEEE 802.2, with the Subnetwork Access Protocol.

use super::{ethertype, oui};
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Table, Value, names, proto};

proto! {
    LLC "llc" "Logical-Link Control" "LLC" Link
    on [Link 11, Link 100]
    fields {
        DSAP "llc.dsap" "DSAP": U8 Hex = DSAP_NAMES;
        DSAP_SAP "llc.dsap.sap" "SAP": U8 Custom & 0xfe = Names::Custom(sap_text);
        DSAP_IG "llc.dsap.ig" "IG Bit": Bool(8) & 0x01 = Names::Bools("Group", "Individual");
        SSAP "llc.ssap" "SSAP": U8 Hex = DSAP_NAMES;
        SSAP_SAP "llc.ssap.sap" "SAP": U8 Custom & 0xfe = Names::Custom(sap_text);
        SSAP_CR "llc.ssap.cr" "CR Bit": Bool(8) & 0x01 = Names::Bools("Response", "Command");
        CONTROL "llc.control" "Control": U16 Hex;
        CONTROL_N_R "llc.control.n_r" "N(R)": U16 Dec & 0xfe00;
        CONTROL_N_S "llc.control.n_s" "N(S)": U16 Dec & 0x00fe;
        CONTROL_P "llc.control.p" "Poll": Bool(8) & 0x10 = crate::common::SET;
        CONTROL_F "llc.control.f" "Final": Bool(8) & 0x10 = crate::common::SET;
        CONTROL_P_EXT "llc.control.p" "Poll": Bool(16) & 0x0100 = crate::common::SET;
        CONTROL_F_EXT "llc.control.f" "Final": Bool(16) & 0x0100 = crate::common::SET;
        CONTROL_S_FTYPE "llc.control.s_ftype" "Supervisory frame type": U16 Hex & 0x000c = CONTROL_S_FTYPE_NAMES;
        CONTROL_U_MODIFIER_CMD "llc.control.u_modifier_cmd" "Command": U8 Hex & 0xec = CONTROL_U_MODIFIER_CMD_NAMES;
        CONTROL_U_MODIFIER_RESP "llc.control.u_modifier_resp" "Response": U8 Hex & 0xec = CONTROL_U_MODIFIER_RESP_NAMES;
        CONTROL_FTYPE "llc.control.ftype" "Frame type": U16 Hex & 0x0001 = CONTROL_FTYPE_NAMES;
        CONTROL_FTYPE_S "llc.control.ftype" "Frame type": U16 Hex & 0x0003 = CONTROL_FTYPE_NAMES;
        CONTROL_FTYPE_U "llc.control.ftype" "Frame type": U8 Hex & 0x03 = CONTROL_FTYPE_NAMES;
        TYPE "llc.type" "Type": U16 Hex = ethertype::NAMES;
        OUI "llc.oui" "Organization Code": U24 Oui;
        PID "llc.pid" "Protocol ID": U16 Hex;
        NORTEL_PID "llc.nortel_pid" "PID": U16 Hex = NORTEL_PID_NAMES;
        APPLE_ATALK_PID "llc.apple_atalk_pid" "PID": U16 Hex = APPLE_ATALK_PID_NAMES;
        WLCCP_PID "llc.wlccp_pid" "PID": U16 Hex = WLCCP_PID_NAMES;
        CISCO_PID "llc.cisco_pid" "PID": U16 Hex = CISCO_PID_NAMES;
    }
}

names! {
    DSAP_NAMES {
    0 => "NULL LSAP",
    1 => "NULL LSAP",
    2 => "LLC Sub-Layer Management",
    4 => "SNA Path Control",
    6 => "TCP/IP",
    8 => "SNA",
    12 => "SNA",
    14 => "PROWAY (IEC955) Network Management and Initialization",
    16 => "NetWare (unofficial?)",
    20 => "ISO Network Layer (OSLAN 1)",
    24 => "Texas Instruments",
    32 => "ISO Network Layer (unofficial?)",
    52 => "ISO Network Layer (unofficial?)",
    66 => "Spanning Tree BPDU",
    78 => "EIA RS-511 Manufacturing Message Service",
    84 => "ISO Network Layer (OSLAN 2)",
    126 => "ISO 8208 (X.25 over 802.2)",
    127 => "ISO 802.2",
    128 => "XNS",
    130 => "BACnet",
    134 => "Nestar",
    142 => "PROWAY (IEC955) Active Station List Maintenance",
    152 => "ARP",
    170 => "SNAP",
    180 => "HP JetDirect Printer",
    186 => "Banyan Vines",
    188 => "Banyan Vines",
    224 => "NetWare",
    240 => "NetBIOS",
    244 => "IBM Net Management",
    248 => "HP Extended LLC",
    250 => "Ungermann-Bass",
    252 => "Remote Program Load",
    254 => "ISO Network Layer",
    255 => "Global LSAP",
    }
    pub(crate) CONTROL_S_FTYPE_NAMES {
    0 => "Receiver ready",
    1 => "Receiver not ready",
    2 => "Reject",
    3 => "Selective reject",
    }
    pub(super) CONTROL_U_MODIFIER_CMD_NAMES {
    0 => "Unnumbered Information",
    1 => "Set Initialization Mode",
    3 => "Set Asynchronous Response Mode",
    8 => "Unnumbered Poll",
    11 => "Set Asynchronous Balanced Mode",
    16 => "Disconnect",
    19 => "Set Asynchronous Response Mode Extended",
    24 => "Unnumbered Acknowledge",
    27 => "Set Asynchronous Balanced Mode Extended",
    32 => "Set Normal Response Mode",
    33 => "Frame reject",
    35 => "Reset",
    43 => "Exchange identification",
    49 => "Configure",
    51 => "Set Normal Response Mode Extended",
    56 => "Test",
    59 => "Beacon",
    }
    pub(super) CONTROL_U_MODIFIER_RESP_NAMES {
    0 => "Unnumbered Information",
    1 => "Request Initialization Mode",
    3 => "Disconnected mode",
    8 => "Unnumbered Poll",
    11 => "Set Asynchronous Balanced Mode",
    16 => "Request Disconnect",
    19 => "Set Asynchronous Response Mode Extended",
    24 => "Unnumbered Acknowledge",
    27 => "Set Asynchronous Balanced Mode Extended",
    32 => "Set Normal Response Mode",
    33 => "Frame reject",
    35 => "Reset",
    43 => "Exchange identification",
    49 => "Configure",
    51 => "Set Normal Response Mode Extended",
    56 => "Test",
    59 => "Beacon",
    }
    pub(crate) CONTROL_FTYPE_NAMES {
    0 => "Information frame",
    1 => "Supervisory frame",
    3 => "Unnumbered frame",
    }
    NORTEL_PID_NAMES {
    417 => "NDP flatnet hello",
    418 => "NDP segment hello",
    419 => "NDP bridge hello",
    }
    APPLE_ATALK_PID_NAMES {
    32923 => "AppleTalk",
    }
    WLCCP_PID_NAMES {
    0 => "WLCCP",
    }
    CISCO_PID_NAMES {
    258 => "DRIP",
    260 => "PAgP",
    261 => "MLS Hello",
    264 => "RLQ BPDUs (request)",
    265 => "RLQ BPDUs (response)",
    267 => "PVSTP+",
    268 => "VLAN Bridge",
    273 => "UDLD",
    313 => "MCP",
    8192 => "CDP",
    8193 => "CGMP",
    8195 => "VTP",
    8196 => "DTP",
    8202 => "STP Uplink Fast",
    }
}

fn sap_text(v: Value, o: &mut Out<'_>) {
    let v = v.as_u64().unwrap_or(0);
    o.s(DSAP_NAMES.or(v << 1, "Unknown"));
}

/// What a control field makes of the frame.
pub(super) struct Control {
    /// Whether a payload follows.
    pub(super) payload: bool,
}

fn sap(o: &mut Out<'_>, v: u8) {
    match DSAP_NAMES.find(u64::from(v)) {
        Some(name) => o.s(name),
        None => o.hex(v, 2),
    };
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LLC");
    cx.info_clear();
    let dsap = c.peek_u8(0)?;
    cx.flags(DSAP, &mut c, 1, &[DSAP_SAP, DSAP_IG])?;
    let ssap = c.peek_u8(0)?;
    let is_snap = dsap == 0xaa && ssap == 0xaa;
    cx.flags(SSAP, &mut c, 1, &[SSAP_SAP, SSAP_CR])?;
    let response = ssap & 1 != 0;
    let from = c;
    let is_xid = c.peek_u8(0).is_ok_and(|b| b & !POLL == XID);
    let control = control(cx, &mut c, response, &CONTROL_ROWS)?;
    cx.proto_len(2 + from.left() - c.left());
    if is_snap {
        c.peek_bytes(0, 5)?;
        cx.info_add(|o| _ = o.s("; SNAP"));
        return snap(cx, c, control.payload);
    }
    cx.info_add(|o| {
        o.s("; DSAP ");
        sap(o, dsap & 0xfe);
        o.s(if dsap & 1 != 0 { " Group, SSAP " } else { " Individual, SSAP " });
        sap(o, ssap & 0xfe);
        o.s(if response { " Response" } else { " Command" });
    });
    if c.is_empty() {
        return Ok(());
    }
    if is_xid && c.peek_u8(0).is_ok_and(|b| b == super::basicxid::FORMAT) {
        return cx.call(super::basicxid::ID, c);
    }
    if control.payload && cx.dispatch(Table::Llc, u32::from(dsap), c)? {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, c)
}

/// An unnumbered frame by which stations tell what they are, but for its poll bit.
const XID: u8 = 0xaf;
const POLL: u8 = 0x10;

/// The fields of a control field of one or two bytes; several protocols have it (ISO/IEC 13239).
pub(super) struct ControlRows {
    pub(super) whole: Field,
    pub(super) n_r: Field,
    pub(super) n_s: Field,
    /// Poll and final: in one byte, and in two.
    pub(super) p: [Field; 2],
    pub(super) f: [Field; 2],
    pub(super) s_ftype: Field,
    /// Commands and responses of unnumbered frames.
    pub(super) u: [Field; 2],
    /// The kind of information, supervisory and unnumbered frames.
    pub(super) ftype: [Field; 3],
}

const CONTROL_ROWS: ControlRows = ControlRows {
    whole: CONTROL,
    n_r: CONTROL_N_R,
    n_s: CONTROL_N_S,
    p: [CONTROL_P, CONTROL_P_EXT],
    f: [CONTROL_F, CONTROL_F_EXT],
    s_ftype: CONTROL_S_FTYPE,
    u: [CONTROL_U_MODIFIER_CMD, CONTROL_U_MODIFIER_RESP],
    ftype: [CONTROL_FTYPE, CONTROL_FTYPE_S, CONTROL_FTYPE_U],
};

/// The control field: information, supervisory or unnumbered.
pub(super) fn control<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    response: bool,
    fields: &ControlRows,
) -> Result<Control, requin_wire::Stop> {
    let first = c.peek_u8(0)?;
    let unnumbered = first & 3 == 3;
    let wide = if unnumbered { 1 } else { 2 };
    let raw = c.peek_uint(0, wide)? as u16;
    let poll = if unnumbered { first & 0x10 != 0 } else { raw & 1 != 0 };
    // Who answers with information polls, too; only supervisory and unnumbered responses are final.
    let last = response && first & 1 != 0;
    let mark = match (poll, last) {
        (false, _) => "",
        (true, true) => " F",
        (true, false) => " P",
    };
    // The second byte holds N(R) above the poll bit; the numbers are shown in the order of the bytes
    // swapped, as the standard draws them.
    let swapped = if unnumbered { raw } else { raw.swap_bytes() };
    cx.info_add(text_of(swapped, first, unnumbered, response, mark));
    let span = c.span(wide);
    let item = cx.add(fields.whole, span, Value::U(u64::from(swapped)));
    cx.label(item, |o| {
        o.s("Control field: ");
        text_of(swapped, first, unnumbered, response, mark)(o);
        o.s(" (0x");
        for shift in (0..2 * wide).rev() {
            let digit = (swapped >> (4 * shift) & 15) as u8;
            o.c(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 });
        }
        o.s(")");
    });
    let mut rows: [Option<Field>; 4] = [None; 4];
    if unnumbered {
        if poll {
            rows[0] = Some(if response { fields.f[0] } else { fields.p[0] });
        }
        rows[1] = Some(fields.u[usize::from(response)]);
        rows[2] = Some(fields.ftype[2]);
    } else {
        rows[0] = Some(fields.n_r);
        let p = if last { fields.f[1] } else { fields.p[1] };
        if first & 1 == 0 {
            rows[1] = Some(fields.n_s);
            rows[2] = poll.then_some(p);
            rows[3] = Some(fields.ftype[0]);
        } else {
            rows[1] = poll.then_some(p);
            rows[2] = Some(fields.s_ftype);
            rows[3] = Some(fields.ftype[1]);
        }
    }
    cx.under(item, |cx| {
        for field in rows.into_iter().flatten() {
            if cx.wants(field) {
                let mask = cx.registry.field(field).mask;
                let v = requin_wire::masked(u64::from(swapped), mask);
                cx.add(field, span, Value::U(v));
            }
        }
    });
    c.skip(wide)?;
    Ok(Control { payload: if unnumbered { first & 0xec == 0 } else { first & 1 == 0 } })
}

/// `I, N(R)=24, N(S)=52` and the like.
fn text_of(
    control: u16,
    first: u8,
    unnumbered: bool,
    response: bool,
    mark: &'static str,
) -> impl Fn(&mut Out<'_>) {
    move |o| {
        if unnumbered {
            let names = if response { CONTROL_U_SHORT_RESP } else { CONTROL_U_SHORT };
            o.s("U").s(mark).s(", func=").s(names.or(u64::from(first & 0xec), "Unknown"));
        } else if first & 1 == 0 {
            o.s("I").s(mark).s(", N(R)=").u(control >> 9).s(", N(S)=").u(first >> 1);
        } else {
            let name = CONTROL_S_SHORT.or(u64::from(first >> 2 & 3), "Unknown");
            o.s("S").s(mark).s(", func=").s(name).s(", N(R)=").u(control >> 9);
        }
    }
}

names! {
    pub(super) CONTROL_S_SHORT { 0 => "RR", 1 => "RNR", 2 => "REJ", 3 => "SREJ" }
    pub(super) CONTROL_U_SHORT {
        0x00 => "UI", 0x04 => "SIM", 0x0c => "SARM", 0x20 => "UP", 0x2c => "SABM", 0x40 => "DISC", 0x4c => "SARME",
        0x60 => "UA", 0x6c => "SABME", 0x80 => "SNRM", 0x84 => "FRMR", 0x8c => "RESET", 0xac => "XID", 0xc4 => "CFGR",
        0xcc => "SNRME", 0xe0 => "TEST", 0xec => "BCN",
    }
    pub(super) CONTROL_U_SHORT_RESP {
        0x00 => "UI", 0x04 => "RIM", 0x0c => "DM", 0x20 => "UP", 0x2c => "SABM", 0x40 => "RD", 0x4c => "SARME",
        0x60 => "UA", 0x6c => "SABME", 0x80 => "SNRM", 0x84 => "FRMR", 0x8c => "RESET", 0xac => "XID", 0xc4 => "CFGR",
        0xcc => "SNRME", 0xe0 => "TEST", 0xec => "BCN",
    }
}

/// Organisation and protocol; zeros as organisation mean an ethertype.
///
/// # Errors
/// Whatever stopped the protocol.
pub fn snap<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, payload: bool) -> Step {
    let h = c.peek_array::<5>()?;
    let (org, pid) = (u32::from_be_bytes([0, h[0], h[1], h[2]]), u16::from_be_bytes([h[3], h[4]]));
    let maker = oui::maker(&h[..3]);
    let name = match org {
        0 => "Encapsulated Ethernet",
        0x00_000c => "Cisco Systems, Inc",
        _ => maker.map_or("Unknown", |m| m.long),
    };
    cx.info_add(|o| {
        o.s(", OUI ").hex_upper(org, 6).s(" (").s(name).s("), PID ").hex_upper(pid, 4);
    });
    let item = cx.field(OUI, &mut c, 3)?;
    cx.label(item, |o| {
        o.s("Organization Code: ").hex_bytes(&h[..3], b':');
        match (org, maker) {
            (0, _) => _ = o.s(" (Officially Xerox, but 0:0:0:0:0:0 is more common)"),
            (_, Some(m)) => _ = o.s(" (").s(m.long).s(")"),
            _ => {}
        }
    });
    // IEEE's own organisation code for bridging over other media.
    const BRIDGED: u32 = 0x00_80c2;
    match org {
        0 | 0x00_00f8 => {
            cx.field(TYPE, &mut c, 2)?;
            if !payload {
                return rest(cx, c);
            }
            ethertype::bare(cx, pid, c)
        }
        BRIDGED => {
            cx.field(PID, &mut c, 2)?;
            match pid {
                1 | 7 => cx.call(super::ethernet::ID, c),
                0x0e => cx.call(super::stp::ID, c),
                _ => rest(cx, c),
            }
        }
        _ => {
            let field = match org {
                0x00_000c => CISCO_PID,
                0x00_0081 => NORTEL_PID,
                0x08_0007 => APPLE_ATALK_PID,
                0x00_4096 => WLCCP_PID,
                _ => PID,
            };
            cx.field(field, &mut c, 2)?;
            if payload && !c.is_empty() {
                // Keys have room for two bytes of the organisation, which all but Apple's leave enough.
                let found = match org {
                    0x08_0007 => cx.dispatch(Table::Ether, u32::from(pid), c)?,
                    0..=0xffff => cx.dispatch(Table::Snap, org << 16 | u32::from(pid), c)?,
                    _ => false,
                };
                if found {
                    return Ok(());
                }
            }
            rest(cx, c)
        }
    }
}

fn rest<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, c)
}
