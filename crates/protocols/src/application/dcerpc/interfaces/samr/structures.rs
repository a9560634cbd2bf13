//! What is told of users, domains, groups and aliases, level by level.

use super::rights::*;
use super::*;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::dcerpc::{LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, NT_COUNT};

/// What both ends can do (section 2.2.7.15).
pub(super) const INFOS: &[(u16, &[Arg])] =
    &[(1, &[Struct(CONNECT_INFO_INFO1, &[U32(CONNECT_INFO1_CLIENT_VERSION), U32(CONNECT_INFO1_UNKNOWN2)])])];

/// When a user may log on (2.2.6.5).
pub(super) const HOURS: &[Arg] = &[U16(LOGON_HOURS_UNITS_PER_WEEK), Unique(&[Varying(LOGON_HOURS_BITS, 1)])];

/// A hash of a password, an encrypted password with salt before it, and with salt behind it.
pub(super) const HASH: &[Arg] = &[Row(PASSWORD_HASH, 16)];
pub(super) const PASSWORD: &[Arg] = &[Row(CRYPT_PASSWORD_DATA, 516)];
pub(super) const LONG_PASSWORD: &[Arg] = &[Row(CRYPT_PASSWORD_EX_DATA, 532)];

/// All of a user (2.2.6.6).
pub(super) const USER21: &[Arg] = &[
    Time(USER_INFO21_LAST_LOGON),
    Time(USER_INFO21_LAST_LOGOFF),
    Time(USER_INFO21_LAST_PASSWORD_CHANGE),
    Time(USER_INFO21_ACCT_EXPIRY),
    Time(USER_INFO21_ALLOW_PASSWORD_CHANGE),
    Time(USER_INFO21_FORCE_PASSWORD_CHANGE),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_ACCOUNT_NAME)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_FULL_NAME)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_HOME_DIRECTORY)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_HOME_DRIVE)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_LOGON_SCRIPT)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_PROFILE_PATH)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_DESCRIPTION)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_WORKSTATIONS)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_COMMENT)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_PARAMETERS)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_LM_PASSWORD)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_NT_PASSWORD)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_PRIVATE)]),
    U32(USER_INFO21_BUF_COUNT),
    Unique(&[Numbers(USER_INFO21_BUFFER, 1)]),
    U32(RID),
    U32(USER_INFO21_PRIMARY_GID),
    Flags(USER_INFO21_ACCT_FLAGS, ACCOUNTS),
    Flags(USER_INFO21_FIELDS_PRESENT, PRESENT),
    Struct(USER_INFO21_LOGON_HOURS, HOURS),
    U16(USER_INFO21_BAD_PASSWORD_COUNT),
    U16(USER_INFO21_LOGON_COUNT),
    U16(USER_INFO21_COUNTRY_CODE),
    U16(USER_INFO21_CODE_PAGE),
    U8(USER_INFO21_LM_PASSWORD_SET),
    U8(USER_INFO21_NT_PASSWORD_SET),
    U8(USER_INFO21_PASSWORD_EXPIRED),
    U8(USER_INFO21_UNKNOWN4),
];

