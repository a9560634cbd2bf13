//! The service that mounts file systems: RFC 1094 appendix A, RFC 1813 appendix I.

use super::{Asked, nfs, xdr};
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    MOUNT "mount" "Mount Service" "MOUNT" App
    on []
    fields {
        PROCEDURE_V1 "mount.procedure_v1" "V1 Procedure": U32 Dec = PROCEDURE_V1_NAMES;
        PROCEDURE_V2 "mount.procedure_v2" "V2 Procedure": U32 Dec = PROCEDURE_V2_NAMES;
        PROCEDURE_V3 "mount.procedure_v3" "V3 Procedure": U32 Dec = PROCEDURE_V3_NAMES;
        PROCEDURE_SGI_V1 "mount.procedure_sgi_v1" "SGI V1 procedure": U32 Dec = PROCEDURE_SGI_V1_NAMES;
        PATH "mount.path" "Path": Str;
        STATUS "mount.status" "Status": U32 Dec = STATUS_NAMES;
        DUMP_HOSTNAME "mount.dump.hostname" "Hostname": Str;
        DUMP_DIRECTORY "mount.dump.directory" "Directory": Str;
        DUMP_ENTRY "mount.dump.entry" "Mount List Entry": None;
        EXPORT_GROUP "mount.export.group" "Group": Str;
        EXPORT_GROUPS "mount.export.groups" "Groups": None;
        EXPORT_HAS_OPTIONS "mount.export.has_options" "Has options": U32 Dec;
        EXPORT_OPTIONS "mount.export.options" "Options": Str;
        EXPORT_DIRECTORY "mount.export.directory" "Directory": Str;
        EXPORT_ENTRY "mount.export.entry" "Export List Entry": None;
        PATHCONF_LINK_MAX "mount.pathconf.link_max" "Maximum number of links to a file": U32 Dec;
        PATHCONF_MAX_CANON "mount.pathconf.max_canon" "Maximum terminal input line length": U16 Dec;
        PATHCONF_MAX_INPUT "mount.pathconf.max_input" "Terminal input buffer size": U16 Dec;
        PATHCONF_NAME_MAX "mount.pathconf.name_max" "Maximum file name length": U16 Dec;
        PATHCONF_PATH_MAX "mount.pathconf.path_max" "Maximum path name length": U16 Dec;
        PATHCONF_PIPE_BUF "mount.pathconf.pipe_buf" "Pipe buffer size": U16 Dec;
        PATHCONF_VDISABLE_CHAR "mount.pathconf.vdisable_char" "VDISABLE character": U8 Hex;
        PATHCONF_MASK "mount.pathconf.mask" "Reply error/status bits": U16 Hex;
        PATHCONF_MASK_ERROR_ALL "mount.pathconf.mask.error_all" "ERROR_ALL": Bool(16) & 0x1 = Names::Bools("All info invalid", "Some or all info valid");
        PATHCONF_MASK_ERROR_LINK_MAX "mount.pathconf.mask.error_link_max" "ERROR_LINK_MAX": Bool(16) & 0x2 = Names::Bools("LINK_MAX invalid", "LINK_MAX valid");
        PATHCONF_MASK_ERROR_MAX_CANON "mount.pathconf.mask.error_max_canon" "ERROR_MAX_CANON": Bool(16) & 0x4 = Names::Bools("MAX_CANON invalid", "MAX_CANON valid");
        PATHCONF_MASK_ERROR_MAX_INPUT "mount.pathconf.mask.error_max_input" "ERROR_MAX_INPUT": Bool(16) & 0x8 = Names::Bools("MAX_INPUT invalid", "MAX_INPUT valid");
        PATHCONF_MASK_ERROR_NAME_MAX "mount.pathconf.mask.error_name_max" "ERROR_NAME_MAX": Bool(16) & 0x10 = Names::Bools("NAME_MAX invalid", "NAME_MAX valid");
        PATHCONF_MASK_ERROR_PATH_MAX "mount.pathconf.mask.error_path_max" "ERROR_PATH_MAX": Bool(16) & 0x20 = Names::Bools("PATH_MAX invalid", "PATH_MAX valid");
        PATHCONF_MASK_ERROR_PIPE_BUF "mount.pathconf.mask.error_pipe_buf" "ERROR_PIPE_BUF": Bool(16) & 0x40 = Names::Bools("PIPE_BUF invalid", "PIPE_BUF valid");
        PATHCONF_MASK_CHOWN_RESTRICTED "mount.pathconf.mask.chown_restricted" "CHOWN_RESTRICTED": Bool(16) & 0x80 = Names::Bools("Only a privileged user can change the ownership of a file", "Users may give away their own files");
        PATHCONF_MASK_NO_TRUNC "mount.pathconf.mask.no_trunc" "NO_TRUNC": Bool(16) & 0x100 = Names::Bools("File names that are too long will get an error", "File names that are too long will be truncated");
        PATHCONF_MASK_ERROR_VDISABLE "mount.pathconf.mask.error_vdisable" "ERROR_VDISABLE": Bool(16) & 0x200 = Names::Bools("VDISABLE invalid", "VDISABLE valid");
        STATVFS_F_BSIZE "mount.statvfs.f_bsize" "Block size": U32 Dec;
        STATVFS_F_FRSIZE "mount.statvfs.f_frsize" "Fragment size": U32 Dec;
        STATVFS_F_BLOCKS "mount.statvfs.f_blocks" "Blocks": U32 Dec;
        STATVFS_F_BFREE "mount.statvfs.f_bfree" "Blocks Free": U32 Dec;
        STATVFS_F_BAVAIL "mount.statvfs.f_bavail" "Blocks Available": U32 Dec;
        STATVFS_F_FILES "mount.statvfs.f_files" "Files": U32 Dec;
        STATVFS_F_FFREE "mount.statvfs.f_ffree" "Files Free": U32 Dec;
        STATVFS_F_FAVAIL "mount.statvfs.f_favail" "Files Available": U32 Dec;
        STATVFS_F_FSID "mount.statvfs.f_fsid" "File system ID": U32 Dec;
        STATVFS_F_BASETYPE "mount.statvfs.f_basetype" "Type": Str;
        STATVFS_F_FLAG "mount.statvfs.f_flag" "Flags": U32 Hex;
        STATVFS_F_FLAG_ST_RDONLY "mount.statvfs.f_flag.st_rdonly" "ST_RDONLY": Bool(32) & 0x1 = Names::Bools("Read-only file system", "Read/Write file system");
        STATVFS_F_FLAG_ST_NOSUID "mount.statvfs.f_flag.st_nosuid" "ST_NOSUID": Bool(32) & 0x2 = Names::Bools("Does not support setuid/setgid semantics", "Supports setuid/setgid semantics");
        STATVFS_F_FLAG_ST_NOTRUNC "mount.statvfs.f_flag.st_notrunc" "ST_NOTRUNC": Bool(32) & 0x4 = Names::Bools("Does not truncate filenames longer than NAME_MAX", "Truncates filenames longer than NAME_MAX");
        STATVFS_F_FLAG_ST_NODEV "mount.statvfs.f_flag.st_nodev" "ST_NODEV": Bool(32) & 0x20000000 = Names::Bools("Disallows opening of device files", "Allows opening of device files");
        STATVFS_F_FLAG_ST_GRPID "mount.statvfs.f_flag.st_grpid" "ST_GRPID": Bool(32) & 0x40000000 = Names::Bools("Group ID assigned from directory", "Group ID not assigned from directory");
        STATVFS_F_FLAG_ST_LOCAL "mount.statvfs.f_flag.st_local" "ST_LOCAL": Bool(32) & 0x80000000 = Names::Bools("File system is local", "File system is not local");
        STATVFS_F_NAMEMAX "mount.statvfs.f_namemax" "Maximum file name length": U32 Dec;
        STATVFS_F_FSTR "mount.statvfs.f_fstr" "File system specific string": Bytes;
        FLAVORS "mount.flavors" "Flavors": U32 Dec;
        FLAVOR "mount.flavor" "Flavor": U32 Dec = crate::application::rpc::names::AUTH_FLAVOR_NAMES;
    }
}

