//! SAIA S-Bus over UDP (Ether-S-Bus): telegrams, what is asked of a controller and what it answers.

use crate::common::run;
use requin_wire::{Cursor, Cx, Key, Past, Sink, Step, Value, names, proto};

proto! {
    SBUS "sbus" "SAIA S-Bus" "SBUS" App
    on [Udp 5050]
    remember [remember] for columns [RESPONSE_TO, RESPONSE_TIME]
    fields {
        CPU_STATUS "sbus.CPU_status" "CPU status": U8 Hex = CPU_STATUS_NAMES;
        ADDR_68K "sbus.addr_68k" "Base address of bytes": U24 Hex;
        ADDR_PROG "sbus.addr_prog" "Base address of user memory or program lines": U24 Dec;
        ATT "sbus.att" "Telegram attribute": U8 Hex = ATT_NAMES;
        CMD "sbus.cmd" "Command": U8 Hex = CMD_NAMES;
        CRC "sbus.crc" "Checksum": U16 Hex;
        CRC_STATUS "sbus.crc.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        DATA_BYTE "sbus.data_byte" "Data bytes": U8 Dec;
        DATA_RTC "sbus.data_rtc" "S-Bus 32-bit data": U32 Dec;
        DESTINATION "sbus.destination" "Destination": U8 Dec;
        FW_VERSION "sbus.fw_version" "Firmware version": Str;
        LEN "sbus.len" "Length (bytes)": U32 Dec;
        NAKCODE "sbus.nakcode" "ACK/NAK code": U16 Hex = NAKCODE_NAMES;
        PCD_TYPE "sbus.pcd_type" "PCD type": Str;
        PROTO_ "sbus.proto" "Protocol type": U8 Dec;
        RCOUNT "sbus.rcount" "R-count": U8 Dec;
        RESPONSE_TIME "sbus.response_time" "Response time": RelTime;
        RESPONSE_TO "sbus.response_to" "Request in frame nr.": Framenum;
        SEQ "sbus.seq" "Sequence": U16 Dec;
        VERS "sbus.vers" "Version": U8 Dec;
        WCOUNT "sbus.wcount" "W-count (raw)": U8 Dec;
        WCOUNT_CALC "sbus.wcount_calc" "W-count (32 bit values)": U8 Dec;
    }
}

