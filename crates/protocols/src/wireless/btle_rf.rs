//! Bluetooth Low Energy: what a receiver says of the radio (LINKTYPE_BLUETOOTH_LE_LL_WITH_PHDR).

use requin_wire::Field;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    BTLE_RF "btle_rf" "Bluetooth Low Energy RF Info" "BT LE RF" Link
    on []
    fields {
        SIGNED_BYTE_UNUSED "btle_rf.signed_byte_unused" "Unused signed byte": I8 Dec;
        UNSIGNED_BYTE_UNUSED "btle_rf.unsigned_byte_unused" "Unused unsigned byte": U8 Dec;
        WORD_UNUSED "btle_rf.word_unused" "Unused word": U32 Hex;
        CHANNEL "btle_rf.channel" "RF Channel": U8 Dec;
        SIGNAL_DBM "btle_rf.signal_dbm" "Signal dBm": I8 Dec;
        NOISE_DBM "btle_rf.noise_dbm" "Noise dBm": I8 Dec;
        ACCESS_ADDRESS_OFFENSES "btle_rf.access_address_offenses" "Access Address Offenses": U8 Dec;
        REFERENCE_ACCESS_ADDRESS "btle_rf.reference_access_address" "Reference Access Address": U32 Hex;
        FLAGS "btle_rf.flags" "Flags": U16 Hex;
        FLAGS_DEWHITENED "btle_rf.flags.dewhitened" "Dewhitened": Bool(16) & 0x1;
        FLAGS_SIGNAL_DBM_VALID "btle_rf.flags.signal_dbm_valid" "Signal Power Valid": Bool(16) & 0x2;
        FLAGS_NOISE_DBM_VALID "btle_rf.flags.noise_dbm_valid" "Noise Power Valid": Bool(16) & 0x4;
        FLAGS_DECRYPTED "btle_rf.flags.decrypted" "Decrypted": Bool(16) & 0x8;
        FLAGS_REFERENCE_ACCESS_ADDRESS_VALID "btle_rf.flags.reference_access_address_valid" "Reference Access Address Valid": Bool(16) & 0x10;
        FLAGS_ACCESS_ADDRESS_OFFENSES_VALID "btle_rf.flags.access_address_offenses_valid" "Access Address Offenses Valid": Bool(16) & 0x20;
        FLAGS_CHANNEL_ALIASED "btle_rf.flags.channel_aliased" "Channel Aliased": Bool(16) & 0x40;
        PDU_TYPE "btle_rf.pdu_type" "PDU Type": U16 Dec & 0x380 = PDU_TYPE_NAMES;
        FLAGS_CRC_CHECKED "btle_rf.flags.crc_checked" "CRC Checked": Bool(16) & 0x400;
        FLAGS_CRC_VALID "btle_rf.flags.crc_valid" "CRC Valid": Bool(16) & 0x800;
        FLAGS_MIC_CHECKED "btle_rf.flags.mic_checked" "MIC Checked": Bool(16) & 0x1000;
        FLAGS_MIC_VALID "btle_rf.flags.mic_valid" "MIC Valid": Bool(16) & 0x2000;
        PHY "btle_rf.phy" "PHY": U16 Dec & 0xc000 = PHY_NAMES;
    }
}

names! {
    PDU_TYPE_NAMES {
        0 => "Advertising or Data (Unspecified Direction)",
        1 => "Auxiliary Advertising",
        2 => "Data, Master to Slave",
        3 => "Data, Slave to Master",
        4 => "Connected Isochronous, Master to Slave",
        5 => "Connected Isochronous, Slave to Master",
        6 => "Broadcast Isochronous",
        7 => "Reserved",
    }
    PHY_NAMES {
        0 => "LE 1M",
        1 => "LE 2M",
        2 => "LE Coded",
        3 => "Reserved",
    }
}

const SIGNAL: u16 = 0x0002;
const NOISE: u16 = 0x0004;
const REFERENCE: u16 = 0x0010;
const OFFENSES: u16 = 0x0020;

const FLAG_ROWS: [Field; 13] = [
    FLAGS_DEWHITENED,
    FLAGS_SIGNAL_DBM_VALID,
    FLAGS_NOISE_DBM_VALID,
    FLAGS_DECRYPTED,
    FLAGS_REFERENCE_ACCESS_ADDRESS_VALID,
    FLAGS_ACCESS_ADDRESS_OFFENSES_VALID,
    FLAGS_CHANNEL_ALIASED,
    PDU_TYPE,
    FLAGS_CRC_CHECKED,
    FLAGS_CRC_VALID,
    FLAGS_MIC_CHECKED,
    FLAGS_MIC_VALID,
    PHY,
];

/// The channels of the radio in the order of their frequencies, by their numbers.
fn channel(radio: u8) -> (u16, &'static str, u8) {
    let frequency = 2402 + 2 * u16::from(radio);
    match radio {
        0 => (frequency, "Advertising channel ", 37),
        12 => (frequency, "Advertising channel ", 38),
        39 => (frequency, "Advertising channel ", 39),
        1..=11 => (frequency, "Data channel ", radio - 1),
        13..=38 => (frequency, "Data channel ", radio - 2),
        _ => (0, "Illegal channel ", radio),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BT LE RF");
    cx.proto_len(10);
    let h = *c.peek_array::<10>()?;
    let flags = u16::from_le_bytes([h[8], h[9]]);
    let (frequency, kind, number) = channel(h[0]);
    let item = cx.field(CHANNEL, &mut c, 1)?;
    cx.append(item, |o| _ = o.s(", ").u(frequency).s(" MHz, ").s(kind).u(number));
    cx.field(if flags & SIGNAL != 0 { SIGNAL_DBM } else { SIGNED_BYTE_UNUSED }, &mut c, 1)?;
    cx.field(if flags & NOISE != 0 { NOISE_DBM } else { SIGNED_BYTE_UNUSED }, &mut c, 1)?;
    cx.field(if flags & OFFENSES != 0 { ACCESS_ADDRESS_OFFENSES } else { UNSIGNED_BYTE_UNUSED }, &mut c, 1)?;
    cx.field_le(if flags & REFERENCE != 0 { REFERENCE_ACCESS_ADDRESS } else { WORD_UNUSED }, &mut c, 4)?;
    let item = cx.peek_le(FLAGS, &c, 0, 2)?;
    cx.under(item, |cx| -> Step {
        for field in FLAG_ROWS {
            cx.peek_le(field, &c, 0, 2)?;
        }
        Ok(())
    })?;
    c.skip(2)?;
    if c.is_empty() { Ok(()) } else { cx.call(super::btle::ID, c) }
}