names! {
    PROCEDURE_V1_NAMES {
        0 => "NULL",
        1 => "MNT",
        2 => "DUMP",
        3 => "UMNT",
        4 => "UMNTALL",
        5 => "EXPORT",
        6 => "EXPORTALL",
    }
    PROCEDURE_V2_NAMES {
        0 => "NULL",
        1 => "MNT",
        2 => "DUMP",
        3 => "UMNT",
        4 => "UMNTALL",
        5 => "EXPORT",
        6 => "EXPORTALL",
        7 => "PATHCONF",
    }
    PROCEDURE_V3_NAMES {
        0 => "NULL",
        1 => "MNT",
        2 => "DUMP",
        3 => "UMNT",
        4 => "UMNTALL",
        5 => "EXPORT",
    }
    PROCEDURE_SGI_V1_NAMES {
        0 => "NULL",
        1 => "MNT",
        2 => "DUMP",
        3 => "UMNT",
        4 => "UMNTALL",
        5 => "EXPORT",
        6 => "EXPORTALL",
        99 => "EXPORTLIST",
        100 => "STATVFS",
    }
    STATUS_NAMES {
        0 => "OK",
        1 => "ERR_PERM",
        2 => "ERR_NOENT",
        5 => "ERR_IO",
        13 => "ERR_ACCESS",
        20 => "ERR_NOTDIR",
        22 => "ERR_INVAL",
        63 => "ERR_NAMETOOLONG",
        10004 => "ERR_NOTSUPP",
        10006 => "ERR_SERVERFAULT",
    }
}

