//! The workstation service, [MS-WKST].

use super::declines as dissect;
use super::srvsvc::NET_SRV_INFO100_PLATFORM_ID_NAMES as PLATFORMS;
use crate::application::dcerpc::names::WERRORS;
use crate::application::dcerpc::ndr::Arg::{self, *};
use requin_wire::{names, proto};

proto! {
    WKSSVC "wkssvc" "Workstation Service" "WKSSVC" App
    on []
    fields {
        OPNUM "wkssvc.opnum" "Operation": U16 Dec = OPERATIONS;
        WERROR "wkssvc.werror" "Windows Error": U32 Hex = WERRORS;
        NET_WKSTA_GET_INFO_SERVER_NAME "wkssvc.wkssvc_NetWkstaGetInfo.server_name" "Server Name": Str;
        NET_WKSTA_GET_INFO_LEVEL "wkssvc.wkssvc_NetWkstaGetInfo.level" "Level": U32 Dec;
        NET_WKSTA_GET_INFO_INFO "wkssvc.wkssvc_NetWkstaGetInfo.info" "Info": None;
        NET_WKSTA_INFO_INFO100 "wkssvc.wkssvc_NetWkstaInfo.info100" "Info100": None;
        NET_WKSTA_INFO100_PLATFORM_ID "wkssvc.platform_id" "Platform Id": U32 Dec = PLATFORMS;
        NET_WKSTA_INFO100_SERVER_NAME "wkssvc.wkssvc_NetWkstaInfo100.server_name" "Server Name": Str;
        NET_WKSTA_INFO100_DOMAIN_NAME "wkssvc.wkssvc_NetWkstaInfo100.domain_name" "Domain Name": Str;
        NET_WKSTA_INFO100_VERSION_MAJOR "wkssvc.wkssvc_NetWkstaInfo100.version_major" "Version Major": U32 Dec;
        NET_WKSTA_INFO100_VERSION_MINOR "wkssvc.wkssvc_NetWkstaInfo100.version_minor" "Version Minor": U32 Dec;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "NetWkstaGetInfo",
        1 => "NetWkstaSetInfo",
        2 => "NetWkstaEnumUsers",
        3 => "NetrWkstaUserGetInfo",
        4 => "NetrWkstaUserSetInfo",
        5 => "NetWkstaTransportEnum",
        6 => "NetrWkstaTransportAdd",
        7 => "NetrWkstaTransportDel",
        8 => "NetrUseAdd",
        9 => "NetrUseGetInfo",
        10 => "NetrUseDel",
        11 => "NetrUseEnum",
        12 => "NetrMessageBufferSend",
        13 => "NetrWorkstationStatisticsGet",
        14 => "NetrLogonDomainNameAdd",
        15 => "NetrLogonDomainNameDel",
        16 => "NetrJoinDomain",
        17 => "NetrUnjoinDomain",
        18 => "NetrRenameMachineInDomain",
        19 => "NetrValidateName",
        20 => "NetrGetJoinInformation",
        21 => "NetrGetJoinableOus",
        22 => "NetrJoinDomain2",
        23 => "NetrUnjoinDomain2",
        24 => "NetrRenameMachineInDomain2",
        25 => "NetrValidateName2",
        26 => "NetrGetJoinableOus2",
        27 => "NetrAddAlternateComputerName",
        28 => "NetrRemoveAlternateComputerName",
        29 => "NetrSetPrimaryComputername",
        30 => "NetrEnumerateComputerNames",
    }
}

/// The host ([MS-WKST] 2.2.5.1).
const INFOS: &[(u16, &[Arg])] = &[(
    100,
    &[Ptr(
        "Pointer to Info100 (wkssvc_NetWkstaInfo100)",
        &[Struct(
            NET_WKSTA_INFO_INFO100,
            &[
                U32(NET_WKSTA_INFO100_PLATFORM_ID),
                Unique(&[Text(NET_WKSTA_INFO100_SERVER_NAME)]),
                Unique(&[Text(NET_WKSTA_INFO100_DOMAIN_NAME)]),
                U32(NET_WKSTA_INFO100_VERSION_MAJOR),
                U32(NET_WKSTA_INFO100_VERSION_MINOR),
            ],
        )],
    )],
)];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => {
            &[Unique(&[Text(NET_WKSTA_GET_INFO_SERVER_NAME)]), Level(NET_WKSTA_GET_INFO_LEVEL, " Level:")]
        }
        (0, true) => &[
            Ref("Pointer to Info (wkssvc_NetWkstaInfo)", &[Union(NET_WKSTA_GET_INFO_INFO, INFOS)]),
            Error(WERROR),
        ],
        _ => return None,
    })
}
