//! Apache Kafka's protocol: headers of requests and responses, which versions a broker supports.

mod bodies;

use requin_wire::{Cursor, Cx, Key, Past, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    KAFKA "kafka" "Kafka" "Kafka" App
    on [Tcp 9092]
    frames sized [frames]
    remember [remember] for columns [REQUEST_FRAME, RESPONSE_KEY, RESPONSE_VERSION, API_VERSIONS_API_KEY, ERROR]
    fields {
        OFFSET "kafka.offset" "Offset": I64 Dec;
        OFFSET_TIME "kafka.offset_time" "Time": I64 Dec;
        TRANSACTIONAL_ID "kafka.transactional_id" "Transactional ID": Str;
        REQUIRED_ACKS "kafka.required_acks" "Required Acks": I16 Dec = REQUIRED_ACKS_NAMES;
        TIMEOUT "kafka.timeout" "Timeout": I32 Dec;
        TOPIC_NAME "kafka.topic_name" "Topic Name": Str;
        PRODUCER_ID "kafka.producer_id" "Producer ID": I64 Dec;
        PRODUCER_EPOCH "kafka.producer_epoch" "Producer Epoch": I16 Dec;
        PARTITION_ID "kafka.partition_id" "Partition ID": I32 Dec;
        REPLICA_ID "kafka.replica_id" "Replica ID": I32 Dec;
        ISR_ID "kafka.isr_id" "Caught-Up Replica ID": I32 Dec;
        MESSAGE_SIZE "kafka.message_size" "Message Size": I32 Dec;
        MESSAGE_MAGIC "kafka.message_magic" "Magic Byte": I8 Dec;
        BATCH_CRC "kafka.batch_crc" "CRC32": U32 Hex;
        BATCH_CODEC "kafka.batch_codec" "Compression Codec": U16 Dec & 0x7 = BATCH_CODEC_NAMES;
        BATCH_TIMESTAMP_TYPE "kafka.batch_timestamp_type" "Timestamp Type": U16 Dec & 0x8 = BATCH_TIMESTAMP_TYPE_NAMES;
        BATCH_TRANSACTIONAL "kafka.batch_transactional" "Transactional": U16 Dec & 0x10 = BATCH_TRANSACTIONAL_NAMES;
        BATCH_CONTROL_BATCH "kafka.batch_control_batch" "Control Batch": U16 Dec & 0x20 = BATCH_CONTROL_BATCH_NAMES;
        BATCH_LAST_OFFSET_DELTA "kafka.batch_last_offset_delta" "Last Offset Delta": U32 Dec;
        BATCH_FIRST_TIMESTAMP "kafka.batch_first_timestamp" "First Timestamp": AbsTime;
        BATCH_LAST_TIMESTAMP "kafka.batch_last_timestamp" "Last Timestamp": AbsTime;
        BATCH_BASE_SEQUENCE "kafka.batch_base_sequence" "Base Sequence": I32 Dec;
        BATCH_SIZE "kafka.batch_size" "Size": U32 Dec;
        MESSAGE_TIMESTAMP "kafka.message_timestamp" "Timestamp": AbsTime;
        MESSAGE_KEY "kafka.message_key" "Key": Bytes;
        MESSAGE_VALUE "kafka.message_value" "Value": Bytes;
        NODE_ID "kafka.node_id" "Node ID": I32 Dec;
        HOST "kafka.host" "Host": Str;
        KAFKA_PORT "kafka.port" "Port": I32 Dec;
        RACK "kafka.rack" "Rack": Str;
        CLUSTER_ID "kafka.cluster_id" "Cluster ID": Str;
        LEADER_ID "kafka.leader_id" "Leader ID": I32 Dec;
        LEADER_EPOCH "kafka.leader_epoch" "Leader Epoch": I32 Dec;
        IS_INTERNAL "kafka.is_internal" "Is Internal": Bool;
        RECORD_ATTRIBUTES "kafka.record_attributes" "Record Attributes (reserved)": I8 Dec;
        LEN "kafka.len" "Length": I32 Dec;
        API_KEY "kafka.api_key" "API Key": I16 Dec = API_KEY_NAMES;
        API_VERSION "kafka.api_version" "API Version": I16 Dec;
        CORRELATION_ID "kafka.correlation_id" "Correlation ID": I32 Dec;
        CLIENT_ID "kafka.client_id" "Client ID": Str;
        REQUEST_KEY "kafka.request_key" "API Key": I16 Dec = API_KEY_NAMES;
        REQUEST_VERSION "kafka.request.version" "API Version": I16 Dec;
        RESPONSE_KEY "kafka.response_key" "API Key": I16 Dec = API_KEY_NAMES;
        RESPONSE_VERSION "kafka.response.version" "API Version": I16 Dec;
        REQUEST_FRAME "kafka.request_frame" "Request Frame": Framenum;
        API_VERSIONS_API_KEY "kafka.api_versions.api_key" "API Key": I16 Dec = API_KEY_NAMES;
        API_VERSIONS_MIN_VERSION "kafka.api_versions.min_version" "Min Version": I16 Dec;
        API_VERSIONS_MAX_VERSION "kafka.api_versions.max_version" "Max Version": I16 Dec;
        ERROR "kafka.error" "Error": I16 Dec = ERROR_NAMES;
        THROTTLE_TIME "kafka.throttle_time" "Throttle time": I32 Dec;
    }
    experts {
        REQUEST_MISSING "kafka.request_missing" Warn Undecoded "Request missing";
    }
}

