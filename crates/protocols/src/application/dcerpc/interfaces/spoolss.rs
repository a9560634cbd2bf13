//! Printing, [MS-RPRN].

use super::declines as dissect;
use super::svcctl::CODES;
use crate::application::dcerpc::ndr::Arg::{self, *};
use requin_wire::{names, proto};

proto! {
    SPOOLSS "spoolss" "Microsoft Spool Subsystem" "SPOOLSS" App
    on []
    fields {
        OPNUM "spoolss.opnum" "Operation": U16 Dec = OPERATIONS;
        DEVICEMODECTR_SIZE "spoolss.devicemodectr.size" "Devicemode ctr size": U32 Dec;
        ENUMJOBS_LEVEL "spoolss.enumjobs.level" "Info level": U32 Dec;
        BUFFER_SIZE "spoolss.buffer.size" "Buffer size": U32 Dec;
        BUFFER_DATA "spoolss.buffer.data" "Buffer data": Bytes;
        SERVERNAME "spoolss.servername" "Server name": Str;
        ENVIRONMENT "spoolss.environment" "Environment name": Str;
        OFFERED "spoolss.offered" "Offered": U32 Dec;
        NEEDED "spoolss.needed" "Needed": U32 Dec;
        RETURNED "spoolss.returned" "Returned": U32 Dec;
        RC "spoolss.rc" "Return code": U32 Hex = CODES;
    }
    experts {
        LEVEL_UNKNOWN "spoolss.level.unknown" Warn Protocol "Info level unknown";
        UNIMPLEMENTED "spoolss.unimplemented_dissector" Warn Undecoded "Unimplemented dissector: SPOOLSS";
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "EnumPrinters",
        1 => "OpenPrinter",
        2 => "SetJob",
        3 => "GetJob",
        4 => "EnumJobs",
        5 => "AddPrinter",
        6 => "DeletePrinter",
        7 => "SetPrinter",
        8 => "GetPrinter",
        9 => "AddPrinterDriver",
        10 => "EnumPrinterDrivers",
        11 => "GetPrinterDriver",
        12 => "GetPrinterDriverDirectory",
        13 => "DeletePrinterDriver",
        14 => "AddPrintProcessor",
        15 => "EnumPrintProcessor",
        16 => "GetPrintProcessorDirectory",
        17 => "StartDocPrinter",
        18 => "StartPagePrinter",
        19 => "WritePrinter",
        20 => "EndPagePrinter",
        21 => "AbortPrinter",
        22 => "ReadPrinter",
        23 => "EndDocPrinter",
        24 => "AddJob",
        25 => "ScheduleJob",
        26 => "GetPrinterData",
        27 => "SetPrinterData",
        28 => "WaitForPrinterChange",
        29 => "ClosePrinter",
        30 => "AddForm",
        31 => "DeleteForm",
        32 => "GetForm",
        33 => "SetForm",
        34 => "EnumForms",
        35 => "EnumPorts",
        36 => "EnumMonitors",
        37 => "AddPort",
        38 => "ConfigurePort",
        39 => "DeletePort",
        40 => "CreatePrinterIC",
        41 => "PlayDiscriptOnPrinterIC",
        42 => "DeletePrinterIC",
        43 => "AddPrinterConnection",
        44 => "DeletePrinterConnection",
        45 => "PrinterMessageBox",
        46 => "AddMonitor",
        47 => "DeleteMonitor",
        48 => "DeletePrintProcessor",
        49 => "AddPrintProvider",
        50 => "DeletePrintProvider",
        51 => "EnumPrintProcDataTypes",
        52 => "ResetPrinter",
        53 => "GetPrinterDriver2",
        54 => "FindFirstPrinterChangeNotification",
        55 => "FindNextPrinterChangeNotification",
        56 => "FCPN",
        57 => "RouterFindFirstPrinterNotificationOld",
        58 => "ReplyOpenPrinter",
        59 => "RouterReplyPrinter",
        60 => "ReplyClosePrinter",
        61 => "AddPortEx",
        62 => "RemoteFindFirstPrinterChangeNotification",
        63 => "SpoolerInit",
        64 => "ResetPrinterEx",
        65 => "RFFPCNEX",
        66 => "RRPCN",
        67 => "RFNPCNEX",
        69 => "OpenPrinterEx",
        70 => "AddPrinterEx",
        72 => "EnumPrinterData",
        73 => "DeletePrinterData",
        77 => "SetPrinterDataEx",
        78 => "GetPrinterDataEx",
        79 => "EnumPrinterDataEx",
        80 => "EnumPrinterKey",
        81 => "DeletePrinterDataEx",
        84 => "DeletePrinterDriverEx",
        89 => "AddPrinterDriverEx",
        102 => "GetCorePrinterDrivers",
        104 => "GetPrinterDriverPackagePath",
    }
}

/// How a document is printed, in its container ([MS-RPRN] 2.2.1.2.1).
pub(super) const MODE: &[Arg] = &[U32(DEVICEMODECTR_SIZE), Unique(&[Unread])];

/// Who prints (2.2.1.2.14): its levels are not read.
pub(super) const CLIENT: &[Arg] = &[Undecoded(ENUMJOBS_LEVEL, LEVEL_UNKNOWN)];

/// Room for an answer, or the answer.
const BUFFER: Arg = Unique(&[Sized(BUFFER_SIZE, BUFFER_DATA)]);

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (10, false) => &[
            Unique(&[Text(SERVERNAME)]),
            Unique(&[Text(ENVIRONMENT)]),
            Level(ENUMJOBS_LEVEL, ", level "),
            BUFFER,
            U32(OFFERED),
        ],
        (10, true) => &[BUFFER, U32(NEEDED), U32(RETURNED), Code(RC)],
        (89, false) => &[Stub],
        (89, true) => &[Unimplemented(UNIMPLEMENTED), Code(RC)],
        _ => return None,
    })
}
