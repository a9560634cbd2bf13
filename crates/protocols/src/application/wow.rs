//! World of Warcraft: how clients log on, and the list of realms.

use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, names, proto};

proto! {
    WOW "wow" "World of Warcraft" "WOW" App
    on [Tcp 3724]
    frames [frames]
    fields {
        CMD "wow.cmd" "Command": U8 Hex = CMD_NAMES;
        PROTOCOL_VERSION "wow.protocol_version" "Protocol version": U8 Dec;
        ERROR "wow.error" "Error": U8 Hex = ERROR_NAMES;
        PKT_SIZE "wow.pkt_size" "Packet size": U16 Dec;
        GAMENAME "wow.gamename" "Game name": Str;
        VERSION1 "wow.version1" "Version 1": U8 Dec;
        VERSION2 "wow.version2" "Version 2": U8 Dec;
        VERSION3 "wow.version3" "Version 3": U8 Dec;
        BUILD "wow.build" "Build": U16 Dec;
        PLATFORM "wow.platform" "Platform": Str;
        OS "wow.os" "Operating system": Str;
        COUNTRY "wow.country" "Country": Str;
        TIMEZONE_BIAS "wow.timezone_bias" "Timezone bias": U32 Dec;
        IP "wow.ip" "IP address": Ipv4;
        SRP_I_LEN "wow.srp.i_len" "SRP I length": U8 Dec;
        SRP_I "wow.srp.i" "SRP I": Str;
        SRP_B "wow.srp.b" "SRP B": Bytes;
        SRP_G_LEN "wow.srp.g_len" "SRP g length": U8 Dec;
        SRP_G "wow.srp.g" "SRP g": Bytes;
        SRP_N_LEN "wow.srp.n_len" "SRP N length": U8 Dec;
        SRP_N "wow.srp.n" "SRP N": Bytes;
        SRP_S "wow.srp.s" "SRP s": Bytes;
        CRC_SALT "wow.crc_salt" "CRC salt": Bytes;
        TWO_FACTOR_ENABLED "wow.two_factor_enabled" "Two factor enabled": Bool;
        SRP_A "wow.srp.a" "SRP A": Bytes;
        SRP_M1 "wow.srp.m1" "SRP M1": Bytes;
        CRC_HASH "wow.crc_hash" "CRC hash": Bytes;
        NUM_KEYS "wow.num_keys" "Number of keys": U8 Dec;
        HARDWARE_SURVEY_ID "wow.hardware_survey_id" "Hardware Survey ID": U32 Dec;
        ACCOUNT_FLAGS "wow.account_flags" "Account Flags": U32 Hex;
        UNKNOWN_FLAGS "wow.unknown_flags" "Unknown Flags": U16 Hex;
        SRP_M2 "wow.srp.m2" "SRP M2": Bytes;
        NUM_REALMS "wow.num_realms" "Number of realms": U16 Dec;
        REALM_TYPE "wow.realm_type" "Type": U8 Dec = REALM_TYPE_NAMES;
        REALM_LOCKED "wow.realm_locked" "Locked": Bool;
        REALM_FLAGS "wow.realm_flags" "Flags": U8 Dec = REALM_FLAGS_NAMES;
        REALM_CATEGORY "wow.realm_category" "Category": U8 Dec;
        REALM_NAME "wow.realm_name" "Name": StrZ;
        REALM_SOCKET "wow.realm_socket" "Server socket": StrZ;
        REALM_POPULATION_LEVEL "wow.realm_population_level" "Population level": F32;
        REALM_NUM_CHARACTERS "wow.realm_num_characters" "Number of characters": U8 Dec;
        REALM_ID "wow.realm_id" "Realm id": U8 Dec;
    }
}

names! {
    CMD_NAMES {
        0 => "Authentication Logon Challenge", 1 => "Authentication Logon Proof",
        2 => "Authentication Reconnect Challenge", 3 => "Authentication Reconnect Proof", 16 => "Realm List",
        48 => "Transfer Initiate", 49 => "Transfer Data", 50 => "Transfer Accept", 51 => "Transfer Resume",
        52 => "Transfer Cancel",
    }
    ERROR_NAMES {
        0 => "Success", 1 => "Unknown", 2 => "Unknown", 3 => "Account banned", 4 => "Unknown account",
        5 => "Incorrect password", 6 => "Already online", 7 => "No game time on account",
        8 => "Database busy (could not log in)", 9 => "Invalid game version", 10 => "Failed version update",
        11 => "Invalid server", 12 => "Account suspended", 13 => "Unable to connect", 14 => "Survey success",
        15 => "Blocked by parental controls",
    }
    REALM_TYPE_NAMES {
        0 => "Normal", 1 => "Player versus player", 4 => "Normal (2)", 6 => "Role playing normal",
        8 => "Role playing player versus player)",
    }
    REALM_FLAGS_NAMES {
        0 => "", 1 => "Locked", 2 => "Offline", 4 => "Realm version info appended", 8 => "Unknown", 16 => "Unknown",
        32 => "Realm status is 'Recommended' in blue text", 64 => "Realm status is 'Recommended' in green text",
        128 => "Realm status is 'Full' in red text",
    }
}

