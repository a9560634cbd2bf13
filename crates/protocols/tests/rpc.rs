//! Remote procedure calls, LDAP and mailslots, made by hand: what later messages know from those before them, what is read
//! of their arguments, and that any of them may end anywhere.

#[path = "support/shown.rs"]
mod shown;
#[path = "support/talk.rs"]
mod talk;

use talk::*;

const SVCCTL: u128 = 0x367abb81_9844_35f1_ad32_98f038001003;
const SAMR: u128 = 0x12345778_1234_abcd_ef00_0123456789ac;
const LSARPC: u128 = 0x12345778_1234_abcd_ef00_0123456789ab;
const SRVSVC: u128 = 0x4b324fc8_1670_01d3_1278_5a47bf6ee188;
const EPM: u128 = 0xe1af8308_5d1f_11c9_91a4_08002b14a0fa;

#[test]
fn calls_are_their_interfaces() {
    let mut t = Talk::new("dcerpc", 135);
    // Nobody was seen to ask for the context yet.
    let s = t.says(b"", &request(9, 15, &[1, 2, 3, 4]));
    assert_eq!(s.info, "Request: call_id: 9, Fragment: Single, opnum: 15, Ctx: 0");
    s.has("dcerpc.stub_data", "01020304");
    s.has("dcerpc.cn_ctx_id.no_bind", "");
    t.says(b"", &bind(SVCCTL));
    let stub = [pointed("HOST"), pointed("ServicesActive"), vec![0x3f, 0, 0, 0]].concat();
    let s = t.says(b"", &request(2, 15, &stub));
    assert_eq!((&*s.protocol, &*s.info), ("SVCCTL", "OpenSCManagerW request, HOST, ServicesActive"));
    s.has("svcctl.opnum", "15");
    s.has("svcctl.database", "ServicesActive");
    s.has("svcctl.scm_rights_connect", "1");
    s.has("nt.access_mask.delete", "0");
    s.lacks("dcerpc.stub_data");
    let handle = [7; 20];
    let s = t.says(b"", &response(2, &[&handle[..], &[0; 4]].concat()));
    assert_eq!(s.info, "OpenSCManagerW response");
    s.has("dcerpc.request_in", "3");
    s.has("dcerpc.time", "1.000000000");
    s.has("dcerpc.opnum", "15");
    s.has("dcerpc.nt.open_frame", "4");
    s.has("svcctl.rc", "0");
    let s = t.says(b"", &request(3, 0, &handle));
    s.has("dcerpc.nt.open_frame", "4");
    s.has("dcerpc.nt.close_frame", "5");
    let s = t.says(b"", &request(4, 200, &[]));
    assert_eq!(s.info, "Unknown operation 200 request SVCCTL V1");
    // A response whose request was not seen.
    let s = t.says(b"", &response(77, &[1, 2, 3, 4]));
    s.lacks("dcerpc.request_in");
    s.has("dcerpc.stub_data", "01020304");
}

