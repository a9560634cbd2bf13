//! Mobility header of IPv6, RFC 6275, with its options; RFC 3963 (networks), RFC 4283 (identifiers), RFC 4285 (authentication), RFC 5213 (proxies).

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, names, proto};

proto! {
    MIPV6 "mipv6" "Mobile IPv6" "MIPv6" App
    on [IpProto 135]
    fields {
        OPTION_PAD1 "mip6.options.pad1" "MIPv6 Option - Pad1": Bytes;
        OPTION_PADN "mip6.options.padn" "MIPv6 Option - PadN": Bytes;
        OPTION_BRA "mip6.options.bra" "MIPv6 Option - Binding Refresh Advice": Bytes;
        OPTION_ACOA "mip6.options.acoa" "MIPv6 Option - Alternate Care-of Address": Bytes;
        OPTION_NI "mip6.options.ni" "MIPv6 Option - Nonce Indices": Bytes;
        OPTION_BAD_AUTH "mip6.options.bad_auth" "MIPv6 Option - Authorization Data": Bytes;
        OPTION_MNP "mip6.options.mnp" "MIPv6 Option - Mobile Network Prefix": Bytes;
        OPTION_MHLLA "mip6.options.mhlla" "MIPv6 Option - Mobility Header Link-Layer Address": Bytes;
        OPTION_MNID "mip6.options.mnid" "MIPv6 Option - Mobile Node Identifier": Bytes;
        OPTION_AUTH "mip6.options.auth" "MIPv6 Option - AUTH-OPTION-TYPE": Bytes;
        OPTION_MSEG_ID "mip6.options.mseg_id" "MIPv6 Option - MESG-ID-OPTION-TYPE": Bytes;
        OPTION_HNP "mip6.options.hnp" "MIPv6 Option - Home Network Prefix": Bytes;
        OPTION_HI "mip6.options.hi" "MIPv6 Option - Handoff Indicator": Bytes;
        OPTION_ATT "mip6.options.att" "MIPv6 Option - Access Technology Type Option": Bytes;
        OPTION_MNLLI "mip6.options.mnlli" "MIPv6 Option - Mobile Node Link-layer Identifier": Bytes;
        OPTION_LLA "mip6.options.lla" "MIPv6 Option - Link-local Address": Bytes;
        OPTION_TS "mip6.options.ts" "MIPv6 Option - Timestamp": Bytes;
        OPTION_RC "mip6.options.rc" "MIPv6 Option - Restart Counter": Bytes;
        OPTION_IPV4HA "mip6.options.ipv4ha" "MIPv6 Option - IPv4 Home Address": Bytes;
        PROTO_FIELD "mip6.proto" "Payload protocol": U8 Dec = crate::network::protocols::PROTOCOLS;
        HLEN "mip6.hlen" "Header length": U8 Dec;
        MHTYPE "mip6.mhtype" "Mobility Header Type": U8 Dec = MHTYPE_NAMES;
        RESERVED "mip6.reserved" "Reserved": U8 Hex;
        CSUM "mip6.csum" "Checksum": U16 Hex;
        HOTI_COOKIE "mip6.hoti.cookie" "Home Init Cookie": U64 Hex;
        COTI_COOKIE "mip6.coti.cookie" "Care-of Init Cookie": U64 Hex;
        HOT_NINDEX "mip6.hot.nindex" "Home Nonce Index": U16 Dec;
        HOT_COOKIE "mip6.hot.cookie" "Home Init Cookie": U64 Hex;
        HOT_TOKEN "mip6.hot.token" "Home Keygen Token": U64 Hex;
        COT_NINDEX "mip6.cot.nindex" "Care-of Nonce Index": U16 Dec;
        COT_COOKIE "mip6.cot.cookie" "Care-of Init Cookie": U64 Hex;
        BU_SEQNR "mip6.bu.seqnr" "Sequence number": U16 Dec;
        BU_A_FLAG "mip6.bu.a_flag" "Acknowledge (A) flag": Bool(16) & 0x8000 = Names::Bools("Binding Acknowledgement requested", "Binding Acknowledgement not requested");
        BU_H_FLAG "mip6.bu.h_flag" "Home Registration (H) flag": Bool(16) & 0x4000 = Names::Bools("Home Registration", "No Home Registration");
        BU_L_FLAG "mip6.bu.l_flag" "Link-Local Compatibility (L) flag": Bool(16) & 0x2000 = Names::Bools("Link-Local Address Compatibility", "No Link-Local Address Compatibility");
        BU_K_FLAG "mip6.bu.k_flag" "Key Management Compatibility (K) flag": Bool(16) & 0x1000 = Names::Bools("Key Management Mobility Compatibility", "No Key Management Mobility Compatibility");
        BU_M_FLAG "mip6.bu.m_flag" "MAP Registration Compatibility (M) flag": Bool(16) & 0x800 = Names::Bools("MAP Registration Compatibility", "No MAP Registration Compatibility");
        NEMO_BU_R_FLAG "mip6.nemo.bu.r_flag" "Mobile Router (R) flag": Bool(16) & 0x400 = Names::Bools("Mobile Router Compatibility", "No Mobile Router Compatibility");
        BU_P_FLAG "mip6.bu.p_flag" "Proxy Registration (P) flag": Bool(16) & 0x200 = Names::Bools("Proxy Registration", "No Proxy Registration");
        BU_F_FLAG "mip6.bu.f_flag" "Forcing UDP encapsulation (F) flag": Bool(16) & 0x100 = Names::Bools("Forcing UDP encapsulation used", "No Forcing UDP encapsulation");
        BU_T_FLAG "mip6.bu.t_flag" "TLV-header format (T) flag": Bool(16) & 0x80 = Names::Bools("TLV-header format used", "No TLV-header format");
        BU_B_FLAG "mip6.bu.b_flag" "Bulk-Binding-Update flag (B)": Bool(16) & 0x40 = Names::Bools("Enable bulk binding update support", "Disable bulk binding update support");
        BU_LIFETIME "mip6.bu.lifetime" "Lifetime": U16 Dec;
        BA_STATUS "mip6.ba.status" "Status": U8 Dec = BA_STATUS_NAMES;
        BA_K_FLAG "mip6.ba.k_flag" "Key Management Compatibility (K) flag": Bool(8) & 0x80 = Names::Bools("Key Management Mobility Compatibility", "No Key Management Mobility Compatibility");
        NEMO_BA_R_FLAG "mip6.nemo.ba.r_flag" "Mobile Router (R) flag": Bool(8) & 0x40 = Names::Bools("Mobile Router Compatibility", "No Mobile Router Compatibility");
        BA_P_FLAG "mip6.ba.p_flag" "Proxy Registration (P) flag": Bool(8) & 0x20 = Names::Bools("Proxy Registration", "No Proxy Registration");
        BA_T_FLAG "mip6.ba.t_flag" "TLV-header format (T) flag": Bool(8) & 0x10 = Names::Bools("TLV-header format used", "No TLV-header format");
        BA_B_FLAG "mip6.ba.b_flag" "Bulk-Binding-Update flag (B)": Bool(8) & 0x8 = Names::Bools("Enabled bulk binding update support", "Disabled bulk binding update support");
        BA_SEQNR "mip6.ba.seqnr" "Sequence number": U16 Dec;
        BA_LIFETIME "mip6.ba.lifetime" "Lifetime": U16 Dec;
        BE_STATUS "mip6.be.status" "Status": U8 Dec = BE_STATUS_NAMES;
        BE_HADDR "mip6.be.haddr" "Home Address": Ipv6;
        BRA_INTERVAL "mip6.bra.interval" "Refresh interval": U16 Dec;
        ACOA_ACOA "mip6.acoa.acoa" "Alternate care-of address": Ipv6;
        NI_HNI "mip6.ni.hni" "Home nonce index": U16 Dec;
        NI_CNI "mip6.ni.cni" "Care-of nonce index": U16 Dec;
        BAD_AUTH "mip6.bad.auth" "Authenticator": Bytes;
        NEMO_MNP_PFL "mip6.nemo.mnp.pfl" "Mobile Network Prefix Length": U8 Dec;
        NEMO_MNP_MNP "mip6.nemo.mnp.mnp" "Mobile Network Prefix": Ipv6;
        MNID_SUBTYPE "mip6.mnid.subtype" "Subtype": U8 Dec = MNID_SUBTYPE_NAMES;
        MNID_IDENTIFIER "mip6.mnid.identifier" "Identifier": Str;
        BINDING_REFRESH_REQUEST "mip6.binding_refresh_request" "Binding Refresh Request": Bytes;
        PADN "mip6.padn" "PadN": Bytes;
        MOBILITY_OPT_LEN "mip6.mobility_opt.len" "Length": U8 Dec;
    }
}

