//! MPEG-2 transport streams, ISO/IEC 13818-1: headers and adaptation fields of packets.

use requin_wire::{Cursor, Cx, Field, Ports, Sink, Step, Stop, Value, names, proto};

proto! {
    MP2T "mp2t" "ISO/IEC 13818-1" "MP2T" App
    on [RtpPayload 33]
    looks_like [Udp accepts => [0x47..=0x47]]
    fields {
        HEADER "mp2t.header" "Header": U32 Hex;
        SYNC_BYTE "mp2t.sync_byte" "Sync Byte": U32 Hex & 0xff000000 = SYNC_BYTE_NAMES;
        TEI "mp2t.tei" "Transport Error Indicator": U32 Dec & 0x800000;
        PUSI "mp2t.pusi" "Payload Unit Start Indicator": U32 Dec & 0x400000;
        TP "mp2t.tp" "Transport Priority": U32 Dec & 0x200000;
        PID "mp2t.pid" "PID": U32 Hex & 0x1fff00 = PID_NAMES;
        TSC "mp2t.tsc" "Transport Scrambling Control": U32 Hex & 0xc0 = TSC_NAMES;
        AFC "mp2t.afc" "Adaptation Field Control": U32 Hex & 0x30 = AFC_NAMES;
        CC "mp2t.cc" "Continuity Counter": U32 Dec & 0xf;
        AF "mp2t.af" "Adaptation Field": None;
        AF_LENGTH "mp2t.af.length" "Adaptation Field Length": U8 Dec;
        AF_DI "mp2t.af.di" "Discontinuity Indicator": U8 Dec & 0x80;
        AF_RAI "mp2t.af.rai" "Random Access Indicator": U8 Dec & 0x40;
        AF_ESPI "mp2t.af.espi" "Elementary Stream Priority Indicator": U8 Dec & 0x20;
        AF_PCR_FLAG "mp2t.af.pcr_flag" "PCR Flag": U8 Dec & 0x10;
        AF_OPCR_FLAG "mp2t.af.opcr_flag" "OPCR Flag": U8 Dec & 0x8;
        AF_SP_FLAG "mp2t.af.sp_flag" "Splicing Point Flag": U8 Dec & 0x4;
        AF_TPD_FLAG "mp2t.af.tpd_flag" "Transport Private Data Flag": U8 Dec & 0x2;
        AF_AFE_FLAG "mp2t.af.afe_flag" "Adaptation Field Extension Flag": U8 Dec & 0x1;
        AF_PCR "mp2t.af.pcr" "Program Clock Reference": U64 Hex;
        AF_OPCR "mp2t.af.opcr" "Original Program Clock Reference": U64 Hex;
        AF_SC "mp2t.af.sc" "Splice Countdown": U8 Dec;
        AF_TPD_LENGTH "mp2t.af.tpd_length" "Transport Private Data Length": U8 Dec;
        AF_TPD "mp2t.af.tpd" "Transport Private Data": Bytes;
        AF_STUFFING_BYTES "mp2t.af.stuffing_bytes" "Stuffing": Bytes;
        AFC_INVALID "mp2t.afc.invalid" "Adaptation Field Control contains an invalid value": None;
    }
}

