//! RTP Control Protocol, RFC 3550, with the feedback of RFC 4585 and RFC 5104, the extended reports of RFC 3611, the
//! summaries of RFC 5760, the packets of IEEE 1733, and what can be seen of SRTCP (RFC 3711).

mod feedback;
pub mod srtcp;
mod xr;

use crate::application::ntp;
use crate::application::rtp;
use crate::application::rtp::setup::{self, Setup};
use requin_wire::{Cursor, Cx, Past, Ports, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    RTCP "rtcp" "Real-time Transport Control Protocol" "RTCP" App
    on []
    looks_like [Udp looks_like => [0x80..=0xbf]]
    remember [remember]
    fields {
        VERSION "rtcp.version" "Version": U8 Dec & 0xc0 = crate::application::rtp::VERSIONS;
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
        IDENTITY "rtcp.identity" "Identity": Bytes;
        STREAM_ID "rtcp.stream_id" "Stream id": U64 Hex;
        TIMESTAMP_AS "rtcp.timestamp.as" "AS timestamp": U32 Dec;
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
        SDES_PREFIX_LENGTH "rtcp.sdes.prefix.length" "Prefix length": U8 Dec;
        SDES_PREFIX_STRING "rtcp.sdes.prefix.string" "Prefix string": Str;
        APP_SUBTYPE "rtcp.app.subtype" "Subtype": U8 Dec & 0x1f;
        APP_NAME "rtcp.app.name" "Name (ASCII)": Str;
        APP_DATA "rtcp.app.data" "Application specific data": Bytes;
        APP_DATA_STR "rtcp.app.data_str" "Application specific data": Str;
        NACK_FSN "rtcp.nack.fsn" "First sequence number": U16 Dec;
        NACK_BLP "rtcp.nack.blp" "Bitmask of following lost packets": U16 Dec;
        PADDING_COUNT "rtcp.padding.count" "Padding count": U8 Dec;
        PADDING_DATA "rtcp.padding.data" "Padding data": Bytes;
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
        SSRC_DISCARDED "rtcp.ssrc.discarded" "Fraction discarded": U8 Dec;
        XR_BURSTDENSITY "rtcp.xr.voipmetrics.burstdensity" "Burst Density": U8 Dec;
        XR_GAPDENSITY "rtcp.xr.voipmetrics.gapdensity" "Gap Density": U8 Dec;
        XR_BURSTDURATION "rtcp.xr.voipmetrics.burstduration" "Burst Duration(ms)": U16 Dec;
        XR_GAPDURATION "rtcp.xr.voipmetrics.gapduration" "Gap Duration(ms)": U16 Dec;
        XR_RTDELAY "rtcp.xr.voipmetrics.rtdelay" "Round Trip Delay(ms)": U16 Dec;
        XR_ESDELAY "rtcp.xr.voipmetrics.esdelay" "End System Delay(ms)": U16 Dec;
        XR_SIGNALLEVEL "rtcp.xr.voipmetrics.signallevel" "Signal Level": I8 Dec;
        XR_NOISELEVEL "rtcp.xr.voipmetrics.noiselevel" "Noise Level": I8 Dec;
        XR_RERL "rtcp.xr.voipmetrics.rerl" "Residual Echo Return Loss": U8 Dec;
        XR_GMIN "rtcp.xr.voipmetrics.gmin" "Gmin": U8 Dec;
        XR_RFACTOR "rtcp.xr.voipmetrics.rfactor" "R Factor": U8 Dec;
        XR_EXTRFACTOR "rtcp.xr.voipmetrics.extrfactor" "External R Factor": U8 Dec;
        XR_MOSLQ "rtcp.xr.voipmetrics.moslq" "MOS - Listening Quality": F32;
        XR_MOSCQ "rtcp.xr.voipmetrics.moscq" "MOS - Conversational Quality": F32;
        XR_PLC "rtcp.xr.voipmetrics.plc" "Packet Loss Concealment Algorithm": U8 Dec & 0xc0 = xr::PLC;
        XR_JBA "rtcp.xr.voipmetrics.jba" "Adaptive Jitter Buffer Algorithm": U8 Dec & 0x30 = xr::JBA;
        XR_JBRATE "rtcp.xr.voipmetrics.jbrate" "Jitter Buffer Rate": U8 Dec & 0x0f;
        XR_JBNOMINAL "rtcp.xr.voipmetrics.jbnominal" "Nominal Jitter Buffer Size": U16 Dec;
        XR_JBMAX "rtcp.xr.voipmetrics.jbmax" "Maximum Jitter Buffer Size": U16 Dec;
        XR_JBABSMAX "rtcp.xr.voipmetrics.jbabsmax" "Absolute Maximum Jitter Buffer Size": U16 Dec;
        XR_TF "rtcp.xr.tf" "Thinning factor": U8 Dec & 0x0f;
        XR_LRFLAG "rtcp.xr.stats.lrflag" "Loss Report Flag": Bool(8) & 0x80;
        XR_DUPFLAG "rtcp.xr.stats.dupflag" "Duplicates Report Flag": Bool(8) & 0x40;
        XR_JITTERFLAG "rtcp.xr.stats.jitterflag" "Jitter Report Flag": Bool(8) & 0x20;
        XR_TTL "rtcp.xr.stats.ttl" "TTL or Hop Limit Flag": U8 Dec & 0x18 = xr::TTL;
        XR_BEGINSEQ "rtcp.xr.beginseq" "Begin Sequence Number": U16 Dec;
        XR_ENDSEQ "rtcp.xr.endseq" "End Sequence Number": U16 Dec;
        XR_NULL_TERMINATOR "rtcp.xr.chunk.null_terminator" "Null Terminator": None;
        XR_CHUNK_LENGTH "rtcp.xr.chunk.length" "Check length": U16 Dec;
        XR_BIT_VECTOR "rtcp.xr.chunk.bit_vector" "Bit Vector": U16 Dec;
        XR_RECEIPT_TIME_SEQ "rtcp.xr.receipt_time_seq" "Receipt Time": U32 Dec;
        XR_LOST "rtcp.xr.stats.lost" "Lost Packets": U32 Dec;
        XR_DUPS "rtcp.xr.stats.dups" "Duplicate Packets": U32 Dec;
        XR_MINJITTER "rtcp.xr.stats.minjitter" "Minimum Jitter": U32 Dec;
        XR_MAXJITTER "rtcp.xr.stats.maxjitter" "Maximum Jitter": U32 Dec;
        XR_MEANJITTER "rtcp.xr.stats.meanjitter" "Mean Jitter": U32 Dec;
        XR_DEVJITTER "rtcp.xr.stats.devjitter" "Standard Deviation of Jitter": U32 Dec;
        XR_MINTTL "rtcp.xr.stats.minttl" "Minimum TTL or Hop Limit": U8 Dec;
        XR_MAXTTL "rtcp.xr.stats.maxttl" "Maximum TTL or Hop Limit": U8 Dec;
        XR_MEANTTL "rtcp.xr.stats.meanttl" "Mean TTL or Hop Limit": U8 Dec;
        XR_DEVTTL "rtcp.xr.stats.devttl" "Standard Deviation of TTL": U8 Dec;
        XR_TIMESTAMP "rtcp.xr.timestamp" "Timestamp": AbsTime Local;
        XR_LRR "rtcp.xr.lrr" "Last RR timestamp": U32 Dec;
        XR_DLRR "rtcp.xr.dlrr" "Delay since last RR timestamp": U32 Dec;
        XR_IDMS_SPST "rtcp.xr.idms.spst" "Synchronization Packet Sender Type": U8 Dec = xr::SPST;
        XR_IDMS_PT "rtcp.xr.idms.pt" "Payload Type": U8 Dec;
        XR_IDMS_MSCI "rtcp.xr.idms.msci" "Media Stream Correlation Identifier": U32 Dec;
        XR_IDMS_SOURCE_SSRC "rtcp.xr.idms.source_ssrc" "Source SSRC": U32 Dec;
        XR_IDMS_NTP_RCV_TS "rtcp.xr.idms.ntp_rcv_ts" "NTP Timestamp of packet reception": AbsTime Local;
        XR_IDMS_RTP_TS "rtcp.xr.idms.rtp_ts" "RTP Timestamp of packet": U32 Dec;
        XR_IDMS_NTP_PRES_TS "rtcp.xr.idms.ntp_pres_ts" "NTP Timestamp of presentation": AbsTime Local;
        RTPFB_FMT "rtcp.rtpfb.fmt" "RTCP Feedback message type (FMT)": U8 Dec & 0x1f = feedback::TRANSPORT;
        PSFB_FMT "rtcp.psfb.fmt" "RTCP Feedback message type (FMT)": U8 Dec & 0x1f = feedback::PAYLOAD;
        RTPFB_NACK_PID "rtcp.rtpfb.nack_pid" "RTCP Transport Feedback NACK PID": U16 Dec;
        RTPFB_NACK_BLP "rtcp.rtpfb.nack_blp" "RTCP Transport Feedback NACK BLP": U16 Hex;
        FCI "rtcp.fci" "Feedback Control Information (FCI)": Bytes;
        FIR_SSRC "rtcp.psfb.fir.fci.ssrc" "SSRC": U32 HexDec;
        FIR_CSN "rtcp.psfb.fir.fci.csn" "Command Sequence Number": U8 Dec;
        FIR_RESERVED "rtcp.psfb.fir.fci.reserved" "Reserved": U24 Dec;
        SLI_FIRST "rtcp.psfb.fir.sli.first" "First MB": U32 Dec & 0xfff80000;
        SLI_NUMBER "rtcp.psfb.fir.sli.number" "Number of MBs": U32 Dec & 0x0007ffc0;
        SLI_PICTURE_ID "rtcp.psfb.fir.sli.picture_id" "Picture ID": U32 Dec & 0x3f;
        REMB_IDENTIFIER "rtcp.psfb.remb.identifier" "Unique Identifier": Str;
        REMB_SSRC "rtcp.psfb.remb.fci.ssrc" "SSRC": U32 HexDec;
        REMB_NUMBER_SSRCS "rtcp.psfb.remb.fci.number_ssrcs" "Number of Ssrcs": U8 Dec & 0xff;
        REMB_BR_EXP "rtcp.psfb.remb.fci.br_exp" "BR Exp": U8 Dec & 0xfc;
        REMB_BR_MANTISSA "rtcp.psfb.remb.fci.br_mantissa" "Br Mantissa": U32 Dec & 0x3ffff;
        REMB_BITRATE "rtcp.psfb.remb.fci.bitrate" "Maximum bit rate": Str;
        TMMBR_SSRC "rtcp.rtpfb.tmmbr.fci.ssrc" "SSRC": U32 HexDec;
        TMMBR_EXP "rtcp.rtpfb.tmmbr.fci.exp" "MxTBR Exp": U8 Dec & 0xfc;
        TMMBR_MANTISSA "rtcp.rtpfb.tmmbr.fci.mantissa" "MxTBR Mantissa": U24 Dec & 0x03fffe;
        TMMBR_BITRATE "rtcp.rtpfb.tmmbr.fci.bitrate" "Maximum total media bit rate": Str;
        TMMBR_OVERHEAD "rtcp.rtpfb.tmmbr.fci.measuredoverhead" "Measured Overhead": U16 Dec & 0x01ff;
        TCC_BASESEQ "rtcp.rtpfb.transportcc.baseseq" "Base Sequence Number": U16 DecHex;
        TCC_STATUSCOUNT "rtcp.rtpfb.transportcc.statuscount" "Packet Status Count": U16 DecHex;
        TCC_REFTIME "rtcp.rtpfb.transportcc.reftime" "Reference Time": I24 Dec;
        TCC_PKTCOUNT "rtcp.rtpfb.transportcc.pktcount" "Feedback Packets Count": U8 DecHex;
        TCC_PKTCHUNK "rtcp.rtpfb.transportcc.pktchunk" "Packet Chunk": U16 DecHex;
        TCC_RECV_DELTA "rtcp.rtpfb.transportcc.recv_delta" "Recv Delta": U8 Hex;
        TCC_RECV_DELTA_PADDING "rtcp.rtpfb.transportcc.recv_delta.padding" "Recv Delta Padding": U16 Hex;
        MS_AFB_TYPE "rtcp.psfb.ms.afb_type" "Application Layer Feedback Type": U16 Dec;
        MS_AFB_LENGTH "rtcp.psfb.ms.length" "Length": U16 Dec;
        MS_MSI "rtcp.psfb.ms.msi" "Requested Media Source ID (MSI)": U32 HexDec;
        MS_VSR_REQUEST_ID "rtcp.psfb.ms.vsr.request_id" "Request Id": U16 Dec;
        MS_VSR_VERSION "rtcp.psfb.ms.vsr.version" "Version": U8 Dec;
        MS_VSR_KEY_FRAME_REQUEST "rtcp.psfb.ms.vsr.key_frame_request" "Key Frame Request": Bool(8) & 0x1;
        MS_VSR_NUM_ENTRIES "rtcp.psfb.ms.vsr.num_entries" "Number of Entries": U8 Dec;
        MS_VSR_ENTRY_LENGTH "rtcp.psfb.ms.vsr.entry_length" "Entry Length": U8 Dec;
        MS_BANDWIDTH "rtcp.ms_pse.bandwidth" "Bandwidth": U32 Dec;
        SRTCP_E "srtcp.e" "SRTCP E flag": Bool(32) & 0x80000000;
        SRTCP_INDEX "srtcp.index" "SRTCP Index": U32 DecHex & 0x7fffffff;
        SRTCP_MKI "srtcp.mki" "SRTCP MKI": Bytes;
        SRTCP_AUTH_TAG "srtcp.auth_tag" "SRTCP Auth Tag": Bytes;
    }
    experts {
        BLOCK_LENGTH_INVALID "rtcp.block_length.invalid" Warn Protocol "Block length is greater than packet length";
        SRTCP_ENCRYPTED_PAYLOAD "srtcp.encrypted_payload" Warn Undecoded "Encrypted RTCP Payload - not dissected";
        LENGTH_CHECK_BAD "rtcp.length_check.bad" Warn Malformed "Incorrect RTCP packet length information";
        TRANSPORTCC_BAD "rtcp.rtpfb.transportcc_bad" Warn Malformed "Too many packet chunks (more than packet status count)";
        MS_AFB_UNKNOWN "rtcp.psfb.ms.afb_type.unknown" Warn Protocol "Unknown Application Layer Feedback Type";
        APPL_NOT_ASCII "rtcp.appl.not_ascii" Error Protocol "Application name is not a string";
    }
}

