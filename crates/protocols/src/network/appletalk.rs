//! AppleTalk, as Inside AppleTalk (second edition) has it: datagrams, names, routes, and addresses.

use requin_wire::{Cursor, Cx, Out, Sink, Step, names, proto};

proto! {
    DDP "ddp" "Datagram Delivery Protocol" "DDP" Network
    on [Ether 0x809b]
    fields {
        HOPCOUNT "ddp.hopcount" "Hop count": U16 Dec & 0x3c00;
        LEN "ddp.len" "Datagram length": U16 Dec & 0x3ff;
        CHECKSUM "ddp.checksum" "Checksum": U16 Dec;
        DST "ddp.dst" "Destination address": Str;
        DST_NET "ddp.dst.net" "Destination Net": U16 Dec;
        SRC "ddp.src" "Source address": Str;
        SRC_NET "ddp.src.net" "Source Net": U16 Dec;
        DST_NODE "ddp.dst.node" "Destination Node": U8 Dec;
        SRC_NODE "ddp.src.node" "Source Node": U8 Dec;
        DST_SOCKET "ddp.dst_socket" "Destination Socket": U8 Dec;
        SRC_SOCKET "ddp.src_socket" "Source Socket": U8 Dec;
        TYPE "ddp.type" "Protocol type": U8 Dec = TYPE_NAMES;
    }
}

names! {
    TYPE_NAMES {
        1 => "AppleTalk Routing Table response or data", 2 => "AppleTalk Name Binding Protocol packet",
        3 => "AppleTalk Transaction Protocol packet", 4 => "AppleTalk Echo Protocol packet",
        5 => "AppleTalk Routing Table request", 6 => "AppleTalk Zone Information Protocol packet",
        7 => "AppleTalk Data Stream Protocol", 88 => "Cisco EIGRP for AppleTalk",
    }
}

/// Bytes of the header in its long form.
const HEAD: usize = 13;

/// Network and node, in the notation of addresses.
fn address(o: &mut Out<'_>, net: u16, node: u8) {
    o.x(net, 4).s(".").x(node, 2);
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DDP");
    cx.info_clear();
    let h = c.peek_array::<HEAD>()?;
    let (len, kind) = (usize::from(u16::from_be_bytes([h[0], h[1]]) & 0x3ff), h[12]);
    let (to, from) = (u16::from_be_bytes([h[4], h[5]]), u16::from_be_bytes([h[6], h[7]]));
    cx.addresses_text(|o| address(o, from, h[9]), |o| address(o, to, h[8]));
    cx.info(|o| match TYPE_NAMES.find(kind.into()) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown DDP protocol (").x(kind, 2).s(")"),
    });
    cx.proto_len(HEAD);
    if cx.wants_hidden() {
        let mut at = c;
        at.advance(4);
        let item = cx.add_str(SRC, at.span(3), |o| address(o, from, h[9]));
        cx.hide(item);
        let item = cx.add_str(DST, at.span(3), |o| address(o, to, h[8]));
        cx.hide(item);
    }
    cx.peek(HOPCOUNT, &c, 2)?;
    cx.field(LEN, &mut c, 2)?;
    for (field, n) in [
        (CHECKSUM, 2),
        (DST_NET, 2),
        (SRC_NET, 2),
        (DST_NODE, 1),
        (SRC_NODE, 1),
        (DST_SOCKET, 1),
        (SRC_SOCKET, 1),
        (TYPE, 1),
    ] {
        cx.field(field, &mut c, n)?;
    }
    let body = c.take(len.saturating_sub(HEAD));
    match kind {
        _ if body.is_empty() => Ok(()),
        1 | 5 => cx.call(rtmp::ID, body),
        2 => cx.call(nbp::ID, body),
        3 => cx.call(atp::ID, body),
        _ => cx.call(crate::meta::data::ID, body),
    }
}

/// Names that are looked up.
pub mod nbp {
    use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

