//! Base Station Subsystem GPRS Protocol, 3GPP TS 48.018: its elements that carry data of users.

use super::gsm_a::{self, gm};
use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    BSSGP "bssgp" "Base Station Subsystem GPRS Protocol" "BSSGP" Carrier
    on []
    fields {
        PDU_TYPE "bssgp.pdu_type" "PDU Type": U8 Hex = PDU_TYPE_NAMES;
        ELEM_ID "bssgp.elem_id" "Element ID": U8 Hex;
        CI "bssgp.ci" "CI": U16 Hex;
        DELAY_VAL "bssgp.delay_val" "Delay Value (in centi-seconds)": U16 Dec;
        PEAK_RATE_GRAN "bssgp.peak_rate_gran" "Peak Bit Rate Granularity": U8 Dec & 0xc0;
        CR_BIT "bssgp.cr_bit" "C/R": Bool(8) & 0x20 = Names::Bools("The SDU does not contain a LLC ACK or SACK command/response frame type", "The SDU contains a LLC ACK or SACK command/response frame type");
        T_BIT "bssgp.t_bit" "T": Bool(8) & 0x10 = Names::Bools("The SDU contains data", "The SDU contains signalling");
        A_BIT "bssgp.a_bit" "A": Bool(8) & 0x8 = Names::Bools("Radio interface uses RLC/MAC-UNITDATA functionality", "Radio interface uses RLC/MAC ARQ functionality");
        PRECEDENCE "bssgp.precedence" "Precedence": U8 Dec & 0x7;
        LLC_DATA "bssgp.llc_data" "LLC DATA": Bytes;
        SPARE "bssgp.spare" "Spare octet(s)": Bytes;
        PEAK_BIT_RATE "bssgp.peak_bit_rate" "Peak bit rate": U16 Dec;
    }
}

