//! Addresses in LISP's control messages: of a family, or in its canonical format (RFC 8060).

use super::lisp::*;
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Stop, Value, be};

/// The families that are read.
const IPV4: u16 = 1;
const IPV6: u16 = 2;
/// The canonical address format.
pub(super) const CANONICAL: u16 = 16387;
const MAC: u16 = 16389;

/// Kinds of canonical addresses.
const LIST: u8 = 1;
const INSTANCE: u8 = 2;
const TRANSLATED: u8 = 7;

/// Whether addresses of this family can be read.
pub(super) fn is_known(afi: u16) -> bool {
    matches!(afi, 0 | IPV4 | IPV6 | CANONICAL | MAC)
}

/// The fields that an address is shown as, by its family.
pub(super) struct Rows {
    pub(super) name: &'static str,
    pub(super) v4: Field,
    pub(super) v6: Field,
    pub(super) mac: Option<Field>,
}

/// An address that was read.
#[derive(Clone, Copy)]
pub(super) struct Address<'b> {
    bytes: &'b [u8],
    /// The number of the instance it belongs to.
    instance: Option<u32>,
    /// The kind of canonical address.
    kind: Option<u8>,
}

impl Address<'_> {
    /// Whether it was in the canonical format.
    pub(super) fn is_canonical(&self) -> bool {
        self.kind.is_some()
    }

    pub(super) fn write(&self, o: &mut Out<'_>) {
        if let Some(instance) = self.instance {
            o.s("[").u(instance).s("] ");
        }
        match (self.bytes.len(), self.kind) {
            (4, _) => _ = o.ipv4(be(self.bytes) as u32),
            (6, _) => _ = o.hex_bytes(self.bytes, b':'),
            (16, _) => _ = o.ipv6(self.bytes),
            (_, Some(kind)) if self.instance.is_none() => _ = o.s(LCAF_TYPE_NAMES.or(kind.into(), "Unknown")),
            _ => _ = o.s("not set"),
        }
    }
}

/// Bytes of an address of a family other than the canonical one.
fn plain<'b>(c: &mut Cursor<'b>, afi: u16) -> Result<&'b [u8], Stop> {
    c.bytes(match afi {
        IPV4 => 4,
        IPV6 => 16,
        MAC => 6,
        _ => 0,
    })
}

/// Reads an address and adds it as the field of its family.
pub(super) fn read<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    afi: u16,
    rows: &Rows,
) -> Result<Address<'b>, Stop> {
    let from = *c;
    if afi == CANONICAL {
        let line = cx.line(c.span(0), |o| _ = o.s(rows.name));
        let address = cx.under(line, |cx| canonical(cx, c))?;
        cx.set_len(line, from.left() - c.left());
        cx.label(line, |o| {
            o.s(rows.name).s(": ");
            address.write(o);
        });
        return Ok(address);
    }
    let bytes = plain(c, afi)?;
    let (field, n) = match afi {
        IPV4 => (Some(rows.v4), 4),
        IPV6 => (Some(rows.v6), 16),
        MAC => (rows.mac, 6),
        _ => (None, 0),
    };
    if let Some(field) = field {
        cx.peek(field, &from, n)?;
    }
    Ok(Address { bytes, instance: None, kind: None })
}

/// Reads an address without a field of its own; one in the canonical format is shown all the same.
pub(super) fn read_as_text<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    afi: u16,
) -> Result<Address<'b>, Stop> {
    if afi == CANONICAL {
        return canonical(cx, c);
    }
    Ok(Address { bytes: plain(c, afi)?, instance: None, kind: None })
}

