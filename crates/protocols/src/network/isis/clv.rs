//! What the PDUs of IS-IS have in common: variable length fields (codes, lengths, values), authentication and checksums.

use super::NLPID_NAMES;
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Value, names};

/// The fields of a code and its length, and the experts for what is short and for what is not known.
pub(super) struct Rows {
    pub(super) code: Field,
    pub(super) len: Field,
    pub(super) short: Field,
    pub(super) unknown: Field,
}

/// A line of text that is an expert item at the same time.
pub(super) fn remark<S: Sink>(
    cx: &mut Cx<'_, S>,
    expert: Field,
    c: &Cursor<'_>,
    len: usize,
    text: impl Fn(&mut Out<'_>),
) {
    let line = cx.line(c.span(len), &text);
    cx.expert_with(expert, line, c.span(0), text);
}

/// Walks through variable length fields; those without a name are unknown.
pub(super) fn each<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    rows: &Rows,
    name: fn(u8) -> Option<&'static str>,
    mut body: impl FnMut(&mut Cx<'_, S>, u8, &mut Cursor<'_>) -> Step,
) -> Step {
    while c.left() >= 2 {
        let [code, len] = *c.peek_array::<2>()?;
        let size = usize::from(len);
        if size > c.left() - 2 {
            let left = c.left() - 2;
            remark(cx, rows.short, c, left, |o| {
                o.s("Short CLV header (").u(len).s(" vs ").u(left as u64).s(")");
            });
            return Ok(());
        }
        // One that the capture cut is not shown.
        c.peek_bytes(0, 2 + size)?;
        let line = cx.line(c.span(2 + size), |o| {
            o.s(name(code).unwrap_or("Unknown code")).s(" (t=").u(code).s(", l=").u(len).s(")");
        });
        let mut one = c.take(2 + size);
        cx.under(line, |cx| {
            cx.u8(rows.code, &mut one)?;
            cx.u8(rows.len, &mut one)?;
            if name(code).is_some() {
                return body(cx, code, &mut one);
            }
            remark(cx, rows.unknown, &one, size, |o| {
                o.s("Dissector for IS-IS CLV (").u(code);
                o.s(") code not implemented, Contact Wireshark developers if you want this supported");
            });
            Ok(())
        })?;
    }
    Ok(())
}

/// An area address: a byte, then pairs of bytes.
fn write_area(o: &mut Out<'_>, bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    o.x(*first, 2);
    for pair in rest.chunks(2) {
        o.s(".").hex_bytes(pair, 0);
    }
}

/// Area addresses, each behind its length.
pub(super) fn areas<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, short: Field) -> Step {
    while !c.is_empty() {
        let len = usize::from(c.peek_u8(0)?);
        let left = c.left() - 1;
        if len > left {
            remark(cx, short, c, left, |o| {
                o.s("short address, packet says ").u(len as u64).s(", we have ").u(left as u64).s(" left");
            });
            return Ok(());
        }
        // Its length is part of the node, and of its value.
        let span = c.span(1 + len);
        let bytes = c.peek_bytes(1, len)?;
        let item = cx.add(field, span, Value::Bytes(span));
        cx.label(item, |o| {
            o.s("Area address (").u(len as u64).s("): ");
            write_area(o, bytes);
        });
        c.skip(1 + len)?;
    }
    Ok(())
}

/// Protocols that a router supports, by their network layer identifiers.
pub(super) fn protocols<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let n = c.left();
    let bytes = c.peek_bytes(0, n)?;
    if n == 0 {
        cx.line(c.span(0), |o| _ = o.s("No NLPIDs"));
        return Ok(());
    }
    let line = cx.line(c.span(n), |o| {
        o.s(if n == 1 { "NLPID: " } else { "NLPIDs: " });
        for (i, id) in bytes.iter().enumerate() {
            o.s(if i > 0 { ", " } else { "" }).s(NLPID_NAMES.or(u64::from(*id), "Unknown"));
            o.s(" (").hex(*id, 2).s(")");
        }
    });
    cx.under(line, |cx| {
        while !c.is_empty() {
            cx.u8(field, c)?;
        }
        Ok(())
    })
}