/// What is told of a user, by level (2.2.6.29).
pub(super) const USERS: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            USER_INFO_INFO1,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_FULL_NAME)]),
                U32(USER_INFO1_PRIMARY_GID),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_DESCRIPTION)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_COMMENT)]),
            ],
        )],
    ),
    (
        2,
        &[Struct(
            USER_INFO_INFO2,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO2_COMMENT)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO2_UNKNOWN)]),
                U16(USER_INFO2_COUNTRY_CODE),
                U16(USER_INFO2_CODE_PAGE),
            ],
        )],
    ),
    (
        3,
        &[Struct(
            USER_INFO_INFO3,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_FULL_NAME)]),
                U32(RID),
                U32(USER_INFO3_PRIMARY_GID),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_HOME_DIRECTORY)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_HOME_DRIVE)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_LOGON_SCRIPT)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_PROFILE_PATH)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_WORKSTATIONS)]),
                Time(USER_INFO3_LAST_LOGON),
                Time(USER_INFO3_LAST_LOGOFF),
                Time(USER_INFO3_LAST_PASSWORD_CHANGE),
                Time(USER_INFO3_ALLOW_PASSWORD_CHANGE),
                Time(USER_INFO3_FORCE_PASSWORD_CHANGE),
                Struct(USER_INFO3_LOGON_HOURS, HOURS),
                U16(USER_INFO3_BAD_PASSWORD_COUNT),
                U16(USER_INFO3_LOGON_COUNT),
                Flags(USER_INFO3_ACCT_FLAGS, ACCOUNTS),
            ],
        )],
    ),
    (4, &[Struct(USER_INFO_INFO4, &[Struct(USER_INFO4_LOGON_HOURS, HOURS)])]),
    (
        5,
        &[Struct(
            USER_INFO_INFO5,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_FULL_NAME)]),
                U32(RID),
                U32(USER_INFO5_PRIMARY_GID),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_HOME_DIRECTORY)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_HOME_DRIVE)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_LOGON_SCRIPT)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_PROFILE_PATH)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_DESCRIPTION)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_WORKSTATIONS)]),
                Time(USER_INFO5_LAST_LOGON),
                Time(USER_INFO5_LAST_LOGOFF),
                Struct(USER_INFO5_LOGON_HOURS, HOURS),
                U16(USER_INFO5_BAD_PASSWORD_COUNT),
                U16(USER_INFO5_LOGON_COUNT),
                Time(USER_INFO5_LAST_PASSWORD_CHANGE),
                Time(USER_INFO5_ACCT_EXPIRY),
                Flags(USER_INFO5_ACCT_FLAGS, ACCOUNTS),
            ],
        )],
    ),
    (
        6,
        &[Struct(
            USER_INFO_INFO6,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO6_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO6_FULL_NAME)]),
            ],
        )],
    ),
    (
        7,
        &[Struct(
            USER_INFO_INFO7,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO7_ACCOUNT_NAME)])],
        )],
    ),
    (
        8,
        &[Struct(
            USER_INFO_INFO8,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO8_FULL_NAME)])],
        )],
    ),
    (9, &[Struct(USER_INFO_INFO9, &[U32(USER_INFO9_PRIMARY_GID)])]),
    (
        10,
        &[Struct(
            USER_INFO_INFO10,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO10_HOME_DIRECTORY)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO10_HOME_DRIVE)]),
            ],
        )],
    ),
    (
        11,
        &[Struct(
            USER_INFO_INFO11,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO11_LOGON_SCRIPT)])],
        )],
    ),
    (
        12,
        &[Struct(
            USER_INFO_INFO12,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO12_PROFILE_PATH)])],
        )],
    ),
    (
        13,
        &[Struct(
            USER_INFO_INFO13,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO13_DESCRIPTION)])],
        )],
    ),
    (
        14,
        &[Struct(
            USER_INFO_INFO14,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO14_WORKSTATIONS)])],
        )],
    ),
    (16, &[Struct(USER_INFO_INFO16, &[Flags(USER_INFO16_ACCT_FLAGS, ACCOUNTS)])]),
    (17, &[Struct(USER_INFO_INFO17, &[Time(USER_INFO17_ACCT_EXPIRY)])]),
    (
        18,
        &[Struct(
            USER_INFO_INFO18,
            &[
                Struct(USER_INFO18_LM_PWD, HASH),
                Struct(USER_INFO18_NT_PWD, HASH),
                U8(USER_INFO18_LM_PWD_ACTIVE),
                U8(USER_INFO18_NT_PWD_ACTIVE),
            ],
        )],
    ),
    (
        20,
        &[Struct(
            USER_INFO_INFO20,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO20_PARAMETERS)])],
        )],
    ),
    (21, &[Struct(USER_INFO_INFO21, USER21)]),
    (
        23,
        &[Struct(
            USER_INFO_INFO23,
            &[Struct(USER_INFO23_INFO, USER21), Struct(USER_INFO23_PASSWORD, PASSWORD)],
        )],
    ),
    (
        24,
        &[Struct(
            USER_INFO_INFO24,
            &[Struct(USER_INFO24_PASSWORD, PASSWORD), U8(USER_INFO24_PASSWORD_EXPIRED)],
        )],
    ),
    (
        25,
        &[Struct(
            USER_INFO_INFO25,
            &[Struct(USER_INFO25_INFO, USER21), Struct(USER_INFO25_PASSWORD, LONG_PASSWORD)],
        )],
    ),
    (
        26,
        &[Struct(
            USER_INFO_INFO26,
            &[Struct(USER_INFO26_PASSWORD, LONG_PASSWORD), U8(USER_INFO26_PASSWORD_EXPIRED)],
        )],
    ),
];

