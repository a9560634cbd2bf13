//! OMRON FINS: the header of commands and responses.

use crate::common::run;
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    OMRON "omron" "OMRON FINS Protocol" "OMRON FINS" App
    on [Udp 9600]
    fields {
        ICF "omron.icf" "OMRON ICF Field": U8 Hex;
        RSV "omron.rsv" "Reserved": U8 Hex;
        GCT "omron.gct" "Gateway Count": U8 Hex;
        DNA "omron.dna" "Destination network address": U8 Hex = DNA_NAMES;
        DA1 "omron.da1" "Destination node number": U8 Hex = DA1_NAMES;
        DA2 "omron.da2" "Destination unit address": U8 Hex = DA2_NAMES;
        SNA "omron.sna" "Source network address": U8 Hex = DNA_NAMES;
        SA1 "omron.sa1" "Source node number": U8 Hex = DA1_NAMES;
        SA2 "omron.sa2" "Source unit address": U8 Hex = DA2_NAMES;
        SID "omron.sid" "Service ID": U8 Hex;
        COMMAND "omron.command" "Command CODE": U16 Hex = COMMAND_NAMES;
    }
}

const DNA_NAMES: Names = Names::Ranges(&[(0, 0, "Local network"), (1, 127, "Remote network")]);

const DA1_NAMES: Names =
    Names::Ranges(&[(0, 62, "SYSMAC NET / LINK"), (63, 126, "SYSMAC NET"), (255, 255, "Broadcast")]);

const DA2_NAMES: Names = Names::Ranges(&[
    (0, 0, "PC (CPU)"),
    (16, 31, "CPU BUS Unit"),
    (254, 254, "SYSMAC NET or LINK Unit connected to network"),
]);

names! {
    COMMAND_NAMES {
        257 => "Memory Area Read",
        258 => "Memory Area Write",
        259 => "Memory Area Fill",
        260 => "Multiple Memory Area Read",
        261 => "Memory Area Transfer",
        513 => "Parameter Area Read",
        514 => "Parameter Area Write",
        515 => "Parameter Area Clear",
        544 => "Data Link Table Read",
        545 => "Data Link Table Write",
        772 => "Program Area Protect",
        773 => "Program Area Protect Clear",
        774 => "Program Area Read",
        775 => "Program Area Write",
        776 => "Program Area Clear",
        1025 => "Run",
        1026 => "Stop",
        1027 => "Reset",
        1281 => "Controller Data Read",
        1282 => "Connection Data Read",
        1537 => "Controller Status Read",
        1538 => "Network Status Read",
        1539 => "Data Link Status Read",
        1568 => "Cycle Time Read",
        1793 => "Clock Read",
        1794 => "Clock Write",
        2049 => "LOOP-BACK Test",
        2050 => "Broadcast Test Results Read",
        2051 => "Broadcast Test Data Send",
        2336 => "Message Read | Message Clear | FAL/FALS Read",
        3073 => "Access Right Acquire",
        3074 => "Access Right Forced Acquire",
        3075 => "Access Right Release",
        8449 => "Error Clear",
        8450 => "Error Log Read",
        8451 => "Error Log Clear",
        8705 => "File Name Read",
        8706 => "Single File Read",
        8707 => "Single File Write",
        8708 => "Memory Card Format",
        8709 => "File Delete",
        8710 => "Volume Label Create/Delete",
        8711 => "File Copy",
        8712 => "File Name Change",
        8713 => "File Data Check",
        8714 => "Memory Area File Transfer",
        8715 => "Parameter Area File Transfer",
        8716 => "Program Area File Transfer",
        8719 => "File Memory Index Read",
        8720 => "File Memory Read",
        8721 => "File Memory Write",
        8961 => "Forced Set/Reset",
        8962 => "Forced Set/Reset Cancel",
        8970 => "Multiple Forced Status Read",
        9729 => "Name Set",
        9730 => "Name Delete",
        9731 => "Name Read",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("OMRON");
    cx.info_clear();
    let (icf, command) = (c.peek_u8(0)?, c.peek_u16(10)?);
    cx.info(|o| {
        o.s(if icf & 0x40 != 0 { "Response : " } else { "Command  : " });
        o.s(COMMAND_NAMES.or(u64::from(command), "Unknown"));
    });
    run(
        cx,
        &mut c,
        &[(ICF, 1), (RSV, 1), (GCT, 1), (DNA, 1), (DA1, 1), (DA2, 1), (SNA, 1), (SA1, 1), (SA2, 1), (SID, 1)],
    )?;
    cx.u16(COMMAND, &mut c).map(|_| ())
}
