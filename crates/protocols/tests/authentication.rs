//! Authentication protocols and what carries them, made by hand: Kerberos, GSS-API, SPNEGO, NTLM, DCE/RPC.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

fn show(frame: &[u8]) -> Shown {
    dissect(&registry(), &meta(1, frame, frame.len()), frame, &[])
}

/// Shows the payload whole, and lets it end at every byte: whatever is shown then was shown of the whole, and nothing panics.
fn whole_and_cut(frame: impl Fn(&[u8]) -> Vec<u8>, payload: &[u8]) -> Shown {
    let whole = show(&frame(payload));
    for n in 0..payload.len() {
        let cut = show(&frame(&payload[..n]));
        assert!(cut.fields.len() <= whole.fields.len() + 40, "cut at {n}");
    }
    // The snapshot length cuts without the headers knowing.
    let all = frame(payload);
    for n in all.len() - payload.len()..all.len() {
        show(&all[..n]);
    }
    whole
}

fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let mut out = vec![tag];
    match body.len() {
        n @ 0..=0x7f => out.push(n as u8),
        n @ 0x80..=0xff => out.extend([0x81, n as u8]),
        n => out.extend([0x82, (n >> 8) as u8, n as u8]),
    }
    out.extend(body);
    out
}

fn seq(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, parts)
}

fn member(tag: u8, value: &[u8]) -> Vec<u8> {
    tlv(0xa0 | tag, &[value])
}

fn int(value: i32) -> Vec<u8> {
    let bytes = value.to_be_bytes();
    let skip = (0..3)
        .take_while(|i| {
            (bytes[*i] == 0 && bytes[i + 1] < 0x80) || (bytes[*i] == 0xff && bytes[i + 1] >= 0x80)
        })
        .count();
    tlv(2, &[&bytes[skip..]])
}

fn string(text: &str) -> Vec<u8> {
    tlv(0x1b, &[text.as_bytes()])
}

fn octets(bytes: &[u8]) -> Vec<u8> {
    tlv(4, &[bytes])
}

fn time() -> Vec<u8> {
    tlv(0x18, &[b"20370913024805Z"])
}

fn name(kind: i32, parts: &[&str]) -> Vec<u8> {
    let parts: Vec<Vec<u8>> = parts.iter().map(|p| string(p)).collect();
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    seq(&[&member(0, &int(kind)), &member(1, &seq(&parts))])
}

fn encrypted() -> Vec<u8> {
    seq(&[&member(0, &int(18)), &member(1, &int(3)), &member(2, &octets(b"cipher"))])
}

fn checksum() -> Vec<u8> {
    seq(&[&member(0, &int(-138)), &member(1, &octets(b"checksum"))])
}

fn ticket() -> Vec<u8> {
    let inner = seq(&[
        &member(0, &int(5)),
        &member(1, &string("REALM")),
        &member(2, &name(2, &["krbtgt", "REALM"])),
        &member(3, &encrypted()),
    ]);
    tlv(0x61, &[&inner])
}

fn padata(kind: i32, value: &[u8]) -> Vec<u8> {
    seq(&[&member(1, &int(kind)), &member(2, &octets(value))])
}

fn head(kind: i32) -> Vec<u8> {
    [member(0, &int(5)), member(1, &int(kind))].concat()
}

fn ap_req() -> Vec<u8> {
    let inner = seq(&[
        &head(14),
        &member(2, &tlv(3, &[&[0, 0x20, 0, 0, 0]])),
        &member(3, &ticket()),
        &member(4, &encrypted()),
    ]);
    tlv(0x6e, &[&inner])
}

fn ap_rep() -> Vec<u8> {
    tlv(0x6f, &[&seq(&[&head(15), &member(2, &encrypted())])])
}

fn kdc_req(tag: u8, kind: i32, data: &[&[u8]], addresses: &[u8]) -> Vec<u8> {
    let mut body = vec![
        member(0, &tlv(3, &[&[0, 0x40, 0x81, 0, 0x10]])),
        member(1, &name(1, &["user"])),
        member(2, &string("REALM")),
        member(3, &name(2, &["krbtgt", "REALM"])),
        member(5, &time()),
        member(7, &int(77)),
        member(8, &seq(&[&int(18), &int(-133)])),
    ];
    if !addresses.is_empty() {
        body.push(member(9, &seq(&[addresses])));
    }
    let body = seq(&[&body.concat()]);
    let inner =
        seq(&[&member(1, &int(5)), &member(2, &int(kind)), &member(3, &seq(data)), &member(4, &body)]);
    tlv(tag, &[&inner])
}