names! {
    PDU_TYPE_NAMES {
        0 => "DL-UNITDATA",
        1 => "UL-UNITDATA",
        2 => "RA-CAPABILITY",
        3 => "Reserved",
        4 => "DL-MBMS-UNITDATA",
        5 => "UL-MBMS-UNITDATA",
        6 => "PAGING-PS",
        7 => "PAGING-CS",
        8 => "RA-CAPABILITY-UPDATE",
        9 => "RA-CAPABILITY-UPDATE-ACK",
        10 => "RADIO-STATUS",
        11 => "SUSPEND",
        12 => "SUSPEND-ACK",
        13 => "SUSPEND-NACK",
        14 => "RESUME",
        15 => "RESUME-ACK",
        16 => "RESUME-NACK",
        17 => "PAGING-PS-REJECT",
        18 => "DUMMY-PAGING-PS",
        19 => "DUMMY-PAGING-PS-RESPONSE",
        20 => "MS-REGISTRATION-ENQUIRY",
        21 => "MS-REGISTRATION-ENQUIRY-RESPONSE",
        22 => "Reserved",
        23 => "Reserved",
        24 => "Reserved",
        25 => "Reserved",
        26 => "Reserved",
        27 => "Reserved",
        28 => "Reserved",
        29 => "Reserved",
        30 => "Reserved",
        31 => "Reserved",
        32 => "BVC-BLOCK",
        33 => "BVC-BLOCK-ACK",
        34 => "BVC-RESET",
        35 => "BVC-RESET-ACK",
        36 => "UNBLOCK",
        37 => "UNBLOCK-ACK",
        38 => "FLOW-CONTROL-BVC",
        39 => "FLOW-CONTROL-BVC-ACK",
        40 => "FLOW-CONTROL-MS",
        41 => "FLOW-CONTROL-MS-ACK",
        42 => "FLUSH-LL",
        43 => "FLUSH_LL_ACK",
        44 => "LLC-DISCARDED",
        45 => "FLOW-CONTROL-PFC",
        46 => "FLOW-CONTROL-PFC-ACK",
        47 => "Reserved",
        48 => "Reserved",
        49 => "Reserved",
        50 => "Reserved",
        51 => "Reserved",
        52 => "Reserved",
        53 => "Reserved",
        54 => "Reserved",
        55 => "Reserved",
        56 => "Reserved",
        57 => "Reserved",
        58 => "Reserved",
        59 => "Reserved",
        60 => "Reserved",
        61 => "Reserved",
        62 => "Reserved",
        63 => "Reserved",
        64 => "SGSN-INVOKE-TRACE",
        65 => "STATUS",
        66 => "OVERLOAD",
        67 => "Reserved",
        68 => "Reserved",
        69 => "Reserved",
        70 => "Reserved",
        71 => "Reserved",
        72 => "Reserved",
        73 => "Reserved",
        74 => "Reserved",
        75 => "Reserved",
        76 => "Reserved",
        77 => "Reserved",
        78 => "Reserved",
        79 => "Reserved",
        80 => "DOWNLOAD-BSS-PFC",
        81 => "CREATE-BSS-PFC",
        82 => "CREATE-BSS-PFC-ACK",
        83 => "CREATE-BSS-PFC-NACK",
        84 => "MODIFY-BSS-PFC",
        85 => "MODIFY-BSS-PFC-ACK",
        86 => "DELETE-BSS-PFC",
        87 => "DELETE-BSS-PFC-ACK",
        88 => "DELETE-BSS-PFC-REQ",
        89 => "PS-HANDOVER-REQUIRED",
        90 => "PS-HANDOVER-REQUIRED-ACK",
        91 => "PS-HANDOVER-REQUIRED-NACK",
        92 => "PS-HANDOVER-REQUEST",
        93 => "PS-HANDOVER-REQUEST-ACK",
        94 => "PS-HANDOVER-REQUEST-NACK",
        95 => "Reserved",
        96 => "PERFORM-LOCATION-REQUEST",
        97 => "PERFORM-LOCATION-RESPONSE",
        98 => "PERFORM-LOCATION-ABORT",
        99 => "POSITION-COMMAND",
        100 => "POSITION-RESPONSE",
        101 => "Reserved",
        102 => "Reserved",
        103 => "Reserved",
        104 => "Reserved",
        105 => "Reserved",
        106 => "Reserved",
        107 => "Reserved",
        108 => "Reserved",
        109 => "Reserved",
        110 => "Reserved",
        111 => "Reserved",
        112 => "RAN-INFORMATION",
        113 => "RAN-INFORMATION-REQUEST",
        114 => "RAN-INFORMATION-ACK",
        115 => "RAN-INFORMATION-ERROR",
        116 => "RAN-INFORMATION-APPLICATION-ERROR",
        117 => "Reserved",
        118 => "Reserved",
        119 => "Reserved",
        120 => "Reserved",
        121 => "Reserved",
        122 => "Reserved",
        123 => "Reserved",
        124 => "Reserved",
        125 => "Reserved",
        126 => "Reserved",
        127 => "Reserved",
        128 => "MBMS-SESSION-START-REQUEST",
        129 => "MBMS-SESSION-START-RESPONSE",
        130 => "MBMS-SESSION-STOP-REQUEST",
        131 => "MBMS-SESSION-STOP-RESPONSE",
        132 => "MBMS-SESSION-UPDATE-REQUEST",
        133 => "MBMS-SESSION-UPDATE-RESPONSE",
        134 => "Reserved",
        135 => "Reserved",
        136 => "Reserved",
        137 => "Reserved",
        138 => "Reserved",
        139 => "Reserved",
        140 => "Reserved",
        141 => "Reserved",
        142 => "Reserved",
        143 => "Reserved",
        144 => "Reserved",
        145 => "PS-HANDOVER-COMPLETE",
        146 => "PS-HANDOVER-CANCEL",
        147 => "PS-HANDOVER-COMPLETE-ACK",
    }
}