names! {
    MHTYPE_NAMES {
        0 => "Binding Refresh Request",
        1 => "Home Test Init",
        2 => "Care-of Test Init",
        3 => "Home Test",
        4 => "Care-of Test",
        5 => "Binding Update",
        6 => "Binding Acknowledgement",
        7 => "Binding Error",
        8 => "Fast Binding Update",
        9 => "Fast Binding Acknowledgment",
        10 => "Fast Neighbor Advertisement",
        11 => "Experimental Mobility Header",
        12 => "Home Agent Switch",
        13 => "Heartbeat",
        14 => "Handover Initiate",
        15 => "Handover Acknowledge",
        16 => "Binding Revocation",
        17 => "Localized Routing Initiation",
        18 => "Localized Routing Acknowledgment",
    }
    BA_STATUS_NAMES {
        0 => "Binding Update accepted",
        1 => "Accepted but prefix discovery necessary",
        2 => "GRE_KEY_OPTION_NOT_REQUIRED",
        3 => "GRE_TUNNELING_BUT_TLV_HEADER_NOT_SUPPORTED",
        4 => "MCOA NOTCOMPLETE",
        5 => "MCOA RETURNHOME WO/NDP",
        6 => "PBU_ACCEPTED_TB_IGNORED_SETTINGSMISMATCH",
        128 => "Reason unspecified",
        129 => "Administratively prohibited",
        130 => "Insufficient resources",
        131 => "Home registration not supported",
        132 => "Not home subnet",
        133 => "Not home agent for this mobile node",
        134 => "Duplicate Address Detection failed",
        135 => "Sequence number out of window",
        136 => "Expired home nonce index",
        137 => "Expired care-of nonce index",
        138 => "Expired nonces",
        139 => "Registration type change disallowed",
        140 => "Mobile Router Operation not permitted",
        141 => "Invalid Prefix",
        142 => "Not Authorized for Prefix",
        143 => "Mobile Network Prefix information unavailable",
        145 => "Proxy Registration not supported by the LMA",
        146 => "Proxy Registrations from this MAG not allowed",
        147 => "No home address for this NAI",
        148 => "Invalid Time Stamp Option",
        149 => "Permanent home keygen token exists",
        150 => "Non-null home nonce index expected",
        151 => "SERVICE_AUTHORIZATION_FAILED",
        152 => "PROXY_REG_NOT_ENABLED",
        153 => "NOT_LMA_FOR_THIS_MOBILE_NODE",
        154 => "MAG_NOT_AUTHORIZED_FOR_PROXY_REG",
        155 => "NOT_AUTHORIZED_FOR_HOME_NETWORK_PREFIX",
        156 => "TIMESTAMP_MISMATCH",
        157 => "TIMESTAMP_LOWER_THAN_PREV_ACCEPTED",
        158 => "MISSING_HOME_NETWORK_PREFIX_OPTION",
        159 => "BCE_PBU_PREFIX_SET_DO_NOT_MATCH",
        160 => "MISSING_MN_IDENTIFIER_OPTION",
        161 => "MISSING_HANDOFF_INDICATOR_OPTION",
        162 => "MISSING_ACCESS_TECH_TYPE_OPTION",
        163 => "GRE_KEY_OPTION_REQUIRED",
        164 => "MCOA MALFORMED",
        165 => "MCOA NON-MCOA BINDING EXISTS",
        166 => "MCOA PROHIBITED",
        167 => "MCOA UNKNOWN COA",
        168 => "MCOA BULK REGISTRATION PROHIBITED",
        169 => "MCOA SIMULTANEOUS HOME AND FOREIGN PROHIBITED",
        170 => "NOT_AUTHORIZED_FOR_IPV4_MOBILITY_SERVICE",
        171 => "NOT_AUTHORIZED_FOR_IPV4_HOME_ADDRESS",
        172 => "NOT_AUTHORIZED_FOR_IPV6_MOBILITY_SERVICE",
        173 => "MULTIPLE_IPV4_HOME_ADDRESS_ASSIGNMENT_NOT_SUPPORTED",
        174 => "Invalid Care-of Address",
        175 => "INVALID_MOBILE_NODE_GROUP_IDENTIFIER",
        176 => "REINIT_SA_WITH_HAC",
        177 => "NOT_AUTHORIZED_FOR_DELEGATED_MNP",
        178 => "REQUESTED_DMNP_IN_USE",
    }
    BE_STATUS_NAMES {
        1 => "Unknown binding for Home Address destination option",
        2 => "Unrecognized MH type value",
    }
    MNID_SUBTYPE_NAMES {
        1 => "Network Access Identifier (NAI)",
    }
}

