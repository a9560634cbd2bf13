//! Remote Desktop over UDP: connecting by [MS-RDPEUDP], then the packets of [MS-RDPEUDP2].

use requin_wire::{Cursor, Cx, Field, ProtoId, Sink, Step, names, proto};

proto! {
    RDPUDP "rdpudp" "UDP Remote Desktop Protocol" "RDPUDP" App
    on [Udp 3389]
    track [remember]
    fields {
        SNSOURCEACK "rdpudp.snsourceack" "snSourceAck": U32 Hex;
        RECEIVEWINDOWSIZE "rdpudp.receivewindowsize" "ReceiveWindowSize": U16 Dec;
        FLAGS "rdpudp.flags" "Flags": U16 Hex;
        FLAGS_SYN "rdpudp.flags.syn" "Syn": Bool(16) & 0x1;
        FLAGS_FIN "rdpudp.flags.fin" "Fin": Bool(16) & 0x2;
        FLAGS_ACK "rdpudp.flags.ack" "Ack": Bool(16) & 0x4;
        FLAGS_DATA "rdpudp.flags.data" "Data": Bool(16) & 0x8;
        FLAGS_FEC "rdpudp.flags.fec" "FECData": Bool(16) & 0x10;
        FLAGS_CN "rdpudp.flags.cn" "CN": Bool(16) & 0x20;
        FLAGS_CWR "rdpudp.flags.cwr" "CWR": Bool(16) & 0x40;
        FLAGS_AOA "rdpudp.flags.aoa" "Ack of Acks": Bool(16) & 0x100;
        FLAGS_SYNLOSSY "rdpudp.flags.synlossy" "Syn lossy": Bool(16) & 0x200;
        FLAGS_ACKDELAYED "rdpudp.flags.ackdelayed" "Ack delayed": Bool(16) & 0x400;
        FLAGS_CORRELATIONID "rdpudp.flags.correlationid" "Correlation id": Bool(16) & 0x800;
        FLAGS_SYNEX "rdpudp.flags.synex" "SynEx": Bool(16) & 0x1000;
        INITIALSEQUENCENUMBER "rdpudp.initialsequencenumber" "Initial SequenceNumber": U32 Hex;
        UPSTREAMMTU "rdpudp.upstreammtu" "Upstream MTU": U16 Dec;
        DOWNSTREAMMTU "rdpudp.downstreammtu" "DownStream MTU": U16 Dec;
        CORRELATIONID "rdpudp.correlationid" "Correlation Id": Bytes;
        SYNEX_FLAGS "rdpudp.synex.flags" "Flags": U16 Hex;
        SYNEX_FLAGS_VERSIONINFO "rdpudp.synex.flags.versioninfo" "Version info": Bool(8) & 0x1;
        SYNEX_VERSION "rdpudp.synex.version" "Version": U16 Hex = SYNEX_VERSION_NAMES;
        SYNEX_COOKIEHASH "rdpudp.synex.cookiehash" "Cookie Hash": Bytes;
        ACK_VECTORSIZE "rdpudp.ack.vectorsize" "uAckVectorSize": U16 Dec;
        ACK_ITEM "rdpudp.ack.item" "Ack item": U8 Hex;
        DATA_SNCODED "rdpudp.data.sncoded" "snCoded": U32 Hex;
        DATA_SOURCESTART "rdpudp.data.sourceStart" "snSourceStart": U32 Hex;
        DATA "rdpudp.data" "Data": Bytes;
        PREFIXBYTE "rdpudp2.prefixbyte" "PacketPrefixByte": U8 Hex;
        PACKETTYPE "rdpudp2.packetType" "PacketType": U8 Hex & 0x1e = PACKETTYPE_NAMES;
        SHORTPACKETLEN "rdpudp2.shortpacketlen" "Short packet length": U8 Dec & 0x7;
        FLAGS_2 "rdpudp2.flags" "Flags": U16 Hex & 0xfff;
        FLAGS_ACK_2 "rdpudp2.flags.ack" "Ack": U16 Hex & 0x1;
        FLAGS_DATA_2 "rdpudp2.flags.data" "Data": U16 Hex & 0x4;
        FLAGS_ACKVEC "rdpudp2.flags.ackvec" "AckVec": U16 Hex & 0x8;
        FLAGS_ACKOFACKS "rdpudp2.flags.ackofacks" "AckOfAcks": U16 Hex & 0x10;
        FLAGS_OVERHEADSIZE "rdpudp2.flags.overheadsize" "OverheadSize": U16 Hex & 0x40;
        FLAGS_DELAYACKINFO "rdpudp2.flags.delayackinfo" "DelayedAckInfo": U16 Hex & 0x100;
        LOGWINDOW "rdpudp2.logWindow" "LogWindow": U16 Dec & 0xf000;
        ACK_SEQNUM "rdpudp2.ack.seqnum" "Base Seq": U16 Hex;
        ACK_TS "rdpudp2.ack.ts" "receivedTS": U24 Dec;
        ACK_SENDTIMEGAP "rdpudp2.ack.sendTimeGap" "sendTimeGap": U8 Dec;
        ACK_NUMDELAYEDACKS "rdpudp2.ack.numDelayedAcks" "NumDelayedAcks": U8 Dec & 0xf;
        ACK_DELAYEDTIMESCALE "rdpudp2.ack.delayedTimeScale" "delayedTimeScale": U8 Dec & 0xf0;
        ACK_DELAYEDACKS "rdpudp2.ack.delayedAcks" "Delayed acks": Bytes;
        OVERHEADSIZE "rdpudp2.overheadsize" "Overhead size": U8 Dec;
        DELAYACKINFO_MAX "rdpudp2.delayackinfo.max" "MaxDelayedAcks": U8 Dec;
        DELAYACKINFO_TIMEOUT "rdpudp2.delayackinfo.timeout" "DelayedAckTimeoutInMs": U16 Dec;
        ACKOFACKSSEQNUM "rdpudp2.ackofacksseqnum" "Sequence number": U16 Hex;
        DATA_SEQNUM "rdpudp2.data.seqnum" "Sequence number": U16 Hex;
        DATA_CHANNELSEQNUMBER "rdpudp2.data.channelseqnumber" "Channel sequence number": U16 Hex;
        DATA_2 "rdpudp2.data" "Data": Bytes;
    }
}

