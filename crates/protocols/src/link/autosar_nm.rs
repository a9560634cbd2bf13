//! Network management of AUTOSAR over CAN: who keeps the bus awake.

use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, proto};

proto! {
    AUTOSAR_NM "autosar-nm" "AUTOSAR Network Management" "AUTOSAR NM" App
    on []
    fields {
        CTRL "autosar-nm.ctrl" "Control Bit Vector": U8 Hex;
        CTRL_REPEAT_MSG_REQ "autosar-nm.ctrl.repeat_msg_req" "Repeat Message Request": Bool(8) & 0x1 = Names::Bools("Repeat Message State requested", "Repeat Message State not requested");
        CTRL_RESERVED1 "autosar-nm.ctrl.reserved1" "Reserved Bit 1": U8 Dec & 0x2;
        CTRL_RESERVED2 "autosar-nm.ctrl.reserved2" "Reserved Bit 2": U8 Dec & 0x4;
        CTRL_NM_COORD_SLEEP "autosar-nm.ctrl.nm_coord_sleep" "NM Coordinator Sleep Ready": Bool(8) & 0x8 = Names::Bools("Start of synchronized shutdown requested", "Start of synchronized shutdown not requested");
        CTRL_ACTIVE_WAKEUP "autosar-nm.ctrl.active_wakeup" "Active Wakeup": Bool(8) & 0x10 = Names::Bools("Node has woken up the network", "Node has not woken up the network");
        CTRL_RESERVED5 "autosar-nm.ctrl.reserved5" "Reserved Bit 5": U8 Dec & 0x20;
        CTRL_PNI "autosar-nm.ctrl.pni" "Partial Network Information": Bool(8) & 0x40 = Names::Bools("NM message contains Partial Network request information", "NM message contains no Partial Network request information");
        CTRL_RESERVED7 "autosar-nm.ctrl.reserved7" "Reserved Bit 7": U8 Dec & 0x80;
        SRC "autosar-nm.src" "Source Node Identifier": U8 Dec;
        USER_DATA "autosar-nm.user_data" "User Data": Bytes;
    }
}

/// The parts of the control bits that are known by the version of AUTOSAR that is usual.
const BITS: [Field; 8] = [
    CTRL_REPEAT_MSG_REQ,
    CTRL_RESERVED1,
    CTRL_RESERVED2,
    CTRL_NM_COORD_SLEEP,
    CTRL_ACTIVE_WAKEUP,
    CTRL_RESERVED5,
    CTRL_PNI,
    CTRL_RESERVED7,
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("AUTOSAR NM");
    cx.info_clear();
    let h = *c.peek_array::<2>()?;
    cx.info(|o| {
        o.s("NM (CBV: ").hex(h[0], 2).s(", SNI: ").hex(h[1], 2).s(")");
    });
    cx.proto_append(|o| {
        o.s(", Control Bit Vector: ").hex(h[0], 2).s(", Source Node: ").u(h[1]);
    });
    let (_, item) = cx.flags(CTRL, &mut c, 1, &BITS)?;
    let registry = cx.registry;
    cx.append(item, |o| {
        let set = |f: &&Field| {
            let def = registry.field(**f);
            def.kind == requin_wire::FieldType::Bool && u64::from(h[0]) & def.mask != 0
        };
        for field in BITS.iter().filter(set) {
            o.s(", ").s(registry.field(*field).label);
        }
    });
    cx.field(SRC, &mut c, 1)?;
    let n = c.left();
    if n > 0 {
        cx.field(USER_DATA, &mut c, n)?;
    }
    Ok(())
}
