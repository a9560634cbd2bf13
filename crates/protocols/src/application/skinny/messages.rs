//! What the messages of telephones say.

use super::*;
use Part::{Byte, Capabilities, Device, Features, Keys, Long, Precedence, Short, Skip, Text};
use requin_wire::{Field, Value};

/// How a part of a message is read.
#[derive(Clone, Copy)]
enum Part {
    /// Four bytes, little-endian or an address.
    Long(Field),
    /// Two bytes, or one.
    Short(Field),
    Byte(Field),
    /// A text that zeros fill.
    Text(Field, usize),
    /// Bytes that are passed over.
    Skip(usize),
    Features,
    Keys,
    Capabilities,
    Device,
    Precedence,
}

/// Messages by their numbers, with their parts in order.
const MESSAGES: &[(u64, &[Part])] = &[
    (
        1,
        &[
            Device,
            Long(STATIONIPADDR),
            Long(DEVICETYPE),
            Long(MAXSTREAMS),
            Long(ACTIVESTREAMS),
            Byte(PROTOCOLVER),
            Byte(UNKNOWN),
            Features,
            Long(MAXCONFERENCES),
            Long(ACTIVECONFERENCES),
            Text(MACADDRESS, 6),
            Skip(6),
            Long(IPV4ADDRESSSCOPE),
            Long(MAXNUMBEROFLINES),
            Text(STATIONIPV6ADDR, 16),
            Long(IPV6ADDRESSSCOPE),
            Text(FIRMWARELOADNAME, 32),
        ],
    ),
    (2, &[Long(RTPMEDIAPORT)]),
    (6, &[Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (7, &[Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (16, &[Capabilities]),
    (
        34,
        &[
            Long(MEDIARECEPTIONSTATUS),
            Long(IPADDR_IPV4),
            Long(PORTNUMBER),
            Long(PASSTHROUGHPARTYID),
            Long(CALLREFERENCE),
        ],
    ),
    (38, &[Long(SOFTKEYEVENT), Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (
        44,
        &[
            Long(DEVICETYPE),
            Long(NUMBEROFINSERVICESTREAMS),
            Long(MAXSTREAMSPERCONF),
            Long(NUMBEROFOUTOFSERVICESTREAMS),
        ],
    ),
    (73, &[Long(MEDIAPATHID), Long(MEDIAPATHEVENT)]),
    (
        129,
        &[
            Long(KEEPALIVEINTERVAL),
            Text(DATETEMPLATE, 6),
            Short(ALIGNMENTPADDING),
            Long(SECONDARYKEEPALIVEINTERVAL),
            Byte(MAXPROTOCOLVER),
            Byte(UNKNOWN),
            Features,
        ],
    ),
    (130, &[Long(TONE), Long(TONE_OUTPUT_DIRECTION), Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (131, &[Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (133, &[Long(RINGMODE), Long(RINGDURATION), Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (134, &[Long(STIMULUS), Long(STIMULUSINSTANCE), Long(LAMPMODE)]),
    (136, &[Long(SPEAKERMODE)]),
    (152, &[Text(VERSIONSTR, 16)]),
    (272, &[Long(LINEINSTANCE), Long(CALLREFERENCE), Long(SOFTKEYSETINDEX), Keys]),
    (273, &[Long(CALLSTATE), Long(LINEINSTANCE), Long(CALLREFERENCE), Long(PRIVACY), Precedence]),
    (274, &[Long(TIMEOUTVALUE), Text(PROMPTSTATUS, 32), Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (275, &[Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (276, &[Long(TIMEOUTVALUE), Text(NOTIFY, 32)]),
    (278, &[Long(LINEINSTANCE)]),
    (285, &[Text(DIALEDNUMBER, 24), Long(LINEINSTANCE), Long(CALLREFERENCE)]),
    (
        340,
        &[
            Long(CONFERENCEID),
            Long(PASSTHROUGHPARTYID),
            Long(CALLREFERENCE),
            Long(TRANSMITIPADDR_IPV4),
            Long(PORTNUMBER),
            Long(MEDIATRANSMISSIONSTATUS),
        ],
    ),
];

const FEATURES: [Field; 16] = [
    PHONEFEATURES_BIT1,
    PHONEFEATURES_BIT2,
    PHONEFEATURES_BIT3,
    PHONEFEATURES_BIT4,
    PHONEFEATURES_UTF8,
    PHONEFEATURES_BIT6,
    PHONEFEATURES_BIT7,
    PHONEFEATURES_DYNAMICMESSAGES,
    PHONEFEATURES_BIT9,
    PHONEFEATURES_RFC2833,
    PHONEFEATURES_BIT11,
    PHONEFEATURES_BIT12,
    PHONEFEATURES_BIT13,
    PHONEFEATURES_BIT14,
    PHONEFEATURES_BIT15,
    PHONEFEATURES_ABBREVIATED_DIAL,
];

const KEYS: [Field; 16] = [
    SOFTKEYMASK_SOFTKEY1,
    SOFTKEYMASK_SOFTKEY2,
    SOFTKEYMASK_SOFTKEY3,
    SOFTKEYMASK_SOFTKEY4,
    SOFTKEYMASK_SOFTKEY5,
    SOFTKEYMASK_SOFTKEY6,
    SOFTKEYMASK_SOFTKEY7,
    SOFTKEYMASK_SOFTKEY8,
    SOFTKEYMASK_SOFTKEY9,
    SOFTKEYMASK_SOFTKEY10,
    SOFTKEYMASK_SOFTKEY11,
    SOFTKEYMASK_SOFTKEY12,
    SOFTKEYMASK_SOFTKEY13,
    SOFTKEYMASK_SOFTKEY14,
    SOFTKEYMASK_SOFTKEY15,
    SOFTKEYMASK_SOFTKEY16,
];

/// The parts of a message that is known; older telephones leave the last ones away.
pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, id: u64) -> Step {
    let Some((_, parts)) = MESSAGES.iter().find(|m| m.0 == id) else { return Ok(()) };
    for part in *parts {
        if c.is_empty() {
            break;
        }
        self::part(cx, &mut c, *part)?;
    }
    Ok(())
}

fn text<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    let item = if cx.is_str(field) {
        let bytes = c.peek_bytes(0, n)?;
        let len = bytes.iter().position(|b| *b == 0).unwrap_or(n);
        cx.peek(field, c, len)?
    } else {
        cx.peek(field, c, n)?
    };
    cx.set_len(item, n);
    c.skip(n)
}

fn part<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, part: Part) -> Step {
    match part {
        // Addresses stand as in other protocols.
        Long(field @ (STATIONIPADDR | IPADDR_IPV4 | TRANSMITIPADDR_IPV4)) => {
            cx.field(field, c, 4).map(|_| ())
        }
        Long(field) => cx.field_le(field, c, 4).map(|_| ()),
        Short(field) => cx.field_le(field, c, 2).map(|_| ()),
        Byte(field) => cx.field(field, c, 1).map(|_| ()),
        Text(field, n) => text(cx, c, field, n),
        Skip(n) => c.skip(n),
        Features => bits(cx, c, "phoneFeatures", 2, &FEATURES),
        Keys => bits(cx, c, "validKeyMask", 4, &KEYS),
        Capabilities => capabilities(cx, c),
        Device => {
            let item = cx.line(c.span(24), |o| _ = o.s("sid"));
            cx.under(item, |cx| -> Step {
                text(cx, c, DEVICENAME, 16)?;
                cx.field_le(RESERVED_FOR_FUTURE_USE, c, 4)?;
                cx.field_le(INSTANCE, c, 4).map(|_| ())
            })
        }
        Precedence => {
            let item = cx.line(c.span(8), |o| _ = o.s("precedence"));
            cx.under(item, |cx| -> Step {
                cx.field_le(PRECEDENCELEVEL, c, 4)?;
                cx.field_le(PRECEDENCEDOMAIN, c, 4).map(|_| ())
            })
        }
    }
}

fn bits<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, name: &str, n: usize, fields: &[Field]) -> Step {
    let item = cx.line(c.span(n), |o| _ = o.s(name));
    cx.under(item, |cx| -> Step {
        for field in fields {
            cx.peek_le(*field, c, 0, n)?;
        }
        Ok(())
    })?;
    c.skip(n)
}

/// The codecs that a telephone has.
fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    /// As many as a message has room for.
    const MOST: u32 = 18;
    let n = cx.u32_le(CAPCOUNT, c)?;
    let item = cx.line(c.span(c.left()), |o| _ = o.s("caps [ref:capCount = ").u(n).s(", max:18]"));
    cx.under(item, |cx| -> Step {
        for i in 0..n.min(MOST) {
            let item = cx.line(c.span(16), |o| _ = o.s("caps [").u(i + 1).s(" / ").u(n).s("]"));
            cx.under(item, |cx| -> Step {
                cx.field_le(PAYLOADCAPABILITY, c, 4)?;
                cx.field_le(MAXFRAMESPERPACKET, c, 4)?;
                crate::common::run(
                    cx,
                    c,
                    &[(CODECMODE, 1), (DYNAMICPAYLOAD, 1), (CODECPARAM1, 1), (CODECPARAM2, 1)],
                )?;
                c.skip(4)
            })?;
        }
        Ok(())
    })
}

/// What a message and its answer have in common in their names, and whether it is the answer; `None` for those that are neither.
pub(super) fn stem(name: &str) -> Option<(&str, bool)> {
    let asked = |name| Some((name, false));
    let answered = |name| Some((name, true));
    match name {
        "CapabilitiesReq" | "BackSpaceRes" | "CallSelectStatRes" => None,
        "StartMulticastMediaTransmission"
        | "StartMulticastMediaReception"
        | "StartMultiMediaTransmission"
        | "StartMediaTransmission"
        | "OpenReceiveChannel"
        | "OpenMultiMediaReceiveChannel"
        | "MwiNotification"
        | "DeviceToUserData" => asked(name),
        _ => match (name.strip_suffix("Req"), name.strip_suffix("Res").or(name.strip_suffix("Ack"))) {
            (Some(stem), _) => asked(stem),
            (_, Some(stem)) => answered(stem),
            _ => None,
        },
    }
}

/// Notes the request that a message answers, if it was seen.
pub(super) fn answer<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, id: u64) {
    if let Some(request) = cx.recalled(id) {
        cx.generated(RESPONSE_TO, c.span(0), Value::U(request.frame));
        cx.generated(RESPONSE_TIME, c.span(0), cx.meta.time.since(request.time).into());
    }
}
