//! The server service: shares, sessions, open files, [MS-SRVS].

use super::declines as dissect;
use crate::application::dcerpc::names::WERRORS;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::smb::browser;
use requin_wire::{names, proto};

proto! {
    SRVSVC "srvsvc" "Server Service" "SRVSVC" App
    on []
    fields {
        OPNUM "srvsvc.opnum" "Operation": U16 Dec = OPERATIONS;
        WERROR "srvsvc.werror" "Windows Error": U32 Hex = WERRORS;
        NET_SHARE_ENUM_ALL_SERVER_UNC "srvsvc.srvsvc_NetShareEnumAll.server_unc" "Server Unc": Str;
        NET_SHARE_ENUM_ALL_LEVEL "srvsvc.srvsvc_NetShareEnumAll.level" "Level": U32 Dec;
        NET_SHARE_ENUM_ALL_CTR "srvsvc.srvsvc_NetShareEnumAll.ctr" "Ctr": None;
        NET_SHARE_ENUM_ALL_MAX_BUFFER "srvsvc.srvsvc_NetShareEnumAll.max_buffer" "Max Buffer": U32 Dec;
        NET_SHARE_ENUM_ALL_TOTALENTRIES "srvsvc.srvsvc_NetShareEnumAll.totalentries" "Totalentries": U32 Dec;
        NET_SHARE_ENUM_ALL_RESUME_HANDLE "srvsvc.srvsvc_NetShareEnumAll.resume_handle" "Resume Handle": U32 Dec;
        NET_SHARE_CTR_CTR0 "srvsvc.srvsvc_NetShareCtr.ctr0" "Ctr0": None;
        NET_SHARE_CTR_CTR1 "srvsvc.srvsvc_NetShareCtr.ctr1" "Ctr1": None;
        NET_SHARE_CTR0_COUNT "srvsvc.srvsvc_NetShareCtr0.count" "Count": U32 Dec;
        NET_SHARE_CTR0_ARRAY "srvsvc.srvsvc_NetShareCtr0.array" "Array": None;
        NET_SHARE_INFO0_NAME "srvsvc.srvsvc_NetShareInfo0.name" "Name": Str;
        NET_SHARE_CTR1_COUNT "srvsvc.srvsvc_NetShareCtr1.count" "Count": U32 Dec;
        NET_SHARE_CTR1_ARRAY "srvsvc.srvsvc_NetShareCtr1.array" "Array": None;
        NET_SHARE_INFO1_NAME "srvsvc.srvsvc_NetShareInfo1.name" "Name": Str;
        NET_SHARE_INFO1_TYPE "srvsvc.srvsvc_NetShareInfo1.type" "Type": U32 Dec = NET_SHARE_INFO1_TYPE_NAMES;
        NET_SHARE_INFO1_COMMENT "srvsvc.srvsvc_NetShareInfo1.comment" "Comment": Str;
        NET_SHARE_INFO_INFO0 "srvsvc.srvsvc_NetShareInfo.info0" "Info0": None;
        NET_SHARE_INFO_INFO1 "srvsvc.srvsvc_NetShareInfo.info1" "Info1": None;
        NET_SHARE_GET_INFO_SERVER_UNC "srvsvc.srvsvc_NetShareGetInfo.server_unc" "Server Unc": Str;
        NET_SHARE_GET_INFO_SHARE_NAME "srvsvc.srvsvc_NetShareGetInfo.share_name" "Share Name": Str;
        NET_SHARE_GET_INFO_LEVEL "srvsvc.srvsvc_NetShareGetInfo.level" "Level": U32 Dec;
        NET_SHARE_GET_INFO_INFO "srvsvc.srvsvc_NetShareGetInfo.info" "Info": None;
        NET_SRV_GET_INFO_SERVER_UNC "srvsvc.srvsvc_NetSrvGetInfo.server_unc" "Server Unc": Str;
        NET_SRV_GET_INFO_LEVEL "srvsvc.srvsvc_NetSrvGetInfo.level" "Level": U32 Dec;
        NET_SRV_GET_INFO_INFO "srvsvc.srvsvc_NetSrvGetInfo.info" "Info": None;
        NET_SRV_INFO_INFO100 "srvsvc.srvsvc_NetSrvInfo.info100" "Info100": None;
        NET_SRV_INFO100_PLATFORM_ID "srvsvc.srvsvc_NetSrvInfo100.platform_id" "Platform Id": U32 Dec = NET_SRV_INFO100_PLATFORM_ID_NAMES;
        NET_SRV_INFO100_SERVER_NAME "srvsvc.srvsvc_NetSrvInfo100.server_name" "Server Name": Str;
        NET_SRV_INFO_INFO101 "srvsvc.srvsvc_NetSrvInfo.info101" "Info101": None;
        NET_SRV_INFO101_PLATFORM_ID "srvsvc.srvsvc_NetSrvInfo101.platform_id" "Platform Id": U32 Dec = NET_SRV_INFO100_PLATFORM_ID_NAMES;
        NET_SRV_INFO101_SERVER_NAME "srvsvc.srvsvc_NetSrvInfo101.server_name" "Server Name": Str;
        NET_SRV_INFO101_VERSION_MAJOR "srvsvc.srvsvc_NetSrvInfo101.version_major" "Version Major": U32 Dec;
        NET_SRV_INFO101_VERSION_MINOR "srvsvc.srvsvc_NetSrvInfo101.version_minor" "Version Minor": U32 Dec;
        NET_SRV_INFO101_COMMENT "srvsvc.srvsvc_NetSrvInfo101.comment" "Comment": Str;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "NetCharDevEnum",
        1 => "NetCharDevGetInfo",
        2 => "NetCharDevControl",
        3 => "NetCharDevQEnum",
        4 => "NetCharDevQGetInfo",
        5 => "NetCharDevQSetInfo",
        6 => "NetCharDevQPurge",
        7 => "NetCharDevQPurgeSelf",
        8 => "NetConnEnum",
        9 => "NetFileEnum",
        10 => "NetFileGetInfo",
        11 => "NetFileClose",
        12 => "NetSessEnum",
        13 => "NetSessDel",
        14 => "NetShareAdd",
        15 => "NetShareEnumAll",
        16 => "NetShareGetInfo",
        17 => "NetShareSetInfo",
        18 => "NetShareDel",
        19 => "NetShareDelSticky",
        20 => "NetShareCheck",
        21 => "NetSrvGetInfo",
        22 => "NetSrvSetInfo",
        23 => "NetDiskEnum",
        24 => "NetServerStatisticsGet",
        25 => "NetTransportAdd",
        26 => "NetTransportEnum",
        27 => "NetTransportDel",
        28 => "NetRemoteTOD",
        29 => "NetSetServiceBits",
        30 => "NetPathType",
        31 => "NetPathCanonicalize",
        32 => "NetPathCompare",
        33 => "NetNameValidate",
        34 => "NETRPRNAMECANONICALIZE",
        35 => "NetPRNameCompare",
        36 => "NetShareEnum",
        37 => "NetShareDelStart",
        38 => "NetShareDelCommit",
        39 => "NetGetFileSecurity",
        40 => "NetSetFileSecurity",
        41 => "NetServerTransportAddEx",
        42 => "NetServerSetServiceBitsEx",
        43 => "NETRDFSGETVERSION",
        44 => "NETRDFSCREATELOCALPARTITION",
        45 => "NETRDFSDELETELOCALPARTITION",
        46 => "NETRDFSSETLOCALVOLUMESTATE",
        47 => "NETRDFSSETSERVERINFO",
        48 => "NETRDFSCREATEEXITPOINT",
        49 => "NETRDFSDELETEEXITPOINT",
        50 => "NETRDFSMODIFYPREFIX",
        51 => "NETRDFSFIXLOCALVOLUME",
        52 => "NETRDFSMANAGERREPORTSITEINFO",
        53 => "NETRSERVERTRANSPORTDELEX",
    }
    NET_SHARE_INFO1_TYPE_NAMES {
        0 => "STYPE_DISKTREE",
        1 => "STYPE_PRINTQ",
        2 => "STYPE_DEVICE",
        3 => "STYPE_IPC",
        1073741824 => "STYPE_DISKTREE_TEMPORARY",
        1073741825 => "STYPE_PRINTQ_TEMPORARY",
        1073741826 => "STYPE_DEVICE_TEMPORARY",
        1073741827 => "STYPE_IPC_TEMPORARY",
        2147483648 => "STYPE_DISKTREE_HIDDEN",
        2147483649 => "STYPE_PRINTQ_HIDDEN",
        2147483650 => "STYPE_DEVICE_HIDDEN",
        2147483651 => "STYPE_IPC_HIDDEN",
    }
    /// Systems.
    pub NET_SRV_INFO100_PLATFORM_ID_NAMES {
        300 => "PLATFORM_ID_DOS",
        400 => "PLATFORM_ID_OS2",
        500 => "PLATFORM_ID_NT",
        600 => "PLATFORM_ID_OSF",
        700 => "PLATFORM_ID_VMS",
    }
}

