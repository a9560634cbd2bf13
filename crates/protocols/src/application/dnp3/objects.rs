//! Messages of the application: IEEE 1815 clauses 4 and 11, and the objects of annex A.

use super::*;

const IIN_BITS: &[Field] = &[
    AL_IIN_RST,
    AL_IIN_DT,
    AL_IIN_DOL,
    AL_IIN_TSR,
    AL_IIN_CLS3D,
    AL_IIN_CLS2D,
    AL_IIN_CLS1D,
    AL_IIN_BMSG,
    AL_IIN_CC,
    AL_IIN_OAE,
    AL_IIN_EBO,
    AL_IIN_PIOOR,
    AL_IIN_OBJU,
    AL_IIN_FCNI,
];
const READ: u8 = 1;
const RESPONSE: u8 = 129;
/// The object of internal indications.
const INDICATIONS: u16 = 0x5001;

pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let c = &mut c;
    let (control, function) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let name = AL_FUNC_NAMES.or(u64::from(function), "Unknown function");
    let flags = |o: &mut Out<'_>| {
        for (bit, text) in [(0x80, "FIR, "), (0x40, "FIN, "), (0x20, "CON, "), (0x10, "UNS, ")] {
            o.s(if control & bit != 0 { text } else { "" });
        }
        o.s("Sequence ").u(control & 15);
    };
    let line = cx.line(c.span(usize::MAX), |o| {
        o.s("Application Layer: (");
        flags(o);
        o.s(", ").s(name).c(b')');
    });
    cx.info_sep("; ", |o| _ = o.s(name));
    cx.under(line, |cx| -> Step {
        let (_, item) = cx.flags(AL_CTL, c, 1, &[AL_FIR, AL_FIN, AL_CON, AL_UNS, AL_SEQ])?;
        cx.append(item, |o| {
            let bits = [(0x80, ", First"), (0x40, ", Final"), (0x20, ", Confirm"), (0x10, ", Unsolicited")];
            for (bit, text) in bits {
                o.s(if control & bit != 0 { text } else { "" });
            }
            o.c(b'(');
            flags(o);
            o.c(b')');
        });
        let item = cx.field(AL_FUNC, c, 1)?;
        cx.label(item, |o| _ = o.s("Function Code: ").s(name).s(" (").hex(function, 2).c(b')'));
        if function >= RESPONSE {
            let (set, item) = cx.flags(AL_IIN, c, 2, IIN_BITS)?;
            let registry = cx.registry;
            cx.append(item, |o| {
                for def in IIN_BITS.iter().map(|f| registry.field(*f)).filter(|d| set & d.mask != 0) {
                    o.s(", ").s(def.label);
                }
            });
        }
        if c.is_empty() {
            return Ok(());
        }
        let line = cx.line(c.span(usize::MAX), |o| {
            o.s(carried(function).unwrap_or(name)).s(" Data Objects");
        });
        let mut classes = Vec::new();
        let mut others = Vec::new();
        let step = cx.under(line, |cx| -> Step {
            // Every header takes at least three bytes away.
            while !c.is_empty() {
                let object = c.peek_u16(0)?;
                match object {
                    0x3c01..=0x3c04 => classes.push((object & 15) as u8 - 1),
                    _ => others.push(object),
                }
                if !header(cx, function, object, c)? {
                    break;
                }
            }
            Ok(())
        });
        if function < RESPONSE {
            cx.info_add(|o| said(o, function, &mut classes, &others));
        }
        step
    })
}

/// What the objects are for.
fn carried(function: u8) -> Option<&'static str> {
    Some(match function {
        READ => "READ Request",
        2 => "WRITE Request",
        3 => "SELECT Request",
        4 => "OPERATE Request",
        5 | 6 => "DIRECT OPERATE Request",
        7..=10 => "Freeze Request",
        20 => "Enable Spontaneous Msg's",
        21 => "Disable Spontaneous Msg's",
        25..=27 => "File",
        RESPONSE | 130 => "RESPONSE",
        _ => return None,
    })
}

