//! Modbus application protocol (Modbus Organization, V1.1b3): function codes, what is asked for and what is answered.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Key, Past, Sink, Step, Value, names, proto};

proto! {
    MODBUS "modbus" "Modbus" "Modbus" App
    on []
    fields {
        BIT_CNT "modbus.bit_cnt" "Bit Count": U16 Dec;
        BITNUM "modbus.bitnum" "Bit Number": U16 Dec;
        BITVAL "modbus.bitval" "Bit Value": Bool(8) & 0x1;
        BYTE_CNT "modbus.byte_cnt" "Byte Count": U8 Dec;
        CONFORMITY_LEVEL "modbus.conformity_level" "Conformity Level": U8 Hex = CONFORMITY_LEVEL_NAMES;
        DATA "modbus.data" "Data": Bytes;
        DIAGNOSTIC_CLEAR_CTR_DIAG_REG "modbus.diagnostic.clear_ctr_diag_reg" "Clear Counters & Diag Register Echo": U16 Dec;
        DIAGNOSTIC_RESTART_COMMUNICATION_OPTION "modbus.diagnostic.restart_communication_option" "Restart Communication Option": U16 Hex = DIAGNOSTIC_RESTART_COMMUNICATION_OPTION_NAMES;
        DIAGNOSTIC_CODE "modbus.diagnostic_code" "Diagnostic Code": U16 Dec = DIAGNOSTIC_CODE_NAMES;
        EXCEPTION_CODE "modbus.exception_code" "Exception Code": U8 Dec = EXCEPTION_CODE_NAMES;
        FUNC_CODE "modbus.func_code" "Function Code": U8 Dec & 0x7f = FUNC_CODE_NAMES;
        MEI "modbus.mei" "MEI type": U8 Dec = MEI_NAMES;
        MORE_FOLLOWS "modbus.more_follows" "More Follows": U8 Hex;
        NEXT_OBJECT_ID "modbus.next_object_id" "Next Object ID": U8 Dec;
        NUM_OBJECTS "modbus.num_objects" "Number of Objects": U8 Dec;
        OBJECT_ID "modbus.object_id" "Object ID": U8 Dec = OBJECT_ID_NAMES;
        PADDING "modbus.padding" "Padding": U8 Hex;
        READ_DEVICE_ID "modbus.read_device_id" "Read Device ID": U8 Dec = READ_DEVICE_ID_NAMES;
        READ_REFERENCE_NUM "modbus.read_reference_num" "Read Reference Number": U16 Dec;
        READ_WORD_CNT "modbus.read_word_cnt" "Read Word Count": U16 Dec;
        REFERENCE_NUM "modbus.reference_num" "Reference Number": U16 Dec;
        REGNUM16 "modbus.regnum16" "Register Number": U16 Dec;
        REGVAL_UINT16 "modbus.regval_uint16" "Register Value (UINT16)": U16 Dec;
        REQUEST_FRAME "modbus.request_frame" "Request Frame": Framenum;
        RESPONSE_TIME "modbus.response_time" "Time from request": RelTime;
        WORD_CNT "modbus.word_cnt" "Word Count": U16 Dec;
        WRITE_REFERENCE_NUM "modbus.write_reference_num" "Write Reference Number": U16 Dec;
        WRITE_WORD_CNT "modbus.write_word_cnt" "Write Word Count": U16 Dec;
        AND_MASK "modbus.and_mask" "AND mask": U16 Hex;
        OR_MASK "modbus.or_mask" "OR mask": U16 Hex;
        EV_STATUS "modbus.ev_status" "Status": U16 Hex;
        EV_COUNT "modbus.ev_count" "Event Count": U16 Dec;
        EV_MSG_COUNT "modbus.ev_msg_count" "Message Count": U16 Dec;
        BYTE_CNT_16 "modbus.byte_cnt_16" "Byte Count (16-bit)": U8 Dec;
        REFERENCE_TYPE "modbus.reference_type" "Reference Type": U8 Dec;
        REFERENCE_NUM_32 "modbus.reference_num_32" "Reference Number (32 bit)": U32 Dec;
        OBJECT_VALUE "modbus.object_value" "Object Value": Bytes;
        OBJECT_STR_VALUE "modbus.object_str_value" "Object String Value": Str;
        OBJECTS_LEN "modbus.objects_len" "Object length": U8 Dec;
        DIAGNOSTIC_ASCII_INPUT_DELIMITER "modbus.diagnostic.ascii_input_delimiter" "CHAR": U8 Hex;
        DIAGNOSTIC_RETURN_QUERY_DATA_REQUEST "modbus.diagnostic.return_query_data.request" "Request Data": Bytes;
        DIAGNOSTIC_RETURN_QUERY_DATA_ECHO "modbus.diagnostic.return_query_data.echo" "Echo Data": Bytes;
        DIAGNOSTIC_RETURN_DIAG_REGISTER "modbus.diagnostic.return_diag_register" "Diagnostic Register Contents": U16 Hex;
        DIAGNOSTIC_BUS_MESSAGE_COUNT "modbus.diagnostic.bus_message_count" "Total Message Count": U16 Dec;
        DIAGNOSTIC_BUS_COMM_ERROR_COUNT "modbus.diagnostic.bus_comm_error_count" "CRC Error Count": U16 Dec;
        DIAGNOSTIC_BUS_EXCEPTION_ERROR_COUNT "modbus.diagnostic.bus_exception_error_count" "Exception Error Count": U16 Dec;
        DIAGNOSTIC_SLAVE_MESSAGE_COUNT "modbus.diagnostic.slave_message_count" "Slave Message Count": U16 Dec;
        DIAGNOSTIC_SLAVE_NAK_COUNT "modbus.diagnostic.slave_nak_count" "Slave NAK Count": U16 Dec;
        DIAGNOSTIC_SLAVE_BUSY_COUNT "modbus.diagnostic.slave_busy_count" "Slave Device Busy Count": U16 Dec;
        DIAGNOSTIC_BUS_CHAR_OVERRUN_COUNT "modbus.diagnostic.bus_char_overrun_count" "Slave Character Overrun Count": U16 Dec;
    }
}

