//! The data of resource records.

use super::fields::*;
use super::record::type_name;
use super::{Message, Name, dnssec, seconds, svcb};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Stop, Value};

/// Reads a name and adds it.
pub(super) fn name<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    m: Message,
    field: Field,
    c: &mut Cursor<'a>,
) -> Result<Name<'a>, Stop> {
    let start = *c;
    let name = Name::read(c, m.base)?;
    cx.add_str(field, c.span_since(&start), |o| name.write(o));
    Ok(name)
}

/// A text with its length before it.
fn counted<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    length: Field,
    field: Field,
    c: &mut Cursor<'a>,
) -> Result<&'a [u8], Stop> {
    let n = usize::from(cx.u8(length, c)?);
    cx.bytes(field, c, n)
}

/// A number and a name, of which nothing is shown when the name can't be read.
fn preferred<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    m: Message,
    [number, host]: [Field; 2],
    c: &mut Cursor<'a>,
) -> Result<(u16, Name<'a>), Stop> {
    let mut ahead = *c;
    ahead.skip(2)?;
    Name::read(&mut ahead, m.base)?;
    Ok((cx.u16(number, c)?, name(cx, m, host, c)?))
}

/// A record that is nothing but a name.
fn only_name<S: Sink>(
    cx: &mut Cx<'_, S>,
    m: Message,
    field: Field,
    c: &mut Cursor<'_>,
    item: Item,
    what: &str,
    in_info: bool,
) -> Step {
    let n = name(cx, m, field, c)?;
    cx.append(item, |o| {
        o.s(", ").s(what);
        n.write(o);
    });
    if in_info {
        cx.info_add(|o| {
            o.s(" ");
            n.write(o);
        });
    }
    Ok(())
}

/// Adds all that is left as one field.
pub(super) fn rest<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    cx.bytes(field, c, n).map(|_| ())
}

