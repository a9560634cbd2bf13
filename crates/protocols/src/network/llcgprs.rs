//! Logical Link Control of GPRS, 3GPP TS 44.064: unnumbered information, which carries signalling.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    LLCGPRS "llcgprs" "Logical Link Control GPRS" "GPRS-LLC" Carrier
    on []
    fields {
        SAPI "llcgprs.sapi" "SAPI": U8 Dec = SAPI_NAMES;
        PD "llcgprs.pd" "Protocol Discriminator_bit": Bool(8) & 0x80 = Names::Bools("Invalid frame PD=1", "OK");
        FCS "llcgprs.fcs" "FCS": U24 Hex;
        CR "llcgprs.cr" "Command/Response bit": Bool(8) & 0x40 = Names::Bools("DownLink/UpLink = Command/Response", "DownLink/UpLink = Response/Command");
        SAPIB "llcgprs.sapib" "SAPI": U8 Dec & 0xf = SAPIB_NAMES;
        UI "llcgprs.ui" "UI format": U16 Hex & 0xe000;
        UI_SP_BIT "llcgprs.ui_sp_bit" "Spare bits": U16 Hex & 0x1800;
        NU "llcgprs.nu" "N(U)": U16 Dec & 0x7fc;
        E "llcgprs.e" "E bit": Bool(16) & 0x2 = Names::Bools("encrypted frame", "non encrypted frame");
        PM "llcgprs.pm" "PM bit": Bool(16) & 0x1 = Names::Bools("FCS covers the frame header and information fields", "FCS covers only the frame header and first N202 octets of the information field");
    }
}

names! {
    SAPI_NAMES {
        0 => "Reserved 0",
        1 => "LLGMM",
        2 => "TOM2",
        3 => "LL3",
        4 => "Reserved 4",
        5 => "LL5",
        6 => "Reserved 6",
        7 => "LLSMS",
        8 => "TOM8",
        9 => "LL9",
        10 => "Reserved 10",
        11 => "LL11",
        12 => "Reserved 12",
        13 => "Reserved 13",
        14 => "Reserved 14",
        15 => "Reserved 15",
    }
    SAPIB_NAMES {
        0 => "Reserved",
        1 => "GPRS Mobility Management",
        2 => "Tunneling of messages 2",
        3 => "User data 3",
        4 => "Reserved",
        5 => "User data 5",
        6 => "Reserved",
        7 => "SMS",
        8 => "Tunneling of messages 8",
        9 => "User data 9",
        10 => "Reserved",
        11 => "User data 11",
        12 => "Reserved",
        13 => "Reserved",
        14 => "Reserved",
        15 => "Reserved",
    }
}

/// Unconfirmed information.
const UI_FORMAT: u8 = 0b110;
/// Mobility management, whose information is messages of layer 3.
const MOBILITY: u8 = 1;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("GPRS-LLC");
    let all = c;
    let address = c.peek_u8(0)?;
    let sapi = address & 15;
    let (short, long) =
        (SAPI_NAMES.or(u64::from(sapi), "Unknown"), SAPIB_NAMES.or(u64::from(sapi), "Unknown"));
    cx.info(|o| _ = o.s("SAPI: ").s(short));
    let root = cx.proto_item();
    cx.label(root, |o| {
        o.s("MS-SGSN LLC (Mobile Station - Serving GPRS Support Node Logical Link Control)  SAPI: ").s(long);
    });
    let item = cx.add(SAPI, c.span(1), Value::U(u64::from(sapi)));
    cx.label(item, |o| _ = o.s("Address field  SAPI: ").s(short));
    cx.under(item, |cx| -> Step {
        for field in [PD, CR, SAPIB] {
            cx.peek(field, &c, 1)?;
        }
        c.skip(1)
    })?;
    if c.peek_u8(0)? >> 5 != UI_FORMAT {
        // Frames that are confirmed, and commands.
        return Ok(());
    }
    let control = c.peek_u16(0)?;
    let (number, encrypted, protected) = (control >> 2 & 0x1ff, control & 2 != 0, control & 1 != 0);
    cx.info_add(|o| {
        o.s(", UI, ").s(if protected { "protected, " } else { "unprotected, " });
        o.s(if encrypted { "ciphered information, " } else { "non-ciphered information, " });
        o.s("N(U) = ").u(number);
    });
    let item = cx.line(c.span(2), |o| {
        o.s("Unconfirmed Information format - UI: UI format: 0x6, Spare bits: ").hex(control >> 11 & 3, 1);
        o.s(", N(U): ").u(number).s(", E bit: ");
        o.s(if encrypted { "encrypted frame" } else { "non encrypted frame" }).s(", PM bit: FCS covers ");
        o.s(if protected {
            "the frame header and information fields"
        } else {
            "only the frame header and first N202 octets of the information field"
        });
    });
    cx.under(item, |cx| -> Step {
        for field in [UI, UI_SP_BIT, NU, E, PM] {
            cx.peek(field, &c, 2)?;
        }
        c.skip(2)
    })?;
    let Some(n) = c.left().checked_sub(3) else { return Err(Stop::Malformed) };
    let body = c.take(n);
    // The check covers all before it, or as much of it as is protected.
    let covered = if protected { all.left() - 3 } else { (all.left() - 3).min(3 + N202) };
    let sum = check(all.peek_bytes(0, covered)?);
    let found = u32::from_le_bytes([c.peek_u8(0)?, c.peek_u8(1)?, c.peek_u8(2)?, 0]);
    let item = cx.peek_le(FCS, &c, 0, 3)?;
    cx.append(item, |o| match found == sum {
        true => _ = o.s(" (correct)"),
        false => _ = o.s(" (incorrect, should be ").hex(sum, 6).s(")"),
    });
    if body.is_empty() {
        return Ok(());
    }
    if sapi == MOBILITY && !encrypted {
        cx.info_fence();
        return cx.call(super::gsm_a::dtap::ID, body);
    }
    cx.call(crate::meta::data::ID, body)
}

/// Bytes of the information that are protected in any case.
const N202: usize = 4;

/// The check of 24 bits, low bit first.
fn check(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(0xff_ffff, |mut crc: u32, b| {
        crc ^= u32::from(*b);
        for _ in 0..8 {
            crc = if crc & 1 != 0 { crc >> 1 ^ 0xad_85dd } else { crc >> 1 };
        }
        crc
    });
    !sum & 0xff_ffff
}
