//! Gearman: requests and responses of job servers, binary or lines of text (<http://gearman.org/protocol/>).

use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, Stop, names, proto};

proto! {
    GEARMAN "gearman" "Gearman Protocol" "Gearman" App
    on [Tcp 4730]
    frames sized [frames]
    fields {
        MGR_CMD "gearman.mgr_cmd" "Management Command": Str;
        MAGIC_CODE "gearman.magic_code" "Magic Code": Str;
        PKT_TYPE "gearman.pkt_type" "Packet Type": U32 DecHex = TYPES;
        DATA_SIZE "gearman.data_size" "Data Length": U32 Dec;
        DATA_CONTENT "gearman.data_content" "Data Content": Str;
        OPT_NAME "gearman.opt.name" "Option Name": Str;
        FUNC_NAME "gearman.func.name" "Function Name": Str;
        CLIENT_ID "gearman.client_id" "Client ID": Str;
        CLIENT_COUNT "gearman.client_count" "Client Count": Str;
        UNIQ_ID "gearman.uniq_id" "Unique ID": Str;
        FUNC_ARG "gearman.func.arg" "Function Argument": Str;
        JOB_HANDLE "gearman.job.handle" "Job Handle": Str;
        NUMERATOR "gearman.numerator" "Complete Numerator": StrZ;
        DENOMINATOR "gearman.denominator" "Complete Denominator": Str;
        MINUTE "gearman.submit_job_sched.minute" "Minute": Str;
        HOUR "gearman.submit_job_sched.hour" "Hour": Str;
        DAY_OF_MONTH "gearman.submit_job_sched.day_of_month" "Day of Month": Str;
        MONTH "gearman.submit_job_sched.month" "Month": Str;
        DAY_OF_WEEK "gearman.submit_job_sched.day_of_week" "Day of Week": Str;
        EPOCH_TIME "gearman.submit_job.epoch_time" "Epoch Time": Str;
        REDUCER "gearman.reducer" "Reducer": StrZ;
        FUNC_RESULT "gearman.func.result" "Function Result": Str;
        JOB_KNOWN "gearman.job.known" "Known job": StrZ;
        JOB_RUNNING "gearman.job.running" "Running Job": StrZ;
        TIMEOUT_VALUE "gearman.timeout.value" "Timeout Value": Str;
        ECHO_TEXT "gearman.echo_text" "Echo Text": Str;
        ERR_CODE "gearman.err.code" "Error Code": StrZ;
        ERR_TEXT "gearman.err.text" "Error Text": StrZ;
    }
    experts {
        UNKNOWN "gearman.pkt_type.unknown" Warn Protocol "Unknown command";
    }
}

names! {
    TYPES {
        0 => "TEXT", 1 => "CAN_DO", 2 => "CANT_DO", 3 => "RESET_ABILITIES", 4 => "PRE_SLEEP", 5 => "UNUSED",
        6 => "NOOP", 7 => "SUBMIT_JOB", 8 => "JOB_CREATED", 9 => "GRAB_JOB", 10 => "NO_JOB", 11 => "JOB_ASSIGN",
        12 => "WORK_STATUS", 13 => "WORK_COMPLETE", 14 => "WORK_FAIL", 15 => "GET_STATUS", 16 => "ECHO_REQ",
        17 => "ECHO_RES", 18 => "SUBMIT_JOB_BG", 19 => "ERROR", 20 => "STATUS_RES", 21 => "SUBMIT_JOB_HIGH",
        22 => "SET_CLIENT_ID", 23 => "CAN_DO_TIMEOUT", 24 => "ALL_YOURS", 25 => "WORK_EXCEPTION", 26 => "OPTION_REQ",
        27 => "OPTION_RES", 28 => "WORK_DATA", 29 => "WORK_WARNING", 30 => "GRAB_JOB_UNIQ", 31 => "JOB_ASSIGN_UNIQ",
        32 => "SUBMIT_JOB_HIGH_BG", 33 => "SUBMIT_JOB_LOW", 34 => "SUBMIT_JOB_LOW_BG", 35 => "SUBMIT_JOB_SCHED",
        36 => "SUBMIT_JOB_EPOCH", 37 => "SUBMIT_REDUCE_JOB", 38 => "SUBMIT_REDUCE_JOB_BG", 39 => "GRAB_JOB_ALL",
        40 => "JOB_ASSIGN_ALL", 41 => "GET_STATUS_UNIQUE", 42 => "STATUS_RES_UNIQUE",
    }
}

/// Magic, type, and length of the arguments.
const HEAD: usize = 12;
const MAGICS: [&[u8; 4]; 2] = [b"\0REQ", b"\0RES"];
const LONGEST: u32 = 1 << 24;

