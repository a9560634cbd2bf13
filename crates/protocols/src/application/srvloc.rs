//! Service Location Protocol, versions 1 (RFC 2165) and 2 (RFC 2608).

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Time, Value, names, proto};

proto! {
    SRVLOC "srvloc" "Service Location Protocol" "SRVLOC" App
    on [Udp 427, Tcp 427]
    fields {
        ERR "srvloc.err" "Error Code": U16 Dec = ERR_NAMES;
        ERRV2 "srvloc.errv2" "Error Code": U16 Dec = ERRV2_NAMES;
        XID "srvloc.xid" "XID": U24 Dec;
        LANGTAG "srvloc.langtag" "Lang Tag": Str;
        LANGTAGLEN "srvloc.langtaglen" "Lang Tag Len": U16 Dec;
        NEXTEXTOFF "srvloc.nextextoff" "Next Extension Offset": U24 Dec;
        URL_RESERVED "srvloc.url.reserved" "Reserved": U8 Hex;
        URL_LIFETIME "srvloc.url.lifetime" "URL lifetime": U16 Dec;
        URL_URLLEN "srvloc.url.urllen" "URL Length": U16 Dec;
        URL_URL "srvloc.url.url" "URL": Str;
        URL_NUMAUTHS "srvloc.url.numauths" "Num Auths": U8 Dec;
        FUNCTION "srvloc.function" "Function": U8 Dec = FUNCTION_NAMES;
        PKTLEN "srvloc.pktlen" "Packet Length": U24 Dec;
        VERSION "srvloc.version" "Version": U8 Dec;
        FLAGS_V1 "srvloc.flags_v1" "Flags": U8 Hex;
        FLAGS_V1_OVERFLOW "srvloc.flags_v1.overflow" "Overflow": Bool(8) & 0x80 = Names::Bools("Message will not fit in datagram", "Message will fit in a datagram");
        FLAGS_V1_MONOLINGUAL "srvloc.flags_v1.monolingual" "Monolingual": Bool(8) & 0x40 = Names::Bools("Only responses in specified language will be accepted", "Responses in any language will be accepted");
        FLAGS_V1_URL_AUTH "srvloc.flags_v1.url_auth" "URL Authentication": Bool(8) & 0x20 = Names::Bools("URL Authentication Block is present", "URL Authentication Block is absent");
        FLAGS_V1_ATTRIBUTE_AUTH "srvloc.flags_v1.attribute_auth" "Attribute Authentication": Bool(8) & 0x10 = Names::Bools("Attribute Authentication Block is present", "Attribute Authentication Block is absent");
        FLAGS_V1_FRESH "srvloc.flags_v1.fresh" "Fresh Registration": Bool(8) & 0x8 = Names::Bools("New Service Registration", "Not a new Service Registration");
        FLAGS_V2 "srvloc.flags_v2" "Flags": U16 Hex;
        FLAGS_V2_OVERFLOW "srvloc.flags_v2.overflow" "Overflow": Bool(16) & 0x8000 = Names::Bools("Message will not fit in datagram", "Message will fit in a datagram");
        FLAGS_V2_FRESH "srvloc.flags_v2.fresh" "Fresh Registration": Bool(16) & 0x4000 = Names::Bools("New Service Registration", "Not a new Service Registration");
        FLAGS_V2_REQMULTI "srvloc.flags_v2.reqmulti" "Multicast requested": Bool(16) & 0x2000 = Names::Bools("Multicast (or broadcast) request", "Not multicast or broadcast");
        AUTHBLKV2_BSD "srvloc.authblkv2_bsd" "BSD": U16 Hex;
        AUTHBLKV2_LEN "srvloc.authblkv2_len" "Length": U16 Dec;
        AUTHBLKV2_TIMESTAMP "srvloc.authblkv2.timestamp" "Timestamp": AbsTime;
        AUTHBLKV2_SLPSPILEN "srvloc.authblkv2.slpspilen" "SLP SPI Length": U16 Dec;
        AUTHBLKV2_SLPSPI "srvloc.authblkv2.slpspi" "SLP SPI": Str;
        SRVREQ_PRLISTLEN "srvloc.srvreq.prlistlen" "Previous Response List Length": U16 Dec;
        SRVREQ_PRLIST "srvloc.srvreq.prlist" "Previous Response List": Str;
        SRVREQ_SRVTYPELEN "srvloc.srvreq.srvtypelen" "Service Type Length": U16 Dec;
        SRVREQ_SRVTYPELIST "srvloc.srvreq.srvtypelist" "Service Type List": Str;
        SRVREQ_SCOPELISTLEN "srvloc.srvreq.scopelistlen" "Scope List Length": U16 Dec;
        SRVREQ_SCOPELIST "srvloc.srvreq.scopelist" "Scope List": Str;
        SRVREQ_PREDICATELEN "srvloc.srvreq.predicatelen" "Predicate Length": U16 Dec;
        SRVREQ_PREDICATE "srvloc.srvreq.predicate" "Predicate": Str;
        SRVREQ_SLPSPILEN "srvloc.srvreq.slpspilen" "SLP SPI Length": U16 Dec;
        SRVREQ_SLPSPI "srvloc.srvreq.slpspi" "SLP SPI": Str;
        SRVREQ_URLCOUNT "srvloc.srvreq.urlcount" "Number of URLs": U16 Dec;
        SRVREQ_SRVTYPE "srvloc.srvreq.srvtype" "Service Type": Str;
        SRVREQ_ATTRLISTLEN "srvloc.srvreq.attrlistlen" "Attribute List Length": U16 Dec;
        SRVREQ_ATTRLIST "srvloc.srvreq.attrlist" "Attribute List": Str;
        SRVREQ_ATTRAUTHCOUNT "srvloc.srvreq.attrauthcount" "Attr Auths": U8 Dec;
        SRVDEREQ_SCOPELISTLEN "srvloc.srvdereq.scopelistlen" "Scope List Length": U16 Dec;
        SRVDEREQ_SCOPELIST "srvloc.srvdereq.scopelist" "Scope List": Str;
        SRVDEREQ_TAGLISTLEN "srvloc.srvdereq.taglistlen" "Tag List Length": U16 Dec;
        SRVDEREQ_TAGLIST "srvloc.srvdereq.taglist" "Tag List": Str;
        ATTRREQ_PRLISTLEN "srvloc.attrreq.prlistlen" "Previous Response List Length": U16 Dec;
        ATTRREQ_PRLIST "srvloc.attrreq.prlist" "Previous Response List": Str;
        ATTRREQ_URLLEN "srvloc.attrreq.urllen" "URL Length": U16 Dec;
        ATTRREQ_URL "srvloc.attrreq.url" "Service URL": Str;
        ATTRREQ_SCOPELISTLEN "srvloc.attrreq.scopelistlen" "Scope List Length": U16 Dec;
        ATTRREQ_SCOPELIST "srvloc.attrreq.scopelist" "Scope List": Str;
        ATTRREQ_ATTRLISTLEN "srvloc.attrreq.attrlistlen" "Attribute List Length": U16 Dec;
        ATTRREQ_ATTRLIST "srvloc.attrreq.attrlist" "Attribute List": Str;
        ATTRREQ_TAGLISTLEN "srvloc.attrreq.taglistlen" "Tag List Length": U16 Dec;
        ATTRREQ_TAGLIST "srvloc.attrreq.taglist" "Tag List": Str;
        ATTRREQ_SLPSPILEN "srvloc.attrreq.slpspilen" "SLP SPI Length": U16 Dec;
        ATTRREQ_SLPSPI "srvloc.attrreq.slpspi" "SLP SPI": Str;
        ATTRRPLY_ATTRLISTLEN "srvloc.attrrply.attrlistlen" "Attribute List Length": U16 Dec;
        ATTRRPLY_ATTRLIST "srvloc.attrrply.attrlist" "Attribute List": Str;
        DAADVERT_TIMESTAMP "srvloc.daadvert.timestamp" "DAADVERT Timestamp": AbsTime;
        DAADVERT_URLLEN "srvloc.daadvert.urllen" "URL Length": U16 Dec;
        DAADVERT_URL "srvloc.daadvert.url" "URL": Str;
        DAADVERT_SCOPELISTLEN "srvloc.daadvert.scopelistlen" "Scope List Length": U16 Dec;
        DAADVERT_SCOPELIST "srvloc.daadvert.scopelist" "Scope List": Str;
        DAADVERT_ATTRLISTLEN "srvloc.daadvert.attrlistlen" "Attribute List Length": U16 Dec;
        DAADVERT_ATTRLIST "srvloc.daadvert.attrlist" "Attribute List": Str;
        DAADVERT_SLPSPILEN "srvloc.daadvert.slpspilen" "SLP SPI Length": U16 Dec;
        DAADVERT_SLPSPI "srvloc.daadvert.slpspi" "SLP SPI": Str;
        DAADVERT_AUTHCOUNT "srvloc.daadvert.authcount" "Auths": U8 Dec;
        SRVTYPEREQ_PRLISTLEN "srvloc.srvtypereq.prlistlen" "Previous Response List Length": U16 Dec;
        SRVTYPEREQ_PRLIST "srvloc.srvtypereq.prlist" "Previous Response List": Str;
        SRVTYPEREQ_NAMEAUTHLISTLEN "srvloc.srvtypereq.nameauthlistlen" "Naming Authority List Length": U16 Dec;
        SRVTYPEREQ_NAMEAUTHLIST "srvloc.srvtypereq.nameauthlist" "Naming Authority List": Str;
        SRVTYPEREQ_SCOPELISTLEN "srvloc.srvtypereq.scopelistlen" "Scope List Length": U16 Dec;
        SRVTYPEREQ_SCOPELIST "srvloc.srvtypereq.scopelist" "Scope List": Str;
        SRVTYPEREQ_SRVTYPELEN "srvloc.srvtypereq.srvtypelen" "Service Type Length": U16 Dec;
        SRVTYPERPLY_SRVTYPE "srvloc.srvtyperply.srvtype" "Service Type": Str;
        SRVTYPEREQ_SRVTYPELISTLEN "srvloc.srvtypereq.srvtypelistlen" "Service Type List Length": U16 Dec;
        SRVTYPERPLY_SRVTYPELIST "srvloc.srvtyperply.srvtypelist" "Service Type List": Str;
        SAADVERT_URLLEN "srvloc.saadvert.urllen" "URL Length": U16 Dec;
        SAADVERT_URL "srvloc.saadvert.url" "URL": Str;
        SAADVERT_SCOPELISTLEN "srvloc.saadvert.scopelistlen" "Scope List Length": U16 Dec;
        SAADVERT_SCOPELIST "srvloc.saadvert.scopelist" "Scope List": Str;
        SAADVERT_ATTRLISTLEN "srvloc.saadvert.attrlistlen" "Attribute List Length": U16 Dec;
        SAADVERT_ATTRLIST "srvloc.saadvert.attrlist" "Attribute List": Str;
        SAADVERT_AUTHCOUNT "srvloc.saadvert.authcount" "Auths": U8 Dec;
        LIST_IPADDR "srvloc.list.ipaddr" "IP Address": Ipv4;
        SRVRPLY_SVCNAME "srvloc.srvrply.svcname" "Service Name Value": Str;
        TIMESTAMP "srvloc.timestamp" "Timestamp": AbsTime;
        BLOCK_STRUCTURE_DESCRIPTOR "srvloc.block_structure_descriptor" "Block Structure Descriptor": U16 Dec;
        AUTHENTICATOR_LENGTH "srvloc.authenticator_length" "Authenticator length": U16 Dec;
        AUTHENTICATION_BLOCK "srvloc.authentication_block" "Authentication block": Str;
        SERVICE_TYPE "srvloc.service_type" "Service Type": U8 Dec = SERVICE_TYPE_NAMES;
        COMMUNICATION_TYPE "srvloc.communication_type" "Communication Type": U8 Dec = COMMUNICATION_TYPE_NAMES;
        PROTOCOL "srvloc.protocol" "Protocol": U32 Dec = PROTOCOL_NAMES;
        PORT "srvloc.port" "Port": U32 Dec;
        NETWORK "srvloc.network" "Network": U32 Hex;
        NODE "srvloc.node" "Node": U32 Hex;
        SOCKET "srvloc.socket" "Socket": U32 Hex;
        ITEM "srvloc.item" "Item": Str;
        DIALECT "srvloc.dialect" "Dialect": U8 Dec;
        LANGUAGE "srvloc.language" "Language": Str;
        ENCODING "srvloc.encoding" "Encoding": U16 Dec = ENCODING_NAMES;
        TRANSACTION_ID "srvloc.transaction_id" "Transaction ID": U16 Dec;
        SERVICE_TYPE_COUNT "srvloc.service_type_count" "Service Type Count": U16 Dec;
    }
}

