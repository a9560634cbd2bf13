//! Information elements of the GPRS Tunnelling Protocol, versions 0 and 1 (3GPP TS 09.60, TS 29.060, TS 32.295).

use super::gtp::*;
use super::{e164, e212};
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names};

names! {
    pub(super) CAUSE_NAMES {
        0 => "Request IMSI", 1 => "Request IMEI", 2 => "Request IMSI and IMEI", 3 => "No identity needed",
        4 => "MS refuses", 5 => "MS is not GPRS responding", 6 => "Reactivation Requested",
        7 => "PDP address inactivity timer expires", 59 => "System failure",
        60 => "The transmit buffers are becoming full", 61 => "The receive buffers are becoming full",
        62 => "Another node is about to go down", 63 => "This node is about to go down",
        128 => "Request accepted", 129 => "New PDP type due to network preference",
        130 => "New PDP type due to single address bearer only", 177 => "CDR decoding error",
        192 => "Non-existent", 193 => "Invalid message format", 194 => "IMSI not known",
        195 => "MS is GPRS detached", 196 => "MS is not GPRS responding", 197 => "MS refuses",
        198 => "Version not supported", 199 => "No resource available", 200 => "Service not supported",
        201 => "Mandatory IE incorrect", 202 => "Mandatory IE missing", 203 => "Optional IE incorrect",
        204 => "System failure", 205 => "Roaming restriction", 206 => "P-TMSI signature mismatch",
        207 => "GPRS connection suspended", 208 => "Authentication failure",
        209 => "User authentication failed", 210 => "Context not found",
        211 => "All PDP dynamic addresses are occupied", 212 => "No memory is available",
        213 => "Relocation failure", 214 => "Unknown mandatory extension header",
        215 => "Semantic error in the TFT operation", 216 => "Syntactic error in the TFT operation",
        217 => "Semantic errors in packet filter(s)", 218 => "Syntactic errors in packet filter(s)",
        219 => "Missing or unknown APN", 220 => "Unknown PDP address or PDP type",
        221 => "PDP context without TFT already activated", 222 => "APN access denied - no subscription",
        223 => "APN Restriction type incompatibility with currently active PDP Contexts",
        224 => "MS MBMS Capabilities Insufficient", 225 => "Invalid Correlation-ID",
        226 => "MBMS Bearer Context Superseded", 227 => "Bearer Control Mode violation",
        228 => "Collision with network initiated request", 229 => "APN Congestion",
        230 => "Bearer handling not supported", 231 => "Target access restricted for the subscriber",
        232 => "UE is temporarily not reachable due to power saving",
        233 => "Relocation failure due to NAS message redirection",
        252 => "Request related to possibly duplicated packets already fulfilled",
        253 => "Request already fulfilled",
        254 => "Sequence numbers of released/cancelled packets IE incorrect",
        255 => "Request not fulfilled",
    }
    pub(super) EXT_RAT_TYPE_NAMES {
        0 => "Reserved", 1 => "UTRAN", 2 => "GERAN", 3 => "WLAN", 4 => "GAN", 5 => "HSPA Evolution",
        6 => "EUTRAN (WB-E-UTRAN)", 7 => "Virtual", 8 => "EUTRAN-NB-IoT",
    }
    pub(super) QOS_DEL_ERR_SDU_NAMES {
        0 => "Subscribed delivery of erroneous SDUs (in MS to network direction)", 1 => "No detect ('-')",
        2 => "Erroneous SDUs are delivered ('yes')", 3 => "Erroneous SDUs are not delivered ('no')",
        7 => "Reserved",
    }
    pub(super) QOS_DEL_ORDER_NAMES {
        0 => "Subscribed delivery order (in MS to network direction)", 1 => "With delivery order ('yes')",
        2 => "Without delivery order ('no')", 3 => "Reserved",
    }
    pub(super) QOS_GUAR_DL_NAMES {
        0 => "Subscribed guaranteed bit rate for downlink (in MS to network direction)", 255 => "0 kbps",
    }
    pub(super) QOS_GUAR_UL_NAMES {
        0 => "Subscribed guaranteed bit rate for uplink (in MS to network direction)", 255 => "0 kbps",
    }
    pub(super) QOS_MAX_DL_NAMES {
        0 => "Subscribed maximum bit rate for downlink (in MS to network direction)", 255 => "0 kbps",
    }
    pub(super) QOS_MAX_SDU_SIZE_NAMES {
        0 => "Subscribed maximum SDU size (in MS to network direction", 151 => "1502 octets",
        152 => "1510 octets", 153 => "1520 octets",
    }
    pub(super) QOS_MAX_UL_NAMES {
        0 => "Subscribed maximum bit rate for uplink (in MS to network direction)", 255 => "0 kbps",
    }
    pub(super) QOS_MEAN_NAMES {
        0 => "Subscribed mean throughput (in MS to network direction)", 1 => "100 oct/h", 2 => "200 oct/h",
        3 => "500 oct/h", 4 => "1 000 oct/h", 5 => "2 000 oct/h", 6 => "5 000 oct/h", 7 => "10 000 oct/h",
        8 => "20 000 oct/h", 9 => "50 000 oct/h", 10 => "100 000 oct/h", 11 => "200 000 oct/h",
        12 => "500 000 oct/h", 13 => "1 000 000 oct/h", 14 => "2 000 000 oct/h", 15 => "5 000 000 oct/h",
        16 => "10 000 000 oct/h", 17 => "20 000 000 oct/h", 18 => "50 000 000 oct/h", 19 => "Reserved",
        20 => "Reserved", 21 => "Reserved", 22 => "Reserved", 23 => "Reserved", 24 => "Reserved",
        25 => "Reserved", 26 => "Reserved", 27 => "Reserved", 28 => "Reserved", 29 => "Reserved",
        30 => "Reserved", 31 => "Best effort",
    }
    pub(super) QOS_PEAK_NAMES {
        0 => "Subscribed peak throughput (in MS to network direction)", 1 => "Up to 1 000 oct/s",
        2 => "Up to 2 000 oct/s", 3 => "Up to 4 000 oct/s", 4 => "Up to 8 000 oct/s",
        5 => "Up to 16 000 oct/s", 6 => "Up to 32 000 oct/s", 7 => "Up to 64 000 oct/s",
        8 => "Up to 128 000 oct/s", 9 => "Up to 256 000 oct/s", 10 => "Reserved", 11 => "Reserved",
        12 => "Reserved", 13 => "Reserved", 14 => "Reserved", 15 => "Reserved",
    }
    pub(super) QOS_PRECEDENCE_NAMES {
        0 => "Subscribed precedence (in MS to network direction)", 1 => "High priority",
        2 => "Normal priority", 3 => "Low priority", 7 => "Reserved",
    }
    pub(super) QOS_RES_BER_NAMES {
        0 => "Subscribed residual BER (in MS to network direction)", 1 => "1/20 = 5x10^-2",
        2 => "1/100 = 1x10^-2", 3 => "1/200 = 5x10^-3", 4 => "1/250 = 4x10^-3", 5 => "1/1 000 = 1x10^-3",
        6 => "1/10 000 = 1x10^-4", 7 => "1/100 000 = 1x10^-5", 8 => "1/1 000 000 = 1x10^-6",
        9 => "3/50 000 000 = 6x10^-8", 15 => "Reserved",
    }
    pub(super) QOS_SDU_ERR_RATIO_NAMES {
        0 => "Subscribed SDU error ratio (in MS to network direction)", 1 => "1/100 = 1x10^-2",
        2 => "7/1000 = 7x10^-3", 3 => "1/1 000 = 1x10^-3", 4 => "1/10 000 = 1x10^-4",
        5 => "1/100 000 = 1x10^-5", 6 => "1/1 000 000 = 1x10^-6", 7 => "1/10 = 1x10^-1", 15 => "Reserved",
    }
    pub(super) QOS_TRAF_CLASS_NAMES {
        0 => "Subscribed traffic class (in MS to network direction)", 1 => "Conversational class",
        2 => "Streaming class", 3 => "Interactive class", 4 => "Background class", 7 => "Reserved",
    }
    pub(super) QOS_TRAF_HANDL_PRIO_NAMES {
        0 => "Subscribed traffic handling priority (in MS to network direction)", 1 => "Priority level 1",
        2 => "Priority level 2", 3 => "Priority level 3",
    }
    pub(super) QOS_TRANS_DELAY_NAMES {
        0 => "Subscribed Transfer Delay (in MS to network direction)", 1 => "10 ms", 2 => "20 ms",
        3 => "30 ms", 4 => "40 ms", 5 => "50 ms", 6 => "60 ms", 7 => "70 ms", 8 => "80 ms", 9 => "90 ms",
        10 => "100 ms", 11 => "110 ms", 12 => "120 ms", 13 => "130 ms", 14 => "140 ms", 15 => "150 ms",
        16 => "200 ms", 17 => "250 ms", 18 => "300 ms", 19 => "350 ms", 20 => "400 ms", 21 => "450 ms",
        22 => "500 ms", 23 => "550 ms", 24 => "600 ms", 25 => "650 ms", 26 => "700 ms", 27 => "750 ms",
        28 => "800 ms", 29 => "850 ms", 30 => "900 ms", 31 => "950 ms", 32 => "1000 ms", 33 => "1100 ms",
        34 => "1200 ms", 35 => "1300 ms", 36 => "1400 ms", 37 => "1500 ms", 38 => "1600 ms",
        39 => "1700 ms", 40 => "1800 ms", 41 => "1900 ms", 42 => "2000 ms", 43 => "2100 ms",
        44 => "2200 ms", 45 => "2300 ms", 46 => "2400 ms", 47 => "2500 ms", 48 => "2600 ms",
        49 => "2700 ms", 50 => "2800 ms", 51 => "2900 ms", 52 => "3000 ms", 53 => "3100 ms",
        54 => "3200 ms", 55 => "3300 ms", 56 => "3400 ms", 57 => "3500 ms", 58 => "3600 ms",
        59 => "3700 ms", 60 => "3800 ms", 61 => "3900 ms", 62 => "4000 ms", 63 => "Reserved",
    }
    pub(super) SEL_MODE_NAMES {
        0 => "MS or network provided APN, subscribed verified",
        1 => "MS provided APN, subscription not verified",
        2 => "Network provided APN, subscription not verified",
        3 => "For future use (Network provided APN, subscription not verified",
    }
    pub(super) TIMEZONE_DST_NAMES {
        0 => "No adjustment", 1 => "+1 hour adjustment for Daylight Saving Time",
        2 => "+2 hours adjustment for Daylight Saving Time", 3 => "Reserved",
    }
    pub(super) TR_COMM_NAMES {
        1 => "Send data record packet", 2 => "Send possibly duplicated data record packet",
        3 => "Cancel data record packet", 4 => "Release data record packet",
    }
    pub(super) USER_ADDR_PDP_ORG_NAMES {
        0 => "ETSI", 1 => "IETF",
    }
    pub(super) USER_ADDR_PDP_TYPE_NAMES {
        0 => "X.25", 1 => "PPP", 2 => "OSP:IHOSS", 33 => "IPv4", 87 => "IPv6", 141 => "IPv4v6",
    }
}