/// What is asked for, in the Info column.
fn said(o: &mut Out<'_>, function: u8, classes: &mut [u8], others: &[u16]) {
    if function == READ && !classes.is_empty() {
        classes.sort_unstable();
        o.s(", Class ");
        for class in classes.iter() {
            o.u(*class);
        }
    }
    if matches!(function, 1 | 2) {
        for object in others {
            let name = AL_OBJ_NAMES.or(u64::from(*object), "Unknown Object\\Variation");
            // Without the numbers behind it.
            o.s(", ").s(name.split(" (Obj").next().unwrap_or(name));
        }
    }
}

/// What a point is made of.
#[derive(Clone, Copy)]
enum Part {
    /// Eight flags.
    Flags(&'static [Field]),
    /// A number of so many bytes.
    Number(Field, usize),
    /// Milliseconds since 1970.
    Time,
    /// A control relay output block.
    Control,
}

const BINARY: Part =
    Part::Flags(&[AL_BIQ_B7, AL_BIQ_B6, AL_BIQ_B5, AL_BIQ_B4, AL_BIQ_B3, AL_BIQ_B2, AL_BIQ_B1, AL_BIQ_B0]);
const OUTPUT: Part =
    Part::Flags(&[AL_BOQ_B7, AL_BOQ_B6, AL_BOQ_B5, AL_BOQ_B4, AL_BOQ_B3, AL_BOQ_B2, AL_BOQ_B1, AL_BOQ_B0]);
const COUNTER: Part = Part::Flags(&[
    AL_CTRQ_B7, AL_CTRQ_B6, AL_CTRQ_B5, AL_CTRQ_B4, AL_CTRQ_B3, AL_CTRQ_B2, AL_CTRQ_B1, AL_CTRQ_B0,
]);
const ANALOG: Part =
    Part::Flags(&[AL_AIQ_B7, AL_AIQ_B6, AL_AIQ_B5, AL_AIQ_B4, AL_AIQ_B3, AL_AIQ_B2, AL_AIQ_B1, AL_AIQ_B0]);
const ANALOG_OUTPUT: Part =
    Part::Flags(&[AL_AOQ_B7, AL_AOQ_B6, AL_AOQ_B5, AL_AOQ_B4, AL_AOQ_B3, AL_AOQ_B2, AL_AOQ_B1, AL_AOQ_B0]);
const COUNT_32: Part = Part::Number(AL_CNT32, 4);
const COUNT_16: Part = Part::Number(AL_CNT, 2);
const INT_32: Part = Part::Number(AL_ANA_INT32, 4);
const INT_16: Part = Part::Number(AL_ANA_INT, 2);
const FLOAT: Part = Part::Number(AL_ANA_FLOAT, 4);
const DOUBLE: Part = Part::Number(AL_ANA_DOUBLE, 8);
const OUT_32: Part = Part::Number(AL_ANAOUT_INT32, 4);
const OUT_16: Part = Part::Number(AL_ANAOUT_INT, 2);
const OUT_FLOAT: Part = Part::Number(AL_ANAOUT_FLOAT, 4);
const OUT_DOUBLE: Part = Part::Number(AL_ANAOUT_DOUBLE, 8);
const STATUS: Part = Part::Number(AL_CTRLSTATUS, 1);
const DELAY: Part = Part::Number(AL_TIME_DELAY, 2);

/// What a point of an object (group and variation) is made of. `None`: that is not read.
fn parts(object: u16) -> Option<&'static [Part]> {
    Some(match object {
        0x0102 | 0x0201 | 0x0302 | 0x0401 => &[BINARY],
        0x0202 | 0x0402 => &[BINARY, Part::Time],
        0x0a02 | 0x0b01 => &[OUTPUT],
        0x0b02 => &[OUTPUT, Part::Time],
        0x0c01 => &[Part::Control],
        0x1401 | 0x1501 | 0x1601 | 0x1701 => &[COUNTER, COUNT_32],
        0x1402 | 0x1502 | 0x1602 | 0x1702 => &[COUNTER, COUNT_16],
        0x1405 | 0x1509 => &[COUNT_32],
        0x1406 | 0x150a => &[COUNT_16],
        0x1505 | 0x1605 | 0x1705 => &[COUNTER, COUNT_32, Part::Time],
        0x1506 | 0x1606 | 0x1706 => &[COUNTER, COUNT_16, Part::Time],
        0x1e01 | 0x2001 => &[ANALOG, INT_32],
        0x1e02 | 0x2002 => &[ANALOG, INT_16],
        0x1e03 => &[INT_32],
        0x1e04 => &[INT_16],
        0x1e05 | 0x2005 => &[ANALOG, FLOAT],
        0x1e06 | 0x2006 => &[ANALOG, DOUBLE],
        0x2003 => &[ANALOG, INT_32, Part::Time],
        0x2004 => &[ANALOG, INT_16, Part::Time],
        0x2007 => &[ANALOG, FLOAT, Part::Time],
        0x2008 => &[ANALOG, DOUBLE, Part::Time],
        0x2801 => &[ANALOG_OUTPUT, OUT_32],
        0x2802 => &[ANALOG_OUTPUT, OUT_16],
        0x2803 => &[ANALOG_OUTPUT, OUT_FLOAT],
        0x2804 => &[ANALOG_OUTPUT, OUT_DOUBLE],
        0x2901 => &[OUT_32, STATUS],
        0x2902 => &[OUT_16, STATUS],
        0x2903 => &[OUT_FLOAT, STATUS],
        0x2904 => &[OUT_DOUBLE, STATUS],
        0x3201 | 0x3301 | 0x3302 => &[Part::Time],
        0x3401 | 0x3402 => &[DELAY],
        _ => return None,
    })
}

