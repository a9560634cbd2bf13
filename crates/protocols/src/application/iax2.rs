//! Inter-Asterisk eXchange 2, RFC 5456: full, mini and meta frames, calls, information elements.

use requin_wire::{Cursor, Cx, Field, Key, Past, Sink, Span, Step, Time, Value, names, proto};

proto! {
    IAX2 "iax2" "Inter-Asterisk eXchange v2" "IAX2" App
    on [Udp 4569]
    remember beyond [remember] for [CALL, ABSTIME, LATENESS]
    fields {
        ABSTIME "iax2.abstime" "Absolute Time": AbsTime;
        CALL "iax2.call" "Call identifier": U32 Dec;
        CONTROL_SUBCLASS "iax2.control.subclass" "Control subclass": U8 Dec = CONTROL_SUBCLASS_NAMES;
        DST_CALL "iax2.dst_call" "Destination call": U16 Dec & 0x7fff;
        FRAGMENT_UNFINISHED "iax2.fragment_unfinished" "IAX2 fragment, unfinished": Bytes;
        IAX_CALLED_NUMBER "iax2.iax.called_number" "Number/extension being called": Str;
        IAX_CALLING_NAME "iax2.iax.calling_name" "Name of caller": Str;
        IAX_CALLING_NUMBER "iax2.iax.calling_number" "Calling number": Str;
        IAX_CPE_ADSI "iax2.iax.cpe_adsi" "CPE ADSI capability": U16 Hex;
        IAX_DATAFORMAT "iax2.iax.dataformat" "Data call format": U32 Hex = IAX_DATAFORMAT_NAMES;
        IAX_DATETIME "iax2.iax.datetime" "Date/Time": AbsTime;
        IAX_DATETIME_RAW "iax2.iax.datetime.raw" "Date/Time": U32 Dec;
        IAX_LANGUAGE "iax2.iax.language" "Desired language": Str;
        IAX_SUBCLASS "iax2.iax.subclass" "IAX subclass": U8 Dec = IAX_SUBCLASS_NAMES;
        IAX_VERSION "iax2.iax.version" "Protocol version": U16 Hex;
        IE_ID "iax2.ie_id" "IE id": U8 Dec = IE_ID_NAMES;
        ISEQNO "iax2.iseqno" "Inbound seq.no.": U16 Dec;
        LATENESS "iax2.lateness" "Lateness": RelTime;
        LENGTH "iax2.length" "Length": U8 Dec;
        OSEQNO "iax2.oseqno" "Outbound seq.no.": U16 Dec;
        PACKET_TYPE "iax2.packet_type" "Packet type": U8 Dec = PACKET_TYPE_NAMES;
        PAYLOAD_DATA "iax2.payload_data" "IAX2 payload": Bytes;
        RETRANSMISSION "iax2.retransmission" "Retransmission": Bool(16) & 0x8000;
        SRC_CALL "iax2.src_call" "Source call": U16 Dec & 0x7fff;
        TIMESTAMP "iax2.timestamp" "Timestamp": U32 Dec;
        TYPE "iax2.type" "Type": U8 Dec = TYPE_NAMES;
        VOICE_CODEC "iax2.voice.codec" "CODEC": U64 Hex;
        VOICE_SUBCLASS "iax2.voice.subclass" "Voice Subclass (compressed codec no)": U8 Dec;
        SUBCLASS "iax2.subclass" "Unknown subclass": U8 Dec;
        IAX_CALLING_ANI "iax2.iax.calling_ani" "Calling number ANI for billing": Str;
        IAX_CALLED_CONTEXT "iax2.iax.called_context" "Context for number": Str;
        IAX_USERNAME "iax2.iax.username" "Username (peer or user) for authentication": Str;
        IAX_PASSWORD "iax2.iax.password" "Password for authentication": Str;
        IAX_CAPABILITY "iax2.iax.capability" "Actual codec capability": U32 Hex;
        IAX_AUTH_METHODS "iax2.iax.auth.methods" "Authentication method(s)": U16 Hex;
        IAX_AUTH_CHALLENGE "iax2.iax.auth.challenge" "Challenge data for MD5/RSA": Str;
        IAX_AUTH_MD5 "iax2.iax.auth.md5" "MD5 challenge result": Str;
        IAX_REFRESH "iax2.iax.refresh" "When to refresh registration": I16 Dec;
        IAX_CAUSE "iax2.iax.cause" "Cause": Str;
        IAX_CAUSECODE "iax2.iax.causecode" "Hangup cause": U8 Hex = IAX_CAUSECODE_NAMES;
        IAX_CALLINGPRES "iax2.iax.callingpres" "Calling presentation": U8 Hex;
        IAX_CALLINGTON "iax2.iax.callington" "Calling type of number": U8 Hex;
        IAX_CALLINGTNS "iax2.iax.callingtns" "Calling transit network select": U16 Hex;
        IAX_SAMPLINGRATE "iax2.iax.samplingrate" "Supported sampling rates": U16 Hex;
        IAX_CODECPREFS "iax2.iax.codecprefs" "Codec negotiation": Str;
        IAX_RRJITTER "iax2.iax.rrjitter" "Received jitter (as in RFC1889)": U32 Hex;
        IAX_RRLOSS "iax2.iax.rrloss" "Received loss (high byte loss pct, low 24 bits loss count, as in rfc1889)": U32 Hex;
        IAX_RRPKTS "iax2.iax.rrpkts" "Total frames received": U32 Hex;
        IAX_RRDELAY "iax2.iax.rrdelay" "Max playout delay in ms for received frames": U16 Hex;
        IAX_RRDROPPED "iax2.iax.rrdropped" "Dropped frames (presumably by jitterbuffer)": U32 Hex;
        IAX_RROOO "iax2.iax.rrooo" "Frame received out of order": U32 Hex;
        IAX_DNID "iax2.iax.dnid" "Originally dialed DNID": Str;
        IAX_RDNIS "iax2.iax.rdnis" "Referring DNIS": Str;
    }
}