names! {
    ERR_NAMES {
        0 => "No Error", 1 => "Language not supported", 2 => "Protocol parse error", 3 => "Invalid registration", 4 => "Scope not supported", 5 => "Character set not understood", 6 => "Authentication absent", 7 => "Authentication failed",
    }
    ERRV2_NAMES {
        0 => "No Error", 1 => "No data in the requested language", 2 => "The message fails to obey SLP syntax.", 3 => "The SrvReg has problems", 4 => "Scope list not supported", 5 => "Unsupported SLP SPI.", 6 => "URL and ATTR authentication not provided", 7 => "Authentication error", 9 => "Unsupported version number in message header", 10 => "The DA (or SA) is too sick to respond", 11 => "UA or SA SHOULD retry", 12 => "Unknown option from the mandatory range", 13 => "Invalid SrvReg", 14 => "No support for AttrRqst or SrvTypeRqst", 15 => "SrvReg sent too soon",
    }
    FUNCTION_NAMES {
        1 => "Service Request", 2 => "Service Reply", 3 => "Service Registration", 4 => "Service Deregister", 5 => "Service Acknowledge", 6 => "Attribute Request", 7 => "Attribute Reply", 8 => "DA Advertisement", 9 => "Service Type Request", 10 => "Service Type Reply", 11 => "SA Advertisement",
    }
    SERVICE_TYPE_NAMES {
        50 => "TCP/UDP", 54 => "IPX",
    }
    COMMUNICATION_TYPE_NAMES {
        49 => "Socket", 50 => "Datagram",
    }
    PROTOCOL_NAMES {
        17 => "UDP", 54 => "TCP", 1000 => "IPX",
    }
    ENCODING_NAMES {
        3 => "US-ASCII", 4 => "ISO 8859-1", 27 => "ISO 10646 UTF-1", 28 => "ISO 646 basic:1983", 30 => "ISO 646 IRV:1983", 106 => "UTF-8", 1000 => "Unicode", 1012 => "UTF-7",
    }
}

