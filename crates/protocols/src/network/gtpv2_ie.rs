//! Information elements of GTPv2 (3GPP TS 29.274 §8).

use super::gtpv2::*;
use super::layout::{Part, digits, run};
use super::{e164, e212, gsm_a};
use Part::{Bits, More, MoreBits, Name};
use requin_wire::{Cursor, Cx, Item, Sink, Step, Value};

/// An element that holds elements.
const BEARER_CONTEXT: u8 = 93;
/// How deep they may.
const DEEPEST: u8 = 4;

/// What elements hold that hold nothing but values.
const LAYOUTS: &[(u8, &[Part])] = &[
    (3, &[Part::Value(REC, 1)]),
    (71, &[Part::Labels(APN)]),
    (72, &[Part::Value(AMBR_UP, 4), Part::Value(AMBR_DOWN, 4)]),
    (
        77,
        &[
            Bits(&[DAF, DTF, HI, DFI, OI, ISRSI, ISRAI, SGWCI]),
            MoreBits(&[SQCI, UIMSI, CFSI, CRSI, PS, PT, SI, MSV]),
            MoreBits(&[RETLOC, PBIC, S6AF, S4AF, MBMDT, ISRAU, CCRSI]),
            MoreBits(&[CPRAI, ARRL, PPOF, PPON_PPEI, PPSI, CSFBI, CLII, CPSR]),
        ],
    ),
    (
        80,
        &[
            Bits(&[BEARER_QOS_PCI, BEARER_QOS_PL, BEARER_QOS_PVI]),
            Part::Value(BEARER_QOS_LABEL_QCI, 1),
            Part::Value(BEARER_QOS_MBR_UP, 5),
            Part::Value(BEARER_QOS_MBR_DOWN, 5),
            Part::Value(BEARER_QOS_GBR_UP, 5),
            Part::Value(BEARER_QOS_GBR_DOWN, 5),
        ],
    ),
    (
        81,
        &[
            Part::Value(FLOW_QOS_LABEL_QCI, 1),
            Part::Value(FLOW_QOS_MBR_UP, 5),
            Part::Value(FLOW_QOS_MBR_DOWN, 5),
            Part::Value(FLOW_QOS_GBR_UP, 5),
            Part::Value(FLOW_QOS_GBR_DOWN, 5),
        ],
    ),
    (82, &[Part::Value(RAT_TYPE, 1)]),
    (92, &[Part::Value(DELAY_VALUE, 1)]),
    (94, &[Part::Value(CHARGING_ID, 4)]),
    (95, &[Part::Value(CHARGING_CHARACTERISTIC, 2)]),
    (100, &[Part::Value(PTI, 1)]),
    (113, &[Part::Value(HOP_COUNTER, 1)]),
    (127, &[Part::Value(APN_REST, 1)]),
    (128, &[Bits(&[SELEC_MODE])]),
    (135, &[Part::Value(NODE_TYPE, 1)]),
    (136, &[Name(FQDN)]),
    (147, &[Part::Value(CSG_ID, 4)]),
    (149, &[Part::Value(SERVICE_INDICATOR, 1)]),
    (150, &[Part::Value(DETACH_TYPE, 1)]),
    (151, &[Part::Rest(LDN)]),
    (155, &[Bits(&[ARP_PCI, ARP_PL, ARP_PVI])]),
    (156, &[Bits(&[TIMER_UNIT, TIMER_VALUE])]),
    (200, &[Part::Value(MAPPED_UE_USAGE_TYPE, 2)]),
];

