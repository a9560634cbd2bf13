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
        STRING_NAME_LEN "winreg.winreg_String.name_len" "Name Len": U16 Dec;
        STRING_NAME_SIZE "winreg.winreg_String.name_size" "Name Size": U16 Dec;
        KEY_OPTIONS_VOLATILE "winreg.winreg_KeyOptions.REG_OPTION_VOLATILE" "REG OPTION VOLATILE": Bool(32) & 0x1 = Names::Bools("REG_OPTION_VOLATILE is SET", "REG_OPTION_VOLATILE is NOT SET");
        KEY_OPTIONS_CREATE_LINK "winreg.winreg_KeyOptions.REG_OPTION_CREATE_LINK" "REG OPTION CREATE LINK": Bool(32) & 0x2 = Names::Bools("REG_OPTION_CREATE_LINK is SET", "REG_OPTION_CREATE_LINK is NOT SET");
        KEY_OPTIONS_BACKUP_RESTORE "winreg.winreg_KeyOptions.REG_OPTION_BACKUP_RESTORE" "REG OPTION BACKUP RESTORE": Bool(32) & 0x4 = Names::Bools("REG_OPTION_BACKUP_RESTORE is SET", "REG_OPTION_BACKUP_RESTORE is NOT SET");
        KEY_OPTIONS_OPEN_LINK "winreg.winreg_KeyOptions.REG_OPTION_OPEN_LINK" "REG OPTION OPEN LINK": Bool(32) & 0x8 = Names::Bools("REG_OPTION_OPEN_LINK is SET", "REG_OPTION_OPEN_LINK is NOT SET");
        CREATE_KEY_NAME "winreg.winreg_CreateKey.name" "Name": Str;
        CREATE_KEY_KEYCLASS "winreg.winreg_CreateKey.keyclass" "Keyclass": Str;
        CREATE_KEY_OPTIONS "winreg.winreg_CreateKey.options" "Options": U32 Hex;
        CREATE_KEY_NEW_HANDLE "winreg.winreg_CreateKey.new_handle" "New Handle": Bytes;
        CREATE_KEY_ACTION_TAKEN "winreg.winreg_CreateKey.action_taken" "Action Taken": U32 Dec;
        DELETE_KEY_KEY "winreg.winreg_DeleteKey.key" "Key": Str;
        DELETE_VALUE_VALUE "winreg.winreg_DeleteValue.value" "Value": Str;
        ENUM_VALUE_ENUM_INDEX "winreg.winreg_EnumValue.enum_index" "Enum Index": U32 Dec;
        ENUM_VALUE_NAME "winreg.winreg_EnumValue.name" "Name": None;
        ENUM_VALUE_TYPE "winreg.winreg_EnumValue.type" "Type": None;
        ENUM_VALUE_VALUE "winreg.winreg_EnumValue.value" "Value": U8 Dec;
        ENUM_VALUE_SIZE "winreg.winreg_EnumValue.size" "Size": U32 Dec;
        ENUM_VALUE_LENGTH "winreg.winreg_EnumValue.length" "Length": U32 Dec;
        VAL_NAME_BUF_LENGTH "winreg.winreg_ValNameBuf.length" "Length": U16 Dec;
        VAL_NAME_BUF_SIZE "winreg.winreg_ValNameBuf.size" "Size": U16 Dec;
        VAL_NAME_BUF_NAME "winreg.winreg_ValNameBuf.name" "Name": U16 Dec;
        OPEN_KEY_PARENT_HANDLE "winreg.winreg_OpenKey.parent_handle" "Parent Handle": Bytes;
        OPEN_KEY_KEYNAME "winreg.winreg_OpenKey.keyname" "Keyname": Str;
        OPEN_KEY_OPTIONS "winreg.winreg_OpenKey.options" "Options": U32 Hex;
        QUERY_VALUE_VALUE_NAME "winreg.winreg_QueryValue.value_name" "Value Name": Str;
        QUERY_VALUE_TYPE "winreg.winreg_QueryValue.type" "Type": None;
        QUERY_VALUE_DATA "winreg.winreg_QueryValue.data" "Data": U8 Dec;
        QUERY_VALUE_DATA_SIZE "winreg.winreg_QueryValue.data_size" "Data Size": U32 Dec;
        QUERY_VALUE_DATA_LENGTH "winreg.winreg_QueryValue.data_length" "Data Length": U32 Dec;
        SET_VALUE_NAME "winreg.winreg_SetValue.name" "Name": Str;
        SET_VALUE_TYPE "winreg.winreg_SetValue.type" "Type": None;
        SET_VALUE_DATA "winreg.winreg_SetValue.data" "Data": U8 Dec;
        SET_VALUE_SIZE "winreg.winreg_SetValue.size" "Size": U32 Dec;
        GET_VERSION_VERSION "winreg.winreg_GetVersion.version" "Version": U32 Dec;
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

/// How a key is to be opened ([MS-RRP] 3.1.5.7).
const OPTIONS: &[Field] =
    &[KEY_OPTIONS_VOLATILE, KEY_OPTIONS_CREATE_LINK, KEY_OPTIONS_BACKUP_RESTORE, KEY_OPTIONS_OPEN_LINK];

