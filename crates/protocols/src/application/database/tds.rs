//! Tabular Data Stream, [MS-TDS]: the header of every packet, the text of SQL batches, which procedures are called with
//! what, and the tokens of responses.

use crate::common::{YES, run};
use requin_wire::{Cursor, Cx, Field, Names, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    TDS "tds" "Tabular Data Stream" "TDS" App
    on [Tcp 1433, Tcp 2433]
    frames sized [frames]
    fields {
        DONE "tds.done" "Token - Done": None;
        DONE_DONEROWCOUNT64 "tds.done.donerowcount64" "Row count": U64 Dec;
        DONE_DONEROWCOUNT "tds.done.donerowcount" "Row count": U32 Dec;
        DONE_STATUS "tds.done.status" "Status flags": U16 Hex & 0x17f;
        DONE_STATUS_MORE "tds.done.status.more" "More": Bool(16) & 0x1 = Names::Bools("More tokens follow", "Final done token");
        DONE_STATUS_ERROR "tds.done.status.error" "Error": Bool(16) & 0x2 = YES;
        DONE_STATUS_INXACT "tds.done.status.inxact" "In Transaction": Bool(16) & 0x4 = YES;
        DONE_STATUS_PROC "tds.done.status.proc" "Procedure": Bool(16) & 0x8 = YES;
        DONE_STATUS_COUNT "tds.done.status.count" "Row count valid": Bool(16) & 0x10 = Names::Bools("Valid", "Invalid");
        DONE_STATUS_ATTN "tds.done.status.attn" "Acknowledge ATTN": Bool(16) & 0x20 = YES;
        DONE_STATUS_EVENT "tds.done.status.event" "Event": Bool(16) & 0x40 = YES;
        DONE_STATUS_RPCINBATCH "tds.done.status.rpcinbatch" "RPC in batch": Bool(16) & 0x80 = YES;
        DONE_STATUS_SRVERROR "tds.done.status.srverror" "Server Error": Bool(16) & 0x100 = YES;
        DONE_CURCMD "tds.done.curcmd" "Operation": U16 Hex;
        DONEPROC "tds.doneproc" "Token - DoneProc": None;
        DONEPROC_DONEROWCOUNT64 "tds.doneproc.donerowcount64" "Row count": U64 Dec;
        DONEPROC_DONEROWCOUNT "tds.doneproc.donerowcount" "Row count": U32 Dec;
        DONEPROC_STATUS "tds.doneproc.status" "Status flags": U16 Hex & 0x1ff;
        DONEPROC_CURCMD "tds.doneproc.curcmd" "Operation": U16 Hex;
        DONEINPROC "tds.doneinproc" "Token - DoneInProc": None;
        DONEINPROC_DONEROWCOUNT64 "tds.doneinproc.donerowcount64" "Row count": U64 Dec;
        DONEINPROC_DONEROWCOUNT "tds.doneinproc.donerowcount" "Row count": U32 Dec;
        DONEINPROC_STATUS "tds.doneinproc.status" "Status flags": U16 Hex & 0x177;
        DONEINPROC_CURCMD "tds.doneinproc.curcmd" "Operation": U16 Hex;
        ENVCHANGE "tds.envchange" "Token - EnvChange": None;
        ENVCHANGE_LENGTH "tds.envchange.length" "Token length": U16 Dec;
        ENVCHANGE_TYPE "tds.envchange.type" "Type": U8 Dec = ENVCHANGE_TYPE_NAMES;
        ERROR "tds.error" "Token - Error": None;
        ERROR_LENGTH "tds.error.length" "Token length": U16 Dec;
        ERROR_NUMBER "tds.error.number" "SQL Error Number": U32 Dec;
        ERROR_STATE "tds.error.state" "State": U8 Dec;
        ERROR_CLASS "tds.error.class" "Class (Severity)": U8 Dec;
        ERROR_MSGTEXT_LENGTH "tds.error.msgtext_length" "Error message length": U16 Dec;
        ERROR_MSGTEXT "tds.error.msgtext" "Error message": Str;
        ERROR_SERVERNAME_LENGTH "tds.error.servername_length" "Server name length": U8 Dec;
        ERROR_SERVERNAME "tds.error.servername" "Server name": Str;
        ERROR_PROCNAME_LENGTH "tds.error.procname_length" "Process name length": U8 Dec;
        ERROR_PROCNAME "tds.error.procname" "Process name": Str;
        ERROR_LINENUMBER "tds.error.linenumber" "Line number": U16 Dec;
        INFO "tds.info" "Token - Info": None;
        INFO_LENGTH "tds.info.length" "Token length": U16 Dec;
        INFO_NUMBER "tds.info.number" "SQL Error Number": U32 Dec;
        INFO_STATE "tds.info.state" "State": U8 Dec;
        INFO_CLASS "tds.info.class" "Class (Severity)": U8 Dec;
        INFO_MSGTEXT_LENGTH "tds.info.msgtext_length" "Error message length": U16 Dec;
        INFO_MSGTEXT "tds.info.msgtext" "Error message": Str;
        INFO_SERVERNAME_LENGTH "tds.info.servername_length" "Server name length": U8 Dec;
        INFO_SERVERNAME "tds.info.servername" "Server name": Str;
        INFO_PROCNAME_LENGTH "tds.info.procname_length" "Process name length": U8 Dec;
        INFO_PROCNAME "tds.info.procname" "Process name": Str;
        INFO_LINENUMBER "tds.info.linenumber" "Line number": U16 Dec;
        LOGINACK "tds.loginack" "Token - LoginAck": None;
        LOGINACK_LENGTH "tds.loginack.length" "Token length": U16 Dec;
        LOGINACK_INTERFACE "tds.loginack.interface" "Interface": U8 Dec;
        LOGINACK_TDSVERSION "tds.loginack.tdsversion" "TDS version": U32 Hex;
        LOGINACK_PROGNAME "tds.loginack.progname" "Server name": Str;
        RPC "tds.rpc" "Remote Procedure Call": None;
        RPC_NAME_LENGTH "tds.rpc.name_length" "Procedure name length": U8 Dec;
        RPC_NAME "tds.rpc.name" "Procedure name": Str;
        RPC_PROC_ID "tds.rpc.proc_id" "Stored procedure ID": U16 Dec = RPC_PROC_ID_NAMES;
        RPC_OPTIONS "tds.rpc.options" "Option flags": U16 Hex;
        RPC_OPTIONS_WITH_RECOMP "tds.rpc.options.with_recomp" "With recompile": Bool(16) & 0x1;
        RPC_OPTIONS_NO_METADATA "tds.rpc.options.no_metadata" "No metadata": Bool(16) & 0x2;
        RPC_OPTIONS_REUSE_METADATA "tds.rpc.options.reuse_metadata" "Reuse metadata": Bool(16) & 0x4;
        RPC_SEPARATOR "tds.rpc.separator" "RPC batch separator": U8 Dec;
        QUERY "tds.query" "Query": Str;
        TYPE "tds.type" "Type": U8 Dec = TYPE_NAMES;
        STATUS "tds.status" "Status": U8 Hex;
        STATUS_EOM "tds.status.eom" "End of message": Bool(8) & 0x1;
        STATUS_IGNORE "tds.status.ignore" "Ignore this event": Bool(8) & 0x2;
        STATUS_EVENT_NOTIF "tds.status.event_notif" "Event notification": Bool(8) & 0x4;
        STATUS_RESET_CONN "tds.status.reset_conn" "Reset connection": Bool(8) & 0x8;
        STATUS_RESET_CONN_SKIP_TRAN "tds.status.reset_conn_skip_tran" "Reset connection keeping transaction state": Bool(8) & 0x10;
        LENGTH "tds.length" "Length": U16 Dec;
        CHANNEL "tds.channel" "Channel": U16 Dec;
        PACKET_NUMBER "tds.packet_number" "Packet Number": U8 Dec;
        WINDOW "tds.window" "Window": U8 Dec;
        ALL_HEADERS "tds.all_headers" "Packet data stream headers": None;
        ALL_HEADERS_TOTAL_LENGTH "tds.all_headers.total_length" "Total length": U32 Dec;
        ALL_HEADERS_HEADER_LENGTH "tds.all_headers.header.length" "Length": U32 Dec;
        ALL_HEADERS_HEADER_TYPE "tds.all_headers.header.type" "Type": U16 Hex = ALL_HEADERS_HEADER_TYPE_NAMES;
        ALL_HEADERS_HEADER_TRANS_DESCR "tds.all_headers.header.trans_descr" "Transaction descriptor": U64 Dec;
        ALL_HEADERS_HEADER_REQUEST_CNT "tds.all_headers.header.request_cnt" "Outstanding request count": U32 Dec;
        RPC_PARAMETER "tds.rpc.parameter" "Parameter": None;
        RPC_PARAMETER_NAME_LENGTH "tds.rpc.parameter.name_length" "Name length": U8 Dec;
        RPC_PARAMETER_NAME "tds.rpc.parameter.name" "Name": Str;
        RPC_PARAMETER_STATUS "tds.rpc.parameter.status" "Status flags": U8 Hex;
        RPC_PARAMETER_STATUS_BY_REF "tds.rpc.parameter.status.by_ref" "By reference": Bool(16) & 0x1;
        RPC_PARAMETER_STATUS_DEFAULT "tds.rpc.parameter.status.default" "Default value": Bool(16) & 0x2;
        RPC_PARAMETER_VALUE "tds.rpc.parameter.value" "Value": None;
        TYPE_INFO "tds.type_info" "Type info": None;
        TYPE_INFO_TYPE "tds.type_info.type" "Type": U8 Hex;
        TYPE_INFO_VARLEN "tds.type_info.varlen" "Maximal length": U32 Dec;
        TYPE_INFO_PRECISION "tds.type_info.precision" "Precision": U8 Dec;
        TYPE_INFO_SCALE "tds.type_info.scale" "Scale": U8 Dec;
        TYPE_INFO_COLLATION "tds.type_info.collation" "Collation": None;
        TYPE_INFO_COLLATION_LCID "tds.type_info.collation.lcid" "LCID": U32 Hex & 0xfffff;
        TYPE_INFO_COLLATION_IGNORE_CASE "tds.type_info.collation.ignore_case" "Ignore case": Bool(32) & 0x100000;
        TYPE_INFO_COLLATION_IGNORE_ACCENT "tds.type_info.collation.ignore_accent" "Ignore accent": Bool(32) & 0x200000;
        TYPE_INFO_COLLATION_IGNORE_KANA "tds.type_info.collation.ignore_kana" "Ignore kana": Bool(32) & 0x400000;
        TYPE_INFO_COLLATION_IGNORE_WIDTH "tds.type_info.collation.ignore_width" "Ignore width": Bool(32) & 0x800000;
        TYPE_INFO_COLLATION_BINARY "tds.type_info.collation.binary" "Binary": Bool(32) & 0x1000000;
        TYPE_INFO_COLLATION_VERSION "tds.type_info.collation.version" "Version": U32 Dec & 0xf0000000;
        TYPE_INFO_COLLATION_SORTID "tds.type_info.collation.sortid" "SortId": U8 Dec;
        TYPE_VARBYTE_LENGTH "tds.type_varbyte.length" "Length": U32 Dec;
        TYPE_VARBYTE_DATA_NULL "tds.type_varbyte.data.null" "Data: NULL": None;
        TYPE_VARBYTE_DATA_BOOL "tds.type_varbyte.data.bool" "Data": Bool;
        TYPE_VARBYTE_DATA_INT "tds.type_varbyte.data.int" "Data": I8 Dec;
        TYPE_VARBYTE_DATA_INT64 "tds.type_varbyte.data.int64" "Data": I64 Dec;
        TYPE_VARBYTE_DATA_FLOAT "tds.type_varbyte.data.float" "Data": F32;
        TYPE_VARBYTE_DATA_BYTES "tds.type_varbyte.data.bytes" "Data": Bytes;
        TYPE_VARBYTE_DATA_GUID "tds.type_varbyte.data.guid" "Data": Guid;
        TYPE_VARBYTE_DATA_STRING "tds.type_varbyte.data.string" "Data": Str;
        COLMETADATA "tds.colmetadata" "Token - ColumnMetaData": None;
        COLMETADATA_COLUMNS "tds.colmetadata.columns" "Columns": U16 Dec;
        COLMETADATA_FIELD "tds.colmetadata.field" "Field": None;
        COLMETADATA_USERTYPE "tds.colmetadata.usertype" "Usertype": U32 Dec;
        COLMETADATA_RESULTS_TOKEN_FLAGS "tds.colmetadata.results_token_flags" "Flags": U16 Hex;
        COLMETADATA_RESULTS_TOKEN_TYPE "tds.colmetadata.results_token_type" "Type": U8 Dec;
        COLMETADATA_TYPE_SIZE "tds.colmetadata.type_size" "Type size": U8 Dec;
        COLMETADATA_LARGE_TYPE_SIZE "tds.colmetadata.large_type_size" "Large type size": U16 Hex;
        COLMETADATA_COLLATE_CODEPAGE "tds.colmetadata.collate_codepage" "Collate codepage": U16 Dec;
        COLMETADATA_COLLATE_FLAGS "tds.colmetadata.collate_flags" "Collate flags": U16 Hex;
        COLMETADATA_COLLATE_CHARSET_ID "tds.colmetadata.collate_charset_id" "Collate charset ID": U8 Dec;
        COLMETADATA_PRECISION "tds.colmetadata.precision" "Precision": U8 Dec;
        COLMETADATA_SCALE "tds.colmetadata.scale" "Scale": U8 Dec;
        COLMETADATA_COLNAME_LENGTH "tds.colmetadata.colname_length" "Column name length": U8 Dec;
        COLMETADATA_COLNAME "tds.colmetadata.colname" "Column Name": Str;
        COLMETADATA_FLAGS_NULLABLE "tds.colmetadata.flags.nullable" "Nullable": Bool(16) & 0x8000;
        COLMETADATA_FLAGS_CASESEN "tds.colmetadata.flags.casesen" "Case sensitive": Bool(16) & 0x4000;
        COLMETADATA_FLAGS_UPDATEABLE "tds.colmetadata.flags.updateable" "Updateable": Bool(16) & 0x3000;
        COLMETADATA_FLAGS_IDENTITY "tds.colmetadata.flags.identity" "Identity": Bool(16) & 0x800;
        COLMETADATA_FLAGS_COMPUTED "tds.colmetadata.flags.computed" "Computed": Bool(16) & 0x400;
        COLMETADATA_FLAGS_FIXEDLENCLRTYPE "tds.colmetadata.flags.fixedlenclrtype" "Fixed length CLR type": Bool(16) & 0x80;
        COLMETADATA_FLAGS_SPARSECOLUMNSET "tds.colmetadata.flags.sparsecolumnset" "Sparse column set": Bool(16) & 0x20;
        COLMETADATA_FLAGS_ENCRYPTED "tds.colmetadata.flags.encrypted" "Encrypted": Bool(16) & 0x10;
        COLMETADATA_FLAGS_HIDDEN "tds.colmetadata.flags.hidden" "Hidden": Bool(16) & 0x4;
        COLMETADATA_FLAGS_KEY "tds.colmetadata.flags.key" "Flags": Bool(16) & 0x2;
        COLMETADATA_FLAGS_NULLABLEUNKNOWN "tds.colmetadata.flags.nullableunknown" "Nullable unknown": Bool(16) & 0x1;
        RETURNSTATUS "tds.returnstatus" "Token - ReturnStatus": None;
        RETURNSTATUS_VALUE "tds.returnstatus.value" "Value": U32 Dec;
        ROW "tds.row" "Token - Row": None;
        ROW_FIELD "tds.row.field" "Field": None;
        UNKNOWN_TDS_TOKEN "tds.unknown_tds_token" "Token - Unknown": None;
    }
}

