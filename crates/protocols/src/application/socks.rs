//! SOCKS, version 4 and version 5 (RFC 1928, RFC 1929): the way to a server, then what is said to it.

use crate::common::run;
use requin_wire::{Cursor, Cx, Pdu, Ports, ProtoId, Sink, Step, Stop, Table, Value, names, proto};

proto! {
    SOCKS "socks" "Socks Protocol" "Socks" App
    on [Tcp 1080]
    track [remember]
    frames [frames]
    fields {
        VERSION "socks.version" "Version": U8 Dec;
        DST "socks.dst" "Remote Address": Ipv4;
        DSTV6 "socks.dstV6" "Remote Address(ipv6)": Ipv6;
        DSTPORT "socks.dstport" "Remote Port": U16 Dec;
        COMMAND "socks.command" "Command": U8 Dec = COMMAND_NAMES;
        RESULTS "socks.results" "Results(V4)": U8 Dec = RESULTS_NAMES;
        RESULTS_5 "socks.results" "Results(V5)": U8 Dec = RESULTS_NAMES;
        AUTH_METHOD_COUNT "socks.auth_method_count" "Authentication Method Count": U8 Dec;
        AUTH_METHOD "socks.auth_method" "Method": U8 Dec;
        RESERVED "socks.reserved" "Reserved": U8 Dec;
        PORT "socks.port" "Port": U16 Dec;
        AUTH_ACCEPTED_METHOD "socks.auth_accepted_method" "Accepted Auth Method": U8 Dec;
        AUTH_STATUS "socks.auth_status" "Status": U8 Dec;
        SUBNEGOTIATION_VERSION "socks.subnegotiation_version" "Subnegotiation Version": U8 Dec;
        USERNAME "socks.username" "User name": Str;
        PASSWORD "socks.password" "Password": Str;
        REMOTE_NAME "socks.remote_name" "Remote name": Str;
        ADDRESS_TYPE "socks.address_type" "Address Type": U8 Dec = ADDRESS_TYPE_NAMES;
    }
}

names! {
    COMMAND_NAMES {
        1 => "Connect",
        2 => "Bind",
        3 => "UdpAssociate",
        128 => "Ping",
        129 => "Traceroute",
    }
    RESULTS_NAMES {
        0 => "Succeeded",
        1 => "General SOCKS server failure",
        2 => "Connection not allowed by ruleset",
        3 => "Network unreachable",
        4 => "Host unreachable",
        5 => "Connection refused",
        6 => "TTL expired",
        7 => "Command not supported",
        8 => "Address type not supported",
        90 => "Granted",
        91 => "Rejected or Failed",
        92 => "Rejected because SOCKS server cannot connect to identd on the client",
        93 => "Rejected because the client program and identd report different user-ids",
    }
    ADDRESS_TYPE_NAMES {
        1 => "IPv4",
        3 => "Domain Name",
        4 => "IPv6",
    }
}

/// What a conversation has come to: the first word of its memory holds this, the version, the command
/// and the port; the second an IPv4 address.
mod phase {
    pub const START: u8 = 0;
    pub const METHODS: u8 = 1;
    pub const REQUEST: u8 = 2;
    pub const PASSWORD: u8 = 3;
    pub const STATUS: u8 = 4;
    pub const REPLY: u8 = 5;
    pub const OPEN: u8 = 9;
}

struct Memory {
    phase: u8,
    version: u8,
    command: u8,
    port: u16,
}

impl Memory {
    fn of(state: &[u64; 2]) -> Memory {
        let b = state[0].to_be_bytes();
        Memory { phase: b[0], version: b[1], command: b[2], port: u16::from_be_bytes([b[4], b[5]]) }
    }

    fn word(&self) -> u64 {
        let p = self.port.to_be_bytes();
        u64::from_be_bytes([self.phase, self.version, self.command, 0, p[0], p[1], 0, 0])
    }
}

