//! The browser protocol, [MS-BRWS]: hosts tell each other what they are, and who keeps the list of them.

use super::common::flags;
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, names, proto};

proto! {
    BROWSER "browser" "Microsoft Windows Browser Protocol" "BROWSER" App
    on []
    fields {
        COMMAND "browser.command" "Command": U8 Hex = COMMANDS;
        UPDATE_COUNT "browser.update_count" "Update Count": U8 Dec;
        PERIOD "browser.period" "Update Periodicity": U32 Dec;
        SERVER "browser.server" "Server Name": Str;
        MB_SERVER "browser.mb_server" "Master Browser Server Name": Str;
        RESET_CMD "browser.reset_cmd" "ResetBrowserState Command": U8 Hex;
        OS_MAJOR "browser.os_major" "OS Major Version": U8 Dec;
        OS_MINOR "browser.os_minor" "OS Minor Version": U8 Dec;
        WINDOWS_VERSION "browser.windows_version" "Windows version": Str;
        SERVER_TYPE "browser.server_type" "Server Type": U32 Hex;
        ELECTION_VERSION "browser.election.version" "Election Version": U8 Dec;
        PROTO_MAJOR "browser.proto_major" "Browser Protocol Major Version": U8 Dec;
        PROTO_MINOR "browser.proto_minor" "Browser Protocol Minor Version": U8 Dec;
        SIG "browser.sig" "Signature": U16 Hex;
        COMMENT "browser.comment" "Host Comment": StrZ;
        UNUSED "browser.unused" "Unused flags": U8 Hex;
        RESPONSE_COMPUTER_NAME "browser.response_computer_name" "Response Computer Name": StrZ;
        ELECTION_CRITERIA "browser.election.criteria" "Election Criteria": U32 Hex;
        ELECTION_DESIRE "browser.election.desire" "Election Desire": U8 Hex;
        ELECTION_OS "browser.election.os" "Election OS": U8 Hex;
        UPTIME "browser.uptime" "Uptime": U32 Dec;
        BACKUP_COUNT "browser.backup.count" "Backup List Requested Count": U8 Dec;
        BACKUP_TOKEN "browser.backup.token" "Backup Request Token": U32 Dec;
        BACKUP_SERVER "browser.backup.server" "Backup Server": Str;
        BROWSER_TO_PROMOTE "browser.browser_to_promote" "Browser to Promote": StrZ;
        MYSTERIOUS_FIELD "browser.mysterious_field" "Mysterious Field": U32 Hex;
        SERVER_TYPE_WORKSTATION "browser.server_type.workstation" "Workstation": Bool(32) & 0x1 = Names::Bools("This is a Workstation", "This is NOT a Workstation");
        SERVER_TYPE_SERVER "browser.server_type.server" "Server": Bool(32) & 0x2 = Names::Bools("This is a Server", "This is NOT a Server");
        SERVER_TYPE_SQL "browser.server_type.sql" "SQL": Bool(32) & 0x4 = Names::Bools("This is an SQL server", "This is NOT an SQL server");
        SERVER_TYPE_DOMAIN_CONTROLLER "browser.server_type.domain_controller" "Domain Controller": Bool(32) & 0x8 = Names::Bools("This is a Domain Controller", "This is NOT a Domain Controller");
        SERVER_TYPE_BACKUP_CONTROLLER "browser.server_type.backup_controller" "Backup Controller": Bool(32) & 0x10 = Names::Bools("This is a Backup Controller", "This is NOT a Backup Controller");
        SERVER_TYPE_TIME "browser.server_type.time" "Time Source": Bool(32) & 0x20 = Names::Bools("This is a Time Source", "This is NOT a Time Source");
        SERVER_TYPE_APPLE "browser.server_type.apple" "Apple": Bool(32) & 0x40 = Names::Bools("This is an Apple host", "This is NOT an Apple host");
        SERVER_TYPE_NOVELL "browser.server_type.novell" "Novell": Bool(32) & 0x80 = Names::Bools("This is a Novell server", "This is NOT a Novell server");
        SERVER_TYPE_MEMBER "browser.server_type.member" "Member": Bool(32) & 0x100 = Names::Bools("This is a Domain Member server", "This is NOT a Domain Member server");
        SERVER_TYPE_PRINT "browser.server_type.print" "Print": Bool(32) & 0x200 = Names::Bools("This is a Print Queue server", "This is NOT a Print Queue server");
        SERVER_TYPE_DIALIN "browser.server_type.dialin" "Dialin": Bool(32) & 0x400 = Names::Bools("This is a Dialin server", "This is NOT a Dialin server");
        SERVER_TYPE_XENIX "browser.server_type.xenix" "Xenix": Bool(32) & 0x800 = Names::Bools("This is a Xenix server", "This is NOT a Xenix server");
        SERVER_TYPE_NTW "browser.server_type.ntw" "NT Workstation": Bool(32) & 0x1000 = Names::Bools("This is an NT Workstation", "This is NOT an NT Workstation");
        SERVER_TYPE_WFW "browser.server_type.wfw" "WfW": Bool(32) & 0x2000 = Names::Bools("This is a WfW host", "This is NOT a WfW host");
        SERVER_TYPE_NTS "browser.server_type.nts" "NT Server": Bool(32) & 0x8000 = Names::Bools("This is an NT Server", "This is NOT an NT Server");
        SERVER_TYPE_BROWSER_POTENTIAL "browser.server_type.browser.potential" "Potential Browser": Bool(32) & 0x10000 = Names::Bools("This is a Potential Browser", "This is NOT a Potential Browser");
        SERVER_TYPE_BROWSER_BACKUP "browser.server_type.browser.backup" "Backup Browser": Bool(32) & 0x20000 = Names::Bools("This is a Backup Browser", "This is NOT a Backup Browser");
        SERVER_TYPE_BROWSER_MASTER "browser.server_type.browser.master" "Master Browser": Bool(32) & 0x40000 = Names::Bools("This is a Master Browser", "This is NOT a Master Browser");
        SERVER_TYPE_BROWSER_DOMAIN_MASTER "browser.server_type.browser.domain_master" "Domain Master Browser": Bool(32) & 0x80000 = Names::Bools("This is a Domain Master Browser", "This is NOT a Domain Master Browser");
        SERVER_TYPE_OSF "browser.server_type.osf" "OSF": Bool(32) & 0x100000 = Names::Bools("This is an OSF host", "This is NOT an OSF host");
        SERVER_TYPE_VMS "browser.server_type.vms" "VMS": Bool(32) & 0x200000 = Names::Bools("This is a VMS host", "This is NOT a VMS host");
        SERVER_TYPE_W95 "browser.server_type.w95" "Windows 95+": Bool(32) & 0x400000 = Names::Bools("This is a Windows 95 or above host", "This is NOT a Windows 95 or above host");
        SERVER_TYPE_DFS "browser.server_type.dfs" "DFS": Bool(32) & 0x800000 = Names::Bools("This is a DFS server", "THis is NOT a DFS server");
        SERVER_TYPE_LOCAL "browser.server_type.local" "Local": Bool(32) & 0x40000000 = Names::Bools("This is a local list only request", "This is NOT a local list only request");
        SERVER_TYPE_DOMAINENUM "browser.server_type.domainenum" "Domain Enum": Bool(32) & 0x80000000 = Names::Bools("This is a Domain Enum request", "This is NOT a Domain Enum request");
        ELECTION_DESIRE_BACKUP "browser.election.desire.backup" "Backup": Bool(8) & 0x1 = Names::Bools("Backup Browse Server", "NOT Backup Browse Server");
        ELECTION_DESIRE_STANDBY "browser.election.desire.standby" "Standby": Bool(8) & 0x2 = Names::Bools("Standby Browse Server", "NOT Standby Browse Server");
        ELECTION_DESIRE_MASTER "browser.election.desire.master" "Master": Bool(8) & 0x4 = Names::Bools("Master Browser", "NOT Master Browser");
        ELECTION_DESIRE_DOMAIN_MASTER "browser.election.desire.domain_master" "Domain Master": Bool(8) & 0x8 = Names::Bools("Domain Master Browse Server", "NOT Domain Master Browse Server");
        ELECTION_DESIRE_WINS "browser.election.desire.wins" "WINS": Bool(8) & 0x20 = Names::Bools("WINS Client", "NOT WINS Client");
        ELECTION_DESIRE_NT "browser.election.desire.nt" "NT": Bool(8) & 0x80 = Names::Bools("Windows NT Advanced Server", "NOT Windows NT Advanced Server");
        ELECTION_OS_WFW "browser.election.os.wfw" "WfW": Bool(8) & 0x1 = Names::Bools("Windows for Workgroups", "Not Windows for Workgroups");
        ELECTION_OS_NTW "browser.election.os.ntw" "NT Workstation": Bool(8) & 0x10 = Names::Bools("Windows NT Workstation", "Not Windows NT Workstation");
        ELECTION_OS_NTS "browser.election.os.nts" "NT Server": Bool(8) & 0x20 = Names::Bools("Windows NT Server", "Not Windows NT Server");
        RESET_CMD_DEMOTE "browser.reset_cmd.demote" "Demote LMB": Bool(8) & 0x1 = Names::Bools("Demote an LMB to a Backup Browser", "Do not demote an LMB to a Backup Browser");
        RESET_CMD_FLUSH "browser.reset_cmd.flush" "Flush Browse List": Bool(8) & 0x2 = Names::Bools("Flush the Browse List", "Do not Flush the Browse List");
        RESET_CMD_STOP_LMB "browser.reset_cmd.stop_lmb" "Stop Being LMB": Bool(8) & 0x4 = Names::Bools("Stop Being a Local Master Browser", "Do not Stop Being a Local Master Browser");
    }
}

