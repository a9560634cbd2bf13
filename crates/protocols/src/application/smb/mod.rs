//! SMB 1, [MS-CIFS] and [MS-SMB]: the header of every message, and which command is whose.

pub mod browser;
pub(crate) mod common;
pub(crate) mod descriptor;
mod dfs;
mod errors;
mod levels;
pub mod mailslot;
mod names;
pub(crate) mod nt;
mod open;
mod past;
mod paths;
pub mod pipe;
mod session;
pub mod smb2;
pub(crate) mod status;
mod transaction;
mod transfer;
mod volume;

use super::gss;
use super::netbios::session::is_carried;
pub use common::text16;
use requin_wire::{Cursor, Cx, Field, FieldType, Names, Ports, Sink, Span, Step, Stop, Value, proto};

proto! {
    SMB "smb" "SMB (Server Message Block Protocol)" "SMB" App
    on []
    looks_like [Netbios accepts]
    remember [past::remember] among [is_carried]
    fields {
        CMD "smb.cmd" "SMB Command": U8 Hex = names::CMD_NAMES;
        TRANS2_CMD "smb.trans2.cmd" "Subcommand": U16 Hex = names::TRANS2_CMD_NAMES;
        NT_FUNCTION "smb.nt.function" "Function": U16 Dec = names::NT_FUNCTION_NAMES;
        WCT "smb.wct" "Word Count (WCT)": U8 Dec;
        BCC "smb.bcc" "Byte Count (BCC)": U16 Dec;
        RESPONSE_TO "smb.response_to" "Response to": Framenum;
        TIME "smb.time" "Time from request": RelTime;
        RESPONSE_IN "smb.response_in" "Response in": Framenum;
        CONTINUATION_TO "smb.continuation_to" "Continuation to": Framenum;
        NT_STATUS "smb.nt_status" "NT Status": U32 Hex = status::NT_STATUS;
        ERROR_CLASS "smb.error_class" "Error Class": U8 Hex = names::ERROR_CLASS_NAMES;
        ERROR_CODE "smb.error_code" "Error Code": U16 Hex;
        RESERVED "smb.reserved" "Reserved": Bytes;
        SIGNATURE "smb.signature" "Signature": Bytes;
        KEY "smb.key" "Key": U32 Hex;
        SESSID "smb.sessid" "Session ID": U16 Dec;
        SEQUENCE_NUM "smb.sequence_num" "Sequence Number": U16 Dec;
        GROUP_ID "smb.group_id" "Group ID": U16 Dec;
        PID "smb.pid" "Process ID": U16 Dec;
        PID_HIGH "smb.pid.high" "Process ID High": U16 Dec;
        TID "smb.tid" "Tree ID": U16 Dec;
        UID "smb.uid" "User ID": U16 Dec;
        MID "smb.mid" "Multiplex ID": U16 Dec;
        FLAGS "smb.flags" "Flags": U8 Hex;
        FLAGS_LOCK "smb.flags.lock" "Lock and Read": Bool(8) & 0x1 = Names::Bools("Lock&Read, Write&Unlock are supported", "Lock&Read, Write&Unlock are not supported");
        FLAGS_RECEIVE_BUFFER "smb.flags.receive_buffer" "Receive Buffer Posted": Bool(8) & 0x2 = Names::Bools("Receive buffer has been posted", "Receive buffer has not been posted");
        FLAGS_CASELESS "smb.flags.caseless" "Case Sensitivity": Bool(8) & 0x8 = Names::Bools("Path names are caseless", "Path names are case sensitive");
        FLAGS_CANON "smb.flags.canon" "Canonicalized Pathnames": Bool(8) & 0x10 = Names::Bools("Pathnames are canonicalized", "Pathnames are not canonicalized");
        FLAGS_OPLOCK "smb.flags.oplock" "Oplocks": Bool(8) & 0x20 = Names::Bools("OpLock requested/granted", "OpLock not requested/granted");
        FLAGS_NOTIFY "smb.flags.notify" "Notify": Bool(8) & 0x40 = Names::Bools("Notify client on all modifications", "Notify client only on open");
        FLAGS_RESPONSE "smb.flags.response" "Request/Response": Bool(8) & 0x80 = Names::Bools("Message is a response to the client/redirector", "Message is a request to the server");
        FLAGS2 "smb.flags2" "Flags2": U16 Hex;
        FLAGS2_LONG_NAMES_ALLOWED "smb.flags2.long_names_allowed" "Long Names Allowed": Bool(16) & 0x1 = Names::Bools("Long file names are allowed in the response", "Long file names are not allowed in the response");
        FLAGS2_EA "smb.flags2.ea" "Extended Attributes": Bool(16) & 0x2 = Names::Bools("Extended attributes are supported", "Extended attributes are not supported");
        FLAGS2_SEC_SIG "smb.flags2.sec_sig" "Security Signatures": Bool(16) & 0x4 = Names::Bools("Security signatures are supported", "Security signatures are not supported");
        FLAGS2_COMPRESSED "smb.flags2.compressed" "Compressed": Bool(16) & 0x8 = Names::Bools("Compression is requested", "Compression is not requested");
        FLAGS2_SEC_SIG_REQUIRED "smb.flags2.sec_sig_required" "Security Signatures Required": Bool(16) & 0x10 = Names::Bools("Security signatures are required", "Security signatures are not required");
        FLAGS2_LONG_NAMES_USED "smb.flags2.long_names_used" "Long Names Used": Bool(16) & 0x40 = Names::Bools("Path names in request are long file names", "Path names in request are not long file names");
        FLAGS2_REPARSE_PATH "smb.flags2.reparse_path" "Reparse Path": Bool(16) & 0x400 = Names::Bools("The request uses a @GMT reparse path", "The request does not use a @GMT reparse path");
        FLAGS2_ESN "smb.flags2.esn" "Extended Security Negotiation": Bool(16) & 0x800 = Names::Bools("Extended security negotiation is supported", "Extended security negotiation is not supported");
        FLAGS2_DFS "smb.flags2.dfs" "Dfs": Bool(16) & 0x1000 = Names::Bools("Resolve pathnames with Dfs", "Don't resolve pathnames with Dfs");
        FLAGS2_ROE "smb.flags2.roe" "Execute-only Reads": Bool(16) & 0x2000 = Names::Bools("Permit reads if execute-only", "Don't permit reads if execute-only");
        FLAGS2_NT_ERROR "smb.flags2.nt_error" "Error Code Type": Bool(16) & 0x4000 = Names::Bools("Error codes are NT error codes", "Error codes are DOS error codes");
        FLAGS2_STRING "smb.flags2.string" "Unicode Strings": Bool(16) & 0x8000 = Names::Bools("Strings are Unicode", "Strings are ASCII");
        BUFFER_FORMAT "smb.buffer_format" "Buffer Format": U8 Dec = names::BUFFER_FORMAT_NAMES;
        DIALECT "smb.dialect" "Dialect": Str;
        DIALECT_NAME "smb.dialect.name" "Name": Str;
        DIALECT_INDEX "smb.dialect.index" "Selected Index": U16 Dec;
        MAX_BUFSIZE "smb.max_bufsize" "Max Buffer Size": U32 Dec;
        MAX_MPX_COUNT "smb.max_mpx_count" "Max Mpx Count": U16 Dec;
        MAX_VCS "smb.max_vcs" "Max VCs": U16 Dec;
        SESSION_KEY "smb.session_key" "Session Key": U32 Hex;
        SERVER_TIMEZONE "smb.server_timezone" "Server Time Zone": I16 Dec;
        CHALLENGE_LENGTH "smb.challenge_length" "Challenge Length": U16 Dec;
        CHALLENGE "smb.challenge" "Challenge": Bytes;
        PRIMARY_DOMAIN "smb.primary_domain" "Primary Domain": Str;
        SERVER "smb.server" "Server": Str;
        MAX_RAW "smb.max_raw" "Max Raw Buffer": U32 Dec;
        SERVER_GUID "smb.server_guid" "Server GUID": Guid;
        VOLUME_GUID "smb.volume_guid" "Volume GUID": Guid;
        SECURITY_BLOB_LEN "smb.security_blob_len" "Security Blob Length": U16 Dec;
        SECURITY_BLOB "smb.security_blob" "Security Blob": Bytes;
        SM "smb.sm" "Security Mode": U16 Hex;
        SM_MODE "smb.sm.mode" "Mode": Bool(16) & 0x1 = Names::Bools("USER security mode", "SHARE security mode");
        SM_PASSWORD "smb.sm.password" "Password": Bool(16) & 0x2 = Names::Bools("ENCRYPTED password. Use challenge/response", "PLAINTEXT password");
        SM_SIGNATURES "smb.sm.signatures" "Signatures": Bool(8) & 0x4 = Names::Bools("Security signatures ENABLED", "Security signatures NOT enabled");
        SM_SIG_REQUIRED "smb.sm.sig_required" "Sig Req": Bool(8) & 0x8 = Names::Bools("Security signatures REQUIRED", "Security signatures NOT required");
        RM "smb.rm" "Raw Mode": U16 Hex;
        RM_READ "smb.rm.read" "Read Raw": Bool(16) & 0x1 = Names::Bools("Read Raw is supported", "Read Raw is not supported");
        RM_WRITE "smb.rm.write" "Write Raw": Bool(16) & 0x2 = Names::Bools("Write Raw is supported", "Write Raw is not supported");
        SERVER_DATE_TIME "smb.server_date_time" "Server Date and Time": AbsTime Local;
        SERVER_DATE_TIME_SMB_DATE "smb.server_date_time.smb_date" "Server Date": U16 Hex;
        SERVER_DATE_TIME_SMB_TIME "smb.server_date_time.smb_time" "Server Time": U16 Hex;
        SERVER_CAP "smb.server_cap" "Capabilities": U32 Hex;
        SERVER_CAP_RAW_MODE "smb.server_cap.raw_mode" "Raw Mode": Bool(32) & 0x1 = Names::Bools("Read Raw and Write Raw are supported", "Read Raw and Write Raw are not supported");
        SERVER_CAP_MPX_MODE "smb.server_cap.mpx_mode" "MPX Mode": Bool(32) & 0x2 = Names::Bools("Read Mpx and Write Mpx are supported", "Read Mpx and Write Mpx are not supported");
        SERVER_CAP_UNICODE "smb.server_cap.unicode" "Unicode": Bool(32) & 0x4 = Names::Bools("Unicode strings are supported", "Unicode strings are not supported");
        SERVER_CAP_LARGE_FILES "smb.server_cap.large_files" "Large Files": Bool(32) & 0x8 = Names::Bools("Large files are supported", "Large files are not supported");
        SERVER_CAP_NT_SMBS "smb.server_cap.nt_smbs" "NT SMBs": Bool(32) & 0x10 = Names::Bools("NT SMBs are supported", "NT SMBs are not supported");
        SERVER_CAP_RPC_REMOTE_APIS "smb.server_cap.rpc_remote_apis" "RPC Remote APIs": Bool(32) & 0x20 = Names::Bools("RPC remote APIs are supported", "RPC remote APIs are not supported");
        SERVER_CAP_NT_STATUS "smb.server_cap.nt_status" "NT Status Codes": Bool(32) & 0x40 = Names::Bools("NT status codes are supported", "NT status codes are not supported");
        SERVER_CAP_LEVEL_2_OPLOCKS "smb.server_cap.level_2_oplocks" "Level 2 Oplocks": Bool(32) & 0x80 = Names::Bools("Level 2 oplocks are supported", "Level 2 oplocks are not supported");
        SERVER_CAP_LOCK_AND_READ "smb.server_cap.lock_and_read" "Lock and Read": Bool(32) & 0x100 = Names::Bools("Lock and Read is supported", "Lock and Read is not supported");
        SERVER_CAP_NT_FIND "smb.server_cap.nt_find" "NT Find": Bool(32) & 0x200 = Names::Bools("NT Find is supported", "NT Find is not supported");
        SERVER_CAP_DFS "smb.server_cap.dfs" "Dfs": Bool(32) & 0x1000 = Names::Bools("Dfs is supported", "Dfs is not supported");
        SERVER_CAP_INFOLEVEL_PASSTHRU "smb.server_cap.infolevel_passthru" "Infolevel Passthru": Bool(32) & 0x2000 = Names::Bools("NT information level request passthrough is supported", "NT information level request passthrough is not supported");
        SERVER_CAP_LARGE_READX "smb.server_cap.large_readx" "Large ReadX": Bool(32) & 0x4000 = Names::Bools("Large Read andX is supported", "Large Read andX is not supported");
        SERVER_CAP_LARGE_WRITEX "smb.server_cap.large_writex" "Large WriteX": Bool(32) & 0x8000 = Names::Bools("Large Write andX is supported", "Large Write andX is not supported");
        SERVER_CAP_LWIO "smb.server_cap.lwio" "LWIO": Bool(32) & 0x10000 = Names::Bools("LWIO ioctl/fsctl is supported", "LWIO ioctl/fsctl is not supported");
        SERVER_CAP_UNIX "smb.server_cap.unix" "UNIX": Bool(32) & 0x800000 = Names::Bools("UNIX extensions are supported", "UNIX extensions are not supported");
        SERVER_CAP_COMPRESSED_DATA "smb.server_cap.compressed_data" "Compressed Data": Bool(32) & 0x2000000 = Names::Bools("Compressed data transfer is supported", "Compressed data transfer is not supported");
        SERVER_CAP_DYNAMIC_REAUTH "smb.server_cap.dynamic_reauth" "Dynamic Reauth": Bool(32) & 0x20000000 = Names::Bools("Dynamic Reauth is supported", "Dynamic Reauth is not supported");
        SERVER_CAP_EXTENDED_SECURITY "smb.server_cap.extended_security" "Extended Security": Bool(32) & 0x80000000 = Names::Bools("Extended security exchanges are supported", "Extended security exchanges are not supported");
        SYSTEM_TIME "smb.system.time" "System Time": AbsTime Local;
        UNKNOWN_DATA "smb.unknown_data" "Unknown Data": Bytes;
        DIR_NAME "smb.dir_name" "Directory": Str;
        ECHO_COUNT "smb.echo.count" "Echo Count": U16 Dec;
        ECHO_DATA "smb.echo.data" "Echo Data": Bytes;
        ECHO_SEQ_NUM "smb.echo.seq_num" "Echo Seq Num": U16 Dec;
        MAX_BUF "smb.max_buf" "Max Buffer": U16 Dec;
        PATH "smb.path" "Path": Str;
        SERVICE "smb.service" "Service": Str;
        PASSWORD "smb.password" "Password": Bytes;
        ANSI_PASSWORD "smb.ansi_password" "ANSI Password": Bytes;
        UNICODE_PASSWORD "smb.unicode_password" "Unicode Password": Bytes;
        MOVE_FLAGS "smb.move.flags" "Flags": U16 Hex;
        MOVE_FLAGS_FILE "smb.move.flags.file" "Must be file": Bool(16) & 0x1 = Names::Bools("Target must be a file", "Target needn't be a file");
        MOVE_FLAGS_DIR "smb.move.flags.dir" "Must be directory": Bool(16) & 0x2 = Names::Bools("Target must be a directory", "Target needn't be a directory");
        MOVE_FLAGS_VERIFY "smb.move.flags.verify" "Verify writes": Bool(16) & 0x10 = Names::Bools("MUST verify all writes", "Don't have to verify writes");
        FILES_MOVED "smb.files_moved" "Files Moved": U16 Dec;
        COPY_FLAGS "smb.copy.flags" "Flags": U16 Hex;
        COPY_FLAGS_FILE "smb.copy.flags.file" "Must be file": Bool(16) & 0x1 = Names::Bools("Target must be a file", "Target needn't be a file");
        COPY_FLAGS_DIR "smb.copy.flags.dir" "Must be directory": Bool(16) & 0x2 = Names::Bools("Target must be a directory", "Target needn't be a directory");
        COPY_FLAGS_DEST_MODE "smb.copy.flags.dest_mode" "Destination mode": Bool(16) & 0x4 = Names::Bools("ASCII", "Binary");
        COPY_FLAGS_SOURCE_MODE "smb.copy.flags.source_mode" "Source mode": Bool(16) & 0x8 = Names::Bools("ASCII", "Binary");
        COPY_FLAGS_VERIFY "smb.copy.flags.verify" "Verify writes": Bool(16) & 0x10 = Names::Bools("MUST verify all writes", "Don't have to verify writes");
        COPY_FLAGS_TREE_COPY "smb.copy.flags.tree_copy" "Tree copy": Bool(16) & 0x10 = Names::Bools("Copy is a tree copy", "Copy is a file copy");
        COPY_FLAGS_EA_ACTION "smb.copy.flags.ea_action" "EA action if EAs not supported on dest": Bool(16) & 0x10 = Names::Bools("Fail copy", "Discard EAs");
        COUNT_OF "smb.count" "Count": U32 Dec;
        COUNT_LOW "smb.count_low" "Count Low": U16 Dec;
        COUNT_HIGH "smb.count_high" "Count High (multiply with 64K)": U16 Dec;
        FILE "smb.file" "File Name": Str;
        OPEN_FUNCTION "smb.open.function" "Open Function": U16 Hex;
        OPEN_FUNCTION_CREATE "smb.open.function.create" "Create": Bool(16) & 0x10 = Names::Bools("Create file if it does not exist", "Fail if file does not exist");
        OPEN_FUNCTION_OPEN "smb.open.function.open" "Open": U16 Dec & 0x3 = names::OPEN_FUNCTION_OPEN_NAMES;
        FID "smb.fid" "FID": U16 Hex;
        FILE_ATTRIBUTE "smb.file_attribute" "File Attributes": U32 Hex;
        FILE_ATTRIBUTE_READ_ONLY "smb.file_attribute.read_only" "Read Only": Bool(16) & 0x1 = Names::Bools("READ ONLY", "NOT read only");
        FILE_ATTRIBUTE_HIDDEN "smb.file_attribute.hidden" "Hidden": Bool(16) & 0x2 = Names::Bools("HIDDEN", "NOT hidden");
        FILE_ATTRIBUTE_SYSTEM "smb.file_attribute.system" "System": Bool(16) & 0x4 = Names::Bools("SYSTEM file/dir", "NOT a system file/dir");
        FILE_ATTRIBUTE_VOLUME "smb.file_attribute.volume" "Volume ID": Bool(16) & 0x8 = Names::Bools("VOLUME ID", "NOT a volume ID");
        FILE_ATTRIBUTE_DIRECTORY "smb.file_attribute.directory" "Directory": Bool(16) & 0x10 = Names::Bools("DIRECTORY", "NOT a directory");
        FILE_ATTRIBUTE_ARCHIVE "smb.file_attribute.archive" "Archive": Bool(16) & 0x20 = Names::Bools("Modified since last ARCHIVE", "Has NOT been modified since last archive");
        FILE_SIZE "smb.file_size" "File Size": U32 Dec;
        SEARCH_ATTRIBUTE "smb.search.attribute" "Search Attributes": U16 Hex;
        SEARCH_ATTRIBUTE_READ_ONLY "smb.search.attribute.read_only" "Read Only": Bool(16) & 0x1 = Names::Bools("Include READ ONLY files in search results", "Do NOT include read only files in search results");
        SEARCH_ATTRIBUTE_HIDDEN "smb.search.attribute.hidden" "Hidden": Bool(16) & 0x2 = Names::Bools("Include HIDDEN files in search results", "Do NOT include hidden files in search results");
        SEARCH_ATTRIBUTE_SYSTEM "smb.search.attribute.system" "System": Bool(16) & 0x4 = Names::Bools("Include SYSTEM files in search results", "Do NOT include system files in search results");
        SEARCH_ATTRIBUTE_VOLUME "smb.search.attribute.volume" "Volume ID": Bool(16) & 0x8 = Names::Bools("Include VOLUME IDs in search results", "Do NOT include volume IDs in search results");
        SEARCH_ATTRIBUTE_DIRECTORY "smb.search.attribute.directory" "Directory": Bool(16) & 0x10 = Names::Bools("Include DIRECTORIES in search results", "Do NOT include directories in search results");
        SEARCH_ATTRIBUTE_ARCHIVE "smb.search.attribute.archive" "Archive": Bool(16) & 0x20 = Names::Bools("Include ARCHIVE files in search results", "Do NOT include archive files in search results");
        ACCESS_MODE "smb.access.mode" "Access Mode": U16 Dec & 0x7 = names::ACCESS_MODE_NAMES;
        ACCESS_SHARING "smb.access.sharing" "Sharing Mode": U16 Dec & 0x70 = names::ACCESS_SHARING_NAMES;
        ACCESS_LOCALITY "smb.access.locality" "Locality": U16 Dec & 0x700 = names::ACCESS_LOCALITY_NAMES;
        ACCESS_CACHING "smb.access.caching" "Caching": Bool(16) & 0x1000 = Names::Bools("Do not cache this file", "Caching permitted on this file");
        ACCESS_DESIRED "smb.access.desired" "Desired Access": U16 Hex;
        ACCESS_GRANTED "smb.access.granted" "Granted Access": U16 Hex;
        ACCESS_WRITETHROUGH "smb.access.writethrough" "Writethrough": Bool(16) & 0x4000 = Names::Bools("Write through enabled", "Write through disabled");
        CREATE_TIME "smb.create.time" "Created": AbsTime Local;
        MODIFY_TIME "smb.modify.time" "Modified": AbsTime Local;
        ALLOC_COUNT "smb.alloc.count" "Allocation Block Count": U32 Dec;
        ALLOC_BLOCKS "smb.alloc.size" "Allocation Block Count": U32 Dec;
        CREATE_SMB_DATE "smb.create.smb.date" "Create Date": U16 Hex;
        CREATE_SMB_TIME "smb.create.smb.time" "Create Time": U16 Hex;
        LAST_WRITE_TIME "smb.last_write.time" "Last Write": AbsTime Local;
        LAST_WRITE_SMB_DATE "smb.last_write.smb.date" "Last Write Date": U16 Hex;
        LAST_WRITE_SMB_TIME "smb.last_write.smb.time" "Last Write Time": U16 Hex;
        OLD_FILE "smb.old_file" "Old File Name": Str;
        OFFSET "smb.offset" "Offset": U32 Dec;
        REMAINING "smb.remaining" "Remaining": U32 Dec;
        PADDING "smb.padding" "Padding": Bytes;
        FILE_DATA "smb.file_data" "File Data": Bytes;
        TOTAL_DATA_LEN "smb.total_data_len" "Total Data Length": U16 Dec;
        DATA_LEN "smb.data_len" "Data Length": U16 Dec;
        DATA_LEN_LOW "smb.data_len_low" "Data Length Low": U16 Dec;
        DATA_LEN_HIGH "smb.data_len_high" "Data Length High (multiply with 64K)": U16 Dec;
        SEEK_MODE "smb.seek_mode" "Seek Mode": U16 Dec = names::SEEK_MODE_NAMES;
        ACCESS_TIME "smb.access.time" "Last Access": AbsTime Local;
        ACCESS_SMB_DATE "smb.access.smb.date" "Last Access Date": U16 Hex;
        ACCESS_SMB_TIME "smb.access.smb.time" "Last Access Time": U16 Hex;
        DATA_SIZE "smb.data_size" "Data Size": U32 Dec;
        ALLOC_SIZE "smb.alloc_size" "Allocation Size": U32 Dec;
        MAXCOUNT "smb.maxcount" "Max Count": U16 Dec;
        MAXCOUNT_LOW "smb.maxcount_low" "Max Count Low": U16 Dec;
        MAXCOUNT_HIGH "smb.maxcount_high" "Max Count High (multiply with 64K)": U16 Dec;
        MINCOUNT "smb.mincount" "Min Count": U16 Dec;
        TIMEOUT "smb.timeout" "Timeout": U32 Dec;
        OFFSET_HIGH "smb.offset_high" "High Offset": U32 Dec;
        UNITS "smb.units" "Total Units": U16 Dec;
        BPU "smb.bpu" "Blocks Per Unit": U16 Dec;
        BLOCKSIZE "smb.blocksize" "Block Size": U16 Dec;
        FREE_UNITS "smb.free_units" "Free Units": U16 Dec;
        DATA_OFFSET "smb.data_offset" "Data Offset": U16 Dec;
        DCM "smb.dcm" "Data Compaction Mode": U16 Dec;
        SEARCH_ID "smb.search_id" "Search ID": U16 Hex;
        WRITE_MODE "smb.write.mode" "Write Mode": U16 Hex;
        WRITE_MODE_WRITE_THROUGH "smb.write.mode.write_through" "Write Through": Bool(16) & 0x1 = Names::Bools("WRITE THROUGH requested", "Write through not requested");
        WRITE_MODE_RETURN_REMAINING "smb.write.mode.return_remaining" "Return Remaining": Bool(16) & 0x2 = Names::Bools("RETURN REMAINING (pipe/dev) requested", "DON'T return remaining (pipe/dev)");
        WRITE_MODE_RAW "smb.write.mode.raw" "Write Raw": Bool(16) & 0x4 = Names::Bools("Use WriteRawNamedPipe (pipe)", "DON'T use WriteRawNamedPipe (pipe)");
        WRITE_MODE_MESSAGE_START "smb.write.mode.message_start" "Message Start": Bool(16) & 0x8 = Names::Bools("This is the START of a MESSAGE (pipe)", "This is NOT the start of a message (pipe)");
        WRITE_MODE_CONNECTIONLESS "smb.write.mode.connectionless" "Connectionless": Bool(16) & 0x80 = Names::Bools("CONNECTIONLESS mode requested", "Connectionless mode NOT requested");
        RESUME_KEY_LEN "smb.resume.key_len" "Resume Key Length": U16 Dec;
        RESUME_FIND_ID "smb.resume.find_id" "Find ID": U8 Hex;
        RESUME_SERVER_COOKIE "smb.resume.server.cookie" "Server Cookie": Bytes;
        RESUME_CLIENT_COOKIE "smb.resume.client.cookie" "Client Cookie": Bytes;
        ANDXOFFSET "smb.andxoffset" "AndXOffset": U16 Dec;
        LOCK_TYPE "smb.lock.type" "Lock Type": U8 Hex;
        LOCK_TYPE_LARGE "smb.lock.type.large" "Large Files": Bool(8) & 0x10 = Names::Bools("Large file locking format requested", "Large file locking format not requested");
        LOCK_TYPE_CANCEL "smb.lock.type.cancel" "Cancel": Bool(8) & 0x8 = Names::Bools("Cancel outstanding lock request", "Don't cancel outstanding lock request");
        LOCK_TYPE_CHANGE "smb.lock.type.change" "Change": Bool(8) & 0x4 = Names::Bools("Change lock type", "Don't change lock type");
        LOCK_TYPE_OPLOCK_RELEASE "smb.lock.type.oplock_release" "Oplock Break": Bool(8) & 0x2 = Names::Bools("This is an oplock break notification/response", "This is not an oplock break notification/response");
        LOCK_TYPE_SHARED "smb.lock.type.shared" "Shared": Bool(8) & 0x1 = Names::Bools("This is a shared lock", "This is an exclusive lock");
        LOCKING_OPLOCK_LEVEL "smb.locking.oplock.level" "Oplock Level": U8 Dec = names::LOCKING_OPLOCK_LEVEL_NAMES;
        LOCKING_NUM_LOCKS "smb.locking.num_locks" "Number of Locks": U16 Dec;
        LOCKING_NUM_UNLOCKS "smb.locking.num_unlocks" "Number of Unlocks": U16 Dec;
        LOCK_LENGTH "smb.lock.length" "Length": U64 Dec;
        LOCK_OFFSET "smb.lock.offset" "Offset": U64 Dec;
        FILE_TYPE "smb.file_type" "File Type": U16 Dec = names::FILE_TYPE_NAMES;
        IPC_STATE "smb.ipc_state" "IPC State": U16 Hex;
        IPC_STATE_NONBLOCKING "smb.ipc_state.nonblocking" "Nonblocking": Bool(16) & 0x8000 = Names::Bools("Reads/writes return immediately if no data available", "Reads/writes block if no data available");
        IPC_STATE_ENDPOINT "smb.ipc_state.endpoint" "Endpoint": U16 Dec & 0x4000 = names::IPC_STATE_ENDPOINT_NAMES;
        IPC_STATE_PIPE_TYPE "smb.ipc_state.pipe_type" "Pipe Type": U16 Dec & 0xc00 = names::IPC_STATE_PIPE_TYPE_NAMES;
        IPC_STATE_READ_MODE "smb.ipc_state.read_mode" "Read Mode": U16 Dec & 0x300 = names::IPC_STATE_READ_MODE_NAMES;
        IPC_STATE_ICOUNT "smb.ipc_state.icount" "Icount": U16 Dec & 0xff;
        SERVER_FID "smb.server_fid" "Server FID": U32 Hex;
        OPEN_FLAGS "smb.open.flags" "Flags": U16 Hex;
        OPEN_FLAGS_ADD_INFO "smb.open.flags.add_info" "Additional Info": Bool(16) & 0x1 = Names::Bools("Additional information requested", "Additional information not requested");
        OPEN_FLAGS_EX_OPLOCK "smb.open.flags.ex_oplock" "Exclusive Oplock": Bool(16) & 0x2 = Names::Bools("Exclusive oplock requested", "Exclusive oplock not requested");
        OPEN_FLAGS_BATCH_OPLOCK "smb.open.flags.batch_oplock" "Batch Oplock": Bool(16) & 0x4 = Names::Bools("Batch oplock requested", "Batch oplock not requested");
        OPEN_FLAGS_EALEN "smb.open.flags.ealen" "Total EA Len": Bool(16) & 0x8 = Names::Bools("Total length of EAs requested", "Total length of EAs not requested");
        OPEN_ACTION "smb.open.action" "Action": U16 Hex;
        OPEN_ACTION_OPEN "smb.open.action.open" "Open Action": U16 Dec & 0x3 = names::OPEN_ACTION_OPEN_NAMES;
        OPEN_ACTION_LOCK "smb.open.action.lock" "Exclusive Open": Bool(16) & 0x8000 = Names::Bools("File is currently opened only by this user", "File is opened by another user (or mode not supported by server)");
        VC "smb.vc" "VC Number": U16 Dec;
        PWLEN "smb.pwlen" "Password Length": U16 Dec;
        ANSI_PWLEN "smb.ansi_pwlen" "ANSI Password Length": U16 Dec;
        UNICODE_PWLEN "smb.unicode_pwlen" "Unicode Password Length": U16 Dec;
        ACCOUNT "smb.account" "Account": Str;
        NATIVE_OS "smb.native_os" "Native OS": Str;
        NATIVE_LANMAN "smb.native_lanman" "Native LAN Manager": Str;
        SETUP_ACTION "smb.setup.action" "Action": U16 Hex;
        SETUP_ACTION_GUEST "smb.setup.action.guest" "Guest": Bool(16) & 0x1 = Names::Bools("Logged in as GUEST", "Not logged in as GUEST");
        NATIVE_FS "smb.native_fs" "Native File System": Str;
        CONNECT_FLAGS "smb.connect.flags" "Flags": U16 Hex;
        CONNECT_FLAGS_DTID "smb.connect.flags.dtid" "Disconnect TID": Bool(16) & 0x1 = Names::Bools("DISCONNECT TID", "Do NOT disconnect TID");
        CONNECT_FLAGS_EXTENDEDSIG "smb.connect.flags.extendedsig" "Extended Signature": Bool(16) & 0x4 = Names::Bools("Extended Signature", "NOT Extended Signature");
        CONNECT_FLAGS_EXTENDEDRESP "smb.connect.flags.extendedresp" "Extended Response": Bool(16) & 0x8 = Names::Bools("Extended Response", "NOT Extended Response");
        CONNECT_SUPPORT "smb.connect.support" "Optional Support": U16 Hex;
        CONNECT_SUPPORT_SEARCH "smb.connect.support.search" "Search Bits": Bool(16) & 0x1 = Names::Bools("Exclusive search bits supported", "Exclusive search bits not supported");
        CONNECT_SUPPORT_DFS "smb.connect.support.dfs" "In Dfs": Bool(16) & 0x2 = Names::Bools("Share is in Dfs", "Share isn't in Dfs");
        CONNECT_SUPPORT_CSCMASK "smb.connect.support.cscmask" "CSC Mask": U16 Dec & 0xc = names::CONNECT_SUPPORT_CSCMASK_NAMES;
        CONNECT_SUPPORT_UNIQFILENAME "smb.connect.support.uniqfilename" "Unique File Name": Bool(16) & 0x10 = Names::Bools("Client allowed to cache share namespaces", "Client NOT allowed to cache share namespaces");
        CONNECT_SUPPORT_EXTENDEDSIG "smb.connect.support.extendedsig" "Extended Signatures": Bool(16) & 0x20 = Names::Bools("Extended signature", "NOT extended signature");
        MSC "smb.msc" "Max Setup Count": U8 Dec;
        TPC "smb.tpc" "Total Parameter Count": U32 Dec;
        TDC "smb.tdc" "Total Data Count": U32 Dec;
        MPC "smb.mpc" "Max Parameter Count": U32 Dec;
        MDC "smb.mdc" "Max Data Count": U32 Dec;
        PD "smb.pd" "Parameter Displacement": U16 Dec;
        PC "smb.pc" "Parameter Count": U16 Dec;
        PO "smb.po" "Parameter Offset": U16 Dec;
        DC "smb.dc" "Data Count": U16 Dec;
        DATA_DISP "smb.data_disp" "Data Displacement": U16 Dec;
        SC "smb.sc" "Setup Count": U8 Dec;
        NT_IOCTL_ISFSCTL "smb.nt.ioctl.isfsctl" "IsFSctl": U8 Dec = names::NT_IOCTL_ISFSCTL_NAMES;
        NT_IOCTL_COMPLETION_FILTER "smb.nt.ioctl.completion_filter" "Completion Filter": U8 Hex;
        NT_IOCTL_FLAGS_ROOT_HANDLE "smb.nt.ioctl.flags.root_handle" "Root Handle": Bool(8) & 0x1 = Names::Bools("Apply the command to share root handle (MUST BE Dfs)", "Apply to this share");
        NT_NOTIFY_ACTION "smb.nt.notify.action" "Action": U32 Dec = names::NT_NOTIFY_ACTION_NAMES;
        NT_NOTIFY_WATCH_TREE "smb.nt.notify.watch_tree" "Watch Tree": U8 Dec = names::NT_NOTIFY_WATCH_TREE_NAMES;
        NT_NOTIFY_COMPLETION_FILTER "smb.nt.notify.completion_filter" "Completion Filter": U32 Hex;
        NT_NOTIFY_FILE_NAME "smb.nt.notify.file_name" "File Name Change": Bool(32) & 0x1 = Names::Bools("Notify on changes to FILE NAME", "Do NOT notify on changes to file name");
        NT_NOTIFY_DIR_NAME "smb.nt.notify.dir_name" "Directory Name Change": Bool(32) & 0x2 = Names::Bools("Notify on changes to DIR NAME", "Do NOT notify on changes to dir name");
        NT_NOTIFY_ATTRIBUTES "smb.nt.notify.attributes" "Attribute Change": Bool(32) & 0x4 = Names::Bools("Notify on changes to ATTRIBUTES", "Do NOT notify on changes to attributes");
        NT_NOTIFY_SIZE "smb.nt.notify.size" "Size Change": Bool(32) & 0x8 = Names::Bools("Notify on changes to SIZE", "Do NOT notify on changes to size");
        NT_NOTIFY_LAST_WRITE "smb.nt.notify.last_write" "Last Write Change": Bool(32) & 0x10 = Names::Bools("Notify on changes to LAST WRITE TIME", "Do NOT notify on changes to last write time");
        NT_NOTIFY_LAST_ACCESS "smb.nt.notify.last_access" "Last Access Change": Bool(32) & 0x20 = Names::Bools("Notify on changes to LAST ACCESS TIME", "Do NOT notify on changes to last access time");
        NT_NOTIFY_CREATION "smb.nt.notify.creation" "Created Change": Bool(32) & 0x40 = Names::Bools("Notify on changes to CREATION TIME", "Do NOT notify on changes to creation time");
        NT_NOTIFY_EA "smb.nt.notify.ea" "EA Change": Bool(32) & 0x80 = Names::Bools("Notify on changes to EA", "Do NOT notify on changes to EA");
        NT_NOTIFY_SECURITY "smb.nt.notify.security" "Security Change": Bool(32) & 0x100 = Names::Bools("Notify on changes to SECURITY", "Do NOT notify on changes to security");
        NT_NOTIFY_STREAM_NAME "smb.nt.notify.stream_name" "Stream Name Change": Bool(32) & 0x200 = Names::Bools("Notify on changes to STREAM NAME", "Do NOT notify on changes to stream name");
        NT_NOTIFY_STREAM_SIZE "smb.nt.notify.stream_size" "Stream Size Change": Bool(32) & 0x400 = Names::Bools("Notify on changes to STREAM SIZE", "Do NOT notify on changes to stream size");
        NT_NOTIFY_STREAM_WRITE "smb.nt.notify.stream_write" "Stream Write": Bool(32) & 0x800 = Names::Bools("Notify on changes to STREAM WRITE", "Do NOT notify on changes to stream write");
        RFID "smb.rfid" "Root FID": U32 Hex;
        ALLOC_SIZE64 "smb.alloc_size64" "Allocation Size": U64 Dec;
        CREATE_DISPOSITION "smb.create.disposition" "Disposition": U32 Dec = names::CREATE_DISPOSITION_NAMES;
        EA_LIST_LENGTH "smb.ea.list_length" "EA List Length": U32 Dec;
        EA_FLAGS "smb.ea.flags" "EA Flags": U8 Hex;
        EA_NAME_LENGTH "smb.ea.name_length" "EA Name Length": U8 Dec;
        EA_DATA_LENGTH "smb.ea.data_length" "EA Data Length": U16 Dec;
        EA_NAME "smb.ea.name" "EA Name": Str;
        EA_DATA "smb.ea.data" "EA Data": Bytes;
        FILE_NAME_LEN "smb.file_name_len" "File Name Len": U32 Dec;
        IMPERSONATION_LEVEL "smb.impersonation.level" "Impersonation": U32 Dec = names::IMPERSONATION_LEVEL_NAMES;
        SECURITY_FLAGS "smb.security.flags" "Security Flags": U8 Hex;
        SECURITY_FLAGS_CONTEXT_TRACKING "smb.security.flags.context_tracking" "Context Tracking": Bool(8) & 0x1 = Names::Bools("Security tracking mode is DYNAMIC", "Security tracking mode is STATIC");
        SECURITY_FLAGS_EFFECTIVE_ONLY "smb.security.flags.effective_only" "Effective Only": Bool(8) & 0x2 = Names::Bools("ONLY ENABLED aspects of the client's security context are available", "ALL aspects of the client's security context are available");
        ACCESS_GENERIC_READ "smb.access.generic_read" "Generic Read": Bool(32) & 0x80000000 = Names::Bools("GENERIC READ is set", "Generic read is NOT set");
        ACCESS_GENERIC_WRITE "smb.access.generic_write" "Generic Write": Bool(32) & 0x40000000 = Names::Bools("GENERIC WRITE is set", "Generic write is NOT set");
        ACCESS_GENERIC_EXECUTE "smb.access.generic_execute" "Generic Execute": Bool(32) & 0x20000000 = Names::Bools("GENERIC EXECUTE is set", "Generic execute is NOT set");
        ACCESS_GENERIC_ALL "smb.access.generic_all" "Generic All": Bool(32) & 0x10000000 = Names::Bools("GENERIC ALL is set", "Generic all is NOT set");
        ACCESS_MAXIMUM_ALLOWED "smb.access.maximum_allowed" "Maximum Allowed": Bool(32) & 0x2000000 = Names::Bools("MAXIMUM ALLOWED is set", "Maximum allowed is NOT set");
        ACCESS_SYSTEM_SECURITY "smb.access.system_security" "System Security": Bool(32) & 0x1000000 = Names::Bools("SYSTEM SECURITY is set", "System security is NOT set");
        ACCESS_SYNCHRONIZE "smb.access.synchronize" "Synchronize": Bool(32) & 0x100000 = Names::Bools("Can wait on handle to SYNCHRONIZE on completion of I/O", "Can NOT wait on handle to synchronize on completion of I/O");
        ACCESS_WRITE_OWNER "smb.access.write_owner" "Write Owner": Bool(32) & 0x80000 = Names::Bools("Can WRITE OWNER (take ownership)", "Can NOT write owner (take ownership)");
        ACCESS_WRITE_DAC "smb.access.write_dac" "Write DAC": Bool(32) & 0x40000 = Names::Bools("OWNER may WRITE the DAC", "Owner may NOT write to the DAC");
        ACCESS_READ_CONTROL "smb.access.read_control" "Read Control": Bool(32) & 0x20000 = Names::Bools("READ ACCESS to owner, group and ACL of the SID", "Read access is NOT granted to owner, group and ACL of the SID");
        ACCESS_DELETE "smb.access.delete" "Delete": Bool(32) & 0x10000 = Names::Bools("DELETE access", "NO delete access");
        ACCESS_WRITE_ATTRIBUTES "smb.access.write_attributes" "Write Attributes": Bool(32) & 0x100 = Names::Bools("WRITE ATTRIBUTES access", "NO write attributes access");
        ACCESS_READ_ATTRIBUTES "smb.access.read_attributes" "Read Attributes": Bool(32) & 0x80 = Names::Bools("READ ATTRIBUTES access", "NO read attributes access");
        ACCESS_DELETE_CHILD "smb.access.delete_child" "Delete Child": Bool(32) & 0x40 = Names::Bools("DELETE CHILD access", "NO delete child access");
        ACCESS_EXECUTE "smb.access.execute" "Execute": Bool(32) & 0x20 = Names::Bools("EXECUTE access", "NO execute access");
        ACCESS_WRITE_EA "smb.access.write_ea" "Write EA": Bool(32) & 0x10 = Names::Bools("WRITE EXTENDED ATTRIBUTES access", "NO write extended attributes access");
        ACCESS_READ_EA "smb.access.read_ea" "Read EA": Bool(32) & 0x8 = Names::Bools("READ EXTENDED ATTRIBUTES access", "NO read extended attributes access");
        ACCESS_APPEND "smb.access.append" "Append": Bool(32) & 0x4 = Names::Bools("APPEND access", "NO append access");
        ACCESS_WRITE "smb.access.write" "Write": Bool(32) & 0x2 = Names::Bools("WRITE access", "NO write access");
        ACCESS_READ "smb.access.read" "Read": Bool(32) & 0x1 = Names::Bools("READ access", "NO read access");
        NT_CREATE_OPLOCK "smb.nt.create.oplock" "Exclusive Oplock": Bool(32) & 0x2 = Names::Bools("Requesting OPLOCK", "Does NOT request oplock");
        NT_CREATE_BATCH_OPLOCK "smb.nt.create.batch_oplock" "Batch Oplock": Bool(32) & 0x4 = Names::Bools("Requesting BATCH OPLOCK", "Does NOT request batch oplock");
        NT_CREATE_DIR "smb.nt.create.dir" "Create Directory": Bool(32) & 0x8 = Names::Bools("Target of open MUST be a DIRECTORY", "Target of open can be a file");
        NT_CREATE_EXT "smb.nt.create.ext" "Extended Response": Bool(32) & 0x10 = Names::Bools("Extended responses required", "Extended responses NOT required");
        NT_CREATE_OPTIONS_DIRECTORY "smb.nt.create_options.directory" "Directory": Bool(32) & 0x1 = Names::Bools("File being created/opened must be a directory", "File being created/opened must not be a directory");
        NT_CREATE_OPTIONS_WRITE_THROUGH "smb.nt.create_options.write_through" "Write Through": Bool(32) & 0x2 = Names::Bools("Writes should flush buffered data before completing", "Writes need not flush buffered data before completing");
        NT_CREATE_OPTIONS_SEQUENTIAL_ONLY "smb.nt.create_options.sequential_only" "Sequential Only": Bool(32) & 0x4 = Names::Bools("The file will only be accessed sequentially", "The file might not only be accessed sequentially");
        NT_CREATE_OPTIONS_INTERMEDIATE_BUFFERING "smb.nt.create_options.intermediate_buffering" "Intermediate Buffering": Bool(32) & 0x8 = Names::Bools("NO intermediate buffering is allowed", "Intermediate buffering is allowed");
        NT_CREATE_OPTIONS_SYNC_IO_ALERT "smb.nt.create_options.sync_io_alert" "Sync I/O Alert": Bool(32) & 0x10 = Names::Bools("All operations SYNCHRONOUS, waits subject to termination from alert", "Operations NOT necessarily synchronous");
        NT_CREATE_OPTIONS_SYNC_IO_NONALERT "smb.nt.create_options.sync_io_nonalert" "Sync I/O Nonalert": Bool(32) & 0x20 = Names::Bools("All operations SYNCHRONOUS, waits not subject to alert", "Operations NOT necessarily synchronous");
        NT_CREATE_OPTIONS_NON_DIRECTORY "smb.nt.create_options.non_directory" "Non-Directory": Bool(32) & 0x40 = Names::Bools("File being created/opened must not be a directory", "File being created/opened must be a directory");
        NT_CREATE_OPTIONS_CREATE_TREE_CONNECTION "smb.nt.create_options.create_tree_connection" "Create Tree Connection": Bool(32) & 0x80 = Names::Bools("Create Tree Connections is SET", "Create Tree Connections is NOT set");
        NT_CREATE_OPTIONS_COMPLETE_IF_OPLOCKED "smb.nt.create_options.complete_if_oplocked" "Complete If Oplocked": Bool(32) & 0x100 = Names::Bools("Complete if oplocked is SET", "Complete if oplocked is NOT set");
        NT_CREATE_OPTIONS_NO_EA_KNOWLEDGE "smb.nt.create_options.no_ea_knowledge" "No EA Knowledge": Bool(32) & 0x200 = Names::Bools("The client does not understand extended attributes", "The client understands extended attributes");
        NT_CREATE_OPTIONS_EIGHT_DOT_THREE_ONLY "smb.nt.create_options.eight_dot_three_only" "8.3 Only": Bool(32) & 0x400 = Names::Bools("The client understands only 8.3 file names", "The client understands long file names");
        NT_CREATE_OPTIONS_RANDOM_ACCESS "smb.nt.create_options.random_access" "Random Access": Bool(32) & 0x800 = Names::Bools("The file will be accessed randomly", "The file will not be accessed randomly");
        NT_CREATE_OPTIONS_DELETE_ON_CLOSE "smb.nt.create_options.delete_on_close" "Delete On Close": Bool(32) & 0x1000 = Names::Bools("The file should be deleted when it is closed", "The file should not be deleted when it is closed");
        NT_CREATE_OPTIONS_OPEN_BY_FILEID "smb.nt.create_options.open_by_fileid" "Open By FileID": Bool(32) & 0x2000 = Names::Bools("OpenByFileID bit is SET", "OpenByFileID is NOT set");
        NT_CREATE_OPTIONS_BACKUP_INTENT "smb.nt.create_options.backup_intent" "Backup Intent": Bool(32) & 0x4000 = Names::Bools("This is a create with BACKUP INTENT", "This is a normal create");
        NT_CREATE_OPTIONS_NO_COMPRESSION "smb.nt.create_options.no_compression" "No Compression": Bool(32) & 0x8000 = Names::Bools("Open/Create with NO Compression", "Compression is allowed for Open/Create");
        NT_CREATE_OPTIONS_RESERVE_OPFILTER "smb.nt.create_options.reserve_opfilter" "Reserve Opfilter": Bool(32) & 0x100000 = Names::Bools("Reserve Opfilter is SET", "Reserve Opfilter is NOT set");
        NT_CREATE_OPTIONS_OPEN_REPARSE_POINT "smb.nt.create_options.open_reparse_point" "Open Reparse Point": Bool(32) & 0x200000 = Names::Bools("Open a Reparse Point", "Normal open");
        NT_CREATE_OPTIONS_OPEN_NO_RECALL "smb.nt.create_options.open_no_recall" "Open No Recall": Bool(32) & 0x400000 = Names::Bools("Open No Recall is SET", "Open no recall is NOT set");
        NT_CREATE_OPTIONS_OPEN_FOR_FREE_SPACE_QUERY "smb.nt.create_options.open_for_free_space_query" "Open For Free Space query": Bool(32) & 0x800000 = Names::Bools("This is an OPEN FOR FREE SPACE QUERY", "This is NOT an open for free space query");
        SHARE_ACCESS_READ "smb.share.access.read" "Read": Bool(32) & 0x1 = Names::Bools("Object can be shared for READ", "Object can NOT be shared for read");
        SHARE_ACCESS_WRITE "smb.share.access.write" "Write": Bool(32) & 0x2 = Names::Bools("Object can be shared for WRITE", "Object can NOT be shared for write");
        SHARE_ACCESS_DELETE "smb.share.access.delete" "Delete": Bool(32) & 0x4 = Names::Bools("Object can be shared for DELETE", "Object can NOT be shared for delete");
        FILE_ATTRIBUTE_DEVICE "smb.file_attribute.device" "Device": Bool(32) & 0x40 = Names::Bools("A DEVICE", "NOT a device");
        FILE_ATTRIBUTE_NORMAL "smb.file_attribute.normal" "Normal": Bool(32) & 0x80 = Names::Bools("An ordinary file/dir", "Has some attribute set");
        FILE_ATTRIBUTE_TEMPORARY "smb.file_attribute.temporary" "Temporary": Bool(32) & 0x100 = Names::Bools("A TEMPORARY file", "NOT a temporary file");
        FILE_ATTRIBUTE_SPARSE "smb.file_attribute.sparse" "Sparse": Bool(32) & 0x200 = Names::Bools("A SPARSE file", "NOT a sparse file");
        FILE_ATTRIBUTE_REPARSE "smb.file_attribute.reparse" "Reparse Point": Bool(32) & 0x400 = Names::Bools("Has an associated REPARSE POINT", "Does NOT have an associated reparse point");
        FILE_ATTRIBUTE_COMPRESSED "smb.file_attribute.compressed" "Compressed": Bool(32) & 0x800 = Names::Bools("COMPRESSED", "Uncompressed");
        FILE_ATTRIBUTE_OFFLINE "smb.file_attribute.offline" "Offline": Bool(32) & 0x1000 = Names::Bools("OFFLINE", "Online");
        FILE_ATTRIBUTE_NOT_CONTENT_INDEXED "smb.file_attribute.not_content_indexed" "Content Indexed": Bool(32) & 0x2000 = Names::Bools("CONTENT INDEXED", "NOT content indexed");
        FILE_ATTRIBUTE_ENCRYPTED "smb.file_attribute.encrypted" "Encrypted": Bool(32) & 0x4000 = Names::Bools("This is an ENCRYPTED file", "This is NOT an encrypted file");
        OPLOCK_LEVEL "smb.oplock.level" "Oplock level": U8 Dec = names::OPLOCK_LEVEL_NAMES;
        CREATE_ACTION "smb.create.action" "Create action": U32 Dec = names::OPEN_ACTION_OPEN_NAMES;
        CREATE_FILE_ID "smb.create.file_id" "Server unique file ID": U32 Hex;
        CREATE_FILE_ID_64B "smb.create.file_id_64b" "Server unique 64-bit file ID": U64 Hex;
        EA_ERROR_OFFSET "smb.ea.error_offset" "EA Error offset": U32 Dec;
        END_OF_FILE "smb.end_of_file" "End Of File": U64 Dec;
        DEVICE_TYPE "smb.device.type" "Device Type": U32 Hex = names::DEVICE_TYPE_NAMES;
        IS_DIRECTORY "smb.is_directory" "Is Directory": U8 Dec = names::IS_DIRECTORY_NAMES;
        NEXT_ENTRY_OFFSET "smb.next_entry_offset" "Next Entry Offset": U32 Dec;
        CHANGE_TIME "smb.change.time" "Change": AbsTime Local;
        PRINT_SETUP_LEN "smb.print.setup.len" "Setup Len": U16 Dec;
        PRINT_MODE "smb.print.mode" "Mode": U16 Dec = names::PRINT_MODE_NAMES;
        PRINT_IDENTIFIER "smb.print.identifier" "Identifier": Str;
        PRINT_RESTART_INDEX "smb.print.restart_index" "Restart Index": U16 Dec;
        PRINT_QUEUED_DATE "smb.print.queued.date" "Queued": AbsTime Local;
        PRINT_QUEUED_SMB_DATE "smb.print.queued.smb.date" "Queued Date": U16 Hex;
        PRINT_QUEUED_SMB_TIME "smb.print.queued.smb.time" "Queued Time": U16 Hex;
        PRINT_STATUS "smb.print.status" "Status": U8 Hex = names::PRINT_STATUS_NAMES;
        PRINT_SPOOL_FILE_NUMBER "smb.print.spool.file_number" "Spool File Number": U16 Dec;
        PRINT_SPOOL_FILE_SIZE "smb.print.spool.file_size" "Spool File Size": U32 Dec;
        PRINT_SPOOL_NAME "smb.print.spool.name" "Name": StrZ;
        PRINT_START_INDEX "smb.print.start_index" "Start Index": U16 Dec;
        CANCEL_TO "smb.cancel_to" "Cancel to": Framenum;
        TRANS_NAME "smb.trans_name" "Transaction Name": Str;
        TRANSACTION_FLAGS "smb.transaction.flags" "Flags": U16 Hex;
        TRANSACTION_FLAGS_DTID "smb.transaction.flags.dtid" "Disconnect TID": Bool(16) & 0x1 = Names::Bools("Also DISCONNECT TID", "Do NOT disconnect TID");
        TRANSACTION_FLAGS_OWT "smb.transaction.flags.owt" "One Way Transaction": Bool(16) & 0x2 = Names::Bools("One Way Transaction (NO RESPONSE)", "Two way transaction");
        SEARCH_COUNT "smb.search_count" "Search Count": U16 Dec;
        SEARCH_PATTERN "smb.search_pattern" "Search Pattern": Str;
        FIND_FIRST2_FLAGS "smb.find_first2.flags" "Flags": U16 Hex;
        FIND_FIRST2_FLAGS_BACKUP "smb.find_first2.flags.backup" "Backup Intent": Bool(16) & 0x10 = Names::Bools("Find WITH backup intent", "No backup intent");
        FIND_FIRST2_FLAGS_CONTINUE "smb.find_first2.flags.continue" "Continue": Bool(16) & 0x8 = Names::Bools("CONTINUE search from previous position", "New search, do NOT continue from previous position");
        FIND_FIRST2_FLAGS_RESUME "smb.find_first2.flags.resume" "Resume": Bool(16) & 0x4 = Names::Bools("Return RESUME keys", "Do NOT return resume keys");
        FIND_FIRST2_FLAGS_EOS "smb.find_first2.flags.eos" "Close on EOS": Bool(16) & 0x2 = Names::Bools("CLOSE search if END OF SEARCH is reached", "Do NOT close search if end of search reached");
        FIND_FIRST2_FLAGS_CLOSE "smb.find_first2.flags.close" "Close": Bool(16) & 0x1 = Names::Bools("CLOSE search after this request", "Do NOT close search after this request");
        FF2_LOI "smb.ff2_loi" "Level of Interest": U16 Dec = names::FF2_LOI_NAMES;
        QPI_LOI "smb.qpi_loi" "Level of Interest": U16 Dec = names::QPI_LOI_NAMES;
        SPI_LOI "smb.spi_loi" "Level of Interest": U16 Dec = names::SPI_LOI_NAMES;
        STORAGE_TYPE "smb.storage_type" "Storage Type": U32 Dec;
        RESUME "smb.resume" "Resume Key": U32 Dec;
        MAX_REFERRAL_LEVEL "smb.max_referral_level" "Max Referral Level": U16 Dec;
        QFSI_LOI "smb.qfsi_loi" "Level of Interest": U16 Hex = names::QFSI_LOI_NAMES;
        SFSI_LOI "smb.sfsi_loi" "Level of Interest": U16 Hex = names::SFSI_LOI_NAMES;
        LINK_COUNT "smb.link_count" "Link Count": U32 Dec;
        DELETE_PENDING "smb.delete_pending" "Delete Pending": U16 Dec = names::DELETE_PENDING_NAMES;
        INDEX_NUMBER "smb.index_number" "Index Number": U64 Hex;
        POSITION "smb.position" "Position": U64 Dec;
        ALIGNMENT "smb.alignment" "Alignment": U32 Dec = names::ALIGNMENT_NAMES;
        STREAM_NAME_LEN "smb.stream_name_len" "Stream Name Length": U32 Dec;
        STREAM_SIZE "smb.stream_size" "Stream Size": U64 Dec;
        STREAM_NAME "smb.stream_name" "Stream Name": Str;
        COMPRESSED_FILE_SIZE "smb.compressed.file_size" "Compressed Size": U64 Dec;
        COMPRESSED_FORMAT "smb.compressed.format" "Compression Format": U16 Dec;
        COMPRESSED_UNIT_SHIFT "smb.compressed.unit_shift" "Unit Shift": U8 Dec;
        COMPRESSED_CHUNK_SHIFT "smb.compressed.chunk_shift" "Chunk Shift": U8 Dec;
        COMPRESSED_CLUSTER_SHIFT "smb.compressed.cluster_shift" "Cluster Shift": U8 Dec;
        DFS_PATH_CONSUMED "smb.dfs.path_consumed" "Path Consumed": U16 Dec;
        DFS_NUM_REFERRALS "smb.dfs.num_referrals" "Num Referrals": U16 Dec;
        DFS_FLAGS "smb.dfs.flags" "Flags": U16 Hex;
        DFS_FLAGS_SERVER_HOLD_STORAGE "smb.dfs.flags.server_hold_storage" "Hold Storage": Bool(16) & 0x2 = Names::Bools("Referral SERVER HOLDS STORAGE for the file", "Referral server does NOT hold storage for the file");
        DFS_FLAGS_FIELDING "smb.dfs.flags.fielding" "Fielding": Bool(16) & 0x1 = Names::Bools("The server in referral is FIELDING CAPABLE", "The server in referrals is NOT fielding capable");
        DFS_REFERRAL_VERSION "smb.dfs.referral.version" "Version": U16 Dec;
        DFS_REFERRAL_SIZE "smb.dfs.referral.size" "Size": U16 Dec;
        DFS_REFERRAL_SERVER_TYPE "smb.dfs.referral.server.type" "Server Type": U16 Dec = names::DFS_REFERRAL_SERVER_TYPE_NAMES;
        DFS_REFERRAL_FLAGS "smb.dfs.referral.flags" "Flags": U16 Hex;
        DFS_REFERRAL_FLAGS_NAME_LIST_REFERRAL "smb.dfs.referral.flags.name_list_referral" "NameListReferral": Bool(16) & 0x2 = Names::Bools("A domain/DC referral response", "NOT a domain/DC referral response");
        DFS_REFERRAL_FLAGS_TARGET_SET_BOUNDARY "smb.dfs.referral.flags.target_set_boundary" "TargetSetBoundary": Bool(16) & 0x4 = Names::Bools("The first target in the target set", "NOT the first target in the target set");
        DFS_REFERRAL_NODE_OFFSET "smb.dfs.referral.node_offset" "Node Offset": U16 Dec;
        DFS_REFERRAL_NODE "smb.dfs.referral.node" "Node": Str;
        DFS_REFERRAL_PROXIMITY "smb.dfs.referral.proximity" "Proximity": U32 Dec;
        DFS_REFERRAL_TTL "smb.dfs.referral.ttl" "TTL": U32 Dec;
        DFS_REFERRAL_PATH_OFFSET "smb.dfs.referral.path_offset" "Path Offset": U16 Dec;
        DFS_REFERRAL_PATH "smb.dfs.referral.path" "Path": Str;
        DFS_REFERRAL_ALT_PATH_OFFSET "smb.dfs.referral.alt_path_offset" "Alt Path Offset": U16 Dec;
        DFS_REFERRAL_ALT_PATH "smb.dfs.referral.alt_path" "Alt Path": Str;
        DFS_REFERRAL_DOMAIN_OFFSET "smb.dfs.referral.domain_offset" "Domain Offset": U16 Dec;
        DFS_REFERRAL_NUMBER_OF_EXPNAMES "smb.dfs.referral.number_of_expnames" "Number of Expanded Names": U16 Dec;
        DFS_REFERRAL_EXPNAMES_OFFSET "smb.dfs.referral.expnames_offset" "Expanded Names Offset": U16 Dec;
        DFS_REFERRAL_DOMAIN_NAME "smb.dfs.referral.domain_name" "Domain Name": Str;
        DFS_REFERRAL_EXPNAME "smb.dfs.referral.expname" "Expanded Name": Str;
        DFS_REFERRAL_SERVER_GUID "smb.dfs.referral.server_guid" "Server GUID": Guid;
        END_OF_SEARCH "smb.end_of_search" "End Of Search": U16 Dec;
        LAST_NAME_OFFSET "smb.last_name_offset" "Last Name Offset": U16 Dec;
        CHANGE_COUNT "smb.change_count" "Change Count": U16 Dec;
        FILE_INDEX "smb.file_index" "File Index": U32 Dec;
        SHORT_FILE "smb.short_file" "Short File Name": Str;
        SHORT_FILE_NAME_LEN "smb.short_file_name_len" "Short File Name Len": U32 Dec;
        FS_ID "smb.fs_id" "FS Id": U32 Dec;
        FS_SECTOR_PER_UNIT "smb.fs_sector_per_unit" "Sectors/Unit": U32 Dec;
        FS_UNITS "smb.fs_units" "Total Units": U32 Dec;
        FS_BYTES_PER_SECTOR "smb.fs_bytes_per_sector" "Bytes per Sector": U32 Dec;
        VOLUME_SERIAL "smb.volume.serial" "Volume Serial Number": U32 Hex;
        VOLUME_LABEL_LEN "smb.volume.label.len" "Label Length": U32 Dec;
        VOLUME_LABEL "smb.volume.label" "Label": Str;
        FREE_ALLOC_UNITS "smb.free_alloc_units" "Free Units": U64 Dec;
        CALLER_FREE_ALLOC_UNITS "smb.caller_free_alloc_units" "Caller Free Units": U64 Dec;
        ACTUAL_FREE_ALLOC_UNITS "smb.actual_free_alloc_units" "Actual Free Units": U64 Dec;
        QUOTA_SOFT_DEFAULT "smb.quota.soft.default" "(Soft) Quota Threshold": U64 Dec;
        QUOTA_HARD_DEFAULT "smb.quota.hard.default" "(Hard) Quota Limit": U64 Dec;
        QUOTA_USED "smb.quota.used" "Quota Used": U64 Dec;
        FS_MAX_NAME_LEN "smb.fs_max_name_len" "Max name length": U32 Dec;
        FS_NAME_LEN "smb.fs_name.len" "Label Length": U32 Dec;
        FS_NAME "smb.fs_name" "FS Name": Str;
        DEVICE "smb.device" "Device Characteristics": U32 Hex;
        DEVICE_REMOVABLE "smb.device.removable" "Removable": Bool(32) & 0x1 = Names::Bools("This is a REMOVABLE device", "This is NOT a removable device");
        DEVICE_READ_ONLY "smb.device.read_only" "Read Only": Bool(32) & 0x2 = Names::Bools("This is a READ-ONLY device", "This is NOT a read-only device");
        DEVICE_FLOPPY "smb.device.floppy" "Floppy": Bool(32) & 0x4 = Names::Bools("This is a FLOPPY DISK device", "This is NOT a floppy disk device");
        DEVICE_WRITE_ONCE "smb.device.write_once" "Write Once": Bool(32) & 0x8 = Names::Bools("This is a WRITE-ONCE device", "This is NOT a write-once device");
        DEVICE_REMOTE "smb.device.remote" "Remote": Bool(32) & 0x10 = Names::Bools("This is a REMOTE device", "This is NOT a remote device");
        DEVICE_MOUNTED "smb.device.mounted" "Mounted": Bool(32) & 0x20 = Names::Bools("This device is MOUNTED", "This device is NOT mounted");
        DEVICE_VIRTUAL "smb.device.virtual" "Virtual": Bool(32) & 0x40 = Names::Bools("This is a VIRTUAL device", "This is NOT a virtual device");
        DEVICE_SECURE_OPEN "smb.device.secure_open" "Secure Open": Bool(32) & 0x100 = Names::Bools("This device supports SECURE OPEN", "This device does NOT support secure open");
        DEVICE_TS "smb.device.ts" "Terminal Services": Bool(32) & 0x1000 = Names::Bools("This is a TERMINAL SERVICES device", "This is NOT a terminal services device");
        DEVICE_WEBDAV "smb.device.webdav" "Webdav": Bool(32) & 0x2000 = Names::Bools("This is a WEBDAV device", "This is NOT a webdav device");
        DEVICE_AAT "smb.device.aat" "Allow Appcontainer Traversal": Bool(32) & 0x20000 = Names::Bools("This device ALLOWS APPCONTAINER TRAVERSAL", "This device does NOT allow appcontainer traversal");
        DEVICE_PORTABLE "smb.device.portable" "Portable": Bool(32) & 0x4000 = Names::Bools("This is a PORTABLE device", "This is NOT a portable device");
        FS_ATTR "smb.fs_attr" "FS Attributes": U32 Hex;
        FS_ATTR_CSS "smb.fs_attr.css" "Case Sensitive Search": Bool(32) & 0x1 = Names::Bools("This FS supports CASE SENSITIVE SEARCHes", "This FS does NOT support case sensitive searches");
        FS_ATTR_CPN "smb.fs_attr.cpn" "Case Preserving": Bool(32) & 0x2 = Names::Bools("This FS supports CASE PRESERVED NAMES", "This FS does NOT support case preserved names");
        FS_ATTR_UOD "smb.fs_attr.uod" "Unicode On Disk": Bool(32) & 0x4 = Names::Bools("This FS supports UNICODE NAMES", "This FS does NOT support unicode names");
        FS_ATTR_PACLS "smb.fs_attr.pacls" "Persistent ACLs": Bool(32) & 0x8 = Names::Bools("This FS supports PERSISTENT ACLs", "This FS does NOT support persistent acls");
        FS_ATTR_FC "smb.fs_attr.fc" "Compression": Bool(32) & 0x10 = Names::Bools("This FS supports COMPRESSED FILES", "This FS does NOT support compressed files");
        FS_ATTR_VQ "smb.fs_attr.vq" "Volume Quotas": Bool(32) & 0x20 = Names::Bools("This FS supports VOLUME QUOTAS", "This FS does NOT support volume quotas");
        FS_ATTR_SSF "smb.fs_attr.ssf" "Sparse Files": Bool(32) & 0x40 = Names::Bools("This FS supports SPARSE FILES", "This FS does NOT support sparse files");
        FS_ATTR_SRP "smb.fs_attr.srp" "Reparse Points": Bool(32) & 0x80 = Names::Bools("This FS supports REPARSE POINTS", "This FS does NOT support reparse points");
        FS_ATTR_SRS "smb.fs_attr.srs" "Remote Storage": Bool(32) & 0x100 = Names::Bools("This FS supports REMOTE STORAGE", "This FS does NOT support remote storage");
        FS_ATTR_SLA "smb.fs_attr.sla" "LFN APIs": Bool(32) & 0x4000 = Names::Bools("This FS supports LFN APIs", "This FS does NOT support lfn apis");
        FS_ATTR_VIS "smb.fs_attr.vis" "Volume Is Compressed": Bool(32) & 0x8000 = Names::Bools("This FS VOLUME IS COMPRESSED", "This FS volume is NOT compressed");
        FS_ATTR_SOIDS "smb.fs_attr.soids" "Supports OIDs": Bool(32) & 0x10000 = Names::Bools("This FS supports OIDs", "This FS does NOT support OIDs");
        FS_ATTR_SE "smb.fs_attr.se" "Supports Encryption": Bool(32) & 0x20000 = Names::Bools("This FS supports ENCRYPTION", "This FS does NOT support encryption");
        FS_ATTR_NS "smb.fs_attr.ns" "Named Streams": Bool(32) & 0x40000 = Names::Bools("This FS supports NAMED STREAMS", "This FS does NOT support named streams");
        FS_ATTR_ROV "smb.fs_attr.rov" "Read Only Volume": Bool(32) & 0x80000 = Names::Bools("This is a READ ONLY VOLUME", "This is a read/write volume");
        FS_ATTR_SWO "smb.fs_attr.swo" "Sequential Write Once": Bool(32) & 0x100000 = Names::Bools("This is a SEQUENTIAL WRITE ONCE VOLUME", "This is NOT a sequential write once volume");
        FS_ATTR_ST "smb.fs_attr.st" "Transactions": Bool(32) & 0x200000 = Names::Bools("This filesystem supports TRANSACTIONS", "This filesystem does NOT support transactions");
        FS_ATTR_SHL "smb.fs_attr.shl" "Hard Links": Bool(32) & 0x400000 = Names::Bools("This filesystem supports HARD LINKS", "This filesystem does NOT support hard links");
        FS_ATTR_SIS "smb.fs_attr.sis" "Integrity Streams": Bool(32) & 0x4000000 = Names::Bools("This filesystem supports INTEGRITY STREAMS", "This filesystem does NOT support integrity streams");
        FS_ATTR_SBR "smb.fs_attr.sbr" "Block Refcounting": Bool(32) & 0x8000000 = Names::Bools("This filesystem supports BLOCK REFCOUNTING", "This filesystem does NOT support block refcounting");
        FS_ATTR_SSV "smb.fs_attr.ssv" "Sparse VDL": Bool(32) & 0x10000000 = Names::Bools("This filesystem supports SPARSE VDL", "This filesystem does NOT support sparse vdl");
        QUOTA_USER_CHANGE_TIME "smb.quota.user.change_time" "Change Time": AbsTime Local;
        QUOTA_USER_OFFSET "smb.quota.user.offset" "Next Offset": U32 Dec;
        PIPE_WRITE_LEN "smb.pipe.write_len" "Pipe Write Len": U16 Dec;
        QUOTA_FLAGS_DENY_DISK "smb.quota.flags.deny_disk" "Deny Disk": Bool(8) & 0x2 = Names::Bools("DENY DISK SPACE for users exceeding quota limit", "Do NOT deny disk space for users exceeding quota limit");
        QUOTA_FLAGS_LOG_LIMIT "smb.quota.flags.log_limit" "Log Limit": Bool(8) & 0x20 = Names::Bools("LOG EVENT when a user exceeds their QUOTA LIMIT", "Do NOT log event when a user exceeds their quota limit");
        QUOTA_FLAGS_LOG_WARNING "smb.quota.flags.log_warning" "Log Warning": Bool(8) & 0x10 = Names::Bools("LOG EVENT when a user exceeds their WARNING LEVEL", "Do NOT log event when a user exceeds their warning level");
        QUOTA_FLAGS "smb.quota.flags" "Quota Flags": U8 Hex;
        QUOTA_FLAGS_ENABLED "smb.quota.flags.enabled" "Enabled": Bool(8) & 0x1 = Names::Bools("Quotas are ENABLED of this fs", "Quotas are NOT enabled on this fs");
        SEGMENT_OVERLAP "smb.segment.overlap" "Fragment overlap": Bool;
        SEGMENT_OVERLAP_CONFLICT "smb.segment.overlap.conflict" "Conflicting data in fragment overlap": Bool;
        SEGMENT_MULTIPLETAILS "smb.segment.multipletails" "Multiple tail fragments found": Bool;
        SEGMENT_TOOLONGFRAGMENT "smb.segment.toolongfragment" "Fragment too long": Bool;
        SEGMENT_ERROR "smb.segment.error" "Defragmentation error": Framenum;
        FID_OPENED_IN "smb.fid.opened_in" "Opened in": Framenum;
        FID_CLOSED_IN "smb.fid.closed_in" "Closed in": Framenum;
        FID_MAPPED_IN "smb.fid.mapped_in" "Mapped in": Framenum;
        SEGMENT "smb.segment" "SMB Segment": Framenum;
        SEGMENT_SEGMENTS "smb.segment.segments" "SMB Segments": None;
        CREATE_FLAGS "smb.create_flags" "Create Flags": U32 Hex;
        CREATE_OPTIONS "smb.create_options" "Create Options": U32 Hex;
        SHARE_ACCESS "smb.share_access" "Share Access": U32 Hex;
        ACCESS_MASK "smb.access_mask" "Access Mask": U32 Hex;
        MODE "smb.mode" "Mode": U32 Hex;
        ATTRIBUTE "smb.attribute" "Attribute": U32 Hex;
        REPARSE_TAG "smb.reparse_tag" "Reparse Tag": U32 Hex;
        DISPOSITION_DELETE_ON_CLOSE "smb.disposition.delete_on_close" "Delete on close": Bool(8) & 0x1 = Names::Bools("DELETE this file when closed", "Normal access, do not delete on close");
        PIPE_INFO_FLAG "smb.pipe_info_flag" "Pipe Info": Bool(8) & 0x1 = Names::Bools("SET NAMED PIPE mode", "Clear NAMED PIPE mode");
        LOGGED_IN "smb.logged_in" "Logged In": Framenum;
        LOGGED_OUT "smb.logged_out" "Logged Out": Framenum;
        FILE_RW_OFFSET "smb.file.rw.offset" "File Offset": U64 Dec;
        FILE_RW_LENGTH "smb.file.rw.length" "File RW Length": U32 Dec;
        TRANS_DATA_SETUP_WORD "smb.trans_data.setup_word" "Setup Word": U16 Hex;
        TRANS_DATA_PARAMETERS "smb.trans_data.parameters" "Parameters": Bytes;
        TRANS_DATA "smb.trans_data" "Data": Bytes;
        EXTRA_BYTE_PARAMETERS "smb.extra_byte_parameters" "Extra byte parameters": Bytes;
        NT_TRANSACTION_SETUP "smb.nt_transaction_setup" "NT Transaction Setup": Bytes;
        SERVER_COMPONENT "smb.server_component" "Server Component": U32 Hex;
        BYTE_PARAMETERS "smb.byte_parameters" "Byte parameters": Bytes;
        WORD_PARAMETERS "smb.word_parameters" "Word parameters": Bytes;
        NT_TRANSACTION_SETUP_UNKNOWN "smb.nt_transaction_setup.unknown" "Unknown NT Transaction Setup (matching request not seen)": None;
        NT_GENERIC_READ "nt.access_mask.generic_read" "Generic read": Bool(32) & 0x80000000 = Names::Bools("Set", "Not set");
        NT_GENERIC_WRITE "nt.access_mask.generic_write" "Generic write": Bool(32) & 0x40000000 = Names::Bools("Set", "Not set");
        NT_GENERIC_EXECUTE "nt.access_mask.generic_execute" "Generic execute": Bool(32) & 0x20000000 = Names::Bools("Set", "Not set");
        NT_GENERIC_ALL "nt.access_mask.generic_all" "Generic all": Bool(32) & 0x10000000 = Names::Bools("Set", "Not set");
        NT_MAXIMUM_ALLOWED "nt.access_mask.maximum_allowed" "Maximum allowed": Bool(32) & 0x2000000 = Names::Bools("Set", "Not set");
        NT_ACCESS_SACL "nt.access_mask.access_sacl" "Access SACL": Bool(32) & 0x800000 = Names::Bools("Set", "Not set");
        NT_SYNCHRONISE "nt.access_mask.synchronise" "Synchronise": Bool(32) & 0x100000 = Names::Bools("Set", "Not set");
        NT_WRITE_OWNER "nt.access_mask.write_owner" "Write owner": Bool(32) & 0x80000 = Names::Bools("Set", "Not set");
        NT_WRITE_DAC "nt.access_mask.write_dac" "Write DAC": Bool(32) & 0x40000 = Names::Bools("Set", "Not set");
        NT_READ_CONTROL "nt.access_mask.read_control" "Read control": Bool(32) & 0x20000 = Names::Bools("Set", "Not set");
        NT_DELETE "nt.access_mask.delete" "Delete": Bool(32) & 0x10000 = Names::Bools("Set", "Not set");
        NT_SID_REVISION "nt.sid.revision" "Revision": U8 Dec;
        NT_SID_NUM_AUTH "nt.sid.num_auth" "Num Auth": U8 Dec;
        NT_SID_AUTH "nt.sid.auth" "Authority": U64 Dec;
        NT_SID_SUBAUTH "nt.sid.subauth" "Subauthorities": Str;
        NT_SID_WKWN "nt.sid.wkwn" "Well-known SID": Str;
        NT_SID_DOMAIN "nt.sid.domain" "Domain": Str;
        NT_SID "nt.sid" "SID": Str;
        NT_SID_RID "nt.sid.rid" "RID": U32 Dec;
        NT_ACCESS_MASK "nt.access_mask" "Access required": U32 Hex;
        NT_SEC_DESC_REVISION "nt.sec_desc.revision" "Revision": U16 Dec;
        NT_SEC_DESC_TYPE "nt.sec_desc.type" "Type": U16 Hex;
        NT_OFFSET_TO_OWNER_SID "nt.offset_to_owner_sid" "Offset to owner SID": U32 Dec;
        NT_OFFSET_TO_GROUP_SID "nt.offset_to_group_sid" "Offset to group SID": U32 Dec;
        NT_OFFSET_TO_SACL "nt.offset_to_sacl" "Offset to SACL": U32 Dec;
        NT_OFFSET_TO_DACL "nt.offset_to_dacl" "Offset to DACL": U32 Dec;
        NT_ACL_REVISION "nt.acl.revision" "Revision": U16 Dec = nt::ACL_REVISIONS;
        NT_ACL_SIZE "nt.acl.size" "Size": U16 Dec;
        NT_ACL_NUM_ACES "nt.acl.num_aces" "Num ACEs": U32 Dec;
        NT_ACE_TYPE "nt.ace.type" "Type": U8 Dec = nt::ACE_TYPES;
        NT_ACE_FLAGS "nt.ace.flags" "NT ACE Flags": U8 Hex;
        NT_SEC_INFO "nt.sec_info" "SEC INFO": U32 Hex;
        NT_SEC_INFO_SACL "nt.sec_info.sacl" "SACL": Bool(32) & 0x8 = Names::Bools("Request SACL", "Do NOT request SACL");
        NT_SEC_INFO_DACL "nt.sec_info.dacl" "DACL": Bool(32) & 0x4 = Names::Bools("Request DACL", "Do NOT request DACL");
        NT_SEC_INFO_GROUP "nt.sec_info.group" "Group": Bool(32) & 0x2 = Names::Bools("Request GROUP", "Do NOT request group");
        NT_SEC_INFO_OWNER "nt.sec_info.owner" "Owner": Bool(32) & 0x1 = Names::Bools("Request OWNER", "Do NOT request owner");
        NT_ACE_OBJECT_FLAGS "nt.ace.object.flags" "ACE Object Flags": U32 Hex;
        NT_ACE_OBJECT_FLAGS_OBJECT "nt.ace.object.flags.object_type_present" "Object Type Present": Bool(32) & 0x1 = Names::Bools("Set", "Not set");
        NT_ACE_OBJECT_FLAGS_INHERITED "nt.ace.object.flags.inherited_object_type_present" "Inherited Object Type Present": Bool(32) & 0x2 = Names::Bools("Set", "Not set");
        NT_ACE_OBJECT_GUID "nt.ace.object.guid" "GUID": Guid;
        NT_ACE_SIZE "nt.ace.size" "Size": U16 Dec;
        NT_SPECIFIC_15 "nt.access_mask.specific_15" "Specific access, bit 15": Bool(32) & 0x8000 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_14 "nt.access_mask.specific_14" "Specific access, bit 14": Bool(32) & 0x4000 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_13 "nt.access_mask.specific_13" "Specific access, bit 13": Bool(32) & 0x2000 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_12 "nt.access_mask.specific_12" "Specific access, bit 12": Bool(32) & 0x1000 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_11 "nt.access_mask.specific_11" "Specific access, bit 11": Bool(32) & 0x800 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_10 "nt.access_mask.specific_10" "Specific access, bit 10": Bool(32) & 0x400 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_9 "nt.access_mask.specific_9" "Specific access, bit 9": Bool(32) & 0x200 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_8 "nt.access_mask.specific_8" "Specific access, bit 8": Bool(32) & 0x100 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_7 "nt.access_mask.specific_7" "Specific access, bit 7": Bool(32) & 0x80 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_6 "nt.access_mask.specific_6" "Specific access, bit 6": Bool(32) & 0x40 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_5 "nt.access_mask.specific_5" "Specific access, bit 5": Bool(32) & 0x20 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_4 "nt.access_mask.specific_4" "Specific access, bit 4": Bool(32) & 0x10 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_3 "nt.access_mask.specific_3" "Specific access, bit 3": Bool(32) & 0x8 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_2 "nt.access_mask.specific_2" "Specific access, bit 2": Bool(32) & 0x4 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_1 "nt.access_mask.specific_1" "Specific access, bit 1": Bool(32) & 0x2 = Names::Bools("Set", "Not set");
        NT_SPECIFIC_0 "nt.access_mask.specific_0" "Specific access, bit 0": Bool(32) & 0x1 = Names::Bools("Set", "Not set");
        NT_SEC_DESC_TYPE_OWNER_DEFAULTED "nt.sec_desc.type.owner_defaulted" "Owner Defaulted": Bool(16) & 0x1 = Names::Bools("OWNER is DEFAULTED", "Owner is NOT defaulted");
        NT_SEC_DESC_TYPE_GROUP_DEFAULTED "nt.sec_desc.type.group_defaulted" "Group Defaulted": Bool(16) & 0x2 = Names::Bools("GROUP is DEFAULTED", "Group is NOT defaulted");
        NT_SEC_DESC_TYPE_DACL_PRESENT "nt.sec_desc.type.dacl_present" "DACL Present": Bool(16) & 0x4 = Names::Bools("DACL is PRESENT", "DACL is NOT present");
        NT_SEC_DESC_TYPE_DACL_DEFAULTED "nt.sec_desc.type.dacl_defaulted" "DACL Defaulted": Bool(16) & 0x8 = Names::Bools("DACL is DEFAULTED", "DACL is NOT defaulted");
        NT_SEC_DESC_TYPE_SACL_PRESENT "nt.sec_desc.type.sacl_present" "SACL Present": Bool(16) & 0x10 = Names::Bools("SACL is PRESENT", "SACL is NOT present");
        NT_SEC_DESC_TYPE_SACL_DEFAULTED "nt.sec_desc.type.sacl_defaulted" "SACL Defaulted": Bool(16) & 0x20 = Names::Bools("SACL is DEFAULTED", "SACL is NOT defaulted");
        NT_SEC_DESC_TYPE_DACL_AUTO_INHERIT_REQ "nt.sec_desc.type.dacl_auto_inherit_req" "DACL Auto Inherit Required": Bool(16) & 0x100 = Names::Bools("DACL has AUTO INHERIT REQUIRED", "DACL does NOT require auto inherit");
        NT_SEC_DESC_TYPE_DACL_TRUSTED "nt.sec_desc.type.dacl_trusted" "DACL Trusted": Bool(16) & 0x40 = Names::Bools("DACL TRUSTED is TRUE", "Dacl trusted is FALSE");
        NT_SEC_DESC_TYPE_SERVER_SECURITY "nt.sec_desc.type.server_security" "Server Security": Bool(16) & 0x80 = Names::Bools("SERVER SECURITY is TRUE", "Server security is FALSE");
        NT_SEC_DESC_TYPE_SACL_AUTO_INHERIT_REQ "nt.sec_desc.type.sacl_auto_inherit_req" "SACL Auto Inherit Required": Bool(16) & 0x200 = Names::Bools("SACL has AUTO INHERIT REQUIRED", "SACL does NOT require auto inherit");
        NT_SEC_DESC_TYPE_DACL_AUTO_INHERITED "nt.sec_desc.type.dacl_auto_inherited" "DACL Auto Inherited": Bool(16) & 0x400 = Names::Bools("DACL is AUTO INHERITED", "DACL is NOT auto inherited");
        NT_SEC_DESC_TYPE_SACL_AUTO_INHERITED "nt.sec_desc.type.sacl_auto_inherited" "SACL Auto Inherited": Bool(16) & 0x800 = Names::Bools("SACL is AUTO INHERITED", "SACL is NOT auto inherited");
        NT_SEC_DESC_TYPE_DACL_PROTECTED "nt.sec_desc.type.dacl_protected" "DACL Protected": Bool(16) & 0x1000 = Names::Bools("The DACL is PROTECTED", "The DACL is NOT protected");
        NT_SEC_DESC_TYPE_SACL_PROTECTED "nt.sec_desc.type.sacl_protected" "SACL Protected": Bool(16) & 0x2000 = Names::Bools("The SACL is PROTECTED", "The SACL is NOT protected");
        NT_SEC_DESC_TYPE_SELF_RELATIVE "nt.sec_desc.type.self_relative" "Self Relative": Bool(16) & 0x8000 = Names::Bools("This SecDesc is SELF RELATIVE", "This SecDesc is NOT self relative");
        NT_SEC_DESC_TYPE_RM_CONTROL_VALID "nt.sec_desc.type.rm_control_valid" "RM Control Valid": Bool(16) & 0x4000 = Names::Bools("Rm control valid is TRUE", "Rm control valid is FALSE");
        NT_ACE_FLAGS_OBJECT_INHERIT "nt.ace.flags.object_inherit" "Object Inherit": Bool(8) & 0x1 = Names::Bools("Subordinate files will inherit this ACE", "Subordinate files will not inherit this ACE");
        NT_ACE_FLAGS_CONTAINER_INHERIT "nt.ace.flags.container_inherit" "Container Inherit": Bool(8) & 0x2 = Names::Bools("Subordinate containers will inherit this ACE", "Subordinate containers will not inherit this ACE");
        NT_ACE_FLAGS_NON_PROPAGATE_INHERIT "nt.ace.flags.non_propagate_inherit" "Non-Propagate Inherit": Bool(8) & 0x4 = Names::Bools("Subordinate object will not propagate the inherited ACE further", "Subordinate object will propagate the inherited ACE further");
        NT_ACE_FLAGS_INHERIT_ONLY "nt.ace.flags.inherit_only" "Inherit Only": Bool(8) & 0x8 = Names::Bools("This ACE does not apply to the current object", "This ACE applies to the current object");
        NT_ACE_FLAGS_INHERITED_ACE "nt.ace.flags.inherited_ace" "Inherited ACE": Bool(8) & 0x10 = Names::Bools("This ACE was inherited from its parent object", "This ACE was not inherited from its parent object");
        NT_ACE_FLAGS_SUCCESSFUL_ACCESS "nt.ace.flags.successful_access" "Audit Successful Accesses": Bool(8) & 0x40 = Names::Bools("Successful accesses will be audited", "Successful accesses will not be audited");
        NT_ACE_FLAGS_FAILED_ACCESS "nt.ace.flags.failed_access" "Audit Failed Accesses": Bool(8) & 0x80 = Names::Bools("Failed accesses will be audited", "Failed accesses will not be audited");
    }
}

