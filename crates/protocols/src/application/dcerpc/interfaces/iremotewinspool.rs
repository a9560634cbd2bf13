//! Printing without waiting, [MS-PAR].

use super::{declines as dissect, spoolss};
use crate::application::dcerpc::names::WERRORS;
use crate::application::dcerpc::ndr::Arg::{self, *};
use requin_wire::{names, proto};

proto! {
    IREMOTEWINSPOOL "iremotewinspool" "IRemoteWinspool SubSystem" "IREMOTEWINSPOOL" App
    on []
    fields {
        OPNUM "iremotewinspool.opnum" "Operation": U16 Dec = OPERATIONS;
        WERROR "iremotewinspool.werror" "Windows Error": U32 Hex = WERRORS;
        ASYNC_OPEN_PRINTER_P_PRINTER_NAME "iremotewinspool.winspool_AsyncOpenPrinter.pPrinterName" "PPrinterName": Str;
        ASYNC_OPEN_PRINTER_P_DATATYPE "iremotewinspool.winspool_AsyncOpenPrinter.pDatatype" "PDatatype": Str;
        ASYNC_OPEN_PRINTER_ACCESS_REQUIRED "iremotewinspool.winspool_AsyncOpenPrinter.AccessRequired" "AccessRequired": U32 Dec;
        ASYNC_OPEN_PRINTER_P_HANDLE "iremotewinspool.winspool_AsyncOpenPrinter.pHandle" "PHandle": Bytes;
        ASYNC_GET_PRINTER_H_PRINTER "iremotewinspool.winspool_AsyncGetPrinter.hPrinter" "HPrinter": Bytes;
        ASYNC_GET_PRINTER_LEVEL "iremotewinspool.winspool_AsyncGetPrinter.Level" "Level": U32 Dec;
        ASYNC_GET_PRINTER_P_PRINTER "iremotewinspool.winspool_AsyncGetPrinter.pPrinter" "PPrinter": U8 Dec;
        ASYNC_GET_PRINTER_CB_BUF "iremotewinspool.winspool_AsyncGetPrinter.cbBuf" "CbBuf": U32 Dec;
        ASYNC_GET_PRINTER_PCB_NEEDED "iremotewinspool.winspool_AsyncGetPrinter.pcbNeeded" "PcbNeeded": U32 Dec;
        ASYNC_GET_PRINTER_DATA_H_PRINTER "iremotewinspool.winspool_AsyncGetPrinterData.hPrinter" "HPrinter": Bytes;
        ASYNC_GET_PRINTER_DATA_P_VALUE_NAME "iremotewinspool.winspool_AsyncGetPrinterData.pValueName" "PValueName": Str;
        ASYNC_GET_PRINTER_DATA_N_SIZE "iremotewinspool.winspool_AsyncGetPrinterData.nSize" "NSize": U32 Dec;
        ASYNC_GET_PRINTER_DATA_P_TYPE "iremotewinspool.winspool_AsyncGetPrinterData.pType" "PType": U32 Dec;
        ASYNC_GET_PRINTER_DATA_P_DATA "iremotewinspool.winspool_AsyncGetPrinterData.pData" "PData": U8 Dec;
        ASYNC_GET_PRINTER_DATA_PCB_NEEDED "iremotewinspool.winspool_AsyncGetPrinterData.pcbNeeded" "PcbNeeded": U32 Dec;
        ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_P_NAME "iremotewinspool.winspool_AsyncEnumPrintProcessorDatatypes.pName" "PName": Str;
        ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_P_PRINT_PROCESSOR_NAME "iremotewinspool.winspool_AsyncEnumPrintProcessorDatatypes.pPrintProcessorName" "PPrintProcessorName": Str;
        ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_LEVEL "iremotewinspool.winspool_AsyncEnumPrintProcessorDatatypes.Level" "Level": U32 Dec;
        ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_P_DATATYPES "iremotewinspool.winspool_AsyncEnumPrintProcessorDatatypes.pDatatypes" "PDatatypes": U8 Dec;
        ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_CB_BUF "iremotewinspool.winspool_AsyncEnumPrintProcessorDatatypes.cbBuf" "CbBuf": U32 Dec;
        ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_PCB_NEEDED "iremotewinspool.winspool_AsyncEnumPrintProcessorDatatypes.pcbNeeded" "PcbNeeded": U32 Dec;
        ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_PC_RETURNED "iremotewinspool.winspool_AsyncEnumPrintProcessorDatatypes.pcReturned" "PcReturned": U32 Dec;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "winspool_AsyncOpenPrinter",
        1 => "winspool_AsyncAddPrinter",
        2 => "winspool_AsyncSetJob",
        3 => "winspool_AsyncGetJob",
        4 => "winspool_AsyncEnumJobs",
        5 => "winspool_AsyncAddJob",
        6 => "winspool_AsyncScheduleJob",
        7 => "winspool_AsyncDeletePrinter",
        8 => "winspool_AsyncSetPrinter",
        9 => "winspool_AsyncGetPrinter",
        10 => "winspool_AsyncStartDocPrinter",
        11 => "winspool_AsyncStartPagePrinter",
        12 => "winspool_AsyncWritePrinter",
        13 => "winspool_AsyncEndPagePrinter",
        14 => "winspool_AsyncEndDocPrinter",
        15 => "winspool_AsyncAbortPrinter",
        16 => "winspool_AsyncGetPrinterData",
        17 => "winspool_AsyncGetPrinterDataEx",
        18 => "winspool_AsyncSetPrinterData",
        19 => "winspool_AsyncSetPrinterDataEx",
        20 => "winspool_AsyncClosePrinter",
        21 => "winspool_AsyncAddForm",
        22 => "winspool_AsyncDeleteForm",
        23 => "winspool_AsyncGetForm",
        24 => "winspool_AsyncSetForm",
        25 => "winspool_AsyncEnumForms",
        26 => "winspool_AsyncGetPrinterDriver",
        27 => "winspool_AsyncEnumPrinterData",
        28 => "winspool_AsyncEnumPrinterDataEx",
        29 => "winspool_AsyncEnumPrinterKey",
        30 => "winspool_AsyncDeletePrinterData",
        31 => "winspool_AsyncDeletePrinterDataEx",
        32 => "winspool_AsyncDeletePrinterKey",
        33 => "winspool_AsyncXcvData",
        34 => "winspool_AsyncSendRecvBidiData",
        35 => "winspool_AsyncCreatePrinterIC",
        36 => "winspool_AsyncPlayGdiScriptOnPrinterIC",
        37 => "winspool_AsyncDeletePrinterIC",
        38 => "winspool_AsyncEnumPrinters",
        39 => "winspool_AsyncAddPrinterDriver",
        40 => "winspool_AsyncEnumPrinterDrivers",
        41 => "winspool_AsyncGetPrinterDriverDirectory",
        42 => "winspool_AsyncDeletePrinterDriver",
        43 => "winspool_AsyncDeletePrinterDriverEx",
        44 => "winspool_AsyncAddPrintProcessor",
        45 => "winspool_AsyncEnumPrintProcessors",
        46 => "winspool_AsyncGetPrintProcessorDirectory",
        47 => "winspool_AsyncEnumPorts",
        48 => "winspool_AsyncEnumMonitors",
        49 => "winspool_AsyncAddPort",
        50 => "winspool_AsyncSetPort",
        51 => "winspool_AsyncAddMonitor",
        52 => "winspool_AsyncDeleteMonitor",
        53 => "winspool_AsyncDeletePrintProcessor",
        54 => "winspool_AsyncEnumPrintProcessorDatatypes",
        55 => "winspool_AsyncAddPerMachineConnection",
        56 => "winspool_AsyncDeletePerMachineConnection",
        57 => "winspool_AsyncEnumPerMachineConnections",
        58 => "winspool_SyncRegisterForRemoteNotifications",
        59 => "winspool_SyncUnRegisterForRemoteNotifications",
        60 => "winspool_SyncRefreshRemoteNotifications",
        61 => "winspool_AsyncGetRemoteNotifications",
        62 => "winspool_AsyncInstallPrinterDriverFromPackage",
        63 => "winspool_AsyncUploadPrinterDriverPackage",
        64 => "winspool_AsyncGetCorePrinterDrivers",
        65 => "winspool_AsyncCorePrinterDriverInstalled",
        66 => "winspool_AsyncGetPrinterDriverPackagePath",
        67 => "winspool_AsyncDeletePrinterDriverPackage",
        68 => "winspool_AsyncReadPrinter",
        69 => "winspool_AsyncResetPrinter",
        70 => "winspool_AsyncGetJobNamedPropertyValue",
        71 => "winspool_AsyncSetJobNamedProperty",
        72 => "winspool_AsyncDeleteJobNamedProperty",
        73 => "winspool_AsyncEnumJobNamedProperties",
        74 => "winspool_AsyncLogJobInfoForBranchOffice",
    }
}

