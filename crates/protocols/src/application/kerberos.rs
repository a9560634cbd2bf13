//! Kerberos 5, RFC 4120: which message it is, and the length that stands before it in a stream.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    KERBEROS "kerberos" "Kerberos" "KRB5" App
    on [Udp 88, Tcp 88]
    frames sized [frames]
    fields {
        RM_LENGTH "kerberos.rm.length" "Record Length": U32 Dec & 0x7fffffff;
        MSG_TYPE "kerberos.msg_type" "msg-type": I32 Dec = MSG_TYPE_NAMES;
    }
}

names! {
    MSG_TYPE_NAMES {
        10 => "krb-as-req",
        11 => "krb-as-rep",
        12 => "krb-tgs-req",
        13 => "krb-tgs-rep",
        14 => "krb-ap-req",
        15 => "krb-ap-rep",
        16 => "krb-tgt-req",
        17 => "krb-tgt-rep",
        20 => "krb-safe",
        21 => "krb-priv",
        22 => "krb-cred",
        30 => "krb-error",
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<4>() {
        None => Pdu::More(4),
        Some(n) => match u32::from_be_bytes(*n) & 0x7fff_ffff {
            n if n < 0x10_0000 => Pdu::Len(4 + n as usize),
            _ => Pdu::AsItComes,
        },
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == requin_wire::TransportKind::Tcp);
    let at = if stream { 4 } else { 0 };
    let tag = c.peek_u8(at)?;
    if !stream && tag == 4 && matches!(c.peek_u8(1)?, 2..=11 | 0x40..=0x47) {
        cx.info_clear();
        return cx.call_nested(krb4::ID, c);
    }
    // All messages are application types of ASN.1, constructed.
    if tag & 0xe0 != 0x60 {
        return Err(Stop::NotMine);
    }
    let kind = u64::from(tag & 0x1f);
    cx.protocol("KRB5");
    cx.info_clear();
    let name = names(kind);
    cx.info(|o| _ = o.s(name));
    if stream {
        cx.field(RM_LENGTH, &mut c, 4)?;
    }
    cx.add(MSG_TYPE, c.span(1), Value::I(kind as i64));
    Ok(())
}

fn names(kind: u64) -> &'static str {
    match kind {
        10 => "AS-REQ",
        11 => "AS-REP",
        12 => "TGS-REQ",
        13 => "TGS-REP",
        14 => "AP-REQ",
        15 => "AP-REP",
        20 => "KRB-SAFE",
        21 => "KRB-PRIV",
        22 => "KRB-CRED",
        30 => "KRB Error: ",
        _ => "Unknown message",
    }
}

/// The fourth version.
pub mod krb4 {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        KRB4 "krb4" "Kerberos v4" "KRB4" App
        on []
        fields {
            VERSION "krb4.version" "Version": U8 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("KRB4");
        let kind = c.peek_u8(1)? & 0xfe;
        cx.u8(VERSION, &mut c)?;
        cx.info(|o| {
            o.s(match kind {
                2 => "KDC Request",
                4 => "KDC Reply",
                6 => "Appl Request",
                8 => "Appl Request Mutual",
                10 => "Error Reply",
                _ => "Unknown",
            });
        });
        Ok(())
    }
}
