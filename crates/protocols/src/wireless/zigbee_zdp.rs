//! The ZigBee Device Profile: how devices are found, and what they can do.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, names, proto};

proto! {
    ZBEE_ZDP "zbee_zdp" "ZigBee Device Profile" "ZigBee ZDP" App
    on []
    fields {
        SEQNO "zbee_zdp.seqno" "Sequence Number": U8 Dec;
        EXT_ADDR "zbee_zdp.ext_addr" "Extended Address": Eui64;
        NWK_ADDR "zbee_zdp.nwk_addr" "Nwk Addr of Interest": U16 Hex;
        REQ_TYPE "zbee_zdp.req_type" "Request Type": U8 Dec = REQ_TYPE_NAMES;
        INDEX "zbee_zdp.index" "Index": U8 Dec;
        STATUS "zbee_zdp.status" "Status": U8 Dec = STATUS_NAMES;
        ENDPOINT "zbee_zdp.endpoint" "Endpoint": U8 Dec;
        EP_COUNT "zbee_zdp.ep_count" "Endpoint Count": U8 Dec;
        ASSOC_DEVICE_COUNT "zbee_zdp.assoc_device_count" "Associated Device Count": U8 Dec;
        ASSOC_DEVICE "zbee_zdp.assoc_device" "Associated Device": U16 Hex;
        CINFO "zbee_zdp.cinfo" "Capability Information": U8 Hex;
        CINFO_ALT_COORD "zbee_zdp.cinfo.alt_coord" "Alternate Coordinator": Bool(8) & 0x1;
        CINFO_FFD "zbee_zdp.cinfo.ffd" "Full-Function Device": Bool(8) & 0x2;
        CINFO_POWER "zbee_zdp.cinfo.power" "AC Power": Bool(8) & 0x4;
        CINFO_IDLE_RX "zbee_zdp.cinfo.idle_rx" "Rx On When Idle": Bool(8) & 0x8;
        CINFO_SECURITY "zbee_zdp.cinfo.security" "Security Capability": Bool(8) & 0x40;
        CINFO_ALLOC "zbee_zdp.cinfo.alloc" "Allocate Short Address": Bool(8) & 0x80;
        DURATION "zbee_zdp.duration" "Duration": U8 Dec;
        SIGNIFICANCE "zbee_zdp.significance" "Significance": U8 Dec;
    }
}

names! {
    REQ_TYPE_NAMES { 0 => "Single Device Response", 1 => "Extended Response" }
    STATUS_NAMES {
        0 => "Success", 128 => "Invalid Request Type", 129 => "Device Not Found", 130 => "Invalid Endpoint",
        131 => "Not Active", 132 => "Not Supported", 133 => "Timeout", 134 => "No Match", 136 => "No Entry",
        137 => "No Descriptor", 138 => "Insufficient Space", 139 => "Not Permitted", 140 => "Table Full",
        141 => "Not Authorized", 142 => "Device Binding Table Full", 143 => "Invalid Index",
    }
}

names! {
    CLUSTERS {
        0x0000 => "Network Address Request", 0x0001 => "Extended Address Request", 0x0002 => "Node Descriptor Request",
        0x0003 => "Power Descriptor Request", 0x0004 => "Simple Descriptor Request", 0x0005 => "Active Endpoint Request",
        0x0006 => "Match Descriptor Request", 0x0013 => "Device Announcement", 0x0021 => "Bind Request",
        0x0022 => "Unbind Request", 0x0031 => "Link Quality Request", 0x0032 => "Routing Table Request",
        0x0034 => "Leave Request", 0x0036 => "Permit Join Request", 0x0038 => "Network Update Request",
        0x8000 => "Network Address Response", 0x8001 => "Extended Address Response",
        0x8002 => "Node Descriptor Response", 0x8003 => "Power Descriptor Response",
        0x8004 => "Simple Descriptor Response", 0x8005 => "Active Endpoint Response",
        0x8006 => "Match Descriptor Response", 0x8021 => "Bind Response", 0x8022 => "Unbind Response",
        0x8031 => "Link Quality Response", 0x8032 => "Routing Table Response", 0x8034 => "Leave Response",
        0x8036 => "Permit Join Response",
    }
}

const ABILITIES: [Field; 6] =
    [CINFO_ALT_COORD, CINFO_FFD, CINFO_POWER, CINFO_IDLE_RX, CINFO_SECURITY, CINFO_ALLOC];

/// `handed`: the cluster, which says what the message is.
fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let cluster = cx.handed[0];
    cx.protocol("ZigBee ZDP");
    let name = CLUSTERS.or(u64::from(cluster), "Unknown Cluster");
    cx.info(|o| _ = o.s(name));
    cx.proto_append(|o| _ = o.s(", ").s(name));
    cx.u8(SEQNO, &mut c)?;
    let c = &mut c;
    match cluster {
        0x0000 => {
            extended(cx, ", Address: ", c)?;
            cx.u8(REQ_TYPE, c)?;
            cx.u8(INDEX, c)?;
        }
        0x0001 => {
            short(cx, c)?;
            cx.u8(REQ_TYPE, c)?;
            cx.u8(INDEX, c)?;
        }
        0x0002 | 0x0003 | 0x0005 => _ = short(cx, c)?,
        0x0004 => {
            short(cx, c)?;
            let endpoint = cx.u8(ENDPOINT, c)?;
            cx.info_add(|o| _ = o.s(", Endpoint: ").u(endpoint));
        }
        0x0013 => {
            short(cx, c)?;
            extended(cx, ", Ext Addr: ", c)?;
            cx.flags(CINFO, c, 1, &ABILITIES)?;
        }
        0x0036 => {
            cx.u8(DURATION, c)?;
            cx.u8(SIGNIFICANCE, c)?;
        }
        0x8000 | 0x8001 => {
            status(cx, c)?;
            extended(cx, ", Address: ", c)?;
            cx.field_le(NWK_ADDR, c, 2)?;
        }
        0x8005 => {
            let status = cx.u8(STATUS, c)?;
            short(cx, c)?;
            told(cx, status);
            for _ in 0..cx.u8(EP_COUNT, c)? {
                cx.u8(ENDPOINT, c)?;
            }
        }
        0x8021 | 0x8022 | 0x8034 | 0x8036 => status(cx, c)?,
        _ => {}
    }
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, *c) }
}

fn short<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u16, Stop> {
    let address = cx.u16_le(NWK_ADDR, c)?;
    cx.info_add(|o| _ = o.s(", Nwk Addr: ").hex(address, 4));
    Ok(address)
}

fn extended<S: Sink>(cx: &mut Cx<'_, S>, what: &'static str, c: &mut Cursor<'_>) -> Step {
    let mut a = *c.peek_array::<8>()?;
    a.reverse();
    cx.add_bytes(EXT_ADDR, c.span(8), &a);
    cx.info_add(|o| _ = o.s(what).hex_bytes(&a, b':'));
    c.skip(8)
}

fn told<S: Sink>(cx: &mut Cx<'_, S>, status: u8) {
    cx.info_add(|o| _ = o.s(", Status: ").s(STATUS_NAMES.or(u64::from(status), "Reserved")));
}

fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let status = cx.u8(STATUS, c)?;
    told(cx, status);
    Ok(())
}
