//! Stream Control Transmission Protocol, RFC 9260: the common header and its chunks.

use super::sctp_parts::{Gaps, causes, gaps, parameters};
use super::sctp_tsn as tsn;
use requin_wire::{
    Cursor, Cx, Field, Item, Names, Sink, Step, Stop, Table, Transport, TransportKind, Value, block, names,
    proto,
};

proto! {
    SCTP "sctp" "Stream Control Transmission Protocol" "SCTP" Transport
    on [IpProto 132]
    remember [tsn::remember] for columns [DATA_TSN, SACK_CUMULATIVE_TSN_ACK, RETRANSMISSION, RETRANSMISSION_TIME, RETRANSMISSION_EXPERT]
    fields {
        SRCPORT "sctp.srcport" "Source port": U16 PtSctp;
        DSTPORT "sctp.dstport" "Destination port": U16 PtSctp;
        PORT "sctp.port" "Port": U16 PtSctp;
        VERIFICATION_TAG "sctp.verification_tag" "Verification tag": U32 Hex;
        CHECKSUM "sctp.checksum" "Checksum": U32 Hex;
        CHECKSUM_STATUS "sctp.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        CHUNK_TYPE "sctp.chunk_type" "Chunk type": U8 Dec = CHUNK_TYPE_NAMES;
        CHUNK_FLAGS "sctp.chunk_flags" "Chunk flags": U8 Hex;
        CHUNK_BIT_1 "sctp.chunk_bit_1" "Bit": Bool(8) & 0x80 = Names::Bools("Skip chunk and continue processing of the packet", "Stop processing of the packet");
        CHUNK_BIT_2 "sctp.chunk_bit_2" "Bit": Bool(8) & 0x40 = Names::Bools("Do report", "Do not report");
        CHUNK_LENGTH "sctp.chunk_length" "Chunk length": U16 Dec;
        CHUNK_VALUE "sctp.chunk_value" "Chunk value": Bytes;
        CHUNK_PADDING "sctp.chunk_padding" "Chunk padding": Bytes;
        COOKIE "sctp.cookie" "Cookie": Bytes;
        INITIATE_TAG "sctp.initiate_tag" "Initiate tag": U32 Hex;
        INIT_INITIATE_TAG "sctp.init_initiate_tag" "Initiate tag": U32 Hex;
        INIT_CREDIT "sctp.init_credit" "Advertised receiver window credit (a_rwnd)": U32 Dec;
        INIT_NR_OUT_STREAMS "sctp.init_nr_out_streams" "Number of outbound streams": U16 Dec;
        INIT_NR_IN_STREAMS "sctp.init_nr_in_streams" "Number of inbound streams": U16 Dec;
        INIT_INITIAL_TSN "sctp.init_initial_tsn" "Initial TSN": U32 Dec;
        INITACK_INITIATE_TAG "sctp.initack_initiate_tag" "Initiate tag": U32 Hex;
        INITACK_CREDIT "sctp.initack_credit" "Advertised receiver window credit (a_rwnd)": U32 Dec;
        INITACK_NR_OUT_STREAMS "sctp.initack_nr_out_streams" "Number of outbound streams": U16 Dec;
        INITACK_NR_IN_STREAMS "sctp.initack_nr_in_streams" "Number of inbound streams": U16 Dec;
        INITACK_INITIAL_TSN "sctp.initack_initial_tsn" "Initial TSN": U32 Dec;
        DATA_TSN "sctp.data_tsn" "Transmission sequence number (relative)": U32 Dec;
        DATA_TSN_RAW "sctp.data_tsn_raw" "Transmission sequence number (absolute)": U32 Dec;
        DATA_SID "sctp.data_sid" "Stream identifier": U16 Hex;
        DATA_SSN "sctp.data_ssn" "Stream sequence number": U16 Dec;
        DATA_PAYLOAD_PROTO_ID "sctp.data_payload_proto_id" "Payload protocol identifier": U32 Dec = DATA_PAYLOAD_PROTO_ID_NAMES;
        DATA_E_BIT "sctp.data_e_bit" "E-Bit": Bool(8) & 0x1 = Names::Bools("Last segment", "Not the last segment");
        DATA_B_BIT "sctp.data_b_bit" "B-Bit": Bool(8) & 0x2 = Names::Bools("First segment", "Subsequent segment");
        DATA_U_BIT "sctp.data_u_bit" "U-Bit": Bool(8) & 0x4 = Names::Bools("Unordered delivery", "Ordered delivery");
        DATA_I_BIT "sctp.data_i_bit" "I-Bit": Bool(8) & 0x8 = Names::Bools("Send SACK immediately", "Possibly delay SACK");
        SACK_NOUNCE_SUM "sctp.sack_nounce_sum" "Nounce sum": U8 Dec & 0x1;
        SACK_CUMULATIVE_TSN_ACK "sctp.sack_cumulative_tsn_ack" "Cumulative TSN ACK (relative)": U32 Dec;
        SACK_CUMULATIVE_TSN_ACK_RAW "sctp.sack_cumulative_tsn_ack_raw" "Cumulative TSN ACK (absolute)": U32 Dec;
        SACK_A_RWND "sctp.sack_a_rwnd" "Advertised receiver window credit (a_rwnd)": U32 Dec;
        SACK_NUMBER_OF_GAP_BLOCKS "sctp.sack_number_of_gap_blocks" "Number of gap acknowledgement blocks": U16 Dec;
        SACK_NUMBER_OF_DUPLICATED_TSNS "sctp.sack_number_of_duplicated_tsns" "Number of duplicated TSNs": U16 Dec;
        SHUTDOWN_CUMULATIVE_TSN_ACK "sctp.shutdown_cumulative_tsn_ack" "Cumulative TSN Ack": U32 Dec;
        SHUTDOWN_COMPLETE_T_BIT "sctp.shutdown_complete_t_bit" "T-Bit": Bool(8) & 0x1 = Names::Bools("Tag reflected", "Tag not reflected");
        ABORT_T_BIT "sctp.abort_t_bit" "T-Bit": Bool(8) & 0x1 = Names::Bools("Tag reflected", "Tag not reflected");
        PARAMETER_TYPE "sctp.parameter_type" "Parameter type": U16 Hex = PARAMETER_TYPE_NAMES;
        PARAMETER_LENGTH "sctp.parameter_length" "Parameter length": U16 Dec;
        PARAMETER_PADDING "sctp.parameter_padding" "Parameter padding": Bytes;
        PARAMETER_BIT_1 "sctp.parameter_bit_1" "Bit": Bool(16) & 0x8000 = Names::Bools("Skip parameter and continue processing of the chunk", "Stop processing of chunk");
        PARAMETER_BIT_2 "sctp.parameter_bit_2" "Bit": Bool(16) & 0x4000 = Names::Bools("Do report", "Do not report");
        PARAMETER_IPV4_ADDRESS "sctp.parameter_ipv4_address" "IP Version 4 address": Ipv4;
        PARAMETER_IPV6_ADDRESS "sctp.parameter_ipv6_address" "IP Version 6 address": Ipv6;
        PARAMETER_HEARTBEAT_INFORMATION "sctp.parameter_heartbeat_information" "Heartbeat information": Bytes;
        PARAMETER_STATE_COOKIE "sctp.parameter_state_cookie" "State cookie": Bytes;
        PARAMETER_SUPPORTED_ADDRESS_TYPE "sctp.parameter_supported_address_type" "Supported address type": U16 Dec = PARAMETER_SUPPORTED_ADDRESS_TYPE_NAMES;
        SACK_RTT "sctp.sack_rtt" "The RTT since DATA was": RelTime;
        ACK "sctp.ack" "Acknowledges TSN": U32 Dec;
        ACK_FRAME "sctp.ack_frame" "Acknowledges TSN in frame": Framenum;
        RETRANSMISSION "sctp.retransmission" "This TSN is a retransmission of one in frame": Framenum;
        RETRANSMISSION_TIME "sctp.retransmission_time" "Retransmitted after": RelTime;
        SACK_GAP_BLOCK_START "sctp.sack_gap_block_start" "Start": U16 Dec;
        SACK_GAP_BLOCK_START_TSN "sctp.sack_gap_block_start_tsn" "Start TSN": U32 Dec;
        SACK_GAP_BLOCK_END "sctp.sack_gap_block_end" "End": U16 Dec;
        SACK_GAP_BLOCK_END_TSN "sctp.sack_gap_block_end_tsn" "End TSN": U32 Dec;
        SACK_NUMBER_OF_TSNS_GAP_ACKED "sctp.sack_number_of_tsns_gap_acked" "Number of TSNs in gap acknowledgement blocks": U32 Dec;
        SACK_DUPLICATE_TSN "sctp.sack_duplicate_tsn" "Duplicate TSN": U32 Dec;
        NR_SACK_NOUNCE_SUM "sctp.nr_sack_nounce_sum" "Nounce sum": U8 Dec & 0x1;
        NR_SACK_CUMULATIVE_TSN_ACK "sctp.nr_sack_cumulative_tsn_ack" "Cumulative TSN ACK": U32 Dec;
        NR_SACK_A_RWND "sctp.nr_sack_a_rwnd" "Advertised receiver window credit (a_rwnd)": U32 Dec;
        NR_SACK_NUMBER_OF_GAP_BLOCKS "sctp.nr_sack_number_of_gap_blocks" "Number of gap acknowledgement blocks": U16 Dec;
        NR_SACK_NUMBER_OF_NR_GAP_BLOCKS "sctp.nr_sack_number_of_nr_gap_blocks" "Number of nr-gap acknowledgement blocks": U16 Dec;
        NR_SACK_NUMBER_OF_DUPLICATED_TSNS "sctp.nr_sack_number_of_duplicated_tsns" "Number of duplicated TSNs": U16 Dec;
        NR_SACK_RESERVED "sctp.nr_sack_reserved" "Reserved": U16 Hex;
        NR_SACK_GAP_BLOCK_START "sctp.nr_sack_gap_block_start" "Start": U16 Dec;
        NR_SACK_GAP_BLOCK_START_TSN "sctp.nr_sack_gap_block_start_tsn" "Start TSN": U32 Dec;
        NR_SACK_GAP_BLOCK_END "sctp.nr_sack_gap_block_end" "End": U16 Dec;
        NR_SACK_GAP_BLOCK_END_TSN "sctp.nr_sack_gap_block_end_tsn" "End TSN": U32 Dec;
        NR_SACK_NUMBER_OF_TSNS_GAP_ACKED "sctp.nr_sack_number_of_tsns_gap_acked" "Number of TSNs in gap acknowledgement blocks": U32 Dec;
        NR_SACK_NR_GAP_BLOCK_START "sctp.nr_sack_nr_gap_block_start" "Start": U16 Dec;
        NR_SACK_NR_GAP_BLOCK_START_TSN "sctp.nr_sack_nr_gap_block_start_tsn" "Start TSN": U32 Dec;
        NR_SACK_NR_GAP_BLOCK_END "sctp.nr_sack_nr_gap_block_end" "End": U16 Dec;
        NR_SACK_NR_GAP_BLOCK_END_TSN "sctp.nr_sack_nr_gap_block_end_tsn" "End TSN": U32 Dec;
        NR_SACK_NUMBER_OF_TSNS_NR_GAP_ACKED "sctp.nr_sack_number_of_tsns_nr_gap_acked" "Number of TSNs in nr-gap acknowledgement blocks": U32 Dec;
        NR_SACK_DUPLICATE_TSN "sctp.nr_sack_duplicate_tsn" "Duplicate TSN": U32 Dec;
        DATA_RESERVED "sctp.data_reserved" "Reserved": U16 Dec;
        DATA_MID "sctp.data_mid" "Message identifier": U32 Dec;
        DATA_FSN "sctp.data_fsn" "Fragment sequence number": U32 Dec;
        ECNE_LOWEST_TSN "sctp.ecne_lowest_tsn" "Lowest TSN": U32 Dec;
        CWR_LOWEST_TSN "sctp.cwr_lowest_tsn" "Lowest TSN": U32 Dec;
        FORWARD_TSN_TSN "sctp.forward_tsn_tsn" "New cumulative TSN": U32 Dec;
        FORWARD_TSN_SID "sctp.forward_tsn_sid" "Stream identifier": U16 Dec;
        FORWARD_TSN_SSN "sctp.forward_tsn_ssn" "Stream sequence number": U16 Dec;
        I_FORWARD_TSN_TSN "sctp.i_forward_tsn_tsn" "New cumulative TSN": U32 Dec;
        I_FORWARD_TSN_SID "sctp.i_forward_tsn_sid" "Stream identifier": U16 Dec;
        I_FORWARD_TSN_FLAGS "sctp.i_forward_tsn_flags" "Flags": U16 Hex;
        I_FORWARD_TSN_RES "sctp.i_forward_tsn_res" "Reserved": U16 Dec & 0xfffe;
        I_FORWARD_TSN_U_BIT "sctp.i_forward_tsn_u_bit" "U-Bit": Bool(16) & 0x1 = Names::Bools("Unordered messages", "Ordered messages");
        I_FORWARD_TSN_MID "sctp.forward_tsn_mid" "Message identifier": U32 Dec;
        PARAMETER_VALUE "sctp.parameter_value" "Parameter value": Bytes;
        PARAMETER_COOKIE_PRESERVATIVE_INCR "sctp.parameter_cookie_preservative_incr" "Suggested Cookie life-span increment (msec)": U32 Dec;
        PARAMETER_HOSTNAME "sctp.parameter_hostname" "Hostname": StrZ;
        RECONFIG_REQUEST "sctp.parameter_reconfig_request_sequence_number" "Re-configuration request sequence number": U32 Dec;
        RECONFIG_RESPONSE "sctp.parameter_reconfig_response_sequence_number" "Re-configuration response sequence number": U32 Dec;
        SENDERS_LAST_TSN "sctp.parameter_senders_last_assigned_tsn" "Senders last assigned TSN": U32 Dec;
        SENDERS_NEXT_TSN "sctp.parameter_senders_next_tsn" "Senders next TSN": U32 Dec;
        RECEIVERS_NEXT_TSN "sctp.parameter_receivers_next_tsn" "Receivers next TSN": U32 Dec;
        RECONFIG_RESULT "sctp.parameter_reconfig_response_result" "Result": U32 Dec = RECONFIG_RESULT_NAMES;
        RECONFIG_SID "sctp.parameter_reconfig_sid" "Stream Identifier": U16 Dec;
        ADD_OUTGOING_NUMBER "sctp.parameter_add_outgoing_streams_number" "Number of streams": U16 Dec;
        ADD_OUTGOING_RESERVED "sctp.parameter_add_outgoing_streams_reserved" "Reserved": U16 Dec;
        ADD_INCOMING_NUMBER "sctp.parameter_add_incoming_streams_number" "Number of streams": U16 Dec;
        ADD_INCOMING_RESERVED "sctp.parameter_add_incoming_streams_reserved" "Reserved": U16 Dec;
        ASCONF_SEQ_NR_NUMBER "sctp.asconf_seq_nr_number" "Sequence number": U32 Hex;
        ASCONF_ACK_SEQ_NR_NUMBER "sctp.asconf_ack_seq_nr_number" "Sequence number": U32 Hex;
        CORRELATION_ID "sctp.correlation_id" "Correlation_id": U32 Hex;
        ADAPTATION_LAYER_INDICATION "sctp.adaptation_layer_indication" "Indication": U32 Hex;
        RANDOM_NUMBER "sctp.random_number" "Random number": Bytes;
        CHUNK_TYPE_TO_AUTH "sctp.chunk_type_to_auth" "Chunk type": U8 Dec = CHUNK_TYPE_NAMES;
        HMAC_ID "sctp.hmac_id" "HMAC identifier": U16 Dec = HMAC_ID_NAMES;
        HMAC "sctp.hmac" "HMAC": Bytes;
        SHARED_KEY_ID "sctp.shared_key_id" "Shared key identifier": U16 Dec;
        SUPPORTED_CHUNK_TYPE "sctp.supported_chunk_type" "Supported chunk type": U8 Dec = CHUNK_TYPE_NAMES;
        CAUSE_CODE "sctp.cause_code" "Cause code": U16 Hex = CAUSE_CODE_NAMES;
        CAUSE_LENGTH "sctp.cause_length" "Cause length": U16 Dec;
        CAUSE_INFORMATION "sctp.cause_information" "Cause information": Bytes;
        CAUSE_PADDING "sctp.cause_padding" "Cause padding": Bytes;
        CAUSE_STREAM_IDENTIFIER "sctp.cause_stream_identifier" "Stream identifier": U16 Dec;
        CAUSE_RESERVED "sctp.cause_reserved" "Reserved": U16 Dec;
        CAUSE_NR_OF_MISSING_PARAMETERS "sctp.cause_nr_of_missing_parameters" "Number of missing parameters": U32 Dec;
        CAUSE_MISSING_PARAMETER_TYPE "sctp.cause_missing_parameter_type" "Missing parameter type": U16 Hex = PARAMETER_TYPE_NAMES;
        CAUSE_MEASURE_OF_STALENESS "sctp.cause_measure_of_staleness" "Measure of staleness in usec": U32 Dec;
        CAUSE_TSN "sctp.cause_tsn" "TSN": U32 Dec;
        PCKDROP_M_BIT "sctp.pckdrop_m_bit" "M-Bit": Bool(8) & 0x1 = Names::Bools("Source is a middlebox", "Source is an endhost");
        PCKDROP_B_BIT "sctp.pckdrop_b_bit" "B-Bit": Bool(8) & 0x2 = Names::Bools("SCTP checksum was incorrect", "SCTP checksum was correct");
        PCKDROP_T_BIT "sctp.pckdrop_t_bit" "T-Bit": Bool(8) & 0x4 = Names::Bools("Packet is truncated", "Packet is not truncated");
        PKTDROP_BANDWIDTH "sctp.pktdrop_bandwidth" "Bandwidth": U32 Dec;
        PKTDROP_QUEUESIZE "sctp.pktdrop_queuesize" "Queuesize": U32 Dec;
        PKTDROP_TRUNCATED_LENGTH "sctp.pktdrop_truncated_length" "Truncated length": U16 Dec;
        PKTDROP_RESERVED "sctp.pktdrop_reserved" "Reserved": U16 Dec;
        PKTDROP_DATAFIELD "sctp.pktdrop_datafield" "Data field": Bytes;
        PADDING_DATA "sctp.padding_data" "Padding data": Bytes;
        ASSOC_INDEX "sctp.assoc_index" "Association index": U16 Dec;
    }
    experts {
        RETRANSMISSION_EXPERT "sctp.retransmission.expert" Note Sequence "Retransmitted TSN";
        ZERO_CREDIT "sctp.sack_a_rwnd.expert" Note Sequence "Zero Advertised Receiver Window Credit";
        SACK_GAP_BLOCK_MALFORMED "sctp.sack_gap_block_malformed" Error Protocol "Malformed gap block.";
        SACK_GAP_BLOCK_OUT_OF_ORDER "sctp.sack_gap_block_out_of_order" Warn Protocol "Gap blocks not in strict order.";
        SACK_MANY_GAP_ACKED "sctp.sack_number_of_tsns_gap_acked.100" Warn Sequence "More than 100 TSNs were gap-acknowledged in this SACK.";
        NR_SACK_MANY_GAP_ACKED "sctp.nr_sack_number_of_tsns_gap_acked.100" Warn Sequence "More than 100 TSNs were gap-acknowledged in this NR-SACK.";
        NR_SACK_MANY_NR_GAP_ACKED "sctp.nr_sack_number_of_tsns_nr_gap_acked.100" Warn Sequence "More than 100 TSNs were nr-gap-acknowledged in this NR-SACK.";
        CHUNK_LENGTH_BAD "sctp.chunk_length.bad" Error Malformed "Bad chunk length";
        PARAMETER_PADDING_EXPERT "sctp.parameter_padding.expert" Note Malformed "The padding of this final parameter should be the padding of the chunk.";
    }
}

