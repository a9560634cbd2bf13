//! Google's QUIC, as it was before the IETF's: public headers with a connection's identifier and a version.

mod errors;
pub mod frames;
mod hello;
mod plain;
mod tags;

use requin_wire::{Cursor, Cx, Names, Ports, ProtoId, Sink, Step, Stop, Value, names, proto};

proto! {
    GQUIC "gquic" "GQUIC (Google Quick UDP Internet Connections)" "GQUIC" App
    on []
    looks_like [Udp accepts => [0x00..=0x3f, 0xc0..=0xff]]
    track [remember]
    fields {
        PUFLAGS "gquic.puflags" "Public Flags": U8 Hex;
        PUFLAGS_VERSION "gquic.puflags.version" "Version": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        PUFLAGS_RESET "gquic.puflags.reset" "Reset": Bool(8) & 0x2 = Names::Bools("Yes", "No");
        PUFLAGS_CID "gquic.puflags.cid" "CID Length": Bool(8) & 0x8 = Names::Bools("8 Bytes", "0 Byte");
        PUFLAGS_PKN "gquic.puflags.pkn" "Packet Number Length": U8 Hex & 0x30 = LENGTH_NAMES;
        PUFLAGS_MPTH "gquic.puflags.mpth" "Multipath": Bool(8) & 0x40 = Names::Bools("Yes", "No");
        PUFLAGS_CID_OLD "gquic.puflags.cid.old" "CID Length": U8 Hex & 0xc = PUFLAGS_CID_OLD_NAMES;
        PUFLAGS_NONCE "gquic.puflags.nonce" "Diversification nonce": Bool(8) & 0x4 = Names::Bools("Yes", "No");
        PUFLAGS_RSV "gquic.puflags.rsv" "Reserved": U8 Hex & 0x80;
        CID "gquic.cid" "CID": U64 Dec;
        VERSION "gquic.version" "Version": Str;
        PACKET_NUMBER "gquic.packet_number" "Packet Number": U64 Dec;
        PAYLOAD "gquic.payload" "Payload": Bytes;
        MESSAGE_AUTHENTICATION_HASH "gquic.message_authentication_hash" "Message Authentication Hash": Bytes;
        PRFLAGS "gquic.prflags" "Private Flags": U8 Hex;
        FRAME_TYPE_STREAM_F "gquic.frame_type.stream.f" "FIN": Bool(8) & 0x40;
        FRAME_TYPE_STREAM_D "gquic.frame_type.stream.d" "Data Length": Bool(8) & 0x20 = Names::Bools("2 Bytes", "0 Byte");
        FRAME_TYPE_STREAM_OOO "gquic.frame_type.stream.ooo" "Offset Length": U8 Dec & 0x1c = FRAME_TYPE_STREAM_OOO_NAMES;
        FRAME_TYPE_STREAM_SS "gquic.frame_type.stream.ss" "Stream Length": U8 Dec & 0x3 = FRAME_TYPE_STREAM_SS_NAMES;
        STREAM_ID "gquic.stream_id" "Stream ID": U32 Dec;
        OFFSET "gquic.offset" "Offset": U64 Dec;
        DATA_LEN "gquic.data_len" "Data Length": U32 Dec;
        TAG "gquic.tag" "Tag": Str;
        TAG_NUMBER "gquic.tag_number" "Tag Number": U16 Dec;
        PADDING_FIELD "gquic.padding" "Padding": Bytes;
        TAGS_FIELD "gquic.tags" "Tag/value": None;
        TAG_TYPE "gquic.tag_type" "Tag Type": Str;
        TAG_OFFSET_END "gquic.tag_offset_end" "Tag offset end": U32 Dec;
        TAG_OFFSET_LENGTH "gquic.tag_offset_length" "Tag length": U32 Dec;
        TAG_VALUE "gquic.tag_value" "Tag/value": Bytes;
        TAG_SNI "gquic.tag.sni" "Server Name Indication": Str;
        TAG_UAID "gquic.tag.uaid" "Client's User Agent ID": Str;
        TAG_VER "gquic.tag.version" "Version": Str;
        TAG_PAD "gquic.tag.pad" "Padding": Bytes;
        TAG_STK "gquic.tag.stk" "Source-address token": Bytes;
        TAG_SNO "gquic.tag.sno" "Server nonce": Bytes;
        TAG_PDMD "gquic.tag.pdmd" "Proof demand": Str;
        TAG_CCS "gquic.tag.ccs" "Common certificate sets": U64 Hex;
        TAG_PROF "gquic.tag.prof" "Proof (Signature)": Bytes;
        TAG_SCFG "gquic.tag.scfg" "Server Config Tag": Str;
        TAG_SCFG_NUMBER "gquic.tag.scfg.number" "Number Server Config Tag": U32 Dec;
        TAG_RREJ "gquic.tag.rrej" "Reasons for server sending": U32 Dec = TAG_RREJ_NAMES;
        TAG_CRT "gquic.tag.crt" "Certificate chain": Bytes;
        TAG_AEAD "gquic.tag.aead" "Authenticated encryption algorithms": Str;
        TAG_SCID "gquic.tag.scid" "Server Config ID": Bytes;
        TAG_PUBS "gquic.tag.pubs" "Public value": U24 DecHex;
        TAG_KEXS "gquic.tag.kexs" "Key exchange algorithms": Str;
        TAG_OBIT "gquic.tag.obit" "Server orbit": Bytes;
        TAG_EXPY "gquic.tag.expy" "Expiry": U64 Dec;
        TAG_NONC "gquic.tag.nonc" "Client nonce": Bytes;
        TAG_MSPC "gquic.tag.mspc" "Max streams per connection": U32 Dec;
        TAG_TCID "gquic.tag.tcid" "Connection ID truncation": U32 DecHex;
        TAG_SRBF "gquic.tag.srbf" "Socket receive buffer": U32 DecHex;
        TAG_ICSL "gquic.tag.icsl" "Idle connection state": U32 DecHex;
        TAG_SCLS "gquic.tag.scls" "Silently close on timeout": U32 DecHex;
        TAG_COPT "gquic.tag.copt" "Connection options": Str;
        TAG_CCRT "gquic.tag.ccrt" "Cached certificates": Bytes;
        TAG_IRTT "gquic.tag.irtt" "Estimated initial RTT": U32 Dec;
        TAG_CFCW "gquic.tag.cfcw" "Initial session/connection": U32 Dec;
        TAG_SFCW "gquic.tag.sfcw" "Initial stream flow control": U32 Dec;
        TAG_CETV "gquic.tag.cetv" "Client encrypted tag-value": Bytes;
        TAG_XLCT "gquic.tag.xlct" "Expected leaf certificate": Bytes;
        TAG_NONP "gquic.tag.nonp" "Client Proof nonce": Bytes;
        TAG_CSCT "gquic.tag.csct" "Signed cert timestamp": Bytes;
        TAG_CTIM "gquic.tag.ctim" "Client Timestamp": AbsTime;
        TAG_RNON "gquic.tag.rnon" "Public reset nonce proof": U64 Dec;
        TAG_RSEQ "gquic.tag.rseq" "Rejected Packet Number": U64 Dec;
        TAG_CADR_TYPE "gquic.tag.caddr.addr.type" "Client IP Address Type": U16 Dec = TAG_CADR_TYPE_NAMES;
        TAG_CADR_IPV4 "gquic.tag.caddr.addr.ipv4" "Client IP Address": Ipv4;
        TAG_CADR_IPV6 "gquic.tag.caddr.addr.ipv6" "Client IP Address": Ipv6;
        TAG_CADR_ADDR "gquic.tag.caddr.addr" "Client IP Address": Bytes;
        TAG_CADR_PORT "gquic.tag.caddr.port" "Client Port (Source)": U16 Dec;
        TAG_MIDS "gquic.tag.mids" "Max incoming dynamic streams": U32 Dec;
        TAG_FHOL "gquic.tag.fhol" "Force Head Of Line blocking": U32 Dec;
        TAG_STTL "gquic.tag.sttl" "Server Config TTL": U64 Dec;
        TAG_SMHL "gquic.tag.smhl" "Support Max Header List (size)": U64 Dec;
        TAG_TBKP "gquic.tag.tbkp" "Token Binding Key Params.": Str;
        TAG_QLVE "gquic.tag.qlve" "Legacy Version Encapsulation": Bytes;
        TAG_CGST "gquic.tag.cgst" "Congestion Control Feedback Type": Bytes;
        TAG_EPID "gquic.tag.epid" "Endpoint identifier": Str;
        TAG_SRST "gquic.tag.srst" "Stateless Reset Token": Bytes;
        TAG_UNKNOWN "gquic.tag.unknown" "Unknown tag": Bytes;
        HEADER_FORM "gquic.header_form" "Header Form": U8 Dec & 0x80 = HEADER_FORM_NAMES;
        FIXED_BIT "gquic.fixed_bit" "Fixed Bit": Bool(8) & 0x40;
        LONG_PACKET_TYPE "gquic.long.packet_type" "Packet Type": U8 Dec & 0x30 = LONG_PACKET_TYPE_NAMES;
        LONG_RESERVED "gquic.long.reserved" "Reserved": U8 Dec & 0xc;
        PACKET_NUMBER_LENGTH "gquic.packet_number_length" "Packet Number Length": U8 Dec & 0x3 = crate::application::quic::names::PACKET_NUMBER_LENGTH;
        DCIL "gquic.dcil" "Destination Connection ID Length": U8 Dec & 0xf0 = DCIL_NAMES;
        SCIL "gquic.scil" "Source Connection ID Length": U8 Dec & 0xf = DCIL_NAMES;
        FRAME "gquic.frame" "Frame": None;
        FRAME_TYPE "gquic.frame_type" "Frame Type": U8 Hex = FRAME_TYPE_NAMES;
        FRAME_TYPE_STREAM "gquic.frame_type.stream" "Stream": Bool(8) & 0x80;
        FRAME_TYPE_ACK "gquic.frame_type.ack" "ACK": Bool(8) & 0x40;
        FRAME_TYPE_ACK_N "gquic.frame_type.ack.n" "NACK": Bool(8) & 0x20;
        FRAME_TYPE_ACK_U "gquic.frame_type.ack.u" "Unused": Bool(8) & 0x10;
        FRAME_TYPE_ACK_LL "gquic.frame_type.ack.ll" "Largest Observed Length": U8 Dec & 0xc = LENGTH_NAMES;
        FRAME_TYPE_ACK_MM "gquic.frame_type.ack.mm" "Missing Packet Length": U8 Dec & 0x3 = LENGTH_NAMES;
        ACK_LARGEST "gquic.frame_type.ack.largest_acked" "Largest Acked": U64 Dec;
        ACK_DELTA "gquic.frame_type.ack.largest_acked_delta_time" "Largest Acked Delta Time": U16 Dec;
        ACK_NUM_BLOCKS "gquic.frame_type.ack.num_blocks" "Num blocks": U8 Dec;
        ACK_FIRST_BLOCK "gquic.frame_type.ack.first_ack_block_length" "First Ack block length": U64 Dec;
        FRAME_TYPE_ACK_T "gquic.frame_type.ack.t" "Truncated": Bool(8) & 0x10;
        ACK_RECEIVED_ENTROPY "gquic.frame_type.ack.received_entropy" "Received Entropy": U8 Dec;
        ACK_LARGEST_OBSERVED "gquic.frame_type.ack.largest_observed" "Largest Observed": U64 Dec;
        ACK_DELAY_TIME "gquic.frame_type.ack.ack_delay_time" "Ack Delay time": U16 Dec;
        ACK_DELTA_LARGEST_OBSERVED "gquic.frame_type.ack.delta_largest_observed" "Delta Largest Observed": U8 Dec;
        ACK_FIRST_TIMESTAMP "gquic.frame_type.ack.first_timestamp" "First Timestamp": U32 Dec;
        ACK_SINCE_PREVIOUS "gquic.frame_type.ack.time_since_previous_timestamp" "Time since Previous timestamp": U16 Dec;
        ACK_NUM_RANGES "gquic.frame_type.ack.num_ranges" "Num Ranges": U8 Dec;
        ACK_MISSING_PACKET "gquic.frame_type.ack.missing_packet" "Missing Packet Number Delta": U64 Dec;
        ACK_RANGE_LENGTH "gquic.frame_type.ack.range_length" "Range Length": U8 Dec;
        ACK_NUM_REVIVED "gquic.frame_type.ack.num_revived" "Num Revived": U8 Dec;
        ACK_REVIVED_PACKET "gquic.frame_type.ack.revived_packet" "Revived Packet Number": U64 Dec;
        ACK_GAP "gquic.frame_type.ack.gap_to_next_block" "Gap to next block": U8 Dec;
        ACK_BLOCK_LENGTH "gquic.frame_type.ack.ack_block_length" "Ack block length": U64 Dec;
        ACK_DELTA_LARGEST_ACKED "gquic.frame_type.ack.delta_largest_acked" "Delta Largest Observed": U8 Dec;
        ACK_SINCE_LARGEST_ACKED "gquic.frame_type.ack.time_since_largest_acked" "Time Since Largest Acked": U32 Dec;
        RSTS_STREAM_ID "gquic.frame_type.rsts.stream_id" "Stream ID": U32 Dec;
        RSTS_BYTE_OFFSET "gquic.frame_type.rsts.byte_offset" "Byte offset": U64 Dec;
        RSTS_ERROR_CODE "gquic.frame_type.rsts.error_code" "Error code": U32 Dec = errors::STREAM;
        CC_ERROR_CODE "gquic.frame_type.cc.error_code" "Error code": U32 Dec = errors::CONNECTION;
        CC_REASON_LENGTH "gquic.frame_type.cc.reason_phrase.length" "Reason phrase Length": U16 Dec;
        CC_REASON "gquic.frame_type.cc.reason_phrase" "Reason phrase": Str;
        GOAWAY_ERROR_CODE "gquic.frame_type.goaway.error_code" "Error code": U32 Dec = errors::CONNECTION;
        GOAWAY_LAST_GOOD "gquic.frame_type.goaway.last_good_stream_id" "Last Good Stream ID": U32 Dec;
        GOAWAY_REASON_LENGTH "gquic.frame_type.goaway.reason_phrase.length" "Reason phrase Length": U16 Dec;
        GOAWAY_REASON "gquic.frame_type.goaway.reason_phrase" "Reason phrase": Str;
        WU_STREAM_ID "gquic.frame_type.wu.stream_id" "Stream ID": U32 Dec;
        WU_BYTE_OFFSET "gquic.frame_type.wu.byte_offset" "Byte offset": U64 Dec;
        BLOCKED_STREAM_ID "gquic.frame_type.blocked.stream_id" "Stream ID": U32 Dec;
        SW_SEND_ENTROPY "gquic.frame_type.sw.send_entropy" "Send Entropy": U8 Dec;
        SW_LEAST_UNACKED_DELTA "gquic.frame_type.sw.least_unacked_delta" "Least unacked delta": U64 Dec;
        PRFLAGS_ENTROPY "gquic.prflags.entropy" "Entropy": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        PRFLAGS_FECG "gquic.prflags.fecg" "FEC Group": Bool(8) & 0x2 = Names::Bools("Yes", "No");
        PRFLAGS_FEC "gquic.prflags.fec" "FEC": Bool(8) & 0x4 = Names::Bools("Yes", "No");
        PRFLAGS_RSV "gquic.prflags.rsv" "Reserved": U8 Hex & 0xf8;
        ACK_NUM_TIMESTAMP "gquic.frame_type.ack.num_timestamp" "Num Timestamp": U8 Dec;
        FRAME_TYPE_PADDING_LENGTH "gquic.frame_type.padding.length" "Padding Length": U32 Dec;
        FRAME_TYPE_PADDING "gquic.frame_type.padding" "Padding": Bytes;
        CRYPTO_OFFSET "gquic.crypto.offset" "Offset": U64 Dec;
        CRYPTO_LENGTH "gquic.crypto.length" "Length": U64 Dec;
        CRYPTO_CRYPTO_DATA "gquic.crypto.crypto_data" "Crypto Data": None;
    }
    experts {
        TAG_LENGTH_TRUNCATED "gquic.tag.length.truncated" Note Malformed "Truncated Tag Length...";
        TAG_UNDECODED "gquic.tag.undecoded" Note Undecoded "Dissector for (Google)QUIC Tag code not implemented, Contact Wireshark developers if you want this supported";
        TAG_UNKNOWN_DATA "gquic.tag.unknown.data" Note Undecoded "Unknown Data";
    }
}

