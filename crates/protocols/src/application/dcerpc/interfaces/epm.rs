//! Which endpoint serves an interface (C706, appendix O): the towers of protocols that lead to it (appendix L).

use super::Call;
use super::declines as dissect;
use crate::application::dcerpc::names::{uuid_name, write_uuid};
use crate::application::dcerpc::ndr::Ndr;
use crate::application::dcerpc::{ARRAY_ACTUAL_COUNT, ARRAY_MAX_COUNT, ARRAY_OFFSET, uuid};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, names, proto};

proto! {
    EPM "epm" "DCE/RPC Endpoint Mapper" "EPM" App
    on []
    fields {
        OPNUM "epm.opnum" "Operation": U16 Dec = OPERATIONS;
        HND "epm.hnd" "Handle": Bytes;
        UUID "epm.uuid" "UUID": Guid;
        UUID_VERSION "epm.uuid_version" "Version": U16 Dec;
        VER_MIN "epm.ver_min" "Version Minor": U16 Dec;
        PROTO_NAMED_PIPE "epm.proto.named_pipe" "Named Pipe": Str;
        PROTO_NETBIOS_NAME "epm.proto.netbios_name" "NetBIOS Name": Str;
        TOWER_LEN "epm.tower.len" "Length": U32 Dec;
        MAX_TOWERS "epm.max_towers" "Max Towers": U32 Dec;
        NUM_TOWERS "epm.num_towers" "Num Towers": U32 Dec;
        RC "epm.rc" "Return code": U32 Hex;
        TOWER_NUM_FLOORS "epm.tower.num_floors" "Number of floors": U16 Dec;
        PROTO_UDP_PORT "epm.proto.udp_port" "UDP Port": U16 Dec;
        PROTO_TCP_PORT "epm.proto.tcp_port" "TCP Port": U16 Dec;
        PROTO_HTTP_PORT "epm.proto.http_port" "TCP Port": U16 Dec;
        TOWER_RHS_LEN "epm.tower.rhs.len" "RHS Length": U16 Dec;
        TOWER_LHS_LEN "epm.tower.lhs.len" "LHS Length": U16 Dec;
        PROTO_IP "epm.proto.ip" "IP": Ipv4;
        TOWER_PROTO_ID "epm.tower.proto_id" "Protocol": U8 Hex = PROTOCOLS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "Insert",
        1 => "Delete",
        2 => "Lookup",
        3 => "Map",
        4 => "LookupHandleFree",
        5 => "InqObject",
        6 => "MgmtDelete",
    }
    /// Protocols of the floors of a tower.
    pub PROTOCOLS {
        0x0 => "OSI OID",
        0x2 => "DNA Session Control",
        0x3 => "DNA Session Control V3",
        0x4 => "DNA NSP Transport",
        0x5 => "OSI TP4",
        0x6 => "OSI CLNS or DNA Routing",
        0x7 => "DOD TCP",
        0x8 => "DOD UDP",
        0x9 => "DOD IP",
        0xa => "RPC connectionless protocol",
        0xb => "RPC connection-oriented protocol",
        0xc => "SPX?",
        0xd => "UUID",
        0xe => "IPX?",
        0xf => "Named Pipes",
        0x10 => "Named Pipes",
        0x11 => "NetBIOS",
        0x12 => "NetBEUI",
        0x13 => "Netware SPX",
        0x14 => "Netware IPX",
        0x16 => "Appletalk Stream",
        0x17 => "Appletalk Datagram",
        0x18 => "Appletalk",
        0x19 => "NetBIOS",
        0x1a => "Vines SPP",
        0x1b => "Vines IPC",
        0x1c => "StreetTalk",
        0x1f => "RPC over HTTP",
        0x20 => "Unix Domain Socket",
        0x21 => "null",
        0x22 => "NetBIOS",
    }
}

const MAP: u16 = 3;