const MAGIC: &[u8] = b"\xffSMB";
const HEADER: usize = 32;
/// In the second word of flags: texts are Unicode, errors those of NT.
const UNICODE: u16 = 0x8000;
const NT_ERRORS: u16 = 0x4000;
const EXTENDED_SECURITY: u16 = 0x0800;

/// Commands, [MS-CIFS] section 2.2.2.1.
mod command {
    pub const CREATE_DIRECTORY: u8 = 0x00;
    pub const DELETE_DIRECTORY: u8 = 0x01;
    pub const OPEN: u8 = 0x02;
    pub const CREATE: u8 = 0x03;
    pub const CLOSE: u8 = 0x04;
    pub const FLUSH: u8 = 0x05;
    pub const DELETE: u8 = 0x06;
    pub const RENAME: u8 = 0x07;
    pub const QUERY_INFORMATION: u8 = 0x08;
    pub const READ: u8 = 0x0a;
    pub const WRITE: u8 = 0x0b;
    pub const CREATE_NEW: u8 = 0x0f;
    pub const CHECK_DIRECTORY: u8 = 0x10;
    pub const LOCKING_ANDX: u8 = 0x24;
    pub const TRANS: u8 = 0x25;
    pub const TRANS_SECONDARY: u8 = 0x26;
    pub const ECHO: u8 = 0x2b;
    pub const OPEN_ANDX: u8 = 0x2d;
    pub const READ_ANDX: u8 = 0x2e;
    pub const WRITE_ANDX: u8 = 0x2f;
    pub const TRANS2: u8 = 0x32;
    pub const TRANS2_SECONDARY: u8 = 0x33;
    pub const FIND_CLOSE: u8 = 0x34;
    pub const NEGOTIATE: u8 = 0x72;
    pub const SESSION_SETUP: u8 = 0x73;
    pub const LOGOFF: u8 = 0x74;
    pub const TREE_CONNECT: u8 = 0x75;
    pub const QUERY_DISK: u8 = 0x80;
    pub const SEARCH: u8 = 0x81;
    pub const NT_TRANS: u8 = 0xa0;
    pub const NT_TRANS_SECONDARY: u8 = 0xa1;
    pub const NT_CREATE: u8 = 0xa2;
    /// No command follows.
    pub const NONE: u8 = 0xff;
    /// So many commands may follow each other.
    pub const MAX_CHAIN: usize = 10;