names! {
    CONTROL_SUBCLASS_NAMES {
        0 => "(0?)", 1 => "HANGUP", 2 => "RING", 3 => "RINGING", 4 => "ANSWER", 5 => "BUSY", 6 => "TKOFFHK",
        7 => "OFFHOOK", 255 => "stop sounds",
    }
    IAX_DATAFORMAT_NAMES {
        0 => "N/A (analogue call?)", 1 => "ITU-T V.110 rate adaption", 2 => "ITU-T H.223/H.245",
    }
    IAX_SUBCLASS_NAMES {
        0 => "(0?)", 1 => "NEW", 2 => "PING", 3 => "PONG", 4 => "ACK", 5 => "HANGUP", 6 => "REJECT",
        7 => "ACCEPT", 8 => "AUTHREQ", 9 => "AUTHREP", 10 => "INVAL", 11 => "LAGRQ", 12 => "LAGRP",
        13 => "REGREQ", 14 => "REGAUTH", 15 => "REGACK", 16 => "REGREJ", 17 => "REGREL", 18 => "VNAK",
        19 => "DPREQ", 20 => "DPREP", 21 => "DIAL", 22 => "TXREQ", 23 => "TXCNT", 24 => "TXACC",
        25 => "TXREADY", 26 => "TXREL", 27 => "TXREJ", 28 => "QUELCH", 29 => "UNQULCH", 30 => "POKE",
        31 => "PAGE", 32 => "MWI", 33 => "UNSUPPORTED", 34 => "TRANSFER", 35 => "PROVISION",
        36 => "FWDOWNL", 37 => "FWDATA", 38 => "TXMEDIA", 39 => "RTKEY", 40 => "CALLTOKEN",
    }
    IE_ID_NAMES {
        1 => "Number/extension being called", 2 => "Calling number", 3 => "Calling number ANI for billing",
        4 => "Name of caller", 5 => "Context for number", 6 => "Username (peer or user) for authentication",
        7 => "Password for authentication", 8 => "Actual codec capability", 9 => "Desired codec format",
        10 => "Desired language", 11 => "Protocol version", 12 => "CPE ADSI capability",
        13 => "Originally dialed DNID", 14 => "Authentication method(s)",
        15 => "Challenge data for MD5/RSA", 16 => "MD5 challenge result", 17 => "RSA challenge result",
        18 => "Apparent address of peer", 19 => "When to refresh registration", 20 => "Dialplan status",
        21 => "Call number of peer", 22 => "Cause", 23 => "Unknown IAX command",
        24 => "How many messages waiting", 25 => "Request auto-answering",
        26 => "Request musiconhold with QUELCH", 27 => "Transfer Request Identifier",
        28 => "Referring DNIS", 29 => "Provisioning info", 30 => "AES Provisioning info", 31 => "Date/Time",
        32 => "Device type", 33 => "Service Identifier", 34 => "Firmware revision",
        35 => "Firmware block description", 36 => "Firmware block of data", 37 => "Provisioning version",
        38 => "Calling presentation", 39 => "Calling type of number",
        40 => "Calling transit network select", 41 => "Supported sampling rates", 42 => "Hangup cause",
        43 => "Encryption format", 44 => "Raw encryption key", 45 => "Codec preferences",
        46 => "Received jitter", 47 => "Received loss", 48 => "Received frames",
        49 => "Max playout delay in ms for received frames", 50 => "Dropped frames",
        51 => "Frames received out of order", 52 => "IAX2 variable", 53 => "OSP Token", 54 => "Call Token",
        55 => "64-bit codec capability", 56 => "64-bit codec format", 255 => "Data call format",
    }
    PACKET_TYPE_NAMES {
        0 => "Mini voice packet", 1 => "Full packet", 2 => "Mini video packet", 3 => "Trunk packet",
    }
    TYPE_NAMES {
        0 => "(0?)", 1 => "DTMF End", 2 => "Voice", 3 => "Video", 4 => "Control", 5 => "NULL", 6 => "IAX",
        7 => "Text", 8 => "Image", 9 => "HTML", 10 => "Comfort Noise", 11 => "Modem", 12 => "DTMF Begin",
    }
    IAX_CAUSECODE_NAMES {
        1 => "Unallocated", 2 => "No route transit net", 3 => "No route to destination",
        5 => "Misdialled trunk prefix", 6 => "Channel unacceptable", 7 => "Call awarded delivered",
        8 => "Preempted", 14 => "Number ported not here", 16 => "Normal clearing", 17 => "User busy",
        18 => "No user response", 19 => "No answer", 20 => "Subscriber absent", 21 => "Call rejected",
        22 => "Number changed", 23 => "Redirected to new destination", 26 => "Answered elsewhere",
        27 => "Destination out of order", 28 => "Invalid number format", 29 => "Facility rejected",
        30 => "Response to status inquiry", 31 => "Normal unspecified", 34 => "Normal circuit congestion",
        38 => "Network out of order", 41 => "Normal temporary failure", 42 => "Switch congestion",
        43 => "Access info discarded", 44 => "Requested channel unavailable",
        50 => "Facility not subscribed", 52 => "Outgoing call barred", 54 => "Incoming call barred",
        57 => "Bearer capability not authorized", 58 => "Bearer capability not available",
        65 => "Bearer capability not implemented", 66 => "Channel not implemented",
        69 => "Facility not implemented", 81 => "Invalid call reference", 88 => "Incompatible destination",
        95 => "Invalid message unspecified", 96 => "Mandatory IE missing", 97 => "Message type nonexistent",
        98 => "Wrong message", 99 => "IE nonexistent", 100 => "Invalid IE contents",
        101 => "Wrong call state", 102 => "Recovery on timer expire", 103 => "Mandatory IE length error",
        111 => "Protocol error", 127 => "Interworking",
    }
}