    proto! {
        NBP "nbp" "Name Binding Protocol" "NBP" App
        on []
        fields {
            OP "nbp.op" "Operation": U8 Dec & 0xf0 = OP_NAMES;
            INFO "nbp.info" "Info": U8 Hex;
            COUNT_2 "nbp.count" "Count": U8 Dec & 0xf;
            NET "nbp.net" "Network": U16 Dec;
            NODE "nbp.node" "Node": U8 Dec;
            PORT "nbp.port" "Port": U8 Dec;
            ENUM "nbp.enum" "Enumerator": U8 Dec;
            OBJECT "nbp.object" "Object": UintStr;
            TYPE "nbp.type" "Type": UintStr;
            ZONE "nbp.zone" "Zone": UintStr;
            TID "nbp.tid" "Transaction ID": U8 Dec;
        }
    }

    names! {
        OP_NAMES {
            1 => "broadcast request", 2 => "lookup", 3 => "reply", 4 => "forward request",
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("NBP");
        let info = c.peek_u8(0)?;
        let (op, count) = (OP_NAMES.or(u64::from(info >> 4), "Unknown"), info & 15);
        cx.info(|o| _ = o.s("Op: ").s(op).s("  Count: ").u(count));
        let item = cx.peek(INFO, &c, 1)?;
        cx.append(item, |o| _ = o.s("  Operation: ").s(op).s("  Count: ").u(count));
        cx.under(item, |cx| -> Step {
            cx.peek(OP, &c, 1)?;
            cx.peek(COUNT_2, &c, 1).map(|_| ())
        })?;
        c.skip(1)?;
        cx.u8(TID, &mut c)?;
        for i in 1..=count {
            if c.is_empty() {
                break;
            }
            let from = c;
            let line = cx.line(c.span(0), |o| _ = o.s("Node ").u(i));
            cx.under(line, |cx| -> Step {
                cx.u16(NET, &mut c)?;
                for field in [NODE, PORT, ENUM] {
                    cx.u8(field, &mut c)?;
                }
                for field in [OBJECT, TYPE, ZONE] {
                    text(cx, field, &mut c)?;
                }
                Ok(())
            })?;
            cx.set_len(line, from.left() - c.left());
        }
        Ok(())
    }

    /// Text behind its length.
    fn text<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
        let n = usize::from(c.peek_u8(0)?);
        let bytes = c.peek_bytes(1, n)?;
        cx.add_bytes(field, c.span(n + 1), bytes);
        c.skip(n + 1)
    }
}

