//! The Lightweight Access Point Protocol, RFC 5412: frames and commands between access points and controllers.

use crate::common::SET;
use crate::meta;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, proto};

proto! {
    LWAPP "lwapp" "LWAPP Encapsulated Packet" "LWAPP" Carrier
    on [Udp 12222, Udp 12223, Ether 0x88bb, Ether 0xbbbb]
    fields {
        VERSION "lwapp.version" "Version": U8 Dec;
        SLOTID "lwapp.slotId" "slotId": U24 Dec;
        FLAGS "lwapp.flags" "Flags": U8 Hex;
        FLAGS_TYPE "lwapp.flags.type" "Type": Bool(8) & 0x4 = Names::Bools("LWAPP Control Packet", "Encapsulated 80211");
        FLAGS_FRAGMENT "lwapp.flags.fragment" "Fragment": Bool(8) & 0x2 = SET;
        FLAGS_FRAGMENTTYPE "lwapp.flags.fragmentType" "Fragment Type": Bool(8) & 0x1 = SET;
        FRAGMENTID "lwapp.fragmentId" "Fragment Id": U8 Hex;
        LENGTH "lwapp.Length" "Length": U16 Dec;
        RSSI "lwapp.rssi" "RSSI": U8 Hex;
        SNR "lwapp.snr" "SNR": U8 Hex;
        APID "lwapp.apid" "AP Identity": Ether;
    }
}

/// Commands.
pub mod control {
    use super::{Cursor, Cx, Sink, Step};
    use crate::common::run;
    use requin_wire::{names, proto};

    proto! {
        LWAPP_CNTL "lwapp-cntl" "LWAPP Control Message" "LWAPP-CNTL" App
        on []
        fields {
        CONTROL_TYPE "lwapp.control.type" "Control Type": U8 Dec = CONTROL_TYPE_NAMES;
        CONTROL_SEQNO "lwapp.control.seqno" "Control Sequence Number": U8 Dec;
        CONTROL_LENGTH "lwapp.control.length" "Control Length": U16 Dec;
        }
    }

    names! {
        CONTROL_TYPE_NAMES {
            1 => "DISCOVERY_REQUEST", 2 => "DISCOVERY_REPLY", 3 => "JOIN_REQUEST", 4 => "JOIN_REPLY",
            5 => "HANDOFF_REQUEST", 6 => "HANDOFF_REPLY", 7 => "HANDOFF_COMMAND", 8 => "HANDOFF_RESPONSE",
            9 => "HANDOFF_CONFIRM", 10 => "CONFIGURE_REQUEST", 11 => "CONFIGURE_RESPONSE", 12 => "CONFIGURE_COMMAND",
            13 => "CONFIGURE_COMMAND_RES", 14 => "STATISTICS_INFO", 15 => "STATISTICS_INFO_RES",
            16 => "CHANGE_STATE_EVENT", 17 => "CHANGE_STATE_EVENT_RES", 18 => "RRM_CONTROL_REQ", 19 => "RRM_CONTROL_RES",
            20 => "RRM_DATA_REQ", 21 => "RRM_DATA_RES", 22 => "ECHO_REQUEST", 23 => "ECHO_RESPONSE", 24 => "IMAGE_DATA",
            25 => "IMAGE_DATA_RES", 26 => "RESET_REQ", 27 => "RESET_RES", 28 => "I_AM_UP_REQ", 29 => "I_AM_UP_RES",
            30 => "KEY_UPDATE_REQ", 31 => "KEY_UPDATE_RES", 32 => "PRIMARY_DISCOVERY_REQ", 33 => "PRIMARY_DISCOVERY_RES",
            34 => "DATA_TRANSFER", 35 => "DATA_TRANSFER_RES", 36 => "RESET_REQ_CLEAR_CONFIG",
        }
    }

    pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let kind = c.peek_u8(0)?;
        cx.info_add(|o| _ = o.s(CONTROL_TYPE_NAMES.or(u64::from(kind), "Bad Type")));
        let item = cx.marker(ID, c.span(c.left()));
        cx.under(item, |cx| run(cx, &mut c, &[(CONTROL_TYPE, 1), (CONTROL_SEQNO, 1), (CONTROL_LENGTH, 2)]))?;
        if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
    }
}

/// With this port, and with none, the access point is named first.
const NAMED_PORT: u16 = 12223;
const IS_CONTROL: u8 = 4;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LWAPP");
    cx.info_clear();
    let named = cx.ports.dst == NAMED_PORT;
    let head = if named { 12 } else { 6 };
    let flags = c.peek_u8(head - 6)?;
    let is_control = flags & IS_CONTROL != 0;
    if is_control {
        cx.info(|o| _ = o.s("CNTL "));
    }
    c.peek_bytes(0, head + 2)?;
    if named {
        cx.field(APID, &mut c, 6)?;
    }
    let whole = c.span(1);
    cx.add(VERSION, whole, Value::U(u64::from(flags >> 6)));
    cx.add(SLOTID, whole, Value::U(u64::from(flags >> 3 & 7)));
    cx.flags(FLAGS, &mut c, 1, &[FLAGS_TYPE, FLAGS_FRAGMENT, FLAGS_FRAGMENTTYPE])?;
    cx.u8(FRAGMENTID, &mut c)?;
    cx.u16(LENGTH, &mut c)?;
    cx.u8(RSSI, &mut c)?;
    cx.u8(SNR, &mut c)?;
    cx.proto_len(head + 2);
    if c.is_empty() {
        return Ok(());
    }
    if is_control {
        return cx.at_top(|cx| control::dissect(cx, c));
    }
    match cx.registry.proto_named("wlan").map(|p| p.id) {
        Some(id) => cx.call(id, c),
        None => cx.call(meta::data::ID, c),
    }
}
