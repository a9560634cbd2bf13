//! Connectivity Fault Management, IEEE 802.1Q section 20 and ITU-T Y.1731.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Value, names, proto};

proto! {
    CFM "cfm" "CFM EOAM 802.1ag/ITU Protocol" "CFM" Link
    on [Ether 0x8902]
    fields {
        MD_LEVEL "cfm.md.level" "CFM MD Level": U8 Dec & 0xe0;
        VERSION "cfm.version" "CFM Version": U8 Dec & 0x1f;
        OPCODE "cfm.opcode" "CFM OpCode": U8 Dec = OPCODE_NAMES;
        CCM_PDU "cfm.ccm.pdu" "CFM CCM PDU": None;
        FLAGS "cfm.flags" "Flags": U8 Hex;
        FLAGS_RDI "cfm.flags.rdi" "RDI": U8 Dec & 0x80;
        FLAGS_CCM_RESERVED "cfm.flags.ccm.reserved" "Reserved": U8 Dec & 0x78;
        FLAGS_INTERVAL "cfm.flags.interval" "Interval Field": U8 Dec & 0x7 = FLAGS_INTERVAL_NAMES;
        FIRST_TLV_OFFSET "cfm.first.tlv.offset" "First TLV Offset": U8 Dec;
        CCM_SEQ_NUM "cfm.ccm.seq.num" "Sequence Number": U32 Dec;
        CCM_MA_EP_ID "cfm.ccm.ma.ep.id" "Maintenance Association End Point Identifier": U16 Dec & 0x1fff;
        CCM_MAID "cfm.ccm.maid" "Maintenance Association Identifier (MEG ID)": None;
        MAID_MD_NAME_FORMAT "cfm.maid.md.name.format" "MD Name Format": U8 Dec = MAID_MD_NAME_FORMAT_NAMES;
        MAID_MD_NAME_LENGTH "cfm.maid.md.name.length" "MD Name Length": U8 Dec;
        MAID_MD_NAME_STRING "cfm.maid.md.name.string" "MD Name (String)": Str;
        MAID_MD_NAME_HEX "cfm.maid.md.name.hex" "MD Name": Bytes;
        MAID_MD_NAME_MAC "cfm.maid.md.name.mac" "MD Name (MAC)": Ether;
        MAID_MD_NAME_MAC_ID "cfm.maid.md.name.mac.id" "MD Name (MAC)": Bytes;
        MAID_MA_NAME_FORMAT "cfm.maid.ma.name.format" "Short MA Name (MEG ID) Format": U8 Dec = MAID_MA_NAME_FORMAT_NAMES;
        MAID_MA_NAME_LENGTH "cfm.maid.ma.name.length" "Short MA Name (MEG ID) Length": U8 Dec;
        MAID_MA_NAME_STRING "cfm.maid.ma.name.string" "Short MA Name": Str;
        MAID_MA_NAME_HEX "cfm.maid.ma.name.hex" "Short MA Name": Bytes;
        CCM_MAID_PADDING "cfm.ccm.maid.padding" "Zero-Padding": None;
        CCM_ITU_T_Y1731 "cfm.ccm.itu.t.y1731" "Defined by ITU-T Y.1731": None;
        ITU_TXFCF "cfm.itu.txfcf" "TxFCf": Bytes;
        ITU_RXFCB "cfm.itu.rxfcb" "RxFCb": Bytes;
        ITU_TXFCB "cfm.itu.txfcb" "TxFCb": Bytes;
        ITU_RESERVED "cfm.itu.reserved" "Reserved": Bytes;
        LBM_PDU "cfm.lbm.pdu" "CFM LBM PDU": None;
        LB_TRANSACTION_ID "cfm.lb.transaction.id" "Loopback Transaction Identifier": U32 Dec;
        LBR_PDU "cfm.lbr.pdu" "CFM LBR PDU": None;
        LTM_PDU "cfm.ltm.pdu" "CFM LTM PDU": None;
        FLAGS_USEFDBONLY "cfm.flags.usefdbonly" "UseFDBonly": U8 Dec & 0x80;
        FLAGS_LTM_RESERVED "cfm.flags.ltm.reserved" "Reserved": U8 Dec & 0x7f;
        LT_TRANSACTION_ID "cfm.lt.transaction.id" "Linktrace Transaction Identifier": U32 Dec;
        LT_TTL "cfm.lt.ttl" "Linktrace TTL": U8 Dec;
        LTM_ORIG_ADDR "cfm.ltm.orig.addr" "Linktrace Message: Original Address": Ether;
        LTM_TARG_ADDR "cfm.ltm.targ.addr" "Linktrace Message:   Target Address": Ether;
        LTR_PDU "cfm.ltr.pdu" "CFM LTR PDU": None;
        FLAGS_FWDYES "cfm.flags.fwdyes" "FwdYes": U8 Dec & 0x40;
        FLAGS_LTR_TERMINALMEP "cfm.flags.ltr.terminalmep" "TerminalMEP": U8 Dec & 0x20;
        FLAGS_LTR_RESERVED "cfm.flags.ltr.reserved" "Reserved": U8 Dec & 0x1f;
        LTR_RELAY_ACTION "cfm.ltr.relay.action" "Linktrace Reply Relay Action": U8 Dec = LTR_RELAY_ACTION_NAMES;
        AIS_PDU "cfm.ais.pdu" "CFM AIS PDU": None;
        FLAGS_AIS_LCK_RESERVED "cfm.flags.ais_lck_Reserved" "Reserved": U8 Dec & 0xf8;
        FLAGS_AIS_LCK_PERIOD "cfm.flags.ais_lck_Period" "Period": U8 Dec & 0x7 = FLAGS_AIS_LCK_PERIOD_NAMES;
        LCK_PDU "cfm.lck.pdu" "CFM LCK PDU": None;
        TST_PDU "cfm.tst.pdu" "CFM TST PDU": None;
        FLAGS_RESERVED "cfm.flags.reserved" "Reserved": U8 Dec;
        TST_SEQUENCE_NUM "cfm.tst.sequence.num" "Sequence Number": U32 Dec;
        LMM_PDU "cfm.lmm.pdu" "CFM LMM PDU": None;
        LMM_LMR_TXFCF "cfm.lmm.lmr.txfcf" "TxFCf": Bytes;
        LMM_LMR_RXFCF "cfm.lmm.lmr.rxfcf" "RxFCf": Bytes;
        LMM_LMR_TXFCB "cfm.lmm.lmr.txfcb" "TxFCb": Bytes;
        LMR_PDU "cfm.lmr.pdu" "CFM LMR PDU": None;
        ODM_PDU "cfm.odm.pdu" "CFM 1DM PDU": None;
        ODM_DMM_DMR_TXTIMESTAMPF "cfm.odm.dmm.dmr.txtimestampf" "TxTimestampf": Bytes;
        ODM_DMM_DMR_RXTIMESTAMPF "cfm.odm.dmm.dmr.rxtimestampf" "RxTimestampf": Bytes;
        DMM_PDU "cfm.dmm.pdu" "CFM DMM PDU": None;
        DMM_DMR_TXTIMESTAMPB "cfm.dmm.dmr.txtimestampb" "TxTimestampb": Bytes;
        DMM_DMR_RXTIMESTAMPB "cfm.dmm.dmr.rxtimestampb" "RxTimestampb": Bytes;
        DMR_PDU "cfm.dmr.pdu" "CFM DMR PDU": None;
        SLM_PDU "cfm.slm.pdu" "CFM SLM PDU": None;
        SLR_PDU "cfm.slr.pdu" "CFM SLR PDU": None;
        SLM_SRC_MEP_ID "cfm.slm.src_mep_id" "Source MEP ID": U16 Dec & 0x1fff;
        SLR_RSP_MEP_ID "cfm.slr.rsp_mep_id" "Responder MEP ID": U16 Dec & 0x1fff;
        SLM_TEST_ID "cfm.slm.test_id" "TestID": Bytes;
        SLM_TXFCF "cfm.slm.txfcf" "TxFcF": U32 Dec;
        SLR_TXFCB "cfm.slr.txfcb" "TxFcB": U32 Dec;
        ALL_TLVS "cfm.all.tlvs" "CFM TLVs": None;
        TLV_TYPE "cfm.tlv.type" "TLV Type": U8 Dec = TLV_TYPE_NAMES;
        TLV_LENGTH "cfm.tlv.length" "TLV Length": U16 Dec;
        TLV_CHASSIS_ID_LENGTH "cfm.tlv.chassis.id.length" "Chassis ID Length": U8 Dec;
        TLV_CHASSIS_ID_SUBTYPE "cfm.tlv.chassis.id.subtype" "Chassis ID Sub-type": U8 Dec;
        TLV_CHASSIS_ID "cfm.tlv.chassis.id" "Chassis ID": Bytes;
        TLV_MA_DOMAIN_LENGTH "cfm.tlv.ma.domain.length" "Management Address Domain Length": U8 Dec;
        TLV_MA_DOMAIN "cfm.tlv.ma.domain" "Management Address Domain": Bytes;
        TLV_MANAGEMENT_ADDR_LENGTH "cfm.tlv.management.addr.length" "Management Address Length": U8 Dec;
        TLV_MANAGEMENT_ADDR "cfm.tlv.management.addr" "Management Address": Bytes;
        TLV_PORT_STATUS_VALUE "cfm.tlv.port.status.value" "Port Status value": U8 Dec = TLV_PORT_STATUS_VALUE_NAMES;
        TLV_DATA_VALUE "cfm.tlv.data.value" "Data Value": Bytes;
        TLV_PORT_INTERFACE_VALUE "cfm.tlv.port.interface.value" "Interface Status value": U8 Dec = TLV_PORT_INTERFACE_VALUE_NAMES;
        TLV_REPLY_INGRESS_ACTION "cfm.tlv.reply.ingress.action" "Ingress Action": U8 Dec = TLV_REPLY_INGRESS_ACTION_NAMES;
        TLV_REPLY_INGRESS_MAC_ADDRESS "cfm.tlv.reply.ingress.mac.address" "Ingress MAC address": Ether;
        TLV_REPLY_ING_EGR_PORTID_LENGTH "cfm.tlv.reply.ing.egr.portid.length" "Chassis ID Length": U8 Dec;
        TLV_REPLY_ING_EGR_PORTID_SUBTYPE "cfm.tlv.reply.ing.egr.portid.subtype" "Chassis ID Sub-type": U8 Dec;
        TLV_REPLY_ING_EGR_PORTID "cfm.tlv.reply.ing.egr.portid" "Chassis ID": Bytes;
        TLV_REPLY_EGRESS_ACTION "cfm.tlv.reply.egress.action" "Egress Action": U8 Dec = TLV_REPLY_EGRESS_ACTION_NAMES;
        TLV_REPLY_EGRESS_MAC_ADDRESS "cfm.tlv.reply.egress.mac.address" "Egress MAC address": Ether;
        TLV_LTM_EGRESS_ID_MAC "cfm.tlv.ltm.egress.id.mac" "Egress Identifier - MAC of LT Initiator/Responder": Ether;
        TLV_LTM_EGRESS_ID_UI "cfm.tlv.ltm.egress.id.ui" "Egress Identifier - Unique Identifier": Bytes;
        TLV_LTR_EGRESS_LAST_ID_MAC "cfm.tlv.ltr.egress.last.id.mac" "Last Egress Identifier - MAC address": Ether;
        TLV_LTR_EGRESS_LAST_ID_UI "cfm.tlv.ltr.egress.last.id.ui" "Last Egress Identifier - Unique Identifier": Bytes;
        TLV_LTR_EGRESS_NEXT_ID_MAC "cfm.tlv.ltr.egress.next.id.mac" "Next Egress Identifier - MAC address": Ether;
        TLV_LTR_EGRESS_NEXT_ID_UI "cfm.tlv.ltr.egress.next.id.ui" "Next Egress Identifier - Unique Identifier": Bytes;
        TLV_ORG_SPEC_OUI "cfm.tlv.org.spec.oui" "OUI": U24 Oui;
        TLV_ORG_SPEC_SUBTYPE "cfm.tlv.org.spec.subtype" "Sub-Type": Bytes;
        TLV_ORG_SPEC_VALUE "cfm.tlv.org.spec.value" "Value": Bytes;
    }
}

