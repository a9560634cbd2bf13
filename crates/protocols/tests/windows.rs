//! Calls of Windows' interfaces and databases, made by hand: what is read of their arguments, and that any of them may end
//! anywhere.

#[path = "support/shown.rs"]
mod shown;
#[path = "support/talk.rs"]
mod talk;

use requin_protocols::registry;
use shown::*;
use talk::*;

const ATSVC: u128 = 0x1ff70682_0a51_30e8_076d_740be8cee98b;
const SAMR: u128 = 0x12345778_1234_abcd_ef00_0123456789ac;
const LSARPC: u128 = 0x12345778_1234_abcd_ef00_0123456789ab;
const NETLOGON: u128 = 0x12345678_1234_abcd_ef00_01234567cffb;
const SPOOLSS: u128 = 0x12345678_1234_abcd_ef00_0123456789ab;
const WINSPOOL: u128 = 0x76f03f96_cdfd_44fc_a22c_64950a001209;
const OXID: u128 = 0x99fcfec4_5260_101b_bbcb_00aa0021347a;
const REMUNK: u128 = 0x00000131_0000_0000_c000_000000000046;

/// Numbers of 32 bits.
fn words<const N: usize>(n: [u32; N]) -> Vec<u8> {
    n.iter().flat_map(|n| n.to_le_bytes()).collect()
}

fn half(n: u16) -> Vec<u8> {
    n.to_le_bytes().to_vec()
}

/// The lengths of a text, and a pointer to it.
fn counted(s: &str) -> Vec<u8> {
    let n = 2 * s.len() as u16;
    [half(n), half(n), words([0x20000])].concat()
}

/// That text, without a zero behind it.
fn behind(s: &str) -> Vec<u8> {
    let n = s.len() as u32;
    let mut b = words([n, 0, n]);
    b.extend(s.encode_utf16().flat_map(u16::to_le_bytes));
    b.resize(b.len().next_multiple_of(4), 0);
    b
}

/// A SID of an account of a domain, with its count.
fn sid(rid: u32) -> Vec<u8> {
    [words([5]), vec![1, 5, 0, 0, 0, 0, 0, 5], words([21, 1, 2, 3, rid])].concat()
}

/// A conversation in which an interface was asked for, with its first call and the answer.
fn call(interface: u128, operation: u8, asked: &[u8], given: &[u8]) -> (Shown, Shown) {
    let mut t = Talk::new("dcerpc", 135);
    t.says(b"", &bind(interface));
    let asked = t.says(b"", &request(2, operation, asked));
    (asked, t.says(b"", &response(2, given)))
}

#[test]
fn jobs_are_added_at_their_times() {
    let job = [words([3_600_000, 5]), vec![0x12, 0x11, 0, 0], pointed("cmd /c xy")].concat();
    let (s, r) = call(ATSVC, 0, &[pointed("\\\\srv"), job].concat(), &words([7, 0]));
    assert_eq!((&*s.protocol, &*s.info), ("ATSVC", "JobAdd request"));
    s.has("atsvc.server", "\\\\srv").has("atsvc.atsvc_JobInfo.job_time", "3600000");
    s.has("atsvc.atsvc_DaysOfMonth.Third", "1").has("atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_TUESDAY", "1");
    s.has("atsvc.atsvc_Flags.JOB_NONINTERACTIVE", "1").has("atsvc.atsvc_JobInfo.command", "cmd /c xy");
    r.has("atsvc.job_id", "7").has("atsvc.status", "0");
}

