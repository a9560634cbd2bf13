//! Real-Time Publish-Subscribe protocol of DDS, version 2: discovery of participants, and what holds writers and readers together.

mod names;
mod parameters;

use names::*;
use parameters::{parameters, status};
use requin_wire::{Cursor, Cx, Field, Item, Ports, Sink, Step, Stop, Time, Value, proto};

proto! {
    RTPS "rtps" "Real-Time Publish-Subscribe Wire Protocol" "RTPS" App
    on []
    looks_like [Udp accepts => [b'R'..=b'R']]
    fields {
        MAGIC "rtps.magic" "Magic": Str;
        VERSION "rtps.version" "version": U16 Hex;
        VERSION_MAJOR "rtps.version.major" "major": I8 Dec;
        VERSION_MINOR "rtps.version.minor" "minor": I8 Dec;
        DOMAIN_ID "rtps.domain_id" "domain_id": U32 Dec;
        PARTICIPANT_IDX "rtps.participant_idx" "participant_idx": U32 Dec;
        TRAFFIC_NATURE "rtps.traffic_nature" "traffic_nature": U32 Dec = TRAFFIC_NATURE_NAMES;
        VENDORID "rtps.vendorId" "vendorId": U16 Hex;
        GUIDPREFIX "rtps.guidPrefix" "guidPrefix": Bytes;
        GUIDPREFIX_SRC "rtps.guidPrefix.src" "guidPrefix": Bytes;
        GUIDPREFIX_DST "rtps.guidPrefix.dst" "guidPrefix": Bytes;
        HOSTID "rtps.hostId" "hostId": U32 Hex;
        APPID "rtps.appId" "appId": U32 Hex;
        SM_ID "rtps.sm.id" "submessageId": U8 Hex = SM_ID_NAMES;
        SM_FLAGS "rtps.sm.flags" "Flags": U8 Hex;
        SM_OCTETSTONEXTHEADER "rtps.sm.octetsToNextHeader" "octetsToNextHeader": U16 Dec;
        SM_GUIDPREFIX_INSTANCEID "rtps.sm.guidPrefix.instanceId" "instanceId": U32 Hex;
        SM_RDENTITYID "rtps.sm.rdEntityId" "readerEntityId": U32 Hex = SM_RDENTITYID_NAMES;
        SM_RDENTITYID_ENTITYKEY "rtps.sm.rdEntityId.entityKey" "readerEntityKey": U24 Hex;
        SM_RDENTITYID_ENTITYKIND "rtps.sm.rdEntityId.entityKind" "readerEntityKind": U8 Hex = SM_RDENTITYID_ENTITYKIND_NAMES;
        SM_WRENTITYID "rtps.sm.wrEntityId" "writerEntityId": U32 Hex = SM_RDENTITYID_NAMES;
        SM_WRENTITYID_ENTITYKEY "rtps.sm.wrEntityId.entityKey" "writerEntityKey": U24 Hex;
        SM_WRENTITYID_ENTITYKIND "rtps.sm.wrEntityId.entityKind" "writerEntityKind": U8 Hex = SM_RDENTITYID_ENTITYKIND_NAMES;
        SM_SEQNUMBER "rtps.sm.seqNumber" "writerSeqNumber": I64 Dec;
        INFO_SRC_UNUSED "rtps.info_src.unused" "Unused": U32 Hex;
        PARAM_ID "rtps.param.id" "parameterId": U16 Hex = PARAM_ID_NAMES;
        PARAM_LENGTH "rtps.param.length" "parameterLength": U16 Dec;
        TRANSPORTINFO_CLASSID "rtps.transportInfo.classID" "classID": I32 Dec;
        TRANSPORTINFO_MESSAGESIZEMAX "rtps.transportInfo.messageSizeMax" "messageSizeMax": I32 Dec;
        INFO_TS_TIMESTAMP "rtps.info_ts.timestamp" "Timestamp": AbsTime;
        LOCATOR_KIND "rtps.locator.kind" "Kind": U32 Hex = LOCATOR_KIND_NAMES;
        LOCATOR_PORT "rtps.locator.port" "Port": U32 Dec;
        LOCATOR_IPV4 "rtps.locator.ipv4" "Address": Ipv4;
        PARTICIPANT_BUILTIN_ENDPOINTS "rtps.participant_builtin_endpoints" "BuiltIn Endpoint": U32 Hex;
        ACKNACK_COUNT "rtps.acknack.count" "Count": I32 Dec;
        PARAM_SERIALIZE_ENCAP_KIND "rtps.param.serialize.encap_kind" "encapsulation kind": U16 Hex = PARAM_SERIALIZE_ENCAP_KIND_NAMES;
        PARAM_SERIALIZE_ENCAP_LEN "rtps.param.serialize.encap_len" "encapsulation options": U16 Hex;
        PARAM_NTPTIME_SEC "rtps.param.ntpTime.sec" "seconds": I32 Dec;
        PARAM_NTPTIME_FRACTION "rtps.param.ntpTime.fraction" "fraction": U32 Dec;
        PARAM_PEER_HOST_EPOCH "rtps.param.peer_host_epoch" "Peer Host Epoch": U32 Dec;
        PARAM_ENTITYNAME "rtps.param.entityName" "entityName": StrZ;
        PARAM_PARTICIPANT_GUID "rtps.param.participant_guid" "Participant GUID": Bytes;
        PARAM_GUID_HOSTID "rtps.param.guid.hostId" "hostId": U32 Hex;
        PARAM_GUID_APPID "rtps.param.guid.appId" "appId": U32 Hex;
        PARAM_GUID_INSTANCEID "rtps.param.guid.instanceId" "instanceId": U24 Hex;
        PARAM_GUID_ENTITYID "rtps.param.guid.entityId" "entityId": U32 Hex = SM_RDENTITYID_NAMES;
        PARAM_GUID_ENTITYKEY "rtps.param.guid.entityKey" "entityKey": U24 Hex;
        PARAM_GUID_ENTITYKIND "rtps.param.guid.entityKind" "entityKind": U8 Hex = SM_RDENTITYID_ENTITYKIND_NAMES;
        PARAMETER_DATA "rtps.parameter_data" "parameterData": Bytes;
        BITMAP_NUM_BITS "rtps.bitmap.num_bits" "numBits": U32 Dec;
        EXTRA_FLAGS "rtps.extra_flags" "Extra flags": U16 Hex & 0xffff;
        PARAM_BUILTIN_ENDPOINT_SET "rtps.param.builtin_endpoint_set" "Flags": U32 Hex;
        PARAM_PRODUCT_VERSION_MAJOR "rtps.param.product_version.major" "Major": U8 Dec;
        PARAM_PRODUCT_VERSION_MINOR "rtps.param.product_version.minor" "Minor": U8 Dec;
        PARAM_PRODUCT_VERSION_RELEASE "rtps.param.product_version.release" "Release": U8 Dec;
        PARAM_PRODUCT_VERSION_REVISION "rtps.param.product_version.revision" "Revision": U8 Dec;
        OCTETS_TO_INLINE_QOS "rtps.octets_to_inline_qos" "Octets to inline QoS": U16 Dec;
        PROPERTY_NAME "rtps.property_name" "Property Name": Str;
        PROPERTY_VALUE "rtps.property_value" "Value": Str;
        GUID "rtps.guid" "guid": Bytes;
        HEARTBEAT_COUNT "rtps.heartbeat_count" "count": U32 Dec;
        FLAG_ENDIANNESS "rtps.flag.endianness" "Endianness bit": Bool(8) & 0x1 = crate::common::SET;
        FLAG_FINAL "rtps.flag.final" "Final flag": Bool(8) & 0x2 = crate::common::SET;
        FLAG_LIVELINESS "rtps.flag.liveliness" "Liveliness flag": Bool(8) & 0x4 = crate::common::SET;
        FLAG_MULTICAST "rtps.flag.multicast" "Multicast flag": Bool(8) & 0x2 = crate::common::SET;
        PARAM_STATUS_INFO "rtps.param.status_info" "Flags": U32 Hex;
        FLAG_UNREGISTERED "rtps.flag.unregistered" "Unregistered": Bool(8) & 0x2 = crate::common::SET;
        FLAG_UNDISPOSED "rtps.flag.undisposed" "Disposed": Bool(8) & 0x1 = crate::common::SET;
        FLAG_PARTICIPANT_ANNOUNCER "rtps.flag.participant_announcer" "Participant Announcer": Bool(32) & 0x1 = crate::common::SET;
        FLAG_PARTICIPANT_DETECTOR "rtps.flag.participant_detector" "Participant Detector": Bool(32) & 0x2 = crate::common::SET;
        FLAG_PUBLICATION_ANNOUNCER "rtps.flag.publication_announcer" "Publication Announcer": Bool(32) & 0x4 = crate::common::SET;
        FLAG_PUBLICATION_DETECTOR "rtps.flag.publication_detector" "Publication Detector": Bool(32) & 0x8 = crate::common::SET;
        FLAG_SUBSCRIPTION_ANNOUNCER "rtps.flag.subscription_announcer" "Subscription Announcer": Bool(32) & 0x10 = crate::common::SET;
        FLAG_SUBSCRIPTION_DETECTOR "rtps.flag.subscription_detector" "Subscription Detector": Bool(32) & 0x20 = crate::common::SET;
        FLAG_PARTICIPANT_PROXY_ANNOUNCER "rtps.flag.participant_proxy_announcer" "Participant Proxy Announcer": Bool(32) & 0x40 = crate::common::SET;
        FLAG_PARTICIPANT_PROXY_DETECTOR "rtps.flag.participant_proxy_detector" "Participant Proxy Detector": Bool(32) & 0x80 = crate::common::SET;
        FLAG_PARTICIPANT_STATE_ANNOUNCER "rtps.flag.participant_state_announcer" "Participant State Announcer": Bool(32) & 0x100 = crate::common::SET;
        FLAG_PARTICIPANT_STATE_DETECTOR "rtps.flag.participant_state_detector" "Participant State Detector": Bool(32) & 0x200 = crate::common::SET;
        FLAG_PARTICIPANT_MESSAGE_DATAWRITER "rtps.flag.participant_message_datawriter" "Participant Message DataWriter": Bool(32) & 0x400 = crate::common::SET;
        FLAG_PARTICIPANT_MESSAGE_DATAREADER "rtps.flag.participant_message_datareader" "Participant Message DataReader": Bool(32) & 0x800 = crate::common::SET;
        FLAG_SECURE_PUBLICATION_WRITER "rtps.flag.secure_publication_writer" "Secure Publication Writer": Bool(32) & 0x10000 = crate::common::SET;
        FLAG_SECURE_PUBLICATION_READER "rtps.flag.secure_publication_reader" "Secure Publication Reader": Bool(32) & 0x20000 = crate::common::SET;
        FLAG_SECURE_SUBSCRIPTION_WRITER "rtps.flag.secure_subscription_writer" "Secure Subscription Writer": Bool(32) & 0x40000 = crate::common::SET;
        FLAG_SECURE_SUBSCRIPTION_READER "rtps.flag.secure_subscription_reader" "Secure Subscription Reader": Bool(32) & 0x80000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_MESSAGE_WRITER "rtps.flag.secure_participant_message_writer" "Secure Participant Message Writer": Bool(32) & 0x100000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_MESSAGE_READER "rtps.flag.secure_participant_message_reader" "Secure Participant Message Reader": Bool(32) & 0x200000 = crate::common::SET;
        FLAG_PARTICIPANT_STATELESS_MESSAGE_WRITER "rtps.flag.participant_stateless_message_writer" "Participant Stateless Message Writer": Bool(32) & 0x400000 = crate::common::SET;
        FLAG_PARTICIPANT_STATELESS_MESSAGE_READER "rtps.flag.participant_stateless_message_reader" "Participant Stateless Message Reader": Bool(32) & 0x800000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_WRITER "rtps.flag.secure_participant_volatile_message_writer" "Secure Participant Volatile Message Writer": Bool(32) & 0x1000000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_READER "rtps.flag.secure_participant_volatile_message_reader" "Secure Participant Volatile Message Reader": Bool(32) & 0x2000000 = crate::common::SET;
        FLAG_PARTICIPANT_SECURE_WRITER "rtps.flag.participant_secure_writer" "Participant Secure Writer": Bool(32) & 0x4000000 = crate::common::SET;
        FLAG_PARTICIPANT_SECURE_READER "rtps.flag.participant_secure_reader" "Participant Secure Reader": Bool(32) & 0x8000000 = crate::common::SET;
        RESERVED80 "rtps.flag.reserved" "Reserved": Bool(8) & 0x80 = crate::common::SET;
        RESERVED40 "rtps.flag.reserved" "Reserved": Bool(8) & 0x40 = crate::common::SET;
        RESERVED20 "rtps.flag.reserved" "Reserved": Bool(8) & 0x20 = crate::common::SET;
        RESERVED10 "rtps.flag.reserved" "Reserved": Bool(8) & 0x10 = crate::common::SET;
        RESERVED08 "rtps.flag.reserved" "Reserved": Bool(8) & 0x08 = crate::common::SET;
        RESERVED04 "rtps.flag.reserved" "Reserved": Bool(8) & 0x04 = crate::common::SET;
        RESERVED02 "rtps.flag.reserved" "Reserved": Bool(8) & 0x02 = crate::common::SET;
        RESERVED_SET "rtps.flag.reserved" "Reserved": Bool(32) & 0xf000 = crate::common::SET;
        FLAG_INLINE_QOS "rtps.flag.inline_qos" "Inline QoS": Bool(8) & 0x02 = crate::common::SET;
        FLAG_DATA_PRESENT "rtps.flag.data_present" "Data present": Bool(8) & 0x04 = crate::common::SET;
        FLAG_DATA_SERIALIZED_KEY "rtps.flag.data.serialized_key" "Serialized Key": Bool(8) & 0x08 = crate::common::SET;
        FLAG_TIMESTAMP "rtps.flag.timestamp" "Timestamp flag": Bool(8) & 0x02 = crate::common::SET;
    }
}

