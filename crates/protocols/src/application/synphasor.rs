//! Synchrophasors, IEEE C37.118.2: the header of frames.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    SYNPHASOR "synphasor" "IEEE C37.118 Synchrophasor Protocol" "SYNCHROPHASOR" App
    on [Udp 4713, Tcp 4712]
    frames sized [frames]
    fields {
        SYNC "synphasor.sync" "Synchronization word": U16 Hex;
        FRTYPE "synphasor.frtype" "Frame Type": U16 Hex & 0x70 = FRTYPE_NAMES;
        VERSION "synphasor.version" "Version": U16 Dec & 0xf = VERSION_NAMES;
        FRSIZE "synphasor.frsize" "Framesize": U16 Dec;
        IDCODE_DATA_SOURCE "synphasor.idcode_data_source" "PMU/DC ID number (Data source ID)": U16 Dec;
    }
}

names! {
    FRTYPE_NAMES {
        0 => "Data Frame",
        1 => "Header Frame",
        2 => "Configuration Frame 1",
        3 => "Configuration Frame 2",
        4 => "Command Frame",
        5 => "Configuration Frame 3",
    }
    VERSION_NAMES {
        1 => "Defined in IEEE Std C37.118-2005",
        2 => "Added in IEEE Std C37.118.2-2011",
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [0xaa, _, a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(4)),
        [] | [0xaa] | [0xaa, ..] => Pdu::More(4),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? != 0xaa {
        return Err(Stop::NotMine);
    }
    cx.protocol("SYNCHROPHASOR");
    cx.info_clear();
    let kind = u64::from(c.peek_u8(1)? >> 4 & 7);
    cx.info(|o| _ = o.s(FRTYPE_NAMES.or(kind, "Unknown")));
    let item = cx.peek(SYNC, &c, 2)?;
    cx.under(item, |cx| -> Step {
        cx.peek(FRTYPE, &c, 2)?;
        cx.peek(VERSION, &c, 2)?;
        Ok(())
    })?;
    c.skip(2)?;
    cx.u16(FRSIZE, &mut c)?;
    cx.u16(IDCODE_DATA_SOURCE, &mut c).map(|_| ())
}