/// Dissects the data of a record of this type; `item` is the record's line.
pub(super) fn rdata<S: Sink>(
    cx: &mut Cx<'_, S>,
    m: Message,
    kind: u16,
    item: Item,
    mut c: Cursor<'_>,
) -> Step {
    let c = &mut c;
    match kind {
        1 => {
            let a = c.peek_u32(0)?;
            cx.field(A, c, 4)?;
            cx.append(item, |o| _ = o.s(", addr ").ipv4(a));
            cx.info_add(|o| _ = o.s(" ").ipv4(a));
        }
        2 => only_name(cx, m, NS, c, item, "ns ", true)?,
        3 => only_name(cx, m, MD, c, item, "md ", true)?,
        4 => only_name(cx, m, MF, c, item, "mf ", true)?,
        5 => only_name(cx, m, CNAME, c, item, "cname ", true)?,
        6 => {
            only_name(cx, m, SOA_MNAME, c, item, "mname ", true)?;
            name(cx, m, SOA_RNAME, c)?;
            cx.field(SOA_SERIAL_NUMBER, c, 4)?;
            for field in [SOA_REFRESH_INTERVAL, SOA_RETRY_INTERVAL, SOA_EXPIRE_LIMIT, SOA_MINIMUM_TTL] {
                seconds(cx, field, c)?;
            }
        }
        7 => only_name(cx, m, MB, c, item, "mb ", true)?,
        8 => only_name(cx, m, MG, c, item, "mg ", true)?,
        9 => only_name(cx, m, MR, c, item, "mr ", true)?,
        10 => m.rest(cx, NULL, c)?,
        11 => well_known_services(cx, m, c, item)?,
        12 => only_name(cx, m, PTR_DOMAIN_NAME, c, item, "", true)?,
        13 => {
            // Nothing is shown when the message ends in either.
            let cpu = usize::from(c.peek_u8(0)?);
            c.peek_bytes(2 + cpu, usize::from(c.peek_u8(1 + cpu)?))?;
            let cpu = counted(cx, HINFO_CPU_LENGTH, HINFO_CPU, c)?;
            let os = counted(cx, HINFO_OS_LENGTH, HINFO_OS, c)?;
            cx.append(item, |o| _ = o.s(", CPU ").text(cpu).s(", OS ").text(os));
            cx.info_add(|o| _ = o.s(" ").text(cpu).s(" ").text(os));
        }
        14 => {
            let r = name(cx, m, MINFO_R, c)?;
            let e = name(cx, m, MINFO_E, c)?;
            cx.append(item, |o| {
                o.s(", responsible mailbox ");
                r.write(o);
                o.s(", error mailbox ");
                e.write(o);
            });
            cx.info_add(|o| {
                o.s(" ");
                r.write(o);
                o.s(" ");
                e.write(o);
            });
        }
        15 => {
            let (preference, host) = preferred(cx, m, [MX_PREFERENCE, MX_MAIL_EXCHANGE], c)?;
            cx.append(item, |o| {
                o.s(", preference ").u(preference).s(", mx ");
                host.write(o);
            });
            cx.info_add(|o| {
                o.s(" ").u(preference).s(" ");
                host.write(o);
            });
        }
        16 | 99 => {
            let (length, text) = if kind == 16 { (TXT_LENGTH, TXT) } else { (SPF_LENGTH, SPF) };
            while m.goes_on(c) {
                counted(cx, length, text, c)?;
            }
        }
        17 => {
            name(cx, m, RP_MAILBOX, c)?;
            name(cx, m, RP_TXT_RR, c)?;
        }
        18 => _ = preferred(cx, m, [AFSDB_SUBTYPE, AFSDB_HOSTNAME], c)?,
        19 => _ = counted(cx, X25_LENGTH, X25_PSDN_ADDRESS, c)?,
        20 => {
            counted(cx, IDSN_LENGTH, IDSN_ADDRESS, c)?;
            if m.goes_on(c) {
                counted(cx, IDSN_SA_LENGTH, IDSN_SA_ADDRESS, c)?;
            }
        }
        21 => {
            cx.field(RT_SUBTYPE, c, 2)?;
            name(cx, m, RT_INTERMEDIATE_HOST, c)?;
        }
        22 => m.rest(cx, NSAP_RDATA, c)?,
        23 => _ = name(cx, m, NSAP_PTR_OWNER, c)?,
        24 | 46 => dnssec::signature(cx, m, c)?,
        25 => dnssec::key(cx, m, c)?,
        26 => {
            cx.field(PX_PREFERENCE, c, 2)?;
            name(cx, m, PX_MAP822, c)?;
            name(cx, m, PX_MAP400, c)?;
        }
        27 => {
            counted(cx, GPOS_LONGITUDE_LENGTH, GPOS_LONGITUDE, c)?;
            counted(cx, GPOS_LATITUDE_LENGTH, GPOS_LATITUDE, c)?;
            counted(cx, GPOS_ALTITUDE_LENGTH, GPOS_ALTITUDE, c)?;
        }
        28 => {
            let bytes = c.peek_bytes(0, 16)?;
            cx.field(AAAA, c, 16)?;
            cx.append(item, |o| _ = o.s(", addr ").ipv6(bytes));
            cx.info_add(|o| _ = o.s(" ").ipv6(bytes));
        }
        29 => location(cx, m, c)?,
        30 => {
            let next = name(cx, m, NXT_NEXT_DOMAIN_NAME, c)?;
            cx.append(item, |o| {
                o.s(", next domain name ");
                next.write(o);
            });
            cx.info_add(|o| {
                o.s(" ");
                next.write(o);
            });
            plain_bitmap(cx, m, c)?;
        }
        33 => {
            let priority = cx.u16(SRV_PRIORITY, c)?;
            let weight = cx.u16(SRV_WEIGHT, c)?;
            let port = cx.u16(SRV_PORT, c)?;
            let target = name(cx, m, SRV_TARGET, c)?;
            cx.append(item, |o| {
                o.s(", priority ").u(priority).s(", weight ").u(weight).s(", port ").u(port).s(", target ");
                target.write(o);
            });
            cx.info_add(|o| {
                o.s(" ").u(priority).s(" ").u(weight).s(" ").u(port).s(" ");
                target.write(o);
            });
        }
        35 => naming_authority(cx, m, c, item)?,
        36 => {
            let (preference, host) = preferred(cx, m, [KX_PREFERENCE, KX_KEY_EXCHANGE], c)?;
            cx.append(item, |o| {
                o.s(", preference ").u(preference).s(", kx ");
                host.write(o);
            });
            cx.info_add(|o| {
                o.s(" ").u(preference).s(" ");
                host.write(o);
            });
        }
        37 => {
            cx.field(CERT_TYPE, c, 2)?;
            cx.field(CERT_KEY_TAG, c, 2)?;
            cx.field(CERT_ALGORITHM, c, 1)?;
            if m.goes_on(c) {
                m.rest(cx, CERT_CERTIFICATE, c)?;
            }
        }
        38 => ipv6_parts(cx, m, c, item)?,
        39 => only_name(cx, m, DNAME, c, item, "dname ", true)?,
        42 => address_prefixes(cx, m, c)?,
        43 | 59 | 32769 => dnssec::delegation(cx, m, c)?,
        44 => {
            cx.field(SSHFP_ALGORITHM, c, 1)?;
            cx.field(SSHFP_FINGERPRINT_TYPE, c, 1)?;
            if m.goes_on(c) {
                m.rest(cx, SSHFP_FINGERPRINT, c)?;
            }
        }
        45 => ipsec_key(cx, m, c)?,
        47 => {
            let next = name(cx, m, NSEC_NEXT_DOMAIN_NAME, c)?;
            cx.append(item, |o| {
                o.s(", next domain name ");
                next.write(o);
            });
            cx.info_add(|o| {
                o.s(" ");
                next.write(o);
            });
            bitmap(cx, m, c)?;
        }
        48 | 60 => dnssec::public_key(cx, m, c)?,
        49 => m.rest(cx, DHCID_RDATA, c)?,
        50 => dnssec::nsec3(cx, m, c)?,
        51 => dnssec::nsec3_parameters(cx, c)?,
        52 | 53 => {
            cx.field(TLSA_CERTIFICATE_USAGE, c, 1)?;
            cx.field(TLSA_SELECTOR, c, 1)?;
            cx.field(TLSA_MATCHING_TYPE, c, 1)?;
            m.rest(cx, TLSA_CERTIFICATE_ASSOCIATION_DATA, c)?;
        }
        55 => {
            let hit = usize::from(cx.u8(HIP_HIT_LENGTH, c)?);
            cx.field(HIP_HIT_PK_ALGO, c, 1)?;
            let key = usize::from(cx.u16(HIP_PK_LENGTH, c)?);
            cx.bytes(HIP_HIT, c, hit)?;
            cx.bytes(HIP_PK, c, key)?;
            while m.goes_on(c) {
                name(cx, m, HIP_RENDEZVOUS_SERVER, c)?;
            }
        }
        61 => m.rest(cx, OPENPGPKEY, c)?,
        62 => {
            cx.field(CSYNC_SOA, c, 4)?;
            cx.flags(CSYNC_FLAGS, c, 2, &[CSYNC_FLAGS_IMMEDIATE, CSYNC_FLAGS_SOAMINIMUM])?;
            let span = c.span(m.left(c)?);
            cx.add(CSYNC_TYPE_BITMAP, span, Value::Bytes(span));
            bitmap(cx, m, c)?;
        }
        63 => {
            cx.field(ZONEMD_SERIAL, c, 4)?;
            cx.field(ZONEMD_SCHEME, c, 1)?;
            cx.field(ZONEMD_HASH_ALGO, c, 1)?;
            m.rest(cx, ZONEMD_DIGEST, c)?;
        }
        64 | 65 => svcb::parameters(cx, m, c)?,
        104 => {
            cx.field(ILNP_NID_PREFERENCE, c, 2)?;
            cx.bytes(ILNP_NID, c, 8)?;
        }
        105 => {
            cx.field(ILNP_L32_PREFERENCE, c, 2)?;
            cx.field(ILNP_L32, c, 4)?;
        }
        106 => {
            cx.field(ILNP_L64_PREFERENCE, c, 2)?;
            cx.bytes(ILNP_L64, c, 8)?;
        }
        107 => {
            cx.field(ILNP_LP_PREFERENCE, c, 2)?;
            name(cx, m, ILNP_LP, c)?;
        }
        108 => _ = cx.field(EUI48, c, 6)?,
        109 => _ = cx.field(EUI64, c, 8)?,
        249 => dnssec::transaction_key(cx, m, c)?,
        250 => dnssec::transaction_signature(cx, m, c)?,
        257 => authorization(cx, m, c)?,
        65281 => {
            cx.field(WINS_LOCAL_FLAG, c, 4)?;
            cx.field(WINS_LOOKUP_TIMEOUT, c, 4)?;
            cx.field(WINS_CACHE_TIMEOUT, c, 4)?;
            cx.field(WINS_NB_WINS_SERVERS, c, 4)?;
            while m.goes_on(c) {
                cx.field(WINS_WINS_SERVER, c, 4)?;
            }
        }
        65282 => {
            cx.field(WINSR_LOCAL_FLAG, c, 4)?;
            cx.field(WINSR_LOOKUP_TIMEOUT, c, 4)?;
            cx.field(WINSR_CACHE_TIMEOUT, c, 4)?;
            let domain = name(cx, m, WINSR_NAME_RESULT_DOMAIN, c)?;
            cx.append(item, |o| {
                o.s(", name result domain ");
                domain.write(o);
            });
            cx.info_add(|o| {
                o.s(" ");
                domain.write(o);
            });
        }
        65422 => {
            let version = cx.u8(XPF_IP_VERSION, c)?;
            cx.field(XPF_PROTOCOL, c, 1)?;
            let (fields, n) = if version == 6 {
                ([XPF_SOURCE_IPV6, XPF_DESTINATION_IPV6], 16)
            } else {
                ([XPF_SOURCE_IPV4, XPF_DESTINATION_IPV4], 4)
            };
            for field in fields {
                cx.field(field, c, n)?;
            }
            cx.field(XPF_SPORT, c, 2)?;
            cx.field(XPF_DPORT, c, 2)?;
        }
        _ => {
            cx.expert_here(UNDECODED_TYPE, c.span(0), |o| {
                o.s("Dissector for DNS Type (").u(kind);
                o.s(") code not implemented, Contact Wireshark developers if you want this supported");
            });
            m.rest(cx, DATA, c)?;
        }
    }
    Ok(())
}