names! {
PUFLAGS_CID_OLD_NAMES {
        0 => "0 Byte",
        1 => "1 Bytes",
        2 => "4 Bytes",
        3 => "8 Bytes",
    }
    FRAME_TYPE_STREAM_OOO_NAMES {
        0 => "0 Byte",
        1 => "2 Bytes",
        2 => "3 Bytes",
        3 => "4 Bytes",
        4 => "5 Bytes",
        5 => "6 Bytes",
        6 => "7 Bytes",
        7 => "8 Bytes",
    }
    FRAME_TYPE_STREAM_SS_NAMES {
        0 => "1 Byte",
        1 => "2 Bytes",
        2 => "3 Bytes",
        3 => "4 Bytes",
    }
    HEADER_FORM_NAMES {
        0 => "Short Header",
        1 => "Long Header",
    }
    LONG_PACKET_TYPE_NAMES {
        0 => "Initial",
        1 => "0-RTT",
        2 => "Handshake",
    }
    TAG_RREJ_NAMES {
        0 => "Handshake OK",
        1 => "The default error value for nonce verification failures from strike register (covers old strike registers and unknown failures)",
        2 => "Client nonce had incorrect length",
        3 => "Client nonce is not unique",
        4 => "Client orbit is invalid or incorrect",
        5 => "Client nonce's timestamp is not in the strike register's valid time range",
        6 => "Strike register's RPC call timed out, client nonce couldn't be verified",
        7 => "Strike register is down, client nonce couldn't be verified",
        8 => "Unbox of server nonce failed",
        9 => "Decrypted server nonce had incorrect length",
        10 => "Server nonce is not unique",
        11 => "Server nonce's timestamp is not in the strike register's valid time range",
        12 => "Missing Server config id (kSCID) tag",
        13 => "Couldn't find the Server config id (kSCID)",
        14 => "Missing Source-address token (kSourceAddressTokenTag) tag",
        15 => "Unbox of Source-address token failed",
        16 => "Couldn't parse the unbox'ed Source-address token",
        17 => "Source-address token is for a different IP address",
        18 => "The source-address token has a timestamp in the future",
        19 => "The source-address token has expired",
        20 => "The server requires handshake confirmation",
        21 => "The expected leaf certificate hash could not be validated",
    }
    TAG_CADR_TYPE_NAMES {
        2 => "IPv4",
        10 => "IPv6",
    }
    DCIL_NAMES {
        0 => "0 bytes",
        5 => "8 bytes",
    }
    FRAME_TYPE_NAMES {
        0 => "PADDING",
        1 => "RST_STREAM",
        2 => "CONNECTION_CLOSE",
        3 => "GOAWAY",
        4 => "WINDOW_UPDATE",
        5 => "BLOCKED",
        6 => "STOP_WAITING",
        7 => "PING",
        8 => "CRYPTO",
    }
    LENGTH_NAMES {
        0 => "1 Byte",
        1 => "2 Bytes",
        2 => "4 Bytes",
        3 => "6 Bytes",
    }
}

