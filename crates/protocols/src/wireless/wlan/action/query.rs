//! Queries before the association, IEEE 802.11u: generic advertisement frames, and what is asked with them.

use super::super::tags;
use super::*;

/// The protocol that is asked by the tag at the cursor, which is passed over.
fn protocol<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<bool, requin_wire::Stop> {
    let len = usize::from(c.peek_u8(1)?);
    cx.field(TAG_NUMBER, c, 1)?;
    cx.field(TAG_LENGTH, c, 1)?;
    let first = c.peek_u8(1)?;
    let body = c.take_all(len)?;
    tags::networks::advertisement(cx, body)?;
    Ok(first == 0)
}

/// A request.
///
/// # Errors
/// When the packet ends before.
pub fn request<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let anqp = protocol(cx, c)?;
    let len = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
    let item = cx.line(c.span(2 + len), |o| _ = o.s("Query Request"));
    cx.under(item, |cx| -> Step {
        cx.field_le(FIXED_QUERY_REQUEST_LENGTH, c, 2)?;
        body(cx, c, len, anqp, true)
    })
}

/// A response, or a part of one, whose body is then not read.
///
/// # Errors
/// When the packet ends before.
pub fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, part: bool) -> Step {
    let anqp = protocol(cx, c)?;
    let len = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
    let item = cx.line(c.span(2 + len), |o| _ = o.s("Query Response"));
    cx.under(item, |cx| -> Step {
        cx.field_le(FIXED_QUERY_RESPONSE_LENGTH, c, 2)?;
        if part {
            return c.skip(len);
        }
        if len == 0 { Ok(()) } else { body(cx, c, len, anqp, false) }
    })
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: usize, anqp: bool, asks: bool) -> Step {
    if !anqp {
        let field = if asks { FIXED_QUERY_REQUEST } else { FIXED_QUERY_RESPONSE };
        return cx.field(field, c, len).map(drop);
    }
    let mut first = true;
    let mut elements = c.take_all(len)?;
    while !elements.is_empty() {
        element(cx, &mut elements, asks, first)?;
        first = false;
    }
    Ok(())
}

/// Numbers of elements.
mod id {
    pub const QUERY_LIST: u16 = 256;
    pub const CAPABILITY_LIST: u16 = 257;
    pub const ROAMING_CONSORTIUM: u16 = 261;
    pub const ADDRESS_TYPES: u16 = 262;
    pub const DOMAIN_NAMES: u16 = 268;
}

/// An element.
fn element<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, asks: bool, first: bool) -> Step {
    let id = u16::from_le_bytes(*c.peek_array::<2>()?);
    cx.info_add(|o| {
        // The first tells what it is of.
        o.s(match (first, asks) {
            (true, true) => ", ANQP Req ",
            (true, false) => ", ANQP Resp ",
            _ => ", ",
        });
        match names::FIXED_ANQP_CAPABILITY.find(u64::from(id)) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown (").u(id).s(")"),
        }
    });
    let item = cx.field_le(FIXED_ANQP_INFO_ID, c, 2)?;
    cx.under(item, |cx| -> Step {
        let len = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
        cx.field_le(FIXED_ANQP_INFO_LENGTH, c, 2)?;
        let mut body = c.take_all(len)?;
        match id {
            id::QUERY_LIST => {
                while body.left() >= 2 {
                    cx.field_le(FIXED_ANQP_QUERY_ID, &mut body, 2)?;
                }
            }
            id::CAPABILITY_LIST => {
                while body.left() >= 2 {
                    cx.field_le(FIXED_ANQP_CAPABILITY, &mut body, 2)?;
                }
            }
            id::ROAMING_CONSORTIUM => {
                while !body.is_empty() {
                    let len = usize::from(body.peek_u8(0)?);
                    cx.field(FIXED_ANQP_ROAMING_CONSORTIUM_OI_LEN, &mut body, 1)?;
                    cx.field(FIXED_ANQP_ROAMING_CONSORTIUM_OI, &mut body, len)?;
                }
            }
            id::ADDRESS_TYPES => {
                cx.peek(FIXED_ANQP_IP_ADDR_AVAILABILITY_IPV6, &body, 1)?;
                cx.peek(FIXED_ANQP_IP_ADDR_AVAILABILITY_IPV4, &body, 1)?;
            }
            id::DOMAIN_NAMES => {
                while !body.is_empty() {
                    let len = usize::from(body.peek_u8(0)?);
                    cx.field(FIXED_ANQP_DOMAIN_NAME_LIST_LEN, &mut body, 1)?;
                    cx.field(FIXED_ANQP_DOMAIN_NAME_LIST_NAME, &mut body, len)?;
                }
            }
            _ => {}
        }
        Ok(())
    })
}
