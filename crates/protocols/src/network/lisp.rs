//! Locator/ID Separation Protocol, RFC 9301: control messages, and packets they are encapsulated in.

use super::{address_family, lisp_address};
use crate::common::{SET, run};
use lisp_address::{Address, Rows};
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    LISP "lisp" "Locator/ID Separation Protocol" "LISP Control" Carrier
    on [Udp 4342]
    fields {
        TYPE "lisp.type" "Type": U24 Dec & 0xf00000 = TYPE_NAMES;
        IRC "lisp.irc" "ITR-RLOC Count": U24 Dec & 0x1f;
        RECORDS "lisp.records" "Record Count": U8 Dec;
        NONCE "lisp.nonce" "Nonce": U64 Hex;
        MREQ_FLAGS "lisp.mreq.flags" "Flags": U24 Hex & 0xfc000;
        MREQ_FLAGS_AUTH "lisp.mreq.flags.auth" "A bit (Authoritative)": Bool(24) & 0x80000 = SET;
        MREQ_FLAGS_MRP "lisp.mreq.flags.mrp" "M bit (Map-Reply present)": Bool(24) & 0x40000 = SET;
        MREQ_FLAGS_PROBE "lisp.mreq.flags.probe" "P bit (Probe)": Bool(24) & 0x20000 = SET;
        MREQ_FLAGS_SMR "lisp.mreq.flags.smr" "S bit (Solicit-Map-Request)": Bool(24) & 0x10000 = SET;
        MREQ_FLAGS_PITR "lisp.mreq.flags.pitr" "p bit (Proxy ITR)": Bool(24) & 0x8000 = SET;
        MREQ_FLAGS_SMRI "lisp.mreq.flags.smri" "s bit (SMR-invoked)": Bool(24) & 0x4000 = SET;
        MREQ_RES "lisp.mreq.res" "Reserved bits": U24 Hex & 0x3fe0;
        MREQ_SRCEID_AFI "lisp.mreq.srceid.afi" "Source EID AFI": U16 Dec = address_family::NAMES;
        MREQ_SRCEID_STRING "lisp.mreq.srceid.string" "Source EID": Str;
        MREQ_SRCEID_IPV4 "lisp.mreq.srceid.ipv4" "Source EID": Ipv4;
        MREQ_SRCEID_IPV6 "lisp.mreq.srceid_ipv6" "Source EID": Ipv6;
        MREQ_SRCEID_MAC "lisp.mreq.srceid.mac" "Source EID": Ether;
        MREQ_ITR_RLOC "lisp.mreq.itr_rloc" "ITR-RLOC": None;
        MREQ_ITR_RLOC_AFI "lisp.mreq.itr_rloc.afi" "ITR-RLOC AFI": U16 Dec = address_family::NAMES;
        MREQ_ITR_RLOC_IPV4 "lisp.mreq.itr_rloc_ipv4" "ITR-RLOC Address": Ipv4;
        MREQ_ITR_RLOC_IPV6 "lisp.mreq.itr_rloc_ipv6" "ITR-RLOC Address": Ipv6;
        MREQ_RECORD_RES "lisp.mreq.record.res" "Reserved": U8 Hex;
        MREQ_RECORD_PREFIX_LENGTH "lisp.mreq.record.prefix.length" "Prefix Length": U8 Dec;
        MREQ_RECORD_PREFIX_AFI "lisp.mreq.record.prefix.afi" "Prefix AFI": U16 Dec = address_family::NAMES;
        MREQ_RECORD_PREFIX_IPV4 "lisp.mreq.record.prefix.ipv4" "Prefix": Ipv4;
        MREQ_RECORD_PREFIX_IPV6 "lisp.mreq.record.prefix.ipv6" "Prefix": Ipv6;
        MREQ_RECORD_PREFIX_MAC "lisp.mreq.record.prefix.mac" "Prefix": Ether;
        MREQ_RECORD "lisp.mreq.record" "Map-Request Record": None;
        MREP_RECORD "lisp.mrep.record" "Map-Reply Record": None;
        MREP_FLAGS_PROBE "lisp.mrep.flags.probe" "P bit (Probe)": Bool(24) & 0x80000 = SET;
        MREP_FLAGS_ENLR "lisp.mrep.flags.enlr" "E bit (Echo-Nonce locator reachability algorithm enabled)": Bool(24) & 0x40000 = SET;
        MREP_FLAGS_SEC "lisp.mrep.flags.sec" "S bit (LISP-SEC capable)": Bool(24) & 0x20000 = SET;
        MREP_RES "lisp.mrep.res" "Reserved bits": U24 Hex & 0x1ffff;
        MREG_FLAGS_PMR "lisp.mreg.flags.pmr" "P bit (Proxy-Map-Reply)": Bool(24) & 0x80000 = SET;
        MREG_FLAGS_SEC "lisp.mreg.flags.sec" "S bit (LISP-SEC capable)": Bool(24) & 0x40000 = SET;
        MREG_FLAGS_XTRID "lisp.mreg.flags.xtrid" "I bit (xTR-ID present)": Bool(24) & 0x20000 = SET;
        MREG_FLAGS_RTR "lisp.mreg.flags.rtr" "R bit (Built for an RTR)": Bool(24) & 0x10000 = SET;
        MREG_FLAGS_WMN "lisp.mreg.flags.wmn" "M bit (Want-Map-Notify)": Bool(24) & 0x1 = SET;
        MREG_RES "lisp.mreg.res" "Reserved bits": U24 Hex & 0xfffe;
        MREF_RES "lisp.mref.res" "Reserved bits": U24 Hex & 0xfffff;
        KEYID "lisp.keyid" "Key ID": U16 Hex;
        AUTHLEN "lisp.authlen" "Authentication Data Length": U16 Dec;
        AUTH "lisp.auth" "Authentication Data": Bytes;
        XTRID "lisp.xtrid" "xTR-ID": Bytes;
        SITEID "lisp.siteid" "Site-ID": Bytes;
        MNOT_FLAGS_XTRID "lisp.mnot.flags.xtrid" "I bit (xTR-ID present)": Bool(24) & 0x80000 = SET;
        MNOT_FLAGS_RTR "lisp.mnot.flags.rtr" "R bit (Built for an RTR)": Bool(24) & 0x40000 = SET;
        MNOT_RES "lisp.mnot.res" "Reserved bits": U24 Hex & 0x3ffff;
        INFO_R "lisp.info.r" "R bit (Info-Reply)": Bool(24) & 0x80000 = SET;
        INFO_RES1 "lisp.info.res1" "Reserved bits": U32 Hex & 0x7ffffff;
        INFO_TTL "lisp.info.ttl" "TTL": U32 Dec;
        INFO_RES2 "lisp.info.res2" "Reserved bits": U8 Hex & 0xff;
        INFO_PREFIX_MASKLEN "lisp.info.prefix.masklen" "EID Prefix Mask Length": U8 Dec;
        INFO_PREFIX_AFI "lisp.info.prefix.afi" "Prefix AFI": U16 Dec = address_family::NAMES;
        INFO_PREFIX_IPV4 "lisp.info.prefix.ipv4" "Prefix": Ipv4;
        INFO_PREFIX_IPV6 "lisp.info.prefix.ipv6" "Prefix": Ipv6;
        INFO_AFI "lisp.info.afi" "AFI": U16 Dec = address_family::NAMES;
        LOC "lisp.loc" "Locator Record": None;
        LOC_PRIORITY "lisp.loc.priority" "Priority": U8 Dec;
        LOC_WEIGHT "lisp.loc.weight" "Weight": U8 Dec;
        LOC_MULTICAST_PRIORITY "lisp.loc.multicast_priority" "Multicast Priority": U8 Dec;
        LOC_MULTICAST_WEIGHT "lisp.loc.multicast_weight" "Multicast Weight": U8 Dec;
        LOC_FLAGS "lisp.loc.flags" "Flags": U16 Hex;
        LOC_FLAGS_LOCAL "lisp.loc.flags.local" "Local": Bool(16) & 0x4 = SET;
        LOC_FLAGS_PROBE "lisp.loc.flags.probe" "Probe": Bool(16) & 0x2 = SET;
        LOC_FLAGS_REACH "lisp.loc.flags.reach" "Reachable": Bool(16) & 0x1 = SET;
        LOC_FLAGS_RES "lisp.loc.flags.res" "Reserved": U16 Hex & 0xfff8;
        LOC_AFI "lisp.loc.afi" "AFI": U16 Dec = address_family::NAMES;
        LOC_LOCATOR "lisp.loc.locator" "Locator": Str;
        MAPPING "lisp.mapping" "Mapping Record": None;
        MAPPING_TTL "lisp.mapping.ttl" "Record TTL": U32 Dec;
        MAPPING_LOCCNT "lisp.mapping.loccnt" "Locator Count": U8 Dec;
        MAPPING_EID_MASKLEN "lisp.mapping.eid.masklen" "EID Mask Length": U8 Dec;
        MAPPING_ACT "lisp.mapping.act" "Action": U16 Dec & 0xe000 = MAPPING_ACT_NAMES;
        MAPPING_AUTH "lisp.mapping.auth" "Authoritative bit": Bool(16) & 0x1000 = SET;
        REFERRAL_INCOMPLETE "lisp.referral.incomplete" "Incomplete": Bool(16) & 0x800 = SET;
        MAPPING_RES1 "lisp.mapping.res1" "Reserved": U16 Hex & 0x7ff;
        MAPPING_RES2 "lisp.mapping.res2" "Reserved": U16 Hex & 0xf000;
        MAPPING_VER "lisp.mapping.ver" "Mapping Version": U16 Dec & 0xfff;
        REFERRAL_SIGCNT "lisp.referral.sigcnt" "Signature Count": U16 Dec & 0xf000;
        MAPPING_EID_AFI "lisp.mapping.eid.afi" "EID Prefix AFI": U16 Dec = address_family::NAMES;
        MAPPING_EID_IPV4 "lisp.mapping.eid.ipv4" "EID Prefix": Ipv4;
        MAPPING_EID_IPV6 "lisp.mapping.eid.ipv6" "EID Prefix": Ipv6;
        MAPPING_EID_MAC "lisp.mapping.eid.mac" "EID Prefix": Ether;
        ECM_FLAGS_SEC "lisp.ecm.flags.sec" "S bit (LISP-SEC capable)": Bool(32) & 0x8000000 = SET;
        ECM_FLAGS_DDT "lisp.ecm.flags.ddt" "D bit (DDT-originated)": Bool(32) & 0x4000000 = SET;
        ECM_RES "lisp.ecm.res" "Reserved bits": U32 Hex & 0x3ffffff;
        LCAF "lisp.lcaf" "LCAF": None;
        LCAF_HEADER "lisp.lcaf.header" "LCAF Header": Bytes;
        LCAF_RES1 "lisp.lcaf.res1" "Reserved bits": U8 Hex;
        LCAF_FLAGS "lisp.lcaf.flags" "Flags": U8 Hex;
        LCAF_TYPE "lisp.lcaf.type" "Type": U8 Dec = LCAF_TYPE_NAMES;
        LCAF_RES2 "lisp.lcaf.res2" "Reserved bits": U8 Hex;
        LCAF_LENGTH "lisp.lcaf.length" "Length": U16 Dec;
        LCAF_AFI_LIST_ITEM "lisp.lcaf.afi_list.item" "List Item": None;
        LCAF_AFI_LIST_AFI "lisp.lcaf.afi_list.afi" "List Item AFI": U16 Dec = address_family::NAMES;
        LCAF_AFI_LIST_IPV4 "lisp.lcaf.afi_list.ipv4" "List Item Address": Ipv4;
        LCAF_AFI_LIST_IPV6 "lisp.lcaf.afi_list.ipv6" "List Item Address": Ipv6;
        LCAF_AFI_LIST_MAC "lisp.lcaf.afi_list.mac" "List Item Address": Ether;
        LCAF_IID "lisp.lcaf.iid" "Instance ID": U32 Dec;
        LCAF_IID_AFI "lisp.lcaf.iid.afi" "Address AFI": U16 Dec = address_family::NAMES;
        LCAF_IID_IPV4 "lisp.lcaf.iid.ipv4" "Address": Ipv4;
        LCAF_IID_IPV6 "lisp.lcaf.iid.ipv6" "Address": Ipv6;
        LCAF_IID_MAC "lisp.lcaf.iid.mac" "Address": Ether;
        LCAF_NATT_RLOC "lisp.lcaf.natt.rloc" "RLOC": None;
        LCAF_NATT_RLOC_AFI "lisp.lcaf.natt.rloc.afi" "RLOC AFI": U16 Dec = address_family::NAMES;
        LCAF_NATT_RLOC_IPV4 "lisp.lcaf.natt.rloc.ipv4" "RLOC": Ipv4;
        LCAF_NATT_RLOC_IPV6 "lisp.lcaf.natt.rloc.ipv6" "RLOC": Ipv6;
        LCAF_NATT_MSPORT "lisp.lcaf.natt.msport" "MS UDP Port Number": U16 Dec;
        LCAF_NATT_ETRPORT "lisp.lcaf.natt.etrport" "ETR UDP Port Number": U16 Dec;
    }
    experts {
        UNEXPECTED_FIELD "lisp.unexpected_field" Error Protocol "Unexpected field";
    }
}

