//! Names of numbers in IKE, by IANA's registries.

use requin_wire::{Names, names};

names! {
    /// `EXCHANGETYPE`.
    pub EXCHANGETYPE {
        0 => "NONE",
        1 => "Base",
        2 => "Identity Protection (Main Mode)",
        3 => "Authentication Only",
        4 => "Aggressive",
        5 => "Informational",
        6 => "Transaction (Config Mode)",
        32 => "Quick Mode",
        33 => "New Group Mode",
        34 => "IKE_SA_INIT",
        35 => "IKE_AUTH",
        36 => "CREATE_CHILD_SA",
        37 => "INFORMATIONAL",
        38 => "IKE_SESSION_RESUME",
    }
    /// `SA_DOI`.
    pub SA_DOI {
        0 => "ISAKMP",
        1 => "IPSEC",
        2 => "GDOI",
    }
    /// Protocols as version 2 numbers them.
    pub PROTOCOLS_2 {
        0 => "RESERVED", 1 => "IKE", 2 => "AH", 3 => "ESP", 4 => "FC_ESP_HEADER", 5 => "FC_CT_AUTHENTICATION",
    }
    /// Transforms of AH (RFC 2407).
    pub TRANSFORMS_AH {
        0 => "RESERVED", 1 => "RESERVED", 2 => "MD5", 3 => "SHA", 4 => "DES", 5 => "SHA2-256", 6 => "SHA2-384",
        7 => "SHA2-512",
    }
    /// Transforms of ESP.
    pub TRANSFORMS_ESP {
        0 => "RESERVED", 1 => "DES-IV64", 2 => "DES", 3 => "3DES", 4 => "RC5", 5 => "IDEA", 6 => "CAST",
        7 => "BLOWFISH", 8 => "3IDEA", 9 => "DES-IV32", 10 => "RC4", 11 => "NULL", 12 => "AES",
    }
    /// Transforms of IPCOMP.
    pub TRANSFORMS_IPCOMP {
        0 => "RESERVED", 1 => "OUI", 2 => "DEFLATE", 3 => "LZS", 4 => "LZJH",
    }
    /// Transforms of ISAKMP itself.
    pub TRANSFORMS_ISAKMP {
        0 => "RESERVED", 1 => "KEY_IKE",
    }
    /// `PROP_PROTOID`.
    pub PROP_PROTOID {
        0 => "RESERVED",
        1 => "ISAKMP",
        2 => "IPSEC_AH",
        3 => "IPSEC_ESP",
        4 => "IPCOMP",
        5 => "GIGABEAM_RADIO",
    }
    /// `NOTIFY_DATA_ACCEPTED_DH_GROUP`.
    pub NOTIFY_DATA_ACCEPTED_DH_GROUP {
        0 => "UNDEFINED - 0",
        1 => "Default 768-bit MODP group",
        2 => "Alternate 1024-bit MODP group",
        3 => "EC2N group on GP[2^155] group",
        4 => "EC2N group on GP[2^185] group",
        5 => "1536 bit MODP group",
        6 => "EC2N group over GF[2^163]",
        7 => "EC2N group over GF[2^163]",
        8 => "EC2N group over GF[2^283]",
        9 => "EC2N group over GF[2^283]",
        10 => "EC2N group over GF[2^409]",
        11 => "EC2N group over GF[2^409]",
        12 => "EC2N group over GF[2^571]",
        13 => "EC2N group over GF[2^571]",
        14 => "2048 bit MODP group",
        15 => "3072 bit MODP group",
        16 => "4096 bit MODP group",
        17 => "6144 bit MODP group",
        18 => "8192 bit MODP group",
        19 => "256-bit random ECP group",
        20 => "384-bit random ECP group",
        21 => "521-bit random ECP group",
        22 => "1024-bit MODP Group with 160-bit Prime Order Subgroup",
        23 => "2048-bit MODP Group with 224-bit Prime Order Subgroup",
        24 => "2048-bit MODP Group with 256-bit Prime Order Subgroup",
        25 => "192-bit Random ECP Group",
        26 => "224-bit Random ECP Group",
        27 => "224-bit Brainpool ECP group",
        28 => "256-bit Brainpool ECP group",
        29 => "384-bit Brainpool ECP group",
        30 => "512-bit Brainpool ECP group",
        31 => "Curve25519",
        32 => "Curve448",
        33 => "GOST3410_2012_256",
        34 => "GOST3410_2012_512",
    }
    /// `NOTIFY_DATA_REDIRECT_GW_IDENT_TYPE`.
    pub NOTIFY_DATA_REDIRECT_GW_IDENT_TYPE {
        1 => "IPv4 address",
        2 => "IPv6 address",
        3 => "FQDN",
    }
    /// `NOTIFY_DATA_ROHC_ATTR_INTEG`.
    pub NOTIFY_DATA_ROHC_ATTR_INTEG {
        0 => "NONE",
        1 => "AUTH_HMAC_MD5_96",
        2 => "AUTH_HMAC_SHA1_96",
        3 => "AUTH_DES_MAC",
        4 => "AUTH_KPDK_MD5",
        5 => "AUTH_AES_XCBC_96",
        6 => "AUTH_HMAC_MD5_128",
        7 => "AUTH_HMAC_SHA1_160",
        8 => "AUTH_AES_CMAC_96",
        9 => "AUTH_AES_128_GMAC",
        10 => "AUTH_AES_192_GMAC",
        11 => "AUTH_AES_256_GMAC",
        12 => "AUTH_HMAC_SHA2_256_128",
        13 => "AUTH_HMAC_SHA2_384_192",
        14 => "AUTH_HMAC_SHA2_512_256",
    }
    /// `IPSEC_ATTR_LIFE_TYPE`.
    pub IPSEC_ATTR_LIFE_TYPE {
        0 => "RESERVED",
        1 => "Seconds",
        2 => "Kilobytes",
    }
    /// `IKE_ATTR_ENCRYPTION_ALGORITHM`.
    pub IKE_ATTR_ENCRYPTION_ALGORITHM {
        0 => "RESERVED",
        1 => "DES-CBC",
        2 => "IDEA-CBC",
        3 => "BLOWFISH-CBC",
        4 => "RC5-R16-B64-CBC",
        5 => "3DES-CBC",
        6 => "CAST-CBC",
        7 => "AES-CBC",
        8 => "CAMELLIA-CBC",
        127 => "SM4-CBC (DEPRECATED)",
        128 => "SM1-CBC",
        129 => "SM4-CBC",
    }
    /// `IKE_ATTR_HASH_ALGORITHM`.
    pub IKE_ATTR_HASH_ALGORITHM {
        0 => "RESERVED",
        1 => "MD5",
        2 => "SHA",
        3 => "TIGER",
        4 => "SHA2-256",
        5 => "SHA2-384",
        6 => "SHA2-512",
        20 => "SM3",
    }
    /// `IKE_ATTR_AUTHENTICATION_METHOD`.
    pub IKE_ATTR_AUTHENTICATION_METHOD {
        0 => "RESERVED",
        1 => "Pre-shared key",
        2 => "DSS signatures",
        3 => "RSA signatures",
        4 => "Encryption with RSA",
        5 => "Revised encryption with RSA",
        6 => "Reserved (was Encryption with El-Gamal)",
        7 => "Reserved (was Revised encryption with El-Gamal)",
        8 => "Reserved (was ECDSA signatures)",
        9 => "ECDSA with SHA-256 on the P-256 curve",
        10 => "ECDSA with SHA-384 on the P-384 curve",
        11 => "ECDSA with SHA-512 on the P-521 curve",
        64221 => "HybridInitRSA",
        64222 => "HybridRespRSA",
        64223 => "HybridInitDSS",
        64224 => "HybridRespDSS",
        65001 => "XAUTHInitPreShared",
        65002 => "XAUTHRespPreShared",
        65003 => "XAUTHInitDSS",
        65004 => "XAUTHRespDSS",
        65005 => "XAUTHInitRSA",
        65006 => "XAUTHRespRSA",
        65007 => "XAUTHInitRSAEncryption",
        65008 => "XAUTHRespRSAEncryption",
        65009 => "XAUTHInitRSARevisedEncryption",
        65010 => "XAUTHRespRSARevisedEncryption",
    }
    /// `TF_ID_ENCR`.
    pub TF_ID_ENCR {
        0 => "RESERVED",
        1 => "ENCR_DES_IV64",
        2 => "ENCR_DES",
        3 => "ENCR_3DES",
        4 => "ENCR_RC5",
        5 => "ENCR_IDEA",
        6 => "ENCR_CAST",
        7 => "ENCR_BLOWFISH",
        8 => "ENCR_3IDEA",
        9 => "ENCR_DES_IV32",
        10 => "RESERVED",
        11 => "ENCR_NULL",
        12 => "ENCR_AES_CBC",
        13 => "ENCR_AES_CTR",
        14 => "ENCR_AES-CCM_8",
        15 => "ENCR-AES-CCM_12",
        16 => "ENCR-AES-CCM_16",
        17 => "UNASSIGNED",
        18 => "AES-GCM with a 8 octet ICV",
        19 => "AES-GCM with a 12 octet ICV",
        20 => "AES-GCM with a 16 octet ICV",
        21 => "ENCR_NULL_AUTH_AES_GMAC",
        22 => "Reserved for IEEE P1619 XTS-AES",
        23 => "ENCR_CAMELLIA_CBC",
        24 => "ENCR_CAMELLIA_CTR",
        25 => "ENCR_CAMELLIA_CCM with an 8-octet ICV",
        26 => "ENCR_CAMELLIA_CCM with a 12-octet ICV",
        27 => "ENCR_CAMELLIA_CCM with a 16-octet ICV",
        28 => "ENCR_CHACHA20_POLY1305",
    }
    /// `TF_ID_PRF`.
    pub TF_ID_PRF {
        0 => "RESERVED",
        1 => "PRF_HMAC_MD5",
        2 => "PRF_HMAC_SHA1",
        3 => "PRF_HMAC_TIGER",
        4 => "PRF_AES128_CBC",
        5 => "PRF_HMAC_SHA2_256",
        6 => "PRF_HMAC_SHA2_384",
        7 => "PRF_HMAC_SHA2_512",
        8 => "PRF_AES128_CMAC6",
    }
}