names! {
    OPCODE_NAMES {
        0 => "Reserved for IEEE 802.1",
        1 => "Continuity Check Message (CCM)",
        2 => "Loopback Reply (LBR)",
        3 => "Loopback Message (LBM)",
        4 => "Linktrace Reply (LTR)",
        5 => "Linktrace Message (LTM)",
        32 => "Generic Notification Message (GNM)",
        33 => "Alarm Indication Signal (AIS)",
        35 => "Lock Signal (LCK)",
        37 => "Test Signal (TST)",
        39 => "Automatic Protection Switching (APS)",
        40 => "Ring-Automatic Protection Switching (R-APS)",
        41 => "Maintenance Communication Channel (MCC)",
        42 => "Loss Measurement Reply (LMR)",
        43 => "Loss Measurement Message (LMM)",
        45 => "One Way Delay Measurement (1DM)",
        46 => "Delay Measurement Reply (DMR)",
        47 => "Delay Measurement Message (DMM)",
        48 => "Experimental OAM Reply (EXR)",
        49 => "Experimental OAM Message (EXM)",
        50 => "Vendor Specific Reply (VSR)",
        51 => "Vendor Specific Message (VSM)",
        52 => "Client Signal Fail (CSF)",
        53 => "One Way Synthetic Loss Measurement (1SL)",
        54 => "Synthetic Loss Reply (SLR)",
        55 => "Synthetic Loss Message (SLM)",
    }
    FLAGS_INTERVAL_NAMES {
        0 => "invalid",
        1 => "Trans Int 3.33ms, max Lifetime 11.66ms, min Lifetime 10.83ms",
        2 => "Trans Int 10ms, max Lifetime 35ms, min Lifetime 32.5ms",
        3 => "Trans Int 100ms, max Lifetime 350ms, min Lifetime 325ms",
        4 => "Trans Int 1s, max Lifetime 3.5s, min Lifetime 3.25s",
        5 => "Trans Int 10s, max Lifetime 35s, min Lifetime 32.5s",
        6 => "Trans Int 1min, max Lifetime 3.5min, min Lifetime 3.25min",
        7 => "Trans Int 10min, max Lifetime 35min, min Lifetime 32.5min",
    }
    MAID_MD_NAME_FORMAT_NAMES {
        0 => "Reserved for IEEE 802.1",
        1 => "No Maintenance Domain Name present",
        2 => "RFC1035 DNS Name",
        3 => "MAC address + 2-octet integer",
        4 => "Character String",
    }
    MAID_MA_NAME_FORMAT_NAMES {
        0 => "Reserved for IEEE 802.1",
        1 => "Primary VID",
        2 => "Character String",
        3 => "2-octet integer",
        4 => "RFC 2685 VPN ID",
        32 => "ICC-based Format",
    }
    LTR_RELAY_ACTION_NAMES {
        1 => "RlyHit",
        2 => "RlyFDB",
        3 => "RlyMPDB",
    }
    FLAGS_AIS_LCK_PERIOD_NAMES {
        0 => "Invalid Value for AIS/LCK PDU's",
        1 => "Invalid Value for AIS/LCK PDU's",
        2 => "Invalid Value for AIS/LCK PDU's",
        3 => "Invalid Value for AIS/LCK PDU's",
        4 => "1 frame per second",
        5 => "Invalid Value for AIS/LCK PDU's",
        6 => "1 frame per minute",
        7 => "Invalid Value for AIS/LCK PDU's",
    }
    TLV_TYPE_NAMES {
        0 => "End TLV",
        1 => "Sender ID TLV",
        2 => "Port Status TLV",
        3 => "Data TLV",
        4 => "Interface Status TLV",
        5 => "Reply Ingress TLV",
        6 => "Reply Egress TLV",
        7 => "LTM Egress Identifier TLV",
        8 => "LTR Egress Identifier TLV",
        13 => "Generic Notification Message TLV",
        31 => "Organizational-Specific TLV",
        32 => "Test TLV",
    }
    TLV_PORT_STATUS_VALUE_NAMES {
        1 => "psBlocked",
        2 => "psUp",
    }
    TLV_PORT_INTERFACE_VALUE_NAMES {
        1 => "isUp",
        2 => "isDown",
        3 => "isTesting",
        4 => "isUnknown",
        5 => "isDormant",
        6 => "isNotPresent",
        7 => "isLowerLayerDown",
    }
    TLV_REPLY_INGRESS_ACTION_NAMES {
        1 => "IngOK",
        2 => "IngDown",
        3 => "IngBlocked",
        4 => "IngVID",
    }
    TLV_REPLY_EGRESS_ACTION_NAMES {
        1 => "EgrOK",
        2 => "EgrDown",
        3 => "EgrBlocked",
        4 => "EgrVID",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CFM");
    cx.info_clear();
    let all = c;
    let opcode = c.peek_u8(1)?;
    let name = OPCODE_NAMES.find(u64::from(opcode));
    let write = move |o: &mut Out<'_>| {
        o.s("Type ");
        match name {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown (").hex(opcode, 2).s(")"),
        }
    };
    cx.info(write);
    cx.proto_append(|o| {
        o.s(", ");
        write(o);
    });
    cx.proto_len(2);
    cx.peek(MD_LEVEL, &c, 1)?;
    cx.field(VERSION, &mut c, 1)?;
    cx.field(OPCODE, &mut c, 1)?;
    let offset = match layout(opcode) {
        Some(shape) => {
            let offset = usize::from(c.peek_u8(1)?);
            let item = cx.at_top(|cx| cx.add(shape.whole, c.span(offset + 2), Value::None));
            cx.under(item, |cx| pdu(cx, &mut c, opcode, &shape))?;
            offset
        }
        None => 0,
    };
    // TLVs stand behind as many bytes as the header said, whatever was in them.
    let mut c = all;
    c.skip(4)?;
    c.skip(offset)?;
    let item = cx.at_top(|cx| cx.add(ALL_TLVS, c.span(c.left()), Value::None));
    cx.under(item, |cx| tlvs(cx, c))
}

