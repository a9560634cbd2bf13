//! OpenFlow, by which switches are told what to do: version, type, length and number of messages.

use requin_wire::{Cursor, Cx, Field, Names, Pdu, Ports, Sink, Step, names, proto};

proto! {
    OPENFLOW "openflow" "OpenFlow" "OpenFlow" App
    on [Tcp 6633, Tcp 6653]
    looks_like [Tcp accepts]
    frames [frames]
    fields {
        VERSION "openflow.version" "Version": U8 Hex & 0x7f = VERSION_NAMES;
        LENGTH "openflow.length" "Length": U16 Dec;
        XID "openflow.xid" "Transaction ID": U32 Dec;
    }
}

names! {
    VERSION_NAMES {
        1 => "1.0",
        2 => "1.1",
        3 => "1.2",
        4 => "1.3",
        5 => "1.4",
        6 => "1.5",
    }
}

/// Fields of OpenFlow 1.0.
pub mod v1 {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};
    proto! {
        OPENFLOW_V1 "openflow_v1" "OpenFlow 1.0" "openflow_v1" App
        on []
        fields {
            TYPE "openflow_1_0.type" "Type": U8 Dec = TYPE_NAMES;
        }
    }
    names! {
        TYPE_NAMES {
            0 => "OFPT_HELLO",
            1 => "OFPT_ERROR",
            2 => "OFPT_ECHO_REQUEST",
            3 => "OFPT_ECHO_REPLY",
            4 => "OFPT_VENDOR",
            5 => "OFPT_FEATURES_REQUEST",
            6 => "OFPT_FEATURES_REPLY",
            7 => "OFPT_GET_CONFIG_REQUEST",
            8 => "OFPT_GET_CONFIG_REPLY",
            9 => "OFPT_SET_CONFIG",
            10 => "OFPT_PACKET_IN",
            11 => "OFPT_FLOW_REMOVED",
            12 => "OFPT_PORT_STATUS",
            13 => "OFPT_PACKET_OUT",
            14 => "OFPT_FLOW_MOD",
            15 => "OFPT_PORT_MOD",
            16 => "OFPT_STATS_REQUEST",
            17 => "OFPT_STATS_REPLY",
            18 => "OFPT_BARRIER_REQUEST",
            19 => "OFPT_BARRIER_REPLY",
            20 => "OFPT_QUEUE_GET_CONFIG_REQUEST",
            21 => "OFPT_QUEUE_GET_CONFIG_REPLY",
        }
    }
    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::message(
            cx,
            c,
            &super::Fields {
                version: super::VERSION,
                kind: TYPE,
                length: super::LENGTH,
                xid: super::XID,
                names: TYPE_NAMES,
            },
        )
    }
}

/// Fields of OpenFlow 1.3.
pub mod v4 {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};
    proto! {
        OPENFLOW_V4 "openflow_v4" "OpenFlow 1.3" "openflow_v4" App
        on []
        fields {
            VERSION "openflow_v4.version" "Version": U8 Hex = VERSION_NAMES;
            TYPE "openflow_v4.type" "Type": U8 Dec = TYPE_NAMES;
            LENGTH "openflow_v4.length" "Length": U16 Dec;
            XID "openflow_v4.xid" "Transaction ID": U32 Dec;
        }
    }
    names! {
        VERSION_NAMES {
            4 => "1.3",
        }
        TYPE_NAMES {
            0 => "OFPT_HELLO",
            1 => "OFPT_ERROR",
            2 => "OFPT_ECHO_REQUEST",
            3 => "OFPT_ECHO_REPLY",
            4 => "OFPT_EXPERIMENTER",
            5 => "OFPT_FEATURES_REQUEST",
            6 => "OFPT_FEATURES_REPLY",
            7 => "OFPT_GET_CONFIG_REQUEST",
            8 => "OFPT_GET_CONFIG_REPLY",
            9 => "OFPT_SET_CONFIG",
            10 => "OFPT_PACKET_IN",
            11 => "OFPT_FLOW_REMOVED",
            12 => "OFPT_PORT_STATUS",
            13 => "OFPT_PACKET_OUT",
            14 => "OFPT_FLOW_MOD",
            15 => "OFPT_GROUP_MOD",
            16 => "OFPT_PORT_MOD",
            17 => "OFPT_TABLE_MOD",
            18 => "OFPT_MULTIPART_REQUEST",
            19 => "OFPT_MULTIPART_REPLY",
            20 => "OFPT_BARRIER_REQUEST",
            21 => "OFPT_BARRIER_REPLY",
            22 => "OFPT_QUEUE_GET_CONFIG_REQUEST",
            23 => "OFPT_QUEUE_GET_CONFIG_REPLY",
            24 => "OFPT_ROLE_REQUEST",
            25 => "OFPT_ROLE_REPLY",
            26 => "OFPT_GET_ASYNC_REQUEST",
            27 => "OFPT_GET_ASYNC_REPLY",
            28 => "OFPT_SET_ASYNC",
            29 => "OFPT_METER_MOD",
        }
    }
    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::message(
            cx,
            c,
            &super::Fields { version: VERSION, kind: TYPE, length: LENGTH, xid: XID, names: TYPE_NAMES },
        )
    }
}

