//! Bluetooth Low Energy link layer: headers of advertisements and of data (Bluetooth Core Specification, volume 6 part B).

use requin_wire::Field;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    BTLE "btle" "Bluetooth Low Energy Link Layer" "LE LL" Link
    on []
    fields {
        ACCESS_ADDRESS "btle.access_address" "Access Address": U32 Hex;
        LENGTH "btle.length" "Length": U8 Dec;
        ADVERTISING_HEADER "btle.advertising_header" "Packet Header": U16 Hex;
        ADVERTISING_HEADER_PDU_TYPE "btle.advertising_header.pdu_type" "PDU Type": U8 Hex & 0xf;
        ADVERTISING_HEADER_RFU_1 "btle.advertising_header.rfu.1" "Reserved": U8 Dec & 0x10;
        ADVERTISING_HEADER_CH_SEL "btle.advertising_header.ch_sel" "Channel Selection Algorithm": Bool(8) & 0x20 = Names::Bools("#2", "#1");
        ADVERTISING_HEADER_RFU_2 "btle.advertising_header.rfu.2" "Reserved": U8 Dec & 0x20;
        ADVERTISING_HEADER_RANDOMIZED_TX "btle.advertising_header.randomized_tx" "Tx Address": Bool(8) & 0x40 = Names::Bools("Random", "Public");
        ADVERTISING_HEADER_RFU_3 "btle.advertising_header.rfu.3" "Reserved": U8 Dec & 0x40;
        ADVERTISING_HEADER_RANDOMIZED_RX "btle.advertising_header.randomized_rx" "Rx Address": Bool(8) & 0x80 = Names::Bools("Random", "Public");
        ADVERTISING_HEADER_RFU_4 "btle.advertising_header.rfu.4" "Reserved": U8 Dec & 0x80;
        ADVERTISING_HEADER_LENGTH "btle.advertising_header.length" "Length": U8 Dec;
        ADVERTISING_ADDRESS "btle.advertising_address" "Advertising Address": Ether;
        INITIATOR_ADDRESS "btle.initiator_address" "Initiator Address": Ether;
        TARGET_ADDRESS "btle.target_address" "Target Address": Ether;
        SCANNING_ADDRESS "btle.scanning_address" "Scanning Address": Ether;
        DATA_HEADER "btle.data_header" "Data Header": None;
        DATA_HEADER_LLID "btle.data_header.llid" "LLID": U8 Hex & 0x3 = DATA_HEADER_LLID_NAMES;
        DATA_HEADER_NEXT_EXPECTED_SEQUENCE_NUMBER "btle.data_header.next_expected_sequence_number" "Next Expected Sequence Number": U8 Dec & 0x4;
        DATA_HEADER_SEQUENCE_NUMBER "btle.data_header.sequence_number" "Sequence Number": U8 Dec & 0x8;
        DATA_HEADER_MORE_DATA "btle.data_header.more_data" "More Data": Bool(8) & 0x10;
        DATA_HEADER_CTE_INFO_PRESENT "btle.data_header.cte_info_present" "CTE Info": Bool(8) & 0x20 = Names::Bools("Present", "Not Present");
        DATA_HEADER_LENGTH "btle.data_header.length" "Length": U8 Dec;
        DATA_HEADER_RFU "btle.data_header.rfu" "RFU": U8 Dec & 0xc0;
        DATA_HEADER_CLOSE_ISOCHRONOUS_EVENT "btle.data_header.close_isochronous_event" "Close Isochronous Event": Bool(8) & 0x10;
        DATA_HEADER_NULL_PDU_INDICATOR "btle.data_header.null_pdu_indicator" "Null PDU Indicator": Bool(8) & 0x40;
        CONTROL_OPCODE "btle.control_opcode" "Control Opcode": U8 Hex = CONTROL_OPCODE_NAMES;
        CRC "btle.crc" "CRC": U24 Hex;
        ISOCHRONOUS_DATA "btle.isochronous_data" "Isochronous Data": Bytes;
    }
    experts {
        NACK "btle.nack" Note Sequence "Not acknowledged";
    }
}

