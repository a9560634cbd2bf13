//! Slow protocols (IEEE 802.3 annex 57A) of link aggregation (IEEE 802.1AX): LACP and markers.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    SLOW "slow" "Slow Protocols" "Slow Protocols" Link
    on [Ether 0x8809]
    fields {
        SUBTYPE "slow.subtype" "Slow Protocols subtype": U8 Hex = SUBTYPE_NAMES;
    }
}

names! {
    SUBTYPE_NAMES {
        1 => "LACP", 2 => "Marker Protocol", 3 => "OAM", 10 => "Organization Specific Slow Protocol",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let subtype = c.peek_u8(0)?;
    cx.protocol("Slow Protocols");
    cx.info(|o| _ = o.s("Subtype = ").u(subtype));
    cx.u8(SUBTYPE, &mut c)?;
    cx.proto_len(1);
    match subtype {
        1 => cx.call(lacp::ID, c),
        2 => cx.call(marker::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// Link Aggregation Control Protocol.
pub mod lacp {
    use crate::common::{YES, run};
    use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, names, proto};

    proto! {
        LACP "lacp" "Link Aggregation Control Protocol" "LACP" Link
        on []
        fields {
            ACTOR_KEY "lacp.actor.key" "Actor Key": U16 Dec;
            ACTOR_PORT "lacp.actor.port" "Actor Port": U16 Dec;
            ACTOR_PORT_PRIORITY "lacp.actor.port_priority" "Actor Port Priority": U16 Dec;
            ACTOR_RESERVED "lacp.actor.reserved" "Reserved": Bytes;
            ACTOR_STATE "lacp.actor.state" "Actor State": U8 Hex;
            ACTOR_STATE_ACTIVITY "lacp.actor.state.activity" "LACP Activity": Bool(8) & 0x1 = ACTIVITY;
            ACTOR_STATE_AGGREGATION "lacp.actor.state.aggregation" "Aggregation": Bool(8) & 0x4 = AGGREGATION;
            ACTOR_STATE_COLLECTING "lacp.actor.state.collecting" "Collecting": Bool(8) & 0x10 = ENABLED;
            ACTOR_STATE_DEFAULTED "lacp.actor.state.defaulted" "Defaulted": Bool(8) & 0x40 = YES;
            ACTOR_STATE_DISTRIBUTING "lacp.actor.state.distributing" "Distributing": Bool(8) & 0x20 = ENABLED;
            ACTOR_STATE_EXPIRED "lacp.actor.state.expired" "Expired": Bool(8) & 0x80 = YES;
            ACTOR_STATE_SYNCHRONIZATION "lacp.actor.state.synchronization" "Synchronization": Bool(8) & 0x8 = SYNC;
            ACTOR_STATE_TIMEOUT "lacp.actor.state.timeout" "LACP Timeout": Bool(8) & 0x2 = TIMEOUT;
            ACTOR_STATE_STR "lacp.actor.state_str" "Actor State Flags": Str;
            ACTOR_SYS_PRIORITY "lacp.actor.sys_priority" "Actor System Priority": U16 Dec;
            ACTOR_SYSID "lacp.actor.sysid" "Actor System ID": Ether;
            COLL_RESERVED "lacp.coll_reserved" "Reserved": Bytes;
            COLLECTOR_MAX_DELAY "lacp.collector.max_delay" "Collector Max Delay": U16 Dec;
            PAD "lacp.pad" "Pad": Bytes;
            PARTNER_KEY "lacp.partner.key" "Partner Key": U16 Dec;
            PARTNER_PORT "lacp.partner.port" "Partner Port": U16 Dec;
            PARTNER_PORT_PRIORITY "lacp.partner.port_priority" "Partner Port Priority": U16 Dec;
            PARTNER_RESERVED "lacp.partner.reserved" "Reserved": Bytes;
            PARTNER_STATE "lacp.partner.state" "Partner State": U8 Hex;
            PARTNER_STATE_ACTIVITY "lacp.partner.state.activity" "LACP Activity": Bool(8) & 0x1 = ACTIVITY;
            PARTNER_STATE_AGGREGATION "lacp.partner.state.aggregation" "Aggregation": Bool(8) & 0x4 = AGGREGATION;
            PARTNER_STATE_COLLECTING "lacp.partner.state.collecting" "Collecting": Bool(8) & 0x10 = ENABLED;
            PARTNER_STATE_DEFAULTED "lacp.partner.state.defaulted" "Defaulted": Bool(8) & 0x40 = YES;
            PARTNER_STATE_DISTRIBUTING "lacp.partner.state.distributing" "Distributing": Bool(8) & 0x20 = ENABLED;
            PARTNER_STATE_EXPIRED "lacp.partner.state.expired" "Expired": Bool(8) & 0x80 = YES;
            PARTNER_STATE_SYNCHRONIZATION "lacp.partner.state.synchronization" "Synchronization": Bool(8) & 0x8 = SYNC;
            PARTNER_STATE_TIMEOUT "lacp.partner.state.timeout" "LACP Timeout": Bool(8) & 0x2 = TIMEOUT;
            PARTNER_STATE_STR "lacp.partner.state_str" "Partner State Flags": Str;
            PARTNER_SYS_PRIORITY "lacp.partner.sys_priority" "Partner System Priority": U16 Dec;
            PARTNER_SYSID "lacp.partner.sysid" "Partner System": Ether;
            TLV_LENGTH "lacp.tlv_length" "TLV Length": U8 Hex;
            TLV_TYPE "lacp.tlv_type" "TLV Type": U8 Hex = TLV_TYPE_NAMES;
            VERSION "lacp.version" "LACP Version": U8 Hex;
        }
    }

    const ACTIVITY: Names = Names::Bools("Active", "Passive");
    const AGGREGATION: Names = Names::Bools("Aggregatable", "Individual");
    const ENABLED: Names = Names::Bools("Enabled", "Disabled");
    const SYNC: Names = Names::Bools("In Sync", "Out of Sync");
    const TIMEOUT: Names = Names::Bools("Short Timeout", "Long Timeout");

    names! {
        TLV_TYPE_NAMES {
            0 => "Terminator",
            1 => "Actor Information",
            2 => "Partner Information",
            3 => "Collector Information",
        }
    }

    /// Fields of one end: priority, system, key, priority and number of the port, state, its letters, the rest.
    struct End {
        name: &'static str,
        head: [(Field, usize); 5],
        state: Field,
        bits: [Field; 8],
        letters: Field,
        reserved: Field,
    }

    const ACTOR: End = End {
        name: " ACTOR ",
        head: [
            (ACTOR_SYS_PRIORITY, 2),
            (ACTOR_SYSID, 6),
            (ACTOR_KEY, 2),
            (ACTOR_PORT_PRIORITY, 2),
            (ACTOR_PORT, 2),
        ],
        state: ACTOR_STATE,
        bits: [
            ACTOR_STATE_ACTIVITY,
            ACTOR_STATE_TIMEOUT,
            ACTOR_STATE_AGGREGATION,
            ACTOR_STATE_SYNCHRONIZATION,
            ACTOR_STATE_COLLECTING,
            ACTOR_STATE_DISTRIBUTING,
            ACTOR_STATE_DEFAULTED,
            ACTOR_STATE_EXPIRED,
        ],
        letters: ACTOR_STATE_STR,
        reserved: ACTOR_RESERVED,
    };

    const PARTNER: End = End {
        name: " PARTNER ",
        head: [
            (PARTNER_SYS_PRIORITY, 2),
            (PARTNER_SYSID, 6),
            (PARTNER_KEY, 2),
            (PARTNER_PORT_PRIORITY, 2),
            (PARTNER_PORT, 2),
        ],
        state: PARTNER_STATE,
        bits: [
            PARTNER_STATE_ACTIVITY,
            PARTNER_STATE_TIMEOUT,
            PARTNER_STATE_AGGREGATION,
            PARTNER_STATE_SYNCHRONIZATION,
            PARTNER_STATE_COLLECTING,
            PARTNER_STATE_DISTRIBUTING,
            PARTNER_STATE_DEFAULTED,
            PARTNER_STATE_EXPIRED,
        ],
        letters: PARTNER_STATE_STR,
        reserved: PARTNER_RESERVED,
    };

    /// Names of the state's bits as its line lists them, the lowest first.
    const BITS: [&str; 8] = [
        "LACP Activity",
        "LACP Timeout",
        "Aggregation",
        "Synchronization",
        "Collecting",
        "Distributing",
        "Defaulted",
        "Expired",
    ];

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("LACP");
        let version = cx.u8(VERSION, &mut c)?;
        cx.info(|o| _ = o.s("v").u(version));
        while !c.is_empty() {
            let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
            run(cx, &mut c, &[(TLV_TYPE, 1), (TLV_LENGTH, 1)])?;
            if kind == 0 {
                break;
            }
            let mut one = c.take_all(len.saturating_sub(2))?;
            match kind {
                1 => end(cx, &mut one, &ACTOR)?,
                2 => end(cx, &mut one, &PARTNER)?,
                3 => run(cx, &mut one, &[(COLLECTOR_MAX_DELAY, 2), (COLL_RESERVED, 12)])?,
                _ => {}
            }
        }
        let rest = c.left();
        if rest > 0 { run(cx, &mut c, &[(PAD, rest)]) } else { Ok(()) }
    }

    /// One end of the link.
    fn end<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, e: &End) -> Step {
        let h = *c.peek_array::<15>()?;
        let state = h[14];
        let letters: Vec<u8> =
            (0..8).map(|i| if state << i & 0x80 != 0 { b"EFDCSGSA"[i] } else { b'*' }).collect();
        cx.info_add(|o| {
            o.s(e.name).hex_bytes(&h[2..8], b':');
            o.s(" P: ").u(u16::from_be_bytes([h[12], h[13]])).s(" K: ").u(u16::from_be_bytes([h[8], h[9]]));
            o.s(" ").bytes(&letters);
        });
        run(cx, c, &e.head)?;
        let at = c.span(1);
        let (_, item) = cx.flags(e.state, c, 1, &e.bits)?;
        cx.append(item, |o| {
            for (i, name) in BITS.iter().enumerate() {
                if state >> i & 1 != 0 {
                    o.s(", ").s(name);
                }
            }
        });
        let item = cx.add_str(e.letters, at, |o| _ = o.bytes(&letters));
        cx.set_generated(item);
        let rest = c.left();
        if rest > 0 { run(cx, c, &[(e.reserved, rest)]) } else { Ok(()) }
    }
}

/// Markers, which tell that all frames before have arrived.
pub mod marker {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        MARKER "marker" "Marker Protocol" "Marker" Link
        on []
        fields {
            VERSION "marker.version" "Version Number": U8 Hex;
            TLV_TYPE "marker.tlvType" "TLV Type": U8 Hex = TLV_NAMES;
            TLV_LEN "marker.tlvLen" "TLV Length": U8 Hex;
            PORT "marker.requesterPort" "Requester Port": U16 Dec;
            SYSTEM "marker.requesterSystem" "Requester System": Ether;
            TRANSACTION "marker.requesterTransId" "Requester Transaction ID": U32 Dec;
            PADDING "marker.requesterPad" "Requester Pad": U32 Dec;
            RESERVED "marker.reserved" "Reserved": Bytes;
        }
    }

    names! {
        TLV_NAMES { 0 => "Marker Terminator", 1 => "Marker Information", 2 => "Marker Response Information" }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("Marker");
        let h = *c.peek_array::<15>()?;
        cx.info(|o| {
            o.s(if h[1] == 2 { "Response" } else { "Information" }).s(" SysId=").hex_bytes(&h[5..11], b':');
            o.s(", P=").u(u16::from_be_bytes([h[3], h[4]]));
            o.s(", TId=").u(u32::from_be_bytes([h[11], h[12], h[13], h[14]]));
        });
        let fields = [
            (VERSION, 1),
            (TLV_TYPE, 1),
            (TLV_LEN, 1),
            (PORT, 2),
            (SYSTEM, 6),
            (TRANSACTION, 4),
            (PADDING, 2),
            (TLV_TYPE, 1),
            (TLV_LEN, 1),
        ];
        crate::common::run(cx, &mut c, &fields)?;
        let rest = c.left();
        if rest > 0 { crate::common::run(cx, &mut c, &[(RESERVED, rest)]) } else { Ok(()) }
    }
}
