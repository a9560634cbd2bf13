//! What a receiver of Bluetooth BR/EDR says of a packet (LINKTYPE_BLUETOOTH_BREDR_BB).

use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    BTBREDR_RF "btbredr_rf" "Bluetooth Pseudoheader for BR/EDR" "BT BR/EDR RF" Link
    on []
    fields {
        RF_CHANNEL "btbredr_rf.rf_channel" "RF Channel": U8 Dec;
        UNCERTAIN_RF_CHANNEL "btbredr_rf.uncertain_rf_channel" "Uncertain RF Channel": U8 Dec;
        SIGNAL_POWER "btbredr_rf.signal_power" "Signal Power": I8 Dec;
        INVALID_SIGNAL_POWER "btbredr_rf.invalid.signal_power" "Invalid Signal Power": I8 Dec;
        NOISE_POWER "btbredr_rf.noise_power" "Noise Power": I8 Dec;
        INVALID_NOISE_POWER "btbredr_rf.invalid.noise_power" "Invalid Noise Power": I8 Dec;
        ACCESS_ADDRESS_OFFENSES "btbredr_rf.access_address_offenses" "Access Address Offenses": U8 Dec;
        PAYLOAD_TRANSPORT_RATE "btbredr_rf.payload_transport_rate" "Payload Transport Rate": U8 Hex;
        PAYLOAD_TRANSPORT_RATE_IGNORED "btbredr_rf.payload_transport_rate.ignored" "Payload Transport Rate: Ignored": U8 Hex;
        PAYLOAD_TRANSPORT_RATE_TRANSPORT "btbredr_rf.payload_transport_rate.transport" "Transport": U8 Hex & 0xf0 = PAYLOAD_TRANSPORT_RATE_TRANSPORT_NAMES;
        PAYLOAD_TRANSPORT_RATE_PAYLOAD "btbredr_rf.payload_transport_rate.payload" "Payload": U8 Hex & 0xf = PAYLOAD_TRANSPORT_RATE_PAYLOAD_NAMES;
        CORRECTED_HEADER_BITS "btbredr_rf.corrected_header_bits" "Corrected Header Bits": U8 Dec;
        CORRECTED_PAYLOAD_BITS "btbredr_rf.corrected_payload_bits" "Corrected Payload Bits": I16 Dec;
        LOWER_ADDRESS_PART "btbredr_rf.lower_address_part" "Lower Address Part": U32 Hex;
        REFERENCE_LOWER_ADDRESS_PART "btbredr_rf.reference_lower_address_part" "Reference Lower Address Part": U24 Hex;
        INVALID_REFERENCE_LOWER_ADDRESS_PART "btbredr_rf.invalid.reference_lower_address_part" "Invalid Reference Lower Address Part": U24 Hex;
        REFERENCE_UPPER_ADDRES_PART "btbredr_rf.reference_upper_addres_part" "Reference Upper Address Part": U8 Hex;
        INVALID_REFERENCE_UPPER_ADDRES_PART "btbredr_rf.invalid.reference_upper_addres_part" "Invalid Reference Upper Address Part": U8 Hex;
        WHITENED_PACKET_HEADER "btbredr_rf.whitened.packet_header" "Whitened Packet Header": U32 Hex;
        INVALID_PACKET_HEADER "btbredr_rf.invalid.packet_header" "Invalid Packet Header": U32 Hex;
        PACKET_HEADER "btbredr_rf.packet_header" "Packet Header": U32 Hex;
        PACKET_HEADER_LT_ADDR "btbredr_rf.packet_header.lt_addr" "LT_ADDR": U32 Hex & 0x7;
        PACKET_HEADER_TYPE "btbredr_rf.packet_header.type" "Type": U32 Hex & 0x78 = PACKET_HEADER_TYPE_NAMES;
        PACKET_HEADER_FLOW_CONTROL "btbredr_rf.packet_header.flow_control" "Flow Control": Bool(32) & 0x80;
        PACKET_HEADER_ARQN "btbredr_rf.packet_header.arqn" "ARQN": Bool(32) & 0x100;
        PACKET_HEADER_SEQN "btbredr_rf.packet_header.seqn" "SEQN": Bool(32) & 0x200;
        PACKET_HEADER_HEC "btbredr_rf.packet_header.hec" "HEC": U32 Hex & 0x3fc00;
        PACKET_HEADER_RESERVED "btbredr_rf.packet_header.reserved" "Reserved": U32 Hex & 0xfffc0000;
        WHITENED_DATA "btbredr_rf.whitened.data" "Whitened Data": None;
        DATA "btbredr_rf.data" "Data": None;
        FLAGS "btbredr_rf.flags" "Flags": U16 Hex;
        FLAGS_RESERVED_15_14 "btbredr_rf.flags.reserved.15_14" "Reserved": U16 Hex & 0xc000;
        FLAGS_MIC_PASS "btbredr_rf.flags.mic_pass" "MIC Pass": Bool(16) & 0x2000;
        FLAGS_MIC_CHECK "btbredr_rf.flags.mic_check" "MIC Checked": Bool(16) & 0x1000;
        FLAGS_CRC_PASS "btbredr_rf.flags.crc_pass" "CRC Pass": Bool(16) & 0x800;
        FLAGS_CRC_CHECK "btbredr_rf.flags.crc_check" "CRC Checked": Bool(16) & 0x400;
        FLAGS_HEC_PASS "btbredr_rf.flags.hec_pass" "HEC Pass": Bool(16) & 0x200;
        FLAGS_HEC_CHECK "btbredr_rf.flags.hec_check" "HEC Checked": Bool(16) & 0x100;
        FLAGS_REFERENCE_UPPER_ADDRES_PART_VALID "btbredr_rf.flags.reference_upper_addres_part_valid" "Reference Upper Address Part Valid": Bool(16) & 0x80;
        FLAGS_RF_CHANNEL_ALIASING "btbredr_rf.flags.rf_channel_aliasing" "RF Channel Aliasing": Bool(16) & 0x40;
        FLAGS_BREDR_DATA_PRESENT "btbredr_rf.flags.bredr_data_present" "BR or EDR Data Present": Bool(16) & 0x20;
        FLAGS_REFERENCE_LOWER_ADDRESS_PART_VALID "btbredr_rf.flags.reference_lower_address_part_valid" "Reference Lower Address Part Valid": Bool(16) & 0x10;
        FLAGS_BREDR_PAYLOAD_DECRYPTED "btbredr_rf.flags.bredr_payload_decrypted" "BR or EDR Payload Decrypted": Bool(16) & 0x8;
        FLAGS_NOISE_POWER_VALID "btbredr_rf.flags.noise_power_valid" "Noise Power Valid": Bool(16) & 0x4;
        FLAGS_SIGNAL_POWER_VALID "btbredr_rf.flags.signal_power_valid" "Signal Power Valid": Bool(16) & 0x2;
        FLAGS_PKT_HDR_AND_BR_EDR_PAYLOAD_DEWHITENED "btbredr_rf.flags.pkt_hdr_and_br_edr_payload_dewhitened" "Packet Header and BR/EDR Payload Dewhitened": Bool(16) & 0x1;
    }
    experts {
        UNEXPECTED_DATA "btbredr_rf.unexpected_data" Warn Protocol "Unexpected data, BR or EDR Data Present flag is set to False";
        RESERVED_NOT_ZERO "btbredr_rf.reserved_not_zero" Warn Protocol "Reserved values are not zeros";
    }
}