const VOICE: u8 = 2;
const VIDEO: u8 = 3;
const CONTROL: u8 = 4;
const IAX: u8 = 6;
const NEW: u8 = 1;
/// How many calls there were.
const CALLS: u64 = 1;
/// Under which key a frame finds its call.
const NOTE: u64 = 2;
/// Times up to this are of a Date/Time: two seconds each.
const YEAR: i64 = 2000;

/// Ends of calls: which way their frames go, and their number there.
fn end(forward: bool, call: u16) -> Key {
    Key::here(u64::from(call & 0x7fff) | u64::from(forward) << 16)
}

/// Calls begin with the first frame: its time less its timestamp.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some(b) = pdu.first_chunk::<4>() else { return };
    let (source, destination) = (u16::from_be_bytes([b[0], b[1]]), u16::from_be_bytes([b[2], b[3]]));
    if source == 0 {
        return;
    }
    let own = end(past.now.forward, source);
    let full = source & 0x8000 != 0;
    if let (true, Some([a, b, c, d, _, _, IAX, NEW])) =
        (full, pdu.get(4..).and_then(|p| p.first_chunk::<8>()))
    {
        let number = past.get(&Key::anywhere(CALLS)).map_or(0, |r| r.number()) + 1;
        past.set_number(&Key::anywhere(CALLS), number);
        let mut call = past.this(&number.to_be_bytes());
        let began = past.now.time.as_nanos() - i128::from(u32::from_be_bytes([*a, *b, *c, *d])) * 1_000_000;
        call.time = Time::from_nanos(began);
        past.keep(&own, call);
    } else if full
        && past.get(&own).is_none()
        && let Some(call) = past.get(&end(!past.now.forward, destination))
    {
        // The other end has a number of its own for it.
        past.keep(&own, call);
    }
    if let Some(call) = past.get(&own) {
        past.note(NOTE, &call);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IAX2");
    cx.info_clear();
    let first = c.peek_u16(0)?;
    let call = first & 0x7fff;
    if first & 0x8000 == 0 {
        let kind = if first == 0 { 2 } else { 0 };
        if first == 0 {
            cx.add(PACKET_TYPE, c.span(2), Value::U(kind));
            cx.info(|o| _ = o.s("Meta frame"));
            return Ok(());
        }
        let from = c.span(2);
        let time = c.peek_u16(2)?;
        let item = cx.add(PACKET_TYPE, from, Value::U(kind));
        cx.under(item, |cx| -> Step {
            cx.field(SRC_CALL, &mut c, 2)?;
            call_of(cx, from, u32::from(time), |cx| {
                cx.add(TIMESTAMP, c.span(2), Value::U(time.into()));
            });
            c.skip(2)?;
            payload(cx, &mut c)
        })?;
        cx.info(|o| _ = o.s("Mini packet, source call# ").u(call).s(", timestamp ").u(time).s("ms"));
        return Ok(());
    }
    let (time, kind, sub) = (c.peek_u32(4)?, c.peek_u8(10)?, c.peek_u8(11)?);
    cx.info(|o| {
        o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")).s(", source call# ").u(call);
        o.s(", timestamp ").u(time).s("ms");
        if kind == IAX {
            o.c(b' ').s(IAX_SUBCLASS_NAMES.or(u64::from(sub), "unknown"));
        } else if kind == CONTROL {
            o.c(b' ').s(CONTROL_SUBCLASS_NAMES.or(u64::from(sub), "unknown"));
        }
    });
    let item = cx.add(PACKET_TYPE, c.span(2), Value::U(1));
    cx.under(item, |cx| {
        cx.field(SRC_CALL, &mut c, 2)?;
        cx.peek(DST_CALL, &c, 2)?;
        cx.field(RETRANSMISSION, &mut c, 2)?;
        let at = requin_wire::Span { start: c.span(0).start.saturating_sub(4), len: 4, ..c.span(0) };
        call_of(cx, at, time, |cx| {
            cx.add(TIMESTAMP, c.span(4), Value::U(time.into()));
        });
        c.skip(4)?;
        for field in [OSEQNO, ISEQNO] {
            cx.add(field, c.span(1), Value::U(c.peek_u8(0)?.into()));
            c.skip(1)?;
        }
        let item = cx.field(TYPE, &mut c, 1)?;
        let field = match kind {
            IAX => IAX_SUBCLASS,
            CONTROL => CONTROL_SUBCLASS,
            VOICE => VOICE_SUBCLASS,
            _ => SUBCLASS,
        };
        cx.under(item, |cx| -> Step {
            let span = c.span(1);
            cx.u8(field, &mut c)?;
            match kind {
                VOICE => {
                    cx.generated(VOICE_CODEC, span, Value::U(codec(sub)));
                    Ok(())
                }
                IAX => elements(cx, &mut c),
                _ => Ok(()),
            }
        })?;
        if matches!(kind, VOICE | VIDEO) { payload(cx, &mut c) } else { Ok(()) }
    })?;
    Ok(())
}

