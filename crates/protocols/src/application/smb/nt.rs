//! What the objects of Windows have in common ([MS-DTYP]): rights, and who has them.

use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Span, Step, Stop, proto};

const SET_NOTSET: Names = Names::Bools("Set", "Not set");

proto! {
    NT "nt" "Windows security" "NT" App
    on []
    fields {
        GENERIC_READ "nt.access_mask.generic_read" "Generic read": Bool(32) & 0x80000000 = SET_NOTSET;
        GENERIC_WRITE "nt.access_mask.generic_write" "Generic write": Bool(32) & 0x40000000 = SET_NOTSET;
        GENERIC_EXECUTE "nt.access_mask.generic_execute" "Generic execute": Bool(32) & 0x20000000 = SET_NOTSET;
        GENERIC_ALL "nt.access_mask.generic_all" "Generic all": Bool(32) & 0x10000000 = SET_NOTSET;
        MAXIMUM_ALLOWED "nt.access_mask.maximum_allowed" "Maximum allowed": Bool(32) & 0x2000000 = SET_NOTSET;
        ACCESS_SACL "nt.access_mask.access_sacl" "Access SACL": Bool(32) & 0x800000 = SET_NOTSET;
        SYNCHRONISE "nt.access_mask.synchronise" "Synchronise": Bool(32) & 0x100000 = SET_NOTSET;
        WRITE_OWNER "nt.access_mask.write_owner" "Write owner": Bool(32) & 0x80000 = SET_NOTSET;
        WRITE_DAC "nt.access_mask.write_dac" "Write DAC": Bool(32) & 0x40000 = SET_NOTSET;
        READ_CONTROL "nt.access_mask.read_control" "Read control": Bool(32) & 0x20000 = SET_NOTSET;
        DELETE "nt.access_mask.delete" "Delete": Bool(32) & 0x10000 = SET_NOTSET;
        SID_REVISION "nt.sid.revision" "Revision": U8 Dec;
        SID_NUM_AUTH "nt.sid.num_auth" "Num Auth": U8 Dec;
        SID_AUTH "nt.sid.auth" "Authority": U64 Dec;
        SID_SUBAUTH "nt.sid.subauth" "Subauthorities": Str;
        SID_WKWN "nt.sid.wkwn" "Well-known SID": Str;
        SID_DOMAIN "nt.sid.domain" "Domain": Str;
    }
}

/// Its fields are shown where they are carried.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Bytes before the parts of a SID.
const HEAD: usize = 8;
/// Authority of NT, and the part under it that says that a domain follows.
const NT_AUTHORITY: u64 = 5;
const DOMAIN: u32 = 21;

/// Bytes of the SID that begins here ([MS-DTYP] 2.4.2.2).
pub(crate) fn sid_len(c: &Cursor<'_>) -> Result<usize, Stop> {
    Ok(HEAD + 4 * usize::from(c.peek_u8(1)?))
}

/// Writes a SID: its revision, authority, and the parts under that.
pub(crate) fn write_sid(o: &mut Out<'_>, sid: &[u8]) {
    let authority = sid.get(2..HEAD).map_or(0, requin_wire::be);
    o.s("S-").u(sid.first().copied().unwrap_or(0)).s("-").u(authority);
    for part in parts(sid) {
        o.s("-").u(part);
    }
}

fn parts(sid: &[u8]) -> impl Iterator<Item = u32> {
    sid.get(HEAD..).unwrap_or_default().as_chunks::<4>().0.iter().map(|b| u32::from_le_bytes(*b))
}

fn write_parts(o: &mut Out<'_>, parts: impl Iterator<Item = u32>) {
    for (nth, part) in parts.enumerate() {
        o.s(if nth > 0 { "-" } else { "" }).u(part);
    }
}

/// A SID in the field of whoever has it, and its parts.
pub(crate) fn sid<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<Item, Stop> {
    let len = sid_len(c)?;
    let (at, mut b) = (c.span(len), c.take_all(len)?);
    let bytes = b.rest();
    let item = cx.add_str(field, at, |o| write_sid(o, bytes));
    let domain = bytes.get(2..HEAD).map_or(0, requin_wire::be) == NT_AUTHORITY
        && parts(bytes).next() == Some(DOMAIN)
        && parts(bytes).count() >= 4;
    cx.under(item, |cx| -> Step {
        cx.u8(SID_REVISION, &mut b)?;
        cx.u8(SID_NUM_AUTH, &mut b)?;
        cx.uint(SID_AUTH, &mut b, 6)?;
        cx.add_str(SID_SUBAUTH, b.span(usize::MAX), |o| write_parts(o, parts(bytes)));
        if domain {
            let (head, mut rest): (Span, _) = (at, b);
            let named = cx.add_str(SID_WKWN, head, |o| _ = o.s("S-1-5-21"));
            cx.label(named, |o| _ = o.s("Well-known SID: S-1-5-21  (Domain SID)"));
            rest.advance(4);
            cx.add_str(SID_DOMAIN, rest.span(12), |o| write_parts(o, parts(bytes).skip(1).take(3)));
        }
        Ok(())
    })?;
    Ok(item)
}
