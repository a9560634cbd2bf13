//! Transparent Network Substrate, which Oracle's databases speak over: packets and their types.

use requin_wire::{Cursor, Cx, Field, Names, Out, Pdu, Sink, Step, Value, names, proto};

proto! {
    TNS "tns" "Transparent Network Substrate Protocol" "TNS" App
    on [Tcp 1521]
    frames sized [frames]
    fields {
        ACCEPT_DATA_LENGTH "tns.accept_data_length" "Accept Data Length": U16 Dec;
        ACCEPT_DATA_OFFSET "tns.accept_data_offset" "Offset to Accept Data": U16 Dec;
        COMPAT_VERSION "tns.compat_version" "Version (Compatible)": U16 Dec;
        CONNECT_DATA "tns.connect_data" "Connect Data": Str;
        CONNECT_DATA_LENGTH "tns.connect_data_length" "Length of Connect Data": U16 Dec;
        CONNECT_DATA_MAX "tns.connect_data_max" "Maximum Receivable Connect Data": U32 Dec;
        CONNECT_DATA_OFFSET "tns.connect_data_offset" "Offset to Connect Data": U16 Dec;
        CONNECT_FLAGS_ENABLENA "tns.connect_flags.enablena" "NA services enabled": Bool(8) & 0x4;
        CONNECT_FLAGS_ICHG "tns.connect_flags.ichg" "Interchange is involved": Bool(8) & 0x2;
        CONNECT_FLAGS_NALINK "tns.connect_flags.nalink" "NA services linked in": Bool(8) & 0x8;
        CONNECT_FLAGS_NAREQ "tns.connect_flags.nareq" "NA services required": Bool(8) & 0x10;
        CONNECT_FLAGS_WANTNA "tns.connect_flags.wantna" "NA services wanted": Bool(8) & 0x1;
        CONNECT_FLAGS0 "tns.connect_flags0" "Connect Flags 0": U8 Hex;
        CONNECT_FLAGS1 "tns.connect_flags1" "Connect Flags 1": U8 Hex;
        DATA_FLAG "tns.data_flag" "Data Flag": U16 Hex;
        DATA_FLAG_C "tns.data_flag.c" "Confirmation": Bool(16) & 0x4;
        DATA_FLAG_DIC "tns.data_flag.dic" "Do Immediate Confirmation": Bool(16) & 0x80;
        DATA_FLAG_EOF "tns.data_flag.eof" "End of File": Bool(16) & 0x40;
        DATA_FLAG_MORE "tns.data_flag.more" "More Data to Come": Bool(16) & 0x20;
        DATA_FLAG_RC "tns.data_flag.rc" "Request Confirmation": Bool(16) & 0x2;
        DATA_FLAG_RESERVED "tns.data_flag.reserved" "Reserved": Bool(16) & 0x8;
        DATA_FLAG_RTS "tns.data_flag.rts" "Request To Send": Bool(16) & 0x100;
        DATA_FLAG_SEND "tns.data_flag.send" "Send Token": Bool(16) & 0x1;
        DATA_FLAG_SNTT "tns.data_flag.sntt" "Send NT Trailer": Bool(16) & 0x200;
        DATA_ID "tns.data_id" "Data ID": U8 Hex = DATA_ID_NAMES;
        DATA_LENGTH "tns.data_length" "Data Length": U16 Dec;
        DATA_OCI_ID "tns.data_oci.id" "Call ID": U8 Hex = DATA_OCI_ID_NAMES;
        DATA_SETP_REQ_ACC_VERS "tns.data_setp_req.acc_vers" "Accepted Version": U8 Dec;
        DATA_SETP_REQ_CLI_PLAT "tns.data_setp_req.cli_plat" "Client Platform": StrZ;
        DATA_SETP_RESP_BANNER "tns.data_setp_resp.banner" "Server Banner": StrZ;
        DATA_SETP_RESP_VERSION "tns.data_setp_resp.version" "Version": U8 Dec;
        DATA_SNS_CLI_VERS "tns.data_sns.cli_vers" "Client Version": U32 Custom = Names::Custom(write_version);
        DATA_SNS_SRV_VERS "tns.data_sns.srv_vers" "Server Version": U32 Custom = Names::Custom(write_version);
        DATA_SNS_SRVCNT "tns.data_sns.srvcnt" "Services": U16 Dec;
        HEADER_CHECKSUM "tns.header_checksum" "Header Checksum": U16 Hex;
        LENGTH "tns.length" "Packet Length": U16 Dec;
        LINE_TURNAROUND "tns.line_turnaround" "Line Turnaround Value": U16 Dec;
        MAX_TDU_SIZE "tns.max_tdu_size" "Maximum Transmission Data Unit Size": U16 Dec;
        NT_PROTO_CHARACTERISTICS "tns.nt_proto_characteristics" "NT Protocol Characteristics": U16 Hex;
        NTP_FLAG_ASIO "tns.ntp_flag.asio" "ASync IO Supported": Bool(16) & 0x200;
        NTP_FLAG_CBIO "tns.ntp_flag.cbio" "Callback IO supported": Bool(16) & 0x400;
        NTP_FLAG_CREL "tns.ntp_flag.crel" "Confirmed release": Bool(16) & 0x4000;
        NTP_FLAG_DFIO "tns.ntp_flag.dfio" "Full duplex IO supported": Bool(16) & 0x2;
        NTP_FLAG_DTEST "tns.ntp_flag.dtest" "Data test": Bool(16) & 0x800;
        NTP_FLAG_GRANT "tns.ntp_flag.grant" "Can grant connection to another": Bool(16) & 0x80;
        NTP_FLAG_HANDOFF "tns.ntp_flag.handoff" "Can handoff connection to another": Bool(16) & 0x40;
        NTP_FLAG_HANGON "tns.ntp_flag.hangon" "Hangon to listener connect": Bool(16) & 0x8000;
        NTP_FLAG_PIO "tns.ntp_flag.pio" "Packet oriented IO": Bool(16) & 0x100;
        NTP_FLAG_SIGIO "tns.ntp_flag.sigio" "Generate SIGIO signal": Bool(16) & 0x20;
        NTP_FLAG_SIGPIPE "tns.ntp_flag.sigpipe" "Generate SIGPIPE signal": Bool(16) & 0x10;
        NTP_FLAG_SIGURG "tns.ntp_flag.sigurg" "Generate SIGURG signal": Bool(16) & 0x8;
        NTP_FLAG_SRUN "tns.ntp_flag.srun" "Spawner running": Bool(16) & 0x1000;
        NTP_FLAG_TDUIO "tns.ntp_flag.tduio" "TDU based IO": Bool(16) & 0x2000;
        NTP_FLAG_TESTOP "tns.ntp_flag.testop" "Test operation": Bool(16) & 0x1;
        NTP_FLAG_URGENTIO "tns.ntp_flag.urgentio" "Urgent IO supported": Bool(16) & 0x4;
        PACKET_CHECKSUM "tns.packet_checksum" "Packet Checksum": U16 Hex;
        REQUEST "tns.request" "Request": Bool;
        RESERVED_BYTE "tns.reserved_byte" "Reserved Byte": Bytes;
        RESPONSE "tns.response" "Response": Bool;
        SDU_SIZE "tns.sdu_size" "Session Data Unit Size": U16 Dec;
        SERVICE_OPTIONS "tns.service_options" "Service Options": U16 Hex;
        SO_FLAG_AP "tns.so_flag.ap" "Attention Processing": Bool(16) & 0x8;
        SO_FLAG_BCONN "tns.so_flag.bconn" "Broken Connect Notify": Bool(16) & 0x2000;
        SO_FLAG_DC1 "tns.so_flag.dc1" "Don't Care": Bool(16) & 0x100;
        SO_FLAG_DC2 "tns.so_flag.dc2" "Don't Care": Bool(16) & 0x80;
        SO_FLAG_DIO "tns.so_flag.dio" "Direct IO to Transport": Bool(16) & 0x10;
        SO_FLAG_FD "tns.so_flag.fd" "Full Duplex": Bool(16) & 0x400;
        SO_FLAG_HC "tns.so_flag.hc" "Header Checksum": Bool(16) & 0x800;
        SO_FLAG_HD "tns.so_flag.hd" "Half Duplex": Bool(16) & 0x200;
        SO_FLAG_PC "tns.so_flag.pc" "Packet Checksum": Bool(16) & 0x1000;
        SO_FLAG_RA "tns.so_flag.ra" "Can Receive Attention": Bool(16) & 0x4;
        SO_FLAG_SA "tns.so_flag.sa" "Can Send Attention": Bool(16) & 0x2;
        TRACE_CF1 "tns.trace_cf1" "Trace Cross Facility Item 1": U32 Hex;
        TRACE_CF2 "tns.trace_cf2" "Trace Cross Facility Item 2": U32 Hex;
        TRACE_CID "tns.trace_cid" "Trace Unique Connection ID": U64 Hex;
        TYPE "tns.type" "Packet Type": U8 Dec = TYPE_NAMES;
        VALUE_OF_ONE "tns.value_of_one" "Value of 1 in Hardware": Bytes;
        VERSION "tns.version" "Version": U16 Dec;
        REFUSE_REASON_USER "tns.refuse_reason_user" "Refuse Reason (User)": U8 Hex;
        REFUSE_REASON_SYSTEM "tns.refuse_reason_system" "Refuse Reason (System)": U8 Hex;
        REFUSE_DATA_LENGTH "tns.refuse_data_length" "Refuse Data Length": U16 Dec;
        REFUSE_DATA "tns.refuse_data" "Refuse Data": Str;
        ACCEPT_DATA "tns.accept_data" "Accept Data": Str;
    }
}