const DOWN: u8 = 0;
const UP: u8 = 1;
const ALIGNMENT: u8 = 0x00;
const CELL: u8 = 0x08;
const DRX: u8 = 0x0a;
const IMSI: u8 = 0x0d;
const LLC_PDU: u8 = 0x0e;
const RADIO_ACCESS: u8 = 0x13;
const LIFETIME: u8 = 0x16;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BSSGP");
    let kind = cx.u8(PDU_TYPE, &mut c)?;
    cx.info(|o| _ = o.s(PDU_TYPE_NAMES.or(u64::from(kind), "Unknown message")));
    if kind > UP {
        // Which elements others have, and in what order, is told by each message.
        return Ok(());
    }
    let tlli = c.peek_u32(0)?;
    let item = cx.line(c.span(4), |o| {
        o.s(if kind == DOWN { "TLLI - current - " } else { "TLLI - " }).hex(tlli, 8);
    });
    cx.under(item, |cx| cx.u32(gsm_a::rr::TLLI, &mut c))?;
    let item = cx.line(c.span(3), |o| _ = o.s("QoS Profile"));
    cx.under(item, |cx| quality(cx, &mut c, kind == DOWN))?;
    while !c.is_empty() {
        let id = c.peek_u8(0)?;
        let (len, extended) = match c.peek_u8(1)? {
            n if n & 0x80 != 0 => (usize::from(n & 0x7f), true),
            n => (usize::from(n) << 8 | usize::from(c.peek_u8(2)?), false),
        };
        let head = if extended { 2 } else { 3 };
        let item = cx.line(c.span(head + len), |o| _ = o.s(name(id)));
        let body = cx.under(item, |cx| -> Result<Cursor<'_>, Stop> {
            cx.u8(if matches!(id, DRX | RADIO_ACCESS) { gm::ELEM_ID } else { ELEM_ID }, &mut c)?;
            cx.peek(gsm_a::L_EXT, &c, 1)?;
            cx.add(gsm_a::LEN, c.span(head - 1), Value::U(len as u64));
            c.skip(head - 1)?;
            let mut body = c.take_all(len)?;
            let all = body;
            element(cx, &mut body, id, item)?;
            Ok(all)
        })?;
        if id == LLC_PDU {
            return if body.is_empty() { Ok(()) } else { cx.call(super::llcgprs::ID, body) };
        }
    }
    Ok(())
}

fn name(id: u8) -> &'static str {
    match id {
        ALIGNMENT => "Alignment Octets",
        CELL => "Cell Identifier",
        DRX => "DRX Parameter",
        IMSI => "IMSI",
        LLC_PDU => "LLC-PDU",
        RADIO_ACCESS => "MS Radio Access Capability",
        LIFETIME => "PDU Lifetime",
        _ => "Element",
    }
}

fn quality<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, down: bool) -> Step {
    let (rate, flags) = (c.peek_u16(0)?, c.peek_u8(2)?);
    let item = cx.field(PEAK_BIT_RATE, c, 2)?;
    let unit = [100u64, 1000, 10_000, 100_000][usize::from(flags >> 6)];
    cx.label(item, |o| {
        o.s("Peak bit rate: ");
        match rate {
            0 => o.s("Best effort"),
            n => o.u(u64::from(n) * unit).s(" bits/s"),
        };
    });
    for field in [PEAK_RATE_GRAN, CR_BIT, T_BIT, A_BIT] {
        cx.peek(field, c, 1)?;
    }
    let item = cx.peek(PRECEDENCE, c, 1)?;
    let n = flags & 7;
    cx.append(item, |o| {
        o.s(match (down, n) {
            (true, 0) => " Radio priority 1",
            (true, 1) => " Radio priority 2",
            (true, 2) => " Radio priority 3",
            (true, 3) => " Radio priority 4",
            (true, _) => " Radio priority Unknown",
            (false, 0) => " High priority",
            (false, 1) => " Normal priority",
            (false, 2) => " Low priority",
            (false, _) => " Priority Unknown(Low priority)",
        });
    });
    c.skip(1)
}

fn element<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: u8, item: requin_wire::Item) -> Step {
    let n = c.left();
    match id {
        ALIGNMENT if n > 0 => cx.bytes(SPARE, c, n).map(|_| ()),
        CELL => {
            gm::routing_area(cx, c)?;
            let cell = cx.u16(CI, c)?;
            cx.append(item, |o| _ = o.s(", CI ").u(cell));
            Ok(())
        }
        DRX => gm::discontinuous_reception(cx, c),
        IMSI => gsm_a::identity(cx, c),
        LIFETIME => cx.u16(DELAY_VAL, c).map(|_| ()),
        LLC_PDU if n > 0 => cx.bytes(LLC_DATA, c, n).map(|_| ()),
        _ => Ok(()),
    }
}
