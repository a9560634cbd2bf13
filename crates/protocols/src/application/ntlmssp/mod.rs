//! NT LAN Manager authentication, [MS-NLMP]: its three messages, and the signature of messages that it protects.

mod attributes;
mod authenticate;
mod parts;

use parts::{payload_text, version};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, names, proto};

const SET_NOTSET: Names = Names::Bools("Set", "Not set");

proto! {
    NTLMSSP "ntlmssp" "NTLM Secure Service Provider" "NTLMSSP" App
    on []
    fields {
        IDENTIFIER "ntlmssp.identifier" "NTLMSSP identifier": Str;
        MESSAGETYPE "ntlmssp.messagetype" "NTLM Message Type": U32 Hex = MESSAGES;
        NEGOTIATEFLAGS "ntlmssp.negotiateflags" "Negotiate Flags": U32 Hex;
        NEGOTIATEUNICODE "ntlmssp.negotiateunicode" "Negotiate UNICODE": Bool(32) & 0x1 = SET_NOTSET;
        NEGOTIATEOEM "ntlmssp.negotiateoem" "Negotiate OEM": Bool(32) & 0x2 = SET_NOTSET;
        REQUESTTARGET "ntlmssp.requesttarget" "Request Target": Bool(32) & 0x4 = SET_NOTSET;
        NEGOTIATE00000008 "ntlmssp.negotiate00000008" "Request 0x00000008": Bool(32) & 0x8 = SET_NOTSET;
        NEGOTIATESIGN "ntlmssp.negotiatesign" "Negotiate Sign": Bool(32) & 0x10 = SET_NOTSET;
        NEGOTIATESEAL "ntlmssp.negotiateseal" "Negotiate Seal": Bool(32) & 0x20 = SET_NOTSET;
        NEGOTIATEDATAGRAM "ntlmssp.negotiatedatagram" "Negotiate Datagram": Bool(32) & 0x40 = SET_NOTSET;
        NEGOTIATELMKEY "ntlmssp.negotiatelmkey" "Negotiate Lan Manager Key": Bool(32) & 0x80 = SET_NOTSET;
        NEGOTIATE00000100 "ntlmssp.negotiate00000100" "Negotiate 0x00000100": Bool(32) & 0x100 = SET_NOTSET;
        NEGOTIATENTLM "ntlmssp.negotiatentlm" "Negotiate NTLM key": Bool(32) & 0x200 = SET_NOTSET;
        NEGOTIATENTONLY "ntlmssp.negotiatentonly" "Negotiate NT Only": Bool(32) & 0x400 = SET_NOTSET;
        NEGOTIATEANONYMOUS "ntlmssp.negotiateanonymous" "Negotiate Anonymous": Bool(32) & 0x800 = SET_NOTSET;
        NEGOTIATEOEMDOMAINSUPPLIED "ntlmssp.negotiateoemdomainsupplied" "Negotiate OEM Domain Supplied": Bool(32) & 0x1000 = SET_NOTSET;
        NEGOTIATEOEMWORKSTATIONSUPPLIED "ntlmssp.negotiateoemworkstationsupplied" "Negotiate OEM Workstation Supplied": Bool(32) & 0x2000 = SET_NOTSET;
        NEGOTIATE00004000 "ntlmssp.negotiate00004000" "Negotiate 0x00004000": Bool(32) & 0x4000 = SET_NOTSET;
        NEGOTIATEALWAYSSIGN "ntlmssp.negotiatealwayssign" "Negotiate Always Sign": Bool(32) & 0x8000 = SET_NOTSET;
        TARGETTYPEDOMAIN "ntlmssp.targettypedomain" "Target Type Domain": Bool(32) & 0x10000 = SET_NOTSET;
        TARGETTYPESERVER "ntlmssp.targettypeserver" "Target Type Server": Bool(32) & 0x20000 = SET_NOTSET;
        TARGETTYPESHARE "ntlmssp.targettypeshare" "Target Type Share": Bool(32) & 0x40000 = SET_NOTSET;
        NEGOTIATENTLM2 "ntlmssp.negotiatentlm2" "Negotiate Extended Security": Bool(32) & 0x80000 = SET_NOTSET;
        NEGOTIATEIDENTIFY "ntlmssp.negotiateidentify" "Negotiate Identify": Bool(32) & 0x100000 = SET_NOTSET;
        NEGOTIATENT00200000 "ntlmssp.negotiatent00200000" "Negotiate 0x00200000": Bool(32) & 0x200000 = SET_NOTSET;
        REQUESTNONNTSESSION "ntlmssp.requestnonntsession" "Request Non-NT Session": Bool(32) & 0x400000 = SET_NOTSET;
        NEGOTIATETARGETINFO "ntlmssp.negotiatetargetinfo" "Negotiate Target Info": Bool(32) & 0x800000 = SET_NOTSET;
        NEGOTIATENT01000000 "ntlmssp.negotiatent01000000" "Negotiate 0x01000000": Bool(32) & 0x1000000 = SET_NOTSET;
        NEGOTIATEVERSION "ntlmssp.negotiateversion" "Negotiate Version": Bool(32) & 0x2000000 = SET_NOTSET;
        NEGOTIATENT04000000 "ntlmssp.negotiatent04000000" "Negotiate 0x04000000": Bool(32) & 0x4000000 = SET_NOTSET;
        NEGOTIATENT08000000 "ntlmssp.negotiatent08000000" "Negotiate 0x08000000": Bool(32) & 0x8000000 = SET_NOTSET;
        NEGOTIATENT10000000 "ntlmssp.negotiatent10000000" "Negotiate 0x10000000": Bool(32) & 0x10000000 = SET_NOTSET;
        NEGOTIATE128 "ntlmssp.negotiate128" "Negotiate 128": Bool(32) & 0x20000000 = SET_NOTSET;
        NEGOTIATEKEYEXCH "ntlmssp.negotiatekeyexch" "Negotiate Key Exchange": Bool(32) & 0x40000000 = SET_NOTSET;
        NEGOTIATE56 "ntlmssp.negotiate56" "Negotiate 56": Bool(32) & 0x80000000 = SET_NOTSET;
        NEGOTIATE_CALLINGWORKSTATION "ntlmssp.negotiate.callingworkstation" "Calling workstation name": Str;
        NEGOTIATE_DOMAIN "ntlmssp.negotiate.domain" "Calling workstation domain": Str;
        NTLMCLIENTCHALLENGE "ntlmssp.ntlmclientchallenge" "LMv2 Client Challenge": Bytes;
        NTLMSERVERCHALLENGE "ntlmssp.ntlmserverchallenge" "NTLM Server Challenge": Bytes;
        RESERVED "ntlmssp.reserved" "Reserved": Bytes;
        CHALLENGE_TARGET_NAME "ntlmssp.challenge.target_name" "Target Name": Str;
        AUTH_DOMAIN "ntlmssp.auth.domain" "Domain name": Str;
        AUTH_USERNAME "ntlmssp.auth.username" "User name": Str;
        AUTH_HOSTNAME "ntlmssp.auth.hostname" "Host name": Str;
        AUTH_LMRESPONSE "ntlmssp.auth.lmresponse" "Lan Manager Response": Bytes;
        AUTH_NTRESPONSE "ntlmssp.auth.ntresponse" "NTLM Response": Bytes;
        AUTH_SESSKEY "ntlmssp.auth.sesskey" "Session Key": Bytes;
        STRING_LENGTH "ntlmssp.string.length" "Length": U16 Dec;
        STRING_MAXLEN "ntlmssp.string.maxlen" "Maxlen": U16 Dec;
        STRING_OFFSET "ntlmssp.string.offset" "Offset": U32 Dec;
        BLOB_LENGTH "ntlmssp.blob.length" "Length": U16 Dec;
        BLOB_MAXLEN "ntlmssp.blob.maxlen" "Maxlen": U16 Dec;
        BLOB_OFFSET "ntlmssp.blob.offset" "Offset": U32 Dec;
        VERSION "ntlmssp.version" "Version": None;
        VERSION_MAJOR "ntlmssp.version.major" "Major Version": U8 Dec;
        VERSION_MINOR "ntlmssp.version.minor" "Minor Version": U8 Dec;
        VERSION_BUILD_NUMBER "ntlmssp.version.build_number" "Build Number": U16 Dec;
        VERSION_NTLM_CURRENT_REVISION "ntlmssp.version.ntlm_current_revision" "NTLM Current Revision": U8 Dec;
        CHALLENGE_TARGET_INFO "ntlmssp.challenge.target_info" "Target Info": None;
        CHALLENGE_TARGET_INFO_LENGTH "ntlmssp.challenge.target_info.length" "Length": U16 Dec;
        CHALLENGE_TARGET_INFO_MAXLEN "ntlmssp.challenge.target_info.maxlen" "Maxlen": U16 Dec;
        CHALLENGE_TARGET_INFO_OFFSET "ntlmssp.challenge.target_info.offset" "Offset": U32 Dec;
        CHALLENGE_TARGET_INFO_ITEM_TYPE "ntlmssp.challenge.target_info.item.type" "Target Info Item Type": U16 Hex = ATTRIBUTES;
        CHALLENGE_TARGET_INFO_ITEM_LENGTH "ntlmssp.challenge.target_info.item.length" "Target Info Item Length": U16 Dec;
        CHALLENGE_TARGET_INFO_END "ntlmssp.challenge.target_info.end" "List End": None;
        CHALLENGE_TARGET_INFO_NB_COMPUTER_NAME "ntlmssp.challenge.target_info.nb_computer_name" "NetBIOS Computer Name": Str;
        CHALLENGE_TARGET_INFO_NB_DOMAIN_NAME "ntlmssp.challenge.target_info.nb_domain_name" "NetBIOS Domain Name": Str;
        CHALLENGE_TARGET_INFO_DNS_COMPUTER_NAME "ntlmssp.challenge.target_info.dns_computer_name" "DNS Computer Name": Str;
        CHALLENGE_TARGET_INFO_DNS_DOMAIN_NAME "ntlmssp.challenge.target_info.dns_domain_name" "DNS Domain Name": Str;
        CHALLENGE_TARGET_INFO_DNS_TREE_NAME "ntlmssp.challenge.target_info.dns_tree_name" "DNS Tree Name": Str;
        CHALLENGE_TARGET_INFO_FLAGS "ntlmssp.challenge.target_info.flags" "Flags": U32 Hex;
        CHALLENGE_TARGET_INFO_TIMESTAMP "ntlmssp.challenge.target_info.timestamp" "Timestamp": AbsTime Utc;
        CHALLENGE_TARGET_INFO_RESTRICTIONS "ntlmssp.challenge.target_info.restrictions" "Restrictions": Bytes;
        CHALLENGE_TARGET_INFO_TARGET_NAME "ntlmssp.challenge.target_info.target_name" "Target Name": Str;
        CHALLENGE_TARGET_INFO_CHANNEL_BINDINGS "ntlmssp.challenge.target_info.channel_bindings" "Channel Bindings": Bytes;
        NTLMV2_RESPONSE_ITEM_TYPE "ntlmssp.ntlmv2_response.item.type" "NTLMV2 Response Item Type": U16 Hex = ATTRIBUTES;
        NTLMV2_RESPONSE_ITEM_LENGTH "ntlmssp.ntlmv2_response.item.length" "NTLMV2 Response Item Length": U16 Dec;
        NTLMV2_RESPONSE_END "ntlmssp.ntlmv2_response.end" "List End": None;
        NTLMV2_RESPONSE_NB_COMPUTER_NAME "ntlmssp.ntlmv2_response.nb_computer_name" "NetBIOS Computer Name": Str;
        NTLMV2_RESPONSE_NB_DOMAIN_NAME "ntlmssp.ntlmv2_response.nb_domain_name" "NetBIOS Domain Name": Str;
        NTLMV2_RESPONSE_DNS_COMPUTER_NAME "ntlmssp.ntlmv2_response.dns_computer_name" "DNS Computer Name": Str;
        NTLMV2_RESPONSE_DNS_DOMAIN_NAME "ntlmssp.ntlmv2_response.dns_domain_name" "DNS Domain Name": Str;
        NTLMV2_RESPONSE_DNS_TREE_NAME "ntlmssp.ntlmv2_response.dns_tree_name" "DNS Tree Name": Str;
        NTLMV2_RESPONSE_FLAGS "ntlmssp.ntlmv2_response.flags" "Flags": U32 Hex;
        NTLMV2_RESPONSE_TIMESTAMP "ntlmssp.ntlmv2_response.timestamp" "Timestamp": AbsTime Utc;
        NTLMV2_RESPONSE_RESTRICTIONS "ntlmssp.ntlmv2_response.restrictions" "Restrictions": Bytes;
        NTLMV2_RESPONSE_TARGET_NAME "ntlmssp.ntlmv2_response.target_name" "Target Name": Str;
        NTLMV2_RESPONSE_CHANNEL_BINDINGS "ntlmssp.ntlmv2_response.channel_bindings" "Channel Bindings": Bytes;
        AUTHENTICATE_MIC "ntlmssp.authenticate.mic" "MIC": Bytes;
        VERF "ntlmssp.verf" "NTLMSSP Verifier": None;
        VERF_VERS "ntlmssp.verf.vers" "Version Number": U32 Dec;
        VERF_BODY "ntlmssp.verf.body" "Verifier Body": Bytes;
        NTLMV2_RESPONSE "ntlmssp.ntlmv2_response" "NTLMv2 Response": Bytes;
        NTLMV2_RESPONSE_NTPROOFSTR "ntlmssp.ntlmv2_response.ntproofstr" "NTProofStr": Bytes;
        NTLMV2_RESPONSE_RVERSION "ntlmssp.ntlmv2_response.rversion" "Response Version": U8 Dec;
        NTLMV2_RESPONSE_HIRVERSION "ntlmssp.ntlmv2_response.hirversion" "Hi Response Version": U8 Dec;
        NTLMV2_RESPONSE_Z "ntlmssp.ntlmv2_response.z" "Z": Bytes;
        NTLMV2_RESPONSE_PAD "ntlmssp.ntlmv2_response.pad" "padding": Bytes;
        NTLMV2_RESPONSE_TIME "ntlmssp.ntlmv2_response.time" "Time": AbsTime Utc;
        NTLMV2_RESPONSE_CHAL "ntlmssp.ntlmv2_response.chal" "NTLMv2 Client Challenge": Bytes;
    }
    experts {
        ATTRIBUTE_UNKNOWN "ntlmssp.target_info_attr.unknown" Warn Undecoded "unknown NTLMSSP Target Info Attribute";
        MESSAGE_UNKNOWN "ntlmssp.messagetype.unknown" Warn Protocol "Unrecognized NTLMSSP Message";
    }
}

