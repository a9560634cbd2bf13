//! Lustre: remote procedure calls, and what connections, locks and logs of configuration carry.

use requin_wire::Field;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    LUSTRE "lustre" "Lustre" "Lustre" App
    on []
    fields {
        LUSTRE_MSG_V2_LM_MAGIC "lustre.lustre_msg_v2.lm_magic" "Lm Magic": U32 Hex = LUSTRE_MSG_V2_LM_MAGIC_NAMES;
        LUSTRE_MSG_V2_LM_BUFCOUNT "lustre.lustre_msg_v2.lm_bufcount" "Lm Bufcount": U32 Dec;
        LUSTRE_MSG_V2_LM_REPSIZE "lustre.lustre_msg_v2.lm_repsize" "Lm Repsize": U32 Dec;
        LUSTRE_MSG_V2_LM_CKSUM "lustre.lustre_msg_v2.lm_cksum" "Lm Cksum": U32 Dec;
        LUSTRE_MSG_V2_LM_BUFLENS "lustre.lustre_msg_v2.lm_buflens" "Lm Buflens": U32 Dec;
        LUSTRE_MSG_V2_LM_FLAGS "lustre.lustre_msg_v2.lm_flags" "Lm Flags": U32 Hex;
        LUSTRE_MSG_V2_LM_SECFLVR "lustre.lustre_msg_v2.lm_secflvr" "Lm Secflvr": U32 Hex;
        LUSTRE_MSG_V2_LM_PADDING_2 "lustre.lustre_msg_v2.lm_padding_2" "Lm Padding 2": U32 Dec;
        LUSTRE_MSG_V2_LM_PADDING_3 "lustre.lustre_msg_v2.lm_padding_3" "Lm Padding 3": U32 Dec;
        PTLRPC_BODY "lustre.ptlrpc_body" "PTL RPC Body": None;
        PTLRPC_BODY_PB_LAST_COMMITTED "lustre.ptlrpc_body.pb_last_committed" "Pb Last Committed": U64 Dec;
        PTLRPC_BODY_PB_VERSION "lustre.ptlrpc_body.pb_version" "Pb Version": U32 Dec & 0xffff;
        PTLRPC_BODY_PB_SLV "lustre.ptlrpc_body.pb_slv" "Pb Slv": U64 Dec;
        PTLRPC_BODY_PB_PRE_VERSION "lustre.ptlrpc_body.pb_pre_version" "Pb Pre-Version": U64 Dec;
        PTLRPC_BODY_PB_PADDING "lustre.ptlrpc_body.pb_padding" "Pb Padding": None;
        PTLRPC_BODY_PB_JOBID "lustre.ptlrpc_body.pb_jobid" "Pb JobId": Str;
        PTLRPC_BODY_PB_TIMEOUT "lustre.ptlrpc_body.pb_timeout" "Pb Timeout": U32 Dec;
        PTLRPC_BODY_PB_OP_FLAGS "lustre.ptlrpc_body.pb_op_flags" "Pb Op Flags": U32 Hex;
        PTLRPC_BODY_PB_TYPE "lustre.ptlrpc_body.pb_type" "Pb Type": U32 Dec = PTLRPC_BODY_PB_TYPE_NAMES;
        PTLRPC_BODY_PB_FLAGS "lustre.ptlrpc_body.pb_flags" "Pb Flags": U32 Hex;
        PTLRPC_BODY_PB_LIMIT "lustre.ptlrpc_body.pb_limit" "Pb Limit": U32 Dec;
        PTLRPC_BODY_PB_TRANSNO "lustre.ptlrpc_body.pb_transno" "Pb Transno": U64 Dec;
        PTLRPC_BODY_PB_SERVICE_TIME "lustre.ptlrpc_body.pb_service_time" "Pb Service Time": U32 Dec;
        PTLRPC_BODY_PB_CONN_CNT "lustre.ptlrpc_body.pb_conn_cnt" "Pb Conn Cnt": U32 Dec;
        PTLRPC_BODY_PB_OPC "lustre.ptlrpc_body.pb_opc" "Pb Opc": U32 Dec = PTLRPC_BODY_PB_OPC_NAMES;
        PTLRPC_BODY_PB_LAST_SEEN "lustre.ptlrpc_body.pb_last_seen" "Pb Last Seen": U64 Dec;
        PTLRPC_BODY_PB_LAST_XID "lustre.ptlrpc_body.pb_last_xid" "Pb Last Xid": U64 Dec;
        PTLRPC_BODY_PB_STATUS "lustre.ptlrpc_body.pb_status" "Pb Status": I32 Dec;
        PTLRPC_BODY_PB_HANDLE "lustre.ptlrpc_body.pb_handle" "Pb Handle": None;
        OBD_CONNECT_DATA "lustre.obd_connect_data" "OBD Connect Data": None;
        OBD_CONNECT_DATA_OCD_CONNECT_FLAGS "lustre.obd_connect_data.ocd_connect_flags" "Ocd Connect Flags": U64 Hex;
        OBD_CONNECT_DATA_OCD_VERSION "lustre.obd_connect_data.ocd_version" "Ocd Version": U32 Custom;
        OBD_CONNECT_DATA_OCD_GRANT "lustre.obd_connect_data.ocd_grant" "Ocd Grant": U32 DecHex;
        OBD_CONNECT_DATA_OCD_INDEX "lustre.obd_connect_data.ocd_index" "Ocd Index": U32 Dec;
        OBD_CONNECT_DATA_OCD_BRW_SIZE "lustre.obd_connect_data.ocd_brw_size" "Ocd Brw Size": U32 DecHex;
        OBD_CONNECT_DATA_OCD_IBITS_KNOWN "lustre.obd_connect_data.ocd_ibits_known" "Ocd Ibits Known": U64 DecHex;
        OBD_CONNECT_DATA_GRANT_BLKBITS "lustre.obd_connect_data.grant_blkbits" "Ocd Grant blkbits": U8 DecHex;
        OBD_CONNECT_DATA_GRANT_INOBITS "lustre.obd_connect_data.grant_inobits" "Ocd Grant inobits": U8 DecHex;
        OBD_CONNECT_DATA_GRANT_TAX_KB "lustre.obd_connect_data.grant_tax_kb" "Ocd Grant tax kb": U16 DecHex;
        OBD_CONNECT_DATA_GRANT_MAX_BLKS "lustre.obd_connect_data.grant_max_blks" "Ocd Grant max blks": U32 DecHex;
        OBD_CONNECT_DATA_OCD_TRANSNO "lustre.obd_connect_data.ocd_transno" "Ocd Transno": U64 Dec;
        OBD_CONNECT_DATA_OCD_GROUP "lustre.obd_connect_data.ocd_group" "Ocd Group": U32 Dec;
        OBD_CONNECT_DATA_OCD_CKSUM_TYPES "lustre.obd_connect_data.ocd_cksum_types" "Ocd Cksum Types": U32 Hex;
        OBD_CONNECT_DATA_OCD_MAX_EASIZE "lustre.obd_connect_data.ocd_max_easize" "Ocd Max LOV EA Size": U32 DecHex;
        OBD_CONNECT_DATA_OCD_INSTANCE "lustre.obd_connect_data.ocd_instance" "Ocd Instance": U32 Dec;
        OBD_CONNECT_DATA_OCD_MAXBYTES "lustre.obd_connect_data.ocd_maxbytes" "Ocd Max Stripe Size (Bytes)": U64 DecHex;
        OBD_CONNECT_DATA_OCD_MAXMODRPCS "lustre.obd_connect_data.ocd_maxmodrpcs" "Ocd Max Parallel Modify RPCs": U16 DecHex;
        OBD_CONNECT_DATA_OCD_CONNECT_FLAGS2 "lustre.obd_connect_data.ocd_connect_flags2" "Ocd Connect Flags": U64 Hex;
        OBD_CONNECT_DATA_PADDING "lustre.obd_connect_data.padding" "Ocd Padding": None;
        OBD_UUID "lustre.obd_uuid" "obd uuid name": Str;
        OST_ID "lustre.ost_id" "OST ID [UNION]": None;
        OST_ID_FID "lustre.ost_id.fid" "FID": None;
        OST_ID_OI "lustre.ost_id.oi" "OI": None;
        LLOGD_BODY "lustre.llogd_body" "llogd body": None;
        LLOGD_BODY_LGD_LEN "lustre.llogd_body.lgd_len" "Lgd Len": U32 DecHex;
        LLOGD_BODY_LGD_LOGID "lustre.llogd_body.lgd_logid" "Lgd Logid": None;
        LLOGD_BODY_LGD_INDEX "lustre.llogd_body.lgd_index" "Lgd Index": U32 Dec;
        LLOGD_BODY_LGD_SAVED_INDEX "lustre.llogd_body.lgd_saved_index" "Lgd Saved Index": U32 Dec;
        LLOGD_BODY_LGD_LLH_FLAGS "lustre.llogd_body.lgd_llh_flags" "Lgd Llh Flags": U32 Hex;
        LLOGD_BODY_LGD_CUR_OFFSET "lustre.llogd_body.lgd_cur_offset" "Lgd Cur Offset": U64 DecHex;
        LLOGD_BODY_LGD_CTXT_IDX "lustre.llogd_body.lgd_ctxt_idx" "Lgd Ctxt Idx": U32 Dec = LLOGD_BODY_LGD_CTXT_IDX_NAMES;
        LLOG_LOG_HDR_LLH_FLAGS_ZAP_WHEN_EMPTY "lustre.llog_log_hdr.llh_flags.zap_when_empty" "LLOG_F_ZAP_WHEN_EMPTY": Bool(32) & 0x1 = Names::Bools("Set", "Unset");
        LLOG_LOG_HDR_LLH_FLAGS_IS_CAT "lustre.llog_log_hdr.llh_flags.is_cat" "LLOG_F_IS_CAT": Bool(32) & 0x2 = Names::Bools("Set", "Unset");
        LLOG_LOG_HDR_LLH_FLAGS_IS_PLAIN "lustre.llog_log_hdr.llh_flags.is_plain" "LLOG_F_IS_PLAIN": Bool(32) & 0x4 = Names::Bools("Set", "Unset");
        LLOG_LOG_HDR_LLH_FLAGS_EXT_JOBID "lustre.llog_log_hdr.llh_flags.ext_jobid" "LLOG_F_EXT_JOBID": Bool(32) & 0x8 = Names::Bools("Set", "Unset");
        LLOG_LOG_HDR_LLH_FLAGS_IS_FIXSIZE "lustre.llog_log_hdr.llh_flags.is_fixsize" "LLOG_F_IS_FIXSIZE": Bool(32) & 0x10 = Names::Bools("Set", "Unset");
        LLOG_LOGID_LGL_OGEN "lustre.llog_logid.lgl_ogen" "Lgl Ogen": U32 Dec;
        LDLM_FLOCK_START "lustre.ldlm_flock.start" "Start": U64 Dec;
        LDLM_FLOCK_END "lustre.ldlm_flock.end" "End": U64 Dec;
        LDLM_FLOCK_OWNER "lustre.ldlm_flock.owner" "Owner": U64 Dec;
        LDLM_FLOCK_PADDING "lustre.ldlm_flock.padding" "Pid": None;
        LDLM_FLOCK_PID "lustre.ldlm_flock.pid" "Pid": U32 Dec;
        LDLM_REQUEST "lustre.ldlm_request" "ldlm request": None;
        LDLM_REQUEST_LOCK_HANDLE "lustre.ldlm_request.lock_handle" "Lock Handle": None;
        LDLM_REQUEST_LOCK_FLAGS "lustre.ldlm_request.lock_flags" "Lock Flags": U32 Hex;
        LDLM_REQUEST_LOCK_COUNT "lustre.ldlm_request.lock_count" "Lock Count": U32 HexDec;
        LDLM_REPLY "lustre.ldlm_reply" "LDLM Reply": None;
        LDLM_REPLY_LOCK_FLAGS "lustre.ldlm_reply.lock_flags" "Lock Flags": U32 Hex;
        LDLM_REPLY_LOCK_POLICY_RES1 "lustre.ldlm_reply.lock_policy_res1" "Lock Policy Res1": U64 Dec;
        LDLM_REPLY_LOCK_POLICY_RES2 "lustre.ldlm_reply.lock_policy_res2" "Lock Policy Res2": U64 Dec;
        LDLM_REPLY_LOCK_HANDLE "lustre.ldlm_reply.lock_handle" "Lock Handle": None;
        LDLM_REPLY_LOCK_PADDING "lustre.ldlm_reply.lock_padding" "Lock Padding": None;
        LDLM_LOCK_DESC "lustre.ldlm_lock_desc" "LDLM Desc": None;
        LDLM_LOCK_DESC_L_POLICY_DATA "lustre.ldlm_lock_desc.l_policy_data" "L Policy Data": None;
        LDLM_LOCK_DESC_L_GRANTED_MODE "lustre.ldlm_lock_desc.l_granted_mode" "L Granted Mode": U32 Dec = LDLM_LOCK_DESC_L_GRANTED_MODE_NAMES;
        LDLM_LOCK_DESC_L_REQ_MODE "lustre.ldlm_lock_desc.l_req_mode" "L Req Mode": U32 Dec = LDLM_LOCK_DESC_L_GRANTED_MODE_NAMES;
        LDLM_RES_ID "lustre.ldlm_res_id" "LDLM Res ID": None;
        LDLM_RES_ID_STRING "lustre.ldlm_res_id.string" "String": Str;
        LDLM_RES_ID_TYPE "lustre.ldlm_res_id.type" "Type": U32 Hex = LDLM_RES_ID_TYPE_NAMES;
        LDLM_RESOURCE_DESC "lustre.ldlm_resource_desc" "LDLM Resc Desc": None;
        LDLM_RESOURCE_DESC_LR_TYPE "lustre.ldlm_resource_desc.lr_type" "Lr Type": U16 Dec = LDLM_RESOURCE_DESC_LR_TYPE_NAMES;
        LDLM_RESOURCE_DESC_LR_PADDING "lustre.ldlm_resource_desc.lr_padding" "Lr Padding": None;
        LUSTRE_HANDLE "lustre.lustre_handle" "Handle": None;
        LUSTRE_HANDLE_COOKIE "lustre.lustre_handle.cookie" "Cookie": U64 Hex;
        LU_FID_F_SEQ "lustre.lu_fid.f_seq" "Seq": U64 Hex;
        LL_FID_F_OID "lustre.ll_fid.f_oid" "OID": U32 Hex;
        LL_FID_F_VER "lustre.ll_fid.f_ver" "Version": U32 Hex;
        OST_IO_ID "lustre.ost_io.id" "O Id": U64 Dec;
        OST_OI_SEQ "lustre.ost_oi.seq" "O SEQ": U64 Dec;
        EXTRA_PADDING "lustre.extra_padding" "extra padding": None;
        TARGET_UUID "lustre.target_uuid" "Target UUID": None;
        CLIENT_UUID "lustre.client_uuid" "Client UUID": None;
        NAME "lustre.name" "name": Str;
    }
}

