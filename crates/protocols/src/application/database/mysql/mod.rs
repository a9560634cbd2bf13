//! MySQL's client/server protocol, MariaDB's too: packets of a login, commands, and what answers them.
//!
//! What a packet is depends on those before it: [`state`] tells, for the ordered pass and for a frame alike.

mod binlog;
mod hello;
mod names;
mod request;
mod response;
mod rows;
mod state;

use crate::common::SET;
use names::*;
use requin_wire::{Cursor, Cx, Field, Item, Past, Pdu, Sink, Span, Step, Stop, Value, proto};
use state::State;
use std::borrow::Cow;
use std::io::Read;

proto! {
    MYSQL "mysql" "MySQL Protocol" "MySQL" App
    on [Tcp 3306]
    frames sized [frames]
    remember [remember]
    fields {
        PACKET_LENGTH "mysql.packet_length" "Packet Length": U24 Dec;
        PACKET_NUMBER "mysql.packet_number" "Packet Number": U8 Dec;
        REQUEST "mysql.request" "Request Command": None;
        COMMAND "mysql.command" "Command": U8 Dec = COMMAND_NAMES;
        RESPONSE_CODE "mysql.response_code" "Response Code": U8 Hex = RESPONSE_CODE_NAMES;
        ERROR_CODE "mysql.error_code" "Error Code": U16 Dec;
        ERROR_MESSAGE "mysql.error.message" "Error message": Str;
        SQLSTATE "mysql.sqlstate" "SQL state": Str;
        MESSAGE "mysql.message" "Message": StrZ;
        SERVER_GREETING "mysql.server_greeting" "Server Greeting": None;
        PROTOCOL "mysql.protocol" "Protocol": U8 Dec;
        VERSION "mysql.version" "Version": StrZ;
        SESSION_TRACK "mysql.session_track" "Session Track": None;
        SESSION_TRACK_TYPE "mysql.session_track.type" "Session tracking type": U8 Dec = SESSION_TRACK_TYPE_NAMES;
        SESSION_TRACK_LENGTH "mysql.session_track.length" "Session tracking length": U64 Dec;
        SESSION_TRACK_DATA "mysql.session_track.data" "Session tracking data": None;
        SESSION_TRACK_DATA_LENGTH "mysql.session_track.data.length" "Session tracking data length": U64 Dec;
        SESSION_TRACK_SYSVAR_LENGTH "mysql.session_track.sysvar.length" "System variable change Length": U64 Dec;
        SESSION_TRACK_SYSVAR_NAME "mysql.session_track.sysvar.name" "System variable change Name": StrZ;
        SESSION_TRACK_SYSVAR_VALUE "mysql.session_track.sysvar.value" "System variable change Value": StrZ;
        SESSION_TRACK_SCHEMA_LENGTH "mysql.session_track.schema.length" "Schema change length": U64 Dec;
        SESSION_TRACK_SCHEMA "mysql.session_track.schema" "Schema change": StrZ;
        SESSION_TRACK_STATE_CHANGE "mysql.session_track.state_change" "State change": StrZ;
        SESSION_TRACK_GTIDS_ENCODING "mysql.session_track.gtids.encoding" "GTIDs encoding": U8 Dec;
        SESSION_TRACK_GTIDS_LENGTH "mysql.session_track.gtids.length" "GTIDs length": U64 Dec;
        SESSION_TRACK_GTIDS "mysql.session_track.gtids" "GTIDs": StrZ;
        SESSION_TRACK_TRANSACTION_CHARACTERISTICS_LENGTH "mysql.session_track.transaction_characteristics.length" "Transaction characteristics length": U64 Dec;
        SESSION_TRACK_TRANSACTION_CHARACTERISTICS "mysql.session_track.transaction_characteristics" "Transaction characteristics": StrZ;
        SESSION_TRACK_TRANSACTION_STATE_LENGTH "mysql.session_track.transaction_state.length" "Transaction state length": U64 Dec;
        SESSION_TRACK_TRANSACTION_STATE "mysql.session_track.transaction_state" "Transaction state": StrZ;
        CAPS_SERVER "mysql.caps.server" "Server Capabilities": U16 Hex;
        CAPS_CLIENT "mysql.caps.client" "Client Capabilities": U16 Hex;
        CAPS_LP "mysql.caps.lp" "Long Password": Bool(16) & 0x1 = SET;
        CAPS_FR "mysql.caps.fr" "Found Rows": Bool(16) & 0x2 = SET;
        CAPS_LF "mysql.caps.lf" "Long Column Flags": Bool(16) & 0x4 = SET;
        CAPS_CD "mysql.caps.cd" "Connect With Database": Bool(16) & 0x8 = SET;
        CAPS_NS "mysql.caps.ns" "Don't Allow database.table.column": Bool(16) & 0x10 = SET;
        CAPS_CP "mysql.caps.cp" "Can use compression protocol": Bool(16) & 0x20 = SET;
        CAPS_OB "mysql.caps.ob" "ODBC Client": Bool(16) & 0x40 = SET;
        CAPS_LI "mysql.caps.li" "Can Use LOAD DATA LOCAL": Bool(16) & 0x80 = SET;
        CAPS_IS "mysql.caps.is" "Ignore Spaces before '('": Bool(16) & 0x100 = SET;
        CAPS_CU "mysql.caps.cu" "Speaks 4.1 protocol (new flag)": Bool(16) & 0x200 = SET;
        CAPS_IA "mysql.caps.ia" "Interactive Client": Bool(16) & 0x400 = SET;
        CAPS_SL "mysql.caps.sl" "Switch to SSL after handshake": Bool(16) & 0x800 = SET;
        CAPS_II "mysql.caps.ii" "Ignore sigpipes": Bool(16) & 0x1000 = SET;
        CAPS_TA "mysql.caps.ta" "Knows about transactions": Bool(16) & 0x2000 = SET;
        CAPS_RS "mysql.caps.rs" "Speaks 4.1 protocol (old flag)": Bool(16) & 0x4000 = SET;
        CAPS_SC "mysql.caps.sc" "Can do 4.1 authentication": Bool(16) & 0x8000 = SET;
        EXTCAPS_SERVER "mysql.extcaps.server" "Extended Server Capabilities": U16 Hex;
        EXTCAPS_CLIENT "mysql.extcaps.client" "Extended Client Capabilities": U16 Hex;
        CAPS_MS "mysql.caps.ms" "Multiple statements": Bool(16) & 0x1 = SET;
        CAPS_MR "mysql.caps.mr" "Multiple results": Bool(16) & 0x2 = SET;
        CAPS_PM "mysql.caps.pm" "PS Multiple results": Bool(16) & 0x4 = SET;
        CAPS_PA "mysql.caps.pa" "Plugin Auth": Bool(16) & 0x8 = SET;
        CAPS_CA "mysql.caps.ca" "Connect attrs": Bool(16) & 0x10 = SET;
        CAPS_PL "mysql.caps.pm" "Plugin Auth LENENC Client Data": Bool(16) & 0x20 = SET;
        CAPS_EP "mysql.caps.ep" "Client can handle expired passwords": Bool(16) & 0x40 = SET;
        CAPS_SESSION_TRACK "mysql.caps.session_track" "Session variable tracking": Bool(16) & 0x80 = SET;
        CAPS_DEPRECATE_EOF "mysql.caps.deprecate_eof" "Deprecate EOF": Bool(16) & 0x100 = SET;
        CAPS_OPTIONAL_METADATA "mysql.caps.optional_metadata" "Client can hanle optional resultset metadata": Bool(16) & 0x200 = SET;
        CAPS_COMPRESS_ZSD "mysql.caps.compress_zsd" "ZSTD Compression Algorithm": Bool(16) & 0x400 = SET;
        CAPS_QUERY_ATTRS "mysql.caps.query_attrs" "Query Attributes": Bool(16) & 0x800 = SET;
        CAPS_MF_AUTH "mysql.caps.mf_auth" "Multifactor Authentication": Bool(16) & 0x1000 = SET;
        CAPS_CAP_EXT "mysql.caps.cap_ext" "Capability Extension": Bool(16) & 0x2000 = SET;
        CAPS_UNUSED "mysql.caps.unused" "Unused": U16 Hex & 0xc000;
        LOGIN_REQUEST "mysql.login_request" "Login Request": None;
        MAX_PACKET "mysql.max_packet" "MAX Packet": U32 Dec;
        CHARSET "mysql.charset" "Charset": U8 Dec = CHARSET_NAMES;
        MARIADB_CHARSET "mariadb.charset" "Charset": U8 Dec = MARIADB_CHARSET_NAMES;
        TABLE_NAME "mysql.table_name" "Table Name": StrZ;
        USER "mysql.user" "Username": StrZ;
        SCHEMA "mysql.schema" "Schema": Str;
        CLIENT_AUTH_PLUGIN "mysql.client_auth_plugin" "Client Auth Plugin": Str;
        CONNATTRS "mysql.connattrs" "Connection Attributes": None;
        CONNATTRS_LENGTH "mysql.connattrs.length" "Connection Attributes length": U64 Dec;
        CONNATTRS_ATTR "mysql.connattrs.attr" "Connection Attribute": None;
        CONNATTRS_NAME_LENGTH "mysql.connattrs.name.length" "Connection Attribute Name Length": U64 Dec;
        CONNATTRS_NAME "mysql.connattrs.name" "Connection Attribute Name": StrZ;
        CONNATTRS_VALUE_LENGTH "mysql.connattrs.value.length" "Connection Attribute Value Length": U64 Dec;
        CONNATTRS_VALUE "mysql.connattrs.value" "Connection Attribute Value": StrZ;
        COMPRESSION_ZSTD_LEVEL "mysql.compression.zstd_level" "ZSTD Compression Level": U8 Dec;
        EXTMETA_DATA "mysql.extmeta_data" "Extended metadata data": None;
        EXTMETA "mysql.extmeta" "Extended metadata": None;
        EXTMETA_LENGTH "mysql.extmeta.length" "Extended metadata length": U64 Dec;
        EXTMETA_KEY "mysql.extmeta.key" "Extended metadata key": U64 Dec;
        EXTMETA_TYPE "mysql.extmeta.type" "Extended metadata type": StrZ;
        EXTMETA_FORMAT "mysql.extmeta.format" "Extended metadata format": StrZ;
        SALT "mysql.salt" "Salt": StrZ;
        SALT2 "mysql.salt2" "Salt": StrZ;
        AUTH_PLUGIN_LENGTH "mysql.auth_plugin.length" "Authentication Plugin Length": U8 Dec;
        AUTH_PLUGIN "mysql.auth_plugin" "Authentication Plugin": StrZ;
        THREAD_ID "mysql.thread_id" "Thread ID": U32 Dec;
        SERVER_LANGUAGE "mysql.server_language" "Server Language": U8 Dec = CHARSET_NAMES;
        MARIADB_SERVER_LANGUAGE "mariadb.server_language" "Server Language": U8 Dec = MARIADB_CHARSET_NAMES;
        SERVER_STATUS "mysql.server_status" "Server Status": U16 Hex;
        STAT_IT "mysql.stat.it" "In transaction": Bool(16) & 0x1 = SET;
        STAT_AC "mysql.stat.ac" "AUTO_COMMIT": Bool(16) & 0x2 = SET;
        STAT_MR "mysql.stat.mr" "More results": Bool(16) & 0x8 = SET;
        STAT_MU "mysql.stat.mu" "Multi query / Unused": Bool(16) & 0x4 = SET;
        STAT_BI "mysql.stat.bi" "Bad index used": Bool(16) & 0x10 = SET;
        STAT_NI "mysql.stat.ni" "No index used": Bool(16) & 0x20 = SET;
        STAT_CR "mysql.stat.cr" "Cursor exists": Bool(16) & 0x40 = SET;
        STAT_LR "mysql.stat.lr" "Last row sent": Bool(16) & 0x80 = SET;
        STAT_DR "mysql.stat.dr" "Database dropped": Bool(16) & 0x100 = SET;
        STAT_BS "mysql.stat.bs" "No backslash escapes": Bool(16) & 0x200 = SET;
        STAT_MC "mysql.stat.mc" "Metadata changed": Bool(16) & 0x400 = SET;
        STAT_SESSION_STATE_CHANGED "mysql.stat.session_state_changed" "Session state changed": Bool(16) & 0x4000 = SET;
        STAT_QUERY_WAS_SLOW "mysql.stat.query_was_slow" "Query was slow": Bool(16) & 0x800 = SET;
        STAT_PS_OUT_PARAMS "mysql.stat.ps_out_params" "PS Out Params": Bool(16) & 0x1000 = SET;
        STAT_TRANS_READONLY "mysql.stat.trans_readonly" "In Trans Readonly": Bool(16) & 0x2000 = SET;
        REFRESH "mysql.refresh" "Refresh Option": U8 Hex;
        RFSH_GRANTS "mysql.rfsh.grants" "reload permissions": Bool(8) & 0x1 = SET;
        RFSH_LOG "mysql.rfsh.log" "flush logfiles": Bool(8) & 0x2 = SET;
        RFSH_TABLES "mysql.rfsh.tables" "flush tables": Bool(8) & 0x4 = SET;
        RFSH_HOSTS "mysql.rfsh.hosts" "flush hosts": Bool(8) & 0x8 = SET;
        RFSH_STATUS "mysql.rfsh.status" "reset statistics": Bool(8) & 0x10 = SET;
        RFSH_THREADS "mysql.rfsh.threads" "empty thread cache": Bool(8) & 0x20 = SET;
        RFSH_SLAVE "mysql.rfsh.slave" "flush slave status": Bool(8) & 0x40 = SET;
        RFSH_MASTER "mysql.rfsh.master" "flush master status": Bool(8) & 0x80 = SET;
        UNUSED "mysql.unused" "Unused": Bytes;
        PASSWD "mysql.passwd" "Password": Bytes;
        PAYLOAD "mysql.payload" "Payload": Bytes;
        AFFECTED_ROWS "mysql.affected_rows" "Affected Rows": U64 Dec;
        INSERT_ID "mysql.insert_id" "Last INSERT ID": U64 Dec;
        WARNINGS "mysql.warnings" "Warnings": U16 Dec;
        STMT_ID "mysql.stmt_id" "Statement ID": U32 Dec;
        QUERY_ATTRS "mysql.query_attrs" "Query Attributes": None;
        QUERY_ATTRS_COUNT "mysql.query_attrs_count" "Count": U8 Dec;
        QUERY_ATTRS_SEND_TYPES_TO_SERVER "mysql.query_attrs_send_types_to_server" "Send types to server": Bool;
        QUERY_ATTR_NAME_TYPE "mysql.query_attr_name_type" "Attribute Name Type": U16 Hex;
        QUERY_ATTR_NAME "mysql.query_attr_name" "Attribute Name": Str;
        QUERY_ATTR_VALUE "mysql.query_attr_value" "Attribute Value": Str;
        QUERY "mysql.query" "Statement": Str;
        SHUTDOWN "mysql.shutdown" "Shutdown Level": U8 Dec = SHUTDOWN_NAMES;
        OPTION "mysql.option" "Option": U16 Dec = OPTION_NAMES;
        PARAM "mysql.param" "Parameter": U16 Dec;
        NUM_PARAMS "mysql.num_params" "Number of parameter": U16 Dec;
        NUM_ROWS "mysql.num_rows" "Rows to fetch": U32 Dec;
        EXEC_FLAGS "mysql.exec_flags" "Flags (unused)": U8 Dec = EXEC_FLAGS_NAMES;
        NEW_PARAMETER_BOUND_FLAG "mysql.new_parameter_bound_flag" "New parameter bound flag": U8 Dec = NEW_PARAMETER_BOUND_FLAG_NAMES;
        EXEC_ITER "mysql.exec_iter" "Iterations (unused)": U32 Dec;
        BINLOG_POSITION "mysql.binlog.position" "Binlog Position": U32 Dec;
        BINLOG_FLAGS "mysql.binlog.flags" "Binlog Flags": U16 Hex;
        BINLOG_SERVER_ID "mysql.binlog.server_id" "Binlog server id": U32 Hex;
        BINLOG_SLAVE_HOSTNAME_LENGTH "mysql.binlog.slave_hostname_length" "Slave hostname length": U8 Dec;
        BINLOG_SLAVE_HOSTNAME "mysql.binlog.slave_hostname" "Slave hostname": Str;
        BINLOG_SLAVE_USER_LENGTH "mysql.binlog.slave_user_length" "Slave user length": U8 Dec;
        BINLOG_SLAVE_USER "mysql.binlog.slave_user" "Slave user": Str;
        BINLOG_SLAVE_PASSWORD_LENGTH "mysql.binlog.slave_password_length" "Slave password length": U8 Dec;
        BINLOG_SLAVE_PASSWORD "mysql.binlog.slave_password" "Slave password": Str;
        BINLOG_SLAVE_MYSQL_PORT "mysql.binlog.slave_mysql_port" "Slave MySQL port": U16 Dec;
        BINLOG_REPLICATION_RANK "mysql.binlog.replication_rank" "Replication rank": U32 Dec;
        BINLOG_MASTER_ID "mysql.binlog.master_id" "Master id": U32 Hex;
        BINLOG_FILE_NAME "mysql.binlog.file_name" "Binlog file name": StrZ;
        BINLOG_EVENT_HEADER_TIMESTAMP "mysql.binlog.event_header.timestamp" "Timestamp": AbsTime;
        BINLOG_EVENT_HEADER_EVENT_TYPE "mysql.binlog.event_header.event_type" "Binlog Event Type": U8 Dec = BINLOG_EVENT_HEADER_EVENT_TYPE_NAMES;
        BINLOG_EVENT_HEADER_SERVER_ID "mysql.binlog.event_header.server_id" "Server ID": U32 Dec;
        BINLOG_EVENT_HEADER_EVENT_SIZE "mysql.binlog.event_header.event_size" "Event Size": U32 Dec;
        BINLOG_EVENT_HEADER_LOG_POSITION "mysql.binlog.event_header.log_position" "Binlog Position": U32 Dec;
        BINLOG_EVENT_HEADER_FLAGS "mysql.binlog.event_header.flags" "Binlog Event Flags": U16 Hex;
        BINLOG_EVENT_CHECKSUM "mysql.binlog.event_checksum" "Checksum": U32 Hex;
        BINLOG_EVENT_HEARTBEAT_V2 "mysql.binlog.event_heartbeat_v2" "Binlog Event: HEARTBEAT_LOG_EVENT_V2": None;
        BINLOG_EVENT_HEARTBEAT_V2_OTW "mysql.binlog.event_heartbeat_v2_otw" "Entry": None;
        BINLOG_EVENT_HEARTBEAT_V2_OTW_TYPE "mysql.binlog.event_heartbeat_v2_otw_type" "Type": U8 Dec;
        BINLOG_HB_EVENT_FILENAME "mysql.binlog.hb_event.filename" "Binlog Filename": Str;
        BINLOG_HB_EVENT_LOG_POSITION "mysql.binlog.hb_event.log_position" "Binlog Position": U64 Dec;
        EOF "mysql.eof" "EOF marker": U8 Dec;
        NUM_FIELDS "mysql.num_fields" "Number of fields": U64 Dec;
        METADATA_FOLLOWS "mysql.metadata_follows" "send metadata": U8 Dec;
        EXTRA "mysql.extra" "Extra data": U64 Dec;
        FIELD_CATALOG "mysql.field.catalog" "Catalog": Str;
        FIELD_DB "mysql.field.db" "Database": Str;
        FIELD_TABLE "mysql.field.table" "Table": Str;
        FIELD_ORG_TABLE "mysql.field.org_table" "Original table": Str;
        FIELD_NAME "mysql.field.name" "Name": Str;
        FIELD_ORG_NAME "mysql.field.org_name" "Original name": Str;
        FIELD_CHARSETNR "mysql.field.charsetnr" "Charset number": U16 Dec = CHARSET_NAMES;
        FIELD_LENGTH "mysql.field.length" "Length": U32 Dec;
        FIELD_TYPE "mysql.field.type" "Type": U8 Dec = FIELD_TYPE_NAMES;
        FIELD_FLAGS "mysql.field.flags" "Flags": U16 Hex;
        FIELD_FLAGS_NOT_NULL "mysql.field.flags.not_null" "Not null": Bool(16) & 0x1 = SET;
        FIELD_FLAGS_PRIMARY_KEY "mysql.field.flags.primary_key" "Primary key": Bool(16) & 0x2 = SET;
        FIELD_FLAGS_UNIQUE_KEY "mysql.field.flags.unique_key" "Unique key": Bool(16) & 0x4 = SET;
        FIELD_FLAGS_MULTIPLE_KEY "mysql.field.flags.multiple_key" "Multiple key": Bool(16) & 0x8 = SET;
        FIELD_FLAGS_BLOB "mysql.field.flags.blob" "Blob": Bool(16) & 0x10 = SET;
        FIELD_FLAGS_UNSIGNED "mysql.field.flags.unsigned" "Unsigned": Bool(16) & 0x20 = SET;
        FIELD_FLAGS_ZERO_FILL "mysql.field.flags.zero_fill" "Zero fill": Bool(16) & 0x40 = SET;
        ROW_NULLBUFFER "mysql.row.nullbuffer" "Row null buffer": Bytes;
        FIELD_FLAGS_ENUM "mysql.field.flags.enum" "Enum": Bool(16) & 0x100 = SET;
        FIELD_FLAGS_AUTO_INCREMENT "mysql.field.flags.auto_increment" "Auto increment": Bool(16) & 0x200 = SET;
        FIELD_FLAGS_TIMESTAMP "mysql.field.flags.timestamp" "Timestamp": Bool(16) & 0x400 = SET;
        FIELD_FLAGS_SET "mysql.field.flags.set" "Set": Bool(16) & 0x800 = SET;
        FIELD_DECIMALS "mysql.field.decimals" "Decimals": U8 Dec;
        FIELD_DEFAULT "mysql.field.default" "Default": Str;
        ROW_TEXT "mysql.row.text" "text": Str;
        EXEC_PARAM "mysql.exec_param" "Parameter": None;
        EXEC_UNSIGNED "mysql.exec.unsigned" "Unsigned": U8 Dec;
        EXEC_FIELD_LONGLONG "mysql.exec.field.longlong" "Value (INT64)": I64 Dec;
        EXEC_FIELD_UNSIGNED_LONGLONG "mysql.exec.field.unsigned_longlong" "Value (UINT64)": U64 Dec;
        EXEC_FIELD_STRING "mysql.exec.field.string" "Value (String)": UintStr;
        EXEC_FIELD_DOUBLE "mysql.exec.field.double" "Value (Double)": F64;
        EXEC_FIELD_DATETIME_LENGTH "mysql.exec.field.datetime.length" "Length": I8 Dec;
        EXEC_FIELD_YEAR "mysql.exec.field.year" "Year": I16 Dec;
        EXEC_FIELD_MONTH "mysql.exec.field.month" "Month": I8 Dec;
        EXEC_FIELD_DAY "mysql.exec.field.day" "Day": I8 Dec;
        EXEC_FIELD_HOUR "mysql.exec.field.hour" "Hour": I8 Dec;
        EXEC_FIELD_MINUTE "mysql.exec.field.minute" "Minute": I8 Dec;
        EXEC_FIELD_SECOND "mysql.exec.field.second" "Second": I8 Dec;
        EXEC_FIELD_SECONDB "mysql.exec.field.secondb" "Billionth of a second": I32 Dec;
        EXEC_FIELD_LONG "mysql.exec.field.long" "Value (INT32)": I32 Dec;
        EXEC_FIELD_UNSIGNED_LONG "mysql.exec.field.unsigned_long" "Value (UINT32)": U32 Dec;
        EXEC_FIELD_TINY "mysql.exec.field.tiny" "Value (INT8)": I8 Dec;
        EXEC_FIELD_UNSIGNED_TINY "mysql.exec.field.unsigned_tiny" "Value (UINT8)": U8 Dec;
        EXEC_FIELD_SHORT "mysql.exec.field.short" "Value (INT16)": I16 Dec;
        EXEC_FIELD_UNSIGNED_SHORT "mysql.exec.field.unsigned_short" "Value (UINT16)": U16 Dec;
        EXEC_FIELD_FLOAT "mysql.exec.field.float" "Value (Float)": F32;
        EXEC_FIELD_NULL "mysql.exec.field.null" "Value: -NULL-": None;
        EXEC_FIELD_TIME_LENGTH "mysql.exec.field.time.length" "Length": I8 Dec;
        EXEC_FIELD_TIME_SIGN "mysql.exec.field.time.sign" "Flags": U8 Dec = EXEC_FIELD_TIME_SIGN_NAMES;
        EXEC_FIELD_TIME_DAYS "mysql.exec.field.time.days" "Days": I32 Dec;
        AUTH_SWITCH_REQUEST_STATUS "mysql.auth_switch_request.status" "Status": U8 Hex;
        AUTH_SWITCH_REQUEST_NAME "mysql.auth_switch_request.name" "Auth Method Name": Str;
        AUTH_SWITCH_REQUEST_DATA "mysql.auth_switch_request.data" "Auth Method Data": Bytes;
        AUTH_SWITCH_RESPONSE_DATA "mysql.auth_switch_response.data" "Auth Method Data": Bytes;
        COMPRESSED_PACKET_LENGTH "mysql.compressed_packet_length" "Compressed Packet Length": U24 Dec;
        COMPRESSED_PACKET_NUMBER "mysql.compressed_packet_number" "Compressed Packet Number": U24 Dec;
        COMPRESSED_PACKET_LENGTH_UNCOMPRESSED "mysql.compressed_packet_length_uncompressed" "Uncompressed Packet Length": U24 Dec;
        MARIADB_CAPS_PR "mariadb.caps.pr" "Progress indication": Bool(32) & 0x1 = SET;
        MARIADB_CAPS_CM "mariadb.caps.cm" "Multi commands": Bool(32) & 0x2 = SET;
        MARIADB_CAPS_BO "mariadb.caps.bo" "Bulk Operations": Bool(32) & 0x4 = SET;
        MARIADB_CAPS_EM "mariadb.caps.em" "Extended metadata": Bool(32) & 0x8 = SET;
        MARIADB_CAPS_ME "mariadb.caps.me" "Cache metadata": Bool(32) & 0x10 = SET;
        MARIADB_EXTCAPS_SERVER "mariadb.extcaps.server" "MariaDB Extended Server Capabilities": U32 Hex;
        MARIADB_EXTCAPS_CLIENT "mariadb.extcaps.client" "MariaDB Extended Client Capabilities": U32 Hex;
        MARIADB_BULK_FLAG_AUTOID "mariadb.bulk.flag.autoid" "Return Generated Autoincrement IDs": Bool(16) & 0x40 = SET;
        MARIADB_BULK_FLAG_SENDTYPES "mariadb.bulk.flag.sendtypes" "Send Parameter Types": Bool(16) & 0x80 = SET;
        MARIADB_BULK_FLAGS "mariadb.bulk.flags" "MariaDB Bulk Capabilities": U16 Hex;
        MARIADB_BULK_PARAMTYPESG "mariadb.bulk.paramtypesg" "Bulk Parameter Types": None;
        MARIADB_BULK_INDICATORS "mariadb.bulk.indicators" "Indicator": U8 Hex = MARIADB_BULK_INDICATORS_NAMES;
        MARIADB_BULK_ROW_NR "mariadb.bulk.row_nr" "Row nr": U32 Dec;
        PREFIX "mariadb.prefix" "Prefix": U8 Dec;
        LENGTH "mariadb.length" "Length": U64 Dec;
    }
    experts {
        INCOMPLETE "mysql.dissector_incomplete" Warn Undecoded "FIXME - dissector is incomplete";
        STREAMED "mysql.streamed_param" Chat Sequence "This parameter was streamed, its value can be found in Send BLOB packets";
        PREPARE_NEEDED "mysql.prepare_response_needed" Warn Undecoded "PREPARE Response packet is needed to dissect the payload";
        COMMAND_INVALID "mysql.command.invalid" Warn Protocol "Unknown/invalid command code";
        UNKNOWN_RESPONSE "mysql.unknown_response" Warn Undecoded "unknown/invalid response";
        UNCOMPRESS_FAILURE "mysql.uncompress_failure" Warn Undecoded "Uncompression faled";
    }
}

