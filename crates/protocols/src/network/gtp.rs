//! The GPRS Tunnelling Protocol's headers (3GPP TS 29.060, TS 29.281), and the user packets in them.

use requin_wire::{Cursor, Cx, Item, Key, Past, Sink, Step, Stop, Value, be, names, proto};

proto! {
    GTP "gtp" "GPRS Tunneling Protocol" "GTP" Carrier
    on [Udp 2152, Udp 2123]
    remember [remember] among [is_control]
    fields {
        FLAGS "gtp.flags" "Flags": U8 Hex;
        FLAGS_VERSION "gtp.flags.version" "Version": U8 Dec & 0xe0 = FLAGS_VERSION_NAMES;
        FLAGS_PAYLOAD "gtp.flags.payload" "Protocol type": U8 Dec & 0x10 = FLAGS_PAYLOAD_NAMES;
        FLAGS_RESERVED "gtp.flags.reserved" "Reserved": U8 Dec & 0xe;
        FLAGS_SNN "gtp.flags.snn" "Is SNDCP N-PDU included?": Bool(8) & 0x1 = crate::common::YES;
        FLAGS_E "gtp.flags.e" "Is Next Extension Header present?": Bool(8) & 0x4 = crate::common::YES;
        FLAGS_S "gtp.flags.s" "Is Sequence Number present?": Bool(8) & 0x2 = crate::common::YES;
        FLAGS_PN "gtp.flags.pn" "Is N-PDU number present?": Bool(8) & 0x1 = crate::common::YES;
        MESSAGE "gtp.message" "Message Type": U8 Hex = MESSAGE_NAMES;
        LENGTH "gtp.length" "Length": U16 Dec;
        TEID "gtp.teid" "TEID": U32 HexDec;
        SEQ_NUMBER "gtp.seq_number" "Sequence number": U16 HexDec;
        FLOW_LABEL "gtp.flow_label" "Flow label": U16 Hex;
        SNDCP_NUMBER "gtp.sndcp_number" "SNDCP N-PDU LLC Number": U8 Hex;
        TID "gtp.tid" "TID": Str;
        NPDU_NUMBER "gtp.npdu_number" "N-PDU Number": U8 Hex;
        EXT_HDR "gtp.ext_hdr" "Extension header": None;
        EXT_HDR_NEXT "gtp.ext_hdr.next" "Next extension header type": U8 Hex = EXT_HDR_NEXT_NAMES;
        EXT_HDR_LENGTH "gtp.ext_hdr.length" "Extension Header Length": U8 Dec;
        EXT_HDR_PDCP_SN "gtp.ext_hdr.pdcp_sn" "PDCP Sequence Number": U16 Dec;
        EXT_HDR_UDP_PORT "gtp.ext_hdr.udp_port" "UDP Port": U16 Dec;
        APN "gtp.apn" "APN": Str;
        APN_LENGTH "gtp.apn_length" "APN length": U16 Dec;
        CAUSE "gtp.cause" "Cause": U8 Dec = super::gtp_ie::CAUSE_NAMES;
        CDR_APP "gtp.cdr_app" "Application Identifier": U8 Dec & 0xf0;
        CDR_CONTEXT "gtp.cdr_context" "Context": Bytes;
        CDR_LENGTH "gtp.cdr_length" "Length": U16 Dec;
        CDR_REL "gtp.cdr_rel" "Release Identifier": U8 Dec & 0xf;
        CDR_VER "gtp.cdr_ver" "Version Identifier": U8 Dec;
        CHRG_CHAR "gtp.chrg_char" "Charging characteristics": U16 Dec;
        CHRG_CHAR_F "gtp.chrg_char_f" "Flat rate charging": U16 Dec & 0x200;
        CHRG_CHAR_H "gtp.chrg_char_h" "Hot billing charging": U16 Dec & 0x100;
        CHRG_CHAR_N "gtp.chrg_char_n" "Normal charging": U16 Dec & 0x800;
        CHRG_CHAR_P "gtp.chrg_char_p" "Prepaid charging": U16 Dec & 0x400;
        CHRG_CHAR_R "gtp.chrg_char_r" "Reserved": U16 Dec & 0xff;
        CHRG_CHAR_S "gtp.chrg_char_s" "Spare": U16 Dec & 0xf000;
        CHRG_ID "gtp.chrg_id" "Charging ID": U32 HexDec;
        DATA_RECORD_FORMAT "gtp.data_record_format" "Data record format": U8 Dec;
        EXT_FLOW_LABEL "gtp.ext_flow_label" "Flow Label Data I": U16 Hex;
        EXT_ID "gtp.ext_id" "Extension identifier": U16 Dec;
        EXT_LENGTH "gtp.ext_length" "Length": U16 Dec;
        EXT_RAT_TYPE "gtp.ext_rat_type" "RAT Type": U8 Dec = super::gtp_ie::EXT_RAT_TYPE_NAMES;
        EXT_VAL "gtp.ext_val" "Extension value": Bytes;
        FLOW_SIG "gtp.flow_sig" "Flow label Signalling": U16 Hex;
        GSN_ADDRESS_LENGTH "gtp.gsn_address_length" "GSN address length": U16 Dec;
        GSN_IPV4 "gtp.gsn_ipv4" "GSN address IPv4": Ipv4;
        LAC "gtp.lac" "Location Area Code (LAC)": U16 Dec;
        NSAPI "gtp.nsapi" "NSAPI": U8 Dec & 0xf;
        NUMBER_OF_DATA_RECORDS "gtp.number_of_data_records" "Number of data records": U8 Dec;
        PRIM_FLAGS_VERSION "gtp.prim.flags.version" "Version": U8 Dec & 0xe0;
        QOS_AL_RET_PRIORITY "gtp.qos_al_ret_priority" "Allocation/Retention priority": U8 Dec;
        QOS_DEL_ERR_SDU "gtp.qos_del_err_sdu" "Delivery of erroneous SDU": U8 Dec & 0x7 = super::gtp_ie::QOS_DEL_ERR_SDU_NAMES;
        QOS_DEL_ORDER "gtp.qos_del_order" "Delivery order": U8 Dec & 0x18 = super::gtp_ie::QOS_DEL_ORDER_NAMES;
        QOS_DELAY "gtp.qos_delay" "QoS delay": U8 Dec & 0x38 = super::gsm_a::gm::SM_QOS_DELAY_CLS_NAMES;
        QOS_GUAR_DL "gtp.qos_guar_dl" "Guaranteed bit rate for downlink": U8 Dec = super::gtp_ie::QOS_GUAR_DL_NAMES;
        QOS_GUAR_UL "gtp.qos_guar_ul" "Guaranteed bit rate for uplink": U8 Dec = super::gtp_ie::QOS_GUAR_UL_NAMES;
        QOS_MAX_DL "gtp.qos_max_dl" "Maximum bit rate for downlink": U8 Dec = super::gtp_ie::QOS_MAX_DL_NAMES;
        QOS_MAX_SDU_SIZE "gtp.qos_max_sdu_size" "Maximum SDU size": U8 Dec = super::gtp_ie::QOS_MAX_SDU_SIZE_NAMES;
        QOS_MAX_UL "gtp.qos_max_ul" "Maximum bit rate for uplink": U8 Dec = super::gtp_ie::QOS_MAX_UL_NAMES;
        QOS_MEAN "gtp.qos_mean" "QoS mean": U8 Dec & 0x1f = super::gtp_ie::QOS_MEAN_NAMES;
        QOS_PEAK "gtp.qos_peak" "QoS peak": U8 Dec & 0xf0 = super::gtp_ie::QOS_PEAK_NAMES;
        QOS_PRECEDENCE "gtp.qos_precedence" "QoS precedence": U8 Dec & 0x7 = super::gtp_ie::QOS_PRECEDENCE_NAMES;
        QOS_RELIABILITY "gtp.qos_reliability" "QoS reliability": U8 Dec & 0x7 = super::gsm_a::gm::SM_QOS_RELIABILITY_CLS_NAMES;
        QOS_RES_BER "gtp.qos_res_ber" "Residual BER": U8 Dec & 0xf0 = super::gtp_ie::QOS_RES_BER_NAMES;
        QOS_SDU_ERR_RATIO "gtp.qos_sdu_err_ratio" "SDU Error ratio": U8 Dec & 0xf = super::gtp_ie::QOS_SDU_ERR_RATIO_NAMES;
        QOS_SPARE1 "gtp.qos_spare1" "Spare": U8 Dec & 0xc0;
        QOS_SPARE2 "gtp.qos_spare2" "Spare": U8 Dec & 0x8;
        QOS_SPARE3 "gtp.qos_spare3" "Spare": U8 Dec & 0xe0;
        QOS_TRAF_CLASS "gtp.qos_traf_class" "Traffic class": U8 Dec & 0xe0 = super::gtp_ie::QOS_TRAF_CLASS_NAMES;
        QOS_TRAF_HANDL_PRIO "gtp.qos_traf_handl_prio" "Traffic handling priority": U8 Dec & 0x3 = super::gtp_ie::QOS_TRAF_HANDL_PRIO_NAMES;
        QOS_TRANS_DELAY "gtp.qos_trans_delay" "Transfer delay": U8 Dec & 0xfc = super::gtp_ie::QOS_TRANS_DELAY_NAMES;
        QOS_UMTS_LENGTH "gtp.qos_umts_length" "Length": U16 Dec;
        RAI_RAC "gtp.rai_rac" "Routing Area Code (RAC)": U8 Dec;
        RECOVERY "gtp.recovery" "Recovery": U8 Dec;
        REORDER "gtp.reorder" "Reordering required": Bool;
        SEL_MODE "gtp.sel_mode" "Selection mode": U8 Dec & 0x3 = super::gtp_ie::SEL_MODE_NAMES;
        TEID_CP "gtp.teid_cp" "TEID Control Plane": U32 HexDec;
        TEID_DATA "gtp.teid_data" "TEID Data I": U32 HexDec;
        TIMEZONE "gtp.timezone" "Timezone": U8 Dec;
        TIMEZONE_DST "gtp.timezone_dst" "DST": U8 Dec & 0x3 = super::gtp_ie::TIMEZONE_DST_NAMES;
        TR_COMM "gtp.tr_comm" "Packet transfer command": U8 Dec = super::gtp_ie::TR_COMM_NAMES;
        RESPONSE_IN "gtp.response_in" "Response In": Framenum;
        RESPONSE_TO "gtp.response_to" "Response To": Framenum;
        TIME "gtp.time" "Time": RelTime;
        USER_ADDR_PDP_ORG "gtp.user_addr_pdp_org" "PDP type organization": U8 Dec = super::gtp_ie::USER_ADDR_PDP_ORG_NAMES;
        USER_ADDR_PDP_TYPE "gtp.user_addr_pdp_type" "PDP type number": U8 Hex = super::gtp_ie::USER_ADDR_PDP_TYPE_NAMES;
        USER_IPV4 "gtp.user_ipv4" "End user address IPv4": Ipv4;
    }
}