names! {
    SYNEX_VERSION_NAMES {
        1 => "UDPv1-1",
        2 => "UDPv1-2",
        257 => "UDPv2",
    }
    PACKETTYPE_NAMES {
        0 => "Data",
        8 => "Dummy",
    }
}

const SYN: u16 = 0x0001;
const ACK: u16 = 0x0004;
const DATA_FLAG: u16 = 0x0008;
const CORRELATION: u16 = 0x0800;
const SYNEX: u16 = 0x1000;
/// Bytes of a hash by SHA-256.
const HASH: usize = 32;
/// The version that goes on with packets of the second kind.
const SECOND: u16 = 0x0101;

/// The server's answer tells which version both go on with: bit 0 of the first word.
fn remember(state: &mut [u64; 2], _: bool, p: &[u8], _: usize) -> Option<ProtoId> {
    let flags = requin_wire::be(p.get(6..8).unwrap_or_default()) as u16;
    if p.starts_with(&[0xff; 4]) && flags & (SYN | SYNEX) == SYN | SYNEX {
        let at = 16 + if flags & CORRELATION != 0 { 32 } else { 0 };
        let version = requin_wire::be(p.get(at + 2..at + 4).unwrap_or_default()) as u16;
        *state = [u64::from(version >= SECOND), 0];
    } else if state[0] != 0 && matches!(second_data(p), Some([20..=23, 3, ..])) {
        // TLS from here on, whatever a packet begins with.
        state[1] = 1;
    }
    None
}

/// Whether a packet opens a connection: the client's has nothing to acknowledge, and in both the sizes of packets are
/// those that [MS-RDPEUDP] 2.2.2.1 allows.
fn opens(p: &[u8]) -> bool {
    let word = |at: usize| requin_wire::be(p.get(at..at + 2).unwrap_or_default());
    let flags = word(6) as u16;
    flags & SYN != 0
        && (p.starts_with(&[0xff; 4])
            || flags & ACK != 0 && (1132..=1232).contains(&word(12)) && (1132..=1232).contains(&word(14)))
}