const DATA: u8 = 0x15;
const ACKNACK: u8 = 0x06;
const HEARTBEAT: u8 = 0x07;
const GAP: u8 = 0x08;
const INFO_TIMESTAMP: u8 = 0x09;
const INFO_SOURCE: u8 = 0x0c;
const INFO_DESTINATION: u8 = 0x0e;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().len() >= 16 && c.rest().starts_with(b"RTPS")
}

/// Which flags submessages have, from the highest bit.
fn flags(id: u8) -> [Field; 8] {
    let [b3, b2, b1] = match id {
        DATA => [FLAG_DATA_SERIALIZED_KEY, FLAG_DATA_PRESENT, FLAG_INLINE_QOS],
        INFO_TIMESTAMP => [RESERVED08, RESERVED04, FLAG_TIMESTAMP],
        HEARTBEAT => [RESERVED08, FLAG_LIVELINESS, FLAG_FINAL],
        ACKNACK => [RESERVED08, RESERVED04, FLAG_FINAL],
        _ => [RESERVED08, RESERVED04, RESERVED02],
    };
    [RESERVED80, RESERVED40, RESERVED20, RESERVED10, b3, b2, b1, FLAG_ENDIANNESS]
}

/// Reads numbers in the order that a submessage's flag names.
#[derive(Clone, Copy)]
struct Order {
    little: bool,
}

