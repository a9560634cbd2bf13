//! Elements of layer 3 of mobile networks (3GPP TS 24.008) that others carry: traffic flow templates, time zones.

pub mod dtap;
pub mod gm;
pub mod rr;

use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    GSM_A "gsm_a" "GSM A-I/F COMMON" "GSM COMMON" App
    on []
    fields {
        SPARE_BITS "gsm_a.spare_bits" "Spare bit(s)": U8 Dec;
        L_EXT "gsm_a.l_ext" "ext": U8 Dec & 0x80;
        IE_MOBILEID_TYPE "gsm_a.ie.mobileid.type" "Mobile Identity Type": U8 Dec & 0x7 = IE_MOBILEID_TYPE_NAMES;
        ID_DIG_1 "gsm_a.id_dig_1" "Identity Digit 1": U8 Dec & 0xf0;
        ODDEVENIND "gsm_a.oddevenind" "Odd/even indication": Bool(8) & 0x8 = Names::Bools("Odd number of identity digits", "Even number of identity digits");
        LEN "gsm_a.len" "Length": U16 Dec;
        L3_PROTOCOL_DISCRIMINATOR "gsm_a.L3_protocol_discriminator" "Protocol discriminator": U8 Hex & 0xf = L3_PROTOCOL_DISCRIMINATOR_NAMES;
        LAC "gsm_a.lac" "Location Area Code (LAC)": U16 HexDec;
    }
}

names! {
    IE_MOBILEID_TYPE_NAMES {
        0 => "No Identity",
        1 => "IMSI",
        2 => "IMEI",
        3 => "IMEISV",
        4 => "TMSI/P-TMSI/M-TMSI",
        5 => "TMGI and optional MBMS Session Identity",
    }
    pub(in super::super) L3_PROTOCOL_DISCRIMINATOR_NAMES {
        0 => "Group call control",
        1 => "Broadcast call control",
        2 => "EPS session management messages",
        3 => "Call Control; call related SS messages",
        4 => "GPRS Transparent Transport Protocol (GTTP)",
        5 => "Mobility Management messages",
        6 => "Radio Resources Management messages",
        7 => "EPS mobility management messages",
        8 => "GPRS mobility management messages",
        9 => "SMS messages",
        10 => "GPRS session management messages",
        11 => "Non call related SS messages",
        12 => "Location services specified in 3GPP TS 44.071",
        13 => "Unknown",
        14 => "Reserved for extension of the PD to one octet length ",
        15 => "Tests procedures described in 3GPP TS 44.014, 3GPP TS 34.109 and 3GPP TS 36.509",
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Who a user is (TS 24.008 §10.5.1.4), when that is an IMSI.
pub(super) fn identity<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? & 7;
    for field in [ID_DIG_1, ODDEVENIND, IE_MOBILEID_TYPE] {
        cx.peek(field, c, 1)?;
    }
    let n = c.left();
    if kind != 1 {
        return Ok(());
    }
    let odd = c.peek_bytes(0, n)?;
    super::e212::shifted_imsi(cx, c.span(n), odd);
    c.skip(n)
}
