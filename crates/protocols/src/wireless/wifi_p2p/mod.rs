//! Wi-Fi Direct: attributes of type, length, value in tags of the Wi-Fi Alliance.

mod names;

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, proto};

proto! {
    WIFI_P2P "wifi_p2p" "Wi-Fi Peer-to-Peer" "Wi-Fi P2P" App
    on []
    fields {
        PUBLIC_ACTION_SUBTYPE "wifi_p2p.public_action.subtype" "P2P Public Action Subtype": U8 Dec = names::PUBLIC_ACTION;
        PUBLIC_ACTION_DIALOG_TOKEN "wifi_p2p.public_action.dialog_token" "P2P Public Action Dialog Token": U8 Dec;
        ACTION_SUBTYPE "wifi_p2p.action.subtype" "P2P Action Subtype": U8 Dec = names::ACTION;
        ACTION_DIALOG_TOKEN "wifi_p2p.action.dialog_token" "P2P Action Dialog Token": U8 Dec;
        TYPE "wifi_p2p.type" "Attribute Type": U8 Dec = names::TYPE;
        LENGTH "wifi_p2p.length" "Attribute Length": U16 Dec;
        P2P_CAPABILITY_DEVICE_CAPABILITY "wifi_p2p.p2p_capability.device_capability" "Device Capability Bitmap": U8 Hex;
        P2P_CAPABILITY_DEVICE_CAPABILITY_SERVICE_DISCOVERY "wifi_p2p.p2p_capability.device_capability.service_discovery" "Service Discovery": U8 Hex & 0x1;
        P2P_CAPABILITY_DEVICE_CAPABILITY_CLIENT_DISCOVERABILITY "wifi_p2p.p2p_capability.device_capability.client_discoverability" "P2P Client Discoverability": U8 Hex & 0x2;
        P2P_CAPABILITY_DEVICE_CAPABILITY_CONCURRENT_OPERATION "wifi_p2p.p2p_capability.device_capability.concurrent_operation" "Concurrent Operation": U8 Hex & 0x4;
        P2P_CAPABILITY_DEVICE_CAPABILITY_INFRASTRUCTURE_MANAGED "wifi_p2p.p2p_capability.device_capability.infrastructure_managed" "P2P Infrastructure Managed": U8 Hex & 0x8;
        P2P_CAPABILITY_DEVICE_CAPABILITY_DEVICE_LIMIT "wifi_p2p.p2p_capability.device_capability.device_limit" "P2P Device Limit": U8 Hex & 0x10;
        P2P_CAPABILITY_DEVICE_CAPABILITY_INVITATION_PROCEDURE "wifi_p2p.p2p_capability.device_capability.invitation_procedure" "P2P Invitation Procedure": U8 Hex & 0x20;
        P2P_CAPABILITY_GROUP_CAPABILITY "wifi_p2p.p2p_capability.group_capability" "Group Capability Bitmap": U8 Hex;
        P2P_CAPABILITY_GROUP_CAPABILITY_GROUP_OWNER "wifi_p2p.p2p_capability.group_capability.group_owner" "P2P Group Owner": U8 Hex & 0x1;
        P2P_CAPABILITY_GROUP_CAPABILITY_PERSISTENT_GROUP "wifi_p2p.p2p_capability.group_capability.persistent_group" "Persistent P2P Group": U8 Hex & 0x2;
        P2P_CAPABILITY_GROUP_CAPABILITY_GROUP_LIMIT "wifi_p2p.p2p_capability.group_capability.group_limit" "P2P Group Limit": U8 Hex & 0x4;
        P2P_CAPABILITY_GROUP_CAPABILITY_INTRA_BSS_DISTRIBUTION "wifi_p2p.p2p_capability.group_capability.intra_bss_distribution" "Intra-BSS Distribution": U8 Hex & 0x8;
        P2P_CAPABILITY_GROUP_CAPABILITY_CROSS_CONNECTION "wifi_p2p.p2p_capability.group_capability.cross_connection" "Cross Connection": U8 Hex & 0x10;
        P2P_CAPABILITY_GROUP_CAPABILITY_PERSISTENT_RECONNECT "wifi_p2p.p2p_capability.group_capability.persistent_reconnect" "Persistent Reconnect": U8 Hex & 0x20;
        P2P_CAPABILITY_GROUP_CAPABILITY_GROUP_FORMATION "wifi_p2p.p2p_capability.group_capability.group_formation" "Group Formation": U8 Hex & 0x40;
        P2P_CAPABILITY_GROUP_CAPABILITY_IP_ADDRESS_ALLOCATION "wifi_p2p.p2p_capability.group_capability.ip_address_allocation" "IP Address Allocation": U8 Hex & 0x40;
        DEVICE_ID "wifi_p2p.device_id" "Device ID": Ether;
        STATUS "wifi_p2p.status" "Status Code": U8 Dec = names::STATUS;
        LISTEN_CHANNEL_COUNTRY_STRING "wifi_p2p.listen_channel.country_string" "Country String": Str;
        LISTEN_CHANNEL_OPERATING_CLASS "wifi_p2p.listen_channel.operating_class" "Operating Class": U8 Dec;
        LISTEN_CHANNEL_CHANNEL_NUMBER "wifi_p2p.listen_channel.channel_number" "Channel Number": U8 Dec;
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

const DEVICE: [Field; 6] = [
    P2P_CAPABILITY_DEVICE_CAPABILITY_SERVICE_DISCOVERY,
    P2P_CAPABILITY_DEVICE_CAPABILITY_CLIENT_DISCOVERABILITY,
    P2P_CAPABILITY_DEVICE_CAPABILITY_CONCURRENT_OPERATION,
    P2P_CAPABILITY_DEVICE_CAPABILITY_INFRASTRUCTURE_MANAGED,
    P2P_CAPABILITY_DEVICE_CAPABILITY_DEVICE_LIMIT,
    P2P_CAPABILITY_DEVICE_CAPABILITY_INVITATION_PROCEDURE,
];

const GROUP: [Field; 8] = [
    P2P_CAPABILITY_GROUP_CAPABILITY_GROUP_OWNER,
    P2P_CAPABILITY_GROUP_CAPABILITY_PERSISTENT_GROUP,
    P2P_CAPABILITY_GROUP_CAPABILITY_GROUP_LIMIT,
    P2P_CAPABILITY_GROUP_CAPABILITY_INTRA_BSS_DISTRIBUTION,
    P2P_CAPABILITY_GROUP_CAPABILITY_CROSS_CONNECTION,
    P2P_CAPABILITY_GROUP_CAPABILITY_PERSISTENT_RECONNECT,
    P2P_CAPABILITY_GROUP_CAPABILITY_GROUP_FORMATION,
    P2P_CAPABILITY_GROUP_CAPABILITY_IP_ADDRESS_ALLOCATION,
];

/// Shows what begins public action frames: which of them, and the dialog.
///
/// # Errors
/// When the packet ends before.
pub fn public_action<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    cx.info_add(|o| _ = o.s(", P2P - ").s(names::PUBLIC_ACTION.or(u64::from(kind), "Unknown")));
    cx.field(PUBLIC_ACTION_SUBTYPE, c, 1)?;
    cx.field(PUBLIC_ACTION_DIALOG_TOKEN, c, 1).map(drop)
}

/// The same for other action frames.
///
/// # Errors
/// When the packet ends before.
pub fn action<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(ACTION_SUBTYPE, c, 1)?;
    cx.field(ACTION_DIALOG_TOKEN, c, 1).map(drop)
}

