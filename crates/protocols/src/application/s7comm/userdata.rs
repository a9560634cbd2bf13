//! Messages of the function groups: programming, blocks, state lists, clocks.

use super::*;

const BLOCKS: u8 = 3;
const CPU: u8 = 4;
const TIME: u8 = 7;
const READ_SZL: u8 = 1;
/// The half of the type that tells requests from responses.
const RESPONSE: u8 = 8;

names! {
    BLOCK_FUNCTIONS { 1 => "List blocks", 2 => "List blocks of type", 3 => "Get block info" }
    CPU_FUNCTIONS {
        1 => "Read SZL", 2 => "Message service", 3 => "Diagnostic message", 5 => "ALARM_8 indication",
        6 => "NOTIFY indication", 7 => "ALARM_8LOCK", 8 => "ALARM_8UNLOCK", 9 => "SCAN indication", 11 => "ALARM ack",
        12 => "ALARM ack indication", 13 => "ALARM lock indication", 14 => "ALARM unlock indication",
        17 => "ALARM_SQ indication", 18 => "ALARM_S indication", 19 => "ALARM query", 22 => "NOTIFY_8 indication",
    }
    TIME_FUNCTIONS { 1 => "Read clock", 2 => "Set clock", 3 => "Read clock (following)", 4 => "Set clock" }
    SECURITY_FUNCTIONS { 1 => "PLC password", 2 => "Reset PLC password" }
    CYCLIC_FUNCTIONS {
        1 => "Memory", 4 => "Unsubscribe", 5 => "Change driven data", 7 => "Modify change driven data",
        8 => "Read record",
    }
    PROGRAMMER_FUNCTIONS {
        1 => "Request diag data (Type 1)", 2 => "VarTab", 12 => "Erase", 14 => "Read diag data",
        15 => "Remove diag data", 16 => "Forces", 19 => "Request diag data (Type 2)",
    }
}

fn subfunctions(group: u8) -> Names {
    match group {
        1 => PROGRAMMER_FUNCTIONS,
        2 => CYCLIC_FUNCTIONS,
        BLOCKS => BLOCK_FUNCTIONS,
        CPU => CPU_FUNCTIONS,
        5 => SECURITY_FUNCTIONS,
        TIME => TIME_FUNCTIONS,
        _ => Names::None,
    }
}

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut p: Cursor<'_>, d: Cursor<'_>) -> Step {
    let span = p.span(p.left());
    let item = cx.add(PARAM, span, Value::None);
    let (kind, sub) = (p.peek_u8(5)?, p.peek_u8(6)?);
    let (kind, group) = (kind >> 4, kind & 15);
    let names = [
        PARAM_USERDATA_TYPE_NAMES.or(u64::from(kind), "Unknown type"),
        PARAM_USERDATA_FUNCGROUP_NAMES.or(u64::from(group), "Unknown function group"),
        subfunctions(group).or(u64::from(sub), "Unknown subfunction"),
    ];
    cx.info_add(|o| {
        o.s(" Function:[").s(names[0]).s("] -> [").s(names[1]).s("]");
        if subfunctions(group).find(u64::from(sub)).is_some() {
            o.s(" -> [").s(names[2]).s("]");
        }
    });
    cx.append(item, |o| {
        o.s(": (").s(names[0]).s(") ->(").s(names[1]).s(")");
        if subfunctions(group).find(u64::from(sub)).is_some() {
            o.s(" ->(").s(names[2]).s(")");
        }
    });
    cx.under(item, |cx| -> Step {
        let rows = [(PARAM_USERDATA_HEAD, 3), (PARAM_USERDATA_LENGTH, 1), (PARAM_USERDATA_REQRES1, 1)];
        run(cx, &mut p, &rows)?;
        cx.peek(PARAM_USERDATA_TYPE, &p, 1)?;
        cx.field(PARAM_USERDATA_FUNCGROUP, &mut p, 1)?;
        let subfunction = cx.field(PARAM_USERDATA_SUBFUNC, &mut p, 1)?;
        cx.label(subfunction, |o| _ = o.s("Subfunction: ").s(names[2]).s(" (").u(sub).s(")"));
        cx.u8(PARAM_USERDATA_SEQ_NUM, &mut p)?;
        if p.left() >= 4 {
            let rows = [(PARAM_USERDATA_DATAUNITREF, 1), (PARAM_USERDATA_LASTDATAUNIT, 1), (PARAM_ERRCOD, 2)];
            run(cx, &mut p, &rows)?;
        }
        Ok(())
    })?;
    if d.left() < 4 {
        return Ok(());
    }
    let span = d.span(d.left());
    let item = cx.add(DATA, span, Value::None);
    let mut d = d;
    cx.under(item, |cx| -> Step {
        run(cx, &mut d, &[(DATA_RETURNCODE, 1), (DATA_TRANSPORTSIZE, 1)])?;
        let n = usize::from(cx.u16(DATA_LENGTH, &mut d)?);
        let mut body = d.take(n);
        if body.is_empty() {
            return Ok(());
        }
        match (group, sub) {
            (CPU, READ_SZL) => szl::dissect(cx, item, body, kind == RESPONSE),
            (BLOCKS, _) => blocks(cx, body, sub, kind == RESPONSE),
            (TIME, _) => szl::timestamp_of_ten(cx, &mut body),
            _ => {
                let n = body.left();
                cx.field(RESP_DATA, &mut body, n).map(|_| ())
            }
        }
    })
}

fn blocks<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, sub: u8, response: bool) -> Step {
    match (sub, response) {
        // How many there are of each type.
        (1, true) => {
            let mut i = 1u32;
            while c.left() >= 4 {
                let kind = c.peek_bytes(0, 2)?;
                let item = cx.add(DATA_ITEM, c.span(4), Value::None);
                cx.append(item, |o| _ = o.s(" [").u(i).s("]: (Block type ").s(block_type(kind)).s(")"));
                cx.under(item, |cx| {
                    run(cx, &mut c, &[(BLOCKINFO_BLOCKTYPE, 2), (BLOCKINFO_BLOCK_COUNT, 2)])
                })?;
                i += 1;
            }
            Ok(())
        }
        (2, false) => {
            let kind = c.peek_bytes(0, 2)?;
            cx.info_add(|o| _ = o.s(" Type:[").s(block_type(kind)).s("]"));
            run(cx, &mut c, &[(BLOCKINFO_BLOCKTYPE, 2)])
        }
        (2, true) => {
            let mut i = 1u32;
            while c.left() >= 4 {
                let number = c.peek_u16(0)?;
                let item = cx.add(DATA_ITEM, c.span(4), Value::None);
                cx.append(item, |o| _ = o.s(" [").u(i).s("]: (Block number ").u(number).s(")"));
                cx.under(item, |cx| {
                    let rows = [(BLOCKINFO_BLOCK_NUM, 2), (BLOCKINFO_FLAGS, 1), (BLOCKINFO_BLOCK_LANG, 1)];
                    run(cx, &mut c, &rows)
                })?;
                i += 1;
            }
            Ok(())
        }
        (3, false) => {
            let rows =
                [(BLOCKINFO_BLOCKTYPE, 2), (DATA_BLOCKINFO_BLOCK_NUMBER, 5), (DATA_BLOCKINFO_FILESYS, 1)];
            run(cx, &mut c, &rows)
        }
        _ => {
            let n = c.left();
            cx.field(RESP_DATA, &mut c, n).map(|_| ())
        }
    }
}
