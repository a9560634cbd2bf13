//! LSP ping, RFC 8029: the header.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    MPLS_ECHO "mpls-echo" "Multiprotocol Label Switching Echo" "MPLS Echo" App
    on [Udp 3503]
    fields {
        VERSION "mpls_echo.version" "Version": U16 Dec;
        FLAGS "mpls_echo.flags" "Global Flags": U16 Hex;
        MSG_TYPE "mpls_echo.msg_type" "Message Type": U8 Dec = MSG_TYPE_NAMES;
        REPLY_MODE "mpls_echo.reply_mode" "Reply Mode": U8 Dec = REPLY_MODE_NAMES;
        RETURN_CODE "mpls_echo.return_code" "Return Code": U8 Dec = RETURN_CODE_NAMES;
        RETURN_SUBCODE "mpls_echo.return_subcode" "Return Subcode": U8 Dec;
        SENDER_HANDLE "mpls_echo.sender_handle" "Sender's Handle": U32 Hex;
        SEQUENCE "mpls_echo.sequence" "Sequence Number": U32 Dec;
    }
}

names! {
    MSG_TYPE_NAMES {
        1 => "MPLS Echo Request",
        2 => "MPLS Echo Reply",
        3 => "MPLS Data Plane Verification Request",
        4 => "MPLS Data Plane Verification Reply",
    }
    REPLY_MODE_NAMES {
        1 => "Do not reply",
        2 => "Reply via an IPv4/IPv6 UDP packet",
        3 => "Reply via an IPv4/IPv6 UDP packet with Router Alert",
        4 => "Reply via application level control channel",
    }
    RETURN_CODE_NAMES {
        0 => "No return code",
        1 => "Malformed echo request received",
        2 => "One or more of the TLVs was not understood",
        3 => "Replying router is an egress for the FEC at stack depth RSC",
        4 => "Replying router has no mapping for the FEC at stack depth RSC",
        5 => "Downstream Mapping Mismatch",
        6 => "Upstream Interface Index Unknown",
        7 => "Reserved",
        8 => "Label switched at stack-depth RSC",
        9 => "Label switched but no MPLS forwarding at stack-depth RSC",
        10 => "Mapping for this FEC is not the given label at stack depth RSC",
        11 => "No label entry at stack-depth RSC",
        12 => "Protocol not associated with interface at FEC stack depth RSC",
        13 => "Premature termination, label stack shrinking to a single label",
        14 => "See DDM TLV for meaning of Return Code and Return SubCode",
        15 => "Label switched with FEC change",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MPLS ECHO");
    cx.info_clear();
    let kind = c.peek_u8(4)?;
    cx.info(|o| _ = o.s(MSG_TYPE_NAMES.or(u64::from(kind), "Unknown Message Type")));
    run(
        cx,
        &mut c,
        &[
            (VERSION, 2),
            (FLAGS, 2),
            (MSG_TYPE, 1),
            (REPLY_MODE, 1),
            (RETURN_CODE, 1),
            (RETURN_SUBCODE, 1),
            (SENDER_HANDLE, 4),
            (SEQUENCE, 4),
        ],
    )
}