#[test]
fn data_that_are_encrypted_stay_so() {
    let mut t = Talk::new("dcerpc", 135);
    t.says(b"", &bind(SVCCTL));
    let mut p = request(2, 15, &[9; 16]);
    p.extend([10, 6, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    p.extend([8; 12]);
    p[8] = p.len() as u8;
    p[10] = 16;
    let s = t.says(b"", &p);
    s.has("dcerpc.encrypted_stub_data", &"09".repeat(16));
    s.lacks("dcerpc.auth_padding");
    assert_eq!(s.info, "OpenSCManagerW request");
}

#[test]
fn objects_and_unknown_interfaces() {
    let mut t = Talk::new("dcerpc", 135);
    t.says(b"", &bind(0x39c13a54_011e_11d0_9675_0020afd8adb3));
    let mut p = request(2, 3, &[uuid(5), vec![1]].concat());
    p[3] |= 0x80;
    let s = t.says(b"", &p);
    assert!(s.info.ends_with(", Ctx: 0 39c13a54-011e-11d0-9675-0020afd8adb3 V1"), "{}", s.info);
    s.has("dcerpc.unknown_if_id", "1");
    s.has("dcerpc.stub_data", "01");
    let s = t.says(b"", &response(2, &[2]));
    s.has("dcerpc.obj_id", "00000000000000000000000000000005");
    s.has("dcerpc.request_in", "2");
}

#[test]
fn towers_lead_to_interfaces() {
    let mut t = Talk::new("dcerpc", 135);
    t.says(b"", &bind(EPM));
    let floor = |n: u128| [&[19, 0, 0x0d][..], &uuid(n), &[2, 0, 2, 0, 1, 0]].concat();
    let mut tower = vec![5, 0];
    tower.extend([floor(SVCCTL), floor(NDR)].concat());
    tower.extend([1, 0, 0x0b, 2, 0, 0, 0, 1, 0, 7, 2, 0, 0, 135, 1, 0, 9, 4, 0, 10, 0, 0, 9]);
    let len = (tower.len() as u32).to_le_bytes();
    let mut body = [&[1, 0, 0, 0][..], &[0; 16], &[2, 0, 0, 0], &len, &len, &tower].concat();
    body.resize(body.len().next_multiple_of(4), 0);
    body.extend([0; 20]);
    body.extend([4, 0, 0, 0]);
    let s = t.says(b"", &request(2, 3, &body));
    assert_eq!((&*s.protocol, &*s.info), ("EPM", "Map request, SVCCTL, 32bit NDR"));
    s.has("epm.proto.tcp_port", "135");
    s.has("epm.ver_min", "1");
    s.has("epm.max_towers", "4");
    let mut body = vec![0; 20];
    body.extend([1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0]);
    body.extend([&len[..], &len, &tower].concat());
    body.resize(body.len().next_multiple_of(4), 0);
    body.extend([0; 4]);
    let s = t.says(b"", &response(2, &body));
    assert_eq!(s.info, "Map response, SVCCTL, 32bit NDR");
    s.has("epm.num_towers", "1");
    s.has("epm.rc", "0");
}

/// A message of SMB 2.
fn smb2(command: u8, id: u8, response: bool, body: &[u8]) -> Vec<u8> {
    let mut m = b"\xfeSMB\x40\0\x01\0\0\0\0\0".to_vec();
    m.extend([command, 0, 1, 0, u8::from(response), 0, 0, 0, 0, 0, 0, 0, id, 0, 0, 0, 0, 0, 0, 0]);
    m.extend([0xff, 0xfe, 0, 0, 5, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]);
    m.extend([0; 16]);
    m.extend(body);
    m
}

/// Writes to a pipe.
fn write(id: u8, file: u8, data: &[u8]) -> Vec<u8> {
    let len = (data.len() as u32).to_le_bytes();
    smb2(9, id, false, &[&[49, 0, 112, 0][..], &len, &[0; 8], &[file; 16], &[0; 12], &[0; 4], data].concat())
}

/// Writes a pipe and reads it at once.
fn transceive(id: u8, file: u8, response: bool, data: &[u8]) -> Vec<u8> {
    let len = (data.len() as u32).to_le_bytes();
    let head = [&[57, 0, 0, 0, 0x17, 0xc0, 0x11, 0][..], &[file; 16]].concat();
    let body = if response {
        [&head[..], &[112, 0, 0, 0, 0, 0, 0, 0, 112, 0, 0, 0], &len, &[0; 8], data].concat()
    } else {
        let input = [&[120, 0, 0, 0][..], &len, &[0; 4], &[120, 0, 0, 0, 0, 0, 0, 0], &[0, 4, 0, 0]].concat();
        [&head[..], &input, &[1, 0, 0, 0, 0, 0, 0, 0], data].concat()
    };
    smb2(11, id, response, &body)
}

#[test]
fn pipes_have_calls_of_their_own() {
    let mut t = Talk::new("smb2", 445);
    let mut says = |m: Vec<u8>| t.says(&(m.len() as u32).to_be_bytes(), &m);
    // Both pipes have the same context and number of calls.
    says(write(1, 0xa1, &bind(SAMR)));
    says(write(2, 0xb2, &bind(LSARPC)));
    let connect =
        [pointed("\\\\HOST"), vec![0, 0, 0, 2, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]].concat();
    let signature = [0x8a, 0xe3, 0x13, 0x71, 0x02, 0xf4, 0x36, 0x71];
    let context = [uuid(SAMR), vec![1, 0, 0, 0], uuid(NDR), vec![2, 0, 0, 0]].concat();
    let commands = [&[1, 0, 4, 0, 1, 0, 0, 0][..], &[2, 0x40, 40, 0], &context].concat();
    let verified = [&connect[..], &signature, &commands].concat();
    let s = says(transceive(3, 0xa1, false, &request(2, 64, &verified)));
    s.has("dcerpc.rpc_sec_vt.command.cmd", "2");
    s.has("dcerpc.rpc_sec_vt.bitmask.sign", "1");
    s.has("dcerpc.rpc_sec_vt.pcontext.interface.ver", "2");
    assert_eq!((&*s.protocol, &*s.info), ("SAMR", "Connect5 request"));
    s.has("samr.samr_Connect5.system_name", "\\\\HOST");
    s.has("samr.samr_ConnectInfo1.client_version", "2");
    let s = says(write(4, 0xb2, &request(2, 0, &[5; 20])));
    assert_eq!((&*s.protocol, &*s.info), ("LSARPC", "lsa_Close request"));
    let opened = [&[1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0][..], &[6; 20], &[0; 4]].concat();
    let s = says(transceive(3, 0xa1, true, &response(2, &opened)));
    assert_eq!(s.info, "Connect5 response");
    s.has("dcerpc.request_in", "3");
    s.has("dcerpc.nt.open_frame", "5");
    s.has("samr.status", "0");
    // What is read does not say of which file it is: its request does.
    let read = [&[49, 0, 80, 0, 0, 4, 0, 0][..], &[0; 8], &[0xb2; 16], &[0; 17]].concat();
    says(smb2(8, 5, false, &read));
    let data = response(2, &[&[0; 20][..], &[0x22, 0, 0, 0xc0]].concat());
    let body = [&[17, 0, 80, 0][..], &(data.len() as u32).to_le_bytes(), &[0; 8], &data].concat();
    let s = says(smb2(8, 5, true, &body));
    assert_eq!(s.info, "lsa_Close response, STATUS_ACCESS_DENIED, Error: STATUS_ACCESS_DENIED");
    s.has("dcerpc.request_in", "4");
}

#[test]
fn shares_and_domains() {
    let mut t = Talk::new("dcerpc", 135);
    t.says(b"", &bind(SRVSVC));
    let info = [vec![1, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0], vec![1, 0, 0, 0]].concat();
    t.says(b"", &request(2, 15, &[pointed("HOST"), vec![1, 0, 0, 0]].concat()));
    let body = [info, vec![8, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0], text("data"), text("All of it")].concat();
    let body = [body, vec![1, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0]].concat();
    let s = t.says(b"", &response(2, &body));
    s.has("srvsvc.srvsvc_NetShareInfo1.name", "data");
    s.has("srvsvc.srvsvc_NetShareInfo1.comment", "All of it");
    s.has("srvsvc.srvsvc_NetShareEnumAll.totalentries", "1");
    assert_eq!(s.info, "NetShareEnumAll response, Error: WERR_ACCESS_DENIED");
    // A level that is not known ends what is read, and is no error.
    let s = t.says(b"", &response(2, &[77, 0, 0, 0, 77, 0, 0, 0, 1, 2, 3, 4]));
    s.lacks("_ws.malformed");
    t.says(b"", &bind(SAMR));
    t.says(b"", &request(3, 5, &[&[7; 20][..], &[8, 0, 8, 0, 1, 0, 0, 0], &text("CORP")].concat()));
    let sid = [1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
    let s = t.says(b"", &response(3, &[&[1, 0, 0, 0, 4, 0, 0, 0][..], &sid, &[0; 4]].concat()));
    s.has("dcerpc.nt.domain_sid", "S-1-5-21-1-2-3");
    s.has("nt.sid.domain", "1-2-3");
    let entries = [&[0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0][..]].concat();
    let users = [500u32, 501].map(|n| [&n.to_le_bytes()[..], &[8, 0, 8, 0, 1, 0, 0, 0]].concat()).concat();
    let names = [text("root"), text("user"), vec![2, 0, 0, 0, 0, 0, 0, 0]].concat();
    t.says(b"", &request(4, 13, &[&[7; 20][..], &[0, 0, 0, 0, 16, 0, 0, 0, 0xff, 0xff, 0, 0]].concat()));
    // The count of the structure stands before the array's own.
    let body = [&entries[..12], &entries[12..16], &entries[16..20], &users, &names].concat();
    let s = t.says(b"", &response(4, &[&[9, 0, 0, 0][..], &body[4..]].concat()));
    s.has("samr.samr_EnumDomainUsers.resume_handle", "9");
    s.has("samr.samr_SamEntry.idx", "501");
    s.has("samr.samr_SamEntry.name", "user");
    s.has("samr.samr_EnumDomainUsers.num_entries", "2");
}

#[test]
fn ndr64_is_wider() {
    let mut t = Talk::new("dcerpc", 135);
    let mut ask = bind(SRVSVC);
    let at = ask.len() - 20;
    ask.splice(at.., [uuid(0x71710533_beba_4937_8319_b5dbef9ccc36), vec![1, 0, 0, 0]].concat());
    t.says(b"", &ask);
    let long = |n: u64| n.to_le_bytes().to_vec();
    let text = |s: &str| {
        let units: Vec<u16> = s.encode_utf16().chain([0]).collect();
        let n = long(units.len() as u64);
        let mut t = [&n[..], &long(0), &n].concat();
        t.extend(units.iter().flat_map(|u| u.to_le_bytes()));
        t.resize(t.len().next_multiple_of(8), 0);
        t
    };
    t.says(b"", &request(2, 21, &[long(1), text("HOST"), vec![101, 0, 0, 0]].concat()));
    let server = [long(500), long(2), vec![6, 0, 0, 0, 1, 0, 0, 0], long(0x1003), long(3)].concat();
    let body = [long(101), long(1), server, text("HOST"), text("x"), vec![0; 4]].concat();
    let s = t.says(b"", &response(2, &body));
    s.has("dcerpc.referent_id64", "3");
    s.has("srvsvc.srvsvc_NetSrvInfo101.server_name", "HOST");
    s.has("browser.server_type", "4099");
    s.has("srvsvc.srvsvc_NetSrvInfo101.comment", "x");
    s.has("srvsvc.werror", "0");
}

#[test]
fn security_of_files() {
    let mut t = Talk::new("smb2", 445);
    let mut says = |m: Vec<u8>| t.says(&(m.len() as u32).to_be_bytes(), &m);
    let ask = [&[41, 0, 3, 0, 0, 4, 0, 0][..], &[0; 16], &[0xa1; 16], &[0]].concat();
    says(smb2(16, 1, false, &ask));
    let sid = [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x21, 2, 0, 0];
    let list = [&[2, 0, 32, 0, 1, 0, 0, 0][..], &[0, 3, 24, 0, 1, 0, 1, 0], &sid].concat();
    let head = [1, 0, 4, 0x80, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 36, 0, 0, 0];
    let descriptor = [&head[..], &sid, &list].concat();
    let body = [&[9, 0, 72, 0][..], &(descriptor.len() as u32).to_le_bytes(), &descriptor].concat();
    let s = says(smb2(16, 1, true, &body));
    s.has("nt.sid", "S-1-5-32-545");
    s.has("nt.sid.rid", "545");
    s.has("nt.acl.num_aces", "1");
    s.has("nt.ace.flags.container_inherit", "1");
    s.has("nt.access_mask.delete", "1");
    s.has("nt.access_mask.specific_0", "1");
    s.has("nt.access_mask.specific_1", "0");
}

#[test]
fn responses_of_ldap() {
    let mut t = Talk::new("ldap", 389);
    let s = t.says(b"", &[0x30, 12, 2, 1, 7, 0x60, 7, 2, 1, 3, 4, 0, 0x80, 0]);
    s.lacks("ldap.response_to");
    let s = t.says(b"", &[0x30, 12, 2, 1, 7, 0x61, 7, 10, 1, 0, 4, 0, 4, 0]);
    s.has("ldap.response_to", "1");
    s.has("ldap.time", "1.000000000");
    let s = t.says(b"", &[0x30, 12, 2, 1, 8, 0x61, 7, 10, 1, 0, 4, 0, 4, 0]);
    s.lacks("ldap.response_to");
}

/// A message to all who listen to a name.
fn mailslot(name: &[u8], data: &[u8]) -> Vec<u8> {
    let mut m = b"\xffSMB\x25".to_vec();
    m.extend([0; 27]);
    m.extend([17, 0, 0, data.len() as u8]);
    m.extend([0; 19]);
    m.extend([data.len() as u8, 0, 70 + name.len() as u8, 0, 3, 0, 1, 0, 1, 0, 2, 0]);
    m.extend([(name.len() + 1 + data.len()) as u8, 0]);
    m.extend(name);
    m.push(0);
    m.extend(data);
    m
}

#[test]
fn hosts_announce_themselves() {
    let mut t = Talk::new("smb", 139);
    let mut says = |data: &[u8]| {
        let m = mailslot(b"\\MAILSLOT\\BROWSE", data);
        t.says(&(m.len() as u32).to_be_bytes(), &m)
    };
    let mut host = [&[1, 3, 0x60, 0xea, 0, 0][..], b"HOST\0\0\0\0\0\0\0\0\0\0\0\0"].concat();
    host.extend([5, 1, 3, 0x10, 4, 0, 15, 1, 0x55, 0xaa, b'h', b'i', 0]);
    let s = says(&host);
    assert_eq!(s.protocol, "BROWSER");
    assert_eq!(s.info, "Host Announcement HOST, Workstation, Server, NT Workstation, Master Browser");
    s.has("mailslot.name", "\\MAILSLOT\\BROWSE");
    s.has("mailslot.class", "2");
    s.has("browser.windows_version", "Windows XP");
    s.has("browser.server_type.ntw", "1");
    s.has("browser.comment", "hi");
    let s = says(&[8, 1, 4, 1, 15, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, b'H', 0]);
    s.has("browser.election.desire.master", "1");
    s.has("browser.server", "H");
    let s = says(b"\x02\0HOST\0");
    assert_eq!(s.info, "Request Announcement HOST");
    says(&[9, 4, 1, 0, 0, 0]).has("browser.backup.token", "1");
    says(b"\x0a\x01\x01\0\0\0B\0").has("browser.backup.server", "B");
    says(b"\x0bP\0").has("browser.browser_to_promote", "P");
    says(b"\x0dM\0").has("browser.mb_server", "M");
    says(&[14, 2]).has("browser.reset_cmd.flush", "1");
}
