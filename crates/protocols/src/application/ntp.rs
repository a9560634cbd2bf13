//! Network Time Protocol, RFC 5905, its control messages (RFC 9327), and ntpd's private ones.

use crate::common::say_bits;
use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    NTP "ntp" "Network Time Protocol" "NTP" App
    on [Udp 123, Tcp 123]
    fields {
        FLAGS "ntp.flags" "Flags": U8 Hex;
        FLAGS_LI "ntp.flags.li" "Leap Indicator": U8 Dec & 0xc0 = FLAGS_LI_NAMES;
        FLAGS_VN "ntp.flags.vn" "Version number": U8 Dec & 0x38 = FLAGS_VN_NAMES;
        FLAGS_MODE "ntp.flags.mode" "Mode": U8 Dec & 0x7 = FLAGS_MODE_NAMES;
        STRATUM "ntp.stratum" "Peer Clock Stratum": U8 Dec = STRATUM_NAMES;
        PPOLL "ntp.ppoll" "Peer Polling Interval": U8 Dec;
        PRECISION "ntp.precision" "Peer Clock Precision": U8 Dec;
        ROOTDELAY "ntp.rootdelay" "Root Delay": U32 Dec;
        ROOTDISPERSION "ntp.rootdispersion" "Root Dispersion": U32 Dec;
        REFID "ntp.refid" "Reference ID": Bytes;
        REFTIME "ntp.reftime" "Reference Timestamp": AbsTime NtpUtc;
        ORG "ntp.org" "Origin Timestamp": AbsTime NtpUtc;
        REC "ntp.rec" "Receive Timestamp": AbsTime NtpUtc;
        XMT "ntp.xmt" "Transmit Timestamp": AbsTime NtpUtc;
        KEYID "ntp.keyid" "Key ID": Bytes;
        MAC "ntp.mac" "Message Authentication Code": Bytes;
        EXT "ntp.ext" "Extension": None;
        EXT_TYPE "ntp.ext.type" "Field Type": U16 Hex = EXT_TYPE_NAMES;
        EXT_LENGTH "ntp.ext.length" "Length": U16 Dec;
        EXT_VALUE "ntp.ext.value" "Value": Bytes;
        CTRL_FLAGS2 "ntp.ctrl.flags2" "Flags 2": U8 Hex;
        CTRL_FLAGS2_R "ntp.ctrl.flags2.r" "Response bit": U8 Dec & 0x80 = CTRL_FLAGS2_R_NAMES;
        CTRL_FLAGS2_ERROR "ntp.ctrl.flags2.error" "Error bit": U8 Dec & 0x40;
        CTRL_FLAGS2_MORE "ntp.ctrl.flags2.more" "More bit": U8 Dec & 0x20;
        CTRL_FLAGS2_OPCODE "ntp.ctrl.flags2.opcode" "Opcode": U8 Dec & 0x1f = CTRL_FLAGS2_OPCODE_NAMES;
        CTRL_SEQUENCE "ntp.ctrl.sequence" "Sequence": U16 Dec;
        CTRL_STATUS "ntp.ctrl.status" "Status": U16 Hex;
        CTRL_SYS_STATUS_LI "ntp.ctrl.sys_status.li" "Leap Indicator": U16 Dec & 0xc000 = FLAGS_LI_NAMES;
        CTRL_SYS_STATUS_CLKSRC "ntp.ctrl.sys_status.clksrc" "Clock Source": U16 Dec & 0x3f00 = CTRL_SYS_STATUS_CLKSRC_NAMES;
        CTRL_SYS_STATUS_COUNT "ntp.ctrl.sys_status.count" "System Event Counter": U16 Dec & 0xf0;
        CTRL_SYS_STATUS_CODE "ntp.ctrl.sys_status.code" "System Event Code": U16 Dec & 0xf = CTRL_SYS_STATUS_CODE_NAMES;
        CTRL_PEER_STATUS_CONFIG "ntp.ctrl.peer_status.config" "Peer Status": Bool(16) & 0x8000 = Names::Bools("configured (peer.config)", "not configured (peer.config)");
        CTRL_PEER_STATUS_AUTHENABLE "ntp.ctrl.peer_status.authenable" "Peer Status": Bool(16) & 0x4000 = Names::Bools("authentication enabled (peer.authenable)", "authentication disabled (peer.authenable)");
        CTRL_PEER_STATUS_AUTHENTIC "ntp.ctrl.peer_status.authentic" "Peer Status": Bool(16) & 0x2000 = Names::Bools("authentication okay (peer.authentic)", "authentication not okay (peer.authentic)");
        CTRL_PEER_STATUS_REACH "ntp.ctrl.peer_status.reach" "Peer Status": Bool(16) & 0x1000 = Names::Bools("reachability okay (peer.reach != 0)", "reachability not okay (peer.reach != 0)");
        CTRL_PEER_STATUS_BCAST "ntp.ctrl.peer_status.bcast" "Peer Status broadcast association": Bool(16) & 0x800 = Names::Bools("Set", "Not set");
        CTRL_PEER_STATUS_SELECTION "ntp.ctrl.peer_status.selection" "Peer Selection": U16 Dec & 0x700 = CTRL_PEER_STATUS_SELECTION_NAMES;
        CTRL_PEER_STATUS_COUNT "ntp.ctrl.peer_status.count" "Peer Event Counter": U16 Dec & 0xf0;
        CTRL_PEER_STATUS_CODE "ntp.ctrl.peer_status.code" "Peer Event Code": U16 Dec & 0xf = CTRL_PEER_STATUS_CODE_NAMES;
        CTRL_DATA "ntp.ctrl.data" "Data": None;
        CTRL_CLOCK_STATUS "ntp.ctrl.clock_status.status" "Clock Status": U16 Dec & 0xff00 = CTRL_CLOCK_STATUS_NAMES;
        CTRL_CLOCK_STATUS_CODE "ntp.ctrl.clock_status.code" "Clock Event Code": U16 Dec & 0xff;
        CTRL_ERR_STATUS "ntp.ctrl.err_status" "Error Status Word": U16 Dec & 0xff00 = CTRL_ERR_STATUS_NAMES;
        CTRL_CONFIGURATION "ntp.ctrl.configuration" "Configuration": Str;
        CTRL_MRU "ntp.ctrl.mru" "MRU": Str;
        CTRL_ORDLIST "ntp.ctrl.ordlist" "Ordered List": Str;
        CTRL_NONCE "ntp.ctrl.nonce" "Nonce": Str;
        CTRL_TRAPMSG "ntp.ctrl.trapmsg" "Trap message": Str;
        CTRL_ITEM "ntp.ctrl.item" "Item": None;
        CTRL_ASSOCID "ntp.ctrl.associd" "AssociationID": U16 Dec;
        CTRL_OFFSET "ntp.ctrl.offset" "Offset": U16 Dec;
        CTRL_COUNT "ntp.ctrl.count" "Count": U16 Dec;
        PRIV_FLAGS_R "ntp.priv.flags.r" "Response bit": U8 Dec & 0x80 = CTRL_FLAGS2_R_NAMES;
        PRIV_FLAGS_MORE "ntp.priv.flags.more" "More bit": U8 Dec & 0x40;
        PRIV_AUTH_SEQ "ntp.priv.auth_seq" "Auth, sequence": U8 Dec;
        PRIV_AUTH "ntp.priv.auth" "Auth bit": U8 Dec & 0x80;
        PRIV_SEQ "ntp.priv.seq" "Sequence number": U8 Dec & 0x7f;
        PRIV_IMPL "ntp.priv.impl" "Implementation": U8 Dec = PRIV_IMPL_NAMES;
        PRIV_REQCODE "ntp.priv.reqcode" "Request code": U8 Dec = PRIV_REQCODE_NAMES;
        PRIV_ERR "ntp.priv.err" "Err": U8 Hex = PRIV_ERR_NAMES;
        PRIV_NUMITEMS "ntp.priv.numitems" "Number of data items": U16 Dec;
        PRIV_RESERVED "ntp.priv.reserved" "Reserved": U8 Hex;
        PRIV_MODE7_ITEM "ntp.priv.mode7.item" "Mode7 item": StrZ;
        PRIV_ITEMSIZE "ntp.priv.itemsize" "Size of data item": U16 Dec;
        PRIV_MONLIST_AVGINT "ntp.priv.monlist.avgint" "avgint": U32 Dec;
        PRIV_MONLIST_LSINT "ntp.priv.monlist.lsint" "lsint": U32 Dec;
        PRIV_MONLIST_RESTR "ntp.priv.monlist.restr" "restr": U32 Hex;
        PRIV_MONLIST_COUNT "ntp.priv.monlist.count" "count": U32 Dec;
        PRIV_MONLIST_REMOTE_ADDRESS "ntp.priv.monlist.remote_address" "remote address": Ipv4;
        PRIV_MONLIST_LOCAL_ADDRESS "ntp.priv.monlist.local_address" "local address": Ipv4;
        PRIV_MONLIST_FLAGS "ntp.priv.monlist.flags" "flags": U32 Hex;
        PRIV_MONLIST_PORT "ntp.priv.monlist.port" "port": U16 Dec;
        PRIV_MONLIST_MODE "ntp.priv.monlist.mode" "mode": U8 Dec;
        PRIV_MONLIST_VERSION "ntp.priv.monlist.version" "version": U8 Dec;
        PRIV_MONLIST_IPV6 "ntp.priv.monlist.ipv6" "ipv6": U32 Hex;
        PRIV_MONLIST_UNUSED "ntp.priv.monlist.unused" "unused": U32 Hex;
        PRIV_MONLIST_ADDR6 "ntp.priv.monlist.addr6" "ipv6 remote addr": Ipv6;
        PRIV_MONLIST_DADDR6 "ntp.priv.monlist.daddr6" "ipv6 local addr": Ipv6;
        PRIV_MODE7_HMODE "ntp.priv.mode7.hmode" "HMode": U8 Dec = FLAGS_MODE_NAMES;
        PRIV_MODE7_PEER_FLAGS "ntp.priv.mode7.peer.flags" "Flags": U8 Hex & 0xff;
        PRIV_MODE7_IPV6_FLAG "ntp.priv.mode7.ipv6_flag" "IPv6 Flag": U32 Dec;
        PRIV_MODE7_UNUSED "ntp.priv.mode7.unused" "Unused": Bytes;
        PRIV_MODE7_PEER_FLAGS_CONFIG "ntp.priv.mode7.peer.flags.config" "Config": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        PRIV_MODE7_PEER_FLAGS_SYSPEER "ntp.priv.mode7.peer.flags.syspeer" "Syspeer": Bool(8) & 0x2 = Names::Bools("Set", "Not set");
        PRIV_MODE7_PEER_FLAGS_BURST "ntp.priv.mode7.peer.flags.burst" "Burst": Bool(8) & 0x4 = Names::Bools("Set", "Not set");
        PRIV_MODE7_PEER_FLAGS_REFCLOCK "ntp.priv.mode7.peer.flags.refclock" "Refclock": Bool(8) & 0x8 = Names::Bools("Set", "Not set");
        PRIV_MODE7_PEER_FLAGS_PREFER "ntp.priv.mode7.peer.flags.prefer" "Prefer": Bool(8) & 0x10 = Names::Bools("Set", "Not set");
        PRIV_MODE7_PEER_FLAGS_AUTHENABLE "ntp.priv.mode7.peer.flags.authenable" "Auth enable": Bool(8) & 0x20 = Names::Bools("Set", "Not set");
        PRIV_MODE7_PEER_FLAGS_SEL_CANDIDATE "ntp.priv.mode7.peer.flags.sel_candidate" "Sel Candidate": Bool(8) & 0x40 = Names::Bools("Set", "Not set");
        PRIV_MODE7_PEER_FLAGS_SHORTLIST "ntp.priv.mode7.peer.flags.shortlist" "Shortlist": Bool(8) & 0x80 = Names::Bools("Set", "Not set");
        PRIV_MODE7_DSTADDRESS "ntp.priv.mode7.dstaddress" "Destination address": Ipv4;
        PRIV_MODE7_SRCADDRESS "ntp.priv.mode7.srcaddress" "Source address": Ipv4;
        PRIV_MODE7_SRCPORT "ntp.priv.mode7.srcport" "Source port": U16 Dec;
        PRIV_MODE7_HPOLL "ntp.priv.mode7.hpoll" "Host polling interval": I8 Dec;
        PRIV_MODE7_REACH "ntp.priv.mode7.reach" "Reach": U8 Dec;
        PRIV_MODE7_DELAY "ntp.priv.mode7.delay" "Delay": I32 Dec;
        PRIV_MODE7_OFFSET "ntp.priv.mode7.offset" "Offset": U64 Dec;
        PRIV_MODE7_DISPERSION "ntp.priv.mode7.dispersion" "Dispersion": U32 Dec;
        PRIV_MODE7_DSTADDRESS6 "ntp.priv.mode7.dstaddress6" "IPv6 destination addr": Ipv6;
        PRIV_MODE7_SRCADDRESS6 "ntp.priv.mode7.srcaddress6" "IPv6 source addr": Ipv6;
        PRIV_MODE7_TIMERESET "ntp.priv.mode7.timereset" "Time reset": U32 Dec;
        PRIV_MODE7_NUMKEYS "ntp.priv.mode7.numkeys" "Num keys": U32 Dec;
        PRIV_MODE7_NUMFREEKEYS "ntp.priv.mode7.numfreekeys" "Num free keys": U32 Dec;
        PRIV_MODE7_KEYLOOKUPS "ntp.priv.mode7.keylookups" "Keylookups": U32 Dec;
        PRIV_MODE7_KEYNOTFOUND "ntp.priv.mode7.keynotfound" "Key not found": U32 Dec;
        PRIV_MODE7_ENCRYPTIONS "ntp.priv.mode7.encryptions" "Encryptions": U32 Dec;
        PRIV_MODE7_DECRYPTIONS "ntp.priv.mode7.decryptions" "Decryptions": U32 Dec;
        PRIV_MODE7_EXPIRED "ntp.priv.mode7.expired" "Expired": U32 Dec;
        PRIV_MODE7_KEYUNCACHED "ntp.priv.mode7.keyuncached" "Key uncached": U32 Dec;
        PRIV_MODE7_KERNEL_OFFSET "ntp.priv.mode7.kernel_offset" "Offset": I32 Dec;
        PRIV_MODE7_FREQ "ntp.priv.mode7.freq" "Freq": I32 Dec;
        PRIV_MODE7_MAXERROR "ntp.priv.mode7.maxerror" "Max error": I32 Dec;
        PRIV_MODE7_ESTERROR "ntp.priv.mode7.esterror" "Est error": I32 Dec;
        PRIV_MODE7_STATUS "ntp.priv.mode7.status" "Status": U16 Dec;
        PRIV_MODE7_SHIFT "ntp.priv.mode7.shift" "Shift": U16 Dec;
        PRIV_MODE7_CONSTANT "ntp.priv.mode7.constant" "Constant": I32 Dec;
        PRIV_MODE7_PRECISION "ntp.priv.mode7.precision" "Precision": I32 Dec;
        PRIV_MODE7_TOLERANCE "ntp.priv.mode7.tolerance" "tolerance": I32 Dec;
        PRIV_MODE7_PPSFREQ "ntp.priv.mode7.ppsfreq" "ppsfreq": I32 Dec;
        PRIV_MODE7_JITTER "ntp.priv.mode7.jitter" "jitter": I32 Dec;
        PRIV_MODE7_STABIL "ntp.priv.mode7.stabil" "stabil": I32 Dec;
        PRIV_MODE7_JITCNT "ntp.priv.mode7.jitcnt" "jitcnt": I32 Dec;
        PRIV_MODE7_CALCNT "ntp.priv.mode7.calcnt" "calcnt": I32 Dec;
        PRIV_MODE7_ERRCNT "ntp.priv.mode7.errcnt" "errcnt": I32 Dec;
        PRIV_MODE7_STBCNT "ntp.priv.mode7.stbcnt" "stbcnt": I32 Dec;
        PRIV_MODE7_LAST_OFFSET "ntp.priv.mode7.last_offset" "Last offset": I64 Dec;
        PRIV_MODE7_DRIFT_COMP "ntp.priv.mode7.drift_comp" "Drift comp": I64 Dec;
        PRIV_MODE7_COMPLIANCE "ntp.priv.mode7.compliance" "Compliance": U32 Dec;
        PRIV_MODE7_WATCHDOG_TIMER "ntp.priv.mode7.watchdog_timer" "Watchdog timer": U32 Dec;
    }
}

