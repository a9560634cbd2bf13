//! Session Description Protocol, RFC 8866.

mod secure;

use crate::application::rtp::PAYLOAD_TYPES;
use crate::application::{h264, sip, text};
use requin_wire::digits::hex_pairs;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Step, Value, names, proto};

proto! {
    SDP "sdp" "Session Description Protocol" "SDP" App
    on []
    media ["application/sdp"]
    fields {
        MEDIA_TITLE "sdp.media_title" "Media Title (i)": Str;
        UNKNOWN "sdp.unknown" "Unknown": Str;
        VERSION "sdp.version" "Session Description Protocol Version (v)": Str;
        OWNER "sdp.owner" "Owner/Creator, Session Id (o)": Str;
        SESSION_NAME "sdp.session_name" "Session Name (s)": Str;
        SESSION_INFO "sdp.session_info" "Session Information (i)": Str;
        URI "sdp.uri" "URI of Description (u)": Str;
        EMAIL "sdp.email" "E-mail Address (e)": Str;
        PHONE "sdp.phone" "Phone Number (p)": Str;
        CONNECTION_INFO "sdp.connection_info" "Connection Information (c)": Str;
        BANDWIDTH "sdp.bandwidth" "Bandwidth Information (b)": Str;
        TIMEZONE "sdp.timezone" "Time Zone Adjustments (z)": Str;
        ENCRYPTION_KEY "sdp.encryption_key" "Encryption Key (k)": Str;
        SESSION_ATTR "sdp.session_attr" "Session Attribute (a)": Str;
        MEDIA_ATTR "sdp.media_attr" "Media Attribute (a)": Str;
        TIME "sdp.time" "Time Description, active time (t)": Str;
        REPEAT_TIME "sdp.repeat_time" "Repeat Time (r)": Str;
        MEDIA "sdp.media" "Media Description, name and address (m)": Str;
        OWNER_USERNAME "sdp.owner.username" "Owner Username": Str;
        OWNER_SESSIONID "sdp.owner.sessionid" "Session ID": Str;
        OWNER_VERSION "sdp.owner.version" "Session Version": Str;
        OWNER_NETWORK_TYPE "sdp.owner.network_type" "Owner Network Type": Str;
        OWNER_ADDRESS_TYPE "sdp.owner.address_type" "Owner Address Type": Str;
        OWNER_ADDRESS "sdp.owner.address" "Owner Address": Str;
        CONNECTION_INFO_NETWORK_TYPE "sdp.connection_info.network_type" "Connection Network Type": Str;
        CONNECTION_INFO_ADDRESS_TYPE "sdp.connection_info.address_type" "Connection Address Type": Str;
        CONNECTION_INFO_ADDRESS "sdp.connection_info.address" "Connection Address": Str;
        CONNECTION_INFO_TTL "sdp.connection_info.ttl" "Connection TTL": Str;
        CONNECTION_INFO_NUM_ADDR "sdp.connection_info.num_addr" "Connection Number of Addresses": Str;
        ENCRYPTION_KEY_TYPE "sdp.encryption_key.type" "Key Type": Str;
        ENCRYPTION_KEY_DATA "sdp.encryption_key.data" "Key Data": Str;
        CRYPTO_TAG "sdp.crypto.tag" "tag": U32 Dec;
        CRYPTO_SUITE "sdp.crypto.crypto_suite" "Crypto suite": Str;
        KEY_AND_SALT "sdp.key_and_salt" "Key and Salt": Bytes;
        CRYPTO_MASTER_KEY "sdp.crypto.master_key" "Master Key": Bytes;
        CRYPTO_MASTER_SALT "sdp.crypto.master_salt" "Master salt": Bytes;
        CRYPTO_LIFETIME "sdp.crypto.lifetime" "Lifetime": Str;
        CRYPTO_MKI "sdp.crypto.mki-valu" "mki-value": Str;
        CRYPTO_MKI_LENGTH "sdp.crypto.mki_length" "mki_length": Str;
        ICE_CANDIDATE_FOUNDATION "sdp.ice_candidate.foundation" "Foundation": Str;
        ICE_CANDIDATE_COMPONENTID "sdp.ice_candidate.componentid" "Component ID": Str;
        ICE_CANDIDATE_TRANSPORT "sdp.ice_candidate.transport" "Transport": Str;
        ICE_CANDIDATE_PRIORITY "sdp.ice_candidate.priority" "Priority": Str;
        ICE_CANDIDATE_ADDRESS "sdp.ice_candidate.address" "Connection Address": Str;
        ICE_CANDIDATE_PORT "sdp.ice_candidate.port" "Candidate Port": Str;
        ICE_CANDIDATE_TYPE "sdp.ice_candidate.type" "Candidate Type": Str;
        BANDWIDTH_MODIFIER "sdp.bandwidth.modifier" "Bandwidth Modifier": Str;
        BANDWIDTH_VALUE "sdp.bandwidth.value" "Bandwidth Value": Str;
        TIME_START "sdp.time.start" "Session Start Time": Str;
        TIME_STOP "sdp.time.stop" "Session Stop Time": Str;
        REPEAT_TIME_INTERVAL "sdp.repeat_time.interval" "Repeat Interval": Str;
        REPEAT_TIME_DURATION "sdp.repeat_time.duration" "Repeat Duration": Str;
        REPEAT_TIME_OFFSET "sdp.repeat_time.offset" "Repeat Offset": Str;
        TIMEZONE_TIME "sdp.timezone.time" "Timezone Time": Str;
        TIMEZONE_OFFSET "sdp.timezone.offset" "Timezone Offset": Str;
        SESSION_ATTR_FIELD "sdp.session_attr.field" "Session Attribute Fieldname": Str;
        SESSION_ATTR_VALUE "sdp.session_attr.value" "Session Attribute Value": Str;
        MEDIA_MEDIA "sdp.media.media" "Media Type": Str;
        MEDIA_PORT "sdp.media.port" "Media Port": U16 Dec;
        MEDIA_PORT_STRING "sdp.media.port_string" "Media Port": Str;
        MEDIA_PORTCOUNT "sdp.media.portcount" "Media Port Count": Str;
        MEDIA_PROTO "sdp.media.proto" "Media Protocol": Str;
        MEDIA_FORMAT "sdp.media.format" "Media Format": Str;
        MEDIA_ATTRIBUTE_FIELD "sdp.media_attribute.field" "Media Attribute Fieldname": Str;
        MEDIA_ATTRIBUTE_VALUE "sdp.media_attribute.value" "Media Attribute Value": Str;
        MIME_TYPE "sdp.mime.type" "MIME Type": Str;
        SAMPLE_RATE "sdp.sample_rate" "Sample Rate": Str;
        FMTP_PARAMETER "sdp.fmtp.parameter" "Media format specific parameters": Str;
        FMTP_H264_PACKETIZATION_MODE "sdp.fmtp.h264_packetization_mode" "Packetization mode": U32 Dec = FMTP_H264_PACKETIZATION_MODE_NAMES;
        NAL_UNIT_1_STRING "sdp.nal_unit_1_string" "NAL unit 1 string": Str;
        NAL_UNIT_2_STRING "sdp.nal_unit_2_string" "NAL unit 2 string": Str;
        DATA "sdp.data" "Data": Bytes;
    }
    experts {
        INVALID_MEDIA_PORT "sdp.invalid_media_port" Note Malformed "Invalid media port";
    }
}

