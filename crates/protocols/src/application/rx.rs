//! Rx, the remote procedure calls of AFS: the header of every packet.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

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
        USERSTATUS "rx.userstatus" "User Status": U32 Dec;
        SECURITYINDEX "rx.securityindex" "Security Index": U32 Dec;
        SPARE "rx.spare" "Spare/Checksum": U16 Dec;
        SERVICEID "rx.serviceid" "Service ID": U16 Dec;
    }
}

names! {
    TYPE_NAMES {
        1 => "data",
        2 => "ack",
        3 => "busy",
        4 => "abort",
        5 => "ackall",
        6 => "challenge",
        7 => "response",
        8 => "debug",
        9 => "params",
        13 => "version",
    }
}

const DATA: u8 = 1;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.left() < 28 {
        return Err(Stop::NotMine);
    }
    cx.protocol("RX");
    cx.info_clear();
    let (kind, seq, call) = (c.peek_u8(20)?, c.peek_u32(12)?, c.peek_u32(8)?);
    cx.proto_len(28);
    cx.info(|o| {
        o.s(TYPE_NAMES.or(u64::from(kind), "unknown")).s(" Seq: ").u(seq).s("  Call: ").u(call);
        o.s("  Source Port: ");
    });
    let (src, dst) = (cx.ports.src, cx.ports.dst);
    cx.info_add(|o| _ = o.u(src).s("  Destination Port: ").u(dst));
    cx.add(EPOCH, c.span(4), Value::from(requin_wire::Time::new(i64::from(c.peek_u32(0)?), 0)));
    c.skip(4)?;
    run(cx, &mut c, &[(CID, 4), (CALLNUMBER, 4), (SEQ, 4), (SERIAL, 4), (TYPE, 1), (FLAGS, 1)])?;
    for field in [USERSTATUS, SECURITYINDEX] {
        cx.add(field, c.span(1), Value::U(c.peek_u8(0)?.into()));
        c.skip(1)?;
    }
    run(cx, &mut c, &[(SPARE, 2), (SERVICEID, 2)])?;
    // What a call is about stands in its first packet of data.
    if kind == DATA && seq == 1 && !c.is_empty() {
        return cx.call(afs::ID, c);
    }
    Ok(())
}

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
