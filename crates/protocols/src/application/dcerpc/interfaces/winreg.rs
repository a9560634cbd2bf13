//! The registry, [MS-RRP].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    WINREG "winreg" "Remote Registry Service" "WINREG" App
    on []
    fields {
        OPNUM "winreg.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "OpenHKCR",
        1 => "OpenHKCU",
        2 => "OpenHKLM",
        3 => "OpenHKPD",
        4 => "OpenHKU",
        5 => "CloseKey",
        6 => "CreateKey",
        7 => "DeleteKey",
        8 => "DeleteValue",
        9 => "EnumKey",
        10 => "EnumValue",
        11 => "FlushKey",
        12 => "GetKeySecurity",
        13 => "LoadKey",
        14 => "NotifyChangeKeyValue",
        15 => "OpenKey",
        16 => "QueryInfoKey",
        17 => "QueryValue",
        18 => "ReplaceKey",
        19 => "RestoreKey",
        20 => "SaveKey",
        21 => "SetKeySecurity",
        22 => "SetValue",
        23 => "UnLoadKey",
        24 => "InitiateSystemShutdown",
        25 => "AbortSystemShutdown",
        26 => "GetVersion",
        27 => "OpenHKCC",
        28 => "OpenHKDD",
        29 => "QueryMultipleValues",
        30 => "InitiateSystemShutdownEx",
        31 => "SaveKeyEx",
        32 => "OpenHKPT",
        33 => "OpenHKPN",
        34 => "QueryMultipleValues2",
        35 => "DeleteKeyEx",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
