//! Time Synchronization Protocol of 4.3BSD's timed.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    TSP "tsp" "Time Synchronization Protocol" "TSP" App
    on [Udp 525]
    fields {
        TYPE "tsp.type" "Type": U8 Dec = TYPE_NAMES;
        VERSION "tsp.version" "Version": U8 Dec;
        SEQUENCE "tsp.sequence" "Sequence": U16 Dec;
        HOPCNT "tsp.hopcnt" "Hop Count": U8 Dec;
        SEC "tsp.sec" "Seconds": U32 Dec;
        USEC "tsp.usec" "Microseconds": U32 Dec;
        NAME "tsp.name" "Machine Name": StrZ;
    }
}

names! {
    TYPE_NAMES {
        0 => "any", 1 => "adjtime", 2 => "ack", 3 => "masterreq", 4 => "masterack", 5 => "settime", 6 => "masterup",
        7 => "slaveup", 8 => "election", 9 => "accept", 10 => "refuse", 11 => "conflict", 12 => "resolve",
        13 => "quit", 14 => "date", 15 => "datereq", 16 => "dateack", 17 => "traceon", 18 => "traceoff",
        19 => "msite", 20 => "msitereq", 21 => "test", 22 => "setdate", 23 => "setdatereq", 24 => "loop",
    }
}

/// Types that have a time, or a number of hops, where others have nothing.
const ADJTIME: u8 = 1;
const SETTIME: u8 = 5;
const SETDATE: u8 = 22;
const SETDATEREQ: u8 = 23;
const LOOP: u8 = 24;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("TSP");
    cx.info_clear();
    let kind = cx.u8(TYPE, &mut c)?;
    cx.info(|o| {
        match TYPE_NAMES.find(kind.into()) {
            Some(name) => o.s(name),
            None => o.s("Unknown message type (").u(kind).s(")"),
        };
    });
    cx.u8(VERSION, &mut c)?;
    cx.u16(SEQUENCE, &mut c)?;
    match kind {
        LOOP => {
            cx.u8(HOPCNT, &mut c)?;
            c.advance(7);
        }
        ADJTIME | SETTIME | SETDATE | SETDATEREQ => {
            cx.u32(SEC, &mut c)?;
            cx.u32(USEC, &mut c)?;
        }
        _ => c.advance(8),
    }
    cx.strz(NAME, &mut c).map(|_| ())
}
