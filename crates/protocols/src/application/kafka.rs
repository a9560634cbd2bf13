//! Apache Kafka's protocol: the header of requests, the identifier of responses.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    KAFKA "kafka" "Kafka" "Kafka" App
    on [Tcp 9092]
    frames sized [frames]
    fields {
        LEN "kafka.len" "Length": I32 Dec;
        API_KEY "kafka.api_key" "API Key": I16 Dec = API_KEY_NAMES;
        API_VERSION "kafka.api_version" "API Version": I16 Dec;
        CORRELATION_ID "kafka.correlation_id" "Correlation ID": I32 Dec;
        CLIENT_ID "kafka.client_id" "Client ID": Str;
    }
}

names! {
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

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = c.peek_u32(0)? as usize;
    if len < 4 || len > c.left() {
        return Err(Stop::NotMine);
    }
    cx.protocol("Kafka");
    let mut m = c.take(4 + len);
    cx.field(LEN, &mut m, 4)?;
    if cx.ports.dst == 9092 {
        let (key, version) = (m.peek_u16(0)?, m.peek_u16(2)?);
        cx.info(|o| {
            o.s("Kafka ").s(API_KEY_NAMES.or(key.into(), "Unknown")).s(" v").u(version).s(" Request");
        });
        cx.field(API_KEY, &mut m, 2)?;
        cx.field(API_VERSION, &mut m, 2)?;
        cx.field(CORRELATION_ID, &mut m, 4)?;
        let n = m.peek_u16(0)?;
        m.skip(2)?;
        if n != 0xffff {
            cx.bytes(CLIENT_ID, &mut m, usize::from(n))?;
        }
    } else {
        cx.info(|o| _ = o.s("Kafka Response"));
        cx.field(CORRELATION_ID, &mut m, 4)?;
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}
