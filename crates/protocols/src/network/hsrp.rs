//! Cisco Hot Standby Router Protocol: version 1 of RFC 2281, and the TLVs of version 2.

use crate::common::run;
use requin_wire::{Addr, AddrKind, Cursor, Cx, Field, Sink, Step, Stop, names, proto};

proto! {
    HSRP "hsrp" "Cisco Hot Standby Router Protocol" "HSRP" App
    on [Udp 1985, Udp 2029]
    fields {
        VERSION "hsrp.version" "Version": U8 Dec;
        OPCODE "hsrp.opcode" "Op Code": U8 Dec = OPCODE_NAMES;
        STATE "hsrp.state" "State": U8 Dec = STATE_NAMES;
        HELLOTIME "hsrp.hellotime" "Hellotime": U8 Dec;
        HOLDTIME "hsrp.holdtime" "Holdtime": U8 Dec;
        PRIORITY "hsrp.priority" "Priority": U8 Dec;
        GROUP "hsrp.group" "Group": U8 Dec;
        RESERVED "hsrp.reserved" "Reserved": U8 Dec;
        AUTH_DATA "hsrp.auth_data" "Authentication Data": Str;
        VIRT_IP "hsrp.virt_ip" "Virtual IP Address": Ipv4;
        ADV_TLVTYPE "hsrp.adv.tlvtype" "Adv type": U16 Dec = ADV_TLVTYPE_NAMES;
        ADV_TLVLENGTH "hsrp.adv.tlvlength" "Adv length": U16 Dec;
        ADV_STATE "hsrp.adv.state" "Adv state": U8 Dec = ADV_STATE_NAMES;
        ADV_RESERVED1 "hsrp.adv.reserved1" "Adv reserved1": U8 Dec;
        ADV_ACTIVEGRP "hsrp.adv.activegrp" "Adv active groups": U16 Dec;
        ADV_PASSIVEGRP "hsrp.adv.passivegrp" "Adv passive groups": U16 Dec;
        ADV_RESERVED2 "hsrp.adv.reserved2" "Adv reserved2": U32 Dec;
        VERSION_2 "hsrp2.version" "Version": U8 Dec;
        OPCODE_2 "hsrp2.opcode" "Op Code": U8 Dec = OPCODE_2_NAMES;
        STATE_2 "hsrp2.state" "State": U8 Dec = STATE_2_NAMES;
        GROUP_STATE_TLV "hsrp2.group_state_tlv" "Group State TLV": U8 Dec;
        IPVERSION "hsrp2.ipversion" "IP Ver.": U8 Dec = IPVERSION_NAMES;
        GROUP_2 "hsrp2.group" "Group": U16 Dec;
        IDENTIFIER "hsrp2.identifier" "Identifier": Ether;
        HELLOTIME_2 "hsrp2.hellotime" "Hellotime": U32 Dec;
        HOLDTIME_2 "hsrp2.holdtime" "Holdtime": U32 Dec;
        PRIORITY_2 "hsrp2.priority" "Priority": U32 Dec;
        VIRT_IP_2 "hsrp2.virt_ip" "Virtual IP Address": Ipv4;
        INTERFACE_STATE_TLV "hsrp2.interface_state_tlv" "Interface State TLV": U8 Dec;
        TEXT_AUTH_TLV "hsrp2.text_auth_tlv" "Text Authentication TLV": U8 Dec;
        MD5_AUTH_TLV "hsrp2.md5_auth_tlv" "MD5 Authentication TLV": U8 Dec;
        AUTH_DATA_2 "hsrp2.auth_data" "Authentication Data": Str;
        ACTIVE_GROUPS "hsrp2.active_groups" "Active Groups": U16 Dec;
        PASSIVE_GROUPS "hsrp2.passive_groups" "Passive Groups": U16 Dec;
        MD5_ALGORITHM "hsrp2.md5_algorithm" "MD5 Algorithm": U8 Dec = MD5_ALGORITHM_NAMES;
        MD5_PADDING "hsrp2.md5_padding" "Padding": U8 Hex;
        MD5_FLAGS "hsrp2.md5_flags" "MD5 Flags": U16 Dec;
        MD5_IP_ADDRESS "hsrp.md5_ip_address" "Sender's IP Address": Ipv4;
        MD5_KEY_ID "hsrp2.md5_key_id" "MD5 Key ID": U32 Dec;
        MD5_AUTH_DATA "hsrp2.md5_auth_data" "MD5 Authentication Data": Bytes;
        VIRT_IP_V6 "hsrp2.virt_ip_v6" "Virtual IPv6 Address": Ipv6;
    }
}

names! {
    OPCODE_NAMES {
        0 => "Hello",
        1 => "Coup",
        2 => "Resign",
        3 => "Advertise",
    }
    STATE_NAMES {
        0 => "Initial",
        1 => "Learn",
        2 => "Listen",
        4 => "Speak",
        8 => "Standby",
        16 => "Active",
    }
    ADV_TLVTYPE_NAMES {
        1 => "HSRP interface state",
        2 => "IP redundancy",
    }
    ADV_STATE_NAMES {
        1 => "Dormant",
        2 => "Passive",
        3 => "Active",
    }
    OPCODE_2_NAMES {
        0 => "Hello",
        1 => "Coup",
        2 => "Resign",
    }
    STATE_2_NAMES {
        1 => "Init",
        2 => "Learn",
        3 => "Listen",
        4 => "Speak",
        5 => "Standby",
        6 => "Active",
    }
    MD5_ALGORITHM_NAMES { 1 => "MD5" }
    IPVERSION_NAMES {
        4 => "IPv4",
        6 => "IPv6",
    }
}