names! {
    pub(super) TYPE_NAMES {
        1 => "Map-Request",
        2 => "Map-Reply",
        3 => "Map-Register",
        4 => "Map-Notify",
        6 => "Map-Referral",
        7 => "Info",
        8 => "Encapsulated Control Message",
    }
    pub(super) MAPPING_ACT_NAMES {
        0 => "No-Action",
        1 => "Natively-Forward",
        2 => "Send-Map-Request",
        3 => "Drop/No-Reason",
        4 => "Drop/Policy-Denied",
        5 => "Drop/Authentication-Failure",
        6 => "Forward-For-Unknown-Address",
    }
    pub(super) LCAF_TYPE_NAMES {
        0 => "Null Body",
        1 => "AFI List",
        2 => "Instance ID",
        3 => "AS Number",
        4 => "Application Data",
        5 => "Geo Coordinates",
        6 => "Opaque Key",
        7 => "NAT Traversal",
        8 => "Nonce Locator",
        9 => "Multicast Info",
        10 => "Explicit Locator Path",
        11 => "Security Key",
        12 => "Source/Dest Key",
        13 => "Replication List Entry",
        14 => "JSON Data Model",
        15 => "Key/Value Address Pair",
        255 => "Vendor Specific LCAF",
    }
}

/// Types of messages.
const REQUEST: u8 = 1;
const REPLY: u8 = 2;
pub(super) const REGISTER: u8 = 3;
pub(super) const NOTIFY: u8 = 4;
const REFERRAL: u8 = 6;
const INFO: u8 = 7;
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
    let begin = |cx: &mut Cx<'_, S>, name: &str, more: &str| {
        cx.info(|o| _ = o.s(if inside { "Encapsulated " } else { "" }).s(name).s(more));
    };
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
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
            let flags = c.peek_u16(0)?;
            begin(
                cx,
                name,
                match flags {
                    f if f & 0x0200 != 0 => " (RLOC-probe)",
                    f if f & 0x0100 != 0 => " (SMR)",
                    f if f & 0x0040 != 0 => " (SMR-invoked)",
                    _ => "",
                },
            );
            // What asks to be asked in turn names no prefix that it wants.
            request(cx, c, flags & 0x0040 == 0)
        }
        REPLY | REGISTER | NOTIFY | REFERRAL => {
            begin(cx, name, if kind == REPLY && first & 8 != 0 { " (RLOC-probe reply)" } else { "" });
            mappings(cx, c, kind)
        }
        INFO => {
            begin(cx, if first & 8 == 0 { "Info-Request" } else { "Info-Reply" }, "");
            info(cx, c)
        }
        _ => {
            cx.info(|o| _ = o.s("Unknown LISP Control Packet (").u(kind).s(")"));
            cx.call(crate::meta::data::ID, c)
        }
    }
}