names! { pub(super) CHUNK_TYPE_NAMES {
    0 => "DATA",
    1 => "INIT",
    2 => "INIT_ACK",
    3 => "SACK",
    4 => "HEARTBEAT",
    5 => "HEARTBEAT_ACK",
    6 => "ABORT",
    7 => "SHUTDOWN",
    8 => "SHUTDOWN_ACK",
    9 => "ERROR",
    10 => "COOKIE_ECHO",
    11 => "COOKIE_ACK",
    12 => "ECNE",
    13 => "CWR",
    14 => "SHUTDOWN_COMPLETE",
    15 => "AUTH",
    16 => "NR_SACK",
    64 => "I_DATA",
    128 => "ASCONF_ACK",
    129 => "PKTDROP",
    130 => "RE_CONFIG",
    132 => "PAD",
    192 => "FORWARD_TSN",
    193 => "ASCONF",
    194 => "I_FORWARD_TSN",
    255 => "IETF_EXTENSION",
}
DATA_PAYLOAD_PROTO_ID_NAMES {
    0 => "not specified",
    1 => "IUA",
    2 => "M2UA",
    3 => "M3UA",
    4 => "SUA",
    5 => "M2PA",
    6 => "V5UA",
    7 => "H.248/MEGACO",
    8 => "BICC/Q.2150.3",
    9 => "TALI",
    10 => "DUA",
    11 => "ASAP",
    12 => "ENRP",
    13 => "H.323",
    14 => "Q.IPC/Q.2150.3",
    15 => "SIMCO",
    16 => "DDP Segment Chunk",
    17 => "DDP Stream Session Control",
    18 => "S1 Application Protocol (S1AP)",
    19 => "RUA",
    20 => "HNBAP",
    21 => "ForCES-HP",
    22 => "ForCES-MP",
    23 => "ForCES-LP",
    24 => "SBc-AP",
    25 => "NBAP",
    26 => "Unassigned",
    27 => "X2AP",
    28 => "IRCP",
    29 => "LCS-AP",
    30 => "MPICH2",
    31 => "SABP",
    32 => "Fractal Generator Protocol",
    33 => "Ping Pong Protocol",
    34 => "CalcApp Protocol",
    35 => "Scripting Service Protocol",
    36 => "NetPerfMeter Control",
    37 => "NetPerfMeter Data",
    38 => "Echo",
    39 => "Discard",
    40 => "Daytime",
    41 => "Character Generator",
    42 => "3GPP RNA",
    43 => "3GPP M2AP",
    44 => "3GPP M3AP",
    45 => "SSH",
    46 => "DIAMETER",
    47 => "DIAMETER over DTLS",
    48 => "R14P",
    49 => "Generic Data Transfer Protocol (GDT)",
    50 => "WebRTC Control",
    51 => "WebRTC String",
    52 => "WebRTC Binary Partial (Deprecated)",
    53 => "WebRTC Binary",
    54 => "WebRTC String Partial (Deprecated)",
    55 => "3GPP PUA",
    56 => "WebRTC String Empty",
    57 => "WebRTC Binary Empty",
    58 => "XwAP",
    59 => "Xw - Control Plane",
    60 => "NGAP",
    61 => "XnAP",
    62 => "F1 AP",
    65 => "ELE2 Lawful Interception",
    66 => "NGAP over DTLS",
    67 => "XnAP over DTLS",
    68 => "F1AP over DTLS",
    69 => "E1AP over DTLS",
    70 => "E2-CP",
    71 => "E2-UP",
    72 => "E2-DU",
    73 => "W1AP",
}
pub(super) PARAMETER_TYPE_NAMES {
    1 => "Heartbeat info",
    5 => "IPv4 address",
    6 => "IPv6 address",
    7 => "State cookie",
    8 => "Unrecognized parameter",
    9 => "Cookie preservative",
    11 => "Hostname address",
    12 => "Supported address types",
    13 => "Outgoing SSN reset request",
    14 => "Incoming SSN reset request",
    15 => "SSN/TSN reset request",
    16 => "Re-configuration response",
    17 => "Add outgoing streams request",
    18 => "Add incoming streams request",
    32768 => "ECN",
    32770 => "Random",
    32771 => "Authenticated Chunk list",
    32772 => "Requested HMAC Algorithm",
    32776 => "Supported Extensions",
    49152 => "Forward TSN supported",
    49153 => "Add IP address",
    49154 => "Delete IP address",
    49155 => "Error cause indication",
    49156 => "Set primary address",
    49157 => "Success report",
    49158 => "Adaptation Layer Indication",
}
pub(super) CAUSE_CODE_NAMES {
    0x1 => "Invalid stream identifier",
    0x2 => "Missing mandatory parameter",
    0x3 => "Stale cookie error",
    0x4 => "Out of resource",
    0x5 => "Unresolvable address",
    0x6 => "Unrecognized chunk type",
    0x7 => "Invalid mandatory parameter",
    0x8 => "Unrecognized parameters",
    0x9 => "No user data",
    0xa => "Cookie received while shutting down",
    0xb => "Restart of an association with new addresses",
    0xc => "User initiated ABORT",
    0xd => "Protocol violation",
    0xa0 => "Request to delete last address",
    0xa1 => "Operation refused due to resource shortage",
    0xa2 => "Request to delete source address",
    0xa3 => "Association Aborted due to illegal ASCONF-ACK",
    0xa4 => "Request refused - no authorization",
    0x105 => "Unsupported HMAC identifier",
}
pub(super) HMAC_ID_NAMES {
    0 => "Reserved",
    1 => "SHA-1",
    2 => "Reserved",
    3 => "SHA-256",
}
RECONFIG_RESULT_NAMES {
    0 => "Nothing to do",
    1 => "Performed",
    2 => "Denied",
    3 => "Error - Wrong SSN",
    4 => "Error - Request already in progress",
    5 => "Error - Bad sequence number",
    6 => "In progress",
}
PARAMETER_SUPPORTED_ADDRESS_TYPE_NAMES {
    5 => "IPv4 address",
    6 => "IPv6 address",
    11 => "Hostname address",
} }

