//! Fast transition from one access point to the next, IEEE 802.11r.

use super::*;
use requin_wire::block;

block! {
    HEAD[82]: FT_MIC_CONTROL @0 le, > FT_MIC_CONTROL_RESERVED @0 le, > FT_MIC_CONTROL_ELEMENT_COUNT @0 le,
        FT_MIC @2 16, FT_ANONCE @18 32, FT_SNONCE @50 32
}

/// The keys and nonces.
pub fn transition<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 82 {
        tag.wrong(cx, "FTIE content length must be at least 82 bytes");
        return Ok(());
    }
    cx.block(&HEAD, &mut c)?;
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        let len = usize::from(len);
        let item = cx.line(c.span(2 + len), |o| {
            o.s("Subelement: ").s(names::FT_SUBELEM_ID.or(u64::from(kind), "Unknown"));
        });
        cx.under(item, |cx| -> Step {
            cx.field(FT_SUBELEM_ID, &mut c, 1)?;
            cx.field(FT_SUBELEM_LEN, &mut c, 1)?;
            subelement(cx, c, kind, len)
        })?;
        c.skip(len)?;
    }
    Ok(())
}

fn subelement<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8, len: usize) -> Step {
    match kind {
        1 => _ = cx.field(FT_SUBELEM_R1KH_ID, &mut c, len)?,
        2 => {
            cx.peek_le(FT_SUBELEM_GTK_KEY_INFO, &c, 0, 2)?;
            cx.field_le(FT_SUBELEM_GTK_KEY_ID, &mut c, 2)?;
            cx.field(FT_SUBELEM_GTK_KEY_LENGTH, &mut c, 1)?;
            // What is behind depends on the length that is told, not on what is there.
            let rest = len.saturating_sub(3);
            if rest > 8 {
                cx.field(FT_SUBELEM_GTK_RSC, &mut c, 8)?;
                cx.field(FT_SUBELEM_GTK_KEY_ENCRYPTED, &mut c, rest - 8)?;
            }
        }
        3 => _ = cx.field(FT_SUBELEM_R0KH_ID, &mut c, len)?,
        4 => {
            cx.field_le(FT_SUBELEM_IGTK_KEY_ID, &mut c, 2)?;
            cx.field(FT_SUBELEM_IGTK_IPN, &mut c, 6)?;
            cx.field(FT_SUBELEM_IGTK_KEY_LENGTH, &mut c, 1)?;
            cx.field(FT_SUBELEM_IGTK_KEY, &mut c, 24)?;
        }
        _ => _ = cx.field(FT_SUBELEM_DATA, &mut c, len)?,
    }
    Ok(())
}

/// A request for resources: the tags behind it describe them.
pub fn resources<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    let [_, count, ..] = *c.peek_array::<4>()?;
    cx.append(tag.item, |o| _ = o.s(" :Resource Descriptor List"));
    cx.field(RIC_DATA_ID, &mut c, 1)?;
    cx.field(RIC_DATA_DESC_CNT, &mut c, 1)?;
    cx.field_le(RIC_DATA_STATUS_CODE, &mut c, 2)?;
    // They would have to be in here.
    if count > 0 { Err(requin_wire::Stop::Malformed) } else { Ok(()) }
}

/// One of these resources.
pub fn resource<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len == 0 {
        tag.wrong(cx, "RIC Data Length must be at least 1 byte");
        return Ok(());
    }
    let kind = c.peek_u8(0)?;
    cx.append(tag.item, |o| {
        o.s(if kind == 1 { " : Block ACK Params" } else { " :Reserved (type != 1)" });
    });
    cx.field(RIC_DESC_RSRC_TYPE, &mut c, 1)?;
    if kind == 1 {
        cx.field(RIC_DESC_VAR_PARAMS, &mut c, tag.len - 1)?;
    }
    Ok(())
}
