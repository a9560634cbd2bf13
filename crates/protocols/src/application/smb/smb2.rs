//! SMB 2 and 3, [MS-SMB2]: the header of every message, and the requests and responses that say most.

use super::{security, status, text16};
use crate::application::dcerpc;
use requin_wire::{Cursor, Cx, Field, Names, Ports, Sink, Step, Stop, Value, names, proto};

proto! {
    SMB2 "smb2" "SMB2 (Server Message Block Protocol version 2)" "SMB2" App
    on []
    looks_like [Netbios accepts]
    fields {
        CMD "smb2.cmd" "Command": U16 Dec = CMD_NAMES;
        HEADER_LEN "smb2.header_len" "Header Length": U16 Dec;
        NT_STATUS "smb2.nt_status" "NT Status": U32 Hex = super::status::NT_STATUS;
        MSG_ID "smb2.msg_id" "Message ID": U64 Dec;
        TID "smb2.tid" "Tree Id": U32 Hex;
        AID "smb2.aid" "Async Id": U64 Hex;
        SESID "smb2.sesid" "Session Id": U64 Hex;
        PREVIOUS_SESID "smb2.previous_sesid" "Previous Session Id": U64 Hex;
        CHAIN_OFFSET "smb2.chain_offset" "Chain Offset": U32 Hex;
        PID "smb2.pid" "Process Id": U32 Hex;
        FLAGS "smb2.flags" "Flags": U32 Hex;
        FLAGS_RESPONSE "smb2.flags.response" "Response": Bool(32) & 0x1 = Names::Bools("This is a RESPONSE", "This is a REQUEST");
        FLAGS_ASYNC "smb2.flags.async" "Async command": Bool(32) & 0x2 = Names::Bools("This is an ASYNC command", "This is a SYNC command");
        FLAGS_DFS "smb2.flags.dfs" "DFS operation": Bool(32) & 0x10000000 = Names::Bools("This is a DFS OPERATION", "This is a normal operation");
        FLAGS_CHAINED "smb2.flags.chained" "Chained": Bool(32) & 0x4 = Names::Bools("This pdu is a CHAINED command", "This pdu is NOT a chained command");
        FLAGS_SIGNATURE "smb2.flags.signature" "Signing": Bool(32) & 0x8 = Names::Bools("This pdu is SIGNED", "This pdu is NOT signed");
        FLAGS_REPLAY "smb2.flags.replay" "Replay operation": Bool(32) & 0x20000000 = Names::Bools("This is a REPLAY OPERATION", "This is NOT a replay operation");
        FLAGS_PRIORITY_MASK "smb2.flags.priority_mask" "Priority": Bool(32) & 0x70 = Names::Bools("This pdu contains a PRIORITY", "This pdu does NOT contain a PRIORITY");
        TREE "smb2.tree" "Tree": Str;
        FILENAME "smb2.filename" "Filename": Str;
        FIND_INFOLEVEL "smb2.find.infolevel" "Info Level": U32 Dec = FIND_INFOLEVEL_NAMES;
        FIND_FLAGS "smb2.find.flags" "Find Flags": U8 Hex;
        FIND_PATTERN "smb2.find.pattern" "Search Pattern": Str;
        CLASS "smb2.class" "Class": U8 Hex = CLASS_NAMES;
        INFOLEVEL "smb2.infolevel" "InfoLevel": U8 Hex;
        WRITE_LENGTH "smb2.write_length" "Write Length": U32 Dec;
        READ_LENGTH "smb2.read_length" "Read Length": U32 Dec;
        FILE_OFFSET "smb2.file_offset" "File Offset": U64 Dec;
        SECURITY_BLOB "smb2.security_blob" "Security Blob": Bytes;
        FID "smb2.fid" "File Id": Guid;
        CREATE_DISPOSITION "smb2.create.disposition" "Disposition": U32 Dec = CREATE_DISPOSITION_NAMES;
        CREATE_ACTION "smb2.create.action" "Create Action": U32 Dec = CREATE_ACTION_NAMES;
        CREATE_OPLOCK "smb2.create.oplock" "Oplock": U8 Hex = CREATE_OPLOCK_NAMES;
        BUFFER_CODE "smb2.buffer_code" "StructureSize": U16 Hex;
        BUFFER_CODE_LENGTH "smb2.buffer_code.length" "Fixed Part Length": U16 Dec & 0xfffe;
        OLB_LENGTH "smb2.olb.length" "Blob Length": U32 Dec;
        OLB_OFFSET "smb2.olb.offset" "Blob Offset": U32 Hex;
        BUFFER_CODE_DYNAMIC "smb2.buffer_code.dynamic" "Dynamic Part": Bool(16) & 0x1;
        IMPERSONATION_LEVEL "smb2.impersonation.level" "Impersonation level": U32 Dec = IMPERSONATION_LEVEL_NAMES;
        IOCTL_FUNCTION "smb2.ioctl.function" "Function": U32 Hex = IOCTL_FUNCTION_NAMES;
        SHARE_TYPE "smb2.share_type" "Share Type": U8 Hex = SHARE_TYPE_NAMES;
        CREDIT_CHARGE "smb2.credit.charge" "Credit Charge": U16 Dec;
        CREDITS_REQUESTED "smb2.credits.requested" "Credits requested": U16 Dec;
        CREDITS_GRANTED "smb2.credits.granted" "Credits granted": U16 Dec;
        CHANNEL_SEQUENCE "smb2.channel_sequence" "Channel Sequence": U16 Dec;
        DIALECT_COUNT "smb2.dialect_count" "Dialect count": U16 Dec;
        DIALECT "smb2.dialect" "Dialect": U16 Hex = DIALECT_NAMES;
        SEC_MODE "smb2.sec_mode" "Security mode": U8 Hex;
        SESSION_FLAGS "smb2.session_flags" "Session Flags": U16 Hex;
        CAPABILITIES "smb2.capabilities" "Capabilities": U32 Hex;
        SIGNATURE "smb2.signature" "Signature": Bytes;
        CHANNEL "smb2.channel" "Channel": U32 Hex = CHANNEL_NAMES;
        FIND_RESTART_SCANS "smb2.find.restart_scans" "Restart Scans": Bool(8) & 0x1;
        FIND_SINGLE_ENTRY "smb2.find.single_entry" "Single Entry": Bool(8) & 0x2;
        FIND_INDEX_SPECIFIED "smb2.find.index_specified" "Index Specified": Bool(8) & 0x4;
        FIND_REOPEN "smb2.find.reopen" "Reopen": Bool(8) & 0x10;
        RESERVED "smb2.reserved" "Reserved": Bytes;
    }
}