names! {
    MESSAGES {
        1 => "NTLMSSP_NEGOTIATE",
        2 => "NTLMSSP_CHALLENGE",
        3 => "NTLMSSP_AUTH",
        4 => "NTLMSSP_UNKNOWN",
    }
    /// Attributes of a target (2.2.2.1).
    ATTRIBUTES {
        0 => "End of list",
        1 => "NetBIOS computer name",
        2 => "NetBIOS domain name",
        3 => "DNS computer name",
        4 => "DNS domain name",
        5 => "DNS tree name",
        6 => "Flags",
        7 => "Timestamp",
        8 => "Restrictions",
        9 => "Target Name",
        10 => "Channel Bindings",
    }
}

/// What all messages begin with.
pub const SIGNATURE: &[u8; 8] = b"NTLMSSP\0";

const UNICODE: u32 = 0x0000_0001;
const VERSION_IS_THERE: u32 = 0x0200_0000;

/// The flags (2.2.2.5), the highest bit first.
const FLAGS: &[(u32, Field, &str)] = &[
    (0x80000000, NEGOTIATE56, "Negotiate 56"),
    (0x40000000, NEGOTIATEKEYEXCH, "Negotiate Key Exchange"),
    (0x20000000, NEGOTIATE128, "Negotiate 128"),
    (0x10000000, NEGOTIATENT10000000, "Negotiate 0x10000000"),
    (0x08000000, NEGOTIATENT08000000, "Negotiate 0x08000000"),
    (0x04000000, NEGOTIATENT04000000, "Negotiate 0x04000000"),
    (0x02000000, NEGOTIATEVERSION, "Negotiate Version"),
    (0x01000000, NEGOTIATENT01000000, "Negotiate 0x01000000"),
    (0x00800000, NEGOTIATETARGETINFO, "Negotiate Target Info"),
    (0x00400000, REQUESTNONNTSESSION, "Request Non-NT Session"),
    (0x00200000, NEGOTIATENT00200000, "Negotiate 0x00200000"),
    (0x00100000, NEGOTIATEIDENTIFY, "Negotiate Identify"),
    (0x00080000, NEGOTIATENTLM2, "Negotiate Extended Security"),
    (0x00040000, TARGETTYPESHARE, "Target Type Share"),
    (0x00020000, TARGETTYPESERVER, "Target Type Server"),
    (0x00010000, TARGETTYPEDOMAIN, "Target Type Domain"),
    (0x00008000, NEGOTIATEALWAYSSIGN, "Negotiate Always Sign"),
    (0x00004000, NEGOTIATE00004000, "Negotiate 0x00004000"),
    (0x00002000, NEGOTIATEOEMWORKSTATIONSUPPLIED, "Negotiate OEM Workstation Supplied"),
    (0x00001000, NEGOTIATEOEMDOMAINSUPPLIED, "Negotiate OEM Domain Supplied"),
    (0x00000800, NEGOTIATEANONYMOUS, "Negotiate Anonymous"),
    (0x00000400, NEGOTIATENTONLY, "Negotiate NT Only"),
    (0x00000200, NEGOTIATENTLM, "Negotiate NTLM key"),
    (0x00000100, NEGOTIATE00000100, "Negotiate 0x00000100"),
    (0x00000080, NEGOTIATELMKEY, "Negotiate Lan Manager Key"),
    (0x00000040, NEGOTIATEDATAGRAM, "Negotiate Datagram"),
    (0x00000020, NEGOTIATESEAL, "Negotiate Seal"),
    (0x00000010, NEGOTIATESIGN, "Negotiate Sign"),
    (0x00000008, NEGOTIATE00000008, "Request 0x00000008"),
    (0x00000004, REQUESTTARGET, "Request Target"),
    (0x00000002, NEGOTIATEOEM, "Negotiate OEM"),
    (0x00000001, NEGOTIATEUNICODE, "Negotiate UNICODE"),
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    if !c.rest().starts_with(SIGNATURE) {
        return verifier(cx, c);
    }
    cx.bytes(IDENTIFIER, &mut c, 8)?;
    let at = c.span(4);
    let item = cx.peek_le(MESSAGETYPE, &c, 0, 4)?;
    let kind = u32::from_le_bytes(*c.array::<4>()?);
    cx.info_add(|o| _ = o.s(", ").s(MESSAGES.or(u64::from(kind), "Unknown NTLMSSP message type")));
    match kind {
        1 => negotiate(cx, c, &all),
        2 => challenge(cx, c, &all),
        3 => authenticate::message(cx, c, &all),
        _ => {
            cx.expert(MESSAGE_UNKNOWN, item, at);
            Ok(())
        }
    }
}

