//! Variables that are read and written: where they lie, and their values.

use super::*;

/// Addresses of items: a specification of a syntax of its own each.
pub(super) fn addresses<S: Sink>(cx: &mut Cx<'_, S>, mut p: Cursor<'_>, count: u8) -> Step {
    for i in 1..=count {
        let len = usize::from(p.peek_u8(1)?);
        let syntax = p.peek_u8(2)?;
        let mut one = p.take_all(2 + len)?;
        let item = cx.add(PARAM_ITEM, one.span(2 + len), Value::None);
        cx.append(item, |o| _ = o.s(" [").u(i).s("]"));
        cx.under(item, |cx| -> Step {
            let rows = [(PARAM_ITEM_VARSPEC, 1), (PARAM_ITEM_VARSPEC_LENGTH, 1), (PARAM_ITEM_SYNTAXID, 1)];
            run(cx, &mut one, &rows)?;
            if syntax != 0x10 || len != 10 {
                return Ok(());
            }
            label(cx, item, &one);
            let rows = [
                (PARAM_ITEM_TRANSP_SIZE, 1),
                (PARAM_ITEM_LENGTH, 2),
                (PARAM_ITEM_DB, 2),
                (PARAM_ITEM_AREA, 1),
            ];
            run(cx, &mut one, &rows)?;
            let address = cx.peek(PARAM_ITEM_ADDRESS, &one, 3)?;
            cx.under(address, |cx| {
                cx.peek(PARAM_ITEM_ADDRESS_BYTE, &one, 3)?;
                cx.peek(PARAM_ITEM_ADDRESS_BIT, &one, 3).map(|_| ())
            })
        })?;
        // Items begin at even places.
        if len % 2 == 1 && i < count {
            p.skip(1)?;
        }
    }
    Ok(())
}

/// `(DB 1.DBX 8.0 BYTE 4)`: an item as programs of controllers write it.
fn label<S: Sink>(cx: &mut Cx<'_, S>, item: requin_wire::Item, c: &Cursor<'_>) {
    let Ok(b) = c.peek_array::<9>() else { return };
    let (kind, count, db, area) =
        (b[0], u16::from_be_bytes([b[1], b[2]]), u16::from_be_bytes([b[3], b[4]]), b[5]);
    let address = u32::from_be_bytes([0, b[6], b[7], b[8]]);
    cx.append(item, |o| {
        o.s(": (");
        match area {
            0x84 => _ = o.s("DB ").u(db).s(".DBX "),
            0x85 => _ = o.s("DI ").u(db).s(".DIX "),
            0x80 => _ = o.s("P "),
            0x81 => _ = o.s("I "),
            0x82 => _ = o.s("Q "),
            0x83 => _ = o.s("M "),
            0x86 => _ = o.s("L "),
            0x1c => _ = o.s("C "),
            0x1d => _ = o.s("T "),
            _ => _ = o.s("unknown area "),
        }
        if matches!(area, 0x1c | 0x1d) {
            o.u(address);
        } else {
            o.u(address >> 3).c(b'.').u(address & 7);
        }
        o.c(b' ').s(PARAM_ITEM_TRANSP_SIZE_NAMES.or(u64::from(kind), "Unknown transport size")).c(b' ');
        o.u(count).s(")");
    });
}

/// Values of items: what each read or write needs.
pub(super) fn values<S: Sink>(cx: &mut Cx<'_, S>, mut d: Cursor<'_>, count: u8) -> Step {
    for i in 1..=count {
        let (code, size) = (d.peek_u8(0)?, d.peek_u8(1)?);
        let n = usize::from(d.peek_u16(2)?);
        // Some count bits.
        let n = if matches!(size, 3..=5) { n.div_ceil(8) } else { n };
        let (from, len) = (d, 4 + n);
        let item = cx.add(DATA_ITEM, from.span(len), Value::None);
        cx.append(item, |o| {
            o.s(" [").u(i).s("]: (").s(DATA_RETURNCODE_NAMES.or(u64::from(code), "Unknown code")).s(")");
        });
        cx.under(item, |cx| -> Step {
            run(cx, &mut d, &[(DATA_RETURNCODE, 1), (DATA_TRANSPORTSIZE, 1), (DATA_LENGTH, 2)])?;
            if n > 0 {
                cx.field(RESP_DATA, &mut d, n)?;
            }
            if n % 2 == 1 && i < count {
                cx.u8(DATA_FILLBYTE, &mut d)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// How writing each item went.
pub(super) fn codes<S: Sink>(cx: &mut Cx<'_, S>, mut d: Cursor<'_>, count: u8) -> Step {
    for i in 1..=count {
        let code = d.peek_u8(0)?;
        let item = cx.add(DATA_ITEM, d.span(1), Value::None);
        cx.append(item, |o| {
            o.s(" [").u(i).s("]: (").s(DATA_RETURNCODE_NAMES.or(u64::from(code), "Unknown code")).s(")");
        });
        cx.under(item, |cx| cx.u8(DATA_RETURNCODE, &mut d).map(|_| ()))?;
    }
    Ok(())
}