names! {
    CMD_NAMES {
        0 => "Negotiate Protocol",
        1 => "Session Setup",
        2 => "Session Logoff",
        3 => "Tree Connect",
        4 => "Tree Disconnect",
        5 => "Create",
        6 => "Close",
        7 => "Flush",
        8 => "Read",
        9 => "Write",
        10 => "Lock",
        11 => "Ioctl",
        12 => "Cancel",
        13 => "KeepAlive",
        14 => "Find",
        15 => "Notify",
        16 => "GetInfo",
        17 => "SetInfo",
        18 => "Break",
        19 => "unknown-0x13",
        20 => "unknown-0x14",
        21 => "unknown-0x15",
        22 => "unknown-0x16",
        23 => "unknown-0x17",
        24 => "unknown-0x18",
        25 => "unknown-0x19",
        26 => "unknown-0x1A",
        27 => "unknown-0x1B",
        28 => "unknown-0x1C",
        29 => "unknown-0x1D",
        30 => "unknown-0x1E",
        31 => "unknown-0x1F",
        32 => "unknown-0x20",
        33 => "unknown-0x21",
        34 => "unknown-0x22",
        35 => "unknown-0x23",
        36 => "unknown-0x24",
        37 => "unknown-0x25",
        38 => "unknown-0x26",
        39 => "unknown-0x27",
        40 => "unknown-0x28",
        41 => "unknown-0x29",
        42 => "unknown-0x2A",
        43 => "unknown-0x2B",
        44 => "unknown-0x2C",
        45 => "unknown-0x2D",
        46 => "unknown-0x2E",
        47 => "unknown-0x2F",
        48 => "unknown-0x30",
        49 => "unknown-0x31",
        50 => "unknown-0x32",
        51 => "unknown-0x33",
        52 => "unknown-0x34",
        53 => "unknown-0x35",
        54 => "unknown-0x36",
        55 => "unknown-0x37",
        56 => "unknown-0x38",
        57 => "unknown-0x39",
        58 => "unknown-0x3A",
        59 => "unknown-0x3B",
        60 => "unknown-0x3C",
        61 => "unknown-0x3D",
        62 => "unknown-0x3E",
        63 => "unknown-0x3F",
        64 => "unknown-0x40",
        65 => "unknown-0x41",
        66 => "unknown-0x42",
        67 => "unknown-0x43",
        68 => "unknown-0x44",
        69 => "unknown-0x45",
        70 => "unknown-0x46",
        71 => "unknown-0x47",
        72 => "unknown-0x48",
        73 => "unknown-0x49",
        74 => "unknown-0x4A",
        75 => "unknown-0x4B",
        76 => "unknown-0x4C",
        77 => "unknown-0x4D",
        78 => "unknown-0x4E",
        79 => "unknown-0x4F",
        80 => "unknown-0x50",
        81 => "unknown-0x51",
        82 => "unknown-0x52",
        83 => "unknown-0x53",
        84 => "unknown-0x54",
        85 => "unknown-0x55",
        86 => "unknown-0x56",
        87 => "unknown-0x57",
        88 => "unknown-0x58",
        89 => "unknown-0x59",
        90 => "unknown-0x5A",
        91 => "unknown-0x5B",
        92 => "unknown-0x5C",
        93 => "unknown-0x5D",
        94 => "unknown-0x5E",
        95 => "unknown-0x5F",
        96 => "unknown-0x60",
        97 => "unknown-0x61",
        98 => "unknown-0x62",
        99 => "unknown-0x63",
        100 => "unknown-0x64",
        101 => "unknown-0x65",
        102 => "unknown-0x66",
        103 => "unknown-0x67",
        104 => "unknown-0x68",
        105 => "unknown-0x69",
        106 => "unknown-0x6A",
        107 => "unknown-0x6B",
        108 => "unknown-0x6C",
        109 => "unknown-0x6D",
        110 => "unknown-0x6E",
        111 => "unknown-0x6F",
        112 => "unknown-0x70",
        113 => "unknown-0x71",
        114 => "unknown-0x72",
        115 => "unknown-0x73",
        116 => "unknown-0x74",
        117 => "unknown-0x75",
        118 => "unknown-0x76",
        119 => "unknown-0x77",
        120 => "unknown-0x78",
        121 => "unknown-0x79",
        122 => "unknown-0x7A",
        123 => "unknown-0x7B",
        124 => "unknown-0x7C",
        125 => "unknown-0x7D",
        126 => "unknown-0x7E",
        127 => "unknown-0x7F",
        128 => "unknown-0x80",
        129 => "unknown-0x81",
        130 => "unknown-0x82",
        131 => "unknown-0x83",
        132 => "unknown-0x84",
        133 => "unknown-0x85",
        134 => "unknown-0x86",
        135 => "unknown-0x87",
        136 => "unknown-0x88",
        137 => "unknown-0x89",
        138 => "unknown-0x8A",
        139 => "unknown-0x8B",
        140 => "unknown-0x8C",
        141 => "unknown-0x8D",
        142 => "unknown-0x8E",
        143 => "unknown-0x8F",
        144 => "unknown-0x90",
        145 => "unknown-0x91",
        146 => "unknown-0x92",
        147 => "unknown-0x93",
        148 => "unknown-0x94",
        149 => "unknown-0x95",
        150 => "unknown-0x96",
        151 => "unknown-0x97",
        152 => "unknown-0x98",
        153 => "unknown-0x99",
        154 => "unknown-0x9A",
        155 => "unknown-0x9B",
        156 => "unknown-0x9C",
        157 => "unknown-0x9D",
        158 => "unknown-0x9E",
        159 => "unknown-0x9F",
        160 => "unknown-0xA0",
        161 => "unknown-0xA1",
        162 => "unknown-0xA2",
        163 => "unknown-0xA3",
        164 => "unknown-0xA4",
        165 => "unknown-0xA5",
        166 => "unknown-0xA6",
        167 => "unknown-0xA7",
        168 => "unknown-0xA8",
        169 => "unknown-0xA9",
        170 => "unknown-0xAA",
        171 => "unknown-0xAB",
        172 => "unknown-0xAC",
        173 => "unknown-0xAD",
        174 => "unknown-0xAE",
        175 => "unknown-0xAF",
        176 => "unknown-0xB0",
        177 => "unknown-0xB1",
        178 => "unknown-0xB2",
        179 => "unknown-0xB3",
        180 => "unknown-0xB4",
        181 => "unknown-0xB5",
        182 => "unknown-0xB6",
        183 => "unknown-0xB7",
        184 => "unknown-0xB8",
        185 => "unknown-0xB9",
        186 => "unknown-0xBA",
        187 => "unknown-0xBB",
        188 => "unknown-0xBC",
        189 => "unknown-0xBD",
        190 => "unknown-0xBE",
        191 => "unknown-0xBF",
        192 => "unknown-0xC0",
        193 => "unknown-0xC1",
        194 => "unknown-0xC2",
        195 => "unknown-0xC3",
        196 => "unknown-0xC4",
        197 => "unknown-0xC5",
        198 => "unknown-0xC6",
        199 => "unknown-0xC7",
        200 => "unknown-0xC8",
        201 => "unknown-0xC9",
        202 => "unknown-0xCA",
        203 => "unknown-0xCB",
        204 => "unknown-0xCC",
        205 => "unknown-0xCD",
        206 => "unknown-0xCE",
        207 => "unknown-0xCF",
        208 => "unknown-0xD0",
        209 => "unknown-0xD1",
        210 => "unknown-0xD2",
        211 => "unknown-0xD3",
        212 => "unknown-0xD4",
        213 => "unknown-0xD5",
        214 => "unknown-0xD6",
        215 => "unknown-0xD7",
        216 => "unknown-0xD8",
        217 => "unknown-0xD9",
        218 => "unknown-0xDA",
        219 => "unknown-0xDB",
        220 => "unknown-0xDC",
        221 => "unknown-0xDD",
        222 => "unknown-0xDE",
        223 => "unknown-0xDF",
        224 => "unknown-0xE0",
        225 => "unknown-0xE1",
        226 => "unknown-0xE2",
        227 => "unknown-0xE3",
        228 => "unknown-0xE4",
        229 => "unknown-0xE5",
        230 => "unknown-0xE6",
        231 => "unknown-0xE7",
        232 => "unknown-0xE8",
        233 => "unknown-0xE9",
        234 => "unknown-0xEA",
        235 => "unknown-0xEB",
        236 => "unknown-0xEC",
        237 => "unknown-0xED",
        238 => "unknown-0xEE",
        239 => "unknown-0xEF",
        240 => "unknown-0xF0",
        241 => "unknown-0xF1",
        242 => "unknown-0xF2",
        243 => "unknown-0xF3",
        244 => "unknown-0xF4",
        245 => "unknown-0xF5",
        246 => "unknown-0xF6",
        247 => "unknown-0xF7",
        248 => "unknown-0xF8",
        249 => "unknown-0xF9",
        250 => "unknown-0xFA",
        251 => "unknown-0xFB",
        252 => "unknown-0xFC",
        253 => "unknown-0xFD",
        254 => "unknown-0xFE",
        255 => "unknown-0xFF",
    }
    FIND_INFOLEVEL_NAMES {
        1 => "SMB2_FIND_DIRECTORY_INFO",
        2 => "SMB2_FIND_FULL_DIRECTORY_INFO",
        3 => "SMB2_FIND_BOTH_DIRECTORY_INFO",
        4 => "SMB2_FIND_INDEX_SPECIFIED",
        12 => "SMB2_FIND_NAME_INFO",
        37 => "SMB2_FIND_ID_BOTH_DIRECTORY_INFO",
        38 => "SMB2_FIND_ID_FULL_DIRECTORY_INFO",
        100 => "SMB2_FIND_POSIX_INFO",
    }
    CLASS_NAMES {
        1 => "FILE_INFO",
        2 => "FS_INFO",
        3 => "SEC_INFO",
        4 => "QUOTA_INFO",
    }
    CREATE_DISPOSITION_NAMES {
        0 => "Supersede (supersede existing file (if it exists))",
        1 => "Open (if file exists open it, else fail)",
        2 => "Create (if file exists fail, else create it)",
        3 => "Open If (if file exists open it, else create it)",
        4 => "Overwrite (if file exists overwrite, else fail)",
        5 => "Overwrite If (if file exists overwrite, else create it)",
    }
    CREATE_ACTION_NAMES {
        0 => "No action taken?",
        1 => "The file existed and was opened",
        2 => "The file did not exist but was created",
        3 => "The file existed and was truncated",
        32769 => "The file existed and was opened, and an OpLock was granted",
        32770 => "The file did not exist but was created, and an OpLock was granted",
        32771 => "The file existed and was truncated, and an OpLock was granted",
    }
    CREATE_OPLOCK_NAMES {
        0 => "No oplock",
        1 => "Level2 oplock",
        8 => "Exclusive oplock",
        9 => "Batch oplock",
        255 => "Lease",
    }
    IMPERSONATION_LEVEL_NAMES {
        0 => "Anonymous",
        1 => "Identification",
        2 => "Impersonation",
        3 => "Delegation",
    }
    IOCTL_FUNCTION_NAMES {
        393620 => "FSCTL_DFS_GET_REFERRALS",
        393648 => "FSCTL_DFS_GET_REFERRALS_EX",
        589824 => "FSCTL_REQUEST_OPLOCK_LEVEL_1",
        589828 => "FSCTL_REQUEST_OPLOCK_LEVEL_2",
        589832 => "FSCTL_REQUEST_BATCH_OPLOCK",
        589836 => "FSCTL_OPLOCK_BREAK_ACKNOWLEDGE",
        589840 => "FSCTL_OPBATCH_ACK_CLOSE_PENDING",
        589844 => "FSCTL_OPLOCK_BREAK_NOTIFY",
        589848 => "FSCTL_LOCK_VOLUME",
        589852 => "FSCTL_UNLOCK_VOLUME",
        589856 => "FSCTL_DISMOUNT_VOLUME",
        589864 => "FSCTL_IS_VOLUME_MOUNTED",
        589868 => "FSCTL_IS_PATHNAME_VALID",
        589872 => "FSCTL_MARK_VOLUME_DIRTY",
        589883 => "FSCTL_QUERY_RETRIEVAL_POINTERS",
        589884 => "FSCTL_GET_COMPRESSION",
        589903 => "FSCTL_MARK_AS_SYSTEM_HIVE",
        589904 => "FSCTL_OPLOCK_BREAK_ACK_NO_2",
        589908 => "FSCTL_INVALIDATE_VOLUMES",
        589912 => "FSCTL_QUERY_FAT_BPB",
        589916 => "FSCTL_REQUEST_FILTER_OPLOCK",
        589920 => "FSCTL_FILESYSTEM_GET_STATISTICS",
        589924 => "FSCTL_GET_NTFS_VOLUME_DATA",
        589928 => "FSCTL_GET_NTFS_FILE_RECORD",
        589935 => "FSCTL_GET_VOLUME_BITMAP",
        589939 => "FSCTL_GET_RETRIEVAL_POINTERS",
        589940 => "FSCTL_MOVE_FILE",
        589944 => "FSCTL_IS_VOLUME_DIRTY",
        589948 => "FSCTL_GET_HFS_INFORMATION",
        589955 => "FSCTL_ALLOW_EXTENDED_DASD_IO",
        589959 => "FSCTL_READ_PROPERTY_DATA",
        589963 => "FSCTL_WRITE_PROPERTY_DATA",
        589967 => "FSCTL_FIND_FILES_BY_SID",
        589975 => "FSCTL_DUMP_PROPERTY_DATA",
        589980 => "FSCTL_GET_OBJECT_ID",
        589988 => "FSCTL_SET_REPARSE_POINT",
        589992 => "FSCTL_GET_REPARSE_POINT",
        590016 => "FSCTL_CREATE_OR_GET_OBJECT_ID",
        590020 => "FSCTL_SET_SPARSE",
        590036 => "FSCTL_SET_ENCRYPTION",
        590043 => "FSCTL_ENCRYPTION_FSCTL_IO",
        590047 => "FSCTL_WRITE_RAW_ENCRYPTED",
        590051 => "FSCTL_READ_RAW_ENCRYPTED",
        590064 => "FSCTL_EXTEND_VOLUME",
        590404 => "FSCTL_CSV_TUNNEL_REQUEST",
        590460 => "FSCTL_GET_INTEGRITY_INFORMATION",
        590468 => "FSCTL_QUERY_FILE_REGIONS",
        590536 => "FSCTL_CSV_SYNC_TUNNEL_REQUEST",
        590592 => "FSCTL_QUERY_SHARED_VIRTUAL_DISK_SUPPORT",
        590596 => "FSCTL_SVHDX_SYNC_TUNNEL_REQUEST",
        590600 => "FSCTL_SVHDX_SET_INITIATOR_INFORMATION",
        590604 => "FSCTL_SET_EXTERNAL_BACKING",
        590608 => "FSCTL_GET_EXTERNAL_BACKING",
        590612 => "FSCTL_DELETE_EXTERNAL_BACKING",
        590616 => "FSCTL_ENUM_EXTERNAL_BACKING",
        590623 => "FSCTL_ENUM_OVERLAY",
        590672 => "FSCTL_STORAGE_QOS_CONTROL",
        590692 => "FSCTL_SVHDX_ASYNC_TUNNEL_REQUEST",
        606387 => "FSCTL_ENUM_USN_DATA",
        606391 => "FSCTL_SECURITY_ID_CHECK",
        606395 => "FSCTL_READ_USN_JOURNAL",
        606415 => "FSCTL_QUERY_ALLOCATED_RANGES",
        606439 => "FSCTL_CREATE_USN_JOURNAL",
        606443 => "FSCTL_READ_FILE_USN_DATA",
        606447 => "FSCTL_WRITE_USN_CLOSE_RECORD",
        606820 => "FSCTL_OFFLOAD_READ",
        622744 => "FSCTL_SET_OBJECT_ID",
        622752 => "FSCTL_DELETE_OBJECT_ID",
        622756 => "FSCTL_SET_REPARSE_POINT",
        622764 => "FSCTL_DELETE_REPARSE_POINT",
        622780 => "FSCTL_SET_OBJECT_ID_EXTENDED",
        622792 => "FSCTL_SET_ZERO_DATA",
        622800 => "FSCTL_ENABLE_UPGRADE",
        623112 => "FSCTL_FILE_LEVEL_TRIM",
        623208 => "FSCTL_OFFLOAD_WRITE",
        639040 => "FSCTL_SET_COMPRESSION",
        639616 => "FSCTL_SET_INTEGRITY_INFORMATION",
        1114136 => "FSCTL_PIPE_WAIT",
        1130508 => "FSCTL_PIPE_PEEK",
        1163287 => "FSCTL_PIPE_TRANSCEIVE",
        1310840 => "FSCTL_SRV_REQUEST_RESUME_KEY",
        1311188 => "FSCTL_LMR_REQUEST_RESILIENCY",
        1311228 => "FSCTL_QUERY_NETWORK_INTERFACE_INFO",
        1311232 => "FSCTL_VALIDATE_NEGOTIATE_INFO_224",
        1311236 => "FSCTL_VALIDATE_NEGOTIATE_INFO",
        1327204 => "FSCTL_SRV_ENUMERATE_SNAPSHOTS",
        1327346 => "FSCTL_SRV_COPYCHUNK",
        1327547 => "FSCTL_SRV_READ_HASH",
        1343730 => "FSCTL_SRV_COPYCHUNK_WRITE",
    }
    SHARE_TYPE_NAMES {
        1 => "Physical disk",
        2 => "Named pipe",
        3 => "Printer",
    }
    DIALECT_NAMES {
        514 => "SMB 2.0.2",
        528 => "SMB 2.1",
        546 => "SMB 2.2.2 (deprecated; should be 3.0)",
        548 => "SMB 2.2.4 (deprecated; should be 3.0)",
        767 => "SMB2 wildcard",
        768 => "SMB 3.0",
        770 => "SMB 3.0.2",
        784 => "SMB 3.1.0 (deprecated; should be 3.1.1)",
        785 => "SMB 3.1.1",
    }
    CHANNEL_NAMES {
        0 => "None",
        1 => "RDMA V1",
        2 => "RDMA V1_INVALIDATE",
        3 => "RDMA TRANSFORM",
    }
}