block! {
    /// The common header before its checksum.
    HEAD[8]: SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2, VERIFICATION_TAG @4
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let h = cx.first(c.peek_array::<4>())?;
    cx.protocol("SCTP");
    cx.info_clear();
    if !cx.is_quoted() {
        cx.first(c.peek_array::<12>())?;
    }
    let (src, dst) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    cx.proto_append(|o| {
        o.s(", Src Port: ").u(src).s(" (").u(src).s("), Dst Port: ").u(dst).s(" (").u(dst).s(")");
    });
    cx.block(&HEAD, &mut c)?;
    cx.aside(&all);
    let mut body = all;
    body.advance(12);
    let quoted = cx.is_quoted();
    let me = cx.proto_item();
    cx.transport(Transport {
        kind: TransportKind::Sctp,
        quoted,
        src: cx.out.columns.src,
        dst: cx.out.columns.dst,
        src_port: src,
        dst_port: dst,
        header: all.span(12),
        payload: body.span(usize::MAX),
        payload_len: body.left() as u32,
    });
    // As tshark has it, a packet that the capture cut, or that is damaged, belongs to no association.
    if !all.is_cut() && fits(body) {
        let item = cx.generated(ASSOC_INDEX, all.span(0), Value::U(0xffff));
        cx.label(item, |o| _ = o.s("Association index: disabled (enable in preferences)"));
    }
    let item = cx.peek(CHECKSUM, &c, 4)?;
    cx.append(item, |o| _ = o.s(" [unverified]"));
    cx.generated(CHECKSUM_STATUS, c.span(0), Value::U(2));
    c.skip(4)?;
    while c.left() >= 4 {
        let len = usize::from(c.peek_u16(2)?);
        let mut chunk = c.take(len.next_multiple_of(4).max(4));
        // The payload of the chunk before stands at the top of the tree; this one belongs here again.
        if let Some(data) = cx.under(me, |cx| one(cx, &mut chunk, len, true))? {
            carried(cx, data)?;
        }
    }
    cx.proto_len(all.left() - c.left());
    // What is too short for a chunk.
    if c.is_empty() { Ok(()) } else { Err(Stop::Malformed) }
}