/// `TYPEPAYLOAD`.
pub const TYPEPAYLOAD: Names = Names::Ranges(&[
    (0, 0, "NONE / No Next Payload "),
    (1, 1, "Security Association"),
    (2, 2, "Proposal"),
    (3, 3, "Transform"),
    (4, 4, "Key Exchange"),
    (5, 5, "Identification"),
    (6, 6, "Certificate"),
    (7, 7, "Certificate Request"),
    (8, 8, "Hash"),
    (9, 9, "Signature"),
    (10, 10, "Nonce"),
    (11, 11, "Notification"),
    (12, 12, "Delete"),
    (13, 13, "Vendor ID"),
    (14, 14, "Attributes"),
    (15, 15, "SA KEK Payload"),
    (16, 16, "SA TEK Payload"),
    (17, 17, "Key Download"),
    (18, 18, "Sequence Number"),
    (19, 19, "Proof of Possession"),
    (20, 20, "NAT-D (RFC 3947)"),
    (21, 21, "NAT-OA (RFC 3947)"),
    (22, 22, "Group Associated Policy"),
    (33, 33, "Security Association"),
    (34, 34, "Key Exchange"),
    (35, 35, "Identification - Initiator"),
    (36, 36, "Identification - Responder"),
    (37, 37, "Certificate"),
    (38, 38, "Certificate Request"),
    (39, 39, "Authentication"),
    (40, 40, "Nonce"),
    (41, 41, "Notify"),
    (42, 42, "Delete"),
    (43, 43, "Vendor ID"),
    (44, 44, "Traffic Selector - Initiator"),
    (45, 45, "Traffic Selector - Responder"),
    (46, 46, "Encrypted and Authenticated"),
    (47, 47, "Configuration"),
    (48, 48, "Extensible Authentication"),
    (49, 49, "Generic Secure Password Method"),
    (50, 50, "Group Identification"),
    (51, 51, "Group Security Association"),
    (52, 52, "Key Download"),
    (53, 53, "Encrypted and Authenticated Fragment"),
    (54, 127, "Unassigned"),
    (128, 129, "Private Use"),
    (130, 130, "NAT-D (draft-ietf-ipsec-nat-t-ike-01 to 03)"),
    (131, 131, "NAT-OA (draft-ietf-ipsec-nat-t-ike-01 to 03)"),
    (132, 132, "Cisco-Fragmentation"),
    (133, 256, "Private Use"),
]);

