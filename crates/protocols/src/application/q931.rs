//! Q.931 (ITU-T): the messages by which calls are made and ended, as H.323 sends them over TCP (H.225.0).

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Step, Value, names, proto};

proto! {
    Q931 "q931" "Q.931" "Q.931" App
    on []
    fields {
        DISC "q931.disc" "Protocol discriminator": U8 Hex;
        CALL_REF_LEN "q931.call_ref_len" "Call reference value length": U8 Dec;
        CALL_REF_FLAG "q931.call_ref_flag" "Call reference flag": Bool = Names::Bools("Message sent to originating side", "Message sent from originating side");
        CALL_REF "q931.call_ref" "Call reference value": Bytes;
        MESSAGE_TYPE "q931.message_type" "Message type": U8 Hex = MESSAGE_TYPE_NAMES;
        CODING_STANDARD "q931.coding_standard" "Coding standard": U8 Hex & 0x60 = CODING_STANDARDS;
        INFORMATION_TRANSFER_CAPABILITY "q931.information_transfer_capability" "Information transfer capability": U8 Hex & 0x1f = INFORMATION_TRANSFER_CAPABILITY_NAMES;
        TRANSFER_MODE "q931.transfer_mode" "Transfer mode": U8 Hex & 0x60 = TRANSFER_MODE_NAMES;
        INFORMATION_TRANSFER_RATE "q931.information_transfer_rate" "Information transfer rate": U8 Hex & 0x1f = INFORMATION_TRANSFER_RATE_NAMES;
        LAYER_IDENT "q931.layer_ident" "Layer identification": U8 Hex & 0x60 = LAYER_IDENT_NAMES;
        UIL1 "q931.uil1" "User information layer 1 protocol": U8 Hex & 0x1f = UIL1_NAMES;
        CAUSE_LOCATION "q931.cause_location" "Cause location": U8 Dec & 0xf = CAUSE_LOCATION_NAMES;
        CAUSE_VALUE "q931.cause_value" "Cause value": U8 Dec & 0x7f = CAUSE_VALUE_NAMES;
        NUMBER_TYPE "q931.number_type" "Number type": U8 Hex & 0x70 = NUMBER_TYPE_NAMES;
        NUMBERING_PLAN "q931.numbering_plan" "Numbering plan": U8 Hex & 0xf = NUMBERING_PLAN_NAMES;
        SCREENING_IND "q931.screening_ind" "Screening indicator": U8 Hex & 0x3 = SCREENING_IND_NAMES;
        PRESENTATION_IND "q931.presentation_ind" "Presentation indicator": U8 Hex & 0x60 = PRESENTATION_IND_NAMES;
        EXTENSION_IND "q931.extension_ind" "Extension indicator": Bool(8) & 0x80 = Names::Bools("last octet", "information continues through the next octet");
        CALLING_PARTY_NUMBER_DIGITS "q931.calling_party_number.digits" "Calling party number digits": Str;
        CALLED_PARTY_NUMBER_DIGITS "q931.called_party_number.digits" "Called party number digits": Str;
        CONNECTED_NUMBER_DIGITS "q931.connected_number.digits" "Connected party number digits": Str;
        REDIRECTING_NUMBER_DIGITS "q931.redirecting_number.digits" "Redirecting party number digits": Str;
        BEARER_CAPABILITY_RATE_MULTIPLIER "q931.bearer_capability.rate_multiplier" "Rate multiplier": U8 Dec & 0x7f;
        CAUSE_RECOMMENDATION "q931.cause.recommendation" "Recommendation": U8 Hex & 0x7f = CAUSE_RECOMMENDATION_NAMES;
        CALL_STATE "q931.call_state" "Call state": U8 Hex & 0x3f = CALL_STATE_NAMES;
        PROGRESS_INDICATOR_LOCATION "q931.progress_indicator.location" "Location": U8 Hex & 0xf = CAUSE_LOCATION_NAMES;
        PROGRESS_INDICATOR_DESCRIPTION "q931.progress_indicator.description" "Progress description": U8 Hex & 0x7f = PROGRESS_INDICATOR_DESCRIPTION_NAMES;
        NOTIFICATION_DESCRIPTION "q931.notification_description" "Notification description": U8 Hex & 0x7f = NOTIFICATION_DESCRIPTION_NAMES;
        SIGNAL "q931.signal" "Signal": U8 Hex = SIGNAL_NAMES;
        EXTENSION_REASON "q931.extension.reason" "Reason for redirection": U8 Hex & 0xf = EXTENSION_REASON_NAMES;
        USER_PROTOCOL_DISCRIMINATOR "q931.user.protocol_discriminator" "Protocol discriminator": U8 Hex = USER_PROTOCOL_DISCRIMINATOR_NAMES;
        INFORMATION_ELEMENT "q931.information_element" "Information element": U8 Dec;
        INFORMATION_ELEMENT_LEN "q931.information_element_len" "Length": U8 Dec;
        MORE_DATA "q931.more_data" "More data": None;
        SENDING_COMPLETE "q931.sending_complete" "Sending complete": None;
        DISPLAY_INFORMATION "q931.display_information" "Display information": Str;
        KEYPAD_FACILITY "q931.keypad_facility" "Keypad facility": Str;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        0 => "ESCAPE", 1 => "ALERTING", 2 => "CALL PROCEEDING", 3 => "PROGRESS", 5 => "SETUP", 6 => "GROUP SERVICE", 7 => "CONNECT", 8 => "RESYNC REQ", 9 => "RESYNC RESP", 10 => "VERSION", 11 => "GROUP SERVICE ACK", 13 => "SETUP ACKNOWLEDGE", 15 => "CONNECT ACKNOWLEDGE", 32 => "USER INFORMATION", 33 => "SUSPEND REJECT", 34 => "RESUME REJECT", 36 => "HOLD", 37 => "SUSPEND", 38 => "RESUME", 40 => "HOLD_ACKNOWLEDGE", 45 => "SUSPEND ACKNOWLEDGE", 46 => "RESUME ACKNOWLEDGE", 48 => "HOLD_REJECT", 49 => "RETRIEVE", 51 => "RETRIEVE ACKNOWLEDGE", 55 => "RETRIEVE REJECT", 64 => "DETACH", 69 => "DISCONNECT", 70 => "RESTART", 72 => "DETACH ACKNOWLEDGE", 77 => "RELEASE", 78 => "RESTART ACKNOWLEDGE", 90 => "RELEASE COMPLETE", 96 => "SEGMENT", 98 => "FACILITY", 100 => "REGISTER", 106 => "FACILITY ACKNOWLEDGE", 110 => "NOTIFY", 114 => "FACILITY REJECT", 117 => "STATUS ENQUIRY", 121 => "CONGESTION CONTROL", 123 => "INFORMATION", 125 => "STATUS",
    }
    pub(crate) CODING_STANDARDS {
        0 => "ITU-T standardized coding", 1 => "ISO/IEC standard", 2 => "National standard", 3 => "Standard defined for this particular network",
    }
    INFORMATION_TRANSFER_CAPABILITY_NAMES {
        0 => "Speech", 8 => "Unrestricted digital information", 9 => "Restricted digital information", 16 => "3.1 kHz audio", 17 => "Unrestricted digital information with tones/announcements", 24 => "Video",
    }
    TRANSFER_MODE_NAMES {
        0 => "Circuit mode", 2 => "Packet mode",
    }
    INFORMATION_TRANSFER_RATE_NAMES {
        0 => "Packet mode", 16 => "64 kbit/s", 17 => "2 x 64 kbit/s", 19 => "384 kbit/s", 21 => "1536 kbit/s", 23 => "1920 kbit/s", 24 => "Multirate (64 kbit/s base rate)",
    }
    LAYER_IDENT_NAMES {
        1 => "Layer 1 identifier", 2 => "Layer 2 identifier", 3 => "Layer 3 identifier",
    }
    UIL1_NAMES {
        1 => "V.110/I.460/X.30 rate adaption", 2 => "Recommendation G.711 u-law", 3 => "Recommendation G.711 A-law", 4 => "Recommendation G.721 32 kbit/s ADPCM and Recommendation I.460", 5 => "Recommendation H.221 and H.242", 6 => "Recommendation H.223 and H.245", 7 => "Non-ITU-T-standardized rate adaption", 8 => "V.120 rate adaption", 9 => "X.31 HDLC flag stuffing", 10 => "Recommendation G.728 LD-CELP", 11 => "Recommendation G.729 CS-ACELP",
    }
    CAUSE_LOCATION_NAMES {
        0 => "User (U)", 1 => "Private network serving the local user (LPN)", 2 => "Public network serving the local user (LN)", 3 => "Transit network (TN)", 4 => "Public network serving the remote user (RLN)", 5 => "Private network serving the remote user (RPN)", 6 => "Unallocated code", 7 => "International network (INTL)", 8 => "Unallocated code", 9 => "Unallocated code", 10 => "Network beyond interworking point (BI)",
    }
    CAUSE_VALUE_NAMES {
        0 => "Valid cause code not yet received", 1 => "Unallocated (unassigned) number", 2 => "No route to specified transit network", 3 => "No route to destination", 4 => "Send special information tone", 5 => "Misdialled trunk prefix", 6 => "Channel unacceptable", 7 => "Call awarded and being delivered in an established channel", 8 => "Prefix 0 dialed but not allowed", 9 => "Prefix 1 dialed but not allowed", 10 => "Prefix 1 dialed but not required", 11 => "More digits received than allowed, call is proceeding", 14 => "QoR: ported number", 16 => "Normal call clearing", 17 => "User busy", 18 => "No user responding", 19 => "No answer from user (user alerted)", 20 => "Subscriber absent", 21 => "Call rejected", 22 => "Number changed", 23 => "Reverse charging rejected", 24 => "Call suspended", 25 => "Call resumed", 26 => "Non-selected user clearing", 27 => "Destination out of order", 28 => "Invalid number format (incomplete number)", 29 => "Facility rejected", 30 => "Response to STATUS ENQUIRY", 31 => "Normal unspecified", 33 => "Circuit out of order", 34 => "No circuit/channel available", 35 => "Destination unattainable", 37 => "Degraded service", 38 => "Network out of order", 39 => "Transit delay range cannot be achieved", 40 => "Throughput range cannot be achieved", 41 => "Temporary failure", 42 => "Switching equipment congestion", 43 => "Access information discarded", 44 => "Requested circuit/channel not available", 45 => "Pre-empted", 46 => "Precedence call blocked", 47 => "Resources unavailable, unspecified", 49 => "Quality of service unavailable", 50 => "Requested facility not subscribed", 51 => "Reverse charging not allowed", 52 => "Outgoing calls barred", 53 => "Outgoing calls barred within CUG", 54 => "Incoming calls barred", 55 => "Incoming calls barred within CUG", 56 => "Call waiting not subscribed", 57 => "Bearer capability not authorized", 58 => "Bearer capability not presently available", 62 => "Inconsistency in designated outgoing access information and subscriber class", 63 => "Service or option not available, unspecified", 65 => "Bearer capability not implemented", 66 => "Channel type not implemented", 67 => "Transit network selection not implemented", 68 => "Message not implemented", 69 => "Requested facility not implemented", 70 => "Only restricted digital information bearer capability is available", 79 => "Service or option not implemented, unspecified", 81 => "Invalid call reference value", 82 => "Identified channel does not exist", 83 => "Call identity does not exist for suspended call", 84 => "Call identity in use", 85 => "No call suspended", 86 => "Call having the requested call identity has been cleared", 87 => "Called user not member of CUG", 88 => "Incompatible destination", 89 => "Non-existent abbreviated address entry", 90 => "Destination address missing, and direct call not subscribed", 91 => "Invalid transit network selection (national use)", 92 => "Invalid facility parameter", 93 => "Mandatory information element is missing", 95 => "Invalid message, unspecified", 96 => "Mandatory information element is missing", 97 => "Message type non-existent or not implemented", 98 => "Message not compatible with call state or message type non-existent or not implemented", 99 => "Information element non-existent or not implemented", 100 => "Invalid information element contents", 101 => "Message not compatible with call state", 102 => "Recovery on timer expiry", 103 => "Parameter non-existent or not implemented - passed on", 110 => "Message with unrecognized parameter discarded", 111 => "Protocol error, unspecified", 127 => "Internetworking, unspecified",
    }
    NUMBER_TYPE_NAMES {
        0 => "Unknown", 1 => "International number", 2 => "National number", 3 => "Network specific number", 4 => "Subscriber number", 6 => "Abbreviated number",
    }
    NUMBERING_PLAN_NAMES {
        0 => "Unknown", 1 => "E.164 ISDN/telephony numbering", 3 => "X.121 data numbering", 4 => "F.69 Telex numbering", 8 => "National standard numbering", 9 => "Private numbering",
    }
    SCREENING_IND_NAMES {
        0 => "User-provided, not screened", 1 => "User-provided, verified and passed", 2 => "User-provided, verified and failed", 3 => "Network-provided",
    }
    PRESENTATION_IND_NAMES {
        0 => "Presentation allowed", 1 => "Presentation restricted", 2 => "Number not available due to interworking",
    }
    CAUSE_RECOMMENDATION_NAMES {
        0 => "Q.931", 3 => "X.21", 4 => "X.25", 5 => "Q.1031/Q.1051",
    }
    CALL_STATE_NAMES {
        0 => "Null", 1 => "Call initiated", 2 => "Overlap sending", 3 => "Outgoing call proceeding", 4 => "Call delivered", 6 => "Call present", 7 => "Call received", 8 => "Connect request", 9 => "Incoming call proceeding", 10 => "Active", 11 => "Disconnect request", 12 => "Disconnect indication", 15 => "Suspend request", 17 => "Resume request", 19 => "Release request", 22 => "Call abort", 25 => "Overlap receiving", 61 => "Restart request", 62 => "Restart",
    }
    PROGRESS_INDICATOR_DESCRIPTION_NAMES {
        1 => "Call is not end-to-end ISDN - progress information available in-band", 2 => "Destination address is non-ISDN", 3 => "Origination address is non-ISDN", 4 => "Call has returned to the ISDN", 5 => "Interworking has occurred and has resulted in a telecommunications service change", 8 => "In-band information or an appropriate pattern is now available",
    }
    NOTIFICATION_DESCRIPTION_NAMES {
        0 => "User suspended", 1 => "User resumed", 2 => "Bearer service change",
    }
    SIGNAL_NAMES {
        0 => "Dial tone on", 1 => "Ring tone on", 2 => "Intercept tone on", 3 => "Network congestion tone on", 4 => "Busy tone on", 5 => "Confirm tone on", 6 => "Answer tone on", 7 => "Call waiting tone on", 8 => "Off-hook warning tone on", 9 => "Preemption tone on", 63 => "Tones off", 64 => "Alerting on - pattern 0", 65 => "Alerting on - pattern 1", 66 => "Alerting on - pattern 2", 67 => "Alerting on - pattern 3", 68 => "Alerting on - pattern 4", 69 => "Alerting on - pattern 5", 70 => "Alerting on - pattern 6", 71 => "Alerting on - pattern 7", 79 => "Alerting off",
    }
    EXTENSION_REASON_NAMES {
        0 => "Unknown", 1 => "Call forwarding busy or called DTE busy", 2 => "Call forwarding no reply", 4 => "Call deflection", 9 => "Called DTE out of order", 10 => "Call forwarding by the called DTE", 15 => "Call forwarding unconditional or systematic call redirection",
    }
    USER_PROTOCOL_DISCRIMINATOR_NAMES {
        0 => "User-specific protocol", 1 => "OSI high layer protocols", 2 => "X.244", 3 => "Reserved for system management convergence function", 4 => "IA5 characters", 5 => "X.208 and X.209 coded user information", 6 => "Undefined", 7 => "V.120 rate adaption", 8 => "Q.931/I.451 user-network call control messages",
    }
}

