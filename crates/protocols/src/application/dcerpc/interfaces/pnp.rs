//! Devices of a host.

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    PNP "pnp" "Microsoft Plug and Play service" "PNP" App
    on []
    fields {
        OPNUM "pnp.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "PNP_Disconnect",
        1 => "PNP_Connect",
        2 => "PNP_GetVersion",
        3 => "PNP_GetGlobalState",
        4 => "PNP_InitDetection",
        5 => "PNP_ReportLogOn",
        6 => "PNP_ValidateDeviceInstance",
        7 => "PNP_GetRootDeviceInstance",
        8 => "PNP_GetRelatedDeviceInstance",
        9 => "PNP_EnumerateSubKeys",
        10 => "PNP_GetDeviceList",
        11 => "PNP_GetDeviceListSize",
        12 => "PNP_GetDepth",
        13 => "PNP_GetDeviceRegProp",
        14 => "PNP_SetDeviceRegProp",
        15 => "PNP_GetClassInstance",
        16 => "PNP_CreateKey",
        17 => "PNP_DeleteRegistryKey",
        18 => "PNP_GetClassCount",
        19 => "PNP_GetClassName",
        20 => "PNP_DeleteClassKey",
        21 => "PNP_GetInterfaceDeviceAlias",
        22 => "PNP_GetInterfaceDeviceList",
        23 => "PNP_GetInterfaceDeviceListSize",
        24 => "PNP_RegisterDeviceClassAssociation",
        25 => "PNP_UnregisterDeviceClassAssociation",
        26 => "PNP_GetClassRegProp",
        27 => "PNP_SetClassRegProp",
        28 => "PNP_CreateDevInst",
        29 => "PNP_DeviceInstanceAction",
        30 => "PNP_GetDeviceStatus",
        31 => "PNP_SetDeviceProblem",
        32 => "PNP_DisableDevInst",
        33 => "PNP_UninstallDevInst",
        34 => "PNP_AddID",
        35 => "PNP_RegisterDriver",
        36 => "PNP_QueryRemove",
        37 => "PNP_RequestDeviceEject",
        38 => "PNP_IsDockStationPresent",
        39 => "PNP_RequestEjectPC",
        40 => "PNP_HwProfFlags",
        41 => "PNP_GetHwProfInfo",
        42 => "PNP_AddEmptyLogConf",
        43 => "PNP_FreeLogConf",
        44 => "PNP_GetFirstLogConf",
        45 => "PNP_GetNextLogConf",
        46 => "PNP_GetLogConfPriority",
        47 => "PNP_AddResDes",
        48 => "PNP_FreeResDes",
        49 => "PNP_GetNextResDes",
        50 => "PNP_GetResDesData",
        51 => "PNP_GetResDesDataSize",
        52 => "PNP_ModifyResDes",
        53 => "PNP_DetectResourceConflict",
        54 => "PNP_QueryResConfList",
        55 => "PNP_SetHwProf",
        56 => "PNP_QueryArbitratorFreeData",
        57 => "PNP_QueryArbitratorFreeSize",
        58 => "PNP_RunDetection",
        59 => "PNP_RegisterNotification",
        60 => "PNP_UnregisterNotification",
        61 => "PNP_GetCustomDevProp",
        62 => "PNP_GetVersionInternal",
        63 => "PNP_GetBlockedDriverInfo",
        64 => "PNP_GetServerSideDeviceInstallFlags",
        65 => "PNP_GetObjectPropKeys",
        66 => "PNP_GetObjectProp",
        67 => "PNP_SetObjectProp",
        68 => "PNP_InstallDevInst",
        69 => "PNP_ApplyPowerSettings",
        70 => "PNP_DriverStoreAddDriverPackage",
        71 => "PNP_DriverStoreDeleteDriverPackage",
        72 => "PNP_RegisterServiceNotification",
        73 => "PNP_SetActiveService",
        74 => "PNP_DeleteServiceDevices",
    }
}
