//! Java remote method invocation: the streams of its transport (Java RMI specification, section 10).

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    RMI "rmi" "Java RMI" "RMI" App
    on [Tcp 1099]
    fields {
        MAGIC "rmi.magic" "Magic": U32 Hex;
        VERSION "rmi.version" "Version": U16 Dec;
        PROTOCOL "rmi.protocol" "Protocol": U8 Hex = PROTOCOL_NAMES;
        INPUTSTREAM_MESSAGE "rmi.inputstream.message" "Input Stream Message": U8 Hex = INPUTSTREAM_MESSAGE_NAMES;
        OUTPUTSTREAM_MESSAGE "rmi.outputstream.message" "Output Stream Message": U8 Hex = OUTPUTSTREAM_MESSAGE_NAMES;
        ENDPOINT_ID_LENGTH "rmi.endpoint_id.length" "Length": U16 Dec;
        ENDPOINT_ID_HOSTNAME "rmi.endpoint_id.hostname" "Hostname": Str;
        ENDPOINT_ID_PORT "rmi.endpoint_id.port" "Port": U16 Dec;
        SERIALIZATION_DATA "rmi.serialization_data" "Serialization Data": Bytes;
        UNIQUE_IDENTIFIER "rmi.unique_identifier" "UniqueIdentifier": Bytes;
    }
}

names! {
    PROTOCOL_NAMES { 75 => "StreamProtocol", 76 => "SingleOpProtocol", 77 => "MultiPlexProtocol" }
    INPUTSTREAM_MESSAGE_NAMES {
        78 => "ProtocolAck", 79 => "ProtocolNotSupported", 81 => "ReturnData", 83 => "PingAck",
    }
    OUTPUTSTREAM_MESSAGE_NAMES { 80 => "Call", 82 => "Ping", 84 => "DgcAck" }
}

const MAGIC_NUMBER: u32 = 0x4a52_4d49;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("RMI");
    let first = c.peek_u8(0)?;
    if c.peek_u32(0).is_ok_and(|m| m == MAGIC_NUMBER) {
        let (version, protocol) = (c.peek_u16(4)?, c.peek_u8(6)?);
        cx.info(|o| {
            o.s("JRMI, Version: ")
                .u(version)
                .s(", ")
                .s(PROTOCOL_NAMES.or(u64::from(protocol), "Unknown protocol"));
        });
        return run(cx, &mut c, &[(MAGIC, 4), (VERSION, 2), (PROTOCOL, 1)]);
    }
    let (field, names) = match first {
        0x4e | 0x4f | 0x51 | 0x53 => (INPUTSTREAM_MESSAGE, INPUTSTREAM_MESSAGE_NAMES),
        0x50 | 0x52 | 0x54 => (OUTPUTSTREAM_MESSAGE, OUTPUTSTREAM_MESSAGE_NAMES),
        _ => {
            cx.info(|o| _ = o.s("Continuation"));
            return Ok(());
        }
    };
    cx.info(|o| _ = o.s("JRMI, ").s(names.or(u64::from(first), "")));
    cx.u8(field, &mut c)?;
    match first {
        0x4e => {
            let line = cx.line(c.span(c.left()), |o| _ = o.s("EndPointIdentifier"));
            cx.under(line, |cx| {
                let n = cx.u16(ENDPOINT_ID_LENGTH, &mut c)?;
                cx.bytes(ENDPOINT_ID_HOSTNAME, &mut c, usize::from(n))?;
                // A number of four bytes, of which the port is the lower half.
                c.skip(2)?;
                cx.u16(ENDPOINT_ID_PORT, &mut c).map(|_| ())
            })
        }
        0x50 | 0x51 => serialized(cx, c),
        0x54 => cx.bytes(UNIQUE_IDENTIFIER, &mut c, 14).map(|_| ()),
        _ => Ok(()),
    }
}

/// What an object stream begins with (Java object serialization specification, section 6.4.2).
pub mod serialization {
    use super::{Cursor, Cx, Sink, Step};
    use requin_wire::proto;

    proto! {
        SERIALIZATION "serialization" "Java Serialization" "Serialization" App
        on []
        fields {
            MAGIC "rmi.ser.magic" "Magic": U16 Hex;
            VERSION "rmi.ser.version" "Version": U16 Dec;
        }
    }

    pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let item = cx.marker(ID, c.span(c.left()));
        cx.under(item, |cx| {
            cx.u16(MAGIC, &mut c)?;
            cx.u16(VERSION, &mut c).map(|_| ())
        })
    }
}

/// An object stream. tshark counts it as no layer.
fn serialized<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let item = cx.peek(SERIALIZATION_DATA, &c, c.left())?;
    cx.label(item, |o| _ = o.s("Serialization Data"));
    cx.at_top(|cx| serialization::dissect(cx, c))
}