names! {
    CONFORMITY_LEVEL_NAMES {
        1 => "Basic Device Identification (stream)", 2 => "Regular Device Identification (stream)",
        3 => "Extended Device Identification (stream)",
        129 => "Basic Device Identification (stream and individual)",
        130 => "Regular Device Identification (stream and individual)",
        131 => "Extended Device Identification (stream and individual)",
    }
    DIAGNOSTIC_RESTART_COMMUNICATION_OPTION_NAMES {
        0 => "Leave Log", 255 => "Clear Log",
    }
    DIAGNOSTIC_CODE_NAMES {
        0 => "Return Query Data", 1 => "Restart Communications Option", 2 => "Return Diagnostic Register",
        3 => "Change ASCII Input Delimiter", 4 => "Force Listen Only Mode",
        10 => "Clear Counters and Diagnostic Register", 11 => "Return Bus Message Count",
        12 => "Return Bus Communication Error Count", 13 => "Return Bus Exception Error Count",
        14 => "Return Slave Message Count", 15 => "Return Slave No Response Count",
        16 => "Return Slave NAK Count", 17 => "Return Slave Busy Count",
        18 => "Return Bus Character Overrun Count", 20 => "Clear Overrun Counter and Flag",
    }
    EXCEPTION_CODE_NAMES {
        1 => "Illegal function", 2 => "Illegal data address", 3 => "Illegal data value",
        4 => "Slave device failure", 5 => "Acknowledge", 6 => "Slave device busy",
        8 => "Memory parity error", 10 => "Gateway path unavailable",
        11 => "Gateway target device failed to respond",
    }
    FUNC_CODE_NAMES {
        1 => "Read Coils", 2 => "Read Discrete Inputs", 3 => "Read Holding Registers",
        4 => "Read Input Registers", 5 => "Write Single Coil", 6 => "Write Single Register",
        7 => "Read Exception Status", 8 => "Diagnostics", 11 => "Get Comm. Event Counters",
        12 => "Get Comm. Event Log", 15 => "Write Multiple Coils", 16 => "Write Multiple Registers",
        17 => "Report Slave ID", 20 => "Read File Record", 21 => "Write File Record",
        22 => "Mask Write Register", 23 => "Read Write Register", 24 => "Read FIFO Queue",
        43 => "Encapsulated Interface Transport", 90 => "Unity (Schneider)",
    }
    MEI_NAMES {
        13 => "CANopen Request/Response ", 14 => "Read Device Identification",
    }
    OBJECT_ID_NAMES {
        0 => "VendorName", 1 => "ProductCode", 2 => "MajorMinorRevision", 3 => "VendorURL",
        4 => "ProductName", 5 => "ModelName", 6 => "UserApplicationName",
    }
    READ_DEVICE_ID_NAMES {
        1 => "Basic Device Identification", 2 => "Regular Device Identification",
        3 => "Extended Device Identification", 4 => "Specific Identification Object",
    }
}