/// The port of servers.
const PORT: u16 = 3306;
/// Bytes before a packet: its length and its number.
const HEAD: usize = 4;
/// Bytes before a compressed packet: two lengths and a number.
const COMPRESSED_HEAD: usize = 7;
/// Compressed packets hold at most so many bytes.
const MOST: u64 = 16 << 20;

fn number(bytes: &[u8]) -> usize {
    requin_wire::le(bytes.get(..3).unwrap_or(bytes)) as usize
}

fn frames(bytes: &[u8], _: bool, words: &[u64; 2]) -> Pdu {
    let head = if State::from(*words).compressed { COMPRESSED_HEAD } else { HEAD };
    match bytes.get(..head) {
        Some(h) => Pdu::Len(head + number(h)),
        None => Pdu::More(head),
    }
}

/// The packets inside a compressed one. `None`: it is damaged.
fn inflate(pdu: &[u8]) -> Option<Cow<'_, [u8]>> {
    let (head, body) = pdu.split_at_checked(COMPRESSED_HEAD)?;
    if number(head.get(4..)?) == 0 {
        // Short packets are not compressed.
        return Some(Cow::Borrowed(body));
    }
    let mut bytes = Vec::new();
    flate2::read::ZlibDecoder::new(body).take(MOST).read_to_end(&mut bytes).ok()?;
    Some(Cow::Owned(bytes))
}