names! {
    REQUIRED_ACKS_NAMES {
        0 => "Not Required",
        1 => "Leader",
        4294967295 => "Full ISR",
    }
    BATCH_CODEC_NAMES {
        0 => "None",
        1 => "Gzip",
        2 => "Snappy",
        3 => "LZ4",
        4 => "Zstd",
    }
    BATCH_TIMESTAMP_TYPE_NAMES {
        0 => "CreateTime",
        1 => "LogAppendTime",
    }
    BATCH_TRANSACTIONAL_NAMES {
        0 => "Non-transactional",
        1 => "Transactional",
    }
    BATCH_CONTROL_BATCH_NAMES {
        0 => "Data batch",
        1 => "Control batch",
    }
    API_KEY_NAMES {
        0 => "Produce",
        1 => "Fetch",
        2 => "Offsets",
        3 => "Metadata",
        4 => "LeaderAndIsr",
        5 => "StopReplica",
        6 => "UpdateMetadata",
        7 => "ControlledShutdown",
        8 => "OffsetCommit",
        9 => "OffsetFetch",
        10 => "FindCoordinator",
        11 => "JoinGroup",
        12 => "Heartbeat",
        13 => "LeaveGroup",
        14 => "SyncGroup",
        15 => "DescribeGroups",
        16 => "ListGroups",
        17 => "SaslHandshake",
        18 => "ApiVersions",
        19 => "CreateTopics",
        20 => "DeleteTopics",
        21 => "DeleteRecords",
        22 => "InitProducerId",
        23 => "OffsetForLeaderEpoch",
        24 => "AddPartitionsToTxn",
        25 => "AddOffsetsToTxn",
        26 => "EndTxn",
        27 => "WriteTxnMarkers",
        28 => "TxnOffsetCommit",
        29 => "DescribeAcls",
        30 => "CreateAcls",
        31 => "DeleteAcls",
        32 => "DescribeConfigs",
        33 => "AlterConfigs",
        34 => "AlterReplicaLogDirs",
        35 => "DescribeLogDirs",
        36 => "SaslAuthenticate",
        37 => "CreatePartitions",
        38 => "CreateDelegationToken",
        39 => "RenewDelegationToken",
        40 => "ExpireDelegationToken",
        41 => "DescribeDelegationToken",
        42 => "DeleteGroups",
        43 => "ElectLeaders",
        44 => "IncrementalAlterConfigs",
        45 => "AlterPartitionReassignments",
        46 => "ListPartitionReassignments",
        47 => "OffsetDelete",
    }
    ERROR_NAMES {
        0 => "No Error", 1 => "Offset Out Of Range", 2 => "Invalid Message",
        3 => "Unknown Topic or Partition", 4 => "Invalid Message Size", 5 => "Leader Not Available",
        6 => "Not Leader For Partition", 7 => "Request Timed Out", 8 => "Broker Not Available",
        10 => "Message Size Too Large", 11 => "Stale Controller Epoch Code",
        12 => "Offset Metadata Too Large", 14 => "Offsets Load In Progress",
        15 => "The Coordinator is not Available", 16 => "Not Coordinator For Consumer",
        17 => "Invalid topic", 18 => "Message batch larger than configured server segment size",
        19 => "Not enough in-sync replicas",
        20 => "Message(s) written to insufficient number of in-sync replicas",
        21 => "Invalid required acks value", 22 => "Specified group generation id is not valid",
        23 => "Inconsistent group protocol", 24 => "Invalid group.id", 25 => "Unknown member",
        26 => "Invalid session timeout", 27 => "Group rebalance in progress",
        28 => "Commit offset data size is not valid", 29 => "Topic authorization failed",
        30 => "Group authorization failed", 31 => "Cluster authorization failed", 32 => "Invalid timestamp",
        33 => "Unsupported SASL mechanism", 34 => "Illegal SASL state", 35 => "Unsupported version",
        36 => "Topic already exists", 37 => "Invalid number of partitions",
        38 => "Invalid replication-factor", 39 => "Invalid replica assignment",
        40 => "Invalid configuration", 41 => "Not controller", 42 => "Invalid request",
        43 => "Unsupported for Message Format", 44 => "Policy Violation",
        45 => "Out of Order Sequence Number", 46 => "Duplicate Sequence Number",
        47 => "Invalid Producer Epoch", 48 => "Invalid Transaction State",
        49 => "Invalid Producer ID Mapping", 50 => "Invalid Transaction Timeout",
        51 => "Concurrent Transactions", 52 => "Transaction Coordinator Fenced",
        53 => "Transactional ID Authorization Failed", 54 => "Security Disabled",
        55 => "Operation not Attempted", 56 => "Kafka Storage Error", 57 => "Log Directory not Found",
        58 => "SASL Authentication failed", 59 => "Unknown Producer ID",
        60 => "Partition Reassignment in Progress", 61 => "Delegation Token Auth Disabled",
        62 => "Delegation Token not Found", 63 => "Delegation Token Owner Mismatch",
        64 => "Delegation Token Request not Allowed", 65 => "Delegation Token Authorization Failed",
        66 => "Delegation Token Expired", 67 => "Supplied Principal Type Unsupported",
        68 => "Not Empty Group", 69 => "Group ID not Found", 70 => "Fetch Session ID not Found",
        71 => "Invalid Fetch Session Epoch", 72 => "Listener not Found", 73 => "Topic Deletion Disabled",
        74 => "Fenced Leader Epoch", 75 => "Unknown Leader Epoch", 76 => "Unsupported Compression Type",
        77 => "Stale Broker Epoch", 78 => "Offset not Available", 79 => "Member ID Required",
        80 => "Preferred Leader not Available", 81 => "Group Max Size Reached", 82 => "Fenced Instance ID",
        83 => "Eligible topic partition leaders are not available",
        84 => "Leader election not needed for topic partition",
        85 => "No partition reassignment is in progress",
        86 => "Deleting offsets of a topic is forbidden while the consumer group is actively subscribed to it",
        87 => "This record has failed the validation on broker and hence will be rejected",
        88 => "There are unstable offsets that need to be cleared", 0xffffffff => "Unexpected Server Error",
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<4>() {
        None => Pdu::More(4),
        Some(n) => match u32::from_be_bytes(*n) {
            n @ 4..=0x6ff_ffff => Pdu::Len(4 + n as usize),
            _ => Pdu::AsItComes,
        },
    }
}

/// The port of brokers.
const PORT: u16 = 9092;
const API_VERSIONS: u16 = 18;
const HEAD: usize = 4;

/// Keeps what each request was, and notes it on its response.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some(b) = pdu.get(HEAD..) else { return };
    let correlation = |b: Option<&[u8; 4]>| b.map(|b| u64::from(u32::from_be_bytes(*b)));
    if past.now.ports.dst == PORT {
        if let (Some(what), Some(n)) = (b.get(..4), correlation(b.get(4..).and_then(|b| b.first_chunk()))) {
            past.set(&Key::here(n), what);
        }
    } else if let Some(n) = correlation(b.first_chunk())
        && let Some(request) = past.get(&Key::here(n))
    {
        past.note(n, &request);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = c.peek_u32(0)? as usize;
    if len < 4 || len > c.left() {
        return Err(Stop::NotMine);
    }
    cx.protocol("Kafka");
    let mut m = c.take(4 + len);
    cx.field(LEN, &mut m, 4)?;
    if cx.ports.dst == PORT {
        request(cx, &mut m)?;
    } else {
        response(cx, m)?;
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, m: &mut Cursor<'_>) -> Step {
    let (key, version) = (m.peek_u16(0)?, m.peek_u16(2)?);
    let name = API_KEY_NAMES.or(key.into(), "Unknown");
    cx.info(|o| _ = o.s("Kafka ").s(name).s(" v").u(version).s(" Request"));
    cx.proto_append(|o| _ = o.s(" (").s(name).s(" v").u(version).s(" Request)"));
    cx.hidden(REQUEST_KEY, m.span(2), signed(key));
    cx.field(API_KEY, m, 2)?;
    cx.hidden(REQUEST_VERSION, m.span(2), signed(version));
    cx.field(API_VERSION, m, 2)?;
    cx.field(CORRELATION_ID, m, 4)?;
    let n = m.peek_u16(0)?;
    if n == 0xffff {
        m.skip(2)?;
    } else {
        let n = usize::from(n);
        let id = m.peek_bytes(2, n)?;
        cx.add_str(CLIENT_ID, m.span(2 + n), |o| _ = o.bytes(id));
        m.skip(2 + n)?;
    }
    match key {
        METADATA if version <= 3 => bodies::topics_asked(cx, m),
        PRODUCE if version <= 8 => bodies::produce(cx, m, version),
        _ => Ok(()),
    }
}

const PRODUCE: u16 = 0;
const METADATA: u16 = 3;

fn signed(n: u16) -> Value {
    Value::I(i64::from(n as i16))
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, mut m: Cursor<'_>) -> Step {
    let correlation = m.peek_u32(0)?;
    cx.field(CORRELATION_ID, &mut m, 4)?;
    let at = m.span(0);
    let request = cx.recalled(u64::from(correlation));
    let Some((request, [a, b, c, d])) = request.and_then(|r| Some((r, *r.bytes.first_chunk::<4>()?))) else {
        cx.info(|o| _ = o.s("Kafka Response (Undecoded, Request Missing)"));
        cx.expert(REQUEST_MISSING, cx.proto_item(), at);
        return Ok(());
    };
    let (key, version) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]));
    let name = API_KEY_NAMES.or(key.into(), "Unknown");
    cx.info(|o| _ = o.s("Kafka ").s(name).s(" v").u(version).s(" Response"));
    cx.proto_append(|o| _ = o.s(" (").s(name).s(" v").u(version).s(" Response)"));
    cx.generated(REQUEST_FRAME, at, Value::U(request.frame));
    cx.hidden(RESPONSE_KEY, at, signed(key));
    cx.generated(API_KEY, at, signed(key));
    cx.generated(RESPONSE_VERSION, at, signed(version));
    match key {
        API_VERSIONS => versions(cx, m, version),
        METADATA if version <= 4 => bodies::metadata(cx, m, version),
        PRODUCE if version <= 4 => bodies::produced(cx, m, version),
        _ => Ok(()),
    }
}