    /// Whether another command may follow this one.
    pub fn is_andx(command: u8) -> bool {
        matches!(command, LOCKING_ANDX | OPEN_ANDX..=WRITE_ANDX | SESSION_SETUP..=TREE_CONNECT | NT_CREATE)
    }

    /// Whether it continues what another request began.
    pub fn is_secondary(command: u8) -> bool {
        matches!(command, TRANS_SECONDARY | TRANS2_SECONDARY | NT_TRANS_SECONDARY)
    }
}

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().starts_with(MAGIC) && c.left() >= HEADER
}

/// What the parts of a message need of it.
struct Message<'a> {
    /// From its header on: places in it count from there.
    all: Cursor<'a>,
    response: bool,
    unicode: bool,
    extended: bool,
    /// What the past tells of it.
    known: past::Known<'a>,
}

impl<'a> Message<'a> {
    /// What the request said, in a response.
    fn asked(&self) -> Option<past::Asked<'a>> {
        self.known.asked().filter(|_| self.response)
    }

    /// The bytes at an offset from the header.
    fn at(&self, offset: usize, len: usize) -> Result<Cursor<'a>, Stop> {
        let mut at = self.all;
        at.skip(offset)?;
        at.take_all(len)
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SMB");
    cx.info_clear();
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("SMB (Server Message Block Protocol)"));
    let all = c;
    let h = c.peek_array::<HEADER>()?;
    let word = |at: usize| u16::from_le_bytes([h[at], h[at + 1]]);
    let (command, flags2) = (h[4], word(10));
    let id = u64::from(word(30)) | u64::from(word(26)) << 16;
    let m = Message {
        all,
        response: h[9] & 0x80 != 0,
        unicode: flags2 & UNICODE != 0,
        extended: flags2 & EXTENDED_SECURITY != 0,
        known: past::Known::of(cx, id),
    };
    let name = names::CMD_NAMES.or(u64::from(command), "Unknown");
    cx.info(|o| _ = o.s(name).s(if m.response { " Response" } else { " Request" }));
    let line = cx.line(c.span(HEADER), |o| _ = o.s("SMB Header"));
    cx.under(line, |cx| header(cx, &mut c, &m, flags2, command))?;
    let said = chain(cx, &m, command);
    if m.response && said != Err(Stop::Cut) {
        let nt = flags2 & NT_ERRORS != 0;
        let code = u32::from_le_bytes([h[5], h[6], h[7], h[8]]);
        let error = if nt { status::NT_STATUS.find(code.into()) } else { errors::name(h[5], word(7)) };
        if code != 0 {
            cx.info_add(|o| {
                o.s(", Error: ");
                match error {
                    Some(name) => o.s(name),
                    None => o.s("Unknown (").hex(code, 8).s(")"),
                };
            });
        }
    }
    said
}

