//! Elements of layer 3 of mobile networks (3GPP TS 24.008) that others carry: traffic flow templates, time zones.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, proto};

proto! {
    GSM_A "gsm_a" "GSM A-I/F COMMON" "GSM COMMON" App
    on []
    fields {
        SPARE_BITS "gsm_a.spare_bits" "Spare bit(s)": U8 Dec;
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Elements of call control and mobility management.
pub mod dtap {
    use super::*;

    proto! {
        GSM_A_DTAP "gsm_a.dtap" "GSM A-I/F DTAP" "GSM DTAP" App
        on []
        fields {
            TIMEZONE "gsm_a.dtap.timezone" "Timezone": U8 Hex;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(Stop::NotMine)
    }

    /// A time zone (TS 23.040 §9.2.3.11): quarters of an hour in swapped digits, and a sign.
    pub(in super::super) fn time_zone<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
        let zone = c.peek_u8(0)?;
        let quarters = u64::from((zone & 7) * 10 + (zone >> 4));
        let item = cx.add(TIMEZONE, c.span(1), Value::U(u64::from(zone)));
        cx.label(item, |o| {
            o.s("Timezone: GMT ").s(if zone & 8 != 0 { "-" } else { "+" }).s(" ").u(quarters / 4);
            o.s(" hours ").u(quarters % 4 * 15).s(" minutes");
        });
        c.skip(1)
    }
}

/// Elements of packet services.
pub mod gm {
    use super::*;
    use requin_wire::names;

    proto! {
        GSM_A_GM "gsm_a.gm" "GSM A-I/F GPRS Mobility and Session Management" "GSM Management" App
        on []
        fields {
            LINK_DIR "gsm_a.gm.sm.link_dir" "Link direction": I32 Dec = LINK_DIR_NAMES;
            EXT "gsm_a.gm.sm.ext" "Extension": Bool(8) & 0x80;
            CONFIGURATION_PROTOCOL "gsm_a.gm.configuration_protocol" "Configuration Protocol": U8 Dec & 0x7 = CONFIGURATION_NAMES;
            PCO_PID "gsm_a.gm.sm.pco_pid" "Protocol or Container ID": U16 Hex;
            PCO_LENGTH "gsm_a.gm.sm.pco.length" "Length": U8 HexDec;
            TFT_OP_CODE "gsm_a.gm.sm.tft.op_code" "TFT operation code": U8 Dec & 0xe0 = TFT_OP_CODE_NAMES;
            TFT_E_BIT "gsm_a.gm.sm.tft.e_bit" "E bit": Bool(8) & 0x10 = requin_wire::Names::Bools("Parameters list is included", "Parameters list is not included");
            TFT_PKT_FLT "gsm_a.gm.sm.tft.pkt_flt" "Number of packet filters": U8 Dec & 0xf;
            TFT_PACKET_FILTER "gsm_a.gm.sm.tft.packet_filter" "Packet filter": U8 Dec;
            TFT_PKT_FLT_DIR "gsm_a.gm.sm.tft.pkt_flt_dir" "Packet filter direction": U8 Dec & 0x30 = TFT_PKT_FLT_DIR_NAMES;
            TFT_PKT_FLT_ID "gsm_a.gm.sm.tft.pkt_flt_id" "Packet filter identifier": U8 Dec & 0xf = FROM_ONE;
            TFT_PACKET_EVALUATION_PRECEDENCE "gsm_a.gm.sm.tft.packet_evaluation_precedence" "Packet evaluation precedence": U8 HexDec;
            TFT_PACKET_FILTER_LENGTH "gsm_a.gm.sm.tft.packet_filter_length" "Packet filter length": U8 HexDec;
            TFT_PACKET_FILTER_COMPONENT_TYPE_ID "gsm_a.gm.sm.tft.packet_filter_component_type_id" "Packet filter component type identifier": U8 Dec = TFT_PACKET_FILTER_COMPONENT_TYPE_ID_NAMES;
            IP4_ADDRESS "gsm_a.gm.sm.ip4_address" "IPv4 address": Ipv4;
            IP4_MASK "gsm_a.gm.sm.ip4_mask" "IPv4 address mask": Ipv4;
            IP6_ADDRESS "gsm_a.gm.sm.ip6_address" "IPv6 address": Ipv6;
            IP6_MASK "gsm_a.gm.sm.ip6_mask" "IPv6 address mask": Ipv6;
            IP6_PREFIX_LENGTH "gsm_a.gm.sm.ip6_prefix_length" "IPv6 prefix length": U8 Dec;
            TFT_PROTOCOL_HEADER "gsm_a.gm.sm.tft.protocol_header" "Protocol/header": U8 Hex = super::super::protocols::PROTOCOLS;
            TFT_PORT "gsm_a.gm.sm.tft.port" "Port": U16 Dec;
            TFT_PORT_LOW "gsm_a.gm.sm.tft.port_low" "Low limit port": U16 Dec;
            TFT_PORT_HIGH "gsm_a.gm.sm.tft.port_high" "High limit port": U16 Dec;
            TFT_SECURITY "gsm_a.gm.sm.tft.security" "IPSec security parameter index": U32 Hex;
            TFT_TRAFFIC_CLASS "gsm_a.gm.sm.tft.traffic_class" "Type of service/Traffic class field": U8 Hex;
            TFT_TRAFFIC_MASK "gsm_a.gm.sm.tft.traffic_mask" "Mask field": U8 Hex;
            TFT_FLOW_LABEL_TYPE "gsm_a.gm.sm.tft.flow_label_type" "Flow Label Type": U24 Hex & 0xfffff;
            TFT_PACKET_FILTER_IDENTIFIER "gsm_a.gm.sm.tft.packet_filter_identifier" "Packet filter identifier": U8 Dec;
        }
    }

    names! {
        LINK_DIR_NAMES { 0 => "MS to network", 1 => "Network to MS" }
        CONFIGURATION_NAMES { 0 => "PPP for use with IP PDP type or IP PDN type" }
        /// Protocols of PPP that stand in configuration options.
        CONFIGURED {
            0x8021 => "Internet Protocol Control Protocol", 0xc021 => "Link Control Protocol",
            0xc023 => "Password Authentication Protocol",
            0xc223 => "Challenge Handshake Authentication Protocol",
        }
        /// What else users ask for (TS 24.008 §10.5.6.3).
        ASKED {
            1 => "P-CSCF IPv6 Address Request", 2 => "IM CN Subsystem Signaling Flag", 3 => "DNS Server IPv6 Address Request",
            4 => "Not Supported", 5 => "MS Support of Network Requested Bearer Control indicator",
            10 => "IP address allocation via NAS signalling", 11 => "IPv4 address allocation via DHCPv4",
            12 => "P-CSCF IPv4 Address Request", 13 => "DNS Server IPv4 Address Request", 14 => "MSISDN Request",
            16 => "IPv4 Link MTU Request",
        }
        /// The answers.
        ANSWERED {
            1 => "P-CSCF IPv6 Address", 2 => "IM CN Subsystem Signaling Flag", 3 => "DNS Server IPv6 Address",
            4 => "Policy Control rejection code", 5 => "Selected Bearer Control Mode", 12 => "P-CSCF IPv4 Address",
            13 => "DNS Server IPv4 Address", 14 => "MSISDN", 16 => "IPv4 Link MTU",
        }
        TFT_OP_CODE_NAMES {
            0 => "Ignore this IE",
            1 => "Create new TFT",
            2 => "Delete existing TFT",
            3 => "Add packet filters to existing TFT",
            4 => "Replace packet filters in existing TFT",
            5 => "Delete packet filters from existing TFT",
            6 => "No TFT operation",
            7 => "Reserved",
        }
        TFT_PKT_FLT_DIR_NAMES {
            0 => "Pre Rel-7 TFT filter",
            1 => "Downlink only",
            2 => "Uplink only",
            3 => "Bidirectional",
        }
        TFT_PACKET_FILTER_COMPONENT_TYPE_ID_NAMES {
            16 => "IPv4 remote address type",
            17 => "IPv4 local address type",
            32 => "IPv6 remote address type",
            33 => "IPv6 remote address/prefix length type",
            35 => "IPv6 local address/prefix length type",
            48 => "Protocol identifier/Next header type",
            64 => "Single local port type",
            65 => "Local port range type",
            80 => "Single remote port type",
            81 => "Remote port range type",
            96 => "Security parameter index type",
            112 => "Type of service/Traffic class type",
            128 => "Flow label type",
            129 => "Destination MAC address type",
            130 => "Source MAC address type",
            131 => "802.1Q C-TAG VID type",
            132 => "802.1Q S-TAG VID type",
            133 => "802.1Q C-TAG PCP/DEI type",
            134 => "802.1Q S-TAG PCP/DEI type",
            135 => "Ethertype type",
        }
        /// Filters are counted from one.
        FROM_ONE {
            0 => "1", 1 => "2", 2 => "3", 3 => "4", 4 => "5", 5 => "6", 6 => "7", 7 => "8", 8 => "9",
            9 => "10", 10 => "11", 11 => "12", 12 => "13", 13 => "14", 14 => "15", 15 => "16",
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(Stop::NotMine)
    }

    /// Protocol configuration options (TS 24.008 §10.5.6.3): packets of PPP, and what else is asked for.
    pub(in super::super) fn configuration<S: Sink>(
        cx: &mut Cx<'_, S>,
        mut c: Cursor<'_>,
        from_user: bool,
    ) -> Step {
        let item = cx.add(LINK_DIR, c.span(0), Value::I(i64::from(!from_user)));
        cx.set_generated(item);
        cx.peek(EXT, &c, 1)?;
        cx.field(CONFIGURATION_PROTOCOL, &mut c, 1)?;
        while c.left() > 2 {
            let id = c.peek_u16(0)?;
            let len = usize::from(c.peek_u8(2)?);
            let item = cx.peek(PCO_PID, &c, 2)?;
            let names = match id {
                0x8000.. => CONFIGURED,
                _ if from_user => ASKED,
                _ => ANSWERED,
            };
            let name = names.or(u64::from(id), "Unknown");
            cx.label(item, |o| _ = o.s("Protocol or Container ID: ").s(name).s(" (").hex(id, 4).s(")"));
            c.skip(2)?;
            cx.under(item, |cx| -> Step {
                cx.field(PCO_LENGTH, &mut c, 1)?;
                let one = c.take_all(len)?;
                match crate::link::ppp_control::control_protocol(cx.registry, id) {
                    // The columns are about the message that carries it.
                    Some(inner) if len > 0 => cx.quoted(|cx| cx.call_nested(inner, one)),
                    _ => Ok(()),
                }
            })?;
        }
        Ok(())
    }

    const DELETE_FILTERS: u8 = 5;

    /// A traffic flow template (TS 24.008 §10.5.6.12).
    pub(in super::super) fn flow_template<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
        let head = c.peek_u8(0)?;
        for field in [TFT_OP_CODE, TFT_E_BIT, TFT_PKT_FLT] {
            cx.peek(field, c, 1)?;
        }
        c.skip(1)?;
        for i in 0..head & 15 {
            if head >> 5 == DELETE_FILTERS {
                cx.field(TFT_PACKET_FILTER_IDENTIFIER, c, 1)?;
                continue;
            }
            let len = 3 + usize::from(c.peek_u8(2)?);
            let mut one = c.take_all(len)?;
            let item = cx.add(TFT_PACKET_FILTER, one.span(len), Value::U(u64::from(i)));
            cx.under(item, |cx| filter(cx, &mut one))?;
        }
        Ok(())
    }

    fn filter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
        let bits = u64::from(c.peek_u8(0)? >> 6);
        let item = cx.add(SPARE_BITS, c.span(1), Value::U(bits));
        cx.label(item, |o| _ = o.u(bits >> 1).u(bits & 1).s(".. .... = Spare bit(s): ").u(bits));
        cx.peek(TFT_PKT_FLT_DIR, c, 1)?;
        cx.field(TFT_PKT_FLT_ID, c, 1)?;
        cx.field(TFT_PACKET_EVALUATION_PRECEDENCE, c, 1)?;
        cx.field(TFT_PACKET_FILTER_LENGTH, c, 1)?;
        while !c.is_empty() {
            let kind = c.peek_u8(0)?;
            let item = cx.field(TFT_PACKET_FILTER_COMPONENT_TYPE_ID, c, 1)?;
            let parts: &[_] = match kind {
                16 | 17 => &[(IP4_ADDRESS, 4), (IP4_MASK, 4)],
                32 => &[(IP6_ADDRESS, 16), (IP6_MASK, 16)],
                33 | 35 => &[(IP6_ADDRESS, 16), (IP6_PREFIX_LENGTH, 1)],
                48 => &[(TFT_PROTOCOL_HEADER, 1)],
                64 | 80 => &[(TFT_PORT, 2)],
                65 | 81 => &[(TFT_PORT_LOW, 2), (TFT_PORT_HIGH, 2)],
                96 => &[(TFT_SECURITY, 4)],
                112 => &[(TFT_TRAFFIC_CLASS, 1), (TFT_TRAFFIC_MASK, 1)],
                128 => &[(TFT_FLOW_LABEL_TYPE, 3)],
                // Nobody knows how long others are.
                _ => return Ok(()),
            };
            cx.under(item, |cx| crate::common::run(cx, c, parts))?;
        }
        Ok(())
    }
}
