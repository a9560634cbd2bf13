//! Capabilities, Landlock, seccomp.

use crate::owner::Owner;
use crate::{Entered, Error, Policy, Sockets};
use caps::{CapSet, Capability, CapsHashSet};
use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, PathBeneath, PathFd, Ruleset, RulesetAttr,
    RulesetCreatedAttr, RulesetStatus, Scope,
};
use nix::unistd::{Gid, Uid};
use seccompiler::{
    SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};
use std::collections::BTreeMap;

/// The newest rights of Landlock that are asked for; older kernels give fewer.
const LANDLOCK: ABI = ABI::V6;

pub(crate) fn enter(policy: &Policy) -> Result<(Entered, Vec<String>), Error> {
    let (mut entered, mut missing) = (Entered::default(), Vec::new());
    match capabilities(policy) {
        Ok(()) => entered.capabilities = true,
        Err(e) => missing.push(format!("capabilities can't be dropped ({e})")),
    }
    match files(policy)? {
        None => entered.files = true,
        Some(e) => missing.push(e),
    }
    match calls(policy) {
        Ok(()) => entered.calls = true,
        Err(e) => missing.push(format!("system calls can't be forbidden ({e})")),
    }
    Ok((entered, missing))
}

/// Root becomes the owner where that is enough; capabilities that are not needed go.
fn capabilities(policy: &Policy) -> Result<(), String> {
    let mut keep = CapsHashSet::new();
    let root = nix::unistd::geteuid().is_root();
    if policy.sockets == Sockets::Capture {
        keep.extend([Capability::CAP_NET_RAW, Capability::CAP_NET_ADMIN]);
    } else if let Some(owner) = &policy.owner
        && policy.folders.iter().all(|f| owner.may_use(f))
    {
        return become_owner(*owner).and_then(|()| drop_but(&CapsHashSet::new()));
    }
    if root {
        let root = Owner { user: 0, group: 0 };
        if policy.folders.iter().any(|f| !root.may_use(f)) {
            keep.extend([Capability::CAP_DAC_OVERRIDE, Capability::CAP_FOWNER]);
        }
        if policy.owner.is_some() && !policy.folders.is_empty() {
            // Removing a file that was given away from a folder like /tmp needs the second one.
            keep.extend([Capability::CAP_CHOWN, Capability::CAP_FOWNER]);
        }
    }
    drop_but(&keep)
}

/// For good, with all threads.
fn become_owner(owner: Owner) -> Result<(), String> {
    let (user, group) = (Uid::from_raw(owner.user), Gid::from_raw(owner.group));
    nix::unistd::setgroups(&[group])
        .and_then(|()| nix::unistd::setresgid(group, group, group))
        .and_then(|()| nix::unistd::setresuid(user, user, user))
        .map_err(|e| e.to_string())
}

fn drop_but(keep: &CapsHashSet) -> Result<(), String> {
    let error = |e: caps::errors::CapsError| e.to_string();
    let have = caps::read(None, CapSet::Permitted).map_err(error)?;
    let stay: CapsHashSet = have.intersection(keep).copied().collect();
    if have.contains(&Capability::CAP_SETPCAP) {
        for one in caps::read(None, CapSet::Bounding).map_err(error)?.difference(keep) {
            caps::drop(None, CapSet::Bounding, *one).map_err(error)?;
        }
    }
    // Kernels before 4.3 have no ambient set, and then nothing is in it.
    let _ = caps::clear(None, CapSet::Ambient);
    caps::clear(None, CapSet::Inheritable).map_err(error)?;
    caps::set(None, CapSet::Effective, &stay).map_err(error)?;
    caps::set(None, CapSet::Permitted, &stay).map_err(error)
}

/// Closes the file system, TCP, and ways to other processes; says what the kernel lacks for the file system.
fn files(policy: &Policy) -> Result<Option<String>, Error> {
    let make = AccessFs::MakeReg | AccessFs::WriteFile | AccessFs::RemoveFile | AccessFs::Truncate;
    let mut folders = Vec::new();
    for folder in &policy.folders {
        let fd = PathFd::new(folder)
            .map_err(|e| Error::Folder { folder: folder.clone(), reason: e.to_string() })?;
        folders.push(PathBeneath::new(fd, make));
    }
    let read: BitFlags<AccessFs> = AccessFs::ReadFile.into();
    let read = policy.files.iter().filter_map(|f| PathFd::new(f).ok()).map(|fd| PathBeneath::new(fd, read));
    let made = Ruleset::default()
        .handle_access(AccessFs::from_all(LANDLOCK))
        .and_then(|r| r.handle_access(AccessNet::from_all(LANDLOCK)))
        .and_then(|r| r.scope(Scope::from_all(LANDLOCK)))
        .and_then(Ruleset::create)
        .and_then(|mut r| {
            for rule in folders.into_iter().chain(read) {
                r = r.add_rule(rule)?;
            }
            r.restrict_self()
        });
    Ok(match made {
        Ok(status) if status.ruleset == RulesetStatus::NotEnforced => {
            Some("the kernel has no Landlock".to_owned())
        }
        Ok(_) => None,
        Err(e) => Some(format!("the file system can't be closed ({e})")),
    })
}

/// System calls that start programs, reach into other processes or change the system.
const FORBIDDEN: &[libc::c_long] = &[
    libc::SYS_execve,
    libc::SYS_execveat,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_getfd,
    libc::SYS_connect,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
    libc::SYS_open_by_handle_at,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_reboot,
    libc::SYS_acct,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_adjtimex,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
];

#[allow(clippy::useless_conversion)] // numbers of calls have 32 bits on some machines
fn calls(policy: &Policy) -> Result<(), String> {
    let error = |e: &dyn std::fmt::Display| e.to_string();
    let arch = TargetArch::try_from(std::env::consts::ARCH).map_err(|e| error(&e))?;
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        FORBIDDEN.iter().map(|call| (i64::from(*call), Vec::new())).collect();
    let families: &[libc::c_int] = match policy.sockets {
        Sockets::None => &[],
        Sockets::Interfaces => &[libc::AF_NETLINK],
        Sockets::Capture => &[libc::AF_NETLINK, libc::AF_PACKET],
    };
    let other = families
        .iter()
        .map(|f| SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, f.unsigned_abs().into()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|e| error(&e))?;
    let rule =
        if other.is_empty() { Vec::new() } else { vec![SeccompRule::new(other).map_err(|e| error(&e))?] };
    rules.insert(i64::from(libc::SYS_socket), rule);
    let denied = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, denied, arch).map_err(|e| error(&e))?;
    let program: seccompiler::BpfProgram =
        filter.try_into().map_err(|e: seccompiler::BackendError| error(&e))?;
    // Threads that are there already are bound as well.
    seccompiler::apply_filter_all_threads(&program).map_err(|e| error(&e))
}
