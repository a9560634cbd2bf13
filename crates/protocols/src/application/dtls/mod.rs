//! Datagram Transport Layer Security: RFC 6347 (1.0, 1.2), RFC 9147 (1.3), RFC 9146 (connection identifiers).
//!
//! Handshake messages are those of TLS, shown with fields of their own.

mod gather;
mod handshake;
mod record;
pub mod srtp;

pub use record::begins;
use record::dissect;
use requin_wire::proto;

/// Names of numbers that are those of TLS, under the paths of the table below.
mod names {
    pub use crate::application::tls::all_names::*;
    requin_wire::names! {
        /// Protection profiles of SRTP, by IANA's registry.
        pub USE_SRTP_PROTECTION_PROFILE {
            0x1 => "SRTP_AES128_CM_HMAC_SHA1_80",
            0x2 => "SRTP_AES128_CM_HMAC_SHA1_32",
            0x5 => "SRTP_NULL_HMAC_SHA1_80",
            0x6 => "SRTP_NULL_HMAC_SHA1_32",
            0x7 => "SRTP_AEAD_AES_128_GCM",
            0x8 => "SRTP_AEAD_AES_256_GCM",
            0x9 => "DOUBLE_AEAD_AES_128_GCM_AEAD_AES_128_GCM",
            0xa => "DOUBLE_AEAD_AES_256_GCM_AEAD_AES_256_GCM",
            0xb => "SRTP_ARIA_128_CTR_HMAC_SHA1_80",
            0xc => "SRTP_ARIA_128_CTR_HMAC_SHA1_32",
            0xd => "SRTP_ARIA_256_CTR_HMAC_SHA1_80",
            0xe => "SRTP_ARIA_256_CTR_HMAC_SHA1_32",
            0xf => "SRTP_AEAD_ARIA_128_GCM",
            0x10 => "SRTP_AEAD_ARIA_256_GCM",
        }
    }
}

