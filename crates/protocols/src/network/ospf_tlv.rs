//! Opaque advertisements of OSPF that say what a router can do (RFC 7770) and what is known of prefixes (RFC 7684), as
//! segment routing uses them (RFC 8665).

use super::ospf::*;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step};
use std::fmt::Write;
use std::net::Ipv4Addr;

/// Type and length of the TLV that comes next, and its bytes with what fills it up to whole words.
fn next<'c>(c: &mut Cursor<'c>) -> Result<(u16, usize, Cursor<'c>), requin_wire::Stop> {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    Ok((kind, len, c.take(4 + len.next_multiple_of(4))))
}

/// Type and length, as fields.
fn head<S: Sink>(cx: &mut Cx<'_, S>, kind: Field, tlv: &mut Cursor<'_>) -> Step {
    cx.field(kind, tlv, 2)?;
    cx.field(TLV_LENGTH, tlv, 2).map(|_| ())
}

/// A number in three bytes.
fn u24(c: &Cursor<'_>) -> Result<u32, requin_wire::Stop> {
    Ok(requin_wire::be(c.peek_array::<3>()?) as u32)
}

/// Bytes without a meaning.
fn reserved<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    cx.field(RESERVED, c, n).map(|_| ())
}

/// What a router can do.
pub(super) fn router_information<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.line(c.span(c.left()), |o| _ = o.s("Opaque Router Information LSA"));
    cx.under(top, |cx| -> Step {
        // Every turn takes at least four bytes away.
        while c.left() >= 4 {
            let (kind, len, mut tlv) = next(c)?;
            let line = cx.line(tlv.span(4 + len), |o| {
                _ = o.s(TLV_TYPE_OPAQUE_NAMES.or(u64::from(kind), "Unknown Opaque RI LSA TLV"));
            });
            cx.under(line, |cx| -> Step {
                head(cx, TLV_TYPE_OPAQUE, &mut tlv)?;
                let mut value = tlv.within(len);
                match kind {
                    7 => _ = cx.field(DYNHOSTNAME, &mut value, len)?,
                    8 => {
                        while !value.is_empty() {
                            cx.field(LSA_SA, &mut value, 1)?;
                        }
                    }
                    9 | 14 => label_range(cx, line, &mut value)?,
                    15 => {
                        cx.field(TLV_PREFERENCE, &mut value, 1)?;
                        reserved(cx, &mut value, 3)?;
                    }
                    _ => (),
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// A range of labels: its size, and the label that it begins with.
fn label_range<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let size = u24(c)?;
    cx.append(line, |o| _ = o.s("  (Range Size: ").u(size).s(")"));
    cx.field(TLV_RANGE_SIZE, c, 3)?;
    reserved(cx, c, 1)?;
    while c.left() >= 4 {
        let (kind, len, mut tlv) = next(c)?;
        let line = cx.line(tlv.span(4 + len), |o| {
            _ = o.s(if kind == 1 { "SID/Label Sub-TLV" } else { "Unknown Sub-TLV" });
        });
        cx.under(line, |cx| -> Step {
            head(cx, TLV_SIDLABEL_RANGE_TYPE, &mut tlv)?;
            if kind == 1 { label(cx, line, &mut tlv.within(len)) } else { Ok(()) }
        })?;
    }
    Ok(())
}

/// A label in three bytes, or an index in four.
fn label<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let n = c.left().clamp(3, 4);
    let value = if n == 3 { u24(c)? } else { c.peek_u32(0)? };
    cx.append(line, |o| _ = o.s("  (SID/Label: ").u(value).s(")"));
    cx.field(TLV_SID_LABEL, c, n).map(|_| ())
}

/// What is known of prefixes.
pub(super) fn extended_prefix<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.line(c.span(c.left()), |o| _ = o.s("OSPFv2 Extended Prefix Opaque LSA"));
    cx.under(top, |cx| -> Step {
        // Every turn takes at least four bytes away.
        while c.left() >= 4 {
            let (kind, len, mut tlv) = next(c)?;
            let line = cx.line(tlv.span(4 + len), |o| {
                let name = TLV_EXTPFX_TLV_TYPE_NAMES.or(u64::from(kind), "Unknown");
                _ = o.s(name).s(" TLV");
            });
            cx.under(line, |cx| -> Step {
                head(cx, TLV_EXTPFX_TLV_TYPE, &mut tlv)?;
                let mut value = tlv.within(len);
                match kind {
                    1 => prefix(cx, line, &mut value),
                    2 => prefix_range(cx, line, &mut value),
                    _ => Ok(()),
                }
            })?;
        }
        Ok(())
    })
}

/// One prefix.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let (route, bits) = (c.peek_u8(0)?, c.peek_u8(1)?);
    cx.field(TLV_EXTPFX_ROTUETYPE, c, 1)?;
    cx.field(PREFIX_LENGTH, c, 1)?;
    cx.field(TLV_EXTPFX_AF, c, 1)?;
    cx.flags(TLV_EXTPFX_FLAGS, c, 1, &[TLV_EXTPFX_FLAGS_A, TLV_EXTPFX_FLAGS_N])?;
    let address = address(cx, c, bits)?;
    let route = TLV_EXTPFX_ROTUETYPE_NAMES.or(u64::from(route), "Unknown");
    cx.append(line, |o| _ = write!(o, "  (Type: {route:<13} Prefix: {address}/{bits})"));
    prefix_parts(cx, c)
}

/// Several prefixes behind each other.
fn prefix_range<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let (bits, size) = (c.peek_u8(0)?, c.peek_u16(2)?);
    cx.field(PREFIX_LENGTH, c, 1)?;
    cx.field(TLV_EXTPFX_AF, c, 1)?;
    cx.field(TLV_RANGE_SIZE, c, 2)?;
    cx.flags(TLV_EXTPFX_RANGE_FLAGS, c, 1, &[TLV_EXTPFX_RANGE_FLAGS_IA])?;
    reserved(cx, c, 3)?;
    let address = address(cx, c, bits)?;
    cx.append(line, |o| _ = write!(o, "  (Range Size: {size}, Prefix: {address}/{bits})"));
    prefix_parts(cx, c)
}

/// The address of a prefix: in whole words, none for the one that takes all.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, bits: u8) -> Result<Ipv4Addr, requin_wire::Stop> {
    if bits == 0 {
        return Ok(Ipv4Addr::UNSPECIFIED);
    }
    let address = Ipv4Addr::from(c.peek_u32(0)?);
    cx.field(V3_ADDRESS_PREFIX_IPV4, c, 4)?;
    Ok(address)
}