/// What a message is made of: flags that share a byte, then fields one behind the other.
struct Layout {
    whole: Field,
    flags: &'static [Field],
    rows: &'static [(Field, usize)],
}

fn layout(opcode: u8) -> Option<Layout> {
    const fn of(whole: Field, flags: &'static [Field], rows: &'static [(Field, usize)]) -> Option<Layout> {
        Some(Layout { whole, flags, rows })
    }
    const PLAIN: &[Field] = &[FLAGS_RESERVED];
    const PERIOD: &[Field] = &[FLAGS_AIS_LCK_RESERVED, FLAGS_AIS_LCK_PERIOD];
    const LOOP: &[(Field, usize)] = &[(LB_TRANSACTION_ID, 4)];
    const LOSS: &[(Field, usize)] = &[(LMM_LMR_TXFCF, 4), (LMM_LMR_RXFCF, 4), (LMM_LMR_TXFCB, 4)];
    const DELAY: &[(Field, usize)] = &[
        (ODM_DMM_DMR_TXTIMESTAMPF, 8),
        (ODM_DMM_DMR_RXTIMESTAMPF, 8),
        (DMM_DMR_TXTIMESTAMPB, 8),
        (DMM_DMR_RXTIMESTAMPB, 8),
    ];
    const SYNTHETIC: &[(Field, usize)] =
        &[(SLM_SRC_MEP_ID, 2), (SLR_RSP_MEP_ID, 2), (SLM_TEST_ID, 4), (SLM_TXFCF, 4), (SLR_TXFCB, 4)];
    match opcode {
        1 => of(
            CCM_PDU,
            &[FLAGS_RDI, FLAGS_CCM_RESERVED, FLAGS_INTERVAL],
            &[(CCM_SEQ_NUM, 4), (CCM_MA_EP_ID, 2)],
        ),
        2 => of(LBR_PDU, &[], LOOP),
        3 => of(LBM_PDU, &[], LOOP),
        4 => of(
            LTR_PDU,
            &[FLAGS_USEFDBONLY, FLAGS_FWDYES, FLAGS_LTR_TERMINALMEP, FLAGS_LTR_RESERVED],
            &[(LT_TRANSACTION_ID, 4), (LT_TTL, 1), (LTR_RELAY_ACTION, 1)],
        ),
        5 => of(
            LTM_PDU,
            &[FLAGS_USEFDBONLY, FLAGS_LTM_RESERVED],
            &[(LT_TRANSACTION_ID, 4), (LT_TTL, 1), (LTM_ORIG_ADDR, 6), (LTM_TARG_ADDR, 6)],
        ),
        33 => of(AIS_PDU, PERIOD, &[]),
        35 => of(LCK_PDU, PERIOD, &[]),
        37 => of(TST_PDU, PLAIN, &[(TST_SEQUENCE_NUM, 4)]),
        42 => of(LMR_PDU, PLAIN, LOSS),
        43 => of(LMM_PDU, PLAIN, LOSS),
        45 => of(ODM_PDU, PLAIN, &[(ODM_DMM_DMR_TXTIMESTAMPF, 8), (ODM_DMM_DMR_RXTIMESTAMPF, 8)]),
        46 => of(DMR_PDU, PLAIN, DELAY),
        47 => of(DMM_PDU, PLAIN, DELAY),
        54 => of(SLR_PDU, PLAIN, SYNTHETIC),
        55 => of(SLM_PDU, PLAIN, SYNTHETIC),
        _ => None,
    }
}