/// The names of information elements, by their identifiers.
const ELEMENTS: Names = Names::Table(&[
    (0x00, "Segmented message"),
    (0x04, "Bearer capability"),
    (0x08, "Cause"),
    (0x10, "Call identity"),
    (0x14, "Call state"),
    (0x18, "Channel identification"),
    (0x1c, "Facility"),
    (0x1e, "Progress indicator"),
    (0x20, "Network-specific facilities"),
    (0x24, "Terminal capabilities"),
    (0x27, "Notification indicator"),
    (0x28, "Display"),
    (0x29, "Date/Time"),
    (0x2c, "Keypad facility"),
    (0x34, "Signal"),
    (0x40, "Information rate"),
    (0x42, "End-to-end transit delay"),
    (0x43, "Transit delay selection and indication"),
    (0x44, "Packet layer binary parameters"),
    (0x45, "Packet layer window size"),
    (0x46, "Packet size"),
    (0x47, "Closed user group"),
    (0x4a, "Reverse charging indication"),
    (0x4c, "Connected number"),
    (0x6c, "Calling party number"),
    (0x6d, "Calling party subaddress"),
    (0x70, "Called party number"),
    (0x71, "Called party subaddress"),
    (0x74, "Redirecting number"),
    (0x78, "Transit network selection"),
    (0x79, "Restart indicator"),
    (0x7c, "Low-layer compatibility"),
    (0x7d, "High-layer compatibility"),
    (0x7e, "User-user"),
]);

