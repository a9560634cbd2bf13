//! Names of values, and of interfaces by their UUIDs.

use requin_wire::{Names, Out, names};

pub(super) const SET_NOTSET: Names = Names::Bools("Set", "Not set");

names! {
    /// Types of PDUs.
    pub PKT_TYPE_NAMES {
        0 => "Request",
        1 => "Ping",
        2 => "Response",
        3 => "Fault",
        4 => "Working",
        5 => "Nocall",
        6 => "Reject",
        7 => "Ack",
        8 => "Cl_cancel",
        9 => "Fack",
        10 => "Cancel_ack",
        11 => "Bind",
        12 => "Bind_ack",
        13 => "Bind_nak",
        14 => "Alter_context",
        15 => "Alter_context_resp",
        16 => "AUTH3",
        17 => "Shutdown",
        18 => "Co_cancel",
        19 => "Orphaned",
        20 => "RPC-over-HTTP RTS",
    }
    /// Types of authentication ([MS-RPCE] 2.2.1.1.7).
    pub AUTH_TYPES {
        0 => "None",
        1 => "Kerberos 5",
        9 => "SPNEGO",
        10 => "NTLMSSP",
        14 => "SCHANNEL SSP",
        16 => "Kerberos SSP",
        17 => "Distributed Password Authentication SSP",
        18 => "MSN SSP",
        21 => "Digest SSP",
        68 => "NETLOGON Secure Channel",
        100 => "MSMQ SSP",
    }
    /// How far it goes ([MS-RPCE] 2.2.1.1.8).
    pub AUTH_LEVELS {
        1 => "None",
        2 => "Connect",
        3 => "Call",
        4 => "Packet",
        5 => "Packet integrity",
        6 => "Packet privacy",
    }
    /// What became of a context.
    pub ACK_RESULTS {
        0 => "Acceptance",
        1 => "User rejection",
        2 => "Provider rejection",
        3 => "Negotiate ACK",
    }
    /// Why a context was rejected.
    pub ACK_REASONS {
        0 => "Reason not specified",
        1 => "Abstract syntax not supported",
        2 => "Proposed transfer syntaxes not supported",
        3 => "Local limit exceeded",
    }
    /// Why an association was rejected.
    pub REJECT_REASONS {
        0 => "Reason not specified",
        1 => "Temporary congestion",
        2 => "Local limit exceeded",
        3 => "Called paddr unknown",
        4 => "Protocol version not supported",
        5 => "Default context not supported",
        6 => "User data not readable",
        7 => "No PSAP available",
        8 => "Authentication type not recognized",
        9 => "Invalid checksum",
    }
    /// Order of bytes.
    pub BYTE_ORDERS {
        0 => "Big-endian",
        1 => "Little-endian",
    }
    /// Sets of characters.
    pub CHARACTERS {
        0 => "ASCII",
        1 => "EBCDIC",
    }
    /// Formats of floating-point numbers.
    pub FLOATS {
        0 => "IEEE",
        1 => "VAX",
        2 => "Cray",
        3 => "IBM",
    }
    /// Why a call failed (C706, appendix E, and [MS-ERREF]).
    pub STATUS {
        0 => "Stub-defined exception",
        1 => "nca_s_fault_other",
        5 => "nca_s_fault_access_denied",
        1752 => "nca_s_fault_cant_perform",
        1783 => "nca_s_fault_ndr",
        1825 => "nca_s_fault_sec_pkg_error",
        0x1c000001 => "nca_s_fault_int_div_by_zero",
        0x1c000002 => "nca_s_fault_addr_error",
        0x1c000003 => "nca_s_fault_fp_div_zero",
        0x1c000004 => "nca_s_fault_fp_underflow",
        0x1c000005 => "nca_s_fault_fp_overflow",
        0x1c000006 => "nca_s_fault_invalid_tag",
        0x1c000007 => "nca_s_fault_invalid_bound",
        0x1c000008 => "nca_rpc_version_mismatch",
        0x1c000009 => "nca_unspec_reject",
        0x1c00000a => "nca_s_bad_actid",
        0x1c00000b => "nca_who_are_you_failed",
        0x1c00000c => "nca_manager_not_entered",
        0x1c00000d => "nca_s_fault_cancel",
        0x1c00000e => "nca_s_fault_ill_inst",
        0x1c00000f => "nca_s_fault_fp_error",
        0x1c000010 => "nca_s_fault_int_overflow",
        0x1c000014 => "nca_s_fault_pipe_empty",
        0x1c000015 => "nca_s_fault_pipe_closed",
        0x1c000016 => "nca_s_fault_pipe_order",
        0x1c000017 => "nca_s_fault_pipe_discipline",
        0x1c000018 => "nca_s_fault_pipe_comm_error",
        0x1c000019 => "nca_s_fault_pipe_memory",
        0x1c00001a => "nca_s_fault_context_mismatch",
        0x1c00001b => "nca_s_fault_remote_no_memory",
        0x1c00001c => "nca_invalid_pres_context_id",
        0x1c00001d => "nca_unsupported_authn_level",
        0x1c00001f => "nca_invalid_checksum",
        0x1c000020 => "nca_invalid_crc",
        0x1c000021 => "ncs_s_fault_user_defined",
        0x1c000022 => "nca_s_fault_tx_open_failed",
        0x1c000023 => "nca_s_fault_codeset_conv_error",
        0x1c000024 => "nca_s_fault_object_not_found",
        0x1c000025 => "nca_s_fault_no_client_stub",
        0x1c010002 => "nca_op_rng_error",
        0x1c010003 => "nca_unk_if",
        0x1c010006 => "nca_wrong_boot_time",
        0x1c010009 => "nca_s_you_crashed",
        0x1c01000b => "nca_proto_error",
        0x1c010013 => "nca_out_args_too_big",
        0x1c010014 => "nca_server_too_busy",
        0x1c010017 => "nca_unsupported_type",
        0x80004001 => "E_NOTIMPL",
        0x80004003 => "E_POINTER",
        0x80004004 => "E_ABORT",
        0x8000ffff => "E_UNEXPECTED",
        0x80010105 => "RPC_E_SERVERFAULT",
        0x80010108 => "RPC_E_DISCONNECTED",
        0x80010113 => "RPC_E_INVALID_IPID",
        0x8001011f => "RPC_E_TIMEOUT",
        0x80020003 => "DISP_E_MEMBERNOTFOUND",
        0x80020006 => "DISP_E_UNKNOWNNAME",
        0x8002000e => "DISP_E_BADPARAMCOUNT",
        0x8004cb00 => "CBA_E_MALFORMED",
        0x8004cb01 => "CBA_E_UNKNOWNOBJECT",
        0x8004cb05 => "CBA_E_INVALIDID",
        0x8004cb09 => "CBA_E_INVALIDCOOKIE",
        0x8004cb0b => "CBA_E_QOSTYPEUNSUPPORTED",
        0x8004cb0c => "CBA_E_QOSVALUEUNSUPPORTED",
        0x8004cb0f => "CBA_E_NOTAPPLICABLE",
        0x8004cb12 => "CBA_E_LIMITVIOLATION",
        0x8004cb13 => "CBA_E_QOSTYPENOTAPPLICABLE",
        0x8004cb18 => "CBA_E_OUTOFPARTNERACCOS",
        0x8004cb1c => "CBA_E_FLAGUNSUPPORTED",
        0x8004cb23 => "CBA_E_FRAMECOUNTUNSUPPORTED",
        0x8004cb25 => "CBA_E_MODECHANGE",
        0x8007000e => "E_OUTOFMEMORY",
        0x80070057 => "E_INVALIDARG",
        0x800706d1 => "RPC_S_PROCNUM_OUT_OF_RANGE",
        0x80070776 => "OR_INVALID_OXID",
    }
}

