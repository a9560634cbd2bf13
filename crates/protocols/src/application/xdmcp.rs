//! X Display Manager Control Protocol, X.Org standard.

use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, be, names, proto};

proto! {
    XDMCP "xdmcp" "X Display Manager Control Protocol" "XDMCP" App
    on [Udp 177]
    fields {
        VERSION "xdmcp.version" "Version": U16 Dec;
        OPCODE "xdmcp.opcode" "Opcode": U16 Hex = OPCODE_NAMES;
        LENGTH "xdmcp.length" "Message length": U16 Dec;
        AUTHENTICATION_NAME "xdmcp.authentication_name" "Authentication name": Str;
        AUTHORIZATION_NAME "xdmcp.authorization_name" "Authorization name": Str;
        HOSTNAME "xdmcp.hostname" "Hostname": Str;
        STATUS "xdmcp.status" "Status": Str;
        SESSION_ID "xdmcp.session_id" "Session ID": U32 Hex;
        DISPLAY_NUMBER "xdmcp.display_number" "Display number": U16 Dec;
        MANUFACTURER_DISPLAY_ID_LEN "xdmcp.manufacturer_display_id_len" "Manufacturer display ID Length": U16 Dec;
        MANUFACTURER_DISPLAY_ID "xdmcp.manufacturer_display_id" "Manufacturer display ID": Bytes;
        DISPLAY_CLASS_LEN "xdmcp.display_class_len" "Display class Length": U16 Dec;
        DISPLAY_CLASS "xdmcp.display_class" "Display class": Bytes;
        CLIENT_ADDRESS_IPV4 "xdmcp.client_address_ipv4" "Client Address": Ipv4;
        CLIENT_ADDRESS_IPV6 "xdmcp.client_address_ipv6" "Client Address": Ipv6;
        CLIENT_ADDRESS_BYTES "xdmcp.client_address_bytes" "Client Address": Bytes;
        CLIENT_ADDRESS_BYTES_LEN "xdmcp.client_address_bytes_len" "Client Address Length": U16 Dec;
        CLIENT_PORT_LEN "xdmcp.client_port_len" "Client port Length": U16 Dec;
        CLIENT_PORT_BYTES "xdmcp.client_port_bytes" "Client port": Bytes;
        CLIENT_PORT "xdmcp.client_port" "Client port": U16 Dec;
        AUTHENTICATION_DATA_LEN "xdmcp.authentication_data_len" "Authentication data Length": U16 Dec;
        AUTHENTICATION_DATA "xdmcp.authentication_data" "Authentication data": Bytes;
        AUTHORIZATION_DATA_LEN "xdmcp.authorization_data_len" "Authorization data Length": U16 Dec;
        AUTHORIZATION_DATA "xdmcp.authorization_data" "Authorization data": Bytes;
        CONNECTION_ADDRESS_IPV4 "xdmcp.connection_address_ipv4" "Address": Ipv4;
        CONNECTION_ADDRESS_IPV6 "xdmcp.connection_address_ipv6" "Address": Ipv6;
        CONNECTION_ADDRESS_BYTES "xdmcp.connection_address_bytes" "Address": Bytes;
        CONNECTION_TYPE "xdmcp.connection_type" "Type": U16 Hex = CONNECTION_TYPE_NAMES;
        SESSION_RUNNING "xdmcp.session_running" "Session running": U8 Dec;
    }
    experts {
        CONN_ADDRESS_MISMATCH "xdmcp.conn_address_mismatch" Warn Protocol "Error: Connection type/address arrays don't match";
    }
}

names! {
    OPCODE_NAMES {
        1 => "Broadcast_query", 2 => "Query", 3 => "Indirect_query", 4 => "Forward_query", 5 => "Willing",
        6 => "Unwilling", 7 => "Request", 8 => "Accept ", 9 => "Decline", 10 => "Manage", 11 => "Refuse",
        12 => "Failed", 13 => "Keepalive", 14 => "Alive",
    }
    CONNECTION_TYPE_NAMES {
        0 => "Internet", 1 => "DECnet", 2 => "Chaos", 6 => "InternetV6",
    }
}

