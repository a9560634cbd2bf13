//! Automation Device Specification of Beckhoff over AMS/TCP.

use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, Value, names, proto};

proto! {
    AMS "ams" "AMS" "AMS" App
    on [Tcp 48898]
    frames [pdu_len]
    fields {
        SENDERNETID "ams.sendernetid" "AMS Sender Net Id": Str;
        SENDERPORT "ams.senderport" "AMS Sender port": U16 Dec;
        TARGETNETID "ams.targetnetid" "AMS Target Net Id": Str;
        TARGETPORT "ams.targetport" "AMS Target port": U16 Dec;
        CMDID "ams.cmdid" "CmdId": U16 Dec = CMDID_NAMES;
        STATEFLAGS "ams.stateflags" "StateFlags": U16 Hex;
        STATE_RESPONSE "ams.state_response" "RESPONSE": Bool(16) & 0x1 = crate::common::SET;
        STATE_NORETURN "ams.state_noreturn" "NO RETURN": Bool(16) & 0x2 = crate::common::SET;
        STATE_ADSCMD "ams.state_adscmd" "ADS COMMAND": Bool(16) & 0x4 = crate::common::SET;
        STATE_SYSCMD "ams.state_syscmd" "SYSTEM COMMAND": Bool(16) & 0x8 = crate::common::SET;
        STATE_HIGHPRIO "ams.state_highprio" "HIGH PRIORITY COMMAND": Bool(16) & 0x10 = crate::common::SET;
        STATE_TIMESTAMPADDED "ams.state_timestampadded" "TIMESTAMP ADDED": Bool(16) & 0x20 = crate::common::SET;
        STATE_UDP "ams.state_udp" "UDP COMMAND": Bool(16) & 0x40 = crate::common::SET;
        STATE_INITCMD "ams.state_initcmd" "INIT COMMAND": Bool(16) & 0x80 = crate::common::SET;
        STATE_BROADCAST "ams.state_broadcast" "BROADCAST": Bool(16) & 0x8000 = crate::common::SET;
        CBDATA "ams.cbdata" "cbData": U32 Dec;
        ERRORCODE "ams.errorcode" "ErrorCode": U32 Hex = ERRORCODE_NAMES;
        INVOKEID "ams.invokeid" "InvokeId": U32 Hex;
        ADS_STAMPS "ams.ads_noteblocksstamps" "Count of Stamps": U32 Dec;
        ADS_DATA "ams.ads_data" "Data": None;
        ADS_INDEXGROUP "ams.ads_indexgroup" "IndexGroup": U32 Hex;
        ADS_INDEXOFFSET "ams.ads_indexoffset" "IndexOffset": U32 Hex;
        ADS_CBLENGTH "ams.ads_cblength" "CbLength": U32 Dec;
        ADS_READ_REQ "ams.ads_read_req" "ADS Read Request": None;
        ADS_READ_RES "ams.ads_read_res" "ADS Read Response": None;
        ADSRESULT "ams.adsresult" "Result": U32 Hex = ADSRESULT_NAMES;
        ADS_WRITE_REQ "ams.ads_write_req" "ADS Write Request": None;
        ADS_WRITE_RES "ams.ads_write_res" "ADS Write Response": None;
        ADS_READWRITE_REQ "ams.ads_readwrite_req" "ADS ReadWrite Request": None;
        ADS_READWRITE_RES "ams.ads_readwrite_res" "ADS ReadWrite Response": None;
        ADS_CBREADLENGTH "ams.ads_cbreadlength" "CBReadLength": U32 Dec;
        ADS_CBWRITELENGTH "ams.ads_cbwritelength" "CBWriteLength": U32 Dec;
        ADS_STATE "ams.ads_state" "AdsState": U16 Hex;
        ADS_DEVICESTATE "ams.ads_devicestate" "DeviceState": U16 Hex;
        ADS_NOTIFICATIONHANDLE "ams.ads_notificationhandle" "NotificationHandle": U32 Hex;
        ADS_READSTATE_RES "ams.ads_readstate_res" "ADS Read State Response": None;
        ADS_WRITECTRL_REQ "ams.ads_writectrl_req" "ADS Write Ctrl Request": None;
        ADS_WRITECTRL_RES "ams.ads_writectrl_res" "ADS Write Ctrl Response": None;
        ADS_READDINFO_RES "ams.ads_readdinfo_res" "ADS Read Device Info Response": None;
        ADS_ADDDN_REQ "ams.ads_adddn_req" "ADS Add Device Notification Request": None;
        ADS_ADDDN_RES "ams.ads_adddn_res" "ADS Add Device Notification Response": None;
        ADS_DELDN_REQ "ams.ads_deldn_req" "ADS Delete Device Notification Request": None;
        ADS_DELDN_RES "ams.ads_deldn_res" "ADS Delete Device Notification Response": None;
        ADS_DN_REQ "ams.ads_dn_req" "ADS Device Notification Request": None;
        ADS_DEVICENAME "ams.ads_devicename" "Device Name": Str;
        ADS_VERSIONVERSION "ams.ads_versionversion" "ADS Major Version": U8 Dec;
        ADS_VERSIONREVISION "ams.ads_versionrevision" "ADS Minor Version": U8 Dec;
        ADS_VERSIONBUILD "ams.ads_versionbuild" "ADS Version Build": U16 Dec;
        ADS_TRANSMODE "ams.ads_transmode" "Trans Mode": U32 Dec = ADS_TRANSMODE_NAMES;
        ADS_MAXDELAY "ams.ads_maxdelay" "Max Delay": U32 Dec;
        ADS_CYCLETIME "ams.ads_cycletime" "Cycle Time": U32 Dec;
    }
}

