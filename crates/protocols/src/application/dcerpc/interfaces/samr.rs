//! Security accounts, [MS-SAMR].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    SAMR "samr" "SAMR (pidl)" "SAMR" App
    on []
    fields {
        OPNUM "samr.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "Connect",
        1 => "Close",
        2 => "SetSecurity",
        3 => "QuerySecurity",
        4 => "Shutdown",
        5 => "LookupDomain",
        6 => "EnumDomains",
        7 => "OpenDomain",
        8 => "QueryDomainInfo",
        9 => "SetDomainInfo",
        10 => "CreateDomainGroup",
        11 => "EnumDomainGroups",
        12 => "CreateUser",
        13 => "EnumDomainUsers",
        14 => "CreateDomAlias",
        15 => "EnumDomainAliases",
        16 => "GetAliasMembership",
        17 => "LookupNames",
        18 => "LookupRids",
        19 => "OpenGroup",
        20 => "QueryGroupInfo",
        21 => "SetGroupInfo",
        22 => "AddGroupMember",
        23 => "DeleteDomainGroup",
        24 => "DeleteGroupMember",
        25 => "QueryGroupMember",
        26 => "SetMemberAttributesOfGroup",
        27 => "OpenAlias",
        28 => "QueryAliasInfo",
        29 => "SetAliasInfo",
        30 => "DeleteDomAlias",
        31 => "AddAliasMember",
        32 => "DeleteAliasMember",
        33 => "GetMembersInAlias",
        34 => "OpenUser",
        35 => "DeleteUser",
        36 => "QueryUserInfo",
        37 => "SetUserInfo",
        38 => "ChangePasswordUser",
        39 => "GetGroupsForUser",
        40 => "QueryDisplayInfo",
        41 => "GetDisplayEnumerationIndex",
        42 => "TestPrivateFunctionsDomain",
        43 => "TestPrivateFunctionsUser",
        44 => "GetUserPwInfo",
        45 => "RemoveMemberFromForeignDomain",
        46 => "QueryDomainInfo2",
        47 => "QueryUserInfo2",
        48 => "QueryDisplayInfo2",
        49 => "GetDisplayEnumerationIndex2",
        50 => "CreateUser2",
        51 => "QueryDisplayInfo3",
        52 => "AddMultipleMembersToAlias",
        53 => "RemoveMultipleMembersFromAlias",
        54 => "OemChangePasswordUser2",
        55 => "ChangePasswordUser2",
        56 => "GetDomPwInfo",
        57 => "Connect2",
        58 => "SetUserInfo2",
        59 => "SetBootKeyInformation",
        60 => "GetBootKeyInformation",
        61 => "Connect3",
        62 => "Connect4",
        63 => "ChangePasswordUser3",
        64 => "Connect5",
        65 => "RidToSid",
        66 => "SetDsrmPassword",
        67 => "ValidatePassword",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