fn error(code: i32, data: &[u8]) -> Vec<u8> {
    let inner = seq(&[
        &head(30),
        &member(4, &time()),
        &member(5, &int(5)),
        &member(6, &int(code)),
        &member(9, &string("REALM")),
        &member(10, &name(2, &["krbtgt"])),
        &member(11, &string("why")),
        &member(12, &octets(data)),
    ]);
    tlv(0x7e, &[&inner])
}

fn kerberos(message: &[u8]) -> Shown {
    whole_and_cut(|p| udp(88, p), message)
}

#[test]
fn requests_to_a_kdc() {
    let address = |kind, value: &[u8]| seq(&[&member(0, &int(kind)), &member(1, &octets(value))]);
    let addresses = [
        address(2, &[10, 0, 0, 1]),
        address(20, b"STATION         "),
        address(24, &[1; 16]),
        address(5, b"?"),
    ]
    .concat();
    let info = seq(&[&seq(&[&member(0, &int(18)), &member(1, &string("salty"))])]);
    let pac = seq(&[&member(0, &tlv(1, &[&[0xff]]))]);
    let data: &[&[u8]] =
        &[&padata(2, &encrypted()), &padata(128, &pac), &padata(19, &info), &padata(149, b"")];
    let s = kerberos(&kdc_req(0x6a, 10, data, &addresses));
    assert_eq!(s.info, "AS-REQ");
    assert!(s.is("kerberos.msg_type", "10") && s.is("kerberos.CNameString", "user"));
    assert!(s.is("kerberos.padata", "4") && s.is("kerberos.include_pac", "1"));
    assert!(s.is("kerberos.kdc_options", "40810010") && s.is("kerberos.KDCOptions.forwardable", "1"));
    assert!(s.is("kerberos.KDCOptions.canonicalize", "1") && s.is("kerberos.KDCOptions.validate", "0"));
    assert!(s.is("kerberos.ENCTYPE", "-133") && s.is("kerberos.info2_salt", "salty"));
    assert!(s.is("kerberos.addr_nb", "STATION") && s.is("kerberos.addresses", "4"));
    assert_eq!(s.count("kerberos.address.unknown"), 1);
    let s = kerberos(&kdc_req(0x6c, 12, &[&padata(1, &ap_req())], &[]));
    assert_eq!((s.info.as_str(), s.count("kerberos.ap_req_element")), ("TGS-REQ", 1));
    assert_eq!(s.count("kerberos.sname_element"), 2);
}

#[test]
fn replies_of_a_kdc() {
    let fast = member(0, &seq(&[&member(0, &encrypted())]));
    for (tag, kind, info) in [(0x6b, 11, "AS-REP"), (0x6d, 13, "TGS-REP")] {
        let inner = seq(&[
            &head(kind),
            &member(2, &seq(&[&padata(136, &fast), &padata(165, &[0x1f, 0, 0, 0])])),
            &member(3, &string("REALM")),
            &member(4, &name(1, &["user"])),
            &member(5, &ticket()),
            &member(6, &encrypted()),
        ]);
        let s = kerberos(&tlv(tag, &[&inner]));
        assert_eq!((s.info.as_str(), s.count("kerberos.cipher")), (info, 3));
        assert!(s.is("kerberos.supported_entypes", "31") && s.count("kerberos.enc_fast_rep_element") == 1);
    }
}

#[test]
fn messages_between_client_and_server() {
    let s = kerberos(&ap_req());
    assert!(s.info == "AP-REQ" && s.is("kerberos.APOptions.mutual.required", "1"));
    assert_eq!(kerberos(&ap_rep()).info, "AP-REP");
    let body = seq(&[
        &member(0, &octets(b"data")),
        &member(3, &int(7)),
        &member(4, &seq(&[&member(0, &int(2)), &member(1, &octets(&[10, 0, 0, 1]))])),
    ]);
    let s = kerberos(&tlv(0x74, &[&seq(&[&head(20), &member(2, &body), &member(3, &checksum())])]));
    assert!(s.info == "KRB-SAFE" && s.is("kerberos.seq_number", "7") && s.is("kerberos.cksumtype", "-138"));
    let s = kerberos(&tlv(0x75, &[&seq(&[&head(21), &member(3, &encrypted())])]));
    assert_eq!(s.info, "KRB-PRIV");
    let cred = seq(&[&head(22), &member(2, &seq(&[&ticket(), &ticket()])), &member(3, &encrypted())]);
    let s = kerberos(&tlv(0x76, &[&cred]));
    assert!(s.is("kerberos.tickets", "2") && s.count("kerberos.Ticket_element") == 2);
}