names! {
    DATA_ID_NAMES {
        1 => "Set Protocol", 2 => "Set Datatypes", 3 => "User OCI Functions", 4 => "Return Status",
        5 => "Access User Address Space", 6 => "Row Transfer Header", 7 => "Row Transfer Data",
        8 => "Return OPI Parameter", 9 => "Function Complete", 10 => "N Error return definitions follow",
        11 => "Sending I/O Vec only for fast UPI", 12 => "Sending long for fast UPI",
        13 => "Invoke user callback", 14 => "LOB/FILE data follows",
        15 => "Warning messages - may be a set of them", 16 => "Describe Information",
        17 => "Piggy back function follow", 18 => "Signals special action for untrusted callout support",
        19 => "Flush Out Bind data in DML/w RETURN when error",
        32 => "External Procedures and Services Registrations",
        68 => "External Procedures and Services Registrations", 0xdeadbeef => "Secure Network Services",
    }
    DATA_OCI_ID_NAMES {
        1 => "Logon to Oracle", 2 => "Open Cursor", 3 => "Parse a Row", 4 => "Execute a Row",
        5 => "Fetch a Row", 8 => "Close Cursor", 9 => "Logoff of Oracle",
        10 => "Describe a select list column", 11 => "Define where the column goes", 12 => "Auto commit on",
        13 => "Auto commit off", 14 => "Commit", 15 => "Rollback", 16 => "Set fatal error options",
        17 => "Resume current operation", 18 => "Get Oracle version-date string",
        19 => "Until we get rid of OASQL", 20 => "Cancel the current operation", 21 => "Get error message",
        22 => "Exit Oracle command", 23 => "Special function", 24 => "Abort", 25 => "Dequeue by RowID",
        26 => "Fetch a long column value", 27 => "Create Access Module",
        28 => "Save Access Module Statement", 29 => "Save Access Module",
        30 => "Parse Access Module Statement", 31 => "How many items?", 32 => "Initialize Oracle",
        33 => "Change User ID", 34 => "Bind by reference positional", 35 => "Get n'th Bind Variable",
        36 => "Get n'th Into Variable", 37 => "Bind by reference", 38 => "Bind by reference numeric",
        39 => "Parse and Execute", 40 => "Parse for syntax (only)",
        41 => "Parse for syntax and SQL Dictionary lookup", 42 => "Continue serving after EOF",
        43 => "Array describe", 44 => "Init sys pars command table",
        45 => "Finalize sys pars command table", 46 => "Put sys par in command table",
        47 => "Get sys pars from command table", 48 => "Start Oracle (V6)", 49 => "Shutdown Oracle (V6)",
        50 => "Run Independent Process (V6)", 51 => "Test RAM (V6)", 52 => "Archive operation (V6)",
        53 => "Media Recovery - start (V6)", 54 => "Media Recovery - record tablespace to recover (V6)",
        55 => "Media Recovery - get starting log seq # (V6)",
        56 => "Media Recovery - recover using offline log (V6)",
        57 => "Media Recovery - cancel media recovery (V6)", 58 => "Logon to Oracle (V6)",
        59 => "Get Oracle version-date string in new format", 60 => "Initialize Oracle",
        61 => "Reserved for MAC; close all cursors", 62 => "Bundled execution call",
        65 => "For direct loader: functions", 66 => "For direct loader: buffer transfer",
        67 => "Distrib. trans. mgr. RPC", 68 => "Describe indexes for distributed query",
        69 => "Session operations", 70 => "Execute using synchronized system commit numbers",
        71 => "Fast UPI calls to OPIAL7", 72 => "Long Fetch (V7)",
        73 => "Call OPIEXE from OPIALL: no two-task access",
        74 => "Parse Call (V7) to deal with various flavours", 76 => "RPC call from PL/SQL",
        77 => "Do a KGL operation", 78 => "Execute and Fetch", 79 => "X/Open XA operation",
        80 => "New KGL operation call", 81 => "2nd Half of Logon", 82 => "1st Half of Logon",
        83 => "Do Streaming Operation", 84 => "Open Session (71 interface)",
        85 => "X/Open XA operations (71 interface)", 86 => "Debugging operations",
        87 => "Special debugging operations", 88 => "XA Start", 89 => "XA Switch and Commit",
        90 => "Direct copy from db buffers to client address",
        91 => "OKOD Call (In Oracle <= 7 this used to be Connect", 93 => "RPI Callback with ctxdef",
        94 => "Bundled execution call (V7)", 95 => "Do Streaming Operation without begintxn",
        96 => "LOB and FILE related calls", 97 => "File Create call", 98 => "Describe query (V8) call",
        99 => "Connect (non-blocking attach host)", 100 => "Open a recursive cursor",
        101 => "Bundled KPR Execution", 102 => "Bundled PL/SQL execution",
        103 => "Transaction start, attach, detach", 104 => "Transaction commit, rollback, recover",
        105 => "Cursor close all", 106 => "Failover into piggyback",
        107 => "Session switching piggyback (V8)", 108 => "Do Dummy Defines", 109 => "Init sys pars (V8)",
        110 => "Finalize sys pars (V8)", 111 => "Put sys par in par space (V8)",
        112 => "Terminate sys pars (V8)", 114 => "Init Untrusted Callbacks",
        115 => "Generic authentication call", 116 => "FailOver Get Instance call",
        117 => "Oracle Transaction service Commit remote sites", 118 => "Get the session key",
        119 => "Describe any (V8)", 120 => "Cancel All", 121 => "AQ Enqueue", 122 => "AQ Dequeue",
        123 => "Object transfer", 124 => "RFS Call", 125 => "Kernel programmatic notification",
        126 => "Listen", 127 => "Oracle Transaction service Commit remote sites (V >= 8.1.3)",
        128 => "Dir Path Prepare", 129 => "Dir Path Load Stream", 130 => "Dir Path Misc. Ops",
        131 => "Memory Stats", 132 => "AQ Properties Status", 134 => "Remote Fetch Archive Log FAL",
        135 => "Client ID propagation", 136 => "DR Server CNX Process", 138 => "SPFILE parameter put",
        139 => "KPFC exchange", 140 => "Object Transfer (V8.2)", 141 => "Push Transaction",
        142 => "Pop Transaction", 143 => "KFN Operation", 144 => "Dir Path Unload Stream",
        145 => "AQ batch enqueue dequeue", 146 => "File Transfer", 147 => "Ping", 148 => "TSM",
        150 => "Begin TSM", 151 => "End TSM", 152 => "Set schema", 153 => "Fetch from suspended result set",
        154 => "Key/Value pair", 155 => "XS Create session Operation",
        156 => "XS Session Roundtrip Operation", 157 => "XS Piggyback Operation", 158 => "KSRPC Execution",
        159 => "Streams combined capture apply", 160 => "AQ replay information", 161 => "SSCR",
        162 => "Session Get", 163 => "Session RLS", 165 => "Workload replay data",
        166 => "Replay statistic data", 167 => "Query Cache Stats", 168 => "Query Cache IDs",
        169 => "RPC Test Stream", 170 => "Replay PL/SQL RPC", 171 => "XStream Out",
        172 => "Golden Gate RPC",
    }
    TYPE_NAMES {
        1 => "Connect", 2 => "Accept", 3 => "Acknowledge", 4 => "Refuse", 5 => "Redirect", 6 => "Data",
        7 => "Null", 9 => "Abort", 11 => "Resend", 12 => "Marker", 13 => "Attention", 14 => "Control",
    }
}