names! {
    FLAGS_VERSION_NAMES {
0 => "GTP release 97/98 version",
1 => "GTP release 99 version",
2 => "GTPv2-C",
3 => "None",
4 => "None",
5 => "None",
6 => "None",
7 => "None",
    }
    FLAGS_PAYLOAD_NAMES {
0 => "GTP'",
1 => "GTP",
    }
    MESSAGE_NAMES {
0 => "For future use",
1 => "Echo request",
2 => "Echo response",
3 => "Version not supported",
4 => "Node alive request",
5 => "Node alive response",
6 => "Redirection request",
7 => "Redirection response",
16 => "Create PDP context request",
17 => "Create PDP context response",
18 => "Update PDP context request",
19 => "Update PDP context response",
20 => "Delete PDP context request",
21 => "Delete PDP context response",
22 => "Initiate PDP Context Activation Request",
23 => "Initiate PDP Context Activation Response",
24 => "Delete AA PDP Context Request",
25 => "Delete AA PDP Context Response",
26 => "Error indication",
27 => "PDU notification request",
28 => "PDU notification response",
29 => "PDU notification reject request",
30 => "PDU notification reject response",
31 => "Supported extension header notification",
32 => "Send routing information for GPRS request",
33 => "Send routing information for GPRS response",
34 => "Failure report request",
35 => "Failure report response",
36 => "Note MS GPRS present request",
37 => "Note MS GPRS present response",
48 => "Identification request",
49 => "Identification response",
50 => "SGSN context request",
51 => "SGSN context response",
52 => "SGSN context acknowledgement",
53 => "Forward relocation request",
54 => "Forward relocation response",
55 => "Forward relocation complete",
56 => "Relocation cancel request",
57 => "Relocation cancel response",
58 => "Forward SRNS context",
59 => "Forward relocation complete acknowledge",
60 => "Forward SRNS context acknowledge",
61 => "UE Registration Query Request",
62 => "UE Registration Query Response",
70 => "RAN Information Relay",
72 => "gtp_message_type",
96 => "MBMS Notification Request",
97 => "MBMS Notification Response",
98 => "MBMS Notification Reject Request",
99 => "MBMS Notification Reject Response",
100 => "Create MBMS Context Request",
101 => "Create MBMS Context Response",
102 => "Update MBMS Context Request",
103 => "Update MBMS Context Response",
104 => "Delete MBMS Context Request",
105 => "Delete MBMS Context Response",
112 => "MBMS Registration Request",
113 => "MBMS Registration Response",
114 => "MBMS De-Registration Request",
115 => "MBMS De-Registration Response",
116 => "MBMS Session Start Request",
117 => "MBMS Session Start Response",
118 => "MBMS Session Stop Request",
119 => "MBMS Session Stop Response",
120 => "MBMS Session Update Request",
121 => "MBMS Session Update Response",
128 => "MS Info Change Notification Request",
129 => "MS Info Change Notification Response",
240 => "Data record transfer request",
241 => "Data record transfer response",
254 => "End Marker",
255 => "T-PDU",
    }
    EXT_HDR_NEXT_NAMES {
0 => "No more extension headers",
1 => "MBMS support indication",
2 => "MS Info Change Reporting support indication",
3 => "Long PDCP PDU Number",
32 => "Service Class Indicator",
64 => "UDP Port number",
129 => "RAN container",
130 => "Long PDCP PDU number",
131 => "Xw RAN container",
132 => "NR RAN container",
133 => "PDU Session container",
192 => "PDCP PDU number",
193 => "Suspend Request",
194 => "Suspend Response",
    }
}

