//! Ethernet Global Data of GE Fanuc: what a producer sends to whoever exchanges data with it.

use crate::meta;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    EGD "egd" "Ethernet Global Data" "EGD" App
    on [Udp 18246]
    fields {
        VER "egd.ver" "Version": U8 Dec;
        TYPE "egd.type" "Type": U8 Dec;
        RID "egd.rid" "RequestID": U16 Dec;
        PID "egd.pid" "ProducerID": Ipv4;
        EXID "egd.exid" "ExchangeID": U32 Hex;
        TIME "egd.time" "Timestamp": AbsTime Local;
        NOTIME "egd.notime" "Timestamp": U64 Hex;
        STAT "egd.stat" "Status": U32 Dec = STAT_NAMES;
        CSIG "egd.csig" "ConfigSignature": U32 Dec;
        RSRV "egd.rsrv" "Reserved": U32 Dec;
    }
}

names! {
    STAT_NAMES {
        0 => "No new status event has occurred", 1 => "No error currently exists", 2 => "No error, data consumed",
        3 => "SNTP error", 4 => "Specification error", 6 => "Data refresh error", 7 => "Data refresh period exceeded",
        10 => "IP Layer not currently initialized", 12 => "Lack of resource error",
        16 => "Name Resolution in progress", 18 => "Loss of Ethernet Interface error",
        22 => "Ethernet Interface does not support EGD", 26 => "No Response from Ethernet Interface",
        28 => "Failed to create an exchange.", 30 => "Configured exchange deleted.",
    }
}

/// The only type of PDU of this version.
const DATA: [u8; 2] = [13, 1];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_bytes(0, 2).map_err(|_| Stop::NotMine)? != DATA {
        return Err(Stop::NotMine);
    }
    cx.protocol("EGD");
    let (id, request) = (c.peek_bytes(8, 4), c.peek_bytes(2, 2));
    if let (Ok(id), Ok(request)) = (id, request) {
        cx.info(|o| {
            o.s("Data Msg: ExchangeID=").hex_upper(requin_wire::le(id), 8);
            o.s(", RequestID=").u0(requin_wire::le(request), 5);
        });
    }
    cx.u8(TYPE, &mut c)?;
    cx.u8(VER, &mut c)?;
    cx.u16_le(RID, &mut c)?;
    cx.field(PID, &mut c, 4)?;
    cx.u32_le(EXID, &mut c)?;
    if c.peek_uint(0, 8)? == 0 {
        let item = cx.field(NOTIME, &mut c, 8)?;
        cx.append(item, |o| _ = o.s("--No TimeStamp"));
    } else {
        cx.field_le(TIME, &mut c, 8)?;
    }
    cx.u32_le(STAT, &mut c)?;
    cx.u32_le(CSIG, &mut c)?;
    cx.u32_le(RSRV, &mut c)?;
    if c.is_empty() { Ok(()) } else { cx.call_nested(meta::data::ID, c) }
}