pub(in crate::application::dcerpc) fn arguments<S: Sink>(
    cx: &mut Cx<'_, S>,
    call: &Call<'_>,
    c: Cursor<'_>,
) -> Step {
    let mut n = Ndr::new(c, call);
    match (call.operation, call.response) {
        (MAP, false) => {
            let object = cx.line(n.c.span(0), |o| _ = o.s("UUID pointer:"));
            cx.under(object, |cx| -> Step {
                if n.pointer(cx)? {
                    n.align(4)?;
                    uuid(cx, UUID, &mut n.c, call.little)?;
                }
                Ok(())
            })?;
            pointer(cx, &mut n)?;
            n.align(4)?;
            cx.bytes(HND, &mut n.c, HANDLE)?;
            n.number(cx, MAX_TOWERS, 4).map(|_| ())
        }
        (MAP, true) => {
            cx.bytes(HND, &mut n.c, HANDLE)?;
            n.number(cx, NUM_TOWERS, 4)?;
            let array = cx.line(n.c.span(0), |o| _ = o.s("Tower array:"));
            cx.under(array, |cx| towers(cx, &mut n))?;
            n.number(cx, RC, 4).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Bytes of a handle.
const HANDLE: usize = 20;
/// More than any server tells at once.
const MOST: u64 = 500;

fn towers<S: Sink>(cx: &mut Cx<'_, S>, n: &mut Ndr<'_>) -> Step {
    n.count(cx, ARRAY_MAX_COUNT)?;
    n.count(cx, ARRAY_OFFSET)?;
    let count = n.count(cx, ARRAY_ACTUAL_COUNT)?.min(MOST);
    // What all of them point to stands behind the last.
    let mut there = Vec::new();
    for _ in 0..count {
        let line = cx.line(n.c.span(0), |o| _ = o.s("Tower pointer:"));
        if cx.under(line, |cx| n.pointer(cx))? {
            there.push(line);
        }
    }
    there.into_iter().try_for_each(|line| cx.under(line, |cx| tower(cx, n)))
}

fn pointer<S: Sink>(cx: &mut Cx<'_, S>, n: &mut Ndr<'_>) -> Step {
    let line = cx.line(n.c.span(0), |o| _ = o.s("Tower pointer:"));
    cx.under(line, |cx| if n.pointer(cx)? { tower(cx, n) } else { Ok(()) })
}

/// A tower: its length, and floors whose numbers are little-endian whatever those of the call are.
fn tower<S: Sink>(cx: &mut Cx<'_, S>, n: &mut Ndr<'_>) -> Step {
    n.count(cx, TOWER_LEN)?;
    let len = n.number(cx, TOWER_LEN, 4)? as usize;
    let mut c = n.c.take(len);
    let floors = cx.u16_le(TOWER_NUM_FLOORS, &mut c)?;
    for nth in 1..=floors {
        let from = c;
        let line = cx.line(c.span(0), |o| _ = o.s("Floor ").u(nth).s(" "));
        cx.under(line, |cx| floor(cx, &mut c, line, nth == 1, nth == 2))?;
        cx.set_len(line, c.pos() - from.pos());
    }
    Ok(())
}

const TCP: u8 = 0x07;
const UDP: u8 = 0x08;
const IP: u8 = 0x09;
const UUIDS: u8 = 0x0d;
const NAMED_PIPE: u8 = 0x0f;
const NAMED_PIPE_NETBIOS: u8 = 0x10;
const NETBIOS: u8 = 0x11;
const HTTP: u8 = 0x1f;

fn floor<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item, first: bool, second: bool) -> Step {
    let len = cx.u16_le(TOWER_LHS_LEN, c)?;
    let mut left = c.take_all(len.into())?;
    let kind = cx.u8(TOWER_PROTO_ID, &mut left)?;
    if kind == UUIDS && len >= 19 {
        let (u, item) = uuid(cx, UUID, &mut left, true)?;
        let name = uuid_name(&u);
        if let Some(name) = name {
            cx.label(item, |o| {
                write_uuid(o.s("UUID: ").s(name).s(" ("), &u);
                o.s(")");
            });
        }
        cx.append(line, |o| match name {
            Some(name) => _ = o.s("UUID: ").s(name),
            None => write_uuid(o.s("UUID: "), &u),
        });
        if first || second {
            cx.info_add(|o| match name {
                Some(name) => _ = o.s(", ").s(name),
                None => write_uuid(o.s(", "), &u),
            });
        }
        let (major, minor) = (left.peek_u8(0)?, left.peek_u8(1)?);
        let item = cx.field(UUID_VERSION, &mut left, 2)?;
        cx.label(item, |o| _ = o.s("Version: ").u(major).s(".").u0(minor, 2));
    }
    let len = cx.u16_le(TOWER_RHS_LEN, c)?;
    let mut right = c.take_all(len.into())?;
    let b = &mut right;
    let port = |cx: &mut Cx<'_, S>, b: &mut Cursor<'_>, field: Field, name: &str| -> Step {
        let n = cx.u16(field, b)?;
        cx.append(line, |o| _ = o.s(name).u(n));
        Ok(())
    };
    match (kind, len) {
        (UUIDS, 2..) => cx.u16_le(VER_MIN, b).map(|_| ()),
        (TCP, 2..) => port(cx, b, PROTO_TCP_PORT, "TCP Port:"),
        (UDP, 2..) => port(cx, b, PROTO_UDP_PORT, "UDP Port:"),
        (HTTP, 2..) => port(cx, b, PROTO_HTTP_PORT, "TCP Port:"),
        (IP, 4..) => {
            let address = b.peek_u32(0)?;
            cx.append(line, |o| _ = o.s("IP:").ipv4(address));
            cx.field(PROTO_IP, b, 4).map(|_| ())
        }
        (NAMED_PIPE | NAMED_PIPE_NETBIOS, 1..) => text(cx, b, PROTO_NAMED_PIPE, line, "NamedPipe:"),
        (NETBIOS, 1..) => text(cx, b, PROTO_NETBIOS_NAME, line, "NetBIOS:"),
        _ => {
            cx.append(line, |o| _ = o.s(PROTOCOLS.or(kind.into(), "Unknown")));
            Ok(())
        }
    }
}

fn text<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Cursor<'_>, field: Field, line: Item, what: &str) -> Step {
    let at = b.span(usize::MAX);
    let bytes = b.rest();
    let text = bytes.strip_suffix(&[0]).unwrap_or(bytes);
    cx.append(line, |o| _ = o.s(what).text(text));
    _ = cx.add_bytes(field, at, text);
    Ok(())
}