/// Elements up to the end of the message, or of the one that holds them.
pub(super) fn elements<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, depth: u8) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let len = 4 + usize::from(c.peek_u16(1)?);
        if len > c.left() && !c.is_cut() {
            let (said, left) = (len - 4, c.left());
            let at = c.span(left);
            cx.expert_here(LESS_DATA, at, |o| {
                o.s("Less data left than indicated by length ")
                    .u(said as u64)
                    .s(", remaining length ")
                    .u(left as u64);
            });
            return crate::common::run(cx, &mut c, &[(IE_TYPE, 1), (IE_LEN, 2)]);
        }
        let mut one = c.take_all(len)?;
        let item = cx.line(one.span(len), |o| _ = o.s(IE_TYPE_NAMES.or(u64::from(kind), "Unknown")).s(" : "));
        cx.under(item, |cx| -> Step {
            cx.u8(IE_TYPE, &mut one)?;
            cx.u16(IE_LEN, &mut one)?;
            cx.peek(CR, &one, 1)?;
            cx.peek(INSTANCE, &one, 1)?;
            one.skip(1)?;
            if one.is_empty() {
                return Ok(());
            }
            title(cx, item, kind, &one);
            element(cx, item, kind, one, depth)
        })?;
    }
    Ok(())
}

/// What the line of an element says of its content.
fn title<S: Sink>(cx: &mut Cx<'_, S>, item: Item, kind: u8, c: &Cursor<'_>) {
    if !cx.wants_labels() {
        return;
    }
    let bytes = c.rest();
    let first = u64::from(bytes.first().copied().unwrap_or(0));
    let named = |names: requin_wire::Names, v: u64| (names.or(v, "Unknown"), v);
    let with_number = match kind {
        2 => named(CAUSE_NAMES, first),
        82 => named(RAT_TYPE_NAMES, first),
        127 => named(APN_REST_NAMES, first),
        _ => ("", 0),
    };
    cx.append(item, |o| match kind {
        2 | 82 | 127 => _ = o.s(with_number.0).s(" (").u(with_number.1).s(")"),
        1 | 75 | 76 => digits(o, bytes),
        3 => _ = o.u(first),
        71 | 136 => {
            let mut text = Vec::new();
            super::layout::either(&mut requin_wire::Out::new(&mut text), bytes);
            o.text(&text);
        }
        73 => _ = o.u(first & 15),
        99 => _ = o.s(PDN_TYPE_NAMES.or(first & 7, "Unknown")),
        128 => _ = o.s(SELEC_MODE_NAMES.or(first & 3, "Unknown")),
        BEARER_CONTEXT => _ = o.s("[Grouped IE]"),
        _ => {}
    });
}

/// Bits that are spare, with how many the field behind them has.
fn spare<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, used: u8) -> Step {
    let byte = c.peek_u8(0)?;
    let item = cx.add(SPARE_BITS, c.span(1), Value::U(u64::from(byte >> used)));
    cx.label(item, |o| {
        for bit in (0..8_u8).rev() {
            o.c(match bit {
                b if b < used => b'.',
                b => b'0' + (byte >> b & 1),
            });
            if bit == 4 {
                o.c(b' ');
            }
        }
        o.s(" = Spare bit(s): ").u(byte >> used);
    });
    Ok(())
}

