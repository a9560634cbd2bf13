//! IEC 60870-5-104: the control information of APDUs.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    IEC104 "iec60870_104" "IEC 60870-5-104" "IEC 60870-5-104" App
    on [Tcp 2404]
    frames sized [frames]
    fields {
        APDULEN "iec60870_104.apdulen" "ApduLen": U8 Dec;
        UTYPE "iec60870_104.utype" "UType": U32 Hex & 0xfc = UTYPE_NAMES;
        TX "iec60870_104.tx" "Tx": U32 Dec & 0xfffe;
        RX "iec60870_104.rx" "Rx": U32 Dec & 0xfffe0000;
    }
}

names! {
    UTYPE_NAMES {
        1 => "STARTDT act",
        2 => "STARTDT con",
        4 => "STOPDT act",
        8 => "STOPDT con",
        16 => "TESTFR act",
        32 => "TESTFR con",
    }
}

const START: u8 = 0x68;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [START, n, ..] => Pdu::Len(2 + usize::from(*n)),
        [] | [START] => Pdu::More(2),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? != START {
        return Err(Stop::NotMine);
    }
    cx.protocol("IEC 60870-5-104");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let len = usize::from(c.peek_u8(1)?);
    let mut one = c.take(2 + len);
    let toward = cx.ports.dst == 2404;
    one.skip(1)?;
    cx.u8(APDULEN, &mut one)?;
    let control = requin_wire::le(one.peek_bytes(0, 4)?) as u32;
    let (tx, rx) = (control >> 1 & 0x7fff, control >> 17);
    cx.info_sep(" | ", |o| {
        o.s(if toward { "-> " } else { "<- " });
        match control & 3 {
            1 => _ = o.s("S (").u(rx).s(")"),
            3 => _ = o.s("U (").s(UTYPE_NAMES.or(u64::from(control >> 2 & 0x3f), "Unknown")).s(")"),
            _ => _ = o.s("I (").u(tx).s(",").u(rx).s(")"),
        }
    });
    if control & 1 == 0 {
        cx.peek_le(TX, &one, 0, 4)?;
        cx.peek_le(RX, &one, 0, 4)?;
    } else if control & 3 == 1 {
        cx.peek_le(RX, &one, 0, 4)?;
    } else {
        cx.peek_le(UTYPE, &one, 0, 4)?;
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}