/// `ID_TYPE`.
pub const ID_TYPE: Names = Names::Ranges(&[
    (0, 0, "RESERVED"),
    (1, 1, "IPV4_ADDR"),
    (2, 2, "FQDN"),
    (3, 3, "ID_RFC822_ADDR"),
    (4, 4, "IPV4_ADDR_SUBNET"),
    (5, 5, "IPV6_ADDR"),
    (6, 6, "IPV6_ADDR_SUBNET"),
    (7, 7, "IPV4_ADDR_RANGE"),
    (8, 8, "IPV6_ADDR_RANGE"),
    (9, 9, "DER_ASN1_DN"),
    (10, 10, "DER_ASN1_GN"),
    (11, 11, "KEY_ID"),
    (12, 12, "KEY_LIST"),
    (13, 200, "Future use"),
    (201, 255, "Private Use"),
]);

/// `CERT_ENCODING`.
pub const CERT_ENCODING: Names = Names::Ranges(&[
    (0, 0, "NONE"),
    (1, 1, "PKCS #7 wrapped X.509 certificate"),
    (2, 2, "PGP Certificate"),
    (3, 3, "DNS Signed Key"),
    (4, 4, "X.509 Certificate - Signature"),
    (5, 5, "*undefined by any document*"),
    (6, 6, "Kerberos Tokens"),
    (7, 7, "Certificate Revocation List (CRL)"),
    (8, 8, "Authority Revocation List (ARL)"),
    (9, 9, "SPKI Certificate"),
    (10, 10, "X.509 Certificate - Attribute"),
    (11, 11, "Raw RSA Key"),
    (12, 12, "Hash and URL of X.509 certificate"),
    (13, 13, "Hash and URL of X.509 bundle"),
    (14, 14, "OCSP Content"),
    (15, 200, "RESERVED to IANA"),
    (201, 255, "PRIVATE USE"),
]);

