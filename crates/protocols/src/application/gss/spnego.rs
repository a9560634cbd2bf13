//! The negotiation of a mechanism (RFC 4178; [MS-SPNG] for the hints).

use super::{Mechanism, krb5, mechanism_field};
use crate::application::ntlmssp;
use crate::application::x509::der::{self, Element};
use crate::application::x509::{ber, integer, plain, sequence_of, span};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Stop, Value, names, proto};

const SET_NOTSET: Names = Names::Bools("Set", "Not set");

proto! {
    SPNEGO "spnego" "Simple Protected Negotiation" "SPNEGO" App
    on []
    fields {
        KRB5_BLOB "spnego.krb5.blob" "krb5_blob": Bytes;
        KRB5_OID "spnego.krb5_oid" "KRB5 OID": Str;
        KRB5_TOK_ID "spnego.krb5.tok_id" "krb5_tok_id": U16 Hex = krb5::TOKENS;
        KRB5_SGN_ALG "spnego.krb5.sgn_alg" "krb5_sgn_alg": U16 Hex = krb5::SIGNING;
        KRB5_SEAL_ALG "spnego.krb5.seal_alg" "krb5_seal_alg": U16 Hex = krb5::SEALING;
        KRB5_SND_SEQ "spnego.krb5.snd_seq" "krb5_snd_seq": Bytes;
        KRB5_SGN_CKSUM "spnego.krb5.sgn_cksum" "krb5_sgn_cksum": Bytes;
        KRB5_CONFOUNDER "spnego.krb5.confounder" "krb5_confounder": Bytes;
        KRB5_FILLER "spnego.krb5.filler" "krb5_filler": Bytes;
        KRB5_CFX_FLAGS "spnego.krb5.cfx_flags" "krb5_cfx_flags": U8 Hex;
        KRB5_SEND_BY_ACCEPTOR "spnego.krb5.send_by_acceptor" "SendByAcceptor": Bool(8) & 0x1 = SET_NOTSET;
        KRB5_SEALED "spnego.krb5.sealed" "Sealed": Bool(8) & 0x2 = SET_NOTSET;
        KRB5_ACCEPTOR_SUBKEY "spnego.krb5.acceptor_subkey" "AcceptorSubkey": Bool(8) & 0x4 = SET_NOTSET;
        KRB5_CFX_EC "spnego.krb5.cfx_ec" "krb5_cfx_ec": U16 Dec;
        KRB5_CFX_RRC "spnego.krb5.cfx_rrc" "krb5_cfx_rrc": U16 Dec;
        KRB5_CFX_SEQ "spnego.krb5.cfx_seq" "krb5_cfx_seq": U64 Dec;
        NEG_TOKEN_INIT "spnego.negTokenInit_element" "negTokenInit": None;
        NEG_TOKEN_TARG "spnego.negTokenTarg_element" "negTokenTarg": None;
        MECH_TYPE "spnego.MechType" "MechType": Oid;
        MECH_TYPES "spnego.mechTypes" "mechTypes": U32 Dec;
        REQ_FLAGS "spnego.reqFlags" "reqFlags": Bytes;
        MECH_TOKEN "spnego.mechToken" "mechToken": Bytes;
        MECH_LIST_MIC "spnego.mechListMIC" "mechListMIC": Bytes;
        HINT_NAME "spnego.hintName" "hintName": Str;
        HINT_ADDRESS "spnego.hintAddress" "hintAddress": Bytes;
        NEG_HINTS "spnego.negHints_element" "negHints": None;
        NEG_RESULT "spnego.negResult" "negResult": U32 Dec = RESULTS;
        SUPPORTED_MECH "spnego.supportedMech" "supportedMech": Oid;
        RESPONSE_TOKEN "spnego.responseToken" "responseToken": Bytes;
        DELEG_FLAG "spnego.ContextFlags.delegFlag" "delegFlag": Bool(8) & 0x80;
        MUTUAL_FLAG "spnego.ContextFlags.mutualFlag" "mutualFlag": Bool(8) & 0x40;
        REPLAY_FLAG "spnego.ContextFlags.replayFlag" "replayFlag": Bool(8) & 0x20;
        SEQUENCE_FLAG "spnego.ContextFlags.sequenceFlag" "sequenceFlag": Bool(8) & 0x10;
        ANON_FLAG "spnego.ContextFlags.anonFlag" "anonFlag": Bool(8) & 0x08;
        CONF_FLAG "spnego.ContextFlags.confFlag" "confFlag": Bool(8) & 0x04;
        INTEG_FLAG "spnego.ContextFlags.integFlag" "integFlag": Bool(8) & 0x02;
    }
}

names! {
    RESULTS {
        0 => "accept-completed",
        1 => "accept-incomplete",
        2 => "reject",
    }
}