/// What is said to a web server falls into messages as it does elsewhere.
fn frames(bytes: &[u8], forward: bool, state: &[u64; 2]) -> Pdu {
    let m = Memory::of(state);
    match (m.phase, m.port) {
        (phase::OPEN, 80 | 8080) => super::http::frames(bytes, forward, &[0; 2]),
        (phase::OPEN, 443) => super::tls::frames(bytes, forward, &[0; 2]),
        _ => Pdu::AsItComes,
    }
}

fn remember(state: &mut [u64; 2], forward: bool, p: &[u8], _: usize) -> Option<ProtoId> {
    let mut m = Memory::of(state);
    let [first, ..] = p else { return None };
    m.phase = match (m.phase, forward) {
        (phase::START, true) if *first == 4 => {
            m.version = 4;
            m.command = p.get(1).copied().unwrap_or_default();
            m.port = requin_wire::be(p.get(2..4).unwrap_or_default()) as u16;
            state[1] = requin_wire::be(p.get(4..8).unwrap_or_default());
            phase::REPLY
        }
        (phase::START, true) if *first == 5 => {
            m.version = 5;
            phase::METHODS
        }
        (phase::METHODS, false) if p.get(1) == Some(&2) => phase::PASSWORD,
        (phase::METHODS, false) => phase::REQUEST,
        (phase::PASSWORD, true) => phase::STATUS,
        (phase::STATUS, false) => phase::REQUEST,
        (phase::REQUEST, true) => {
            m.command = p.get(1).copied().unwrap_or_default();
            let at = match p.get(3) {
                Some(1) => 8,
                Some(4) => 20,
                _ => 5 + usize::from(p.get(4).copied().unwrap_or_default()),
            };
            if p.get(3) == Some(&1) {
                state[1] = requin_wire::be(p.get(4..8).unwrap_or_default());
            }
            m.port = requin_wire::be(p.get(at..at + 2).unwrap_or_default()) as u16;
            phase::REPLY
        }
        (phase::REPLY, false) => phase::OPEN,
        (phase, _) => phase,
    };
    state[0] = m.word();
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let state = cx.state();
    let forward = cx.conversation().is_none_or(|f| f.forward);
    let m = Memory::of(&state);
    let start = m.phase == phase::START;
    if start && !(forward && matches!(c.peek_u8(0)?, 4 | 5)) {
        return Err(Stop::NotMine);
    }
    cx.protocol("Socks");
    cx.info_clear();
    let version = if start { c.peek_u8(0)? } else { m.version };
    cx.info(|o| _ = o.s("Version: ").u(version));
    match (m.phase, forward, version) {
        (phase::OPEN, ..) => open(cx, &m, state[1], c),
        (phase::START, true, 4) => {
            run(cx, &mut c, &[(VERSION, 1), (COMMAND, 1), (DSTPORT, 2), (DST, 4)])?;
            cx.info_add(|o| {
                o.c(b' ').s(COMMAND_NAMES.or(u64::from(command(&c)), "Unknown")).s(" to server request");
            });
            cx.strz(USERNAME, &mut c)?;
            Ok(())
        }
        (phase::REPLY, false, 4) => {
            cx.info_add(|o| {
                _ = o.c(b' ').s(COMMAND_NAMES.or(u64::from(m.command), "Unknown")).s(" Response")
            });
            run(cx, &mut c, &[(VERSION, 1), (RESULTS, 1), (DSTPORT, 2), (DST, 4)])
        }
        (phase::START, true, _) => {
            cx.info_add(|o| _ = o.s(" Connect to server request"));
            cx.u8(VERSION, &mut c)?;
            let line = cx.line(c.span(c.left()), |o| _ = o.s("Client Authentication Methods"));
            cx.under(line, |cx| -> Step {
                let n = cx.u8(AUTH_METHOD_COUNT, &mut c)?;
                for i in 0..n {
                    let method = c.peek_u8(0)?;
                    let item = cx.field(AUTH_METHOD, &mut c, 1)?;
                    cx.label(item, |o| {
                        o.s("Method[").u(i).s("]: ").u(method).s(" (").s(method_name(method)).s(")");
                    });
                }
                Ok(())
            })
        }
        (phase::METHODS, false, _) => {
            cx.info_add(|o| _ = o.s(" Connect to server response"));
            cx.u8(VERSION, &mut c)?;
            let method = c.peek_u8(0)?;
            let item = cx.field(AUTH_ACCEPTED_METHOD, &mut c, 1)?;
            cx.label(item, |o| {
                o.s("Accepted Auth Method: ").hex(method, 1).s(" (").s(method_name(method)).s(")");
            });
            Ok(())
        }
        (phase::PASSWORD, true, _) => {
            cx.info_add(|o| _ = o.s(" User authentication request"));
            cx.generated(VERSION, c.span(0), Value::U(version.into()));
            cx.u8(SUBNEGOTIATION_VERSION, &mut c)?;
            for field in [USERNAME, PASSWORD] {
                let n = usize::from(c.peek_u8(0)?);
                c.skip(1)?;
                cx.bytes(field, &mut c, n)?;
            }
            Ok(())
        }
        (phase::STATUS, false, _) => {
            cx.info_add(|o| _ = o.s(" User authentication reply"));
            cx.generated(VERSION, c.span(0), Value::U(version.into()));
            cx.u8(SUBNEGOTIATION_VERSION, &mut c)?;
            let status = c.peek_u8(0)?;
            let item = cx.field(AUTH_STATUS, &mut c, 1)?;
            cx.append(item, |o| _ = o.s(if status == 0 { " (success)" } else { " (failure)" }));
            Ok(())
        }
        (phase::REQUEST, true, _) => {
            let command = c.peek_u8(1)?;
            cx.info_add(|o| {
                o.s(" Command Request - ").s(COMMAND_NAMES.or(u64::from(command), "Unknown"));
            });
            run(cx, &mut c, &[(VERSION, 1), (COMMAND, 1), (RESERVED, 1)])?;
            address(cx, &mut c)
        }
        (phase::REPLY, false, _) => {
            cx.info_add(|o| {
                o.s(" Command Response - ").s(COMMAND_NAMES.or(u64::from(m.command), "Unknown"));
            });
            run(cx, &mut c, &[(VERSION, 1), (RESULTS_5, 1), (RESERVED, 1)])?;
            address(cx, &mut c)
        }
        _ => Ok(()),
    }
}

