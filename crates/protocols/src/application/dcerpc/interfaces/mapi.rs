//! Mailboxes, [MS-OXCRPC].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    MAPI "mapi" "Exchange 5.5 EMSMDB" "MAPI" App
    on []
    fields {
        OPNUM "mapi.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "EcDoConnect",
        1 => "EcDoDisconnect",
        2 => "EcDoRpc",
        3 => "EcGetMoreRpc",
        4 => "EcRRegisterPushNotification",
        5 => "EcRUnregisterPushNotification",
        6 => "EcDummyRpc",
        7 => "EcRGetDCName",
        8 => "EcRNetGetDCName",
        9 => "EcDoRpcExt",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