/// Adds a prefix to the Info column.
fn tell<S: Sink>(cx: &mut Cx<'_, S>, address: Address<'_>, len: u8, first: bool) {
    cx.info_add(|o| {
        o.s(if first { " for " } else { ", " });
        address.write(o);
        o.s("/").u(len);
    });
}

const SOURCE: Rows =
    Rows { name: "Source EID", v4: MREQ_SRCEID_IPV4, v6: MREQ_SRCEID_IPV6, mac: Some(MREQ_SRCEID_MAC) };
const ITR: Rows =
    Rows { name: "ITR-RLOC Address", v4: MREQ_ITR_RLOC_IPV4, v6: MREQ_ITR_RLOC_IPV6, mac: None };
const ASKED: Rows = Rows {
    name: "Prefix",
    v4: MREQ_RECORD_PREFIX_IPV4,
    v6: MREQ_RECORD_PREFIX_IPV6,
    mac: Some(MREQ_RECORD_PREFIX_MAC),
};
const MAPPED: Rows =
    Rows { name: "EID Prefix", v4: MAPPING_EID_IPV4, v6: MAPPING_EID_IPV6, mac: Some(MAPPING_EID_MAC) };
const INFORMED: Rows = Rows { name: "Prefix", v4: INFO_PREFIX_IPV4, v6: INFO_PREFIX_IPV6, mac: None };

