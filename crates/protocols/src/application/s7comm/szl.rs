//! State lists of the system ("Systemzustandsliste"): what a CPU is, and what happened to it.

use super::*;
use requin_wire::{Field, Item, Time};

/// A record that is only shown as long as its list says it is at least that long.
type Rows = &'static [(Field, usize)];

/// Information about work memory: list 0x13.
const MEMORY: Rows = &[
    (SZL_0013_0000_INDEX, 2),
    (SZL_0013_0000_CODE, 2),
    (SZL_0013_0000_SIZE, 4),
    (SZL_0013_0000_MODE, 2),
    (SZL_0013_0000_GRANU, 2),
    (SZL_0013_0000_BER1, 4),
    (SZL_0013_0000_BELEGT1, 4),
    (SZL_0013_0000_BLOCK1, 4),
    (SZL_0013_0000_BER2, 4),
    (SZL_0013_0000_BELEGT2, 4),
    (SZL_0013_0000_BLOCK2, 4),
];

/// Test and installation functions in use: list 0x132, index 2.
const TESTS: Rows = &[(SZL_0132_0002_INDEX, 2), (SZL_0132_0002_ANZ, 2), (SZL_0132_0002_RES, 36)];

/// Protection: list 0x132, index 4.
const PROTECTION: Rows = &[
    (SZL_0132_0004_INDEX, 2),
    (SZL_0132_0004_KEY, 2),
    (SZL_0132_0004_PARAM, 2),
    (SZL_0132_0004_REAL, 2),
    (SZL_0132_0004_BART_SCH, 2),
    (SZL_0132_0004_CRST_WRST, 2),
    (SZL_0132_0004_KEN_F, 2),
    (SZL_0132_0004_KEN_REL, 2),
    (SZL_0132_0004_KEN_VER1_HW, 2),
    (SZL_0132_0004_KEN_VER2_HW, 2),
    (SZL_0132_0004_KEN_VER1_AWP, 2),
    (SZL_0132_0004_KEN_VER2_AWP, 2),
    (SZL_0132_0004_RES, 16),
];

