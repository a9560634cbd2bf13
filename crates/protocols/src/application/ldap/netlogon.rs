//! Pings of domain controllers ([MS-ADTS] 6.3): what values of LDAP hold that Windows reads in them.

use super::*;
use crate::application::dns::Name;
use crate::application::smb::nt;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Span, Step};

/// Answers whose names are compressed as those of DNS are (6.3.1.9).
const WITH_NAMES: std::ops::RangeInclusive<u16> = 23..=25;

/// Bytes of the versions and tokens at the end of an answer.
const END: usize = 8;

const FLAG_BITS: &[Field] = &[
    NETLOGON_FLAGS_FORESTNC,
    NETLOGON_FLAGS_DEFAULTNC,
    NETLOGON_FLAGS_DNSNAME,
    NETLOGON_FLAGS_WRITABLEDC,
    NETLOGON_FLAGS_RODC,
    NETLOGON_FLAGS_NDNC,
    NETLOGON_FLAGS_GOOD_TIMESERV,
    NETLOGON_FLAGS_WRITABLE,
    NETLOGON_FLAGS_CLOSEST,
    NETLOGON_FLAGS_TIMESERV,
    NETLOGON_FLAGS_KDC,
    NETLOGON_FLAGS_DS,
    NETLOGON_FLAGS_LDAP,
    NETLOGON_FLAGS_GC,
    NETLOGON_FLAGS_PDC,
];

const VERSIONS: &[Field] = &[
    NETLOGON_NTVER_SEARCHFLAGS_V1,
    NETLOGON_NTVER_SEARCHFLAGS_V5,
    NETLOGON_NTVER_SEARCHFLAGS_V5EX,
    NETLOGON_NTVER_SEARCHFLAGS_V5EP,
    NETLOGON_NTVER_SEARCHFLAGS_VCS,
    NETLOGON_NTVER_SEARCHFLAGS_VNT4,
    NETLOGON_NTVER_SEARCHFLAGS_VPDC,
    NETLOGON_NTVER_SEARCHFLAGS_VIP,
    NETLOGON_NTVER_SEARCHFLAGS_VL,
    NETLOGON_NTVER_SEARCHFLAGS_VGC,
];

const NAMES: &[Field] = &[
    NETLOGON_FOREST,
    NETLOGON_DOMAIN,
    NETLOGON_HOSTNAME,
    NETLOGON_NB_DOMAIN,
    NETLOGON_NB_HOSTNAME,
    NETLOGON_USERNAME,
    NETLOGON_SITENAME,
    NETLOGON_CLIENTSITENAME,
];

/// A value that is compared with an attribute of this name; whether it is one of those that are read.
pub(super) fn compared<S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &[u8],
    mut c: Cursor<'_>,
) -> Result<bool, requin_wire::Stop> {
    let c = &mut c;
    let is = |n: &str| name.eq_ignore_ascii_case(n.as_bytes());
    if is("DomainSid") {
        nt::sid(cx, SID, c)?;
    } else if is("DomainGuid") && c.left() == 16 {
        cx.field_le(GUID, c, 16)?;
    } else if is("NtVer") && c.left() == 4 {
        versions(cx, c)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// Writes a value that such an attribute is compared with.
pub(super) fn written(o: &mut Out<'_>, name: &[u8], value: &[u8]) {
    match value.first_chunk::<4>() {
        Some(flags) if name.eq_ignore_ascii_case(b"NtVer") && value.len() == 4 => {
            o.hex(u32::from_le_bytes(*flags), 8)
        }
        _ => o.text(value),
    };
}

/// A value of an attribute of this name; whether it is one of those that are read.
pub(super) fn given<S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &[u8],
    mut c: Cursor<'_>,
) -> Result<bool, requin_wire::Stop> {
    let c = &mut c;
    let is = |n: &str| name.eq_ignore_ascii_case(n.as_bytes());
    if is("netlogon") && c.left() > 2 && WITH_NAMES.contains(&(requin_wire::le(c.peek_bytes(0, 2)?) as u16)) {
        answer(cx, *c)?;
    } else if is("objectSid") {
        nt::sid(cx, SID, c)?;
    } else if is("objectGUID") && c.left() == 16 {
        cx.field_le(GUID, c, 16)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// Which versions of answers are asked for, or one is of.
fn versions<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    bits(cx, NETLOGON_NTVER_FLAGS, c, VERSIONS)
}

/// Flags of 32 bits; those that are set are told in one line.
fn bits<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, bits: &[Field]) -> Step {
    let (set, item) = cx.flags_le(field, c, 4, bits)?;
    let registry = cx.registry;
    cx.append(item, |o| {
        for def in bits.iter().map(|f| registry.field(*f)).filter(|def| set & def.mask != 0) {
            o.s(", ").s(def.label).s(": ").s(def.names.find(1).unwrap_or_default());
        }
    });
    Ok(())
}

/// What a domain controller says of itself.
fn answer<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let base = c.pos();
    cx.u16_le(NETLOGON_OPCODE, &mut c)?;
    c.skip(2)?;
    bits(cx, NETLOGON_FLAGS, &mut c, FLAG_BITS)?;
    cx.field_le(NETLOGON_DOMAIN_GUID, &mut c, 16)?;
    for field in NAMES {
        let start = c;
        let name = Name::read(&mut c, base)?;
        let at: Span = c.span_since(&start);
        cx.add_str(*field, at, |o| name.write(o));
    }
    // An address may stand before them.
    c.skip(c.left().saturating_sub(END))?;
    versions(cx, &mut c)?;
    cx.u16_le(NETLOGON_LM_TOKEN, &mut c)?;
    cx.u16_le(NETLOGON_NT_TOKEN, &mut c)?;
    Ok(())
}
