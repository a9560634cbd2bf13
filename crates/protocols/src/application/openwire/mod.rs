//! OpenWire, by which clients and brokers of ActiveMQ talk: commands in the loose encoding, with no cache of objects.

mod object;

use requin_wire::{Cursor, Cx, Field, FieldType, Pdu, Ports, Sink, Step, names, proto};

proto! {
    OPENWIRE "openwire" "OpenWire" "OpenWire" App
    on [Tcp 61616]
    looks_like [Tcp accepts => [0..=0]]
    frames sized [frames]
    fields {
        LENGTH "openwire.length" "Length": U32 Dec;
        COMMAND "openwire.command" "Command": U8 Dec = COMMAND_NAMES;
        COMMAND_ID "openwire.command.id" "Command Id": U32 Dec;
        COMMAND_RESPONSE_REQUIRED "openwire.command.response_required" "Command response required": U8 Dec;
        RESPONSE_CORRELATIONID "openwire.response.correlationid" "CorrelationId": I32 Dec;
        RESPONSEDATA_DATA "openwire.responsedata.data" "Data": None;
        EXCEPTIONRESPONSE_EXCEPTION "openwire.exceptionresponse.exception" "Exception": None;
        CONNECTIONERROR_EXCEPTION "openwire.connectionerror.exception" "Exception": None;
        CONNECTIONERROR_CONNECTIONID "openwire.connectionerror.connectionid" "ConnectionId": None;
        CONTROLCOMMAND_COMMAND "openwire.controlcommand.command" "Command": StrZ;
        WIREFORMATINFO_MAGIC "openwire.wireformatinfo.magic" "Magic": StrZ;
        WIREFORMATINFO_VERSION "openwire.wireformatinfo.version" "Version": U32 Dec;
        WIREFORMATINFO_DATA "openwire.wireformatinfo.data" "Data": U8 Dec;
        WIREFORMATINFO_LENGTH "openwire.wireformatinfo.length" "Length": U32 Dec;
        SESSIONINFO_SESSIONID "openwire.sessioninfo.sessionid" "SessionId": None;
        DESTINATIONINFO_CONNECTIONID "openwire.destinationinfo.connectionid" "ConnectionId": None;
        DESTINATIONINFO_DESTINATION "openwire.destinationinfo.destination" "Destination": None;
        DESTINATIONINFO_OPERATIONTYPE "openwire.destinationinfo.operationtype" "OperationType": U8 Dec = DESTINATIONINFO_OPERATIONTYPE_NAMES;
        DESTINATIONINFO_TIMEOUT "openwire.destinationinfo.timeout" "Timeout": I64 Dec;
        DESTINATIONINFO_BROKERPATH "openwire.destinationinfo.brokerpath" "BrokerPath": None;
        BROKERINFO_BROKERID "openwire.brokerinfo.brokerid" "BrokerId": None;
        BROKERINFO_BROKERURL "openwire.brokerinfo.brokerurl" "BrokerURL": StrZ;
        BROKERINFO_PEERBROKERINFOS "openwire.brokerinfo.peerbrokerinfos" "PeerBrokerInfos": None;
        BROKERINFO_BROKERNAME "openwire.brokerinfo.brokername" "BrokerName": StrZ;
        BROKERINFO_SLAVEBROKER "openwire.brokerinfo.slavebroker" "SlaveBroker": U8 Dec;
        BROKERINFO_MASTERBROKER "openwire.brokerinfo.masterbroker" "MasterBroker": U8 Dec;
        BROKERINFO_FAULTTOLERANTCONFIGURATION "openwire.brokerinfo.faulttolerantconfiguration" "FaultTolerantConfiguration": U8 Dec;
        BROKERINFO_DUPLEXCONNECTION "openwire.brokerinfo.duplexconnection" "DuplexConnection": U8 Dec;
        BROKERINFO_NETWORKCONNECTION "openwire.brokerinfo.networkconnection" "NetworkConnection": U8 Dec;
        BROKERINFO_CONNECTIONID "openwire.brokerinfo.connectionid" "ConnectionId": I64 Dec;
        BROKERINFO_BROKERUPLOADURL "openwire.brokerinfo.brokeruploadurl" "BrokerUploadUrl": StrZ;
        BROKERINFO_NETWORKPROPERTIES "openwire.brokerinfo.networkproperties" "NetworkProperties": StrZ;
        CONNECTIONINFO_CONNECTIONID "openwire.connectioninfo.connectionid" "ConnectionId": None;
        CONNECTIONINFO_CLIENTID "openwire.connectioninfo.clientid" "ClientId": StrZ;
        CONNECTIONINFO_PASSWORD "openwire.connectioninfo.password" "Password": StrZ;
        CONNECTIONINFO_USERNAME "openwire.connectioninfo.username" "UserName": StrZ;
        CONNECTIONINFO_BROKERPATH "openwire.connectioninfo.brokerpath" "BrokerPath": Bytes;
        CONNECTIONINFO_BROKERMASTERCONNECTOR "openwire.connectioninfo.brokermasterconnector" "BrokerMasterConnector": U8 Dec;
        CONNECTIONINFO_MANAGEABLE "openwire.connectioninfo.manageable" "Manageable": U8 Dec;
        CONNECTIONINFO_CLIENTMASTER "openwire.connectioninfo.clientmaster" "ClientMaster": U8 Dec;
        CONNECTIONINFO_FAULTTOLERANT "openwire.connectioninfo.faulttolerant" "FaultTolerant": U8 Dec;
        CONNECTIONINFO_FAILOVERRECONNECT "openwire.connectioninfo.failoverreconnect" "FailoverReconnect": U8 Dec;
        CONSUMERINFO_CONSUMERID "openwire.consumerinfo.consumerid" "ConsumerId": None;
        CONSUMERINFO_BROWSER "openwire.consumerinfo.browser" "Browser": U8 Dec;
        CONSUMERINFO_DESTINATION "openwire.consumerinfo.destination" "Destination": None;
        CONSUMERINFO_PREFETCHSIZE "openwire.consumerinfo.prefetchsize" "PrefetchSize": I32 Dec;
        CONSUMERINFO_MAXIMUMPENDINGMESSAGELIMIT "openwire.consumerinfo.maximumpendingmessagelimit" "MaximumPendingMessageLimit": I32 Dec;
        CONSUMERINFO_DISPATCHASYNC "openwire.consumerinfo.dispatchasync" "DispatchAsync": U8 Dec;
        CONSUMERINFO_SELECTOR "openwire.consumerinfo.selector" "Selector": StrZ;
        CONSUMERINFO_SUBSCRIPTIONNAME "openwire.consumerinfo.subscriptionname" "SubscriptionName": StrZ;
        CONSUMERINFO_NOLOCAL "openwire.consumerinfo.nolocal" "NoLocal": U8 Dec;
        CONSUMERINFO_EXCLUSIVE "openwire.consumerinfo.exclusive" "Exclusive": U8 Dec;
        CONSUMERINFO_RETROACTIVE "openwire.consumerinfo.retroactive" "RetroActive": U8 Dec;
        CONSUMERINFO_PRIORITY "openwire.consumerinfo.priority" "Priority": U8 Dec;
        CONSUMERINFO_BROKERPATH "openwire.consumerinfo.brokerpath" "BrokerPath": None;
        CONSUMERINFO_ADDITIONALPREDICATE "openwire.consumerinfo.additionalpredicate" "AdditionalPredicate": None;
        CONSUMERINFO_NETWORKSUBSCRIPTION "openwire.consumerinfo.networksubscription" "NetworkSubscription": U8 Dec;
        CONSUMERINFO_OPTIMIZEDACKNOWLEDGE "openwire.consumerinfo.optimizedacknowledge" "OptimizedAcknowledge": U8 Dec;
        CONSUMERINFO_NORANGEACKS "openwire.consumerinfo.norangeacks" "NoRangeAcks": U8 Dec;
        CONSUMERINFO_NETWORKCONSUMERPATH "openwire.consumerinfo.networkconsumerpath" "NetworkConsumerPath": None;
        CONSUMERCONTROL_DESTINATION "openwire.consumercontrol.destination" "Destination": None;
        CONSUMERCONTROL_CLOSE "openwire.consumercontrol.close" "Close": U8 Dec;
        CONSUMERCONTROL_CONSUMERID "openwire.consumercontrol.consumerid" "ConsumerId": None;
        CONSUMERCONTROL_PREFETCH "openwire.consumercontrol.prefetch" "Prefetch": I32 Dec;
        CONSUMERCONTROL_FLUSH "openwire.consumercontrol.flush" "Flush": U8 Dec;
        CONSUMERCONTROL_START "openwire.consumercontrol.start" "Start": U8 Dec;
        CONSUMERCONTROL_STOP "openwire.consumercontrol.stop" "Stop": U8 Dec;
        CONNECTIONCONTROL_CLOSE "openwire.connectioncontrol.close" "Close": U8 Dec;
        CONNECTIONCONTROL_EXIT "openwire.connectioncontrol.exit" "Exit": U8 Dec;
        CONNECTIONCONTROL_FAULTTOLERANT "openwire.connectioncontrol.faulttolerant" "FaultTolerant": U8 Dec;
        CONNECTIONCONTROL_RESUME "openwire.connectioncontrol.resume" "Resume": U8 Dec;
        CONNECTIONCONTROL_SUSPEND "openwire.connectioncontrol.suspend" "Suspend": U8 Dec;
        CONNECTIONCONTROL_CONNECTEDBROKERS "openwire.connectioncontrol.connectedbrokers" "ConnectedBrokers": StrZ;
        CONNECTIONCONTROL_RECONNECTTO "openwire.connectioncontrol.reconnectto" "ReconnectTo": StrZ;
        CONNECTIONCONTROL_REBALANCECONNECTION "openwire.connectioncontrol.rebalanceconnection" "RebalanceConnection": U8 Dec;
        REMOVEINFO_OBJECTID "openwire.removeinfo.objectid" "ObjectId": None;
        REMOVEINFO_LASTDELIVEREDSEQUENCEID "openwire.removeinfo.lastdeliveredsequenceid" "LastDeliveredSequenceId": I64 Dec;
        REMOVESUBSCRIPTIONINFO_CONNECTIONID "openwire.removesubscriptioninfo.connectionid" "ConnectionId": None;
        REMOVESUBSCRIPTIONINFO_SUBSCRIPTIONNAME "openwire.removesubscriptioninfo.subscriptionname" "SubscriptionName": StrZ;
        REMOVESUBSCRIPTIONINFO_CLIENTID "openwire.removesubscriptioninfo.clientid" "ClientId": StrZ;
        PRODUCERINFO_PRODUCERID "openwire.producerinfo.producerid" "ProducerId": None;
        PRODUCERINFO_DESTINATION "openwire.producerinfo.destination" "Destination": None;
        PRODUCERINFO_BROKERPATH "openwire.producerinfo.brokerpath" "BrokerPath": None;
        PRODUCERINFO_DISPATCHASYNC "openwire.producerinfo.dispatchasync" "DispatchAsync": U8 Dec;
        PRODUCERINFO_WINDOWSIZE "openwire.producerinfo.windowsize" "WindowSize": I32 Dec;
        TRANSACTIONINFO_CONNECTIONID "openwire.transactioninfo.connectionid" "ConnectionId": None;
        TRANSACTIONINFO_TRANSACTIONID "openwire.transactioninfo.transactionid" "TransactionId": None;
        TRANSACTIONINFO_TYPE "openwire.transactioninfo.type" "Type": U8 Dec = TRANSACTIONINFO_TYPE_NAMES;
        PRODUCERACK_PRODUCERID "openwire.producerack.producerid" "ProducerId": None;
        PRODUCERACK_SIZE "openwire.producerack.size" "Size": I32 Dec;
        MESSAGEDISPATCH_CONSUMERID "openwire.messagedispatch.consumerid" "ConsumerId": None;
        MESSAGEDISPATCH_DESTINATION "openwire.messagedispatch.destination" "Destination": None;
        MESSAGEDISPATCH_MESSAGE "openwire.messagedispatch.message" "Message": None;
        MESSAGEDISPATCH_REDELIVERYCOUNTER "openwire.messagedispatch.redeliverycounter" "RedeliveryCounter": I32 Dec;
        MESSAGEACK_DESTINATION "openwire.messageack.destination" "Destination": None;
        MESSAGEACK_TRANSACTIONID "openwire.messageack.transactionid" "TransactionId": None;
        MESSAGEACK_CONSUMERID "openwire.messageack.consumerid" "ConsumerId": None;
        MESSAGEACK_ACKTYPE "openwire.messageack.acktype" "AckType": U8 Dec = MESSAGEACK_ACKTYPE_NAMES;
        MESSAGEACK_FIRSTMESSAGEID "openwire.messageack.firstmessageid" "FirstMessageId": None;
        MESSAGEACK_LASTMESSAGEID "openwire.messageack.lastmessageid" "LastMessageId": None;
        MESSAGEACK_MESSAGECOUNT "openwire.messageack.messagecount" "MessageCount": I32 Dec;
        MESSAGEPULL_CONSUMERID "openwire.messagepull.consumerid" "ConsumerId": None;
        MESSAGEPULL_DESTINATIONID "openwire.messagepull.destinationid" "DestinationId": None;
        MESSAGEPULL_TIMEOUT "openwire.messagepull.timeout" "Timeout": I64 Dec;
        MESSAGEPULL_CORRELATIONID "openwire.messagepull.correlationid" "CorrelationId": StrZ;
        MESSAGEPULL_MESSAGEID "openwire.messagepull.messageid" "MessageId": None;
        MESSAGE_PRODUCERID "openwire.message.producerid" "ProducerId": None;
        MESSAGE_DESTINATION "openwire.message.destination" "Destination": None;
        MESSAGE_TRANSACTIONID "openwire.message.transactionid" "TransactionId": None;
        MESSAGE_ORIGINALDESTINATION "openwire.message.originaldestination" "OriginalDestination": None;
        MESSAGE_MESSAGEID "openwire.message.messageid" "MessageId": None;
        MESSAGE_ORIGINALDESTINATIONID "openwire.message.originaldestinationid" "OriginalDestinationId": None;
        MESSAGE_GROUPID "openwire.message.groupid" "GroupID": StrZ;
        MESSAGE_GROUPSEQUENCE "openwire.message.groupsequence" "GroupSequence": I32 Dec;
        MESSAGE_CORRELATIONID "openwire.message.correlationid" "CorrelationId": StrZ;
        MESSAGE_PERSISTENT "openwire.message.persistent" "Persistent": U8 Dec;
        MESSAGE_EXPIRATION "openwire.message.expiration" "Expiration": I64 Dec;
        MESSAGE_PRIORITY "openwire.message.priority" "Priority": U8 Dec;
        MESSAGE_REPLYTO "openwire.message.replyto" "ReplyTo": None;
        MESSAGE_TIMESTAMP "openwire.message.timestamp" "Timestamp": I64 Dec;
        MESSAGE_TYPE "openwire.message.type" "Type": StrZ;
        MESSAGE_BODY "openwire.message.body" "Body": Bytes;
        MESSAGE_PROPERTIES "openwire.message.properties" "Properties": Bytes;
        MESSAGE_DATASTRUCTURE "openwire.message.datastructure" "DataStructure": None;
        MESSAGE_TARGETCONSUMERID "openwire.message.targetconsumerid" "TargetConsumerId": None;
        MESSAGE_COMPRESSED "openwire.message.compressed" "Compressed": U8 Dec;
        MESSAGE_REDELIVERYCOUNT "openwire.message.redeliverycount" "RedeliveryCount": I32 Dec;
        MESSAGE_BROKERPATH "openwire.message.brokerpath" "BrokerPath": None;
        MESSAGE_ARRIVAL "openwire.message.arrival" "Arrival": I64 Dec;
        MESSAGE_USERID "openwire.message.userid" "UserID": StrZ;
        MESSAGE_RECEIVEDBYDFBRIDGE "openwire.message.receivedbydfbridge" "ReceivedByDFBridge": U8 Dec;
        MESSAGE_DROPPABLE "openwire.message.droppable" "Droppable": U8 Dec;
        MESSAGE_CLUSTER "openwire.message.cluster" "Cluster": None;
        MESSAGE_BROKERINTIME "openwire.message.brokerintime" "BrokerInTime": I64 Dec;
        MESSAGE_BROKEROUTTIME "openwire.message.brokerouttime" "BrokerOutTime": I64 Dec;
        PRODUCERID_CONNECTIONID "openwire.producerid.connectionid" "ConnectionId": StrZ;
        PRODUCERID_VALUE "openwire.producerid.value" "Value": I64 Dec;
        PRODUCERID_SESSIONID "openwire.producerid.sessionid" "SessionId": I64 Dec;
        CONSUMERID_CONNECTIONID "openwire.consumerid.connectionid" "ConnectionId": StrZ;
        CONSUMERID_VALUE "openwire.consumerid.value" "Value": I64 Dec;
        CONSUMERID_SESSIONID "openwire.consumerid.sessionid" "SessionId": I64 Dec;
        DESTINATION_NAME "openwire.destination.name" "Name": StrZ;
        MESSAGEID_PRODUCERID "openwire.messageid.producerid" "ProducerId": None;
        MESSAGEID_PRODUCERSEQUENCEID "openwire.messageid.producersequenceid" "ProducerSequenceId": I64 Dec;
        MESSAGEID_BROKERSEQUENCEID "openwire.messageid.brokersequenceid" "BrokerSequenceId": I64 Dec;
        CONNECTIONID_VALUE "openwire.connectionid.value" "Value": StrZ;
        SESSIONID_CONNECTIONID "openwire.sessionid.connectionid" "Connection": StrZ;
        SESSIONID_VALUE "openwire.sessionid.value" "Value": I64 Dec;
        BROKERID_VALUE "openwire.brokerid.value" "Value": StrZ;
        LOCALTRANSACTIONID_VALUE "openwire.localtransactionid.value" "Value": I64 Dec;
        LOCALTRANSACTIONID_CONNECTIONID "openwire.localtransactionid.connectionid" "ConnectionId": None;
        XATRANSACTIONID_FORMATID "openwire.xatransactionid.formatid" "FormatId": I32 Dec;
        XATRANSACTIONID_GLOBALTRANSACTIONID "openwire.xatransactionid.globaltransactionid" "GlobalTransactionId": StrZ;
        XATRANSACTIONID_BRANCHQUALIFIER "openwire.xatransactionid.branchqualifier" "BranchQualifier": StrZ;
        GENERIC "openwire.generic" "Generic field": Bytes;
        MAP_LENGTH "openwire.map.length" "Length": I32 Dec;
        MAP_KEY "openwire.map.key" "Key": StrZ;
        MAP_ENTRY "openwire.map.entry" "Entry": None;
        THROWABLE_CLASS "openwire.throwable.class" "Class": StrZ;
        THROWABLE_MESSAGE "openwire.throwable.message" "Message": StrZ;
        THROWABLE_ELEMENT "openwire.throwable.element" "Element": None;
        THROWABLE_CLASSNAME "openwire.throwable.classname" "ClassName": StrZ;
        THROWABLE_METHODNAME "openwire.throwable.methodname" "MethodName": StrZ;
        THROWABLE_FILENAME "openwire.throwable.filename" "FileName": StrZ;
        THROWABLE_LINENUMBER "openwire.throwable.linenumber" "LineNumber": U32 Dec;
        TYPE_INTEGER "openwire.type.integer" "Integer": I32 Dec;
        TYPE_SHORT "openwire.type.short" "Short": I32 Dec;
        TYPE_STRING "openwire.type.string" "String": StrZ;
        TYPE_BYTES "openwire.type.bytes" "Bytes": Bytes;
        TYPE_BOOLEAN "openwire.type.boolean" "Boolean": U8 Dec;
        TYPE_BYTE "openwire.type.byte" "Byte": U8 Dec;
        TYPE_CHAR "openwire.type.char" "Char": U16 Dec;
        TYPE_LONG "openwire.type.long" "Long": I64 Dec;
        TYPE_FLOAT "openwire.type.float" "Float": F32;
        TYPE_DOUBLE "openwire.type.double" "Double": F64;
        TYPE_NOTNULL "openwire.type.notnull" "NotNull": U8 Dec;
        CACHED_INLINED "openwire.cached.inlined" "Inlined": U8 Dec;
        CACHED_ID "openwire.cached.id" "CachedID": U16 Dec;
        CACHED_ENABLED "openwire.cached.enabled" "CachedEnabled": Bool;
        TYPE_OBJECT "openwire.type.object" "Object": None;
        TYPE "openwire.type" "Type": U8 Dec = TYPE_NAMES;
    }
    experts {
        COMMAND_NOT_SUPPORTED "openwire.command.not_supported" Note Undecoded "OpenWire command not supported by Wireshark";
    }
}