names! {
    DATA_HEADER_LLID_NAMES {
        0 => "Unframed CIS Data PDU; end fragment of an SDU or a complete SDU",
        1 => "Continuation fragment of an L2CAP message, or an Empty PDU",
        2 => "Start of an L2CAP message or a complete L2CAP message with no fragmentation",
    }
    CONTROL_OPCODE_NAMES {
        0 => "LL_CONNECTION_UPDATE_IND",
        1 => "LL_CHANNEL_MAP_IND",
        2 => "LL_TERMINATE_IND",
        3 => "LL_ENC_REQ",
        4 => "LL_ENC_RSP",
        5 => "LL_START_ENC_REQ",
        6 => "LL_START_ENC_RSP",
        7 => "LL_UNKNOWN_RSP",
        8 => "LL_FEATURE_REQ",
        9 => "LL_FEATURE_RSP",
        10 => "LL_PAUSE_ENC_REQ",
        11 => "LL_PAUSE_ENC_RSP",
        12 => "LL_VERSION_IND",
        13 => "LL_REJECT_IND",
        14 => "LL_SLAVE_FEATURE_REQ",
        15 => "LL_CONNECTION_PARAM_REQ",
        16 => "LL_CONNECTION_PARAM_RSP",
        17 => "LL_REJECT_EXT_IND",
        18 => "LL_PING_REQ",
        19 => "LL_PING_RSP",
        20 => "LL_LENGTH_REQ",
        21 => "LL_LENGTH_RSP",
        22 => "LL_PHY_REQ",
        23 => "LL_PHY_RSP",
        24 => "LL_PHY_UPDATE_IND",
        25 => "LL_MIN_USED_CHANNELS_IND",
        26 => "LL_CTE_REQ",
        27 => "LL_CTE_RSP",
        28 => "LL_PERIODIC_SYNC_IND",
        29 => "LL_CLOCK_ACCURACY_REQ",
        30 => "LL_CLOCK_ACCURACY_RSP",
        31 => "LL_CIS_REQ",
        32 => "LL_CIS_RSP",
        33 => "LL_CIS_IND",
        34 => "LL_CIS_TERMINATE_IND",
        35 => "LL_POWER_CONTROL_REQ",
        36 => "LL_POWER_CONTROL_RSP",
        37 => "LL_POWER_CHANGE_IND",
    }
}

const ADVERTISING: u32 = 0x8e89_bed6;

/// Where data goes, as the receiver says (three bits of its flags), if it says anything.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Unknown,
    Down,
    Up,
    Isochronous(u8),
}

/// How data goes by the flags of the radio's header, which stands right before.
fn way<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> Way {
    const FLAGS: usize = 8;
    if cx.meta.link != 256 {
        return Way::Unknown;
    }
    let flags = c.whole().get(FLAGS..FLAGS + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]));
    match flags >> 7 & 7 {
        2 => Way::Down,
        3 => Way::Up,
        n @ 4..=6 => Way::Isochronous(n as u8),
        _ => Way::Unknown,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LE LL");
    cx.info_clear();
    let way = way(cx, &c);
    let access = u32::from_le_bytes(*c.peek_array::<4>()?);
    cx.u32_le(ACCESS_ADDRESS, &mut c)?;
    if access == ADVERTISING {
        advertisement(cx, &mut c)?
    } else {
        data(cx, &mut c, way)?
    }
    // The bits of the check are sent the other way round.
    let sum = c.peek_array::<3>()?.iter().fold(0, |n, b| n << 8 | u64::from(b.reverse_bits()));
    cx.add(CRC, c.span(3), Value::U(sum));
    c.skip(3)
}

fn device<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Result<[u8; 6], Stop> {
    let mut a = *c.peek_array::<6>()?;
    a.reverse();
    cx.add_bytes(field, c.span(6), &a);
    c.skip(6)?;
    Ok(a)
}

names! {
    ADVERTISEMENTS {
        0 => "ADV_IND",
        1 => "ADV_DIRECT_IND",
        2 => "ADV_NONCONN_IND",
        3 => "SCAN_REQ",
        4 => "SCAN_RSP",
        5 => "CONNECT_IND",
        6 => "ADV_SCAN_IND",
        7 => "ADV_EXT_IND",
        8 => "AUX_CONNECT_RSP",
    }
}