names! {
    /// Names of elements that are shown as a line.
    ELEMENTS {
        3 => "Routing Area Identity", 9 => "Authentication triplet", 22 => "RAB Context",
        128 => "End user address", 129 => "MM Context", 130 => "PDP Context", 131 => "Access Point Name",
        132 => "Protocol configuration options", 133 => "GSN address", 134 => "MS international PSTN/ISDN number",
        135 => "Quality of Service", 136 => "Authentication Quintuplet", 137 => "Traffic flow template (TFT)",
        148 => "Common Flags", 149 => "APN Restriction", 151 => "RAT Type", 152 => "User Location Information",
        153 => "MS Time Zone", 154 => "IMEI(SV)", 251 => "Charging Gateway Address", 252 => "Data record packet",
        255 => "Private extension",
    }
}

/// From this number elements tell their length.
const WITH_LENGTH: u8 = 0x80;

/// How long an element of a fixed length is; `None` when nobody knows.
fn fixed(kind: u8, version: u8) -> Option<usize> {
    Some(match (kind, version) {
        (1 | 8 | 11 | 13 | 14 | 15 | 19 | 20 | 21 | 23 | 24 | 29 | 126, _) => 1,
        (2, _) => 8,
        (3, _) => 6,
        (4 | 5 | 127, _) => 4,
        (6 | 12, _) => 3,
        (9, _) => 28,
        (16 | 17, 0) => 2,
        (16 | 17, _) => 4,
        (18, 0) => 3,
        (18, _) => 5,
        (22, 0) => 7,
        (22, _) => 9,
        (25..=28, _) => 2,
        _ => return None,
    })
}

