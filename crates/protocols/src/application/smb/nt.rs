//! What the objects of Windows have in common ([MS-DTYP]): rights, and who has them.

pub(crate) use super::{
    NT_ACCESS_MASK as ACCESS_MASK, NT_ACCESS_SACL as ACCESS_SACL, NT_ACE_FLAGS as ACE_FLAGS,
    NT_ACE_FLAGS_CONTAINER_INHERIT as ACE_FLAGS_CONTAINER_INHERIT,
    NT_ACE_FLAGS_FAILED_ACCESS as ACE_FLAGS_FAILED_ACCESS,
    NT_ACE_FLAGS_INHERIT_ONLY as ACE_FLAGS_INHERIT_ONLY,
    NT_ACE_FLAGS_INHERITED_ACE as ACE_FLAGS_INHERITED_ACE,
    NT_ACE_FLAGS_NON_PROPAGATE_INHERIT as ACE_FLAGS_NON_PROPAGATE_INHERIT,
    NT_ACE_FLAGS_OBJECT_INHERIT as ACE_FLAGS_OBJECT_INHERIT,
    NT_ACE_FLAGS_SUCCESSFUL_ACCESS as ACE_FLAGS_SUCCESSFUL_ACCESS, NT_ACE_OBJECT_FLAGS as ACE_OBJECT_FLAGS,
    NT_ACE_OBJECT_GUID as ACE_OBJECT_GUID, NT_ACE_SIZE as ACE_SIZE, NT_ACE_TYPE as ACE_TYPE,
    NT_ACL_NUM_ACES as ACL_NUM_ACES, NT_ACL_REVISION as ACL_REVISION, NT_ACL_SIZE as ACL_SIZE,
    NT_DELETE as DELETE, NT_GENERIC_ALL as GENERIC_ALL, NT_GENERIC_EXECUTE as GENERIC_EXECUTE,
    NT_GENERIC_READ as GENERIC_READ, NT_GENERIC_WRITE as GENERIC_WRITE,
    NT_MAXIMUM_ALLOWED as MAXIMUM_ALLOWED, NT_OFFSET_TO_DACL as OFFSET_TO_DACL,
    NT_OFFSET_TO_GROUP_SID as OFFSET_TO_GROUP_SID, NT_OFFSET_TO_OWNER_SID as OFFSET_TO_OWNER_SID,
    NT_OFFSET_TO_SACL as OFFSET_TO_SACL, NT_READ_CONTROL as READ_CONTROL,
    NT_SEC_DESC_REVISION as SEC_DESC_REVISION, NT_SEC_DESC_TYPE as SEC_DESC_TYPE,
    NT_SEC_DESC_TYPE_DACL_AUTO_INHERIT_REQ as SEC_DESC_TYPE_DACL_AUTO_INHERIT_REQ,
    NT_SEC_DESC_TYPE_DACL_AUTO_INHERITED as SEC_DESC_TYPE_DACL_AUTO_INHERITED,
    NT_SEC_DESC_TYPE_DACL_DEFAULTED as SEC_DESC_TYPE_DACL_DEFAULTED,
    NT_SEC_DESC_TYPE_DACL_PRESENT as SEC_DESC_TYPE_DACL_PRESENT,
    NT_SEC_DESC_TYPE_DACL_PROTECTED as SEC_DESC_TYPE_DACL_PROTECTED,
    NT_SEC_DESC_TYPE_DACL_TRUSTED as SEC_DESC_TYPE_DACL_TRUSTED,
    NT_SEC_DESC_TYPE_GROUP_DEFAULTED as SEC_DESC_TYPE_GROUP_DEFAULTED,
    NT_SEC_DESC_TYPE_OWNER_DEFAULTED as SEC_DESC_TYPE_OWNER_DEFAULTED,
    NT_SEC_DESC_TYPE_RM_CONTROL_VALID as SEC_DESC_TYPE_RM_CONTROL_VALID,
    NT_SEC_DESC_TYPE_SACL_AUTO_INHERIT_REQ as SEC_DESC_TYPE_SACL_AUTO_INHERIT_REQ,
    NT_SEC_DESC_TYPE_SACL_AUTO_INHERITED as SEC_DESC_TYPE_SACL_AUTO_INHERITED,
    NT_SEC_DESC_TYPE_SACL_DEFAULTED as SEC_DESC_TYPE_SACL_DEFAULTED,
    NT_SEC_DESC_TYPE_SACL_PRESENT as SEC_DESC_TYPE_SACL_PRESENT,
    NT_SEC_DESC_TYPE_SACL_PROTECTED as SEC_DESC_TYPE_SACL_PROTECTED,
    NT_SEC_DESC_TYPE_SELF_RELATIVE as SEC_DESC_TYPE_SELF_RELATIVE,
    NT_SEC_DESC_TYPE_SERVER_SECURITY as SEC_DESC_TYPE_SERVER_SECURITY, NT_SEC_INFO as SEC_INFO,
    NT_SID as SID, NT_SID_AUTH as SID_AUTH, NT_SID_DOMAIN as SID_DOMAIN, NT_SID_NUM_AUTH as SID_NUM_AUTH,
    NT_SID_REVISION as SID_REVISION, NT_SID_RID as SID_RID, NT_SID_SUBAUTH as SID_SUBAUTH,
    NT_SID_WKWN as SID_WKWN, NT_SPECIFIC_0 as SPECIFIC_0, NT_SPECIFIC_1 as SPECIFIC_1,
    NT_SPECIFIC_2 as SPECIFIC_2, NT_SPECIFIC_3 as SPECIFIC_3, NT_SPECIFIC_4 as SPECIFIC_4,
    NT_SPECIFIC_5 as SPECIFIC_5, NT_SPECIFIC_6 as SPECIFIC_6, NT_SPECIFIC_7 as SPECIFIC_7,
    NT_SPECIFIC_8 as SPECIFIC_8, NT_SPECIFIC_9 as SPECIFIC_9, NT_SPECIFIC_10 as SPECIFIC_10,
    NT_SPECIFIC_11 as SPECIFIC_11, NT_SPECIFIC_12 as SPECIFIC_12, NT_SPECIFIC_13 as SPECIFIC_13,
    NT_SPECIFIC_14 as SPECIFIC_14, NT_SPECIFIC_15 as SPECIFIC_15, NT_SYNCHRONISE as SYNCHRONISE,
    NT_WRITE_DAC as WRITE_DAC, NT_WRITE_OWNER as WRITE_OWNER,
};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Stop, names};

