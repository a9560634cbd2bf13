//! Kerberos 5, RFC 4120: tickets, and how they are asked for and shown. What is encrypted is shown as it stands.

mod address;
mod asn1;
pub mod krb4;
mod messages;
mod names;
mod padata;

use requin_wire::{Cursor, Cx, Names, Pdu, Sink, Stage, Step, Stop, TransportKind, proto};

proto! {
    KERBEROS "kerberos" "Kerberos" "KRB5" App
    on [Udp 88, Tcp 88]
    frames sized [frames]
    fields {
        RM_RESERVED "kerberos.rm.reserved" "Reserved": Bool(32) & 0x80000000 = Names::Bools("Set", "Not set");
        RM_LENGTH "kerberos.rm.length" "Record Length": U32 Dec & 0x7fffffff;
        PW_SALT "kerberos.pw_salt" "pw-salt": Bytes;
        SMB_NT_STATUS "kerberos.smb.nt_status" "NT Status": U32 Hex = crate::application::smb::status::NT_STATUS;
        EXT_ERROR_RESERVED "kerberos.ext_error.reserved" "Reserved": U32 Hex;
        EXT_ERROR_FLAGS "kerberos.ext_error.flags" "Flags": U32 Hex;
        ADDR_IP "kerberos.addr_ip" "IP Address": Ipv4;
        ADDR_IPV6 "kerberos.addr_ipv6" "IPv6 Address": Ipv6;
        ADDR_NB "kerberos.addr_nb" "NetBIOS Address": Str;
        SUPPORTED_ENTYPES "kerberos.supported_entypes" "SupportedEnctypes": U32 Hex;
        SUPPORTED_ENTYPES_DES_CBC_CRC "kerberos.supported_entypes.des-cbc-crc" "des-cbc-crc": Bool(32) & 0x1 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_DES_CBC_MD5 "kerberos.supported_entypes.des-cbc-md5" "des-cbc-md5": Bool(32) & 0x2 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_RC4_HMAC "kerberos.supported_entypes.rc4-hmac" "rc4-hmac": Bool(32) & 0x4 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_AES128_CTS_HMAC_SHA1_96 "kerberos.supported_entypes.aes128-cts-hmac-sha1-96" "aes128-cts-hmac-sha1-96": Bool(32) & 0x8 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_AES256_CTS_HMAC_SHA1_96 "kerberos.supported_entypes.aes256-cts-hmac-sha1-96" "aes256-cts-hmac-sha1-96": Bool(32) & 0x10 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_FAST_SUPPORTED "kerberos.supported_entypes.fast-supported" "fast-supported": Bool(32) & 0x10000 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_COMPOUND_IDENTITY_SUPPORTED "kerberos.supported_entypes.compound-identity-supported" "compound-identity-supported": Bool(32) & 0x20000 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_CLAIMS_SUPPORTED "kerberos.supported_entypes.claims-supported" "claims-supported": Bool(32) & 0x40000 = Names::Bools("Supported", "Not supported");
        SUPPORTED_ENTYPES_RESOURCE_SID_COMPRESSION_DISABLED "kerberos.supported_entypes.resource-sid-compression-disabled" "resource-sid-compression-disabled": Bool(32) & 0x80000 = Names::Bools("Supported", "Not supported");
        TICKET_ELEMENT "kerberos.ticket_element" "ticket": None;
        AUTHENTICATOR_ELEMENT "kerberos.authenticator_element" "authenticator": None;
        AS_REQ_ELEMENT "kerberos.as_req_element" "as-req": None;
        AS_REP_ELEMENT "kerberos.as_rep_element" "as-rep": None;
        TGS_REQ_ELEMENT "kerberos.tgs_req_element" "tgs-req": None;
        TGS_REP_ELEMENT "kerberos.tgs_rep_element" "tgs-rep": None;
        AP_REQ_ELEMENT "kerberos.ap_req_element" "ap-req": None;
        AP_REP_ELEMENT "kerberos.ap_rep_element" "ap-rep": None;
        KRB_SAFE_ELEMENT "kerberos.krb_safe_element" "krb-safe": None;
        KRB_PRIV_ELEMENT "kerberos.krb_priv_element" "krb-priv": None;
        KRB_CRED_ELEMENT "kerberos.krb_cred_element" "krb-cred": None;
        KRB_ERROR_ELEMENT "kerberos.krb_error_element" "krb-error": None;
        NAME_TYPE "kerberos.name_type" "name-type": I32 Dec = names::NAME_TYPES;
        NAME_STRING "kerberos.name_string" "name-string": U32 Dec;
        KERBEROS_STRING "kerberos.KerberosString" "KerberosString": Str;
        CNAME_STRING "kerberos.cname_string" "cname-string": U32 Dec;
        CNAME_STRING_OF "kerberos.CNameString" "CNameString": Str;
        SNAME_STRING "kerberos.sname_string" "sname-string": U32 Dec;
        SNAME_STRING_OF "kerberos.SNameString" "SNameString": Str;
        ADDR_TYPE "kerberos.addr_type" "addr-type": I32 Dec = names::ADDR_TYPES;
        ADDRESS "kerberos.address" "address": Bytes;
        HOST_ADDRESS_ELEMENT "kerberos.HostAddress_element" "HostAddress": None;
        PADATA_TYPE "kerberos.padata_type" "padata-type": I32 Dec = names::PADATA_TYPES;
        PADATA_VALUE "kerberos.padata_value" "padata-value": Bytes;
        CKSUMTYPE "kerberos.cksumtype" "cksumtype": I32 Dec = names::CKSUM_TYPES;
        CHECKSUM "kerberos.checksum" "checksum": Bytes;
        ETYPE "kerberos.etype" "etype": I32 Dec = names::ETYPES;
        KVNO "kerberos.kvno" "kvno": U32 Dec;
        CIPHER "kerberos.cipher" "cipher": Bytes;
        TKT_VNO "kerberos.tkt_vno" "tkt-vno": U32 Dec;
        REALM "kerberos.realm" "realm": Str;
        SNAME_ELEMENT "kerberos.sname_element" "sname": None;
        ENC_PART_ELEMENT "kerberos.enc_part_element" "enc-part": None;
        FLAGS "kerberos.flags" "flags": Bytes;
        CREALM "kerberos.crealm" "crealm": Str;
        CNAME_ELEMENT "kerberos.cname_element" "cname": None;
        PVNO "kerberos.pvno" "pvno": U32 Dec;
        MSG_TYPE "kerberos.msg_type" "msg-type": I32 Dec = names::MESSAGES;
        PADATA "kerberos.padata" "padata": U32 Dec;
        PA_DATA_ELEMENT "kerberos.PA_DATA_element" "PA-DATA": None;
        REQ_BODY_ELEMENT "kerberos.req_body_element" "req-body": None;
        KDC_OPTIONS "kerberos.kdc_options" "kdc-options": Bytes;
        FROM "kerberos.from" "from": AbsTime Utc;
        TILL "kerberos.till" "till": AbsTime Utc;
        RTIME "kerberos.rtime" "rtime": AbsTime Utc;
        NONCE "kerberos.nonce" "nonce": U32 Dec;
        KDC_REQ_BODY_ETYPE "kerberos.kdc-req-body.etype" "etype": U32 Dec;
        ENCTYPE "kerberos.ENCTYPE" "ENCTYPE": I32 Dec = names::ETYPES;
        ADDRESSES "kerberos.addresses" "addresses": U32 Dec;
        ENC_AUTHORIZATION_DATA_ELEMENT "kerberos.enc_authorization_data_element" "enc-authorization-data": None;
        ADDITIONAL_TICKETS "kerberos.additional_tickets" "additional-tickets": U32 Dec;
        TICKET_ELEMENT_OF "kerberos.Ticket_element" "Ticket": None;
        AP_OPTIONS "kerberos.ap_options" "ap-options": Bytes;
        CUSEC "kerberos.cusec" "cusec": U32 Dec;
        CTIME "kerberos.ctime" "ctime": AbsTime Utc;
        SEQ_NUMBER "kerberos.seq_number" "seq-number": U32 Dec;
        SAFE_BODY_ELEMENT "kerberos.safe_body_element" "safe-body": None;
        USER_DATA "kerberos.user_data" "user-data": Bytes;
        TIMESTAMP "kerberos.timestamp" "timestamp": AbsTime Utc;
        USEC "kerberos.usec" "usec": U32 Dec;
        S_ADDRESS_ELEMENT "kerberos.s_address_element" "s-address": None;
        R_ADDRESS_ELEMENT "kerberos.r_address_element" "r-address": None;
        TICKETS "kerberos.tickets" "tickets": U32 Dec;
        STIME "kerberos.stime" "stime": AbsTime Utc;
        SUSEC "kerberos.susec" "susec": U32 Dec;
        ERROR_CODE "kerberos.error_code" "error-code": I32 Dec = names::ERRORS;
        E_TEXT "kerberos.e_text" "e-text": Str;
        E_DATA "kerberos.e_data" "e-data": Bytes;
        CKSUM_ELEMENT "kerberos.cksum_element" "cksum": None;
        E_CHECKSUM_ELEMENT "kerberos.e_checksum_element" "e-checksum": None;
        INFO_SALT "kerberos.info_salt" "salt": Bytes;
        ETYPE_INFO_ENTRY_ELEMENT "kerberos.ETYPE_INFO_ENTRY_element" "ETYPE-INFO-ENTRY": None;
        INFO2_SALT "kerberos.info2_salt" "salt": Str;
        S2KPARAMS "kerberos.s2kparams" "s2kparams": Bytes;
        ETYPE_INFO2_ENTRY_ELEMENT "kerberos.ETYPE_INFO2_ENTRY_element" "ETYPE-INFO2-ENTRY": None;
        INCLUDE_PAC "kerberos.include_pac" "include-pac": Bool;
        NAME_ELEMENT "kerberos.name_element" "name": None;
        AUTH "kerberos.auth" "auth": Str;
        ARMOR_TYPE "kerberos.armor_type" "armor-type": I32 Dec = names::ARMOR_TYPES;
        ARMOR_VALUE "kerberos.armor_value" "armor-value": Bytes;
        ARMORED_DATA_ELEMENT "kerberos.armored_data_element" "armored-data": None;
        ARMOR_ELEMENT "kerberos.armor_element" "armor": None;
        REQ_CHECKSUM_ELEMENT "kerberos.req_checksum_element" "req-checksum": None;
        ENC_FAST_REQ_ELEMENT "kerberos.enc_fast_req_element" "enc-fast-req": None;
        ENC_FAST_REP_ELEMENT "kerberos.enc_fast_rep_element" "enc-fast-rep": None;
        APOPTIONS_RESERVED "kerberos.APOptions.reserved" "reserved": Bool(8) & 0x80;
        APOPTIONS_USE_SESSION_KEY "kerberos.APOptions.use.session.key" "use-session-key": Bool(8) & 0x40;
        APOPTIONS_MUTUAL_REQUIRED "kerberos.APOptions.mutual.required" "mutual-required": Bool(8) & 0x20;
        KDCOPTIONS_RESERVED "kerberos.KDCOptions.reserved" "reserved": Bool(8) & 0x80;
        KDCOPTIONS_FORWARDABLE "kerberos.KDCOptions.forwardable" "forwardable": Bool(8) & 0x40;
        KDCOPTIONS_FORWARDED "kerberos.KDCOptions.forwarded" "forwarded": Bool(8) & 0x20;
        KDCOPTIONS_PROXIABLE "kerberos.KDCOptions.proxiable" "proxiable": Bool(8) & 0x10;
        KDCOPTIONS_PROXY "kerberos.KDCOptions.proxy" "proxy": Bool(8) & 0x8;
        KDCOPTIONS_ALLOW_POSTDATE "kerberos.KDCOptions.allow.postdate" "allow-postdate": Bool(8) & 0x4;
        KDCOPTIONS_POSTDATED "kerberos.KDCOptions.postdated" "postdated": Bool(8) & 0x2;
        KDCOPTIONS_UNUSED7 "kerberos.KDCOptions.unused7" "unused7": Bool(8) & 0x1;
        KDCOPTIONS_RENEWABLE "kerberos.KDCOptions.renewable" "renewable": Bool(8) & 0x80;
        KDCOPTIONS_UNUSED9 "kerberos.KDCOptions.unused9" "unused9": Bool(8) & 0x40;
        KDCOPTIONS_UNUSED10 "kerberos.KDCOptions.unused10" "unused10": Bool(8) & 0x20;
        KDCOPTIONS_OPT_HARDWARE_AUTH "kerberos.KDCOptions.opt.hardware.auth" "opt-hardware-auth": Bool(8) & 0x10;
        KDCOPTIONS_UNUSED12 "kerberos.KDCOptions.unused12" "unused12": Bool(8) & 0x8;
        KDCOPTIONS_UNUSED13 "kerberos.KDCOptions.unused13" "unused13": Bool(8) & 0x4;
        KDCOPTIONS_CONSTRAINED_DELEGATION "kerberos.KDCOptions.constrained.delegation" "constrained-delegation": Bool(8) & 0x2;
        KDCOPTIONS_CANONICALIZE "kerberos.KDCOptions.canonicalize" "canonicalize": Bool(8) & 0x1;
        KDCOPTIONS_REQUEST_ANONYMOUS "kerberos.KDCOptions.request.anonymous" "request-anonymous": Bool(8) & 0x80;
        KDCOPTIONS_UNUSED17 "kerberos.KDCOptions.unused17" "unused17": Bool(8) & 0x40;
        KDCOPTIONS_UNUSED18 "kerberos.KDCOptions.unused18" "unused18": Bool(8) & 0x20;
        KDCOPTIONS_UNUSED19 "kerberos.KDCOptions.unused19" "unused19": Bool(8) & 0x10;
        KDCOPTIONS_UNUSED20 "kerberos.KDCOptions.unused20" "unused20": Bool(8) & 0x8;
        KDCOPTIONS_UNUSED21 "kerberos.KDCOptions.unused21" "unused21": Bool(8) & 0x4;
        KDCOPTIONS_UNUSED22 "kerberos.KDCOptions.unused22" "unused22": Bool(8) & 0x2;
        KDCOPTIONS_UNUSED23 "kerberos.KDCOptions.unused23" "unused23": Bool(8) & 0x1;
        KDCOPTIONS_UNUSED24 "kerberos.KDCOptions.unused24" "unused24": Bool(8) & 0x80;
        KDCOPTIONS_UNUSED25 "kerberos.KDCOptions.unused25" "unused25": Bool(8) & 0x40;
        KDCOPTIONS_DISABLE_TRANSITED_CHECK "kerberos.KDCOptions.disable.transited.check" "disable-transited-check": Bool(8) & 0x20;
        KDCOPTIONS_RENEWABLE_OK "kerberos.KDCOptions.renewable.ok" "renewable-ok": Bool(8) & 0x10;
        KDCOPTIONS_ENC_TKT_IN_SKEY "kerberos.KDCOptions.enc.tkt.in.skey" "enc-tkt-in-skey": Bool(8) & 0x8;
        KDCOPTIONS_UNUSED29 "kerberos.KDCOptions.unused29" "unused29": Bool(8) & 0x4;
        KDCOPTIONS_RENEW "kerberos.KDCOptions.renew" "renew": Bool(8) & 0x2;
        KDCOPTIONS_VALIDATE "kerberos.KDCOptions.validate" "validate": Bool(8) & 0x1;
        PAC_OPTIONS_FLAGS_CLAIMS "kerberos.PAC.OPTIONS.FLAGS.claims" "claims": Bool(8) & 0x80;
        PAC_OPTIONS_FLAGS_BRANCH_AWARE "kerberos.PAC.OPTIONS.FLAGS.branch.aware" "branch-aware": Bool(8) & 0x40;
        PAC_OPTIONS_FLAGS_FORWARD_TO_FULL_DC "kerberos.PAC.OPTIONS.FLAGS.forward.to.full.dc" "forward-to-full-dc": Bool(8) & 0x20;
        PAC_OPTIONS_FLAGS_RESOURCE_BASED_CONSTRAINED_DELEGATION "kerberos.PAC.OPTIONS.FLAGS.resource.based.constrained.delegation" "resource-based-constrained-delegation": Bool(8) & 0x10;
    }
    experts {
        ADDRESS_UNKNOWN "kerberos.address.unknown" Warn Undecoded "KRB Address: I don't know how to parse this type of address yet";
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<4>() {
        None => Pdu::More(4),
        Some(n) => match u32::from_be_bytes(*n) & 0x7fff_ffff {
            n if n < 0x10_0000 => Pdu::Len(4 + n as usize),
            _ => Pdu::AsItComes,
        },
    }
}

/// Whether the protocol that carries this one is a transport, whose Info column then is this protocol's: other protocols say
/// themselves what they do.
fn is_outermost<S: Sink>(cx: &Cx<'_, S>) -> bool {
    let carrier = cx.out.layers.len().checked_sub(2).and_then(|i| cx.out.layers.get(i));
    carrier.and_then(|l| cx.registry.proto(l.proto)).is_none_or(|p| p.stage == Stage::Transport)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let outermost = is_outermost(cx);
    let stream = outermost && cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    let tag = c.peek_u8(if stream { 4 } else { 0 })?;
    if !stream && outermost && tag == 4 && matches!(c.peek_u8(1)?, 2..=11 | 0x40..=0x47) {
        cx.info_clear();
        return cx.call_nested(krb4::ID, c);
    }
    if !messages::is_known(tag) {
        return Err(Stop::NotMine);
    }
    if cx.above_is_enough() {
        return Ok(());
    }
    if outermost {
        cx.protocol("KRB5");
        cx.info_clear();
    }
    if stream {
        let mark = c.peek_u32(0)? & 0x7fff_ffff;
        let item = cx.line(c.span(4), |o| _ = o.s("Record Mark: ").u(mark).s(" bytes"));
        cx.under(item, |cx| -> Step {
            cx.peek(RM_RESERVED, &c, 4)?;
            cx.peek(RM_LENGTH, &c, 4)?;
            Ok(())
        })?;
        c.skip(4)?;
    }
    messages::message(cx, &mut c, &mut asn1::Told { outermost, ..asn1::Told::default() })
}