/// `AUTH_METHOD`.
pub const AUTH_METHOD: Names = Names::Ranges(&[
    (0, 0, "RESERVED TO IANA"),
    (1, 1, "RSA Digital Signature"),
    (2, 2, "Shared Key Message Integrity Code"),
    (3, 3, "DSS Digital Signature"),
    (4, 8, "RESERVED TO IANA"),
    (9, 9, "ECDSA with SHA-256 on the P-256 curve"),
    (10, 10, "ECDSA with SHA-384 on the P-384 curve"),
    (11, 11, "ECDSA with SHA-512 on the P-521 curve"),
    (12, 12, "Generic Secure Password Authentication Method"),
    (13, 13, "NULL Authentication"),
    (14, 14, "Digital Signature"),
    (15, 200, "RESERVED TO IANA"),
    (201, 255, "PRIVATE USE"),
]);

/// What version 1 calls notifications of a status otherwise than version 2.
pub const NOTIFY_STATUS_1: Names = Names::Ranges(&[
    (16384, 16384, "CONNECTED"),
    (16385, 24575, "RESERVED (Future Use)"),
    (24576, 24576, "RESPONDER-LIFETIME"),
    (24577, 24577, "REPLAY-STATUS"),
    (24578, 24578, "INITIAL-CONTACT"),
    (24579, 32767, "DOI-specific codes"),
    (32768, 36135, "Private Use"),
    (36136, 36136, "R-U-THERE"),
    (36137, 36137, "R-U-THERE-ACK"),
    (36138, 40500, "Private Use"),
    (40501, 40501, "UNITY-LOAD-BALANCE"),
    (40502, 40502, "UNITY-UNKNOWN"),
    (40503, 40503, "UNITY-GROUP-HASH"),
    (40504, 40959, "Private Use"),
    (40960, 65535, "RESERVED (Future Use)"),
]);