names! {
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
}

const INTRA_REQUEST: u8 = 192;
const NEGATIVE_ACKNOWLEDGEMENT: u8 = 193;
const JITTER: u8 = 195;
const SENDER_REPORT: u8 = 200;
const RECEIVER_REPORT: u8 = 201;
const DESCRIPTION: u8 = 202;
/// Profile-specific extension that tells a bandwidth.
const ESTIMATED_BANDWIDTH: u16 = 1;
/// Item of a description with a name of its own.
const PRIVATE: u8 = 8;
const GOODBYE: u8 = 203;
const APPLICATION: u8 = 204;
const TRANSPORT_FEEDBACK: u8 = 205;
const PAYLOAD_FEEDBACK: u8 = 206;
const EXTENDED_REPORT: u8 = 207;
const AVB: u8 = 208;
const SUMMARY: u8 = 209;
const LAST: u8 = 210;
/// A header and a source: what SRTCP leaves legible.
const LEGIBLE: usize = 8;

/// Whether a datagram begins with a packet that a compound may begin with (RFC 3550 section 6.1), or with feedback
/// (RFC 5506 allows it to be alone). Of feedback for the transport, whose number is frequent elsewhere, the length has
/// to be true as well.
fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let (Ok(first), Ok(kind)) = (c.peek_u8(0), c.peek_u8(1)) else { return false };
    if first >> 6 != 2 || !c.left().is_multiple_of(4) {
        return false;
    }
    match kind {
        SENDER_REPORT | RECEIVER_REPORT | GOODBYE | APPLICATION | PAYLOAD_FEEDBACK => true,
        TRANSPORT_FEEDBACK => c.peek_u16(2).is_ok_and(|words| {
            let len = 4 * (usize::from(words) + 1);
            len == c.left() || c.peek_u16(len).is_ok_and(|next| next >> 14 == 2 && is_type(next as u8))
        }),
        _ => false,
    }
}