names! {
    PAYLOAD_TRANSPORT_RATE_TRANSPORT_NAMES {
        0 => "Any",
        1 => "SCO",
        2 => "eSCO",
        3 => "ACL",
        4 => "CSB",
    }
    PAYLOAD_TRANSPORT_RATE_PAYLOAD_NAMES {
        0 => "Basic Rate with GFSK demodulation",
        1 => "Enhanced Data Rate with PI/2-DQPSK demodulation",
        2 => "Enhanced Data Rate with 8DPSK demodulation",
    }
    PACKET_HEADER_TYPE_NAMES {
        0 => "NULL",
        1 => "POLL",
        2 => "FHS",
        3 => "DM1",
        4 => "DH1/2-DH1",
        5 => "HV1",
        6 => "HV2/2-EV3",
        7 => "HV3/EV3/3-EV3",
        8 => "DV/3-DH1",
        9 => "AUX1",
        10 => "DM3/2-DH3",
        11 => "DH3/3-DH3",
        12 => "EV4/2-EV5",
        13 => "EV5/3-EV5",
        14 => "DM5/2-DH5",
        15 => "DH5/3-DH5",
    }
}

const HEAD: usize = 22;

/// Bits of the flags.
const DEWHITENED: u16 = 0x0001;
const SIGNAL: u16 = 0x0002;
const NOISE: u16 = 0x0004;
const LOWER: u16 = 0x0010;
const DATA_PRESENT: u16 = 0x0020;
const ALIASED: u16 = 0x0040;
const UPPER: u16 = 0x0080;
const HEC_CHECKED: u16 = 0x0100;
const HEC_PASSED: u16 = 0x0200;

const FLAG_ROWS: [Field; 14] = [
    FLAGS_MIC_PASS,
    FLAGS_MIC_CHECK,
    FLAGS_CRC_PASS,
    FLAGS_CRC_CHECK,
    FLAGS_HEC_PASS,
    FLAGS_HEC_CHECK,
    FLAGS_REFERENCE_UPPER_ADDRES_PART_VALID,
    FLAGS_RF_CHANNEL_ALIASING,
    FLAGS_BREDR_DATA_PRESENT,
    FLAGS_REFERENCE_LOWER_ADDRESS_PART_VALID,
    FLAGS_BREDR_PAYLOAD_DECRYPTED,
    FLAGS_NOISE_POWER_VALID,
    FLAGS_SIGNAL_POWER_VALID,
    FLAGS_PKT_HDR_AND_BR_EDR_PAYLOAD_DEWHITENED,
];