names! {
    COMMAND_NAMES {
        1 => "WireFormatInfo", 2 => "BrokerInfo", 3 => "ConnectionInfo", 4 => "SessionInfo", 5 => "ConsumerInfo", 6 => "ProducerInfo", 7 => "TransactionInfo", 8 => "DestinationInfo", 9 => "RemoveSubscriptionInfo", 10 => "KeepAliveInfo", 11 => "ShutdownInfo", 12 => "RemoveInfo", 14 => "ControlCommand", 15 => "FlushCommand", 16 => "ConnectionError", 17 => "ConsumerControl", 18 => "ConnectionControl", 19 => "ProducerAck", 20 => "MessagePull", 21 => "MessageDispatch", 22 => "MessageAck", 23 => "ActiveMQMessage", 24 => "ActiveMQBytesMessage", 25 => "ActiveMQMapMessage", 26 => "ActiveMQObjectMessage", 27 => "ActiveMQStreamMessage", 28 => "ActiveMQTextMessage", 29 => "ActiveMQBlobMessage", 30 => "Response", 31 => "ExceptionResponse", 32 => "DataResponse", 33 => "DataArrayResponse", 34 => "IntegerResponse", 40 => "DiscoveryEvent", 50 => "JournalTopicAck", 52 => "JournalQueueAck", 53 => "JournalTrace", 54 => "JournalTransaction", 55 => "SubscriptionInfo", 60 => "PartialCommand", 61 => "LastPartialCommand", 65 => "ReplayCommand", 70 => "Byte", 71 => "Char", 72 => "Short", 73 => "Integer", 74 => "Long", 75 => "Double", 76 => "Float", 77 => "String", 78 => "Boolean", 79 => "ByteArray", 90 => "MessageDispatchNotification", 91 => "NetworkBridgeFilter", 100 => "ActiveMQQueue", 101 => "ActiveMQTopic", 102 => "ActiveMQTempQueue", 103 => "ActiveMQTempTopic", 110 => "MessageId", 111 => "LocalTransactionId", 112 => "XATransactionId", 120 => "ConnectionId", 121 => "SessionId", 122 => "ConsumerId", 123 => "ProducerId", 124 => "BrokerId",
    }
    DESTINATIONINFO_OPERATIONTYPE_NAMES {
        0 => "Add", 1 => "Remove",
    }
    TRANSACTIONINFO_TYPE_NAMES {
        0 => "Begin", 1 => "Prepare", 2 => "CommitOnePhase", 3 => "CommitTwoPhase", 4 => "Rollback", 5 => "Recover", 6 => "Forget", 7 => "End",
    }
    MESSAGEACK_ACKTYPE_NAMES {
        0 => "Delivered", 1 => "Poison", 2 => "Standard", 3 => "Redelivered", 4 => "Individual", 5 => "Unmatched",
    }
    TYPE_NAMES {
        0 => "Null", 1 => "Boolean", 2 => "Byte", 3 => "Char", 4 => "Short", 5 => "Integer", 6 => "Long", 7 => "Double", 8 => "Float", 9 => "String", 10 => "ByteArray", 11 => "Map", 12 => "List", 13 => "BigString", 23 => "ActiveMQMessage", 24 => "ActiveMQBytesMessage", 25 => "ActiveMQMapMessage", 26 => "ActiveMQObjectMessage", 27 => "ActiveMQStreamMessage", 28 => "ActiveMQTextMessage", 29 => "ActiveMQBlobMessage", 100 => "ActiveMQQueue", 101 => "ActiveMQTopic", 102 => "ActiveMQTempQueue", 103 => "ActiveMQTempTopic", 110 => "MessageId", 111 => "LocalTransactionId", 112 => "XATransactionId", 120 => "ConnectionId", 121 => "SessionId", 122 => "ConsumerId", 123 => "ProducerId", 124 => "BrokerId", 0xfffffffc => "ObjectArray", 0xffffffff => "Throwable",
    }
}

