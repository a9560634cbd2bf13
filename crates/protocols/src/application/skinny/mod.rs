//! Skinny Client Control Protocol, which telephones of Cisco speak.

mod messages;
mod names;

use names::*;
use requin_wire::{Cursor, Cx, Key, Past, Pdu, Sink, Step, Stop, proto};

proto! {
    SKINNY "skinny" "Skinny Client Control Protocol" "SKINNY" App
    on [Tcp 2000]
    frames sized [frames]
    remember [remember] for [RESPONSE_TO, RESPONSE_TIME]
    fields {
        RESPONSE_TO "skinny.response_to" "Request In": Framenum;
        RESPONSE_TIME "skinny.response_time" "Response Time": RelTime;
        PHONEFEATURES_ABBREVIATED_DIAL "skinny.PhoneFeatures.Abbreviated.Dial" "AbbrevDial": Bool(16) & 0x8000 = crate::common::YES;
        PHONEFEATURES_BIT1 "skinny.PhoneFeatures.Bit1" "Bit1": Bool(16) & 0x1 = crate::common::YES;
        PHONEFEATURES_BIT11 "skinny.PhoneFeatures.Bit11" "Bit11": Bool(16) & 0x400 = crate::common::YES;
        PHONEFEATURES_BIT12 "skinny.PhoneFeatures.Bit12" "Bit12": Bool(16) & 0x800 = crate::common::YES;
        PHONEFEATURES_BIT13 "skinny.PhoneFeatures.Bit13" "Bit13": Bool(16) & 0x1000 = crate::common::YES;
        PHONEFEATURES_BIT14 "skinny.PhoneFeatures.Bit14" "Bit14": Bool(16) & 0x2000 = crate::common::YES;
        PHONEFEATURES_BIT15 "skinny.PhoneFeatures.Bit15" "Bit15": Bool(16) & 0x4000 = crate::common::YES;
        PHONEFEATURES_BIT2 "skinny.PhoneFeatures.Bit2" "Bit2": Bool(16) & 0x2 = crate::common::YES;
        PHONEFEATURES_BIT3 "skinny.PhoneFeatures.Bit3" "Bit3": Bool(16) & 0x4 = crate::common::YES;
        PHONEFEATURES_BIT4 "skinny.PhoneFeatures.Bit4" "Bit4": Bool(16) & 0x8 = crate::common::YES;
        PHONEFEATURES_BIT6 "skinny.PhoneFeatures.Bit6" "Bit6": Bool(16) & 0x20 = crate::common::YES;
        PHONEFEATURES_BIT7 "skinny.PhoneFeatures.Bit7" "Bit7": Bool(16) & 0x40 = crate::common::YES;
        PHONEFEATURES_BIT9 "skinny.PhoneFeatures.Bit9" "Bit9": Bool(16) & 0x100 = crate::common::YES;
        PHONEFEATURES_DYNAMICMESSAGES "skinny.PhoneFeatures.DynamicMessages" "DynamicMessages": Bool(16) & 0x80 = crate::common::YES;
        PHONEFEATURES_RFC2833 "skinny.PhoneFeatures.RFC2833" "RFC2833": Bool(16) & 0x200 = crate::common::YES;
        PHONEFEATURES_UTF8 "skinny.PhoneFeatures.UTF8" "UTF8Bit5": Bool(16) & 0x10 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY1 "skinny.SoftKeyMask.SoftKey1" "SoftKey1": Bool(32) & 0x1 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY10 "skinny.SoftKeyMask.SoftKey10" "SoftKey10": Bool(32) & 0x200 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY11 "skinny.SoftKeyMask.SoftKey11" "SoftKey11": Bool(32) & 0x400 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY12 "skinny.SoftKeyMask.SoftKey12" "SoftKey12": Bool(32) & 0x800 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY13 "skinny.SoftKeyMask.SoftKey13" "SoftKey13": Bool(32) & 0x1000 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY14 "skinny.SoftKeyMask.SoftKey14" "SoftKey14": Bool(32) & 0x2000 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY15 "skinny.SoftKeyMask.SoftKey15" "SoftKey15": Bool(32) & 0x4000 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY16 "skinny.SoftKeyMask.SoftKey16" "SoftKey16": Bool(32) & 0x8000 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY2 "skinny.SoftKeyMask.SoftKey2" "SoftKey2": Bool(32) & 0x2 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY3 "skinny.SoftKeyMask.SoftKey3" "SoftKey3": Bool(32) & 0x4 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY4 "skinny.SoftKeyMask.SoftKey4" "SoftKey4": Bool(32) & 0x8 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY5 "skinny.SoftKeyMask.SoftKey5" "SoftKey5": Bool(32) & 0x10 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY6 "skinny.SoftKeyMask.SoftKey6" "SoftKey6": Bool(32) & 0x20 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY7 "skinny.SoftKeyMask.SoftKey7" "SoftKey7": Bool(32) & 0x40 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY8 "skinny.SoftKeyMask.SoftKey8" "SoftKey8": Bool(32) & 0x80 = crate::common::YES;
        SOFTKEYMASK_SOFTKEY9 "skinny.SoftKeyMask.SoftKey9" "SoftKey9": Bool(32) & 0x100 = crate::common::YES;
        ACTIVECONFERENCES "skinny.activeConferences" "Active Conferences": U32 Dec;
        ACTIVESTREAMS "skinny.activeStreams" "Active RTP Streams": U32 Dec;
        ALIGNMENTPADDING "skinny.alignmentPadding" "alignmentPadding": U16 Dec;
        CALLREFERENCE "skinny.callReference" "callReference": U32 Dec;
        CAPCOUNT "skinny.capCount" "capCount": U32 Dec;
        CODECMODE "skinny.codecMode" "codecMode": U8 Dec;
        CODECPARAM1 "skinny.codecParam1" "codecParam1": U8 Dec;
        CODECPARAM2 "skinny.codecParam2" "codecParam2": U8 Dec;
        CONFERENCEID "skinny.conferenceId" "conferenceId": U32 Dec;
        DYNAMICPAYLOAD "skinny.dynamicPayload" "dynamicPayload": U8 Dec;
        INSTANCE "skinny.instance" "instance": U32 Dec;
        IPADDR_IPV4 "skinny.ipAddr.ipv4" "ipAddr IPv4 Address": Ipv4;
        IPV4ADDRESSSCOPE "skinny.ipV4AddressScope" "ipV4AddressScope": U32 Dec;
        IPV6ADDRESSSCOPE "skinny.ipV6AddressScope" "ipV6AddressScope": U32 Dec;
        KEEPALIVEINTERVAL "skinny.keepAliveInterval" "keepAliveInterval": U32 Dec;
        LINEINSTANCE "skinny.lineInstance" "lineInstance": U32 Dec;
        MACADDRESS "skinny.macAddress" "Mac Address": Ether;
        MAXCONFERENCES "skinny.maxConferences" "Maximum Number of Concurrent Conferences": U32 Dec;
        MAXFRAMESPERPACKET "skinny.maxFramesPerPacket" "maxFramesPerPacket": U32 Dec;
        MAXNUMBEROFLINES "skinny.maxNumberOfLines" "maxNumberOfLines": U32 Dec;
        MAXPROTOCOLVER "skinny.maxProtocolVer" "maxProtocolVer": U8 Dec;
        MAXSTREAMS "skinny.maxStreams" "Maximum Number of Concurrent RTP Streams": U32 Dec;
        MAXSTREAMSPERCONF "skinny.maxStreamsPerConf" "maxStreamsPerConf": U32 Dec;
        NUMBEROFINSERVICESTREAMS "skinny.numberOfInServiceStreams" "numberOfInServiceStreams": U32 Dec;
        NUMBEROFOUTOFSERVICESTREAMS "skinny.numberOfOutOfServiceStreams" "numberOfOutOfServiceStreams": U32 Dec;
        PASSTHROUGHPARTYID "skinny.passThroughPartyId" "passThroughPartyId": U32 Dec;
        PORTNUMBER "skinny.portNumber" "portNumber": U32 Dec;
        PRECEDENCEDOMAIN "skinny.precedenceDomain" "precedenceDomain": U32 Dec;
        PRECEDENCELEVEL "skinny.precedenceLevel" "precedenceLevel": U32 Dec;
        PROTOCOLVER "skinny.protocolVer" "Protocol Version": U8 Dec;
        RESERVED_FOR_FUTURE_USE "skinny.reserved.for.future.use" "reserved_for_future_use": U32 Dec;
        RTPMEDIAPORT "skinny.rtpMediaPort" "rtpMediaPort": U32 Dec;
        SECONDARYKEEPALIVEINTERVAL "skinny.secondaryKeepAliveInterval" "secondaryKeepAliveInterval": U32 Dec;
        STATIONIPADDR "skinny.stationIpAddr" "stationIpAddr": Ipv4;
        STATIONIPV6ADDR "skinny.stationIpV6Addr" "stationIpV6Addr": Ipv6;
        STIMULUSINSTANCE "skinny.stimulusInstance" "stimulusInstance": U32 Dec;
        TIMEOUTVALUE "skinny.timeOutValue" "timeOutValue": U32 Dec;
        TRANSMITIPADDR_IPV4 "skinny.transmitIpAddr.ipv4" "transmitIpAddr IPv4 Address": Ipv4;
        UNKNOWN "skinny.unknown" "unknown": U8 Dec;
        DEVICENAME "skinny.DeviceName" "DeviceName": Str;
        CALLSTATE "skinny.callState" "callState": U32 Hex = CALLSTATE_NAMES;
        DATETEMPLATE "skinny.dateTemplate" "dateTemplate": Str;
        DEVICETYPE "skinny.deviceType" "Device Type": U32 Hex = DEVICETYPE_NAMES;
        DIALEDNUMBER "skinny.dialedNumber" "dialedNumber": Str;
        FIRMWARELOADNAME "skinny.firmwareLoadName" "firmwareLoadName": Str;
        LAMPMODE "skinny.lampMode" "lampMode": U32 Hex = LAMPMODE_NAMES;
        MEDIAPATHEVENT "skinny.mediaPathEvent" "mediaPathEvent": U32 Hex = MEDIAPATHEVENT_NAMES;
        MEDIAPATHID "skinny.mediaPathID" "mediaPathID": U32 Hex = MEDIAPATHID_NAMES;
        MEDIARECEPTIONSTATUS "skinny.mediaReceptionStatus" "mediaReceptionStatus": U32 Hex = MEDIARECEPTIONSTATUS_NAMES;
        MEDIATRANSMISSIONSTATUS "skinny.mediaTransmissionStatus" "mediaTransmissionStatus": U32 Hex = MEDIARECEPTIONSTATUS_NAMES;
        NOTIFY "skinny.notify" "notify": Str;
        PAYLOADCAPABILITY "skinny.payloadCapability" "payloadCapability": U32 Hex = COMPRESSIONTYPE_NAMES;
        PRIVACY "skinny.privacy" "privacy": U32 Hex = PRIVACY_NAMES;
        PROMPTSTATUS "skinny.promptStatus" "promptStatus": Str;
        RINGDURATION "skinny.ringDuration" "ringDuration": U32 Hex = RINGDURATION_NAMES;
        RINGMODE "skinny.ringMode" "ringMode": U32 Hex = RINGMODE_NAMES;
        SOFTKEYEVENT "skinny.softKeyEvent" "softKeyEvent": U32 Hex = SOFTKEYEVENT_NAMES;
        SOFTKEYSETINDEX "skinny.softKeySetIndex" "softKeySetIndex": U32 Hex = SOFTKEYSETINDEX_NAMES;
        SPEAKERMODE "skinny.speakerMode" "speakerMode": U32 Hex = MEDIAPATHEVENT_NAMES;
        STIMULUS "skinny.stimulus" "stimulus": U32 Hex = STIMULUS_NAMES;
        TONE "skinny.tone" "tone": U32 Hex = TONE_NAMES;
        TONE_OUTPUT_DIRECTION "skinny.tone.output.direction" "tone_output_direction": U32 Hex = TONE_OUTPUT_DIRECTION_NAMES;
        VERSIONSTR "skinny.versionStr" "versionStr": Str;
        DATA_LENGTH "skinny.data_length" "Data length": U32 Dec;
        HDR_VERSION "skinny.hdr_version" "Header version": U32 Hex = HDR_VERSION_NAMES;
        MESSAGEID "skinny.messageId" "Message ID": U32 Dec = MESSAGEID_NAMES;
    }
}

