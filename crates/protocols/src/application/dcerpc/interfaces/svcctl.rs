//! Services of a host, [MS-SCMR].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    SVCCTL "svcctl" "Microsoft Service Control" "SVCCTL" App
    on []
    fields {
        OPNUM "svcctl.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "CloseServiceHandle",
        1 => "ControlService",
        2 => "DeleteService",
        3 => "LockServiceDatabase",
        4 => "QueryServiceObjectSecurity",
        5 => "SetServiceObjectSecurity",
        6 => "QueryServiceStatus",
        7 => "SetServiceStatus",
        8 => "UnlockServiceDatabase",
        9 => "NotifyBootConfigStatus",
        10 => "ScSetServiceBitsW",
        11 => "ChangeServiceConfigW",
        12 => "CreateServiceW",
        13 => "EnumDependentServicesW",
        14 => "EnumServicesStatusW",
        15 => "OpenSCManagerW",
        16 => "OpenServiceW",
        17 => "QueryServiceConfigW",
        18 => "QueryServiceLockStatusW",
        19 => "StartServiceW",
        20 => "GetServiceDisplayNameW",
        21 => "GetServiceKeyNameW",
        22 => "ScSetServiceBitsA",
        23 => "ChangeServiceConfigA",
        24 => "CreateServiceA",
        25 => "EnumDependentServicesA",
        26 => "EnumServicesStatusA",
        27 => "OpenSCManagerA",
        28 => "OpenServiceA",
        29 => "QueryServiceConfigA",
        30 => "QueryServiceLockStatusA",
        31 => "StartServiceA",
        32 => "GetServiceDisplayNameA",
        33 => "GetServiceKeyNameA",
        34 => "ScGetCurrentGroupStateW",
        35 => "EnumServiceGroupW",
        36 => "ChangeServiceConfig2A",
        37 => "ChangeServiceConfig2W",
        38 => "QueryServiceConfig2A",
        39 => "QueryServiceConfig2W",
        40 => "QueryServiceStatusEx",
        41 => "EnumServicesStatusExA",
        42 => "EnumServicesStatusExW",
        43 => "ScSendTSMessage",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