/// A codec that is written as the power of two, when the highest bit says so.
fn codec(sub: u8) -> u64 {
    if sub & 0x80 != 0 { 1 << (sub & 0x3f) } else { u64::from(sub) }
}

/// Which call this is of, its timestamp, and what follows from the call's beginning.
fn call_of<S: Sink>(cx: &mut Cx<'_, S>, at: Span, time: u32, stamp: impl FnOnce(&mut Cx<'_, S>)) {
    let Some(call) = cx.recalled(NOTE) else { return stamp(cx) };
    cx.generated(CALL, at, Value::U(call.number()));
    stamp(cx);
    let due = Time::from_nanos(call.time.as_nanos() + i128::from(time) * 1_000_000);
    let none = Span { len: 0, ..at };
    cx.generated(ABSTIME, none, due.into());
    cx.generated(LATENESS, none, cx.meta.time.since(due).into());
}

fn payload<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n > 0 { cx.field(PAYLOAD_DATA, c, n).map(|_| ()) } else { Ok(()) }
}

/// What an information element holds.
fn element(id: u8) -> Option<Field> {
    Some(match id {
        1 => IAX_CALLED_NUMBER,
        2 => IAX_CALLING_NUMBER,
        3 => IAX_CALLING_ANI,
        4 => IAX_CALLING_NAME,
        5 => IAX_CALLED_CONTEXT,
        6 => IAX_USERNAME,
        7 => IAX_PASSWORD,
        10 => IAX_LANGUAGE,
        11 => IAX_VERSION,
        12 => IAX_CPE_ADSI,
        13 => IAX_DNID,
        14 => IAX_AUTH_METHODS,
        15 => IAX_AUTH_CHALLENGE,
        16 => IAX_AUTH_MD5,
        19 => IAX_REFRESH,
        22 => IAX_CAUSE,
        28 => IAX_RDNIS,
        38 => IAX_CALLINGPRES,
        39 => IAX_CALLINGTON,
        40 => IAX_CALLINGTNS,
        41 => IAX_SAMPLINGRATE,
        42 => IAX_CAUSECODE,
        45 => IAX_CODECPREFS,
        46 => IAX_RRJITTER,
        47 => IAX_RRLOSS,
        48 => IAX_RRPKTS,
        49 => IAX_RRDELAY,
        50 => IAX_RRDROPPED,
        51 => IAX_RROOO,
        255 => IAX_DATAFORMAT,
        _ => return None,
    })
}