/// Addresses of one size, as many as there are.
pub(super) fn addresses<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    field: Field,
    size: usize,
    short: Field,
) -> Step {
    while !c.is_empty() {
        if c.left() < size {
            let left = c.left();
            let what = if size == 4 { "IP" } else { "IPv6" };
            remark(cx, short, c, left, |o| {
                o.s("Short ").s(what).s(" interface address (").u(left as u64).s(" vs ");
                o.u(size as u64).s(")");
            });
            return Ok(());
        }
        cx.field(field, c, size)?;
    }
    Ok(())
}

/// The instance that PDUs belong to, and the topologies of it, RFC 8202.
pub(super) fn instance<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, iid: Field, itid: Field) -> Step {
    cx.u16(iid, c)?;
    while c.left() >= 2 {
        cx.u16(itid, c)?;
    }
    Ok(())
}

/// Text of the rest.
pub(super) fn text<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let n = c.left();
    if n > 0 {
        cx.bytes(field, c, n)?;
    }
    Ok(())
}

/// Topologies, RFC 5120.
pub(super) fn topologies<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    field: Field,
    malformed: Field,
) -> Step {
    while !c.is_empty() {
        if c.left() < 2 {
            remark(cx, malformed, c, 1, |o| _ = o.s("malformed MT-ID"));
            return Ok(());
        }
        let id = c.peek_u16(0)?;
        let item = cx.field(field, c, 2)?;
        cx.label(item, |o| {
            o.s(match id & 0xfff {
                0 => "IPv4 Unicast Topology",
                1 => "In-Band Management Topology",
                2 => "IPv6 Unicast Topology",
                3 => "IPv4 Multicast Topology",
                4 => "IPv6 Multicast Topology",
                5 => "IPv6 In-Band Management Topology",
                4095 => "Development, Experimental or Proprietary Topology",
                _ => "Reserved for IETF Consensus",
            });
            o.s(" (0x").x(id & 0xfff, 3).s(")");
            o.s(if id & 0x8000 != 0 { ", Overload bit set" } else { "" });
            o.s(if id & 0x4000 != 0 { ", ATT bit set" } else { "" });
        });
    }
    Ok(())
}

names! {
    HMAC_NAMES {
        20 => "hmac-sha1", 28 => "hmac-sha224", 32 => "hmac-sha256", 48 => "hmac-sha384", 64 => "hmac-sha512",
    }
}

/// Authentication, RFC 5304 and RFC 5310. `field` is what it says as bytes.
pub(super) fn authentication<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    field: Field,
    unknown: Field,
) -> Step {
    let kind = c.peek_u8(0)?;
    c.skip(1)?;
    if kind == 3 {
        cx.u16(super::routing::CLV_KEY_ID, c)?;
    }
    let n = c.left();
    let bytes = c.peek_bytes(0, n)?;
    let hmac = HMAC_NAMES.find(n as u64);
    match kind {
        1 | 3 | 54 => {
            let item = cx.add(field, c.span(n), Value::Bytes(c.span(n)));
            cx.label(item, |o| {
                let digest = |o: &mut Out<'_>| {
                    o.s("), message digest (length ").u(n as u64).s(") = ").hex_bytes(bytes, 0);
                };
                match (kind, hmac) {
                    (1, _) if n == 0 => _ = o.s("clear text (1), no clear-text password found!!!"),
                    (1, _) => _ = o.s("clear text (1), password (length ").u(n as u64).s(") = ").text(bytes),
                    (54, _) if n == 16 => {
                        o.s("hmac-md5 (54");
                        digest(o);
                    }
                    (54, _) => _ = o.s("hmac-md5 (54), illegal hmac-md5 digest format (must be 16 bytes)"),
                    (_, Some(name)) => {
                        o.s("CRYPTO_AUTH ").s(name).s(" (3");
                        digest(o);
                    }
                    _ => _ = o.s("CRYPTO_AUTH (3) illegal message digest format"),
                }
            });
        }
        _ => {
            let item = cx.add(field, c.span(n), Value::Bytes(c.span(n)));
            cx.label(item, |o| _ = o.s("type ").hex(kind, 2).s(" (").hex(n as u64, 2).s(")"));
            remark(cx, unknown, c, n, |o| _ = o.s("Unknown authentication type"));
        }
    }
    c.skip(n)
}