fn advertisement<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [head, len] = *c.peek_array::<2>()?;
    let kind = head & 15;
    let name = ADVERTISEMENTS.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s(name));
    let item = cx.peek_le(ADVERTISING_HEADER, c, 0, 2)?;
    cx.append(item, |o| _ = o.s(" (PDU Type: ").s(name).s(")"));
    cx.under(item, |cx| -> Step {
        let item = cx.peek(ADVERTISING_HEADER_PDU_TYPE, c, 1)?;
        cx.append(item, |o| _ = o.s(" ").s(name));
        cx.peek(ADVERTISING_HEADER_RFU_1, c, 1)?;
        let selects = matches!(kind, 0 | 1 | 5);
        cx.peek(if selects { ADVERTISING_HEADER_CH_SEL } else { ADVERTISING_HEADER_RFU_2 }, c, 1)?;
        cx.peek(ADVERTISING_HEADER_RANDOMIZED_TX, c, 1)?;
        let answers = matches!(kind, 1 | 3 | 5);
        cx.peek(if answers { ADVERTISING_HEADER_RANDOMIZED_RX } else { ADVERTISING_HEADER_RFU_4 }, c, 1)?;
        c.skip(1)?;
        cx.peek(ADVERTISING_HEADER_LENGTH, c, 1).map(|_| ())
    })?;
    cx.hidden(LENGTH, c.span(1), Value::U(u64::from(len)));
    c.skip(1)?;
    let mut body = c.take_all(usize::from(len))?;
    use requin_wire::AddrKind::Ether;
    let first = match kind {
        0 | 1 | 2 | 4 | 6 => ADVERTISING_ADDRESS,
        3 => SCANNING_ADDRESS,
        5 => INITIATOR_ADDRESS,
        _ => return Ok(()),
    };
    let from = device(cx, &mut body, first)?;
    let to = match kind {
        1 => device(cx, &mut body, TARGET_ADDRESS)?,
        3 | 5 => device(cx, &mut body, ADVERTISING_ADDRESS)?,
        _ => [0xff; 6],
    };
    cx.addresses(Ether, &from, &to);
    Ok(())
}

fn data<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, way: Way) -> Step {
    let [head, len] = *c.peek_array::<2>()?;
    let isochronous = matches!(way, Way::Isochronous(_));
    let item = cx.add(DATA_HEADER, c.span(2), Value::None);
    cx.under(item, |cx| -> Step {
        let item = cx.peek(DATA_HEADER_LLID, c, 1)?;
        if !isochronous {
            let name = [
                "Reserved",
                DATA_HEADER_LLID_NAMES.or(1, ""),
                DATA_HEADER_LLID_NAMES.or(2, ""),
                "Control PDU",
            ];
            let id = head & 3;
            cx.label(item, |o| {
                o.s(".... ..").u(id >> 1).u(id & 1).s(" = LLID: ").s(name[usize::from(id)]);
                o.s(" (").hex(id, 1).s(")");
            });
        }
        if way != Way::Isochronous(6) {
            let item = cx.peek(DATA_HEADER_NEXT_EXPECTED_SEQUENCE_NUMBER, c, 1)?;
            // Nothing was seen before that this could acknowledge.
            if head & 4 != 0 && way != Way::Unknown {
                cx.append(item, |o| _ = o.s(" [Request retransmit]"));
                cx.expert(NACK, item, c.span(0));
            }
            cx.peek(DATA_HEADER_SEQUENCE_NUMBER, c, 1)?;
        }
        if isochronous {
            cx.peek(DATA_HEADER_CLOSE_ISOCHRONOUS_EVENT, c, 1)?;
            cx.peek(DATA_HEADER_NULL_PDU_INDICATOR, c, 1)?;
            cx.add(DATA_HEADER_RFU, c.span(1), Value::U(u64::from(head >> 5 & 1 | head >> 6 & 2)));
        } else {
            for field in [DATA_HEADER_MORE_DATA, DATA_HEADER_CTE_INFO_PRESENT, DATA_HEADER_RFU] {
                cx.peek(field, c, 1)?;
            }
        }
        c.skip(1)?;
        cx.peek(DATA_HEADER_LENGTH, c, 1).map(|_| ())
    })?;
    cx.hidden(LENGTH, c.span(1), Value::U(u64::from(len)));
    c.skip(1)?;
    let mut body = c.take_all(usize::from(len))?;
    if isochronous {
        let n = body.left();
        return cx.bytes(ISOCHRONOUS_DATA, &mut body, n).map(|_| ());
    }
    match (head & 3, len) {
        (3, 1..) => {
            let opcode = cx.u8(CONTROL_OPCODE, &mut body)?;
            cx.info(|o| {
                o.s("Control Opcode: ").s(CONTROL_OPCODE_NAMES.or(u64::from(opcode), "Unknown"));
            });
            Ok(())
        }
        (1, 0) => {
            cx.info(|o| _ = o.s("Empty PDU"));
            Ok(())
        }
        _ => Ok(()),
    }
}
