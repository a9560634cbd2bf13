//! Link Aggregation Control Protocol and its markers, IEEE 802.1AX section 6.4.

use crate::common::{YES, run};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, names, proto};

proto! {
    LACP "lacp" "Link Aggregation Control Protocol" "LACP" Link
    on []
    fields {
        VERSION "lacp.version" "LACP Version": U8 Hex;
        TLV_TYPE "lacp.tlv_type" "TLV Type": U8 Hex = TLV_TYPE_NAMES;
        TLV_LENGTH "lacp.tlv_length" "TLV Length": U8 Hex;
        ACTOR_SYS_PRIORITY "lacp.actor.sys_priority" "Actor System Priority": U16 Dec;
        ACTOR_SYSID "lacp.actor.sysid" "Actor System ID": Ether;
        ACTOR_KEY "lacp.actor.key" "Actor Key": U16 Dec;
        ACTOR_PORT_PRIORITY "lacp.actor.port_priority" "Actor Port Priority": U16 Dec;
        ACTOR_PORT "lacp.actor.port" "Actor Port": U16 Dec;
        ACTOR_STATE "lacp.actor.state" "Actor State": U8 Hex;
        ACTOR_STATE_STR "lacp.actor.state_str" "Actor State Flags": Str;
        ACTOR_STATE_ACTIVITY "lacp.actor.state.activity" "LACP Activity": Bool(8) & 0x1 = Names::Bools("Active", "Passive");
        ACTOR_STATE_TIMEOUT "lacp.actor.state.timeout" "LACP Timeout": Bool(8) & 0x2 = Names::Bools("Short Timeout", "Long Timeout");
        ACTOR_STATE_AGGREGATION "lacp.actor.state.aggregation" "Aggregation": Bool(8) & 0x4 = Names::Bools("Aggregatable", "Individual");
        ACTOR_STATE_SYNCHRONIZATION "lacp.actor.state.synchronization" "Synchronization": Bool(8) & 0x8 = Names::Bools("In Sync", "Out of Sync");
        ACTOR_STATE_COLLECTING "lacp.actor.state.collecting" "Collecting": Bool(8) & 0x10 = Names::Bools("Enabled", "Disabled");
        ACTOR_STATE_DISTRIBUTING "lacp.actor.state.distributing" "Distributing": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        ACTOR_STATE_DEFAULTED "lacp.actor.state.defaulted" "Defaulted": Bool(8) & 0x40 = YES;
        ACTOR_STATE_EXPIRED "lacp.actor.state.expired" "Expired": Bool(8) & 0x80 = YES;
        ACTOR_RESERVED "lacp.actor.reserved" "Reserved": Bytes;
        PARTNER_SYS_PRIORITY "lacp.partner.sys_priority" "Partner System Priority": U16 Dec;
        PARTNER_SYSID "lacp.partner.sysid" "Partner System": Ether;
        PARTNER_KEY "lacp.partner.key" "Partner Key": U16 Dec;
        PARTNER_PORT_PRIORITY "lacp.partner.port_priority" "Partner Port Priority": U16 Dec;
        PARTNER_PORT "lacp.partner.port" "Partner Port": U16 Dec;
        PARTNER_STATE "lacp.partner.state" "Partner State": U8 Hex;
        PARTNER_STATE_STR "lacp.partner.state_str" "Partner State Flags": Str;
        PARTNER_STATE_ACTIVITY "lacp.partner.state.activity" "LACP Activity": Bool(8) & 0x1 = Names::Bools("Active", "Passive");
        PARTNER_STATE_TIMEOUT "lacp.partner.state.timeout" "LACP Timeout": Bool(8) & 0x2 = Names::Bools("Short Timeout", "Long Timeout");
        PARTNER_STATE_AGGREGATION "lacp.partner.state.aggregation" "Aggregation": Bool(8) & 0x4 = Names::Bools("Aggregatable", "Individual");
        PARTNER_STATE_SYNCHRONIZATION "lacp.partner.state.synchronization" "Synchronization": Bool(8) & 0x8 = Names::Bools("In Sync", "Out of Sync");
        PARTNER_STATE_COLLECTING "lacp.partner.state.collecting" "Collecting": Bool(8) & 0x10 = Names::Bools("Enabled", "Disabled");
        PARTNER_STATE_DISTRIBUTING "lacp.partner.state.distributing" "Distributing": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        PARTNER_STATE_DEFAULTED "lacp.partner.state.defaulted" "Defaulted": Bool(8) & 0x40 = YES;
        PARTNER_STATE_EXPIRED "lacp.partner.state.expired" "Expired": Bool(8) & 0x80 = YES;
        PARTNER_RESERVED "lacp.partner.reserved" "Reserved": Bytes;
        COLLECTOR_MAX_DELAY "lacp.collector.max_delay" "Collector Max Delay": U16 Dec;
        COLL_RESERVED "lacp.coll_reserved" "Reserved": Bytes;
        PAD "lacp.pad" "Pad": Bytes;
    }
    experts {
        WRONG_TLV_TYPE "lacp.wrong_tlv_type" Error Malformed "TLV is not expected type";
        WRONG_TLV_LENGTH "lacp.wrong_tlv_length" Error Malformed "TLV is not expected length";
    }
}

names! {
    TLV_TYPE_NAMES {
        0 => "Terminator",
        1 => "Actor Information",
        2 => "Partner Information",
        3 => "Collector Information",
    }
}