names! {
    CPU_STATUS_NAMES {
        67 => "C", 68 => "D", 72 => "Halt", 82 => "Run", 83 => "Stop",
        88 => "X, Exceptional Intermediate Status (MODEMS+)",
    }
    ATT_NAMES {
        0 => "Request", 1 => "Response", 2 => "ACK/NAK",
    }
    CMD_NAMES {
        0 => "Read counter(s)", 1 => "Read display register", 2 => "Read flag(s)", 3 => "Read input(s)",
        4 => "Read real time clock", 5 => "Read output(s)", 6 => "Read register(s)", 7 => "Read timer(s)",
        10 => "Write counter(s)", 11 => "Write flag(s)", 12 => "Write real time clock",
        13 => "Write output(s)", 14 => "Write register(s)", 15 => "Write timer(s)",
        19 => "Read write multi-medias", 20 => "Read PCD status, CPU 0", 21 => "Read PCD status, CPU 1",
        22 => "Read PCD status, CPU 2", 23 => "Read PCD status, CPU 3", 24 => "Read PCD status, CPU 4",
        25 => "Read PCD status, CPU 5", 26 => "Read PCD status, CPU 6", 27 => "Read PCD status (own)",
        29 => "Read S-Bus station number", 30 => "Read user memory*", 31 => "Read program line*",
        32 => "Read firmware version", 33 => "Read text*", 34 => "Read active transition*",
        35 => "Write user memory*", 36 => "Write program line*", 37 => "Write text*",
        40 => "Run procedure*, CPU 0", 41 => "Run procedure*, CPU 1", 42 => "Run procedure*, CPU 2",
        43 => "Run procedure*, CPU 3", 44 => "Run procedure*, CPU 4", 45 => "Run procedure*, CPU 5",
        46 => "Run procedure*, CPU 6", 47 => "Run procedure* (own CPU)", 48 => "Run procedure* (All CPUs)",
        50 => "Restart cold CPU 1*", 51 => "Restart cold CPU 2*", 52 => "Restart cold CPU 3*",
        53 => "Restart cold CPU 4*", 54 => "Restart cold CPU 5*", 55 => "Restart cold CPU 6*",
        56 => "Restart cold own CPU*", 57 => "Restart cold all CPUs*", 60 => "Stop procedure*, CPU 0",
        61 => "Stop procedure*, CPU 1", 62 => "Stop procedure*, CPU 2", 63 => "Stop procedure*, CPU 3",
        64 => "Stop procedure*, CPU 4", 65 => "Stop procedure*, CPU 5", 66 => "Stop procedure*, CPU 6",
        67 => "Stop procedure*, (own CPU)", 68 => "Stop procedure*, (All CPUs)",
        70 => "Read arithmetic status and ACCU*", 71 => "Read byte", 72 => "Read halt failure register*",
        73 => "Read index register*", 74 => "Read instruction pointer*", 75 => "Find history*",
        80 => "Write arithmetic status and ACCU*", 81 => "Write byte*", 82 => "Write index register",
        83 => "Write instruction pointer*", 90 => "Clear all (F, O, R, T)*", 91 => "Clear flags*",
        92 => "Clear outputs*", 93 => "Clear registers*", 94 => "Clear timers*",
        100 => "Restart warm CPU 1*", 101 => "Restart warm CPU 2*", 102 => "Restart warm CPU 3*",
        103 => "Restart warm CPU 4*", 104 => "Restart warm CPU 5*", 105 => "Restart warm CPU 6*",
        106 => "Restart warm (own CPU)*", 107 => "Restart warm (All CPUs)*", 110 => "Change block*",
        111 => "Clear history failure*", 112 => "Delete program line*", 113 => "Go conditional*",
        114 => "Insert program line*", 115 => "Local cycles*", 116 => "All cycles*", 117 => "Make text*",
        118 => "Execute single instruction*", 119 => "Single step*", 130 => "XOB 17 interrupt",
        131 => "XOB 18 interrupt", 132 => "XOB 19 interrupt", 145 => "Read hangup timeout",
        150 => "Read data block", 151 => "Write data block", 152 => "Make data block*",
        153 => "Clear data block*", 154 => "Clear text*", 155 => "Read block address",
        156 => "Read block sizes", 157 => "Read current block*", 158 => "Read call stack*",
        159 => "Read DBX", 161 => "Read user EEPROM register", 163 => "Write user EEPROM register",
        165 => "Erase flash*", 166 => "Restart cold flag*", 167 => "Write system buffer",
        168 => "Read system buffer", 169 => "Read/write block data*", 170 => "Get diagnostic*",
        171 => "Read system information*", 172 => "Changes blocks on run*", 173 => "Flashcard telegram*",
        174 => "Download FW*", 175 => "Web server serial communication*",
    }
    NAKCODE_NAMES {
        0 => "ACK (Acknowledged)", 1 => "NAK, no reason specified", 2 => "NAK, because of password",
        3 => "NAK, PGU port is in reduced protocol", 4 => "NAK, PGU port is already used",
    }
}

const HEAD: usize = 8;
const REQUEST: u8 = 0;
const RESPONSE: u8 = 1;
/// The checksum behind all.
const SUM: usize = 2;

const READ_DISPLAY: u8 = 1;
const READ_CLOCK: u8 = 4;
const STATUS: std::ops::RangeInclusive<u8> = 0x14..=0x1b;
const FIRMWARE: u8 = 0x20;
const READ_MEMORY: u8 = 0x1e;
const READ_BYTE: u8 = 0x47;
const WRITE_BYTE: u8 = 0x51;

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let (Some(seq), Some(kind)) = (pdu.get(6..8), pdu.get(HEAD)) else { return };
    let key = Key::here(u64::from(u16::from_be_bytes([seq[0], seq[1]])));
    if *kind == REQUEST {
        // The command, and what it counts.
        past.set(&key, pdu.get(10..12).unwrap_or_default());
    } else if let Some(request) = past.get(&key) {
        past.note(1, &request);
    }
}

