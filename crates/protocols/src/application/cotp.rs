//! ISO 8073 / X.224 Connection-Oriented Transport Protocol, as class 0 uses it over TCP.

use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, names, proto};

proto! {
    COTP "cotp" "ISO 8073/X.224 COTP Connection-Oriented Transport Protocol" "COTP" App
    on []
    fields {
        LI "cotp.li" "Length": U8 Dec;
        TYPE "cotp.type" "PDU Type": U8 Hex = TYPE_NAMES;
        SRCREF "cotp.srcref" "Source reference": U16 Hex;
        DESTREF "cotp.destref" "Destination reference": U16 Hex;
        CLASS "cotp.class" "Class": U8 Dec & 0xf0;
        OPTS_EXTENDED_FORMATS "cotp.opts.extended_formats" "Extended formats": Bool(8) & 0x2;
        OPTS_NO_EXPLICIT_FLOW_CONTROL "cotp.opts.no_explicit_flow_control" "No explicit flow control": Bool(8) & 0x1;
        TPDU_NUMBER "cotp.tpdu-number" "TPDU number": U8 Hex & 0x7f;
        EOT "cotp.eot" "Last data unit": Bool(8) & 0x80 = Names::Bools("Yes", "No");
        SRC_TSAP "cotp.src-tsap" "Source TSAP": Str;
        SRC_TSAP_BYTES "cotp.src-tsap-bytes" "Source TSAP": Bytes;
        DST_TSAP "cotp.dst-tsap" "Destination TSAP": Str;
        DST_TSAP_BYTES "cotp.dst-tsap-bytes" "Destination TSAP": Bytes;
        PARAMETER_CODE "cotp.parameter_code" "Parameter code": U8 Hex = PARAMETER_CODE_NAMES;
        PARAMETER_LENGTH "cotp.parameter_length" "Parameter length": U8 Dec;
        PARAMETER_VALUE "cotp.parameter_value" "Parameter value": Bytes;
        TPDU_SIZE "cotp.tpdu_size" "TPDU size": U32 Dec;
        CAUSE "cotp.cause" "Cause": U8 Dec = CAUSE_NAMES;
    }
}

names! {
    TYPE_NAMES {
        1 => "ED Expedited Data",
        2 => "EA Expedited Data Acknowledgement",
        5 => "RJ Reject",
        6 => "AK Data Acknowledgement",
        7 => "ER TPDU Error",
        8 => "DR Disconnect Request",
        12 => "DC Disconnect Confirm",
        13 => "CC Connect Confirm",
        14 => "CR Connect Request",
        15 => "DT Data",
    }
    PARAMETER_CODE_NAMES {
        8 => "ATN extended checksum - 32 bit",
        9 => "ATN extended checksum - 16 bit",
        133 => "ack time",
        134 => "res error",
        135 => "priority",
        136 => "transit delay",
        137 => "throughput",
        138 => "seq number",
        139 => "reassignment",
        140 => "flow control",
        192 => "tpdu-size",
        193 => "src-tsap",
        194 => "dst-tsap",
        195 => "checksum",
        196 => "version",
        197 => "protection",
        198 => "options",
        199 => "proto class",
        224 => "additional connection clearing info",
        240 => "preferred max TPDU size",
        242 => "inactivity timer",
    }
    CAUSE_NAMES {
        0 => "Reason not specified",
        1 => "Congestion at TSAP",
        2 => "Session entity not attached to TSAP",
        3 => "Address unknown",
        128 => "Normal Disconnect",
        129 => "Remote transport entity congestion",
        130 => "Connection negotiation failed",
        131 => "Duplicate source reference",
        132 => "Mismatched references",
        133 => "Protocol error",
        135 => "Reference overflow",
        136 => "Connection request refused",
        138 => "Header or parameter length invalid",
    }
}

