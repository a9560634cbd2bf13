//! Activation of objects, [MS-DCOM].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    ISYSTEMACTIVATOR "isystemactivator" "ISystemActivator ISystemActivator Resolver" "ISystemActivator" App
    on []
    fields {
        OPNUM "isystemactivator.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "QueryInterfaceIRemoteSCMActivator",
        1 => "AddRefIRemoteISCMActivator",
        2 => "ReleaseIRemoteISCMActivator",
        3 => "RemoteGetClassObject",
        4 => "RemoteCreateInstance",
    }
}
