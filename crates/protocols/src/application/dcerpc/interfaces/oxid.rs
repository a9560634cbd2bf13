//! Where objects are, [MS-DCOM].

use super::{Call, declines as dissect};
use crate::application::dcerpc::ndr::Ndr;
use crate::application::dcerpc::{dcom, stub};
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    OXID "oxid" "DCOM OXID Resolver" "IOXIDResolver" App
    on []
    fields {
        OPNUM "oxid.opnum" "Operation": U16 Dec = OPERATIONS;
        SETID "oxid.setid" "SetId": U64 Hex;
        SEQNUM "oxid.seqnum" "SeqNum": U16 Dec;
        ADDTOSET "oxid.addtoset" "AddToSet": U16 Dec;
        DELFROMSET "oxid.delfromset" "DelFromSet": U16 Dec;
        OID "oxid.oid" "OID": U64 Hex;
        PING_BACKOFF_FACTOR "oxid.ping_backoff_factor" "PingBackoffFactor": U16 Dec;
        OXID "oxid.oxid" "OXID": U64 Hex;
        REQUESTED_PROTSEQS "oxid.requested_protseqs" "RequestedProtSeq": U16 Dec;
        PROTSEQS "oxid.protseqs" "ProtSeq": U16 Dec = dcom::TOWER_ID_NAMES;
        BINDINGS "oxid.bindings" "OxidBindings": None;
        IPID "oxid.ipid" "IPID": Guid;
        AUTHN_HINT "oxid.authn_hint" "AuthnHint": U32 Dec;
        ADDRESS "dcom.oxid.address" "Address": None;
        UNKNOWN1 "oxid.unknown1" "unknown 8 bytes 1": U64 Hex;
        UNKNOWN2 "oxid.unknown2" "unknown 8 bytes 2": U64 Hex;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "ResolveOxid",
        1 => "SimplePing",
        2 => "ComplexPing",
        3 => "ServerAlive",
        4 => "ResolveOxid2",
        5 => "ServerAlive2",
    }
}

/// Objects that one message names: no packet holds more.
const MOST: u64 = 4096;

/// What a call carries; those that tshark doesn't read are given as they are.
pub(in crate::application::dcerpc) fn arguments<S: Sink>(
    cx: &mut Cx<'_, S>,
    call: &Call<'_>,
    c: Cursor<'_>,
) -> Step {
    let n = &mut Ndr::new(c, call);
    match (call.operation, call.response) {
        (1, false) => _ = n.number(cx, SETID, 8)?,
        (1 | 3, true) => dcom::result(n, cx)?,
        (2, false) => change(n, cx)?,
        (2, true) => {
            n.number(cx, SETID, 8)?;
            n.number(cx, PING_BACKOFF_FACTOR, 2)?;
            dcom::result(n, cx)?;
        }
        (3 | 5, false) => {}
        (4, false) => {
            n.number(cx, OXID, 8)?;
            n.number(cx, REQUESTED_PROTSEQS, 2)?;
            for _ in 0..n.word()?.min(MOST) {
                n.number(cx, PROTSEQS, 2)?;
            }
        }
        (4, true) => resolved(n, cx)?,
        (5, true) => alive(n, cx)?,
        _ => return stub::unread(cx, &mut n.c),
    }
    n.end(cx);
    Ok(())
}

/// A change of the set of objects that pings are for (3.1.2.5.1.2).
fn change<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    n.number(cx, SETID, 8)?;
    n.number(cx, SEQNUM, 2)?;
    let added = n.number(cx, ADDTOSET, 2)?;
    let removed = n.number(cx, DELFROMSET, 2)?;
    cx.info_add(|o| _ = o.s(" AddToSet=").u(added).s(" DelFromSet=").u(removed));
    for count in [added, removed] {
        if count > 0 {
            // A pointer, and how many there are.
            n.word()?;
            n.word()?;
            for _ in 0..count {
                n.number(cx, OID, 8)?;
            }
        }
    }
    Ok(())
}

/// Where an exporter of objects is.
fn resolved<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    if n.word()? != 0 {
        dcom::bindings(n, cx, BINDINGS)?;
    }
    dcom::guid(n, cx, IPID)?;
    n.number(cx, AUTHN_HINT, 4)?;
    n.number(cx, dcom::VERSION_MAJOR, 2)?;
    n.number(cx, dcom::VERSION_MINOR, 2)?;
    dcom::result(n, cx)
}

/// How a server that is alive may be reached.
fn alive<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    n.number(cx, dcom::VERSION_MAJOR, 2)?;
    n.number(cx, dcom::VERSION_MINOR, 2)?;
    n.raw(cx, UNKNOWN1)?;
    dcom::bindings_here(n, cx, ADDRESS)?;
    n.raw(cx, UNKNOWN2)
}
