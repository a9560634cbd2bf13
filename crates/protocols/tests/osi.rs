//! What stands on ISO transport, and other types of ASN.1, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;
#[path = "support/talk.rs"]
#[allow(dead_code)]
mod talk;

use requin_protocols::application::tpkt;
use requin_protocols::registry;
use requin_wire::{Recalled, Remembered, Time};
use shown::*;
use talk::Talk;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// An element in the basic encoding.
fn ber(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    assert!(body.len() < 128);
    let mut e = vec![tag, body.len() as u8];
    e.extend(body);
    e
}

const ACSE: [u8; 4] = [0x52, 1, 0, 1];
const MMS: [u8; 5] = [0x28, 0xca, 0x22, 2, 1];
const BASIC: [u8; 2] = [0x51, 1];

/// What is remembered of a connection whose contexts 1 and 3 are association control and MMS.
fn contexts() -> Recalled {
    let one = |n: u8, syntax: &[u8]| {
        ber(0x30, &[&ber(2, &[&[n]]), &ber(6, &[syntax]), &ber(0x30, &[&ber(6, &[&BASIC])])])
    };
    let list = [one(1, &ACSE), one(3, &MMS)].concat();
    let what = Remembered { frame: 1, time: Time::new(0, 0), bytes: list.as_slice().into() };
    Recalled { on: 1, proto: tpkt::ID, key: 0, what }
}

/// A session PDU over transport over TCP.
fn session(spdu: &[u8]) -> Shown {
    let mut p = vec![3, 0, 0, 7 + spdu.len() as u8, 2, 0xf0, 0x80];
    p.extend(spdu);
    let frame = tcp(102, &p);
    dissect(&registry(), &meta(1, &frame, frame.len()), &frame, &[contexts()])
}

/// Data in a presentation context.
fn values(context: u8, value: &[u8]) -> Vec<u8> {
    ber(0x61, &[&ber(0x30, &[&ber(2, &[&[context]]), &ber(0xa0, &[value])])])
}

fn mms(pdu: &[u8]) -> Shown {
    session(&[&[1, 0, 1, 0][..], &values(3, pdu)].concat())
}

#[test]
fn a_variable_is_read() {
    let name = ber(0xa1, &[&ber(0x1a, &[b"LD1"]), &ber(0x1a, &[b"X$Y"])]);
    let list = ber(0xa1, &[&ber(0xa0, &[&ber(0x30, &[&ber(0xa0, &[&name])])])]);
    let s = mms(&ber(0xa0, &[&ber(2, &[&[1]]), &ber(0xa4, &[&list])]));
    s.columns("MMS", "01 confirmed-RequestPDU LD1 X$Y");
    assert!(s.layers.ends_with(&["tpkt", "cotp", "ses", "pres", "mms"]), "{:?}", s.layers);
    s.has("mms.invokeID", "1").has("mms.confirmedServiceRequest", "4").has("mms.listOfVariable", "1");
    s.has("mms.variableSpecification", "0").has("mms.domainId", "LD1").has("mms.itemId", "X$Y");
    s.has("pres.presentation_context_identifier", "3").has("ses.length", "0");
}

#[test]
fn values_of_variables() {
    let results = [
        ber(0x83, &[&[1]]),
        ber(0x85, &[&[0xfb]]),
        ber(0x80, &[&[3]]),
        ber(0xa2, &[&ber(0x84, &[&[3, 0xf0]]), &ber(0x87, &[&[8, 0x41, 0x20, 0, 0]])]),
        ber(0x91, &[&[0x5f, 0, 0, 0, 0, 0, 0, 10]]),
    ]
    .concat();
    let s = mms(&ber(0xa1, &[&ber(2, &[&[1]]), &ber(0xa4, &[&ber(0xa1, &[&results])])]));
    s.columns("MMS", "01 confirmed-ResponsePDU 10.000000");
    s.has("mms.listOfAccessResult", "5").has("mms.boolean", "1").has("mms.integer", "-5");
    s.has("mms.failure", "3").has("mms.structure", "2").has("mms.data_bit-string", "f0");
    s.has("mms.utc_time", "Jul  4, 2020 04:05:20.000000000 UTC");
    mms(&[0x8b, 0]).columns("MMS", "conclude-RequestPDU");
}