/// Whether a packet type is one of RTCP.
fn is_type(kind: u8) -> bool {
    (SENDER_REPORT..=LAST).contains(&kind)
}

/// Notes who announced the stream.
fn remember(past: &mut Past<'_>, _: &[u8]) {
    if let Some(why) = setup::of(past) {
        past.note(setup::NOTE, &why);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let why = rtp::announcement(cx);
    if why.and_then(|w| Setup::read(&w.bytes)).is_some_and(|s| s.srtp.is_some()) {
        return cx.instead(srtcp::ID, c);
    }
    packet(cx, c)
}

/// The packet that begins here, and those behind it.
fn packet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut begin = c;
    let why = rtp::announcement(cx);
    let setup = why.and_then(|w| Setup::read(&w.bytes));
    let srtp = setup.and_then(|s| s.srtp);
    let mut tail = None;
    if let Some(srtp) = srtp {
        // The index, the key's number and the tag are behind the last packet.
        let len = 4 + usize::from(srtp.mki) + usize::from(srtp.tags[1]);
        let inside = c.left().saturating_sub(len);
        let mut t = c;
        t.advance(inside);
        tail = Some(t);
        c = c.within(inside);
        begin = c;
    }
    let encrypted = tail.is_some_and(|t| t.peek_u8(0).is_ok_and(|b| b & 0x80 != 0));
    if cx.nth() == 1 {
        cx.protocol(if srtp.is_some() { "SRTCP" } else { "RTCP" });
        cx.info_clear();
    }
    let kind = c.peek_u8(1)?;
    let name = PT_NAMES.or(u64::from(kind), "Unknown");
    cx.info_add(|o| _ = o.s(name).s("   "));
    cx.proto_append(|o| _ = o.s(" (").s(name).s(")"));
    if let (Some(why), Some(setup)) = (why, &setup) {
        let setup = Setup { call_id: &[], ..*setup };
        rtp::show_setup(cx, c.span(0), why, &setup, [SETUP, SETUP_FRAME, SETUP_METHOD]);
    }
    let first = c.peek_u8(0)?;
    let len = 4 * (usize::from(c.peek_u16(2)?) + 1);
    if !encrypted {
        cx.proto_len(len.min(c.left()));
    }
    let mut rest = c;
    rest.advance(len);
    if len < c.left() && !encrypted {
        c = c.within(len);
    }
    cx.peek(VERSION, &c, 1)?;
    cx.peek(PADDING, &c, 1)?;
    let count = first & 0x1f;
    match kind {
        SENDER_REPORT | RECEIVER_REPORT | INTRA_REQUEST..=JITTER => _ = cx.peek(RC, &c, 1)?,
        DESCRIPTION | GOODBYE => _ = cx.peek(SC, &c, 1)?,
        APPLICATION | AVB => _ = cx.peek(APP_SUBTYPE, &c, 1)?,
        TRANSPORT_FEEDBACK => _ = cx.peek(RTPFB_FMT, &c, 1)?,
        PAYLOAD_FEEDBACK => _ = cx.peek(PSFB_FMT, &c, 1)?,
        _ => (),
    }
    c.skip(1)?;
    cx.u8(PT, &mut c)?;
    let item = cx.field(LENGTH, &mut c, 2)?;
    cx.append(item, |o| _ = o.s(" (").u(len as u64).s(" bytes)"));
    if let Some(t) = tail.filter(|_| encrypted) {
        cx.u32(SENDERSSRC, &mut c)?;
        let span = begin.span(0);
        let hidden = begin.left().saturating_sub(LEGIBLE);
        let span = Span { start: span.start + LEGIBLE as u32, len: hidden as u32, ..span };
        if hidden > 0 {
            let item = cx.line(span, |o| _ = o.s("Encrypted RTCP Payload - not dissected"));
            cx.expert(SRTCP_ENCRYPTED_PAYLOAD, item, span);
        }
        return srtcp::tail(cx, t, srtp);
    }
    let mut pad = 0;
    if first & 0x20 != 0 && len <= begin.left() {
        pad = usize::from(begin.peek_u8(len - 1)?).min(c.left());
    }
    let padding = len.min(begin.left()).saturating_sub(pad);
    let body_len = c.left() - pad;
    let mut body = c.within(body_len);
    let c = &mut body;
    match kind {
        SENDER_REPORT | RECEIVER_REPORT => report(cx, c, kind == SENDER_REPORT, count)?,
        DESCRIPTION => descriptions(cx, c, count)?,
        GOODBYE => goodbye(cx, c, count)?,
        APPLICATION => application(cx, c, count)?,
        TRANSPORT_FEEDBACK => feedback::transport(cx, c, count)?,
        PAYLOAD_FEEDBACK => feedback::payload(cx, c, count)?,
        EXTENDED_REPORT => xr::reports(cx, c)?,
        INTRA_REQUEST => _ = cx.u32(SSRC_IDENTIFIER, c)?,
        NEGATIVE_ACKNOWLEDGEMENT => {
            cx.u32(SSRC_IDENTIFIER, c)?;
            cx.u16(NACK_FSN, c)?;
            cx.u16(NACK_BLP, c)?;
        }
        JITTER => {
            for _ in 0..count {
                cx.u32(SSRC_JITTER, c)?;
            }
        }
        AVB => avb(cx, c)?,
        SUMMARY => {
            cx.u32(SSRC_IDENTIFIER, c)?;
            cx.u32(SSRC_IDENTIFIER, c)?;
            sent(cx, c)?;
        }
        _ => (),
    }
    if pad > 0 {
        let mut p = begin;
        p.advance(padding);
        if pad > 1 {
            cx.bytes(PADDING_DATA, &mut p, pad - 1)?;
        }
        cx.u8(PADDING_COUNT, &mut p)?;
    }
    // Packets follow one another, as far as their heads were captured.
    if rest.captured() >= 4 {
        let next = rest.peek_u8(1)?;
        if (SENDER_REPORT..=LAST).contains(&next) || (INTRA_REQUEST..=JITTER).contains(&next) {
            let behind = tail.map_or(0, |t| t.left());
            let mut all = begin.within(begin.left() + behind);
            all.advance(len);
            return if srtp.is_some() { cx.next_pdu(srtcp::ID, all) } else { cx.next_pdu(ID, rest) };
        }
    }
    if let Some(t) = tail {
        srtcp::tail(cx, t, srtp)?;
    }
    check_length(cx, &begin, len)
}