const PLAIN: &[u8] = b"\xfeSMB";
const TRANSFORM: &[u8] = b"\xfdSMB";
const COMPRESSED: &[u8] = b"\xfcSMB";
const HEADER: usize = 64;

const RESPONSE: u32 = 1;
const ASYNC: u32 = 2;

const NEGOTIATE: u16 = 0;
const SESSION_SETUP: u16 = 1;
const TREE_CONNECT: u16 = 3;
const CREATE: u16 = 5;
const CLOSE: u16 = 6;
const READ: u16 = 8;
const WRITE: u16 = 9;
const IOCTL: u16 = 11;
const FIND: u16 = 14;
const GET_INFO: u16 = 16;
/// FSCTL_PIPE_TRANSCEIVE.
const PIPE_TRANSCEIVE: u32 = 0x0011_c017;

/// Who sends a message, and what its status says.
struct Message {
    response: bool,
    status: u32,
}

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    [PLAIN, TRANSFORM, COMPRESSED].iter().any(|m| c.rest().starts_with(m))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("SMB2");
    cx.info_clear();
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("SMB2 (Server Message Block Protocol version 2)"));
    let mut rest = c;
    let mut first = true;
    // Messages may be chained: each says how far the next is away.
    loop {
        if !rest.rest().starts_with(PLAIN) {
            if rest.rest().starts_with(TRANSFORM) {
                cx.info_sep(";", |o| _ = o.s("Encrypted SMB3"));
            } else if rest.rest().starts_with(COMPRESSED) {
                cx.info_sep(";", |o| _ = o.s("Compressed SMB3"));
            }
            return Ok(());
        }
        let next = requin_wire::le(rest.peek_bytes(20, 4)?) as usize;
        let one = if next == 0 { rest } else { rest.within(next) };
        if !first {
            cx.info_add(|o| _ = o.s(";"));
        }
        first = false;
        message(cx, one)?;
        if next < HEADER || next >= rest.left() {
            return Ok(());
        }
        rest.advance(next);
    }
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let h = c.peek_array::<HEADER>()?;
    let word = |at: usize| u32::from_le_bytes([h[at], h[at + 1], h[at + 2], h[at + 3]]);
    let (flags, command) = (word(16), u16::from_le_bytes([h[12], h[13]]));
    let m = Message { response: flags & RESPONSE != 0, status: word(8) };
    let name = CMD_NAMES.or(u64::from(command), "Unknown");
    cx.info_add(|o| {
        o.s(name).s(if m.response { " Response" } else { " Request" });
        if m.response && m.status != 0 {
            o.s(", Error: ").s(status::NT_STATUS.or(u64::from(m.status), "Unknown"));
        }
    });
    let line = cx.line(c.span(HEADER), |o| _ = o.s("SMB2 Header"));
    cx.under(line, |cx| header(cx, &mut c, &m, flags))?;
    let body = cx.line(c.span(usize::MAX), |o| {
        o.s(name).s(if m.response { " Response (" } else { " Request (" }).hex(command, 2).s(")");
    });
    cx.under(body, |cx| {
        let size = u16::from_le_bytes(*c.peek_array::<2>()?);
        let item = cx.peek_le(BUFFER_CODE, &c, 0, 2)?;
        cx.under(item, |cx| -> Step {
            cx.add(BUFFER_CODE_LENGTH, c.span(2), Value::U(u64::from(size >> 1)));
            cx.add(BUFFER_CODE_DYNAMIC, c.span(2), Value::U(u64::from(size & 1)));
            Ok(())
        })?;
        c.skip(2)?;
        // Of what went wrong, there is no more to tell (but a session setup goes on).
        let failed = m.response && m.status != 0 && command != SESSION_SETUP;
        if failed {
            return Ok(());
        }
        match (command, m.response) {
            (NEGOTIATE, false) => negotiate(cx, c),
            (NEGOTIATE, true) => negotiated(cx, c, &all),
            (SESSION_SETUP, _) => session_setup(cx, c, &all, &m),
            (TREE_CONNECT, false) => {
                c.skip(2)?;
                string(cx, &mut c, &all, TREE, " Tree: ")
            }
            (TREE_CONNECT, true) => cx.field_le(SHARE_TYPE, &mut c, 1).map(|_| ()),
            (CREATE, false) => create(cx, c, &all),
            (CREATE, true) => created(cx, c),
            (CLOSE, false) => {
                c.skip(6)?;
                file_id(cx, &mut c)
            }
            (READ, false) => {
                c.skip(2)?;
                transfer(cx, c, READ_LENGTH)
            }
            (WRITE, false) => {
                let at = usize::from(u16::from_le_bytes(*c.array::<2>()?));
                let len = requin_wire::le(c.peek_bytes(0, 4)?) as usize;
                transfer(cx, c, WRITE_LENGTH)?;
                pipe(cx, &all, at, len)
            }
            (READ, true) => {
                let at = usize::from(c.peek_u8(0)?);
                let len = requin_wire::le(c.peek_bytes(2, 4)?) as usize;
                pipe(cx, &all, at, len)
            }
            (IOCTL, _) => {
                c.skip(2)?;
                let function = u32::from_le_bytes(*c.peek_array::<4>()?);
                cx.field_le(IOCTL_FUNCTION, &mut c, 4)?;
                let name = IOCTL_FUNCTION_NAMES.or(u64::from(function), "Unknown");
                cx.info_add(|o| _ = o.c(b' ').s(name));
                file_id(cx, &mut c)?;
                if function != PIPE_TRANSCEIVE {
                    return Ok(());
                }
                // Input of a request, output of a response; requests tell the most of each between them.
                let (offset, count) = if m.response { (8, 12) } else { (0, 4) };
                let at = requin_wire::le(c.peek_bytes(offset, 4)?) as usize;
                let len = requin_wire::le(c.peek_bytes(count, 4)?) as usize;
                pipe(cx, &all, at, len)
            }
            (FIND, false) => find(cx, c, &all),
            (GET_INFO, false) => {
                cx.u8(CLASS, &mut c)?;
                cx.u8(INFOLEVEL, &mut c)?;
                c.skip(20)?;
                file_id(cx, &mut c)
            }
            _ => Ok(()),
        }
    })
}

