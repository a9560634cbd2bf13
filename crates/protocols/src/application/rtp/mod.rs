//! RTP: A Transport Protocol for Real-Time Applications, RFC 3550, with the profile of RFC 3551, header extensions
//! (RFC 8285), redundant payloads (RFC 2198), and what can be seen of SRTP (RFC 3711).
//!
//! Nothing in a packet says that it is one: streams are announced (see [`offer`]), or DTLS agrees on them.

pub mod event;
mod extension;
pub mod offer;
pub mod setup;

use crate::application::{dtls, rtcp, sip, stun};
use requin_wire::{Cursor, Cx, Field, Names, Out, Past, ProtoId, Remembered, Sink, Span, Step, Stop, Value};
use requin_wire::{block, names, proto};
use setup::Setup;

proto! {
    RTP "rtp" "Real-Time Transport Protocol" "RTP" App
    on []
    remember [remember]
    fields {
        VERSION "rtp.version" "Version": U8 Dec & 0xc0 = VERSIONS;
        PADDING "rtp.padding" "Padding": Bool(8) & 0x20;
        EXT "rtp.ext" "Extension": Bool(8) & 0x10;
        CC "rtp.cc" "Contributing source identifiers count": U8 Dec & 0x0f;
        MARKER "rtp.marker" "Marker": Bool(8) & 0x80;
        P_TYPE "rtp.p_type" "Payload type": U8 Dec & 0x7f;
        SEQ "rtp.seq" "Sequence number": U16 Dec;
        EXTSEQ "rtp.extseq" "Extended sequence number": U32 Dec;
        TIMESTAMP "rtp.timestamp" "Timestamp": U32 Dec;
        SSRC "rtp.ssrc" "Synchronization Source identifier": U32 HexDec;
        EXT_PROFILE "rtp.ext.profile" "Defined by profile": U16 HexDec;
        EXT_LEN "rtp.ext.len" "Extension length": U16 Dec;
        CSRC_ITEMS "rtp.csrc.items" "Contributing Source identifiers": None;
        CSRC_ITEM "rtp.csrc.item" "CSRC item": U32 HexDec;
        HDR_EXTS "rtp.hdr_exts" "Header extensions": None;
        HDR_EXT "rtp.hdr_ext" "Header extension": U32 HexDec;
        EXT_RFC5285_ID "rtp.ext.rfc5285.id" "Identifier": U8 Dec;
        EXT_RFC5285_LEN "rtp.ext.rfc5285.len" "Length": U8 Dec;
        EXT_RFC5285_APPBITS "rtp.ext.rfc5285.appbits" "Application Bits": U8 Dec;
        EXT_RFC5285_DATA "rtp.ext.rfc5285.data" "Extension Data": Bytes;
        PAYLOAD "rtp.payload" "Payload": Bytes;
        PADDING_DATA "rtp.padding.data" "Padding data": Bytes;
        PADDING_COUNT "rtp.padding.count" "Padding count": U8 Dec;
        SETUP "rtp.setup" "Stream setup": Str;
        SETUP_FRAME "rtp.setup-frame" "Setup frame": Framenum;
        SETUP_METHOD "rtp.setup-method" "Setup Method": Str;
        FOLLOW "rtp.follow" "Follow": Bool(8) & 0x80 = Names::Bools("Set", "Not set");
        TIMESTAMP_OFFSET "rtp.timestamp-offset" "Timestamp offset": U16 Dec & 0xfffc;
        BLOCK_LENGTH "rtp.block-length" "Block length": U16 Dec & 0x03ff;
        SRTP_ENC_PAYLOAD "srtp.enc_payload" "SRTP Encrypted Payload": Bytes;
        SRTP_MKI "srtp.mki" "SRTP MKI": Bytes;
        SRTP_AUTH_TAG "srtp.auth_tag" "SRTP Auth Tag": Bytes;
    }
    experts {
        PADDING_MISSING "rtp.padding_missing" Warn Malformed "Frame has padding, but not all the frame data was captured";
    }
}

