//! SMB 2 and 3, [MS-SMB2]: headers, and which command is whose.

mod contexts;
mod create;
mod file;
mod find;
mod header;
mod info;
mod ioctl;
mod names;
mod negotiate;
mod notify;
mod parts;
pub(super) mod past;
mod session;
mod transfer;

use super::is_carried;
use super::status;
use past::Known;
use requin_wire::{Cursor, Cx, Names, Ports, Sink, Step, Value, proto};

proto! {
    SMB2 "smb2" "SMB2 (Server Message Block Protocol version 2)" "SMB2" App
    on []
    looks_like [Netbios accepts]
    remember [past::remember] among [is_carried]
    fields {
        CMD "smb2.cmd" "Command": U16 Dec = names::CMD_NAMES;
        RESPONSE_TO "smb2.response_to" "Response to": Framenum;
        RESPONSE_IN "smb2.response_in" "Response in": Framenum;
        TIME "smb2.time" "Time from request": RelTime;
        PREAUTH_HASH "smb2.preauth_hash" "Preauth Hash": Bytes;
        HEADER_LEN "smb2.header_len" "Header Length": U16 Dec;
        NT_STATUS "smb2.nt_status" "NT Status": U32 Hex = super::status::NT_STATUS;
        MSG_ID "smb2.msg_id" "Message ID": U64 Dec;
        TID "smb2.tid" "Tree Id": U32 Hex;
        AID "smb2.aid" "Async Id": U64 Hex;
        SESID "smb2.sesid" "Session Id": U64 Hex;
        PREVIOUS_SESID "smb2.previous_sesid" "Previous Session Id": U64 Hex;
        CHAIN_OFFSET "smb2.chain_offset" "Chain Offset": U32 Hex;
        EOF "smb2.eof" "End Of File": U64 Dec;
        NLINKS "smb2.nlinks" "Number of Links": U32 Dec;
        FILE_ID "smb2.file_id" "File Id": U64 Hex;
        ALLOCATION_SIZE "smb2.allocation_size" "Allocation Size": U64 Dec;
        MAX_RESPONSE_SIZE "smb2.max_response_size" "Max Response Size": U32 Dec;
        GETINFO_INPUT_SIZE "smb2.getinfo_input_size" "Getinfo Input Size": U32 Dec;
        GETINFO_INPUT_OFFSET "smb2.getinfo_input_offset" "Getinfo Input Offset": U16 Hex;
        GETSETINFO_ADDITIONAL "smb2.getsetinfo_additional" "Additional Info": U32 Hex;
        GETSETINFO_ADDITIONALS "smb2.getsetinfo_additionals" "Additional Info": U32 Hex;
        GETSETINFO_ADDITIONAL_SECINFO_OWNER "smb2.getsetinfo_additional_secinfo.owner" "Owner": Bool(32) & 0x1 = Names::Bools("Requesting OWNER security information", "NOT requesting owner security information");
        GETSETINFO_ADDITIONAL_SECINFO_GROUP "smb2.getsetinfo_additional_secinfo.group" "Group": Bool(32) & 0x2 = Names::Bools("Requesting GROUP security information", "NOT requesting group security information");
        GETSETINFO_ADDITIONAL_SECINFO_DACL "smb2.getsetinfo_additional_secinfo.dacl" "DACL": Bool(32) & 0x4 = Names::Bools("Requesting DACL security information", "NOT requesting DACL security information");
        GETSETINFO_ADDITIONAL_SECINFO_SACL "smb2.getsetinfo_additional_secinfo.sacl" "SACL": Bool(32) & 0x8 = Names::Bools("Requesting SACL security information", "NOT requesting SACL security information");
        GETSETINFO_ADDITIONAL_SECINFO_LABEL "smb2.getsetinfo_additional_secinfo.label" "Integrity label": Bool(32) & 0x10 = Names::Bools("Requesting integrity label security information", "NOT requesting integrity label security information");
        GETSETINFO_ADDITIONAL_SECINFO_ATTRIBUTE "smb2.getsetinfo_additional_secinfo.attribute" "Resource attribute": Bool(32) & 0x20 = Names::Bools("Requesting resource attribute security information", "NOT requesting resource attribute security information");
        GETSETINFO_ADDITIONAL_SECINFO_SCOPE "smb2.getsetinfo_additional_secinfo.scope" "Central access policy": Bool(32) & 0x40 = Names::Bools("Requesting central access policy security information", "NOT requesting central access policy security information");
        GETSETINFO_ADDITIONAL_SECINFO_BACKUP "smb2.getsetinfo_additional_secinfo.backup" "Backup operation": Bool(32) & 0x10000 = Names::Bools("Requesting backup operation security information", "NOT requesting backup operation security information");
        GETINFO_FLAGS "smb2.getinfo_flags" "Flags": U32 Hex;
        SETINFO_SIZE "smb2.setinfo_size" "Setinfo Size": U32 Dec;
        SETINFO_OFFSET "smb2.setinfo_offset" "Setinfo Offset": U16 Hex;
        SETINFO_RESERVED "smb2.setinfo_reserved" "Reserved": U16 Dec;
        MAX_IOCTL_OUT_SIZE "smb2.max_ioctl_out_size" "Max Ioctl Out Size": U32 Dec;
        MAX_IOCTL_IN_SIZE "smb2.max_ioctl_in_size" "Max Ioctl In Size": U32 Dec;
        PID "smb2.pid" "Process Id": U32 Hex;
        FLAGS "smb2.flags" "Flags": U32 Hex;
        FLAGS_RESPONSE "smb2.flags.response" "Response": Bool(32) & 0x1 = Names::Bools("This is a RESPONSE", "This is a REQUEST");
        FLAGS_ASYNC "smb2.flags.async" "Async command": Bool(32) & 0x2 = Names::Bools("This is an ASYNC command", "This is a SYNC command");
        FLAGS_DFS "smb2.flags.dfs" "DFS operation": Bool(32) & 0x10000000 = Names::Bools("This is a DFS OPERATION", "This is a normal operation");
        FLAGS_CHAINED "smb2.flags.chained" "Chained": Bool(32) & 0x4 = Names::Bools("This pdu is a CHAINED command", "This pdu is NOT a chained command");
        FLAGS_SIGNATURE "smb2.flags.signature" "Signing": Bool(32) & 0x8 = Names::Bools("This pdu is SIGNED", "This pdu is NOT signed");
        FLAGS_REPLAY "smb2.flags.replay" "Replay operation": Bool(32) & 0x20000000 = Names::Bools("This is a REPLAY OPERATION", "This is NOT a replay operation");
        FLAGS_PRIORITY_MASK "smb2.flags.priority_mask" "Priority": Bool(32) & 0x70 = Names::Bools("This pdu contains a PRIORITY", "This pdu does NOT contain a PRIORITY");
        TREE "smb2.tree" "Tree": Str;
        FILENAME "smb2.filename" "Filename": Str;
        FILENAME_LEN "smb2.filename.len" "Filename Length": U32 Dec;
        RENAME_REPLACE_IF "smb2.rename.replace_if" "Replace If": Bool(8) & 0xff = Names::Bools("Replace the target if it exists", "Fail if the target exists");
        DATA_OFFSET "smb2.data_offset" "Data Offset": U16 Hex;
        FIND_INFOLEVEL "smb2.find.infolevel" "Info Level": U32 Dec = names::FIND_INFOLEVEL_NAMES;
        FIND_FLAGS "smb2.find.flags" "Find Flags": U8 Hex;
        FIND_PATTERN "smb2.find.pattern" "Search Pattern": Str;
        FIND_INFO_BLOB "smb2.find.info_blob" "Info": Bytes;
        EA_SIZE "smb2.ea_size" "EA Size": U32 Dec;
        POSITION_INFO "smb2.position_info" "Position Information": U64 Dec;
        MODE_INFO "smb2.mode_info" "Mode Information": U32 Hex;
        MODE_FILE_WRITE_THROUGH "smb2.mode.file_write_through" "FILE_WRITE_THROUGH": U32 Hex & 0x2;
        MODE_FILE_SEQUENTIAL_ONLY "smb2.mode.file_sequential_only" "FILE_SEQUENTIAL_ONLY": U32 Hex & 0x4;
        MODE_FILE_NO_INTERMEDIATE_BUFFERING "smb2.mode.file_no_intermediate_buffering" "FILE_NO_INTERMEDIATE_BUFFERING": U32 Hex & 0x8;
        MODE_FILE_SYNCHRONOUS_IO_ALERT "smb2.mode.file_synchronous_io_alert" "FILE_SYNCHRONOUS_IO_ALERT": U32 Hex & 0x10;
        MODE_FILE_SYNCHRONOUS_IO_NONALERT "smb2.mode.file_synchronous_io_nonalert" "FILE_SYNCHRONOUS_IO_NONALERT": U32 Hex & 0x20;
        MODE_FILE_DELETE_ON_CLOSE "smb2.mode.file_delete_on_close" "FILE_DELETE_ON_CLOSE": U32 Hex & 0x1000;
        ALIGNMENT_INFO "smb2.alignment_info" "Alignment Information": U32 Hex = names::ALIGNMENT_INFO_NAMES;
        CLASS "smb2.class" "Class": U8 Hex = names::CLASS_NAMES;
        INFOLEVEL "smb2.infolevel" "InfoLevel": U8 Hex;
        FILE_INFO_INFOLEVEL "smb2.file_info.infolevel" "InfoLevel": U8 Hex = names::FILE_INFO_INFOLEVEL_NAMES;
        FS_INFO_INFOLEVEL "smb2.fs_info.infolevel" "InfoLevel": U8 Hex = names::FS_INFO_INFOLEVEL_NAMES;
        SEC_INFO_INFOLEVEL "smb2.sec_info.infolevel" "InfoLevel": U8 Hex = names::SEC_INFO_INFOLEVEL_NAMES;
        WRITE_LENGTH "smb2.write_length" "Write Length": U32 Dec;
        READ_BLOB "smb2.read.blob" "Info": Bytes;
        READ_LENGTH "smb2.read_length" "Read Length": U32 Dec;
        READ_REMAINING "smb2.read_remaining" "Read Remaining": U32 Dec;
        READ_PADDING "smb2.read_padding" "Padding": U8 Hex;
        READ_FLAGS "smb2.read_flags" "Flags": U8 Hex;
        READ_FLAGS_UNBUFFERED "smb2.read_flags.unbuffered" "Unbuffered": Bool(8) & 0x1 = Names::Bools("Client is asking for UNBUFFERED read", "Client is NOT asking for UNBUFFERED read");
        READ_FLAGS_COMPRESSED "smb2.read_flags.compressed" "Compressed": Bool(8) & 0x2 = Names::Bools("Client is asking for COMPRESSED data", "Client is NOT asking for COMPRESSED data");
        CREATE_FLAGS "smb2.create_flags" "Create Flags": U64 Hex;
        FILE_OFFSET "smb2.file_offset" "File Offset": U64 Dec;
        FSCTL_RANGE_OFFSET "smb2.fsctl.range_offset" "File Offset": U64 Dec;
        FSCTL_RANGE_LENGTH "smb2.fsctl.range_length" "Length": U64 Dec;
        SECURITY_BLOB "smb2.security_blob" "Security Blob": Bytes;
        IOCTL_OUT "smb2.ioctl.out" "Out Data": None;
        IOCTL_IN "smb2.ioctl.in" "In Data": None;
        SERVER_GUID "smb2.server_guid" "Server Guid": Guid;
        CLIENT_GUID "smb2.client_guid" "Client Guid": Guid;
        OBJECT_ID "smb2.object_id" "ObjectId": Guid;
        BIRTH_VOLUME_ID "smb2.birth_volume_id" "BirthVolumeId": Guid;
        BIRTH_OBJECT_ID "smb2.birth_object_id" "BirthObjectId": Guid;
        DOMAIN_ID "smb2.domain_id" "DomainId": Guid;
        CREATE_TIME "smb2.create.time" "Create": AbsTime Local;
        FID "smb2.fid" "File Id": Guid;
        WRITE_DATA "smb2.write_data" "Write Data": Bytes;
        WRITE_FLAGS "smb2.write.flags" "Write Flags": U32 Hex;
        WRITE_FLAGS_WRITE_THROUGH "smb2.write.flags.write_through" "Write through": Bool(32) & 0x1 = Names::Bools("Client is asking for WRITE_THROUGH", "Client is NOT asking for WRITE_THROUGH");
        WRITE_FLAGS_UNBUFFERED "smb2.write.flags.unbuffered" "Unbuffered": Bool(32) & 0x2 = Names::Bools("Client is asking for UNBUFFERED write", "Client is NOT asking for UNBUFFERED write");
        WRITE_COUNT "smb2.write.count" "Write Count": U32 Dec;
        WRITE_REMAINING "smb2.write.remaining" "Write Remaining": U32 Dec;
        READ_DATA "smb2.read_data" "Read Data": Bytes;
        LAST_ACCESS_TIME "smb2.last_access.time" "Last Access": AbsTime Local;
        LAST_WRITE_TIME "smb2.last_write.time" "Last Write": AbsTime Local;
        LAST_CHANGE_TIME "smb2.last_change.time" "Last Change": AbsTime Local;
        FILE_ALL_INFO "smb2.file_all_info" "SMB2_FILE_ALL_INFO": None;
        FILE_ALLOCATION_INFO "smb2.file_allocation_info" "SMB2_FILE_ALLOCATION_INFO": None;
        FILE_ENDOFFILE_INFO "smb2.file_endoffile_info" "SMB2_FILE_ENDOFFILE_INFO": None;
        FILE_ALTERNATE_NAME_INFO "smb2.file_alternate_name_info" "SMB2_FILE_ALTERNATE_NAME_INFO": None;
        FILE_NORMALIZED_NAME_INFO "smb2.file_normalized_name_info" "SMB2_FILE_NORMALIZED_NAME_INFO": None;
        FILE_STREAM_INFO "smb2.file_stream_info" "SMB2_FILE_STREAM_INFO": None;
        FILE_PIPE_INFO "smb2.file_pipe_info" "SMB2_FILE_PIPE_INFO": None;
        FILE_COMPRESSION_INFO "smb2.file_compression_info" "SMB2_FILE_COMPRESSION_INFO": None;
        FILE_BASIC_INFO "smb2.file_basic_info" "SMB2_FILE_BASIC_INFO": None;
        FILE_STANDARD_INFO "smb2.file_standard_info" "SMB2_FILE_STANDARD_INFO": None;
        FILE_INTERNAL_INFO "smb2.file_internal_info" "SMB2_FILE_INTERNAL_INFO": None;
        FILE_MODE_INFO "smb2.file_mode_info" "SMB2_FILE_MODE_INFO": None;
        FILE_ALIGNMENT_INFO "smb2.file_alignment_info" "SMB2_FILE_ALIGNMENT_INFO": None;
        FILE_POSITION_INFO "smb2.file_position_info" "SMB2_FILE_POSITION_INFO": None;
        FILE_ACCESS_INFO "smb2.file_access_info" "SMB2_FILE_ACCESS_INFO": None;
        FILE_EA_INFO "smb2.file_ea_info" "SMB2_FILE_EA_INFO": None;
        FILE_NETWORK_OPEN_INFO "smb2.file_network_open_info" "SMB2_FILE_NETWORK_OPEN_INFO": None;
        FILE_ATTRIBUTE_TAG_INFO "smb2.file_attribute_tag_info" "SMB2_FILE_ATTRIBUTE_TAG_INFO": None;
        FILE_DISPOSITION_INFO "smb2.file_disposition_info" "SMB2_FILE_DISPOSITION_INFO": None;
        FILE_FULL_EA_INFO "smb2.file_full_ea_info" "SMB2_FILE_FULL_EA_INFO": None;
        FILE_RENAME_INFO "smb2.file_rename_info" "SMB2_FILE_RENAME_INFO": None;
        FS_VOLUME_INFO "smb2.fs_volume_info" "FileFsVolumeInformation": None;
        FS_SIZE_INFO "smb2.fs_size_info" "FileFsSizeInformation": None;
        FS_DEVICE_INFO "smb2.fs_device_info" "FileFsDeviceInformation": None;
        FS_ATTRIBUTE_INFO "smb2.fs_attribute_info" "FileFsAttributeInformation": None;
        FS_CONTROL_INFO "smb2.fs_control_info" "FileFsControlInformation": None;
        FS_FULL_SIZE_INFO "smb2.fs_full_size_info" "FileFsFullSizeInformation": None;
        FS_OBJECTID_INFO "smb2.fs_objectid_info" "FileFsObjectIdInformation": None;
        SEC_INFO_00 "smb2.sec_info_00" "SMB2_SEC_INFO_00": None;
        QUOTA_INFO "smb2.quota_info" "SMB2_QUOTA_INFO": None;
        QUERY_QUOTA_INFO "smb2.query_quota_info" "SMB2_QUERY_QUOTA_INFO": None;
        QUERY_QUOTA_INFO_SINGLE "smb2.query_quota_info.single" "ReturnSingle": Bool(8) & 0xff;
        QUERY_QUOTA_INFO_RESTART "smb2.query_quota_info.restart" "RestartScan": Bool(8) & 0xff;
        QUERY_QUOTA_INFO_SIDLISTLEN "smb2.query_quota_info.sidlistlen" "SidListLength": U32 Dec;
        QUERY_QUOTA_INFO_STARTSIDLEN "smb2.query_quota_info.startsidlen" "StartSidLength": U32 Dec;
        QUERY_QUOTA_INFO_STARTSIDOFFSET "smb2.query_quota_info.startsidoffset" "StartSidOffset": U32 Dec;
        DISPOSITION_DELETE_ON_CLOSE "smb2.disposition.delete_on_close" "Delete on close": Bool(8) & 0x1 = Names::Bools("DELETE this file when closed", "Normal access, do not delete on close");
        CREATE_DISPOSITION "smb2.create.disposition" "Disposition": U32 Dec = crate::application::smb::names::CREATE_DISPOSITION_NAMES;
        CREATE_ACTION "smb2.create.action" "Create Action": U32 Dec = crate::application::smb::names::OPEN_ACTION_OPEN_NAMES;
        CREATE_REP_FLAGS "smb2.create.rep_flags" "Response Flags": U8 Hex;
        CREATE_REP_FLAGS_REPARSE_POINT "smb2.create.rep_flags.reparse_point" "ReparsePoint": Bool(8) & 0x1;
        CREATE_EXTRAINFO "smb2.create.extrainfo" "ExtraInfo": None;
        CREATE_CHAIN_OFFSET "smb2.create.chain_offset" "Chain Offset": U32 Hex;
        CREATE_CHAIN_DATA "smb2.create.chain_data" "Data": None;
        FILE_OBJECTID_BUFFER "smb2.FILE_OBJECTID_BUFFER" "FILE_OBJECTID_BUFFER": None;
        LEASE_LEASE_KEY "smb2.lease.lease_key" "Lease Key": Guid;
        LEASE_LEASE_STATE "smb2.lease.lease_state" "Lease State": U32 Hex;
        LEASE_LEASE_STATE_READ_CACHING "smb2.lease.lease_state.read_caching" "Read Caching": Bool(32) & 0x1;
        LEASE_LEASE_STATE_HANDLE_CACHING "smb2.lease.lease_state.handle_caching" "Handle Caching": Bool(32) & 0x2;
        LEASE_LEASE_STATE_WRITE_CACHING "smb2.lease.lease_state.write_caching" "Write Caching": Bool(32) & 0x4;
        LEASE_LEASE_FLAGS "smb2.lease.lease_flags" "Lease Flags": U32 Hex;
        LEASE_LEASE_STATE_BREAK_ACK_REQUIRED "smb2.lease.lease_state.break_ack_required" "Break Ack Required": Bool(32) & 0x1;
        LEASE_LEASE_STATE_BREAK_IN_PROGRESS "smb2.lease.lease_state.break_in_progress" "Break In Progress": Bool(32) & 0x2;
        LEASE_LEASE_STATE_PARENT_LEASE_KEY_SET "smb2.lease.lease_state.parent_lease_key_set" "Parent Lease Key Set": Bool(32) & 0x4;
        LEASE_LEASE_DURATION "smb2.lease.lease_duration" "Lease Duration": U64 Hex;
        LEASE_PARENT_LEASE_KEY "smb2.lease.parent_lease_key" "Parent Lease Key": Guid;
        LEASE_LEASE_OPLOCK "smb2.lease.lease_oplock" "Lease Epoch": U16 Hex;
        LEASE_LEASE_RESERVED "smb2.lease.lease_reserved" "Lease Reserved": U16 Hex;
        LEASE_LEASE_BREAK_REASON "smb2.lease.lease_break_reason" "Lease Break Reason": U32 Hex;
        LEASE_ACCESS_MASK_HINT "smb2.lease.access_mask_hint" "Access Mask Hint": U32 Hex;
        LEASE_SHARE_MASK_HINT "smb2.lease.share_mask_hint" "Share Mask Hint": U32 Hex;
        NEXT_OFFSET "smb2.next_offset" "Next Offset": U32 Dec;
        NEGOTIATE_CONTEXT_TYPE "smb2.negotiate_context.type" "Type": U16 Hex = names::NEGOTIATE_CONTEXT_TYPE_NAMES;
        NEGOTIATE_CONTEXT_DATA_LENGTH "smb2.negotiate_context.data_length" "DataLength": U16 Dec;
        NEGOTIATE_CONTEXT_OFFSET "smb2.negotiate_context.offset" "NegotiateContextOffset": U32 Hex;
        NEGOTIATE_CONTEXT_COUNT "smb2.negotiate_context.count" "NegotiateContextCount": U16 Dec;
        NEGOTIATE_CONTEXT_HASH_ALG_COUNT "smb2.negotiate_context.hash_alg_count" "HashAlgorithmCount": U16 Dec;
        NEGOTIATE_CONTEXT_HASH_ALGORITHM "smb2.negotiate_context.hash_algorithm" "HashAlgorithm": U16 Hex = names::NEGOTIATE_CONTEXT_HASH_ALGORITHM_NAMES;
        NEGOTIATE_CONTEXT_SALT_LENGTH "smb2.negotiate_context.salt_length" "SaltLength": U16 Dec;
        NEGOTIATE_CONTEXT_SALT "smb2.negotiate_context.salt" "Salt": Bytes;
        NEGOTIATE_CONTEXT_SIGNING_ALG_COUNT "smb2.negotiate_context.signing_alg_count" "SigningAlgorithmCount": U16 Dec;
        NEGOTIATE_CONTEXT_SIGNING_ID "smb2.negotiate_context.signing_id" "SigningAlgorithmId": U16 Hex = names::NEGOTIATE_CONTEXT_SIGNING_ID_NAMES;
        NEGOTIATE_CONTEXT_CIPHER_COUNT "smb2.negotiate_context.cipher_count" "CipherCount": U16 Dec;
        NEGOTIATE_CONTEXT_CIPHER_ID "smb2.negotiate_context.cipher_id" "CipherId": U16 Hex = names::NEGOTIATE_CONTEXT_CIPHER_ID_NAMES;
        NEGOTIATE_CONTEXT_POSIX_RESERVED "smb2.negotiate_context.posix_reserved" "POSIX Reserved": Bytes;
        INODE "smb2.inode" "Inode": U64 Hex;
        NEGOTIATE_CONTEXT_COMP_ALG_COUNT "smb2.negotiate_context.comp_alg_count" "CompressionAlgorithmCount": U16 Dec;
        NEGOTIATE_CONTEXT_COMP_ALG_ID "smb2.negotiate_context.comp_alg_id" "CompressionAlgorithmId": U16 Hex = names::NEGOTIATE_CONTEXT_COMP_ALG_ID_NAMES;
        NEGOTIATE_CONTEXT_COMP_ALG_FLAGS "smb2.negotiate_context.comp_alg_flags" "Flags": U32 Hex;
        NEGOTIATE_CONTEXT_COMP_ALG_FLAGS_CHAINED "smb2.negotiate_context.comp_alg_flags.chained" "Chained": Bool(32) & 0x1;
        NEGOTIATE_CONTEXT_COMP_ALG_FLAGS_RESERVED "smb2.negotiate_context.comp_alg_flags.reserved" "Reserved": U32 Hex & 0xfffffffe;
        NEGOTIATE_CONTEXT_NETNAME "smb2.negotiate_context.netname" "Netname": Str;
        NEGOTIATE_CONTEXT_TRANSPORT_FLAGS "smb2.negotiate_context.transport_flags" "Flags": U32 Hex = names::NEGOTIATE_CONTEXT_TRANSPORT_FLAGS_NAMES;
        NEGOTIATE_CONTEXT_RDMA_TRANSFORM_COUNT "smb2.negotiate_context.rdma_transform_count" "TransformCount": U16 Dec;
        NEGOTIATE_CONTEXT_RDMA_TRANSFORM_RESERVED1 "smb2.negotiate_context.rdma_transform_reserved1" "Reserved1": U16 Hex;
        NEGOTIATE_CONTEXT_RDMA_TRANSFORM_RESERVED2 "smb2.negotiate_context.rdma_transform_reserved2" "Reserved2": U32 Hex;
        NEGOTIATE_CONTEXT_RDMA_TRANSFORM_ID "smb2.negotiate_context.rdma_transform_id" "RDMATransformId": U16 Hex = names::NEGOTIATE_CONTEXT_RDMA_TRANSFORM_ID_NAMES;
        CURRENT_TIME "smb2.current_time" "Current Time": AbsTime Local;
        BOOT_TIME "smb2.boot_time" "Boot Time": AbsTime Local;
        EA_FLAGS "smb2.ea.flags" "EA Flags": U8 Hex;
        EA_NAME_LEN "smb2.ea.name_len" "EA Name Length": U8 Dec;
        EA_DATA_LEN "smb2.ea.data_len" "EA Data Length": U16 Dec;
        DELETE_PENDING "smb2.delete_pending" "Delete Pending": U8 Dec;
        IS_DIRECTORY "smb2.is_directory" "Is Directory": U8 Dec;
        CREATE_OPLOCK "smb2.create.oplock" "Oplock": U8 Hex = names::CREATE_OPLOCK_NAMES;
        CLOSE_FLAGS "smb2.close.flags" "Close Flags": U16 Hex;
        NOTIFY_FLAGS "smb2.notify.flags" "Notify Flags": U16 Hex;
        BUFFER_CODE "smb2.buffer_code" "StructureSize": U16 Hex;
        BUFFER_CODE_LENGTH "smb2.buffer_code.length" "Fixed Part Length": U16 Dec & 0xfffe;
        OLB_LENGTH "smb2.olb.length" "Blob Length": U32 Dec;
        OLB_OFFSET "smb2.olb.offset" "Blob Offset": U32 Hex;
        BUFFER_CODE_DYNAMIC "smb2.buffer_code.dynamic" "Dynamic Part": Bool(16) & 0x1;
        EA_DATA "smb2.ea.data" "EA Data": Bytes;
        EA_NAME "smb2.ea.name" "EA Name": Str;
        IMPERSONATION_LEVEL "smb2.impersonation.level" "Impersonation level": U32 Dec = crate::application::smb::names::IMPERSONATION_LEVEL_NAMES;
        IOCTL_FUNCTION "smb2.ioctl.function" "Function": U32 Hex = names::IOCTL_FUNCTION_NAMES;
        IOCTL_FUNCTION_DEVICE "smb2.ioctl.function.device" "Device": U32 Hex & 0xffff0000 = names::IOCTL_FUNCTION_DEVICE_NAMES;
        IOCTL_FUNCTION_ACCESS "smb2.ioctl.function.access" "Access": U32 Hex & 0xc000 = names::IOCTL_FUNCTION_ACCESS_NAMES;
        IOCTL_FUNCTION_FUNCTION "smb2.ioctl.function.function" "Function": U32 Hex & 0x3ffc;
        IOCTL_FUNCTION_METHOD "smb2.ioctl.function.method" "Method": U32 Hex & 0x3 = names::IOCTL_FUNCTION_METHOD_NAMES;
        FSCTL_WAIT_TIMEOUT "smb2.fsctl.wait.timeout" "Timeout": I64 Dec;
        FSCTL_WAIT_NAME "smb2.fsctl.wait.name" "Name": Str;
        FSCTL_SET_SPARSE "smb2.fsctl.set_sparse" "SetSparse": Bool(8) & 0xff;
        IOCTL_RESILIENCY_TIMEOUT "smb2.ioctl.resiliency.timeout" "Timeout": U32 Dec;
        IOCTL_RESILIENCY_RESERVED "smb2.ioctl.resiliency.reserved" "Reserved": U32 Dec;
        WINDOWS_SOCKADDR_FAMILY "smb2.windows.sockaddr.family" "Socket Family": U16 Dec;
        WINDOWS_SOCKADDR_PORT "smb2.windows.sockaddr.port" "Socket Port": U16 Dec;
        WINDOWS_SOCKADDR_IN_ADDR "smb2.windows.sockaddr.in.addr" "Socket IPv4": Ipv4;
        WINDOWS_SOCKADDR_IN6_FLOW_INFO "smb2.windows.sockaddr.in6.flow_info" "IPv6 Flow Info": U32 Hex;
        WINDOWS_SOCKADDR_IN6_ADDR "smb2.windows.sockaddr.in6.addr" "Socket IPv6": Ipv6;
        WINDOWS_SOCKADDR_IN6_SCOPE_ID "smb2.windows.sockaddr.in6.scope_id" "IPv6 Scope ID": U32 Dec;
        IOCTL_NETWORK_INTERFACES_NEXT_OFFSET "smb2.ioctl.network_interfaces.next_offset" "Next Offset": U32 Hex;
        IOCTL_NETWORK_INTERFACES_INDEX "smb2.ioctl.network_interfaces.index" "Interface Index": U32 Dec;
        IOCTL_NETWORK_INTERFACES_RSS_QUEUE_COUNT "smb2.ioctl.network_interfaces.rss_queue_count" "RSS Queue Count": U32 Dec;
        IOCTL_NETWORK_INTERFACES_CAPABILITIES "smb2.ioctl.network_interfaces.capabilities" "Interface Cababilities": U32 Hex;
        IOCTL_NETWORK_INTERFACES_CAPABILITIES_RSS "smb2.ioctl.network_interfaces.capabilities.rss" "RSS": Bool(32) & 0x1 = Names::Bools("This interface supports RSS", "This interface does not support RSS");
        IOCTL_NETWORK_INTERFACES_CAPABILITIES_RDMA "smb2.ioctl.network_interfaces.capabilities.rdma" "RDMA": Bool(32) & 0x2 = Names::Bools("This interface supports RDMA", "This interface does not support RDMA");
        IOCTL_NETWORK_INTERFACES_LINK_SPEED "smb2.ioctl.network_interfaces.link_speed" "Link Speed": U64 Dec;
        IOCTL_ENUMERATE_SNAPSHOTS_NUM_SNAPSHOTS "smb2.ioctl.enumerate_snapshots.num_snapshots" "Number of snapshots": U32 Dec;
        IOCTL_ENUMERATE_SNAPSHOTS_NUM_SNAPSHOTS_RETURNED "smb2.ioctl.enumerate_snapshots.num_snapshots_returned" "Number of snapshots returned": U32 Dec;
        IOCTL_ENUMERATE_SNAPSHOTS_ARRAY_SIZE "smb2.ioctl.enumerate_snapshots.array_size" "Array size": U32 Dec;
        IOCTL_ENUMERATE_SNAPSHOTS_SNAPSHOT "smb2.ioctl.enumerate_snapshots.snapshot" "Snapshot": StrZ;
        TC_FLAGS "smb2.tc.flags" "Flags": U16 Hex;
        TC_CLUSTER_RECONNECT "smb2.tc.cluster_reconnect" "Cluster Reconnect": Bool(16) & 0x1 = Names::Bools("Set", "Not set");
        TC_REDIRECT_TO_OWNER "smb2.tc.redirect_to_owner" "Redirect To Owner": Bool(16) & 0x2 = Names::Bools("Set", "Not set");
        TC_EXTENSION_PRESENT "smb2.tc.extension_present" "Extension Present": Bool(16) & 0x4 = Names::Bools("Set", "Not set");
        TC_RESERVED "smb2.tc.reserved" "Reserved": U16 Hex & 0xfff8;
        COMPRESSION_FORMAT "smb2.compression_format" "Compression Format": U16 Dec = names::COMPRESSION_FORMAT_NAMES;
        SHARE_TYPE "smb2.share_type" "Share Type": U8 Hex = names::SHARE_TYPE_NAMES;
        CREDIT_CHARGE "smb2.credit.charge" "Credit Charge": U16 Dec;
        CREDITS_REQUESTED "smb2.credits.requested" "Credits requested": U16 Dec;
        CREDITS_GRANTED "smb2.credits.granted" "Credits granted": U16 Dec;
        CHANNEL_SEQUENCE "smb2.channel_sequence" "Channel Sequence": U16 Dec;
        DIALECT_COUNT "smb2.dialect_count" "Dialect count": U16 Dec;
        DIALECT "smb2.dialect" "Dialect": U16 Hex = names::DIALECT_NAMES;
        SEC_MODE "smb2.sec_mode" "Security mode": U8 Hex;
        SESSION_FLAGS "smb2.session_flags" "Session Flags": U16 Hex;
        LOCK_COUNT "smb2.lock_count" "Lock Count": U16 Dec;
        CAPABILITIES "smb2.capabilities" "Capabilities": U32 Hex;
        AUTH_FRAME "smb2.auth_frame" "Authenticated in Frame": U32 Dec;
        TCON_FRAME "smb2.tcon_frame" "Connected in Frame": U32 Dec;
        TAG "smb2.tag" "Tag": Str;
        ACCT "smb2.acct" "Account": Str;
        DOMAIN "smb2.domain" "Domain": Str;
        HOST "smb2.host" "Host": Str;
        SIGNATURE "smb2.signature" "Signature": Bytes;
        UNKNOWN "smb2.unknown" "Unknown": Bytes;
        TWRP_TIMESTAMP "smb2.twrp_timestamp" "Timestamp": AbsTime Local;
        MXAC_STATUS "smb2.mxac_status" "Query Status": U32 Hex = super::status::NT_STATUS;
        QFID_FID "smb2.qfid_fid" "Opaque File ID": Bytes;
        SES_FLAGS_GUEST "smb2.ses_flags.guest" "Guest": Bool(16) & 0x1;
        SES_FLAGS_NULL "smb2.ses_flags.null" "Null": Bool(16) & 0x2;
        SES_FLAGS_ENCRYPT "smb2.ses_flags.encrypt" "Encrypt": Bool(16) & 0x4;
        SEC_MODE_SIGN_REQUIRED "smb2.sec_mode.sign_required" "Signing required": Bool(8) & 0x2;
        SEC_MODE_SIGN_ENABLED "smb2.sec_mode.sign_enabled" "Signing enabled": Bool(8) & 0x1;
        SES_REQ_FLAGS "smb2.ses_req_flags" "Flags": U8 Dec;
        SES_REQ_FLAGS_SESSION_BINDING "smb2.ses_req_flags.session_binding" "Session Binding Request": Bool(8) & 0x1;
        CAPABILITIES_DFS "smb2.capabilities.dfs" "DFS": Bool(32) & 0x1 = Names::Bools("This host supports DFS", "This host does NOT support DFS");
        CAPABILITIES_LEASING "smb2.capabilities.leasing" "LEASING": Bool(32) & 0x2 = Names::Bools("This host supports LEASING", "This host does NOT support LEASING");
        CAPABILITIES_LARGE_MTU "smb2.capabilities.large_mtu" "LARGE MTU": Bool(32) & 0x4 = Names::Bools("This host supports LARGE_MTU", "This host does NOT support LARGE_MTU");
        CAPABILITIES_MULTI_CHANNEL "smb2.capabilities.multi_channel" "MULTI CHANNEL": Bool(32) & 0x8 = Names::Bools("This host supports MULTI CHANNEL", "This host does NOT support MULTI CHANNEL");
        CAPABILITIES_PERSISTENT_HANDLES "smb2.capabilities.persistent_handles" "PERSISTENT HANDLES": Bool(32) & 0x10 = Names::Bools("This host supports PERSISTENT HANDLES", "This host does NOT support PERSISTENT HANDLES");
        CAPABILITIES_DIRECTORY_LEASING "smb2.capabilities.directory_leasing" "DIRECTORY LEASING": Bool(32) & 0x20 = Names::Bools("This host supports DIRECTORY LEASING", "This host does NOT support DIRECTORY LEASING");
        CAPABILITIES_ENCRYPTION "smb2.capabilities.encryption" "ENCRYPTION": Bool(32) & 0x40 = Names::Bools("This host supports ENCRYPTION", "This host does NOT support ENCRYPTION");
        MAX_TRANS_SIZE "smb2.max_trans_size" "Max Transaction Size": U32 Dec;
        MAX_READ_SIZE "smb2.max_read_size" "Max Read Size": U32 Dec;
        MAX_WRITE_SIZE "smb2.max_write_size" "Max Write Size": U32 Dec;
        CHANNEL "smb2.channel" "Channel": U32 Hex = names::CHANNEL_NAMES;
        BUFFER_DESCRIPTOR_OFFSET "smb2.buffer_descriptor.offset" "Offset": U64 Dec;
        BUFFER_DESCRIPTOR_TOKEN "smb2.buffer_descriptor.token" "Token": U32 Hex;
        BUFFER_DESCRIPTOR_LENGTH "smb2.buffer_descriptor.length" "Length": U32 Dec;
        SHARE_FLAGS "smb2.share_flags" "Share flags": U32 Hex;
        SHARE_FLAGS_DFS "smb2.share_flags.dfs" "DFS": Bool(32) & 0x1;
        SHARE_FLAGS_DFS_ROOT "smb2.share_flags.dfs_root" "DFS root": Bool(32) & 0x2;
        SHARE_FLAGS_RESTRICT_EXCLUSIVE_OPENS "smb2.share_flags.restrict_exclusive_opens" "Restrict exclusive opens": Bool(32) & 0x100;
        SHARE_FLAGS_FORCE_SHARED_DELETE "smb2.share_flags.force_shared_delete" "Force shared delete": Bool(32) & 0x200;
        SHARE_FLAGS_ALLOW_NAMESPACE_CACHING "smb2.share_flags.allow_namespace_caching" "Allow namespace caching": Bool(32) & 0x400;
        SHARE_FLAGS_ACCESS_BASED_DIR_ENUM "smb2.share_flags.access_based_dir_enum" "Access based directory enum": Bool(32) & 0x800;
        SHARE_FLAGS_FORCE_LEVELII_OPLOCK "smb2.share_flags.force_levelii_oplock" "Force level II oplock": Bool(32) & 0x1000;
        SHARE_FLAGS_ENABLE_HASH_V1 "smb2.share_flags.enable_hash_v1" "Enable hash V1": Bool(32) & 0x2000;
        SHARE_FLAGS_ENABLE_HASH_V2 "smb2.share_flags.enable_hash_v2" "Enable hash V2": Bool(32) & 0x4000;
        SHARE_FLAGS_ENCRYPT_DATA "smb2.share_flags.encrypt_data" "Encrypted data required": Bool(32) & 0x8000;
        SHARE_FLAGS_IDENTITY_REMOTING "smb2.share_flags.identity_remoting" "Identity Remoting": Bool(32) & 0x40000;
        SHARE_FLAGS_COMPRESS_DATA "smb2.share_flags.compress_data" "Compressed IO": Bool(32) & 0x100000;
        SHARE_CACHING "smb2.share.caching" "Caching policy": U32 Hex = names::SHARE_CACHING_NAMES;
        SHARE_CAPS "smb2.share_caps" "Share Capabilities": U32 Hex;
        SHARE_CAPS_DFS "smb2.share_caps.dfs" "DFS": Bool(32) & 0x8;
        SHARE_CAPS_CONTINUOUS_AVAILABILITY "smb2.share_caps.continuous_availability" "CONTINUOUS AVAILABILITY": Bool(32) & 0x10;
        SHARE_CAPS_SCALEOUT "smb2.share_caps.scaleout" "SCALEOUT": Bool(32) & 0x20;
        SHARE_CAPS_CLUSTER "smb2.share_caps.cluster" "CLUSTER": Bool(32) & 0x40;
        SHARE_CAPS_ASSYMETRIC "smb2.share_caps.assymetric" "ASSYMETRIC": Bool(32) & 0x80;
        SHARE_CAPS_REDIRECT_TO_OWNER "smb2.share_caps.redirect_to_owner" "REDIRECT_TO_OWNER": Bool(32) & 0x100;
        IOCTL_FLAGS "smb2.ioctl.flags" "Flags": U32 Hex;
        MIN_COUNT "smb2.min_count" "Min Count": U32 Dec;
        REMAINING_BYTES "smb2.remaining_bytes" "Remaining Bytes": U32 Dec;
        CHANNEL_INFO_OFFSET "smb2.channel_info_offset" "Channel Info Offset": U16 Dec;
        CHANNEL_INFO_LENGTH "smb2.channel_info_length" "Channel Info Length": U16 Dec;
        CHANNEL_INFO_BLOB "smb2.channel_info_blob" "Channel Info Blob": None;
        IOCTL_IS_FSCTL "smb2.ioctl.is_fsctl" "Is FSCTL": Bool(32) & 0x1;
        OUTPUT_BUFFER_LEN "smb2.output_buffer_len" "Output Buffer Length": U32 Dec;
        CLOSE_PQ_ATTRIB "smb2.close.pq_attrib" "PostQuery Attrib": Bool(16) & 0x1;
        NOTIFY_WATCH_TREE "smb2.notify.watch_tree" "Watch Tree": Bool(16) & 0x1;
        NOTIFY_OUT "smb2.notify.out" "Out Data": None;
        NOTIFY_INFO "smb2.notify.info" "Notify Info": None;
        NOTIFY_NEXT_OFFSET "smb2.notify.next_offset" "Next Offset": U32 Hex;
        NOTIFY_ACTION "smb2.notify.action" "Action": U32 Hex = names::NOTIFY_ACTION_NAMES;
        FIND_RESTART_SCANS "smb2.find.restart_scans" "Restart Scans": Bool(8) & 0x1;
        FIND_SINGLE_ENTRY "smb2.find.single_entry" "Single Entry": Bool(8) & 0x2;
        FIND_INDEX_SPECIFIED "smb2.find.index_specified" "Index Specified": Bool(8) & 0x4;
        FIND_REOPEN "smb2.find.reopen" "Reopen": Bool(8) & 0x10;
        FILE_INDEX "smb2.file_index" "File Index": U32 Hex;
        FIND_FILE_DIRECTORY_INFO "smb2.find.file_directory_info" "FileDirectoryInfo": None;
        FIND_FULL_DIRECTORY_INFO "smb2.find.full_directory_info" "FullDirectoryInfo": None;
        FIND_BOTH_DIRECTORY_INFO "smb2.find.both_directory_info" "FileBothDirectoryInfo": None;
        FIND_ID_BOTH_DIRECTORY_INFO "smb2.find.id_both_directory_info" "FileIdBothDirectoryInfo": None;
        FIND_POSIX_INFO "smb2.find.posix_info" "FilePosixInfo": None;
        SHORT_NAME_LEN "smb2.short_name_len" "Short Name Length": U8 Dec;
        SHORTNAME "smb2.shortname" "Short Name": Str;
        LOCK_INFO "smb2.lock_info" "Lock Info": None;
        LOCK_LENGTH "smb2.lock_length" "Length": U64 Dec;
        LOCK_FLAGS "smb2.lock_flags" "Flags": U32 Hex;
        LOCK_FLAGS_SHARED "smb2.lock_flags.shared" "Shared": Bool(32) & 0x1;
        LOCK_FLAGS_EXCLUSIVE "smb2.lock_flags.exclusive" "Exclusive": Bool(32) & 0x2;
        LOCK_FLAGS_UNLOCK "smb2.lock_flags.unlock" "Unlock": Bool(32) & 0x4;
        LOCK_FLAGS_FAIL_IMMEDIATELY "smb2.lock_flags.fail_immediately" "Fail Immediately": Bool(32) & 0x10;
        ERROR_CONTEXT_COUNT "smb2.error.context_count" "Error Context Count": U8 Dec;
        ERROR_RESERVED "smb2.error.reserved" "Reserved": U8 Hex;
        ERROR_BYTE_COUNT "smb2.error.byte_count" "Byte Count": U32 Dec;
        ERROR_DATA "smb2.error.data" "Error Data": Bytes;
        ERROR_CONTEXT "smb2.error.context" "Error Context": Bytes;
        ERROR_CONTEXT_ID "smb2.error.context.id" "Type": U32 Hex = names::ERROR_CONTEXT_ID_NAMES;
        ERROR_CONTEXT_LENGTH "smb2.error.context.length" "Type": U32 Dec;
        ERROR_MIN_BUF_LENGTH "smb2.error.min_buf_length" "Minimum required buffer length": U32 Dec;
        ERROR_SHARE_REDIRECT "smb2.error.share_redirect" "Share Redirect": None;
        ERROR_SHARE_REDIRECT_STRUCT_SIZE "smb2.error.share_redirect.struct_size" "Struct Size": U32 Dec;
        ERROR_SHARE_REDIRECT_NOTIF_TYPE "smb2.error.share_redirect.notif_type" "Notification Type": U32 Dec;
        ERROR_SHARE_REDIRECT_FLAGS "smb2.error.share_redirect.flags" "Flags": U16 Hex;
        ERROR_SHARE_REDIRECT_TARGET_TYPE "smb2.error.share_redirect.target_type" "Target Type": U16 Hex;
        ERROR_SHARE_REDIRECT_IP_COUNT "smb2.error.share_redirect.ip_count" "IP Addr Count": U32 Dec;
        ERROR_SHARE_REDIRECT_IP_LIST "smb2.error.share_redirect.ip_list" "IP Addr List": None;
        ERROR_SHARE_REDIRECT_RES_NAME "smb2.error.share_redirect.res_name" "Resource Name": Str;
        RESERVED "smb2.reserved" "Reserved": Bytes;
        RESERVED_RANDOM "smb2.reserved.random" "Reserved (Random)": Bytes;
        ROOT_DIRECTORY "smb2.root_directory" "Root Dir Handle (MBZ)": Bytes;
        DHNQ_BUFFER_RESERVED "smb2.dhnq_buffer_reserved" "Reserved": U64 Hex;
        DH2X_TIMEOUT "smb2.dh2x.timeout" "Timeout": U32 Dec;
        DH2X_FLAGS "smb2.dh2x.flags" "Flags": U32 Hex;
        DH2X_FLAGS_PERSISTENT_HANDLE "smb2.dh2x.flags.persistent_handle" "Persistent Handle": Bool(32) & 0x2;
        DH2X_RESERVED "smb2.dh2x.reserved" "Reserved": U64 Hex;
        DH2X_CREATE_GUID "smb2.dh2x.create_guid" "Create Guid": Guid;
        APP_INSTANCE_STRUCT_SIZE "smb2.app_instance.struct_size" "Struct Size": U16 Dec;
        APP_INSTANCE_RESERVED "smb2.app_instance.reserved" "Reserved": U16 Hex;
        APP_INSTANCE_APP_GUID "smb2.app_instance.app_guid" "Application Guid": Guid;
        APP_INSTANCE_VERSION_STRUCT_SIZE "smb2.app_instance_version.struct_size" "Struct Size": U16 Dec;
        APP_INSTANCE_VERSION_RESERVED "smb2.app_instance_version.reserved" "Reserved": U16 Dec;
        APP_INSTANCE_VERSION_PADDING "smb2.app_instance_version.padding" "Padding": U32 Hex;
        APP_INSTANCE_VERSION_VERSION_HIGH "smb2.app_instance_version.version.high" "AppInstanceVersionHigh": U64 Dec;
        APP_INSTANCE_VERSION_VERSION_LOW "smb2.app_instance_version.version.low" "AppInstanceVersionLow": U64 Dec;
        POSIX_PERMS "smb2.posix_perms" "POSIX perms": U32 Oct;
        AAPL_COMMAND_CODE "smb2.aapl.command_code" "Command code": U32 Dec = names::AAPL_COMMAND_CODE_NAMES;
        AAPL_RESERVED "smb2.aapl.reserved" "Reserved": U32 Hex;
        AAPL_QUERY_BITMASK "smb2.aapl.query_bitmask" "Query bitmask": U64 Hex;
        AAPL_BITMASK_SERVER_CAPS "smb2.aapl.bitmask.server_caps" "Server capabilities": Bool(64) & 0x1;
        AAPL_BITMASK_VOLUME_CAPS "smb2.aapl.bitmask.volume_caps" "Volume capabilities": Bool(64) & 0x2;
        AAPL_BITMASK_MODEL_INFO "smb2.aapl.bitmask.model_info" "Model information": Bool(64) & 0x4;
        AAPL_CAPS "smb2.aapl.caps" "Client/Server capabilities": U64 Hex;
        AAPL_CAPS_SUPPORTS_READ_DIR_ADDR "smb2.aapl.caps.supports_read_dir_addr" "Supports READDIRATTR": Bool(64) & 0x1;
        AAPL_CAPS_SUPPORTS_OSX_COPYFILE "smb2.aapl.caps.supports_osx_copyfile" "Supports macOS copyfile": Bool(64) & 0x2;
        AAPL_CAPS_UNIX_BASED "smb2.aapl.caps.unix_based" "UNIX-based": Bool(64) & 0x4;
        AAPL_SUPPORTS_NFS_ACE "smb2.aapl.supports_nfs_ace" "Supports NFS ACE": Bool(64) & 0x8;
        AAPL_VOLUME_CAPS "smb2.aapl.volume_caps" "Volume capabilities": U64 Hex;
        AAPL_VOLUME_CAPS_SUPPORTS_RESOLVE_ID "smb2.aapl.volume_caps.supports_resolve_id" "Supports Resolve ID": Bool(64) & 0x1;
        AAPL_VOLUME_CAPS_CASE_SENSITIVE "smb2.aapl.volume_caps.case_sensitive" "Case sensitive": Bool(64) & 0x2;
        AAPL_VOLUME_CAPS_SUPPORTS_FULL_SYNC "smb2.aapl.volume_caps.supports_full_sync" "Supports full sync": Bool(64) & 0x4;
        AAPL_MODEL_STRING "smb2.aapl.model_string" "Model string": UintStr;
        AAPL_SERVER_PATH "smb2.aapl.server_path" "Server path": UintStr;
        HEADER_TRANSFORM_SIGNATURE "smb2.header.transform.signature" "Signature": Bytes;
        HEADER_TRANSFORM_NONCE "smb2.header.transform.nonce" "Nonce": Bytes;
        HEADER_TRANSFORM_MSG_SIZE "smb2.header.transform.msg_size" "Message size": U32 Dec;
        HEADER_TRANSFORM_RESERVED "smb2.header.transform.reserved" "Reserved": Bytes;
        HEADER_TRANSFORM_FLAGS "smb2.header.transform.flags" "Flags": U16 Hex;
        HEADER_TRANSFORM_FLAGS_ENCRYPTED "smb2.header.transform.flags.encrypted" "Encrypted": Bool(16) & 0x1;
        HEADER_TRANSFORM_ENC_DATA "smb2.header.transform.enc_data" "Data": Bytes;
        HEADER_COMP_TRANSFORM_ORIGINAL_SIZE "smb2.header.comp_transform.original_size" "OriginalSize": U32 Dec;
        HEADER_COMP_TRANSFORM_COMP_ALG "smb2.header.comp_transform.comp_alg" "CompressionAlgorithm": U16 Hex = names::NEGOTIATE_CONTEXT_COMP_ALG_ID_NAMES;
        HEADER_COMP_TRANSFORM_FLAGS "smb2.header.comp_transform.flags" "Flags": U16 Hex = names::HEADER_COMP_TRANSFORM_FLAGS_NAMES;
        HEADER_COMP_TRANSFORM_OFFSET "smb2.header.comp_transform.offset" "Offset": U32 Hex;
        HEADER_COMP_TRANSFORM_LENGTH "smb2.header.comp_transform.length" "Length": U32 Hex;
        HEADER_COMP_TRANSFORM_DATA "smb2.header.comp_transform.data" "CompressedData": Bytes;
        HEADER_COMP_TRANSFORM_ORIG_PAYLOAD_SIZE "smb2.header.comp_transform.orig_payload_size" "OriginalPayloadSize": U32 Dec;
        PROTOCOL_ID "smb2.protocol_id" "ProtocolId": U32 Hex;
        FSCTL_CCHUNK_RESUME_KEY "smb2.fsctl.cchunk.resume_key" "ResumeKey": Bytes;
        FSCTL_CCHUNK_COUNT "smb2.fsctl.cchunk.count" "Chunk Count": U32 Dec;
        FSCTL_CCHUNK_SRC_OFFSET "smb2.fsctl.cchunk.src_offset" "Source Offset": U64 Dec;
        FSCTL_CCHUNK_DST_OFFSET "smb2.fsctl.cchunk.dst_offset" "Target Offset": U64 Dec;
        FSCTL_CCHUNK_XFER_LEN "smb2.fsctl.cchunk.xfer_len" "Transfer Length": U32 Dec;
        FSCTL_CCHUNK_CHUNKS_WRITTEN "smb2.fsctl.cchunk.chunks_written" "Chunks Written": U32 Dec;
        FSCTL_CCHUNK_BYTES_WRITTEN "smb2.fsctl.cchunk.bytes_written" "Chunk Bytes Written": U32 Dec;
        FSCTL_CCHUNK_TOTAL_WRITTEN "smb2.fsctl.cchunk.total_written" "Total Bytes Written": U32 Dec;
        REPARSE_TAG "smb2.reparse_tag" "Reparse Tag": U32 Hex = names::REPARSE_TAG_NAMES;
        REPARSE_GUID "smb2.reparse_guid" "Reparse GUID": None;
        REPARSE_DATA_LENGTH "smb2.reparse_data_length" "Reparse Data Length": U16 Dec;
        REPARSE_DATA_BUFFER "smb2.reparse_data_buffer" "Reparse Data Buffer": None;
        SYMLINK_ERROR_RESPONSE "smb2.symlink_error_response" "Symbolic Link Error Response": None;
        SYMLINK_LENGTH "smb2.symlink.length" "SymLink Length": U32 Dec;
        SYMLINK_ERROR_TAG "smb2.symlink.error_tag" "SymLink Error Tag": U32 Hex;
        SYMLINK_UNPARSED_PATH_LENGTH "smb2.symlink.unparsed_path_length" "Unparsed Path Length": U16 Dec;
        SYMLINK_SUBSTITUTE_NAME "smb2.symlink.substitute_name" "Substitute Name": Str;
        SYMLINK_PRINT_NAME "smb2.symlink.print_name" "Print Name": Str;
        SYMLINK_FLAGS "smb2.symlink.flags" "Flags": U32 Dec;
        FILE_ATTRIBUTE "smb2.file_attribute" "File Attributes": U32 Hex;
        FILE_ATTRIBUTE_READ_ONLY "smb2.file_attribute.read_only" "Read Only": Bool(32) & 0x1 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_HIDDEN "smb2.file_attribute.hidden" "Hidden": Bool(32) & 0x2 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_SYSTEM "smb2.file_attribute.system" "System": Bool(32) & 0x4 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_DIRECTORY "smb2.file_attribute.directory" "Directory": Bool(32) & 0x10 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_ARCHIVE "smb2.file_attribute.archive" "Requires archived": Bool(32) & 0x20 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_NORMAL "smb2.file_attribute.normal" "Normal": Bool(32) & 0x80 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_TEMPORARY "smb2.file_attribute.temporary" "Temporary": Bool(32) & 0x100 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_SPARSE "smb2.file_attribute.sparse" "Sparse": Bool(32) & 0x200 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_REPARSE "smb2.file_attribute.reparse" "Reparse Point": Bool(32) & 0x400 = Names::Bools("Has an associated REPARSE POINT", "Does NOT have an associated reparse point");
        FILE_ATTRIBUTE_COMPRESSED "smb2.file_attribute.compressed" "Compressed": Bool(32) & 0x800 = Names::Bools("COMPRESSED", "Uncompressed");
        FILE_ATTRIBUTE_OFFLINE "smb2.file_attribute.offline" "Offline": Bool(32) & 0x1000 = Names::Bools("OFFLINE", "Online");
        FILE_ATTRIBUTE_NOT_CONTENT_INDEXED "smb2.file_attribute.not_content_indexed" "Not Content Indexed": Bool(32) & 0x2000 = Names::Bools("Is not indexed by the content indexing service", "Is indexed by the content indexing service");
        FILE_ATTRIBUTE_ENCRYPTED "smb2.file_attribute.encrypted" "Encrypted": Bool(32) & 0x4000 = Names::Bools("Yes", "No");
        FILE_ATTRIBUTE_INTEGRITY_STREAM "smb2.file_attribute.integrity_stream" "Integrity Stream": Bool(32) & 0x8000 = Names::Bools("Has Integrity Support", "Does NOT have Integrity Support");
        FILE_ATTRIBUTE_NO_SCRUB_DATA "smb2.file_attribute.no_scrub_data" "No Scrub Data": Bool(32) & 0x20000 = Names::Bools("Is excluded from the data integrity scan", "Is not excluded from the data integrity scan");
    }
}

