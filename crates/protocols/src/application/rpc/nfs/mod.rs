//! Network File System: version 2 (RFC 1094), version 3 (RFC 1813), version 4 with its minor versions (RFC 7530, RFC 8881).

mod names;
pub(super) mod v2;
pub(super) mod v3;
mod v4;

use super::pairs::Called;
use super::{Asked, xdr};
use crate::common::{SET, named_flags};
use names::*;
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Step, Stop, Value, proto};

proto! {
    NFS "nfs" "Network File System" "NFS" App
    on []
    fields {
        PROCEDURE_V2 "nfs.procedure_v2" "V2 Procedure": U32 Dec = PROCEDURE_V2_NAMES;
        PROCEDURE_V3 "nfs.procedure_v3" "V3 Procedure": U32 Dec = PROCEDURE_V3_NAMES;
        PROCEDURE_V4 "nfs.procedure_v4" "V4 Procedure": U32 Dec = PROCEDURE_V4_NAMES;
        FH_LENGTH "nfs.fh.length" "length": U32 Dec;
        FH_HASH "nfs.fh.hash" "hash (CRC-32)": U32 Hex;
        FH_MOUNT_FILEID "nfs.fh.mount.fileid" "fileid": U32 Dec;
        FH_MOUNT_GENERATION "nfs.fh.mount.generation" "generation": U32 Hex;
        FH_FLAGS "nfs.fh.flags" "Flags": U16 Hex;
        FH_SNAPID "nfs.fh.snapid" "snapid": U8 Dec;
        FH_UNUSED "nfs.fh.unused" "unused": U8 Dec;
        FH_FILEID "nfs.fh.fileid" "fileid": U32 Dec;
        FH_GENERATION "nfs.fh.generation" "generation": U32 Hex;
        FH_FSID "nfs.fh.fsid" "file system ID": U32 Custom;
        FH_EXPORT_FILEID "nfs.fh.export.fileid" "fileid": U32 Dec;
        FH_EXPORT_GENERATION "nfs.fh.export.generation" "generation": U32 Hex;
        FH_EXPORT_SNAPID "nfs.fh.export.snapid" "snapid": U8 Dec;
        FH_EXPORTID "nfs.fh.exportid" "exportid": Guid;
        FH_HANDLETYPE "nfs.fh.handletype" "Handle type": U32 Dec = FH_HANDLETYPE_NAMES;
        FH_FILE_FLAG_MNTPOINT "nfs.fh.file.flag.mntpoint" "mount point": Bool(16) & 0x1 = SET;
        FH_FILE_FLAG_SNAPDIR "nfs.fh.file.flag.snapdir" "snapdir": Bool(16) & 0x2 = SET;
        FH_FILE_FLAG_SNADIR_ENT "nfs.fh.file.flag.snadir_ent" "snapdir_ent": Bool(16) & 0x4 = SET;
        FH_FILE_FLAG_EMPTY "nfs.fh.file.flag.empty" "empty": Bool(16) & 0x8 = SET;
        FH_FILE_FLAG_VBN_ACCESS "nfs.fh.file.flag.vbn_access" "vbn_access": Bool(16) & 0x10 = SET;
        FH_FILE_FLAG_MULTIVOLUME "nfs.fh.file.flag.multivolume" "multivolume": Bool(16) & 0x20 = SET;
        FH_FILE_FLAG_METADATA "nfs.fh.file.flag.metadata" "metadata": Bool(16) & 0x40 = SET;
        FH_FILE_FLAG_ORPHAN "nfs.fh.file.flag.orphan" "orphan": Bool(16) & 0x80 = SET;
        FH_FILE_FLAG_FOSTER "nfs.fh.file.flag.foster" "foster": Bool(16) & 0x100 = SET;
        FH_FILE_FLAG_NAMED_ATTR "nfs.fh.file.flag.named_attr" "named_attr": Bool(16) & 0x200 = SET;
        FH_FILE_FLAG_EXP_SNAPDIR "nfs.fh.file.flag.exp_snapdir" "exp_snapdir": Bool(16) & 0x400 = SET;
        FH_FILE_FLAG_VFILER "nfs.fh.file.flag.vfiler" "vfiler": Bool(16) & 0x800 = SET;
        FH_FILE_FLAG_AGGR "nfs.fh.file.flag.aggr" "aggr": Bool(16) & 0x1000 = SET;
        FH_FILE_FLAG_STRIPED "nfs.fh.file.flag.striped" "striped": Bool(16) & 0x2000 = SET;
        FH_FILE_FLAG_PRIVATE "nfs.fh.file.flag.private" "private": Bool(16) & 0x4000 = SET;
        FH_FILE_FLAG_NEXT_GEN "nfs.fh.file.flag.next_gen" "next_gen": Bool(16) & 0x8000 = SET;
        FH_FSID_MAJOR "nfs.fh.fsid.major" "major": U16 Dec & 0xff00;
        FH_FSID_MINOR "nfs.fh.fsid.minor" "minor": U16 Dec & 0xff;
        FH_FSID_INODE "nfs.fh.fsid.inode" "inode": U32 Dec;
        FH_GFID "nfs.fh.gfid" "gfid": Guid;
        FH_XFSID_MAJOR "nfs.fh.xfsid.major" "exported major": U16 Dec & 0xff00;
        FH_XFSID_MINOR "nfs.fh.xfsid.minor" "exported minor": U16 Dec & 0xff;
        FH_FSTYPE "nfs.fh.fstype" "file system type": U32 Dec;
        FH_FN "nfs.fh.fn" "file number": U32 Dec;
        FH_FN_LEN "nfs.fh.fn.len" "length": U32 Dec;
        FH_FN_INODE "nfs.fh.fn.inode" "inode": U32 Dec;
        FH_FN_GENERATION "nfs.fh.fn.generation" "generation": U32 Dec;
        FH_XFN "nfs.fh.xfn" "exported file number": U32 Dec;
        FH_XFN_LEN "nfs.fh.xfn.len" "length": U32 Dec;
        FH_XFN_INODE "nfs.fh.xfn.inode" "exported inode": U32 Dec;
        FH_XFN_GENERATION "nfs.fh.xfn.generation" "generation": U32 Dec;
        FH_DENTRY "nfs.fh.dentry" "dentry": U32 Hex;
        FH_DIRINODE "nfs.fh.dirinode" "directory inode": U32 Dec;
        FH_PINODE "nfs.fh.pinode" "pseudo inode": U32 Hex;
        FH_HP_LEN "nfs.fh.hp.len" "length": U32 Dec;
        FH_HP_KEY "nfs.fh.hp.key" "key": Bytes;
        FH_VERSION "nfs.fh.version" "version": U8 Dec;
        FH_AUTH_TYPE "nfs.fh.auth_type" "auth_type": U8 Dec = FH_AUTH_TYPE_NAMES;
        FH_FSID_TYPE "nfs.fh.fsid_type" "fsid_type": U8 Dec = FH_FSID_TYPE_NAMES;
        FH_FILEID_TYPE "nfs.fh.fileid_type" "fileid_type": U8 Dec = FH_FILEID_TYPE_NAMES;
        FH_OBJ_ID "nfs.fh.obj.id" "Object type": U32 Dec = FH_OBJ_ID_NAMES;
        FH_RO_NODE "nfs.fh.ro.node" "RO_node": Bool = Names::Bools("object is read only", "object is *not* read-only");
        FH_OBJ_INFO "nfs.fh.obj.info" "Object info": Bytes;
        FH_OBJ_FSID "nfs.fh.obj.fsid" "obj_fsid": U32 Dec;
        FH_OBJ_KINDID "nfs.fh.obj.kindid" "obj_kindid": U16 Dec;
        FH_OBJ_TREEID "nfs.fh.obj.treeid" "obj_treeid": U16 Dec;
        FH_OBJ_INODE "nfs.fh.obj.inode" "obj_inode": U32 Dec;
        FH_OBJ_GEN "nfs.fh.obj.gen" "obj_gen": U32 Dec;
        FH_EX_INFO "nfs.fh.ex.info" "Export info": Bytes;
        FH_EX_FSID "nfs.fh.ex.fsid" "ex_fsid": U32 Dec;
        FH_EX_KINDID "nfs.fh.ex.kindid" "ex_kindid": U16 Dec;
        FH_EX_TREEID "nfs.fh.ex.treeid" "ex_treeid": U16 Dec;
        FH_EX_INODE "nfs.fh.ex.inode" "ex_inode": U32 Dec;
        FH_EX_GEN "nfs.fh.ex.gen" "ex_gen": U32 Dec;
        FH_FLAG "nfs.fh.flag" "flag": U32 Hex;
        FH_ENDIANNESS "nfs.fh.endianness" "endianness": Bool = Names::Bools("Little Endian", "Big Endian");
        FH_DC_OPAQUE "nfs.fh.dc.opaque" "fh opaque data": Bytes;
        FH_DC_EXPORTID "nfs.fh.dc.exportid" "export_id": U32 Hex;
        FH_DC_TYPE "nfs.fh.dc.type" "fh type": U8 Dec = FH_DC_TYPE_NAMES;
        FH_PD_SHAREID "nfs.fh.pd.shareid" "shareid": U32 Dec;
        FH_PD_FLAGS "nfs.fh.pd.flags" "flags": U32 Hex;
        FH_PD_FLAGS_RESERVED "nfs.fh.pd.flags.reserved" "reserved": U32 Hex & 0xfffffff;
        FH_PD_FLAGS_VERSION "nfs.fh.pd.flags.version" "version": U32 Dec & 0xf0000000;
        FH_PD_SITES "nfs.fh.pd.sites" "sites": U64 Hex;
        FH_PD_SITES_INUM "nfs.fh.pd.sites.inum" "inum": U64 Hex & 0x7ffffffffffff;
        FH_PD_SITES_SITEID "nfs.fh.pd.sites.siteid" "siteid": U16 Dec & 0xfff8000000000000;
        FH_PD_SPACES "nfs.fh.pd.spaces" "spaces": U64 Hex;
        FH_PD_SPACES_SNAPID "nfs.fh.pd.spaces.snapid" "snapid": U16 Hex & 0x1fff;
        FH_PD_SPACES_CONTAINER "nfs.fh.pd.spaces.container" "container": U64 Dec & 0xffffffffffffe000;
        FH_PD_CONTAINER "nfs.fh.pd.container" "container": U64 Dec;
        FH_PD_INUM "nfs.fh.pd.inum" "inum": U64 Dec;
        STATUS2 "nfs.status2" "Status": U32 Dec = STATUS2_NAMES;
        FULL_NAME "nfs.full_name" "Full Name": Str;
        NAME "nfs.name" "Name": Str;
        READLINK_DATA "nfs.readlink.data" "Data": Str;
        READ_OFFSET "nfs.read.offset" "Offset": U32 Dec;
        READ_COUNT "nfs.read.count" "Count": U32 Dec;
        READ_TOTALCOUNT "nfs.read.totalcount" "Total Count": U32 Dec;
        DATA "nfs.data" "Data": Bytes;
        READ_DATA_LENGTH "nfs.read.data_length" "Read length": U32 Dec;
        WRITE_DATA_LENGTH "nfs.write.data_length" "Write length": U32 Dec;
        WRITE_BEGINOFFSET "nfs.write.beginoffset" "Begin Offset": U32 Dec;
        WRITE_OFFSET "nfs.write.offset" "Offset": U32 Dec;
        WRITE_TOTALCOUNT "nfs.write.totalcount" "Total Count": U32 Dec;
        SYMLINK_TO "nfs.symlink.to" "To": Str;
        READDIR_COOKIE "nfs.readdir.cookie" "Cookie": U32 Dec;
        READDIR_COUNT "nfs.readdir.count" "Count": U32 Dec;
        READDIR_ENTRY "nfs.readdir.entry" "Entry": None;
        READDIR_ENTRY_FILEID "nfs.readdir.entry.fileid" "File ID": U32 Dec;
        READDIR_ENTRY_NAME "nfs.readdir.entry.name" "Name": Str;
        READDIR_ENTRY_COOKIE "nfs.readdir.entry.cookie" "Cookie": U32 Dec;
        READDIR_ENTRY3_FILEID "nfs.readdir.entry3.fileid" "File ID": U64 Dec;
        READDIR_ENTRY3_NAME "nfs.readdir.entry3.name" "Name": Str;
        READDIR_ENTRY3_COOKIE "nfs.readdir.entry3.cookie" "Cookie": U64 Dec;
        READDIRPLUS_ENTRY_FILEID "nfs.readdirplus.entry.fileid" "File ID": U64 Dec;
        READDIRPLUS_ENTRY_NAME "nfs.readdirplus.entry.name" "Name": Str;
        READDIRPLUS_ENTRY_COOKIE "nfs.readdirplus.entry.cookie" "Cookie": U64 Dec;
        READDIR_EOF "nfs.readdir.eof" "EOF": U32 Dec;
        STATFS_TSIZE "nfs.statfs.tsize" "Transfer Size": U32 Dec;
        STATFS_BSIZE "nfs.statfs.bsize" "Block Size": U32 Dec;
        STATFS_BLOCKS "nfs.statfs.blocks" "Total Blocks": U32 Dec;
        STATFS_BFREE "nfs.statfs.bfree" "Free Blocks": U32 Dec;
        STATFS_BAVAIL "nfs.statfs.bavail" "Available Blocks": U32 Dec;
        TYPE "nfs.type" "Type": U32 Dec = TYPE_NAMES;
        STATUS3 "nfs.status3" "Status": U32 Dec = STATUS3_NAMES;
        READ_EOF "nfs.read.eof" "EOF": Bool = Names::Bools("Yes", "No");
        WRITE_STABLE "nfs.write.stable" "Stable": U32 Dec = WRITE_STABLE_NAMES;
        WRITE_COMMITTED "nfs.write.committed" "Committed": U32 Dec = WRITE_STABLE_NAMES;
        CREATEMODE "nfs.createmode" "Create Mode": U32 Dec = CREATEMODE_NAMES;
        FSSTAT_INVARSEC "nfs.fsstat.invarsec" "invarsec": U32 Dec;
        FSINFO_RTMAX "nfs.fsinfo.rtmax" "rtmax": U32 Dec;
        FSINFO_RTPREF "nfs.fsinfo.rtpref" "rtpref": U32 Dec;
        FSINFO_RTMULT "nfs.fsinfo.rtmult" "rtmult": U32 Dec;
        FSINFO_WTMAX "nfs.fsinfo.wtmax" "wtmax": U32 Dec;
        FSINFO_WTPREF "nfs.fsinfo.wtpref" "wtpref": U32 Dec;
        FSINFO_WTMULT "nfs.fsinfo.wtmult" "wtmult": U32 Dec;
        FSINFO_DTPREF "nfs.fsinfo.dtpref" "dtpref": U32 Dec;
        FSINFO_MAXFILESIZE "nfs.fsinfo.maxfilesize" "maxfilesize": U64 Dec;
        FSINFO_PROPERTIES "nfs.fsinfo.properties" "Properties": U32 Hex;
        FSINFO_PROPERTIES_SETATTR "nfs.fsinfo.properties.setattr" "SETATTR can set time on server": Bool(32) & 0x10 = Names::Bools("Yes", "No");
        FSINFO_PROPERTIES_PATHCONF "nfs.fsinfo.properties.pathconf" "PATHCONF": Bool(32) & 0x8 = Names::Bools("is valid for all files", "should be get for every single file");
        FSINFO_PROPERTIES_SYMLINKS "nfs.fsinfo.properties.symlinks" "File System supports symbolic links": Bool(32) & 0x2 = Names::Bools("Yes", "No");
        FSINFO_PROPERTIES_HARDLINKS "nfs.fsinfo.properties.hardlinks" "File System supports hard links": Bool(32) & 0x1 = Names::Bools("Yes", "No");
        PATHCONF_LINKMAX "nfs.pathconf.linkmax" "linkmax": U32 Dec;
        PATHCONF_NAME_MAX "nfs.pathconf.name_max" "name_max": U32 Dec;
        PATHCONF_NO_TRUNC "nfs.pathconf.no_trunc" "no_trunc": Bool = Names::Bools("Yes", "No");
        PATHCONF_CHOWN_RESTRICTED "nfs.pathconf.chown_restricted" "chown_restricted": Bool = Names::Bools("Yes", "No");
        PATHCONF_CASE_INSENSITIVE "nfs.pathconf.case_insensitive" "case_insensitive": Bool = Names::Bools("Yes", "No");
        PATHCONF_CASE_PRESERVING "nfs.pathconf.case_preserving" "case_preserving": Bool = Names::Bools("Yes", "No");
        FATTR_NLINK "nfs.fattr.nlink" "nlink": U32 Dec;
        FATTR_UID "nfs.fattr.uid" "uid": U32 Dec;
        FATTR_GID "nfs.fattr.gid" "gid": U32 Dec;
        FATTR_SIZE "nfs.fattr.size" "size": U32 Dec;
        FATTR_BLOCKSIZE "nfs.fattr.blocksize" "blocksize": U32 Dec;
        FATTR_RDEV "nfs.fattr.rdev" "rdev": U32 Dec;
        FATTR_BLOCKS "nfs.fattr.blocks" "blocks": U32 Dec;
        FATTR_FSID "nfs.fattr.fsid" "fsid": U32 Hex;
        FATTR_FILEID "nfs.fattr.fileid" "fileid": U32 Dec;
        FATTR3_TYPE "nfs.fattr3.type" "Type": U32 Dec = TYPE_NAMES;
        FATTR3_NLINK "nfs.fattr3.nlink" "nlink": U32 Dec;
        FATTR3_UID "nfs.fattr3.uid" "uid": U32 Dec;
        FATTR3_GID "nfs.fattr3.gid" "gid": U32 Dec;
        FATTR3_SIZE "nfs.fattr3.size" "size": U64 Dec;
        FATTR3_USED "nfs.fattr3.used" "used": U64 Dec;
        FATTR3_FSID "nfs.fattr3.fsid" "fsid": U64 HexDec;
        FATTR3_FILEID "nfs.fattr3.fileid" "fileid": U64 Dec;
        WCC_ATTR_SIZE "nfs.wcc_attr.size" "size": U64 Dec;
        SET_SIZE "nfs.set_size" "size": U64 Dec;
        UID3 "nfs.uid3" "uid": U32 Dec;
        GID3 "nfs.gid3" "gid": U32 Dec;
        COOKIE3 "nfs.cookie3" "cookie": U64 Dec;
        OFFSET3 "nfs.offset3" "offset": U64 Dec;
        COUNT3 "nfs.count3" "count": U32 Dec;
        COUNT3_MAXCOUNT "nfs.count3_maxcount" "maxcount": U32 Dec;
        COUNT3_DIRCOUNT "nfs.count3_dircount" "dircount": U32 Dec;
        FSSTAT3_RESOK_TBYTES "nfs.fsstat3_resok.tbytes" "Total bytes": U64 Dec;
        FSSTAT3_RESOK_FBYTES "nfs.fsstat3_resok.fbytes" "Free bytes": U64 Dec;
        FSSTAT3_RESOK_ABYTES "nfs.fsstat3_resok.abytes" "Available free bytes": U64 Dec;
        FSSTAT3_RESOK_TFILES "nfs.fsstat3_resok.tfiles" "Total file slots": U64 Dec;
        FSSTAT3_RESOK_FFILES "nfs.fsstat3_resok.ffiles" "Free file slots": U64 Dec;
        FSSTAT3_RESOK_AFILES "nfs.fsstat3_resok.afiles" "Available free file slots": U64 Dec;
        NFSSTAT4 "nfs.nfsstat4" "Status": U32 Dec = NFSSTAT4_NAMES;
        OPCODE "nfs.opcode" "Opcode": U32 Dec = OPCODE_NAMES;
        OP_MASK "nfs.op_mask" "op_mask": U32 Hex;
        MAIN_OPCODE "nfs.main_opcode" "Main Opcode": U32 Dec = OPCODE_NAMES;
        SYMLINK_LINKTEXT "nfs.symlink.linktext" "Link Contents": Str;
        ENTRY_NAME "nfs.entry_name" "Name": Str;
        PATHNAME_COMPONENT_COUNT "nfs.pathname.component.count" "pathname components": U32 Dec;
        PATHNAME_COMPONENT "nfs.pathname.component" "Name": Str;
        TAG "nfs.tag" "Tag": Str;
        OPS_COUNT "nfs.ops.count" "Operations": U32 Dec;
        CLIENTID "nfs.clientid" "clientid": U64 Hex;
        RECALL "nfs.recall" "Recall": Bool = Names::Bools("Yes", "No");
        OPEN_CLAIM_TYPE "nfs.open.claim_type" "Claim Type": U32 Dec = OPEN_CLAIM_TYPE_NAMES;
        OPEN_OPENTYPE "nfs.open.opentype" "Open Type": U32 Dec = OPEN_OPENTYPE_NAMES;
        EXCHANGE_ID_STATE_PROTECT "nfs.exchange_id.state_protect" "eia_state_protect": U32 Dec = EXCHANGE_ID_STATE_PROTECT_NAMES;
        OPEN_LIMIT_BY "nfs.open.limit_by" "Space Limit": U32 Dec = OPEN_LIMIT_BY_NAMES;
        OPEN_DELEGATION_TYPE "nfs.open.delegation_type" "Delegation Type": U32 Dec = OPEN_DELEGATION_TYPE_NAMES;
        OPEN_WHY_NO_DELEGATION "nfs.open.why_no_delegation" "why no delegation": U32 Dec = OPEN_WHY_NO_DELEGATION_NAMES;
        SECINFO_STYLE "nfs.secinfo.style" "Secinfo Style": U32 Dec = SECINFO_STYLE_NAMES;
        NFS_FTYPE4 "nfs.nfs_ftype4" "ftype4": U32 Dec = FH_OBJ_ID_NAMES;
        CHANGE_INFO_ATOMIC "nfs.change_info.atomic" "Atomic": Bool = Names::Bools("Yes", "No");
        OPEN4_SHARE_ACCESS "nfs.open4.share_access" "share_access": U32 Dec = OPEN4_SHARE_ACCESS_NAMES;
        OPEN4_SHARE_DENY "nfs.open4.share_deny" "share_deny": U32 Dec = OPEN4_SHARE_DENY_NAMES;
        WANT "nfs.want" "wants": U32 Hex = OPEN4_SHARE_ACCESS_NAMES;
        WANT_NOTIFICATION "nfs.want_notification" "want notification": U32 Hex;
        WANT_NOTIFICATION_WHEN_RESRC_AVAIL "nfs.want_notification.when_resrc_avail" "want_signal_deleg_when_resrc_avail": Bool(32) & 0x10000 = SET;
        WANT_PUSH_DELEG_WHEN_UNCONTENDED "nfs.want_push_deleg_when_uncontended" "want_push_deleg_when_uncontended": Bool(32) & 0x20000 = SET;
        WANT_DELEG_TIMESTAMPS "nfs.want_deleg_timestamps" "want_deleg_timestamps": Bool(32) & 0x100000 = SET;
        SEQID "nfs.seqid" "seqid": U32 Hex;
        LOCK_SEQID "nfs.lock_seqid" "lock_seqid": U32 Hex;
        ATTR "nfs.attr" "reqd_attr": U32 Dec = ATTR_NAMES;
        ATTR_MASK "nfs.attr_mask" "Attr mask": U32 Hex;
        ATTR_COUNT "nfs.attr_count" "Attr count": U32 Dec;
        SET_IT "nfs.set_it" "set_it": U32 Dec = SET_IT_NAMES;
        FATTR4_LINK_SUPPORT "nfs.fattr4_link_support" "fattr4_link_support": Bool = Names::Bools("Yes", "No");
        FATTR4_SYMLINK_SUPPORT "nfs.fattr4_symlink_support" "fattr4_symlink_support": Bool = Names::Bools("Yes", "No");
        FATTR4_NAMED_ATTR "nfs.fattr4_named_attr" "fattr4_named_attr": Bool = Names::Bools("Yes", "No");
        FATTR4_UNIQUE_HANDLES "nfs.fattr4_unique_handles" "fattr4_unique_handles": Bool = Names::Bools("Yes", "No");
        FATTR4_ARCHIVE "nfs.fattr4_archive" "fattr4_archive": Bool = Names::Bools("Yes", "No");
        FATTR4_CANSETTIME "nfs.fattr4_cansettime" "fattr4_cansettime": Bool = Names::Bools("Yes", "No");
        FATTR4_CASE_INSENSITIVE "nfs.fattr4_case_insensitive" "fattr4_case_insensitive": Bool = Names::Bools("Yes", "No");
        FATTR4_CASE_PRESERVING "nfs.fattr4_case_preserving" "fattr4_case_preserving": Bool = Names::Bools("Yes", "No");
        FATTR4_CHOWN_RESTRICTED "nfs.fattr4_chown_restricted" "fattr4_chown_restricted": Bool = Names::Bools("Yes", "No");
        FATTR4_FH_EXPIRE_TYPE "nfs.fattr4_fh_expire_type" "fattr4_fh_expire_type": U32 Hex = FATTR4_FH_EXPIRE_TYPE_NAMES;
        FATTR4_FH_EXPIRE_TYPE_NOEXPIRE_WITH_OPEN "nfs.fattr4_fh_expire_type.noexpire_with_open" "noexpire_with_open": Bool(32) & 0x1;
        FATTR4_FH_EXPIRE_TYPE_VOLATILE_ANY "nfs.fattr4_fh_expire_type.volatile_any" "volatile_any": Bool(32) & 0x1;
        FATTR4_FH_EXPIRE_TYPE_VOL_MIGRATION "nfs.fattr4_fh_expire_type.vol_migration" "vol_migration": Bool(32) & 0x1;
        FATTR4_FH_EXPIRE_TYPE_VOL_RENAME "nfs.fattr4_fh_expire_type.vol_rename" "vol_rename": Bool(32) & 0x1;
        FATTR4_HIDDEN "nfs.fattr4_hidden" "fattr4_hidden": Bool = Names::Bools("Yes", "No");
        FATTR4_HOMOGENEOUS "nfs.fattr4_homogeneous" "fattr4_homogeneous": Bool = Names::Bools("Yes", "No");
        FATTR4_MIMETYPE "nfs.fattr4_mimetype" "fattr4_mimetype": Str;
        FATTR4_NO_TRUNC "nfs.fattr4_no_trunc" "fattr4_no_trunc": Bool = Names::Bools("Yes", "No");
        FATTR4_SYSTEM "nfs.fattr4_system" "fattr4_system": Bool = Names::Bools("Yes", "No");
        WHO "nfs.who" "Who": Str;
        SERVER "nfs.server" "server": Str;
        SERVERS "nfs.servers" "servers": None;
        FATTR4_FS_LOCATION "nfs.fattr4.fs_location" "fs_location4": None;
        FATTR4_OWNER "nfs.fattr4_owner" "fattr4_owner": Str;
        FATTR4_OWNER_GROUP "nfs.fattr4_owner_group" "fattr4_owner_group": Str;
        STABLE_HOW4 "nfs.stable_how4" "stable_how4": U32 Dec = STABLE_HOW4_NAMES;
        DIRLIST4_EOF "nfs.dirlist4.eof" "EOF": Bool = Names::Bools("Yes", "No");
        STATEID "nfs.stateid" "StateID": Bytes;
        STATEID_HASH "nfs.stateid.hash" "StateID Hash": U16 Hex;
        STATEID_SEQID "nfs.stateid.seqid" "StateID seqid": U32 Dec;
        STATEID_OTHER "nfs.stateid.other" "StateID Other": Bytes;
        STATEID_OTHER_HASH "nfs.stateid.other_hash" "StateID Other hash": U32 Hex;
        OFFSET4 "nfs.offset4" "offset": U64 Dec;
        SPECDATA1 "nfs.specdata1" "specdata1": U32 Dec;
        SPECDATA2 "nfs.specdata2" "specdata2": U32 Dec;
        LOCKTYPE4 "nfs.locktype4" "locktype": U32 Dec = LOCKTYPE4_NAMES;
        OPEN_RFLAGS "nfs.open_rflags" "result flags": U32 Hex;
        OPEN_RFLAGS_CONFIRM "nfs.open_rflags.confirm" "confirm": Bool(32) & 0x2;
        OPEN_RFLAGS_LOCKTYPE_POSIX "nfs.open_rflags.locktype_posix" "locktype posix": Bool(32) & 0x4;
        OPEN_RFLAGS_PRESERVE_UNLINKED "nfs.open_rflags.preserve_unlinked" "preserve unlinked": Bool(32) & 0x8;
        OPEN_RFLAGS_MAY_NOTIFY_LOCK "nfs.open_rflags.may_notify_lock" "may notify lock": Bool(32) & 0x20;
        RECLAIM4 "nfs.reclaim4" "reclaim": Bool = Names::Bools("Yes", "No");
        LENGTH4 "nfs.length4" "length": U64 Dec;
        CHANGEID4 "nfs.changeid4" "changeid": U64 Dec;
        CHANGEID4_BEFORE "nfs.changeid4.before" "changeid (before)": U64 Dec;
        CHANGEID4_AFTER "nfs.changeid4.after" "changeid (after)": U64 Dec;
        NFSTIME4_SECONDS "nfs.nfstime4.seconds" "seconds": U64 Dec;
        NFSTIME4_NSECONDS "nfs.nfstime4.nseconds" "nseconds": U32 Dec;
        FSID4_MAJOR "nfs.fsid4.major" "fsid4.major": U64 Dec;
        FSID4_MINOR "nfs.fsid4.minor" "fsid4.minor": U64 Dec;
        ACETYPE4 "nfs.acetype4" "acetype": U32 Dec = ACETYPE4_NAMES;
        ACEFLAGS4 "nfs.aceflags4" "ACE flags": U32 Hex;
        ACEFLAG4_FILE_INHERIT "nfs.aceflag4.file_inherit" "File_Inherit": Bool(32) & 0x1 = Names::Bools("Yes", "No");
        ACEFLAG4_DIR_INHERIT "nfs.aceflag4.dir_inherit" "Directory_Inherit": Bool(32) & 0x2 = Names::Bools("Yes", "No");
        ACEFLAG4_NO_PROP_INHERIT "nfs.aceflag4.no_prop_inherit" "No_Propagate_Inherit": Bool(32) & 0x4 = Names::Bools("Yes", "No");
        ACEFLAG4_INHERIT_ONLY "nfs.aceflag4.inherit_only" "Inherit_Only": Bool(32) & 0x8 = Names::Bools("Yes", "No");
        ACEFLAG4_SUCCESSFUL_ACCESS "nfs.aceflag4.successful_access" "Successful_Access": Bool(32) & 0x10 = Names::Bools("Yes", "No");
        ACEFLAG4_FAILED_ACCESS "nfs.aceflag4.failed_access" "Failed_access": Bool(32) & 0x20 = Names::Bools("Yes", "No");
        ACEFLAG4_ID_GROUP "nfs.aceflag4.id_group" "Identifier_Group": Bool(32) & 0x40 = Names::Bools("Yes", "No");
        ACEFLAG4_INHERITED_ACE "nfs.aceflag4.inherited_ace" "Inherited_ACE": Bool(32) & 0x80 = Names::Bools("Yes", "No");
        ACEMASK4 "nfs.acemask4" "ACE mask": U32 Hex;
        ACE_PERM4 "nfs.ace_perm4" "perm": U32 Hex;
        FATTR4_SIZE "nfs.fattr4.size" "size": U64 Dec;
        FATTR4_LEASE_TIME "nfs.fattr4.lease_time" "lease_time": U32 Dec;
        FATTR4_ACLSUPPORT "nfs.fattr4.aclsupport" "aclsupport": U32 Dec;
        FATTR4_ACLSUPPORT_ALLOW_ACL "nfs.fattr4.aclsupport.allow_acl" "ALLOW": Bool(32) & 0x1;
        FATTR4_ACLSUPPORT_DENY_ACL "nfs.fattr4.aclsupport.deny_acl" "DENY": Bool(32) & 0x2;
        FATTR4_ACLSUPPORT_AUDIT_ACL "nfs.fattr4.aclsupport.audit_acl" "AUDIT": Bool(32) & 0x4;
        FATTR4_ACLSUPPORT_ALARM_ACL "nfs.fattr4.aclsupport.alarm_acl" "ALARM": Bool(32) & 0x8;
        FATTR4_FILEID "nfs.fattr4.fileid" "fileid": U64 Dec;
        FATTR4_FILES_AVAIL "nfs.fattr4.files_avail" "files_avail": U64 Dec;
        FATTR4_FILES_FREE "nfs.fattr4.files_free" "files_free": U64 Dec;
        FATTR4_FILES_TOTAL "nfs.fattr4.files_total" "files_total": U64 Dec;
        FATTR4_MAXFILESIZE "nfs.fattr4.maxfilesize" "maxfilesize": U64 Dec;
        FATTR4_MAXLINK "nfs.fattr4.maxlink" "maxlink": U32 Dec;
        FATTR4_MAXNAME "nfs.fattr4.maxname" "maxname": U32 Dec;
        FATTR4_NUMLINKS "nfs.fattr4.numlinks" "numlinks": U32 Dec;
        DELEGATE_TYPE "nfs.delegate_type" "delegate_type": U32 Dec;
        SECINFO_FLAVOR "nfs.secinfo.flavor" "flavor": U32 Dec = crate::application::rpc::names::AUTH_FLAVOR_NAMES;
        NUM_BLOCKS "nfs.num_blocks" "num_blocks": U32 Dec;
        BYTES_PER_BLOCK "nfs.bytes_per_block" "bytes_per_block": U32 Dec;
        EOF "nfs.eof" "eof": U32 Dec;
        FATTR4_MAXREAD "nfs.fattr4.maxread" "maxread": U64 Dec;
        FATTR4_MAXWRITE "nfs.fattr4.maxwrite" "maxwrite": U64 Dec;
        FATTR4_QUOTA_HARD "nfs.fattr4.quota_hard" "quota_hard": U64 Dec;
        FATTR4_QUOTA_SOFT "nfs.fattr4.quota_soft" "quota_soft": U64 Dec;
        FATTR4_QUOTA_USED "nfs.fattr4.quota_used" "quota_used": U64 Dec;
        FATTR4_SPACE_AVAIL "nfs.fattr4.space_avail" "space_avail": U64 Dec;
        FATTR4_SPACE_FREE "nfs.fattr4.space_free" "space_free": U64 Dec;
        FATTR4_SPACE_TOTAL "nfs.fattr4.space_total" "space_total": U64 Dec;
        FATTR4_SPACE_USED "nfs.fattr4.space_used" "space_used": U64 Dec;
        FATTR4_MOUNTED_ON_FILEID "nfs.fattr4.mounted_on_fileid" "fileid": U64 Hex;
        FATTR4_LAYOUT_BLKSIZE "nfs.fattr4.layout_blksize" "blksize": U32 Dec;
        FATTR4_THRESHOLD_ITEM "nfs.fattr4.threshold_item" "threshold_item4": None;
        FATTR4_THRESHOLD_ITEM_HINT_MASK "nfs.fattr4.threshold_item.hint_mask" "hint mask": U32 Hex;
        FATTR4_THRESHOLD_ITEM_HINT_COUNT "nfs.fattr4.threshold_item.hint_count" "hint": U32 Dec;
        FATTR4_THRESHOLD_ITEM_MASK_COUNT "nfs.fattr4.threshold_item.mask_count" "number of masks": U32 Dec;
        FATTR4_THRESHOLD_ITEM_HINT "nfs.fattr4.threshold_item.hint" "hint": U32 Dec = FATTR4_THRESHOLD_ITEM_HINT_NAMES;
        FATTR4_SECURITY_LABEL_LFS "nfs.fattr4.security_label.lfs" "label_format": U32 Dec;
        FATTR4_UMASK "nfs.fattr4.umask" "umask": U32 Oct;
        FATTR4_XATTR_SUPPORT "nfs.fattr4_xattr_support" "fattr4_xattr_support": Bool = Names::Bools("Yes", "No");
        FATTR4_OFFLINE "nfs.fattr4_offline" "fattr4_offline": Bool = Names::Bools("Yes", "No");
        FATTR4_SECURITY_LABEL_PI "nfs.fattr4.security_label.pi" "policy_id": U32 Dec;
        FATTR4_SECURITY_LABEL_CONTEXT "nfs.fattr4.security_label.context" "context": Str;
        FATTR4_FS_CHARSET_CAP "nfs.fattr4.fs_charset_cap" "fs_charset_cap": U32 Hex;
        FATTR4_FS_CHARSET_CAP_NONUTF8 "nfs.fattr4.fs_charset_cap.nonutf8" "CONTAINS_NON_UTF8": Bool(32) & 0x1;
        FATTR4_FS_CHARSET_CAP_UTF8 "nfs.fattr4.fs_charset_cap.utf8" "ALLOWS_ONLY_UTF8": Bool(32) & 0x2;
        VERIFIER4 "nfs.verifier4" "verifier": U64 Hex;
        VALUE_FOLLOWS "nfs.value_follows" "Value Follows": Bool = Names::Bools("Yes", "No");
        COOKIE4 "nfs.cookie4" "cookie": U64 Dec;
        COOKIE_VERF4 "nfs.cookie_verf4" "cookie_verf": U64 Dec;
        CB_PROGRAM "nfs.cb_program" "cb_program": U32 Hex;
        RECALL4 "nfs.recall4" "recall": Bool = Names::Bools("Yes", "No");
        FILESIZE "nfs.filesize" "filesize": U64 Dec;
        COUNT4 "nfs.count4" "count": U32 Dec;
        DIRCOUNT "nfs.dircount" "dircount": U32 Dec;
        MAXCOUNT "nfs.maxcount" "maxcount": U32 Dec;
        MINORVERSION "nfs.minorversion" "minorversion": U32 Dec;
        ATIME "nfs.atime" "atime": AbsTime;
        ATIME_SEC "nfs.atime.sec" "seconds": U32 Dec;
        ATIME_NSEC "nfs.atime.nsec" "nano seconds": U32 Dec;
        ATIME_USEC "nfs.atime.usec" "micro seconds": U32 Dec;
        MTIME "nfs.mtime" "mtime": AbsTime;
        MTIME_SEC "nfs.mtime.sec" "seconds": U32 Dec;
        MTIME_NSEC "nfs.mtime.nsec" "nano seconds": U32 Dec;
        MTIME_USEC "nfs.mtime.usec" "micro seconds": U32 Dec;
        CTIME "nfs.ctime" "ctime": AbsTime;
        CTIME_SEC "nfs.ctime.sec" "seconds": U32 Dec;
        CTIME_NSEC "nfs.ctime.nsec" "nano seconds": U32 Dec;
        CTIME_USEC "nfs.ctime.usec" "micro seconds": U32 Dec;
        DTIME "nfs.dtime" "time delta": RelTime;
        DTIME_SEC "nfs.dtime.sec" "seconds": U32 Dec;
        DTIME_NSEC "nfs.dtime.nsec" "nano seconds": U32 Dec;
        OPEN_OWNER4 "nfs.open_owner4" "owner": Bytes;
        LOCK_OWNER4 "nfs.lock_owner4" "owner": Bytes;
        CREATEMODE4 "nfs.createmode4" "Create Mode": U32 Dec = CREATEMODE4_NAMES;
        SECINFO_RPCSEC_GSS_INFO_SERVICE "nfs.secinfo.rpcsec_gss_info.service" "service": U32 Dec = crate::application::rpc::names::AUTHGSS_SERVICE_NAMES;
        OPENATTR4_CREATEDIR "nfs.openattr4.createdir" "attribute dir create": Bool = Names::Bools("Yes", "No");
        LOCK_LOCKER_NEW_LOCK_OWNER "nfs.lock.locker.new_lock_owner" "new lock owner?": Bool = Names::Bools("Yes", "No");
        LOCK_RECLAIM "nfs.lock.reclaim" "reclaim?": Bool = Names::Bools("Yes", "No");
        SECINFO_FLAVOR_INFO_RPCSEC_GSS_INFO_OID "nfs.secinfo.flavor_info.rpcsec_gss_info.oid" "oid": Bytes;
        SECINFO_FLAVOR_INFO_RPCSEC_GSS_INFO_QOP "nfs.secinfo.flavor_info.rpcsec_gss_info.qop" "qop": U32 Dec;
        NFS_CLIENT_ID4_ID "nfs.nfs_client_id4.id" "id": Bytes;
        ACL_FLAGS "nfs.acl.flags" "ACL flags": U32 Dec;
        ACL_FLAGS_AUTO_INHERIT "nfs.acl.flags.auto_inherit" "AUTO_INHERIT": Bool(32) & 0x1;
        ACL_FLAGS_PROTECTED "nfs.acl.flags.protected" "PROTECTED": Bool(32) & 0x2;
        ACL_FLAGS_DEFAULTED "nfs.acl.flags.defaulted" "DEFAULTED": Bool(32) & 0x4;
        NUM_ACES "nfs.num_aces" "ACE count": U32 Dec;
        CALLBACK_IDENT "nfs.callback.ident" "callback_ident": U32 Hex;
        GSSHANDLE4 "nfs.gsshandle4" "gsshandle4": Bytes;
        R_NETID "nfs.r_netid" "r_netid": Str;
        R_ADDR "nfs.r_addr" "r_addr": Str;
        FHANDLE "nfs.fhandle" "FileHandle": Bytes;
        FLAVORS_INFO "nfs.flavors.info" "Flavors Info": None;
        GXFH3_UTILITY "nfs.gxfh3.utility" "utility": U8 Hex;
        GXFH3_UTLFIELD_TREE "nfs.gxfh3.utlfield.tree" "tree R/W": Bool(8) & 0x80 = Names::Bools("Read", "Write");
        GXFH3_UTLFIELD_JUNCTION "nfs.gxfh3.utlfield.junction" "broken junction": Bool(8) & 0x40 = Names::Bools("Yes", "No");
        GXFH3_UTLFIELD_VERSION "nfs.gxfh3.utlfield.version" "file handle version": U8 Hex & 0x3f;
        GXFH3_VOLCNT "nfs.gxfh3.volcnt" "volume count": U8 HexDec;
        GXFH3_EPOCH "nfs.gxfh3.epoch" "epoch": U16 HexDec;
        GXFH3_LDSID "nfs.gxfh3.ldsid" "local dsid": U32 HexDec;
        GXFH3_CID "nfs.gxfh3.cid" "cluster id": U16 HexDec;
        GXFH3_RESERVED "nfs.gxfh3.reserved" "reserved": U16 HexDec;
        GXFH3_SFHFLAGS "nfs.gxfh3.sfhflags" "flags": U8 Hex;
        GXFH3_SFHFLAGS_RESERVE1 "nfs.gxfh3.sfhflags.reserve1" "reserved": U8 Hex & 0x80;
        GXFH3_SFHFLAGS_RESERV2 "nfs.gxfh3.sfhflags.reserv2" "reserved": U8 Hex & 0x40;
        GXFH3_SFHFLAGS_ONTAP7G "nfs.gxfh3.sfhflags.ontap7g" "ontap-7g": U8 Hex & 0x20;
        GXFH3_SFHFLAGS_ONTAPGX "nfs.gxfh3.sfhflags.ontapgx" "ontap-gx": U8 Hex & 0x20;
        GXFH3_SFHFLAGS_STRIPED "nfs.gxfh3.sfhflags.striped" "striped": Bool(8) & 0x10 = SET;
        GXFH3_SFHFLAGS_EMPTY "nfs.gxfh3.sfhflags.empty" "empty": Bool(8) & 0x8 = SET;
        GXFH3_SFHFLAGS_SNAPDIRENT "nfs.gxfh3.sfhflags.snapdirent" "snap dir ent": Bool(8) & 0x4 = SET;
        GXFH3_SFHFLAGS_SNAPDIR "nfs.gxfh3.sfhflags.snapdir" "snap dir": Bool(8) & 0x2 = SET;
        GXFH3_SFHFLAGS_STREAMDIR "nfs.gxfh3.sfhflags.streamdir" "stream dir": Bool(8) & 0x1 = SET;
        GXFH3_SPINFID "nfs.gxfh3.spinfid" "spin file id": U32 HexDec;
        GXFH3_SPINFUID "nfs.gxfh3.spinfuid" "spin file unique id": U32 HexDec;
        GXFH3_EXPORTPTID "nfs.gxfh3.exportptid" "export point id": U32 HexDec;
        GXFH3_EXPORTPTUID "nfs.gxfh3.exportptuid" "export point unique id": U32 HexDec;
        VERIFIER "nfs.verifier" "Verifier": Bytes;
        ATTRIBUTES_FOLLOW "nfs.attributes_follow" "attributes_follow": U32 Dec = ATTRIBUTES_FOLLOW_NAMES;
        HANDLE_FOLLOW "nfs.handle_follow" "handle_follow": U32 Dec = ATTRIBUTES_FOLLOW_NAMES;
        SATTRGUARD3 "nfs.sattrguard3" "check": U32 Dec = ATTRIBUTES_FOLLOW_NAMES;
        MINLENGTH4 "nfs.minlength4" "min length": U64 Dec;
        LAYOUTTYPE "nfs.layouttype" "layout type": U32 Dec = LAYOUTTYPE_NAMES;
        RETURNTYPE "nfs.returntype" "return type": U32 Dec = RETURNTYPE_NAMES;
        LRF_BODY_CONTENT "nfs.lrf_body_content" "lrf_body_content": Bytes;
        IOMODE "nfs.iomode" "IO mode": U32 Dec = IOMODE_NAMES;
        STRIPEUNIT "nfs.stripeunit" "stripe unit": U64 Dec;
        NOTIFY_MASK "nfs.notify_mask" "notify_mask": U32 Hex;
        NOTIFY_TYPE "nfs.notify_type" "notify_type": U32 Dec = NOTIFY_TYPE_NAMES;
        NEWTIME "nfs.newtime" "new time?": Bool = Names::Bools("Yes", "No");
        NEWOFFSET "nfs.newoffset" "new offset?": Bool = Names::Bools("Yes", "No");
        NEWSIZE "nfs.newsize" "new size?": Bool = Names::Bools("Yes", "No");
        LAYOUTAVAIL "nfs.layoutavail" "layout available?": Bool = Names::Bools("Yes", "No");
        LAYOUTUPDATE "nfs.layoutupdate" "layout update": Bytes;
        DEVICEID "nfs.deviceid" "device ID": Bytes;
        DEVICENUM4 "nfs.devicenum4" "num devices": U32 Dec;
        DEVICEIDX "nfs.deviceidx" "device index": U32 Dec;
        LAYOUT "nfs.layout" "layout": Bytes;
        DEVADDR_SSV_START "nfs.devaddr.ssv_start" "slice start": U32 Dec;
        DEVADDR_SSV_LENGTH "nfs.devaddr.ssv_length" "slice length": U32 Dec;
        DEVADDR_SCSI_VOLUME_TYPE "nfs.devaddr.scsi_volume_type" "SCSI volume type": U32 Dec = DEVADDR_SCSI_VOLUME_TYPE_NAMES;
        DEVADDR_SCSI_VOLUME_INDEX "nfs.devaddr.scsi_volume_index" "volume index": U32 Dec;
        DEVADDR_SCSI_VOLUME_REF_INDEX "nfs.devaddr.scsi_volume_ref_index" "volume index ref": U32 Dec;
        DEVADDR_SSV_STRIPE_UNIT "nfs.devaddr.ssv_stripe_unit" "stripe size": U32 Dec;
        DEVADDR_SCSI_VPD_CODE_SET "nfs.devaddr.scsi_vpd_code_set" "VPD code set": U32 Dec = DEVADDR_SCSI_VPD_CODE_SET_NAMES;
        DEVADDR_SCSI_VPD_DESIGNATOR_TYPE "nfs.devaddr.scsi_vpd_designator_type" "VPD designator type": U32 Dec = DEVADDR_SCSI_VPD_DESIGNATOR_TYPE_NAMES;
        DEVADDR_SCSI_VPD_DESIGNATOR "nfs.devaddr.scsi_vpd_designator" "VPD designator": Bytes;
        DEVADDR_SCSI_PRIVATE_KEY "nfs.devaddr.scsi_private_key" "private key": Bytes;
        SCSIL_EXT_FILE_OFFSET "nfs.scsil_ext_file_offset" "file offset": U64 Dec;
        SCSIL_EXT_LENGTH "nfs.scsil_ext_length" "length": U64 Dec;
        SCSILL_EXT_VOL_OFFSET "nfs.scsill_ext_vol_offset" "volume offset": U64 Dec;
        SCSIL_EXT_STATE "nfs.scsil_ext_state" "extent state": U32 Dec = SCSIL_EXT_STATE_NAMES;
        RETCLOSE4 "nfs.retclose4" "return on close?": Bool = Names::Bools("Yes", "No");
        NFL_MIRRORS "nfs.nfl_mirrors" "Mirror": U32 Dec;
        NFL_UTIL "nfs.nfl_util" "nfl_util": U32 Hex;
        NFL_UTIL_STRIPE_SIZE "nfs.nfl_util.stripe_size" "stripe size": U32 Dec;
        NFL_UTIL_COMMIT_THRU_MDS "nfs.nfl_util.commit_thru_mds" "commit thru mds": U32 Dec;
        NFL_UTIL_DENSE "nfs.nfl_util.dense" "dense layout": U32 Dec;
        NFL_FHS "nfs.nfl_fhs" "file handles": U32 Hex;
        NFF_MIRROR_EFF "nfs.nff_mirror_eff" "mirror efficiency": U32 Hex;
        NFL_FIRST_STRIPE_INDEX "nfs.nfl_first_stripe_index" "first stripe to use index": U32 Dec;
        SLOTID "nfs.slotid" "slot id": U32 Dec;
        HIGH_SLOTID "nfs.high_slotid" "high slot id": U32 Dec;
        TARGET_HIGH_SLOTID "nfs.target_high_slotid" "target high slot id": U32 Dec;
        SCOPE "nfs.scope" "server scope": Bytes;
        MINORID4 "nfs.minorid4" "minor ID": U64 Dec;
        MAJORID4 "nfs.majorid4" "major ID": Bytes;
        PADSIZE4 "nfs.padsize4" "hdr pad size": U32 Dec;
        MAXREQSIZE4 "nfs.maxreqsize4" "max req size": U32 Dec;
        MAXRESPSIZE4 "nfs.maxrespsize4" "max resp size": U32 Dec;
        MAXRESPSIZECACHED4 "nfs.maxrespsizecached4" "max resp size cached": U32 Dec;
        MAXOPS4 "nfs.maxops4" "max ops": U32 Dec;
        MAXREQS4 "nfs.maxreqs4" "max reqs": U32 Dec;
        RDMACHANATTRS4 "nfs.rdmachanattrs4" "RDMA chan attrs": U32 Dec;
        MACHINENAME4 "nfs.machinename4" "machine name": Str;
        FLAVOR4 "nfs.flavor4" "flavor": U32 Dec;
        STAMP4 "nfs.stamp4" "stamp": U32 Dec;
        UID4 "nfs.uid4" "uid": U32 Dec;
        GID4 "nfs.gid4" "gid": U32 Dec;
        SERVICE4 "nfs.service4" "gid": U32 Dec;
        ACCESS_CHECK "nfs.access_check" "Check access": U8 Hex;
        ACCESS_SUPPORTED "nfs.access_supported" "Supported types (of requested)": U8 Hex;
        ACCESS_RIGHTS "nfs.access_rights" "Access rights (of requested)": U8 Hex;
        ACCESS_SUPP_READ "nfs.access_supp_read" "0x001 READ": Bool(8) & 0x1 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_LOOKUP "nfs.access_supp_lookup" "0x002 LOOKUP": Bool(8) & 0x2 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_MODIFY "nfs.access_supp_modify" "0x004 MODIFY": Bool(8) & 0x4 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_EXTEND "nfs.access_supp_extend" "0x008 EXTEND": Bool(8) & 0x8 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_DELETE "nfs.access_supp_delete" "0x010 DELETE": Bool(8) & 0x10 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_EXECUTE "nfs.access_supp_execute" "0x020 EXECUTE": Bool(8) & 0x20 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_XATTR_READ "nfs.access_supp_xattr_read" "0x040 XATTR READ": Bool(8) & 0x40 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_XATTR_WRITE "nfs.access_supp_xattr_write" "0x080 XATTR WRITE": Bool(8) & 0x80 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_SUPP_XATTR_LIST "nfs.access_supp_xattr_list" "0x100 XATTR LIST": Bool(8) & 0x100 = Names::Bools("supported", "!NOT Supported!");
        ACCESS_READ "nfs.access_read" "0x001 READ": Bool(8) & 0x1 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_LOOKUP "nfs.access_lookup" "0x002 LOOKUP": Bool(8) & 0x2 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_MODIFY "nfs.access_modify" "0x004 MODIFY": Bool(8) & 0x4 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_EXTEND "nfs.access_extend" "0x008 EXTEND": Bool(8) & 0x8 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_DELETE "nfs.access_delete" "0x010 DELETE": Bool(8) & 0x10 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_EXECUTE "nfs.access_execute" "0x020 EXECUTE": Bool(8) & 0x20 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_XATTR_READ "nfs.access_xattr_read" "0x040 XATTR READ": Bool(8) & 0x40 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_XATTR_WRITE "nfs.access_xattr_write" "0x080 XATTR WRITE": Bool(8) & 0x80 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_XATTR_LIST "nfs.access_xattr_list" "0x100 XATTR LIST": Bool(8) & 0x100 = Names::Bools("allowed", "*Access Denied*");
        ACCESS_DENIED "nfs.access_denied" "Access Denied": Bool;
        SESSION_ID4 "nfs.session_id4" "sessionid": Bytes;
        EXCHANGE_ID_CALL_FLAGS "nfs.exchange_id.call_flags" "flags": U32 Hex;
        EXCHANGE_ID_REPLY_FLAGS "nfs.exchange_id.reply_flags" "flags": U32 Hex;
        EXCHANGE_ID_FLAGS_MOVED_REFER "nfs.exchange_id.flags.moved_refer" "EXCHGID4_FLAG_SUPP_MOVED_REFER": Bool(32) & 0x1 = SET;
        EXCHANGE_ID_FLAGS_MOVED_MIGR "nfs.exchange_id.flags.moved_migr" "EXCHGID4_FLAG_SUPP_MOVED_MIGR": Bool(32) & 0x2 = SET;
        EXCHANGE_ID_FLAGS_BIND_PRINC "nfs.exchange_id.flags.bind_princ" "EXCHGID4_FLAG_BIND_PRINC_STATEID": Bool(32) & 0x100 = SET;
        EXCHANGE_ID_FLAGS_NON_PNFS "nfs.exchange_id.flags.non_pnfs" "EXCHGID4_FLAG_USE_NON_PNFS": Bool(32) & 0x10000 = SET;
        EXCHANGE_ID_FLAGS_PNFS_MDS "nfs.exchange_id.flags.pnfs_mds" "EXCHGID4_FLAG_USE_PNFS_MDS": Bool(32) & 0x20000 = SET;
        EXCHANGE_ID_FLAGS_PNFS_DS "nfs.exchange_id.flags.pnfs_ds" "EXCHGID4_FLAG_USE_PNFS_DS": Bool(32) & 0x40000 = SET;
        EXCHANGE_ID_FLAGS_CONFIRMED_REC_A "nfs.exchange_id.flags.confirmed_rec_a" "EXCHGID4_FLAG_UPD_CONFIRMED_REC_A": Bool(32) & 0x40000000 = SET;
        EXCHANGE_ID_FLAGS_CONFIRMED_R "nfs.exchange_id.flags.confirmed_r" "EXCHGID4_FLAG_CONFIRMED_R": Bool(32) & 0x80000000 = SET;
        SP_PARMS4_HASH_ALGS "nfs.sp_parms4_hash_algs" "State Protect hash algorithms": None;
        SP_PARMS4_ENCR_ALGS "nfs.sp_parms4_encr_algs" "State Protect encryption algorithms": None;
        PROT_INFO4_HASH_ALG "nfs.prot_info4_hash_alg" "Prot Info hash algorithm": U32 Hex;
        PROT_INFO4_ENCR_ALG "nfs.prot_info4_encr_alg" "Prot Info encryption algorithm": U32 Hex;
        PROT_INFO4_SVV_LENGTH "nfs.prot_info4_svv_length" "Prot Info svv_length": U32 Hex;
        PROT_INFO4_SPI_WINDOW "nfs.prot_info4_spi_window" "Prot Info spi window": U32 Hex;
        STATE_PROTECT_WINDOW "nfs.state_protect_window" "State Protect window": U32 Hex;
        STATE_PROTECT_NUM_GSS_HANDLES "nfs.state_protect_num_gss_handles" "State Protect num gss handles": U32 Hex;
        NII_DOMAIN4 "nfs.nii_domain4" "Implementor DNS domain name(nii_domain)": Str;
        NII_NAME4 "nfs.nii_name4" "Implementation product name(nii_name)": Str;
        CREATE_SESSION_FLAGS "nfs.create_session_flags" "csa_flags": U32 Hex;
        CREATE_SESSION_FLAGS_PERSIST "nfs.create_session.flags.persist" "CREATE_SESSION4_FLAG_PERSIST": Bool(32) & 0x1 = SET;
        CREATE_SESSION_FLAGS_CONN_BACK_CHAN "nfs.create_session.flags.conn_back_chan" "CREATE_SESSION4_FLAG_CONN_BACK_CHAN": Bool(32) & 0x2 = SET;
        CREATE_SESSION_FLAGS_CONN_RDMA "nfs.create_session.flags.conn_rdma" "CREATE_SESSION4_FLAG_CONN_RDMA": Bool(32) & 0x4 = SET;
        CACHETHIS4 "nfs.cachethis4" "cache this?": Bool = Names::Bools("Yes", "No");
        RECLAIM_ONE_FS4 "nfs.reclaim_one_fs4" "reclaim one fs?": Bool = Names::Bools("Yes", "No");
        CB_PROCEDURE "nfs.cb_procedure" "CB Procedure": U32 Dec = CB_PROCEDURE_NAMES;
        CB_OPERATION "nfs.cb.operation" "Opcode": U32 Dec = CB_OPERATION_NAMES;
        LRS_PRESENT "nfs.lrs_present" "StateID present?": Bool = Names::Bools("Yes", "No");
        TRUNCATE "nfs.truncate" "Truncate?": Bool = Names::Bools("Yes", "No");
        RECALLTYPE "nfs.recalltype" "recall type": U32 Dec = RECALLTYPE_NAMES;
        CLORACHANGED "nfs.clorachanged" "Clora changed": Bool = Names::Bools("Yes", "No");
        BCTSA_DIR "nfs.bctsa_dir" "bctsa_dir": U32 Hex = BCTSA_DIR_NAMES;
        BCTSA_USE_CONN_IN_RDMA_MODE "nfs.bctsa_use_conn_in_rdma_mode" "bctsa_use_conn_in_rdma_mode": Bool;
        BCTSR_DIR "nfs.bctsr_dir" "bctsr_dir": U32 Hex = BCTSR_DIR_NAMES;
        BCTSR_USE_CONN_IN_RDMA_MODE "nfs.bctsr_use_conn_in_rdma_mode" "bctsr_use_conn_in_rdma_mode": Bool;
        MODE3 "nfs.mode3" "Mode": U32 Oct;
        MODE3_SUID "nfs.mode3.suid" "S_ISUID": Bool(32) & 0x800 = Names::Bools("Yes", "No");
        MODE3_SGID "nfs.mode3.sgid" "S_ISGID": Bool(32) & 0x400 = Names::Bools("Yes", "No");
        MODE3_STICKY "nfs.mode3.sticky" "S_ISVTX": Bool(32) & 0x200 = Names::Bools("Yes", "No");
        MODE3_RUSR "nfs.mode3.rusr" "S_IRUSR": Bool(32) & 0x100 = Names::Bools("Yes", "No");
        MODE3_WUSR "nfs.mode3.wusr" "S_IWUSR": Bool(32) & 0x80 = Names::Bools("Yes", "No");
        MODE3_XUSR "nfs.mode3.xusr" "S_IXUSR": Bool(32) & 0x40 = Names::Bools("Yes", "No");
        MODE3_RGRP "nfs.mode3.rgrp" "S_IRGRP": Bool(32) & 0x20 = Names::Bools("Yes", "No");
        MODE3_WGRP "nfs.mode3.wgrp" "S_IWGRP": Bool(32) & 0x10 = Names::Bools("Yes", "No");
        MODE3_XGRP "nfs.mode3.xgrp" "S_IXGRP": Bool(32) & 0x8 = Names::Bools("Yes", "No");
        MODE3_ROTH "nfs.mode3.roth" "S_IROTH": Bool(32) & 0x4 = Names::Bools("Yes", "No");
        MODE3_WOTH "nfs.mode3.woth" "S_IWOTH": Bool(32) & 0x2 = Names::Bools("Yes", "No");
        MODE3_XOTH "nfs.mode3.xoth" "S_IXOTH": Bool(32) & 0x1 = Names::Bools("Yes", "No");
        FTYPE "nfs.ftype" "type": U32 Dec = FTYPE_NAMES;
        MODE "nfs.mode" "mode": U32 Oct;
        MODE_NAME "nfs.mode.name" "Name": U32 Dec & 0xe000 = MODE_NAME_NAMES;
        MODE_SET_USER_ID "nfs.mode.set_user_id" "Set user id on exec": Bool(32) & 0x800 = Names::Bools("Yes", "No");
        MODE_SET_GROUP_ID "nfs.mode.set_group_id" "Set group id on exec": Bool(32) & 0x400 = Names::Bools("Yes", "No");
        MODE_SAVE_SWAP_TEXT "nfs.mode.save_swap_text" "Save swapped text even after use": Bool(32) & 0x200 = Names::Bools("Yes", "No");
        MODE_READ_OWNER "nfs.mode.read_owner" "Read permission for owner": Bool(32) & 0x100 = Names::Bools("Yes", "No");
        MODE_WRITE_OWNER "nfs.mode.write_owner" "Write permission for owner": Bool(32) & 0x80 = Names::Bools("Yes", "No");
        MODE_EXEC_OWNER "nfs.mode.exec_owner" "Execute permission for owner": Bool(32) & 0x40 = Names::Bools("Yes", "No");
        MODE_READ_GROUP "nfs.mode.read_group" "Read permission for group": Bool(32) & 0x20 = Names::Bools("Yes", "No");
        MODE_WRITE_GROUP "nfs.mode.write_group" "Write permission for group": Bool(32) & 0x10 = Names::Bools("Yes", "No");
        MODE_EXEC_GROUP "nfs.mode.exec_group" "Execute permission for group": Bool(32) & 0x8 = Names::Bools("Yes", "No");
        MODE_READ_OTHER "nfs.mode.read_other" "Read permission for others": Bool(32) & 0x4 = Names::Bools("Yes", "No");
        MODE_WRITE_OTHER "nfs.mode.write_other" "Write permission for others": Bool(32) & 0x2 = Names::Bools("Yes", "No");
        MODE_EXEC_OTHER "nfs.mode.exec_other" "Execute permission for others": Bool(32) & 0x1 = Names::Bools("Yes", "No");
        SEQUENCE_FLAGS "nfs.sequence.flags" "status flags": U32 Hex;
        SEQUENCE_FLAGS_CB_PATH_DOWN "nfs.sequence.flags.cb_path_down" "SEQ4_STATUS_CB_PATH_DOWN": Bool(32) & 0x1 = SET;
        SEQUENCE_FLAGS_CB_GSS_CONTEXTS_EXPIRING "nfs.sequence.flags.cb_gss_contexts_expiring" "SEQ4_STATUS_CB_GSS_CONTEXTS_EXPIRING": Bool(32) & 0x2 = SET;
        SEQUENCE_FLAGS_CB_GSS_CONTEXTS_EXPIRED "nfs.sequence.flags.cb_gss_contexts_expired" "SEQ4_STATUS_CB_GSS_CONTEXTS_EXPIRED": Bool(32) & 0x4 = SET;
        SEQUENCE_FLAGS_EXPIRED_ALL_STATE_REVOKED "nfs.sequence.flags.expired_all_state_revoked" "SEQ4_STATUS_EXPIRED_ALL_STATE_REVOKED": Bool(32) & 0x8 = SET;
        SEQUENCE_FLAGS_EXPIRED_SOME_STATE_REVOKED "nfs.sequence.flags.expired_some_state_revoked" "SEQ4_STATUS_EXPIRED_SOME_STATE_REVOKED": Bool(32) & 0x10 = SET;
        SEQUENCE_FLAGS_ADMIN_STATE_REVOKED "nfs.sequence.flags.admin_state_revoked" "SEQ4_STATUS_ADMIN_STATE_REVOKED": Bool(32) & 0x20 = SET;
        SEQUENCE_FLAGS_RECALLABLE_STATE_REVOKED "nfs.sequence.flags.recallable_state_revoked" "SEQ4_STATUS_RECALLABLE_STATE_REVOKED": Bool(32) & 0x40 = SET;
        SEQUENCE_FLAGS_LEASE_MOVED "nfs.sequence.flags.lease_moved" "SEQ4_STATUS_LEASE_MOVED": Bool(32) & 0x80 = SET;
        SEQUENCE_FLAGS_RESTART_RECLAIM_NEEDED "nfs.sequence.flags.restart_reclaim_needed" "SEQ4_STATUS_RESTART_RECLAIM_NEEDED": Bool(32) & 0x100 = SET;
        SEQUENCE_FLAGS_CB_PATH_DOWN_SESSION "nfs.sequence.flags.cb_path_down_session" "SEQ4_STATUS_CB_PATH_DOWN_SESSION": Bool(32) & 0x200 = SET;
        SEQUENCE_FLAGS_BACKCHANNEL_FAULT "nfs.sequence.flags.backchannel_fault" "SEQ4_STATUS_BACKCHANNEL_FAULT": Bool(32) & 0x400 = SET;
        SEQUENCE_FLAGS_DEVID_CHANGED "nfs.sequence.flags.devid_changed" "SEQ4_STATUS_DEVID_CHANGED": Bool(32) & 0x800 = SET;
        SEQUENCE_FLAGS_DEVID_DELETED "nfs.sequence.flags.devid_deleted" "SEQ4_STATUS_DEVID_DELETED": Bool(32) & 0x1000 = SET;
        TEST_STATEID_STATEIDS "nfs.test_stateid.stateids" "StateID List": None;
        TEST_STATEID_RESULTS "nfs.test_stateid.results" "StateID Result List": None;
        DATA_CONTENT "nfs.data_content" "data content": U32 Dec = DATA_CONTENT_NAMES;
        BITMAP_DATA "nfs.bitmap_data" "Undissected bitmap data": Bytes;
        HUGE_BITMAP_LENGTH "nfs.huge_bitmap_length" "Huge bitmap length": U32 Dec;
        UNIVERSAL_ADDRESS_IPV4 "nfs.universal_address.ipv4" "universal_address": Ipv4;
        UNIVERSAL_ADDRESS_IPV6 "nfs.universal_address.ipv6" "universal_address": Ipv6;
        DEVINFO "nfs.devinfo" "dev info": Bytes;
        FF_VERSION "nfs.ff.version" "version": U32 Dec;
        FF_MINORVERSION "nfs.ff.minorversion" "minorversion": U32 Dec;
        FF_RSIZE "nfs.ff.rsize" "max_rsize": U32 Dec;
        FF_WSIZE "nfs.ff.wsize" "max_wsize": U32 Dec;
        FF_TIGHTLY_COUPLED "nfs.ff.tightly_coupled" "tightly coupled": Bool = Names::Bools("Yes", "No");
        FF_LAYOUT_FLAGS "nfs.ff.layout_flags" "layout flags": U32 Hex;
        FF_SYNTHETIC_OWNER "nfs.ff.synthetic_owner" "synthetic owner": Str;
        FF_SYNTHETIC_OWNER_GROUP "nfs.ff.synthetic_owner_group" "synthetic group": Str;
        FF_LAYOUT_FLAGS_NO_LAYOUTCOMMIT "nfs.ff.layout_flags.no_layoutcommit" "FLAG_NO_LAYOUTCOMMIT": Bool(32) & 0x1 = SET;
        FF_LAYOUT_FLAGS_NO_IO_THRU_MDS "nfs.ff.layout_flags.no_io_thru_mds" "FLAG_NO_IO_THRU_MDS": Bool(32) & 0x2 = SET;
        FF_LAYOUT_FLAGS_NO_READ_IO "nfs.ff.layout_flags.no_read_io" "FLAG_NO_READ_IO": Bool(32) & 0x4 = SET;
        FF_STATS_COLLECT_HINT "nfs.ff.stats_collect_hint" "stats collect hint": U32 Dec;
        FATTR4_CLONE_BLOCK_SIZE "nfs.fattr4.clone_block_size" "clone block size": U32 Dec;
        FATTR4_SPACE_FREED "nfs.fattr4.space_freed" "space freed": U64 Dec;
        FATTR4_CHANGE_ATTR_TYPE "nfs.fattr4.change_attr_type" "change attr type": U32 Dec = FATTR4_CHANGE_ATTR_TYPE_NAMES;
        CALLBACK_IDS "nfs.callback_ids" "Callback StateIds": U32 Dec;
        FF_CALLBACK_ID_INDEX "nfs.ff.callback_id_index" "Callback Id": U32 Dec;
        NUM_OFFLOAD_STATUS "nfs.num_offload_status" "Number of offload status": U32 Dec;
        OFFLOAD_STATUS "nfs.offload_status" "nfsstat4": U32 Dec;
        CONSECUTIVE "nfs.consecutive" "copy consecutively?": Bool = Names::Bools("Yes", "No");
        NETLOC "nfs.netloc" "net loc": Bytes;
        NETLOCTYPE "nfs.netloctype" "netloc type": U32 Dec = NETLOCTYPE_NAMES;
        NL_NAME "nfs.nl_name" "net loc name": Str;
        NL_URL "nfs.nl_url" "net loc url": Str;
        SOURCE_SERVERS "nfs.source_servers" "Source Server count": U32 Dec;
        FF_SOURCE_SERVER_INDEX "nfs.ff.source_server_index" "Source Server": U32 Dec;
        SYNCHRONOUS "nfs.synchronous" "copy synchronous?": Bool = Names::Bools("Yes", "No");
        HINT_MASK "nfs.hint.mask" "Hint mask": U32 Hex;
        HINT_COUNT "nfs.hint.count" "Hint count": U32 Dec;
        HINT_HINT "nfs.hint.hint" "Hint": U32 Dec = HINT_HINT_NAMES;
        BYTES_COPIED "nfs.bytes_copied" "bytes copied": U64 Dec;
        CONTENTS "nfs.contents" "Contents": None;
        CONTENT_TYPE "nfs.content.type" "Content Type": U32 Dec = CONTENT_TYPE_NAMES;
        CONTENT_INDEX "nfs.content.index" "Content index": U32 Dec;
        ADB_BLOCK_COUNT "nfs.adb.block.count" "Number of Blocks": U32 Dec;
        ADB_BLOCK_RELOFF_NUM "nfs.adb.block.reloff_num" "Relative Offset Block Number": U32 Dec;
        ADB_BLOCK_NUM "nfs.adb.block.num" "Block Number": U32 Dec;
        ADB_PATTERN_RELOFF "nfs.adb.pattern.reloff" "Relative Offset Pattern": U32 Dec;
        ADB_PATTERN_HASH "nfs.adb.pattern_hash" "hash (CRC-32)": U32 Hex;
        XATTR_KEY "nfs.xattr.key" "Name": Str;
        SETXATTR_OPTIONS "nfs.setxattr.options" "setxattr options": U32 Dec = SETXATTR_OPTIONS_NAMES;
        LISXTATTR_MAXCOUNT "nfs.lisxtattr.maxcount" "maxcount": U32 Dec;
        LISXTATTR_COOKIE "nfs.lisxtattr.cookie" "cookie": U64 Dec;
        LISTXATTR_NAMES_COUNT "nfs.listxattr.names.count" "xattr names count": U32 Dec;
        LISXTATTR_EOF "nfs.lisxtattr.eof" "eof": U32 Dec;
        FF_LOCAL "nfs.ff.local" "client used cache?": Bool = Names::Bools("Yes", "No");
        IO_COUNT "nfs.io_count" "count": U64 Dec;
        IO_BYTES "nfs.io_bytes" "bytes": U64 Dec;
        FF_OPS_REQUESTED "nfs.ff.ops_requested" "ops requested": U64 Dec;
        FF_BYTES_REQUESTED "nfs.ff.bytes_requested" "bytes requested": U64 Dec;
        FF_OPS_COMPLETED "nfs.ff.ops_completed" "ops completed": U64 Dec;
        FF_BYTES_COMPLETED "nfs.ff.bytes_completed" "bytes completed": U64 Dec;
        FF_BYTES_NOT_DELIVERED "nfs.ff.bytes_not_delivered" "bytes not delivered": U64 Dec;
        LAYOUTSTATS "nfs.layoutstats" "Layout Stats": Bytes;
        DEVICE_ERROR_COUNT "nfs.device_error_count" "Device Error count": U32 Dec;
        DEVICE_ERRORS_INDEX "nfs.device_errors_index" "Device Error index": U32 Dec;
        FF_IOERRS_COUNT "nfs.ff.ioerrs_count" "IO Errors count": U32 Dec;
        FF_IOERRS_INDEX "nfs.ff.ioerrs_index" "IO Errors index": U32 Dec;
        FF_IOERRS_LENGTH "nfs.ff.ioerrs_length" "length": U64 Dec;
        FF_IOERRS_OFFSET "nfs.ff.ioerrs_offset" "offset": U64 Dec;
        FF_IOSTATS_COUNT "nfs.ff.iostats_count" "IO Stats count": U32 Dec;
        FF_IOSTATS_INDEX "nfs.ff.iostats_index" "IO Stats index": U32 Dec;
        FF_IOERRS_OP "nfs.ff_ioerrs_op" "OP": U32 Dec = OPCODE_NAMES;
        STATUS "nfs.status" "Status": U32 Dec = STATUS_NAMES;
    }
}

