//! NetBIOS Name Service, RFC 1002 section 4.2.

use super::{NODES, NetbiosName, SERVICES, write_name};
use crate::application::text;
use requin_wire::{Cursor, Cx, Item, Names, Out, Sink, Step, Stop, names, proto};

proto! {
    NBNS "nbns" "NetBIOS Name Service" "NBNS" App
    on [Udp 137]
    fields {
        FLAGS "nbns.flags" "Flags": U16 Hex;
        FLAGS_RESPONSE "nbns.flags.response" "Response": Bool(16) & 0x8000 = Names::Bools("Message is a response", "Message is a query");
        FLAGS_OPCODE "nbns.flags.opcode" "Opcode": U16 Dec & 0x7800 = FLAGS_OPCODE_NAMES;
        FLAGS_AUTHORITATIVE "nbns.flags.authoritative" "Authoritative": Bool(16) & 0x400 = Names::Bools("Server is an authority for domain", "Server is not an authority for domain");
        FLAGS_TRUNCATED "nbns.flags.truncated" "Truncated": Bool(16) & 0x200 = Names::Bools("Message is truncated", "Message is not truncated");
        FLAGS_RECDESIRED "nbns.flags.recdesired" "Recursion desired": Bool(16) & 0x100 = Names::Bools("Do query recursively", "Don't do query recursively");
        FLAGS_RECAVAIL "nbns.flags.recavail" "Recursion available": Bool(16) & 0x80 = Names::Bools("Server can do recursive queries", "Server can't do recursive queries");
        FLAGS_BROADCAST "nbns.flags.broadcast" "Broadcast": Bool(16) & 0x10 = Names::Bools("Broadcast packet", "Not a broadcast packet");
        FLAGS_RCODE "nbns.flags.rcode" "Reply code": U16 Dec & 0xf = FLAGS_RCODE_NAMES;
        ID_FIELD "nbns.id" "Transaction ID": U16 Hex;
        COUNT_QUERIES "nbns.count.queries" "Questions": U16 Dec;
        COUNT_ANSWERS "nbns.count.answers" "Answer RRs": U16 Dec;
        COUNT_AUTH_RR "nbns.count.auth_rr" "Authority RRs": U16 Dec;
        COUNT_ADD_RR "nbns.count.add_rr" "Additional RRs": U16 Dec;
        NAME_FLAGS "nbns.name_flags" "Name flags": U16 Hex;
        NAME_FLAGS_GROUP "nbns.name_flags.group" "Name type": Bool(16) & 0x8000 = Names::Bools("Group name", "Unique name");
        NAME_FLAGS_ONT "nbns.name_flags.ont" "ONT": U16 Dec & 0x6000 = NODES;
        NAME_FLAGS_DRG "nbns.name_flags.drg" "Name is being deregistered": Bool(16) & 0x1000 = Names::Bools("Yes", "No");
        NAME_FLAGS_CNF "nbns.name_flags.cnf" "Name is in conflict": Bool(16) & 0x800 = Names::Bools("Yes", "No");
        NAME_FLAGS_ACT "nbns.name_flags.act" "Name is active": Bool(16) & 0x400 = Names::Bools("Yes", "No");
        NAME_FLAGS_PRM "nbns.name_flags.prm" "Permanent node name": Bool(16) & 0x200 = Names::Bools("Yes", "No");
        NB_FLAGS "nbns.nb_flags" "Name flags": U16 Hex;
        NB_FLAGS_GROUP "nbns.nb_flags.group" "Name type": Bool(16) & 0x8000 = Names::Bools("Group name", "Unique name");
        NB_FLAGS_ONT "nbns.nb_flags.ont" "ONT": U16 Dec & 0x6000 = NODES;
        TYPE "nbns.type" "Type": U16 Dec = TYPE_NAMES;
        CLASS "nbns.class" "Class": U16 Dec = crate::application::dns::fields::QRY_CLASS_NAMES;
        NAME "nbns.name" "Name": Str;
        ADDR "nbns.addr" "Addr": Ipv4;
        NUMBER_OF_NAMES "nbns.number_of_names" "Number of names": U8 Dec;
        UNIT_ID "nbns.unit_id" "Unit ID": Ether;
        JUMPERS "nbns.jumpers" "Jumpers": U8 Hex;
        TEST_RESULT "nbns.test_result" "Test result": U8 Hex;
        VERSION_NUMBER "nbns.version_number" "Version number": U16 Hex;
        PERIOD_OF_STATISTICS "nbns.period_of_statistics" "Period of statistics": U16 Hex;
        NUM_CRCS "nbns.num_crcs" "Number of CRCs": U16 Dec;
        NUM_ALIGNMENT_ERRORS "nbns.num_alignment_errors" "Number of alignment errors": U16 Dec;
        NUM_COLLISIONS "nbns.num_collisions" "Number of collisions": U16 Dec;
        NUM_SEND_ABORTS "nbns.num_send_aborts" "Number of send aborts": U16 Dec;
        NUM_GOOD_SENDS "nbns.num_good_sends" "Number of good sends": U32 Dec;
        NUM_GOOD_RECEIVES "nbns.num_good_receives" "Number of good receives": U32 Dec;
        NUMRETRANSMITS "nbns.numretransmits" "Number of retransmits": U16 Dec;
        NUM_NO_RESOURCE_CONDITIONS "nbns.num_no_resource_conditions" "Number of no resource conditions": U16 Dec;
        NUMCOMMAND_BLOCKS "nbns.numcommand_blocks" "Number of command blocks": U16 Dec;
        NUMPENDING_SESSIONS "nbns.numpending_sessions" "Number of pending sessions": U16 Dec;
        MAX_NUM_PENDING_SESSIONS "nbns.max_num_pending_sessions" "Max number of pending sessions": U16 Dec;
        MAX_TOTAL_SESSIONS_POSSIBLE "nbns.max_total_sessions_possible" "Max total sessions possible": U16 Dec;
        SESSION_DATA_PACKET_SIZE "nbns.session_data_packet_size" "Session data packet size": U16 Dec;
        DATA "nbns.data" "Data": Bytes;
        NETBIOS_NAME "nbns.netbios_name" "Name": Str;
        TTL "nbns.ttl" "Time to live": U32 Dec;
        DATA_LENGTH "nbns.data_length" "Data length": U16 Dec;
    }
}