/// Types in windows of 256 bits, RFC 4034 section 4.1.2.
pub(super) fn bitmap<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    while c.pos() < m.end {
        let start = *c;
        let h = c.array::<2>()?;
        let bytes = c.bytes(usize::from(h[1]))?;
        let span = c.span_since(&start);
        types(cx, u16::from(h[0]) << 8, bytes, span);
    }
    Ok(())
}

/// Types from zero, RFC 2535 section 5.2.
fn plain_bitmap<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    let n = m.end.saturating_sub(c.pos());
    let span = c.span(n);
    let bytes = c.bytes(n)?;
    types(cx, 0, bytes, span);
    Ok(())
}

fn types<S: Sink>(cx: &mut Cx<'_, S>, first: u16, bytes: &[u8], span: requin_wire::Span) {
    for (i, byte) in bytes.iter().enumerate() {
        for bit in (0..8).filter(|bit| byte >> (7 - bit) & 1 != 0) {
            let kind = first.wrapping_add((8 * i) as u16 + bit);
            let item = cx.add(RESP_TYPE, span, Value::U(u64::from(kind)));
            cx.label(item, |o| {
                o.s("RR type in bit map: ");
                match QRY_TYPE_NAMES.find(u64::from(kind)) {
                    Some(name) => _ = o.s(name),
                    None => type_name(o, kind),
                }
            });
        }
    }
}