#[test]
fn errors_of_a_kdc() {
    let method = seq(&[&padata(19, &seq(&[&seq(&[&member(0, &int(23))])])), &padata(2, b"")]);
    let s = kerberos(&error(25, &method));
    assert_eq!(s.info, "KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED");
    assert!(s.count("kerberos.PA_DATA_element") == 2 && s.is("kerberos.etype", "23"));
    let s = kerberos(&error(18, &padata(3, &[0x34, 2, 0, 0xc0, 0, 0, 0, 0, 1, 0, 0, 0])));
    assert!(s.is("kerberos.smb.nt_status", "3221226036") && s.is("kerberos.ext_error.flags", "1"));
    assert_eq!(kerberos(&error(30, b"")).info, "KRB Error: Unknown error code 0x1e");
    assert_eq!(kerberos(&error(18, &seq(&[&seq(&[])]))).count("ber.error.sequence.field_wrong"), 1);
}

#[test]
fn kerberos_over_tcp_has_its_length_before_it() {
    let message = ap_rep();
    let marked = [&(message.len() as u32).to_be_bytes()[..], &message].concat();
    let s = whole_and_cut(|p| tcp(88, p), &marked);
    assert!(s.info == "AP-REP" && s.is("kerberos.rm.length", &message.len().to_string()));
    assert!(s.is("kerberos.rm.reserved", "0"));
}

const SPNEGO: &[u8] = &[6, 6, 0x2b, 6, 1, 5, 5, 2];
const KERBEROS: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 1, 2, 2];
const NTLM: &[u8] = &[6, 10, 0x2b, 6, 1, 4, 1, 0x82, 0x37, 2, 2, 10];

fn bind(mechanism: &str, credentials: &[u8]) -> Vec<u8> {
    let sasl = tlv(0xa3, &[&octets(mechanism.as_bytes()), &octets(credentials)]);
    seq(&[&int(3), &tlv(0x60, &[&int(3), &octets(b""), &sasl])])
}

fn ldap(message: &[u8]) -> Shown {
    whole_and_cut(|p| tcp(389, p), message)
}

fn negotiate() -> Vec<u8> {
    let mut m = b"NTLMSSP\0".to_vec();
    m.extend([1, 0, 0, 0, 0x97, 0x82, 8, 0xe2]);
    m.extend([0; 16]);
    m.extend([10, 0, 0x61, 0x4a, 0, 0, 0, 15]);
    m
}

#[test]
fn spnego_offers_kerberos_over_ldap() {
    let token = tlv(0x60, &[KERBEROS, &[1, 0], &ap_req()]);
    let init = seq(&[
        &member(0, &seq(&[KERBEROS, NTLM])),
        &member(1, &tlv(3, &[&[1, 0x40]])),
        &member(2, &octets(&token)),
        &member(3, &seq(&[&member(0, &string("hint"))])),
    ]);
    let s = ldap(&bind("GSS-SPNEGO", &tlv(0x60, &[SPNEGO, &member(0, &init)])));
    assert_eq!(s.layers.last(), Some(&"spnego-krb5"));
    assert_eq!(s.info, "bindRequest(3) \"<ROOT>\" sasl ");
    assert!(s.is("gss-api.OID", "1.3.6.1.5.5.2") && s.is("spnego.mechTypes", "2"));
    assert!(s.is("spnego.krb5.tok_id", "1") && s.is("kerberos.msg_type", "14"));
    assert!(s.is("spnego.hintName", "hint") && s.is("spnego.ContextFlags.mutualFlag", "1"));
}

#[test]
fn spnego_answers_over_ldap() {
    let mic = [&[4, 4, 4][..], &[0xff; 5], &[0, 0, 0, 0, 0, 0, 0, 9], b"checksumchec"].concat();
    let targ = seq(&[
        &member(0, &tlv(10, &[&[0]])),
        &member(1, KERBEROS),
        &member(2, &octets(&tlv(0x60, &[KERBEROS, &[2, 0], &ap_rep()]))),
        &member(3, &octets(&mic)),
    ]);
    let done = tlv(0x61, &[&tlv(10, &[&[0]]), &octets(b""), &octets(b""), &tlv(0x87, &[&member(1, &targ)])]);
    let s = ldap(&seq(&[&int(3), &done]));
    assert!(s.is("spnego.negResult", "0") && s.is("kerberos.msg_type", "15"));
    assert!(s.is("spnego.krb5.tok_id", "1028") && s.is("spnego.krb5.cfx_seq", "9"));
    assert!(!s.layers.contains(&"gss-api"), "the mechanism is SPNEGO itself");
}

