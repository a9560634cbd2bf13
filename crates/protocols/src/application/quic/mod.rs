//! QUIC: RFC 9000 (transport), 9001 (TLS in it), 9369 (version 2), 8999 (what all versions share), and the
//! drafts and vendors' versions that look alike.
//!
//! Initial packets are protected with keys that everyone can derive, so that they are opened here. The
//! keys come from the connection identifier that the client chose first: it is remembered, as are those that the ends chose for
//! themselves, by which a connection is found and which short headers do not tell the length of.

mod connection;
mod crypto;
mod frame;
pub(crate) mod names;
mod packet;
mod plain;
mod stream;
mod streams;
mod track;

use crate::application::tls;
use connection::Connection;
use packet::dissect;
use requin_wire::proto;

proto! {
    QUIC "quic" "QUIC IETF" "QUIC" App
    on []
    surely [Udp packet::looks_like]
    recognise [Udp track::is_known]
    remember [track::remember]
    fields {
        CONNECTION_NUMBER "quic.connection.number" "Connection Number": U32 Dec;
        PACKET_LENGTH "quic.packet_length" "Packet Length": U32 Dec;
        HEADER_FORM "quic.header_form" "Header Form": U8 Dec & 0x80 = names::HEADER_FORM;
        LONG_PACKET_TYPE "quic.long.packet_type" "Packet Type": U8 Dec & 0x30 = names::LONG_PACKET_TYPE;
        LONG_PACKET_TYPE_V2 "quic.long.packet_type_v2" "Packet Type": U8 Dec & 0x30 = names::LONG_PACKET_TYPE_V2;
        LONG_RESERVED "quic.long.reserved" "Reserved": U8 Dec & 0xc;
        PACKET_NUMBER_LENGTH "quic.packet_number_length" "Packet Number Length": U8 Dec & 0x3 = names::PACKET_NUMBER_LENGTH;
        DCID "quic.dcid" "Destination Connection ID": Bytes;
        SCID "quic.scid" "Source Connection ID": Bytes;
        DCIL "quic.dcil" "Destination Connection ID Length": U8 Dec;
        SCIL "quic.scil" "Source Connection ID Length": U8 Dec;
        TOKEN_LENGTH "quic.token_length" "Token Length": U64 Dec;
        TOKEN "quic.token" "Token": Bytes;
        LENGTH "quic.length" "Length": U64 Dec;
        PACKET_NUMBER "quic.packet_number" "Packet Number": U64 Dec;
        VERSION "quic.version" "Version": U32 Hex = tls::QUIC_VERSIONS;
        SUPPORTED_VERSION "quic.supported_version" "Supported Version": U32 Hex = tls::QUIC_VERSIONS;
        VN_UNUSED "quic.vn.unused" "Unused": U8 Hex & 0x7f;
        SHORT "quic.short" "QUIC Short Header": None;
        FIXED_BIT "quic.fixed_bit" "Fixed Bit": Bool(8) & 0x40;
        SPIN_BIT "quic.spin_bit" "Spin Bit": Bool(8) & 0x20;
        MP_FIRST_BYTE "quic.mp_first_byte" "Config": U8 Hex;
        MP_RESERVED_BIT "quic.mp_reserved_bit" "Reserved": U8 Dec & 0xe0;
        PORT_PRESENCE_BIT "quic.port_presence_bit" "Port presence": Bool(8) & 0x10;
        IP_VERSION "quic.ip_version" "IP Version": U8 Dec & 0xf;
        MP_ADDRESS_ID "quic.mp_address_id" "Address ID": U64 Dec;
        MP_SEQUENCE_NUMBER "quic.mp_sequence_number" "Sequence Number": U64 Dec;
        MP_INTERFACE_TYPE "quic.mp_interface_type" "Interface Type": U64 Dec;
        MP_IP_ADDRESS "quic.mp_ip_address" "IP Address": Ipv4;
        MP_IP_ADDRESS_V6 "quic.mp_ip_address_v6" "IP Address": Ipv6;
        MP_PORT "quic.mp_port" "Port": U32 Dec;
        MP_UNIFLOW_ID "quic.mp_uniflow_id" "Uniflow ID": U64 Dec;
        MP_RECEIVING_UNIFLOWS "quic.mp_receiving_uniflows" "Receiving uniflows": U64 Dec;
        MP_ACT_SEND_UF "quic.mp_act_send_uf" "Active sending uniflows": U64 Dec;
        MP_RECEIVING_UNIFLOWS_SECTION "quic.mp_receiving_uniflows_section" "Receiving uniflows": None;
        MP_ACT_SEND_UF_SECTION "quic.mp_act_send_uf_section" "Active sending uniflows": None;
        MP_UNIFLOW_INFO_SECTION "quic.mp_uniflow_info_section" "Uniflow Info Section": None;
        MP_ADD_LOCAL_ADDRESS_ID "quic.mp_add_local_address_id" "Local address id": U64 Dec;
        SHORT_RESERVED "quic.short.reserved" "Reserved": U8 Dec & 0x18;
        Q_BIT "quic.q_bit" "Square Signal Bit (Q)": Bool(8) & 0x10;
        L_BIT "quic.l_bit" "Loss Event Bit (L)": Bool(8) & 0x8;
        KEY_PHASE "quic.key_phase" "Key Phase Bit": Bool(8) & 0x4;
        PAYLOAD "quic.payload" "Payload": Bytes;
        PROTECTED_PAYLOAD "quic.protected_payload" "Protected Payload": Bytes;
        REMAINING_PAYLOAD "quic.remaining_payload" "Remaining Payload": Bytes;
        ODCIL "quic.odcil" "Original Destination Connection ID Length": U8 Dec;
        ODCID "quic.odcid" "Original Destination Connection ID": Bytes;
        RETRY_TOKEN "quic.retry_token" "Retry Token": Bytes;
        RETRY_INTEGRITY_TAG "quic.retry_integrity_tag" "Retry Integrity Tag": Bytes;
        FRAME "quic.frame" "Frame": None;
        FRAME_TYPE "quic.frame_type" "Frame Type": U64 Hex = names::FRAME_TYPE;
        PADDING_LENGTH "quic.padding_length" "Padding Length": U32 Dec;
        ACK_LARGEST_ACKNOWLEDGED "quic.ack.largest_acknowledged" "Largest Acknowledged": U64 Dec;
        ACK_ACK_DELAY "quic.ack.ack_delay" "ACK Delay": U64 Dec;
        ACK_ACK_RANGE_COUNT "quic.ack.ack_range_count" "ACK Range Count": U64 Dec;
        ACK_FIRST_ACK_RANGE "quic.ack.first_ack_range" "First ACK Range": U64 Dec;
        ACK_GAP "quic.ack.gap" "Gap": U64 Dec;
        ACK_ACK_RANGE "quic.ack.ack_range" "ACK Range": U64 Dec;
        ACK_ECT0_COUNT "quic.ack.ect0_count" "ECT(0) Count": U64 Dec;
        ACK_ECT1_COUNT "quic.ack.ect1_count" "ECT(1) Count": U64 Dec;
        ACK_ECN_CE_COUNT "quic.ack.ecn_ce_count" "ECN-CE Count": U64 Dec;
        RSTS_STREAM_ID "quic.rsts.stream_id" "Stream ID": U64 Dec;
        RSTS_APPLICATION_ERROR_CODE "quic.rsts.application_error_code" "Application Error code": U64 Dec;
        RSTS_FINAL_SIZE "quic.rsts.final_size" "Final Size": U64 Dec;
        SS_STREAM_ID "quic.ss.stream_id" "Stream ID": U64 Dec;
        SS_APPLICATION_ERROR_CODE "quic.ss.application_error_code" "Application Error code": U64 Dec;
        CRYPTO_OFFSET "quic.crypto.offset" "Offset": U64 Dec;
        CRYPTO_LENGTH "quic.crypto.length" "Length": U64 Dec;
        CRYPTO_CRYPTO_DATA "quic.crypto.crypto_data" "Crypto Data": None;
        NT_LENGTH "quic.nt.length" "(Token) Length": U64 Dec;
        NT_TOKEN "quic.nt.token" "Token": Bytes;
        STREAM_FIN "quic.stream.fin" "Fin": Bool(8) & 0x1;
        STREAM_LEN "quic.stream.len" "Len(gth)": Bool(8) & 0x2;
        STREAM_OFF "quic.stream.off" "Off(set)": Bool(8) & 0x4;
        STREAM_STREAM_ID "quic.stream.stream_id" "Stream ID": U64 Dec;
        STREAM_INITIATOR "quic.stream.initiator" "Stream initiator": U64 Dec & 0x1 = names::STREAM_INITIATOR;
        STREAM_DIRECTION "quic.stream.direction" "Stream direction": U64 Dec & 0x2 = names::STREAM_DIRECTION;
        STREAM_OFFSET "quic.stream.offset" "Offset": U64 Dec;
        STREAM_LENGTH "quic.stream.length" "Length": U64 Dec;
        STREAM_DATA "quic.stream_data" "Stream Data": Bytes;
        MD_MAXIMUM_DATA "quic.md.maximum_data" "Maximum Data": U64 Dec;
        MSD_STREAM_ID "quic.msd.stream_id" "Stream ID": U64 Dec;
        MSD_MAXIMUM_STREAM_DATA "quic.msd.maximum_stream_data" "Maximum Stream Data": U64 Dec;
        MS_MAX_STREAMS "quic.ms.max_streams" "Max Streams": U64 Dec;
        SB_STREAM_DATA_LIMIT "quic.sb.stream_data_limit" "Stream Data Limit": U64 Dec;
        SDB_STREAM_ID "quic.sdb.stream_id" "Stream ID": U64 Dec;
        SIB_STREAM_LIMIT "quic.sib.stream_limit" "Stream Limit": U64 Dec;
        NCI_RETIRE_PRIOR_TO "quic.nci.retire_prior_to" "Retire Prior To": U64 Dec;
        NCI_SEQUENCE "quic.nci.sequence" "Sequence": U64 Dec;
        NCI_CONNECTION_ID_LENGTH "quic.nci.connection_id.length" "Connection ID Length": U8 Dec;
        NCI_CONNECTION_ID "quic.nci.connection_id" "Connection ID": Bytes;
        NCI_STATELESS_RESET_TOKEN "quic.nci.stateless_reset_token" "Stateless Reset Token": Bytes;
        RCI_SEQUENCE "quic.rci.sequence" "Sequence": U64 Dec;
        PATH_CHALLENGE_DATA "quic.path_challenge.data" "Data": Bytes;
        PATH_RESPONSE_DATA "quic.path_response.data" "Data": Bytes;
        CC_ERROR_CODE "quic.cc.error_code" "Error code": U64 Dec = names::CC_ERROR_CODE;
        CC_ERROR_CODE_APP "quic.cc.error_code.app" "Application Error code": U64 Dec;
        CC_ERROR_CODE_TLS_ALERT "quic.cc.error_code.tls_alert" "TLS Alert Description": U8 Dec = tls::ALERTS;
        CC_FRAME_TYPE "quic.cc.frame_type" "Frame Type": U64 Dec;
        CC_REASON_PHRASE_LENGTH "quic.cc.reason_phrase.length" "Reason phrase Length": U64 Dec;
        CC_REASON_PHRASE "quic.cc.reason_phrase" "Reason phrase": Str;
        DG_LENGTH "quic.dg.length" "Datagram Length": U64 Dec;
        DG "quic.dg" "Datagram": Bytes;
        AF_SEQUENCE_NUMBER "quic.af.sequence_number" "Sequence Number": U64 Dec;
        AF_ACK_ELICITING_THRESHOLD "quic.af.ack_eliciting_threshold" "Ack-Eliciting Threshold": U64 Dec;
        AF_REQUEST_MAX_ACK_DELAY "quic.af.request_max_ack_delay" "Request Max Ack Delay": U64 Dec;
        AF_LAST_BYTE "quic.af.last_byte" "Last Byte": U8 Hex;
        AF_RESERVED "quic.af.reserved" "Reserved": U8 Dec & 0xfc;
        AF_IGNORE_ORDER "quic.af.ignore_order" "Ignore Order": Bool(8) & 0x2;
        AF_IGNORE_CE "quic.af.ignore_ce" "Ignore CE": Bool(8) & 0x1;
        TS "quic.ts" "Time Stamp": U64 Dec;
        UNPREDICTABLE_BITS "quic.unpredictable_bits" "Unpredictable Bits": Bytes;
        STATELESS_RESET_TOKEN "quic.stateless_reset_token" "Stateless Reset Token": Bytes;
        FRAGMENT_OVERLAP "quic.fragment.overlap" "Fragment overlap": Bool;
        FRAGMENT_OVERLAP_CONFLICT "quic.fragment.overlap.conflict" "Conflicting data in fragment overlap": Bool;
        FRAGMENT_MULTIPLETAILS "quic.fragment.multipletails" "Multiple tail fragments found": Bool;
        FRAGMENT_TOOLONGFRAGMENT "quic.fragment.toolongfragment" "Fragment too long": Bool;
        FRAGMENT_ERROR "quic.fragment.error" "Reassembling error": Framenum;
        FRAGMENT_COUNT "quic.fragment.count" "Fragment count": U32 Dec;
        FRAGMENT "quic.fragment" "QUIC STREAM Data Fragment": Framenum;
        FRAGMENTS "quic.fragments" "Reassembled QUIC STREAM Data Fragments": None;
        REASSEMBLED_IN "quic.reassembled_in" "Reassembled PDU in frame": Framenum;
        REASSEMBLED_LENGTH "quic.reassembled.length" "Reassembled QUIC STREAM Data length": U32 Dec;
        REASSEMBLED_DATA "quic.reassembled.data" "Reassembled QUIC STREAM Data": Bytes;
        CRYPTO_FRAGMENT_COUNT "quic.crypto.fragment.count" "Fragment count": U32 Dec;
        CRYPTO_FRAGMENT "quic.crypto.fragment" "QUIC CRYPTO Data Fragment": Framenum;
        CRYPTO_FRAGMENTS "quic.crypto.fragments" "Reassembled QUIC CRYPTO Data Fragments": None;
        CRYPTO_REASSEMBLED_IN "quic.crypto.reassembled_in" "Reassembled PDU in frame": Framenum;
    }
    experts {
        CONNECTION_UNKNOWN "quic.connection.unknown" Note Protocol "Unknown QUIC connection. Missing Initial Packet or migrated connection?";
        FRAME_UNKNOWN "quic.ft.unknown" Note Undecoded "Unknown Frame Type";
        DECRYPTION_FAILED "quic.decryption_failed" Warn Decryption "Failed to decrypt handshake";
        PROTOCOL_VIOLATION "quic.protocol_violation" Warn Protocol "Invalid data according to the protocol";
        BAD_RETRY "quic.bad_retry" Warn Protocol "Retry Integrity Tag verification failure";
        COALESCED_PADDING_DATA "quic.coalesced_padding_data" Note Protocol "Coalesced Padding Data";
        RETRANSMISSION "quic.retransmission" Note Sequence "This QUIC frame has a reused stream offset (retransmission?)";
        OVERLAP "quic.overlap" Note Sequence "This QUIC frame overlaps a previous frame in the stream";
    }
}