fn element<S: Sink>(cx: &mut Cx<'_, S>, item: Item, kind: u8, mut c: Cursor<'_>, depth: u8) -> Step {
    let n = c.left();
    match kind {
        1 => e212::imsi(cx, &mut c, n)?,
        2 => {
            cx.u8(CAUSE, &mut c)?;
            run(cx, &mut c, &[MoreBits(&[SPARE_B7_B3, PCE, BCE, CS]), More(CAUSE_OFF_IE_T, 1)])?;
            if n > 2 {
                return Ok(());
            }
        }
        73 => {
            spare(cx, &c, 4)?;
            cx.field(EBI, &mut c, 1)?;
        }
        74 if n == 4 => _ = cx.field(IP_ADDRESS_IPV4, &mut c, 4)?,
        74 if n == 16 => _ = cx.field(IP_ADDRESS_IPV6, &mut c, 16)?,
        75 => {
            let bytes = c.peek_bytes(0, n)?;
            cx.add_str(MEI, c.span(n), |o| digits(o, bytes));
            c.skip(n)?;
        }
        76 => e164::number(cx, e164::MSISDN, &mut c, n)?,
        79 => address(cx, item, &mut c)?,
        83 => {
            let network = e212::parts(c.peek_array::<3>()?);
            cx.append(item, |o| {
                o.s("MCC ")
                    .u0(network.mcc, 3)
                    .s(" ")
                    .s(super::countries::COUNTRIES.or(network.mcc, "Unknown"));
                o.s(", MNC ").u0(network.mnc, network.len).s(" ");
            });
            e212::plmn(cx, &mut c, [e212::MCC, e212::MNC])?;
        }
        84 => gsm_a::gm::flow_template(cx, &mut c)?,
        86 => location(cx, item, &mut c)?,
        87 => tunnel(cx, item, &mut c)?,
        99 => {
            spare(cx, &c, 3)?;
            cx.field(PDN_TYPE, &mut c, 1)?;
        }
        114 => {
            gsm_a::dtap::time_zone(cx, &mut c)?;
            cx.field(UE_TIME_ZONE_DST, &mut c, 1)?;
        }
        132 => {
            let (kind, count) = (c.peek_u8(0)? >> 4, c.peek_u8(0)? & 15);
            run(cx, &mut c, &[Bits(&[FQ_CSID_TYPE, FQ_CSID_NR])])?;
            match kind {
                0 => _ = cx.field(FQ_CSID_IPV4, &mut c, 4)?,
                1 => _ = cx.field(FQ_CSID_IPV6, &mut c, 16)?,
                _ => return Ok(()),
            }
            for _ in 0..count {
                cx.field(FQ_CSID_ID, &mut c, 2)?;
            }
        }
        BEARER_CONTEXT if depth < DEEPEST => return elements(cx, c, depth + 1),
        _ => match LAYOUTS.binary_search_by_key(&kind, |l| l.0).ok().and_then(|i| LAYOUTS.get(i)) {
            Some((_, parts)) => run(cx, &mut c, parts)?,
            None => {
                let at = c.span(n);
                cx.expert_here(IE_DATA_NOT_DISSECTED, at, |o| _ = o.s("IE data not dissected yet"));
                return Ok(());
            }
        },
    }
    if !c.is_empty() {
        let at = c.span(c.left());
        cx.expert_here(IE_DATA_NOT_DISSECTED, at, |o| _ = o.s("The rest of the IE not dissected yet"));
    }
    Ok(())
}

/// The address that a user has (§8.14).
fn address<S: Sink>(cx: &mut Cx<'_, S>, item: Item, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? & 7;
    cx.field(PDN_TYPE, c, 1)?;
    if matches!(kind, 2 | 3) {
        cx.field(PDN_IPV6_LEN, c, 1)?;
        let address = c.peek_bytes(0, 16)?;
        cx.append(item, |o| _ = o.s("IPv6 ").ipv6(address));
        cx.field(PDN_ADDR_AND_PREFIX_IPV6, c, 16)?;
    }
    if matches!(kind, 1 | 3) {
        let address = c.peek_u32(0)?;
        cx.append(item, |o| _ = o.s(if kind == 3 { " IPv4 " } else { "IPv4 " }).ipv4(address));
        cx.field(PDN_ADDR_AND_PREFIX_IPV4, c, 4)?;
    }
    Ok(())
}

/// The end of a tunnel (§8.22).
fn tunnel<S: Sink>(cx: &mut Cx<'_, S>, item: Item, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    let key = c.peek_u32(1)?;
    cx.append(item, |o| {
        o.s(F_TEID_INTERFACE_TYPE_NAMES.or(u64::from(flags & 0x3f), "Unknown"));
        o.s(", TEID/GRE Key: ").hex(key, 8);
    });
    run(cx, c, &[Bits(&[F_TEID_V4, F_TEID_V6, F_TEID_INTERFACE_TYPE]), Part::Value(F_TEID_GRE_KEY, 4)])?;
    if flags & 0x80 != 0 {
        let address = c.peek_u32(0)?;
        cx.append(item, |o| _ = o.s(", IPv4 ").ipv4(address));
        cx.field(F_TEID_IPV4, c, 4)?;
    }
    if flags & 0x40 != 0 {
        let address = c.peek_bytes(0, 16)?;
        cx.append(item, |o| _ = o.s(", IPv6 ").ipv6(address));
        cx.field(F_TEID_IPV6, c, 16)?;
    }
    Ok(())
}

