//! Steam In-Home Streaming Discovery: messages of protocol buffers behind a signature.

use requin_wire::{Cursor, Cx, Field, FieldType, Item, Out, Sink, Span, Step, Stop, Value, le, names, proto};

proto! {
    STEAM_IHS_DISCOVERY "steam_ihs_discovery" "Steam In-Home Streaming Discovery Protocol" "Steam IHS Discovery" App
    on [Udp 27036]
    fields {
        SIGNATURE "steam_ihs_discovery.signature" "Signature": U64 Hex;
        HEADER_LENGTH "steam_ihs_discovery.header_length" "Header Length": U32 Dec;
        BODY_LENGTH "steam_ihs_discovery.body_length" "Body Length": U32 Dec;
        UNKNOWN_DATA "steam_ihs_discovery.unknown_data" "Unknown Data": Bytes;
        UNKNOWN_NUMBER "steam_ihs_discovery.unknown_number" "Unknown Number": U64 DecHex;
        HEADER_CLIENT_ID "steam_ihs_discovery.header_client_id" "Client ID": U64 DecHex;
        HEADER_MSG_TYPE "steam_ihs_discovery.header_msg_type" "Message Type": U64 Dec;
        HEADER_INSTANCE_ID "steam_ihs_discovery.header_instance_id" "Instance ID": U64 DecHex;
        BODY_DISCOVERY_SEQNUM "steam_ihs_discovery.body_discovery_seqnum" "Sequence Number": U32 Dec;
        BODY_DISCOVERY_CLIENTIDS "steam_ihs_discovery.body_discovery_clientids" "Client IDs": U64 Hex;
        BODY_STATUS_VERSION "steam_ihs_discovery.body_status_version" "Version": I32 Dec;
        BODY_STATUS_MINVERSION "steam_ihs_discovery.body_status_minversion" "Minimum Version": I32 Dec;
        BODY_STATUS_CONNECTPORT "steam_ihs_discovery.body_status_connectport" "Connect Port": U32 Dec;
        BODY_STATUS_HOSTNAME "steam_ihs_discovery.body_status_hostname" "Hostname": Str;
        BODY_STATUS_ENABLEDSERVICES "steam_ihs_discovery.body_status_enabledservices" "Enabled Services": U32 Hex;
        BODY_STATUS_OSTYPE "steam_ihs_discovery.body_status_ostype" "OS Type": I32 Dec;
        BODY_STATUS_IS64BIT "steam_ihs_discovery.body_status_is64bit" "Is 64 Bit": Bool;
        BODY_STATUS_EUNIVERSE "steam_ihs_discovery.body_status_euniverse" "EUniverse": I32 Dec;
        BODY_STATUS_TIMESTAMP "steam_ihs_discovery.body_status_timestamp" "Timestamp": AbsTime Local;
        BODY_STATUS_SCREENLOCKED "steam_ihs_discovery.body_status_screenlocked" "Screen Locked": Bool;
        BODY_STATUS_GAMESRUNNING "steam_ihs_discovery.body_status_gamesrunning" "Games Running": Bool;
        BODY_STATUS_MACADDRESSES "steam_ihs_discovery.body_status_macaddresses" "MAC Addresses": Str;
        BODY_STATUS_USER_STEAMID "steam_ihs_discovery.body_status_user_steamid" "Steam ID": U64 Dec;
        BODY_STATUS_USER_AUTHKEYID "steam_ihs_discovery.body_status_user_authkeyid" "Auth Key ID": U32 Dec;
        BODY_AUTHREQUEST_DEVICETOKEN "steam_ihs_discovery.body_authrequest_devicetoken" "Device Token": Bytes;
        BODY_AUTHREQUEST_DEVICENAME "steam_ihs_discovery.body_authrequest_devicename" "Device Name": Str;
        BODY_AUTHREQUEST_ENCRYPTEDREQUEST "steam_ihs_discovery.body_authrequest_encryptedrequest" "Encrypted Request": Bytes;
        BODY_AUTHRESPONSE_AUTHRESULT "steam_ihs_discovery.body_authresponse_authresult" "Result": U64 Dec;
        BODY_STREAMINGREQUEST_REQUESTID "steam_ihs_discovery.body_streamingrequest_requestid" "Request ID": U32 Hex;
        BODY_STREAMINGREQUEST_MAXIMUMRESOLUTIONX "steam_ihs_discovery.body_streamingrequest_maximumresolutionx" "Maximum Resolution X": I32 Dec;
        BODY_STREAMINGREQUEST_MAXIMUMRESOLUTIONY "steam_ihs_discovery.body_streamingrequest_maximumresolutiony" "Maximum Resolution Y": I32 Dec;
        BODY_STREAMINGREQUEST_AUDIOCHANNELCOUNT "steam_ihs_discovery.body_streamingrequest_audiochannelcount" "Audio Channel Count": I32 Dec;
        BODY_STREAMINGREQUEST_DEVICEVERSION "steam_ihs_discovery.body_streamingrequest_deviceversion" "Device Version": Str;
        BODY_STREAMINGREQUEST_STREAMDESKTOP "steam_ihs_discovery.body_streamingrequest_streamdesktop" "Stream Desktop": Bool;
        BODY_STREAMINGREQUEST_DEVICETOKEN "steam_ihs_discovery.body_streamingrequest_devicetoken" "Device Token": Bytes;
        BODY_STREAMINGREQUEST_PIN "steam_ihs_discovery.body_streamingrequest_pin" "PIN": Bytes;
        BODY_STREAMINGREQUEST_ENABLEVIDEOSTREAMING "steam_ihs_discovery.body_streamingrequest_enablevideostreaming" "Enable Video Streaming": Bool;
        BODY_STREAMINGREQUEST_ENABLEAUDIOSTREAMING "steam_ihs_discovery.body_streamingrequest_enableaudiostreaming" "Enable Audio Streaming": Bool;
        BODY_STREAMINGREQUEST_ENABLEINPUTSTREAMING "steam_ihs_discovery.body_streamingrequest_enableinputstreaming" "Enable Input Streaming": Bool;
        BODY_STREAMINGCANCELREQUEST_REQUESTID "steam_ihs_discovery.body_streamingcancelrequest_requestid" "Request ID": U32 Hex;
        BODY_STREAMINGRESPONSE_REQUESTID "steam_ihs_discovery.body_streamingresponse_requestid" "Request ID": U32 Hex;
        BODY_STREAMINGRESPONSE_RESULT "steam_ihs_discovery.body_streamingresponse_result" "Result": U64 Dec;
        BODY_STREAMINGRESPONSE_PORT "steam_ihs_discovery.body_streamingresponse_port" "Port": U32 Dec;
        BODY_STREAMINGRESPONSE_ENCRYPTEDSESSIONKEY "steam_ihs_discovery.body_streamingresponse_encryptedsessionkey" "Encrypted Session Key": Bytes;
        BODY_STREAMINGRESPONSE_VIRTUALHERELICENSEDDEVICECOUNT "steam_ihs_discovery.body_streamingresponse_virtualherelicenseddevicecount" "VirtualHere Licensed Device Count": I32 Dec;
        BODY_PROOFREQUEST_CHALLENGE "steam_ihs_discovery.body_proofrequest_challenge" "Challenge": Bytes;
        BODY_PROOFRESPONSE_RESPONSE "steam_ihs_discovery.body_proofresponse_response" "Response": Bytes;
    }
    experts {
        UNKNOWNNUMBER "steam_ihs_discovery.unknownnumber" Warn Undecoded "Unknown numeric protobuf field";
        UNKNOWNLENGTHDELIMITED "steam_ihs_discovery.unknownlengthdelimited" Warn Undecoded "Unknown length-delimited protobuf field";
    }
}