/// Elements up to the end of the message.
pub(super) fn elements<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, version: u8, message: u8) -> Step {
    let mut command = 0;
    // Those that create or update a context come from the user.
    let to_network = matches!(message, 16 | 18);
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let len = if kind >= WITH_LENGTH {
            3 + usize::from(c.peek_u16(1)?)
        } else if let Some(n) = fixed(kind, version) {
            1 + n
        } else {
            // Nobody knows where the next one begins.
            return Ok(());
        };
        let one = c.take_all(len)?;
        one.peek_bytes(0, len)?;
        if kind == 126 {
            command = one.peek_u8(1)?;
        }
        if kind < WITH_LENGTH {
            short(cx, one, kind, version)?
        } else {
            long(cx, one, kind, [command, u8::from(to_network)])?
        }
    }
    Ok(())
}

/// A number that stands for the whole element: all of it is marked, what is behind the type is the value.
fn number<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, field: Field) -> Step {
    let n = c.left() - 1;
    let value = c.peek_uint(1, n)?;
    cx.add(field, c.span(1 + n), Value::U(value));
    Ok(())
}

fn short<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, kind: u8, version: u8) -> Step {
    let mut inner = c;
    inner.skip(1)?;
    let old = version == 0;
    match kind {
        1 => number(cx, &c, CAUSE),
        2 => {
            let n = inner.left();
            e212::imsi(cx, &mut inner, n)
        }
        3 => {
            let item = cx.line(c.span(1), |o| _ = o.s("Routing Area Identity"));
            cx.under(item, |cx| -> Step {
                e212::plmn(cx, &mut inner, [e212::RAI_MCC, e212::RAI_MNC])?;
                run(cx, &mut inner, &[(LAC, 2), (RAI_RAC, 1)])
            })
        }
        6 => {
            let item = cx.line(c.span(c.left()), |o| {
                o.s("Quality of Service");
                if let [a, b, mean, ..] = *inner.rest() {
                    o.s(": delay: ").u(a >> 3 & 7).s(", reliability: ").u(a & 7).s(", peak: ").u(b >> 4);
                    o.s(", precedence: ").u(b & 7).s(", mean: ").u(mean & 0x1f);
                }
            });
            cx.under(item, |cx| {
                cx.peek(QOS_SPARE1, &inner, 1)?;
                cx.peek(QOS_DELAY, &inner, 1)?;
                cx.peek(QOS_RELIABILITY, &inner, 1)?;
                for (field, at) in
                    [(QOS_PEAK, 1), (QOS_SPARE2, 1), (QOS_PRECEDENCE, 1), (QOS_SPARE3, 2), (QOS_MEAN, 2)]
                {
                    cx.peek_at(field, &inner, at, 1)?;
                }
                Ok(())
            })
        }
        8 => {
            let on = inner.peek_u8(0)? & 1;
            cx.add(REORDER, c.span(2), Value::U(u64::from(on)));
            Ok(())
        }
        14 => number(cx, &c, RECOVERY),
        15 => {
            let mode = u64::from(inner.peek_u8(0)? & 3);
            let item =
                cx.line(c.span(2), |o| _ = o.s("Selection mode: ").s(SEL_MODE_NAMES.or(mode, "Unknown")));
            cx.under(item, |cx| cx.peek(SEL_MODE, &inner, 1).map(|_| ()))
        }
        16 if old => number(cx, &c, EXT_FLOW_LABEL),
        17 if old => number(cx, &c, FLOW_SIG),
        16 => cx.peek(TEID_DATA, &inner, 4).map(|_| ()),
        17 => cx.peek(TEID_CP, &inner, 4).map(|_| ()),
        20 => {
            let n = inner.peek_u8(0)? & 15;
            let item = cx.line(c.span(2), |o| _ = o.s("NSAPI: ").u(n));
            cx.under(item, |cx| cx.peek(NSAPI, &inner, 1).map(|_| ()))
        }
        26 => {
            let item = cx.peek(CHRG_CHAR, &inner, 2)?;
            let parts = [CHRG_CHAR_S, CHRG_CHAR_N, CHRG_CHAR_P, CHRG_CHAR_F, CHRG_CHAR_H, CHRG_CHAR_R];
            cx.under(item, |cx| parts.into_iter().try_for_each(|f| cx.peek(f, &inner, 2).map(|_| ())))
        }
        126 => number(cx, &c, TR_COMM),
        127 => number(cx, &c, CHRG_ID),
        _ => Ok(()),
    }
}

