//! Encrypted files, [MS-EFSR].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    EFS "efs" "EFS (pidl)" "EFS" App
    on []
    fields {
        OPNUM "efs.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "EfsRpcOpenFileRaw",
        1 => "EfsRpcReadFileRaw",
        2 => "EfsRpcWriteFileRaw",
        3 => "EfsRpcCloseRaw",
        4 => "EfsRpcEncryptFileSrv",
        5 => "EfsRpcDecryptFileSrv",
        6 => "EfsRpcQueryUsersOnFile",
        7 => "EfsRpcQueryRecoveryAgents",
        8 => "EfsRpcRemoveUsersFromFile",
        9 => "EfsRpcAddUsersToFile",
        10 => "EfsRpcSetFileEncryptionKey",
        11 => "EfsRpcNotSupported",
        12 => "EfsRpcFileKeyInfo",
        13 => "EfsRpcDuplicateEncryptionInfoFile",
    }
}
