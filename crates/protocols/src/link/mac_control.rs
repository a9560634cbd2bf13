//! MAC Control of Ethernet, IEEE 802.3 clause 31: pauses, of all classes of traffic or of some.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

proto! {
    MACC "macc" "MAC Control" "MAC CTRL" Link
    on [Ether 0x8808]
    fields {
        OPCODE "macc.opcode" "Opcode": U16 Hex = OPCODE_NAMES;
        PAUSE_TIME "macc.pause_time" "pause_time": U16 Dec;
        CBFC_ENBV "macc.cbfc.enbv" "CBFC Class Enable Vector": U16 Hex;
        CBFC_ENBV_C0 "macc.cbfc.enbv.c0" "C0": Bool(16) & 0x1;
        CBFC_ENBV_C1 "macc.cbfc.enbv.c1" "C1": Bool(16) & 0x2;
        CBFC_ENBV_C2 "macc.cbfc.enbv.c2" "C2": Bool(16) & 0x4;
        CBFC_ENBV_C3 "macc.cbfc.enbv.c3" "C3": Bool(16) & 0x8;
        CBFC_ENBV_C4 "macc.cbfc.enbv.c4" "C4": Bool(16) & 0x10;
        CBFC_ENBV_C5 "macc.cbfc.enbv.c5" "C5": Bool(16) & 0x20;
        CBFC_ENBV_C6 "macc.cbfc.enbv.c6" "C6": Bool(16) & 0x40;
        CBFC_ENBV_C7 "macc.cbfc.enbv.c7" "C7": Bool(16) & 0x80;
        CBFC_PAUSE_TIME_C0 "macc.cbfc.pause_time.c0" "C0": U16 Dec;
        CBFC_PAUSE_TIME_C1 "macc.cbfc.pause_time.c1" "C1": U16 Dec;
        CBFC_PAUSE_TIME_C2 "macc.cbfc.pause_time.c2" "C2": U16 Dec;
        CBFC_PAUSE_TIME_C3 "macc.cbfc.pause_time.c3" "C3": U16 Dec;
        CBFC_PAUSE_TIME_C4 "macc.cbfc.pause_time.c4" "C4": U16 Dec;
        CBFC_PAUSE_TIME_C5 "macc.cbfc.pause_time.c5" "C5": U16 Dec;
        CBFC_PAUSE_TIME_C6 "macc.cbfc.pause_time.c6" "C6": U16 Dec;
        CBFC_PAUSE_TIME_C7 "macc.cbfc.pause_time.c7" "C7": U16 Dec;
        CBFC_ENBV_NOT_ZERO "macc.cbfc.enbv.not_zero" "8 MSbs of ENBV must be 0": None;
    }
    experts {
        OPCODE_UNKNOWN "macc.opcode.unknown" Warn Protocol "Unknown opcode";
    }
}

names! {
    OPCODE_NAMES {
        1 => "Pause",
        2 => "Gate",
        3 => "Report",
        4 => "Register Req",
        5 => "Register",
        6 => "Register Ack",
        257 => "Class Based Flow Control [CBFC] Pause",
    }
}

const CLASSES: [Field; 8] = [
    CBFC_ENBV_C0,
    CBFC_ENBV_C1,
    CBFC_ENBV_C2,
    CBFC_ENBV_C3,
    CBFC_ENBV_C4,
    CBFC_ENBV_C5,
    CBFC_ENBV_C6,
    CBFC_ENBV_C7,
];

const TIMES: [(Field, usize); 8] = [
    (CBFC_PAUSE_TIME_C0, 2),
    (CBFC_PAUSE_TIME_C1, 2),
    (CBFC_PAUSE_TIME_C2, 2),
    (CBFC_PAUSE_TIME_C3, 2),
    (CBFC_PAUSE_TIME_C4, 2),
    (CBFC_PAUSE_TIME_C5, 2),
    (CBFC_PAUSE_TIME_C6, 2),
    (CBFC_PAUSE_TIME_C7, 2),
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MAC CTRL");
    let opcode = c.peek_u16(0)?;
    let name = OPCODE_NAMES.find(u64::from(opcode));
    cx.info(|o| _ = o.s(name.unwrap_or("Unknown")));
    let item = cx.field(OPCODE, &mut c, 2)?;
    match opcode {
        1 => {
            let time = c.peek_u16(0)?;
            cx.info_add(|o| _ = o.s(": pause_time: ").u(time).s(" quanta"));
            cx.field(PAUSE_TIME, &mut c, 2).map(|_| ())
        }
        0x0101 => classes(cx, c),
        _ => {
            if name.is_none() {
                cx.expert(OPCODE_UNKNOWN, item, c.span(0));
            }
            Ok(())
        }
    }
}

/// Pauses of classes, IEEE 802.1Qbb.
fn classes<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let set = c.peek_u16(0)?;
    let (_, item) = cx.flags(CBFC_ENBV, &mut c, 2, &CLASSES)?;
    cx.append(item, |o| {
        for class in (0u8..8).filter(|i| set >> i & 1 != 0) {
            o.s(", C").u(class);
        }
    });
    let item = cx.line(c.span(16), |o| _ = o.s("CBFC Class Pause Times"));
    cx.under(item, |cx| run(cx, &mut c, &TIMES))
}
