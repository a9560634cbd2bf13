//! The ZigBee Cluster Library: attributes of clusters and the commands on them, and two clusters of it (groups and
//! power configuration).

use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    ZBEE_ZCL "zbee_zcl" "ZigBee Cluster Library" "ZigBee ZCL" App
    on []
    fields {
        TYPE "zbee_zcl.type" "Frame Type": U8 Hex & 0x3 = TYPE_NAMES;
        MS "zbee_zcl.ms" "Manufacturer Specific": Bool(8) & 0x4;
        DIR "zbee_zcl.dir" "Direction": Bool(8) & 0x8 = Names::Bools("Server to Client", "Client to Server");
        DDR "zbee_zcl.ddr" "Disable Default Response": Bool(8) & 0x10;
        CMD_MC "zbee_zcl.cmd.mc" "Manufacturer Code": U16 Hex;
        CMD_TSN "zbee_zcl.cmd.tsn" "Sequence Number": U8 Dec;
        CMD_ID "zbee_zcl.cmd.id" "Command": U8 Hex = CMD_ID_NAMES;
        CMD_ID_RSP "zbee_zcl.cmd.id.rsp" "Response to Command": U8 Hex;
        ATTR_DATA_TYPE "zbee_zcl.attr.data.type" "Data Type": U8 Hex = ATTR_DATA_TYPE_NAMES;
        ATTR_BOOLEAN "zbee_zcl.attr.boolean" "Boolean": Bool(8) & 0xff;
        ATTR_BITMAP8 "zbee_zcl.attr.bitmap8" "Bitmap8": U8 Hex;
        ATTR_BITMAP16 "zbee_zcl.attr.bitmap16" "Bitmap16": U16 Hex;
        ATTR_BITMAP24 "zbee_zcl.attr.bitmap24" "Bitmap24": U24 Hex;
        ATTR_BITMAP32 "zbee_zcl.attr.bitmap32" "Bitmap32": U32 Hex;
        ATTR_BITMAP40 "zbee_zcl.attr.bitmap40" "Bitmap40": U64 Hex;
        ATTR_BITMAP48 "zbee_zcl.attr.bitmap48" "Bitmap48": U64 Hex;
        ATTR_BITMAP56 "zbee_zcl.attr.bitmap56" "Bitmap56": U64 Hex;
        ATTR_BITMAP64 "zbee_zcl.attr.bitmap64" "Bitmap64": U64 Hex;
        ATTR_UINT8 "zbee_zcl.attr.uint8" "Uint8": U8 DecHex;
        ATTR_UINT16 "zbee_zcl.attr.uint16" "Uint16": U16 DecHex;
        ATTR_UINT24 "zbee_zcl.attr.uint24" "Uint24": U24 DecHex;
        ATTR_UINT32 "zbee_zcl.attr.uint32" "Uint32": U32 DecHex;
        ATTR_UINT40 "zbee_zcl.attr.uint40" "Uint40": U64 DecHex;
        ATTR_UINT48 "zbee_zcl.attr.uint48" "Uint48": U64 DecHex;
        ATTR_UINT56 "zbee_zcl.attr.uint56" "Uint56": U64 DecHex;
        ATTR_UINT64 "zbee_zcl.attr.uint64" "Uint64": U64 DecHex;
        ATTR_INT8 "zbee_zcl.attr.int8" "Int8": I8 Dec;
        ATTR_INT16 "zbee_zcl.attr.int16" "Int16": I16 Dec;
        ATTR_INT24 "zbee_zcl.attr.int24" "Int24": I24 Dec;
        ATTR_INT32 "zbee_zcl.attr.int32" "Int32": I32 Dec;
        ATTR_INT64 "zbee_zcl.attr.int64" "Int64": I64 Dec;
        ATTR_FLOAT "zbee_zcl.attr.float" "Float": F32;
        ATTR_BYTES "zbee_zcl.attr.bytes" "Bytes": Bytes;
        ATTR_MININT "zbee_zcl.attr.minint" "Minimum Interval": U16 Dec;
        ATTR_MAXINT "zbee_zcl.attr.maxint" "Maximum Interval": U16 Dec;
        ATTR_TIMEOUT "zbee_zcl.attr.timeout" "Timeout": U16 Dec;
        ATTR_STATUS "zbee_zcl.attr.status" "Status": U8 Hex = ATTR_STATUS_NAMES;
        ATTR_DIR "zbee_zcl.attr.dir" "Direction": U8 Hex = ATTR_DIR_NAMES;
        ATTR_DIS "zbee_zcl.attr.dis" "Discovery": U8 Hex = ATTR_DIS_NAMES;
        ATTR_START "zbee_zcl.attr.start" "Start Attribute": U16 Hex;
        ATTR_MAXNUM "zbee_zcl.attr.maxnum" "Maximum Number": U8 Dec;
        ATTR_STR "zbee_zcl.attr.str" "String": UintStr;
        ATTR_OSTR "zbee_zcl.attr.ostr" "Octet String": UintBytes;
        POWER_ATTR_ID "zbee_zcl_general.power_config.attr_id" "Attribute": U16 Hex = POWER_ATTRS;
        POWER_MAINS_VOLTAGE "zbee_zcl_general.power_config.attr.mains_voltage" "Measured Mains Voltage": U16 Custom = VOLTAGE;
        POWER_MAINS_FREQUENCY "zbee_zcl_general.power_config.attr.mains_frequency" "Measured Mains Frequency": U8 Custom = FREQUENCY;
        POWER_BATT_VOLTAGE "zbee_zcl_general.power_config.attr.batt_voltage" "Measured Battery Voltage": U8 Custom = VOLTAGE;
        GROUPS_ATTR_ID "zbee_zcl_general.groups.attr_id" "Attribute": U16 Hex;
    }
}