const REFRESH: u8 = 0;
const HOME_INIT: u8 = 1;
const CARE_INIT: u8 = 2;
const HOME: u8 = 3;
const CARE: u8 = 4;
const UPDATE: u8 = 5;
const ACKNOWLEDGEMENT: u8 = 6;
const ERROR: u8 = 7;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("MIPv6");
    cx.info_clear();
    let len = 8 + 8 * usize::from(c.peek_u8(1)?);
    let kind = c.peek_u8(2)?;
    let name = MHTYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s(name));
    let mut c = c.within(len);
    cx.proto_len(len);
    cx.u8(PROTO_FIELD, &mut c)?;
    let item = cx.peek(HLEN, &c, 1)?;
    cx.append(item, |o| _ = o.s(" (").u(len as u64).s(" bytes)"));
    c.skip(1)?;
    run(cx, &mut c, &[(MHTYPE, 1), (RESERVED, 1), (CSUM, 2)])?;
    // How many bytes of the kind come before its options.
    let size = match kind {
        REFRESH => 2,
        HOME_INIT | CARE_INIT => 10,
        HOME | CARE | ERROR => 18,
        UPDATE | ACKNOWLEDGEMENT => 6,
        _ => return Ok(()),
    };
    let mut part = c.take(size);
    if kind == REFRESH {
        cx.field(BINDING_REFRESH_REQUEST, &mut part, 2)?;
    } else {
        let line = cx.line(part.span(size), |o| _ = o.s(name));
        cx.under(line, |cx| message(cx, kind, &mut part))?;
    }
    if c.is_empty() {
        return Ok(());
    }
    let line = cx.line(c.span(c.left()), |o| _ = o.s("Mobility Options"));
    cx.under(line, |cx| options(cx, &mut c))
}