proto! {
    DTLS "dtls" "Datagram Transport Layer Security" "DTLS" App
    on [Udp 853, Udp 2221, Udp 5684, Udp 5868]
    looks_like [Udp record::looks_like => [20..=25]]
    track [record::follow]
    remember [srtp::remember]
    fields {
        RECORD "dtls.record" "Record Layer": None;
        RECORD_CONTENT_TYPE "dtls.record.content_type" "Content Type": U8 Dec = names::CONTENT_TYPES;
        HANDSHAKE_TYPE "dtls.handshake.type" "Handshake Type": U8 Dec = names::HANDSHAKE_TYPES;
        RECORD_VERSION "dtls.record.version" "Version": U16 Hex = names::VERSIONS;
        RECORD_LENGTH "dtls.record.length" "Length": U16 Dec;
        APP_DATA "dtls.app_data" "Encrypted Application Data": Bytes;
        APP_DATA_PROTO "dtls.app_data_proto" "Application Data Protocol": Str;
        ALERT_MESSAGE "dtls.alert_message" "Alert Message": None;
        ALERT_MESSAGE_LEVEL "dtls.alert_message.level" "Level": U8 Dec = names::ALERT_LEVELS;
        ALERT_MESSAGE_DESC "dtls.alert_message.desc" "Description": U8 Dec = names::ALERTS;
        HANDSHAKE "dtls.handshake" "Handshake Protocol": None;
        HANDSHAKE_LENGTH "dtls.handshake.length" "Length": U24 Dec;
        HEARTBEAT_MESSAGE "dtls.heartbeat_message" "Heartbeat Message": None;
        HEARTBEAT_MESSAGE_TYPE "dtls.heartbeat_message.type" "Type": U8 Dec = names::HEARTBEAT_MESSAGE_TYPE;
        HEARTBEAT_MESSAGE_PAYLOAD_LENGTH "dtls.heartbeat_message.payload_length" "Payload Length": U16 Dec;
        HEARTBEAT_MESSAGE_PAYLOAD "dtls.heartbeat_message.payload" "Payload Length": Bytes;
        HEARTBEAT_MESSAGE_PADDING "dtls.heartbeat_message.padding" "Payload Length": Bytes;
        HANDSHAKE_SESSION_ID_LENGTH "dtls.handshake.session_id_length" "Session ID Length": U16 Dec;
        HANDSHAKE_CERT_TYPE "dtls.handshake.cert_type" "Certificate type": U8 Dec = names::CLIENT_CERTIFICATE_TYPES;
        REASSEMBLED_LENGTH "dtls.reassembled.length" "Reassembled DTLS length": U32 Dec;
        CHANGE_CIPHER_SPEC "dtls.change_cipher_spec" "Change Cipher Spec Message": None;
        HANDSHAKE_EXTENSIONS_LENGTH "dtls.handshake.extensions_length" "Extensions Length": U16 Dec;
        HANDSHAKE_EXTENSION_TYPE "dtls.handshake.extension.type" "Type": U16 Dec = names::EXTENSIONS;
        HANDSHAKE_EXTENSION_LEN "dtls.handshake.extension.len" "Length": U16 Dec;
        HANDSHAKE_EXTENSION_DATA "dtls.handshake.extension.data" "Data": Bytes;
        HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS_LENGTH "dtls.handshake.extensions_supported_groups_length" "Supported Groups List Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS "dtls.handshake.extensions_supported_groups" "Supported Groups List": None;
        HANDSHAKE_EXTENSIONS_SUPPORTED_GROUP "dtls.handshake.extensions_supported_group" "Supported Group": U16 Hex = names::GROUPS;
        HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS_LENGTH "dtls.handshake.extensions_ec_point_formats_length" "EC point formats Length": U8 Dec;
        HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS "dtls.handshake.extensions_ec_point_formats" "Elliptic curves point formats": None;
        HANDSHAKE_EXTENSIONS_EC_POINT_FORMAT "dtls.handshake.extensions_ec_point_format" "EC point format": U8 Dec = names::EXTENSIONS_EC_POINT_FORMAT;
        HANDSHAKE_EXTENSIONS_SRP_LEN "dtls.handshake.extensions_srp_len" "SRP username length": U8 Dec;
        HANDSHAKE_EXTENSIONS_SRP_USERNAME "dtls.handshake.extensions_srp_username" "SRP username": Str;
        HANDSHAKE_EXTENSIONS_ALPN_LEN "dtls.handshake.extensions_alpn_len" "ALPN Extension Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_ALPN_LIST "dtls.handshake.extensions_alpn_list" "ALPN Protocol": None;
        HANDSHAKE_EXTENSIONS_ALPN_STR_LEN "dtls.handshake.extensions_alpn_str_len" "ALPN string length": U8 Dec;
        HANDSHAKE_EXTENSIONS_ALPN_STR "dtls.handshake.extensions_alpn_str" "ALPN Next Protocol": Str;
        HANDSHAKE_EXTENSIONS_NPN_STR_LEN "dtls.handshake.extensions_npn_str_len" "Protocol string length": U8 Dec;
        HANDSHAKE_EXTENSIONS_NPN "dtls.handshake.extensions_npn" "Next Protocol": Str;
        HANDSHAKE_EXTENSIONS_RENEG_INFO_LEN "dtls.handshake.extensions_reneg_info_len" "Renegotiation info extension length": U8 Dec;
        HANDSHAKE_EXTENSIONS_RENEG_INFO "dtls.handshake.extensions_reneg_info" "Renegotiation info": Bytes;
        HANDSHAKE_EXTENSIONS_KEY_SHARE_CLIENT_LENGTH "dtls.handshake.extensions_key_share_client_length" "Client Key Share Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_KEY_SHARE_GROUP "dtls.handshake.extensions_key_share_group" "Group": U16 Dec = names::GROUPS;
        HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE_LENGTH "dtls.handshake.extensions_key_share_key_exchange_length" "Key Exchange Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE "dtls.handshake.extensions_key_share_key_exchange" "Key Exchange": Bytes;
        HANDSHAKE_EXTENSIONS_KEY_SHARE_SELECTED_GROUP "dtls.handshake.extensions_key_share_selected_group" "Selected Group": U16 Dec = names::GROUPS;
        HANDSHAKE_EXTENSIONS_PSK_IDENTITIES_LENGTH "dtls.handshake.extensions.psk.identities.length" "Identities Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY_LENGTH "dtls.handshake.extensions.psk.identity.identity_length" "Identity Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY "dtls.handshake.extensions.psk.identity.identity" "Identity": Bytes;
        HANDSHAKE_EXTENSIONS_PSK_IDENTITY_OBFUSCATED_TICKET_AGE "dtls.handshake.extensions.psk.identity.obfuscated_ticket_age" "Obfuscated Ticket Age": U32 Dec;
        HANDSHAKE_EXTENSIONS_PSK_BINDERS_LEN "dtls.handshake.extensions.psk.binders_len" "PSK Binders length": U16 Dec;
        HANDSHAKE_EXTENSIONS_PSK_BINDERS "dtls.handshake.extensions.psk.binders" "PSK Binders": None;
        HANDSHAKE_EXTENSIONS_PSK_IDENTITY_SELECTED "dtls.handshake.extensions.psk.identity.selected" "Selected Identity": U16 Dec;
        HANDSHAKE_EXTENSIONS_SUPPORTED_VERSIONS_LEN "dtls.handshake.extensions.supported_versions_len" "Supported Versions length": U8 Dec;
        HANDSHAKE_EXTENSIONS_SUPPORTED_VERSION "dtls.handshake.extensions.supported_version" "Supported Version": U16 Hex = names::VERSIONS;
        HANDSHAKE_EXTENSIONS_COOKIE_LEN "dtls.handshake.extensions.cookie_len" "Cookie length": U16 Dec;
        HANDSHAKE_EXTENSIONS_COOKIE "dtls.handshake.extensions.cookie" "Cookie": Bytes;
        HANDSHAKE_EXTENSIONS_SERVER_NAME_LIST_LEN "dtls.handshake.extensions_server_name_list_len" "Server Name list length": U16 Dec;
        HANDSHAKE_EXTENSIONS_SERVER_NAME_LEN "dtls.handshake.extensions_server_name_len" "Server Name length": U16 Dec;
        HANDSHAKE_EXTENSIONS_SERVER_NAME_TYPE "dtls.handshake.extensions_server_name_type" "Server Name Type": U8 Dec = names::EXTENSIONS_SERVER_NAME_TYPE;
        HANDSHAKE_EXTENSIONS_SERVER_NAME "dtls.handshake.extensions_server_name" "Server Name": Str;
        HANDSHAKE_MAX_FRAGMENT_LENGTH "dtls.handshake.max_fragment_length" "Maximum Fragment Length": U8 Dec = names::MAX_FRAGMENT_LENGTH;
        HANDSHAKE_EXTENSIONS_PADDING_DATA "dtls.handshake.extensions_padding_data" "Padding Data": Bytes;
        HANDSHAKE_CERT_URL_TYPE "dtls.handshake.cert_url_type" "Certificate Chain Type": U8 Dec = names::CERT_URL_TYPE;
        HANDSHAKE_CERT_URL_URL_HASH_LEN "dtls.handshake.cert_url.url_hash_len" "URL and Hash list Length": U16 Dec;
        HANDSHAKE_CERT_URL_URL_HASH "dtls.handshake.cert_url.url_hash" "URL and Hash": None;
        HANDSHAKE_CERT_URL_URL_LEN "dtls.handshake.cert_url.url_len" "URL Length": U16 Dec;
        HANDSHAKE_CERT_TYPE_TYPE "dtls.handshake.cert_type.type" "Certificate Type": U8 Hex = names::CERTIFICATE_TYPES;
        HANDSHAKE_CERT_TYPE_TYPES "dtls.handshake.cert_type.types" "Certificate Type List": None;
        HANDSHAKE_CERT_TYPE_TYPES_LEN "dtls.handshake.cert_type.types_len" "Certificate Type List Length": U8 Dec;
        HANDSHAKE_CERT_URL_URL "dtls.handshake.cert_url.url" "URL": Str;
        HANDSHAKE_CERT_URL_PADDING "dtls.handshake.cert_url.padding" "Padding": None;
        HANDSHAKE_CERT_URL_SHA1 "dtls.handshake.cert_url.sha1" "SHA1 Hash": Bytes;
        HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE "dtls.handshake.extensions_status_request_type" "Certificate Status Type": U8 Dec = names::EXTENSIONS_STATUS_REQUEST_TYPE;
        HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LEN "dtls.handshake.extensions_status_request_len" "Certificate Status Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_STATUS_REQUEST_RESPONDER_IDS_LEN "dtls.handshake.extensions_status_request_responder_ids_len" "Responder ID list Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_STATUS_REQUEST_EXTS_LEN "dtls.handshake.extensions_status_request_exts_len" "Request Extensions Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LIST_LEN "dtls.handshake.extensions_status_request_list_len" "Certificate Status List Length": U16 Dec;
        HANDSHAKE_OCSP_RESPONSE_LIST_LEN "dtls.handshake.ocsp_response_list_len" "OCSP Response List Length": U24 Dec;
        HANDSHAKE_OCSP_RESPONSE_LEN "dtls.handshake.ocsp_response_len" "OCSP Response Length": U24 Dec;
        HANDSHAKE_SIG_HASH_ALG_LEN "dtls.handshake.sig_hash_alg_len" "Signature Hash Algorithms Length": U16 Dec;
        HANDSHAKE_SIG_HASH_ALGS "dtls.handshake.sig_hash_algs" "Signature Algorithms": None;
        HANDSHAKE_SIG_HASH_ALG "dtls.handshake.sig_hash_alg" "Signature Algorithm": U16 Hex = names::SIGNATURE_SCHEMES;
        HANDSHAKE_SIG_HASH_HASH "dtls.handshake.sig_hash_hash" "Signature Hash Algorithm Hash": U8 Dec = names::SIG_HASH_HASH;
        HANDSHAKE_SIG_HASH_SIG "dtls.handshake.sig_hash_sig" "Signature Hash Algorithm Signature": U8 Dec = names::SIG_HASH_SIG;
        HANDSHAKE_EPMS_LEN "dtls.handshake.epms_len" "Encrypted PreMaster length": U16 Dec;
        HANDSHAKE_EPMS "dtls.handshake.epms" "Encrypted PreMaster": Bytes;
        HANDSHAKE_MODULUS_LEN "dtls.handshake.modulus_len" "Modulus Length": U16 Dec;
        HANDSHAKE_EXPONENT_LEN "dtls.handshake.exponent_len" "Exponent Length": U16 Dec;
        HANDSHAKE_SIG_LEN "dtls.handshake.sig_len" "Signature Length": U16 Dec;
        HANDSHAKE_P_LEN "dtls.handshake.p_len" "p Length": U16 Dec;
        HANDSHAKE_G_LEN "dtls.handshake.g_len" "g Length": U16 Dec;
        HANDSHAKE_YS_LEN "dtls.handshake.ys_len" "Pubkey Length": U16 Dec;
        HANDSHAKE_YC_LEN "dtls.handshake.yc_len" "Pubkey Length": U16 Dec;
        HANDSHAKE_CLIENT_POINT_LEN "dtls.handshake.client_point_len" "Pubkey Length": U8 Dec;
        HANDSHAKE_SERVER_POINT_LEN "dtls.handshake.server_point_len" "Pubkey Length": U8 Dec;
        HANDSHAKE_P "dtls.handshake.p" "p": Bytes;
        HANDSHAKE_G "dtls.handshake.g" "g": Bytes;
        HANDSHAKE_SERVER_CURVE_TYPE "dtls.handshake.server_curve_type" "Curve Type": U8 Hex = names::SERVER_CURVE_TYPE;
        HANDSHAKE_SERVER_NAMED_CURVE "dtls.handshake.server_named_curve" "Named Curve": U16 Hex = names::GROUPS;
        HANDSHAKE_YS "dtls.handshake.ys" "Pubkey": Bytes;
        HANDSHAKE_YC "dtls.handshake.yc" "Pubkey": Bytes;
        HANDSHAKE_SERVER_POINT "dtls.handshake.server_point" "Pubkey": Bytes;
        HANDSHAKE_CLIENT_POINT "dtls.handshake.client_point" "Pubkey": Bytes;
        HANDSHAKE_XS_LEN "dtls.handshake.xs_len" "Pubkey Length": U8 Dec;
        HANDSHAKE_XC_LEN "dtls.handshake.xc_len" "Pubkey Length": U8 Dec;
        HANDSHAKE_XS "dtls.handshake.xs" "Pubkey": Bytes;
        HANDSHAKE_XC "dtls.handshake.xc" "Pubkey": Bytes;
        HANDSHAKE_VS_LEN "dtls.handshake.vs_len" "Ephemeral Pubkey Length": U8 Dec;
        HANDSHAKE_VC_LEN "dtls.handshake.vc_len" "Ephemeral Pubkey Length": U8 Dec;
        HANDSHAKE_VS "dtls.handshake.vs" "Ephemeral Pubkey": Bytes;
        HANDSHAKE_VC "dtls.handshake.vc" "Ephemeral Pubkey": Bytes;
        HANDSHAKE_RS_LEN "dtls.handshake.rs_len" "Schnorr signature Length": U8 Dec;
        HANDSHAKE_RC_LEN "dtls.handshake.rc_len" "Schnorr signature Length": U8 Dec;
        HANDSHAKE_RS "dtls.handshake.rs" "Schnorr signature": Bytes;
        HANDSHAKE_RC "dtls.handshake.rc" "Schnorr signature": Bytes;
        HANDSHAKE_MODULUS "dtls.handshake.modulus" "Modulus": Bytes;
        HANDSHAKE_EXPONENT "dtls.handshake.exponent" "Exponent": Bytes;
        HANDSHAKE_SIG "dtls.handshake.sig" "Signature": Bytes;
        HANDSHAKE_HINT_LEN "dtls.handshake.hint_len" "Hint Length": U16 Dec;
        HANDSHAKE_HINT "dtls.handshake.hint" "Hint": Bytes;
        HANDSHAKE_IDENTITY_LEN "dtls.handshake.identity_len" "Identity Length": U16 Dec;
        HANDSHAKE_IDENTITY "dtls.handshake.identity" "Identity": Bytes;
        HANDSHAKE_EXTENSION_HEARTBEAT_MODE "dtls.handshake.extension.heartbeat.mode" "Mode": U8 Dec = names::EXTENSION_HEARTBEAT_MODE;
        HANDSHAKE_CERTIFICATES_LENGTH "dtls.handshake.certificates_length" "Certificates Length": U24 Dec;
        HANDSHAKE_CERTIFICATES "dtls.handshake.certificates" "Certificates": None;
        HANDSHAKE_CERTIFICATE "dtls.handshake.certificate" "Certificate": Bytes;
        HANDSHAKE_CERTIFICATE_LENGTH "dtls.handshake.certificate_length" "Certificate Length": U24 Dec;
        HANDSHAKE_CERT_TYPES_COUNT "dtls.handshake.cert_types_count" "Certificate types count": U8 Dec;
        HANDSHAKE_CERT_TYPES "dtls.handshake.cert_types" "Certificate types": None;
        HANDSHAKE_DNAMES_LEN "dtls.handshake.dnames_len" "Distinguished Names Length": U16 Dec;
        HANDSHAKE_DNAMES "dtls.handshake.dnames" "Distinguished Names": None;
        HANDSHAKE_DNAME_LEN "dtls.handshake.dname_len" "Distinguished Name Length": U16 Dec;
        HANDSHAKE_DNAMES_TRUNCATED "dtls.handshake.dnames_truncated" "Tree view truncated": None;
        HANDSHAKE_DNAME "dtls.handshake.dname" "Distinguished Name": None;
        HANDSHAKE_RANDOM "dtls.handshake.random" "Random": Bytes;
        HANDSHAKE_RANDOM_TIME "dtls.handshake.random_time" "GMT Unix Time": AbsTime;
        HANDSHAKE_RANDOM_BYTES "dtls.handshake.random_bytes" "Random Bytes": Bytes;
        HANDSHAKE_SESSION_ID "dtls.handshake.session_id" "Session ID": Bytes;
        HANDSHAKE_VERSION "dtls.handshake.version" "Version": U16 Hex = names::VERSIONS;
        HANDSHAKE_CIPHER_SUITES_LENGTH "dtls.handshake.cipher_suites_length" "Cipher Suites Length": U16 Dec;
        HANDSHAKE_CIPHERSUITES "dtls.handshake.ciphersuites" "Cipher Suites": None;
        HANDSHAKE_CIPHERSUITE "dtls.handshake.ciphersuite" "Cipher Suite": U16 Hex = names::SUITES;
        HANDSHAKE_COMP_METHODS_LENGTH "dtls.handshake.comp_methods_length" "Compression Methods Length": U8 Dec;
        HANDSHAKE_COMP_METHODS "dtls.handshake.comp_methods" "Compression Methods": None;
        HANDSHAKE_COMP_METHOD "dtls.handshake.comp_method" "Compression Method": U8 Dec = names::COMP_METHOD;
        HANDSHAKE_SESSION_TICKET_LIFETIME_HINT "dtls.handshake.session_ticket_lifetime_hint" "Session Ticket Lifetime Hint": U32 Dec;
        HANDSHAKE_SESSION_TICKET_AGE_ADD "dtls.handshake.session_ticket_age_add" "Session Ticket Age Add": U32 Dec;
        HANDSHAKE_SESSION_TICKET_NONCE_LENGTH "dtls.handshake.session_ticket_nonce_length" "Session Ticket Nonce Length": U8 Dec;
        HANDSHAKE_SESSION_TICKET_NONCE "dtls.handshake.session_ticket_nonce" "Session Ticket Nonce": Bytes;
        HANDSHAKE_SESSION_TICKET_LENGTH "dtls.handshake.session_ticket_length" "Session Ticket Length": U16 Dec;
        HANDSHAKE_SESSION_TICKET "dtls.handshake.session_ticket" "Session Ticket": Bytes;
        HANDSHAKE_VERIFY_DATA "dtls.handshake.verify_data" "Verify Data": None;
        HANDSHAKE_CLIENT_CERT_VRFY_SIG_LEN "dtls.handshake.client_cert_vrfy.sig_len" "Signature length": U16 Dec;
        HANDSHAKE_CLIENT_CERT_VRFY_SIG "dtls.handshake.client_cert_vrfy.sig" "Signature": Bytes;
        HANDSHAKE_JA3_FULL "dtls.handshake.ja3_full" "JA3 Fullstring": Str;
        HANDSHAKE_JA3 "dtls.handshake.ja3" "JA3": Str;
        HANDSHAKE_JA3S_FULL "dtls.handshake.ja3s_full" "JA3S Fullstring": Str;
        HANDSHAKE_JA3S "dtls.handshake.ja3s" "JA3S": Str;
        EXTENSION_PSK_KE_MODES_LENGTH "dtls.extension.psk_ke_modes_length" "PSK Key Exchange Modes Length": U8 Dec;
        EXTENSION_PSK_KE_MODE "dtls.extension.psk_ke_mode" "PSK Key Exchange Mode": U8 Dec = names::EXTENSION_PSK_KE_MODE;
        HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT_LENGTH "dtls.handshake.certificate_request_context_length" "Certificate Request Context Length": U8 Dec;
        HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT "dtls.handshake.certificate_request_context" "Certificate Request Context": Bytes;
        HANDSHAKE_KEY_UPDATE_REQUEST_UPDATE "dtls.handshake.key_update.request_update" "Key Update Request": U8 Dec = names::KEY_UPDATE_REQUEST_UPDATE;
        SCT_SCTS_LENGTH "dtls.sct.scts_length" "Serialized SCT List Length": U16 Dec;
        SCT_SCT_LENGTH "dtls.sct.sct_length" "Serialized SCT Length": U16 Dec;
        SCT_SCT_VERSION "dtls.sct.sct_version" "SCT Version": U8 Dec;
        SCT_SCT_LOGID "dtls.sct.sct_logid" "Log ID": Bytes;
        SCT_SCT_TIMESTAMP "dtls.sct.sct_timestamp" "Timestamp": AbsTime;
        SCT_SCT_EXTENSIONS_LENGTH "dtls.sct.sct_extensions_length" "Extensions length": U16 Dec;
        SCT_SCT_EXTENSIONS "dtls.sct.sct_extensions" "Extensions": None;
        SCT_SCT_SIGNATURE_LENGTH "dtls.sct.sct_signature_length" "Signature Length": U16 Dec;
        SCT_SCT_SIGNATURE "dtls.sct.sct_signature" "Signature": Bytes;
        EARLY_DATA_MAX_EARLY_DATA_SIZE "dtls.early_data.max_early_data_size" "Maximum Early Data Size": U32 Dec;
        EXTENSION_OID_FILTERS_LENGTH "dtls.extension.oid_filters_length" "OID Filters Length": U16 Dec;
        EXTENSION_OID_FILTERS_OID_LENGTH "dtls.extension.oid_filters.oid_length" "Certificate Extension OID Length": U8 Dec;
        EXTENSION_OID_FILTERS_OID "dtls.extension.oid_filters.oid" "Certificate Extension OID": Oid;
        EXTENSION_OID_FILTERS_VALUES_LENGTH "dtls.extension.oid_filters.values_length" "Certificate Extension Values Length": U16 Dec;
        HANDSHAKE_CRED_VALID_TIME "dtls.handshake.cred.valid_time" "Valid Time": U16 Dec;
        HANDSHAKE_CRED_PUBKEY "dtls.handshake.cred.pubkey" "Subject Public Key Info": Bytes;
        HANDSHAKE_CRED_PUBKEY_LEN "dtls.handshake.cred.pubkey_len" "Subject Public Key Info Length": U24 Dec;
        HANDSHAKE_CRED_SIGNATURE "dtls.handshake.cred.signature" "Signature": Bytes;
        HANDSHAKE_CRED_SIGNATURE_LEN "dtls.handshake.cred.signature_len" "Signature Length": U16 Dec;
        COMPRESS_CERTIFICATE_ALGORITHMS_LENGTH "dtls.compress_certificate.algorithms_length" "Algorithms Length": U8 Dec;
        COMPRESS_CERTIFICATE_ALGORITHM "dtls.compress_certificate.algorithm" "Algorithm": U16 Dec = names::COMPRESS_CERTIFICATE_ALGORITHM;
        COMPRESS_CERTIFICATE_UNCOMPRESSED_LENGTH "dtls.compress_certificate.uncompressed_length" "Uncompressed Length": U24 Dec;
        COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE_LENGTH "dtls.compress_certificate.compressed_certificate_message.length" "Length": U24 Dec;
        COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE "dtls.compress_certificate.compressed_certificate_message" "Compressed Certificate Message": Bytes;
        RECORD_SIZE_LIMIT "dtls.record_size_limit" "Record Size Limit": U16 Dec;
        QUIC_LEN "dtls.quic.len" "Parameters Length": U16 Dec;
        QUIC_PARAMETER "dtls.quic.parameter" "Parameter": None;
        QUIC_PARAMETER_TYPE "dtls.quic.parameter.type" "Type": U64 Custom;
        QUIC_PARAMETER_LENGTH "dtls.quic.parameter.length" "Length": U64 Dec;
        QUIC_PARAMETER_LENGT_OLD "dtls.quic.parameter.lengt.old" "Length": U16 Dec;
        QUIC_PARAMETER_VALUE "dtls.quic.parameter.value" "Value": Bytes;
        QUIC_PARAMETER_ORIGINAL_DESTINATION_CONNECTION_ID "dtls.quic.parameter.original_destination_connection_id" "original_destination_connection_id": Bytes;
        QUIC_PARAMETER_MAX_IDLE_TIMEOUT "dtls.quic.parameter.max_idle_timeout" "max_idle_timeout": U64 Dec;
        QUIC_PARAMETER_STATELESS_RESET_TOKEN "dtls.quic.parameter.stateless_reset_token" "stateless_reset_token": Bytes;
        QUIC_PARAMETER_MAX_UDP_PAYLOAD_SIZE "dtls.quic.parameter.max_udp_payload_size" "max_udp_payload_size": U64 Dec;
        QUIC_PARAMETER_INITIAL_MAX_DATA "dtls.quic.parameter.initial_max_data" "initial_max_data": U64 Dec;
        QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_LOCAL "dtls.quic.parameter.initial_max_stream_data_bidi_local" "initial_max_stream_data_bidi_local": U64 Dec;
        QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_REMOTE "dtls.quic.parameter.initial_max_stream_data_bidi_remote" "initial_max_stream_data_bidi_remote": U64 Dec;
        QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_UNI "dtls.quic.parameter.initial_max_stream_data_uni" "initial_max_stream_data_uni": U64 Dec;
        QUIC_PARAMETER_INITIAL_MAX_STREAMS_BIDI "dtls.quic.parameter.initial_max_streams_bidi" "initial_max_streams_bidi": U64 Dec;
        QUIC_PARAMETER_INITIAL_MAX_STREAMS_UNI "dtls.quic.parameter.initial_max_streams_uni" "initial_max_streams_uni": U64 Dec;
        QUIC_PARAMETER_ACK_DELAY_EXPONENT "dtls.quic.parameter.ack_delay_exponent" "ack_delay_exponent": U64 Dec;
        QUIC_PARAMETER_MAX_ACK_DELAY "dtls.quic.parameter.max_ack_delay" "max_ack_delay": U64 Dec;
        QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4ADDRESS "dtls.quic.parameter.preferred_address.ipv4address" "ipv4Address": Ipv4;
        QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6ADDRESS "dtls.quic.parameter.preferred_address.ipv6address" "ipv6Address": Ipv6;
        QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4PORT "dtls.quic.parameter.preferred_address.ipv4port" "ipv4Port": U16 Dec;
        QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6PORT "dtls.quic.parameter.preferred_address.ipv6port" "ipv6Port": U16 Dec;
        QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID_LENGTH "dtls.quic.parameter.preferred_address.connectionid.length" "Length": U8 Dec;
        QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID "dtls.quic.parameter.preferred_address.connectionid" "connectionId": Bytes;
        QUIC_PARAMETER_PREFERRED_ADDRESS_STATELESSRESETTOKEN "dtls.quic.parameter.preferred_address.statelessresettoken" "statelessResetToken": Bytes;
        QUIC_PARAMETER_ACTIVE_CONNECTION_ID_LIMIT "dtls.quic.parameter.active_connection_id_limit" "Active Connection ID Limit": U64 Dec;
        QUIC_PARAMETER_INITIAL_SOURCE_CONNECTION_ID "dtls.quic.parameter.initial_source_connection_id" "Initial Source Connection ID": Bytes;
        QUIC_PARAMETER_RETRY_SOURCE_CONNECTION_ID "dtls.quic.parameter.retry_source_connection_id" "Retry Source Connection ID": Bytes;
        QUIC_PARAMETER_MAX_DATAGRAM_FRAME_SIZE "dtls.quic.parameter.max_datagram_frame_size" "max_datagram_frame_size": U64 Dec;
        QUIC_PARAMETER_CIBIR_ENCODING_LENGTH "dtls.quic.parameter.cibir_encoding.length" "length": U64 Dec;
        QUIC_PARAMETER_CIBIR_ENCODING_OFFSET "dtls.quic.parameter.cibir_encoding.offset" "offset": U64 Dec;
        QUIC_PARAMETER_LOSS_BITS "dtls.quic.parameter.loss_bits" "loss_bits": U64 Dec;
        QUIC_PARAMETER_ENABLE_TIME_STAMP_V2 "dtls.quic.parameter.enable_time_stamp_v2" "Enable TimestampV2": U64 Dec = names::QUIC_PARAMETER_ENABLE_TIME_STAMP_V2;
        QUIC_PARAMETER_MIN_ACK_DELAY "dtls.quic.parameter.min_ack_delay" "min_ack_delay": U64 Dec;
        QUIC_PARAMETER_GOOGLE_USER_AGENT "dtls.quic.parameter.google.user_agent" "Google UserAgent": Str;
        QUIC_PARAMETER_GOOGLE_KEY_UPDATE_NOT_YET_SUPPORTED "dtls.quic.parameter.google.key_update_not_yet_supported" "Google Key Update not yet supported": None;
        QUIC_PARAMETER_GOOGLE_QUIC_VERSION "dtls.quic.parameter.google.quic_version" "Google QUIC version": U32 Hex = names::QUIC_VERSIONS;
        QUIC_PARAMETER_GOOGLE_INITIAL_RTT "dtls.quic.parameter.google.initial_rtt" "Google Initial RTT": U64 Dec;
        QUIC_PARAMETER_GOOGLE_SUPPORT_HANDSHAKE_DONE "dtls.quic.parameter.google.support_handshake_done" "Google Support Handshake Done": None;
        QUIC_PARAMETER_GOOGLE_QUIC_PARAMS "dtls.quic.parameter.google.quic_params" "Google QUIC parameters": Bytes;
        QUIC_PARAMETER_GOOGLE_QUIC_PARAMS_UNKNOWN_FIELD "dtls.quic.parameter.google.quic_params_unknown_field" "Google Unknown Field": Bytes;
        QUIC_PARAMETER_GOOGLE_CONNECTION_OPTIONS "dtls.quic.parameter.google.connection_options" "Google Connection options": Bytes;
        QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSIONS_LENGTH "dtls.quic.parameter.google.supported_versions_length" "Google Supported Versions Length": U8 Dec;
        QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSION "dtls.quic.parameter.google.supported_version" "Google Supported Version": U32 Hex = names::QUIC_VERSIONS;
        QUIC_PARAMETER_FACEBOOK_PARTIAL_RELIABILITY "dtls.quic.parameter.facebook.partial_reliability" "Facebook Partial Reliability": U64 Dec;
        QUIC_PARAMETER_VI_CHOSEN_VERSION "dtls.quic.parameter.vi.chosen_version" "Chosen Version": U32 Hex = names::QUIC_VERSIONS;
        QUIC_PARAMETER_VI_OTHER_VERSION "dtls.quic.parameter.vi.other_version" "Other Version": U32 Hex = names::QUIC_VERSIONS;
        CONNECTION_ID_LENGTH "dtls.connection_id_length" "Connection ID length": U8 Dec;
        CONNECTION_ID "dtls.connection_id" "Connection ID": Bytes;
        ESNI_SUITE "dtls.esni.suite" "Cipher Suite": U16 Hex = names::SUITES;
        ESNI_RECORD_DIGEST_LENGTH "dtls.esni.record_digest_length" "Record Digest Length": U16 Dec;
        ESNI_RECORD_DIGEST "dtls.esni.record_digest" "Record Digest": Bytes;
        ESNI_ENCRYPTED_SNI_LENGTH "dtls.esni.encrypted_sni_length" "Encrypted SNI Length": U16 Dec;
        ESNI_ENCRYPTED_SNI "dtls.esni.encrypted_sni" "Encrypted SNI": Bytes;
        ESNI_NONCE "dtls.esni.nonce" "Nonce": Bytes;
        HANDSHAKE_EXTENSIONS_ALPS_LEN "dtls.handshake.extensions_alps_len" "ALPS Extension Length": U16 Dec;
        HANDSHAKE_EXTENSIONS_ALPS_ALPN_LIST "dtls.handshake.extensions_alps_alpn_list" "Supported ALPN List": None;
        HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR_LEN "dtls.handshake.extensions_alps_alpn_str_len" "Supported ALPN Length": U8 Dec;
        HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR "dtls.handshake.extensions_alps_alpn_str" "Supported ALPN": Str;
        HANDSHAKE_EXTENSIONS_ALPS_SETTINGS "dtls.handshake.extensions_alps.settings" "ALPN Opaque Settings": Bytes;
        // Only in DTLS.
        RECORD_SPECIAL_TYPE "dtls.record.special_type" "Special Type": U8 Dec = names::CONTENT_TYPES;
        RECORD_EPOCH "dtls.record.epoch" "Epoch": U16 Dec;
        RECORD_SEQUENCE_NUMBER "dtls.record.sequence_number" "Sequence Number": U64 Dec;
        RECORD_CONNECTION_ID "dtls.record.connection_id" "Connection ID": Bytes;
        ENC_CONTENT "dtls.enc_content" "Encrypted Record Content": Bytes;
        HANDSHAKE_MESSAGE_SEQ "dtls.handshake.message_seq" "Message Sequence": U16 Dec;
        HANDSHAKE_FRAGMENT_OFFSET "dtls.handshake.fragment_offset" "Fragment Offset": U24 Dec;
        HANDSHAKE_FRAGMENT_LENGTH "dtls.handshake.fragment_length" "Fragment Length": U24 Dec;
        HANDSHAKE_COOKIE_LENGTH "dtls.handshake.cookie_length" "Cookie Length": U8 Dec;
        HANDSHAKE_COOKIE "dtls.handshake.cookie" "Cookie": Bytes;
        FRAGMENTS "dtls.fragments" "Message fragments": None;
        FRAGMENT "dtls.fragment" "Message fragment": Framenum;
        FRAGMENT_OVERLAP "dtls.fragment.overlap" "Message fragment overlap": Bool;
        FRAGMENT_OVERLAP_CONFLICTS "dtls.fragment.overlap.conflicts" "Message fragment overlapping with conflicting data": Bool;
        FRAGMENT_MULTIPLE_TAILS "dtls.fragment.multiple_tails" "Message has multiple tail fragments": Bool;
        FRAGMENT_TOO_LONG_FRAGMENT "dtls.fragment.too_long_fragment" "Message fragment too long": Bool;
        FRAGMENT_ERROR "dtls.fragment.error" "Message defragmentation error": Framenum;
        FRAGMENT_COUNT "dtls.fragment.count" "Message fragment count": U32 Dec;
        REASSEMBLED_IN "dtls.reassembled.in" "Reassembled in": Framenum;
        USE_SRTP_PROTECTION_PROFILES_LENGTH "dtls.use_srtp.protection_profiles_length" "SRTP Protection Profiles Length": U16 Dec;
        USE_SRTP_PROTECTION_PROFILE "dtls.use_srtp.protection_profile" "SRTP Protection Profile": U16 Hex = names::USE_SRTP_PROTECTION_PROFILE;
        USE_SRTP_MKI_LENGTH "dtls.use_srtp.mki_length" "MKI Length": U8 Dec;
        USE_SRTP_MKI "dtls.use_srtp.mki" "MKI": Bytes;
    }
    experts {
        HEARTBEAT_PAYLOAD_LENGTH_INVALID "dtls.heartbeat_message.payload_length.invalid" Error Malformed "Invalid heartbeat payload length";
        MALFORMED_VECTOR_LENGTH "dtls.malformed.vector_length" Warn Protocol "Variable vector length is outside the permitted range";
        MALFORMED_BUFFER_TOO_SMALL "dtls.malformed.buffer_too_small" Error Malformed "Malformed message, not enough data is available";
        MALFORMED_TRAILING_DATA "dtls.malformed.trailing_data" Warn Protocol "Undecoded trailing data is present";
        STATUS_REQUEST_UNDECODED "dtls.handshake.status_request.undecoded" Note Undecoded "Responder ID list or Request Extensions are not implemented, contact Wireshark developers if you want this to be supported";
        RESUMED "dtls.resumed" Note Sequence "This session reuses previously negotiated keys (Session resumption)";
        RECORD_LENGTH_INVALID "dtls.record.length.invalid" Error Protocol "Record fragment length is too small or too large";
        DECOMPRESSION_ERROR "dtls.decompression_error" Error Protocol "Decompression error";
        FRAGMENT_ZERO "dtls.handshake.fragment_length.zero" Warn Protocol "Zero-length fragment length for fragmented message";
        FRAGMENT_TOO_LONG "dtls.handshake.fragment_length.too_long" Error Protocol "Fragment length is larger than message length";
        FRAGMENT_PAST_END "dtls.handshake.fragment_past_end_msg" Error Protocol "Fragment runs past the end of the message";
        LENGTH_DIFFERS "dtls.msg_len_diff_fragment" Error Protocol "Message length differs from value in earlier fragment";
        CID_CONTENT_TYPE_INVALID "dtls.cid.content_type.invalid" Error Protocol "Invalid real content type";
        SRTP_PROFILES_LENGTH_INVALID "dtls.use_srtp.protection_profiles_length.invalid" Warn Protocol "Invalid real content type";
    }
}

/// The first field that TLS and DTLS share.
pub(super) const SHARED: requin_wire::Field = RECORD;
/// The first expert item that they share.
pub(super) const SHARED_EXPERTS: requin_wire::Field = HEARTBEAT_PAYLOAD_LENGTH_INVALID;
/// The last field of all.
pub(super) const LAST: requin_wire::Field = requin_wire::Field(PROTO.0 + COUNT - 1);
