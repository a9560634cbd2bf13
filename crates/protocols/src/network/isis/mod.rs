//! The network layer of OSI, ISO/IEC TR 9577, and the options its packets share (ISO 8473 section 7.5, ISO 9542 section 7.4); IS-IS and ES-IS.

use crate::common::run;
use requin_wire::{Cursor, Cx, Item, Sink, Step, names, proto};

proto! {
    OSI "osi" "OSI" "OSI" Network
    on [Llc 0xfe, Llc 0x14, Llc 0x20, Llc 0x34, Llc 0x54, Null 7, Gre 0xfe]
    fields {
        NLPID "osi.nlpid" "Network Layer Protocol Identifier": U8 Hex = NLPID_NAMES;
        QOS "osi.options.qos.maintenance" "Quality of service maintenance": U8 Dec & 0xc0 = SCOPE_NAMES;
        QOS_RESERVED "osi.options.qos.reserved" "Reserved": Bool(8) & 0x20;
        QOS_SEQ_VS_TRS "osi.options.qos.seq_vs_trs" "Sequencing versus transit delay": Bool(8) & 0x10;
        QOS_CONG_EXPED "osi.options.qos.cong_exped" "Congestion experienced": Bool(8) & 0x8;
        QOS_TSD_VS_COST "osi.options.qos.tsd_vs_cost" "Transit delay versus cost": Bool(8) & 0x4;
        QOS_RESERROR_TRS "osi.options.qos.reserror_trs" "Residual error probability versus transit delay": Bool(8) & 0x2;
        QOS_RESERROR_COST "osi.options.qos.reserror_cost" "Residual error probability versus cost": Bool(8) & 0x1;
        SECURITY_TYPE "osi.options.security_type" "Security type": U8 Dec & 0xc0 = SCOPE_NAMES;
        PRIORITY "osi.options.priority" "Priority": U8 Dec;
        ADDRESS_MASK "osi.options.address_mask" "Address Mask": Bytes;
        SNPA_MASK "osi.options.snpa_mask" "SNPA Mask": SysId;
        ESCT "osi.options.esct" "ESCT (seconds)": U16 Dec;
        PADDING "osi.options.padding" "Padding": Bytes;
    }
    experts {
        NO_OPTIONS "osi.options.none" Note Protocol "No Options for this PDU";
    }
}

names! {
    SCOPE_NAMES {
        0 => "Reserved", 1 => "Source Address Specific", 2 => "Destination Address Specific", 3 => "Globally Unique",
    }
    /// Protocols by the identifier that begins their packets (ISO/IEC TR 9577).
    pub(super) NLPID_NAMES {
        0 => "NULL",
        1 => "X.29",
        3 => "X.633",
        8 => "Q.931",
        9 => "Q.2931",
        12 => "Q.2119",
        128 => "SNAP",
        129 => "CLNP",
        130 => "ESIS",
        131 => "ISIS",
        133 => "IDRP",
        138 => "ESIS (X.25)",
        140 => "ISO 10030",
        141 => "ISO 11577",
        142 => "IPv6",
        143 => "Avaya SPBM Fabric IPVPN",
        176 => "Data compression protocol",
        192 => "TRILL",
        193 => "IEEE 802.1aq (SPB)",
        204 => "IP",
        207 => "PPP",
    }
}

/// Identifiers of OSI's network layer protocols.
const ESIS_ID: u8 = 0x82;
const ISIS_ID: u8 = 0x83;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? == ISIS_ID {
        cx.drop_node();
        return cx.call(routing::ID, c);
    }
    if c.peek_u8(0)? == ESIS_ID {
        cx.drop_node();
        return cx.call(esis::ID, c);
    }
    cx.protocol("OSI");
    cx.info_clear();
    run(cx, &mut { c }, &[(NLPID, 1)])?;
    cx.call(crate::meta::data::ID, c)
}

/// Options of ES-IS, to the end; `line` is what they stand under.
fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item) -> Step {
    c.peek_bytes(0, c.left())?;
    if c.is_empty() {
        cx.expert(NO_OPTIONS, line, c.span(0));
    }
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        c.skip(2)?;
        let mut one = c.take_all(usize::from(len))?;
        let n = one.left();
        match kind {
            0xc3 => {
                let scope = one.peek_u8(0)?;
                let item = cx.field(QOS, &mut { one }, 1)?;
                if scope >> 6 == 3 {
                    let bits = [
                        QOS_RESERVED,
                        QOS_SEQ_VS_TRS,
                        QOS_CONG_EXPED,
                        QOS_TSD_VS_COST,
                        QOS_RESERROR_TRS,
                        QOS_RESERROR_COST,
                    ];
                    cx.under(item, |cx| -> Step {
                        for bit in bits {
                            cx.peek(bit, &one, 1)?;
                        }
                        Ok(())
                    })?;
                }
            }
            0xc5 => _ = cx.field(SECURITY_TYPE, &mut one, 1)?,
            0xc6 if n == 2 => _ = cx.u16(ESCT, &mut one)?,
            0xcc => _ = cx.field(PADDING, &mut one, n)?,
            0xcd => _ = cx.u8(PRIORITY, &mut one)?,
            0xe1 => _ = cx.field(ADDRESS_MASK, &mut one, n)?,
            0xe2 => _ = cx.field(SNPA_MASK, &mut one, n)?,
            _ => {}
        }
    }
    Ok(())
}

mod clv;
pub mod csnp;
pub mod esis;
pub mod hello;
pub mod lsp;
mod lsp_capability;
mod lsp_reach;
pub mod psnp;
pub mod routing;
mod snp;