names! {
    FMTP_H264_PACKETIZATION_MODE_NAMES {
        0 => "Single NAL mode", 1 => "Non-interleaved mode", 2 => "Interleaved mode",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol_add("/SDP");
    let mut in_media = false;
    // Formats that the description names, and their names.
    let mut formats: Vec<(&[u8], &[u8])> = Vec::new();
    let whole = c.span(0);
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        let whole = c.span(next);
        let kind = line.first().copied().unwrap_or(0);
        if line.get(1) != Some(&b'=') {
            cx.line(whole, |o| _ = o.s("Invalid line: ").text(line));
            c.advance(next);
            continue;
        }
        in_media |= kind == b'm';
        let value = line.get(2..).unwrap_or_default();
        let span = Span::new(c.source(), c.pos() + 2, value.len());
        let field = match kind {
            b'v' => VERSION,
            b'o' => OWNER,
            b's' => SESSION_NAME,
            b'i' if in_media => MEDIA_TITLE,
            b'i' => SESSION_INFO,
            b'u' => URI,
            b'e' => EMAIL,
            b'p' => PHONE,
            b'c' => CONNECTION_INFO,
            b'b' => BANDWIDTH,
            b't' => TIME,
            b'r' => REPEAT_TIME,
            b'm' => MEDIA,
            b'k' => ENCRYPTION_KEY,
            b'z' => TIMEZONE,
            b'a' if in_media => MEDIA_ATTR,
            b'a' => SESSION_ATTR,
            _ => UNKNOWN,
        };
        let item = cx.add(field, whole, Value::Str(span));
        cx.under(item, |cx| match kind {
            b'o' => words(
                cx,
                value,
                span,
                &[
                    OWNER_USERNAME,
                    OWNER_SESSIONID,
                    OWNER_VERSION,
                    OWNER_NETWORK_TYPE,
                    OWNER_ADDRESS_TYPE,
                    OWNER_ADDRESS,
                ],
            ),
            b'c' => connection(cx, value, span),
            b'b' => bandwidth(cx, value, span),
            b'k' => _ = pair(cx, value, span, ENCRYPTION_KEY_TYPE, ENCRYPTION_KEY_DATA),
            b't' => words(cx, value, span, &[TIME_START, TIME_STOP]),
            b'r' => {
                words(cx, value, span, &[REPEAT_TIME_INTERVAL, REPEAT_TIME_DURATION]);
                behind(cx, value, span, 2, &[REPEAT_TIME_OFFSET]);
            }
            // Pairs of a time and an offset.
            b'z' => behind(cx, value, span, 0, &[TIMEZONE_TIME, TIMEZONE_OFFSET]),
            b'm' => {
                formats.clear();
                media(cx, value, span);
            }
            b'a' if in_media => attribute(cx, value, span, &mut formats),
            b'a' => _ = pair(cx, value, span, SESSION_ATTR_FIELD, SESSION_ATTR_VALUE),
            _ => (),
        });
        c.advance(next);
    }
    if let Some(call) = cx.recalled_by(sip::ID, sip::DESCRIBES) {
        let item = cx.add_str(sip::CALL_ID_GENERATED, Span { len: 0, ..whole }, |o| _ = o.bytes(&call.bytes));
        cx.set_generated(item);
    }
    Ok(())
}