names! {
    MESSAGES {
        0 => "Client Discovery", 1 => "Client Status", 2 => "Client Offline", 3 => "Device Authorization Request",
        4 => "Device Authorization Response", 5 => "Device Streaming Request", 6 => "Device Streaming Response",
        7 => "Device Proof Request", 8 => "Device Proof Response", 9 => "Device Authorization Cancel Request",
        10 => "Device Streaming Cancel Request",
    }
    AUTHORIZATIONS {
        0 => "Success", 1 => "Denied", 2 => "Not Logged In", 3 => "Offline", 4 => "Busy", 5 => "In Progress",
        6 => "TimedOut", 7 => "Failed", 8 => "Canceled",
    }
    STREAMINGS {
        0 => "Success", 1 => "Unauthorized", 2 => "Screen Locked", 3 => "Failed", 4 => "Busy", 5 => "In Progress",
        6 => "Canceled", 7 => "Drivers Not Installed", 8 => "Disabled", 9 => "Broadcasting Active", 10 => "VR Active",
        11 => "PIN Required",
    }
}

const SIGNATURE_BYTES: &[u8; 8] = b"\xff\xff\xff\xff\x21\x4c\x5f\xa0";
/// The part of a status that has fields of its own.
const USER: u64 = 9;
const NO_MESSAGE: u64 = u64::MAX;

