//! Rx, the remote procedure calls of AFS: the header of every packet, and what the packets without data say.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    RX "rx" "RX Protocol" "RX" App
    on [Udp 7000, Udp 7001, Udp 7002, Udp 7003, Udp 7004, Udp 7005, Udp 7006, Udp 7007, Udp 7008, Udp 7009, Udp 7021]
    fields {
        EPOCH "rx.epoch" "Epoch": AbsTime;
        CID "rx.cid" "CID": U32 Dec;
        CALLNUMBER "rx.callnumber" "Call Number": U32 Dec;
        SEQ "rx.seq" "Sequence Number": U32 Dec;
        SERIAL "rx.serial" "Serial": U32 Dec;
        TYPE "rx.type" "Type": U8 Dec = TYPE_NAMES;
        FLAGS "rx.flags" "Flags": U8 Hex;
        FLAGS_CLIENT_INIT "rx.flags.client_init" "Client Initiated": Bool(8) & 0x1;
        FLAGS_REQUEST_ACK "rx.flags.request_ack" "Request Ack": Bool(8) & 0x2;
        FLAGS_LAST_PACKET "rx.flags.last_packet" "Last Packet": Bool(8) & 0x4;
        FLAGS_MORE_PACKETS "rx.flags.more_packets" "More Packets": Bool(8) & 0x8;
        FLAGS_FREE_PACKET "rx.flags.free_packet" "Free Packet": Bool(8) & 0x10;
        USERSTATUS "rx.userstatus" "User Status": U32 Dec;
        SECURITYINDEX "rx.securityindex" "Security Index": U32 Dec;
        SPARE "rx.spare" "Spare/Checksum": U16 Dec;
        SERVICEID "rx.serviceid" "Service ID": U16 Dec;
        BUFFERSPACE "rx.bufferspace" "Bufferspace": U16 Dec;
        MAXSKEW "rx.maxskew" "Max Skew": U16 Dec;
        FIRST "rx.first" "First Packet": U32 Dec;
        PREV "rx.prev" "Prev Packet": U32 Dec;
        REASON "rx.reason" "Reason": U8 Dec = REASON_NAMES;
        NUM_ACKS "rx.num_acks" "Num ACKs": U8 Dec;
        ACK_TYPE "rx.ack_type" "ACK Type": U8 Dec = ACK_TYPE_NAMES;
        ACK "rx.ack" "ACK Packet": None;
        CHALLENGE "rx.challenge" "CHALLENGE Packet": None;
        VERSION "rx.version" "Version": U32 Dec;
        NONCE "rx.nonce" "Nonce": U32 Hex;
        INC_NONCE "rx.inc_nonce" "Inc Nonce": U32 Hex;
        MIN_LEVEL "rx.min_level" "Min Level": U32 Dec;
        LEVEL "rx.level" "Level": U32 Dec;
        RESPONSE "rx.response" "RESPONSE Packet": None;
        ABORT "rx.abort" "ABORT Packet": None;
        ENCRYPTED "rx.encrypted" "Encrypted": None;
        KVNO "rx.kvno" "kvno": U32 Dec;
        TICKET_LEN "rx.ticket_len" "Ticket len": U32 Dec;
        TICKET "rx.ticket" "ticket": Bytes;
        IF_MTU "rx.if_mtu" "Interface MTU": U32 Dec;
        MAX_MTU "rx.max_mtu" "Max MTU": U32 Dec;
        RWIND "rx.rwind" "rwind": U32 Dec;
        MAX_PACKETS "rx.max_packets" "Max Packets": U32 Dec;
        ABORT_CODE "rx.abort_code" "Abort Code": I32 Dec;
    }
}

names! {
    TYPE_NAMES {
        1 => "data", 2 => "ack", 3 => "busy", 4 => "abort", 5 => "ackall", 6 => "challenge", 7 => "response", 8 => "debug", 9 => "params", 13 => "version",
    }
    REASON_NAMES {
        1 => "Ack Requested", 2 => "Duplicate Packet", 3 => "Out Of Sequence", 4 => "Exceeds Window", 5 => "No Space", 6 => "Ping", 7 => "Ping Response", 8 => "Delay", 9 => "Idle",
    }
    ACK_TYPE_NAMES {
        0 => "NACK", 1 => "ACK",
    }
}

