//! RTP Control Protocol, RFC 3550, with the feedback of RFC 4585 and the extended reports of RFC 3611.

use requin_wire::{Cursor, Cx, Ports, Sink, Span, Step, Value, names, proto};

proto! {
    RTCP "rtcp" "Real-time Transport Control Protocol" "RTCP" App
    on []
    looks_like [Udp looks_like]
    fields {
        VERSION "rtcp.version" "Version": U8 Dec & 0xc0 = VERSION_NAMES;
        PADDING "rtcp.padding" "Padding": Bool(8) & 0x20;
        RC "rtcp.rc" "Reception report count": U8 Dec & 0x1f;
        SC "rtcp.sc" "Source count": U8 Dec & 0x1f;
        PT "rtcp.pt" "Packet type": U8 Dec = PT_NAMES;
        LENGTH "rtcp.length" "Length": U16 Dec;
        SENDERSSRC "rtcp.senderssrc" "Sender SSRC": U32 HexDec;
        MEDIASSRC "rtcp.mediassrc" "Media source SSRC": U32 HexDec;
        TIMESTAMP_NTP_MSW "rtcp.timestamp.ntp.msw" "Timestamp, MSW": U32 DecHex;
        TIMESTAMP_NTP_LSW "rtcp.timestamp.ntp.lsw" "Timestamp, LSW": U32 DecHex;
        TIMESTAMP_NTP "rtcp.timestamp.ntp" "MSW and LSW as NTP timestamp": AbsTime Local;
        TIMEBASE_INDICATOR "rtcp.timebase_indicator" "Timebase Indicator": U16 DecHex;
        TIMESTAMP_RTP "rtcp.timestamp.rtp" "RTP timestamp": U32 Dec;
        SENDER_PACKETCOUNT "rtcp.sender.packetcount" "Sender's packet count": U32 Dec;
        SENDER_OCTETCOUNT "rtcp.sender.octetcount" "Sender's octet count": U32 Dec;
        SSRC_IDENTIFIER "rtcp.ssrc.identifier" "Identifier": U32 HexDec;
        SSRC_FRACTION "rtcp.ssrc.fraction" "Fraction lost": U8 Dec;
        SSRC_CUM_NR "rtcp.ssrc.cum_nr" "Cumulative number of packets lost": I24 Dec;
        SSRC_EXT_HIGH "rtcp.ssrc.ext_high" "Extended highest sequence number received": U32 Dec;
        SSRC_HIGH_SEQ "rtcp.ssrc.high_seq" "Highest sequence number received": U16 Dec;
        SSRC_HIGH_CYCLES "rtcp.ssrc.high_cycles" "Sequence number cycles count": U16 Dec;
        SSRC_JITTER "rtcp.ssrc.jitter" "Interarrival jitter": U32 Dec;
        SSRC_LSR "rtcp.ssrc.lsr" "Last SR timestamp": U32 DecHex;
        SSRC_DLSR "rtcp.ssrc.dlsr" "Delay since last SR timestamp": U32 Dec;
        SDES_TYPE "rtcp.sdes.type" "Type": U8 Dec = SDES_TYPE_NAMES;
        SDES_LENGTH "rtcp.sdes.length" "Length": U32 Dec;
        SDES_TEXT "rtcp.sdes.text" "Text": Str;
        APP_SUBTYPE "rtcp.app.subtype" "Subtype": U8 Dec & 0x1f;
        APP_NAME "rtcp.app.name" "Name (ASCII)": Str;
        APP_DATA "rtcp.app.data" "Application specific data": Bytes;
        PROFILE_SPECIFIC_EXTENSION_TYPE "rtcp.profile-specific-extension.type" "Extension Type": U16 Dec = PROFILE_SPECIFIC_EXTENSION_TYPE_NAMES;
        PROFILE_SPECIFIC_EXTENSION_LENGTH "rtcp.profile-specific-extension.length" "Extension Length": U16 Dec;
        PROFILE_SPECIFIC_EXTENSION "rtcp.profile-specific-extension" "Profile-specific extension": Bytes;
        SETUP "rtcp.setup" "Stream setup": Str;
        SETUP_FRAME "rtcp.setup-frame" "Setup frame": Framenum;
        SETUP_METHOD "rtcp.setup-method" "Setup Method": Str;
        XR_BT "rtcp.xr.bt" "Type": U8 Dec = XR_BT_NAMES;
        XR_BS "rtcp.xr.bs" "Type Specific": U8 Dec;
        XR_BL "rtcp.xr.bl" "Length": U16 Dec;
        LENGTH_CHECK "rtcp.length_check" "RTCP frame length check": Bool;
        PSFB_FMT "rtcp.psfb.fmt" "RTCP Feedback message type (FMT)": U8 Dec & 0x1f = PSFB_FMT_NAMES;
        SRTCP_E "srtcp.e" "SRTCP E flag": Bool(32) & 0x80000000;
        SRTCP_INDEX "srtcp.index" "SRTCP Index": U32 DecHex & 0x7fffffff;
        SRTCP_AUTH_TAG "srtcp.auth_tag" "SRTCP Auth Tag": Bytes;
    }
    experts {
        BLOCK_LENGTH_INVALID "rtcp.block_length.invalid" Warn Protocol "Block length is greater than packet length";
        SRTCP_ENCRYPTED_PAYLOAD "srtcp.encrypted_payload" Warn Undecoded "Encrypted RTCP Payload - not dissected";
        APPL_NOT_ASCII "rtcp.appl.not_ascii" Error Protocol "Application name is not a string";
    }
}