/// Flags: a version follows, an identifier of eight bytes is there.
const VERSION_BIT: u8 = 0x01;
const RESET: u8 = 0x02;
const NONCE: u8 = 0x04;
const CID_BIT: u8 = 0x08;

/// With a version: `Q` and three digits behind flags and identifier.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    version(c.rest()).is_some()
}

/// The version that a long header has (46): the one whose packets are not the IETF's otherwise.
const LONG: u64 = 46;

fn version(b: &[u8]) -> Option<u64> {
    if let [0xc0..=0xff, b'Q', b'0', b'4', b'6', ..] = b {
        return Some(LONG);
    }
    let (flags, rest) = b.split_first()?;
    if flags & 0xc0 != 0 || flags & (VERSION_BIT | CID_BIT) != VERSION_BIT | CID_BIT {
        return None;
    }
    let tag = rest.get(8..12)?;
    let [b'Q', digits @ ..] = tag else { return None };
    digits.iter().try_fold(0, |n, d| d.is_ascii_digit().then(|| n * 10 + u64::from(d - b'0')))
}

/// The version that was told.
fn remember(state: &mut [u64; 2], _: bool, payload: &[u8], _: usize) -> Option<ProtoId> {
    if let Some(v) = version(payload) {
        state[0] = v;
    }
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let told = version(c.rest());
    if told.is_none() && cx.state()[0] == 0 {
        return Err(Stop::NotMine);
    }
    cx.protocol("GQUIC");
    cx.info_clear();
    let flags = c.peek_u8(0)?;
    let client = cx.conversation().is_none_or(|f| f.forward);
    let version = told.unwrap_or(cx.state()[0]);
    if version == LONG {
        return newest(cx, c, flags);
    }
    // What tells the length of the identifier has room for a nonce since version 33.
    let bits: &[requin_wire::Field] = if version < 33 {
        &[PUFLAGS_VERSION, PUFLAGS_RESET, PUFLAGS_CID_OLD, PUFLAGS_PKN, PUFLAGS_MPTH, PUFLAGS_RSV]
    } else {
        &[PUFLAGS_VERSION, PUFLAGS_RESET, PUFLAGS_NONCE, PUFLAGS_CID, PUFLAGS_PKN, PUFLAGS_MPTH, PUFLAGS_RSV]
    };
    cx.flags(PUFLAGS, &mut c, 1, bits)?;
    let cid = if flags & CID_BIT != 0 {
        let bytes = *c.peek_array::<8>()?;
        let cid = if version < 39 { u64::from_le_bytes(bytes) } else { u64::from_be_bytes(bytes) };
        cx.add(CID, c.span(8), Value::U(cid));
        c.skip(8)?;
        Some(cid)
    } else {
        None
    };
    if flags & RESET != 0 {
        cx.info(|o| _ = o.s("Public Reset"));
        return Ok(());
    }
    if flags & VERSION_BIT != 0 && client {
        cx.bytes(VERSION, &mut c, 4)?;
    }
    if version >= 33 && flags & NONCE != 0 && !client {
        c.skip(32)?;
    }
    let n = match flags >> 4 & 3 {
        0 => 1,
        1 => 2,
        2 => 4,
        _ => 6,
    };
    // The byte order changed with version 39.
    let bytes = c.peek_bytes(0, n)?;
    let number = if version >= 39 { requin_wire::be(bytes) } else { requin_wire::le(bytes) };
    payload(cx, c, version, (number, n), cid)
}