/// The header: section 2.2.1.
fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, m: &Message, flags: u32) -> Step {
    cx.line(c.span(4), |o| _ = o.s("ProtocolId: 0xfe534d42"));
    c.skip(4)?;
    cx.u16_le(HEADER_LEN, c)?;
    cx.u16_le(CREDIT_CHARGE, c)?;
    if m.response {
        cx.u32_le(NT_STATUS, c)?;
    } else {
        cx.u16_le(CHANNEL_SEQUENCE, c)?;
        cx.bytes(RESERVED, c, 2)?;
    }
    cx.u16_le(CMD, c)?;
    cx.u16_le(if m.response { CREDITS_GRANTED } else { CREDITS_REQUESTED }, c)?;
    let bits = [
        FLAGS_RESPONSE,
        FLAGS_ASYNC,
        FLAGS_CHAINED,
        FLAGS_SIGNATURE,
        FLAGS_PRIORITY_MASK,
        FLAGS_DFS,
        FLAGS_REPLAY,
    ];
    cx.flags_le(FLAGS, c, 4, &bits)?;
    cx.u32_le(CHAIN_OFFSET, c)?;
    cx.u64_le(MSG_ID, c)?;
    if flags & ASYNC != 0 {
        cx.u64_le(AID, c)?;
    } else {
        cx.u32_le(PID, c)?;
        cx.u32_le(TID, c)?;
    }
    cx.u64_le(SESID, c)?;
    cx.bytes(SIGNATURE, c, 16).map(|_| ())
}