names! {
    LUSTRE_MSG_V2_LM_MAGIC_NAMES {
        198183888 => "MSG_MAGIC_V1",
        198183891 => "MSG_MAGIC_V2",
        198249424 => "LOV_MAGIC_V1",
        198380496 => "LOV_MAGIC_V3",
        215092432 => "LMV_MAGIC_V1",
        215223504 => "LMV_MAGIC_STRIPE",
        450829536 => "LADVISE_MAGIC",
        1027066935 => "IDX_INFO_MAGIC",
    }
    PTLRPC_BODY_PB_TYPE_NAMES {
        4711 => "request",
        4712 => "error",
        4713 => "reply",
    }
    PTLRPC_BODY_PB_OPC_NAMES {
        0 => "OST_REPLY",
        1 => "OST_GETATTR",
        2 => "OST_SETATTR",
        3 => "OST_READ",
        4 => "OST_WRITE",
        5 => "OST_CREATE",
        6 => "OST_DESTROY",
        7 => "OST_GET_INFO",
        8 => "OST_CONNECT",
        9 => "OST_DISCONNECT",
        10 => "OST_PUNCH",
        11 => "OST_OPEN",
        12 => "OST_CLOSE",
        13 => "OST_STATFS",
        16 => "OST_SYNC",
        17 => "OST_SET_INFO",
        18 => "OST_QUOTACHECK",
        19 => "OST_QUOTACTL",
        20 => "OST_QUOTA_ADJUST_QUNIT",
        21 => "OST_LADVISE",
        22 => "OST_LAST_OPC",
        33 => "MDS_GETATTR",
        34 => "MDS_GETATTR_NAME",
        35 => "MDS_CLOSE",
        36 => "MDS_REINT",
        37 => "MDS_READPAGE",
        38 => "MDS_CONNECT",
        39 => "MDS_DISCONNECT",
        40 => "MDS_GET_ROOT",
        41 => "MDS_STATFS",
        42 => "MDS_PIN",
        43 => "MDS_UNPIN",
        44 => "MDS_SYNC",
        45 => "MDS_DONE_WRITING",
        46 => "MDS_SET_INFO",
        47 => "MDS_QUOTACHECK",
        48 => "MDS_QUOTACTL",
        49 => "MDS_GETXATTR",
        50 => "MDS_SETXATTR",
        51 => "MDS_WRITEPAGE",
        52 => "MDS_IS_SUBDIR",
        53 => "MDS_GET_INFO",
        54 => "MDS_HSM_STATE_GET",
        55 => "MDS_HSM_STATE_SET",
        56 => "MDS_HSM_ACTION",
        57 => "MDS_HSM_PROGRESS",
        58 => "MDS_HSM_REQUEST",
        59 => "MDS_HSM_CT_REGISTER",
        60 => "MDS_HSM_CT_UNREGISTER",
        61 => "MDS_SWAP_LAYOUTS",
        62 => "MDS_RMFID",
        63 => "MDS_LAST_OPC",
        101 => "LDLM_ENQUEUE",
        102 => "LDLM_CONVERT",
        103 => "LDLM_CANCEL",
        104 => "LDLM_BL_CALLBACK",
        105 => "LDLM_CP_CALLBACK",
        106 => "LDLM_GL_CALLBACK",
        107 => "LDLM_SET_INFO",
        108 => "LDLM_LAST_OPC",
        250 => "MGS_CONNECT",
        251 => "MGS_DISCONNECT",
        252 => "MGS_EXCEPTION",
        253 => "MGS_TARGET_REG",
        254 => "MGS_TARGET_DEL",
        255 => "MGS_SET_INFO",
        256 => "MGS_CONFIG_READ",
        257 => "MGS_LAST_OPC",
        400 => "OBD_PING",
        401 => "OBD_LOG_CANCEL",
        402 => "OBD_QC_CALLBACK",
        403 => "OBD_IDX_READ",
        404 => "OBD_LAST_OPC",
        501 => "LLOG_ORIGIN_HANDLE_CREATE",
        502 => "LLOG_ORIGIN_HANDLE_NEXT_BLOCK",
        503 => "LLOG_ORIGIN_HANDLE_READ_HEADER",
        504 => "LLOG_ORIGIN_HANDLE_WRITE_REC",
        505 => "LLOG_ORIGIN_HANDLE_CLOSE",
        506 => "LLOG_ORIGIN_CONNECT",
        507 => "LLOG_CATINFO",
        508 => "LLOG_ORIGIN_HANDLE_PREV_BLOCK",
        509 => "LLOG_ORIGIN_HANDLE_DESTROY",
        510 => "LLOG_LAST_OPC",
        601 => "QUOTA_DQACQ",
        602 => "QUOTA_DQREL",
        603 => "QUOTA_LAST_OPC",
        700 => "SEQ_QUERY",
        701 => "SEQ_LAST_OPC",
        801 => "SEC_CTX_INIT",
        802 => "SEC_CTX_INIT_CONT",
        803 => "SEC_CTX_FINI",
        804 => "SEC_LAST_OPC",
        900 => "FLD_QUERY",
        901 => "FLD_READ",
        902 => "FLD_LAST_OPC",
        1000 => "OUT_UPDATE",
        1001 => "OUT_UPDATE_LAST_OPC",
        1101 => "LFSCK_NOTIFY",
        1102 => "LFSCK_QUERY",
        1103 => "LFSCK_LAST_OPC",
    }
    LLOGD_BODY_LGD_CTXT_IDX_NAMES {
        0 => "LLOG_CONFIG_ORIG_CTXT",
        1 => "LLOG_CONFIG_REPL_CTXT",
        2 => "LLOG_MDS_OST_ORIG_CTXT",
        3 => "LLOG_MDS_OST_REPL_CTXT",
        4 => "LLOG_SIZE_ORIG_CTXT",
        5 => "LLOG_SIZE_REPL_CTXT",
        8 => "LLOG_TEST_ORIG_CTXT",
        9 => "LLOG_TEST_REPL_CTXT",
        12 => "LLOG_CHANGELOG_ORIG_CTXT",
        13 => "LLOG_CHANGELOG_REPL_CTXT",
        14 => "LLOG_CHANGELOG_USER_ORIG_CTXT",
        15 => "LLOG_AGENT_ORIG_CTXT",
        16 => "LLOG_UPDATELOG_ORIG_CTXT",
        17 => "LLOG_UPDATELOG_REPL_CTXT",
    }
    LDLM_LOCK_DESC_L_GRANTED_MODE_NAMES {
        0 => "MINMODE",
        1 => "Exclusive",
        2 => "Protected Write",
        4 => "Protected Read",
        8 => "Concurrent Write",
        16 => "Concurrent Read",
        32 => "Null",
        64 => "Group",
        128 => "Commit on Sharing",
    }
    LDLM_RES_ID_TYPE_NAMES {
        0 => "CONFIG",
        1 => "SPTLRPC",
        2 => "RECOVER",
        3 => "PARAMS",
        4 => "NODEMAP",
        5 => "BARRIER",
    }
    LDLM_RESOURCE_DESC_LR_TYPE_NAMES {
        10 => "LDLM_PLAIN",
        11 => "LDLM_EXTENT",
        12 => "LDLM_FLOCK",
        13 => "LDLM_IBITS",
    }
}

