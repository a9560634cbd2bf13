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
        SIZE "svcctl.size" "Size": U32 Dec;
        SERVICE_TYPE "svcctl.service_type" "Service Type": U32 Hex;
        SERVICE_TYPE_KERNEL "svcctl.service_type.kernel" "Kernel Driver Service": Bool(32) & 0x1 = Names::Bools("Is a kernel driver service", "Is not a kernel driver service");
        SERVICE_TYPE_FS "svcctl.service_type.fs" "File System Driver Service": Bool(32) & 0x2 = Names::Bools("Is a file system driver service", "Is not a file system driver service");
        SERVICE_TYPE_WIN32_OWN "svcctl.service_type.win32_own" "Self Process Service": Bool(32) & 0x10 = Names::Bools("Service runs its own processes", "Service does not run its own process");
        SERVICE_TYPE_WIN32_SHARED "svcctl.service_type.win32_shared" "Shared Process Service": Bool(32) & 0x20 = Names::Bools("Service shares its process", "Service does not share its process");
        SERVICE_TYPE_INTERACTIVE "svcctl.service_type.interactive" "Interactive Process Service": Bool(32) & 0x100 = Names::Bools("Service can interact with the desktop", "Service cannot interact with the desktop");
        SERVICE_STATE "svcctl.service_state" "Service State": U32 Dec = STATES;
        BUFFER "svcctl.buffer" "Buffer": U32 Dec;
        DISPLAYNAME "svcctl.displayname" "Display Name": Str;
        SERVICE_START_TYPE "svcctl.service_start_type" "Service Start Type": U32 Dec = START_TYPES;
        SERVICE_ERROR_CONTROL "svcctl.service_error_control" "Service Error Control": U32 Dec = ERROR_CONTROLS;
        BINARYPATHNAME "svcctl.binarypathname" "Binary Path Name": Str;
        LOADORDERGROUP "svcctl.loadordergroup" "Load Order Group": Str;
        TAGID "svcctl.tagid" "Tag Id": U32 Dec;
        DEPEND_SIZE "svcctl.depend_size" "Depend Size": U32 Dec;
        SERVICE_START_NAME "svcctl.service_start_name" "Service Start Name": Str;
        PASSWORD_SIZE "svcctl.password_size" "Password Size": U32 Dec;
        RESUME "svcctl.resume" "Resume Handle": U32 Dec;
    }
}

names! {
    STATES { 1 => "SERVICE_ACTIVE", 2 => "SERVICE_INACTIVE", 3 => "SERVICE_STATE_ALL" }
    START_TYPES {
        0 => "SERVICE_BOOT_START",
        1 => "SERVICE_SYSTEM_START",
        2 => "SERVICE_AUTO_START",
        3 => "SERVICE_DEMAND_START",
        4 => "SERVICE_DISABLED",
    }
    ERROR_CONTROLS {
        0 => "SERVICE_ERROR_IGNORE",
        1 => "SERVICE_ERROR_NORMAL",
        2 => "SERVICE_ERROR_SEVERE",
        3 => "SERVICE_ERROR_CRITICAL",
    }
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
    pub CODES {
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

/// Kinds of services that may be asked for ([MS-SCMR] 3.1.4.11), and with the last that of one ([MS-SCMR] 3.1.4.12).
const TYPES: &[Field] =
    &[SERVICE_TYPE_WIN32_SHARED, SERVICE_TYPE_WIN32_OWN, SERVICE_TYPE_FS, SERVICE_TYPE_KERNEL];
const TYPES_OF_ONE: &[Field] = &[
    SERVICE_TYPE_INTERACTIVE,
    SERVICE_TYPE_WIN32_SHARED,
    SERVICE_TYPE_WIN32_OWN,
    SERVICE_TYPE_FS,
    SERVICE_TYPE_KERNEL,
];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[Closed(HND)],
        (0, true) => &[Handle(HND), Code(RC)],
        (15, false) => {
            &[Unique(&[Told(MACHINENAME)]), Unique(&[Told(DATABASE)]), Rights(ACCESS_MASK, "SVCCTL", RIGHTS)]
        }
        (15 | 27, true) => &[Handle(HND), Code(RC)],
        (16, false) => &[Handle(HND), Text(SERVICENAME), Rights(ACCESS_MASK, "SVCCTL", RIGHTS)],
        (16, true) => &[Handle(HND), Code(RC)],
        (12, false) => &[
            Handle(HND),
            Text(SERVICENAME),
            Unique(&[Text(DISPLAYNAME)]),
            Rights(ACCESS_MASK, "SVCCTL", RIGHTS),
            Flags(SERVICE_TYPE, TYPES_OF_ONE),
            U32(SERVICE_START_TYPE),
            U32(SERVICE_ERROR_CONTROL),
            Text(BINARYPATHNAME),
            Unique(&[Text(LOADORDERGROUP)]),
            U32(TAGID),
            Unique(&[Unread]),
            U32(DEPEND_SIZE),
            Unique(&[Text(SERVICE_START_NAME)]),
            Unique(&[Unread]),
            U32(PASSWORD_SIZE),
        ],
        (12, true) => &[U32(TAGID), Handle(HND), Code(RC)],
        (14, false) => {
            &[Handle(HND), Flags(SERVICE_TYPE, TYPES), U32(SERVICE_STATE), U32(SIZE), Unique(&[U32(RESUME)])]
        }
        (17, false) => &[Handle(HND), U32(BUFFER)],
        (27, false) => &[
            Unique(&[Told8(MACHINENAME)]),
            Unique(&[Told8(DATABASE)]),
            Rights(ACCESS_MASK, "SVCCTL", RIGHTS),
        ],
        // What locks the database, and what dependent services are listed, isn't read.
        (3 | 8 | 13 | 18 | 25 | 26 | 30, _) => return None,
        _ => &[Stub],
    })
}