/// Fields of OpenFlow 1.4.
pub mod v5 {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};
    proto! {
        OPENFLOW_V5 "openflow_v5" "OpenFlow 1.4" "openflow_v5" App
        on []
        fields {
            VERSION "openflow_v5.version" "Version": U8 Hex = VERSION_NAMES;
            TYPE "openflow_v5.type" "Type": U8 Dec = TYPE_NAMES;
            LENGTH "openflow_v5.length" "Length": U16 Dec;
            XID "openflow_v5.xid" "Transaction ID": U32 Dec;
        }
    }
    names! {
        VERSION_NAMES {
            5 => "1.4",
        }
        TYPE_NAMES {
            0 => "OFPT_HELLO",
            1 => "OFPT_ERROR",
            2 => "OFPT_ECHO_REQUEST",
            3 => "OFPT_ECHO_REPLY",
            4 => "OFPT_EXPERIMENTER",
            5 => "OFPT_FEATURES_REQUEST",
            6 => "OFPT_FEATURES_REPLY",
            7 => "OFPT_GET_CONFIG_REQUEST",
            8 => "OFPT_GET_CONFIG_REPLY",
            9 => "OFPT_SET_CONFIG",
            10 => "OFPT_PACKET_IN",
            11 => "OFPT_FLOW_REMOVED",
            12 => "OFPT_PORT_STATUS",
            13 => "OFPT_PACKET_OUT",
            14 => "OFPT_FLOW_MOD",
            15 => "OFPT_GROUP_MOD",
            16 => "OFPT_PORT_MOD",
            17 => "OFPT_TABLE_MOD",
            18 => "OFPT_MULTIPART_REQUEST",
            19 => "OFPT_MULTIPART_REPLY",
            20 => "OFPT_BARRIER_REQUEST",
            21 => "OFPT_BARRIER_REPLY",
            24 => "OFPT_ROLE_REQUEST",
            25 => "OFPT_ROLE_REPLY",
            26 => "OFPT_GET_ASYNC_REQUEST",
            27 => "OFPT_GET_ASYNC_REPLY",
            28 => "OFPT_SET_ASYNC",
            29 => "OFPT_METER_MOD",
            30 => "OFPT_ROLE_STATUS",
            31 => "OFPT_TABLE_STATUS",
            32 => "OFPT_REQUESTFORWARD",
            33 => "OFPT_BUNDLE_CONTROL",
            34 => "OFPT_BUNDLE_ADD_MESSAGE",
        }
    }
    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::message(
            cx,
            c,
            &super::Fields { version: VERSION, kind: TYPE, length: LENGTH, xid: XID, names: TYPE_NAMES },
        )
    }
}