fn negotiate<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let n = cx.u16_le(DIALECT_COUNT, &mut c)?;
    cx.u8(SEC_MODE, &mut c)?;
    c.skip(3)?;
    cx.u32_le(CAPABILITIES, &mut c)?;
    c.skip(24)?;
    for _ in 0..n {
        cx.u16_le(DIALECT, &mut c)?;
    }
    Ok(())
}

fn negotiated<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: &Cursor<'_>) -> Step {
    cx.u8(SEC_MODE, &mut c)?;
    c.skip(1)?;
    cx.u16_le(DIALECT, &mut c)?;
    c.skip(2 + 16)?;
    cx.u32_le(CAPABILITIES, &mut c)?;
    c.skip(12 + 16)?;
    blob(cx, &mut c, all)
}

fn session_setup<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: &Cursor<'_>, m: &Message) -> Step {
    if m.response {
        cx.u16_le(SESSION_FLAGS, &mut c)?;
        return blob(cx, &mut c, all);
    }
    c.skip(1)?;
    cx.u8(SEC_MODE, &mut c)?;
    cx.u32_le(CAPABILITIES, &mut c)?;
    cx.u32_le(CHANNEL, &mut c)?;
    // The identifier of the session before stands behind the place of the blob.
    let mut later = c;
    blob(cx, &mut c, all)?;
    later.skip(4)?;
    cx.u64_le(PREVIOUS_SESID, &mut later).map(|_| ())
}

