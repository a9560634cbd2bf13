//! What data frames carry: packets in LLC, encrypted bytes, fragments, several MSDUs.

use super::*;

/// Shows the payload.
///
/// # Errors
/// Whatever stopped the protocol above.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: &Head) -> Step {
    // The frame's own header is all that the node covers.
    let item = cx.proto_item();
    cx.end_at(item, &c);
    // Bit 2 of the subtype: no data.
    if head.kind & 4 != 0 {
        return Ok(());
    }
    if head.has(flags::PROTECTED) {
        return protected(cx, c);
    }
    let qos = (head.kind & 8 != 0).then(|| qos_before(&c, head)).flatten();
    if head.flags & 3 == 3 && qos.is_some_and(|q| q & 0x100 != 0) {
        mesh(cx, &mut c)?;
    }
    let numbered = head.sequence.is_some_and(|(_, fragment)| fragment > 0);
    if head.has(flags::MORE_FRAGMENTS) || numbered && !begins_a_packet(&c) {
        cx.info(|o| _ = o.s("Fragmented IEEE 802.11 frame"));
        return cx.call(crate::meta::data::ID, c);
    }
    if qos.is_some_and(|q| q & 0x80 != 0) {
        return aggregate::show(cx, c);
    }
    payload(cx, c, head)
}

/// Whether a packet begins here in SNAP: some access points number whole frames as if they were fragments.
fn begins_a_packet(c: &Cursor<'_>) -> bool {
    c.peek_array::<3>().is_ok_and(|head| *head == [0xaa, 0xaa, 3])
}

/// The QoS control field, which the cursor has passed.
fn qos_before(c: &Cursor<'_>, head: &Head) -> Option<u16> {
    let back = if head.has(flags::ORDER) { 6 } else { 2 };
    let at = c.pos().checked_sub(back)?;
    Some(u16::from_le_bytes(*c.whole().get(at..)?.first_chunk::<2>()?))
}

/// The packet: in LLC nearly always, but some drivers leave an Ethernet header, or raw IPX.
fn payload<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head) -> Step {
    let start = c.rest();
    if start.len() >= 2 && start.get(..2) != Some(&[0xaa, 0xaa]) {
        let ethernet = head.ends.is_some_and(|(d, s)| {
            start.first_chunk::<6>() == Some(&d) || start.get(6..12).is_some_and(|b| b == s)
        });
        if ethernet {
            return cx.call(crate::link::ethernet::ID, c);
        }
        if start.get(..2) == Some(&[0xff, 0xff])
            && let Some(ipx) = cx.registry.proto_named("ipx")
        {
            return cx.call(ipx.id, c);
        }
    }
    cx.call(crate::link::llc::ID, c)
}

/// Bytes that stay what they are: the initialization vector tells how they were encrypted.
///
/// # Errors
/// When the packet ends before.
pub fn protected<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let iv = *c.peek_array::<4>()?;
    let extended = iv[3] & 0x20 != 0 && c.left() >= 8;
    let mut key = c;
    key.advance(3);
    if !extended {
        let item = cx.line(c.span(4), |o| _ = o.s("WEP parameters"));
        let mut data = c;
        data.advance(4);
        cx.under(item, |cx| -> Step {
            cx.peek(WEP_IV, &c, 3)?;
            cx.add(WEP_KEY, key.span(1), Value::U(u64::from(iv[3] >> 6)));
            if data.left() > 4 {
                let icv = address::at(&data, data.left() - 4);
                if icv.captured() >= 4 {
                    let item = cx.peek(WEP_ICV, &icv, 4)?;
                    cx.append(item, |o| _ = o.s(" (not verified)"));
                }
                data = data.within(data.left() - 4);
            }
            Ok(())
        })?;
        return cx.call(crate::meta::data::ID, data);
    }
    // TKIP sets its second byte so that no key is weak; CCMP leaves the third empty.
    let tkip = iv[1] == (iv[0] | 0x20) & 0x7f;
    let b = *c.peek_array::<8>()?;
    let ccmp = !tkip && iv[2] == 0;
    let item = cx.line(c.span(8), |o| {
        o.s(if tkip {
            "TKIP parameters"
        } else if ccmp {
            "CCMP parameters"
        } else {
            "TKIP/CCMP parameters"
        });
    });
    cx.under(item, |cx| {
        let (field, low) = if tkip { (TKIP_EXTIV, [b[0], b[2]]) } else { (CCMP_EXTIV, [b[1], b[0]]) };
        if tkip || ccmp {
            cx.add_str(field, c.span(8), |o| {
                o.s("0x");
                for byte in [b[7], b[6], b[5], b[4], low[0], low[1]] {
                    for digit in [byte >> 4, byte & 15] {
                        o.c(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 });
                    }
                }
            });
        }
        cx.add(WEP_KEY, key.span(1), Value::U(u64::from(iv[3] >> 6)));
    });
    c.skip(8)?;
    cx.call(crate::meta::data::ID, c)
}

/// The mesh control field.
fn mesh<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mode = c.peek_u8(0)? & 3;
    let addresses: &[requin_wire::Field] = match mode {
        1 => &[FIXED_MESH_ADDR4],
        2 => &[FIXED_MESH_ADDR5, FIXED_MESH_ADDR6],
        _ => &[],
    };
    let item = cx.add(MESH_CONTROL_FIELD, c.span(6 + 6 * addresses.len()), Value::None);
    cx.under(item, |cx| -> Step {
        cx.field(FIXED_MESH_FLAGS, c, 1)?;
        cx.field(FIXED_MESH_TTL, c, 1)?;
        cx.field_le(FIXED_MESH_SEQUENCE, c, 4)?;
        for field in addresses {
            cx.field(*field, c, 6)?;
        }
        Ok(())
    })
}
