//! The workstation service, [MS-WKST].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    WKSSVC "wkssvc" "Workstation Service" "WKSSVC" App
    on []
    fields {
        OPNUM "wkssvc.opnum" "Operation": U16 Dec = OPERATIONS;
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

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