names! {
    FLAGS_OPCODE_NAMES {
        0 => "Name query", 5 => "Registration", 6 => "Release", 7 => "Wait for acknowledgment",
        8 => "Refresh", 9 => "Refresh (alternate opcode)", 15 => "Multi-homed registration",
    }
    FLAGS_RCODE_NAMES {
        0 => "No error", 1 => "Request was invalidly formatted", 2 => "Server failure",
        3 => "Requested name does not exist", 4 => "Request is not implemented",
        5 => "Request was refused", 6 => "Name is owned by another node", 7 => "Name is in conflict",
    }
    TYPE_NAMES {
        32 => "NB", 33 => "NBSTAT",
    }
}

const HEADER: usize = 12;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let base = c.pos();
    cx.protocol("NBNS");
    cx.info_clear();
    let flags = c.peek_u16(2)?;
    let (response, opcode) = (flags & 0x8000 != 0, u64::from(flags >> 11 & 15));
    let operation = FLAGS_OPCODE_NAMES.or(opcode, "Unknown operation");
    cx.info(|o| {
        o.s(operation);
        if response {
            o.s(" response");
            if flags & 15 != 0 {
                o.s(", ").s(FLAGS_RCODE_NAMES.or(u64::from(flags & 15), "Unknown error"));
            }
        }
    });
    cx.field(ID_FIELD, &mut c, 2)?;
    let at = c;
    let (_, item) = cx.flags(FLAGS, &mut c, 2, &[FLAGS_RESPONSE, FLAGS_OPCODE])?;
    cx.append(item, |o| {
        o.s(if response { ", Response, Opcode: " } else { ", Opcode: " }).s(operation);
        let bits = [
            (0x0400, response, ", Authoritative"),
            (0x0200, true, ", Truncated"),
            (0x0100, true, ", Recursion desired"),
            (0x0080, response, ", Recursion available"),
            (0x0010, true, ", Broadcast"),
        ];
        for (bit, shown, name) in bits {
            if shown && flags & bit != 0 {
                o.s(name);
            }
        }
        if response {
            o.s(", Reply code: ").s(FLAGS_RCODE_NAMES.or(u64::from(flags & 15), "Unknown error"));
        }
    });
    cx.under(item, |cx| -> Step {
        let bits = [
            (FLAGS_AUTHORITATIVE, response),
            (FLAGS_TRUNCATED, true),
            (FLAGS_RECDESIRED, true),
            (FLAGS_RECAVAIL, response),
            (FLAGS_BROADCAST, true),
            (FLAGS_RCODE, response),
        ];
        for (field, _) in bits.into_iter().filter(|b| b.1) {
            cx.peek(field, &at, 2)?;
        }
        Ok(())
    })?;
    let mut counts = [0u16; 4];
    for (count, field) in counts.iter_mut().zip([COUNT_QUERIES, COUNT_ANSWERS, COUNT_AUTH_RR, COUNT_ADD_RR]) {
        *count = cx.u16(field, &mut c)?;
    }
    debug_assert_eq!(c.pos() - base, HEADER);
    let titles = ["Queries", "Answers", "Authoritative nameservers", "Additional records"];
    for (i, (count, title)) in counts.into_iter().zip(titles).enumerate() {
        if count == 0 {
            continue;
        }
        let start = c;
        let section = cx.line(c.span(0), |o| _ = o.s(title));
        let step = cx.under(section, |cx| {
            for _ in 0..count {
                if i == 0 {
                    question(cx, &mut c, base)?;
                } else {
                    // Only the answers are told of in the summary.
                    record(cx, &mut c, base, opcode, i == 1)?;
                }
            }
            Ok(())
        });
        cx.set_len(section, c.pos() - start.pos());
        step?;
    }
    Ok(())
}

