//! Locator/ID Separation Protocol, RFC 9301: control messages, and packets they are encapsulated in.

use super::address_family;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    LISP "lisp" "Locator/ID Separation Protocol" "LISP Control" Carrier
    on [Udp 4342]
    fields {
        TYPE "lisp.type" "Type": U24 Dec & 0xf00000 = TYPE_NAMES;
        IRC "lisp.irc" "ITR-RLOC Count": U24 Dec & 0x1f;
        RECORDS "lisp.records" "Record Count": U8 Dec;
        NONCE "lisp.nonce" "Nonce": U64 Hex;
        MREQ_FLAGS "lisp.mreq.flags" "Flags": U24 Hex & 0xfc000;
        MREQ_FLAGS_AUTH "lisp.mreq.flags.auth" "A bit (Authoritative)": Bool(24) & 0x80000 = crate::common::SET;
        MREQ_FLAGS_MRP "lisp.mreq.flags.mrp" "M bit (Map-Reply present)": Bool(24) & 0x40000 = crate::common::SET;
        MREQ_FLAGS_PROBE "lisp.mreq.flags.probe" "P bit (Probe)": Bool(24) & 0x20000 = crate::common::SET;
        MREQ_FLAGS_SMR "lisp.mreq.flags.smr" "S bit (Solicit-Map-Request)": Bool(24) & 0x10000 = crate::common::SET;
        MREQ_FLAGS_PITR "lisp.mreq.flags.pitr" "p bit (Proxy ITR)": Bool(24) & 0x8000 = crate::common::SET;
        MREQ_FLAGS_SMRI "lisp.mreq.flags.smri" "s bit (SMR-invoked)": Bool(24) & 0x4000 = crate::common::SET;
        MREQ_RES "lisp.mreq.res" "Reserved bits": U24 Hex & 0x3fe0;
        MREQ_SRCEID_AFI "lisp.mreq.srceid.afi" "Source EID AFI": U16 Dec = address_family::NAMES;
        MREQ_SRCEID_IPV4 "lisp.mreq.srceid.ipv4" "Source EID": Ipv4;
        MREQ_ITR_RLOC_AFI "lisp.mreq.itr_rloc.afi" "ITR-RLOC AFI": U16 Dec = address_family::NAMES;
        MREQ_ITR_RLOC_IPV6 "lisp.mreq.itr_rloc_ipv6" "ITR-RLOC Address": Ipv6;
        MREQ_RECORD_RES "lisp.mreq.record.res" "Reserved": U8 Hex;
        MREQ_RECORD_PREFIX_LENGTH "lisp.mreq.record.prefix.length" "Prefix Length": U8 Dec;
        MREQ_RECORD_PREFIX_AFI "lisp.mreq.record.prefix.afi" "Prefix AFI": U16 Dec = address_family::NAMES;
        MREQ_RECORD_PREFIX_IPV4 "lisp.mreq.record.prefix.ipv4" "Prefix": Ipv4;
        MREP_FLAGS_PROBE "lisp.mrep.flags.probe" "P bit (Probe)": Bool(24) & 0x80000 = crate::common::SET;
        MREP_FLAGS_ENLR "lisp.mrep.flags.enlr" "E bit (Echo-Nonce locator reachability algorithm enabled)": Bool(24) & 0x40000 = crate::common::SET;
        MREP_FLAGS_SEC "lisp.mrep.flags.sec" "S bit (LISP-SEC capable)": Bool(24) & 0x20000 = crate::common::SET;
        MREP_RES "lisp.mrep.res" "Reserved bits": U24 Hex & 0x1ffff;
        MREG_FLAGS_PMR "lisp.mreg.flags.pmr" "P bit (Proxy-Map-Reply)": Bool(24) & 0x80000 = crate::common::SET;
        MREG_FLAGS_SEC "lisp.mreg.flags.sec" "S bit (LISP-SEC capable)": Bool(24) & 0x40000 = crate::common::SET;
        MREG_FLAGS_XTRID "lisp.mreg.flags.xtrid" "I bit (xTR-ID present)": Bool(24) & 0x20000 = crate::common::SET;
        MREG_FLAGS_RTR "lisp.mreg.flags.rtr" "R bit (Built for an RTR)": Bool(24) & 0x10000 = crate::common::SET;
        MREG_FLAGS_WMN "lisp.mreg.flags.wmn" "M bit (Want-Map-Notify)": Bool(24) & 0x1 = crate::common::SET;
        MREG_RES "lisp.mreg.res" "Reserved bits": U24 Hex & 0xfffe;
        KEYID "lisp.keyid" "Key ID": U16 Hex;
        AUTHLEN "lisp.authlen" "Authentication Data Length": U16 Dec;
        AUTH "lisp.auth" "Authentication Data": Bytes;
        MNOT_FLAGS_XTRID "lisp.mnot.flags.xtrid" "I bit (xTR-ID present)": Bool(24) & 0x80000 = crate::common::SET;
        MNOT_FLAGS_RTR "lisp.mnot.flags.rtr" "R bit (Built for an RTR)": Bool(24) & 0x40000 = crate::common::SET;
        MNOT_RES "lisp.mnot.res" "Reserved bits": U24 Hex & 0x3ffff;
        LOC "lisp.loc" "Locator Record": None;
        LOC_PRIORITY "lisp.loc.priority" "Priority": U8 Dec;
        LOC_WEIGHT "lisp.loc.weight" "Weight": U8 Dec;
        LOC_MULTICAST_PRIORITY "lisp.loc.multicast_priority" "Multicast Priority": U8 Dec;
        LOC_MULTICAST_WEIGHT "lisp.loc.multicast_weight" "Multicast Weight": U8 Dec;
        LOC_FLAGS "lisp.loc.flags" "Flags": U16 Hex;
        LOC_FLAGS_LOCAL "lisp.loc.flags.local" "Local": Bool(16) & 0x4 = crate::common::SET;
        LOC_FLAGS_PROBE "lisp.loc.flags.probe" "Probe": Bool(16) & 0x2 = crate::common::SET;
        LOC_FLAGS_REACH "lisp.loc.flags.reach" "Reachable": Bool(16) & 0x1 = crate::common::SET;
        LOC_FLAGS_RES "lisp.loc.flags.res" "Reserved": U16 Hex & 0xfff8;
        LOC_AFI "lisp.loc.afi" "AFI": U16 Dec = address_family::NAMES;
        LOC_LOCATOR "lisp.loc.locator" "Locator": Str;
        MAPPING "lisp.mapping" "Mapping Record": None;
        MAPPING_TTL "lisp.mapping.ttl" "Record TTL": U32 Dec;
        MAPPING_LOCCNT "lisp.mapping.loccnt" "Locator Count": U8 Dec;
        MAPPING_EID_MASKLEN "lisp.mapping.eid.masklen" "EID Mask Length": U8 Dec;
        MAPPING_ACT "lisp.mapping.act" "Action": U16 Dec & 0xe000 = MAPPING_ACT_NAMES;
        MAPPING_AUTH "lisp.mapping.auth" "Authoritative bit": Bool(16) & 0x1000 = crate::common::SET;
        MAPPING_RES1 "lisp.mapping.res1" "Reserved": U16 Hex & 0x7ff;
        MAPPING_RES2 "lisp.mapping.res2" "Reserved": U16 Hex & 0xf000;
        MAPPING_VER "lisp.mapping.ver" "Mapping Version": U16 Dec & 0xfff;
        MAPPING_EID_AFI "lisp.mapping.eid.afi" "EID Prefix AFI": U16 Dec = address_family::NAMES;
        MAPPING_EID_IPV4 "lisp.mapping.eid.ipv4" "EID Prefix": Ipv4;
        MAPPING_EID_IPV6 "lisp.mapping.eid.ipv6" "EID Prefix": Ipv6;
        ECM_FLAGS_SEC "lisp.ecm.flags.sec" "S bit (LISP-SEC capable)": Bool(32) & 0x8000000 = crate::common::SET;
        ECM_FLAGS_DDT "lisp.ecm.flags.ddt" "D bit (DDT-originated)": Bool(32) & 0x4000000 = crate::common::SET;
        ECM_RES "lisp.ecm.res" "Reserved bits": U32 Hex & 0x3ffffff;
    }
}

