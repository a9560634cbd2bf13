//! Internet Key Exchange: ISAKMP and IKEv1 (RFC 2408, 2409), IKEv2 (RFC 7296), and their fragments
//! (RFC 7383).

mod attribute;
mod names;
mod payload;

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, proto};

proto! {
    ISAKMP "isakmp" "Internet Security Association and Key Management Protocol" "ISAKMP" App
    on [Udp 500, Tcp 500]
    fields {
        CERTREQ_TYPE "isakmp.certreq.type" "Certificate Type": U8 Dec = names::CERT_ENCODING;
        CRITICALPAYLOAD "isakmp.criticalpayload" "Critical Bit": Bool(8) & 0x80 = requin_wire::Names::Bools("Critical", "Not critical");
        DATAPAYLOAD "isakmp.datapayload" "Data Payload": Bytes;
        ENC_DATA "isakmp.enc.data" "Encrypted Data": None;
        ENC_IV "isakmp.enc.iv" "Initialization Vector": Bytes;
        EXCHANGETYPE "isakmp.exchangetype" "Exchange type": U8 Dec = names::EXCHANGETYPE;
        EXTRADATA "isakmp.extradata" "Extra data": Bytes;
        FLAG_A "isakmp.flag_a" "Authentication": Bool(8) & 0x4 = requin_wire::Names::Bools("Authentication", "No authentication");
        FLAG_C "isakmp.flag_c" "Commit": Bool(8) & 0x2 = requin_wire::Names::Bools("Commit", "No commit");
        FLAG_E "isakmp.flag_e" "Encryption": Bool(8) & 0x1 = requin_wire::Names::Bools("Encrypted", "Not encrypted");
        FLAG_I "isakmp.flag_i" "Initiator": Bool(8) & 0x8 = requin_wire::Names::Bools("Initiator", "Responder");
        FLAG_R "isakmp.flag_r" "Response": Bool(8) & 0x20 = requin_wire::Names::Bools("Response", "Request");
        FLAG_V "isakmp.flag_v" "Version": Bool(8) & 0x10 = requin_wire::Names::Bools("A higher version enabled", "No higher version");
        FLAGS "isakmp.flags" "Flags": U8 Hex;
        FRAG_NUMBER "isakmp.frag.number" "Fragment Number": U16 Dec;
        FRAG_TOTAL "isakmp.frag.total" "Total Fragments": U16 Dec;
        ID_DATA "isakmp.id.data" "Identification Data:": None;
        ID_DATA_FQDN "isakmp.id.data.fqdn" "ID_FQDN": Str;
        ID_DATA_IPV4_ADDR "isakmp.id.data.ipv4_addr" "ID_IPV4_ADDR": Ipv4;
        ID_PORT "isakmp.id.port" "Port": U16 Dec;
        ID_PROTOID "isakmp.id.protoid" "Protocol ID": U8 Dec = crate::network::PROTOCOLS;
        ID_TYPE "isakmp.id.type" "ID type": U8 Dec = names::ID_TYPE;
        IKE_ATTR_AUTHENTICATION_METHOD "isakmp.ike.attr.authentication_method" "Authentication Method": U16 Dec = names::IKE_ATTR_AUTHENTICATION_METHOD;
        IKE_ATTR_ENCRYPTION_ALGORITHM "isakmp.ike.attr.encryption_algorithm" "Encryption Algorithm": U16 Dec = names::IKE_ATTR_ENCRYPTION_ALGORITHM;
        IKE_ATTR_FORMAT "isakmp.ike.attr.format" "Format": Bool(16) & 0x8000 = requin_wire::Names::Bools("Type/Value (TV)", "Type/Length/Value (TLV)");
        IKE_ATTR_GROUP_DESCRIPTION "isakmp.ike.attr.group_description" "Group Description": U16 Dec = names::NOTIFY_DATA_ACCEPTED_DH_GROUP;
        IKE_ATTR_HASH_ALGORITHM "isakmp.ike.attr.hash_algorithm" "HASH Algorithm": U16 Dec = names::IKE_ATTR_HASH_ALGORITHM;
        IKE_ATTR_KEY_LENGTH "isakmp.ike.attr.key_length" "Key Length": U16 Dec;
        IKE_ATTR_LENGTH "isakmp.ike.attr.length" "Length": U16 Dec;
        IKE_ATTR_LIFE_DURATION "isakmp.ike.attr.life_duration" "Life Duration": U32 Dec;
        IKE_ATTR_LIFE_TYPE "isakmp.ike.attr.life_type" "Life Type": U16 Dec = names::IPSEC_ATTR_LIFE_TYPE;
        IKE_ATTR_TYPE "isakmp.ike.attr.type" "Type": U16 Dec = names::IKE_ATTR_TYPE;
        IKE_ATTR_VALUE "isakmp.ike.attr.value" "Value": Bytes;
        IKE_NAT_HASH "isakmp.ike.nat_hash" "HASH of the address and port": Bytes;
        IKE2_ATTR_FORMAT "isakmp.ike2.attr.format" "Format": Bool(16) & 0x8000 = requin_wire::Names::Bools("Type/Value (TV)", "Type/Length/Value (TLV)");
        IKE2_ATTR_KEY_LENGTH "isakmp.ike2.attr.key_length" "Key Length": U16 Dec;
        IKE2_ATTR_TYPE "isakmp.ike2.attr.type" "Type": U16 Dec = names::IKE2_ATTR_TYPE;
        IKE2_ATTR_VALUE "isakmp.ike2.attr.value" "Value": Bytes;
        ISPI "isakmp.ispi" "Initiator SPI": Bytes;
        KEY_EXCHANGE_DATA "isakmp.key_exchange.data" "Key Exchange Data": Bytes;
        KEY_EXCHANGE_DH_GROUP "isakmp.key_exchange.dh_group" "DH Group #": U16 Dec = names::NOTIFY_DATA_ACCEPTED_DH_GROUP;
        LENGTH "isakmp.length" "Length": U32 Dec;
        MESSAGEID "isakmp.messageid" "Message ID": U32 Hex;
        MJVER "isakmp.mjver" "MjVer": U8 Hex & 0xf0;
        MNVER "isakmp.mnver" "MnVer": U8 Hex & 0xf;
        NEXTPAYLOAD "isakmp.nextpayload" "Next payload": U8 Dec = names::TYPEPAYLOAD;
        NONCE "isakmp.nonce" "Nonce DATA": Bytes;
        NOTIFY_DATA "isakmp.notify.data" "Notification DATA": Bytes;
        NOTIFY_DATA_ACCEPTED_DH_GROUP "isakmp.notify.data.accepted_dh_group" "Accepted DH group number": U16 Dec = names::NOTIFY_DATA_ACCEPTED_DH_GROUP;
        NOTIFY_DATA_REDIRECT_GW_IDENT_LEN "isakmp.notify.data.redirect.gw_ident.len" "Gateway Identity Length": U8 Dec;
        NOTIFY_DATA_REDIRECT_GW_IDENT_TYPE "isakmp.notify.data.redirect.gw_ident.type" "Gateway Identity Type": U8 Dec = names::NOTIFY_DATA_REDIRECT_GW_IDENT_TYPE;
        NOTIFY_DATA_REDIRECT_NEW_RESP_GW_IDENT_FQDN "isakmp.notify.data.redirect.new_resp_gw_ident.fqdn" "New Responder Gateway Identity (FQDN)": Str;
        NOTIFY_DATA_REDIRECT_NONCE_DATA "isakmp.notify.data.redirect.nonce_data" "Redirect Nonce Data": Bytes;
        NOTIFY_DATA_REDIRECT_ORG_RESP_GW_IDENT_IPV4 "isakmp.notify.data.redirect.org_resp_gw_ident.ipv4" "Original Responder Gateway Identity (IPv4)": Ipv4;
        NOTIFY_DATA_SIGNATURE_HASH_ALGORITHMS "isakmp.notify.data.signature_hash_algorithms" "Supported Signature Hash Algorithm": U16 Dec = names::NOTIFY_DATA_SIGNATURE_HASH_ALGORITHMS;
        NOTIFY_DOI "isakmp.notify.doi" "Domain of interpretation": U32 Dec = names::SA_DOI;
        NOTIFY_MSGTYPE "isakmp.notify.msgtype" "Notify Message Type": U16 Dec = names::NOTIFY_MSGTYPE;
        NOTIFY_PROTOID "isakmp.notify.protoid" "Protocol ID": U32 Dec = names::PROP_PROTOID;
        PAYLOADLENGTH "isakmp.payloadlength" "Payload length": U16 Dec;
        PROP_NUMBER "isakmp.prop.number" "Proposal number": U8 Dec;
        PROP_PROTOID "isakmp.prop.protoid" "Protocol ID": U32 Dec = names::PROP_PROTOID;
        PROP_TRANSFORMS "isakmp.prop.transforms" "Proposal transforms": U8 Dec;
        RESERVED "isakmp.reserved" "Reserved": Bytes;
        RESERVED7 "isakmp.reserved7" "Reserved": U8 Hex & 0x7f;
        RSPI "isakmp.rspi" "Responder SPI": Bytes;
        SA_DOI "isakmp.sa.doi" "Domain of interpretation": U32 Dec = names::SA_DOI;
        SA_SITUATION "isakmp.sa.situation" "Situation": Bytes;
        SA_SITUATION_IDENTITY_ONLY "isakmp.sa.situation.identity_only" "Identity Only": Bool(32) & 0x1;
        SA_SITUATION_INTEGRITY "isakmp.sa.situation.integrity" "Integrity": Bool(32) & 0x4;
        SA_SITUATION_SECRECY "isakmp.sa.situation.secrecy" "Secrecy": Bool(32) & 0x2;
        SAK_NEXTPAYLOAD "isakmp.sak.nextpayload" "Next Payload": U8 Dec;
        SAK_PAYLOAD_LEN "isakmp.sak.payload_len" "Payload length": U16 Dec;
        SAK_PROTOID "isakmp.sak.protoid" "Protocol ID": U8 Dec = crate::network::PROTOCOLS;
        SAK_RESERVED "isakmp.sak.reserved" "Reserved": U8 Dec;
        SAK_SRC_ID_LENGTH "isakmp.sak.src_id_length" "SRC ID Data Length": U8 Dec;
        SAK_SRC_ID_PORT "isakmp.sak.src_id_port" "SRC ID Port": U16 Dec;
        SAK_SRC_ID_TYPE "isakmp.sak.src_id_type" "SRC ID Type": U8 Dec = names::SAK_SRC_ID_TYPE;
        SPI "isakmp.spi" "SPI": Bytes;
        SPISIZE "isakmp.spisize" "SPI Size": U8 Dec;
        TF_ID "isakmp.tf.id" "Transform ID": U16 Dec;
        TF_ID_DH "isakmp.tf.id.dh" "Transform ID (D-H)": U16 Dec = names::NOTIFY_DATA_ACCEPTED_DH_GROUP;
        TF_ID_ENCR "isakmp.tf.id.encr" "Transform ID (ENCR)": U16 Dec = names::TF_ID_ENCR;
        TF_ID_INTEG "isakmp.tf.id.integ" "Transform ID (INTEG)": U16 Dec = names::NOTIFY_DATA_ROHC_ATTR_INTEG;
        TF_ID_PRF "isakmp.tf.id.prf" "Transform ID (PRF)": U16 Dec = names::TF_ID_PRF;
        TF_TYPE "isakmp.tf.type" "Transform Type": U8 Dec = names::TF_TYPE;
        TRANS_ID "isakmp.trans.id" "Transform ID": U8 Dec;
        TRANS_NUMBER "isakmp.trans.number" "Transform number": U8 Dec;
        TYPEPAYLOAD "isakmp.typepayload" "Payload": U8 Dec = names::TYPEPAYLOAD;
        VERSION "isakmp.version" "Version": U8 Hex;
        VID_CISCO_UNITY_MAJOR "isakmp.vid.cisco_unity.major" "CISCO-UNITY Major version": U8 Dec;
        VID_CISCO_UNITY_MINOR "isakmp.vid.cisco_unity.minor" "CISCO-UNITY Minor version": U8 Dec;
        VID_BYTES "isakmp.vid_bytes" "Vendor ID": Bytes;
        VID_STRING "isakmp.vid_string" "Vendor ID": Str;
        CERT_DATA "isakmp.cert.data" "Certificate Data": None;
        CERT_ENCODING "isakmp.cert.encoding" "Certificate Encoding": U8 Dec = names::CERT_ENCODING;
        HASH "isakmp.hash" "Hash DATA": Bytes;
        SIG "isakmp.sig" "Signature DATA": Bytes;
        AUTH_METHOD "isakmp.auth.method" "Authentication Method": U8 Dec = names::AUTH_METHOD;
        AUTH_DATA "isakmp.auth.data" "Authentication Data": Bytes;
        DELETE_DOI "isakmp.delete.doi" "Domain of interpretation": U32 Dec = names::SA_DOI;
        DELETE_PROTOID "isakmp.delete.protoid" "Protocol ID": U32 Dec = names::PROP_PROTOID;
        DELETE_SPI "isakmp.delete.spi" "Delete SPI": Bytes;
        SPINUM "isakmp.spinum" "Number of SPIs": U16 Dec;
        ID_DATA_IPV6_ADDR "isakmp.id.data.ipv6_addr" "ID_IPV6_ADDR": Ipv6;
        ID_DATA_USER_FQDN "isakmp.id.data.user_fqdn" "ID_FQDN": Str;
        ID_DATA_KEY_ID "isakmp.id.data.key_id" "ID_KEY_ID": Bytes;
        NOTIFY_DATA_UNITY_LOAD_BALANCE "isakmp.notify.data.unity.load_balance" "UNITY LOAD BALANCE": Ipv4;

        IKE_ATTR "isakmp.ike.attr" "IKE Attribute": None;
        IKE2_ATTR "isakmp.ike2.attr" "Transform Attribute": None;
    }
}