/// The port of servers.
const PORT: u16 = 502;
const DIAGNOSTICS: u8 = 8;
const ENCAPSULATED: u8 = 43;
const DEVICE_IDENTIFICATION: u8 = 14;
/// What a request says that its response doesn't: where it begins, and how many there are.
const REFERENCE: usize = 4;

/// Under which key the request of a message is kept: its transaction, unit and function.
fn key(head: &[u8; 7], function: u8) -> u64 {
    u64::from(function & 0x7f) << 24
        | u64::from(head[6]) << 16
        | u64::from(u16::from_be_bytes([head[0], head[1]]))
}

/// Keeps requests, and notes them on their responses.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((head, [function, body @ ..])) = pdu.split_first_chunk::<7>() else { return };
    let (key, note) = (Key::here(key(head, *function)), key(head, *function));
    if past.now.ports.dst == PORT {
        past.set(&key, body.get(..REFERENCE).unwrap_or(body));
    } else if past.now.ports.src == PORT
        && let Some(request) = past.get(&key)
    {
        past.note(note, &request);
    }
}

/// What the Info column says of a function: for those that have some, the function inside.
pub(super) fn write_function(o: &mut requin_wire::Out<'_>, bytes: &[u8]) {
    let Some(function) = bytes.first() else { return };
    let code = function & 0x7f;
    let inner = match bytes {
        [DIAGNOSTICS, a, b, ..] => {
            Some(DIAGNOSTIC_CODE_NAMES.or(u64::from(u16::from_be_bytes([*a, *b])), "Unknown function"))
        }
        [ENCAPSULATED, a, ..] => Some(MEI_NAMES.or(u64::from(*a), "Unknown function")),
        _ => None,
    };
    o.right(code, 3);
    match inner {
        // The functions inside are not told apart by their numbers.
        Some(name) => _ = o.s("/  1: ").s(name),
        None => _ = o.s(": ").s(FUNC_CODE_NAMES.or(code.into(), "Unknown function")),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let function = c.peek_u8(0)?;
    let query = cx.ports.dst == PORT;
    if function & 0x80 != 0 && !query {
        return exception(cx, c);
    }
    let request = if query { None } else { request(cx, &c, function) };
    cx.field(FUNC_CODE, &mut c, 1)?;
    let mut base = None;
    if let Some(request) = request {
        let at = c.span(0);
        cx.generated(REQUEST_FRAME, at, Value::U(request.frame));
        cx.generated(RESPONSE_TIME, at, cx.meta.time.since(request.time).into());
        base = request
            .bytes
            .first_chunk::<REFERENCE>()
            .map(|b| (u16::from_be_bytes([b[0], b[1]]), u16::from_be_bytes([b[2], b[3]])));
    }
    if query { asked(cx, c, function) } else { answered(cx, c, function, base) }
}

/// The request of a response: the header stands before what was handed on.
fn request<'a, S: Sink>(cx: &Cx<'a, S>, c: &Cursor<'_>, function: u8) -> Option<&'a requin_wire::Remembered> {
    let head = c.whole().get(..c.pos())?.last_chunk::<7>()?;
    cx.recalled_by(super::modbus::ID, key(head, function))
}

fn exception<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (function, code) = (c.peek_u8(0)? & 0x7f, c.peek_u8(1).unwrap_or_default());
    let item = cx.proto_item();
    cx.label(item, |o| {
        o.s("Function ").u(function).s(":  ").s(FUNC_CODE_NAMES.or(u64::from(function), "Unknown Function"));
        o.s(".  Exception: ").s(EXCEPTION_CODE_NAMES.or(u64::from(code), "Unknown Exception Code"));
    });
    run(cx, &mut c, &[(FUNC_CODE, 1), (EXCEPTION_CODE, 1)])
}