/// A request for mappings, section 5.2.
fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, told: bool) -> Step {
    let locators = u32::from(c.peek_u8(2)? & 0x1f) + 1;
    let with_reply = c.peek_u8(0)? & 4 != 0;
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
    if afi == 0 {
        cx.add_str(MREQ_SRCEID_STRING, c.span(0), |o| _ = o.s("not set"));
    } else {
        lisp_address::read(cx, &mut c, afi, &SOURCE)?;
    }
    for i in 0..locators {
        let from = c;
        let item = cx.add(MREQ_ITR_RLOC, c.span(0), Value::None);
        let address = cx.under(item, |cx| {
            let afi = cx.u16(MREQ_ITR_RLOC_AFI, &mut c)?;
            lisp_address::read(cx, &mut c, afi, &ITR)
        })?;
        cx.set_len(item, from.left() - c.left());
        cx.label(item, |o| {
            o.s("ITR-RLOC ").u(i + 1).s(": ");
            address.write(o);
        });
    }
    for i in 0..records {
        let from = c;
        let item = cx.add(MREQ_RECORD, c.span(0), Value::None);
        let (address, len) = cx.under(item, |cx| {
            cx.u8(MREQ_RECORD_RES, &mut c)?;
            let len = cx.u8(MREQ_RECORD_PREFIX_LENGTH, &mut c)?;
            let afi = cx.u16(MREQ_RECORD_PREFIX_AFI, &mut c)?;
            Ok::<_, Stop>((lisp_address::read(cx, &mut c, afi, &ASKED)?, len))
        })?;
        cx.set_len(item, from.left() - c.left());
        cx.label(item, |o| {
            o.s("Map-Request Record ").u(i + 1).s(": ");
            address.write(o);
            o.s("/").u(len);
        });
        if told {
            tell(cx, address, len, i == 0);
        }
    }
    if !with_reply {
        return Ok(());
    }
    let item = cx.add(MREP_RECORD, c.span(c.left()), Value::None);
    cx.under(item, |cx| mapping(cx, &mut c, 0, REPLY, false))
}