/// The checksum of ISO 8473 that should stand at `at` in `bytes`, and whether what stands there is right.
pub(super) fn fletcher(bytes: &[u8], at: usize) -> Option<(u16, bool)> {
    let (mut c0, mut c1, mut with0, mut with1) = (0u32, 0u32, 0u32, 0u32);
    for (i, b) in bytes.iter().enumerate() {
        let b = u32::from(*b);
        with0 = (with0 + b) % 255;
        with1 = (with1 + with0) % 255;
        if i != at && i != at + 1 {
            c0 = (c0 + b) % 255;
        }
        c1 = (c1 + c0) % 255;
    }
    let behind = u32::try_from(bytes.len().checked_sub(at + 1)?).ok()? % 255;
    let x = (behind * c0 + 255 - c1) % 255;
    let y = (c1 + 255 * 255 - (behind + 1) * c0 % 255) % 255;
    let whole = |n: u32| if n == 0 { 255u16 } else { n as u16 };
    Some((whole(x) << 8 | whole(y), with0 == 0 && with1 == 0))
}

/// Shows a checksum at the cursor over `bytes` (`None`: not all were captured), where it stands at `at`. Gives whether it is wrong.
pub(super) fn checksum<S: Sink>(
    cx: &mut Cx<'_, S>,
    rows: [Field; 3],
    c: &mut Cursor<'_>,
    bytes: Option<&[u8]>,
    at: usize,
) -> Result<bool, requin_wire::Stop> {
    let stored = c.peek_u16(0)?;
    let item = cx.field(rows[0], c, 2)?;
    let span = c.span(0);
    if stored == 0 {
        cx.label(item, |o| _ = o.s("Checksum: [missing]"));
        cx.set_generated(item);
        cx.generated(rows[1], span, Value::U(3));
        return Ok(false);
    }
    let status = |cx: &mut Cx<'_, S>, n: u64| _ = cx.generated(rows[1], span, Value::U(n));
    match bytes.and_then(|b| fletcher(b, at)) {
        None => {
            cx.append(item, |o| _ = o.s(" [unverified]"));
            status(cx, 2);
            Ok(false)
        }
        Some((_, true)) => {
            cx.append(item, |o| _ = o.s(" [correct]"));
            status(cx, 1);
            Ok(false)
        }
        Some((right, false)) => {
            cx.append(item, |o| _ = o.s(" incorrect, should be ").hex(right, 4));
            cx.expert_with(rows[2], item, span, |o| _ = o.s("Bad checksum [should be ").hex(right, 4).s("]"));
            status(cx, 0);
            Ok(true)
        }
    }
}

/// Names of the flags that are set, behind a flag field's value.
pub(super) fn name_flags<S: Sink>(cx: &mut Cx<'_, S>, item: Item, value: u64, names: &[(u64, &str)]) {
    cx.append(item, |o| {
        for (bit, name) in names {
            if value & bit != 0 {
                o.s(", ").s(name);
            }
        }
    });
}

/// A system identifier with as many bytes as there are, as `1111.2222.3333.00-00`.
pub(super) fn write_system(o: &mut Out<'_>, id: &[u8]) {
    for (i, b) in id.iter().enumerate() {
        match i {
            0 | 1 | 3 | 5 => {}
            7 => _ = o.s("-"),
            _ => _ = o.s("."),
        }
        o.x(*b, 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_of_iso_8473() {
        let mut bytes: Vec<u8> = (0..40u8).map(|n| n.wrapping_mul(7).wrapping_add(3)).collect();
        let (right, good) = fletcher(&bytes, 12).unwrap();
        assert!(!good);
        bytes[12..14].copy_from_slice(&right.to_be_bytes());
        assert_eq!(fletcher(&bytes, 12), Some((right, true)));
        bytes[30] ^= 1;
        assert!(!fletcher(&bytes, 12).unwrap().1);
        assert_eq!(fletcher(&[], 0), None);
    }

    #[test]
    fn identifiers() {
        let text = |f: &dyn Fn(&mut Out<'_>)| {
            let mut buf = Vec::new();
            f(&mut Out::new(&mut buf));
            String::from_utf8(buf).unwrap()
        };
        assert_eq!(text(&|o| write_system(o, &[1, 2, 3, 4, 5, 6, 7, 8])), "0102.0304.0506.07-08");
        assert_eq!(text(&|o| write_area(o, &[0x49, 0, 1, 2])), "49.0001.02");
        assert_eq!(text(&|o| write_area(o, &[])), "");
    }
}