/// Bits of the functions of list 0x131, index 4.
const FUNCTIONS: &[(Field, &[Field])] = &[
    (
        SZL_0131_0004_FUNKT_0,
        &[
            SZL_0131_0004_FUNKT_0_BIT0_RES,
            SZL_0131_0004_FUNKT_0_DIR_H1,
            SZL_0131_0004_FUNKT_0_DIR_H2,
            SZL_0131_0004_FUNKT_0_DIR_H3,
            SZL_0131_0004_FUNKT_0_COPY,
            SZL_0131_0004_FUNKT_0_CHAIN_LIST,
            SZL_0131_0004_FUNKT_0_CHAIN_COPIED,
            SZL_0131_0004_FUNKT_0_DELETE_LIST,
        ],
    ),
    (
        SZL_0131_0004_FUNKT_1,
        &[
            SZL_0131_0004_FUNKT_1_UPL_ON_PG,
            SZL_0131_0004_FUNKT_1_ASGN_W_CHAIN,
            SZL_0131_0004_FUNKT_1_LOAD_W_CHG,
            SZL_0131_0004_FUNKT_1_BIT3_RES,
            SZL_0131_0004_FUNKT_1_BIT4_RES,
            SZL_0131_0004_FUNKT_1_BIT5_RES,
            SZL_0131_0004_FUNKT_1_BIT6_RES,
            SZL_0131_0004_FUNKT_1_DELETE_ALL,
        ],
    ),
    (
        SZL_0131_0004_FUNKT_2,
        &[
            SZL_0131_0004_FUNKT_2_LOAD_RAM,
            SZL_0131_0004_FUNKT_2_LOAD_EPROM,
            SZL_0131_0004_FUNKT_2_SAVE_RAM,
            SZL_0131_0004_FUNKT_2_SAVE_EPROM,
            SZL_0131_0004_FUNKT_2_SAVE_ALL,
            SZL_0131_0004_FUNKT_2_COMPRESS,
            SZL_0131_0004_FUNKT_2_FW_UPDATE,
            SZL_0131_0004_FUNKT_2_SET_RAM_MODE,
        ],
    ),
    (
        SZL_0131_0004_FUNKT_3,
        &[
            SZL_0131_0004_FUNKT_3_SET_EPROM_MODE,
            SZL_0131_0004_FUNKT_3_BIT1_RES,
            SZL_0131_0004_FUNKT_3_BIT2_RES,
            SZL_0131_0004_FUNKT_3_BIT3_RES,
            SZL_0131_0004_FUNKT_3_BIT4_RES,
            SZL_0131_0004_FUNKT_3_BIT5_RES,
            SZL_0131_0004_FUNKT_3_ASGN_PAR_MOD,
            SZL_0131_0004_FUNKT_3_ASGN_PAR_MC,
        ],
    ),
    (
        SZL_0131_0004_FUNKT_4,
        &[
            SZL_0131_0004_FUNKT_4_ASGN_PAR_LPROG,
            SZL_0131_0004_FUNKT_4_ASGN_PAR_CRES,
            SZL_0131_0004_FUNKT_4_ASGN_PAR_RES,
            SZL_0131_0004_FUNKT_4_COMPRESS,
            SZL_0131_0004_FUNKT_4_EV_MC,
            SZL_0131_0004_FUNKT_4_FW_UPDATE_MC,
            SZL_0131_0004_FUNKT_4_BIT6_RES,
            SZL_0131_0004_FUNKT_4_BIT7_RES,
        ],
    ),
    (SZL_0131_0004_FUNKT_5, &[]),
    (SZL_0131_0004_FUNKT_6, &[]),
    (SZL_0131_0004_FUNKT_7, &[]),
];

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, data: Item, mut c: Cursor<'_>, response: bool) -> Step {
    let (id, index) = (c.peek_u16(0)?, c.peek_u16(2)?);
    cx.append(data, |o| _ = o.s(" (SZL-ID: ").hex(id, 4).s(", Index: ").hex(index, 4).s(")"));
    cx.info_add(|o| _ = o.s(" ID=").hex(id, 4).s(" Index=").hex(index, 4));
    let bits =
        [DATA_USERDATA_SZL_ID_DIAG_TYPE, DATA_USERDATA_SZL_ID_PARTLIST_EX, DATA_USERDATA_SZL_ID_PARTLIST_NUM];
    let (_, item) = cx.flags(DATA_USERDATA_SZL_ID, &mut c, 2, &bits)?;
    cx.append(item, |o| {
        let id = u64::from(id);
        o.s(", Diagnostic type: ").s(DATA_USERDATA_SZL_ID_DIAG_TYPE_NAMES.or(id >> 12, "Unknown type"));
        o.s(", Number of the partial list extract: ");
        o.s(DATA_USERDATA_SZL_ID_PARTLIST_EX_NAMES.or(id, "Unknown partial list extract"));
        o.s(", Number of the partial list: ");
        o.s(DATA_USERDATA_SZL_ID_PARTLIST_NUM_NAMES.or(id & 0xff, "Unknown partial list"));
    });
    cx.u16(DATA_USERDATA_SZL_INDEX, &mut c)?;
    if !response || c.left() < 4 {
        return Ok(());
    }
    let len = usize::from(cx.u16(DATA_USERDATA_SZL_ID_PARTLIST_LEN, &mut c)?);
    let count = cx.u16(DATA_USERDATA_SZL_ID_PARTLIST_CNT, &mut c)?;
    for i in 1..=count {
        // A list that does not fit one message goes on in the next.
        if len == 0 || c.left() < len {
            break;
        }
        let one = c.take(len);
        let item = cx.add(DATA_USERDATA_SZL_DATA_TREE, one.span(len), Value::None);
        cx.append(item, |o| _ = o.s(" (list count no. ").u(i).s(")"));
        cx.under(item, |cx| record(cx, one, id, index))?;
    }
    Ok(())
}

fn record<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, id: u16, index: u16) -> Step {
    match (id, index) {
        (0x0013, _) => {
            run(cx, &mut c, MEMORY.get(..3).unwrap_or_default())?;
            let item = cx.field(SZL_0013_0000_MODE, &mut c, 2)?;
            let at = c.pos();
            let bits = [
                SZL_0013_0000_MODE_VOL_MEM,
                SZL_0013_0000_MODE_NVOL_MEM,
                SZL_0013_0000_MODE_MIXED_MEM,
                SZL_0013_0000_MODE_CD_SEP,
                SZL_0013_0000_MODE_CD_TOG,
            ];
            // The lower byte.
            let low = c.whole().get(at.saturating_sub(1)).copied().unwrap_or_default();
            let span = requin_wire::Span { start: at.saturating_sub(1) as u32, len: 1, ..c.span(0) };
            cx.under(item, |cx| {
                for (i, bit) in bits.into_iter().enumerate() {
                    cx.add(bit, span, Value::U(u64::from(low >> i & 1)));
                }
            });
            run(cx, &mut c, MEMORY.get(4..).unwrap_or_default())
        }
        (0x0131, 4) => {
            cx.u16(SZL_0131_0004_INDEX, &mut c)?;
            for (field, bits) in FUNCTIONS {
                cx.flags(*field, &mut c, 1, bits)?;
            }
            let rows = [
                (SZL_0131_0004_KOP, 1),
                (SZL_0131_0004_DEL, 1),
                (SZL_0131_0004_KETT, 1),
                (SZL_0131_0004_HOCH, 1),
                (SZL_0131_0004_VER, 1),
            ];
            run(cx, &mut c, &rows)?;
            let n = c.left();
            if n > 0 { cx.field(SZL_0131_0004_RES, &mut c, n).map(|_| ()) } else { Ok(()) }
        }
        (0x0132, 2) => run(cx, &mut c, TESTS),
        (0x0132, 4) => run(cx, &mut c, PROTECTION),
        (0x00a0..=0x0fa0, _) if id & 0xff == 0xa0 => diagnostic(cx, c),
        _ => {
            let n = c.left();
            cx.field(RESP_DATA, &mut c, n).map(|_| ())
        }
    }
}