const MAGIC: u32 = 0x0bd0_0bd3;
const REQUEST: u32 = 4711;

const LDLM_ENQUEUE: u32 = 101;
const MGS_CONNECT: u32 = 250;
const LLOG: std::ops::RangeInclusive<u32> = 501..=509;

/// Little-endian numbers that stand one behind the other.
fn numbers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &[Field]) -> Step {
    for field in fields {
        cx.field_le(*field, c, 0)?;
    }
    Ok(())
}

/// Bytes that mean nothing.
fn padding<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    if n == 0 {
        return Ok(());
    }
    cx.add(field, c.span(n), Value::None);
    c.skip(n)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let magic = c.peek_array::<12>().ok().map(|h| u32::from_le_bytes([h[8], h[9], h[10], h[11]]));
    if magic != Some(MAGIC) {
        return Err(Stop::NotMine);
    }
    cx.protocol("Lustre");
    let count = u32::from_le_bytes(*c.peek_array::<4>()?) as usize;
    numbers(
        cx,
        &mut c,
        &[
            LUSTRE_MSG_V2_LM_BUFCOUNT,
            LUSTRE_MSG_V2_LM_SECFLVR,
            LUSTRE_MSG_V2_LM_MAGIC,
            LUSTRE_MSG_V2_LM_REPSIZE,
            LUSTRE_MSG_V2_LM_CKSUM,
            LUSTRE_MSG_V2_LM_FLAGS,
            LUSTRE_MSG_V2_LM_PADDING_2,
            LUSTRE_MSG_V2_LM_PADDING_3,
        ],
    )?;
    let mut lens = c.take_all(count.checked_mul(4).ok_or(Stop::Malformed)?)?;
    let mut list = lens;
    for _ in 0..count {
        cx.field_le(LUSTRE_MSG_V2_LM_BUFLENS, &mut list, 4)?;
    }
    // Everything is filled up to eight bytes.
    padding(cx, &mut c, EXTRA_PADDING, 4 * (count % 2))?;
    let mut call = Call { opcode: 0, request: false };
    for index in 0..count {
        let n = u32::from_le_bytes(*lens.array::<4>()?) as usize;
        if n == 0 {
            continue;
        }
        // The length of a UUID counts what it is filled with.
        let fill = n.wrapping_neg() % 8;
        if index == 0 {
            call = body(cx, c.take_all(n)?)?;
        } else if !buffer(cx, &mut c, call, index, n, fill)? {
            // What else there is isn't read.
            return Ok(());
        } else {
            continue;
        }
        padding(cx, &mut c, EXTRA_PADDING, fill)?;
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Call {
    opcode: u32,
    request: bool,
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Result<Call, Stop> {
    let kind = u32::from_le_bytes([c.peek_u8(8)?, c.peek_u8(9)?, c.peek_u8(10)?, c.peek_u8(11)?]);
    let opcode = u32::from_le_bytes([c.peek_u8(16)?, c.peek_u8(17)?, c.peek_u8(18)?, c.peek_u8(19)?]);
    let request = kind == REQUEST;
    let name = PTLRPC_BODY_PB_OPC_NAMES.or(u64::from(opcode), "Unknown");
    let sort = PTLRPC_BODY_PB_TYPE_NAMES.or(u64::from(kind), "unknown");
    cx.info(|o| _ = o.s(name).s(" ").s(sort).s(" "));
    let root = cx.proto_item();
    cx.label(root, |o| _ = o.s("Lustre V2 ").s(name).s(" ").s(sort).s(" "));
    let item = cx.add(PTLRPC_BODY, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        handle(cx, &mut c, PTLRPC_BODY_PB_HANDLE)?;
        numbers(
            cx,
            &mut c,
            &[
                PTLRPC_BODY_PB_TYPE,
                PTLRPC_BODY_PB_VERSION,
                PTLRPC_BODY_PB_OPC,
                PTLRPC_BODY_PB_STATUS,
                PTLRPC_BODY_PB_LAST_XID,
                PTLRPC_BODY_PB_LAST_SEEN,
                PTLRPC_BODY_PB_LAST_COMMITTED,
                PTLRPC_BODY_PB_TRANSNO,
                PTLRPC_BODY_PB_FLAGS,
                PTLRPC_BODY_PB_OP_FLAGS,
                PTLRPC_BODY_PB_CONN_CNT,
                PTLRPC_BODY_PB_TIMEOUT,
                PTLRPC_BODY_PB_SERVICE_TIME,
                PTLRPC_BODY_PB_LIMIT,
                PTLRPC_BODY_PB_SLV,
                PTLRPC_BODY_PB_PRE_VERSION,
                PTLRPC_BODY_PB_PRE_VERSION,
                PTLRPC_BODY_PB_PRE_VERSION,
                PTLRPC_BODY_PB_PRE_VERSION,
            ],
        )?;
        padding(cx, &mut c, PTLRPC_BODY_PB_PADDING, 32)?;
        text(cx, &mut c, PTLRPC_BODY_PB_JOBID, 32)
    })?;
    Ok(Call { opcode, request })
}

/// A text in a field of `n` bytes that zeros fill.
fn text<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    let bytes = c.peek_bytes(0, n)?;
    let len = bytes.iter().position(|b| *b == 0).unwrap_or(n);
    cx.peek(field, c, len)?;
    c.skip(n)
}

