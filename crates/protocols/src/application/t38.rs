//! Facsimile over IP in UDPTL, ITU-T T.38.

use super::per::Per;
use super::per_types::{self, MAX, Member, NO_FIELD, Reader, Type, may, must};
use super::rtp::setup::{self, Setup};
use requin_wire::{Cursor, Cx, Field, Item, Past, Sink, Step, Value, names, proto};

proto! {
    T38 "t38" "T.38" "T.38" App
    on []
    remember [remember]
    fields {
        UDPTLPACKET_ELEMENT "t38.UDPTLPacket_element" "UDPTLPacket": None;
        TYPE_OF_MSG "t38.type_of_msg" "type-of-msg": U32 Dec = TYPE_OF_MSG_NAMES;
        DATA_FIELD "t38.data_field" "data-field": U32 Dec;
        T30_INDICATOR "t38.t30_indicator" "t30-indicator": U32 Dec = T30_INDICATOR_NAMES;
        T30_DATA "t38.t30_data" "t30-data": U32 Dec = T30_DATA_NAMES;
        DATA_FIELD_ITEM_ELEMENT "t38.Data_Field_item_element" "Data-Field item": None;
        FIELD_TYPE "t38.field_type" "field-type": U32 Dec = FIELD_TYPE_NAMES;
        FIELD_DATA "t38.field_data" "field-data": Bytes;
        SEQ_NUMBER "t38.seq_number" "seq-number": U32 Dec;
        PRIMARY_IFP_PACKET_ELEMENT "t38.primary_ifp_packet_element" "primary-ifp-packet": None;
        ERROR_RECOVERY "t38.error_recovery" "error-recovery": U32 Dec = ERROR_RECOVERY_NAMES;
        SECONDARY_IFP_PACKETS "t38.secondary_ifp_packets" "secondary-ifp-packets": U32 Dec;
        SECONDARY_IFP_PACKETS_ITEM_ELEMENT "t38.secondary_ifp_packets_item_element" "secondary-ifp-packets item": None;
        FEC_INFO_ELEMENT "t38.fec_info_element" "fec-info": None;
        FEC_NPACKETS "t38.fec_npackets" "fec-npackets": I32 Dec;
        FEC_DATA "t38.fec_data" "fec-data": U32 Dec;
        FEC_DATA_ITEM "t38.fec_data_item" "fec-data item": Bytes;
        SETUP "t38.setup" "Stream setup": Str;
        SETUP_FRAME "t38.setup-frame" "Stream frame": Framenum;
        SETUP_METHOD "t38.setup-method" "Stream Method": Str;
    }
}

names! {
    TYPE_OF_MSG_NAMES {
        0 => "t30-indicator", 1 => "t30-data",
    }
    T30_INDICATOR_NAMES {
        0 => "no-signal", 1 => "cng", 2 => "ced", 3 => "v21-preamble", 4 => "v27-2400-training",
        5 => "v27-4800-training", 6 => "v29-7200-training", 7 => "v29-9600-training",
        8 => "v17-7200-short-training", 9 => "v17-7200-long-training", 10 => "v17-9600-short-training",
        11 => "v17-9600-long-training", 12 => "v17-12000-short-training", 13 => "v17-12000-long-training",
        14 => "v17-14400-short-training", 15 => "v17-14400-long-training", 16 => "v8-ansam", 17 => "v8-signal",
        18 => "v34-cntl-channel-1200", 19 => "v34-pri-channel", 20 => "v34-CC-retrain", 21 => "v33-12000-training",
        22 => "v33-14400-training",
    }
    T30_DATA_NAMES {
        0 => "v21", 1 => "v27-2400", 2 => "v27-4800", 3 => "v29-7200", 4 => "v29-9600", 5 => "v17-7200",
        6 => "v17-9600", 7 => "v17-12000", 8 => "v17-14400", 9 => "v8", 10 => "v34-pri-rate", 11 => "v34-CC-1200",
        12 => "v34-pri-ch", 13 => "v33-12000", 14 => "v33-14400",
    }
    FIELD_TYPE_NAMES {
        0 => "hdlc-data", 1 => "hdlc-sig-end", 2 => "hdlc-fcs-OK", 3 => "hdlc-fcs-BAD", 4 => "hdlc-fcs-OK-sig-end",
        5 => "hdlc-fcs-BAD-sig-end", 6 => "t4-non-ecm-data", 7 => "t4-non-ecm-sig-end", 8 => "cm-message",
        9 => "jm-message", 10 => "ci-message", 11 => "v34rate",
    }
    ERROR_RECOVERY_NAMES {
        0 => "secondary-ifp-packets", 1 => "fec-info",
    }
}

