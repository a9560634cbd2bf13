//! Network Service Header, RFC 8300.

use super::ethertype;
use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    NSH "nsh" "Network Service Header" "NSH" Link
    on [Ether 0x894f, Udp 6633]
    fields {
        VERSION "nsh.version" "Version": U16 DecHex & 0xc000;
        OBIT "nsh.Obit" "O Bit": U16 Dec & 0x2000;
        CBIT "nsh.CBit" "C Bit": U16 Dec & 0x1000;
        TTL "nsh.ttl" "Time to live": U16 Hex & 0xfc0;
        LENGTH "nsh.length" "Length": U16 DecHex & 0x3f;
        MDTYPE "nsh.mdtype" "MD Type": U8 DecHex;
        NEXTPROTO "nsh.nextproto" "Next Protocol": U8 Dec = NEXTPROTO_NAMES;
        SPI "nsh.spi" "SPI": U24 DecHex;
        SI "nsh.si" "SI": U8 DecHex;
        CONTEXTHEADER "nsh.contextheader" "Context Header": Bytes;
        METADATACLASS "nsh.metadataclass" "TLV Class": U16 DecHex;
        METADATATYPE "nsh.metadatatype" "Type": U8 DecHex;
        METADATAUNASSIGNEDBIT "nsh.metadataunassignedbit" "Unassigned Bit": U8 Hex & 0x80;
        METADATALEN "nsh.metadatalen" "Length": U8 Hex & 0x7f;
        METADATA "nsh.metadata" "Variable Metadata": Bytes;
    }
    experts {
        LENGTH_INVALID "nsh.length.invalid" Warn Protocol "Invalid total length";
    }
}

names! {
    NEXTPROTO_NAMES {
        0 => "None",
        1 => "IPv4",
        2 => "IPv6",
        3 => "Ethernet",
        4 => "NSH",
        5 => "MPLS",
        254 => "Experiment 1",
        255 => "Experiment 2",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<8>()?;
    let (words, kind, next) = (usize::from(h[1] & 0x3f), h[2], h[3]);
    cx.protocol("NSH");
    cx.info(|o| _ = o.s("Network Service Header"));
    let whole = words * 4;
    cx.proto_len(whole.max(8));
    let mut c2 = c;
    for field in [VERSION, OBIT, CBIT, TTL] {
        cx.peek(field, &c, 2)?;
    }
    let item = cx.field(LENGTH, &mut c, 2)?;
    let wrong = match kind {
        1 => words != 6,
        2 => words < 2,
        _ => false,
    };
    if wrong {
        cx.expert_with(LENGTH_INVALID, item, c.span(0), |o| {
            o.s("Length MUST be of value ").s(if kind == 1 { "0x6" } else { "0x2 or greater" });
            o.s(" for MD Type equal to ").s(if kind == 1 { "0x1" } else { "0x2" });
        });
    }
    run(cx, &mut c, &[(MDTYPE, 1), (NEXTPROTO, 1), (SPI, 3), (SI, 1)])?;
    let mut data = c.take(whole.saturating_sub(8));
    c2.skip(whole.max(8))?;
    match kind {
        1 => {
            while data.left() >= 4 {
                cx.field(CONTEXTHEADER, &mut data, 4)?;
            }
        }
        2 => {
            while data.left() >= 4 {
                run(cx, &mut data, &[(METADATACLASS, 2), (METADATATYPE, 1)])?;
                let len = usize::from(data.peek_u8(0)? & 0x7f);
                cx.peek(METADATAUNASSIGNEDBIT, &data, 1)?;
                cx.field(METADATALEN, &mut data, 1)?;
                if len > 0 {
                    // Values are filled up to words.
                    cx.field(METADATA, &mut data, len)?;
                    data.advance(len.next_multiple_of(4) - len);
                }
            }
        }
        _ => {}
    }
    if c2.is_empty() {
        return Ok(());
    }
    match next {
        1 => ethertype::bare(cx, 0x0800, c2),
        2 => ethertype::bare(cx, 0x86dd, c2),
        3 => cx.call(super::ethernet::ID, c2),
        4 => cx.call(ID, c2),
        5 => ethertype::bare(cx, 0x8847, c2),
        _ => cx.call(crate::meta::data::ID, c2),
    }
}