fn handle<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let item = cx.add(field, c.span(8), Value::None);
    cx.under(item, |cx| cx.field_le(LUSTRE_HANDLE_COOKIE, c, 8)).map(|_| ())
}

/// A buffer behind the first; answers whether it is one that is read.
fn buffer<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    call: Call,
    index: usize,
    n: usize,
    fill: usize,
) -> Result<bool, Stop> {
    let mut one = c.take_all(n)?;
    match (call.opcode, call.request, index) {
        (MGS_CONNECT, true, 1 | 2) => {
            let fields = if index == 1 { TARGET_UUID } else { CLIENT_UUID };
            let item = cx.add(fields, one.span(n), Value::None);
            cx.under(item, |cx| text(cx, &mut one, OBD_UUID, n))?;
            c.skip(fill)?;
            return Ok(true);
        }
        (MGS_CONNECT, true, 3) => handle(cx, &mut one, LUSTRE_HANDLE)?,
        (MGS_CONNECT, true, 4) | (MGS_CONNECT, false, 1) => connection(cx, one)?,
        (LDLM_ENQUEUE, request, 1) => lock(cx, one, request)?,
        (opcode, _, 1) if LLOG.contains(&opcode) => log(cx, one)?,
        (opcode, true, 2) if LLOG.contains(&opcode) => text(cx, &mut one, NAME, n)?,
        _ => return Ok(false),
    }
    padding(cx, c, EXTRA_PADDING, fill)?;
    Ok(true)
}

