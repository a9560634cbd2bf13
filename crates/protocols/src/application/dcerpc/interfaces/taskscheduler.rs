//! Tasks at set times, [MS-TSCH].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    TASKSCHEDULERSERVICE "taskschedulerservice" "Microsoft Task Scheduler Service" "TaskSchedulerService" App
    on []
    fields {
        OPNUM "taskschedulerservice.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "SchRpcHighestVersion",
        1 => "SchRpcRegisterTask",
        2 => "SchRpcRetrieveTask",
        3 => "SchRpcCreateFolder",
        4 => "SchRpcSetSecurity",
        5 => "SchRpcGetSecurity",
        6 => "SchRpcEnumFolders",
        7 => "SchRpcEnumTasks",
        8 => "SchRpcEnumInstances",
        9 => "SchRpcGetInstanceInfo",
        10 => "SchRpcStopInstance",
        11 => "SchRpcStop",
        12 => "SchRpcRun",
        13 => "SchRpcDelete",
        14 => "SchRpcRename",
        15 => "SchRpcScheduledRuntimes",
        16 => "SchRpcGetLastRunInfo",
        17 => "SchRpcGetTaskInfo",
        18 => "SchRpcGetNumberOfMissedRuns",
        19 => "SchRpcEnableTask",
    }
}
