//! Activation of objects, [MS-DCOM].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

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

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