names! {
    VERSION_NAMES {
        0 => "Old VAT Version", 1 => "First Draft Version", 2 => "RFC 1889 Version",
    }
    PT_NAMES {
        192 => "Full Intra-frame Request (H.261)", 193 => "Negative Acknowledgement (H.261)",
        194 => "SMPTE time-code mapping", 195 => "Extended inter-arrival jitter report",
        200 => "Sender Report", 201 => "Receiver Report", 202 => "Source description", 203 => "Goodbye",
        204 => "Application specific", 205 => "Generic RTP Feedback", 206 => "Payload-specific Feedback",
        207 => "Extended report (RFC 3611)", 208 => "AVB RTCP packet (IEEE1733)",
        209 => "Receiver Summary Information", 210 => "Port Mapping",
    }
    SDES_TYPE_NAMES {
        0 => "END", 1 => "CNAME (user and domain)", 2 => "NAME (common name)",
        3 => "EMAIL (e-mail address)", 4 => "PHONE (phone number)", 5 => "LOC (geographic location)",
        6 => "TOOL (name/version of source app)", 7 => "NOTE (note about source)",
        8 => "PRIV (private extensions)", 9 => "H323-CADDR (H.323 callable address)",
        10 => "Application Specific Identifier",
    }
    PROFILE_SPECIFIC_EXTENSION_TYPE_NAMES {
        1 => "MS - Estimated Bandwidth", 4 => "MS - Packet Loss Notification",
        5 => "MS - Video Preference", 6 => "MS - Padding", 7 => "MS - Policy Server Bandwidth",
        8 => "MS - TURN Server Bandwidth", 9 => "MS - Audio Healer Metrics",
        10 => "MS - Receiver-side Bandwidth Limit", 11 => "MS - Packet Train Packet",
        12 => "MS - Peer Info Exchange", 13 => "MS - Network Congestion Notification",
        14 => "MS - Modality Send Bandwidth Limit",
    }
    XR_BT_NAMES {
        1 => "Loss Run Length Encoding Report Block", 2 => "Duplicate Run Length Encoding Report Block",
        3 => "Packet Receipt Times Report Block", 4 => "Receiver Reference Time Report Block",
        5 => "DLRR Report Block", 6 => "Statistics Summary Report Block", 7 => "VoIP Metrics Report Block",
        8 => "BT XNQ RTCP XR (RFC5093) Report Block", 9 => "Texas Instruments Extended VoIP Quality Block",
        10 => "Post-repair Loss RLE Report Block", 11 => "Multicast Acquisition Report Block",
        12 => "Inter-destination Media Synchronization Block",
    }
    PSFB_FMT_NAMES {
        1 => "Picture Loss Indication", 2 => "Slice Loss Indication",
        3 => "Reference Picture Selection Indication", 4 => "Full Intra Request (FIR) Command",
        5 => "Temporal-Spatial Trade-off Request (TSTR)",
        6 => "Temporal-Spatial Trade-off Notification (TSTN)", 7 => "Video Back Channel Message (VBCM)",
        15 => "Application Layer Feedback", 31 => "Reserved for future extensions",
    }
}

const SENDER_REPORT: u8 = 200;
const RECEIVER_REPORT: u8 = 201;
const DESCRIPTION: u8 = 202;
const GOODBYE: u8 = 203;
const APPLICATION: u8 = 204;
const TRANSPORT_FEEDBACK: u8 = 205;
const PAYLOAD_FEEDBACK: u8 = 206;
const EXTENDED_REPORT: u8 = 207;
const LAST: u8 = 210;

/// Seconds between the epochs of NTP (1900) and of Unix; times before 1968 are those after 2036.
const NTP_ERA_1: i64 = 2_085_978_496;
const NTP_ERA_0: i64 = -2_208_988_800;

fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let (Ok(first), Ok(kind)) = (c.peek_u8(0), c.peek_u8(1)) else { return false };
    first >> 6 == 2
        && matches!(
            kind,
            SENDER_REPORT | RECEIVER_REPORT | APPLICATION | TRANSPORT_FEEDBACK | PAYLOAD_FEEDBACK
        )
        && c.left().is_multiple_of(4)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let begin = c;
    if cx.nth() == 1 {
        cx.protocol("RTCP");
        cx.info_clear();
    }
    let kind = c.peek_u8(1)?;
    let name = PT_NAMES.or(u64::from(kind), "Unknown");
    cx.info_add(|o| _ = o.s(name).s("   "));
    cx.proto_append(|o| _ = o.s(" (").s(name).s(")"));
    let first = c.peek_u8(0)?;
    let len = 4 * (usize::from(c.peek_u16(2)?) + 1);
    cx.proto_len(len.min(c.left()));
    let mut rest = c;
    rest.advance(len);
    if len < c.left() {
        c = c.within(len);
    }
    cx.peek(VERSION, &c, 1)?;
    cx.peek(PADDING, &c, 1)?;
    let count = first & 0x1f;
    match kind {
        SENDER_REPORT | RECEIVER_REPORT => _ = cx.peek(RC, &c, 1)?,
        DESCRIPTION | GOODBYE => _ = cx.peek(SC, &c, 1)?,
        APPLICATION => _ = cx.peek(APP_SUBTYPE, &c, 1)?,
        PAYLOAD_FEEDBACK => _ = cx.peek(PSFB_FMT, &c, 1)?,
        _ => (),
    }
    c.skip(1)?;
    cx.u8(PT, &mut c)?;
    let item = cx.field(LENGTH, &mut c, 2)?;
    cx.append(item, |o| _ = o.s(" (").u(len as u64).s(" bytes)"));
    let mut pad = 0;
    if first & 0x20 != 0 && len <= begin.left() {
        pad = usize::from(begin.peek_u8(len - 1)?);
    }
    match kind {
        SENDER_REPORT | RECEIVER_REPORT => report(cx, &mut c, kind == SENDER_REPORT, count, pad)?,
        DESCRIPTION => descriptions(cx, &mut c, count)?,
        GOODBYE => goodbye(cx, &mut c, count)?,
        APPLICATION => application(cx, &mut c, pad)?,
        TRANSPORT_FEEDBACK | PAYLOAD_FEEDBACK => {
            cx.u32(SENDERSSRC, &mut c)?;
            let item = cx.field(MEDIASSRC, &mut c, 4)?;
            cx.append(item, |o| _ = o.s(" "));
        }
        EXTENDED_REPORT => extended(cx, &mut c)?,
        _ => (),
    }
    // Packets follow one another, and encryption hides all but the first.
    if !rest.is_empty() {
        let next = rest.peek_u8(1)?;
        if (SENDER_REPORT..=LAST).contains(&next) || (192..=195).contains(&next) {
            return cx.call(ID, rest);
        }
    }
    let ok = len <= begin.left();
    let item = cx.generated(LENGTH_CHECK, begin.span(0), Value::U(u64::from(ok)));
    cx.label(item, |o| {
        o.s("RTCP frame length check: ").s(if ok { "OK - " } else { "FAILED - " }).u(len as u64).s(" bytes");
    });
    Ok(())
}

fn report<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, sender: bool, count: u8, pad: usize) -> Step {
    cx.u32(SENDERSSRC, c)?;
    if sender {
        let (secs, fraction) = (c.peek_u32(0)?, c.peek_u32(4)?);
        let span = c.span(8);
        cx.u32(TIMESTAMP_NTP_MSW, c)?;
        cx.u32(TIMESTAMP_NTP_LSW, c)?;
        let era = if secs & 0x8000_0000 == 0 { NTP_ERA_1 } else { NTP_ERA_0 };
        let nanos = (u64::from(fraction) * 1_000_000_000) >> 32;
        let item = cx.add(TIMESTAMP_NTP, span, Value::Time(i64::from(secs) + era, nanos as u32));
        cx.set_generated(item);
        cx.u32(TIMESTAMP_RTP, c)?;
        cx.u32(SENDER_PACKETCOUNT, c)?;
        cx.u32(SENDER_OCTETCOUNT, c)?;
    }
    for i in 1..=count {
        let item = cx.line(c.span(24), |o| _ = o.s("Source ").u(i));
        cx.under(item, |cx| block(cx, c))?;
    }
    if c.left() > pad {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let name = PROFILE_SPECIFIC_EXTENSION_TYPE_NAMES.or(u64::from(kind), "Unknown");
        let item = cx.line(c.span(c.left()), |o| _ = o.s("Payload Specific Extension (").s(name).s(")"));
        cx.under(item, |cx| -> Step {
            cx.u16(PROFILE_SPECIFIC_EXTENSION_TYPE, c)?;
            cx.u16(PROFILE_SPECIFIC_EXTENSION_LENGTH, c)?;
            cx.bytes(PROFILE_SPECIFIC_EXTENSION, c, len.saturating_sub(4))?;
            Ok(())
        })?;
    }
    Ok(())
}