names! {
    TYPE_NAMES { 0 => "Profile-wide", 1 => "Cluster-specific" }
    CMD_ID_NAMES {
        0 => "Read Attributes", 1 => "Read Attributes Response", 2 => "Write Attributes",
        3 => "Write Attributes Undivided", 4 => "Write Attributes Response", 5 => "Write Attributes No Response",
        6 => "Configure Reporting", 7 => "Configure Reporting Response", 8 => "Read Reporting Configuration",
        9 => "Read Reporting Configuration Response", 10 => "Report Attributes", 11 => "Default Response",
        12 => "Discover Attributes", 13 => "Discover Attributes Response", 14 => "Read Attributes Structured",
        15 => "Write Attributes Structured", 16 => "Write Attributes Structured Response",
        17 => "Discover Commands Received", 18 => "Discover Commands Received Response",
    }
    ATTR_DATA_TYPE_NAMES {
        0 => "No Data", 8 => "8-Bit Data", 9 => "16-Bit Data", 10 => "24-Bit Data", 11 => "32-Bit Data",
        12 => "40-Bit Data", 13 => "48-Bit Data", 14 => "56-Bit Data", 15 => "64-Bit Data", 16 => "Boolean",
        24 => "8-Bit Bitmap", 25 => "16-Bit Bitmap", 26 => "24-Bit Bitmap", 27 => "32-Bit Bitmap",
        28 => "40-Bit Bitmap", 29 => "48-Bit Bitmap", 30 => "56-Bit Bitmap", 31 => "64-Bit Bitmap",
        32 => "8-Bit Unsigned Integer", 33 => "16-Bit Unsigned Integer", 34 => "24-Bit Unsigned Integer",
        35 => "32-Bit Unsigned Integer", 36 => "40-Bit Unsigned Integer", 37 => "48-Bit Unsigned Integer",
        38 => "56-Bit Unsigned Integer", 39 => "64-Bit Unsigned Integer", 40 => "8-Bit Signed Integer",
        41 => "16-Bit Signed Integer", 42 => "24-Bit Signed Integer", 43 => "32-Bit Signed Integer",
        44 => "40-Bit Signed Integer", 45 => "48-Bit Signed Integer", 46 => "56-Bit Signed Integer",
        47 => "64-Bit Signed Integer", 48 => "8-Bit Enumeration", 49 => "16-Bit Enumeration",
        56 => "Semi-precision Floating Point", 57 => "Single Precision Floating Point",
        58 => "Double Precision Floating Point", 65 => "Octet String", 66 => "Character String",
        67 => "Long Octet String", 68 => "Long Character String", 72 => "Array", 76 => "Structure",
        80 => "Set Collection", 81 => "Bag Collection", 224 => "Time of Day", 225 => "Date", 226 => "UTC Time",
        232 => "Cluster ID", 233 => "Attribute ID", 234 => "BACnet OID", 240 => "IEEE Address",
        241 => "128-Bit Security Key", 255 => "Unknown",
    }
    ATTR_STATUS_NAMES {
        0 => "Success", 1 => "Failure", 126 => "Not Authorized", 127 => "Reserved Field Not Zero",
        128 => "Malformed Command", 129 => "Unsupported Cluster Command", 130 => "Unsupported General Command",
        131 => "Unsupported Manufacturer Cluster Command", 132 => "Unsupported Manufacturer General Command",
        133 => "Invalid Field", 134 => "Unsupported Attribute", 135 => "Invalid Value", 136 => "Read Only",
        137 => "Insufficient Space", 138 => "Duplicate Exists", 139 => "Not Found", 140 => "Unreportable Attribute",
        141 => "Invalid Data Type", 142 => "Invalid Selector", 143 => "Write Only",
        144 => "Inconsistent Startup State", 145 => "Defined Out of Band", 146 => "Inconsistent Value",
        147 => "Action Denied", 148 => "Timeout", 149 => "Ota Abort", 150 => "Ota Invalid Image",
        151 => "Ota Wait For Data", 152 => "Ota No Image Available", 153 => "Ota Require More Image",
        154 => "Ota Notification Pending", 192 => "Hardware Failure", 193 => "Software Failure",
        194 => "Calibration Error", 195 => "Unsupported Cluster", 196 => "Limit Reached",
    }
    ATTR_DIR_NAMES { 0 => "Reported", 1 => "Received" }
    ATTR_DIS_NAMES { 0 => "Incomplete", 1 => "Complete" }
    CMD_SRV_RX_ID_NAMES {
        0 => "Add Group", 1 => "View Group", 2 => "Get Group Membership", 3 => "Remove a Group",
        4 => "Remove all Groups", 5 => "Add Group if Identifying",
    }
    CMD_SRV_TX_ID_NAMES {
        0 => "Add Group Response", 1 => "View Group Response", 2 => "Get Group Membership Response",
        3 => "Remove a Group Response",
    }
}

