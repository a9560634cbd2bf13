//! DECnet Phase IV: routing (DNA Routing Layer 2.0) and the Network Services Protocol it carries.

use requin_wire::Field;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    DEC_DNA "dec_dna" "DEC DNA Routing Protocol" "DEC DNA" App
    on [Ether 0x6003, Ppp 0x0027]
    fields {
        FLAGS "dec_dna.flags" "Routing flags": U8 Hex;
        FLAGS_CONTROL "dec_dna.flags.control" "Control packet": Bool(8) & 0x1 = crate::common::YES;
        FLAGS_MSGLEN "dec_dna.flags.msglen" "Long data packet format": U8 Hex & 0x6;
        FLAGS_RQR "dec_dna.flags.RQR" "Return to Sender Request": Bool(8) & 0x8 = crate::common::YES;
        FLAGS_RTS "dec_dna.flags.RTS" "Packet on return trip": Bool(8) & 0x10 = crate::common::YES;
        FLAGS_INTRA_ETH "dec_dna.flags.intra_eth" "Intra-ethernet packet": Bool(8) & 0x20 = crate::common::YES;
        FLAGS_DISCARD "dec_dna.flags.discard" "Discarded packet": Bool(8) & 0x40 = crate::common::YES;
        DST_ADDRESS "dec_dna.dst.address" "Destination Address": Ether;
        SRC_ADDR "dec_dna.src.addr" "Source Address": Ether;
        NL2 "dec_dna.nl2" "Next level 2 router": U8 Hex;
        SVC_CLS "dec_dna.svc_cls" "Service class": U8 Hex;
        PROTO_TYPE "dec_dna.proto_type" "Protocol type": U8 Hex;
        VISIT_CNT "dec_dna.visit_cnt" "Visit count": U8 Hex;
        NSP_FLOW_CONTROL "dec_dna.nsp.flow_control" "Flow control": U8 Hex & 0x3 = NSP_FLOW_CONTROL_NAMES;
        NSP_SERVICES "dec_dna.nsp.services" "Requested services": U8 Hex & 0xc = NSP_SERVICES_NAMES;
        NSP_INFO "dec_dna.nsp.info" "Version info": U8 Hex & 0x3 = NSP_INFO_NAMES;
        DST_NODE "dec_dna.dst_node" "Destination node": U16 Hex;
        NSP_SEGSIZE "dec_dna.nsp.segsize" "Maximum data segment size": U16 Dec;
        SRC_NODE "dec_dna.src_node" "Source node": U16 Hex;
        NSP_SEGNUM "dec_dna.nsp.segnum" "Message number": U16 Dec & 0xfff;
        NSP_DELAY "dec_dna.nsp.delay" "Delayed ACK allowed": Bool(16) & 0x1000 = crate::common::YES;
        VST_NODE "dec_dna.vst_node" "Nodes visited ty this package": U8 Dec;
        RT_MSG_TYPE "dec_dna.rt.msg_type" "Routing control message": U8 Hex & 0xe = RT_MSG_TYPE_NAMES;
        NSP_MSG_TYPE "dec_dna.nsp.msg_type" "DNA NSP message": U8 Hex = NSP_MSG_TYPE_NAMES;
        CTL_ACKNUM "dec_dna.ctl.acknum" "Ack/Nak": None;
        NSP_FC_VAL "dec_dna.nsp.fc_val" "Flow control": None;
        CTL_TIINFO "dec_dna.ctl.tiinfo" "Routing information": U8 Hex = CTL_TIINFO_NAMES;
        CTL_BLK_SIZE "dec_dna.ctl.blk_size" "Block size": U16 Dec;
        NSP_DISC_REASON "dec_dna.nsp.disc_reason" "Reason for disconnect": U16 Hex = NSP_DISC_REASON_NAMES;
        CTL_VERSION "dec_dna.ctl.version" "Version": None;
        CTL_TIMER "dec_dna.ctl.timer" "Hello timer(seconds)": U16 Dec;
        CTL_ID "dec_dna.ctl.id" "Transmitting system ID": Ether;
        CTL_IINFO_NODE_TYPE "dec_dna.ctl.iinfo.node_type" "Node type": U8 Hex & 0x3 = CTL_IINFO_NODE_TYPE_NAMES;
        CTL_IINFO_VRF "dec_dna.ctl.iinfo.vrf" "Verification required": Bool(8) & 0x4 = crate::common::YES;
        CTL_IINFO_REJ "dec_dna.ctl.iinfo.rej" "Rejected": Bool(8) & 0x8 = crate::common::YES;
        CTL_IINFO_VERF "dec_dna.ctl.iinfo.verf" "Verification failed": Bool(8) & 0x10 = crate::common::YES;
        CTL_IINFO_MTA "dec_dna.ctl.iinfo.mta" "Accepts multicast traffic": Bool(8) & 0x20 = crate::common::YES;
        CTL_IINFO_BLKREQ "dec_dna.ctl.iinfo.blkreq" "Blocking requested": Bool(8) & 0x40 = crate::common::YES;
        CTL_PRIO "dec_dna.ctl.prio" "Routing priority": U8 Hex;
        CTL_NEIGHBOR "dec_dna.ctl_neighbor" "Neighbor": Ether;
        CTL_SEED "dec_dna.ctl.seed" "Verification seed": Bytes;
        CTL_ELIST "dec_dna.ctl.elist" "List of router states": None;
        CTL_ENAME "dec_dna.ctl.ename" "Ethernet name": Bytes;
        CTL_ROUTER_ID "dec_dna.ctl.router_id" "Router ID": Ether;
        CTL_ROUTER_STATE "dec_dna.ctl.router_state" "Router state": Str;
        SESS_CONN "dec_dna.sess.conn" "Session connect data": None;
        CTL_ROUTER_PRIO "dec_dna.ctl.router_prio" "Router priority": U8 Hex & 0x7f;
        SESS_GRP_CODE "dec_dna.sess.grp_code" "Session Group code": U16 Hex;
        SESS_USR_CODE "dec_dna.sess.usr_code" "Session User code": U16 Hex;
        SESS_DST_NAME "dec_dna.sess.dst_name" "Session Destination end user": Str;
        SESS_OBJ_TYPE "dec_dna.sess.obj_type" "Session Object type": U8 Hex;
        SESS_MENU_VER "dec_dna.sess.menu_ver" "Session Menu version": Str;
    }
}