/// What version 2 calls notifications of errors, and the first of a status, otherwise than version 1.
pub const NOTIFY_ERRORS_2: Names = Names::Ranges(&[
    (0, 0, "RESERVED"),
    (1, 1, "UNSUPPORTED_CRITICAL_PAYLOAD"),
    (2, 3, "RESERVED"),
    (4, 4, "INVALID_IKE_SPI"),
    (5, 5, "INVALID_MAJOR_VERSION"),
    (6, 6, "RESERVED"),
    (7, 7, "INVALID_SYNTAX"),
    (8, 8, "RESERVED"),
    (9, 9, "INVALID_MESSAGE_ID"),
    (10, 10, "RESERVED"),
    (11, 11, "INVALID_SPI"),
    (12, 13, "RESERVED"),
    (14, 14, "NO_PROPOSAL_CHOSEN"),
    (15, 16, "RESERVED"),
    (17, 17, "INVALID_KE_PAYLOAD"),
    (24, 24, "AUTHENTICATION_FAILED"),
    (25, 33, "RESERVED"),
    (34, 34, "SINGLE_PAIR_REQUIRED"),
    (35, 35, "NO_ADDITIONAL_SAS"),
    (36, 36, "INTERNAL_ADDRESS_FAILURE"),
    (37, 37, "FAILED_CP_REQUIRED"),
    (38, 38, "TS_UNACCEPTABLE"),
    (39, 39, "INVALID_SELECTORS"),
    (40, 40, "UNACCEPTABLE_ADDRESSES"),
    (41, 41, "UNEXPECTED_NAT_DETECTED"),
    (42, 42, "USE_ASSIGNED_HoA"),
    (43, 43, "TEMPORARY_FAILURE"),
    (44, 44, "CHILD_SA_NOT_FOUND"),
    (45, 45, "INVALID_GROUP_ID"),
    (46, 46, "CHILD_SA_NOT_FOUND"),
    (47, 8191, "RESERVED TO IANA - Error types"),
    (8192, 16383, "Private Use - Errors"),
    (16384, 16384, "INITIAL_CONTACT"),
]);