static IFP: Type = Type::Seq(&[
    must(
        TYPE_OF_MSG,
        &Type::Choice(&[must(T30_INDICATOR, &Type::Enum(16, true)), must(T30_DATA, &Type::Enum(9, true))]),
    ),
    may(DATA_FIELD, &Type::List(0, MAX, &DATA_ITEM)),
]);
static DATA_ITEM: Member = must(
    DATA_FIELD_ITEM_ELEMENT,
    &Type::Seq(&[must(FIELD_TYPE, &Type::Enum(8, true)), may(FIELD_DATA, &Type::Octets(1, 65_535))]),
);
static PACKET: Type = Type::Seq(&[
    must(SEQ_NUMBER, &Type::Int(0, 65_535)),
    must(PRIMARY_IFP_PACKET_ELEMENT, &Type::Open(&IFP)),
    must(
        ERROR_RECOVERY,
        &Type::Choice(&[
            must(SECONDARY_IFP_PACKETS, &Type::List(0, MAX, &SECONDARY)),
            must(
                FEC_INFO_ELEMENT,
                &Type::Seq(&[
                    must(NO_FIELD, &Type::Other(NPACKETS)),
                    must(FEC_DATA, &Type::List(0, MAX, &FEC_ITEM)),
                ]),
            ),
        ]),
    ),
]);
static SECONDARY: Member = must(SECONDARY_IFP_PACKETS_ITEM_ELEMENT, &Type::Open(&IFP));
static FEC_ITEM: Member = must(FEC_DATA_ITEM, &Type::Octets(0, MAX));

/// How many packets were put together: a number without bounds.
const NPACKETS: u8 = 0;

fn remember(past: &mut Past<'_>, _: &[u8]) {
    if let Some(why) = setup::of(past) {
        past.note(setup::NOTE, &why);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("T.38");
    cx.label(cx.proto_item(), |o| _ = o.s("ITU-T Recommendation T.38"));
    if let Some(why) = cx.recalled(setup::NOTE)
        && let Some(found) = Setup::read(&why.bytes)
    {
        let setup = Setup { call_id: &[], ..found };
        super::rtp::show_setup(cx, c.span(0), why, &setup, [SETUP, SETUP_FRAME, SETUP_METHOD]);
    }
    cx.info(|o| _ = o.s("UDP: UDPTLPacket "));
    per_types::read(cx, UDPTLPACKET_ELEMENT, &PACKET, &mut Per::new(c), &mut Told { primary: true })
}

/// Only what a packet is about itself stands in the Info column.
struct Told {
    primary: bool,
}

impl Reader for Told {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, _: u8, _: Field, per: &mut Per<'_>) -> Step {
        let n = per.length(cx, super::per::INTEGER_LENGTH)?;
        let c = per.bytes(n)?;
        let v = c.peek_uint(0, n.min(4))?;
        cx.add(FEC_NPACKETS, c.span(n), Value::I(v as i64));
        Ok(())
    }

    fn told<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, n: u64, bytes: &[u8], _: Item) {
        match field {
            SEQ_NUMBER => cx.info_add(|o| _ = o.s("Seq=").u0(n, 5).s(" ")),
            ERROR_RECOVERY => self.primary = false,
            T30_INDICATOR if self.primary => {
                cx.info_add(|o| _ = o.s(" t30ind: ").s(T30_INDICATOR_NAMES.or(n, "<unknown>")));
            }
            T30_DATA if self.primary => {
                cx.info_add(|o| _ = o.s(" data:").s(T30_DATA_NAMES.or(n, "<unknown>")).s(":"));
            }
            FIELD_TYPE if self.primary => {
                cx.info_add(|o| _ = o.s(" ").s(FIELD_TYPE_NAMES.or(n, "<unknown>")));
            }
            FIELD_DATA if self.primary => {
                let shown = bytes.get(..7).unwrap_or(bytes);
                cx.info_add(|o| {
                    o.s("[").hex_bytes(shown, 0).s(if bytes.len() > 7 { "...]" } else { "]" });
                });
            }
            _ => {}
        }
    }
}
