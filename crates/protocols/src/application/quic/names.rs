//! Names of numbers in QUIC, by IANA's registry.

use requin_wire::{Names, names};

names! {
    /// Whether the header is a long one.
    pub HEADER_FORM { 0 => "Short Header", 1 => "Long Header" }
    /// Packets with long headers.
    pub LONG_PACKET_TYPE { 0 => "Initial", 1 => "0-RTT", 2 => "Handshake", 3 => "Retry" }
    /// Packets with long headers in version 2.
    pub LONG_PACKET_TYPE_V2 { 0 => "Retry", 1 => "Initial", 2 => "0-RTT", 3 => "Handshake" }
    /// How long packet numbers are.
    pub PACKET_NUMBER_LENGTH { 0 => "1 bytes", 1 => "2 bytes", 2 => "3 bytes", 3 => "4 bytes" }
    /// Who opened a stream.
    pub STREAM_INITIATOR { 0 => "Client-initiated", 1 => "Server-initiated" }
    /// Which way a stream goes.
    pub STREAM_DIRECTION { 0 => "Bidirectional", 1 => "Unidirectional" }
}

/// Frames.
pub const FRAME_TYPE: Names = Names::Ranges(&[
    (0, 0, "PADDING"),
    (1, 1, "PING"),
    (2, 3, "ACK"),
    (4, 4, "RESET_STREAM"),
    (5, 5, "STOP_SENDING"),
    (6, 6, "CRYPTO"),
    (7, 7, "NEW_TOKEN"),
    (8, 15, "STREAM"),
    (16, 16, "MAX_DATA"),
    (17, 17, "MAX_STREAM_DATA"),
    (18, 18, "MAX_STREAMS (BIDI)"),
    (19, 19, "MAX_STREAMS (UNI)"),
    (20, 20, "DATA_BLOCKED"),
    (21, 21, "STREAM_DATA_BLOCKED"),
    (22, 22, "STREAMS_BLOCKED (BIDI)"),
    (23, 23, "STREAMS_BLOCKED (UNI)"),
    (24, 24, "NEW_CONNECTION_ID"),
    (25, 25, "RETIRE_CONNECTION_ID"),
    (26, 26, "PATH_CHALLENGE"),
    (27, 27, "PATH_RESPONSE"),
    (28, 28, "CONNECTION_CLOSE (Transport)"),
    (29, 29, "CONNECTION_CLOSE (Application)"),
    (30, 30, "HANDSHAKE_DONE"),
    (0x30, 0x31, "DATAGRAM"),
    (0x40, 0x40, "MP_NEW_CONNECTION_ID"),
    (0x41, 0x41, "MP_RETIRE_CONNECTION_ID"),
    (0x42, 0x43, "MP_ACK"),
    (0x44, 0x44, "ADD_ADDRESS"),
    (0x45, 0x45, "REMOVE_ADDRESS"),
    (0x46, 0x46, "UNIFLOWS"),
    (0xac, 0xac, "IMMEDIATE_ACK"),
    (0xaf, 0xaf, "ACK_FREQUENCY"),
    (0x2f5, 0x2f5, "TIME_STAMP"),
]);

/// Errors of the transport.
pub const CC_ERROR_CODE: Names = Names::Ranges(&[
    (0, 0, "NO_ERROR"),
    (1, 1, "INTERNAL_ERROR"),
    (2, 2, "CONNECTION_REFUSED"),
    (3, 3, "FLOW_CONTROL_ERROR"),
    (4, 4, "STREAM_ID_ERROR"),
    (5, 5, "STREAM_STATE_ERROR"),
    (6, 6, "FINAL_SIZE_ERROR"),
    (7, 7, "FRAME_ENCODING_ERROR"),
    (8, 8, "TRANSPORT_PARAMETER_ERROR"),
    (9, 9, "CONNECTION_ID_LIMIT_ERROR"),
    (10, 10, "PROTOCOL_VIOLATION"),
    (11, 11, "INVALID_TOKEN"),
    (12, 12, "APPLICATION_ERROR"),
    (13, 13, "CRYPTO_BUFFER_EXCEEDED"),
    (14, 14, "KEY_UPDATE_ERROR"),
    (15, 15, "AEAD_LIMIT_REACHED"),
    (16, 16, "NO_VIABLE_PATH"),
    (17, 17, "VERSION_NEGOTIATION_ERROR"),
    (0x100, 0x1ff, "CRYPTO_ERROR"),
]);