impl Order {
    fn field<S: Sink>(
        self,
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
    ) -> Result<Item, Stop> {
        if self.little { cx.field_le(field, c, n) } else { cx.field(field, c, n) }
    }

    fn number(self, c: &Cursor<'_>, at: usize, n: usize) -> Result<u64, Stop> {
        let bytes = c.peek_bytes(at, n)?;
        Ok(if self.little { requin_wire::le(bytes) } else { requin_wire::be(bytes) })
    }

    /// A sequence number: its upper half comes first in any order.
    fn sequence<S: Sink>(self, cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, label: &str) -> Step {
        let (high, low) = (self.number(c, 0, 4)?, self.number(c, 4, 4)?);
        let n = (high << 32 | low) as i64;
        let item = cx.add(SM_SEQNUMBER, c.span(8), Value::I(n));
        cx.label(item, |o| _ = o.s(label).s(": ").i(n));
        c.skip(8)
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, Ports::default()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("RTPS");
    cx.info_clear();
    cx.bytes(MAGIC, &mut c, 4)?;
    version(cx, &mut c)?;
    cx.field(VENDORID, &mut c, 2)?;
    prefix(cx, &mut c, GUIDPREFIX_SRC)?;
    if let Some(port) = cx.out.transports.last().map(|t| t.dst_port) {
        mapping(cx, &c, port);
    }
    // Every turn takes a submessage's head at least.
    while !c.is_empty() {
        submessage(cx, &mut c)?;
    }
    Ok(())
}

fn version<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [major, minor] = *c.peek_array::<2>()?;
    let item = cx.peek(VERSION, c, 2)?;
    cx.label(item, |o| _ = o.s("Protocol version: ").u(major).s(".").u(minor));
    cx.under(item, |cx| crate::common::run(cx, c, &[(VERSION_MAJOR, 1), (VERSION_MINOR, 1)]))
}

