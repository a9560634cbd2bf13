//! Asynchronous Transfer Mode, ITU-T I.361: reassembled frames of AAL5, as SunATM captures them.

use super::llc;
use crate::meta;
use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    ATM "atm" "Asynchronous Transfer Mode" "ATM" Link
    on [Link 123]
    fields {
        AAL "atm.aal" "AAL": U8 Dec = AAL_NAMES;
        VPI "atm.vpi" "VPI": U8 Dec;
        VCI "atm.vci" "VCI": U16 Dec;
        TRAFFIC_TYPE "atm.traffic_type" "Traffic type": U8 Dec = TRAFFIC_TYPE_NAMES;
        TRAFFIC_LANE "atm.traffic.lane" "LANE traffic type": U8 Dec = TRAFFIC_LANE_NAMES;
        CHANNEL "atm.channel" "Channel": U16 Dec = CHANNEL_NAMES;
    }
}

names! {
    AAL_NAMES {
        0 => "Unknown AAL", 1 => "AAL1", 2 => "AAL2", 3 => "AAL3/4", 4 => "AAL5", 5 => "User AAL",
        6 => "Signalling AAL", 7 => "OAM cell",
    }
    TRAFFIC_TYPE_NAMES {
        0 => "Unknown traffic type", 1 => "LLC multiplexed", 2 => "VC multiplexed", 3 => "LANE", 4 => "ILMI",
        5 => "Frame Relay", 6 => "FORE SPANS", 7 => "Ipsilon", 9 => "GPRS NS", 10 => "SSCOP",
    }
    TRAFFIC_LANE_NAMES {
        0 => "Unknown LANE traffic type", 1 => "LE Control", 2 => "802.3", 3 => "802.5", 4 => "802.3 multicast",
        5 => "802.5 multicast",
    }
    CHANNEL_NAMES { 0 => "DTE->DCE", 1 => "DCE->DTE" }
}

/// The kinds of traffic in the first byte, below its highest bit, which tells the direction.
const LANE: u8 = 1;
const LLC: u8 = 2;
const ILMI: u8 = 5;
const SIGNALLING: u8 = 6;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("ATM");
    cx.info_clear();
    let [first, vpi, a, b] = *c.peek_array::<4>()?;
    let vci = u16::from_be_bytes([a, b]);
    let (none, head) = (c.span(0), c.span(4));
    let marker = c.peek_u16(4).unwrap_or_default();
    c.skip(4)?;
    cx.add(CHANNEL, none, Value::U(u64::from(first & 0x80 == 0)));
    let aal = if first & 0x0f == SIGNALLING { 6 } else { 4 };
    cx.info(|o| {
        o.s(AAL_NAMES.or(aal, "")).s(" ");
    });
    cx.add(AAL, none, Value::U(aal));
    let traffic = match first & 0x0f {
        LANE => 3,
        LLC => 1,
        ILMI => 4,
        _ => 0,
    };
    if aal == 4 {
        cx.add(TRAFFIC_TYPE, none, Value::U(traffic));
        if traffic == 3 {
            cx.add(TRAFFIC_LANE, none, Value::U(if marker == 0xff00 { 1 } else { 2 }));
        }
    }
    cx.add(VPI, head, Value::U(u64::from(vpi)));
    cx.add(VCI, head, Value::U(u64::from(vci)));
    if c.is_empty() {
        return Ok(());
    }
    match first & 0x0f {
        LLC => cx.call(llc::ID, c),
        _ => cx.call(meta::data::ID, c),
    }
}