names! {
    /// Revisions of access control lists.
    pub(super) ACL_REVISIONS { 2 => "NT4", 4 => "AD" }
    /// Types of their entries ([MS-DTYP] 2.4.4.1).
    pub(super) ACE_TYPES {
        0 => "Access Allowed", 1 => "Access Denied", 2 => "System Audit", 3 => "System Alarm",
        4 => "Allowed Compound", 5 => "Allowed Object", 6 => "Denied Object", 7 => "Audit Object",
        8 => "Alarm Object", 9 => "Allowed Callback", 10 => "Denied Callback", 11 => "Allowed Callback Object",
        12 => "Denied Callback Object", 13 => "Audit Callback", 14 => "Alarm Callback",
        15 => "Audit Callback Object", 16 => "Alarm Callback Object", 17 => "Mandatory label",
        18 => "Resource Attribute", 19 => "Scoped Policy ID",
    }
}

/// Parts of a security descriptor ([MS-DTYP] 2.4.7).
pub(crate) const SEC_INFO_BITS: &[Field] =
    &[super::NT_SEC_INFO_SACL, super::NT_SEC_INFO_DACL, super::NT_SEC_INFO_GROUP, super::NT_SEC_INFO_OWNER];

/// What an entry of an object tells besides ([MS-DTYP] 2.4.4.3).
pub(super) const OBJECT_FLAGS: &[Field] =
    &[super::NT_ACE_OBJECT_FLAGS_OBJECT, super::NT_ACE_OBJECT_FLAGS_INHERITED];

/// Rights to any object ([MS-DTYP] 2.4.3).
pub(crate) const STANDARD_RIGHTS: &[Field] = &[
    GENERIC_READ,
    GENERIC_WRITE,
    GENERIC_EXECUTE,
    GENERIC_ALL,
    MAXIMUM_ALLOWED,
    ACCESS_SACL,
    SYNCHRONISE,
    WRITE_OWNER,
    WRITE_DAC,
    READ_CONTROL,
    DELETE,
];