/// A buffer for the name of a value.
const NAME_BUFFER: Arg = Struct(
    ENUM_VALUE_NAME,
    &[U16(VAL_NAME_BUF_LENGTH), U16(VAL_NAME_BUF_SIZE), Unique(&[Varying(VAL_NAME_BUF_NAME, 2)])],
);

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, "WINREG", RIGHTS)],
        (0, true) => &[Handle(HANDLE), Error(WERROR)],
        (1, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, "WINREG", RIGHTS)],
        (1, true) => &[Handle(HANDLE), Error(WERROR)],
        (2, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, "WINREG", RIGHTS)],
        (2, true) => &[Handle(HANDLE), Error(WERROR)],
        (3, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, "WINREG", RIGHTS)],
        (3, true) => &[Handle(HANDLE), Error(WERROR)],
        (4, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, "WINREG", RIGHTS)],
        (4, true) => &[Handle(HANDLE), Error(WERROR)],
        (27 | 28 | 32 | 33, false) => &[Unique(&[U16(SYSTEM_NAME)]), Rights(ACCESS_MASK, "WINREG", RIGHTS)],
        (27 | 28 | 32 | 33, true) => &[Handle(HANDLE), Error(WERROR)],
        (5 | 11 | 26, false) => &[Handle(HANDLE)],
        (5, true) => &[Handle(HANDLE), Error(WERROR)],
        (6, false) => &[
            Handle(HANDLE),
            Counted(STRING_NAME_LEN, STRING_NAME_SIZE, &[Told(CREATE_KEY_NAME)]),
            Counted(STRING_NAME_LEN, STRING_NAME_SIZE, &[Text(CREATE_KEY_KEYCLASS)]),
            Flags(CREATE_KEY_OPTIONS, OPTIONS),
            Rights(ACCESS_MASK, "WINREG", RIGHTS),
        ],
        (6, true) => &[Handle(CREATE_KEY_NEW_HANDLE), Unique(&[U32(CREATE_KEY_ACTION_TAKEN)]), Error(WERROR)],
        (7, false) => &[Handle(HANDLE), Counted(STRING_NAME_LEN, STRING_NAME_SIZE, &[Told(DELETE_KEY_KEY)])],
        (8, false) => {
            &[Handle(HANDLE), Counted(STRING_NAME_LEN, STRING_NAME_SIZE, &[Text(DELETE_VALUE_VALUE)])]
        }
        (7 | 8 | 11 | 22, true) => &[Error(WERROR)],
        (10, false) => &[
            Handle(HANDLE),
            U32(ENUM_VALUE_ENUM_INDEX),
            NAME_BUFFER,
            Unique(&[Opaque(ENUM_VALUE_TYPE)]),
            Unique(&[Varying(ENUM_VALUE_VALUE, 1)]),
            Unique(&[U32(ENUM_VALUE_SIZE)]),
            Unique(&[U32(ENUM_VALUE_LENGTH)]),
        ],
        (10, true) => &[
            NAME_BUFFER,
            Unique(&[Opaque(ENUM_VALUE_TYPE)]),
            Unique(&[Varying(ENUM_VALUE_VALUE, 1)]),
            Unique(&[U32(ENUM_VALUE_SIZE)]),
            Unique(&[U32(ENUM_VALUE_LENGTH)]),
            Error(WERROR),
        ],
        (15, false) => &[
            Handle(OPEN_KEY_PARENT_HANDLE),
            Counted(STRING_NAME_LEN, STRING_NAME_SIZE, &[Told(OPEN_KEY_KEYNAME)]),
            Flags(OPEN_KEY_OPTIONS, OPTIONS),
            Rights(ACCESS_MASK, "WINREG", RIGHTS),
        ],
        (15, true) => &[Handle(HANDLE), Error(WERROR)],
        (17, false) => &[
            Handle(HANDLE),
            Counted(STRING_NAME_LEN, STRING_NAME_SIZE, &[Text(QUERY_VALUE_VALUE_NAME)]),
            Unique(&[Opaque(QUERY_VALUE_TYPE)]),
            Unique(&[Varying(QUERY_VALUE_DATA, 1)]),
            Unique(&[U32(QUERY_VALUE_DATA_SIZE)]),
            Unique(&[U32(QUERY_VALUE_DATA_LENGTH)]),
        ],
        (17, true) => &[
            Unique(&[Opaque(QUERY_VALUE_TYPE)]),
            Unique(&[Varying(QUERY_VALUE_DATA, 1)]),
            Unique(&[U32(QUERY_VALUE_DATA_SIZE)]),
            Unique(&[U32(QUERY_VALUE_DATA_LENGTH)]),
            Error(WERROR),
        ],
        (22, false) => &[
            Handle(HANDLE),
            Counted(STRING_NAME_LEN, STRING_NAME_SIZE, &[Told(SET_VALUE_NAME)]),
            Opaque(SET_VALUE_TYPE),
            Numbers(SET_VALUE_DATA, 1),
            U32(SET_VALUE_SIZE),
        ],
        (26, true) => &[U32(GET_VERSION_VERSION), Error(WERROR)],
        _ => return None,
    })
}
