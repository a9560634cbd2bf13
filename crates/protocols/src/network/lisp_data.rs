//! The Locator/ID Separation Protocol's data plane (RFC 6830 section 5.3): IP in UDP.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    LISP_DATA "lisp-data" "Locator/ID Separation Protocol (Data)" "LISP Data" Carrier
    on [Udp 4341]
    fields {
        FLAGS "lisp-data.flags" "Flags": U8 Hex;
        FLAGS_NONCE "lisp-data.flags.nonce" "N bit (Nonce present)": Bool(8) & 0x80 = crate::common::SET;
        FLAGS_LSB "lisp-data.flags.lsb" "L bit (Locator-Status-Bits field enabled)": Bool(8) & 0x40 = crate::common::SET;
        FLAGS_ENR "lisp-data.flags.enr" "E bit (Echo-Nonce-Request)": Bool(8) & 0x20 = crate::common::SET;
        FLAGS_MV "lisp-data.flags.mv" "V bit (Map-Version present)": Bool(8) & 0x10 = crate::common::SET;
        FLAGS_IID "lisp-data.flags.iid" "I bit (Instance ID present)": Bool(8) & 0x8 = crate::common::SET;
        FLAGS_RES "lisp-data.flags.res" "Reserved": U8 Hex & 0x7;
        NONCE "lisp-data.nonce" "Nonce": U24 DecHex;
        MAPVER "lisp-data.mapver" "Map-Version": U24 Hex;
        SRCMAPVER "lisp-data.srcmapver" "Source Map-Version": U24 Dec & 0xfff000;
        DSTMAPVER "lisp-data.dstmapver" "Destination Map-Version": U24 Dec & 0xfff;
        IID "lisp-data.iid" "Instance ID": U24 Dec;
        LSB "lisp-data.lsb" "Locator-Status-Bits": U32 Hex & 0xffffffff;
        LSB8 "lisp-data.lsb8" "Locator-Status-Bits": U8 Hex & 0xff;
    }
    experts {
        EN_INVALID "lisp-data.flags.en_invalid" Warn Protocol "Invalid flag combination: if E is set, N MUST be set";
        NV_INVALID "lisp-data.flags.nv_invalid" Warn Protocol "Invalid flag combination: N and V can't be set both";
    }
}

const HEADER: usize = 8;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LISP Data");
    cx.info_clear();
    cx.proto_len(HEADER);
    c.peek_bytes(0, HEADER)?;
    let from = c;
    let bits = [FLAGS_NONCE, FLAGS_LSB, FLAGS_ENR, FLAGS_MV, FLAGS_IID, FLAGS_RES];
    let (flags, item) = cx.flags(FLAGS, &mut c, 1, &bits)?;
    if flags & 0xa0 == 0x20 {
        cx.expert(EN_INVALID, item, from.span(1));
    }
    if flags & 0x90 == 0x90 {
        cx.expert(NV_INVALID, item, from.span(1));
    }
    if flags & 0x80 != 0 {
        cx.peek(NONCE, &c, 3)?;
    } else if flags & 0x10 != 0 {
        let versions = cx.peek(MAPVER, &c, 3)?;
        cx.under(versions, |cx| -> Step {
            cx.peek(SRCMAPVER, &c, 3)?;
            cx.peek(DSTMAPVER, &c, 3)?;
            Ok(())
        })?;
    }
    c.skip(3)?;
    if flags & 8 != 0 {
        cx.peek(IID, &c, 3)?;
        if flags & 0x40 != 0 {
            cx.peek_at(LSB8, &c, 3, 1)?;
        }
    } else if flags & 0x40 != 0 {
        cx.peek(LSB, &c, 4)?;
    }
    c.skip(4)?;
    match c.peek_u8(0)? >> 4 {
        4 => cx.call(super::ipv4::ID, c),
        6 => cx.call(super::ipv6::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}