#[test]
fn messages_that_kerberos_protects() {
    let request = seq(&[&int(4), &tlv(0x42, &[])]);
    let wrap = |flags: u8, ec: u8, rrc: u8, body: &[u8]| {
        let token = [&[5, 4, flags, 0xff, 0, ec, 0, rrc, 0, 0, 0, 0, 0, 0, 0, 7][..], body].concat();
        [&(token.len() as u32).to_be_bytes()[..], &token].concat()
    };
    let s = ldap(&wrap(4, 12, 12, &[b"checksumchec", &request[..]].concat()));
    assert_eq!(s.info, "SASL GSS-API Integrity: unbindRequest(4) ");
    assert!(s.is("spnego.krb5.sgn_cksum", "636865636b73756d63686563") && s.is("ldap.messageID", "4"));
    let s = ldap(&wrap(4, 12, 0, &[&request[..], b"checksumchec"].concat()));
    assert_eq!(s.info, "SASL GSS-API Integrity: unbindRequest(4) ");
    assert_eq!(s.count("ldap.LDAPMessage_element"), 1);
    let s = ldap(&wrap(6, 0, 28, &[7; 80]));
    assert_eq!(s.info, "SASL GSS-API Privacy: payload (36 bytes)");
    assert!(s.is("spnego.krb5.sealed", "1") && s.count("ldap.gssapi_encrypted_payload") == 1);
}

#[test]
fn tokens_of_other_mechanisms() {
    let s = ldap(&bind("GSSAPI", &tlv(0x60, &[NTLM, &negotiate()])));
    assert!(s.is("ntlmssp.messagetype", "1") && s.info.contains(", NTLMSSP_NEGOTIATE"));
    let s = ldap(&bind("GSS-SPNEGO", &tlv(0x60, &[&[6, 3, 0x2a, 3, 4], b"hello"])));
    assert!(s.is("gss-api.OID", "1.2.3.4") && s.is("gss-api.token_object", "06032a030468656c6c6f"));
    let sicily = tlv(0x8a, &[&negotiate()]);
    let s = ldap(&seq(&[&int(10), &tlv(0x60, &[&int(3), &octets(b"NTLM"), &sicily])]));
    assert!(s.is("ldap.authentication", "10") && s.is("ntlmssp.version.build_number", "19041"));
}