fn well_known_services<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>, item: Item) -> Step {
    let a = c.peek_u32(0)?;
    cx.field(WKS_ADDRESS, c, 4)?;
    cx.append(item, |o| _ = o.s(", addr ").ipv4(a));
    cx.info_add(|o| _ = o.s(" ").ipv4(a));
    cx.field(WKS_PROTOCOL, c, 1)?;
    let mut first = 0u32;
    while m.goes_on(c) {
        let bits = c.peek_u8(0)?;
        if bits != 0 {
            let it = cx.peek(WKS_BITS, c, 1)?;
            cx.label(it, |o| {
                o.s("Bits: ").hex(bits, 2).s(" (");
                let mut begun = false;
                for bit in (0..8u32).filter(|bit| bits >> (7 - bit) & 1 != 0) {
                    o.s(if begun { ", " } else { "" }).u(first + bit);
                    begun = true;
                }
                o.s(")");
            });
        }
        c.skip(1)?;
        first += 8;
    }
    Ok(())
}

/// Size and precisions: a digit and a power of ten, in centimetres.
fn metres(o: &mut Out<'_>, raw: u8) {
    let (digit, power) = (u64::from(raw >> 4), u32::from(raw & 15).min(9));
    let cm = digit * 10u64.pow(power);
    if cm < 100 {
        o.s(" (0.").u0(cm, 2).s(" m)");
    } else {
        o.s(" (").u(cm / 100).s(" m)");
    }
}