#[test]
fn accounts_are_looked_up() {
    let asked = [vec![1; 20], words([1, 1000, 0, 1]), counted("Bobb"), behind("Bobb")].concat();
    let given = words([1, 0x20000, 1, 1001, 1, 0x20004, 1, 1, 0]);
    let (s, r) = call(SAMR, 17, &asked, &given);
    assert_eq!(s.info, "LookupNames request");
    s.has("samr.samr_LookupNames.names", "Bobb").has("dcerpc.array.max_count", "1000");
    r.has("samr.samr_Ids.count", "1").has("samr.rid", "1001").has("samr.status", "0");

    let rules =
        [words([0x20000]), half(1), half(0), half(7), half(24), words([9]), vec![0xff; 8], vec![0; 8]];
    let asked = [vec![1; 20], half(1)].concat();
    let (s, r) = call(SAMR, 8, &asked, &[rules.concat(), words([0])].concat());
    s.has("samr.samr_QueryDomainInfo.level", "1");
    r.has("samr.samr_DomInfo1.min_password_length", "7");
    r.has("samr.samr_PasswordProperties.DOMAIN_PASSWORD_LOCKOUT_ADMINS", "1");
    r.has("samr.samr_DomInfo1.max_password_age", "-1");

    // What is left over is pointed out.
    let (s, _) = call(SAMR, 65, &[vec![1; 20], words([500, 0])].concat(), &[]);
    assert_eq!(s.info, "RidToSid request[Long frame (4 bytes)]");
    s.has("dcerpc.long_frame", "");
}

#[test]
fn names_are_of_domains() {
    let given = [
        words([0x20000, 1, 0x20004, 32, 1]),
        counted("DOM"),
        words([0x20008]),
        behind("DOM"),
        sid(9),
        words([1, 0x2000c, 1]),
        half(1),
        half(0),
        words([501, 0, 1, 0]),
    ];
    let asked = [
        vec![1; 20],
        words([1, 1]),
        counted("bob"),
        behind("bob"),
        words([0, 0]),
        half(1),
        half(0),
        words([0]),
    ];
    let (s, r) = call(LSARPC, 14, &asked.concat(), &given.concat());
    assert_eq!(s.info, "lsa_LookupNames request");
    s.has("lsarpc.lsa.string", "bob").has("lsarpc.lsa_LookupNames.level", "1");
    r.has("lsarpc.lsa.string", "DOM").has("lsarpc.lsa_RefDomainList.max_size", "32");
    r.has("lsarpc.lsa_TranslatedSid.rid", "501").has("dcerpc.nt.domain_sid", "S-1-5-21-1-2-3-9");
}

#[test]
fn channels_of_netlogon_have_credentials() {
    let mut t = Talk::new("dcerpc", 135);
    let with = |mut p: Vec<u8>, level: u8, credentials: &[u8]| {
        p.extend([68, level, 0, 0, 0, 0, 0, 0]);
        p.extend(credentials);
        p[8] = p.len() as u8;
        p[10] = credentials.len() as u8;
        p
    };
    let names = [words([0, 0x15]), b"DOM\0\x01d\x03com\0\x02ws\0".to_vec()].concat();
    let s = t.says(b"", &with(bind(NETLOGON), 6, &names));
    s.has("netlogon.secchan.nl_auth_message.nb_domain", "DOM");
    s.has("netlogon.secchan.nl_auth_message.dns_domain", "d.com");
    s.has("netlogon.secchan.nl_auth_message.nb_host_utf8", "ws");
    let verifier = [vec![0x13, 0, 0x1a, 0, 0xff, 0xff, 0, 0], vec![1; 8], vec![2; 8], vec![3; 8]].concat();
    let s = t.says(b"", &with(request(2, 45, &[9; 16]), 6, &verifier));
    s.has("netlogon.secchan.sealalg", "26").has("netlogon.secchan.nonce", &"03".repeat(8));
    s.has("netlogon.secchan.digest", &"02".repeat(8)).has("dcerpc.encrypted_stub_data", &"09".repeat(16));
}

#[test]
fn authenticators_of_netlogon_have_times() {
    let text = |s| text(s);
    let asked = [pointed("\\\\DC"), text("DC$"), half(6), half(0), text("DC"), b"ABCDEFGH".to_vec()];
    let asked = [asked.concat(), words([1_600_000_000]), vec![7; 16]].concat();
    let (s, r) = call(NETLOGON, 6, &asked, &[b"abcdefgh".to_vec(), words([1, 0])].concat());
    assert_eq!(s.info, "NetrServerPasswordSet request");
    s.has("netlogon.timestamp", "1600000000.000000000")
        .has("netlogon.lm_owf_pwd.encrypted", &"07".repeat(16));
    r.has("netlogon.credential", "6162636465666768");
}