fn pdu<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, opcode: u8, shape: &Layout) -> Step {
    if shape.flags.is_empty() {
        cx.field(FLAGS, c, 1)?;
    } else {
        cx.flags(FLAGS, c, 1, shape.flags)?;
    }
    cx.field(FIRST_TLV_OFFSET, c, 1)?;
    run(cx, c, shape.rows)?;
    if opcode == 1 { continuity(cx, c) } else { Ok(()) }
}

/// Bytes that the names of domain and association share with what fills them up.
const NAMES: usize = 48;

/// The names in a continuity check, and the counters of the ITU.
fn continuity<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut names = c.take_all(NAMES)?;
    let item = cx.add(CCM_MAID, names.span(NAMES), Value::None);
    cx.under(item, |cx| -> Step {
        let format = cx.u8(MAID_MD_NAME_FORMAT, &mut names)?;
        if format != 1 {
            let len = usize::from(cx.u8(MAID_MD_NAME_LENGTH, &mut names)?);
            match (format, len) {
                (_, 0) => {}
                (2 | 4, _) => _ = cx.field(MAID_MD_NAME_STRING, &mut names, len)?,
                (3, 6..) => {
                    cx.field(MAID_MD_NAME_MAC, &mut names, 6)?;
                    cx.field(MAID_MD_NAME_MAC_ID, &mut names, len - 6)?;
                }
                _ => _ = cx.field(MAID_MD_NAME_HEX, &mut names, len)?,
            }
        }
        let format = cx.u8(MAID_MA_NAME_FORMAT, &mut names)?;
        let len = usize::from(cx.u8(MAID_MA_NAME_LENGTH, &mut names)?);
        if len > 0 {
            let field = if format == 2 { MAID_MA_NAME_STRING } else { MAID_MA_NAME_HEX };
            cx.field(field, &mut names, len)?;
        }
        if !names.is_empty() {
            cx.add(CCM_MAID_PADDING, names.span(names.left()), Value::None);
        }
        Ok(())
    })?;
    let item = cx.add(CCM_ITU_T_Y1731, c.span(16), Value::None);
    cx.under(item, |cx| run(cx, c, &[(ITU_TXFCF, 4), (ITU_RXFCB, 4), (ITU_TXFCB, 4), (ITU_RESERVED, 4)]))
}