const DATA: u8 = 1;
const FLAG_BITS: &[Field] =
    &[FLAGS_FREE_PACKET, FLAGS_MORE_PACKETS, FLAGS_LAST_PACKET, FLAGS_REQUEST_ACK, FLAGS_CLIENT_INIT];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.left() < 28 {
        return Err(Stop::NotMine);
    }
    cx.protocol("RX");
    cx.info_clear();
    let (kind, seq, call) = (c.peek_u8(20)?, c.peek_u32(12)?, c.peek_u32(8)?);
    cx.proto_len(28);
    cx.info(|o| {
        match kind {
            // An acknowledgement says why it was sent.
            2 => {
                let reason = c.peek_u8(28 + 16).unwrap_or(0);
                o.s("ACK ").s(REASON_NAMES.or(u64::from(reason), "Unknown")).s("  Seq: ");
            }
            3 => _ = o.s("BUSY  Seq: "),
            4 => _ = o.s("ABORT  Seq: "),
            5 => _ = o.s("ACKALL  Seq: "),
            6 => _ = o.s("CHALLENGE  Seq: "),
            7 => _ = o.s("RESPONSE  Seq: "),
            _ => _ = o.s(TYPE_NAMES.or(u64::from(kind), "unknown")).s(" Seq: "),
        }
        o.u(seq).s("  Call: ").u(call).s("  Source Port: ");
    });
    let (src, dst) = (cx.ports.src, cx.ports.dst);
    cx.info_add(|o| _ = o.u(src).s("  Destination Port: ").u(dst).s("  "));
    cx.add(EPOCH, c.span(4), Value::from(requin_wire::Time::new(i64::from(c.peek_u32(0)?), 0)));
    c.skip(4)?;
    run(cx, &mut c, &[(CID, 4), (CALLNUMBER, 4), (SEQ, 4), (SERIAL, 4), (TYPE, 1)])?;
    let (flags, item) = cx.flags(FLAGS, &mut c, 1, FLAG_BITS)?;
    let names = ["Free Packet", "More Packets", "Last Packet", "Request Ack", "Client Initiated"];
    for (bit, name) in [16, 8, 4, 2, 1].into_iter().zip(names) {
        if flags & bit != 0 {
            cx.append(item, |o| _ = o.s(", ").s(name));
        }
    }
    for field in [USERSTATUS, SECURITYINDEX] {
        cx.add(field, c.span(1), Value::U(c.peek_u8(0)?.into()));
        c.skip(1)?;
    }
    run(cx, &mut c, &[(SPARE, 2), (SERVICEID, 2)])?;
    match kind {
        // What a call is about stands in its first packet of data.
        DATA if seq == 1 && !c.is_empty() => cx.call(afs::ID, c),
        2 => part(cx, ACK, c, ack),
        4 => part(cx, ABORT, c, |cx, c| cx.field(ABORT_CODE, c, 4).map(|_| ())),
        6 => part(cx, CHALLENGE, c, |cx, c| run(cx, c, &[(VERSION, 4), (NONCE, 4), (MIN_LEVEL, 4)])),
        7 => part(cx, RESPONSE, c, response),
        _ => Ok(()),
    }
}

/// What follows the header, under a line of its own.
fn part<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    mut c: Cursor<'_>,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'_>) -> Step,
) -> Step {
    let item = cx.add(field, c.span(c.left()), Value::None);
    cx.under(item, |cx| f(cx, &mut c))
}

/// Which packets came, and what the receiver can take.
fn ack<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(BUFFERSPACE, 2), (MAXSKEW, 2), (FIRST, 4), (PREV, 4), (SERIAL, 4), (REASON, 1)])?;
    for _ in 0..cx.u8(NUM_ACKS, c)? {
        cx.u8(ACK_TYPE, c)?;
    }
    // Three bytes that mean nothing; older programs say no more.
    if c.left() < 3 {
        return Ok(());
    }
    c.skip(3)?;
    for field in [MAX_MTU, IF_MTU, RWIND, MAX_PACKETS] {
        if c.left() < 4 {
            break;
        }
        cx.u32(field, c)?;
    }
    Ok(())
}

/// How Kerberos' ticket is shown: what it seals can't be read without its key.
fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(VERSION, c)?;
    c.skip(4)?;
    cx.add(ENCRYPTED, c.span(SEALED), Value::None);
    c.skip(SEALED)?;
    cx.u32(KVNO, c)?;
    let n = cx.u32(TICKET_LEN, c)? as usize;
    cx.bytes(TICKET, c, n).map(|_| ())
}

/// Epoch, connection, checksum, index, four calls, a number and a level.
const SEALED: usize = 40;

/// The services of AFS, by the port they listen on.
pub mod afs {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        AFS "afs" "Andrew File System (AFS)" "AFS (RX)" App
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        cx.protocol("AFS (RX)");
        Ok(())
    }
}