/// What of a message is told beside its fields.
#[derive(Default)]
struct Seen<'b> {
    text: &'b [u8],
    id: Option<u64>,
    result: Option<u64>,
    port: u64,
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.left() < 12 || !c.rest().starts_with(SIGNATURE_BYTES) {
        return Err(Stop::NotMine);
    }
    cx.protocol("STEAMDISCOVER");
    cx.field_le(SIGNATURE, &mut c, 8)?;
    let len = cx.u32_le(HEADER_LENGTH, &mut c)?;
    let mut head = c.take_all(len as usize)?;
    let kind = header(cx, &mut head)?;
    cx.info_clear();
    cx.info(|o| _ = o.s(MESSAGES.or(kind, "Unknown Message")));
    let len = cx.u32_le(BODY_LENGTH, &mut c)?;
    let mut body = c.take_all(len as usize)?;
    let mut seen = Seen::default();
    let step = parts(cx, &mut body, kind, &mut seen);
    if step.is_ok() {
        cx.info_add(|o| told(o, kind, &seen));
    }
    step
}

/// The type of the message.
fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let mut kind = NO_MESSAGE;
    while !c.is_empty() {
        let begin = *c;
        let part = Part::read(c)?;
        match (part.number, part.value) {
            (1, Is::Number(n)) => _ = cx.add(HEADER_CLIENT_ID, c.span_since(&begin), Value::U(n)),
            (2, Is::Number(n)) => {
                kind = n;
                let item = cx.add(HEADER_MSG_TYPE, c.span_since(&begin), Value::U(n));
                cx.label(item, |o| {
                    o.s("Message Type: ").s(MESSAGES.or(n, "Unknown")).s(" (").u(n).s(")");
                });
            }
            (3, Is::Number(n)) => _ = cx.add(HEADER_INSTANCE_ID, c.span_since(&begin), Value::U(n)),
            _ => unknown(cx, &part, c.span_since(&begin)),
        }
    }
    Ok(kind)
}

fn told(o: &mut Out<'_>, kind: u64, seen: &Seen<'_>) {
    match kind {
        0 => {
            if let Some(n) = seen.id {
                o.s(" Seq=").u(n);
            }
        }
        1 | 3 if !seen.text.is_empty() => _ = o.s(" from ").text(seen.text),
        4 => {
            let n = seen.result.unwrap_or(0);
            o.s(" Result=").u(n).s("(").s(AUTHORIZATIONS.or(n, "Unknown")).s(")");
        }
        5 => _ = o.s(" ID=").x(seen.id.unwrap_or(0), 8),
        6 => {
            let n = seen.result.unwrap_or(0);
            o.s(" ID=").x(seen.id.unwrap_or(0), 8).s(" Result=").u(n);
            o.s("(").s(STREAMINGS.or(n, "Unknown")).s(") Port=").u(seen.port);
        }
        10 => {
            if let Some(n) = seen.id {
                o.s(", ID=").x(n, 8);
            }
        }
        _ => (),
    }
}

/// A field of a message: its number, and its value.
struct Part<'b> {
    number: u64,
    wire: u64,
    value: Is<'b>,
}