/// Where a user is (§8.21): the parts whose flags are set.
fn location<S: Sink>(cx: &mut Cx<'_, S>, item: Item, c: &mut Cursor<'_>) -> Step {
    const NAMES: [(u8, &str, &str); 8] = [
        (1, "CGI ", "CGI Present"),
        (2, "SAI ", "SAI Present"),
        (4, "RAI ", "RAI Present"),
        (8, "TAI ", "TAI Present"),
        (16, "ECGI ", "ECGI Present"),
        (32, "LAI ", "LAI Present"),
        (64, "Macro eNodeB ID ", "Macro eNodeB ID Present"),
        (128, "Extended Macro eNodeB ID ", "Extended Macro eNodeB ID Present"),
    ];
    let flags = c.peek_u8(0)?;
    cx.append(item, |o| {
        for (bit, name, _) in NAMES {
            if flags & bit != 0 {
                o.s(name);
            }
        }
    });
    let bits = [
        ULI_EXT_MACRO_ENB_ID_FLG,
        ULI_MACRO_ENB_ID_FLG,
        ULI_LAI_FLG,
        ULI_ECGI_FLG,
        ULI_TAI_FLG,
        ULI_RAI_FLG,
        ULI_SAI_FLG,
        ULI_CGI_FLG,
    ];
    let (_, line) = cx.flags(ULI_FLAGS, c, 1, &bits)?;
    cx.append(line, |o| {
        for (bit, _, name) in NAMES.iter().rev() {
            if flags & bit != 0 {
                o.s(", ").s(name);
            }
        }
    });
    let parts: [(u8, &str, _, &[_]); 4] = [
        (
            1,
            "Cell Global Identity (CGI)",
            [e212::CGI_MCC, e212::CGI_MNC],
            &[(ULI_CGI_LAC, 2), (ULI_CGI_CI, 2)],
        ),
        (2, "Service Area Identity (SAI)", [e212::SAI_MCC, e212::SAI_MNC], &[(SAI_LAC, 2), (SAI_SAC, 2)]),
        (4, "Routing Area Identity (RAI)", [e212::RAI_MCC, e212::RAI_MNC], &[(RAI_LAC, 2), (RAI_RAC, 2)]),
        (8, "Tracking Area Identity (TAI)", [e212::TAI_MCC, e212::TAI_MNC], &[(TAI_TAC, 2)]),
    ];
    for (bit, name, network, rest) in parts {
        if flags & bit != 0 {
            let len = 3 + 2 * rest.len();
            let group = cx.line(c.span(len), |o| _ = o.s(name));
            cx.under(group, |cx| -> Step {
                e212::plmn(cx, c, network)?;
                crate::common::run(cx, c, rest)
            })?;
        }
    }
    if flags & 16 != 0 {
        let group = cx.line(c.span(7), |o| _ = o.s("E-UTRAN Cell Global Identifier (ECGI)"));
        cx.under(group, |cx| -> Step {
            e212::plmn(cx, c, [e212::ECGI_MCC, e212::ECGI_MNC])?;
            let spare = u64::from(c.peek_u8(0)? & 0xf0);
            cx.add(ULI_ECGI_ECI_SPARE, c.span(1), Value::U(spare));
            let cell = cx.peek(ECGI_ECI, c, 4)?;
            cx.under(cell, |cx| run(cx, c, &[Part::Word(&[ENODEBID, CELLID])]))
        })?;
    }
    if flags & 32 != 0 {
        let group = cx.line(c.span(5), |o| _ = o.s("Location Area Identifier (LAI)"));
        cx.under(group, |cx| -> Step {
            e212::plmn(cx, c, [e212::LAI_MCC, e212::LAI_MNC])?;
            crate::common::run(cx, c, &[(ULI_LAI_LAC, 2)])
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_are_in_order() {
        assert!(LAYOUTS.windows(2).all(|w| w[0].0 < w[1].0));
    }
}
