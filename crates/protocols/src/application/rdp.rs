//! Remote Desktop Protocol, [MS-RDPBCGR]: the negotiation that connection requests carry, and the settings that clients and
//! servers exchange when a conference is created.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    RDP "rdp" "Remote Desktop Protocol" "RDP" App
    on []
    fields {
        RT_COOKIE "rdp.rt_cookie" "Routing Token/Cookie": Str;
        NEG_TYPE "rdp.neg_type" "Type": U8 Hex = NEG_TYPE_NAMES;
        NEGREQ_FLAGS "rdp.negReq.flags" "Flags": U8 Hex;
        NEGREQ_FLAGS_RESTRICTED_ADMIN_MODE_REQ "rdp.negReq.flags.restricted_admin_mode_req" "Restricted admin mode required": Bool(8) & 0x1;
        NEGREQ_FLAGS_CORRELATION_INFO_PRESENT "rdp.negReq.flags.correlation_info_present" "Correlation info present": Bool(8) & 0x8;
        NEG_LENGTH "rdp.neg_length" "Length": U16 Dec;
        NEGREQ_REQUESTEDPROTOCOLS "rdp.negReq.requestedProtocols" "requestedProtocols": U32 Hex;
        NEGREQ_REQUESTEDPROTOCOLS_SSL "rdp.negReq.requestedProtocols.ssl" "TLS security supported": Bool(32) & 0x1;
        NEGREQ_REQUESTEDPROTOCOLS_HYBRID "rdp.negReq.requestedProtocols.hybrid" "CredSSP supported": Bool(32) & 0x2;
        NEGREQ_REQUESTEDPROTOCOLS_RDSTLS "rdp.negReq.requestedProtocols.rdstls" "RDSTLS supported": Bool(32) & 0x4;
        NEGREQ_REQUESTEDPROTOCOLS_HYBRID_EX "rdp.negReq.requestedProtocols.hybrid_ex" "CredSSP with Early User Authorization Result PDU supported": Bool(32) & 0x8;
        NEGRSP_FLAGS "rdp.negRsp.flags" "Flags": U8 Hex;
        NEGRSP_FLAGS_EXTENDED_CLIENT_DATA_SUPPORTED "rdp.negRsp.flags.extended_client_data_supported" "Extended Client Data Blocks supported": Bool(8) & 0x1;
        NEGRSP_FLAGS_DYNVC_GFX_PROTOCOL_SUPPORTED "rdp.negRsp.flags.dynvc_gfx_protocol_supported" "Graphics Pipeline Extension Protocol supported": Bool(8) & 0x2;
        NEGRSP_FLAGS_RESTRICTED_ADMIN_MODE_SUPPORTED "rdp.negRsp.flags.restricted_admin_mode_supported" "Restricted admin mode supported": Bool(8) & 0x8;
        NEGRSP_FLAGS_RESTRICTED_AUTHENTICATION_MODE_SUPPORTED "rdp.negRsp.flags.restricted_authentication_mode_supported" "Restricted authentication mode supported": Bool(8) & 0x10;
        NEGREQ_SELECTEDPROTOCOL "rdp.negReq.selectedProtocol" "selectedProtocol": U32 Hex = NEGREQ_SELECTEDPROTOCOL_NAMES;
        NEGFAILURE_FAILURECODE "rdp.negFailure.failureCode" "failureCode": U32 Hex = NEGFAILURE_FAILURECODE_NAMES;
        CLIENT_DATA "rdp.clientData" "ClientData": None;
        CLIENT_CORE_DATA "rdp.client.coreData" "clientCoreData": None;
        CLIENT_SECURITY_DATA "rdp.client.securityData" "clientSecurityData": None;
        CLIENT_NETWORK_DATA "rdp.client.networkData" "clientNetworkData": None;
        CLIENT_CLUSTER_DATA "rdp.client.clusterData" "clientClusterData": None;
        SERVER_DATA "rdp.serverData" "ServerData": None;
        SERVER_CORE_DATA "rdp.server.coreData" "serverCoreData": None;
        SERVER_SECURITY_DATA "rdp.server.securityData" "serverSecurityData": None;
        SERVER_NETWORK_DATA "rdp.server.networkData" "serverNetworkData": None;
        CLIENT_INFO_PDU "rdp.clientInfoPDU" "clientInfoPDU": None;
        HEADER_TYPE "rdp.header.type" "headerType": U16 Hex = HEADER_TYPE_NAMES;
        HEADER_LENGTH "rdp.header.length" "headerLength": U16 Dec;
        VERSION_MAJOR "rdp.version.major" "versionMajor": U16 Dec;
        VERSION_MINOR "rdp.version.minor" "versionMinor": U16 Dec;
        DESKTOP_WIDTH "rdp.desktop.width" "desktopWidth": U16 Dec;
        DESKTOP_HEIGHT "rdp.desktop.height" "desktopHeight": U16 Dec;
        COLOR_DEPTH "rdp.colorDepth" "colorDepth": U16 Hex = COLOR_DEPTH_NAMES;
        SASSEQUENCE "rdp.SASSequence" "SASSequence": U16 Dec;
        KEYBOARD_LAYOUT "rdp.keyboardLayout" "keyboardLayout": U32 Dec;
        CLIENT_BUILD "rdp.client.build" "clientBuild": U32 Dec;
        CLIENT_NAME "rdp.client.name" "clientName": StrZ;
        KEYBOARD_TYPE "rdp.keyboard.type" "keyboardType": U32 Dec = KEYBOARD_TYPE_NAMES;
        KEYBOARD_SUBTYPE "rdp.keyboard.subtype" "keyboardSubType": U32 Dec;
        KEYBOARD_FUNCTIONKEY "rdp.keyboard.functionkey" "keyboardFunctionKey": U32 Dec;
        IME_FILE_NAME "rdp.imeFileName" "imeFileName": Bytes;
        POST_BETA2COLOR_DEPTH "rdp.postBeta2ColorDepth" "postBeta2ColorDepth": U16 Hex = COLOR_DEPTH_NAMES;
        CLIENT_PRODUCT_ID "rdp.client.productId" "clientProductId": U16 Dec;
        SERIAL_NUMBER "rdp.serialNumber" "serialNumber": U32 Dec;
        HIGH_COLOR_DEPTH "rdp.highColorDepth" "highColorDepth": U16 Hex = HIGH_COLOR_DEPTH_NAMES;
        SUPPORTED_COLOR_DEPTHS "rdp.supportedColorDepths" "supportedColorDepths": U16 Hex;
        EARLY_CAPABILITY_FLAGS "rdp.earlyCapabilityFlags" "earlyCapabilityFlags": U16 Dec;
        CLIENT_DIG_PRODUCT_ID "rdp.client.digProductId" "clientDigProductId": StrZ;
        CONNECTION_TYPE "rdp.connectionType" "connectionType": U8 Dec = CONNECTION_TYPE_NAMES;
        PAD1OCTET "rdp.pad1octet" "pad1octet": U8 Hex;
        SERVER_SELECTED_PROTOCOL "rdp.serverSelectedProtocol" "serverSelectedProtocol": U32 Dec;
        ENCRYPTION_METHODS "rdp.encryptionMethods" "encryptionMethods": Bytes;
        EXT_ENCRYPTION_METHODS "rdp.extEncryptionMethods" "extEncryptionMethods": Bytes;
        CLUSTER_FLAGS "rdp.clusterFlags" "clusterFlags": U32 Hex;
        REDIRECTED_SESSION_ID "rdp.redirectedSessionId" "redirectedSessionId": U32 Hex;
        ENCRYPTION_METHOD "rdp.encryptionMethod" "encryptionMethod": U32 Hex = ENCRYPTION_METHOD_NAMES;
        ENCRYPTION_LEVEL "rdp.encryptionLevel" "encryptionLevel": U32 Hex = ENCRYPTION_LEVEL_NAMES;
        SERVER_RANDOM_LEN "rdp.serverRandomLen" "serverRandomLen": U32 Dec;
        SERVER_CERT_LEN "rdp.serverCertLen" "serverCertLen": U32 Dec;
        SERVER_RANDOM "rdp.serverRandom" "serverRandom": Bytes;
        SERVER_CERTIFICATE "rdp.serverCertificate" "serverCertificate": Bytes;
        CLIENT_REQUESTED_PROTOCOLS "rdp.client.requestedProtocols" "clientRequestedProtocols": U32 Hex;
        MCSCHANNEL_ID "rdp.MCSChannelId" "MCSChannelId": U16 Dec;
        CHANNEL_COUNT "rdp.channelCount" "channelCount": U16 Dec;
        CHANNEL_ID_ARRAY "rdp.channelIdArray" "channelIdArray": None;
        CHANNEL_DEF_ARRAY "rdp.channelDefArray" "channelDefArray": None;
        CHANNEL_DEF "rdp.channelDef" "channelDef": None;
        NAME "rdp.name" "name": Str;
        OPTIONS "rdp.options" "options": U32 Hex;
        OPTIONS_INITIALIZED "rdp.options.initialized" "optionsInitialized": U32 Hex & 0x80000000;
        OPTIONS_ENCRYPT_RDP "rdp.options.encrypt.rdp" "encryptRDP": U32 Hex & 0x40000000;
        OPTIONS_ENCRYPT_SC "rdp.options.encrypt.sc" "encryptSC": U32 Hex & 0x20000000;
        OPTIONS_ENCRYPT_CS "rdp.options.encrypt.cs" "encryptCS": U32 Hex & 0x10000000;
        OPTIONS_PRIORITY_HIGH "rdp.options.priority.high" "priorityHigh": U32 Hex & 0x8000000;
        OPTIONS_PRIORITY_MED "rdp.options.priority.med" "priorityMed": U32 Hex & 0x4000000;
        OPTIONS_PRIORITY_LOW "rdp.options.priority.low" "priorityLow": U32 Hex & 0x2000000;
        OPTIONS_COMPRESS_RDP "rdp.options.compress.rdp" "compressRDP": U32 Hex & 0x800000;
        OPTIONS_COMPRESS "rdp.options.compress" "compress": U32 Hex & 0x400000;
        OPTIONS_SHOWPROTOCOL "rdp.options.showprotocol" "showProtocol": U32 Hex & 0x200000;
        OPTIONS_REMOTECONTROLPERSISTENT "rdp.options.remotecontrolpersistent" "remoteControlPersistent": U32 Hex & 0x100000;
    }
}