names! {
    SYNC_BYTE_NAMES {
        71 => "Correct",
    }
    PID_NAMES {
        0 => "Program Association Table", 1 => "Conditional Access Table", 2 => "Transport Stream Description Table",
        3 => "Reserved", 4 => "Reserved", 5 => "Reserved", 6 => "Reserved", 7 => "Reserved", 8 => "Reserved",
        9 => "Reserved", 10 => "Reserved", 11 => "Reserved", 12 => "Reserved", 13 => "Reserved", 14 => "Reserved",
        15 => "Reserved", 16 => "Network Information or Stuffing Table",
        17 => "Service Description or Bouquet Association or Stuffing Table",
        18 => "Event Information or Stuffing or Content Identifier Table", 19 => "Running Status or Stuffing Table",
        20 => "Time and Date or Time Offset or Stuffing Table", 21 => "Network Synchronization",
        22 => "Resolution Authority Record Notification Table", 23 => "Reserved For Future Use",
        24 => "Reserved For Future Use", 25 => "Reserved For Future Use", 26 => "Reserved For Future Use",
        27 => "Reserved For Future Use", 28 => "Inband Signaling", 29 => "Measurement",
        30 => "Discontinuity Information Table", 31 => "Selection Information Table",
        0x1ffe => "DOCSIS Data-over-cable well-known PID", 0x1fff => "Null packet",
    }
    TSC_NAMES {
        0 => "Not scrambled", 1 => "Reserved", 2 => "Packet scrambled with Even Key",
        3 => "Packet scrambled with Odd Key",
    }
    AFC_NAMES {
        0 => "Reserved", 1 => "Payload only", 2 => "Adaptation Field only", 3 => "Adaptation Field and Payload",
    }
}

/// Bytes of a packet.
const PACKET: usize = 188;
const SYNC: u8 = 0x47;
const NULL_PID: u32 = 0x1fff;

/// A datagram of whole packets and nothing else.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    let all = c.rest();
    c.left() >= PACKET
        && c.left().is_multiple_of(PACKET)
        && all.len() >= PACKET
        && all.chunks(PACKET).all(|p| p.first() == Some(&SYNC))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // Who sends packets over UDP may send other datagrams, too: pieces of what is too long for one.
    let datagram = cx.out.layers.iter().rev().nth(1).is_some_and(|l| l.proto == crate::transport::udp::ID);
    if datagram && !accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    cx.protocol("MPEG TS");
    let mut packet = c.take_all(PACKET)?;
    cx.proto_len(PACKET);
    let header = packet.peek_u32(0)?;
    let pid = header >> 8 & 0x1fff;
    cx.proto_append(|o| _ = o.s(" PID=").hex(pid, 0).s(" CC=").u(header & 15));
    if pid == NULL_PID {
        cx.info(|o| _ = o.s("NULL packet"));
    } else if header & 0xc0 != 0 {
        cx.info(|o| _ = o.s("Scrambled TS payload"));
    }
    let bits = [SYNC_BYTE, TEI, PUSI, TP, PID, TSC, AFC, CC];
    let (_, _) = cx.flags(HEADER, &mut packet, 4, &bits)?;
    if header & 0x20 != 0 && pid != NULL_PID {
        let len = cx.u8(AF_LENGTH, &mut packet)?;
        let mut field = packet.take_all(usize::from(len))?;
        if len > 0 {
            let item = cx.add(AF, field.span(usize::from(len)), Value::None);
            cx.under(item, |cx| adaptation(cx, &mut field))?;
        }
    }
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

fn adaptation<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    let bits: [Field; 8] =
        [AF_DI, AF_RAI, AF_ESPI, AF_PCR_FLAG, AF_OPCR_FLAG, AF_SP_FLAG, AF_TPD_FLAG, AF_AFE_FLAG];
    for bit in bits {
        cx.peek(bit, c, 1)?;
    }
    c.skip(1)?;
    if flags & 0x10 != 0 {
        clock(cx, c, AF_PCR)?;
    }
    if flags & 8 != 0 {
        clock(cx, c, AF_OPCR)?;
    }
    if flags & 4 != 0 {
        cx.u8(AF_SC, c)?;
    }
    if flags & 2 != 0 {
        let n = cx.u8(AF_TPD_LENGTH, c)?;
        cx.bytes(AF_TPD, c, n.into())?;
    }
    if flags & 1 == 0 && !c.is_empty() {
        let n = c.left();
        cx.bytes(AF_STUFFING_BYTES, c, n)?;
    }
    Ok(())
}

/// 33 bits that count at 90 kHz, and 9 that count between these at 27 MHz.
fn clock<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let raw = c.peek_uint(0, 6)?;
    cx.add(field, c.span(6), Value::U((raw >> 15) * 300 + (raw & 0x1ff)));
    c.skip(6)
}