/// Thousandths of seconds of arc around 2^31.
fn arc(o: &mut Out<'_>, raw: u32, directions: [&str; 2]) {
    let value = i64::from(raw) - (1 << 31);
    let direction = if value < 0 { directions[1] } else { directions[0] };
    let n = value.unsigned_abs();
    o.s(" (").u(n / 3_600_000).s(" deg ").u(n / 60_000 % 60).s(" min ").u(n / 1000 % 60).s(".");
    o.u0(n % 1000, 3).s(" sec ").s(direction).s(")");
}

/// Where a host stands, RFC 1876.
fn location<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    let all = *c;
    let version = cx.u8(LOC_VERSION, c)?;
    if version != 0 {
        return m.rest(cx, LOC_UNKNOWN_DATA, &mut { all });
    }
    for field in [LOC_SIZE, LOC_HORIZONTAL_PRECISION, LOC_VERTICAL_PRECISION] {
        let raw = c.peek_u8(0)?;
        let item = cx.field(field, c, 1)?;
        cx.append(item, |o| metres(o, raw));
    }
    for (field, directions) in [(LOC_LATITUDE, ["N", "S"]), (LOC_LONGITUDE, ["E", "W"])] {
        let raw = c.peek_u32(0)?;
        let item = cx.field(field, c, 4)?;
        cx.append(item, |o| arc(o, raw, directions));
    }
    let raw = c.peek_u32(0)?;
    let item = cx.field(LOC_ALTITUDE, c, 4)?;
    cx.append(item, |o| {
        let cm = i64::from(raw) - 10_000_000;
        o.s(if cm < 0 { " (-" } else { " (" }).u(cm.unsigned_abs() / 100);
        if cm % 100 != 0 {
            o.s(".").u0(cm.unsigned_abs() % 100, 2);
        }
        o.s(" m)");
    });
    Ok(())
}

/// Rewriting of telephone numbers and other names, RFC 3403.
fn naming_authority<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>, item: Item) -> Step {
    let order = cx.u16(NAPTR_ORDER, c)?;
    let preference = cx.u16(NAPTR_PREFERENCE, c)?;
    let flags = counted(cx, NAPTR_FLAGS_LENGTH, NAPTR_FLAGS, c)?;
    counted(cx, NAPTR_SERVICE_LENGTH, NAPTR_SERVICE, c)?;
    counted(cx, NAPTR_REGEX_LENGTH, NAPTR_REGEX, c)?;
    let start = *c;
    let replacement = Name::read(c, m.base)?;
    let span = c.span_since(&start);
    cx.generated(NAPTR_REPLACEMENT_LENGTH, span, Value::U(replacement.len as u64));
    cx.add_str(NAPTR_REPLACEMENT, span, |o| replacement.write(o));
    cx.append(item, |o| {
        o.s(", order ").u(order).s(", preference ").u(preference).s(", flags ").text(flags);
    });
    cx.info_add(|o| _ = o.s(" ").u(order).s(" ").u(preference).s(" ").text(flags));
    Ok(())
}