/// `NOTIFY_MSGTYPE`.
pub const NOTIFY_MSGTYPE: Names = Names::Ranges(&[
    (0, 0, "<UNKNOWN>"),
    (1, 1, "INVALID-PAYLOAD-TYPE"),
    (2, 2, "DOI-NOT-SUPPORTED"),
    (3, 3, "SITUATION-NOT-SUPPORTED"),
    (4, 4, "INVALID-COOKIE"),
    (5, 5, "INVALID-MAJOR-VERSION"),
    (6, 6, "INVALID-MINOR-VERSION"),
    (7, 7, "INVALID-EXCHANGE-TYPE"),
    (8, 8, "INVALID-FLAGS"),
    (9, 9, "INVALID-MESSAGE-ID"),
    (10, 10, "INVALID-PROTOCOL-ID"),
    (11, 11, "INVALID-SPI"),
    (12, 12, "INVALID-TRANSFORM-ID"),
    (13, 13, "ATTRIBUTES-NOT-SUPPORTED"),
    (14, 14, "NO-PROPOSAL-CHOSEN"),
    (15, 15, "BAD-PROPOSAL-SYNTAX"),
    (16, 16, "PAYLOAD-MALFORMED"),
    (17, 17, "INVALID-KEY-INFORMATION"),
    (18, 18, "INVALID-ID-INFORMATION"),
    (19, 19, "INVALID-CERT-ENCODING"),
    (20, 20, "INVALID-CERTIFICATE"),
    (21, 21, "CERT-TYPE-UNSUPPORTED"),
    (22, 22, "INVALID-CERT-AUTHORITY"),
    (23, 23, "INVALID-HASH-INFORMATION"),
    (24, 24, "AUTHENTICATION-FAILED"),
    (25, 25, "INVALID-SIGNATURE"),
    (26, 26, "ADDRESS-NOTIFICATION"),
    (27, 27, "NOTIFY-SA-LIFETIME"),
    (28, 28, "CERTIFICATE-UNAVAILABLE"),
    (29, 29, "UNSUPPORTED-EXCHANGE-TYPE"),
    (30, 30, "UNEQUAL-PAYLOAD-LENGTHS"),
    (31, 8191, "RESERVED (Future Use)"),
    (8192, 16383, "Private Use"),
    (16384, 16384, "CONNECTED"),
    (16385, 16385, "SET_WINDOW_SIZE"),
    (16386, 16386, "ADDITIONAL_TS_POSSIBLE"),
    (16387, 16387, "IPCOMP_SUPPORTED"),
    (16388, 16388, "NAT_DETECTION_SOURCE_IP"),
    (16389, 16389, "NAT_DETECTION_DESTINATION_IP"),
    (16390, 16390, "COOKIE"),
    (16391, 16391, "USE_TRANSPORT_MODE"),
    (16392, 16392, "HTTP_CERT_LOOKUP_SUPPORTED"),
    (16393, 16393, "REKEY_SA"),
    (16394, 16394, "ESP_TFC_PADDING_NOT_SUPPORTED"),
    (16395, 16395, "NON_FIRST_FRAGMENTS_ALSO"),
    (16396, 16396, "MOBIKE_SUPPORTED"),
    (16397, 16397, "ADDITIONAL_IP4_ADDRESS"),
    (16398, 16398, "ADDITIONAL_IP6_ADDRESS"),
    (16399, 16399, "NO_ADDITIONAL_ADDRESSES"),
    (16400, 16400, "UPDATE_SA_ADDRESSES"),
    (16401, 16401, "COOKIE2"),
    (16402, 16402, "NO_NATS_ALLOWED"),
    (16403, 16403, "AUTH_LIFETIME"),
    (16404, 16404, "MULTIPLE_AUTH_SUPPORTED"),
    (16405, 16405, "ANOTHER_AUTH_FOLLOWS"),
    (16406, 16406, "REDIRECT_SUPPORTED"),
    (16407, 16407, "REDIRECT"),
    (16408, 16408, "REDIRECTED_FROM"),
    (16409, 16409, "TICKET_LT_OPAQUE"),
    (16410, 16410, "TICKET_REQUEST"),
    (16411, 16411, "TICKET_ACK"),
    (16412, 16412, "TICKET_NACK"),
    (16413, 16413, "TICKET_OPAQUE"),
    (16414, 16414, "LINK_ID"),
    (16415, 16415, "USE_WESP_MODE"),
    (16416, 16416, "ROHC_SUPPORTED"),
    (16417, 16417, "EAP_ONLY_AUTHENTICATION"),
    (16418, 16418, "CHILDLESS_IKEV2_SUPPORTED"),
    (16419, 16419, "QUICK_CRASH_DETECTION"),
    (16420, 16420, "IKEV2_MESSAGE_ID_SYNC_SUPPORTED"),
    (16421, 16421, "IPSEC_REPLAY_COUNTER_SYNC_SUPPORTED"),
    (16422, 16422, "IKEV2_MESSAGE_ID_SYNC"),
    (16423, 16423, "IPSEC_REPLAY_COUNTER_SYNC"),
    (16424, 16424, "SECURE_PASSWORD_METHODS"),
    (16425, 16425, "PSK_PERSIST"),
    (16426, 16426, "PSK_CONFIRM"),
    (16427, 16427, "ERX_SUPPORTED"),
    (16428, 16428, "IFOM_CAPABILITY"),
    (16429, 16429, "SENDER_REQUEST_ID"),
    (16430, 16430, "IKEV2_FRAGMENTATION_SUPPORTED"),
    (16431, 16431, "SIGNATURE_HASH_ALGORITHMS"),
    (16432, 40959, "RESERVED TO IANA - STATUS TYPES"),
    (40960, 65535, "Private Use - STATUS TYPES"),
]);

/// `NOTIFY_DATA_SIGNATURE_HASH_ALGORITHMS`.
pub const NOTIFY_DATA_SIGNATURE_HASH_ALGORITHMS: Names = Names::Ranges(&[
    (0, 0, "Reserved"),
    (1, 1, "SHA1"),
    (2, 2, "SHA2-256"),
    (3, 3, "SHA2-384"),
    (4, 4, "SHA2-512"),
    (5, 5, "Identity"),
    (6, 1023, "Unassigned"),
    (1024, 65535, "Reserved for Private Use"),
]);

/// `IKE_ATTR_TYPE`.
pub const IKE_ATTR_TYPE: Names = Names::Ranges(&[
    (1, 1, "Encryption-Algorithm"),
    (2, 2, "Hash-Algorithm"),
    (3, 3, "Authentication-Method"),
    (4, 4, "Group-Description"),
    (5, 5, "Group-Type"),
    (6, 6, "Group-Prime"),
    (7, 7, "Group-Generator-One"),
    (8, 8, "Group-Generator-Two"),
    (9, 9, "Group-Curve-A"),
    (10, 10, "Group-Curve-B"),
    (11, 11, "Life-Type"),
    (12, 12, "Life-Duration"),
    (13, 13, "PRF"),
    (14, 14, "Key-Length"),
    (15, 15, "Field-Size"),
    (16, 16, "Group-Order"),
    (17, 17, "Block-Size"),
    (18, 19, "Unassigned (Future use)"),
    (20, 20, "Asymmetric-Cryptographic-Algorithm-Type"),
    (21, 16383, "Unassigned (Future use)"),
    (16384, 32767, "Private use"),
]);

