//! Base Station System Application Part, 3GPP TS 48.006 section 9: whose message it is.

use super::gsm_a::dtap;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    BSSAP "bssap" "BSSAP" "BSSAP" Carrier
    on []
    fields {
        PDU_TYPE "bssap.pdu_type" "Message Type": U8 Hex = PDU_TYPE_NAMES;
        DLCI_CC "bssap.dlci.cc" "Control Channel": U8 Hex & 0xc0 = DLCI_CC_NAMES;
        DLCI_SPARE "bssap.dlci.spare" "Spare": U8 Hex & 0x38;
        DLCI_SAPI "bssap.dlci.sapi" "SAPI": U8 Hex & 0x7 = DLCI_SAPI_NAMES;
        LENGTH "bssap.length" "Length": U8 Dec;
    }
}

names! {
    PDU_TYPE_NAMES {
        0 => "BSS Management", 1 => "Direct Transfer",
    }
    DLCI_CC_NAMES {
        0 => "not further specified", 2 => "FACCH or SDCCH", 3 => "SACCH",
    }
    DLCI_SAPI_NAMES {
        0 => "RR/MM/CC", 3 => "SMS",
    }
}

const DIRECT_TRANSFER: u8 = 1;

/// Whether a message begins here whose length is that of all that is left.
#[must_use]
pub fn accepts(bytes: &[u8]) -> bool {
    match bytes {
        [0, n, rest @ ..] => usize::from(*n) == rest.len() && *n > 0,
        [DIRECT_TRANSFER, dlci, n, rest @ ..] => dlci & 0x38 == 0 && usize::from(*n) == rest.len() && *n > 0,
        _ => false,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BSSAP");
    cx.label(cx.proto_item(), |o| _ = o.s("BSSAP"));
    let all = c.left();
    let kind = cx.u8(PDU_TYPE, &mut c)?;
    if kind > DIRECT_TRANSFER {
        return Ok(());
    }
    if kind == DIRECT_TRANSFER {
        let line = cx.line(c.span(1), |o| _ = o.s("Data Link Connection Identifier"));
        cx.under(line, |cx| -> Step {
            cx.peek(DLCI_CC, &c, 1)?;
            cx.peek(DLCI_SPARE, &c, 1)?;
            cx.field(DLCI_SAPI, &mut c, 1).map(|_| ())
        })?;
    }
    let n = usize::from(cx.u8(LENGTH, &mut c)?);
    let message = c.take_all(n)?;
    cx.proto_len(all);
    if kind == DIRECT_TRANSFER {
        if n > 1 { cx.call(dtap::ID, message) } else { Ok(()) }
    } else {
        // What stations and their controllers tell each other: the kind of message is all that is said.
        let name = BSSMAP.or(u64::from(message.peek_u8(0).unwrap_or(0)), "Unknown");
        cx.info_add(|o| _ = o.s("(BSSMAP) ").s(name).s(" "));
        Ok(())
    }
}

names! {
    BSSMAP {
        1 => "Assignment Request", 2 => "Assignment Complete", 3 => "Assignment Failure", 4 => "VGCS/VBS Setup",
        5 => "VGCS/VBS Setup Ack", 6 => "VGCS/VBS Setup Refuse", 7 => "VGCS/VBS Assignment Request",
        8 => "Channel Modify request", 9 => "Unallocated", 10 => "Unallocated", 11 => "Unallocated",
        12 => "Unallocated", 13 => "Unallocated", 14 => "Unallocated", 15 => "Unallocated",
        16 => "Handover Request", 17 => "Handover Required", 18 => "Handover Request Acknowledge",
        19 => "Handover Command", 20 => "Handover Complete", 21 => "Handover Succeeded", 22 => "Handover Failure",
        23 => "Handover Performed", 24 => "Handover Candidate Enquire", 25 => "Handover Candidate Response",
        26 => "Handover Required Reject", 27 => "Handover Detect", 28 => "VGCS/VBS Assignment Result",
        29 => "VGCS/VBS Assignment Failure", 30 => "VGCS/VBS Queuing Indication", 31 => "Uplink Request",
        32 => "Clear Command", 33 => "Clear Complete", 34 => "Clear Request", 37 => "SAPI 'n' Reject",
        38 => "Confusion", 39 => "Uplink Request Acknowledge", 40 => "Suspend", 41 => "Resume",
        42 => "Connection Oriented Information(Obsolete)", 43 => "Perform Location Request",
        44 => "LSA Information", 45 => "Perform Location Response", 46 => "Perform Location Abort",
        47 => "Common Id", 48 => "Reset", 49 => "Reset Acknowledge", 50 => "Overload", 52 => "Reset Circuit",
        53 => "Reset Circuit Acknowledge", 54 => "MSC Invoke Trace", 55 => "BSS Invoke Trace", 56 => "Unallocated",
        57 => "Unallocated", 58 => "Connectionless Information", 59 => "VGCS/VBS Assignment Status",
        60 => "VGCS/VBS Area Cell Info", 61 => "Reset IP Resource", 62 => "Reset IP Resource Acknowledge",
        63 => "Unallocated", 64 => "Block", 65 => "Blocking Acknowledge", 66 => "Unblock",
        67 => "Unblocking Acknowledge", 68 => "Circuit Group Block", 69 => "Circuit Group Blocking Acknowledge",
        70 => "Circuit Group Unblock", 71 => "Circuit Group Unblocking Acknowledge", 72 => "Unequipped Circuit",
        73 => "Uplink Request Confirmation", 74 => "Uplink Release Indication", 75 => "Uplink Reject Command",
        76 => "Uplink Release Command", 77 => "Uplink Seized Command", 78 => "Change Circuit",
        79 => "Change Circuit Acknowledge", 80 => "Resource Request", 81 => "Resource Indication", 82 => "Paging",
        83 => "Cipher Mode Command", 84 => "Classmark Update", 85 => "Cipher Mode Complete",
        86 => "Queuing Indication", 87 => "Complete Layer 3 Information", 88 => "Classmark Request",
        89 => "Cipher Mode Reject", 90 => "Load Indication", 91 => "Unallocated", 92 => "Unallocated",
        93 => "Unallocated", 94 => "Unallocated", 95 => "Unallocated", 96 => "VGCS Additional Information",
        97 => "VGCS SMS", 98 => "Notification Data", 99 => "Uplink Application Data", 100 => "Unallocated",
        101 => "Unallocated", 102 => "Unallocated", 103 => "Unallocated", 104 => "Unallocated",
        105 => "Unallocated", 106 => "Unallocated", 107 => "Unallocated", 108 => "Unallocated",
        109 => "Unallocated", 110 => "Unallocated", 111 => "Unallocated", 112 => "Internal Handover Required",
        113 => "Internal Handover Required Reject", 114 => "Internal Handover Command",
        115 => "Internal Handover Enquiry", 116 => "LCLS-Connect-Control", 117 => "LCLS-Connect-Control-Ack",
        118 => "LCLS-Notification", 119 => "Unallocated", 120 => "Reroute Command", 121 => "Reroute Complete",
    }
}
