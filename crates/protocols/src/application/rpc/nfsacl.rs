//! Access control lists beside NFS, as Solaris and Linux have them.

use super::{Asked, nfs, xdr};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, names, proto};

proto! {
    NFSACL "nfsacl" "NFSACL" "NFSACL" App
    on []
    fields {
        MASK "nfsacl.mask" "Mask": U32 Hex;
        MASK_ACL_ENTRY "nfsacl.mask.acl_entry" "ACL entry": Bool(32) & 0x1 = Names::Bools("Yes", "No");
        MASK_ACL_COUNT "nfsacl.mask.acl_count" "ACL count": Bool(32) & 0x2 = Names::Bools("Yes", "No");
        MASK_DEFAULT_ACL_ENTRY "nfsacl.mask.default_acl_entry" "Default ACL entry": Bool(32) & 0x4 = Names::Bools("Yes", "No");
        MASK_DEFAULT_ACL_COUNT "nfsacl.mask.default_acl_count" "Default ACL count": Bool(32) & 0x8 = Names::Bools("Yes", "No");
        PROCEDURE_V1 "nfsacl.procedure_v1" "V1 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        PROCEDURE_V2 "nfsacl.procedure_v2" "V2 Procedure": U32 Dec = PROCEDURE_V2_NAMES;
        PROCEDURE_V3 "nfsacl.procedure_v3" "V3 Procedure": U32 Dec = PROCEDURE_V3_NAMES;
        ACL "nfsacl.acl" "ACL": None;
        ACLCNT "nfsacl.aclcnt" "ACL count": U32 Dec;
        DFACLCNT "nfsacl.dfaclcnt" "Default ACL count": U32 Dec;
        ACLENT "nfsacl.aclent" "ACL Entry": None;
        ACLENT_TYPE "nfsacl.aclent.type" "Type": U32 Dec = ACLENT_TYPE_NAMES;
        ACLENT_UID "nfsacl.aclent.uid" "UID": U32 Dec;
        ACLENT_PERM "nfsacl.aclent.perm" "Permissions": U32 Dec;
        ACLENT_PERM_READ "nfsacl.aclent.perm.read" "READ": Bool(32) & 0x4 = Names::Bools("Yes", "No");
        ACLENT_PERM_WRITE "nfsacl.aclent.perm.write" "WRITE": Bool(32) & 0x2 = Names::Bools("Yes", "No");
        ACLENT_PERM_EXEC "nfsacl.aclent.perm.exec" "EXEC": Bool(32) & 0x1 = Names::Bools("Yes", "No");
        CREATE "nfsacl.create" "create": Bool = Names::Bools("Yes", "No");
    }
}

names! {
    PROCEDURE_V1_NAMES {
        0 => "NULL",
    }
    PROCEDURE_V2_NAMES {
        0 => "NULL",
        1 => "GETACL",
        2 => "SETACL",
        3 => "GETATTR",
        4 => "ACCESS",
        5 => "GETXATTRDIR",
    }
    PROCEDURE_V3_NAMES {
        0 => "NULL",
        1 => "GETACL",
        2 => "SETACL",
        3 => "GETXATTRDIR",
    }
    ACLENT_TYPE_NAMES {
        1 => "NA_USER_OBJ",
        2 => "NA_USER",
        4 => "NA_GROUP_OBJ",
        8 => "NA_GROUP",
        16 => "NA_CLASS_OBJ",
        32 => "NA_OTHER_OBJ",
        4096 => "NA_ACL_DEFAULT",
        4097 => "Default NA_USER_OBJ",
        4098 => "Default NA_USER",
        4100 => "Default NA_GROUP_OBJ",
        4104 => "Default NA_GROUP",
        4112 => "Default NA_CLASS_OBJ",
        4128 => "Default NA_OTHER_OBJ",
    }
}

pub(super) fn procedures(version: u32) -> Names {
    match version {
        1 => PROCEDURE_V1_NAMES,
        2 => PROCEDURE_V2_NAMES,
        3 => PROCEDURE_V3_NAMES,
        _ => Names::None,
    }
}

const MASK_BITS: &[Field] = &[MASK_ACL_ENTRY, MASK_ACL_COUNT, MASK_DEFAULT_ACL_ENTRY, MASK_DEFAULT_ACL_COUNT];
const PERMISSIONS: &[Field] = &[ACLENT_PERM_READ, ACLENT_PERM_WRITE, ACLENT_PERM_EXEC];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asked = Asked::of(cx);
    cx.protocol("NFSACL");
    let field = match asked.version {
        1 => PROCEDURE_V1,
        2 => PROCEDURE_V2,
        _ => PROCEDURE_V3,
    };
    asked.show(cx, field, &c);
    let c = &mut c;
    if asked.version < 2 || asked.procedure == 0 {
        return Ok(());
    }
    let three = asked.version == 3;
    match (asked.procedure, asked.reply) {
        (1, false) => {
            if three {
                nfs::handle(cx, "fhandle", c)?;
            } else {
                nfs::handle_of_32(cx, "fhandle", c)?;
            }
            cx.flags(MASK, c, 4, MASK_BITS).map(|_| ())
        }
        (1, true) => {
            if nfs::status(cx, c)? != 0 {
                return Ok(());
            }
            xdr::part_of(cx, ACL, c, |cx, c, _| {
                if three {
                    nfs::v3::post_op(cx, "attr", c)?;
                } else {
                    nfs::v2::attributes(cx, "attr", c)?;
                }
                lists(cx, c)
            })
        }
        (2, false) => {
            if three {
                nfs::handle(cx, "fhandle", c)?;
            } else {
                nfs::handle_of_32(cx, "fhandle", c)?;
            }
            lists(cx, c)
        }
        (2, true) => {
            if nfs::status(cx, c)? != 0 {
                return Ok(());
            }
            if three { nfs::v3::post_op(cx, "attr", c) } else { nfs::v2::attributes(cx, "attr", c) }
        }
        _ => Ok(()),
    }
}

/// What the lists hold, the list, the default list.
fn lists<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags(MASK, c, 4, MASK_BITS)?;
    for (field, name) in [(ACLCNT, "Total ACL entries: "), (DFACLCNT, "Total default ACL entries: ")] {
        cx.u32(field, c)?;
        let n = c.peek_u32(0)?;
        let line = cx.line(c.span(4), |o| _ = o.s(name).u(n));
        c.skip(4)?;
        cx.under(line, |cx| -> Step {
            // An entry takes twelve bytes.
            for _ in 0..(n as usize).min(c.left() / 12) {
                xdr::part_of(cx, ACLENT, c, |cx, c, _| {
                    cx.u32(ACLENT_TYPE, c)?;
                    cx.u32(ACLENT_UID, c)?;
                    cx.flags(ACLENT_PERM, c, 4, PERMISSIONS).map(|_| ())
                })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