fn connection<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(OBD_CONNECT_DATA, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        numbers(cx, &mut c, &[OBD_CONNECT_DATA_OCD_CONNECT_FLAGS])?;
        let [patch, minor, middle, major] = *c.peek_array::<4>()?;
        let item = cx.field_le(OBD_CONNECT_DATA_OCD_VERSION, &mut c, 4)?;
        cx.label(item, |o| {
            o.s("Ocd Version: ").u(major).s(".").u(middle).s(".").u(minor).s(".").u(patch);
        });
        numbers(
            cx,
            &mut c,
            &[
                OBD_CONNECT_DATA_OCD_GRANT,
                OBD_CONNECT_DATA_OCD_INDEX,
                OBD_CONNECT_DATA_OCD_BRW_SIZE,
                OBD_CONNECT_DATA_OCD_IBITS_KNOWN,
                OBD_CONNECT_DATA_GRANT_BLKBITS,
                OBD_CONNECT_DATA_GRANT_INOBITS,
                OBD_CONNECT_DATA_GRANT_TAX_KB,
                OBD_CONNECT_DATA_GRANT_MAX_BLKS,
                OBD_CONNECT_DATA_OCD_TRANSNO,
                OBD_CONNECT_DATA_OCD_GROUP,
                OBD_CONNECT_DATA_OCD_CKSUM_TYPES,
                OBD_CONNECT_DATA_OCD_MAX_EASIZE,
                OBD_CONNECT_DATA_OCD_INSTANCE,
                OBD_CONNECT_DATA_OCD_MAXBYTES,
                OBD_CONNECT_DATA_OCD_MAXMODRPCS,
            ],
        )?;
        padding(cx, &mut c, OBD_CONNECT_DATA_PADDING, 6)?;
        numbers(cx, &mut c, &[OBD_CONNECT_DATA_OCD_CONNECT_FLAGS2])?;
        let n = c.left();
        padding(cx, &mut c, OBD_CONNECT_DATA_PADDING, n)
    })
}