/// One end of a link: the fields of its system, its port and their state.
struct End {
    kind: u8,
    name: &'static str,
    values: [(Field, usize); 5],
    state: Field,
    bits: [Field; 8],
    letters: Field,
    reserved: Field,
}

const ACTOR: End = End {
    kind: 1,
    name: "ACTOR ",
    values: [
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
    kind: 2,
    name: " PARTNER ",
    values: [
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

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LACP");
    cx.info_clear();
    let version = cx.u8(VERSION, &mut c)?;
    cx.info(|o| _ = o.s("v").u(version).s(" "));
    for end in [&ACTOR, &PARTNER] {
        one_end(cx, end, &mut c)?;
    }
    tlv(cx, &mut c, 3, 16)?;
    run(cx, &mut c, &[(COLLECTOR_MAX_DELAY, 2), (COLL_RESERVED, 12)])?;
    tlv(cx, &mut c, 0, 0)?;
    // Version 1 fills the PDU up.
    let n = c.left().min(50);
    if n > 0 {
        cx.field(PAD, &mut c, n)?;
    }
    Ok(())
}

/// Type and length of a TLV that has to stand here.
fn tlv<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, len: u8) -> Step {
    let h = *c.peek_array::<2>()?;
    let item = cx.field(TLV_TYPE, c, 1)?;
    if h[0] != kind {
        cx.expert(WRONG_TLV_TYPE, item, c.span(0));
    }
    let item = cx.field(TLV_LENGTH, c, 1)?;
    if h[1] != len {
        cx.expert(WRONG_TLV_LENGTH, item, c.span(0));
    }
    Ok(())
}

fn one_end<S: Sink>(cx: &mut Cx<'_, S>, end: &End, c: &mut Cursor<'_>) -> Step {
    tlv(cx, c, end.kind, 20)?;
    let h = *c.peek_array::<15>()?;
    let (key, port) = (u16::from_be_bytes([h[8], h[9]]), u16::from_be_bytes([h[12], h[13]]));
    let state = h[14];
    let letters = |o: &mut requin_wire::Out<'_>| {
        // From expired down to active.
        for (i, letter) in b"EFDCSGSA".iter().enumerate() {
            o.c(if state & (0x80 >> i) != 0 { *letter } else { b'*' });
        }
    };
    cx.info_add(|o| {
        o.s(end.name).hex_bytes(h.get(2..8).unwrap_or_default(), b':');
        o.s(" P: ").u(port).s(" K: ").u(key).s(" ");
        letters(o);
    });
    run(cx, c, &end.values)?;
    let item = cx.peek(end.state, c, 1)?;
    let registry = cx.registry;
    cx.append(item, |o| {
        for (_, bit) in end.bits.iter().enumerate().filter(|(i, _)| state >> i & 1 != 0) {
            o.s(", ").s(registry.field(*bit).label);
        }
    });
    cx.under(item, |cx| -> Step {
        for bit in end.bits {
            cx.peek(bit, c, 1)?;
        }
        Ok(())
    })?;
    let item = cx.add_str(end.letters, c.span(1), letters);
    cx.set_generated(item);
    c.skip(1)?;
    cx.field(end.reserved, c, 3).map(|_| ())
}

/// Markers, IEEE 802.1AX section 6.5.
pub mod marker {
    use crate::common::run;
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        MARKER "marker" "Marker Protocol" "Marker" Link
        on []
        fields {
            VERSION "marker.version" "Version Number": U8 Hex;
            TLV_TYPE "marker.tlvType" "TLV Type": U8 Hex = MARKER_NAMES;
            TLV_LENGTH "marker.tlvLen" "TLV Length": U8 Hex;
            REQUESTER_PORT "marker.requesterPort" "Requester Port": U16 Dec;
            REQUESTER_SYSTEM "marker.requesterSystem" "Requester System": Ether;
            REQUESTER_TRANS_ID "marker.requesterTransId" "Requester Transaction ID": U32 Dec;
            REQUESTER_PAD "marker.requesterPad" "Requester Pad": U16 Dec;
            RESERVED "marker.reserved" "Reserved": Bytes;
        }
    }

    names! {
        MARKER_NAMES {
            0 => "Marker Terminator", 1 => "Marker Information", 2 => "Marker Response Information",
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("Marker");
        cx.info_clear();
        let h = *c.peek_array::<15>()?;
        cx.info(|o| {
            o.s(if h[1] == 1 { "Information" } else { "Response" }).s(" SysId=");
            o.hex_bytes(h.get(5..11).unwrap_or_default(), b':');
            o.s(", P=").u(u16::from_be_bytes([h[3], h[4]]));
            o.s(", TId=").u(u32::from_be_bytes([h[11], h[12], h[13], h[14]]));
        });
        run(cx, &mut c, &[(VERSION, 1), (TLV_TYPE, 1), (TLV_LENGTH, 1), (REQUESTER_PORT, 2)])?;
        run(cx, &mut c, &[(REQUESTER_SYSTEM, 6), (REQUESTER_TRANS_ID, 4), (REQUESTER_PAD, 2)])?;
        run(cx, &mut c, &[(TLV_TYPE, 1), (TLV_LENGTH, 1)])?;
        let n = c.left();
        cx.field(RESERVED, &mut c, n).map(|_| ())
    }
}