/// Replies, registrations and notifications: sections 5.4, 5.6 and 5.7; referrals: RFC 8111.
pub(super) fn mappings<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8) -> Step {
    let flags = c.peek_u8(0)?;
    let bits: &[Field] = match kind {
        REPLY => &[MREP_FLAGS_PROBE, MREP_FLAGS_ENLR, MREP_FLAGS_SEC, MREP_RES],
        REGISTER => {
            &[MREG_FLAGS_PMR, MREG_FLAGS_SEC, MREG_FLAGS_XTRID, MREG_FLAGS_RTR, MREG_RES, MREG_FLAGS_WMN]
        }
        REFERRAL => &[MREF_RES],
        _ => &[MNOT_FLAGS_XTRID, MNOT_FLAGS_RTR, MNOT_RES],
    };
    for field in bits {
        cx.peek(*field, &c, 3)?;
    }
    c.skip(3)?;
    let records = cx.u8(RECORDS, &mut c)?;
    cx.u64(NONCE, &mut c)?;
    if matches!(kind, REGISTER | NOTIFY) {
        authentication(cx, &mut c)?;
    }
    for i in 0..records {
        mapping(cx, &mut c, i, kind, true)?;
    }
    let named = kind == REGISTER && flags & 2 != 0 || kind == NOTIFY && flags & 8 != 0;
    if named && c.left() >= 24 {
        run(cx, &mut c, &[(XTRID, 16), (SITEID, 8)])?;
    }
    if c.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) }
}