/// The part of an identifier that all of a participant's entities share.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let span = c.span(12);
    let item = cx.peek(field, c, 12)?;
    cx.under(item, |cx| {
        crate::common::run(cx, c, &[(HOSTID, 4), (APPID, 4), (SM_GUIDPREFIX_INSTANCEID, 4)])
    })?;
    cx.hidden(GUIDPREFIX, span, Value::Bytes(span));
    Ok(())
}

/// What the port says of domain and participant (RTPS 2.2 section 9.6.1).
fn mapping<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, port: u16) {
    let Some(n) = port.checked_sub(7400).map(u64::from) else { return };
    let (domain, offset) = (n / 250, n % 250);
    let (nature, participant) = match offset {
        0 => (2, None),
        1 => (1, None),
        10.. if offset % 2 == 0 => (0, Some((offset - 10) / 2)),
        11.. => (3, Some((offset - 11) / 2)),
        _ => return,
    };
    let name = TRAFFIC_NATURE_NAMES.or(nature, "Unknown");
    let item = cx.line(c.span(0), |o| {
        o.s("Default port mapping: ");
        match participant {
            Some(p) => o.s("domainId=").u(domain).s(", participantIdx=").u(p).s(", nature=").s(name),
            None => o.s(name).s(", domainId=").u(domain),
        };
    });
    cx.set_generated(item);
    cx.under(item, |cx| {
        cx.generated(DOMAIN_ID, c.span(0), Value::U(domain));
        if let Some(p) = participant {
            cx.generated(PARTICIPANT_IDX, c.span(0), Value::U(p));
        }
        cx.generated(TRAFFIC_NATURE, c.span(0), Value::U(nature));
    });
}