/// Whether the lengths of all packets make up the datagram's.
fn check_length<S: Sink>(cx: &mut Cx<'_, S>, begin: &Cursor<'_>, len: usize) -> Step {
    // Those before this one are layers of the same kind.
    let at = begin.span(0).start;
    let all = cx.out.layers.iter().rev().take_while(|l| [ID, srtcp::ID].contains(&l.proto));
    let start = all.filter(|l| l.span.source == begin.source()).map(|l| l.span.start).min().unwrap_or(at);
    let before = at.saturating_sub(start) as usize;
    let (said, found) = (before + len, before + begin.left());
    // What is behind them is no packet, but may be encryption's.
    let ok = said <= found;
    let item = cx.generated(LENGTH_CHECK, begin.span(0), Value::U(u64::from(ok)));
    cx.label(item, |o| {
        o.s("RTCP frame length check: ");
        if ok {
            o.s("OK - ").u(said as u64).s(" bytes");
        } else {
            o.s("Wrong (expected ").u(said as u64).s(" bytes, found ").u(found as u64).s(")");
        }
    });
    if !ok {
        cx.expert_with(LENGTH_CHECK_BAD, item, begin.span(0), |o| {
            o.s("Incorrect RTCP packet length information (expected ").u(said as u64);
            o.s(" bytes, found ").u(found as u64).s(")");
        });
    }
    Ok(())
}