names! {
    FLAGS_LI_NAMES {
        0 => "no warning", 1 => "last minute of the day has 61 seconds",
        2 => "last minute of the day has 59 seconds", 3 => "unknown (clock unsynchronized)",
    }
    FLAGS_VN_NAMES {
        0 => "reserved", 1 => "NTP Version 1", 2 => "NTP Version 2", 3 => "NTP Version 3",
        4 => "NTP Version 4", 5 => "reserved", 6 => "reserved", 7 => "reserved",
    }
    FLAGS_MODE_NAMES {
        0 => "reserved", 1 => "symmetric active", 2 => "symmetric passive", 3 => "client", 4 => "server",
        5 => "broadcast", 6 => "reserved for NTP control message", 7 => "reserved for private use",
    }
    EXT_TYPE_NAMES {
        2 => "No-Operation Request", 258 => "Association Message Request", 260 => "Unique Identifier",
        514 => "Certificate Message Request", 516 => "NTS Cookie", 770 => "Cookie Message Request",
        772 => "NTS Cookie Placeholder", 1026 => "Autokey Message Request",
        1028 => "NTS Authenticator and Encrypted Extension Fields", 1282 => "Leapseconds Message Request",
        1538 => "Sign Message Request", 1794 => "IFF Identity Message Request",
        2050 => "GQ Identity Message Request", 2306 => "MV Identity Message Request",
        8197 => "Checksum Complement", 32770 => "No-Operation Response",
        33026 => "Association Message Response", 33282 => "Certificate Message Response",
        33538 => "Cookie Message Response", 33794 => "Autokey Message Response",
        34050 => "Leapseconds Message Response", 34306 => "Sign Message Response",
        34562 => "IFF Identity Message Response", 34818 => "GQ Identity Message Response",
        35074 => "MV Identity Message Response", 49154 => "No-Operation Error Response",
        49410 => "Association Message Error Response", 49666 => "Certificate Message Error Response",
        49922 => "Cookie Message Error Response", 50178 => "Autokey Message Error Response",
        50434 => "Leapseconds Message Error Response", 50690 => "Sign Message Error Response",
        50946 => "IFF Identity Message Error Response", 51202 => "GQ Identity Message Error Response",
        51458 => "MV Identity Message Error Response",
    }
    CTRL_FLAGS2_R_NAMES {
        0 => "Request", 1 => "Response",
    }
    CTRL_CLOCK_STATUS_NAMES {
        0 => "clock operating within nominals", 1 => "reply timeout", 2 => "bad reply format",
        3 => "hardware or software fault", 4 => "propagation failure", 5 => "bad date format or value",
        6 => "bad time format or value",
    }
    CTRL_ERR_STATUS_NAMES {
        0 => "unspecified", 1 => "authentication failure", 2 => "invalid message length or format",
        3 => "invalid opcode", 4 => "unknown association identifier", 5 => "unknown variable name",
        6 => "invalid variable value", 7 => "administratively prohibited",
    }
    CTRL_FLAGS2_OPCODE_NAMES {
        0 => "reserved", 1 => "read status", 2 => "read variables", 3 => "write variables",
        4 => "read clock variables", 5 => "write clock variables", 6 => "set trap address/port",
        7 => "asynchronous message", 8 => "runtime configuration", 9 => "save config to file",
        10 => "retrieve MRU (mrulist)", 11 => "retrieve ordered list", 12 => "request a client nonce",
        31 => "unset trap address/port",
    }
    CTRL_SYS_STATUS_CLKSRC_NAMES {
        0 => "unspecified or unknown", 1 => "Calibrated atomic clock (e.g. HP 5061)",
        2 => "VLF (band 4) or LF (band 5) radio (e.g. OMEGA, WWVB)",
        3 => "HF (band 7) radio (e.g. CHU, MSF, WWV/H)", 4 => "UHF (band 9) satellite (e.g. GOES, GPS)",
        5 => "local net (e.g. DCN, TSP, DTS)", 6 => "UDP/NTP", 7 => "UDP/TIME",
        8 => "eyeball-and-wristwatch", 9 => "telephone modem (e.g. NIST)",
    }
    CTRL_SYS_STATUS_CODE_NAMES {
        0 => "unspecified", 1 => "frequency correction (drift) file not available",
        2 => "frequency correction started (frequency stepped)",
        3 => "spike detected and ignored, starting stepout timer", 4 => "frequency training started",
        5 => "clock synchronized", 6 => "system restart",
        7 => "panic stop (required step greater than panic threshold)", 8 => "no system peer",
        9 => "leap second insertion/deletion armed", 10 => "leap second disarmed",
        11 => "leap second inserted or deleted", 12 => "clock stepped (stepout timer expired)",
        13 => "kernel loop discipline status changed", 14 => "leapseconds table loaded from file",
        15 => "leapseconds table outdated, updated file needed",
    }
    CTRL_PEER_STATUS_SELECTION_NAMES {
        0 => "rejected", 1 => "passed sanity checks (tests 1 through 8 in Section 3.4.3)",
        2 => "passed correctness checks (intersection algorithm in Section 4.2.1)",
        3 => "passed candidate checks (if limit check implemented)",
        4 => "passed outlier checks (clustering algorithm in Section 4.2.2)",
        5 => "current synchronization source; max distance exceeded (if limit check implemented)",
        6 => "current synchronization source; max distance okay", 7 => "reserved",
    }
    CTRL_PEER_STATUS_CODE_NAMES {
        0 => "unspecified", 1 => "association mobilized", 2 => "association demobilized",
        3 => "peer unreachable (peer.reach was nonzero now zero)",
        4 => "peer reachable (peer.reach was zero now nonzero)", 5 => "association restarted or timed out",
        6 => "no server found (ntpdate mode)", 7 => "rate exceeded (kiss code RATE)",
        8 => "access denied (kiss code DENY)", 9 => "leap armed from server LI code",
        10 => "become system peer", 11 => "reference clock event (see clock status word)",
        12 => "authentication failure", 13 => "popcorn spike suppressor", 14 => "entering interleave mode",
        15 => "interleave error (recovered)", 16 => "leapsecond values update from server",
    }
    PRIV_IMPL_NAMES {
        0 => "UNIV", 2 => "XNTPD_OLD (pre-IPv6)", 3 => "XNTPD",
    }
    PRIV_REQCODE_NAMES {
        0 => "PEER_LIST", 1 => "PEER_LIST_SUM", 2 => "PEER_INFO", 3 => "PEER_STATS", 4 => "SYS_INFO",
        5 => "SYS_STATS", 6 => "IO_STATS", 7 => "MEM_STATS", 8 => "LOOP_INFO", 9 => "TIMER_STATS",
        10 => "CONFIG", 11 => "UNCONFIG", 12 => "SET_SYS_FLAG", 13 => "CLR_SYS_FLAG", 14 => "MONITOR",
        15 => "NOMONITOR", 16 => "GET_RESTRICT", 17 => "RESADDFLAGS", 18 => "RESSUBFLAGS",
        19 => "UNRESTRICT", 20 => "MON_GETLIST", 21 => "RESET_STATS", 22 => "RESET_PEER",
        23 => "REREAD_KEYS", 24 => "DO_DIRTY_HACK", 25 => "DONT_DIRTY_HACK", 26 => "TRUSTKEY",
        27 => "UNTRUSTKEY", 28 => "AUTHINFO", 29 => "TRAPS", 30 => "ADD_TRAP", 31 => "CLR_TRAP",
        32 => "REQUEST_KEY", 33 => "CONTROL_KEY", 34 => "GET_CTLSTATS", 35 => "GET_LEAPINFO",
        36 => "GET_CLOCKINFO", 37 => "SET_CLKFUDGE", 38 => "GET_KERNEL", 39 => "GET_CLKBUGINFO",
        41 => "SET_PRECISION", 42 => "MON_GETLIST_1", 43 => "HOSTNAME_ASSOCID", 44 => "IF_STATS",
        45 => "IF_RELOAD",
    }
    PRIV_ERR_NAMES {
        0 => "No error", 1 => "incompatible implementation number", 2 => "unimplemented request code",
        3 => "format error", 4 => "no data available", 5 => "unknown", 6 => "unknown",
        7 => "authentication failure",
    }
}
const STRATUM_NAMES: Names = Names::Ranges(&[
    (0, 0, "unspecified or invalid"),
    (1, 1, "primary reference"),
    (2, 15, "secondary reference"),
    (16, 16, "unsynchronized"),
    (17, 255, "reserved"),
]);