fn long<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, kind: u8, [command, to_network]: [u8; 2]) -> Step {
    let span = c.span(c.left());
    let mut c = c;
    let n = usize::from(c.peek_u16(1)?);
    let name = ELEMENTS.or(u64::from(kind), "Unknown");
    let mut after = c;
    after.skip(3)?;
    match kind {
        // Kind of network, kind of address, and the address unless it is given later.
        128 => {
            let (organization, protocol) = (after.peek_u8(0)? & 15, after.peek_u8(1)?);
            let ipv4 = (protocol == 0x21 && n == 6).then(|| after.peek_u32(2)).transpose()?;
            let item = cx.line(span, |o| {
                o.s(name).s(" (").s(USER_ADDR_PDP_ORG_NAMES.or(u64::from(organization), "Unknown")).s("/");
                o.s(USER_ADDR_PDP_TYPE_NAMES.or(u64::from(protocol), "Unknown")).s(")");
                if let Some(address) = ipv4 {
                    o.s(" : ").ipv4(address);
                }
            });
            c.skip(1)?;
            cx.under(item, |cx| -> Step {
                run(cx, &mut c, &[(LENGTH, 2)])?;
                let at = c.span(1);
                cx.add(USER_ADDR_PDP_ORG, at, Value::U(u64::from(organization)));
                c.skip(1)?;
                run(cx, &mut c, &[(USER_ADDR_PDP_TYPE, 1)])?;
                if ipv4.is_some() { run(cx, &mut c, &[(USER_IPV4, 4)]) } else { Ok(()) }
            })
        }
        131 => {
            let labels = after.peek_bytes(0, n)?;
            let item = cx.line(span, |o| {
                o.s(name).s(": ");
                let mut text = Vec::new();
                write_labels(&mut requin_wire::Out::new(&mut text), labels);
                o.text(&text);
            });
            c.skip(1)?;
            cx.under(item, |cx| -> Step {
                run(cx, &mut c, &[(APN_LENGTH, 2)])?;
                cx.add_str(APN, c.span(n), |o| write_labels(o, labels));
                Ok(())
            })
        }
        132 => {
            let item = cx.line(span, |o| _ = o.s(name));
            c.skip(1)?;
            cx.under(item, |cx| -> Step {
                run(cx, &mut c, &[(LENGTH, 2)])?;
                super::gsm_a::gm::configuration(cx, c, to_network == 1)
            })
        }
        133 => {
            let ipv4 = (n == 4).then(|| after.peek_u32(0)).transpose()?;
            let item = cx.line(span, |o| {
                o.s(name).s(" : ");
                if let Some(address) = ipv4 {
                    o.ipv4(address);
                }
            });
            c.skip(1)?;
            cx.under(item, |cx| -> Step {
                run(cx, &mut c, &[(GSN_ADDRESS_LENGTH, 2)])?;
                if ipv4.is_some() { run(cx, &mut c, &[(GSN_IPV4, 4)]) } else { Ok(()) }
            })
        }
        134 => {
            let item = cx.line(span, |o| _ = o.s(name));
            c.skip(1)?;
            cx.under(item, |cx| -> Step {
                run(cx, &mut c, &[(LENGTH, 2)])?;
                // Before the digits stand the kind of number and its plan.
                c.skip(1)?;
                let n = c.left();
                e164::number(cx, e164::MSISDN, &mut c, n)
            })
        }
        135 => {
            let item = cx.line(span, |o| _ = o.s(name));
            c.skip(1)?;
            cx.under(item, |cx| quality(cx, c))
        }
        151 => {
            let rat = u64::from(after.peek_u8(0)?);
            let item = cx.line(span, |o| _ = o.s(name).s(": ").s(EXT_RAT_TYPE_NAMES.or(rat, "Unknown")));
            c.skip(1)?;
            cx.under(item, |cx| run(cx, &mut c, &[(EXT_LENGTH, 2), (EXT_RAT_TYPE, 1)]))
        }
        153 => {
            let item = cx.line(span, |o| _ = o.s(name));
            c.skip(1)?;
            cx.under(item, |cx| -> Step {
                run(cx, &mut c, &[(EXT_LENGTH, 2), (TIMEZONE, 1)])?;
                if n > 1 { run(cx, &mut c, &[(TIMEZONE_DST, 1)]) } else { Ok(()) }
            })
        }
        252 => {
            let item = cx.line(c.span(1), |o| _ = o.s(name));
            c.skip(1)?;
            cx.under(item, |cx| records(cx, c, command))
        }
        255 => {
            let item = cx.line(span, |o| _ = o.s(name));
            c.skip(1)?;
            cx.under(item, |cx| -> Step {
                run(cx, &mut c, &[(EXT_LENGTH, 2)])?;
                if n >= 2 {
                    run(cx, &mut c, &[(EXT_ID, 2)])?;
                }
                let n = c.left();
                if n > 0 { run(cx, &mut c, &[(EXT_VAL, n)]) } else { Ok(()) }
            })
        }
        _ => {
            let item = cx.line(span, |o| _ = o.s(name));
            c.skip(1)?;
            cx.under(item, |cx| run(cx, &mut c, &[(if kind < 137 { LENGTH } else { EXT_LENGTH }, 2)]))
        }
    }
}