names! {
    NSP_FLOW_CONTROL_NAMES {
        0 => "no change",
        1 => "do not send data",
        2 => "send data",
        3 => "reserved",
    }
    NSP_SERVICES_NAMES {
        0 => "none",
        4 => "segment request count",
        8 => "Session control message request count",
        12 => "reserved",
    }
    NSP_INFO_NAMES {
        0 => "version 3.2",
        1 => "version 3.1",
        2 => "version 4.0",
        3 => "reserved",
    }
    RT_MSG_TYPE_NAMES {
        0 => "Initialization message",
        1 => "Verification message",
        2 => "Hello and test message",
        3 => "Level 1 routing message",
        4 => "Level 2 routing message",
        5 => "Ethernet router hello message",
        6 => "Ethernet endnode hello message",
    }
    NSP_MSG_TYPE_NAMES {
        0 => "Data segment continuation",
        4 => "Data acknowledgement message",
        8 => "NOP",
        16 => "Link service message",
        20 => "Other data acknowledgement message",
        24 => "Connect initiate",
        32 => "Beginning of segment message",
        36 => "Connect acknowledgement message",
        40 => "Connect confirm",
        48 => "Interrupt message",
        56 => "Disconnect initiate",
        64 => "End of segment message",
        72 => "Disconnect confirm",
        96 => "Begin of segment / End of segment",
        104 => "Retransmitted connect initiate",
    }
    CTL_TIINFO_NAMES {
        1 => "Level 2 router",
        2 => "Level 1 router",
        3 => "End node",
        4 => "Routing layer verification required",
        8 => "Blocking requested",
    }
    NSP_DISC_REASON_NAMES {
        0 => "no error",
        3 => "The node is shutting down",
        4 => "The destination end user does not exist",
        5 => "A connect message contains an invalid end user name",
        6 => "Destination end user has insufficient resources",
        7 => "Unspecified error",
        8 => "A third party has disconnected the link",
        9 => "An end user has aborted the logical link",
        32 => "The node has insufficient resources",
        33 => "Destination end user has insufficient resources",
        34 => "Connect request rejected because incorrect RQSTRID or PASSWORD",
        36 => "Connect request rejected because of unacceptable ACCOUNT info",
        38 => "End user has timed out, aborted or cancelled a connect request",
        43 => "Connect request RQSTRID, PASSWORD, ACCOUNT or USRDATA too long",
    }
    CTL_IINFO_NODE_TYPE_NAMES {
        1 => "Level 2 router",
        2 => "Level 1 router",
        3 => "End node",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DEC DNA");
    cx.info_clear();
    let len = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
    let mut padding = usize::from(c.peek_u8(2)? & 0x7f);
    if c.peek_u8(2)? & 0x80 == 0 {
        padding = 0;
    }
    c.skip(2)?;
    let mut c = c.within(len.max(1));
    c.skip(padding)?;
    let flags = c.peek_u8(0)?;
    if flags & 1 != 0 {
        let item = cx.peek(FLAGS, &c, 1)?;
        cx.under(item, |cx| -> Step {
            cx.peek(FLAGS_CONTROL, &c, 1)?;
            cx.peek(RT_MSG_TYPE, &c, 1).map(|_| ())
        })?;
        return control(cx, &mut c, flags);
    }
    let long = flags & 6 == 6;
    let item = cx.peek(FLAGS, &c, 1)?;
    cx.under(item, |cx| -> Step {
        let format = cx.peek(FLAGS_MSGLEN, &c, 1)?;
        if !long {
            let n = flags >> 1 & 3;
            cx.label(format, |o| {
                o.s(".... .").u(n >> 1).u(n & 1).s(". = Short data packet format: ").hex(n, 1);
            });
        }
        cx.peek(FLAGS_RQR, &c, 1)?;
        cx.peek(FLAGS_RTS, &c, 1)?;
        if long {
            cx.peek(FLAGS_INTRA_ETH, &c, 1)?;
            cx.peek(FLAGS_DISCARD, &c, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    if long {
        c.skip(2)?;
        node(cx, &mut c, DST_ADDRESS)?;
        c.skip(2)?;
        node(cx, &mut c, SRC_ADDR)?;
        crate::common::run(cx, &mut c, &[(NL2, 1), (VISIT_CNT, 1), (SVC_CLS, 1), (PROTO_TYPE, 1)])?;
    } else {
        cx.field_le(DST_NODE, &mut c, 2)?;
        cx.field_le(SRC_NODE, &mut c, 2)?;
        cx.field(VST_NODE, &mut c, 1)?;
    }
    services(cx, c)
}

/// A hardware address, whose last two bytes are those of the node: area and number.
fn node<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let low = u16::from_le_bytes([c.peek_u8(4)?, c.peek_u8(5)?]);
    let item = cx.field(field, c, 6)?;
    cx.append(item, |o| _ = o.s(" (").u(low >> 10).s(".").u(low & 0x3ff).s(")"));
    Ok(())
}

fn control<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, flags: u8) -> Step {
    let kind = flags >> 1 & 7;
    let item = cx.add(RT_MSG_TYPE, c.span(1), Value::U(u64::from(flags >> 2 & 7)));
    c.skip(1)?;
    cx.info(|o| {
        o.s(match kind {
            0 => "Routing control, initialization message",
            1 => "Routing control, verification message",
            2 => "Routing control, hello/test message",
            3 => "Routing control, Level 1 routing message",
            4 => "Routing control, Level 2 routing message",
            5 => "Routing control, Ethernet Router Hello  message",
            6 => "Routing control, Endnode Hello message",
            _ => "",
        });
    });
    cx.under(item, |cx| match kind {
        5 | 6 => hello(cx, c, kind == 5),
        _ => cx.field_le(SRC_NODE, c, 2).map(|_| ()),
    })
}

fn hello<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, router: bool) -> Step {
    let [major, minor, patch] = *c.peek_array::<3>()?;
    let item = cx.add(CTL_VERSION, c.span(3), Value::None);
    cx.label(item, |o| _ = o.s("Routing Layer Version: ").u(major).s(".").u(minor).s(".").u(patch));
    c.skip(3)?;
    node(cx, c, CTL_ID)?;
    let info = u64::from(c.peek_u8(0)?);
    let bits =
        [CTL_IINFO_NODE_TYPE, CTL_IINFO_VRF, CTL_IINFO_REJ, CTL_IINFO_VERF, CTL_IINFO_MTA, CTL_IINFO_BLKREQ];
    let (_, item) = cx.flags(CTL_TIINFO, c, 1, &bits)?;
    cx.label(item, |o| {
        o.s("Routing information: ").hex(info, 2).s(", Node type: ");
        o.s(CTL_IINFO_NODE_TYPE_NAMES.or(info & 3, "Unknown"));
    });
    cx.field_le(CTL_BLK_SIZE, c, 2)?;
    if !router {
        c.skip(1)?;
        cx.bytes(CTL_SEED, c, 8)?;
        node(cx, c, CTL_NEIGHBOR)?;
        return cx.field_le(CTL_TIMER, c, 2).map(|_| ());
    }
    cx.field(CTL_PRIO, c, 1)?;
    c.skip(1)?;
    cx.field_le(CTL_TIMER, c, 2)?;
    c.skip(1)?;
    let len = usize::from(c.peek_u8(0)?);
    c.skip(1)?;
    let mut list = c.take_all(len)?;
    let item = cx.add(CTL_ELIST, list.span(len), Value::None);
    cx.under(item, |cx| -> Step {
        while !list.is_empty() {
            let item = cx.field(CTL_ENAME, &mut list, 7)?;
            let n = usize::from(list.peek_u8(0)?);
            list.skip(1)?;
            let mut routers = list.take_all(n)?;
            cx.under(item, |cx| -> Step {
                while routers.left() >= 7 {
                    neighbour(cx, &mut routers)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

fn neighbour<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let low = u16::from_le_bytes([c.peek_u8(4)?, c.peek_u8(5)?]);
    let item = cx.field(CTL_ROUTER_ID, c, 6)?;
    cx.append(item, |o| _ = o.s(" (").u(low >> 10).s(".").u(low & 0x3ff).s(")"));
    cx.under(item, |cx| -> Step {
        let byte = c.peek_u8(0)?;
        // Whether both hear one another.
        let state = if byte & 0x80 != 0 { "known 2-way" } else { "unknown" };
        cx.add_str(CTL_ROUTER_STATE, c.span(1), |o| _ = o.s(state));
        cx.field(CTL_ROUTER_PRIO, c, 1).map(|_| ())
    })
}

const CONNECT: u8 = 0x18;
const CONFIRM: u8 = 0x28;
const LINK_SERVICE: u8 = 0x10;
const INTERRUPT: u8 = 0x30;

/// The Network Services Protocol stands beside routing, not in it.
fn services<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    let item = cx.at_top(|cx| cx.peek(NSP_MSG_TYPE, &c, 1))?;
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        cx.field_le(DST_NODE, &mut c, 2)?;
        if kind == 0x24 {
            // A connection that is acknowledged has no sender's number yet.
            return info(cx, "NSP connect acknowledgement");
        }
        cx.field_le(SRC_NODE, &mut c, 2)?;
        match kind {
            0x00 | 0x20 | 0x40 | 0x60 => segment(cx, &mut c, kind),
            LINK_SERVICE | INTERRUPT => link(cx, &mut c, kind == LINK_SERVICE),
            0x04 => {
                let first = u16::from_le_bytes(*c.peek_array::<2>()?);
                cx.info(|o| _ = o.s("NSP data ACK message(").u(first & 0xfff).s(")"));
                acknowledgements(cx, &mut c, true)
            }
            0x14 => {
                info(cx, "NSP other data ACK message")?;
                acknowledgements(cx, &mut c, false)
            }
            CONNECT | CONFIRM | 0x68 => connect(cx, &mut c),
            0x38 | 0x48 => {
                info(cx, "NSP disconnect initiate/confirm message")?;
                cx.field_le(NSP_DISC_REASON, &mut c, 2).map(|_| ())
            }
            _ => Ok(()),
        }
    })
}

fn info<S: Sink>(cx: &mut Cx<'_, S>, text: &str) -> Step {
    cx.info(|o| _ = o.s(text));
    Ok(())
}

/// Up to two numbers, whose highest bit says that they are there; answers whether one was of the other channel.
fn acknowledgements<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, data: bool) -> Step {
    for _ in 0..2 {
        if c.left() < 2 {
            break;
        }
        let n = u16::from_le_bytes(*c.peek_array::<2>()?);
        if n & 0x8000 == 0 {
            break;
        }
        let item = cx.add(CTL_ACKNUM, c.span(2), Value::None);
        cx.label(item, |o| {
            let what = if data { "data segment" } else { "interrupt/link service msg" };
            let other = if data { "other data" } else { "data" };
            match n >> 12 & 7 {
                0 => o.s("Last ").s(what).s(" positively acknowledged: "),
                1 => o.s("Last ").s(what).s(" negatively acknowledged: "),
                2 => o.s("Cross sub-channel ACK of ").s(other).s(" msg "),
                _ => o.s("Cross sub-channel NAK of ").s(other).s(" msg "),
            };
            o.u(n & 0xfff);
        });
        c.skip(2)?;
    }
    Ok(())
}

fn number<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u16, Stop> {
    let n = u16::from_le_bytes(*c.peek_array::<2>()?);
    cx.peek_le(NSP_SEGNUM, c, 0, 2)?;
    cx.peek_le(NSP_DELAY, c, 0, 2)?;
    c.skip(2)?;
    Ok(n & 0xfff)
}

fn segment<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8) -> Step {
    acknowledgements(cx, c, true)?;
    let n = number(cx, c)?;
    let len = c.left() as u64;
    let part = match kind {
        0x00 => ": continuation segment ",
        0x20 => ": start of segment",
        0x40 => ": end of segment",
        _ => " single segment",
    };
    cx.info(|o| _ = o.s("msg nr. ").u(n).s(part).s(", bytes this segment: ").u(len));
    // How much came before isn't known here.
    if matches!(kind, 0x20 | 0x60) {
        cx.info_add(|o| _ = o.s(", total so far:").u(len));
    }
    Ok(())
}

fn link<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, service: bool) -> Step {
    cx.info(|o| _ = o.s(if service { "NSP link control message" } else { "NSP interrupt message" }));
    acknowledgements(cx, c, false)?;
    number(cx, c)?;
    if !service {
        return Ok(());
    }
    let flow = c.peek_u8(0)?;
    let item = cx.peek(NSP_FLOW_CONTROL, c, 1)?;
    cx.info_add(|o| {
        o.s(match flow & 3 {
            1 => "(stop)",
            2 => "(go)",
            _ => "",
        });
    });
    c.skip(1)?;
    let more = c.peek_u8(0)?;
    cx.under(item, |cx| {
        let item = cx.add(NSP_FC_VAL, c.span(1), Value::None);
        cx.label(item, |o| {
            o.s("Request for additional ").u(more).s(if flow & 4 != 0 {
                " interrupt msgs"
            } else {
                " data msgs"
            });
        });
    });
    c.skip(1)
}

fn connect<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    info(cx, "NSP connect confirm/initiate message")?;
    cx.field(NSP_SERVICES, c, 1)?;
    cx.field(NSP_INFO, c, 1)?;
    cx.field_le(NSP_SEGSIZE, c, 2)?;
    if c.is_empty() {
        return Ok(());
    }
    let item = cx.add(SESS_CONN, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        // Who is called, and who calls.
        end_user(cx, c)?;
        end_user(cx, c)?;
        if c.is_empty() {
            return Ok(());
        }
        let menu = c.peek_u8(0)?;
        if menu & 1 != 0 || menu == 0 {
            let version = if menu >> 1 & 3 == 0 {
                "Session control version 1.0"
            } else {
                "Session control version 2.0"
            };
            cx.add_str(SESS_MENU_VER, c.span(1), |o| _ = o.s(version));
        }
        Ok(())
    })
}

/// A user is an object's number, or a name, with the codes of group and user where the format has these.
fn end_user<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let format = c.peek_u8(0)?;
    c.skip(1)?;
    cx.field(SESS_OBJ_TYPE, c, 1)?;
    if format == 0 {
        return Ok(());
    }
    if format == 2 {
        cx.field_le(SESS_GRP_CODE, c, 2)?;
        cx.field_le(SESS_USR_CODE, c, 2)?;
    }
    let n = usize::from(c.peek_u8(0)?);
    c.skip(1)?;
    if n > 0 {
        cx.bytes(SESS_DST_NAME, c, n)?;
    }
    Ok(())
}