/// Whether chunks fill the packet, each as long as it says.
fn fits(mut c: Cursor<'_>) -> bool {
    while !c.is_empty() {
        let Ok(len) = c.peek_u16(2).map(usize::from) else { return false };
        if len < 4 || len > c.left() {
            return false;
        }
        c.advance(len.next_multiple_of(4));
    }
    true
}

/// Hands a whole user message to its protocol: by its identifier, then by port.
fn carried<S: Sink>(cx: &mut Cx<'_, S>, (id, body): (u32, Cursor<'_>)) -> Step {
    if id != 0 && cx.dispatch(Table::SctpPpid, id, body)? {
        return Ok(());
    }
    if cx.by_port(Table::SctpPort, None, body)? {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, body)
}

fn chunk_name(kind: u8) -> Option<&'static str> {
    CHUNK_TYPE_NAMES.find(u64::from(kind))
}

/// One chunk with its padding; the user message that it carries, when it is whole. The Info column names it when it
/// is to be `told`.
fn one<'c, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'c>,
    len: usize,
    told: bool,
) -> Result<Option<(u32, Cursor<'c>)>, Stop> {
    let whole = *c;
    let (kind, flags) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let name = chunk_name(kind);
    // Of a chunk that the capture cut, the Info column alone tells.
    if whole.cuts(len) {
        cx.info_add(|o| _ = o.s(name.unwrap_or("RESERVED")).s(" "));
        return Err(Stop::Cut);
    }
    let name = name.unwrap_or("RESERVED");
    let least = 4 + fixed_part(kind);
    // Nothing more is read of a chunk that has no room for what each of its kind has.
    let bogus = len >= 4 && len < least;
    let top = cx.line(whole.span(len), |o| {
        o.s(name).s(" chunk");
        if bogus {
            o.s(", bogus chunk length ").u(len as u64).s(" < ").u(least as u64).s(")");
        }
    });
    if told {
        cx.info_add(|o| _ = o.s(name).s(" "));
    }
    cx.under(top, |cx| {
        cx.flags(CHUNK_TYPE, c, 1, &[CHUNK_BIT_1, CHUNK_BIT_2])?;
        let bits: &[Field] = match kind {
            _ if bogus => &[],
            0 | 64 => &[DATA_I_BIT, DATA_U_BIT, DATA_B_BIT, DATA_E_BIT],
            3 => &[SACK_NOUNCE_SUM],
            16 => &[NR_SACK_NOUNCE_SUM],
            129 => &[PCKDROP_M_BIT, PCKDROP_B_BIT, PCKDROP_T_BIT],
            6 => &[ABORT_T_BIT],
            14 => &[SHUTDOWN_COMPLETE_T_BIT],
            _ => &[],
        };
        cx.flags(CHUNK_FLAGS, c, 1, bits)?;
        let length = cx.field(CHUNK_LENGTH, c, 2)?;
        let room = whole.left();
        if len < 4 {
            cx.expert_with(CHUNK_LENGTH_BAD, length, c.span(0), |o| {
                o.s("Chunk length (").u(len as u64).s(") is less than the minimum (4)");
            });
            return Err(Stop::Malformed);
        }
        if len > room {
            cx.expert_with(CHUNK_LENGTH_BAD, length, c.span(0), |o| {
                o.s("Chunk length (").u(len as u64).s(") is longer than remaining data (");
                o.u(room as u64).s(") in the packet.");
            });
        }
        // A number is read whole, even when the chunk's length leaves a part of it to the padding.
        let mut v = c.within(if takes_padding(kind) { c.left() } else { len - 4 });
        c.advance(len - 4);
        let found = if bogus || len > room && chunk_name(kind).is_none() {
            None
        } else {
            value(cx, top, kind, flags, &mut v)?
        };
        if len > room {
            return Err(Stop::Malformed);
        }
        if !c.is_empty() {
            let n = c.left();
            cx.field(CHUNK_PADDING, c, n)?;
        }
        Ok(found)
    })
}