/// Labels behind their lengths, with dots between them.
pub(super) fn write_labels(o: &mut requin_wire::Out<'_>, mut bytes: &[u8]) {
    let mut first = true;
    while let Some((n, rest)) = bytes.split_first() {
        let n = usize::from(*n).min(rest.len());
        let (label, next) = rest.split_at(n);
        o.s(if first { "" } else { "." }).bytes(label);
        (bytes, first) = (next, false);
    }
}

/// The quality of service of UMTS: as much as is there.
fn quality<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    const BYTES: &[&[Field]] = &[
        &[QOS_AL_RET_PRIORITY],
        &[QOS_SPARE1, QOS_DELAY, QOS_RELIABILITY],
        &[QOS_PEAK, QOS_SPARE2, QOS_PRECEDENCE],
        &[QOS_SPARE3, QOS_MEAN],
        &[QOS_TRAF_CLASS, QOS_DEL_ORDER, QOS_DEL_ERR_SDU],
        &[QOS_MAX_SDU_SIZE],
        &[QOS_MAX_UL],
        &[QOS_MAX_DL],
        &[QOS_RES_BER, QOS_SDU_ERR_RATIO],
        &[QOS_TRANS_DELAY, QOS_TRAF_HANDL_PRIO],
        &[QOS_GUAR_UL],
        &[QOS_GUAR_DL],
    ];
    run(cx, &mut c, &[(QOS_UMTS_LENGTH, 2)])?;
    for fields in BYTES {
        if c.is_empty() {
            break;
        }
        let byte = c.peek_u8(0)?;
        for field in *fields {
            let item = cx.peek(*field, &c, 1)?;
            if let Some((n, unit)) = measured(*field, byte) {
                let label = cx.registry.field(*field).label;
                cx.label(item, |o| _ = o.s(label).s(": ").u(n).s(unit));
            }
        }
        c.skip(1)?;
    }
    Ok(())
}