/// The header of version 1, which has a language and an encoding of characters.
fn head1<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.add(PKTLEN, c.span(2), Value::U(c.peek_u16(0)?.into()));
    c.skip(2)?;
    let bits =
        [FLAGS_V1_OVERFLOW, FLAGS_V1_MONOLINGUAL, FLAGS_V1_URL_AUTH, FLAGS_V1_ATTRIBUTE_AUTH, FLAGS_V1_FRESH];
    cx.flags(FLAGS_V1, c, 1, &bits)?;
    cx.u8(DIALECT, c)?;
    cx.bytes(LANGUAGE, c, 2)?;
    cx.u16(ENCODING, c)?;
    let id = cx.u16(TRANSACTION_ID, c)?;
    cx.info_add(|o| _ = o.s(", V1 Transaction ID - ").u(id));
    Ok(())
}

fn head2<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u24(PKTLEN, c)?;
    let (flags, item) = cx.flags(FLAGS_V2, c, 2, &[FLAGS_V2_OVERFLOW, FLAGS_V2_FRESH, FLAGS_V2_REQMULTI])?;
    for (bit, name) in [(0x8000, "Overflow"), (0x4000, "Fresh Registration"), (0x2000, "Multicast requested")]
    {
        if flags & bit != 0 {
            cx.append(item, |o| _ = o.s(", ").s(name));
        }
    }
    cx.u24(NEXTEXTOFF, c)?;
    let id = c.peek_u16(0)?;
    cx.info_add(|o| _ = o.s(", V2 XID - ").u(id));
    cx.add(XID, c.span(2), Value::U(id.into()));
    c.skip(2)?;
    let len = cx.u16(LANGTAGLEN, c)?;
    cx.bytes(LANGTAG, c, usize::from(len)).map(|_| ())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SRVLOC");
    cx.info_clear();
    let (version, function) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let name = FUNCTION_NAMES.or(u64::from(function), "Unknown Function");
    cx.info(|o| _ = o.s(name));
    run(cx, &mut c, &[(VERSION, 1), (FUNCTION, 1)])?;
    if version < 2 {
        head1(cx, &mut c)?;
        body1(cx, &mut c, function)
    } else {
        head2(cx, &mut c)?;
        body2(cx, &mut c, function)
    }
}