/// The message that is a user's packet.
const T_PDU: u8 = 0xff;
const PDCP_NUMBER: u8 = 0xc0;
const UDP_PORT: u8 = 0x40;

/// What depends on messages before is shown of both versions.
fn is_control(proto: &requin_wire::Proto) -> bool {
    proto.id == ID || proto.id == super::gtpv2::ID
}

/// Whether a message of this type asks for an answer, which has the next type.
fn asks(kind: u8) -> bool {
    kind != T_PDU
        && MESSAGE_NAMES
            .find(u64::from(kind))
            .is_some_and(|name| name.to_ascii_lowercase().ends_with("request"))
}

/// The type and the sequence number of a message of version 0 or 1.
fn transaction(pdu: &[u8]) -> Option<(u8, u64)> {
    let [flags, kind, ..] = pdu.first_chunk::<8>()?;
    let at = match flags >> 5 {
        0 => 4,
        1 if flags & 0x10 == 0 => 4,
        1 if flags & 2 != 0 => 8,
        _ => return None,
    };
    Some((*kind, be(pdu.get(at..at + 2)?)))
}

/// Requests until their responses come.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if pdu.first().is_some_and(|flags| flags >> 5 == 2) {
        return super::gtpv2::remember(past, pdu);
    }
    let Some((kind, seq)) = transaction(pdu) else { return };
    if asks(kind) {
        past.set(&Key::here(u64::from(kind) << 16 | seq), &[]);
    } else if let Some(request) = kind.checked_sub(1).filter(|k| asks(*k)) {
        let key = u64::from(request) << 16 | seq;
        if let Some(request) = past.get(&Key::here(key)) {
            past.note(key, &request);
        }
    }
}

