//! IS-IS, ISO 10589: the common header, and which PDU follows; the network layer of OSI it comes through.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    OSI "osi" "OSI" "OSI" Network
    on [Llc 0xfe, Llc 0x14, Llc 0x20, Llc 0x34, Llc 0x54, Null 7, Gre 0xfe]
    fields {
        NLPID "osi.nlpid" "Network Layer Protocol Identifier": U8 Hex = NLPID_NAMES;
    }
}

names! {
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
        193 => "SubNetwork Dependent Convergence Function",
        204 => "IP",
        207 => "PPP",
    }
}

/// Identifiers of OSI's network layer protocols.
const ESIS_ID: u8 = 0x82;
const ISIS_ID: u8 = 0x83;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? == ISIS_ID {
        cx.proto_len(0);
        return cx.call(routing::ID, c);
    }
    if c.peek_u8(0)? == ESIS_ID {
        cx.proto_len(0);
        return cx.call(esis::ID, c);
    }
    cx.protocol("OSI");
    cx.info_clear();
    run(cx, &mut { c }, &[(NLPID, 1)])?;
    cx.call(crate::meta::data::ID, c)
}

/// End systems to intermediate systems, ISO 9542.
pub mod esis {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        ESIS "esis" "ISO 9542 ESIS Routeing Information Exchange Protocol" "ESIS" Network
        on []
        fields {
            NLPID "esis.nlpi" "Network Layer Protocol Identifier": U8 Hex;
            LENGTH "esis.length" "PDU Length": U8 Dec;
            VER "esis.ver" "Version": U8 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ESIS");
        cx.info_clear();
        cx.u8(NLPID, &mut c)?;
        cx.u8(LENGTH, &mut c)?;
        cx.u8(VER, &mut c).map(|_| ())
    }
}

pub use super::isis_routing as routing;
