//! HART-IP (HCF_SPEC-085): the header of messages.

use crate::common::run;
use requin_wire::{Cursor, Cx, Expected, Past, Pdu, Sink, Step, TransportKind, names, proto};

proto! {
    HART_IP "hart_ip" "HART_IP Protocol" "HART_IP" App
    on [Udp 5094, Tcp 5094]
    frames sized [frames]
    remember [remember]
    fields {
        VERSION "hart_ip.version" "Version": U8 Dec;
        MESSAGE_TYPE "hart_ip.message_type" "Message Type": U8 Dec = MESSAGE_TYPE_NAMES;
        MESSAGE_ID "hart_ip.message_id" "Message ID": U8 Dec = MESSAGE_ID_NAMES;
        STATUS "hart_ip.status" "Status": U8 Dec;
        TRANSACTION_ID "hart_ip.transaction_id" "Sequence Number": U16 Dec;
        MSG_LENGTH "hart_ip.msg_length" "Message Length": U16 Dec;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        0 => "Request",
        1 => "Response",
        2 => "Publish",
        3 => "Error",
        15 => "Error",
    }
    MESSAGE_ID_NAMES {
        0 => "Session Initiate",
        1 => "Session Close",
        2 => "Keep Alive",
        3 => "Pass Through",
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [1, _, _, _, _, _, a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(8)),
        _ if bytes.len() < 8 => Pdu::More(8),
        _ => Pdu::AsItComes,
    }
}

/// A server may answer from another port than the one that was asked.
fn remember(past: &mut Past<'_>, _: &[u8]) {
    let now = past.now;
    if now.transport == Some(TransportKind::Udp) && now.ports.dst == PORT {
        let kind = TransportKind::Udp;
        past.expect(&Expected { kind, addr: now.src, port: now.ports.src, peer: Some(now.dst) }, ID, &[]);
    }
}

const PORT: u16 = 5094;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<8>()?;
    cx.protocol("HART_IP");
    cx.info_clear();
    let number = u16::from_be_bytes([h[4], h[5]]);
    cx.info(|o| {
        o.s(MESSAGE_ID_NAMES.or(u64::from(h[2]), "Unknown")).c(b' ');
        o.s(MESSAGE_TYPE_NAMES.or(u64::from(h[1]), "Unknown")).s(", Sequence Number ").u(number);
    });
    run(
        cx,
        &mut c,
        &[
            (VERSION, 1),
            (MESSAGE_TYPE, 1),
            (MESSAGE_ID, 1),
            (STATUS, 1),
            (TRANSACTION_ID, 2),
            (MSG_LENGTH, 2),
        ],
    )
}