names! {
    CMDID_NAMES {
        0 => "Invalid",
        1 => "ADS Read Device Info",
        2 => "ADS Read",
        3 => "ADS Write",
        4 => "ADS Read State",
        5 => "ADS Write Control",
        6 => "ADS Add Device Notification",
        7 => "ADS Delete Device Notification",
        8 => "ADS Device Notification",
        9 => "ADS Read Write",
    }
    ERRORCODE_NAMES {
        0 => "NO ERROR",
        1 => "INTERNAL",
        2 => "NO RTIME",
        3 => "ALLOC LOCKED MEM",
        4 => "INSERT MAILBOX",
        5 => "WRONGRECEIVEHMSG",
        6 => "TARGET PORT NOT FOUND",
        7 => "TARGET MACHINE NOT FOUND",
        8 => "UNKNOWN CMDID",
        9 => "BAD TASKID",
        10 => "NOIO",
        11 => "UNKNOWN AMSCMD",
        12 => "WIN32 ERROR",
        13 => "PORT NOT CONNECTED",
        14 => "INVALID AMS LENGTH",
        15 => "INVALID AMS NETID",
        16 => "LOW INST LEVEL",
        17 => "NO DEBUG INT AVAILABLE",
        18 => "PORT DISABLED",
        19 => "PORT ALREADY CONNECTED",
        20 => "AMSSYNC_W32ERROR",
        21 => "AMSSYNC_TIMEOUT",
        22 => "AMSSYNC_AMSERROR",
        23 => "AMSSYNC_NOINDEXINMAP",
        24 => "INVALID AMSPORT",
        25 => "NO MEMORY",
        26 => "TCP SEND",
        27 => "HOST UNREACHABLE",
        1280 => "ROUTERERR_NOLOCKEDMEMORY",
        1281 => "ROUTERERR_RESIZEMEMORY",
        1282 => "ROUTERERR_MAILBOXFULL",
        1283 => "ROUTERERR_DEBUGBOXFULL",
        1284 => "ROUTERERR_UNKNOWNPORTTYPE",
        1285 => "ROUTERERR_NOTINITIALIZED",
        1286 => "ROUTERERR_PORTALREADYINUSE",
        1287 => "ROUTERERR_NOTREGISTERED   ",
        1288 => "ROUTERERR_NOMOREQUEUES",
        1289 => "ROUTERERR_INVALIDPORT",
        1290 => "ROUTERERR_NOTACTIVATED",
        8192 => "IOERR_INTERNAL",
        8193 => "IOERR_BADCARDNO",
        8194 => "IOERR_INVALIDCARDADDR",
        8195 => "IOERR_CDLLISTFULL",
        8196 => "IOERR_BADCDLPARAM",
        8197 => "IOERR_OPENIOFAILED",
        8198 => "IOERR_RESETIOFAILED",
        8199 => "IOERR_UNKNOWNDEVICE",
        8200 => "IOERR_UNKNOWNDEVICEID",
        8201 => "IOERR_UNKNOWNIMAGEID",
        8202 => "IOERR_GETIOSTATE",
        8203 => "IOERR_BADIMAGEID",
        8204 => "IOERR_NOMORECLIENTSPACE",
        8205 => "IOERR_CLIENTINFONOTFOUND",
        8206 => "IOERR_CDLNOTINUSE",
        8207 => "IOERR_TIMEOUTWITHDEVICE",
        8208 => "IOERR_C1220FUNC_1",
        8209 => "IOERR_C1220FUNC_9",
        8210 => "IOERR_C1220FUNC_C",
        8211 => "IOERR_C1220FUNC_10",
        8212 => "IOERR_C1220FUNC_1_MAXSEND",
        8213 => "IOERR_C1220FUNC_1_ADDRSET",
        8214 => "IOERR_C1220FUNC_1_BREAK",
        8215 => "IOERR_C1220FUNC_1_BREAK0",
        8216 => "IOERR_C1220FUNC_1_BREAK1",
        8217 => "IOERR_C1220FUNC_1_BREAK2",
        8218 => "IOERR_C1220FUNC_1_BREAK3",
        8219 => "IOERR_C1220FUNC_1_BREAK4",
        8220 => "IOERR_C1220FUNC_1_BREAK5",
        8221 => "IOERR_C1220FUNC_1_BREAK6",
        8222 => "IOERR_C1220FUNC_1_BREAK7",
        8223 => "IOERR_C1220FUNC_1_BREAK8",
        8224 => "IOERR_C1220FUNC_1_BREAK9",
        8225 => "IOERR_C1220FUNC_1_BREAK10",
        8226 => "IOERR_C1220FUNC_1_BREAK11",
        8227 => "IOERR_C1220FUNC_1_BREAK12",
        8228 => "IOERR_C1220FUNC_1_BREAK13",
        8229 => "IOERR_C1220FUNC_1_BREAK14",
        8230 => "IOERR_C1220FUNC_1_BREAK15",
        8231 => "IOERR_C1220FUNC_1_BREAK16",
        8232 => "IOERR_SPC3DEVINITDP",
        8233 => "IOERR_SPC3UPDATEOUTPUT",
        8234 => "IOERR_CIF30READDIAG",
        8235 => "IOERR_CIF30COMMNOTSTARTED",
        8236 => "IOERR_CIF30SLAVEPARASIZE",
        8237 => "IOERR_CIF30NOPARAS",
        8238 => "IOERR_CIF30SLAVEERROR",
        8239 => "IOERR_CIF30WATCHDOGEXPIRED",
        8240 => "IOERR_UNKNOWNDEVICECMD",
        8241 => "IOERR_CIF40MESSAGEHANDLING",
        8242 => "IOERR_CIF40PARAERROR",
        8243 => "IOERR_CIF40WATCHDOGEXPIRED",
        8244 => "IOERR_CIF40FLAGERROR",
        8245 => "IOERR_CIF40COMMNOTSTARTED",
        8246 => "IOERR_CIF40READDIAG",
        8247 => "IOERR_CIF40SLAVEERROR",
        8248 => "IOERR_CIF40GLOBALERROR",
        8249 => "IOERR_CIF40CONFIGLIST",
        8250 => "IOERR_CP5412A2SLAVEPARASIZE",
        8251 => "IOERR_CP5412A2NOPARAS",
        8252 => "IOERR_CP5412A2SLAVEERROR",
        8253 => "IOERR_CP5412A2FATAL",
        8254 => "IOERR_CP5412A2MAILBOXUSED",
        8255 => "IOERR_BEGINCONFIGWHILETICKER",
        8256 => "IOERR_UNEXPECTEDBOXCOUNT",
        8257 => "IOERR_C1200CHECKADDR",
        8258 => "IOERR_C1200INTENSITYTEST",
        8259 => "IOERR_NOIMAGE",
        8260 => "IOERR_INVALIDIMAGEOFFSSIZE",
        8261 => "IOERR_FORCESCOUNTEXCEEDEDMAXIMUM",
        8262 => "IOERR_SERCOSLIFECOUNTERERR",
        8263 => "IOERR_C1220NOTFOUND",
        8264 => "IOERR_AMSDEVICENOAMSINTF",
        8265 => "IOERR_AMSDEVICEAMSCMDIDNOTSUPP",
        8266 => "IOERR_AMSDEVICEAMSSERVICERUNNING",
        8267 => "IOERR_PLCINTERFACE_BUSY",
        8268 => "IOERR_PLCINTERFACE_FAULT",
        8269 => "IOERR_PLCINTERFACE_TIMEOUT",
        8270 => "IOERR_PLCINTERFACE_RESETTIMEOUT",
        8271 => "IOERR_PLCINTERFACE_NODATAEXCH",
        8272 => "IOERR_PLCINTERFACE_RESET",
        8273 => "IOERR_CP5412A2INVALIDADDR",
        8274 => "IOERR_CP5412A2INVALIDPORT",
        8275 => "IOERR_AMSDEVICEBADBOXNO",
        8276 => "IOERR_AMSDEVICEBADTYPE",
        8277 => "IOERR_AMSDEVICEILLEGALADDRESS",
        8278 => "IOERR_CP5412A2INVALIDBOX",
        8279 => "IOERR_AMSDEVICEFIFOOVERFLOW",
        8280 => "IOERR_AMSDEVICEAMSSEQUENCEERROR",
        8281 => "IOERR_CP5412A2DPV1SYNTAXERROR",
        8282 => "IOERR_CP5412A2DEVICENOTRUNNING",
        8283 => "IOERR_AMSDEVICENOTRUNNING",
        8284 => "IOERR_AMSDEVICEBOXNOTDEFINED",
        8285 => "IOERR_CP5412A2BADSERVICEPARA",
        8286 => "IOERR_CP5412A2FIFOOVERFLOW",
        8287 => "IOERR_COMPORTOPENFAILED",
        8288 => "IOERR_CIF30BADMESSAGERESPONSE",
        8289 => "IOERR_CIF30DELETEDATABASE",
        8290 => "IOERR_CIF30STARTSEQFAILED",
        8291 => "IOERR_CIF30DOWNLOADFAILED",
        8292 => "IOERR_CIF30ENDSEQFAILED",
        8293 => "IOERR_CIF30BUSLOADFAILED",
        8294 => "IOERR_PLCINTERFACE_RESETREQ",
        8295 => "IOERR_CP5412A2INVALIDCYCLETICKS",
        8296 => "IOERR_CP5412A2DPBUSFAULT",
        8297 => "IOERR_INVALIDTERMCONFIG",
        8298 => "IOERR_SERCANSBREAK",
        8299 => "IOERR_SERCANSPHASE0",
        8300 => "IOERR_SERCANSPHASE1",
        8301 => "IOERR_SERCANSPHASE2",
        8302 => "IOERR_SERCANSPHASE3",
        8303 => "IOERR_SERCANSPHASE4",
        8304 => "IOERR_SERCANSNCSERVICECHNFAILED",
        8305 => "IOERR_RESOURCECONFICT",
        8306 => "IOERR_C1220INITSTRINGCOMM",
        8307 => "IOERR_C1220REGSTRINGSLAVE",
        8308 => "IOERR_C1220STRREGFAULT",
        8309 => "IOERR_IOSTATEBUSY",
        8310 => "IOERR_IBSSCITWATCHDOGEXPIRED",
        8311 => "IOERR_IBSSCITSYNCMAILBOXERROR",
        8312 => "IOERR_IBSSCITCONFIRMDIAGERROR",
        8313 => "IOERR_IBSSCITCREATECFGERROR",
    }
    ADSRESULT_NAMES {
        0 => "NO ERROR",
        1792 => "ERROR",
        1793 => "SRV NOT SUPP",
        1794 => "INVALID GRP",
        1795 => "INVALID OFFSET",
        1796 => "INVALID ACCESS",
        1797 => "INVALID SIZE",
        1798 => "INVALID DATA",
        1799 => "NOT READY",
        1800 => "BUSY",
        1801 => "INVALID CONTEXT",
        1802 => "NO MEMORY",
        1803 => "INVALID PARM",
        1804 => "NOT FOUND",
        1805 => "SYNTAX",
        1806 => "INCOMPATIBLE",
        1807 => "EXISTS",
        1808 => "SYMBOL NOT FOUND",
        1809 => "SYMBOL VERSION INVALID",
        1810 => "INVALID STATE",
        1811 => "TRANS MODE NOT SUPP",
        1812 => "NOTIFY HND INVALID",
        1813 => "CLIENT UNKNOWN",
        1814 => "NO MORE HDLS",
        1815 => "INVALID WATCHSIZE",
        1816 => "NOT INIT",
        1817 => "TIMEOUT",
        1818 => "NO INTERFACE",
        1819 => "INVALID INTERFACE",
        1820 => "INVALID CLSID",
        1821 => "INVALID OBJID",
        1822 => "PENDING",
        1823 => "ABORTED",
        1824 => "WARNING",
        1825 => "INVALID ARRAY IDX",
        1856 => "CLIENT ERROR",
        1857 => "CLIENT INVALID PARM",
        1858 => "CLIENT LIST EMPTY",
        1859 => "CLIENT VAR USED",
        1860 => "CLIENT DUPL INVOKEID",
        1861 => "CLIENT SYNC TIMEOUT",
        1862 => "CLIENT W32ERROR",
        1863 => "CLIENT TIMEOUT INVALID",
        1864 => "CLIENT PORT NOT OPEN",
        1865 => "CLIENT NO AMS ADDR",
        1872 => "CLIENT SYNC INTERNAL",
        1873 => "CLIENT ADD HASH",
        1874 => "CLIENT REMOVE HASH",
        1875 => "CLIENT NO MORE SYM",
        1876 => "CLIENT SYNC RES INVALID",
        1877 => "CLIENT SYNC PORT LOCKED",
    }
    ADS_TRANSMODE_NAMES {
        0 => "NO TRANS",
        1 => "CLIENT CYCLE",
        2 => "CLIENT ON CHANGE",
        3 => "SERVER CYCLE",
        4 => "SERVER ON CHANGE",
        10 => "CLIENT FIRST REQUEST",
    }
}