/// A place in the message: an offset from its header, and a length.
fn place<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    all: &Cursor<'b>,
    wide: usize,
) -> Result<Option<Cursor<'b>>, Stop> {
    let offset = requin_wire::le(c.peek_bytes(0, wide)?) as usize;
    cx.add(OLB_OFFSET, c.span(wide), Value::U(offset as u64));
    c.skip(wide)?;
    let len = requin_wire::le(c.peek_bytes(0, wide)?) as usize;
    cx.add(OLB_LENGTH, c.span(wide), Value::U(len as u64));
    c.skip(wide)?;
    if len == 0 || offset == 0 {
        return Ok(None);
    }
    let mut at = *all;
    at.skip(offset)?;
    Ok(Some(at.take_all(len)?))
}

/// The bytes of an authentication.
fn blob<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, all: &Cursor<'_>) -> Step {
    let Some(blob) = place(cx, c, all, 2)? else { return Ok(()) };
    let span = blob.span(usize::MAX);
    let item = cx.add(SECURITY_BLOB, span, Value::Bytes(span));
    cx.under(item, |cx| security::blob(cx, blob))
}

/// A text that lies elsewhere in the message.
fn string<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    all: &Cursor<'_>,
    field: Field,
    before: &str,
) -> Step {
    let found = place(cx, c, all, 2)?;
    let text = found.map(|f| text16(f.rest())).unwrap_or_default();
    cx.info_add(|o| _ = o.s(before).text(text.as_bytes()));
    if let Some(f) = found {
        cx.add_bytes(field, f.span(usize::MAX), text.as_bytes());
    }
    Ok(())
}