fn submessage<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [id, flags_byte, ..] = *c.peek_array::<4>()?;
    let order = Order { little: flags_byte & 1 != 0 };
    let said = order.number(c, 2, 2)? as usize;
    // The last one may say nothing of its length.
    let len = if said == 0 && !matches!(id, 1 | INFO_TIMESTAMP) { c.left().saturating_sub(4) } else { said };
    let item = cx.peek(SM_ID, c, 1)?;
    let name = SM_ID_NAMES.find(u64::from(id));
    cx.info_sep(", ", |o| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown[").x(id, 2).s("]"),
    });
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        cx.flags(SM_FLAGS, c, 1, &flags(id))?;
        order.field(cx, SM_OCTETSTONEXTHEADER, c, 2)?;
        let mut body = c.take_all(len)?;
        let c = &mut body;
        match id {
            DATA => data(cx, c, order, flags_byte),
            INFO_TIMESTAMP if flags_byte & 2 == 0 => timestamp(cx, c, order),
            INFO_DESTINATION => prefix(cx, c, GUIDPREFIX_DST),
            INFO_SOURCE => {
                order.field(cx, INFO_SRC_UNUSED, c, 4)?;
                version(cx, c)?;
                cx.field(VENDORID, c, 2)?;
                prefix(cx, c, GUIDPREFIX_SRC)
            }
            HEARTBEAT => {
                ends(cx, c)?;
                order.sequence(cx, c, "firstAvailableSeqNumber")?;
                order.sequence(cx, c, "lastSeqNumber")?;
                order.field(cx, HEARTBEAT_COUNT, c, 4).map(|_| ())
            }
            ACKNACK => {
                ends(cx, c)?;
                numbers(cx, c, order, "readerSNState")?;
                order.field(cx, ACKNACK_COUNT, c, 4).map(|_| ())
            }
            GAP => {
                ends(cx, c)?;
                order.sequence(cx, c, "gapStart")?;
                numbers(cx, c, order, "gapList")
            }
            _ => Ok(()),
        }
    })
}