pub(super) fn procedures(version: u32) -> Names {
    match version {
        2 => PROCEDURE_V2_NAMES,
        3 => PROCEDURE_V3_NAMES,
        4 => PROCEDURE_V4_NAMES,
        _ => Names::None,
    }
}

/// Whether a call is one of version 4 that holds operations.
pub(super) fn is_compound(called: Called) -> bool {
    called.program == 100_003 && called.version == 4 && called.procedure == 1
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asked = Asked::of(cx);
    cx.protocol("NFS");
    let field = match asked.version {
        2 => PROCEDURE_V2,
        3 => PROCEDURE_V3,
        _ => PROCEDURE_V4,
    };
    asked.show(cx, field, &c);
    match asked.version {
        _ if asked.procedure == 0 => Ok(()),
        2 => v2::dissect(cx, asked, &mut c),
        3 => v3::dissect(cx, asked, &mut c),
        4 => v4::dissect(cx, asked, &mut c),
        _ => Ok(()),
    }
}

/// Adds text to what the protocol's line and the Info column say.
fn say<S: Sink>(cx: &mut Cx<'_, S>, text: impl Fn(&mut Out<'_>)) {
    cx.info_add(|o| text(o));
    cx.proto_append(|o| text(o));
}

/// The same for a handle; in the protocol's line there is no comma before it.
fn say_handle<S: Sink>(cx: &mut Cx<'_, S>, before: &str, hash: u32, text: impl Fn(&mut Out<'_>)) {
    cx.info_add(|o| text(o.s(before).hex(hash, 8)));
    cx.proto_append(|o| text(o.s(before.trim_start_matches(',')).hex(hash, 8)));
}

