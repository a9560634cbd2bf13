//! What the objects of Windows have in common ([MS-DTYP]): rights, and who has them.

use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Step, Stop, names, proto};

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
        SID "nt.sid" "SID": Str;
        SID_RID "nt.sid.rid" "RID": U32 Dec;
        ACCESS_MASK "nt.access_mask" "Access required": U32 Hex;
        SEC_DESC_REVISION "nt.sec_desc.revision" "Revision": U16 Dec;
        SEC_DESC_TYPE "nt.sec_desc.type" "Type": U16 Hex;
        OFFSET_TO_OWNER_SID "nt.offset_to_owner_sid" "Offset to owner SID": U32 Dec;
        OFFSET_TO_GROUP_SID "nt.offset_to_group_sid" "Offset to group SID": U32 Dec;
        OFFSET_TO_SACL "nt.offset_to_sacl" "Offset to SACL": U32 Dec;
        OFFSET_TO_DACL "nt.offset_to_dacl" "Offset to DACL": U32 Dec;
        ACL_REVISION "nt.acl.revision" "Revision": U16 Dec = ACL_REVISIONS;
        ACL_SIZE "nt.acl.size" "Size": U16 Dec;
        ACL_NUM_ACES "nt.acl.num_aces" "Num ACEs": U32 Dec;
        ACE_TYPE "nt.ace.type" "Type": U8 Dec = ACE_TYPES;
        ACE_FLAGS "nt.ace.flags" "NT ACE Flags": U8 Hex;
        ACE_SIZE "nt.ace.size" "Size": U16 Dec;
        SPECIFIC_15 "nt.access_mask.specific_15" "Specific access, bit 15": Bool(32) & 0x8000 = Names::Bools("Set", "Not set");
        SPECIFIC_14 "nt.access_mask.specific_14" "Specific access, bit 14": Bool(32) & 0x4000 = Names::Bools("Set", "Not set");
        SPECIFIC_13 "nt.access_mask.specific_13" "Specific access, bit 13": Bool(32) & 0x2000 = Names::Bools("Set", "Not set");
        SPECIFIC_12 "nt.access_mask.specific_12" "Specific access, bit 12": Bool(32) & 0x1000 = Names::Bools("Set", "Not set");
        SPECIFIC_11 "nt.access_mask.specific_11" "Specific access, bit 11": Bool(32) & 0x800 = Names::Bools("Set", "Not set");
        SPECIFIC_10 "nt.access_mask.specific_10" "Specific access, bit 10": Bool(32) & 0x400 = Names::Bools("Set", "Not set");
        SPECIFIC_9 "nt.access_mask.specific_9" "Specific access, bit 9": Bool(32) & 0x200 = Names::Bools("Set", "Not set");
        SPECIFIC_8 "nt.access_mask.specific_8" "Specific access, bit 8": Bool(32) & 0x100 = Names::Bools("Set", "Not set");
        SPECIFIC_7 "nt.access_mask.specific_7" "Specific access, bit 7": Bool(32) & 0x80 = Names::Bools("Set", "Not set");
        SPECIFIC_6 "nt.access_mask.specific_6" "Specific access, bit 6": Bool(32) & 0x40 = Names::Bools("Set", "Not set");
        SPECIFIC_5 "nt.access_mask.specific_5" "Specific access, bit 5": Bool(32) & 0x20 = Names::Bools("Set", "Not set");
        SPECIFIC_4 "nt.access_mask.specific_4" "Specific access, bit 4": Bool(32) & 0x10 = Names::Bools("Set", "Not set");
        SPECIFIC_3 "nt.access_mask.specific_3" "Specific access, bit 3": Bool(32) & 0x8 = Names::Bools("Set", "Not set");
        SPECIFIC_2 "nt.access_mask.specific_2" "Specific access, bit 2": Bool(32) & 0x4 = Names::Bools("Set", "Not set");
        SPECIFIC_1 "nt.access_mask.specific_1" "Specific access, bit 1": Bool(32) & 0x2 = Names::Bools("Set", "Not set");
        SPECIFIC_0 "nt.access_mask.specific_0" "Specific access, bit 0": Bool(32) & 0x1 = Names::Bools("Set", "Not set");
        SEC_DESC_TYPE_OWNER_DEFAULTED "nt.sec_desc.type.owner_defaulted" "Owner Defaulted": Bool(16) & 0x1 = Names::Bools("OWNER is DEFAULTED", "Owner is NOT defaulted");
        SEC_DESC_TYPE_GROUP_DEFAULTED "nt.sec_desc.type.group_defaulted" "Group Defaulted": Bool(16) & 0x2 = Names::Bools("GROUP is DEFAULTED", "Group is NOT defaulted");
        SEC_DESC_TYPE_DACL_PRESENT "nt.sec_desc.type.dacl_present" "DACL Present": Bool(16) & 0x4 = Names::Bools("DACL is PRESENT", "DACL is NOT present");
        SEC_DESC_TYPE_DACL_DEFAULTED "nt.sec_desc.type.dacl_defaulted" "DACL Defaulted": Bool(16) & 0x8 = Names::Bools("DACL is DEFAULTED", "DACL is NOT defaulted");
        SEC_DESC_TYPE_SACL_PRESENT "nt.sec_desc.type.sacl_present" "SACL Present": Bool(16) & 0x10 = Names::Bools("SACL is PRESENT", "SACL is NOT present");
        SEC_DESC_TYPE_SACL_DEFAULTED "nt.sec_desc.type.sacl_defaulted" "SACL Defaulted": Bool(16) & 0x20 = Names::Bools("SACL is DEFAULTED", "SACL is NOT defaulted");
        SEC_DESC_TYPE_DACL_AUTO_INHERIT_REQ "nt.sec_desc.type.dacl_auto_inherit_req" "DACL Auto Inherit Required": Bool(16) & 0x100 = Names::Bools("DACL has AUTO INHERIT REQUIRED", "DACL does NOT require auto inherit");
        SEC_DESC_TYPE_DACL_TRUSTED "nt.sec_desc.type.dacl_trusted" "DACL Trusted": Bool(16) & 0x40 = Names::Bools("DACL TRUSTED is TRUE", "Dacl trusted is FALSE");
        SEC_DESC_TYPE_SERVER_SECURITY "nt.sec_desc.type.server_security" "Server Security": Bool(16) & 0x80 = Names::Bools("SERVER SECURITY is TRUE", "Server security is FALSE");
        SEC_DESC_TYPE_SACL_AUTO_INHERIT_REQ "nt.sec_desc.type.sacl_auto_inherit_req" "SACL Auto Inherit Required": Bool(16) & 0x200 = Names::Bools("SACL has AUTO INHERIT REQUIRED", "SACL does NOT require auto inherit");
        SEC_DESC_TYPE_DACL_AUTO_INHERITED "nt.sec_desc.type.dacl_auto_inherited" "DACL Auto Inherited": Bool(16) & 0x400 = Names::Bools("DACL is AUTO INHERITED", "DACL is NOT auto inherited");
        SEC_DESC_TYPE_SACL_AUTO_INHERITED "nt.sec_desc.type.sacl_auto_inherited" "SACL Auto Inherited": Bool(16) & 0x800 = Names::Bools("SACL is AUTO INHERITED", "SACL is NOT auto inherited");
        SEC_DESC_TYPE_DACL_PROTECTED "nt.sec_desc.type.dacl_protected" "DACL Protected": Bool(16) & 0x1000 = Names::Bools("The DACL is PROTECTED", "The DACL is NOT protected");
        SEC_DESC_TYPE_SACL_PROTECTED "nt.sec_desc.type.sacl_protected" "SACL Protected": Bool(16) & 0x2000 = Names::Bools("The SACL is PROTECTED", "The SACL is NOT protected");
        SEC_DESC_TYPE_SELF_RELATIVE "nt.sec_desc.type.self_relative" "Self Relative": Bool(16) & 0x8000 = Names::Bools("This SecDesc is SELF RELATIVE", "This SecDesc is NOT self relative");
        SEC_DESC_TYPE_RM_CONTROL_VALID "nt.sec_desc.type.rm_control_valid" "RM Control Valid": Bool(16) & 0x4000 = Names::Bools("Rm control valid is TRUE", "Rm control valid is FALSE");
        ACE_FLAGS_OBJECT_INHERIT "nt.ace.flags.object_inherit" "Object Inherit": Bool(8) & 0x1 = Names::Bools("Subordinate files will inherit this ACE", "Subordinate files will not inherit this ACE");
        ACE_FLAGS_CONTAINER_INHERIT "nt.ace.flags.container_inherit" "Container Inherit": Bool(8) & 0x2 = Names::Bools("Subordinate containers will inherit this ACE", "Subordinate containers will not inherit this ACE");
        ACE_FLAGS_NON_PROPAGATE_INHERIT "nt.ace.flags.non_propagate_inherit" "Non-Propagate Inherit": Bool(8) & 0x4 = Names::Bools("Subordinate object will not propagate the inherited ACE further", "Subordinate object will propagate the inherited ACE further");
        ACE_FLAGS_INHERIT_ONLY "nt.ace.flags.inherit_only" "Inherit Only": Bool(8) & 0x8 = Names::Bools("This ACE does not apply to the current object", "This ACE applies to the current object");
        ACE_FLAGS_INHERITED_ACE "nt.ace.flags.inherited_ace" "Inherited ACE": Bool(8) & 0x10 = Names::Bools("This ACE was inherited from its parent object", "This ACE was not inherited from its parent object");
        ACE_FLAGS_SUCCESSFUL_ACCESS "nt.ace.flags.successful_access" "Audit Successful Accesses": Bool(8) & 0x40 = Names::Bools("Successful accesses will be audited", "Successful accesses will not be audited");
        ACE_FLAGS_FAILED_ACCESS "nt.ace.flags.failed_access" "Audit Failed Accesses": Bool(8) & 0x80 = Names::Bools("Failed accesses will be audited", "Failed accesses will not be audited");
    }
}

names! {
    ACL_REVISIONS { 2 => "NT4", 4 => "AD" }
    ACE_TYPES {
        0 => "Access Allowed", 1 => "Access Denied", 2 => "System Audit", 3 => "System Alarm",
        4 => "Allowed Compound", 5 => "Allowed Object", 6 => "Denied Object", 7 => "Audit Object",
        8 => "Alarm Object", 9 => "Allowed Callback", 10 => "Denied Callback", 11 => "Allowed Callback Object",
        12 => "Denied Callback Object", 13 => "Audit Callback", 14 => "Alarm Callback",
        15 => "Audit Callback Object", 16 => "Alarm Callback Object", 17 => "Mandatory label",
        18 => "Resource Attribute", 19 => "Scoped Policy ID",
    }
}

/// Rights to any object ([MS-DTYP] 2.4.3), and those that mean something else for each kind.
pub(super) const RIGHTS: &[Field] = &[
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

/// Its fields are shown where they are carried.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

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