names! {
    /// Modes, as the protocol's line and the summary call them.
    MODES {
        0 => "reserved", 1 => "symmetric active", 2 => "symmetric passive", 3 => "client", 4 => "server",
        5 => "broadcast", 6 => "control", 7 => "private",
    }
}

/// Seconds from 1900, where NTP counts from, to 1970.
const EPOCH: i64 = 2_208_988_800;

/// Seconds of NTP as those of Unix. Numbers below the middle of an era are of the next one, which begins in 2036 (RFC 4330
/// section 3).
pub(crate) fn unix(seconds: u32) -> i64 {
    let era = if seconds >> 31 == 0 { 1 << 32 } else { 0 };
    i64::from(seconds) + era - EPOCH
}

/// A point in time: seconds and a binary fraction of one.
pub(crate) fn value(seconds: u32, fraction: u32) -> Value {
    Value::Time(unix(seconds), (u64::from(fraction) * 1_000_000_000 >> 32) as u32)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("NTP");
    cx.info_clear();
    let flags = c.peek_u8(0)?;
    let (mode, version) = (flags & 7, FLAGS_VN_NAMES.or(u64::from(flags >> 3 & 7), ""));
    let name = MODES.or(u64::from(mode), "");
    cx.info(|o| _ = o.s(version).s(", ").s(name));
    cx.proto_append(|o| _ = o.s(" (").s(version).s(", ").s(name).s(")"));
    match mode {
        6 => control(cx, &mut c),
        7 => private(cx, &mut c),
        _ => standard(cx, &mut c),
    }
}

