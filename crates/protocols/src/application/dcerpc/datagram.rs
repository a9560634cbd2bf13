//! PDUs of datagrams (C706, 12.5): all of the header has a fixed place.

use super::*;
use requin_wire::Time;

const FLAGS1: &[Field] = &[
    DG_FLAGS1_RSRVD_80,
    DG_FLAGS1_BROADCAST,
    DG_FLAGS1_IDEMPOTENT,
    DG_FLAGS1_MAYBE,
    DG_FLAGS1_NOFACK,
    DG_FLAGS1_FRAG,
    DG_FLAGS1_LAST_FRAG,
    DG_FLAGS1_RSRVD_01,
];

const FLAGS2: &[Field] = &[
    DG_FLAGS2_RSRVD_80,
    DG_FLAGS2_RSRVD_40,
    DG_FLAGS2_RSRVD_20,
    DG_FLAGS2_RSRVD_10,
    DG_FLAGS2_RSRVD_08,
    DG_FLAGS2_RSRVD_04,
    DG_FLAGS2_CANCEL_PENDING,
    DG_FLAGS2_RSRVD_01,
];

const NAMES1: &[(u64, &str)] = &[
    (0x40, "Broadcast"),
    (0x20, "Idempotent"),
    (0x10, "Maybe"),
    (0x08, "No Fack"),
    (0x04, "Fragment"),
    (0x02, "Last Fragment"),
];

const IS_FRAGMENT: u64 = 0x04;

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DCERPC");
    let name = PKT_TYPE_NAMES.or(u64::from(c.peek_u8(1)?), "Unknown");
    cx.info(|o| _ = o.s(name));
    let h = *cx.first(c.peek_array::<DATAGRAM_HEADER>())?;
    let (kind, little) = (h[1], h[4] & 0x10 != 0);
    let short = |at: usize| {
        let b = h.get(at..at + 2).unwrap_or_default();
        if little { requin_wire::le(b) } else { requin_wire::be(b) }
    };
    let (opnum, len, fragment) = (short(68), short(74), short(76));
    let serial = u64::from(h[7]) << 8 | u64::from(h[79]);
    let sequence = h.get(64..68).unwrap_or_default();
    let sequence = if little { requin_wire::le(sequence) } else { requin_wire::be(sequence) };
    let me = cx.proto_item();
    cx.label(me, |o| {
        o.s("Distributed Computing Environment / Remote Procedure Call (DCE/RPC) ").s(name);
        o.s(", Seq: ").u(sequence).s(", Serial: ").u(serial).s(", Frag: ").u(fragment);
        o.s(", FragLen: ").u(len);
    });
    cx.u8(VER, &mut c)?;
    cx.u8(PKT_TYPE, &mut c)?;
    let (flags, item) = cx.flags(DG_FLAGS1, &mut c, 1, FLAGS1)?;
    cx.append(item, |o| {
        for (_, name) in NAMES1.iter().filter(|(bit, _)| flags & bit != 0) {
            o.s(", ").s(name);
        }
    });
    cx.flags(DG_FLAGS2, &mut c, 1, FLAGS2)?;
    drep(cx, &mut c, 3)?;
    cx.u8(DG_SERIAL_HI, &mut c)?;
    named(cx, OBJ_ID, "Object", &mut c, little)?;
    named(cx, DG_IF_ID, "Interface", &mut c, little)?;
    uuid(cx, DG_ACT_ID, &mut c, little)?;
    let at = c.span(4);
    let boot = if little { c.peek_u32(0)?.swap_bytes() } else { c.peek_u32(0)? };
    let item = cx.add(DG_SERVER_BOOT, at, Time::new(i64::from(boot), 0).into());
    if boot == 0 {
        cx.label(item, |o| _ = o.s("Server boot time: Unknown (0)"));
    }
    c.skip(4)?;
    number(cx, DG_IF_VER, &mut c, little, 4)?;
    number(cx, DG_SEQNUM, &mut c, little, 4)?;
    for field in [OPNUM, DG_IHINT, DG_AHINT, DG_FRAG_LEN, DG_FRAG_NUM] {
        number(cx, field, &mut c, little, 2)?;
    }
    cx.u8(DG_AUTH_PROTO, &mut c)?;
    cx.u8(DG_SERIAL_LO, &mut c)?;
    cx.info(|o| {
        o.s(name).s(": seq: ").u(sequence);
        if matches!(kind, REQUEST | RESPONSE) {
            if flags & IS_FRAGMENT != 0 {
                o.s(" frag: ").u(fragment).s(" serial: ").u(serial);
            }
            o.s(" opnum: ").u(opnum).s(" len: ").u(len);
        }
    });
    if matches!(kind, FAULT | REJECT) && c.left() >= 4 {
        let status = number(cx, DG_STATUS, &mut c, little, 4)?;
        cx.info_add(|o| {
            o.s(": status: ").s(STATUS.or(status, "Unknown")).s(" (").hex(status, 8).s(")");
        });
    }
    Ok(())
}

const REJECT: u8 = 6;

/// A UUID with its name in its line.
fn named<S: Sink>(cx: &mut Cx<'_, S>, field: Field, what: &str, c: &mut Cursor<'_>, little: bool) -> Step {
    let (u, item) = uuid(cx, field, c, little)?;
    cx.label(item, |o| {
        o.s(what);
        if let Some(name) = uuid_name(&u) {
            o.s(": ").s(name);
        }
        o.s(" UUID: ");
        write_uuid(o, &u);
    });
    Ok(())
}