#[test]
fn printers_are_asked_for() {
    let asked = [words([0]), pointed("Windows x64"), words([2, 0, 0])].concat();
    let (s, r) = call(SPOOLSS, 10, &asked, &words([0, 2816, 0, 122]));
    assert_eq!(s.info, "EnumPrinterDrivers request, level 2");
    assert_eq!(r.info, "EnumPrinterDrivers response, Insufficient buffer");
    r.has("spoolss.needed", "2816");
    let asked = [vec![1; 20], text("ChangeId"), words([1024])].concat();
    let (s, r) = call(WINSPOOL, 16, &asked, &[words([4, 2]), vec![5, 6, 0, 0], words([2, 0])].concat());
    assert_eq!(s.info, "winspool_AsyncGetPrinterData request");
    s.has("iremotewinspool.winspool_AsyncGetPrinterData.nSize", "1024");
    r.has("iremotewinspool.winspool_AsyncGetPrinterData.pData", "6").has("iremotewinspool.werror", "0");
}

#[test]
fn objects_are_reached_by_bindings() {
    let mut strings = half(7);
    strings.extend("h[1]\0\0".encode_utf16().flat_map(u16::to_le_bytes));
    strings.extend([9, 0, 0xff, 0xff, 0, 0, 0, 0]);
    let entries = strings.len() as u32 / 2;
    let head = [half(5), half(7), vec![0; 8], half(entries as u16), half(7)].concat();
    let (s, r) = call(OXID, 5, &[], &[head, strings, vec![1, 0, 0, 0, 0, 0, 0, 0]].concat());
    assert_eq!(s.info, "ServerAlive2 request IOXIDResolver V1");
    r.has("dcom.dualstringarray.network_addr", "h[1]").has("dcom.dualstringarray.tower_id", "7");
    r.has("dcom.dualstringarray.security_authn_svc", "9").has("oxid.unknown2", "1");

    let this = [half(5), half(7), words([0, 0]), vec![0x11; 16], words([0])].concat();
    let asked = [this, vec![0x22; 16], words([5]), half(1), half(0), words([1]), uuid(REMUNK)].concat();
    let given = words([0, 0, 0x20000, 1, 0x8000_4002, 0, 0, 5, 1, 0, 2, 0, 3, 3, 3, 3, 0]);
    let (s, r) = call(REMUNK, 3, &asked, &given);
    assert_eq!((&*s.protocol, &*s.info), ("IRemUnknown", "RemQueryInterface request IID[1]=IRemUnknown"));
    s.has("remunk.refs", "5").has("dcom.version_minor", "7");
    assert_eq!(r.info, "RemQueryInterface response E_NOINTERFACE[1] -> S_OK");
    r.has("dcom.stdobjref.public_refs", "5").has("dcom.hresult.expert", "");
}

/// A packet of TDS.
fn tds(kind: u8, body: &[u8]) -> Vec<u8> {
    let len = (8 + body.len() as u16).to_be_bytes();
    [&[kind, 1][..], &len, &[0, 0, 1, 0], body].concat()
}

