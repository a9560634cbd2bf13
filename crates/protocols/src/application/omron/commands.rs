//! The commands and their responses, as the reference manual of FINS commands (W227, W342) has them.

use super::parts::Part::{self, Again, All, Flags, Group, Maybe, One, Rest, Shared};
use super::*;

const CODE: Part = One(RESPONSE_CODE, 2);
const AREA: Part = One(MEMORY_AREA_READ, 1);
const ADDRESS: Part = One(MEMORY_ADDRESS, 2);
const BIT: Part = One(MEMORY_ADDRESS_BITS, 1);
const ITEMS: Part = One(MEMORY_NUMITEMS, 2);
const FILE: Part = One(FILE_DATA_FILENAME, 12);
const DISK: Part = One(DISK_NO, 2);
const PROGRAM: Part = One(PROGRAM_NUMBER, 2);
const FROM_WORD: Part = One(WORD_BEGIN, 4);
const WORDS: Part = One(NUMWORDS, 2);
const PARAMETER_AREA: Part = One(PARAMETER_AREA_CODE, 2);
const TRANSFER: Part = One(TRANSFER_PARAMETER_CODE, 2);
const LINK_TABLE: &[Part] =
    &[One(FIXED, 2), One(INTELLIGENT_ID_NO, 2), One(FIRST_WORD, 2), One(READ_LENGTH, 2)];
const LINKS: &[Part] = &[
    One(NO_OF_LINK_NODES, 1),
    Again(&[Group(
        "Block Record",
        &[
            Shared(BLOCK_RECORD_NODE_NUM_STATUS, 1),
            One(BLOCK_RECORD_NODE_NUM_NUM_NODES, 1),
            One(BLOCK_RECORD_CIO_AREA, 2),
            One(BLOCK_RECORD_KIND_OF_DM, 1),
            One(BLOCK_RECORD_DM_AREA_FIRST_WORD, 2),
            One(BLOCK_RECORD_NO_OF_TOTAL_WORDS, 2),
        ],
    )]),
];
const PROTECT: &[Part] = &[PROGRAM, One(PROTECT_CODE, 1), FROM_WORD, One(WORD_LAST, 4), One(PASSWORD, 4)];
const MODEL: &[Part] = &[
    One(CONTROLLER_MODEL, 20),
    One(CONTROLLER_VERSION, 20),
    One(SYSTEM_USE, 40),
    Group(
        "Area Data",
        &[
            One(AREA_DATA_PROGRAM_AREA_SIZE, 2),
            One(AREA_DATA_IOM_SIZE, 1),
            One(AREA_DATA_DM_WORDS, 2),
            One(AREA_DATA_TIMER_SIZE, 1),
            One(AREA_DATA_DM_SIZE, 1),
            One(AREA_DATA_NUM_STEPS, 2),
            One(AREA_DATA_MEMORY_CARD, 1),
            One(AREA_DATA_MEMORY_CARD_SIZE, 2),
        ],
    ),
];
const UNITS: &[Part] = &[
    Group(
        "CPU Bus Unit Conf",
        &[
            One(CPUBUS_UNIT_NO0, 2),
            One(CPUBUS_UNIT_NO1, 2),
            One(CPUBUS_UNIT_NO2, 2),
            One(CPUBUS_UNIT_NO3, 2),
            One(CPUBUS_UNIT_NO4, 2),
            One(CPUBUS_UNIT_NO5, 2),
            One(CPUBUS_UNIT_NO6, 2),
            One(CPUBUS_UNIT_NO7, 2),
            One(CPUBUS_UNIT_NO8, 2),
            One(CPUBUS_UNIT_NO9, 2),
            One(CPUBUS_UNIT_NO10, 2),
            One(CPUBUS_UNIT_NO11, 2),
            One(CPUBUS_UNIT_NO12, 2),
            One(CPUBUS_UNIT_NO13, 2),
            One(CPUBUS_UNIT_NO14, 2),
            One(CPUBUS_UNIT_NO15, 2),
            One(CPUBUS_UNIT_RESERVED, 32),
        ],
    ),
    Group("Remote I/O data", &[One(REMOTE_IO_DATE_SYSMAC_1, 1), One(REMOTE_IO_DATE_SYSMAC_2, 1)]),
    Flags(PC_STATUS, 1, &[PC_STATUS_PDC, PC_STATUS_HI, PC_STATUS_R1, PC_STATUS_R2, PCP_STATUS_RACK_NUM]),
];
const FATAL: &[Field] = &[
    FATAL_FALS_ERROR,
    FATAL_SFC_ERROR,
    FATAL_CYCLE_TIME_OVER,
    FATAL_PROGRAM_ERROR,
    FATAL_IO_SETTING_ERROR,
    FATAL_IO_POINT_OVERFLOW,
    FATAL_CPU_BUS_ERROR,
    FATAL_DUPLICATION_ERROR,
    FATAL_IO_BUS_ERROR,
    FATAL_MEMORY_ERROR,
    FATAL_RV_1,
    FATAL_RV_2,
    FATAL_RV_3,
    FATAL_RV_4,
    FATAL_RV_5,
    FATAL_WATCH_DOG_TIMER_ERROR,
];
const NON_FATAL: &[Field] = &[
    NON_FATAL_RV1,
    NON_FATAL_RV2,
    NON_FATAL_POWER_INTERRUPTION,
    NON_FATAL_CPU_BUS_UNIT_SETTING_ERROR,
    NON_FATAL_BATTER_ERROR,
    NON_FATAL_SYSMAC_BUS_ERROR,
    NON_FATAL_SYSMAC_BUS2_ERROR,
    NON_FATAL_CPU_BUS_UNIT_ERROR,
    NON_FATAL_RV3,
    NON_FATAL_IO_VERIFICATION_ERROR,
    NON_FATAL_RV4,
    NON_FATAL_SFC_ERROR,
    NON_FATAL_INDIRECT_DM_ERROR,
    NON_FATAL_JMP_ERROR,
    NON_FATAL_RV5,
    NON_FATAL_FAL_ERROR,
];
const MESSAGES: &[Field] = &[
    MESSAGE_NO_0,
    MESSAGE_NO_1,
    MESSAGE_NO_2,
    MESSAGE_NO_3,
    MESSAGE_NO_4,
    MESSAGE_NO_5,
    MESSAGE_NO_6,
    MESSAGE_NO_7,
    MESSAGE_RV_0,
    MESSAGE_RV_1,
    MESSAGE_RV_2,
    MESSAGE_RV_3,
    MESSAGE_RV_4,
    MESSAGE_RV_5,
    MESSAGE_RV_6,
    MESSAGE_RV_7,
];
/// The lower half of the word of messages, which is not used where they are asked for.
const UNUSED: &[Field] =
    &[MESSAGE_RV_1, MESSAGE_RV_2, MESSAGE_RV_3, MESSAGE_RV_4, MESSAGE_RV_5, MESSAGE_RV_6, MESSAGE_RV_7];