fn flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (raw, item) = cx.flags(FLAGS, c, 1, &[FLAGS_LI, FLAGS_VN, FLAGS_MODE])?;
    cx.append(item, |o| {
        o.s(", Leap Indicator: ").s(FLAGS_LI_NAMES.or(raw >> 6, ""));
        o.s(", Version number: ").s(FLAGS_VN_NAMES.or(raw >> 3 & 7, ""));
        o.s(", Mode: ").s(FLAGS_MODE_NAMES.or(raw & 7, ""));
    });
    Ok(())
}

/// A point in time: seconds and a binary fraction.
fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let (secs, fraction) = (c.peek_u32(0)?, c.peek_u32(4)?);
    let value = if secs == 0 && fraction == 0 { Value::Time(0, 0) } else { value(secs, fraction) };
    cx.add(field, c.span(8), value);
    c.skip(8)
}

/// Writes a number of millionths as seconds.
fn micros(o: &mut requin_wire::Out<'_>, n: u64) {
    o.u(n / 1_000_000).s(".").u0(n % 1_000_000, 6).s(" seconds");
}

fn standard<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    flags(cx, c)?;
    let stratum = cx.u8(STRATUM, c)?;
    let poll = c.peek_u8(0)?;
    let item = cx.field(PPOLL, c, 1)?;
    cx.label(item, |o| {
        o.s("Peer Polling Interval: ");
        match poll {
            4..=17 => o.u(poll).s(" (").u(1u32 << poll).s(" seconds)"),
            _ => o.s("invalid (").u(poll).s(")"),
        };
    });
    let precision = c.peek_u8(0)? as i8;
    let item = cx.field(PRECISION, c, 1)?;
    cx.label(item, |o| {
        o.s("Peer Clock Precision: ");
        micros(o, (1e6 * f64::from(precision).exp2()).round() as u64);
    });
    for (field, name) in [(ROOTDELAY, "Root Delay: "), (ROOTDISPERSION, "Root Dispersion: ")] {
        let raw = c.peek_u32(0)?;
        let item = cx.field(field, c, 4)?;
        cx.label(item, |o| {
            o.s(name);
            micros(o, (f64::from(raw) * 1e6 / 65536.0).round() as u64);
        });
    }
    let id = c.peek_bytes(0, 4)?;
    let item = cx.field(REFID, c, 4)?;
    cx.label(item, |o| {
        o.s("Reference ID: ");
        match (stratum, id) {
            (_, [0, 0, 0, 0]) => _ = o.s("NULL"),
            (0, code) => _ = o.s("Unidentified Kiss-o'-Death message '").text(code).s("'"),
            (1, code) => {
                let len = code.iter().position(|b| *b == 0).unwrap_or(4);
                let code = code.get(..len).unwrap_or_default();
                match SOURCES.iter().find(|s| s.0 == code) {
                    Some((_, name)) => o.s(name),
                    None => o.s("Unidentified reference source '").text(code).s("'"),
                };
            }
            (_, [a, b, d, e]) => _ = o.ipv4(u32::from_be_bytes([*a, *b, *d, *e])),
            _ => (),
        }
    });
    for field in [REFTIME, ORG, REC, XMT] {
        time(cx, field, c)?;
    }
    // Extension fields, then a key's number and a checksum (RFC 7822).
    while c.left() > 24 {
        let len = usize::from(c.peek_u16(2)?);
        if len < 16 || len % 4 != 0 || len > c.left() {
            break;
        }
        let item = cx.add(EXT, c.span(len), Value::None);
        cx.under(item, |cx| -> Step {
            cx.u16(EXT_TYPE, c)?;
            cx.u16(EXT_LENGTH, c)?;
            cx.bytes(EXT_VALUE, c, len - 4)?;
            Ok(())
        })?;
    }
    authentication(cx, c)
}