/// Cisco's advertisement of interfaces.
const ADVERTISE: u8 = 3;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // The second version is sent to groups of its own.
    let v2 = match cx.out.columns.dst {
        Addr { kind: AddrKind::Ipv4, bytes } => bytes.starts_with(&[224, 0, 0, 102]),
        Addr { kind: AddrKind::Ipv6, bytes } => bytes.starts_with(&[0xff, 2]) && bytes.ends_with(&[0, 0x66]),
        _ => false,
    };
    cx.protocol(if v2 { "HSRPv2" } else { "HSRP" });
    cx.info_clear();
    if v2 {
        return group_states(cx, c);
    }
    let opcode = c.peek_u8(1)?;
    cx.info(|o| _ = o.s(OPCODE_NAMES.or(u64::from(opcode), "Unknown")));
    run(cx, &mut c, &[(VERSION, 1), (OPCODE, 1)])?;
    if opcode == ADVERTISE {
        run(cx, &mut c, &[(ADV_TLVTYPE, 2), (ADV_TLVLENGTH, 2)])?;
        let state = cx.u8(ADV_STATE, &mut c)?;
        cx.info_add(|o| _ = o.s(" (state ").s(ADV_STATE_NAMES.or(u64::from(state), "Unknown")).s(")"));
        return run(
            cx,
            &mut c,
            &[(ADV_RESERVED1, 1), (ADV_ACTIVEGRP, 2), (ADV_PASSIVEGRP, 2), (ADV_RESERVED2, 4)],
        );
    }
    let state = cx.u8(STATE, &mut c)?;
    cx.info_add(|o| _ = o.s(" (state ").s(STATE_NAMES.or(u64::from(state), "Unknown")).s(")"));
    for (field, usual) in [(HELLOTIME, 3), (HOLDTIME, 10)] {
        let value = c.peek_u8(0)?;
        let item = cx.field(field, &mut c, 1)?;
        let label = cx.registry.field(field).label;
        cx.label(item, |o| {
            o.s(label).s(if value == usual { ": Default (" } else { ": Non-Default (" }).u(value).s(")");
        });
    }
    run(cx, &mut c, &[(PRIORITY, 1), (GROUP, 1), (RESERVED, 1)])?;
    auth_data(cx, AUTH_DATA, &mut c)?;
    cx.field(VIRT_IP, &mut c, 4)?;
    Ok(())
}

/// The TLVs of the second version.
fn group_states<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while c.left() >= 2 {
        let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        let mut t = c.take_all(len + 2)?;
        let (field, name) = match kind {
            1 => (GROUP_STATE_TLV, "Group State"),
            2 => (INTERFACE_STATE_TLV, "Interface State"),
            3 => (TEXT_AUTH_TLV, "Text Authentication"),
            4 => (MD5_AUTH_TLV, "MD5 Authentication"),
            _ => continue,
        };
        let item = cx.field(field, &mut t, 1)?;
        cx.label(item, |o| _ = o.s(name).s(" TLV: Type=").u(kind).s(" Len=").u(len as u64));
        t.skip(1)?;
        if kind != 1 {
            cx.under(item, |cx| other_tlv(cx, kind, &mut t))?;
            continue;
        }
        cx.under(item, |cx| {
            let (op, state) = (t.peek_u8(1)?, t.peek_u8(2)?);
            cx.info(|o| {
                o.s(OPCODE_2_NAMES.or(u64::from(op), "Unknown")).s(" (state ");
                o.s(STATE_2_NAMES.or(u64::from(state), "Unknown")).s(")");
            });
            let v6 = t.peek_u8(3)? == 6;
            run(
                cx,
                &mut t,
                &[
                    (VERSION_2, 1),
                    (OPCODE_2, 1),
                    (STATE_2, 1),
                    (IPVERSION, 1),
                    (GROUP_2, 2),
                    (IDENTIFIER, 6),
                    (PRIORITY_2, 4),
                    (HELLOTIME_2, 4),
                    (HOLDTIME_2, 4),
                ],
            )?;
            if v6 {
                cx.field(VIRT_IP_V6, &mut t, 16)?;
            } else {
                cx.field(VIRT_IP_2, &mut t, 4)?;
            }
            Ok::<(), Stop>(())
        })?;
    }
    Ok(())
}

/// What stands beside the state of a group: the state of an interface, and what proves the sender.
fn other_tlv<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, t: &mut Cursor<'_>) -> Step {
    match kind {
        2 => {
            let (active, passive) = (t.peek_u16(0)?, t.peek_u16(2)?);
            cx.info(|o| _ = o.s("Interface State TLV (Act=").u(active).s(" Pass=").u(passive).c(b')'));
            run(cx, t, &[(ACTIVE_GROUPS, 2), (PASSIVE_GROUPS, 2)])
        }
        3 => auth_data(cx, AUTH_DATA_2, t),
        _ => run(
            cx,
            t,
            &[
                (MD5_ALGORITHM, 1),
                (MD5_PADDING, 1),
                (MD5_FLAGS, 2),
                (MD5_IP_ADDRESS, 4),
                (MD5_KEY_ID, 4),
                (MD5_AUTH_DATA, 16),
            ],
        ),
    }
}

/// A password of eight bytes, which most leave as it is.
fn auth_data<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let auth = c.peek_bytes(0, 8)?;
    let item = cx.field(field, c, 8)?;
    if auth == b"cisco\0\0\0" {
        cx.label(item, |o| _ = o.s("Authentication Data: Default (cisco)"));
    }
    Ok(())
}
