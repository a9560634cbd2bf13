//! Protocol configuration options of mobile networks, 3GPP TS 24.008 section 10.5.6.3: what PPP negotiates, and containers.

use crate::link::ppp_control::control_protocol;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    GSM_A_GM "gsm_a.gm" "GSM A-I/F GPRS Mobility and Session Management" "GSM Management" App
    on []
    fields {
        SM_LINK_DIR "gsm_a.gm.sm.link_dir" "Link direction": I32 Dec = DIRECTIONS;
        SM_EXT "gsm_a.gm.sm.ext" "Extension": Bool(8) & 0x80;
        CONFIGURATION_PROTOCOL "gsm_a.gm.configuration_protocol" "Configuration Protocol": U8 Dec & 0x7 = PROTOCOLS;
        SM_PCO_PID "gsm_a.gm.sm.pco_pid" "Protocol or Container ID": U16 Hex = IDENTIFIERS;
        SM_PCO_LENGTH "gsm_a.gm.sm.pco.length" "Length": U8 HexDec;
    }
}

names! {
    DIRECTIONS { 0 => "MS to network", 1 => "Network to MS" }
    PROTOCOLS { 0 => "PPP for use with IP PDP type or IP PDN type" }
    IDENTIFIERS {
        0x8021 => "Internet Protocol Control Protocol",
        0x8057 => "IPv6 Control Protocol",
        0xc021 => "Link Control Protocol",
        0xc023 => "Password Authentication Protocol",
        0xc223 => "Challenge Handshake Authentication Protocol",
    }
}

/// They are read where they stand ([`options`]).
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// The options up to the end of `c`; `up` from the mobile station to the network.
pub(super) fn options<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, up: bool) -> Step {
    cx.generated(SM_LINK_DIR, c.span(0), Value::I(i64::from(!up)));
    cx.peek(SM_EXT, &c, 1)?;
    cx.field(CONFIGURATION_PROTOCOL, &mut c, 1)?;
    while c.left() >= 3 {
        let number = c.peek_u16(0)?;
        let item = cx.field(SM_PCO_PID, &mut c, 2)?;
        cx.under(item, |cx| -> Step {
            let len = usize::from(cx.u8(SM_PCO_LENGTH, &mut c)?);
            let inner = c.take_all(len)?;
            match control_protocol(number) {
                // The columns are those of the message.
                Some(id) if len > 0 => cx.quoted(|cx| cx.call_nested(id, inner)),
                _ => Ok(()),
            }
        })?;
    }
    Ok(())
}