/// Bits and their names, as they stand behind the field that holds them.
type Bits = &'static [(u16, Field, &'static str)];

const OPTIONS: Bits = &[
    (0x2000, SO_FLAG_BCONN, "Broken Connect Notify"),
    (0x1000, SO_FLAG_PC, "Packet Checksum"),
    (0x0800, SO_FLAG_HC, "Header Checksum"),
    (0x0400, SO_FLAG_FD, "Full Duplex"),
    (0x0200, SO_FLAG_HD, "Half Duplex"),
    (0x0100, SO_FLAG_DC1, "Don't Care"),
    (0x0080, SO_FLAG_DC2, "Don't Care"),
    (0x0010, SO_FLAG_DIO, "Direct IO to Transport"),
    (0x0008, SO_FLAG_AP, "Attention Processing"),
    (0x0004, SO_FLAG_RA, "Can Receive Attention"),
    (0x0002, SO_FLAG_SA, "Can Send Attention"),
];

const CHARACTERISTICS: Bits = &[
    (0x8000, NTP_FLAG_HANGON, "Hangon to listener connect"),
    (0x4000, NTP_FLAG_CREL, "Confirmed release"),
    (0x2000, NTP_FLAG_TDUIO, "TDU based IO"),
    (0x1000, NTP_FLAG_SRUN, "Spawner running"),
    (0x0800, NTP_FLAG_DTEST, "Data test"),
    (0x0400, NTP_FLAG_CBIO, "Callback IO supported"),
    (0x0200, NTP_FLAG_ASIO, "ASync IO Supported"),
    (0x0100, NTP_FLAG_PIO, "Packet oriented IO"),
    (0x0080, NTP_FLAG_GRANT, "Can grant connection to another"),
    (0x0040, NTP_FLAG_HANDOFF, "Can handoff connection to another"),
    (0x0020, NTP_FLAG_SIGIO, "Generate SIGIO signal"),
    (0x0010, NTP_FLAG_SIGPIPE, "Generate SIGPIPE signal"),
    (0x0008, NTP_FLAG_SIGURG, "Generate SIGURG signal"),
    (0x0004, NTP_FLAG_URGENTIO, "Urgent IO supported"),
    (0x0002, NTP_FLAG_DFIO, "Full duplex IO supported"),
    (0x0001, NTP_FLAG_TESTOP, "Test operation"),
];