fn timestamp<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    let (seconds, fraction) = (order.number(c, 0, 4)?, order.number(c, 4, 4)?);
    let nanos = (fraction * 1_000_000_000) >> 32;
    cx.add(INFO_TS_TIMESTAMP, c.span(8), Time::new(seconds as i64, nanos as u32).into());
    c.skip(8)
}

fn entity<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, [whole, key, kind]: [Field; 3]) -> Step {
    let item = cx.peek(whole, c, 4)?;
    cx.under(item, |cx| crate::common::run(cx, c, &[(key, 3), (kind, 1)]))
}

/// The reader and the writer.
fn ends<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    entity(cx, c, [SM_RDENTITYID, SM_RDENTITYID_ENTITYKEY, SM_RDENTITYID_ENTITYKIND])?;
    entity(cx, c, [SM_WRENTITYID, SM_WRENTITYID_ENTITYKEY, SM_WRENTITYID_ENTITYKIND])
}

/// A set of sequence numbers: the first, and bits for those that follow.
fn numbers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, name: &str) -> Step {
    let bits = order.number(c, 8, 4)? as usize;
    let words = bits.div_ceil(32);
    let item = cx.line(c.span(12 + 4 * words), |o| _ = o.s(name));
    cx.under(item, |cx| -> Step {
        order.sequence(cx, c, "bitmapBase")?;
        order.field(cx, BITMAP_NUM_BITS, c, 4)?;
        c.skip(words.checked_mul(4).ok_or(Stop::Malformed)?)
    })
}

const PARTICIPANT_WRITER: u64 = 0x000100c2;

fn data<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, flags: u8) -> Step {
    order.field(cx, EXTRA_FLAGS, c, 2)?;
    order.field(cx, OCTETS_TO_INLINE_QOS, c, 2)?;
    if c.peek_uint(4, 4)? == PARTICIPANT_WRITER {
        cx.info_add(|o| _ = o.s("(p"));
        let status = if flags & 2 != 0 { status(c, order) } else { 0 };
        cx.info_add(|o| {
            if status != 0 {
                o.s("[")
                    .s(if status & 2 != 0 { "U" } else { "" })
                    .s(if status & 1 != 0 { "D" } else { "" })
                    .s("]");
            }
            o.s(")");
        });
    }
    ends(cx, c)?;
    order.sequence(cx, c, "writerSeqNumber")?;
    if flags & 2 != 0 {
        let item = cx.line(c.span(usize::MAX), |o| _ = o.s("inlineQos:"));
        cx.under(item, |cx| parameters(cx, c, order))?;
        cx.end_at(item, c);
    }
    if flags & 0x0c == 0 || c.is_empty() {
        return Ok(());
    }
    let item = cx.line(c.span(c.left()), |o| {
        o.s(if flags & 4 != 0 { "serializedData" } else { "serializedKey" });
    });
    cx.under(item, |cx| -> Step {
        let kind = cx.u16(PARAM_SERIALIZE_ENCAP_KIND, c)?;
        cx.u16(PARAM_SERIALIZE_ENCAP_LEN, c)?;
        // Lists of parameters, in either order; what else there is only its type tells.
        if !matches!(kind, 2 | 3) {
            return Ok(());
        }
        let item = cx.line(c.span(c.left()), |o| _ = o.s("serializedData:"));
        cx.under(item, |cx| parameters(cx, c, Order { little: kind == 3 }))
    })
}