/// Length and version, which the length doesn't count.
const HEAD: usize = 8;

/// A header as it has to be.
fn is_sound(h: &[u8; 12]) -> bool {
    let word = |i: usize| h.get(i..i + 4).map_or(0, requin_wire::le);
    let (len, version, id) = (word(0), word(4), word(8));
    (4..=65535).contains(&len)
        && HDR_VERSION_NAMES.find(version).is_some()
        && MESSAGEID_NAMES.find(id).is_some()
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<12>() {
        Some(h) if is_sound(h) => Pdu::Len(HEAD + usize::from(u16::from_le_bytes([h[0], h[1]]))),
        None => Pdu::More(12),
        _ => Pdu::AsItComes,
    }
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some(h) = pdu.first_chunk::<12>() else { return };
    let id = u64::from(u16::from_le_bytes([h[8], h[9]]));
    let Some((stem, answer)) = MESSAGEID_NAMES.find(id).and_then(messages::stem) else { return };
    let key = Key::here(0).and(stem.as_bytes());
    if !answer {
        past.set(&key, &[]);
    } else if let Some(request) = past.get(&key) {
        past.note(id, &request);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<12>()?;
    if !is_sound(&h) {
        return Err(Stop::NotMine);
    }
    let id = u64::from(u16::from_le_bytes([h[8], h[9]]));
    let name = MESSAGEID_NAMES.or(id, "Unknown");
    // Names tell which way a message goes.
    let stem = messages::stem(name);
    cx.protocol(match stem {
        Some((_, false)) => "SKINNY/REQ",
        Some((_, true)) => "SKINNY/RESP",
        None => "SKINNY",
    });
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.info_add(|o| _ = o.s(name).s(" "));
    let mut one = c.take(HEAD + usize::from(u16::from_le_bytes([h[0], h[1]])));
    cx.proto_len(one.left());
    cx.u32_le(DATA_LENGTH, &mut one)?;
    cx.u32_le(HDR_VERSION, &mut one)?;
    cx.u32_le(MESSAGEID, &mut one)?;
    messages::message(cx, one, id)?;
    if matches!(stem, Some((_, true))) {
        messages::answer(cx, &one, id);
    }
    if c.left() >= 12 { cx.next_pdu(ID, c) } else { Ok(()) }
}