pub(super) fn procedures(version: u32) -> Names {
    match version {
        1 => PROCEDURE_SGI_V1_NAMES,
        2 => PROCEDURE_V2_NAMES,
        3 => PROCEDURE_V3_NAMES,
        _ => Names::None,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asked = Asked::of(cx);
    cx.protocol("MOUNT");
    let field = match asked.version {
        1 => PROCEDURE_V1,
        2 => PROCEDURE_V2,
        _ => PROCEDURE_V3,
    };
    asked.show(cx, field, &c);
    let c = &mut c;
    match (asked.procedure, asked.reply) {
        (1 | 3, false) => {
            let path = xdr::text(cx, "Path", PATH, c)?;
            cx.info_add(|o| _ = o.c(b' ').text(path));
            Ok(())
        }
        (1, true) => mounted(cx, asked.version, c),
        (2, true) => xdr::list(cx, c, |cx, c| {
            xdr::part_of(cx, DUMP_ENTRY, c, |cx, c, item| {
                let host = xdr::text(cx, "Hostname", DUMP_HOSTNAME, c)?;
                let directory = xdr::text(cx, "Directory", DUMP_DIRECTORY, c)?;
                cx.label(item, |o| _ = o.s("Mount List Entry: ").text(host).c(b':').text(directory));
                Ok(())
            })
        }),
        (5 | 6, true) => xdr::list(cx, c, |cx, c| {
            xdr::part_of(cx, EXPORT_ENTRY, c, |cx, c, item| {
                let directory = xdr::text(cx, "Directory", EXPORT_DIRECTORY, c)?;
                cx.label(item, |o| {
                    o.s("Export List Entry: ").text(directory).s(" -> ");
                });
                xdr::part_of(cx, EXPORT_GROUPS, c, |cx, c, _| {
                    xdr::list(cx, c, |cx, c| xdr::text(cx, "Group", EXPORT_GROUP, c).map(|_| ()))
                })
            })
        }),
        _ => Ok(()),
    }
}

/// What mounting gave: the handle of the root, and the methods of authentication.
fn mounted<S: Sink>(cx: &mut Cx<'_, S>, version: u32, c: &mut Cursor<'_>) -> Step {
    let status = cx.u32(STATUS, c)?;
    if status != 0 {
        cx.info_add(|o| _ = o.s(" Error: ").s(STATUS_NAMES.or(u64::from(status), "Unknown error")));
        return Ok(());
    }
    if version < 3 {
        return nfs::handle_of_32(cx, "fhandle", c).map(|_| ());
    }
    nfs::handle(cx, "fhandle", c)?;
    let n = cx.u32(FLAVORS, c)?;
    for _ in 0..(n as usize).min(c.left() / 4) {
        cx.u32(FLAVOR, c)?;
    }
    Ok(())
}