names! {
    pub(crate) VERSIONS { 0 => "Old VAT Version", 1 => "First Draft Version", 2 => "RFC 1889 Version" }
    /// Payload types that have a fixed meaning (RFC 3551 section 6).
    pub PAYLOAD_TYPES {
        0 => "ITU-T G.711 PCMU", 1 => "USA Federal Standard FS-1016", 2 => "ITU-T G.721", 3 => "GSM 06.10",
        4 => "ITU-T G.723", 5 => "DVI4 8000 samples/s", 6 => "DVI4 16000 samples/s",
        7 => "Experimental linear predictive encoding from Xerox PARC", 8 => "ITU-T G.711 PCMA",
        9 => "ITU-T G.722", 10 => "16-bit uncompressed audio, stereo",
        11 => "16-bit uncompressed audio, monaural", 12 => "Qualcomm Code Excited Linear Predictive coding",
        13 => "Comfort noise", 14 => "MPEG-I/II Audio", 15 => "ITU-T G.728", 16 => "DVI4 11025 samples/s",
        17 => "DVI4 22050 samples/s", 18 => "ITU-T G.729", 19 => "Comfort noise (old)",
        25 => "Sun CellB video encoding", 26 => "JPEG-compressed video", 28 => "'nv' program",
        31 => "ITU-T H.261", 32 => "MPEG-I/II Video", 33 => "MPEG-II transport streams", 34 => "ITU-T H.263",
        72 => "Reserved for RTCP conflict avoidance", 73 => "Reserved for RTCP conflict avoidance",
        74 => "Reserved for RTCP conflict avoidance", 75 => "Reserved for RTCP conflict avoidance",
        76 => "Reserved for RTCP conflict avoidance",
    }
}

block! { FLAGS[2]: VERSION @0, PADDING @0 1, EXT @0 1, CC @0, MARKER @1 1 }
block! { TIMES[8]: TIMESTAMP @0, SSRC @4 }

/// Where numbers of packets begin, so that those before the first one are none below zero.
const FIRST: u64 = 0x1_0000;
/// The first payload type whose meaning a session fixes.
const DYNAMIC: u8 = 96;
/// What telephone events have where nothing was announced.
const USUAL_EVENT: u8 = 101;

/// Whether the second byte is that of RTCP between the ports of RTP (RFC 5761 section 4).
fn is_rtcp(second: u8) -> bool {
    matches!(second, 192..=195 | 200..=213)
}

/// The number that a packet would have if numbers had 32 bits: the one next to the last packet's.
#[must_use]
pub fn extended(last: u64, number: u16) -> u64 {
    let last = if last == 0 { FIRST } else { last };
    let near = last & !0xffff | u64::from(number);
    if near + 0x8000 < last {
        near + 0x1_0000
    } else if near > last + 0x8000 && near >= 0x1_0000 {
        near - 0x1_0000
    } else {
        near
    }
}

/// Notes who announced the stream, and remembers the number of the last packet each way.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some([first, second, high, low]) = pdu.first_chunk::<4>() else { return };
    if *first < 4 {
        // A way is looked for, or kept open, between the same ports (RFC 8445).
        past.inner(stun::ID, pdu, pdu.len());
    }
    if first >> 6 != 2 {
        return;
    }
    if let Some(why) = setup::of(past) {
        past.note(setup::NOTE, &why);
    }
    if !is_rtcp(*second)
        && let Some(last) = past.state.get_mut(usize::from(!past.now.forward))
    {
        *last = extended(*last, u16::from_be_bytes([*high, *low]));
    }
}

/// What announced the stream of a packet, whoever noted it.
pub fn announcement<'a, S: Sink>(cx: &Cx<'a, S>) -> Option<&'a Remembered> {
    let ids: [ProtoId; 3] = [ID, rtcp::ID, dtls::ID];
    ids.into_iter().find_map(|id| cx.recalled_by(id, setup::NOTE))
}

/// Shows who announced the stream.
pub fn show_setup<S: Sink>(
    cx: &mut Cx<'_, S>,
    here: Span,
    why: &Remembered,
    setup: &Setup<'_>,
    [text, frame, method]: [Field; 3],
) {
    let here = Span { len: 0, ..here };
    let name = setup.method.name();
    let item = cx.generated(text, here, Value::Str(here));
    cx.label(item, |o| _ = o.s("Stream setup by ").s(name).s(" (frame ").u(why.frame).s(")"));
    cx.under(item, |cx| {
        cx.generated(frame, here, Value::U(why.frame));
        let item = cx.add_str(method, here, |o| _ = o.s(name));
        cx.set_generated(item);
        if !setup.call_id.is_empty() {
            let item = cx.add_str(sip::CALL_ID_GENERATED, here, |o| _ = o.bytes(setup.call_id));
            cx.set_generated(item);
        }
    });
}