names! {
    POWER_ATTRS {
        0 => "Mains Voltage", 1 => "Mains Frequency", 16 => "Mains Alarm Mask", 17 => "Mains Voltage Min Threshold",
        18 => "Mains Voltage Max Threshold", 19 => "Mains Voltage Dwell Trip Point", 32 => "Battery Voltage",
        33 => "Battery Percentage Remaining", 48 => "Battery Manufacturer", 49 => "Battery Size",
        50 => "Battery AHr Rating", 51 => "Battery Quantity", 52 => "Battery Rated Voltage", 53 => "Battery Alarm Mask",
        54 => "Battery Voltage Min Threshold",
    }
}

/// Tenths of volts.
const VOLTAGE: Names = Names::Custom(|value, o| {
    let n = value.as_u64().unwrap_or_default();
    o.u(n / 10).s(".").u(n % 10).s(" [V]");
});
/// Half as many of a byte, and what stands for none.
const FREQUENCY: Names = Names::Custom(|value, o| {
    let n = value.as_u64().unwrap_or_default();
    match n {
        0xfe => o.s("AC"),
        0xff => o.s("Not available"),
        _ => o.u(2 * n).s(" [Hz]"),
    };
});

/// Clusters whose attributes have names of their own here.
const POWER: u32 = 1;
const GROUPS: u32 = 4;
const HOME: u32 = 0x104;

const BITS: [Field; 4] = [TYPE, MS, DIR, DDR];