fn lock<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, request: bool) -> Step {
    let item = cx.add(if request { LDLM_REQUEST } else { LDLM_REPLY }, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        if request {
            numbers(cx, &mut c, &[LDLM_REQUEST_LOCK_FLAGS, LDLM_REQUEST_LOCK_COUNT])?;
        } else {
            numbers(cx, &mut c, &[LDLM_REPLY_LOCK_FLAGS])?;
            padding(cx, &mut c, LDLM_REPLY_LOCK_PADDING, 4)?;
        }
        description(cx, &mut c)?;
        if request {
            handle(cx, &mut c, LDLM_REQUEST_LOCK_HANDLE)?;
            return handle(cx, &mut c, LDLM_REQUEST_LOCK_HANDLE);
        }
        handle(cx, &mut c, LDLM_REPLY_LOCK_HANDLE)?;
        numbers(cx, &mut c, &[LDLM_REPLY_LOCK_POLICY_RES1, LDLM_REPLY_LOCK_POLICY_RES2])
    })
}

/// What is locked: a resource by its name and how it is held.
fn description<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(LDLM_LOCK_DESC, c.span(80), Value::None);
    cx.under(item, |cx| -> Step {
        let item = cx.add(LDLM_RESOURCE_DESC, c.span(40), Value::None);
        cx.under(item, |cx| -> Step {
            cx.field_le(LDLM_RESOURCE_DESC_LR_TYPE, c, 2)?;
            padding(cx, c, LDLM_RESOURCE_DESC_LR_PADDING, 6)?;
            for i in 0..4u8 {
                let item = cx.add(LDLM_RES_ID, c.span(8), Value::None);
                cx.append(item, |o| _ = o.s(" [").u(i).s("]"));
                let mut part = c.take_all(8)?;
                cx.under(item, |cx| match i {
                    0 | 2 => text(cx, &mut part, LDLM_RES_ID_STRING, 8),
                    1 => cx.field_le(LDLM_RES_ID_TYPE, &mut part, 4).map(|_| ()),
                    _ => Ok(()),
                })?;
            }
            Ok(())
        })?;
        numbers(cx, c, &[LDLM_LOCK_DESC_L_REQ_MODE, LDLM_LOCK_DESC_L_GRANTED_MODE])?;
        let item = cx.add(LDLM_LOCK_DESC_L_POLICY_DATA, c.span(32), Value::None);
        cx.under(item, |cx| -> Step {
            numbers(cx, c, &[LDLM_FLOCK_START, LDLM_FLOCK_END, LDLM_FLOCK_OWNER])?;
            padding(cx, c, LDLM_FLOCK_PADDING, 4)?;
            numbers(cx, c, &[LDLM_FLOCK_PID])
        })
    })
}

