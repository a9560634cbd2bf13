//! The status of a network's nodes, 1 to 62.

use super::*;

const NODES: usize = 62;
/// Two nodes share a byte.
const EVEN: &[Field] = &[
    NODE_NUMBER_HIGH_POLLING_STATUS,
    NODE_NUMBER_HIGH_RV,
    NODE_NUMBER_HIGH_EXIT_STATUS,
    NODE_NUMBER_HIGH_NETWORK,
];
const ODD: &[Field] = &[
    NODE_NUMBER_LOW_POLLING_STATUS,
    NODE_NUMBER_LOW_RV,
    NODE_NUMBER_LOW_EXIT_STATUS,
    NODE_NUMBER_LOW_NETWORK,
];
/// Eight nodes share a byte, of which the first and the last have one less.
const ERRORS: [&[Field]; 8] = [
    &[
        CYCLIC_ERROR_NODE_1,
        CYCLIC_ERROR_NODE_2,
        CYCLIC_ERROR_NODE_3,
        CYCLIC_ERROR_NODE_4,
        CYCLIC_ERROR_NODE_5,
        CYCLIC_ERROR_NODE_6,
        CYCLIC_ERROR_NODE_7,
    ],
    &[
        CYCLIC_ERROR_NODE_8,
        CYCLIC_ERROR_NODE_9,
        CYCLIC_ERROR_NODE_10,
        CYCLIC_ERROR_NODE_11,
        CYCLIC_ERROR_NODE_12,
        CYCLIC_ERROR_NODE_13,
        CYCLIC_ERROR_NODE_14,
        CYCLIC_ERROR_NODE_15,
    ],
    &[
        CYCLIC_ERROR_NODE_16,
        CYCLIC_ERROR_NODE_17,
        CYCLIC_ERROR_NODE_18,
        CYCLIC_ERROR_NODE_19,
        CYCLIC_ERROR_NODE_20,
        CYCLIC_ERROR_NODE_21,
        CYCLIC_ERROR_NODE_22,
        CYCLIC_ERROR_NODE_23,
    ],
    &[
        CYCLIC_ERROR_NODE_24,
        CYCLIC_ERROR_NODE_25,
        CYCLIC_ERROR_NODE_26,
        CYCLIC_ERROR_NODE_27,
        CYCLIC_ERROR_NODE_28,
        CYCLIC_ERROR_NODE_29,
        CYCLIC_ERROR_NODE_30,
        CYCLIC_ERROR_NODE_31,
    ],
    &[
        CYCLIC_ERROR_NODE_32,
        CYCLIC_ERROR_NODE_33,
        CYCLIC_ERROR_NODE_34,
        CYCLIC_ERROR_NODE_35,
        CYCLIC_ERROR_NODE_36,
        CYCLIC_ERROR_NODE_37,
        CYCLIC_ERROR_NODE_38,
        CYCLIC_ERROR_NODE_39,
    ],
    &[
        CYCLIC_ERROR_NODE_40,
        CYCLIC_ERROR_NODE_41,
        CYCLIC_ERROR_NODE_42,
        CYCLIC_ERROR_NODE_43,
        CYCLIC_ERROR_NODE_44,
        CYCLIC_ERROR_NODE_45,
        CYCLIC_ERROR_NODE_46,
        CYCLIC_ERROR_NODE_47,
    ],
    &[
        CYCLIC_ERROR_NODE_48,
        CYCLIC_ERROR_NODE_49,
        CYCLIC_ERROR_NODE_50,
        CYCLIC_ERROR_NODE_51,
        CYCLIC_ERROR_NODE_52,
        CYCLIC_ERROR_NODE_53,
        CYCLIC_ERROR_NODE_54,
        CYCLIC_ERROR_NODE_55,
    ],
    &[
        CYCLIC_ERROR_NODE_56,
        CYCLIC_ERROR_NODE_57,
        CYCLIC_ERROR_NODE_58,
        CYCLIC_ERROR_NODE_59,
        CYCLIC_ERROR_NODE_60,
        CYCLIC_ERROR_NODE_61,
        CYCLIC_ERROR_NODE_62,
    ],
];

pub(super) fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(NODES / 2), |o| _ = o.s("Network Nodes Status"));
    cx.under(line, |cx| -> Step {
        for n in 1..=NODES {
            let odd = n % 2 == 1;
            let line = cx.line(c.span(1), |o| _ = o.s("Node Number ").u(n as u64));
            cx.under(line, |cx| {
                (if odd { ODD } else { EVEN }).iter().try_for_each(|f| cx.peek(*f, c, 1).map(|_| ()))
            })?;
            if !odd {
                c.skip(1)?;
            }
        }
        Ok(())
    })?;
    cx.u16(COM_CYCLE_TIME, c)?;
    cx.u8(POLLING_UNIT_NODE_NUM, c)?;
    cx.u8(CYCLIC_OPERATION, c)?;
    cx.u8(CYCLIC_TRANS_STATUS, c)?;
    let line = cx.line(c.span(8), |o| _ = o.s("Network Nodes Non-Fatal Error Status"));
    cx.under(line, |cx| -> Step {
        for (i, bits) in ERRORS.iter().enumerate() {
            let (first, last) = ((8 * i).max(1), (8 * i + 7).min(NODES));
            let (raw, item) = cx.flags(CYCLIC_ERROR_STATUS, c, 1, bits)?;
            cx.label(item, |o| {
                o.s(&format!("Nodes {first:2}-{last:2}: {raw:#04x}"));
                for n in (first..=last).filter(|n| raw >> (n % 8) & 1 != 0) {
                    o.s(&format!(", Node {n:2} error status"));
                }
            });
        }
        Ok(())
    })?;
    let line = cx.line(c.span(NODES), |o| _ = o.s("Network Nodes Error Counts"));
    cx.under(line, |cx| (1..=NODES).try_for_each(|_| cx.u8(NODE_ERROR_COUNT, c).map(|_| ())))
}
