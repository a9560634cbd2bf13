//! Slow protocols of organisations, IEEE 802.3 annex 57B; that of the ITU tells the quality of a clock (G.8264).

use crate::common::{YES, run};
use requin_wire::{Cursor, Cx, Item, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    OSSP "ossp" "OSSP" "OSSP" Link
    on []
    fields {
        OUI "ossp.oui" "OUI": U24 Oui;
        ITU_SUBTYPE "ossp.itu.subtype" "ITU-T OSSP Subtype": U16 Hex;
        ESMC_VERSION "ossp.esmc.version" "Version": U8 Hex & 0xf0;
        ESMC_EVENT_FLAG "ossp.esmc.event_flag" "Event Flag": Bool(8) & 0x8 = Names::Bools("Time-critical Event ESMC PDU", "Information ESMC PDU");
        ESMC_RESERVED_BITS "ossp.esmc.reserved_bits" "Reserved": U8 Hex & 0x7;
        ESMC_RESERVED "ossp.esmc.reserved" "Reserved": U24 Hex;
        ESMC_TLV "ossp.esmc.tlv" "ESMC TLV": None;
        ESMC_TLV_TYPE "ossp.esmc.tlv_type" "TLV Type": U8 Hex = ESMC_TLV_TYPE_NAMES;
        ESMC_TLV_LENGTH "ossp.esmc.tlv_length" "TLV Length": U16 Hex;
        ESMC_TLV_QL_UNUSED "ossp.esmc.tlv_ql_unused" "Unused": U8 Hex & 0xf0;
        ESMC_TLV_QL_SSM "ossp.esmc.tlv_ql_ssm" "SSM Code": U8 Hex & 0xf;
        ESMC_TLV_EXT_QL_ESSM "ossp.esmc.tlv_ext_ql_essm" "Enhanced SSM Code": U8 Hex;
        ESMC_TLV_EXT_QL_CLOCKID "ossp.esmc.tlv_ext_ql_clockid" "SyncE clockID": U64 Hex;
        ESMC_TLV_EXT_QL_FLAG_RESERVED "ossp.esmc.tlv_ext_ql_flag_reserved" "Reserved": U8 Hex & 0xfc;
        ESMC_TLV_EXT_QL_FLAG_CHAIN "ossp.esmc.tlv_ext_ql_flag_chain" "Partial chain": Bool(8) & 0x2 = YES;
        ESMC_TLV_EXT_QL_FLAG_MIXED "ossp.esmc.tlv_ext_ql_flag_mixed" "Mixed EEC/eEEC clocks": Bool(8) & 0x1 = YES;
        ESMC_TLV_EXT_QL_EEEC "ossp.esmc.tlv_ext_ql_eeec" "Cascaded eEECs": U8 Dec;
        ESMC_TLV_EXT_QL_EEC "ossp.esmc.tlv_ext_ql_eec" "Cascaded EECs": U8 Dec;
        ESMC_TLV_EXT_QL_RESERVED "ossp.esmc.tlv_ext_ql_reserved" "Reserved": U40 Hex;
        ESMC_QL "ossp.esmc.ql" "Quality Level": U16 Hex;
        ESMC_PADDING "ossp.esmc.padding" "Padding": Bytes;
    }
    experts {
        ESMC_VERSION_COMPLIANCE "ossp.esmc.version.compliance" Error Malformed "Version must claim compliance with Version 1 of this protocol";
        ESMC_QL_INVALID "ossp.esmc.ql.invalid" Warn Undecoded "Invalid SSM message, unknown QL code";
    }
}

names! {
    ESMC_TLV_TYPE_NAMES {
        1 => "Quality Level",
        2 => "Extended Quality Level",
    }
}

/// The organisation of the ITU.
const ITU: u32 = 0x00_19a7;

