//! ATA over Ethernet (Coraid, 2009): the header, and ATA commands with their answers.

use requin_wire::{Cursor, Cx, Key, Names, Past, Remembered, Sink, Step, Value, names, proto};

proto! {
    AOE "aoe" "ATAoverEthernet" "AOE" Link
    on [Ether 0x88a2]
    remember beyond [remember]
    fields {
        CMD "aoe.cmd" "Command": U8 Dec = CMD_NAMES;
        VERSION "aoe.version" "Version": U8 Dec;
        ERROR "aoe.error" "Error": U8 Dec = ERROR_NAMES;
        ERR_FEATURE "aoe.err_feature" "Err/Feature": U8 Hex;
        SECTOR_COUNT "aoe.sector_count" "Sector Count": U8 Dec;
        RESPONSE "aoe.response" "Response flag": Bool(8) & 0x8 = Names::Bools("Response", "Request");
        FLAGS_ERROR "aoe.flags_error" "Error flag": Bool(8) & 0x4 = Names::Bools("Error", "No error");
        MAJOR "aoe.major" "Major": U16 Hex;
        MINOR "aoe.minor" "Minor": U8 Hex;
        ATA_CMD "aoe.ata.cmd" "ATA Cmd": U8 Hex = ATA_CMD_NAMES;
        ATA_STATUS "aoe.ata.status" "ATA Status": U8 Hex;
        TAG "aoe.tag" "Tag": U32 Hex;
        AFLAGS_E "aoe.aflags.e" "E": Bool(8) & 0x40 = Names::Bools("LBA48 extended command", "Normal command");
        AFLAGS_D "aoe.aflags.d" "D": Bool(8) & 0x10;
        AFLAGS_A "aoe.aflags.a" "A": Bool(8) & 0x2 = Names::Bools("ASYNCHRONOUS Write", "synchronous write");
        AFLAGS_W "aoe.aflags.w" "W": Bool(8) & 0x1 = Names::Bools("WRITE to the device", "No write to device");
        LBA "aoe.lba" "Lba": U64 Hex;
        RESPONSE_IN "aoe.response_in" "Response In": Framenum;
        RESPONSE_TO "aoe.response_to" "Response To": Framenum;
        TIME "aoe.time" "Time from request": RelTime;
    }
}

names! {
    CMD_NAMES {
        0 => "Issue ATA Command", 1 => "Query Config Information",
    }
    ERROR_NAMES {
        1 => "Unrecognized command code", 2 => "Bad argument parameter", 3 => "Device unavailable", 4 => "Config string present", 5 => "Unsupported version",
    }
    ATA_CMD_NAMES {
        0 => "NOP", 8 => "Atapi soft reset", 16 => "Recalibrate", 32 => "Read sectors (with retry)", 33 => "Read sectors (no retry)", 34 => "Read long (with retry)", 35 => "Read long (no retry)", 36 => "Read ext", 48 => "Write sectors (with retry)", 49 => "Write sectors (no retry)", 50 => "Write long (with retry)", 51 => "Write long (no retry)", 52 => "Write ext", 60 => "Write verify", 64 => "Read verify sectors (with retry)", 65 => "Read verify sectors (no retry)", 80 => "Format track", 112 => "Seek", 144 => "Execute device diagnostics", 145 => "Initialize device parameters", 146 => "Download microcode", 148 => "Standy immediate", 149 => "Idle immediate", 150 => "Standby", 151 => "Idle", 152 => "Check power mode", 153 => "Sleep", 160 => "Atapi packet", 161 => "Atapi identify device", 162 => "Atapi service", 176 => "Smart", 196 => "Read multiple", 197 => "Write multiple", 198 => "Set multiple mode", 200 => "Read dma (with retry)", 201 => "Read dma (no retry)", 202 => "Write dma (with retry)", 203 => "Write dma (no retry)", 222 => "Door lock", 223 => "Door unlock", 224 => "Standy immediate", 225 => "Idle immediate", 226 => "Standby", 227 => "Idle", 228 => "Read buffer", 229 => "Check power mode", 230 => "Sleep", 232 => "Write buffer", 236 => "Identify Device", 237 => "Media eject", 238 => "Identify device dma", 239 => "Set features", 241 => "Security set password", 242 => "Security unlock", 243 => "Security erase prepare", 244 => "Security erase unit", 245 => "Security freeze", 246 => "Security disable password",
    }
}

