//! Security descriptors ([MS-DTYP] 2.4.6): who owns an object, and who may do what with it.

use super::common::flags;
use super::nt::*;
use requin_wire::{Cursor, Cx, Field, Sink, Step};

/// Entries of an access control list: as many as fit, but no more than this.
const MOST: u32 = 1000;

/// A descriptor whose parts are found by their offsets.
pub(crate) fn security<S: Sink>(cx: &mut Cx<'_, S>, all: Cursor<'_>) -> Step {
    let mut c = all;
    let line = cx.line(all.span(usize::MAX), |o| _ = o.s("NT Security Descriptor"));
    cx.under(line, |cx| {
        cx.u16_le(SEC_DESC_REVISION, &mut c)?;
        flags(cx, SEC_DESC_TYPE, &mut c, 2, CONTROL)?;
        let mut at = [0; 4];
        for (at, field) in
            at.iter_mut().zip([OFFSET_TO_OWNER_SID, OFFSET_TO_GROUP_SID, OFFSET_TO_SACL, OFFSET_TO_DACL])
        {
            *at = cx.u32_le(field, &mut c)? as usize;
        }
        let [owner, group, sacl, dacl] = at;
        for (at, who) in [(owner, "Owner"), (group, "Group")] {
            if let Some(mut c) = part(all, at)? {
                named_sid(cx, &mut c, who)?;
            }
        }
        for (at, name) in [(sacl, "NT System (SACL) ACL"), (dacl, "NT User (DACL) ACL")] {
            if let Some(c) = part(all, at)? {
                list(cx, c, name)?;
            }
        }
        Ok(())
    })
}

fn part(all: Cursor<'_>, at: usize) -> Result<Option<Cursor<'_>>, requin_wire::Stop> {
    let mut c = all;
    c.skip(at)?;
    Ok((at > 0).then_some(c))
}

fn named_sid<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, who: &str) -> Step {
    let (len, bytes) = (sid_len(c)?, c.rest());
    let item = sid(cx, SID, c)?;
    cx.label(item, |o| write_sid(o.s(who).s(": "), bytes.get(..len).unwrap_or(bytes)));
    Ok(())
}

/// An access control list ([MS-DTYP] 2.4.5).
fn list<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, name: &str) -> Step {
    let size = requin_wire::le(c.peek_bytes(2, 2)?) as usize;
    let c = &mut c.take(size);
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s(name));
    cx.under(line, |cx| {
        cx.u16_le(ACL_REVISION, c)?;
        cx.u16_le(ACL_SIZE, c)?;
        let count = cx.u32_le(ACL_NUM_ACES, c)?;
        for _ in 0..count.min(MOST) {
            let size = requin_wire::le(c.peek_bytes(2, 2)?) as usize;
            let entry = c.take_all(size.max(4))?;
            entry_of(cx, entry)?;
        }
        Ok(())
    })
}

/// Entries that are a mask of rights and a SID: allowed, denied, audited, alarmed, and labels.
const PLAIN: &[u8] = &[0, 1, 2, 3, 17];

/// Those that tell of which objects or of which of their properties they are besides ([MS-DTYP] 2.4.4.3).
const OF_OBJECTS: &[u8] = &[5, 6, 7, 8];

fn entry_of<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let c = &mut c;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("NT ACE: "));
    cx.under(line, |cx| {
        let kind = cx.u8(ACE_TYPE, c)?;
        let inherited: &[Field] = INHERITANCE;
        flags(cx, ACE_FLAGS, c, 1, inherited)?;
        cx.u16_le(ACE_SIZE, c)?;
        if OF_OBJECTS.contains(&kind) {
            cx.flags_le(ACCESS_MASK, c, 4, &[STANDARD_RIGHTS, SPECIFIC_RIGHTS].concat())?;
            let (present, _) = cx.flags_le(ACE_OBJECT_FLAGS, c, 4, OBJECT_FLAGS)?;
            for _ in 0..(present & 3).count_ones() {
                cx.field_le(ACE_OBJECT_GUID, c, 16)?;
            }
            named_sid(cx, c, "SID")?;
        } else if PLAIN.contains(&kind) {
            cx.flags_le(ACCESS_MASK, c, 4, &[STANDARD_RIGHTS, SPECIFIC_RIGHTS].concat())?;
            named_sid(cx, c, "SID")?;
        }
        Ok(())
    })
}