const HEADER_ROWS: [Field; 7] = [
    PACKET_HEADER_LT_ADDR,
    PACKET_HEADER_TYPE,
    PACKET_HEADER_FLOW_CONTROL,
    PACKET_HEADER_ARQN,
    PACKET_HEADER_SEQN,
    PACKET_HEADER_HEC,
    PACKET_HEADER_RESERVED,
];

names! {
    RATES { 0 => "BR 1Mbps", 1 => "EDR 2Mbps", 2 => "EDR 3Mbps" }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BT BR/EDR RF");
    cx.info_clear();
    let h = *c.peek_array::<HEAD>()?;
    let flags = u16::from_le_bytes([h[20], h[21]]);
    let has = |bit: u16| flags & bit != 0;
    let (rate, transport) = (h[4] & 15, h[4] >> 4);
    cx.info(|o| {
        o.s("Transport: ").s(PAYLOAD_TRANSPORT_RATE_TRANSPORT_NAMES.or(u64::from(transport), "Unknown"));
        o.s(" (").s(RATES.or(u64::from(rate), "Unknown")).s("), RF Channel: ").right(h[0], 2);
        o.s(if has(ALIASED) { "*" } else { "" });
        for (bit, name, v) in [(SIGNAL, " (SP: ", h[1]), (NOISE, " (NP: ", h[2])] {
            if has(bit) {
                o.s(name).right(v as i8, 4).s(")");
            }
        }
    });
    cx.field(if has(ALIASED) { UNCERTAIN_RF_CHANNEL } else { RF_CHANNEL }, &mut c, 1)?;
    cx.field(if has(SIGNAL) { SIGNAL_POWER } else { INVALID_SIGNAL_POWER }, &mut c, 1)?;
    cx.field(if has(NOISE) { NOISE_POWER } else { INVALID_NOISE_POWER }, &mut c, 1)?;
    cx.field(ACCESS_ADDRESS_OFFENSES, &mut c, 1)?;
    if h[4] == 0xff {
        cx.field(PAYLOAD_TRANSPORT_RATE_IGNORED, &mut c, 1)?;
    } else {
        let rows = [PAYLOAD_TRANSPORT_RATE_PAYLOAD, PAYLOAD_TRANSPORT_RATE_TRANSPORT];
        let (_, item) = cx.flags(PAYLOAD_TRANSPORT_RATE, &mut c, 1, &rows)?;
        cx.append(item, |o| {
            o.s(", Payload: ").s(PAYLOAD_TRANSPORT_RATE_PAYLOAD_NAMES.or(u64::from(rate), "Unknown"));
            o.s(", Transport: ");
            o.s(PAYLOAD_TRANSPORT_RATE_TRANSPORT_NAMES.or(u64::from(transport), "Unknown"));
        });
    }
    cx.field(CORRECTED_HEADER_BITS, &mut c, 1)?;
    cx.field_le(CORRECTED_PAYLOAD_BITS, &mut c, 2)?;
    cx.field_le(LOWER_ADDRESS_PART, &mut c, 4)?;
    let lower = if has(LOWER) { REFERENCE_LOWER_ADDRESS_PART } else { INVALID_REFERENCE_LOWER_ADDRESS_PART };
    cx.field_le(lower, &mut c, 3)?;
    let upper = if has(UPPER) { REFERENCE_UPPER_ADDRES_PART } else { INVALID_REFERENCE_UPPER_ADDRES_PART };
    cx.field(upper, &mut c, 1)?;
    match (has(DEWHITENED), has(HEC_CHECKED) && !has(HEC_PASSED)) {
        (false, _) => _ = cx.field_le(WHITENED_PACKET_HEADER, &mut c, 4)?,
        (true, true) => _ = cx.field_le(INVALID_PACKET_HEADER, &mut c, 4)?,
        (true, false) => _ = cx.flags_le(PACKET_HEADER, &mut c, 4, &HEADER_ROWS)?,
    }
    let item = cx.peek_le(FLAGS, &c, 0, 2)?;
    cx.under(item, |cx| -> Step {
        let reserved = cx.peek_le(FLAGS_RESERVED_15_14, &c, 0, 2)?;
        if flags & 0xc000 != 0 {
            cx.expert(RESERVED_NOT_ZERO, reserved, c.span(0));
        }
        for field in FLAG_ROWS {
            cx.peek_le(field, &c, 0, 2)?;
        }
        Ok(())
    })?;
    c.skip(2)?;
    if c.is_empty() {
        return Ok(());
    }
    let n = c.left();
    if !has(DATA_PRESENT) {
        let item = cx.line(c.span(n), |o| {
            o.s("Unexpected data, BR or EDR Data Present flag is set to False");
        });
        cx.expert(UNEXPECTED_DATA, item, c.span(0));
        return Ok(());
    }
    cx.add(if has(DEWHITENED) { DATA } else { WHITENED_DATA }, c.span(n), Value::None);
    Ok(())
}