/// Bits of a packed object's points; 0 when it is not packed.
fn packed(object: u16) -> usize {
    match object {
        0x0101 | 0x0a01 | 0x5001 => 1,
        0x0301 => 2,
        _ => 0,
    }
}

/// A number of one, two or four bytes.
fn sized<S: Sink>(
    cx: &mut Cx<'_, S>,
    fields: [Field; 3],
    width: usize,
    c: &mut Cursor<'_>,
) -> Result<u32, Stop> {
    let field = match width {
        1 => fields[0],
        2 => fields[1],
        _ => fields[2],
    };
    Ok(cx.uint_le(field, c, width)? as u32)
}

/// An object's header and its points; `false` when what follows can't be found.
fn header<S: Sink>(cx: &mut Cx<'_, S>, function: u8, object: u16, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let start = *c;
    let item = cx.field(AL_OBJ, c, 2)?;
    cx.label(item, |o| {
        let name = AL_OBJ_NAMES.or(u64::from(object), "Unknown Object\\Variation");
        o.s("Object(s): ").s(name).s(" (").hex(object, 4).c(b')');
    });
    let more = cx.under(item, |cx| -> Result<bool, Stop> {
        let qualifier = c.peek_u8(0)?;
        let (prefix, range) = (qualifier >> 4 & 7, qualifier & 15);
        let line = cx.line(c.span(1), |o| {
            o.s("Qualifier Field, Prefix: ").s(AL_OBJQ_PREFIX_NAMES.or(u64::from(prefix), "Reserved"));
            o.s(", Range: ").s(AL_OBJQ_RANGE_NAMES.or(u64::from(range), "Reserved"));
        });
        cx.under(line, |cx| -> Step {
            cx.peek(AL_OBJQ_PREFIX, c, 1)?;
            cx.field(AL_OBJQ_RANGE, c, 1).map(|_| ())
        })?;
        let line = cx.line(c.span(0), |o| _ = o.s("Number of Items: "));
        let (first, n) = cx.under(line, |cx| -> Result<(u32, u32), Stop> {
            let width = [1, 2, 4].get(usize::from(range % 3)).copied().unwrap_or(1);
            match range {
                0..=2 => {
                    cx.set_generated(line);
                    let start = sized(cx, [AL_RANGE_START, AL_RANGE_START16, AL_RANGE_START32], width, c)?;
                    let stop = sized(cx, [AL_RANGE_STOP, AL_RANGE_STOP16, AL_RANGE_STOP32], width, c)?;
                    Ok((start, stop.wrapping_sub(start).wrapping_add(1)))
                }
                7..=9 => {
                    let width = [1, 2, 4].get(usize::from(range - 7)).copied().unwrap_or(1);
                    let fields = [AL_RANGE_QUANTITY, AL_RANGE_QUANTITY16, AL_RANGE_QUANTITY32];
                    Ok((0, sized(cx, fields, width, c)?))
                }
                _ => Ok((0, 0)),
            }
        })?;
        cx.append(line, |o| _ = o.u(n));
        cx.append(item, |o| {
            if n > 0 {
                o.s(", ").u(n).s(if n == 1 { " point" } else { " points" });
            }
        });
        // Who asks for points does not send them, beside their numbers.
        let without = function == READ || n == 0;
        points(cx, object, prefix, first, n, without, c)
    })?;
    cx.set_len(item, c.pos().saturating_sub(start.pos()));
    Ok(more)
}