/// Routes.
pub mod rtmp {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        RTMP "rtmp" "Routing Table Maintenance Protocol" "RTMP" App
        on []
        fields {
            NET "rtmp.net" "Net": U16 Dec;
            NODEID "nbp.nodeid" "Node": U8 Dec;
            NODEID_LENGTH "nbp.nodeid.length" "Node Length": U8 Dec;
            TUPLE_NET "rtmp.tuple.net" "Net": U16 Dec;
            TUPLE_RANGE_START "rtmp.tuple.range_start" "Range Start": U16 Dec;
            TUPLE_RANGE_END "rtmp.tuple.range_end" "Range End": U16 Dec;
            TUPLE_DIST "rtmp.tuple.dist" "Distance": U16 Dec;
            VERSION "rtmp.version" "Version": U8 Hex;
            FUNCTION "rtmp.function" "Function": U8 Dec = FUNCTIONS;
        }
    }

    names! { FUNCTIONS {
        1 => "Request", 2 => "Route Data Request (split horizon processed)",
        3 => "Route Data Request (no split horizon processing)",
    } }

    /// The type of datagrams that ask.
    const REQUEST: u8 = 5;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("RTMP");
        // The byte before is the type of the datagram.
        let kind = c.pos().checked_sub(1).and_then(|at| c.whole().get(at)).copied();
        if kind == Some(REQUEST) {
            let function = cx.u8(FUNCTION, &mut c)?;
            cx.info(|o| _ = o.s(FUNCTIONS.or(function.into(), "Unknown function")));
            return Ok(());
        }
        let net = cx.u16(NET, &mut c)?;
        // The length of a node's number, in bits.
        let bits = cx.u8(NODEID_LENGTH, &mut c)?;
        let node = if bits <= 8 { 1 } else { usize::from(bits / 8) };
        let number = c.peek_u8(0)?;
        cx.field(NODEID, &mut c, 1)?;
        c.skip(node - 1)?;
        cx.info(|o| _ = o.s("Net: ").u(net).s("  Node Len: ").u(bits).s("  Node: ").u(number));
        // Routers of networks without ranges begin with a tuple that only has a version.
        if c.left() >= 3 && c.peek_u16(0)? == 0 && c.peek_u8(2)? == 0x82 {
            c.skip(2)?;
            cx.u8(VERSION, &mut c)?;
        }
        let mut i = 1u32;
        while !c.is_empty() {
            let (start, distance) = (c.peek_u16(0)?, c.peek_u8(2)?);
            let range = distance & 0x80 != 0;
            let end = if range { c.peek_u16(3)? } else { 0 };
            // Each range ends with the version, which the first one shows.
            let first = range && i == 1;
            let len = if range { 6 } else { 3 };
            let line = cx.line(c.span(len), |o| {
                o.s("Tuple ").u(i).s(":  ").s(if range { "Range Start: " } else { "Net: " }).u(start);
                o.s("  Dist: ").u(distance & 0x7f);
                if range {
                    o.s("  Range End: ").u(end);
                }
            });
            if first {
                let version = c.peek_u8(5)?;
                cx.append(line, |o| _ = o.s("  Version: ").hex(version, 2));
            }
            cx.under(line, |cx| -> Step {
                cx.u16(if range { TUPLE_RANGE_START } else { TUPLE_NET }, &mut c)?;
                cx.add(TUPLE_DIST, c.span(1), requin_wire::Value::U(u64::from(distance & 0x7f)));
                c.skip(1)?;
                if range {
                    cx.u16(TUPLE_RANGE_END, &mut c)?;
                }
                match (range, first) {
                    (true, true) => cx.u8(VERSION, &mut c).map(|_| ()),
                    (true, false) => c.skip(1),
                    (false, _) => Ok(()),
                }
            })?;
            i += 1;
        }
        Ok(())
    }
}

/// Transactions.
pub mod atp {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        ATP "atp" "AppleTalk Transaction Protocol packet" "ATP" App
        on []
        fields {
            CTRLINFO "atp.ctrlinfo" "Control info": U8 Hex;
            FUNCTION "atp.function" "Function": U8 Dec & 0xc0 = FUNCTION_NAMES;
            XO "atp.xo" "XO": Bool(8) & 0x20;
            EOM "atp.eom" "EOM": Bool(8) & 0x10;
            STS "atp.sts" "STS": Bool(8) & 0x8;
            TRELTIMER "atp.treltimer" "TRel timer": U8 Dec & 0x7 = TRELTIMER_NAMES;
            BITMAP "atp.bitmap" "Bitmap": U8 Hex;
            TID "atp.tid" "TID": U16 Dec;
            USER_BYTES "atp.user_bytes" "User bytes": U32 Hex;
        }
    }

    names! {
        FUNCTION_NAMES {
            1 => "REQuest", 2 => "RESPonse", 3 => "RELease",
        }
        TRELTIMER_NAMES {
            0 => "30 seconds", 1 => "1 minute", 2 => "2 minutes", 3 => "4 minutes", 4 => "8 minutes",
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ATP");
        let (control, bitmap) = (c.peek_u8(0)?, c.peek_u8(1)?);
        let transaction = c.peek_u16(2)?;
        let function = FUNCTION_NAMES.or(u64::from(control >> 6), "Unknown");
        cx.info(|o| {
            o.s(function).s(" transaction ").u(transaction);
            o.s(if control & 0x10 != 0 { " (EOM)" } else { "" });
        });
        cx.proto_len(4);
        cx.flags(CTRLINFO, &mut c, 1, &[FUNCTION, XO, EOM, STS])?;
        let item = cx.field(BITMAP, &mut c, 1)?;
        if control >> 6 == 1 {
            cx.append(item, |o| _ = o.s("  ").u(bitmap.count_ones()).s(" packet(s) max"));
        }
        cx.u16(TID, &mut c)?;
        if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
    }
}

