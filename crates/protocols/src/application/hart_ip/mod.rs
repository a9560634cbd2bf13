//! HART-IP (HCF_SPEC-085): messages, and the commands of HART (HCF_SPEC-127) that they pass through.

mod commands;
mod names;

use crate::common::run;
use names::*;
use requin_wire::{Cursor, Cx, Expected, Past, Pdu, Sink, Step, TransportKind, proto};

proto! {
    HART_IP "hart_ip" "HART_IP Protocol" "HART_IP" App
    on [Udp 5094, Tcp 5094]
    frames sized [frames]
    remember [remember]
    fields {
        VERSION "hart_ip.version" "Version": U8 Dec;
        MESSAGE_TYPE "hart_ip.message_type" "Message Type": U8 Dec = MESSAGE_TYPE_NAMES;
        MESSAGE_ID "hart_ip.message_id" "Message ID": U8 Dec = MESSAGE_ID_NAMES;
        STATUS "hart_ip.status" "Status": U8 Dec;
        TRANSACTION_ID "hart_ip.transaction_id" "Sequence Number": U16 Dec;
        MSG_LENGTH "hart_ip.msg_length" "Message Length": U16 Dec;
        DATA "hart_ip.data" "Message Data": Bytes;
        SESSION_INIT_MASTER_TYPE "hart_ip.session_init.master_type" "Host Type": U8 Dec & 0xff = SESSION_INIT_MASTER_TYPE_NAMES;
        SESSION_INIT_INACTIVITY_CLOSE_TIMER "hart_ip.session_init.inactivity_close_timer" "Inactivity Close Timer": U32 Dec;
        ERROR_ERROR_CODE "hart_ip.error.error_code" "Error": U8 Dec & 0xff = ERROR_ERROR_CODE_NAMES;
        PT_PREAMBLES "hart_ip.pt.preambles" "Preambles": Bytes;
        PT_DELIMITER "hart_ip.pt.delimiter" "Delimiter": U8 Hex;
        PT_SHORT_ADDR "hart_ip.pt.short_addr" "Short Address": U8 Dec;
        PT_LONG_ADDRESS "hart_ip.pt.long_address" "Long Address": Bytes;
        PT_COMMAND "hart_ip.pt.command" "Command": U8 Dec;
        PT_LENGTH "hart_ip.pt.length" "Length": U8 Dec;
        PT_RESPONSE_CODE "hart_ip.pt.response_code" "Response Code": U8 Dec;
        PT_DEVICE_STATUS "hart_ip.pt.device_status" "Device Status": U8 Hex;
        PT_PAYLOAD "hart_ip.pt.payload" "Payload": Bytes;
        PT_CHECKSUM "hart_ip.pt.checksum" "Checksum": U8 Hex;
        PT_RSP_EXPANSION_CODE "hart_ip.pt.rsp.expansion_code" "Expansion Code": U8 Dec;
        PT_RSP_EXPANDED_DEVICE_TYPE "hart_ip.pt.rsp.expanded_device_type" "Expanded Device Type": U16 Hex;
        PT_RSP_REQ_MIN_PREAMBLES "hart_ip.pt.rsp.req_min_preambles" "Minimum Number of Request Preambles": U8 Dec;
        PT_RSP_HART_UNIV_REV "hart_ip.pt.rsp.hart_univ_rev" "HART Universal Revision": U8 Dec;
        PT_RSP_DEVICE_REV "hart_ip.pt.rsp.device_rev" "Device Revision": U8 Dec;
        PT_RSP_SOFTWARE_REV "hart_ip.pt.rsp.software_rev" "Device Software Revision": U8 Dec;
        PT_RSP_HARDREV_AND_PHYSICAL_SIGNAL "hart_ip.pt.rsp.hardrev_and_physical_signal" "Hardware Rev and Physical Signaling": U8 Hex;
        PT_RSP_FLAGS "hart_ip.pt.rsp.flags" "Flags": U8 Hex;
        PT_RSP_DEVICE_ID "hart_ip.pt.rsp.device_id" "Device ID": Bytes;
        PT_RSP_RSP_MIN_PREAMBLES "hart_ip.pt.rsp.rsp_min_preambles" "Minimum Number of Response Preambles": U8 Dec;
        PT_RSP_DEVICE_VARIABLES "hart_ip.pt.rsp.device_variables" "Maximum Number of Device Variables": U8 Dec;
        PT_RSP_CONFIGURE_CHANGE "hart_ip.pt.rsp.configure_change" "Configuration Change Counter": U16 Dec;
        PT_RSP_EXT_DEVICE_STATUS "hart_ip.pt.rsp.ext_device_status" "Extended Device Status": U8 Hex;
        PT_RSP_MANUFACTURER_ID "hart_ip.pt.rsp.manufacturer_Id" "Manufacturer ID": U16 Dec;
        PT_RSP_PRIVATE_LABEL "hart_ip.pt.rsp.private_label" "Private Label": U16 Dec;
        PT_RSP_DEVICE_PROFILE "hart_ip.pt.rsp.device_profile" "Device Profile": U8 Dec;
        PT_RSP_PV_PERCENT_RANGE "hart_ip.pt.rsp.pv_percent_range" "PV Percent Range": F32;
        PT_RSP_PV_LOOP_CURRENT "hart_ip.pt.rsp.pv_loop_current" "PV Loop Current": F32;
        PT_RSP_PV_UNITS "hart_ip.pt.rsp.pv_units" "PV Units": U8 Dec;
        PT_RSP_PV "hart_ip.pt.rsp.pv" "PV": F32;
        PT_RSP_SV_UNITS "hart_ip.pt.rsp.sv_units" "SV Units": U8 Dec;
        PT_RSP_SV "hart_ip.pt.rsp.sv" "SV": F32;
        PT_RSP_TV_UNITS "hart_ip.pt.rsp.tv_units" "TV Units": U8 Dec;
        PT_RSP_TV "hart_ip.pt.rsp.tv" "TV": F32;
        PT_RSP_QV_UNITS "hart_ip.pt.rsp.qv_units" "QV Units": U8 Dec;
        PT_RSP_QV "hart_ip.pt.rsp.qv" "QV": F32;
        PT_RSP_LOOP_CURRENT_MODE "hart_ip.pt.rsp.loop_current_mode" "Loop Current Mode": U8 Hex;
        PT_RSP_PRIMARY_VARIABLE_CLASSIFICATION "hart_ip.pt.rsp.primary_variable_classification" "Primary Variable Classification": U8 Hex;
        PT_RSP_SECONDARY_VARIABLE_CLASSIFICATION "hart_ip.pt.rsp.secondary_variable_classification" "Secondary Variable Classification": U8 Hex;
        PT_RSP_TERTIARY_VARIABLE_CLASSIFICATION "hart_ip.pt.rsp.tertiary_variable_classification" "Tertiary Variable Classification": U8 Hex;
        PT_RSP_QUATERNARY_VARIABLE_CLASSIFICATION "hart_ip.pt.rsp.quaternary_variable_classification" "Quaternary Variable Classification": U8 Hex;
        PT_RSP_SLOT0_DEVICE_VAR "hart_ip.pt.rsp.slot0_device_var" "Slot0 Device Variable": U8 Dec;
        PT_RSP_SLOT0_DEVICE_VAR_CLASSIFICATION "hart_ip.pt.rsp.slot0_device_var_classification" "Slot0 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT0_UNITS "hart_ip.pt.rsp.slot0_units" "Slot0 Units": U8 Dec;
        PT_RSP_SLOT0_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot0_device_var_value" "Slot0 Device Variable Value": F32;
        PT_RSP_SLOT0_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot0_device_var_status" "Slot0 Device Variable Status": U8 Hex;
        PT_RSP_SLOT1_DEVICE_VAR "hart_ip.pt.rsp.slot1_device_var" "Slot1 Device Variable": U8 Dec;
        PT_RSP_SLOT1_DEVICE_VAR_CLASSIFY "hart_ip.pt.rsp.slot1_device_var_classify" "Slot1 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT1_UNITS "hart_ip.pt.rsp.slot1_units" "Slot1 Units": U8 Dec;
        PT_RSP_SLOT1_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot1_device_var_value" "Slot1 Device Variable Value": F32;
        PT_RSP_SLOT1_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot1_device_var_status" "Slot1 Device Variable Status": U8 Hex;
        PT_RSP_SLOT2_DEVICE_VAR "hart_ip.pt.rsp.slot2_device_var" "Slot2 Device Variable": U8 Dec;
        PT_RSP_SLOT2_DEVICE_VAR_CLASSIFY "hart_ip.pt.rsp.slot2_device_var_classify" "Slot2 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT2_UNITS "hart_ip.pt.rsp.slot2_units" "Slot2 Units": U8 Dec;
        PT_RSP_SLOT2_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot2_device_var_value" "Slot2 Device Variable Value": F32;
        PT_RSP_SLOT2_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot2_device_var_status" "Slot2 Device Variable Status": U8 Hex;
        PT_RSP_SLOT3_DEVICE_VAR "hart_ip.pt.rsp.slot3_device_var" "Slot3 Device Variable": U8 Dec;
        PT_RSP_SLOT3_DEVICE_VAR_CLASSIFY "hart_ip.pt.rsp.slot3_device_var_classify" "Slot3 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT3_UNITS "hart_ip.pt.rsp.slot3_units" "Slot3 Units": U8 Dec;
        PT_RSP_SLOT3_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot3_device_var_value" "Slot3 Device Variable Value": F32;
        PT_RSP_SLOT3_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot3_device_var_status" "Slot3 Device Variable Status": U8 Hex;
        PT_RSP_SLOT4_DEVICE_VAR "hart_ip.pt.rsp.slot4_device_var" "Slot4 Device Variable": U8 Dec;
        PT_RSP_SLOT4_DEVICE_VAR_CLASSIFY "hart_ip.pt.rsp.slot4_device_var_classify" "Slot4 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT4_UNITS "hart_ip.pt.rsp.slot4_units" "Slot4 Units": U8 Dec;
        PT_RSP_SLOT4_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot4_device_var_value" "Slot4 Device Variable Value": F32;
        PT_RSP_SLOT4_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot4_device_var_status" "Slot4 Device Variable Status": U8 Hex;
        PT_RSP_SLOT5_DEVICE_VAR "hart_ip.pt.rsp.slot5_device_var" "Slot5 Device Variable": U8 Dec;
        PT_RSP_SLOT5_DEVICE_VAR_CLASSIFY "hart_ip.pt.rsp.slot5_device_var_classify" "Slot5 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT5_UNITS "hart_ip.pt.rsp.slot5_units" "Slot5 Units": U8 Dec;
        PT_RSP_SLOT5_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot5_device_var_value" "Slot5 Device Variable Value": F32;
        PT_RSP_SLOT5_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot5_device_var_status" "Slot5 Device Variable Status": U8 Hex;
        PT_RSP_SLOT6_DEVICE_VAR "hart_ip.pt.rsp.slot6_device_var" "Slot6 Device Variable": U8 Dec;
        PT_RSP_SLOT6_DEVICE_VAR_CLASSIFY "hart_ip.pt.rsp.slot6_device_var_classify" "Slot6 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT6_UNITS "hart_ip.pt.rsp.slot6_units" "Slot6 Units": U8 Dec;
        PT_RSP_SLOT6_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot6_device_var_value" "Slot6 Device Variable Value": F32;
        PT_RSP_SLOT6_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot6_device_var_status" "Slot6 Device Variable Status": U8 Hex;
        PT_RSP_SLOT7_DEVICE_VAR "hart_ip.pt.rsp.slot7_device_var" "Slot7 Device Variable": U8 Dec;
        PT_RSP_SLOT7_DEVICE_VAR_CLASSIFY "hart_ip.pt.rsp.slot7_device_var_classify" "Slot7 Device Variable Classification": U8 Dec;
        PT_RSP_SLOT7_UNITS "hart_ip.pt.rsp.slot7_units" "Slot7 Units": U8 Dec;
        PT_RSP_SLOT7_DEVICE_VAR_VALUE "hart_ip.pt.rsp.slot7_device_var_value" "Slot7 Device Variable Value": F32;
        PT_RSP_SLOT7_DEVICE_VAR_STATUS "hart_ip.pt.rsp.slot7_device_var_status" "Slot7 Device Variable Status": U8 Hex;
        PT_RSP_SLOT0_DATA_TIMESTAMP "hart_ip.pt.rsp.slot0_data_timestamp" "Slot0 Data TimeStamp": Bytes;
        PT_RSP_DESCRIPTOR "hart_ip.pt.rsp.descriptor" "Descriptor": StrZPad;
        PT_RSP_DAY "hart_ip.pt.rsp.day" "Day": U8 Dec;
        PT_RSP_MONTH "hart_ip.pt.rsp.month" "Month": U8 Dec;
        PT_RSP_YEAR "hart_ip.pt.rsp.year" "Year": U8 Dec;
        PT_RSP_TRANSDUCER_SERAIL_NUMBER "hart_ip.pt.rsp.transducer_serail_number" "Transducer Serail Number": Bytes;
        PT_RSP_TRANSDUCER_LIMIT_MIN_SPAN_UNITS "hart_ip.pt.rsp.transducer_limit_min_span_units" "Transducer Limit Min Span Units": U8 Hex;
        PT_RSP_UPPER_TRANSDUCER_LIMIT "hart_ip.pt.rsp.upper_transducer_limit" "Upper Transducer Limit": F32;
        PT_RSP_LOWER_TRANSDUCER_LIMIT "hart_ip.pt.rsp.lower_transducer_limit" "Lower Transducer Limit": F32;
        PT_RSP_MINIMUM_SPAN "hart_ip.pt.rsp.minimum_span" "Minimum Span": F32;
        PT_RSP_PV_ALARM_SELECTION_CODE "hart_ip.pt.rsp.pv_alarm_selection_code" "PV Alarm Selection Code": U8 Hex;
        PT_RSP_PV_TRANSFER_FUNCTION_CODE "hart_ip.pt.rsp.pv_transfer_function_code" "PV Transfer Function Code": U8 Hex;
        PT_RSP_PV_UPPER_AND_LOWER_RANGE_VALUES_UNITS "hart_ip.pt.rsp.pv_upper_and_lower_range_values_units" "PV Upper and Lower Range Values Units": U8 Hex;
        PT_RSP_PV_UPPER_RANGE_VALUE "hart_ip.pt.rsp.pv_upper_range_value" "PV Upper Range Value": F32;
        PT_RSP_PV_LOWER_RANGE_VALUE "hart_ip.pt.rsp.pv_lower_range_value" "PV Lower Range Value": F32;
        PT_RSP_PV_DAMPING_VALUE "hart_ip.pt.rsp.pv_damping_value" "PV Damping Value": F32;
        PT_RSP_WRITE_PROTECT_CODE "hart_ip.pt.rsp.write_protect_code" "Write Protect Code": U8 Hex;
        PT_RSP_RESERVED "hart_ip.pt.rsp.reserved" "Reserved": U8 Hex;
        PT_RSP_PV_ANALOG_CHANNEL_FLAGS "hart_ip.pt.rsp.pv_analog_channel_flags" "PV Analog Channel Flags": U8 Hex;
        PT_RSP_FINAL_ASSEMBLY_NUMBER "hart_ip.pt.rsp.final_assembly_number" "Final Assembly Number": Bytes;
        PT_RSP_TAG "hart_ip.pt.rsp.tag" "Tag": StrZPad;
        PT_RSP_MESSAGE "hart_ip.pt.rsp.message" "Message": StrZPad;
        PT_RSP_DEVICE_SP_STATUS "hart_ip.pt.rsp.device_sp_status" "Device-Specific Status": Bytes;
        PT_RSP_DEVICE_OP_MODE "hart_ip.pt.rsp.device_op_mode" "Device Operating Mode": U8 Dec;
        PT_RSP_STANDARDIZED_STATUS_0 "hart_ip.pt.rsp.standardized_status_0" "Standardized Status 0": U8 Hex;
        PT_RSP_STANDARDIZED_STATUS_1 "hart_ip.pt.rsp.standardized_status_1" "Standardized Status 1": U8 Hex;
        PT_RSP_ANALOG_CHANNEL_SATURATED "hart_ip.pt.rsp.analog_channel_saturated" "Analog Channel Saturated": U8 Dec;
        PT_RSP_STANDARDIZED_STATUS_2 "hart_ip.pt.rsp.standardized_status_2" "Standardized Status 2": U8 Hex;
        PT_RSP_STANDARDIZED_STATUS_3 "hart_ip.pt.rsp.standardized_status_3" "Standardized Status 3": U8 Hex;
        PT_RSP_ANALOG_CHANNEL_FIXED "hart_ip.pt.rsp.analog_channel_fixed" "Analog Channel Fixed": U8 Dec;
        PT_RSP_POLL_ADDRESS "hart_ip.pt.rsp.poll_address" "Poll Address": U8 Dec;
        PT_RSP_DATA "hart_ip.pt.rsp.data" "Data": Bytes;
    }
    experts {
        NO_DATA "hart_ip.data.none" Note Protocol "No data";
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [1, _, _, _, _, _, a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(8)),
        _ if bytes.len() < 8 => Pdu::More(8),
        _ => Pdu::AsItComes,
    }
}