fn value<'c, S: Sink>(
    cx: &mut Cx<'_, S>,
    top: Item,
    kind: u8,
    flags: u8,
    v: &mut Cursor<'c>,
) -> Result<Option<(u32, Cursor<'c>)>, Stop> {
    match kind {
        0 | 64 => return data(cx, top, kind, flags, v),
        1 | 2 => init(cx, top, kind, v)?,
        3 => sack(cx, top, v)?,
        16 => nr_sack(cx, top, v)?,
        6 | 9 => causes(cx, v, 0)?,
        4 | 5 => {
            let n = v.left();
            cx.append(top, |o| _ = o.s(" (Information: ").u(n as u64).s(" bytes)"));
            parameters(cx, v, 0)?;
        }
        7 => {
            let n = v.peek_u32(0)?;
            cx.field(SHUTDOWN_CUMULATIVE_TSN_ACK, v, 4)?;
            cx.append(top, |o| _ = o.s(" (Cumulative TSN ack: ").u(n).s(")"));
        }
        10 => {
            let n = v.left();
            cx.append(top, |o| _ = o.s(" (Cookie length: ").u(n as u64).s(" bytes)"));
            cx.field(COOKIE, v, n)?;
        }
        12 | 13 => {
            let n = cx.u32(if kind == 12 { ECNE_LOWEST_TSN } else { CWR_LOWEST_TSN }, v)?;
            cx.append(top, |o| _ = o.s(" (Lowest TSN: ").u(n).s(")"));
        }
        15 => {
            cx.field(SHARED_KEY_ID, v, 2)?;
            cx.field(HMAC_ID, v, 2)?;
            let n = v.left();
            if n > 0 {
                cx.field(HMAC, v, n)?;
            }
        }
        128 | 193 => {
            cx.field(if kind == 193 { ASCONF_SEQ_NR_NUMBER } else { ASCONF_ACK_SEQ_NR_NUMBER }, v, 4)?;
            parameters(cx, v, 0)?;
        }
        129 => dropped(cx, flags, v)?,
        130 => parameters(cx, v, 0)?,
        132 => {
            let n = v.left();
            cx.append(top, |o| _ = o.s(" (Padding data length: ").u(n as u64).s(" bytes)"));
            cx.field(PADDING_DATA, v, n)?;
        }
        192 | 194 => forward(cx, top, kind, v)?,
        kind if kind == 255 || chunk_name(kind).is_none() => {
            let n = v.left();
            cx.append(top, |o| _ = o.s(" (Type: ").u(kind).s(", value length: ").u(n as u64).s(" bytes)"));
            if n > 0 {
                cx.field(CHUNK_VALUE, v, n)?;
            }
        }
        _ => {}
    }
    Ok(None)
}

