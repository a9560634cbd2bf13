//! ZigBee's network layer; what it encrypts stays encrypted.

use super::wpan::extended;
use crate::common::say_bits;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    ZBEE_NWK "zbee_nwk" "ZigBee Network Layer" "ZigBee" Network
    on []
    fields {
        FCF "zbee_nwk.fcf" "Frame Control Field": U16 Hex;
        FRAME_TYPE "zbee_nwk.frame_type" "Frame Type": U16 Hex & 0x0003 = FRAME_TYPES;
        PROTO_VERSION "zbee_nwk.proto_version" "Protocol Version": U16 Dec & 0x003c;
        DISCOVERY "zbee_nwk.discovery" "Discover Route": U16 Hex & 0x00c0 = DISCOVERIES;
        MULTICAST "zbee_nwk.multicast" "Multicast": Bool(16) & 0x0100;
        SECURITY "zbee_nwk.security" "Security": Bool(16) & 0x0200;
        SRC_ROUTE "zbee_nwk.src_route" "Source Route": Bool(16) & 0x0400;
        EXT_DST "zbee_nwk.ext_dst" "Destination": Bool(16) & 0x0800;
        EXT_SRC "zbee_nwk.ext_src" "Extended Source": Bool(16) & 0x1000;
        END_DEVICE_INITIATOR "zbee_nwk.end_device_initiator" "End Device Initiator": Bool(16) & 0x2000;
        DST "zbee_nwk.dst" "Destination": U16 Hex;
        SRC "zbee_nwk.src" "Source": U16 Hex;
        ADDR "zbee_nwk.addr" "Address": U16 Hex;
        RADIUS "zbee_nwk.radius" "Radius": U8 Dec;
        SEQNO "zbee_nwk.seqno" "Sequence Number": U8 Dec;
        DST64 "zbee_nwk.dst64" "Destination": Eui64;
        SRC64 "zbee_nwk.src64" "Extended Source": Eui64;
        ADDR64 "zbee_nwk.addr64" "Extended Address": Eui64;
        RELAY_COUNT "zbee_nwk.relay.count" "Relay Count": U8 Dec;
        RELAY_INDEX "zbee_nwk.relay.index" "Relay Index": U8 Dec;
        SEC_FIELD "zbee.sec.field" "Security Control Field": U8 Hex;
        SEC_KEY_ID "zbee.sec.key_id" "Key Id": U8 Hex & 0x18 = KEYS;
        SEC_EXT_NONCE "zbee.sec.ext_nonce" "Extended Nonce": Bool(8) & 0x20;
        SEC_COUNTER "zbee.sec.counter" "Frame Counter": U32 Dec;
        SEC_SRC64 "zbee.sec.src64" "Extended Source": Eui64;
        SEC_KEY_SEQNO "zbee.sec.key_seqno" "Key Sequence Number": U8 Dec;
        SEC_MIC "zbee.sec.mic" "Message Integrity Code": Bytes;
    }
    experts {
        ENCRYPTED_PAYLOAD "zbee_sec.encrypted_payload" Warn Undecoded "Encrypted Payload";
    }
}

names! {
    FRAME_TYPES { 0 => "Data", 1 => "Command", 3 => "Interpan" }
    DISCOVERIES { 0 => "Suppress", 1 => "Enable", 3 => "Force" }
    KEYS { 0 => "Link Key", 1 => "Network Key", 2 => "Key-Transport Key", 3 => "Key-Load Key" }
}

const CONTROL: [Field; 9] = [
    FRAME_TYPE,
    PROTO_VERSION,
    DISCOVERY,
    MULTICAST,
    SECURITY,
    SRC_ROUTE,
    EXT_DST,
    EXT_SRC,
    END_DEVICE_INITIATOR,
];

/// Addresses from here on are no station's.
const BROADCAST: u16 = 0xfff8;

/// The level that networks use, whatever the frame says: encrypted, four bytes of integrity code.
const LEVEL: u8 = 5;
const MIC: usize = 4;

