//! Printing, [MS-RPRN].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    SPOOLSS "spoolss" "Microsoft Spool Subsystem" "SPOOLSS" App
    on []
    fields {
        OPNUM "spoolss.opnum" "Operation": U16 Dec = OPERATIONS;
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

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