names! {
    ENVCHANGE_TYPE_NAMES {
        1 => "Database", 2 => "Language", 3 => "Character set", 4 => "Packet size", 5 => "Unicode data sorting local id", 6 => "Unicode data sorting comparison flags", 7 => "SQL Collation", 8 => "Begin Transaction", 9 => "Commit Transaction", 10 => "Rollback Transaction", 11 => "Enlist DTC Transaction", 12 => "Defect Transaction", 13 => "Real Time Log Shipping", 15 => "Promote Transaction", 16 => "Transaction Manager Address", 17 => "Transaction ended", 18 => "RESETCONNECTION/RESETCONNECTIONSKIPTRAN Completion Acknowledgement", 19 => "Sends back name of user instance started per login request", 20 => "Sends routing information to client",
    }
    RPC_PROC_ID_NAMES {
        1 => "sp_cursor", 2 => "sp_cursoropen", 3 => "sp_cursorprepare", 4 => "sp_cursorexecute", 5 => "sp_cursorprepexec", 6 => "sp_cursorunprepare", 7 => "sp_cursorfetch", 8 => "sp_cursoroption", 9 => "sp_cursorclose", 10 => "sp_executesql", 11 => "sp_prepare", 12 => "sp_execute", 13 => "sp_prepexec", 14 => "sp_prepexecrpc", 15 => "sp_unprepare",
    }
    TYPE_NAMES {
        1 => "SQL batch", 2 => "TDS4/5 login", 3 => "Remote Procedure Call", 4 => "Response", 5 => "Unused", 6 => "Attention", 7 => "Bulk load data", 8 => "Unused", 9 => "Unused", 10 => "Unused", 11 => "Unused", 12 => "Unused", 13 => "Unused", 14 => "Transaction Manager Request", 15 => "TDS5 query", 16 => "TDS7 login", 17 => "SSPI message", 18 => "TDS7 pre-login message", 23 => "TLS exchange",
    }
    ALL_HEADERS_HEADER_TYPE_NAMES {
        1 => "Query notifications", 2 => "Transaction descriptor",
    }
}

