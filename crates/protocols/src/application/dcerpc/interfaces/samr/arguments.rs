//! What operations are called with, and what they give back.

use super::rights::*;
use super::structures::*;
use super::*;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::dcerpc::{LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE};

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[
            Unique(&[U16(CONNECT_SYSTEM_NAME)]),
            Rights(CONNECT_ACCESS_MASK, "SAMR Connect", CONNECT_RIGHTS),
        ],
        (0, true) => &[Handle(CONNECT_HANDLE), Status(STATUS)],
        (1, false) => &[Handle(HANDLE)],
        (1, true) => &[Handle(HANDLE), Status(STATUS)],
        (5, false) => &[
            Handle(CONNECT_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Told(LOOKUP_DOMAIN_DOMAIN_NAME)]),
        ],
        (5, true) => &[Unique(&[Sid]), Status(STATUS)],
        (6, false) => &[
            Handle(ENUM_DOMAINS_CONNECT_HANDLE),
            Ref("Pointer to Resume Handle (uint32)", &[U32(ENUM_DOMAINS_RESUME_HANDLE)]),
            U32(ENUM_DOMAINS_BUF_SIZE),
        ],
        (6, true) => &[
            U32(ENUM_DOMAINS_RESUME_HANDLE),
            Ref(
                "Pointer to Sam (samr_SamArray)",
                &[Ptr(
                    "Pointer to Sam (samr_SamArray)",
                    &[Struct(
                        ENUM_DOMAINS_SAM,
                        &[
                            U32(SAM_ARRAY_COUNT),
                            Ptr(
                                "Pointer to Entries (samr_SamEntry)",
                                &[Array(
                                    SAM_ARRAY_ENTRIES,
                                    &[
                                        U32(SAM_ENTRY_IDX),
                                        Counted(
                                            LSA_STRING_NAME_LEN,
                                            LSA_STRING_NAME_SIZE,
                                            &[Text(SAM_ENTRY_NAME)],
                                        ),
                                    ],
                                )],
                            ),
                        ],
                    )],
                )],
            ),
            U32(ENUM_DOMAINS_NUM_ENTRIES),
            Status(STATUS),
        ],
        (7, false) => {
            &[Handle(CONNECT_HANDLE), Rights(DOMAIN_ACCESS_MASK, "SAMR Domain", DOMAIN_RIGHTS), Sid]
        }
        (7, true) => &[Handle(DOMAIN_HANDLE), Status(STATUS)],
        (11, false) => &[
            Handle(DOMAIN_HANDLE),
            Ref("Pointer to Resume Handle (uint32)", &[U32(ENUM_DOMAIN_GROUPS_RESUME_HANDLE)]),
            U32(ENUM_DOMAIN_GROUPS_MAX_SIZE),
        ],
        (11, true) => &[
            U32(ENUM_DOMAIN_GROUPS_RESUME_HANDLE),
            Unique(&[Struct(
                ENUM_DOMAIN_GROUPS_SAM,
                &[
                    U32(SAM_ARRAY_COUNT),
                    Unique(&[Array(
                        SAM_ARRAY_ENTRIES,
                        &[
                            U32(SAM_ENTRY_IDX),
                            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(SAM_ENTRY_NAME)]),
                        ],
                    )]),
                ],
            )]),
            U32(ENUM_DOMAIN_GROUPS_NUM_ENTRIES),
            Status(STATUS),
        ],
        (13, false) => &[
            Handle(DOMAIN_HANDLE),
            U32(ENUM_DOMAIN_USERS_RESUME_HANDLE),
            Flags(ENUM_DOMAIN_USERS_ACCT_FLAGS, ACCOUNTS),
            U32(ENUM_DOMAIN_USERS_MAX_SIZE),
        ],
        (13, true) => &[
            U32(ENUM_DOMAIN_USERS_RESUME_HANDLE),
            Unique(&[Struct(
                ENUM_DOMAIN_USERS_SAM,
                &[
                    U32(SAM_ARRAY_COUNT),
                    Unique(&[Array(
                        SAM_ARRAY_ENTRIES,
                        &[
                            U32(SAM_ENTRY_IDX),
                            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(SAM_ENTRY_NAME)]),
                        ],
                    )]),
                ],
            )]),
            U32(ENUM_DOMAIN_USERS_NUM_ENTRIES),
            Status(STATUS),
        ],
        (15, false) => &[
            Handle(DOMAIN_HANDLE),
            U32(ENUM_DOMAIN_ALIASES_RESUME_HANDLE),
            U32(ENUM_DOMAIN_ALIASES_MAX_SIZE),
        ],
        (15, true) => &[
            U32(ENUM_DOMAIN_ALIASES_RESUME_HANDLE),
            Unique(&[Struct(
                ENUM_DOMAIN_ALIASES_SAM,
                &[
                    U32(SAM_ARRAY_COUNT),
                    Unique(&[Array(
                        SAM_ARRAY_ENTRIES,
                        &[
                            U32(SAM_ENTRY_IDX),
                            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(SAM_ENTRY_NAME)]),
                        ],
                    )]),
                ],
            )]),
            U32(ENUM_DOMAIN_ALIASES_NUM_ENTRIES),
            Status(STATUS),
        ],
        (34, false) => &[Handle(DOMAIN_HANDLE), Rights(USER_ACCESS_MASK, "SAMR User", USER_RIGHTS), U32(RID)],
        (34, true) => &[Handle(USER_HANDLE), Status(STATUS)],
        (57, false) => &[
            Unique(&[Text(CONNECT2_SYSTEM_NAME)]),
            Rights(CONNECT_ACCESS_MASK, "SAMR Connect", CONNECT_RIGHTS),
        ],
        (57, true) => &[Handle(CONNECT_HANDLE), Status(STATUS)],
        (62, false) => &[
            Unique(&[Text(CONNECT4_SYSTEM_NAME)]),
            U32(CONNECT4_CLIENT_VERSION),
            Rights(CONNECT_ACCESS_MASK, "SAMR Connect", CONNECT_RIGHTS),
        ],
        (62, true) => &[Handle(CONNECT_HANDLE), Status(STATUS)],
        (64, false) => &[
            Unique(&[Text(CONNECT5_SYSTEM_NAME)]),
            Rights(CONNECT_ACCESS_MASK, "SAMR Connect", CONNECT_RIGHTS),
            U32(CONNECT5_LEVEL_IN),
            Ref("Pointer to Info In (samr_ConnectInfo)", &[Union(CONNECT5_INFO_IN, INFOS)]),
        ],
        (64, true) => &[
            U32(CONNECT5_LEVEL_OUT),
            Ref("Pointer to Info Out (samr_ConnectInfo)", &[Union(CONNECT5_INFO_OUT, INFOS)]),
            Handle(CONNECT_HANDLE),
            Status(STATUS),
        ],
        (2, false) => &[Handle(HANDLE), SecInfo, Struct(SET_SECURITY_SDBUF, DESCRIPTOR)],
        (3, false) => &[Handle(HANDLE), SecInfo],
        (3, true) => &[Unique(&[Inline(DESCRIPTOR)]), Status(STATUS)],
        (2 | 22 | 24 | 31 | 32 | 55, true) => RESULT,
        (10, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(CREATE_DOMAIN_GROUP_NAME)]),
            Rights(GROUP_ACCESS_MASK, "SAMR Group", GROUP_RIGHTS),
        ],
        (10, true) => &[Handle(GROUP_HANDLE), U32(RID), Status(STATUS)],
        (12, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Told(CREATE_USER_ACCOUNT_NAME)]),
            Rights(USER_ACCESS_MASK, "SAMR User", USER_RIGHTS),
        ],
        (12, true) => &[Handle(USER_HANDLE), U32(RID), Status(STATUS)],
        (14, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(CREATE_DOM_ALIAS_ALIAS_NAME)]),
            Rights(ALIAS_ACCESS_MASK, "SAMR Alias", ALIAS_RIGHTS),
        ],
        (14, true) => &[Handle(ALIAS_HANDLE), U32(RID), Status(STATUS)],
        (16, false) => &[Handle(DOMAIN_HANDLE), Inline(SIDS)],
        (16, true) => &[Struct(GET_ALIAS_MEMBERSHIP_RIDS, IDS), Status(STATUS)],
        (17, false) => &[
            Handle(DOMAIN_HANDLE),
            U32(LOOKUP_NAMES_NUM_NAMES),
            VaryingEach(&[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(LOOKUP_NAMES_NAMES)])]),
        ],
        (17, true) => &[Struct(LOOKUP_NAMES_RIDS, IDS), Struct(LOOKUP_NAMES_TYPES, IDS), Status(STATUS)],
        (18, false) => &[Handle(DOMAIN_HANDLE), U32(LOOKUP_RIDS_NUM_RIDS), Uncounted],
        (18, true) => &[
            Struct(
                LOOKUP_RIDS_NAMES,
                &[
                    U32(LSA_STRINGS_COUNT),
                    Unique(&[Each(&[Counted(
                        LSA_STRING_NAME_LEN,
                        LSA_STRING_NAME_SIZE,
                        &[Text(LSA_STRINGS_NAMES)],
                    )])]),
                ],
            ),
            Struct(LOOKUP_RIDS_TYPES, IDS),
            Status(STATUS),
        ],
        (19, false) => {
            &[Handle(DOMAIN_HANDLE), Rights(GROUP_ACCESS_MASK, "SAMR Group", GROUP_RIGHTS), U32(RID)]
        }
        (19, true) => &[Handle(GROUP_HANDLE), Status(STATUS)],
        (22, false) => &[Handle(GROUP_HANDLE), U32(RID), Flags(ADD_GROUP_MEMBER_FLAGS, &[])],
        (23, false) => &[Handle(GROUP_HANDLE)],
        (23, true) => &[Handle(GROUP_HANDLE), Status(STATUS)],
        (24, false) => &[Handle(GROUP_HANDLE), U32(RID)],
        (25, false) => &[Handle(GROUP_HANDLE)],
        (25, true) => &[
            Unique(&[Struct(
                QUERY_GROUP_MEMBER_RIDS,
                &[
                    U32(RID_TYPE_ARRAY_COUNT),
                    Unique(&[Numbers(RID, 4)]),
                    Unique(&[Numbers(RID_TYPE_ARRAY_TYPES, 4)]),
                ],
            )]),
            Status(STATUS),
        ],
        (27, false) => {
            &[Handle(DOMAIN_HANDLE), Rights(ALIAS_ACCESS_MASK, "SAMR Alias", ALIAS_RIGHTS), U32(RID)]
        }
        (27, true) => &[Handle(ALIAS_HANDLE), Status(STATUS)],
        (30, false) => &[Handle(ALIAS_HANDLE)],
        (30, true) => &[Handle(ALIAS_HANDLE), Status(STATUS)],
        (31 | 32, false) => &[Handle(ALIAS_HANDLE), Sid],
        (33, false) => &[Handle(ALIAS_HANDLE)],
        (33, true) => &[Inline(SIDS), Status(STATUS)],
        (35, false) => &[Handle(USER_HANDLE)],
        (35, true) => &[Handle(USER_HANDLE), Status(STATUS)],
        (39, false) => &[Handle(USER_HANDLE)],
        (39, true) => &[
            Unique(&[Struct(
                GET_GROUPS_FOR_USER_RIDS,
                &[
                    U32(RID_WITH_ATTRIBUTE_ARRAY_COUNT),
                    Unique(&[Array(
                        RID_WITH_ATTRIBUTE_ARRAY_RIDS,
                        &[U32(RID), Flags(RID_WITH_ATTRIBUTE_ATTRIBUTES, MEMBERSHIP)],
                    )]),
                ],
            )]),
            Status(STATUS),
        ],
        (44, false) => &[Handle(USER_HANDLE)],
        (44, true) => &[Struct(GET_USER_PW_INFO_INFO, RULES), Status(STATUS)],
        (50, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Told(CREATE_USER2_ACCOUNT_NAME)]),
            Flags(CREATE_USER2_ACCT_FLAGS, ACCOUNTS),
            Rights(USER_ACCESS_MASK, "SAMR User", USER_RIGHTS),
        ],
        (50, true) => &[Handle(USER_HANDLE), U32(CREATE_USER2_ACCESS_GRANTED), U32(RID), Status(STATUS)],
        (55, false) => &[
            Unique(&[Counted(
                LSA_STRING_NAME_LEN,
                LSA_STRING_NAME_SIZE,
                &[Text(CHANGE_PASSWORD_USER2_SERVER)],
            )]),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(CHANGE_PASSWORD_USER2_ACCOUNT)]),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_NT_PASSWORD, PASSWORD)]),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_NT_VERIFIER, HASH)]),
            U8(CHANGE_PASSWORD_USER2_LM_CHANGE),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_LM_PASSWORD, PASSWORD)]),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_LM_VERIFIER, HASH)]),
        ],
        (56, false) => &[Unique(&[Counted(
            LSA_STRING_NAME_LEN,
            LSA_STRING_NAME_SIZE,
            &[Told(GET_DOM_PW_INFO_DOMAIN_NAME)],
        )])],
        (56, true) => &[Struct(GET_DOM_PW_INFO_INFO, RULES), Status(STATUS)],
        (65, false) => &[Handle(DOMAIN_HANDLE), U32(RID)],
        (65, true) => &[Unique(&[Sid]), Status(STATUS)],

        (8, false) => &[Handle(DOMAIN_HANDLE), Enum(QUERY_DOMAIN_INFO_LEVEL)],
        (8, true) => &[Unique(&[Choice(QUERY_DOMAIN_INFO_INFO, DOMAINS)]), Status(STATUS)],
        (46, false) => &[Handle(DOMAIN_HANDLE), Enum(QUERY_DOMAIN_INFO2_LEVEL)],
        (46, true) => &[Unique(&[Choice(QUERY_DOMAIN_INFO2_INFO, DOMAINS)]), Status(STATUS)],
        (9, false) => {
            &[Handle(DOMAIN_HANDLE), Enum(SET_DOMAIN_INFO_LEVEL), Choice(SET_DOMAIN_INFO_INFO, DOMAINS)]
        }
        (9, true) => RESULT,
        (20, false) => &[Handle(GROUP_HANDLE), Enum(QUERY_GROUP_INFO_LEVEL)],
        (20, true) => &[Unique(&[Choice(QUERY_GROUP_INFO_INFO, GROUPS)]), Status(STATUS)],
        (21, false) => {
            &[Handle(GROUP_HANDLE), Enum(SET_GROUP_INFO_LEVEL), Choice(SET_GROUP_INFO_INFO, GROUPS)]
        }
        (21, true) => RESULT,
        (28, false) => &[Handle(ALIAS_HANDLE), Enum(QUERY_ALIAS_INFO_LEVEL)],
        (28, true) => &[Unique(&[Choice(QUERY_ALIAS_INFO_INFO, ALIASES)]), Status(STATUS)],
        (29, false) => {
            &[Handle(ALIAS_HANDLE), Enum(SET_ALIAS_INFO_LEVEL), Choice(SET_ALIAS_INFO_INFO, ALIASES)]
        }
        (29, true) => RESULT,
        (36, false) => &[Handle(USER_HANDLE), Enum(QUERY_USER_INFO_LEVEL)],
        (36, true) => &[Unique(&[Choice(QUERY_USER_INFO_INFO, USERS)]), Status(STATUS)],
        (47, false) => &[Handle(USER_HANDLE), Enum(QUERY_USER_INFO2_LEVEL)],
        (47, true) => &[Unique(&[Choice(QUERY_USER_INFO2_INFO, USERS)]), Status(STATUS)],
        (37, false) => &[Handle(USER_HANDLE), Enum(SET_USER_INFO_LEVEL), Choice(SET_USER_INFO_INFO, USERS)],
        (37, true) => RESULT,
        (58, false) => &[Handle(USER_HANDLE), Enum(SET_USER_INFO2_LEVEL), Choice(SET_USER_INFO2_INFO, USERS)],
        (58, true) => RESULT,
        (40, false) => &[
            Handle(DOMAIN_HANDLE),
            Enum(QUERY_DISPLAY_INFO_LEVEL),
            U32(QUERY_DISPLAY_INFO_START_IDX),
            U32(QUERY_DISPLAY_INFO_MAX_ENTRIES),
            U32(QUERY_DISPLAY_INFO_BUF_SIZE),
        ],
        (40, true) => &[
            U32(QUERY_DISPLAY_INFO_TOTAL_SIZE),
            U32(QUERY_DISPLAY_INFO_RETURNED_SIZE),
            Choice(QUERY_DISPLAY_INFO_INFO, LISTS),
            Status(STATUS),
        ],
        (48, false) => &[
            Handle(DOMAIN_HANDLE),
            Enum(QUERY_DISPLAY_INFO2_LEVEL),
            U32(QUERY_DISPLAY_INFO2_START_IDX),
            U32(QUERY_DISPLAY_INFO2_MAX_ENTRIES),
            U32(QUERY_DISPLAY_INFO2_BUF_SIZE),
        ],
        (48, true) => &[
            U32(QUERY_DISPLAY_INFO2_TOTAL_SIZE),
            U32(QUERY_DISPLAY_INFO2_RETURNED_SIZE),
            Choice(QUERY_DISPLAY_INFO2_INFO, LISTS),
            Status(STATUS),
        ],
        (51, false) => &[
            Handle(DOMAIN_HANDLE),
            Enum(QUERY_DISPLAY_INFO3_LEVEL),
            U32(QUERY_DISPLAY_INFO3_START_IDX),
            U32(QUERY_DISPLAY_INFO3_MAX_ENTRIES),
            U32(QUERY_DISPLAY_INFO3_BUF_SIZE),
        ],
        (51, true) => &[
            U32(QUERY_DISPLAY_INFO3_TOTAL_SIZE),
            U32(QUERY_DISPLAY_INFO3_RETURNED_SIZE),
            Choice(QUERY_DISPLAY_INFO3_INFO, LISTS),
            Status(STATUS),
        ],
        _ => return None,
    })
}
