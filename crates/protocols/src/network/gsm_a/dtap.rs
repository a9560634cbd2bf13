//! Elements of call control and mobility management.

use super::*;

proto! {
    GSM_A_DTAP "gsm_a.dtap" "GSM A-I/F DTAP" "GSM DTAP" Carrier
    on []
    fields {
        TIMEZONE "gsm_a.dtap.timezone" "Timezone": U8 Hex;
        SEQ_NO "gsm_a.dtap.seq_no" "Sequence number": U8 Dec & 0xc0;
        PROTOCOL_DISCRIMINATOR "gsm_a.dtap.protocol_discriminator" "Protocol Discriminator": U8 Dec = L3_PROTOCOL_DISCRIMINATOR_NAMES;
        TI_FLAG "gsm_a.dtap.ti_flag" "TI flag": Bool(8) & 0x80 = Names::Bools("allocated by receiver", "allocated by sender");
        TIO "gsm_a.dtap.tio" "TIO": U8 Dec & 0x70;
        MSG_SM_TYPE "gsm_a.dtap.msg_sm_type" "DTAP GPRS Session Management Message Type": U8 Hex = MSG_SM_TYPE_NAMES;
    }
}

names! {
    MSG_SM_TYPE_NAMES {
        65 => "Activate PDP Context Request",
        66 => "Activate PDP Context Accept",
        67 => "Activate PDP Context Reject",
        68 => "Request PDP Context Activation",
        69 => "Request PDP Context Activation rej.",
        70 => "Deactivate PDP Context Request",
        71 => "Deactivate PDP Context Accept",
        72 => "Modify PDP Context Request(Network to MS direction)",
        73 => "Modify PDP Context Accept (MS to network direction)",
        74 => "Modify PDP Context Request(MS to network direction)",
        75 => "Modify PDP Context Accept (Network to MS direction)",
        76 => "Modify PDP Context Reject",
        77 => "Activate Secondary PDP Context Request",
        78 => "Activate Secondary PDP Context Accept",
        79 => "Activate Secondary PDP Context Reject",
        80 => "Reserved: was allocated in earlier phases of the protocol",
        81 => "Reserved: was allocated in earlier phases of the protocol",
        82 => "Reserved: was allocated in earlier phases of the protocol",
        83 => "Reserved: was allocated in earlier phases of the protocol",
        84 => "Reserved: was allocated in earlier phases of the protocol",
        85 => "SM Status",
        86 => "Activate MBMS Context Request",
        87 => "Activate MBMS Context Accept",
        88 => "Activate MBMS Context Reject",
        89 => "Request MBMS Context Activation",
        90 => "Request MBMS Context Activation Reject",
        91 => "Request Secondary PDP Context Activation",
        92 => "Request Secondary PDP Context Activation Reject",
        93 => "Notification",
    }
}

/// Session management, by its discriminator.
const SESSIONS: u8 = 10;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (first, kind) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let whose = first & 15;
    cx.info_add(|o| _ = o.s("(DTAP) "));
    let item = cx.add(PROTOCOL_DISCRIMINATOR, c.span(1), Value::U(u64::from(whose)));
    cx.under(item, |cx| -> Step {
        cx.peek(super::L3_PROTOCOL_DISCRIMINATOR, &c, 1)?;
        if whose == SESSIONS {
            cx.peek(TI_FLAG, &c, 1)?;
            cx.peek(TIO, &c, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    if whose != SESSIONS {
        // Calls, mobility and short messages have numbers of their own.
        return Ok(());
    }
    let name = MSG_SM_TYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info_add(|o| _ = o.s("(SM) ").s(name).s(" "));
    cx.proto_append(|o| _ = o.s(" - ").s(name));
    cx.peek(SEQ_NO, &c, 1)?;
    cx.u8(MSG_SM_TYPE, &mut c)?;
    gm::session(cx, c, kind)
}

/// A time zone (TS 23.040 §9.2.3.11): quarters of an hour in swapped digits, and a sign.
pub(in super::super) fn time_zone<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let zone = c.peek_u8(0)?;
    let quarters = u64::from((zone & 7) * 10 + (zone >> 4));
    let item = cx.add(TIMEZONE, c.span(1), Value::U(u64::from(zone)));
    cx.label(item, |o| {
        o.s("Timezone: GMT ").s(if zone & 8 != 0 { "-" } else { "+" }).s(" ").u(quarters / 4);
        o.s(" hours ").u(quarters % 4 * 15).s(" minutes");
    });
    c.skip(1)
}
