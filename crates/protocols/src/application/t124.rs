//! Generic Conference Control, ITU-T T.124, as far as conferences are created, and the domains of T.125 it goes through.

use super::per::{self, Per};
use super::{rdp, t125};
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    T124 "t124" "GENERIC-CONFERENCE-CONTROL T.124" "T.124" App
    on []
    fields {
        CONNECT_DATA "t124.ConnectData" "ConnectData": None;
        IDENTIFIER "t124.t124Identifier" "t124Identifier": U32 Dec = KEYS;
        OBJECT "t124.object" "object": Oid;
        H221_NON_STANDARD "t124.h221NonStandard" "h221NonStandard": Bytes;
        CONNECT_PDU "t124.connectPDU" "connectPDU": Bytes;
        CONNECT_GCCPDU "t124.connectGCCPDU" "connectGCCPDU": U32 Dec = GCCS;
        CREATE_REQUEST "t124.conferenceCreateRequest_element" "conferenceCreateRequest": None;
        CREATE_RESPONSE "t124.conferenceCreateResponse_element" "conferenceCreateResponse": None;
        CONFERENCE_NAME "t124.conferenceName_element" "conferenceName": None;
        NUMERIC "t124.numeric" "numeric": Str;
        LOCKED "t124.lockedConference" "lockedConference": Bool = crate::common::TRUE;
        LISTED "t124.listedConference" "listedConference": Bool = crate::common::TRUE;
        CONDUCTIBLE "t124.conductibleConference" "conductibleConference": Bool = crate::common::TRUE;
        TERMINATION_METHOD "t124.terminationMethod" "terminationMethod": U32 Dec = TERMINATIONS;
        NODE_ID "t124.nodeID" "nodeID": U32 Dec;
        TAG "t124.tag" "tag": I32 Dec;
        GCC_RESULT "t124.result" "result": U32 Dec = GCC_RESULTS;
        GCC_USER_DATA "t124.userData" "userData": U32 Dec;
        USER_DATA_ITEM "t124.UserData_item_element" "UserData item": None;
        KEY "t124.key" "key": U32 Dec = KEYS;
        VALUE "t124.value" "value": Bytes;
        DOMAIN_MCSPDU "t124.DomainMCSPDU" "DomainMCSPDU": U32 Dec = DOMAINS;
        ERECT_DOMAIN "t124.erectDomainRequest_element" "erectDomainRequest": None;
        DISCONNECT "t124.disconnectProviderUltimatum_element" "disconnectProviderUltimatum": None;
        ATTACH_REQUEST "t124.attachUserRequest_element" "attachUserRequest": None;
        ATTACH_CONFIRM "t124.attachUserConfirm_element" "attachUserConfirm": None;
        JOIN_REQUEST "t124.channelJoinRequest_element" "channelJoinRequest": None;
        JOIN_CONFIRM "t124.channelJoinConfirm_element" "channelJoinConfirm": None;
        SEND_REQUEST "t124.sendDataRequest_element" "sendDataRequest": None;
        SEND_INDICATION "t124.sendDataIndication_element" "sendDataIndication": None;
        SUB_HEIGHT "t124.subHeight" "subHeight": U64 Dec;
        SUB_INTERVAL "t124.subInterval" "subInterval": U64 Dec;
        REASON "t124.reason" "reason": U32 Dec = REASONS;
        RESULT "t124.result" "result": U32 Dec = t125::RESULTS;
        INITIATOR "t124.initiator" "initiator": U32 Dec;
        REQUESTED "t124.requested" "requested": U32 Dec;
        CHANNEL_ID "t124.channelId" "channelId": U32 Dec;
        DATA_PRIORITY "t124.dataPriority" "dataPriority": U32 Dec = PRIORITIES;
        SEGMENTATION "t124.segmentation" "segmentation": Bytes;
        SEGMENTATION_BEGIN "t124.Segmentation.begin" "begin": Bool(8) & 0x80 = crate::common::TRUE;
        SEGMENTATION_END "t124.Segmentation.end" "end": Bool(8) & 0x40 = crate::common::TRUE;
        USER_DATA "t124.userData" "userData": Bytes;
    }
}

