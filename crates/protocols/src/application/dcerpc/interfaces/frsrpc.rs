//! Replication of files, [MS-FRS1].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    FRSRPC "frsrpc" "File Replication Service" "FRSRPC" App
    on []
    fields {
        OPNUM "frsrpc.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "FrsSendCommPkt",
        1 => "FrsVerifyPromotionParent",
        2 => "FrsStartPromotionParent",
        3 => "FrsNOP",
        4 => "FRSRPC_BACKUP_COMPLETE",
        5 => "FRSRPC_BACKUP_COMPLETE_5",
        6 => "FRSRPC_BACKUP_COMPLETE_6",
        7 => "FRSRPC_BACKUP_COMPLETE_7",
        8 => "FRSRPC_BACKUP_COMPLETE_8",
        9 => "FRSRPC_BACKUP_COMPLETE_9",
        10 => "FRSRPC_VERIFY_PROMOTION_PARENT_EX",
    }
}