/// What a byte of the quality of service says in octets or kbit/s (TS 24.008, 10.5.6.5), where it does.
fn measured(field: Field, byte: u8) -> Option<(u32, &'static str)> {
    let n = u32::from(byte);
    match field {
        QOS_MAX_SDU_SIZE if (1..=150).contains(&n) => Some((10 * n, " octets")),
        QOS_MAX_UL | QOS_MAX_DL | QOS_GUAR_UL | QOS_GUAR_DL => {
            let rate = match n {
                1..=63 => n,
                64..=127 => 64 + 8 * (n - 64),
                128..=254 => 576 + 64 * (n - 128),
                _ => return None,
            };
            Some((rate, " kbps"))
        }
        _ => None,
    }
}

/// The basic encoding of ASN.1.
const BASIC: u8 = 1;
/// Records of releases before this one are others.
const RELEASE: u8 = 7;

/// Records of charging.
fn records<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, command: u8) -> Step {
    run(cx, &mut c, &[(LENGTH, 2)])?;
    // Others than those that send records have none.
    if !matches!(command, 1 | 2) || c.is_empty() {
        return Ok(());
    }
    let count = cx.u8(NUMBER_OF_DATA_RECORDS, &mut c)?;
    let format = c.peek_u8(0)?;
    let item = cx.field(DATA_RECORD_FORMAT, &mut c, 1)?;
    cx.append(item, |o| {
        o.s(match format {
            1 => " Basic Encoding Rules (BER)",
            2 => " Packed Encoding Rules, unaligned (PER)",
            3 => " Packed Encoding Rules, aligned (PER)",
            4 => " XML Encoding Rules (XER)",
            _ => " Unknown format",
        });
    });
    let (app, version) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let item = cx.line(c.span(2), |o| {
        o.s("Data record format version: AppId ").u(app >> 4).s(" Rel ").u(app & 15).s(".");
        o.u(version.saturating_sub(1)).s(".0");
    });
    cx.under(item, |cx| {
        cx.peek(CDR_APP, &c, 1)?;
        run(cx, &mut c, &[(CDR_REL, 1), (CDR_VER, 1)])
    })?;
    for i in 1..=count {
        let n = usize::from(c.peek_u16(0)?);
        let item = cx.line(c.span(2 + n), |o| _ = o.s("Data record ").u(i));
        cx.under(item, |cx| -> Step {
            run(cx, &mut c, &[(CDR_LENGTH, 2)])?;
            let record = c.take_all(n)?;
            cx.peek(CDR_CONTEXT, &record, n)?;
            let known = format == BASIC && app & 15 >= RELEASE;
            if known { super::gprscdr::record(cx, record) } else { Ok(()) }
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_put_together() {
        let mut text = Vec::new();
        write_labels(&mut requin_wire::Out::new(&mut text), b"\x03abc\x02de");
        assert_eq!(text, b"abc.de");
        text.clear();
        write_labels(&mut requin_wire::Out::new(&mut text), b"\x09ab");
        assert_eq!(text, b"ab");
    }

    #[test]
    fn lengths_of_elements() {
        assert_eq!((fixed(16, 0), fixed(16, 1), fixed(99, 1)), (Some(2), Some(4), None));
    }
}