/// CRC-32 (ISO 3309): by it, handles are told apart where nobody reads them.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, b| {
        (0..8).fold(crc ^ u32::from(*b), |crc, _| crc >> 1 ^ if crc & 1 != 0 { 0xedb8_8320 } else { 0 })
    })
}

/// The handle of a file, with its length before it. Gives its hash, and the place where it stands.
pub(super) fn handle<S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    c: &mut Cursor<'_>,
) -> Result<(u32, Item), Stop> {
    xdr::part(cx, name, c, |cx, c, line| {
        let n = cx.u32(FH_LENGTH, c)? as usize;
        let hash = handle_bytes(cx, n, c)?;
        c.skip((n.wrapping_neg() & 3).min(c.left()))?;
        Ok((hash, line))
    })
}

/// The handle of a file in version 2: always 32 bytes.
pub(super) fn handle_of_32<S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    c: &mut Cursor<'_>,
) -> Result<u32, Stop> {
    xdr::part(cx, name, c, |cx, c, _| handle_bytes(cx, 32, c))
}

fn handle_bytes<S: Sink>(cx: &mut Cx<'_, S>, n: usize, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let bytes = c.peek_bytes(0, n)?;
    if n == 0 {
        return Ok(0);
    }
    let hash = crc(bytes);
    cx.generated(FH_HASH, c.span(n), Value::U(u64::from(hash)));
    cx.bytes(FHANDLE, c, n)?;
    Ok(hash)
}