fn part(span: Span, from: usize, len: usize) -> Span {
    Span { start: span.start + from as u32, len: len as u32, ..span }
}

fn words<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, fields: &[Field]) {
    let mut at = 0;
    let mut names = fields.iter();
    for word in value.split(|b| *b == b' ') {
        if !word.is_empty() {
            let Some(field) = names.next() else { return };
            let s = part(span, at, word.len());
            cx.add(*field, s, Value::Str(s));
        }
        at += word.len() + 1;
    }
}

/// The words behind so many, whose fields take turns.
fn behind<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, skip: usize, fields: &[Field]) {
    let mut at = 0;
    let words = value.split(|b| *b == b' ').filter_map(|word| {
        let from = at;
        at += word.len() + 1;
        (!word.is_empty()).then(|| part(span, from, word.len()))
    });
    for (s, field) in words.skip(skip).zip(fields.iter().cycle()) {
        cx.add(*field, s, Value::Str(s));
    }
}

/// What stands on both sides of a colon, and the items of both.
fn pair<S: Sink>(
    cx: &mut Cx<'_, S>,
    value: &[u8],
    span: Span,
    name: Field,
    behind: Field,
) -> Option<[Item; 2]> {
    let colon = value.iter().position(|b| *b == b':')?;
    let name = cx.add(name, part(span, 0, colon), Value::Str(part(span, 0, colon)));
    let s = part(span, colon + 1, value.len() - colon - 1);
    Some([name, cx.add(behind, s, Value::Str(s))])
}

