//! OpenFlow, by which switches are told what to do: version, type, length and number of messages, and what those of
//! version 1.0 say.

pub mod v1;

use requin_wire::{Cursor, Cx, Field, Names, Pdu, Ports, Sink, Step, names, proto};

proto! {
    OPENFLOW "openflow" "OpenFlow" "OpenFlow" App
    on [Tcp 6633, Tcp 6653]
    looks_like [Tcp accepts => [1..=6]]
    frames sized [frames]
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

/// A version that has its fields under its own names. What types its messages have is the same in all of them but for
/// some: `queues` between types 21 and 24, and `more` behind 29.
macro_rules! version {
    (
        $module:ident $id:ident $abbr:literal $name:literal $number:literal $text:literal
        [$version:literal $kind:literal $length:literal $xid:literal]
        queues { $($queue:literal => $queues:literal),* } more { $($more:literal => $mores:literal),* }
    ) => {
        #[doc = concat!("Fields of ", $name, ".")]
        pub mod $module {
            use requin_wire::{Cursor, Cx, Sink, Step, names, proto};
            proto! {
                $id $abbr $name $abbr App
                on []
                fields {
                    VERSION $version "Version": U8 Hex = VERSION_NAMES;
                    TYPE $kind "Type": U8 Dec = TYPE_NAMES;
                    LENGTH $length "Length": U16 Dec;
                    XID $xid "Transaction ID": U32 Dec;
                }
            }
            names! {
                VERSION_NAMES { $number => $text }
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
                    $($queue => $queues,)*
                    24 => "OFPT_ROLE_REQUEST",
                    25 => "OFPT_ROLE_REPLY",
                    26 => "OFPT_GET_ASYNC_REQUEST",
                    27 => "OFPT_GET_ASYNC_REPLY",
                    28 => "OFPT_SET_ASYNC",
                    29 => "OFPT_METER_MOD",
                    $($more => $mores,)*
                }
            }
            fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
                let fields =
                    super::Fields { version: VERSION, kind: TYPE, length: LENGTH, xid: XID, names: TYPE_NAMES };
                super::message(cx, c, &fields)
            }
        }
    };
}

version! {
    v4 OPENFLOW_V4 "openflow_v4" "OpenFlow 1.3" 4 "1.3"
    ["openflow_v4.version" "openflow_v4.type" "openflow_v4.length" "openflow_v4.xid"]
    queues { 22 => "OFPT_QUEUE_GET_CONFIG_REQUEST", 23 => "OFPT_QUEUE_GET_CONFIG_REPLY" } more {}
}

version! {
    v5 OPENFLOW_V5 "openflow_v5" "OpenFlow 1.4" 5 "1.4"
    ["openflow_v5.version" "openflow_v5.type" "openflow_v5.length" "openflow_v5.xid"]
    queues {} more {
        30 => "OFPT_ROLE_STATUS", 31 => "OFPT_TABLE_STATUS", 32 => "OFPT_REQUESTFORWARD",
        33 => "OFPT_BUNDLE_CONTROL", 34 => "OFPT_BUNDLE_ADD_MESSAGE"
    }
}

version! {
    v6 OPENFLOW_V6 "openflow_v6" "OpenFlow 1.5" 6 "1.5"
    ["openflow_v6.version" "openflow_v6.type" "openflow_v6.length" "openflow_v6.xid"]
    queues {} more {
        30 => "OFPT_ROLE_STATUS", 31 => "OFPT_TABLE_STATUS", 32 => "OFPT_REQUESTFORWARD",
        33 => "OFPT_BUNDLE_CONTROL", 34 => "OFPT_BUNDLE_ADD_MESSAGE", 35 => "OFPT_CONTROLLER_STATUS"
    }
}

const HEAD: usize = 8;

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
    let version = match h[0] & 0x7f {
        1 => v1::ID,
        4 => v4::ID,
        5 => v5::ID,
        6 => v6::ID,
        _ => return Err(requin_wire::Stop::NotMine),
    };
    cx.drop_node();
    cx.protocol("OpenFlow");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let one = c.take(usize::from(u16::from_be_bytes([h[2], h[3]])).max(HEAD));
    cx.call(version, one)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hellos_are_recognized() {
        let hello = [4, 0, 0, 8, 0, 0, 0, 1];
        let accepts = |h: &[u8]| accepts(&Cursor::new(h, h.len(), 0), Ports::default());
        assert!(accepts(&hello));
        assert!(!accepts(&hello[..7]) && !accepts(&[4, 0, 0, 9, 0, 0, 0, 1]) && !accepts(&[0; 8]));
    }
}