names! {
    /// Qualities of clocks by their codes (G.781), short and in words.
    QUALITY {
        0 => "QL-STU, Quality unknown",
        2 => "QL-PRC, Primary reference clock (G.811)",
        4 => "QL-SSU-A, Type I or V slave clock (G.812)",
        8 => "QL-SSU-B, Type VI slave clock (G.812)",
        11 => "QL-EEC1, SEC, EEC-Option 1 (G.813, G.8262)",
        15 => "QL-DNU, Do not use for synchronization",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<3>()?;
    let oui = u32::from_be_bytes([0, h[0], h[1], h[2]]);
    let maker = super::oui::maker(&h);
    cx.protocol("OSSP");
    cx.info(|o| {
        o.s("OUI: ");
        match maker {
            Some(m) => _ = o.s(m.long),
            None => _ = o.hex_bytes(&h, b':'),
        }
    });
    let item = cx.field(OUI, &mut c, 3)?;
    cx.label(item, |o| {
        o.s("OUI: ").hex_bytes(&h, b':');
        if let Some(m) = maker {
            o.s(" (").s(m.long).s(")");
        }
    });
    if oui != ITU {
        return Ok(());
    }
    let subtype = c.peek_u16(0)?;
    let item = cx.field(ITU_SUBTYPE, &mut c, 2)?;
    cx.label(item, |o| {
        o.s("ITU-T OSSP Subtype: ").hex(subtype, 4).s(if subtype == 1 { ": ESMC" } else { " (Unknown)" });
    });
    if subtype != 1 {
        return Ok(());
    }
    cx.under(item, |cx| esmc(cx, c, item))
}

/// The message of the channel that carries the quality of the clock.
fn esmc<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, above: Item) -> Step {
    let first = c.peek_u8(0)?;
    let event = if first & 8 != 0 { "Event:Time-critical" } else { "Event:Information" };
    cx.protocol("ESMC");
    cx.info(|o| _ = o.s(event));
    cx.append(above, |o| _ = o.s(", ").s(event));
    let version = cx.peek(ESMC_VERSION, &c, 1)?;
    if first >> 4 != 1 {
        cx.expert(ESMC_VERSION_COMPLIANCE, version, c.span(0));
    }
    cx.peek(ESMC_EVENT_FLAG, &c, 1)?;
    cx.field(ESMC_RESERVED_BITS, &mut c, 1)?;
    cx.field(ESMC_RESERVED, &mut c, 3)?;
    let from = c;
    let item = cx.add(ESMC_TLV, c.span(4), Value::None);
    cx.append(item, |o| _ = o.s(", Quality Level"));
    let code = cx.under(item, |cx| {
        run(cx, &mut c, &[(ESMC_TLV_TYPE, 1), (ESMC_TLV_LENGTH, 2)])?;
        let code = c.peek_u8(0)? & 15;
        cx.peek(ESMC_TLV_QL_UNUSED, &c, 1)?;
        cx.field(ESMC_TLV_QL_SSM, &mut c, 1)?;
        Ok::<u8, Stop>(code)
    })?;
    let extended = c.left() >= 20 && c.peek_u8(0)? == 2;
    let mut number = u64::from(code);
    if extended {
        number |= u64::from(c.peek_u8(3)?) << 8;
        let item = cx.add(ESMC_TLV, c.span(20), Value::None);
        cx.append(item, |o| _ = o.s(", Extended Quality Level"));
        cx.under(item, |cx| extended_quality(cx, &mut c))?;
    }
    let known = if extended { None } else { QUALITY.find(number) };
    let mut at = from;
    at.skip(3)?;
    let item = cx.generated(ESMC_QL, at.span(1), Value::U(number));
    cx.label(item, |o| _ = o.s("Quality Level: ").s(known.unwrap_or("Unknown Quality Level")));
    let short = known.and_then(|k| k.split(',').next());
    cx.info_add(|o| _ = o.s(", ").s(short.unwrap_or("Unknown Quality Level")));
    if known.is_none() {
        cx.expert(ESMC_QL_INVALID, item, c.span(0));
    }
    let n = c.left();
    if n == 0 {
        return Ok(());
    }
    let item = cx.peek(ESMC_PADDING, &c, n)?;
    cx.append(item, |o| _ = o.s(", ").u(n as u64).s(" octets"));
    cx.under(item, |cx| cx.call_nested(crate::meta::data::ID, c))
}

fn extended_quality<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(ESMC_TLV_TYPE, 1), (ESMC_TLV_LENGTH, 2), (ESMC_TLV_EXT_QL_ESSM, 1)])?;
    cx.field(ESMC_TLV_EXT_QL_CLOCKID, c, 8)?;
    cx.peek(ESMC_TLV_EXT_QL_FLAG_RESERVED, c, 1)?;
    cx.peek(ESMC_TLV_EXT_QL_FLAG_CHAIN, c, 1)?;
    cx.field(ESMC_TLV_EXT_QL_FLAG_MIXED, c, 1)?;
    run(cx, c, &[(ESMC_TLV_EXT_QL_EEEC, 1), (ESMC_TLV_EXT_QL_EEC, 1), (ESMC_TLV_EXT_QL_RESERVED, 5)])
}