/// Calls `f` with every packet: its number and its payload.
fn packets(mut bytes: &[u8], mut f: impl FnMut(u8, &[u8])) {
    while let Some((head, rest)) = bytes.split_at_checked(HEAD) {
        let (payload, next) = rest.split_at(number(head).min(rest.len()));
        f(head.get(3).copied().unwrap_or_default(), payload);
        bytes = next;
    }
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let client = past.now.ports.dst == PORT;
    let state = State::from(past.state);
    if state.compressed {
        if let Some(bytes) = inflate(pdu) {
            packets(&bytes, |n, payload| state::keep(past, client, n, payload));
        }
    } else {
        packets(pdu, |n, payload| state::keep(past, client, n, payload));
    }
}

/// The state before these bytes: the frame may have brought the end of a packet that began earlier, which is
/// shown first.
fn before<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>, client: bool) -> State {
    let mut state = State::from(cx.state());
    let part = cx.conversation().map(|f| f.stream_part).unwrap_or_default();
    let whole = part.ends.checked_sub(1).and_then(|i| cx.facts.reassembled.get(i as usize));
    if let Some(whole) = whole.filter(|_| c.source() == requin_wire::FRAME) {
        if !state.compressed {
            packets(&whole.bytes, |n, payload| state.step(client, n, payload));
        } else if let Some(bytes) = inflate(&whole.bytes) {
            packets(&bytes, |n, payload| state.step(client, n, payload));
        }
    }
    state
}