/// The header: [MS-CIFS] section 2.2.3.1.
fn header<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    m: &Message<'_>,
    flags2: u16,
    command: u8,
) -> Step {
    let it = cx.field_le(SERVER_COMPONENT, c, 4)?;
    cx.label(it, |o| _ = o.s("Server Component: SMB"));
    if let Some(asked) = m.known.request {
        if m.response {
            cx.generated(RESPONSE_TO, m.all.span(0), Value::U(asked.frame));
            cx.generated(TIME, m.all.span(0), cx.meta.time.since(asked.time).into());
        } else if command::is_secondary(command) {
            cx.generated(CONTINUATION_TO, m.all.span(0), Value::U(asked.frame));
        }
    }
    cx.u8(CMD, c)?;
    if flags2 & NT_ERRORS != 0 {
        cx.u32_le(NT_STATUS, c)?;
    } else {
        let class = cx.u8(ERROR_CLASS, c)?;
        cx.bytes(RESERVED, c, 1)?;
        let code = requin_wire::le(c.peek_bytes(0, 2)?) as u16;
        let it = cx.field_le(ERROR_CODE, c, 2)?;
        if let Some(name) = errors::name(class, code) {
            cx.label(it, |o| _ = o.s("Error Code: ").s(name));
        }
    }
    let bits = [
        FLAGS_RESPONSE,
        FLAGS_NOTIFY,
        FLAGS_OPLOCK,
        FLAGS_CANON,
        FLAGS_CASELESS,
        FLAGS_RECEIVE_BUFFER,
        FLAGS_LOCK,
    ];
    common::flags(cx, FLAGS, c, 1, &bits)?;
    let bits = [
        FLAGS2_STRING,
        FLAGS2_NT_ERROR,
        FLAGS2_ROE,
        FLAGS2_DFS,
        FLAGS2_ESN,
        FLAGS2_REPARSE_PATH,
        FLAGS2_LONG_NAMES_USED,
        FLAGS2_SEC_SIG_REQUIRED,
        FLAGS2_COMPRESSED,
        FLAGS2_SEC_SIG,
        FLAGS2_EA,
        FLAGS2_LONG_NAMES_ALLOWED,
    ];
    common::flags(cx, FLAGS2, c, 2, &bits)?;
    cx.u16_le(PID_HIGH, c)?;
    cx.bytes(SIGNATURE, c, 8)?;
    cx.bytes(RESERVED, c, 2)?;
    let span = c.span(2);
    let it = cx.field_le(TID, c, 2)?;
    if let Some(tree) = m.known.tree {
        cx.append(it, |o| _ = o.s("  (").text(&tree.bytes).s(")"));
        cx.under(it, |cx| {
            let it = cx.add_bytes(PATH, span, &tree.bytes);
            cx.set_generated(it);
            cx.generated(FID_MAPPED_IN, span, Value::U(tree.frame));
        });
    }
    for field in [PID, UID, MID] {
        cx.u16_le(field, c)?;
    }
    Ok(())
}