const PLAIN: &[u8] = b"\xfeSMB";
const TRANSFORM: &[u8] = b"\xfdSMB";
const COMPRESSED: &[u8] = b"\xfcSMB";
/// Bytes of a message's header.
const HEADER: usize = 64;

/// Flags of the header (section 2.2.1.2).
const RESPONSE: u32 = 1;
const ASYNC: u32 = 2;

/// Commands, section 2.2.1.2.
mod command {
    pub const NEGOTIATE: u16 = 0;
    pub const SESSION_SETUP: u16 = 1;
    pub const LOGOFF: u16 = 2;
    pub const TREE_CONNECT: u16 = 3;
    pub const TREE_DISCONNECT: u16 = 4;
    pub const CREATE: u16 = 5;
    pub const CLOSE: u16 = 6;
    pub const FLUSH: u16 = 7;
    pub const READ: u16 = 8;
    pub const WRITE: u16 = 9;
    pub const LOCK: u16 = 10;
    pub const IOCTL: u16 = 11;
    pub const CANCEL: u16 = 12;
    pub const ECHO: u16 = 13;
    pub const FIND: u16 = 14;
    pub const NOTIFY: u16 = 15;
    pub const GET_INFO: u16 = 16;
    pub const SET_INFO: u16 = 17;
    pub const BREAK: u16 = 18;
}

