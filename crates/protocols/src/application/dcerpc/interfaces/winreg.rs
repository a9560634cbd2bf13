//! The registry, [MS-RRP].

use super::declines as dissect;
use crate::application::dcerpc::names::WERRORS;
use crate::application::dcerpc::ndr::Arg::{self, *};
use requin_wire::{Field, Names, names, proto};

proto! {
    WINREG "winreg" "Remote Registry Service" "WINREG" App
    on []
    fields {
        OPNUM "winreg.opnum" "Operation": U16 Dec = OPERATIONS;
        HANDLE "winreg.handle" "Handle": Bytes;
        SYSTEM_NAME "winreg.system_name" "System Name": U16 Dec;
        ACCESS_MASK "winreg.access_mask" "Access Mask": U32 Hex;
        WERROR "winreg.werror" "Windows Error": U32 Hex = WERRORS;
        WINREG_ACCESS_MASK_KEY_CREATE_LINK "winreg.winreg_AccessMask.KEY_CREATE_LINK" "KEY CREATE LINK": Bool(32) & 0x20 = Names::Bools("KEY_CREATE_LINK is SET", "KEY_CREATE_LINK is NOT SET");
        WINREG_ACCESS_MASK_KEY_CREATE_SUB_KEY "winreg.winreg_AccessMask.KEY_CREATE_SUB_KEY" "KEY CREATE SUB KEY": Bool(32) & 0x4 = Names::Bools("KEY_CREATE_SUB_KEY is SET", "KEY_CREATE_SUB_KEY is NOT SET");
        WINREG_ACCESS_MASK_KEY_ENUMERATE_SUB_KEYS "winreg.winreg_AccessMask.KEY_ENUMERATE_SUB_KEYS" "KEY ENUMERATE SUB KEYS": Bool(32) & 0x8 = Names::Bools("KEY_ENUMERATE_SUB_KEYS is SET", "KEY_ENUMERATE_SUB_KEYS is NOT SET");
        WINREG_ACCESS_MASK_KEY_NOTIFY "winreg.winreg_AccessMask.KEY_NOTIFY" "KEY NOTIFY": Bool(32) & 0x10 = Names::Bools("KEY_NOTIFY is SET", "KEY_NOTIFY is NOT SET");
        WINREG_ACCESS_MASK_KEY_QUERY_VALUE "winreg.winreg_AccessMask.KEY_QUERY_VALUE" "KEY QUERY VALUE": Bool(32) & 0x1 = Names::Bools("KEY_QUERY_VALUE is SET", "KEY_QUERY_VALUE is NOT SET");
        WINREG_ACCESS_MASK_KEY_SET_VALUE "winreg.winreg_AccessMask.KEY_SET_VALUE" "KEY SET VALUE": Bool(32) & 0x2 = Names::Bools("KEY_SET_VALUE is SET", "KEY_SET_VALUE is NOT SET");
        WINREG_ACCESS_MASK_KEY_WOW64_32_KEY "winreg.winreg_AccessMask.KEY_WOW64_32KEY" "KEY WOW64 32KEY": Bool(32) & 0x200 = Names::Bools("KEY_WOW64_32KEY is SET", "KEY_WOW64_32KEY is NOT SET");
        WINREG_ACCESS_MASK_KEY_WOW64_64_KEY "winreg.winreg_AccessMask.KEY_WOW64_64KEY" "KEY WOW64 64KEY": Bool(32) & 0x100 = Names::Bools("KEY_WOW64_64KEY is SET", "KEY_WOW64_64KEY is NOT SET");
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

/// Rights to a key ([MS-RRP] 2.2.3).
const RIGHTS: &[Field] = &[
    WINREG_ACCESS_MASK_KEY_CREATE_LINK,
    WINREG_ACCESS_MASK_KEY_CREATE_SUB_KEY,
    WINREG_ACCESS_MASK_KEY_ENUMERATE_SUB_KEYS,
    WINREG_ACCESS_MASK_KEY_NOTIFY,
    WINREG_ACCESS_MASK_KEY_QUERY_VALUE,
    WINREG_ACCESS_MASK_KEY_SET_VALUE,
    WINREG_ACCESS_MASK_KEY_WOW64_32_KEY,
    WINREG_ACCESS_MASK_KEY_WOW64_64_KEY,
];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, RIGHTS)],
        (0, true) => &[Handle(HANDLE), Error(WERROR)],
        (1, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, RIGHTS)],
        (1, true) => &[Handle(HANDLE), Error(WERROR)],
        (2, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, RIGHTS)],
        (2, true) => &[Handle(HANDLE), Error(WERROR)],
        (3, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, RIGHTS)],
        (3, true) => &[Handle(HANDLE), Error(WERROR)],
        (4, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, RIGHTS)],
        (4, true) => &[Handle(HANDLE), Error(WERROR)],
        (5, false) => &[Handle(HANDLE)],
        (5, true) => &[Handle(HANDLE), Error(WERROR)],
        _ => return None,
    })
}