fn data<'c, S: Sink>(
    cx: &mut Cx<'_, S>,
    top: Item,
    kind: u8,
    flags: u8,
    v: &mut Cursor<'c>,
) -> Result<Option<(u32, Cursor<'c>)>, Stop> {
    let interleaved = kind == 64;
    let h = v.peek_array::<12>()?;
    let tsn = u32::from_be_bytes([h[0], h[1], h[2], h[3]]);
    let (sid, ssn) = (u16::from_be_bytes([h[4], h[5]]), u16::from_be_bytes([h[6], h[7]]));
    let id = u32::from_be_bytes([h[8], h[9], h[10], h[11]]);
    let n = v.left() - fixed_part(kind).min(v.left());
    let shown = tsn::sent(cx, tsn);
    cx.info_add(|o| _ = o.s("(TSN=").u(shown).s(") "));
    cx.append(top, |o| {
        o.s(if flags & 4 != 0 { " (unordered, " } else { " (ordered, " });
        o.s(match flags & 3 {
            0 => "middle segment",
            1 => "last segment",
            2 => "first segment",
            _ => "complete segment",
        });
        o.s(", TSN: ").u(shown).s(", SID: ").u(sid);
        if !interleaved {
            o.s(", SSN: ").u(ssn).s(", PPID: ").u(id);
        } else {
            o.s(", MID: ").u(id);
            if let (0, Ok(part)) = (flags & 2, v.peek_u32(12)) {
                o.s(", FSN: ").u(part);
            }
        }
        o.s(", payload length: ").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
    });
    let number = cx.add(DATA_TSN, v.span(4), Value::U(u64::from(shown)));
    let again = tsn::before(cx, tsn);
    if let Some(first) = again {
        let (here, now) = (v.span(4), cx.meta.time);
        cx.info_add(|o| _ = o.s("(retransmission) "));
        cx.under(number, |cx| {
            let item = cx.generated(RETRANSMISSION, here, Value::U(first.frame));
            cx.under(item, |cx| {
                cx.expert(RETRANSMISSION_EXPERT, item, here);
                cx.generated(RETRANSMISSION_TIME, here, now.since(first.time).into());
            });
        });
    }
    cx.field(DATA_TSN_RAW, v, 4)?;
    cx.field(DATA_SID, v, 2)?;
    let mut id = id;
    if interleaved {
        // RFC 8260: what tells the payload stands in the first part alone.
        cx.field(DATA_RESERVED, v, 2)?;
        cx.field(DATA_MID, v, 4)?;
        id = cx.u32(if flags & 2 != 0 { DATA_PAYLOAD_PROTO_ID } else { DATA_FSN }, v)?;
    } else {
        cx.field(DATA_SSN, v, 2)?;
        cx.field(DATA_PAYLOAD_PROTO_ID, v, 4)?;
    }
    // A part of a message waits for the others; what is sent again was shown before.
    Ok((flags & 3 == 3 && n > 0 && again.is_none()).then_some((id, *v)))
}