fn authentication<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.left() >= 4 {
        cx.field(KEYID, c, 4)?;
        let n = c.left();
        if n > 0 {
            cx.bytes(MAC, c, n)?;
        }
    }
    Ok(())
}

/// Reference clocks by their codes.
const SOURCES: &[(&[u8], &str)] = &[
    (b"GOES", "Geostationary Orbit Environment Satellite"),
    (b"GPS", "Global Position System"),
    (b"GAL", "Galileo Positioning System"),
    (b"PPS", "Generic pulse-per-second"),
    (b"IRIG", "Inter-Range Instrumentation Group"),
    (b"WWVB", "LF Radio WWVB Ft. Collins, CO 60 kHz"),
    (b"DCF", "LF Radio DCF77 Mainflingen, DE 77.5 kHz"),
    (b"HBG", "LF Radio HBG Prangins, HB 75 kHz"),
    (b"MSF", "LF Radio MSF Anthorn, UK 60 kHz"),
    (b"JJY", "LF Radio JJY Fukushima, JP 40 kHz, Saga, JP 60 kHz"),
    (b"LORC", "MF Radio LORAN C station, 100 kHz"),
    (b"TDF", "MF Radio Allouis, FR 162 kHz"),
    (b"CHU", "HF Radio CHU Ottawa, Ontario"),
    (b"WWV", "HF Radio WWV Ft. Collins, CO"),
    (b"WWVH", "HF Radio WWVH Kauai, HI"),
    (b"NIST", "NIST telephone modem"),
    (b"ACTS", "NIST telephone modem"),
    (b"USNO", "USNO telephone modem"),
    (b"PTB", "European telephone modem"),
    (b"LOCL", "uncalibrated local clock"),
    (b"CESM", "calibrated Cesium clock"),
    (b"RBDM", "calibrated Rubidium clock"),
    (b"OMEG", "OMEGA radionavigation system"),
    (b"DCN", "DCN routing protocol"),
    (b"TSP", "TSP time protocol"),
    (b"DTS", "Digital Time Service"),
    (b"ATOM", "Atomic clock (calibrated)"),
    (b"VLF", "VLF radio (OMEGA,, etc.)"),
    (b"1PPS", "External 1 PPS input"),
    (b"FREE", "(Internal clock)"),
    (b"INIT", "(Initialization)"),
];