/// A length and as many bytes of text, which are left out when there are none.
fn text<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: Field, field: Field) -> Step {
    let n = usize::from(c.peek_u16(0)?);
    cx.field(len, c, 2)?;
    if n > 0 {
        cx.bytes(field, c, n)?;
    }
    Ok(())
}

/// As [`text`], which version 1 shows when it is empty, too.
fn text1<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: Field, field: Field) -> Step {
    let n = usize::from(cx.u16(len, c)?);
    cx.bytes(field, c, n).map(|_| ())
}

/// How an answer begins: with what went wrong.
fn error<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<bool, requin_wire::Stop> {
    let code = cx.u16(ERRV2, c)?;
    if code != 0 {
        let name = ERRV2_NAMES.or(u64::from(code), "Unknown");
        cx.info_add(|o| _ = o.s(" - ").s(name));
    }
    Ok(code == 0)
}

fn body1<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, function: u8) -> Step {
    match function {
        1 => {
            text1(cx, c, SRVREQ_PRLISTLEN, SRVREQ_PRLIST)?;
            text1(cx, c, SRVREQ_PREDICATELEN, SRVREQ_PREDICATE)
        }
        6 => {
            text1(cx, c, ATTRREQ_PRLISTLEN, ATTRREQ_PRLIST)?;
            text1(cx, c, ATTRREQ_URLLEN, ATTRREQ_URL)?;
            text1(cx, c, ATTRREQ_SCOPELISTLEN, ATTRREQ_SCOPELIST)?;
            text1(cx, c, ATTRREQ_ATTRLISTLEN, ATTRREQ_ATTRLIST)
        }
        9 => {
            text1(cx, c, SRVTYPEREQ_PRLISTLEN, SRVTYPEREQ_PRLIST)?;
            authority(cx, c)?;
            text1(cx, c, SRVTYPEREQ_SCOPELISTLEN, SRVTYPEREQ_SCOPELIST)
        }
        7 if error(cx, c)? => text1(cx, c, ATTRRPLY_ATTRLISTLEN, ATTRRPLY_ATTRLIST),
        5 => error(cx, c).map(|_| ()),
        _ => Ok(()),
    }
}

