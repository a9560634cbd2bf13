//! Common Industrial Protocol (ODVA, CIP volume 1): requests and responses.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    CIP "cip" "Common Industrial Protocol" "CIP" App
    on []
    fields {
        SERVICE "cip.service" "Service": U8 Hex;
        RR "cip.rr" "Request/Response": U8 Hex & 0x80 = RR_NAMES;
        SC "cip.sc" "Service": U8 Hex & 0x7f = SC_NAMES;
        GENSTAT "cip.genstat" "General Status": U8 Hex = GENSTAT_NAMES;
    }
}

names! {
    RR_NAMES {
        0 => "Request",
        1 => "Response",
    }
    SC_NAMES {
        1 => "Get Attributes All",
        2 => "Set Attributes All",
        3 => "Get Attribute List",
        4 => "Set Attribute List",
        5 => "Reset",
        6 => "Start",
        7 => "Stop",
        8 => "Create",
        9 => "Delete",
        10 => "Multiple Service Packet",
        13 => "Apply Attributes",
        14 => "Get Attribute Single",
        16 => "Set Attribute Single",
        17 => "Find Next Object Instance",
        21 => "Restore",
        22 => "Save",
        23 => "Nop",
        24 => "Get Member",
        25 => "Set Member",
        26 => "Insert Member",
        27 => "Remove Member",
        28 => "Group Sync",
    }
    GENSTAT_NAMES {
        0 => "Success",
        1 => "Connection failure",
        2 => "Resource unavailable",
        3 => "Invalid parameter value",
        4 => "Path segment error",
        5 => "Path destination unknown",
        6 => "Partial transfer",
        7 => "Connection lost",
        8 => "Service not supported",
        9 => "Invalid attribute value",
        10 => "Attribute list error",
        11 => "Already in requested mode/state",
        12 => "Object state conflict",
        13 => "Object already exists",
        14 => "Attribute not settable",
        15 => "Privilege violation",
        16 => "Device state conflict",
        17 => "Reply data too large",
        18 => "Fragmentation of a primitive value",
        19 => "Not enough data",
        20 => "Attribute not supported",
        21 => "Too much data",
        22 => "Object does not exist",
        23 => "Service fragmentation sequence not in progress",
        24 => "No stored attribute data",
        25 => "Store operation failure",
        26 => "Routing failure, request packet too large",
        27 => "Routing failure, response packet too large",
        28 => "Missing attribute list entry data",
        29 => "Invalid attribute value list",
        30 => "Embedded service error",
        31 => "Vendor specific error",
        32 => "Invalid parameter",
        33 => "Write-once value or medium already written",
        34 => "Invalid reply received",
        35 => "Buffer overflow",
        36 => "Invalid message format",
        37 => "Key failure in path",
        38 => "Path size invalid",
        39 => "Unexpected attribute in list",
        40 => "Invalid Member ID",
        41 => "Member not settable",
        42 => "Group 2 only server general failure",
        43 => "Unknown Modbus error",
        44 => "Attribute not gettable",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CIP");
    let first = c.peek_u8(0)?;
    let response = first & 0x80 != 0;
    let name = SC_NAMES.or(u64::from(first & 0x7f), "Unknown Service");
    cx.info_clear();
    let item = cx.peek(SERVICE, &c, 1)?;
    cx.under(item, |cx| -> Step {
        cx.peek(RR, &c, 1)?;
        cx.peek(SC, &c, 1)?;
        Ok(())
    })?;
    c.skip(1)?;
    if response {
        c.skip(1)?;
        let status = cx.u8(GENSTAT, &mut c)?;
        cx.info(|o| _ = o.s(GENSTAT_NAMES.or(u64::from(status), "Unknown Response")).s(": ").s(name));
    } else {
        cx.info(|o| _ = o.s(name));
    }
    Ok(())
}
