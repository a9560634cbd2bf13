//! Services of a host, [MS-SCMR].

use super::declines as dissect;
use crate::application::dcerpc::ndr::Arg::{self, *};
use requin_wire::{Field, Names, names, proto};

proto! {
    SVCCTL "svcctl" "Microsoft Service Control" "SVCCTL" App
    on []
    fields {
        OPNUM "svcctl.opnum" "Operation": U16 Dec = OPERATIONS;
        HND "svcctl.hnd" "Context Handle": Bytes;
        RC "svcctl.rc" "Return code": U32 Hex = CODES;
        MACHINENAME "svcctl.machinename" "MachineName": Str;
        DATABASE "svcctl.database" "Database": Str;
        SERVICENAME "svcctl.servicename" "Service Name": Str;
        ACCESS_MASK "svcctl.access_mask" "Access Mask": U32 Hex;
        SCM_RIGHTS_CONNECT "svcctl.scm_rights_connect" "Connect": Bool(32) & 0x1 = Names::Bools("Set", "Not set");
        SCM_RIGHTS_CREATE_SERVICE "svcctl.scm_rights_create_service" "Create Service": Bool(32) & 0x2 = Names::Bools("Set", "Not set");
        SCM_RIGHTS_ENUMERATE_SERVICE "svcctl.scm_rights_enumerate_service" "Enumerate Service": Bool(32) & 0x4 = Names::Bools("Set", "Not set");
        SCM_RIGHTS_LOCK "svcctl.scm_rights_lock" "Lock": Bool(32) & 0x8 = Names::Bools("Set", "Not set");
        SCM_RIGHTS_QUERY_LOCK_STATUS "svcctl.scm_rights_query_lock_status" "Query Lock Status": Bool(32) & 0x10 = Names::Bools("Set", "Not set");
        SCM_RIGHTS_MODIFY_BOOT_CONFIG "svcctl.scm_rights_modify_boot_config" "Modify Boot Config": Bool(32) & 0x20 = Names::Bools("Set", "Not set");
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "CloseServiceHandle",
        1 => "ControlService",
        2 => "DeleteService",
        3 => "LockServiceDatabase",
        4 => "QueryServiceObjectSecurity",
        5 => "SetServiceObjectSecurity",
        6 => "QueryServiceStatus",
        7 => "SetServiceStatus",
        8 => "UnlockServiceDatabase",
        9 => "NotifyBootConfigStatus",
        10 => "ScSetServiceBitsW",
        11 => "ChangeServiceConfigW",
        12 => "CreateServiceW",
        13 => "EnumDependentServicesW",
        14 => "EnumServicesStatusW",
        15 => "OpenSCManagerW",
        16 => "OpenServiceW",
        17 => "QueryServiceConfigW",
        18 => "QueryServiceLockStatusW",
        19 => "StartServiceW",
        20 => "GetServiceDisplayNameW",
        21 => "GetServiceKeyNameW",
        22 => "ScSetServiceBitsA",
        23 => "ChangeServiceConfigA",
        24 => "CreateServiceA",
        25 => "EnumDependentServicesA",
        26 => "EnumServicesStatusA",
        27 => "OpenSCManagerA",
        28 => "OpenServiceA",
        29 => "QueryServiceConfigA",
        30 => "QueryServiceLockStatusA",
        31 => "StartServiceA",
        32 => "GetServiceDisplayNameA",
        33 => "GetServiceKeyNameA",
        34 => "ScGetCurrentGroupStateW",
        35 => "EnumServiceGroupW",
        36 => "ChangeServiceConfig2A",
        37 => "ChangeServiceConfig2W",
        38 => "QueryServiceConfig2A",
        39 => "QueryServiceConfig2W",
        40 => "QueryServiceStatusEx",
        41 => "EnumServicesStatusExA",
        42 => "EnumServicesStatusExW",
        43 => "ScSendTSMessage",
    }
    /// What became of a call.
    CODES {
        0 => "Success",
        1 => "Invalid function (or system call)",
        2 => "File not found (pathname error)",
        3 => "Directory not found",
        4 => "Too many open files",
        5 => "Access denied",
        6 => "Invalid fid",
        7 => "Memory control blocks destroyed",
        8 => "Out of memory",
        9 => "Invalid memory block address",
        10 => "Invalid environment",
        11 => "Invalid format",
        12 => "Invalid open mode",
        13 => "Invalid data (only from ioctl call)",
        14 => "Reserved error code?",
        15 => "Invalid drive",
        16 => "Attempt to delete current directory",
        17 => "Rename/move across different filesystems",
        18 => "No more files found in file search",
        31 => "General failure",
        32 => "Share mode on file conflict with open mode",
        33 => "Lock request conflicts with existing lock",
        50 => "Request unsupported, returned by Win 95",
        64 => "Network name deleted or not available",
        66 => "Don't support ipc",
        67 => "Requested share does not exist",
        80 => "File in operation already exists",
        87 => "Invalid parameter",
        110 => "Cannot open the file specified",
        111 => "Buffer overflow",
        122 => "Insufficient buffer",
        123 => "Invalid name",
        124 => "Unknown info level",
        158 => "This region is not locked by this locking context.",
        161 => "Invalid Path",
        173 => "Cancel violation",
        174 => "No atomic clocks",
        183 => "File already exists",
        230 => "Named pipe invalid",
        231 => "All instances of pipe are busy",
        232 => "Named pipe close in progress",
        233 => "No process on other end of named pipe",
        234 => "More data to be returned",
        255 => "ea inconsistent",
        259 => "No more items",
        267 => "Invalid directory name in a path.",
        275 => "Extended attributes didn't fit",
        282 => "Extended attributes not supported",
        1022 => "Buffer too small to return change notify.",
        1307 => "Invalid security descriptor owner",
        1326 => "Unknown username or bad password",
        1338 => "Invalid security descriptor",
        1722 => "Server unavailable",
        1795 => "Printer driver already installed",
        1796 => "Error unknown port",
        1797 => "Unknown printer driver",
        1798 => "Unknown print processor",
        1799 => "Invalid separator file",
        1800 => "Invalid priority",
        1801 => "Invalid printer name",
        1802 => "Printer already exists",
        1803 => "Invalid printer command",
        1804 => "Invalid datatype",
        1805 => "Invalid environment",
        1903 => "Invalid form size",
        2123 => "Buffer too small",
        2142 => "Unknown IPC Operation",
        2151 => "No such print job",
        2455 => "Invalid Group",
        3000 => "Unknown print monitor",
        3001 => "Printer driver in use",
        3002 => "Spool file not found",
        3003 => "Error_spl_no_startdoc",
        3004 => "Spl no addjob",
        3005 => "Print processor already installed",
        3006 => "Print monitor already installed",
        3007 => "Invalid print monitor",
        3008 => "Print monitor in use",
        3009 => "Printer has jobs queued",
    }
}

/// Rights to the manager of services ([MS-SCMR] 3.1.4).
const RIGHTS: &[Field] = &[
    SCM_RIGHTS_CONNECT,
    SCM_RIGHTS_CREATE_SERVICE,
    SCM_RIGHTS_ENUMERATE_SERVICE,
    SCM_RIGHTS_LOCK,
    SCM_RIGHTS_QUERY_LOCK_STATUS,
    SCM_RIGHTS_MODIFY_BOOT_CONFIG,
];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[Handle(HND)],
        (0, true) => &[Handle(HND), U32(RC)],
        (15, false) => {
            &[Unique(&[Told(MACHINENAME)]), Unique(&[Told(DATABASE)]), Rights(ACCESS_MASK, RIGHTS)]
        }
        (15, true) => &[Handle(HND), U32(RC)],
        (16, false) => &[Handle(HND), Text(SERVICENAME), Rights(ACCESS_MASK, RIGHTS)],
        (16, true) => &[Handle(HND), U32(RC)],
        _ => return None,
    })
}