/// What is known while the packets of a frame are read.
struct Talk {
    state: State,
    client: bool,
    /// Types of the columns of a binary result, with a bit for those without sign.
    types: Vec<u16>,
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    c.peek_array::<HEAD>()?;
    cx.protocol("MySQL");
    let client = cx.ports.dst == PORT;
    let state = before(cx, &c, client);
    let types = cx.recalled(state::TYPES).map(|r| rows::types(&r.bytes)).unwrap_or_default();
    let mut talk = Talk { state, client, types };
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let mut item = cx.proto_item();
    // Every packet takes at least its head away.
    loop {
        let step = cx.under(item, |cx| -> Step {
            if talk.state.compressed {
                compressed(cx, &mut talk, &mut c, item)
            } else {
                packet(cx, &mut talk, &mut c, item)
            }
        });
        step?;
        if c.captured() == 0 {
            break;
        }
        let all = c.span(usize::MAX);
        item = cx.at_top(|cx| cx.add(PROTO, all, Value::Bytes(all)));
    }
    cx.info_fence();
    Ok(())
}

fn compressed<S: Sink>(cx: &mut Cx<'_, S>, talk: &mut Talk, c: &mut Cursor<'_>, item: Item) -> Step {
    let h = *c.peek_array::<COMPRESSED_HEAD>()?;
    let len = number(&h);
    cx.set_len(item, COMPRESSED_HEAD + len);
    let pdu = c.within(COMPRESSED_HEAD + len);
    cx.field_le(COMPRESSED_PACKET_LENGTH, c, 3)?;
    cx.field_le(COMPRESSED_PACKET_NUMBER, c, 1)?;
    cx.field_le(COMPRESSED_PACKET_LENGTH_UNCOMPRESSED, c, 3)?;
    let mut body = c.take(len);
    if number(h.get(4..).unwrap_or_default()) == 0 {
        while !body.is_empty() {
            packet(cx, talk, &mut body, item)?;
        }
        return Ok(());
    }
    match inflate(pdu.rest()) {
        Some(bytes) => cx
            .with_source("compressed data", bytes.into_owned(), |cx, mut c| {
                while !c.is_empty() {
                    packet(cx, talk, &mut c, item)?;
                }
                Ok(())
            })
            .unwrap_or(Ok(())),
        None => {
            cx.expert(UNCOMPRESS_FAILURE, item, body.span(0));
            Ok(())
        }
    }
}

