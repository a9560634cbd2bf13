//! Distributed Network Protocol 3, IEEE 1815: the data link's header, transport, and the function asked for.

use requin_wire::{Cursor, Cx, Pdu, Ports, Sink, Step, Stop, names, proto};

proto! {
    DNP3 "dnp3" "Distributed Network Protocol 3.0" "DNP 3.0" App
    on [Udp 20000, Tcp 20000]
    looks_like [Tcp accepts => [5..=5], Udp accepts => [5..=5]]
    frames sized [frames]
    fields {
        START "dnp3.start" "Start Bytes": U16 Hex;
        LEN "dnp3.len" "Length": U8 Dec;
        CTL "dnp3.ctl" "Control": U8 Hex;
        DST "dnp3.dst" "Destination": U16 Dec;
        SRC "dnp3.src" "Source": U16 Dec;
        HDR_CRC "dnp3.hdr.CRC" "Data Link Header checksum": U16 Hex;
        TR_CTL "dnp3.tr.ctl" "Transport Control": U8 Hex;
        AL_CTL "dnp3.al.ctl" "Application Control": U8 Hex;
        AL_FUNC "dnp3.al.func" "Application Layer Function Code": U8 Dec & 0xff = AL_FUNC_NAMES;
    }
}

names! {
    AL_FUNC_NAMES {
        0 => "Confirm",
        1 => "Read",
        2 => "Write",
        3 => "Select",
        4 => "Operate",
        5 => "Direct Operate",
        6 => "Direct Operate No Ack",
        7 => "Immediate Freeze",
        8 => "Immediate Freeze No Ack",
        9 => "Freeze and Clear",
        10 => "Freeze and Clear No ACK",
        11 => "Freeze With Time",
        12 => "Freeze With Time No ACK",
        13 => "Cold Restart",
        14 => "Warm Restart",
        15 => "Initialize Data",
        16 => "Initialize Application",
        17 => "Start Application",
        18 => "Stop Application",
        19 => "Save Configuration",
        20 => "Enable Spontaneous Messages",
        21 => "Disable Spontaneous Messages",
        22 => "Assign Classes",
        23 => "Delay Measurement",
        24 => "Record Current Time",
        25 => "Open File",
        26 => "Close File",
        27 => "Delete File",
        28 => "Get File Info",
        29 => "Authenticate File",
        30 => "Abort File",
        31 => "Activate Config",
        32 => "Authentication Request",
        33 => "Authentication Error",
        129 => "Response",
        130 => "Unsolicited Response",
        131 => "Authentication Response",
    }
}

const HEADER: usize = 10;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    matches!(c.rest(), [0x05, 0x64, 5..=255, ..]) && c.left() >= HEADER
}

/// Bytes of a frame on the line: after the header, blocks of 16 bytes have a checksum each.
fn whole(len: u8) -> usize {
    let user = usize::from(len).saturating_sub(5);
    HEADER + user + 2 * user.div_ceil(16)
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [0x05, 0x64, len, ..] => Pdu::Len(whole(*len)),
        [] | [0x05] | [0x05, 0x64] => Pdu::More(HEADER),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    cx.protocol("DNP 3.0");
    cx.info_clear();
    let len = c.peek_u8(2)?;
    let mut one = c.take(whole(len));
    cx.proto_len(whole(len));
    let control = one.peek_u8(3)?;
    let line = cx.line(one.span(HEADER), |o| _ = o.s("Data Link Layer, Len: ").u(len));
    cx.under(line, |cx| -> Step {
        cx.u16(START, &mut one)?;
        cx.u8(LEN, &mut one)?;
        cx.u8(CTL, &mut one)?;
        cx.u16_le(DST, &mut one)?;
        cx.u16_le(SRC, &mut one)?;
        cx.u16_le(HDR_CRC, &mut one)?;
        Ok(())
    })?;
    // Only user data has anything above: functions 3 and 4 of the primary side.
    if control & 0x40 != 0 && matches!(control & 15, 3 | 4) && one.left() >= 3 {
        let transport = cx.u8(TR_CTL, &mut one)?;
        if transport & 0x40 != 0 {
            cx.u8(AL_CTL, &mut one)?;
            let function = cx.u8(AL_FUNC, &mut one)?;
            cx.info(|o| _ = o.s(AL_FUNC_NAMES.or(u64::from(function), "Unknown function")));
        }
    } else {
        cx.info(|o| _ = o.s("len=").u(len));
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_checksums() {
        assert_eq!((whole(5), whole(8), whole(5 + 17)), (10, 15, 31));
    }
}