/// Which part of a log is meant.
fn log<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(LLOGD_BODY, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        let item = cx.add(LLOGD_BODY_LGD_LOGID, c.span(20), Value::None);
        cx.under(item, |cx| -> Step {
            object(cx, c)?;
            c.skip(16)?;
            numbers(cx, &mut c, &[LLOG_LOGID_LGL_OGEN])
        })?;
        numbers(cx, &mut c, &[LLOGD_BODY_LGD_CTXT_IDX])?;
        cx.flags_le(
            LLOGD_BODY_LGD_LLH_FLAGS,
            &mut c,
            4,
            &[
                LLOG_LOG_HDR_LLH_FLAGS_ZAP_WHEN_EMPTY,
                LLOG_LOG_HDR_LLH_FLAGS_IS_CAT,
                LLOG_LOG_HDR_LLH_FLAGS_IS_PLAIN,
                LLOG_LOG_HDR_LLH_FLAGS_EXT_JOBID,
                LLOG_LOG_HDR_LLH_FLAGS_IS_FIXSIZE,
            ],
        )?;
        numbers(
            cx,
            &mut c,
            &[
                LLOGD_BODY_LGD_INDEX,
                LLOGD_BODY_LGD_SAVED_INDEX,
                LLOGD_BODY_LGD_LEN,
                LLOGD_BODY_LGD_CUR_OFFSET,
            ],
        )
    })
}

