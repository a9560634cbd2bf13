//! Mobility header of IPv6, RFC 6275.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    MIPV6 "mipv6" "Mobile IPv6" "MIPv6" App
    on [IpProto 135]
    fields {
        PROTO_FIELD "mip6.proto" "Payload protocol": U8 Dec = crate::network::protocols::PROTOCOLS;
        HLEN "mip6.hlen" "Header length": U8 Dec;
        MHTYPE "mip6.mhtype" "Mobility Header Type": U8 Dec = MHTYPE_NAMES;
        RESERVED "mip6.reserved" "Reserved": U8 Hex;
        CSUM "mip6.csum" "Checksum": U16 Hex;
        HOTI_COOKIE "mip6.hoti.cookie" "Home Init Cookie": U64 Hex;
        COTI_COOKIE "mip6.coti.cookie" "Care-of Init Cookie": U64 Hex;
        BU_SEQNR "mip6.bu.seqnr" "Sequence number": U16 Dec;
        BU_LIFETIME "mip6.bu.lifetime" "Lifetime": U16 Dec;
        BA_STATUS "mip6.ba.status" "Status": U8 Dec = BA_STATUS_NAMES;
        BA_SEQNR "mip6.ba.seqnr" "Sequence number": U16 Dec;
        BA_LIFETIME "mip6.ba.lifetime" "Lifetime": U16 Dec;
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
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("MIPv6");
    cx.info_clear();
    let len = 8 + 8 * usize::from(c.peek_u8(1)?);
    let kind = c.peek_u8(2)?;
    cx.info(|o| _ = o.s(MHTYPE_NAMES.or(u64::from(kind), "Unknown")));
    let mut c = c.within(len);
    cx.proto_len(len);
    cx.u8(PROTO_FIELD, &mut c)?;
    let item = cx.peek(HLEN, &c, 1)?;
    cx.append(item, |o| _ = o.s(" (").u(len as u64).s(" bytes)"));
    c.skip(1)?;
    cx.u8(MHTYPE, &mut c)?;
    cx.u8(RESERVED, &mut c)?;
    cx.u16(CSUM, &mut c)?;
    match kind {
        1 | 2 if c.left() >= 10 => {
            c.skip(2)?;
            cx.field(if kind == 1 { HOTI_COOKIE } else { COTI_COOKIE }, &mut c, 8)?;
        }
        5 if c.left() >= 6 => {
            cx.u16(BU_SEQNR, &mut c)?;
            c.skip(2)?;
            // In units of four seconds.
            cx.field(BU_LIFETIME, &mut c, 2)?;
        }
        6 if c.left() >= 6 => {
            cx.u8(BA_STATUS, &mut c)?;
            c.skip(1)?;
            cx.u16(BA_SEQNR, &mut c)?;
            cx.field(BA_LIFETIME, &mut c, 2)?;
        }
        _ => {}
    }
    Ok(())
}