const CONNECT_FLAGS: Bits = &[
    (0x10, CONNECT_FLAGS_NAREQ, "NA services required"),
    (0x08, CONNECT_FLAGS_NALINK, "NA services linked in"),
    (0x04, CONNECT_FLAGS_ENABLENA, "NA services enabled"),
    (0x02, CONNECT_FLAGS_ICHG, "Interchange is involved"),
    (0x01, CONNECT_FLAGS_WANTNA, "NA services wanted"),
];

const DATA_FLAGS: Bits = &[
    (0x0001, DATA_FLAG_SEND, "Send Token"),
    (0x0002, DATA_FLAG_RC, "Request Confirmation"),
    (0x0004, DATA_FLAG_C, "Confirmation"),
    (0x0008, DATA_FLAG_RESERVED, "Reserved"),
    (0x0020, DATA_FLAG_MORE, "More Data to Come"),
    (0x0040, DATA_FLAG_EOF, "End of File"),
    (0x0080, DATA_FLAG_DIC, "Do Immediate Confirmation"),
    (0x0100, DATA_FLAG_RTS, "Request To Send"),
    (0x0200, DATA_FLAG_SNTT, "Send NT Trailer"),
];

/// A field of `n` bytes with its bits under it, and the names of those that are set behind it.
fn flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize, bits: Bits) -> Step {
    let value = c.peek_uint(0, n)?;
    let item = cx.peek(field, c, n)?;
    cx.append(item, |o| {
        for (_, _, name) in bits.iter().filter(|b| value & u64::from(b.0) != 0) {
            o.s(", ").s(name);
        }
    });
    cx.under(item, |cx| bits.iter().try_for_each(|b| cx.peek(b.1, c, n).map(|_| ())))?;
    c.skip(n)
}