/// What is told of a domain, by level (2.2.3.17).
pub(super) const DOMAINS: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            DOMAIN_INFO_INFO1,
            &[
                U16(DOM_INFO1_MIN_PASSWORD_LENGTH),
                U16(DOM_INFO1_PASSWORD_HISTORY_LENGTH),
                Flags(DOM_INFO1_PASSWORD_PROPERTIES, PASSWORDS),
                Long(DOM_INFO1_MAX_PASSWORD_AGE),
                Long(DOM_INFO1_MIN_PASSWORD_AGE),
            ],
        )],
    ),
    (
        2,
        &[Struct(
            DOMAIN_INFO_GENERAL,
            &[
                Time(DOM_GENERAL_INFORMATION_FORCE_LOGOFF_TIME),
                Counted(
                    LSA_STRING_NAME_LEN,
                    LSA_STRING_NAME_SIZE,
                    &[Text(DOM_GENERAL_INFORMATION_OEM_INFORMATION)],
                ),
                Counted(
                    LSA_STRING_NAME_LEN,
                    LSA_STRING_NAME_SIZE,
                    &[Text(DOM_GENERAL_INFORMATION_DOMAIN_NAME)],
                ),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(DOM_GENERAL_INFORMATION_PRIMARY)]),
                Long(DOM_GENERAL_INFORMATION_SEQUENCE_NUM),
                U32(DOM_GENERAL_INFORMATION_DOMAIN_SERVER_STATE),
                Enum(DOM_GENERAL_INFORMATION_ROLE),
                U32(DOM_GENERAL_INFORMATION_UNKNOWN3),
                U32(DOM_GENERAL_INFORMATION_NUM_USERS),
                U32(DOM_GENERAL_INFORMATION_NUM_GROUPS),
                U32(DOM_GENERAL_INFORMATION_NUM_ALIASES),
            ],
        )],
    ),
    (3, &[Struct(DOMAIN_INFO_INFO3, &[Time(DOM_INFO3_FORCE_LOGOFF_TIME)])]),
    (
        4,
        &[Struct(
            DOMAIN_INFO_OEM,
            &[Counted(
                LSA_STRING_NAME_LEN,
                LSA_STRING_NAME_SIZE,
                &[Text(DOM_OEM_INFORMATION_OEM_INFORMATION)],
            )],
        )],
    ),
    (
        5,
        &[Struct(
            DOMAIN_INFO_INFO5,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(DOM_INFO5_DOMAIN_NAME)])],
        )],
    ),
    (
        6,
        &[Struct(
            DOMAIN_INFO_INFO6,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(DOM_INFO6_PRIMARY)])],
        )],
    ),
    (7, &[Struct(DOMAIN_INFO_INFO7, &[Enum(DOM_INFO7_ROLE)])]),
    (8, &[Struct(DOMAIN_INFO_INFO8, &[Hyper(DOM_INFO8_SEQUENCE_NUM), Time(DOM_INFO8_DOMAIN_CREATE_TIME)])]),
    (9, &[Struct(DOMAIN_INFO_INFO9, &[U32(DOM_INFO9_DOMAIN_SERVER_STATE)])]),
    (
        12,
        &[Struct(
            DOMAIN_INFO_INFO12,
            &[
                Hyper(DOM_INFO12_LOCKOUT_DURATION),
                Hyper(DOM_INFO12_LOCKOUT_WINDOW),
                U16(DOM_INFO12_LOCKOUT_THRESHOLD),
            ],
        )],
    ),
    (
        13,
        &[Struct(
            DOMAIN_INFO_INFO13,
            &[
                Hyper(DOM_INFO13_SEQUENCE_NUM),
                Time(DOM_INFO13_DOMAIN_CREATE_TIME),
                Hyper(DOM_INFO13_MODIFIED_COUNT_AT_LAST_PROMOTION),
            ],
        )],
    ),
];