const VERSION_1: u16 = 1;
const INTERNET_V6: u64 = 6;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u16(0).map_err(|_| Stop::NotMine)? != VERSION_1 {
        return Err(Stop::NotMine);
    }
    cx.protocol("XDMCP");
    cx.info_clear();
    cx.u16(VERSION, &mut c)?;
    let opcode = cx.u16(OPCODE, &mut c)?;
    cx.info(|o| {
        match OPCODE_NAMES.find(opcode.into()) {
            Some(name) => o.s(name),
            None => o.s("Unknown (").hex(opcode, 4).s(")"),
        };
    });
    cx.u16(LENGTH, &mut c)?;
    message(cx, &mut c, opcode)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, opcode: u16) -> Step {
    match opcode {
        1..=3 => names(cx, c, AUTHENTICATION_NAME, "Authentication"),
        4 => {
            address(cx, c)?;
            port(cx, c)?;
            names(cx, c, AUTHENTICATION_NAME, "Authentication")
        }
        5 => {
            text(cx, c, AUTHENTICATION_NAME)?;
            text(cx, c, HOSTNAME)?;
            text(cx, c, STATUS)
        }
        6 => {
            text(cx, c, HOSTNAME)?;
            text(cx, c, STATUS)
        }
        7 => request(cx, c),
        8 => {
            cx.u32(SESSION_ID, c)?;
            text(cx, c, AUTHENTICATION_NAME)?;
            array(cx, c, AUTHENTICATION_DATA_LEN, AUTHENTICATION_DATA)?;
            text(cx, c, AUTHORIZATION_NAME)?;
            array(cx, c, AUTHORIZATION_DATA_LEN, AUTHORIZATION_DATA)
        }
        9 => {
            text(cx, c, STATUS)?;
            text(cx, c, AUTHENTICATION_NAME)?;
            array(cx, c, AUTHENTICATION_DATA_LEN, AUTHENTICATION_DATA)
        }
        10 => {
            cx.u32(SESSION_ID, c)?;
            cx.u16(DISPLAY_NUMBER, c)?;
            array(cx, c, DISPLAY_CLASS_LEN, DISPLAY_CLASS)
        }
        11 => cx.u32(SESSION_ID, c).map(|_| ()),
        12 => {
            cx.u32(SESSION_ID, c)?;
            text(cx, c, STATUS)
        }
        13 => {
            cx.u16(DISPLAY_NUMBER, c)?;
            cx.u32(SESSION_ID, c).map(|_| ())
        }
        14 => {
            let running = c.peek_u8(0)? != 0;
            let item = cx.field(SESSION_RUNNING, c, 1)?;
            cx.label(item, |o| _ = o.s("Session running: ").s(if running { "Yes" } else { "No" }));
            cx.u32(SESSION_ID, c).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// A text behind its length, which belongs to it.
fn text<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let len = usize::from(c.peek_u16(0)?);
    let text = c.peek_bytes(2, len)?;
    cx.add_bytes(field, c.span(2 + len), text);
    c.skip(2 + len)
}

/// The length, and the bytes with the length before them.
fn array<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: Field, bytes: Field) -> Step {
    let n = 2 + usize::from(c.peek_u16(0)?);
    cx.peek(len, c, 2)?;
    cx.bytes(bytes, c, n).map(|_| ())
}

fn names<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, of: &str) -> Step {
    let begin = *c;
    let count = c.peek_u8(0)?;
    let line = cx.line(c.span(1), |o| _ = o.s(of).s(" names (").u(count).s(")"));
    c.skip(1)?;
    cx.under(line, |cx| -> Step {
        for _ in 0..count {
            text(cx, c, field)?;
        }
        Ok(())
    })?;
    cx.set_len(line, c.pos() - begin.pos());
    Ok(())
}

fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (field, len) = match c.peek_u16(0)? {
        4 => (CLIENT_ADDRESS_IPV4, 4),
        16 => (CLIENT_ADDRESS_IPV6, 16),
        _ => return array(cx, c, CLIENT_ADDRESS_BYTES_LEN, CLIENT_ADDRESS_BYTES),
    };
    c.skip(2)?;
    cx.field(field, c, len).map(|_| ())
}

fn port<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.peek_u16(0)? != 2 {
        return array(cx, c, CLIENT_PORT_LEN, CLIENT_PORT_BYTES);
    }
    c.skip(2)?;
    cx.u16(CLIENT_PORT, c).map(|_| ())
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let number = cx.peek(DISPLAY_NUMBER, c, 2)?;
    c.skip(2)?;
    let begin = *c;
    let count = usize::from(c.peek_u8(0)?);
    c.skip(1)?;
    let mut types = c.take_all(2 * count)?;
    if usize::from(c.peek_u8(0)?) != count {
        cx.expert(CONN_ADDRESS_MISMATCH, number, c.span(0));
        return Ok(());
    }
    c.skip(1)?;
    let line = cx.line(begin.span(1), |o| _ = o.s("Connections (").u(count as u64).s(")"));
    cx.under(line, |cx| -> Step {
        for nth in 1..=count {
            connection(cx, c, &mut types, nth)?;
        }
        Ok(())
    })?;
    cx.set_len(line, c.pos() - begin.pos());
    text(cx, c, AUTHENTICATION_NAME)?;
    array(cx, c, AUTHENTICATION_DATA_LEN, AUTHENTICATION_DATA)?;
    names(cx, c, AUTHORIZATION_NAME, "Authorization")?;
    array(cx, c, MANUFACTURER_DISPLAY_ID_LEN, MANUFACTURER_DISPLAY_ID)
}

/// The types of all connections stand before their addresses.
fn connection<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, types: &mut Cursor<'_>, nth: usize) -> Step {
    let (kind, len) = (types.peek_uint(0, 2)?, usize::from(c.peek_u16(0)?));
    let bytes = c.peek_bytes(2, len)?;
    let line: Item = cx.line(c.span(2 + len), |o| {
        o.s("Connection ").u(nth as u64);
        match (kind, len) {
            (0, 4) => _ = o.s(": ").ipv4(be(bytes) as u32),
            (INTERNET_V6, 16) => _ = o.s(": ").ipv6(bytes),
            _ => (),
        }
    });
    c.skip(2)?;
    cx.under(line, |cx| -> Step {
        cx.u16(CONNECTION_TYPE, types)?;
        let field = match (kind, len) {
            (0, 4) => CONNECTION_ADDRESS_IPV4,
            (INTERNET_V6, 16) => CONNECTION_ADDRESS_IPV6,
            _ => CONNECTION_ADDRESS_BYTES,
        };
        cx.field(field, c, len).map(|_| ())
    })
}