/// The status of a result, as all versions have it.
pub(super) fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    cx.u32(STATUS, c)
}

/// The status of a result of one version; the one of all is hidden beside it.
fn status_of<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let status = c.peek_u32(0)?;
    cx.field(field, c, 4)?;
    Ok(status)
}

/// Access rights as version 3 and 4 have them.
const RIGHTS: &[(Field, &str, &str, u32)] = &[
    (ACCESS_READ, "READ", "RD", 0x01),
    (ACCESS_LOOKUP, "LOOKUP", "LU", 0x02),
    (ACCESS_MODIFY, "MODIFY", "MD", 0x04),
    (ACCESS_EXTEND, "EXTEND", "XT", 0x08),
    (ACCESS_DELETE, "DELETE", "DL", 0x10),
    (ACCESS_EXECUTE, "EXECUTE", "XE", 0x20),
    (ACCESS_XATTR_READ, "XATTR READ", "XAR", 0x40),
    (ACCESS_XATTR_WRITE, "XATTR WRITE", "XAW", 0x80),
    (ACCESS_XATTR_LIST, "XATTR LIST", "XAL", 0x100),
];

/// The rights that are asked for.
fn access_check<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let asked = c.peek_u32(0)?;
    let item = cx.field(ACCESS_CHECK, &mut c.clone(), 4)?;
    rights(cx, item, asked, asked, true, c);
    say(cx, |o| short(o, ", [Check:", asked));
    c.skip(4)
}