#[derive(Clone, Copy)]
enum Is<'b> {
    Number(u64),
    Bytes(Cursor<'b>),
}

impl<'b> Part<'b> {
    fn read(c: &mut Cursor<'b>) -> Result<Part<'b>, Stop> {
        let tag = varint(c)?;
        let wire = tag & 7;
        let value = match wire {
            0 => Is::Number(varint(c)?),
            1 => Is::Number(le(c.bytes(8)?)),
            2 => {
                let len = varint(c)?;
                Is::Bytes(c.take_all(usize::try_from(len).unwrap_or(usize::MAX))?)
            }
            5 => Is::Number(le(c.bytes(4)?)),
            _ => return Err(Stop::Short),
        };
        Ok(Part { number: tag >> 3, wire, value })
    }
}

/// Seven bits a byte, the low ones first.
fn varint(c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let mut n = 0;
    for shift in (0..70).step_by(7) {
        let [b] = *c.array::<1>()?;
        n |= u64::from(b & 0x7f).checked_shl(shift).unwrap_or(0);
        if b & 0x80 == 0 {
            return Ok(n);
        }
    }
    Err(Stop::Short)
}

fn unknown<S: Sink>(cx: &mut Cx<'_, S>, part: &Part<'_>, span: Span) {
    match part.value {
        Is::Number(n) => {
            let item = cx.add(UNKNOWN_NUMBER, span, Value::U(n));
            let wire = match part.wire {
                0 => "0 = VarInt",
                1 => "1 = 64-bit",
                _ => "5 = 32-bit",
            };
            cx.expert_with(UNKNOWNNUMBER, item, span, |o| {
                o.s("Unknown numeric protobuf field (wire type ").s(wire).s(")");
            });
        }
        Is::Bytes(b) => {
            let span = b.span(b.left());
            let item = cx.add(UNKNOWN_DATA, span, Value::Bytes(span));
            cx.expert(UNKNOWNLENGTHDELIMITED, item, span);
        }
    }
}

/// The fields of messages by their numbers, from 1.
fn fields(kind: u64) -> &'static [Option<Field>] {
    match kind {
        0 => &[Some(BODY_DISCOVERY_SEQNUM), Some(BODY_DISCOVERY_CLIENTIDS)],
        1 => &[
            Some(BODY_STATUS_VERSION),
            Some(BODY_STATUS_MINVERSION),
            Some(BODY_STATUS_CONNECTPORT),
            Some(BODY_STATUS_HOSTNAME),
            None,
            Some(BODY_STATUS_ENABLEDSERVICES),
            Some(BODY_STATUS_OSTYPE),
            Some(BODY_STATUS_IS64BIT),
            None,
            None,
            Some(BODY_STATUS_EUNIVERSE),
            Some(BODY_STATUS_TIMESTAMP),
            Some(BODY_STATUS_SCREENLOCKED),
            Some(BODY_STATUS_GAMESRUNNING),
            Some(BODY_STATUS_MACADDRESSES),
        ],
        3 => &[
            Some(BODY_AUTHREQUEST_DEVICETOKEN),
            Some(BODY_AUTHREQUEST_DEVICENAME),
            Some(BODY_AUTHREQUEST_ENCRYPTEDREQUEST),
        ],
        4 => &[Some(BODY_AUTHRESPONSE_AUTHRESULT)],
        5 => &[
            Some(BODY_STREAMINGREQUEST_REQUESTID),
            Some(BODY_STREAMINGREQUEST_MAXIMUMRESOLUTIONX),
            Some(BODY_STREAMINGREQUEST_MAXIMUMRESOLUTIONY),
            Some(BODY_STREAMINGREQUEST_AUDIOCHANNELCOUNT),
            Some(BODY_STREAMINGREQUEST_DEVICEVERSION),
            Some(BODY_STREAMINGREQUEST_STREAMDESKTOP),
            Some(BODY_STREAMINGREQUEST_DEVICETOKEN),
            Some(BODY_STREAMINGREQUEST_PIN),
            Some(BODY_STREAMINGREQUEST_ENABLEVIDEOSTREAMING),
            Some(BODY_STREAMINGREQUEST_ENABLEAUDIOSTREAMING),
            Some(BODY_STREAMINGREQUEST_ENABLEINPUTSTREAMING),
        ],
        6 => &[
            Some(BODY_STREAMINGRESPONSE_REQUESTID),
            Some(BODY_STREAMINGRESPONSE_RESULT),
            Some(BODY_STREAMINGRESPONSE_PORT),
            Some(BODY_STREAMINGRESPONSE_ENCRYPTEDSESSIONKEY),
            Some(BODY_STREAMINGRESPONSE_VIRTUALHERELICENSEDDEVICECOUNT),
        ],
        7 => &[Some(BODY_PROOFREQUEST_CHALLENGE)],
        8 => &[Some(BODY_PROOFRESPONSE_RESPONSE)],
        10 => &[Some(BODY_STREAMINGCANCELREQUEST_REQUESTID)],
        _ => &[],
    }
}