/// A bandwidth and what it is of (RFC 8866 section 5.8, RFC 3890).
fn bandwidth<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let Some([kind, number]) = pair(cx, value, span, BANDWIDTH_MODIFIER, BANDWIDTH_VALUE) else { return };
    let (meaning, unit) = match value.split(|b| *b == b':').next() {
        Some(b"CT") => (" [Conference Total(total bandwidth of all RTP sessions)]", " kb/s"),
        Some(b"AS") => (" [Application Specific (RTP session bandwidth)]", " kb/s"),
        Some(b"TIAS") => (" [Transport Independent Application Specific maximum]", " b/s"),
        _ => return,
    };
    cx.append(kind, |o| _ = o.s(meaning));
    cx.append(number, |o| _ = o.s(unit));
}

fn connection<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let slash = value.iter().position(|b| *b == b'/').unwrap_or(value.len());
    words(
        cx,
        value.get(..slash).unwrap_or_default(),
        span,
        &[CONNECTION_INFO_NETWORK_TYPE, CONNECTION_INFO_ADDRESS_TYPE, CONNECTION_INFO_ADDRESS],
    );
    if slash < value.len() {
        let rest = value.get(slash + 1..).unwrap_or_default();
        let len = rest.iter().take_while(|b| **b != b'/').count();
        let s = part(span, slash + 1, len);
        cx.add(CONNECTION_INFO_TTL, s, Value::Str(s));
        let at = slash + 1 + len + 1;
        if let Some(count) = value.get(at..).filter(|n| !n.is_empty()) {
            let s = part(span, at, count.len());
            cx.add(CONNECTION_INFO_NUM_ADDR, s, Value::Str(s));
        }
    }
}

/// Whether formats of this transport are payload types of RTP.
fn is_rtp(transport: &[u8]) -> bool {
    let transport = transport.strip_prefix(b"UDP/TLS/").unwrap_or(transport);
    [&b"RTP/AVP"[..], b"RTP/AVPF", b"RTP/SAVP", b"RTP/SAVPF"].contains(&transport)
}

fn media<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let mut at = 0;
    let mut transport: &[u8] = &[];
    for (i, word) in value.split(|b| *b == b' ').enumerate() {
        let s = part(span, at, word.len());
        at += word.len() + 1;
        match i {
            0 => _ = cx.add(MEDIA_MEDIA, s, Value::Str(s)),
            1 => {
                let slash = word.iter().position(|b| *b == b'/');
                let len = slash.unwrap_or(word.len());
                let port = part(s, 0, len);
                let it = cx.add(MEDIA_PORT_STRING, port, Value::Str(port));
                cx.hide(it);
                match text::number(word.get(..len).unwrap_or_default()).filter(|n| *n <= 0xffff) {
                    Some(n) => _ = cx.add(MEDIA_PORT, port, Value::U(n)),
                    None => cx.expert_here(INVALID_MEDIA_PORT, port, |_| ()),
                }
                if slash.is_some() {
                    let count = part(s, len + 1, word.len() - len - 1);
                    cx.add(MEDIA_PORTCOUNT, count, Value::Str(count));
                }
            }
            2 => {
                transport = word;
                cx.add(MEDIA_PROTO, s, Value::Str(s));
            }
            _ => {
                let known = text::number(word).filter(|_| is_rtp(transport));
                let name = known.and_then(|n| PAYLOAD_TYPES.find(n));
                match name {
                    Some(name) => _ = cx.add_str(MEDIA_FORMAT, s, |o| _ = o.s(name)),
                    None if known.is_some() => {
                        cx.add_str(MEDIA_FORMAT, s, |o| _ = o.s("DynamicRTP-Type-").bytes(word));
                    }
                    None => _ = cx.add(MEDIA_FORMAT, s, Value::Str(s)),
                }
            }
        }
    }
}

/// Formats that are named in one description.
const MOST_FORMATS: usize = 256;

