//! Git's protocol: lines with their lengths before them.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    GIT "git" "Git Smart Protocol" "Git" App
    on [Tcp 9418]
    frames sized [frames]
    fields {
        PACKET_TYPE "git.packet_type" "Git Packet Type": U8  = PACKET_TYPE_NAMES;
        LENGTH "git.length" "Packet length": U16 Hex;
        DATA "git.data" "Packet data": Bytes;
        SIDEBAND "git.sideband_control_code" "Sideband control code": U8 Hex = SIDEBAND_NAMES;
    }
}

names! {
    PACKET_TYPE_NAMES {
        0 => "Flush",
        1 => "Delimiter",
        2 => "Response end",
    }
    SIDEBAND_NAMES {
        1 => "Git packfile data",
        2 => "Git progress data",
        3 => "Git error data",
    }
}

/// The four digits that begin a line.
fn length(bytes: &[u8]) -> Option<usize> {
    let digits = std::str::from_utf8(bytes.first_chunk::<4>()?).ok()?;
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| usize::from_str_radix(digits, 16).ok())?
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match length(bytes) {
        Some(n) => Pdu::Len(n.max(4)),
        None if bytes.len() < 4 => Pdu::More(4),
        None => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let Some(n) = length(c.rest()) else { return Err(Stop::NotMine) };
    cx.protocol("Git");
    cx.info_clear();
    cx.info(|o| _ = o.s("Git Smart Protocol"));
    let mut one = c.take(n.max(4));
    cx.proto_len(one.left());
    let head = one.span(4);
    if n < 4 {
        cx.add(PACKET_TYPE, head, requin_wire::Value::U(n as u64));
    } else {
        cx.add(LENGTH, head, requin_wire::Value::U(n as u64));
    }
    one.skip(4)?;
    if let Ok(code @ 1..=3) = one.peek_u8(0) {
        cx.add(SIDEBAND, one.span(1), requin_wire::Value::U(u64::from(code)));
        one.skip(1)?;
    }
    let left = one.left();
    if left > 0 {
        cx.field(DATA, &mut one, left)?;
    }
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_their_lengths_before_them() {
        assert_eq!(length(b"0045git-upload-pack"), Some(0x45));
        assert_eq!(length(b"+045"), None);
        assert!(matches!(frames(b"0000", true, &[0; 2]), Pdu::Len(4)));
        assert!(matches!(frames(b"00", true, &[0; 2]), Pdu::More(4)));
        assert!(matches!(frames(b"PACKx", true, &[0; 2]), Pdu::AsItComes));
    }
}