/// The names of methods, as IANA has them.
fn method_name(method: u8) -> &'static str {
    match method {
        0 => "No authentication",
        1 => "GSSAPI",
        2 => "Username/Password",
        3 => "Chap",
        0xff => "No acceptable methods",
        _ => "Unknown",
    }
}

/// The command of a request whose head was just read.
fn command(c: &Cursor<'_>) -> u8 {
    c.pos().checked_sub(7).and_then(|at| c.whole().get(at)).copied().unwrap_or_default()
}

/// An address of version 5 with its port.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    match cx.u8(ADDRESS_TYPE, c)? {
        1 => _ = cx.field(DST, c, 4)?,
        4 => _ = cx.field(DSTV6, c, 16)?,
        3 => {
            let n = usize::from(c.peek_u8(0)?);
            c.skip(1)?;
            cx.bytes(REMOTE_NAME, c, n)?;
        }
        _ => return Err(Stop::Malformed),
    }
    cx.u16(PORT, c).map(|_| ())
}

/// What is said to the server, by its port.
fn open<S: Sink>(cx: &mut Cx<'_, S>, m: &Memory, address: u64, c: Cursor<'_>) -> Step {
    cx.proto_len(0);
    let none = c.span(0);
    cx.generated(VERSION, none, Value::U(m.version.into()));
    cx.generated(COMMAND, none, Value::U(m.command.into()));
    if address != 0 {
        cx.generated(DST, none, Value::U(address));
    }
    cx.generated(DSTPORT, none, Value::U(m.port.into()));
    let ports = cx.ports;
    cx.ports = if cx.conversation().is_none_or(|f| f.forward) {
        Ports { src: ports.src, dst: m.port }
    } else {
        Ports { src: m.port, dst: ports.dst }
    };
    let taken = cx.dispatch(Table::Tcp, u32::from(m.port), c);
    let taken = match taken {
        Ok(false) => cx.guess(Table::Tcp, c),
        taken => taken,
    };
    cx.ports = ports;
    if taken? { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}