/// A packet of version 46, whose header is like the IETF's.
fn newest<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, flags: u8) -> Step {
    let n = usize::from(flags & 3) + 1;
    let mut cid = None;
    if flags & 0x80 != 0 {
        let bits = [HEADER_FORM, FIXED_BIT, LONG_PACKET_TYPE, LONG_RESERVED, PACKET_NUMBER_LENGTH];
        cx.flags(PUFLAGS, &mut c, 1, &bits)?;
        cx.bytes(VERSION, &mut c, 4)?;
        let lengths = c.peek_u8(0)?;
        cx.peek(DCIL, &c, 1)?;
        cx.peek(SCIL, &c, 1)?;
        c.skip(1)?;
        // Each is missing, or has eight bytes.
        if lengths != 0 {
            cid = Some(cx.u64(CID, &mut c)?);
        }
    } else {
        cx.flags(PUFLAGS, &mut c, 1, &[HEADER_FORM, FIXED_BIT, PACKET_NUMBER_LENGTH])?;
        if cx.conversation().is_none_or(|f| f.forward) {
            cid = Some(cx.u64(CID, &mut c)?);
        }
    }
    let number = requin_wire::be(c.peek_bytes(0, n)?);
    payload(cx, c, LONG, (number, n), cid)
}

/// The packet number, and what is behind it.
fn payload<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    version: u64,
    (number, len): (u64, usize),
    cid: Option<u64>,
) -> Step {
    cx.add(PACKET_NUMBER, c.span(len), Value::U(number));
    c.skip(len)?;
    let shown = plain::show(cx, c, version, len);
    let what = shown.as_ref().map_or("Payload (Encrypted)", |s| s.0);
    cx.info(|o| {
        o.s(what);
        // A message that breaks off has said what it is, no more.
        if shown.as_ref().is_some_and(|s| s.1.is_err()) {
            return;
        }
        o.s(", PKN: ").u(number);
        if let Some(cid) = cid {
            o.s(", CID: ").u(cid);
        }
    });
    if let Some((_, step)) = shown {
        return step;
    }
    let rest = c.left();
    if rest > 0 {
        let span = c.span(rest);
        cx.add(PAYLOAD, span, Value::Bytes(span));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_versions() {
        assert_eq!(super::version(b"\x0d\0\0\0\0\0\0\0\0Q043\x01"), Some(43));
        assert_eq!(super::version(b"\xc3Q046\x50"), Some(46));
        assert_eq!(super::version(b"\x0d\0\0\0\0\0\0\0\0Qx43\x01"), None);
    }
}