/// One packet, under `item`.
fn packet<S: Sink>(cx: &mut Cx<'_, S>, talk: &mut Talk, c: &mut Cursor<'_>, item: Item) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    let len = number(&h);
    if !talk.state.compressed {
        cx.set_len(item, HEAD + len);
    }
    let n = h[3];
    cx.field_le(PACKET_LENGTH, c, 3)?;
    cx.field(PACKET_NUMBER, c, 1)?;
    let mut one = c.take(len);
    let payload = one.rest();
    let step = if talk.client {
        request::show(cx, talk, &mut one, n)
    } else {
        response::show(cx, talk, &mut one, n, item)
    };
    let kind = talk.state.kind(talk.client, n, payload);
    talk.state.step(talk.client, n, payload);
    step?;
    if kind != state::Kind::Column {
        // What nobody knows what it is.
        rest(cx, &mut one, INCOMPLETE)?;
    }
    Ok(())
}

/// Shows what is left of a packet as bytes, with a remark.
fn rest<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, remark: Field) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let span = c.span(usize::MAX);
    let item = cx.add(PAYLOAD, span, Value::Bytes(span));
    cx.expert(remark, item, c.span(0));
    let n = c.left();
    c.skip(n)
}

/// A length-encoded number: `None` is NULL. The span is that of all its bytes.
fn lenenc<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<(Option<u64>, Span), Stop> {
    let first = c.peek_u8(0)?;
    let start = *c;
    let item = cx.peek(PREFIX, c, 1)?;
    let width = match first {
        251 => {
            cx.label(item, |o| _ = o.s("Prefix: 251(NULL)"));
            c.advance(1);
            return Ok((None, c.span_since(&start)));
        }
        252 => 2,
        253 => 3,
        254 => 8,
        _ => {
            let span = c.span(1);
            cx.add(LENGTH, span, Value::U(u64::from(first)));
            c.advance(1);
            return Ok((Some(u64::from(first)), span));
        }
    };
    cx.label(item, |o| _ = o.s("Prefix: ").u(first).s(" Length in following ").u(width as u64).s(" bytes"));
    c.advance(1);
    let n = cx.uint_le(LENGTH, c, width)?;
    Ok((Some(n), c.span_since(&start)))
}

/// A length-encoded number that is a field of its own, behind what tells its length.
fn lenenc_field<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let (n, span) = lenenc(cx, c)?;
    let n = n.unwrap_or(0);
    cx.add(field, span, Value::U(n));
    Ok(n)
}

/// The length of a part, not longer than what is left of the packet.
fn within(c: &Cursor<'_>, n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX).min(c.left())
}