names! {
    KEYS { 0 => "object", 1 => "h221NonStandard" }
    GCCS {
        0 => "conferenceCreateRequest", 1 => "conferenceCreateResponse", 2 => "conferenceQueryRequest",
        3 => "conferenceQueryResponse", 4 => "conferenceJoinRequest", 5 => "conferenceJoinResponse",
        6 => "conferenceInviteRequest", 7 => "conferenceInviteResponse",
    }
    TERMINATIONS { 0 => "automatic", 1 => "manual" }
    GCC_RESULTS {
        0 => "success", 1 => "userRejected", 2 => "resourcesNotAvailable", 3 => "rejectedForSymmetryBreaking",
        4 => "lockedConferenceNotSupported",
    }
    DOMAINS {
        0 => "plumbDomainIndication", 1 => "erectDomainRequest", 2 => "mergeChannelsRequest",
        3 => "mergeChannelsConfirm", 4 => "purgeChannelsIndication", 5 => "mergeTokensRequest",
        6 => "mergeTokensConfirm", 7 => "purgeTokensIndication", 8 => "disconnectProviderUltimatum",
        9 => "rejectMCSPDUUltimatum", 10 => "attachUserRequest", 11 => "attachUserConfirm", 12 => "detachUserRequest",
        13 => "detachUserIndication", 14 => "channelJoinRequest", 15 => "channelJoinConfirm",
        16 => "channelLeaveRequest", 17 => "channelConveneRequest", 18 => "channelConveneConfirm",
        19 => "channelDisbandRequest", 20 => "channelDisbandIndication", 21 => "channelAdmitRequest",
        22 => "channelAdmitIndication", 23 => "channelExpelRequest", 24 => "channelExpelIndication",
        25 => "sendDataRequest", 26 => "sendDataIndication", 27 => "uniformSendDataRequest",
        28 => "uniformSendDataIndication", 29 => "tokenGrabRequest", 30 => "tokenGrabConfirm",
        31 => "tokenInhibitRequest", 32 => "tokenInhibitConfirm", 33 => "tokenGiveRequest",
        34 => "tokenGiveIndication", 35 => "tokenGiveResponse", 36 => "tokenGiveConfirm", 37 => "tokenPleaseRequest",
        38 => "tokenPleaseIndication", 39 => "tokenReleaseRequest", 40 => "tokenReleaseConfirm",
        41 => "tokenTestRequest", 42 => "tokenTestConfirm",
    }
    REASONS {
        0 => "rn-domain-disconnected", 1 => "rn-provider-initiated", 2 => "rn-token-purged",
        3 => "rn-user-requested", 4 => "rn-channel-purged",
    }
    PRIORITIES { 0 => "top", 1 => "high", 2 => "medium", 3 => "low" }
}

/// What the user data of Microsoft's clients and servers are under.
const CLIENT: &[u8] = b"Duca";
const SERVER: &[u8] = b"McDn";

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("T.124");
    let mut found = None;
    let item = cx.add(CONNECT_DATA, c.span(c.left()), Value::None);
    cx.under(item, |cx| connect_data(cx, c, &mut found))?;
    match found {
        Some(value) => cx.call(rdp::ID, value),
        None => Ok(()),
    }
}

/// The user data of Microsoft's clients or servers.
type Found<'a> = Option<Cursor<'a>>;

fn connect_data<'a, S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'a>, found: &mut Found<'a>) -> Step {
    let mut per = Per::new(c);
    key(cx, &mut per, IDENTIFIER)?;
    let n = per.length(cx, per::OCTET_STRING_LENGTH)?;
    // What the server's user data takes may be longer than it says.
    let c = per.cursor();
    let item = cx.add(CONNECT_PDU, c.span(n), Value::Bytes(c.span(n)));
    cx.under(item, |cx| -> Step {
        let mut per = Per::new(c);
        per.flag(cx, per::EXTENSION_BIT)?;
        let kind = per.told(cx, per::CHOICE_INDEX, 3)?;
        let item = cx.add(CONNECT_GCCPDU, c.span(c.left()), Value::U(kind.into()));
        cx.under(item, |cx| match kind {
            0 => {
                let item = cx.add(CREATE_REQUEST, c.span(c.left()), Value::None);
                cx.under(item, |cx| create_request(cx, &mut per, found))
            }
            1 => {
                let item = cx.add(CREATE_RESPONSE, c.span(c.left()), Value::None);
                cx.under(item, |cx| create_response(cx, &mut per, found))
            }
            _ => Ok(()),
        })
    })
}