fn init<S: Sink>(cx: &mut Cx<'_, S>, top: Item, kind: u8, v: &mut Cursor<'_>) -> Step {
    let h = v.peek_array::<16>()?;
    let (out, inward) = (u16::from_be_bytes([h[8], h[9]]), u16::from_be_bytes([h[10], h[11]]));
    cx.append(top, |o| {
        o.s(" (Outbound streams: ").u(out).s(", inbound streams: ").u(inward).s(")");
    });
    let rows = if kind == 1 {
        [INIT_INITIATE_TAG, INIT_CREDIT, INIT_NR_OUT_STREAMS, INIT_NR_IN_STREAMS, INIT_INITIAL_TSN]
    } else {
        [
            INITACK_INITIATE_TAG,
            INITACK_CREDIT,
            INITACK_NR_OUT_STREAMS,
            INITACK_NR_IN_STREAMS,
            INITACK_INITIAL_TSN,
        ]
    };
    let it = cx.peek(INITIATE_TAG, v, 4)?;
    cx.hide(it);
    for (field, n) in rows.into_iter().zip([4, 4, 2, 2, 4]) {
        cx.field(field, v, n)?;
    }
    parameters(cx, v, 0)
}

fn sack<S: Sink>(cx: &mut Cx<'_, S>, top: Item, v: &mut Cursor<'_>) -> Step {
    const ROWS: Gaps = Gaps {
        title: "Gap Acknowledgement",
        start: [SACK_GAP_BLOCK_START, SACK_GAP_BLOCK_START_TSN],
        end: [SACK_GAP_BLOCK_END, SACK_GAP_BLOCK_END_TSN],
        sum: SACK_NUMBER_OF_TSNS_GAP_ACKED,
        many: SACK_MANY_GAP_ACKED,
    };
    let tsn = v.peek_u32(0)?;
    let shown = tsn::acknowledged(cx, tsn);
    // Where the other side began must have been seen.
    if let Some(shown) = shown {
        cx.add(SACK_CUMULATIVE_TSN_ACK, v.span(4), Value::U(u64::from(shown)));
    }
    let shown = shown.unwrap_or(tsn);
    cx.field(SACK_CUMULATIVE_TSN_ACK_RAW, v, 4)?;
    let room = credit(cx, SACK_A_RWND, v)?;
    let blocks = cx.u16(SACK_NUMBER_OF_GAP_BLOCKS, v)?;
    let again = cx.u16(SACK_NUMBER_OF_DUPLICATED_TSNS, v)?;
    let last = gaps(cx, v, blocks, shown, &ROWS)?;
    for _ in 0..again {
        cx.field(SACK_DUPLICATE_TSN, v, 4)?;
    }
    cx.append(top, |o| {
        o.s(" (Cumulative TSN: ").u(tsn).s(", a_rwnd: ").u(room).s(", gaps: ").u(blocks);
        o.s(", duplicate TSNs: ").u(again).s(")");
    });
    cx.info_add(|o| {
        o.s("(Ack=").u(shown);
        if blocks > 0 {
            o.s("+").u(last);
        }
        o.s(", Arwnd=").u(room).s(") ");
    });
    Ok(())
}