/// `NB`, `IN`
fn short(o: &mut Out<'_>, names: Names, value: u16) {
    o.s(names.or(u64::from(value), "Unknown"));
}

fn heading<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, name: &NetbiosName, kind: u16, class: u16) -> Item {
    cx.line(c.span(0), |o| {
        name.write(o);
        o.s(": type ");
        short(o, TYPE_NAMES, kind);
        o.s(", class ");
        short(o, crate::application::dns::fields::QRY_CLASS_NAMES, class);
    })
}

/// In records the service is part of the value.
fn add_name<S: Sink>(
    cx: &mut Cx<'_, S>,
    start: &Cursor<'_>,
    end: &Cursor<'_>,
    name: &NetbiosName,
    record: bool,
) {
    let item = cx.add_str(NAME, end.span_since(start), |o| {
        name.write(o);
        if record {
            name.write_service(o);
            o.s(if name.illegal.is_some() { " (Unknown)" } else { "" });
        }
    });
    if !record {
        cx.append(item, |o| name.write_service(o));
    }
}

fn question<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, base: usize) -> Step {
    let start = *c;
    let name = NetbiosName::read(c, base)?;
    let (kind, class) = (c.peek_u16(0)?, c.peek_u16(2)?);
    cx.info_add(|o| {
        o.s(" ");
        short(o, TYPE_NAMES, kind);
        o.s(" ");
        name.write(o);
    });
    let item = heading(cx, &start, &name, kind, class);
    cx.under(item, |cx| -> Step {
        add_name(cx, &start, c, &name, false);
        cx.field(TYPE, c, 2)?;
        cx.field(CLASS, c, 2)?;
        Ok(())
    })?;
    cx.end_at(item, c);
    Ok(())
}