/// Which versions of each request a broker understands.
fn versions<S: Sink>(cx: &mut Cx<'_, S>, mut m: Cursor<'_>, version: u16) -> Step {
    cx.field(ERROR, &mut m, 2)?;
    // Arrays of the flexible versions count one more, in a variable number of bytes.
    let flexible = version >= 3;
    let count = if flexible {
        let n = u32::from(m.peek_u8(0)?);
        m.skip(1)?;
        n.saturating_sub(1)
    } else {
        let n = m.peek_u32(0)?;
        m.skip(4)?;
        n
    };
    for _ in 0..count {
        if m.is_empty() {
            break;
        }
        let (key, min, max) = (m.peek_u16(0)?, m.peek_u16(2)?, m.peek_u16(4)?);
        let item = cx.line(m.span(6), |o| {
            o.s("API Version ").s(API_KEY_NAMES.or(key.into(), "Unknown")).s(" (v").u(min);
            if min != max {
                o.s("-").u(max);
            }
            o.s(")");
        });
        cx.under(item, |cx| -> Step {
            for field in [API_VERSIONS_API_KEY, API_VERSIONS_MIN_VERSION, API_VERSIONS_MAX_VERSION] {
                cx.field(field, &mut m, 2)?;
            }
            // Tagged fields: none that anybody knows.
            if flexible { m.skip(1) } else { Ok(()) }
        })?;
    }
    if version >= 1 && m.left() >= 4 {
        cx.field(THROTTLE_TIME, &mut m, 4)?;
    }
    Ok(())
}