fn body2<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, function: u8) -> Step {
    match function {
        1 => {
            text(cx, c, SRVREQ_PRLISTLEN, SRVREQ_PRLIST)?;
            text(cx, c, SRVREQ_SRVTYPELEN, SRVREQ_SRVTYPELIST)?;
            text(cx, c, SRVREQ_SCOPELISTLEN, SRVREQ_SCOPELIST)?;
            text(cx, c, SRVREQ_PREDICATELEN, SRVREQ_PREDICATE)?;
            text(cx, c, SRVREQ_SLPSPILEN, SRVREQ_SLPSPI)?;
        }
        2 if error(cx, c)? => {
            for _ in 0..cx.u16(SRVREQ_URLCOUNT, c)? {
                url(cx, c)?;
            }
        }
        3 => {
            url(cx, c)?;
            text(cx, c, SRVREQ_SRVTYPELEN, SRVREQ_SRVTYPE)?;
            text(cx, c, SRVREQ_SCOPELISTLEN, SRVREQ_SCOPELIST)?;
            text(cx, c, SRVREQ_ATTRLISTLEN, SRVREQ_ATTRLIST)?;
            authentications(cx, c, SRVREQ_ATTRAUTHCOUNT)?;
        }
        4 => {
            text(cx, c, SRVDEREQ_SCOPELISTLEN, SRVDEREQ_SCOPELIST)?;
            url(cx, c)?;
            text(cx, c, SRVDEREQ_TAGLISTLEN, SRVDEREQ_TAGLIST)?;
        }
        5 => _ = error(cx, c)?,
        6 => {
            text(cx, c, ATTRREQ_PRLISTLEN, ATTRREQ_PRLIST)?;
            text(cx, c, ATTRREQ_URLLEN, ATTRREQ_URL)?;
            text(cx, c, ATTRREQ_SCOPELISTLEN, ATTRREQ_SCOPELIST)?;
            text(cx, c, ATTRREQ_TAGLISTLEN, ATTRREQ_TAGLIST)?;
            text(cx, c, ATTRREQ_SLPSPILEN, ATTRREQ_SLPSPI)?;
        }
        7 if error(cx, c)? => text(cx, c, ATTRRPLY_ATTRLISTLEN, ATTRRPLY_ATTRLIST)?,
        8 if error(cx, c)? => {
            time(cx, DAADVERT_TIMESTAMP, c)?;
            text(cx, c, DAADVERT_URLLEN, DAADVERT_URL)?;
            text(cx, c, DAADVERT_SCOPELISTLEN, DAADVERT_SCOPELIST)?;
            text(cx, c, DAADVERT_ATTRLISTLEN, DAADVERT_ATTRLIST)?;
            text(cx, c, DAADVERT_SLPSPILEN, DAADVERT_SLPSPI)?;
            authentications(cx, c, DAADVERT_AUTHCOUNT)?;
        }
        9 => {
            text(cx, c, SRVTYPEREQ_PRLISTLEN, SRVTYPEREQ_PRLIST)?;
            authority(cx, c)?;
            text(cx, c, SRVTYPEREQ_SCOPELISTLEN, SRVTYPEREQ_SCOPELIST)?;
        }
        10 if error(cx, c)? => text(cx, c, SRVTYPEREQ_SRVTYPELISTLEN, SRVTYPERPLY_SRVTYPELIST)?,
        11 => {
            text(cx, c, SAADVERT_URLLEN, SAADVERT_URL)?;
            text(cx, c, SAADVERT_SCOPELISTLEN, SAADVERT_SCOPELIST)?;
            text(cx, c, SAADVERT_ATTRLISTLEN, SAADVERT_ATTRLIST)?;
            authentications(cx, c, SAADVERT_AUTHCOUNT)?;
        }
        _ => {}
    }
    Ok(())
}