/// What this message is the response to.
fn answers<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    let Some((kind, seq)) = transaction(c.rest()) else { return };
    let Some(request) = kind.checked_sub(1).filter(|k| asks(*k)) else { return };
    if let Some(then) = cx.recalled_by(ID, u64::from(request) << 16 | seq) {
        let at = c.span(0);
        cx.generated(RESPONSE_TO, at, Value::U(then.frame));
        cx.generated(TIME, at, cx.meta.time.since(then.time).into());
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    // Version 2 is another protocol, which shares the port.
    let version = c.peek_u8(0)? >> 5;
    if version == 2 {
        cx.drop_node();
        return cx.call(super::gtpv2::ID, c);
    }
    if version > 1 {
        return Err(Stop::NotMine);
    }
    header(cx, c)
}

/// A header of version 0 or 1, and what is behind it.
fn header<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let h = c.peek_array::<8>()?;
    let (flags, message) = (h[0], h[1]);
    let version = flags >> 5;
    let name = MESSAGE_NAMES.or(u64::from(message), "Unknown");
    cx.protocol("GTP");
    cx.info(|o| _ = o.s(name));
    // The first version's charging header is short when a flag says so.
    let charging = flags & 0x10 == 0;
    let bits: &[_] = match (version, charging) {
        (0, _) => &[FLAGS_VERSION, FLAGS_PAYLOAD, FLAGS_RESERVED, FLAGS_SNN],
        (_, true) => &[PRIM_FLAGS_VERSION, FLAGS_PAYLOAD, FLAGS_RESERVED],
        _ => &[FLAGS_VERSION, FLAGS_PAYLOAD, FLAGS_RESERVED, FLAGS_E, FLAGS_S, FLAGS_PN],
    };
    if version == 0 || charging {
        cx.flags(FLAGS, &mut c, 1, bits)?;
    } else {
        let item = cx.peek(FLAGS, &c, 1)?;
        cx.under(item, |cx| -> Step {
            cx.peek(FLAGS_VERSION, &c, 1)?;
            cx.peek(FLAGS_PAYLOAD, &c, 1)?;
            // Of the three reserved bits of version 0, this version has one left.
            let reserved = u64::from(flags >> 3 & 1);
            let it = cx.add(FLAGS_RESERVED, c.span(1), Value::U(reserved));
            cx.label(it, |o| _ = o.s(".... ").u(reserved).s("... = Reserved: ").u(reserved));
            for field in [FLAGS_E, FLAGS_S, FLAGS_PN] {
                cx.peek(field, &c, 1)?;
            }
            Ok(())
        })?;
        c.skip(1)?;
    }
    cx.field(MESSAGE, &mut c, 1)?;
    cx.field(LENGTH, &mut c, 2)?;
    if charging {
        cx.field(SEQ_NUMBER, &mut c, 2)?;
        if version == 0 && flags & 1 == 0 {
            c.advance(14);
        }
        return super::gtp_ie::elements(cx, c, version, message);
    }
    if version == 0 {
        cx.field(SEQ_NUMBER, &mut c, 2)?;
        cx.field(FLOW_LABEL, &mut c, 2)?;
        cx.field(SNDCP_NUMBER, &mut c, 1)?;
        c.skip(3)?;
        let digits = c.peek_bytes(0, 8)?;
        cx.add_str(TID, c.span(8), |o| {
            for digit in digits.iter().flat_map(|b| [b & 0x0f, b >> 4]).take_while(|d| *d < 10) {
                o.u(digit);
            }
        });
        c.skip(8)?;
    } else {
        cx.field(TEID, &mut c, 4)?;
        if flags & 7 != 0 {
            optional(cx, &mut c, flags)?;
        }
    }
    if message != T_PDU {
        // The length counts from behind the part of the header that is always there.
        let mandatory = if version == 0 { 20 } else { 8 };
        let end = mandatory + usize::from(u16::from_be_bytes([h[2], h[3]]));
        let passed = all.left() - c.left();
        super::gtp_ie::elements(cx, c.within(end.saturating_sub(passed)), version, message)?;
        if cx.wants_any(RESPONSE_IN, TIME) {
            answers(cx, &all);
        }
        return Ok(());
    }
    cx.proto_len(all.left() - c.left());
    let step = match c.peek_u8(0)? >> 4 {
        4 => cx.call(crate::network::ipv4::ID, c),
        6 => cx.call(crate::network::ipv6::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    };
    if cx.wants_columns() && step.is_ok() {
        let inner = cx.out.columns.protocol.text.clone();
        cx.protocol_with(|o| _ = o.s("GTP <").bytes(&inner).s(">"));
    }
    step
}