/// `TF_TYPE`.
pub const TF_TYPE: Names = Names::Ranges(&[
    (0, 0, "RESERVED"),
    (1, 1, "Encryption Algorithm (ENCR)"),
    (2, 2, "Pseudo-random Function (PRF)"),
    (3, 3, "Integrity Algorithm (INTEG)"),
    (4, 4, "Diffie-Hellman Group (D-H)"),
    (5, 5, "Extended Sequence Numbers (ESN)"),
    (6, 240, "Reserved to IANA"),
    (241, 255, "Private Use"),
]);

/// `IKE2_ATTR_TYPE`.
pub const IKE2_ATTR_TYPE: Names = Names::Ranges(&[
    (0, 13, "Reserved"),
    (14, 14, "Key Length"),
    (15, 17, "Reserved"),
    (18, 16383, "Unassigned (Future use)"),
    (16384, 32767, "Private use"),
]);

/// `SAK_SRC_ID_TYPE`.
pub const SAK_SRC_ID_TYPE: Names = Names::Ranges(&[
    (0, 0, "RESERVED"),
    (1, 1, "IPV4_ADDR"),
    (2, 2, "FQDN"),
    (3, 3, "USER_FQDN"),
    (4, 4, "IPV4_ADDR_SUBNET"),
    (5, 5, "IPV6_ADDR"),
    (6, 6, "IPV6_ADDR_SUBNET"),
    (7, 7, "IPV4_ADDR_RANGE"),
    (8, 8, "IPV6_ADDR_RANGE"),
    (9, 9, "DER_ASN1_DN"),
    (10, 10, "DER_ASN1_GN"),
    (11, 11, "KEY_ID"),
    (12, 12, "KEY_LIST"),
    (13, 248, "Future use"),
    (249, 255, "Private Use"),
]);

/// Vendor identifiers by their beginnings.
const VENDORS: &[(&[u8], &str)] = &[
    (
        b"\xaf\xca\xd7\x13\x68\xa1\xf1\xc9\x6b\x86\x96\xfc\x77\x57\x01\x00",
        "RFC 3706 DPD (Dead Peer Detection)",
    ),
    (
        b"\x4a\x13\x1c\x81\x07\x03\x58\x45\x5c\x57\x28\xf2\x0e\x95\x45\x2f",
        "RFC 3947 Negotiation of NAT-Traversal in the IKE",
    ),
    (b"\x44\x85\x15\x2d\x18\xb6\xbb\xcd\x0b\xe8\xa8\x46\x95\x79\xdd\xcc", "draft-ietf-ipsec-nat-t-ike-00"),
    (b"\xcd\x60\x46\x43\x35\xdf\x21\xf8\x7c\xfd\xb2\xfc\x68\xb6\xa4\x48", "draft-ietf-ipsec-nat-t-ike-02"),
    (b"\x90\xcb\x80\x91\x3e\xbb\x69\x6e\x08\x63\x81\xb5\xec\x42\x7b\x1f", "draft-ietf-ipsec-nat-t-ike-02\\n"),
    (b"\x7d\x94\x19\xa6\x53\x10\xca\x6f\x2c\x17\x9d\x92\x15\x52\x9d\x56", "draft-ietf-ipsec-nat-t-ike-03"),
    (b"\x09\x00\x26\x89\xdf\xd6\xb7\x12", "XAUTH"),
    (b"\x12\xf5\xf2\x8c\x45\x71\x68\xa9\x70\x2d\x9f\xe2\x74\xcc", "CISCO-UNITY"),
    (b"\x40\x48\xb7\xd5\x6e\xbc\xe8\x85\x25\xe7\xde\x7f\x00\xd6\xc2\xd3", "Cisco Fragmentation"),
];

/// The name of a vendor identifier.
pub fn vendor(id: &[u8]) -> Option<&'static str> {
    VENDORS.iter().find(|(start, _)| id.starts_with(start)).map(|(_, name)| *name)
}
