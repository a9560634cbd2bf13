//! What is signed, and what certificates show of those who sign, from packets made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// An element in the basic encoding.
fn ber(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let n = body.len() as u16;
    let head = if n < 128 { vec![tag, n as u8] } else { vec![tag, 0x82, (n >> 8) as u8, n as u8] };
    [head, body].concat()
}

fn oid(bytes: &[u8]) -> Vec<u8> {
    ber(6, &[bytes])
}

/// PKCS #n, with what follows.
fn pkcs(rest: &[u8]) -> Vec<u8> {
    oid(&[&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1][..], rest].concat())
}

fn sha1() -> Vec<u8> {
    ber(0x30, &[&oid(&[0x2b, 0x0e, 3, 2, 0x1a])])
}

/// A name of one attribute.
fn name() -> Vec<u8> {
    ber(0x30, &[&ber(0x31, &[&ber(0x30, &[&oid(&[0x55, 4, 3]), &ber(0x0c, &[b"ca"])])])])
}

/// A principal of Kerberos.
fn principal(kind: u8, of: &[u8]) -> Vec<u8> {
    ber(0x30, &[&ber(0xa0, &[&ber(2, &[&[kind]])]), &ber(0xa1, &[&ber(0x30, &[&ber(0x1b, &[of])])])])
}

#[test]
fn a_client_of_kerberos_signs() {
    let authenticator = ber(
        0x30,
        &[
            &ber(0xa0, &[&ber(2, &[&[0x11]])]),
            &ber(0xa1, &[&ber(0x18, &[b"20200102030405Z"])]),
            &ber(0xa2, &[&ber(2, &[&[7]])]),
            &ber(0xa3, &[&ber(4, &[&[0xaa, 0xbb]])]),
        ],
    );
    let pack = ber(0x30, &[&ber(0xa0, &[&authenticator])]);
    let content = oid(&[0x2b, 6, 1, 5, 2, 3, 1]);
    let kind = ber(0x30, &[&pkcs(&[9, 3]), &ber(0x31, &[&content])]);
    let digest = ber(0x30, &[&pkcs(&[9, 4]), &ber(0x31, &[&ber(4, &[&[1, 2, 3]])])]);
    let signer = ber(
        0x30,
        &[
            &ber(2, &[&[1]]),
            &ber(0x30, &[&name(), &ber(2, &[&[5]])]),
            &sha1(),
            &ber(0xa0, &[&kind, &digest]),
            &ber(0x30, &[&pkcs(&[1, 1])]),
            &ber(4, &[&[0xde, 0xad]]),
        ],
    );
    let signed = ber(
        0x30,
        &[
            &ber(2, &[&[3]]),
            &ber(0x31, &[&sha1()]),
            &ber(0x30, &[&content, &ber(0xa0, &[&ber(4, &[&pack])])]),
            &ber(0x31, &[&signer]),
        ],
    );
    let info = ber(0x30, &[&pkcs(&[7, 2]), &ber(0xa0, &[&signed])]);
    let asks = ber(0x30, &[&ber(0x80, &[&info])]);
    let data = ber(0x30, &[&ber(0xa1, &[&ber(2, &[&[16]])]), &ber(0xa2, &[&ber(4, &[&asks])])]);
    let body = ber(
        0x30,
        &[
            &ber(0xa0, &[&ber(3, &[&[0; 5]])]),
            &ber(0xa1, &[&principal(1, b"u")]),
            &ber(0xa2, &[&ber(0x1b, &[b"R"])]),
            &ber(0xa5, &[&ber(0x18, &[b"20300101000000Z"])]),
            &ber(0xa7, &[&ber(2, &[&[9]])]),
            &ber(0xa8, &[&ber(0x30, &[&ber(2, &[&[0x12]])])]),
        ],
    );
    let request = ber(
        0x30,
        &[
            &ber(0xa1, &[&ber(2, &[&[5]])]),
            &ber(0xa2, &[&ber(2, &[&[10]])]),
            &ber(0xa3, &[&ber(0x30, &[&data])]),
            &ber(0xa4, &[&body]),
        ],
    );
    let s = show(&udp(88, &ber(0x6a, &[&request])));
    s.columns("KRB5", "AS-REQ")
        .has("pkinit.cusec", "17")
        .has("pkinit.nonce", "7")
        .has("pkinit.paChecksum", "aabb");
    s.has("cms.version", "3").has("cms.MessageDigest", "010203").has("cms.signature", "dead");
    s.has("kerberos.ctime", "1577934245.000000000").has("cms.serialNumber", "05");
    assert!(!s.is_malformed());
}

#[test]
fn certificates_have_pictures() {
    let digest = ber(0x30, &[&ber(0x30, &[&oid(&[0x2b, 0x0e, 3, 2, 0x1a])]), &ber(4, &[&[0x55, 0x66]])]);
    let details = ber(
        0x30,
        &[
            &ber(0x16, &[b"image/gif"]),
            &ber(0x30, &[&digest]),
            &ber(0x30, &[&ber(0x16, &[b"http://x/y.gif"])]),
        ],
    );
    let data = ber(0xa0, &[&ber(0x30, &[&ber(0x30, &[&details])])]);
    let logotype = ber(0x30, &[&ber(0xa2, &[&data])]);
    let extension = ber(0x30, &[&oid(&[0x2b, 6, 1, 5, 5, 7, 1, 12]), &ber(4, &[&logotype])]);
    let signed_by = ber(0x30, &[&pkcs(&[1, 5]), &[5, 0]]);
    let key = ber(0x30, &[&ber(2, &[&[3]]), &ber(2, &[&[3]])]);
    let times = ber(0x30, &[&ber(0x17, &[b"200101000000Z"]), &ber(0x17, &[b"300101000000Z"])]);
    let certificate = ber(
        0x30,
        &[
            &ber(
                0x30,
                &[
                    &ber(0xa0, &[&ber(2, &[&[2]])]),
                    &ber(2, &[&[1]]),
                    &signed_by,
                    &name(),
                    &times,
                    &name(),
                    &ber(0x30, &[&ber(0x30, &[&pkcs(&[1, 1]), &[5, 0]]), &ber(3, &[&[0], &key])]),
                    &ber(0xa3, &[&ber(0x30, &[&extension])]),
                ],
            ),
            &signed_by,
            &ber(3, &[&[0, 0xaa]]),
        ],
    );
    let n = certificate.len() as u16;
    let of = |n: u16| [&[0][..], &n.to_be_bytes()].concat();
    let message = [&[11][..], &of(n + 6), &of(n + 3), &of(n), &certificate].concat();
    let record = [&[22, 3, 1][..], &(message.len() as u16).to_be_bytes(), &message].concat();
    let s = show(&tcp_between(443, 4001, &record));
    s.columns("TLSv1", "Certificate").has("logotypecertextn.mediaType", "image/gif");
    s.has("logotypecertextn.hashValue", "5566").has("x509af.serialNumber", "01");
    assert!(!s.is_malformed());
}