/// Fields of OpenFlow 1.5.
pub mod v6 {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};
    proto! {
        OPENFLOW_V6 "openflow_v6" "OpenFlow 1.5" "openflow_v6" App
        on []
        fields {
            VERSION "openflow_v6.version" "Version": U8 Hex = VERSION_NAMES;
            TYPE "openflow_v6.type" "Type": U8 Dec = TYPE_NAMES;
            LENGTH "openflow_v6.length" "Length": U16 Dec;
            XID "openflow_v6.xid" "Transaction ID": U32 Dec;
        }
    }
    names! {
        VERSION_NAMES {
            6 => "1.5",
        }
        TYPE_NAMES {
            0 => "OFPT_HELLO",
            1 => "OFPT_ERROR",
            2 => "OFPT_ECHO_REQUEST",
            3 => "OFPT_ECHO_REPLY",
            4 => "OFPT_EXPERIMENTER",
            5 => "OFPT_FEATURES_REQUEST",
            6 => "OFPT_FEATURES_REPLY",
            7 => "OFPT_GET_CONFIG_REQUEST",
            8 => "OFPT_GET_CONFIG_REPLY",
            9 => "OFPT_SET_CONFIG",
            10 => "OFPT_PACKET_IN",
            11 => "OFPT_FLOW_REMOVED",
            12 => "OFPT_PORT_STATUS",
            13 => "OFPT_PACKET_OUT",
            14 => "OFPT_FLOW_MOD",
            15 => "OFPT_GROUP_MOD",
            16 => "OFPT_PORT_MOD",
            17 => "OFPT_TABLE_MOD",
            18 => "OFPT_MULTIPART_REQUEST",
            19 => "OFPT_MULTIPART_REPLY",
            20 => "OFPT_BARRIER_REQUEST",
            21 => "OFPT_BARRIER_REPLY",
            24 => "OFPT_ROLE_REQUEST",
            25 => "OFPT_ROLE_REPLY",
            26 => "OFPT_GET_ASYNC_REQUEST",
            27 => "OFPT_GET_ASYNC_REPLY",
            28 => "OFPT_SET_ASYNC",
            29 => "OFPT_METER_MOD",
            30 => "OFPT_ROLE_STATUS",
            31 => "OFPT_TABLE_STATUS",
            32 => "OFPT_REQUESTFORWARD",
            33 => "OFPT_BUNDLE_CONTROL",
            34 => "OFPT_BUNDLE_ADD_MESSAGE",
            35 => "OFPT_CONTROLLER_STATUS",
        }
    }
    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::message(
            cx,
            c,
            &super::Fields { version: VERSION, kind: TYPE, length: LENGTH, xid: XID, names: TYPE_NAMES },
        )
    }
}

const HEAD: usize = 8;
const V1: u8 = 1;
const V3: u8 = 4;
const V4: u8 = 5;
const V5: u8 = 6;

/// The fields of a version.
struct Fields {
    version: Field,
    kind: Field,
    length: Field,
    xid: Field,
    names: Names,
}

/// On any port, a hello: what both sides say first.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    matches!(c.rest(), [1..=6, 0, 0, len, _, _, _, _, ..] if *len >= 8 && usize::from(*len) == c.left())
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [_, _, a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(HEAD)),
        _ => Pdu::More(HEAD),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<4>()?;
    cx.drop_node();
    cx.protocol("OpenFlow");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let one = c.take(usize::from(u16::from_be_bytes([h[2], h[3]])).max(HEAD));
    match h[0] & 0x7f {
        V1 => cx.call(v1::ID, one)?,
        V3 => cx.call(v4::ID, one)?,
        V4 => cx.call(v5::ID, one)?,
        V5 => cx.call(v6::ID, one)?,
        _ => return Err(requin_wire::Stop::NotMine),
    }
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, f: &Fields) -> Step {
    let kind = u64::from(c.peek_u8(1)?);
    cx.info_sep(", ", |o| _ = o.s("Type: ").s(f.names.or(kind, "Unknown message type")));
    cx.u8(f.version, &mut c)?;
    cx.u8(f.kind, &mut c)?;
    cx.u16(f.length, &mut c)?;
    cx.u32(f.xid, &mut c)?;
    Ok(())
}
