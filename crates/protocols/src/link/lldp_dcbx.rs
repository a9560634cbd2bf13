//! Data Center Bridging Exchange before it became a standard: elements of Intel's, versions 1.0 and 1.01.

use super::{lldp::*, lldp_dcb};
use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Value};

const CONTROL: u16 = 1;
const GROUPS: u16 = 2;
const FLOW_CONTROL: u16 = 3;
const APPLICATIONS: u16 = 4;
const LINK_DOWN: u16 = 6;

/// What stands behind the manufacturer: the version, and TLVs of its own.
pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    cx.field(DCBX_PROTO, v, 1)?;
    while !v.is_empty() {
        let head = v.peek_u16(0)?;
        let (kind, len) = (head >> 9, usize::from(head & 0x1ff));
        let name = match kind {
            CONTROL => "DCBx Control TLV",
            GROUPS => "Priority Groups TLV",
            FLOW_CONTROL => "Priority-Based Flow Control TLV",
            APPLICATIONS => "Application Protocol TLV",
            LINK_DOWN => "Logical Link Down TLV",
            // Where one ends that nobody knows is not looked at.
            _ => {
                tlv(cx, kind, 4, v)?;
                continue;
            }
        };
        let item = cx.line(v.span(2 + len), |o| _ = o.s(name));
        cx.under(item, |cx| tlv(cx, kind, len, v))?;
    }
    Ok(())
}

/// One of them, whose head says how many bytes follow it.
fn tlv<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, len: usize, v: &mut Cursor<'_>) -> Step {
    cx.peek(DCBX_TYPE, v, 2)?;
    run(cx, v, &[(DCBX_LEN, 2), (DCBX_VERSION, 1), (DCBX_MAX_VERSION, 1)])?;
    if kind == CONTROL {
        return run(cx, v, &[(DCBX_CONTROL_SEQ, 4), (DCBX_CONTROL_ACK, 4)]);
    }
    for field in [DCBX_FEATURE_ENABLED, DCBX_FEATURE_WILLING, DCBX_FEATURE_ERROR] {
        cx.peek(field, v, 1)?;
    }
    v.skip(1)?;
    cx.field(DCBX_FEATURE_SUBTYPE, v, 1)?;
    match kind {
        GROUPS => {
            for group in lldp_dcb::GROUPS {
                for field in group {
                    cx.peek(field, v, 2)?;
                }
                v.skip(2)?;
            }
            for field in lldp_dcb::BANDWIDTHS {
                cx.field(field, v, 1)?;
            }
            cx.field(DCBX_FEATURE_PG_NUMTCS, v, 1)?;
        }
        FLOW_CONTROL => {
            for field in lldp_dcb::FLOW_CONTROL {
                cx.peek(field, v, 1)?;
            }
            v.skip(1)?;
            cx.field(DCBX_FEATURE_PFC_NUMTCS, v, 1)?;
        }
        APPLICATIONS => {
            let mut list = v.take_all(len.saturating_sub(4))?;
            while !list.is_empty() {
                application(cx, &mut list)?;
            }
        }
        LINK_DOWN => _ = cx.field(DCBX_FEATURE_LLINK_TYPE, v, 1)?,
        _ => {}
    }
    Ok(())
}

/// What an application is known by, and its priority: a bit of a byte.
fn application<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (protocol, selector) = (c.peek_u16(0)?, c.peek_u8(2)? & 3);
    let item = cx.line(c.span(6), |o| match (protocol, selector) {
        (0x8906, 0) => _ = o.s("FCoE Application"),
        (0x8914, 0) => _ = o.s("FiP Application"),
        (0x0cbc, 1) => _ = o.s("iSCSI Application"),
        _ => _ = o.s("Unknown Application (").hex(protocol, 4).c(b')'),
    });
    cx.under(item, |cx| -> Step {
        cx.field(DCBX_FEATURE_APP_PROTO, c, 2)?;
        cx.peek(DCBX_FEATURE_APP_OUI, c, 3)?;
        cx.field(DCBX_FEATURE_APP_SF, c, 3)?;
        let bit = c.peek_u8(0)?;
        cx.add(DCBX_FEATURE_APP_PRIO, c.span(1), Value::U(u64::from(bit.checked_ilog2().unwrap_or(0))));
        c.skip(1)
    })
}