/// `handed`: the cluster and its profile.
fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [cluster, profile, ..] = cx.handed;
    if profile == HOME {
        cx.protocol("ZigBee HA");
    }
    let fcf = c.peek_u8(0)?;
    let line = cx.line(c.span(1), |o| {
        o.s("Frame Control Field: ")
            .s(TYPE_NAMES.or(u64::from(fcf & 3), "Unknown"))
            .s(" (")
            .hex(fcf, 2)
            .s(")");
    });
    cx.under(line, |cx| -> Step {
        for field in BITS {
            cx.peek(field, &c, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    let foreign = fcf & 4 != 0;
    if foreign {
        cx.field_le(CMD_MC, &mut c, 2)?;
    }
    let sequence = cx.u8(CMD_TSN, &mut c)?;
    let command = c.peek_u8(0)?;
    if fcf & 3 == 0 {
        let name = CMD_ID_NAMES.or(u64::from(command), "Unknown Command");
        cx.info(|o| _ = o.s("ZCL: ").s(name).s(", Seq: ").u(sequence));
        cx.proto_append(|o| _ = o.s(" Frame, Command: ").s(name).s(", Seq: ").u(sequence));
        cx.u8(CMD_ID, &mut c)?;
        return general(cx, cluster, command, &mut c);
    }
    if cluster == GROUPS && !foreign {
        return cx.call(groups::ID, c);
    }
    cx.info(|o| _ = o.s("Unknown Command: ").hex(command, 2).s(", Seq: ").u(sequence));
    let item = cx.field(CMD_ID, &mut c, 1)?;
    cx.label(item, |o| _ = o.s("Command: Unknown (").hex(command, 2).s(")"));
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}

/// Commands that all clusters have.
fn general<S: Sink>(cx: &mut Cx<'_, S>, cluster: u32, command: u8, c: &mut Cursor<'_>) -> Step {
    match command {
        0 => {
            while !c.is_empty() {
                id(cx, cluster, c)?;
            }
            Ok(())
        }
        // Responses with a status for each attribute, and values where it says success.
        1 => each(cx, "Status Record", c, |cx, c| {
            let of = id(cx, cluster, c)?;
            if cx.u8(ATTR_STATUS, c)? == 0 { typed(cx, cluster, of, c) } else { Ok(()) }
        }),
        2 | 3 | 5 | 10 => each(cx, "Attribute Field", c, |cx, c| {
            let of = id(cx, cluster, c)?;
            typed(cx, cluster, of, c)
        }),
        4 => each(cx, "Status Record", c, |cx, c| {
            if cx.u8(ATTR_STATUS, c)? == 0 { Ok(()) } else { id(cx, cluster, c).map(|_| ()) }
        }),
        11 => {
            cx.u8(CMD_ID_RSP, c)?;
            cx.u8(ATTR_STATUS, c).map(|_| ())
        }
        12 => {
            cx.field_le(ATTR_START, c, 2)?;
            cx.u8(ATTR_MAXNUM, c).map(|_| ())
        }
        13 => {
            cx.u8(ATTR_DIS, c)?;
            each(cx, "Attribute Status Record", c, |cx, c| {
                id(cx, cluster, c)?;
                cx.u8(ATTR_DATA_TYPE, c).map(|_| ())
            })
        }
        _ if c.is_empty() => Ok(()),
        _ => cx.call(crate::meta::data::ID, *c),
    }
}

/// Records until the end, each of which takes bytes away.
fn each<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    c: &mut Cursor<'b>,
    mut f: impl FnMut(&mut Cx<'_, S>, &mut Cursor<'b>) -> Step,
) -> Step {
    while !c.is_empty() {
        let start = *c;
        let line = cx.line(c.span(0), |o| _ = o.s(name));
        cx.under(line, |cx| f(cx, c))?;
        cx.set_len(line, c.pos().saturating_sub(start.pos()));
    }
    Ok(())
}

fn id<S: Sink>(cx: &mut Cx<'_, S>, cluster: u32, c: &mut Cursor<'_>) -> Result<u16, Stop> {
    let field = match cluster {
        POWER => POWER_ATTR_ID,
        GROUPS => GROUPS_ATTR_ID,
        // The names that other clusters have for theirs are not known here.
        _ => {
            let id = requin_wire::le(c.peek_bytes(0, 2)?) as u16;
            cx.line(c.span(2), |o| _ = o.s("Attribute: ").hex(id, 4));
            c.skip(2)?;
            return Ok(id);
        }
    };
    cx.u16_le(field, c)
}

fn typed<S: Sink>(cx: &mut Cx<'_, S>, cluster: u32, attribute: u16, c: &mut Cursor<'_>) -> Step {
    let kind = cx.u8(ATTR_DATA_TYPE, c)?;
    let own = match (cluster, attribute, kind) {
        (POWER, 0, 0x21) => Some((POWER_MAINS_VOLTAGE, 2)),
        (POWER, 1, 0x20) => Some((POWER_MAINS_FREQUENCY, 1)),
        (POWER, 0x20, 0x20) => Some((POWER_BATT_VOLTAGE, 1)),
        _ => None,
    };
    if let Some((field, n)) = own {
        return cx.field_le(field, c, n).map(|_| ());
    }
    let (field, n) = match kind {
        0x10 => (ATTR_BOOLEAN, 1),
        0x18 => (ATTR_BITMAP8, 1),
        0x19 => (ATTR_BITMAP16, 2),
        0x1a => (ATTR_BITMAP24, 3),
        0x1b => (ATTR_BITMAP32, 4),
        0x20 | 0x30 => (ATTR_UINT8, 1),
        0x21 | 0x31 => (ATTR_UINT16, 2),
        0x22 => (ATTR_UINT24, 3),
        0x23 => (ATTR_UINT32, 4),
        0x27 => (ATTR_UINT64, 8),
        0x28 => (ATTR_INT8, 1),
        0x29 => (ATTR_INT16, 2),
        0x2a => (ATTR_INT24, 3),
        0x2b => (ATTR_INT32, 4),
        0x39 => (ATTR_FLOAT, 4),
        0x41 | 0x42 => return text(cx, if kind == 0x41 { ATTR_OSTR } else { ATTR_STR }, c),
        // Eight bits to 64, of which nothing is known.
        0x08..=0x0f => (ATTR_BYTES, usize::from(kind - 7)),
        _ => return Err(Stop::Malformed),
    };
    cx.field_le(field, c, n).map(|_| ())
}

/// Text or bytes behind their length; 255 says that there are none.
fn text<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = match c.peek_u8(0)? {
        0xff => 0,
        n => usize::from(n),
    };
    let value = c.peek_bytes(1, n)?;
    cx.add_bytes(field, c.span(1 + n), value);
    c.skip(1 + n)
}

/// Who listens to messages for groups.
pub mod groups {
    use super::*;

    proto! {
        ZBEE_ZCL_GROUPS "zbee_zcl_general.groups" "ZigBee ZCL Groups" "ZCL Groups" App
        on []
        fields {
        GROUP_ID "zbee_zcl_general.groups.group_id" "Group ID": U16 Hex;
        GROUP_COUNT "zbee_zcl_general.groups.group_count" "Group Count": U8 Dec;
        GROUP_CAPACITY "zbee_zcl_general.groups.group_capacity" "Group Capacity": U8 Dec;
        GROUP_STATUS "zbee_zcl_general.groups.group_status" "Group Status": U8 Hex = ATTR_STATUS_NAMES;
        ATTR_STR_LEN "zbee_zcl_general.groups.attr_str_len" "Length": U8 Dec;
        GROUPS_ATTR_STR "zbee_zcl_general.groups_attr_str" "String": Str;
        CMD_SRV_RX_ID "zbee_zcl_general.groups.cmd_srv_rx.id" "Command": U8 Hex = CMD_SRV_RX_ID_NAMES;
        CMD_SRV_TX_ID "zbee_zcl_general.groups.cmd.srv_tx.id" "Command": U8 Hex = CMD_SRV_TX_ID_NAMES;
            GROUP_LIST "zbee_zcl_general.groups.group_list" "Group List": None;
        }
    }

    /// In the frame control, two bytes before: from the server.
    const FROM_SERVER: u8 = 8;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let whole = c.whole();
        let before =
            |n: usize| c.pos().checked_sub(n).and_then(|at| whole.get(at)).copied().unwrap_or_default();
        let (answers, sequence) = (before(2) & FROM_SERVER != 0, before(1));
        let command = c.peek_u8(0)?;
        let (field, names): (Field, Names) =
            if answers { (CMD_SRV_TX_ID, CMD_SRV_TX_ID_NAMES) } else { (CMD_SRV_RX_ID, CMD_SRV_RX_ID_NAMES) };
        let name = names.or(u64::from(command), "Unknown Command");
        cx.info(|o| _ = o.s("ZCL Groups: ").s(name).s(", Seq: ").u(sequence));
        cx.u8(field, &mut c)?;
        if c.is_empty() {
            return Ok(());
        }
        let line = cx.line(c.span(c.left()), |o| _ = o.s("Payload"));
        cx.under(line, |cx| match (command, answers) {
            (0 | 5, false) => {
                cx.field_le(GROUP_ID, &mut c, 2)?;
                name_of(cx, &mut c)
            }
            (2, _) => {
                if answers {
                    cx.u8(GROUP_CAPACITY, &mut c)?;
                }
                let n = cx.u8(GROUP_COUNT, &mut c)?;
                if n == 0 {
                    return Ok(());
                }
                let list = cx.add(GROUP_LIST, c.span(2 * usize::from(n)), Value::None);
                cx.under(list, |cx| {
                    for _ in 0..n {
                        cx.field_le(GROUP_ID, &mut c, 2)?;
                    }
                    Ok(())
                })
            }
            (1 | 3, false) => cx.field_le(GROUP_ID, &mut c, 2).map(|_| ()),
            (0 | 1 | 3, true) => {
                cx.u8(GROUP_STATUS, &mut c)?;
                cx.field_le(GROUP_ID, &mut c, 2)?;
                if command == 1 { name_of(cx, &mut c) } else { Ok(()) }
            }
            _ => Ok(()),
        })
    }

    fn name_of<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
        let n = cx.u8(ATTR_STR_LEN, c)?;
        cx.bytes(GROUPS_ATTR_STR, c, usize::from(n)).map(|_| ())
    }
}