fn place(len: usize, at: usize) -> Vec<u8> {
    let n = (len as u16).to_le_bytes();
    [&n[..], &n, &(at as u32).to_le_bytes()].concat()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn pair(kind: u8, value: &[u8]) -> Vec<u8> {
    [&[kind, 0, value.len() as u8, 0][..], value].concat()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let n = three.iter().fold(0u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for i in 0..4 {
            let digit = char::from(DIGITS[(n >> (18 - 6 * i) & 63) as usize]);
            out.push(if i <= three.len() { digit } else { '=' });
        }
    }
    out
}

/// A message of NTLM in the header of a request, whole and cut.
fn ntlm(message: &[u8]) -> Shown {
    let http = |m: &[u8]| {
        let head = format!("GET / HTTP/1.1\r\nHost: a\r\nAuthorization: NTLM {}\r\n\r\n", base64(m));
        tcp(80, head.as_bytes())
    };
    whole_and_cut(http, message)
}

#[test]
fn ntlm_negotiates_in_headers_of_http() {
    let s = ntlm(&negotiate());
    assert_eq!(s.info, "GET / HTTP/1.1 , NTLMSSP_NEGOTIATE");
    assert!(s.is("ntlmssp.negotiateflags", "3792208535") && s.is("ntlmssp.negotiate56", "1"));
    assert!(s.is("ntlmssp.negotiate.domain", "NULL") && s.is("http.host", "a"));
    let mut old = negotiate();
    old[15] = 0;
    old[16..32].copy_from_slice(&[place(3, 40), place(4, 43)].concat());
    old.extend(b"DOMWORK");
    let s = ntlm(&old);
    assert!(s.is("ntlmssp.negotiate.domain", "DOM") && s.is("ntlmssp.negotiate.callingworkstation", "WORK"));
    assert_eq!(s.count("ntlmssp.version"), 0);
}

#[test]
fn ntlm_challenges() {
    let pairs = [
        pair(2, &utf16("D")),
        pair(6, &[1, 0, 0, 0]),
        pair(7, &133_500_000_000_000_000u64.to_le_bytes()),
        pair(10, &[9; 16]),
        pair(77, b"zz"),
        pair(0, b""),
    ]
    .concat();
    let mut m = b"NTLMSSP\0\x02\0\0\0".to_vec();
    m.extend(place(6, 56));
    m.extend([5, 2, 0x81, 2]);
    m.extend(b"servchal\0\0\0\0\0\0\0\0");
    m.extend(place(pairs.len(), 62));
    m.extend([10, 0, 0x61, 0x4a, 0, 0, 0, 15]);
    m.extend(utf16("DOM"));
    m.extend(&pairs);
    let s = ntlm(&m);
    assert_eq!(s.info, "GET / HTTP/1.1 , NTLMSSP_CHALLENGE");
    assert!(s.is("ntlmssp.challenge.target_name", "DOM"));
    assert!(s.is("ntlmssp.challenge.target_info.nb_domain_name", "D"));
    assert!(s.is("ntlmssp.challenge.target_info.flags", "1"));
    assert_eq!(s.count("ntlmssp.challenge.target_info.item.type"), 6);
    assert_eq!(s.count("ntlmssp.target_info_attr.unknown"), 1);
}

#[test]
fn ntlm_authenticates() {
    let mut v2 = [&[0x50; 16][..], &[1, 1, 0, 0, 0, 0, 0, 0], &[0; 8], b"clientch", &[0; 4]].concat();
    v2.extend([pair(2, &utf16("D")), pair(0, b""), vec![0; 4]].concat());
    let (domain, user, host) = (utf16("DOM"), utf16("user"), utf16("HOST"));
    let parts: [&[u8]; 6] = [&[0; 24], &v2, &domain, &user, &host, &[7; 16]];
    let mut at = 88;
    let mut m = b"NTLMSSP\0\x03\0\0\0".to_vec();
    for part in parts {
        m.extend(place(part.len(), at));
        at += part.len();
    }
    m.extend([5, 2, 8, 0x42, 10, 0, 0x61, 0x4a, 0, 0, 0, 15]);
    m.extend([0x4d; 16]);
    m.extend(parts.concat());
    let s = ntlm(&m);
    assert_eq!(s.info, "GET / HTTP/1.1 , NTLMSSP_AUTH, User: DOM\\user");
    assert!(s.is("ntlmssp.auth.hostname", "HOST") && s.is("ntlmssp.authenticate.mic", &"4d".repeat(16)));
    assert!(s.is("ntlmssp.ntlmv2_response.chal", "636c69656e746368"));
    assert!(s.is("ntlmssp.ntlmv2_response.nb_domain_name", "D"));
    assert!(s.is("ntlmssp.ntlmclientchallenge", "0000000000000000"));
    assert_eq!(ntlm(b"NTLMSSP\0\x09\0\0\0").info, "GET / HTTP/1.1 , Unknown NTLMSSP message type");
}

/// A PDU of DCE/RPC with its header, and with credentials behind its body.
fn pdu(kind: u8, body: &[u8], auth: &[u8]) -> Vec<u8> {
    let mut p = vec![5, 0, kind, 3, 0x10, 0, 0, 0];
    let credentials = auth.len().saturating_sub(8) as u16;
    p.extend((16 + body.len() as u16 + auth.len() as u16).to_le_bytes());
    p.extend(credentials.to_le_bytes());
    p.extend([1, 0, 0, 0]);
    p.extend(body);
    p.extend(auth);
    p
}

const SVCCTL: [u8; 16] =
    [0x81, 0xbb, 0x7a, 0x36, 0x44, 0x98, 0xf1, 0x35, 0xad, 0x32, 0x98, 0xf0, 0x38, 0, 0x10, 3];
const NDR: [u8; 20] =
    [4, 0x5d, 0x88, 0x8a, 0xeb, 0x1c, 0xc9, 0x11, 0x9f, 0xe8, 8, 0, 0x2b, 0x10, 0x48, 0x60, 2, 0, 0, 0];
const FEATURES: [u8; 20] =
    [0x2c, 0x1c, 0xb7, 0x6c, 0x12, 0x98, 0x40, 0x45, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];

fn rpc(pdu: &[u8]) -> Shown {
    whole_and_cut(|p| tcp(135, p), pdu)
}

#[test]
fn contexts_of_dcerpc() {
    let one = |id: u8, syntax: &[u8]| [&[id, 0, 1, 0][..], &SVCCTL, &[2, 0, 0, 0], syntax].concat();
    let body =
        [&[0xd0, 0x16, 0xd0, 0x16, 0, 0, 0, 0, 2, 0, 0, 0][..], &one(0, &NDR), &one(1, &FEATURES)].concat();
    let auth = [&[10, 6, 0, 0, 0, 0, 0, 0][..], &negotiate()].concat();
    let s = rpc(&pdu(11, &body, &auth));
    assert_eq!(
        s.info,
        "Bind: call_id: 1, Fragment: Single, 2 context items: SVCCTL V2.0 (32bit NDR), \
         SVCCTL V2.0 (6cb71c2c-9812-4540-0300-000000000000), NTLMSSP_NEGOTIATE"
    );
    assert!(s.is("dcerpc.cn_bind_to_uuid", "367abb81984435f1ad3298f038001003"));
    assert!(s.is("dcerpc.cn_bind_trans_btfn", "3") && s.is("dcerpc.auth_level", "6"));
    assert!(s.is("dcerpc.cn_flags.last_frag", "1") && s.is("dcerpc.drep.byteorder", "1"));
    assert_eq!(s.layers.last(), Some(&"dcerpc"));
    let results = [&[0, 0, 0, 0][..], &NDR, &[2, 0, 2, 0], &[0; 20]].concat();
    let body =
        [&[0xd0, 0x16, 0xd0, 0x16, 1, 0, 0, 0, 4, 0][..], b"135\0", &[0, 0, 2, 0, 0, 0], &results].concat();
    let s = rpc(&pdu(12, &body, b""));
    assert!(s.info.ends_with(", max_xmit: 5840 max_recv: 5840, 2 results: Acceptance, Provider rejection"));
    assert!(s.is("dcerpc.cn_sec_addr", "135") && s.is("dcerpc.cn_ack_reason", "2"));
    let s = rpc(&pdu(13, &[4, 0, 1, 5, 0], b""));
    assert!(s.is("dcerpc.cn_reject_reason", "4") && s.is("dcerpc.cn_protocol_ver_major", "5"));
}

#[test]
fn calls_of_dcerpc() {
    let signature = [&[10, 5, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0][..], &[9; 12]].concat();
    let s = rpc(&pdu(0, &[8, 0, 0, 0, 1, 0, 15, 0, b's', b't', b'u', b'b', 0, 0, 0, 0], &signature));
    assert_eq!(s.info, "Request: call_id: 1, Fragment: Single, opnum: 15, Ctx: 1");
    assert!(s.is("ntlmssp.verf.vers", "1") && s.is("dcerpc.auth_padding", "00000000"));
    let s = rpc(&pdu(2, &[8, 0, 0, 0, 1, 0, 3, 0, 1, 2, 3, 4], b""));
    assert!(s.info.ends_with(", Ctx: 1") && s.is("dcerpc.cn_cancel_count", "3"));
    let s = rpc(&pdu(3, &[0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 0x1c, 0, 0, 0, 0], b""));
    assert!(s.info.ends_with(", Ctx: 1, status: nca_op_rng_error"));
    let s = rpc(&pdu(16, &[0; 4], &[9, 4, 0, 0, 0, 0, 0, 0, 0x60, 0]));
    assert!(s.is("dcerpc.auth_credentials", "6000"));
}

#[test]
fn datagrams_of_dcerpc() {
    let mut d = vec![4, 2, 0x24, 0, 0x10, 0, 0, 1];
    d.extend(SVCCTL.repeat(3));
    d.extend([0, 0, 0, 0, 2, 0, 0, 0, 33, 0, 0, 0, 5, 0, 0xff, 0xff, 0xff, 0xff, 4, 0, 2, 0, 0, 7]);
    d.extend(b"stub");
    let s = whole_and_cut(|p| udp(2000, p), &d);
    assert_eq!(s.info, "Response: seq: 33 frag: 2 serial: 263 opnum: 5 len: 4");
    assert!(
        s.is("dcerpc.dg_flags1_frag", "1") && s.is("dcerpc.dg_act_id", "367abb81984435f1ad3298f038001003")
    );
    d[1] = 3;
    d.truncate(80);
    d.extend([2, 0, 1, 0x1c]);
    let s = show(&udp(2000, &d));
    assert_eq!(s.info, "Fault: seq: 33: status: nca_op_rng_error (0x1c010002)");
}