const USER_USER: u8 = 0x7e;
/// Extensions are continued while this bit is not set.
const LAST: u8 = 0x80;

/// Whether a message begins here: the discriminator, and a call reference that is not too long.
#[must_use]
pub fn begins(bytes: &[u8]) -> bool {
    matches!(bytes, [8, len, rest @ ..] if *len <= 15 && rest.len() > usize::from(*len))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Q.931");
    cx.info_clear();
    let item = cx.peek(DISC, &c, 1)?;
    cx.label(item, |o| _ = o.s("Protocol discriminator: Q.931"));
    c.skip(1)?;
    let len = usize::from(cx.u8(CALL_REF_LEN, &mut c)? & 15);
    if len > 0 {
        let first = c.peek_u8(0)?;
        cx.add(CALL_REF_FLAG, c.span(1), Value::U(u64::from(first >> 7)));
        let mut reference = [0u8; 15];
        for (to, from) in reference.iter_mut().zip(c.peek_bytes(0, len)?) {
            *to = *from;
        }
        reference[0] &= 0x7f;
        cx.add_bytes(CALL_REF, c.span(len), reference.get(..len).unwrap_or_default());
        c.skip(len)?;
    }
    let kind = cx.u8(MESSAGE_TYPE, &mut c)?;
    cx.info(|o| _ = o.s(MESSAGE_TYPE_NAMES.or(u64::from(kind), "Unknown")));
    while !c.is_empty() {
        let id = c.peek_u8(0)?;
        if id & 0x80 != 0 {
            // Elements of one byte.
            match id {
                0xa0 => _ = cx.add(MORE_DATA, c.span(1), Value::None),
                0xa1 => _ = cx.add(SENDING_COMPLETE, c.span(1), Value::None),
                _ => {}
            }
            c.skip(1)?;
            continue;
        }
        let user = id == USER_USER;
        // The length of what users say to each other has two bytes over TCP.
        let (head, n) = if user { (3, usize::from(c.peek_u16(1)?)) } else { (2, usize::from(c.peek_u8(1)?)) };
        let mut one = c.take(head + n);
        if let Some(name) = ELEMENTS.find(u64::from(id)) {
            let line = cx.line(one.span(head + n), |o| _ = o.s(name));
            cx.under(line, |cx| -> Step {
                let item = cx.peek(INFORMATION_ELEMENT, &one, 1)?;
                cx.label(item, |o| _ = o.s("Information element: ").s(name));
                one.skip(1)?;
                cx.add(INFORMATION_ELEMENT_LEN, one.span(head - 1), Value::U(n as u64));
                one.skip(head - 1)?;
                element(cx, id, &mut one, line)
            })?;
        }
        if user && !one.is_empty() {
            // X.680's encoding: what H.225.0 puts here.
            cx.call(super::h225::ID, one)?;
        }
    }
    Ok(())
}

