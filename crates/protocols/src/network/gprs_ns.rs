//! GPRS Network Service, 3GPP TS 48.016: what carries data of users over IP.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    GPRS_NS "gprs-ns" "GPRS Network Service" "GPRS-NS" Carrier
    on [Udp 2157, Udp 19999]
    fields {
        NSIP_PDU_TYPE "nsip.pdu_type" "PDU type": U8 Hex = NSIP_PDU_TYPE_NAMES;
        NSIP_BVCI "nsip.bvci" "BVCI": U16 Dec;
        NSIP_CONTROL_BITS "nsip.control_bits" "NS SDU Control bits": U8 Hex;
        NSIP_CONTROL_BITS_R "nsip.control_bits.r" "Request change flow": Bool(8) & 0x1 = crate::common::SET;
        NSIP_CONTROL_BITS_C "nsip.control_bits.c" "Confirm change flow": Bool(8) & 0x2 = crate::common::SET;
        NSIP_CONTROL_BITS_SPARE "nsip.control_bits.spare" "Spare bits": U8 Hex & 0xfc;
    }
}

names! {
    NSIP_PDU_TYPE_NAMES {
        0 => "NS_UNITDATA",
        2 => "NS_RESET",
        3 => "NS_RESET_ACK",
        4 => "NS_BLOCK",
        5 => "NS_BLOCK_ACK",
        6 => "NS_UNBLOCK",
        7 => "NS_UNBLOCK_ACK",
        8 => "NS_STATUS",
        10 => "NS_ALIVE",
        11 => "NS_ALIVE_ACK",
        12 => "SNS_ACK",
        13 => "SNS_ADD",
        14 => "SNS_CHANGEWEIGHT",
        15 => "SNS_CONFIG",
        16 => "SNS_CONFIG_ACK",
        17 => "SNS_DELETE",
        18 => "SNS_SIZE",
        19 => "SNS_SIZE_ACK",
    }
}

const DATA: u8 = 0;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("GPRS-NS");
    cx.info_clear();
    let kind = cx.u8(NSIP_PDU_TYPE, &mut c)?;
    let name = NSIP_PDU_TYPE_NAMES.or(u64::from(kind), "Unknown PDU type");
    cx.info(|o| _ = o.s(name));
    cx.proto_append(|o| _ = o.s(", PDU type: ").s(name));
    if kind != DATA {
        return Ok(());
    }
    cx.flags(
        NSIP_CONTROL_BITS,
        &mut c,
        1,
        &[NSIP_CONTROL_BITS_R, NSIP_CONTROL_BITS_C, NSIP_CONTROL_BITS_SPARE],
    )?;
    let bvci = cx.u16(NSIP_BVCI, &mut c)?;
    cx.proto_append(|o| _ = o.s(", BVCI ").u(bvci));
    cx.info_add(|o| _ = o.s(", BVCI ").u(bvci));
    if c.is_empty() { Ok(()) } else { cx.call(super::bssgp::ID, c) }
}