/// Key ::= CHOICE of an object identifier or a code of H.221; which code it is.
fn key<'a, S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'a>, field: Field) -> Result<Cursor<'a>, Stop> {
    let from = per.cursor();
    let kind = per.told(cx, per::CHOICE_INDEX, 1)?;
    let item = cx.add(field, from.span(1), Value::U(kind.into()));
    cx.under(item, |cx| {
        let n = if kind == 0 {
            per.length(cx, per::OBJECT_LENGTH)?
        } else {
            // OCTET STRING (SIZE (4..255))
            let span = per.cursor().span(1);
            let n = per.align().bits(8)? + 4;
            cx.hidden(per::OCTET_STRING_LENGTH, span, Value::U(n.into()));
            n as usize
        };
        let value = per.bytes(n)?;
        cx.end_at(item, &per.cursor());
        let span = value.span(n);
        let object = cx.add(if kind == 0 { OBJECT } else { H221_NON_STANDARD }, span, Value::Bytes(span));
        if value.rest().starts_with(&[0, 0x14, 0x7c, 0, 1]) {
            cx.append(object, |o| _ = o.s(" (Generic Conference Control)"));
        }
        Ok(value)
    })
}

/// The bits that tell which optional parts are there.
fn optional<S: Sink, const N: usize>(cx: &mut Cx<'_, S>, per: &mut Per<'_>) -> Result<[bool; N], Stop> {
    let mut there = [false; N];
    for bit in &mut there {
        *bit = per.flag(cx, per::OPTIONAL_FIELD_BIT)?;
    }
    Ok(there)
}

fn flag<S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'_>, field: Field) -> Step {
    let span = per.cursor().span(1);
    let v = per.bits(1)?;
    cx.add(field, span, Value::U(v.into()));
    Ok(())
}

fn create_request<'a, S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'a>, found: &mut Found<'a>) -> Step {
    per.flag(cx, per::EXTENSION_BIT)?;
    let there = optional::<S, 8>(cx, per)?;
    let name = cx.add(CONFERENCE_NAME, per.cursor().span(2), Value::None);
    cx.under(name, |cx| -> Step {
        per.flag(cx, per::EXTENSION_BIT)?;
        let text = per.flag(cx, per::OPTIONAL_FIELD_BIT)?;
        // SimpleNumericString (SIZE (1..255)), four bits a digit.
        let span = per.cursor().span(1);
        let digits = per.bits(8)? + 1;
        cx.hidden(per::OCTET_STRING_LENGTH, span, Value::U(digits.into()));
        per.align();
        let at = per.cursor();
        let mut number = Vec::new();
        for _ in 0..digits {
            number.push(b'0' + (per.bits(4)?.min(9) as u8));
        }
        cx.add_bytes(NUMERIC, at.span(digits.div_ceil(2) as usize), &number);
        // A name in text besides is not what RDP sends.
        if text { Err(Stop::Malformed) } else { Ok(()) }
    })?;
    if there[..7].contains(&true) {
        return Ok(());
    }
    for field in [LOCKED, LISTED, CONDUCTIBLE] {
        flag(cx, per, field)?;
    }
    let span = per.cursor().span(1);
    per.flag(cx, per::EXTENSION_PRESENT_BIT)?;
    let method = per.told(cx, per::ENUM_INDEX, 1)?;
    cx.add(TERMINATION_METHOD, span, Value::U(method.into()));
    if there[7] { user_data(cx, per, found) } else { Ok(()) }
}

fn create_response<'a, S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'a>, found: &mut Found<'a>) -> Step {
    per.flag(cx, per::EXTENSION_BIT)?;
    let [data] = optional::<S, 1>(cx, per)?;
    per.u16(cx, NODE_ID, 1001)?;
    let from = per.cursor();
    let n = per.length(cx, per::INTEGER_LENGTH)?;
    let value = per.bytes(n)?;
    let raw = value.peek_uint(0, n.min(4))? as i64;
    cx.add(TAG, from.span(n + 1), Value::I(raw));
    let span = per.cursor().span(1);
    per.flag(cx, per::EXTENSION_PRESENT_BIT)?;
    let result = per.told(cx, per::ENUM_INDEX, 3)?;
    cx.add(GCC_RESULT, span, Value::U(result.into()));
    if data { user_data(cx, per, found) } else { Ok(()) }
}

fn user_data<'a, S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'a>, found: &mut Found<'a>) -> Step {
    let from = per.cursor();
    let count = per.length(cx, per::SEQUENCE_OF_LENGTH)?;
    let item = cx.add(GCC_USER_DATA, from.span(from.left()), Value::U(count as u64));
    cx.label(item, |o| {
        o.s("userData: ").u(count as u64).s(if count == 1 { " item" } else { " items" });
    });
    cx.under(item, |cx| -> Step {
        for i in 0..count {
            per.align();
            let c = per.cursor();
            let line = cx.line(c.span(c.left()), |o| _ = o.s("Item ").u(i as u64));
            cx.under(line, |cx| -> Step {
                let item = cx.add(USER_DATA_ITEM, c.span(c.left()), Value::None);
                cx.under(item, |cx| -> Step {
                    let there = per.flag(cx, per::OPTIONAL_FIELD_BIT)?;
                    let code = key(cx, per, KEY)?;
                    if !there {
                        return Ok(());
                    }
                    let n = per.length(cx, per::OCTET_STRING_LENGTH)?;
                    let value = per.bytes(n)?;
                    cx.add(VALUE, value.span(n), Value::Bytes(value.span(n)));
                    let code = code.rest();
                    if code.starts_with(CLIENT) || code.starts_with(SERVER) {
                        *found = Some(value);
                    }
                    Ok(())
                })
            })?;
        }
        Ok(())
    })
}