fn element<S: Sink>(cx: &mut Cx<'_, S>, id: u8, c: &mut Cursor<'_>, line: Item) -> Step {
    match id {
        0x04 => bearer(cx, c),
        0x08 => cause(cx, c),
        0x14 if !c.is_empty() => {
            cx.peek(CODING_STANDARD, c, 1)?;
            cx.field(CALL_STATE, c, 1).map(|_| ())
        }
        0x1e if c.left() >= 2 => {
            cx.peek(EXTENSION_IND, c, 1)?;
            cx.peek(CODING_STANDARD, c, 1)?;
            cx.field(PROGRESS_INDICATOR_LOCATION, c, 1)?;
            cx.peek(EXTENSION_IND, c, 1)?;
            cx.field(PROGRESS_INDICATOR_DESCRIPTION, c, 1).map(|_| ())
        }
        0x27 if !c.is_empty() => {
            cx.peek(EXTENSION_IND, c, 1)?;
            cx.field(NOTIFICATION_DESCRIPTION, c, 1).map(|_| ())
        }
        0x28 => {
            let n = c.left();
            let text = cx.bytes(DISPLAY_INFORMATION, c, n)?;
            cx.append(line, |o| _ = o.s("  '").text(text).s("'"));
            Ok(())
        }
        0x2c => {
            let n = c.left();
            cx.bytes(KEYPAD_FACILITY, c, n).map(|_| ())
        }
        0x34 if !c.is_empty() => cx.u8(SIGNAL, c).map(|_| ()),
        0x4c => number(cx, c, line, CONNECTED_NUMBER_DIGITS),
        0x6c => number(cx, c, line, CALLING_PARTY_NUMBER_DIGITS),
        0x70 => number(cx, c, line, CALLED_PARTY_NUMBER_DIGITS),
        0x74 => number(cx, c, line, REDIRECTING_NUMBER_DIGITS),
        USER_USER if !c.is_empty() => cx.u8(USER_PROTOCOL_DISCRIMINATOR, c).map(|_| ()),
        _ => Ok(()),
    }
}