const DISCONNECT: u8 = 0x80;
const CONFIRM: u8 = 0xd0;
const REQUEST: u8 = 0xe0;
const DATA: u8 = 0xf0;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("COTP");
    cx.info_clear();
    let (li, kind) = (usize::from(c.peek_u8(0)?), c.peek_u8(1)? & 0xf0);
    let name = TYPE_NAMES.or(u64::from(kind >> 4), "Unknown");
    let mut head = c.take_all(li + 1)?;
    cx.proto_len(li + 1);
    cx.u8(LI, &mut head)?;
    let it = cx.add(TYPE, head.span(1), Value::U(u64::from(kind >> 4)));
    cx.label(it, |o| _ = o.s("PDU Type: ").s(name).s(" (").hex(kind >> 4, 2).s(")"));
    head.skip(1)?;
    match kind {
        REQUEST | CONFIRM => {
            let dst = cx.u16(DESTREF, &mut head)?;
            let src = cx.u16(SRCREF, &mut head)?;
            cx.info(|o| {
                o.s(if kind == REQUEST { "CR" } else { "CC" }).s(" TPDU src-ref: ").hex(src, 4);
                o.s(" dst-ref: ").hex(dst, 4);
            });
            cx.peek(CLASS, &head, 1)?;
            cx.peek(OPTS_EXTENDED_FORMATS, &head, 1)?;
            cx.field(OPTS_NO_EXPLICIT_FLOW_CONTROL, &mut head, 1)?;
            variable(cx, head)
        }
        DISCONNECT => {
            let dst = cx.u16(DESTREF, &mut head)?;
            let src = cx.u16(SRCREF, &mut head)?;
            cx.info(|o| _ = o.s("DR TPDU src-ref: ").hex(src, 4).s(" dst-ref: ").hex(dst, 4));
            cx.u8(CAUSE, &mut head)?;
            variable(cx, head)
        }
        DATA => {
            let number = c.whole().get(head.pos()).copied().unwrap_or_default();
            // Class 0 has no references in its data, which is as if they were 0.
            cx.generated(DESTREF, head.span(0), Value::U(0));
            cx.peek(TPDU_NUMBER, &head, 1)?;
            cx.field(EOT, &mut head, 1)?;
            cx.info(|o| {
                o.s("DT TPDU (").u(number & 0x7f).s(")").s(if number & 0x80 != 0 { " EOT" } else { "" });
            });
            if c.is_empty() {
                return Ok(());
            }
            let rest = c.rest();
            let inner = if super::s7comm::accepts(rest) {
                super::s7comm::ID
            } else if super::t125::is_connect(rest) || super::t125::is_domain(rest) {
                super::t125::ID
            } else if super::osi::ses::accepts(rest) {
                super::osi::ses::ID
            } else {
                crate::meta::data::ID
            };
            cx.call(inner, c)
        }
        _ => {
            cx.info(|o| _ = o.s(name));
            Ok(())
        }
    }
}

/// The variable part: parameters of a code, a length and a value; what RDP puts there instead.
fn variable<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // RDP's negotiation and its cookie stand where parameters should.
    let rdp = matches!(c.rest(), [1..=3, _, 8, 0, ..]) || c.rest().starts_with(b"Cookie: ");
    if rdp {
        return cx.call(super::rdp::ID, c);
    }
    while c.left() >= 2 {
        let (code, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        cx.u8(PARAMETER_CODE, &mut c)?;
        cx.u8(PARAMETER_LENGTH, &mut c)?;
        match code {
            0xc0 => {
                let power = c.peek_u8(0)?;
                cx.add(TPDU_SIZE, c.span(1), Value::U(1u64 << (power & 31)));
                c.skip(1)?;
            }
            0xc1 if len > 0 => {
                tsap(cx, [SRC_TSAP, SRC_TSAP_BYTES], &mut c, len)?;
            }
            0xc2 if len > 0 => {
                tsap(cx, [DST_TSAP, DST_TSAP_BYTES], &mut c, len)?;
            }
            _ => _ = cx.bytes(PARAMETER_VALUE, &mut c, len)?,
        }
    }
    Ok(())
}

/// Who is called or calls: as text where it is one, and else as bytes, which the text spells.
fn tsap<S: Sink>(cx: &mut Cx<'_, S>, fields: [Field; 2], c: &mut Cursor<'_>, n: usize) -> Step {
    let bytes = c.peek_bytes(0, n)?;
    if text(bytes) {
        return cx.bytes(fields[0], c, n).map(|_| ());
    }
    let value = cx.keep(|o| _ = o.s("0x").hex_bytes(bytes, 0));
    cx.hidden(fields[0], c.span(n), value);
    cx.bytes(fields[1], c, n).map(|_| ())
}

fn text(bytes: &[u8]) -> bool {
    bytes.iter().all(|b| (0x20..0x7f).contains(b))
}
