//! What is sent again, from hand-made packets.

mod support;

use support::*;

#[test]
fn data_chunks_of_sctp() {
    let data = |tsn: u8, id: u8| [0, 3, 0, 20, 0, 0, 1, tsn, 0, 1, 0, id, 0, 0, 0, 0, b'd', b'a', b't', b'a'];
    let sack = [3, 0, 0, 16, 0, 0, 1, 8, 0, 0, 9, 9, 0, 0, 0, 0];
    let talk = Talk::sctp(5000)
        .client(data(7, 0))
        .client([data(7, 0), data(8, 1)].concat())
        // The other side has numbers of its own.
        .server([&sack[..], &data(8, 0)].concat())
        .client(data(8, 1));
    let f = talk.shown();
    assert!(!f[0].has("sctp.retransmission") && f[0].has("data.data"));
    assert_eq!(f[1].info, "DATA (TSN=0) (retransmission) DATA (TSN=1) ");
    assert_eq!((f[1].one("sctp.retransmission"), f[1].one("sctp.retransmission_time")), ("1", "1.001000000"));
    // What was shown before is not shown again.
    assert_eq!(f[1].all("data.data").len(), 1);
    assert!(!f[2].has("sctp.retransmission"));
    assert_eq!((f[3].one("sctp.retransmission"), f[3].all("data.data").len()), ("2", 0));
    talk.survives_cuts();
}

#[test]
fn messages_of_sip() {
    let head = |first: &str, method: &str| {
        format!("{first}\r\nCall-ID: a@b\r\nCSeq: 3 {method}\r\nContent-Length: 0\r\n\r\n")
    };
    let invite = head("INVITE sip:x@y SIP/2.0", "INVITE");
    let trying = head("SIP/2.0 100 Trying", "INVITE");
    let busy = head("SIP/2.0 486 Busy Here", "INVITE");
    let cancel = head("CANCEL sip:x@y SIP/2.0", "CANCEL");
    let talk = Talk::udp(5060).client(&invite).client(&invite).server(&trying).server(&trying);
    let talk = talk.server(&busy).server(&busy).client(&cancel).client(&cancel);
    let f = talk.shown();
    let again: Vec<_> = f.iter().map(|f| f.one("sip.resend")).collect();
    // From hop to hop, nothing is.
    assert_eq!(again, ["0", "1", "0", "0", "0", "1", "0", "0"]);
    assert_eq!(f[5].one("sip.resend-original"), "5");
}
