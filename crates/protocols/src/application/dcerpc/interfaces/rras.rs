//! Routing and remote access, [MS-RRASM].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    RRAS "rras" "Microsoft Routing and Remote Access Service" "RRAS" App
    on []
    fields {
        OPNUM "rras.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "MprAdminServerGetInfo",
        1 => "RasAdminConnectionEnum",
        2 => "RasAdminConnectionGetInfo",
        3 => "RasAdminConnectionClearStats",
        4 => "RasAdminPortEnum",
        5 => "RasAdminPortGetInfo",
        6 => "RasAdminPortClearStats",
        7 => "RasAdminPortReset",
        8 => "RasAdminPortDisconnect",
        9 => "RouterInterfaceTransportSetGlobalInfo",
        10 => "RouterInterfaceTransportGetGlobalInfo",
        11 => "RouterInterfaceGetHandle",
        12 => "RouterInterfaceCreate",
        13 => "RouterInterfaceGetInfo",
        14 => "RouterInterfaceSetInfo",
        15 => "RouterInterfaceDelete",
        16 => "RouterInterfaceTransportRemove",
        17 => "RouterInterfaceTransportAdd",
        18 => "RouterInterfaceTransportGetInfo",
        19 => "RouterInterfaceTransportSetInfo",
        20 => "RouterInterfaceEnum",
        21 => "RouterInterfaceConnect",
        22 => "RouterInterfaceDisconnect",
        23 => "RouterInterfaceUpdateRoutes",
        24 => "RouterInterfaceQueryUpdateResult",
        25 => "RouterInterfaceUpdatePhonebookInfo",
        26 => "MIBEntryCreate",
        27 => "MIBEntryDelete",
        28 => "MIBEntrySet",
        29 => "MIBEntryGet",
        30 => "MIBEntryGetFirst",
        31 => "MIBEntryGetNext",
        32 => "MIBGetTrapInfo",
        33 => "MIBSetTrapInfo",
        34 => "RasAdminConnectionNotification",
        35 => "RasAdminSendUserMessage",
        36 => "RouterDeviceEnum",
        37 => "RouterInterfaceTransportCreate",
        38 => "RouterInterfaceDeviceGetInfo",
        39 => "RouterInterfaceDeviceSetInfo",
        40 => "RouterInterfaceSetCredentialsEx",
        41 => "RouterInterfaceGetCredentialsEx",
        42 => "RasAdminConnectionRemoveQuarantine",
    }
}