/// Those that mean something else for each kind of object.
pub(super) const SPECIFIC_RIGHTS: &[Field] = &[
    SPECIFIC_15,
    SPECIFIC_14,
    SPECIFIC_13,
    SPECIFIC_12,
    SPECIFIC_11,
    SPECIFIC_10,
    SPECIFIC_9,
    SPECIFIC_8,
    SPECIFIC_7,
    SPECIFIC_6,
    SPECIFIC_5,
    SPECIFIC_4,
    SPECIFIC_3,
    SPECIFIC_2,
    SPECIFIC_1,
    SPECIFIC_0,
];

/// Control flags of a security descriptor ([MS-DTYP] 2.4.6).
pub(super) const CONTROL: &[Field] = &[
    SEC_DESC_TYPE_SELF_RELATIVE,
    SEC_DESC_TYPE_RM_CONTROL_VALID,
    SEC_DESC_TYPE_SACL_PROTECTED,
    SEC_DESC_TYPE_DACL_PROTECTED,
    SEC_DESC_TYPE_SACL_AUTO_INHERITED,
    SEC_DESC_TYPE_DACL_AUTO_INHERITED,
    SEC_DESC_TYPE_SACL_AUTO_INHERIT_REQ,
    SEC_DESC_TYPE_DACL_AUTO_INHERIT_REQ,
    SEC_DESC_TYPE_SERVER_SECURITY,
    SEC_DESC_TYPE_DACL_TRUSTED,
    SEC_DESC_TYPE_SACL_DEFAULTED,
    SEC_DESC_TYPE_SACL_PRESENT,
    SEC_DESC_TYPE_DACL_DEFAULTED,
    SEC_DESC_TYPE_DACL_PRESENT,
    SEC_DESC_TYPE_GROUP_DEFAULTED,
    SEC_DESC_TYPE_OWNER_DEFAULTED,
];

/// Flags of an entry of an access control list ([MS-DTYP] 2.4.4.1).
pub(super) const INHERITANCE: &[Field] = &[
    ACE_FLAGS_FAILED_ACCESS,
    ACE_FLAGS_SUCCESSFUL_ACCESS,
    ACE_FLAGS_INHERITED_ACE,
    ACE_FLAGS_INHERIT_ONLY,
    ACE_FLAGS_NON_PROPAGATE_INHERIT,
    ACE_FLAGS_CONTAINER_INHERIT,
    ACE_FLAGS_OBJECT_INHERIT,
];

/// Bytes before the parts of a SID.
const HEAD: usize = 8;
/// Authority of NT, and the part under it that says that a domain follows.
const NT_AUTHORITY: u64 = 5;
const DOMAIN: u32 = 21;
/// The part that says that a group of the host follows.
const LOCAL_GROUPS: u32 = 32;

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
    let authority = bytes.get(2..HEAD).map_or(0, requin_wire::be);
    let first = parts(bytes).next().filter(|_| authority == NT_AUTHORITY);
    let count = parts(bytes).count();
    cx.under(item, |cx| -> Step {
        cx.u8(SID_REVISION, &mut b)?;
        cx.u8(SID_NUM_AUTH, &mut b)?;
        cx.uint(SID_AUTH, &mut b, 6)?;
        cx.add_str(SID_SUBAUTH, b.span(usize::MAX), |o| write_parts(o, parts(bytes)));
        let (under, last) = match (first, count) {
            (Some(DOMAIN), 4) => (12, false),
            (Some(DOMAIN), 5..) => (12, true),
            (Some(LOCAL_GROUPS), 2) => (0, true),
            _ => return Ok(()),
        };
        let mut rest = b;
        rest.advance(4 + under);
        if last {
            cx.field_le(SID_RID, &mut rest, 4)?;
        }
        let (known, name) = if under > 0 { ("S-1-5-21", "Domain SID") } else { ("S-1-5-32", "Local Group") };
        let named = cx.add_str(SID_WKWN, at, |o| _ = o.s(known));
        cx.label(named, |o| _ = o.s("Well-known SID: ").s(known).s("  (").s(name).s(")"));
        if under > 0 {
            b.advance(4);
            cx.add_str(SID_DOMAIN, b.span(under), |o| write_parts(o, parts(bytes).skip(1).take(3)));
        } else {
            cx.add_str(SID_WKWN, at, |o| write_sid(o, bytes));
        }
        Ok(())
    })?;
    Ok(item)
}
