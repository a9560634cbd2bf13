//! The Extensible Authentication Protocol, RFC 3748.

mod identity;
mod names;
mod networks;
mod sim;

use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

proto! {
    EAP "eap" "Extensible Authentication Protocol" "EAP" App
    on [Ppp 0xc227]
    fields {
        CODE "eap.code" "Code": U8 Dec = names::CODE;
        ID_FIELD "eap.id" "Id": U8 Dec;
        LEN "eap.len" "Length": U16 Dec;
        TYPE "eap.type" "Type": U8 Dec = names::TYPE;
        DESIRED_TYPE "eap.desired_type" "Desired Auth Type": U8 Dec = names::TYPE;
        IDENTITY "eap.identity" "Identity": Str;
        IDENTITY_PREFIX "eap.identity.prefix" "Identity Prefix": Char Hex;
        IDENTITY_TYPE "eap.identity.type" "Identity Type": Str;
        IDENTITY_FULL "eap.identity.full" "Identity (Full)": Str;
        IDENTITY_MCC "eap.identity.mcc" "Identity Mobile Country Code": U16 Dec = crate::network::countries::COUNTRIES;
        IDENTITY_MNC "eap.identity.mnc" "Identity Mobile Network Code": U16 Dec = networks::NETWORKS;
        IDENTITY_PADDING "eap.identity.padding" "Padding": Bytes;
        IDENTITY_ACTUAL_LEN "eap.identity.actual_len" "Identity Actual Length": U16 Dec;
        NOTIFICATION "eap.notification" "Notification": Str;
        MD5_VALUE_SIZE "eap.md5.value_size" "EAP-MD5 Value-Size": U8 Dec;
        MD5_VALUE "eap.md5.value" "EAP-MD5 Value": Bytes;
        MD5_EXTRA_DATA "eap.md5.extra_data" "EAP-MD5 Extra Data": Bytes;
        TLS_FLAGS "eap.tls.flags" "EAP-TLS Flags": U8 Hex;
        TLS_FLAGS_LEN_INCLUDED "eap.tls.flags.len_included" "Length Included": Bool(8) & 0x80;
        TLS_FLAGS_MORE_FRAGMENTS "eap.tls.flags.more_fragments" "More Fragments": Bool(8) & 0x40;
        TLS_FLAGS_START "eap.tls.flags.start" "Start": Bool(8) & 0x20;
        TLS_FLAGS_OUTER_TLV "eap.tls.flags.outer_tlv_len_included" "Outer TLV Length Included": Bool(8) & 0x10;
        TLS_FLAGS_VERSION "eap.tls.flags.version" "Version": U8 Dec & 0x7;
        TLS_LEN "eap.tls.len" "EAP-TLS Length": U32 Dec;
        SIM_SUBTYPE "eap.sim.subtype" "EAP-SIM Subtype": U8 Dec = names::SIM_SUBTYPE;
        SIM_RESERVED "eap.sim.reserved" "EAP-SIM Reserved": U16 Hex;
        SIM_SUBTYPE_ATTRIBUTE "eap.sim.subtype.attribute" "EAP-SIM Attribute": None;
        SIM_SUBTYPE_TYPE "eap.sim.subtype.type" "EAP-SIM Type": U8 Dec = names::SIM_SUBTYPE_TYPE;
        SIM_SUBTYPE_LEN "eap.sim.subtype.len" "EAP-SIM Length": U8 Dec;
        SIM_NOTIFICATION_TYPE "eap.sim.notification_type" "EAP-SIM Notification Type": U16 Dec = names::SIM_NOTIFICATION_TYPE;
        SIM_ERROR_CODE "eap.sim.error_code" "EAP-SIM Error Code": U16 Dec = names::SIM_ERROR_CODE;
        SIM_SUBTYPE_VALUE "eap.sim.subtype.value" "EAP-SIM Value": Bytes;
        AKA_SUBTYPE "eap.aka.subtype" "EAP-AKA Subtype": U8 Dec = names::AKA_SUBTYPE;
        AKA_RESERVED "eap.aka.reserved" "EAP-AKA Reserved": U16 Hex;
        AKA_SUBTYPE_ATTRIBUTE "eap.aka.subtype.attribute" "EAP-AKA Attribute": None;
        AKA_SUBTYPE_TYPE "eap.aka.subtype.type" "EAP-AKA Type": U8 Dec = names::SIM_SUBTYPE_TYPE;
        AKA_SUBTYPE_LEN "eap.aka.subtype.len" "EAP-AKA Length": U8 Dec;
        AKA_NOTIFICATION_TYPE "eap.aka.notification_type" "EAP-AKA Notification Type": U16 Dec = names::SIM_NOTIFICATION_TYPE;
        AKA_ERROR_CODE "eap.aka.error_code" "EAP-AKA Error Code": U16 Dec = names::SIM_ERROR_CODE;
        AKA_SUBTYPE_VALUE "eap.aka.subtype.value" "EAP-AKA Value": Bytes;
        DATA "eap.data" "EAP Data": Bytes;
    }
    experts {
        BAD_LENGTH "eap.bad_length" Warn Protocol "Bad length (too small or too large)";
        MITM_ATTACKS "eap.mitm_attacks" Warn Security "Vulnerable to MITM attacks. If possible, change EAP type.";
        MD5_VALUE_SIZE_OVERFLOW "eap.md5.value_size.overflow" Warn Protocol "Overflow";
        IDENTITY_NONASCII "eap.identity.nonascii" Warn Protocol "Non-ASCII characters within identity";
    }
}