/// The rights that are given, of those that were asked for when that is said.
fn access_rights<S: Sink>(cx: &mut Cx<'_, S>, asked: Option<u32>, c: &mut Cursor<'_>) -> Step {
    let given = c.peek_u32(0)?;
    let item = cx.field(ACCESS_RIGHTS, &mut c.clone(), 4)?;
    let asked = asked.unwrap_or(given);
    rights(cx, item, asked, given, false, c);
    say(cx, |o| {
        if asked & !given != 0 {
            short(o, ", [Access Denied:", asked & !given);
        }
        if asked & given != 0 {
            short(o, ", [Allowed:", asked & given);
        }
    });
    c.skip(4)
}

fn short(o: &mut Out<'_>, before: &str, bits: u32) {
    o.s(before);
    for (_, _, name, bit) in RIGHTS {
        if bits & bit != 0 {
            o.c(b' ').s(name);
        }
    }
    o.c(b']');
}

fn rights<S: Sink>(cx: &mut Cx<'_, S>, item: Item, asked: u32, given: u32, check: bool, c: &Cursor<'_>) {
    cx.under(item, |cx| {
        for (field, name, _, bit) in RIGHTS.iter().filter(|r| asked & r.3 != 0) {
            let yes = given & bit != 0;
            let line = cx.add(*field, c.span(4), Value::U(u64::from(yes)));
            cx.label(line, |o| {
                let word = match (check, yes) {
                    (true, _) => "allowed?",
                    (false, true) => "allowed",
                    (false, false) => "*Access Denied*",
                };
                for i in (0..8).rev() {
                    o.c(if bit >> i & 1 == 0 { b'.' } else { b'0' + u8::from(yes) });
                    if i == 4 {
                        o.c(b' ');
                    }
                }
                o.s(" = ").hex(*bit, 3).c(b' ').s(name).s(": ").s(word);
            });
        }
    });
}

/// A point in time of seconds and nanoseconds.
fn time<S: Sink>(cx: &mut Cx<'_, S>, [all, secs, nanos]: [Field; 3], c: &mut Cursor<'_>) -> Step {
    let (s, n) = (c.peek_u32(0)?, c.peek_u32(4)?);
    let item = cx.add(all, c.span(8), Value::Time(i64::from(s), n.min(999_999_999)));
    cx.under(item, |cx| -> Step {
        cx.u32(secs, c)?;
        cx.u32(nanos, c).map(|_| ())
    })
}

/// What kind of file it is, who has it, and who may do what: for lines and the Info column.
#[derive(Clone, Copy)]
struct Summary {
    kind: u32,
    mode: u32,
    uid: u32,
    gid: u32,
}

impl Summary {
    fn write(self, o: &mut Out<'_>) {
        o.s("  ").s(TYPE_NAMES.or(u64::from(self.kind), "Unknown Type")).s(" mode: 0");
        for i in (0..3).rev() {
            o.u(self.mode >> (3 * i) & 7);
        }
        o.s(" uid: ").u(self.uid).s(" gid: ").u(self.gid);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(super::crc(b"123456789"), 0xcbf4_3926);
    }
}