/// The arguments of a command, zero bytes between them.
fn arguments(kind: u32) -> &'static [Field] {
    match kind {
        1 | 2 => &[FUNC_NAME],
        7 | 18 | 21 | 32..=34 => &[FUNC_NAME, UNIQ_ID, FUNC_ARG],
        8 | 14 | 15 => &[JOB_HANDLE],
        11 => &[JOB_HANDLE, FUNC_NAME, FUNC_ARG],
        12 => &[JOB_HANDLE, NUMERATOR, DENOMINATOR],
        13 | 25 | 28 | 29 => &[JOB_HANDLE, FUNC_RESULT],
        16 | 17 => &[ECHO_TEXT],
        19 => &[ERR_CODE, ERR_TEXT],
        20 => &[JOB_HANDLE, JOB_KNOWN, JOB_RUNNING, NUMERATOR, DENOMINATOR],
        22 => &[CLIENT_ID],
        23 => &[FUNC_NAME, TIMEOUT_VALUE],
        26 | 27 => &[OPT_NAME],
        31 => &[JOB_HANDLE, FUNC_NAME, UNIQ_ID, FUNC_ARG],
        35 => &[FUNC_NAME, UNIQ_ID, MINUTE, HOUR, DAY_OF_MONTH, MONTH, DAY_OF_WEEK, FUNC_ARG],
        36 => &[FUNC_NAME, UNIQ_ID, EPOCH_TIME, FUNC_ARG],
        37 | 38 => &[FUNC_NAME, UNIQ_ID, REDUCER, FUNC_ARG],
        40 => &[JOB_HANDLE, FUNC_NAME, UNIQ_ID, REDUCER, FUNC_ARG],
        41 => &[UNIQ_ID],
        42 => &[UNIQ_ID, JOB_KNOWN, JOB_RUNNING, NUMERATOR, DENOMINATOR, CLIENT_COUNT],
        _ => &[],
    }
}

fn is_binary(bytes: &[u8]) -> bool {
    MAGICS.iter().any(|m| bytes.starts_with(*m))
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [0, ..] if bytes.len() < HEAD => Pdu::More(HEAD),
        _ if is_binary(bytes) => match bytes.get(8..HEAD).map(requin_wire::be) {
            Some(n) if n <= u64::from(LONGEST) => Pdu::Len(HEAD + n as usize),
            _ => Pdu::AsItComes,
        },
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let first = c.peek_u8(0)?;
    if first == 0 && !is_binary(c.rest()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("Gearman");
    if first != 0 {
        return lines(cx, c);
    }
    let h = c.peek_array::<HEAD>()?;
    let number = |at: usize| requin_wire::be(h.get(at..at + 4).unwrap_or_default()) as u32;
    let (magic, kind, size) = (h.get(1..4).unwrap_or_default(), number(4), number(8));
    let summary = |o: &mut requin_wire::Out<'_>| {
        o.s("[").text(magic).s("] ").s(TYPES.or(kind.into(), "Unknown")).s("(").u(kind).s(") LEN=").u(size);
    };
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.info_sep(" , ", summary);
    let line = cx.line(c.span(HEAD + size as usize), summary);
    cx.under(line, |cx| -> Step {
        let span = c.span(4);
        cx.add_bytes(MAGIC_CODE, span, magic);
        c.skip(4)?;
        let item = cx.field(PKT_TYPE, &mut c, 4)?;
        cx.label(item, |o| {
            o.s("Packet Type: ").s(TYPES.or(kind.into(), "Unknown")).s(" (").u(kind).s(")");
        });
        cx.u32(DATA_SIZE, &mut c)?;
        let mut data = c.take(size as usize);
        let all = data.rest();
        let content = all.split(|b| *b == 0).next().unwrap_or_default();
        let item = cx.add_bytes(DATA_CONTENT, data.span(data.left()), content);
        cx.under(item, |cx| -> Step {
            let fields = arguments(kind);
            if fields.is_empty() && size > 0 {
                cx.expert(UNKNOWN, item, data.span(0));
                return Ok(());
            }
            for (i, field) in fields.iter().enumerate() {
                // The last one is whatever is left.
                let rest = data.rest();
                let last = i + 1 == fields.len();
                let n = if last { rest.len() } else { text::position(rest, 0).unwrap_or(rest.len()) };
                let value = rest.get(..n).unwrap_or_default();
                cx.add_bytes(*field, data.span(n), value);
                data.advance(n + usize::from(!last));
            }
            data.peek_bytes(0, data.left()).map(|_| ())
        })
    })?;
    // Where text came before, messages are no longer told apart.
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// Administration: commands and answers of lines.
fn lines<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asks = cx.ports.dst == 4730;
    cx.info(|o| _ = o.s("[MGR] "));
    let mut between = "";
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        cx.info_add(|o| _ = o.s(std::mem::replace(&mut between, ",")).text(line));
        if asks {
            cx.add_bytes(MGR_CMD, c.span(line.len()), line);
        } else {
            cx.line(c.span(next), |o| _ = o.text(rest.get(..next).unwrap_or_default()));
        }
        c.advance(next);
    }
    Ok(())
}