/// The name of a payload type: what the session calls it, or what it always is.
fn payload_name(o: &mut Out<'_>, kind: u8, named: Option<&[u8]>) {
    match (named, PAYLOAD_TYPES.find(u64::from(kind))) {
        (_, Some(fixed)) => _ = o.s(fixed),
        (Some(name), _) if kind >= DYNAMIC => _ = o.text(name),
        _ if kind >= DYNAMIC => _ = o.s("DynamicRTP-Type-").u(kind),
        _ => _ = o.s("Unassigned"),
    }
}

/// Hexadecimal in capitals, without zeros before it.
pub fn capitals(o: &mut Out<'_>, n: u32) {
    let digits = (32 - n.leading_zeros()).div_ceil(4).max(1);
    o.s("0x");
    for i in (0..digits).rev() {
        let digit = b"0123456789ABCDEF".get((n >> (4 * i) & 0xf) as usize);
        o.c(digit.copied().unwrap_or(b'0'));
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let begin = c;
    let (first, second) = (c.peek_u8(0)?, c.peek_u8(1)?);
    if first >> 6 != 2 {
        return Err(Stop::NotMine);
    }
    if is_rtcp(second) {
        return cx.instead(rtcp::ID, c);
    }
    let why = announcement(cx);
    let setup = why.and_then(|w| Setup::read(&w.bytes));
    let srtp = setup.and_then(|s| s.srtp);
    let kind = second & 0x7f;
    let named = setup.and_then(|s| s.payload(kind));
    cx.protocol(if srtp.is_some() { "SRTP" } else { "RTP" });
    if let (Some(why), Some(setup)) = (why, &setup) {
        show_setup(cx, c.span(0), why, setup, [SETUP, SETUP_FRAME, SETUP_METHOD]);
    }
    cx.rows(&FLAGS, &c);
    c.skip(1)?;
    let item = cx.field(P_TYPE, &mut c, 1)?;
    cx.label(item, |o| {
        o.s("Payload type: ");
        payload_name(o, kind, named);
        o.s(" (").u(kind).s(")");
    });
    let here = c.span(2);
    let seq = cx.u16(SEQ, &mut c)?;
    if cx.wants(EXTSEQ) {
        let [there, back] = cx.state();
        let last = if cx.conversation().is_none_or(|f| f.forward) { there } else { back };
        cx.generated(EXTSEQ, here, Value::U(extended(last, seq)));
    }
    let (time, source) = (c.peek_u32(0)?, c.peek_u32(4)?);
    cx.block(&TIMES, &mut c)?;
    cx.info(|o| {
        o.s("PT=");
        payload_name(o, kind, named);
        o.s(", SSRC=");
        capitals(o, source);
        o.s(", Seq=").u(seq).s(", Time=").u(time).s(if second & 0x80 != 0 { ", Mark" } else { "" });
    });
    contributors(cx, &mut c, first & 0xf)?;
    if first & 0x10 != 0 {
        extension::extension(cx, &mut c)?;
    }
    if let Some(srtp) = srtp {
        let tail = usize::from(srtp.mki) + usize::from(srtp.tags[0]);
        let n = c.left().saturating_sub(tail);
        if n > 0 {
            cx.bytes(SRTP_ENC_PAYLOAD, &mut c, n)?;
        }
        if srtp.mki > 0 {
            cx.bytes(SRTP_MKI, &mut c, usize::from(srtp.mki))?;
        }
        if srtp.tags[0] > 0 {
            cx.bytes(SRTP_AUTH_TAG, &mut c, usize::from(srtp.tags[0]))?;
        }
        return Ok(());
    }
    let pad = if first & 0x20 != 0 && !c.is_empty() {
        match begin.peek_u8(begin.left() - 1) {
            Ok(n) => usize::from(n),
            Err(_) => {
                cx.expert(PADDING_MISSING, cx.proto_item(), c.span(0));
                0
            }
        }
    } else {
        0
    };
    let pad = if pad > c.left() { 0 } else { pad };
    let payload = c.take(c.left() - pad);
    let event = match named {
        Some(name) => name.eq_ignore_ascii_case(b"telephone-event"),
        // RFC 4733 fixes no number; nearly everybody takes this one, and an event has four bytes.
        None => kind == USUAL_EVENT && payload.left() == 4,
    };
    let redundant = named.is_some_and(|n| n.eq_ignore_ascii_case(b"red"));
    if !payload.is_empty() {
        let span = payload.span(payload.left());
        let item = cx.add(PAYLOAD, span, Value::Bytes(span));
        if event || redundant {
            cx.hide(item);
        }
    }
    if pad > 1 {
        cx.bytes(PADDING_DATA, &mut c, pad - 1)?;
    }
    if pad > 0 {
        cx.u8(PADDING_COUNT, &mut c)?;
    }
    if event && !payload.is_empty() {
        cx.info_clear();
        return cx.call(event::ID, payload);
    }
    if redundant {
        return redundancy(cx, payload, setup.as_ref());
    }
    Ok(())
}

fn contributors<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, count: u8) -> Step {
    if count == 0 {
        return Ok(());
    }
    let span = c.span(4 * usize::from(count));
    let item = cx.add(CSRC_ITEMS, span, Value::None);
    cx.append(item, |o| _ = o.s(" (").u(count).s(" items)"));
    cx.under(item, |cx| -> Step {
        for i in 0..count {
            let source = c.peek_u32(0)?;
            let item = cx.field(CSRC_ITEM, c, 4)?;
            cx.label(item, |o| {
                o.s("CSRC item ").u(i).s(": ");
                capitals(o, source);
            });
        }
        Ok(())
    })
}

