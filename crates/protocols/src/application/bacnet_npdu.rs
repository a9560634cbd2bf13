//! BACnet's network layer, ASHRAE 135 clause 6.

use requin_wire::{Cursor, Cx, Names, Sink, Step, proto};

proto! {
    BACNET "bacnet" "Building Automation and Control Network NPDU" "BACnet" App
    on []
    fields {
        VERSION "bacnet.version" "Version": U8 Dec;
        CONTROL "bacnet.control" "Control": U8 Hex;
        DNET "bacnet.dnet" "Destination Network Address": U16 Dec;
        DLEN "bacnet.dlen" "Destination MAC Layer Address Length": U8 Dec;
        SNET "bacnet.snet" "Source Network Address": U16 Dec;
        SLEN "bacnet.slen" "Source MAC Layer Address Length": U8 Dec;
        HOPC "bacnet.hopc" "Hop Count": U8 Dec;
        MESGTYP "bacnet.mesgtyp" "Network Layer Message Type": U8 Hex = MESGTYP_NAMES;
    }
}

const MESGTYP_NAMES: Names = Names::Ranges(&[
    (0, 0, "Who-Is-Router-To-Network"),
    (1, 1, "I-Am-Router-To-Network"),
    (2, 2, "I-Could-Be-Router-To-Network"),
    (3, 3, "Reject-Message-To-Network"),
    (4, 4, "Router-Busy-To-Network"),
    (5, 5, "Router-Available-To-Network"),
    (6, 6, "Initialize-Routing-Table"),
    (7, 7, "Initialize-Routing-Table-Ack"),
    (8, 8, "Establish-Connection-To-Network"),
    (9, 9, "Disconnect-Connection-To-Network"),
    (10, 10, "Challenge-Request"),
    (11, 11, "Security-Payload"),
    (12, 12, "Security-Response"),
    (13, 13, "Request-Key-Update"),
    (14, 14, "Update-Keyset"),
    (15, 15, "Update-distribution-Key"),
    (16, 16, "Request-Masterkey"),
    (17, 17, "Set-Masterkey"),
    (18, 18, "What-Is-Networknumber"),
    (19, 19, "Networknumber-Is"),
    (20, 127, "Reserved for Use by ASHRAE"),
    (128, 255, "Vendor Proprietary Message"),
]);

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BACnet");
    cx.info_clear();
    cx.u8(VERSION, &mut c)?;
    let control = cx.u8(CONTROL, &mut c)?;
    for (bit, net, len) in [(0x20, DNET, DLEN), (0x08, SNET, SLEN)] {
        if control & bit != 0 {
            cx.u16(net, &mut c)?;
            let n = cx.u8(len, &mut c)?;
            c.skip(usize::from(n))?;
        }
    }
    if control & 0x20 != 0 {
        cx.u8(HOPC, &mut c)?;
    }
    if control & 0x80 != 0 {
        let kind = cx.u8(MESGTYP, &mut c)?;
        cx.info(|o| _ = o.s(MESGTYP_NAMES.or(u64::from(kind), "Unknown")));
        return Ok(());
    }
    cx.call(super::bacnet_apdu::ID, c)
}