/// Hardware addresses of nodes.
pub mod aarp {
    use requin_wire::{Cursor, Cx, Out, Sink, Step, names, proto};

    proto! {
        AARP "aarp" "AppleTalk Address Resolution Protocol" "AARP" Network
        on [Ether 0x80f3]
        fields {
            HARD_TYPE "aarp.hard.type" "Hardware type": U16 Hex = HARD_TYPE_NAMES;
            PROTO_TYPE "aarp.proto.type" "Protocol type": U16 Hex = crate::link::ethertype::NAMES;
            HARD_SIZE "aarp.hard.size" "Hardware size": U8 Dec;
            PROTO_SIZE "aarp.proto.size" "Protocol size": U8 Dec;
            OPCODE "aarp.opcode" "Opcode": U16 Dec = OPCODE_NAMES;
            SRC_HW_MAC "aarp.src.hw_mac" "Sender MAC address": Ether;
            SRC_PROTO_ID "aarp.src.proto_id" "Sender ID": Bytes;
            DST_HW_MAC "aarp.dst.hw_mac" "Target MAC address": Ether;
            DST_PROTO_ID "aarp.dst.proto_id" "Target ID": Bytes;
        }
    }

    names! {
        HARD_TYPE_NAMES {
            1 => "Ethernet", 2 => "Token Ring",
        }
        OPCODE_NAMES {
            1 => "request", 2 => "reply", 3 => "probe", 256 => "request", 512 => "reply", 768 => "probe",
        }
    }

    /// An address of AppleTalk: a zero byte, network and node.
    fn node(o: &mut Out<'_>, bytes: &[u8]) {
        match bytes {
            [0, a, b, node] => _ = o.u(u16::from_be_bytes([*a, *b])).s(".").u(*node),
            bytes => _ = o.hex_bytes(bytes, 0),
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("AARP");
        cx.info_clear();
        let (hardware, protocol) = (usize::from(c.peek_u8(4)?), usize::from(c.peek_u8(5)?));
        let op = c.peek_u16(6)?;
        let at = |at: usize, n: usize| c.peek_bytes(8 + at, n);
        let (src_mac, src) = (at(0, hardware)?, at(hardware, protocol)?);
        let dst = at(2 * hardware + protocol, protocol)?;
        let name = OPCODE_NAMES.find(op.into());
        cx.proto_append(|o| match name {
            Some(name) => _ = o.s(" (").s(name).s(")"),
            None => _ = o.s(" (opcode ").hex(op, 4).s(")"),
        });
        cx.info(|o| match op {
            1 | 0x100 => {
                node(o.s("Who has "), dst);
                node(o.s("?  Tell "), src);
            }
            2 | 0x200 => {
                node(o, src);
                o.s(" is at ").hex_bytes(src_mac, b':');
            }
            3 | 0x300 => node(o.s("Is there a "), dst),
            _ => _ = o.s("Unknown AARP opcode ").hex(op, 4),
        });
        cx.u16(HARD_TYPE, &mut c)?;
        cx.u16(PROTO_TYPE, &mut c)?;
        cx.u8(HARD_SIZE, &mut c)?;
        cx.u8(PROTO_SIZE, &mut c)?;
        cx.u16(OPCODE, &mut c)?;
        for (mac, id, label) in
            [(SRC_HW_MAC, SRC_PROTO_ID, "Sender ID: "), (DST_HW_MAC, DST_PROTO_ID, "Target ID: ")]
        {
            if hardware == 6 {
                cx.field(mac, &mut c, 6)?;
            } else {
                c.skip(hardware)?;
            }
            let bytes = c.peek_bytes(0, protocol)?;
            let item = cx.field(id, &mut c, protocol)?;
            cx.label(item, |o| node(o.s(label), bytes));
        }
        Ok(())
    }
}