/// Interfaces and transfer syntaxes by their UUIDs, sorted.
const UUIDS: &[(u128, &str)] = &[
    (0x00000131_0000_0000_c000_000000000046, "IRemUnknown"),
    (0x00000143_0000_0000_c000_000000000046, "IRemUnknown2"),
    (0x000001a0_0000_0000_c000_000000000046, "ISystemActivator"),
    (0x12345678_1234_abcd_ef00_0123456789ab, "SPOOLSS"),
    (0x12345678_1234_abcd_ef00_01234567cffb, "RPC_NETLOGON"),
    (0x12345778_1234_abcd_ef00_0123456789ab, "LSARPC"),
    (0x12345778_1234_abcd_ef00_0123456789ac, "SAMR"),
    (0x1ff70682_0a51_30e8_076d_740be8cee98b, "ATSVC"),
    (0x2f5f6520_ca46_1067_b319_00dd010662da, "TAPI"),
    (0x338cd001_2244_31f1_aaaa_900038001003, "WINREG"),
    (0x367abb81_9844_35f1_ad32_98f038001003, "SVCCTL"),
    (0x3919286a_b10c_11d0_9ba8_00c04fd92ef5, "DSSETUP"),
    (0x4b324fc8_1670_01d3_1278_5a47bf6ee188, "SRVSVC"),
    (0x4d9f4ab8_7d1c_11cf_861e_0020af6e7c57, "REMACT"),
    (0x4da1c422_943d_11d1_acae_00c04fc2aa3f, "TRKSVR"),
    (0x4fc742e0_4a10_11cf_8273_00aa004ae673, "NETDFS"),
    (0x50abc2a4_574d_40b3_9d66_ee4fd5fba076, "DNSSERVER"),
    (0x5a7b91f8_ff00_11d0_a9b2_00c04fb6e6fc, "Messenger"),
    (0x6bffd098_a112_3610_9833_46c3f87e345a, "WKSSVC"),
    (0x6cb71c2c_9812_4540_0300_000000000000, "Bind Time Feature Negotiation"),
    (0x71710533_beba_4937_8319_b5dbef9ccc36, "64bit NDR"),
    (0x76f03f96_cdfd_44fc_a22c_64950a001209, "IREMOTEWINSPOOL"),
    (0x82273fdc_e32a_18c3_3f78_827929dc23ea, "EVENTLOG"),
    (0x86d35949_83c9_4044_b424_db363231fd0c, "TaskSchedulerService"),
    (0x885d85fb_c754_4062_a0e7_6872ce0064f4, "MDSSVC"),
    (0x894de0c0_0d55_11d3_a322_00c04fa321a1, "INITSHUTDOWN"),
    (0x897e2e5f_93f3_4376_9c9c_fd2277495c27, "FRSTRANS"),
    (0x8a885d04_1ceb_11c9_9fe8_08002b104860, "32bit NDR"),
    (0x8d9f4e40_a03d_11ce_8f69_08003e30051b, "PNP"),
    (0x8f09f000_b7ed_11ce_bbd2_00001a181cad, "RRAS"),
    (0x99fcfec4_5260_101b_bbcb_00aa0021347a, "IOXIDResolver"),
    (0xa4f1db00_ca47_1067_b31f_00dd010662da, "MAPI"),
    (0xa8e0653c_2744_4389_a61d_7373df8b2292, "FSRVP"),
    (0xafa8bd80_7d8a_11c9_bef4_08002b102989, "MGMT"),
    (0xc681d488_d850_11d0_8c52_00c04fd90f7e, "EFS"),
    (0xccd8c074_d0e5_4a40_92b4_d074faa6ba28, "WITNESS"),
    (0xdea00001_6c97_11d1_8271_00a02442df7d, "PNIO (Device Interface)"),
    (0xdea00002_6c97_11d1_8271_00a02442df7d, "PNIO (Controller Interface)"),
    (0xe1af8308_5d1f_11c9_91a4_08002b14a0fa, "EPMv4"),
    (0xe3514235_4b06_11d1_ab04_00c04fc2dcd2, "DRSUAPI"),
    (0xf5cc59b4_4264_101a_8c59_08002b2f8426, "FRSRPC"),
    (0xf5cc5a18_4264_101a_8c59_08002b2f8426, "NSPI"),
];