/// CRC-16 with polynomial 0x1021, begun with zero.
fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, b| {
        (0..8).fold(crc ^ u16::from(*b) << 8, |c, _| if c & 0x8000 != 0 { c << 1 ^ 0x1021 } else { c << 1 })
    })
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("S-Bus");
    cx.info_clear();
    let whole = c;
    let head = cx.line(c.span(HEAD), |o| _ = o.s("Ether-S-Bus header"));
    cx.under(head, |cx| run(cx, &mut c, &[(LEN, 4), (VERS, 1), (PROTO_, 1), (SEQ, 2)]))?;
    let kind = cx.u8(ATT, &mut c)?;
    let body = c.left().saturating_sub(SUM);
    let mut inner = c.take(body);
    match kind {
        REQUEST => request(cx, &mut inner)?,
        RESPONSE => {
            cx.info(|o| _ = o.s("Response"));
            let asked = answered(cx, whole);
            response(cx, &mut inner, asked)?;
        }
        _ => {
            let code = u64::from(inner.peek_u16(0)?);
            cx.info(|o| _ = o.s(NAKCODE_NAMES.or(code, "Unknown NAK code")));
            answered(cx, whole);
            cx.u16(NAKCODE, &mut inner)?;
        }
    }
    let at = c.span(SUM);
    let stored = c.peek_u16(0)?;
    let item = cx.field(CRC, &mut c, SUM)?;
    let covered = whole.peek_bytes(0, HEAD + 1 + body)?;
    if cx.wants_any(CRC, CRC_STATUS) {
        let good = crc(covered) == stored;
        cx.append(item, |o| _ = o.s(if good { " [correct]" } else { " [incorrect]" }));
        cx.generated(CRC_STATUS, requin_wire::Span { len: 0, ..at }, Value::U(u64::from(good)));
    }
    Ok(())
}

/// Which request is answered: its command and count.
fn answered<S: Sink>(cx: &mut Cx<'_, S>, whole: Cursor<'_>) -> Option<[u8; 2]> {
    let request = cx.recalled(1)?;
    let at = whole.span(0);
    let time = cx.meta.time.since(request.time);
    let item = cx.add(RESPONSE_TIME, at, time.into());
    cx.label(item, |o| {
        o.s("Response time: ");
        o.u(time.secs.unsigned_abs()).c(b'.').u0(time.nanos, 9).s(" seconds");
    });
    cx.add(RESPONSE_TO, at, Value::U(request.frame));
    request.bytes.first_chunk::<2>().copied()
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(DESTINATION, c)?;
    let command = cx.u8(CMD, c)?;
    cx.info(|o| _ = o.s("Request: ").s(CMD_NAMES.or(u64::from(command), "Unknown Command!")));
    match command {
        READ_MEMORY | 0x1f => {
            count(cx, c)?;
            run(cx, c, &[(ADDR_PROG, 3)])
        }
        READ_BYTE => {
            count(cx, c)?;
            run(cx, c, &[(ADDR_68K, 3)])
        }
        WRITE_BYTE => {
            let raw = c.peek_u8(0)?;
            // Three bytes of address and one more are counted.
            cx.add(WCOUNT_CALC, c.span(1), Value::U(u64::from(raw.saturating_sub(2))));
            run(cx, c, &[(WCOUNT, 1), (ADDR_68K, 3)])?;
            let item = cx.line(c.span(c.left()), |o| _ = o.s("Data (bytes)"));
            cx.under(item, |cx| bytes(cx, c))
        }
        _ => Ok(()),
    }
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, asked: Option<[u8; 2]>) -> Step {
    let Some([command, _]) = asked else { return Ok(()) };
    match command {
        FIRMWARE => run(cx, c, &[(PCD_TYPE, 5), (FW_VERSION, 3)]),
        _ if STATUS.contains(&command) => run(cx, c, &[(CPU_STATUS, 1)]),
        READ_BYTE => {
            let item = cx.line(c.span(c.left()), |o| _ = o.s("Data (bytes)"));
            cx.under(item, |cx| bytes(cx, c))
        }
        READ_CLOCK => Ok(()),
        0 | READ_DISPLAY | 6 | 7 | READ_MEMORY | 0x1f => {
            let item = cx.line(c.span(c.left()), |o| _ = o.s("Data"));
            cx.under(item, |cx| -> Step {
                while c.left() >= 4 {
                    cx.u32(DATA_RTC, c)?;
                }
                Ok(())
            })
        }
        _ => Ok(()),
    }
}

fn bytes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        cx.u8(DATA_BYTE, c)?;
    }
    Ok(())
}

/// How many values are asked for: one less is written.
fn count<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = u64::from(c.peek_u8(0)?) + 1;
    cx.add(RCOUNT, c.span(1), Value::U(n));
    c.skip(1)
}