#[test]
fn procedures_have_parameters_and_answers_rows() {
    let registry = registry();
    let shown = |payload: &[u8]| {
        for n in 0..payload.len() {
            let frame = tcp(1433, &payload[..n]);
            dissect(&registry, &meta(1, &frame, frame.len()), &frame, &[]);
        }
        let frame = tcp(1433, payload);
        dissect(&registry, &meta(1, &frame, frame.len()), &frame, &[])
    };
    let collation = [9, 4, 0xd0, 0, 52];
    let mut body = [words([22, 18]), vec![2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]].concat();
    body.extend([0xff, 0xff, 13, 0, 0, 0]);
    body.extend([2, b'@', 0, b'a', 0, 1, 0x26, 4, 4, 0xfe, 0xff, 0xff, 0xff]);
    body.extend([&[0, 0, 0xe7, 64, 31][..], &collation, &[4, 0, b'h', 0, b'i', 0]].concat());
    body.extend([&[0, 0, 0xe7, 64, 31][..], &collation, &[0xff, 0xff]].concat());
    let s = shown(&tds(3, &body));
    s.has("tds.rpc.parameter.name", "@a").has("tds.type_varbyte.data.int", "-2");
    s.has("tds.type_varbyte.data.string", "hi").has("tds.type_info.collation.sortid", "52");
    s.has("tds.type_varbyte.data.null", "").has("tds.rpc.parameter.status.by_ref", "1");

    let mut body = vec![0x81, 2, 0];
    body.extend([&[0, 0, 0, 0, 9, 0, 0xef, 4, 0][..], &collation, &[1, b'n', 0]].concat());
    body.extend([0, 0, 0, 0, 8, 0, 0x38, 1, b'i', 0]);
    body.extend([0xd1, 4, 0, b'x', 0, b'y', 0, 7, 0, 0, 0]);
    body.extend([0x79, 3, 0, 0, 0, 0xfd, 0x10, 0, 0xc1, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    let s = shown(&tds(4, &body));
    s.has("tds.colmetadata.colname", "n").has("tds.colmetadata.collate_codepage", "1033");
    s.has("tds.type_varbyte.data.string", "xy").has("tds.type_varbyte.data.int", "7");
    s.has("tds.returnstatus.value", "3").has("tds.done.donerowcount64", "1");
}

#[test]
fn parameters_are_text_of_either_kind() {
    let registry = registry();
    let body = [0, 8, 0x11, 0x47, 0xd8, 0xc4, 0xc2, 0xf2];
    let len = 10 + body.len() as u8;
    let packet = [&[0, len, 0xd0, 1, 0, 1, 0, len - 6, 0x10, 0x41][..], &body].concat();
    let frame = tcp(446, &packet);
    let s = dissect(&registry, &meta(1, &frame, frame.len()), &frame, &[]);
    s.has("drda.param.data.ebcdic", "QDB2").has("drda.param.length", "8");
}

/// An element of BER, up to 127 bytes.
fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&[tag, body.len() as u8][..], &body].concat()
}

#[test]
fn controllers_answer_pings() {
    let registry = registry();
    let names = b"\x01d\x03com\0\xc0\x18\x01h\xc0\x18\x01D\0\x01H\0\0\x01S\0\xc0\x2c";
    let value = [words([23, 0x11bd]), vec![7; 16], names.to_vec(), words([5]), vec![0xff; 4]].concat();
    let values = element(0x31, &[&element(4, &[&value])]);
    let attribute = element(0x30, &[&element(4, &[b"netlogon"]), &values]);
    let entry = element(0x64, &[&[4, 0], &element(0x30, &[&attribute])]);
    let message = element(0x30, &[&[2, 1, 1], &entry]);
    let frame = udp(389, &message);
    let s = dissect(&registry, &meta(1, &frame, frame.len()), &frame, &[]);
    s.has("mscldap.netlogon.opcode", "23").has("mscldap.netlogon.flags.kdc", "1");
    s.has("mscldap.domain", "d.com").has("mscldap.hostname", "h.d.com").has("mscldap.nb_domain", "D");
    s.has("mscldap.clientsitename", "S").has("mscldap.ntver.searchflags.v5ex", "1");
    s.has("mscldap.netlogon.nt_token", "65535").lacks("ldap.AttributeValue");

    let asked = element(0xa3, &[&element(4, &[b"NtVer"]), &element(4, &[&[0x16, 0, 0, 0]])]);
    let scope = [10, 1, 0, 10, 1, 0, 2, 1, 0, 2, 1, 0, 1, 1, 0];
    let search = element(0x63, &[&[4, 0], &scope, &asked, &element(0x30, &[])]);
    let frame = udp(389, &element(0x30, &[&[2, 1, 1], &search]));
    let s = dissect(&registry, &meta(1, &frame, frame.len()), &frame, &[]);
    s.has("mscldap.ntver.flags", "22").has("mscldap.ntver.searchflags.vcs", "1");
}