const WERROR_OF: Arg = Error(WERROR);

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[
            Unique(&[Text(ASYNC_OPEN_PRINTER_P_PRINTER_NAME)]),
            Unique(&[Text(ASYNC_OPEN_PRINTER_P_DATATYPE)]),
            Inline(spoolss::MODE),
            U32(ASYNC_OPEN_PRINTER_ACCESS_REQUIRED),
            Inline(spoolss::CLIENT),
        ],
        (0, true) => &[Context(ASYNC_OPEN_PRINTER_P_HANDLE), WERROR_OF],
        (9, false) => &[
            Context(ASYNC_GET_PRINTER_H_PRINTER),
            U32(ASYNC_GET_PRINTER_LEVEL),
            Unique(&[Numbers(ASYNC_GET_PRINTER_P_PRINTER, 1)]),
            U32(ASYNC_GET_PRINTER_CB_BUF),
        ],
        (9, true) => &[
            Unique(&[Numbers(ASYNC_GET_PRINTER_P_PRINTER, 1)]),
            U32(ASYNC_GET_PRINTER_PCB_NEEDED),
            WERROR_OF,
        ],
        (16, false) => &[
            Context(ASYNC_GET_PRINTER_DATA_H_PRINTER),
            Text(ASYNC_GET_PRINTER_DATA_P_VALUE_NAME),
            U32(ASYNC_GET_PRINTER_DATA_N_SIZE),
        ],
        (16, true) => &[
            U32(ASYNC_GET_PRINTER_DATA_P_TYPE),
            Numbers(ASYNC_GET_PRINTER_DATA_P_DATA, 1),
            U32(ASYNC_GET_PRINTER_DATA_PCB_NEEDED),
            WERROR_OF,
        ],
        (54, false) => &[
            Unique(&[Text(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_P_NAME)]),
            Unique(&[Text(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_P_PRINT_PROCESSOR_NAME)]),
            U32(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_LEVEL),
            Unique(&[Numbers(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_P_DATATYPES, 1)]),
            U32(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_CB_BUF),
        ],
        (54, true) => &[
            Unique(&[Numbers(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_P_DATATYPES, 1)]),
            U32(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_PCB_NEEDED),
            U32(ASYNC_ENUM_PRINT_PROCESSOR_DATATYPES_PC_RETURNED),
            WERROR_OF,
        ],
        _ => return None,
    })
}