const INFO0: &[Arg] = &[Unique(&[Text(NET_SHARE_INFO0_NAME)])];

const INFO1: &[Arg] = &[
    Unique(&[Text(NET_SHARE_INFO1_NAME)]),
    U32(NET_SHARE_INFO1_TYPE),
    Unique(&[Text(NET_SHARE_INFO1_COMMENT)]),
];

/// One share ([MS-SRVS] 2.2.3.6).
const SHARE: &[(u16, &[Arg])] = &[
    (0, &[Ptr("Pointer to Info0 (srvsvc_NetShareInfo0)", &[Struct(NET_SHARE_INFO_INFO0, INFO0)])]),
    (1, &[Ptr("Pointer to Info1 (srvsvc_NetShareInfo1)", &[Struct(NET_SHARE_INFO_INFO1, INFO1)])]),
];

/// Several shares (2.2.3.5).
const SHARES: &[(u16, &[Arg])] = &[
    (
        0,
        &[Ptr(
            "Pointer to Ctr0 (srvsvc_NetShareCtr0)",
            &[Struct(
                NET_SHARE_CTR_CTR0,
                &[
                    U32(NET_SHARE_CTR0_COUNT),
                    Ptr("Pointer to Array (srvsvc_NetShareInfo0)", &[Array(NET_SHARE_CTR0_ARRAY, INFO0)]),
                ],
            )],
        )],
    ),
    (
        1,
        &[Ptr(
            "Pointer to Ctr1 (srvsvc_NetShareCtr1)",
            &[Struct(
                NET_SHARE_CTR_CTR1,
                &[
                    U32(NET_SHARE_CTR1_COUNT),
                    Ptr("Pointer to Array (srvsvc_NetShareInfo1)", &[Array(NET_SHARE_CTR1_ARRAY, INFO1)]),
                ],
            )],
        )],
    ),
];