fn authentication<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16(KEYID, c)?;
    let len = cx.u16(AUTHLEN, c)?;
    if len > 0 {
        cx.bytes(AUTH, c, usize::from(len))?;
    }
    Ok(())
}

/// Whether an address can be read; otherwise says so.
fn is_expected<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, afi: u16, what: &str) -> bool {
    let known = lisp_address::is_known(afi);
    if !known {
        cx.expert_with(UNEXPECTED_FIELD, cx.proto_item(), c.span(0), |o| {
            o.s("Unexpected ").s(what).s(" AFI (").u(afi).s("), cannot decode");
        });
    }
    known
}

/// One mapping of a prefix to locators.
pub(super) fn mapping<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    index: u8,
    kind: u8,
    told: bool,
) -> Step {
    let start = *c;
    let head = *c.peek_array::<12>()?;
    let afi = u16::from_be_bytes([head[10], head[11]]);
    if !is_expected(cx, c, afi, "EID prefix") {
        return Ok(());
    }
    let flags = head[6];
    let item = cx.add(MAPPING, c.span(0), Value::None);
    let (address, len) = cx.under(item, |cx| {
        cx.u32(MAPPING_TTL, c)?;
        let locators = cx.u8(MAPPING_LOCCNT, c)?;
        let len = cx.u8(MAPPING_EID_MASKLEN, c)?;
        cx.peek(MAPPING_ACT, c, 2)?;
        cx.peek(MAPPING_AUTH, c, 2)?;
        if kind == REFERRAL {
            cx.peek(REFERRAL_INCOMPLETE, c, 2)?;
        }
        cx.field(MAPPING_RES1, c, 2)?;
        cx.peek(if kind == REFERRAL { REFERRAL_SIGCNT } else { MAPPING_RES2 }, c, 2)?;
        cx.field(MAPPING_VER, c, 2)?;
        let afi = cx.u16(MAPPING_EID_AFI, c)?;
        let address = lisp_address::read(cx, c, afi, &MAPPED)?;
        if told {
            tell(cx, address, len, index == 0);
        }
        for i in 0..locators {
            locator(cx, c, i)?;
        }
        Ok::<_, Stop>((address, len))
    })?;
    cx.set_len(item, start.left() - c.left());
    cx.label(item, |o| {
        o.s("Mapping Record ").u(index + 1).s(", EID Prefix: ");
        address.write(o);
        o.s("/").u(len).s(", TTL: ").u(requin_wire::be(head.get(..4).unwrap_or_default()));
        let action = u64::from(flags >> 5);
        if kind == REFERRAL {
            o.s(", ").s(REFERRAL_NAMES.or(action, "Unknown"));
            o.s(if flags & 8 != 0 { " (Incomplete)" } else { "" });
        } else {
            o.s(", Action: ").s(MAPPING_ACT_NAMES.or(action, "Invalid"));
        }
        o.s(if flags & 0x10 != 0 { ", Authoritative" } else { ", Not Authoritative" });
    });
    Ok(())
}