names! {
    /// Frames of section 2.2.
    COMMANDS {
        1 => "Host Announcement", 2 => "Request Announcement", 8 => "Browser Election Request",
        9 => "Get Backup List Request", 10 => "Get Backup List Response", 11 => "Become Backup Browser",
        12 => "Domain/Workgroup Announcement", 13 => "Master Announcement",
        14 => "Reset Browser State Announcement", 15 => "Local Master Announcement",
    }
}

/// What a server is (section 2.2.1.1 and [MS-SRVS] 2.2.2.7), the bits in order.
pub(crate) const SERVER_TYPES: &[Field] = &[
    SERVER_TYPE_WORKSTATION,
    SERVER_TYPE_SERVER,
    SERVER_TYPE_SQL,
    SERVER_TYPE_DOMAIN_CONTROLLER,
    SERVER_TYPE_BACKUP_CONTROLLER,
    SERVER_TYPE_TIME,
    SERVER_TYPE_APPLE,
    SERVER_TYPE_NOVELL,
    SERVER_TYPE_MEMBER,
    SERVER_TYPE_PRINT,
    SERVER_TYPE_DIALIN,
    SERVER_TYPE_XENIX,
    SERVER_TYPE_NTW,
    SERVER_TYPE_WFW,
    SERVER_TYPE_NTS,
    SERVER_TYPE_BROWSER_POTENTIAL,
    SERVER_TYPE_BROWSER_BACKUP,
    SERVER_TYPE_BROWSER_MASTER,
    SERVER_TYPE_BROWSER_DOMAIN_MASTER,
    SERVER_TYPE_OSF,
    SERVER_TYPE_VMS,
    SERVER_TYPE_W95,
    SERVER_TYPE_DFS,
    SERVER_TYPE_LOCAL,
    SERVER_TYPE_DOMAINENUM,
];

