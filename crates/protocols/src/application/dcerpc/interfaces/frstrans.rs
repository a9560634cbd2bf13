//! Replication of files, [MS-FRS2].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    FRSTRANS "frstrans" "File Replication Service DFS-R" "FRSTRANS" App
    on []
    fields {
        OPNUM "frstrans.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "CheckConnectivity",
        1 => "EstablishConnection",
        2 => "EstablishSession",
        3 => "RequestUpdates",
        4 => "RequestVersionVector",
        5 => "AsyncPoll",
        6 => "FRSTRANS_REQUEST_RECORDS",
        7 => "FRSTRANS_UPDATE_CANCEL",
        8 => "FRSTRANS_RAW_GET_FILE_DATA",
        9 => "FRSTRANS_RDC_GET_SIGNATURES",
        10 => "FRSTRANS_RDC_PUSH_SOURCE_NEEDS",
        11 => "FRSTRANS_RDC_GET_FILE_DATA",
        12 => "FRSTRANS_RDC_CLOSE",
        13 => "InitializeFileTransferAsync",
        14 => "FRSTRANS_OPNUM_0E_NOT_USED_ON_THE_WIRE",
        15 => "FRSTRANS_RAW_GET_FILE_DATA_ASYNC",
        16 => "FRSTRANS_RDC_GET_FILE_DATA_ASYNC",
    }
}
