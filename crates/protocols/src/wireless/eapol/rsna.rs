//! Key frames of robust security networks: the handshakes of IEEE 802.11, clause 12.7.

use super::super::wlan;
use super::{KEYDES_KEY_IV, KEYDES_KEY_LEN, KEYDES_REPLAY_COUNTER};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Stop, Value, proto};

proto! {
    WLAN_RSNA_EAPOL "wlan_rsna_eapol" "IEEE 802.11 RSNA EAPOL key" "802.11 RSNA EAPOL" App
    on []
    fields {
        KEYDES_MSGNR "wlan_rsna_eapol.keydes.msgnr" "Message number": U8 Dec;
        KEYDES_KEY_INFO "wlan_rsna_eapol.keydes.key_info" "Key Information": U16 Hex;
        KEYDES_KEY_INFO_KEYDES_VERSION "wlan_rsna_eapol.keydes.key_info.keydes_version" "Key Descriptor Version": U16 Dec & 0x7 = VERSIONS;
        KEYDES_KEY_INFO_KEY_TYPE "wlan_rsna_eapol.keydes.key_info.key_type" "Key Type": Bool(16) & 0x8 = Names::Bools("Pairwise Key", "Group Key");
        KEYDES_KEY_INFO_KEY_INDEX "wlan_rsna_eapol.keydes.key_info.key_index" "Key Index": U16 Dec & 0x30;
        KEYDES_KEY_INFO_INSTALL "wlan_rsna_eapol.keydes.key_info.install" "Install": Bool(16) & 0x40 = Names::Bools("Set", "Not set");
        KEYDES_KEY_INFO_KEY_ACK "wlan_rsna_eapol.keydes.key_info.key_ack" "Key ACK": Bool(16) & 0x80 = Names::Bools("Set", "Not set");
        KEYDES_KEY_INFO_KEY_MIC "wlan_rsna_eapol.keydes.key_info.key_mic" "Key MIC": Bool(16) & 0x100 = Names::Bools("Set", "Not set");
        KEYDES_KEY_INFO_SECURE "wlan_rsna_eapol.keydes.key_info.secure" "Secure": Bool(16) & 0x200 = Names::Bools("Set", "Not set");
        KEYDES_KEY_INFO_ERROR "wlan_rsna_eapol.keydes.key_info.error" "Error": Bool(16) & 0x400 = Names::Bools("Set", "Not set");
        KEYDES_KEY_INFO_REQUEST "wlan_rsna_eapol.keydes.key_info.request" "Request": Bool(16) & 0x800 = Names::Bools("Set", "Not set");
        KEYDES_KEY_INFO_ENCRYPTED_KEY_DATA "wlan_rsna_eapol.keydes.key_info.encrypted_key_data" "Encrypted Key Data": Bool(16) & 0x1000 = Names::Bools("Set", "Not set");
        KEYDES_KEY_INFO_SMK_MESSAGE "wlan_rsna_eapol.keydes.key_info.smk_message" "SMK Message": Bool(16) & 0x2000 = Names::Bools("Set", "Not set");
        KEYDES_NONCE "wlan_rsna_eapol.keydes.nonce" "WPA Key Nonce": Bytes;
        KEYDES_RSC "wlan_rsna_eapol.keydes.rsc" "WPA Key RSC": Bytes;
        KEYDES_ID "wlan_rsna_eapol.keydes.id" "WPA Key ID": Bytes;
        KEYDES_MIC "wlan_rsna_eapol.keydes.mic" "WPA Key MIC": Bytes;
        KEYDES_DATA_LEN "wlan_rsna_eapol.keydes.data_len" "WPA Key Data Length": U16 Dec;
        KEYDES_DATA "wlan_rsna_eapol.keydes.data" "WPA Key Data": Bytes;
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

requin_wire::names! {
    /// How the frame is protected.
    VERSIONS {
        1 => "RC4 Cipher, HMAC-MD5 MIC",
        2 => "AES Cipher, HMAC-SHA1 MIC",
        3 => "AES Cipher, AES-128-CMAC MIC",
    }
}

/// Bits of the key information.
mod info {
    pub const PAIRWISE: u16 = 0x0008;
    pub const ACK: u16 = 0x0080;
    pub const MIC: u16 = 0x0100;
    pub const ERROR: u16 = 0x0400;
    pub const REQUEST: u16 = 0x0800;
    pub const ENCRYPTED: u16 = 0x1000;
}

const BITS: [Field; 11] = [
    KEYDES_KEY_INFO_KEYDES_VERSION,
    KEYDES_KEY_INFO_KEY_TYPE,
    KEYDES_KEY_INFO_KEY_INDEX,
    KEYDES_KEY_INFO_INSTALL,
    KEYDES_KEY_INFO_KEY_ACK,
    KEYDES_KEY_INFO_KEY_MIC,
    KEYDES_KEY_INFO_SECURE,
    KEYDES_KEY_INFO_ERROR,
    KEYDES_KEY_INFO_REQUEST,
    KEYDES_KEY_INFO_ENCRYPTED_KEY_DATA,
    KEYDES_KEY_INFO_SMK_MESSAGE,
];

/// Where the key data's length stands, counted from the key information.
const DATA_LENGTH_AT: usize = 92;

/// Shows a key frame behind its descriptor type.
///
/// # Errors
/// Whatever stopped it.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let flags = c.peek_u16(0)?;
    let data_len = usize::from(c.peek_u16(DATA_LENGTH_AT).unwrap_or(0));
    let pairwise = flags & info::PAIRWISE != 0;
    if flags & info::REQUEST != 0 {
        cx.info(|o| {
            o.s("Key (Request").s(if flags & info::ERROR != 0 { ", Error" } else { "" }).s(")");
        });
    } else {
        let (name, number, of) = match (pairwise, flags & info::ACK != 0) {
            (true, true) if flags & info::MIC != 0 => ("Message ", 3u8, 4u8),
            (true, true) => ("Message ", 1, 4),
            // What confirms carries nothing.
            (true, false) if data_len > 0 => ("Message ", 2, 4),
            (true, false) => ("Message ", 4, 4),
            (false, true) => ("Group Message ", 1, 2),
            (false, false) => ("Group Message ", 2, 2),
        };
        cx.info(|o| _ = o.s("Key (").s(name).u(number).s(" of ").u(of).s(")"));
        cx.generated(KEYDES_MSGNR, c.span(0), Value::U(u64::from(number)));
    }
    cx.flags(KEYDES_KEY_INFO, &mut c, 2, &BITS)?;
    cx.field(KEYDES_KEY_LEN, &mut c, 2)?;
    cx.field(KEYDES_REPLAY_COUNTER, &mut c, 8)?;
    cx.field(KEYDES_NONCE, &mut c, 32)?;
    cx.field(KEYDES_KEY_IV, &mut c, 16)?;
    cx.field(KEYDES_RSC, &mut c, 8)?;
    cx.field(KEYDES_ID, &mut c, 8)?;
    cx.field(KEYDES_MIC, &mut c, 16)?;
    cx.field(KEYDES_DATA_LEN, &mut c, 2)?;
    if data_len == 0 {
        return Ok(());
    }
    c.peek_bytes(0, data_len)?;
    let data = c.take(data_len);
    let item = cx.peek(KEYDES_DATA, &data, data_len)?;
    if !pairwise || flags & info::ENCRYPTED != 0 {
        return Ok(());
    }
    cx.under(item, |cx| wlan::key_data(cx, data))
}