names! {
    TYPE_NAMES {
        1 => "Map-Request",
        2 => "Map-Reply",
        3 => "Map-Register",
        4 => "Map-Notify",
        6 => "Map-Referral",
        7 => "Info",
        8 => "Encapsulated Control Message",
    }
    MAPPING_ACT_NAMES {
        0 => "No-Action",
        1 => "Natively-Forward",
        2 => "Send-Map-Request",
        3 => "Drop/No-Reason",
        4 => "Drop/Policy-Denied",
        5 => "Drop/Authentication-Failure",
        6 => "Forward-For-Unknown-Address",
    }
}

/// Types of messages.
const REQUEST: u8 = 1;
const REPLY: u8 = 2;
const REGISTER: u8 = 3;
const NOTIFY: u8 = 4;
const ENCAPSULATED: u8 = 8;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LISP");
    let first = c.peek_u8(0)?;
    let kind = first >> 4;
    let inside = cx.nth() > 1;
    if !inside {
        cx.info_clear();
    }
    cx.peek(TYPE, &c, 3)?;
    match kind {
        ENCAPSULATED => {
            cx.peek(ECM_FLAGS_SEC, &c, 4)?;
            cx.peek(ECM_FLAGS_DDT, &c, 4)?;
            cx.field(ECM_RES, &mut c, 4)?;
            cx.proto_len(4);
            match c.peek_u8(0)? >> 4 {
                4 => cx.call(super::ipv4::ID, c),
                6 => cx.call(super::ipv6::ID, c),
                _ => cx.call(crate::meta::data::ID, c),
            }
        }
        REQUEST => {
            cx.info(|o| _ = o.s(if inside { "Encapsulated " } else { "" }).s("Map-Request"));
            request(cx, c)
        }
        REPLY | REGISTER | NOTIFY => {
            let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
            cx.info(|o| _ = o.s(if inside { "Encapsulated " } else { "" }).s(name));
            mappings(cx, c, kind)
        }
        _ => {
            cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown LISP Control Packet")));
            Ok(())
        }
    }
}

