//! Pragmatic General Multicast, RFC 3208: the common header.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    PGM "pgm" "Pragmatic General Multicast" "PGM" App
    on [IpProto 113]
    fields {
        HDR_SPORT "pgm.hdr.sport" "Source Port": U16 Dec;
        HDR_DPORT "pgm.hdr.dport" "Destination Port": U16 Dec;
        HDR_TYPE "pgm.hdr.type" "Type": U8 Hex = HDR_TYPE_NAMES;
        HDR_OPTS "pgm.hdr.opts" "Options": U8 Hex;
        HDR_CKSUM "pgm.hdr.cksum" "Checksum": U16 Hex;
        HDR_GSI "pgm.hdr.gsi" "Global Source Identifier": Bytes;
        HDR_TSDULEN "pgm.hdr.tsdulen" "Transport Service Data Unit Length": U16 Dec;
    }
}

names! {
    HDR_TYPE_NAMES {
        0 => "SPM",
        1 => "POLL",
        2 => "POLR",
        4 => "ODATA",
        5 => "RDATA",
        8 => "NAK",
        9 => "NNAK",
        10 => "NCF",
        13 => "ACK",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("PGM");
    cx.info_clear();
    let h = *c.peek_array::<16>()?;
    let name = HDR_TYPE_NAMES.or(u64::from(h[4]), "Unknown");
    cx.info(|o| {
        o.s(name).s(" gsi ").hex_bytes(h.get(8..14).unwrap_or_default(), 0);
    });
    cx.proto_append(|o| {
        o.s(": Type ").s(name).s(" Src Port ").u(u16::from_be_bytes([h[0], h[1]]));
        o.s(", Dst Port ").u(u16::from_be_bytes([h[2], h[3]])).s(", GSI ");
        o.hex_bytes(h.get(8..14).unwrap_or_default(), 0);
    });
    run(
        cx,
        &mut c,
        &[
            (HDR_SPORT, 2),
            (HDR_DPORT, 2),
            (HDR_TYPE, 1),
            (HDR_OPTS, 1),
            (HDR_CKSUM, 2),
            (HDR_GSI, 6),
            (HDR_TSDULEN, 2),
        ],
    )
}
