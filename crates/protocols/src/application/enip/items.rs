//! The common packet format: a list of items.

use super::*;
use crate::application::cip;

const NULL: u16 = 0;
const IDENTITY: u16 = 0x0c;
const CONNECTED_ADDRESS: u16 = 0xa1;
const CONNECTED_DATA: u16 = 0xb1;
const UNCONNECTED_DATA: u16 = 0xb2;
const SERVICES: u16 = 0x100;
const SOCKET_TO: u16 = 0x8000;
const SOCKET_FROM: u16 = 0x8001;
const SEQUENCED_ADDRESS: u16 = 0x8002;

/// What the items were found to hold.
#[derive(Default)]
pub(super) struct Found<'b> {
    pub connection: Option<u32>,
    /// Number in the sequence of a connection's messages.
    pub number: Option<u32>,
    /// Number of a connected message, which its answer repeats.
    count: Option<u16>,
    pub data: Option<Cursor<'b>>,
}

impl<'b> Found<'b> {
    /// The message of CIP, and the key of its note.
    pub fn message(&self, h: &[u8; HEADER]) -> Option<(Cursor<'b>, u64)> {
        let data = self.data?;
        Some((data, pairs::key(h, self.count)))
    }
}

/// Shows the items. Every one takes four bytes away at least.
pub(super) fn show<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>, found: &mut Found<'b>) -> Step {
    let (start, n) = (*c, u16::from_le_bytes(*c.peek_array::<2>()?));
    let item = cx.peek_le(CPF_ITEMCOUNT, &start, 0, 2)?;
    c.skip(2)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..n {
            let kind = u16::from_le_bytes(*c.peek_array::<2>()?);
            let item = cx.field_le(CPF_TYPEID, c, 2)?;
            cx.under(item, |cx| -> Step {
                let len = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
                let length = cx.field_le(CPF_LENGTH, c, 2)?;
                if len > c.left() {
                    cx.expert_with(ITEM_LENGTH, length, c.span(0), |o| {
                        o.s("CPF Item Length Mismatch: Item Length ").u(len as u64);
                        o.s(", Remaining Data Length: ").u(c.left() as u64);
                    });
                    return Err(Stop::Malformed);
                }
                one(cx, c.take(len), kind, found)
            })?;
        }
        Ok(())
    })
}

fn one<'b, S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'b>, kind: u16, found: &mut Found<'b>) -> Step {
    let c = &mut c;
    match kind {
        NULL => {}
        CONNECTED_ADDRESS => {
            let id = cx.u32_le(CPF_CAI_CONNID, c)?;
            found.connection = Some(id);
            cx.hidden(cip::CONNID, c.span(0), Value::U(u64::from(id)));
        }
        SEQUENCED_ADDRESS => {
            let id = cx.u32_le(CPF_SAI_CONNID, c)?;
            found.connection = Some(id);
            cx.hidden(cip::CONNID, c.span(0), Value::U(u64::from(id)));
            found.number = Some(cx.u32_le(CPF_SAI_SEQ, c)?);
        }
        // Connections that are not answered count in the address.
        CONNECTED_DATA if found.number.is_some() => found.data = Some(*c),
        CONNECTED_DATA => {
            found.count = Some(cx.u16_le(cip::SEQ, c)?);
            found.data = Some(*c);
        }
        UNCONNECTED_DATA => found.data = Some(*c),
        SERVICES => {
            cx.u16_le(ENCAPVER, c)?;
            let (flags, item) = cx.flags_le(LSR_CAPAFLAGS, c, 2, &[LSR_CAPAFLAGS_TCP, LSR_CAPAFLAGS_UDP])?;
            cx.append(item, |o| {
                o.s(if flags & 0x20 != 0 { ", Supports CIP Encapsulation via TCP" } else { "" });
                o.s(if flags & 0x100 != 0 { ", Supports CIP Class 0 or 1 via UDP" } else { "" });
            });
            let name = c.rest();
            let name = name.split(|b| *b == 0).next().unwrap_or(name);
            cx.bytes(LSR_SERVICENAME, c, name.len())?;
            cx.info_add(|o| _ = o.s(", ").text(name));
        }
        IDENTITY => identity(cx, c)?,
        SOCKET_TO | SOCKET_FROM => socket(cx, c)?,
        _ if c.is_empty() => {}
        _ => _ = cx.bytes(CPF_DATA, c, c.left())?,
    }
    Ok(())
}

fn socket<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(16), |o| _ = o.s("Socket Address"));
    cx.under(line, |cx| -> Step {
        // These are as in the socket's address, big-endian.
        cx.u16(SINFAMILY, c)?;
        cx.u16(SINPORT, c)?;
        cx.field(SINADDR, c, 4)?;
        cx.bytes(SINZERO, c, 8)?;
        Ok(())
    })
}

fn identity<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16_le(ENCAPVER, c)?;
    socket(cx, c)?;
    cx.u16_le(LIR_VENDOR, c)?;
    cx.u16_le(LIR_DEVTYPE, c)?;
    cx.u16_le(LIR_PRODCODE, c)?;
    // A byte each.
    cx.u16(LIR_REVISION, c)?;
    cx.u16_le(LIR_STATUS, c)?;
    cx.u32_le(LIR_SERIAL, c)?;
    let n = usize::from(cx.u8(LIR_NAMELEN, c)?);
    let name = cx.bytes(LIR_NAME, c, n)?;
    cx.info_add(|o| _ = o.s(", ").text(name));
    cx.u8(LIR_STATE, c)?;
    Ok(())
}