fn attribute<'v, S: Sink>(
    cx: &mut Cx<'_, S>,
    value: &'v [u8],
    span: Span,
    formats: &mut Vec<(&'v [u8], &'v [u8])>,
) {
    let Some(colon) = value.iter().position(|b| *b == b':') else { return };
    let name = part(span, 0, colon);
    cx.add(MEDIA_ATTRIBUTE_FIELD, name, Value::Str(name));
    let from = colon + 1;
    let rest = value.get(from..).unwrap_or_default();
    let key = value.get(..colon).unwrap_or_default();
    let whole = part(span, from, rest.len());
    match key {
        b"rtpmap" | b"fmtp" => {}
        b"candidate" => return secure::candidate(cx, rest, whole),
        b"crypto" => return secure::crypto(cx, rest, whole),
        // Of these, the name alone is shown.
        b"path" | b"h248item" => return,
        _ => {
            cx.add(MEDIA_ATTRIBUTE_VALUE, whole, Value::Str(whole));
            return;
        }
    }
    // A format, then what it is.
    let len = rest.iter().position(|b| *b == b' ').unwrap_or(rest.len());
    let format = rest.get(..len).unwrap_or_default();
    let item = cx.add(MEDIA_FORMAT, part(span, from, len), Value::Str(part(span, from, len)));
    let mut at = from + (len + 1).min(rest.len());
    let tail = value.get(at..).unwrap_or_default();
    if key == b"rtpmap" {
        let slash = tail.iter().position(|b| *b == b'/').unwrap_or(tail.len());
        let mime = part(span, at, slash);
        cx.add(MIME_TYPE, mime, Value::Str(mime));
        if formats.len() < MOST_FORMATS {
            formats.push((format, tail.get(..slash).unwrap_or_default()));
        }
        if slash < tail.len() {
            let rate = tail.get(slash + 1..).unwrap_or_default();
            let len = rate.iter().position(|b| *b == b'/').unwrap_or(rate.len());
            let s = part(span, at + slash + 1, len);
            cx.add(SAMPLE_RATE, s, Value::Str(s));
        }
        return;
    }
    let named = formats.iter().find(|f| f.0 == format).map(|f| f.1);
    if let Some(name) = named {
        cx.append(item, |o| _ = o.s(" [").text(name).s("]"));
    }
    let h264 = named.is_some_and(|n| n.eq_ignore_ascii_case(b"H264"));
    for parameter in tail.split(|b| *b == b';') {
        let lead = parameter.iter().take_while(|b| **b == b' ').count();
        let s = part(span, at + lead, parameter.len() - lead);
        if s.len > 0 {
            let item = cx.add(FMTP_PARAMETER, s, Value::Str(s));
            if h264 {
                let parameter = parameter.get(lead..).unwrap_or_default();
                cx.under(item, |cx| h264_parameter(cx, parameter, s));
            }
        }
        at += parameter.len() + 1;
    }
}

/// What a parameter of H.264 says (RFC 6184 section 8.1).
fn h264_parameter<S: Sink>(cx: &mut Cx<'_, S>, parameter: &[u8], span: Span) {
    let Some(equal) = parameter.iter().position(|b| *b == b'=') else { return };
    let (name, value) = parameter.split_at(equal);
    let value = value.get(1..).unwrap_or_default();
    match name {
        b"packetization-mode" => {
            if let Some(n) = text::number(value) {
                let span = part(span, equal + 1, value.len());
                cx.generated(FMTP_H264_PACKETIZATION_MODE, span, Value::U(n));
            }
        }
        b"sprop-parameter-sets" => {
            let mut at = equal + 1;
            let sets = value.split(|b| *b == b',');
            for (set, field) in sets.zip([NAL_UNIT_1_STRING, NAL_UNIT_2_STRING]) {
                let s = part(span, at, set.len());
                cx.add(field, s, Value::Str(s));
                if h264::is_wanted(cx) {
                    h264::nal_unit(cx, s, text::base64(set));
                }
                at += set.len() + 1;
            }
        }
        b"profile-level-id" => {
            if value.len() == 6
                && h264::is_wanted(cx)
                && let Some(bytes) = hex_pairs(value)
            {
                h264::profile(cx, part(span, equal + 1, value.len()), bytes);
            }
        }
        _ => (),
    }
}
