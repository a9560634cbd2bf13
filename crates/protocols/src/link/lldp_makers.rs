//! Elements of LLDP that makers defined: PROFINET's (IEC 61158-6-10, section 4.3) and Cisco's.

use super::lldp::*;
use requin_wire::{Cursor, Cx, Field, Sink, Step};

const DELAYS: [Field; 5] = [
    PROFINET_PORT_RX_DELAY_LOCAL,
    PROFINET_PORT_RX_DELAY_REMOTE,
    PROFINET_PORT_TX_DELAY_LOCAL,
    PROFINET_PORT_TX_DELAY_REMOTE,
    PROFINET_CABLE_DELAY_LOCAL,
];

/// When the phases of a cycle begin, and how long it is: a bit whether it holds, and nanoseconds.
const PERIODS: [(&str, Field, Field); 4] = [
    ("LengthOfPeriod", PROFINET_LENGTH_OF_PERIOD_VALID, PROFINET_LENGTH_OF_PERIOD_LENGTH),
    ("RedPeriodBegin", PROFINET_RED_PERIOD_BEGIN_VALID, PROFINET_RED_PERIOD_BEGIN_OFFSET),
    ("OrangePeriodBegin", PROFINET_ORANGE_PERIOD_BEGIN_VALID, PROFINET_ORANGE_PERIOD_BEGIN_OFFSET),
    ("GreenPeriodBegin", PROFINET_GREEN_PERIOD_BEGIN_VALID, PROFINET_GREEN_PERIOD_BEGIN_OFFSET),
];

pub(super) fn profinet<S: Sink>(cx: &mut Cx<'_, S>, sub: u8, v: &mut Cursor<'_>) -> Step {
    cx.field(PROFINET_SUBTYPE, v, 1)?;
    match sub {
        1 => {
            for field in DELAYS {
                let item = cx.field(field, v, 4)?;
                cx.append(item, |o| _ = o.s("ns"));
            }
        }
        2 => {
            cx.field(PROFINET_RTC2_PORT_STATUS, v, 2)?;
            for field in [
                PROFINET_RTC3_PORT_STATUS,
                PROFINET_RTC3_PORT_STATUS_RESERVED,
                PROFINET_RTC3_PORT_STATUS_FRAGMENTATION,
                PROFINET_RTC3_PORT_STATUS_PREAMBLELENGTH,
            ] {
                cx.peek(field, v, 2)?;
            }
            let status = v.peek_u16(0)? & 7;
            cx.info_add(|o| {
                o.s("RTClass3 Port Status = ");
                match PROFINET_RTC3_PORT_STATUS_NAMES.find(u64::from(status)) {
                    Some(name) => o.s(name),
                    None => o.s("Unknown ").u(status),
                };
            });
            v.skip(2)?;
        }
        4 => {
            cx.field(PROFINET_MRP_DOMAIN_UUID, v, 16)?;
            cx.field(PROFINET_MRRT_PORT_STATUS, v, 2)?;
        }
        5 => _ = cx.field(PROFINET_CM_MAC_ADD, v, 6)?,
        6 => {
            cx.field(PROFINET_MASTER_SOURCE_ADDRESS, v, 6)?;
            cx.field(PROFINET_SUBDOMAIN_UUID, v, 16)?;
            cx.field(PROFINET_IR_DATA_UUID, v, 16)?;
            for (name, valid, nanoseconds) in PERIODS {
                let word = v.peek_u32(0)?;
                let line = cx.line(v.span(4), |o| {
                    o.s(name).s(if word >> 31 != 0 { ": Valid, " } else { ": Invalid, " });
                    o.u(word & 0x7fff_ffff).s("ns");
                });
                cx.under(line, |cx| -> Step {
                    cx.peek(valid, v, 4)?;
                    cx.field(nanoseconds, v, 4)?;
                    Ok(())
                })?;
            }
        }
        _ => content(cx, v)?,
    }
    Ok(())
}

pub(super) fn cisco<S: Sink>(cx: &mut Cx<'_, S>, sub: u8, v: &mut Cursor<'_>) -> Step {
    cx.field(CISCO_SUBTYPE, v, 1)?;
    if sub == 1 {
        let bits = [
            CISCO_UPOE_SUPPORTED,
            CISCO_UPOE_ALTB_DETECTION_REQUIRED,
            CISCO_UPOE_PD_ALTB_DESIRED,
            CISCO_UPOE_PSE_ALTB_OPER,
        ];
        cx.flags(CISCO_UPOE, v, 1, &bits)?;
        return Ok(());
    }
    content(cx, v)
}

/// What an element holds that is not read further.
pub(super) fn content<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    let n = v.left();
    if n > 0 {
        cx.field(UNKNOWN_SUBTYPE_CONTENT, v, n)?;
    }
    Ok(())
}
