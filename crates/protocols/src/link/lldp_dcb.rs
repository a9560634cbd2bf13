//! Data Center Bridging in LLDP: priorities, their bandwidth and what uses them (IEEE 802.1Q annex D, clauses 30 and 38).

use super::lldp::*;
use requin_wire::{Cursor, Cx, Field, Sink, Step};

/// Subtypes of IEEE 802.1's.
pub(super) const CONGESTION: u8 = 8;
/// Enhanced Transmission Selection: as it is, as it should be.
pub(super) const ETS: u8 = 9;
pub(super) const ETS_RECOMMENDED: u8 = 10;
/// Priority-based flow control.
pub(super) const PFC: u8 = 11;
/// Which priority applications have.
pub(super) const APPLICATIONS: u8 = 12;

pub(super) const GROUPS: [[Field; 4]; 2] = [
    [
        DCBX_FEATURE_PG_PGID_PRIO0,
        DCBX_FEATURE_PG_PGID_PRIO1,
        DCBX_FEATURE_PG_PGID_PRIO2,
        DCBX_FEATURE_PG_PGID_PRIO3,
    ],
    [
        DCBX_FEATURE_PG_PGID_PRIO4,
        DCBX_FEATURE_PG_PGID_PRIO5,
        DCBX_FEATURE_PG_PGID_PRIO6,
        DCBX_FEATURE_PG_PGID_PRIO7,
    ],
];
pub(super) const BANDWIDTHS: [Field; 8] = [
    DCBX_FEATURE_PG_PER0,
    DCBX_FEATURE_PG_PER1,
    DCBX_FEATURE_PG_PER2,
    DCBX_FEATURE_PG_PER3,
    DCBX_FEATURE_PG_PER4,
    DCBX_FEATURE_PG_PER5,
    DCBX_FEATURE_PG_PER6,
    DCBX_FEATURE_PG_PER7,
];
const ALGORITHMS: [Field; 8] = [
    DCBX_IEEE_ETS_TSA0,
    DCBX_IEEE_ETS_TSA1,
    DCBX_IEEE_ETS_TSA2,
    DCBX_IEEE_ETS_TSA3,
    DCBX_IEEE_ETS_TSA4,
    DCBX_IEEE_ETS_TSA5,
    DCBX_IEEE_ETS_TSA6,
    DCBX_IEEE_ETS_TSA7,
];
pub(super) const FLOW_CONTROL: [Field; 8] = [
    DCBX_FEATURE_PFC_PRIO0,
    DCBX_FEATURE_PFC_PRIO1,
    DCBX_FEATURE_PFC_PRIO2,
    DCBX_FEATURE_PFC_PRIO3,
    DCBX_FEATURE_PFC_PRIO4,
    DCBX_FEATURE_PFC_PRIO5,
    DCBX_FEATURE_PFC_PRIO6,
    DCBX_FEATURE_PFC_PRIO7,
];
const CAPABLE: [Field; 8] = [
    IEEE_802_1QAU_CNPV_PRIO0,
    IEEE_802_1QAU_CNPV_PRIO1,
    IEEE_802_1QAU_CNPV_PRIO2,
    IEEE_802_1QAU_CNPV_PRIO3,
    IEEE_802_1QAU_CNPV_PRIO4,
    IEEE_802_1QAU_CNPV_PRIO5,
    IEEE_802_1QAU_CNPV_PRIO6,
    IEEE_802_1QAU_CNPV_PRIO7,
];
const READY: [Field; 8] = [
    IEEE_802_1QAU_READY_PRIO0,
    IEEE_802_1QAU_READY_PRIO1,
    IEEE_802_1QAU_READY_PRIO2,
    IEEE_802_1QAU_READY_PRIO3,
    IEEE_802_1QAU_READY_PRIO4,
    IEEE_802_1QAU_READY_PRIO5,
    IEEE_802_1QAU_READY_PRIO6,
    IEEE_802_1QAU_READY_PRIO7,
];

/// Fields that share a byte or two, which are passed over.
fn bits<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>, n: usize, fields: &[Field]) -> Step {
    for field in fields {
        cx.peek(*field, v, n)?;
    }
    v.skip(n)
}

/// What a TLV of one of the subtypes above says.
pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, sub: u8, v: &mut Cursor<'_>) -> Step {
    match sub {
        CONGESTION => {
            bits(cx, v, 1, &CAPABLE)?;
            bits(cx, v, 1, &READY)
        }
        ETS | ETS_RECOMMENDED => {
            if sub == ETS {
                cx.peek(DCBX_IEEE_WILLING, v, 1)?;
                cx.peek(DCBX_IEEE_ETS_CBS, v, 1)?;
                let most = v.peek_u8(0)? & 7;
                let item = cx.field(DCBX_IEEE_ETS_MAXTCS, v, 1)?;
                // Eight classes are told as none.
                cx.append(item, |o| _ = o.s(" (").hex(if most == 0 { 8 } else { most }, 1).s(")"));
            } else {
                cx.field(DCBX_FEATURE_PG_RESERVED, v, 1)?;
            }
            for groups in &GROUPS {
                bits(cx, v, 2, groups)?;
            }
            for field in BANDWIDTHS.iter().chain(&ALGORITHMS) {
                cx.field(*field, v, 1)?;
            }
            Ok(())
        }
        PFC => {
            bits(cx, v, 1, &[DCBX_IEEE_WILLING, DCBX_IEEE_PFC_MBC, DCBX_IEEE_PFC_NUMTCS])?;
            bits(cx, v, 1, &FLOW_CONTROL)
        }
        APPLICATIONS => {
            cx.field(DCBX_IEEE_APP_RESERVED, v, 1)?;
            while v.left() >= 3 {
                let (selector, id) = (v.peek_u8(0)? & 7, v.peek_u16(1)?);
                let item = cx.line(v.span(3), |o| {
                    o.s(match (selector, id) {
                        (1, 0x8906) => "FCoE",
                        (1, 0x8914) => "FiP",
                        (2, 3260) => "iSCSI",
                        _ => "Unknown",
                    });
                    o.s(" Application");
                });
                cx.under(item, |cx| -> Step {
                    bits(cx, v, 1, &[DCBX_IEEE_APP_PRIO, DCBX_IEE_APP_SF])?;
                    cx.field(DCBX_FEATURE_APP_PROTO, v, 2).map(|_| ())
                })?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