/// Relative identifiers (2.2.7.3).
pub(super) const IDS: &[Arg] = &[U32(IDS_COUNT), Unique(&[Numbers(RID, 4)])];

/// SIDs (2.2.7.2).
pub(super) const SIDS: &[Arg] = &[U32(NT_COUNT), Unique(&[Each(&[Unique(&[Sid])])])];

/// What is told of a group, by level (2.2.4.7).
pub(super) const GROUPS: &[(u16, &[Arg])] = &[
    (1, &[Struct(GROUP_INFO_ALL, GROUP)]),
    (2, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_NAME)])]),
    (3, &[Struct(GROUP_INFO_ATTRIBUTES, &[Flags(GROUP_INFO_ATTRIBUTES_ATTRIBUTES, MEMBERSHIP)])]),
    (4, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_DESCRIPTION)])]),
    (5, &[Struct(GROUP_INFO_ALL2, GROUP)]),
];
pub(super) const GROUP: &[Arg] = &[
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_ALL_NAME)]),
    Flags(GROUP_INFO_ALL_ATTRIBUTES, MEMBERSHIP),
    U32(GROUP_INFO_ALL_NUM_MEMBERS),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_ALL_DESCRIPTION)]),
];

/// What is told of an alias, by level (2.2.5.6).
pub(super) const ALIASES: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            ALIAS_INFO_ALL,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_ALL_NAME)]),
                U32(ALIAS_INFO_ALL_NUM_MEMBERS),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_ALL_DESCRIPTION)]),
            ],
        )],
    ),
    (2, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_NAME)])]),
    (3, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_DESCRIPTION)])]),
];

/// Accounts as they are listed, by level (2.2.8).
pub(super) const LISTS: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            DISP_INFO_INFO1,
            &[
                U32(DISP_INFO_GENERAL_COUNT),
                Unique(&[Array(
                    DISP_INFO_GENERAL_ENTRIES,
                    &[
                        U32(DISP_ENTRY_GENERAL_IDX),
                        U32(RID),
                        Flags(DISP_ENTRY_GENERAL_ACCT_FLAGS, ACCOUNTS),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_GENERAL_ACCOUNT_NAME)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_GENERAL_DESCRIPTION)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_GENERAL_FULL_NAME)],
                        ),
                    ],
                )]),
            ],
        )],
    ),
    (
        2,
        &[Struct(
            DISP_INFO_INFO2,
            &[
                U32(DISP_INFO_FULL_COUNT),
                Unique(&[Array(
                    DISP_INFO_FULL_ENTRIES,
                    &[
                        U32(DISP_ENTRY_FULL_IDX),
                        U32(RID),
                        Flags(DISP_ENTRY_FULL_ACCT_FLAGS, ACCOUNTS),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_ACCOUNT_NAME)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_DESCRIPTION)],
                        ),
                    ],
                )]),
            ],
        )],
    ),
    (
        3,
        &[Struct(
            DISP_INFO_INFO3,
            &[
                U32(DISP_INFO_FULL_GROUPS_COUNT),
                Unique(&[Array(
                    DISP_INFO_FULL_GROUPS_ENTRIES,
                    &[
                        U32(DISP_ENTRY_FULL_GROUP_IDX),
                        U32(RID),
                        Flags(DISP_ENTRY_FULL_GROUP_ACCT_FLAGS, MEMBERSHIP),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_GROUP_ACCOUNT_NAME)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_GROUP_DESCRIPTION)],
                        ),
                    ],
                )]),
            ],
        )],
    ),
];

/// Rules for passwords (2.2.3.4).
pub(super) const RULES: &[Arg] =
    &[U16(PW_INFO_MIN_PASSWORD_LENGTH), Flags(PW_INFO_PASSWORD_PROPERTIES, PASSWORDS)];

/// A request whose operation failed or not: nothing but its result.
pub(super) const RESULT: &[Arg] = &[Status(STATUS)];

/// A security descriptor with its length (2.2.7.4).
pub(super) const DESCRIPTOR: &[Arg] = &[U32(SEC_DESC_BUF_LEN), Unique(&[Descriptor(SEC_DESC_BUF_LEN)])];