/// A time in units of four seconds.
fn four_seconds<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let units = u32::from(c.peek_u16(0)?);
    let item = cx.field(field, c, 2)?;
    cx.append(item, |o| _ = o.s(" (").u(units * 4).s(" seconds)"));
    Ok(())
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    match kind {
        HOME_INIT | CARE_INIT => {
            c.skip(2)?;
            cx.u64(if kind == HOME_INIT { HOTI_COOKIE } else { COTI_COOKIE }, c).map(|_| ())
        }
        HOME => run(cx, c, &[(HOT_NINDEX, 2), (HOT_COOKIE, 8), (HOT_TOKEN, 8)]),
        // Both tests have the same token.
        CARE => run(cx, c, &[(COT_NINDEX, 2), (COT_COOKIE, 8), (HOT_TOKEN, 8)]),
        UPDATE => {
            cx.u16(BU_SEQNR, c)?;
            for bit in [
                BU_A_FLAG,
                BU_H_FLAG,
                BU_L_FLAG,
                BU_K_FLAG,
                BU_M_FLAG,
                NEMO_BU_R_FLAG,
                BU_P_FLAG,
                BU_F_FLAG,
                BU_T_FLAG,
                BU_B_FLAG,
            ] {
                cx.peek(bit, c, 2)?;
            }
            c.skip(2)?;
            four_seconds(cx, c, BU_LIFETIME)
        }
        ACKNOWLEDGEMENT => {
            cx.u8(BA_STATUS, c)?;
            for bit in [BA_K_FLAG, NEMO_BA_R_FLAG, BA_P_FLAG, BA_T_FLAG, BA_B_FLAG] {
                cx.peek(bit, c, 1)?;
            }
            c.skip(1)?;
            cx.u16(BA_SEQNR, c)?;
            four_seconds(cx, c, BA_LIFETIME)
        }
        _ => {
            cx.u8(BE_STATUS, c)?;
            c.skip(1)?;
            cx.field(BE_HADDR, c, 16).map(|_| ())
        }
    }
}

