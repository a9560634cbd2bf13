//! Management of the Signalling Connection Control Part, ITU-T Q.713 section 5.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    SCCPMG "sccpmg" "Signalling Connection Control Part Management" "SCCPMG" Carrier
    on []
    fields {
        MESSAGE_TYPE "sccpmg.message_type" "Message Type": U8 Hex = MESSAGE_TYPE_NAMES;
        SSN "sccpmg.ssn" "Affected SubSystem Number": U8 Dec;
        PC "sccpmg.pc" "Affected Point Code": U16 Dec & 0x3fff;
        SMI "sccpmg.smi" "Subsystem Multiplicity Indicator": U8 Dec & 0x3;
        CONGESTION "sccpmg.congestion" "SCCP Congestion Level (ITU)": U8 Dec & 0xf;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        1 => "SubSystem Allowed", 2 => "SubSystem Prohibited", 3 => "Subsystem Status Test",
        4 => "Subsystem Out of service Request", 5 => "Subsystem Out of service Grant",
        6 => "SubSystem Congested (ITU)", 253 => "Subsystem Backup Routing (ANSI)",
        254 => "Subsystem Normal Routing (ANSI)", 255 => "Subsystem Routing status Test (ANSI)",
    }
}

/// Names of messages in the Info column.
const ACRONYMS: [&str; 6] = ["SSA", "SSP", "SST", "SOR", "SOG", "SSC"];
const CONGESTED: u8 = 6;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SCCPMG (Int. ITU)");
    cx.info_clear();
    let kind = cx.u8(MESSAGE_TYPE, &mut c)?;
    let acronym = ACRONYMS.get(usize::from(kind).wrapping_sub(1)).copied().unwrap_or("Unknown");
    cx.info(|o| _ = o.s(acronym).s(" "));
    if !(1..=CONGESTED).contains(&kind) {
        return Ok(());
    }
    cx.u8(SSN, &mut c)?;
    cx.field_le(PC, &mut c, 2)?;
    cx.field(SMI, &mut c, 1)?;
    if kind == CONGESTED {
        cx.field(CONGESTION, &mut c, 1)?;
    }
    Ok(())
}
