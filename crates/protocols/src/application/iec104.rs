//! IEC 60870-5-104: the control information of APDUs; what they carry is an ASDU.

use super::iec60870_asdu as asdu;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    IEC104 "iec60870_104" "IEC 60870-5-104" "IEC 60870-5-104" App
    on [Tcp 2404]
    frames sized [frames]
    fields {
        DATA "iec60870_104.data" "Data": Bytes;
        APDULEN "iec60870_104.apdulen" "ApduLen": U8 Dec;
        TYPE "iec60870_104.type" "Type": U32 Hex & 0x1 = TYPE_NAMES;
        TYPE_2 "iec60870_104.type" "Type": U32 Hex & 0x3 = TYPE_NAMES;
        UTYPE "iec60870_104.utype" "UType": U32 Hex & 0xfc = UTYPE_NAMES;
        TX "iec60870_104.tx" "Tx": U32 Dec & 0xfffe;
        RX "iec60870_104.rx" "Rx": U32 Dec & 0xfffe0000;
    }
    experts {
        APDU_MIN_LEN "iec104.apdu_min_len" Error Malformed "APDU less than bytes";
        APDU_INVALID_LEN "iec104.apdu_invalid_len" Error Malformed "Invalid ApduLen";
    }
}

names! {
    TYPE_NAMES {
        0 => "I", 1 => "S", 3 => "U",
    }
    UTYPE_NAMES {
        1 => "STARTDT act", 2 => "STARTDT con", 4 => "STOPDT act", 8 => "STOPDT con", 16 => "TESTFR act",
        32 => "TESTFR con",
    }
}

const START: u8 = 0x68;
/// The control information.
const CONTROL: usize = 4;
/// No APDU says that it is longer.
const LONGEST: usize = 253;

/// How many bytes stand before what may be an APDU.
fn before(bytes: &[u8]) -> usize {
    let with_length = bytes.len().saturating_sub(1);
    bytes.iter().take(with_length).position(|b| *b == START).unwrap_or(bytes.len())
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    let at = before(bytes);
    match bytes.get(at + 1) {
        Some(n) => Pdu::Len(at + 2 + usize::from(*n)),
        None if bytes.len() < 2 + CONTROL => Pdu::More(2 + CONTROL),
        None => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let skipped = before(c.rest());
    if c.peek_u8(skipped)? != START {
        return Err(Stop::NotMine);
    }
    cx.protocol("IEC 60870-5-104");
    let len = usize::from(c.peek_u8(skipped + 1)?);
    let mut one = c.take(skipped + 2 + len);
    cx.proto_len(one.left());
    if skipped > 0 {
        cx.field(DATA, &mut one, skipped)?;
    }
    let start = cx.field(asdu::START, &mut one, 1)?;
    cx.label(start, |o| _ = o.s("START"));
    let at = one.span(1);
    let item = cx.field(APDULEN, &mut one, 1)?;
    if len < CONTROL {
        cx.expert_with(APDU_MIN_LEN, item, at, |o| _ = o.s("APDU less than ").u(CONTROL as u64).s(" bytes"));
        return next(cx, c);
    }
    if len > LONGEST {
        cx.expert_with(APDU_INVALID_LEN, item, at, |o| {
            o.s("Invalid ApduLen (").u(len as u64).s(" > ").u(LONGEST as u64).s(")");
        });
    }
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let toward = cx.ports.dst == 2404;
    let control = requin_wire::le(one.peek_bytes(0, CONTROL)?) as u32;
    let (tx, rx) = (control >> 1 & 0x7fff, control >> 17);
    let summary = |o: &mut requin_wire::Out<'_>| {
        if skipped > 0 {
            o.s("<ERR prefix ").u(skipped as u64).s(" bytes> ");
        }
        o.s(if toward { "<- " } else { "-> " });
        match control & 3 {
            1 => _ = o.s("S (").u(rx).s(") "),
            3 => _ = o.s("U (").s(UTYPE_NAMES.or(u64::from(control >> 2 & 0x3f), "<ERR>")).s(") "),
            _ => _ = o.s("I (").u(tx).s(",").u(rx).s(") "),
        }
    };
    cx.info_sep(" | ", summary);
    cx.proto_append(|o| {
        o.s(": ");
        summary(o);
    });
    if control & 1 == 0 {
        cx.peek_le(TYPE, &one, 0, CONTROL)?;
        cx.peek_le(TX, &one, 0, CONTROL)?;
        cx.peek_le(RX, &one, 0, CONTROL)?;
        one.skip(CONTROL)?;
        cx.call(asdu::ID, one)?;
    } else {
        cx.peek_le(TYPE_2, &one, 0, CONTROL)?;
        cx.peek_le(if control & 3 == 1 { RX } else { UTYPE }, &one, 0, CONTROL)?;
    }
    cx.info_fence();
    next(cx, c)
}

/// The APDU behind.
fn next<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apdu_is_found_behind_others_bytes() {
        assert_eq!(before(&[1, 2, START, 4, 0]), 2);
        assert_eq!(before(&[1, 2, START]), 3);
        assert!(matches!(frames(&[START, 4], false, &[0; 2]), Pdu::Len(6)));
        assert!(matches!(frames(&[7, START, 4], false, &[0; 2]), Pdu::Len(7)));
        assert!(matches!(frames(&[START], false, &[0; 2]), Pdu::More(6)));
    }
}