fn control<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    flags(cx, c)?;
    let (raw, item) = cx.flags(
        CTRL_FLAGS2,
        c,
        1,
        &[CTRL_FLAGS2_R, CTRL_FLAGS2_ERROR, CTRL_FLAGS2_MORE, CTRL_FLAGS2_OPCODE],
    )?;
    let (response, error, opcode) = (raw & 0x80 != 0, raw & 0x40 != 0, raw & 0x1f);
    cx.append(item, |o| {
        o.s(", Response bit: ").s(CTRL_FLAGS2_R_NAMES.or(raw >> 7, ""));
        o.s(", Opcode: ").s(CTRL_FLAGS2_OPCODE_NAMES.or(opcode, "Unknown"));
    });
    cx.u16(CTRL_SEQUENCE, c)?;
    let association = c.peek_u16(2)?;
    // Whose status it is, the operation and the association tell.
    let bits: &[Field] = match opcode {
        _ if !response => &[],
        _ if error => &[CTRL_ERR_STATUS],
        1..=3 | 7 if association == 0 => {
            &[CTRL_SYS_STATUS_LI, CTRL_SYS_STATUS_CLKSRC, CTRL_SYS_STATUS_COUNT, CTRL_SYS_STATUS_CODE]
        }
        4 | 5 => &[CTRL_CLOCK_STATUS, CTRL_CLOCK_STATUS_CODE],
        1..=3 => PEER_STATUS,
        _ => &[],
    };
    status_word(cx, c, bits)?;
    cx.u16(CTRL_ASSOCID, c)?;
    cx.u16(CTRL_OFFSET, c)?;
    let count = usize::from(cx.u16(CTRL_COUNT, c)?);
    if count > 0 && c.left() > 0 {
        let n = count.min(c.left());
        let mut d = c.take(n);
        let item = cx.add(CTRL_DATA, d.span(n), Value::None);
        let status = opcode == 1 && response;
        let text = match opcode {
            7 => Some(CTRL_TRAPMSG),
            8 | 9 => Some(CTRL_CONFIGURATION),
            10 => Some(CTRL_MRU),
            11 => Some(CTRL_ORDLIST),
            12 => Some(CTRL_NONCE),
            _ => None,
        };
        cx.under(item, |cx| -> Step {
            if status {
                while d.left() >= 4 {
                    let item = cx.add(CTRL_ITEM, d.span(4), Value::None);
                    cx.under(item, |cx| -> Step {
                        cx.u16(CTRL_ASSOCID, &mut d)?;
                        status_word(cx, &mut d, PEER_STATUS)
                    })?;
                }
            } else if let Some(field) = text {
                cx.field(field, &mut d, n)?;
            } else if d.is_cut() {
                return Err(Stop::Cut);
            } else {
                let text = d.rest();
                for part in text.split(|b| *b == b',') {
                    let skip = part.iter().take_while(|b| b.is_ascii_whitespace()).count();
                    let part = part.get(skip..).unwrap_or_default();
                    cx.line(d.span(part.len()), |o| _ = o.text(part));
                }
            }
            Ok(())
        })?;
        if n < count && (text.is_some() || (1..=4).contains(&opcode)) {
            return Err(Stop::Short);
        }
        // The data is padded to words.
        let pad = n.next_multiple_of(4) - n;
        c.advance(pad);
    }
    if c.left() >= 12 { authentication(cx, c) } else { Ok(()) }
}