fn parts<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>, kind: u64, seen: &mut Seen<'b>) -> Step {
    // A request to cancel an authorization has nothing.
    if kind == 9 {
        return Ok(());
    }
    let fields = fields(kind);
    while !c.is_empty() {
        let begin = *c;
        let part = Part::read(c)?;
        let span = c.span_since(&begin);
        let nth = usize::try_from(part.number).ok().and_then(|n| n.checked_sub(1));
        let field = nth.and_then(|n| fields.get(n).copied().flatten());
        match (field, part.value) {
            (None, Is::Bytes(user)) if kind == 1 && part.number == USER => self::user(cx, user)?,
            (Some(field), value) => known(cx, field, value, span, seen),
            (None, _) => unknown(cx, &part, span),
        }
    }
    Ok(())
}

fn known<'b, S: Sink>(cx: &mut Cx<'_, S>, field: Field, value: Is<'b>, span: Span, seen: &mut Seen<'b>) {
    match value {
        Is::Number(n) => {
            let kind = cx.registry.field(field).kind;
            let item: Item = match kind {
                FieldType::AbsTime => cx.add(field, span, Value::Time(i64::try_from(n).unwrap_or(0), 0)),
                _ if kind.is_int() => cx.add(field, span, Value::I(n as i64)),
                _ => cx.add(field, span, Value::U(n)),
            };
            let results = match field {
                BODY_AUTHRESPONSE_AUTHRESULT => Some(AUTHORIZATIONS),
                BODY_STREAMINGRESPONSE_RESULT => Some(STREAMINGS),
                _ => None,
            };
            if let Some(names) = results {
                cx.label(item, |o| _ = o.s("Result: ").s(names.or(n, "Unknown")).s(" (").u(n).s(")"));
                seen.result = Some(n);
            }
            match field {
                BODY_STREAMINGRESPONSE_PORT => seen.port = n,
                BODY_DISCOVERY_SEQNUM
                | BODY_STREAMINGREQUEST_REQUESTID
                | BODY_STREAMINGRESPONSE_REQUESTID
                | BODY_STREAMINGCANCELREQUEST_REQUESTID => seen.id = Some(n),
                _ => (),
            }
        }
        Is::Bytes(b) => {
            let span = b.span(b.left());
            cx.add_bytes(field, span, b.rest());
            if matches!(field, BODY_STATUS_HOSTNAME | BODY_AUTHREQUEST_DEVICENAME) {
                seen.text = b.rest();
            }
        }
    }
}

fn user<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let line = cx.line(c.span(c.left()), |o| _ = o.s("User"));
    while !c.is_empty() {
        let begin = c;
        let part = Part::read(&mut c)?;
        let span = c.span_since(&begin);
        let (field, name) = match part.number {
            1 => (BODY_STATUS_USER_STEAMID, ", Steam ID: "),
            2 => (BODY_STATUS_USER_AUTHKEYID, ", Auth Key ID: "),
            _ => {
                cx.under(line, |cx| unknown(cx, &part, span));
                continue;
            }
        };
        if let Is::Number(n) = part.value {
            cx.append(line, |o| _ = o.s(name).u(n));
            cx.under(line, |cx| cx.add(field, span, Value::U(n)));
        }
    }
    Ok(())
}