fn sent<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let time = ntp::value(c.peek_u32(0)?, c.peek_u32(4)?);
    let span = c.span(8);
    cx.u32(TIMESTAMP_NTP_MSW, c)?;
    cx.u32(TIMESTAMP_NTP_LSW, c)?;
    let item = cx.add(TIMESTAMP_NTP, span, time);
    cx.set_generated(item);
    Ok(())
}

/// IEEE 1733: what time a stream's clock tells.
fn avb<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(SSRC_IDENTIFIER, c)?;
    cx.bytes(APP_NAME, c, 4)?;
    cx.u16(TIMEBASE_INDICATOR, c)?;
    cx.bytes(IDENTITY, c, 10)?;
    cx.u64(STREAM_ID, c)?;
    cx.u32(TIMESTAMP_AS, c)?;
    cx.u32(TIMESTAMP_RTP, c).map(|_| ())
}

fn report<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, sender: bool, count: u8) -> Step {
    cx.u32(SENDERSSRC, c)?;
    if sender {
        sent(cx, c)?;
        cx.u32(TIMESTAMP_RTP, c)?;
        cx.u32(SENDER_PACKETCOUNT, c)?;
        cx.u32(SENDER_OCTETCOUNT, c)?;
    }
    for i in 1..=count {
        let item = cx.line(c.span(24), |o| _ = o.s("Source ").u(i));
        cx.under(item, |cx| block(cx, c))?;
    }
    // Every extension takes its head away.
    while !c.is_empty() {
        extension(cx, c)?;
    }
    Ok(())
}