const RESPONSE_FLAG: u8 = 8;
const ATA: u8 = 0;

/// Remembers which command was asked for, and notes on an answer what it answers.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some(h) = pdu.first_chunk::<14>() else { return };
    let tag = u64::from(u32::from_be_bytes([h[6], h[7], h[8], h[9]]));
    if h[0] >> 4 != 1 || h[5] != ATA {
        return;
    }
    let key = Key::anywhere(tag);
    if h[0] & RESPONSE_FLAG == 0 {
        past.set(&key, &[h[13]]);
    } else if let Some(request) = past.get(&key) {
        past.note(tag, &request);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("AoE");
    cx.info_clear();
    cx.aside(&c);
    let all = c;
    let flags = c.peek_u8(0)?;
    cx.add(VERSION, c.span(1), Value::U(u64::from(flags >> 4)));
    if flags >> 4 != 1 {
        return Ok(());
    }
    let cmd = c.peek_u8(5)?;
    let response = flags & RESPONSE_FLAG != 0;
    let name = CMD_NAMES.or(u64::from(cmd), "Unknown command");
    cx.info(|o| _ = o.s(name).s(if response { " Response" } else { " Request" }));
    let line = cx.line(c.span(1), |o| {
        o.s("Flags:").s(if response { " Response" } else { " Request" }).s(if flags & 4 != 0 {
            " Error"
        } else {
            ""
        });
    });
    cx.under(line, |cx| -> Step {
        cx.peek(RESPONSE, &c, 1)?;
        cx.field(FLAGS_ERROR, &mut c, 1).map(|_| ())
    })?;
    if flags & 4 != 0 {
        cx.peek(ERROR, &c, 1)?;
    }
    c.skip(1)?;
    cx.u16(MAJOR, &mut c)?;
    cx.u8(MINOR, &mut c)?;
    cx.u8(CMD, &mut c)?;
    let tag = cx.u32(TAG, &mut c)?;
    if cmd == ATA { ata(cx, c, all, response, tag) } else { Ok(()) }
}

/// The registers of an ATA command, or of what came of it.
fn ata<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: Cursor<'_>, response: bool, tag: u32) -> Step {
    let request: Option<&Remembered> = response.then(|| cx.recalled(u64::from(tag))).flatten();
    if let Some(Remembered { frame, time, .. }) = request {
        cx.generated(RESPONSE_TO, all.span(0), Value::U(*frame));
        cx.generated(TIME, c.span(0), cx.meta.time.since(*time).into());
    }
    let flags = c.peek_u8(0)?;
    cx.peek(AFLAGS_E, &c, 1)?;
    if flags & 0x40 != 0 {
        cx.peek(AFLAGS_D, &c, 1)?;
    }
    if flags & 1 != 0 {
        cx.peek(AFLAGS_A, &c, 1)?;
    }
    cx.field(AFLAGS_W, &mut c, 1)?;
    cx.u8(ERR_FEATURE, &mut c)?;
    cx.u8(SECTOR_COUNT, &mut c)?;
    let name = |cx: &mut Cx<'_, S>, cmd: u8| {
        cx.info_add(|o| _ = o.s(" ATA:").s(ATA_CMD_NAMES.or(u64::from(cmd), "Unknown")));
    };
    if response {
        cx.u8(ATA_STATUS, &mut c)?;
        if let Some(cmd) = request.and_then(|r| r.bytes.first().copied()) {
            name(cx, cmd);
            cx.generated(ATA_CMD, all.span(0), Value::U(cmd.into()));
        }
    } else {
        let cmd = cx.u8(ATA_CMD, &mut c)?;
        name(cx, cmd);
    }
    // Little-endian, of six bytes.
    let lba = requin_wire::le(c.peek_bytes(0, 6)?);
    cx.add(LBA, c.span(6), Value::U(lba));
    c.skip(6)
}