/// A version in the five parts that Oracle counts.
fn write_version(value: Value, o: &mut Out<'_>) {
    if let Value::U(n) = value {
        o.u(n >> 24)
            .c(b'.')
            .u(n >> 20 & 15)
            .c(b'.')
            .u(n >> 12 & 255)
            .c(b'.')
            .u(n >> 8 & 15)
            .c(b'.')
            .u(n & 255);
    }
}

const PORT: u16 = 1521;
const HEAD: usize = 8;
const CONNECT: u8 = 1;
const ACCEPT: u8 = 2;
const REFUSE: u8 = 4;
const DATA: u8 = 6;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, c, d, ..] => {
            // From version 315 on, a length may take four bytes.
            let short = usize::from(u16::from_be_bytes([*a, *b]));
            let long = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
            Pdu::Len(if short < HEAD { long } else { short }.clamp(HEAD, 1 << 20))
        }
        _ => Pdu::More(HEAD),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<8>()?;
    cx.protocol("TNS");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let asks = cx.ports.dst == PORT;
    let short = usize::from(u16::from_be_bytes([h[0], h[1]]));
    let len = if short < HEAD { u32::from_be_bytes([h[0], h[1], h[2], h[3]]) as usize } else { short };
    let kind = h[4];
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
    let direction: (Field, &str) = if asks { (REQUEST, "Request") } else { (RESPONSE, "Response") };
    cx.info_sep(", ", |o| _ = o.s(direction.1).s(", ").s(name).s(" (").u(u64::from(kind)).s(")"));
    let mut one = c.take(len.max(HEAD));
    cx.proto_len(one.left());
    cx.hidden(direction.0, one.span(0), Value::U(1));
    if short < HEAD {
        cx.add(LENGTH, one.span(4), Value::U(len as u64));
        one.skip(4)?;
    } else {
        cx.u16(LENGTH, &mut one)?;
        cx.u16(PACKET_CHECKSUM, &mut one)?;
    }
    cx.u8(TYPE, &mut one)?;
    cx.field(RESERVED_BYTE, &mut one, 1)?;
    cx.u16(HEADER_CHECKSUM, &mut one)?;
    let whole = one;
    if one.is_empty() {
        return if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) };
    }
    let item = cx.line(one.span(one.left()), |o| _ = o.s(name));
    cx.under(item, |cx| match kind {
        CONNECT => connect(cx, one, &whole),
        REFUSE => {
            cx.u8(REFUSE_REASON_USER, &mut one)?;
            cx.u8(REFUSE_REASON_SYSTEM, &mut one)?;
            cx.u16(REFUSE_DATA_LENGTH, &mut one)?;
            let n = one.left();
            cx.field(REFUSE_DATA, &mut one, n).map(|_| ())
        }
        ACCEPT => accept(cx, one, &whole),
        DATA => data(cx, one, asks),
        _ => Ok(()),
    })?;
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// What both ends may do, in requests and in answers.
fn connect_flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    flags(cx, c, CONNECT_FLAGS0, 1, CONNECT_FLAGS)?;
    flags(cx, c, CONNECT_FLAGS1, 1, CONNECT_FLAGS)
}