fn write(o: &mut Out<'_>, address: u16) {
    if address >= BROADCAST {
        o.s("Broadcast");
    } else {
        o.hex(address, 4);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let Ok(h) = c.peek_array::<8>() else { return Err(Stop::NotMine) };
    let fcf = u16::from_le_bytes([h[0], h[1]]);
    // Versions of networks that are about: 2 and 3 (Green Power).
    if fcf >> 2 & 15 != 2 || fcf & 3 == 2 {
        return Err(Stop::NotMine);
    }
    let (dst, src) = (u16::from_le_bytes([h[2], h[3]]), u16::from_le_bytes([h[4], h[5]]));
    cx.protocol("ZigBee");
    let name = FRAME_TYPES.or(u64::from(fcf & 3), "Unknown");
    let who = |o: &mut Out<'_>| {
        o.s(", Dst: ");
        write(o, dst);
        o.s(", Src: ");
        write(o, src);
    };
    cx.info(|o| {
        o.s(name);
        who(o);
    });
    cx.addresses_text(|o| write(o, src), |o| write(o, dst));
    let item = cx.proto_item();
    cx.append(item, |o| {
        o.c(b' ').s(name);
        who(o);
    });
    let (raw, item) = cx.flags_le(FCF, &mut c, 2, &CONTROL)?;
    say_bits(cx, item, raw, &CONTROL);
    cx.append(item, |o| _ = o.c(b' ').s(name));
    for field in [DST, SRC] {
        cx.peek_le(field, &c, 0, 2)?;
        let item = cx.peek_le(ADDR, &c, 0, 2)?;
        cx.hide(item);
        c.skip(2)?;
    }
    cx.field(RADIUS, &mut c, 1)?;
    cx.field(SEQNO, &mut c, 1)?;
    if fcf & 0x0800 != 0 {
        extended(cx, [DST64, ADDR64], &mut c)?;
    }
    if fcf & 0x1000 != 0 {
        extended(cx, [SRC64, ADDR64], &mut c)?;
    }
    if fcf & 0x0100 != 0 {
        c.skip(1)?;
    }
    if fcf & 0x0400 != 0 {
        let count = usize::from(c.peek_u8(0)?);
        cx.field(RELAY_COUNT, &mut c, 1)?;
        cx.field(RELAY_INDEX, &mut c, 1)?;
        c.skip(2 * count)?;
    }
    if fcf & 0x0200 != 0 {
        return secured(cx, c);
    }
    match fcf & 3 {
        _ if c.is_empty() => Ok(()),
        0 => cx.call(aps::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// Shows the header of the security layer, and what it encrypts.
fn secured<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.line(c.span(usize::MAX), |o| _ = o.s("ZigBee Security Header"));
    let data = cx.under(item, |cx| -> Result<Cursor<'_>, Stop> {
        let control = c.peek_u8(0)? & 0xf8 | LEVEL;
        let span = c.span(1);
        let item = cx.add(SEC_FIELD, span, Value::U(u64::from(control & 0xf8)));
        cx.under(item, |cx| -> Step {
            cx.peek(SEC_KEY_ID, &c, 1)?;
            cx.peek(SEC_EXT_NONCE, &c, 1).map(|_| ())
        })?;
        say_bits(cx, item, control.into(), &[SEC_KEY_ID, SEC_EXT_NONCE]);
        c.skip(1)?;
        cx.field_le(SEC_COUNTER, &mut c, 4)?;
        if control & 0x20 != 0 {
            let mut a = *c.peek_array::<8>()?;
            a.reverse();
            cx.add_bytes(SEC_SRC64, c.span(8), &a);
            c.skip(8)?;
        }
        if control >> 3 & 3 == 1 {
            cx.field(SEC_KEY_SEQNO, &mut c, 1)?;
        }
        let Some(len) = c.left().checked_sub(MIC) else { return Err(Stop::Short) };
        let data = c.take(len);
        cx.field(SEC_MIC, &mut c, MIC)?;
        Ok(data)
    })?;
    cx.under(item, |cx| cx.expert_here(ENCRYPTED_PAYLOAD, data.span(0), |_| ()));
    cx.call_nested(crate::meta::data::ID, data)
}

/// What ZigBee puts into beacons.
pub mod beacon {
    use crate::common::say_bits_behind;
    use crate::link::oui::eui64;
    use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

    proto! {
        ZBEE_BEACON "zbee_beacon" "ZigBee Beacon" "ZigBee Beacon" Network
        on []
        fields {
            PROTOCOL "zbee_beacon.protocol" "Protocol ID": U8 Dec;
            PROFILE "zbee_beacon.profile" "Stack Profile": U16 Hex & 0x000f = PROFILES;
            VERSION "zbee_beacon.version" "Protocol Version": U16 Dec & 0x00f0;
            ROUTER "zbee_beacon.router" "Router Capacity": Bool(16) & 0x0400;
            DEPTH "zbee_beacon.depth" "Device Depth": U16 Dec & 0x7800;
            END_DEV "zbee_beacon.end_dev" "End Device Capacity": Bool(16) & 0x8000;
            EXT_PANID "zbee_beacon.ext_panid" "Extended PAN ID": Eui64;
            TX_OFFSET "zbee_beacon.tx_offset" "Tx Offset": U24 Dec;
            UPDATE_ID "zbee_beacon.update_id" "Update ID": U8 Dec;
        }
    }

    names! {
        PROFILES { 0 => "Network Specific", 1 => "ZigBee Home", 2 => "ZigBee PRO" }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ZigBee");
        cx.field(PROTOCOL, &mut c, 1)?;
        const BITS: [Field; 5] = [PROFILE, VERSION, ROUTER, DEPTH, END_DEV];
        let root = cx.proto_item();
        let raw = requin_wire::le(c.peek_bytes(0, 2)?);
        cx.append(root, |o| _ = o.s(", ").s(PROFILES.or(raw & 0xf, "Unknown")));
        let item = cx.line(c.span(2), |o| _ = o.s("Beacon: "));
        cx.under(item, |cx| -> Step {
            for field in BITS {
                cx.peek_le(field, &c, 0, 2)?;
            }
            Ok(())
        })?;
        say_bits_behind(cx, item, "", raw, &BITS);
        c.skip(2)?;
        let mut id = *c.peek_array::<8>()?;
        id.reverse();
        cx.add_bytes(EXT_PANID, c.span(8), &id);
        cx.info_add(|o| _ = o.s(", EPID: ").hex_bytes(&id, b':'));
        let resolve = cx.registry.prefs.resolve_mac;
        cx.append(root, |o| eui64(o.s(", EPID: "), &id, resolve));
        c.skip(8)?;
        cx.field_le(TX_OFFSET, &mut c, 3)?;
        if !c.is_empty() {
            cx.field(UPDATE_ID, &mut c, 1)?;
        }
        Ok(())
    }
}

/// The layer that applications stand on.
pub mod aps {
    use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, names, proto};

    proto! {
        ZBEE_APS "zbee_aps" "ZigBee Application Support Layer" "ZigBee APS" Network
        on []
        fields {
            TYPE "zbee_aps.type" "Frame Type": U8 Hex & 0x03 = TYPES;
            DELIVERY "zbee_aps.delivery" "Delivery Mode": U8 Hex & 0x0c = DELIVERIES;
            ACK_FORMAT "zbee_aps.ack_format" "Acknowledgement Format": Bool(8) & 0x10 = Names::Bools("APS Command", "APS Data");
            SECURITY "zbee_aps.security" "Security": Bool(8) & 0x20;
            ACK_REQ "zbee_aps.ack_req" "Acknowledgement Request": Bool(8) & 0x40;
            EXT_HEADER "zbee_aps.ext_header" "Extended Header": Bool(8) & 0x80;
            DST "zbee_aps.dst" "Destination Endpoint": U8 Dec;
            GROUP "zbee_aps.group" "Group": U16 Hex;
            CLUSTER "zbee_aps.cluster" "Cluster": U16 Hex;
            ZDP_CLUSTER "zbee_aps.zdp_cluster" "Cluster": U16 Hex;
            PROFILE "zbee_aps.profile" "Profile": U16 Hex;
            SRC "zbee_aps.src" "Source Endpoint": U8 Dec;
            COUNTER "zbee_aps.counter" "Counter": U8 Dec;
            CMD_ID "zbee_aps.cmd.id" "Command Identifier": U8 Hex = COMMANDS;
            CMD_KEY_TYPE "zbee_aps.cmd.key_type" "Key Type": U8 Hex = KEY_TYPES;
            CMD_KEY "zbee_aps.cmd.key" "Key": Bytes;
            CMD_SEQNO "zbee_aps.cmd.seqno" "Sequence Number": U8 Dec;
            CMD_DST "zbee_aps.cmd.dst" "Extended Destination": Eui64;
            CMD_SRC "zbee_aps.cmd.src" "Extended Source": Eui64;
        }
    }

    names! {
        TYPES { 0 => "Data", 1 => "Command", 2 => "Ack" }
        COMMANDS {
            1 => "SKKE-1",
            2 => "SKKE-2",
            3 => "SKKE-3",
            4 => "SKKE-4",
            5 => "Transport Key",
            6 => "Update Device",
            7 => "Remove Device",
            8 => "Request Key",
            9 => "Switch Key",
            14 => "Tunnel",
            15 => "Verify Key",
            16 => "Confirm Key",
        }
        KEY_TYPES {
            0 => "Trust Center Master Key",
            1 => "Standard Network Key",
            2 => "Application Master Key",
            3 => "Application Link Key",
            4 => "Trust Center Link Key",
            5 => "High-Security Network Key",
        }
        DELIVERIES { 0 => "Unicast", 1 => "Indirect", 2 => "Broadcast", 3 => "Group" }
    }

    const DATA: [Field; 5] = [TYPE, DELIVERY, SECURITY, ACK_REQ, EXT_HEADER];
    const ACK: [Field; 6] = [TYPE, DELIVERY, ACK_FORMAT, SECURITY, ACK_REQ, EXT_HEADER];

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let fcf = c.peek_u8(0)?;
        let kind = fcf & 3;
        let name = TYPES.or(u64::from(kind), "Unknown");
        cx.protocol("ZigBee");
        cx.info(|o| _ = o.s("APS: ").s(name));
        let item = cx.proto_item();
        cx.append(item, |o| _ = o.c(b' ').s(name));
        let item = cx.line(c.span(1), |o| {
            o.s("Frame Control Field: ").s(name).s(" (").hex(fcf, 2).s(")");
        });
        cx.under(item, |cx| -> Step {
            let rows: &[Field] = if kind == 2 { &ACK } else { &DATA };
            for field in rows {
                cx.peek(*field, &c, 1)?;
            }
            Ok(())
        })?;
        c.skip(1)?;
        // Commands have no endpoints, nor have their acknowledgements.
        let (mut cluster, mut profile) = (0, 0);
        if kind == 0 || kind == 2 && fcf & 0x10 == 0 {
            if fcf >> 2 & 3 == 3 {
                cx.field_le(GROUP, &mut c, 2)?;
            } else {
                let endpoint = c.peek_u8(0)?;
                cx.info_add(|o| _ = o.s(", Dst Endpt: ").u(endpoint));
                cx.field(DST, &mut c, 1)?;
            }
            // The profile behind the cluster says whose it is; zero is the device's own.
            let own = c.peek_u16(2)? == 0;
            cluster = cx.u16_le(if own { ZDP_CLUSTER } else { CLUSTER }, &mut c)?;
            profile = cx.u16_le(PROFILE, &mut c)?;
            let endpoint = c.peek_u8(0)?;
            cx.info_add(|o| _ = o.s(", Src Endpt: ").u(endpoint));
            cx.field(SRC, &mut c, 1)?;
        }
        cx.field(COUNTER, &mut c, 1)?;
        if fcf & 0x20 != 0 {
            return super::secured(cx, c);
        }
        if kind == 1 && !c.is_empty() {
            return command(cx, c);
        }
        if c.is_empty() {
            return Ok(());
        }
        if kind != 0 {
            return cx.call(crate::meta::data::ID, c);
        }
        cx.handed = [cluster.into(), profile.into(), 0, 0];
        match profile {
            0 => cx.call(super::super::zigbee_zdp::ID, c),
            0x0101..=0x010a | 0xa1e0 | 0xc05e | 0xc25d => cx.call(super::super::zigbee_zcl::ID, c),
            _ => cx.call(crate::meta::data::ID, c),
        }
    }

    /// The key that is carried as a network's has a number behind it.
    const NETWORK_KEYS: [u8; 2] = [1, 5];

    fn command<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let id = c.peek_u8(0)?;
        let name = COMMANDS.or(u64::from(id), "Unknown Command");
        cx.info(|o| _ = o.s(name));
        let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Command Frame: ").s(name));
        cx.under(item, |cx| -> Step {
            cx.field(CMD_ID, &mut c, 1)?;
            if id != 5 {
                return if c.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) };
            }
            let kind = c.peek_u8(0)?;
            cx.field(CMD_KEY_TYPE, &mut c, 1)?;
            cx.field(CMD_KEY, &mut c, 16)?;
            if NETWORK_KEYS.contains(&kind) {
                cx.field(CMD_SEQNO, &mut c, 1)?;
            }
            for field in [CMD_DST, CMD_SRC] {
                if c.left() >= 8 {
                    let mut a = *c.peek_array::<8>()?;
                    a.reverse();
                    cx.add_bytes(field, c.span(8), &a);
                    c.skip(8)?;
                }
            }
            Ok(())
        })
    }
}