/// An object's identifier, which is a file's or that of an object of older servers: both readings are shown.
fn object<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let item = cx.add(OST_ID, c.span(16), Value::None);
    cx.under(item, |cx| -> Step {
        let h = *c.peek_array::<16>()?;
        let (seq, oid) = (
            u64::from_le_bytes([h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7]]),
            [h[8], h[9], h[10], h[11]],
        );
        let version = u32::from_le_bytes([h[12], h[13], h[14], h[15]]);
        let item = cx.add(OST_ID_FID, c.span(16), Value::None);
        let hex = |o: &mut requin_wire::Out<'_>, n: u64| {
            // Zero stands without a prefix.
            if n == 0 {
                o.s("0")
            } else {
                o.hex(n, 1)
            };
        };
        cx.append(item, |o| {
            o.s(": [");
            hex(o, seq);
            o.s(":");
            hex(o, u64::from(u32::from_le_bytes(oid)));
            o.s(":");
            hex(o, u64::from(version));
            o.s("]");
        });
        let mut part = c;
        cx.under(item, |cx| numbers(cx, &mut part, &[LU_FID_F_SEQ, LL_FID_F_OID, LL_FID_F_VER]))?;
        let item = cx.add(OST_ID_OI, c.span(16), Value::None);
        let mut part = c;
        cx.under(item, |cx| numbers(cx, &mut part, &[OST_IO_ID, OST_OI_SEQ]))
    })
}