names! {
    /// What a referral is, by its action (RFC 8111).
    REFERRAL_NAMES {
        0 => "Node Referral",
        1 => "Map-Server Referral",
        2 => "Map-Server ACK",
        3 => "Map-Server Not Registered",
        4 => "Delegation Hole",
        5 => "Not Authoritative",
    }
}

fn locator<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, index: u8) -> Step {
    let start = *c;
    let head = *c.peek_array::<8>()?;
    let item = cx.add(LOC, c.span(0), Value::None);
    let address = cx.under(item, |cx| {
        run(
            cx,
            c,
            &[(LOC_PRIORITY, 1), (LOC_WEIGHT, 1), (LOC_MULTICAST_PRIORITY, 1), (LOC_MULTICAST_WEIGHT, 1)],
        )?;
        cx.flags(LOC_FLAGS, c, 2, &[LOC_FLAGS_RES, LOC_FLAGS_LOCAL, LOC_FLAGS_PROBE, LOC_FLAGS_REACH])?;
        let afi = cx.u16(LOC_AFI, c)?;
        if !is_expected(cx, c, afi, "locator") {
            return Err(Stop::Malformed);
        }
        let from = *c;
        let address = lisp_address::read_as_text(cx, c, afi)?;
        if !address.is_canonical() && afi != 0 {
            cx.add_str(LOC_LOCATOR, c.span_since(&from), |o| address.write(o));
        }
        Ok::<_, Stop>(address)
    })?;
    cx.set_len(item, start.left() - c.left());
    cx.label(item, |o| {
        let flags = head[5];
        o.s("Locator Record ").u(index + 1).s(", ");
        o.s(if flags & 4 != 0 { "Local " } else { "" }).s("RLOC: ");
        address.write(o);
        o.s(if flags & 2 != 0 { " (probed)" } else { "" });
        o.s(if flags & 1 != 0 { ", Reachable" } else { ", Unreachable" });
        o.s(", Priority/Weight: ").u(head[0]).s("/").u(head[1]);
        o.s(", Multicast Priority/Weight: ").u(head[2]).s("/").u(head[3]);
    });
    Ok(())
}

/// Information about translators on the way, draft-ermagan-lisp-nat-traversal.
fn info<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.peek(INFO_R, &c, 3)?;
    cx.field(INFO_RES1, &mut c, 4)?;
    cx.u64(NONCE, &mut c)?;
    authentication(cx, &mut c)?;
    cx.u32(INFO_TTL, &mut c)?;
    cx.u8(INFO_RES2, &mut c)?;
    let from = c;
    let mut at = c;
    let len = at.peek_u8(0)?;
    at.skip(3)?;
    let line = cx.line(c.span(0), |o| _ = o.s("EID Prefix"));
    let address = cx.under(line, |cx| {
        cx.u8(INFO_PREFIX_MASKLEN, &mut c)?;
        let afi = cx.u16(INFO_PREFIX_AFI, &mut c)?;
        lisp_address::read(cx, &mut c, afi, &INFORMED)
    })?;
    cx.set_len(line, from.left() - c.left());
    cx.label(line, |o| {
        o.s("EID Prefix: ");
        address.write(o);
        o.s("/").u(len);
    });
    tell(cx, address, len, true);
    let afi = cx.u16(INFO_AFI, &mut c)?;
    if afi == lisp_address::CANONICAL {
        lisp_address::read_as_text(cx, &mut c, afi)?;
    }
    Ok(())
}