/// Features that are negotiated by a transfer syntax of this UUID, but for its last eight bytes.
const BIND_TIME_FEATURES: u64 = 0x6cb7_1c2c_9812_4540;

/// Whether a transfer syntax stands for features.
pub(super) fn is_features(uuid: &[u8; 16]) -> bool {
    u128::from_be_bytes(*uuid) >> 64 == u128::from(BIND_TIME_FEATURES)
}

/// The name of a UUID in network order.
pub(super) fn uuid_name(uuid: &[u8; 16]) -> Option<&'static str> {
    let n = u128::from_be_bytes(*uuid);
    if is_features(uuid) {
        return Some("Bind Time Feature Negotiation");
    }
    UUIDS.binary_search_by_key(&n, |u| u.0).ok().and_then(|i| UUIDS.get(i)).map(|u| u.1)
}

/// Writes a UUID in network order.
pub(super) fn write_uuid(o: &mut Out<'_>, uuid: &[u8; 16]) {
    for (i, b) in uuid.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            o.c(b'-');
        }
        o.x(*b, 2);
    }
}

/// Writes the name of a UUID, or the UUID.
pub(super) fn write_name(o: &mut Out<'_>, uuid: &[u8; 16]) {
    match uuid_name(uuid) {
        Some(name) => _ = o.s(name),
        None => write_uuid(o, uuid),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_are_sorted() {
        assert!(UUIDS.is_sorted_by_key(|u| u.0));
        let svcctl = 0x367abb81_9844_35f1_ad32_98f038001003u128.to_be_bytes();
        assert_eq!(uuid_name(&svcctl), Some("SVCCTL"));
        let mut text = Vec::new();
        write_uuid(&mut Out::new(&mut text), &svcctl);
        assert_eq!(text, b"367abb81-9844-35f1-ad32-98f038001003");
    }
}