/// An acknowledgement that tells as well what won't be taken back.
fn nr_sack<S: Sink>(cx: &mut Cx<'_, S>, top: Item, v: &mut Cursor<'_>) -> Step {
    const ROWS: [Gaps; 2] = [
        Gaps {
            title: "Gap Acknowledgement",
            start: [NR_SACK_GAP_BLOCK_START, NR_SACK_GAP_BLOCK_START_TSN],
            end: [NR_SACK_GAP_BLOCK_END, NR_SACK_GAP_BLOCK_END_TSN],
            sum: NR_SACK_NUMBER_OF_TSNS_GAP_ACKED,
            many: NR_SACK_MANY_GAP_ACKED,
        },
        Gaps {
            title: "NR-Gap Acknowledgement",
            start: [NR_SACK_NR_GAP_BLOCK_START, NR_SACK_NR_GAP_BLOCK_START_TSN],
            end: [NR_SACK_NR_GAP_BLOCK_END, NR_SACK_NR_GAP_BLOCK_END_TSN],
            sum: NR_SACK_NUMBER_OF_TSNS_NR_GAP_ACKED,
            many: NR_SACK_MANY_NR_GAP_ACKED,
        },
    ];
    let tsn = cx.u32(NR_SACK_CUMULATIVE_TSN_ACK, v)?;
    let room = cx.u32(NR_SACK_A_RWND, v)?;
    let blocks = cx.u16(NR_SACK_NUMBER_OF_GAP_BLOCKS, v)?;
    let kept = cx.u16(NR_SACK_NUMBER_OF_NR_GAP_BLOCKS, v)?;
    let again = cx.u16(NR_SACK_NUMBER_OF_DUPLICATED_TSNS, v)?;
    cx.field(NR_SACK_RESERVED, v, 2)?;
    for (count, rows) in [blocks, kept].into_iter().zip(&ROWS) {
        gaps(cx, v, count, tsn, rows)?;
    }
    for _ in 0..again {
        cx.field(NR_SACK_DUPLICATE_TSN, v, 4)?;
    }
    cx.append(top, |o| {
        o.s(" (Cumulative TSN: ").u(tsn).s(", a_rwnd: ").u(room).s(", gaps: ").u(blocks);
        o.s(", nr-gaps: ").u(kept).s(", duplicate TSNs: ").u(again).s(")");
    });
    Ok(())
}

/// How much the receiver has room for; none is worth a word.
fn credit<S: Sink>(cx: &mut Cx<'_, S>, field: Field, v: &mut Cursor<'_>) -> Result<u32, Stop> {
    let (room, span) = (v.peek_u32(0)?, v.span(4));
    let item = cx.field(field, v, 4)?;
    if room == 0 {
        cx.expert(ZERO_CREDIT, item, span);
    }
    Ok(room)
}

/// A report of a packet that was dropped, with what there is of it.
fn dropped<S: Sink>(cx: &mut Cx<'_, S>, flags: u8, v: &mut Cursor<'_>) -> Step {
    cx.field(PKTDROP_BANDWIDTH, v, 4)?;
    cx.field(PKTDROP_QUEUESIZE, v, 4)?;
    cx.field(PKTDROP_TRUNCATED_LENGTH, v, 2)?;
    cx.field(PKTDROP_RESERVED, v, 2)?;
    let n = v.left();
    // Whether it is whole enough to be read again, the flags say.
    if n > 0 && flags & 4 != 0 {
        cx.field(PKTDROP_DATAFIELD, v, n)?;
    }
    Ok(())
}

/// Numbers that the receiver is to wait for no longer, RFC 3758 and RFC 8260 section 2.3.
fn forward<S: Sink>(cx: &mut Cx<'_, S>, top: Item, kind: u8, v: &mut Cursor<'_>) -> Step {
    let interleaved = kind == 194;
    let tsn = cx.u32(if interleaved { I_FORWARD_TSN_TSN } else { FORWARD_TSN_TSN }, v)?;
    while !interleaved && v.left() >= 4 {
        cx.field(FORWARD_TSN_SID, v, 2)?;
        cx.field(FORWARD_TSN_SSN, v, 2)?;
    }
    while interleaved && v.left() >= 8 {
        cx.field(I_FORWARD_TSN_SID, v, 2)?;
        cx.flags(I_FORWARD_TSN_FLAGS, v, 2, &[I_FORWARD_TSN_RES, I_FORWARD_TSN_U_BIT])?;
        cx.field(I_FORWARD_TSN_MID, v, 4)?;
    }
    cx.append(top, |o| _ = o.s("(Cumulative TSN: ").u(tsn).s(")"));
    Ok(())
}

/// A chunk that its receiver sends back because it doesn't know it.
pub(super) fn returned<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u16(2)?));
    // Only those that no one knows: all others would be read as if they had been sent.
    if chunk_name(kind).is_none() {
        one(cx, c, len, false)?;
    }
    Ok(())
}

/// How many bytes each chunk of a kind has behind its length, where too few make it none.
fn fixed_part(kind: u8) -> usize {
    match kind {
        0 | 129 => 12,
        1 | 2 | 64 => 16,
        128 | 193 => 4,
        _ => 0,
    }
}

/// Whether the value of such a chunk is one number.
fn takes_padding(kind: u8) -> bool {
    matches!(kind, 7 | 12 | 13)
}