/// Methods.
mod method {
    pub const IDENTITY: u8 = 1;
    pub const NOTIFICATION: u8 = 2;
    pub const NAK: u8 = 3;
    pub const MD5: u8 = 4;
    pub const TLS: u8 = 13;
    pub const LEAP: u8 = 17;
    pub const SIM: u8 = 18;
    pub const TTLS: u8 = 21;
    pub const AKA: u8 = 23;
    pub const PEAP: u8 = 25;
    pub const MS_AUTH: u8 = 26;
    pub const FAST: u8 = 43;
    pub const AKA_PRIME: u8 = 50;
    pub const TEAP: u8 = 55;
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    show(cx, c)
}

/// Shows a packet where the tree is: 802.1X carries it without a layer of its own.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("EAP");
    cx.info_clear();
    let all = c;
    let h = c.peek_array::<4>()?;
    let (code, len) = (h[0], usize::from(u16::from_be_bytes([h[2], h[3]])));
    cx.info(|o| match names::CODE.find(u64::from(code)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown code (0x").x(code, 2).s(")"),
    });
    cx.field(CODE, &mut c, 1)?;
    cx.field(ID_FIELD, &mut c, 1)?;
    let item = cx.field(LEN, &mut c, 2)?;
    if len < 4 || len > all.left() {
        cx.expert(BAD_LENGTH, item, all.span(0));
    }
    // Only requests and responses say more.
    if !matches!(code, 1 | 2) {
        return Ok(());
    }
    let mut body = if (4..=all.left()).contains(&len) { c.within(len - 4) } else { c };
    let kind = body.peek_u8(0)?;
    cx.info_add(|o| match names::TYPE.find(u64::from(kind)) {
        Some(name) => _ = o.s(", ").s(name),
        None => _ = o.s(", Unknown type (0x").x(kind, 2).s(")"),
    });
    let item = cx.field(TYPE, &mut body, 1)?;
    if len > all.left() {
        return Err(Stop::Short);
    }
    let left = body.left();
    match kind {
        _ if left == 0 => Ok(()),
        method::IDENTITY => identity::show(cx, body),
        method::NOTIFICATION => cx.field(NOTIFICATION, &mut body, left).map(|_| ()),
        method::NAK => cx.field(DESIRED_TYPE, &mut body, 1).map(|_| ()),
        method::MD5 => {
            cx.expert(MITM_ATTACKS, item, all.span(0));
            md5(cx, body)
        }
        method::SIM => sim::show(cx, body, &sim::SIM_FIELDS),
        method::AKA | method::AKA_PRIME => sim::show(cx, body, &sim::AKA_FIELDS),
        method::TLS | method::TTLS | method::PEAP | method::FAST | method::TEAP => tls(cx, body, kind),
        method::LEAP | method::MS_AUTH | 33 | 46 | 47 | 49 | 51 | 254 => Ok(()),
        _ => cx.field(DATA, &mut body, left).map(|_| ()),
    }
}

fn md5<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let size = usize::from(c.peek_u8(0)?);
    let item = cx.field(MD5_VALUE_SIZE, &mut c, 1)?;
    if size > c.left() {
        cx.expert(MD5_VALUE_SIZE_OVERFLOW, item, c.span(0));
    }
    let size = size.min(c.left());
    cx.field(MD5_VALUE, &mut c, size)?;
    let extra = c.left();
    if extra > 0 {
        cx.field(MD5_EXTRA_DATA, &mut c, extra)?;
    }
    Ok(())
}

/// The flags, and the length of the whole when this is a part; records in fragments are not read.
fn tls<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8) -> Step {
    let flags = c.peek_u8(0)?;
    let item = cx.peek(TLS_FLAGS, &c, 1)?;
    cx.under(item, |cx| -> Step {
        for field in [TLS_FLAGS_LEN_INCLUDED, TLS_FLAGS_MORE_FRAGMENTS, TLS_FLAGS_START] {
            cx.peek(field, &c, 1)?;
        }
        if kind == method::TEAP {
            cx.peek(TLS_FLAGS_OUTER_TLV, &c, 1)?;
        }
        if kind != method::TLS {
            cx.peek(TLS_FLAGS_VERSION, &c, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    if flags & 0x80 != 0 {
        cx.field(TLS_LEN, &mut c, 4)?;
    }
    if c.is_empty() || flags & 0x40 != 0 {
        return Ok(());
    }
    match cx.registry.proto_named("tls").filter(|_| flags & 0x20 == 0) {
        Some(tls) => cx.call(tls.id, c),
        None => cx.call_nested(crate::meta::data::ID, c),
    }
}