/// The words of version 1 that are there together when a flag asks for one of them.
fn optional<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, flags: u8) -> Step {
    let mut next = c.peek_u8(3)?;
    if flags & 2 != 0 {
        cx.peek(SEQ_NUMBER, c, 2)?;
    }
    if flags & 1 != 0 {
        cx.peek_at(NPDU_NUMBER, c, 2, 1)?;
    }
    if flags & 4 == 0 {
        return c.skip(4);
    }
    cx.peek_at(EXT_HDR_NEXT, c, 3, 1)?;
    c.skip(4)?;
    while next != 0 {
        let len = usize::from(c.peek_u8(0)?) * 4;
        if len == 0 {
            return Err(Stop::Short);
        }
        let mut extension = c.take_all(len)?;
        let item: Item = cx.add(EXT_HDR, extension.span(len), Value::None);
        let name = EXT_HDR_NEXT_NAMES.or(u64::from(next), "Unknown");
        cx.label(item, |o| _ = o.s("Extension header (").s(name).s(")"));
        cx.under(item, |cx| -> Step {
            cx.field(EXT_HDR_LENGTH, &mut extension, 1)?;
            match next {
                PDCP_NUMBER => _ = cx.peek(EXT_HDR_PDCP_SN, &extension, 2)?,
                UDP_PORT => _ = cx.peek(EXT_HDR_UDP_PORT, &extension, 2)?,
                _ => {}
            }
            extension.skip(len - 2)?;
            next = extension.peek_u8(0)?;
            cx.field(EXT_HDR_NEXT, &mut extension, 1)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// The port of charging (GTP prime), where the oldest version's tunnels are, too.
pub mod prime {
    use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

    proto! {
        GTPPRIME "gtpprime" "GPRS Tunneling Protocol Prime" "GTP (Prime)" Carrier
        on [Udp 3386]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        // No message has the type 0.
        if c.peek_u8(0)? >> 5 > 2 || c.peek_u8(1)? == 0 {
            return Err(Stop::NotMine);
        }
        // The type of protocol tells the oldest version's tunnels from charging.
        if c.peek_u8(0)? & 0x10 != 0 {
            let me = cx.proto_item();
            cx.label(me, |o| _ = o.s("GPRS Tunneling Protocol"));
        }
        super::header(cx, c)
    }
}