fn create<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: &Cursor<'_>) -> Step {
    c.skip(1)?;
    cx.u8(CREATE_OPLOCK, &mut c)?;
    cx.u32_le(IMPERSONATION_LEVEL, &mut c)?;
    // Flags, something reserved, access, attributes, sharing.
    c.skip(16 + 12)?;
    cx.u32_le(CREATE_DISPOSITION, &mut c)?;
    c.skip(4)?;
    string(cx, &mut c, all, FILENAME, " File: ")
}

fn created<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u8(CREATE_OPLOCK, &mut c)?;
    c.skip(1)?;
    cx.u32_le(CREATE_ACTION, &mut c)?;
    // Four times, two sizes, attributes.
    c.skip(32 + 16 + 8)?;
    file_id(cx, &mut c)
}

fn file_id<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field_le(FID, c, 16).map(|_| ())
}

/// Remote procedure calls that a named pipe carries.
fn pipe<S: Sink>(cx: &mut Cx<'_, S>, all: &Cursor<'_>, offset: usize, len: usize) -> Step {
    let mut data = *all;
    if len == 0 || data.skip(offset).is_err() {
        return Ok(());
    }
    let data = data.take(len);
    if dcerpc::connected(&data, cx.ports) { cx.call(dcerpc::ID, data) } else { Ok(()) }
}

/// Length, offset and file of a read or write.
fn transfer<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, length: Field) -> Step {
    let len = cx.u32_le(length, &mut c)?;
    let offset = cx.u64_le(FILE_OFFSET, &mut c)?;
    cx.info_add(|o| _ = o.s(" Len:").u(len).s(" Off:").u(offset));
    file_id(cx, &mut c)
}

fn find<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: &Cursor<'_>) -> Step {
    let level = c.peek_u8(0)?;
    cx.add(FIND_INFOLEVEL, c.span(1), Value::U(level.into()));
    c.skip(1)?;
    let bits = [FIND_RESTART_SCANS, FIND_SINGLE_ENTRY, FIND_INDEX_SPECIFIED, FIND_REOPEN];
    cx.flags(FIND_FLAGS, &mut c, 1, &bits)?;
    c.skip(4)?;
    file_id(cx, &mut c)?;
    cx.info_add(|o| _ = o.c(b' ').s(FIND_INFOLEVEL_NAMES.or(level.into(), "Unknown")));
    string(cx, &mut c, all, FIND_PATTERN, " Pattern: ")
}