fn block<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(SSRC_IDENTIFIER, c)?;
    let item = cx.line(c.span(4), |o| _ = o.s("SSRC contents"));
    cx.under(item, |cx| -> Step {
        let lost = c.peek_u8(0)?;
        let item = cx.field(SSRC_FRACTION, c, 1)?;
        cx.label(item, |o| _ = o.s("Fraction lost: ").u(lost).s(" / 256"));
        cx.field(SSRC_CUM_NR, c, 3)?;
        Ok(())
    })?;
    let item = cx.peek(SSRC_EXT_HIGH, c, 4)?;
    cx.under(item, |cx| -> Step {
        cx.u16(SSRC_HIGH_CYCLES, c)?;
        cx.u16(SSRC_HIGH_SEQ, c).map(|_| ())
    })?;
    cx.u32(SSRC_JITTER, c)?;
    cx.u32(SSRC_LSR, c)?;
    let delay = c.peek_u32(0)?;
    let item = cx.field(SSRC_DLSR, c, 4)?;
    let millis = u64::from(delay) * 1000 / 65536;
    cx.append(item, |o| _ = o.s(" (").u(millis).s(" milliseconds)"));
    Ok(())
}

fn descriptions<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, count: u8) -> Step {
    for i in 1..=count {
        let begin = *c;
        let source = c.peek_u32(0)?;
        let item = cx.line(c.span(c.left()), |o| {
            o.s("Chunk ").u(i).s(", ");
            if source == 0 {
                o.s("SSRC/CSRC 0");
            } else {
                o.s("SSRC/CSRC 0x");
                for shift in (0..8).rev() {
                    o.c(b"0123456789ABCDEF"
                        .get((source >> (4 * shift) & 0xf) as usize)
                        .copied()
                        .unwrap_or(b'0'));
                }
            }
        });
        cx.under(item, |cx| -> Step {
            cx.u32(SSRC_IDENTIFIER, c)?;
            let items = cx.line(c.span(c.left()), |o| _ = o.s("SDES items"));
            cx.under(items, |cx| -> Step {
                while !c.is_empty() {
                    if cx.u8(SDES_TYPE, c)? == 0 {
                        break;
                    }
                    let len = usize::from(c.peek_u8(0)?);
                    cx.field(SDES_LENGTH, c, 1)?;
                    if len > 0 {
                        cx.bytes(SDES_TEXT, c, len)?;
                    }
                }
                Ok(())
            })?;
            cx.end_at(items, c);
            Ok(())
        })?;
        // Chunks are a multiple of four bytes.
        let used = c.pos() - begin.pos();
        c.advance(used.next_multiple_of(4) - used);
        cx.end_at(item, c);
    }
    Ok(())
}

fn goodbye<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, count: u8) -> Step {
    for _ in 0..count {
        cx.u32(SSRC_IDENTIFIER, c)?;
    }
    if !c.is_empty() {
        let len = usize::from(c.peek_u8(0)?);
        cx.field(SDES_LENGTH, c, 1)?;
        if len > 0 {
            cx.bytes(SDES_TEXT, c, len)?;
        }
    }
    Ok(())
}

fn application<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, pad: usize) -> Step {
    cx.u32(SSRC_IDENTIFIER, c)?;
    let name = c.peek_bytes(0, 4)?;
    if name.iter().all(u8::is_ascii) && name.iter().all(|b| (0x20..0x7f).contains(b)) {
        cx.bytes(APP_NAME, c, 4)?;
    } else {
        let span: Span = c.span(4);
        let item = cx.line(span, |o| _ = o.s("Application name is not a string"));
        cx.expert(APPL_NOT_ASCII, item, span);
        c.skip(4)?;
    }
    if c.left() > pad {
        let n = c.left() - pad;
        cx.bytes(APP_DATA, c, n)?;
    }
    Ok(())
}

fn extended<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(SENDERSSRC, c)?;
    while c.left() >= 4 {
        let kind = c.peek_u8(0)?;
        let len = 4 * usize::from(c.peek_u16(2)?);
        let name = XR_BT_NAMES.or(u64::from(kind), "Unknown");
        let item = cx.line(c.span(4 + len), |o| _ = o.s(name));
        cx.under(item, |cx| -> Step {
            cx.u8(XR_BT, c)?;
            cx.u8(XR_BS, c)?;
            cx.u16(XR_BL, c)?;
            c.skip(len)
        })?;
    }
    Ok(())
}