names! {
    HEADER_TYPE_NAMES {
        3073 => "serverCoreData", 3074 => "serverSecurityData", 3075 => "serverNetworkData",
        3076 => "serverMsgChannelData", 3080 => "serverMultiTransportData", 49153 => "clientCoreData",
        49154 => "clientSecurityData", 49155 => "clientNetworkData", 49156 => "clientClusterData",
        49157 => "clientMonitorData", 49158 => "clientMsgChannelData", 49160 => "clientMonitorExData",
        49162 => "clientMultiTransportData",
    }
    COLOR_DEPTH_NAMES {
        51712 => "4 bits-per-pixel (bpp)", 51713 => "8 bits-per-pixel (bpp)", 51714 => "15-bit 555 RGB mask",
        51715 => "16-bit 565 RGB mask", 51716 => "24-bit RGB mask",
    }
    KEYBOARD_TYPE_NAMES {
        1 => "IBM PC/XT or compatible (83-key) keyboard", 2 => "Olivetti \"ICO\" (102-key) keyboard",
        3 => "IBM PC/AT (84-key) and similar keyboards", 4 => "IBM enhanced (101-key or 102-key) keyboard",
        5 => "Noki 1050 and similar keyboards", 6 => "Nokia 9140 and similar keyboards", 7 => "Japanese keyboard",
    }
    HIGH_COLOR_DEPTH_NAMES {
        4 => "4 bits-per-pixel (bpp)", 8 => "8 bits-per-pixel (bpp)", 15 => "15-bit 555 RGB mask",
        16 => "16-bit 565 RGB mask", 24 => "24-bit RGB mask",
    }
    CONNECTION_TYPE_NAMES {
        1 => "Modem (56 Kbps)", 2 => "Low-speed broadband (256 Kbps - 2Mbps)",
        3 => "Satellite (2 Mbps - 16Mbps with high latency)", 4 => "High-speed broadband (2 Mbps - 10Mbps)",
        5 => "WAN (10 Mbps or higher with high latency)", 6 => "LAN (10 Mbps or higher)", 7 => "Auto Detect",
    }
    pub(super) ENCRYPTION_METHOD_NAMES {
        0 => "None", 1 => "40-bit RC4", 2 => "128-bit RC4", 8 => "56-bit RC4", 16 => "FIPS140-1 3DES",
    }
    pub(super) ENCRYPTION_LEVEL_NAMES {
        0 => "None", 1 => "Low", 2 => "Client Compatible", 3 => "High", 4 => "FIPS140-1",
    }

    NEG_TYPE_NAMES {
        1 => "RDP Negotiation Request",
        2 => "RDP Negotiation Response",
        3 => "RDP Negotiation Failure",
        6 => "RDP Correlation Info",
    }
    NEGREQ_SELECTEDPROTOCOL_NAMES {
        0 => "Standard RDP Security",
        1 => "TLS 1.0, 1.1 or 1.2",
        2 => "CredSSP",
        4 => "RDSTLS protocol",
        8 => "CredSSP with Early User Authorization Result PDU",
    }
    NEGFAILURE_FAILURECODE_NAMES {
        1 => "TLS required by server",
        2 => "TLS not allowed by server",
        3 => "TLS certificate not on server",
        4 => "Inconsistent flags",
        5 => "Server requires Enhanced RDP Security with CredSSP",
        6 => "Server requires Enhanced RDP Security with TLS and certificate-based client authentication",
    }
}