/// What the parts of a message need of it.
struct Message<'a> {
    /// From its header on: places in it count from there.
    all: Cursor<'a>,
    command: u16,
    response: bool,
    status: u32,
    /// What the past tells of it.
    known: Known<'a>,
}

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    [PLAIN, TRANSFORM, COMPRESSED].iter().any(|m| c.rest().starts_with(m))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("SMB2");
    cx.info_clear();
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("SMB2 (Server Message Block Protocol version 2)"));
    let mut rest = c;
    let mut first = true;
    // Messages may be chained: each says how far the next is away.
    loop {
        if rest.rest().starts_with(TRANSFORM) {
            return header::transform(cx, rest);
        }
        if rest.rest().starts_with(COMPRESSED) {
            return header::compressed(cx, rest);
        }
        if !rest.rest().starts_with(PLAIN) {
            return Ok(());
        }
        let next = requin_wire::le(rest.peek_bytes(20, 4)?) as usize;
        let one = if next == 0 { rest } else { rest.within(next) };
        if !first {
            cx.info_add(|o| _ = o.s(";"));
        }
        first = false;
        message(cx, one)?;
        if next < HEADER || next >= rest.left() {
            return Ok(());
        }
        rest.advance(next);
    }
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let h = c.peek_array::<HEADER>()?;
    let word = |at: usize| u32::from_le_bytes([h[at], h[at + 1], h[at + 2], h[at + 3]]);
    let (flags, command) = (word(16), u16::from_le_bytes([h[12], h[13]]));
    let response = flags & RESPONSE != 0;
    let known = Known::of(cx, u64::from(word(24)) | u64::from(word(28)) << 32);
    let m = Message { all, command, response, status: if response { word(8) } else { 0 }, known };
    let (name, kind) = header::title(&m);
    cx.info_add(|o| {
        o.s(name).s(kind);
        if m.status != 0 {
            o.s(", Error: ").s(status::NT_STATUS.or(u64::from(m.status), "Unknown"));
        }
    });
    let line = cx.line(c.span(HEADER), |o| _ = o.s("SMB2 Header"));
    cx.under(line, |cx| header::header(cx, &mut c, &m, flags))?;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s(name).s(kind).s(" (").hex(command, 2).s(")"));
    cx.under(line, |cx| body(cx, c, &m))
}

