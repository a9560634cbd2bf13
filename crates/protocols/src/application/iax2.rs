//! Inter-Asterisk eXchange 2, RFC 5456: the headers of full, mini and meta frames.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    IAX2 "iax2" "Inter-Asterisk eXchange v2" "IAX2" App
    on [Udp 4569]
    fields {
        PACKET_TYPE "iax2.packet_type" "Packet type": U8 Dec = PACKET_TYPE_NAMES;
        SRC_CALL "iax2.src_call" "Source call": U16 Dec & 0x7fff;
        DST_CALL "iax2.dst_call" "Destination call": U16 Dec & 0x7fff;
        RETRANSMISSION "iax2.retransmission" "Retransmission": Bool(16) & 0x8000;
        TIMESTAMP "iax2.timestamp" "Timestamp": U32 Dec;
        OSEQNO "iax2.oseqno" "Outbound seq.no.": U16 Dec;
        ISEQNO "iax2.iseqno" "Inbound seq.no.": U16 Dec;
        TYPE "iax2.type" "Type": U8 Dec = TYPE_NAMES;
        SUBCLASS "iax2.subclass" "Unknown subclass": U8 Dec;
        CONTROL_SUBCLASS "iax2.control.subclass" "Control subclass": U8 Dec = CONTROL_SUBCLASS_NAMES;
        IAX_SUBCLASS "iax2.iax.subclass" "IAX subclass": U8 Dec = IAX_SUBCLASS_NAMES;
        VOICE_SUBCLASS "iax2.voice.subclass" "Voice Subclass (compressed codec no)": U8 Dec;
    }
}

names! {
    PACKET_TYPE_NAMES {
        0 => "Mini voice packet",
        1 => "Full packet",
        2 => "Mini video packet",
        3 => "Trunk packet",
    }
    TYPE_NAMES {
        0 => "(0?)",
        1 => "DTMF End",
        2 => "Voice",
        3 => "Video",
        4 => "Control",
        5 => "NULL",
        6 => "IAX",
        7 => "Text",
        8 => "Image",
        9 => "HTML",
        10 => "Comfort Noise",
        11 => "Modem",
        12 => "DTMF Begin",
    }
    CONTROL_SUBCLASS_NAMES {
        0 => "(0?)",
        1 => "HANGUP",
        2 => "RING",
        3 => "RINGING",
        4 => "ANSWER",
        5 => "BUSY",
        6 => "TKOFFHK",
        7 => "OFFHOOK",
        255 => "stop sounds",
    }
    IAX_SUBCLASS_NAMES {
        0 => "(0?)",
        1 => "NEW",
        2 => "PING",
        3 => "PONG",
        4 => "ACK",
        5 => "HANGUP",
        6 => "REJECT",
        7 => "ACCEPT",
        8 => "AUTHREQ",
        9 => "AUTHREP",
        10 => "INVAL",
        11 => "LAGRQ",
        12 => "LAGRP",
        13 => "REGREQ",
        14 => "REGAUTH",
        15 => "REGACK",
        16 => "REGREJ",
        17 => "REGREL",
        18 => "VNAK",
        19 => "DPREQ",
        20 => "DPREP",
        21 => "DIAL",
        22 => "TXREQ",
        23 => "TXCNT",
        24 => "TXACC",
        25 => "TXREADY",
        26 => "TXREL",
        27 => "TXREJ",
        28 => "QUELCH",
        29 => "UNQULCH",
        30 => "POKE",
        31 => "PAGE",
        32 => "MWI",
        33 => "UNSUPPORTED",
        34 => "TRANSFER",
        35 => "PROVISION",
        36 => "FWDOWNL",
        37 => "FWDATA",
        38 => "TXMEDIA",
        39 => "RTKEY",
        40 => "CALLTOKEN",
    }
}

const CONTROL: u8 = 4;
const IAX: u8 = 6;
const VOICE: u8 = 2;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IAX2");
    cx.info_clear();
    let first = c.peek_u16(0)?;
    let call = first & 0x7fff;
    if first & 0x8000 == 0 {
        let kind = if first == 0 { 2 } else { 0 };
        cx.add(PACKET_TYPE, c.span(2), Value::U(kind));
        if first == 0 {
            cx.info(|o| _ = o.s("Meta frame"));
            return Ok(());
        }
        cx.field(SRC_CALL, &mut c, 2)?;
        cx.add(TIMESTAMP, c.span(2), Value::U(c.peek_u16(0)?.into()));
        cx.info(|o| _ = o.s("Mini packet, source call# ").u(call));
        c.skip(2)?;
        return Ok(());
    }
    let (time, kind, sub) = (c.peek_u32(4)?, c.peek_u8(10)?, c.peek_u8(11)?);
    cx.info(|o| {
        o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")).s(", source call# ").u(call);
        o.s(", timestamp ").u(time).s("ms");
        if kind == IAX {
            o.c(b' ').s(IAX_SUBCLASS_NAMES.or(u64::from(sub), "unknown"));
        } else if kind == CONTROL {
            o.c(b' ').s(CONTROL_SUBCLASS_NAMES.or(u64::from(sub), "unknown"));
        }
    });
    let item = cx.add(PACKET_TYPE, c.span(2), Value::U(1));
    cx.under(item, |cx| {
        cx.field(SRC_CALL, &mut c, 2)?;
        cx.peek(DST_CALL, &c, 2)?;
        cx.field(RETRANSMISSION, &mut c, 2)?;
        cx.u32(TIMESTAMP, &mut c)?;
        for field in [OSEQNO, ISEQNO] {
            cx.add(field, c.span(1), Value::U(c.peek_u8(0)?.into()));
            c.skip(1)?;
        }
        cx.u8(TYPE, &mut c)?;
        let field = match kind {
            IAX => IAX_SUBCLASS,
            CONTROL => CONTROL_SUBCLASS,
            VOICE => VOICE_SUBCLASS,
            _ => SUBCLASS,
        };
        cx.u8(field, &mut c)?;
        Ok::<(), Stop>(())
    })?;
    Ok(())
}