/// What the information about the wire format says first.
const MAGIC: &[u8] = b"ActiveMQ";
/// The length before a command, and its type.
const HEADER: usize = 5;
/// No command is longer: what brokers take by default.
const LONGEST: u32 = 100 << 20;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    matches!(c.rest(), [0, 0, _, _, 1, magic @ ..] if magic.starts_with(MAGIC))
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<4>().map(|n| u32::from_be_bytes(*n)) {
        None => Pdu::More(HEADER),
        Some(n) if n <= LONGEST => Pdu::Len((4 + n as usize).max(HEADER)),
        Some(_) => Pdu::AsItComes,
    }
}

/// The fields that the command has behind its head.
fn fields_of(command: u8) -> Option<(Field, Field)> {
    Some(match command {
        2 => (BROKERINFO_BROKERID, BROKERINFO_NETWORKPROPERTIES),
        3 => (CONNECTIONINFO_CONNECTIONID, CONNECTIONINFO_FAILOVERRECONNECT),
        4 => (SESSIONINFO_SESSIONID, SESSIONINFO_SESSIONID),
        5 => (CONSUMERINFO_CONSUMERID, CONSUMERINFO_NETWORKCONSUMERPATH),
        6 => (PRODUCERINFO_PRODUCERID, PRODUCERINFO_WINDOWSIZE),
        7 => (TRANSACTIONINFO_CONNECTIONID, TRANSACTIONINFO_TYPE),
        8 => (DESTINATIONINFO_CONNECTIONID, DESTINATIONINFO_BROKERPATH),
        9 => (REMOVESUBSCRIPTIONINFO_CONNECTIONID, REMOVESUBSCRIPTIONINFO_CLIENTID),
        12 => (REMOVEINFO_OBJECTID, REMOVEINFO_LASTDELIVEREDSEQUENCEID),
        14 => (CONTROLCOMMAND_COMMAND, CONTROLCOMMAND_COMMAND),
        17 => (CONSUMERCONTROL_DESTINATION, CONSUMERCONTROL_STOP),
        18 => (CONNECTIONCONTROL_CLOSE, CONNECTIONCONTROL_REBALANCECONNECTION),
        19 => (PRODUCERACK_PRODUCERID, PRODUCERACK_SIZE),
        20 => (MESSAGEPULL_CONSUMERID, MESSAGEPULL_MESSAGEID),
        21 => (MESSAGEDISPATCH_CONSUMERID, MESSAGEDISPATCH_REDELIVERYCOUNTER),
        22 => (MESSAGEACK_DESTINATION, MESSAGEACK_MESSAGECOUNT),
        23..=29 => (MESSAGE_PRODUCERID, MESSAGE_BROKEROUTTIME),
        30..=34 => (RESPONSE_CORRELATIONID, RESPONSE_CORRELATIONID),
        _ => return None,
    })
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("OpenWire");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let (len, command) = (c.peek_u32(0)? as usize, c.peek_u8(4)?);
    let name = COMMAND_NAMES.or(u64::from(command), "Unknown");
    cx.info_sep(" | ", |o| _ = o.s(name));
    cx.proto_append(|o| _ = o.s(" (").s(name).s(")"));
    let mut one = c.take((4 + len).max(HEADER));
    cx.u32(LENGTH, &mut one)?;
    cx.u8(COMMAND, &mut one)?;
    if command == 1 {
        format(cx, &mut one)?;
    } else {
        cx.u32(COMMAND_ID, &mut one)?;
        cx.u8(COMMAND_RESPONSE_REQUIRED, &mut one)?;
        let whole = match fields_of(command) {
            Some((first, last)) => object::fields(cx, &mut one, first, last, object::DEPTH)?,
            None => one.is_empty(),
        };
        if whole && !one.is_empty() {
            cx.expert_with(COMMAND_NOT_SUPPORTED, cx.proto_item(), one.span(0), |o| {
                o.s("OpenWire command fields unknown to Wireshark: ").u(command);
            });
        }
    }
    cx.info_fence();
    if c.left() >= HEADER { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// What both sides say first: the version, and a map of what they want.
fn format<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.bytes(WIREFORMATINFO_MAGIC, c, MAGIC.len())?;
    cx.u32(WIREFORMATINFO_VERSION, c)?;
    if cx.u8(WIREFORMATINFO_DATA, c)? == 0 {
        return Ok(());
    }
    let len = cx.u32(WIREFORMATINFO_LENGTH, c)? as usize;
    let mut map = c.take(len);
    object::map(cx, &mut map, object::DEPTH)
}

/// The type of a field, which tells how it is encoded.
fn kind(field: Field) -> FieldType {
    DEF.fields.get(usize::from(field.0 - BASE)).map_or(FieldType::None, |f| f.kind)
}