fn asked<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, function: u8) -> Step {
    match function {
        1 | 2 => run(cx, &mut c, &[(REFERENCE_NUM, 2), (BIT_CNT, 2)]),
        3 | 4 => run(cx, &mut c, &[(REFERENCE_NUM, 2), (WORD_CNT, 2)]),
        5 => coil(cx, c),
        6 => register(cx, c),
        7 | 11 | 12 | 17 => Ok(()),
        DIAGNOSTICS => diagnostics(cx, c, true),
        15 => {
            run(cx, &mut c, &[(REFERENCE_NUM, 2), (BIT_CNT, 2)])?;
            counted(cx, c)
        }
        16 => {
            let base = c.peek_u16(0)?;
            run(cx, &mut c, &[(REFERENCE_NUM, 2), (WORD_CNT, 2)])?;
            registers(cx, c, base)
        }
        20 | 21 => {
            let n = usize::from(cx.u8(BYTE_CNT, &mut c)?);
            groups(cx, c.take(n), function == 21)
        }
        22 => run(cx, &mut c, &[(REFERENCE_NUM, 2), (AND_MASK, 2), (OR_MASK, 2)]),
        23 => {
            run(cx, &mut c, &[(READ_REFERENCE_NUM, 2), (READ_WORD_CNT, 2)])?;
            let base = c.peek_u16(0)?;
            run(cx, &mut c, &[(WRITE_REFERENCE_NUM, 2), (WRITE_WORD_CNT, 2)])?;
            registers(cx, c, base)
        }
        24 => run(cx, &mut c, &[(REFERENCE_NUM, 2)]),
        ENCAPSULATED => {
            if cx.u8(MEI, &mut c)? == DEVICE_IDENTIFICATION {
                run(cx, &mut c, &[(READ_DEVICE_ID, 1), (OBJECT_ID, 1)])
            } else {
                rest(cx, c)
            }
        }
        _ => rest(cx, c),
    }
}

fn answered<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, function: u8, asked: Option<(u16, u16)>) -> Step {
    match function {
        1 | 2 => {
            let n = usize::from(cx.u8(BYTE_CNT, &mut c)?);
            bits(cx, c.take_all(n)?, asked)
        }
        3 | 4 | 23 => registers(cx, c, asked.map_or(0, |a| a.0)),
        5 => coil(cx, c),
        6 => register(cx, c),
        7 => run(cx, &mut c, &[(DATA, 1)]),
        DIAGNOSTICS => diagnostics(cx, c, false),
        11 => run(cx, &mut c, &[(EV_STATUS, 2), (EV_COUNT, 2)]),
        12 => {
            run(cx, &mut c, &[(BYTE_CNT, 1), (EV_STATUS, 2), (EV_COUNT, 2), (EV_MSG_COUNT, 2)])?;
            rest(cx, c)
        }
        15 => run(cx, &mut c, &[(REFERENCE_NUM, 2), (BIT_CNT, 2)]),
        16 => run(cx, &mut c, &[(REFERENCE_NUM, 2), (WORD_CNT, 2)]),
        22 => run(cx, &mut c, &[(REFERENCE_NUM, 2), (AND_MASK, 2), (OR_MASK, 2)]),
        24 => {
            run(cx, &mut c, &[(BYTE_CNT_16, 2), (WORD_CNT, 2)])?;
            rest(cx, c)
        }
        ENCAPSULATED => encapsulated(cx, c),
        _ => rest(cx, c),
    }
}

fn rest<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let n = c.left();
    if n > 0 {
        cx.bytes(DATA, &mut c, n)?;
    }
    Ok(())
}

/// Bytes behind their number.
fn counted<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let n = usize::from(cx.u8(BYTE_CNT, &mut c)?);
    let bytes = c.take_all(n)?;
    rest(cx, bytes)
}

fn coil<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u16(REFERENCE_NUM, &mut c)?;
    cx.peek_at(DATA, &c, 0, 2)?;
    cx.peek_at(PADDING, &c, 1, 1)?;
    Ok(())
}

fn register<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    run(cx, &mut c, &[(REFERENCE_NUM, 2), (DATA, 2)])
}