fn canonical<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>) -> Result<Address<'b>, Stop> {
    let h = *c.peek_array::<6>()?;
    let (kind, len) = (h[2], usize::from(u16::from_be_bytes([h[4], h[5]])));
    let item = cx.add(LCAF, c.span(6 + len), Value::None);
    let head = c.span(6);
    let mut one = c.take_all(6 + len)?;
    let mut address = Address { bytes: &[], instance: None, kind: Some(kind) };
    cx.under(item, |cx| -> Step {
        let top = cx.add(LCAF_HEADER, head, Value::Bytes(head));
        cx.under(top, |cx| {
            run(
                cx,
                &mut one,
                &[(LCAF_RES1, 1), (LCAF_FLAGS, 1), (LCAF_TYPE, 1), (LCAF_RES2, 1), (LCAF_LENGTH, 2)],
            )
        })?;
        match kind {
            LIST => list(cx, &mut one),
            INSTANCE => {
                address.instance = Some(cx.u32(LCAF_IID, &mut one)?);
                let afi = cx.u16(LCAF_IID_AFI, &mut one)?;
                let rows =
                    Rows { name: "Address", v4: LCAF_IID_IPV4, v6: LCAF_IID_IPV6, mac: Some(LCAF_IID_MAC) };
                // One in another is not entered.
                if afi != CANONICAL {
                    address.bytes = read(cx, &mut one, afi, &rows)?.bytes;
                }
                Ok(())
            }
            TRANSLATED => translated(cx, &mut one),
            _ => Ok(()),
        }
    })?;
    cx.label(item, |o| {
        o.s("LCAF: ").s(LCAF_TYPE_NAMES.or(kind.into(), "Unknown"));
        if let Some(instance) = address.instance {
            o.s(": ").u(instance).s(", Address: ");
            Address { instance: None, ..address }.write(o);
        }
    });
    Ok(address)
}

fn list<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut number = 0u32;
    while c.left() >= 2 {
        let from = *c;
        number += 1;
        let afi = c.peek_u16(0)?;
        let item = cx.add(LCAF_AFI_LIST_ITEM, c.span(0), Value::None);
        let rows = Rows {
            name: "List Item Address",
            v4: LCAF_AFI_LIST_IPV4,
            v6: LCAF_AFI_LIST_IPV6,
            mac: Some(LCAF_AFI_LIST_MAC),
        };
        let address = cx.under(item, |cx| {
            cx.u16(LCAF_AFI_LIST_AFI, c)?;
            if afi == CANONICAL || !is_known(afi) {
                return Err(Stop::Malformed);
            }
            read(cx, c, afi, &rows)
        })?;
        cx.set_len(item, from.left() - c.left());
        cx.label(item, |o| {
            o.s("List Item ").u(number).s(". ");
            o.s(match afi {
                IPV4 => "IPv4",
                IPV6 => "IPv6",
                _ => "MAC",
            });
            o.s(" Address: ");
            address.write(o);
        });
    }
    Ok(())
}

/// Addresses before and behind a translator.
fn translated<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(LCAF_NATT_MSPORT, 2), (LCAF_NATT_ETRPORT, 2)])?;
    let mut number = 0u32;
    while c.left() >= 2 {
        let from = *c;
        let item = cx.add(LCAF_NATT_RLOC, c.span(0), Value::None);
        let rows = Rows { name: "RLOC", v4: LCAF_NATT_RLOC_IPV4, v6: LCAF_NATT_RLOC_IPV6, mac: None };
        let address = cx.under(item, |cx| {
            let afi = cx.u16(LCAF_NATT_RLOC_AFI, c)?;
            if afi == CANONICAL || !is_known(afi) {
                return Err(Stop::Malformed);
            }
            read(cx, c, afi, &rows)
        })?;
        cx.set_len(item, from.left() - c.left());
        cx.label(item, |o| {
            match number {
                0 => _ = o.s("RLOC of Global ETR"),
                1 => _ = o.s("RLOC of MS"),
                2 => _ = o.s("RLOC of Private ETR"),
                n => _ = o.s("RLOC of RTR ").u(n - 2),
            }
            o.s(": ");
            address.write(o);
        });
        number += 1;
    }
    Ok(())
}