/// The data of a packet of the second version, whose first and eighth byte have changed places.
fn second_data(p: &[u8]) -> Option<&[u8]> {
    let [_, a, b, _, _, _, _, prefix, ..] = p else { return None };
    let flags = u16::from_le_bytes([*a, *b]);
    // Dummies carry nothing.
    if flags & 4 == 0 || flags & 8 != 0 || prefix >> 1 & 15 == 8 {
        return None;
    }
    let mut at = 3;
    if flags & 1 != 0 {
        // The number of delayed acknowledgments, which may stand in the first byte's place.
        let n = p.get(if at + 6 == 7 { 0 } else { at + 6 })?;
        at += 7 + usize::from(n & 15);
    }
    for (bit, len) in [(0x40, 1), (0x100, 3), (0x10, 2)] {
        at += if flags & bit != 0 { len } else { 0 };
    }
    p.get(at + 4..).filter(|_| at + 4 > 7)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.info_clear();
    let syn = opens(c.rest());
    if cx.state()[0] == 0 || syn {
        return first(cx, c);
    }
    cx.protocol("RDPUDP2");
    let mut bytes = c.peek_bytes(0, 8)?.to_vec();
    // The byte that tells packets apart is moved from the beginning to the eighth place.
    bytes.swap(0, 7);
    bytes.extend_from_slice(c.rest().get(8..).unwrap_or_default());
    let place = cx.place();
    let step = cx.with_source("RDP-UDP2 in its order", bytes, second);
    cx.return_to(place);
    step.unwrap_or(Ok(()))
}

/// The first version: [MS-RDPEUDP] section 2.2.2.
fn first<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("RDPUDP");
    cx.u32(SNSOURCEACK, &mut c)?;
    cx.u16(RECEIVEWINDOWSIZE, &mut c)?;
    let flags = c.peek_u16(0)?;
    let bits = [
        FLAGS_SYN,
        FLAGS_FIN,
        FLAGS_ACK,
        FLAGS_DATA,
        FLAGS_FEC,
        FLAGS_CN,
        FLAGS_CWR,
        FLAGS_AOA,
        FLAGS_SYNLOSSY,
        FLAGS_ACKDELAYED,
        FLAGS_CORRELATIONID,
        FLAGS_SYNEX,
    ];
    crate::common::named_flags(cx, FLAGS, &mut c, 2, &bits)?;
    let names = [
        (SYN, "SYN"),
        (2, "FIN"),
        (ACK, "ACK"),
        (DATA_FLAG, "DATA"),
        (0x10, "FEC"),
        (0x20, "CN"),
        (0x40, "CWR"),
        (0x100, "AOA"),
        (0x200, "SYNLOSSY"),
        (0x400, "ACKDELAYED"),
        (CORRELATION, "CORRELATIONID"),
        (SYNEX, "SYNEX"),
    ];
    for (bit, name) in names {
        if flags & bit != 0 {
            cx.info_sep(",", |o| _ = o.s(name));
        }
    }
    if flags & SYN != 0 {
        cx.u32(INITIALSEQUENCENUMBER, &mut c)?;
        cx.u16(UPSTREAMMTU, &mut c)?;
        cx.u16(DOWNSTREAMMTU, &mut c)?;
        if flags & CORRELATION != 0 {
            cx.bytes(CORRELATIONID, &mut c, 16)?;
            c.skip(16)?;
        }
        if flags & SYNEX != 0 {
            titled(cx, "SynEx", &mut c, |cx, c| {
                cx.flags(SYNEX_FLAGS, c, 2, &[SYNEX_FLAGS_VERSIONINFO])?;
                let version = cx.u16(SYNEX_VERSION, c)?;
                if version == SECOND && c.left() >= HASH {
                    cx.bytes(SYNEX_COOKIEHASH, c, HASH)?;
                }
                Ok(())
            })?;
        }
        return Ok(());
    }
    if flags & ACK != 0 {
        let n = usize::from(cx.u16(ACK_VECTORSIZE, &mut c)?);
        for _ in 0..n {
            cx.u8(ACK_ITEM, &mut c)?;
        }
        c.skip((2 + n).next_multiple_of(4) - (2 + n))?;
    }
    if flags & DATA_FLAG != 0 {
        cx.u32(DATA_SNCODED, &mut c)?;
        cx.u32(DATA_SOURCESTART, &mut c)?;
        return secured(cx, c, DATA);
    }
    Ok(())
}