/// An address by its family; what it adds is the field for its kind. Answers its bytes.
fn address<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    afi: u16,
    v4: Option<Field>,
    v6: Option<Field>,
) -> Result<&'b [u8], Stop> {
    let (field, n) = match afi {
        0 => return Ok(&[]),
        1 => (v4, 4),
        2 => (v6, 16),
        _ => return Err(Stop::Malformed),
    };
    if let Some(field) = field {
        cx.peek(field, c, n)?;
    }
    c.bytes(n)
}

fn write(o: &mut Out<'_>, a: &[u8]) {
    match a.len() {
        4 => _ = o.ipv4(requin_wire::be(a) as u32),
        16 => _ = o.ipv6(a),
        _ => {}
    }
}

/// A request for mappings, section 5.2.
fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let locators = u32::from(c.peek_u8(2)? & 0x1f) + 1;
    let bits =
        [MREQ_FLAGS_AUTH, MREQ_FLAGS_MRP, MREQ_FLAGS_PROBE, MREQ_FLAGS_SMR, MREQ_FLAGS_PITR, MREQ_FLAGS_SMRI];
    let mut at = c;
    cx.flags(MREQ_FLAGS, &mut at, 3, &bits)?;
    cx.peek(MREQ_RES, &c, 3)?;
    cx.peek(IRC, &c, 3)?;
    c.skip(3)?;
    let records = cx.u8(RECORDS, &mut c)?;
    cx.u64(NONCE, &mut c)?;
    let afi = cx.u16(MREQ_SRCEID_AFI, &mut c)?;
    address(cx, &mut c, afi, Some(MREQ_SRCEID_IPV4), None)?;
    for _ in 0..locators {
        let afi = cx.u16(MREQ_ITR_RLOC_AFI, &mut c)?;
        address(cx, &mut c, afi, None, Some(MREQ_ITR_RLOC_IPV6))?;
    }
    for i in 0..records {
        cx.u8(MREQ_RECORD_RES, &mut c)?;
        let len = cx.u8(MREQ_RECORD_PREFIX_LENGTH, &mut c)?;
        let afi = cx.u16(MREQ_RECORD_PREFIX_AFI, &mut c)?;
        let a = address(cx, &mut c, afi, Some(MREQ_RECORD_PREFIX_IPV4), None)?;
        cx.info_add(|o| {
            o.s(if i == 0 { " for " } else { ", " });
            write(o, a);
            o.s("/").u(len);
        });
    }
    Ok(())
}