const DATE_TIME: &[Part] = &[One(YEAR, 1), One(MONTH, 1), One(DATE, 1), One(HOUR, 1), One(MINUTE, 1)];
const RECORD: &[Part] = &[Group(
    "Error log data",
    &[
        One(ERROR_RESET_FALS_NO, 2),
        One(ERROR_RESET_FALS_NO, 2),
        One(MINUTE, 1),
        One(SECOND, 1),
        One(DAY, 1),
        One(HOUR, 1),
        One(YEAR, 1),
        One(MONTH, 1),
    ],
)];
const MEMORY_DATA: &[Part] = &[
    Flags(DATA_TYPE, 1, &[DATA_TYPE_TYPE, DATA_TYPE_RV, DATA_TYPE_PROTECTED, DATA_TYPE_END]),
    One(CONTROL_DATA, 1),
];

/// What a command carries.
fn command(command: u16) -> &'static [Part] {
    match command {
        0x0101 => &[AREA, ADDRESS, BIT, ITEMS],
        0x0102 | 0x0103 => &[AREA, ADDRESS, BIT, ITEMS, Rest(COMMAND_DATA)],
        0x0104 => &[Again(&[AREA, ADDRESS, BIT])],
        0x0105 => &[AREA, ADDRESS, BIT, AREA, ADDRESS, BIT, ITEMS],
        0x0201 => &[PARAMETER_AREA, One(WORD, 2), WORDS],
        0x0202 | 0x0203 => &[PARAMETER_AREA, One(WORD, 2), WORDS, Rest(COMMAND_DATA)],
        0x0220 => LINK_TABLE,
        0x0221 => &[All(LINK_TABLE), All(LINKS)],
        0x0304 | 0x0305 => PROTECT,
        0x0306 => &[PROGRAM, FROM_WORD, WORDS],
        0x0307 => &[PROGRAM, FROM_WORD, WORDS, Rest(COMMAND_DATA)],
        0x0308 => &[PROGRAM, One(CLEARCODE, 1)],
        0x0401 => &[PROGRAM, Maybe(&[One(MODE_CODE, 1)])],
        0x0502 => &[One(UNIT_ADDRESS, 1), Maybe(&[One(UNIT_NUMS, 1)])],
        0x0620 => &[One(PARAMETER, 1)],
        0x0702 => &[All(DATE_TIME), Maybe(&[One(SECOND, 1), One(DAY, 1)])],
        0x0801 | 0x0803 => &[Rest(DATA)],
        0x0c01..=0x0c03 => &[PROGRAM],
        0x2101 => &[One(ERROR_RESET_FALS_NO, 2)],
        0x2102 => &[One(BEGINNING_RECORD_NO, 2), One(NO_OF_RECORDS, 2)],
        0x2201 => &[DISK, One(BEGINNING_FILE_POSITION, 2), One(NO_OF_FILES, 2)],
        0x2202 => &[DISK, FILE, One(FILE_POSITION, 4), One(DATA_LENGTH, 2)],
        0x2203 => &[
            DISK,
            One(FILE_PARAMETER_CODE, 2),
            FILE,
            One(FILE_POSITION, 4),
            One(DATA_LENGTH, 2),
            Rest(FILE_DATA),
        ],
        0x2204 => &[DISK],
        0x2205 => &[DISK, One(DISK_DATA_NO_FILES, 2), Again(&[FILE])],
        0x2206 => &[DISK, One(VOLUME_PARAMETER_CODE, 2), One(DISK_DATA_VOLUME_LABEL, 12)],
        0x2207 => &[DISK, FILE, DISK, FILE],
        0x2208 => &[DISK, FILE, FILE],
        0x2209 => &[DISK, FILE],
        0x220a => &[TRANSFER, AREA, One(TRANSFER_BEGINNING_ADDRESS, 3), ITEMS, DISK, FILE],
        0x220b => &[TRANSFER, PARAMETER_AREA, ADDRESS, WORDS, DISK, FILE],
        0x220c => &[TRANSFER, PROGRAM, FROM_WORD, One(NUMBER_OF_BYTES, 4), DISK, FILE],
        0x220f => &[One(BEGINNING_BLOCK_NUM, 2), One(NUM_BLOCKS, 1)],
        0x2210 => &[One(BLOCK_NUM, 2)],
        0x2211 => &[All(MEMORY_DATA), One(BLOCK_NUM, 2), Rest(DATA)],
        0x2301 => {
            &[One(NUMBER_OF_BITS_FLAGS, 2), Again(&[One(SET_RESET_SPECIFICATION, 2), AREA, One(BIT_FLAG, 3)])]
        }
        0x230a => &[AREA, One(TRANSFER_BEGINNING_ADDRESS, 3), One(NUM_UNIT_UINT16, 2)],
        0x2601 => &[Rest(NAME_DATA)],
        _ => &[Rest(COMMAND_DATA)],
    }
}