/// An extension of a profile (RFC 3550 section 6.4.3), as Microsoft has them.
fn extension<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    const HEAD: usize = 4;
    let (kind, said) = (c.peek_u16(0)?, c.peek_u16(2)? as i16);
    // Lengths have a sign: those below zero are none.
    let len = usize::try_from(said).unwrap_or(0);
    if len > c.left() {
        return Err(Stop::Malformed);
    }
    let name = PROFILE_SPECIFIC_EXTENSION_TYPE_NAMES.or(u64::from(kind), "Unknown");
    let item = cx.line(c.span(len.max(HEAD)), |o| _ = o.s("Payload Specific Extension (").s(name).s(")"));
    cx.under(item, |cx| -> Step {
        cx.u16(PROFILE_SPECIFIC_EXTENSION_TYPE, c)?;
        cx.u16(PROFILE_SPECIFIC_EXTENSION_LENGTH, c)?;
        if kind == ESTIMATED_BANDWIDTH {
            let item = cx.field(SENDERSSRC, c, 4)?;
            cx.append(item, |o| _ = o.s(" "));
            cx.u32(MS_BANDWIDTH, c)?;
            c.advance(len.saturating_sub(HEAD + 8));
            return Ok(());
        }
        cx.bytes(PROFILE_SPECIFIC_EXTENSION, c, len.saturating_sub(HEAD)).map(|_| ())
    })?;
    cx.info_add(|o| _ = o.s("(PSE:").s(name).s("  )  "));
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
            o.s("Chunk ").u(i).s(", SSRC/CSRC ");
            if source == 0 { _ = o.s("0") } else { rtp::capitals(o, source) }
        });
        cx.under(item, |cx| -> Step {
            cx.u32(SSRC_IDENTIFIER, c)?;
            let items = cx.line(c.span(c.left()), |o| _ = o.s("SDES items"));
            cx.under(items, |cx| -> Step {
                while !c.is_empty() {
                    let kind = cx.u8(SDES_TYPE, c)?;
                    if kind == 0 {
                        break;
                    }
                    let mut len = usize::from(c.peek_u8(0)?);
                    cx.field(SDES_LENGTH, c, 1)?;
                    if kind == PRIVATE && len > 0 {
                        let prefix = usize::from(c.peek_u8(0)?);
                        let item = cx.field(SDES_PREFIX_LENGTH, c, 1)?;
                        len -= 1;
                        if prefix > len {
                            // What follows is no prefix, and is not shown.
                            cx.append(item, |o| _ = o.s(" (bogus, must be <= ").u(len as u64).s(")"));
                            c.skip(len)?;
                            continue;
                        }
                        cx.bytes(SDES_PREFIX_STRING, c, prefix)?;
                        len -= prefix;
                    }
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

fn application<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, subtype: u8) -> Step {
    cx.u32(SSRC_IDENTIFIER, c)?;
    let name = c.peek_bytes(0, 4)?;
    let legible = |bytes: &[u8]| bytes.iter().all(|b| (0x20..0x7f).contains(b));
    if legible(name) {
        cx.bytes(APP_NAME, c, 4)?;
        cx.info_add(|o| _ = o.s("( ").text(name).s(" ) subtype=").u(subtype));
    } else {
        let span: Span = c.span(4);
        let item = cx.line(span, |o| _ = o.s("Application name is not a string"));
        cx.expert(APPL_NOT_ASCII, item, span);
        cx.info_add(|o| _ = o.s("subtype=").u(subtype));
        c.skip(4)?;
    }
    if !c.is_empty() {
        let n = c.left();
        let data = c.peek_bytes(0, n)?;
        cx.bytes(if legible(data) { APP_DATA_STR } else { APP_DATA }, c, n)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(head: [u8; 4], len: usize) -> bool {
        let mut packet = head.to_vec();
        packet.resize(len, 0x9f);
        looks_like(&Cursor::new(&packet, len, requin_wire::FRAME), Ports::default())
    }

    #[test]
    fn known_by_packet_types() {
        for kind in [200, 201, 203, 204, 206] {
            assert!(looks([0x80, kind, 1, 2], 28) && looks([0xa1, kind, 0, 6], 28));
            assert!(!looks([0x80, kind, 0, 6], 27) && !looks([0x40, kind, 0, 6], 28));
        }
        for kind in [192, 199, 202, 207, 211] {
            assert!(!looks([0x80, kind, 0, 6], 28));
        }
        // Transport feedback: its length, or another packet behind it.
        assert!(looks([0x8f, 205, 0, 6], 28));
        assert!(!looks([0x8f, 205, 1, 2], 28) && !looks([0x8f, 205, 0, 1], 28));
        let compound = [0x8f, 205, 0, 1, 1, 1, 1, 1, 0x81, 206, 0, 0];
        assert!(looks_like(&Cursor::new(&compound, 12, requin_wire::FRAME), Ports::default()));
    }
}
