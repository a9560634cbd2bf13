//! The role of a host in its domain, [MS-DSSP].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    DSSETUP "dssetup" "Active Directory Setup" "DSSETUP" App
    on []
    fields {
        OPNUM "dssetup.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "DsRoleGetPrimaryDomainInformation",
        1 => "DsRoleDnsNameToFlatName",
        2 => "DsRoleDcAsDc",
        3 => "DsRoleDcAsReplica",
        4 => "DsRoleDemoteDc",
        5 => "DsRoleGetDcOperationProgress",
        6 => "DsRoleGetDcOperationResults",
        7 => "DsRoleCancel",
        8 => "DsRoleServerSaveStateForUpgrade",
        9 => "DsRoleUpgradeDownlevelServer",
        10 => "DsRoleAbortDownlevelServerUpgrade",
    }
}
