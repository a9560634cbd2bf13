//! Logs of events, [MS-EVEN].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    EVENTLOG "eventlog" "Event Logger" "EVENTLOG" App
    on []
    fields {
        OPNUM "eventlog.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "ClearEventLogW",
        1 => "BackupEventLogW",
        2 => "CloseEventLog",
        3 => "DeregisterEventSource",
        4 => "GetNumRecords",
        5 => "GetOldestRecord",
        6 => "ChangeNotify",
        7 => "OpenEventLogW",
        8 => "RegisterEventSourceW",
        9 => "OpenBackupEventLogW",
        10 => "ReadEventLogW",
        11 => "ReportEventW",
        12 => "ClearEventLogA",
        13 => "BackupEventLogA",
        14 => "OpenEventLogA",
        15 => "RegisterEventSourceA",
        16 => "OpenBackupEventLogA",
        17 => "ReadEventLogA",
        18 => "ReportEventA",
        19 => "RegisterClusterSvc",
        20 => "DeregisterClusterSvc",
        21 => "WriteClusterEvents",
        22 => "GetLogIntormation",
        23 => "FlushEventLog",
    }
}