/// Shows attributes up to the end; they are no layer of their own.
///
/// # Errors
/// When one ends before its length says.
pub fn attributes<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        let h = c.peek_array::<3>()?;
        let (kind, len) = (h[0], usize::from(u16::from_le_bytes([h[1], h[2]])));
        c.peek_bytes(0, 3 + len)?;
        let item = cx.line(c.span(3 + len), |o| _ = o.s(names::TYPE.or(u64::from(kind), "Unknown")));
        cx.under(item, |cx| -> Step {
            cx.field(TYPE, &mut c, 1)?;
            cx.field_le(LENGTH, &mut c, 2)?;
            let body = c.take(len);
            value(cx, kind, body)
        })?;
    }
    Ok(())
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, mut c: Cursor<'_>) -> Step {
    match kind {
        0 => _ = cx.field(STATUS, &mut c, 1)?,
        2 => {
            for (field, bits) in [
                (P2P_CAPABILITY_DEVICE_CAPABILITY, &DEVICE[..]),
                (P2P_CAPABILITY_GROUP_CAPABILITY, &GROUP[..]),
            ] {
                cx.peek(field, &c, 1)?;
                for bit in bits {
                    cx.peek(*bit, &c, 1)?;
                }
                c.skip(1)?;
            }
        }
        3 => _ = cx.field(DEVICE_ID, &mut c, 6)?,
        6 if !c.is_empty() => {
            cx.field(LISTEN_CHANNEL_COUNTRY_STRING, &mut c, 3)?;
            cx.field(LISTEN_CHANNEL_OPERATING_CLASS, &mut c, 1)?;
            cx.field(LISTEN_CHANNEL_CHANNEL_NUMBER, &mut c, 1)?;
        }
        _ => {}
    }
    Ok(())
}