fn points<S: Sink>(
    cx: &mut Cx<'_, S>,
    object: u16,
    prefix: u8,
    first: u32,
    n: u32,
    without: bool,
    c: &mut Cursor<'_>,
) -> Result<bool, Stop> {
    let bits = packed(object);
    if without && prefix == 0 {
        return Ok(true);
    }
    if bits > 0 && prefix == 0 {
        for i in 0..n {
            let shift = i as usize * bits % 8;
            let byte = c.peek_u8(0)?;
            let value = byte >> shift & ((1 << bits) - 1);
            let number = first.wrapping_add(i);
            let registry = cx.registry;
            let line = cx.line(c.span(1), |o| {
                o.s("Point Number ").u(number);
                if object == INDICATIONS {
                    let bit = u64::from(number < 16) << ((number ^ 8) & 15);
                    let def = IIN_BITS.iter().map(|f| registry.field(*f)).find(|d| d.mask == bit);
                    o.s(" (").s(def.map_or("Invalid IIN bit", |d| d.label)).c(b')');
                }
                o.s(", Value: ").u(value);
            });
            cx.under(line, |cx| {
                cx.generated(AL_POINT_INDEX, c.span(0), Value::U(u64::from(number)));
                let field = if bits == 1 { AL_BIT } else { AL_2BIT };
                cx.add(field, c.span(1), Value::U(u64::from(value)));
            });
            if shift + bits == 8 || i + 1 == n {
                c.skip(1)?;
            }
        }
        return Ok(true);
    }
    let Some(parts) = parts(object).filter(|_| prefix <= 3) else { return Ok(without && prefix == 0) };
    for i in 0..n {
        if c.is_empty() {
            break;
        }
        let start = *c;
        let line = cx.line(c.span(0), |o| _ = o.s("Point Number "));
        cx.under(line, |cx| -> Step {
            let number = if prefix > 0 {
                let width = [1, 2, 4].get(usize::from(prefix - 1)).copied().unwrap_or(1);
                sized(cx, [AL_INDEX, AL_INDEX16, AL_INDEX32], width, c)?
            } else {
                let number = first.wrapping_add(i);
                cx.generated(AL_POINT_INDEX, c.span(0), Value::U(u64::from(number)));
                number
            };
            cx.append(line, |o| _ = o.u(number));
            if without {
                return Ok(());
            }
            parts.iter().try_for_each(|p| part(cx, line, *p, c))
        })?;
        cx.set_len(line, c.pos().saturating_sub(start.pos()));
    }
    Ok(true)
}