const PORT: u16 = 3724;
const LOGON_CHALLENGE: u8 = 0;
const LOGON_PROOF: u8 = 1;
const RECONNECT_CHALLENGE: u8 = 2;
const REALM_LIST: u8 = 0x10;
/// A client's challenge up to its length, and a list of realms up to its own.
const CHALLENGE_HEAD: usize = 4;
const LIST_HEAD: usize = 3;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        // Only servers tell of realms; they begin with a length, clients with four zeros.
        [REALM_LIST, a, b, ..] if (*a, *b) != (0, 0) => {
            Pdu::Len(LIST_HEAD + usize::from(u16::from_le_bytes([*a, *b])))
        }
        [LOGON_CHALLENGE | RECONNECT_CHALLENGE, version, a, b, b'W', b'o', b'W', ..] if *version > 0 => {
            Pdu::Len(CHALLENGE_HEAD + usize::from(u16::from_le_bytes([*a, *b])))
        }
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("WOW");
    let command = cx.u8(CMD, &mut c)?;
    cx.info(|o| _ = o.s(CMD_NAMES.or(command.into(), "Unrecognized packet type")));
    let client = cx.ports.dst == PORT;
    match (command, client) {
        (LOGON_CHALLENGE | RECONNECT_CHALLENGE, true) => challenge(cx, &mut c),
        (LOGON_CHALLENGE, false) => server_challenge(cx, &mut c),
        (LOGON_PROOF, true) => {
            let fields = [(SRP_A, 32), (SRP_M1, 20), (CRC_HASH, 20), (NUM_KEYS, 1)];
            crate::common::run(cx, &mut c, &fields)?;
            cx.u8(TWO_FACTOR_ENABLED, &mut c).map(|_| ())
        }
        (LOGON_PROOF, false) => {
            if cx.u8(ERROR, &mut c)? != 0 {
                return Ok(());
            }
            cx.bytes(SRP_M2, &mut c, 20)?;
            // Old servers end with the account's flags; new ones say more.
            cx.u32_le(ACCOUNT_FLAGS, &mut c)?;
            cx.u32_le(HARDWARE_SURVEY_ID, &mut c)?;
            cx.u16_le(UNKNOWN_FLAGS, &mut c).map(|_| ())
        }
        (REALM_LIST, false) => realms(cx, &mut c),
        _ => Ok(()),
    }
}

fn challenge<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(PROTOCOL_VERSION, c)?;
    cx.u16_le(PKT_SIZE, c)?;
    let name = c.bytes(4)?;
    cx.add_bytes(
        GAMENAME,
        requin_wire::Span::new(c.source(), c.pos() - 4, 4),
        name.split(|b| *b == 0).next().unwrap_or_default(),
    );
    cx.u8(VERSION1, c)?;
    cx.u8(VERSION2, c)?;
    cx.u8(VERSION3, c)?;
    cx.u16_le(BUILD, c)?;
    backwards(cx, c, PLATFORM)?;
    backwards(cx, c, OS)?;
    backwards(cx, c, COUNTRY)?;
    cx.u32_le(TIMEZONE_BIAS, c)?;
    cx.field(IP, c, 4)?;
    let len = cx.u8(SRP_I_LEN, c)?;
    cx.field(SRP_I, c, len.into()).map(|_| ())
}

/// Text of four bytes, the last one first.
fn backwards<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let span = c.span(4);
    let text: Vec<u8> = c.bytes(4)?.iter().rev().copied().skip_while(|b| *b == 0).collect();
    cx.add_bytes(field, span, text.split(|b| *b == 0).next().unwrap_or_default());
    Ok(())
}

fn server_challenge<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(PROTOCOL_VERSION, c)?;
    if cx.u8(ERROR, c)? != 0 {
        return Ok(());
    }
    cx.bytes(SRP_B, c, 32)?;
    let n = cx.u8(SRP_G_LEN, c)?;
    cx.bytes(SRP_G, c, n.into())?;
    let n = cx.u8(SRP_N_LEN, c)?;
    cx.bytes(SRP_N, c, n.into())?;
    cx.bytes(SRP_S, c, 32)?;
    cx.bytes(CRC_SALT, c, 16)?;
    if c.is_empty() {
        return Ok(());
    }
    cx.u8(TWO_FACTOR_ENABLED, c).map(|_| ())
}

fn realms<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16_le(PKT_SIZE, c)?;
    c.advance(4);
    cx.u16_le(NUM_REALMS, c).map(|_| ())
}