const CONTEXT_FLAGS: &[Field] =
    &[DELEG_FLAG, MUTUAL_FLAG, REPLAY_FLAG, SEQUENCE_FLAG, ANON_FLAG, CONF_FLAG, INTEG_FLAG];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let choice = der::next(&mut c)?;
    let init = match choice.id {
        0xa0 => true,
        0xa1 => false,
        _ => return Err(Stop::Malformed),
    };
    let mut body = choice.body;
    let members = der::expect(&mut body, der::SEQUENCE)?.body;
    let field = if init { NEG_TOKEN_INIT } else { NEG_TOKEN_TARG };
    let item = cx.add(field, span(&members), Value::None);
    cx.under(item, |cx| if init { neg_token_init(cx, members) } else { neg_token_targ(cx, members) })
}

/// The first message: what the client can, and a token for what it likes best.
fn neg_token_init<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut first = Mechanism::Other;
    while !c.is_empty() {
        let e = der::next(&mut c)?;
        let mut b = e.body;
        match e.id {
            0xa0 => {
                let mut list = der::expect(&mut b, der::SEQUENCE)?.body;
                let item = sequence_of(cx, MECH_TYPES, &list);
                let mut nth = 0;
                cx.under(item, |cx| -> Step {
                    while !list.is_empty() {
                        let name = der::expect(&mut list, der::OID)?;
                        let mechanism = mechanism_field(cx, MECH_TYPE, &name.body);
                        if nth == 0 {
                            first = mechanism;
                        }
                        nth += 1;
                    }
                    Ok(())
                })?;
            }
            0xa1 => context_flags(cx, &der::expect(&mut b, der::BIT_STRING)?)?,
            0xa2 => token(cx, MECH_TOKEN, &der::expect(&mut b, der::OCTET_STRING)?, first)?,
            // [MS-SPNG] put the hints where RFC 4178 has the signature.
            0xa3 if der::peek(&b) == Some(der::SEQUENCE) => hints(cx, der::next(&mut b)?.body)?,
            0xa3 | 0xa4 => signature(cx, &der::expect(&mut b, der::OCTET_STRING)?)?,
            _ => {}
        }
    }
    Ok(())
}

fn context_flags<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    let mut b = e.body;
    cx.field(ber::BITSTRING_PADDING, &mut b, 1)?;
    let item = cx.add(REQ_FLAGS, span(&b), Value::Bytes(span(&b)));
    if b.is_empty() {
        return Ok(());
    }
    cx.under(item, |cx| -> Step {
        for flag in CONTEXT_FLAGS {
            cx.peek(*flag, &b, 1)?;
        }
        Ok(())
    })
}

fn hints<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(NEG_HINTS, span(&c), Value::None);
    cx.under(item, |cx| -> Step {
        while !c.is_empty() {
            let e = der::next(&mut c)?;
            let mut b = e.body;
            match e.id {
                0xa0 => _ = plain(cx, HINT_NAME, &der::next(&mut b)?),
                0xa1 => _ = plain(cx, HINT_ADDRESS, &der::expect(&mut b, der::OCTET_STRING)?),
                _ => {}
            }
        }
        Ok(())
    })
}

/// All messages behind the first.
fn neg_token_targ<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut chosen = Mechanism::Other;
    while !c.is_empty() {
        let e = der::next(&mut c)?;
        let mut b = e.body;
        match e.id {
            0xa0 => _ = integer(cx, NEG_RESULT, &der::expect(&mut b, der::ENUMERATED)?),
            0xa1 => chosen = mechanism_field(cx, SUPPORTED_MECH, &der::expect(&mut b, der::OID)?.body),
            0xa2 => token(cx, RESPONSE_TOKEN, &der::expect(&mut b, der::OCTET_STRING)?, chosen)?,
            0xa3 => signature(cx, &der::expect(&mut b, der::OCTET_STRING)?)?,
            _ => {}
        }
    }
    Ok(())
}

/// A token of the mechanism that is being negotiated. Its first bytes tell more surely which that is than the negotiation:
/// later messages don't name it, and clients send the token of what they hope for.
fn token<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, mechanism: Mechanism) -> Step {
    plain(cx, field, e);
    let bytes = e.body.rest();
    if bytes.starts_with(ntlmssp::SIGNATURE) {
        cx.call_nested(ntlmssp::ID, e.body)
    } else if krb5::begins_token(bytes) && mechanism != Mechanism::Ntlm {
        krb5::token(cx, e.body)
    } else {
        Ok(())
    }
}

/// The signature of the list of mechanisms, by the one that was chosen.
fn signature<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    plain(cx, MECH_LIST_MIC, e);
    if krb5::is_message_token(e.body.rest()) {
        return krb5::message_token(cx, e.body).map(|_| ());
    }
    // NTLM's has a version and 12 bytes ([MS-NLMP] 2.2.2.9).
    match e.body.rest() {
        b if b.len() == 16 && b.starts_with(&[1, 0, 0, 0]) => ntlmssp::signature(cx, e.body),
        _ => Ok(()),
    }
}