#[test]
fn an_association_begins_and_ends() {
    let s = session(&ber(9, &[&ber(193, &[&values(1, &ber(0x62, &[&ber(0x80, &[&[0]])]))])]));
    s.columns("ACSE", "Release-Request (normal)").has("acse.reason", "0").has("ses.type", "9");
    let aarq = ber(0x60, &[&ber(0x80, &[&[7, 0x80]]), &ber(0xa1, &[&ber(6, &[&MMS])])]);
    let context = ber(0x30, &[&ber(2, &[&[1]]), &ber(6, &[&ACSE]), &ber(0x30, &[&ber(6, &[&BASIC])])]);
    let normal = ber(
        0xa2,
        &[&ber(0x81, &[&[0, 1]]), &ber(0xa4, &[&context]), &ber(0x88, &[&[6, 0]]), &values(1, &aarq)],
    );
    let cp = ber(0x31, &[&ber(0xa0, &[&ber(0x80, &[&[1]])]), &normal]);
    let user = ber(193, &[&cp]);
    let s = session(&ber(13, &[&[20, 2, 0, 2], &user]));
    s.has("ses.duplex", "1").has("ses.half_duplex", "0").has("pres.mode_value", "1");
    s.has("pres.calling_presentation_selector", "0001").has("pres.presentation_requirements", "00");
    s.has("acse.T.AARQ.protocol.version.version1", "1").has("acse.aSO_context_name", "28ca220201");
    // Of a context that nobody told of, only the number is known.
    let s = session(&[&[1, 0, 1, 0][..], &values(5, &[5, 0])].concat());
    s.columns("PRES", "DATA TRANSFER (DT) SPDU").has("pres.presentation_data_values", "0");
    assert!(s.names("pres.dissector_not_available"));
}

/// The beginning of an association or its acceptance, whose presentation layer tells its version first.
fn opening(spdu: u8, contexts: &[u8], associate: &[u8]) -> Vec<u8> {
    let normal = ber(0xa2, &[&ber(0x80, &[&[7, 0x80]]), contexts, &values(1, associate)]);
    ber(spdu, &[&ber(193, &[&ber(0x31, &[&ber(0xa0, &[&ber(0x80, &[&[1]])]), &normal])])])
}

#[test]
fn contexts_are_remembered() {
    let tpkt = |spdu: &[u8]| [&[3, 0, 0, 7 + spdu.len() as u8, 2, 0xf0, 0x80][..], spdu].concat();
    let data = [&[1, 0, 1, 0][..], &values(3, &[0x8b, 0])].concat();
    let mut t = Talk::new("tpkt", 102);
    assert!(t.says(b"", &tpkt(&data)).names("pres.dissector_not_available"));
    let one = |n: u8, syntax: &[u8]| {
        ber(0x30, &[&ber(2, &[&[n]]), &ber(6, &[syntax]), &ber(0x30, &[&ber(6, &[&BASIC])])])
    };
    let list = ber(0xa4, &[&one(1, &ACSE), &one(3, &MMS)]);
    let s = t.says(b"", &tpkt(&opening(13, &list, &ber(0x60, &[&ber(0xa1, &[&ber(6, &[&MMS])])]))));
    s.columns("ACSE", "A-Associate-Request").has("pres.presentation_context_definition_list", "2");
    let aare = ber(0x61, &[&ber(0xa1, &[&ber(6, &[&MMS])]), &ber(0xa2, &[&ber(2, &[&[0]])])]);
    let results = ber(0xa5, &[&ber(0x30, &[&ber(0x80, &[&[0]]), &ber(0x81, &[&BASIC])])]);
    let s = t.says(b"", &tpkt(&opening(14, &results, &aare)));
    assert!(s.names("pres.cpapdu") && !s.names("pres.cptype"));
    s.has("pres.presentation_context_definition_result_list", "1").has("acse.result", "0");
    t.says(b"", &tpkt(&data)).columns("MMS", "conclude-RequestPDU");
}

#[test]
fn meters_are_read_and_written() {
    let message = |epsem: &[u8]| {
        let user = ber(0xbe, &[&ber(0x28, &[&ber(0x81, &[epsem])])]);
        let s = show(&udp(1153, &ber(0x60, &[&ber(0xa8, &[&ber(2, &[&[8]])]), &user])));
        s.has("c1222.calling_AP_invocation_id", "8");
        s
    };
    let s = message(&[0x80, 3, 0x30, 0, 1]);
    s.has("c1222.cmd", "48").has("c1222.read.table", "1").has("c1222.epsem.flags.security", "0");
    let s = message(&[0x80, 8, 0x40, 0, 5, 0, 2, 1, 2, 0xfd]);
    s.has("c1222.write.data", "0102").has("c1222.write.chksum.status", "1");
    let s = message(&[0x88, 1, 2, 3, 4, 5]);
    assert!(s.names("c1222.epsem.not_decrypted"));
    s.has("c1222.epsem.mac", "02030405").has("c1222.crypto_bad", "1");
}