/// The same bits as the column tells them.
const TOLD: &[(u32, &str)] = &[
    (0x1, "Workstation"),
    (0x2, "Server"),
    (0x4, "SQL Server"),
    (0x8, "Domain Controller"),
    (0x10, "Backup Controller"),
    (0x20, "Time Source"),
    (0x40, "Apple Server"),
    (0x80, "Novell Server"),
    (0x100, "Domain Member Server"),
    (0x200, "Print Queue Server"),
    (0x400, "Dialin Server"),
    (0x800, "Xenix Server"),
    (0x1000, "NT Workstation"),
    (0x2000, "Windows for Workgroups"),
    (0x8000, "NT Server"),
    (0x1_0000, "Potential Browser"),
    (0x2_0000, "Backup Browser"),
    (0x4_0000, "Master Browser"),
    (0x8_0000, "Domain Master Browser"),
    (0x10_0000, "OSF"),
    (0x20_0000, "VMS"),
    (0x40_0000, "Windows 95 or above"),
    (0x80_0000, "DFS server"),
    (0x4000_0000, "Local List Only"),
    (0x8000_0000, "Domain Enum"),
];

const HOST: u8 = 1;
const REQUEST: u8 = 2;
const ELECTION: u8 = 8;
const GET_BACKUP_LIST: u8 = 9;
const BACKUP_LIST: u8 = 10;
const BECOME_BACKUP: u8 = 11;
const DOMAIN: u8 = 12;
const MASTER: u8 = 13;
const RESET: u8 = 14;
const LOCAL_MASTER: u8 = 15;

