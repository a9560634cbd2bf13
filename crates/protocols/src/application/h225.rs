//! H.225.0 call signalling (ITU-T): which message the user information of Q.931 holds, and the version it is of. What
//! else the messages say, in the packed encoding of X.691, is not read yet.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    H225 "h225" "H323-MESSAGES" "H225" App
    on []
    fields {
        H323_USER_INFORMATION "h225.H323_UserInformation_element" "H323-UserInformation": None;
        UU_PDU "h225.h323_uu_pdu_element" "h323-uu-pdu": None;
        MESSAGE_BODY "h225.h323_message_body" "h323-message-body": U32 Dec = MESSAGE_BODY_NAMES;
        SETUP "h225.setup_element" "setup": None;
        CALL_PROCEEDING "h225.callProceeding_element" "callProceeding": None;
        CONNECT "h225.connect_element" "connect": None;
        ALERTING "h225.alerting_element" "alerting": None;
        INFORMATION "h225.information_element" "information": None;
        RELEASE_COMPLETE "h225.releaseComplete_element" "releaseComplete": None;
        FACILITY "h225.facility_element" "facility": None;
        PROTOCOL_IDENTIFIER "h225.protocolIdentifier" "protocolIdentifier": Oid;
    }
}

names! {
    MESSAGE_BODY_NAMES {
        0 => "setup", 1 => "callProceeding", 2 => "connect", 3 => "alerting", 4 => "information",
        5 => "releaseComplete", 6 => "facility", 7 => "progress", 8 => "empty", 9 => "status",
        10 => "statusInquiry", 11 => "setupAcknowledge", 12 => "notify",
    }
}

const MESSAGES: [Field; 7] =
    [SETUP, CALL_PROCEEDING, CONNECT, ALERTING, INFORMATION, RELEASE_COMPLETE, FACILITY];
/// What all versions of H.225.0 begin with: itu-t recommendation h 2250 version.
const VERSIONS: [u8; 5] = [0, 8, 0x91, 0x4a, 0];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("H.225.0");
    // Whether there are extensions and optional members, twice, then the choice of the message.
    let first = c.peek_u8(0)?;
    let extended = first & 8 != 0;
    let kind = if extended { 7 } else { first & 7 };
    if kind == 7 && !extended {
        return Err(Stop::Malformed);
    }
    let name = if extended { "" } else { MESSAGE_BODY_NAMES.or(u64::from(kind), "") };
    cx.label(cx.proto_item(), |o| _ = o.s("H.225.0 CS"));
    cx.info(|o| _ = o.s("CS: ").s(name).s(" "));
    if extended {
        return Ok(());
    }
    let all = cx.add(H323_USER_INFORMATION, c.span(usize::MAX), Value::None);
    cx.under(all, |cx| -> Step {
        let pdu = cx.add(UU_PDU, c.span(usize::MAX), Value::None);
        cx.under(pdu, |cx| -> Step {
            let body = cx.add(MESSAGE_BODY, c.span(1), Value::U(kind.into()));
            cx.under(body, |cx| -> Step {
                c.skip(1)?;
                let Some(field) = MESSAGES.get(usize::from(kind)) else { return Ok(()) };
                let item = cx.add(*field, c.span(usize::MAX), Value::None);
                // Which optional members there are fits into one byte for all of them.
                c.skip(1)?;
                let n = usize::from(c.peek_u8(0)?);
                c.skip(1)?;
                let oid = c.peek_bytes(0, n)?;
                cx.under(item, |cx| -> Step {
                    let it = cx.peek(PROTOCOL_IDENTIFIER, &c, n)?;
                    if let [head @ .., version] = oid
                        && *head == VERSIONS
                    {
                        cx.append(it, |o| _ = o.s(" (Version ").u(*version).s(")"));
                    }
                    Ok(())
                })
            })
        })
    })
}