/// Who gives out the names of services; a length of all ones stands for everyone.
fn authority<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let len = c.peek_u16(0)?;
    if len != u16::MAX {
        return text(cx, c, SRVTYPEREQ_NAMEAUTHLISTLEN, SRVTYPEREQ_NAMEAUTHLIST).map(|_| ());
    }
    let item = cx.field(SRVTYPEREQ_NAMEAUTHLISTLEN, c, 2)?;
    cx.label(item, |o| _ = o.s("Naming Authority List Length (All Naming Authorities): ").u(len));
    Ok(())
}

/// Where a service is, and how long that holds.
fn url<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(URL_RESERVED, c)?;
    cx.u16(URL_LIFETIME, c)?;
    text(cx, c, URL_URLLEN, URL_URL)?;
    authentications(cx, c, URL_NUMAUTHS)
}

/// Blocks that prove who says it, after their number.
fn authentications<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, count: Field) -> Step {
    for _ in 0..cx.u8(count, c)? {
        let len = usize::from(c.peek_u16(2)?);
        let mut one = c.take_all(len.max(10))?;
        cx.u16(AUTHBLKV2_BSD, &mut one)?;
        cx.u16(AUTHBLKV2_LEN, &mut one)?;
        time(cx, AUTHBLKV2_TIMESTAMP, &mut one)?;
        text(cx, &mut one, AUTHBLKV2_SLPSPILEN, AUTHBLKV2_SLPSPI)?;
    }
    Ok(())
}

fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let secs = i64::from(c.peek_u32(0)?);
    cx.add(field, c.span(4), Value::from(Time::new(secs, 0)));
    c.skip(4)
}