/// Bytes of the header that TCP has before the packet.
const PREFIX: usize = 6;
const RESPONSE: u16 = 1;

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(2..PREFIX) {
        Some([a, b, c, d]) => Pdu::Len(PREFIX + u32::from_le_bytes([*a, *b, *c, *d]) as usize),
        _ => Pdu::More(PREFIX),
    }
}

/// A network's identifier: six numbers.
fn net_id<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let id = *c.peek_array::<6>()?;
    cx.add_str(field, c.span(6), |o| {
        for (i, n) in id.iter().enumerate() {
            o.s(if i == 0 { "" } else { "." }).u(*n);
        }
    });
    c.skip(6)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = pdu_len(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, packet)
}

fn packet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    cx.protocol("AMS");
    cx.info_clear();
    c.skip(PREFIX)?;
    net_id(cx, &mut c, TARGETNETID)?;
    cx.u16_le(TARGETPORT, &mut c)?;
    net_id(cx, &mut c, SENDERNETID)?;
    cx.u16_le(SENDERPORT, &mut c)?;
    let command = cx.u16_le(CMDID, &mut c)?;
    let flags = u16::from_le_bytes(*c.peek_array::<2>()?);
    cx.flags_le(
        STATEFLAGS,
        &mut c,
        2,
        &[
            STATE_RESPONSE,
            STATE_NORETURN,
            STATE_ADSCMD,
            STATE_SYSCMD,
            STATE_HIGHPRIO,
            STATE_TIMESTAMPADDED,
            STATE_UDP,
            STATE_INITCMD,
            STATE_BROADCAST,
        ],
    )?;
    cx.u32_le(CBDATA, &mut c)?;
    cx.u32_le(ERRORCODE, &mut c)?;
    cx.u32_le(INVOKEID, &mut c)?;
    let response = flags & RESPONSE != 0;
    cx.info(|o| _ = o.s(if response { "AMS Response" } else { "AMS Request" }));
    let Some((field, parts)) = parts(command, response) else { return Ok(()) };
    let len = c.left();
    let item = cx.add(field, c.span(len), Value::None);
    cx.under(item, |cx| -> Step {
        let mut data = 0;
        for part in parts {
            match *part {
                ADS_DEVICENAME => _ = cx.field(ADS_DEVICENAME, &mut c, 16)?,
                ADS_DATA => {
                    let n = usize::try_from(data).unwrap_or(0);
                    cx.add(ADS_DATA, c.span(n), Value::None);
                    c.skip(n)?;
                }
                RESERVED => c.skip(16)?,
                number => {
                    let here = c;
                    cx.field_le(number, &mut c, 0)?;
                    data = requin_wire::le(here.peek_bytes(0, here.left() - c.left())?);
                }
            }
        }
        Ok(())
    })
}

