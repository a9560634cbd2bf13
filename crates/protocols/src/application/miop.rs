//! Unreliable Multicast Inter-ORB Protocol, OMG formal/2012-11-14, part 2.

use crate::application::giop;
use requin_wire::{Cursor, Cx, Ports, Sink, Step, proto};

proto! {
    MIOP "miop" "Unreliable Multicast Inter-ORB Protocol" "MIOP" App
    on []
    looks_like [Udp accepts => [b'M'..=b'M']]
    fields {
        MAGIC "miop.magic" "Magic": Str;
        HDR_VERSION "miop.hdr_version" "Version": U8 Hex;
        FLAGS "miop.flags" "Flags": U8 Oct;
        PACKET_LENGTH "miop.packet_length" "Length": U16 Dec;
        PACKET_NUMBER "miop.packet_number" "PacketNumber": U32 Dec;
        NUMBER_OF_PACKETS "miop.number_of_packets" "NumberOfPackets": U32 Dec;
        UNIQUE_ID_LEN "miop.unique_id_len" "UniqueIdLength": U32 Dec;
        UNIQUE_ID "miop.unique_id" "UniqueId": Bytes;
    }
}

/// Up to the length of the identifier.
const HEAD: usize = 20;
/// Of the collection.
const MAX_ID: u64 = 252;
const LITTLE: u8 = 1;
const LAST: u8 = 2;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.left() >= HEAD && c.rest().starts_with(b"MIOP\x10")
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MIOP");
    let begin = c;
    let flags = c.peek_u8(5)?;
    let little = flags & LITTLE != 0;
    let int = |c: &Cursor<'_>, at, n| {
        c.peek_bytes(at, n).map(if little { requin_wire::le } else { requin_wire::be })
    };
    let (number, count) = (int(&c, 8, 4)?, int(&c, 12, 4)?);
    cx.info(|o| {
        _ = o
            .s("MIOP 1.0 Packet s=")
            .u(int(&c, 6, 2).unwrap_or(0))
            .s(" (")
            .u(number + 1)
            .s(" of ")
            .u(count)
            .s(")")
    });
    cx.field(MAGIC, &mut c, 4)?;
    let item = cx.field(HDR_VERSION, &mut c, 1)?;
    cx.label(item, |o| _ = o.s("Version: 1.0"));
    let item = cx.field(FLAGS, &mut c, 1)?;
    cx.label(item, |o| {
        o.s("Flags: ").hex(flags, 2).s(if little { " (little-endian" } else { " (big-endian" });
        o.s(if flags & LAST != 0 { ", last message)" } else { ")" });
    });
    let mut read = |cx: &mut Cx<'_, S>, field, n| {
        if little { cx.uint_le(field, &mut c, n) } else { cx.uint(field, &mut c, n) }
    };
    read(cx, PACKET_LENGTH, 2)?;
    read(cx, PACKET_NUMBER, 4)?;
    read(cx, NUMBER_OF_PACKETS, 4)?;
    let id = read(cx, UNIQUE_ID_LEN, 4)?;
    if id > MAX_ID {
        return Ok(());
    }
    cx.bytes(UNIQUE_ID, &mut c, id as usize)?;
    // The packet begins at a multiple of eight from the header.
    let header = c.pos() - begin.pos();
    c.advance(header.next_multiple_of(8) - header);
    if number == 0 && c.rest().starts_with(b"GIOP") {
        cx.proto_len(header.next_multiple_of(8));
        return cx.call(giop::ID, c);
    }
    Ok(())
}