/// Text that lies `at` bytes from the beginning of the packet.
fn text_at<S: Sink>(cx: &mut Cx<'_, S>, whole: &Cursor<'_>, field: Field, at: usize, n: usize) -> Step {
    if n == 0 || at < HEAD {
        return Ok(());
    }
    let mut data = *whole;
    data.skip(at - HEAD)?;
    let n = n.min(data.left());
    cx.field(field, &mut data, n).map(|_| ())
}

fn connect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, whole: &Cursor<'_>) -> Step {
    cx.u16(VERSION, &mut c)?;
    cx.u16(COMPAT_VERSION, &mut c)?;
    flags(cx, &mut c, SERVICE_OPTIONS, 2, OPTIONS)?;
    cx.u16(SDU_SIZE, &mut c)?;
    cx.u16(MAX_TDU_SIZE, &mut c)?;
    flags(cx, &mut c, NT_PROTO_CHARACTERISTICS, 2, CHARACTERISTICS)?;
    cx.u16(LINE_TURNAROUND, &mut c)?;
    cx.field(VALUE_OF_ONE, &mut c, 2)?;
    let n = usize::from(cx.u16(CONNECT_DATA_LENGTH, &mut c)?);
    let at = usize::from(cx.u16(CONNECT_DATA_OFFSET, &mut c)?);
    cx.u32(CONNECT_DATA_MAX, &mut c)?;
    connect_flags(cx, &mut c)?;
    // Older clients put their data here already.
    if at >= HEAD + 50 {
        cx.u32(TRACE_CF1, &mut c)?;
        cx.u32(TRACE_CF2, &mut c)?;
        cx.u64(TRACE_CID, &mut c)?;
    }
    text_at(cx, whole, CONNECT_DATA, at, n)
}