/// The flags, with the names of those that are set behind the number.
fn flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u32, requin_wire::Stop> {
    let item = cx.peek_le(NEGOTIATEFLAGS, c, 0, 4)?;
    let raw = u32::from_le_bytes(*c.peek_array::<4>()?);
    cx.append(item, |o| {
        for (_, _, name) in FLAGS.iter().filter(|f| raw & f.0 != 0) {
            o.s(", ").s(name);
        }
    });
    cx.under(item, |cx| -> Step {
        for (_, field, _) in FLAGS {
            cx.peek_le(*field, c, 0, 4)?;
        }
        Ok(())
    })?;
    c.skip(4)?;
    Ok(raw)
}

/// NEGOTIATE_MESSAGE (2.2.1.1).
fn negotiate<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: &Cursor<'_>) -> Step {
    let flags = flags(cx, &mut c)?;
    // These two are in the characters of the system, whatever is negotiated.
    payload_text(cx, NEGOTIATE_DOMAIN, &mut c, all, false)?;
    payload_text(cx, NEGOTIATE_CALLINGWORKSTATION, &mut c, all, false)?;
    if flags & VERSION_IS_THERE != 0 {
        version(cx, &mut c)?;
    }
    Ok(())
}

/// CHALLENGE_MESSAGE (2.2.1.2).
fn challenge<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: &Cursor<'_>) -> Step {
    let mut ahead = c;
    ahead.skip(8)?;
    let unicode = u32::from_le_bytes(*ahead.peek_array::<4>()?) & UNICODE != 0;
    // What stands behind the header begins here: old servers have less of it.
    let mut data = parts::offset(&c)?.0;
    payload_text(cx, CHALLENGE_TARGET_NAME, &mut c, all, unicode)?;
    let flags = flags(cx, &mut c)?;
    cx.bytes(NTLMSERVERCHALLENGE, &mut c, 8)?;
    let used = |c: &Cursor<'_>| c.pos() - all.pos();
    if used(&c) >= data {
        return Ok(());
    }
    cx.bytes(RESERVED, &mut c, 8)?;
    if used(&c) >= data {
        return Ok(());
    }
    data = data.min(attributes::target_info(cx, &mut c, all)?);
    if used(&c) < data && flags & VERSION_IS_THERE != 0 {
        version(cx, &mut c)?;
    }
    Ok(())
}

/// The signature of a message (2.2.2.9), below the node of what carries it.
///
/// # Errors
/// When it is too short.
pub fn verifier<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let item = cx.add(VERF, c.span(c.left()), Value::None);
    cx.under(item, |cx| {
        let mut c = c;
        cx.u32_le(VERF_VERS, &mut c)?;
        let n = c.left();
        cx.bytes(VERF_BODY, &mut c, n).map(|_| ())
    })
}

/// A signature, which has no node of this protocol.
///
/// # Errors
/// When it is too short.
pub fn signature<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.layer_only(ID, &c);
    verifier(cx, c)
}