/// The field that an option is shown as.
fn row(kind: u8) -> Option<Field> {
    Some(match kind {
        0 => OPTION_PAD1,
        1 => OPTION_PADN,
        2 => OPTION_BRA,
        3 => OPTION_ACOA,
        4 => OPTION_NI,
        5 => OPTION_BAD_AUTH,
        6 => OPTION_MNP,
        7 => OPTION_MHLLA,
        8 => OPTION_MNID,
        9 => OPTION_AUTH,
        10 => OPTION_MSEG_ID,
        22 => OPTION_HNP,
        23 => OPTION_HI,
        24 => OPTION_ATT,
        25 => OPTION_MNLLI,
        26 => OPTION_LLA,
        27 => OPTION_TS,
        28 => OPTION_RC,
        29 => OPTION_IPV4HA,
        _ => return None,
    })
}

fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let len = if kind == 0 { 0 } else { 1 + usize::from(c.peek_u8(1)?) };
        let span = c.span(1 + len);
        let item = match row(kind) {
            Some(field) => cx.add(field, span, Value::Bytes(span)),
            None => cx.line(span, |o| _ = o.s("MIPv6 Option - Unknown")),
        };
        let mut one = c.take_all(1 + len)?;
        one.skip(1)?;
        if kind == 0 {
            continue;
        }
        cx.under(item, |cx| -> Step {
            cx.u8(MOBILITY_OPT_LEN, &mut one)?;
            option(cx, kind, &mut one)
        })?;
    }
    Ok(())
}

fn option<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    match kind {
        1 if n > 0 => cx.field(PADN, c, n).map(|_| ()),
        2 => four_seconds(cx, c, BRA_INTERVAL),
        3 => cx.field(ACOA_ACOA, c, 16).map(|_| ()),
        4 => run(cx, c, &[(NI_HNI, 2), (NI_CNI, 2)]),
        5 => cx.field(BAD_AUTH, c, n).map(|_| ()),
        6 => {
            c.skip(1)?;
            run(cx, c, &[(NEMO_MNP_PFL, 1), (NEMO_MNP_MNP, 16)])
        }
        8 => {
            cx.u8(MNID_SUBTYPE, c)?;
            let n = c.left();
            cx.bytes(MNID_IDENTIFIER, c, n).map(|_| ())
        }
        _ => Ok(()),
    }
}