fn accept<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, whole: &Cursor<'_>) -> Step {
    cx.u16(VERSION, &mut c)?;
    flags(cx, &mut c, SERVICE_OPTIONS, 2, OPTIONS)?;
    cx.u16(SDU_SIZE, &mut c)?;
    cx.u16(MAX_TDU_SIZE, &mut c)?;
    cx.field(VALUE_OF_ONE, &mut c, 2)?;
    let n = usize::from(cx.u16(ACCEPT_DATA_LENGTH, &mut c)?);
    let at = usize::from(cx.u16(ACCEPT_DATA_OFFSET, &mut c)?);
    connect_flags(cx, &mut c)?;
    text_at(cx, whole, ACCEPT_DATA, at, n)
}

/// What begins the data of the security services.
const SECURE: u32 = 0xdead_beef;
const SET_PROTOCOL: u8 = 1;
const OCI: u8 = 3;

fn data<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, asks: bool) -> Step {
    flags(cx, &mut c, DATA_FLAG, 2, DATA_FLAGS)?;
    if c.left() >= 4 && c.peek_u32(0)? == SECURE {
        let name = "Secure Network Services";
        cx.info_add(|o| _ = o.s(", ").s(name));
        let item = cx.add(DATA_ID, c.span(4), Value::U(u64::from(SECURE & 0xff)));
        cx.label(item, |o| _ = o.s("Data ID: ").s(name).s(" (").hex(SECURE, 8).s(")"));
        let mut inner = c;
        inner.skip(4)?;
        cx.u16(DATA_LENGTH, &mut inner)?;
        cx.field(if asks { DATA_SNS_CLI_VERS } else { DATA_SNS_SRV_VERS }, &mut inner, 4)?;
        cx.u16(DATA_SNS_SRVCNT, &mut inner)?;
        return cx.call_nested(crate::meta::data::ID, c);
    }
    if c.is_empty() {
        return Ok(());
    }
    let id = c.peek_u8(0)?;
    cx.info_add(|o| _ = o.s(", ").s(DATA_ID_NAMES.or(u64::from(id), "Unknown")));
    cx.u8(DATA_ID, &mut c)?;
    match id {
        SET_PROTOCOL => {
            let field = if asks { DATA_SETP_REQ_ACC_VERS } else { DATA_SETP_RESP_VERSION };
            let versions = c.rest().split(|b| *b == 0).next().unwrap_or_default();
            let item = cx.line(c.span(versions.len() + 1), |o| {
                o.s(if asks { "Accepted Versions: " } else { "Versions: " });
                for (i, v) in versions.iter().enumerate() {
                    o.s(if i == 0 { "" } else { ", " }).u(*v);
                }
            });
            cx.under(item, |cx| versions.iter().try_for_each(|_| cx.u8(field, &mut c).map(|_| ())))?;
            c.skip(1)?;
            cx.strz(if asks { DATA_SETP_REQ_CLI_PLAT } else { DATA_SETP_RESP_BANNER }, &mut c)?;
        }
        OCI => _ = cx.u8(DATA_OCI_ID, &mut c)?,
        _ => {}
    }
    if c.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) }
}