/// What stands behind the header, by command.
fn body<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    use command as is;
    match m.command {
        is::FIND if m.response => find::asked(cx, &c, m),
        is::GET_INFO | is::SET_INFO if m.response => info::asked(cx, &c, m),
        is::NEGOTIATE | is::SESSION_SETUP => header::preauth(cx, &c, m),
        _ => {}
    }
    if c.is_empty() {
        return Ok(());
    }
    parts::size(cx, &mut c)?;
    if m.response && header::failed(m) {
        return header::error(cx, c);
    }
    match (m.command, m.response) {
        (is::NEGOTIATE, false) => negotiate::request(cx, c, m),
        (is::NEGOTIATE, true) => negotiate::response(cx, c, m),
        (is::SESSION_SETUP, false) => session::setup(cx, c, m),
        (is::SESSION_SETUP, true) => session::set_up(cx, c, m),
        (is::TREE_CONNECT, false) => session::connect(cx, c, m),
        (is::TREE_CONNECT, true) => session::connected(cx, c),
        (is::LOGOFF, false) => Ok(()),
        (is::LOGOFF, true) | (is::TREE_DISCONNECT, _) => cx.bytes(RESERVED, &mut c, 2).map(|_| ()),
        (is::CREATE, false) => create::request(cx, c, m),
        (is::CREATE, true) => create::response(cx, c, m),
        (is::CLOSE, false) => create::close(cx, c, m),
        (is::CLOSE, true) => create::closed(cx, c),
        (is::FLUSH, false) => transfer::flush(cx, c, m),
        (is::FLUSH, true) => cx.bytes(RESERVED, &mut c, 2).map(|_| ()),
        (is::READ, false) => transfer::read(cx, c, m),
        (is::READ, true) => transfer::read_response(cx, c, m),
        (is::WRITE, false) => transfer::write(cx, c, m),
        (is::WRITE, true) => transfer::written(cx, c),
        (is::LOCK, false) => transfer::lock(cx, c, m),
        (is::LOCK, true) => cx.bytes(RESERVED, &mut c, 2).map(|_| ()),
        (is::IOCTL, false) => ioctl::request(cx, c, m),
        (is::IOCTL, true) => ioctl::response(cx, c, m),
        (is::CANCEL | is::ECHO, _) => cx.bytes(UNKNOWN, &mut c, 2).map(|_| ()),
        (is::FIND, false) => find::request(cx, c, m),
        (is::FIND, true) => find::response(cx, c, m),
        (is::NOTIFY, false) => notify::request(cx, c, m),
        (is::NOTIFY, true) => notify::response(cx, c, m),
        (is::GET_INFO, false) => info::get(cx, c, m),
        (is::GET_INFO, true) => info::got(cx, c, m),
        (is::SET_INFO, false) => info::set(cx, c, m),
        (is::BREAK, _) => notify::oplock_break(cx, c, m),
        _ => Ok(()),
    }
}
