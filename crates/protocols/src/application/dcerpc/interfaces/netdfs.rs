//! Namespaces of distributed file systems, [MS-DFSNM].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    NETDFS "netdfs" "Settings for Microsoft Distributed File System" "NETDFS" App
    on []
    fields {
        OPNUM "netdfs.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "dfs_GetManagerVersion",
        1 => "dfs_Add",
        2 => "dfs_Remove",
        3 => "dfs_SetInfo",
        4 => "dfs_GetInfo",
        5 => "dfs_Enum",
        6 => "dfs_Rename",
        7 => "dfs_Move",
        8 => "dfs_ManagerGetConfigInfo",
        9 => "dfs_ManagerSendSiteInfo",
        10 => "dfs_AddFtRoot",
        11 => "dfs_RemoveFtRoot",
        12 => "dfs_AddStdRoot",
        13 => "dfs_RemoveStdRoot",
        14 => "dfs_ManagerInitialize",
        15 => "dfs_AddStdRootForced",
        16 => "dfs_GetDcAddress",
        17 => "dfs_SetDcAddress",
        18 => "dfs_FlushFtTable",
        19 => "dfs_Add2",
        20 => "dfs_Remove2",
        21 => "dfs_EnumEx",
        22 => "dfs_SetInfo2",
    }
}