/// Stands for sixteen bytes that mean nothing.
const RESERVED: Field = PROTO;

type Parts = (Field, &'static [Field]);

/// The fields of a command's data, in order; data itself is as long as the number before it says.
fn parts(command: u16, response: bool) -> Option<Parts> {
    Some(match (command, response) {
        (1, true) => (
            ADS_READDINFO_RES,
            &[ADSRESULT, ADS_VERSIONVERSION, ADS_VERSIONREVISION, ADS_VERSIONBUILD, ADS_DEVICENAME],
        ),
        (2, false) => (ADS_READ_REQ, &[ADS_INDEXGROUP, ADS_INDEXOFFSET, ADS_CBLENGTH]),
        (2, true) => (ADS_READ_RES, &[ADSRESULT, ADS_CBLENGTH, ADS_DATA]),
        (3, false) => (ADS_WRITE_REQ, &[ADS_INDEXGROUP, ADS_INDEXOFFSET, ADS_CBLENGTH, ADS_DATA]),
        (3, true) => (ADS_WRITE_RES, &[ADSRESULT]),
        (4, true) => (ADS_READSTATE_RES, &[ADSRESULT, ADS_STATE, ADS_DEVICESTATE]),
        (5, false) => (ADS_WRITECTRL_REQ, &[ADS_STATE, ADS_DEVICESTATE, ADS_CBLENGTH, ADS_DATA]),
        (5, true) => (ADS_WRITECTRL_RES, &[ADSRESULT]),
        (6, false) => (
            ADS_ADDDN_REQ,
            &[
                ADS_INDEXGROUP,
                ADS_INDEXOFFSET,
                ADS_CBLENGTH,
                ADS_TRANSMODE,
                ADS_MAXDELAY,
                ADS_CYCLETIME,
                RESERVED,
            ],
        ),
        (6, true) => (ADS_ADDDN_RES, &[ADSRESULT, ADS_NOTIFICATIONHANDLE]),
        (7, false) => (ADS_DELDN_REQ, &[ADS_NOTIFICATIONHANDLE]),
        (7, true) => (ADS_DELDN_RES, &[ADSRESULT]),
        (8, false) => (ADS_DN_REQ, &[ADS_CBLENGTH, ADS_STAMPS]),
        (9, false) => (
            ADS_READWRITE_REQ,
            &[ADS_INDEXGROUP, ADS_INDEXOFFSET, ADS_CBREADLENGTH, ADS_CBWRITELENGTH, ADS_DATA],
        ),
        (9, true) => (ADS_READWRITE_RES, &[ADSRESULT, ADS_CBLENGTH, ADS_DATA]),
        _ => return None,
    })
}