/// A PDU of a domain, T.125 section 7.
///
/// # Errors
/// When the packet ends before it does.
pub(super) fn domain<S: Sink>(cx: &mut Cx<'_, S>, mut per: Per<'_>) -> Step {
    let c = per.cursor();
    let kind = per.told(cx, per::CHOICE_INDEX, 6)?;
    let all = c.span(c.left());
    let item = cx.add(DOMAIN_MCSPDU, all, Value::U(kind.into()));
    let name = DOMAINS.or(kind.into(), "Unknown");
    let node = match kind {
        1 => ERECT_DOMAIN,
        8 => DISCONNECT,
        10 => ATTACH_REQUEST,
        11 => ATTACH_CONFIRM,
        14 => JOIN_REQUEST,
        15 => JOIN_CONFIRM,
        25 => SEND_REQUEST,
        26 => SEND_INDICATION,
        _ => return Ok(()),
    };
    if !matches!(node, SEND_REQUEST | SEND_INDICATION) {
        cx.info_add(|o| _ = o.s(name).s(" "));
    }
    cx.under(item, |cx| {
        let item = cx.add(node, all, Value::None);
        cx.under(item, |cx| parts(cx, kind, &mut per, c))
    })
}

fn enumerated<S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'_>, field: Field, bits: u8) -> Step {
    let span = per.cursor().span(1);
    let v = per.told(cx, per::ENUM_INDEX, bits)?;
    cx.add(field, span, Value::U(v.into()));
    Ok(())
}

fn channel<S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'_>) -> Step {
    let id = per.u16(cx, CHANNEL_ID, 0)?;
    cx.info_add(|o| _ = o.u(id));
    Ok(())
}

fn parts<S: Sink>(cx: &mut Cx<'_, S>, kind: u32, per: &mut Per<'_>, start: Cursor<'_>) -> Step {
    // Users are counted from 1001, but shown as they stand.
    match kind {
        1 => {
            for field in [SUB_HEIGHT, SUB_INTERVAL] {
                let from = per.align().cursor();
                let n = usize::from(from.peek_u8(0)?);
                per.bits(8)?;
                let v = per.bytes(n)?.peek_uint(0, n.min(8))?;
                cx.add(field, from.span(n + 1), Value::U(v));
            }
            Ok(())
        }
        8 => enumerated(cx, per, REASON, 3),
        11 => {
            let [there] = optional::<S, 1>(cx, per)?;
            enumerated(cx, per, RESULT, 4)?;
            if there { per.u16(cx, INITIATOR, 0).map(|_| ()) } else { Ok(()) }
        }
        14 => {
            per.u16(cx, INITIATOR, 0)?;
            channel(cx, per)
        }
        15 => {
            let [there] = optional::<S, 1>(cx, per)?;
            enumerated(cx, per, RESULT, 4)?;
            per.u16(cx, INITIATOR, 0)?;
            per.u16(cx, REQUESTED, 0)?;
            if there { channel(cx, per) } else { Ok(()) }
        }
        25 | 26 => {
            per.u16(cx, INITIATOR, 0)?;
            channel(cx, per)?;
            enumerated(cx, per, DATA_PRIORITY, 2)?;
            let segmentation = (per.bits(2)? as u8) << 6;
            let item = cx.add_bytes(SEGMENTATION, start.span(1), &[segmentation]);
            cx.under(item, |cx| {
                let span = start.span(1);
                cx.add(SEGMENTATION_BEGIN, span, Value::U(u64::from(segmentation >> 7)));
                cx.add(SEGMENTATION_END, span, Value::U(u64::from(segmentation >> 6 & 1)));
            });
            let n = per.length(cx, per::OCTET_STRING_LENGTH)?;
            let mut data = per.bytes(n)?;
            cx.bytes(USER_DATA, &mut data, n).map(|_| ())
        }
        _ => Ok(()),
    }
}
