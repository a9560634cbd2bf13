//! Supported rates: half megabits, and whether every station of the cell must know them.

use super::*;
use requin_wire::Field;

pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, field: Field) -> Step {
    if tag.len == 0 {
        tag.bad(cx, |o| _ = o.s("Tag length 0 too short, must be greater than 0"));
        return Ok(());
    }
    while !c.is_empty() {
        let rate = c.peek_u8(0)?;
        cx.append(tag.item, |o| {
            _ = o.c(b' ').s(names::SUPPORTED_RATES.or(u64::from(rate), "Unknown Rate")).c(b',')
        });
        cx.field(field, &mut c, 1)?;
    }
    cx.append(tag.item, |o| _ = o.s(" [Mbit/sec]"));
    Ok(())
}