/// A payload and earlier ones once more (RFC 2198): headers, then as many blocks.
fn redundancy<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, setup: Option<&Setup<'_>>) -> Step {
    cx.at_top(|cx| {
        let item = cx.line(c.span(c.left()), |o| _ = o.s("RFC 2198: Redundant Audio Data"));
        cx.under(item, |cx| -> Step {
            let mut blocks = Vec::new();
            for n in 1u32.. {
                let head = c.peek_u8(0)?;
                let (follow, kind) = (head & 0x80 != 0, head & 0x7f);
                let len = if follow { usize::from(c.peek_u16(2)? & 0x3ff) } else { 0 };
                let named = setup.and_then(|s| s.payload(kind));
                let item = cx.line(c.span(if follow { 4 } else { 1 }), |o| {
                    o.s("Header ").u(n).s(": PT=");
                    payload_name(o, kind, named);
                    if follow {
                        o.s(", len=").u(len as u64);
                    }
                });
                cx.under(item, |cx| -> Step {
                    cx.peek(FOLLOW, &c, 1)?;
                    let item = cx.field(P_TYPE, &mut c, 1)?;
                    cx.label(item, |o| {
                        o.s(".");
                        for bit in (0..7).rev() {
                            if bit == 3 {
                                o.s(" ");
                            }
                            o.c(b'0' + (kind >> bit & 1));
                        }
                        o.s(" = Payload type: ");
                        payload_name(o, kind, named);
                        o.s(" (").u(kind).s(")");
                    });
                    if follow {
                        cx.peek(TIMESTAMP_OFFSET, &c, 2)?;
                        c.skip(1)?;
                        cx.field(BLOCK_LENGTH, &mut c, 2)?;
                    }
                    Ok(())
                })?;
                if !follow {
                    break;
                }
                blocks.push(len);
            }
            for len in blocks {
                cx.bytes(PAYLOAD, &mut c, len)?;
            }
            let n = c.left();
            if n > 0 {
                cx.bytes(PAYLOAD, &mut c, n)?;
            }
            Ok(())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::extended;

    #[test]
    fn numbers_go_on_where_sixteen_bits_end() {
        let mut last = 0;
        for (number, full) in
            [(65534, 65534), (65535, 65535), (0, 65536), (2, 65538), (65535, 65535), (0, 65536)]
        {
            last = extended(last, number);
            assert_eq!(last, full);
        }
        assert_eq!(extended(0, 1000), 66536);
    }
}