fn tlvs<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    loop {
        let kind = c.peek_u8(0)?;
        let name = TLV_TYPE_NAMES.or(u64::from(kind), "Unknown");
        if kind == 0 {
            let item = cx.line(c.span(1), |o| _ = o.s("TLV: ").s(name).s(" (t=0,l=0)"));
            return cx.under(item, |cx| cx.field(TLV_TYPE, &mut c, 1).map(|_| ()));
        }
        let len = usize::from(c.peek_u16(1)?);
        c.peek_bytes(0, 3 + len)?;
        let item = cx.line(c.span(3 + len), |o| {
            o.s("TLV: ").s(name).s(" (t=").u(kind).s(",l=").u(len as u64).s(")");
        });
        cx.under(item, |cx| {
            run(cx, &mut c, &[(TLV_TYPE, 1), (TLV_LENGTH, 2)])?;
            let body = c.take_all(len)?;
            if body.is_empty() { Ok(()) } else { value(cx, body, kind) }
        })?;
    }
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8) -> Step {
    let n = c.left();
    match kind {
        1 => sender(cx, c),
        2 => run(cx, &mut c, &[(TLV_PORT_STATUS_VALUE, 1)]),
        3 => run(cx, &mut c, &[(TLV_DATA_VALUE, n)]),
        4 => run(cx, &mut c, &[(TLV_PORT_INTERFACE_VALUE, 1)]),
        5 => {
            run(cx, &mut c, &[(TLV_REPLY_INGRESS_ACTION, 1), (TLV_REPLY_INGRESS_MAC_ADDRESS, 6)])?;
            port(cx, c)
        }
        6 => {
            run(cx, &mut c, &[(TLV_REPLY_EGRESS_ACTION, 1), (TLV_REPLY_EGRESS_MAC_ADDRESS, 6)])?;
            port(cx, c)
        }
        7 => run(cx, &mut c, &[(TLV_LTM_EGRESS_ID_UI, 2), (TLV_LTM_EGRESS_ID_MAC, 6)]),
        8 => run(
            cx,
            &mut c,
            &[
                (TLV_LTR_EGRESS_LAST_ID_UI, 2),
                (TLV_LTR_EGRESS_LAST_ID_MAC, 6),
                (TLV_LTR_EGRESS_NEXT_ID_UI, 2),
                (TLV_LTR_EGRESS_NEXT_ID_MAC, 6),
            ],
        ),
        31 => {
            run(cx, &mut c, &[(TLV_ORG_SPEC_OUI, 3), (TLV_ORG_SPEC_SUBTYPE, 1)])?;
            let n = c.left();
            if n > 0 { run(cx, &mut c, &[(TLV_ORG_SPEC_VALUE, n)]) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

/// Who sent the message: its chassis, and where it is managed.
fn sender<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = usize::from(cx.u8(TLV_CHASSIS_ID_LENGTH, &mut c)?);
    if len > 0 {
        run(cx, &mut c, &[(TLV_CHASSIS_ID_SUBTYPE, 1), (TLV_CHASSIS_ID, len)])?;
    }
    for (length, field) in
        [(TLV_MA_DOMAIN_LENGTH, TLV_MA_DOMAIN), (TLV_MANAGEMENT_ADDR_LENGTH, TLV_MANAGEMENT_ADDR)]
    {
        if c.is_empty() {
            return Ok(());
        }
        let len = usize::from(cx.u8(length, &mut c)?);
        if len > 0 {
            cx.field(field, &mut c, len)?;
        }
    }
    Ok(())
}

/// The port by which a frame came or would go.
fn port<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let len = usize::from(cx.u8(TLV_REPLY_ING_EGR_PORTID_LENGTH, &mut c)?);
    if len == 0 {
        return Ok(());
    }
    run(cx, &mut c, &[(TLV_REPLY_ING_EGR_PORTID_SUBTYPE, 1), (TLV_REPLY_ING_EGR_PORTID, len)])
}
