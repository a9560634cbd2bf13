//! Modbus application protocol (Modbus Organization, V1.1b3): function codes and what is asked for.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    MODBUS "modbus" "Modbus" "Modbus" App
    on []
    fields {
        FUNC_CODE "modbus.func_code" "Function Code": U8 Dec & 0x7f = FUNC_CODE_NAMES;
        REFERENCE_NUM "modbus.reference_num" "Reference Number": U16 Dec;
        WORD_CNT "modbus.word_cnt" "Word Count": U16 Dec;
        EXCEPTION_CODE "modbus.exception_code" "Exception Code": U8 Dec = EXCEPTION_CODE_NAMES;
    }
}

names! {
    /// Names of the functions.
    pub FUNC_CODE_NAMES {
        1 => "Read Coils",
        2 => "Read Discrete Inputs",
        3 => "Read Holding Registers",
        4 => "Read Input Registers",
        5 => "Write Single Coil",
        6 => "Write Single Register",
        7 => "Read Exception Status",
        8 => "Diagnostics",
        11 => "Get Comm. Event Counters",
        12 => "Get Comm. Event Log",
        15 => "Write Multiple Coils",
        16 => "Write Multiple Registers",
        17 => "Report Slave ID",
        20 => "Read File Record",
        21 => "Write File Record",
        22 => "Mask Write Register",
        23 => "Read Write Register",
        24 => "Read FIFO Queue",
        43 => "Encapsulated Interface Transport",
        90 => "Unity (Schneider)",
    }
    EXCEPTION_CODE_NAMES {
        1 => "Illegal function",
        2 => "Illegal data address",
        3 => "Illegal data value",
        4 => "Slave device failure",
        5 => "Acknowledge",
        6 => "Slave device busy",
        8 => "Memory parity error",
        10 => "Gateway path unavailable",
        11 => "Gateway target device failed to respond",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let function = c.peek_u8(0)?;
    cx.field(FUNC_CODE, &mut c, 1)?;
    if function & 0x80 != 0 {
        return cx.u8(EXCEPTION_CODE, &mut c).map(|_| ());
    }
    let query = cx.ports.dst == 502;
    match function {
        3 | 4 if query => run(cx, &mut c, &[(REFERENCE_NUM, 2), (WORD_CNT, 2)]),
        6 => run(cx, &mut c, &[(REFERENCE_NUM, 2)]),
        _ => Ok(()),
    }
}