/// Coils and discrete inputs: as many as were asked for, the lowest bit of the first byte first.
fn bits<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, asked: Option<(u16, u16)>) -> Step {
    let (base, mut left) = asked.unwrap_or((0, 0));
    let mut number = base;
    while !c.is_empty() {
        let byte = c.peek_u8(0)?;
        // Where nobody knows what was asked, all there are.
        let here = if left == 0 { 8 } else { left.min(8) };
        for bit in 0..here {
            let on = byte >> bit & 1;
            let at = c.span(1);
            let item = cx.line(at, |o| _ = o.s("Bit ").u(number).s(" : ").u(on));
            cx.under(item, |cx| {
                cx.generated(BITNUM, at, Value::U(u64::from(number)));
                cx.add(BITVAL, at, Value::U(u64::from(on)));
            });
            number = number.wrapping_add(1);
        }
        c.skip(1)?;
        if left > 0 {
            left -= here;
            if left == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// Registers behind the number of their bytes.
fn registers<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, base: u16) -> Step {
    let n = usize::from(cx.u8(BYTE_CNT, &mut c)?);
    let mut c = c.take_all(n)?;
    if n % 2 != 0 {
        return rest(cx, c);
    }
    let mut number = base;
    while !c.is_empty() {
        let (at, value) = (c.span(2), c.peek_u16(0)?);
        let item = cx.line(at, |o| _ = o.s("Register ").u(number).s(" (UINT16): ").u(value));
        cx.under(item, |cx| -> Step {
            cx.add(REGNUM16, at, Value::U(u64::from(number)));
            cx.u16(REGVAL_UINT16, &mut c).map(|_| ())
        })?;
        number = number.wrapping_add(1);
    }
    Ok(())
}

/// Records of files.
fn groups<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, write: bool) -> Step {
    let mut n = 0u32;
    while !c.is_empty() {
        let words = usize::from(c.peek_u16(5)?);
        let item = cx.line(c.span(7), |o| _ = o.s("Group ").u(n));
        cx.under(item, |cx| -> Step {
            run(cx, &mut c, &[(REFERENCE_TYPE, 1), (REFERENCE_NUM_32, 4), (WORD_CNT, 2)])?;
            if write {
                cx.bytes(DATA, &mut c, 2 * words)?;
            }
            Ok(())
        })?;
        n += 1;
    }
    Ok(())
}

fn diagnostics<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, query: bool) -> Step {
    let code = cx.u16(DIAGNOSTIC_CODE, &mut c)?;
    let field = match (code, query) {
        (0, true) => DIAGNOSTIC_RETURN_QUERY_DATA_REQUEST,
        (0, false) => DIAGNOSTIC_RETURN_QUERY_DATA_ECHO,
        (1, _) => DIAGNOSTIC_RESTART_COMMUNICATION_OPTION,
        (2, false) => DIAGNOSTIC_RETURN_DIAG_REGISTER,
        (3, _) => DIAGNOSTIC_ASCII_INPUT_DELIMITER,
        (10, false) => DIAGNOSTIC_CLEAR_CTR_DIAG_REG,
        (11, false) => DIAGNOSTIC_BUS_MESSAGE_COUNT,
        (12, false) => DIAGNOSTIC_BUS_COMM_ERROR_COUNT,
        (13, false) => DIAGNOSTIC_BUS_EXCEPTION_ERROR_COUNT,
        (14, false) => DIAGNOSTIC_SLAVE_MESSAGE_COUNT,
        (16, false) => DIAGNOSTIC_SLAVE_NAK_COUNT,
        (17, false) => DIAGNOSTIC_SLAVE_BUSY_COUNT,
        (18, false) => DIAGNOSTIC_BUS_CHAR_OVERRUN_COUNT,
        _ => return rest(cx, c),
    };
    // Data that is asked back may be of any length.
    let n = if code == 0 { c.left() } else { 0 };
    cx.field(field, &mut c, n).map(|_| ())
}

fn encapsulated<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if cx.u8(MEI, &mut c)? != DEVICE_IDENTIFICATION {
        return rest(cx, c);
    }
    run(cx, &mut c, &[(READ_DEVICE_ID, 1), (CONFORMITY_LEVEL, 1), (MORE_FOLLOWS, 1), (NEXT_OBJECT_ID, 1)])?;
    let n = cx.u8(NUM_OBJECTS, &mut c)?;
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Objects"));
    cx.under(item, |cx| -> Step {
        for i in 1..=n {
            let len = usize::from(c.peek_u8(1)?);
            let object = cx.line(c.span(2 + len), |o| _ = o.s("Object #").u(i));
            cx.under(object, |cx| -> Step {
                let id = cx.u8(OBJECT_ID, &mut c)?;
                cx.u8(OBJECTS_LEN, &mut c)?;
                let field: Field = if id < 7 { OBJECT_STR_VALUE } else { OBJECT_VALUE };
                cx.bytes(field, &mut c, len).map(|_| ())
            })?;
        }
        Ok(())
    })
}
