//! MySQL's client/server protocol: packets, the greeting, and the command asked for.

use requin_wire::{Cursor, Cx, Pdu, ProtoId, Sink, Step, names, proto};

proto! {
    MYSQL "mysql" "MySQL Protocol" "MySQL" App
    on [Tcp 3306]
    track [remember]
    frames sized [frames]
    fields {
        PACKET_LENGTH "mysql.packet_length" "Packet Length": U24 Dec;
        PACKET_NUMBER "mysql.packet_number" "Packet Number": U8 Dec;
        COMMAND "mysql.command" "Command": U8 Dec = COMMAND_NAMES;
        ERROR_CODE "mysql.error_code" "Error Code": U16 Dec;
        PROTOCOL "mysql.protocol" "Protocol": U8 Dec;
        VERSION "mysql.version" "Version": StrZ;
        THREAD_ID "mysql.thread_id" "Thread ID": U32 Dec;
        QUERY "mysql.query" "Statement": Str;
    }
}

names! {
    COMMAND_NAMES {
        0 => "SLEEP",
        1 => "Quit",
        2 => "Use Database",
        3 => "Query",
        4 => "Show Fields",
        5 => "Create Database",
        6 => "Drop Database",
        7 => "Refresh",
        8 => "Shutdown",
        9 => "Statistics",
        10 => "Process List",
        11 => "Connect",
        12 => "Kill Server Thread",
        13 => "Dump Debuginfo",
        14 => "Ping",
        15 => "Time",
        16 => "Insert Delayed",
        17 => "Change User",
        18 => "Send Binlog",
        19 => "Send Table",
        20 => "Slave Connect",
        21 => "Register Slave",
        22 => "Prepare Statement",
        23 => "Execute Statement",
        24 => "Send BLOB",
        25 => "Close Statement",
        26 => "Reset Statement",
        27 => "Set Option",
        28 => "Fetch Data",
        29 => "Daemon",
        30 => "Send Binlog GTID",
        31 => "Reset Connection",
        250 => "Execute Bulk Statement",
    }
}

/// The server's greeting has come.
const GREETED: u64 = 1;
/// The client has answered it.
const LOGGED_IN: u64 = 2;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, c, _, ..] => Pdu::Len(4 + (usize::from(*c) << 16 | usize::from(*b) << 8 | usize::from(*a))),
        _ => Pdu::More(4),
    }
}

fn remember(state: &mut [u64; 2], _: bool, payload: &[u8]) -> Option<ProtoId> {
    match payload {
        // What asks for TLS is a login request that ends before the name.
        [32, 0, 0, 1, _, flags, ..] if state[0] & GREETED != 0 && flags & 8 != 0 => {
            return Some(crate::application::tls::ID);
        }
        [_, _, _, 0, 9 | 10, ..] if state[0] == 0 => state[0] |= GREETED,
        [_, _, _, 1, ..] if state[0] == GREETED => state[0] |= LOGGED_IN,
        _ => {}
    }
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<4>()?;
    let len = usize::from(h[2]) << 16 | usize::from(h[1]) << 8 | usize::from(h[0]);
    let mut one = c.take(4 + len);
    cx.protocol("MySQL");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.proto_len(4 + len);
    let client = cx.ports.dst == 3306;
    cx.uint_le(PACKET_LENGTH, &mut one, 3)?;
    cx.u8(PACKET_NUMBER, &mut one)?;
    if !one.is_empty() {
        let first = one.peek_u8(0)?;
        match (client, h[3], cx.state()[0]) {
            (false, 0, 0) if matches!(first, 9 | 10) => {
                cx.info_sep(" ", |o| _ = o.s("Server Greeting "));
                cx.u8(PROTOCOL, &mut one)?;
                let version = cx.strz(VERSION, &mut one)?;
                cx.info_add(|o| _ = o.s(" proto=").u(first).s(" version=").text(version));
                cx.u32_le(THREAD_ID, &mut one)?;
            }
            (true, 1, _) => cx.info_sep(" ", |o| _ = o.s("Login Request ")),
            (true, 0, _) => {
                cx.u8(COMMAND, &mut one)?;
                let name = COMMAND_NAMES.or(u64::from(first), "Unknown");
                cx.info_sep(" ", |o| _ = o.s("Request ").s(name));
                if first == 3 {
                    let n = one.left();
                    cx.bytes(QUERY, &mut one, n)?;
                }
            }
            (false, ..) => {
                cx.info_sep(" ", |o| _ = o.s("Response "));
                if first == 0xff && one.left() >= 3 {
                    one.skip(1)?;
                    let code = cx.u16_le(ERROR_CODE, &mut one)?;
                    cx.info_add(|o| _ = o.s("Error ").u(code));
                }
            }
            _ => {}
        }
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}