/// UDP port 4500: IKE, ESP and keepalives beside each other (RFC 3948).
pub mod udpencap {
    use requin_wire::{Cursor, Cx, Sink, Step, Table, Value, proto};

    proto! {
        UDPENCAP "udpencap" "UDP Encapsulation of IPsec Packets" "UDPENCAP" Carrier
        on [Udp 4500]
        fields {
            NAT_KEEPALIVE "udpencap.nat_keepalive" "NAT-keepalive packet": None;
            NON_ESP_MARKER "udpencap.non_esp_marker" "Non-ESP Marker": None;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("UDPENCAP");
        cx.info_clear();
        if c.left() == 1 && c.peek_u8(0)? == 0xff {
            cx.info(|o| _ = o.s("NAT-keepalive"));
            cx.add(NAT_KEEPALIVE, c.span(1), Value::None);
            return Ok(());
        }
        if c.peek_u32(0)? == 0 {
            cx.info(|o| _ = o.s("ISAKMP"));
            cx.add(NON_ESP_MARKER, c.span(4), Value::None);
            cx.proto_len(4);
            c.skip(4)?;
            return crate::meta::data::unless_declined(cx, super::ID, c);
        }
        cx.info(|o| _ = o.s("ESP"));
        cx.proto_len(0);
        if cx.dispatch(Table::IpProto, 50, c)? {
            return Ok(());
        }
        cx.call(crate::meta::data::ID, c)
    }
}

/// Length of the header.
const HEADER: usize = 28;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEADER>().map_err(|_| Stop::NotMine)?;
    let (next, version, exchange, flags) = (h[16], h[17], h[18], h[19]);
    let v2 = version >> 4 == 2;
    if !matches!(version >> 4, 1 | 2) {
        return Err(Stop::NotMine);
    }
    let id = u32::from_be_bytes([h[20], h[21], h[22], h[23]]);
    cx.protocol("ISAKMP");
    cx.info(|o| {
        match names::EXCHANGETYPE.find(u64::from(exchange)) {
            Some(name) => o.s(name),
            None => o.s("Unknown ").u(exchange),
        };
        if v2 {
            o.s(" MID=").u0(id, 2);
            o.s(if flags & 8 != 0 { " Initiator" } else { " Responder" });
            o.s(if flags & 32 != 0 { " Response" } else { " Request" });
        }
    });
    let all = c;
    cx.field(ISPI, &mut c, 8)?;
    cx.field(RSPI, &mut c, 8)?;
    cx.field(NEXTPAYLOAD, &mut c, 1)?;
    let item = cx.peek(VERSION, &c, 1)?;
    cx.label(item, |o| _ = o.s("Version: ").u(version >> 4).s(".").u(version & 15));
    cx.under(item, |cx| -> Step {
        cx.peek(MJVER, &c, 1)?;
        cx.peek(MNVER, &c, 1).map(|_| ())
    })?;
    c.skip(1)?;
    cx.field(EXCHANGETYPE, &mut c, 1)?;
    let bits: &[_] = if v2 { &[FLAG_I, FLAG_V, FLAG_R] } else { &[FLAG_E, FLAG_C, FLAG_A] };
    let (_, item) = cx.flags(FLAGS, &mut c, 1, bits)?;
    if v2 {
        cx.append(item, |o| {
            o.s(if flags & 8 != 0 { " (Initiator, " } else { " (Responder, " });
            o.s(if flags & 16 != 0 { "A higher version enabled, " } else { "No higher version, " });
            o.s(if flags & 32 != 0 { "Response)" } else { "Request)" });
        });
    }
    cx.field(MESSAGEID, &mut c, 4)?;
    let length = c.peek_uint(0, 4)? as usize;
    // Nothing more is shown of a message that was cut.
    if all.within(length).is_cut() {
        return Err(Stop::Cut);
    }
    cx.field(LENGTH, &mut c, 4)?;
    let mut body = all.within(length.max(HEADER));
    body.skip(HEADER)?;
    if !v2 && flags & 1 != 0 {
        let n = body.left();
        let item = cx.add(ENC_DATA, body.span(n), Value::None);
        cx.append(item, |o| _ = o.s(" (").u(n as u64).s(" bytes)"));
        return Ok(());
    }
    payload::chain(cx, v2, next, &mut body, 0)?;
    c = all;
    c.advance(length.max(HEADER));
    if !c.is_empty() && length > HEADER {
        let n = c.left();
        cx.field(EXTRADATA, &mut c, n)?;
    }
    Ok(())
}