/// Bytes of a host's name.
const NAME: usize = 16;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let c = &mut c;
    cx.protocol("BROWSER");
    let command = cx.u8(COMMAND, c)?;
    cx.info(|o| _ = o.s(COMMANDS.or(command.into(), "Unknown")));
    match command {
        HOST | LOCAL_MASTER | DOMAIN => announcement(cx, c, command == DOMAIN),
        REQUEST => {
            cx.u8(UNUSED, c)?;
            let name = cx.strz(RESPONSE_COMPUTER_NAME, c)?;
            cx.info_add(|o| _ = o.s(" ").text(name));
            Ok(())
        }
        ELECTION => election(cx, c),
        GET_BACKUP_LIST => {
            cx.u8(BACKUP_COUNT, c)?;
            cx.u32_le(BACKUP_TOKEN, c).map(|_| ())
        }
        BACKUP_LIST => {
            let n = cx.u8(BACKUP_COUNT, c)?;
            cx.u32_le(BACKUP_TOKEN, c)?;
            for _ in 0..n {
                host(cx, BACKUP_SERVER, c)?;
            }
            Ok(())
        }
        BECOME_BACKUP => cx.strz(BROWSER_TO_PROMOTE, c).map(|_| ()),
        MASTER => host(cx, MB_SERVER, c),
        RESET => {
            let bits = [RESET_CMD_DEMOTE, RESET_CMD_FLUSH, RESET_CMD_STOP_LMB];
            cx.flags_le(RESET_CMD, c, 1, &bits).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// The name of a host up to the zero that ends it.
fn host<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let rest = c.rest();
    let n = rest.iter().position(|b| *b == 0).unwrap_or(rest.len());
    let at = c.span(n + 1);
    c.skip(n + 1)?;
    cx.add_bytes(field, at, rest.get(..n).unwrap_or_default());
    Ok(())
}

/// A host, or a domain and its master browser, announces itself (sections 2.2.1, 2.2.3 and 2.2.6).
fn announcement<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, domain: bool) -> Step {
    cx.u8(UPDATE_COUNT, c)?;
    let period = u32::from_le_bytes(*c.peek_array::<4>()?);
    let item = cx.field_le(PERIOD, c, 4)?;
    cx.label(item, |o| _ = crate::application::text::millis(o.s("Update Periodicity: "), period));
    let at = c.span(NAME);
    let name = c.bytes(NAME)?;
    let name = name.split(|b| *b == 0).next().unwrap_or_default();
    let item = cx.add_bytes(SERVER, at, name);
    cx.label(item, |o| {
        o.s(if domain { "Domain/Workgroup: " } else { "Host Name: " }).text(name);
    });
    let (major, minor) = (c.peek_u8(0)?, c.peek_u8(1)?);
    cx.add_bytes(WINDOWS_VERSION, c.span(2), windows(major, minor).as_bytes());
    cx.u8(OS_MAJOR, c)?;
    cx.u8(OS_MINOR, c)?;
    let (kind, item) = cx.flags_le(SERVER_TYPE, c, 4, SERVER_TYPES)?;
    cx.append(item, |o| told(o, kind as u32));
    cx.info_add(|o| told(o.s(" ").text(name), kind as u32));
    if domain {
        cx.u32_le(MYSTERIOUS_FIELD, c)?;
        return host(cx, MB_SERVER, c);
    }
    cx.u8(PROTO_MAJOR, c)?;
    cx.u8(PROTO_MINOR, c)?;
    cx.u16_le(SIG, c)?;
    cx.strz(COMMENT, c).map(|_| ())
}

fn told(o: &mut requin_wire::Out<'_>, kind: u32) {
    for (_, name) in TOLD.iter().filter(|(bit, _)| kind & bit != 0) {
        o.s(", ").s(name);
    }
}

/// Windows of a version of its kernel.
fn windows(major: u8, minor: u8) -> &'static str {
    match (major, minor) {
        (5, 0) => "Windows 2000",
        (5, 1) => "Windows XP",
        (5, 2) => "Windows Server 2003 R2 or Windows Server 2003",
        (6, 0) => "Windows Vista or Windows Server 2008",
        (6, 1) => "Windows 7 or Windows Server 2008 R2",
        (6, 2) => "Windows 8 or Windows Server 2012",
        (6, 3) => "Windows 8.1 or Windows Server 2012 R2",
        (10, 0) => "Windows 10",
        _ => "",
    }
}

/// Who is to keep the list (section 2.2.7): the criteria are compared as one number.
fn election<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(ELECTION_VERSION, c)?;
    let item = cx.peek_le(ELECTION_CRITERIA, c, 0, 4)?;
    cx.under(item, |cx| -> Step {
        let bits = [
            ELECTION_DESIRE_BACKUP,
            ELECTION_DESIRE_STANDBY,
            ELECTION_DESIRE_MASTER,
            ELECTION_DESIRE_DOMAIN_MASTER,
            ELECTION_DESIRE_WINS,
            ELECTION_DESIRE_NT,
        ];
        flags(cx, ELECTION_DESIRE, c, 1, &bits)?;
        cx.u8(PROTO_MAJOR, c)?;
        cx.u8(PROTO_MINOR, c)?;
        flags(cx, ELECTION_OS, c, 1, &[ELECTION_OS_WFW, ELECTION_OS_NTW, ELECTION_OS_NTS]).map(|_| ())
    })?;
    let uptime = u32::from_le_bytes(*c.peek_array::<4>()?);
    let item = cx.field_le(UPTIME, c, 4)?;
    cx.label(item, |o| _ = crate::application::text::millis(o.s("Uptime: "), uptime));
    c.skip(4)?;
    host(cx, SERVER, c)
}