/// The server itself (2.2.3.7).
const SERVER: &[(u16, &[Arg])] = &[
    (
        100,
        &[Ptr(
            "Pointer to Info100 (srvsvc_NetSrvInfo100)",
            &[Struct(
                NET_SRV_INFO_INFO100,
                &[U32(NET_SRV_INFO100_PLATFORM_ID), Unique(&[Text(NET_SRV_INFO100_SERVER_NAME)])],
            )],
        )],
    ),
    (
        101,
        &[Ptr(
            "Pointer to Info101 (srvsvc_NetSrvInfo101)",
            &[Struct(
                NET_SRV_INFO_INFO101,
                &[
                    U32(NET_SRV_INFO101_PLATFORM_ID),
                    Unique(&[Text(NET_SRV_INFO101_SERVER_NAME)]),
                    U32(NET_SRV_INFO101_VERSION_MAJOR),
                    U32(NET_SRV_INFO101_VERSION_MINOR),
                    Flags(browser::SERVER_TYPE, browser::SERVER_TYPES),
                    Unique(&[Text(NET_SRV_INFO101_COMMENT)]),
                ],
            )],
        )],
    ),
];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (15, false) => &[
            Unique(&[Text(NET_SHARE_ENUM_ALL_SERVER_UNC)]),
            Ref("Pointer to Level (uint32)", &[U32(NET_SHARE_ENUM_ALL_LEVEL)]),
            Ref("Pointer to Ctr (srvsvc_NetShareCtr)", &[Union(NET_SHARE_ENUM_ALL_CTR, SHARES)]),
            U32(NET_SHARE_ENUM_ALL_MAX_BUFFER),
            Unique(&[U32(NET_SHARE_ENUM_ALL_RESUME_HANDLE)]),
        ],
        (15, true) => &[
            Ref("Pointer to Level (uint32)", &[U32(NET_SHARE_ENUM_ALL_LEVEL)]),
            Ref("Pointer to Ctr (srvsvc_NetShareCtr)", &[Union(NET_SHARE_ENUM_ALL_CTR, SHARES)]),
            U32(NET_SHARE_ENUM_ALL_TOTALENTRIES),
            Unique(&[U32(NET_SHARE_ENUM_ALL_RESUME_HANDLE)]),
            Error(WERROR),
        ],
        (16, false) => &[
            Unique(&[Text(NET_SHARE_GET_INFO_SERVER_UNC)]),
            Text(NET_SHARE_GET_INFO_SHARE_NAME),
            U32(NET_SHARE_GET_INFO_LEVEL),
        ],
        (16, true) => &[
            Ref("Pointer to Info (srvsvc_NetShareInfo)", &[Union(NET_SHARE_GET_INFO_INFO, SHARE)]),
            Error(WERROR),
        ],
        (21, false) => &[Unique(&[Text(NET_SRV_GET_INFO_SERVER_UNC)]), U32(NET_SRV_GET_INFO_LEVEL)],
        (21, true) => &[
            Ref("Pointer to Info (srvsvc_NetSrvInfo)", &[Union(NET_SRV_GET_INFO_INFO, SERVER)]),
            Error(WERROR),
        ],
        _ => return None,
    })
}