/// What the call carries: octets 3 to 5 of the element.
fn bearer<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    cx.peek(EXTENSION_IND, c, 1)?;
    cx.peek(CODING_STANDARD, c, 1)?;
    cx.field(INFORMATION_TRANSFER_CAPABILITY, c, 1)?;
    if c.is_empty() {
        return Ok(());
    }
    let rate = c.peek_u8(0)? & 0x1f;
    cx.peek(EXTENSION_IND, c, 1)?;
    cx.peek(TRANSFER_MODE, c, 1)?;
    cx.field(INFORMATION_TRANSFER_RATE, c, 1)?;
    if rate == 0x18 && !c.is_empty() {
        cx.peek(EXTENSION_IND, c, 1)?;
        cx.field(BEARER_CAPABILITY_RATE_MULTIPLIER, c, 1)?;
    }
    // The protocol of layer 1; what follows it differs with the protocol.
    if !c.is_empty() && c.peek_u8(0)? & 0x60 == 0x20 {
        cx.peek(EXTENSION_IND, c, 1)?;
        cx.peek(LAYER_IDENT, c, 1)?;
        cx.field(UIL1, c, 1)?;
    }
    Ok(())
}

/// Where a call ended, and why.
fn cause<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let first = c.peek_u8(0)?;
    cx.peek(CAUSE_LOCATION, c, 1)?;
    cx.peek(CODING_STANDARD, c, 1)?;
    cx.field(EXTENSION_IND, c, 1)?;
    if first & LAST == 0 && !c.is_empty() {
        cx.peek(EXTENSION_IND, c, 1)?;
        cx.field(CAUSE_RECOMMENDATION, c, 1)?;
    }
    if c.is_empty() {
        return Ok(());
    }
    cx.peek(CAUSE_VALUE, c, 1)?;
    cx.field(EXTENSION_IND, c, 1).map(|_| ())
}

/// A telephone number, with its plan and type, whether it may be shown, and why it is another one.
fn number<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item, digits: Field) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let first = c.peek_u8(0)?;
    cx.peek(NUMBERING_PLAN, c, 1)?;
    cx.peek(NUMBER_TYPE, c, 1)?;
    cx.field(EXTENSION_IND, c, 1)?;
    if first & LAST == 0 && !c.is_empty() {
        let second = c.peek_u8(0)?;
        cx.peek(SCREENING_IND, c, 1)?;
        cx.peek(PRESENTATION_IND, c, 1)?;
        cx.field(EXTENSION_IND, c, 1)?;
        if second & LAST == 0 && !c.is_empty() {
            run(cx, c, &[(EXTENSION_REASON, 1)])?;
        }
    }
    if c.is_empty() {
        return Ok(());
    }
    let n = c.left();
    let text = cx.bytes(digits, c, n)?;
    cx.append(line, |o| _ = o.s(": '").text(text).s("'"));
    Ok(())
}