/// What stands behind a prefix.
fn prefix_parts<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 4 {
        let (kind, len, mut tlv) = next(c)?;
        let line = cx.line(tlv.span(4 + len), |o| {
            let name = TLV_SIDLABEL_RANGE_TYPE_NAMES.or(u64::from(kind), "Unknown");
            _ = o.s(name).s(" Sub-TLV");
        });
        cx.under(line, |cx| -> Step {
            head(cx, TLV_EXTPFX_SUBTLV_TYPE, &mut tlv)?;
            let mut value = tlv.within(len);
            match kind {
                1 => label(cx, line, &mut value),
                2 => {
                    cx.flags(
                        TLV_PFXSID_FLAGS,
                        &mut value,
                        1,
                        &[
                            TLV_PFXSID_FLAGS_NP,
                            TLV_PFXSID_FLAGS_M,
                            TLV_PFXSID_FLAGS_E,
                            TLV_PFXSID_FLAGS_V,
                            TLV_PFXSID_FLAGS_L,
                        ],
                    )?;
                    reserved(cx, &mut value, 1)?;
                    cx.field(TLV_EXTLINK_MT_ID, &mut value, 1)?;
                    cx.field(LSA_SA, &mut value, 1)?;
                    label(cx, line, &mut value)
                }
                _ => Ok(()),
            }
        })?;
    }
    Ok(())
}