fn record<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, base: usize, opcode: u64, told: bool) -> Step {
    /// A server asks for patience; its answer holds the flags of the request.
    const WAIT: u64 = 7;
    let start = *c;
    let name = NetbiosName::read(c, base)?;
    let (kind, class) = (c.peek_u16(0)?, c.peek_u16(2)?);
    let len = usize::from(c.peek_u16(8)?);
    if told {
        cx.info_add(|o| {
            o.s(" ");
            short(o, TYPE_NAMES, kind);
        });
    }
    // Nothing is shown of a record that the capture cut.
    if c.cuts(10 + len) {
        return Err(Stop::Cut);
    }
    let item = heading(cx, &start, &name, kind, class);
    cx.under(item, |cx| -> Step {
        add_name(cx, &start, c, &name, true);
        cx.field(TYPE, c, 2)?;
        cx.field(CLASS, c, 2)?;
        let ttl = c.peek_u32(0)?;
        let it = cx.field(TTL, c, 4)?;
        cx.label(it, |o| {
            o.s("Time to live: ");
            text::seconds(o, ttl);
        });
        cx.u16(DATA_LENGTH, c)?;
        let mut d = c.take_all(len)?;
        match kind {
            32 if opcode == WAIT => {
                if len >= 2 {
                    cx.field(FLAGS, &mut d, 2)?;
                }
            }
            32 => {
                while d.left() >= 2 {
                    let flags = d.peek_u16(0)?;
                    let (_, it) = cx.flags(NB_FLAGS, &mut d, 2, &[NB_FLAGS_GROUP, NB_FLAGS_ONT])?;
                    cx.append(it, |o| {
                        let node = NODES.or(u64::from(flags >> 13 & 3), "");
                        let (named, group) =
                            if flags & 0x8000 != 0 { (", Name type", "group") } else { ("", "unique") };
                        o.s(named).s(", ONT: ").s(node).s(" (").s(node).s(", ").s(group).s(")");
                    });
                    if d.left() < 4 {
                        break;
                    }
                    let address = d.peek_u32(0)?;
                    cx.field(ADDR, &mut d, 4)?;
                    if told {
                        cx.info_add(|o| _ = o.s(" ").ipv4(address));
                    }
                }
            }
            33 => node_status(cx, &mut d)?,
            _ => {
                let n = d.left();
                cx.bytes(DATA, &mut d, n)?;
            }
        }
        Ok(())
    })?;
    cx.end_at(item, c);
    Ok(())
}

/// What a node tells of itself.
fn node_status<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    let names = cx.u8(NUMBER_OF_NAMES, d)?;
    for _ in 0..names {
        let bytes = d.peek_bytes(0, 16)?;
        let (name, service) = (bytes.get(..15).unwrap_or_default(), bytes.get(15).copied().unwrap_or(0));
        let item = cx.add_str(NETBIOS_NAME, d.span(16), |o| write_name(o, name));
        cx.append(item, |o| {
            o.s("<").x(service, 2).s(">");
            if let Some(text) = SERVICES.find(u64::from(service)) {
                o.s(" (").s(text).s(")");
            }
        });
        d.skip(16)?;
        let (flags, item) = cx.flags(
            NAME_FLAGS,
            d,
            2,
            &[
                NAME_FLAGS_GROUP,
                NAME_FLAGS_ONT,
                NAME_FLAGS_DRG,
                NAME_FLAGS_CNF,
                NAME_FLAGS_ACT,
                NAME_FLAGS_PRM,
            ],
        )?;
        cx.append(item, |o| {
            if flags & 0x8000 != 0 {
                o.s(", Name type");
            }
            o.s(", ONT: ").s(NODES.or(flags >> 13 & 3, ""));
            let bits = [
                (0x1000, ", Name is being deregistered"),
                (0x0800, ", Name is in conflict"),
                (0x0400, ", Name is active"),
                (0x0200, ", Permanent node name"),
            ];
            for (bit, name) in bits {
                if flags & bit != 0 {
                    o.s(name);
                }
            }
        });
    }
    let statistics = [
        (UNIT_ID, 6),
        (JUMPERS, 1),
        (TEST_RESULT, 1),
        (VERSION_NUMBER, 2),
        (PERIOD_OF_STATISTICS, 2),
        (NUM_CRCS, 2),
        (NUM_ALIGNMENT_ERRORS, 2),
        (NUM_COLLISIONS, 2),
        (NUM_SEND_ABORTS, 2),
        (NUM_GOOD_SENDS, 4),
        (NUM_GOOD_RECEIVES, 4),
        (NUMRETRANSMITS, 2),
        (NUM_NO_RESOURCE_CONDITIONS, 2),
        (NUMCOMMAND_BLOCKS, 2),
        (NUMPENDING_SESSIONS, 2),
        (MAX_NUM_PENDING_SESSIONS, 2),
        (MAX_TOTAL_SESSIONS_POSSIBLE, 2),
        (SESSION_DATA_PACKET_SIZE, 2),
    ];
    for (field, n) in statistics {
        // Some nodes leave the end out.
        if d.left() < n {
            break;
        }
        cx.field(field, d, n)?;
    }
    Ok(())
}
