//! Skinny Client Control Protocol, which telephones of Cisco speak: the header of its messages.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    SKINNY "skinny" "Skinny Client Control Protocol" "SKINNY" App
    on [Tcp 2000]
    frames sized [frames]
    fields {
        DATA_LENGTH "skinny.data_length" "Data length": U32 Dec;
        HDR_VERSION "skinny.hdr_version" "Header version": U32 Hex = HDR_VERSION_NAMES;
        MESSAGEID "skinny.messageId" "Message ID": U32 Dec = MESSAGEID_NAMES;
    }
}

names! {
    HDR_VERSION_NAMES {
        0 => "Basic",
        10 => "V10",
        11 => "V11",
        15 => "V15",
        16 => "V16",
        17 => "V17",
        18 => "V18",
        19 => "V19",
        20 => "V20",
        21 => "V21",
        22 => "V22",
    }
    MESSAGEID_NAMES {
        0 => "KeepAliveReq",
        1 => "RegisterReq",
        2 => "IpPort",
        3 => "KeypadButton",
        4 => "EnblocCall",
        5 => "Stimulus",
        6 => "OffHook",
        7 => "OnHook",
        8 => "HookFlash",
        9 => "ForwardStatReq",
        10 => "SpeedDialStatReq",
        11 => "LineStatReq",
        12 => "ConfigStatReq",
        13 => "TimeDateReq",
        14 => "ButtonTemplateReq",
        15 => "VersionReq",
        16 => "CapabilitiesRes",
        18 => "ServerReq",
        32 => "Alarm",
        33 => "MulticastMediaReceptionAck",
        34 => "OpenReceiveChannelAck",
        35 => "ConnectionStatisticsRes",
        36 => "OffHookWithCallingPartyNumber",
        37 => "SoftKeySetReq",
        38 => "SoftKeyEvent",
        39 => "UnregisterReq",
        40 => "SoftKeyTemplateReq",
        41 => "RegisterTokenReq",
        42 => "MediaTransmissionFailure",
        43 => "HeadsetStatus",
        44 => "MediaResourceNotification",
        45 => "RegisterAvailableLines",
        46 => "DeviceToUserData",
        47 => "DeviceToUserDataResponse",
        48 => "UpdateCapabilities",
        49 => "OpenMultiMediaReceiveChannelAck",
        50 => "ClearConference",
        51 => "ServiceURLStatReq",
        52 => "FeatureStatReq",
        53 => "CreateConferenceRes",
        54 => "DeleteConferenceRes",
        55 => "ModifyConferenceRes",
        56 => "AddParticipantRes",
        57 => "AuditConferenceRes",
        64 => "AuditParticipantRes",
        65 => "DeviceToUserDataVersion1",
        66 => "DeviceToUserDataResponseVersion1",
        67 => "CapabilitiesV2Res",
        68 => "CapabilitiesV3Res",
        69 => "PortRes",
        70 => "QoSResvNotify",
        71 => "QoSErrorNotify",
        72 => "SubscriptionStatReq",
        73 => "MediaPathEvent",
        74 => "MediaPathCapability",
        76 => "MwiNotification",
        129 => "RegisterAck",
        130 => "StartTone",
        131 => "StopTone",
        133 => "SetRinger",
        134 => "SetLamp",
        135 => "SetHookFlashDetect",
        136 => "SetSpeakerMode",
        137 => "SetMicroMode",
        138 => "StartMediaTransmission",
        139 => "StopMediaTransmission",
        143 => "CallInfo",
        144 => "ForwardStatRes",
        145 => "SpeedDialStatRes",
        146 => "LineStatRes",
        147 => "ConfigStatRes",
        148 => "TimeDateRes",
        149 => "StartSessionTransmission",
        150 => "StopSessionTransmission",
        151 => "ButtonTemplateRes",
        152 => "VersionRes",
        153 => "DisplayText",
        154 => "ClearDisplay",
        155 => "CapabilitiesReq",
        157 => "RegisterReject",
        158 => "ServerRes",
        159 => "Reset",
        256 => "KeepAliveAck",
        257 => "StartMulticastMediaReception",
        258 => "StartMulticastMediaTransmission",
        259 => "StopMulticastMediaReception",
        260 => "StopMulticastMediaTransmission",
        261 => "OpenReceiveChannel",
        262 => "CloseReceiveChannel",
        263 => "ConnectionStatisticsReq",
        264 => "SoftKeyTemplateRes",
        265 => "SoftKeySetRes",
        272 => "SelectSoftKeys",
        273 => "CallState",
        274 => "DisplayPromptStatus",
        275 => "ClearPromptStatus",
        276 => "DisplayNotify",
        277 => "ClearNotify",
        278 => "ActivateCallPlane",
        279 => "DeactivateCallPlane",
        280 => "UnregisterAck",
        281 => "BackSpaceRes",
        282 => "RegisterTokenAck",
        283 => "RegisterTokenReject",
        284 => "StartMediaFailureDetection",
        285 => "DialedNumber",
        286 => "UserToDeviceData",
        287 => "FeatureStatRes",
        288 => "DisplayPriNotify",
        289 => "ClearPriNotify",
        290 => "StartAnnouncement",
        291 => "StopAnnouncement",
        292 => "AnnouncementFinish",
        295 => "NotifyDtmfTone",
        296 => "SendDtmfTone",
        297 => "SubscribeDtmfPayloadReq",
        298 => "SubscribeDtmfPayloadRes",
        299 => "SubscribeDtmfPayloadErr",
        300 => "UnSubscribeDtmfPayloadReq",
        301 => "UnSubscribeDtmfPayloadRes",
        302 => "UnSubscribeDtmfPayloadErr",
        303 => "ServiceURLStatRes",
        304 => "CallSelectStatRes",
        305 => "OpenMultiMediaReceiveChannel",
        306 => "StartMultiMediaTransmission",
        307 => "StopMultiMediaTransmission",
        308 => "MiscellaneousCommand",
        309 => "FlowControlCommand",
        310 => "CloseMultiMediaReceiveChannel",
        311 => "CreateConferenceReq",
        312 => "DeleteConferenceReq",
        313 => "ModifyConferenceReq",
        314 => "AddParticipantReq",
        315 => "DropParticipantReq",
        316 => "AuditConferenceReq",
        317 => "AuditParticipantReq",
        318 => "ChangeParticipantReq",
        319 => "UserToDeviceDataVersion1",
        320 => "VideoDisplayCommand",
        321 => "FlowControlNotify",
        322 => "ConfigStatV2Res",
        323 => "DisplayNotifyV2",
        324 => "DisplayPriNotifyV2",
        325 => "DisplayPromptStatusV2",
        326 => "FeatureStatV2Res",
        327 => "LineStatV2Res",
        328 => "ServiceURLStatV2Res",
        329 => "SpeedDialStatV2Res",
        330 => "CallInfoV2",
        331 => "PortReq",
        332 => "PortClose",
        333 => "QoSListen",
        334 => "QoSPath",
        335 => "QoSTeardown",
        336 => "UpdateDSCP",
        337 => "QoSModify",
        338 => "SubscriptionStatRes",
        339 => "Notification",
        340 => "StartMediaTransmissionAck",
        341 => "StartMultiMediaTransmissionAck",
        342 => "CallHistoryInfo",
        343 => "LocationInfo",
        344 => "MwiRes",
        345 => "AddOnDeviceCapabilities",
        346 => "EnhancedAlarm",
        350 => "CallCountReq",
        351 => "CallCountResp",
        352 => "RecordingStatus",
        32768 => "SPCPRegisterTokenReq",
        33024 => "SPCPRegisterTokenAck",
        33025 => "SPCPRegisterTokenReject",
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

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<12>()?;
    if !is_sound(&h) {
        return Err(Stop::NotMine);
    }
    let id = u64::from(u16::from_le_bytes([h[8], h[9]]));
    let name = MESSAGEID_NAMES.or(id, "Unknown");
    // Names tell which way a message goes.
    cx.protocol(if name.ends_with("Req") || name.ends_with("Message") { "SKINNY/REQ" } else { "SKINNY" });
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.info_add(|o| _ = o.s(name).s(" "));
    let mut one = c.take(HEAD + usize::from(u16::from_le_bytes([h[0], h[1]])));
    cx.proto_len(one.left());
    cx.u32_le(DATA_LENGTH, &mut one)?;
    cx.u32_le(HDR_VERSION, &mut one)?;
    cx.u32_le(MESSAGEID, &mut one)?;
    if c.left() >= 12 { cx.next_pdu(ID, c) } else { Ok(()) }
}