/// Replies, registrations and notifications: sections 5.4, 5.6 and 5.7.
fn mappings<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8) -> Step {
    let bits: &[Field] = match kind {
        REPLY => &[MREP_FLAGS_PROBE, MREP_FLAGS_ENLR, MREP_FLAGS_SEC, MREP_RES],
        REGISTER => {
            &[MREG_FLAGS_PMR, MREG_FLAGS_SEC, MREG_FLAGS_XTRID, MREG_FLAGS_RTR, MREG_RES, MREG_FLAGS_WMN]
        }
        _ => &[MNOT_FLAGS_XTRID, MNOT_FLAGS_RTR, MNOT_RES],
    };
    for field in bits {
        cx.peek(*field, &c, 3)?;
    }
    c.skip(3)?;
    let records = cx.u8(RECORDS, &mut c)?;
    cx.u64(NONCE, &mut c)?;
    if kind != REPLY {
        cx.u16(KEYID, &mut c)?;
        let len = cx.u16(AUTHLEN, &mut c)?;
        if len > 0 {
            cx.bytes(AUTH, &mut c, usize::from(len))?;
        }
    }
    for i in 0..records {
        mapping(cx, &mut c, i)?;
    }
    Ok(())
}

/// One mapping of a prefix to locators.
fn mapping<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, index: u8) -> Step {
    let start = *c;
    let item = cx.add(MAPPING, c.span(0), Value::None);
    cx.under(item, |cx| {
        cx.u32(MAPPING_TTL, c)?;
        let locators = cx.u8(MAPPING_LOCCNT, c)?;
        let len = cx.u8(MAPPING_EID_MASKLEN, c)?;
        cx.peek(MAPPING_ACT, c, 2)?;
        cx.peek(MAPPING_AUTH, c, 2)?;
        cx.field(MAPPING_RES1, c, 2)?;
        cx.peek(MAPPING_RES2, c, 2)?;
        cx.field(MAPPING_VER, c, 2)?;
        let afi = cx.u16(MAPPING_EID_AFI, c)?;
        let a = address(cx, c, afi, Some(MAPPING_EID_IPV4), Some(MAPPING_EID_IPV6))?;
        cx.info_add(|o| {
            o.s(if index == 0 { " for " } else { ", " });
            write(o, a);
            o.s("/").u(len);
        });
        for _ in 0..locators {
            locator(cx, c)?;
        }
        Ok::<(), Stop>(())
    })?;
    cx.set_len(item, start.left() - c.left());
    Ok(())
}

fn locator<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(LOC, c.span(0), Value::None);
    cx.under(item, |cx| {
        for field in [LOC_PRIORITY, LOC_WEIGHT, LOC_MULTICAST_PRIORITY, LOC_MULTICAST_WEIGHT] {
            cx.u8(field, c)?;
        }
        cx.flags(LOC_FLAGS, c, 2, &[LOC_FLAGS_RES, LOC_FLAGS_LOCAL, LOC_FLAGS_PROBE, LOC_FLAGS_REACH])?;
        let afi = cx.u16(LOC_AFI, c)?;
        let span = c.span(if afi == 1 { 4 } else { 16 });
        let a = address(cx, c, afi, None, None)?;
        cx.add_str(LOC_LOCATOR, span, |o| write(o, a));
        Ok::<(), Stop>(())
    })
}