/// A status word, whose bits mean what the message is about.
fn status_word<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, bits: &[Field]) -> Step {
    let (raw, item) = cx.flags(CTRL_STATUS, c, 2, bits)?;
    say_bits(cx, item, raw, bits);
    Ok(())
}

const PEER_STATUS: &[Field] = &[
    CTRL_PEER_STATUS_CONFIG,
    CTRL_PEER_STATUS_AUTHENABLE,
    CTRL_PEER_STATUS_AUTHENTIC,
    CTRL_PEER_STATUS_REACH,
    CTRL_PEER_STATUS_BCAST,
    CTRL_PEER_STATUS_SELECTION,
    CTRL_PEER_STATUS_COUNT,
    CTRL_PEER_STATUS_CODE,
];

fn private<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let response = c.peek_u8(0)? & 0x80 != 0;
    let request = c.peek_u8(3)?;
    let direction = if response { "Response" } else { "Request" };
    let reqcode = PRIV_REQCODE_NAMES.find(u64::from(request));
    cx.info_add(|o| {
        o.s(", ").s(direction).s(", ");
        match reqcode {
            Some(name) => o.s(name),
            None => o.s("Unknown"),
        };
    });
    let (raw, item) = cx.flags(FLAGS, c, 1, &[PRIV_FLAGS_R, PRIV_FLAGS_MORE, FLAGS_VN, FLAGS_MODE])?;
    cx.append(item, |o| {
        o.s(", Response bit: ").s(direction);
        o.s(", Version number: ").s(FLAGS_VN_NAMES.or(raw >> 3 & 7, ""));
        o.s(", Mode: ").s(FLAGS_MODE_NAMES.or(raw & 7, ""));
    });
    cx.flags(PRIV_AUTH_SEQ, c, 1, &[PRIV_AUTH, PRIV_SEQ])?;
    cx.u8(PRIV_IMPL, c)?;
    cx.u8(PRIV_REQCODE, c)?;
    let (first, second) = (c.peek_u16(0)?, c.peek_u16(2)?);
    for (high, low, word) in [(PRIV_ERR, PRIV_NUMITEMS, first), (PRIV_RESERVED, PRIV_ITEMSIZE, second)] {
        let item = cx.add(high, c.span(1), Value::U(u64::from(word >> 12)));
        four_bits(cx, item, high, word);
        let item = cx.add(low, c.span(2), Value::U(u64::from(word & 0xfff)));
        twelve_bits(cx, item, low, word);
        c.skip(2)?;
    }
    let (count, size) = (first & 0xfff, usize::from(second & 0xfff));
    if !response || size == 0 {
        return Ok(());
    }
    for _ in 0..count {
        if c.left() < size {
            break;
        }
        let mut d = c.take(size);
        let rows: &[(Field, usize)] = match request {
            1 => PEER_SUMMARY,
            8 => LOOP_INFO,
            28 => AUTHENTICATION_INFO,
            38 => KERNEL,
            20 => MONITOR_LIST_OF_OLD,
            42 => MONITOR_LIST,
            _ => &[],
        };
        let whole = d.span(size);
        let item = cx.add(PRIV_MODE7_ITEM, whole, Value::Str(requin_wire::Span { len: 0, ..whole }));
        let monitored = d.peek_u32(16).ok().zip(d.peek_u16(if request == 42 { 28 } else { 20 }).ok());
        cx.label(item, |o| match monitored.filter(|_| matches!(request, 20 | 42)) {
            Some((address, port)) => _ = o.s("Monlist item: address: ").ipv4(address).s(":").u(port),
            None => _ = o.s(reqcode.unwrap_or("Unknown")).s(" Item"),
        });
        cx.under(item, |cx| -> Step {
            for (field, n) in rows {
                if d.left() < *n {
                    break;
                }
                if *field == PRIV_MODE7_PEER_FLAGS {
                    let (raw, item) = cx.flags(*field, &mut d, 1, PEER_FLAGS)?;
                    say_bits(cx, item, raw, PEER_FLAGS);
                } else {
                    cx.field(*field, &mut d, *n)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// The line of a number in the first four bits of a word.
fn four_bits<S: Sink>(cx: &mut Cx<'_, S>, item: Item, field: Field, word: u16) {
    let (def, value) = (cx.registry.field(field), word >> 12);
    cx.label(item, |o| {
        for bit in (0..4).rev() {
            o.u(value >> bit & 1);
        }
        o.s(" .... = ").s(def.label).s(": ");
        match def.names {
            Names::None => _ = o.hex(value, 2),
            names => _ = o.s(names.or(value.into(), "Unknown")).s(" (").hex(value, 2).s(")"),
        }
    });
}

/// The line of a number in the last twelve bits of a word, which tshark draws with bytes apart.
fn twelve_bits<S: Sink>(cx: &mut Cx<'_, S>, item: Item, field: Field, word: u16) {
    let label = cx.registry.field(field).label;
    cx.label(item, |o| {
        o.s(".... ");
        for bit in (0..12).rev() {
            o.u(word >> bit & 1).s(match bit {
                8 => "  ",
                4 => " ",
                _ => "",
            });
        }
        o.s(" = ").s(label).s(": ").u(word & 0xfff);
    });
}

const PEER_FLAGS: &[Field] = &[
    PRIV_MODE7_PEER_FLAGS_CONFIG,
    PRIV_MODE7_PEER_FLAGS_SYSPEER,
    PRIV_MODE7_PEER_FLAGS_BURST,
    PRIV_MODE7_PEER_FLAGS_REFCLOCK,
    PRIV_MODE7_PEER_FLAGS_PREFER,
    PRIV_MODE7_PEER_FLAGS_AUTHENABLE,
    PRIV_MODE7_PEER_FLAGS_SEL_CANDIDATE,
    PRIV_MODE7_PEER_FLAGS_SHORTLIST,
];
const PEER_SUMMARY: &[(Field, usize)] = &[
    (PRIV_MODE7_DSTADDRESS, 4),
    (PRIV_MODE7_SRCADDRESS, 4),
    (PRIV_MODE7_SRCPORT, 2),
    (STRATUM, 1),
    (PRIV_MODE7_HPOLL, 1),
    (PPOLL, 1),
    (PRIV_MODE7_REACH, 1),
    (PRIV_MODE7_PEER_FLAGS, 1),
    (PRIV_MODE7_HMODE, 1),
    (PRIV_MODE7_DELAY, 4),
    (PRIV_MODE7_OFFSET, 8),
    (PRIV_MODE7_DISPERSION, 4),
    (PRIV_MODE7_IPV6_FLAG, 4),
    (PRIV_MODE7_UNUSED, 4),
    (PRIV_MODE7_DSTADDRESS6, 16),
    (PRIV_MODE7_SRCADDRESS6, 16),
];
const LOOP_INFO: &[(Field, usize)] = &[
    (PRIV_MODE7_LAST_OFFSET, 8),
    (PRIV_MODE7_DRIFT_COMP, 8),
    (PRIV_MODE7_COMPLIANCE, 4),
    (PRIV_MODE7_WATCHDOG_TIMER, 4),
];
const AUTHENTICATION_INFO: &[(Field, usize)] = &[
    (PRIV_MODE7_TIMERESET, 4),
    (PRIV_MODE7_NUMKEYS, 4),
    (PRIV_MODE7_NUMFREEKEYS, 4),
    (PRIV_MODE7_KEYLOOKUPS, 4),
    (PRIV_MODE7_KEYNOTFOUND, 4),
    (PRIV_MODE7_ENCRYPTIONS, 4),
    (PRIV_MODE7_DECRYPTIONS, 4),
    (PRIV_MODE7_EXPIRED, 4),
    (PRIV_MODE7_KEYUNCACHED, 4),
];
const KERNEL: &[(Field, usize)] = &[
    (PRIV_MODE7_KERNEL_OFFSET, 4),
    (PRIV_MODE7_FREQ, 4),
    (PRIV_MODE7_MAXERROR, 4),
    (PRIV_MODE7_ESTERROR, 4),
    (PRIV_MODE7_STATUS, 2),
    (PRIV_MODE7_SHIFT, 2),
    (PRIV_MODE7_CONSTANT, 4),
    (PRIV_MODE7_PRECISION, 4),
    (PRIV_MODE7_TOLERANCE, 4),
    (PRIV_MODE7_PPSFREQ, 4),
    (PRIV_MODE7_JITTER, 4),
    (PRIV_MODE7_STABIL, 4),
    (PRIV_MODE7_JITCNT, 4),
    (PRIV_MODE7_CALCNT, 4),
    (PRIV_MODE7_ERRCNT, 4),
    (PRIV_MODE7_STBCNT, 4),
];
const MONITOR_LIST: &[(Field, usize)] = &[
    (PRIV_MONLIST_AVGINT, 4),
    (PRIV_MONLIST_LSINT, 4),
    (PRIV_MONLIST_RESTR, 4),
    (PRIV_MONLIST_COUNT, 4),
    (PRIV_MONLIST_REMOTE_ADDRESS, 4),
    (PRIV_MONLIST_LOCAL_ADDRESS, 4),
    (PRIV_MONLIST_FLAGS, 4),
    (PRIV_MONLIST_PORT, 2),
    (PRIV_MONLIST_MODE, 1),
    (PRIV_MONLIST_VERSION, 1),
    (PRIV_MONLIST_IPV6, 4),
    (PRIV_MONLIST_UNUSED, 4),
    (PRIV_MONLIST_ADDR6, 16),
    (PRIV_MONLIST_DADDR6, 16),
];
/// The same of the older request: without the address it came to.
const MONITOR_LIST_OF_OLD: &[(Field, usize)] = &[
    (PRIV_MONLIST_AVGINT, 4),
    (PRIV_MONLIST_LSINT, 4),
    (PRIV_MONLIST_RESTR, 4),
    (PRIV_MONLIST_COUNT, 4),
    (PRIV_MONLIST_REMOTE_ADDRESS, 4),
    (PRIV_MONLIST_PORT, 2),
    (PRIV_MONLIST_MODE, 1),
    (PRIV_MONLIST_VERSION, 1),
    (PRIV_MONLIST_IPV6, 4),
    (PRIV_MONLIST_UNUSED, 4),
    (PRIV_MONLIST_ADDR6, 16),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_two_eras() {
        assert_eq!(value(0x83aa_7e80, 0x8000_0000), Value::Time(0, 500_000_000));
        assert_eq!(unix(11), 2_085_978_507);
        assert_eq!(unix(0x8000_0000), (1 << 31) - EPOCH);
    }
}
