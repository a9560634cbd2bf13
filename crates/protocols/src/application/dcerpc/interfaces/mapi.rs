//! Mailboxes, [MS-OXCRPC].

use super::declines as dissect;
use requin_wire::{names, proto};

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