/// A server may answer from another port than the one that was asked.
fn remember(past: &mut Past<'_>, _: &[u8]) {
    let now = past.now;
    if now.transport == Some(TransportKind::Udp) && now.ports.dst == PORT {
        let kind = TransportKind::Udp;
        past.expect(&Expected { kind, addr: now.src, port: now.ports.src, peer: Some(now.dst) }, ID, &[]);
    }
}

const PORT: u16 = 5094;
const ERROR: u8 = 3;
const SESSION_INITIATE: u8 = 0;
const PASS_THROUGH: u8 = 3;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<8>()?;
    cx.protocol("HART_IP");
    cx.info_clear();
    let number = u16::from_be_bytes([h[4], h[5]]);
    let kind = MESSAGE_TYPE_NAMES.or(u64::from(h[1]), "Unknown");
    let id = MESSAGE_ID_NAMES.or(u64::from(h[2]), "Unknown");
    cx.info(|o| _ = o.s(id).c(b' ').s(kind).s(", Sequence Number ").u(number));
    cx.proto_append(|o| _ = o.s(", ").s(id).c(b' ').s(kind).s(", Sequence Number ").u(number));
    let length = usize::from(u16::from_be_bytes([h[6], h[7]]));
    let line = cx.line(c.span(8), |o| _ = o.s("HART_IP Header"));
    let head =
        [(VERSION, 1), (MESSAGE_TYPE, 1), (MESSAGE_ID, 1), (STATUS, 1), (TRANSACTION_ID, 2), (MSG_LENGTH, 2)];
    cx.under(line, |cx| run(cx, &mut c, &head))?;
    let mut body = c.take(length.saturating_sub(8));
    let line = cx.line(body.span(usize::MAX), |o| _ = o.s("HART_IP Body, ").s(id).s(", ").s(kind));
    cx.under(line, |cx| show(cx, &mut body, h[1], h[2]))
}

/// What a message carries.
fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, id: u8) -> Step {
    match (id, kind) {
        (_, ERROR) if !c.is_empty() => cx.u8(ERROR_ERROR_CODE, c).map(|_| ()),
        (SESSION_INITIATE, _) if !c.is_empty() => {
            run(cx, c, &[(SESSION_INIT_MASTER_TYPE, 1), (SESSION_INIT_INACTIVITY_CLOSE_TIMER, 4)])
        }
        (PASS_THROUGH, _) if !c.is_empty() => commands::frame(cx, c),
        _ if c.is_empty() => {
            let item = cx.peek(DATA, c, 0)?;
            cx.expert(NO_DATA, item, c.span(0));
            Ok(())
        }
        _ => cx.bytes(DATA, c, c.left()).map(|_| ()),
    }
}