/// What a response carries behind its code.
fn response(command: u16) -> &'static [Part] {
    match command {
        0x0201 => &[PARAMETER_AREA, One(WORD, 2), WORDS, Rest(RESPONSE_DATA)],
        0x0220 => LINKS,
        0x0306 => &[PROGRAM, FROM_WORD, WORDS, Rest(RESPONSE_DATA)],
        0x0307 => &[PROGRAM, FROM_WORD, WORDS],
        0x0502 => &[One(UNIT_NUMS, 1), Again(&[One(UNIT_ADDRESS, 1), One(MODEL_NUMBER, 20)])],
        0x0601 => &[
            One(STATUS, 1),
            One(MODE_CODE, 1),
            Flags(FATAL_ERROR_DATA, 2, FATAL),
            Flags(FATAL_ERROR_DATA, 2, NON_FATAL),
            Flags(MESSAGE, 2, MESSAGES),
            One(FALS, 2),
            One(ERROR_MESSAGE, 16),
        ],
        0x0603 => &[
            Flags(STATUS_FLAGS, 1, &[STATUS_FLAGS_SLAVE_MASTER, STATUS_FLAGS_DATA_LINK]),
            One(MASTER_NODE_NUMBER, 1),
        ],
        0x0620 => &[One(AVG_CYCLE_TIME, 4), One(MAX_CYCLE_TIME, 4), One(MIN_CYCLE_TIME, 4)],
        0x0701 => &[All(DATE_TIME), One(SECOND, 1), One(DAY, 1)],
        0x0801 => &[Rest(DATA)],
        0x0802 => &[One(NUM_RECEPTIONS, 2)],
        0x0c01 => &[One(UNIT_ADDRESS, 1), One(NODE_NUMBER, 1), One(NETWORK_ADDRESS, 1)],
        0x2102 => &[
            One(MAX_NO_OF_STORED_RECORDS, 2),
            One(NO_STORED_RECORDS, 2),
            One(NO_OF_RECORDS, 2),
            Again(RECORD),
        ],
        0x2202 => {
            &[One(FILE_DATA_FILE_CAPACITY, 4), One(FILE_POSITION, 4), One(DATA_LENGTH, 2), Rest(FILE_DATA)]
        }
        0x2205 | 0x2207 => &[One(DISK_DATA_NO_FILES, 2)],
        0x220a => &[ITEMS],
        0x220b => &[WORDS],
        0x220c => &[One(NUMBER_OF_BYTES, 4)],
        0x220f => &[One(NUM_BLOCKS_REMAINING, 2), One(TOTAL_NUM_BLOCKS, 2), One(TYPE, 1), Again(MEMORY_DATA)],
        0x2210 => &[All(MEMORY_DATA), Rest(DATA)],
        0x230a => &[AREA, One(TRANSFER_BEGINNING_ADDRESS, 3), One(NUM_UNIT_UINT16, 2), Rest(DATA)],
        0x2603 => &[Rest(NAME_DATA)],
        _ => &[Rest(RESPONSE_DATA)],
    }
}

pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, code: u16, answer: bool) -> Step {
    if !answer {
        return match code {
            0x0920 => messages(cx, c, false),
            _ => parts::show(cx, c, command(code)),
        };
    }
    parts::show(cx, c, &[CODE])?;
    // An answer that says no more than that is usual.
    if c.is_empty() {
        return Ok(());
    }
    match code {
        0x0104 => several(cx, c),
        // Which of the two is sent, the length tells.
        0x0501 => {
            if c.left() >= 92 {
                parts::show(cx, c, MODEL)?;
            }
            parts::show(cx, c, if c.is_empty() { &[] } else { UNITS })
        }
        0x0602 => network::status(cx, c),
        0x0920 => messages(cx, c, true),
        0x2201 => files(cx, c),
        _ => parts::show(cx, c, response(code)),
    }
}

/// Values of several areas, each as long as its area's elements are.
fn several<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let area = c.peek_u8(0)?;
        let item = cx.field(MEMORY_AREA_READ, c, 1)?;
        let n = match area {
            _ if MEMORY_AREA_READ_NAMES.find(u64::from(area)).is_none() => {
                cx.expert_with(UNKNOWN_AREA, item, c.span(0), |o| {
                    o.s("Unknown Memory-Area-Code (").u(area).c(b')');
                });
                return Ok(());
            }
            0xdc | 0xf0..=0xf3 => 4,
            0x80.. => 2,
            _ => 1,
        };
        cx.field(RESPONSE_DATA, c, n)?;
    }
    Ok(())
}

/// Messages that are displayed, or the text of an error: two bits tell what is meant.
fn messages<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, answer: bool) -> Step {
    let what = c.peek_u16(0)?;
    if what & 0x8000 != 0 && !answer || answer && c.left() == 18 {
        cx.u16(FALS, c)?;
    } else {
        cx.flags(MESSAGE, c, 2, UNUSED)?;
        while answer && !c.is_empty() {
            cx.field(READ_MESSAGE, c, 32)?;
        }
    }
    if answer && !c.is_empty() {
        cx.field(ERROR_MESSAGE, c, 16)?;
    }
    Ok(())
}

/// Date and time of a file.
fn file_time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let word = c.peek_u32(0)?;
    let span = c.span(1);
    // Years since 1980 in seven bits, and seconds by twos in five.
    cx.add(DISK_DATA_YEAR, span, requin_wire::Value::U(u64::from(word >> 25)));
    for field in [DISK_DATA_MONTH, DISK_DATA_DAY, DISK_DATA_HOUR, DISK_DATA_MINUTE] {
        cx.peek(field, c, 4)?;
    }
    cx.add(DISK_DATA_SECOND, c.span(4), requin_wire::Value::U(u64::from(word & 31)));
    c.skip(4)
}

fn files<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(26), |o| _ = o.s("Disk data"));
    cx.under(line, |cx| -> Step {
        cx.field(DISK_DATA_VOLUME_LABEL, c, 12)?;
        file_time(cx, c)?;
        cx.u32(DISK_DATA_TOTAL_CAPACITY, c)?;
        cx.u32(DISK_DATA_UNUSED_CAPACITY, c)?;
        cx.u16(DISK_DATA_TOTAL_NO_FILES, c).map(|_| ())
    })?;
    cx.u16(DISK_DATA_NO_FILES, c)?;
    while !c.is_empty() {
        let line = cx.line(c.span(20), |o| _ = o.s("File data"));
        cx.under(line, |cx| -> Step {
            cx.field(FILE_DATA_FILENAME, c, 12)?;
            file_time(cx, c)?;
            cx.u32(FILE_DATA_FILE_CAPACITY, c).map(|_| ())
        })?;
    }
    Ok(())
}