const DATE_TIME: u8 = 31;

/// Information elements: number, length, value.
fn elements<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 2 {
        let (id, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        let item = cx.line(c.span(2 + len), |o| {
            o.s("Information Element: ").s(IE_ID_NAMES.or(u64::from(id), "Unknown"));
        });
        cx.under(item, |cx| -> Step {
            cx.u8(IE_ID, c)?;
            cx.u8(LENGTH, c)?;
            match element(id) {
                Some(field) => {
                    cx.field(field, c, len)?;
                    return Ok(());
                }
                None if id == DATE_TIME && len == 4 => {
                    let raw = c.peek_u32(0)?;
                    cx.peek(IAX_DATETIME_RAW, c, 4)?;
                    cx.add(IAX_DATETIME, c.span(4), date_time(raw).into());
                }
                None => {}
            }
            c.skip(len)
        })?;
    }
    Ok(())
}

/// Years since 2000, month, day, hour, minute, and seconds by two.
fn date_time(raw: u32) -> Time {
    let part = |shift: u32, bits: u32| i64::from(raw >> shift & ((1 << bits) - 1));
    let days = requin_wire::civil::days(YEAR + part(25, 7), part(21, 4), part(16, 5));
    Time::new(days * 86400 + part(11, 5) * 3600 + part(5, 6) * 60 + part(0, 5) * 2, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_packed_into_four_bytes() {
        // 2005-08-12 10:46:44.
        assert_eq!(date_time(0x0b0c_55d6), Time::new(1_123_843_604, 0));
        assert_eq!((codec(2), codec(0x82)), (2, 4));
    }
}