/// A command, and those that follow it.
fn chain<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, first: u8) -> Step {
    let (mut command, mut at) = (first, HEADER);
    for nth in 0..command::MAX_CHAIN {
        let mut c = m.all;
        c.skip(at)?;
        let name = names::CMD_NAMES.or(u64::from(command), "Unknown");
        if nth > 0 {
            cx.info_add(|o| _ = o.s("; ").s(name));
        }
        let line = cx.line(c.span(usize::MAX), |o| {
            o.s(name).s(if m.response { " Response (" } else { " Request (" }).hex(command, 2).s(")");
        });
        let next = cx.under(line, |cx| body(cx, c, m, command))?;
        match next {
            Some((follows, next)) if follows != command::NONE && next > at => (command, at) = (follows, next),
            _ => break,
        }
    }
    Ok(())
}

/// Words and bytes of a command; gives the command that follows, and where.
fn body<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    m: &Message<'_>,
    command: u8,
) -> Result<Option<(u8, usize)>, Stop> {
    use self::command as is;
    if let Some(asked) = m.asked() {
        recalled(cx, &c, m, asked, command)?;
    }
    let count = cx.u8(WCT, &mut c)?;
    // Windows has counted the words of this response wrongly ever since ([MS-SMB] section 2.2.4.9.2).
    let len = match (command, m.response, count) {
        (is::NT_CREATE, true, 42) if c.left() >= 102 => 100,
        _ => usize::from(count) * 2,
    };
    let mut words = c.take_all(len)?;
    let mut next = None;
    if is::is_andx(command) && count >= 2 {
        let follows = words.peek_u8(0)?;
        let it = cx.peek(CMD, &words, 1)?;
        cx.label(it, |o| {
            let name = match follows {
                is::NONE => "No further commands",
                n => names::CMD_NAMES.or(n.into(), "Unknown"),
            };
            o.s("AndXCommand: ").s(name).s(" (").hex(follows, 2).s(")");
        });
        words.skip(1)?;
        cx.bytes(RESERVED, &mut words, 1)?;
        next = Some((follows, usize::from(cx.u16_le(ANDXOFFSET, &mut words)?)));
    }
    let mut p = Parts { words, after: c, count };
    match (command, m.response) {
        (is::NEGOTIATE, false) => session::dialects(cx, &mut p),
        (is::NEGOTIATE, true) => session::negotiated(cx, &mut p, m),
        (is::SESSION_SETUP, false) => session::setup(cx, &mut p, m),
        (is::SESSION_SETUP, true) => session::set_up(cx, &mut p, m),
        (is::TREE_CONNECT, false) => session::connect(cx, &mut p, m),
        (is::TREE_CONNECT, true) => session::connected(cx, &mut p, m),
        (is::NT_CREATE, false) => open::nt_create(cx, &mut p, m),
        (is::NT_CREATE, true) => open::nt_created(cx, &mut p, m),
        (is::OPEN_ANDX, false) => open::open(cx, &mut p, m),
        (is::OPEN_ANDX, true) => open::opened(cx, &mut p, m),
        (is::CLOSE, false) => open::close(cx, &mut p, m),
        (is::FLUSH, false) => open::flush(cx, &mut p, m),
        (is::READ_ANDX | is::WRITE_ANDX | is::READ | is::WRITE, _) => transfer::any(cx, &mut p, m, command),
        (is::TRANS | is::TRANS2 | is::NT_TRANS, false) => transaction::request(cx, &mut p, m, command),
        (is::TRANS | is::TRANS2 | is::NT_TRANS, true) => transaction::response(cx, &mut p, m, command),
        (is::TRANS_SECONDARY | is::TRANS2_SECONDARY | is::NT_TRANS_SECONDARY, false) => {
            transaction::secondary(cx, &mut p, m, command)
        }
        (_, response) => paths::any(cx, &mut p, m, command, response),
    }?;
    Ok(next)
}