/// The second version: [MS-RDPEUDP2] section 2.2.1.
fn second<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? >> 1 & 15;
    let item = cx.peek(PREFIXBYTE, &c, 1)?;
    cx.under(item, |cx| -> Step {
        cx.peek(PACKETTYPE, &c, 1)?;
        cx.peek(SHORTPACKETLEN, &c, 1)?;
        Ok(())
    })?;
    c.skip(1)?;
    let flags = u16::from_le_bytes(*c.peek_array::<2>()?);
    let bits = [
        FLAGS_ACK_2,
        FLAGS_DATA_2,
        FLAGS_ACKVEC,
        FLAGS_ACKOFACKS,
        FLAGS_OVERHEADSIZE,
        FLAGS_DELAYACKINFO,
        LOGWINDOW,
    ];
    cx.flags_le(FLAGS_2, &mut c, 2, &bits)?;
    let dummy = kind == 8;
    let names = [
        (1, "ACK"),
        (8, "ACKVEC"),
        (0x10, "AOA"),
        (4, if dummy { "DUMMY" } else { "DATA" }),
        (0x40, "OVERHEAD"),
        (0x100, "DELAYACK"),
    ];
    for (bit, name) in names {
        if flags & bit != 0 {
            cx.info_sep(",", |o| _ = o.s(name));
        }
    }
    if flags & 1 != 0 {
        titled(cx, "Ack", &mut c, |cx, c| {
            cx.u16_le(ACK_SEQNUM, c)?;
            cx.uint_le(ACK_TS, c, 3)?;
            cx.u8(ACK_SENDTIMEGAP, c)?;
            let n = usize::from(c.peek_u8(0)? & 15);
            cx.peek(ACK_NUMDELAYEDACKS, c, 1)?;
            cx.field(ACK_DELAYEDTIMESCALE, c, 1)?;
            if n > 0 {
                cx.bytes(ACK_DELAYEDACKS, c, n)?;
            }
            Ok(())
        })?;
    }
    if flags & 0x40 != 0 {
        titled(cx, "Overhead", &mut c, |cx, c| cx.u8(OVERHEADSIZE, c).map(|_| ()))?;
    }
    if flags & 0x100 != 0 {
        titled(cx, "DelayAck", &mut c, |cx, c| {
            cx.u8(DELAYACKINFO_MAX, c)?;
            cx.u16_le(DELAYACKINFO_TIMEOUT, c).map(|_| ())
        })?;
    }
    if flags & 0x10 != 0 {
        titled(cx, "Ack of Acks", &mut c, |cx, c| cx.u16_le(ACKOFACKSSEQNUM, c).map(|_| ()))?;
    }
    if flags & 4 == 0 || flags & 8 != 0 {
        return Ok(());
    }
    titled(cx, if dummy { "Dummy data" } else { "Data" }, &mut c, |cx, c| {
        cx.u16_le(DATA_SEQNUM, c)?;
        if dummy {
            return Ok(());
        }
        cx.u16_le(DATA_CHANNELSEQNUMBER, c)?;
        cx.nested(|cx| secured(cx, *c, DATA_2))
    })
}

/// What `f` reads stands under a line of its own.
fn titled<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    title: &str,
    c: &mut Cursor<'b>,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>) -> Step,
) -> Step {
    let line = cx.line(c.span(0), |o| _ = o.s(title));
    let start = *c;
    cx.under(line, |cx| f(cx, c))?;
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    Ok(())
}

/// What is carried: TLS, or DTLS where packets may be lost.
fn secured<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, other: Field) -> Step {
    match c.rest() {
        [] => Ok(()),
        [20..=23, 0xfe, ..] => crate::meta::data::unless_declined(cx, super::dtls::ID, c),
        [20..=23, 3, ..] => crate::meta::data::unless_declined(cx, super::tls::ID, c),
        _ if cx.state()[1] != 0 => crate::meta::data::unless_declined(cx, super::tls::ID, c),
        _ => {
            let n = c.left();
            cx.bytes(other, &mut c, n).map(|_| ())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_found_behind_what_the_flags_tell() {
        // Delayed acknowledgments' delay, acknowledgment of acknowledgments, two numbers, then the data.
        let p = [0, 0x14, 0xc1, 1, 0xf4, 1, 0x64, 0xe0, 0x64, 0, 1, 0, 22, 3, 3];
        assert_eq!(second_data(&p), Some(&[22, 3, 3][..]));
        assert_eq!(second_data(&p[..11]), None);
        assert_eq!(second_data(&[0; 12]), None);
    }
}