fn part<S: Sink>(cx: &mut Cx<'_, S>, point: Item, part: Part, c: &mut Cursor<'_>) -> Step {
    match part {
        Part::Flags(bits) => {
            let set = c.peek_u8(0)?;
            let registry = cx.registry;
            let said = |o: &mut Out<'_>| {
                o.s("Quality: ").s(if set & 1 != 0 { "Online" } else { "Offline" });
                for def in bits.iter().rev().skip(1).map(|f| registry.field(*f)) {
                    if u64::from(set) & def.mask != 0 && !matches!(def.label, "Reserved" | "Point Value") {
                        o.s(", ").s(if def.label == "Roll-Over" { "Roll-over" } else { def.label });
                    }
                }
            };
            cx.append(point, |o| {
                o.s(" (");
                said(o);
                o.c(b')');
            });
            if matches!(bits.first(), Some(&(AL_BIQ_B7 | AL_BOQ_B7))) {
                cx.append(point, |o| _ = o.s(", Value: ").u(set >> 7));
            }
            let line = cx.line(c.span(1), said);
            cx.under(line, |cx| -> Step { bits.iter().try_for_each(|b| cx.peek(*b, c, 1).map(|_| ())) })?;
            c.skip(1)
        }
        Part::Number(field, n) => {
            let bytes = c.peek_bytes(0, n)?;
            let raw = requin_wire::le(bytes);
            match field {
                AL_CNT | AL_CNT32 => cx.append(point, |o| _ = o.s(", Count: ").u(raw)),
                AL_ANA_FLOAT | AL_ANAOUT_FLOAT => {
                    cx.append(point, |o| _ = o.s(", Value: ").general(f32::from_bits(raw as u32).into(), 6));
                }
                AL_ANA_DOUBLE | AL_ANAOUT_DOUBLE => {
                    cx.append(point, |o| _ = o.s(", Value: ").general(f64::from_bits(raw), 6));
                }
                AL_ANA_INT | AL_ANAOUT_INT => cx.append(point, |o| _ = o.s(", Value: ").i(raw as i16)),
                AL_ANA_INT32 | AL_ANAOUT_INT32 => cx.append(point, |o| _ = o.s(", Value: ").i(raw as i32)),
                _ => {}
            }
            let item = cx.field_le(field, c, n)?;
            if field == AL_TIME_DELAY {
                cx.append(item, |o| _ = o.s("ms"));
            }
            Ok(())
        }
        Part::Time => {
            let ms = requin_wire::le(c.peek_bytes(0, 6)?);
            let nanos = (ms % 1000) as u32 * 1_000_000;
            cx.add(AL_TIMESTAMP, c.span(6), Value::Time((ms / 1000) as i64, nanos));
            c.skip(6)
        }
        Part::Control => {
            let code = c.peek_u8(0)?;
            cx.append(point, |o| {
                o.s(" [").s(CTL_OP_NAMES.or(u64::from(code & 15), "Reserved")).s("] [");
                o.s(CTL_TRIP_NAMES.or(u64::from(code >> 6), "Reserved")).c(b']');
            });
            let line = cx.line(c.span(1), |o| _ = o.s("Control Code [").hex(code, 2).c(b']'));
            cx.under(line, |cx| -> Step {
                cx.peek(CTL_OP, c, 1)?;
                cx.peek(CTL_CLR, c, 1)?;
                cx.field(CTL_TRIP, c, 1).map(|_| ())
            })?;
            cx.u8(AL_COUNT, c)?;
            cx.u32_le(AL_ON_TIME, c)?;
            cx.u32_le(AL_OFF_TIME, c)?;
            cx.u8(AL_CTRLSTATUS, c).map(|_| ())
        }
    }
}