/// Part of an IPv6 address and the name of the rest, RFC 2874.
fn ipv6_parts<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>, item: Item) -> Step {
    let prefix = cx.u8(A6_PREFIX_LEN, c)?;
    let suffix_len = 16usize.saturating_sub(usize::from(prefix) / 8).min(16);
    let start = *c;
    let mut address = [0u8; 16];
    let bytes = c.bytes(suffix_len)?;
    for (to, from) in address.iter_mut().rev().zip(bytes.iter().rev()) {
        *to = *from;
    }
    let span = c.span_since(&start);
    cx.add_bytes(A6_ADDRESS_SUFFIX, span, &address);
    let rest = if prefix > 0 { Some(name(cx, m, A6_PREFIX_NAME, c)?) } else { None };
    let write = |o: &mut Out<'_>| {
        o.s(" ").u(prefix).s(" ").ipv6(&address).s(" ");
        if let Some(n) = rest {
            n.write(o);
        }
    };
    cx.append(item, |o| {
        o.s(", addr");
        write(o);
    });
    cx.info_add(write);
    Ok(())
}

/// Lists of address prefixes, RFC 3123.
fn address_prefixes<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    while c.pos() + 1 < m.end {
        let family = cx.u16(APL_ADDRESS_FAMILY, c)?;
        cx.field(APL_CODED_PREFIX, c, 1)?;
        cx.peek(APL_NEGATION, c, 1)?;
        let len = usize::from(cx.u8(APL_AFDLENGTH, c)? & 0x7f);
        let span = c.span(len);
        let bytes = c.bytes(len)?;
        let mut address = [0u8; 16];
        for (to, from) in address.iter_mut().zip(bytes) {
            *to = *from;
        }
        match family {
            1 if len <= 4 => {
                let a = u32::from_be_bytes([address[0], address[1], address[2], address[3]]);
                cx.add(APL_AFDPART_IPV4, span, Value::U(u64::from(a)));
            }
            2 if len <= 16 => _ = cx.add_bytes(APL_AFDPART_IPV6, span, &address),
            _ => _ = cx.add(APL_AFDPART_DATA, span, Value::Bytes(span)),
        }
    }
    Ok(())
}

/// Keys of gateways, RFC 4025.
fn ipsec_key<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    cx.field(IPSECKEY_GATEWAY_PRECEDENCE, c, 1)?;
    let kind = cx.u8(IPSECKEY_GATEWAY_TYPE, c)?;
    cx.field(IPSECKEY_GATEWAY_ALGORITHM, c, 1)?;
    match kind {
        1 => _ = cx.field(IPSECKEY_GATEWAY_IPV4, c, 4)?,
        2 => _ = cx.field(IPSECKEY_GATEWAY_IPV6, c, 16)?,
        3 => _ = name(cx, m, IPSECKEY_GATEWAY_DNS, c)?,
        _ => (),
    }
    if m.goes_on(c) {
        m.rest(cx, IPSECKEY_PUBLIC_KEY, c)?;
    }
    Ok(())
}

/// Who may certify the domain, RFC 8659.
fn authorization<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    cx.flags(CAA_FLAGS, c, 1, &[CAA_FLAGS_ISSUER_CRITICAL])?;
    let tag_len = usize::from(c.peek_u8(0)?);
    let tag = c.peek_bytes(1, tag_len)?;
    let value = c.peek_bytes(1 + tag_len, m.left(c)?.saturating_sub(1 + tag_len))?;
    let field = match tag {
        b"issue" => CAA_ISSUE,
        b"issuewild" => CAA_ISSUEWILD,
        b"iodef" => CAA_IODEF,
        _ => CAA_UNKNOWN,
    };
    let span = c.span(m.left(c)?);
    let value_span =
        requin_wire::Span { start: span.start + 1 + tag_len as u32, len: value.len() as u32, ..span };
    let item = cx.add(field, span, Value::Str(value_span));
    cx.under(item, |cx| -> Step {
        cx.field(CAA_TAG_LENGTH, c, 1)?;
        cx.bytes(CAA_TAG, c, tag_len)?;
        m.rest(cx, CAA_VALUE, c)
    })
}