const REQUEST: u8 = 1;
const RESPONSE: u8 = 2;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("RDP");
    cx.info_clear();
    match c.rest() {
        [_, 0xc0, ..] => return super::rdp_settings::client(cx, c),
        [_, 0x0c, ..] => return super::rdp_settings::server(cx, c),
        _ => (),
    }
    if c.rest().starts_with(b"Cookie: ") {
        let n = c.rest().windows(2).position(|w| w == b"\r\n").map_or(c.left(), |n| n + 2);
        let cookie = cx.bytes(RT_COOKIE, &mut c, n)?;
        // Ends of lines are shown as spaces.
        let line = cookie.strip_suffix(b"\r\n").unwrap_or(cookie);
        cx.info(|o| _ = o.text(line).s("  "));
    }
    if c.left() < 8 {
        return Ok(());
    }
    let kind = c.peek_u8(0)?;
    cx.u8(NEG_TYPE, &mut c)?;
    match kind {
        REQUEST => {
            cx.info_sep(", ", |o| _ = o.s("Negotiate Request"));
            let bits = [NEGREQ_FLAGS_RESTRICTED_ADMIN_MODE_REQ, NEGREQ_FLAGS_CORRELATION_INFO_PRESENT];
            cx.flags(NEGREQ_FLAGS, &mut c, 1, &bits)?;
            cx.u16_le(NEG_LENGTH, &mut c)?;
            let bits = [
                NEGREQ_REQUESTEDPROTOCOLS_SSL,
                NEGREQ_REQUESTEDPROTOCOLS_HYBRID,
                NEGREQ_REQUESTEDPROTOCOLS_RDSTLS,
                NEGREQ_REQUESTEDPROTOCOLS_HYBRID_EX,
            ];
            cx.flags_le(NEGREQ_REQUESTEDPROTOCOLS, &mut c, 4, &bits)?;
        }
        RESPONSE => {
            cx.info_sep(", ", |o| _ = o.s("Negotiate Response"));
            let bits = [
                NEGRSP_FLAGS_EXTENDED_CLIENT_DATA_SUPPORTED,
                NEGRSP_FLAGS_DYNVC_GFX_PROTOCOL_SUPPORTED,
                NEGRSP_FLAGS_RESTRICTED_ADMIN_MODE_SUPPORTED,
                NEGRSP_FLAGS_RESTRICTED_AUTHENTICATION_MODE_SUPPORTED,
            ];
            cx.flags(NEGRSP_FLAGS, &mut c, 1, &bits)?;
            cx.u16_le(NEG_LENGTH, &mut c)?;
            cx.u32_le(NEGREQ_SELECTEDPROTOCOL, &mut c)?;
        }
        _ => {
            cx.info_sep(", ", |o| _ = o.s("Negotiate Failure"));
            c.skip(1)?;
            cx.u16_le(NEG_LENGTH, &mut c)?;
            cx.u32_le(NEGFAILURE_FAILURECODE, &mut c)?;
        }
    }
    Ok(())
}