/// What a response does not say, but its request did.
fn recalled<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'_>,
    m: &Message<'_>,
    asked: past::Asked<'_>,
    command: u8,
) -> Step {
    use self::command as is;
    if asked.command() != command {
        return Ok(());
    }
    let failed = command == is::NT_CREATE && m.known.closed.is_some();
    let file = if failed { Some(0) } else { asked.file() };
    if let Some(file) = file.filter(|_| m.known.file.is_some()) {
        open::fid(cx, c.span(0), file, m, true);
        cx.info_add(|o| _ = o.s(", FID: ").hex(file, 4));
    }
    transaction::recalled(cx, c, asked);
    if matches!(command, is::CREATE_DIRECTORY | is::DELETE_DIRECTORY | is::DELETE | is::CHECK_DIRECTORY) {
        let it = cx.add_bytes(FILE, c.span(0), asked.text());
        cx.set_generated(it);
    }
    Ok(())
}

/// Words of a command, and what is behind them.
struct Parts<'a> {
    words: Cursor<'a>,
    after: Cursor<'a>,
    count: u8,
}

impl<'a> Parts<'a> {
    /// The bytes, whose number stands before them.
    fn bytes<S: Sink>(&mut self, cx: &mut Cx<'_, S>) -> Result<Cursor<'a>, Stop> {
        let len = cx.u16_le(BCC, &mut self.after)?;
        Ok(self.after.take(usize::from(len)))
    }
}

/// A text in the message's characters, which are aligned from its beginning.
fn string<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    m: &Message<'_>,
    field: Field,
) -> Result<String, Stop> {
    if !m.unicode {
        return ascii(cx, c, field);
    }
    if (c.pos() - m.all.pos()) % 2 == 1 && !c.is_empty() {
        c.skip(1)?;
    }
    let units = c.rest().chunks_exact(2).position(|u| u == [0, 0]);
    let n = units.map_or(c.left() / 2 * 2, |n| 2 * n + 2);
    let span = c.span(n);
    let text = text16(c.bytes(n)?);
    cx.add_bytes(field, span, text.as_bytes());
    Ok(text)
}

/// A text of single bytes up to a zero.
fn ascii<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Result<String, Stop> {
    let n = c.rest().iter().position(|b| *b == 0).map_or(c.left(), |n| n + 1);
    let span = c.span(n);
    let bytes = c.bytes(n)?;
    let text = String::from_utf8_lossy(bytes.strip_suffix(&[0]).unwrap_or(bytes)).into_owned();
    cx.add_bytes(field, span, text.as_bytes());
    Ok(text)
}

/// Bytes that nothing is known of.
fn unknown<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let n = c.left();
    if n == 0 { Ok(()) } else { cx.bytes(field, c, n).map(|_| ()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_end_at_zero() {
        assert_eq!(text16(b"I\0P\0C\0$\0\0\0x\0"), "IPC$");
        assert_eq!(text16(&[0x3d, 0xd8]), "\u{fffd}");
    }
}