const SQL_BATCH: u8 = 1;
const CALL: u8 = 3;
const RESPONSE: u8 = 4;
const STATUS_BITS: &[Field] =
    &[STATUS_EOM, STATUS_IGNORE, STATUS_EVENT_NOTIF, STATUS_RESET_CONN, STATUS_RESET_CONN_SKIP_TRAN];

fn known(kind: u8) -> bool {
    TYPE_NAMES.find(u64::from(kind)).is_some()
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [kind, _, a, b, ..] if known(*kind) => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(8)),
        [kind, ..] if !known(*kind) => Pdu::AsItComes,
        _ => Pdu::More(8),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    if !known(kind) {
        return Err(Stop::NotMine);
    }
    cx.protocol("TDS");
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")));
    let len = usize::from(c.peek_u16(2)?).max(8);
    let mut one = c.take(len);
    cx.proto_len(len);
    cx.u8(TYPE, &mut one)?;
    let number = one.peek_u8(5)?;
    let (flags, item) = cx.flags(STATUS, &mut one, 1, STATUS_BITS)?;
    let names = ["End of message", "Ignore this event", "Event notification", "Reset connection"];
    for (bit, name) in [1, 2, 4, 8].into_iter().zip(names) {
        if flags & bit != 0 {
            cx.append(item, |o| _ = o.s(", ").s(name));
        }
    }
    run(cx, &mut one, &[(LENGTH, 2), (CHANNEL, 2), (PACKET_NUMBER, 1), (WINDOW, 1)])?;
    // Messages of several packets would have to be put together first.
    let whole = flags & 1 != 0 && number <= 1;
    match kind {
        SQL_BATCH if one.left() > 4 => {
            let line = cx.line(one.span(usize::MAX), |o| _ = o.s("TDS Query Packet"));
            cx.under(line, |cx| -> Step {
                headers(cx, &mut one)?;
                let span = one.span(usize::MAX);
                let text = crate::application::smb::text16(one.rest());
                cx.add_bytes(QUERY, span, text.as_bytes());
                Ok(())
            })?;
        }
        CALL if whole && one.left() > 4 => call(cx, &mut one)?,
        RESPONSE if whole => super::tds_tokens::tokens(cx, &mut one)?,
        _ => {}
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// Headers of what a client asks, with the length of all before them; they came with version 7.2.
fn headers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let total = requin_wire::le(c.peek_bytes(0, 4)?) as usize;
    let first = c.peek_bytes(4, 4).map_or(0, requin_wire::le) as usize;
    let kind = c.peek_bytes(8, 2).map_or(0, requin_wire::le);
    if !(4..=c.left()).contains(&total) || first + 4 > total || !matches!(kind, 1..=3) {
        return Ok(());
    }
    let mut all = c.take(total);
    let item = cx.add(ALL_HEADERS, all.span(total), Value::None);
    cx.under(item, |cx| -> Step {
        cx.u32_le(ALL_HEADERS_TOTAL_LENGTH, &mut all)?;
        while all.left() >= 6 {
            let len = requin_wire::le(all.peek_bytes(0, 4)?) as usize;
            let kind = requin_wire::le(all.peek_bytes(4, 2)?);
            let mut one = all.take(len.max(6));
            let line = cx.line(one.span(len), |o| _ = o.s("Header"));
            cx.under(line, |cx| -> Step {
                cx.u32_le(ALL_HEADERS_HEADER_LENGTH, &mut one)?;
                cx.u16_le(ALL_HEADERS_HEADER_TYPE, &mut one)?;
                if kind == 2 {
                    cx.u64_le(ALL_HEADERS_HEADER_TRANS_DESCR, &mut one)?;
                    cx.u32_le(ALL_HEADERS_HEADER_REQUEST_CNT, &mut one)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// Calls of procedures.
fn call<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(RPC, c.span(usize::MAX), Value::None);
    cx.under(item, |cx| {
        headers(cx, c)?;
        one_call(cx, c)?;
        while matches!(c.rest(), [0x80 | 0xff, _, _, ..]) {
            cx.u8(RPC_SEPARATOR, c)?;
            one_call(cx, c)?;
        }
        Ok(())
    })
}

/// Which procedure is called: by its name, or by the number of one that all servers have.
fn one_call<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = requin_wire::le(c.peek_bytes(0, 2)?) as usize;
    cx.add(RPC_NAME_LENGTH, c.span(2), Value::U(n as u64));
    c.skip(2)?;
    if n == 0xffff {
        cx.u16_le(RPC_PROC_ID, c)?;
    } else {
        super::tds_tokens::text(cx, RPC_NAME, c, n)?;
    }
    let bits = [RPC_OPTIONS_WITH_RECOMP, RPC_OPTIONS_NO_METADATA, RPC_OPTIONS_REUSE_METADATA];
    cx.flags_le(RPC_OPTIONS, c, 2, &bits)?;
    super::tds_types::parameters(cx, c)
}