/// An entry of the diagnostic buffer.
fn diagnostic<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let event = c.peek_u16(0)?;
    let item = cx.add(CPU_DIAG_MSG, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        let bits = [
            CPU_DIAG_MSG_EVENTID_CLASS,
            CPU_DIAG_MSG_EVENTID_IDENT_ENTLEAVE,
            CPU_DIAG_MSG_EVENTID_IDENT_DIAGBUF,
            CPU_DIAG_MSG_EVENTID_IDENT_INTERR,
            CPU_DIAG_MSG_EVENTID_IDENT_EXTERR,
            CPU_DIAG_MSG_EVENTID_NR,
        ];
        let (_, id) = cx.flags(CPU_DIAG_MSG_EVENTID, &mut c, 2, &bits)?;
        cx.append(id, |o| {
            o.s(", Event class: ");
            o.s(CPU_DIAG_MSG_EVENTID_CLASS_NAMES.or(u64::from(event >> 12), "Unknown class"));
            for (bit, name) in [
                (0x100, ", Event entering state"),
                (0x200, ", Entry in diagnostic buffer"),
                (0x400, ", Internal error"),
                (0x800, ", External error"),
            ] {
                o.s(if event & bit != 0 { name } else { "" });
            }
        });
        let rows = [
            (CPU_DIAG_MSG_PRIOCLASS, 1),
            (CPU_DIAG_MSG_OBNUMBER, 1),
            (CPU_DIAG_MSG_DATID, 2),
            (CPU_DIAG_MSG_INFO1, 2),
            (CPU_DIAG_MSG_INFO2, 4),
        ];
        run(cx, &mut c, &rows)?;
        timestamp(cx, &mut c)
    })
}

/// A number of two decimal digits.
fn bcd(b: u8) -> u64 {
    u64::from(b >> 4) * 10 + u64::from(b & 15)
}

/// A clock of ten bytes, of which the first two say nothing more.
pub(super) fn timestamp_of_ten<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.left() < 10 {
        return Ok(());
    }
    c.skip(2)?;
    timestamp(cx, c)
}

/// DATE_AND_TIME: year to day of the week in decimal digits.
fn timestamp<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let b = *c.peek_array::<8>()?;
    let year = bcd(b[0]);
    let full = if year < 90 { 2000 + year } else { 1900 + year };
    let ms = bcd(b[6]) * 10 + u64::from(b[7] >> 4);
    let days = requin_wire::civil::days(full as i64, bcd(b[1]) as i64, bcd(b[2]) as i64);
    let secs = days * 86400 + (bcd(b[3]) * 3600 + bcd(b[4]) * 60 + bcd(b[5])) as i64;
    let item = cx.add(DATA_TS, c.span(8), Time::new(secs, ms as u32 * 1_000_000).into());
    cx.label(item, |o| {
        let month = match requin_wire::civil::month_name(bcd(b[1]).max(1)) {
            "" => "???",
            name => name,
        };
        let day = bcd(b[2]);
        o.s("S7 Timestamp: ").s(month).s(if day < 10 { "  " } else { " " }).u(day).s(", ").u(full).c(b' ');
        o.u0(bcd(b[3]), 2).c(b':').u0(bcd(b[4]), 2).c(b':').u0(bcd(b[5]), 2).c(b'.').u0(ms, 3);
    });
    cx.under(item, |cx| {
        let fields =
            [DATA_TS_YEAR2, DATA_TS_MONTH, DATA_TS_DAY, DATA_TS_HOUR, DATA_TS_MINUTE, DATA_TS_SECOND];
        let mut at = *c;
        for (field, b) in fields.into_iter().zip(b) {
            cx.add(field, at.span(1), Value::U(bcd(b)));
            at.advance(1);
        }
        cx.add(DATA_TS_MILLISECOND, at.span(2), Value::U(ms));
        cx.add(DATA_TS_WEEKDAY, at.span(2), Value::U(u64::from(b[7] & 15)));
    });
    c.skip(8)
}
